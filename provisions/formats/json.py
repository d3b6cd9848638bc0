"""JSON, for programs: the data of the report, as it is."""

from __future__ import annotations

import json

from provisions.report import Report


def render(report: Report) -> str:
    """The report's data as JSON, letters as they are."""
    return json.dumps(report.data, ensure_ascii=False, indent=1)
