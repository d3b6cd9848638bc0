"""Findings whole: the status, the sentence, the words it rests on, its notes, what the law has elsewhere.

Each table is of one small law; a line says what a careful reader of that law would note of a concept.
"""

import sys
from pathlib import Path

import pytest
from attrs import evolve
from told import told

import provisions
from comparators.findings import find
from comparators.law import Law
from provisions.records import (
    NOT_SEEN,
    Chapter,
    Clause,
    Entry,
    Evidence,
    List,
    Penalty,
    Place,
    Tier,
)

sys.path.insert(0, str(Path(__file__).parent))
from small import NOT_REQUIRED, a_list, demanding, law, limb, offence

WORDS = provisions.thesaurus()


def said(evidence):
    """Words with their pinpoint, as they would be cited."""
    gloss = f" [{evidence.gloss}]" if evidence.gloss else ""
    return f"{evidence.at} '{evidence.words or ''}'{gloss}"


def whole(version, facet, concept):
    """All that is found of a concept, a line for each thing."""
    found = find(Law(version, WORDS), facet, concept)
    rest = f"/{found.rest}" if found.rest else ""
    lines = [f"{found.status}{rest}: {told(found)}", *map(said, found.evidence)]
    lines += [f"note: {note}" for note in found.notes]
    lines += [f"settled: {said(e)}" for e in found.settled]
    lines += [f"{name}: {value}" for name in ("via", "strength") if (value := getattr(found, name))]
    lines += [f"named: {', '.join(found.named)}"] if found.named else []
    lines += [f"rest: {type(r.because.because).__name__} {r.layer.name.lower()} {', '.join(map(said, r.evidence))}".rstrip() for r in found.others]  # fmt: skip
    lines += [f"elsewhere: {o.role} {o.concept} {', '.join(map(said, o.evidence))}{f' to {o.to}' if o.to else ''}" for o in found.elsewhere]  # fmt: skip
    return " | ".join(lines)


# -- one list, read in full ----------------------------------------------------------------------------

COMMENT = Evidence(at="comment 3", words="it is meant")
READ = law(
    offence("1", limb(), tiers=(Tier("2", "graver"), Tier("3", "factors", effect="factor"), Tier("4", "milder", effect="lesser"))),
    offence("9", limb("acts", "means", "elsewhere"), kind="related"),
    acts=a_list(
        "act", "recruitment", transfer=demanding("for-gain", at="1(3)"),
        harbouring=Entry(words="keeps", also=(Evidence(words="detains", at="7"),), reading="Or hides?"),
    ),
    means=List(
        "means", "absent", "1", {
            "fraud": Entry(words="fraud"),
            "abduction": Entry(words="takes", at="1(2)", reading="Also of a child?"),
            "blackmail": Entry(words="threatens", mark="arguable", reading="With what?", settled_by=COMMENT),
            "use-of-force-dangerous": Entry(words="violence", gloss="grave"),
            "abuse-of-power": demanding("dependent-person", at="1(4)"),
            "payments-or-benefits": Entry(mark="unseen", at="1(5)"),
            "other-coercion": Entry(words="compels", strength="may"),
        },
        closing="by these alone", reading="The list is closed.", strength="shall",
    ),
    purposes=a_list(
        "purpose", "debt-bondage", "servitude", slavery=demanding("cannot-refuse", "for-gain"),
        organ_removal=Entry(words="organs", mark="arguable", reading="Of the living?"),
    ),
    lists={
        "graver": a_list("aggravating", "child-victim", "fraud", at="2"),
        "factors": a_list("aggravating", "public-official", at="3"),
        "milder": a_list("aggravating", "abduction", at="4"),
        "elsewhere": a_list("purpose", "begging", "forced-labour", at="9"),
        "spare": a_list("purpose", "forced-marriage", at="10"),
        "sent": a_list("reference", exploitation=Entry(words="as there defined", refers_to="UNTOC 10"), attempt=Entry(refers_to="CC 30"), at="11"),
        "related": a_list("related", "attempt", "confiscation", at="12"),
        "of-scope": a_list("scope", "national-trafficking", at="13"),
    },
)  # fmt: skip


