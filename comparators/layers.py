"""From records to boxes: what an instrument's offences reach, in three layers of knowledge.

*named* (covered, implied, not required), *open* (a floor, not a promise: open lists, arguable
entries, overlapping words) and *unknown* (silent). The layers are kept as growing unions: named;
named or open; named, open or unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product

from attrs import evolve, field, frozen

from comparators.boxes import NONE, Space, largest
from provisions.records import (
    LISTED,
    NOT_REQUIRED,
    NOT_SEEN,
    VICTIMS,
    Entry,
    Limb,
    List,
    Mark,
    Offence,
    Version,
)
from provisions.vocabulary import Thesaurus

Alternatives = Mapping[frozenset[str], frozenset[str]]
"""The values of one dimension that a limb reaches, by the further elements they demand."""


@frozen
class Values:
    """The values of one dimension of a limb, in three layers."""

    named: Alternatives
    open: Alternatives
    unknown: frozenset[str] = frozenset()

    def upto(self, *layers: str) -> Alternatives:
        """The values of some layers together."""
        found: dict[frozenset[str], frozenset[str]] = {}
        for layer in layers:
            more = {frozenset[str](): self.unknown} if layer == "unknown" else getattr(self, layer)
            for needs, values in more.items():
                found[needs] = found.get(needs, frozenset()) | values
        return {needs: values for needs, values in found.items() if values}


@frozen(slots=False, eq=False)
class Reading:
    """One limb as the library reads it: where it stands, and its values in each dimension."""

    offence: Offence
    limb: Limb
    act: Values
    means: Values
    purpose: Values
    mark: Mark
    derived: str | None = None

    def values(self, dimension: str) -> Values:
        """The values of one dimension."""
        return {"act": self.act, "means": self.means, "purpose": self.purpose}[dimension]

    @property
    def at(self) -> str:
        """The pinpoint of the limb."""
        return self.derived or self.limb.at or self.offence.at


def leaves(words: Thesaurus, concept: str, instrument: str) -> frozenset[str]:
    """The leaves a concept stands for: those of its narrower concepts, and its own "other" leaf
    unless they exhaust it. A heading has none.
    """
    below = [c for c, path in words.under(concept, instrument).items() if not path.condition]
    return frozenset(c for c in (concept, *below) if not words[c].heading and not words[c].complete)


def all_leaves(words: Thesaurus, sort: str, versions: Iterable[Version] = ()) -> tuple[str, ...]:
    """Every leaf of a sort, in the order of the vocabulary; and whatever else the versions use in
    that role.
    """
    own = list(words.leaves_of(sort))
    for version in versions:
        for a_list in version.lists.values():
            if a_list.role == sort:
                own += [c for c in a_list.entries if not words[c].heading and not words[c].complete]
    return tuple(dict.fromkeys(own))


@frozen(slots=False, eq=False)
class Layers:
    """The limbs of a version's offences, read into layers.

    ``beside`` are the versions it is compared with: what they use as a means or a purpose is a
    value here too. ``related`` offences count on request. ``memo`` may be shared by versions that
    share lists, under one thesaurus.
    """

    version: Version
    words: Thesaurus = field(repr=False)
    beside: tuple[Version, ...] = ()
    related: bool = False
    memo: dict[tuple[int, str], tuple[List, Values]] = field(factory=dict, repr=False)

    @cached_property
    def offences(self) -> tuple[Offence, ...]:
        """The offences and duties whose reach is computed; definitions punish nothing."""
        kinds = ("trafficking", "related") if self.related else ("trafficking",)
        return self.version.offences_of(*kinds)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Every limb, and the limbs derived from aggravated forms that restate the acts."""
        found = [self._read(o, limb) for o in self.offences for limb in o.limbs]
        return (*found, *(r for reading in found for r in self._restated(reading)))

    @cached_property
    def everything(self) -> Mapping[str, frozenset[str]]:
        """Every leaf of each dimension."""
        return {
            d: frozenset(all_leaves(self.words, d, (self.version, *self.beside))) for d in LISTED
        }

    def _read(self, offence: Offence, limb: Limb) -> Reading:
        values = {d: self.of_name(d, limb.list_for(d)) for d in LISTED}
        return Reading(offence, limb, values["act"], values["means"], values["purpose"], limb.mark)

    def of_name(self, dimension: str, name: str) -> Values:
        """The values of what a limb says of a dimension: a list, not required, or not seen."""
        every = self.everything[dimension]
        none = frozenset[str]()
        if name == NOT_REQUIRED:
            return Values({none: every | {NONE}}, {})
        if name == NOT_SEEN:
            return Values({}, {}, every | ({NONE} if dimension != "act" else none))
        a_list = self.version.lists[name]
        key = (id(a_list), dimension)
        if key not in self.memo:
            self.memo[key] = (
                a_list,
                self.of_list(dimension, a_list),
            )  # the list is kept, so that its identity is
        return self.memo[key][1]

    def of_list(self, dimension: str, a_list: List) -> Values:
        """The values a list names, leaves open, or does not show."""
        named: dict[frozenset[str], frozenset[str]] = {}
        opened: dict[frozenset[str], frozenset[str]] = {}
        unknown: frozenset[str] = frozenset()
        for concept, entry in a_list.entries.items():
            own = leaves(self.words, concept, self.version.id)
            if entry.mark == "unseen":
                unknown |= (
                    own  # and what it would reach by a doubtful reading alone is open at best
                )
                opened[frozenset()] = opened.get(frozenset(), frozenset()) | self._doubtful(concept)
                continue
            needs = frozenset(f for f in entry.requires if f not in self.words[concept].contains)
            layer = named if entry.mark == "stated" else opened
            layer[needs] = layer.get(needs, frozenset()) | own
            doubtful = self._doubtful(concept)
            opened[needs] = opened.get(needs, frozenset()) | doubtful
        if a_list.unlisted == "open":
            opened[frozenset()] = self.everything[dimension]
        if a_list.unlisted == "silent":
            unknown = self.everything[dimension]
        return Values(named, opened, unknown)

    def _doubtful(self, concept: str) -> frozenset[str]:
        """The leaves an entry reaches only on a condition, or only by an arguable reading of an
        overlapping word.
        """
        found: frozenset[str] = frozenset()
        for narrower, path in self.words.under(concept, self.version.id).items():
            if path.condition:
                found |= leaves(self.words, narrower, self.version.id)
        for other, _ in self.words.overlapping(concept):
            found |= leaves(self.words, other, self.version.id)
        return found

    def _restated(self, base: Reading) -> Iterator[Reading]:
        """The limbs that aggravated forms give, where they say the acts again with other means or
        purposes, and the base offence needs that facet: the base limb with that list replaced by
        the entry.
        """
        for tier in base.offence.tiers:
            a_list = self.version.lists.get(tier.circumstances)
            for concept, entry in a_list.entries.items() if a_list else ():
                dimension = entry.restates
                if not dimension or base.limb.list_for(dimension) in (NOT_REQUIRED, NOT_SEEN):
                    continue
                mark = entry.mark if entry.mark != "stated" or entry.settled else "arguable"
                alone = List(
                    role="means", unlisted="absent", at=tier.at, entries={concept: _stated(entry)}
                )
                restated = self.of_list(dimension, alone)
                values = {"means": base.means, "purpose": base.purpose, dimension: restated}
                worst = max(base.mark, mark, key=("stated", "arguable", "unseen").index)
                yield Reading(
                    base.offence,
                    base.limb,
                    base.act,
                    values["means"],
                    values["purpose"],
                    worst,
                    entry.at or tier.at,
                )

    # -- boxes -------------------------------------------------------------------------------------

    @cached_property
    def further(self) -> tuple[str, ...]:
        """Every further element that some limb, or some entry of its lists, demands."""
        found: dict[str, None] = {}
        for reading in self.readings:
            found.update(dict.fromkeys(reading.limb.requires))
            for values in (reading.act, reading.means, reading.purpose):
                for layer in (values.named, values.open):
                    for needs in layer:
                        found.update(dict.fromkeys(sorted(needs)))
        return tuple(found)

    def boxes(
        self, space: Space, *layers: str, marks: tuple[Mark, ...], reading: Reading | None = None
    ) -> list[int]:
        """The boxes of the limbs with these marks, from these layers of their values."""
        found: list[int] = []
        for one in (reading,) if reading else self.readings:
            if one.mark in marks:
                found += [b for b in limb_boxes(space, one, *layers) if not space.empty(b)]
        return largest(found)

    def named(self, space: Space) -> list[int]:
        """What is reached for certain."""
        return self.boxes(space, "named", marks=("stated",))

    def possible(self, space: Space) -> list[int]:
        """What is named, open or unknown: outside it, nothing is reached."""
        return self.boxes(space, "named", "open", "unknown", marks=("stated", "arguable", "unseen"))

    def required(self, space: Space) -> list[int]:
        """What is named or unknown: what a standard demands, or may demand. What it leaves open
        binds nobody.
        """
        return self.boxes(space, "named", "unknown", marks=("stated", "unseen"))


