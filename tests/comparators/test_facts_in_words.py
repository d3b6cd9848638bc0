"""What a law makes of some facts, sentence by sentence: reached, reached if, open, not known, not reached."""

import sys
from pathlib import Path

import pytest
from attrs import evolve

import provisions
from comparators.application import Application, Borne, Consent, Ground
from comparators.boxes import NONE
from comparators.facts import parse_facts
from comparators.lists import Layer, Way
from comparators.own_offence import Exempt, Exemption
from comparators.reach import Kind
from comparators.reasons import Free, If, Named, Opened, Overlaps, Unread, Via
from comparators.sentencing import Circumstance, Form, Sanction
from comparators.wording.facts import Sentences, case_in_words, notes, told
from provisions.records import Entry, Evidence, Penalty

sys.path.insert(0, str(Path(__file__).parent))
from small import a_list, law, limb, offence

WORDS = provisions.thesaurus()
NAMED, SILENT, OPEN, _ = Layer

ACTS = {
    "recruitment": Entry(words="вербовка", gloss="recruitment"),
    "transfer": Entry(words="hands over", at="1(2)"),
    "receipt": Entry(gloss="receipt"),
}
LAW = law(
    offence("1", limb(), limb(mark="arguable", reading="It may be an attempt.")),
    offence("2", limb()),
    offence("4", limb(), kind="related", title="Slavery"),
    offence("5", limb(), kind="related"),
    acts=a_list("act", "harbouring", **ACTS),
    means=a_list("means", "deception", unlisted="open"),
)
CASE = parse_facts("recruitment,deception,forced-labour,adult")


def borne(fact, because, layer=NAMED, facet="act", **more):
    """How a limb bears a fact, by default an act."""
    return Borne(facet, fact, Way(layer, because, **more))


HIRED = borne("recruitment", Named("recruitment", "acts"))
BY = borne("deception", Named("deception", "means"), facet="means")
NO_MEANS = borne(NONE, Free("1"), facet="means")
NEAR = borne("harbouring", Overlaps("transfer", "acts", "whoever hands over may have kept"), OPEN)


def ground(kind, *words, **more):
    """What a limb of paragraph 1 makes of the facts."""
    return Ground("1", "1", kind, borne=words, **more)


def answered(kind=Kind.REACHED, *grounds, facts=CASE, **more):
    """What a law makes of some facts."""
    return Application(LAW, WORDS, facts, kind, grounds, **more)


# -- one limb ----------------------------------------------------------------------------------------

GAIN = {"wanted": ("for-gain", "travel")}
FORMS = {"forms": (("purpose", "slavery"), ("purpose", "servitude"))}
DOUBT = borne("transfer", Named("transfer", "acts"), OPEN, doubtful=True)
ARGUABLE = {"mark": "arguable"}
OF_THE_LIMB = (  # what a doubtful limb says plainly is no question of its own
    borne("transfer", Named("transfer", "acts"), OPEN),
    borne("fraud", Via("deception", "means"), OPEN, "means"),
    borne("fraud", Free("1"), OPEN, "means"),
)


