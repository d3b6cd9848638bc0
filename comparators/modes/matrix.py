"""Who reaches whom: `compare --matrix`, a line a law; with ``--all`` every pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from comparators.boxes import Space
from comparators.cases import asked_by
from comparators.law import Law, space_for
from comparators.modes.data import shared_data
from comparators.reach import Inquiry
from comparators.verdicts import Outcome, decide, gaps_of, nothing_to_reach, questions, thin
from comparators.wording import verdicts as wording
from comparators.wording.brief import decides, lacks
from comparators.wording.heads import as_of_note
from provisions import together
from provisions.corpus import every_text
from provisions.fullness import is_sketch
from provisions.records import Version
from provisions.remarks import remarks
from provisions.report import Cell, Grid, Line, Report, Rows, Section

SIGNS = {"yes": "✓", "no": "✗", "undetermined": "?"}
MARKS = {"yes": "named", "no": "no", "undetermined": "not-known"}
GROUPS = {
    "yes": "✓ REACHES",
    "no": "✗ DOES NOT REACH: a case falls through, whatever else is read",
    "undetermined": "? CANNOT BE SAID: what decides, and where to read it",
}
CORE = ("palermo", "coe", "eu")
"""The standards of the short form; where none of them is held, the first instrument is."""
COLUMNS = 12
"""Columns of the matrix of all pairs side by side: what fits a hundred characters."""


def matrix(names: tuple[str, ...], day: date | None, *, every: bool = False) -> Report:
    """Who reaches the core standards, and for which reason; with ``every``, who reaches whom, for
    the instruments named or all of them.
    """
    texts, out = (names, ()) if names else every_text(day)
    versions, words = together(texts, day)
    read = [Law(v, words) for v in versions]
    laws = [law for law in read if law.limbs]
    standards = laws if every else [x for x in laws if x.id in CORE] or laws[:1]
    answers = verdicts(laws, standards)
    grids = (
        tuple(
            _block([law.name for law in laws], answers, start)
            for start in range(0, len(laws), COLUMNS)
        )
        if every
        else tuple(_short(laws, answers, standards))
    )
    asked = [s.version.key for s in standards]
    keys = [law.version.key for law in laws]

    def data() -> dict[str, Any]:
        rows = (dict(zip(asked, row, strict=True)) for row in answers)
        return shared_data(versions, day, matrix=dict(zip(keys, rows, strict=True)))

    title = "Who reaches whom" if every else f"Who reaches {_definitions(standards)}"
    return Report(
        title,
        (as_of_note(day, versions),),
        grids,
        (Section("Legend", (*_legend(every=every), *_idle(read, every=every), *out)),),
        (),
        data,
        hint="next: --matrix --all (every pair)   compare CoE Russia   --format html",
    )


def _definitions(standards: Sequence[Law]) -> str:
    told = (f"{s.name} ({wording.articles(s.version)})" for s in standards)
    return f"the definitions of {', '.join(told)}"


def _legend(*, every: bool) -> Iterator[str]:
    yield (
        "✓: reaches it; ✗: a case falls through; ?: the sources do not say; =: itself. No ranking:"
        " by name."
    )
    if not every:
        yield (
            "* a newer text was not read, or the text is no longer in force; (2024-02): read up to"
            " then, later changes not read."
        )


def _idle(read: Sequence[Law], *, every: bool) -> Iterator[str]:
    """Of whom nothing can be asked: who lays down no offence, and of whom no act was seen."""
    silent: dict[str, list[str]] = defaultdict(list)
    for law in read:
        if not law.limbs:
            name, said = law.name, nothing_to_reach(law.version)
            silent[said.removeprefix(f"{name} lays down ")].append(name)
    for said, names in silent.items():
        yield f"{', '.join(names)} {'lays' if len(names) == 1 else 'lay'} down {said}."
    sketches = [_dated(law) for law in read if law.limbs and is_sketch(law.version)]
    if sketches and not every:
        yield (
            "Nothing can be asked of these (sketches: the sources show no act of the offence): "
            f"{', '.join(sorted(sketches))}."
        )


def _dated(law: Law) -> str:
    return f"{law.name} ({law.version.in_force.since.year})"


# -- the short form --------------------------------------------------------------------------------


def _short(
    laws: Sequence[Law], answers: Sequence[Sequence[Outcome]], standards: Sequence[Law]
) -> Iterator[Grid]:
    """Treaties, then laws: by the verdict for the standard whose reasons are told, then by name."""
    asking = next((s for s in standards if s.id == "coe"), standards[-1])
    place = list(standards).index(asking)
    heads = (
        "",
        "text of",
        *(s.name for s in standards),
        f"why, for {asking.name} (and any other answer)",
    )
    found = [
        (law.version.instrument.international, row[place], law.name, law, row)
        for law, row in zip(laws, answers, strict=True)
        if not is_sketch(law.version)
    ]
    for international, title in ((True, "Treaties, directives, model laws"), (False, "Laws")):
        lines = []
        for outcome, group in GROUPS.items():
            some = sorted(
                (f for f in found if f[:2] == (international, outcome)), key=lambda f: f[2]
            )
            lines += [
                Line(tuple(_cells(law, row, standards, place)), group=group)
                for *_, law, row in some
            ]
        if lines:
            yield Grid(title, heads, tuple(lines))


def _cells(
    law: Law, row: Sequence[Outcome], standards: Sequence[Law], place: int
) -> Iterator[Cell]:
    version = law.version
    yield Cell(law.name)
    yield Cell(_span(version))
    for standard, outcome in zip(standards, row, strict=True):
        itself = standard.version is version
        yield Cell("=" if itself else SIGNS[outcome], mark="" if itself else MARKS[outcome])
    yield Cell("; ".join(_reasons(law, row, standards, place)))


def _reasons(
    law: Law, row: Sequence[Outcome], standards: Sequence[Law], place: int
) -> Iterator[str]:
    """The reason for one standard, and for each other that has another answer."""
    own = _why(law, standards[place], row[place])
    if own:
        yield own
    for standard, outcome in zip(standards, row, strict=True):
        if outcome != row[place] and (why := _why(law, standard, outcome)):
            yield f"{standard.name}: {why}"


def _span(version: Version) -> str:
    """The years of a text; up to when it was read; a star where a newer one was not read."""
    until, known = version.in_force.until, version.known_until
    past = any(r.startswith(("superseded", "no longer", "the newer")) for r in remarks(version))
    read = f" ({known:%Y-%m})" if known and until is None else ""
    return f"{version.in_force.since.year}-{until.year if until else ''}{'*' if past else ''}{read}"


def _why(law: Law, standard: Law, outcome: Outcome) -> str:
    """The reason for a verdict, and no more than is shown of it."""
    if law.version is standard.version or outcome == "yes":
        return ""
    inquiry = Inquiry(law, asked_by(standard))
    if outcome == "no":
        return lacks(law.words, (g for g in gaps_of(inquiry, inquiry.answers) if g.kind.gap))
    return decides(law.words, tuple(questions(inquiry)), thin(law, (standard,)))


# -- verdicts alone --------------------------------------------------------------------------------


def verdicts(laws: Sequence[Law], standards: Sequence[Law]) -> list[list[Outcome]]:
    """The verdict on every pair without its reasons: the law in the row, the standard in the
    column.

    >>> texts, words = together(("CoE", "Armenia@2011-03-01"))
    >>> coe, armenia = (Law(text, words) for text in texts)
    >>> verdicts([armenia], [coe, armenia])
    [['undetermined', 'yes']]
    """
    if not laws:
        return []
    every = {x.version.key: x for x in (*laws, *standards)}
    space = space_for(tuple(every.values()))
    reached = [(x.named(space), x.possible(space)) for x in laws]
    asked = [(_wanted(s, space, s.named(space)), s.required(space)) for s in standards]
    return [
        [
            "yes" if law is other else decide(space, *ours, *theirs)
            for other, theirs in zip(standards, asked, strict=True)
        ]
        for law, ours in zip(laws, reached, strict=True)
    ]


def _wanted(standard: Law, space: Space, named: Sequence[int]) -> list[int]:
    """What a standard names, but for the *other* leaves of its residual words: nobody's gap."""
    for facet, leaf in asked_by(standard).residual:
        named = [left for box in named if (left := space.without(box, facet, (leaf,)))]
    return list(named)


_ITSELF = Cell("=")
_SIGNED = {outcome: Cell(sign) for outcome, sign in SIGNS.items()}


def _block(names: Sequence[str], answers: Sequence[Sequence[Outcome]], start: int) -> Grid:
    """Some columns of the matrix, with all its rows."""
    columns = range(start, min(start + COLUMNS, len(names)))

    def row(i: int) -> Line:
        answered = answers[i]
        signs = (_ITSELF if i == j else _SIGNED[answered[j]] for j in columns)
        return Line((Cell(f"{i + 1}. {names[i]}"), *signs))

    named = "; ".join(f"{j + 1} {names[j]}" for j in columns)
    title = (
        f"Does the law in the row reach all that the instrument in the column requires?\n{named}"
    )
    return Grid(title, ("", *(str(j + 1) for j in columns)), Rows(len(names), row), compact=True)