@pytest.mark.parametrize(
    ("facet", "concept", "says"),
    [
        ("element", "recruitment", "covered: 1 | 1 'recruitment'"),
        ("element", "transfer", "partial/absent: in part: only for gain (1(3)) | 1(3) 'a word' | 1(3) 'for-gain' | rest: NotThere absent"),
        ("element", "harbouring", "covered: 1, 7 | 1 'keeps' | 7 'detains' | note: Or hides?"),
        ("element", "receipt", "absent: no (1) | 1 ''"),
        ("element", "for-gain", "partial/absent: demanded for transfer, slavery (1(3), 1) | 1(3) 'for-gain' | 1 'for-gain'"),
        ("element", "travel", "not-required: not required (1) | 1 ''"),
        ("element", "child-without-means", "silent: not known; read 1 | 1 ''"),
        ("element", "consent-irrelevant", "silent: not known; read 1 | 1 ''"),
        ("element", "national-trafficking", "covered: 13 | 13 'national trafficking'"),
        ("element", "intent", "silent: not known; read 1 | 1 ''"),
        ("means", "fraud", "covered: 1 | 1 'fraud' | note: The list is closed. | strength: shall | elsewhere: aggravating fraud 2 'fraud'"),
        ("means", "deception", "partial/absent: in part: fraud (1) | 1 'fraud' | note: The list is closed. | named: fraud | rest: NotThere absent | elsewhere: aggravating fraud 2 'fraud'"),
        ("means", "abduction", "covered: 1(2) | 1(2) 'takes' | note: Also of a child? | note: The list is closed. | strength: shall | elsewhere: lesser abduction 4 'abduction'"),
        ("means", "blackmail", "implied: via other forms of coercion (1) | 1 'compels' | note: The list is closed. | note: With what? Settled by comment 3: \"it is meant\". | via: other-coercion | strength: shall"),
        ("means", "use-of-force", "implied: via other forms of coercion (1); names use of force dangerous to life or health | 1 'compels' | note: The list is closed. | via: other-coercion | strength: shall | named: use-of-force-dangerous"),
        ("means", "use-of-force-dangerous", "covered: 1 | 1 'violence' [grave] | note: The list is closed. | strength: shall"),
        ("means", "threat-of-force", "implied: via other forms of coercion (1) | 1 'compels' | note: The list is closed. | via: other-coercion | strength: shall"),
        ("means", "abuse-of-power", "partial/absent: in part: only victim depends on the offender (1(4)) | 1(4) 'a word' | 1(4) 'dependent-person' | note: The list is closed. | strength: shall | rest: NotThere absent"),
        ("means", "abuse-of-vulnerability", "absent: no (1) | 1 'by these alone' | note: The list is closed."),
        ("means", "payments-or-benefits", "silent: not known; read 1(5) | 1(5) '' | note: The list is closed."),
        ("means", "other-coercion", "covered: 1 (permitted: an option) | 1 'compels' | note: The list is closed. | strength: may"),
        ("means", "intimidation", "implied: via other forms of coercion (1) | 1 'compels' | note: The list is closed. | via: other-coercion | strength: shall"),
        ("purpose", "slavery", "partial/absent: in part: only for gain (1) | 1 'a word' | 1 'for-gain' | rest: NotThere absent | elsewhere: unused forced-marriage 10 'forced marriage'"),
        ("purpose", "servitude", "covered: 1 | 1 'servitude'"),
        ("purpose", "practices-similar-to-slavery", "partial/open: in part: debt bondage (1); the rest open: if the practice amounts to slavery: powers attaching to ownership are exercised (1956 Convention, Art. 1): slavery; only for gain (1) | 1 'debt bondage' | 1 'a word' | named: debt-bondage | rest: If open 1 'a word' | elsewhere: unused forced-marriage 10 'forced marriage'"),
        ("purpose", "forced-labour", "absent: no (1) | 1 '' | elsewhere: related-offence forced-labour 9 'forced labour' | elsewhere: unused forced-marriage 10 'forced marriage'"),
        ("purpose", "organ-removal", "open: open: arguable (1) | 1 'organs' | note: Of the living?"),
        ("purpose", "exploitation", "not-required: not used: the forms are listed (1) | 1 '' | elsewhere: reference exploitation 11 'as there defined' to UNTOC 10"),
        ("purpose", "begging", "absent: no (1) | 1 '' | elsewhere: related-offence begging 9 'begging'"),
        ("purpose", "forced-marriage", "open: open: if the woman may not refuse and is given for a consideration, transferred or inherited (1956 Convention, Art. 1(c)): servitude (1) | 1 'servitude' | elsewhere: unused forced-marriage 10 'forced marriage'"),
        ("aggravating", "child-victim", "covered: 2 | 2 'child victim'"),
        ("aggravating", "public-official", "covered: 3 | 3 'public official'"),
        ("aggravating", "organised-group", "absent: no (2, 3) | 2 '' | 3 ''"),
        ("related", "attempt", "covered: 12 | 12 'attempt' | elsewhere: reference attempt 11 '' to CC 30"),
        ("related", "aiding-or-abetting", "absent: no (12) | 12 ''"),
        ("penalty", "confiscation", "covered: 12 | 12 'confiscation'"),
        ("penalty", "penalty-base", "silent: not known; read 1 | 1 ''"),
        ("penalty", "penalty-highest", "silent: not known; read 1; not known; read 2 | 1 '' | 2 ''"),
        ("non-punishment", "victim-not-punished", "absent: no (1-10) | 1-10 ''"),
        ("non-punishment", "compelled", "absent: no (1-10) | 1-10 ''"),
    ],
)  # fmt: skip
def test_of_a_law_read_in_full(facet, concept, says):
    assert whole(READ, facet, concept) == says


# -- open lists, lists not given in full, limbs not seen ------------------------------------------------

LOOSE = law(
    offence(
        "1", limb(at="1(1)"),
        limb("more", "unread", "wide", at="1(2)", mark="arguable", reading="Is it an offence of its own?", settled_by=COMMENT),
        limb("hidden", NOT_SEEN, "hidden-purposes", at="1(3)", mark="unseen"),
    ),
    acts=List("act", "open", "1", {"recruitment": Entry(words="hires")}, opening="other acts", opening_gloss="any", opening_at="1, end"),
    means=List("means", "silent", "1", {"use-of-force": Entry(words="force")}, to_read="1, note 2", reading="The note was not seen."),
    purposes=a_list(
        "purpose", "prostitution-of-others", unlisted="open", servitude=Entry(mark="unseen", at="1, note 3"),
        slavery=Entry(mark="unseen"), forced_labour=demanding("against-the-will"),
    ),
    lists={
        "more": a_list("act", "receipt", "recruitment", at="1(2)"),
        "unread": a_list("means", "deception", "use-of-force-dangerous", at="1(2)"),
        "wide": a_list("purpose", "practices-similar-to-slavery", "sexual-exploitation", at="1(2)"),
        "hidden": List("act", "silent", "1(3)", {"exploiting": Entry(words="exploits")}, to_read="1(3), note"),
        "hidden-purposes": a_list("purpose", "organ-removal", at="1(3)"),
    },
    unread={"aggravating": Place(at="2-4"), "child-victim": Place(at="3"), "related": Place(at="the general part")},
)  # fmt: skip


