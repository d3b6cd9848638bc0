"""What each amendment of an instrument changed: `compare Kazakhstan --history`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from comparators.comparison import NothingToCompareError
from comparators.modes.data import version_data
from comparators.revisions import Changes
from comparators.revisions import history as all_changes
from comparators.wording.changes import after, before, case, label, lines, notes
from provisions import is_path, load, versions
from provisions.records import Version
from provisions.report import Cell, Grid, Report, Section


def history(names: tuple[str, ...]) -> Report:
    """What each amendment of some instruments changed, with the amending law, and what became of
    reach.
    """
    held: list[Version] = []
    found: list[Changes] = []
    alone = []
    for own in _held(names):
        held += own
        found += all_changes(own)
        if len(own) < 2:
            said = "one version is held: there is nothing to compare"
            alone.append(Section(own[0].name, (said,)))
    return _report(held, found, alone)


def _held(names: Sequence[str]) -> list[list[Version]]:
    """The texts of each instrument named, earliest first.

    A draft stands as the last amendment of what is named before it, or of what it says it amends.
    """
    found: list[list[Version]] = []
    for name in names:
        if not is_path(name):
            base, dated, picked = name.partition("@")
            if dated:
                raise NothingToCompareError(
                    f"--history shows every version of {base}: leave '@{picked}' out"
                )
            found.append(list(versions(base)))
            continue
        draft = load(name)
        if not found:
            found.append(list(versions(draft.amends)) if draft.amends else [])
        amended = draft.amends or (found[-1][0].id if found[-1] else None)
        found[-1].append(evolve(draft, amends=amended))
    return found


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
    return Report(title, (), grids, (*alone, spans), (), data)


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
