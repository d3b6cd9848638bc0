"""What each amendment of an instrument changed: `compare Kazakhstan --history`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from comparators.comparison import NothingToCompareError, compare
from comparators.findings import Finding
from comparators.marks import of_status
from comparators.modes.data import version_data
from comparators.revisions import Changes, in_turn, texts
from comparators.wording.cells import pinpoints
from comparators.wording.changes import after, before, case, label, lines, notes
from comparators.wording.heads import rested_on
from provisions import is_path
from provisions.citations import today
from provisions.corpus import index
from provisions.records import Facet, Version
from provisions.report import SIGNS, Cell, Grid, Line, Report, Section


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

    def data() -> dict[str, Any]:
        return {
            "instruments": [version_data(v) for v in held],
            "history": [_changes_data(each) for each in found],
        }

    return Report(
        title, tuple(_early(found)), grids, (*alone, spans), data=data,
        sources=lambda: rested_on(held), texts=tuple(held), timelines=tuple(timelines(held)),
    )  # fmt: skip


def _early(found: Iterable[Changes]) -> Iterator[str]:
    """That a draft has an older day than the text before it."""
    for each in found:
        earlier, later = each.earlier, each.later
        if later.in_force.since < earlier.in_force.since:
            yield (
                f"{later.name}: its day, {later.in_force.since}, is before that of the text it is"
                f" held against ({earlier.in_force.since}): an amendment has a later one."
            )


# -- the lanes of a figure -------------------------------------------------------------------------

_LANES: Mapping[Facet, str] = {
    "element": "Acts and rules",
    "means": "Means",
    "purpose": "Purposes",
    "aggravating": "Graver forms",
    "non-punishment": "Non-punishment",
    "related": "Related offences and liability",
}
_SIGNS: Mapping[str, str] = {
    "✓": "named", "○": "none-needed", "◐": "in-part", "~": "open", "?": "not-known", "✗": "no",
}  # fmt: skip
_DEMANDS = "Demands: each narrows the law"
_DEMANDED: Mapping[str, tuple[str, str]] = {
    "covered": ("in-part", "demanded"),
    "implied": ("in-part", "demanded"),
    "partial": ("in-part", "demanded for some"),
    "open": ("open", "open"),
    "silent": ("not-known", "not known"),
}
"""What is said of a demand: named, it would read as progress."""


def timelines(held: Sequence[Version]) -> Iterator[Grid]:
    """For each instrument of which several texts are held, what changed: a lane a concept."""
    for name, group in groupby(held, key=lambda v: v.amends or v.id):
        texts = tuple(group)
        if len(texts) > 1:
            yield _timeline(index()[name].name if name in index() else texts[0].name, texts)


def _timeline(name: str, texts: tuple[Version, ...]) -> Grid:
    found = compare(*texts)
    lanes: dict[str, list[Line]] = {title: [] for title in (*_LANES.values(), _DEMANDS)}
    for row in found.rows:
        if row.facet == "penalty" or ":" in row.concept:
            continue
        demand = row.facet == "element" and found.words[row.concept].sort == "further"
        cells = tuple((_demanded if demand else _told)(c) for c in row.cells)
        if len({(c.mark, c.text) for c in cells}) > 1:
            title = _DEMANDS if demand else _LANES[row.facet]
            line = (Cell(row.label.strip()), *cells)
            lanes[title].append(Line(line, f"{row.facet}/{row.concept}", title))
    begun = tuple(str(v.in_force.since) for v in texts)
    years = f"{texts[0].in_force.since.year}-{today().year}"
    rows = tuple(line for some in lanes.values() for line in some)
    title = f"{name}: what each text of the law names, {years}; only what changed"
    return Grid(title, ("", *begun), rows, ids=("", *(v.key for v in texts)))


def _told(finding: Finding) -> Cell:
    mark = "follows" if finding.status == "implied" else _SIGNS[of_status(finding)]
    return Cell(SIGNS[mark].word, mark=mark, place=pinpoints(finding.evidence))


def _demanded(finding: Finding) -> Cell:
    mark, text = _DEMANDED.get(finding.status, ("none-needed", "not demanded"))
    return Cell(text, mark=mark, place=pinpoints(finding.evidence))


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
