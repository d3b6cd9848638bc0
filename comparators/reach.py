"""Every value asked of a law, for each victim and facet: reached, only where, open, not known, not.

A value (a leaf that is asked, or none) is told of the first facet in which an answer gets worse
than its context: the act alone, then the act with the means, then with the purpose. What is not
reached, or only on a further demand, with every list at its widest, is a gap. What is reached so,
but that no limb names for certain from end to end, is open or not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import cached_property
from itertools import product

from attrs import field, frozen

from comparators.boxes import NONE
from comparators.cases import Asked, Box
from comparators.law import Law
from comparators.limbs import LimbRead
from comparators.lists import Layer, Way
from provisions.records import LISTED, VICTIMS, Victim
from provisions.vocabulary import Thesaurus

Elements = frozenset[str]
Borne = frozenset[tuple[Layer, Elements]]
"""What a limb makes of one value: the layers in which its words bear it, and what each demands."""
Context = tuple[str, ...]


class Kind(IntEnum):
    """What becomes of a value that is asked; best first."""

    REACHED, SILENT, OPEN, ONLY, NOT = range(5)

    @property
    def gap(self) -> bool:
        """Whether something falls through, whatever else is read."""
        return self >= Kind.ONLY


@frozen(order=True)
class Degree:
    """How far some cases are reached: ``only`` where one of these sets of elements is present."""

    kind: Kind
    only: tuple[tuple[str, ...], ...] = ()


@frozen(order=True)
class Answer:
    """One value that is asked, for one victim, in its contexts.

    ``contexts``: the acts (or acts and means) for which it is so; ``None`` where whatever stands
    before. ``only``: the smallest sets of elements one of which is demanded besides.
    """

    victim: Victim
    facet: str
    leaf: str
    kind: Kind
    only: tuple[tuple[str, ...], ...] = ()
    contexts: frozenset[Context] | None = field(default=None, order=False)


REACHED = Degree(Kind.REACHED)


def answers(law: Law, asked: Asked) -> tuple[Answer, ...]:
    """What a law makes of all that is asked: the answers that are not simply *reached*.

    >>> import provisions
    >>> from comparators.cases import asked_by
    >>> from comparators.law import Law
    >>> words = provisions.thesaurus()
    >>> coe, armenia = (Law(provisions.get(n), words) for n in ("CoE", "Armenia@2011-03-01"))
    >>> sorted({(a.victim, a.leaf, a.kind.name) for a in answers(armenia, asked_by(coe))})
    [('child', '', 'SILENT')]
    """
    told: dict[tuple[object, ...], tuple[Answer, ...]] = {}
    found: list[Answer] = []
    for victim in VICTIMS:
        limbs = tuple(x for x in law.limbs if victim in x.victims)
        boxes = asked.against(victim)
        if not boxes:
            continue
        same = (tuple(map(id, limbs)), tuple(map(id, boxes)))
        if same not in told:
            told[same] = tuple(Against(law, limbs, boxes, asked, victim).answers())
        found += (_for(victim, a) for a in told[same])
    return tuple(found)


def _for(victim: Victim, a: Answer) -> Answer:
    if a.victim == victim:
        return a
    return Answer(victim, a.facet, a.leaf, a.kind, a.only, a.contexts)


def smallest(sets: Iterable[Elements]) -> tuple[Elements, ...]:
    """The sets that contain no other of them."""
    every = set(sets)
    return tuple(s for s in every if not any(other < s for other in every))


def _told(sets: Iterable[Elements]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(tuple(sorted(s)) for s in smallest(sets)))


_Alike = tuple[tuple[Borne, ...], Elements, frozenset[int], bool, bool]
"""What leaves of one class have in common: ways, meaning, boxes, residual or not, none or not."""


@frozen(eq=False)
class Values:
    """Values of a facet that no limb and no box tells apart."""

    leaves: tuple[str, ...]
    ways: tuple[Borne, ...]
    meant: Elements
    boxes: frozenset[int]
    residual: bool


@frozen(eq=False, slots=False)
class Against:
    """A law's limbs, and what is asked of them, against one kind of victim."""

    law: Law
    limbs: Sequence[LimbRead]
    boxes: Sequence[Box]
    asked: Asked
    victim: Victim

    @cached_property
    def values(self) -> Mapping[str, tuple[Values, ...]]:
        """The values of each facet, in classes: there are few, however many leaves are asked."""
        return {d: tuple(self._classes(d)) for d in LISTED}

    def _classes(self, facet: str) -> Iterator[Values]:
        words = self.law.words
        found: dict[_Alike, list[str]] = defaultdict(list)
        for leaf in self.asked.leaves(facet):
            boxes = frozenset(i for i, b in enumerate(self.boxes) if leaf in b.values[facet])
            if boxes:
                ways = tuple(borne(x, facet, leaf) for x in self.limbs)
                meant = frozenset(words[leaf].contains) if leaf else frozenset()
                left = (facet, leaf) in self.asked.residual
                found[ways, meant, boxes, left, leaf == NONE].append(leaf)
        for (ways, meant, boxes, left, _), leaves in found.items():
            yield Values(tuple(leaves), ways, meant, boxes, left)

    # -- jointly, every list at its widest ------------------------------------------------------------

    @cached_property
    def granted(self) -> Mapping[tuple[Values, ...], tuple[Elements, ...]]:
        """Every pattern that is asked (a class of each facet), and the elements present in it."""
        found: dict[tuple[Values, ...], tuple[Elements, ...]] = {}
        for pattern in product(*(self.values[d] for d in LISTED)):
            both = frozenset.intersection(*(v.boxes for v in pattern))
            if both:
                meant = frozenset().union(*(v.meant for v in pattern))
                found[pattern] = smallest(self.boxes[i].present | meant for i in both)
        return found

    def degree(self, pattern: tuple[Values, ...], present: Elements) -> Degree:
        """Reached by some limb, only with more elements than are present, or not at all."""
        wanted: set[Elements] = set()
        for i, limb in enumerate(self.limbs):
            own = limb.requires
            for one in product(*(v.ways[i] for v in pattern)):
                lacks = own.union(*(demands for _, demands in one)) - present
                if not lacks:
                    return REACHED
                wanted.add(lacks)
        return Degree(Kind.ONLY, _told(wanted)) if wanted else Degree(Kind.NOT)

    @cached_property
    def degrees(self) -> Sequence[Mapping[tuple[Values, ...], Degree]]:
        """By the length of what is fixed - nothing, the act, the means too, all: the best of it."""
        whole = {
            pattern: max((self.degree(pattern, p) for p in present), key=lambda d: d.kind)
            for pattern, present in self.granted.items()
        }
        levels: list[Mapping[tuple[Values, ...], Degree]] = [{(): REACHED}]
        for n in (1, 2):
            groups: dict[tuple[Values, ...], list[Degree]] = defaultdict(list)
            for pattern, degree in whole.items():
                groups[pattern[:n]].append(degree)
            levels.append({k: _best(ds) for k, ds in groups.items()})
        return (*levels, whole)

    # -- for certain, in one limb ----------------------------------------------------------------------

    @cached_property
    def _present(self) -> Mapping[tuple[Values, ...], Elements]:
        """The elements present in the first pattern that begins so."""
        found: dict[tuple[Values, ...], Elements] = {}
        for pattern, present in self.granted.items():
            for n in (1, 2, 3):
                found.setdefault(pattern[:n], present[0])
        return found

    @cached_property
    def _later(self) -> Sequence[Mapping[int, frozenset[tuple[Elements, Elements]]]]:
        """What the facets after the first n add, limb by limb: demands, and elements meant."""
        pairs = {
            d: tuple(
                frozenset((demands, v.meant) for v in self.values[d] for _, demands in v.ways[i])
                for i in range(len(self.limbs))
            )
            for d in LISTED
        }
        return [
            {
                i: frozenset(_joined(*(pairs[d][i] for d in LISTED[n:])))
                for i in range(len(self.limbs))
            }
            for n in range(len(LISTED) + 1)
        ]

    def layer(self, path: tuple[Values, ...], degree: Degree) -> Layer:
        """How well the best single limb bears all that is fixed, whatever follows."""
        present = self._present[path].union(*degree.only).union(*(v.meant for v in path))
        return min(
            (layer for i in range(len(self.limbs)) for layer in self._layers(i, path, present)),
            default=Layer.NAMED,
        )

    def _layers(self, i: int, path: tuple[Values, ...], present: Elements) -> Iterator[Layer]:
        own = self.limbs[i].requires
        for demands, meant in self._later[len(path)][i]:
            here = present | meant
            if own <= here and demands <= here:
                free = [[layer for layer, needs in v.ways[i] if needs <= here] for v in path]
                if all(free):
                    yield max(min(layers) for layers in free)

    # -- told of the first facet that makes an answer worse ---------------------------------------------

    def answers(self) -> Iterator[Answer]:
        """Every value that falls short, or is open or not known, in its contexts."""
        known: dict[tuple[Values, ...], Layer] = {(): Layer.NAMED}
        for n, facet in enumerate(LISTED):
            for values in self.values[facet]:
                here = [c for c in self.degrees[n] if (*c, values) in self.degrees[n + 1]]
                here = [c for c in here if not self._fails(c)]
                short: dict[Degree, list[tuple[Values, ...]]] = defaultdict(list)
                for context in here:
                    degree = self._short(context, values, known)
                    if degree.kind != Kind.REACHED:
                        short[degree].append(context)
                for degree, where in short.items():
                    contexts = None if len(where) == len(here) else _leaves(where)
                    for leaf in values.leaves:
                        yield Answer(self.victim, facet, leaf, degree.kind, degree.only, contexts)

    def _fails(self, context: tuple[Values, ...]) -> bool:
        return any(
            self.degrees[j][context[:j]].kind == Kind.NOT for j in range(1, len(context) + 1)
        )

    def _short(
        self, context: tuple[Values, ...], values: Values, known: dict[tuple[Values, ...], Layer]
    ) -> Degree:
        """How a value falls short of its context, if it does."""
        path = (*context, values)
        mine, outer = self.degrees[len(path)][path], self.degrees[len(context)][context]
        if mine != outer:
            if values.residual or any(v.residual for v in context):
                return Degree(Kind.OPEN)
            return _less(mine, outer)
        known[path] = layer = self.layer(path, mine)
        if layer == known.get(context, Layer.NAMED) or layer == Layer.NAMED:
            return REACHED
        return Degree(Kind.SILENT if layer == Layer.SILENT else Kind.OPEN)


