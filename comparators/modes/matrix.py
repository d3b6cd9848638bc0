"""Who reaches whom: `compare --matrix`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from comparators.coverage import Coverage
from comparators.layers import Layers, space_for
from comparators.meeting import decide, nothing_to_reach
from comparators.modes.data import shared_data as data_of
from comparators.wording.heads import as_of_note
from provisions import NotInForceError, get, instruments, together
from provisions.records import LISTED, Version
from provisions.report import Cell, Grid, Report, Section
from provisions.vocabulary import Thesaurus


def matrix(names: tuple[str, ...], day: date | None) -> Report:
    """Who reaches whom, for the instruments named or all of them; and how much of a standard's core
    each names.
    """
    chosen: list[Version] = []
    out: list[str] = []
    for name in names or tuple(i.id for i in instruments()):
        try:
            chosen.append(get(name, None if "@" in name else day))
        except NotInForceError as error:
            if names:
                raise
            out.append(str(error))
    held, words = together(chosen)
    layers = [x for v in held if (x := Layers(v, words, held)).readings]
    idle = [v for v in held if not any(x.version is v for x in layers)]
    every = tuple(x.version for x in layers)
    space = space_for(words, layers)
    boxes = [(x.named(space), x.possible(space), x.required(space)) for x in layers]
    signs = {"yes": "yes", "no": "no", "undetermined": "?"}
    answers: list[list[str]] = []
    for i, law in enumerate(layers):
        row = []
        for j, standard in enumerate(layers):
            same = law is standard
            row.append(
                "yes"
                if same
                else signs[decide(space, boxes[i][0], boxes[i][1], boxes[j][0], boxes[j][2])]
            )
        answers.append(row)
    blocks = tuple(
        _matrix_block(every, answers, start) for start in range(0, len(every), MATRIX_COLUMNS)
    )
    standards = [v for v in every if v.id in ("palermo", "coe")] or list(every[:1])
    core = tuple(_core_row(v, standards, words) for v in every)
    counted = Grid(
        "How much of a standard's core is named: a count of its acts, means and purposes, and no score",
        ("", *(s.name for s in standards)), core, compact=True,
    )  # fmt: skip
    legend = (
        "yes: reaches it; no: a case falls through; ?: the sources do not say.",
        *(nothing_to_reach(v) for v in idle),
        *out,
    )
    data = data_of(
        held, day,
        matrix={v.key: {w.key: a for w, a in zip(every, row, strict=True)} for v, row in zip(every, answers, strict=True)},
        core={v.key: {s.key: _core(v, s, words)[:3] for s in standards} for v in every},
    )  # fmt: skip
    return Report(
        "Who reaches whom",
        (as_of_note(day, held),),
        (*blocks, counted),
        (Section("Legend", legend),),
        (),
        data,
    )


MATRIX_COLUMNS = 14
"""Columns of the matrix side by side: what fits a hundred characters."""


def _matrix_block(every: Sequence[Version], answers: Sequence[Sequence[str]], start: int) -> Grid:
    """Some columns of the matrix, with all its rows."""
    columns = range(start, min(start + MATRIX_COLUMNS, len(every)))
    rows = tuple(
        (Cell(f"{i}. {v.name}"), *(Cell(row[j]) for j in columns))
        for i, (v, row) in enumerate(zip(every, answers, strict=True), 1)
    )
    title = "Does the law in the row reach all that the instrument in the column requires?"
    names = "; ".join(f"{j + 1} {every[j].name}" for j in columns)
    return Grid(f"{title}\n{names}", ("", *(str(j + 1) for j in columns)), rows, compact=True)


def _core(version: Version, standard: Version, words: Thesaurus) -> tuple[int, int, int, int]:
    """Named, open or not known, not named, and all of the concepts that a standard's limbs name."""
    theirs, ours = Layers(standard, words), Coverage(version, words)
    named = unsure = 0
    concepts: dict[tuple[str, str], None] = {}
    for reading in theirs.readings:
        for dimension in LISTED:
            a_list = standard.lists.get(reading.limb.list_for(dimension))
            for concept in a_list.entries if a_list else ():
                if not words[concept].heading:
                    concepts[{"act": "element"}.get(dimension, dimension), concept] = None
    for facet, concept in concepts:
        status = ours.find(facet, concept).status  # type: ignore[arg-type]  # a facet
        named += status in ("covered", "implied", "not-required")
        unsure += status in ("silent", "open")
    return named, unsure, len(concepts) - named - unsure, len(concepts)


def _core_row(version: Version, standards: Sequence[Version], words: Thesaurus) -> tuple[Cell, ...]:
    cells = [Cell(version.name)]
    for standard in standards:
        named, unsure, _, every = _core(version, standard, words)
        cells.append(
            Cell(f"{named} of {every}" + (f", {unsure} open or not known" if unsure else ""))
        )
    return tuple(cells)
