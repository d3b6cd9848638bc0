"""What each amendment of an instrument changed: `compare Kazakhstan --history`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from comparators.comparison import NothingToCompareError
from comparators.modes.data import version_data
from comparators.revisions import Changes, in_turn, texts
from comparators.wording.changes import after, before, case, label, lines, notes
from comparators.wording.heads import sources_of
from provisions import is_path
from provisions.records import Version
from provisions.report import Cell, Grid, Report, Section


def history(names: tuple[str, ...]) -> Report:
    """What each amendment of some instruments changed, with the amending law, and what became of
    reach.
    """
    held: list[Version] = []
    found: list[Changes] = []
    alone = []
    for name in names:
        base, dated, picked = name.partition("@")
        if dated and not is_path(name):
            raise NothingToCompareError(
                f"--history shows every version of {base}: leave '@{picked}' out"
            )
    for own in texts(names):
        held += own
        found += in_turn(own)
        if len(own) < 2:
            said = "one version is held: there is nothing to compare"
            alone.append(Section(own[0].name, (said,)))
    return _report(held, found, alone)


def report(found: Changes) -> Report:
    """What lies between two versions."""
    return _report((found.earlier, found.later), (found,), ())


def _report(held: Sequence[Version], found: Sequence[Changes], alone: Sequence[Section]) -> Report:
    grids = tuple(_grid(each) for each in found)
    spans = Section("Versions held", tuple(f"{v.name}: {v.in_force}" for v in held))
    title = ", ".join(dict.fromkeys(v.name for v in held)) + ": history"
    data = {
        "instruments": [version_data(v) for v in held],
        "history": [_changes_data(each) for each in found],
    }
    return Report(
        title, (), grids, (*alone, spans), data=data, sources=sources_of(held), texts=tuple(held)
    )


def _grid(found: Changes) -> Grid:
    law = found.later.established_by or "by a law the sources do not name"
    title = f"{found.later.name}, {found.later.in_force.since}: {law}"
    rows = tuple((Cell(what), Cell(text)) for what, text in lines(found))
    return Grid(title, ("", f"against the text of {found.earlier.in_force.since}"), rows)


def _changes_data(found: Changes) -> dict[str, Any]:
    words = found.words
    return {
        "instrument": found.later.id,
        "earlier": str(found.earlier.in_force.since),
        "later": str(found.later.in_force.since),
        "law": found.later.established_by,
        "changes": [
            {
                "kind": c.kind,
                "concept": c.concept,
                "facet": c.facet,
                "label": label(c, words),
                "before": before(c, words),
                "after": after(c, words),
            }
            for c in found.changes
        ],
        "reach": found.growth,
        "case": case(found) or None,
        "notes": list(notes(found)),
    }
