"""The modes of ``compare``: each builds one report, and is one module here; `data` is for
programs.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from comparators.wording.heads import as_of_note, version_note
from provisions.records import Version

MODES = ("table", "gaps", "facts", "matrix", "history", "find")


def head(chosen: Sequence[Version], day: date | None) -> tuple[str, ...]:
    """The lines above every report: which day's law, which versions."""
    return (as_of_note(day, chosen), *(version_note(v, day) for v in chosen))
