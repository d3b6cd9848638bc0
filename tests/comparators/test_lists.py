"""The reading of a list, leaf by leaf: named, not seen, open, not there; because of what; and with
which further elements."""

import sys
from pathlib import Path

import pytest

import provisions
from comparators.boxes import NONE
from comparators.lists import Layer, Way, all_leaves, not_required, not_seen, read
from comparators.reasons import Free, If, Named, NotThere, Opened, Overlaps, Unread, Via
from provisions.records import Entry

sys.path.insert(0, str(Path(__file__).parent))
from small import a_list, demanding, law

WORDS = provisions.thesaurus()
GAIN = frozenset({"for-gain"})


def reading(role, *names, instrument="draft", unlisted="absent", **entries):
    return read(
        "list", a_list(role, *names, unlisted=unlisted, at="5", **entries), WORDS, instrument
    )


# -- what an entry bears ---------------------------------------------------------------------------


def test_a_word_names_itself_and_what_lies_under_it():
    found = reading("means", "deception")
    assert found.of("deception")[0] == Way(Layer.NAMED, Named("deception", "list"))
    assert found.of("fraud")[0] == Way(Layer.NAMED, Via("deception", "list"))
    exhausted = reading("means", "threat-of-force")
    assert "threat-of-force" not in exhausted.ways, "it is dangerous or it is not"
    assert exhausted.of("threat-of-force-dangerous")[0].layer == Layer.NAMED


def test_what_a_word_demands_it_demands_of_all_it_bears_also_on_a_condition_and_by_an_overlap():
    found = reading("means", other_coercion=demanding("for-gain"))
    assert {way.demands for ways in found.ways.values() for way in ways} == {GAIN}
    (debt, _) = found.of("debt")
    assert (debt.layer, type(debt.because), debt.demands) == (Layer.OPEN, If, GAIN)
    found = reading("act", receipt=demanding("for-gain"))
    (obtaining, _) = found.of("obtaining")
    assert (obtaining.layer, type(obtaining.because)) == (Layer.OPEN, Overlaps)
    assert obtaining.demands == GAIN


def test_a_condition_and_an_overlap_say_which_word_of_which_list_and_why():
    (debt, _) = reading("means", "other-coercion").of("debt")
    condition = WORDS.under("other-coercion", "draft")["debt"].condition
    assert condition
    assert debt == Way(Layer.OPEN, If("other-coercion", "list", condition))
    (obtaining, _) = reading("act", "receipt").of("obtaining")
    (reason,) = (o.reason for c, o in WORDS.overlapping("receipt", "draft") if c == "obtaining")
    assert obtaining == Way(Layer.OPEN, Overlaps("receipt", "list", reason, "obtaining"))


def test_a_word_reaches_in_each_instrument_what_lies_under_it_there():
    # the legal process abused is coercion in the words of the United States, elsewhere on a condition
    named = Way(Layer.NAMED, Via("other-coercion", "list"))
    absent = Way(Layer.ABSENT, NotThere("list"))
    assert reading("means", "other-coercion", instrument="us").of("abuse-of-law") == (named, absent)
    (elsewhere, _) = reading("means", "other-coercion").of("abuse-of-law")
    assert isinstance(elsewhere.because, If)
    begging = Way(Layer.NAMED, Via("forced-labour", "list"))
    assert reading("purpose", "forced-labour", instrument="eu").of("begging") == (begging, absent)


def test_what_was_not_seen_is_to_be_read_where_its_list_stands_unless_it_has_a_place_itself():
    for place, at in ((None, "5"), ("7", "7")):
        unseen = Entry(mark="unseen", at=place)
        found = reading("means", other_coercion=unseen, abduction=unseen)
        unread = Way(Layer.SILENT, Unread(at, "other-coercion", "list"))
        assert found.of("other-coercion")[0] == found.of("debt")[0] == unread
        assert found.of("abduction-by-force")[0].because == Unread(at, "abduction", "list")
        (obtaining, _) = reading("act", receipt=unseen).of("obtaining")
        assert obtaining == Way(Layer.SILENT, Unread(at, "receipt", "list"))


def test_what_a_concept_means_already_is_no_demand():
    organs = next(c.id for c in WORDS if c.sort == "purpose" and c.contains)
    (own, *_) = WORDS[organs].contains
    found = reading("purpose", **{organs.replace("-", "_"): demanding(own, "woman")})
    assert found.of(organs)[0].demands == {"woman"}


def test_an_arguable_word_is_open_and_doubtful_and_one_that_was_not_seen_demands_nothing():
    doubtful = Entry(words="x", mark="arguable", reading="or is it?")
    (way, _) = reading("means", fraud=doubtful).of("fraud")
    assert way == Way(Layer.OPEN, Named("fraud", "list"), doubtful=True)
    unseen = demanding("for-gain", mark="unseen", at="7")
    found = reading("means", other_coercion=unseen)
    ways = {way for ways in found.ways.values() for way in ways}
    assert ways == {Way(Layer.SILENT, Unread("7", "other-coercion", "list"))}
    assert "debt" in found.ways, "nor is it known whether there is a question about the debt"


