"""The drafter's list for the laws of the corpus, each worked out once for all the tests that read
it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import comparators
import provisions

if TYPE_CHECKING:
    from comparators.drafting import Gaps

NATIONAL = tuple(i.id for i in provisions.instruments() if i.kind == "national-law")
"""Every national law, in its newest text that was read."""


@cache
def drafted(law: str, standard: str = "coe") -> Gaps:
    """What a law lacks of a standard, and the smallest amendment."""
    return comparators.gaps(provisions.get(law), provisions.get(standard))
