"""The terminal: how wide it is, whether it shows colours, and text for one without Unicode."""

from __future__ import annotations

import os
import re
import sys
from typing import NamedTuple

from provisions.errors import UNSEEN, visible
from provisions.report import SIGNS

WIDTH, NARROWEST = 100, 60
"""The width of a page of text, and the width below which nothing gets narrower."""


class Look(NamedTuple):
    """How text is to look: its width in columns, whether marks are coloured, and the sign for what
    is left out of a line.
    """

    width: int = WIDTH
    colour: bool = False
    left_out: str = "…"


def look(output: str | None = None) -> Look:
    """How text looks on the terminal; in a file or a pipe it has its full width and no colour.

    A terminal wider than a page gets a page. ``NO_COLOR`` is respected.
    """
    if output is not None or sys.stdout is None:
        return Look()
    left_out = "…" if _shows("…") else "..."
    if not sys.stdout.isatty():
        return Look(left_out=left_out)
    import shutil

    columns = shutil.get_terminal_size((WIDTH, 24)).columns
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Look(max(NARROWEST, min(columns, WIDTH)), not plain, left_out)


def _shows(sign: str) -> bool:
    """Whether the console has a sign among its letters."""
    try:
        sign.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


_LETTERS = {
    **{s.glyph: s.ascii for s in SIGNS.values()},
    "─": "-", "│": "|", "█": "#", "░": ".", "ᵃ": "a", "ᵗ": "t", "ᵇ": "b",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "…": "...", "–": "-",
    "—": "-", "−": "-", "→": ">", "×": "x", "\u00a0": " ", "\u202f": " ",
}  # fmt: skip
_PLAIN = str.maketrans(_LETTERS)


def plain(text: str) -> str:
    """Text in the letters of every console: signs by their letters, quotation marks by plain ones.

    >>> plain("✓ 132(1)  ◐ 26 “of fraud”")
    '+ 132(1)  / 26 "of fraud"'
    """
    return text.translate(_PLAIN)


_COLOURS = {
    "named": "34", "follows": "34", "none-needed": "36", "in-part": "33;1", "open": "33",
    "not-known": "2", "no": "31;1", "not-asked": "2", "stated": "2",
}  # fmt: skip


def painted(text: str, mark: str, how: Look) -> str:
    r"""Text in the colour of a mark, where there are colours.

    >>> painted("✗", "no", Look()), painted("✗", "no", Look(colour=True))
    ('✗', '\x1b[31;1m✗\x1b[0m')
    """
    return f"\x1b[{_COLOURS[mark]}m{text}\x1b[0m" if how.colour and mark in _COLOURS else text


_PAINT = "|".join(sorted({re.escape(colour) for colour in _COLOURS.values()}))
_STEERS = re.compile(f"\x1b\\[(?:0|{_PAINT})m|{UNSEEN.pattern}")


def shown(text: str) -> str:
    r"""A text for a terminal: the colours of marks, and written out whatever else steers one.

    >>> shown("\x1b[34m✓\x1b[0m \x1b[2J") == "\x1b[34m✓\x1b[0m \\x1b[2J"
    True
    """
    return _STEERS.sub(lambda found: found[0] if len(found[0]) > 1 else visible(found[0]), text)
