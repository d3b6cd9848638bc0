"""Facts applied: reached, reached if, open, not known, not reached; why, and what hangs on it."""

from __future__ import annotations

import json
from itertools import product
from time import process_time
from typing import TYPE_CHECKING

import pytest
import strategies
from attrs import evolve
from click.testing import CliRunner
from every import each
from hypothesis import given, settings
from hypothesis import strategies as st
from naive import NONE, Case, Oracle
from small import NOT_REQUIRED, a_list, demanding, law, limb, offence

import comparators
import provisions
from comparators import FactsError, NothingToReachError, apply
from comparators.cli import main
from comparators.facts import with_victim
from comparators.lists import Layer
from comparators.reach import Kind
from comparators.reasons import Opened, Overlaps, Unread
from provisions import UnknownNameError
from provisions.records import NOT_SEEN, VICTIMS, Entry, Penalty, Place, Tier

if TYPE_CHECKING:
    from comparators import Application
    from comparators.application import Ground

WORDS = provisions.thesaurus()
EVERY = tuple(v for i in provisions.instruments() for v in provisions.versions(i.id))
ORDER = {"no": 0, "undetermined": 1, "yes": 2}
MEANS, FURTHER = ([c.id for c in WORDS if c.sort == sort] for sort in ("means", "further"))
CASE = "recruitment,deception,forced-labour,adult"


def of(name: str, facts: str) -> Application:
    """What follows from a law of the corpus for some facts."""
    return apply(provisions.get(name), facts)


def said(answer: Application) -> str:
    """What is printed of an answer, in one line."""
    return " ".join(str(answer).split())


def told(answer: Application, title: str) -> str:
    """What is printed of one part of an answer."""
    (grid,) = answer.report().grids
    return next((row[1].text for row in grid.rows if row[0].text == title), "")


def only(answer: Application) -> Ground:
    """The one limb that an answer rests on."""
    (ground,) = answer.grounds
    return ground


# -- the records' own examples ---------------------------------------------------------------------

EXAMPLES = [(v, e) for v in EVERY for e in v.examples]


@each(EXAMPLES, lambda pair: f"{pair[0].key}: {','.join(pair[1].facts)}")
def test_an_example_written_beside_the_law_holds(law, example):
    assert apply(law, example.facts).reached == example.reached, example.why


def test_the_examples_are_many_and_of_every_answer():
    assert len(EXAMPLES) > 100
    assert {e.reached for _, e in EXAMPLES} == set(ORDER)


# -- the facts -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fact", "victim"),
    [
        ("child", "child"),
        ("child-victim", "child"),
        ("victim-under-fourteen", "child"),
        ("incapacitated", "incapacitated"),
        ("adult", "adult"),
        ("pregnant-victim", "adult"),
    ],
)
def test_the_kind_of_victim_is_what_the_facts_mean(fact, victim):
    case = comparators.parse_facts(f"recruitment,{fact}")
    assert case.victim == victim
    assert case.victim_given == (fact != "pregnant-victim")


def test_a_child_is_under_twenty_one_and_a_child_victim_whatever_word_was_used():
    for fact in ("child", "victim-under-fourteen"):
        present = comparators.parse_facts(f"recruitment,{fact}").present
        assert {"child-victim", "victim-under-21"} <= present


def test_what_a_fact_brings_along_brings_along_its_own():
    assert "apparent-or-known" in comparators.parse_facts("recruitment,known-to-offender").present


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ("recruitment,adult,child", "cannot be an adult and a child; ask for each by itself"),
        ("recruitment,adult,victim-under-fourteen", "'victim-under-fourteen' is a child, and the"),
        ("recruitment,incapacitated,child-victim", "'child-victim' is a child, and the"),
        ("recruitment,consent,against-the-will,adult", "'consent' and 'against-the-will'"),
    ],
)
def test_facts_that_contradict_each_other_are_refused_with_the_reason(facts, says):
    with pytest.raises(FactsError, match="contradictory facts") as refused:
        apply(law(), facts)
    assert says in str(refused.value)
    assert str(refused.value).startswith("contradictory facts: ")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("facts", "near"),
    [
        ("recruitmet,adult", "recruitment"),
        ("recruitment,forced-labor,adult", "forced-labour"),
        ("recruitment,chid", "child"),
        ("recruitment,victim-under-forteen", "victim-under-fourteen"),
        ("recruitment-offense", "recruitment"),
    ],
)
def test_an_unknown_fact_is_refused_with_the_nearest_that_can_be_one(facts, near):
    with pytest.raises(UnknownNameError, match=f"no fact is called '.*did you mean '{near}'"):
        apply(law(), facts)


@pytest.mark.parametrize("facts", ["recruitment deception", "recruitment forced-labour adult"])
def test_facts_without_commas_are_refused_with_the_commas(facts):
    with pytest.raises(UnknownNameError, match="separate facts with commas: recruitment,"):
        apply(law(), facts)


@pytest.mark.parametrize(
    ("facts", "what"),
    [
        (7, "7 is no facts"),
        (b"recruitment", "is no facts"),
        (law(), "is no facts"),
        (["recruitment", 7], "7 is no fact:"),
        (["recruitment", None], "None is no fact:"),
    ],
)
def test_what_is_no_text_is_no_fact_and_what_would_be_is_said(facts, what):
    with pytest.raises(FactsError, match=rf"{what}.*recruitment") as refused:
        comparators.parse_facts(facts)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("facts", ["deception,forced-labour,adult", "adult", "", ()])
def test_facts_without_an_act_are_refused(facts):
    with pytest.raises(FactsError, match="no act among the facts: name one"):
        apply(law(), facts)


@pytest.mark.parametrize(
    "fact", ["consent-irrelevant", "attempt", "no-penalty", "victim-not-punished", "confiscation"]
)
def test_what_only_a_law_can_say_is_no_fact(fact):
    with pytest.raises(FactsError, match=f"'{fact}' is no fact of a case"):
        apply(law(), f"recruitment,{fact},adult")


def test_what_is_no_fact_is_told_with_the_nearest_that_is():
    with pytest.raises(FactsError) as refused:
        apply(law(), "recruitment,attempt-documents,adult")
    assert str(refused.value) == (
        "'attempt-documents' is no fact of a case: it is something a law says (related) "
        "(did you mean 'forged-documents'?)"
    )