@pytest.mark.parametrize(
    ("facet", "concept", "says"),
    [
        ("element", "recruitment", "covered: 1, 1(2) | 1 'hires' | 1(2) 'recruitment' | note: Is it an offence of its own? Settled by comment 3: \"it is meant\"."),
        ("element", "receipt", "covered: 1(2) | 1(2) 'receipt' | note: Is it an offence of its own? Settled by comment 3: \"it is meant\"."),
        ("element", "transfer", "silent: not known; read 1(3), note | 1(3), note ''"),
        ("element", "exploiting", "silent: not known; read 1(3), note; seen: exploitation of a person (as an act) | 1(3), note '' | 1(3) 'exploits'"),
        ("element", "for-gain", "not-required: not required (1) | 1 '' | note: Is it an offence of its own? Settled by comment 3: \"it is meant\". | settled: comment 3 'it is meant'"),
        ("element", "child-without-means", "silent: not known; read 1 | 1 ''"),
        ("means", "use-of-force", "covered: 1 | 1 'force' | note: The note was not seen. | named: use-of-force-dangerous"),
        ("means", "use-of-force-dangerous", "covered: 1(2) | 1(2) 'use of force dangerous' | note: Is it an offence of its own? Settled by comment 3: \"it is meant\"."),
        ("means", "deception", "covered: 1(2) | 1(2) 'deception' | note: Is it an offence of its own? Settled by comment 3: \"it is meant\"."),
        ("means", "fraud", "implied: via deception (1(2)) | 1(2) 'deception' | note: Is it an offence of its own? Settled by comment 3: \"it is meant\". | via: deception"),
        ("means", "other-coercion", "partial/silent: in part: use of force, use of force dangerous to life or health (1, 1(2)); the rest not known; read 1, note 2 | 1 'force' | 1(2) 'use of force dangerous' | 1, note 2 '' | note: Is it an offence of its own? Settled by comment 3: \"it is meant\". | note: The note was not seen. | named: use-of-force, use-of-force-dangerous | rest: Unread silent 1, note 2 ''"),
        ("means", "abduction", "implied: via use of force, deception (1, 1(2)); names abduction by force, abduction by deception | 1 'force' | 1(2) 'deception' | note: Is it an offence of its own? Settled by comment 3: \"it is meant\". | note: The note was not seen. | via: use-of-force | named: abduction-by-force, abduction-by-deception"),
        ("purpose", "exploitation", "not-required: not used: the forms are listed (1, 1(2), 1(3)) | 1 '' | 1(2) '' | 1(3) ''"),
        ("purpose", "prostitution-of-others", "covered: 1 | 1 'prostitution of others'"),
        ("purpose", "sexual-exploitation", "covered: 1(2) | 1(2) 'sexual exploitation' | note: Is it an offence of its own? Settled by comment 3: \"it is meant\". | named: prostitution-of-others"),
        ("purpose", "servitude", "silent: not known; read 1, note 3 | 1, note 3 ''"),
        ("purpose", "slavery", "silent: not known; read 1 | 1 'other acts'"),
        ("purpose", "practices-similar-to-slavery", "covered: 1(2) | 1(2) 'practices similar to slavery' | note: Is it an offence of its own? Settled by comment 3: \"it is meant\"."),
        ("purpose", "serfdom", "implied: via practices similar to slavery (1(2)) | 1(2) 'practices similar to slavery' | note: Is it an offence of its own? Settled by comment 3: \"it is meant\". | via: practices-similar-to-slavery"),
        ("purpose", "forced-labour", "partial/open: in part: only against the victim's will (1); the rest open: \"other acts\" (1) | 1 'a word' | 1 'against-the-will' | 1 'other acts' | rest: Opened open 1 'other acts'"),
        ("purpose", "begging", "open: open: if the begging is forced: exacted under the menace of a penalty, not offered voluntarily (ILO C29, Art. 2(1)): forced labour or services; only against the victim's will (1) | 1 'a word'"),
        ("purpose", "organ-removal", "silent: not known; read 1(3); seen: removal of organs | 1(3) '' | 1(3) 'organ removal'"),
        ("aggravating", "child-victim", "silent: not known; read 3 | 3 ''"),
        ("aggravating", "public-official", "silent: not known; read 2-4 | 2-4 ''"),
        ("related", "attempt", "silent: not known; read the general part | the general part ''"),
        ("penalty", "penalty-base", "silent: not known; read 1 | 1 ''"),
        ("penalty", "confiscation", "silent: not known; read the rest of the instrument | the rest of the instrument ''"),
    ],
)  # fmt: skip
def test_of_a_law_with_open_words_and_places_that_were_not_read(facet, concept, says):
    assert whole(LOOSE, facet, concept) == says


# -- limbs that need nothing ----------------------------------------------------------------------------

FREE_ACT = limb("sale", NOT_REQUIRED, at="1(3)", reading="Whatever the means?", mark="arguable")
WOMEN = limb(means=NOT_REQUIRED, requires=["woman"], at="1(4)", reading="Of any age?", settled_by=COMMENT)  # fmt: skip
BY_PURPOSE = law(
    offence("1", limb(), limb(means=NOT_REQUIRED, purposes="organs", at="1(2)"), limb(purposes="sexual")),
    lists={"organs": a_list("purpose", "organ-removal"), "sexual": a_list("purpose", "sexual-exploitation", "begging")},
)  # fmt: skip
BY_LIMB = law(
    offence("1", limb(), FREE_ACT, WOMEN, limb("unnamed", NOT_REQUIRED, at="1(5)")),
    lists={"sale": a_list("act", "sale-or-purchase"), "unnamed": a_list("act", unlisted="silent")},
)  # fmt: skip
BARE = law(offence("1", limb(means=NOT_REQUIRED, purposes=NOT_REQUIRED)), offence("2", limb(means=NOT_REQUIRED)))  # fmt: skip
TWICE = law(offence("1", limb(at="1(1)"), limb(means=NOT_REQUIRED, at="1(2)", reading="Of adults too?")))  # fmt: skip
CHILDREN = law(offence("1", limb(victims=("child",))), offence("2", limb(means=NOT_REQUIRED, victims=("child", "incapacitated"))))  # fmt: skip
GRAVER_FORM = law(offence("1", limb(), tiers=(Tier("2", "graver"),)), lists={"graver": List("aggravating", "absent", "2", {"use-of-force": Entry(words="by force", restates="means")})})  # fmt: skip