def _stated(entry: Entry) -> Entry:
    return evolve(entry, mark="stated", restates=None)


def limb_boxes(space: Space, reading: Reading, *layers: str) -> Iterator[int]:
    """The boxes of one limb: the product of the alternatives that its entries' further elements
    make.

    An element that a value means already (gain, in the exploitation of prostitution) is not
    demanded besides.
    """
    victims = space.mask("victim", reading.limb.victims)
    for one in product(*(reading.values(d).upto(*layers).items() for d in LISTED)):
        demanded = frozenset(reading.limb.requires).union(*(needs for needs, _ in one))
        for parts in product(*(_by_meaning(space, demanded, values) for _, values in one)):
            meant = frozenset[str]().union(*(m for m, _ in parts))
            box = victims | space.free(demanded - meant)
            for dimension, (_, values) in zip(LISTED, parts, strict=True):
                box |= space.mask(dimension, values)
            yield box


def _by_meaning(
    space: Space, demanded: frozenset[str], values: frozenset[str]
) -> Iterable[tuple[frozenset[str], set[str]]]:
    """Values by the demanded elements that they mean already."""
    groups: dict[frozenset[str], set[str]] = {}
    for value in values:
        groups.setdefault(space.implied.get(value, frozenset()) & demanded, set()).add(value)
    return groups.items()


def space_for(words: Thesaurus, layers: Iterable[Layers]) -> Space:
    """A space in which all of these can be compared."""
    layers = tuple(layers)
    versions = [x.version for x in layers]
    further: dict[str, None] = {}
    for each in layers:
        further.update(dict.fromkeys(each.further))
    return Space(
        all_leaves(words, "act", versions),
        (*all_leaves(words, "means", versions), NONE),
        (*all_leaves(words, "purpose", versions), NONE),
        VICTIMS,
        tuple(further),
        {c.id: frozenset(c.contains) for c in words if c.contains},
    )
