"""Coverage: the seven statuses, in the order in which the first that applies is taken; and what
never happens to them."""

import pytest
import strategies
from attrs import evolve
from coverages import Coverage
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import provisions
from comparators import compare
from comparators.findings import STATUSES
from comparators.reasons import FreeBut, FreeWhere
from provisions.records import (
    NOT_REQUIRED,
    NOT_SEEN,
    Chapter,
    Clause,
    Concept,
    Entry,
    Evidence,
    Limb,
    List,
    Offence,
    Penalty,
    Place,
    Tier,
)
from provisions.vocabulary import Thesaurus

WORDS = provisions.thesaurus()
VERSIONS = tuple(v for i in provisions.instruments() for v in provisions.versions(i.id))
RISING = {"absent": 0, "silent": 1, "open": 1, "partial": 2, "implied": 3, "covered": 4}
"""From what a law does not have, over what is not known or left open, to what its own words name;
*not-required* stands outside."""
FACETS = {
    "act": "element",
    "means": "means",
    "purpose": "purpose",
    "aggravating": "aggravating",
    "related": "related",
}


# --- small laws


def listed(role, entries, unlisted="absent", **more):
    """A list: the words of each concept, or an entry that says more."""
    at = {"act": "1(1)", "means": "1(1)", "purpose": "1, note", "aggravating": "1(2)"}.get(
        role, "1"
    )
    named = {c: e if isinstance(e, Entry) else Entry(words=e) for c, e in entries.items()}
    if unlisted == "open":
        more = {"opening": "at a minimum", **more}
    if unlisted == "silent":
        more = {"to_read": "2", **more}
    return List(role=role, unlisted=unlisted, at=at, entries=named, **more)


ACTS = listed("act", {"recruitment": "recruitment", "receipt": "receipt"})
MEANS = listed("means", {"deception": "by deceit"})
PURPOSES = listed("purpose", {"forced-labour": "forced labour"})


def limb(means="means", *, acts="acts", purposes="purposes", **more):
    return Limb(acts=acts, means=means, purposes=purposes, **more)


def law(*limbs, offence=None, clauses=(), nothing_on=None, unread=None, **lists):
    """A law of one offence: its acts, means and purposes are those above unless others are
    given."""
    lists = {"acts": ACTS, "means": MEANS, "purposes": PURPOSES, **lists}
    offence = offence or Offence(
        id="1", provision="offence", kind="trafficking", at="1(1)", limbs=limbs or (limb(),)
    )
    made = strategies.version("law", lists, (offence,))
    kept = {f: p for f, p in made.nothing_on.items() if f not in (unread or {})}
    nothing_on = kept if nothing_on is None else nothing_on
    return evolve(
        made,
        non_punishment=clauses,
        nothing_on=nothing_on,
        unread={**made.unread, **(unread or {})},
    )


def means(entries, unlisted="absent", **more):
    """A law with this list of means."""
    return law(means=listed("means", entries, unlisted, **more))


def purposes(entries, unlisted="absent", **more):
    return law(purposes=listed("purpose", entries, unlisted, **more))


def find(version, facet, concept, words=WORDS):
    return Coverage(version, words).find(facet, concept)


def status(version, facet, concept):
    return find(version, facet, concept).status


def arguable(words="a word"):
    return Entry(words=words, mark="arguable", reading="it bears another reading")


def unseen(at="note 3"):
    return Entry(at=at, mark="unseen")


def only(further, words="a word"):
    return Entry(words=words, requires={further: Evidence(words=f"only {further}")})


# --- each status, on real laws


@pytest.mark.parametrize(
    ("name", "facet", "concept", "expected", "says"),
    [
        ("Kazakhstan@2006-03-02", "means", "deception", "not-required", "not required (128(1)"),
        ("Kazakhstan@2006-03-02", "means", "use-of-force", "not-required", "not required (128(1)"),
        ("Russia", "means", "abduction", "not-required", "not required (127.1(1))"),
        ("UK", "element", "for-gain", "not-required", "not required (2(1))"),
        ("Armenia", "element", "receipt", "covered", "132(1)"),
        ("Armenia", "means", "abuse-of-vulnerability", "covered", "132(1)"),
        ("Armenia", "purpose", "servitude", "covered", "132"),
        ("Palermo", "purpose", "sexual-exploitation", "covered", "3(a)"),
        ("CoE", "aggravating", "danger-to-life", "covered", "24(a)"),
        ("Armenia@2003-08-01", "element", "for-gain", "covered", "demanded"),
        ("Armenia", "means", "use-of-force", "implied", "via other forms of coercion (132(1))"),
        (
            "Armenia",
            "means",
            "use-of-force-dangerous",
            "implied",
            "via other forms of coercion (132(1))",
        ),
        (
            "Palermo",
            "purpose",
            "debt-bondage",
            "implied",
            "via practices similar to slavery (3(a))",
        ),
        (
            "Kazakhstan@2006-03-02",
            "element",
            "child-without-means",
            "implied",
            "follows: no means needed (128(1)",
        ),
        ("Belarus", "purpose", "slavery", "silent", "not known; read 181, note"),
        ("Armenia", "element", "consent-irrelevant", "silent", "not known; read 132"),
        ("Belarus", "non-punishment", "victim-not-punished", "silent", "not known; read 181, note"),
        ("EU", "related", "jurisdiction-territory", "silent", "not known; read"),
        (
            "Kazakhstan@2006-03-02",
            "element",
            "receipt",
            "partial",
            "receipt without payment: sale or purchase",
        ),
        ("Armenia", "aggravating", "public-official", "implied", "use of official position"),
        ("Palermo", "purpose", "begging", "open", "if the begging is forced"),
        (
            "Palermo",
            "purpose",
            "surrogacy",
            "open",
            '"Exploitation shall include, at a minimum" (3(a))',
        ),
        ("CoE", "purpose", "begging", "open", "if the begging is forced"),
        (
            "CoE",
            "aggravating",
            "organised-group",
            "open",
            "arguable: within a criminal organisation (24(d))",
        ),
        (
            "Kazakhstan@2006-03-02",
            "purpose",
            "other-services",
            "partial",
            "in part: only for gain (125, note 2)",
        ),
        ("Kazakhstan@2006-03-02", "purpose", "slavery", "covered", "125, note 2"),
        (
            "Armenia",
            "aggravating",
            "pregnant-victim",
            "partial",
            "in part: only known to the offender",
        ),
        ("Kazakhstan@2006-03-02", "element", "for-gain", "partial", "demanded for other services"),
        (
            "Kazakhstan@2006-03-02",
            "purpose",
            "servitude",
            "open",
            "if the servitude is one of work or services",
        ),
        ("Kazakhstan@2006-03-02", "purpose", "surrogacy", "absent", "no (125, note 2"),
        (
            "Kazakhstan@2006-03-02",
            "element",
            "consent-irrelevant",
            "silent",
            "no rule in the text read (125, 128, 133 and notes)",
        ),
        ("CoE", "element", "sale-or-purchase", "implied", "via transfer, receipt (4(a))"),
        ("CoE", "element", "exploiting", "absent", "no (4(a))"),
        ("Palermo", "aggravating", "child-victim", "absent", "no (1-20)"),
        ("Palermo", "related", "use-of-services", "absent", "no (5(2))"),
    ],
)
def test_a_law_says_of_a_concept(name, facet, concept, expected, says):
    finding = find(provisions.get(name), facet, concept)
    assert (finding.status, says in finding.value) == (expected, True), finding.value


