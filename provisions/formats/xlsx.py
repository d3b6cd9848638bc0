"""A workbook: what it is, the work list, the table, the findings one row a cell, the sources.

Every cell is written as text: a pinpoint is never read as a date, and nothing runs as a formula.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from provisions.citations import described
from provisions.errors import visible
from provisions.formats.docx import FILLS
from provisions.fullness import fullness_of
from provisions.records import Version
from provisions.report import SIGNS, Grid, Report

if TYPE_CHECKING:
    from xlsxwriter import Workbook

ACTIONS = ("missing", "doubtful", "not-read", "option")
"""What stands on the work list, the most urgent first."""
TEXTS = (
    "text", "title", "from", "until", "known until", "record", "lists", "lists in full",
    "worth of the sources", "main source", "read on",
)  # fmt: skip
"""The columns of the sheet of texts."""
WIDEST = 60
"""So many letters wide is a column at most; longer texts are wrapped."""
LONGEST = 32767
"""The most characters a cell of a workbook holds."""


def _told(text: str) -> str:
    """What a cell holds of a text, with what is not seen written out."""
    return visible(text)[:LONGEST]


def _sheet(book: Workbook, name: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Any:
    """A sheet with a frozen, filtered head."""
    sheet: Any = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "bg_color": "#F5F7F9", "bottom": 1})
    text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    count = 0
    sizes = [len(head) for head in heads]
    for column, head in enumerate(heads):
        sheet.write_string(0, column, _told(head), bold)
    for count, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            sheet.write_string(count, column, _told(value), text)
        sizes = [max(pair) for pair in zip(sizes, map(len, row), strict=True)]
    sheet.freeze_panes(1, 1)
    if heads and count:
        sheet.autofilter(0, 0, count, len(heads) - 1)
    for column, size in enumerate(sizes):
        sheet.set_column(column, column, min(size, WIDEST) + 2)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    return sheet


def _table(book: Workbook, grid: Grid, name: str) -> None:
    """The comparison: laws as columns, each cell its mark and place, filled by its mark."""
    laws = grid.columns[1 + grid.standards :]
    sheet = _sheet(book, name, ("article", grid.columns[0] or "asked", *laws), ())
    fills = {
        mark: book.add_format(
            {
                "bg_color": f"#{colour}",
                "font_color": "#FFFFFF" if mark == "no" else "#000000",
                "text_wrap": True,
                "valign": "top",
                "num_format": "@",
            }
        )
        for mark, colour in FILLS.items()
    }
    for number, line in enumerate(grid.rows, 1):
        sheet.write_string(number, 0, _told(line.article))
        sheet.write_string(number, 1, _told(line.cells[0].text.strip()))
        for column, cell in enumerate(line.cells[1 + grid.standards :], 2):
            sign = SIGNS.get(cell.mark)
            told = f"{sign.glyph if sign else ''} {cell.place or cell.text}".strip()
            sheet.write_string(number, column, _told(told), fills.get(cell.mark))
    sheet.set_column(1, 1, 44)
    sheet.set_column(2, 1 + len(laws), max(12, min(WIDEST, 150 // max(len(laws), 1))))
    sheet.freeze_panes(1, 2)


def render(report: Report) -> bytes:
    """The report as a workbook.

    Raises `ModuleNotFoundError` where XlsxWriter is not installed (the extra ``sheet``).
    """
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        about = [(report.title,), *((note,) for note in report.notes), *((c,) for c in report.cite)]
        about += [(f"{s.glyph} {s.word}",) for s in SIGNS.values()]
        _sheet(book, "Read me", ("What this is",), about).set_column(0, 0, 2 * WIDEST)
        wanted = [r for r in report.records if r.get("action") in ACTIONS]
        if wanted:
            asked = ("law", "action", "article", "label", "pinpoint", "status", "rest", "via")
            wanted.sort(key=lambda r: (r["law"], ACTIONS.index(r["action"])))
            rows = [[r["version"], *(r[head] for head in asked[1:])] for r in wanted]
            _sheet(book, "Work list", asked, rows)
        elif report.answer:
            work = [
                (head.title, "" if head.count is None else str(head.count), told)
                for head in report.answer
                for told in ((*head.lines, *(text for text, _ in head.links)) or ("",))
            ]
            _sheet(book, "Work list", ("head", "count", "what"), work)
        for number, grid in enumerate(report.grids, 1):
            name = "Table" if len(report.grids) == 1 else f"Table {number}"
            if grid.marked:
                _table(book, grid, name)
            else:
                rows = [[cell.marked for cell in line] for line in grid.rows]
                _sheet(book, name, grid.columns, rows)
        if report.records:
            heads = tuple(report.records[0])
            name = "Findings" if any(grid.marked for grid in report.grids) else "Data"
            _sheet(book, name, heads, [[r[h] for h in heads] for r in report.records])
        sections = [(s.title, line) for s in report.sections for line in s.lines]
        sections += [("note", f"[{i}] {note}") for i, note in enumerate(report.footnotes, 1)]
        if sections:
            _sheet(book, "Notes", ("about", "text"), sections)
        if report.sources:
            rows = [
                [s.id, described(s), s.basis, s.URL or "", str(s.accessed or "")]
                for s in report.sources
            ]
            _sheet(book, "Sources", ("source", "citation", "basis", "address", "read on"), rows)
        if report.texts:
            _sheet(book, "Texts", TEXTS, [_text(text, report) for text in report.texts])
    return out.getvalue()


def _text(text: Version, report: Report) -> list[str]:
    """A text: its days, and how much of it was read."""
    read = fullness_of(text, {source.id: source for source in report.sources})
    span = (str(text.in_force.since), str(text.in_force.until or ""), str(text.known_until or ""))
    counted = (read.judgement, str(read.lists), str(read.full), "; ".join(read.bases))
    return [text.key, text.instrument.title, *span, *counted, text.source, str(text.read)]
