"""What the thesaurus makes of a law's words: each case on a small law of that shape, a few on the texts themselves."""

import pytest
from attrs import evolve
from cases import reached
from small import NOT_REQUIRED, a_list, law, limb, offence
from told import told

import comparators
import provisions
from comparators.findings import find
from comparators.law import Law
from provisions.records import Overlap, Tier
from provisions.vocabulary import Thesaurus

TREATY = ("threat-of-force", "use-of-force", "other-coercion", "abduction", "fraud", "deception")
"""The means of Palermo 3(a) and the Convention's 4(a), but for power and payments."""
FORMS = ("forced-labour", "slavery", "practices-similar-to-slavery", "servitude")


def cell(version, facet, concept):
    return comparators.compare(version, every=True).cell((facet, concept), version.id)


def graver(*names):
    """A law whose graver form has these circumstances."""
    tier = Tier(at="1(2)", circumstances="circumstances")
    found = a_list("aggravating", *names, at="1(2)")
    return law(evolve(offence(), tiers=(tier,)), lists={"circumstances": found})


# --- means


@pytest.mark.parametrize(
    ("named", "concept", "status", "via"),
    [
        # an umbrella names what lies under it
        (TREATY, "threats", "implied", "other-coercion"),
        (TREATY, "blackmail", "implied", "other-coercion"),
        (TREATY, "intimidation", "implied", "other-coercion"),
        (TREATY, "threat-to-property", "implied", "other-coercion"),
        (TREATY, "threat-of-disclosure", "implied", "other-coercion"),
        (TREATY, "deprivation-of-liberty", "implied", "other-coercion"),
        (TREATY, "physical-restraint", "implied", "other-coercion"),
        (TREATY, "serious-harm", "implied", "other-coercion"),
        # and leaves open, on a condition, what may compel
        (TREATY, "debt", "open", None),
        (TREATY, "seizure-of-documents", "open", None),
        (TREATY, "withheld-wages", "open", None),
        (TREATY, "abuse-of-law", "open", None),
        (TREATY, "scheme-or-pattern", "open", None),
        (TREATY, "abuse-of-dependence", "open", None),
        # threats, without more, are threats of whatever harm; no coercion, no force
        (("threats",), "threat-of-force-dangerous", "implied", "threats"),
        (("threats",), "blackmail", "implied", "threats"),
        (("threats", "other-coercion"), "blackmail", "implied", "threats"),
        (("threats",), "use-of-force", "absent", None),
        (("threats",), "debt", "absent", None),
        (("threats",), "other-coercion", "partial", None),
        (("use-of-force",), "other-coercion", "partial", None),
        (("use-of-force",), "threats", "absent", None),
        (("threat-of-force",), "threats", "partial", None),
        # what reaches the lesser may reach the greater; never the reverse
        (("use-of-force-not-dangerous",), "use-of-force-dangerous", "open", None),
        (("threat-of-force-not-dangerous",), "threat-of-force-dangerous", "open", None),
        (("use-of-force-dangerous",), "use-of-force-not-dangerous", "absent", None),
        # deceit is wider than fraud
        (("deception",), "fraud", "implied", "deception"),
        (("fraud",), "deception", "partial", None),
        (("abuse-of-trust",), "deception", "open", None),
        # abduction is by force or by deceit
        (("use-of-force", "deception"), "abduction", "implied", None),
        (("deception",), "abduction", "partial", None),
        (("deprivation-of-liberty",), "abduction", "open", None),
        (("threats",), "abduction", "absent", None),
        # vulnerability
        (("abuse-of-vulnerability",), "abuse-of-helplessness", "implied", "abuse-of-vulnerability"),
        (("abuse-of-vulnerability",), "predicament", "open", None),
        (("predicament",), "abuse-of-vulnerability", "open", None),
        (("abuse-of-helplessness",), "abuse-of-vulnerability", "partial", None),
        # any reward, to anybody
        (("promise-or-benefits",), "payments-or-benefits", "implied", "promise-or-benefits"),
        (("payments-or-benefits",), "promise-or-benefits", "partial", None),
    ],
)
def test_of_the_means(named, concept, status, via):
    found = cell(law(means=named), "means", concept)
    assert found.status == status
    assert via is None or found.via == via


# --- acts


@pytest.mark.parametrize(
    ("named", "concept", "status"),
    [
        (("transfer", "receipt"), "sale-or-purchase", "implied"),
        (("transfer",), "sale-or-purchase", "partial"),
        (("sale-or-purchase",), "transfer", "partial"),
        (("sale-or-purchase",), "receipt", "partial"),
        (("sale",), "transfer", "partial"),
        (("sale",), "receipt", "absent"),
        (("sale-or-purchase", "other-transactions"), "transfer", "implied"),
        (("receipt",), "transfer", "absent"),
        (("recruitment",), "hiring", "open"),
        (("transfer",), "exchange-of-control", "open"),
        (("sale-or-purchase",), "disposal", "partial"),
    ],
)
def test_of_the_acts(named, concept, status):
    assert cell(law(acts=named), "element", concept).status == status


def test_who_names_only_sale_leaves_a_transfer_without_payment_open():
    found = cell(law(acts=["sale-or-purchase"]), "element", "transfer")
    assert "the rest open" in told(found)
    for name in ("coe", "palermo", "armenia@2011-03-01"):
        facts = ("sale-or-purchase", "deception", "forced-labour", "adult")
        assert reached(provisions.get(name), *facts) == "yes"


# --- purposes