def test_a_heading_is_no_fact_and_a_form_of_it_is_named():
    with pytest.raises(FactsError, match=r"'exploitation' is a heading.*such as forced-labour"):
        apply(law(), "recruitment,deception,exploitation,adult")


def test_facts_may_be_one_text_or_several_in_any_case_and_spacing():
    wanted = apply(law(), CASE)
    for facts in (
        CASE.split(","),
        "Recruitment, forced labour , deception,, Adult",
        "recruitment,recruitment,forced-labour,deception,adult",
    ):
        assert apply(law(), facts).grounds == wanted.grounds


def test_the_same_case_with_another_victim_brings_along_what_that_victim_is():
    case = comparators.parse_facts("recruitment,deception,document-offences,compelled")
    child = with_victim(case, "child", WORDS)
    assert (child.victim, child.victim_given, child.acts) == ("child", True, case.acts)
    assert {
        "child-victim",
        "victim-under-21",
        "recruitment",
        "document-offences",
        "compelled",
    } <= child.present
    helpless = with_victim(child, "incapacitated", WORDS)
    assert "helpless-victim" in helpless.present
    assert "child-victim" not in helpless.present
    assert with_victim(helpless, "adult", WORDS).present == case.present
    told = comparators.parse_facts("recruitment,child-victim")
    assert "child-victim" not in with_victim(told, "adult", WORDS).present


def test_the_name_of_a_law_is_told_to_be_no_fact():
    with pytest.raises(FactsError) as refused:
        comparators.parse_facts("recruitment,armenia")
    assert str(refused.value) == (
        "'armenia' is an instrument and no fact: "
        "give names of concepts, such as 'recruitment,deception,forced-labour,adult'"
    )


def test_where_no_victim_is_named_an_adult_is_assumed_and_that_is_said():
    assert "an adult is assumed" in said(apply(law(), "recruitment,deception,forced-labour"))
    assert "an adult is assumed" not in said(apply(law(), CASE))


@pytest.mark.parametrize("name", ["slavery-convention", "ilo-c29", "supplementary-convention"])
def test_an_instrument_without_an_offence_says_so_instead_of_reaching_nothing(name):
    with pytest.raises(NothingToReachError, match="lays down no offence of trafficking"):
        of(name, CASE)


def test_an_answer_is_no_truth_value():
    for facts in (CASE, "recruitment,adult"):
        with pytest.raises(TypeError, match=r"read \.reached"):
            bool(apply(law(), facts))


# -- what a fact brings along ----------------------------------------------------------------------

TRAVEL = law(
    offence("2(1)", limb(means=NOT_REQUIRED, requires=["travel"])),
    acts=("recruitment", "transportation", "harbouring"),
)
TREATY = law(
    offence("4", limb(at="4(a)"), limb(means=NOT_REQUIRED, victims=["child"], at="4(c)")),
    kind="treaty",
)


@pytest.mark.parametrize("child", ["child", "victim-under-fourteen", "child-victim"])
def test_whoever_is_under_fourteen_is_a_child_and_needs_no_means(child):
    assert only(apply(TREATY, f"recruitment,forced-labour,{child}")).at == "4(c)"
    assert apply(TREATY, "recruitment,forced-labour,adult").kind == Kind.NOT


def test_whoever_is_transported_travels_and_whoever_is_harboured_may_not():
    assert apply(TRAVEL, "transportation,forced-labour,adult").kind == Kind.REACHED
    answer = apply(TRAVEL, "harbouring,forced-labour,adult")
    assert (answer.kind, only(answer).wanted) == (Kind.ONLY, ("travel",))
    assert told(answer, "the offence").startswith("REACHED IF: travel of the victim (2(1))")
    assert apply(TRAVEL, "harbouring,forced-labour,travel,adult").kind == Kind.REACHED


@pytest.mark.parametrize("brings", ["abduction", "cannot-refuse"])
def test_whoever_was_abducted_cannot_refuse(brings):
    services = a_list("purpose", other_services=demanding("cannot-refuse"))
    labour = law(offence("1", limb(means=NOT_REQUIRED)), purposes=services)
    assert apply(labour, f"recruitment,other-services,{brings},adult").kind == Kind.REACHED
    assert only(apply(labour, "recruitment,other-services,adult")).wanted == ("cannot-refuse",)


def test_a_slave_cannot_refuse():
    owned = law(
        offence("1", limb(means=NOT_REQUIRED)),
        purposes=a_list("purpose", slavery=demanding("cannot-refuse")),
    )
    assert apply(owned, "recruitment,slavery,adult").kind == Kind.REACHED


# -- reached if: what nobody mentioned is asked for, and never denied ------------------------------


@pytest.mark.parametrize("further", ["for-gain", "against-the-will", "dependent-person", "woman"])
@pytest.mark.parametrize("where", ["limb", "act", "purpose"])
def test_a_further_element_left_unsaid_is_asked_for(further, where):
    entry = {"recruitment" if where == "act" else "forced_labour": demanding(further)}
    draft = law(
        offence("1", limb(requires=[further] if where == "limb" else [])),
        acts=a_list("act", **entry) if where == "act" else ("recruitment",),
        purposes=a_list("purpose", **entry) if where == "purpose" else ("forced-labour",),
    )
    answer = apply(draft, CASE)
    assert (answer.kind, only(answer).wanted) == (Kind.ONLY, (further,))
    assert answer.reached == "undetermined"
    assert "REACHED IF" in said(answer)
    assert "NOT REACHED" not in said(answer)
    assert apply(draft, f"{CASE},{further}").kind == Kind.REACHED


def test_of_two_limbs_the_one_that_wants_less_is_told():
    draft = law(offence("1", limb(requires=["for-gain"]), limb(requires=["for-gain", "travel"])))
    assert only(apply(draft, CASE)).wanted == ("for-gain",)
    either = law(offence("1", limb(requires=["for-gain"]), limb(requires=["travel"])))
    assert {g.wanted for g in apply(either, CASE).grounds} == {("for-gain",), ("travel",)}


def test_what_brings_a_case_before_the_courts_is_a_proviso_and_no_element():
    federal = law(
        offence(
            "1591", limb(means=NOT_REQUIRED, victims=["child"], requires=["interstate-commerce"])
        )
    )
    answer = apply(federal, "recruitment,forced-labour,child")
    assert (answer.kind, only(answer).jurisdiction) == (Kind.REACHED, ("interstate-commerce",))
    assert "Proviso" in told(answer, "the offence")
    named = apply(federal, "recruitment,forced-labour,interstate-commerce,child")
    assert (named.kind, only(named).jurisdiction) == (Kind.REACHED, ())


