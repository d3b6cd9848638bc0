"""Who reaches whom: `compare --matrix`, a line a law; with ``--all`` every pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from comparators.boxes import Space
from comparators.cases import asked_by
from comparators.law import Law, space_for
from comparators.modes.data import shared_data
from comparators.verdicts import Outcome, Verdict, decide, judged, nothing_to_reach
from comparators.wording import verdicts as wording
from comparators.wording.heads import as_of_note
from provisions import NotInForceError, get, instruments, together
from provisions.records import Version
from provisions.report import Cell, Grid, Report, Section

SIGNS = {"yes": "✓", "no": "✗", "undetermined": "?"}
CORE = ("palermo", "coe", "eu")
"""The standards of the short form; where none of them is held, the first instrument is."""
COLUMNS = 12
"""Columns of the matrix of all pairs side by side: what fits a hundred characters."""


def matrix(names: tuple[str, ...], day: date | None, *, every: bool = False) -> Report:
    """Who reaches the core standards, and for which reason; with ``every``, who reaches whom, for the
    instruments named or all of them.
    """
    held, out = _held(names, day)
    versions, words = together(held)
    read = [Law(v, words) for v in versions]
    laws = [law for law in read if law.limbs]
    idle = tuple(f"{nothing_to_reach(law.version)}." for law in read if not law.limbs)
    if every:
        answers = pairs(laws)
        grids = tuple(_block(laws, answers, start) for start in range(0, len(laws), COLUMNS))
        data = {
            v.version.key: {w.version.key: a for w, a in zip(laws, row, strict=True)}
            for v, row in zip(laws, answers, strict=True)
        }
    else:
        standards = [x for x in laws if x.id in CORE] or laws[:1]
        found = [(law, [judged(law, s, day=day) for s in standards]) for law in laws]
        grids = tuple(_short(found, standards))
        data = {
            law.version.key: {s.version.key: v.verdict for s, v in zip(standards, row, strict=True)}
            for law, row in found
        }
    legend = (
        "✓: reaches it; ✗: a case falls through; ?: the sources do not say; =: itself. No ranking.",
        *idle,
        *out,
    )
    return Report(
        "Who reaches whom" if every else "Who reaches the definitions of the core standards",
        (as_of_note(day, versions),),
        grids,
        (Section("Legend", legend),),
        (),
        shared_data(versions, day, matrix=data),
    )


def _held(names: tuple[str, ...], day: date | None) -> tuple[list[Version], list[str]]:
    """The versions to be compared, and what is said of those not in force."""
    held: list[Version] = []
    out: list[str] = []
    for name in names or tuple(i.id for i in instruments()):
        try:
            held.append(get(name, None if "@" in name else day))
        except NotInForceError as error:
            if names:
                raise
            out.append(str(error))
    return held, out


# -- the short form -----------------------------------------------------------------------------------


def _short(
    found: Sequence[tuple[Law, Sequence[Verdict]]], standards: Sequence[Law]
) -> Iterator[Grid]:
    """Treaties, then laws, by name: a sign a standard, and the reason for the last that asks."""
    heads = ("", "text of", *(s.name for s in standards), f"why ({_reasoned(standards).name})")
    ordered = sorted(found, key=lambda f: (not f[0].version.instrument.international, f[0].name))
    for international, some in groupby(ordered, lambda f: f[0].version.instrument.international):
        title = "Treaties, directives, model laws" if international else "Laws"
        yield Grid(title, heads, tuple(_line(law, row, standards) for law, row in some))


def _reasoned(standards: Sequence[Law]) -> Law:
    """The standard whose reasons are told: the Convention, or the last."""
    return next((s for s in standards if s.id == "coe"), standards[-1])


def _line(law: Law, row: Sequence[Verdict], standards: Sequence[Law]) -> tuple[Cell, ...]:
    version = law.version
    until = version.in_force.until
    span = f"{version.in_force.since.year}-" + (str(until.year) if until else "")
    signs = [
        Cell("=" if s.version is version else SIGNS[v.verdict])
        for s, v in zip(standards, row, strict=True)
    ]
    told = row[standards.index(_reasoned(standards))]
    return (Cell(law.name), Cell(span), *signs, Cell(reason(told)))


def reason(verdict: Verdict) -> str:
    """Why, in one line: what is demanded, what is lacking; else what to read."""
    words = verdict.words
    if verdict.law in verdict.standards:
        return ""
    if verdict.verdict == "yes":
        return "reaches"
    if verdict.verdict == "no":
        demands = [wording.elements(words, g.only) for g in verdict.demands]
        lacks = [wording.lacking(words, g) for g in verdict.gaps]
        told = [f"demands: {', '.join(dict.fromkeys(demands))}"] if demands else []
        told += [f"lacks: {_few(lacks)}"] if lacks else []
        return "; ".join(told)
    questions = [f"{q.at} ({_few(wording.hanging(words, q), 2)})" for q in verdict.open_questions]
    thin = [wording.thinness(n) for n in verdict.notes]
    return "; ".join([*thin, *([f"read {_few(questions, 2)}"] if questions else [])])


def _few(told: Sequence[str], most: int = 3) -> str:
    said = list(dict.fromkeys(told))
    return "; ".join(said[:most]) + (f"; {len(said) - most} more" if len(said) > most else "")


# -- every pair ---------------------------------------------------------------------------------------


def pairs(laws: Sequence[Law]) -> list[list[Outcome]]:
    """The verdict on every pair: the law in the row, the standard in the column."""
    if not laws:
        return []
    space = space_for(laws)
    reached = [(x.named(space), x.possible(space)) for x in laws]
    asked = [
        (_wanted(x, space, named), x.required(space))
        for x, (named, _) in zip(laws, reached, strict=True)
    ]
    return [
        ["yes" if i == j else decide(space, *ours, *theirs) for j, theirs in enumerate(asked)]
        for i, ours in enumerate(reached)
    ]


def _wanted(standard: Law, space: Space, named: Sequence[int]) -> list[int]:
    """What a standard names, but for the *other* leaves of its residual words: nobody's gap."""
    for facet, leaf in asked_by(standard).residual:
        named = [left for box in named if (left := space.without(box, facet, (leaf,)))]
    return list(named)


def _block(laws: Sequence[Law], answers: Sequence[Sequence[Outcome]], start: int) -> Grid:
    """Some columns of the matrix, with all its rows."""
    columns = range(start, min(start + COLUMNS, len(laws)))
    rows = tuple(
        (Cell(f"{i + 1}. {law.name}"), *(Cell("=" if i == j else SIGNS[row[j]]) for j in columns))
        for i, (law, row) in enumerate(zip(laws, answers, strict=True))
    )
    names = "; ".join(f"{j + 1} {laws[j].name}" for j in columns)
    title = (
        f"Does the law in the row reach all that the instrument in the column requires?\n{names}"
    )
    return Grid(title, ("", *(str(j + 1) for j in columns)), rows, compact=True)
