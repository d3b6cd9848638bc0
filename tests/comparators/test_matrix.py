"""Who reaches the core standards, and why not; and who reaches whom: for some instruments here, for
the whole corpus in ``tests/slow/test_every_pair.py``."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from click.testing import CliRunner

import comparators
import provisions
from comparators.cli import main

PAIRS = (
    ("palermo", "coe"), ("coe", "palermo"), ("armenia", "coe"), ("coe", "armenia"),
    ("kazakhstan", "coe"), ("kazakhstan", "russia"), ("russia", "kazakhstan"),
    ("belarus", "palermo"), ("eu", "coe"), ("moldova", "eu"), ("united-kingdom", "palermo"),
    ("palermo", "united-kingdom"), ("bulgaria", "coe"), ("coe", "bulgaria"),
)  # fmt: skip


NAMES = (
    *dict.fromkeys(name for pair in PAIRS for name in pair),
    "ilo-c29",
    "us",
    "osce-action-plan",
)
"""Among them one that lays down no offence, and one of which only a sketch is held."""


@cache
def run(*words: str) -> str:
    done = CliRunner().invoke(main, [*words, "--matrix"])
    assert done.exit_code == 0, done.output
    return done.output


@cache
def whole() -> dict[str, Any]:
    """The matrix of every pair."""
    told: dict[str, Any] = json.loads(run(*NAMES, "--all", "--format", "json"))
    return told


@cache
def short() -> dict[str, Any]:
    """The laws under the core standards."""
    told: dict[str, Any] = json.loads(run(*NAMES, "--format", "json"))
    return told


def key(name: str) -> str:
    return provisions.get(name).key


HELD = [provisions.get(name) for name in NAMES]
WITH_OFFENCES = [v for v in HELD if v.offences_of("trafficking")]
WITHOUT = [v for v in HELD if not v.offences_of("trafficking")]


@pytest.mark.parametrize(("law", "standard"), PAIRS)
def test_a_cell_is_the_verdict_that_reaches_gives(law, standard):
    verdict = comparators.reaches(law, standard).verdict
    assert whole()["matrix"][key(law)][key(standard)] == verdict
    if standard in ("palermo", "coe", "eu"):
        assert short()["matrix"][key(law)][key(standard)] == verdict


def test_every_instrument_with_an_offence_has_a_row_and_a_column_and_no_other_has():
    keys = [v.key for v in WITH_OFFENCES]
    assert list(whole()["matrix"]) == keys
    assert all(list(row) == keys for row in whole()["matrix"].values())
    assert WITHOUT, "the conventions on slavery and forced labour lay down no such offence"


def test_each_law_reaches_itself_and_the_two_treaties_each_other():
    table = whole()["matrix"]
    assert all(row[name] == "yes" for name, row in table.items())
    assert table[key("palermo")][key("coe")] == table[key("coe")][key("palermo")] == "yes"


def test_an_instrument_without_an_offence_is_named_in_the_legend_with_the_reason():
    legend = " ".join(run(*NAMES).partition("Legend")[2].split())
    for version in WITHOUT:
        assert f"{version.name} lays down no offence of trafficking" in legend
    for version in WITH_OFFENCES:
        assert f"{version.name} lays down no offence" not in legend


def test_the_short_form_gives_the_reason_and_no_ranking():
    shown = run(*NAMES)
    assert "only where: travel" in " ".join(shown.replace("│", " ").split())
    assert "No ranking" in shown
    assert "%" not in shown
    names = [line.split("│")[1].strip() for line in shown.splitlines() if line.startswith("│")]
    laws = [n for n in names if n in {v.name for v in HELD}]
    treaties = [v.name for v in WITH_OFFENCES if v.instrument.international]
    assert laws[: len(treaties)] == sorted(treaties), "treaties apart, by name"


def test_the_matrix_of_some_instruments_is_the_corner_of_the_whole():
    names = ("CoE", "Kazakhstan", "Armenia")
    some = json.loads(run(*names, "--all", "--format", "json"))
    keys = [key(n) for n in names]
    assert some["matrix"] == {a: {b: whole()["matrix"][a][b] for b in keys} for a in keys}


def test_two_versions_of_one_law_stand_apart():
    names = ("kazakhstan@2006-03-02", "kazakhstan@2013-07-04")
    some = json.loads(run(*names, "--all", "--format", "json"))["matrix"]
    assert list(some) == list(names)
    assert some[names[0]][names[1]] != "yes", "what was added in 2013 was not there for certain"


def test_an_earlier_day_leaves_out_what_was_not_yet_law_and_says_so():
    shown = run("--as-of", "2007-01-01")
    legend = " ".join(shown.partition("Legend")[2].split())
    assert "England and Wales: 2007-01-01 is before the first version held" in legend


def test_the_pairs_fit_a_hundred_columns():
    assert max(map(len, run(*NAMES, "--all").splitlines())) <= 100
