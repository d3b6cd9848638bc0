"""Formats: one module each, from a `Report` to text or bytes."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from provisions.errors import RequestError

if TYPE_CHECKING:
    from provisions.report import Report

TEXTS = ("table", "json", "csv", "markdown", "latex", "html")
"""The formats that every report has."""

FORMATS = (*TEXTS, "docx", "xlsx", "svg")
"""The formats, each the name of a module here; a figure is made of a comparison only."""

MACHINE = ("json", "csv", "latex", "html", "svg")
"""The formats that other programs read: UTF-8 whatever the console is set to."""

_EXTRAS = {"docx": "word", "xlsx": "sheet"}


def render(report: Report, to: str) -> str | bytes:
    """A report in a format: text without a last line break, or the bytes of a file.

    Raises `RequestError` for an unknown format, for one whose extra is not installed, and for a
    figure of what cannot be drawn.
    """
    if to not in FORMATS:
        raise RequestError(f"no format is called {to!r}; formats: {', '.join(FORMATS)}")
    try:
        made: str | bytes = import_module(f"provisions.formats.{to}").render(report)
    except ModuleNotFoundError as error:
        if to not in _EXTRAS:
            raise
        message = f"{to} wants the extra {_EXTRAS[to]!r}: pip install 'trafficking-provisions[{_EXTRAS[to]}]'"
        raise RequestError(message) from error
    return made if isinstance(made, bytes) else made.rstrip("\n")
