"""A victim's own offence: exempt, exempt if, may be, no special clause, not known, not exempt; the State's duty."""

from __future__ import annotations

import json
from itertools import combinations

import pytest
from attrs import evolve
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from small import law

import provisions
from comparators import apply, parse_facts
from comparators.cli import main
from comparators.own_offence import Exempt, Exemption, General, exemptions
from comparators.wording.own_offence import MAY, MUST, exemption
from provisions.records import Broader, Clause, Evidence, Place
from provisions.vocabulary import Thesaurus

WORDS = provisions.thesaurus()
KINDS = tuple(c.id for c in WORDS if c.sort == "offences")
LINKS = ("compelled", "attributable-to-exploitation", "no-realistic-alternative")
SAID = Evidence(words="as said")


def clause(*offences, links=(), at="45", unlisted="absent", discretion="mandatory", **more):
    """A clause on victims, read in full unless said otherwise."""

    def table(*names):
        return {n: SAID for n in names if n}

    more.setdefault("effects", table("no-criminal-liability"))
    if excluded := more.pop("excluded", None):
        more["excluded"] = {k: Evidence(words="not to", at=where) for k, where in excluded.items()}
    return Clause(
        at=at, unlisted=unlisted, offences=table(*offences), links=table(*links),
        discretion=table(discretion), **more,
    )  # fmt: skip


ENGLAND = law(
    clauses=[
        clause(
            "criminal-offences", links=LINKS, beneficiary="adult-victim", at="45(1)",
            excluded={"listed-offences": "Schedule 4"},
        ),
        clause(
            "criminal-offences", links=("direct-consequence", "reasonable-person"), at="45(4)",
            beneficiary="child-victim", excluded={"listed-offences": "Schedule 4"},
        ),
    ]
)  # fmt: skip
"""A law with the clauses of England: all offences but those of a schedule, on three links."""


def best(of, facts):
    """The best answer a law gives."""
    return exemptions(of, parse_facts(facts), WORDS)[0]


def said(of, facts):
    """The sentence of the best answer."""
    return exemption(best(of, facts), WORDS)


# -- the kind of offence ---------------------------------------------------------------------------

ALL_LINKS = ",".join((*LINKS, "adult"))


@pytest.mark.parametrize(
    "offence",
    ["document-offences", "immigration-offences", "prostitution-offences", "criminal-offences",
     "minor-offences", "grave-offences", "this-offence"],
)  # fmt: skip
def test_every_offence_falls_under_all_offences_unless_the_schedule_lists_it(offence):
    found = best(ENGLAND, f"{offence},{ALL_LINKS}")
    assert found.answer == Exempt.IF
    assert (found.wanted, found.unless) == ((), (("listed-offences", "Schedule 4"),))
    assert "not one of the listed serious offences (Schedule 4)" in said(
        ENGLAND, f"{offence},{ALL_LINKS}"
    )


def test_what_the_schedule_lists_is_excluded_and_the_schedule_named():
    found = best(ENGLAND, f"listed-offences,{ALL_LINKS}")
    assert (found.answer, found.excluded) == (Exempt.NO, (("listed-offences", "Schedule 4"),))
    assert said(ENGLAND, f"listed-offences,{ALL_LINKS}") == (
        "NOT EXEMPT: excluded by listed serious offences (Schedule 4)"
    )


def test_an_administrative_offence_is_no_criminal_one():
    found = best(ENGLAND, f"administrative-offences,{ALL_LINKS}")
    assert found.answer == Exempt.NO
    assert "read in full, extends to criminal offences only (45(1))" in said(
        ENGLAND, f"administrative-offences,{ALL_LINKS}"
    )


@pytest.mark.parametrize(
    ("offence", "answer", "kinds"),
    [
        ("minor-offences", Exempt.YES, ()),
        ("grave-offences", Exempt.NO, ()),
        ("medium-offences", Exempt.NO, ()),
        ("criminal-offences", Exempt.IF, ("minor-offences",)),
        ("document-offences", Exempt.IF, ("minor-offences",)),
        ("unlawful-activities", Exempt.IF, ("minor-offences",)),
        ("administrative-offences", Exempt.NO, ()),
        ("criminal-offences,minor-offences", Exempt.YES, ()),
        ("document-offences,grave-offences", Exempt.NO, ()),
    ],
)
def test_a_clause_on_minor_offences_asks_for_the_gravity_nobody_mentioned(offence, answer, kinds):
    minor = law(clauses=[clause("minor-offences", links=["compelled"])])
    found = best(minor, f"{offence},compelled,adult")
    assert (found.answer, found.kinds) == (answer, kinds)