def test_the_statuses_are_seven_and_stand_in_their_order():
    assert STATUSES == ("not-required", "covered", "implied", "partial", "silent", "open", "absent")


def test_begging_is_forced_labour_in_the_directive_and_an_open_question_in_the_convention():
    named = evolve(
        provisions.get("EU"),
        lists={k: _without(x, "begging") for k, x in provisions.get("EU").lists.items()},
    )
    assert (status(named, "purpose", "begging"), find(named, "purpose", "begging").via) == (
        "implied",
        "forced-labour",
    )
    assert status(provisions.get("CoE"), "purpose", "begging") == "open"


def _without(a_list, concept):
    return evolve(a_list, entries={c: e for c, e in a_list.entries.items() if c != concept})


# --- each status, on small laws


def test_a_list_that_names_the_concept_covers_it_and_cites_the_words():
    finding = find(means({"deception": "by deceit"}), "means", "deception")
    assert (finding.status, finding.value) == ("covered", "1(1)")
    assert [(e.words, e.at, e.source) for e in finding.evidence] == [("by deceit", "1(1)", "code")]


def test_other_forms_of_coercion_imply_force_and_say_by_which_words():
    finding = find(means({"other-coercion": "or other coercion"}), "means", "use-of-force")
    assert (finding.status, finding.via, finding.value) == (
        "implied",
        "other-coercion",
        "via other forms of coercion (1(1))",
    )
    assert finding.evidence[0].words == "or other coercion"


def test_force_dangerous_and_not_dangerous_together_are_force():
    both = means(
        {
            "use-of-force-dangerous": "dangerous violence",
            "use-of-force-not-dangerous": "other violence",
        }
    )
    assert status(both, "means", "use-of-force") == "implied"
    assert status(both, "means", "threat-of-force") == "absent"


def test_force_dangerous_alone_is_force_in_part():
    finding = find(means({"use-of-force-dangerous": "dangerous violence"}), "means", "use-of-force")
    assert (finding.status, finding.named) == ("partial", ("use-of-force-dangerous",))
    assert "use of force dangerous to life or health" in finding.value


def test_two_kinds_of_a_concept_that_has_others_are_a_part_of_it():
    two = purposes({"debt-bondage": "debt bondage", "serfdom": "serfdom"})
    assert status(two, "purpose", "practices-similar-to-slavery") == "partial"


def test_sexual_exploitation_contains_that_of_prostitution_and_is_not_covered_by_it():
    narrow = find(
        purposes({"prostitution-of-others": "brothels"}), "purpose", "sexual-exploitation"
    )
    assert narrow.status in ("partial", "open")
    assert narrow.named == ("prostitution-of-others",)
    assert (
        status(purposes({"sexual-exploitation": "sex"}), "purpose", "prostitution-of-others")
        == "implied"
    )


def test_a_list_that_is_not_given_in_full_is_silent_on_the_rest_and_says_where_to_read():
    finding = find(means({"deception": "by deceit"}, "silent"), "means", "blackmail")
    assert (finding.status, finding.value) == ("silent", "not known; read 2")


def test_a_facet_without_a_list_is_silent_where_it_was_not_read_and_absent_where_it_was():
    unread = law(unread={"related": Place(at="chapters 2-30")})
    assert find(unread, "related", "kidnapping").value == "not known; read chapters 2-30"
    assert find(law(), "related", "kidnapping").value == "no (1-10)"
    assert status(unread, "related", "kidnapping") == "silent"
    assert status(law(), "related", "kidnapping") == "absent"


