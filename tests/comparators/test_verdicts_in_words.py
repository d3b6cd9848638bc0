"""A verdict and its work list, sentence by sentence: gaps, questions, provisos, steps, what to read."""

import sys
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

import provisions
from comparators import gaps, reaches
from comparators.boxes import NONE
from comparators.edits import Add, Drop, Free, Widen
from comparators.law import Law
from comparators.marks import Under
from comparators.reach import Kind
from comparators.reasons import If, Narrower, Overlaps
from comparators.steps import Beyond, Step
from comparators.verdicts import RESIDUAL, Among, Bound, Fail, Gap, Proviso, Question, Thin, Told
from comparators.wording import brief
from comparators.wording import verdicts as verdict
from comparators.wording import worklist as work
from comparators.worklist import Row, ToRead
from provisions.records import NOT_SEEN, Binding, Evidence, Span

sys.path.insert(0, str(Path(__file__).parent))
from small import NOT_REQUIRED, a_list, law, limb, offence

WORDS = provisions.thesaurus()
ADULT, CHILD, EVERY = ("adult",), ("child",), ("adult", "child", "incapacitated")
GROWN = ("adult", "incapacitated")


# -- one word, one gap -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facet", "word", "says"),
    [
        ("means", Told("fraud"), "fraud"),
        ("act", Told(NONE), "no act needed"),
        ("means", Told(NONE), "no means needed"),
        ("purpose", Told(NONE), "no purpose needed"),
        ("purpose", Told("practices-similar-to-slavery", but=("serfdom", "debt-bondage")), "practices similar to slavery (but serfdom, debt bondage)"),
        ("means", Told("other-coercion", other=True), "coercion by other means than those named"),
        ("purpose", Told("slavery", other=True), "slavery (other than its named forms)"),
    ],
)  # fmt: skip
def test_a_word_is_told_whole_or_in_its_other_forms_or_but_for_some(facet, word, says):
    assert verdict.one(WORDS, facet, word) == says


def gap(*words, facet="means", victims=EVERY, only=(), kind=Kind.NOT, **more):
    """A gap, by default of a means, against any victim, not reached at all."""
    return Gap(victims, facet, tuple(map(Told, words)), kind, only, **more)


SALE = Among((Told("transfer"), Told("receipt")))
FORCE, FREE = Among((Told("use-of-force"),)), Among((Told(NONE),))
WOMAN = {"kind": Kind.ONLY, "only": (("woman",), ("for-gain", "travel"))}


@pytest.mark.parametrize(
    ("lost", "says"),
    [
        (gap("fraud", "deception"), "any victim - means: fraud, deception: not reached"),
        (gap("fraud", victims=CHILD, acts=SALE), "a child - means: fraud: not reached for transfer, receipt"),
        (gap("fraud", victims=GROWN), "an adult or an adult deprived of capacity - means: fraud: not reached"),
        (gap("slavery", facet="purpose", means=FORCE, acts=SALE._replace(but=True)), "any victim - purpose: slavery: not reached for any act but transfer, receipt by use of force"),
        (gap("slavery", facet="purpose", means=FORCE._replace(but=True)), "any victim - purpose: slavery: not reached by any means but use of force"),
        (gap("slavery", facet="purpose", means=FREE), "any victim - purpose: slavery: not reached without any means"),
        (gap("slavery", facet="purpose", means=FREE._replace(but=True)), "any victim - purpose: slavery: not reached with any means"),
        (gap("recruitment", facet="act", everything=True), "any victim - act: whatever is done: not reached"),
        (gap("fraud", **WOMAN), "any victim - means: fraud: reached only where: victim is a woman or for gain and travel of the victim"),
        (gap("fraud", at=("1", "2"), **WOMAN), "any victim - means: fraud: reached only where: victim is a woman or for gain and travel of the victim (1, 2)"),
        (gap("fraud", kind=Kind.OPEN), "any victim - means: fraud: open"),
        (gap("fraud", kind=Kind.SILENT, related=("5", "6")), "any victim - means: fraud: not known; as a related offence: 5, 6"),
        (gap(NONE, victims=CHILD), "a child - means: no means needed: not reached"),
    ],
)  # fmt: skip
def test_a_gap_says_who_which_value_what_becomes_of_it_and_for_what(lost, says):
    assert verdict.gap_line(WORDS, lost) == says


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (gap("fraud", victims=CHILD, acts=SALE, means=FORCE), "a child - means: fraud for transfer, receipt by use of force"),
        (gap("recruitment", facet="act", everything=True), "any victim - act: whatever is done"),
        (gap("fraud", "deception"), "any victim - means: fraud, deception"),
    ],
)  # fmt: skip
def test_what_lies_beyond_is_told_without_what_becomes_of_it(more, says):
    assert verdict._beyond(WORDS, more) == says