@pytest.mark.parametrize(
    ("version", "facet", "concept", "says"),
    [
        (BY_PURPOSE, "means", "deception", "covered: not required; for forced labour or services, sexual exploitation, begging: 1 | 1 'deception'"),
        (BY_PURPOSE, "means", "fraud", "implied: not required; for forced labour or services, sexual exploitation, begging: via deception (1) | 1 'deception' | via: deception"),
        (BY_PURPOSE, "means", "abduction", "partial/absent: not required; for forced labour or services, sexual exploitation, begging: in part: abduction by deception (1) | 1 'deception' | named: abduction-by-deception | rest: NotThere absent"),
        (BY_PURPOSE, "purpose", "organ-removal", "covered: 1 | 1 'organ removal'"),
        (BY_LIMB, "means", "deception", "covered: 1; not required against a woman (1(4)); not required for sale or purchase, by 1(5) | 1 'deception' | note: Whatever the means? | note: Of any age? Settled by comment 3: \"it is meant\". | settled: comment 3 'it is meant'"),
        (BY_LIMB, "means", "abduction", "partial/absent: in part: abduction by deception (1); not required against a woman (1(4)); not required for sale or purchase, by 1(5) | 1 'deception' | note: Whatever the means? | note: Of any age? Settled by comment 3: \"it is meant\". | settled: comment 3 'it is meant' | named: abduction-by-deception | rest: NotThere absent"),
        (BY_LIMB, "element", "woman", "partial/absent: demanded for recruitment (1(4)) | 1(4) 'woman' | note: Whatever the means? | note: Of any age? Settled by comment 3: \"it is meant\". | settled: comment 3 'it is meant'"),
        (BARE, "means", "fraud", "not-required: not required (1, 2) | 1, 2 ''"),
        (BARE, "purpose", "slavery", "absent: no (1); not required for recruitment | 1 ''"),
        (BARE, "purpose", "forced-labour", "covered: 1; not required for recruitment | 1 'forced labour'"),
        (TWICE, "means", "fraud", "not-required: not required by 1(2) | 1(2) '' | note: Of adults too?"),
        (TWICE, "means", "deception", "not-required: not required by 1(2) | 1(2) '' | note: Of adults too?"),
        (TWICE, "element", "child-without-means", "implied: follows: no means needed (1(2)) | 1(2) '' | 1 'recruitment' | note: Of adults too?"),
        (CHILDREN, "means", "fraud", "not-required: not required by 2 | 2 ''"),
        (CHILDREN, "element", "child-without-means", "implied: follows: no means needed (2) | 2 '' | 1 'recruitment'"),
        (CHILDREN, "element", "incapacity-without-means", "implied: follows: no means needed (2) | 2 '' | 1 'recruitment'"),
        (GRAVER_FORM, "means", "use-of-force", "open: open: arguable (2); in a graver form only | 2 'by force' | elsewhere: aggravating use-of-force 2 'by force'"),
        (GRAVER_FORM, "means", "use-of-force-dangerous", "open: open: arguable: use of force (2); in a graver form only | 2 'by force'"),
        (GRAVER_FORM, "means", "other-coercion", "open: open: arguable: use of force (2); in a graver form only | 2 'by force' | elsewhere: aggravating use-of-force 2 'by force'"),
        (GRAVER_FORM, "means", "abduction", "partial/absent: in part: abduction by deception (1) | 1 'deception' | named: abduction-by-deception | rest: NotThere absent"),
        (GRAVER_FORM, "aggravating", "use-of-force", "covered: 2 | 2 'by force'"),
    ],
)  # fmt: skip
def test_where_some_limbs_need_nothing(version, facet, concept, says):
    assert whole(version, facet, concept) == says


# -- rules and further elements -------------------------------------------------------------------------

GENERAL_READ = (Chapter(chapter="general-part", at="20-40", read="full"),)
COERCED = a_list(
    "purpose", slavery=demanding("victim-compelled"), exploitation=Entry(words="exploits")
)
RULES = {
    "rules": List("rule", "absent", "5", {"incapacity-without-means": Entry(words="no means")}, reading="The rule is short."),
}  # fmt: skip
MIND = List("mental", "open", "6", {"knowledge": Entry(words="knowingly", mark="arguable", reading="Of what?")}, opening="or so")  # fmt: skip
CROSSING = law(
    offence("1", limb(requires=["cross-border"], reading="Which border?"), limb(at="1(2)"), limb("moves", at="1(3)")),
    lists={"moves": a_list("act", "export-import-transit", at="1(3)")},
)  # fmt: skip
UNSEEN_ACT = law(
    offence("1", limb(victims=("adult",)), limb(at="1(2)", victims=("child",)), limb("some", NOT_REQUIRED, victims=("child",), at="1(3)")),
    acts=("recruitment", "transfer", "receipt"),
    lists={"some": a_list("act", "recruitment", transfer=Entry(mark="unseen", at="1(3), note"))},
)  # fmt: skip
DEFINED = law(offence("1", provision="definition"))
NO_OFFENCE = evolve(law(), offences=())
UNREAD_LISTS = law(acts=a_list("act", "recruitment", unlisted="silent"))


