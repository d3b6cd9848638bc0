"""The public face of a package: what ``dir()`` shows of it, and ``help()`` nothing but its tour."""

from __future__ import annotations

import sys
from collections.abc import Iterable

_DEPTH = 6
"""How many callers up `pydoc` stands, at most, when it asks for the names of a package."""


def names(public: Iterable[str]) -> list[str]:
    """The public names, for ``__dir__``.

    `pydoc` gets none: it would print every method of every class, over a thousand lines, where the
    tour in the package's docstring tells the same on a screen; ``help`` of each name has the rest.

    >>> names(["reaches", "compare"])
    ['compare', 'reaches']
    """
    frame = sys._getframe()  # noqa: SLF001 - the only way to learn who asks
    for _ in range(_DEPTH):
        if frame.f_back is None:
            break
        frame = frame.f_back
        if frame.f_globals.get("__name__") == "pydoc":
            return []
    return sorted(public)
