"""Mutation testing: small faults put into a room one at a time, and do its own tests see them?

``python benchmarks/mutants.py [ROOM ...] [--sample 200] [--seed 1] [--longest 3]`` copies the
sources that git knows into a folder, has mutmut make every mutant of a room, draws some of them by
the seed, runs on each only the tests of the room that reach its function (and take three seconds at
most), and prints a line a room; then what survived, as the lines that differ. ``pip install -e ".[test]" mutmut`` is what it wants.

Two things differ from a plain run of mutmut. It leaves decorated functions alone, and a third of
``reach`` are cached properties: in the copy each such function is written bare, and decorated in the
line below it. And each mutant runs in a process that has collected the tests but run none: what the
library keeps of a law (its lists as read) would else come from the code without the fault.
"""

import argparse
import ast
import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: Each room: its files, and the tests that are its own (names in tests/comparators).
ROOMS: dict[str, tuple[str, str]] = {
    "boxes": ("comparators/boxes.py", "boxes limbs"),
    "lists": ("comparators/lists.py", "lists limbs cells reach thesaurus"),
    "limbs": ("comparators/limbs.py", "limbs lists reach verdicts answers forms_together"),
    "cases": ("comparators/cases.py", "cases reach verdicts questions answers patterns"),
    "findings": (
        "comparators/findings/*.py",
        "findings cells kinds coverage thesaurus penalties forms_together rules clauses clauses_beside notes laws",
    ),
    "reach": ("comparators/reach.py", "gaps_told reach verdicts questions answers patterns"),
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
KILLED, NO_TEST, STOPPED = "killed", "no test", "stopped"


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
        "pytest_add_cli_args": ["-p", "no:cacheprovider", "-W", "ignore"],
        "process_isolation": "forkserver",
        "track_dependencies": "false",
        "timeout_multiplier": "2",
        "timeout_constant": "20",  # to collect the tests anew takes a while
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


def results(work: Path) -> dict[str, int | None]:
    """What mutmut wrote of every mutant: the exit code of its tests, none where it did not run."""
    found: dict[str, int | None] = {}
    for path in sorted((work / "mutants").rglob("*.meta")):
        found |= json.loads(path.read_text("utf-8"))["exit_code_by_key"]
    return found


def quick(statistics: Path, longest: float) -> dict[str, list[str]]:
    """Which tests reach which function; those that take longer are left out, in the file too."""
    found = json.loads(statistics.read_text("utf-8"))
    slow = {test for test, seconds in found["duration_by_test"].items() if seconds > longest}
    reached: dict[str, list[str]] = {
        function: [test for test in tests if test not in slow]
        for function, tests in found["tests_by_mangled_function_name"].items()
    }
    found["tests_by_mangled_function_name"] = reached
    statistics.write_text(json.dumps(found), "utf-8")
    return reached


def outcome(code: int | None) -> str:
    """What an exit code of mutmut means.

    >>> [outcome(code) for code in (0, 1, 33, -24)]
    ['survived', 'killed', 'no test', 'stopped']
    """
    if code in (-24, -9, 24, 36, 152, 255):
        return STOPPED  # out of time: a loop without an end, or a slow machine
    return {0: "survived", 33: NO_TEST, 5: NO_TEST, None: "not run"}.get(code, KILLED)


def main() -> None:
    """One line a room, and below it what survived."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("rooms", nargs="*", choices=[*ROOMS, []], help="all, unless some are named")
    parser.add_argument("--sample", type=int, default=200, help="mutants a room")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=float, default=3, help="seconds of a test, at most")
    parser.add_argument("--processes", type=int, default=1)
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
        every = sorted(results(options.work))
        statistics = options.work / "mutants" / "mutmut-stats.json"
        if not every or not statistics.exists():
            sys.exit(told.stdout[-3000:] + told.stderr[-3000:])
        reached = quick(statistics, options.longest)
        drawn = every
        if len(every) > options.sample:
            drawn = random.Random(options.seed).sample(every, options.sample)  # noqa: S311 - to be drawn again
        asked = [name for name in drawn if reached.get(name.partition("__mutmut_")[0])]
        told = mutmut(options.work, "run", "--max-children", str(options.processes), *asked)
        found = results(options.work)
        outcomes = {name: outcome(found[name]) if name in asked else NO_TEST for name in drawn}
        count = [*outcomes.values()].count
        if count("not run"):
            sys.exit(told.stdout[-3000:] + told.stderr[-3000:])
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
