"""One reading of a list: the layers of every list of the corpus, and what a limb makes of them."""

from __future__ import annotations

import pickle

import pytest
from attrs import evolve
from strategies import version as a_version

import provisions
from comparators.boxes import NONE
from comparators.law import Law
from comparators.reasons import Free, Unread
from provisions.records import Entry, Evidence, Limb, List, Offence, Tier

WORDS = provisions.thesaurus()
VERSIONS = [v for i in provisions.instruments() for v in provisions.versions(i.id)]


def _limb(acts="acts", means="means", purposes="purposes", **more):
    entries = {"recruitment": Entry(words="recruits")}
    lists = {
        "acts": List(role="act", unlisted="absent", at="1", entries=entries),
        "means": List(
            role="means",
            unlisted="silent",
            at="1",
            to_read="2",
            entries={"fraud": Entry(words="fraud")},
        ),
        "purposes": List(
            role="purpose",
            unlisted="open",
            opening="such as",
            at="1",
            entries={
                "slavery": Entry(words="slavery", mark="arguable", reading="or not"),
                "servitude": Entry(
                    words="servitude", requires={"for-gain": Evidence(words="gain")}
                ),
                "begging": Entry(mark="unseen", at="3"),
            },
        ),
        "grave": List(
            role="aggravating",
            unlisted="absent",
            at="1(2)",
            entries={"use-of-force": Entry(words="by force", restates="means")},
        ),
    }
    offence = Offence(
        id="1",
        provision="offence",
        kind="trafficking",
        at="1",
        limbs=(Limb(acts, means, purposes, **more),),
        tiers=(Tier(at="1(2)", circumstances="grave"),),
    )
    return Law(a_version("small", lists, (offence,)), WORDS).limbs


def _layers(limb, facet, leaf, **how):
    return [(way.layer.name, sorted(way.demands)) for way in limb.ways(facet, leaf, **how)]


def test_each_word_bears_its_leaf_in_its_own_way_and_the_rest_of_the_list_comes_last():
    limb = _limb()[0]
    assert _layers(limb, "act", "recruitment") == [("NAMED", [])]
    assert _layers(limb, "act", "transfer") == []
    assert _layers(limb, "means", "fraud") == [("NAMED", []), ("SILENT", [])]
    assert _layers(limb, "purpose", "slavery")[0] == ("OPEN", [])
    named, *others = _layers(limb, "purpose", "servitude")
    assert named == ("NAMED", ["for-gain"])
    assert {layer for layer, _ in others} == {"OPEN"}
    assert _layers(limb, "purpose", "begging")[0] == ("SILENT", [])
    assert next(limb.ways("purpose", "begging")).because == Unread("3", "begging", "purposes")
    assert next(limb.ways("purpose", "slavery")).doubtful


def test_where_something_is_needed_the_case_without_any_is_not_met():
    assert _layers(_limb()[0], "means", NONE) == []
    free, unseen = _limb(means="not-required")[0], _limb(means="not-seen")[0]
    assert _layers(free, "means", NONE) == _layers(free, "means", "abduction") == [("NAMED", [])]
    assert next(free.ways("means", NONE)).because == Free("1")
    assert _layers(unseen, "means", NONE) == _layers(unseen, "means", "fraud") == [("SILENT", [])]


@pytest.mark.parametrize(("mark", "layer"), [("arguable", "OPEN"), ("unseen", "SILENT")])
def test_the_mark_of_a_limb_holds_its_words_down_and_silence_stays_silence(mark, layer):
    limb = _limb(mark=mark)[0]
    assert _layers(limb, "act", "recruitment") == [(layer, [])]
    assert _layers(limb, "act", "recruitment", marked=False) == [("NAMED", [])]
    assert _layers(limb, "means", "abduction") == [("SILENT", [])]


def test_an_aggravated_form_that_restates_the_means_is_a_limb_where_the_base_needs_one():
    base, derived = _limb()
    assert (base.replaced, derived.replaced, derived.mark, derived.at) == (
        None,
        "means",
        "arguable",
        "1(2)",
    )
    assert _layers(derived, "means", "fraud") == [] == _layers(derived, "means", NONE)
    assert {x for x, _ in _layers(derived, "means", "use-of-force-dangerous")} == {"OPEN"}
    assert derived.reading("purpose") is base.reading("purpose")
    assert len(_limb(means="not-required")) == len(_limb(means="not-seen")) == 1


def test_a_law_reads_a_list_once_and_again_only_where_it_was_changed():
    law = Law(provisions.get("Armenia"), WORDS)
    name, other = list(law.version.lists)[:2]
    before, kept = law.reading(name), law.reading(other)
    elsewhere = evolve(law.version.lists[name], at="elsewhere")
    changed = law.with_version(evolve(law.version, lists={**law.version.lists, name: elsewhere}))
    assert changed.reading(name) is not before
    assert changed.reading(other) is kept
    assert law.reading(name) is before


def test_a_law_pickles_without_what_was_worked_out():
    law = Law(provisions.get("Armenia"), WORDS)
    assert law.limbs
    again = pickle.loads(pickle.dumps(law))
    assert again.version == law.version
    assert [limb.at for limb in again.limbs] == [limb.at for limb in law.limbs]
