"""The modes of ``compare``: each builds one report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from comparators.applying import Application, apply, told
from comparators.changes import Changes
from comparators.changes import history as all_changes
from comparators.changes import lines as change_lines
from comparators.coverage import Coverage
from comparators.facts import parse_facts
from comparators.gaps import Gaps, Item
from comparators.gaps import gaps as find_gaps
from comparators.judging import quoted
from comparators.layers import Layers, space_for
from comparators.reach import NothingToReachError, decide, nothing_to_reach
from comparators.report import (
    Cell,
    Grid,
    Report,
    Section,
    as_of_note,
    evidence_data,
    finding_data,
    quote,
    sources_of,
    verdict_data,
    version_data,
    version_note,
)
from comparators.table import compare
from comparators.telling import lines
from provisions import REFERENCE_DATE, find, get, instruments, thesaurus, versions
from provisions.records import LISTED, Version
from provisions.vocabulary import Thesaurus


def table(
    chosen: tuple[Version, ...], facets: tuple[str, ...], day: date | None,
    *, differences: bool = False, evidence: bool = False, every: bool = False,
) -> Report:  # fmt: skip
    """The comparison of some versions."""
    comparison = compare(*chosen, facets=facets, every=every, as_of=day)
    return (comparison.differences() if differences else comparison).report(evidence=evidence)


def _head(chosen: Sequence[Version], day: date | None) -> tuple[str, ...]:
    return (as_of_note(day), *(version_note(v, day) for v in chosen))


def _data(chosen: Sequence[Version], day: date | None, **more: Any) -> dict[str, Any]:
    return {"as_of": str(day or REFERENCE_DATE), "instruments": [version_data(v) for v in chosen], **more}


# -- gaps -----------------------------------------------------------------------------------------------------------


def gaps(chosen: tuple[Version, ...], day: date | None) -> Report:
    """What the other instruments lack of the first."""
    if len(chosen) < 2:
        raise ValueError("--gaps wants a standard and a law or more: compare CoE Kazakhstan --gaps")
    return of_gaps([find_gaps(law, chosen[0]) for law in chosen[1:]], day)


def of_gaps(found: Sequence[Gaps], day: date | None) -> Report:
    """The report of one law's gaps, or several laws', under one standard."""
    standard = found[0].standard
    grids, sections = [], []
    for each in found:
        for title, items in (
            (f"Gaps: what {standard.name} obliges a State to have and {each.law.name} lacks", each.gaps),
            (f"Options not taken: what {standard.name} asks to be considered", each.options),
            (f"Open: what the sources, or the words, of {each.law.name} do not settle", each.open),
        ):
            if items:
                columns = ("", standard.name, each.law.name, "missing; where the amendment belongs")
                grids.append(Grid(title, columns, tuple(_item_row(i) for i in items)))
        sections.append(
            Section(f"Does {each.law.name} reach all that {standard.name} requires?", tuple(lines(each.verdict)))
        )
        changes = each.amendment.changes
        if changes:
            said = [f"{i}. {c.text}" for i, c in enumerate(changes, 1)]
            said.append(
                f"With these changes {each.law.name} reaches it ({each.amendment.verdict}); without any one of them it does not."
            )
            sections.append(Section(f"The smallest amendment of {each.law.name}", tuple(said)))
    every = [standard, *(g.law for g in found)]
    sections.append(
        Section("Sources", sources_of(every, (e for g in found for i in (*g.gaps, *g.open) for e in i.standard)))
    )
    data = _data(every, day, gaps=[_gaps_data(g) for g in found])
    names = ", ".join(g.law.name for g in found)
    return Report(f"{names} under {standard.name}: gaps", _head(every, day), tuple(grids), tuple(sections), (), data)


def _item_row(item: Item) -> tuple[Cell, ...]:
    words = "; ".join(dict.fromkeys(f"{quoted(e)} ({e.at})" if e.words else f"{e.at}" for e in item.standard))
    law = item.law.value if item.law else ""
    quotes = tuple(quote(e) for e in item.standard)
    return (
        Cell(item.label),
        Cell(f"{words}; {item.strength}", quotes),
        Cell(
            law, tuple(quote(e) for e in item.law.evidence) if item.law else (), (), item.law.status if item.law else ""
        ),
        Cell(f"{item.missing}; amend {item.place}"),
    )


def _item_data(item: Item) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "concept": item.concept,
        "label": item.label,
        "victims": list(item.victims),
        "missing": item.missing,
        "strength": item.strength,
        "standard": evidence_data(item.standard),
        "law": finding_data(item.law) if item.law else None,
        "place": item.place,
    }


def _gaps_data(found: Gaps) -> dict[str, Any]:
    return {
        "law": found.law.id,
        "standard": found.standard.id,
        "reach": verdict_data(found.verdict),
        "gaps": [_item_data(i) for i in found.gaps],
        "options_not_taken": [_item_data(i) for i in found.options],
        "open_questions": [_item_data(i) for i in found.open],
        "amendment": {
            "changes": [
                {"kind": c.kind, "text": c.text, "at": c.at, "concepts": list(c.concepts), "element": c.element}
                for c in found.amendment.changes
            ],
            "verdict": found.amendment.verdict,
        },
    }


# -- facts ------------------------------------------------------------------------------------------------------------


def facts(chosen: tuple[Version, ...], given: str, day: date | None) -> Report:
    """Does each law reach the facts, through which limb, or what is missing?"""
    words = thesaurus()
    case = parse_facts(given, words)
    answers: list[Application | str] = []
    for version in chosen:
        try:
            answers.append(apply(version, case, words=words))
        except NothingToReachError as error:
            answers.append(str(error))
    said = {"yes": "reached", "no": "not reached", "undetermined": "undetermined"}
    titles = (
        "reached",
        "through",
        "missing",
        "open",
        "would change it",
        "aggravates",
        "penalty",
        "consent",
        "victim's own offence",
    )
    parts = [
        dict(told(a)) | {"reached": said[a.reached]} if isinstance(a, Application) else {"reached": a} for a in answers
    ]
    if not case.acts:
        for part in parts:
            part.pop("reached", None)
    rows = tuple(
        (Cell(title), *(Cell(p.get(title, "")) for p in parts)) for title in titles if any(p.get(title) for p in parts)
    )
    grid = Grid("Facts: " + ", ".join(_fact_labels(case, words)), ("", *(v.name for v in chosen)), rows)
    notes = [n for a in answers if isinstance(a, Application) for n in a.notes]
    data = _data(
        chosen,
        day,
        facts=[f.strip() for f in given.split(",")],
        answers=[_answer_data(v, a) for v, a in zip(chosen, answers, strict=True)],
    )
    sections = (Section("Notes", tuple(dict.fromkeys(notes))),) if notes else ()
    return Report(
        "Facts applied", _head(chosen, day), (grid,), (*sections, Section("Sources", sources_of(chosen))), (), data
    )


def _fact_labels(case: Any, words: Thesaurus) -> list[str]:
    from comparators.reach import WHO

    named = [words.label(c) for c in (*case.every, *case.offence, *case.links)]
    return [*named, WHO[case.victim], *(["consent"] if case.consent else [])]


def _answer_data(version: Version, answer: Application | str) -> dict[str, Any]:
    if isinstance(answer, str):
        return {"law": version.id, "reached": None, "note": answer}
    return {
        "law": version.id,
        "reached": answer.reached,
        "through": list(answer.through),
        "missing": list(answer.missing),
        "open_questions": [{"kind": q.kind, "text": q.text, "at": q.at} for q in answer.open_questions],
        "would_change": list(answer.would_change),
        "aggravating": [{"concept": m.concept, "at": m.at, "certain": m.certain} for m in answer.aggravating],
        "penalty": answer.penalty or None,
        "consent": answer.consent or None,
        "own_offence": {"answer": answer.own_answer, "text": answer.own_offence} if answer.own_offence else None,
    }


# -- matrix -----------------------------------------------------------------------------------------------------------


def matrix(names: tuple[str, ...], day: date | None) -> Report:
    """Who reaches whom, for the instruments named or all of them; and how much of a standard's core each names."""
    from provisions import NotInForceError

    chosen: list[Version] = []
    out: list[str] = []
    for name in names or tuple(i.id for i in instruments()):
        try:
            chosen.append(get(name, None if "@" in name else day))
        except NotInForceError as error:
            if names:
                raise
            out.append(str(error))
    words = thesaurus()
    held = tuple(chosen)
    layers = [x for v in held if (x := Layers(v, words, held)).readings]
    idle = [v for v in held if not any(x.version is v for x in layers)]
    every = tuple(x.version for x in layers)
    space = space_for(words, layers)
    boxes = [(x.named(space), x.possible(space), x.required(space)) for x in layers]
    signs = {"yes": "yes", "no": "no", "undetermined": "?"}
    answers: list[list[str]] = []
    for i, law in enumerate(layers):
        row = []
        for j, standard in enumerate(layers):
            same = law is standard
            row.append("yes" if same else signs[decide(space, boxes[i][0], boxes[i][1], boxes[j][0], boxes[j][2])])
        answers.append(row)
    blocks = tuple(_matrix_block(every, answers, start) for start in range(0, len(every), MATRIX_COLUMNS))
    standards = [v for v in every if v.id in ("palermo", "coe")] or list(every[:1])
    core = tuple(_core_row(v, standards, words) for v in every)
    counted = Grid(
        "How much of a standard's core is named: a count of its acts, means and purposes, and no score",
        ("", *(s.name for s in standards)), core, compact=True,
    )  # fmt: skip
    legend = (
        "yes: reaches it; no: a case falls through; ?: the sources do not say.",
        *(nothing_to_reach(v) for v in idle),
        *out,
    )
    data = _data(
        held, day,
        matrix={v.key: {w.key: a for w, a in zip(every, row, strict=True)} for v, row in zip(every, answers, strict=True)},
        core={v.key: {s.key: _core(v, s, words)[:3] for s in standards} for v in every},
    )  # fmt: skip
    return Report("Who reaches whom", (as_of_note(day),), (*blocks, counted), (Section("Legend", legend),), (), data)


