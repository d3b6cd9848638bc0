"""Plain text, for a terminal: 100 columns for two instruments, wider only for four and more."""

from __future__ import annotations

from textwrap import wrap

from tabulate import tabulate

from provisions.report import Grid, Report

WIDTH = 100
LABEL = 27
NARROWEST = 20
WIDE = 4
"""From so many columns beside the label on, short columns give way to long ones."""


def render(report: Report) -> str:
    """The report as text with wrapped cells, ruled where a row ends."""
    parts = [report.title, "=" * len(report.title), *_wrapped(report.notes)]
    for grid in report.grids:
        parts += ["", *_wrapped(tuple(grid.title.split("\n"))), _grid(grid)]
    for section in report.sections:
        parts += ["", section.title, "-" * len(section.title), *_wrapped(section.lines)]
    if report.footnotes:
        title = "Discrepancies and reading notes"
        parts += ["", title, "-" * len(title)]
        parts += _wrapped(tuple(f"[{i}] {note}" for i, note in enumerate(report.footnotes, 1)))
    return "\n".join(parts)


def _grid(grid: Grid) -> str:
    if grid.compact:
        rows = [[c.marked for c in row] for row in grid.rows]
        return tabulate(rows, grid.columns, tablefmt="simple", disable_numparse=True)
    widths = _widths(grid)
    rows = [[_fit(c.marked, w) for c, w in zip(row, widths, strict=True)] for row in grid.rows]
    heads = [
        _fit(h, w) + " " * max(0, w - 2 - len(h)) for h, w in zip(grid.columns, widths, strict=True)
    ]
    # tabulate makes a column two wider than its head; numbers must stay text: 18.10 is no number;
    # and text is wrapped here, not by tabulate
    return tabulate(rows, heads, tablefmt="simple_grid", disable_numparse=True)


def _widths(grid: Grid) -> list[int]:
    """The label, then equal columns; in a wide table what a short column leaves goes to the others."""
    others = len(grid.columns) - 1
    label = LABEL if others else WIDTH - 4
    room = max(NARROWEST, (WIDTH - label - 4 - 3 * others) // max(others, 1))
    widths = [label] + [room] * others
    if others < WIDE:
        return widths
    cells = zip(grid.columns, *([c.marked for c in row] for row in grid.rows), strict=True)
    wanted = [max(len(line) for text in column for line in text.split("\n")) for column in cells]
    widths[0] = min(wanted[0], LABEL)
    least = sum(min(w, NARROWEST) for w in wanted[1:])
    spare = max(WIDTH - 4 - 3 * others - widths[0], least)
    long = sorted(range(1, len(wanted)), key=wanted.__getitem__)
    for left, i in zip(range(len(long), 0, -1), long, strict=True):
        widths[i] = max(1, min(wanted[i], spare // left))
        spare -= widths[i]
    return widths


def _fit(text: str, width: int) -> str:
    if len(text) <= width and "\n" not in text:
        return text
    indent = " " * (len(text) - len(text.lstrip(" ")))
    folded = [
        line for part in text.split("\n")
        for line in wrap(part, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False) or [""]
    ]  # fmt: skip
    return "\n".join(folded)


def _wrapped(lines: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip(" ")))
        found += wrap(
            line.strip(),
            WIDTH,
            initial_indent=indent,
            subsequent_indent=indent + "    ",
            break_on_hyphens=False,
        ) or [""]
    return found