@pytest.mark.parametrize(
    ("demanded", "says"),
    [
        (gap("recruitment", **WOMAN), "victim is a woman or for gain and travel of the victim, whatever is done"),
        (gap("recruitment", victims=CHILD, at=("1", "2"), **WOMAN), "victim is a woman or for gain and travel of the victim, whatever is done, against a child (1, 2)"),
    ],
)  # fmt: skip
def test_a_demand_is_told_of_whatever_is_done_and_against_whom_where_not_all(demanded, says):
    assert verdict.demand(WORDS, demanded) == says


@pytest.mark.parametrize(
    ("failed", "says"),
    [
        (Fail("1", "victim", "child", "1"), "1 is not on a child"),
        (Fail("1", "demand", "for-gain", "1"), "1 demands: for gain"),
        (Fail("1", "means", NONE, "1(2)"), "1 needs a means (1(2))"),
        (Fail("1", "purpose", NONE, "1(2)"), "1 needs a purpose (1(2))"),
        (Fail("1", "means", "fraud", "1(2)"), "1 does not name fraud (1(2))"),
    ],
)  # fmt: skip
def test_why_the_nearest_limb_does_not_reach_a_case(failed, says):
    assert verdict.fail(WORDS, failed) == says


def test_a_standard_known_in_part_is_told_with_the_places_to_read():
    thin = Thin("Palermo", (("act", "3"), ("means", "4"), ("purpose", "5")))
    said = "Palermo is itself known only in part: acts (3), means (4), purposes (5)"
    assert verdict.thinness(thin) == said
    assert brief.decides(WORDS, (), (thin,)) == said


# -- questions, provisos -----------------------------------------------------------------------------

FRAUD, SLAVERY, TRANSFER = (
    ("means", Told("fraud")),
    ("purpose", Told("slavery")),
    ("act", Told("transfer")),
)
FIVE = tuple(
    ("act", Told(c)) for c in ("recruitment", "transportation", "transfer", "harbouring", "receipt")
)
ASKED = {"act": [word.concept for _, word in FIVE]}
TOLD_SO, NEAR = If("fraud", "means", "told so"), Overlaps("fraud", "means", "near it")


def question(kind, because, *words, **more):
    """An open question, at paragraph 5."""
    return Question(kind, "5", because, words, **more)


@pytest.mark.parametrize(
    ("open_question", "says"),
    [
        (question("silent", None, FRAUD, SLAVERY), "fraud, slavery: not given in full"),
        (question("silent", None, FRAUD, within=(TRANSFER,)), "fraud for transfer: not given in full"),
        (question("silent", None), "not given in full"),
        (question("silent", TOLD_SO, FRAUD), "fraud: only if told so: fraud"),
        (question("open", None, *FIVE, FRAUD), "every act (5), fraud: is this a complete way to commit the offence?"),
        (question("open", None, *FIVE[:4]), "recruitment, transportation, transfer, harbouring: is this a complete way to commit the offence?"),
        (question("open", None, *FIVE, ("act", Told("exploiting")), within=FIVE), "every act (5), exploitation of a person (as an act) for every act (5): is this a complete way to commit the offence?"),
        (question("open", None, *FIVE[1:], ("act", Told("recruitment", other=True))), "transportation, transfer, harbouring, receipt, recruitment (other than its named forms): is this a complete way to commit the offence?"),
        (question("open", None, *FIVE[1:], ("act", Told("recruitment", but=("transfer",)))), "transportation, transfer, harbouring, receipt, recruitment (but transfer): is this a complete way to commit the offence?"),
        (question("open", None, FRAUD, reading="Deceit too?"), "fraud: Deceit too?"),
        (question("open", None, FRAUD, derived=True), "fraud: does this aggravated form say the offence again, complete by itself?"),
        (question("open", RESIDUAL, FRAUD), "fraud: other forms are meant besides those named; the list here is closed"),
        (question("open", None, FRAUD, quoted=Evidence(words="other means")), 'fraud: "other means"'),
        (question("open", None, FRAUD, quoted=Evidence()), "fraud: the words leave it open"),
        (question("open", TOLD_SO, FRAUD), "fraud: only if told so: fraud"),
        (question("open", NEAR, FRAUD), "fraud: arguable: fraud (near it)"),
        (question("arguable", None, FRAUD), "fraud: is this a complete way to commit the offence?"),
        (question("arguable", None, FRAUD, quoted=Evidence(words="other means")), "fraud: is this a complete way to commit the offence?"),
        (question("unseen", None, FRAUD), "fraud: is this a complete way to commit the offence?"),
    ],
)  # fmt: skip
def test_a_question_says_what_hangs_on_it_and_what_decides(open_question, says):
    assert verdict.asked(WORDS, open_question, ASKED) == says


