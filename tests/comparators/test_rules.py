"""Rules: of several statements the plainest counts, whatever order they stand in; what is stated
comes before what follows; and what follows is told in the vocabulary's order."""

import sys
from itertools import permutations
from pathlib import Path

import pytest
from told import told

import provisions
from comparators.findings import find
from comparators.law import Law
from comparators.reasons import Demanded, NoMeans
from provisions.records import Chapter, Entry, Evidence, List, Place

sys.path.insert(0, str(Path(__file__).parent))
from small import NOT_REQUIRED, a_list, demanding, law, limb, offence

WORDS = provisions.thesaurus()


def stated(at, **more):
    """A list that states the rule on consent at one place."""
    entry = Entry(words="consent is irrelevant", **more)
    return List("rule", "absent", at, {"consent-irrelevant": entry})


PLAIN = stated("1, note 2")
DOUBTFUL = stated("7", mark="arguable", reading="Is it said of trafficking, or of slavery alone?")
IN_PART = stated("8", requires={"for-gain": Evidence(words="for gain")})


def rule(version, concept="consent-irrelevant"):
    return find(Law(version, WORDS), "element", concept)


@pytest.mark.parametrize("order", [*permutations((PLAIN, DOUBTFUL, IN_PART))])
def test_of_several_statements_the_plainest_counts_in_any_order(order):
    found = rule(law(lists={f"rule-{n}": each for n, each in enumerate(order)}))
    assert (found.status, [e.at for e in found.evidence]) == ("covered", ["1, note 2"])


@pytest.mark.parametrize("order", [*permutations((DOUBTFUL, IN_PART))])
def test_a_rule_in_part_counts_before_one_that_is_open_to_argument(order):
    found = rule(law(lists={f"rule-{n}": each for n, each in enumerate(order)}))
    assert (found.status, {e.at for e in found.evidence}) == ("partial", {"8"})


def test_an_arguable_rule_brings_its_reading_and_a_scope_none():
    found = rule(law(lists={"rule": DOUBTFUL}))
    assert (found.status, found.notes) == (
        "open",
        (DOUBTFUL.entries["consent-irrelevant"].reading,),
    )


# -- no means needed against a child ---------------------------------------------------------------

CHILD = "child-without-means"


def two_limbs(child_acts, **more):
    """Adults by deception; children without, for some acts."""
    adult = limb(victims=("adult", "incapacitated"))
    child = limb("child-acts", NOT_REQUIRED, victims=("child",), at="1(2)", **more)
    lists = {"child-acts": child_acts} if child_acts else {}
    acts = a_list("act", "recruitment", "transfer", "receipt")
    return law(offence("1", adult, limb(victims=("child",)), child), acts=acts, lists=lists)


def test_the_acts_that_need_no_means_against_a_child_are_told_in_the_order_of_the_vocabulary():
    found = rule(two_limbs(a_list("act", "receipt", "recruitment", at="1(2)")), CHILD)
    assert found.status == "partial"
    assert found.reasons == (NoMeans(("recruitment", "receipt")),)
    assert told(found) == "in part: for recruitment, receipt (1(2))"


def test_it_follows_where_the_limb_on_children_has_every_act():
    every = a_list("act", "receipt", "transfer", "recruitment", at="1(2)")
    found = rule(two_limbs(every), CHILD)
    assert (found.status, found.reasons) == ("implied", (NoMeans(()),))


def test_an_act_of_which_nobody_saw_whether_it_needs_means_is_doubtful_and_never_missing():
    some = a_list("act", "recruitment", at="1(2)", unlisted="silent")
    found = rule(two_limbs(some), CHILD)
    assert (found.status, found.reasons) == ("implied", (NoMeans((), ("transfer", "receipt")),))


def test_an_arguable_limb_without_means_leaves_the_rule_open_and_says_the_other_reading():
    every = a_list("act", "recruitment", "transfer", "receipt", at="1(2)")
    reading = "Does the second part say the offence again?"
    found = rule(two_limbs(every, mark="arguable", reading=reading), CHILD)
    assert (found.status, found.notes) == ("open", (reading,))


def test_what_a_law_states_of_children_comes_before_what_follows_from_its_limbs():
    words = Entry(words="whether or not any of the means is used")
    said = List("rule", "absent", "1, note 3", {CHILD: words})
    found = rule(law(lists={"rule": said}), CHILD)
    assert (found.status, [e.at for e in found.evidence]) == ("covered", ["1, note 3"])
    assert rule(law(), CHILD).status == "silent"


# -- a rule that no text states --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("read", "status"),
    [(("full", "full"), "implied"), (("full", "part"), "silent"), ((), "silent")],
)
def test_consent_is_decided_by_the_general_part_where_that_was_read_whole(read, status):
    said = List("rule", "absent", "1", {"incapacity-without-means": Entry(words="x")})
    parts = tuple(
        Chapter(chapter="general-part", at=f"{n}0-{n}9", read=how) for n, how in enumerate(read, 1)
    )
    found = rule(law(lists={"rule": said}, chapters=parts))
    assert found.status == status


# -- further elements ------------------------------------------------------------------------------


def element(version, concept="for-gain"):
    return find(Law(version, WORDS), "element", concept)


def test_a_demand_of_every_limb_is_covered_of_some_in_part_and_of_none_not_required():
    gain = {"requires": ["for-gain"], "at": "1(2)"}
    whole = element(law(offence("1", limb(**gain))))
    assert (whole.status, whole.reasons) == ("covered", (Demanded(),))
    some = element(law(offence("1", limb(), limb(**gain))))
    assert (some.status, some.reasons) == ("partial", (Demanded((("recruitment",),)),))
    none = element(law())
    assert (none.status, [e.at for e in none.evidence]) == ("not-required", ["1"])


def test_what_a_word_of_a_list_demands_is_told_of_that_word():
    acts = a_list("act", "recruitment", transfer=demanding("for-gain"), at="5")
    found = element(law(acts=acts))
    assert (found.status, found.reasons) == ("partial", (Demanded((("transfer",),)),))
    assert [e.at for e in found.evidence] == ["5"]


def test_where_no_act_was_seen_nothing_is_said_of_what_is_demanded():
    unseen = limb("not-seen", "not-seen", "not-seen")
    found = element(law(offence("132", unseen), unread={"element": Place(at="132, not seen")}))
    assert (found.status, [e.at for e in found.evidence]) == ("silent", ["132, not seen"])
    assert element(law(offence("1", limb(), unseen))).status == "not-required"
