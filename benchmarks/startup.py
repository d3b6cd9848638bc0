"""How long `compare CoE Armenia` takes, from the shell to the last line, beside what cannot be
helped.

    python benchmarks/startup.py                 # about two minutes
    python benchmarks/startup.py --runs 20
    python benchmarks/startup.py --pandas        # beside importing pandas, too

Builds the wheel, installs it in a fresh environment with compiled bytecode, and runs in turn: the
bare interpreter; the interpreter importing the libraries that `compare` needs; `compare`. The
median of many runs, and the ratios.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
LIBRARIES = "import attrs, cattrs, click, tabulate, tomllib"


def quietly(*command: str | Path) -> None:
    """Run a command, and show what it said only if it fails."""
    done = subprocess.run(
        [str(c) for c in command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")


def install(folder: Path, *others: str) -> Path:
    """Build the wheel, install it in a fresh environment, compile it; the folder of its
    programs.
    """
    quietly(sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "-w", folder, ROOT)
    venv.create(folder / "env", with_pip=True)
    programs = folder / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    python = programs / "python"
    (wheel,) = folder.glob("*.whl")
    quietly(python, "-m", "pip", "install", "--quiet", wheel, *others)
    quietly(python, "-m", "compileall", "-q", folder / "env")
    return programs


def seconds(command: list[str], folder: Path) -> float:
    """One run, away from the source tree."""
    start = perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - start


def main() -> None:
    """Build, install, run in turn, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=60)
    parser.add_argument("--pandas", action="store_true", help="beside importing pandas")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        programs = install(folder, *(["pandas"] if asked.pandas else []))
        python, compare = str(programs / "python"), str(programs / "compare")
        commands = {
            "python -c pass": [python, "-c", "pass"],
            LIBRARIES: [python, "-c", LIBRARIES],
            "compare CoE Armenia": [compare, "CoE", "Armenia"],
            "compare CoE Armenia Kazakhstan Belarus": [
                compare,
                "CoE",
                "Armenia",
                "Kazakhstan",
                "Belarus",
            ],
            "compare --matrix": [compare, "--matrix"],
        }
        if asked.pandas:
            commands["import pandas"] = [python, "-c", "import pandas"]
        times: dict[str, list[float]] = {what: [] for what in commands}
        for command in commands.values():
            seconds(command, folder)  # the first run warms the disk
        for _ in range(asked.runs):
            for what, command in commands.items():
                times[what].append(seconds(command, folder))
    bare, libraries = median(times["python -c pass"]), median(times[LIBRARIES])
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, {platform.system()}"
    )
    print(f"median of {asked.runs} runs of each, in turn; an installed wheel, compiled\n")
    print(f"{'':50}{'median':>10}{'quartiles':>18}{'x bare':>9}{'x libraries':>13}")
    for what, runs in times.items():
        low, middle, high = quantiles(runs, n=4)
        spread = f"{low * 1e3:.0f} to {high * 1e3:.0f} ms"
        print(
            f"{what:50}{middle * 1e3:7.1f} ms{spread:>18}{middle / bare:9.2f}{middle / libraries:13.2f}"
        )


if __name__ == "__main__":
    main()
