"""Who reaches whom, for the whole corpus; and how much of a standard's core each names, which is a
count."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest
from click.testing import CliRunner

import comparators
import provisions
from comparators import Coverage
from comparators.cli import main

WORDS = provisions.thesaurus()
SIGNS = {"yes": "yes", "no": "no", "undetermined": "?"}
PAIRS = (
    ("palermo", "coe"), ("coe", "palermo"), ("armenia", "coe"), ("coe", "armenia"), ("kazakhstan", "coe"),
    ("kazakhstan", "russia"), ("russia", "kazakhstan"), ("belarus", "palermo"), ("eu", "coe"), ("moldova", "eu"),
    ("united-kingdom", "palermo"), ("palermo", "united-kingdom"), ("bulgaria", "coe"), ("coe", "bulgaria"),
)  # fmt: skip


def run(*words: str) -> str:
    done = CliRunner().invoke(main, [*words, "--matrix"])
    assert done.exit_code == 0, done.output
    return done.output


@cache
def whole() -> dict[str, Any]:
    """The matrix of the whole corpus."""
    told: dict[str, Any] = json.loads(run("--format", "json"))
    return told


def key(name: str) -> str:
    return provisions.get(name).key


WITH_OFFENCES = [
    v for i in provisions.instruments() if (v := provisions.get(i.id)).offences_of("trafficking")
]
WITHOUT = [
    v
    for i in provisions.instruments()
    if not (v := provisions.get(i.id)).offences_of("trafficking")
]


@pytest.mark.parametrize(("law", "standard"), PAIRS)
def test_a_cell_is_the_verdict_that_reaches_gives(law, standard):
    verdict = comparators.reaches(provisions.get(law), provisions.get(standard)).verdict
    assert whole()["matrix"][key(law)][key(standard)] == SIGNS[verdict]


def test_the_sample_has_every_answer():
    assert {whole()["matrix"][key(law)][key(standard)] for law, standard in PAIRS} == {
        "yes",
        "no",
        "?",
    }


def test_every_instrument_with_an_offence_has_a_row_and_a_column_and_no_other_has():
    keys = [v.key for v in WITH_OFFENCES]
    assert list(whole()["matrix"]) == keys
    assert all(list(row) == keys for row in whole()["matrix"].values())
    assert WITHOUT, (
        "the conventions on slavery and on forced labour lay down no offence of trafficking"
    )


def test_each_law_reaches_itself():
    for name, row in whole()["matrix"].items():
        assert row[name] == "yes"


def test_palermo_and_the_convention_reach_each_other():
    assert whole()["matrix"][key("palermo")][key("coe")] == "yes"
    assert whole()["matrix"][key("coe")][key("palermo")] == "yes"


def test_the_two_treaties_have_the_same_row_and_the_same_column():
    palermo, coe = key("palermo"), key("coe")
    assert whole()["matrix"][palermo] == whole()["matrix"][coe]
    for row in whole()["matrix"].values():
        assert row[palermo] == row[coe]


def test_what_one_reaches_for_certain_is_reached_by_whoever_reaches_it():
    table = whole()["matrix"]
    for row in table.values():
        for near in (b for b, answer in row.items() if answer == "yes"):
            assert all(row[far] == "yes" for far, answer in table[near].items() if answer == "yes")


def test_an_instrument_without_an_offence_is_named_in_the_legend_with_the_reason():
    legend = " ".join(run().partition("Legend")[2].split())
    for version in WITHOUT:
        assert f"{version.name} lays down no offence of trafficking" in legend
    for version in WITH_OFFENCES:
        assert f"{version.name} lays down no offence" not in legend
    for sign in ("yes: ", "no: ", "?: "):
        assert sign in legend


# -- the core: counts ------------------------------------------------------------------------------


def core_of(standard: str) -> list[tuple[str, str]]:
    """The acts, means and purposes a treaty names, without the heading."""
    facet = {"act": "element", "means": "means", "purpose": "purpose"}
    lists = provisions.get(standard).lists.values()
    named = [(facet[x.role], c) for x in lists if x.role in facet for c in x.entries]
    return [(f, c) for f, c in named if not WORDS[c].heading]


@pytest.mark.parametrize("standard", ["palermo", "coe"])
def test_the_core_is_counted_concept_by_concept(standard):
    core = core_of(standard)
    assert len(core) == len(set(core))
    assert ("element", "receipt") in core
    assert ("purpose", "exploitation") not in core
    for version in WITH_OFFENCES:
        statuses = [Coverage(version, WORDS).find(facet, concept).status for facet, concept in core]
        named = sum(s in ("covered", "implied", "not-required") for s in statuses)
        unsure = sum(s in ("silent", "open") for s in statuses)
        lacking = sum(s in ("partial", "absent") for s in statuses)
        assert whole()["core"][version.key][key(standard)] == [named, unsure, lacking]


def test_a_standard_names_its_whole_core_and_a_law_not_seen_names_nothing_of_it():
    every = len(core_of("coe"))
    assert whole()["core"][key("coe")][key("coe")] == [every, 0, 0]
    assert whole()["core"][key("asean")][key("coe")] == [0, every, 0]


def test_the_text_shows_counts_and_says_that_they_are_no_score():
    shown = run("Palermo", "CoE", "Belarus")
    every = len(core_of("coe"))
    assert "a count" in shown
    assert "no score" in shown
    assert f"{every} of {every}" in shown
    assert "%" not in shown
    named, unsure, _ = whole()["core"][key("belarus")][key("coe")]
    assert f"{named} of {every}, {unsure} open or not known" in shown


# -- the instruments named -------------------------------------------------------------------------


def test_the_matrix_of_some_instruments_is_the_corner_of_the_whole():
    names = ("CoE", "Kazakhstan", "Armenia")
    some = json.loads(run(*names, "--format", "json"))
    keys = [key(n) for n in names]
    assert some["matrix"] == {a: {b: whole()["matrix"][a][b] for b in keys} for a in keys}
    assert [i["id"] for i in some["instruments"]] == ["coe", "kazakhstan", "armenia"]


def test_two_versions_of_one_law_stand_apart():
    names = ("kazakhstan@2006-03-02", "kazakhstan@2013-07-04")
    some = json.loads(run(*names, "--format", "json"))["matrix"]
    assert list(some) == list(names)
    assert some[names[0]][names[1]] == "no", "what was added in 2013 was not there before"


def test_an_earlier_day_leaves_out_what_was_not_yet_law_and_says_so():
    shown = run("--as-of", "2007-01-01")
    legend = " ".join(shown.partition("Legend")[2].split())
    assert "England and Wales: 2007-01-01 is before the first version held" in legend
    assert "England and Wales" not in shown.partition("Legend")[0]


def test_a_matrix_fits_a_hundred_columns():
    assert max(map(len, run().splitlines())) <= 100


@pytest.mark.parametrize("to", ["markdown", "csv", "html", "latex"])
def test_each_format_carries_the_rows_of_the_matrix(to):
    shown = run("Palermo", "CoE", "Kazakhstan", "--format", to)
    between = r"(?:</?t[dhr]>|\W)+"
    for row in (("1. Palermo", "yes", "yes", "no"), ("3. Kazakhstan", "no", "no", "yes")):
        assert re.search(between.join(map(re.escape, row)), shown)
