"""The versions of program and records: one place, repeatable, in every output; and the papers of a
release."""

import json
import re
import shutil
import tomllib
from datetime import date

import pytest
from click.testing import CliRunner
from record_files import DATA, ROOT

import comparators
import provisions
from comparators.cli import main as compare
from provisions import release
from provisions.cli import main as records
from provisions.formats import TEXTS

STAMP = release.stamp()


def invoked(command, *arguments):
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("command", [compare, records])
def test_the_option_tells_program_and_data_version(command):
    assert invoked(command, "--version") == f"{STAMP}\n"


def test_the_version_of_the_program_stands_in_one_place():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" not in project["project"]
    assert project["project"]["dynamic"] == ["version"]
    place = project["tool"]["hatch"]["version"]
    found = re.search(
        place["pattern"], (ROOT / place["path"]).read_text(encoding="utf-8"), re.MULTILINE
    )
    assert found["version"] == release.VERSION == provisions.__version__


# -- the version of the records --------------------------------------------------------------------


def test_the_data_version_is_that_of_the_files_wherever_they_lie(tmp_path):
    copied = tmp_path / "elsewhere"
    shutil.copytree(DATA, copied)
    assert release.version_of([copied]) == provisions.data_version()
    (copied / "coe" / "notes.txt").write_text("no record")
    assert release.version_of([copied]) == provisions.data_version()


def test_line_ends_of_another_system_are_no_other_version(tmp_path):
    shutil.copytree(DATA / "coe", tmp_path / "a" / "coe")
    shutil.copytree(DATA / "coe", tmp_path / "b" / "coe")
    (file,) = (tmp_path / "b" / "coe").glob("*.toml")
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert release.version_of([tmp_path / "a"]) == release.version_of([tmp_path / "b"])


def test_a_changed_a_renamed_and_a_new_record_are_each_another_version(tmp_path):
    shutil.copytree(DATA / "coe", tmp_path / "coe")
    (file,) = (tmp_path / "coe").glob("*.toml")
    versions = [release.version_of([tmp_path])]
    file.write_text(file.read_text(encoding="utf-8") + "# read again\n", encoding="utf-8")
    versions.append(release.version_of([tmp_path]))
    file.rename(file.with_name("2008-02-02.toml"))
    versions.append(release.version_of([tmp_path]))
    (tmp_path / "coe" / "2030-01-01.toml").write_text("read = 2029-01-01\n")
    versions.append(release.version_of([tmp_path]))
    assert len(set(versions)) == 4
    assert versions[-1].day == "2029-01-01"


def test_the_day_is_the_last_on_which_a_text_was_read():
    read = max(v.read for i in provisions.instruments() for v in provisions.versions(i.id))
    assert provisions.data_version().day == str(read)


# -- every output ----------------------------------------------------------------------------------

CALLS = {
    "table": ["CoE", "Armenia"],
    "laws": ["Armenia", "Kazakhstan"],
    "gaps": ["CoE", "Armenia", "--gaps"],
    "facts": ["Armenia", "--facts", "recruitment,deception,forced-labour"],
    "own offence": ["UK", "--own-offence", "document-offences"],
    "matrix": ["CoE", "Armenia", "--matrix"],
    "history": ["Armenia", "--history"],
    "find": ["CoE", "--find", "fraud"],
}
PROSE = [to for to in TEXTS if to not in ("csv", "json")]


def bare(text):
    """The text without what a format does to it: line breaks, escapes."""
    return re.sub(r"[\s\\]+", "", text)


def names_both(mode, to):
    """Whether an output has the two versions, once (tests/slow tries every mode in every format)."""
    text = invoked(compare, *CALLS[mode], "--format", to)
    assert bare(text).count(bare(STAMP)) == 1


@pytest.mark.parametrize(
    ("mode", "to"), [*((mode, "table") for mode in CALLS), *(("table", to) for to in PROSE[1:])]
)
def test_every_output_names_program_and_data_version(mode, to):
    names_both(mode, to)


@pytest.mark.parametrize("mode", CALLS)
def test_json_names_both(mode):
    data = json.loads(invoked(compare, *CALLS[mode], "--format", "json"))
    assert data["program"] == {"name": "trafficking-provisions", "version": release.VERSION}
    assert data["data"] == {"date": release.data_version().day, "hash": release.data_version().hash}


def test_a_figure_names_both_where_its_text_is_read():
    from xml.etree import ElementTree as ET

    text = invoked(compare, "CoE", "Armenia", "Kazakhstan", "--format", "svg")
    figure = ET.fromstring(text)  # noqa: S314 - our own
    assert figure[-1].tag.endswith("metadata")
    assert figure[-1].text == STAMP


def test_a_tidy_file_has_its_rows_alone():
    assert release.data_version().hash not in invoked(compare, "CoE", "Armenia", "--format", "csv")


def test_a_result_in_a_program_names_both_too():
    assert STAMP in str(comparators.compare("CoE", "Armenia"))
    assert STAMP in str(comparators.compare("Armenia", "Kazakhstan"))


# -- the papers of a release -----------------------------------------------------------------------

CITATION = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def cff(key):
    """A plain value of the citation file."""
    found = re.search(rf'^{key}: "?([^"\n]*)"?$', CITATION, re.MULTILINE)
    return found[1] if found else None


def test_the_citation_file_has_what_its_standard_wants():
    assert cff("cff-version") == "1.2.0"
    assert cff("type") == "software"
    assert all(cff(key) for key in ("message", "title", "license"))
    assert re.search(r"^authors:\n  - (name|family-names): ", CITATION, re.MULTILINE)
    keys = set(re.findall(r"^([\w-]+):", CITATION, re.MULTILINE))
    known = {
        "cff-version", "message", "title", "abstract", "type", "version", "date-released",
        "license", "authors", "keywords", "repository-code", "url", "doi", "identifiers",
        "preferred-citation", "references", "contact", "commit",
    }  # fmt: skip
    assert keys <= known
    assert "\t" not in CITATION


def test_the_citation_file_is_of_this_version():
    assert cff("version") == release.VERSION
    assert date.fromisoformat(cff("date-released")) <= date.fromisoformat(
        release.data_version().day
    )


def test_the_change_log_begins_with_this_version_and_its_versions_fall():
    heads = re.findall(r"^## (.*)$", CHANGES, re.MULTILINE)
    numbers = [
        re.fullmatch(r"(\d+)\.(\d+)\.(\d+) \((unreleased|\d{4}-\d{2}-\d{2})\)", h) for h in heads
    ]
    assert all(numbers)
    assert heads[0].startswith(f"{release.VERSION} ")
    parts = [tuple(map(int, n.groups()[:3])) for n in numbers]
    assert parts == sorted(parts, reverse=True)
    assert len(set(parts)) == len(parts)
    assert all("unreleased" not in head for head in heads[1:])


def test_every_change_is_one_line_of_the_list():
    for line in CHANGES.splitlines():
        assert not line or line.startswith(("# ", "## ", "* ")), line