@pytest.mark.parametrize(
    ("version", "concept", "says"),
    [
        (law(lists=RULES), "consent-irrelevant", "implied: follows: no such element, and no rule in the general part (5, 1-10) | 5 '' | 1-10 '' | note: The rule is short."),
        (law(lists=RULES, chapters=GENERAL_READ), "consent-irrelevant", "implied: follows: no such element, and no rule in the general part (5, 20-40) | 5 '' | 20-40 '' | note: The rule is short."),
        (law(lists=RULES, chapters=(*GENERAL_READ, evolve(GENERAL_READ[0], at="41", read="part"))), "consent-irrelevant", "silent: no rule in the text read (5): the general part decides; read 20-40, 41 | 5 '' | 20-40 '' | 41 '' | note: The rule is short."),
        (law(lists={"rules": evolve(RULES["rules"], unlisted="silent", to_read="5, note")}), "consent-irrelevant", "silent: not known; read 5, note | 5, note '' | note: The rule is short."),
        (law(lists={"rules": evolve(RULES["rules"], unlisted="open", opening="in no case")}), "consent-irrelevant", "open: open: \"in no case\" (5) | 5 'in no case' | note: The rule is short."),
        (law(lists=RULES), "incapacity-without-means", "covered: 5 | 5 'no means' | note: The rule is short."),
        (law(lists={"mind": MIND}), "knowledge", "open: open: arguable (6) | 6 'knowingly' | note: Of what?"),
        (law(lists={"mind": MIND}), "intent", "open: open: \"or so\" (6) | 6 'or so'"),
        (law(lists={"mind": evolve(MIND, unlisted="absent")}), "intent", "absent: no (6) | 6 ''"),
        (law(lists={"scope": a_list("scope", "national-trafficking", at="7")}), "national-trafficking", "covered: 7 | 7 'national trafficking'"),
        (law(), "national-trafficking", "implied: follows: crossing a State border is not demanded (1) | 1 '' | 1 'recruitment'"),
        (law(kind="treaty"), "national-trafficking", "silent: not known; read 1 | 1 ''"),
        (law(offence("1", limb(requires=["cross-border"]))), "national-trafficking", "absent: no: crossing a State border is demanded (1) | 1 'cross-border'"),
        (CROSSING, "national-trafficking", "partial/absent: in part: follows from 1(2); crossing a State border is demanded for recruitment (1) | 1(2) '' | 1 'cross-border' | note: Which border?"),
        (CROSSING, "cross-border", "partial/absent: demanded for recruitment (1) | 1 'cross-border' | note: Which border?"),
        (law(offence("1", limb(means=NOT_REQUIRED)), purposes=COERCED), "child-without-means", "silent: not known; read 1 | 1 ''"),
        (law(offence("1", limb(means=NOT_REQUIRED, purposes=NOT_REQUIRED))), "child-without-means", "implied: follows: no means needed (1) | 1 '' | 1 'recruitment'"),
        (law(offence("1", limb(means=NOT_REQUIRED, mark="unseen"))), "child-without-means", "silent: not known; read 1 | 1 ''"),
        (law(offence("1", limb(NOT_SEEN, NOT_REQUIRED))), "child-without-means", "implied: follows: no means needed (1) | 1 '' | 1 'forced labour'"),
        (law(offence("1"), offence("2", limb(NOT_SEEN, NOT_REQUIRED, victims=("child",)))), "child-without-means", "implied: follows: no means needed (2); not known for recruitment | 2 '' | 1 'forced labour'"),
        (UNSEEN_ACT, "child-without-means", "partial/absent: in part: for recruitment (1(3)) | 1(3) '' | 1 'recruitment'"),
        (evolve(law(), nothing_on={"element": Place(at="1-20")}), "consent-irrelevant", "implied: follows: no such element, and no rule in the general part (1-20, 1-10) | 1-20 '' | 1-10 ''"),
        (evolve(law(), nothing_on={"element": Place(at="1-20")}, unread={"element": Place(at="21")}), "consent-irrelevant", "silent: not known; read 21 | 21 ''"),
        (evolve(law(), nothing_on={"element": Place(at="1-20")}), "intent", "absent: no (1-20) | 1-20 ''"),
        (NO_OFFENCE, "consent-irrelevant", "implied: follows: no such element, and no rule in the general part (1, 1-10) | 1 '' | 1-10 ''"),
        (NO_OFFENCE, "for-gain", "not-required: not required (1) | 1 ''"),
        (evolve(NO_OFFENCE, lists={}), "for-gain", "silent: not known; read the whole text | the whole text ''"),
        (evolve(NO_OFFENCE, lists={"acts": a_list("act", transfer=demanding("for-gain"))}), "for-gain", "partial/absent: demanded for transfer (1) | 1 'for-gain'"),
        (evolve(UNREAD_LISTS, offences=()), "for-gain", "silent: not known; read 1 | 1 ''"),
        (DEFINED, "for-gain", "not-required: not required (1) | 1 ''"),
        (law(offence("1", limb(NOT_SEEN))), "for-gain", "silent: not known; read 1 | 1 ''"),
        (law(offence("1"), offence("2", limb(requires=["for-gain"], at="2(1)"))), "for-gain", "partial/absent: demanded for recruitment (2(1)) | 2(1) 'for-gain'"),
        (law(offence("1", limb(requires=["for-gain"])), offence("2", limb(requires=["for-gain"], at="2(1)"))), "for-gain", "covered: demanded (1, 2(1)) | 1 'for-gain' | 2(1) 'for-gain'"),
    ],
)  # fmt: skip
def test_of_rules_and_what_an_offence_demands(version, concept, says):
    assert whole(version, "element", concept) == says


# -- clauses for victims --------------------------------------------------------------------------------


def words(*concepts, at="26"):
    """The words of a clause for some concepts."""
    return {c: Evidence(words=c.replace("-", " "), at=at) for c in concepts}


WIDE = Clause(
    words="shall not be punished", at="26", source="coe", unlisted="absent", effects=words("no-penalty"),
    discretion=words("mandatory"), offences=words("unlawful-activities"), links=words("compelled"),
)  # fmt: skip
DUE, TIED = words("direct-consequence"), words("attributable-to-exploitation")
DURESS = Clause(
    beneficiary="anyone", at="36", words="under duress", label="duress", reading="Not of fear."
)
HELPER = Clause(beneficiary="offender", at="50", words="who helps", unlisted="absent", effects=words("no-penalty", at="50"))  # fmt: skip


def clauses(*some, **more):
    """A law with these clauses, read wherever they could stand."""
    nothing = (
        {"non-punishment": Place(at="1-10")} if all(c.beneficiary == "anyone" for c in some) else {}
    )
    return law(clauses=some, nothing_on=nothing, **more)


CLAUSE = "victim-not-punished"