def test_of_five_acts_all_are_told_as_such_only_where_it_is_known_that_they_are_all():
    every = question("silent", None, *FIVE)
    assert verdict.asked(WORDS, every, ASKED) == "every act (5): not given in full"
    five = "recruitment, transportation, transfer, harbouring, receipt: not given in full"
    assert verdict.asked(WORDS, every) == five
    four = {"act": ASKED["act"][:4]}
    assert verdict.asked(WORDS, question("silent", None, *FIVE[:4]), four).startswith(
        "recruitment, "
    )


WHILE = Evidence(words="with intent")


@pytest.mark.parametrize(
    ("proviso", "says"),
    [
        (Proviso("scope", "Palermo", "4", "", WHILE), 'scope: Palermo 4 applies to offences "with intent"; that is when its machinery applies, not what must be a crime'),
        (Proviso("scope", "Palermo", "4", "", WHILE, ("CoE", "EU")), 'scope: Palermo 4 applies to offences "with intent"; that is when its machinery applies, not what must be a crime (CoE, EU: no such limit)'),
        (Proviso("mind", "CoE", "9", "silent", WHILE, ("4", "18")), "intent, a row of its own and no part of this answer: CoE 4, 18 asks for it \"with intent\"; the law's mental element: not known; read 9"),
        (Proviso("mind", "CoE", "9", "open", WHILE, ("4",)), "intent, a row of its own and no part of this answer: CoE 4 asks for it \"with intent\"; the law's mental element: open: 9"),
        (Proviso("mind", "CoE", "9", "absent", WHILE, ("4",)), "intent, a row of its own and no part of this answer: CoE 4 asks for it \"with intent\"; the law's mental element: not said: 9"),
        (Proviso("jurisdiction", "US", "1591", "interstate-commerce"), "jurisdiction: US 1591: in or affecting commerce"),
        (Proviso("consent", "Draft", "4", "absent"), "consent: no rule on consent in the text read (4): the general part decides"),
        (Proviso("consent", "Draft", "4", "silent"), "consent: a rule on consent was not seen; read 4"),
        (Proviso("consent", "Draft", "4", "open"), "consent: open: the general part decides (4)"),
        (Proviso("consent", "Draft", "4", "open", WHILE), 'consent: open: "with intent" (4)'),
    ],
)  # fmt: skip
def test_what_stands_under_a_verdict_and_is_no_part_of_reach(proviso, says):
    assert verdict.provided(WORDS, proviso) == says


# -- what was compared -------------------------------------------------------------------------------

TREATY = law(
    offence("4(a) with 18"), offence("12(2), 9; 10 and 3", limb(at="2(b)")),
    offence("77", kind="related"), kind="treaty", name="treaty",
)  # fmt: skip
PACT = law(offence("4(a)"), kind="treaty", name="pact")


def test_the_articles_that_were_compared_are_told_in_their_order():
    assert verdict.articles(TREATY) == "2, 3, 4, 9, 10, 12, 18"
    assert verdict.definition([TREATY]) == "The definition (Arts 2, 3, 4, 9, 10, 12, 18)"
    assert verdict.definition([PACT]) == "The definition (Art. 4)"
    assert verdict.definition([law()]) == "The definition (1)"
    both = "The definition (Treaty 2, 3, 4, 9, 10, 12, 18; Pact 4)"
    assert verdict.definition([TREATY, PACT]) == both


