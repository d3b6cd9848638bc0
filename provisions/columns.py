"""Text in columns: wrapped by the width of its letters, and laid out by `tabulate`."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from itertools import chain

import wcwidth
from tabulate import tabulate

GAP = 2
"""Blanks between two columns."""
LEAST = 20
"""A column of long text is not narrower; where it would be, a table goes on in another block."""


_COLOUR = re.compile("\x1b\\[[0-9;]*m")


def bare(text: str) -> str:
    """A text without its colours."""
    return _COLOUR.sub("", text) if "\x1b" in text else text


def width(text: str) -> int:
    r"""How many columns a line takes: a Han letter takes two, a combining mark none.

    >>> width("Грузия"), width("中国"), width("e\u0301")
    (6, 4, 1)
    """
    text = bare(text)
    found = len(text) if text.isascii() else wcwidth.wcswidth(text)
    return len(text) if found < 0 else found  # negative where there is a control character


def wrapped(
    text: str, columns: int, first: str = "", rest: str = "", *, whole: bool = False
) -> list[str]:
    """The lines of a text, each at most so many columns wide; a ``whole`` word may run over.

    >>> wrapped("132(1), 132.2 and notes", 12, rest="  ")
    ['132(1),', '  132.2 and', '  notes']
    """
    wrap = textwrap.wrap if width(text) == len(text) else wcwidth.wrap
    found: list[str] = []
    for part in text.split("\n"):
        own = " " * (len(part) - len(part.lstrip(" ")))
        found += wrap(
            part.strip(), max(columns, 8), initial_indent=own + (rest if found else first),
            subsequent_indent=own + rest, break_on_hyphens=False, break_long_words=not whole,
        ) or [""]  # fmt: skip
    return found


def cut(text: str, columns: int) -> str:
    """A text cut to so many columns.

    >>> cut("other forms of sexual exploitation", 12)
    'other forms…'
    """
    if width(text) <= columns:
        return text
    while width(text) >= columns:
        text = text[:-1]
    return f"{text.rstrip()}…"


def flow(items: Iterable[str], columns: int) -> list[str]:
    """Some short texts beside one another, none of them broken.

    >>> flow(["✓ named", "~ open", "? not known"], 18)
    ['✓ named  ~ open', '? not known']
    """
    lines: list[str] = []
    for item in items:
        if lines and width(lines[-1]) + GAP + width(item) <= columns:
            lines[-1] += " " * GAP + item
        else:
            lines.append(item)
    return lines


Cells = Sequence[Sequence[str]]
"""One row: the lines of each of its cells."""


def lay(
    rows: Sequence[Cells], heads: Sequence[Sequence[str]], *, ruled: bool = False
) -> list[list[str]]:
    """The lines of the head with its rule, then of each row."""
    told = [["\n".join(cell) for cell in row] for row in (heads, *rows)]
    text = tabulate(told, tablefmt="plain", disable_numparse=True, preserve_whitespace=True)
    lines = iter(text.split("\n"))
    found = [[next(lines).rstrip() for _ in range(max(map(len, r)))] for r in (heads, *rows)]
    across = [max(map(width, chain(*column))) for column in zip(heads, *rows, strict=True)]
    rule = ("─" if ruled else " ") * GAP
    return [[*found[0], rule.join("─" * n for n in across)], *found[1:]]


def widths(cells: Iterable[Sequence[str]], room: int) -> list[int]:
    """The width of each column: short ones as wide as they are, long ones share what is left.

    >>> widths([("sanction", "5-8 years", "word " * 40)], 60)
    [8, 9, 39]
    """
    columns = list(zip(*cells, strict=True))
    wanted = [max(width(x) for t in column for x in t.split("\n")) for column in columns]
    floors = [longest(column) for column in columns]
    spare = room - GAP * (len(wanted) - 1)
    if sum(floors) > spare:
        floors = [1] * len(wanted)
    found = [0] * len(wanted)
    shortest = sorted(range(len(wanted)), key=wanted.__getitem__)
    for left, i in zip(range(len(wanted), 0, -1), shortest, strict=True):
        others = sum(floors[j] for j in shortest[len(wanted) - left + 1 :])
        found[i] = max(floors[i], min(wanted[i], spare // left, spare - others))
        spare -= found[i]
    return found


def longest(texts: Iterable[str]) -> int:
    """The width of the longest word of some texts, as far as a word is kept whole."""
    return min(max((width(w) for t in texts for w in t.split()), default=1), LEAST)
