"""What a call that cannot be answered looks like, and what a fault of the program does."""

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
