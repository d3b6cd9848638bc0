"""The table of `compare CoE Armenia`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import evolve, frozen

from comparators.comparison import Comparison, Row, compare
from comparators.modes.data import comparison_data, differing, tidy
from comparators.modes.screen import VERDICTS, mark_of, place_told
from comparators.modes.screen import report as under_standards
from comparators.wording.brief import reason
from comparators.wording.cells import cell, what
from comparators.wording.heads import (
    FACET_TITLES,
    STATUS_NOTES,
    as_of_note,
    columns,
    joined,
    of_the_whole,
    rested_on,
    version_note,
)
from comparators.wording.verdicts import headline, lines
from provisions.corpus import bibliography_of
from provisions.records import FACETS, Version
from provisions.report import Cell, Footnotes, Grid, Line, Report, Section
from provisions.values import Value


def table(
    chosen: tuple[Version, ...], facets: tuple[str, ...], day: date | None,
    *, differences: bool = False, evidence: bool = False, every: bool = False, **options: Any,
) -> Report:  # fmt: skip
    """The comparison of some versions, as a report."""
    comparison = compare(*chosen, facets=facets, every=every, as_of=day)
    full = bool(options.pop("full", False) or every)
    return report(comparison, evidence=evidence, full=full, differences=differences, **options)


def report(
    comparison: Comparison, *, evidence: bool = False, full: bool = False, article: str = "",
    fold: bool = True, differences: bool = False,
) -> Report:  # fmt: skip
    """Laws under the standards that stand before them; else all beside one another."""
    if any(v.instrument.international for v in comparison.standards):
        return under_standards(
            comparison, full=full, article=article, evidence=evidence, fold=fold,
            differences=differences,
        )  # fmt: skip
    shown = comparison.differences() if differences else comparison
    return beside(shown, evidence=evidence, full=full)


def beside(comparison: Comparison, *, evidence: bool = False, full: bool = False) -> Report:
    """A grid a facet, who reaches whom, the statuses, discrepancies, notes, sources."""
    versions = comparison.versions
    heads = columns(versions)
    cited = [e for r in comparison.rows for c in r.cells for e in c.evidence]
    beside_ = _Beside(comparison, Footnotes())
    grids = tuple(
        Grid(FACET_TITLES[facet], ("", *heads), rows)
        for facet in FACETS
        if (rows := tuple(beside_.row(r) for r in comparison.rows if r.facet == facet))
    )
    return Report(
        joined(heads),
        (
            as_of_note(comparison.as_of, versions),
            *(version_note(v, comparison.as_of) for v in versions),
        ),
        tuple(_with_quotes(g) for g in grids) if evidence else grids,
        tuple(_sections(comparison)),
        beside_.notes.texts,
        sources=lambda: rested_on(versions, cited),
        texts=versions,
        as_of=comparison.as_of,
        data=lambda: comparison_data(comparison),
        answer=tuple(_answers(comparison)),
        records=lambda: tuple(tidy(comparison, comparison.rows, bibliography_of(versions))),
        hint="next: --full (every cell whole, who reaches whom, notes, sources)   "
        "--words   --differences   --format html",
        brief=not (full or evidence),
    )


def _answers(comparison: Comparison) -> Iterator[Section]:
    """Who reaches whom, an answer a line with its one reason."""
    for verdict in comparison.reach[0] if not comparison.facets else ():
        why = reason(verdict)
        yield Section(
            headline(verdict).rstrip("."), (why,) if why else (), VERDICTS[verdict.verdict][0]
        )


def _sections(comparison: Comparison) -> Iterator[Section]:
    """What stands below the grids."""
    cells = [c for r in comparison.rows for c in r.cells]
    yield from _reach_sections(comparison)
    used = {c.status for c in cells}
    told = tuple(t for s, t in STATUS_NOTES.items() if s in used)
    yield Section("How to read a cell", told, aside=True)
    shown = {note for c in cells for note in c.notes}
    general = of_the_whole(comparison.versions, shown)
    if general:
        yield Section("Notes", general, aside=True)


@frozen(eq=False, repr=False)
class _Beside(Value):
    """Laws beside one another: each row as cells with their marks, and the notes in their order."""

    comparison: Comparison
    notes: Footnotes

    def row(self, row: Row) -> Line:
        """A row: what each law says of a concept, whole and in short."""
        found = [Cell(row.label)]
        marks = self.comparison.marked(row)
        for version, finding, marked in zip(
            self.comparison.versions, row.cells, marks, strict=True
        ):
            said = differing(version, row.concept, self.comparison.versions)
            told = cell(finding, self.comparison.words, self.notes, said)
            sign = mark_of(marked, finding)
            found.append(
                evolve(
                    told,
                    mark="no" if sign == "not-asked" else sign,
                    place=place_told(finding),
                    what=what(finding, self.comparison.words),
                )
            )
        return Line(tuple(found))


def _with_quotes(grid: Grid) -> Grid:
    """The grid with the quoted words under each cell."""
    rows = tuple(
        tuple(
            evolve(c, text="\n".join((c.marked, *c.quotes)), quotes=(), marks=()) if c.quotes else c
            for c in row
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
    yield Section("Who reaches whom", (*said, *without), aside=True)
