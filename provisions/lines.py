"""On which line of a TOML file a key stands, so that a fault can be told at its line.

The standard library's parser keeps no lines. This one reads text that is TOML already, and only
where a fault is told.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_TEXT = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|' r"'''.*?'{3,5}|" r'"(?:[^"\\\n]|\\.)*"|' r"'[^'\n]*'", re.DOTALL
)
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_OTHER = re.compile(r"[^,\]}\n#]+")


class _Lines:
    """The lines of the keys of one text, by their paths as a fault writes them."""

    def __init__(self, text: str) -> None:
        self.text, self.here = text, 0
        self.ends = [found.start() for found in re.finditer("\n", text)]
        self.found: dict[str, int] = {}
        self.rows: dict[str, int] = {}

    def blank(self) -> None:
        """Step over blanks, ends of lines and comments."""
        found = _BLANK.match(self.text, self.here)
        self.here = found.end() if found else self.here

    def note(self, path: str) -> None:
        """Note the line of a path; a key that names several concepts stands for each."""
        line = bisect_left(self.ends, self.here) + 1
        before, _, last = path.rpartition(".")
        for name in (last, *(last.split(",") if "," in last else ())):
            self.found.setdefault(f"{before}.{name.strip()}".strip("."), line)

    def names(self) -> list[str]:
        """A dotted key."""
        parts: list[str] = []
        while True:
            self.blank()
            found = _TEXT.match(self.text, self.here) or _BARE.match(self.text, self.here)
            if found is None:
                return parts
            parts.append(found[0].strip("\"'"))
            self.here = found.end()
            self.blank()
            if not self.text.startswith(".", self.here):
                return parts
            self.here += 1

    def document(self) -> Mapping[str, int]:
        """Every table and key."""
        table = ""
        while True:
            self.blank()
            if self.here >= len(self.text):
                return self.found
            start = self.here
            if self.text[start] == "[":
                table = self.head(several=self.text.startswith("[[", start))
            else:
                self.pair(table)
            self.here = max(self.here, start + 1)

    def head(self, *, several: bool) -> str:
        """The head of a table, or of the next row of some."""
        at = self.here
        self.here += 2 if several else 1
        *outer, last = self.names() or [""]
        path = ""
        for part in outer:
            path = self.row(f"{path}.{part}".strip("."))
        path = f"{path}.{last}".strip(".")
        end, self.here = self.here, at
        self.note(path)
        if several:
            self.rows[path] = self.rows.get(path, -1) + 1
            path = self.row(path)
            self.note(path)
        self.here = end + (2 if several else 1)
        return path

    def row(self, path: str) -> str:
        """A path, with the number of its last row where it is a list of tables."""
        return f"{path}[{self.rows[path]}]" if path in self.rows else path

    def pair(self, table: str) -> None:
        """A key and its value."""
        at = self.here
        parts = self.names()
        end, self.here = self.here, at
        path = table
        for part in parts:
            path = f"{path}.{part}".strip(".")
            self.note(path)
        self.here = end
        if self.text.startswith("=", self.here):
            self.here += 1
            self.blank()
            self.value(path)

    def value(self, path: str) -> None:
        """A value, and what stands in it."""
        opening = self.text[self.here : self.here + 1]
        if opening not in ("[", "{"):
            found = _TEXT.match(self.text, self.here) or _OTHER.match(self.text, self.here)
            self.here = found.end() if found else self.here
            return
        closing, number = {"[": "]", "{": "}"}[opening], 0
        self.here += 1
        self.blank()
        while self.here < len(self.text) and self.text[self.here] != closing:
            start = self.here
            if opening == "{":
                self.pair(path)
            else:
                self.note(f"{path}[{number}]")
                self.value(f"{path}[{number}]")
                number += 1
            self.blank()
            self.here += self.text.startswith(",", self.here) or self.here == start
            self.blank()
        self.here += 1


@cache
def lines_of(text: str) -> Mapping[str, int]:
    r"""The line of every key of a TOML text, by its path.

    >>> lines_of('[[offences]]\nlimbs = [\n{ acts = "acts" },\n]')["offences[0].limbs[0].acts"]
    3
    """
    return _Lines(text).document()


def line_of(text: str, path: str) -> int | None:
    r"""The line on which a path of a text stands, or the nearest of what would contain it.

    >>> line_of('[lists.acts]\nat = "1"', "lists.acts.role")
    1
    """
    lines = lines_of(text)
    while path:
        if path in lines:
            return lines[path]
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return None
