"""Text in columns: wrapped by the width of its letters, and laid out by `tabulate`."""

from __future__ import annotations

import re
import textwrap
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, zip_longest

from provisions.errors import visible

GAP = 2
"""Blanks between two columns."""
LEAST = 20
"""A column of long text is not narrower; where it would be, a table goes on in another block."""


_COLOUR = re.compile("\x1b\\[[0-9;]*m")


def bare(text: str) -> str:
    """A text without its colours."""
    return _COLOUR.sub("", text) if "\x1b" in text else text


_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u10a0-\u10ff"
    "\u1d00-\u1dbf\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u20bf\u2100-\u218f"
    "\u2190-\u22ff\u2500-\u25fc\u2713-\u2717]*"
)
"""Letters and signs that take one column each, so that no table of widths is read for them."""


@lru_cache(4096)
def width(text: str) -> int:
    r"""How many columns a line takes: a Han letter takes two, a combining mark none.

    >>> width("Грузия"), width("中国"), width("e\u0301")
    (6, 4, 1)
    """
    text = bare(text)
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth

    found = wcswidth(text)
    return len(text) if found < 0 else found  # negative where there is a control character


_WRAPS = re.compile(r"[\t-\r\x1c-\x1f]|\A\s|\s\Z")
"""Blanks that do not stay as they are: at an end, or other than a space."""


def wrapped(
    text: str, columns: int, first: str = "", rest: str = "", *, whole: bool = False
) -> list[str]:
    """The lines of a text, each at most so many columns wide; a ``whole`` word may run over.

    >>> wrapped("132(1), 132.2 and notes", 12, rest="  ")
    ['132(1),', '  132.2 and', '  notes']
    """
    text = visible(text)
    columns = max(columns, 8)
    short = len(text) <= columns - len(first) and not _WRAPS.search(text)
    if short and width(text) == len(text):
        return [f"{first}{text}" if text else ""]  # most cells of a table
    found: list[str] = []
    for part in text.split("\n"):
        if width(part) == len(part):
            wrap: Callable[..., list[str]] = textwrap.wrap
        else:
            from wcwidth import wrap
        own = " " * (len(part) - len(part.lstrip(" ")))
        room = max(columns - len(own) - max(len(first), len(rest)), 2)
        told = part.strip() if whole or wrap is textwrap.wrap else _broken(part.strip(), room)
        found += wrap(
            told, columns, initial_indent=own + (rest if found else first),
            subsequent_indent=own + rest, break_on_hyphens=False, break_long_words=not whole,
        ) or [""]  # fmt: skip
    return found


def _broken(text: str, room: int) -> str:
    """A text whose words that are wider than a line are broken: `wcwidth.wrap` measures all that is
    left of such a word for each of its lines, which took minutes for ten thousand letters.

    >>> _broken("of 招募運送", 4)
    'of 招募 運送'
    """
    if len(text) <= room // 2:
        return text
    return re.sub(r"\S+", lambda word: " ".join(_pieces(word[0], room)), text)


def _pieces(word: str, room: int) -> Iterator[str]:
    if width(word) <= room:
        yield word
        return
    from wcwidth import iter_graphemes

    piece, taken = "", 0
    for letter in iter_graphemes(word):
        size = width(letter)
        if piece and taken + size > room:
            yield piece
            piece, taken = "", 0
        piece, taken = piece + letter, taken + size
    yield piece


def cut(text: str, columns: int, left_out: str = "…") -> str:
    """A text cut to so many columns, with a sign for what is left out.

    >>> cut("other forms of sexual exploitation", 12)
    'other forms…'
    """
    if width(text) <= columns:
        return text
    room = columns - len(left_out) + 1
    text = text[: bisect_left(range(len(text)), room, key=lambda n: width(text[:n]))]
    while width(text) >= room:
        text = text[:-1]
    return text.rstrip() + left_out


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


MANY = 20_000
"""A table of more cells than this is the matrix of a great many laws."""


def lay(
    rows: Sequence[Cells], heads: Sequence[Sequence[str]], *, ruled: bool = False
) -> list[list[str]]:
    """The lines of the head with its rule, then of each row."""
    sizes = [
        max(map(width, set(chain.from_iterable(column))))
        for column in zip(heads, *rows, strict=True)
    ]
    rule = ("─" if ruled else " ") * GAP
    every = [heads, *rows]
    # `tabulate` finds the type of each cell: a fifth of the time of two thousand laws, all pairs
    head, *found = _padded(every, sizes) if len(every) * len(sizes) > MANY else _tabulated(every)
    return [[*head, rule.join("─" * n for n in sizes)], *found]


def _tabulated(rows: Sequence[Cells]) -> list[list[str]]:
    """The lines of each row, each column as wide as its widest line."""
    from tabulate import tabulate

    told = [["\n".join(cell) for cell in row] for row in rows]
    text = tabulate(told, tablefmt="plain", disable_numparse=True, preserve_whitespace=True)
    lines = iter(text.split("\n"))
    return [[next(lines).rstrip() for _ in range(max(map(len, row)))] for row in rows]


def _padded(rows: Sequence[Cells], sizes: Sequence[int]) -> list[list[str]]:
    """The same lines, in a tenth of the time."""
    return [
        [
            (" " * GAP)
            .join(text + " " * (n - width(text)) for text, n in zip(line, sizes, strict=True))
            .rstrip()
            for line in zip_longest(*row, fillvalue="")
        ]
        for row in rows
    ]


def widths(columns: Sequence[Iterable[str]], room: int) -> list[int]:
    """The width of each column: short ones as wide as they are, long ones share what is left.

    >>> widths([("sanction",), ("5-8 years",), ("word " * 40,)], 60)
    [8, 9, 39]
    """
    wanted = [widest(column) for column in columns]
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


def widest(texts: Iterable[str]) -> int:
    r"""The width of the widest line of some texts.

    >>> widest(["no", "not known; read\n132.2"])
    15
    """
    return max(width(line) for text in set(texts) for line in text.split("\n"))


def longest(texts: Iterable[str]) -> int:
    """The width of the longest word of some texts, as far as a word is kept whole."""
    return min(max((width(w) for t in set(texts) for w in t.split()), default=1), LEAST)
