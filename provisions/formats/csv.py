"""CSV, for a spreadsheet: one table with a column for the title of its grid; cells that a
spreadsheet would run are neutralised.
"""

from __future__ import annotations

import csv
import io

from provisions.report import Report

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula when a cell begins with it."""


def safe(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would run or turn into a number or a
    date.

    A pinpoint such as 4-1 becomes a date in a spreadsheet, and 18.10 a number: both stay text.
    """
    bare = text.strip()
    if text.startswith(RISKY) or (bare and all(c in "0123456789.,-/: " for c in bare)):
        return f"'{text}"
    return text


def render(report: Report) -> str:
    """The grids under one another, then sections and footnotes as rows of two columns."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for grid in report.grids[:1]:
        writer.writerow(["section", *(safe(c) or "item" for c in grid.columns)])
    for grid in report.grids:
        if grid.columns != report.grids[0].columns:
            writer.writerow(["section", *(safe(c) or "item" for c in grid.columns)])
        for row in grid.rows:
            writer.writerow([safe(grid.title), *(safe(c.marked) for c in row)])
    for section in (*report.sections, *([] if not report.footnotes else [None])):
        if section is None:
            for i, note in enumerate(report.footnotes, 1):
                writer.writerow(["notes", safe(f"[{i}] {note}")])
        else:
            for line in section.lines:
                writer.writerow([safe(section.title), safe(line.strip())])
    for note in (report.title, *report.notes):
        writer.writerow(["header", safe(note)])
    return out.getvalue()
