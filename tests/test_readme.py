"""The README cannot drift: its tables are printed by the program, its Python is run, its numbers
are counted.

``UPDATE_README=1 python -m pytest tests/test_readme.py`` prints the tables and the list of files into
it anew.
"""

import doctest
import os
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

import provisions
from comparators.cli import main as compare
from provisions.cli import main as records

README = Path(__file__).parent.parent / "README.md"
TEXT = README.read_text(encoding="utf-8")
BLOCK = re.compile(r"^```console\n\$ (.*)\n([\s\S]*?)^```", re.MULTILINE)
DATA = re.compile(r"data of \d{4}-\d{2}-\d{2} \([0-9a-f]{12}\)")
OPENING = re.compile(r'^r?"""(.*?)(?:\n\n|""")', re.DOTALL | re.MULTILINE)
FILES = re.compile(r"^```text\n([\s\S]*?)^```", re.MULTILINE)
COMMANDS = {"compare": compare, "provisions": records}


def printed(command):
    program, *arguments = shlex.split(command)
    result = CliRunner().invoke(COMMANDS[program], arguments, prog_name=program)
    assert result.exit_code == 0, result.output
    return DATA.sub("data of ...", result.stdout)  # adding a law is no change of the README


@pytest.mark.parametrize("command", [command for command, _ in BLOCK.findall(TEXT)])
def test_the_readme_shows_what_the_program_prints(command):
    if os.environ.get("UPDATE_README"):
        fresh = BLOCK.sub(
            lambda m: f"```console\n$ {m[1]}\n{printed(m[1])}```",
            README.read_text(encoding="utf-8"),
        )
        README.write_text(fresh, encoding="utf-8")
    shown = dict(BLOCK.findall(README.read_text(encoding="utf-8")))[command]
    assert shown == printed(command)


def rooms():
    """Each file of the two packages with the first sentence of its docstring."""
    for package in ("provisions", "comparators"):
        for path in sorted((README.parent / package).rglob("*.py")):
            opening = OPENING.search(path.read_text(encoding="utf-8"))[1]
            sentence = re.split(r"(?<=[.?!])\s+(?=[A-Z`])", " ".join(opening.split()))[0]
            yield f"{path.relative_to(README.parent).as_posix():<40} {sentence.replace('``', '`')}\n"


def test_the_readme_says_of_every_file_what_is_in_it():
    listed = "".join(rooms())
    if os.environ.get("UPDATE_README"):
        fresh = FILES.sub(lambda _: f"```text\n{listed}```", README.read_text(encoding="utf-8"))
        README.write_text(fresh, encoding="utf-8")
    assert FILES.search(README.read_text(encoding="utf-8"))[1] == listed


def test_the_readme_runs_its_python():
    results = doctest.testfile(
        str(README), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE
    )
    assert results.attempted >= 6
    assert results.failed == 0


def test_the_readme_counts_instruments_and_versions_right_and_a_law_more_makes_it_no_less_true():
    held = provisions.instruments()
    versions = sum(len(provisions.versions(i.id)) for i in held)
    found = re.search(r"More than (\d+) instruments in more than (\d+) versions", TEXT)
    told = [int(number) for number in found.groups()]
    assert told[0] < len(held) < 2 * told[0]
    assert told[1] < versions < 2 * told[1]


def test_every_command_and_option_stands_in_the_readme():
    names = [f"provisions {name}" for name in records.commands]
    options = [o for p in compare.params for o in p.opts if o.startswith("--")]
    missing = [word for word in (*names, *options) if word not in TEXT]
    assert not missing


def test_the_readme_has_two_lines_that_set_up_everything():
    lines = [line for line in TEXT.splitlines() if line.startswith("python3 -m venv")]
    assert [("compare CoE Armenia" in line, "pytest" in line) for line in lines] == [
        (True, False),
        (False, True),
    ]
