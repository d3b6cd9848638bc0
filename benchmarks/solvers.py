"""The same questions put to z3 and to python-sat, each in the ways that suit it.

A fact pattern is one truth value for each value of each dimension, exactly one of them true, and one for each further
element. What a law reaches is a disjunction of boxes; *A lies within B* holds if nothing lies in A and not in B. All
formulas are built before any clock starts: only the answering is timed.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import z3
from pysat.solvers import Solver

from comparators.boxes import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from comparators.boxes import Space

Ask = "Callable[[int, int], bool]"
"""Whether the union with the second number lies within the union with the first."""


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


def with_pysat(space: Space, unions: list[list[int]], name: str) -> Callable[[int, int], bool]:
    """One python-sat solver that knows every law; a question is two assumptions."""
    number = {key: i for i, key in enumerate(space.bits, 1)}
    top = len(number)
    clauses: list[list[int]] = []
    for d in DIMENSIONS:
        values = [number[d, v] for v in space.values[d]]
        clauses.append(values)
        clauses += [[-a, -b] for a, b in combinations(values, 2)]
    within, without = [], []
    for union in unions:
        inside, outside = top + 1, top + 2
        top += 2
        boxes = []
        for box in union:
            top += 1
            boxes.append(top)
            demanded = [number["further", f] for f in space.demanded(box)]
            named = {d: [number[d, v] for v in space.named(box, d)] for d in DIMENSIONS}
            clauses += [[-top, *values] for values in named.values()]
            clauses += [[-top, f] for f in demanded]
            # outside the box: another value of some dimension, or an element it demands is not there
            other = [number[d, v] for d in DIMENSIONS for v in space.values[d] if number[d, v] not in named[d]]
            clauses.append([-outside, *other, *(-f for f in demanded)])
        clauses.append([-inside, *boxes])
        within.append(inside)
        without.append(outside)
    solver = Solver(name=name, bootstrap_with=clauses)

    def ask(union: int, other: int) -> bool:
        return not solver.solve(assumptions=[within[other], without[union]])

    return ask
