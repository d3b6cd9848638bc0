"""Plain text, for a terminal: 100 columns for two instruments, wider only for four and more."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap

from tabulate import DataRow, TableFormat, tabulate
from tabulate import Line as Rule

from provisions.report import SIGNS, Cell, Grid, Line, Report, Section

WIDTH = 100
LABEL = 27
NARROWEST = 20
WIDE = 4
"""From so many columns beside the label on, short columns give way to long ones."""


def render(report: Report) -> str:
    """The report as text with wrapped cells, ruled where a row ends."""
    parts = [report.title, "=" * len(report.title), *_wrapped(report.notes)]
    if report.answer:
        parts += ["", *(line for head in report.answer for line in _head(head))]
    for grid in report.grids:
        if grid.marked:
            parts += ["", _marked(grid), "", _key(grid)]
        else:
            parts += ["", *_wrapped(tuple(grid.title.split("\n"))), _grid(grid)]
    for section in report.sections:
        if report.brief and section.aside:
            continue
        parts += ["", section.title, "-" * len(section.title), *_wrapped(section.lines)]
    if report.footnotes:
        title = "Discrepancies and reading notes"
        parts += ["", title, "-" * len(title)]
        parts += _wrapped(tuple(f"[{i}] {note}" for i, note in enumerate(report.footnotes, 1)))
    if report.references and not report.brief:
        parts += ["", "Sources", "-------"]
        parts += _wrapped(tuple(r.line for r in report.references))
    if report.cite and not report.brief:
        parts += ["", *_wrapped(report.cite)]
    if report.hint:
        parts += ["", report.hint]
    return "\n".join(parts)


# -- a comparison under standards: one line a row --------------------------------------------------

_PLAIN = TableFormat(
    lineabove=None,
    linebelowheader=Rule("", "─", "─", ""),
    linebetweenrows=None,
    linebelow=None,
    headerrow=DataRow("", " ", ""),
    datarow=DataRow("", " ", ""),
    padding=0,
    with_header_hide=None,
)
ARTICLE, ASKED, PLACE = 7, 32, 22
"""The widths of the first columns of a comparison, in letters."""
FEW_LAWS = 5
"""Up to so many laws a cell has its place beside its mark; beyond, the mark alone."""


def _head(head: Section) -> list[str]:
    """The answer, or a head of the work list with its count and what it counts."""
    sign = f"{SIGNS[head.mark].glyph} " if head.mark else ""
    count = "" if head.count is None else f" {head.count}"
    told = "; ".join((*head.lines, *(text for text, _ in head.links)))
    line = f"{sign}{head.title}{count}" + (f": {told}" if told else "")
    return wrap(line, WIDTH, subsequent_indent="    ", break_on_hyphens=False)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _notes(cell: Cell) -> str:
    return "".join(f" [{m}]" for m in cell.marks)


def _glyph(cell: Cell) -> str:
    return SIGNS[cell.mark].glyph if cell.mark else ""


def _marked(grid: Grid) -> str:
    """One line a row; a pinpoint is never cut, and the words only where they run over the side."""
    laws = grid.columns[1 + grid.standards :]
    before: str | None = None
    rows: list[list[str]] = []
    words: dict[int, list[str]] = {}
    for line in grid.rows:
        article = "" if line.article == before else line.article
        before = line.article
        label = _cut(line.cells[0].text, ASKED)
        asked = line.cells[1 + grid.standards :]
        cells = _one_law(asked[0]) if len(laws) == 1 else [_short(c, len(laws)) for c in asked]
        rows += [list(row) for row in zip_longest([article], [label], *cells, fillvalue="")]
        words[len(rows)] = list(_words(line, grid))
    if len(laws) == 1:
        heads = ["Art.", grid.columns[0], laws[0], ""]
    else:
        width = 14 if len(laws) <= FEW_LAWS else 6
        heads = ["Art.", grid.columns[0], *(_cut(name, width) for name in laws)]
    head, rule, *told = tabulate(rows, heads, tablefmt=_PLAIN, disable_numparse=True).split("\n")
    shown = [head.rstrip(), rule]
    for number, line_ in enumerate(told, 1):
        shown += [line_.rstrip(), *words.get(number, ())]
    return "\n".join(shown)


def _words(line: Line, grid: Grid) -> Iterator[str]:
    """The quoted words under a row, where they were asked for: whose, where and which."""
    for name, cell in zip(grid.columns[1:], line.cells[1:], strict=True):
        for quote in cell.text.split("\n")[1:]:
            yield from wrap(
                f"{name}, {quote}", WIDTH,
                initial_indent=" " * ARTICLE, subsequent_indent=" " * (ARTICLE + 4),
                break_on_hyphens=False,
            )  # fmt: skip


def _one_law(cell: Cell) -> list[list[str]]:
    """Place and words of the only law asked; a long place goes on below, and is never cut."""
    place = wrap(
        f"{_glyph(cell)} {cell.place}".strip(), PLACE + 2,
        subsequent_indent="  ", break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    room = WIDTH - ARTICLE - ASKED - PLACE - len(_notes(cell)) - 6
    return [place or [""], [_cut(cell.what, max(room, 8)) + _notes(cell)]]


def _short(cell: Cell, laws: int) -> list[str]:
    """The mark of one law of several, with the first of its places while there is room."""
    if laws > FEW_LAWS or cell.mark == "not-known":
        return [_glyph(cell)]
    first, *more = cell.place.split(", ")
    place = f"{first} +{len(more)}" if more else first
    return wrap(
        f"{_glyph(cell)} {place}", 14, subsequent_indent="  ", break_long_words=False,
        break_on_hyphens=False,
    ) or [""]  # fmt: skip


def _key(grid: Grid) -> str:
    used = {cell.mark for line in grid.rows for cell in line}
    told = dict.fromkeys(f"{s.glyph} {s.word}" for mark, s in SIGNS.items() if mark in used)
    return "  ".join(told)


def _grid(grid: Grid) -> str:
    if grid.compact:
        return _compact(grid)
    widths = _widths(grid)
    rows = [[_fit(c.marked, w) for c, w in zip(row, widths, strict=True)] for row in grid.rows]
    heads = [
        _fit(h, w) + " " * max(0, w - 2 - len(h)) for h, w in zip(grid.columns, widths, strict=True)
    ]
    # tabulate makes a column two wider than its head; numbers must stay text: 18.10 is no number;
    # and text is wrapped here, not by tabulate
    return tabulate(rows, heads, tablefmt="simple_grid", disable_numparse=True)


def _compact(grid: Grid) -> str:
    """One line a row, a heading before each group."""
    rows = [[c.marked for c in row] for row in grid.rows]
    made = tabulate(rows, grid.columns, tablefmt=_PLAIN, disable_numparse=True)
    head, rule, *told = (line.rstrip() for line in made.split("\n"))
    shown, group = [head, rule], ""
    for row, line in zip(grid.rows, told, strict=True):
        if row.group != group:
            group = row.group
            shown += ["", group]
        shown.append(line)
    return "\n".join(shown)


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
