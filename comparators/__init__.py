"""What the records say of each other: coverage, reach, gaps, history; tables of them.

>>> import provisions, comparators
>>> coe, armenia = provisions.get("CoE"), provisions.get("Armenia")
>>> comparators.reaches(armenia, coe).verdict
'undetermined'
"""

from comparators.applying import Application, apply
from comparators.changes import Changes, changes, history
from comparators.coverage import Coverage, Finding
from comparators.facts import Facts, FactsError, parse_facts
from comparators.gaps import Gaps, gaps
from comparators.reach import NothingToReachError, Verdict, reaches
from comparators.table import Comparison, Row, compare

__all__ = [
    "Application",
    "Changes",
    "Comparison",
    "Coverage",
    "Facts",
    "FactsError",
    "Finding",
    "Gaps",
    "NothingToReachError",
    "Row",
    "Verdict",
    "apply",
    "changes",
    "compare",
    "gaps",
    "history",
    "parse_facts",
    "reaches",
]
