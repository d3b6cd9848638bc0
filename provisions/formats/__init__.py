"""Formats: one module each, from a `Report` to text or bytes."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provisions.report import Report

FORMATS = ("table", "json", "csv", "markdown", "latex", "html")
"""The formats, each the name of a module here."""


def render(report: Report, to: str) -> str:
    """A report in a format, without a last line break. Raises `ValueError` for an unknown
    format.
    """
    if to not in FORMATS:
        raise ValueError(f"no format is called {to!r}; formats: {', '.join(FORMATS)}")
    text: str = import_module(f"provisions.formats.{to}").render(report)
    return text.rstrip("\n")
