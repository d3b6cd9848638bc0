"""``compare`` in a process of its own: its streams, its folder, what it opens, what it imports."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from opened import opened_by_calls

from comparators.cli import main

ROOT = Path(__file__).resolve().parents[2]


def shown(*args):
    """What a sound call prints, in this process."""
    done = CliRunner().invoke(main, args, prog_name="compare")
    assert (done.exit_code, done.stderr) == (0, ""), done.stderr
    return done.stdout


def program(*args, module="comparators", **more):
    """The program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", module, *args], capture_output=True, text=True, check=False, **more
    )


def test_the_module_is_the_program():
    done = program("CoE", "Armenia", "--facet", "means")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == shown("CoE", "Armenia", "--facet", "means")
    wrong = program("CoE", "Armenja")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr == "compare: no instrument is called 'Armenja' (did you mean 'Armenia'?)\n"


def test_a_reader_that_goes_away_is_no_error():
    names = ["CoE", "Armenia", "Kazakhstan", "Russia", "--all", "--evidence"]
    command = [sys.executable, "-m", "comparators", *names]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout.readline().startswith("Armenia, Kazakhstan, Russia under CoE")
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is of Linux")
def test_a_terminal_that_cannot_be_written_to_is_one_line():
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "comparators", "CoE"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=ROOT,
        )
    assert done.returncode != 0
    assert done.stderr.count("\n") == 1
    assert "No space left on device" in done.stderr


def test_a_terminal_of_another_alphabet_gives_no_traceback():
    done = program(
        "CoE",
        "Kazakhstan",
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    )
    assert done.returncode == 2
    assert "give --output FILE" in done.stderr
    assert done.stderr.count("\n") == 1


def test_what_a_machine_reads_is_utf_8_whatever_the_console():
    done = subprocess.run(
        [sys.executable, "-m", "comparators", "CoE", "Kazakhstan", "--format", "json"],
        capture_output=True, check=True, cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    )  # fmt: skip
    assert "вербовка" in done.stdout.decode("utf-8")


def test_the_program_works_from_any_folder(tmp_path):
    done = program("CoE", "--facet", "penalty", cwd=tmp_path)
    assert done.stdout == shown("CoE", "--facet", "penalty")