@pytest.mark.parametrize(
    ("limb_of", "says"),
    [
        (ground(Kind.REACHED, HIRED, BY), "REACHED by 1: “вербовка” [recruitment], “deception”"),
        (ground(Kind.REACHED, HIRED, HIRED, NO_MEANS), "REACHED by 1: “вербовка” [recruitment]; no means needed"),
        (ground(Kind.REACHED, NO_MEANS), "REACHED by 1: no means needed"),
        (ground(Kind.REACHED, borne(NONE, Free("1"))), "REACHED by 1"),
        (ground(Kind.REACHED, borne("receipt", Named("receipt", "acts"))), "REACHED by 1: [receipt]"),
        (ground(Kind.REACHED, borne("receipt", Named("receipt", "gone"))), "REACHED by 1"),
        (ground(Kind.REACHED, borne("fraud", Via("fraud", "means"), facet="means")), "REACHED by 1: “other acts”"),
        (ground(Kind.ONLY, HIRED, **GAIN), "REACHED IF: for gain; travel of the victim (1): the facts do not say"),
        (ground(Kind.ONLY, HIRED, **FORMS), "REACHED IF: it is slavery or servitude (1): the facts do not say"),
        (ground(Kind.ONLY, HIRED, **GAIN, **FORMS), "REACHED IF: for gain; travel of the victim; it is slavery or servitude (1): the facts do not say"),
        (ground(Kind.OPEN, HIRED, DOUBT), "OPEN, by 1: Does “hands over” name transfer? Read 1(2)."),
        (ground(Kind.OPEN, DOUBT, DOUBT, **GAIN, **FORMS), "OPEN, by 1: Does “hands over” name transfer? Read 1(2). And only if: for gain; travel of the victim; it is slavery; it is servitude."),
        (ground(Kind.OPEN, NEAR), "OPEN, by 1: Is harbouring “hands over”? Whoever hands over may have kept. Read 1(2)."),
        (ground(Kind.OPEN, borne("receipt", If("receipt", "acts", "the person is kept"), OPEN)), "OPEN, by 1: Does [receipt] reach receipt? The person is kept. Read 1."),
        (ground(Kind.OPEN, borne("fraud", Opened("means"), OPEN, "means")), "OPEN, by 1: Is fraud within “other acts” (1)?"),
        (ground(Kind.OPEN, borne(NONE, Opened("means"), OPEN, "means")), "OPEN, by 1: Is a case without means within “other acts” (1)?"),
        (ground(Kind.OPEN, HIRED, **ARGUABLE), "OPEN, by 1: The words bear another reading: It may be an attempt."),
        (evolve(ground(Kind.OPEN, HIRED, **ARGUABLE), offence="2", at="2"), "OPEN, by 2: Read 2."),
        (evolve(ground(Kind.OPEN, HIRED, **ARGUABLE), offence="3", at="3"), "OPEN, by 3: Read 3."),
        (ground(Kind.OPEN, *OF_THE_LIMB, **ARGUABLE), "OPEN, by 1: The words bear another reading: It may be an attempt."),
        (ground(Kind.SILENT, borne(NONE, Unread("99"), SILENT, "means"), *OF_THE_LIMB), "NOT KNOWN: read 99"),
        (ground(Kind.OPEN, HIRED, derived=True, **ARGUABLE), "OPEN, by 1: Does 1 say the offence again, or does it only aggravate?"),
        (ground(Kind.SILENT), "NOT KNOWN: 1 is asked too; its elements are not recorded; read it"),
        (ground(Kind.SILENT, borne("transfer", Unread("99"), SILENT), BY), "NOT KNOWN: whether it names transfer; read 99"),
        (ground(Kind.SILENT, borne("transfer", Unread("99"), SILENT), borne("receipt", Unread("99"), SILENT), mark="unseen"), "NOT KNOWN: whether it names transfer, receipt; read 99, 1"),
        (ground(Kind.SILENT, borne(NONE, Unread("99"), SILENT, "means"), DOUBT, **GAIN), "NOT KNOWN: read 99 Does “hands over” name transfer? Read 1(2). And only if: for gain; travel of the victim."),
        (ground(Kind.SILENT, HIRED, **FORMS), "NOT KNOWN: read 1 And only if: it is slavery; it is servitude."),
        (ground(Kind.SILENT, borne("transfer", Named("transfer", "acts"), SILENT)), "NOT KNOWN: read 1"),
        (ground(Kind.NOT, missing=("victim", "act")), "NOT REACHED: 1 is not on an adult"),
        (ground(Kind.NOT, missing=("act", "means"), **GAIN), "NOT REACHED: 1 does not name recruitment; does not name deception; demands for gain; demands travel of the victim"),
        (ground(Kind.NOT, **GAIN), "NOT REACHED: 1 demands for gain; demands travel of the victim"),
    ],
)  # fmt: skip
def test_what_one_limb_makes_of_the_facts(limb_of, says):
    assert Sentences(answered()).ground(limb_of) == says