def test_of_a_broad_fact_the_forms_that_are_reached_are_asked_for():
    draft = law(purposes=("prostitution-of-others",))
    answer = apply(draft, "recruitment,deception,sexual-exploitation,adult")
    assert answer.kind == Kind.ONLY
    assert only(answer).forms == (("purpose", "prostitution-of-others"),)
    assert "it is exploitation of the prostitution of others" in said(answer)
    assert apply(
        law(purposes=("sexual-exploitation",)), "recruitment,deception,sexual-exploitation,adult"
    ).kind == (Kind.REACHED)


def test_a_fact_reached_in_all_its_forms_is_told_once_and_in_its_own_words():
    draft = law(
        offence("1", limb(), limb(means="few", at="1(2)")),
        means=("abduction", "deception", "fraud"),
        lists={"few": a_list("means", "fraud")},
    )
    first = next(g for g in apply(draft, CASE).grounds if g.at == "1")
    assert [b.fact for b in first.borne] == ["recruitment", "deception", "forced-labour"]
    assert told(apply(draft, CASE), "the offence").startswith(
        "REACHED by 1: “recruitment”, “deception”, “forced labour”"
    )


def test_a_narrower_fact_that_fails_hides_no_form_of_a_broader_one():
    draft = law(purposes=("debt-bondage",))
    facts = "recruitment,deception,child-delivery,practices-similar-to-slavery,adult"
    answer = apply(draft, facts)
    assert (answer.kind, only(answer).forms) == (Kind.ONLY, (("purpose", "debt-bondage"),))


def test_forms_that_two_limbs_reach_between_them_are_reached_whichever_it_was():
    lists = {
        "strong": a_list("means", "use-of-force-dangerous"),
        "weak": a_list("means", "use-of-force-not-dangerous"),
    }
    draft = law(
        offence("1", limb(means="strong", at="1(1)"), limb(means="weak", at="1(2)")), lists=lists
    )
    answer = apply(draft, "recruitment,use-of-force,forced-labour,adult")
    assert answer.kind == Kind.REACHED
    assert [g.at for g in answer.grounds] == ["1(1)", "1(2)"]
    half = law(offence("1", limb(means="strong")), lists=lists)
    assert apply(half, "recruitment,use-of-force,forced-labour,adult").kind == Kind.ONLY


# -- open, not known, not reached ------------------------------------------------------------------


def test_an_official_position_used_is_arguably_an_abuse_of_power():
    draft = law(means=("abuse-of-power",))
    answer = apply(draft, "recruitment,official-position,forced-labour,adult")
    assert answer.kind == Kind.OPEN
    (doubt,) = only(answer).doubts
    assert isinstance(doubt.way.because, Overlaps)
    assert "OPEN, by 1: Is use of official position “abuse of power”?" in said(answer)
    own = law(means=("official-position",))
    assert apply(own, "recruitment,official-position,forced-labour,adult").kind == Kind.REACHED
    assert apply(draft, "recruitment,organised-group,forced-labour,adult").kind == Kind.NOT


def test_an_open_list_leaves_the_answer_open_and_its_words_are_quoted():
    draft = law(acts=a_list("act", "transfer", unlisted="open"))
    answer = apply(draft, CASE)
    assert answer.kind == Kind.OPEN
    assert isinstance(only(answer).doubts[0].way.because, Opened)
    assert "Is recruitment within “other acts” (1)?" in said(answer)


def test_a_list_that_was_not_given_in_full_refuses_nothing():
    draft = law(purposes=a_list("purpose", "slavery", unlisted="silent"))
    answer = apply(draft, CASE)
    assert answer.kind == Kind.SILENT
    assert isinstance(only(answer).doubts[0].way.because, Unread)
    assert (
        told(answer, "the offence")
        == "NOT KNOWN: whether it names forced labour or services; read 99"
    )


@pytest.mark.parametrize("facet", ["acts", "means", "purposes"])
def test_a_facet_that_was_not_seen_refuses_nothing(facet):
    unread = dict.fromkeys(("element", "means", "purpose"), Place(at="7"))
    draft = law(offence("1", limb(**{facet: NOT_SEEN})), unread=unread)
    for facts in (CASE, "receipt,blackmail,begging,child"):
        answer = apply(draft, facts)
        assert answer.kind == (Kind.SILENT if facts == CASE else Kind.NOT)
        if facts == CASE:
            assert "NOT KNOWN" in said(answer)
            assert "read 1" in said(answer)


def test_an_arguable_limb_is_told_by_its_other_reading():
    draft = law(offence("1", limb(mark="arguable", reading="The means may govern the aim alone.")))
    answer = apply(draft, CASE)
    assert answer.kind == Kind.OPEN
    assert "The means may govern the aim alone." in told(answer, "the offence")


def test_what_a_list_names_on_a_demand_and_otherwise_leaves_open_is_reached_if():
    # "other services, for gain", in a list that is open: with gain it is certain, without it a question
    draft = law(purposes=a_list("purpose", unlisted="open", other_services=demanding("for-gain")))
    answer = apply(draft, "recruitment,deception,other-services,adult")
    assert (answer.kind, only(answer).wanted) == (Kind.ONLY, ("for-gain",))
    assert apply(draft, "recruitment,deception,other-services,for-gain,adult").kind == Kind.REACHED


def test_an_unseen_word_that_would_arguably_do_leaves_the_case_undetermined():
    # whether slave labour is named was not seen; if it is, forced labour is arguably reached by it
    unseen = Entry(at="2", mark="unseen")
    draft = law(purposes=a_list("purpose", "organ-removal", slave_labour=unseen))
    assert any(other == "slave-labour" for other, _ in WORDS.overlapping("forced-labour"))
    assert apply(draft, CASE).reached == "undetermined"
    assert apply(draft, "recruitment,deception,begging,adult").kind == Kind.NOT


