"""How a gap is told: in whose words, for which acts and means, against whom, and where the law was read; the
case that shows it, and what fails in the limb that comes nearest."""

import sys
from pathlib import Path

import pytest

import provisions
from comparators import reaches
from comparators.boxes import NONE
from comparators.reach import Kind
from comparators.verdicts import Among, Fail, IntricateError, Told
from provisions.records import VICTIMS, Entry, Evidence

sys.path.insert(0, str(Path(__file__).parent))
from small import NOT_REQUIRED, a_list, demanding, law, limb, offence

WORDS = provisions.thesaurus()
TWO = ("recruitment", "harbouring")
GROWN = limb(victims=("adult", "incapacitated"))
CHILD = limb(means=NOT_REQUIRED, victims=("child",), at="1(2)")


def standard(*limbs, **lists):
    return law(offence("3", *limbs), name="standard", kind="treaty", **lists)


def verdict(ours, *theirs):
    return reaches(ours, *theirs, words=WORDS)


def gap(ours, *theirs):
    """The one gap of a verdict that is *no*."""
    found = verdict(ours, *theirs)
    assert (found.verdict, found.demands) == ("no", ())
    (only,) = found.gaps
    return only


def told(*concepts):
    return tuple(Told(c) for c in concepts)


# -- what is lacking, and where --------------------------------------------------------------------------


def test_acts_that_are_lacking_are_one_gap_in_the_order_of_the_vocabulary_with_the_list_that_was_read():
    found = gap(law(), standard(acts=("exploiting", "harbouring", "recruitment")))
    assert (found.facet, found.kind, found.victims) == ("act", Kind.NOT, VICTIMS)
    assert set(found.words) == set(told("harbouring", "exploiting"))
    assert (found.at, found.only, found.acts, found.means) == (("1",), (), None, None)
    assert (found.everything, found.related) == (False, ())


def test_where_every_act_is_lacking_it_is_lost_whatever_is_done():
    found = gap(law(acts=("exploiting",)), standard(acts=TWO))
    assert (found.facet, found.everything) == ("act", True)
    assert not gap(law(), standard(acts=("harbouring",))).everything, "it is the only act asked"


@pytest.mark.parametrize("facet", ["means", "purpose"])
def test_where_the_law_needs_something_of_which_the_standard_needs_nothing_that_is_the_gap(facet):
    free = limb(**{"means" if facet == "means" else "purposes": NOT_REQUIRED})
    found = gap(law(acts=TWO), standard(free, acts=TWO))
    assert (found.facet, found.words, found.everything) == (facet, (Told(NONE),), False)
    assert found.victims == VICTIMS


def test_a_child_without_means_is_a_gap_of_its_own():
    theirs = standard(GROWN, CHILD, acts=TWO)
    found = gap(law(offence("1", GROWN), acts=TWO), theirs)
    assert (found.victims, found.facet, found.words) == (("child",), "means", (Told(NONE),))
    assert found.at == (), "no limb is on children"
    on_children = limb("fewer", NOT_REQUIRED, victims=("child",), at="2")
    lists = {"fewer": a_list("act", "recruitment", at="2")}
    found = gap(law(offence("1", GROWN, on_children), acts=TWO, lists=lists), theirs)
    assert (found.victims, found.facet, found.words, found.at) == (
        ("child",), "act", told("harbouring"), ("2",),
    )  # fmt: skip
    pattern, _ = fails(law(offence("1", GROWN, on_children), acts=TWO, lists=lists), theirs)
    assert (pattern.victim, pattern.act, pattern.means) == ("child", "harbouring", NONE)


def test_a_law_on_children_alone_loses_the_others():
    found = gap(law(offence("1", limb(victims=("child",)))), standard())
    assert found.victims == ("adult", "incapacitated")


def test_a_means_that_is_lacking_for_one_act_is_told_for_that_act():
    lists = {
        "a": a_list("act", "recruitment", at="1(a)"), "b": a_list("act", "harbouring", at="2(a)"),
        "m": a_list("means", "deception", "threats", at="1(b)"),
        "n": a_list("means", "deception", at="2(b)"),
    }  # fmt: skip
    ours = law(offence("1", limb("a", "m"), limb("b", "n", at="2")), lists=lists)
    found = gap(ours, standard(acts=TWO, means=("deception", "threats")))
    assert (found.facet, found.words, found.at) == ("means", told("threats"), ("1(b)", "2(b)"))
    assert (found.acts, found.means) == (Among(told("harbouring")), None)


