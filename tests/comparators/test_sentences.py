"""Sentences, word by word, from values made for them: what a reader reads is held where no record is asked."""

import sys
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

import provisions
from comparators import apply, changes, reaches
from comparators.modes.own_offence import NAMES
from comparators.own_offence import Exempt, Exemption, General
from comparators.reach import Answer, Kind
from comparators.steps import Beyond, Step
from comparators.verdicts import Among, Bound, Gap, Question, Told
from comparators.wording import brief
from comparators.wording import changes as amended
from comparators.wording.facts import Sentences
from comparators.wording.own_offence import exemption, mark
from comparators.wording.verdicts import headline, lacking, obliged
from comparators.wording.worklist import steps
from provisions.records import Penalty

sys.path.insert(0, str(Path(__file__).parent))
from small import NOT_REQUIRED, a_list, demanding, law, limb, offence

WORDS = provisions.thesaurus()
CHILD, EVERY = ("child",), ("adult", "child", "incapacitated")

# -- a victim's own offence ------------------------------------------------------------------------

FREED = {"effects": ("no-criminal-liability",), "discretion": ("mandatory",)}
MAY = {"effects": ("no-penalty", "no-prosecution"), "discretion": ("discretionary",)}


@pytest.mark.parametrize(
    ("answer", "more", "says"),
    [
        (Exempt.YES, FREED, "EXEMPT - is not criminally liable (26)"),
        (Exempt.MAY, MAY, "MAY BE EXEMPT - may be left unpunished if the court so decides or prosecution may be stayed (26)"),
        (Exempt.MAY, {"effects": ("no-penalty",)}, "MAY BE EXEMPT - may be left unpunished if the court so decides; whether the authority must or may is not shown (26)"),
        (
            Exempt.IF, FREED | {"wanted": ("compelled",), "label": "special clause"},
            f"EXEMPT IF: {WORDS.label('compelled')} - is not criminally liable (26) [special clause]",
        ),
        (
            Exempt.IF,
            FREED | {"kinds": ("minor-offences", "medium-offences"), "wanted": ("compelled",),
                     "doubtful": (("in-course-of-trafficking", "only while it lasts"),),
                     "unless": (("listed-offences", "Schedule 4"),), "whole": False},
            (f"EXEMPT IF: it is one of {WORDS.label('minor-offences')} or {WORDS.label('medium-offences')}; "
            f"{WORDS.label('compelled')}; {WORDS.label('in-course-of-trafficking')} (only while it lasts); "
            f"not one of the {WORDS.label('listed-offences')} (Schedule 4); "
            "the clause, which was not seen whole, asks no more (read 26) - is not criminally liable (26)"),
        ),
        (Exempt.NO, {"extent": ("minor-offences",)}, f"NOT EXEMPT: the clause, read in full, extends to {WORDS.label('minor-offences')} only (26)"),
        (Exempt.NO, {"excluded": (("listed-offences", "Schedule 4"),)}, f"NOT EXEMPT: excluded by {WORDS.label('listed-offences')} (Schedule 4)"),
        (Exempt.NOT_KNOWN, {"clause": None}, "NOT KNOWN: no clause on victims was seen; read 26"),
        (Exempt.NOT_KNOWN, FREED, "NOT KNOWN: its extent was not seen; read 26"),
        (
            Exempt.NOT_KNOWN, {"extent": ("minor-offences",), "label": "special clause"},
            (f"NOT KNOWN: the clause is known to extend to {WORDS.label('minor-offences')}; "
            "what follows from it was not seen; read 26 [special clause]"),
        ),
        (
            Exempt.STATE_MUST_PROVIDE,
            MAY | {"extent": ("unlawful-activities",), "wanted": ("compelled",), "excluded": (("listed-offences", "4"),), "strength": "shall"},
            (f"the State must provide for the possibility of {WORDS.label('no-penalty')} or {WORDS.label('no-prosecution')} "
            f"for {WORDS.label('unlawful-activities')}, to the extent that: {WORDS.label('compelled')}, "
            f"but not for {WORDS.label('listed-offences')} (26)"),
        ),
        (
            Exempt.STATE_MUST_PROVIDE, {"strength": "may", "discretion": ("mandatory",)},
            "the State may provide for an effect not shown for offences not shown (26)",
        ),
        (Exempt.NOT_KNOWN, FREED | {"extent": ("minor-offences", "document-offences")}, "NOT KNOWN: the clause is known to extend to offences of minor gravity, document offences; read 26"),
        (Exempt.NO, {"extent": ("minor-offences", "document-offences")}, "NOT EXEMPT: the clause, read in full, extends to offences of minor gravity, document offences only (26)"),
        (Exempt.NO, {"excluded": (("listed-offences", "4"), ("grave-offences", "5"))}, "NOT EXEMPT: excluded by listed serious offences (4), grave offences (5)"),
        (
            Exempt.STATE_MUST_PROVIDE,
            {"discretion": ("mandatory",), "effects": ("no-penalty",), "extent": ("minor-offences", "document-offences"),
             "wanted": ("compelled", "overborne"), "excluded": (("listed-offences", "4"), ("grave-offences", "5"))},
            ("the State must provide for no penalty for offences of minor gravity, document offences, to the extent that: "
            "compelled, could not control his or her actions, but not for listed serious offences, grave offences (26)"),
        ),
        (
            Exempt.GENERAL_PART,
            {"general": (General("duress", "36", read=True), General("necessity", "37", read=True))},
            "NO SPECIAL CLAUSE in what was read (26); the general part decides: duress, 36; necessity, 37",
        ),
        (
            Exempt.GENERAL_PART,
            {"general": (General("duress", "36", read=False), General("necessity", "37", read=False))},
            "NO SPECIAL CLAUSE in what was read (26); the general part decides; read duress, 36; necessity, 37",
        ),
        (Exempt.NOT_ASKED, {}, "nothing obliges the State to provide for it (26)"),
        (Exempt.GENERAL_PART, {}, "NO SPECIAL CLAUSE in what was read (26); the general part decides; read it"),
        (
            Exempt.GENERAL_PART,
            {"general": (General("duress", "36", read=True), General("discontinuance", "28", read=False))},
            "NO SPECIAL CLAUSE in what was read (26); the general part decides: duress, 36; read discontinuance, 28",
        ),
    ],
)  # fmt: skip
def test_on_a_victims_own_offence(answer, more, says):
    assert exemption(Exemption(answer, "26", **({"clause": 0} | more)), WORDS) == says


