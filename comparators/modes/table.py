"""The table of `compare CoE Armenia`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from comparators.comparison import Comparison, Row, compare
from comparators.modes.data import comparison_data, tidy
from comparators.modes.screen import report as under_standards
from comparators.wording.cells import cell
from comparators.wording.heads import (
    FACET_TITLES,
    STATUS_NOTES,
    as_of_note,
    columns,
    of_the_whole,
    sources_of,
    version_note,
)
from comparators.wording.verdicts import lines
from provisions import sources
from provisions.records import FACETS, Source, Version, entries_of
from provisions.report import Cell, Footnotes, Grid, Report, Section
from provisions.vocabulary import Thesaurus


def table(
    chosen: tuple[Version, ...], facets: tuple[str, ...], day: date | None,
    *, differences: bool = False, evidence: bool = False, every: bool = False, **options: Any,
) -> Report:  # fmt: skip
    """The comparison of some versions, as a report."""
    comparison = compare(*chosen, facets=facets, every=every, as_of=day)
    if differences:
        comparison = comparison.differences()
    full = bool(options.pop("full", False) or every)
    return report(comparison, evidence=evidence, full=full, **options)


def report(
    comparison: Comparison, *, evidence: bool = False, full: bool = False, article: str = "",
    fold: bool = True,
) -> Report:  # fmt: skip
    """Laws under the standards that stand before them; else all beside one another."""
    if any(v.instrument.international for v in comparison.standards):
        return under_standards(comparison, full=full, article=article, evidence=evidence, fold=fold)
    return beside(comparison, evidence=evidence)


def beside(comparison: Comparison, *, evidence: bool = False) -> Report:
    """A grid a facet, who reaches whom, the statuses, discrepancies, notes, sources."""
    words, versions = comparison.words, comparison.versions
    notes, heads = Footnotes(), columns(comparison.versions)
    grids = []
    for facet in FACETS:
        rows = [r for r in comparison.rows if r.facet == facet]
        if rows:
            cells = tuple((Cell(r.label), *_cells(r, versions, words, notes)) for r in rows)
            grids.append(Grid(FACET_TITLES[facet], ("", *heads), cells))
    cited = (e for r in comparison.rows for c in r.cells for e in c.evidence)
    return Report(
        " and ".join(heads) if len(versions) < 3 else ", ".join(heads),
        (
            as_of_note(comparison.as_of, versions),
            *(version_note(v, comparison.as_of) for v in versions),
        ),
        tuple(_with_quotes(g) for g in grids) if evidence else tuple(grids),
        tuple(_sections(comparison)),
        notes.texts,
        references=sources_of(versions, cited),
        data=comparison_data(comparison),
        records=tuple(tidy(comparison, comparison.rows, _bibliography(versions))),
    )


def _bibliography(versions: Sequence[Version]) -> Mapping[str, Source]:
    """The sources that some versions rest on."""
    used = dict.fromkeys(e.source for v in versions for _, e in entries_of(v) if e.source)
    known = dict(sources([*(v.source for v in versions), *used]))
    for version in versions:
        known |= version.sources
    return known


def _sections(comparison: Comparison) -> Iterator[Section]:
    """What stands below the grids."""
    cells = [c for r in comparison.rows for c in r.cells]
    yield from _reach_sections(comparison)
    used = {c.status for c in cells}
    yield Section("How to read a cell", tuple(t for s, t in STATUS_NOTES.items() if s in used))
    shown = {note for c in cells for note in c.notes}
    general = tuple(f"{v.name}: {n}" for v in comparison.versions for n in of_the_whole(v, shown))
    if general:
        yield Section("Notes", general)


def _cells(
    row: Row, versions: Sequence[Version], words: Thesaurus, notes: Footnotes
) -> Iterator[Cell]:
    concept = row.concept.partition(":")[0]
    for version, finding in zip(versions, row.cells, strict=True):
        said = [f"{version.name}: {d.note}" for d in version.discrepancies if concept in d.on]
        yield cell(finding, words, notes, said)


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
        told = list(lines(verdict))
        if len(comparison.versions) > 2:
            told = [t for t in told if not t.startswith(("  beyond", "  proviso", "  open"))]
        said += told
    yield Section("Who reaches whom", (*said, *without))
