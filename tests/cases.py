"""What a law says of a case: one question, asked in one place.

``reached(law("palermo"), "recruitment", "deception", "forced-labour", "adult")`` is ``"yes"``,
``"no"`` or ``"undetermined"``. A case may hold several acts, means and purposes; what is not given
is not present.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import comparators
import provisions

if TYPE_CHECKING:
    from provisions.records import Version
    from provisions.vocabulary import Thesaurus


def law(name: str) -> Version:
    """A version of the corpus: ``kazakhstan@2006-03-02``."""
    return provisions.get(name)


def reached(version: Version, *facts: str, words: Thesaurus | None = None) -> str:
    """Whether the offences of trafficking of a version reach a case."""
    return comparators.apply(version, facts, words=words).reached