def test_an_answer_has_a_name_and_a_mark_of_its_own():
    assert len(set(NAMES.values())) == len(Exempt)
    marks = {answer: mark(Exemption(answer, "26")) for answer in Exempt}
    assert marks[Exempt.YES] == "named"
    assert marks[Exempt.NO] == "no"
    assert marks[Exempt.NOT_KNOWN] == "not-known"
    assert {marks[answer] for answer in (Exempt.IF, Exempt.MAY, Exempt.MAY_IF)} == {"open"}


# -- by which right a standard asks ----------------------------------------------------------------

SINCE, DUE = date(2008, 2, 1), date(2013, 4, 6)


@pytest.mark.parametrize(
    ("bound", "says"),
    [
        (Bound("due", SINCE), "Standard obliges Kazakhstan (bound since 1 February 2008)"),
        (Bound("due"), "Standard obliges Kazakhstan"),
        (Bound("not-due", SINCE, DUE), "Standard asks; due on 6 April 2013"),
        (Bound("not-party"), "Standard asks; Kazakhstan is not a party"),
        (
            Bound("not-party", SINCE),
            "Standard asks; Kazakhstan is not a party to it then (bound since 1 February 2008)",
        ),
        (Bound("unknown"), "Standard asks; whether Kazakhstan is bound is not recorded"),
        (Bound("none"), "Standard has"),
    ],
)
def test_only_who_is_bound_and_due_is_obliged(bound, says):
    assert obliged("Kazakhstan", law(name="standard"), bound) == says
    short = evolve(law(), instrument=evolve(law().instrument, name="CoE"))
    assert obliged("Kazakhstan", short, Bound("none")) == "CoE has"


# -- gaps in few words -----------------------------------------------------------------------------