@pytest.mark.parametrize(
    ("version", "concept", "says"),
    [
        (clauses(WIDE), CLAUSE, "covered: 26 | 26 'shall not be punished'"),
        (clauses(evolve(WIDE, also=(Evidence(at="27", words="nor fined"),), strength="shall", label="the clause", reading="Of fines?")), CLAUSE, "covered: 26, 27; the State must provide for it; the clause | 26 'shall not be punished' | 27 'nor fined' | note: Of fines? | strength: shall"),
        (clauses(evolve(WIDE, mark="arguable", reading="Is a victim meant?")), CLAUSE, "open: open: arguable (26) | 26 'shall not be punished' | note: Is a victim meant?"),
        (clauses(evolve(WIDE, mark="unseen")), CLAUSE, "silent: not known; read 26 | 26 'shall not be punished'"),
        (clauses(evolve(WIDE, mark="unseen"), evolve(WIDE, at="27")), CLAUSE, "covered: 26, 27 | 26 'shall not be punished' | 27 'shall not be punished'"),
        (clauses(evolve(WIDE, links=WIDE.links | DUE)), CLAUSE, "partial/absent: in part: demands besides direct consequence of the trafficking (26) | 26 'shall not be punished' | rest: NotThere absent"),
        (clauses(evolve(WIDE, links=WIDE.links | DUE, unlisted="silent")), CLAUSE, "partial/silent: in part: demands besides direct consequence of the trafficking (26) | 26 'shall not be punished' | rest: Unread silent"),
        (clauses(evolve(WIDE, links=DUE)), CLAUSE, "partial/open: in part: asks instead: direct consequence of the trafficking (26) | 26 'shall not be punished' | rest: NotThere open"),
        (clauses(evolve(WIDE, links=TIED)), CLAUSE, "covered: 26 | 26 'shall not be punished'"),
        (clauses(evolve(WIDE, links=words("overborne"))), CLAUSE, "partial/absent: in part: demands besides could not control his or her actions (26) | 26 'shall not be punished' | rest: NotThere absent"),
        (clauses(evolve(WIDE, links={})), CLAUSE, "covered: 26 | 26 'shall not be punished'"),
        (clauses(evolve(WIDE, offences=words("document-offences"))), CLAUSE, "partial/absent: in part: extends to document offences (26) | 26 'shall not be punished' | rest: NotThere absent"),
        (clauses(evolve(WIDE, offences={})), CLAUSE, "covered: 26 | 26 'shall not be punished'"),
        (clauses(evolve(WIDE, offences={}, unlisted="silent")), CLAUSE, "partial/silent: in part: extends to what is not known (26) | 26 'shall not be punished' | rest: Unread silent"),
        (clauses(evolve(WIDE, offences=words("criminal-offences", "administrative-offences"))), CLAUSE, "covered: 26 | 26 'shall not be punished'"),
        (clauses(evolve(WIDE, offences=words("criminal-offences"))), CLAUSE, "partial/absent: in part: extends to criminal offences (26) | 26 'shall not be punished' | rest: NotThere absent"),
        (clauses(evolve(WIDE, offences=words("document-offences")), evolve(WIDE, at="27")), CLAUSE, "covered: 26, 27 | 26 'shall not be punished' | 27 'shall not be punished'"),
        (clauses(evolve(WIDE, links=WIDE.links | DUE), evolve(WIDE, at="27", offences=words("document-offences"))), CLAUSE, "partial/absent: in part: demands besides direct consequence of the trafficking (26, 27) | 26 'shall not be punished' | 27 'shall not be punished' | rest: NotThere absent"),
        (clauses(evolve(WIDE, effects=words("no-detention"))), CLAUSE, "partial/absent: in part: the effect is no detention (26) | 26 'shall not be punished' | rest: NotThere absent"),
        (clauses(evolve(WIDE, effects=words("no-prosecution"))), CLAUSE, "covered: 26 | 26 'shall not be punished'"),
        (clauses(evolve(WIDE, effects={}, unlisted="silent")), CLAUSE, "partial/silent: in part: the effect is what is not known (26) | 26 'shall not be punished' | rest: Unread silent"),
        (clauses(evolve(WIDE, excluded=words("grave-offences"))), CLAUSE, "partial/absent: in part: excludes grave offences (26) | 26 'shall not be punished' | rest: NotThere absent"),
        (clauses(evolve(WIDE, conditions=words("domestic-law", "appropriate-cases"))), CLAUSE, "covered: 26 | 26 'shall not be punished'"),
        (clauses(evolve(WIDE, conditions=words("identified-victim"))), CLAUSE, "partial/absent: in part: only: identified as a victim (26) | 26 'shall not be punished' | rest: NotThere absent"),
        (clauses(evolve(WIDE, beneficiary="adult-victim")), CLAUSE, "covered: 26 | 26 'shall not be punished'"),
        (clauses(evolve(WIDE, source="round-table-2012", links=WIDE.links | DUE)), CLAUSE, "partial/silent: in part: demands besides direct consequence of the trafficking (26) | 26 'shall not be punished' | rest: Unread silent"),
        (clauses(WIDE), "child-victim-not-punished", "covered: 26 | 26 'shall not be punished'"),
        (clauses(evolve(WIDE, beneficiary="child-victim")), "child-victim-not-punished", "covered: 26 | 26 'shall not be punished'"),
        (clauses(evolve(WIDE, beneficiary="child-victim")), CLAUSE, "silent: not known; read the rest of the instrument | the rest of the instrument ''"),
        (clauses(HELPER), "offender-not-punished", "covered: 50 | 50 'who helps'"),
        (clauses(HELPER), CLAUSE, "silent: not known; read the rest of the instrument | the rest of the instrument ''"),
        (clauses(DURESS), CLAUSE, "open: no special clause (1-10 read); duress, 36 | 1-10 '' | 36 'under duress' | note: Not of fear."),
        (clauses(DURESS), "offender-not-punished", "absent: no (1-10) | 1-10 ''"),
        (clauses(DURESS), "victim-not-punished:links", "absent: no clause | 1-10 ''"),
        (law(), CLAUSE, "absent: no (1-10) | 1-10 ''"),
        (law(), "victim-not-punished:effects", "absent: no clause | 1-10 ''"),
        (law(nothing_on={}, unread={"non-punishment": Place(at="26, not seen")}), CLAUSE, "silent: not known; read 26, not seen | 26, not seen ''"),
        (law(nothing_on={}), CLAUSE, "silent: not known; read the rest of the instrument | the rest of the instrument ''"),
        (law(nothing_on={CLAUSE: Place(at="1-9")}), CLAUSE, "absent: no (1-9) | 1-9 ''"),
        (law(unread={"non-punishment": Place(at="26, not seen")}), CLAUSE, "silent: not known; read 26, not seen | 26, not seen ''"),
        (clauses(WIDE), "victim-not-punished:effects", "covered: no penalty (26) | 26 'no penalty'"),
        (clauses(evolve(WIDE, links=WIDE.links | DUE), evolve(WIDE, at="27", links=words("overborne", at="27"))), "victim-not-punished:links", "covered: compelled + direct consequence of the trafficking; could not control his or her actions (26, 27) | 26 'compelled' | 26 'direct consequence' | 27 'overborne'"),
        (clauses(WIDE), "victim-not-punished:excluded", "absent: none stated (26) | 26 ''"),
        (clauses(evolve(WIDE, unlisted="silent")), "victim-not-punished:excluded", "silent: not known; read 26 | 26 ''"),
        (clauses(WIDE, evolve(WIDE, at="27", unlisted="silent")), "victim-not-punished:excluded", "silent: not known; read 26 | 26 ''"),
        (clauses(WIDE), "compelled", "covered: 26 | 26 'compelled'"),
        (clauses(WIDE, HELPER), "no-penalty", "covered: 26 | 26 'no penalty'"),
        (clauses(WIDE), "overborne", "absent: none stated (26) | 26 'shall not be punished'"),
        (clauses(evolve(WIDE, unlisted="silent")), "overborne", "silent: not known; read 26 | 26 'shall not be punished'"),
        (clauses(evolve(WIDE, mark="unseen")), "overborne", "silent: not known; read 26 | 26 'shall not be punished'"),
        (law(), "overborne", "absent: no (1-10) | 1-10 ''"),
    ],
)  # fmt: skip
def test_of_a_clause_for_victims_and_its_attributes(version, concept, says):
    assert whole(version, "non-punishment", concept) == says


