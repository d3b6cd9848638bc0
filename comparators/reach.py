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
from comparators.limbs import FLOORS, LimbRead
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
    >>> words = provisions.thesaurus()
    >>> coe, armenia = (Law(provisions.get(n), words) for n in ("CoE", "Armenia@2011-03-01"))
    >>> sorted({(a.victim, a.leaf, a.kind.name) for a in answers(armenia, asked_by(coe))})
    [('child', '', 'SILENT')]
    """
    return Inquiry(law, asked).answers


@frozen(eq=False, slots=False)
class Inquiry:
    """All that is asked of one law, and what the law makes of it."""

    law: Law
    asked: Asked

    @cached_property
    def against(self) -> Mapping[Victim, Against]:
        """For each kind of victim that is asked about, the limbs and the boxes that meet.

        Victims against whom the same limbs and boxes stand have one of them.
        """
        alike: dict[tuple[tuple[int, ...], ...], Against] = {}
        found: dict[Victim, Against] = {}
        for victim in VICTIMS:
            limbs = tuple(x for x in self.law.limbs if victim in x.victims)
            boxes = self.asked.against(victim)
            if boxes:
                same = (tuple(map(id, limbs)), tuple(map(id, boxes)))
                found[victim] = alike.setdefault(same, Against(self.law, limbs, boxes, self.asked))
        return found

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """Every value that falls short, or is open or not known, for each kind of victim."""
        return tuple(
            Answer(victim, facet, leaf, degree.kind, degree.only, contexts)
            for victim, against in self.against.items()
            for facet, leaf, degree, contexts in against.short
        )


def jurisdictional(words: Thesaurus) -> Elements:
    """What brings a case before a State's courts: no part of reach, hence always granted."""
    return frozenset(c.id for c in words if c.jurisdictional)