def gap(*words, facet="means", victims=EVERY, only=(), kind=Kind.NOT, **more):
    return Gap(victims, facet, tuple(Told(w) for w in words), kind, only, **more)


SALE = Among((Told("transfer"), Told("receipt")))


@pytest.mark.parametrize(
    ("gaps", "says"),
    [
        ([gap("fraud")], "lacks fraud"),
        ([gap("fraud"), gap("blackmail")], f"lacks fraud, {WORDS.label('blackmail')}"),
        ([gap("slavery", facet="purpose", victims=CHILD)], "of a child: lacks slavery"),
        ([gap("slavery", facet="purpose", victims=("adult",))], "of adults: lacks slavery"),
        ([gap("slavery", facet="purpose", victims=("adult", "child"))], "of some victims: lacks slavery"),
        ([gap("fraud", victims=("adult",))], "lacks fraud"),  # means are asked of adults alone
        ([gap("", victims=CHILD)], "the rule that no means is needed"),
        ([gap("fraud", acts=SALE)], "for transfer, receipt lacks fraud"),
        ([gap("fraud", acts=SALE._replace(but=True))], "in some cases lacks fraud"),
        ([gap("fraud", means=SALE)], "in some cases lacks fraud"),
        ([gap("fraud", kind=Kind.ONLY, only=(("for-gain",),))], f"only where {WORDS.label('for-gain')}: fraud"),
        ([gap("recruitment", facet="act", everything=True)], "lacks every act"),
    ],
)  # fmt: skip
def test_what_falls_through_in_a_line(gaps, says):
    told = brief.lacks(WORDS, gaps)
    assert told == says or (says.startswith("the rule") and told.endswith(says))


def test_a_demand_stands_first_then_what_is_lacking_then_what_is_only_so():
    found = brief.lacks(
        WORDS,
        [
            gap("fraud", kind=Kind.ONLY, only=(("for-gain",),)),
            gap("slavery", facet="purpose"),
            gap("recruitment", facet="act", everything=True, only=(("cross-border",),), kind=Kind.ONLY),
        ],
    )  # fmt: skip
    demand, lacks, only = found.split("; ")
    assert demand.startswith("demands ")
    assert lacks == "lacks slavery"
    assert only.startswith("only where ")


def test_what_is_lacking_whatever_is_done_stands_before_what_is_lacking_for_some_acts():
    every, some = gap("recruitment", facet="act", everything=True), gap("fraud", acts=SALE)
    found = brief.lacks(
        WORDS, [some, every, gap("deception", facet="purpose", acts=SALE), gap("blackmail")]
    )
    assert found == "lacks every act; lacks blackmail; for transfer, receipt lacks fraud, deception"
    three = Among((*SALE.words, Told("harbouring")))
    assert brief.lacks(WORDS, [gap("fraud", acts=three)]) == "in some cases lacks fraud"
    only = gap("fraud", kind=Kind.ONLY, only=(("for-gain",),))
    assert brief.lacks(WORDS, [only, gap("deception", acts=SALE), gap("blackmail")]) == (
        "lacks blackmail; for transfer, receipt lacks deception; only where for gain: fraud"
    )


def test_of_many_words_five_are_told_and_the_others_counted():
    five = ["fraud", "deception", "blackmail", "abduction", "threats"]
    assert (
        brief.lacks(WORDS, [gap(*five)]) == "lacks fraud, deception, blackmail, abduction, threats"
    )
    said = brief.lacks(WORDS, [gap(*five, "intimidation")])
    assert said == "lacks fraud, deception, blackmail, abduction, threats and 1 more"
    assert brief.few("abab") == "a, b"


def test_a_reason_is_what_is_lacking_or_else_what_is_to_be_read_or_nothing():
    standard = law(name="standard", kind="treaty", means=("fraud", "blackmail"))
    assert brief.reason(reaches(law(means=("fraud",)), standard, words=WORDS)) == "lacks blackmail"
    unread = law(means=a_list("means", "fraud", unlisted="silent"))
    assert brief.reason(reaches(unread, standard, words=WORDS)) == "read 99 (blackmail)"
    thin = evolve(standard, lists={**standard.lists, "means": unread.lists["means"]})
    assert brief.reason(reaches(law(means=("fraud",)), thin, words=WORDS)) == (
        "Standard is itself known only in part: means (99)"
    )
    assert brief.reason(reaches(standard, standard, words=WORDS)) == ""