def test_a_treaty_requires_and_a_code_punishes():
    code = law()
    assert [verdict.asks(some) for some in ([TREATY], [TREATY, PACT], [code], [code, code])] == [
        "requires", "require", "punishes", "punish",
    ]  # fmt: skip
    assert verdict.asks([code, TREATY]) == "require"


def test_of_a_directive_without_a_day_it_is_not_said_when_it_is_due():
    assert verdict.obliged("Draft", PACT, Bound("not-due")) == "Pact asks"


# -- steps -------------------------------------------------------------------------------------------

STANDARD = law(
    offence("4", limb(at="4(a)"), limb(means=NOT_REQUIRED, at="4(c)")),
    kind="treaty", name="standard", means=a_list("means", "fraud", at="4(a)(ii)"),
)  # fmt: skip
OTHER = law(offence("3"), kind="directive", name="other", means=a_list("means", "fraud", at="2(1)"))
SAID = Evidence(words="a woman", gloss="female")
WOMAN_ONLY, GAIN = Drop("woman", "a woman", "1(3)", said=SAID), Drop("for-gain", "gain", "2")
FRESH = (("fresh", a_list("purpose", "slavery")),)
ADDED = Add("4", "1", CHILD, (), limb("acts", NOT_REQUIRED, "fresh", CHILD), FRESH, ("1", "", ""))
TRUST = (Beyond("means", "abuse-of-trust", ADULT),)


def step(facet="means", **more):
    """A step at paragraph 1."""
    return Step("missing", facet, "1", (), **more)


ADD = {"add": (("fraud", ()),)}


@pytest.mark.parametrize(
    ("of", "says"),
    [
        (step("act", add=(("transfer", ()),)), "add 'transfer' to the acts"),
        (step("purpose", add=(("slavery", ()),)), "add 'slavery' to the purposes"),
        (step(add=(("fraud", ("deception", "blackmail")), ("abduction", ()))), "add 'deception / blackmail / fraud', 'abduction' to the means"),
        (step(plain=("fraud", "abduction")), "say 'fraud', 'abduction' expressly"),
        (step("demand", drops=(WOMAN_ONLY,)), "drop the demand 'victim is a woman' (\"a woman\" [female])"),
        (step("demand", drops=(WOMAN_ONLY, GAIN)), "drop the demand 'victim is a woman' (\"a woman\" [female])\ndrop the demand 'for gain'"),
        (step("purpose", drops=(WOMAN_ONLY,), of=("slavery", "servitude")), "for 'slavery', 'servitude': drop the demand 'victim is a woman' (\"a woman\" [female])"),
        (step("purpose", drops=(WOMAN_ONLY, GAIN), of=("slavery",)), "for 'slavery':\ndrop the demand 'victim is a woman' (\"a woman\" [female])\ndrop the demand 'for gain'"),
        (step("demand", drops=(Widen("woman", "a woman", "1", said=SAID),)), "not 'victim is a woman' (\"a woman\" [female]) alone, but that or any of the means of Standard 4(a)(ii)"),
        (step("purpose", drops=(GAIN, Widen("woman", "a woman", "1", said=SAID)), of=("slavery",)), "for 'slavery':\ndrop the demand 'for gain'\nnot 'victim is a woman' (\"a woman\" [female]) alone, but that or any of the means of Standard 4(a)(ii)"),
        (step("demand", drops=(Free("woman", "a woman", "1", CHILD, said=SAID),)), "free a child of the demand 'victim is a woman' (\"a woman\" [female])"),
        (step("settle", settles=("A note.",)), "settle: A note."),
        (step("settle", settles=("",)), "settle: whether this is a complete way to commit it"),
        (step("limb", limb=ADDED), "punish also, against a child, as in Standard 4: the acts of 1, no means needed, the purposes of Standard 4"),
        (step("limb", limb=evolve(ADDED, victims=EVERY, limb=limb("fresh", "fresh", "purposes"), places=("", "", "2"))), "punish also, against any victim, as in Standard 4: the acts of Standard 4, the means of Standard 4, the purposes of 2"),
        (step(ties=(("2", ("fraud",)), ("3", ("fraud", "abduction"))), **ADD), "add 'fraud' to the means\nor 'fraud' in the list of 2\nor 'fraud', 'abduction' in the list of 3"),
        (step(also=("5", "6"), **ADD), "add 'fraud' to the means\nThe list is also used by 5, 6."),
        (step(graver=("2(1)",), **ADD), "add 'fraud' to the means\n2(1) has a list of its own: the same word there, or the graver article does not cover it."),
        (step(graver=("2(1)", "2(2)"), **ADD), "add 'fraud' to the means\n2(1), 2(2) have lists of their own: the same word there, or the graver article does not cover it."),
        (step(beyond=TRUST, **ADD), "add 'fraud' to the means\nThis reaches more than the standard asks: against an adult: by abuse of trust"),
        (step(plain=("abduction",), drops=(GAIN,), settles=("So.",), limb=ADDED, ties=(("2", ("fraud",)),), also=("5",), graver=("6",), beyond=TRUST, **ADD), "add 'fraud' to the means\nsay 'abduction' expressly\ndrop the demand 'for gain'\nsettle: So.\npunish also, against a child, as in Standard 4: the acts of 1, no means needed, the purposes of Standard 4\nor 'fraud' in the list of 2\nThe list is also used by 5.\n6 has a list of its own: the same word there, or the graver article does not cover it.\nThis reaches more than the standard asks: against an adult: by abuse of trust"),
    ],
)  # fmt: skip
def test_a_step_is_told_a_line_for_each_thing_a_drafter_does(of, says):
    assert work.step(WORDS, of, [STANDARD]) == says


