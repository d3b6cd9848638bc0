"""What changed, who names a concept, and the heads of every report, sentence by sentence."""

import sys
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

import provisions
from comparators.boxes import Pattern
from comparators.concordance import Concordance, Mention, Since
from comparators.findings.statuses import Elsewhere, Finding
from comparators.lists import Layer, Way
from comparators.reasons import FreeBut, Says, Unread, Via
from comparators.revisions import Change, Changes
from comparators.verdicts import Counterexample, Question, Verdict
from comparators.wording import changes as amended
from comparators.wording import concordance as named
from comparators.wording import heads
from comparators.wording.cases import describe
from provisions.records import (
    Broader,
    Clause,
    Concept,
    Discrepancy,
    Evidence,
    Overlap,
    Penalty,
    Span,
)
from provisions.vocabulary import Thesaurus

sys.path.insert(0, str(Path(__file__).parent))
from small import law, limb, offence

WORDS = provisions.thesaurus()


def at(pinpoint, words=None, gloss=None):
    """What a finding rests on."""
    return Evidence(at=pinpoint, words=words, gloss=gloss)


def found(status, *because, on="1", facet="means", concept="fraud", **more):
    """What was found of a concept, by default of fraud, in paragraph 1."""
    evidence = on if isinstance(on, tuple) else (at(on),)
    return Finding(status, because, evidence, facet=facet, concept=concept, **more)


# -- what an amendment did ----------------------------------------------------------------------------

EARLIER, LATER = law(), evolve(law(), in_force=Span(date(2013, 1, 1)))
UNSEEN = evolve(law(), in_force=Span(date(2012, 6, 1)))
HERE, GONE, UNKNOWN = found("covered"), found("absent", on="2"), found("silent", on="99")
VIOLENCE = Finding("covered", evidence=(at("3"),), facet="aggravating", concept="use-of-force")
FORCE = Finding("covered", evidence=(at("1"), at("2")), facet="means", concept="use-of-force")
OLD, NEW = Penalty(max_years=3), Penalty(max_years=5, confiscation="optional")
CLAUSE = found("covered", Says((("no-penalty",),)), facet="non-punishment", concept="victim-not-punished:effects")  # fmt: skip


def told(*changes, growth="neither", **more):
    """The lines on some changes between two texts."""
    return list(amended.lines(Changes(EARLIER, LATER, changes, WORDS, growth, **more)))


@pytest.mark.parametrize(
    ("change", "kind", "says"),
    [
        (Change("added", "fraud", "means", GONE, HERE), "added", "fraud (means): 1"),
        (Change("removed", "fraud", "means", HERE, GONE), "removed", "fraud (means): before, 1"),
        (Change("demanded", "for-gain", "element", GONE, HERE), "demanded", "for gain (element): 1"),
        (Change("no longer demanded", "for-gain", "element", HERE, GONE), "no longer demanded", "for gain (element): before, 1"),
        (Change("moved", "use-of-force", "means", FORCE, VIOLENCE), "moved", "use of force: means (an element), 1, 2 -> aggravating circumstance, 3"),
        (Change("moved", "use-of-force", "means", evolve(FORCE, facet="element"), evolve(VIOLENCE, facet="related")), "moved", "use of force: element, 1, 2 -> related offence, 3"),
        (Change("moved", "use-of-force", "means", evolve(FORCE, facet="purpose"), evolve(VIOLENCE, facet="non-punishment")), "moved", "use of force: purpose (an element), 1, 2 -> non-punishment, 3"),
        (Change("widened", "fraud", "means", GONE, HERE), "widened", "fraud: no (2) -> 1"),
        (Change("narrowed", "fraud", "means", HERE, GONE), "narrowed", "fraud: 1 -> no (2)"),
        (Change("reworded", "fraud", "means", HERE, GONE), "reworded", "fraud: 1 -> no (2)"),
        (Change("left open", "fraud", "means", HERE, GONE), "left open", "fraud: 1 -> no (2)"),
        (Change("re-priced", "", "penalty", OLD, NEW, "1(1)"), "re-priced", "penalty of 1(1): up to 3 years -> up to 5 years, confiscation optional"),
        (Change("re-priced", "", "penalty", evolve(OLD, confiscation="not-stated"), evolve(NEW, confiscation="mandatory"), "1(1)"), "re-priced", "penalty of 1(1): up to 3 years -> up to 5 years, confiscation mandatory"),
        (Change("widened", "victim-not-punished:effects", "non-punishment", CLAUSE, CLAUSE), "widened", "victim clause: effect (any of): no penalty (1) -> no penalty (1)"),
        (Change("now known", "fraud", "means", UNKNOWN, HERE), "now known", "fraud (means): 1"),
        (Change("no longer shown", "fraud", "means", HERE, UNKNOWN), "no longer shown", "fraud (means): not known; read 99"),
    ],
)  # fmt: skip
def test_each_kind_of_change_is_told_with_what_was_and_what_is(change, kind, says):
    assert told(change) == [(kind, says), ("reach", "did not change")]