def test_a_gap_says_the_demand_and_a_child_and_nobody_else():
    assert lacking(WORDS, gap("fraud")) == "fraud"
    assert (
        lacking(WORDS, gap("slavery", facet="purpose", victims=CHILD))
        == "slavery (against a child)"
    )
    demanded = gap("fraud", kind=Kind.ONLY, only=(("for-gain",),))
    assert lacking(WORDS, demanded) == f"fraud (only where: {WORDS.label('for-gain')})"
    everything = gap("recruitment", facet="act", everything=True)
    assert lacking(WORDS, everything) == "whatever is done"


# -- what an amendment did -------------------------------------------------------------------------


def told(earlier, later):
    found = changes(earlier, later)
    return [(kind, text) for kind, text in amended.lines(found) if kind != "note"]


def of(since, *, penalty=None, requires=(), **lists):
    version = law(offence("1", limb(requires=requires), penalty=penalty), **lists)
    return evolve(version, in_force=type(version.in_force)(date(since, 1, 1)))


def test_a_word_added_and_one_removed_with_the_case_that_shows_it():
    before = of(2000, means=a_list("means", "fraud", at="1"), purposes=("slavery",))
    after = of(2001, means=a_list("means", "fraud", "blackmail", at="2"), purposes=("slavery",))
    assert told(before, after)[0] == ("added", "blackmail (means): 2")
    (reach,) = (text for kind, text in told(before, after) if kind == "reach")
    assert reach.startswith("grew (reached now: ")
    later = evolve(before, in_force=of(2002).in_force)
    assert told(after, later)[0] == ("removed", "blackmail (means): before, 2")
    (reach,) = (text for kind, text in told(after, later) if kind == "reach")
    assert reach.startswith("shrank (reached no longer: ")


def test_a_demand_that_came_and_one_that_went():
    free, bound = of(2000), of(2001, requires=["for-gain"])
    label = WORDS.label("for-gain")
    (demanded, *_) = (text for kind, text in told(free, bound) if kind == "demanded")
    assert demanded.startswith(f"{label} (element): ")
    (dropped, *_) = (text for kind, text in told(bound, of(2002)) if kind == "no longer demanded")
    assert dropped.startswith(f"{label} (element): before, ")


def test_a_new_price_is_told_before_and_after_with_what_is_confiscated():
    old = Penalty(min_years=3, max_years=5, at="1(2)", words="x", confiscation="not-stated")
    new = Penalty(min_years=4, max_years=7, at="1(2)", words="x", confiscation="mandatory")
    (price,) = (
        t for k, t in told(of(2000, penalty=old), of(2001, penalty=new)) if k == "re-priced"
    )
    assert price == "penalty of 1: 3-5 years -> 4-7 years, confiscation mandatory"


def test_nothing_changed_is_told_of_reach_alone():
    assert told(of(2000), of(2001)) == [("reach", "did not change")]


# -- the answer ------------------------------------------------------------------------------------


def test_the_sentence_of_each_verdict():
    standard = law(name="standard", kind="treaty", means=("fraud", "blackmail"))
    doubtful = a_list("means", "fraud", unlisted="silent")
    said = [
        headline(reaches(law(means=means), standard, words=WORDS))
        for means in (("fraud", "blackmail"), ("fraud",), doubtful)
    ]
    assert "Draft reaches all that Standard requires" in said[0]
    assert "does not reach all that Standard requires" in said[1]
    assert said[2].endswith(
        "whether Draft reaches all that Standard requires cannot be said from the sources."
    )
    gain = law(means=a_list("means", "blackmail", fraud=demanding("for-gain")))
    assert "does not reach all" in headline(reaches(gain, standard, words=WORDS))


# -- what is to be read, what is open --------------------------------------------------------------


def question(kind, at, *words, victims=EVERY):
    return Question(kind, at, None, tuple(("means", Told(w)) for w in words), victims)