# -- chapters that were not read --------------------------------------------------------------------------

SPECIAL = Chapter(chapter="special-part", at="100-300", read="part")
COURT = Chapter(chapter="criminal-procedure", at="1-400", read="full")
CIRCUMSTANCES = {
    "graver": a_list(
        "aggravating", "child-victim", victim_under_sixteen=demanding("for-gain"), at="2"
    )
}
TIERED = (offence("1", tiers=(Tier("2", "graver"),)),)


def read(*chapters, place=None, tiered=True, **more):
    """A law of which some chapters were read."""
    nothing = {"non-punishment": place or Place(at="26"), "related": place or Place(at="5-9")}
    lists = CIRCUMSTANCES if tiered else {}
    return law(
        *(TIERED if tiered else ()), lists=lists, chapters=chapters, nothing_on=nothing, **more
    )


SEARCHED = Place(at="26", searched=("victim", "exempt"))


@pytest.mark.parametrize(
    ("version", "facet", "concept", "says"),
    [
        (read(), "aggravating", "organised-group", "silent: not in the sections read (2) | the general part ''"),
        (read(*GENERAL_READ), "aggravating", "organised-group", "absent: no (2) | 2 ''"),
        (read(evolve(GENERAL_READ[0], read="part")), "aggravating", "organised-group", "silent: not in the sections read (2) | the rest of the general part ''"),
        (read(), "aggravating", "victim-under-sixteen", "implied: via child victim (2) | 2 'child victim' | via: child-victim"),
        (read(*GENERAL_READ), "aggravating", "victim-under-sixteen", "implied: via child victim (2) | 2 'child victim' | via: child-victim"),
        (read(), "aggravating", "child-victim", "covered: 2 | 2 'child victim'"),
        (read(), "related", "attempt", "silent: not in the sections read (5-9) | the general part, the special part ''"),
        (read(*GENERAL_READ, SPECIAL), "related", "attempt", "silent: not in the sections read (5-9) | the rest of the special part ''"),
        (read(*GENERAL_READ, evolve(SPECIAL, read="full")), "related", "attempt", "absent: no (5-9) | 5-9 ''"),
        (read(), "non-punishment", CLAUSE, "silent: not in the sections read (26) | the general part, the special part, the law of criminal procedure ''"),
        (read(*GENERAL_READ, SPECIAL), "non-punishment", CLAUSE, "silent: not in the sections read (26) | the rest of the special part, the law of criminal procedure ''"),
        (read(*GENERAL_READ, evolve(SPECIAL, read="full"), COURT), "non-punishment", CLAUSE, "absent: no (26) | 26 ''"),
        (read(place=SEARCHED), "non-punishment", CLAUSE, "absent: no (26) | 26 ''"),
        (read(place=evolve(SEARCHED, searched=("victim",))), "non-punishment", CLAUSE, "silent: not in the sections read (26) | the general part, the special part, the law of criminal procedure ''"),
        (read(clauses=(DURESS,)), "non-punishment", CLAUSE, "open: no special clause (26 read); duress, 36 | 26 '' | 36 'under duress' | note: Not of fear."),
        (read(clauses=(WIDE,)), "non-punishment", "victim-not-punished:excluded", "absent: none stated (26) | 26 ''"),
        (read(clauses=(WIDE,)), "non-punishment", "overborne", "absent: none stated (26) | 26 'shall not be punished'"),
        (read(), "non-punishment", "victim-not-punished:links", "silent: not in the sections read (26) | the general part, the special part, the law of criminal procedure ''"),
        (read(kind="treaty"), "non-punishment", CLAUSE, "absent: no (26) | 26 ''"),
        (read(kind="treaty"), "aggravating", "organised-group", "absent: no (2) | 2 ''"),
        (read(), "means", "abduction", "partial/absent: in part: abduction by deception (1) | 1 'deception' | named: abduction-by-deception | rest: NotThere absent"),
    ],
)  # fmt: skip
def test_what_may_stand_in_chapters_that_were_not_read_is_not_known(version, facet, concept, says):
    assert whole(version, facet, concept) == says


# -- penalties ------------------------------------------------------------------------------------------

TERM = Penalty(min_years=3, max_years=6, words="three to six years", confiscation="mandatory", disqualification="optional", disqualification_max_years=3)  # fmt: skip
GRAVE = Penalty(min_years=5, max_years=10, words="five to ten", at="2, sanction", confiscation="no")
LIFE, RAISED = Penalty(life=True, words="for life"), Penalty(raised="1/3 to 1/2", words="raised")
KINDS = {
    "young": a_list("aggravating", "child-victim", "victim-under-fourteen", at="2"),
    "younger": a_list("aggravating", "victim-under-fourteen", "public-official", at="3"),
    "gang": a_list("aggravating", "organised-group", at="4"),
    "unsure": a_list(
        "aggravating",
        "organised-group",
        unlisted="silent",
        child_victim=Entry(mark="unseen"),
        at="5",
    ),
}


def punished(*tiers, penalty=TERM, limbs=(), **more):
    """A law with this penalty, and graver forms with theirs."""
    of_offence = {k: more.pop(k) for k in ("graver_for", "strength") if k in more}
    one = offence("1", *limbs, penalty=penalty, tiers=tiers, **of_offence)
    return law(one, *more.pop("others", ()), lists=KINDS, **more)


YOUNG, YOUNGER = Tier("2", "young", GRAVE), Tier("3", "younger", LIFE)
GANG, UNSURE = Tier("4", "gang", RAISED), Tier("5", "unsure", GRAVE)
BASE, CHILD, HIGHEST = "penalty-base", "penalty-child", "penalty-highest"
GROWN = ("adult", "incapacitated")
ON_CHILDREN = offence("6", limb(victims=("child",)), penalty=LIFE)
NOT_SEEN_PENALTY = Penalty(mark="unseen", at="1, sanction")
NOTHING = {"penalty": Place(at="1-20"), "non-punishment": Place(at="1-20")}


