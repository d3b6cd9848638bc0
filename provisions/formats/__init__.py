"""Formats: one module each, from a `Report` to text or bytes."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from attrs import evolve

from provisions.errors import RequestError

if TYPE_CHECKING:
    from provisions.report import Report
    from provisions.terminal import Look

TEXTS = ("table", "json", "csv", "markdown", "latex", "html")
"""The formats that are text, and that every report has."""

FORMATS = (*TEXTS, "docx", "xlsx", "svg")
"""The formats, each the name of a module here."""

FOLDED = ("table", "markdown", "latex")
"""The formats in which neighbours of one place and mark are one line; the others have every row."""

MACHINE = ("json", "csv", "latex", "html", "svg")
"""The formats that other programs read: UTF-8 whatever the console is set to."""

_ONLY = {
    "docx": "a Word annex is made of a table of laws under a standard, and of --gaps",
    "svg": "a figure is made of a table of laws under a standard, and of --history",
}
_EXTRAS = {"docx": "word", "xlsx": "sheet"}


def formats_of(report: Report) -> tuple[str, ...]:
    """The formats that a report has: an annex is made of some, a figure of some.

    >>> from provisions.report import Report
    >>> formats_of(Report("A list", (), ()))
    ('table', 'json', 'csv', 'markdown', 'latex', 'html', 'xlsx')
    """
    lacks = {"docx": not report.annexed, "svg": not report.drawn}
    return tuple(name for name in FORMATS if not lacks.get(name))


def render(report: Report, to: str, how: Look | None = None) -> str | bytes:
    """A report in a format: text without a last line break, or the bytes of a file. ``how`` is the
    look of a terminal, for the table.

    Raises `RequestError` for an unknown format, for one that the report has not, and for one whose
    extra is not installed.
    """
    if to not in FORMATS:
        raise RequestError(f"no format is called {to!r}; formats: {', '.join(FORMATS)}")
    if to not in formats_of(report):
        raise RequestError(f"{_ONLY[to]}; formats here: {', '.join(formats_of(report))}")
    from provisions.terminal import shown

    looks = (how,) if how is not None and to == "table" else ()
    try:
        stamped = _stamped(report, to)
        made: str | bytes = import_module(f"provisions.formats.{to}").render(stamped, *looks)
    except ModuleNotFoundError as error:
        if to not in _EXTRAS:
            raise
        extra = _EXTRAS[to]
        message = f"{to} wants the extra {extra!r}: pip install 'trafficking-provisions[{extra}]'"
        raise RequestError(message) from error
    if isinstance(made, bytes):
        return made
    return shown(_signed(made) if to == "svg" else made.rstrip("\n"))


def _stamped(report: Report, to: str) -> Report:
    """The report with the versions of program and records: where it is cited, or below a first
    screen, or among the data; a tidy file has its rows alone.
    """
    if to in ("csv", "svg"):
        return report
    from provisions import release

    if to == "json":
        found = report.data
        if not isinstance(found, Mapping):
            return report  # a list of records
        day, digest = release.data_version()
        said = {
            "program": {"name": release.NAME, "version": release.VERSION},
            "data": {"date": day, "hash": digest},
        }
        return evolve(report, data={**found, **said})
    if to == "table" and report.brief:
        return evolve(report, hint="\n".join(filter(None, (release.stamp(), report.hint))))
    return report


def _signed(figure: str) -> str:
    """The figure with the versions it was made with, for whoever opens its text."""
    from provisions.release import stamp

    drawing, end, after = figure.rstrip("\n").rpartition("</svg>")
    return f"{drawing}<metadata>{stamp()}</metadata>{end}{after}"