def test_of_a_word_alone_nothing_is_said_of_limbs_that_do_not_need_it():
    free = evolve(HERE, because=(FreeBut(("organ-removal",)),))
    (line, _) = told(Change("added", "fraud", "means", GONE, free))
    assert line == ("added", "fraud (means): 1")
    clause = evolve(free, facet="non-punishment")
    (line, _) = told(Change("added", "fraud", "non-punishment", GONE, clause))
    assert line == ("added", "fraud (non-punishment): not required; for removal of organs: 1")


MANY = [c.id for c in WORDS if c.sort == "purpose"][:9]


def test_what_a_source_merely_begins_or_ceases_to_show_is_told_in_one_line_where_it_is_much():
    shown = [Change("now known", c, "purpose", UNKNOWN, HERE) for c in MANY]
    labels = ", ".join(map(WORDS.label, MANY))
    assert len(told(*shown[:8])) == 9
    assert told(*shown)[0] == ("now known", labels)
    assert len(told(*shown)) == 2
    places = [found("silent", on="98"), found("covered", on="97"), found("silent", on=()), UNKNOWN]
    lost = [Change("no longer shown", c, "purpose", HERE, p) for c, p in zip(MANY, [*places, *[UNKNOWN] * 5], strict=True)]  # fmt: skip
    assert told(*lost)[0] == ("no longer shown", f"{labels} (read 98, 99)")


def verdict(answer, *places, case=None):
    """A verdict of one text on the other."""
    questions = tuple(Question("silent", place, None) for place in places)
    return Verdict(LATER, (EARLIER,), answer, (), (), case, questions, inquiry=None, asking=())


CASE = Counterexample(Pattern("recruitment", "fraud", "slavery", "adult"), "draft", "1")
LOST = Counterexample(
    Pattern("transfer", "fraud", "slavery", "child"), "draft", "1", (), ("for-gain",)
)
NO, OTHER_NO = verdict("no", case=CASE), verdict("no", case=LOST)
YES, DOUBT = verdict("yes"), verdict("undetermined", "5", "7", "5")
NOW = "reached now: an adult is recruited by fraud for slavery"
NEVER = "reached no longer: a child is transferred by fraud for slavery where nobody acts for gain"
CANNOT = "cannot be said from the sources"


