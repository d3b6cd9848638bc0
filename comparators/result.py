"""What every result can do: show itself as text, in a notebook, or in any format.

A result names the mode that tells it. This is the one room that reaches upwards, to the modes, and
it does so only when somebody asks to see a result.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, cast

from attrs import fields

from provisions.errors import ProvisionsError

if TYPE_CHECKING:
    from provisions.report import Report


class NoResultError(ProvisionsError, TypeError):
    """Something that is no result of this library was to be rendered; the message says what it is.

    >>> render("CoE", "table")
    Traceback (most recent call last):
    comparators.result.NoResultError: 'CoE' is no result: give what a function of comparators returned
    """  # noqa: E501 - the message as it is printed


class Result:
    """A result: ``str()`` is its table, ``repr()`` is short, and a notebook shows it as a page.

    Two results are equal, and hash alike, if they say the same; they pickle and copy whole.
    ``mode`` is the module of `comparators.modes` that has its report. ``answer`` is the attribute
    to read where there are three answers, so that the truth of the result is refused. Whether it
    ``folds`` alike rows, a format to be read on a screen or on paper shows it so, and no other.

    >>> import comparators
    >>> isinstance(comparators.compare("CoE", "EU"), Result)
    True
    """

    __slots__ = ()
    mode: ClassVar[str]
    answer: ClassVar[str] = ""
    folds: ClassVar[bool] = False

    def report(self, **options: Any) -> Report:
        """The `Report` that every format renders."""
        found: Report = import_module(f"comparators.modes.{self.mode}").report(self, **options)
        return found

    def __bool__(self) -> bool:
        if self.answer:
            raise TypeError(
                f"there are three answers: read .{self.answer} ('yes', 'no' or 'undetermined')"
            )
        return True

    def __getstate__(self) -> dict[str, Any]:
        """What it says; what was worked out from that is worked out again."""
        return {f.name: getattr(self, f.name) for f in fields(cast("Any", type(self)))}

    def __str__(self) -> str:
        return str(render(self, "table"))

    def _repr_html_(self) -> str:
        from provisions.formats.html import fragment

        return fragment(self.report())


def render(result: Result | Report, to: str, **options: Any) -> str | bytes:
    """Any result, or a report, in any format.

    Raises `ValueError` for an unknown format, and `NoResultError` for what is no result.

    >>> import comparators
    >>> render(comparators.compare("CoE", facets=["penalty"]), "markdown").splitlines()[0]
    '# CoE'
    """
    from provisions.corpus import shortened
    from provisions.formats import FOLDED
    from provisions.formats import render as rendered
    from provisions.report import Report

    if isinstance(result, Result) and result.folds:
        options = {"fold": to in FOLDED} | options
    report = result.report(**options) if isinstance(result, Result) else result
    if not isinstance(report, Report):
        raise NoResultError(
            f"{shortened(result)} is no result: give what a function of comparators returned"
        )
    return rendered(report, to)