@pytest.mark.parametrize(
    ("facet", "concept"),
    [
        ("aggravating", "child-victim"),
        ("related", "attempt"),
        ("non-punishment", "victim-not-punished"),
        ("non-punishment", "victim-not-punished:links"),
    ],
)
def test_what_was_sought_in_the_sections_on_trafficking_alone_is_not_in_the_sections_read(
    facet, concept
):
    few = evolve(law(), chapters=())
    finding = find(few, facet, concept)
    assert (finding.status, finding.value) == ("silent", "not in the sections read (1-10)")
    assert status(law(), facet, concept) == "absent", "every chapter was read"
    words = Place(at="1-400", searched=("minor", "child"))
    searched = evolve(few, nothing_on={**few.nothing_on, facet: words})
    assert status(searched, facet, concept) == "absent", "the whole text was searched"
    treaty = evolve(few, instrument=evolve(few.instrument, kind="treaty"))
    assert status(treaty, facet, concept) == "absent", "a treaty is read whole"


def test_a_closed_list_of_circumstances_shows_nothing_of_the_general_part():
    list_ = listed("aggravating", {"weapon": "with a weapon"})
    offence = Offence(
        id="1", provision="offence", kind="trafficking", at="1(1)", limbs=(limb(),),
        tiers=(Tier(at="1(2)", circumstances="graver"),),
    )  # fmt: skip
    whole = law(offence=offence, graver=list_)
    assert status(whole, "aggravating", "child-victim") == "absent"
    assert status(evolve(whole, chapters=()), "aggravating", "child-victim") == "silent"
    assert status(evolve(whole, chapters=()), "aggravating", "weapon") == "covered"
    assert status(evolve(whole, chapters=()), "means", "fraud") == status(whole, "means", "fraud")


def test_a_facet_of_which_a_record_says_nothing_at_all_is_silent():
    assert status(law(nothing_on={}), "related", "kidnapping") == "silent"
    assert status(law(nothing_on={}), "aggravating", "child-victim") == "silent"


def test_an_open_list_leaves_open_whatever_it_does_not_name_and_quotes_the_words():
    finding = find(purposes({"slavery": "slavery"}, "open"), "purpose", "begging")
    assert (finding.status, finding.value) == ("open", 'open: "at a minimum" (1, note)')
    assert finding.evidence[0].words == "at a minimum"


@pytest.mark.parametrize(
    ("facet", "entries", "concept", "says"),
    [
        ("means", {"abuse-of-trust": "trust"}, "deception", "arguable: abuse of trust"),
        ("means", {"deception": arguable()}, "deception", "arguable"),
        (
            "means",
            {"other-coercion": arguable()},
            "use-of-force",
            "arguable: other forms of coercion",
        ),
        (
            "means",
            {"use-of-force-dangerous": arguable()},
            "use-of-force",
            "arguable: use of force dangerous",
        ),
        ("purpose", {"sexual-exploitation": "sex"}, "pornography", "if the victim is a child"),
        ("purpose", {"slave-labour": "slave labour"}, "forced-labour", "arguable: slave labour"),
        (
            "aggravating",
            {"grave-consequences": "other consequences", "use-of-force-dangerous": "violence"},
            "danger-to-life",
            "arguable: use of force dangerous to life or health",
        ),
        (
            "aggravating",
            {"organised-group": "a group"},
            "criminal-organisation",
            "arguable: organised group",
        ),
    ],
)
def test_an_arguable_word_leaves_a_closed_list_open(facet, entries, concept, says):
    a_list = listed(facet, entries)
    lists = {"means": {"means": a_list}, "purpose": {"purposes": a_list}}.get(
        facet, {"circumstances": a_list}
    )
    graver = Offence(
        id="1", provision="offence", kind="trafficking", at="1(1)", limbs=(limb(),),
        tiers=(Tier(at="1(2)", circumstances="circumstances"),) if facet == "aggravating" else (),
    )  # fmt: skip
    finding = find(law(offence=graver, **lists), facet, concept)
    assert (finding.status, says in finding.value) == ("open", True), finding.value


def test_a_condition_between_two_concepts_is_shown_and_never_implies():
    finding = find(
        purposes({"practices-similar-to-slavery": "similar practices"}),
        "purpose",
        "forced-marriage",
    )
    assert finding.status == "open"
    assert "if the woman may not refuse" in finding.value


def test_a_word_of_an_arguable_limb_is_named_and_the_doubt_is_told():
    doubtful = find(law(limb(mark="arguable", reading="or another")), "means", "deception")
    assert (doubtful.status, doubtful.notes) == ("covered", ("or another",))
    assert status(law(limb(mark="unseen", at="2")), "means", "deception") == "silent"


def test_a_word_with_a_further_element_names_a_part():
    finding = find(
        purposes({"sexual-exploitation": only("for-gain", "sexual services for gain")}),
        "purpose",
        "sexual-exploitation",
    )
    assert (finding.status, finding.value) == ("partial", "in part: only for gain (1, note)")
    assert [e.words for e in finding.evidence] == ["sexual services for gain", "only for-gain"]


def test_gain_is_part_of_what_the_exploitation_of_prostitution_means():
    assert (
        status(
            purposes({"prostitution-of-others": only("for-gain")}),
            "purpose",
            "prostitution-of-others",
        )
        == "covered"
    )
    assert (
        status(
            purposes({"prostitution-of-others": only("travel")}),
            "purpose",
            "prostitution-of-others",
        )
        == "partial"
    )


def test_a_part_of_the_broader_concept_is_a_part_of_the_narrower():
    finding = find(means({"other-coercion": only("for-gain")}), "means", "use-of-force")
    assert (finding.status, finding.via) == ("partial", "other-coercion")


@pytest.mark.parametrize(
    "concept",
    ["intimidation", "payments-or-benefits", "blackmail", "use-of-force", "other-coercion"],
)
def test_a_full_and_closed_list_says_no_to_whatever_it_does_not_name(concept):
    finding = find(means({"deception": "by deceit", "abuse-of-power": "power"}), "means", concept)
    assert (finding.status, finding.value) == ("absent", "no (1(1))")


