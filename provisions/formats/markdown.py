"""Markdown: pipe tables under headings, footnotes as footnotes; pandoc makes Word of it
that fits.
"""

from __future__ import annotations

from tabulate import tabulate

from provisions.citations import source_line
from provisions.errors import visible
from provisions.report import SIGNS, Cell, Grid, Report

LINE = 100
"""The width that the columns of a table share: pandoc reads it from the dashes under the heads."""


def _escaped(text: str) -> str:
    text = visible(text)
    for mark in ("\\", "|", "*", "_", "`", "<", "[", "]", "^", "$"):
        text = text.replace(mark, f"\\{mark}")
    return text.strip().replace("\n", "<br>")


def _cell(cell: Cell) -> str:
    sign = SIGNS.get(cell.mark)
    glyph = f"{_escaped(sign.glyph)} " if sign else ""
    return glyph + _escaped(cell.text) + "".join(f"[^{m}]" for m in cell.marks)


def _table(grid: Grid) -> str:
    """A pipe table whose dashes share one line between its columns, the labels first."""
    rows, group = [], ""
    for line in grid.rows:
        if grid.compact and line.group != group:
            group = line.group
            rows.append([f"**{_escaped(group)}**"])
        rows.append([_cell(c) for c in line])
    heads = [_escaped(c) for c in grid.columns]
    head, _, *body = tabulate(rows, heads, tablefmt="pipe", disable_numparse=True).split("\n")
    others = max(len(heads) - 1, 1)
    first = LINE if len(heads) == 1 else max(12, LINE * 3 // 10 if others < 4 else LINE // 5)
    dashes = [first, *[max(3, (LINE - first) // others)] * (len(heads) - 1)]
    ruled = "|" + "|".join(":" + "-" * (n - 1) for n in dashes) + "|"
    return "\n".join((head, ruled, *body))


def render(report: Report) -> str:
    """The report as Markdown, with footnotes as pandoc and most others read them."""
    parts = [f"# {_escaped(report.title)}", "", *(f"- {_escaped(n)}" for n in report.notes)]
    for head in report.answer:
        told = "; ".join((*head.lines, *(text for text, _ in head.links)))
        counted = f" ({head.count})" if head.count is not None else ""
        parts += ["", f"**{_escaped(head.title + counted)}** {_escaped(told)}".rstrip()]
    for grid in report.grids:
        parts += ["", f"## {_escaped(grid.title)}", "", _table(grid)]
    for section in report.sections:
        if section.lines:
            parts += ["", f"## {_escaped(section.title)}", ""]
            parts += [
                ("  " if line.startswith(" ") else "") + f"- {_escaped(line)}"
                for line in section.lines
            ]
    if report.sources:
        parts += ["", "## Sources", ""]
        parts += [f"- {_escaped(source_line(s))}" for s in report.sources]
    if report.cite:
        parts += ["", *map(_escaped, report.cite)]
    if report.footnotes:
        parts += ["", *(f"[^{i}]: {_escaped(n)}" for i, n in enumerate(report.footnotes, 1))]
    return "\n".join(parts)