@pytest.mark.parametrize(
    "offence",
    ["document-offences", "administrative-offences", "grave-offences", "immigration-offences"],
)
def test_a_clause_that_was_not_seen_whole_refuses_nobody(offence):
    partly = law(clauses=[clause("minor-offences", "medium-offences", unlisted="silent")])
    found = best(partly, f"{offence},compelled,adult")
    assert found.answer == Exempt.NOT_KNOWN
    assert "read 45" in said(partly, f"{offence},compelled,adult")
    assert "NOT EXEMPT" not in said(partly, f"{offence},compelled,adult")


def test_a_clause_that_was_not_seen_whole_is_on_the_kinds_that_lie_under_the_offence_named():
    partly = law(clauses=[clause("document-offences", "minor-offences", unlisted="silent")])
    found = best(partly, "criminal-offences,compelled,adult")
    assert (found.answer, found.kinds) == (Exempt.IF, ("document-offences", "minor-offences"))
    beside = best(partly, "prostitution-offences,compelled,adult")
    assert (beside.answer, beside.kinds) == (Exempt.NOT_KNOWN, ())


def test_a_clause_that_was_not_seen_whole_exempts_if_it_asks_no_more():
    partly = law(clauses=[clause("minor-offences", links=["compelled"], unlisted="silent")])
    found = best(partly, "minor-offences,compelled,adult")
    assert (found.answer, found.whole) == (Exempt.IF, False)
    assert "was not seen whole, asks no more (read 45)" in said(
        partly, "minor-offences,compelled,adult"
    )


def test_a_clause_without_offences_extends_to_all_where_it_was_read_and_is_not_known_where_not():
    assert best(law(clauses=[clause()]), "grave-offences,adult").answer == Exempt.YES
    assert (
        best(law(clauses=[clause(unlisted="silent")]), "grave-offences,adult").answer
        == Exempt.NOT_KNOWN
    )


# -- the links -------------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_a_link_left_unsaid_is_asked_for(n):
    for given_ in combinations(LINKS, n):
        facts = ",".join(("document-offences", *given_, "adult"))
        found = best(ENGLAND, facts)
        assert found.answer == Exempt.IF
        assert found.wanted == tuple(x for x in LINKS if x not in given_)
        for link in found.wanted:
            assert WORDS.label(link) in said(ENGLAND, facts)


@pytest.mark.parametrize("link", ["attributable-to-exploitation", "related-to-trafficking"])
@pytest.mark.parametrize("given_", ["direct-consequence", "solely-because-trafficked"])
def test_a_closer_link_satisfies_the_looser_one(link, given_):
    draft = law(clauses=[clause("document-offences", links=[link])])
    assert best(draft, f"document-offences,{given_},adult").answer == Exempt.YES


def test_a_looser_link_does_not_satisfy_the_closer_one():
    draft = law(clauses=[clause("document-offences", links=["direct-consequence"])])
    found = best(draft, "document-offences,related-to-trafficking,adult")
    assert (found.answer, found.wanted) == (Exempt.IF, ("direct-consequence",))


def test_a_link_that_is_there_on_a_condition_is_told_with_it():
    draft = law(clauses=[clause("document-offences", links=["in-course-of-trafficking"])])
    found = best(draft, "document-offences,direct-consequence,adult")
    assert (found.answer, found.wanted) == (Exempt.IF, ())
    assert "only while the trafficking lasts" in said(
        draft, "document-offences,direct-consequence,adult"
    )


def test_a_condition_is_asked_for_like_a_link():
    draft = law(clauses=[clause("document-offences", conditions={"identified-victim": SAID})])
    assert best(draft, "document-offences,adult").wanted == ("identified-victim",)
    assert best(draft, "document-offences,identified-victim,adult").answer == Exempt.YES


# -- child and adult -------------------------------------------------------------------------------


def test_child_and_adult_are_told_apart_where_the_law_does():
    child = "document-offences,direct-consequence,reasonable-person,child"
    assert (best(ENGLAND, child).at, best(ENGLAND, child).wanted) == ("45(4)", ())
    adult = child.replace(",child", ",adult")
    assert (best(ENGLAND, adult).at, best(ENGLAND, adult).wanted) == (
        "45(1)", ("compelled", "no-realistic-alternative"),
    )  # fmt: skip
    young = child.replace(",child", ",victim-under-fourteen")
    assert best(ENGLAND, young).at == "45(4)"