def test_under_two_standards_both_are_named():
    both = [STANDARD, OTHER]
    widened = step(drops=(Widen("woman", "a woman", "1", said=SAID),))
    assert work.step(WORDS, widened, both).endswith(
        "any of the means of Standard 4(a)(ii) and Other 2(1)"
    )
    assert "as in Standard and Other 4: the acts of 1" in work.step(WORDS, step(limb=ADDED), both)
    twice = law(offence("1", limb(), limb(means="more"), limb(means=NOT_REQUIRED)), lists={"more": a_list("means", "fraud", at="2")})  # fmt: skip
    assert work.means_at(twice) == "1, 2"


def test_what_each_of_two_steps_reaches_beyond_is_said_at_each_where_it_differs():
    one, other = step(beyond=TRUST, **ADD), step(add=(("abduction", ()),))
    first, second = work.steps(WORDS, [one, other], ())
    assert first.splitlines()[1].startswith("This reaches more than the standard asks: ")
    assert second == "add 'abduction' to the means"
    first, second = work.steps(WORDS, [one, evolve(other, beyond=TRUST)], ())
    assert first.splitlines()[1] == (
        "These steps reach more than the standard asks: against an adult: by abuse of trust"
    )
    assert second == "add 'abduction' to the means"


@pytest.mark.parametrize(
    ("beyond", "says"),
    [
        ([Beyond("means", NONE, EVERY)], "without any means"),
        ([Beyond("purpose", NONE, CHILD)], "against a child: without any purpose"),
        ([Beyond("means", "abuse-of-trust", CHILD), Beyond("act", "exploiting", EVERY), Beyond("means", "abduction", CHILD)], "exploitation of a person (as an act); against a child: by abuse of trust, by abduction"),
        ([Beyond("means", "fraud", CHILD, ("for-gain", "travel")), Beyond("means", "deception", CHILD), Beyond("purpose", "slavery", ADULT)], "against an adult: for slavery; against a child: by deception; the same, with 'for gain' and 'travel of the victim': by fraud"),
        ([Beyond("act", "obtaining", EVERY, ("for-gain",)), Beyond("act", "providing", EVERY)], "providing; with 'for gain': obtaining"),
        ([Beyond("act", "obtaining", CHILD), Beyond("act", "providing", ADULT), Beyond("act", "providing", GROWN)], "against an adult or an adult deprived of capacity: providing; against an adult: providing; against a child: obtaining"),
        ([Beyond("act", "obtaining", EVERY, ("for-gain",)), Beyond("act", "providing", EVERY, ("cross-border",))], "with 'crossing a State border': providing; with 'for gain': obtaining"),
    ],
)  # fmt: skip
def test_what_is_reached_beyond_the_standard_is_told_by_whom_it_is_against(beyond, says):
    assert work.more(WORDS, beyond) == says


