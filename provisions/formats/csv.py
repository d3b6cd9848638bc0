"""CSV, for a spreadsheet or a program: tidy rows and nothing else, UTF-8 with a byte order mark.

Cells that a spreadsheet would run, or turn into a number or a date, begin with an apostrophe.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata

from provisions.errors import visible
from provisions.report import Report

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for a formula when a cell begins with it."""
_UNSEEN = "".join(map(chr, (*range(33), 0x7F, 0xA0, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF)))
"""Characters that are not seen, and may stand before a formula."""


_AS_IT_IS = re.compile(r"0|[1-9]\d{0,14}|\d{4}-\d\d-\d\d")
"""A count, or a day in full: a spreadsheet reads no other thing in them."""
_CHANGED = re.compile(r"[\d.,/: -]+|\d+(\.\d+)?[eE][+-]?\d+")
"""What a spreadsheet turns into a number or a date that it is not."""


def safe(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would run or turn into another number
    or a date.

    A pinpoint such as 4-1 becomes a date in a spreadsheet, and 18.10 a number: both stay text.

    >>> safe("4-1"), safe("=1+1"), safe("132(1)"), safe("2011-03-01")
    ("'4-1", "'=1+1", '132(1)', '2011-03-01')
    """
    # full-width signs are folded to the plain ones by some spreadsheets, and white space and
    # control characters before a sign are dropped by others
    seen = unicodedata.normalize("NFKC", text).lstrip().lstrip(_UNSEEN)
    if text.startswith(_RISKY) or seen.startswith(_RISKY):
        return f"'{visible(text)}"
    bare = seen.rstrip()
    if _CHANGED.fullmatch(bare) and not _AS_IT_IS.fullmatch(text):
        return f"'{visible(text)}"
    return visible(text)


def render(report: Report) -> str:
    """The tidy rows of a report; where it has none, its grids with a column for their titles."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    if report.records:
        heads = tuple(report.records[0])
        writer.writerow(heads)
        writer.writerows([safe(row[head]) for head in heads] for row in report.records)
        return out.getvalue()
    columns = max((len(grid.columns) for grid in report.grids), default=0)
    first = report.grids[0].columns if report.grids else ()
    heads = tuple(c or "item" for c in first) + tuple(
        f"column {i}" for i in range(len(first), columns)
    )
    writer.writerow(("table", *heads))
    for grid in report.grids:
        for row in grid.rows:
            cells = [safe(cell.marked) for cell in row]
            writer.writerow([safe(grid.title), *cells, *[""] * (columns - len(cells))])
    return out.getvalue()
