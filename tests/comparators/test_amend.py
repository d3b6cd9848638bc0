"""The smallest amendment: it reaches the standard, no part of it does, and it reaches nothing that
nobody asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import strategies
from attrs import evolve
from cases import reached
from drafted import NATIONAL, drafted
from hypothesis import Phase, given, note, settings
from hypothesis import strategies as st
from naive import Case, Oracle

import comparators
import provisions
from comparators.amend import smallest_amendment
from provisions.records import NOT_REQUIRED, Entry, Evidence, Limb, List, Offence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comparators.amend import Amendment, Change
    from provisions.records import Version
    from provisions.vocabulary import Thesaurus

COE = provisions.get("CoE")
WORDS = provisions.thesaurus()
SAYS_SO = "this reaches more than the standard asks"

LAWS = (
    *NATIONAL,
    "armenia@2003-08-01",
    "armenia@2006-07-16",
    "kyrgyzstan@2019-01-01",
    "tajikistan@2019-01-02",
)
FEW = ("armenia", "armenia@2003-08-01", "georgia", "ukraine", "united-kingdom", "russia")
"""Laws of different build: one change, a demand, an open list, many values, an offence of travel,
sale without aim."""


def made(law: Version, changes: Iterable[Change]) -> Version:
    """The law with some changes made, in their order."""
    for change in changes:
        law = change.applied(law)
    return law


def parts(changes: tuple[Change, ...]) -> list[tuple[Change, ...]]:
    """The changes without each one of them. More changes never reach less, so these are all the
    parts that matter."""
    return [(*changes[:i], *changes[i + 1 :]) for i in range(len(changes))]


def kinds(amendment: Amendment) -> list[tuple[str, ...]]:
    return [
        (c.kind, c.at, *(c.concepts or ((c.element,) if c.element else ())))
        for c in amendment.changes
    ]


# -- laws of the corpus under the Convention -------------------------------------------------------


@pytest.mark.parametrize("name", LAWS)
def test_after_the_amendment_a_law_of_the_corpus_reaches_the_convention(name):
    amendment = drafted(name).amendment
    assert amendment.verdict == "yes"
    assert comparators.reaches(amendment.law, COE).verdict == "yes"
    assert amendment.law == made(provisions.get(name), amendment.changes)


@pytest.mark.parametrize("name", FEW)
def test_no_change_to_a_law_of_the_corpus_can_be_left_out(name):
    law, changes = provisions.get(name), drafted(name).amendment.changes
    assert changes
    for part in parts(changes):
        assert comparators.reaches(made(law, part), COE).verdict != "yes"


@pytest.mark.parametrize("name", LAWS)
def test_nothing_is_added_to_a_limb_that_needs_neither_means_nor_purpose(name):
    law = provisions.get(name)
    for change in drafted(name).amendment.changes:
        if change.kind == "add-value":
            limb = law.offences[change.offence].limbs[change.limb or 0]
            assert not limb.means == limb.purposes == NOT_REQUIRED


@pytest.mark.parametrize("name", LAWS)
def test_a_change_says_what_to_do_and_where(name):
    for change in drafted(name).amendment.changes:
        assert change.kind in ("add-value", "drop-element", "add-limb")
        assert change.at
        assert change.at in change.text
        if change.kind == "add-value":
            assert all(repr(WORDS.label(c)) in change.text for c in change.concepts)
        if change.kind == "drop-element":
            assert repr(WORDS.label(str(change.element))) in change.text


@pytest.mark.parametrize("name", LAWS)
def test_the_amended_record_is_the_law_with_other_limbs_and_nothing_else_changed(name):
    law, amended = provisions.get(name), drafted(name).amendment.law
    assert {n: a for n, a in amended.lists.items() if n in law.lists} == dict(law.lists)
    assert evolve(amended, lists=law.lists, offences=law.offences) == law
    for old, new in zip(law.offences, amended.offences, strict=False):
        assert evolve(new, limbs=old.limbs) == old
        assert len(new.limbs) == len(old.limbs)
    for added in amended.offences[len(law.offences) :]:
        assert len(added.limbs) == 1, "a limb of its own stands beside the offence"
        assert added.tiers == ()


def test_a_law_that_reaches_the_standard_is_not_amended():
    for name in ("palermo", "coe"):
        amendment = drafted(name).amendment
        assert amendment.changes == ()
        assert amendment.law == provisions.get(name)
        assert amendment.verdict == "yes"


# -- what a drafter would expect -------------------------------------------------------------------


def test_in_kazakhstan_receipt_is_added_to_the_movement_list_and_not_five_acts_to_transactions():
    law, amended = (
        provisions.get("kazakhstan@2006-03-02"),
        drafted("kazakhstan@2006-03-02").amendment.law,
    )
    changes = drafted("kazakhstan@2006-03-02").amendment.changes
    assert {c.concepts for c in changes if c.dimension == "act"} == {("receipt",)}
    assert any(c.text == "add 'receipt' to the acts of 128(1) (128(1), 133(1))" for c in changes)
    for offence in amended.offences:
        for limb in offence.limbs:
            acts = set(amended.lists[limb.acts].entries)
            if "sale-or-purchase" in acts:
                assert amended.lists[limb.acts] == law.lists[limb.acts], (
                    "transactions need no aim: they stay as they are"
                )
            if {"recruitment", "harbouring"} <= acts:
                assert "receipt" in acts
    assert reached(law, "receipt", "deception", "forced-labour", "adult") == "undetermined"
    assert reached(amended, "receipt", "deception", "forced-labour", "adult") == "yes"


def test_in_kazakhstan_servitude_is_added_to_the_purposes_and_the_law_stays_one_without_means():
    amended = drafted("kazakhstan@2006-03-02").amendment.law
    assert reached(amended, "recruitment", "deception", "servitude", "adult") == "yes"
    assert reached(amended, "recruitment", "servitude", "adult") == "yes", (
        "128(1) needs no means for any of its purposes"
    )
    assert reached(amended, "recruitment", "servitude", "child") == "yes"


def test_in_armenia_2011_transportation_is_added_to_132_2_and_nothing_else():
    amendment = drafted("armenia").amendment
    assert kinds(amendment) == [("add-value", "132.2", "transportation")]
    assert reached(amendment.law, "transportation", "forced-labour", "child") == "yes"
    assert reached(amendment.law, "transportation", "forced-labour", "adult") == "no"


def test_the_demand_of_gain_is_dropped_in_armenia_2003_and_the_text_says_what_else_that_reaches():
    amendment = drafted("armenia@2003-08-01").amendment
    (dropped,) = (c for c in amendment.changes if c.kind == "drop-element")
    assert dropped.element == "for-gain"
    assert dropped.text.startswith("drop the demand 'for gain' in 132(1)")
    assert SAYS_SO in dropped.text
    assert "use of material or other dependence" in dropped.text, (
        "no means of the Convention for certain, and now an offence without gain"
    )
    assert "blackmail" not in dropped.text, "a form of coercion, which the Convention names"
    law = provisions.get("armenia@2003-08-01")
    for case in (
        ("recruitment", "fraud", "forced-labour", "adult"),
        ("recruitment", "blackmail", "forced-labour", "adult"),
    ):
        assert reached(law, *case) == "no"
        assert reached(made(law, [dropped]), *case) == "yes"


def test_the_demand_of_travel_is_dropped_in_the_modern_slavery_act():
    amendment = drafted("united-kingdom").amendment
    assert ("drop-element", "2(1)", "travel") in kinds(amendment)
    assert reached(amendment.law, "harbouring", "deception", "slavery", "adult") == "yes"


def test_a_child_without_means_gets_a_limb_of_its_own_in_armenia_2003():
    amendment = drafted("armenia@2003-08-01").amendment
    own = [c.added for c in amendment.changes if c.added and c.added.means == NOT_REQUIRED]
    assert [limb.victims for limb in own] == [("child",)]
    assert reached(amendment.law, "receipt", "servitude", "child") == "yes"
    assert reached(amendment.law, "receipt", "servitude", "adult") == "no"


# -- other standards -------------------------------------------------------------------------------


def test_under_the_directive_begging_is_added_by_name_where_the_law_has_it_on_a_condition_alone():
    armenia, directive = provisions.get("armenia"), provisions.get("eu")
    assert reached(armenia, "recruitment", "deception", "begging", "adult") == "undetermined"
    assert reached(directive, "recruitment", "deception", "begging", "adult") == "yes"
    amendment = smallest_amendment(armenia, directive)
    assert reached(amendment.law, "recruitment", "deception", "begging", "adult") == "yes"
    assert len(amendment.changes) < 10


def test_a_demand_of_the_standard_is_not_lost_in_the_amendment():
    # services other than prostitution count only where the offender appropriates the income, as in
    # Kazakhstan
    gain = Entry(
        words="or other services",
        requires={"for-gain": Evidence(words="to appropriate the income")},
    )
    lists = {
        "acts": List(
            role="act",
            unlisted="absent",
            at="1",
            entries={"recruitment": Entry(words="recruitment")},
        ),
        "aims": List(role="purpose", unlisted="absent", at="1", entries={"other-services": gain}),
    }
    limb = Limb("acts", NOT_REQUIRED, "aims")
    standard = strategies.version(
        "standard", lists, (Offence("1", kind="trafficking", at="1", limbs=(limb,)),)
    )
    amended = smallest_amendment(provisions.get("armenia"), standard).law
    case = ("recruitment", "other-services", "adult")
    assert reached(amended, *case, "for-gain") == reached(standard, *case, "for-gain") == "yes"
    assert reached(amended, *case) == reached(standard, *case) == "no"


def test_an_amendment_that_was_not_found_is_not_said_to_reach_the_standard(monkeypatch):
    monkeypatch.setattr("comparators.amend.MOST_CHANGES", 0)
    found = comparators.gaps(provisions.get("armenia@2006-07-16"), COE)
    assert found.amendment.verdict == "no"
    assert "reaches it" not in str(found)


@pytest.mark.parametrize("name", ["saarc", "moldova"])
def test_one_law_can_be_brought_to_another(name):
    law, american = provisions.get(name), provisions.get("us")
    amendment = smallest_amendment(law, american)
    assert amendment.changes
    case = ("harbouring", "slavery", "adult")
    assert reached(law, *case) != "yes"
    assert reached(american, *case) == "yes"
    assert reached(amendment.law, *case) == "yes"


def test_an_instrument_without_an_offence_cannot_be_amended():
    with pytest.raises(comparators.NothingToReachError):
        smallest_amendment(provisions.get("slavery-convention"), COE)


# -- any law, any standard -------------------------------------------------------------------------

STATES = st.tuples(
    strategies.thesauri(), strategies.versions("law"), strategies.versions("standard", known=True)
)
"""A vocabulary, a law of which much may be open or not known, and a standard that says what it
wants."""

# an amendment is worked out anew for each step of shrinking, which takes minutes and gains little
quickly = settings(max_examples=15, phases=(Phase.explicit, Phase.reuse, Phase.generate))


def drawn(pair: tuple[Thesaurus, Version, Version]) -> tuple[Oracle, Version, Version, Amendment]:
    words, law, standard = pair
    for record in (words, law, standard):
        note(str(provisions.unstructure(record)))
    amendment = smallest_amendment(law, standard, words)
    note("; ".join(c.text for c in amendment.changes))
    return Oracle(words, law, standard, amendment.law), law, standard, amendment


def named(oracle: Oracle, version: Version) -> set[Case]:
    return oracle.reach(version)["named"]


@quickly
@given(STATES)
def test_after_the_amendment_a_law_reaches_all_that_the_standard_names(pair):
    oracle, _, standard, amendment = drawn(pair)
    assert named(oracle, standard) <= named(oracle, amendment.law)


@quickly
@given(STATES)
def test_no_change_can_be_left_out(pair):
    oracle, law, standard, amendment = drawn(pair)
    wanted = named(oracle, standard)
    kept = [
        made(law, part) for part in parts(amendment.changes)
    ]  # held: the oracle knows a version by its identity
    for version in kept:
        assert not wanted <= named(oracle, version)


@quickly
@given(STATES)
def test_conduct_that_neither_reaches_is_newly_reached_only_by_a_change_that_says_so(pair):
    oracle, law, standard, amendment = drawn(pair)
    allowed = named(oracle, standard) | oracle.reach(law)["possible"]
    steps = [made(law, amendment.changes[:i]) for i in range(len(amendment.changes) + 1)]
    for change, before, after in zip(amendment.changes, steps, steps[1:], strict=False):
        if SAYS_SO not in change.text:
            assert named(oracle, after) <= named(oracle, before) | allowed
        if change.kind == "add-value":
            limb = before.offences[change.offence].limbs[change.limb or 0]
            assert not limb.means == limb.purposes == NOT_REQUIRED