def test_the_words_that_close_a_list_are_quoted_where_the_law_has_them():
    closed = purposes({"slavery": "slavery"}, closing="means slavery only")
    assert find(closed, "purpose", "begging").evidence[0].words == "means slavery only"


def test_naming_exploitation_names_no_form_of_it():
    heading = purposes({"exploitation": "for exploitation", "slavery": "slavery"})
    assert status(heading, "purpose", "exploitation") == "covered"
    assert status(heading, "purpose", "forced-labour") == "absent"


# --- the first that applies


@pytest.mark.parametrize(
    ("version", "concept", "first"),
    [
        (law(limb(NOT_REQUIRED)), "deception", "not-required"),
        (means({"deception": "by deceit", "fraud": "by fraud"}, "silent"), "deception", "covered"),
        (means({"use-of-force": "force", "other-coercion": "coercion"}, "open"), "use-of-force", "covered"),
        (means({"other-coercion": "coercion", "use-of-force-dangerous": "danger"}, "silent"), "use-of-force", "implied"),
        (means({"other-coercion": "coercion", "use-of-force": arguable()}), "use-of-force", "implied"),
        (means({"abuse-of-trust": "trust"}, "silent"), "deception", "silent"),
        (means({"fraud": "by fraud"}, "silent"), "deception", "partial"),
        (means({"deception": arguable()}, "silent"), "deception", "silent"),
        (means({"deception": only("for-gain")}, "silent"), "deception", "partial"),
        (means({"use-of-force-dangerous": "danger"}, "silent"), "use-of-force", "partial"),
        (means({"use-of-force-dangerous": "danger"}, "open"), "use-of-force", "partial"),
        (means({"deception": only("for-gain")}, "open"), "deception", "partial"),
        (means({"deception": only("for-gain"), "abuse-of-trust": "trust"}), "deception", "partial"),
        (means({"deception": only("for-gain")}), "deception", "partial"),
        (means({"deception": unseen()}, "open"), "deception", "silent"),
    ],
)  # fmt: skip
def test_the_first_status_that_applies_is_taken(version, concept, first):
    assert status(version, "means", concept) == first


@pytest.mark.parametrize(
    ("version", "rest", "says"),
    [
        (means({"use-of-force-dangerous": "danger"}), "absent", ""),
        (means({"use-of-force-dangerous": "danger"}, "silent"), "silent", "; the rest not known; read 2"),
        (means({"use-of-force-dangerous": "danger"}, "open"), "open", '; the rest open: "at a minimum" (1(1))'),
        (means({"use-of-force-dangerous": "danger", "use-of-force": arguable()}), "open", "; the rest open: arguable (1(1))"),
    ],
)  # fmt: skip
def test_what_becomes_of_the_rest_of_a_partly_named_concept_is_said(version, rest, says):
    finding = find(version, "means", "use-of-force")
    assert (finding.status, finding.rest) == ("partial", rest)
    assert finding.value == f"in part: use of force dangerous to life or health (1(1)){says}"


def test_what_a_silent_list_shows_of_a_concept_is_shown():
    assert (
        "seen: deception"
        in find(means({"deception": arguable()}, "silent"), "means", "deception").value
    )


# --- unseen is not absent


@pytest.mark.parametrize(
    ("entries", "concept"),
    [
        ({"deception": unseen()}, "deception"),
        ({"other-coercion": unseen()}, "use-of-force"),
        ({"use-of-force-dangerous": unseen()}, "use-of-force"),
    ],
    ids=["the concept itself", "the broader one", "a narrower one"],
)
@pytest.mark.parametrize("mark", ["stated", "arguable"])
def test_where_something_may_stand_in_a_note_the_law_does_not_say_no(entries, concept, mark):
    reading = "it may be another offence" if mark == "arguable" else None
    finding = find(
        law(limb(mark=mark, reading=reading), means=listed("means", entries)), "means", concept
    )
    assert finding.status == "silent"
    assert "note 3" in finding.value


def test_a_word_that_may_stand_in_a_note_does_not_touch_the_others():
    noted = means({"deception": "by deceit", "other-coercion": unseen()})
    assert status(noted, "means", "deception") == "covered"
    assert status(noted, "means", "payments-or-benefits") == "absent"


@pytest.mark.parametrize(
    "entry",
    [
        evolve(arguable(), requires={"for-gain": Evidence(words="for gain")}),
        evolve(only("for-gain"), mark="arguable", reading="it bears another reading"),
    ],
)
@pytest.mark.parametrize("concept", ["use-of-force", "use-of-force-dangerous"])
def test_an_arguable_broader_word_with_a_further_element_is_no_no(entry, concept):
    assert status(means({"other-coercion": entry}), "means", concept) in ("open", "partial")


def test_a_conditional_broader_word_with_a_further_element_is_no_no():
    assert status(
        purposes({"sexual-exploitation": only("for-gain")}), "purpose", "pornography"
    ) in ("open", "partial")


# --- limbs that differ


def test_where_one_limb_needs_means_the_status_comes_from_it_and_the_cell_adds_the_other():
    split = law(
        limb(), limb(NOT_REQUIRED, acts="sale"), sale=listed("act", {"sale-or-purchase": "sale"})
    )
    finding = find(split, "means", "deception")
    assert (finding.status, finding.value) == ("covered", "1(1); not required for sale or purchase")
    assert find(split, "means", "blackmail").value == "no (1(1)); not required for sale or purchase"


