"""What the reports of the modes share: cells of findings, heads, sources; a comparison's own; its
data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from comparators.standing import Verdict
from comparators.table import Comparison, Row
from comparators.telling import lines
from comparators.wording.cells import FACET_TITLES, STATUS_NOTES
from comparators.wording.cells import elsewhere as elsewhere_text
from provisions import REFERENCE_DATE, newest, sources
from provisions.phrases import quote
from provisions.records import FACETS, VICTIMS, Evidence, Version, entries_of
from provisions.report import Cell, Footnotes, Grid, Report, Section
from provisions.vocabulary import Thesaurus


def sentence(day: date) -> str:
    """A day in words: 18 April 2012."""
    return f"{day.day} {day:%B %Y}"


def cell(
    words: Thesaurus, concept: str, finding: Any, notes: Footnotes, discrepancies: Sequence[str]
) -> Cell:
    """A finding as a cell."""
    text = finding.value + elsewhere_text(words, concept.partition(":")[0], finding.elsewhere)
    marks = tuple(notes.number(n) for n in (*finding.notes, *discrepancies))
    quotes = [quote(e) for e in finding.evidence if e.words or e.gloss]
    quotes += [quote(e) for o in finding.elsewhere for e in o.evidence if e.words or e.gloss]
    return Cell(text, tuple(dict.fromkeys(quotes)), tuple(dict.fromkeys(marks)), finding.status)


def version_note(version: Version, as_of: date | None) -> str:
    """The header line of one version: title, span, and whether another is newer or had to stand
    in.
    """
    title = version.instrument.title
    line = title if title.startswith(version.name) else f"{version.name}: {title}"
    line += f"; {version.in_force}"
    day = as_of or REFERENCE_DATE
    if as_of is None and version.in_force.since > day:
        line += f"; no version held for {sentence(day)}, shown in its earliest later one"
    last = newest(version)
    if last > version.in_force.since:
        line += f"; a newer version is held (since {last})"
    if version.in_force.until is not None and version.in_force.until < date.today():  # noqa: DTZ011 - the reader's day
        line += "; superseded" if last > version.in_force.since else "; no longer in force"
    return line


def as_of_note(as_of: date | None) -> str:
    """Which day's law is shown, and whether anybody asked for it."""
    if as_of is None:
        return f"The law of {sentence(REFERENCE_DATE)}, the reference date (another day: --as-of)."
    return f"The law of {sentence(as_of)}."


def sources_of(versions: Iterable[Version], evidence: Iterable[Evidence] = ()) -> tuple[str, ...]:
    """The sources that some versions and evidence rest on, one line each."""
    versions = tuple(versions)
    used = dict.fromkeys([v.source for v in versions] + [e.source for e in evidence if e.source])
    known = dict(sources(used))
    for version in versions:
        known |= version.sources
    found = []
    for source in used:
        if source in known:
            s = known[source]
            found.append(
                ", ".join(
                    x
                    for x in (f"{source}: {s.title}", s.number, s.issued, s.basis.replace("-", " "))
                    if x
                )
            )
    return tuple(found)


def of_comparison(comparison: Comparison, *, evidence: bool = False) -> Report:
    """The report of a comparison: a grid a facet, who reaches whom, the statuses, discrepancies,
    notes, sources.
    """
    words, versions = comparison.words, comparison.versions
    notes = Footnotes()
    columns = ("", *_heads(versions))
    grids = []
    for facet in FACETS:
        rows = [r for r in comparison.rows if r.facet == facet]
        if rows:
            cells = tuple((Cell(r.label), *_cells(r, versions, words, notes)) for r in rows)
            grids.append(Grid(FACET_TITLES[facet], columns, cells))
    used = {c.status for r in comparison.rows for c in r.cells}
    every = [e for r in comparison.rows for c in r.cells for e in c.evidence]
    sections = [*_reach_sections(comparison)]
    general = [
        f"{v.name}: {n}" for v in versions for n in (*v.notes, *([v.dating] if v.dating else []))
    ]
    general += [f"{v.name}: {d.note}" for v in versions for d in v.discrepancies if not d.on]
    sections.append(
        Section("How to read a cell", tuple(t for s, t in STATUS_NOTES.items() if s in used))
    )
    if general:
        sections.append(Section("Notes", tuple(general)))
    sections.append(Section("Sources", sources_of(versions, every)))
    return Report(
        " and ".join(_heads(versions)) if len(versions) < 3 else ", ".join(_heads(versions)),
        (as_of_note(comparison.as_of), *(version_note(v, comparison.as_of) for v in versions)),
        tuple(_with_quotes(g) for g in grids) if evidence else tuple(grids),
        tuple(sections),
        notes.texts,
        data_of(comparison),
    )


def _heads(versions: Sequence[Version]) -> tuple[str, ...]:
    names = [v.name for v in versions]
    return tuple(
        f"{v.name} {v.in_force.since}" if names.count(v.name) > 1 else v.name for v in versions
    )


