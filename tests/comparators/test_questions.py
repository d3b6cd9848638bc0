"""What keeps a verdict open: each question with its kind, its place and its reason; and the case that
shows a gap, as ordinary as it can be."""

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from attrs import evolve

import provisions
from comparators import reaches
from comparators.boxes import NONE
from comparators.reasons import If, Named, Opened, Overlaps, Unread
from comparators.verdicts import Told, bound
from comparators.wording.verdicts import asked
from provisions.records import Binding, Entry, Tier

sys.path.insert(0, str(Path(__file__).parent))
from small import NOT_REQUIRED, a_list, demanding, law, limb, offence

WORDS = provisions.thesaurus()
DAY = timedelta(days=1)


def standard(**lists):
    return law(name="standard", kind="treaty", **lists)


def question(ours, theirs):
    """The one question of a verdict that cannot be said."""
    verdict = reaches(ours, theirs, words=WORDS)
    assert (verdict.verdict, verdict.gaps) == ("undetermined", ())
    (only,) = verdict.open_questions
    return only


def only(facet, concept, **more):
    """The words on which a question hangs."""
    return ((facet, Told(concept, **more)),)


# -- kinds of questions ----------------------------------------------------------------------------

FRAUD = standard(means=("fraud",))


def test_a_list_not_given_in_full_is_to_be_read_at_its_place():
    silent = a_list("means", "threats", unlisted="silent", at="5")
    found = question(law(means=silent), FRAUD)
    assert (found.kind, found.at, found.because) == ("silent", "99", Unread("99", list="means"))
    assert found.words == only("means", "fraud")
    assert found.victims == ("adult", "child", "incapacitated")


def test_an_open_list_is_asked_for_by_the_words_that_open_it():
    open_ = a_list("means", "threats", unlisted="open", at="5")
    found = question(law(means=open_), FRAUD)
    assert (found.kind, found.at, found.because) == ("open", "5", Opened("means"))
    assert asked(WORDS, found) == 'fraud: "other acts"'
    elsewhere = evolve(open_, opening_at="6, note")
    assert question(law(means=elsewhere), FRAUD).at == "6, note"


def test_an_arguable_word_is_asked_for_by_its_other_reading():
    doubtful = Entry(words="by cheating", mark="arguable", reading="or of games alone?", at="5(c)")
    found = question(law(means=a_list("means", "threats", fraud=doubtful)), FRAUD)
    assert (found.kind, found.at, found.reading) == ("arguable", "5(c)", "or of games alone?")
    assert found.because == Named("fraud", "means")
    assert asked(WORDS, found) == "fraud: or of games alone?"


def test_a_word_that_was_not_seen_is_to_be_read_and_is_no_other_reading():
    found = question(
        law(means=a_list("means", "threats", fraud=Entry(mark="unseen", at="5(c)"))), FRAUD
    )
    assert (found.kind, found.at, found.because) == (
        "silent",
        "5(c)",
        Unread("5(c)", "fraud", "means"),
    )


def test_a_condition_and_an_overlap_are_arguable_each_with_its_reason():
    debt = question(law(means=("other-coercion",)), standard(means=("debt",)))
    assert (debt.kind, type(debt.because), debt.because.entry) == ("arguable", If, "other-coercion")
    assert (
        asked(WORDS, debt)
        == f"holding in debt: only if {debt.because.condition}: other forms of coercion"
    )
    power = question(law(means=("official-position",)), standard(means=("abuse-of-power",)))
    assert (power.kind, type(power.because)) == ("arguable", Overlaps)
    assert asked(WORDS, power).startswith("abuse of power: arguable: ")


@pytest.mark.parametrize("mark", ["arguable", "unseen"])
def test_a_limb_in_doubt_is_a_question_of_its_own_with_its_reading(mark):
    doubtful = limb(means=NOT_REQUIRED, victims=["child"], at="1(2)", mark=mark, reading="alone?")
    whole = limb(victims=["adult", "incapacitated"])
    theirs = standard(acts=("recruitment",))
    found = question(law(offence("1", whole, doubtful)), theirs)
    assert (found.kind, found.at, found.reading) == (mark, "1(2)", "alone?")
    assert found.victims == ("child",)


def test_a_graver_form_that_may_say_the_offence_again_is_a_question_that_says_so():
    force = Entry(words="by force", restates="means")
    grave = {"grave": a_list("aggravating", use_of_force=force, at="1(3)")}
    tiers = (Tier(at="1(3)", circumstances="grave"),)
    ours = law(offence("1", limb(reading="alone?"), tiers=tiers), lists=grave)
    found = question(ours, standard(means=("use-of-force",)))
    assert (found.kind, found.at, found.derived) == ("arguable", "1(3)", True)
    stated = limb(victims=["adult", "incapacitated"])
    doubtful = limb(means=NOT_REQUIRED, victims=["child"], at="1(2)", mark="arguable", reading="?")
    assert question(law(offence("1", stated, doubtful)), standard()).derived is False