MEANS = ("fraud", "blackmail", "payments-or-benefits", "threat-to-property")


@pytest.mark.parametrize(
    ("second", "means"),
    [
        (("payments-or-benefits",), Among(told("payments-or-benefits"), but=True)),
        (("threat-to-property", "blackmail", "payments-or-benefits"), Among(told("fraud"))),
    ],
)
def test_a_purpose_that_is_lacking_for_some_means_is_told_for_these_or_for_all_but_the_others(
    second, means
):
    lists = {
        "m": a_list("means", *MEANS),
        "n": a_list("means", *second),
        "p": a_list("purpose", "forced-labour", at="1(c)"),
        "q": a_list("purpose", "forced-labour", "slavery", at="2(c)"),
    }
    ours = law(
        offence("1", limb("acts", "m", "p"), limb("acts", "n", "q", at="2")), acts=TWO, lists=lists
    )
    found = gap(ours, standard(acts=TWO, means=MEANS, purposes=("forced-labour", "slavery")))
    assert (found.facet, found.words, found.acts) == ("purpose", told("slavery"), None)
    assert found.at == ("1(c)", "2(c)")
    assert found.means == means


def test_acts_for_which_the_same_means_fail_are_told_together_and_others_apart():
    lists = {
        "one": a_list("act", "recruitment"), "two": a_list("act", "harbouring", "exploiting"),
        "m": a_list("means", "fraud", "blackmail"), "n": a_list("means", "blackmail"),
        "p": a_list("purpose", "forced-labour", "slavery"), "q": a_list("purpose", "forced-labour"),
    }  # fmt: skip
    ours = law(
        offence("1", limb("one", "m", "p"), limb("two", "n", "p"), limb("two", "m", "q")),
        lists=lists,
    )
    theirs = standard(
        acts=("exploiting", "harbouring", "recruitment"), means=("fraud", "blackmail"),
        purposes=("forced-labour", "slavery"),
    )  # fmt: skip
    found = gap(ours, theirs)
    assert (found.facet, found.words) == ("purpose", told("slavery"))
    assert set(found.acts.words) == set(told("harbouring", "exploiting"))
    assert found.means == Among(told("fraud"))


def test_what_fails_by_other_means_for_another_act_is_told_in_the_order_of_the_vocabulary():
    lists = {
        "one": a_list("act", "exploiting"), "two": a_list("act", "harbouring"),
        "m": a_list("means", "fraud"), "n": a_list("means", "blackmail"),
        "p": a_list("purpose", "forced-labour", "slavery"), "q": a_list("purpose", "forced-labour"),
    }  # fmt: skip
    limbs = [
        limb("one", "m", "p"),
        limb("one", "n", "q"),
        limb("two", "n", "p"),
        limb("two", "m", "q"),
    ]
    theirs = standard(
        acts=("exploiting", "harbouring"), means=("fraud", "blackmail"),
        purposes=("forced-labour", "slavery"),
    )  # fmt: skip
    found = verdict(law(offence("1", *limbs), lists=lists), theirs).gaps
    assert [(g.words, g.acts, g.means) for g in found] == [
        (told("slavery"), Among(told("harbouring")), Among(told("fraud"))),
        (told("slavery"), Among(told("exploiting")), Among(told("blackmail"))),
    ]


def test_of_two_gaps_in_purposes_the_case_without_any_comes_first():
    lists = {
        "m": a_list("means", "fraud"), "n": a_list("means", "blackmail"),
        "p": a_list("purpose", "forced-labour", "slavery"), "q": a_list("purpose", "forced-labour"),
    }  # fmt: skip
    ours = law(offence("1", limb("acts", "m", "p"), limb("acts", "n", "q")), lists=lists, acts=TWO)
    lists = {"means": ("fraud", "blackmail"), "purposes": ("forced-labour", "slavery")}
    theirs = standard(limb(), limb(purposes=NOT_REQUIRED, at="3(2)"), acts=TWO, **lists)
    found = verdict(ours, theirs).gaps
    assert [(g.facet, g.words, g.means) for g in found] == [
        ("purpose", (Told(NONE),), None),
        ("purpose", told("slavery"), Among(told("blackmail"))),
    ]


# -- demands ----------------------------------------------------------------------------------------------


