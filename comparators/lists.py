"""The reading of a list: where alone entries, marks, conditions, overlaps and ``unlisted`` count.

A list is read once, into the *ways* in which it bears each leaf: how well (`Layer`), because of
what (`comparators.reasons`), and with which further elements demanded. Statuses, boxes, answers on
facts and edits of an amendment are all drawn from ways.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum
from functools import cached_property

from attrs import frozen

from comparators.boxes import NONE
from comparators.reasons import Free, If, Named, NotThere, Opened, Overlaps, Reason, Unread, Via
from provisions.records import Entry, List, Version
from provisions.values import Value
from provisions.vocabulary import Thesaurus


class Layer(IntEnum):
    """How well some words bear a leaf, the best first. The order of the statuses, too, is this one.

    >>> min(Layer.OPEN, Layer.SILENT).name
    'SILENT'
    """

    NAMED, SILENT, OPEN, ABSENT = range(4)


@frozen(eq=False, repr=False)
class Way(Value):
    """One way in which a list bears a leaf.

    ``demands``: further elements beyond what the entry's concept means already. ``doubtful``: the
    entry is arguable, and its ``reading`` tells the other reading.
    """

    layer: Layer
    because: Reason
    demands: frozenset[str] = frozenset()
    doubtful: bool = False


Alternatives = Mapping[frozenset[str], frozenset[str]]
"""Leaves, by the further elements they demand."""


@frozen(eq=False, slots=False)
class Reading:
    """What one list, or a limb without one, says of every leaf.

    ``list`` is the name of the list; ``rest`` the way of every leaf that no word bears. ``needed``:
    something of the facet is needed, so that the case without any is not met.

    >>> from comparators.law import Law
    >>> import provisions
    >>> law = Law(provisions.get("CoE"), provisions.thesaurus())
    >>> law.reading("exploitation").of("forced-labour")[0].layer.name
    'NAMED'
    """

    list: str
    ways: Mapping[str, tuple[Way, ...]]
    rest: Way
    needed: bool = True

    def of(self, leaf: str) -> tuple[Way, ...]:
        """The ways of a leaf, best first; of `NONE`, none where something is needed."""
        if leaf == NONE and self.needed:
            return ()
        return (*self.ways.get(leaf, ()), self.rest)

    @property
    def unread(self) -> bool:
        """Whether some words of it were not seen, or it is not known whole."""
        return self.rest.layer == Layer.SILENT or Layer.SILENT in self._stated

    @cached_property
    def _stated(self) -> Mapping[Layer, Alternatives]:
        """The leaves that words bear, by layer and demands."""
        found: dict[Layer, dict[frozenset[str], set[str]]] = {}
        for leaf, ways in self.ways.items():
            for way in ways:
                found.setdefault(way.layer, {}).setdefault(way.demands, set()).add(leaf)
        return {
            layer: {demands: frozenset(leaves) for demands, leaves in by_demands.items()}
            for layer, by_demands in found.items()
        }

    def layers(self, every: Iterable[str]) -> dict[Layer, dict[frozenset[str], frozenset[str]]]:
        """The leaves among ``every`` in each layer, by the further elements they demand: for boxes.

        The leaves that words bear are given whether they are among ``every`` or not.
        """
        found = {layer: dict(by_demands) for layer, by_demands in self._stated.items()}
        if self.rest.layer != Layer.ABSENT:
            free = frozenset(v for v in every if v != NONE or not self.needed)
            by_demands = found.setdefault(self.rest.layer, {})
            by_demands[frozenset()] = by_demands.get(frozenset(), frozenset()) | free
        return found


def all_leaves(words: Thesaurus, role: str, versions: Iterable[Version] = ()) -> tuple[str, ...]:
    """Every leaf of a role, in the order of the vocabulary; and whatever else the versions use in
    it.

    >>> import provisions
    >>> all_leaves(provisions.thesaurus(), "act")[:2]
    ('recruitment', 'transportation')
    """
    own = list(words.leaves_of(role))
    for version in versions:
        for a_list in version.lists.values():
            if a_list.role == role:
                own += [c for c in a_list.entries if not words[c].heading and not words[c].complete]
    return tuple(dict.fromkeys(own))


def read(name: str, a_list: List, words: Thesaurus, instrument: str) -> Reading:
    """Read a list: the ways of every leaf that its words bear, and of the rest.

    >>> import provisions
    >>> coe = provisions.get("CoE")
    >>> reading = read("acts", coe.lists["acts"], provisions.thesaurus(), "coe")
    >>> reading.of("recruitment")[0].because
    Named(entry='recruitment', list='acts')
    """
    found: dict[str, list[Way]] = defaultdict(list)
    # of two ways as good, the narrower word is told: "via threats", not "via other forms of
    # coercion"
    entries = sorted(a_list.entries.items(), key=lambda one: words.width(one[0], instrument))
    for concept, entry in entries:
        for leaf, way in _borne(name, a_list, concept, entry, words, instrument):
            found[leaf].append(way)
    ways = {leaf: tuple(sorted(some, key=_best_first)) for leaf, some in found.items()}
    return Reading(name, ways, _rest(name, a_list))


def _best_first(way: Way) -> tuple[Layer, int]:
    return way.layer, len(way.demands)


def _borne(
    name: str, a_list: List, concept: str, entry: Entry, words: Thesaurus, instrument: str
) -> Iterable[tuple[str, Way]]:
    """The leaves that one entry bears: its own, those it reaches on a condition, and overlaps."""
    unseen = entry.mark == "unseen"
    demands = frozenset[str]() if unseen else demanded(words, concept, entry)
    layer = {"stated": Layer.NAMED, "arguable": Layer.OPEN, "unseen": Layer.SILENT}[entry.mark]
    doubtful = entry.mark == "arguable"
    own = Way(layer, _why(name, a_list, concept, entry, concept), demands, doubtful)
    via = Way(layer, _why(name, a_list, concept, entry, None), demands, doubtful)
    for leaf in words.leaves(concept, instrument) or (concept,):  # a heading is its own word
        yield leaf, own if leaf == concept else via
    # what an entry reaches only on a condition, or by a word that overlaps, is open at best; of an
    # entry that was not seen it is not even known whether there is such a question
    for narrower, path in words.under(concept, instrument).items():
        if path.condition:
            way = Way(Layer.OPEN, If(concept, name, path.condition), demands)
            way = _unread(name, a_list, concept, entry) if unseen else way
            yield from ((leaf, way) for leaf in words.leaves(narrower, instrument))
    # not what overlaps with a word under it: a receipt would leave every transfer open, by a
    # purchase
    for other, overlap in words.overlapping(concept, instrument):
        way = Way(Layer.OPEN, Overlaps(concept, name, overlap.reason, other), demands)
        way = _unread(name, a_list, concept, entry) if unseen else way
        yield from ((leaf, way) for leaf in words.leaves(other, instrument))


def demanded(words: Thesaurus, concept: str, entry: Entry) -> frozenset[str]:
    """The further elements an entry demands, beyond what its concept means already."""
    return frozenset(f for f in entry.requires if f not in words[concept].contains)


def _unread(name: str, a_list: List, concept: str, entry: Entry) -> Way:
    return Way(Layer.SILENT, Unread(entry.at or a_list.at, concept, name))


def _why(name: str, a_list: List, concept: str, entry: Entry, leaf: str | None) -> Reason:
    if entry.mark == "unseen":
        return _unread(name, a_list, concept, entry).because
    return Named(concept, name) if leaf == concept else Via(concept, name)


def _rest(name: str, a_list: List) -> Way:
    made: Mapping[str, Callable[[], Way]] = {
        "open": lambda: Way(Layer.OPEN, Opened(name)),
        "silent": lambda: Way(Layer.SILENT, Unread(a_list.to_read or a_list.at, list=name)),
        "absent": lambda: Way(Layer.ABSENT, NotThere(name)),
    }
    return made[a_list.unlisted]()


def not_required(at: str) -> Reading:
    """The reading of a limb that needs nothing of a facet: whatever the value, and none, is met."""
    free = Way(Layer.NAMED, Free(at))
    return Reading("", {}, free, needed=False)


def not_seen(at: str) -> Reading:
    """The reading of a limb of which one facet was not seen: every value is unknown, none
    included.
    """
    return Reading("", {}, Way(Layer.SILENT, Unread(at)), needed=False)


__all__ = [
    "Alternatives",
    "Layer",
    "Reading",
    "Way",
    "all_leaves",
    "demanded",
    "not_required",
    "not_seen",
    "read",
]
