"""What laws lack under standards: `compare CoE Kazakhstan --gaps`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from attrs import evolve

from comparators.edits import Add, Drop, Edit, Settle, Word
from comparators.law import law_of
from comparators.marks import Action, standing
from comparators.modes import head
from comparators.modes.data import concept, evidence_data, finding_data, shared_data, verdict_data
from comparators.steps import Step
from comparators.wording import cells, worklist
from comparators.wording.heads import rested_on
from comparators.wording.verdicts import headline, lines, named
from comparators.worklist import Gaps, Row, listed
from provisions.errors import RequestError
from provisions.phrases import places, quote
from provisions.records import Version
from provisions.report import Cell, Grid, Report, Section
from provisions.skeleton import copy_of
from provisions.vocabulary import Thesaurus


def work_lists(chosen: Sequence[Version], day: date | None, words: Thesaurus) -> tuple[Gaps, ...]:
    """The work list of each law under the standards.

    Raises `ValueError` for less than a standard and a law.
    """
    if len(chosen) < 2:
        raise RequestError(
            "--gaps wants a standard and a law or more: compare CoE Kazakhstan --gaps"
        )
    standards, laws = standing(chosen)
    laws = tuple(_dated(law, laws) for law in laws)
    asking = [law_of(s, words) for s in standards]
    return tuple(listed(law_of(law, words), *asking, day=day) for law in laws)


def _dated(law: Version, among: Sequence[Version]) -> Version:
    """A law that is named by its date in all that is said of it, where another text of it is asked
    too.
    """
    name = named(law, among)
    if name == law.name:
        return law
    title = law.instrument.title.removeprefix(f"{law.name}: ")  # it often begins with the name
    return evolve(law, instrument=evolve(law.instrument, name=name, title=title))


def amended(every: Sequence[Gaps]) -> str:
    """The law after every step of its work list, as a draft that may be read again and compared.

    Raises `ValueError` for several laws, and where nothing of the definition is to be amended.
    """
    if len(every) != 1:
        raise RequestError(
            f"--amended writes one law: give it the standards and one of {_names(every)}"
        )
    (one,) = every
    edits = [e for step in (*one.missing, *one.doubtful) for e in step.edits]
    if not edits:
        why = one.note or f"nothing of the definition of {one.law.name} is to be amended"
        raise RequestError(f"{why}: --amended has nothing to write")
    standards = " and ".join(s.name for s in one.standards)
    count = f"{len(edits)} edit{'s' * (len(edits) != 1)}"
    return copy_of(
        one.amended,
        f"{one.law.name} (amended)",
        comment=f"{one.law.key} with the {count} of its smallest amendment under {standards}.",
    )


def _names(every: Sequence[Gaps]) -> str:
    return ", ".join(g.law.name for g in every)


def report(found: Gaps) -> Report:
    """The report of one work list."""
    return of_gaps((found,), None)


def of_gaps(every: Sequence[Gaps], day: date | None) -> Report:
    """The report of one law's work list, or several laws'."""
    grids: list[Grid] = []
    sections: list[Section] = []
    for each in every:
        grids += _grids(each, f"{each.law.name}: " * (len(every) > 1))
        sections += _sections(each)
    standards = every[0].standards
    shown = [*standards, *(g.law for g in every)]
    evidence = [e for g in every for r in g.rows for e in r.evidence]
    title = "; ".join(worklist.heads(g) for g in every)
    answers = tuple(headline(g.verdict) for g in every if g.verdict is not None)
    notes = (*head(shown, day), *answers)
    return Report(
        f"{title}: what is missing, doubtful and not read",
        notes, tuple(grids), tuple(sections), (),
        lambda: shared_data(shown, day, gaps=[gaps_data(g) for g in every]),
        sources=lambda: rested_on(shown, evidence), texts=tuple(shown), as_of=day, annex=True,
        hint="next: --format docx (with questions for the authorities)   "
        "compare ... bill.toml --gaps (a draft)",
    )  # fmt: skip


def _grids(each: Gaps, of: str = "") -> Iterator[Grid]:
    """Missing, doubtful, not read, options: numbered steps, then the rows beside the definition.

    ``of`` names the law, where there are several.
    """
    number = 1
    standards = " and ".join(s.name for s in each.standards)
    titles: tuple[tuple[str, Sequence[Step], Action], ...] = (
        (worklist.missing_title(each), each.missing, "missing"),
        ("Doubtful: the words bear it, and bear another reading", each.doubtful, "doubtful"),
    )
    for title, steps, action in titles:
        told = worklist.steps(each.under.law.words, steps, each.standards)
        rows = [
            _step_row(each, n, s, text)
            for n, (s, text) in enumerate(zip(steps, told, strict=True), number)
        ]
        number += len(rows)
        others = each.rows_of(action, definition=each.verdict is None)
        rows += [_row(each, n, r) for n, r in enumerate(others, number)]
        number += len(others)
        if rows:
            columns = ("", "place", "what", standards, "has now")
            yield Grid(of + title, columns, tuple(rows), below=2)
    if each.not_read:
        rows = [
            (Cell(p.at), Cell(worklist.to_read(each.under.law.words, p))) for p in each.not_read
        ]
        yield Grid(
            f"{of}Not read: the sources do not show it; no amendment can be advised",
            ("read first", "what hangs on it"), tuple(rows),
        )  # fmt: skip
    options = each.rows_of("option")
    if options:
        rows = [_row(each, "-", r) for r in options]
        columns = ("", "place", "what", standards, "has now")
        title = f"{of}Options: what is asked to be considered, and is not shown to be taken"
        yield Grid(title, columns, tuple(rows), below=2)


def _step_row(each: Gaps, number: int, step: Step, text: str) -> tuple[Cell, ...]:
    return (
        Cell(str(number)),
        Cell(step.at),
        Cell(text),
        Cell(worklist.beside(step), tuple(quote(e) for e in step.asked)),
        Cell(worklist.now(each.under, step), tuple(quote(e) for f in step.now for e in f.evidence)),
    )


def _row(each: Gaps, number: int | str, row: Row) -> tuple[Cell, ...]:
    words = each.under.law.words
    evidence = row.finding.evidence[:1] if row.finding.status == "absent" else row.finding.evidence
    at = places(e.at for e in evidence if e.at)
    return (
        Cell(str(number)),
        Cell(at),
        Cell(worklist.row(words, row)),
        Cell(worklist.standards_words(row.evidence), tuple(quote(e) for e in row.evidence)),
        Cell(
            _now(row, words), tuple(quote(e) for e in row.finding.evidence), (), row.finding.status
        ),
    )


def _now(row: Row, words: Thesaurus) -> str:
    """What the law has: of what is named and yet falls short, its words."""
    if row.finding.spoken:
        return worklist.standards_words(row.finding.evidence)
    return cells.value(row.finding, words)


def _sections(each: Gaps) -> Iterator[Section]:
    words = each.under.law.words
    if each.verdict is None:
        yield Section(worklist.heads(each), (f"{each.note}.",))
    else:
        _, *why = lines(each.verdict)  # the answer itself stands above
        said = (*why, *worklist.by_right(each), *worklist.outcome(each))
        yield Section(f"The definition: {worklist.compared(each.verdict)}", said)
    met = [words.label(r.concept) for r in each.rows_of("met")]
    if met:
        yield Section(f"Met by {each.law.name}", (f"{len(met)}: {', '.join(met)}.",))


# -- data ------------------------------------------------------------------------------------------


def gaps_data(found: Gaps) -> dict[str, Any]:
    """A work list for programs."""
    words = found.under.law.words
    return {
        "law": found.law.key,
        "standard": [s.key for s in found.standards],
        "note": found.note,
        "reach": verdict_data(found.verdict) if found.verdict is not None else None,
        "missing": _list_data(found, "missing", found.missing),
        "doubtful": _list_data(found, "doubtful", found.doubtful),
        "not_read": [
            {
                "at": p.at,
                "concepts": [concept(t.concept) for _, t in p.words],
                "rows": [_row_data(r, words) for r in p.rows],
                "reading": p.reading,
            }
            for p in found.not_read
        ],
        "met": [_row_data(r, words) for r in found.rows_of("met")],
        "options": [_row_data(r, words) for r in found.rows_of("option")],
        "suffices": found.suffices,
    }


def _list_data(found: Gaps, action: Action, steps: Sequence[Step]) -> dict[str, Any]:
    words = found.under.law.words
    others = found.rows_of(action, definition=found.verdict is None)
    return {
        "steps": [
            {
                "at": s.at,
                "facet": s.facet,
                "text": worklist.step(words, s, found.standards),
                "edits": [edit_data(e) for e in s.edits],
                "standard": evidence_data(s.asked),
                "ties": [at for at, _ in s.ties],
                "also": list(s.also),
                "graver": list(s.graver),
                "beyond": [
                    {
                        "facet": b.facet,
                        "concept": concept(b.value),
                        "victims": list(b.victims),
                        "demands": list(b.demands),
                    }
                    for b in s.beyond
                ],
            }
            for s in steps
        ],
        "rows": [_row_data(r, words) for r in others],
    }


def edit_data(edit: Edit) -> dict[str, Any]:
    """An edit for programs."""
    kind = type(edit).__name__.lower()
    if isinstance(edit, Word):
        return {"kind": kind, "list": edit.list, "concept": edit.concept}
    if isinstance(edit, Drop):
        return {
            "kind": kind, "element": edit.element, "quote": edit.words, "at": edit.at,
            "victims": list(edit.victims), "keep": list(edit.keep),
        }  # fmt: skip
    if isinstance(edit, Settle):
        return {"kind": kind, "offence": edit.offence, "limb": edit.limb}
    assert isinstance(edit, Add)
    return {
        "kind": kind, "like": edit.like, "beside": edit.beside, "victims": list(edit.victims),
        "lists": [n for n, _ in edit.lists],
    }  # fmt: skip


def _row_data(row: Row, words: Thesaurus) -> dict[str, Any]:
    return {
        "facet": row.facet,
        "concept": row.concept,
        "strength": row.strength,
        "mark": row.mark,
        "action": row.action,
        "narrower": {n.attribute: list(n.concepts) for n in row.narrower},
        "standard": evidence_data(row.evidence),
        "law": finding_data(row.finding, words),
    }