def test_a_doubtful_limb_without_means_is_added_as_doubtful():
    split = law(limb(), limb(NOT_REQUIRED, mark="arguable", reading="the means may govern both"))
    assert (
        find(split, "means", "deception").value
        == "1(1); arguably not required for recruitment, receipt"
    )


def test_a_limb_against_children_alone_does_not_speak_for_the_offence_against_an_adult():
    children = law(limb(), limb(NOT_REQUIRED, victims=("child",)))
    assert find(children, "means", "deception").value == "1(1)"
    only_children = law(limb(NOT_REQUIRED, victims=("child",)))
    assert status(only_children, "means", "deception") == "not-required"


def test_two_lists_give_the_best_of_what_they_say_and_a_silent_one_hides_no_covered():
    two = law(limb(), limb("second"), second=listed("means", {"blackmail": "kidnapping"}, "silent"))
    assert status(two, "means", "deception") == "covered"
    assert status(two, "means", "blackmail") == "covered"
    assert status(two, "means", "use-of-force") == "silent"


def test_a_limb_whose_means_were_not_seen_leaves_every_means_unknown():
    blank = law(limb(NOT_SEEN))
    assert find(blank, "means", "deception").value == "not known; read 1-10"
    half = law(limb(), limb(NOT_SEEN))
    assert status(half, "means", "deception") == "covered"
    assert status(half, "means", "blackmail") == "silent"


def test_a_definition_that_punishes_nothing_does_not_answer_for_the_offence():
    elsewhere = law(law_means=listed("means", {"blackmail": "blackmail"}))
    definition = Offence(
        id="9", provision="definition", kind="trafficking", at="Law 9", limbs=(limb("law_means"),)
    )  # fmt: skip
    both = evolve(elsewhere, offences=(*elsewhere.offences, definition))
    finding = find(both, "means", "blackmail")
    assert finding.status == "absent"
    assert [(e.role, e.concept) for e in finding.elsewhere] == [("definition", "blackmail")]


# --- rules


def test_a_rule_is_covered_where_it_is_stated():
    for name, at in (("Palermo", "3(c)"), ("CoE", "4(c)")):
        finding = find(provisions.get(name), "element", "child-without-means")
        assert (finding.status, finding.value) == ("covered", at)


def test_a_rule_on_children_follows_from_a_limb_without_means():
    follows = law(limb(), limb(NOT_REQUIRED, victims=("child",)))
    finding = find(follows, "element", "child-without-means")
    assert (finding.status, finding.value) == ("implied", "follows: no means needed (1(1))")
    assert finding.evidence[1].words == "recruitment"
    assert status(follows, "element", "incapacity-without-means") != "implied"


def test_a_rule_that_follows_for_some_acts_alone_is_partial():
    some = law(
        limb(),
        limb(NOT_REQUIRED, acts="few", victims=("child",)),
        few=listed("act", {"recruitment": "recruitment"}),
    )
    finding = find(some, "element", "child-without-means")
    assert (finding.status, finding.value) == ("partial", "in part: for recruitment (1(1))")


def test_a_rule_that_hangs_on_an_arguable_limb_is_open():
    doubt = law(limb(), limb(NOT_REQUIRED, victims=("child",), mark="arguable", reading="or not"))
    finding = find(doubt, "element", "child-without-means")
    assert (finding.status, finding.notes) == ("open", ("or not",))


def test_without_a_list_of_rules_the_law_is_silent_on_consent_and_with_a_full_one_it_says_nothing():
    assert status(law(), "element", "consent-irrelevant") == "silent"
    read = evolve(law(rules=listed("rule", {})), chapters=())
    unsaid = find(read, "element", "consent-irrelevant")
    assert (unsaid.status, unsaid.seen) == ("silent", True)
    assert unsaid.value == "no rule in the text read (1): the general part decides"
    part = Chapter(at="10-80", chapter="general-part", read="full")
    whole = find(evolve(read, chapters=(part,)), "element", "consent-irrelevant")
    assert whole.status == "implied"
    half = find(
        evolve(read, chapters=(evolve(part, read="part"),)), "element", "consent-irrelevant"
    )
    assert half.status == "silent"
    assert half.value.endswith("the general part decides; read 10-80")
    broken_off = law(rules=listed("rule", {}, "silent"))
    assert status(broken_off, "element", "consent-irrelevant") == "silent"


def test_transportation_of_a_child_without_means_is_the_open_question_of_armenia():
    finding = find(provisions.get("Armenia"), "element", "child-without-means")
    assert finding.status == "implied"
    assert "not known for transportation" in finding.value


def test_what_a_treaty_says_of_its_scope_does_not_follow_from_its_definition():
    assert status(provisions.get("CoE"), "element", "national-trafficking") == "covered"
    palermo = find(provisions.get("Palermo"), "element", "national-trafficking")
    assert palermo.status == "absent"
    assert "transnational in nature" in palermo.value
    assert status(provisions.get("EU"), "element", "national-trafficking") == "silent"


def test_a_national_law_that_demands_no_border_reaches_within_the_state():
    assert find(law(), "element", "national-trafficking").status == "implied"
    across = law(limb(requires={"cross-border": Evidence(words="across the border")}))
    assert find(across, "element", "national-trafficking").status != "implied"


# --- further elements


def test_a_further_element_is_demanded_of_the_whole_of_a_part_or_of_nothing():
    gain = {"for-gain": Evidence(words="for gain")}
    assert find(law(limb(requires=gain)), "element", "for-gain").value == "demanded (1(1))"
    assert find(law(limb(), limb(requires=gain)), "element", "for-gain").status == "partial"
    entry = law(
        purposes=listed("purpose", {"slavery": "slavery", "sexual-exploitation": only("for-gain")})
    )
    assert find(entry, "element", "for-gain").value == "demanded for sexual exploitation (1, note)"
    assert find(law(), "element", "for-gain").value == "not required (1(1))"
    assert status(law(limb(acts=NOT_SEEN)), "element", "for-gain") == "silent"


