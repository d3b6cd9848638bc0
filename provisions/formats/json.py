"""JSON, for programs: the data of the report, as it is."""

from __future__ import annotations

import json

from provisions.errors import UNSEEN
from provisions.report import Report


def render(report: Report) -> str:
    """The report's data as JSON: letters as they are, and what turns words round by its number."""
    made = json.dumps(report.data, ensure_ascii=False, indent=1)
    return UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", made)
