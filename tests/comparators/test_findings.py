"""Findings whole: the status, the sentence, the words it rests on, its notes, what the law has elsewhere.

Each table is of one small law; a line says what a careful reader of that law would note of a concept.
"""

import sys
from pathlib import Path

import pytest
from attrs import evolve, fields
from told import told

import provisions
from comparators.findings import Elsewhere, Finding, find
from comparators.findings.roles import named, use
from comparators.findings.statuses import floored, status_of
from comparators.law import Law
from comparators.lists import Layer, Way
from comparators.reasons import (
    Doubted,
    FreeFor,
    FreeWhere,
    GeneralPart,
    GraverOnly,
    Measures,
    Named,
    NoClause,
    NotThere,
    Opened,
    Sanction,
    Says,
    Sections,
    Terms,
    Unread,
    Via,
)
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
    """Words with their pinpoint, as they would be cited; and their source, where it is another."""
    gloss = f" [{evidence.gloss}]" if evidence.gloss else ""
    source = evidence.source if evidence.source != "code" else None
    by = "/".join(filter(None, (source, evidence.lang, evidence.by)))
    return f"{evidence.at} '{evidence.words or ''}'{gloss}{f' ({by})' if by else ''}"


def why(because):
    """A reason: a way with its layer and demands, or a ground."""
    if not isinstance(because, Way):
        return type(because).__name__
    reason = because.because
    of = [
        str(getattr(reason, f.name))
        for f in fields(type(reason))
        if f.name not in ("reason", "condition")
    ]
    needs = f" with {'+'.join(sorted(because.demands))}" if because.demands else ""
    doubt = "?" if because.doubtful else ""
    return f"{type(reason).__name__}({', '.join(of)}){needs} {because.layer.name.lower()}{doubt}"