def test_gain_within_the_exploitation_of_prostitution_is_no_further_demand():
    within = purposes({"prostitution-of-others": only("for-gain")})
    assert status(within, "element", "for-gain") == "not-required"


# --- other roles, other texts


@pytest.mark.parametrize(
    ("name", "facet", "concept", "role", "at"),
    [
        ("Kazakhstan@2006-03-02", "means", "deception", "aggravating", "128(2)(з)"),
        ("Kazakhstan@2006-03-02", "purpose", "organ-removal", "aggravating", "128(2)(ж)"),
        ("Armenia", "means", "abduction", "aggravating", "132(2), point 5"),
        ("Armenia", "aggravating", "abduction", "means", "132(1)"),
        ("CoE", "aggravating", "deception", "means", "4(a)"),
        ("CoE", "aggravating", "organ-removal", "purpose", "4(a)"),
    ],
)
def test_a_cell_says_which_other_role_the_law_gives_the_concept(name, facet, concept, role, at):
    others = find(provisions.get(name), facet, concept).elsewhere
    assert (role, at) in [(o.role, e.at) for o in others for e in o.evidence]


def test_what_the_protocol_leaves_to_the_convention_it_supplements_is_a_reference_and_not_its_own_word():
    finding = find(provisions.get("Palermo"), "related", "legal-persons")
    assert finding.status == "absent"
    assert [o.to for o in finding.elsewhere] == ["UNTOC 10"]


def test_a_concept_with_one_role_has_no_other():
    assert find(provisions.get("CoE"), "means", "deception").elsewhere == ()
    assert find(law(), "means", "deception").elsewhere == ()


def test_what_the_convention_only_asks_to_consider_is_marked_as_an_option():
    finding = find(provisions.get("CoE"), "related", "use-of-services")
    assert (finding.status, finding.strength) == ("covered", "shall-consider")
    assert finding.value == "19 (to be considered: an option)"
    assert "option" not in find(provisions.get("CoE"), "related", "document-forging").value


# --- circumstances and graver offences


def test_a_separate_graver_offence_against_children_aggravates():
    assert (
        "133(1)"
        in find(provisions.get("Kazakhstan@2006-03-02"), "aggravating", "child-victim").value
    )
    assert "132.2" in find(provisions.get("Armenia"), "aggravating", "child-victim").value


def test_a_circumstance_of_a_related_offence_does_not_aggravate_trafficking():
    related = Offence(
        id="2", provision="offence", kind="related", at="2", tiers=(Tier(at="2(2)", circumstances="of-two"),)
    )  # fmt: skip
    version = law(**{"of-two": listed("aggravating", {"weapon": "with a weapon"})})
    both = evolve(version, offences=(*version.offences, related))
    finding = find(both, "aggravating", "weapon")
    assert finding.status == "absent"
    assert [o.role for o in finding.elsewhere] == ["related-offence"]


# --- non-punishment: the victim, the child and the offender are never mixed


def clause(beneficiary, at="3", **more):
    effects = {"no-penalty": Evidence(words="is not punished")}
    return Clause(
        words="is not punished",
        at=at,
        beneficiary=beneficiary,
        unlisted="absent",
        effects=effects,
        **more,
    )


@pytest.mark.parametrize(
    ("beneficiary", "victim", "child", "offender"),
    [
        ("victim", "covered", "covered", "silent"),
        ("adult-victim", "covered", "silent", "silent"),
        ("child-victim", "silent", "covered", "silent"),
        ("offender", "silent", "silent", "covered"),
        ("anyone", "silent", "silent", "silent"),
    ],
)
def test_a_clause_helps_whom_it_names_and_nobody_else(beneficiary, victim, child, offender):
    version = law(clauses=(clause(beneficiary),), nothing_on={})
    found = [
        status(version, "non-punishment", f"{who}not-punished")
        for who in ("victim-", "child-victim-", "offender-")
    ]
    assert found == [victim, child, offender]


def test_russia_frees_the_offender_who_releases_the_victim_and_has_no_clause_for_the_victim():
    russia = provisions.get("Russia")
    assert status(russia, "non-punishment", "offender-not-punished") == "covered"
    victim = find(russia, "non-punishment", "victim-not-punished")
    assert (victim.status, victim.value[:24]) == ("silent", "not in the sections read")


def test_england_has_one_clause_for_adults_and_another_for_children():
    uk = provisions.get("UK")
    adult = find(uk, "non-punishment", "victim-not-punished")
    child = find(uk, "non-punishment", "child-victim-not-punished")
    assert adult.value == (
        "in part: extends to criminal offences; demands besides no realistic alternative; "
        "excludes listed serious offences (45(1)-(3))"
    )
    assert child.value == (
        "in part: extends to criminal offences; demands besides direct consequence of the "
        "trafficking, a reasonable person would do the same; excludes listed serious offences (45(4))"
    )
    assert "compelled" in find(uk, "non-punishment", "victim-not-punished:links").value
    assert "compelled" not in find(uk, "non-punishment", "child-victim-not-punished:links").value


def test_the_clause_of_armenia_is_compared_attribute_by_attribute():
    armenia = provisions.get("Armenia")
    says = {
        a: find(armenia, "non-punishment", f"victim-not-punished:{a}").value
        for a in ("effects", "discretion", "offences", "links")
    }
    assert "no criminal liability" in says["effects"]
    assert "mandatory" in says["discretion"]
    assert "minor gravity, offences of medium gravity" in says["offences"]
    assert "grave offences" not in says["offences"]
    assert "compelled" in says["links"]


