"""The same questions put to z3, to python-sat and to a binary decision diagram, each in the ways
that suit it.

A fact pattern is one truth value for each value of each dimension, exactly one of them true, and
one for each further element. What a law reaches is a disjunction of boxes; *A lies within B* holds
if nothing lies in A and not in B. All formulas are built before any clock starts: only the
answering is timed. A question is two numbers: does the union with the second lie within the union
with the first?
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import z3
from dd.cudd import BDD
from pysat.solvers import Solver

from comparators.boxes import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dd.cudd import Function

    from comparators.boxes import Space


class WithZ3:
    """Unions of boxes as z3 formulas."""

    def __init__(self, space: Space, unions: list[list[int]]) -> None:
        self.bools = {key: z3.Bool("/".join(key)) for key in space.bits}
        self.space = space
        self.inside = [z3.Or([self._box(b) for b in union]) for union in unions]
        self.outside = [z3.Not(inside) for inside in self.inside]
        self.pattern = [
            constraint
            for d in DIMENSIONS
            for values in ([self.bools[d, v] for v in space.values[d]],)
            for constraint in (z3.Or(values), z3.AtMost(*values, 1))
        ]

    def _box(self, box: int) -> z3.BoolRef:
        space = self.space
        parts = [z3.Or([self.bools[d, v] for v in space.named(box, d)]) for d in DIMENSIONS]
        return z3.And(parts + [self.bools["further", f] for f in space.demanded(box)])

    def fresh(self) -> Callable[[int, int], bool]:
        """A new solver for every question."""

        def ask(union: int, other: int) -> bool:
            solver = z3.Solver()
            solver.add(*self.pattern, self.inside[other], self.outside[union])
            return solver.check() == z3.unsat

        return ask

    def push_pop(self) -> Callable[[int, int], bool]:
        """One solver, which is told and forgets each question."""
        solver = z3.Solver()
        solver.add(*self.pattern)

        def ask(union: int, other: int) -> bool:
            solver.push()
            solver.add(self.inside[other], self.outside[union])
            answer = solver.check()
            solver.pop()
            return answer == z3.unsat

        return ask

    def assumptions(self) -> Callable[[int, int], bool]:
        """One solver that knows every law; a question is two assumptions."""
        solver = z3.Solver()
        solver.add(*self.pattern)
        within = [z3.Bool(f"in {i}") for i in range(len(self.inside))]
        without = [z3.Bool(f"not in {i}") for i in range(len(self.inside))]
        for i, (inside, outside) in enumerate(zip(self.inside, self.outside, strict=True)):
            solver.add(z3.Implies(within[i], inside), z3.Implies(without[i], outside))

        def ask(union: int, other: int) -> bool:
            return solver.check(within[other], without[union]) == z3.unsat

        return ask


class WithBDD:
    """Unions of boxes as nodes of one binary decision diagram (``dd``, with CUDD below it): the
    value of each dimension is a number in binary, which is several times faster than a truth value
    for each, and one truth value stands for each further element. What it has worked out it keeps:
    *cold* is the first round of questions, *warm* every later one.
    """

    def __init__(self, space: Space, unions: list[list[int]]) -> None:
        self.bdd, self.space = BDD(), space
        self.value: dict[tuple[str, str], Function] = {}
        for d in DIMENSIONS:
            values = space.values[d]
            bits = [f"{d}{i}" for i in range(max(1, (len(values) - 1).bit_length()))]
            self.bdd.declare(*bits)
            for number, value in enumerate(values):
                node = self.bdd.true
                for i, bit in enumerate(bits):
                    it = self.bdd.var(bit)
                    node &= it if number >> i & 1 else ~it
                self.value[d, value] = node
        for i, element in enumerate(space.further):
            self.bdd.declare(f"further{i}")
            self.value["further", element] = self.bdd.var(f"further{i}")
        self.inside = [self._any(map(self._box, union)) for union in unions]

    def _any(self, nodes: Iterable[Function]) -> Function:
        found = self.bdd.false
        for node in nodes:
            found |= node
        return found

    def _box(self, box: int) -> Function:
        node = self.bdd.true
        for d in DIMENSIONS:
            node &= self._any(self.value[d, v] for v in self.space.named(box, d))
        for f in self.space.demanded(box):
            node &= self.value["further", f]
        return node

    def ask(self, union: int, other: int) -> bool:
        """Whether nothing of the other lies outside the union."""
        return bool(self.inside[other] & ~self.inside[union] == self.bdd.false)


class WithPySat:
    """Unions of boxes as clauses over the same truth values."""

    def __init__(self, space: Space, unions: list[list[int]], name: str) -> None:
        self.space, self.unions, self.name = space, unions, name
        self.number = {key: i for i, key in enumerate(space.bits, 1)}
        self.pattern: list[list[int]] = []
        for d in DIMENSIONS:
            values = [self.number[d, v] for v in space.values[d]]
            self.pattern += [values, *([-a, -b] for a, b in combinations(values, 2))]

    def _named(self, box: int) -> list[list[int]]:
        """The values of a box, dimension by dimension, and each element it demands."""
        space, number = self.space, self.number
        values = [[number[d, v] for v in space.named(box, d)] for d in DIMENSIONS]
        return values + [[number["further", f]] for f in space.demanded(box)]

    def _others(self, box: int) -> list[int]:
        """The values a box does not have."""
        return [
            self.number[d, v]
            for d in DIMENSIONS
            for v in set(self.space.values[d]) - set(self.space.named(box, d))
        ]  # fmt: skip

    def _beside(self, box: int) -> list[int]:
        """Outside a box: another value of some dimension, or an element it demands is not there."""
        return [*self._others(box), *(-self.number["further", f] for f in self.space.demanded(box))]

    def one_solver(self) -> Callable[[int, int], bool]:
        """One solver that knows every law; a question is two assumptions."""
        top, clauses = len(self.number), list(self.pattern)
        within, without = [], []
        for union in self.unions:
            inside, outside = top + 1, top + 2
            top += 2
            boxes = []
            for box in union:
                top += 1
                boxes.append(top)
                clauses += [[-top, *some] for some in self._named(box)]
                clauses.append([-outside, *self._beside(box)])
            clauses.append([-inside, *boxes])
            within.append(inside)
            without.append(outside)
        solver = Solver(name=self.name, bootstrap_with=clauses)

        def ask(union: int, other: int) -> bool:
            return not solver.solve(assumptions=[within[other], without[union]])

        return ask

    def solver_for_each(self) -> Callable[[int, int], bool]:
        """A small solver for each law, of what lies outside it; a question is asked box by box,
        each as assumptions.
        """
        solvers = [
            Solver(
                name=self.name,
                bootstrap_with=[*self.pattern, *(self._beside(box) for box in union)],
            )
            for union in self.unions
        ]
        assumed = [
            [[*(-v for v in self._others(box)), *(self.number["further", f] for f in self.space.demanded(box))]
             for box in union]
            for union in self.unions
        ]  # fmt: skip

        def ask(union: int, other: int) -> bool:
            solver = solvers[union]
            return not any(solver.solve(assumptions=box) for box in assumed[other])

        return ask
