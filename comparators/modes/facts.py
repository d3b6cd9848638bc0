"""Facts applied to each law: `compare CoE Armenia --facts
recruitment,deception,forced-labour,adult`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from comparators.applying import Application, apply, told
from comparators.facts import Facts, parse_facts
from comparators.meeting import NothingToReachError
from comparators.modes import data_of, head
from comparators.ordinary import WHO
from comparators.report import sources_of
from provisions import together
from provisions.records import Version
from provisions.report import Cell, Grid, Report, Section
from provisions.vocabulary import Thesaurus


def facts(chosen: tuple[Version, ...], given: str, day: date | None) -> Report:
    """Does each law reach the facts, through which limb, or what is missing?"""
    chosen, words = together(chosen)
    case = parse_facts(given, words)
    answers: list[Application | str] = []
    for version in chosen:
        try:
            answers.append(apply(version, case, words=words))
        except NothingToReachError as error:
            answers.append(str(error))
    said = {"yes": "reached", "no": "not reached", "undetermined": "undetermined"}
    titles = (
        "reached",
        "through",
        "missing",
        "open",
        "would change it",
        "aggravates",
        "penalty",
        "consent",
        "victim's own offence",
    )
    parts = [
        dict(told(a)) | {"reached": said[a.reached]}
        if isinstance(a, Application)
        else {"reached": a}
        for a in answers
    ]
    if not case.acts:
        for part in parts:
            part.pop("reached", None)
    rows = tuple(
        (Cell(title), *(Cell(p.get(title, "")) for p in parts))
        for title in titles
        if any(p.get(title) for p in parts)
    )
    grid = Grid(
        "Facts: " + ", ".join(_fact_labels(case, words)), ("", *(v.name for v in chosen)), rows
    )
    notes = [n for a in answers if isinstance(a, Application) for n in a.notes]
    data = data_of(
        chosen,
        day,
        facts=[f.strip() for f in given.split(",")],
        answers=[_answer_data(v, a) for v, a in zip(chosen, answers, strict=True)],
    )
    sections = (Section("Notes", tuple(dict.fromkeys(notes))),) if notes else ()
    return Report(
        "Facts applied",
        head(chosen, day),
        (grid,),
        (*sections, Section("Sources", sources_of(chosen))),
        (),
        data,
    )


def _fact_labels(case: Facts, words: Thesaurus) -> list[str]:
    named = [words.label(c) for c in (*case.every, *case.offence, *case.links)]
    return [*named, WHO[case.victim], *(["consent"] if case.consent else [])]


def _answer_data(version: Version, answer: Application | str) -> dict[str, Any]:
    if isinstance(answer, str):
        return {"law": version.id, "reached": None, "note": answer}
    return {
        "law": version.id,
        "reached": answer.reached,
        "through": list(answer.through),
        "missing": list(answer.missing),
        "open_questions": [
            {"kind": q.kind, "text": q.text, "at": q.at} for q in answer.open_questions
        ],
        "would_change": list(answer.would_change),
        "aggravating": [
            {"concept": m.concept, "at": m.at, "certain": m.certain} for m in answer.aggravating
        ],
        "penalty": answer.penalty or None,
        "consent": answer.consent or None,
        "own_offence": {"answer": answer.own_answer, "text": answer.own_offence}
        if answer.own_offence
        else None,
    }
