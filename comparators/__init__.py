"""What the records say of each other: coverage, reach, gaps, history; tables of them."""

from comparators.coverage import Coverage, Finding
from comparators.reach import NothingToReachError, Verdict, reaches
from comparators.table import Comparison, Row, compare

__all__ = [
    "Comparison",
    "Coverage",
    "Finding",
    "NothingToReachError",
    "Row",
    "Verdict",
    "compare",
    "reaches",
]
