"""The verdict and what comes with it, in the laws themselves and in small ones."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
import strategies
from attrs import evolve
from cases import law
from hypothesis import given, settings
from naive import Oracle

import provisions
from comparators import NothingToReachError, reaches
from comparators.boxes import NONE
from comparators.law import Law, space_for
from comparators.reach import Kind
from comparators.verdicts import RESIDUAL, Told, bound, decide, judged, told
from comparators.wording.cases import describe
from comparators.wording.verdicts import headline, lines, named, tell
from provisions.records import NOT_REQUIRED, Binding, Entry, Evidence, Limb, List, Offence

sys.path.insert(0, str(Path(__file__).parent))
from small import law as small_law

FEW = settings(max_examples=10)
WORDS = provisions.thesaurus()
KAZAKHSTAN_2003 = "kazakhstan@2003-07-09"
KAZAKHSTAN_2012 = "kazakhstan@2006-03-02"
ARMENIA_2003 = "armenia@2003-08-01"
ARMENIA_2011 = "armenia@2011-03-01"


def gaps_of(the_law: str, standard: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """The gaps of a law, by facet and word, with the victims each concerns."""
    found = reaches(law(the_law), law(standard))
    return {(g.facet, t.concept): g.victims for g in found.gaps for t in g.words}


def small(*limbs: Limb, **lists: List):
    """A law of one article."""
    offence = Offence(id="1", provision="offence", kind="trafficking", at="1", limbs=limbs)
    return strategies.version("small", dict(lists), (offence,))


def listed(role: str, *concepts: str) -> List:
    return List(role=role, unlisted="absent", at="1", entries={c: Entry(words=c) for c in concepts})


# -- against a plain reading ------------------------------------------------------------------------


@FEW
@given(strategies.pairs())
def test_the_verdict_is_that_of_a_plain_reading(pair):
    words, ours, theirs = pair
    oracle = Oracle(words, ours, theirs)
    assert reaches(ours, theirs, words=words).verdict == oracle.verdict(ours, theirs)


@FEW
@given(strategies.pairs())
def test_the_verdict_on_boxes_is_that_of_the_answers(pair):
    words, ours, theirs = pair
    one, other = Law(ours, words), Law(theirs, words)
    space = space_for((one, other))
    boxes = decide(
        space, one.named(space), one.possible(space), other.named(space), other.required(space)
    )
    assert reaches(ours, theirs, words=words).verdict == boxes


@FEW
@given(strategies.pairs())
def test_a_plain_reading_agrees_that_each_counterexample_is_a_real_one(pair):
    words, ours, theirs = pair
    case = reaches(ours, theirs, words=words).counterexample
    if case is None:
        return
    oracle = Oracle(words, ours, theirs)
    p = case.pattern
    from naive import Case

    it = Case(p.act, p.means, p.purpose, p.victim, frozenset(p.further))
    assert "named" in oracle.layers(theirs, it)
    assert "possible" not in oracle.layers(ours, it)


@FEW
@given(strategies.pairs())
def test_what_keeps_an_answer_open_is_said_with_the_place_to_read(pair):
    words, ours, theirs = pair
    verdict = reaches(ours, theirs, words=words)
    if verdict.verdict == "undetermined":
        assert verdict.open_questions or verdict.notes
    assert all(q.at for q in verdict.open_questions)
    assert all(q.words for q in verdict.open_questions)


# -- what a verdict says ------------------------------------------------------------------------------


def test_palermo_and_the_convention_reach_each_other_with_a_proviso_on_scope():
    for one, other in (("palermo", "coe"), ("coe", "palermo")):
        verdict = reaches(law(one), law(other))
        assert verdict.verdict == "yes"
        assert (verdict.gaps, verdict.demands, verdict.open_questions) == ((), (), ())
        assert verdict.counterexample is None
        (scope,) = [p for p in verdict.provisos if p.kind == "scope"]
        assert (scope.name, scope.at) == ("Palermo", "4")
        assert "transnational in nature" in scope.evidence.words
    assert not reaches(law("coe"), law("coe")).provisos


def test_in_armenia_the_open_question_is_the_transportation_of_a_child():
    verdict = reaches(ARMENIA_2011, "CoE")
    assert verdict.verdict == "undetermined"
    assert not verdict.gaps
    (question,) = verdict.open_questions
    assert question.words == (("means", Told(NONE)),)
    assert question.within == (("act", Told("transportation")),)
    assert question.victims == ("child",)
    assert "132.2" in question.at


def test_a_demand_before_every_value_is_told_once_with_its_place():
    verdict = reaches(law(ARMENIA_2003), law("coe"))
    gain = [g for g in (*verdict.demands, *verdict.gaps) if ("for-gain",) in g.only]
    assert gain
    assert all(g.at for g in gain)
    # the exploitation of prostitution is for gain, and needs no word for it
    assert ("purpose", "prostitution-of-others") not in gaps_of(ARMENIA_2003, "coe")


def test_a_law_that_wants_gain_or_travel_says_that_it_wants_either():
    # each limb wants something else: neither demand alone makes the difference, and yet one of them
    # must be met
    lists = {"acts": listed("act", "recruitment", "receipt"), "aims": listed("purpose", "slavery")}
    wants = [
        Limb("acts", NOT_REQUIRED, "aims", requires={f: Evidence(words=f)})
        for f in ("for-gain", "travel")
    ]
    either, neither = small(*wants, **lists), small(Limb("acts", NOT_REQUIRED, "aims"), **lists)
    verdict = reaches(either, neither)
    assert verdict.verdict == "no"
    (demand,) = verdict.demands
    assert demand.only == (("for-gain",), ("travel",))
    assert any("for gain or travel of the victim, whatever is done" in x for x in lines(verdict))
    assert reaches(neither, either).verdict == "yes"


def test_a_loss_that_needs_two_facets_is_told_of_the_first_that_makes_it_worse():
    # each act, each means and each victim is reached; the transportation of a child without means
    # is not
    lists = {
        "acts": listed("act", "recruitment", "transportation"), "aims": listed("purpose", "slavery"),
        "means": listed("means", "deception"), "for-children": listed("act", "recruitment"),
    }  # fmt: skip
    by_means = Limb("acts", "means", "aims")
    child = {"purposes": "aims", "means": NOT_REQUIRED, "victims": ("child",)}
    verdict = reaches(
        small(by_means, Limb("for-children", **child), **lists),
        small(by_means, Limb("acts", **child), **lists),
    )
    (gap,) = verdict.gaps
    assert (gap.victims, gap.facet, gap.kind) == (("child",), "means", Kind.NOT)
    assert gap.words == (Told(NONE),)
    assert gap.acts.words == (Told("transportation"),)
    told_ = "a child - means: no means needed: not reached for transportation"
    assert any(told_ in line for line in lines(verdict))
    assert "no means needed: not reached" in str(verdict)
    case = verdict.counterexample
    assert describe(WORDS, case.pattern).startswith("a child is transported without any means")


def test_a_note_that_was_not_seen_leaves_open_what_only_overlaps_with_what_it_may_name():
    # if the note names slave labour, forced labour is arguable: it cannot be said to lie outside
    unseen = List(
        role="purpose",
        unlisted="absent",
        at="note 1",
        entries={"slave-labour": Entry(mark="unseen", at="note 2")},
    )
    acts = listed("act", "recruitment")
    limb = Limb("acts", NOT_REQUIRED, "aims")
    standard = small(limb, acts=acts, aims=listed("purpose", "forced-labour"))
    assert reaches(small(limb, acts=acts, aims=unseen), standard).verdict == "undetermined"
    arguable = evolve(unseen, entries={"slave-labour": Entry(words="slave labour")})
    assert reaches(small(limb, acts=acts, aims=arguable), standard).verdict == "undetermined"
    absent = evolve(unseen, entries={"organ-removal": Entry(words="organs")})
    assert reaches(small(limb, acts=acts, aims=absent), standard).verdict == "no"


def test_the_other_forms_of_a_residual_word_are_open_at_worst_and_said_as_one_question():
    coe = law("coe")
    means = coe.lists["means"]
    under = Law(coe, WORDS).leaves("other-coercion") - {"other-coercion"}
    named_ = {c: e for c, e in means.entries.items() if c != "other-coercion"}
    named_ |= {c: Entry(words=c) for c in under}
    less = evolve(coe, lists={**coe.lists, "means": evolve(means, entries=named_)})
    verdict = reaches(less, coe)
    assert verdict.verdict == "undetermined"
    assert not verdict.gaps
    (question,) = verdict.open_questions
    assert {t.concept for _, t in question.words} == {"other-coercion"}
    assert (question.kind, question.because, question.at) == ("open", RESIDUAL, "4(a)")


def test_what_brings_a_case_before_a_court_is_a_proviso_and_no_part_of_reach():
    lists = {"acts": listed("act", "recruitment"), "aims": listed("purpose", "slavery")}
    commerce = {"interstate-commerce": Evidence(words="in or affecting commerce", at="1590")}
    law_, standard = (
        small(Limb("acts", NOT_REQUIRED, "aims", requires=r), **lists) for r in (commerce, {})
    )
    verdict = reaches(law_, standard)
    assert verdict.verdict == "yes"
    (proviso,) = [p for p in verdict.provisos if p.kind == "jurisdiction"]
    assert (proviso.status, proviso.at) == ("interstate-commerce", "1590")


def test_a_thin_record_of_the_standard_is_said_as_such():
    verdict = reaches(law("coe"), law("unodc-model-law"))
    assert verdict.verdict == "undetermined"
    assert any("known only in part" in line for line in lines(verdict))
    assert not reaches(law("coe"), law("palermo")).notes


def test_a_law_that_needs_no_means_goes_beyond_in_that():
    verdict = reaches(law(KAZAKHSTAN_2012), law("coe"))
    beyond = {(g.facet, t.concept): g.victims for g in verdict.beyond for t in g.words}
    assert beyond["means", NONE] == ("adult", "incapacitated")
    assert ("act", "exploiting") in beyond


# -- in words -----------------------------------------------------------------------------------------


def test_a_verdict_tells_its_reasons_in_the_order_a_lawyer_asks():
    said = list(lines(reaches(law(KAZAKHSTAN_2012), law("coe"))))
    order = (
        "  demands more", "  gap", "  for example", "  not known", "  open", "  proviso", "  beyond",
    )  # fmt: skip
    places = [order.index(next(o for o in order if line.startswith(o))) for line in said[1:]]
    assert places == sorted(places)


def test_the_sentence_names_what_was_compared_and_a_code_punishes():
    coe = reaches(law(ARMENIA_2011), law("coe"))
    assert headline(coe) == (
        "The definition (Arts 4, 18): whether Armenia reaches all that CoE requires cannot be said "
        "from the sources."
    )
    code = reaches(law("coe"), law(ARMENIA_2011))
    assert "punishes" in headline(code)
    assert "requires" not in headline(code)


def test_two_texts_of_one_instrument_are_told_apart_by_their_dates():
    verdict = reaches(law(KAZAKHSTAN_2003), law(KAZAKHSTAN_2012))
    assert "Kazakhstan (text of 2003-07-09)" in headline(verdict)
    assert "Kazakhstan (text of 2006-03-02)" in headline(verdict)
    assert all("Kazakhstan does" not in line for line in lines(verdict))
    assert named(law(KAZAKHSTAN_2003)) == "Kazakhstan"


def test_leaves_are_told_as_the_standards_words():
    from comparators.cases import asked_by

    asked = asked_by(Law(law("coe"), WORDS))
    every = sorted(asked.words["purpose"]["practices-similar-to-slavery"])
    assert told(asked, WORDS, "purpose", every) == (Told("practices-similar-to-slavery"),)
    some = [x for x in every if x != "debt-bondage"]
    assert told(asked, WORDS, "purpose", some) == (
        Told("practices-similar-to-slavery", but=("debt-bondage",)),
    )
    alone = ["practices-similar-to-slavery"]
    assert told(asked, WORDS, "purpose", alone) == (
        Told("practices-similar-to-slavery", other=True),
    )


@pytest.mark.parametrize(
    ("binding", "kind"),
    [
        (None, "unknown"),
        (Binding(since=None, party=False), "not-party"),
        (Binding(since=evolve(law("coe").in_force).since), "due"),
    ],
)
def test_only_who_is_bound_and_due_is_obliged(binding, kind):
    armenia = law(ARMENIA_2011)
    coe = evolve(law("coe"), binding={"armenia": binding} if binding else {})
    assert bound(armenia, coe).kind == kind


def test_of_a_state_seen_to_be_bound_on_a_day_nothing_is_said_of_earlier_ones():
    armenia = law(ARMENIA_2011)
    seen = Binding(checked=date(2016, 12, 2))
    coe = evolve(law("coe"), binding={"armenia": seen})
    assert bound(armenia, coe, date(2016, 12, 2)).kind == "due"
    assert bound(armenia, coe, date(2016, 12, 1)).kind == "unknown"


def test_a_verdict_is_told_as_of_the_day_that_was_asked():
    seen = evolve(law("coe"), binding={"armenia": Binding(since=date(2012, 5, 1))})
    both = Law(law(ARMENIA_2011), WORDS), Law(seen, WORDS)
    for day, kind in ((date(2012, 4, 30), "not-party"), (date(2012, 5, 1), "due")):
        assert [b.kind for b in judged(*both, day=day).bound] == [kind]


def test_a_law_or_a_model_law_obliges_nobody():
    assert bound(law(ARMENIA_2011), law("unodc-model-law")).kind == "none"
    assert bound(law(ARMENIA_2011), law(KAZAKHSTAN_2012)).kind == "none"


# -- bad input ----------------------------------------------------------------------------------------


def test_a_verdict_is_neither_true_nor_false():
    verdict = reaches(law("coe"), law("palermo"))
    with pytest.raises(TypeError, match=r"\.verdict"):
        bool(verdict)


def test_an_instrument_that_lays_down_no_offence_says_so():
    for pair in (("coe", "ilo-p029"), ("ilo-p029", "coe")):
        with pytest.raises(NothingToReachError, match="ILO P029 lays down no offence of traffick"):
            reaches(*map(law, pair))
    us = law("us")
    defines = evolve(us, offences=tuple(o for o in us.offences if o.provision == "definition"))
    with pytest.raises(NothingToReachError, match="it defines, and punishes nothing"):
        reaches(defines, law("palermo"))
    with pytest.raises(NothingToReachError, match="holds no definition of trafficking that it pun"):
        reaches(evolve(us, offences=()), law("palermo"))
    # it obliges States to suppress the slave trade: a related duty, and not a mere definition
    with pytest.raises(NothingToReachError) as caught:
        reaches(law("coe"), law("slavery-convention"))
    assert "punishes nothing" not in str(caught.value)


def test_a_law_without_a_standard_is_a_mistake_of_the_call():
    with pytest.raises(TypeError, match="a law and a standard"):
        reaches("Armenia")


# -- a yes says no more than was compared -------------------------------------------------------------


@pytest.mark.parametrize(
    ("mental", "apart"), [((), True), (("knowledge",), True), (("intent",), False)]
)
def test_a_yes_says_whether_the_mind_with_which_it_is_done_is_known(mental, apart):
    lists = {
        "mind": List("mental", "silent", "9", {m: Entry(words=m) for m in mental}, to_read="9")
    }
    standard = small_law(
        lists={"mind": List("mental", "absent", "18", {"intent": Entry(words="intentionally")})},
        name="standard",
    )  # fmt: skip
    verdict = reaches(small_law(lists=lists), standard, words=provisions.thesaurus())
    assert verdict.verdict == "yes"
    assert ("intent apart" in headline(verdict)) == apart
    minds = [p for p in verdict.provisos if p.kind == "mind"]
    assert [(p.name, p.at, p.free, p.evidence.words) for p in minds] == [
        ("Standard", "9", ("18",), "intentionally")
    ] * apart
    told = [line for line in tell(verdict).splitlines() if "proviso: intent" in line]
    assert [("18 asks for it" in line, "read 9" in line) for line in told] == [(True, True)] * apart


def test_no_other_answer_than_a_yes_has_to_say_so():
    verdict = reaches("Moldova", "CoE")
    assert verdict.verdict == "no"
    assert not any(p.kind == "mind" for p in verdict.provisos)