def test_of_two_clauses_the_one_that_helps_more_stands_first():
    two = law(
        clauses=[
            clause("minor-offences", links=["compelled"], at="1"),
            clause("minor-offences", at="2", beneficiary="child-victim"),
        ]
    )
    answers = exemptions(two, parse_facts("minor-offences,child"), WORDS)
    assert [(e.at, e.answer) for e in answers] == [("2", Exempt.YES), ("1", Exempt.IF)]


# -- the verb is that of the clause ----------------------------------------------------------------


@pytest.mark.parametrize("effect", [c.id for c in WORDS if c.sort == "effects"])
@pytest.mark.parametrize("discretion", ["mandatory", "discretionary", ""])
def test_the_verb_is_that_of_the_clauses_own_effect(effect, discretion):
    draft = law(
        clauses=[clause("document-offences", effects={effect: SAID}, discretion=discretion)]
    )
    found = best(draft, "document-offences,adult")
    text = said(draft, "document-offences,adult")
    assert found.answer == (Exempt.YES if discretion == "mandatory" else Exempt.MAY)
    assert (MUST if discretion == "mandatory" else MAY)[effect] in text
    assert ("whether the authority must or may is not shown" in text) == (not discretion)


def test_the_court_may_release_whoever_shows_the_links():
    draft = law(
        clauses=[clause("document-offences", links=["compelled"], discretion="discretionary")]
    )
    assert best(draft, "document-offences,adult").answer == Exempt.MAY_IF
    assert said(draft, "document-offences,compelled,adult") == (
        "MAY BE EXEMPT - may be released from criminal liability if the court so decides (45)"
    )


def test_an_effect_that_was_not_seen_is_not_known():
    draft = law(clauses=[clause("document-offences", effects={})])
    assert best(draft, "document-offences,adult").answer == Exempt.NOT_KNOWN
    assert "what follows from it was not seen" in said(draft, "document-offences,adult")


@pytest.mark.parametrize(
    ("mark", "answer"), [("arguable", Exempt.IF), ("unseen", Exempt.NOT_KNOWN)]
)
def test_a_doubtful_clause_exempts_nobody_for_certain(mark, answer):
    draft = law(clauses=[clause("document-offences", mark=mark)])
    assert best(draft, "document-offences,adult").answer == answer


# -- no clause -------------------------------------------------------------------------------------


@pytest.mark.parametrize("beneficiary", [None, "offender", "anyone"])
def test_without_a_clause_on_victims_the_general_part_decides(beneficiary):
    clauses = (
        [clause(beneficiary=beneficiary, label="general duress", at="36")] if beneficiary else []
    )
    draft = law(clauses=clauses, nothing_on={"non-punishment": Place(at="113, 128")})
    found = best(draft, "minor-offences,compelled,adult")
    assert found.answer == Exempt.GENERAL_PART
    text = said(draft, "minor-offences,compelled,adult")
    assert text.startswith(
        "NO SPECIAL CLAUSE in what was read (113, 128); the general part decides"
    )
    assert "EXEMPT" not in text
    assert ("general duress, 36" in text) == (beneficiary == "anyone")


def test_a_general_rule_that_was_not_read_is_to_be_read():
    duress = clause(beneficiary="anyone", label="general duress", at="36", mark="unseen")
    draft = law(clauses=[duress], nothing_on={"non-punishment": Place(at="128")})
    assert said(draft, "minor-offences,adult").endswith(
        "the general part decides; read general duress, 36"
    )


def test_where_no_clause_was_sought_the_answer_is_not_known_and_says_where_to_read():
    draft = law(nothing_on={}, unread={"non-punishment": Place(at="181, note")})
    assert best(draft, "minor-offences,adult").answer == Exempt.NOT_KNOWN
    assert said(draft, "minor-offences,adult").endswith("read 181, note")


# -- treaties --------------------------------------------------------------------------------------


def test_for_a_treaty_the_answer_is_what_a_state_must_provide():
    treaty = law(
        clauses=[clause("unlawful-activities", links=["compelled"], strength="shall", at="26",
                        effects={"no-penalty": SAID}, discretion="discretionary")],
        kind="treaty",
    )  # fmt: skip
    assert said(treaty, "minor-offences,adult") == (
        "the State must provide for the possibility of no penalty for unlawful activities,"
        " to the extent that: compelled (26)"
    )
    nothing = law(kind="treaty")
    assert (
        said(nothing, "minor-offences,adult")
        == "nothing obliges the State to provide for it (1-10)"
    )


