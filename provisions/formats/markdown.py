"""Markdown: pipe tables under headings."""

from __future__ import annotations

from tabulate import tabulate

from provisions.report import Report


def _escaped(text: str) -> str:
    for mark in ("\\", "|", "*", "_", "`", "<", "[", "]"):
        text = text.replace(mark, f"\\{mark}")
    return text.strip().replace("\n", "<br>")


def render(report: Report) -> str:
    """The report as Markdown."""
    parts = [f"# {_escaped(report.title)}", "", *(f"- {_escaped(n)}" for n in report.notes)]
    for grid in report.grids:
        rows = [[_escaped(c.marked) for c in row] for row in grid.rows]
        table = tabulate(
            rows, [_escaped(c) for c in grid.columns], tablefmt="pipe", disable_numparse=True
        )
        parts += ["", f"## {_escaped(grid.title)}", "", table]
    for section in report.sections:
        parts += ["", f"## {_escaped(section.title)}", ""]
        parts += [
            ("  " if line.startswith(" ") else "") + f"- {_escaped(line)}" for line in section.lines
        ]
    if report.footnotes:
        parts += ["", "## Discrepancies and reading notes", ""]
        parts += [f"- \\[{i}\\] {_escaped(note)}" for i, note in enumerate(report.footnotes, 1)]
    return "\n".join(parts)
