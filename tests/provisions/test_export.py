"""The corpus as tables: everything once, whole files, described so that other programs read them."""

import csv
import json

import pytest

import provisions
from provisions.corpus import installed
from provisions.export import export
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
    assert {f.name for f in folder.iterdir()} == names | {"datapackage.json"}
    for resource in package["resources"]:
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            heads = next(csv.reader(file))
        assert [f["name"] for f in resource["schema"]["fields"]] == heads


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