@pytest.mark.parametrize(
    ("facts", "missing", "says"),
    [
        ("receipt,deception,forced-labour,adult", ("act",), "1 does not name receipt"),
        ("recruitment,blackmail,forced-labour,adult", ("means",), "1 does not name blackmail"),
        ("recruitment,deception,surrogacy,adult", ("purpose",), "1 does not name surrogacy"),
        (
            "recruitment,forced-labour,adult",
            ("means",),
            "1 needs a means, and none is among the facts",
        ),
        ("recruitment,deception,adult", ("purpose",), "1 needs a purpose, and none is among the"),
    ],
)
def test_the_piece_that_is_missing_is_named(facts, missing, says):
    answer = apply(law(), facts)
    assert (answer.kind, only(answer).missing) == (Kind.NOT, missing)
    assert told(answer, "the offence").startswith(f"NOT REACHED: {says}")


def test_the_missing_piece_is_that_of_a_limb_against_this_victim():
    # an article on adults, by means; one on children, of other acts
    lists = {"of-child": a_list("act", "sale-or-purchase")}
    draft = law(
        offence("132.2", limb(acts="of-child", means=NOT_REQUIRED, victims=["child"])),
        offence("132", limb(victims=["adult"], at="132(1)")),
        lists=lists,
    )
    answer = apply(draft, "advertising,deception,forced-labour,adult")
    assert (only(answer).at, only(answer).missing) == ("132(1)", ("act",))
    assert "is not on an adult" not in said(answer)
    for child in ("advertising,forced-labour,child", "advertising,deception,forced-labour,child"):
        assert only(apply(draft, child)).at == "132.2"
    nobody = law(offence("9", limb(victims=["child"])))
    assert told(apply(nobody, CASE), "the offence") == "NOT REACHED: 9 is not on an adult"


def test_the_missing_piece_is_the_one_nearest_to_the_facts():
    # of two articles the one that has the act and the means, though it stands second
    lists = {"far": a_list("act", "transfer"), "aims": a_list("purpose", "organ-removal")}
    draft = law(
        offence("1", limb(acts="far", purposes="aims")),
        offence("2", limb(purposes="aims")),
        lists=lists,
    )
    answer = apply(draft, CASE)
    assert (only(answer).at, only(answer).missing) == ("2", ("purpose",))


def test_nothing_is_said_of_a_law_whose_article_is_wholly_unseen():
    draft = law(
        offence("132", limb(NOT_SEEN, NOT_SEEN, NOT_SEEN)), unread={"element": Place(at="132")}
    )
    for facts in (CASE, "receipt,child"):
        answer = apply(draft, facts)
        assert answer.kind == Kind.SILENT
        assert "read 132" in said(answer)


# -- related offences ------------------------------------------------------------------------------

LABOUR = law(
    offence("1590"),
    offence(
        "1589",
        limb("exacting", NOT_REQUIRED, "labour", at="1589(a)"),
        kind="related",
        title="Forced labor",
        penalty=Penalty(max_years=20, words="20 years"),
    ),
    lists={
        "exacting": a_list("act", "exploiting", at="1589(a)"),
        "labour": a_list("purpose", "forced-labour"),
    },
)


def test_a_related_offence_that_reaches_the_facts_is_named_as_related():
    answer = apply(LABOUR, "exploiting,use-of-force,forced-labour,adult")
    assert answer.kind == Kind.NOT
    assert [(g.at, g.kind) for g in answer.related] == [("1589(a)", Kind.REACHED)]
    assert told(answer, "related offence").startswith("REACHED by 1589(a): “exploiting”")
    assert "up to 20 years (1589)" in told(answer, "sanction")
    assert answer.reached == "no", "the offence of trafficking does not reach them"


def test_a_related_offence_that_does_not_reach_the_facts_is_not_told():
    assert apply(LABOUR, "receipt,deception,begging,adult").related == ()
    assert apply(LABOUR, CASE).related == ()


def test_a_related_offence_without_recorded_elements_is_asked_and_not_known():
    bare = evolve(LABOUR.offences[1], limbs=())
    draft = law(offence("1590"), bare)
    answer = apply(draft, "exploiting,forced-labour,adult")
    assert [(g.at, g.kind) for g in answer.related] == [("1589", Kind.SILENT)]
    assert "not recorded; read 1589 (Forced labor)" in told(answer, "related offence")
    assert apply(draft, CASE).related == (), "reached already"


def test_who_was_kidnapped_for_exploitation_falls_under_the_graver_article_as_well():
    entries = {
        "of-kidnapped": a_list("act", "transportation"),
        "kidnapping": a_list("means", "abduction"),
        "owned": a_list("purpose", "exploitation", slavery=demanding("cannot-refuse"), at="note 2"),
    }
    draft = law(
        offence(
            "128",
            limb("of-kidnapped", NOT_REQUIRED, "owned"),
            penalty=Penalty(max_years=5, words="5"),
        ),
        offence(
            "125",
            limb("of-kidnapped", "kidnapping", "owned", at="125(3)(б)"),
            kind="related",
            penalty=Penalty(min_years=10, max_years=15, at="125(3)", words="10-15"),
        ),
        lists=entries,
    )
    answer = apply(draft, "abduction,transportation,slavery,adult")
    assert [g.at for g in (*answer.grounds, *answer.related)] == ["128", "125(3)(б)"]
    assert "10-15 years (125(3))" in told(answer, "sanction")
    assert "up to 5 years (128)" in told(apply(draft, "transportation,slavery,adult"), "sanction")


# -- what aggravates, and the sanction -------------------------------------------------------------


def years(low: int | None, high: int | None, **more: object) -> Penalty:
    """A range of years."""
    return Penalty(min_years=low, max_years=high, words="a range", **more)


def graded(*tiers: Tier, base: Penalty | None = None, lists: dict | None = None, **more):
    """A law without means, with a base penalty and graver forms."""
    free = limb(means=NOT_REQUIRED)
    return law(
        offence("1", free, penalty=base or years(7, 10, at="1(2)"), tiers=tiers),
        lists=lists,
        **more,
    )


def circumstances(answer: Application) -> set[tuple[str, str]]:
    return {(m.concept, m.at) for m in answer.circumstances if m.certain}


