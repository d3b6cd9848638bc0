"""Drafts to begin with, and records written out: what is written loads to the same record."""

import re
import tomllib
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner
from every import each, key, stem
from hypothesis import given
from hypothesis import strategies as st
from record_files import DATA, FILES, SMALL, tables_of
from record_strategies import versions as any_version
from test_drafts import DEBT, DRAFTS, REFUSED, bill

import provisions
from provisions import DataError, dump
from provisions.cli import main
from provisions.loading import instrument_table, load_version, parse_toml

EVERY = [v for i in provisions.instruments() for v in provisions.versions(i.id)]


def call(*arguments):
    return CliRunner().invoke(main, list(map(str, arguments)))


def loaded(text, version):
    raw = tomllib.loads(text)
    return load_version({**raw, "instrument": instrument_table(version.instrument)}, "out.toml")


# --- the quick reader of TOML, and the one of the standard library


@each(FILES, stem)
def test_a_data_file_is_read_as_the_standard_library_reads_it(path):
    read = parse_toml(path.read_text(encoding="utf-8"), path.name)
    assert repr(read) == repr((tables_of(path), ()))


@given(
    st.integers(0, len(SMALL) - 1),
    st.sampled_from(["", *"[]{}=\"'\n\t\r .,#-_:0127aftrue\\", "1999-12-31", '"""', "\ufeff"]),
    st.booleans(),
)
def test_a_text_with_a_slip_in_it_is_read_as_the_standard_library_reads_it(at, slip, beside):
    text = SMALL[:at] + slip + SMALL[at + (not beside) :]
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return  # of what is no TOML the messages are held in test_mistakes
    assert repr(parse_toml(text, "bill.toml")) == repr((tables, ()))


def test_what_the_quick_reader_cannot_nest_is_read_by_the_other():
    deep = "x = " + "[" * 200 + "]" * 200
    assert repr(parse_toml(deep, "bill.toml")) == repr((tomllib.loads(deep), ()))


# --- written out and read again


@each(EVERY, key)
def test_a_record_written_out_loads_to_itself(version):
    text = dump(version, draft=False)
    again, faults = loaded(text, version)
    assert (again, faults) == (version, ())
    assert list(again.lists) == list(version.lists)
    for name, a_list in again.lists.items():
        assert list(a_list.entries) == list(version.lists[name].entries), "the order of the source"


@given(any_version)
def test_any_record_written_out_loads_to_itself(version):
    assert loaded(dump(version, draft=False), version) == (version, ())


@each(FILES, stem)
def test_a_record_is_written_as_briefly_as_by_hand(path):
    version = provisions.get(f"{path.parent.name}@{path.stem}")
    raw = tomllib.loads(dump(version, draft=False))
    by_hand = tables_of(path)
    assert list(raw.get("lists", {})) == list(by_hand.get("lists", {}))
    for name, a_list in by_hand.get("lists", {}).items():
        entries = a_list.get("entries", {})
        assert len(raw["lists"][name].get("entries", {})) <= len(entries)
        alone = sum(isinstance(e, str) for e in entries.values())
        assert sum(isinstance(e, str) for e in raw["lists"][name].get("entries", {}).values()) <= (
            alone + sum(isinstance(e, dict) and set(e) == {"words"} for e in entries.values())
        )


def test_a_record_written_out_has_the_lines_of_the_one_written_by_hand():
    by_hand = (DATA / "uruguay" / "2008-01-17.toml").read_text(encoding="utf-8").splitlines()
    lines = dump(provisions.get("uruguay@2008-01-17"), draft=False).splitlines()
    assert [x for x in lines if x not in by_hand and not x.startswith("# ")] == []
    assert len(lines) <= len(by_hand) + 5


@pytest.mark.parametrize(
    "path", sorted(p for p in DRAFTS.glob("*.toml") if p.name != REFUSED), ids=lambda p: p.stem
)
def test_a_draft_written_out_loads_to_itself(path, tmp_path):
    version = provisions.load(path)
    (tmp_path / "again.toml").write_text(dump(version), encoding="utf-8")
    assert provisions.load(tmp_path / "again.toml") == version


def test_what_a_draft_brings_is_written_out_too(tmp_path):
    version = provisions.load(bill(tmp_path, DEBT, head='name = "Bill"\nkind = "national-law"'))
    (tmp_path / "again.toml").write_text(dump(version), encoding="utf-8")
    again = provisions.load(tmp_path / "again.toml")
    assert again == version
    assert again.vocabulary == version.vocabulary
    assert again.sources == version.sources


