"""What the records say of each other: coverage, reach, gaps, history; tables of them.

>>> import provisions, comparators
>>> coe, armenia = provisions.get("CoE"), provisions.get("Armenia")
>>> comparators.reaches(armenia, coe).verdict
'undetermined'

A name is imported when it is first used: a command that prints a table loads nothing of amendments
or history.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comparators.application import Application, apply
    from comparators.comparison import Comparison, NothingToCompareError, Row, compare
    from comparators.facts import Facts, FactsError, parse_facts
    from comparators.findings import Finding
    from comparators.result import NoResultError, Result, render
    from comparators.revisions import Changes, changes, history
    from comparators.verdicts import NothingToReachError, Verdict, reaches
    from comparators.worklist import Gaps, gaps

_HOMES = {
    "Application": "application", "apply": "application", "Changes": "revisions", "changes": "revisions", "history": "revisions",
    "Facts": "facts", "FactsError": "facts", "parse_facts": "facts", "Gaps": "worklist",
    "gaps": "worklist", "Finding": "findings", "NothingToReachError": "verdicts", "Verdict": "verdicts", "reaches": "verdicts",
    "Comparison": "comparison", "Row": "comparison", "compare": "comparison", "NothingToCompareError": "comparison",
    "NoResultError": "result", "Result": "result", "render": "result",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'comparators' has no attribute {name!r}")
    found = getattr(import_module(f"comparators.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})


__all__ = [
    "Application",
    "Changes",
    "Comparison",
    "Facts",
    "FactsError",
    "Finding",
    "Gaps",
    "NoResultError",
    "NothingToCompareError",
    "NothingToReachError",
    "Result",
    "Row",
    "Verdict",
    "apply",
    "changes",
    "compare",
    "gaps",
    "history",
    "parse_facts",
    "reaches",
    "render",
]