@pytest.mark.parametrize(
    ("growth", "forward", "back", "says"),
    [
        ("grew", YES, NO, [f"grew ({NOW})"]),
        ("shrank", OTHER_NO, YES, [f"shrank ({NEVER})"]),
        ("both", OTHER_NO, NO, [f"grew and shrank ({NOW}; {NEVER})"]),
        ("neither", YES, YES, ["did not change"]),
        ("neither", OTHER_NO, NO, ["did not change"]),
        ("grew", DOUBT, NO, [f"grew ({NOW})", f"whether it also shrank {CANNOT} (read 5; 7)"]),
        ("shrank", OTHER_NO, DOUBT, [f"shrank ({NEVER})", f"whether it also grew {CANNOT} (read 5; 7)"]),
        ("shrank", OTHER_NO, verdict("undetermined"), [f"shrank ({NEVER})", f"whether it also grew {CANNOT}"]),
        ("undetermined", DOUBT, NO, ["cannot be compared for certain", f"whether it also changed {CANNOT} (read 5; 7)"]),
        ("undetermined", YES, DOUBT, ["cannot be compared for certain", f"whether it also changed {CANNOT} (read 5; 7)"]),
        ("undetermined", YES, YES, ["cannot be compared for certain"]),
        ("undetermined", None, None, ["cannot be compared for certain"]),
        ("both", DOUBT, DOUBT, ["grew and shrank"]),
        ("neither", DOUBT, DOUBT, ["did not change"]),
        ("grew", YES, None, ["grew"]),
    ],
)  # fmt: skip
def test_whether_reach_grew_is_told_with_a_case_and_with_what_cannot_be_said(
    growth, forward, back, says
):
    reach, *notes = told(growth=growth, forward=forward, back=back)
    assert [reach, *notes] == [("reach", says[0]), *(("note", note) for note in says[1:])]


def test_a_text_in_between_that_was_not_seen_and_one_without_an_offence_are_noted():
    assert told(unseen=UNSEEN, idle="Draft lays down no offence.")[1:] == [
        ("note", "compared with the last text seen (2012-01-01); that of 2012-06-01 was not seen"),
        ("note", "Draft lays down no offence."),
    ]


# -- a case in plain words ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        (Pattern("recruitment", "", "forced-labour", "adult"), "an adult is recruited without any means for forced labour or services"),
        (Pattern("recruitment", "deception", "", "child"), "a child is recruited by deception for no purpose of exploitation"),
        (Pattern("recruitment", "other-coercion", "exploitation", "incapacitated"), "an adult deprived of capacity is recruited by another form of coercion for exploitation (the term itself)"),
    ],
)  # fmt: skip
def test_a_case_is_told_in_plain_words(pattern, says):
    assert describe(WORDS, pattern) == says


def concept(name, facet="purpose", sort="purpose", **more):
    """A concept of a small vocabulary."""
    return Concept(name, facet, sort, f"the {name}", **more)


PLAIN = Thesaurus(
    {
        c.id: c
        for c in (
            concept("sale", "element", "act"),
            concept("gift", "means", "means"),
            concept("labour", note="work of any kind", other_label="other work"),
            concept("toil", other_label="other toil"),
            concept("gain", "element", "further"),
            concept("drudgery"),
            concept("chores"),
        )
    },
    (
        Broader(narrower="toil", broader="labour", source="ilo", at="2(1)"),
        Broader(narrower="drudgery", broader="labour", source="ilo", at="3", scope="draft", condition="it is hard"),
        Broader(narrower="toil", broader="drudgery", source="ilo", at="4", condition="it is long"),
    ),
    (
        Overlap(between=("chores", "labour"), reason="both are done at home"),
        Overlap(between=("labour", "sale"), reason="labour is sold", scope="draft"),
        Overlap(between=("toil", "sale"), reason="toil is sold"),
    ),
)  # fmt: skip


def test_a_concept_without_a_phrase_of_its_own_is_told_by_its_label():
    case = Pattern("sale", "gift", "labour", "adult", frozenset({"gain"}))
    assert describe(PLAIN, case, ["gain"]) == (
        "an adult is subject to the sale by the gift for other work the gain without: the gain"
    )
    case = Pattern("sale", "gift", "toil", "adult")
    assert describe(PLAIN, case) == "an adult is subject to the sale by the gift for the toil"


# -- who names a concept ------------------------------------------------------------------------------


