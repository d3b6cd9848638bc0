"""The table of `compare CoE Armenia`."""

from __future__ import annotations

from datetime import date

from comparators.table import compare
from provisions.records import Version
from provisions.report import Report


def table(
    chosen: tuple[Version, ...], facets: tuple[str, ...], day: date | None,
    *, differences: bool = False, evidence: bool = False, every: bool = False,
) -> Report:  # fmt: skip
    """The comparison of some versions."""
    comparison = compare(*chosen, facets=facets, every=every, as_of=day)
    return (comparison.differences() if differences else comparison).report(evidence=evidence)
