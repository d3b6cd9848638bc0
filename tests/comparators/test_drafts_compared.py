"""A bill beside the law: a path wherever a name is taken, and nothing else changed by it."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import comparators
import provisions
from comparators.cli import main
from comparators.wording.cells import value

sys.path.insert(0, str(Path(__file__).parents[1] / "provisions"))
from test_drafts import DEBT, DRAFTS, REFUSED, bill

GOOD = sorted(p for p in DRAFTS.glob("*.toml") if p.name != REFUSED)
MODES = {"table": [], "gaps": ["--gaps"], "matrix": ["--matrix"]}


def call(*arguments):
    return CliRunner().invoke(main, list(map(str, arguments)))


def is_compared(path, mode):
    """A draft stands in a mode as a law does (tests/slow tries every draft in each)."""
    said = call("CoE", path, *MODES[mode])
    assert (said.exit_code, said.stderr) == (0, "")
    assert "Draft" in said.stdout


@pytest.mark.parametrize("mode", MODES)
def test_a_draft_is_compared_by_its_path(mode):
    is_compared(DRAFTS / "knowingly.toml", mode)


def cell(name, concept):
    """What the table says of a concept of the draft of this name, beside the Convention."""
    table = comparators.compare("CoE", DRAFTS / f"{name}.toml")
    (row,) = (r for r in table.rows if r.concept == concept)
    return row.cells[1].status, value(row.cells[1], table.words)


def test_the_mind_of_the_offence_is_a_row_and_no_demand():
    assert cell("knowingly", "intent") == ("covered", "5")
    assert cell("knowingly", "knowledge") == ("covered", "5")
    draft = provisions.load(DRAFTS / "knowingly.toml")
    assert comparators.reaches(draft, "CoE").verdict == "yes"


@pytest.mark.parametrize(
    ("name", "row", "status", "says"),
    [
        ("tier-without-sanction", "penalty-base", "covered", "up to 12 years (5(2))"),
        ("tier-without-sanction", "penalty-child", "silent", "not known; read 7"),
        (
            "tier-without-sanction",
            "penalty-highest",
            "silent",
            "not known; read 7; seen: up to 12 years (5(2))",
        ),
        ("two-circumstances", "penalty-base", "covered", "7-10 years (1(2))"),
        (
            "two-circumstances",
            "penalty-child",
            "covered",
            "10 years to life (1(4)); 14 years to life (1(5), only: two or more victims)",
        ),
        ("two-circumstances", "penalty-highest", "covered", "life (1(7))"),
        ("two-circumstances", "child-victim", "covered", "1(4)"),
        (
            "two-circumstances",
            "several-victims",
            "partial",
            "in part: only child victim (1(5)); the rest not in the sections read",
        ),
    ],
)
def test_the_forms_of_a_draft_are_told_as_they_are(name, row, status, says):
    assert cell(name, row) == (status, says)


def test_where_a_crossing_is_demanded_trafficking_within_one_state_is_not_there():
    status, value = cell("cross-border", "national-trafficking")
    assert status == "absent"
    assert value == "no: crossing a State border is demanded (5)"


def test_a_draft_with_a_fault_is_refused_with_it():
    said = call("CoE", DRAFTS / REFUSED)
    assert said.exit_code == 2
    lines = said.stderr.splitlines()
    assert [x.partition("requires-anything.toml")[2][:46] for x in lines[:2]] == [
        ":50: offences[0].limbs[0].requires.weapon: 'we",
        ":50: offences[0].limbs[0].requires.recruitment",
    ]
    assert "'weapon' is an aggravating circumstance; here stands a further element" in lines[0]
    assert said.stdout == ""


def test_a_draft_stands_as_the_last_amendment():
    said = call("kazakhstan", DRAFTS / "full.toml", "--history")
    assert said.exit_code == 0
    held = said.stdout.partition("\nVersions held\n")[2].split("\n\n")[0].split("\n")
    assert held[-1] == "Draft: in force since 2010-01-01"
    assert "\ntrafficking-provisions " in said.stdout
    alone = call("kazakhstan", "--history").stdout
    assert said.stdout.partition("Draft, 2010-01-01")[0].strip().startswith("Kazakhstan, Draft")
    assert alone.partition("\n\n")[2].partition("\nVersions")[0].rstrip() in said.stdout


def test_a_text_picked_for_the_history_is_refused():
    said = call("Kazakhstan@foo", "--history")
    assert said.exit_code == 2
    assert "leave '@foo' out" in said.stderr


def statuses(comparison, named):
    return {
        (row.facet, row.concept, version.key): cell.status
        for row in comparison.rows
        for version, cell in zip(comparison.versions, row.cells, strict=True)
        if version.key in named
    }


def test_adding_a_draft_changes_no_status_of_any_other_text(tmp_path):
    """Every text of the corpus: ``tests/slow/test_every_law.py``."""
    names = ("CoE", "Armenia", "Kazakhstan@2006-03-02", "Russia", "Moldova", "United Kingdom")
    changes_nothing([provisions.get(n) for n in names], provisions.load(bill(tmp_path, DEBT)))


def changes_nothing(held, draft):
    """A draft beside some texts leaves every status of theirs as it is."""
    keys = {v.key for v in held}
    before = statuses(comparators.compare(*held), keys)
    after = statuses(comparators.compare(*held, draft), keys)
    assert {key: after[key] for key in before} == before


def test_what_a_draft_brings_is_compared_for_it_alone(tmp_path):
    law = bill(tmp_path, DEBT).read_text().replace("slavery =", "debt-trap =")
    (tmp_path / "own.toml").write_text(law, encoding="utf-8")
    table = comparators.compare(
        provisions.get("CoE"), provisions.load(tmp_path / "own.toml"), facets=["purpose"]
    )
    rows = {row.concept: [cell.status for cell in row.cells] for row in table.rows}
    assert rows["debt-trap"] == ["open", "covered"], "the Convention's list is open"


def test_two_drafts_with_a_concept_of_one_name_have_rows_of_their_own(tmp_path):
    law = bill(tmp_path, DEBT).read_text().replace("slavery =", "debt-trap =")
    (tmp_path / "one.toml").write_text(law, encoding="utf-8")
    other = law.replace('"Bill"', '"Other"').replace("holding in debt by a lender", "a loan")
    (tmp_path / "two.toml").write_text(other, encoding="utf-8")
    one, two = (provisions.load(tmp_path / f"{name}.toml") for name in ("one", "two"))
    table = comparators.compare(one, two, facets=["purpose"])
    rows = {row.label: [cell.status for cell in row.cells] for row in table.rows}
    assert rows["holding in debt by a lender"][0] == "covered"
    assert rows["holding in debt by a lender"][1] != "covered"
    assert rows["a loan (Other)"][1] == "covered"
    assert rows["a loan (Other)"][0] != "covered"