def _joined(*facets: frozenset[tuple[Elements, Elements]]) -> Iterator[tuple[Elements, Elements]]:
    """Demands and meanings of several facets together."""
    for one in product(*facets):
        demands, meant = frozenset[str](), frozenset[str]()
        for needs, means in one:
            demands, meant = demands | needs, meant | means
        yield demands, meant


@frozen(eq=False)
class Met:
    """What one limb makes of one box of cases, taken together.

    ``missing``: the facets of which it bears no value (and *victim*). ``wanted``: the smallest sets
    of further elements one of which it demands besides; empty where it demands no more. ``layer``: how
    well it bears the cases, `Layer.ABSENT` where something is missing or wanted. ``ways``: for each
    facet, what bears a value, best first.
    """

    limb: LimbRead
    layer: Layer
    missing: tuple[str, ...]
    wanted: tuple[Elements, ...]
    ways: Mapping[str, tuple[Way, ...]]

    @property
    def distance(self) -> tuple[int, int, Layer]:
        """How far the limb is from the cases: what is missing, then what is wanted, then how well."""
        return len(self.missing), min(map(len, self.wanted), default=0), self.layer


def meets(limb: LimbRead, box: Box, words: Thesaurus) -> Met:
    """Whether one limb reaches a case: any value of each facet will do, all elements are present.

    >>> import provisions
    >>> from comparators.cases import Box
    >>> words = provisions.thesaurus()
    >>> case = {"act": {"recruitment"}, "means": {""}, "purpose": {"slavery"}}
    >>> box = Box({facet: frozenset(values) for facet, values in case.items()}, ("adult",))
    >>> met = meets(Law(provisions.get("CoE"), words).limbs[0], box, words)
    >>> met.layer.name, met.missing
    ('ABSENT', ('means',))
    """
    meant = (words[x].contains for d in LISTED for x in box.values[d] if x != NONE)
    present = box.present.union(*meant)
    ways: dict[str, tuple[Way, ...]] = {d: _ways(limb, d, box.values[d]) for d in LISTED}
    missing = [d for d, found in ways.items() if not found]
    missing += [] if set(box.victims) <= set(limb.victims) else ["victim"]
    best, wanted = Layer.ABSENT, set()
    for one in product(*({(w.layer, w.demands) for w in ways[d]} for d in LISTED if ways[d])):
        lacks = limb.requires.union(*(demands for _, demands in one)) - present
        wanted.add(lacks)
        if not lacks and not missing:
            best = min(best, max(layer for layer, _ in one))
    lacking = () if frozenset() in wanted else smallest(wanted)
    return Met(limb, best, tuple(missing), tuple(sorted(lacking, key=sorted)), ways)


