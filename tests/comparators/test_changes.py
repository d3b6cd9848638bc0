"""What an amendment did to a law, and whether its reach grew or shrank; silence is never taken for
a change."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise

import pytest
import strategies
from attrs import evolve
from cases import reached
from click.testing import CliRunner
from coverages import Coverage
from hypothesis import given, settings
from hypothesis import strategies as st

import comparators
import provisions
from comparators import Changes, changes, history
from comparators.cli import main
from comparators.revisions import re_priced
from comparators.wording import changes as wording
from provisions.records import NOT_SEEN, Limb, Penalty, Place

EVERY = tuple(v for i in provisions.instruments() for v in provisions.versions(i.id))
PAIRS = tuple(
    (a, b) for i in provisions.instruments() for a, b in pairwise(provisions.versions(i.id))
)
WORDS = provisions.thesaurus()

LOST = ("removed", "moved", "narrowed", "reworded", "left open", "no longer demanded")
"""What can only be said of a text that was read."""
GAINED = ("added", "moved", "widened", "reworded", "demanded")


@cache
def between(earlier: str, later: str) -> Changes:
    return changes(provisions.get(earlier), provisions.get(later))


def kazakhstan(earlier: str, later: str) -> Changes:
    return between(f"kazakhstan@{earlier}", f"kazakhstan@{later}")


def did(found: Changes, concept: str, facet: str) -> str | None:
    """What happened to a concept in a facet."""
    told = [c.kind for c in found.changes if (c.concept, c.facet) == (concept, facet)]
    assert len(told) <= 1
    return told[0] if told else None


# -- Kazakhstan, law by law ------------------------------------------------------------------------


def test_in_2006_deception_went_from_element_to_aggravating_circumstance_in_kazakhstan():
    (moved,) = (
        c for c in kazakhstan("2003-07-09", "2006-03-02").changes if c.concept == "deception"
    )
    assert moved.kind == "moved"
    assert wording.before(moved, WORDS).startswith("means (an element), 128(1)")
    assert wording.after(moved, WORDS).startswith("aggravating circumstance, 128(2)(з)")


def test_in_2006_exploitation_became_an_act_and_gain_was_demanded_in_kazakhstan():
    found = kazakhstan("2003-07-09", "2006-03-02")
    assert did(found, "exploiting", "element") == "added"
    assert did(found, "transportation", "element") == "added"
    assert did(found, "for-gain", "element") == "demanded"
    assert did(found, "recruitment", "element") is None, "it was there before and after"
    assert did(found, "receipt", "element") is None, "it is in neither text"


def test_from_2003_to_2006_kazakhstan_grew_in_acts_and_means_and_shrank_in_purposes():
    before, after = provisions.get("kazakhstan@2003-07-09"), provisions.get("kazakhstan@2006-03-02")
    found = kazakhstan("2003-07-09", "2006-03-02")
    assert found.growth == "both"
    assert "reached now: " in wording.case(found)
    assert "reached no longer: " in wording.case(found)
    grew, shrank = comparators.reaches(before, after), comparators.reaches(after, before)
    assert {"transfer", "harbouring"} <= {t.concept for g in grew.gaps for t in g.words}
    assert reached(before, "recruitment", "forced-labour", "adult") == "no", (
        "deception was an element"
    )
    assert reached(after, "recruitment", "forced-labour", "adult") == "yes"
    assert {g.facet for g in shrank.gaps} == {"purpose"}
    assert {g.only for g in shrank.gaps} == {(("for-gain",),)}
    assert shrank.counterexample is not None
    assert shrank.counterexample.pattern.purpose == "sexual-exploitation", (
        "and only where somebody gains by it"
    )


def test_in_2013_receipt_and_a_rule_on_consent_were_added_in_kazakhstan():
    found = kazakhstan("2006-03-02", "2013-07-04")
    assert did(found, "receipt", "element") == "added"
    assert did(found, "consent-irrelevant", "element") == "added"
    assert did(found, "exploiting", "element") is None
    # a purchase is a receipt, and "other acts" may be any: the text of 2006 left receipt open
    assert found.growth == "undetermined"
    assert "reached no longer" not in wording.case(found)


def test_in_the_code_of_2014_the_notes_are_gone_and_the_reach_is_what_it_was():
    found = kazakhstan("2013-07-04", "2015-01-01")
    (gone,) = found.of("removed")
    assert gone.concept == "consent-irrelevant"
    assert "128, note 3" in wording.before(gone, WORDS)
    assert found.growth == "neither"
    assert wording.case(found) == ""


def test_in_2019_penalties_changed_in_kazakhstan_and_nothing_else():
    found = kazakhstan("2015-01-01", "2019-12-27")
    assert {c.kind for c in found.changes} == {"re-priced"}
    base = next(c for c in found.changes if wording.label(c, WORDS) == "penalty of 128(1)")
    assert wording.before(base, WORDS).startswith("3-5 years")
    assert wording.after(base, WORDS).startswith("4-7 years")
    assert found.growth == "neither"


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("not-stated", "mandatory", False),
        ("no", "mandatory", True),
        ("mandatory", "optional", True),
    ],
)
def test_a_forfeiture_of_which_the_earlier_text_says_nothing_is_no_new_price(
    before, after, changed
):
    old, new = (Penalty(min_years=3, max_years=5, confiscation=taken) for taken in (before, after))
    assert re_priced(old, new) is changed
    assert re_priced(old, evolve(old, max_years=7))


def test_what_may_have_stood_in_a_clause_or_an_article_not_seen_is_now_known_and_not_added():
    spain = between("spain@2021-06-05", "spain@2022-12-21")
    assert did(spain, "victim-not-punished:effects", "non-punishment") == "now known"
    netherlands = between("netherlands@2013-07-01", "netherlands@2014-01-20")
    assert did(netherlands, "public-official", "aggravating") == "now known"
    assert did(netherlands, "child-victim", "aggravating") == "added"


# -- Armenia, law by law ---------------------------------------------------------------------------


def test_in_2006_gain_was_no_longer_demanded_in_armenia_and_a_child_needed_no_means():
    found = between("armenia@2003-08-01", "armenia@2006-07-16")
    assert did(found, "for-gain", "element") == "no longer demanded"
    assert did(found, "child-without-means", "element") in ("added", "now known")
    assert did(found, "blackmail", "means") == "reworded", "within the other forms of coercion"
    assert reached(found.later, "recruitment", "forced-labour", "child") == "yes"
    assert reached(found.earlier, "recruitment", "forced-labour", "for-gain", "child") == "no"


def test_what_other_words_still_reach_is_not_said_to_be_removed():
    # "threat or use of force" of 2003 is within the "other forms of coercion" of 2006
    found = between("armenia@2003-08-01", "armenia@2006-07-16")
    assert did(found, "use-of-force", "means") == "reworded"
    assert (
        reached(found.later, "recruitment", "use-of-force-dangerous", "forced-labour", "adult")
        == "yes"
    )


def test_armenia_2011_is_compared_with_the_last_text_that_was_seen():
    found = next(
        c for c in history(provisions.versions("armenia")) if c.later.key == "armenia@2011-03-01"
    )
    assert found.earlier.key == "armenia@2006-07-16", "of 2010 only the fact is known"
    assert any("2010-01-01 was not seen" in n for n in wording.notes(found))
    assert did(found, "putting-or-keeping", "element") == "added"
    assert did(found, "exploiting", "element") == "added"
    assert did(found, "recruitment", "element") is None


def test_where_the_text_was_not_seen_everything_is_no_longer_shown_and_nothing_removed():
    for earlier, later in (("2006-07-16", "2010-01-01"), ("2011-03-01", "2022-07-01")):
        found = between(f"armenia@{earlier}", f"armenia@{later}")
        assert did(found, "recruitment", "element") == "no longer shown"
        assert not found.of("added", *LOST)
        assert found.growth == "undetermined"
        assert wording.notes(found)


# -- the history of an instrument ------------------------------------------------------------------


def test_the_history_of_one_version_is_empty():
    assert history(provisions.versions("palermo")) == ()
    shown = CliRunner().invoke(main, ["Palermo", "--history"])
    assert shown.exit_code == 0
    assert "one version is held" in shown.output


def test_the_command_line_tells_the_law_that_changed_the_law():
    shown = CliRunner().invoke(main, ["Armenia", "--history", "--format", "json"])
    assert shown.exit_code == 0
    told = json.loads(shown.output)["history"]
    assert [t["later"] for t in told] == [
        str(v.in_force.since) for v in provisions.versions("armenia")[1:]
    ]
    assert all(t["law"] and t["reach"] for t in told)
    for each, found in zip(told, history(provisions.versions("armenia")), strict=True):
        assert [(c["kind"], c["concept"]) for c in each["changes"]] == [
            (c.kind, c.concept) for c in found.changes
        ]


def test_a_step_can_be_read_as_text():
    text = str(kazakhstan("2006-03-02", "2013-07-04"))
    assert "Kazakhstan, 2013-07-04: Law No. 127-V" in text
    lines = list(wording.lines(kazakhstan("2006-03-02", "2013-07-04")))
    assert ("added", "receipt (element): 128(1), 133(1)") in lines
    assert dict(lines)["reach"].startswith("cannot be compared for certain")
    assert "receipt (element): 128(1)" in text


def silences(found: Changes) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """What a change says, of the texts read, about something the later, or the earlier, text does
    not show."""
    before, after = (Coverage(found.earlier, WORDS), Coverage(found.later, WORDS))
    told = [c for c in found.changes if c.facet != "penalty" and ":" not in c.concept]
    ended = {
        (c.concept, c.facet)
        for c in told
        if c.kind in LOST and not after.find(c.facet, c.concept).seen
    }
    begun = {
        (c.concept, c.facet)
        for c in told
        if c.kind in GAINED and not before.find(c.facet, c.concept).seen
    }
    return ended, begun - {(c.concept, c.facet) for c in told if c.kind == "moved"}


# -- any two texts ---------------------------------------------------------------------------------


@settings(max_examples=25)
@given(strategies.versions("law"), strategies.versions("law"))
def test_silence_is_no_longer_shown_or_now_known_and_never_removed_or_added(earlier, later):
    found = changes(earlier, later)
    assert silences(found) == (set(), set())
    before, after = Coverage(earlier, WORDS), Coverage(later, WORDS)
    for concept, facet in {(c, "means") for c in strategies.MEANS} | {
        (p, "purpose") for p in strategies.PURPOSES
    }:
        was, now = before.find(facet, concept).status, after.find(facet, concept).status
        if was == "covered" and now == "silent":
            assert did(found, concept, facet) == "no longer shown"
        if was == "silent" and now == "covered":
            assert did(found, concept, facet) == "now known" or any(
                c.concept == concept for c in found.of("moved")
            )


@settings(max_examples=15)
@given(strategies.versions("law"))
def test_between_any_text_and_itself_nothing_changed(version):
    found = changes(version, version)
    assert (found.changes, found.growth, wording.case(found)) == ((), "neither", "")


@settings(max_examples=15)
@given(st.data())
def test_a_law_made_wider_has_not_shrunk(data):
    law = data.draw(strategies.versions("law", known=True))
    wider = data.draw(strategies.wider(law))
    found = changes(law, wider)
    assert found.growth not in ("shrank", "both")
    assert "reached no longer" not in wording.case(found)
    assert not found.of("demanded", "no longer shown")
    back = changes(wider, law)
    assert back.growth not in ("grew", "both")
    assert (back.growth == "shrank") == (found.growth == "grew")
    assert bool(wording.case(back)) == (back.growth == "shrank")


@settings(max_examples=15)
@given(strategies.versions("law", known=True))
def test_a_text_lost_to_the_sources_lost_nothing_of_the_law(law):
    unread = {f: Place(at="the Code") for f in ("element", "means", "purpose", "aggravating")}
    offence = evolve(law.offences[0], limbs=(Limb(NOT_SEEN, NOT_SEEN, NOT_SEEN),), tiers=())
    lost = evolve(law, offences=(offence,), lists={}, unread=unread, nothing_on={})
    found = changes(law, lost)
    assert {c.kind for c in found.changes} == {"no longer shown"}
    assert found.growth == "undetermined"
    assert {c.kind for c in changes(lost, law).changes} == {"now known"}