def test_the_gravest_form_is_that_of_all_offences_that_reach_the_facts():
    lists = {
        "band": a_list("aggravating", "organised-group", at="1(3)"),
        "minor": a_list("aggravating", "child-victim", at="2"),
    }
    draft = law(
        offence(
            "1", penalty=years(None, 7, at="1(1)"), tiers=(Tier("1(3)", "band", years(None, 20)),)
        ),
        offence(
            "2",
            limb(means=NOT_REQUIRED, victims=["child"]),
            graver_for="minor",
            penalty=years(None, 10),
        ),
        lists=lists,
    )
    both = apply(draft, "recruitment,deception,forced-labour,organised-group,child")
    assert told(both, "sanction") == "up to 20 years (1(3): organised group)"
    child = apply(draft, "recruitment,deception,forced-labour,child")
    assert told(child, "sanction") == "up to 10 years (2)"
    assert circumstances(child) == {("child-victim", "2")}


def test_a_form_that_needs_several_circumstances_is_met_by_all_of_them_alone():
    lists = {
        "child": a_list("aggravating", "child-victim", at="1(4)"),
        "children": a_list("aggravating", "child-victim", "several-victims", at="1(5)"),
    }
    draft = graded(
        Tier("1(4)", "child", years(10, None, life=True)),
        Tier("1(5)", "children", years(14, None, life=True), all=True),
        lists=lists,
    )
    one = apply(draft, "recruitment,forced-labour,child")
    assert told(one, "sanction") == "10 years to life (1(4): child victim)"
    several = apply(draft, "recruitment,forced-labour,several-victims,child")
    assert told(several, "sanction").startswith("14 years to life (1(5): child victim, two or more")
    adults = apply(draft, "recruitment,forced-labour,several-victims,adult")
    assert told(adults, "sanction") == "7-10 years (1(2))"


@pytest.mark.parametrize("unseen", [None, Penalty(mark="unseen", at="7")])
def test_a_form_whose_sanction_was_not_seen_is_not_known_and_not_that_of_the_base(unseen):
    lists = {"circ": a_list("aggravating", "child-victim", at="7")}
    draft = graded(Tier("7", "circ", unseen), lists=lists)
    sanction = told(apply(draft, "recruitment,forced-labour,child"), "sanction")
    assert sanction == "not known; read 7: child victim; of what was seen: 7-10 years (1(2))"
    assert told(apply(draft, "recruitment,forced-labour,adult"), "sanction") == "7-10 years (1(2))"


def test_the_penalty_has_its_own_pinpoint_and_the_circumstance_its():
    lists = {"circ": a_list("aggravating", "child-victim", at="1(4)(b)")}
    draft = graded(Tier("1(4)", "circ", years(10, 12, at="Sanctions Act 3")), lists=lists)
    answer = apply(draft, "recruitment,forced-labour,child")
    assert circumstances(answer) == {("child-victim", "1(4)")}
    assert told(answer, "sanction") == "10-12 years (Sanctions Act 3: child victim)"


def test_a_factor_is_weighed_within_the_range_and_a_lesser_form_is_no_graver_one():
    lists = {"circ": a_list("aggravating", "organised-group", at="3")}
    factor = graded(Tier("3", "circ", None, effect="factor"), lists=lists)
    answer = apply(factor, "recruitment,forced-labour,organised-group,adult")
    assert told(answer, "sanction") == "7-10 years (1(2))"
    assert "weighed within the range" in told(answer, "aggravates")
    lesser = graded(Tier("3", "circ", years(None, 2), effect="lesser"), lists=lists)
    assert (
        told(apply(lesser, "recruitment,forced-labour,organised-group,adult"), "sanction")
        == "7-10 years (1(2))"
    )


def test_a_range_raised_by_a_fraction_is_graver_than_its_base():
    lists = {
        "circ": a_list("aggravating", "organised-group", at="3"),
        "few": a_list("aggravating", "weapon", at="4"),
    }
    draft = graded(
        Tier("3", "circ", Penalty(raised="1/3 to 1/2", words="raised")),
        Tier("4", "few", years(None, 11)),
        lists=lists,
    )
    answer = apply(draft, "recruitment,forced-labour,organised-group,weapon,adult")
    assert answer.sanction.gravest.at == "3"
    assert apply(draft, "recruitment,forced-labour,weapon,adult").sanction.gravest.at == "4"


def test_of_forms_with_the_same_sanction_the_first_of_the_law_is_told():
    lists = {
        "band": a_list("aggravating", "organised-group", at="1(3)(a)"),
        "arms": a_list("aggravating", "weapon", at="1(3)(b)"),
    }
    tiers = (Tier("1(3)(a)", "band", years(8, 12)), Tier("1(3)(b)", "arms", years(8, 12)))
    facts = "recruitment,forced-labour,weapon,organised-group,adult"
    assert told(apply(graded(*tiers, lists=lists), facts), "sanction").startswith(
        "8-12 years (1(3)(a)"
    )
    turned = graded(*reversed(tiers), lists=lists)
    assert told(apply(turned, facts), "sanction").startswith("8-12 years (1(3)(b)")
    as_the_base = graded(Tier("1(3)(a)", "band", years(7, 10)), lists=lists)
    assert told(apply(as_the_base, facts), "sanction") == "7-10 years (1(2))", "no graver than it"


@pytest.mark.parametrize(
    ("form", "graver"),
    [
        (years(7, 10), False),
        (years(6, 10), False),
        (years(8, 10), True),
        (years(7, 10, max_months=1), True),
        (years(None, 11), True),
        (years(None, None, life=True), True),
    ],
)
def test_an_arguable_form_is_told_where_it_is_graver_than_the_gravest_and_not_where_it_equals_it(
    form, graver
):
    lists = {"circ": a_list("aggravating", "criminal-organisation", at="1(3)")}
    draft = graded(Tier("1(3)", "circ", form), lists=lists)
    answer = apply(draft, "recruitment,forced-labour,organised-group,adult")
    assert answer.sanction.gravest.at == "1(2)"
    assert (answer.sanction.arguable is not None) == graver
    assert ("if that form is met" in told(answer, "sanction")) == graver


def test_a_circumstance_the_words_may_reach_is_arguable_and_moves_no_penalty():
    lists = {"circ": a_list("aggravating", "criminal-organisation", at="1(3)")}
    draft = graded(Tier("1(3)", "circ", years(None, 20)), lists=lists)
    answer = apply(draft, "recruitment,forced-labour,organised-group,adult")
    (met,) = answer.circumstances
    assert (met.concept, met.certain) == ("criminal-organisation", False)
    assert answer.sanction.gravest.at == "1(2)"
    assert told(answer, "sanction").endswith("if that form is met")
    assert "arguable: organised group" in told(answer, "aggravates")