def test_the_standards_words_stand_beside_a_step_each_once():
    said = [
        Evidence(at="4", words="a", gloss="g"),
        Evidence(at="5", gloss="g"),
        *[Evidence(at="6")] * 2,
    ]
    assert work.standards_words(said) == '"a" [g] (4); [g] (5); 6'
    asked = (Evidence(at="4", words="a"),)
    assert work.beside(step(asked=asked)) == '"a" (4)'
    assert work.beside(step(asked=asked, drops=(GAIN,))) == 'no such demand ("a" (4))'
    assert work.beside(step(asked=asked, drops=(GAIN,), of=("slavery",))) == '"a" (4)'


# -- what to read ------------------------------------------------------------------------------------

TIE = (Narrower("links", ("direct-consequence",)),)
ATTEMPT = Row("related", "attempt", "coe", (Evidence(), Evidence(at="21")), "shall", "not-read", Under(Law(STANDARD, WORDS), ()))  # fmt: skip
CLAUSE = evolve(ATTEMPT, concept="victim-not-punished", evidence=(), narrower=TIE)


@pytest.mark.parametrize(
    ("place", "says"),
    [
        (ToRead("5", (FRAUD, SLAVERY)), "fraud, slavery"),
        (ToRead("5", (FRAUD,), (ATTEMPT, CLAUSE)), "fraud; 21 attempt; victim not punished (the clause): in part: demands besides direct consequence of the trafficking"),
        (ToRead("5", (), (ATTEMPT,)), "21 attempt"),
        (ToRead("5", (FRAUD,), (), "Deceit?"), "fraud: Deceit?"),
    ],
)  # fmt: skip
def test_what_hangs_on_a_place_to_be_read(place, says):
    assert work.to_read(WORDS, place) == says


# -- the whole answer --------------------------------------------------------------------------------

ASKING = law(
    offence("4", limb(at="4(a)"), limb(means=NOT_REQUIRED, victims=CHILD, at="4(c)")),
    kind="treaty", name="treaty", means=("fraud", "blackmail", "abuse-of-power"), purposes=("slavery", "servitude"),
    binding={"draft": Binding(since=date(2008, 2, 1))},
    lists={"mind": a_list("mental", "intent", at="4, chapeau")},
)  # fmt: skip
THIN = law(
    offence("2"), kind="directive", name="directive",
    means=a_list("means", "fraud", unlisted="silent"), purposes=("begging", "slavery"),
)  # fmt: skip
BILL = law(
    offence("1", limb(), limb("other", requires=["for-gain"], at="1(2)")),
    means=a_list("means", "fraud", unlisted="silent"), purposes=a_list("purpose", "slavery", unlisted="open"),
    lists={"other": a_list("act", "transfer", at="1(2)")},
)  # fmt: skip
LATER = evolve(BILL, in_force=Span(date(2015, 1, 1)), offences=(offence("1"),))


def test_a_verdict_under_two_standards_is_told_line_by_line():
    assert verdict.tell(reaches(BILL, ASKING, THIN, words=WORDS)).splitlines() == [
        "The definition (Treaty 4; Directive 2): Draft does not reach all that Treaty and Directive require.",
        "  gap: a child - means: no means needed: not reached",
        "  for example, a child is recruited without any means for slavery: within Treaty 4(c), not within Draft: 1 needs a means (1)",
        "  not known: blackmail, abuse of power: not given in full (read 99)",
        "  open: servitude: only if the servitude amounts to slavery: powers attaching to ownership are exercised (1926 Convention, Art. 1(1)): slavery (read 1)",
        '  open: servitude, begging: "other acts" (read 1)',
        "  beyond: any victim - act: transfer",
    ]  # fmt: skip


def test_a_case_that_falls_through_is_told_with_what_the_law_demands_and_with_both_dates():
    of = reaches(LATER, BILL, words=WORDS)
    assert verdict.tell(of).splitlines() == [
        "The definition (1): Draft (text of 2015-01-01) does not reach all that Draft (text of 2012-01-01) punishes.",
        "  gap: any victim - act: transfer: not reached",
        "  for example, an adult is transferred without payment by fraud for slavery for gain: within Draft (text of 2012-01-01) 1(2), not within Draft (text of 2015-01-01): 1 does not name transfer without payment (1)",
    ]  # fmt: skip
    acts = ("recruitment", "transfer")
    bill = law(offence("1", limb(requires=["for-gain", "travel"], at="1(1)")), acts=acts)
    of = reaches(bill, law(kind="treaty", name="treaty", acts=acts), words=WORDS)
    assert verdict.tell(of).splitlines()[1:] == [
        "  demands more: for gain and travel of the victim, whatever is done (1(1))",
        "  for example, an adult is recruited by deception for forced labour or services where nobody acts for gain where the victim does not travel: within Treaty 1, not within Draft: 1(1) demands: for gain; 1(1) demands: travel of the victim",
    ]  # fmt: skip


