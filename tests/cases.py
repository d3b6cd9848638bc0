"""What a law says of a case: one question, asked in one place.

``reached(version, "recruitment", "deception", "forced-labour", "adult")`` is ``"yes"``, ``"no"`` or
``"undetermined"``. A case may hold several acts, means and purposes; what is not given is not present.
"""

from __future__ import annotations

from itertools import product
from typing import Literal

import provisions
from comparators.boxes import NONE, Pattern, Space
from comparators.layers import Layers, all_leaves, leaves
from provisions.records import VICTIMS, Version
from provisions.vocabulary import Thesaurus

ORDINARY = ("recruitment", "deception", "forced-labour")
"""What happens in a case told without saying more."""

NO_ELEMENT = ("consent",)
"""Facts that are no element of any definition, and change no answer."""


def law(name: str) -> Version:
    """A version of the corpus: ``kazakhstan@2006-03-02``."""
    return provisions.get(name)


def reached(
    version: Version, *facts: str, words: Thesaurus | None = None
) -> Literal["yes", "no", "undetermined"]:
    """Whether the offences of trafficking of a version reach a case.

    A broader word (*use of force*, where the vocabulary tells two kinds apart that exhaust it) leaves open which of
    its kinds was meant: the answer is then the one that holds for each of them.
    """
    words = words or provisions.thesaurus()
    layers = Layers(version, words)
    given = [f for f in facts if f not in NO_ELEMENT]
    victims = [f for f in given if f in VICTIMS]
    if len(victims) != 1:
        raise ValueError(f"one kind of victim, not {victims or 'none'}")
    present = tuple(f for f in given if f not in VICTIMS and words[f].sort == "further")
    space = Space(
        all_leaves(words, "act", (version,)), (*all_leaves(words, "means", (version,)), NONE),
        (*all_leaves(words, "purpose", (version,)), NONE), VICTIMS, tuple(dict.fromkeys((*layers.further, *present))),
    )  # fmt: skip
    named, possible = layers.named(space), layers.possible(space)

    def kinds(fact: str) -> tuple[str, ...]:
        return tuple(sorted(leaves(words, fact, version.id))) if words[fact].complete else (fact,)

    dimensions = ("act", "means", "purpose")
    done = {
        d: [kinds(f) for f in given if f not in VICTIMS and (words[f].sort == d or f in space.values[d])]
        for d in dimensions
    }
    answers = set()
    for acts, means, purposes in product(*(product(*done[d]) for d in dimensions)):
        cases = [
            space.point(Pattern(act, by, purpose, victims[0], present))
            for act, by, purpose in product(acts, (*means, NONE), (*purposes, NONE))
        ]
        if any(space.within(c, named) for c in cases):
            answers.add("yes")
        else:
            answers.add("undetermined" if any(space.within(c, possible) for c in cases) else "no")
    return answers.pop() if len(answers) == 1 else "undetermined"