@pytest.mark.parametrize(
    ("named", "concept", "status"),
    [
        (("forced-labour",), "begging", "open"),
        (("forced-labour",), "servitude", "open"),
        (("forced-labour",), "debt-bondage", "open"),
        (("forced-labour",), "serfdom", "open"),
        (("forced-labour",), "criminal-activities", "open"),
        (("forced-labour",), "armed-conflict", "open"),
        (("forced-labour",), "forced-marriage", "open"),
        (("forced-labour",), "slavery", "absent"),
        (("forced-labour",), "organ-removal", "absent"),
        (("slavery",), "servitude", "open"),
        (("slavery",), "practices-similar-to-slavery", "open"),
        (("slavery",), "child-delivery", "open"),
        (("slavery",), "forced-marriage", "open"),
        (("slavery",), "illegal-adoption", "open"),
        (("servitude",), "forced-marriage", "open"),
        (("servitude",), "child-delivery", "open"),
        (("servitude",), "forced-labour", "absent"),
        (("servitude",), "slavery", "absent"),
        (("practices-similar-to-slavery",), "peonage", "open"),
        (("practices-similar-to-slavery",), "servile-marriage", "implied"),
        (("sexual-exploitation",), "prostitution-of-others", "implied"),
        (("sexual-exploitation",), "commercial-sex", "partial"),
        (("sexual-exploitation",), "pornography", "open"),
        (("commercial-sex",), "prostitution-of-others", "implied"),
        (("commercial-sex",), "sexual-exploitation", "partial"),
        (("organ-removal",), "tissue-removal", "absent"),
        (("begging",), "forced-labour", "absent"),
        (FORMS, "surrogacy", "absent"),
    ],
)
def test_of_the_purposes(named, concept, status):
    assert cell(law(purposes=named), "purpose", concept).status == status


def test_a_condition_says_on_what_it_depends():
    begging = told(cell(law(), "purpose", "begging"))
    assert "if the begging is forced: exacted under the menace of a penalty" in begging
    pictures = told(cell(law(purposes=["sexual-exploitation"]), "purpose", "pornography"))
    assert "if the victim is a child (Lanzarote Convention" in pictures


# --- circumstances and related offences


@pytest.mark.parametrize(
    ("named", "concept", "status"),
    [
        (("grave-consequences",), "grave-harm", "implied"),
        (("grave-consequences",), "suicide", "implied"),
        (("grave-consequences",), "danger-to-life", "absent"),
        (("death",), "grave-consequences", "partial"),
        (("group-by-agreement",), "several-perpetrators", "partial"),
        (("several-perpetrators",), "organised-group", "implied"),
        (("cross-border",), "taken-abroad", "open"),
        (("abuse-of-dependence",), "dependent-victim", "open"),
        (("use-of-force-dangerous",), "serious-violence", "open"),
        (("use-of-force-dangerous",), "danger-to-life", "open"),
        (("use-of-force-dangerous",), "attempt-to-kill", "absent"),
        (("official-position",), "public-official", "implied"),
        (("public-official",), "official-position", "partial"),
        (("organised-group",), "criminal-organisation", "open"),
        (("child-victim",), "vulnerable-victim", "absent"),
    ],
)
def test_of_the_circumstances(named, concept, status):
    assert cell(graver(*named), "aggravating", concept).status == status


@pytest.mark.parametrize(
    ("named", "concept", "status"),
    [
        ("aiding-or-abetting", "incitement", "open"),
        ("preparation", "attempt", "absent"),
        ("attempt", "attempt-documents", "absent"),
        ("legal-persons", "legal-persons-supervision", "absent"),
    ],
)
def test_of_related_offences(named, concept, status):
    version = law(lists={"related": a_list("related", named)})
    assert cell(version, "related", concept).status == status


# --- an overlap


def test_an_overlap_that_a_draft_brings_counts_for_the_draft_alone():
    words = provisions.thesaurus()
    between = ("organ-removal", "begging")
    own = Overlap(between=between, reason="a test", source="coe", at="4", scope="draft")
    joined = words.joined(Thesaurus({}, (), (own,)))
    for name, status in (("draft", "open"), ("other", "absent")):
        version = law(purposes=("organ-removal",), name=name)
        assert find(Law(version, joined), "purpose", "begging").status == status
        assert find(Law(version, words), "purpose", "begging").status == "absent"


# --- an authority obeys its own edge


@pytest.mark.parametrize(
    ("name", "concept"),
    [
        ("ilo-c29", "begging"),
        ("supplementary-convention", "forced-marriage"),
        ("supplementary-convention", "illegal-adoption"),
    ],
)
def test_the_instrument_that_is_the_authority_of_an_edge_obeys_it(name, concept):
    found = cell(provisions.get(name), "purpose", concept)
    assert found.status == "open"
    assert "if " in told(found)


@pytest.mark.parametrize(
    ("law_of", "at"),
    [("kazakhstan@2006-03-02", "133"), ("armenia@2011-03-01", "132.2"), ("us", "18 USC 1591")],
)
def test_an_article_on_children_is_a_separate_offence(law_of, at):
    found = cell(provisions.get(law_of), "related", "child-trafficking-offence")
    assert (found.status, found.evidence[0].at) == ("covered", at)


# --- reach says the same


@pytest.mark.parametrize(
    ("fact", "answer"),
    [("blackmail", "yes"), ("deprivation-of-liberty", "yes"), ("debt", "undetermined")],
)
def test_reach_and_table_say_the_same_of_the_umbrella(fact, answer):
    for name in ("palermo", "coe", "armenia@2011-03-01"):
        facts = ("recruitment", fact, "forced-labour", "adult")
        assert reached(provisions.get(name), *facts) == answer


def test_a_law_without_means_is_asked_for_none():
    free = law(offence("1", limb(means=NOT_REQUIRED)))
    assert cell(free, "means", "blackmail").status == "not-required"
