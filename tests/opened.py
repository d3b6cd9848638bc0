"""Which data files are opened by some code in a process of its own."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

LISTENS = """
import sys
opened = []
def hears(event, args):
    # the hash of the data version reads every file as bytes: it opens no record, and is not meant
    if event == "open" and sys._getframe(1).f_code.co_name != "version_of":
        opened.append(str(args[0]))
sys.addaudithook(hears)
def told():
    found = (p.replace("\\\\", "/").partition("/data/")[2] for p in opened if p.endswith(".toml"))
    print("opened", *sorted(found), sep="|", file=sys.stderr)
    opened.clear()
"""

ASKS = """
from {module}.cli import main
def ask(*args):
    try:
        main(args, prog_name="{name}")
    except SystemExit:
        pass
"""


def opened_by(steps: Iterable[str], before: str = "") -> list[list[str]]:
    """The data files that each of some steps opens, one after the other; a file opened twice stands
    there twice.
    """
    code = LISTENS + before + "".join(f"{step}\ntold()\n" for step in steps)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    told = (line.split("|") for line in done.stderr.splitlines())
    return [names for mark, *names in told if mark == "opened"]


def opened_by_calls(calls: Iterable[Iterable[str]], module: str, name: str) -> list[list[str]]:
    """The data files that each of some calls of a command line opens."""
    steps = (f"ask(*{list(call)!r})" for call in calls)
    return opened_by(steps, ASKS.format(module=module, name=name))