def test_what_a_concept_is_and_what_is_joined_with_it():
    assert list(named.defined("labour", PLAIN)) == [
        "the labour (labour): purposes, purpose: work of any kind",
        "contains the toil (ilo 2(1)); the drudgery (ilo 3, in draft alone, if it is hard)",
        "overlaps with the chores (chores): both are done at home",
        "overlaps with the sale (sale), in draft alone: labour is sold",
    ]
    assert list(named.defined("toil", PLAIN)) == [
        "the toil (toil): purposes, purpose",
        "lies under the labour (ilo 2(1)); the drudgery (ilo 4, if it is long)",
        "overlaps with the sale (sale): toil is sold",
    ]
    assert list(named.defined("gain", PLAIN)) == [
        "the gain (gain): elements of the offence, further"
    ]


AGGRAVATES = (Elsewhere("aggravating", (at("5", "by deceit", "fraud"), at("6")), "fraud"),)
GENERAL = (Elsewhere("general", (at("7"),), "fraud"),)


def mention(status, *because, neighbours=(), **more):
    """What one text says of a concept."""
    return Mention(law(), found(status, *because, **more), None, neighbours)


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        (mention("covered", on=(at("1", "by deceit"), at("2"))), "1, 2", "“by deceit”"),
        (mention("covered"), "1", "stated"),
        (mention("covered", on=(at("1"), at("2", None, "deceit"))), "1, 2", "[deceit]"),
        (mention("implied", Way(Layer.NAMED, Via("deception", "means")), elsewhere=GENERAL), "1", "via deception; listed, 7"),
        (mention("absent", elsewhere=AGGRAVATES), "5, 6", 'aggravates, 5, 6; "by deceit" [fraud]'),
        (mention("absent", elsewhere=(*AGGRAVATES, Elsewhere("act", (at("8"),), "deception"))), "5, 6, 8", 'aggravates, 5, 6; "by deceit" [fraud]'),
        (mention("not-required"), "1", "no means needed"),
        (mention("not-required", facet="element", concept="for-gain"), "1", "not demanded"),
        (mention("silent", Way(Layer.SILENT, Unread("99")), on=(at("99"), at("98"))), "read 99", "not known"),
        (mention("absent", neighbours=(("deception", at("3", "by a lie")), ("blackmail", at("4", None, "threat")))), "1", 'no; names deception: "by a lie" (3); blackmail: [threat] (4)'),
    ],
)  # fmt: skip
def test_a_mention_has_its_place_and_its_words(text, place, says):
    assert named.place(text) == place
    assert named.told(text, WORDS) == says


def test_texts_stand_in_the_first_list_that_fits_and_are_counted():
    statuses = (
        "covered",
        "covered",
        "implied",
        "partial",
        "open",
        "not-required",
        "absent",
        "silent",
    )
    mentions = (*map(mention, statuses), mention("absent", elsewhere=AGGRAVATES))
    of = Concordance("fraud", "fraud", mentions, (), (), WORDS)
    assert named.counted(of) == (
        "Named by 2 of 9 texts; follows in 1; in part in 1; named in another role by 1; "
        "left open by 1; not demanded by 1; read in full and not there: 1; not known: 1."
    )
    assert list(named.grouped(of)) == [
        "Who names it", "Where it follows from other words", "Who names it in part",
        "Who names it in another role", "Who leaves it open", "Who does not demand it",
        "Who does not: read in full", "Where it is not known (not a no)",
    ]  # fmt: skip
    unread = Concordance("fraud", "fraud", mentions[-2:-1], (), (), WORDS)
    assert named.counted(unread) == "Not known: 1 of 1 texts."


def test_since_when_it_is_so_is_told_as_certain_as_it_is():
    day = date(2006, 3, 2)
    assert named.since(None) == ""
    assert named.since(Since(day, certain=True)) == "since 2006-03-02"


# -- the heads of a report ----------------------------------------------------------------------------


def of(since, until=None, **more):
    """A draft that was law for some time."""
    return evolve(law(), in_force=Span(date(since, 4, 1), until), **more)


def test_a_text_has_its_title_its_span_and_what_is_to_be_said_beside_them():
    assert (
        heads.version_note(law(), None)
        == "Draft: Criminal Code; in force since 2012-01-01; a draft"
    )
    other = evolve(law(), instrument=evolve(law().instrument, title="Act 5"))
    assert heads.version_note(other, None).startswith("Draft: Act 5; in force since ")
    read = evolve(law(), known_until=date(2013, 1, 5))
    assert heads.version_note(read, date(2012, 6, 1)).endswith("; a draft")
    assert heads.version_note(read, date(2013, 6, 1)).endswith("text of 5 January 2013; later changes not read")  # fmt: skip