def test_what_was_not_seen_is_asked_for_with_what_is_known_of_it():
    unseen = Entry(mark="unseen", at="5(c)", reading="as a report has it")
    found = question(law(means=a_list("means", "threats", fraud=unseen)), FRAUD)
    assert (found.kind, found.at, found.reading) == ("silent", "5(c)", "as a report has it")


def test_an_act_that_is_open_and_a_means_that_is_doubtful_are_two_questions_each_of_its_own_words():
    doubtful = Entry(words="by cheating", mark="arguable", reading="or of games alone?")
    ours = law(
        acts=a_list("act", "recruitment", unlisted="open", at="1"),
        means=a_list("means", "blackmail", fraud=doubtful, at="2"),
    )
    theirs = standard(acts=("transfer",), means=("fraud",))
    verdict = reaches(ours, theirs, words=WORDS)
    assert [(q.kind, q.at, q.words) for q in verdict.open_questions] == [
        ("open", "1", only("act", "transfer")),
        ("arguable", "2", only("means", "fraud")),
    ]
    certain = evolve(ours, lists={**ours.lists, "means": a_list("means", "fraud", at="2")})
    (alone,) = reaches(certain, theirs, words=WORDS).open_questions
    assert (alone.kind, alone.words) == ("open", only("act", "transfer"))


# -- the case that shows a gap ---------------------------------------------------------------------


def test_the_case_has_the_most_ordinary_values_and_not_the_first_by_letters_or_place():
    ours = law(
        acts=("receipt", "harbouring", "recruitment"),
        means=("abuse-of-power", "blackmail", "deception"),
        purposes=("forced-labour",),
    )
    theirs = evolve(ours, instrument=standard().instrument)
    aims = a_list("purpose", "organ-removal", "forced-labour", "criminal-activities")
    theirs = evolve(theirs, lists={**theirs.lists, "purposes": aims})
    case = reaches(ours, theirs, words=WORDS).counterexample.pattern
    assert (case.act, case.means, case.victim) == ("recruitment", "deception", "adult")
    assert case.purpose in ("organ-removal", "criminal-activities")


def test_a_case_needs_no_means_where_none_is_asked_for():
    child = limb(means=NOT_REQUIRED, victims=["child"])
    adult = limb(victims=["adult", "incapacitated"])
    theirs = law(offence("1", adult, child), name="standard", kind="treaty")
    case = reaches(law(), theirs, words=WORDS).counterexample.pattern
    assert (case.victim, case.means) == ("child", NONE)


def test_a_gap_on_a_demand_says_where_and_a_gap_without_which_list_was_read():
    gain = law(means=a_list("means", fraud=demanding("for-gain"), at="5"))
    (gap,) = reaches(gain, FRAUD, words=WORDS).gaps
    assert (gap.facet, gap.only) == ("act", (("for-gain",),))
    assert gap.at == ("5",), "it stands by the means, and is told of every act"
    both = standard(means=("fraud", "blackmail"))
    (gap,) = reaches(law(means=a_list("means", "blackmail", at="6")), both, words=WORDS).gaps
    assert (gap.facet, gap.only, gap.at) == ("means", (), ("6",))


# -- bound, and due --------------------------------------------------------------------------------

SINCE, DUE, UNTIL = date(2008, 2, 1), date(2013, 4, 6), date(2020, 1, 31)


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (SINCE - DAY, "not-party"),
        (SINCE, "not-due"),
        (DUE - DAY, "not-due"),
        (DUE, "due"),
        (UNTIL, "due"),
        (UNTIL + DAY, "not-party"),
    ],
)
def test_a_state_is_bound_from_the_first_day_to_the_last_and_due_on_the_day_itself(day, kind):
    asks = evolve(standard(), binding={"draft": Binding(since=SINCE, due=DUE, until=UNTIL)})
    found = bound(law(), asks, day)
    assert found.kind == kind
    assert (found.since, found.due) == (SINCE, DUE)


def test_of_a_law_that_has_ended_its_last_day_is_asked():
    ended = law()
    ended = evolve(ended, in_force=type(ended.in_force)(date(2000, 1, 1), SINCE))
    asks = evolve(standard(), binding={"draft": Binding(since=SINCE)})
    assert bound(ended, asks).kind == "due"
    before = evolve(ended, in_force=type(ended.in_force)(date(2000, 1, 1), SINCE - DAY))
    assert bound(before, asks).kind == "not-party"
    assert bound(law(), asks).kind == "due", "a law still in force is asked about today"
