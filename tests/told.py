"""The text of a finding's cell, for the tests that hold what a reader reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import provisions
from comparators.wording.cells import value

if TYPE_CHECKING:
    from comparators.findings import Finding
    from provisions.vocabulary import Thesaurus


def told(finding: Finding, words: Thesaurus | None = None) -> str:
    """What the cell says, but for the instrument's other roles of the concept."""
    return value(finding, words or provisions.thesaurus())