@pytest.mark.parametrize(
    ("facts", "facet", "says"),
    [
        ("recruitment,transfer,adult", "act", "does not name recruitment or transfer"),
        ("recruitment,adult", "means", "needs a means, and none is among the facts"),
        ("recruitment,adult", "purpose", "needs a purpose, and none is among the facts"),
        ("recruitment,slavery,adult", "purpose", "does not name slavery"),
    ],
)
def test_what_a_limb_does_not_name_is_told_or_that_none_is_among_the_facts(facts, facet, says):
    said = Sentences(answered(facts=parse_facts(facts)))
    assert said.ground(ground(Kind.NOT, missing=(facet,))) == f"NOT REACHED: 1 {says}"


def test_whom_a_limb_is_not_on_is_told_by_the_kind_of_victim():
    said = Sentences(answered(facts=parse_facts("recruitment,child")))
    assert said.ground(ground(Kind.NOT, missing=("victim",))) == "NOT REACHED: 1 is not on a child"


# -- the offence, related offences, what would change it ----------------------------------------------


def test_the_offence_is_told_limb_by_limb_and_then_what_is_for_the_courts():
    courts = ground(Kind.REACHED, HIRED, jurisdiction=("interstate-commerce", "cross-border"))
    both = Sentences(answered(Kind.REACHED, courts, evolve(courts, at="2")))
    assert list(both.offence()) == [
        "REACHED by 1: “вербовка” [recruitment]",
        "REACHED by 2: “вербовка” [recruitment]",
        "Proviso, for the courts and no element of the conduct: in or affecting commerce, crossing a State border",
    ]
    none = Sentences(answered(Kind.SILENT))
    assert list(none.offence()) == ["NOT KNOWN: no act of the offence is recorded"]


def test_related_offences_are_told_with_their_titles_and_those_not_read_in_one_line():
    slavery = evolve(ground(Kind.REACHED, HIRED), offence="4", at="4")
    asked = Sentences(
        answered(
            Kind.NOT,
            related=(
                slavery,
                evolve(slavery, offence="5", at="5"),
                Ground("4", "4(2)", Kind.SILENT),
                Ground("5", "5(2)", Kind.SILENT),
            ),
        )
    )
    assert list(asked.related()) == [
        "REACHED by 4: “вербовка” [recruitment] (Slavery)",
        "REACHED by 5: “вербовка” [recruitment]",
        "NOT KNOWN: asked too, but their elements are not recorded; read 4(2) (Slavery); 5(2)",
    ]
    assert list(Sentences(answered()).related()) == []


def test_what_would_change_the_answer_is_told_up_to_twelve():
    acts = [c.id for c in WORDS if c.sort == "act"][:13]
    twelve = tuple(("act", c) for c in acts[:12])
    said = Sentences(answered(would_change=(("victim", "child"), ("means", "fraud")))).change()
    assert said == "a child, fraud"
    labels = ", ".join(map(WORDS.label, acts[:12]))
    assert Sentences(answered(would_change=twelve)).change() == labels
    more = (*twelve, ("act", acts[12]))
    assert Sentences(answered(would_change=more)).change() == f"{labels}, and 1 more"
    assert Sentences(answered()).change() == ""


# -- circumstances, sanctions, consent ----------------------------------------------------------------

OFFICIAL = Circumstance("public-official", "1(2)")


