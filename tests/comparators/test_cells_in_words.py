"""What a cell says, sentence by sentence: each status and each reason once, as a reader reads it."""

import pytest

import provisions
from comparators.findings.statuses import Elsewhere, Finding, Rest
from comparators.lists import Layer, Way
from comparators.reasons import (
    Called,
    Contradicted,
    Demanded,
    Doubted,
    Free,
    FreeBut,
    FreeFor,
    FreeWhere,
    GeneralPart,
    GraverOnly,
    If,
    Measures,
    Named,
    Narrower,
    NoClause,
    NoMeans,
    NotDemanded,
    NotStated,
    NotThere,
    NotUsed,
    Opened,
    Overlaps,
    Sanction,
    Says,
    Sections,
    Terms,
    Unread,
    Via,
)
from comparators.wording.cells import brief, cell, elsewhere, value, what
from provisions.records import Evidence, Penalty
from provisions.report import Footnotes

WORDS = provisions.thesaurus()
NAMED, SILENT, OPEN, ABSENT = Layer


def at(pinpoint, words=None, gloss=None, **more):
    """What a finding rests on."""
    return Evidence(at=pinpoint, words=words, gloss=gloss, **more)


def way(because, layer=NAMED, *demands):
    """A way in which a list bears a word; with further elements demanded."""
    return Way(layer, because, frozenset(demands))


HERE = (at("1"),)


def found(status, *because, on=HERE, facet="means", concept="fraud", **more):
    """What was found of a concept, by default of fraud, in paragraph 1 of a draft."""
    law = "draft@2012-01-01"
    return Finding(status, because, tuple(on), facet=facet, concept=concept, instrument=law, **more)


def clause(status, *because, attribute="", **more):
    """What was found of the clause for victims, or of one attribute of it."""
    concept = "victim-not-punished" + attribute
    return found(status, *because, facet="non-punishment", concept=concept, **more)


def rule(status, *because, concept="consent-irrelevant", **more):
    """What was found of a rule."""
    return found(status, *because, facet="element", concept=concept, **more)


def dangerous(*because, **more):
    """Of the use of force, that alone which is dangerous is named."""
    because = (way(Via("use-of-force-dangerous", "means")), *because)
    return found(
        "partial", *because, concept="use-of-force", named=("use-of-force-dangerous",), **more
    )


def rest(layer, because, *on):
    """What becomes of the rest."""
    return Rest(layer, way(because, layer), on)


NOT_LISTED = (rest(ABSENT, NotThere("means")),)


@pytest.mark.parametrize(
    ("finding", "says"),
    [
        (found("not-required", way(Free("1"))), "not required (1)"),
        (found("not-required", way(Free("1", some=True))), "not required by 1"),
        (found("covered", way(Named("fraud", "means"))), "1"),
        (found("covered", strength="may", concept="servitude", facet="purpose"), "1 (permitted: an option)"),
        (found("covered", strength="shall-consider"), "1 (to be considered: an option)"),
        (found("covered", strength="commitment"), "1 (political commitment)"),
        (found("covered", strength="shall"), "1"),
        (clause("covered", strength="shall"), "1; the State must provide for it"),
        (clause("covered", strength="commitment"), "1; a political commitment"),
        (clause("covered", strength="may"), "1; the State may provide for it"),
        (clause("covered", strength="shall-consider"), "1; the State must consider it"),
        (found("covered", strength="may", facet="penalty", concept="imprisonment"), "1"),
        (found("implied", way(Via("other-coercion", "means")), concept="use-of-force"), "via other forms of coercion (1)"),
        (found("implied", way(Via("other-coercion", "means")), concept="use-of-force", named=("use-of-force-dangerous", "other-coercion")), "via other forms of coercion (1); names use of force dangerous to life or health"),
        (found("implied", way(Via("other-coercion", "means")), way(Via("threat-of-force", "means")), concept="use-of-force", on=[at("1"), at("2")]), "via other forms of coercion, threat of force (1, 2)"),
    ],
)  # fmt: skip
def test_what_is_not_required_or_named_or_follows(finding, says):
    assert value(finding, WORDS) == says


