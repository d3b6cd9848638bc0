"""The work list: missing, doubtful, not read, met; every step where the words stand."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from agreement import agree
from attrs import evolve

import provisions
from comparators import gaps
from comparators.boxes import TooIntricateError
from comparators.cases import asked_by
from comparators.edits import Word
from comparators.law import Law
from comparators.marks import Under, of_status, standing
from comparators.modes.gaps import of_gaps, work_lists
from comparators.reach import Kind
from comparators.verdicts import NoStandardError, Told
from comparators.wording.cells import value
from comparators.wording.verdicts import tell
from comparators.wording.worklist import missing_title, now, outcome, step, to_read
from comparators.wording.worklist import steps as told_steps
from comparators.worklist import listed
from provisions.records import NOT_REQUIRED, Binding, Clause, Entry, Evidence, List, Tier
from provisions.vocabulary import Thesaurus

sys.path.insert(0, str(Path(__file__).parent))
from small import a_list, limb, offence
from small import law as law_of

DRAFTS = Path(__file__).parents[1] / "drafts"
WORDS = provisions.thesaurus()
COE = provisions.get("CoE")


def drafted(name: str):
    return gaps(DRAFTS / f"{name}.toml", "CoE")


def advised(found):
    """The steps, missing and doubtful."""
    return (*found.missing, *found.doubtful)


def steps(found) -> list[str]:
    words = found.under.law.words
    return [step(words, s, found.standards) for s in advised(found)]


def words_of(found) -> list[str]:
    """The words that are advised, one for each edit."""
    return [e.concept for s in advised(found) for e in s.edits if isinstance(e, Word)]


def silent(law, *names: str, to_read: str = "2, definition"):
    """A law some lists of which were not read at all."""
    lists = dict(law.lists)
    for name in names:
        lists[name] = evolve(lists[name], entries={}, unlisted="silent", to_read=to_read)
    return evolve(law, lists=lists)


def full():
    return provisions.load(DRAFTS / "full.toml")


# -- the fewest edits, each where the words stand ---------------------------------------------------


@pytest.mark.parametrize(
    ("name", "word", "facet"),
    [
        ("shared", "slavery", "purposes"),
        ("shared-acts", "receipt", "acts"),
        ("extra-means", "slavery", "purposes"),
        ("extra-act", "slavery", "purposes"),
        ("one-purpose-more", "abuse-of-vulnerability", "means"),
        ("no-means", "organ-removal", "purposes"),
        ("means-gap-u21", "abuse-of-power", "means"),
        ("overlap-act", "abuse-of-power", "means"),
    ],
)
def test_one_missing_word_is_one_edit_in_its_list(name, word, facet):
    found = drafted(name)
    assert words_of(found) == [word]
    (only,) = steps(found)
    assert only.startswith(f"add {WORDS.label(word)!r} to the {facet}")
    assert len(found.missing) == 1
    assert found.doubtful == ()
    assert found.verdict.verdict == "no"
    assert found.suffices
    assert any("without any one of them something is" in line for line in outcome(found))
    assert found.unsettled == ()


def test_what_a_step_reaches_beyond_the_standard_is_said_at_the_step():
    (only,) = steps(drafted("extra-means"))
    beyond = "This reaches more than the standard asks: "
    whom = "against an adult or an adult deprived of capacity"
    assert only.splitlines()[1] == f"{beyond}{whom}: by abuse of trust"
    (only,) = steps(drafted("extra-act"))
    assert only.splitlines()[1] == f"{beyond}keeping or holding"
    assert "reaches more" not in steps(drafted("shared"))[0]


def test_a_law_without_means_stays_without_means():
    after = drafted("no-means").amended
    assert {x.means for o in after.offences for x in o.limbs} == {NOT_REQUIRED}


def test_a_law_with_all_of_the_convention_has_nothing_to_amend():
    found = drafted("full")
    assert found.verdict.verdict == "yes"
    assert (found.missing, found.doubtful) == ((), ())
    assert found.amended == found.law
    assert list(outcome(found)) == ["Nothing of the definition (4, 18) is to be amended."]


def test_a_demand_of_one_limb_hides_nothing_that_the_others_lack():
    found = drafted("means-gap-u21")
    (gap,) = found.verdict.gaps
    assert (gap.kind, gap.only, gap.at) == (Kind.ONLY, (("woman",),), ("1(3)",))
    assert found.verdict.demands == ()
    assert "drop" not in steps(found)[0]
    assert found.under.marked("means", "abuse-of-power").action == "missing"


def test_an_act_that_only_overlaps_hides_nothing():
    found = drafted("overlap-act")
    (gap,) = found.verdict.gaps
    acts = [t.concept for t in gap.acts.words]
    assert "transportation" not in acts
    assert {"recruitment", "transfer", "harbouring"} <= set(acts)
    asked = [
        q for q in found.verdict.open_questions if ("means", Told("abuse-of-power")) in q.words
    ]
    assert ("act", Told("transportation")) in [w for q in asked for w in q.within]


def test_a_demand_before_everything_is_dropped_in_one_step():
    found = drafted("cross-border")
    (demand,) = found.verdict.demands
    assert demand.only == (("cross-border",),)
    assert found.verdict.gaps == ()
    (only,) = steps(found)
    assert "drop the demand 'crossing a State border'" in only


def test_a_step_that_drops_a_demand_says_what_the_law_has_now():
    (only,) = (s for s in advised(drafted("open-list-with-demand")) if s.drops)
    assert only.of == ("organ-removal",)
    assert ("organ-removal", "partial") in [(f.concept, f.status) for f in only.now]


def test_what_the_law_has_is_told_word_by_word_and_of_a_demand_its_own_words():
    law = full()
    purposes = law.lists["purposes"]
    kept = {c: e for c, e in purposes.entries.items() if c not in ("servitude", "organ-removal")}
    doubtful = evolve(kept["slavery"], mark="arguable", reading="other services")
    kept["slavery"] = doubtful
    less = evolve(law, lists={**law.lists, "purposes": evolve(purposes, entries=kept)})
    report = of_gaps((gaps(less, COE, words=WORDS),), None)
    told = "\n".join(row[4].text for grid in report.grids for row in grid.rows if len(row) == 5)
    assert {"no (1(1))", "'slavery': open: arguable (1(1))"} < set(told.splitlines())
    (crossing,) = of_gaps((drafted("cross-border"),), None).grids[0].rows
    assert (crossing[3].text, crossing[4].text) == ("no such demand (4(a); 4(c))", "demanded (5)")


def test_of_one_list_that_several_steps_widen_what_lies_beyond_is_said_once():
    law = drafted("extra-means").law
    acts = law.lists["acts"]
    kept = {c: e for c, e in acts.entries.items() if c != "receipt"}
    less = evolve(law, lists={**law.lists, "acts": evolve(acts, entries=kept)})
    found = gaps(less, COE, words=WORDS)
    assert len(found.missing) == 2
    told = list(told_steps(WORDS, found.missing, found.standards))
    same = len({s.beyond for s in found.missing}) == 1
    assert ["more than the standard asks" in text for text in told] == [True, not same]


def test_a_word_that_one_list_has_is_added_to_no_other_where_its_limb_lacks_an_act():
    sexual = ("prostitution-of-others", "sexual-exploitation")
    lists = {
        "more-acts": a_list("act", "recruitment", at="2"),
        "sexual": a_list("purpose", *sexual, at="2"),
    }
    labour = limb(means=NOT_REQUIRED)
    of = law_of(
        offence("1", labour, limb("more-acts", "means", "sexual", at="2")),
        lists=lists, purposes=("forced-labour", "slavery"),
    )  # fmt: skip
    standard = law_of(
        acts=("recruitment", "transfer", "receipt"),
        purposes=(*sexual, "forced-labour", "slavery"), name="standard",
    )  # fmt: skip
    edits = {e for s in gaps(of, standard, words=WORDS).missing for e in s.edits}
    assert edits == {Word(n, c) for n in ("acts", "more-acts") for c in ("transfer", "receipt")}


def test_a_word_goes_to_the_list_that_bears_it_arguably():
    lists = {"sexual": a_list("purpose", "sexual-exploitation", "prostitution-of-others", at="2")}
    of = law_of(
        offence("1", limb(means=NOT_REQUIRED), limb(purposes="sexual", at="2")),
        lists=lists, purposes=("involuntary-servitude",),
    )  # fmt: skip
    purposes = (*lists["sexual"].entries, "involuntary-servitude", "servitude")
    standard = law_of(purposes=purposes, name="standard")
    (only,) = gaps(of, standard, words=WORDS).doubtful
    assert only.edits == (Word("purposes", "servitude"),)


def test_an_umbrella_is_told_with_the_standards_words_under_it():
    law = full()
    means = law.lists["means"]
    entries = {"fraud": means.entries["fraud"], "abduction": means.entries["abduction"]}
    less = evolve(law, lists={**law.lists, "means": evolve(means, entries=entries)})
    found = gaps(less, COE, words=WORDS)
    told = steps(found)[0]
    assert "threat of force" in told
    assert told.index("threat of force") < told.index("other forms of coercion")


# -- what was not read ------------------------------------------------------------------------------


def test_of_a_record_without_a_word_nothing_is_advised():
    found = gaps(silent(full(), "acts", "means", "purposes"), COE, words=WORDS)
    assert found.verdict.verdict == "undetermined"
    assert (found.missing, found.doubtful) == ((), ())
    assert next(p.at for p in found.not_read) == "2, definition"
    said = list(outcome(found))
    assert all("without any one" not in line for line in said)
    assert any("read first" in line for line in said)


def test_an_article_that_was_not_seen_is_to_be_read():
    law = full()
    offence = law.offences[0]
    limbs = tuple(evolve(x, mark="unseen", reading="not held") for x in offence.limbs)
    unseen = evolve(law, offences=(evolve(offence, limbs=limbs),))
    found = gaps(unseen, COE, words=WORDS)
    assert found.verdict.verdict == "undetermined"
    assert (found.missing, found.doubtful) == ((), ())
    assert found.not_read


def test_a_note_that_was_not_seen_is_one_place_to_read():
    found = gaps(silent(full(), "purposes", to_read="181, note"), COE, words=WORDS)
    assert (found.missing, found.doubtful) == ((), ())
    note = next(p for p in found.not_read if p.at == "181, note")
    assert "slavery" in [t.concept for _, t in note.words]


def test_what_the_words_leave_open_is_doubtful_and_told_once_where_it_stands():
    law = full()
    purposes = law.lists["purposes"]
    doubtful = evolve(purposes.entries["servitude"], mark="arguable", reading="other services")
    entries = {**purposes.entries, "servitude": doubtful}
    second = evolve(law.offences[0], id="2", at="2(1)")
    shared = evolve(
        law,
        lists={**law.lists, "purposes": evolve(purposes, entries=entries)},
        offences=(*law.offences, second),
    )
    found = gaps(shared, COE, words=WORDS)
    assert found.missing == ()
    (only,) = found.doubtful
    assert only.plain == ("servitude",)
    assert only.at == purposes.at


def test_every_word_that_hangs_on_a_place_is_said():
    found = gaps(silent(full(), "acts", "means", "purposes"), COE, words=WORDS)
    (place, *_) = found.not_read
    asked = [c for role in asked_by(Law(COE, WORDS)).words.values() for c in role]
    assert len(asked) > 20
    assert all(WORDS.label(c) in to_read(WORDS, place) for c in asked)
    told = tell(found.verdict)
    assert "every act (5)" in told
    assert "every means (9)" in told
    assert "every purpose (7)" in told


def test_the_answer_is_said_once_and_one_question_of_several_places_is_told_once():
    found = gaps("Kazakhstan@2006-03-02", "CoE")
    text = str(found)
    assert text.count("cannot be said") == 1
    organs = "removal of organs: does this aggravated form say the offence again"
    assert " ".join(text.split()).count(organs) == 1
    assert "(read 128(2)(ж), 133(2)(е))" in " ".join(text.split())


def test_a_section_sought_in_a_few_places_is_not_read_and_never_missing():
    found = drafted("full")
    assert not found.rows_of("missing")
    places = {r.concept for r in found.rows_of("not-read")}
    assert {"child-victim", "attempt", "victim-not-punished"} <= places
    assert {r.finding.status for r in found.rows_of("not-read")} == {"silent"}
    assert [place.at for place in found.not_read] == [
        "the general part",
        "the general part, the special part",
        "the general part, the special part, the law of criminal procedure",
    ], "one line a place: the chapters in which it could stand, not the sections that were read"


def test_two_texts_of_one_instrument_are_told_by_their_dates_everywhere():
    found = gaps("Kazakhstan@2013-07-04", "Kazakhstan@2006-03-02")
    report = of_gaps((found,), None)
    assert "Kazakhstan (text of 2006-03-02)" in report.title
    assert "Kazakhstan (text of 2013-07-04)" in report.title


# -- several standards, several laws ------------------------------------------------------------------


def test_of_two_texts_of_one_law_every_sentence_has_its_date():
    old, new = (provisions.get(f"Kazakhstan@{d}") for d in ("2006-03-02", "2013-07-04"))
    every = work_lists((COE, old, new), None, WORDS)
    report = of_gaps(every, None)
    said = [report.title, *report.notes, *(grid.title for grid in report.grids)]
    said += [x for section in report.sections for x in (section.title, *section.lines)]
    for line in (x for x in said if "Kazakhstan" in x):
        assert line.count("Kazakhstan") == line.count("Kazakhstan (text of "), line
    assert [g.law.key for g in every] == [old.key, new.key]
    assert len({grid.title for grid in report.grids}) == len(report.grids)
    (dated,) = (g.law for g in work_lists((old, new), None, WORDS))
    assert dated.name == "Kazakhstan"


def test_two_standards_at_once_are_asked_together():
    law = full()
    one, both = gaps(law, COE, words=WORDS), gaps(law, COE, provisions.get("EU"), words=WORDS)
    assert one.verdict.verdict == "yes"
    assert both.verdict.verdict != "yes"
    assert words_of(both)
    assert not words_of(one)
    assert {s.id for s in both.standards} == {"coe", "eu"}


def test_an_instrument_without_an_offence_is_a_note_and_the_others_are_answered():
    versions = [provisions.get(n) for n in ("CoE", "ILO P029", "Armenia@2011-03-01")]
    first, second = gaps(versions[1], COE), gaps(versions[2], COE)
    assert first.verdict is None
    assert first.note.startswith("ILO P029 lays down no offence")
    assert second.verdict is not None
    report = of_gaps((first, second), None)
    assert any(first.note in line for s in report.sections for line in s.lines)


def test_the_standards_are_what_stands_before_the_first_law():
    names = ("CoE", "EU", "Armenia", "Kazakhstan")
    versions = [provisions.get(n) for n in names]
    assert [[v.id for v in some] for some in standing(versions)] == [
        ["coe", "eu"],
        ["armenia", "kazakhstan"],
    ]
    assert [v.id for v in standing(versions[2:])[0]] == ["armenia"]
    assert [v.id for v in standing(versions[:2])[0]] == ["coe"], "the last is always asked"


def test_the_verb_is_that_of_who_is_bound():
    law = drafted("shared").law
    assert "asks for" in missing_title(gaps(law, COE, words=WORDS))
    bound = evolve(COE, binding={law.id: Binding(since=COE.in_force.since)})
    assert "obliges Draft to have" in missing_title(gaps(law, bound, words=WORDS))
    absent = evolve(COE, binding={law.id: Binding(party=False)})
    assert "asks for" in missing_title(gaps(law, absent, words=WORDS))
    assert "obliges" not in str(gaps(law, absent, words=WORDS))


# -- a graver article on children, a list used elsewhere ----------------------------------------------


def test_a_graver_article_with_a_list_of_its_own_gets_its_line():
    law = drafted("no-means").law
    lists = dict(law.lists)
    lists["p2"] = evolve(lists["p"], at="2(1)")
    lists["young"] = evolve(lists["acts"], role="aggravating", at="2(1)", entries={"child-victim": Entry(words="a minor")})  # fmt: skip
    graver = evolve(
        law.offences[0], id="2", at="2(1)", graver_for="young",
        limbs=tuple(evolve(x, purposes="p2", victims=("child",)) for x in law.offences[0].limbs),
    )  # fmt: skip
    both = evolve(law, lists=lists, offences=(*law.offences, graver))
    found = gaps(both, COE, words=WORDS)
    assert [s.graver for s in advised(found)] == [("2(1)",)]
    assert "2(1) has a list of its own" in steps(found)[0]


def test_another_offence_that_uses_the_list_is_named():
    law = drafted("shared").law
    kidnapping = evolve(law.offences[0], id="5", at="5(3)", kind="related")
    found = gaps(evolve(law, offences=(*law.offences, kidnapping)), COE, words=WORDS)
    assert [s.also for s in advised(found)] == [("5(3)",)]


# -- marks: cell, list and verdict from the same values -----------------------------------------------

PAIRS = [
    ("armenia", "coe"), ("belarus", "palermo"), ("germany", "eu"), ("kazakhstan", "coe"),
    ("moldova", "palermo"), ("russia", "coe"), ("serbia", "eu"), ("united-kingdom", "coe"),
]  # fmt: skip
"""Every pair: ``tests/slow/test_every_pair.py``."""


@pytest.mark.parametrize(("name", "standard"), PAIRS)
def test_cell_mark_work_list_and_verdict_agree(name, standard):
    agree(name, standard)


def test_no_word_of_a_record_without_a_word_is_met():
    found = gaps(silent(full(), "acts", "means", "purposes"), COE, words=WORDS)
    marks = {r.concept: r.mark for r in found.rows if r.facet in ("element", "means", "purpose")}
    asked = ("recruitment", "fraud", "other-coercion", "slavery", "organ-removal")
    assert {marks[concept] for concept in asked} == {"?"}
    words = {t.concept for place in found.not_read for _, t in place.words}
    assert {"recruitment", "fraud", "slavery"} <= words, "all that hangs on the place to read"


def test_what_is_open_behind_acts_that_were_not_seen_is_doubtful_itself():
    law = full()
    doubtful = evolve(law.lists["means"].entries["fraud"], mark="arguable", reading="deceit")
    means = {"fraud": doubtful}
    lists = {**law.lists, "means": evolve(law.lists["means"], entries=means)}
    found = gaps(silent(evolve(law, lists=lists), "acts"), COE, words=WORDS)
    marks = {r.concept: r.mark for r in found.rows}
    assert (marks["recruitment"], marks["fraud"], marks["slavery"]) == ("?", "~", "✓")


@pytest.mark.parametrize("concept", ["abuse-of-power", "payments-or-benefits", "other-coercion"])
def test_means_that_are_wanted_for_one_purpose_alone_are_in_part_in_the_cell_and_missing(concept):
    found = drafted("means-for-one-purpose")
    (row,) = (r for r in found.rows if r.concept == concept)
    assert (row.finding.status, row.finding.rest) == ("partial", "absent")
    assert (row.mark, row.action) == ("◐", "missing")
    (met,) = (r for r in found.rows if r.concept == "deception")
    assert (met.mark, met.action) == ("✓", "met")


def test_an_act_shared_by_two_lists_needs_means_for_one_purpose_and_none_for_the_other():
    lists = {
        "more-acts": a_list("act", "recruitment", "transportation", "harbouring"),
        "sexual": a_list("purpose", "sexual-exploitation", at="2"),
    }
    of = law_of(
        offence("1", limb(means=NOT_REQUIRED), limb("more-acts", "means", "sexual", at="2")),
        lists=lists, acts=("recruitment", "transportation"),
    )  # fmt: skip
    row = next(r for r in gaps(of, COE, words=WORDS).rows if r.concept == "abuse-of-power")
    assert (row.finding.status, row.finding.rest, row.mark) == ("partial", "absent", "◐")
    assert value(row.finding, WORDS) == "not required; for sexual exploitation: no (1)"


def test_without_a_standard_a_mark_is_that_of_the_status():
    law = Law(provisions.get("Armenia@2011-03-01"), WORDS)
    under = Under(law, ())
    marked = under.marked("means", "fraud")
    assert marked.action == "none"
    assert marked.mark in "✓○"
    assert of_status(evolve(under_finding(law), status="absent")) == "✗"


def under_finding(law: Law):
    from comparators.findings import find

    return find(law, "means", "fraud")


# -- a victim clause, attribute by attribute ------------------------------------------------------------

WIDE = next(c for c in COE.non_punishment if c.beneficiary == "victim")


def clause_row(clause: Clause):
    law = evolve(full(), non_punishment=(clause,))
    found = gaps(law, COE, words=WORDS)
    return next(r for r in found.rows if r.concept == "victim-not-punished")


def test_a_clause_as_wide_as_the_standards_is_met():
    row = clause_row(evolve(WIDE, strength=None, source=None, unlisted="absent"))
    assert (row.mark, row.action) == ("✓", "met")


def test_a_clause_with_a_link_more_is_missing_in_part_where_its_text_was_read():
    links = {**WIDE.links, "direct-consequence": Evidence(words="as a direct consequence")}
    narrower = evolve(WIDE, links=links, strength=None, source=None, unlisted="absent")
    row = clause_row(narrower)
    assert (row.mark, row.action) == ("◐", "missing")
    assert [n.attribute for n in row.narrower] == ["links"]
    account = clause_row(evolve(narrower, source="round-table-2012"))
    assert (account.mark, account.action) == ("?", "not-read")


def test_one_way_of_a_duty_is_enough():
    related = COE.lists["related"]
    ways = [c for c, e in related.entries.items() if e.one_of]
    if not ways:
        pytest.skip("the duty of Article 23(4) is not recorded as one of two ways")
    law = full()
    has = evolve(related, at="7", entries={ways[0]: Entry(words="ban")}, strength=None)
    under = Under(Law(evolve(law, lists={**law.lists, "related": has}), WORDS), (Law(COE, WORDS),))
    assert under.marked("related", ways[0]).action == "met"
    assert under.marked("related", ways[1]).action == "none"


def test_what_is_lost_against_children_and_not_known_against_adults_is_told_so():
    # as Moldova, the other way round: one article was read, and has it not; the other was not
    own = {"children": a_list("purpose", "forced-labour", at="206")}
    adult = limb(victims=("adult", "incapacitated"))
    child = limb(means=NOT_REQUIRED, purposes="children", victims=("child",), at="206")
    seen = a_list("purpose", "forced-labour", unlisted="silent")
    of = law_of(offence("165", adult, child), lists=own, purposes=seen)
    standard = law_of(
        offence("3", limb(), limb(means=NOT_REQUIRED, victims=("child",))),
        purposes=("forced-labour", "organ-removal"), name="standard",
    )  # fmt: skip
    found = gaps(of, standard, words=WORDS)
    (only,) = found.missing
    assert now(found.under, only) == "no against a child; otherwise not known; read 99"


def test_of_several_laws_each_list_is_headed_by_its_law():
    every = [drafted("shared"), drafted("full")]
    titles = [grid.title for grid in of_gaps(every, None).grids]
    assert all(t.startswith(("Draft: ", "Full: ")) for t in titles), titles


def test_a_word_some_forms_of_which_are_open_is_lost_in_part():
    # Norway: of the practices similar to slavery, only those that are work may be forced labour
    of = law_of(purposes=("forced-labour",))
    standard = law_of(purposes=("forced-labour", "practices-similar-to-slavery"), name="standard")
    found = gaps(of, standard, words=WORDS)
    (only,) = found.missing
    assert now(found.under, only).startswith("no in part; the rest open: if the work is exacted")


# -- the rows, what to read, whole ----------------------------------------------------------------------


def words_of_clause(*concepts, at="26"):
    return {c: Evidence(words=c.replace("-", " "), at=at) for c in concepts}


SPARED = Clause(
    words="shall not be punished", at="26", unlisted="absent", strength="shall",
    effects=words_of_clause("no-penalty"), discretion=words_of_clause("mandatory"),
    offences=words_of_clause("unlawful-activities"), links=words_of_clause("compelled"),
)  # fmt: skip
HELPER = Clause(
    beneficiary="offender", at="50", unlisted="absent", effects=words_of_clause("no-penalty")
)
TREATY = law_of(
    offence("4", limb(at="4(a)"), limb(means=NOT_REQUIRED, victims=("child",), at="4(c)"), tiers=(Tier("24", "graver"),)),
    kind="treaty", name="treaty", means=("fraud", "abuse-of-power"), purposes=("slavery", "begging"),
    clauses=(SPARED, HELPER),
    lists={
        "rules": a_list("rule", "child-without-means", "consent-irrelevant", at="4(b)"),
        "scope": a_list("scope", "national-trafficking", at="3"),
        "mind": a_list("mental", "intent", at="4"),
        "graver": a_list("aggravating", "child-victim", "public-official", at="24"),
        "related": List(
            "related", "absent", "19", {
                "attempt": Entry(words="attempt", at="21"),
                "use-of-services": Entry(words="use", strength="shall-consider"),
                "legal-persons": Entry(words="bodies", at="22"),
                "confiscation": Entry(words="confiscate", at="23"),
            }, strength="shall",
        ),
    },
)  # fmt: skip
BILL = law_of(
    offence("1", tiers=(Tier("2", "graver"),)),
    means=List("means", "silent", "1", {"fraud": Entry(words="fraud")}, to_read="1, note"),
    purposes=("slavery",),
    lists={
        "graver": a_list("aggravating", "child-victim", at="2"),
        "related": a_list("related", "use-of-services", at="9", unlisted="silent"),
    },
    clauses=(evolve(SPARED, strength=None, links=SPARED.links | words_of_clause("direct-consequence")),),
)  # fmt: skip


def rows(found):
    """Each row in a line: its action, where it is asked for and how strongly, what the law has."""
    return [
        f"{r.action}: {r.mark} {r.facet} {r.concept}: {r.standard} {','.join(e.at for e in r.evidence)} "
        f"({r.strength}), {r.finding.status}" + "".join(f", {n.attribute}" for n in r.narrower)
        for r in found.rows
    ]


def test_every_row_that_a_standard_speaks_of_is_told_once_in_its_order():
    found = gaps(BILL, TREATY, words=WORDS)
    assert repr(found) == (
        "<Gaps of draft@2012-01-01 under treaty@2012-01-01: 4 missing, 5 not read, 6 met>"
    )
    assert rows(found) == [
        "met: ✓ element recruitment: treaty@2012-01-01 1 (shall), covered",
        "met: ✓ means fraud: treaty@2012-01-01 1 (shall), covered",
        "not-read: ? means abuse-of-power: treaty@2012-01-01 1 (shall), silent",
        "missing: ✗ purpose begging: treaty@2012-01-01 1 (shall), absent",
        "met: ✓ purpose slavery: treaty@2012-01-01 1 (shall), covered",
        "missing: ✗ element child-without-means: treaty@2012-01-01 4(b) (shall), silent",
        "not-read: ? element consent-irrelevant: treaty@2012-01-01 4(b) (shall), silent",
        "met: ✓ element national-trafficking: treaty@2012-01-01 3 (shall), implied",
        "not-read: ? element intent: treaty@2012-01-01 4 (shall), silent",
        "met: ✓ aggravating child-victim: treaty@2012-01-01 24 (shall), covered",
        "missing: ✗ aggravating public-official: treaty@2012-01-01 24 (shall), absent",
        "not-read: ? related attempt: treaty@2012-01-01 21 (shall), silent",
        "met: ✓ related use-of-services: treaty@2012-01-01 19 (shall-consider), covered",
        "not-read: ? related legal-persons: treaty@2012-01-01 22 (shall), silent",
        "missing: ◐ non-punishment victim-not-punished: treaty@2012-01-01 26 (shall), partial, links",
    ]
    assert [r.concept for r in found.rows_of("missing", definition=False)] == [
        "public-official",
        "victim-not-punished",
    ]
    assert [r.concept for r in found.rows_of("met", definition=False)] == [
        "child-victim",
        "use-of-services",
    ]


def test_what_to_read_first_is_told_a_line_a_place_with_all_that_hangs_on_it():
    found = gaps(BILL, TREATY, words=WORDS)
    assert [(p.at, p.words, [r.concept for r in p.rows]) for p in found.not_read] == [
        ("1, note", (("means", Told("abuse-of-power")),), []),
        ("99", (), ["attempt", "legal-persons"]),
    ]
    assert steps(found) == [
        "add 'begging' to the purposes",
        "punish also, against a child, as in Treaty 4(c): the acts of 1, no means needed, the purposes of 1",
    ]
    assert [q.at for q in found.unsettled] == ["1, note"]
    assert found.suffices


def test_a_place_to_be_read_brings_the_other_reading_of_its_words():
    hidden = limb(mark="unseen", reading="Is it an offence of its own?", at="1, note")
    found = gaps(law_of(offence("1", hidden)), law_of(kind="treaty", name="treaty"), words=WORDS)
    (place,) = found.not_read
    assert (place.at, place.reading) == ("1, note", "Is it an offence of its own?")


def test_without_a_definition_to_compare_the_rows_are_told_and_no_step():
    found = gaps(law_of(), evolve(TREATY, offences=()), words=WORDS)
    assert (found.verdict, found.amendment, found.missing, found.doubtful) == (None, None, (), ())
    assert (found.suffices, found.unsettled, found.amended) == (False, (), found.law)
    assert found.note == (
        "Treaty lays down no offence of trafficking and no duty to criminalise it: "
        "it holds no definition of trafficking that it punishes"
    )
    assert rows(found) == [
        "not-read: ? element child-without-means: treaty@2012-01-01 4(b) (shall), silent",
        "not-read: ? element consent-irrelevant: treaty@2012-01-01 4(b) (shall), silent",
        "met: ✓ element national-trafficking: treaty@2012-01-01 3 (shall), implied",
        "not-read: ? element intent: treaty@2012-01-01 4 (shall), silent",
        "not-read: ? related attempt: treaty@2012-01-01 21 (shall), silent",
        "option: ? related use-of-services: treaty@2012-01-01 19 (shall-consider), silent",
        "not-read: ? related legal-persons: treaty@2012-01-01 22 (shall), silent",
        "missing: ✗ non-punishment victim-not-punished: treaty@2012-01-01 26 (shall), absent",
    ]
    assert [(p.at, [r.concept for r in p.rows]) for p in found.not_read] == [
        ("1", ["child-without-means", "consent-irrelevant", "intent"]),
        ("the rest of the instrument", ["attempt", "legal-persons"]),
    ]


def test_a_standard_asks_nothing_of_itself_and_without_one_nothing_can_be_asked():
    found = gaps(TREATY, TREATY, words=WORDS)
    assert (found.rows, found.missing, repr(found)) == (
        (), (), "<Gaps of treaty@2012-01-01 under treaty@2012-01-01: nothing asked>",
    )  # fmt: skip
    with pytest.raises(NoStandardError) as refused:
        gaps("Armenia")
    assert str(refused.value) == "gaps wants a law and a standard: gaps('Armenia', 'CoE')"


def test_of_several_standards_the_first_that_speaks_of_a_row_is_told_and_none_twice():
    other = evolve(TREATY, instrument=evolve(TREATY.instrument, id="other", name="Other"))
    found = gaps(BILL, TREATY, other, words=WORDS)
    assert {r.standard for r in found.rows} == {"treaty@2012-01-01"}
    assert len(found.rows) == len(rows(gaps(BILL, TREATY, words=WORDS)))
    assert (found.standard.id, [s.id for s in found.standards]) == ("treaty", ["treaty", "other"])
    less = evolve(other, lists=other.lists | {"purposes": a_list("purpose", "servitude")})
    more = gaps(BILL, TREATY, less, words=WORDS)
    assert [(r.concept, r.standard) for r in more.rows if r.standard.startswith("other")] == [
        ("servitude", "other@2012-01-01")
    ]


def test_a_law_among_its_standards_is_passed_over_and_the_others_are_asked():
    other = evolve(TREATY, instrument=evolve(TREATY.instrument, id="other", name="Other"))
    found = gaps(TREATY, TREATY, other, words=WORDS)
    assert {r.standard for r in found.rows} == {"other@2012-01-01"}
    loose = law_of(means=a_list("means", "fraud", unlisted="open"))
    asked = law_of(means=("fraud", "abduction"), kind="treaty", name="treaty")
    doubtful = gaps(loose, asked, words=WORDS)
    assert ([s.kind for s in doubtful.missing], [s.kind for s in doubtful.doubtful]) == (
        [],
        ["doubtful"],
    )
    assert repr(gaps(loose, other, asked, words=WORDS)) == (
        "<Gaps of draft@2012-01-01 under other@2012-01-01, treaty@2012-01-01: "
        "3 missing, 3 doubtful, 6 not read, 4 met, 1 option>"
    )


def test_an_amendment_that_cannot_be_worked_out_within_bounds_is_a_note_and_the_rows_stay(
    monkeypatch,
):
    def too_much(*_, **__):
        raise TooIntricateError

    monkeypatch.setattr("comparators.worklist.smallest_amendment", too_much)
    found = gaps(BILL, TREATY, words=WORDS)
    assert (found.verdict, found.amendment, len(found.rows)) == (None, None, 15)
    assert found.note == (
        "Draft under Treaty is too intricate to be answered: its limbs and the further elements "
        "they demand can be combined in too many ways"
    )


def test_who_is_bound_is_asked_of_the_day_and_the_words_are_those_that_were_given():
    bound = evolve(TREATY, binding={"draft": Binding(since=TREATY.in_force.since)})
    found = listed(Law(BILL, WORDS), Law(bound, WORDS), day=date(2011, 1, 1))
    assert [b.kind for b in found.verdict.bound] == ["not-party"]
    assert [b.kind for b in gaps(BILL, bound, words=WORDS).verdict.bound] == ["due"]
    own = Thesaurus(WORDS.concepts, WORDS.broader, WORDS.overlaps)
    assert gaps(BILL, TREATY, words=own).under.law.words is own
