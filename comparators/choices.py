"""The cheapest choice: a set of things that holds, for every clause, one of its ways.

A way is a set of things, as the bits of an integer; a clause is the ways one of which is wanted.
The search is exact: what has no choice first, then branch and bound with clauses that share
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Clauses = Iterable[frozenset[int]]

MOST_NODES = 20_000
"""Where the search gives up, and a choice without a needless part is given instead."""


def cheapest(clauses: Iterable[frozenset[int]], costs: Mapping[int, int]) -> tuple[int, bool]:
    """The cheapest mask that holds one way of every clause, and whether it is surely so.

    >>> cheapest([frozenset({1, 2}), frozenset({2, 4})], {1: 1, 2: 1, 4: 1})
    (2, True)
    """
    every = set(clauses)
    left = [c for c in every if not any(o < c for o in every)]
    search = _Search(costs)
    search.go(0, sorted(left, key=lambda c: (len(c), sorted(c))))
    if search.nodes <= MOST_NODES:
        return search.best, True
    return _irreducible(left, search.best, costs), False


class _Search:
    """Branch and bound, after what has no choice; the bound adds up clauses that share no edit."""

    def __init__(self, costs: Mapping[int, int]) -> None:
        self.costs, self.nodes, self.best = costs, 0, 0
        self.least: int | None = None
        self.prices: dict[int, int] = {0: 0}

    def price(self, mask: int) -> int:
        if mask not in self.prices:
            self.prices[mask] = sum(c for bit, c in self.costs.items() if bit & mask)
        return self.prices[mask]

    def bound(self, mask: int, left: Sequence[frozenset[int]]) -> int:
        used = total = 0
        for clause in left:
            union = 0
            for way in clause:
                union |= way & ~mask
            if not union & used:
                used |= union
                total += min(self.price(way & ~mask) for way in clause)
        return total

    def go(self, mask: int, left: Sequence[frozenset[int]]) -> None:
        """Every clause that is not held yet, the one with the fewest ways first."""
        self.nodes += 1
        while forced := [c for c in left if len(c) == 1]:
            for (way,) in forced:
                mask |= way
            left = [c for c in left if all(way & ~mask for way in c)]
        here = self.price(mask)
        if not left:
            if self.least is None or here < self.least:
                self.least, self.best = here, mask
            return
        if self.least is not None and (
            self.nodes > MOST_NODES or here + self.bound(mask, left) >= self.least
        ):
            return
        first = min(left, key=len)
        for way in sorted(first, key=lambda way: self.price(way & ~mask)):
            both = mask | way
            self.go(both, [c for c in left if all(w & ~both for w in c)])


def holds(clauses: Clauses, mask: int) -> bool:
    """Whether a choice holds one way of every clause.

    >>> holds([frozenset({1, 6})], 2), holds([frozenset({1, 6})], 7)
    (False, True)
    """
    return all(any(way & ~mask == 0 for way in clause) for clause in clauses)


def _irreducible(clauses: Sequence[frozenset[int]], mask: int, costs: Mapping[int, int]) -> int:
    """A set from which nothing can be left out: the dearest is tried first."""
    for bit in sorted(costs, key=costs.__getitem__, reverse=True):
        if bit & mask and holds(clauses, mask & ~bit):
            mask &= ~bit
    return mask
