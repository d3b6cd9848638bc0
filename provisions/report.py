"""A report: text in its places, the numbers of its footnotes, and nothing of how it looks.

Whoever has an answer builds a `Report`, and ``provisions.formats`` renders it: one result, many
formats.

``data`` is the same result for programs (JSON).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, TypeAlias, TypeVar, overload

from attrs import field, frozen

from provisions.citations import day_in_words, text_cited, today
from provisions.corpus import bibliography_of
from provisions.records import Source, Version, entries_of
from provisions.release import stamp
from provisions.values import Value

T = TypeVar("T")
Later: TypeAlias = "T | Callable[[], T]"
"""A value, or what makes it once it is asked for."""


@frozen(eq=False, repr=False)
class Sign(Value):
    """How a mark is shown: a glyph, a letter where the terminal has no Unicode, and a word."""

    glyph: str
    ascii: str
    word: str


SIGNS: Mapping[str, Sign] = {
    "named": Sign("✓", "+", "named"),
    "follows": Sign("✓", "+", "follows"),
    "none-needed": Sign("○", "o", "none needed"),
    "in-part": Sign("◐", "/", "in part"),
    "open": Sign("~", "~", "open"),
    "not-known": Sign("?", "?", "not known"),
    "no": Sign("✗", "x", "no"),
    "not-asked": Sign("✗", "x", "no, and not asked for"),
    "stated": Sign("·", ".", "stated"),
}
"""The marks of cells. Glyph, word and colour each carry the status: drop any one and it reads."""


@frozen(eq=False, repr=False)
class Quote(Value):
    """One piece of evidence as it is shown: where, in which words, from which source, worth what.

    ``basis`` is that of the source (``primary``, ``secondary``, ...), ``address`` where it is read.
    """

    at: str = ""
    words: str = ""
    lang: str = ""
    gloss: str = ""
    source: str = ""
    by: str = ""
    basis: str = ""
    address: str = ""


@frozen(eq=False, repr=False)
class Cell(Value):
    """One cell: its text, the words it rests on, and the numbers of its footnotes.

    A cell under a standard also has a ``mark`` (a key of `SIGNS`), the ``place`` it cites and
    ``what`` it says besides; ``evidence`` is what it rests on, ``notes`` how that is read, or where
    the sources differ.
    """

    text: str
    quotes: tuple[str, ...] = ()
    marks: tuple[int, ...] = ()
    status: str = ""
    mark: str = ""
    place: str = ""
    what: str = ""
    evidence: tuple[Quote, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def marked(self) -> str:
        """The text with the numbers of its footnotes."""
        return self.text + "".join(f" [{m}]" for m in self.marks)


@frozen(eq=False, repr=False)
class Line(Value):
    """A row of a table: its cells, the first of which is its label.

    ``key`` is its address on a page (``means/fraud``), ``group`` the heading it stands under,
    ``article`` where the standard has it, ``facet`` what a page can filter by, ``differs`` whether
    its cells differ by substance.
    """

    cells: tuple[Cell, ...]
    key: str = ""
    group: str = ""
    article: str = ""
    facet: str = ""
    differs: bool = False

    def __iter__(self) -> Iterator[Cell]:
        return iter(self.cells)

    def __getitem__(self, place: int) -> Cell:
        return self.cells[place]

    def __len__(self) -> int:
        return len(self.cells)


class Rows(Sequence[Line]):
    """So many rows, each made when it is looked at: of millions of cells few are held at once.

    >>> rows = Rows(1_000_000, lambda i: Line((Cell(str(i)),)))
    >>> len(rows), rows[-1][0].text
    (1000000, '999999')
    """

    def __init__(self, count: int, made: Callable[[int], Line]) -> None:
        self._places, self._made = range(count), made

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Line]:
        return map(self._made, self._places)

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, place: int | slice) -> Line | tuple[Line, ...]:
        if isinstance(place, slice):
            return tuple(map(self._made, self._places[place]))
        return self._made(self._places[place])


def _lines(rows: Iterable[Line | tuple[Cell, ...]]) -> Sequence[Line]:
    if isinstance(rows, Rows):
        return rows
    return tuple(row if isinstance(row, Line) else Line(tuple(row)) for row in rows)


@frozen(eq=False, repr=False)
class Grid(Value):
    """A table: a title, the heads of its columns, its rows. ``compact``: its cells are a word each.

    ``standards`` counts the columns, after that of the labels, that ask and are not asked; ``ids``
    are the columns' names in addresses, ``codes`` short names of them, for many side by side. Where
    there is little room, as many of the last columns as ``below`` says stand under their row.
    """

    title: str
    columns: tuple[str, ...]
    rows: Sequence[Line] = field(converter=_lines)
    compact: bool = False
    standards: int = 0
    ids: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    below: int = 0

    @property
    def marked(self) -> bool:
        """Whether it is a comparison under standards, with marks: no list, and no answers."""
        return self.standards > 0 and any(cell.mark for row in self.rows for cell in row)


@frozen(eq=False, repr=False)
class Section(Value):
    """Lines of text under a heading; ``mark`` and ``count`` where it is a head of the work list.

    ``links`` are pairs of a text and the key of the row it speaks of. What stands ``aside`` is not
    for the first screen.
    """

    title: str
    lines: tuple[str, ...]
    mark: str = ""
    count: int | None = None
    links: tuple[tuple[str, str], ...] = ()
    aside: bool = False


@frozen(slots=False)
class Report:
    """What a mode has found: notes above, grids, sections and footnotes below, and the data for
    programs.

    ``answer`` stands before the grids: the answer itself, then the heads of the work list.
    ``questions`` are those a reader would send to the authorities; ``sources`` are those it rests
    on, ``texts`` the laws it speaks of, ``as_of`` the day whose law was asked for. ``records`` is
    the same as tidy rows, each with the same columns. ``hint`` is what to type next, for a
    terminal, which shows the first screen of a ``brief`` one. ``annex``: a Word document is made of
    it though it has no marks. ``timelines``: for each instrument what changed, its columns the days
    on which its texts begin. ``data``, ``records``, ``questions`` and ``sources`` are made when a
    format asks for them, where a function is given for them.
    """

    title: str
    notes: tuple[str, ...]
    grids: tuple[Grid, ...]
    sections: tuple[Section, ...] = ()
    footnotes: tuple[str, ...] = ()
    _data: Later[Any] = field(factory=dict, repr=False, alias="data")
    answer: tuple[Section, ...] = ()
    _sources: Later[tuple[Source, ...]] = field(default=(), alias="sources")
    texts: tuple[Version, ...] = ()
    as_of: date | None = None
    _questions: Later[tuple[str, ...]] = field(default=(), alias="questions")
    _records: Later[tuple[Mapping[str, str], ...]] = field(default=(), alias="records")
    hint: str = ""
    brief: bool = False
    annex: bool = False
    timelines: tuple[Grid, ...] = ()

    @cached_property
    def data(self) -> Any:
        """The same result for programs (JSON)."""
        return _made(self._data)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The sources it rests on."""
        return _made(self._sources)

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """What a reader would send to the authorities."""
        return _made(self._questions)

    @cached_property
    def records(self) -> tuple[Mapping[str, str], ...]:
        """The same result as tidy rows."""
        return _made(self._records)

    @property
    def cite(self) -> tuple[str, ...]:
        """How to cite the whole: program and records, the day it was computed; then each text, with
        the days of its law, what its sources are worth, the first of them, and when it was read.
        """
        if not self.texts:
            return (stamp(),)
        quoted = [[e for _, e in entries_of(v)] for v in self.texts]
        known = bibliography_of(self.texts, chain(*quoted))
        law = f"; the law of {day_in_words(str(self.as_of))}" if self.as_of else ""
        computed = f"computed {day_in_words(str(today()))}{law}. Records: CC BY 4.0."
        return (
            f"{stamp()}, “{self.title}”, {computed}",
            *(
                text_cited(v, {**known, **v.sources}, some)
                for v, some in zip(self.texts, quoted, strict=True)
            ),
        )

    @property
    def annexed(self) -> bool:
        """Whether a Word document is made of it."""
        return self.annex or any(grid.marked for grid in self.grids)

    @property
    def drawn(self) -> bool:
        """Whether there is a figure of it."""
        return bool(self.timelines) or any(grid.marked for grid in self.grids)


def _made(given: Later[T]) -> T:
    return given() if callable(given) else given


class Footnotes:
    """Notes in the order of their first mention, each with one number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, note: str) -> int:
        """The number of a note."""
        return self._numbers.setdefault(note, len(self._numbers) + 1)

    @property
    def texts(self) -> tuple[str, ...]:
        """The notes, in order."""
        return tuple(self._numbers)