@pytest.mark.parametrize(
    ("questions", "says"),
    [
        ([], ""),
        ([question("silent", "5", "fraud")], "read 5 (fraud)"),
        ([question("unseen", "5", "fraud", victims=CHILD)], "read 5 (a child: fraud)"),
        ([question("open", "5", "fraud"), question("arguable", "6")], "open at 5 (fraud); 6"),
        (
            [question("open", "5", "fraud"), question("silent", "7", "fraud"), question("silent", "7", "blackmail")],
            "read 7 (fraud, blackmail); open at 5 (fraud)",
        ),
    ],
)  # fmt: skip
def test_what_is_to_be_read_stands_before_what_is_open_each_place_once(questions, says):
    assert brief.decides(WORDS, questions) == says


def test_of_many_places_three_are_told_and_of_the_words_of_each_three():
    words = ("fraud", "blackmail", "abduction", "deception")
    assert brief.decides(WORDS, [question("silent", "5", *words)]) == (
        "read 5 (fraud, blackmail, abduction and 1 more)"
    )
    places = [question("silent", str(n)) for n in range(5, 9)]
    assert brief.decides(WORDS, places) == "read 5; 6; 7 and 1 more"
    free = Question("open", "5", None, (("means", Told("")),), EVERY)
    assert brief.decides(WORDS, [free]) == "open at 5 (no means needed)"


def answer(leaf, kind, *acts, only=()):
    contexts = frozenset((act,) for act in acts) or None
    return Answer("adult", "means", leaf, kind, only, contexts)


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ([], ""),
        ([answer("fraud", Kind.NOT)], "no for fraud"),
        ([answer("fraud", Kind.NOT, "transfer", "receipt")], "no for receipt, transfer"),
        ([answer("fraud", Kind.OPEN), answer("blackmail", Kind.SILENT)], "open for fraud"),
        ([answer("fraud", Kind.SILENT)], "not known for fraud"),
        ([answer("", Kind.NOT)], "no"),
        ([answer("fraud", Kind.NOT, "transfer", "receipt", "harbouring", "recruitment")], "no for harbouring, receipt, recruitment and 1 more"),
        ([answer("fraud", Kind.ONLY, only=(("for-gain",),))], f"only where {WORDS.label('for-gain')}"),
    ],
)  # fmt: skip
def test_what_keeps_a_row_from_being_met(answers, says):
    assert brief.falls_short(WORDS, answers) == says


# -- steps -----------------------------------------------------------------------------------------


def test_what_several_steps_reach_beyond_is_said_of_these_once_and_of_one_of_this():
    beyond = (Beyond("means", "abuse-of-trust", ("adult",)), Beyond("act", "exploiting", EVERY))
    step = Step("missing", "means", "1", (), add=(("fraud", ("deception",)),), beyond=beyond)
    several = list(steps(WORDS, [step, step], ()))
    assert "These steps reach more than the standard asks: " in several[0]
    assert several[1] == "add 'deception / fraud' to the means"
    (alone,) = steps(WORDS, [step], ())
    first, last = alone.splitlines()
    assert first == several[1]
    assert last.startswith("This reaches more than the standard asks: ")
    assert f"against an adult: by {WORDS.label('abuse-of-trust')}" in last


# -- related offences ------------------------------------------------------------------------------


def test_a_related_offence_that_reaches_the_facts_has_its_title():
    slavery = offence("4", limb(means=NOT_REQUIRED), kind="related", title="Slavery")
    version = law(offence("1"), slavery, acts=("recruitment",))
    found = Sentences(apply(version, "recruitment,forced-labour,adult", words=WORDS))
    (line,) = found.related()
    assert line.startswith("REACHED")
    assert line.endswith(" (Slavery)")
    unread = offence(
        "5", limb("not-seen", "not-seen", "not-seen"), kind="related", title="Kidnapping"
    )
    version = law(offence("1"), unread)
    lines = list(
        Sentences(apply(version, "recruitment,forced-labour,adult", words=WORDS)).related()
    )
    assert all("(Kidnapping)" in line for line in lines)