def smallest(sets: Iterable[Elements]) -> tuple[Elements, ...]:
    """The sets that contain no other of them."""
    every = set(sets)
    kept = (s for s in every if not any(other < s for other in every))
    return tuple(sorted(kept, key=sorted))


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
        courts = jurisdictional(self.law.words)
        for pattern in product(*(self.values[d] for d in LISTED)):
            both = frozenset.intersection(*(v.boxes for v in pattern))
            if both:
                meant = courts.union(*(v.meant for v in pattern))
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

    def _granted(self, path: tuple[Values, ...], degree: Degree) -> Elements:
        """The elements present, those that are demanded anyway, and those that the values mean."""
        return self._present[path].union(*degree.only).union(*(v.meant for v in path))

    def layer(self, path: tuple[Values, ...], degree: Degree) -> Layer:
        """How well the best single limb bears all that is fixed, whatever follows."""
        present = self._granted(path, degree)
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

    @cached_property
    def short(self) -> Sequence[tuple[str, str, Degree, frozenset[Context] | None]]:
        """Every value that falls short, or is open or not known, and its contexts."""
        found: list[tuple[str, str, Degree, frozenset[Context] | None]] = []
        for facet, values, here in self._in_context():
            by_degree: dict[Degree, list[tuple[Values, ...]]] = defaultdict(list)
            for context in here:
                degree = self._short(context, values)
                if degree.kind != Kind.REACHED:
                    by_degree[degree].append(context)
            for degree, where in by_degree.items():
                if degree.kind.gap and _residual(values, where):
                    degree = Degree(Kind.OPEN)  # noqa: PLW2901 - nobody's gap
                contexts = None if len(where) == len(here) else _leaves(where)
                found += ((facet, leaf, degree, contexts) for leaf in values.leaves)
        return found

    def _in_context(self) -> Iterator[tuple[str, Values, Sequence[tuple[Values, ...]]]]:
        """Every value of each facet, with all that may stand before it and is reached somehow."""
        for n, facet in enumerate(LISTED):
            for values in self.values[facet]:
                here = [c for c in self.degrees[n] if (*c, values) in self.degrees[n + 1]]
                yield facet, values, [c for c in here if not self._fails(c)]

    def _fails(self, context: tuple[Values, ...]) -> bool:
        return any(
            self.degrees[j][context[:j]].kind == Kind.NOT for j in range(1, len(context) + 1)
        )

    def _short(self, context: tuple[Values, ...], values: Values) -> Degree:
        """How a value falls short of its context, if it does."""
        path = (*context, values)
        mine, outer = self.degrees[len(path)][path], self.degrees[len(context)][context]
        if mine != outer:
            return _less(mine, outer)
        self._known[path] = layer = self.layer(path, mine)
        if layer in (self._known.get(context, Layer.NAMED), Layer.NAMED):
            return REACHED
        return Degree(Kind.SILENT if layer == Layer.SILENT else Kind.OPEN)

    @cached_property
    def _known(self) -> dict[tuple[Values, ...], Layer]:
        """How well each beginning of a pattern is borne by the best single limb, where it is reached
        as far as its context.
        """
        return {}

    # -- because of what ---------------------------------------------------------------------------

    def hinges(
        self, facet: str, leaf: str, contexts: frozenset[Context] | None
    ) -> tuple[Hinge, ...]:
        """What keeps a value open or not known: of the limbs that bear it best, what is not certain.

        A limb that has another's doubts and more of its own adds no question.
        """
        n = LISTED.index(facet)
        values = next(v for v in self.values[facet] if leaf in v.leaves)
        every = next(here for _, v, here in self._in_context() if v is values)
        found: dict[Hinge, None] = {}
        for context in every:
            path = (*context, values)
            told = contexts is None or tuple(v.leaves[0] for v in context) in contexts
            if told and self.degrees[n + 1][path].kind != Kind.NOT:
                by_limb = [tuple(self._doubts(i, path, leaf)) for i in self._bearing(path)]
                why = [frozenset(g.reason for g in hinges) for hinges in by_limb]
                for hinges, mine in zip(by_limb, why, strict=True):
                    if not any(other < mine for other in why):
                        found.update(dict.fromkeys(hinges))
        return tuple(found)

    def _bearing(self, path: tuple[Values, ...]) -> Iterator[int]:
        """The limbs that bear a path as well as any limb does."""
        degree = self.degrees[len(path)][path]
        best, present = self.layer(path, degree), self._granted(path, degree)
        return (i for i in range(len(self.limbs)) if best in self._layers(i, path, present))

    def _doubts(self, i: int, path: tuple[Values, ...], leaf: str) -> Iterator[Hinge]:
        """What of a limb is not certain, in the layer that decides."""
        degree = self.degrees[len(path)][path]
        best, present = self.layer(path, degree), self._granted(path, degree)
        limb = self.limbs[i]
        if FLOORS[limb.mark] == best != Layer.NAMED:
            yield Hinge(limb)
        for n, (facet, values) in enumerate(zip(LISTED, path, strict=False), 1):
            if n < len(path) and self._known.get(path[:n]) == best:
                continue  # told of what stands before
            for one in (leaf,) if values is path[-1] else values.leaves:
                free = present | values.meant
                ways = [w for w in limb.ways(facet, one, marked=False) if w.demands <= free]
                if ways and min(w.layer for w in ways) == best != Layer.NAMED:
                    yield from (Hinge(limb, facet, one, w) for w in ways if w.layer == best)


@frozen
class Hinge:
    """What an answer rests on: one way in which a limb bears a value; or, without one, the limb's own
    mark.
    """

    limb: LimbRead
    facet: str = ""
    leaf: str = ""
    way: Way | None = None

    @property
    def reason(self) -> object:
        """What one question is about: a reason, or the limb that bears a mark."""
        return self.way.because if self.way else (self.limb.at, self.limb.mark)


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


def _residual(values: Values, contexts: Iterable[tuple[Values, ...]]) -> bool:
    """Whether a lack is one of the *other* leaf of a residual word alone."""
    return values.residual or all(any(v.residual for v in c) for c in contexts)


def _leaves(contexts: Iterable[tuple[Values, ...]]) -> frozenset[Context]:
    return frozenset(one for c in contexts for one in product(*(v.leaves for v in c)))


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
    present = box.present.union(jurisdictional(words), *meant)
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


def _joined(*facets: frozenset[tuple[Elements, Elements]]) -> Iterator[tuple[Elements, Elements]]:
    """Demands and meanings of several facets together."""
    for one in product(*facets):
        demands, meant = frozenset[str](), frozenset[str]()
        for needs, means in one:
            demands, meant = demands | needs, meant | means
        yield demands, meant
