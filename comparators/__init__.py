"""What the records say of each other: coverage, reach, gaps, history; tables of them.

Names, paths of drafts and versions alike, the law before its standards:

>>> import comparators
>>> table = comparators.compare("CoE", "Armenia@2011-03-01")  # str(table) is the table
>>> table.cell("fraud", "armenia").status, len(table.to_records())
('covered', 51)
>>> comparators.reaches("Armenia@2011-03-01", "CoE").verdict
'undetermined'

compare   what each covers, cell by cell; to_records() for a data frame
reaches   does a law reach all its standards require? .verdict, .gaps, .open_questions
gaps      what it lacks, what is doubtful, what to read; the smallest amendment
apply     facts ("recruitment,deception,forced-labour,adult") applied to a law
find      who names a concept, in which words, since when; who does not; who is silent
changes   what lies between two texts; history: between all texts of an instrument
render    any result as "table", "json", "csv", "markdown", "latex", "html", "docx", "xlsx", "svg"

Every wrong call is a ProvisionsError, in one line that says what would be right.
"""

from __future__ import annotations

from importlib import import_module as _import
from typing import TYPE_CHECKING, Any

from provisions import face as _face

if TYPE_CHECKING:
    from comparators.application import Application, apply
    from comparators.comparison import Comparison, NothingToCompareError, Row, compare
    from comparators.concordance import Concordance, NothingToFindError, find
    from comparators.facts import Facts, FactsError, parse_facts
    from comparators.findings import Finding
    from comparators.result import NoResultError, Result, render
    from comparators.revisions import Changes, changes, history
    from comparators.verdicts import NoStandardError, NothingToReachError, Verdict, reaches
    from comparators.worklist import Gaps, gaps

_HOMES = {
    "application": ("Application", "apply"),
    "comparison": ("Comparison", "NothingToCompareError", "Row", "compare"),
    "concordance": ("Concordance", "NothingToFindError", "find"),
    "facts": ("Facts", "FactsError", "parse_facts"),
    "findings": ("Finding",),
    "result": ("NoResultError", "Result", "render"),
    "revisions": ("Changes", "changes", "history"),
    "verdicts": ("NoStandardError", "NothingToReachError", "Verdict", "reaches"),
    "worklist": ("Gaps", "gaps"),
}
"""The room of each public name, which is entered when the name is first used: a command that prints
a table loads nothing of amendments or history.
"""


def __getattr__(name: str) -> Any:
    for room, names in _HOMES.items():
        if name in names:
            found = getattr(_import(f"comparators.{room}"), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module 'comparators' has no attribute {name!r}")


def __dir__() -> list[str]:
    return _face.names(__all__)


__all__ = [
    "Application",
    "Changes",
    "Comparison",
    "Concordance",
    "Facts",
    "FactsError",
    "Finding",
    "Gaps",
    "NoResultError",
    "NoStandardError",
    "NothingToCompareError",
    "NothingToFindError",
    "NothingToReachError",
    "Result",
    "Row",
    "Verdict",
    "apply",
    "changes",
    "compare",
    "find",
    "gaps",
    "history",
    "parse_facts",
    "reaches",
    "render",
]
