"""The same law written otherwise has the same answers; a law of which more is known contradicts nothing
that was said of it before.
"""

from __future__ import annotations

import strategies
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import provisions
from comparators.amendments import smallest_amendment
from comparators.boxes import NONE
from comparators.cases import asked_by
from comparators.law import Law
from comparators.marks import FACET_OF, Under
from comparators.reach import Inquiry
from provisions.records import LISTED, NOT_REQUIRED, VICTIMS, Entry

FEW = settings(max_examples=10)


def answers(words, law, standard):
    found = Inquiry(Law(law, words), asked_by(Law(standard, words))).answers
    return {(a, a.contexts) for a in found}


def short(words, law, standard):
    """The values that fall through, for each victim."""
    return {(a.victim, a.facet, a.leaf) for a, _ in answers(words, law, standard) if a.kind.gap}


def edits(words, law, standard):
    mine, theirs = Law(law, words), Law(standard, words)
    asked = asked_by(theirs)
    kinds = {a.kind for a in Inquiry(mine, asked).answers}
    missing = any(k.gap for k in kinds)
    return smallest_amendment(mine, (theirs,), asked, missing=missing, doubtful=bool(kinds)).needed


def with_limbs(law, change):
    """The law, each limb of which is put in place of itself as others."""
    offences = tuple(
        evolve(o, limbs=tuple(y for x in o.limbs for y in change(x))) for o in law.offences
    )
    return evolve(law, offences=offences)


# -- the same law ----------------------------------------------------------------------------------


@FEW
@given(strategies.pairs())
def test_a_limb_and_its_lists_may_have_any_name_and_place(pair):
    words, law, standard = pair
    names = {name: f"list {i}" for i, name in enumerate(reversed(law.lists))}
    renamed = evolve(law, lists={names[n]: x for n, x in reversed(law.lists.items())})
    renamed = evolve(
        with_limbs(renamed, lambda x: [evolve(x, **{f: names.get(n, n) for f, n in named(x)})])
    )
    offences = tuple(
        evolve(
            o, id=f"offence {i}", limbs=o.limbs[::-1],
            tiers=tuple(evolve(t, circumstances=names[t.circumstances]) for t in o.tiers),
        )
        for i, o in enumerate(renamed.offences)
    )  # fmt: skip
    renamed = evolve(renamed, offences=offences[::-1])
    assert answers(words, law, standard) == answers(words, renamed, standard)


def named(limb):
    return (("acts", limb.acts), ("means", limb.means), ("purposes", limb.purposes))


@FEW
@given(strategies.pairs())
def test_one_limb_split_into_two_changes_no_answer(pair):
    words, law, standard = pair
    twice = with_limbs(law, lambda x: [x, x])
    by_victim = with_limbs(law, lambda x: [evolve(x, victims=(v,)) for v in x.victims])
    before = answers(words, law, standard)
    assert answers(words, twice, standard) == before
    assert answers(words, by_victim, standard) == before


@FEW
@given(strategies.pairs())
def test_a_shared_list_and_two_equal_ones_differ_in_the_number_of_edits_alone(pair):
    words, law, standard = pair
    again = {f"{n} again": x for n, x in law.lists.items()}

    def second(limb):
        if "child" in limb.victims:
            return [limb]
        return [evolve(limb, **{f: f"{n} again" for f, n in named(limb) if n in law.lists})]

    apart = evolve(with_limbs(law, second), lists={**law.lists, **again})
    assert answers(words, law, standard) == answers(words, apart, standard)
    one, two = edits(words, law, standard), edits(words, apart, standard)
    if not one.without and not two.without:
        assert len(two.edits) >= len(one.edits)


@FEW
@given(strategies.pairs(known=True), st.integers(0, 3))
def test_a_limb_that_protects_some_more_removes_no_gap_and_adds_none(pair, n):
    # no means needed against women, the law otherwise as it is: Germany's under twenty-one
    words, law, standard = pair
    standard = freed_of("travel", standard)
    limbs = [x for o in law.offences_of("trafficking") for x in o.limbs]
    limb = limbs[n % len(limbs)]
    more = evolve(
        limb, means=NOT_REQUIRED, requires={**limb.requires, "travel": Entry(words="travel")}
    )
    wider = with_limbs(law, lambda x: [x, more] if x is limb else [x])
    assert short(words, wider, standard) == short(words, law, standard)


def freed_of(element, version):
    """The version without a demand."""

    def less(x):
        return evolve(x, requires={f: e for f, e in x.requires.items() if f != element})

    lists = {
        n: evolve(x, entries={c: less(e) for c, e in x.entries.items()})
        for n, x in version.lists.items()
    }
    return evolve(with_limbs(version, lambda x: [less(x)]), lists=lists)


# -- a law of which more is known ------------------------------------------------------------------


@FEW
@given(st.data(), strategies.pairs())
def test_making_a_silence_known_either_way_contradicts_nothing_that_was_said(data, pair):
    words, law, standard = pair
    known = data.draw(strategies.told(law))
    theirs = Law(standard, words)
    before, after = (Under(Law(x, words), (theirs,)) for x in (law, known))
    asked = asked_by(theirs)
    for facet in LISTED:
        for concept in asked.words[facet]:
            was = before.marked(FACET_OF[facet], concept).action
            now = after.marked(FACET_OF[facet], concept).action
            # what was missing or met is so whatever was found; a doubt may be settled either way
            assert was not in ("missing", "met") or now == was, (concept, was, now)
    for answer in (a for a in before.inquiry.answers if a.kind.gap):
        still = [a for a in after.inquiry.answers if a.kind.gap and a.victim == answer.victim]
        at = LISTED.index(answer.facet)
        assert any(LISTED.index(a.facet) <= at for a in still), answer
    one, two = edits(words, law, standard), edits(words, known, standard)
    if not one.without and not two.without:
        assert len(two.edits) >= len(one.edits), "what was needed is needed still"


@FEW
@given(strategies.pairs())
def test_what_was_not_read_is_never_missing(pair):
    words, law, standard = pair
    silent = evolve(
        law,
        lists={
            n: x if n == "circumstances" else evolve(x, unlisted="silent", entries={}, to_read="2")
            for n, x in law.lists.items()
        },
    )
    silent = with_limbs(silent, lambda x: [evolve(x, requires={}, victims=VICTIMS)])
    assert (
        not short(words, silent, standard)
        - {(v, "purpose", NONE) for v in VICTIMS}
        - {(v, "means", NONE) for v in VICTIMS}
    )


def test_armenia_may_turn_out_to_name_transportation_or_not_and_nothing_said_was_wrong():
    words, coe = provisions.thesaurus(), provisions.get("CoE")
    armenia = provisions.get("Armenia@2011-03-01")
    under = Under(Law(armenia, words), (Law(coe, words),))
    assert under.marked("element", "child-without-means").action == "not-read"
    assert not short(words, armenia, coe)
