"""Mutation testing: small faults put into a room one at a time, and do its own tests see them?

``python benchmarks/mutants.py [ROOM ...] [--sample 200] [--seed 1] [--longest 5]`` copies the
sources that git knows into a folder, has mutmut make every mutant of a room, draws some of them by
the seed, runs on each only the tests of the room that reach its function (the quickest, as many as
take five seconds together), and prints a line a room; then what survived, as the lines that differ.
``pip install -e ".[test]" mutmut`` is what it wants.

Two things differ from a plain run of mutmut. It leaves decorated functions alone, and a third of
``reach`` are cached properties: in the copy each such function is written bare, and decorated in the
line below it. And each mutant runs in a fork of one process that has collected the tests and run
none: what the library keeps of a law (its lists as read) would else come from the code without the
fault; and to collect them anew for each would take most of the time.
"""

import argparse
import ast
import gc
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from itertools import accumulate
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
#: Each room: its files, and the tests that are its own (names in tests/comparators).
ROOMS: dict[str, tuple[str, str]] = {
    "boxes": ("comparators/boxes.py", "boxes limbs"),
    "lists": ("comparators/lists.py", "lists limbs cells reach thesaurus"),
    "limbs": ("comparators/limbs.py", "limbs lists reach verdicts answers forms_together"),
    "cases": ("comparators/cases.py", "cases reach verdicts questions answers patterns"),
    "findings": (
        "comparators/findings/*.py",
        "findings cells kinds thesaurus penalties forms_together rules clauses clauses_beside",
    ),
    "reach": ("comparators/reach.py", "answers gaps_told reach verdicts questions patterns"),
    "verdicts": ("comparators/verdicts.py", "gaps_told reach verdicts questions provisos answers"),
    "worklist": ("comparators/worklist.py", "worklist amended"),
    "amendments": ("comparators/amendments.py", "where_words_stand amendments worklist amended"),
    "facts": ("comparators/facts.py", "facts patterns own_offence"),
    "own_offence": ("comparators/own_offence.py", "own_offence facts"),
    "wording": (
        "comparators/wording/*.py",
        "sentences cells_in_words verdicts_in_words facts_in_words changes_in_words cells reach own_offence concordance changes questions provisos worklist facts",
    ),
    "loading": (
        "provisions/loading.py",
        "/faults_in_words /loading /mistakes /format /drafts /values",
    ),
}
QUIET = ["-p", "no:cacheprovider", "-W", "ignore", "--tb=native", "--assert=plain"]
"""How pytest is called: that a test fails is enough, and to say why takes longer than the test."""
KILLED, NO_TEST, STOPPED = "killed", "no test", "stopped"
LIMIT = 10
"""Seconds of the processor after which a mutant is stopped, beside three times those of its tests."""


def tests_of(room: str) -> list[str]:
    """The tests of a room: some files, and the examples in its own docstrings.

    >>> tests_of("boxes")[1:]
    ['tests/comparators/test_limbs.py', \
'tests/test_docstrings.py::test_the_examples_of_a_module_are_run[comparators.boxes]']
    """
    files, names = ROOMS[room]
    places = [name.removeprefix("/") for name in names.split()]
    folders = ["provisions" if "/" in name else "comparators" for name in names.split()]
    modules = [
        path.relative_to(ROOT)
        .with_suffix("")
        .as_posix()
        .replace("/", ".")
        .removesuffix(".__init__")
        for path in sorted(ROOT.glob(files))
    ]
    examples = "tests/test_docstrings.py::test_the_examples_of_a_module_are_run"
    return [
        *(f"tests/{folder}/test_{name}.py" for folder, name in zip(folders, places, strict=True)),
        *(f"{examples}[{module}]" for module in modules),
    ]


def bare(source: str) -> str:
    r"""A module's text with each singly decorated function bare, and decorated in the line below.

    >>> print(bare("@cache\ndef twice(n: int) -> int:\n    return 2 * n"))
    def _bare_twice(n: int) -> int:
        return 2 * n
    twice = cache(_bare_twice)
    """
    lines = source.splitlines()
    for node in sorted(ast.walk(ast.parse(source)), key=lambda n: -getattr(n, "lineno", 0)):
        if not isinstance(node, ast.FunctionDef) or len(node.decorator_list) != 1:
            continue
        decorator = ast.unparse(node.decorator_list[0])
        if decorator in ("staticmethod", "classmethod", "overload"):
            continue
        first, name = node.decorator_list[0].lineno - 1, node.name
        indent = " " * node.col_offset
        lines.insert(node.end_lineno or 0, f"{indent}{name} = {decorator}(_bare_{name})")
        head = lines[node.lineno - 1]
        lines[node.lineno - 1] = head.replace(f"def {name}(", f"def _bare_{name}(", 1)
        del lines[first : node.lineno - 1]
    return "\n".join(lines)


def copied(work: Path, room: str) -> None:
    """The sources in a folder of their own, with the settings of mutmut for one room."""
    shutil.rmtree(work, ignore_errors=True)
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, work / name)
    files, _ = ROOMS[room]
    for path in work.glob(files):
        path.write_text(bare(path.read_text("utf-8")), "utf-8")
    tops = sorted(p.name for p in work.iterdir() if p.name not in ("comparators", "provisions"))
    settings = {
        "source_paths": ["comparators", "provisions"],
        "only_mutate": [files],
        "also_copy": tops,
        "pytest_add_cli_args_test_selection": tests_of(room),
        "pytest_add_cli_args": QUIET,
        "track_dependencies": "false",
    }
    text = "".join(
        f"{key} = {values}\n"
        if isinstance(values, str)
        else f"{key} =\n" + "".join(f"    {value}\n" for value in values)
        for key, values in settings.items()
    )
    (work / "setup.cfg").write_text(f"[mutmut]\n{text}", "utf-8")


