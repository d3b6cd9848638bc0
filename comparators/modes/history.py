"""What each amendment of an instrument changed: `compare Kazakhstan --history`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from comparators.report import version_data
from comparators.revisions import Changes, lines
from comparators.revisions import history as all_changes
from provisions import is_path, load, versions
from provisions.records import Version
from provisions.report import Cell, Grid, Report, Section


def history(names: tuple[str, ...]) -> Report:
    """What each amendment of some instruments changed, with the amending law, and what became of
    reach.
    """
    grids, sections, data = [], [], []
    held: list[Version] = []
    for own in _held(names):
        held += own
        found = all_changes(own)
        for each in found:
            title = f"{each.later.name}, {each.later.in_force.since}: {each.later.established_by or 'by a law the sources do not name'}"
            rows = tuple((Cell(what), Cell(text)) for what, text in lines(each))
            grids.append(
                Grid(title, ("", f"against the text of {each.earlier.in_force.since}"), rows)
            )
            data.append(_changes_data(each))
        if len(own) < 2:
            sections.append(
                Section(own[0].name, ("one version is held: there is nothing to compare",))
            )
    spans = tuple(f"{v.name}: {v.in_force}" for v in held)
    sections.append(Section("Versions held", spans))
    title = ", ".join(dict.fromkeys(v.name for v in held)) + ": history"
    return Report(
        title,
        (),
        tuple(grids),
        tuple(sections),
        (),
        {"instruments": [version_data(v) for v in held], "history": data},
    )


def _held(names: Sequence[str]) -> list[list[Version]]:
    """The texts of each instrument named, earliest first.

    A draft stands as the last amendment of what is named before it, or of what it says it amends.
    """
    found: list[list[Version]] = []
    for name in names:
        if not is_path(name):
            base, dated, picked = name.partition("@")
            if dated:
                raise ValueError(f"--history shows every version of {base}: leave '@{picked}' out")
            found.append(list(versions(base)))
            continue
        draft = load(name)
        if not found:
            found.append(list(versions(draft.amends)) if draft.amends else [])
        amended = draft.amends or (found[-1][0].id if found[-1] else None)
        found[-1].append(evolve(draft, amends=amended))
    return found


def _changes_data(found: Changes) -> dict[str, Any]:
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
                "label": c.label,
                "before": c.before,
                "after": c.after,
            }
            for c in found.changes
        ],
        "reach": found.growth,
        "case": found.case or None,
        "notes": list(found.notes),
    }
