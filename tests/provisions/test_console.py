"""What a call that cannot be answered looks like, and what a fault of the program does."""

import gc
import os
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from comparators.cli import main, provisions_main
from provisions import DataError, Fault, UnknownNameError
from provisions.console import OneLineCommand, write
from provisions.errors import ProvisionsError, RequestError
from provisions.loading import parse_toml
from provisions.skeleton import skeleton

ROOT = Path(__file__).resolve().parents[2]


def failing(error):
    """What a command shows that raises this."""

    @click.command("compare", cls=OneLineCommand)
    def command():
        raise error

    return CliRunner().invoke(command)


def test_garbage_is_looked_for_again_after_a_command_that_was_called_from_a_program():
    assert gc.isenabled()
    assert CliRunner().invoke(main, ["CoE", "Armenia"]).exit_code == 0
    assert gc.isenabled()
    gc.disable()
    try:
        assert CliRunner().invoke(main, ["CoE", "Atlantis"]).exit_code == 2
        assert not gc.isenabled(), "what the program has chosen stays"
    finally:
        gc.enable()


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


def test_what_steers_a_terminal_is_written_out(capsys):
    @click.command(cls=OneLineCommand, name="compare")
    def command():
        raise ProvisionsError("no instrument is called Co\x1b[31mE\u202e\n\x07")

    with pytest.raises(SystemExit):
        command.main([])
    assert capsys.readouterr().err == (
        "compare: no instrument is called Co\\x1b[31mE\\u202e \\x07\n"
    )


def test_a_printed_text_steers_no_terminal(capsys):
    write("a\x1b[2Jb\n\tc", None)
    assert capsys.readouterr().out == "a\\x1b[2Jb\n\tc\n"


@pytest.mark.parametrize("written", ["\\u001b[31m", "\\u202e", "\\u007f", "\x7f", "\x85", "\\f"])
def test_a_record_with_a_character_that_no_text_has_is_a_fault_with_its_place(written):
    _, faults = parse_toml(f'a = "plain \\t"\n[b]\nc = [1, "x{written}"]\n', "bill.toml")
    assert [f.path for f in faults] in (["b.c[1]"], [""])
    assert "\x1b" not in str(faults[0])


@pytest.mark.parametrize("name", ["", " ", "\x1b", '"', "--"])
def test_a_draft_is_called_by_a_name(name):
    with pytest.raises(RequestError, match="is no name for a draft"):
        skeleton(name)


def test_the_name_of_a_draft_stays_on_its_line():
    assert 'name = "Bill of 2027 [31m"' in skeleton("Bill\nof\t2027 \x1b[31m").splitlines()


@pytest.mark.parametrize("name", ["é" * 300, f"x/{'y' * 300}", "a\0b", f"x{os.sep}\0"])
def test_a_name_that_the_system_refuses_is_one_line(name):
    """Longer than any file's name, or with a character that none has: it is no file's."""
    calls = (
        (provisions_main, ["check", name]),
        (provisions_main, ["check", "--texts", name]),
        (provisions_main, ["show", name]),
        (main, ["CoE", name]),
    )
    for command, args in calls:
        done = CliRunner().invoke(command, args)
        assert done.exit_code == 2, args
        assert "Traceback" not in done.stderr
        assert "cannot write" not in done.stderr
        assert len(done.stderr.splitlines()) == 1