@pytest.mark.parametrize(
    ("finding", "says"),
    [
        (found("partial", way(Named("fraud", "means"), NAMED, "for-gain"), others=NOT_LISTED), "in part: only for gain (1)"),
        (found("partial", way(Named("fraud", "means"), NAMED, "known-to-offender", "dependent-person", "woman", "travel", "cross-border", "for-consideration", "for-gain"), others=NOT_LISTED), "in part: only for gain, only for consideration, only crossing a State border, only travel of the victim, only victim is a woman, only victim depends on the offender, only known to the offender (1)"),
        (found("partial", way(Named("fraud", "means"), NAMED, "travel", "for-gain"), named=("fraud",), others=NOT_LISTED), "in part: only for gain, only travel of the victim (1)"),
        (found("partial", way(Via("use-of-force-dangerous", "means")), concept="use-of-force", named=("use-of-force", "use-of-force-dangerous"), others=(rest(SILENT, Unread("99"), at("99")),)), "in part: use of force dangerous to life or health (1); the rest not known; read 99"),
        (dangerous(others=(rest(OPEN, Opened("means"), at("1(2)", "other means")),)), 'in part: use of force dangerous to life or health (1); the rest open: "other means" (1(2))'),
        (dangerous(others=(rest(OPEN, Opened("means"), at("1(2)", "other means")), rest(SILENT, Unread("99"), at("99")))), 'in part: use of force dangerous to life or health (1); open in part: "other means" (1(2)); the rest not known; read 99'),
        (dangerous(others=(rest(OPEN, Opened("means"), at(None, "other means")),)), 'in part: use of force dangerous to life or health (1); the rest open: "other means"'),
        (dangerous(others=(rest(SILENT, Sections("99"), at("99")),)), "in part: use of force dangerous to life or health (1); the rest not in the sections read"),
        (found("partial", way(Via("use-of-force-dangerous", "means"), NAMED, "for-gain"), concept="use-of-force", named=("use-of-force-dangerous",), via="other-coercion", others=()), "in part: only for gain (1)"),
        (found("partial", way(NotThere("means"), ABSENT), FreeBut(("organ-removal",)), others=NOT_LISTED), "not required; for removal of organs: no (1)"),
        (found("partial", way(NotThere("means"), ABSENT), FreeBut(()), others=NOT_LISTED), "not required; for no purpose of exploitation: no (1)"),
        (found("partial", way(Unread("means"), SILENT), FreeBut(("organ-removal",)), others=(Rest(SILENT, way(NotThere("means"), ABSENT)),)), "not required; for removal of organs: not known; read 1"),
        (found("partial", way(Opened("means"), OPEN), FreeBut(("organ-removal",)), others=(Rest(OPEN, way(NotThere("means"), ABSENT)),), on=[at("1", "other means")]), 'not required; for removal of organs: open: "other means" (1)'),
        (found("partial", way(NotThere("means"), ABSENT), FreeWhere(("woman",), "1(3)"), others=NOT_LISTED), "no (1); not required against a woman (1(3))"),
        (dangerous(FreeBut(("organ-removal",)), others=NOT_LISTED), "not required; for removal of organs: in part: use of force dangerous to life or health (1)"),
    ],
)  # fmt: skip
def test_what_is_there_in_part_and_what_becomes_of_the_rest(finding, says):
    assert value(finding, WORDS) == says


@pytest.mark.parametrize(
    ("finding", "says"),
    [
        (found("silent", way(Unread("99"), SILENT), on=[at("99")]), "not known; read 99"),
        (found("silent", way(Unread("99"), SILENT), way(Via("other-coercion", "means"), SILENT), on=[at("99")], named=("use-of-force-dangerous",)), "not known; read 99; seen: other forms of coercion, use of force dangerous to life or health"),
        (clause("silent", way(Unread("99"), SILENT), on=[at("26")], strength="shall"), "not known; read 26; the State must provide for it"),
        (found("silent", way(Unread("99"), SILENT), on=[at("26")], strength="shall"), "not known; read 26"),
        (found("silent", Sections("5-7"), on=[at("5-7")], facet="aggravating", concept="child-victim"), "not in the sections read (5-7)"),
        (rule("silent", way(Unread("8"), SILENT), on=[at("8"), at("9")]), "not known; read 8"),
        (rule("silent", way(Unread("8"), SILENT), on=[at("8"), at("9")], concept="recruitment"), "not known; read 8, 9"),
        (found("silent", way(Unread("8"), SILENT), on=[at(None)]), "not known; read "),
    ],
)  # fmt: skip
def test_what_is_not_known_is_told_with_the_place_to_read(finding, says):
    assert value(finding, WORDS) == says