def test_a_circumstance_demands_what_its_words_demand():
    lists = {
        "circ": a_list("aggravating", pregnant_victim=demanding("known-to-offender"), at="1(3)")
    }
    draft = graded(Tier("1(3)", "circ", years(None, 20)), lists=lists)
    known = "recruitment,forced-labour,pregnant-victim,known-to-offender,adult"
    assert apply(draft, known).sanction.gravest.at == "1(3)"
    unsaid = apply(draft, known.replace(",known-to-offender", ""))
    assert unsaid.sanction.gravest.at == "1(2)"
    assert "if known to the offender" in told(unsaid, "aggravates")


def test_what_is_not_reached_has_no_penalty_and_what_may_be_has_it_if_reached():
    draft = law(offence("1", penalty=years(1, 2)))
    assert apply(draft, "receipt,deception,forced-labour,adult").sanction is None
    gain = law(offence("1", limb(requires=["for-gain"]), penalty=years(1, 2)))
    assert told(apply(gain, CASE), "sanction") == "1-2 years (1); if reached"


# -- consent ---------------------------------------------------------------------------------------


def with_rule(*offences, **more):
    """A treaty with a rule on consent."""
    rule = a_list(
        "rule", consent_irrelevant=Entry(words="irrelevant where any of the means", at="4(b)")
    )
    return law(*offences, lists={"rules": rule}, **more)


def test_a_means_that_nobody_used_engages_no_rule_about_means():
    treaty = with_rule(kind="treaty")
    answer = apply(treaty, "recruitment,forced-labour,consent,adult")
    assert (answer.kind, answer.consent.kind) == (Kind.NOT, "not-engaged")
    assert told(answer, "consent") == "no means was used: the rule of 4(b) is not engaged"
    used = apply(treaty, f"{CASE},consent")
    assert (used.consent.kind, used.consent.at) == ("rule", "4(b)")
    assert told(used, "consent") == "no defence: “irrelevant where any of the means” (4(b))."


def test_where_no_means_is_needed_consent_is_no_element_and_the_rule_is_quoted():
    child = with_rule(offence("4", limb(means=NOT_REQUIRED, victims=["child"], at="4(c)")))
    answer = apply(child, "recruitment,forced-labour,consent,child")
    assert (answer.consent.kind, answer.consent.limb) == ("no-element", "4(c)")
    assert "“irrelevant where any of the means” (4(b))" in told(answer, "consent")


def test_where_the_want_of_consent_is_an_element_consent_decides():
    draft = law(offence("1", limb(requires=["against-the-will"])))
    answer = apply(draft, f"{CASE},consent")
    assert (answer.kind, answer.consent.kind) == (Kind.ONLY, "demands")


def test_without_a_rule_the_general_part_decides_and_an_unseen_one_is_to_be_read():
    none = a_list("rule", "child-without-means", at="1-10")
    read = apply(law(lists={"rules": none}), f"{CASE},consent")
    assert "no rule on consent in the text read (1-10): the general part" in told(read, "consent")
    silent = a_list("rule", "child-without-means", unlisted="silent")
    unread = apply(law(lists={"rules": silent}), f"{CASE},consent")
    assert told(unread, "consent") == "a rule on consent was not seen; read 99"
    assert apply(law(), CASE).consent is None, "nobody asked"


# -- what would change the answer, and the notes that bear -----------------------------------------


def test_nothing_would_change_what_is_reached_already():
    assert apply(law(), CASE).would_change == ()


def test_each_fact_named_as_changing_the_answer_does_change_it():
    for draft, facts in (
        (law(), "recruitment,forced-labour,adult"),
        (law(), "recruitment,deception,adult"),
        (TREATY, "recruitment,forced-labour,adult"),
        (TRAVEL, "harbouring,forced-labour,adult"),
        (provisions.get("armenia"), "transportation,forced-labour,child"),
        (provisions.get("kazakhstan@2006-03-02"), "recruitment,other-services,adult"),
        (provisions.get("moldova@2002-04-18"), "recruitment,forced-labour,adult"),
    ):
        answer = apply(draft, facts)
        assert answer.would_change
        for facet, more in answer.would_change:
            kept = [f for f in facts.split(",") if facet != "victim" or f not in VICTIMS]
            assert apply(draft, [*kept, more]).kind == Kind.REACHED, more


@pytest.mark.parametrize("name", ["palermo", "armenia@2003-08-01", "united-kingdom"])
@pytest.mark.parametrize(
    "facts", ["recruitment,forced-labour,adult", "harbouring,fraud,slavery,adult"]
)
def test_an_element_a_means_or_a_victim_that_would_do_by_itself_is_named(name, facts):
    answer = of(name, facts)
    named = {more for _, more in answer.would_change}
    for more in (*FURTHER, *VICTIMS):
        if more == "interstate-commerce" or more in facts:
            continue
        kept = [f for f in facts.split(",") if more not in VICTIMS or f not in VICTIMS]
        changes = (
            answer.kind != Kind.REACHED
            and apply(provisions.get(name), [*kept, more]).kind == Kind.REACHED
        )
        assert (more in named) == changes, more


def test_the_notes_of_the_record_that_bear_on_the_answer_are_printed():
    draft = law(
        offence("1", limb(reading="The limb has a note.")),
        acts=a_list(
            "act", "transfer", recruitment=Entry(words="recruits", reading="The word has a note.")
        ),
        purposes=a_list(
            "purpose", "forced-labour", begging=Entry(words="begs", reading="Of no bearing.")
        ),
    )
    assert "Draft, 1: The limb has a note." in said(apply(draft, CASE))
    assert "Draft, 1: The word has a note." in said(apply(draft, CASE))
    assert "Of no bearing." not in said(apply(draft, CASE))


def test_where_the_sources_differ_on_a_fact_that_is_told():
    assert "one Armenian word for both" in said(of("armenia@2011-03-01", CASE))
    assert "one Armenian word for both" not in said(
        of("armenia@2011-03-01", "recruitment,blackmail,servitude,adult")
    )


# -- laws of the corpus ----------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "at"), [("palermo", "3(c)"), ("coe", "4(c)")])
def test_a_child_without_means_is_reached_by_the_treaties_and_an_adult_is_not(name, at):
    assert only(of(name, "recruitment,sexual-exploitation,child")).at == at
    assert only(of(name, "recruitment,sexual-exploitation,adult")).missing == ("means",)


