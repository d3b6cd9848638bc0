"""What a call that cannot be answered looks like, and what a fault of the program does."""

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from provisions import DataError, Fault, UnknownNameError
from provisions.console import OneLineCommand

ROOT = Path(__file__).resolve().parents[2]


def failing(error):
    """What a command shows that raises this."""

    @click.command("compare", cls=OneLineCommand)
    def command():
        raise error

    return CliRunner().invoke(command)


@pytest.mark.parametrize(
    "error", [UnknownNameError("no such law"), click.UsageError("no\nsuch law")]
)
def test_what_the_library_refuses_is_one_line(error):
    said = failing(error)
    assert said.exit_code == 2
    assert said.stdout == ""
    assert said.stderr.startswith("compare: no such law") or said.stderr == "compare: no such law\n"
    assert said.stderr.count("\n") == 1


def test_every_fault_of_a_file_is_told_a_line_each():
    said = failing(DataError((Fault("a.toml", "x", "is\nwrong"), Fault("a.toml", "y", "too"))))
    assert said.exit_code == 2
    assert said.stderr == "compare: a.toml: x: is wrong\ncompare: a.toml: y: too\n"


@pytest.mark.parametrize("error", [ValueError("oops"), KeyError("oops"), TypeError("oops")])
def test_anything_else_is_a_fault_of_the_program_and_shows(error):
    said = failing(error)
    assert said.exit_code == 70
    assert "Traceback" in said.stderr
    assert "Please report it" in said.stderr


def shell(line):
    return subprocess.run(
        ["/bin/bash", "-c", line], capture_output=True, text=True, check=False, cwd=ROOT
    )


@pytest.mark.parametrize(
    "command",
    [
        "provisions check tests/drafts/requires-anything.toml",
        "provisions list",
        "comparators CoE Armenia --format json",
    ],
)
def test_a_reader_that_has_gone_is_no_fault(command):
    done = shell(f"'{sys.executable}' -m {command} | true; exit ${{PIPESTATUS[0]}}")
    assert "Traceback" not in done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize("command", ["comparators CoE Armenia", "provisions list"])
def test_a_closed_output_is_quiet(command):
    done = shell(f"'{sys.executable}' -m {command} >&-")
    assert (done.returncode, done.stderr) == (0, "")
