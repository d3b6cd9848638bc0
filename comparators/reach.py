"""Every value asked of a law, for each victim and facet: reached, only where, open, not known, not.

A value (a leaf that is asked, or none) is told of the first facet in which an answer gets worse
than its context: the act alone, then the act with the means, then with the purpose. What is not
reached, or only on a further demand, with every list at its widest, is a gap. What is reached so,
but that no limb's own words name for certain there, or none from end to end, is open or not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import cached_property, lru_cache
from itertools import product
from math import prod
from typing import NamedTuple

from attrs import field, frozen

from comparators.boxes import NONE, TooIntricateError
from comparators.cases import Asked, Box, asked_by
from comparators.law import Law
from comparators.limbs import FLOORS, Borne, Elements, LimbRead
from comparators.lists import Layer, Way
from provisions.records import LISTED, VICTIMS, Victim
from provisions.vocabulary import Thesaurus

Context = tuple[str, ...]


class Kind(IntEnum):
    """What becomes of a value that is asked; best first."""

    REACHED, SILENT, OPEN, ONLY, NOT = range(5)

    @property
    def gap(self) -> bool:
        """Whether something falls through, whatever else is read."""
        return self >= Kind.ONLY


class Degree(NamedTuple):
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


REACHED, SILENT, OPEN = (Degree(kind) for kind in (Kind.REACHED, Kind.SILENT, Kind.OPEN))
MOST_BRANCHES = 10_000
"""Limbs, in each way in which they may be taken, beyond which a law is too intricate."""

BORNE = (Layer.NAMED, Layer.SILENT, Layer.OPEN)
"""The layers in which a value is borne, the best first."""


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

    def needless(self, answer: Answer) -> bool:
        """Whether an answer is of a means against a victim for whom none is asked: what is lost
        with it is lost without, and told of that.
        """
        return answer.facet == "means" and answer.leaf != NONE and answer.victim in self._freed

    @cached_property
    def _freed(self) -> frozenset[Victim]:
        return frozenset(
            v for b in self.asked.boxes if NONE in b.values["means"] for v in b.victims
        )

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """Every value that falls short, or is open or not known, for each kind of victim."""
        return tuple(
            Answer(victim, facet, leaf, degree.kind, degree.only, contexts)
            for victim, against in self.against.items()
            for facet, leaf, degree, contexts in against.short
        )

    @cached_property
    def lacking(self) -> bool:
        """Whether some answer is a gap."""
        return any(against.lacking for against in self.against.values())


@lru_cache(maxsize=64)
def inquiry(law: Law, standards: tuple[Law, ...]) -> Inquiry:
    """What standards ask of a law. Verdict, marks and work list of one call share it.

    >>> import provisions
    >>> words = provisions.thesaurus()
    >>> coe, armenia = (Law(provisions.get(n), words) for n in ("CoE", "Armenia@2011-03-01"))
    >>> inquiry(armenia, (coe,)) is inquiry(armenia, (coe,))
    True
    """
    return Inquiry(law, asked_by(*standards))


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


_Alike = tuple[tuple[Borne, ...], tuple[Borne, ...], Elements, frozenset[int], bool, bool]
"""What leaves of one class have in common: ways, ways without the marks of limbs, meaning, boxes,
residual or not, none or not.
"""


@frozen(eq=False)
class Values:
    """Values of a facet that no limb and no box tells apart.

    ``bears``: for each layer, the branches that bear them in it or in a better one; ``own``: those
    whose words do, whatever mark their limb has.
    """

    facet: str
    leaves: tuple[str, ...]
    ways: tuple[Borne, ...]
    meant: Elements
    boxes: frozenset[int]
    residual: bool
    bears: Mapping[Layer, frozenset[Branch]]
    own: Mapping[Layer, frozenset[Branch]]


class Path:
    """What is fixed of a pattern - an act, the means too, or all - and whatever may follow it.

    ``meant``: the elements that its values mean. ``borne``, ``named``: the branches that bear all
    of it with every list at its widest, and for certain. ``present``: the elements present in the
    first whole pattern that begins so. ``degree``: how far the best of these is reached.
    """

    __slots__ = (
        "before", "best", "borne", "degree", "further", "meant", "named", "present", "values"
    )  # fmt: skip

    def __init__(self, before: Path, value: Values) -> None:
        self.before = before
        self.values: tuple[Values, ...] = (*before.values, value)
        self.meant: Elements = before.meant | value.meant if value.meant else before.meant
        self.borne: frozenset[Branch] = before.borne & value.bears[Layer.OPEN]
        self.named: frozenset[Branch] = before.named & value.bears[Layer.NAMED]
        self.further: list[Path] = []
        self.present: Elements
        self.degree: Degree
        self.best: Best | None = None


class Nothing(Path):
    """The path on which nothing is fixed yet, where every branch is still to be had."""

    __slots__ = ()

    def __init__(self, branches: Iterable[Branch], meant: Elements) -> None:
        self.before, self.values, self.meant, self.present = self, (), meant, meant
        self.borne = self.named = frozenset(branches)
        self.further, self.degree, self.best = [], REACHED, None


@frozen(eq=False)
class Branch:
    """A limb taken in one way: what the words of each facet demand, and what it demands in all."""

    limb: int
    demands: tuple[Elements, ...]
    whole: Elements


class Best(NamedTuple):
    """How well the best single limbs bear a path, with which elements present; and which they are,
    where that is not certain. ``words``: it is the words for the last value that are not, whatever
    stands before them and whatever marks the limbs have.
    """

    layer: Layer
    present: Elements
    limbs: tuple[int, ...] = ()
    words: bool = False


@frozen(eq=False, slots=False)
class Against:
    """A law's limbs, and what is asked of them, against one kind of victim.

    Every question of a path is one of the branches that all its values have in common.
    """

    law: Law
    limbs: Sequence[LimbRead]
    boxes: Sequence[Box]
    asked: Asked

    @cached_property
    def values(self) -> Mapping[str, tuple[Values, ...]]:
        """The values of each facet, in classes: there are few, however many leaves are asked."""
        return {
            d: tuple(self._values(n, d, *one) for one in self._classes[d].items())
            for n, d in enumerate(LISTED)
        }

    @cached_property
    def _classes(self) -> Mapping[str, Mapping[_Alike, Sequence[str]]]:
        words = self.law.words
        found: dict[str, dict[_Alike, list[str]]] = {d: defaultdict(list) for d in LISTED}
        for facet in LISTED:
            for leaf in self.asked.leaves(facet):
                boxes = frozenset(i for i, b in enumerate(self.boxes) if leaf in b.values[facet])
                if boxes:
                    ways = tuple(x.borne(facet, leaf) for x in self.limbs)
                    own = tuple(x.borne(facet, leaf, marked=False) for x in self.limbs)
                    meant = frozenset(words[leaf].contains) if leaf else frozenset()
                    left = (facet, leaf) in self.asked.residual
                    found[facet][ways, own, meant, boxes, left, leaf == NONE].append(leaf)
        return found

    @cached_property
    def branches(self) -> Sequence[Branch]:
        """Every limb, in each way in which it may be taken. Raises `TooIntricateError`."""
        facets = [
            [
                dict.fromkeys(needs for alike in self._classes[d] for _, needs in alike[0][i])
                for d in LISTED
            ]
            for i in range(len(self.limbs))
        ]
        if sum(prod(map(len, some)) for some in facets) > MOST_BRANCHES:
            raise TooIntricateError
        return [
            Branch(i, one, limb.requires.union(*one))
            for i, limb in enumerate(self.limbs)
            for one in product(*facets[i])
        ]

    def _values(self, n: int, facet: str, alike: _Alike, leaves: Sequence[str]) -> Values:
        ways, own, meant, boxes, residual, _ = alike
        bears = self._bearing(n, ways)
        words = bears if own == ways else self._bearing(n, own)
        return Values(facet, tuple(leaves), ways, meant, boxes, residual, bears, words)

    def _bearing(self, n: int, ways: Sequence[Borne]) -> Mapping[Layer, frozenset[Branch]]:
        found: dict[Layer, frozenset[Branch]] = {}
        for worst in BORNE:
            some = [{needs for layer, needs in w if layer <= worst} for w in ways]
            found[worst] = frozenset(b for b in self.branches if b.demands[n] in some[b.limb])
        return found

    # -- jointly, every list at its widest ---------------------------------------------------------

    @cached_property
    def paths(self) -> Path:
        """Every pattern that is asked, a class of each facet: the tree of what may be fixed
        in turn.
        """
        nothing = Nothing(self.branches, jurisdictional(self.law.words))
        self._grow(nothing, frozenset(range(len(self.boxes))), *(self.values[d] for d in LISTED))
        nothing.degree = REACHED
        return nothing

    def _grow(
        self, path: Path, boxes: frozenset[int], some: Sequence[Values], *later: Sequence[Values]
    ) -> None:
        """Add all that may follow a path in these boxes, and take its degree from there."""
        for v in some:
            both = boxes & v.boxes
            if both:
                one = Path(path, v)
                if later:
                    self._grow(one, both, *later)
                else:
                    self._ask(one, both)
                if one.further or not later:
                    path.further.append(one)
        if path.further:
            path.present = path.further[0].present
            path.degree = _best({x.degree for x in path.further})

    def _ask(self, path: Path, boxes: frozenset[int]) -> None:
        """Take the degree of a whole pattern: the worst of the boxes that ask for it."""
        key = path.borne, boxes, path.meant
        known = self._degrees.get(key)
        if known is None:
            present = smallest(self.boxes[i].present | path.meant for i in boxes)
            degrees = (_degree(path.borne, p) for p in present)
            known = self._degrees[key] = present[0], max(degrees, key=lambda d: d.kind)
        path.present, path.degree = known

    @cached_property
    def _degrees(
        self,
    ) -> dict[tuple[frozenset[Branch], frozenset[int], Elements], tuple[Elements, Degree]]:
        return {}

    # -- for certain, in one limb ------------------------------------------------------------------

    def best(self, path: Path) -> Best:
        """How well the best single limb bears all that is fixed, whatever follows."""
        if path.best is None:
            only = path.degree.only  # what is demanded anyway is granted
            path.best = self._best(path, path.present.union(*only) if only else path.present)
        return path.best

    def _best(self, path: Path, present: Elements) -> Best:
        free = self._free(len(path.values), present)
        if path.named & free:
            return Best(Layer.NAMED, present)
        for layer in BORNE[1:]:
            found = free.intersection(*(v.bears[layer] for v in path.values))
            if found:
                return Best(layer, present, tuple(sorted({b.limb for b in found})))
        return Best(Layer.NAMED, present)

    def words(self, path: Path) -> Best:
        """How well the words for the last value bear it, of the limbs that reach the path
        at all.
        """
        present = self.best(path).present
        reaching = path.borne & self._free(len(path.values), present)
        own = path.values[-1].own
        for layer in BORNE:
            found = reaching & own[layer]
            if found:
                return Best(layer, present, tuple(sorted({b.limb for b in found})), words=True)
        return Best(Layer.NAMED, present)

    def _free(self, n: int, present: Elements) -> frozenset[Branch]:
        """The branches that demand no more than is present, or meant by what follows n facets."""
        found = self._freed.get((n, present))
        if found is None:
            lacking = self._lacking[n].items()
            found = frozenset(b for b, lacks in lacking if any(x <= present for x in lacks))
            self._freed[n, present] = found
        return found

    @cached_property
    def _freed(self) -> dict[tuple[int, Elements], frozenset[Branch]]:
        return {}

    @cached_property
    def _lacking(self) -> Sequence[Mapping[Branch, tuple[Elements, ...]]]:
        """What a branch demands that none of the facets after the first n means: the
        smallest sets.
        """
        meant: dict[tuple[int, int, Elements], set[Elements]] = defaultdict(set)
        for n, facet in enumerate(LISTED):
            for v in self.values[facet]:
                for i, ways in enumerate(v.ways):
                    for _, needs in ways:
                        meant[n, i, needs].add(v.meant)
        return [
            {b: smallest(_left(b, meant, range(n, len(LISTED)))) for b in self.branches}
            for n in range(len(LISTED) + 1)
        ]

    # -- told of the first facet that makes an answer worse ----------------------------------------

    @cached_property
    def short(self) -> Sequence[tuple[str, str, Degree, frozenset[Context] | None]]:
        """Every value that falls short, or is open or not known, and its contexts."""
        found: list[tuple[str, str, Degree, frozenset[Context] | None]] = []
        for values, paths in self.told.items():
            by_degree: dict[Degree, list[Path]] = defaultdict(list)
            for path in paths:
                degree = self._short(path)
                if degree is not REACHED:
                    by_degree[degree].append(path)
            for degree, where in by_degree.items():
                contexts = [path.values[:-1] for path in where]
                nobodys = degree.kind.gap and _residual(values, contexts)
                told = OPEN if nobodys else degree
                some = None if len(where) == len(paths) else _leaves(contexts)
                found += ((values.facet, leaf, told, some) for leaf in values.leaves)
        return found

    @cached_property
    def told(self) -> Mapping[Values, Sequence[Path]]:
        """The paths that end in each value, where all that stands before it is reached somehow."""
        found: dict[Values, list[Path]] = {v: [] for d in LISTED for v in self.values[d]}
        paths = [self.paths]
        for _ in LISTED:
            paths = [x for p in paths if p.degree.kind != Kind.NOT for x in p.further]
            for path in paths:
                found[path.values[-1]].append(path)
        return found

    @cached_property
    def lacking(self) -> bool:
        """Whether some value falls through, however the rest is borne."""
        short = (
            path for paths in self.told.values() for path in paths
            if path.degree != path.before.degree and _less(path.degree, path.before.degree).kind.gap
        )  # fmt: skip
        return any(not _residual(path.values[-1], [path.values[:-1]]) for path in short)

    def _short(self, path: Path) -> Degree:
        """How a value falls short of its context, if it does."""
        if path.degree != path.before.degree:
            return _less(path.degree, path.before.degree)
        layer = (path.best or self.best(path)).layer
        if layer != Layer.NAMED and layer == self._known(path.before):
            layer = self.words(path).layer
        if layer == Layer.NAMED:
            return REACHED
        return SILENT if layer == Layer.SILENT else OPEN

    def _known(self, path: Path) -> Layer | None:
        """How well a path is borne by the best single limb, where it is reached as far as
        its context.
        """
        return self.best(path).layer if path.degree == path.before.degree else None

    # -- because of what ---------------------------------------------------------------------------

    def hinges(
        self, facet: str, leaf: str, contexts: frozenset[Context] | None
    ) -> tuple[Hinge, ...]:
        """What keeps a value open or not known: of the limbs that bear it best, what is not
        certain.

        A limb that has another's doubts and more of its own adds no question.
        """
        known = facet, leaf, contexts
        if known not in self._hinges:
            self._hinges[known] = tuple(self._hinging(facet, leaf, contexts))
        return self._hinges[known]

    @cached_property
    def _hinges(self) -> dict[tuple[str, str, frozenset[Context] | None], tuple[Hinge, ...]]:
        return {}

    def _hinging(
        self, facet: str, leaf: str, contexts: frozenset[Context] | None
    ) -> Iterable[Hinge]:
        values = next(v for v in self.values[facet] if leaf in v.leaves)
        if values not in self._uncertain:
            self._uncertain[values] = tuple(self._not_certain(values))
        told = (
            doubted for context, doubted in self._uncertain[values]
            if contexts is None or context in contexts
        )  # fmt: skip
        found: dict[Hinge, None] = {}
        for best, before in dict.fromkeys(told):
            found.update(dict.fromkeys(self._least(best, (*before, (facet, (leaf,))))))
        return found

    @cached_property
    def _uncertain(self) -> dict[Values, Sequence[tuple[Context, tuple[Best, tuple[_Some, ...]]]]]:
        return {}

    def _not_certain(
        self, values: Values
    ) -> Iterator[tuple[Context, tuple[Best, tuple[_Some, ...]]]]:
        """The contexts in which a value is not borne for certain; and how it is, after what
        else.
        """
        for path in self.told[values]:
            best = self.best(path)
            if best.layer != Layer.NAMED and path.degree.kind != Kind.NOT:
                context = tuple(v.leaves[0] for v in path.values[:-1])
                own = self.words(path)
                if best.layer == self._known(path.before) and own.layer != Layer.NAMED:
                    yield context, (own, ())  # what stands before is told of that
                else:
                    yield context, (best, tuple(self._doubted(path.before, best)))

    def _doubted(self, path: Path, best: Best) -> Iterator[_Some]:
        """Of all that is fixed, what is not certain either, unless it was told of that."""
        if path.values:
            yield from self._doubted(path.before, best)
            values = path.values[-1]
            some = values.facet, values.leaves
            if self._known(path) != best.layer and self._doubts(some, best):
                yield some

    def _least(self, best: Best, doubted: Sequence[_Some]) -> Iterator[Hinge]:
        """The doubts of the limbs that have the fewest."""
        by_limb: list[list[Hinge]] = []
        for i in best.limbs:
            limb = self.limbs[i]
            marked = FLOORS[limb.mark] == best.layer and not best.words
            by_limb.append([Hinge(limb)] if marked else [])
            for some in doubted:
                by_limb[-1] += self._doubts(some, best).get(i, ())
        why = [{g.reason for g in hinges} for hinges in by_limb]
        for hinges, mine in zip(by_limb, why, strict=True):
            if not any(other < mine for other in why):
                yield from hinges

    def _doubts(self, some: _Some, best: Best) -> Mapping[int, Sequence[Hinge]]:
        """The ways in which limbs bear leaves of a facet, where the best of them is not certain."""
        key = some, best
        if key not in self._known_doubts:
            found: dict[int, list[Hinge]] = defaultdict(list)
            facet, leaves = some
            for i, leaf in product(best.limbs, leaves):
                limb = self.limbs[i]
                ways = limb.ways(facet, leaf, marked=False)
                free = [w for w in ways if w.demands <= best.present]
                if min((w.layer for w in free), default=None) == best.layer:
                    found[i] += (Hinge(limb, facet, leaf, w) for w in free if w.layer == best.layer)
            self._known_doubts[key] = found
        return self._known_doubts[key]

    @cached_property
    def _known_doubts(self) -> dict[tuple[_Some, Best], Mapping[int, Sequence[Hinge]]]:
        return {}


_Some = tuple[str, tuple[str, ...]]
"""Leaves of a facet."""


class Hinge(NamedTuple):
    """What an answer rests on: one way in which a limb bears a value; or, without one, the limb's
    own mark.
    """

    limb: LimbRead
    facet: str = ""
    leaf: str = ""
    way: Way | None = None

    @property
    def reason(self) -> object:
        """What one question is about: a reason, or the limb that bears a mark."""
        return self.way.because if self.way else (self.limb.at, self.limb.mark)


def _degree(branches: Iterable[Branch], present: Elements) -> Degree:
    """Reached by some limb, only with more elements than are present, or not at all."""
    wanted = {b.whole - present for b in branches}
    if not wanted:
        return Degree(Kind.NOT)
    return Degree(Kind.ONLY, _told(wanted)) if all(wanted) else REACHED


def _left(
    branch: Branch, meant: Mapping[tuple[int, int, Elements], Iterable[Elements]], facets: range
) -> Iterator[Elements]:
    """What a branch demands beyond what values of some facets mean, whichever they are."""
    for one in product(*(meant[n, branch.limb, branch.demands[n]] for n in facets)):
        yield branch.whole.difference(*one)


def _best(degrees: Iterable[Degree]) -> Degree:
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
    of further elements one of which it demands besides; empty where it demands no more. ``layer``:
    how well it bears the cases, `Layer.ABSENT` where something is missing or wanted. ``ways``: for
    each facet, what bears a value, best first.
    """

    limb: LimbRead
    layer: Layer
    missing: tuple[str, ...]
    wanted: tuple[Elements, ...]
    ways: Mapping[str, tuple[Way, ...]]

    @property
    def distance(self) -> tuple[int, int, Layer]:
        """How far the limb is from the cases: what is missing, then what is wanted, then
        how well.
        """
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
    return Met(limb, best, tuple(missing), lacking, ways)


def _ways(limb: LimbRead, facet: str, values: Iterable[str]) -> tuple[Way, ...]:
    found = dict.fromkeys(way for leaf in sorted(values) for way in limb.ways(facet, leaf))
    return tuple(sorted(found, key=lambda w: (w.layer, len(w.demands))))
