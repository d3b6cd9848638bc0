"""How the commands grow with the corpus: copies of the records under new names, beside the corpus.

    python benchmarks/many_laws.py                     # 200, 630 and 2,000 versions: ten minutes
    python benchmarks/many_laws.py --versions 630

The copies are instruments of one version each, in a folder that ``PROVISIONS_PATH`` names. Every
command is a process of its own; its processor time and the most memory it held are told, beside
those of a process that reads every file and does no more (*reading*) and, for the matrix, of one
that reads what it is asked of and gives the bare verdicts too.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

import provisions

READING = """
import provisions
for one in provisions.instruments():
    provisions.versions(one.id)
"""
NEWEST = """
import provisions
from comparators.law import Law, space_for
from comparators.verdicts import decide
words = provisions.thesaurus()
laws = [Law(provisions.get(one.id), words) for one in provisions.instruments()]
"""
VERDICTS = (
    NEWEST
    + """
laws = [law for law in laws if law.limbs]
space = space_for(laws)
boxes = [(x.named(space), x.possible(space), x.required(space)) for x in laws]
for ours in boxes:
    for theirs in boxes:
        decide(space, ours[0], ours[1], theirs[0], theirs[2])
"""
)
CODE = "import sys; from comparators.cli import {0} as main; main(sys.argv[1:])"


class Run(NamedTuple):
    """What a process took: seconds of the processor, and megabytes at most."""

    seconds: float
    megabytes: float


def copies(folder: Path, count: int) -> None:
    """So many instruments of one version each, copies of the records under new names."""
    texts = [v for i in provisions.instruments() for v in provisions.versions(i.id)]
    data = provisions.corpus.data_folder()
    index = []
    for number, version in enumerate(islice(cycle(texts), count), 1):
        files = provisions.corpus.installed().files(version.id)
        name = f"copy-{number}"
        path = folder / name / files[version.in_force.since].name
        path.parent.mkdir(parents=True)
        path.write_bytes((data / version.id / path.name).read_bytes())
        kind = version.instrument.kind
        index.append(
            f'[{name}]\nname = "Copy {number}"\ntitle = "Copy {number}"\nkind = "{kind}"\n'
        )
    (folder / "instruments.toml").write_text("\n".join(index), encoding="utf-8")


def run(folder: Path, *command: str) -> Run:
    """Run Python with the copies beside the corpus."""
    env = {**os.environ, "PROVISIONS_PATH": str(folder), "PYTHONHASHSEED": "0"}
    with (folder / "out").open("wb") as out:
        child = os.posix_spawn(
            sys.executable,
            [sys.executable, *command],
            env,
            file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1)],
        )
        _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in {0, 1}:
        sys.exit(f"{' '.join(command)} failed")
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def measure(versions: int) -> None:
    """Every command with so many versions in all."""
    held = sum(len(provisions.versions(i.id)) for i in provisions.instruments())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copies(folder, max(0, versions - held))
        print(f"\n{max(versions, held)} versions")
        reading = run(folder, "-c", READING)
        verdicts = run(folder, "-c", VERDICTS)
        print(f"  {'reading every file':40}{reading.seconds:8.1f} s {reading.megabytes:7.0f} MB")
        print(
            f"  {'reading, and bare verdicts':40}{verdicts.seconds:8.1f} s {verdicts.megabytes:7.0f} MB"
        )
        commands = {
            "compare --matrix --all": ("main", "--matrix", "--all"),
            "compare --find forced-marriage": ("main", "--find", "forced-marriage"),
            "provisions list": ("provisions_main", "list"),
            "provisions check": ("provisions_main", "check"),
            "provisions export": ("provisions_main", "export", str(folder / "tables")),
        }
        for what, (which, *args) in commands.items():
            found = run(folder, "-c", CODE.format(which), *args)
            beside = verdicts if "--all" in args else reading
            print(
                f"  {what:40}{found.seconds:8.1f} s {found.megabytes:7.0f} MB"
                f"{found.seconds / beside.seconds:7.2f} x",
                flush=True,
            )


def main() -> None:
    """Copy, run, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--versions", type=int, nargs="*", default=[200, 630, 2000])
    for versions in parser.parse_args().versions:
        measure(versions)


if __name__ == "__main__":
    main()
