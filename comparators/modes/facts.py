"""Facts applied to each law: `compare CoE Armenia --facts recruitment,deception,forced-labour`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from comparators.application import Application, Ground, apply
from comparators.facts import Facts, parse_facts
from comparators.modes import head
from comparators.modes.data import keys
from comparators.modes.data import shared_data as data_of
from comparators.modes.own_offence import own_data
from comparators.verdicts import NothingToReachError
from comparators.wording.facts import ANSWERS, Sentences, case_in_words, notes, told
from comparators.wording.heads import columns, rested_on, span
from provisions import together
from provisions.records import Version
from provisions.report import Cell, Grid, Report, Section


def facts(chosen: tuple[Version, ...], given: str, day: date | None) -> Report:
    """Does each law reach the facts, by which limb, or what is wanting? One law without an offence
    is told, and the others are answered.
    """
    chosen, words = together(chosen)
    case = parse_facts(given, words)
    answers: list[Application | NothingToReachError] = []
    for version in chosen:
        try:
            answers.append(apply(version, case, words=words))
        except NothingToReachError as error:
            answers.append(error)
    return _report(chosen, case, answers, day)


def report(answer: Application) -> Report:
    """What follows from one law for some facts."""
    return _report([answer.law], answer.facts, [answer], None)


def _report(
    chosen: Sequence[Version],
    case: Facts,
    answers: Sequence[Application | NothingToReachError],
    day: date | None,
) -> Report:
    words = next((a.words for a in answers if isinstance(a, Application)), None) or together(())[1]
    heads = (f"{name}, text of {span(v)}" for name, v in zip(columns(chosen), chosen, strict=True))
    grids = tuple(_grid(name, a) for name, a in zip(heads, answers, strict=True))
    noted = [n for a in answers if isinstance(a, Application) for n in notes(a, chosen)]
    sections = (Section("Notes", tuple(dict.fromkeys(noted))),) if noted else ()
    return Report(
        "Facts applied",
        (f"Facts: {case_in_words(case, words)}", *head(chosen, day)),
        grids,
        sections,
        (),
        lambda: data_of(
            chosen,
            day,
            facts=[*case.every, *case.offences, *case.links, case.victim],
            answers=[_data(key, a) for key, a in zip(keys(chosen), answers, strict=True)],
        ),
        sources=lambda: rested_on(chosen),
        texts=tuple(chosen),
        as_of=day,
        hint="A fact that is not mentioned is asked for (IF), never denied.   "
        "next: --facts ...,travel",
    )


def _grid(name: str, answer: Application | NothingToReachError) -> Grid:
    if not isinstance(answer, Application):
        return Grid(name, ("", name), ((Cell("the offence"), Cell(str(answer))),))
    rows = (
        (Cell(part.title), Cell("\n".join(part.lines), mark=part.mark)) for part in told(answer)
    )
    return Grid(name, ("", name), tuple(rows))


# -- for programs ----------------------------------------------------------------------------------


def _data(law: str, answer: Application | NothingToReachError) -> dict[str, Any]:
    if not isinstance(answer, Application):
        return {"law": law, "reached": None, "answer": None, "note": str(answer)}
    said = Sentences(answer)
    return {
        "law": law,
        "reached": answer.reached if answer.kind is not None else None,
        "answer": ANSWERS[answer.kind] if answer.kind is not None else None,
        "grounds": [_ground(said, g) for g in answer.grounds],
        "related": [_ground(said, g) for g in answer.related],
        "would_change": [{"facet": f, "concept": c} for f, c in answer.would_change],
        "aggravating": [
            {"concept": m.concept, "at": m.at, "certain": m.certain, "wanted": list(m.wanted)}
            for m in answer.circumstances
        ],
        "penalty": said.sanction(answer.sanction) if answer.sanction else None,
        "consent": said.consent(answer.consent) if answer.consent else None,
        "own_offence": [own_data(e, answer.words) for e in answer.own],
        "notes": list(notes(answer)),
    }


def _ground(said: Sentences, ground: Ground) -> dict[str, Any]:
    return {
        "offence": ground.offence,
        "at": ground.at,
        "answer": ANSWERS[ground.kind],
        "text": said.ground(ground),
        "wanted": list(ground.wanted),
        "missing": list(ground.missing),
        "forms": [{"facet": f, "concept": c} for f, c in ground.forms],
        "jurisdiction": list(ground.jurisdiction),
    }
