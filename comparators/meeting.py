"""A law and a standard brought into one space, and the three-layer verdict on their boxes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrs import frozen

from comparators.boxes import Space
from comparators.layers import Layers, space_for
from provisions.errors import ProvisionsError
from provisions.records import Version
from provisions.vocabulary import Thesaurus

Answer = Literal["yes", "no", "undetermined"]


class NothingToReachError(ProvisionsError, ValueError):
    """The instrument lays down no offence and no duty to criminalise: it reaches nothing, and
    requires nothing.
    """


def decide(
    space: Space, law_named: Sequence[int], law_possible: Sequence[int],
    std_named: Sequence[int], std_required: Sequence[int],
) -> Answer:  # fmt: skip
    """The three-layer verdict on boxes alone: yes where what is named or unknown in the standard is
    named in the law; no where something it names is neither named, open nor unknown in the law;
    undetermined otherwise.
    """
    if space.contains(law_named, std_required):
        return "yes"
    return "undetermined" if space.contains(law_possible, std_named) else "no"


@frozen(slots=False, eq=False)
class Meeting:
    """Two instruments in one space: the law, the standard, and their boxes."""

    law: Layers
    standard: Layers
    space: Space
    words: Thesaurus

    @classmethod
    def of(
        cls, law: Version, standard: Version, words: Thesaurus, *, related: bool = False
    ) -> Meeting:
        """Bring a law and a standard into one space. Raises `NothingToReachError`."""
        both = (law, standard)
        one, other = (Layers(v, words, both, related) for v in both)
        for layers in (one, other):
            if not layers.readings:
                raise NothingToReachError(nothing_to_reach(layers.version))
        return cls(one, other, space_for(words, (one, other)), words)

    def answer(self) -> Answer:
        """The verdict."""
        if self.law.version is self.standard.version:
            return "yes"
        law, std, space = self.law, self.standard, self.space
        return decide(
            space, law.named(space), law.possible(space), std.named(space), std.required(space)
        )


def nothing_to_reach(version: Version) -> str:
    """Why an instrument has no reach, in words."""
    if version.offences_of("related"):
        what = "what it punishes, or has punished, is related conduct"
    elif any(o.provision == "definition" for o in version.offences):
        what = "it defines, and punishes nothing"
    else:
        what = "it holds no definition of trafficking that it punishes"
    return (
        f"{version.name} lays down no offence of trafficking and no duty to criminalise it: {what}"
    )
