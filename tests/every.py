"""One property of many things is one test, and it tells each thing that lacks the property.

A test a text, a row or an edge costs more in being counted than in being run: ten thousand tests
were a third of the suite's time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def each(things: Iterable[Any], name: Callable[[Any], str] = str) -> Callable[[Any], Any]:
    """Makes of a test of one thing (or of a tuple of arguments) a test of all of them.

    Whatever fails is told with the name of its thing; the others are tried none the less.
    """
    held = tuple(things)

    def decorated(test: Callable[..., None]) -> Callable[[], None]:
        def of_all() -> None:
            __tracebackhide__ = True
            assert held, "a property of nothing"
            failed = {}
            for thing in held:
                try:
                    test(*thing) if isinstance(thing, tuple) else test(thing)
                except Exception as error:  # noqa: BLE001 - told below, whatever it is
                    failed[name(thing)] = f"{type(error).__name__}: {error}"
            if failed:
                told = "\n".join(f"{where}: {what}" for where, what in failed.items())
                pytest.fail(f"{len(failed)} of {len(held)} fail\n{told}", pytrace=False)

        of_all.__name__, of_all.__doc__ = test.__name__, test.__doc__
        return of_all

    return decorated


def key(version: Any) -> str:
    """The name of a text: ``armenia@2011-03-01``."""
    return version.key


def stem(path: Any) -> str:
    """The same, of its file."""
    return f"{path.parent.name}@{path.stem}"