def test_a_faulty_record_is_one_line_when_it_is_asked_for_and_not_before(tmp_path):
    for folder in ("provisions", "comparators"):
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    for part in ("coe", "armenia", "instruments.toml", "vocabulary.toml", "bibliography.toml"):
        source, target = ROOT / "data" / part, tmp_path / "data" / part
        target.parent.mkdir(exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    (tmp_path / "data/armenia/2011-03-01.toml").write_text(
        "source = 7\nvictims = 'x'\n", encoding="utf-8"
    )
    sound = program("CoE", "Armenia@2003-08-01", cwd=tmp_path)
    assert (sound.returncode, sound.stderr) == (0, "")
    wrong = program("CoE", "Armenia", cwd=tmp_path)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert re.fullmatch(r"(compare: data/armenia/2011-03-01\.toml(:\d+)?: .+\n){2,}", wrong.stderr)


def opened(*calls):
    """The data files each of some calls opens, in one process."""
    return [set(names) for names in opened_by_calls(calls, "comparators", "compare")]


def test_a_comparison_opens_the_versions_it_was_asked_for_and_no_other():
    shared = {"instruments.toml", "vocabulary.toml", "bibliography.toml"}
    found = opened(
        ["CoE", "Armenia"], ["CoE", "Armenia@2003-08-01"], ["Palermo", "--facet", "means"]
    )
    unread = "armenia/2022-07-01.toml"  # opened to see that it is a sketch
    assert found[0] == {*shared, "coe/2008-02-01.toml", "armenia/2011-03-01.toml", unread}
    assert found[1] - shared == {"armenia/2003-08-01.toml"}
    assert found[2] - shared == {"palermo/2003-12-25.toml"}


def test_help_and_a_call_that_cannot_be_opens_nothing():
    assert (
        opened(
            ["--help"],
            ["-h"],
            ["--format", "tabel", "CoE"],
            ["CoE", "--gaps", "--matrix"],
            ["CoE", "--facet", "x"],
        )
        == [set()] * 5
    )


def test_help_imports_nothing_that_compares():
    code = "import sys; from comparators.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    modules = done.stderr.split()
    assert "comparators.cli" in modules
    for heavy in (
        "tabulate",
        "comparators.verdicts",
        "comparators.comparison",
        "comparators.modes.table",
    ):
        assert heavy not in modules


def test_the_shell_asks_the_program_itself():
    env = {
        **os.environ,
        "_COMPARE_COMPLETE": "bash_complete",
        "COMP_WORDS": "compare CoE arm",
        "COMP_CWORD": "2",
    }
    done = program(env=env, cwd=ROOT)
    assert (done.stdout, done.stderr, done.returncode) == ("plain,armenia\n", "", 0)


@pytest.mark.parametrize("law", ["Croatia", "Kazakhstan", "Romania"])
def test_the_smallest_amendment_does_not_hang_on_the_order_of_a_set(law):
    told = {
        program("CoE", law, "--gaps", env={**os.environ, "PYTHONHASHSEED": str(seed)}).stdout
        for seed in range(1, 4)
    }
    assert len(told) == 1
    assert "Doubtful" in told.pop()


def test_no_gap_of_a_verdict_is_told_in_the_order_of_a_set():
    told = {
        program(
            "CoE", "OPSC", "--matrix",
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
        ).stdout
        for seed in range(1, 7)
    }  # fmt: skip
    assert len(told) == 1
    assert "of a child" in told.pop()


# --- other processes: signals, writers, consoles


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of Unix")
@pytest.mark.parametrize(
    ("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM)]
)
def test_a_signal_ends_the_program_without_a_trace_and_without_a_file(tmp_path, sign, code):
    """It waits for a draft that somebody is still writing when the signal comes."""
    pipe, out = tmp_path / "bill.toml", tmp_path / "out.txt"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "comparators", "CoE", str(pipe), "--output", str(out)]
    with (
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
        ) as process,
        pipe.open("w"),
    ):  # opens once the program has opened it to read
        process.send_signal(sign)
        said, told = process.communicate(timeout=60)
    assert (process.returncode, said) == (code, "")
    assert "Traceback" not in told
    assert [p.name for p in tmp_path.iterdir()] == ["bill.toml"]


def test_several_writers_of_one_file_leave_the_whole_answer_of_one(tmp_path):
    out = tmp_path / "answer"
    laws = ("Armenia", "Belarus", "Kazakhstan", "Ukraine")
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "comparators", "CoE", law, "--output", str(out)],
            stderr=subprocess.PIPE, text=True, cwd=ROOT,
        )
        for law in laws
    ]  # fmt: skip
    said = [(process.communicate(timeout=120)[1], process.returncode) for process in started]
    assert said == [("", 0)] * len(laws)
    assert out.read_text(encoding="utf-8") in {shown("CoE", law) for law in laws}
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp866", "latin-1"])
def test_no_letter_is_lost_on_a_console_of_few_letters(encoding, tmp_path):
    console = {"env": {**os.environ, "PYTHONIOENCODING": encoding}, "cwd": ROOT}
    told = program("CoE", "Kazakhstan", "--words", encoding=encoding, **console)
    whole = shown("CoE", "Kazakhstan", "--words")
    if told.returncode == 2:
        assert told.stdout == ""
        assert re.match(r"compare: this console \([\w-]+\) cannot show '\\u04", told.stderr)
        assert "--output FILE" in told.stderr
    else:
        assert told.returncode == 0
        assert told.stdout.count("?") == whole.count("?")  # marks of what is not known alone
    file = tmp_path / "table.txt"
    assert program("CoE", "Kazakhstan", "--words", "--output", str(file), **console).returncode == 0
    assert file.read_text(encoding="utf-8") == whole