def test_a_demand_of_the_whole_offence_is_told_once_and_a_case_lacks_it():
    ours = law(offence("1", limb(requires=("for-gain", "cross-border"))), acts=TWO)
    found = verdict(ours, standard(acts=TWO))
    assert (found.verdict, found.gaps) == ("no", ())
    (demand,) = found.demands
    assert (demand.facet, demand.everything, demand.kind) == ("act", True, Kind.ONLY)
    assert (demand.only, demand.at) == ((("cross-border", "for-gain"),), ("1",))
    case = found.counterexample
    assert case.lacking == ("cross-border", "for-gain")
    assert [(f.what, f.value) for f in case.fails] == [
        ("demand", "cross-border"), ("demand", "for-gain"),
    ]  # fmt: skip


def test_a_demand_of_one_word_is_told_of_it_with_the_places_where_it_is_made():
    needs = {"for-gain": Evidence(words="for gain", at="7(c)"), "woman": Evidence(words="a woman")}
    for at, places in (("7(b)", ("7(c)", "7(b)")), (None, ("7(c)", "7"))):
        labour = Entry(words="labour", at=at, requires=needs)
        purposes = a_list("purpose", "slavery", at="7", forced_labour=labour)
        found = gap(law(purposes=purposes), standard(purposes=("slavery", "forced-labour")))
        assert (found.facet, found.words, found.kind) == (
            "purpose",
            told("forced-labour"),
            Kind.ONLY,
        )
        assert (found.only, found.at) == ((("for-gain", "woman"),), places)
    evidence = {"woman": Evidence(words="a woman", at="8")}
    bare = limb(purposes="others", at="2")
    on_women = type(bare)("acts", "means", "others", VICTIMS, evidence, at="2")
    others = {"others": a_list("purpose", "slavery")}
    ours = law(offence("1", limb(), on_women), lists=others)
    found = gap(ours, standard(purposes=("forced-labour", "slavery")))
    assert (found.words, found.only, found.at) == (told("slavery"), (("woman",),), ("8",))


# -- words -------------------------------------------------------------------------------------------------


def test_a_broad_word_is_told_whole_or_but_for_what_is_left_or_leaf_by_leaf():
    leaves = sorted(WORDS.leaves("threats", "draft"))
    asks = standard(means=("deception", "threats"))
    assert gap(law(), asks).words == told("threats")
    assert len(leaves) > 2
    kept = "threat-to-property"
    assert gap(law(means=("deception", kept)), asks).words == (Told("threats", but=(kept,)),)
    others = [x for x in leaves if x not in ("threats", kept)]
    assert gap(law(means=("deception", *others)), asks).words == (
        Told("threats", other=True), Told(kept),
    )  # fmt: skip


def test_a_word_of_three_forms_of_which_one_is_there_is_told_but_for_that():
    asks = standard(means=("blackmail", "deception"))
    assert gap(law(means=("blackmail", "fraud")), asks).words == (
        Told("deception", but=("fraud",)),
    )  # fmt: skip


def test_a_wide_word_beside_its_forms_is_told_whole_where_all_but_its_other_forms_are_lacking():
    asks = standard(means=("deception", "other-coercion", "threat-to-property"))
    assert told("other-coercion")[0] in gap(law(), asks).words


def test_a_word_beside_its_own_forms_is_told_by_its_other_forms_alone():
    # under coercion stand the threats, and under these the threats of some kind
    unnamed = {"threats", "other-coercion", "intimidation", "serious-harm"}
    leaves = sorted(WORDS.leaves("other-coercion", "draft") - unnamed)
    asks = standard(means=("deception", "other-coercion"))
    found = gap(law(means=("deception", *leaves)), asks).words
    assert {t.concept: t.other for t in found} == {
        "threats": True, "other-coercion": True, "intimidation": False, "serious-harm": False,
    }  # fmt: skip
    georgia = law(name="georgia", purposes=("antisocial-activities", "slavery"))
    assert WORDS.leaves("antisocial-activities", "georgia") == {"antisocial-activities", "begging"}
    assert gap(law(purposes=("begging", "slavery")), georgia).words == (
        Told("antisocial-activities", other=True),
    )
    assert gap(law(purposes=("slavery",)), georgia).words == told("antisocial-activities")


# -- beyond, and beside ------------------------------------------------------------------------------------