@pytest.mark.parametrize("text", ['"', "\\", "a\nb\tc", "\x00\x1f\x7f", "'''", "é ნ 法", "# x"])
def test_any_text_is_written_as_it_is(text):
    coe = provisions.get("CoE")
    said = evolve(coe, notes=(text,), title=text or None)
    assert loaded(dump(said, draft=False), coe)[0].notes == (text,) or not text.strip()


# --- validate


def test_a_record_changed_in_a_program_is_checked_as_a_file_is():
    coe = provisions.get("CoE")
    wrong = evolve(coe, source="ceo", lang="klingon!")
    found = {fault.path: fault.message for fault in provisions.validate(wrong)}
    assert "did you mean 'coe'?" in found["source"]
    wrong = evolve(coe, lists={**coe.lists, "acts": evolve(coe.lists["acts"], role="deed")}) if (
        "acts" in coe.lists
    ) else evolve(coe, read="yesterday")  # fmt: skip
    assert provisions.validate(wrong) != ()


# --- new


def test_the_skeleton_loads_as_it_is_and_explains_its_keys(tmp_path):
    said = call("new", "Bill of 2027", "--since", "2027-01-01")
    assert said.exit_code == 0
    (tmp_path / "bill.toml").write_text(said.output, encoding="utf-8")
    law = provisions.load(tmp_path / "bill.toml")
    assert (law.id, law.name, str(law.in_force.since)) == (
        "bill-of-2027",
        "Bill of 2027",
        "2027-01-01",
    )
    commented = said.output.partition("# A concept that the vocabulary lacks")[2]
    brought = re.sub(r"^# ", "", commented.partition("\n")[2], flags=re.MULTILINE)
    (tmp_path / "more.toml").write_text(f"{said.output}\n{brought}", encoding="utf-8")
    assert provisions.load(tmp_path / "more.toml").vocabulary.broader, "the comment is right too"


@pytest.mark.parametrize("name", ["kazakhstan", "CoE", "armenia@2006-07-16", "UK", "eu"])
def test_a_copy_of_a_law_loads_and_amends_it(tmp_path, name):
    file = tmp_path / "bill.toml"
    said = call("new", "draft", "--like", name, "--since", "2027-03-01", "--output", file)
    assert (said.exit_code, said.output) == (0, "")
    law, like = provisions.load(file), provisions.get(name)
    assert (law.amends, law.name, law.lists) == (like.id, "draft", like.lists)
    assert str(law.in_force) == "in force since 2027-03-01"


def test_a_copy_named_as_its_law_has_an_identifier_of_its_own(tmp_path):
    file = tmp_path / "bill.toml"
    assert call("new", "Kazakhstan", "--like", "kazakhstan", "--output", file).exit_code == 0
    assert provisions.load(file).id == "kazakhstan-draft"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["draft", "--like", "kazahstan"], "did you mean 'Kazakhstan'?"),
        (["draft", "--since", "March"], "'March' is not a date"),
        (["draft", "--output", "/no/such/folder/x"], "cannot write"),
    ],
)
def test_a_draft_that_cannot_be_made_is_one_line(arguments, says):
    said = call("new", *arguments)
    assert (said.exit_code, said.stdout, said.stderr.count("\n")) == (2, "", 1)
    assert says in said.stderr


# --- show


@pytest.mark.parametrize("to", ["table", "json"])
def test_a_draft_is_shown_by_its_path(tmp_path, to):
    law = bill(tmp_path, DEBT).read_text().replace("slavery =", "debt-trap =")
    (tmp_path / "bill.toml").write_text(law, encoding="utf-8")
    said = call("show", tmp_path / "bill.toml", "--format", to)
    assert (said.exit_code, said.stderr) == (0, "")
    assert "holding in debt by a lender" in said.output
    assert to == "json" or "a draft" in said.output


def test_a_draft_with_faults_is_shown_with_each():
    said = call("show", DRAFTS / REFUSED)
    assert said.exit_code == 2
    with pytest.raises(DataError) as refused:
        provisions.load(DRAFTS / REFUSED)
    assert said.stderr.count("\n") == len(refused.value.faults) > 1
    assert Path(REFUSED).name in said.stderr
