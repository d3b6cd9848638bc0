"""What the other instruments lack of the first: `compare CoE Kazakhstan --gaps`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from comparators.drafting import Gaps, Item
from comparators.drafting import gaps as find_gaps
from comparators.modes import head
from comparators.modes.data import evidence_data, finding_data, verdict_data
from comparators.modes.data import shared_data as data_of
from comparators.telling import lines
from comparators.wording.heads import sources_of
from provisions.errors import RequestError
from provisions.phrases import quote, quoted
from provisions.records import Version
from provisions.report import Cell, Grid, Report, Section


def gaps(chosen: tuple[Version, ...], day: date | None) -> Report:
    """What the other instruments lack of the first."""
    if len(chosen) < 2:
        raise RequestError(
            "--gaps wants a standard and a law or more: compare CoE Kazakhstan --gaps"
        )
    return of_gaps([find_gaps(law, chosen[0]) for law in chosen[1:]], day)


def of_gaps(found: Sequence[Gaps], day: date | None) -> Report:
    """The report of one law's gaps, or several laws', under one standard."""
    standard = found[0].standard
    grids, sections = [], []
    for each in found:
        for title, items in (
            (
                f"Gaps: what {standard.name} obliges a State to have and {each.law.name} lacks",
                each.gaps,
            ),
            (f"Options not taken: what {standard.name} asks to be considered", each.options),
            (f"Open: what the sources, or the words, of {each.law.name} do not settle", each.open),
        ):
            if items:
                columns = ("", standard.name, each.law.name, "missing; where the amendment belongs")
                grids.append(Grid(title, columns, tuple(_item_row(i) for i in items)))
        sections.append(
            Section(
                f"Does {each.law.name} reach all that {standard.name} requires?",
                tuple(lines(each.verdict)),
            )
        )
        changes = each.amendment.changes
        if changes:
            said = [f"{i}. {c.text}" for i, c in enumerate(changes, 1)]
            sections.append(
                Section(f"The smallest amendment of {each.law.name}", (*said, _outcome(each)))
            )
    every = [standard, *(g.law for g in found)]
    sections.append(
        Section(
            "Sources",
            sources_of(every, (e for g in found for i in (*g.gaps, *g.open) for e in i.standard)),
        )
    )
    data = data_of(every, day, gaps=[_gaps_data(g) for g in found])
    names = ", ".join(g.law.name for g in found)
    return Report(
        f"{names} under {standard.name}: gaps",
        head(every, day),
        tuple(grids),
        tuple(sections),
        (),
        data,
    )


def _outcome(found: Gaps) -> str:
    """What the amended record reaches, computed again."""
    law, standard = found.law.name, found.standard.name
    if found.amendment.verdict == "yes":
        return f"With these changes {law} reaches all that {standard} requires; without any one of them it does not."
    if found.amendment.verdict == "undetermined":
        return f"With these changes {law} reaches all that {standard} is known to require; its own record is thin."
    return f"These changes do not suffice: no amendment was found after which {law} reaches all that {standard} requires."


def _item_row(item: Item) -> tuple[Cell, ...]:
    words = "; ".join(
        dict.fromkeys(f"{quoted(e)} ({e.at})" if e.words else f"{e.at}" for e in item.standard)
    )
    law = item.law.value if item.law else ""
    quotes = tuple(quote(e) for e in item.standard)
    return (
        Cell(item.label),
        Cell(f"{words}; {item.strength}", quotes),
        Cell(
            law,
            tuple(quote(e) for e in item.law.evidence) if item.law else (),
            (),
            item.law.status if item.law else "",
        ),
        Cell(f"{item.missing}; place: {item.place}"),
    )


def _item_data(item: Item) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "concept": item.concept,
        "label": item.label,
        "victims": list(item.victims),
        "missing": item.missing,
        "strength": item.strength,
        "standard": evidence_data(item.standard),
        "law": finding_data(item.law.finding, item.law.words) if item.law else None,
        "place": item.place,
    }


def _gaps_data(found: Gaps) -> dict[str, Any]:
    return {
        "law": found.law.id,
        "standard": found.standard.id,
        "reach": verdict_data(found.verdict),
        "gaps": [_item_data(i) for i in found.gaps],
        "options_not_taken": [_item_data(i) for i in found.options],
        "open_questions": [_item_data(i) for i in found.open],
        "amendment": {
            "changes": [
                {
                    "kind": c.kind,
                    "text": c.text,
                    "at": c.at,
                    "concepts": list(c.concepts),
                    "element": c.element,
                }
                for c in found.amendment.changes
            ],
            "verdict": found.amendment.verdict,
        },
    }
