"""A law: a version with its words, and whatever was worked out about it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from attrs import evolve, field, frozen

from comparators import limbs as reading_limbs
from comparators.boxes import Space
from comparators.limbs import LimbRead, limbs_of
from comparators.lists import Reading, leaves, read
from provisions.records import List, Offence, Version
from provisions.vocabulary import Thesaurus


@frozen(eq=False, slots=False)
class Law:
    """A version under a thesaurus. What is worked out about it is kept, by the name of the list.

    >>> import provisions
    >>> law = Law(provisions.get("Armenia"), provisions.thesaurus())
    >>> sorted({limb.at for limb in law.limbs})
    ['132(1)', '132(2), point 4', '132(2), point 5', '132.2']
    """

    version: Version
    words: Thesaurus = field(repr=False)
    _read: dict[str, tuple[List, Reading]] = field(factory=dict, repr=False, alias="readings")

    @property
    def id(self) -> str:
        """The identifier of the instrument."""
        return self.version.id

    @property
    def name(self) -> str:
        """The short name of the instrument."""
        return self.version.name

    def reading(self, name: str) -> Reading:
        """The reading of one of its lists. Raises `KeyError` for a name it does not have."""
        a_list = self.version.lists[name]
        known = self._read.get(name)
        if known is None or known[0] is not a_list:
            known = a_list, read(name, a_list, self.words, self.version.id)
            self._read[name] = known
        return known[1]

    def with_version(self, version: Version) -> Law:
        """The law with a changed version; lists that did not change are not read again."""
        return evolve(self, version=version, readings=dict(self._read))

    def leaves(self, concept: str) -> frozenset[str]:
        """The leaves that a concept stands for in this instrument."""
        return leaves(self.words, concept, self.version.id)

    def offences_of(self, *kinds: str) -> tuple[Offence, ...]:
        """The offences and duties of these kinds, by default those of trafficking; definitions punish
        nothing.
        """
        return self.version.offences_of(*(kinds or ("trafficking",)))

    @cached_property
    def limbs(self) -> tuple[LimbRead, ...]:
        """The limbs of the offences of trafficking, stated and derived."""
        return self._limbs("trafficking")

    @cached_property
    def related(self) -> tuple[LimbRead, ...]:
        """The limbs of the offences recorded as related (slavery, forced labour, kidnapping)."""
        return self._limbs("related")

    def _limbs(self, *kinds: str) -> tuple[LimbRead, ...]:
        return limbs_of(self.version, self.offences_of(*kinds), self.words, self.reading)

    def named(self, space: Space) -> list[int]:
        """What is reached for certain, as boxes."""
        return reading_limbs.named(self.limbs, space)

    def possible(self, space: Space) -> list[int]:
        """What is named, not known or open, as boxes: outside it nothing is reached."""
        return reading_limbs.possible(self.limbs, space)

    def required(self, space: Space) -> list[int]:
        """What is named or not known, as boxes: what this standard demands, or may demand."""
        return reading_limbs.required(self.limbs, space)

    def __getstate__(self) -> dict[str, Any]:
        return {"version": self.version, "words": self.words, "_read": {}}


def space_for(laws: Iterable[Law], *, related: bool = False) -> Space:
    """A space in which all of these laws can be compared.

    >>> import provisions
    >>> words = provisions.thesaurus()
    >>> space = space_for([Law(provisions.get(name), words) for name in ("CoE", "Armenia")])
    >>> "slavery" in space.purposes
    True
    """
    laws = tuple(laws)
    limbs = [x for law in laws for x in (*law.limbs, *(law.related if related else ()))]
    return reading_limbs.space_for(laws[0].words, [law.version for law in laws], limbs)