def test_a_standard_known_in_part_leaves_the_answer_open_and_a_yes_is_told_without_intent():
    fraud = law(means=("fraud",), purposes=("begging", "slavery"))
    of = reaches(fraud, THIN, words=WORDS)
    assert verdict.tell(of).splitlines() == [
        "The definition (Art. 2): whether Draft reaches all that Directive requires cannot be said from the sources.",
        "  note: Directive is itself known only in part: means (99)",
    ]  # fmt: skip
    assert brief.reason(of) == "Directive is itself known only in part: means (99)"
    same = law(offence("1", *ASKING.offences[0].limbs), means=("fraud", "blackmail", "abuse-of-power"), purposes=("slavery", "servitude"))  # fmt: skip
    of = reaches(same, ASKING, words=WORDS)
    assert verdict.tell(of).splitlines() == [
        "The definition (Art. 4): Draft reaches all that Treaty requires, intent apart.",
        "  proviso: intent, a row of its own and no part of this answer: Treaty 4, chapeau asks for it \"intent\"; the law's mental element: not known; read 1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("standards", "right", "title"),
    [
        (
            (ASKING, THIN),
            ["Treaty obliges Draft (bound since 1 February 2008).", "Directive asks; whether Draft is bound is not recorded."],
            "what Treaty and Directive ask for",
        ),
        (
            (ASKING, evolve(THIN, binding={"draft": Binding(since=date(2010, 1, 1))})),
            ["Treaty obliges Draft (bound since 1 February 2008).", "Directive obliges Draft (bound since 1 January 2010)."],
            "what Treaty and Directive oblige Draft to have",
        ),
        ((ASKING,), ["Treaty obliges Draft (bound since 1 February 2008)."], "what Treaty obliges Draft to have"),
        ((THIN,), ["Directive asks; whether Draft is bound is not recorded."], "what Directive asks for"),
        ((law(name="code", means=("blackmail",)),), [], "what Code punishes"),
    ],
)  # fmt: skip
def test_a_list_of_gaps_is_headed_by_the_right_of_who_asks(standards, right, title):
    found = gaps(BILL, *standards, words=WORDS)
    assert list(work.by_right(found)) == right
    assert work.missing_title(found) == f"Missing (read in full): {title}, and Draft has not, or only in part"  # fmt: skip
    both = " and ".join(s.name for s in standards)
    assert work.compared(found.verdict) == work.heads(found) == f"Draft under {both}"


def test_two_texts_of_one_instrument_are_told_apart_in_every_head():
    found = gaps(LATER, BILL, words=WORDS)
    head = "Draft (text of 2015-01-01) under Draft (text of 2012-01-01)"
    assert work.compared(found.verdict) == work.heads(found) == head
    assert "what Draft (text of 2012-01-01) punishes" in work.missing_title(found)


def test_what_an_amendment_reaches_is_said_only_of_what_was_read():
    def outcome(found, **changed):
        amendment = found.amendment
        needed = evolve(amendment.needed, **changed)
        object.__setattr__(amendment, "needed", needed)
        return list(work.outcome(found))

    short = gaps(
        law(), law(kind="treaty", name="treaty", means=("deception", "blackmail")), words=WORDS
    )
    computed = "Computed: with the steps under Missing, nothing of the definition (1) is known to be missing"
    assert outcome(short, exact=True) == [f"{computed}; without any one of them something is."]
    assert outcome(short, exact=False) == [
        f"{computed}.",
        "A set without a needless step; whether a smaller one exists was not computed.",
    ]
    unread = gaps(law(offence("1", limb(NOT_SEEN, NOT_SEEN, NOT_SEEN))), ASKING, words=WORDS)
    assert list(work.outcome(unread)) == [
        "Nothing of the definition (4) can be advised: read first what is named there."
    ]
