"""What the clauses on victims ask: `compare UK --own-offence document-offences`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from comparators.facts import WHO, FactsError, parse_facts
from comparators.modes import head
from comparators.modes.data import keys
from comparators.modes.data import shared_data as data_of
from comparators.own_offence import Exemption, exemptions
from comparators.wording.heads import columns, rested_on, span
from comparators.wording.own_offence import NAMES, exemption
from comparators.wording.verdicts import named
from provisions import UnknownNameError, together
from provisions.nearest import did_you_mean
from provisions.records import Version, Victim
from provisions.report import Cell, Grid, Report, Section
from provisions.vocabulary import Thesaurus

ASKED: tuple[Victim, ...] = ("adult", "child")
"""The kinds of victim asked about, each by itself."""


def own_offence(chosen: tuple[Version, ...], given: str, day: date | None) -> Report:
    """What each law asks before it exempts a victim from an offence of his or her own."""
    chosen, words = together(chosen)
    kind = _kind(given, words)
    found = {
        v.key: {who: exemptions(v, parse_facts([kind, who], words), words) for who in ASKED}
        for v in chosen
    }
    title = f"A victim's own offence: {words.label(kind)}"
    notes = dict.fromkeys(
        f"{named(v, chosen)}, {e.at}: {note}"
        for v in chosen
        for who in ASKED
        for e in found[v.key][who]
        for note in e.notes
    )
    sections = (Section("Notes", tuple(notes)),) if notes else ()

    def data() -> dict[str, Any]:
        answers = [
            {"law": key, **{who: [own_data(e, words) for e in found[v.key][who]] for who in ASKED}}
            for key, v in zip(keys(chosen), chosen, strict=True)
        ]
        return data_of(chosen, day, own_offence=kind, answers=answers)

    return Report(
        title,
        head(chosen, day),
        tuple(
            _grid(f"{n}, text of {span(v)}", found[v.key], words)
            for n, v in zip(columns(chosen), chosen, strict=True)
        ),
        sections,
        (),
        data,
        sources=lambda: rested_on(chosen),
        texts=tuple(chosen),
        as_of=day,
    )


def _kind(given: str, words: Thesaurus) -> str:
    """The kind of offence asked about. Raises `UnknownNameError` or `FactsError`."""
    name = "-".join(given.casefold().split())
    kinds = [c.id for c in words if c.sort == "offences"]
    if name in kinds:
        return name
    near = did_you_mean(name, kinds) or f": one of {', '.join(kinds)}"
    if name in words:
        raise FactsError(f"{name!r} is no kind of offence of a victim's own{near}")
    raise UnknownNameError(f"no kind of offence is called {name!r}{near}")


def _grid(name: str, found: Mapping[Victim, Sequence[Exemption]], words: Thesaurus) -> Grid:
    told = {WHO[who]: "\n".join(exemption(e, words) for e in found[who]) for who in ASKED}
    if len(set(told.values())) == 1:  # the same of an adult and of a child is told once
        told = {" or ".join(told): next(iter(told.values()))}
    return Grid(name, ("", name), tuple((Cell(who), Cell(text)) for who, text in told.items()))


def own_data(found: Exemption, words: Thesaurus) -> dict[str, Any]:
    """One answer on a victim's own offence, for programs."""
    return {
        "answer": NAMES[found.answer],
        "text": exemption(found, words),
        "at": found.at,
        "effects": list(found.effects),
        "wanted": list(found.wanted),
        "kinds": list(found.kinds),
        "unless": [{"concept": c, "at": at} for c, at in found.unless],
        "excluded": [{"concept": c, "at": at} for c, at in found.excluded],
    }
