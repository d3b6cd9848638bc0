"""Plain text, for a terminal: a hundred columns at most, and down to sixty."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from attrs import evolve

from provisions.citations import source_line
from provisions.columns import GAP, LEAST, cut, flow, lay, longest, widest, width, widths, wrapped
from provisions.phrases import spans
from provisions.report import SIGNS, Cell, Grid, Line, Report, Section
from provisions.terminal import WIDTH, Look, painted

PAGE = Look()
"""A page of full width, without colours."""


def render(report: Report, how: Look = PAGE) -> str:
    """The report as text: the answer, the tables, and what is to be said of them."""
    parts = [*_under(report.title, "=", how), *_paragraphs(report.notes, how)]
    answer = [head for head in report.answer if not (report.brief and head.aside)]
    if answer:
        parts += ["", *(line for head in answer for line in _head(head, how))]
    for grid in report.grids:
        if grid.marked:
            parts += ["", *_marked(grid, how)]
        else:
            parts += ["", "\n".join(_plain(_in_short(grid, how) if report.brief else grid, how))]
    if report.brief:
        plain = (grid for grid in report.grids if not grid.marked)
        cells = [c for grid in plain for row in grid.rows for c in row]
        parts += ["", *_key(cells, {}, how)] if any(c.place for c in cells) else ()
    for section in report.sections:
        if not (report.brief and section.aside):
            lines = _paragraphs(section.lines, how, whole=section.title == "Sources")
            parts += ["", *_under(section.title, "-", how), *lines]
    if report.footnotes:
        parts += ["", *_under("Discrepancies and reading notes", "-", how)]
        parts += _paragraphs((f"[{i}] {note}" for i, note in enumerate(report.footnotes, 1)), how)
    if not report.brief and report.sources:
        parts += ["", *_under("Sources", "-", how)]
        parts += _paragraphs((source_line(s) for s in report.sources), how, whole=True)
    if not report.brief and (cite := report.cite):
        parts += ["", *_paragraphs(cite, how)]
    if report.hint:
        parts += ["", *wrapped(report.hint, how.width, rest="      ")]
    return "\n".join(parts)


def _under(title: str, rule: str, how: Look) -> list[str]:
    """A title, underlined."""
    lines = wrapped(title, how.width)
    return [*lines, rule * max(map(width, lines))]


def _paragraphs(lines: Iterable[str], how: Look, *, whole: bool = False) -> list[str]:
    return [x for line in lines for x in wrapped(line, how.width, rest="    ", whole=whole)]


def _head(head: Section, how: Look) -> list[str]:
    """The answer, or a head of the work list with its count and what it counts."""
    sign = SIGNS[head.mark].glyph if head.mark else ""
    count = "" if head.count is None else f" {head.count}"
    told = "; ".join((*head.lines, *(text for text, _ in head.links)))
    line = f"{sign} {head.title}{count}".strip() + (f": {told}" if told else "")
    first, *more = wrapped(line, how.width, rest="    ")
    if sign:
        first = painted(sign, head.mark, how) + first[len(sign) :]
    return [first, *more]


# -- any table -------------------------------------------------------------------------------------


def _plain(grid: Grid, how: Look) -> list[str]:
    """A table without boxes; what is told ``below`` stands under its row; too many columns for one
    page go on in another block.
    """
    titles = [] if grid.title in grid.columns else wrapped(grid.title, how.width)
    shown = len(grid.columns) - grid.below
    rows = tuple(grid.rows)
    texts = [grid.columns, *([_text(cell) for cell in row.cells] for row in rows)]
    columns = list(zip(*texts, strict=True))
    sizes = [widest(column) for column in columns]
    lines: list[str] = []
    words = sum(map(longest, columns[:shown]))
    beside = grid.compact and words + GAP * (shown - 1) <= how.width
    for some in [range(1, shown)] if beside else _across(sizes[:shown], how):
        lines += ["", *_block(grid, rows, columns, [0, *some], how)]
    return [*titles, *lines[1:]]


def _across(sizes: Sequence[int], how: Look) -> Iterator[list[int]]:
    """The columns that fit side by side, none of them pressed too much, block by block."""
    label = min(sizes[0], how.width // 3)
    block: list[int] = []
    taken = label
    for i, size in enumerate(sizes[1:], 1):
        need = GAP + min(size, LEAST)
        if block and taken + need > how.width:
            yield block
            block, taken = [], label
        block.append(i)
        taken += need
    yield block


def _in_short(grid: Grid, how: Look) -> Grid:
    """A table whose cells have their place and what they say, where they are told apart."""
    rows = (tuple(_place_and_words(cell, how) for cell in row) for row in grid.rows)
    pairs = zip(grid.rows, rows, strict=True)
    return evolve(grid, rows=tuple(evolve(row, cells=cells) for row, cells in pairs))


def _place_and_words(cell: Cell, how: Look) -> Cell:
    if not cell.place:
        return cell
    told = cell.place + _basis(cell)
    said = cut(cell.what, SAID, how.left_out)
    return evolve(cell, text=f"{told}: {said}" if said else told)


def _text(cell: Cell) -> str:
    """What a cell of any table says: its sign, its text, its notes."""
    if not cell.mark and not cell.marks:
        return cell.text
    sign = _sign(cell)
    told = cell.text if cell.text.startswith(sign) else f"{sign} {cell.text}"
    return told + _notes(cell)


def _block(
    grid: Grid, rows: Sequence[Line], every: Sequence[Sequence[str]], columns: Sequence[int],
    how: Look,
) -> list[str]:  # fmt: skip
    """Some columns of a table beside one another; ``every``: the texts of each of its columns."""
    texts = [every[i] for i in columns]
    sizes = widths(texts, how.width)
    if len(columns) > 1 and not grid.compact:  # labels are not pressed by long texts
        most = min(widest(texts[0]), how.width // 3)
        sizes = [most, *widths(texts[1:], how.width - most - GAP)]
        if grid.below:  # what is told below has the room of the last column
            cut_to = [min(n, how.width // 4) for n in sizes[1:-1]]
            sizes = [most, *cut_to, how.width - most - sum(cut_to) - GAP * (len(sizes) - 1)]
    fitted = [
        {t: wrapped(t, n, rest="" if i else "  ") for t in set(column)}  # many cells say the same
        for i, (column, n) in enumerate(zip(texts, sizes, strict=True))
    ]
    heads, *told = (
        [f[t] for f, t in zip(fitted, row, strict=True)] for row in zip(*texts, strict=True)
    )
    if how.colour:
        told = [
            [_coloured(c, row[i], how) for c, i in zip(cells, columns, strict=True)]
            for cells, row in zip(told, rows, strict=True)
        ]
    head, *laid = lay(told, heads)
    apart = not grid.below and any(len(c) > 1 for row in told for c in row[1:-1])
    indent = sum(sizes[:-1]) + GAP * (len(sizes) - 1) if not grid.compact else 4
    lines = head
    group = ""
    for n, (line, row) in enumerate(zip(rows, laid, strict=True)):
        if line.group and line.group != group and not grid.standards:
            lines += wrapped(line.group, how.width)
            group = line.group
        elif apart and n:
            lines.append("")
        under = columns[-1] == len(grid.columns) - grid.below - 1
        lines += [*row, *(_below(grid, line, indent, how) if under else ())]
    return lines


def _coloured(lines: list[str], cell: Cell, how: Look) -> list[str]:
    sign = _sign(cell)
    first, *more = lines
    return [painted(sign, cell.mark, how) + first[len(sign) :], *more] if sign else lines


def _below(grid: Grid, line: Line, indent: int, how: Look) -> Iterator[str]:
    """What stands under a row: the last columns, each under its head."""
    for i in range(len(grid.columns) - grid.below, len(grid.columns)):
        told, head = _text(line[i]), grid.columns[i]
        if told:
            text = f"{head}: {told}" if head else told
            yield from wrapped(text, how.width, " " * indent, " " * (indent + 2))


# -- a comparison under standards: one line a row --------------------------------------------------

ASKED, PLACE = 32, 22
"""The widths of what is asked and of a place, in a page of full width."""
NARROW = 16
"""The least width of what is asked."""
LEAST_PLACE = 10
"""The least width of a place beside its mark; where there is less, the marks stand alone."""
SOME = 5
"""Up to so many laws a cell has its place beside its mark; beyond, the mark alone."""
SAID = 64
"""So much of what a mark says is told in the cells of laws beside one another."""
MANY = 12
"""So many laws stand side by side at most."""
_BASES = {
    "secondary": ("ᵃ", "from an account"), "official-translation": ("ᵗ", "a translation"),
    "unofficial-translation": ("ᵗ", "a translation"), "draft": ("ᵇ", "a bill"),
}  # fmt: skip


def _marked(grid: Grid, how: Look) -> list[str]:
    """The table of a comparison, its key, and what its marks say where there is no room
    beside them.
    """
    laws = len(grid.columns) - 1 - grid.standards
    article = max(4, *(width(line.article) for line in grid.rows))
    if laws == 1:
        return _one_law(grid, article, how)
    room = (how.width - article - GAP - min(28, how.width // 4)) // laws - GAP
    if laws <= SOME and room >= LEAST_PLACE:
        return _some_laws(grid, article, min(room, PLACE + 2), how)
    return _many_laws(grid, article, how)


def _asked(grid: Grid, line: Line) -> tuple[Cell, ...]:
    return line.cells[1 + grid.standards :]


def _cells(grid: Grid) -> list[Cell]:
    return [cell for line in grid.rows for cell in _asked(grid, line)]


def _letters(grid: Grid, room: int, often: int = 1) -> Mapping[str, str]:
    """A letter for each long place that is to be read for several rows, or that would take more
    than two lines of a narrow column; it is told once, below.
    """
    cells = _cells(grid)
    found = Counter(cell.place for cell in cells if cell.place.startswith("read ") or often == 1)
    long = [p for p, n in found.items() if n >= often and _long(p, room, often)]
    return {p: chr(65 + i) if i < _ALPHABET else f"A{i - 25}" for i, p in enumerate(long)}


_ALPHABET = 26


def _long(place: str, room: int, often: int) -> bool:
    if often > 1 or place.startswith("read "):
        return width(place.removeprefix("read ")) > room - 2
    first = place.split("; ", maxsplit=1)[0].replace(",(", ", (")
    return len(wrapped(first, room - 2, whole=True)) > 2


def _where(letters: Mapping[str, str]) -> str:
    return "; ".join(f"{x} = {p.removeprefix('read ')}" for p, x in letters.items())


def _basis(cell: Cell) -> str:
    """The letters of what a cell rests on, where that is not the law's own text."""
    if cell.mark in ("", "not-known") and cell.place.startswith("read "):
        return ""
    found = dict.fromkeys(_BASES[q.basis][0] for q in cell.evidence if q.basis in _BASES)
    return f"\u00a0{''.join(found)}" if found else ""  # no line ends before it