@pytest.mark.parametrize(
    ("finding", "says"),
    [
        (found("open", way(Opened("means"), OPEN), on=[at("1", "other means")]), 'open: "other means" (1)'),
        (found("open", way(If("fraud", "means", "it is told so"), OPEN), concept="deception"), "open: if it is told so: fraud (1)"),
        (found("open", way(If("fraud", "means", "it is told so"), OPEN, "for-gain"), concept="deception"), "open: if it is told so: fraud; only for gain (1)"),
        (found("open", way(Overlaps("debt-bondage", "p", "because", "forced-labour"), OPEN), concept="forced-labour", facet="purpose"), "open: arguable: debt bondage (1)"),
        (found("open", way(Overlaps("debt-bondage", "p", "because", "begging"), OPEN, "for-gain"), concept="forced-labour", facet="purpose"), "open: arguable for begging: debt bondage (1)"),
        (found("open", way(Overlaps("slavery", "p", "because", "debt-bondage"), OPEN, "for-gain"), concept="practices-similar-to-slavery", facet="purpose"), "open: arguable for debt bondage: slavery (1)"),
        (found("open", way(Via("debt-bondage", "p"), OPEN, "for-gain"), concept="practices-similar-to-slavery", facet="purpose"), "open: arguable: debt bondage (1)"),
        (found("open", way(Named("fraud", "p"), OPEN, "for-gain")), "open: arguable; only for gain (1)"),
        (found("open", way(Named("fraud", "p"), OPEN)), "open: arguable (1)"),
    ],
)  # fmt: skip
def test_what_is_open_is_told_with_what_opens_it(finding, says):
    assert value(finding, WORDS) == says


@pytest.mark.parametrize(
    ("finding", "says"),
    [
        (found("absent", way(NotThere("means"), ABSENT)), "no (1)"),
        (rule("absent", on=[at("8", "the consent is a defence"), at("9")]), 'no: "the consent is a defence" (8)'),
        (rule("absent", on=[at("8", None, "a gloss"), at("9")]), "no: [a gloss] (8)"),
        (rule("absent", on=[at("8"), at("9")]), "no (8)"),
        (rule("absent", on=[at("8", "words"), at("9")], concept="recruitment"), "no (8, 9)"),
        (found("covered", FreeFor((("recruitment", "transfer"), (), "12"))), "1; not required for recruitment, transfer, for acts not seen, by 12"),
        (found("covered", FreeFor((("recruitment",),), arguable=True)), "1; arguably not required for recruitment"),
        (found("covered", FreeWhere(("woman",), "1(3)"), FreeWhere(("woman",), "1(4)"), FreeWhere(("for-gain", "travel"), "1(5)")), "1; not required against a woman (1(3), 1(4)); not required for gain with travel of the victim (1(5))"),
        (rule("covered", GraverOnly()), "1; in a graver form only"),
        (found("covered", Called(("document offence only", "special clause"))), "1; document offence only, special clause"),
    ],
)  # fmt: skip
def test_what_is_not_there_and_what_is_said_beside_a_finding(finding, says):
    assert value(finding, WORDS) == says


@pytest.mark.parametrize(
    ("finding", "says"),
    [
        (rule("implied", NoMeans(("recruitment",), ("transfer",)), concept="child-without-means", on=[at("1"), at("2")]), "follows: no means needed (1); not known for transfer"),
        (rule("implied", NoMeans(("recruitment",)), concept="child-without-means", on=[at("1"), at("2")]), "follows: no means needed (1)"),
        (rule("partial", NoMeans(("recruitment", "receipt"), ("transfer",)), concept="child-without-means", on=[at("1"), at("2")]), "in part: for recruitment, receipt (1); not known for transfer"),
        (rule("covered", Demanded(), concept="for-gain"), "demanded (1)"),
        (rule("covered", Demanded((("recruitment", "transfer"), (), ("recruitment", "transfer"))), concept="for-gain", on=[at("1"), at("2")]), "demanded for recruitment, transfer, acts not seen (1, 2)"),
        (rule("absent", Contradicted("cross-border"), concept="national-trafficking"), "no: crossing a State border is demanded (1)"),
        (rule("partial", Contradicted("cross-border"), Demanded((("transfer",),)), concept="national-trafficking", on=[at("1", "x"), at("2", None, "g"), at("3")]), "in part: follows from 3; crossing a State border is demanded for transfer (1, 2)"),
        (rule("partial", Contradicted("cross-border"), concept="national-trafficking", on=[at("1", "x")]), "in part: crossing a State border is demanded (1)"),
        (rule("implied", GeneralPart(), concept="attempt", on=[at("1"), at("2")]), "follows: no such element, and no rule in the general part (1, 2)"),
        (rule("silent", GeneralPart(), on=[at("1"), at("20"), at("21")]), "no rule in the text read (1): the general part decides; read 20, 21"),
        (rule("open", GeneralPart(), on=[at("1")]), "no rule in the text read (1): the general part decides"),
        (found("not-required", NotUsed(), facet="purpose", concept="exploitation"), "not used: the forms are listed (1)"),
        (rule("implied", NotDemanded("cross-border"), concept="national-trafficking", on=[at("1"), at("2")]), "follows: crossing a State border is not demanded (1)"),
    ],
)  # fmt: skip
def test_what_follows_from_what_the_offence_demands_or_does_not(finding, says):
    assert value(finding, WORDS) == says


