"""The way of ``Armenia`` to ``132(1)``: the rooms of the house, in the order in which they are entered."""

from __future__ import annotations

import re
import sys
from inspect import CO_OPTIMIZED
from pathlib import Path

from click.testing import CliRunner

from comparators import law
from comparators.cli import main

GUIDE = Path(__file__).resolve().parent.parent / "CONTRIBUTING.md"
HOUSES = ("provisions", "comparators")
WITHIN = ("findings", "wording", "formats", "checking")
"""Rooms of several modules, which are told as one."""
NOT_ROOMS = ("provisions", "comparators", "provisions.console", "provisions.values")
"""The fronts, the frame in which a command line runs, and what every value is made of."""


def room(module):
    """The room that a module belongs to: ``comparators.findings.listed`` to ``findings``."""
    parts = module.split(".")
    return ".".join(parts[:2]) if len(parts) > 1 and parts[1] in WITHIN else module


def way(*command):
    """The rooms entered by a command, each once, in order; and what it printed."""
    entered = {}

    def enter(frame, event, _):
        module = frame.f_globals.get("__name__", "")
        run = (
            event == "call" and frame.f_code.co_flags & CO_OPTIMIZED
        )  # no body of a module or class
        if run and module.split(".")[0] in HOUSES and not frame.f_code.co_name.startswith("<"):
            entered.setdefault(room(module))

    CliRunner().invoke(main, command)  # what is loaded once is loaded
    law.forget()  # but what was worked out is worked out again
    sys.setprofile(enter)
    try:
        output = CliRunner().invoke(main, command).output
    finally:
        sys.setprofile(None)
    return [name for name in entered if name not in NOT_ROOMS], output


def test_the_guide_lists_the_way_of_armenia_to_its_article():
    rooms, output = way("Armenia@2011-03-01", "--facet", "element")
    assert "132(1)" in output
    listed = re.findall(r"^\d+\. `([\w.]+)`", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    twice = [name for name in listed if listed.count(name) > 1]
    assert set(twice) == {"comparators.cli", "comparators.modes.table"}
    assert list(dict.fromkeys(listed)) == rooms