def whole(version, facet, concept):
    """All that is found of a concept, a line for each thing."""
    found = find(Law(version, WORDS), facet, concept)
    rest = f"/{found.rest}" if found.rest else ""
    lines = [f"{found.status}{rest}: {told(found)}", *map(said, found.evidence)]
    lines += [f"why: {'; '.join(map(why, found.because))}"]
    lines += [f"note: {note}" for note in found.notes]
    lines += [f"settled: {said(e)}" for e in found.settled]
    lines += [f"{name}: {value}" for name in ("via", "strength") if (value := getattr(found, name))]
    lines += [f"named: {', '.join(found.named)}"] if found.named else []
    lines += [f"rest: {why(r.because)} {r.layer.name.lower()} {', '.join(map(said, r.evidence))}".rstrip() for r in found.others]  # fmt: skip
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
        ("element", "recruitment", "covered: 1 | 1 'recruitment' | why: Named(recruitment, acts) named"),
        ("element", "transfer", "partial/absent: in part: only for gain (1(3)) | 1(3) 'a word' | 1(3) 'for-gain' | why: Via(transfer, acts) with for-gain named | rest: NotThere(acts) absent absent"),
        ("element", "harbouring", "covered: 1, 7 | 1 'keeps' | 7 'detains' | why: Named(harbouring, acts) named | note: Or hides?"),
        ("element", "receipt", "absent: no (1) | 1 '' | why: NotThere(acts) absent"),
        ("element", "for-gain", "partial/absent: demanded for transfer, slavery (1(3), 1) | 1(3) 'for-gain' | 1 'for-gain' | why: Demanded"),
        ("element", "travel", "not-required: not required (1) | 1 '' | why: Free(1, False) named"),
        ("element", "child-without-means", "silent: not known; read 1 | 1 '' | why: Unread(1, , ) silent"),
        ("element", "consent-irrelevant", "silent: not known; read 1 | 1 '' | why: Unread(1, , ) silent"),
        ("element", "national-trafficking", "covered: 13 | 13 'national trafficking' | why: Named(national-trafficking, of-scope) named"),
        ("element", "intent", "silent: not known; read 1 | 1 '' | why: Unread(1, , ) silent"),
        ("means", "fraud", "covered: 1 | 1 'fraud' | why: Named(fraud, means) named | note: The list is closed. | strength: shall | elsewhere: aggravating fraud 2 'fraud'"),
        ("means", "deception", "partial/absent: in part: fraud (1) | 1 'fraud' | why: Named(fraud, means) named | note: The list is closed. | named: fraud | rest: NotThere(means) absent absent | elsewhere: aggravating fraud 2 'fraud'"),
        ("means", "abduction", "covered: 1(2) | 1(2) 'takes' | why: Via(abduction, means) named | note: Also of a child? | note: The list is closed. | strength: shall | elsewhere: lesser abduction 4 'abduction'"),
        ("means", "blackmail", "implied: via other forms of coercion (1) | 1 'compels' | why: Via(other-coercion, means) named | note: The list is closed. | note: With what? Settled by comment 3: \"it is meant\". | via: other-coercion | strength: shall"),
        ("means", "use-of-force", "implied: via other forms of coercion (1); names use of force dangerous to life or health | 1 'compels' | why: Via(other-coercion, means) named | note: The list is closed. | via: other-coercion | strength: shall | named: use-of-force-dangerous"),
        ("means", "use-of-force-dangerous", "covered: 1 | 1 'violence' [grave] | why: Named(use-of-force-dangerous, means) named | note: The list is closed. | strength: shall"),
        ("means", "threat-of-force", "implied: via other forms of coercion (1) | 1 'compels' | why: Via(other-coercion, means) named | note: The list is closed. | via: other-coercion | strength: shall"),
        ("means", "abuse-of-power", "partial/absent: in part: only victim depends on the offender (1(4)) | 1(4) 'a word' | 1(4) 'dependent-person' | why: Named(abuse-of-power, means) with dependent-person named | note: The list is closed. | strength: shall | rest: NotThere(means) absent absent"),
        ("means", "abuse-of-vulnerability", "absent: no (1) | 1 'by these alone' | why: NotThere(means) absent | note: The list is closed."),
        ("means", "payments-or-benefits", "silent: not known; read 1(5) | 1(5) '' | why: Unread(1(5), payments-or-benefits, means) silent | note: The list is closed."),
        ("means", "other-coercion", "covered: 1 (permitted: an option) | 1 'compels' | why: Named(other-coercion, means) named | note: The list is closed. | strength: may"),
        ("means", "intimidation", "implied: via other forms of coercion (1) | 1 'compels' | why: Via(other-coercion, means) named | note: The list is closed. | via: other-coercion | strength: shall"),
        ("purpose", "slavery", "partial/absent: in part: only for gain (1) | 1 'a word' | 1 'for-gain' | why: Named(slavery, purposes) with for-gain named | rest: NotThere(purposes) absent absent | elsewhere: unused forced-marriage 10 'forced marriage'"),
        ("purpose", "servitude", "covered: 1 | 1 'servitude' | why: Named(servitude, purposes) named"),
        ("purpose", "practices-similar-to-slavery", "partial/open: in part: debt bondage (1); the rest open: if the practice amounts to slavery: powers attaching to ownership are exercised (1956 Convention, Art. 1): slavery; only for gain (1) | 1 'debt bondage' | 1 'a word' | why: Named(debt-bondage, purposes) named | named: debt-bondage | rest: If(slavery, purposes) with for-gain open open 1 'a word' | elsewhere: unused forced-marriage 10 'forced marriage'"),
        ("purpose", "forced-labour", "absent: no (1) | 1 '' | why: NotThere(purposes) absent | elsewhere: related-offence forced-labour 9 'forced labour' | elsewhere: unused forced-marriage 10 'forced marriage'"),
        ("purpose", "organ-removal", "open: open: arguable (1) | 1 'organs' | why: Named(organ-removal, purposes) open? | note: Of the living?"),
        ("purpose", "exploitation", "not-required: not used: the forms are listed (1) | 1 '' | why: NotUsed | elsewhere: reference exploitation 11 'as there defined' to UNTOC 10"),
        ("purpose", "begging", "absent: no (1) | 1 '' | why: NotThere(purposes) absent | elsewhere: related-offence begging 9 'begging'"),
        ("purpose", "forced-marriage", "open: open: if the woman may not refuse and is given for a consideration, transferred or inherited (1956 Convention, Art. 1(c)): servitude (1) | 1 'servitude' | why: If(servitude, purposes) open | elsewhere: unused forced-marriage 10 'forced marriage'"),
        ("aggravating", "child-victim", "covered: 2 | 2 'child victim' | why: Named(child-victim, graver) named"),
        ("aggravating", "public-official", "covered: 3 | 3 'public official' | why: Named(public-official, factors) named"),
        ("aggravating", "organised-group", "absent: no (2, 3) | 2 '' | 3 '' | why: NotThere(graver) absent; NotThere(factors) absent"),
        ("related", "attempt", "covered: 12 | 12 'attempt' | why: Named(attempt, related) named | elsewhere: reference attempt 11 '' to CC 30"),
        ("related", "aiding-or-abetting", "absent: no (12) | 12 '' | why: NotThere(related) absent"),
        ("penalty", "confiscation", "covered: 12 | 12 'confiscation' | why: Named(confiscation, related) named"),
        ("penalty", "penalty-base", "silent: not known; read 1 | 1 '' | why: Terms"),
        ("penalty", "penalty-highest", "silent: not known; read 1; not known; read 2 | 1 '' | 2 '' | why: Terms"),
        ("non-punishment", "victim-not-punished", "absent: no (1-10) | 1-10 '' | why: NoClause"),
        ("non-punishment", "compelled", "absent: no (1-10) | 1-10 '' | why: NoClause"),
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
        ("element", "recruitment", "covered: 1, 1(2) | 1 'hires' | 1(2) 'recruitment' | why: Named(recruitment, acts) named; Named(recruitment, more) named | note: Is it an offence of its own? Settled by comment 3: \"it is meant\"."),
        ("element", "receipt", "covered: 1(2) | 1(2) 'receipt' | why: Via(receipt, more) named | note: Is it an offence of its own? Settled by comment 3: \"it is meant\"."),
        ("element", "transfer", "silent: not known; read 1(3), note | 1(3), note '' | why: Unread(1(3), note, , hidden) silent"),
        ("element", "exploiting", "silent: not known; read 1(3), note; seen: exploitation of a person (as an act) | 1(3), note '' | 1(3) 'exploits' | why: Unread(1(3), note, , hidden) silent; Named(exploiting, hidden) named"),
        ("element", "for-gain", "not-required: not required (1) | 1 '' | why: Free(1, False) named | note: Is it an offence of its own? Settled by comment 3: \"it is meant\". | settled: comment 3 'it is meant'"),
        ("element", "child-without-means", "silent: not known; read 1 | 1 '' | why: Unread(1, , ) silent"),
        ("means", "use-of-force", "covered: 1 | 1 'force' | why: Via(use-of-force, means) named | note: The note was not seen. | named: use-of-force-dangerous"),
        ("means", "use-of-force-dangerous", "covered: 1(2) | 1(2) 'use of force dangerous' | why: Named(use-of-force-dangerous, unread) named | note: Is it an offence of its own? Settled by comment 3: \"it is meant\"."),
        ("means", "deception", "covered: 1(2) | 1(2) 'deception' | why: Named(deception, unread) named | note: Is it an offence of its own? Settled by comment 3: \"it is meant\"."),
        ("means", "fraud", "implied: via deception (1(2)) | 1(2) 'deception' | why: Via(deception, unread) named | note: Is it an offence of its own? Settled by comment 3: \"it is meant\". | via: deception"),
        ("means", "other-coercion", "partial/silent: in part: use of force, use of force dangerous to life or health (1, 1(2)); the rest not known; read 1, note 2 | 1 'force' | 1(2) 'use of force dangerous' | 1, note 2 '' | why: Via(use-of-force, means) named; Named(use-of-force-dangerous, unread) named | note: Is it an offence of its own? Settled by comment 3: \"it is meant\". | note: The note was not seen. | named: use-of-force, use-of-force-dangerous | rest: Unread(1, note 2, , means) silent silent 1, note 2 ''"),
        ("means", "abduction", "implied: via use of force, deception (1, 1(2)); names abduction by force, abduction by deception | 1 'force' | 1(2) 'deception' | why: Via(use-of-force, means) named; Via(deception, unread) named | note: Is it an offence of its own? Settled by comment 3: \"it is meant\". | note: The note was not seen. | via: use-of-force | named: abduction-by-force, abduction-by-deception"),
        ("purpose", "exploitation", "not-required: not used: the forms are listed (1, 1(2), 1(3)) | 1 '' | 1(2) '' | 1(3) '' | why: NotUsed"),
        ("purpose", "prostitution-of-others", "covered: 1 | 1 'prostitution of others' | why: Named(prostitution-of-others, purposes) named"),
        ("purpose", "sexual-exploitation", "covered: 1(2) | 1(2) 'sexual exploitation' | why: Named(sexual-exploitation, wide) named | note: Is it an offence of its own? Settled by comment 3: \"it is meant\". | named: prostitution-of-others"),
        ("purpose", "servitude", "silent: not known; read 1, note 3 | 1, note 3 '' | why: Unread(1, note 3, servitude, purposes) silent"),
        ("purpose", "slavery", "silent: not known; read 1 | 1 'other acts' | why: Unread(1, slavery, purposes) silent"),
        ("purpose", "practices-similar-to-slavery", "covered: 1(2) | 1(2) 'practices similar to slavery' | why: Named(practices-similar-to-slavery, wide) named | note: Is it an offence of its own? Settled by comment 3: \"it is meant\"."),
        ("purpose", "serfdom", "implied: via practices similar to slavery (1(2)) | 1(2) 'practices similar to slavery' | why: Via(practices-similar-to-slavery, wide) named | note: Is it an offence of its own? Settled by comment 3: \"it is meant\". | via: practices-similar-to-slavery"),
        ("purpose", "forced-labour", "partial/open: in part: only against the victim's will (1); the rest open: \"other acts\" (1) | 1 'a word' | 1 'against-the-will' | 1 'other acts' | why: Named(forced-labour, purposes) with against-the-will named | rest: Opened(purposes) open open 1 'other acts'"),
        ("purpose", "begging", "open: open: if the begging is forced: exacted under the menace of a penalty, not offered voluntarily (ILO C29, Art. 2(1)): forced labour or services; only against the victim's will (1) | 1 'a word' | why: If(forced-labour, purposes) with against-the-will open"),
        ("purpose", "organ-removal", "silent: not known; read 1(3); seen: removal of organs | 1(3) '' | 1(3) 'organ removal' | why: Unread(1(3), , hidden-purposes) silent; Named(organ-removal, hidden-purposes) named"),
        ("aggravating", "child-victim", "silent: not known; read 3 | 3 '' | why: Unread(3, , ) silent"),
        ("aggravating", "public-official", "silent: not known; read 2-4 | 2-4 '' | why: Unread(2-4, , ) silent"),
        ("related", "attempt", "silent: not known; read the general part | the general part '' | why: Unread(the general part, , ) silent"),
        ("penalty", "penalty-base", "silent: not known; read 1 | 1 '' | why: Terms"),
        ("penalty", "confiscation", "silent: not known; read the rest of the instrument | the rest of the instrument '' | why: Unread(the rest of the instrument, , ) silent"),
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
SETTLED = law(
    means=a_list(
        "means",
        fraud=Entry(words="fraud", mark="arguable", settled_by=COMMENT),
        blackmail=Entry(words="threat"),
    )
)
TWO_LISTS = law(
    offence("1", limb(), limb(means="more", at="1(2)"), limb(means="unread", at="1(3)")), means=("use-of-force-dangerous",),
    lists={
        "more": a_list("means", "use-of-force-not-dangerous", abduction=demanding("woman"), at="1(2)"),
        "unread": List("means", "silent", "1(3)", {"deception": Entry(words="deceit", mark="unseen")}, to_read="1(3), note"),
    },
)  # fmt: skip
NEVER_SEEN = law(
    offence("1", limb(mark="unseen", at="1, note")),
    means=a_list("means", "fraud", at="1, means", deception=Entry(words="deceit", mark="arguable", reading="Or error?")),
    purposes=a_list("purpose", "debt-bondage", "serfdom", unlisted="silent"),
)  # fmt: skip
GRAVER_FORM = law(offence("1", limb(), tiers=(Tier("2", "graver"),)), lists={"graver": List("aggravating", "absent", "2", {"use-of-force": Entry(words="by force", restates="means")})})  # fmt: skip


