"""A page: one self-contained file that opens from disk, loads nothing and prints; every word is in
it before any script runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import count, groupby
from typing import TYPE_CHECKING

from provisions.citations import described
from provisions.formats.svg import timeline
from provisions.report import SIGNS, Cell, Grid, Line, Report

if TYPE_CHECKING:
    from jinja2 import Template

BASES = {
    "primary": "the law’s words",
    "official-translation": "official translation",
    "unofficial-translation": "unofficial translation",
    "secondary": "an account",
    "draft": "a bill",
}
"""What a source is worth, as a reader says it."""

_OUTLINES = {
    "secondary": "account",
    "draft": "bill",
    "official-translation": "translation",
    "unofficial-translation": "translation",
}
"""The bases that do not look like the law's own words: their marks have a dashed outline."""


@cache
def _template(name: str) -> Template:
    from jinja2 import Environment, PackageLoader

    loader = PackageLoader("provisions.formats", "page")
    return Environment(loader=loader, autoescape=True).get_template(name)


def _part(name: str) -> str:
    return (files("provisions.formats") / "page" / name).read_text(encoding="utf-8")


def _laws(grid: Grid, line: Line) -> tuple[Cell, ...]:
    return line.cells[1 + grid.standards :]


def _marks_in(grid: Grid) -> list[str]:
    used = {cell.mark for line in grid.rows for cell in _laws(grid, line)}
    return [mark for mark in SIGNS if mark in used]


def _groups(grid: Grid) -> Iterator[tuple[str, list[Line]]]:
    for group, lines in groupby(grid.rows, key=lambda line: line.group):
        yield group, list(lines)


def _basis(cell: Cell) -> str:
    """What the first evidence of a cell rests on, where that is not the law's own words."""
    return _OUTLINES.get(cell.evidence[0].basis, "") if cell.evidence else ""


def _first_rows(report: Report) -> dict[int, str]:
    """For each footnote the address of the first row that cites it."""
    found: dict[int, str] = {}
    for grid in report.grids:
        if not grid.marked:
            continue
        for line in grid.rows:
            for number in (n for cell in line for n in cell.marks):
                found.setdefault(number, f"{grid.ids[1 + grid.standards]}/{line.key}")
    return found


STEPS = (5, 10, 15, 20, 25, 30, 35, 40, 50)
"""The widths a column of a plain table may have, in hundredths."""


def _widths(grid: Grid, report: Report) -> list[int]:
    """The widths of the columns of a plain table, by how much stands in them; the tables of a
    report that have as many columns have the same.
    """
    alike = [g for g in report.grids if len(g.columns) == len(grid.columns) and not g.marked]
    wanted = []
    for i, _ in enumerate(grid.columns):
        heads = max(max(map(len, g.columns[i].split() or [""])) for g in alike)
        longest = max((len(line.cells[i].text) for g in alike for line in g.rows), default=0)
        wanted.append(max(3, heads, min(60, longest**0.7)))
    whole = sum(wanted)
    return [min(STEPS, key=lambda step: abs(step - 100 * part / whole)) for part in wanted]


def _unsaid(cell: Cell) -> list[str]:
    """The quotations of a cell whose words do not stand in its text already."""
    quoted = ((quote, quote.partition('"')[2].partition('"')[0]) for quote in cell.quotes)
    return [quote for quote, words in quoted if not words or words not in cell.text]


def render(report: Report) -> str:
    """The report as a page. Raises `ModuleNotFoundError` only where Jinja2 is not installed."""
    numbers = count(1)
    return _template("page.html").render(
        report=report,
        signs=SIGNS,
        bases=BASES,
        described=described,
        css=_part("page.css"),
        js=_part("page.js"),
        marks_in=_marks_in,
        facets_in=lambda grid: list(dict.fromkeys(x.facet for x in grid.rows if x.facet)),
        articles_in=lambda grid: list(dict.fromkeys(x.article for x in grid.rows if x.article)),
        groups_of=_groups,
        basis_of=_basis,
        widths=_widths,
        unsaid=_unsaid,
        figures=[timeline(grid, str(i)) for i, grid in enumerate(report.timelines)],
        uid=lambda: next(numbers),
        note_rows=_first_rows(report).get,
    )


def fragment(report: Report) -> str:
    """The report as a fragment of a page, without styles or scripts: for a notebook."""
    return _template("notebook.html").render(report=report, signs=SIGNS)
