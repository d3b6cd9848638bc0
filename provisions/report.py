"""One result, many formats: whoever has an answer builds a `Report`, and ``provisions.formats``
renders it.

A report is text in its places and nothing of how it looks; ``data`` is the same result for programs
(JSON).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen


@frozen
class Cell:
    """One cell: its text, the words it rests on, and the numbers of its footnotes."""

    text: str
    quotes: tuple[str, ...] = ()
    marks: tuple[int, ...] = ()
    status: str = ""

    @property
    def marked(self) -> str:
        """The text with the numbers of its footnotes."""
        return self.text + "".join(f" [{m}]" for m in self.marks)


@frozen
class Grid:
    """A table: a title, the heads of its columns, its rows of cells. ``compact``: its cells are a
    word each.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    compact: bool = False


@frozen
class Section:
    """Lines of text under a heading."""

    title: str
    lines: tuple[str, ...]


@frozen
class Report:
    """What a mode has found: notes above, grids, sections and footnotes below, and the data for
    programs.
    """

    title: str
    notes: tuple[str, ...]
    grids: tuple[Grid, ...]
    sections: tuple[Section, ...] = ()
    footnotes: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(factory=dict, repr=False)


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
