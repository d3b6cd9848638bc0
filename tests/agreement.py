"""Cell, mark, work list and verdict are drawn from the same values: what must agree in every pair."""

from __future__ import annotations

from functools import cache

import provisions
from comparators import gaps
from comparators.law import Law
from provisions.vocabulary import Thesaurus

FACETS = ("element", "means", "purpose")


@cache
def words() -> Thesaurus:
    return provisions.thesaurus()


@cache
def law(name: str) -> Law:
    return Law(provisions.get(name), words())


def agree(name: str, standard: str) -> None:
    """Hold the rows of a law under a standard against its work list and its verdict."""
    found = gaps(law(name).version, law(standard).version, words=words())
    if found.verdict is None:
        return
    asked = [r for r in found.rows if r.facet in FACETS and is_asked(r.concept)]
    actions = {r.action for r in asked}
    verdict = found.verdict.verdict
    assert ("missing" in actions) == (verdict == "no") == bool(found.missing)
    if verdict == "yes":
        assert actions <= {"met"}
    if verdict == "undetermined" and not found.verdict.notes:
        assert actions & {"doubtful", "not-read"}
    for row in asked:
        if row.mark in "✓○":
            assert row.finding.status in ("covered", "implied", "not-required"), row.concept
    for row in found.rows:
        assert row.action != "none" or row.strength
        assert (row.mark in "✓○") == (row.action == "met")
        if row.action == "not-read":
            assert row.mark == "?"
        if row.action == "doubtful":
            assert row.mark == "~"


def is_asked(concept: str) -> bool:
    """Whether reach asks a row of the definition: a value, or the rule on children."""
    known = words()[concept]
    return known.sort in ("act", "means", "purpose") or (known.follows or "").startswith("no-means")