def test_the_convention_obliges_the_state_to_a_possibility_and_no_more():
    coe = provisions.get("CoE")
    assert (
        find(coe, "non-punishment", "victim-not-punished").value
        == "26; the State must provide for it"
    )
    assert "discretionary" in find(coe, "non-punishment", "victim-not-punished:discretion").value
    assert "compelled" in find(coe, "non-punishment", "victim-not-punished:links").value


def test_a_general_rule_on_duress_is_shown_as_what_it_is_and_is_no_clause():
    finding = find(provisions.get("Kazakhstan@2006-03-02"), "non-punishment", "victim-not-punished")
    assert finding.status == "open", "a general rule may reach victims, and is no clause"
    assert "no special clause" in finding.value
    assert "general duress, 36" in finding.value
    offender = find(
        provisions.get("Kazakhstan@2006-03-02"), "non-punishment", "offender-not-punished"
    )
    assert (offender.status, "duress" in offender.value) == ("covered", False), "note 1 to 125"


def test_an_attribute_of_a_clause_read_whole_is_absent_and_of_another_silent():
    whole = law(clauses=(clause("victim"),))
    assert find(whole, "non-punishment", "victim-not-punished:links").value == "none stated (3)"
    half = law(clauses=(evolve(clause("victim"), unlisted="silent"),))
    assert status(half, "non-punishment", "victim-not-punished:links") == "silent"
    assert status(half, "non-punishment", "victim-not-punished:effects") == "covered"


def test_a_clause_that_may_stand_somewhere_is_not_covered():
    assert (
        status(
            law(clauses=(clause("victim", mark="unseen"),)), "non-punishment", "victim-not-punished"
        )
        == "silent"
    )
    doubt = clause("victim", mark="arguable", reading="of the offender, perhaps")
    assert status(law(clauses=(doubt,)), "non-punishment", "victim-not-punished") == "open"


# --- penalties


@pytest.mark.parametrize(
    ("penalty", "says"),
    [
        (Penalty(words="three to eight", min_years=3, max_years=8), "3-8 years"),
        (Penalty(words="up to five", max_years=5), "up to 5 years"),
        (Penalty(words="at least one", min_years=1), "at least 1 year"),
        (Penalty(words="six months to two", min_months=6, max_years=2), "6 months to 2 years"),
        (Penalty(words="ten to life", min_years=10, life=True), "10 years to life"),
        (Penalty(words="up to ten", max_years=10, floor_of_maximum=True), "a maximum of at least 10 years"),
        (Penalty(words="five to fifteen", min_years=5, max_years=15, spans_tiers=True), "5-15 years (span over all its forms)"),
        (Penalty(words="dissuasive penalties"), "no term stated"),
    ],
)  # fmt: skip
def test_a_penalty_is_told_in_the_years_the_source_states(penalty, says):
    offence = Offence(
        id="1", provision="offence", kind="trafficking", at="1(1)", limbs=(limb(),), penalty=penalty
    )
    finding = find(law(offence=offence), "penalty", "penalty-base")
    assert (finding.status, finding.value) == ("covered", f"{says} (1(1))")


def test_no_penalty_is_invented_where_none_was_read():
    assert find(law(nothing_on={}), "penalty", "penalty-base").status == "silent"
    assert find(law(), "penalty", "penalty-base").value == "no (1-10)"


def test_the_gravest_form_is_not_known_while_the_graver_parts_were_not_read():
    finding = find(provisions.get("Belarus"), "penalty", "penalty-highest")
    assert finding.status == "silent"
    assert "181(2)-(3)" in finding.value
    assert find(provisions.get("Belarus"), "penalty", "penalty-base").value == "5-7 years (181(1))"


def narrower_are_covered(coverage, facet, concept):
    """How many concepts lie under one that is covered, all of them covered or implied."""
    if coverage.words[concept].heading or coverage.find(facet, concept).status != "covered":
        return 0
    below = [
        n
        for n, path in coverage.words.under(concept, coverage.version.id).items()
        if not path.condition
    ]
    for narrower in below:
        assert coverage.find(facet, narrower).status in ("covered", "implied"), (
            facet,
            concept,
            narrower,
        )
    return len(below)


# --- properties


def complete(words):
    """A small vocabulary with the clause that every table has a row for."""
    row = Concept(
        id="victim-not-punished", facet="non-punishment", sort="clause", label="victim not punished"
    )
    return Thesaurus({**words.concepts, row.id: row}, words.broader, words.overlaps)


thesauri = strategies.thesauri().map(complete)
SMALL = {
    **strategies.DIMENSIONS,
    "aggravating": (*strategies.MEANS, *strategies.PURPOSES, strategies.STRAY),
}


def concepts_in(role):
    """What a list of this role may hold in the small vocabulary."""
    return SMALL[role] + {"means": (strategies.STRAY,), "purpose": (strategies.HEADING,)}.get(
        role, ()
    )


def statuses(version, words):
    """The status of every concept that a list may hold, in each role."""
    coverage = Coverage(version, words)
    return {
        (f, c): coverage.find(f, c).status
        for r, f in FACETS.items()
        if r in SMALL
        for c in concepts_in(r)
    }