@pytest.mark.parametrize(
    ("met", "says"),
    [
        (OFFICIAL, "public official in the performance of duties (1(2))"),
        (evolve(OFFICIAL, wanted=("for-gain", "travel")), "public official in the performance of duties (1(2)); if for gain; if travel of the victim"),
        (evolve(OFFICIAL, doubt="abuse-of-power"), "public official in the performance of duties (1(2)); arguable: abuse of power"),
        (evolve(OFFICIAL, mark="arguable"), "public official in the performance of duties (1(2)); arguable"),
        (evolve(OFFICIAL, mark="unseen"), "public official in the performance of duties (1(2)); not seen; read it"),
        (evolve(OFFICIAL, effect="factor"), "public official in the performance of duties (1(2)); weighed within the range"),
        (evolve(OFFICIAL, effect="lesser"), "public official in the performance of duties (1(2)); a lesser form"),
        (evolve(OFFICIAL, wanted=("for-gain",), doubt="abuse-of-power", mark="arguable", effect="factor"), "public official in the performance of duties (1(2)); if for gain; arguable: abuse of power; arguable; weighed within the range"),
    ],
)  # fmt: skip
def test_a_circumstance_is_told_with_what_is_wanted_and_what_is_doubtful(met, says):
    assert Sentences(answered()).circumstance(met) == says


FIVE_YEARS = Form("1", "1(1)", Penalty(min_years=3, max_years=5))
GRAVER = Form("1", "1(2)", Penalty(raised="a third"), ("public-official", "child-victim"), base=FIVE_YEARS.penalty)  # fmt: skip
UNSEEN = Form("1", "1(3)", None, ("child-victim",))
REACHED, NOT = ground(Kind.REACHED, HIRED), ground(Kind.NOT)


@pytest.mark.parametrize(
    ("sanction", "says"),
    [
        (Sanction(FIVE_YEARS), "3-5 years (1(1))"),
        (Sanction(GRAVER), "3-5 years, raised by a third (1(2): public official in the performance of duties, child victim)"),
        (Sanction(evolve(FIVE_YEARS, penalty=None)), "no term stated (1(1))"),
        (Sanction(None, (UNSEEN, evolve(UNSEEN, at="1(4)", circumstances=()))), "not known; read 1(3): child victim; not known; read 1(4)"),
        (Sanction(FIVE_YEARS, (UNSEEN,)), "not known; read 1(3): child victim; of what was seen: 3-5 years (1(1))"),
        (Sanction(FIVE_YEARS, (), GRAVER), "3-5 years (1(1)); 3-5 years, raised by a third (1(2): public official in the performance of duties, child victim), if that form is met"),
    ],
)  # fmt: skip
def test_the_gravest_sanction_is_told_with_what_brings_it_and_what_was_not_seen(sanction, says):
    assert Sentences(answered(Kind.REACHED, REACHED)).sanction(sanction) == says


def test_a_sanction_of_what_is_not_reached_for_certain_is_told_on_that_condition():
    sanction = Sanction(FIVE_YEARS)
    assert Sentences(answered(Kind.NOT, NOT)).sanction(sanction) == "3-5 years (1(1)); if reached"
    beside = Sentences(answered(Kind.NOT, NOT, related=(REACHED,)))
    assert beside.sanction(sanction) == "3-5 years (1(1))"


RULE = (Evidence(words="irrelevant", gloss="no defence"), Evidence(at="4"), Evidence(gloss="whatever was said"))  # fmt: skip