MATRIX_COLUMNS = 14
"""Columns of the matrix side by side: what fits a hundred characters."""


def _matrix_block(every: Sequence[Version], answers: Sequence[Sequence[str]], start: int) -> Grid:
    """Some columns of the matrix, with all its rows."""
    columns = range(start, min(start + MATRIX_COLUMNS, len(every)))
    rows = tuple(
        (Cell(f"{i}. {v.name}"), *(Cell(row[j]) for j in columns))
        for i, (v, row) in enumerate(zip(every, answers, strict=True), 1)
    )
    title = "Does the law in the row reach all that the instrument in the column requires?"
    names = "; ".join(f"{j + 1} {every[j].name}" for j in columns)
    return Grid(f"{title}\n{names}", ("", *(str(j + 1) for j in columns)), rows, compact=True)


def _core(version: Version, standard: Version, words: Thesaurus) -> tuple[int, int, int, int]:
    """Named, open or not known, not named, and all of the concepts that a standard's limbs name."""
    theirs, ours = Layers(standard, words), Coverage(version, words)
    named = unsure = 0
    concepts: dict[tuple[str, str], None] = {}
    for reading in theirs.readings:
        for dimension in LISTED:
            a_list = standard.lists.get(reading.limb.list_for(dimension))
            for concept in a_list.entries if a_list else ():
                if not words[concept].heading:
                    concepts[{"act": "element"}.get(dimension, dimension), concept] = None
    for facet, concept in concepts:
        status = ours.find(facet, concept).status  # type: ignore[arg-type]  # a facet
        named += status in ("covered", "implied", "not-required")
        unsure += status in ("silent", "open")
    return named, unsure, len(concepts) - named - unsure, len(concepts)