@pytest.mark.parametrize(
    "instrument", [i for i in provisions.instruments() if i.international], ids=lambda i: i.id
)
def test_no_international_instrument_ever_exempts_a_person(instrument):
    for version in provisions.versions(instrument.id):
        for who in ("adult", "child"):
            for found in exemptions(version, parse_facts(f"minor-offences,compelled,{who}"), WORDS):
                assert found.answer in (
                    Exempt.STATE_MUST_PROVIDE,
                    Exempt.NOT_ASKED,
                    Exempt.NOT_KNOWN,
                )


# -- the corpus, the facts beside it, and the mode -------------------------------------------------


def test_the_victims_own_offence_changes_nothing_of_the_traffickers():
    facts = "recruitment,deception,forced-labour,adult"
    armenia = provisions.get("armenia@2011-03-01")
    plain, asked = apply(armenia, facts), apply(armenia, f"{facts},minor-offences,compelled")
    assert plain.own == ()
    assert (asked.own[0].answer, asked.own[0].wanted) == (Exempt.IF, ("in-course-of-trafficking",))
    assert evolve(asked, own=(), facts=plain.facts) == plain


def test_of_the_victims_offence_alone_nothing_is_said_of_the_traffickers():
    answer = apply(provisions.get("uk@2015-07-31"), "document-offences,compelled,adult")
    assert answer.kind is None
    assert "the offence" not in str(answer).replace("victim's own offence", "")


def test_kazakh_law_of_2006_has_general_duress_and_nothing_for_victims():
    text = said(provisions.get("kazakhstan@2006-03-02"), "minor-offences,compelled,adult")
    assert text.startswith("NO SPECIAL CLAUSE")
    assert "general duress, 36" in text


@pytest.mark.parametrize(
    ("name", "facts", "answer", "says"),
    [
        ("uk@2015-07-31", f"document-offences,{ALL_LINKS}", Exempt.IF, "(45(7), Schedule 4)"),
        ("uk@2015-07-31", f"immigration-offences,{ALL_LINKS}", Exempt.IF, "(45(7), Schedule 4)"),
        ("uk@2015-07-31", f"grave-offences,{ALL_LINKS}", Exempt.IF, "(45(7), Schedule 4)"),
        ("uk@2015-07-31", "document-offences,compelled,adult", Exempt.IF, "no realistic alternative"),
        ("us@2019-01-09", "document-offences,direct-consequence,adult", Exempt.YES, "1592(b)"),
        ("armenia@2011-03-01", "administrative-offences,compelled,adult", Exempt.NOT_KNOWN, "read 132"),
        ("armenia@2011-03-01", "document-offences,compelled,adult", Exempt.NOT_KNOWN, "read 132"),
    ],
)  # fmt: skip
def test_offences_of_victims_that_once_came_out_wrong(name, facts, answer, says):
    law_ = provisions.get(name)
    assert best(law_, facts).answer == answer
    assert says in said(law_, facts)


def test_the_mode_lists_what_the_clause_asks_of_an_adult_and_of_a_child():
    run = CliRunner().invoke(
        main, ["UK", "CoE", "--own-offence", "document-offences", "--as-of", "today"]
    )
    assert run.exit_code == 0
    text = " ".join(run.output.split())
    assert (
        "an adult EXEMPT IF: compelled; attributable to slavery or exploitation; no realistic"
        in text
    )
    assert "a child EXEMPT IF: direct consequence of the trafficking; a reasonable person" in text
    assert "(45(7), Schedule 4)" in text
    assert "the State must provide for" in text


def test_the_mode_gives_the_same_to_programs():
    run = CliRunner().invoke(main, ["UK", "--own-offence", "Document offences", "--format", "json"])
    data = json.loads(run.output)
    assert data["own_offence"] == "document-offences"
    (uk,) = data["answers"]
    assert uk["adult"][0]["answer"] == "exempt-if"
    assert uk["adult"][0]["wanted"] == list(LINKS)
    assert uk["child"][0]["unless"] == [{"concept": "listed-offences", "at": "45(7), Schedule 4"}]


@pytest.mark.parametrize(
    ("given_", "says"),
    [
        (
            "theft",
            "no kind of offence is called 'theft': one of unlawful-activities, criminal-offences",
        ),
        ("document-offense", "did you mean 'document-offences'"),
        ("recruitment", "'recruitment' is no kind of offence of a victim's own"),
        ("", "no kind of offence"),
    ],
)
def test_the_mode_refuses_what_is_no_offence_in_one_line(given_, says):
    run = CliRunner().invoke(main, ["UK", "--own-offence", given_])
    assert run.exit_code == 2
    assert says in run.output
    assert len(run.output.strip().splitlines()) == 1