def _ways(limb: LimbRead, facet: str, values: Iterable[str]) -> tuple[Way, ...]:
    found = dict.fromkeys(way for leaf in sorted(values) for way in limb.ways(facet, leaf))
    return tuple(sorted(found, key=lambda w: (w.layer, len(w.demands))))


def borne(limb: LimbRead, facet: str, leaf: str) -> Borne:
    """What a limb makes of a value of a facet, its own mark counted."""
    return frozenset((w.layer, w.demands) for w in limb.ways(facet, leaf))


def _best(degrees: Sequence[Degree]) -> Degree:
    """The best of some degrees; ways of *only where* are united."""
    best = min(degrees, key=lambda d: d.kind)
    if best.kind != Kind.ONLY:
        return best
    ways = (frozenset(w) for d in degrees if d.kind == Kind.ONLY for w in d.only)
    return Degree(Kind.ONLY, _told(ways))


def _less(mine: Degree, outer: Degree) -> Degree:
    """A degree without the demands that stood before the value already: they are told once."""
    if mine.kind == outer.kind == Kind.ONLY and len(outer.only) == 1:
        return Degree(Kind.ONLY, _told(frozenset(w) - set(outer.only[0]) for w in mine.only))
    return mine


def _leaves(contexts: Iterable[tuple[Values, ...]]) -> frozenset[Context]:
    return frozenset(one for c in contexts for one in product(*(v.leaves for v in c)))