def test_a_related_offence_that_reaches_it_nevertheless_is_told_at_the_gap():
    lists = {
        "taking": a_list("act", "harbouring", at="9"),
        "force": a_list("means", "abduction", at="9"),
    }
    kidnapping = offence("9", limb("taking", "force", at="9(1)"), kind="related")
    theirs = standard(acts=TWO, means=("deception", "abduction"))
    by_facet = {
        g.facet: g for g in verdict(law(offence("1"), kidnapping, lists=lists), theirs).gaps
    }
    assert by_facet["act"].related == by_facet["means"].related == ("9(1)",)
    elsewhere = {**lists, "taking": a_list("act", "recruitment", at="9")}
    found = verdict(law(offence("1"), kidnapping, lists=elsewhere), theirs).gaps
    assert {g.facet: g.related for g in found} == {"act": (), "means": ("9(1)",)}
    for of_children in (
        offence("9", limb("taking", "force", victims=("child",), at="9(1)"), kind="related"),
        offence("9", limb("taking", "force", requires=("for-gain",), at="9(1)"), kind="related"),
    ):
        found = verdict(law(offence("1"), of_children, lists=lists), theirs)
        assert {g.related for g in found.gaps} == {()}


def test_what_the_law_reaches_and_no_standard_speaks_of_lies_beyond():
    ours = law(
        offence("1", limb(), CHILD), acts=(*TWO, "exploiting"), means=("deception", "threats"),
        purposes=("slavery", "forced-labour"),
    )  # fmt: skip
    found = verdict(ours, standard(acts=TWO), standard(purposes=("forced-labour",)))
    assert found.verdict == "yes"
    assert [(g.facet, g.words, g.victims) for g in found.beyond] == [
        ("act", told("exploiting"), VICTIMS),
        ("means", told("threats"), ("adult", "incapacitated")),
        ("purpose", told("slavery"), VICTIMS),
        ("means", (Told(NONE),), ("child",)),
    ]
    assert {g.kind for g in found.beyond} == {Kind.NOT}


def test_nothing_lies_beyond_against_a_victim_of_whom_no_standard_speaks():
    ours = law(acts=TWO)
    of_children = standard(limb(victims=("child",)))
    (only,) = verdict(ours, of_children).beyond
    assert (only.victims, only.words) == (("child",), told("harbouring"))


def test_a_gap_is_no_question_and_what_is_open_beside_it_is_one():
    purposes = a_list("purpose", "slavery", unlisted="open", at="6")
    theirs = standard(acts=TWO, purposes=("slavery", "forced-labour"))
    assert verdict(law(purposes=("slavery",)), theirs).open_questions == ()
    found = verdict(law(purposes=purposes), theirs)
    assert [(g.facet, g.words) for g in found.gaps] == [("act", told("harbouring"))]
    (question,) = found.open_questions
    assert (question.kind, question.at, question.words) == (
        "open", "6", (("purpose", Told("forced-labour")),),
    )  # fmt: skip


# -- the case, and the limb that comes nearest ------------------------------------------------------------


def fails(ours, theirs):
    case = verdict(ours, theirs).counterexample
    return case.pattern, case.fails


def test_the_limb_with_the_same_act_comes_nearest_then_the_one_that_lacks_least():
    lists = {
        "a": a_list("act", "harbouring", at="1(a)"), "m": a_list("means", "deception", at="1(b)"),
        "b": a_list("act", "recruitment", at="2(a)"), "n": a_list("means", "threats", at="2(b)"),
    }  # fmt: skip
    ours = law(offence("1", limb("a", "m")), offence("2", limb("b", "n", at="2")), lists=lists)
    pattern, failed = fails(ours, standard())
    assert (pattern.act, pattern.means, pattern.victim) == ("recruitment", "deception", "adult")
    assert failed == (Fail("2", "means", "deception", "2(b)"),)


def test_of_two_limbs_that_lack_a_means_the_one_that_demands_nothing_besides_comes_nearest():
    ours = law(
        offence("1", limb(requires=("for-gain",), at="1"), limb(at="2")), means=("blackmail",)
    )
    _, failed = fails(ours, standard())
    assert failed == (Fail("2", "means", "deception", "1"),)


def test_a_limb_against_another_victim_comes_nearer_than_one_with_another_act():
    lists = {"a": a_list("act", "harbouring", at="1(a)")}
    ours = law(offence("1", limb("a"), limb(victims=("child",), at="2")), lists=lists)
    _, failed = fails(ours, standard(limb(victims=("adult", "incapacitated"))))
    assert failed == (Fail("2", "victim", "adult", ""),)


