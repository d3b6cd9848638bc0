"""Sets of fact patterns as boxes, and boxes as integers. Nothing outside this module knows of bits.

A *box* is a product: any of these acts, of these means, of these purposes, of these victims, with a
set of further elements. It is one integer: a run of bits for each of the four dimensions, and one
bit for each further element - set where the box reaches also the cases without that element. A box
lies within another if ``not a & ~b``.

An offence is monotone in its further elements: what it reaches without one it reaches with it. So
the minimal fact patterns of a box describe it fully, and containment in a union of boxes is exact:
whole boxes first, then their joint hull, then splitting dimension by dimension - or, where many
boxes cut each other, one integer with a bit for each case, which has no bad case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import field, frozen

NONE = ""
"""The value *none*: no means, or no purpose."""

DIMENSIONS = ("act", "means", "purpose", "victim")

FEW = 4
"""Boxes of a union up to which splitting is the shortest way."""
CASES = 1 << 16
"""Acts times means times purposes below which a set of cases is one integer."""
KEPT = 4096
"""Boxes of which the cases are kept: a few kilobytes each."""
PIECES = 100_000
"""Pieces into which boxes are split where there are more cases than that, before giving up."""


class TooIntricateError(Exception):
    """Neither boxes nor cases decide within bounds: there are too many of both."""


def largest(boxes: Iterable[int]) -> list[int]:
    """The boxes that lie in no other: the union of these is that of all."""
    every = list(dict.fromkeys(boxes))
    return [b for b in every if not any(b & other == b != other for other in every)]


def _hull(boxes: Iterable[int]) -> int:
    """What some boxes have between them, dimension by dimension."""
    hull = 0
    for box in boxes:
        hull |= box
    return hull


@frozen
class Pattern:
    """A minimal case: one act, one means or none, one purpose or none, a kind of victim, further
    elements present.
    """

    act: str
    means: str
    purpose: str
    victim: str
    further: tuple[str, ...] = ()

    def __getitem__(self, dimension: str) -> str:
        return str(getattr(self, dimension))


@frozen(slots=False, eq=False)
class Space:
    """The values of the four dimensions, and the further elements, that some laws speak of.

    ``implied``: the further elements that are part of what a value means, and need not be present
    besides.
    """

    acts: tuple[str, ...]
    means: tuple[str, ...]
    purposes: tuple[str, ...]
    victims: tuple[str, ...]
    further: tuple[str, ...] = field(default=())
    implied: Mapping[str, frozenset[str]] = field(factory=dict)

    @cached_property
    def values(self) -> Mapping[str, tuple[str, ...]]:
        """The values of each dimension, in order."""
        return dict(
            zip(DIMENSIONS, (self.acts, self.means, self.purposes, self.victims), strict=True)
        )

    @cached_property
    def bits(self) -> Mapping[tuple[str, str], int]:
        """The bit of each value of each dimension, and of each further element."""
        keys = [(d, v) for d in DIMENSIONS for v in self.values[d]] + [
            ("further", f) for f in self.further
        ]
        return {key: 1 << i for i, key in enumerate(keys)}

    @cached_property
    def runs(self) -> tuple[int, ...]:
        """The mask of each dimension's run of bits."""
        return tuple(sum(self.bits[d, v] for v in self.values[d]) for d in DIMENSIONS)

    @cached_property
    def further_run(self) -> int:
        """The mask of the further elements."""
        return sum(self.bits["further", f] for f in self.further)

    def mask(self, dimension: str, values: Iterable[str]) -> int:
        """The bits of some values of a dimension; values the space does not have are left out."""
        mask = 0
        for value in values:
            mask |= self.bits.get((dimension, value), 0)
        return mask

    def free(self, demanded: Iterable[str] = ()) -> int:
        """The further elements a box does not demand."""
        return self.further_run & ~self.mask("further", demanded)

    def empty(self, box: int) -> bool:
        """Whether a box has no pattern."""
        return any(not box & run for run in self.runs)

    def meet(self, a: int, b: int) -> int:
        """The patterns of both boxes, or 0 where there are none. Both elements are demanded that
        either demands.
        """
        both = a & b
        return 0 if self.empty(both) else both

    def granted(self, box: int, but: Iterable[str] = ()) -> int:
        """The box with every further element granted, save those it demands among ``but``."""
        return box | self.free(but)

    def without(self, box: int, dimension: str, values: Iterable[str]) -> int:
        """The box without some values of a dimension, or 0 where nothing is left."""
        left = box & ~self.mask(dimension, values)
        return 0 if self.empty(left) else left

    def only(self, box: int, dimension: str, values: Iterable[str]) -> int:
        """The box with these values of a dimension alone, or 0 where it has none of them."""
        run = self.runs[DIMENSIONS.index(dimension)]
        left = box & (~run | self.mask(dimension, values))
        return 0 if self.empty(left) else left

    def named(self, box: int, dimension: str) -> tuple[str, ...]:
        """The values a box has in a dimension (or ``"further"``: those it does not demand)."""
        if dimension == "further":
            return tuple(f for f in self.further if box & self.bits["further", f])
        return tuple(v for v in self.values[dimension] if box & self.bits[dimension, v])

    def demanded(self, box: int) -> tuple[str, ...]:
        """The further elements a box demands."""
        return tuple(f for f in self.further if not box & self.bits["further", f])

    def patterns(self, box: int) -> Iterator[Pattern]:
        """The minimal fact patterns of a box."""
        further = self.demanded(box)
        acts, means, purposes, victims = (self.named(box, d) for d in DIMENSIONS)
        for act in acts:
            for by in means:
                for purpose in purposes:
                    for victim in victims:
                        yield Pattern(act, by, purpose, victim, further)

    def point(self, pattern: Pattern) -> int:
        """The box of one fact pattern."""
        box = self.free(pattern.further)
        for dimension in DIMENSIONS:
            box |= self.bits[dimension, pattern[dimension]]
        return box

    # -- containment -------------------------------------------------------------------------------

    def within(self, box: int, union: Sequence[int]) -> bool:
        """Whether every pattern of a box lies in the union of some boxes."""
        return self.contains(union, (box,))

    def contains(self, union: Sequence[int], boxes: Sequence[int]) -> bool:
        """Whether every pattern of ``boxes`` lies in the union.

        First the hull of the union: what is outside it is outside the union. Then whole boxes.
        Where one lies in none whole and there are more than a few, the cases decide; else what is
        left is taken apart. Raises `TooIntricateError` where both are too many.
        """
        hull = _hull(union)
        left: list[tuple[int, list[int]]] = []
        for box in boxes:
            if box & hull != box:
                return False
            for other in union:
                if box & other == box:
                    break
            else:
                near = self._near(box, union)
                if box & _hull(near) != box:
                    return False
                if len(near) > FEW and self.countable:
                    return self._by_cases(boxes, union)
                left.append((box, near))
        pieces = iter(range(PIECES))
        return all(self._covered(box, near, pieces) for box, near in left)

    @cached_property
    def countable(self) -> bool:
        """Whether the cases against one victim are few enough for one integer."""
        return len(self.acts) * len(self.means) * len(self.purposes) < CASES

    def _by_cases(self, boxes: Sequence[int], union: Sequence[int]) -> bool:
        """Whether boxes lie in a union, case by case: victims apart, and what the boxes demand."""
        done: list[tuple[list[int], list[int]]] = []
        for victim in (self.bits["victim", v] for v in self.victims):
            both = [b for b in boxes if b & victim], [b for b in union if b & victim]
            if both in done:
                continue
            done.append(both)
            mine, theirs = both
            for free in {b & self.further_run for b in mine}:
                asked = self._cases([b for b in mine if b & self.further_run == free])
                if asked & ~self._cases([b for b in theirs if b & free == free]):
                    return False
        return True

    def _cases(self, boxes: Iterable[int]) -> int:
        """The acts, means and purposes of some boxes, a bit for each combination."""
        cases, known, core = 0, self._counted, self._core
        for box in boxes:
            found = known.get(box & core)
            if found is None:
                if len(known) == KEPT:
                    known.clear()
                found = known[box & core] = self._count(box)
            cases |= found
        return cases

    @cached_property
    def _core(self) -> int:
        return sum(self.runs[:3])

    @cached_property
    def _counted(self) -> dict[int, int]:
        return {}

    def _count(self, box: int) -> int:
        """Every act of a box with every means of it, and each of these with every purpose."""
        cases, size = 1, 1
        for dimension in ("act", "means", "purpose"):
            values, each = self.values[dimension], 0
            for i, value in enumerate(values):
                if box & self.bits[dimension, value]:
                    each |= cases << i * size
            cases, size = each, size * len(values)
        return cases

    def _near(self, box: int, union: Sequence[int]) -> list[int]:
        """The boxes of a union that have a pattern of a box, whatever of its demands are met."""
        act, means, purpose, victim = self.runs
        free = box & self.further_run
        return [
            other for other in union
            if (both := box & other) & free == free
            and both & act and both & means and both & purpose and both & victim
        ]  # fmt: skip

    def _covered(self, box: int, union: Sequence[int], pieces: Iterator[int]) -> bool:
        """Whether a box lies in a union, in no box of which it lies whole."""
        if next(pieces, None) is None:
            raise TooIntricateError
        near = self._near(box, union)
        if box & _hull(near) != box:
            return False
        first, *rest = near
        for run in self.runs:  # the box without the first one, a piece for each dimension
            apart = box & run & ~first
            if apart:
                piece = box & ~run | apart
                whole = any(piece & other == piece for other in rest)
                if not whole and not self._covered(piece, rest, pieces):
                    return False
                box &= ~run | first
        return True

    def outside(self, boxes: Iterable[int], union: Sequence[int]) -> Iterator[int]:
        """The patterns of some boxes that lie in no box of the union, as disjoint boxes for each of
        them.
        """
        for box in boxes:
            yield from self._outside(box, union)

    def _outside(self, box: int, union: Sequence[int]) -> Iterator[int]:
        near = self._near(box, union)
        if any(box & other == box for other in near):
            return
        if not near:
            yield box
            return
        hull = _hull(near)
        for run in self.runs:
            beyond = box & run & ~hull
            if beyond:
                yield box & ~run | beyond
                box &= ~beyond  # not empty: the near boxes have something of it
        first, *rest = near
        for run in self.runs:
            apart = box & run & ~first
            if apart:
                yield from self._outside(box & ~run | apart, rest)
                box &= ~run | first
