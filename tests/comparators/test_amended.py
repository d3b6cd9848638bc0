"""The amended record: written to a file, it is a draft like any other, and reaches what was promised."""

from pathlib import Path

import pytest
from click.testing import CliRunner

import provisions
from comparators import gaps
from comparators.cli import main
from comparators.modes.gaps import amended, work_lists
from provisions.skeleton import copy_of

DRAFTS = Path(__file__).parents[1] / "drafts"
LACKING = [
    p for p in sorted(DRAFTS.glob("*.toml")) if p.stem not in ("requires-anything", "full", "knowingly", "two-offences")
]  # fmt: skip
NAMED = (
    "croatia@2013-01-01",  # words that are doubtful in two lists
    "india@2024-07-01",  # a limb on children
    "kazakhstan@2013-07-04",  # a demand that stands for a means is widened
    "romania@2014-02-01",  # a demand stands in the definition and in a graver form
    "us",
)


def call(*arguments):
    return CliRunner().invoke(main, list(map(str, arguments)))


def written(tmp_path, law, *standards):
    """The amended law, read from its file."""
    chosen, words = provisions.together((*standards, law))
    file = tmp_path / "amended.toml"
    file.write_text(amended(work_lists(chosen, None, words)), encoding="utf-8")
    return file


def lacks_nothing_any_more(folder, path):
    """An amended draft, read from its file (``tests/slow`` amends every one)."""
    before = gaps(path, "CoE")
    again = gaps(written(folder, path, "CoE"), "CoE")
    assert (again.missing, again.doubtful) == ((), ())
    assert again.verdict.verdict == ("yes" if not before.unsettled else "undetermined")


@pytest.mark.parametrize("name", ["cross-border", "overlap-act", "empty-acts"])
def test_an_amended_draft_lacks_nothing_any_more(tmp_path, name):
    lacks_nothing_any_more(tmp_path, DRAFTS / f"{name}.toml")


@pytest.mark.parametrize("name", NAMED)
def test_an_amended_law_of_the_corpus_lacks_nothing_any_more(tmp_path, name):
    before = gaps(name, "CoE")
    assert before.suffices
    again = gaps(written(tmp_path, name, "CoE"), "CoE")
    assert again.law.amends == before.law.id
    assert (again.missing, again.doubtful) == ((), ())
    assert again.verdict.verdict == ("yes" if not before.unsettled else "undetermined")


def test_one_amendment_answers_several_standards(tmp_path):
    path = DRAFTS / "shared.toml"
    file = written(tmp_path, path, "CoE", "EU")
    for standard in ("CoE", "EU"):
        assert gaps(file, standard).missing == ()


def test_a_demand_that_a_graver_form_has_too_is_dropped_from_the_definition():
    found = gaps("romania@2014-02-01", "CoE")
    means = next(x for x in found.amended.lists.values() if x.role == "means")
    assert not means.entries["abuse-of-vulnerability"].requires


def test_the_amended_law_is_written_beside_the_list(tmp_path):
    file = tmp_path / "new.toml"
    said = call("CoE", DRAFTS / "shared.toml", "--gaps", "--amended", file)
    assert (said.exit_code, said.stderr) == (0, "")
    assert "add 'slavery' to the purposes" in said.stdout
    head = file.read_text(encoding="utf-8")
    assert "with the 1 edit of its smallest amendment under CoE" in head
    assert 'slavery = { at = "1(1)", gloss = "added by the amendment"' in head
    again = call("CoE", file, "--gaps")
    assert "reaches all that CoE requires" in again.stdout
    assert "Missing" not in again.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("CoE", "Armenia", "--amended", "x.toml"), "--amended goes with --gaps"),
        (("CoE", "Armenia", "Russia", "--gaps", "--amended", "x"), "one of Armenia, Russia"),
        (("CoE", DRAFTS / "full.toml", "--gaps", "--amended", "x"), "nothing of the definition"),
        (("CoE", "ilo-c29", "--gaps", "--amended", "x"), "lays down no offence"),
        (("CoE", "us", "--gaps", "--amended", "no/such/folder/x"), "cannot write"),
    ],
)
def test_where_there_is_nothing_to_write_one_line_says_why(tmp_path, monkeypatch, arguments, says):
    monkeypatch.chdir(tmp_path)
    said = call(*arguments)
    assert (said.exit_code, said.stdout) == (2, "")
    assert says in said.stderr
    assert len(said.stderr.splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_a_copy_of_a_draft_amends_nothing_that_is_not_held(tmp_path):
    file = tmp_path / "second.toml"
    file.write_text(copy_of(provisions.load(DRAFTS / "full.toml"), "Second"), encoding="utf-8")
    assert provisions.load(file).amends is None