def test_a_place_is_that_of_the_list_and_where_there_is_none_that_of_the_limb():
    free = limb(means=NOT_REQUIRED, at="1(1)")
    pattern, failed = fails(
        law(offence("1", free), purposes=a_list("purpose", "slavery", at="6")), standard()
    )
    assert failed == (Fail("1(1)", "purpose", "forced-labour", "6"),)
    assert pattern.further == ()


def test_the_case_has_what_the_standard_itself_demands_and_says_where_it_asks():
    theirs = standard(
        limb(requires=("cross-border",), at="3(a)"), acts=a_list("act", "recruitment", at="3")
    )
    case = verdict(law(means=("blackmail",)), theirs).counterexample
    assert (case.standard, case.standard_at) == ("standard@2012-01-01", "3(a)")
    assert case.pattern.further == ("cross-border",)
    wants = law(offence("1", limb(requires=("for-gain",))), means=("blackmail",))
    assert verdict(wants, theirs).counterexample.lacking == ()
    gain = law(offence("1", limb(requires=("for-gain",))))
    assert verdict(gain, theirs).counterexample.lacking == ("for-gain",)


def test_of_two_standards_the_case_is_of_the_one_that_the_law_does_not_reach():
    gain = law(offence("1", limb(requires=("for-gain",))))
    wants = law(offence("4", limb(requires=("for-gain",), at="4")), name="other")
    for theirs in ((wants, standard()), (standard(), wants)):
        case = verdict(gain, *theirs).counterexample
        assert (case.standard, case.pattern.further) == ("standard@2012-01-01", ())


def test_where_the_standard_needs_no_means_the_case_has_none():
    free = standard(limb(means=NOT_REQUIRED), acts=TWO)
    pattern, _ = fails(law(offence("1", limb(means=NOT_REQUIRED))), free)
    assert (pattern.act, pattern.means) == ("harbouring", NONE)


def test_of_two_gaps_the_case_shows_what_is_wholly_missing_and_the_first_facet():
    labour = demanding("for-gain")
    ours = law(purposes=a_list("purpose", "slavery", forced_labour=labour), means=("deception",))
    theirs = standard(purposes=("forced-labour", "slavery", "organ-removal"))
    pattern, _ = fails(ours, theirs)
    assert (pattern.purpose, pattern.means) == ("organ-removal", "deception")
    both = standard(means=("blackmail", "deception"), purposes=("forced-labour", "organ-removal"))
    pattern, _ = fails(law(), both)
    assert (pattern.means, pattern.purpose) == ("blackmail", "forced-labour")


# -- a standard that is known in part ------------------------------------------------------------------------


def test_a_standard_that_is_known_in_part_is_told_with_the_places_to_read():
    theirs = standard(
        means=a_list("means", "deception", unlisted="silent", at="3(b)"),
        acts=a_list("act", "recruitment", at="3(a)", exploiting=Entry(mark="unseen", at="7")),
    )
    found = verdict(law(), theirs)
    assert (found.verdict, found.gaps, found.open_questions) == ("undetermined", (), ())
    (thin,) = found.notes
    assert (thin.name, thin.places) == ("Standard", (("act", "3(a)"), ("means", "99")))
    unseen = standard(limb(purposes="not-seen", at="3(1)"))
    (thin,) = verdict(law(), unseen).notes
    assert thin.places == (("purpose", "3(1)"),)
    free = law(offence("1", limb(means=NOT_REQUIRED)), acts=("recruitment", "exploiting"))
    assert verdict(free, theirs).verdict == "yes", "the law reaches all that it may ask"
    lacking = verdict(law(acts=("harbouring",)), theirs)
    assert (lacking.verdict, lacking.notes) == ("no", ())


def test_where_limbs_and_demands_can_be_combined_in_too_many_ways_the_law_and_who_asks_are_named(
    monkeypatch,
):
    monkeypatch.setattr("comparators.reach.MOST_BRANCHES", 0)
    other = law(acts=TWO, name="other")
    with pytest.raises(IntricateError) as caught:
        verdict(law(), standard(), other)
    assert str(caught.value) == (
        "Draft under Standard and Other is too intricate to be answered: its limbs and the further"
        " elements they demand can be combined in too many ways"
    )