@st.composite
def entries_more(draw, version, concepts_of):
    """A version with one concept more in one of its lists: stated or arguable, alone or with a
    further element."""
    roles = {n: x.role for n, x in version.lists.items() if x.role in FACETS}
    assume(roles)
    name = draw(st.sampled_from(sorted(roles)))
    free = [c for c in concepts_of(roles[name]) if c not in version.lists[name].entries]
    assume(free)
    concept = draw(st.sampled_from(free))
    entry = Entry(
        words=concept, at="9", mark=draw(st.sampled_from(("stated", "stated", "arguable")))
    )
    if draw(st.booleans()):
        entry = evolve(entry, requires={"travel": Evidence(words="travel")})
    a_list = version.lists[name]
    more = evolve(a_list, entries={**a_list.entries, concept: evolve(entry, reading="or not")})
    return evolve(version, lists={**version.lists, name: more})


def never_lower(before, after):
    for key, old in before.items():
        new = after[key]
        # a heading that was not used, and was no lack, may be used now
        kept = new == old or (new == "covered" and key == ("purpose", "exploitation"))
        assert kept if old == "not-required" else RISING[new] >= RISING[old], (key, old, new)


@settings(max_examples=25)
@given(thesauri, strategies.versions(), st.data())
def test_adding_a_concept_to_a_list_never_lowers_a_status(words, version, data):
    more = data.draw(entries_more(version, concepts_in))
    never_lower(statuses(version, words), statuses(more, words))


@settings(max_examples=25)
@given(st.sampled_from(VERSIONS), st.data())
def test_adding_a_concept_to_a_list_of_a_real_law_never_lowers_a_status(version, data):
    def concepts_of(role):
        return [c.id for c in WORDS if c.sort == role]

    more = data.draw(entries_more(version, concepts_of))
    kept = [(f, c.id) for r, f in FACETS.items() for c in WORDS if c.sort == r]
    before, after = Coverage(version, WORDS), Coverage(more, WORDS)
    never_lower({k: before.find(*k).status for k in kept}, {k: after.find(*k).status for k in kept})


def test_adding_servitude_to_the_definition_of_kazakhstan_changes_its_row_from_open_to_covered():
    version = provisions.get("Kazakhstan@2006-03-02")
    ((name, a_list),) = [
        (n, x)
        for n, x in version.lists.items()
        if x.role == "purpose" and "forced-labour" in x.entries
    ]
    amended = evolve(a_list, entries={**a_list.entries, "servitude": Entry(words="servitude")})
    after = evolve(version, lists={**version.lists, name: amended})
    assert status(version, "purpose", "servitude") == "open"
    assert status(after, "purpose", "servitude") == "covered"
    assert status(after, "purpose", "forced-subjection") == "open"


@settings(max_examples=25)
@given(thesauri, strategies.versions())
def test_covering_a_concept_covers_everything_narrower(words, version):
    coverage = Coverage(version, words)
    for role, facet in FACETS.items():
        for concept in concepts_in(role) if role in SMALL else ():
            narrower_are_covered(coverage, facet, concept)


def test_covering_practices_similar_to_slavery_covers_the_four_of_1956_and_not_a_forced_marriage():
    coverage = Coverage(purposes({"practices-similar-to-slavery": "similar practices"}), WORDS)
    assert narrower_are_covered(coverage, "purpose", "practices-similar-to-slavery") == 4
    assert coverage.find("purpose", "forced-marriage").status == "open"


@settings(max_examples=25)
@given(thesauri, strategies.versions(), strategies.versions("standard"), st.data())
def test_silent_never_becomes_absent(words, version, other, data):
    before = statuses(version, words)
    silent = {k for k, s in before.items() if s == "silent"}
    changed = data.draw(st.one_of(entries_more(version, concepts_in), strategies.wider(version)))
    after = statuses(changed, words)
    assert [k for k in silent if after[k] == "absent"] == []
    facets = data.draw(st.sets(st.sampled_from(sorted(FACETS.values()))))
    for table in (
        compare(version, other, words=words, facets=facets),
        compare(other, version, words=words),
    ):
        column = table.versions.index(version)
        for row in table.rows:
            if (row.facet, row.concept) in silent:
                assert row.cells[column].status == "silent"


@settings(max_examples=25)
@given(thesauri, strategies.versions())
def test_absent_is_said_only_where_nothing_in_any_list_bears_on_the_concept(words, version):
    coverage = Coverage(version, words)
    for role, facet in FACETS.items():
        for concept in concepts_in(role) if role in SMALL else ():
            if coverage.find(facet, concept).status == "absent":
                for a_list, _ in coverage.lists(role):
                    assert a_list.unlisted == "absent"
                    for name, entry in a_list.entries.items():
                        assert not _bears_on(words, version.id, concept, name, entry), (
                            facet,
                            concept,
                            name,
                        )


def _bears_on(words, instrument, concept, name, entry):
    """Whether an entry names a concept, contains it, lies under it or, where it was seen, may be
    argued to name it."""
    if words[name].heading:
        return name == concept
    above, below = (
        words.under(name, instrument).get(concept),
        words.under(concept, instrument).get(name),
    )
    certain = name == concept or (above and not above.condition) or (below and not below.condition)
    overlaps = name in [n for n, _ in words.overlapping(concept)]
    return bool(certain or (entry.mark != "unseen" and (above or overlaps)))


@settings(max_examples=25)
@given(thesauri, strategies.versions())
def test_every_cell_of_any_law_has_a_pinpoint_and_its_words(words, version):
    for row in compare(version, words=words, every=True).rows:
        (cell,) = row.cells
        assert cell.evidence
        assert all(e.at and e.source for e in cell.evidence)
        if cell.status in ("covered", "implied", "partial", "open"):
            apart = any(isinstance(r, FreeBut | FreeWhere) for r in cell.reasons)
            words = any(e.words or e.gloss for e in cell.evidence)
            assert words or apart, (row.facet, row.concept, cell)
