"""Every command and every line of Python on the pages of docs/ is run, in a folder of its own."""

import doctest
import importlib.util
import re
import shlex
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from comparators.cli import main as compare
from provisions.cli import main as records

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [DOCS / "tutorial.md", DOCS / "how-to" / "bill.md"]
"""The pages that are followed here; tests/slow follows the others."""
COMMANDS = {"compare": compare, "provisions": records}
BLOCK = re.compile(r"(?:Save as `([\w.-]+)`:\n\n)?^```(\w+)\n([\s\S]*?)^```", re.MULTILINE)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL


def bare(line):
    return " ".join(line.split())


def agree(shown, printed):
    """Whether what a page shows is what is printed; ``...`` stands for any lines, or any text."""
    lines = (re.sub(r" ?\.\.\. ?", "...", bare(line)) for line in shown.strip("\n").split("\n"))
    pattern = re.escape("\n".join(lines))
    pattern = pattern.replace(re.escape("...") + "\\\n", r"(?:[\s\S]*\n)?").replace(
        re.escape("..."), r"[\s\S]*"
    )
    return re.fullmatch(pattern, "\n".join(bare(line) for line in printed.strip("\n").split("\n")))


def run(console):
    """Run the commands of a console block, and hold what is shown against what is printed."""
    for call in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
        line, _, shown = call.partition("\n")
        program, *arguments = shlex.split(line)
        result = CliRunner().invoke(COMMANDS[program], arguments, prog_name=program)
        assert result.exit_code == 0, (line, result.output)
        if shown.strip():
            assert agree(shown, result.stdout), (line, result.stdout)


def follow(page):
    """Do what a page says, in the folder one stands in."""
    text = page.read_text(encoding="utf-8")
    names = {}
    for found in BLOCK.finditer(text):
        file, language, block = found.groups()
        if file:
            Path(file).write_text(block, encoding="utf-8")
        elif language == "console":
            run(block)
        elif language == "toml":
            assert tomllib.loads(block)
        elif language == "python":
            test = doctest.DocTestParser().get_doctest(block, names, page.stem, str(page), 0)
            runner = doctest.DocTestRunner(optionflags=FLAGS)
            runner.run(test, clear_globs=False)
            names = test.globs
            assert runner.failures == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_a_page_shows_what_the_program_does(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    follow(page)


def links():
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:]+)(?:#[\w-]*)?\)", text):
            yield pytest.param(page, target, id=f"{page.relative_to(ROOT)}: {target}")


@pytest.mark.parametrize(("page", "target"), list(links()))
def test_every_link_to_a_file_leads_somewhere(page, target):
    assert (page.parent / target).exists()


def test_the_table_of_contents_has_every_page():
    contents = (DOCS / "README.md").read_text(encoding="utf-8")
    pages = {p.relative_to(DOCS).as_posix() for p in (*DOCS.glob("*.md"), *DOCS.glob("how-to/*"))}
    assert {p for p in pages if f"({p})" not in contents} <= {"README.md"}


# -- a user's script -------------------------------------------------------------------------------


def test_a_script_of_a_user_runs(tmp_path, capsys):
    import runpy

    page = (DOCS / "how-to" / "bill.md").read_text(encoding="utf-8")
    (bill,) = (block for file, _, block in BLOCK.findall(page) if file == "bill.toml")
    (tmp_path / "bill.toml").write_text(bill, encoding="utf-8")
    script = runpy.run_path(str(DOCS / "how-to" / "analysis.py"))
    assert script["main"](str(tmp_path / "bill.toml")) == 0
    printed = capsys.readouterr().out
    assert "Bill 12: no; lacks slavery\nafter the amendment: yes\n" in printed
    assert "armenia@2011-03-01, 132(1): “of fraud”" in printed
    laws = [line.partition(";")[0] for line in printed.splitlines()[:4]]
    assert laws == ["armenia", "georgia", "kazakhstan", "ukraine"]


# -- the figures of the mutants --------------------------------------------------------------------

SCRIPT = ROOT / "benchmarks" / "mutants.py"
MEASURED = re.compile(r"^\| (\w+) " + r"\| (\d+) " * 6 + r"\| (\d+) % \|", re.MULTILINE)


def test_the_figures_of_the_mutants_add_up_and_a_room_that_was_not_measured_is_named():
    rooms = re.findall(r'^    "(\w+)": \(', SCRIPT.read_text(encoding="utf-8"), re.MULTILINE)
    page = (DOCS / "mutants.md").read_text(encoding="utf-8")
    table = MEASURED.findall(page)
    left = re.search(r"^Not measured: (.*)$", page, re.MULTILINE)
    unmeasured = re.findall(r"`(\w+)`", left[1]) if left else []
    assert [room for room, *_ in table] == [room for room in rooms if room not in unmeasured]
    for room, *figures in table:
        every, drawn, killed, *others, share = map(int, figures)
        assert drawn == killed + sum(others) <= every, room
        assert abs(share - 100 * killed / drawn) <= 0.5, room


def test_the_examples_of_the_script_are_run():
    spec = importlib.util.spec_from_file_location("mutants", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    found = doctest.testmod(script)
    assert found.attempted >= 3
    assert found.failed == 0