def _core_row(version: Version, standards: Sequence[Version], words: Thesaurus) -> tuple[Cell, ...]:
    cells = [Cell(version.name)]
    for standard in standards:
        named, unsure, _, every = _core(version, standard, words)
        cells.append(Cell(f"{named} of {every}" + (f", {unsure} open or not known" if unsure else "")))
    return tuple(cells)


# -- history ------------------------------------------------------------------------------------------------------------


def history(names: tuple[str, ...]) -> Report:
    """What each amendment of some instruments changed, with the amending law, and what became of reach."""
    grids, sections, data = [], [], []
    held: list[Version] = []
    for name in names:
        own = versions(find(name.partition("@")[0]).id)
        held += own
        found = all_changes(own)
        for each in found:
            title = f"{each.later.name}, {each.later.in_force.since}: {each.later.established_by or 'by a law the sources do not name'}"
            rows = tuple((Cell(what), Cell(text)) for what, text in change_lines(each))
            grids.append(Grid(title, ("", f"against the text of {each.earlier.in_force.since}"), rows))
            data.append(_changes_data(each))
        if len(own) < 2:
            sections.append(
                Section(own[0].name if own else name, ("one version is held: there is nothing to compare",))
            )
    spans = tuple(f"{v.name}: {v.in_force}" for v in held)
    sections.append(Section("Versions held", spans))
    title = ", ".join(dict.fromkeys(v.name for v in held)) + ": history"
    return Report(
        title, (), tuple(grids), tuple(sections), (), {"instruments": [version_data(v) for v in held], "history": data}
    )


def _changes_data(found: Changes) -> dict[str, Any]:
    return {
        "instrument": found.later.id,
        "earlier": str(found.earlier.in_force.since),
        "later": str(found.later.in_force.since),
        "law": found.later.established_by,
        "changes": [
            {
                "kind": c.kind,
                "concept": c.concept,
                "facet": c.facet,
                "label": c.label,
                "before": c.before,
                "after": c.after,
            }
            for c in found.changes
        ],
        "reach": found.growth,
        "case": found.case or None,
        "notes": list(found.notes),
    }


__all__ = ["facts", "gaps", "history", "matrix", "of_gaps", "table"]
