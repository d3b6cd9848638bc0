"""``provisions`` in a process of its own: its streams, its folder, its environment, what it opens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from opened import opened_by, opened_by_calls

from provisions.cli import main

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "provisions"))
from record_files import DATA, FILES, SMALL
from test_corpus import CODE, RURITANIA, more

ROOT = Path(__file__).resolve().parents[2]

COMMANDS = {
    "list": [],
    "show": ["Kazakhstan"],
    "concepts": [],
    "sources": [],
    "check": [str(FILES[0])],
}


def shown(*args):
    """What a sound call prints, in this process."""
    done = CliRunner().invoke(main, args, prog_name="provisions")
    assert (done.exit_code, done.stderr) == (0, ""), done.stderr
    return done.stdout


def program(*args, **more):
    return subprocess.run(
        [sys.executable, "-m", "provisions", *args],
        capture_output=True,
        text=True,
        check=False,
        **more,
    )


def test_the_module_is_the_program(tmp_path):
    done = program("show", "CoE", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == shown("show", "CoE")
    wrong = program("show", "Armenja", cwd=tmp_path)
    assert (wrong.returncode, wrong.stdout, wrong.stderr.count("\n")) == (2, "", 1)
    assert "did you mean 'Armenia'?" in wrong.stderr


def test_a_reader_that_goes_away_is_no_error():
    command = [sys.executable, "-m", "provisions", "concepts", "--format", "json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout.readline() == "{\n"
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


def test_no_command_opens_a_record_that_was_not_asked_for():
    calls = [
        ["--help"],
        *([c, "--help"] for c in COMMANDS),
        ["sources"],
        ["concepts"],
        ["show", "CoE"],
    ]
    assert opened_by_calls(calls, "provisions", "provisions") == [
        *[[]] * 6,
        ["bibliography.toml"],
        ["vocabulary.toml"],
        [
            "bibliography.toml",
            "coe/2008-02-01.toml",
            "instruments.toml",
        ],  # a page names its sources
    ]


def test_the_shell_asks_the_program_itself():
    env = {
        **os.environ,
        "_PROVISIONS_COMPLETE": "bash_complete",
        "COMP_WORDS": "provisions show arm",
        "COMP_CWORD": "2",
    }
    assert program(env=env, cwd=ROOT).stdout == "plain,armenia\n"


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


def test_nothing_is_opened_that_was_not_asked_for():
    steps = {
        "import provisions": [],
        "provisions.instruments()": ["instruments.toml"],
        "provisions.get('CoE')": ["coe/2008-02-01.toml", "vocabulary.toml"],
        "provisions.get('Armenia', as_of='2006-07-16')": ["armenia/2006-07-16.toml"],
        "provisions.get('cets 197')": [],
        "provisions.versions('eu')": sorted(f"eu/{p.name}" for p in (DATA / "eu").iterdir()),
    }
    assert opened_by(steps) == list(steps.values())


def run(code, path):
    """Run some code with ``PROVISIONS_PATH`` set."""
    return subprocess.run(
        [sys.executable, "-c", f"import provisions\n{code}"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PROVISIONS_PATH": str(path)},
    )


def test_the_variable_names_a_folder_of_more_records(tmp_path):
    more(
        tmp_path,
        {
            "instruments.toml": RURITANIA,
            "bibliography.toml": CODE,
            "ruritania/2010-01-01.toml": SMALL,
        },
    )
    said = run("print(provisions.get('ruritania').key)", tmp_path)
    assert said.stdout == "ruritania@2010-01-01\n"
    said = run("print(provisions.get('ruritania').key)", tmp_path / "no such folder")
    assert "is no folder; PROVISIONS_PATH names folders of records" in said.stderr
