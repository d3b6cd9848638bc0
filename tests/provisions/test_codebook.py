"""The codebook documents every key, role and value of the records, and nothing else."""

import re
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

import pytest
from attrs import fields, has

from provisions import records
from provisions.checking.versions import check_version
from provisions.loading import parse_toml
from provisions.vocabulary import GROUPS

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "data.md").read_text(encoding="utf-8")
SECTIONS = {
    found[1]: found[2]
    for found in re.finditer(r"^### (\w+)\n(.*?)(?=^##|\Z)", TEXT, re.MULTILINE | re.DOTALL)
}
CLASSES = {name: cls for name, cls in vars(records).items() if isinstance(cls, type) and has(cls)}
TOLD_WITH = {"Discrepancy": "Version", "Example": "Version", "Reservation": "Binding"}
INHERITED = {f.name for f in fields(records.Evidence)}


def documented(section):
    """The keys of a section: what stands in quotation marks in the first column of its table."""
    cells = re.findall(r"^\|([^|]*)\|", SECTIONS[section], re.MULTILINE)
    return {key for cell in cells for key in re.findall(r"`([\w-]+)`", cell)}


def written(cls):
    """The keys of a class as a file has them, those of its evidence told once for all."""
    own = {f.name.replace("container_title", "container-title") for f in fields(cls)}
    return (
        own if cls is records.Evidence or not issubclass(cls, records.Evidence) else own - INHERITED
    )


@pytest.mark.parametrize("name", sorted(set(CLASSES) - set(TOLD_WITH)))
def test_every_key_of_a_record_is_documented_and_no_other(name):
    cls = CLASSES[name]
    wanted = written(cls) - ({"searched"} if name == "Chapter" else set())
    assert documented(name) == wanted


@pytest.mark.parametrize("name", sorted(TOLD_WITH))
def test_the_keys_of_small_records_are_told_where_they_stand(name):
    section = SECTIONS[TOLD_WITH[name]]
    assert {key for key in written(CLASSES[name]) if f"`{key}`" not in section} == set()


def choices(cls):
    """The values of each key that has a choice of them."""
    for key, hint in get_type_hints(cls).items():
        for part in (hint, *get_args(hint)):
            if get_origin(part) is Literal and all(isinstance(x, str) for x in get_args(part)):
                yield key, get_args(part)


@pytest.mark.parametrize("name", sorted(set(CLASSES) - {"Concept"}))
def test_every_value_of_a_choice_is_documented(name):
    section = SECTIONS[TOLD_WITH.get(name, name)]
    inherited = {"strength", "mark"} if name in ("Offence", "Limb", "Clause") else set()
    for key, values in choices(CLASSES[name]):
        if key in inherited or key in ("strength", "mark"):
            continue
        assert [v for v in values if f"`{v}`" not in section] == [], key


@pytest.mark.parametrize("alias", ["Role", "Strength", "Mark", "Basis", "Kind", "Effect", "Fine"])
def test_every_role_strength_mark_basis_and_kind_is_documented(alias):
    assert [v for v in get_args(getattr(records, alias)) if f"`{v}`" not in TEXT] == []


def test_every_group_of_a_vocabulary_is_documented():
    groups = TEXT.partition("## Groups\n")[2].partition("\n## ")[0]
    assert set(re.findall(r"`([\w-]+)`", groups)) == {*GROUPS, "requires", "excluded"}


def test_the_example_of_a_file_is_one():
    found = re.search(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    raw, faults = parse_toml(found[1], "codebook")
    assert faults == ()
    assert {"lists", "offences", "nothing_on", "in_force"} <= set(raw)


def test_the_example_of_a_file_has_no_unknown_key():
    from record_files import NATIONAL

    from provisions import corpus

    raw, _ = parse_toml(re.search(r"```toml\n(.*?)```", TEXT, re.DOTALL)[1], "codebook")
    _, found = check_version(raw, "codebook", NATIONAL, corpus.thesaurus(), corpus.bibliography())
    assert not [str(f) for f in found if "unknown key" in f.message or "must be" in f.message]
