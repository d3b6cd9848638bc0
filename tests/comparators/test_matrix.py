"""Who reaches the core standards, and why not; and who reaches whom: for some instruments here, for
the whole corpus in ``tests/slow/test_every_pair.py``."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest
from click.testing import CliRunner

import comparators
import provisions
from comparators.cli import main
from provisions.fullness import is_sketch

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
    "saarc",
    "cis-agreement",
    "ireland",
    "azerbaijan",
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
    below = " ".join(screen().partition("Legend")[2].split())
    told = "".join(re.findall(r"([^.]*) lays? down no offence of trafficking", below))
    for version in WITHOUT:
        assert version.name in told
    for version in WITH_OFFENCES:
        assert version.name not in told


def screen() -> str:
    """The short form as it is printed: one line a law."""
    return run(*NAMES)


def table_of(text: str) -> list[str]:
    """The lines of the two tables, treaties and laws, without what stands below."""
    return text.partition("Legend")[0].splitlines()


def rows_of(lines: list[str]) -> list[str]:
    """The names in the order of their lines."""
    names = {v.name for v in HELD}
    return [n for line in lines for n in names if line.startswith(f"{n}  ")]


def test_the_short_form_is_a_line_a_law_by_verdict_and_name_treaties_apart():
    treaties, _, laws = "\n".join(table_of(screen())).partition("\nLaws\n")
    for part in (treaties, laws):
        heads = [x for x in part.splitlines() if x[:2] in ("✓ ", "✗ ", "? ")]
        assert [h[2:].partition(":")[0] for h in heads] == [
            "REACHES", "DOES NOT REACH", "CANNOT BE SAID"
        ]  # fmt: skip
        for group in re.split("\n[✓✗?] .*\n", part)[1:]:
            found = rows_of(group.splitlines())
            assert found == sorted(found)
    international = {v.name for v in HELD if v.instrument.international}
    assert set(rows_of(treaties.splitlines())) <= international
    assert not set(rows_of(laws.splitlines())) & international


def test_a_law_stands_under_the_verdict_that_reaches_gives():
    for title, outcome in (("✓ ", "yes"), ("✗ ", "no"), ("? ", "undetermined")):
        laws = screen().partition("\nLaws\n")[2].partition(f"\n{title}")[2]
        first = rows_of(re.split("\n[✗?] ", laws)[0].splitlines())[0]
        assert short()["matrix"][key(first)][key("coe")] == outcome


def test_the_reason_is_told_for_the_convention_and_no_score_is():
    said = " ".join(screen().split())
    assert "only where travel of the victim: recruitment, harbouring," in said
    assert "read 132.2, text not seen (a child: no means needed)" in said
    assert "No ranking" in said
    assert "%" not in said
    assert not re.search(r"\d+ of \d+", said)


def test_what_brings_a_case_to_court_is_no_reason_for_a_no():
    united_states = screen().partition("\nUnited States  ")[2].partition("\n?")[0]
    assert "lacks removal of organs" in " ".join(united_states.split())
    assert "commerce" not in united_states


def test_a_text_that_is_past_or_read_up_to_a_day_says_so_in_its_line():
    lines = {n: x for x in table_of(screen()) for n in rows_of([x])}
    assert "2011-2022*" in lines["Armenia"]
    assert "2013- (2024-02)" in lines["Azerbaijan"]
    assert "2024- " in lines["Kazakhstan"]


def test_a_sketch_is_named_once_below_and_has_no_line():
    sketches = {v.name for v in WITH_OFFENCES if is_sketch(v)}
    assert "OSCE" in sketches
    assert not sketches & set(rows_of(table_of(screen())))
    below = " ".join(screen().partition("Legend")[2].split())
    assert all(name in below for name in sketches)
    assert set(rows_of(table_of(screen()))) == {v.name for v in WITH_OFFENCES} - sketches


def test_the_short_form_fits_a_hundred_columns():
    assert max(map(len, screen().splitlines())) <= 100


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
