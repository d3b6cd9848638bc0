"""Cell, mark, work list and verdict are drawn from the same values: what must agree in every pair."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import provisions
from comparators import gaps
from comparators.boxes import NONE
from comparators.law import Law
from comparators.verdicts import Told, Verdict
from comparators.worklist import Row
from provisions.records import Victim
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
    for row in asked:
        agrees(row, law(name), found.verdict)
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
        assert row.action == row.under.marked(row.facet, row.concept).action
        assert (row.mark in "✓○") == (row.action == "met")
        if row.action == "not-read":
            assert row.mark == "?"
        if row.action == "doubtful":
            assert row.mark == "~"


def agrees(row: Row, of: Law, verdict: Verdict) -> None:
    """Hold one row against what the verdict tells of its words, and of the words beside them."""
    gaps = (*verdict.demands, *verdict.gaps)
    lost = [(g.facet, t, g.victims) for g in gaps for t in g.words]
    for_what = [
        (d, t, g.victims)
        for g in gaps for d, some in (("act", g.acts), ("means", g.means)) if some
        for t in some.words
    ]  # fmt: skip
    asked = [(d, t, q.victims) for q in verdict.open_questions for d, t in q.words]
    within = [(d, t, q.victims) for q in verdict.open_questions for d, t in q.within]
    gap, question = is_told(row.concept, lost, of), is_told(row.concept, asked, of)
    what = f"{of.name}, {row.concept}: {row.mark}, {row.finding.status}"
    assert row.action != "met" or not (gap or question), what
    assert row.action == "missing" or not gap, what
    if row.action == "missing":
        assert gap or is_told(row.concept, for_what, of), what
    if row.action in ("doubtful", "not-read"):
        assert question or is_told(row.concept, (*within, *for_what), of), what
    # what no list names, and no aggravated form may say, is no question
    assert row.finding.status != "absent" or row.action == "missing", what


def is_told(concept: str, told: Iterable[tuple[str, Told, tuple[Victim, ...]]], of: Law) -> bool:
    """Whether something of a row is told: a word of it; of a rule, that none is needed."""
    known = words()[concept]
    _, _, freed = (known.follows or "").partition("no-means:")
    mine = of.leaves(concept)
    for facet, word, victims in told:
        if word.concept == NONE:
            if freed in victims and facet == "means":
                return True
        elif facet == known.sort:
            but = {x for c in word.but for x in of.leaves(c)}
            theirs = {word.concept} if word.other else of.leaves(word.concept) - but
            if theirs & mine:
                return True
    return False


def is_asked(concept: str) -> bool:
    """Whether reach asks a row of the definition: a value, or the rule on children."""
    known = words()[concept]
    return known.sort in ("act", "means", "purpose") or (known.follows or "").startswith("no-means")
