"""The corpus as tables: everything once, whole files, described so that other programs read them."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

import provisions
from provisions.cli import main
from provisions.corpus import installed
from provisions.export import COLUMNS, export
from provisions.records import evidence_of


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    export(installed(), folder)
    return folder


def rows(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_package_describes_every_file_and_every_column(folder):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    names = {r["path"] for r in package["resources"]}
    assert names == {f.name for f in folder.glob("*.csv")}
    assert {f.name for f in folder.iterdir()} == names | {"datapackage.json", "codebook.md"}
    for resource in package["resources"]:
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            heads = next(csv.reader(file))
        assert [f["name"] for f in resource["schema"]["fields"]] == heads


def test_every_column_is_explained_and_keeps_to_its_values(folder):
    book = (folder / "codebook.md").read_text(encoding="utf-8")
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    used = set()
    for resource in package["resources"]:
        chapter = book.partition(f"## {resource['path']}\n")[2].partition("\n## ")[0]
        for column in resource["schema"]["fields"]:
            used.add(column["name"])
            assert column["description"]
            assert f"| {column['name']} | {column['description']} |" in chapter
            allowed = column.get("constraints", {}).get("enum")
            if allowed:
                there = {r[column["name"]] for r in rows(folder, resource["name"])}
                assert there <= {*allowed, ""}, (resource["name"], column["name"])
    assert used == set(COLUMNS), "no column is explained that no table has"


def test_a_key_names_one_row(folder):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        key = resource["schema"]["primaryKey"]
        found = [tuple(r[k] for k in key) for r in rows(folder, resource["name"])]
        assert len(set(found)) == len(found), resource["name"]


def test_a_folder_that_cannot_be_written_is_one_line_and_a_file_is_whole_or_not_there(tmp_path):
    taken = tmp_path / "file"
    taken.write_text("mine", encoding="utf-8")
    done = CliRunner().invoke(main, ["export", str(taken)], prog_name="provisions")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    inside = tmp_path / "out"
    inside.mkdir()
    (inside / "lists.csv").mkdir()  # a folder where a file is to be
    done = CliRunner().invoke(main, ["export", str(inside)], prog_name="provisions")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "cannot write to" in done.stderr
    assert not [f for f in inside.iterdir() if f.name.startswith(".")]
    for file in inside.glob("*.csv"):
        if file.is_file():
            list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))


def test_the_command_exports_what_the_function_does(folder, tmp_path):
    done = CliRunner().invoke(main, ["export", str(tmp_path / "new")], prog_name="provisions")
    assert (done.exit_code, done.stderr) == (0, "")
    for file in folder.iterdir():
        assert (tmp_path / "new" / file.name).read_bytes() == file.read_bytes()


def test_what_a_row_refers_to_is_there(folder):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        for key in resource["schema"].get("foreignKeys", ()):
            (own,), (theirs,) = key["fields"], key["reference"]["fields"]
            there = {r[theirs] for r in rows(folder, key["reference"]["resource"])}
            assert {r[own] for r in rows(folder, resource["name"])} <= there


def test_every_quotation_of_the_corpus_is_in_the_tables(folder):
    held = {r["words"] for name in ("entries", "penalties", "clauses") for r in rows(folder, name)}
    for instrument in provisions.instruments():
        for version in provisions.versions(instrument.id):
            for path, evidence in evidence_of(version):
                beside = ".requires." in path or path.endswith((".defined", ".settled_by"))
                if evidence.words and ".entries." in path and not beside:
                    assert evidence.words in held, (version.key, path)


def test_fraud_in_the_convention_stands_in_its_own_row(folder):
    (row,) = [
        r for r in rows(folder, "entries")
        if (r["version"], r["list"], r["concept"]) == ("coe@2008-02-01", "means", "fraud")
    ]  # fmt: skip
    assert (row["at"], row["source"], row["mark"]) == ("4(a)", "coe", "stated")
    assert "fraud" in row["words"]


def test_an_export_leaves_no_other_file_behind(folder, tmp_path):
    (tmp_path / "mine.csv").write_text("mine", encoding="utf-8")
    export(installed(), tmp_path)
    export(installed(), tmp_path)
    assert {f.name for f in tmp_path.iterdir()} == {f.name for f in folder.iterdir()} | {"mine.csv"}
    assert (tmp_path / "mine.csv").read_text(encoding="utf-8") == "mine"