def test_the_help_says_that_facts_answer_a_victims_own_offence_too():
    text = " ".join(CliRunner().invoke(main, ["--help"]).output.split())
    assert "--own-offence" in text
    assert "Is the victim exempt from an offence of his or her own" in text


# -- any clause ------------------------------------------------------------------------------------


@st.composite
def clauses(draw):
    some = st.lists(st.sampled_from(KINDS), max_size=3, unique=True)
    links = draw(
        st.lists(
            st.sampled_from([c.id for c in WORDS if c.sort == "links"]), max_size=3, unique=True
        )
    )
    return clause(
        *draw(some),
        links=links,
        unlisted=draw(st.sampled_from(("absent", "silent"))),
        discretion=draw(st.sampled_from(("mandatory", "discretionary", ""))),
        excluded=dict.fromkeys(draw(some), "Schedule"),
    )


@settings(max_examples=80)
@given(clauses(), st.sampled_from(KINDS), st.sampled_from(KINDS))
def test_a_refusal_rests_on_an_exclusion_or_on_a_clause_read_in_full(drawn, kind, more):
    found = best(law(clauses=[drawn]), f"{kind},{more},adult")
    if found.answer == Exempt.NO:
        assert found.excluded or drawn.unlisted == "absent"
        read_on = evolve(
            drawn, unlisted="absent", offences={**drawn.offences, "unlawful-activities": SAID}
        )
        if found.excluded:
            assert best(law(clauses=[read_on]), f"{kind},{more},adult").answer == Exempt.NO
    if found.answer == Exempt.YES:
        assert drawn.unlisted == "absent"
        assert not found.unless


@settings(max_examples=60)
@given(
    clauses(),
    st.sampled_from(KINDS),
    st.lists(st.sampled_from([c.id for c in WORDS if c.sort == "links"])),
)
def test_one_more_link_never_makes_the_answer_worse(drawn, kind, given_):
    one = law(clauses=[drawn])
    facts = [kind, "adult"]
    before = best(one, facts)
    after = best(one, [*facts, *given_])
    assert after.answer <= before.answer
    assert set(after.wanted) <= set(before.wanted)


# -- the whole exemption ---------------------------------------------------------------------------


SCOPED = Thesaurus(
    WORDS.concepts,
    (
        *WORDS.broader,
        Broader(narrower="document-offences", broader="minor-offences", source="draft", at="1", scope="draft"),
        Broader(narrower="no-realistic-alternative", broader="compelled", source="draft", at="1", scope="draft"),
        Broader(narrower="reasonable-person", broader="compelled", source="draft", at="1", scope="draft", condition="he feared"),
        Broader(narrower="organ-donation", broader="document-offences", source="draft", at="1", scope="draft"),
    ),
    WORDS.overlaps,
)  # fmt: skip
"""A vocabulary in which some words mean more in the draft than elsewhere."""


def every(of, facts, words=WORDS):
    """All that the clauses of a law make of some facts."""
    return exemptions(of, parse_facts(facts), words)


def test_an_exemption_has_all_that_the_clause_says_and_what_is_left_to_be_shown():
    spared = clause(
        "minor-offences", "document-offences", links=("compelled", "overborne"), at="45", label="the clause",
        reading="Of fines?", strength="may", conditions={"co-operation": SAID},
        excluded={"listed-offences": "Schedule 4", "grave-offences": None},
    )  # fmt: skip
    (found,) = every(law(clauses=[spared]), "document-offences,compelled,adult")
    assert found == Exemption(
        Exempt.IF, "45", 0, ("no-criminal-liability",), ("mandatory",), ("minor-offences", "document-offences"),
        wanted=("overborne", "co-operation"), unless=(("listed-offences", "Schedule 4"), ("grave-offences", "45")),
        strength="may", label="the clause", notes=("Of fines?",),
    )  # fmt: skip
    (found,) = every(law(clauses=[spared]), "grave-offences,compelled,adult")
    assert (found.answer, found.excluded) == (Exempt.NO, (("grave-offences", "45"),))
    other = clause("minor-offences", beneficiary="child-victim")
    (found,) = every(law(clauses=[other, spared]), "document-offences,compelled,adult")
    assert found.clause == 1
    unseen = evolve(
        spared, unlisted="silent", effects={}, reading=None, at=None, label=None, strength=None
    )
    (found,) = every(
        law(clauses=[unseen]), "document-offences,compelled,overborne,co-operation,adult"
    )
    assert found == Exemption(
        Exempt.NOT_KNOWN, "", 0, (), ("mandatory",), ("minor-offences", "document-offences"),
        unless=(("listed-offences", "Schedule 4"), ("grave-offences", "")), whole=False,
    )  # fmt: skip