@pytest.mark.parametrize(
    ("version", "facet", "concept", "says"),
    [
        (BY_PURPOSE, "means", "deception", "covered: not required; for forced labour or services, sexual exploitation, begging: 1 | 1 'deception' | why: Named(deception, means) named; FreeBut"),
        (BY_PURPOSE, "means", "fraud", "implied: not required; for forced labour or services, sexual exploitation, begging: via deception (1) | 1 'deception' | why: Via(deception, means) named; FreeBut | via: deception"),
        (BY_PURPOSE, "means", "abduction", "partial/absent: not required; for forced labour or services, sexual exploitation, begging: in part: abduction by deception (1) | 1 'deception' | why: Via(deception, means) named; FreeBut | named: abduction-by-deception | rest: NotThere(means) absent absent"),
        (BY_PURPOSE, "purpose", "organ-removal", "covered: 1 | 1 'organ removal' | why: Named(organ-removal, organs) named"),
        (BY_LIMB, "means", "deception", "covered: 1; not required against a woman (1(4)); not required for sale or purchase, by 1(5) | 1 'deception' | why: Named(deception, means) named; FreeWhere; FreeFor | note: Whatever the means? | note: Of any age? Settled by comment 3: \"it is meant\". | settled: comment 3 'it is meant'"),
        (BY_LIMB, "means", "abduction", "partial/absent: in part: abduction by deception (1); not required against a woman (1(4)); not required for sale or purchase, by 1(5) | 1 'deception' | why: Via(deception, means) named; FreeWhere; FreeFor | note: Whatever the means? | note: Of any age? Settled by comment 3: \"it is meant\". | settled: comment 3 'it is meant' | named: abduction-by-deception | rest: NotThere(means) absent absent"),
        (BY_LIMB, "element", "woman", "partial/absent: demanded for recruitment (1(4)) | 1(4) 'woman' | why: Demanded | note: Whatever the means? | note: Of any age? Settled by comment 3: \"it is meant\". | settled: comment 3 'it is meant'"),
        (BARE, "means", "fraud", "not-required: not required (1, 2) | 1, 2 '' | why: Free(1, 2, False) named"),
        (BARE, "purpose", "slavery", "absent: no (1); not required for recruitment | 1 '' | why: NotThere(purposes) absent; FreeFor"),
        (BARE, "purpose", "forced-labour", "covered: 1; not required for recruitment | 1 'forced labour' | why: Named(forced-labour, purposes) named; FreeFor"),
        (TWICE, "means", "fraud", "not-required: not required by 1(2) | 1(2) '' | why: Free(1(2), True) named | note: Of adults too?"),
        (TWICE, "means", "deception", "not-required: not required by 1(2) | 1(2) '' | why: Free(1(2), True) named | note: Of adults too?"),
        (TWICE, "element", "child-without-means", "implied: follows: no means needed (1(2)) | 1(2) '' | 1 'recruitment' | why: NoMeans | note: Of adults too?"),
        (CHILDREN, "means", "fraud", "not-required: not required by 2 | 2 '' | why: Free(2, True) named"),
        (CHILDREN, "element", "child-without-means", "implied: follows: no means needed (2) | 2 '' | 1 'recruitment' | why: NoMeans"),
        (CHILDREN, "element", "incapacity-without-means", "implied: follows: no means needed (2) | 2 '' | 1 'recruitment' | why: NoMeans"),
        (GRAVER_FORM, "means", "use-of-force", "open: open: arguable (2); in a graver form only | 2 'by force' | why: Via(use-of-force, graver) open; GraverOnly | elsewhere: aggravating use-of-force 2 'by force'"),
        (GRAVER_FORM, "means", "use-of-force-dangerous", "open: open: arguable: use of force (2); in a graver form only | 2 'by force' | why: Via(use-of-force, graver) open; GraverOnly"),
        (GRAVER_FORM, "means", "other-coercion", "open: open: arguable: use of force (2); in a graver form only | 2 'by force' | why: Via(use-of-force, graver) open; Overlaps(use-of-force, graver, physical-restraint) open; GraverOnly | elsewhere: aggravating use-of-force 2 'by force'"),
        (GRAVER_FORM, "means", "abduction", "partial/absent: in part: abduction by deception (1) | 1 'deception' | why: Via(deception, means) named | named: abduction-by-deception | rest: NotThere(means) absent absent"),
        (SETTLED, "means", "fraud", "open: open: arguable (1) | 1 'fraud' | why: Named(fraud, means) open? | note: Settled by comment 3: \"it is meant\". | settled: comment 3 'it is meant'"),
        (SETTLED, "means", "deception", "open: open: arguable: fraud (1) | 1 'fraud' | why: Named(fraud, means) open? | note: Settled by comment 3: \"it is meant\". | settled: comment 3 'it is meant'"),
        (SETTLED, "means", "abduction", "absent: no (1) | 1 '' | why: NotThere(means) absent"),
        (law(lists={"sent": a_list("general", "fraud", at="30")}), "means", "fraud", "implied: via deception (1) | 1 'deception' | why: Via(deception, means) named | via: deception | elsewhere: general fraud 30 'fraud'"),
        (TWO_LISTS, "means", "use-of-force", "implied: via use of force dangerous to life or health, use of force not dangerous to life or health (1, 1(2)) | 1 'use of force dangerous' | 1(2) 'use of force not dangerous' | why: Named(use-of-force-dangerous, means) named; Named(use-of-force-not-dangerous, more) named | via: use-of-force-dangerous | named: use-of-force-dangerous, use-of-force-not-dangerous"),
        (TWO_LISTS, "means", "abduction", "partial/silent: in part: only victim is a woman (1(2)); the rest not known; read 1(3), note | 1(2) 'a word' | 1(2) 'woman' | 1(3), note '' | why: Via(abduction, more) with woman named | rest: Unread(1(3), note, , unread) silent silent 1(3), note ''"),
        (TWO_LISTS, "means", "other-coercion", "partial/silent: in part: use of force dangerous to life or health, use of force not dangerous to life or health (1, 1(2)); the rest not known; read 1(3), note | 1 'use of force dangerous' | 1(2) 'use of force not dangerous' | 1(3), note '' | why: Named(use-of-force-dangerous, means) named; Named(use-of-force-not-dangerous, more) named | named: use-of-force-dangerous, use-of-force-not-dangerous | rest: Unread(1(3), note, , unread) silent silent 1(3), note ''"),
        (NEVER_SEEN, "means", "deception", "silent: not known; read 1, means; seen: fraud | 1, means '' | 1, means 'fraud' | why: Unread(1, means, , means) silent | note: Or error? | named: fraud"),
        (NEVER_SEEN, "means", "fraud", "silent: not known; read 1, means; seen: fraud | 1, means '' | 1, means 'fraud' | why: Unread(1, means, , means) silent; Named(fraud, means) named"),
        (NEVER_SEEN, "means", "abduction", "silent: not known; read 1, means | 1, means '' | 1, means 'deceit' | why: Unread(1, means, , means) silent | note: Or error?"),
        (NEVER_SEEN, "purpose", "practices-similar-to-slavery", "silent: not known; read 99, 1; seen: debt bondage, serfdom | 99 '' | 1 'debt bondage' | 1 'serfdom' | why: Unread(99, , purposes) silent | named: debt-bondage, serfdom"),
        (GRAVER_FORM, "aggravating", "use-of-force", "covered: 2 | 2 'by force' | why: Via(use-of-force, graver) named"),
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
CITED = law(offence("1", limb(means=NOT_REQUIRED, requires=["for-gain"]), source="coe", lang="fr"))
NO_OFFENCE = evolve(law(), offences=())
UNREAD_LISTS = law(acts=a_list("act", "recruitment", unlisted="silent"))


@pytest.mark.parametrize(
    ("version", "concept", "says"),
    [
        (law(lists=RULES), "consent-irrelevant", "implied: follows: no such element, and no rule in the general part (5, 1-10) | 5 '' | 1-10 '' | why: GeneralPart | note: The rule is short."),
        (law(lists=RULES, chapters=GENERAL_READ), "consent-irrelevant", "implied: follows: no such element, and no rule in the general part (5, 20-40) | 5 '' | 20-40 '' | why: GeneralPart | note: The rule is short."),
        (law(lists=RULES, chapters=(*GENERAL_READ, evolve(GENERAL_READ[0], at="41", read="part"))), "consent-irrelevant", "silent: no rule in the text read (5): the general part decides; read 20-40, 41 | 5 '' | 20-40 '' | 41 '' | why: GeneralPart | note: The rule is short."),
        (law(lists={"rules": evolve(RULES["rules"], unlisted="silent", to_read="5, note")}), "consent-irrelevant", "silent: not known; read 5, note | 5, note '' | why: Unread(5, note, , rules) silent | note: The rule is short."),
        (law(lists={"rules": evolve(RULES["rules"], unlisted="open", opening="in no case")}), "consent-irrelevant", "open: open: \"in no case\" (5) | 5 'in no case' | why: Opened(rules) open | note: The rule is short."),
        (law(lists=RULES), "incapacity-without-means", "covered: 5 | 5 'no means' | why: Named(incapacity-without-means, rules) named | note: The rule is short."),
        (law(lists={"mind": MIND}), "knowledge", "open: open: arguable (6) | 6 'knowingly' | why: Named(knowledge, mind) open? | note: Of what?"),
        (law(lists={"mind": MIND}), "intent", "open: open: \"or so\" (6) | 6 'or so' | why: Opened(mind) open"),
        (law(lists={"mind": evolve(MIND, unlisted="absent")}), "intent", "absent: no (6) | 6 '' | why: NotThere(mind) absent"),
        (law(lists={"mind": evolve(MIND, unlisted="absent"), "mind-2": evolve(MIND, unlisted="silent", to_read="6, note")}), "intent", "silent: not known; read 6, note | 6, note '' | why: Unread(6, note, , mind-2) silent"),
        (law(lists={"scope": a_list("scope", at="7", national_trafficking=Entry(words="within", reading="Within what?"))}), "national-trafficking", "covered: 7 | 7 'within' | why: Named(national-trafficking, scope) named | note: Within what?"),
        (law(lists={"scope": List("scope", "open", "7", {}, opening="as well as")}, kind="treaty"), "national-trafficking", "open: open: \"as well as\" (7) | 7 'as well as' | why: Opened(scope) open"),
        (law(lists={"scope": a_list("scope", "national-trafficking", at="7")}), "national-trafficking", "covered: 7 | 7 'national trafficking' | why: Named(national-trafficking, scope) named"),
        (law(), "national-trafficking", "implied: follows: crossing a State border is not demanded (1) | 1 '' | 1 'recruitment' | why: NotDemanded"),
        (law(kind="treaty"), "national-trafficking", "silent: not known; read 1 | 1 '' | why: Unread(1, , ) silent"),
        (law(offence("1", limb(requires=["cross-border"]))), "national-trafficking", "absent: no: crossing a State border is demanded (1) | 1 'cross-border' | why: Contradicted; Demanded"),
        (CROSSING, "national-trafficking", "partial/absent: in part: follows from 1(2); crossing a State border is demanded for recruitment (1) | 1(2) '' | 1 'cross-border' | why: Contradicted; Demanded | note: Which border?"),
        (CROSSING, "cross-border", "partial/absent: demanded for recruitment (1) | 1 'cross-border' | why: Demanded | note: Which border?"),
        (law(offence("1", limb(means=NOT_REQUIRED)), purposes=COERCED), "child-without-means", "silent: not known; read 1 | 1 '' | why: Unread(1, , ) silent"),
        (law(offence("1", limb(means=NOT_REQUIRED, purposes=NOT_REQUIRED))), "child-without-means", "implied: follows: no means needed (1) | 1 '' | 1 'recruitment' | why: NoMeans"),
        (law(offence("1", limb(means=NOT_REQUIRED, mark="unseen"))), "child-without-means", "silent: not known; read 1 | 1 '' | why: Unread(1, , ) silent"),
        (law(offence("1", limb(NOT_SEEN, NOT_REQUIRED))), "child-without-means", "implied: follows: no means needed (1) | 1 '' | 1 'forced labour' | why: NoMeans"),
        (law(offence("1"), offence("2", limb(NOT_SEEN, NOT_REQUIRED, victims=("child",)))), "child-without-means", "implied: follows: no means needed (2); not known for recruitment | 2 '' | 1 'forced labour' | why: NoMeans"),
        (UNSEEN_ACT, "child-without-means", "partial/absent: in part: for recruitment (1(3)) | 1(3) '' | 1 'recruitment' | why: NoMeans"),
        (evolve(law(), nothing_on={"element": Place(at="1-20")}), "consent-irrelevant", "implied: follows: no such element, and no rule in the general part (1-20, 1-10) | 1-20 '' | 1-10 '' | why: GeneralPart"),
        (evolve(law(), nothing_on={"element": Place(at="1-20")}, unread={"element": Place(at="21")}), "consent-irrelevant", "silent: not known; read 21 | 21 '' | why: Unread(21, , ) silent"),
        (evolve(law(), nothing_on={"element": Place(at="1-20")}), "intent", "absent: no (1-20) | 1-20 '' | why: NotThere() absent"),
        (CITED, "for-gain", "covered: demanded (1) | 1 'for-gain' (coe/fr) | why: Demanded"),
        (CITED, "child-without-means", "implied: follows: no means needed (1) | 1 '' (coe/fr) | 1 'recruitment' | why: NoMeans"),
        (evolve(CITED, offences=(evolve(CITED.offences[0], by="a judge"),)), "for-gain", "covered: demanded (1) | 1 'for-gain' (coe/fr/a judge) | why: Demanded"),
        (evolve(CITED, offences=(evolve(CITED.offences[0], by="a judge"),)), "child-without-means", "implied: follows: no means needed (1) | 1 '' (coe/fr/a judge) | 1 'recruitment' | why: NoMeans"),
        (NO_OFFENCE, "consent-irrelevant", "implied: follows: no such element, and no rule in the general part (1, 1-10) | 1 '' | 1-10 '' | why: GeneralPart"),
        (NO_OFFENCE, "for-gain", "not-required: not required (1) | 1 '' | why: Free(1, False) named"),
        (evolve(NO_OFFENCE, lists={}), "for-gain", "silent: not known; read the whole text | the whole text '' | why: Unread(the whole text, , ) silent"),
        (evolve(NO_OFFENCE, lists={"acts": a_list("act", transfer=demanding("for-gain"))}), "for-gain", "partial/absent: demanded for transfer (1) | 1 'for-gain' | why: Demanded"),
        (evolve(UNREAD_LISTS, offences=()), "for-gain", "silent: not known; read 1 | 1 '' | why: Unread(1, , ) silent"),
        (DEFINED, "for-gain", "not-required: not required (1) | 1 '' | why: Free(1, False) named"),
        (law(offence("1", limb(NOT_SEEN))), "for-gain", "silent: not known; read 1 | 1 '' | why: Unread(1, , ) silent"),
        (law(offence("1"), offence("2", limb(requires=["for-gain"], at="2(1)"))), "for-gain", "partial/absent: demanded for recruitment (2(1)) | 2(1) 'for-gain' | why: Demanded"),
        (law(offence("1", limb(requires=["for-gain"])), offence("2", limb(requires=["for-gain"], at="2(1)"))), "for-gain", "covered: demanded (1, 2(1)) | 1 'for-gain' | 2(1) 'for-gain' | why: Demanded"),
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
        (clauses(WIDE), CLAUSE, "covered: 26 | 26 'shall not be punished' (coe) | why: "),
        (clauses(evolve(WIDE, also=(Evidence(at="27", words="nor fined"),), strength="shall", label="the clause", reading="Of fines?")), CLAUSE, "covered: 26, 27; the State must provide for it; the clause | 26 'shall not be punished' (coe) | 27 'nor fined' (coe) | why: Called | note: Of fines? | strength: shall"),
        (clauses(evolve(WIDE, mark="arguable", reading="Is a victim meant?")), CLAUSE, "open: open: arguable (26) | 26 'shall not be punished' (coe) | why: Doubted | note: Is a victim meant?"),
        (clauses(evolve(WIDE, mark="unseen")), CLAUSE, "silent: not known; read 26 | 26 'shall not be punished' (coe) | why: "),
        (clauses(evolve(WIDE, mark="unseen"), evolve(WIDE, at="27")), CLAUSE, "covered: 26, 27 | 26 'shall not be punished' (coe) | 27 'shall not be punished' (coe) | why: "),
        (clauses(evolve(WIDE, links=WIDE.links | DUE)), CLAUSE, "partial/absent: in part: demands besides direct consequence of the trafficking (26) | 26 'shall not be punished' (coe) | why: Narrower | rest: NotThere() absent absent"),
        (clauses(evolve(WIDE, links=WIDE.links | DUE, unlisted="silent")), CLAUSE, "partial/silent: in part: demands besides direct consequence of the trafficking (26) | 26 'shall not be punished' (coe) | why: Narrower | rest: Unread(26, , ) silent silent"),
        (clauses(evolve(WIDE, links=DUE)), CLAUSE, "partial/open: in part: asks instead: direct consequence of the trafficking (26) | 26 'shall not be punished' (coe) | why: Narrower | rest: NotThere() open open"),
        (clauses(evolve(WIDE, links=TIED)), CLAUSE, "covered: 26 | 26 'shall not be punished' (coe) | why: "),
        (clauses(evolve(WIDE, links=words("overborne"))), CLAUSE, "partial/absent: in part: demands besides could not control his or her actions (26) | 26 'shall not be punished' (coe) | why: Narrower | rest: NotThere() absent absent"),
        (clauses(evolve(WIDE, links={})), CLAUSE, "covered: 26 | 26 'shall not be punished' (coe) | why: "),
        (clauses(evolve(WIDE, offences=words("document-offences"))), CLAUSE, "partial/absent: in part: extends to document offences (26) | 26 'shall not be punished' (coe) | why: Narrower | rest: NotThere() absent absent"),
        (clauses(evolve(WIDE, offences={})), CLAUSE, "covered: 26 | 26 'shall not be punished' (coe) | why: "),
        (clauses(evolve(WIDE, offences={}, unlisted="silent")), CLAUSE, "partial/silent: in part: extends to what is not known (26) | 26 'shall not be punished' (coe) | why: Narrower | rest: Unread(26, , ) silent silent"),
        (clauses(evolve(WIDE, offences=words("criminal-offences", "administrative-offences"))), CLAUSE, "covered: 26 | 26 'shall not be punished' (coe) | why: "),
        (clauses(evolve(WIDE, offences=words("criminal-offences"))), CLAUSE, "partial/absent: in part: extends to criminal offences (26) | 26 'shall not be punished' (coe) | why: Narrower | rest: NotThere() absent absent"),
        (clauses(evolve(WIDE, offences=words("document-offences")), evolve(WIDE, at="27")), CLAUSE, "covered: 26, 27 | 26 'shall not be punished' (coe) | 27 'shall not be punished' (coe) | why: "),
        (clauses(evolve(WIDE, links=WIDE.links | DUE), evolve(WIDE, at="27", offences=words("document-offences"))), CLAUSE, "partial/absent: in part: demands besides direct consequence of the trafficking (26, 27) | 26 'shall not be punished' (coe) | 27 'shall not be punished' (coe) | why: Narrower | rest: NotThere() absent absent"),
        (clauses(evolve(WIDE, effects=words("no-detention"))), CLAUSE, "partial/absent: in part: the effect is no detention (26) | 26 'shall not be punished' (coe) | why: Narrower | rest: NotThere() absent absent"),
        (clauses(evolve(WIDE, effects=words("no-prosecution"))), CLAUSE, "covered: 26 | 26 'shall not be punished' (coe) | why: "),
        (clauses(evolve(WIDE, effects={}, unlisted="silent")), CLAUSE, "partial/silent: in part: the effect is what is not known (26) | 26 'shall not be punished' (coe) | why: Narrower | rest: Unread(26, , ) silent silent"),
        (clauses(evolve(WIDE, excluded=words("grave-offences"))), CLAUSE, "partial/absent: in part: excludes grave offences (26) | 26 'shall not be punished' (coe) | why: Narrower | rest: NotThere() absent absent"),
        (clauses(evolve(WIDE, conditions=words("domestic-law", "appropriate-cases"))), CLAUSE, "covered: 26 | 26 'shall not be punished' (coe) | why: "),
        (clauses(evolve(WIDE, conditions=words("identified-victim"))), CLAUSE, "partial/absent: in part: only: identified as a victim (26) | 26 'shall not be punished' (coe) | why: Narrower | rest: NotThere() absent absent"),
        (clauses(evolve(WIDE, beneficiary="adult-victim")), CLAUSE, "covered: 26 | 26 'shall not be punished' (coe) | why: "),
        (clauses(evolve(WIDE, source="round-table-2012", links=WIDE.links | DUE)), CLAUSE, "partial/silent: in part: demands besides direct consequence of the trafficking (26) | 26 'shall not be punished' (round-table-2012) | why: Narrower | rest: Unread(26, , ) silent silent"),
        (clauses(WIDE), "child-victim-not-punished", "covered: 26 | 26 'shall not be punished' (coe) | why: "),
        (clauses(evolve(WIDE, beneficiary="child-victim")), "child-victim-not-punished", "covered: 26 | 26 'shall not be punished' (coe) | why: "),
        (clauses(evolve(WIDE, beneficiary="child-victim")), CLAUSE, "silent: not known; read the rest of the instrument | the rest of the instrument '' | why: Unread(the rest of the instrument, , ) silent"),
        (clauses(HELPER), "offender-not-punished", "covered: 50 | 50 'who helps' | why: "),
        (clauses(HELPER), CLAUSE, "silent: not known; read the rest of the instrument | the rest of the instrument '' | why: Unread(the rest of the instrument, , ) silent"),
        (clauses(DURESS), CLAUSE, "open: no special clause (1-10 read); duress, 36 | 1-10 '' | 36 'under duress' | why: NoClause | note: Not of fear."),
        (clauses(DURESS), "offender-not-punished", "absent: no (1-10) | 1-10 '' | why: NoClause"),
        (clauses(DURESS), "victim-not-punished:links", "absent: no clause | 1-10 '' | why: NoClause"),
        (law(), CLAUSE, "absent: no (1-10) | 1-10 '' | why: NoClause"),
        (law(), "victim-not-punished:effects", "absent: no clause | 1-10 '' | why: NoClause"),
        (law(nothing_on={}, unread={"non-punishment": Place(at="26, not seen")}), CLAUSE, "silent: not known; read 26, not seen | 26, not seen '' | why: Unread(26, not seen, , ) silent"),
        (law(nothing_on={}), CLAUSE, "silent: not known; read the rest of the instrument | the rest of the instrument '' | why: Unread(the rest of the instrument, , ) silent"),
        (law(nothing_on={CLAUSE: Place(at="1-9")}), CLAUSE, "absent: no (1-9) | 1-9 '' | why: NoClause"),
        (law(unread={"non-punishment": Place(at="26, not seen")}), CLAUSE, "silent: not known; read 26, not seen | 26, not seen '' | why: Unread(26, not seen, , ) silent"),
        (clauses(WIDE), "victim-not-punished:effects", "covered: no penalty (26) | 26 'no penalty' (coe) | why: Says"),
        (clauses(evolve(WIDE, links=WIDE.links | DUE), evolve(WIDE, at="27", links=words("overborne", at="27"))), "victim-not-punished:links", "covered: compelled + direct consequence of the trafficking; could not control his or her actions (26, 27) | 26 'compelled' (coe) | 26 'direct consequence' (coe) | 27 'overborne' (coe) | why: Says"),
        (clauses(WIDE), "victim-not-punished:excluded", "absent: none stated (26) | 26 '' (coe) | why: NotStated"),
        (clauses(evolve(WIDE, unlisted="silent")), "victim-not-punished:excluded", "silent: not known; read 26 | 26 '' (coe) | why: Unread(26, , ) silent"),
        (clauses(WIDE, evolve(WIDE, at="27", unlisted="silent")), "victim-not-punished:excluded", "silent: not known; read 26 | 26 '' (coe) | why: Unread(26, , ) silent"),
        (clauses(WIDE), "compelled", "covered: 26 | 26 'compelled' (coe) | why: "),
        (clauses(WIDE, HELPER), "no-penalty", "covered: 26 | 26 'no penalty' (coe) | why: "),
        (clauses(WIDE), "overborne", "absent: none stated (26) | 26 'shall not be punished' (coe) | why: NotStated"),
        (clauses(evolve(WIDE, unlisted="silent")), "overborne", "silent: not known; read 26 | 26 'shall not be punished' (coe) | why: Unread(26, , ) silent"),
        (clauses(evolve(WIDE, mark="unseen")), "overborne", "silent: not known; read 26 | 26 'shall not be punished' (coe) | why: "),
        (law(), "overborne", "absent: no (1-10) | 1-10 '' | why: NoClause"),
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
        (read(), "aggravating", "organised-group", "silent: not in the sections read (2) | the general part '' | why: Sections"),
        (read(*GENERAL_READ), "aggravating", "organised-group", "absent: no (2) | 2 '' | why: NotThere(graver) absent"),
        (read(evolve(GENERAL_READ[0], read="part")), "aggravating", "organised-group", "silent: not in the sections read (2) | the rest of the general part '' | why: Sections"),
        (read(), "aggravating", "victim-under-sixteen", "implied: via child victim (2) | 2 'child victim' | why: Via(child-victim, graver) named | via: child-victim"),
        (read(*GENERAL_READ), "aggravating", "victim-under-sixteen", "implied: via child victim (2) | 2 'child victim' | why: Via(child-victim, graver) named | via: child-victim"),
        (read(), "aggravating", "child-victim", "covered: 2 | 2 'child victim' | why: Named(child-victim, graver) named"),
        (read(), "related", "attempt", "silent: not in the sections read (5-9) | the general part, the special part '' | why: Sections"),
        (read(*GENERAL_READ, SPECIAL), "related", "attempt", "silent: not in the sections read (5-9) | the rest of the special part '' | why: Sections"),
        (read(*GENERAL_READ, evolve(SPECIAL, read="full")), "related", "attempt", "absent: no (5-9) | 5-9 '' | why: NotThere() absent"),
        (read(), "non-punishment", CLAUSE, "silent: not in the sections read (26) | the general part, the special part, the law of criminal procedure '' | why: Sections"),
        (read(*GENERAL_READ, SPECIAL), "non-punishment", CLAUSE, "silent: not in the sections read (26) | the rest of the special part, the law of criminal procedure '' | why: Sections"),
        (read(*GENERAL_READ, evolve(SPECIAL, read="full"), COURT), "non-punishment", CLAUSE, "absent: no (26) | 26 '' | why: NoClause"),
        (read(place=SEARCHED), "non-punishment", CLAUSE, "absent: no (26) | 26 '' | why: NoClause"),
        (read(place=evolve(SEARCHED, searched=("victim",))), "non-punishment", CLAUSE, "silent: not in the sections read (26) | the general part, the special part, the law of criminal procedure '' | why: Sections"),
        (read(clauses=(DURESS,)), "non-punishment", CLAUSE, "open: no special clause (26 read); duress, 36 | 26 '' | 36 'under duress' | why: NoClause | note: Not of fear."),
        (read(clauses=(WIDE,)), "non-punishment", "victim-not-punished:excluded", "absent: none stated (26) | 26 '' (coe) | why: NotStated"),
        (read(clauses=(WIDE,)), "non-punishment", "overborne", "absent: none stated (26) | 26 'shall not be punished' (coe) | why: NotStated"),
        (read(), "non-punishment", "victim-not-punished:links", "silent: not in the sections read (26) | the general part, the special part, the law of criminal procedure '' | why: Sections"),
        (read(kind="treaty"), "non-punishment", CLAUSE, "absent: no (26) | 26 '' | why: NoClause"),
        (read(kind="treaty"), "aggravating", "organised-group", "absent: no (2) | 2 '' | why: NotThere(graver) absent"),
        (read(), "means", "abduction", "partial/absent: in part: abduction by deception (1) | 1 'deception' | why: Via(deception, means) named | named: abduction-by-deception | rest: NotThere(means) absent absent"),
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
        (punished(YOUNG, GANG), BASE, "covered: 3-6 years (1) | 1 'three to six years' | why: Terms"),
        (punished(limbs=[limb(victims=("child",))]), BASE, "silent: not known; read the rest of the instrument | the rest of the instrument '' | why: Unread(the rest of the instrument, , ) silent"),
        (punished(penalty=NOT_SEEN_PENALTY), BASE, "silent: not known; read 1, sanction | 1, sanction '' | why: Terms"),
        (punished(penalty=None), BASE, "silent: not known; read 1 | 1 '' | why: Terms"),
        (punished(penalty=None, nothing_on=NOTHING), BASE, "absent: no (1-20) | 1-20 '' | why: NotThere() absent"),
        (punished(penalty=None, kind="treaty"), BASE, "silent: not known; read the rest of the instrument | the rest of the instrument '' | why: Unread(the rest of the instrument, , ) silent"),
        (punished(penalty=None, kind="treaty", nothing_on=NOTHING), BASE, "absent: no (1-20) | 1-20 '' | why: NotThere() absent"),
        (punished(penalty=Penalty(words="effective penalties"), kind="treaty"), BASE, "covered: no term stated (1) | 1 'effective penalties' | why: Terms"),
        (punished(others=(offence("8", limb(), penalty=GRAVE),)), BASE, "covered: 3-6 years (1); 5-10 years (2, sanction) | 1 'three to six years' | 2, sanction 'five to ten' | why: Terms"),
        (evolve(punished(), offences=(offence("8", limb(), kind="related", penalty=GRAVE),)), BASE, "covered: 5-10 years (2, sanction) | 2, sanction 'five to ten' | why: Terms"),
        (punished(penalty=evolve(TERM, source="coe", lang="en", by="a judge")), BASE, "covered: 3-6 years (1) | 1 'three to six years' (coe/en/a judge) | why: Terms"),
        (punished(YOUNG, GANG), CHILD, "covered: 5-10 years (2, sanction) | 2, sanction 'five to ten' | why: Terms"),
        (punished(YOUNG, YOUNGER), CHILD, "covered: 5-10 years (2, sanction); up to life (3, only: victim under fourteen) | 2, sanction 'five to ten' | 3 'for life' | why: Terms"),
        (punished(evolve(YOUNG, all=True)), CHILD, "covered: 5-10 years (2, sanction, only: victim under fourteen) | 2, sanction 'five to ten' | why: Terms"),
        (punished(evolve(YOUNG, effect="factor")), CHILD, "covered: 3-6 years (1): no separate form | 1 'three to six years' | why: Terms"),
        (punished(GANG), CHILD, "covered: 3-6 years (1): no separate form | 1 'three to six years' | why: Terms"),
        (punished(UNSURE), CHILD, "silent: not known; read 99; seen: 3-6 years (1) | 99 '' | 1 'three to six years' | why: Unread(99, , ) silent; Terms"),
        (punished(GANG, unread={"aggravating": Place(at="2-9")}), CHILD, "silent: not known; read 2-9; seen: 3-6 years (1) | 2-9 '' | 1 'three to six years' | why: Unread(2-9, , ) silent; Terms"),
        (punished(penalty=None, unread={"aggravating": Place(at="2-9")}), CHILD, "silent: not known; read 2-9 | 2-9 '' | why: Unread(2-9, , ) silent"),
        (punished(limbs=[limb(victims=GROWN)]), CHILD, "silent: not known; read the rest of the instrument | the rest of the instrument '' | why: Unread(the rest of the instrument, , ) silent"),
        (punished(limbs=[limb(victims=GROWN)], others=(ON_CHILDREN,)), CHILD, "covered: up to life (6) | 6 'for life' | why: Terms"),
        (punished(graver_for="young"), CHILD, "covered: 3-6 years (1) | 1 'three to six years' | why: Terms"),
        (punished(GANG, YOUNG), HIGHEST, "covered: 5-10 years (2, sanction) | 2, sanction 'five to ten' | why: Terms"),
        (punished(GANG), HIGHEST, "covered: 3-6 years, raised by 1/3 to 1/2 (4) | 4 'raised' | why: Terms"),
        (punished(YOUNG, YOUNGER), HIGHEST, "covered: up to life (3) | 3 'for life' | why: Terms"),
        (punished(evolve(YOUNG, effect="lesser")), HIGHEST, "covered: 3-6 years (1) | 1 'three to six years' | why: Terms"),
        (punished(evolve(YOUNG, penalty=None)), HIGHEST, "silent: not known; read 2; seen: 3-6 years (1) | 2 '' | 1 'three to six years' | why: Unread(2, , ) silent; Terms"),
        (punished(evolve(YOUNG, penalty=None), penalty=None), HIGHEST, "silent: not known; read 1; not known; read 2 | 1 '' | 2 '' | why: Terms"),
        (punished(YOUNG, unread={"penalty": Place(at="2-9")}), HIGHEST, "silent: not known; read 2-9; seen: 5-10 years (2, sanction) | 2-9 '' | 2, sanction 'five to ten' | why: Unread(2-9, , ) silent; Terms"),
        (punished(evolve(YOUNG, penalty=Penalty(words="graver")), penalty=Penalty(words="effective"), kind="treaty"), HIGHEST, "covered: no term stated (2) | 2 'graver' | why: Terms"),
        (punished(YOUNG, GANG), "confiscation", "covered: mandatory (1) | 1 'three to six years' | why: Measures"),
        (punished(YOUNG, GANG), "disqualification", "covered: optional, up to 3 years (1) | 1 'three to six years' | why: Measures"),
        (punished(penalty=evolve(TERM, confiscation="optional"), others=(ON_CHILDREN,)), "confiscation", "covered: optional (1) | 1 'three to six years' | why: Measures"),
        (punished(evolve(YOUNG, penalty=evolve(GRAVE, confiscation="mandatory"))), "confiscation", "covered: mandatory (1, 2, sanction) | 1 'three to six years' | 2, sanction 'five to ten' | why: Measures"),
        (punished(penalty=evolve(TERM, confiscation="no")), "confiscation", "absent: no (1) | 1 'three to six years' | why: NotThere() absent"),
        (punished(evolve(YOUNG, penalty=None), penalty=evolve(TERM, confiscation="no")), "confiscation", "silent: not known; read 2; seen: no (1) | 2 '' | 1 'three to six years' | why: Unread(2, , ) silent; Measures"),
        (punished(GANG, penalty=evolve(TERM, confiscation="no")), "confiscation", "silent: not known; read the rest of the instrument | the rest of the instrument '' | why: Unread(the rest of the instrument, , ) silent"),
        (punished(penalty=evolve(TERM, confiscation="not-stated")), "confiscation", "silent: not known; read the rest of the instrument | the rest of the instrument '' | why: Unread(the rest of the instrument, , ) silent"),
        (punished(penalty=evolve(TERM, confiscation="not-stated"), kind="treaty"), "confiscation", "absent: no (1) | 1 'three to six years' | why: NotThere() absent"),
    ],
)  # fmt: skip
def test_of_penalties_and_measures(version, concept, says):
    assert whole(version, "penalty", concept) == says


# -- what a list that is not of the base offence is used for ----------------------------------------------

USES = law(
    offence("1", limb(), tiers=(Tier("2", "graver"), Tier("3", "milder", effect="lesser"), Tier("4", "both"), Tier("5", "both", effect="lesser"), Tier("6", "weighed", effect="factor"))),
    offence("7", limb("acts", "means", "of-children", victims=("child",)), graver_for="whole"),
    offence("8", limb("acts", "means", "of-helpless", victims=("child", "incapacitated"))),
    offence("9", limb("defined", "means", "purposes"), provision="definition"),
    offence("10", limb("acts", "kept", "purposes", requires=["woman"]), kind="related", tiers=(Tier("11", "graver-kept"),)),
    lists={name: a_list("purpose" if name.startswith("of-") else "aggravating", "begging" if name.startswith("of-") else "child-victim") for name in ("graver", "milder", "both", "weighed", "whole", "of-children", "of-helpless", "graver-kept", "spare")}
    | {"defined": a_list("act", "exploiting"), "kept": a_list("means", "abduction")},
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "used"),
    [
        ("graver", "aggravating"), ("milder", "lesser"), ("both", "aggravating"), ("weighed", "aggravating"),
        ("whole", "aggravating"), ("of-children", "child"), ("of-helpless", "other-victims"), ("defined", "definition"),
        ("kept", "related-offence"), ("graver-kept", "related-offence"), ("spare", "unused"),
    ],
)  # fmt: skip
def test_what_a_list_is_used_for(name, used):
    assert use(Law(USES, WORDS), name) == used


def test_what_a_law_names_is_told_with_the_facet_of_its_role():
    of = law(
        offence("1", limb(requires=["travel"])),
        offence("10", limb(), kind="related", tiers=(Tier("11", "kept"),)),
        acts=a_list("act", "recruitment", transfer=demanding("for-gain", "travel")),
        lists={
            "kept": a_list("aggravating", "child-victim"),
            "graver": a_list("aggravating", "public-official"),
            "related": a_list("related", "attempt", "confiscation"),
            "sent": a_list("reference", "slavery"),
        },
    )
    assert list(named(Law(of, WORDS))) == [
        ("element", "recruitment"), ("element", "transfer"), ("means", "deception"), ("purpose", "forced-labour"),
        ("aggravating", "public-official"), ("related", "attempt"), ("penalty", "confiscation"),
        ("element", "travel"), ("element", "for-gain"), ("element", "travel"),
    ]  # fmt: skip


# -- what is compared of two findings ---------------------------------------------------------------------

FOUND = Finding(
    "covered",
    (Way(Layer.NAMED, Named("fraud", "means"), frozenset({"woman"})),),
    (Evidence(at="1"),),
)
PRICE = Penalty(max_years=3, words="three", gloss="g", at="1", source="s", lang="l", by="b")
SANCTION = Sanction(PRICE, None, "1", ("woman",))


@pytest.mark.parametrize(
    ("because", "substance", "compared"),
    [
        (Named("fraud", "means"), ("Named", "fraud", frozenset()), None),
        (Via("deception", "means"), ("Via", "deception", frozenset()), None),
        (Opened("means"), None, None),
        (Unread("99"), None, None),
        (Terms((SANCTION, SANCTION), separate=False), ("Terms", ((Penalty(max_years=3), ("woman",)),), False), True),
        (Terms((evolve(SANCTION, unseen=True),)), ("Terms", ((None, ("woman",)),), True), True),
        (Measures((("mandatory", 3, ("1", "2")),)), ("Measures", (("mandatory", 3),)), True),
        (NoClause((("duress", "36"),)), ("NoClause", ("duress",)), None),
        (FreeWhere(("woman",), "1"), ("FreeWhere", ("woman",)), None),
        (Sections("1-9"), ("Sections",), None),
        (FreeFor((("recruitment",), "12"), arguable=True), ("FreeFor", (("recruitment",),), True), None),
        (Says((("compelled",),), every=True), (Says((("compelled",),), every=True),), True),
        (GraverOnly(), (GraverOnly(),), None),
    ],
)  # fmt: skip
def test_what_a_finding_says_is_told_without_where_it_is_said(because, substance, compared):
    way = (
        Way(Layer.NAMED, because) if isinstance(because, Named | Via | Opened | Unread) else because
    )
    found = evolve(FOUND, because=(way,))
    assert found.substance[5] == ((substance,) if substance else ())
    assert found.compared[3] == ((substance,) if compared else ())


def test_what_is_compared_is_the_status_the_rest_and_what_is_demanded():
    assert FOUND.compared == ("covered", None, frozenset({"woman"}), ())
    more = evolve(
        FOUND, because=(*FOUND.because, FreeWhere(("for-gain",), "2")), evidence=(), notes=("n",)
    )
    assert more.compared == ("covered", None, frozenset({"woman", "for-gain"}), ())
    there = Elsewhere("aggravating", (Evidence(at="5"),), "fraud", "UNTOC 10")
    told = evolve(FOUND, elsewhere=(there,), via="deception", named=("blackmail",), strength="may")
    assert told.substance == (
        "covered", None, "deception", ("blackmail",), "may", (("Named", "fraud", frozenset({"woman"})),),
        (("aggravating", "fraud", "UNTOC 10"),),
    )  # fmt: skip
    assert told.demands == frozenset({"woman"})
    assert Finding("absent").demands == frozenset()


def test_a_word_is_arguable_where_it_is_there_and_bears_another_reading():
    def open_by(because, concept="fraud"):
        way = Way(Layer.OPEN, because) if isinstance(because, Named | Via | Opened) else because
        return Finding("open", (way,), concept=concept)

    assert open_by(Named("fraud", "means")).arguable
    assert open_by(Via("fraud", "means")).arguable
    assert open_by(Doubted()).arguable
    assert not open_by(Via("deception", "means")).arguable
    assert not open_by(Opened("means")).arguable
    assert not evolve(open_by(Named("fraud", "means")), status="covered").arguable
    assert Finding("silent", (Sections("1"),)).seen
    assert Finding("silent", (GeneralPart(),)).seen
    assert not Finding("silent", (Way(Layer.SILENT, Unread("1")),)).seen
    assert Finding("open").seen
    assert Finding("covered").spoken
    assert Finding("partial", facet="non-punishment").spoken
    assert not Finding("partial").spoken


def test_a_finding_shows_itself_with_as_much_as_it_knows():
    assert repr(Finding("absent")) == "<Finding element/: absent>"
    told = evolve(FOUND, instrument="draft@2012-01-01", facet="means", concept="fraud", evidence=(Evidence(at="1"), Evidence(), Evidence(at="1"), Evidence(at="2")))  # fmt: skip
    assert repr(told) == "<Finding draft@2012-01-01 means/fraud: covered, 1, 2>"


@pytest.mark.parametrize(
    ("mark", "layers"),
    [
        ("stated", ["NAMED", "SILENT", "OPEN", "ABSENT"]),
        ("arguable", ["OPEN", "SILENT", "OPEN", "ABSENT"]),
        ("unseen", ["SILENT", "SILENT", "SILENT", "ABSENT"]),
    ],
)
def test_the_mark_of_a_limb_holds_its_words_down_and_leaves_an_absence(mark, layers):
    ways = [Way(layer, Named("fraud", "means"), frozenset({"woman"})) for layer in Layer]
    held = [floored(way, mark) for way in ways]
    assert [w.layer.name for w in held] == layers
    assert {(w.because, w.demands) for w in held} == {(ways[0].because, ways[0].demands)}


def test_the_first_status_that_applies():
    own = Way(Layer.NAMED, Named("fraud", "means"))
    demanded, opened = evolve(own, demands=frozenset({"woman"})), Way(Layer.OPEN, Opened("means"))
    gone, hidden = Way(Layer.ABSENT, NotThere("means")), Way(Layer.SILENT, Unread("9"))
    doubted = Way(Layer.OPEN, Named("fraud", "means"), frozenset({"woman"}))
    assert status_of("fraud", {"fraud": (own, gone)}) == ("covered", frozenset())
    assert status_of("deception", {"fraud": (own,)}) == ("implied", frozenset())
    assert status_of("deception", {"fraud": (own,), "x": (gone,)}) == ("partial", {Layer.ABSENT})
    assert status_of("fraud", {"fraud": (demanded, opened)}) == ("partial", {Layer.OPEN})
    assert status_of("fraud", {"fraud": (demanded, doubted)}) == ("partial", {Layer.ABSENT})
    assert status_of("fraud", {"fraud": (hidden,), "x": (opened,)}) == ("silent", frozenset())
    assert status_of("fraud", {"fraud": (gone,), "x": (opened,)}) == ("open", frozenset())
    assert status_of("fraud", {"fraud": (gone,)}) == ("absent", frozenset())
    assert status_of("fraud", {}) == ("absent", frozenset())
