"""How fast reach is computed, side by side with general solvers, in one process.

    python benchmarks/reach.py                  # 200 synthetic laws, all pairs, and the rest: half an hour or more
    python benchmarks/reach.py --laws 100 --rounds 1 # a few minutes
    python benchmarks/reach.py --quick              # without the slow ways of asking: a minute
    python benchmarks/reach.py --only growth    # or: pairs, corpus, world

Wants the extra ``[benchmark]``. Every answer of every solver is compared with ours before its time
is printed. A time is the best of equally many rounds of all the pairs, ours and theirs; the ratios are of
those.
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections import Counter
from itertools import permutations
from random import Random
from time import process_time
from typing import TYPE_CHECKING

import pysat
import z3
from laws import Law, in_one_space, synthetic_laws
from solvers import WithBDD, WithPySat, WithZ3

import comparators
import provisions
from comparators.boxes import NONE, Space
from comparators.cases import asked_by
from comparators.law import Law as Read
from comparators.reach import answers as answers_of
from comparators.verdicts import decide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from provisions.vocabulary import Thesaurus

Pairs = list[tuple[int, int]]

NAMED, REQUIRED, POSSIBLE = range(3)


def best(work: Callable[[], object], repeat: int) -> float:
    """The shortest time of several rounds, in seconds."""
    times = []
    for _ in range(repeat):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def verdict_by(ask: Callable[[int, int], bool], law: int, standard: int) -> str:
    """The three-layer verdict of two laws, by whatever answers containment; a law has three unions
    in a row.
    """
    if ask(3 * law + NAMED, 3 * standard + REQUIRED):
        return "yes"
    return "undetermined" if ask(3 * law + POSSIBLE, 3 * standard + NAMED) else "no"


def side_by_side(space: Space, laws: list[Law], pairs: Pairs, repeat: int, *, quick: bool) -> None:
    """Containment and verdict on all pairs, ours and theirs."""
    unions = [union for law in laws for union in law]
    sizes = Counter(len(law[NAMED]) for law in laws)
    bits = (
        f"{len(space.acts)} acts, {len(space.means) - 1} means, {len(space.purposes) - 1} purposes"
    )
    print(f"{len(laws)} laws, {len(pairs)} pairs; {bits}, {len(space.further)} further elements")
    print(
        f"boxes named, a law: median {sorted(sizes.elements())[len(laws) // 2]}, most {max(sizes)}"
    )

    ours = [space.contains(laws[a][NAMED], laws[b][NAMED]) for a, b in pairs]
    verdicts = [decide(space, laws[a][0], laws[a][2], laws[b][0], laws[b][1]) for a, b in pairs]
    print(f"contained: {sum(ours)}; verdicts: {dict(Counter(verdicts))}")

    def containments() -> None:
        for a, b in pairs:
            space.contains(laws[a][NAMED], laws[b][NAMED])

    def decisions() -> None:
        for a, b in pairs:
            decide(space, laws[a][0], laws[a][2], laws[b][0], laws[b][1])

    empty = best(lambda: [None for a, b in pairs], repeat)
    mine = (best(containments, repeat) - empty, best(decisions, repeat) - empty)
    row("comparators.boxes", mine, mine, len(pairs))

    sat = WithPySat(space, unions, "minisat22").solver_for_each()
    asks = {"python-sat, one for each law (minisat22)": sat}  # the solver that is fastest at it
    if not quick:
        z3_solvers = WithZ3(space, unions)
        one = WithPySat(space, unions, "cadical153").one_solver()
        asks |= {
            "python-sat, one solver (cadical153)": one,
            "z3, push and pop": z3_solvers.push_pop(),
            "z3, assumptions": z3_solvers.assumptions(),
            "z3, fresh solver": z3_solvers.fresh(),
        }
    timed = [(name, ask, ask, repeat) for name, ask in asks.items()]
    diagram, another = WithBDD(space, unions).ask, WithBDD(space, unions).ask
    timed.append(("dd with CUDD, cold: its first round", diagram, another, 1))
    timed.append(("dd with CUDD, warm", diagram, another, repeat))
    for name, ask, judge, rounds in timed:
        theirs = (
            checked(name, ours, lambda ask=ask: [ask(3 * a, 3 * b) for a, b in pairs], rounds),
            checked(
                name,
                verdicts,
                lambda judge=judge: [verdict_by(judge, a, b) for a, b in pairs],
                rounds,
            ),
        )
        row(name, theirs, mine, len(pairs))


def checked(
    name: str, ours: Sequence[object], work: Callable[[], list[object]], repeat: int
) -> float:
    """The shortest time of several rounds; stops where an answer differs from ours."""
    times = []
    for _ in range(repeat):
        start = process_time()
        theirs = work()
        times.append(process_time() - start)
        wrong = sum(a != b for a, b in zip(ours, theirs, strict=True))
        if wrong:
            sys.exit(f"{name}: {wrong} of {len(ours)} answers differ from ours")
    return min(times)


def row(name: str, times: tuple[float, float], ours: tuple[float, float], pairs: int) -> None:
    """One line: microseconds of a containment and of a verdict, and how many times ours."""
    cells = [f"{t / pairs * 1e6:10.2f} us {t / o:8.1f} x" for t, o in zip(times, ours, strict=True)]
    print(f"  {name:44}" + "".join(cells), flush=True)


# -- growth ----------------------------------------------------------------------------------------


def random_law(space: Space, rng: Random, limbs: int, share: float) -> Law:
    """A law of so many limbs, each of which names a share of the values of every dimension."""
    boxes = []
    for _ in range(limbs):
        box = space.free(rng.sample(space.further, rng.choice((0, 0, 0, 1))))
        for dimension in ("act", "means", "purpose"):
            values = space.values[dimension]
            box |= space.mask(dimension, rng.sample(values, max(1, round(share * len(values)))))
        boxes.append(box | space.mask("victim", rng.choice((space.victims, space.victims[1:2]))))
    return boxes, boxes, boxes


def growth(words: Thesaurus, repeat: int) -> None:
    """What a verdict costs as laws, concepts and limbs double."""
    print("\ngrowth: laws (all pairs)")
    for count in (50, 100, 200, 400):
        space, laws = synthetic_laws(words, count)
        time_pairs(f"{count} laws", space, laws, repeat)
    rng = Random(2012)  # noqa: S311 - the same laws every time
    print("growth: concepts (random laws of 4 limbs that each name a quarter of them)")
    for times in (1, 2, 4, 8):
        space = numbered(25 * times, 40 * times, 45 * times, 8)
        time_pairs(
            f"{110 * times} concepts",
            space,
            [random_law(space, rng, 4, 0.25) for _ in range(100)],
            repeat,
        )
    print("growth: limbs (random laws that each name half of 110 concepts)")
    space = numbered(25, 40, 45, 8)
    for limbs in (1, 2, 4, 8, 16, 32):
        time_pairs(
            f"{limbs} limbs",
            space,
            [random_law(space, rng, limbs, 0.5) for _ in range(100)],
            repeat,
        )
    print(
        "growth: limbs, the hard way (each law is everything, cut into parts at random: no box decides by itself)"
    )
    for limbs in (4, 8, 16, 32):
        time_pairs(f"{limbs} limbs", space, [covering_law(space, rng, limbs) for _ in range(40)], 1)


def covering_law(space: Space, rng: Random, limbs: int) -> Law:
    """A law whose limbs cut one wide limb into parts, so that containment is never decided by a
    single box.
    """
    parts = [space.granted(space.mask("victim", space.victims))]
    for dimension in ("act", "means", "purpose"):
        parts[0] |= space.mask(dimension, space.values[dimension])
    while len(parts) < limbs:
        box = parts.pop(rng.randrange(len(parts)))
        dimension = rng.choice(("act", "means", "purpose"))
        values = list(space.named(box, dimension))
        half = rng.sample(values, len(values) // 2)
        parts += [
            x for x in (space.only(box, dimension, half), space.without(box, dimension, half)) if x
        ]
    return parts, parts, parts


def numbered(acts: int, means: int, purposes: int, further: int) -> Space:
    """A space of so many values."""
    values = [
        tuple(f"{name}-{i}" for i in range(n))
        for name, n in (("act", acts), ("means", means), ("for", purposes))
    ]
    demands = tuple(f"further-{i}" for i in range(further))
    return Space(
        values[0],
        (*values[1], NONE),
        (*values[2], NONE),
        ("adult", "child", "incapacitated"),
        demands,
    )


def time_pairs(name: str, space: Space, laws: list[Law], repeat: int) -> None:
    """The time of all verdicts among some laws."""
    pairs = list(permutations(range(len(laws)), 2))

    def decisions() -> None:
        for a, b in pairs:
            decide(space, laws[a][0], laws[a][2], laws[b][0], laws[b][1])

    total = best(decisions, repeat)
    print(
        f"  {name:16} {len(pairs):7} pairs {total * 1e3:9.1f} ms {total / len(pairs) * 1e6:8.2f} us a verdict",
        flush=True,
    )


# -- the corpus, and a world of laws ---------------------------------------------------------------


def corpus(words: Thesaurus, repeat: int, *, quick: bool) -> None:
    """All pairs of the versions held: bare verdicts against the solvers, and verdicts with all that
    comes with them.
    """
    held = [v for i in provisions.instruments() for v in provisions.versions(i.id)]
    held = [v for v in held if any(o.limbs for o in v.offences_of("trafficking"))]
    space, laws = in_one_space(words, held)
    print(f"\nthe corpus: {len(held)} versions")
    pairs = list(permutations(range(len(held)), 2))
    side_by_side(space, laws, pairs, repeat, quick=quick)
    few = pairs[:: max(1, len(pairs) // 300)]
    asked = [(held[a], held[b]) for a, b in few]
    each(
        "a verdict from two records, in a space of their own", len(few),
        best(
            lambda: [answers_of(Read(a, words), asked_by(Read(b, words))) for a, b in asked], repeat
        ),
    )  # fmt: skip
    each(
        "comparators.reaches: with gaps, questions, provisos", len(few),
        best(lambda: [comparators.reaches(a, b, words=words) for a, b in asked], repeat),
    )  # fmt: skip


def each(name: str, count: int, total: float) -> None:
    """The time of one of many."""
    print(f"  {name:56} {total / count * 1e6:9.1f} us", flush=True)


def world(words: Thesaurus, laws: int) -> None:
    """All pairs of the laws of a world: so many versions, every ordered pair, on one core."""
    start = process_time()
    space, reach = synthetic_laws(words, laws)
    read = process_time() - start
    answers: Counter[str] = Counter()
    start = process_time()
    for i, (named, _, possible) in enumerate(reach):
        for j, (std_named, std_required, _) in enumerate(reach):
            if i != j:
                answers[decide(space, named, possible, std_named, std_required)] += 1
    total = process_time() - start
    print(f"\na world: {laws} versions, {sum(answers.values())} verdicts {dict(answers)}")
    print(
        f"  building the laws and their boxes {read:6.1f} s; all verdicts {total:6.1f} s",
        flush=True,
    )


def main(args: Iterable[str] | None = None) -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--laws", type=int, default=200)
    parser.add_argument("--quick", action="store_true", help="without the slow ways of asking")
    parser.add_argument("--rounds", type=int, default=3, help="of everybody: equal")
    parser.add_argument(
        "--world", type=int, default=2000, help="versions of a world: 200 jurisdictions, 10 each"
    )
    parser.add_argument("--only", choices=("pairs", "growth", "corpus", "world"))
    asked = parser.parse_args(args)
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, {platform.system()}"
    )
    print(f"z3 {z3.get_version_string()}, python-sat {pysat.__version__}")
    words = provisions.thesaurus()
    if asked.only in (None, "pairs"):
        print("\nsynthetic laws, built like real ones")
        space, laws = synthetic_laws(words, asked.laws)
        side_by_side(
            space, laws, list(permutations(range(len(laws)), 2)), asked.rounds, quick=asked.quick
        )
    if asked.only in (None, "corpus"):
        corpus(words, asked.rounds, quick=asked.quick)
    if asked.only in (None, "growth"):
        growth(words, asked.rounds)
    if asked.only in (None, "world"):
        world(words, asked.world)


if __name__ == "__main__":
    main()