@pytest.mark.parametrize(
    ("finding", "says"),
    [
        (found("open", Doubted(), on=[at("1"), at("2")]), "open: arguable (1)"),
        (clause("open", Doubted(), on=[at("1"), at("2")], strength="may"), "open: arguable (1, 2); the State may provide for it"),
        (clause("partial", Narrower("links", ("direct-consequence",)), Narrower("excluded", ()), strength="shall", on=[at("1"), at("2")]), "in part: demands besides direct consequence of the trafficking; excludes what is not known (1, 2); the State must provide for it"),
        (clause("partial", Narrower("offences", ("minor-offences", "document-offences"))), "in part: extends to offences of minor gravity, document offences (1)"),
        (clause("partial", Narrower("offences", ("minor-offences",)), Narrower("effects", ("no-penalty",)), Narrower("conditions", ("co-operation",)), on=[at("1"), at("2")]), "in part: extends to offences of minor gravity; the effect is no penalty; only: help in uncovering the crime (1, 2)"),
        (clause("covered", Says((("no-penalty", "no-prosecution"), ("no-penalty",)), every=False), attribute=":effects"), "no penalty, no prosecution; no penalty (1)"),
        (clause("covered", Says((("compelled", "direct-consequence"),), every=True), attribute=":links"), "compelled + direct consequence of the trafficking (1)"),
        (clause("absent", NoClause((("duress", "36"), ("necessity", "37")))), "no special clause (1 read); duress, 36; necessity, 37"),
        (clause("absent", NoClause()), "no (1)"),
        (clause("absent", NoClause((("duress", "36"),), attribute=True), attribute=":links"), "no clause"),
        (clause("absent", NotStated(), attribute=":links"), "none stated (1)"),
    ],
)  # fmt: skip
def test_what_a_clause_for_victims_says_and_how_far_it_falls_short(finding, says):
    assert value(finding, WORDS) == says


@pytest.mark.parametrize(
    ("finding", "says"),
    [
        (found("covered", Measures((("mandatory", None, ("5", "6")), ("optional", 3, ("7",)))), facet="penalty", concept="confiscation"), "mandatory (5, 6); optional, up to 3 years (7)"),
        (found("silent", way(Unread("9"), SILENT), way(Unread("10"), SILENT), Measures((("mandatory", None, ("5", "6")),)), facet="penalty", concept="confiscation"), "not known; read 9, 10; seen: mandatory (5, 6)"),
        (found("covered", Terms((Sanction(Penalty(min_years=3, max_years=5), None, "1(1)"), Sanction(None, None, "1(2)"), Sanction(Penalty(max_years=5), None, "1(3)", ("for-gain",)), Sanction(None, None, "1(4)", unseen=True))), facet="penalty", concept="imprisonment"), "3-5 years (1(1)); no term stated (1(2)); up to 5 years (1(3), only: for gain); not known; read 1(4)"),
        (found("covered", way(Unread("9"), SILENT), Terms((Sanction(Penalty(raised="a third"), Penalty(min_years=3, max_years=6), "1(1)"), Sanction(Penalty(raised="a third"), Penalty(min_years=3, max_years=6), "1(1)")), separate=False), facet="penalty", concept="imprisonment"), "not known; read 9; seen: 3-6 years, raised by a third (1(1)): no separate form"),
    ],
)  # fmt: skip
def test_what_a_penalty_or_a_measure_is(finding, says):
    assert value(finding, WORDS) == says


# -- beside its place, and with what stands elsewhere ------------------------------------------------