def _cells(
    row: Row, versions: Sequence[Version], words: Thesaurus, notes: Footnotes
) -> Iterator[Cell]:
    concept = row.concept.partition(":")[0]
    for version, finding in zip(versions, row.cells, strict=True):
        said = [f"{version.name}: {d.note}" for d in version.discrepancies if concept in d.on]
        yield cell(words, row.concept, finding, notes, said)


def _with_quotes(grid: Grid) -> Grid:
    """The grid with the quoted words under each cell."""
    rows = tuple(
        tuple(
            Cell("\n".join((c.marked, *c.quotes)), (), (), c.status) if c.quotes else c for c in row
        )
        for row in grid.rows
    )
    return Grid(grid.title, grid.columns, rows)


def _reach_sections(comparison: Comparison) -> Iterator[Section]:
    if len(comparison.versions) < 2 or comparison.facets:
        return
    verdicts, without = comparison.reach
    said: list[str] = []
    for verdict in verdicts:
        told = list(lines(verdict, comparison.words))
        if len(comparison.versions) > 2:
            told = [t for t in told if not t.startswith(("  beyond", "  proviso", "  open"))]
        said += told
    yield Section("Who reaches whom", (*said, *without))


# -- data ------------------------------------------------------------------------------------------


def evidence_data(evidence: Iterable[Evidence]) -> list[dict[str, str]]:
    """Evidence for programs: source, at, quote; gloss, lang and by where there are any."""
    found = []
    for e in evidence:
        row = {"source": e.source or "", "at": e.at or "", "quote": e.words or ""}
        row |= {k: v for k, v in (("gloss", e.gloss), ("lang", e.lang), ("by", e.by)) if v}
        found.append(row)
    return found


def version_data(version: Version) -> dict[str, Any]:
    """A version for programs."""
    span = version.in_force
    used = dict.fromkeys([version.source, *(e.source for _, e in entries_of(version) if e.source)])
    return {
        "id": version.id,
        "name": version.name,
        "title": version.instrument.title,
        "in_force": {"from": str(span.since), "until": str(span.until) if span.until else None},
        "sources": list(used),
    }


def finding_data(finding: Any) -> dict[str, Any]:
    """A finding for programs."""
    return {
        "status": finding.status,
        "value": finding.value,
        "via": finding.via,
        "elsewhere": [
            {
                "role": o.role,
                "concept": o.concept,
                "to": o.to,
                "evidence": evidence_data(o.evidence),
            }
            for o in finding.elsewhere
        ],
        "named": list(finding.named),
        "evidence": evidence_data(finding.evidence),
    }


def verdict_data(verdict: Verdict) -> dict[str, Any]:
    """A verdict for programs."""
    case = verdict.counterexample
    return {
        "standard": verdict.standard.id,
        "law": verdict.law.id,
        "verdict": verdict.verdict,
        "counterexample": None
        if case is None
        else {
            "act": case.pattern.act,
            "means": case.pattern.means or None,
            "purpose": case.pattern.purpose or None,
            "victim": case.pattern.victim,
            "further": list(case.pattern.further),
            "text": case.text,
            "standard_at": case.standard_at,
            "fails": list(case.fails),
        },
        "demands_more": [{"concept": d.element, "text": d.text, "evidence": evidence_data(d.evidence)} for d in verdict.demands_more],
        "gaps": [
            {"victim": v, "facet": g.facet, "concept": g.concept or "none-required"}
            for g in verdict.gaps for v in VICTIMS if v in g.victims
        ],
        "open_questions": [
            {"kind": q.kind, "text": q.text, "at": q.at, "concepts": [c or "none-required" for c in q.concepts]}
            for q in verdict.open_questions
        ],
        "provisos": list(verdict.provisos),
        "notes": list(verdict.notes),
        "beyond": [
            {"victim": v, "facet": g.facet, "concept": g.concept or "none-required"}
            for g in verdict.beyond for v in VICTIMS if v in g.victims
        ],
    }  # fmt: skip


def data_of(comparison: Comparison) -> dict[str, Any]:
    """A comparison for programs: the JSON of the public face."""
    keys = comparison.columns
    verdicts: list[dict[str, Any]] = []
    if len(comparison.versions) > 1 and not comparison.facets:
        by_version = {id(v): k for v, k in zip(comparison.versions, keys, strict=True)}
        for verdict in comparison.reach[0]:
            names = {
                "standard": by_version[id(verdict.standard)],
                "law": by_version[id(verdict.law)],
            }
            verdicts.append(verdict_data(verdict) | names)
    return {
        "as_of": str(comparison.as_of or REFERENCE_DATE),
        "instruments": [
            version_data(v) | {"key": k} for v, k in zip(comparison.versions, keys, strict=True)
        ],
        "rows": [
            {
                "facet": r.facet,
                "concept": r.concept,
                "label": r.label.strip(),
                "cells": {k: finding_data(c) for k, c in zip(keys, r.cells, strict=True)},
            }
            for r in comparison.rows
        ],
        "reach": verdicts,
    }
