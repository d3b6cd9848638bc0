"""Reach in the laws themselves: cases in which a lawyer knows the answer, from the records of the
corpus."""

from __future__ import annotations

import pytest
import strategies
from attrs import evolve
from cases import law, reached
from coverages import Coverage

import comparators
import provisions
from comparators import NothingToReachError, reaches
from comparators.verdicts import Told
from provisions.records import NOT_REQUIRED, VICTIMS, Entry, Evidence, Limb, List, Offence

KAZAKHSTAN_2003 = "kazakhstan@2003-07-09"
KAZAKHSTAN_2012 = "kazakhstan@2006-03-02"
KAZAKHSTAN_2013 = "kazakhstan@2013-07-04"
ARMENIA_2003 = "armenia@2003-08-01"
ARMENIA_2006 = "armenia@2006-07-16"
ARMENIA_2011 = "armenia@2011-03-01"
BULGARIA_2006 = "bulgaria@2006-10-13"
RUSSIA_2012 = "russia@2012-02-29"


def gaps_of(the_law: str, standard: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """The gaps of a law, by facet and concept, with the victims each concerns."""
    facet = {"act": "element"}
    return {
        (facet.get(g.facet, g.facet), t.concept): g.victims
        for g in reaches(law(the_law), law(standard)).gaps
        for t in g.words
    }


def beyond(the_law: str, standard: str) -> set[tuple[str, str]]:
    found = reaches(law(the_law), law(standard)).beyond
    return {(g.facet, t.concept) for g in found for t in g.words}


def demanded(the_law: str, standard: str) -> set[str]:
    found = reaches(law(the_law), law(standard))
    return {e for g in (*found.demands, *found.gaps) for some in g.only for e in some}


# -- Palermo and the Convention --------------------------------------------------------------------


@pytest.mark.parametrize("treaty", ["palermo", "coe"])
def test_a_child_without_means_is_reached_by_the_treaties(treaty):
    assert reached(law(treaty), "recruitment", "sexual-exploitation", "child") == "yes"


@pytest.mark.parametrize("treaty", ["palermo", "coe"])
@pytest.mark.parametrize("victim", ["adult", "incapacitated"])
def test_an_adult_without_means_is_not_reached_by_the_treaties(treaty, victim):
    assert reached(law(treaty), "recruitment", "sexual-exploitation", victim) == "no"
    assert reached(law(treaty), "recruitment", "deception", "sexual-exploitation", victim) == "yes"


@pytest.mark.parametrize("treaty", ["palermo", "coe"])
def test_nothing_is_trafficking_without_a_purpose(treaty):
    for victim in VICTIMS:
        assert reached(law(treaty), "recruitment", "deception", victim) == "no"


def test_consent_does_not_undo_the_deception_and_the_rule_is_cited():
    answer = comparators.apply(
        law("palermo"), "recruitment,deception,sexual-exploitation,adult,consent"
    )
    assert answer.reached == "yes"
    assert (answer.consent.kind, answer.consent.at) == ("rule", "3(b)")
    assert "irrelevant where any of the means" in str(answer)
    without = comparators.apply(law("palermo"), "recruitment,deception,sexual-exploitation,adult")
    assert (without.reached, without.consent) == ("yes", None)


def test_in_kazakhstan_consent_changes_nothing_in_the_words_and_the_general_part_decides():
    facts = ("recruitment", "deception", "forced-labour", "adult")
    assert reached(law(KAZAKHSTAN_2012), *facts) == "yes"
    answer = comparators.apply(law(KAZAKHSTAN_2012), (*facts, "consent"))
    assert answer.reached == "yes"
    assert answer.consent.kind == "none"
    provisos = reaches(law(KAZAKHSTAN_2012), law("palermo")).provisos
    assert [p.status for p in provisos if p.kind == "consent"] == ["silent"]


# -- the Round Table -------------------------------------------------------------------------------


@pytest.mark.parametrize("treaty", ["palermo", "coe"])
def test_a_child_sold_to_be_brought_up_is_outside_the_treaties(treaty):
    # Soliev: sale without exploitation
    assert reached(law(treaty), "sale-or-purchase", "child") == "no"
    assert reached(law(treaty), "sale-or-purchase", "deception", "child") == "no"


@pytest.mark.parametrize(
    "the_law", [KAZAKHSTAN_2003, KAZAKHSTAN_2012, RUSSIA_2012, "belarus@2005-05-04"]
)
def test_a_child_sold_to_be_brought_up_is_within_a_law_that_punishes_sale_without_purpose(the_law):
    assert reached(law(the_law), "sale-or-purchase", "child") == "yes"


def test_a_law_in_which_violence_only_aggravates_is_the_wider_one_in_means():
    # Le Coz: wider, because no means is needed; the violence need not be proved
    assert reached(law(RUSSIA_2012), "recruitment", "prostitution-of-others", "adult") == "yes"
    assert reached(law("coe"), "recruitment", "prostitution-of-others", "adult") == "no"
    assert ("means", "") in beyond(RUSSIA_2012, "coe")
    assert not [concept for facet, concept in gaps_of(RUSSIA_2012, "coe") if facet == "means"]
    met = comparators.apply(
        law(RUSSIA_2012), "recruitment,use-of-force,prostitution-of-others,adult"
    ).circumstances
    assert "use-of-force" in {m.concept for m in met}


def test_a_law_of_bulgarias_kind_neither_contains_the_convention_nor_lies_within_it():
    assert reaches(law(BULGARIA_2006), law("coe")).verdict == "no"
    assert gaps_of(BULGARIA_2006, "coe")["element", "transfer"] == VICTIMS
    assert reaches(law("coe"), law(BULGARIA_2006)).verdict == "no"
    assert gaps_of("coe", BULGARIA_2006)["means", ""] == ("adult", "incapacitated")


def test_in_bulgaria_a_transfer_is_not_reached_and_a_recruitment_without_means_is():
    assert reached(law(BULGARIA_2006), "transfer", "deception", "forced-labour", "adult") == "no"
    assert reached(law(BULGARIA_2006), "recruitment", "forced-labour", "adult") == "yes"
    assert (
        reached(
            law(BULGARIA_2006), "recruitment", "deception", "practices-similar-to-slavery", "adult"
        )
        == "undetermined"
    )


def test_servitude_in_bulgaria_is_a_matter_of_argument():
    assert reached(law(BULGARIA_2006), "recruitment", "servitude", "adult") == "undetermined"
    assert ("purpose", "servitude") not in gaps_of(BULGARIA_2006, "coe")


# -- Kazakhstan ------------------------------------------------------------------------------------


def test_an_adult_received_in_kazakhstan_is_an_open_question_until_july_2013():
    facts = ("receipt", "forced-labour", "adult")
    assert reached(law(KAZAKHSTAN_2012), *facts) == "undetermined"
    assert reached(law(KAZAKHSTAN_2013), *facts) == "yes"
    questions = reaches(law(KAZAKHSTAN_2012), law("coe")).open_questions
    asked = {q.kind: q for q in questions if ("act", Told("receipt-without-payment")) in q.words}
    assert "совершение иных деяний" in asked["open"].quoted.words
    later = reaches(law(KAZAKHSTAN_2013), law("coe")).open_questions
    gone = [q for q in later if ("act", Told("receipt-without-payment")) in q.words]
    assert all(q.kind != "open" for q in gone)


def test_kazakhstan_grew_in_acts_and_means_in_2006_and_shrank_in_purposes():
    # in acts: transportation; in means: deceit is no longer needed
    assert (
        reached(law(KAZAKHSTAN_2003), "harbouring", "deception", "sexual-exploitation", "adult")
        == "no"
    )
    assert reached(law(KAZAKHSTAN_2003), "recruitment", "prostitution-of-others", "adult") == "no"
    assert reached(law(KAZAKHSTAN_2012), "harbouring", "prostitution-of-others", "adult") == "yes"
    # in purposes: sexual exploitation where nobody gains
    nobody_gains = ("recruitment", "deception", "sexual-exploitation", "adult")
    assert reached(law(KAZAKHSTAN_2003), *nobody_gains) == "yes"
    assert (
        reached(law(KAZAKHSTAN_2012), *nobody_gains) == "undetermined"
    )  # the prostitution of others is reached
    case = reaches(law(KAZAKHSTAN_2012), law(KAZAKHSTAN_2003)).counterexample
    assert case is not None
    assert case.pattern.purpose == "sexual-exploitation"
    assert case.lacking == ("for-gain",)


def test_servitude_is_an_open_question_of_every_kazakh_law_before_2024_and_forced_labour_is_none():
    for version in (
        KAZAKHSTAN_2012,
        KAZAKHSTAN_2013,
        "kazakhstan@2015-01-01",
        "kazakhstan@2019-12-27",
    ):
        assert ("purpose", "servitude") not in gaps_of(version, "coe")
        asked = reaches(law(version), law("coe")).open_questions
        assert any(t.concept == "servitude" for q in asked for _, t in q.words)
        assert ("purpose", "forced-labour") not in gaps_of(version, "coe")


# -- Armenia ---------------------------------------------------------------------------------------


def test_armenia_of_2003_reaches_nothing_where_nobody_acts_for_gain():
    facts = ("recruitment", "fraud", "forced-labour", "adult")
    assert reached(law(ARMENIA_2003), *facts) == "no"
    assert reached(law(ARMENIA_2003), *facts, "for-gain") == "yes"
    assert reached(law(ARMENIA_2006), *facts[:1], "deception", *facts[2:]) == "yes"
    assert demanded(ARMENIA_2003, "coe") == {"for-gain"}
    assert "for-gain" not in demanded(ARMENIA_2006, "coe")


def test_the_exploitation_of_prostitution_is_for_gain_and_needs_no_word_for_it():
    # a law that demands gain demands nothing more where the purpose already means it
    prostitution = ("recruitment", "fraud", "prostitution-of-others", "adult")
    assert reached(law(ARMENIA_2003), *prostitution) == "yes"
    gain = [g for g in reaches(law(ARMENIA_2003), law("coe")).gaps if g.only == (("for-gain",),)]
    told = {t.concept for g in gain for t in g.words}
    assert "forced-labour" in told
    assert "prostitution-of-others" not in told


def test_sexual_exploitation_for_gain_implies_all_exploitation_of_prostitution():
    aims = List(
        role="purpose", unlisted="absent", at="1",
        entries={"sexual-exploitation": Entry(words="for gain", requires={"for-gain": Evidence(words="for gain")})},
    )  # fmt: skip
    the_law = small(Limb("acts", NOT_REQUIRED, "aims"), acts=named("act", "recruitment"), aims=aims)
    assert reached(the_law, "recruitment", "prostitution-of-others", "adult") == "yes"
    finding = Coverage(the_law, provisions.thesaurus()).find("purpose", "prostitution-of-others")
    assert (finding.status, finding.via) == ("implied", "sexual-exploitation")
    assert (
        Coverage(the_law, provisions.thesaurus()).find("purpose", "sexual-exploitation").status
        == "partial"
    )


@pytest.mark.parametrize("force", ["use-of-force-dangerous", "threat-of-force-dangerous"])
def test_force_dangerous_to_life_is_reached_in_armenia_through_other_forms_of_coercion(force):
    armenia = law(ARMENIA_2011)
    assert force not in armenia.lists["means"].entries
    assert reached(armenia, "recruitment", force, "forced-labour", "adult") == "yes"
    finding = Coverage(armenia, provisions.thesaurus()).find("means", force)
    assert (finding.status, finding.via) == ("implied", "other-coercion")


# -- elements that a law demands more --------------------------------------------------------------


def test_harbouring_without_travel_is_not_reached_by_the_modern_slavery_act():
    act = law("united-kingdom")
    assert reached(act, "harbouring", "forced-labour", "adult") == "no"
    assert reached(act, "harbouring", "forced-labour", "travel", "adult") == "yes"
    assert demanded("united-kingdom", "coe") == {"travel"}


def small(*limbs: Limb, **lists: List):
    """A law of one article."""
    offence = Offence(id="1", provision="offence", kind="trafficking", at="1", limbs=limbs)
    return strategies.version("small", dict(lists), (offence,))


def named(role: str, *concepts: str) -> List:
    return List(role=role, unlisted="absent", at="1", entries={c: Entry(words=c) for c in concepts})


# -- verdicts never alone --------------------------------------------------------------------------


def test_a_related_offence_is_no_part_of_reach_and_is_named_as_related_where_it_reaches_facts():
    russia, slavery = law(RUSSIA_2012), law("slavery-convention")
    with pytest.raises(NothingToReachError):
        reaches(russia, slavery)
    labour = ("exploiting", "slave-labour", "cannot-refuse", "adult")
    assert reached(russia, *labour) == "no"
    (ground,) = comparators.apply(russia, labour).related
    assert (ground.offence, ground.kind.name) == ("127.2", "REACHED")


# -- bad input -------------------------------------------------------------------------------------


def test_a_verdict_is_neither_true_nor_false():
    verdict = reaches(law("coe"), law("palermo"))
    with pytest.raises(TypeError, match=r"\.verdict"):
        bool(verdict)
    with pytest.raises(TypeError, match=r"\.reached"):
        bool(comparators.apply(law("coe"), "recruitment,adult"))


def test_an_instrument_that_lays_down_no_offence_says_so():
    with pytest.raises(NothingToReachError, match="ILO P029 lays down no offence of trafficking"):
        reaches(law("coe"), law("ilo-p029"))
    with pytest.raises(NothingToReachError, match="ILO P029 lays down no offence of trafficking"):
        reaches(law("ilo-p029"), law("coe"))


def test_a_definition_that_punishes_nothing_says_so():
    # 22 USC 7102 without the offences of Title 18
    us = law("us")
    defines = evolve(us, offences=tuple(o for o in us.offences if o.provision == "definition"))
    assert defines.offences
    with pytest.raises(NothingToReachError, match="it defines, and punishes nothing"):
        reaches(defines, law("palermo"))
    with pytest.raises(NothingToReachError, match="it defines, and punishes nothing"):
        comparators.apply(defines, "recruitment,deception,adult")


def test_a_convention_on_the_slave_trade_is_not_said_to_punish_nothing():
    # it obliges States to suppress the slave trade: a related duty, and not a mere definition
    with pytest.raises(NothingToReachError) as caught:
        reaches(law("coe"), law("slavery-convention"))
    assert "punishes nothing" not in str(caught.value)


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ("recrutment,adult", "did you mean 'recruitment'"),
        ("recruitment,deceit", "no fact is called 'deceit'"),
        ("recruitment,adult,child", "the only victim cannot be an adult and a child"),
        ("deception,adult", "no act among the facts"),
    ],
)
def test_facts_that_are_no_case_are_refused_with_the_reason(facts, says):
    with pytest.raises((ValueError, LookupError), match=says):
        comparators.apply(law("coe"), facts)