def mutmut(work: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """One call of mutmut in the copy, with few cases a property."""
    environment = {"HYPOTHESIS_PROFILE": "mutants", "PYTHONHASHSEED": "0", **os.environ}
    return subprocess.run(
        [sys.executable, "-m", "mutmut", *arguments],
        cwd=work,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )


def made(work: Path) -> list[str]:
    """The names of every mutant that mutmut made."""
    paths = (work / "mutants").rglob("*.meta")
    return sorted(n for p in paths for n in json.loads(p.read_text("utf-8"))["exit_code_by_key"])


def quick(statistics: Path, longest: float) -> dict[str, dict[str, float]]:
    """Which tests reach which function, the quickest first, with their seconds: as many as take no
    longer together.
    """
    found = json.loads(statistics.read_text("utf-8"))
    seconds = found["duration_by_test"]
    reached: dict[str, dict[str, float]] = {}
    for function, tests in found["tests_by_mangled_function_name"].items():
        some = sorted((seconds[test], test) for test in tests if test in seconds)
        together = accumulate(spent for spent, _ in some)
        reached[function] = {
            test: spent
            for (spent, test), so_far in zip(some, together, strict=True)
            if so_far <= longest
        }
    return reached


class OneAtATime:
    """A plugin of pytest: where the tests would be run, each mutant is asked, in a fork of its own."""

    def __init__(self, asked: dict[str, dict[str, float]]) -> None:
        self.asked, self.outcomes, self.failed = asked, dict[str, str](), False

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Whether the test failed."""
        self.failed = self.failed or report.failed

    def pytest_runtestloop(self, session: Any) -> bool:
        """Ask every mutant."""
        items = {item.nodeid: item for item in session.items}
        gc.freeze()
        for mutant, tests in self.asked.items():
            pid = os.fork()
            if not pid:
                limit = int(LIMIT + 3 * sum(tests.values()))
                os._exit(self.run(session, mutant, [items[t] for t in tests if t in items], limit))
            self.outcomes[mutant] = outcome(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        return True

    def run(self, session: Any, mutant: str, items: list[Any], limit: int) -> int:
        """Its tests, until one fails or its time is over."""
        from mutmut.mutation.trampoline import set_mutant_under_test

        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
        set_mutant_under_test(mutant)
        for item in items:
            session.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            if self.failed:
                return 1
        return 0


def outcome(code: int) -> str:
    """What the exit code of a mutant's tests means.

    >>> [outcome(code) for code in (0, 1, -24)]
    ['survived', 'killed', 'stopped']
    """
    if code in (-24, -9):
        return STOPPED  # out of time: a loop without an end
    return "survived" if code == 0 else KILLED


def ask(work: Path, asked: dict[str, dict[str, float]]) -> dict[str, str]:
    """What becomes of each mutant under its tests, in a process of their own."""
    answers = work / "outcomes.json"
    if not os.fork():
        os.chdir(work / "mutants")
        sys.path.insert(0, ".")
        os.environ |= {"HYPOTHESIS_PROFILE": "mutants", "MUTANT_UNDER_TEST": ""}
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        import pytest

        plugin = OneAtATime(asked)
        names = sorted({test for tests in asked.values() for test in tests})
        pytest.main(["--rootdir=.", "-q", *QUIET, *names], [plugin])
        answers.write_text(json.dumps(plugin.outcomes), "utf-8")
        os._exit(0)
    os.wait()
    found: dict[str, str] = json.loads(answers.read_text("utf-8"))
    return found


def main() -> None:
    """One line a room, and below it what survived."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("rooms", nargs="*", choices=[*ROOMS, []], help="all, unless some are named")
    parser.add_argument("--sample", type=int, default=200, help="mutants a room")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=float, default=5, help="seconds of its tests")
    parser.add_argument("--work", type=Path, default=ROOT / ".mutants")
    options = parser.parse_args()
    print(
        "| room | mutants | drawn | killed | stopped | survived | no test | killed of drawn | minutes |"
    )
    print("|---|---|---|---|---|---|---|---|---|", flush=True)
    for room in options.rooms or ROOMS:
        began = time.monotonic()
        copied(options.work, room)
        told = mutmut(options.work, "run", "none")  # makes the mutants, asks which tests reach what
        every = made(options.work)
        statistics = options.work / "mutants" / "mutmut-stats.json"
        if not every or not statistics.exists():
            sys.exit(told.stdout[-3000:] + told.stderr[-3000:])
        reached = quick(statistics, options.longest)
        drawn = every
        if len(every) > options.sample:
            drawn = random.Random(options.seed).sample(every, options.sample)  # noqa: S311 - to be drawn again
        of = {name: reached.get(name.partition("__mutmut_")[0], {}) for name in drawn}
        found = ask(options.work, {name: tests for name, tests in of.items() if tests})
        outcomes = {name: found[name] if tests else NO_TEST for name, tests in of.items()}
        count = [*outcomes.values()].count
        print(
            f"| {room} | {len(every)} | {len(drawn)} | {count(KILLED)} | {count(STOPPED)} | {count('survived')} "
            f"| {count(NO_TEST)} | {100 * count(KILLED) / len(drawn):.0f} % "
            f"| {(time.monotonic() - began) / 60:.0f} |",
            flush=True,
        )
        for name in sorted(name for name, what in outcomes.items() if what != KILLED):
            shown = mutmut(options.work, "show", name).stdout
            lines = [
                line
                for line in shown.splitlines()
                if line[:1] in ("+", "-") and line[:3] not in ("+++", "---")
            ]
            print(f"  {outcomes[name]}: {name}", *lines, sep="\n    ", flush=True)


if __name__ == "__main__":
    main()