def test_it_is_said_which_days_law_is_shown_and_whether_anybody_asked_for_it():
    newest = "The newest text that was read of each; the law of another day can be asked for."
    assert heads.as_of_note(None, [law()]) == newest
    past = provisions.get("armenia@2006-07-16")
    assert heads.as_of_note(None, [law(), past]) == "Each text by its own date."
    day = date(2012, 4, 18)
    assert heads.as_of_note(day, [law()]) == "The law of 18 April 2012."
    assert heads.as_of_note(day, [law(), of(2013)]) == "Each text by its own date."


def test_columns_are_headed_by_names_and_by_days_where_one_instrument_stands_twice():
    other = law(name="other")
    assert heads.columns([law(), other]) == ("Draft", "Other")
    assert heads.columns([law(), of(2013), other]) == (
        "Draft 2012-01-01",
        "Draft 2013-04-01",
        "Other",
    )
    assert heads.joined(["A", "B"]) == "A and B"
    assert heads.joined(["A", "B", "C"]) == "A, B, C"
    assert heads.joined(["A"]) == "A"


def test_many_columns_are_headed_by_the_letters_of_a_state():
    def called(name, *aliases):
        return evolve(law(name=name), instrument=evolve(law(name=name).instrument, aliases=aliases))

    every = [called("longest-name", "LN", "XYZ"), called("atlantis", "ATL", "at"), called("utopian"), called("erewhon-is")]  # fmt: skip
    assert heads.codes(every) == ("LN", "ATL", "Utopian", "4")
    assert heads.codes([of(2005), of(2013)]) == ("Draft 05", "Draft 13")


def test_the_years_of_a_text_hide_neither_that_it_is_past_nor_up_to_when_it_was_read():
    assert heads.span(of(2005)) == "2005-"
    assert heads.span(of(2005, date(2013, 1, 1))) == "2005-2013, past"
    assert heads.span(of(2005, date(2999, 1, 1))) == "2005-2999"
    assert heads.span(of(2005, known_until=date(2013, 2, 1))) == "2005-, read to 2013-02"


def test_notes_on_a_whole_text_are_told_where_no_cell_has_them():
    clauses = (
        Clause("victim", at="26", reading="The clause may be wider."),
        Clause("victim", at="27"),
    )
    whole = evolve(
        law(
            offence("1", limb(reading="Or an attempt?", at="1(2)"), limb(reading="Or aid?"), reading="One offence or two?"),
            clauses=clauses,
        ),
        notes=("A note.",), dating="The day is not known.",
        discrepancies=(Discrepancy("Two texts differ."), Discrepancy("Of fraud.", ("fraud",))),
    )  # fmt: skip
    assert heads.of_the_whole([whole], ()) == (
        "Draft: A note.",
        "Draft: The day is not known.",
        "Draft: Two texts differ.",
        "Draft: 1: One offence or two?",
        "Draft: 1(2): Or an attempt?",
        "Draft: 1: Or aid?",
        "Draft: 26: The clause may be wider.",
    )
    shown = {"One offence or two?", "Or aid?", "The clause may be wider."}
    assert [note for note in heads.of_the_whole([whole], shown) if "Or" in note or "?" in note] == [
        "Draft: 1(2): Or an attempt?"
    ]
    assert heads.of_the_whole([law()], ()) == ()


def test_the_sources_of_some_texts_and_of_their_evidence_are_told_once():
    coe = provisions.get("CoE")
    assert [s.id for s in heads.rested_on([coe, coe])] == ["coe"]
    cited = [Evidence(source="palermo"), Evidence(source="coe"), Evidence()]
    assert [s.id for s in heads.rested_on([coe], cited)] == ["coe", "palermo"]
