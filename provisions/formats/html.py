"""A plain HTML fragment: headings, tables and lists, nothing that needs a style or a script."""

from __future__ import annotations

from html import escape

from provisions.report import Cell, Grid, Report


def _text(text: str) -> str:
    return escape(text.strip()).replace("\n", "<br>")


def _cell(cell: Cell) -> str:
    status = f' class="{escape(cell.status)}"' if cell.status else ""
    title = f' title="{escape(chr(10).join(cell.quotes))}"' if cell.quotes else ""
    return f"<td{status}{title}>{_text(cell.marked)}</td>"


def _grid(grid: Grid) -> list[str]:
    head = "".join(f'<th scope="col">{_text(c)}</th>' for c in grid.columns)
    rows = [
        f'<tr><th scope="row">{_text(row[0].marked)}</th>' + "".join(map(_cell, row.cells[1:])) + "</tr>"
        for row in grid.rows
    ]
    return ["<table>", f"<caption>{_text(grid.title)}</caption>", f"<thead><tr>{head}</tr></thead>", "<tbody>", *rows,
            "</tbody>", "</table>"]  # fmt: skip


def _list(title: str, lines: tuple[str, ...]) -> list[str]:
    return [
        f"<h3>{_text(title)}</h3>",
        "<ul>",
        *(f"<li>{_text(line)}</li>" for line in lines),
        "</ul>",
    ]


def render(report: Report) -> str:
    """The report as an HTML fragment; the words a cell rests on are its title."""
    parts = [
        f"<h2>{_text(report.title)}</h2>",
        "<ul>",
        *(f"<li>{_text(n)}</li>" for n in report.notes),
        "</ul>",
    ]
    for grid in report.grids:
        parts += _grid(grid)
    for section in report.sections:
        parts += _list(section.title, section.lines)
    if report.footnotes:
        parts += _list(
            "Discrepancies and reading notes",
            tuple(f"[{i}] {n}" for i, n in enumerate(report.footnotes, 1)),
        )
    return "\n".join(parts)