def _notes(cell: Cell) -> str:
    """The numbers of a cell's notes, neighbours as a span.

    >>> _notes(Cell("", marks=(1, 4, 5, 6, 8)))
    ' [1] [4-6] [8]'
    """
    spans: list[list[int]] = []
    for mark in sorted(cell.marks):
        if spans and mark == spans[-1][-1] + 1:
            spans[-1].append(mark)
        else:
            spans.append([mark])
    return "".join(f" [{s[0]}-{s[-1]}]" if len(s) > 1 else f" [{s[0]}]" for s in spans)


def _sign(cell: Cell) -> str:
    return SIGNS[cell.mark].glyph if cell.mark else ""


def _labels(grid: Grid, room: int) -> Iterator[tuple[Line, list[str], list[str]]]:
    """Each row with its article, where that is a new one, and its label."""
    before: str | None = None
    for line in grid.rows:
        yield line, ["" if line.article == before else line.article], wrapped(line[0].text, room)
        before = line.article


def _one_law(grid: Grid, article: int, how: Look) -> list[str]:
    """One law: mark, place and words; a place goes on below and is never cut."""
    narrow = how.width < WIDTH * 4 // 5
    asked = min(ASKED, how.width * ASKED // WIDTH)
    asked = min(asked, max(width(line[0].text) for line in grid.rows))
    letters = _letters(grid, PLACE, often=2)
    rows: list[list[list[str]]] = []
    for line, at, label in _labels(grid, asked):
        cell = _asked(grid, line)[0]
        place = f"read {letters[cell.place]}" if cell.place in letters else cell.place
        told = f"{_sign(cell)} {place}".strip() + _basis(cell)
        if narrow:
            room = how.width - article - asked - 2 * GAP
            there = wrapped(told, room, rest="  ", whole=True)
            there += wrapped(cell.what + _notes(cell), room, "  ", "  ") if cell.what else []
            what: list[list[str]] = []
        else:
            there = wrapped(told, PLACE + 2, rest="  ", whole=True)
            room = how.width - article - asked - PLACE - 2 - 3 * GAP
            said = cell.what + _notes(cell)
            if "\n" not in cell.text:  # one line, where the words are not asked for
                said = cut(cell.what, room - width(_notes(cell)), how.left_out) + _notes(cell)
            what = [wrapped(said, room)]
        rows.append([at, label, _coloured(there, cell, how), *what])
    heads = [["Art."], wrapped(grid.columns[0], asked), [grid.columns[-1]], [""]]
    return [
        *_with_words(grid, lay(rows, heads[: len(rows[0])], ruled=True), article, how),
        "",
        *_key(_cells(grid), letters, how),
    ]


def _some_laws(grid: Grid, article: int, room: int, how: Look) -> list[str]:
    """Two to five laws: the mark of each with the first of its places."""
    first = 1 + grid.standards
    letters = _letters(grid, room)
    told = [[_short(cell, letters, room, how) for cell in _asked(grid, line)] for line in grid.rows]
    names = [wrapped(name, room) for name in grid.columns[first:]]
    taken = sum(
        max(width(text) for cell in column for text in cell) + GAP
        for column in zip(names, *told, strict=True)
    )
    asked = min(ASKED, max(how.width - article - GAP - taken, NARROW))
    rows = [
        [at, label, *cells]
        for (_, at, label), cells in zip(_labels(grid, asked), told, strict=True)
    ]
    heads = [["Art."], wrapped(grid.columns[0], asked), *names]
    said = [x for name, told in _say(grid, grid.columns) for x in (name, *_indented(told, how))]
    more = any(
        "; " in c.place and c.place not in letters for x in grid.rows for c in _asked(grid, x)
    )
    return [
        *_with_words(grid, lay(rows, heads, ruled=True), article, how),
        "",
        *_key(_cells(grid), letters, how),
        *(["+1: one place more, and so on; --full has them all"] if more else []),
        *(["", "What ◐, ~ and ✗ say, law by law", *said] if said else []),
    ]


def _short(cell: Cell, letters: Mapping[str, str], room: int, how: Look) -> list[str]:
    """A mark with the first of its places, or with the letter of a long one."""
    first, *more = cell.place.split("; ")
    place = letters.get(cell.place, f"{first} +{len(more)}" if more else first)
    place = place.removeprefix("read ").replace(",(", ", (")
    told = f"{_sign(cell)} {place}{_basis(cell)}{_notes(cell)}".strip()
    lines = wrapped(told, room, rest="  ", whole=True)
    return _coloured(lines, cell, how)


def _many_laws(grid: Grid, article: int, how: Look) -> list[str]:
    """Six laws or more: marks under short heads, twelve at most side by side; then where
    each stands.
    """
    codes = grid.codes or grid.columns
    first = 1 + grid.standards
    size = max(map(width, codes[first:]))
    across = max(1, min(MANY, (how.width - article - GAP - ASKED) // (size + GAP)))
    lines: list[str] = []
    for start in range(first, len(codes), across):
        some = range(start, min(start + across, len(codes)))
        asked = how.width - article - GAP - len(some) * (size + GAP)
        rows = [
            [at, label, *(_coloured([_sign(line[i])], line[i], how) for i in some)]
            for line, at, label in _labels(grid, asked)
        ]
        heads = [["Art."], wrapped(grid.columns[0], asked), *([codes[i]] for i in some)]
        lines += [*_with_words(grid, lay(rows, heads, ruled=True), article, how), ""]
    lines += _key(_cells(grid), {}, how)
    names = zip(codes[first:], grid.columns[first:], strict=True)
    lines += flow((f"{code} {name}" for code, name in names if code != name), how.width)
    said = dict(_say(grid, codes))
    lines += ["", "Where it stands, article by article, and what ◐, ~ and ✗ say"]
    for i in range(first, len(codes)):
        lines += wrapped(f"{codes[i]}: {_stands(grid, i)}", how.width, rest="    ")
        lines += _indented(said.get(codes[i], ()), how)
    return lines


def _indented(told: Iterable[str], how: Look) -> list[str]:
    return [x for line in told for x in wrapped(line, how.width, "  ", "      ")]


def _stands(grid: Grid, column: int) -> str:
    """The articles of the standard, each with the places of one law that answer them."""
    every = [line.article for line in grid.rows]
    found: dict[str, list[int]] = defaultdict(list)
    for n, line in enumerate(grid.rows):
        cell = line[column]
        if cell.mark not in ("in-part", "open", "no"):
            sign = "? " if cell.mark == "not-known" else ""
            found[sign + _in_a_row(cell.place) + _basis(cell)].append(n)
    return "; ".join(f"{spans(every, some)}: {place}" for place, some in found.items())


def _in_a_row(place: str) -> str:
    """A place among others that semicolons part."""
    return place.removeprefix("read ").replace("; ", ", ")


def _say(grid: Grid, names: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the marks of each law say that want a word: in part, open, no; a line a row."""
    for i in range(1 + grid.standards, len(grid.columns)):
        told = []
        cells = [(line, line[i]) for line in grid.rows]
        cells = [(line, c) for line, c in cells if c.mark in ("in-part", "open", "no")]
        for (mark, what, place, article), some in groupby(
            cells, lambda x: (x[1].mark, x[1].what, x[1].place, x[0].article)
        ):
            labels = ", ".join(line[0].text for line, _ in some)
            why = "" if what == SIGNS[mark].word else f": {what}"
            told.append(f"{article} {labels}: {SIGNS[mark].glyph} {place}{why}")
        if told:
            yield names[i], tuple(told)


def _with_words(
    grid: Grid, laid: Sequence[Sequence[str]], article: int, how: Look
) -> Iterator[str]:
    """The rows, each with the quoted words under it, where they were asked for."""
    head, *rows = laid
    indent = " " * (article + GAP)
    yield from head
    asked = True
    for line, row in zip(grid.rows, rows, strict=True):
        if asked and not line.article:
            asked = False
            yield from ("", line.group.partition(":")[0])
        yield from row
        for i, (name, cell) in enumerate(zip(grid.columns[1:], line.cells[1:], strict=True)):
            said, *quotes = cell.text.split("\n")
            if quotes and i < grid.standards and ":" in line.key:
                yield from wrapped(f"{name}: {said}", how.width, indent, f"{indent}    ")
            for quote in quotes:
                yield from wrapped(f"{name}, {quote}", how.width, indent, f"{indent}    ")


_KEYS = (
    (("named", "follows"), "named or follows"),
    (("none-needed",), "none needed"),
    (("in-part",), "in part"),
    (("open",), "open"),
    (("not-known",), "not known"),
    (("no",), "no, read in full"),
    (("not-asked",), "no, and not asked for"),
    (("stated",), "stated, not measured"),
)


def _key(cells: Sequence[Cell], letters: Mapping[str, str], how: Look) -> list[str]:
    """What the marks, the letters of places and those of bases mean: those on screen."""
    used = {cell.mark for cell in cells}
    told = [f"{SIGNS[marks[0]].glyph} {text}" for marks, text in _KEYS if used.intersection(marks)]
    bases = {_BASES[q.basis] for c in cells if _basis(c) for q in c.evidence if q.basis in _BASES}
    told += [f"{sign} {text}" for sign, text in sorted(bases)]
    where = wrapped(_where(letters), how.width, rest="    ") if letters else []
    return [*flow(told, how.width), *where]
