"""What a law says of a case: one question, asked in one place.

``reached(law("palermo"), "recruitment", "deception", "forced-labour", "adult")`` is ``"yes"``, ``"no"`` or
``"undetermined"``. A case may hold several acts, means and purposes; what is not given is not present: to a user,
`comparators.apply` says *reached if* where a further element was not mentioned.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import provisions
from comparators.application import Asking
from comparators.facts import parse_facts
from comparators.law import Law
from comparators.lists import Layer
from provisions.records import LISTED

if TYPE_CHECKING:
    from provisions.records import Version
    from provisions.vocabulary import Thesaurus


def law(name: str) -> Version:
    """A version of the corpus: ``kazakhstan@2006-03-02``."""
    return provisions.get(name)


def reached(version: Version, *facts: str, words: Thesaurus | None = None) -> str:
    """Whether the offences of trafficking of a version reach a case."""
    words = words or provisions.thesaurus()
    of = Law(version, words)
    asking = Asking(of, of.limbs, parse_facts(facts, words))
    answers = {
        _worst(_of_cell(asking, cell) for cell in product(*forms))
        for forms in product(*(asking.given[d].values() for d in LISTED))
    }
    return next(a for a in ("yes", "undetermined", "no") if a in answers)


def _of_cell(asking: Asking, cell: tuple[str, ...]) -> str:
    """What a law makes of one leaf of each facet, where nothing is present but what was given."""
    layers = set()
    for i, limb in enumerate(asking.against):
        if not limb.requires - asking.case.present:
            each = [asking.parts[i, d, leaf] for d, leaf in zip(LISTED, cell, strict=True)]
            free = [
                [p.borne.way.layer for p in parts if not p.lacks | p.jurisdiction] for parts in each
            ]
            if all(free):
                layers.add(max(min(some) for some in free))
    return "yes" if Layer.NAMED in layers else "undetermined" if layers else "no"


def _worst(answers) -> str:
    """Of a fact that takes several forms, nobody said which it was."""
    found = set(answers)
    return found.pop() if len(found) == 1 else "undetermined"
