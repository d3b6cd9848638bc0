"""The snapshot of every status: a file an instrument, a line a text and facet.

A concept or an edge added for one law may not change in silence what is said of another. After a
change that is meant (or a new record), write the snapshot again, and look at every line of its
diff (``git diff --word-diff`` shows the concepts):

    REWRITE_SNAPSHOTS=1 python -m pytest tests/test_statuses.py

A line gives the concepts of each status; an implied one with the broader concept it is reached by.
The status that most of the others have (nothing that the law names) is told as ``else``, so that a
new concept of which nothing new is said adds nothing.
"""

import os
from collections import Counter
from itertools import groupby
from pathlib import Path

import pytest

import comparators
import provisions

FOLDER = Path(__file__).parent / "snapshots"
ORDER = ("not-required", "covered", "implied", "partial", "silent", "open", "absent")
UNNAMED = ("absent", "silent", "open", "not-required")
INSTRUMENTS = tuple(i.id for i in provisions.instruments())


def told(cell, concept):
    """A concept with what its status rests on: ``debt-bondage<practices-similar-to-slavery``."""
    return f"{concept}<{cell.via}" if cell.status == "implied" and cell.via else concept


def kind(row):
    """The facet of a row; within the elements, whether an act, a rule, a further or a mental one."""
    return provisions.thesaurus()[row.concept].sort if row.facet == "element" else row.facet


def lines(version):
    """The lines of one text: every concept of every facet, and whatever has a second role in it."""
    rows = comparators.compare(version, every=True).rows
    for facet, row_group in groupby(rows, key=kind):
        cells = [(row.cells[0].status, told(row.cells[0], row.concept)) for row in row_group]
        counts = Counter(status for status, _ in cells)
        most = max(UNNAMED, key=lambda status: counts[status])
        said = [
            f"{status}: {' '.join(concept for one, concept in cells if one == status)}"
            for status in ORDER
            if counts[status] and status != most
        ]
        yield f"{version.in_force.since} {facet} | {' | '.join((*said, f'else {most}'))}"


def snapshot(instrument):
    """The snapshot of one instrument, all its texts."""
    versions = provisions.versions(instrument)
    return "".join(f"{line}\n" for version in versions for line in lines(version))


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_no_status_changes_in_silence(instrument):
    file = FOLDER / f"{instrument}.txt"
    now = snapshot(instrument)
    if os.environ.get("REWRITE_SNAPSHOTS"):
        file.write_text(now, encoding="utf-8", newline="\n")
    if not file.exists():
        pytest.skip("a new law, of which nothing was said before: see the docstring above")
    held = file.read_text(encoding="utf-8")
    assert now.splitlines() == held.splitlines(), "statuses changed: see the docstring above"


def test_every_snapshot_has_its_instrument():
    assert {file.stem for file in FOLDER.iterdir()} <= set(INSTRUMENTS)


def test_a_line_has_every_concept_once():
    version = provisions.get("CoE")
    said = [line.split(" | ") for line in lines(version)]
    for facet, *groups, last in said:
        concepts = [c for group in groups for c in group.partition(": ")[2].split()]
        assert len(concepts) == len(set(concepts)), facet
        assert last.removeprefix("else ") in ORDER
