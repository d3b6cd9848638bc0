"""What every record, reason and result is: a value, equal to another that says the same."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, cast

from attrs import fields


class Value:
    """Equality, hash and ``repr`` of a class of values, from the fields that attrs knows of it.

    They are written once, here: attrs would write and compile them anew for each of a hundred
    classes, whenever the program starts. Values of two classes are never equal.

    >>> from provisions.records import Evidence
    >>> Evidence("обман", at="1") == Evidence("обман", at="1"), Evidence(at="1") == "1"
    (True, False)
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        said = _said(self.__class__)
        return bool(said(self) == said(other))

    def __hash__(self) -> int:
        return hash((self.__class__.__qualname__, _said(self.__class__)(self)))

    def __repr__(self) -> str:
        shown = (f.name for f in fields(cast("Any", self.__class__)) if f.repr)
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{self.__class__.__qualname__}({told})"


_SAID: dict[Any, Callable[[object], object]] = {}


def _said(cls: Any) -> Callable[[object], object]:
    """What a value of a class says: its fields, but for those that do not count."""
    if cls not in _SAID:
        names = [f.name for f in fields(cls) if f.eq]
        _SAID[cls] = attrgetter(*names) if names else lambda _: ()
    return _SAID[cls]