@pytest.mark.parametrize(
    ("version", "concept", "says"),
    [
        (punished(YOUNG, GANG), BASE, "covered: 3-6 years (1) | 1 'three to six years'"),
        (punished(limbs=[limb(victims=("child",))]), BASE, "silent: not known; read the rest of the instrument | the rest of the instrument ''"),
        (punished(penalty=NOT_SEEN_PENALTY), BASE, "silent: not known; read 1, sanction | 1, sanction ''"),
        (punished(penalty=None), BASE, "silent: not known; read 1 | 1 ''"),
        (punished(penalty=None, nothing_on=NOTHING), BASE, "absent: no (1-20) | 1-20 ''"),
        (punished(penalty=None, kind="treaty"), BASE, "silent: not known; read the rest of the instrument | the rest of the instrument ''"),
        (punished(penalty=None, kind="treaty", nothing_on=NOTHING), BASE, "absent: no (1-20) | 1-20 ''"),
        (punished(penalty=Penalty(words="effective penalties"), kind="treaty"), BASE, "covered: no term stated (1) | 1 'effective penalties'"),
        (punished(others=(offence("8", limb(), penalty=GRAVE),)), BASE, "covered: 3-6 years (1); 5-10 years (2, sanction) | 1 'three to six years' | 2, sanction 'five to ten'"),
        (evolve(punished(), offences=(offence("8", limb(), kind="related", penalty=GRAVE),)), BASE, "covered: 5-10 years (2, sanction) | 2, sanction 'five to ten'"),
        (punished(YOUNG, GANG), CHILD, "covered: 5-10 years (2, sanction) | 2, sanction 'five to ten'"),
        (punished(YOUNG, YOUNGER), CHILD, "covered: 5-10 years (2, sanction); up to life (3, only: victim under fourteen) | 2, sanction 'five to ten' | 3 'for life'"),
        (punished(evolve(YOUNG, all=True)), CHILD, "covered: 5-10 years (2, sanction, only: victim under fourteen) | 2, sanction 'five to ten'"),
        (punished(evolve(YOUNG, effect="factor")), CHILD, "covered: 3-6 years (1): no separate form | 1 'three to six years'"),
        (punished(GANG), CHILD, "covered: 3-6 years (1): no separate form | 1 'three to six years'"),
        (punished(UNSURE), CHILD, "silent: not known; read 99; seen: 3-6 years (1) | 99 '' | 1 'three to six years'"),
        (punished(GANG, unread={"aggravating": Place(at="2-9")}), CHILD, "silent: not known; read 2-9; seen: 3-6 years (1) | 2-9 '' | 1 'three to six years'"),
        (punished(penalty=None, unread={"aggravating": Place(at="2-9")}), CHILD, "silent: not known; read 2-9 | 2-9 ''"),
        (punished(limbs=[limb(victims=GROWN)]), CHILD, "silent: not known; read the rest of the instrument | the rest of the instrument ''"),
        (punished(limbs=[limb(victims=GROWN)], others=(ON_CHILDREN,)), CHILD, "covered: up to life (6) | 6 'for life'"),
        (punished(graver_for="young"), CHILD, "covered: 3-6 years (1) | 1 'three to six years'"),
        (punished(GANG, YOUNG), HIGHEST, "covered: 5-10 years (2, sanction) | 2, sanction 'five to ten'"),
        (punished(GANG), HIGHEST, "covered: 3-6 years, raised by 1/3 to 1/2 (4) | 4 'raised'"),
        (punished(YOUNG, YOUNGER), HIGHEST, "covered: up to life (3) | 3 'for life'"),
        (punished(evolve(YOUNG, effect="lesser")), HIGHEST, "covered: 3-6 years (1) | 1 'three to six years'"),
        (punished(evolve(YOUNG, penalty=None)), HIGHEST, "silent: not known; read 2; seen: 3-6 years (1) | 2 '' | 1 'three to six years'"),
        (punished(evolve(YOUNG, penalty=None), penalty=None), HIGHEST, "silent: not known; read 1; not known; read 2 | 1 '' | 2 ''"),
        (punished(YOUNG, unread={"penalty": Place(at="2-9")}), HIGHEST, "silent: not known; read 2-9; seen: 5-10 years (2, sanction) | 2-9 '' | 2, sanction 'five to ten'"),
        (punished(evolve(YOUNG, penalty=Penalty(words="graver")), penalty=Penalty(words="effective"), kind="treaty"), HIGHEST, "covered: no term stated (2) | 2 'graver'"),
        (punished(YOUNG, GANG), "confiscation", "covered: mandatory (1) | 1 'three to six years'"),
        (punished(YOUNG, GANG), "disqualification", "covered: optional, up to 3 years (1) | 1 'three to six years'"),
        (punished(penalty=evolve(TERM, confiscation="optional"), others=(ON_CHILDREN,)), "confiscation", "covered: optional (1) | 1 'three to six years'"),
        (punished(evolve(YOUNG, penalty=evolve(GRAVE, confiscation="mandatory"))), "confiscation", "covered: mandatory (1, 2, sanction) | 1 'three to six years' | 2, sanction 'five to ten'"),
        (punished(penalty=evolve(TERM, confiscation="no")), "confiscation", "absent: no (1) | 1 'three to six years'"),
        (punished(evolve(YOUNG, penalty=None), penalty=evolve(TERM, confiscation="no")), "confiscation", "silent: not known; read 2; seen: no (1) | 2 '' | 1 'three to six years'"),
        (punished(GANG, penalty=evolve(TERM, confiscation="no")), "confiscation", "silent: not known; read the rest of the instrument | the rest of the instrument ''"),
        (punished(penalty=evolve(TERM, confiscation="not-stated")), "confiscation", "silent: not known; read the rest of the instrument | the rest of the instrument ''"),
        (punished(penalty=evolve(TERM, confiscation="not-stated"), kind="treaty"), "confiscation", "absent: no (1) | 1 'three to six years'"),
    ],
)  # fmt: skip
def test_of_penalties_and_measures(version, concept, says):
    assert whole(version, "penalty", concept) == says