@pytest.mark.parametrize(
    ("finding", "says"),
    [
        (found("covered", on=[at("1", "by deceit", "a gloss")]), "“by deceit” [a gloss]"),
        (found("covered", on=[at("1"), at("2", "by deceit")]), "“by deceit”"),
        (found("covered", on=[at("1", None, "a gloss"), at("2", "by deceit")]), "[a gloss]"),
        (found("covered"), ""),
        (clause("covered", Says((("no-penalty",),)), attribute=":effects", on=[at("26", "shall not be punished")]), "no penalty"),
        (found("covered", Measures((("mandatory", None, ("5",)),)), facet="penalty", concept="confiscation", on=[at("5", "is confiscated")]), "mandatory"),
        (found("covered", Measures((("mandatory", None, ("5",)), ("optional", None, ("6",)))), facet="penalty", concept="confiscation", on=[at("5"), at("6")]), "mandatory (5); optional (6)"),
        (found("implied", way(Via("other-coercion", "means")), concept="use-of-force", named=("use-of-force-dangerous",)), "via other forms of coercion"),
        (dangerous(others=NOT_LISTED), "use of force dangerous to life or health"),
        (found("not-required", way(Free("1", some=True))), "not required"),
        (found("not-required", way(Free("1"))), "not required"),
        (found("silent", way(Unread("99"), SILENT), on=[at("99")]), "not known"),
        (found("partial", way(Unread("99"), SILENT), FreeBut(("organ-removal",)), others=(rest(SILENT, Unread("99")),)), "not required; for removal of organs: not known"),
        (found("open", way(Opened("means"), OPEN), on=[at("1", "other means")]), '"other means"'),
        (found("absent", way(NotThere("means"), ABSENT)), "no"),
    ],
)  # fmt: skip
def test_what_a_cell_says_beside_its_place(finding, says):
    assert what(finding, WORDS) == says


def test_in_brief_nothing_is_said_of_limbs_that_do_not_need_it():
    finding = found("covered", FreeBut(("organ-removal",)), FreeFor((("transfer",),)))
    assert (
        value(finding, WORDS) == "not required; for removal of organs: 1; not required for transfer"
    )
    assert brief(finding, WORDS) == "1"


@pytest.mark.parametrize(
    ("role", "says"),
    [
        ("aggravating", "aggravates"),
        ("means", "a means"),
        ("purpose", "a purpose"),
        ("act", "an act"),
        ("definition", "so defined"),
        ("related", "related"),
        ("child", "for a child"),
        ("lesser", "in a lesser form"),
        ("other-victims", "for other victims"),
        ("related-offence", "in a related offence"),
        ("rule", "a rule"),
        ("scope", "scope"),
        ("unused", "listed"),
        ("general", "listed"),
        ("mental", "mental"),
    ],
)  # fmt: skip
def test_another_role_has_its_verb_and_its_place(role, says):
    there = [Elsewhere(role, (at("5"), at("6")), "fraud")]
    assert elsewhere(WORDS, "fraud", there) == f"; {says}, 5, 6"
    assert elsewhere(WORDS, "deception", there) == f"; {says} as fraud, 5, 6"


def test_two_other_roles_and_a_reference_are_told_each_once():
    there = [
        Elsewhere("aggravating", (at("5"),), "fraud"),
        Elsewhere("act", (at("6"),), "fraud", to="UNTOC 10"),
        Elsewhere("aggravating", (at("5"),), "fraud"),
    ]
    assert elsewhere(WORDS, "fraud", there) == "; aggravates, 5; by reference: UNTOC 10 (6)"
    assert elsewhere(WORDS, "fraud", there[1:]) == "; by reference: UNTOC 10 (6); aggravates, 5"
    assert elsewhere(WORDS, "fraud", []) == ""


def test_a_cell_has_its_footnotes_once_and_all_the_words_it_rests_on():
    finding = found(
        "covered",
        on=[at("1", "by deceit", source="code"), at("2")],
        notes=("A note.", "Another."),
        elsewhere=(Elsewhere("aggravating", (at("5", None, "fraud", source="code"),), "fraud"),),
        settled=(at("para 9", "deceit is fraud", source="report"),),
    )
    notes = Footnotes()
    notes.number("One before.")
    made = cell(finding, WORDS, notes, ["Another.", "The sources differ."])
    assert made.text == "1, 2; aggravates, 5"
    assert made.marks == (2, 3, 4)
    assert made.status == "covered"
    assert made.quotes == (
        '1: "by deceit" (code)',
        "5: [gloss, words not held: fraud] (code)",
        'settled by para 9: "deceit is fraud" (report)',
    )


def test_a_cell_of_one_attribute_says_what_stands_elsewhere_of_the_clause():
    there = (Elsewhere("general", (at("36"),), "victim-not-punished"),)
    finding = clause("absent", NotStated(), attribute=":links", elsewhere=there)
    assert cell(finding, WORDS, Footnotes()).text == "none stated (1); listed, 36"
