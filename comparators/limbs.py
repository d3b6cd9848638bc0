"""Limbs as read, three readings each - acts, means, purposes -, and the one place that turns a limb
into boxes.

A reading is stated, or derived from an aggravated form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product

from attrs import evolve, field, frozen

from comparators.boxes import NONE, Space, largest
from comparators.lists import Layer, Reading, Way, all_leaves, not_required, not_seen, read
from provisions.records import (
    LISTED,
    NOT_REQUIRED,
    NOT_SEEN,
    VICTIMS,
    Entry,
    Limb,
    Mark,
    Offence,
    Tier,
    Version,
)
from provisions.vocabulary import Thesaurus

MARKS: tuple[Mark, ...] = ("stated", "arguable", "unseen")
"""The marks of entries and limbs, the most certain first."""

FLOORS: Mapping[Mark, Layer] = {
    "stated": Layer.NAMED,
    "arguable": Layer.OPEN,
    "unseen": Layer.SILENT,
}
"""The best layer of whatever stands in a limb with a mark."""


Elements = frozenset[str]
Borne = frozenset[tuple[Layer, Elements]]
"""What a limb makes of one value: the layers in which its words bear it, and what each demands."""


@frozen(eq=False, slots=False)
class LimbRead:
    """One limb as the library reads it: where it stands, and a reading for each facet.

    ``replaced`` is, of a derived limb, the facet that the aggravated form says anew, and ``at``
    that form's pinpoint; or *act*, where an act is named after a means.

    >>> from comparators.law import Law
    >>> import provisions
    >>> limb = Law(provisions.get("CoE"), provisions.thesaurus()).limbs[0]
    >>> limb.at, next(limb.ways("means", "fraud")).layer.name
    ('4(a)', 'NAMED')
    """

    offence: Offence
    limb: Limb
    readings: Mapping[str, Reading] = field(repr=False)
    mark: Mark = "stated"
    replaced: str | None = None
    at: str = ""

    def reading(self, facet: str) -> Reading:
        """The reading of a facet (*act*, *means*, *purpose*): a list, not required, or not seen."""
        return self.readings[facet]

    @property
    def victims(self) -> tuple[str, ...]:
        """The kinds of victim it is committed against."""
        return self.limb.victims

    @property
    def requires(self) -> frozenset[str]:
        """The further elements the limb itself demands."""
        return frozenset(self.limb.requires)

    @property
    def unread(self) -> bool:
        """Whether it was not seen, or something of a list of it."""
        return self.mark == "unseen" or any(r.unread for r in self.readings.values())

    def ways(self, facet: str, leaf: str, *, marked: bool = True) -> Iterator[Way]:
        """The ways of a leaf, but for its absence; held down by the limb's own mark if
        ``marked``.
        """
        floor = FLOORS[self.mark if marked else "stated"]
        for way in self.readings[facet].of(leaf):
            if way.layer == Layer.ABSENT:
                return  # what is not there is the rest of a list, which comes last
            if floor == Layer.NAMED or way.layer == Layer.SILENT:
                yield way
            else:
                layer = Layer.SILENT if floor == Layer.SILENT else max(way.layer, floor)
                yield Way(layer, way.because, way.demands, way.doubtful)

    def borne(self, facet: str, leaf: str, *, marked: bool = True) -> Borne:
        """What it makes of a value of a facet, its own mark counted or not."""
        key = facet, leaf, marked and self.mark != "stated"
        known = self._borne.get(key)
        if known is None:
            ways = self.ways(facet, leaf, marked=marked)
            known = self._borne[key] = frozenset((w.layer, w.demands) for w in ways)
        return known

    @cached_property
    def _borne(self) -> dict[tuple[str, str, bool], Borne]:
        return {}


Readers = Callable[[str], Reading]
"""From the name of a list to its reading."""


def limbs_of(
    version: Version, offences: Iterable[Offence], words: Thesaurus, reading: Readers
) -> tuple[LimbRead, ...]:
    """Every limb of some offences; then the limbs that their aggravated forms restate, and those
    that acts named after a means give.
    """
    stated = [_limb(o, limb, reading) for o in offences for limb in o.limbs]
    derived = (d for one in stated for d in _restated(version, one, words))
    by_acts = (d for one in stated for d in _by_act(version, one, words))
    return (*stated, *derived, *by_acts)


def _limb(offence: Offence, limb: Limb, reading: Readers) -> LimbRead:
    at = limb.at or offence.at
    read_as: dict[str, Callable[[str], Reading]] = {NOT_REQUIRED: not_required, NOT_SEEN: not_seen}
    names: dict[str, str] = {facet: limb.list_for(facet) for facet in LISTED}
    readings = {f: read_as[n](at) if n in read_as else reading(n) for f, n in names.items()}
    return LimbRead(offence, limb, readings, limb.mark, None, at)


def _restated(version: Version, base: LimbRead, words: Thesaurus) -> Iterator[LimbRead]:
    """The limbs that aggravated forms give, where they say the acts again with other means or
    purposes, and the base offence needs that facet: the base limb with that reading replaced by the
    entry's.
    """
    for tier in base.offence.tiers:
        for concept, entry in version.lists[tier.circumstances].entries.items():
            facet = entry.restates
            if facet and base.limb.list_for(facet) not in (NOT_REQUIRED, NOT_SEEN):
                alone = _alone(version, tier, concept, entry, words)
                yield evolve(
                    base,
                    readings={**base.readings, facet: alone},
                    mark=max(base.mark, _certainty(entry), key=MARKS.index),
                    replaced=facet,
                    at=entry.at or tier.at,
                )


def _by_act(version: Version, base: LimbRead, words: Thesaurus) -> Iterator[LimbRead]:
    """The limb that an act named after a means gives (abducting), where no means is needed besides:
    whatever is done by that means, the act is done.
    """
    a_list = version.lists.get(base.limb.acts)
    if a_list is None or base.limb.means != NOT_REQUIRED:
        return
    named = {c: e for c, e in a_list.entries.items() if words[c].sort == "means"}
    if named:
        alone = evolve(a_list, unlisted="absent", entries=named)
        means = read(base.limb.acts, alone, words, version.id)
        readings = {**base.readings, "act": not_required(base.at), "means": means}
        yield evolve(base, readings=readings, replaced="act")


def _alone(version: Version, tier: Tier, concept: str, entry: Entry, words: Thesaurus) -> Reading:
    """The reading of one entry of an aggravated form, as if it were the whole list."""
    stated = evolve(entry, mark="stated")
    a_list = version.lists[tier.circumstances]
    alone = evolve(a_list, unlisted="absent", entries={concept: stated})
    return read(tier.circumstances, alone, words, version.id)


def _certainty(entry: Entry) -> Mark:
    """The mark of a limb that an aggravated form restates: arguable unless a source settles it."""
    return entry.mark if entry.mark != "stated" or entry.settled else "arguable"


# -- boxes -----------------------------------------------------------------------------------------


def boxes(
    limbs: Iterable[LimbRead], space: Space, layers: Sequence[Layer], marks: Sequence[Mark] = MARKS
) -> list[int]:
    """The boxes of the limbs with these marks, from these layers of what they say."""
    found: list[int] = []
    for limb in limbs:
        if limb.mark in marks:
            found += limb_boxes(limb, space, layers)
    return largest(found)


def named(limbs: Iterable[LimbRead], space: Space) -> list[int]:
    """What is reached for certain."""
    return boxes(limbs, space, (Layer.NAMED,), ("stated",))


def possible(limbs: Iterable[LimbRead], space: Space) -> list[int]:
    """What is named, not known or open: outside it, nothing is reached."""
    return boxes(limbs, space, (Layer.NAMED, Layer.SILENT, Layer.OPEN))


def required(limbs: Iterable[LimbRead], space: Space) -> list[int]:
    """What is named or not known: what a standard demands, or may. What it leaves open
    binds nobody.
    """
    return boxes(limbs, space, (Layer.NAMED, Layer.SILENT), ("stated", "unseen"))


def limb_boxes(limb: LimbRead, space: Space, layers: Sequence[Layer]) -> Iterator[int]:
    """The boxes of one limb: the product of the alternatives that its entries' further elements
    make.

    An element that a value means already (gain, in the exploitation of prostitution) is not
    demanded besides.
    """
    victims = space.mask("victim", limb.victims)
    facets = [_alternatives(limb.reading(f), space.values[f], layers) for f in LISTED]
    for one in product(*(f.items() for f in facets)):
        wanted = limb.requires.union(*(demands for demands, _ in one))
        for parts in product(*(_by_meaning(space, wanted, values) for _, values in one)):
            meant = frozenset[str]().union(*(m for m, _ in parts))
            box = victims | space.free(wanted - meant)
            for facet, (_, values) in zip(LISTED, parts, strict=True):
                box |= space.mask(facet, values)
            if not space.empty(box):
                yield box


def _alternatives(
    reading: Reading, every: Iterable[str], layers: Sequence[Layer]
) -> dict[frozenset[str], frozenset[str]]:
    """The values of some layers together, by the further elements they demand."""
    found: dict[frozenset[str], frozenset[str]] = {}
    by_layer = reading.layers(every)
    for layer in layers:
        for demands, values in by_layer.get(layer, {}).items():
            found[demands] = found.get(demands, frozenset()) | values
    return {demands: values for demands, values in found.items() if values}


def _by_meaning(
    space: Space, wanted: frozenset[str], values: frozenset[str]
) -> Iterable[tuple[frozenset[str], set[str]]]:
    """Values by the demanded elements that they mean already."""
    groups: dict[frozenset[str], set[str]] = {}
    for value in values:
        groups.setdefault(space.implied.get(value, frozenset()) & wanted, set()).add(value)
    return groups.items()


def further(limbs: Iterable[LimbRead]) -> tuple[str, ...]:
    """Every further element that some limb, or some word of its lists, demands."""
    found: dict[str, None] = {}
    for limb in limbs:
        found.update(dict.fromkeys(limb.limb.requires))
        for facet in LISTED:
            for by_demands in limb.reading(facet).layers(()).values():
                for demands in by_demands:
                    found.update(dict.fromkeys(sorted(demands)))
    return tuple(found)


def space_for(words: Thesaurus, versions: Iterable[Version], limbs: Iterable[LimbRead]) -> Space:
    """A space in which all these versions can be compared: whatever one uses is a value for all.
    What brings a case before a State's courts is no part of reach, and has no place in it.

    >>> import provisions
    >>> from comparators.law import Law
    >>> law = Law(provisions.get("Armenia"), provisions.thesaurus())
    >>> "recruitment" in space_for(law.words, [law.version], law.limbs).acts
    True
    """
    versions = tuple(versions)
    return Space(
        all_leaves(words, "act", versions),
        (*all_leaves(words, "means", versions), NONE),
        (*all_leaves(words, "purpose", versions), NONE),
        VICTIMS,
        tuple(f for f in further(limbs) if not words[f].jurisdictional),
        {c.id: frozenset(c.contains) for c in words if c.contains},
    )