def test_a_treatys_duty_has_all_its_links_and_what_it_leaves_out():
    asked = clause(
        "unlawful-activities", links=("compelled",), at="26", discretion="discretionary", strength="shall",
        conditions={"domestic-law": SAID}, excluded={"grave-offences": None},
    )  # fmt: skip
    helper = clause("unlawful-activities", beneficiary="offender")
    (found,) = every(law(clauses=[helper, asked], kind="treaty"), "document-offences,adult")
    assert found == Exemption(
        Exempt.STATE_MUST_PROVIDE, "26", 1, ("no-criminal-liability",), ("discretionary",), ("unlawful-activities",),
        wanted=("compelled", "domestic-law"), excluded=(("grave-offences", "26"),), strength="shall",
    )  # fmt: skip


def test_a_law_without_a_clause_has_its_general_rules_or_a_place_to_read():
    duress = Clause(beneficiary="anyone", at="36", label="duress")
    hidden = Clause(beneficiary="anyone", mark="unseen")
    both = (General("duress", "36", read=True), General("", "", read=False))
    place = {"non-punishment": Place(at="1-10")}
    facts = "document-offences,adult"
    (found,) = every(law(clauses=[duress, hidden], nothing_on=place), facts)
    assert found == Exemption(Exempt.GENERAL_PART, "1-10", general=both)
    (found,) = every(law(clauses=[duress, hidden], nothing_on={}), facts)
    assert found == Exemption(Exempt.NOT_KNOWN, "the general part", general=both)
    (found,) = every(law(nothing_on={}, unread={"non-punishment": Place(at="26, not seen")}), facts)
    assert found == Exemption(Exempt.NOT_KNOWN, "26, not seen")
    (found,) = every(law(kind="treaty", nothing_on=place), facts)
    assert found == Exemption(Exempt.NOT_ASKED, "1-10")


def test_the_words_of_a_law_mean_in_it_what_they_mean_in_no_other():
    minor, other = clause("minor-offences"), law(clauses=[clause("minor-offences")], name="other")
    assert every(law(clauses=[minor]), "document-offences,adult", SCOPED)[0].answer == Exempt.YES
    assert every(other, "document-offences,adult", SCOPED)[0].kinds == ("minor-offences",)
    linked = law(clauses=[clause(links=("compelled",))])
    assert (
        every(linked, "document-offences,no-realistic-alternative,adult", SCOPED)[0].answer
        == Exempt.YES
    )
    found = every(linked, "document-offences,reasonable-person,adult", SCOPED)[0]
    assert (found.answer, found.doubtful) == (Exempt.IF, (("compelled", "he feared"),))
    elsewhere = evolve(linked, instrument=evolve(linked.instrument, id="other"))
    assert every(elsewhere, "document-offences,no-realistic-alternative,adult", SCOPED)[
        0
    ].wanted == ("compelled",)
    organs = clause("organ-donation", unlisted="silent")
    found = every(law(clauses=[organs]), "document-offences,adult", SCOPED)[0]
    assert (found.answer, found.kinds) == (Exempt.IF, ("organ-donation",))
    found = every(law(clauses=[organs], name="other"), "document-offences,adult", SCOPED)[0]
    assert (found.answer, found.kinds) == (Exempt.NOT_KNOWN, ())
    grave = clause("grave-offences")
    assert every(law(clauses=[grave]), "organ-donation,adult", SCOPED)[0].answer == Exempt.NO
    found = every(law(clauses=[grave], name="other"), "organ-donation,adult", SCOPED)[0]
    assert found.answer != Exempt.NO


def test_the_notes_of_two_texts_of_one_law_are_told_apart_by_their_dates():
    names = ["finland@2015-01-01", "finland@2023-01-01"]
    shown = CliRunner().invoke(main, [*names, "--own-offence", "document-offences"]).output
    for day in ("2015-01-01", "2023-01-01"):
        assert f"Finland (text of {day}), 17:7(2): " in shown