def test_a_child_sold_to_be_brought_up_is_outside_the_treaties_and_inside_kazakh_law():
    # Mr Soliev at the Round Table: sale without exploitation
    for name in ("palermo", "coe"):
        answer = of(name, "sale-or-purchase,child")
        assert answer.kind == Kind.NOT
        assert "purpose" in only(answer).missing
    assert "133(1)" in {g.at for g in of("kazakhstan@2006-03-02", "sale-or-purchase,child").grounds}


def test_an_adult_received_in_kazakhstan_is_undetermined_in_2012_and_reached_after_july_2013():
    facts = "receipt,forced-labour,adult"
    before, after = of("kazakhstan@2006-03-02", facts), of("kazakhstan@2013-07-04", facts)
    assert before.kind == Kind.OPEN
    assert "иных деяний" in said(before)
    assert after.kind == Kind.REACHED


def test_armenia_2003_reaches_whoever_acts_for_gain():
    answer = of("armenia@2003-08-01", "recruitment,fraud,forced-labour,adult")
    assert only(answer).wanted == ("for-gain",)
    assert of("armenia@2006-07-16", CASE).kind == Kind.REACHED, "dropped in 2006"


def test_whether_armenia_2011_reaches_the_transportation_of_a_child_is_not_known():
    answer = of("armenia@2011-03-01", "transportation,forced-labour,child")
    assert (answer.kind, only(answer).at) == (Kind.SILENT, "132.2")
    assert of("armenia@2011-03-01", "recruitment,forced-labour,child").kind == Kind.REACHED


def test_of_several_acts_means_and_purposes_one_of_each_is_enough():
    assert of("palermo", "exploiting,transfer,debt,deception,pornography,servitude,adult").kind == (
        Kind.REACHED
    )
    assert of("palermo", "exploiting,debt,deception,servitude,adult").kind == Kind.NOT


@pytest.mark.parametrize(
    ("name", "facts", "kind", "at"),
    [
        ("coe", "recruitment,victim-under-fourteen,forced-labour", Kind.REACHED, "4(c)"),
        ("armenia@2011-03-01", "recruitment,official-position,forced-labour,adult", Kind.OPEN, "132(1)"),
        ("armenia@2011-03-01", "sale-or-purchase,deception,forced-labour,adult", Kind.REACHED, "132(1)"),
        ("uk@2015-07-31", "transportation,deception,slavery,adult", Kind.REACHED, "2(1)"),
        ("us@2019-01-09", "recruitment,prostitution-of-others,child", Kind.REACHED, "18 USC 1591(a)(1)"),
        ("kazakhstan@2006-03-02", "abduction,transportation,slavery,adult", Kind.REACHED, "128(1)"),
    ],
)  # fmt: skip
def test_cases_that_once_came_out_wrong(name, facts, kind, at):
    answer = of(name, facts)
    assert answer.kind == kind
    assert at in {g.at for g in answer.grounds}


@pytest.mark.parametrize(
    ("name", "facts", "at", "sanction"),
    [
        ("us@2019-01-09", "exploiting,use-of-force,forced-labour,adult", "18 USC 1589(a)", "up to 20 years"),
        ("uk@2015-07-31", "exploiting,use-of-force,forced-labour,adult", "1(1)(b)", "up to life"),
        ("kazakhstan@2006-03-02", "abduction,transportation,slavery,adult", "125(3)(б)", "10-15 years (125(3)"),
    ],
)  # fmt: skip
def test_related_offences_of_the_corpus_that_reach_the_facts(name, facts, at, sanction):
    answer = of(name, facts)
    assert [g.at for g in answer.related if g.kind == Kind.REACHED] == [at]
    assert told(answer, "sanction").startswith(sanction)
    assert "no act needed" not in said(answer)


def test_a_law_without_a_word_says_not_known_and_where_to_read():
    answer = of("armenia@2022-07-01", CASE)
    assert answer.kind == Kind.SILENT
    assert "NOT REACHED" not in said(answer)


def test_two_texts_of_one_law_are_told_apart_by_their_dates():
    names = ["kazakhstan@2006-03-02", "kazakhstan@2013-07-04"]
    shown = CliRunner().invoke(main, [*names, "--facts", "receipt,forced-labour,adult"])
    assert "Kazakhstan 2006-03-02" in shown.output
    assert "Kazakhstan 2013-07-04" in shown.output
    noted = shown.output.partition("\nNotes\n")[2].partition("\nSources\n")[0]
    assert noted.count("Kazakhstan (text of 2006-03-02), 128(1): ") == 1
    assert noted.count("Kazakhstan (text of 2013-07-04), 128(1): ") == 1
    data = CliRunner().invoke(
        main, [*names, "--facts", "receipt,forced-labour,adult", "--format", "json"]
    )
    assert [a["law"] for a in json.loads(data.output)["answers"]] == names


def test_a_law_is_named_as_everywhere():
    for law_ in ("Armenia@2011-03-01", provisions.get("armenia@2011-03-01")):
        assert apply(law_, CASE).law.key == "armenia@2011-03-01"


# -- the command line ------------------------------------------------------------------------------


def test_the_command_line_gives_the_answers_python_gives():
    facts = "recruitment,deception,forced-labour,child,consent,minor-offences"
    names = ("coe", "armenia", "kazakhstan")
    shown = CliRunner().invoke(main, [*names, "--facts", facts, "--format", "json"])
    assert shown.exit_code == 0
    for found, name in zip(json.loads(shown.output)["answers"], names, strict=True):
        answer = of(name, facts)
        assert found["law"] == name
        assert (found["reached"], found["answer"]) == ("yes", "reached")
        assert [g["at"] for g in found["grounds"]] == [g.at for g in answer.grounds]
        assert found["consent"] == told(answer, "consent")
        assert [o["text"] for o in found["own_offence"]] == [told(answer, "victim's own offence")]
        assert [(m["concept"], m["at"]) for m in found["aggravating"]] == [
            (m.concept, m.at) for m in answer.circumstances
        ]


def test_the_command_line_says_that_an_instrument_has_no_offence_and_answers_the_others():
    shown = CliRunner().invoke(
        main, ["CoE", "ilo-c29", "--facts", "recruitment,child,forced-labour"]
    )
    assert shown.exit_code == 0
    assert "lays down no offence" in " ".join(shown.output.split())
    assert "4(c)" in shown.output


