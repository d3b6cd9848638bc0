"""Every value asked of a law: reached, only where, open, not known, not; against a plain reading."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import strategies
from attrs import evolve
from hypothesis import given, settings
from naive import Case, Oracle

import provisions
from comparators.boxes import NONE
from comparators.cases import Box, asked_by
from comparators.law import Law
from comparators.lists import Layer
from comparators.reach import Inquiry, Kind, answers, meets, smallest
from comparators.reasons import Named, Opened, Via
from provisions.records import LISTED, VICTIMS, Entry

sys.path.insert(0, str(Path(__file__).parent))
from small import NOT_REQUIRED, a_list, demanding, limb, offence
from small import law as law_of

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
    found = answers(Law(ours, words), asked_by(Law(theirs, words)))
    reach, asked = oracle.reach(ours), oracle.reach(theirs)
    assert any(a.kind.gap for a in found) == (not asked["named"] <= reach["possible"])
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


# -- small laws ------------------------------------------------------------------------------------------

BOTH = ("forced-labour", "slavery")
GROWN = limb(victims=("adult", "incapacitated"))
CHILD = limb(means=NOT_REQUIRED, victims=("child",), at="1(2)")
DOUBTFUL = Entry(words="by cheating", mark="arguable", reading="or of games alone?")


def standard(*limbs, **lists):
    return law_of(offence("3", *limbs), name="standard", kind="treaty", **lists)


def inquired(ours, theirs):
    return Inquiry(Law(ours, WORDS), asked_by(Law(theirs, WORDS)))


def found_for(ours, theirs, victim="adult"):
    """What falls short for a victim: facet, value, how, and the demands."""
    every = inquired(ours, theirs).answers
    return {(a.facet, a.leaf): (a.kind, a.only) for a in every if a.victim == victim}


def test_two_limbs_are_asked_each_with_its_own_means_and_not_with_those_of_the_other():
    lists = {
        "one": a_list("act", "recruitment"), "two": a_list("act", "harbouring"),
        "m": a_list("means", "fraud"), "n": a_list("means", "blackmail"),
    }  # fmt: skip
    limbs = limb("one", "m"), limb("two", "n")
    assert found_for(law_of(offence("1", *limbs), lists=lists), standard(*limbs, lists=lists)) == {}
    turned = law_of(offence("1", limb("one", "n"), limb("two", "m")), lists=lists)
    assert {kind for kind, _ in found_for(turned, standard(*limbs, lists=lists)).values()} == {
        Kind.NOT
    }


def test_a_word_that_is_open_is_open_and_one_that_was_not_read_is_silent():
    theirs = standard(means=("deception", "blackmail"))
    for unlisted, kind in (("open", Kind.OPEN), ("silent", Kind.SILENT), ("absent", Kind.NOT)):
        ours = law_of(means=a_list("means", "deception", unlisted=unlisted))
        assert found_for(ours, theirs) == {("means", "blackmail"): (kind, ())}


def test_what_a_demand_before_it_asks_already_is_not_asked_of_a_word_again():
    purposes = a_list("purpose", "forced-labour", slavery=demanding("for-gain", "woman"))
    ours = law_of(offence("1", limb(requires=("for-gain",))), purposes=purposes)
    assert found_for(ours, standard(purposes=BOTH)) == {
        ("act", "recruitment"): (Kind.ONLY, (("for-gain",),)),
        ("purpose", "slavery"): (Kind.ONLY, (("woman",),)),
    }
    # where one of two demands may be met before it, the word is told with what it asks in all
    either = offence("1", limb(requires=("for-gain",)), limb(requires=("travel",)))
    purposes = a_list("purpose", "forced-labour", slavery=demanding("woman"))
    assert found_for(law_of(either, purposes=purposes), standard(purposes=BOTH)) == {
        ("act", "recruitment"): (Kind.ONLY, (("for-gain",), ("travel",))),
        ("purpose", "slavery"): (Kind.ONLY, (("for-gain", "woman"), ("travel", "woman"))),
    }


def test_what_one_purpose_means_already_is_demanded_of_the_others_alone():
    purposes = ("slavery", "prostitution-of-others")
    gain = law_of(offence("1", limb(requires=("for-gain",))), purposes=purposes)
    assert found_for(gain, standard(purposes=purposes)) == {
        ("purpose", "slavery"): (Kind.ONLY, (("for-gain",),))
    }


def test_what_the_standard_demands_too_is_no_demand_and_hides_nothing_that_is_open():
    open_ = a_list("purpose", "slavery", unlisted="open")
    gain = limb(requires=("for-gain",))
    theirs = standard(gain, purposes=BOTH)
    assert found_for(law_of(offence("1", gain), purposes=BOTH), theirs) == {}
    assert found_for(law_of(offence("1", gain), purposes=open_), theirs) == {
        ("purpose", "forced-labour"): (Kind.OPEN, ())
    }


def test_a_demand_before_everything_leaves_what_is_open_an_open_question():
    gain = offence("1", limb(requires=("for-gain",)))
    ours = law_of(gain, purposes=a_list("purpose", "slavery", unlisted="open"))
    assert found_for(ours, standard(purposes=BOTH)) == {
        ("act", "recruitment"): (Kind.ONLY, (("for-gain",),)),
        ("purpose", "forced-labour"): (Kind.OPEN, ()),
    }


# -- on what an answer hinges ------------------------------------------------------------------------------


def hinges(ours, theirs, facet, leaf, victim="adult"):
    """What keeps a value open: the limb with its mark, or the facet and the reason."""
    inquiry = inquired(ours, theirs)
    (answer,) = [a for a in inquiry.answers if (a.victim, a.facet, a.leaf) == (victim, facet, leaf)]
    every = inquiry.against[victim].hinges(facet, leaf, answer.contexts)
    return [(h.facet, h.way.because) if h.way else (h.limb.at, h.limb.mark) for h in every]


def test_a_doubtful_limb_is_a_question_of_the_act_and_its_open_list_one_of_the_purpose():
    doubtful = limb(mark="arguable", reading="so or so", at="5")
    open_ = a_list("purpose", "slavery", unlisted="open")
    theirs = standard(purposes=BOTH)
    ours = law_of(offence("1", doubtful), purposes=open_)
    assert hinges(ours, theirs, "act", "recruitment") == [("5", "arguable")]
    ((facet, because),) = hinges(ours, theirs, "purpose", "forced-labour")
    assert (facet, because.list) == ("purpose", "purposes")
    # the word that another limb names for certain is of no help where that limb has another act
    lists = {"others": a_list("act", "harbouring"), "aims": a_list("purpose", *BOTH)}
    beside = law_of(
        offence("1", doubtful, limb("others", purposes="aims")), purposes=open_, lists=lists
    )
    ((facet, because),) = hinges(beside, theirs, "purpose", "forced-labour")
    assert (facet, because.list) == ("purpose", "purposes")


def test_a_doubtful_word_that_demands_what_the_standard_demands_is_a_question_of_that_word():
    gain = demanding("for-gain", mark="arguable", reading="or of games alone?")
    ours = law_of(means=a_list("means", "blackmail", fraud=gain))
    theirs = standard(limb(requires=("for-gain",)), means=("blackmail", "fraud"))
    assert hinges(ours, theirs, "means", "fraud") == [("means", Named("fraud", "means"))]


def test_a_limb_with_the_doubt_of_another_and_one_of_its_own_adds_no_question():
    again = limb(mark="arguable", reading="so or so", at="5")
    means = a_list("means", "blackmail", fraud=DOUBTFUL)
    theirs = standard(means=("blackmail", "fraud"))
    ours = law_of(offence("1", limb(), again), means=means)
    assert hinges(ours, theirs, "means", "fraud") == [("means", Named("fraud", "means"))]


def test_each_form_of_a_doubtful_word_hinges_on_that_word_for_every_act():
    ours = law_of(
        means=a_list("means", "blackmail", deception=DOUBTFUL), acts=("recruitment", "harbouring")
    )
    theirs = standard(means=("blackmail", "deception"), acts=("recruitment", "harbouring"))
    assert hinges(ours, theirs, "means", "deception") == [("means", Named("deception", "means"))]
    assert hinges(ours, theirs, "means", "fraud") == [("means", Via("deception", "means"))]


def test_of_two_acts_each_has_the_question_of_its_own_list():
    lists = {
        "one": a_list("act", "recruitment"), "two": a_list("act", "harbouring"),
        "m": a_list("means", "blackmail", unlisted="open"),
        "n": a_list("means", "blackmail", unlisted="silent"),
    }  # fmt: skip
    ours = law_of(offence("1", limb("one", "m"), limb("two", "n")), lists=lists)
    theirs = standard(means=("blackmail", "fraud"), acts=("recruitment", "harbouring"))
    inquiry = inquired(ours, theirs)
    against = inquiry.against["adult"]
    found = {
        (a.kind, next(iter(a.contexts))): [
            h.way.because.list for h in against.hinges(a.facet, a.leaf, a.contexts)
        ]
        for a in inquiry.answers
        if a.victim == "adult"
    }
    assert found == {(Kind.OPEN, ("recruitment",)): ["m"], (Kind.SILENT, ("harbouring",)): ["n"]}


def test_a_purpose_that_is_open_for_one_means_alone_has_the_question_of_that_list():
    lists = {
        "m": a_list("means", "fraud"), "n": a_list("means", "blackmail"),
        "p": a_list("purpose", "slavery", unlisted="open"), "q": a_list("purpose", *BOTH),
    }  # fmt: skip
    ours = law_of(offence("1", limb("acts", "m", "p"), limb("acts", "n", "q")), lists=lists)
    theirs = standard(means=("blackmail", "fraud"), purposes=BOTH)
    ((facet, because),) = hinges(ours, theirs, "purpose", "forced-labour")
    assert (facet, because) == ("purpose", Opened("p"))


def test_where_no_one_limb_has_act_and_purpose_for_certain_both_limbs_are_asked_about():
    # one names the act and leaves the purposes open, the other may name the act: and leaves them open
    doubtful = Entry(words="takes on", mark="arguable", reading="as an employer?")
    aim = Entry(words="work", mark="arguable", reading="forced?")
    lists = {
        "a": a_list("act", recruitment=doubtful), "p": a_list("purpose", "slavery", unlisted="open"),
        "b": a_list("act", "recruitment"), "q": a_list("purpose", "slavery", forced_labour=aim),
    }  # fmt: skip
    ours = law_of(offence("1", limb("a", "means", "p"), limb("b", "means", "q")), lists=lists)
    assert hinges(ours, standard(purposes=BOTH), "purpose", "forced-labour") == [
        ("act", Named("recruitment", "a")),
        ("purpose", Opened("p")),
        ("purpose", Named("forced-labour", "q")),
    ]
    lists["p"] = a_list("purpose", *BOTH)
    ours = law_of(offence("1", limb("a", "means", "p"), limb("b", "means", "q")), lists=lists)
    assert hinges(ours, standard(purposes=BOTH), "purpose", "forced-labour") == [
        ("act", Named("recruitment", "a")),
        ("purpose", Named("forced-labour", "q")),
    ]


def test_a_means_against_a_child_is_no_question_where_none_is_asked_for():
    doubtful = limb(means=NOT_REQUIRED, victims=("child",), at="1(2)", mark="arguable", reading="?")
    means = a_list("means", "blackmail", unlisted="open")
    theirs = standard(GROWN, CHILD, means=("blackmail", "fraud"))
    inquiry = inquired(law_of(offence("1", limb(), doubtful), means=means), theirs)
    asked = {(a.victim, a.facet, a.leaf): inquiry.needless(a) for a in inquiry.answers}
    assert asked["adult", "means", "fraud"] is False
    assert [key for key, needless in asked.items() if needless] == [("child", "means", "fraud")]
    assert asked["child", "means", NONE] is False


# -- one limb and one case ------------------------------------------------------------------------------------


def met(
    the_limb, *present, victims=("adult",), means="deception", purpose="forced-labour", **lists
):
    (one,) = Law(law_of(offence("1", the_limb), **lists), WORDS).limbs
    values = {"act": "recruitment", "means": means, "purpose": purpose}
    box = Box({d: frozenset({x}) for d, x in values.items()}, victims, frozenset(present))
    return meets(one, box, WORDS)


def test_a_limb_on_adults_meets_a_case_of_an_adult_and_none_of_a_child_beside():
    assert met(limb(victims=("adult",))).layer == Layer.NAMED
    assert met(limb(victims=("adult",)), victims=("child",)).missing == ("victim",)
    assert met(limb(victims=("adult",)), victims=("adult", "child")).missing == ("victim",)


def test_what_brings_a_case_before_a_court_is_granted_and_what_a_purpose_means_is_present():
    assert met(limb(requires=("interstate-commerce",))).layer == Layer.NAMED
    gain = limb(requires=("for-gain",))
    assert met(gain).wanted == (frozenset({"for-gain"}),)
    assert met(gain, "for-gain").wanted == ()
    of_prostitution = met(
        gain, purpose="prostitution-of-others", purposes=("prostitution-of-others",)
    )
    assert (of_prostitution.layer, of_prostitution.wanted) == (Layer.NAMED, ())


def test_a_case_that_one_word_meets_freely_wants_nothing_and_each_way_is_told_the_best_first():
    means = a_list("means", "threats", blackmail=demanding("woman"))
    found = met(limb(), means="blackmail", lists={"means": means})
    assert (found.layer, found.missing, found.wanted) == (Layer.NAMED, (), ())
    assert [w.because for w in found.ways["means"]][:2] == [
        Via("threats", "means"), Named("blackmail", "means"),
    ]  # fmt: skip
    either = a_list("means", threats=demanding("woman"), blackmail=demanding("for-gain", "travel"))
    found = met(limb(), means="blackmail", lists={"means": either})
    assert found.layer == Layer.ABSENT
    assert found.wanted == (frozenset({"for-gain", "travel"}), frozenset({"woman"}))
    assert found.distance == (0, 1, Layer.ABSENT)
    assert met(limb()).distance == (0, 0, Layer.NAMED)


def test_the_smallest_sets_of_demands_stand_in_the_order_of_their_names():
    sets = [frozenset(x.split()) for x in ("woman", "travel woman", "for-gain", "begging travel")]
    assert smallest(sets) == (
        frozenset({"begging", "travel"}), frozenset({"for-gain"}), frozenset({"woman"}),
    )  # fmt: skip
