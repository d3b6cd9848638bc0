"""What is asked of a law: the cases that a standard names for certain, each once, and the words in which
answers are told."""

import sys
from itertools import pairwise
from pathlib import Path

import pytest

import provisions
from comparators.boxes import NONE
from comparators.cases import asked_by, ordinary
from comparators.law import Law
from provisions.records import VICTIMS, Entry

sys.path.insert(0, str(Path(__file__).parent))
from small import NOT_REQUIRED, a_list, demanding, law, limb, offence

WORDS = provisions.thesaurus()
PLAIN = limb()
CHILD = limb(means=NOT_REQUIRED, victims=["child"], at="1(2)")


def asked(*standards):
    return asked_by(*(Law(one, WORDS) for one in standards))


def test_a_limb_is_a_box_with_its_place_and_its_standard():
    (box,) = asked(law(name="standard")).boxes
    assert (box.at, box.standard, box.victims) == ("1", "standard@2012-01-01", VICTIMS)
    assert box.present == frozenset()
    assert {d: set(some) for d, some in box.values.items()} == {
        "act": {"recruitment"},
        "means": {"deception", "fraud", "abduction-by-deception"},
        "purpose": {"forced-labour"},
    }


@pytest.mark.parametrize("mark", ["arguable", "unseen"])
def test_a_limb_in_doubt_asks_for_nothing(mark):
    doubtful = limb(means=NOT_REQUIRED, victims=["child"], mark=mark, at="1(2)")
    assert [box.at for box in asked(law(offence("1", PLAIN, doubtful))).boxes] == ["1"]


def test_what_entries_demand_makes_a_box_of_its_own_with_all_that_is_demanded():
    some = law(
        offence("1", limb(requires=["cross-border"])),
        acts=a_list("act", "recruitment", transfer=demanding("for-gain")),
        means=("blackmail",),
    )
    boxes = {frozenset(b.values["act"]): set(b.present) for b in asked(some).boxes}
    assert boxes[frozenset({"recruitment"})] == {"cross-border"}
    (of_transfer,) = [present for acts, present in boxes.items() if "recruitment" not in acts]
    assert of_transfer == {"cross-border", "for-gain"}


def test_where_no_means_is_needed_any_of_the_standards_own_will_do_and_none():
    everything = asked(law(offence("1", PLAIN, CHILD)))
    (adult, child) = everything.boxes
    assert child.values["means"] == adult.values["means"] | {NONE}
    assert everything.leaves("means")[-1] == NONE
    assert NONE not in everything.leaves("act")
    assert [b.at for b in everything.against("adult")] == ["1"]
    assert [b.at for b in everything.against("child")] == ["1", "1(2)"]


def test_only_words_named_for_certain_are_asked_in_the_order_of_the_record():
    doubtful = Entry(words="x", mark="arguable", reading="or is it?")
    means = a_list(
        "means", "threats", "fraud", blackmail=doubtful, abduction=Entry(mark="unseen", at="9")
    )
    found = asked(law(means=means))
    assert set(found.words["means"]) == {"threats", "fraud"}
    assert "blackmail" in found.words["means"]["threats"], "for it lies under the threats"
    assert "abduction-by-force" not in found.leaves("means")


def test_a_heading_is_no_word_of_its_own():
    found = asked(law(purposes=("exploitation", "slavery")))
    assert list(found.words["purpose"]) == ["slavery"]


def test_two_standards_are_asked_together():
    found = asked(law(name="one"), law(name="two", means=("fraud",), acts=("transfer",)))
    assert [box.standard for box in found.boxes] == ["one@2012-01-01", "two@2012-01-01"]
    assert set(found.words["act"]) == {"recruitment", "transfer"}


def test_the_other_leaf_of_a_word_beside_words_under_it_is_residual_and_alone_it_is_none():
    assert asked(law(means=("other-coercion", "blackmail"))).residual == {
        ("means", "other-coercion")
    }
    assert asked(law(means=("other-coercion",))).residual == frozenset()
    assert asked(law(means=("deception", "fraud"))).residual == frozenset(), "no other deception"
    debt = asked(law(means=("other-coercion", "debt")))
    assert debt.residual == frozenset(), "a debt lies under coercion on a condition alone"


def test_the_ordinary_values_come_first_none_before_the_others_and_then_the_vocabulary():
    acts = ("transfer", "harbouring", "recruitment")
    assert min(acts, key=lambda x: ordinary(WORDS, x)) == "recruitment"
    means = ("payments-or-benefits", "threat-of-force", NONE, "deception")
    ranked = sorted(means, key=lambda x: ordinary(WORDS, x))
    assert ranked[:2] == ["deception", NONE]
    order = [WORDS.order[x] for x in ranked[2:]]
    assert all(a < b for a, b in pairwise(order))
