"""What one hard question costs: `--gaps` beside the table of the same pair, and many facts at once.

    python benchmarks/questions.py                  # a minute or two
    python benchmarks/questions.py --standard eu --facts 100

Everything is read before a clock starts, and nothing that was worked out is kept from one question
to the next: each starts from the records alone and ends with the text that is printed. Times are
those of the processor, the shorter of two rounds in turn.
"""

from __future__ import annotations

import argparse
from random import Random
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

import comparators
import provisions
from comparators import NothingToReachError, law, reach

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from provisions.records import Version


def alone(work: Callable[[], object]) -> float:
    """The time of a question for which nothing was worked out yet."""
    law.forget()
    reach.inquiry.cache_clear()
    start = process_time()
    work()
    return process_time() - start


def in_turn(*works: Callable[[], object]) -> list[float]:
    """The times of some questions, the shorter of two rounds."""
    rounds = [[alone(work) for work in works] for _ in range(2)]
    return [min(times) for times in zip(*rounds, strict=True)]


def gaps_beside_compare(laws: Iterable[Version], standard: Version) -> None:
    """The work list of each law beside the table of the same pair."""
    words = provisions.thesaurus()
    ratios: list[tuple[float, float, float, str]] = []
    for one in laws:
        table, gaps = in_turn(
            lambda one=one: str(comparators.compare(standard, one, words=words)),
            lambda one=one: str(comparators.gaps(one, standard, words=words)),
        )
        ratios.append((gaps / table, table, gaps, one.key))
    ratios.sort()
    middle, (most, table, gaps, key) = median(r for r, *_ in ratios), ratios[-1]
    print(f"--gaps beside compare, under {standard.name}: {len(ratios)} pairs")
    print(f"  median {middle:.2f} times compare")
    print(f"  most   {most:.2f} times: {key}, {gaps * 1e3:.0f} ms beside {table * 1e3:.0f} ms")


def many_facts(laws: Iterable[Version], most: int) -> None:
    """Some acts, means, purposes and circumstances as facts of one case, asked of every law."""
    words = provisions.thesaurus()
    sorts = {
        s: [c.id for c in words if c.sort == s and not c.heading]
        for s in ("act", "means", "purpose", "further", "aggravating")
    }
    rng = Random(2012)  # noqa: S311 - the same facts every time
    for count in (3, 30, most):
        shares = {"act": 0.25, "means": 0.3, "purpose": 0.3, "further": 0.1, "aggravating": 0.05}
        facts = [
            c
            for sort, share in shares.items()
            for c in rng.sample(sorts[sort], min(len(sorts[sort]), max(1, round(share * count))))
            if not {"adult", "incapacitated"} & set(words[c].contains)
        ]

        def ask(facts: list[str] = facts) -> None:
            for one in laws:
                try:
                    str(comparators.apply(one, [*facts, "child"], words=words))
                except NothingToReachError:
                    continue

        print(f"--facts: {len(facts)} facts, every law: {in_turn(ask)[0]:.2f} s")


def main() -> None:
    """Ask, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--standard", default="coe")
    parser.add_argument("--facts", type=int, default=90)
    asked = parser.parse_args()
    standard = provisions.get(asked.standard)
    laws = [provisions.get(i.id) for i in provisions.instruments()]
    gaps_beside_compare([v for v in laws if v is not standard and v.offences], standard)
    many_facts(laws, asked.facts)


if __name__ == "__main__":
    main()
