"""Provisos: scope, consent and what brings a case before a court stand under a verdict, each only
where it bears on it, once, with its place."""

import sys
from pathlib import Path

import pytest

import provisions
from comparators import reaches
from comparators.wording.verdicts import provided
from provisions.records import Chapter, Entry, Evidence, List, Place

sys.path.insert(0, str(Path(__file__).parent))
from small import NOT_REQUIRED, law, limb, offence

WORDS = provisions.thesaurus()


def rule(at="1, note 3", **more):
    """A list that has the rule on consent."""
    entry = Entry(words="the consent of the victim is irrelevant", **more)
    return {"rule": List("rule", "absent", at, {"consent-irrelevant": entry})}


ASKS = law(lists=rule(), name="standard")


def provisos(version, *standards):
    return reaches(version, *standards, words=WORDS).provisos


def said(version, *standards):
    return [provided(WORDS, proviso) for proviso in provisos(version, *standards)]


# -- consent ---------------------------------------------------------------------------------------


def test_consent_is_a_proviso_where_a_standard_has_the_rule_and_the_law_does_not_show_it():
    (consent,) = provisos(law(), ASKS)
    assert (consent.kind, consent.name, consent.status) == ("consent", "Draft", "silent")
    assert said(law(), ASKS) == [f"consent: a rule on consent was not seen; read {consent.at}"]


def test_consent_is_none_where_the_law_has_the_rule_or_nobody_asks_for_it():
    assert provisos(law(lists=rule("5")), ASKS) == ()
    assert provisos(law(), law(name="standard")) == ()


def test_one_of_several_standards_is_enough_to_ask():
    (consent,) = provisos(law(), law(name="other"), ASKS)
    assert consent.kind == "consent"


def test_an_arguable_rule_is_an_open_proviso_with_its_words():
    doubtful = law(lists=rule("7", mark="arguable", reading="of slavery alone?"))
    (told,) = said(doubtful, ASKS)
    assert told == 'consent: open: "the consent of the victim is irrelevant" (7)'


def test_where_the_general_part_was_read_whole_it_decides_and_no_rule_is_missing():
    read = {"lists": {"rule": List("rule", "absent", "1", {})}}
    part = Chapter(chapter="general-part", at="10-49", read="full")
    assert provisos(law(chapters=(part,), **read), ASKS) == ()
    (consent,) = provisos(law(chapters=(), **read), ASKS)
    assert consent.status == "silent"


# -- scope -----------------------------------------------------------------------------------------


def scoped(name, closing=None):
    """An instrument that says when its machinery applies, and maybe that it applies then alone."""
    words = Entry(words="offences established in accordance with article 5")
    scope = List("scope", "absent", "4", {"national-trafficking": words}, closing=closing)
    return law(lists={"scope": scope}, kind="treaty", name=name)


def test_a_scope_that_is_closed_is_a_proviso_and_says_who_has_no_such_limit():
    limited, free = scoped("protocol", closing="transnational in nature"), scoped("convention")
    (scope,) = provisos(free, limited)
    assert (scope.kind, scope.name, scope.at, scope.free) == (
        "scope", "Protocol", "4", ("Convention",),
    )  # fmt: skip
    (told,) = said(free, limited)
    assert told == (
        'scope: Protocol 4 applies to offences "transnational in nature"; that is when its '
        "machinery applies, not what must be a crime (Convention: no such limit)"
    )
    assert (scope.status, scope.evidence.words) == ("", "transnational in nature")
    assert provisos(limited, free) == (scope,), "whichever of the two is asked"
    assert provisos(free, free) == ()
    (alone,) = provisos(law(), limited)
    assert alone.free == ()


# -- what brings a case before a court --------------------------------------------------------------


@pytest.mark.parametrize("again", ["1590", "1591"])
def test_what_brings_a_case_before_a_court_is_told_once_for_each_place(again):
    def in_commerce(at):
        commerce = {"interstate-commerce": Evidence(words="affecting commerce", at=at)}
        bare = limb(means=NOT_REQUIRED)
        return type(bare)(bare.acts, bare.means, bare.purposes, bare.victims, commerce)

    federal = law(offence("1590", in_commerce("1590")), offence(again, in_commerce(again)))
    found = provisos(federal, law(name="standard"))
    assert [(p.kind, p.at, p.status) for p in found] == [
        ("jurisdiction", at, "interstate-commerce") for at in dict.fromkeys(("1590", again))
    ]
    assert said(federal, law(name="standard"))[0] == (
        f"jurisdiction: Draft 1590: {WORDS.label('interstate-commerce')}"
    )


def test_a_further_element_that_is_no_matter_of_courts_is_no_proviso():
    assert provisos(law(offence("1", limb(requires=["for-gain"]))), law(name="standard")) == ()


def test_provisos_stand_in_the_order_scope_consent_court():
    commerce = {"interstate-commerce": Evidence(words="affecting commerce", at="1590")}
    bare = limb()
    ours = type(bare)(bare.acts, bare.means, bare.purposes, bare.victims, commerce)
    limited = List("scope", "absent", "4", {}, closing="transnational in nature")
    standard = law(lists={**rule(), "scope": limited}, kind="treaty", name="standard")
    found = provisos(law(offence("1590", ours), unread={"element": Place(at="2")}), standard)
    assert [p.kind for p in found] == ["scope", "consent", "jurisdiction"]
