"""The modes of ``compare``: each builds one report, and is one module here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from comparators.report import as_of_note, version_data, version_note
from provisions import REFERENCE_DATE
from provisions.records import Version

MODES = ("table", "gaps", "facts", "matrix", "history")


def head(chosen: Sequence[Version], day: date | None) -> tuple[str, ...]:
    """The lines above every report: which day's law, which versions."""
    return (as_of_note(day), *(version_note(v, day) for v in chosen))


def data_of(chosen: Sequence[Version], day: date | None, **more: Any) -> dict[str, Any]:
    """What every report says to programs, and more."""
    return {
        "as_of": str(day or REFERENCE_DATE),
        "instruments": [version_data(v) for v in chosen],
        **more,
    }