@pytest.mark.parametrize(
    ("consent", "says"),
    [
        (Consent("rule", "4(b)", evidence=RULE), "no defence: “irrelevant” [no defence]; [whatever was said] (4(b))."),
        (Consent("rule", "4(b)", evidence=RULE, reading="Of adults too."), "no defence: “irrelevant” [no defence]; [whatever was said] (4(b)). Of adults too."),
        (Consent("not-engaged", "4(b)"), "no means was used: the rule of 4(b) is not engaged"),
        (Consent("no-element", "4(b)", "1(1)", RULE[:1]), "no element of 1(1), which needs no means; the rule: “irrelevant” [no defence] (4(b))."),
        (Consent("no-element", "4(b)", "1(1)", RULE[:1], "Of adults too."), "no element of 1(1), which needs no means; the rule: “irrelevant” [no defence] (4(b)). Of adults too."),
        (Consent("demands", "4(b)", "1(1)"), "1(1) demands that it be against the victim's will: consent decides"),
        (Consent("none", "4(b)"), "no rule on consent in the text read (4(b)): the general part decides"),
        (Consent("open", "4(b)"), "open: the general part (4(b))"),
        (Consent("open", "4(b)", evidence=RULE[:1]), "open: “irrelevant” [no defence] (4(b))"),
        (Consent("not-seen", "4(b)"), "a rule on consent was not seen; read 4(b)"),
    ],
)  # fmt: skip
def test_what_the_rule_on_consent_says_in_the_case(consent, says):
    assert Sentences(answered()).consent(consent) == says


# -- the whole answer ----------------------------------------------------------------------------------


def parts(answer):
    """The parts of an answer: title, mark, lines."""
    return [(p.title, p.mark, p.lines) for p in told(answer)]


def test_an_answer_has_its_parts_in_the_order_in_which_a_lawyer_asks():
    answer = answered(
        Kind.NOT, ground(Kind.NOT, missing=("act",)),
        related=(evolve(REACHED, kind=Kind.SILENT, borne=()), evolve(REACHED, offence="4", at="4")),
        would_change=(("act", "transfer"),), circumstances=(OFFICIAL,), sanction=Sanction(FIVE_YEARS),
        consent=Consent("none", "4"), own=(Exemption(Exempt.NOT_KNOWN, "26"), Exemption(Exempt.NO, "27", extent=("document-offences",))),
    )  # fmt: skip
    assert parts(answer) == [
        ("the offence", "no", ("NOT REACHED: 1 does not name recruitment",)),
        (
            "related offence", "named",
            (
                "REACHED by 4: “вербовка” [recruitment] (Slavery)",
                "NOT KNOWN: asked too, but their elements are not recorded; read 1",
            ),
        ),
        ("would change it", "", ("transfer",)),
        ("aggravates", "", ("public official in the performance of duties (1(2))",)),
        ("sanction", "stated", ("3-5 years (1(1))",)),
        ("consent", "", ("no rule on consent in the text read (4): the general part decides",)),
        (
            "victim's own offence", "not-known",
            (
                "NOT KNOWN: no clause on victims was seen; read 26",
                "NOT EXEMPT: the clause, read in full, extends to document offences only (27)",
            ),
        ),
    ]  # fmt: skip


def test_what_the_facts_are_reached_with_is_not_told_twice():
    answer = answered(Kind.ONLY, ground(Kind.ONLY, **GAIN), would_change=(("further", "for-gain"),))
    assert [(title, mark) for title, mark, _ in parts(answer)] == [("the offence", "open")]
    own = answered(None, own=(Exemption(Exempt.YES, "26"),))
    assert [title for title, _, _ in parts(own)] == ["victim's own offence"]


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ("recruitment,deception,forced-labour,adult", "recruitment, deception, forced labour or services, an adult"),
        ("transfer,child,consent", "transfer, a child, consent"),
        ("document-offences,compelled,adult", "document offences, compelled, an adult"),
    ],
)  # fmt: skip
def test_the_facts_are_repeated_by_their_labels(facts, says):
    assert case_in_words(parse_facts(facts), WORDS) == says


def test_notes_tell_the_victim_assumed_and_what_the_record_says():
    assumed = parse_facts("recruitment,deception,forced-labour")
    answer = answered(facts=assumed, notes=(("1(2)", "A note."), ("", "Another.")))
    assert list(notes(answer)) == [
        "No victim was given: an adult is assumed.",
        "Draft, 1(2): A note.",
        "Draft: Another.",
    ]
    assert list(notes(answered())) == []
    assert list(notes(evolve(answer, kind=None, notes=()))) == []
