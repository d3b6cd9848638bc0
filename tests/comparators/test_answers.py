"""Every value asked of a law: reached, only where, open, not known, not; against a plain reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import strategies
from attrs import evolve
from hypothesis import given, settings
from naive import Case, Oracle

import provisions
from comparators.cases import Box, asked_by
from comparators.law import Law
from comparators.lists import Layer
from comparators.reach import Inquiry, Kind, answers, meets
from provisions.records import LISTED, VICTIMS, Entry

if TYPE_CHECKING:
    from comparators.reach import Answer

FEW = settings(max_examples=10)
WORDS = provisions.thesaurus()


def law(name: str) -> Law:
    return Law(provisions.get(name), WORDS)


def touches(answer: Answer, case: Case) -> bool:
    """Whether an answer is about a case: its victim, its value, and what stands before."""
    n = LISTED.index(answer.facet)
    before = tuple(getattr(case, d) for d in LISTED[:n])
    return (
        answer.victim == case.victim
        and answer.leaf == getattr(case, answer.facet)
        and (answer.contexts is None or before in answer.contexts)
    )


@FEW
@given(strategies.pairs())
def test_a_gap_is_told_exactly_where_the_verdict_is_no_and_nothing_where_it_is_yes(pair):
    words, ours, theirs = pair
    oracle = Oracle(words, ours, theirs)
    inquiry = Inquiry(Law(ours, words), asked_by(Law(theirs, words)))
    found = inquiry.answers
    reach, asked = oracle.reach(ours), oracle.reach(theirs)
    assert any(a.kind.gap for a in found) == (not asked["named"] <= reach["possible"])
    assert inquiry.lacking == any(a.kind.gap for a in found)
    assert (not found) == (asked["named"] <= reach["named"])


@FEW
@given(strategies.pairs())
def test_every_case_that_falls_through_is_touched_by_a_gap_and_none_that_is_reached_freely(pair):
    words, ours, theirs = pair
    oracle = Oracle(words, ours, theirs)
    asked_of = asked_by(Law(theirs, words))
    gaps = [a for a in answers(Law(ours, words), asked_of) if a.kind.gap]
    reach, asked = oracle.reach(ours), oracle.reach(theirs)
    everything = frozenset(oracle.further())
    values = {d: set(asked_of.leaves(d)) for d in LISTED}
    for case in asked["named"]:
        # a means that is used where none is needed is no question of its own
        if case in reach["possible"] or any(getattr(case, d) not in values[d] for d in LISTED):
            continue
        assert any(touches(a, case) for a in gaps)
        for gap in gaps:
            if gap.kind == Kind.NOT and touches(gap, case):
                assert case._replace(present=everything) not in reach["possible"]


@FEW
@given(strategies.versions(), strategies.thesauri())
def test_a_limb_asked_of_one_case_answers_as_a_plain_reading(version, words):
    oracle, the_law = Oracle(words, version), Law(version, words)
    for case in oracle.cases():
        values = {d: frozenset({getattr(case, d)}) for d in LISTED}
        box = Box(values, (case.victim,), case.present)
        met = [meets(limb, box, words) for limb in the_law.limbs]
        layers = oracle.layers(version, case)
        assert any(m.layer != Layer.ABSENT for m in met) == ("possible" in layers)
        assert any(m.layer == Layer.NAMED for m in met) == ("named" in layers)
        for m in met:
            assert (m.layer == Layer.ABSENT) == bool(m.missing or m.wanted)


def test_in_armenia_one_silence_keeps_the_answer_open():
    (only,) = answers(law("armenia@2011-03-01"), asked_by(law("coe")))
    assert (only.victim, only.facet, only.leaf, only.kind) == ("child", "means", "", Kind.SILENT)
    assert only.contexts == {("transportation",)}


def test_the_other_leaf_of_a_residual_word_is_never_a_gap():
    coe = asked_by(law("coe"))
    assert ("means", "other-coercion") in coe.residual
    assert ("purpose", "sexual-exploitation") in coe.residual
    assert all(c != "practices-similar-to-slavery" for _, c in coe.residual), "it stands alone"
    version = provisions.get("coe")
    means = version.lists["means"]
    forced = {c: e for c, e in means.entries.items() if c != "other-coercion"}
    without = evolve(version, lists={**version.lists, "means": evolve(means, entries=forced)})
    found = answers(Law(without, WORDS), coe)
    other = [a for a in found if (a.facet, a.leaf) == ("means", "other-coercion")]
    assert {a.kind for a in other} == {Kind.OPEN}


def test_a_demand_of_one_limb_hides_nothing_that_the_other_lacks():
    version = provisions.get("coe")
    means = version.lists["means"]
    fewer = {c: e for c, e in means.entries.items() if c != "abuse-of-power"}
    limb = evolve(
        version.offences[0].limbs[0],
        means="not-required",
        victims=("adult", "incapacitated"),
        requires={"woman": Entry(words="a woman")},
    )
    offence = evolve(version.offences[0], limbs=(*version.offences[0].limbs, limb))
    lists = {**version.lists, "means": evolve(means, entries=fewer)}
    found = answers(
        Law(evolve(version, lists=lists, offences=(offence,)), WORDS), asked_by(law("coe"))
    )
    assert {(a.victim, a.leaf, a.kind, a.only) for a in found} == {
        (victim, "abuse-of-power", Kind.ONLY, (("woman",),))
        for victim in ("adult", "incapacitated")
    }
    assert set(VICTIMS) - {a.victim for a in found} == {"child"}