@pytest.mark.parametrize(
    "facts",
    ["recruitmet,adult", "recruitment,adult,child", "deception", "", "recruitment deception"],
)
def test_the_command_line_refuses_bad_facts_in_one_line(facts):
    shown = CliRunner().invoke(main, ["CoE", "--facts", facts])
    assert shown.exit_code == 2
    assert len(shown.output.strip().splitlines()) == 1


# -- any law, any facts ----------------------------------------------------------------------------


@st.composite
def cases(draw: st.DrawFn):
    words = draw(strategies.thesauri())
    return words, draw(strategies.versions("law")), draw(strategies.facts(words))


def asked_naively(words, version, facts) -> tuple[bool, bool, bool]:
    """Whether the law reaches some facts for certain; if anything more were said; possibly."""
    oracle = Oracle(words, version)
    acts, means, purposes, further = (
        [f for f in facts if f in x]
        for x in (strategies.ACTS, strategies.MEANS, strategies.PURPOSES, strategies.FURTHER)
    )
    present = frozenset((*further, *(f for p in purposes for f in words[p].contains)))
    now, later = set(), set()
    for act, by, aim in product(acts, (*means, NONE), (*purposes, NONE)):
        now |= oracle.layers(version, Case(act, by, aim, facts[0], present))
        every = present | set(strategies.FURTHER)
        later |= oracle.layers(version, Case(act, by, aim, facts[0], every))
    return "named" in now, "named" in later, "possible" in later


@settings(max_examples=60)
@given(cases())
def test_the_answer_is_the_one_that_asking_each_limb_gives(case):
    words, version, facts = case
    certain, with_more, possible = asked_naively(words, version, facts)
    kind = apply(version, facts, words=words).kind
    assert (kind == Kind.REACHED) == certain
    assert (kind == Kind.ONLY) == (with_more and not certain)
    assert (kind == Kind.NOT) == (not possible)


@settings(max_examples=30)
@given(
    cases(),
    st.sampled_from(
        (*strategies.ACTS, *strategies.MEANS, *strategies.PURPOSES, *strategies.FURTHER)
    ),
)
def test_one_more_fact_never_unmakes_a_crime(case, more):
    words, version, facts = case
    before = apply(version, facts, words=words)
    after = apply(version, (*facts, more), words=words)
    assert ORDER[after.reached] >= ORDER[before.reached]


@settings(max_examples=20)
@given(cases())
def test_consent_never_changes_the_answer(case):
    words, version, facts = case
    plain = apply(version, facts, words=words)
    consenting = apply(version, (*facts, "consent"), words=words)
    assert (consenting.kind, consenting.grounds) == (plain.kind, plain.grounds)
    assert (consenting.consent is not None, plain.consent) == (True, None)


@settings(max_examples=30)
@given(cases())
def test_every_answer_gives_its_reason(case):
    words, version, facts = case
    answer = apply(version, facts, words=words)
    if answer.kind == Kind.NOT:
        assert all(g.missing for g in answer.grounds)
        return
    assert answer.grounds
    for ground in answer.grounds:
        assert [b.facet for b in ground.borne][:1] == ["act"]
        if answer.kind == Kind.ONLY:
            assert ground.wanted or ground.forms
        if answer.kind in (Kind.OPEN, Kind.SILENT):
            assert ground.doubts or ground.mark != "stated"
        if answer.kind == Kind.REACHED:
            assert not ground.wanted
            assert {b.way.layer for b in ground.borne} == {Layer.NAMED}


def known_either_way(version, *, there: bool):
    """The same law read on: whatever was not seen is there after all, or nothing more is."""

    def entries(a_list):
        found = {}
        for concept, entry in a_list.entries.items():
            if entry.mark != "unseen":
                found[concept] = entry
            elif there:
                found[concept] = evolve(entry, mark="stated", words="as it turns out")
        return found

    def read_on(a_list):
        if a_list.unlisted != "silent":
            return evolve(a_list, entries=entries(a_list))
        words = (
            {"unlisted": "open", "opening": "and any other"} if there else {"unlisted": "absent"}
        )
        return evolve(a_list, entries=entries(a_list), to_read=None, **words)

    def limbs(offence):
        seen = [evolve(x, mark="stated") if x.mark == "unseen" else x for x in offence.limbs]
        return tuple(
            x for x, was in zip(seen, offence.limbs, strict=True) if there or was.mark != "unseen"
        )

    offences = tuple(evolve(o, limbs=limbs(o)) for o in version.offences)
    return evolve(
        version, lists={n: read_on(x) for n, x in version.lists.items()}, offences=offences
    )


@settings(max_examples=40)
@given(cases(), st.booleans())
def test_no_refusal_and_no_conviction_rests_on_a_silence(case, there):
    words, version, facts = case
    answer = apply(version, facts, words=words)
    read_on = apply(known_either_way(version, there=there), facts, words=words)
    if answer.kind == Kind.NOT:
        assert read_on.kind == Kind.NOT
    if answer.kind == Kind.REACHED:
        assert read_on.kind == Kind.REACHED


@settings(max_examples=20)
@given(cases())
def test_renaming_a_list_or_splitting_a_limb_changes_no_answer(case):
    words, version, facts = case
    first, *rest = version.offences
    doubled = evolve(version, offences=(evolve(first, limbs=(*first.limbs, *first.limbs)), *rest))
    plain, other = (apply(v, facts, words=words) for v in (version, doubled))
    assert (plain.kind, plain.grounds) == (other.kind, other.grounds)


def test_facts_of_any_number_take_bounded_time():
    sorts = {
        s: [c.id for c in WORDS if c.sort == s and not c.heading]
        for s in ("act", "means", "purpose")
    }
    many = [*sorts["act"][:24], *sorts["means"][:30], *sorts["purpose"][:34], "adult"]
    assert len(many) == 24 + 30 + 34 + 1 - max(0, 24 - len(sorts["act"]))
    start = process_time()
    for name in ("coe", "kazakhstan@2006-03-02", "us"):
        assert of(name, many).kind == Kind.REACHED
    assert process_time() - start < 3, "27 s each before"


def test_the_public_face_offers_facts():
    assert {"apply", "parse_facts", "Facts", "FactsError", "Application"} <= set(
        comparators.__all__
    )