def test_a_word_reaches_by_an_overlap_what_lies_under_the_other_word_in_that_instrument():
    # begging lies under forced labour in the Directive, and elsewhere on a condition
    there = reading("purpose", "slave-labour", instrument="eu")
    assert there.of("begging")[0].because.entry == "slave-labour"
    assert there.of("begging")[0].layer == Layer.OPEN
    elsewhere = reading("purpose", "slave-labour")
    assert [way.layer for way in elsewhere.of("begging")] == [Layer.ABSENT]
    assert elsewhere.of("forced-labour")[0].layer == Layer.OPEN


def test_of_two_ways_the_better_comes_first_then_the_one_that_demands_less():
    doubtful = Entry(words="x", mark="arguable", reading="or is it?")
    found = reading("means", "blackmail", threats=doubtful, other_coercion=demanding("woman"))
    ways = [(way.layer, way.because.entry) for way in found.of("blackmail")[:-1]]
    assert ways == [
        (Layer.NAMED, "blackmail"), (Layer.NAMED, "other-coercion"), (Layer.OPEN, "threats"),
    ]  # fmt: skip


def test_of_two_ways_as_good_the_narrower_word_is_told():
    for names in (("threats", "other-coercion"), ("other-coercion", "threats")):
        found = reading("means", *names)
        assert found.of("threat-of-disclosure")[0].because == Via("threats", "list")


# -- what no word bears ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unlisted", "rest"),
    [
        ("absent", Way(Layer.ABSENT, NotThere("list"))),
        ("open", Way(Layer.OPEN, Opened("list"))),
        ("silent", Way(Layer.SILENT, Unread("99", list="list"))),
    ],
)
def test_the_rest_is_not_there_open_or_to_be_read(unlisted, rest):
    found = reading("means", "fraud", unlisted=unlisted)
    assert found.of("abduction") == (rest,)
    assert found.of("fraud")[-1] == rest
    assert found.of(NONE) == (), "something is needed"


def test_a_limb_that_needs_nothing_meets_whatever_value_and_none_and_so_may_one_not_seen():
    free, unread = not_required("2"), not_seen("3")
    for value in ("fraud", NONE):
        assert free.of(value) == (Way(Layer.NAMED, Free("2")),)
        assert unread.of(value) == (Way(Layer.SILENT, Unread("3")),)
    assert (free.list, unread.list) == ("", "")


# -- for boxes -------------------------------------------------------------------------------------

EVERY = (NONE, "fraud", "deception", "abduction")


def test_something_of_a_list_was_not_read_where_its_end_or_one_of_its_words_was_not_seen():
    unseen = Entry(mark="unseen", at="7")
    assert reading("means", "fraud").list == "list"
    assert not reading("means", "fraud").unread
    assert not reading("means", "fraud", unlisted="open").unread
    assert reading("means", "fraud", unlisted="silent").unread
    assert reading("means", "fraud", blackmail=unseen).unread
    assert not_seen("3").unread
    assert not not_required("2").unread


def test_the_layers_of_a_closed_list_are_what_its_words_bear():
    found = reading("means", "fraud", blackmail=demanding("for-gain")).layers(EVERY)
    assert "fraud" in found[Layer.NAMED][frozenset()]
    assert "blackmail" in found[Layer.NAMED][GAIN]
    assert Layer.ABSENT not in found


def test_the_rest_of_an_open_list_stands_beside_its_open_words_and_never_without_any_means():
    doubtful = Entry(words="x", mark="arguable", reading="or is it?")
    found = reading("means", "fraud", blackmail=doubtful, unlisted="open").layers(EVERY)
    open_ = found[Layer.OPEN][frozenset()]
    assert open_ >= {"fraud", "deception", "abduction", "blackmail"}
    assert NONE not in open_


def test_a_reading_that_needs_nothing_has_the_case_without_any_too():
    assert not_required("2").layers(EVERY) == {Layer.NAMED: {frozenset(): frozenset(EVERY)}}
    assert not_seen("3").layers(EVERY) == {Layer.SILENT: {frozenset(): frozenset(EVERY)}}


def test_the_leaves_of_a_role_are_those_of_the_vocabulary_then_what_the_laws_use_besides():
    own = all_leaves(WORDS, "means")
    assert "exploitation" not in all_leaves(WORDS, "purpose"), "a heading is no leaf"
    stray = law(means=a_list("means", "fraud", "slavery"))
    assert all_leaves(WORDS, "means", [stray, law()]) == (*own, "slavery")
    wide = law(means=("threat-of-force",), purposes=("exploitation", "slavery"))
    assert all_leaves(WORDS, "means", [wide]) == own, "it is dangerous or it is not"
    assert all_leaves(WORDS, "purpose", [wide]) == all_leaves(WORDS, "purpose")
    assert all_leaves(WORDS, "act", [stray]) == all_leaves(WORDS, "act")
