"""Comparison: one row for each concept that an instrument names or gives a role, one finding for
each instrument.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import permutations
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from comparators.coverage import Coverage, Finding
from comparators.findings.clauses import clause_rows
from comparators.findings.penalties import PENALTY_ROWS
from comparators.standing import NothingToReachError, Verdict, reaches
from comparators.wording.cells import ATTRIBUTE_LABELS
from provisions.records import FACETS, Facet, Version
from provisions.vocabulary import Thesaurus

if TYPE_CHECKING:
    from provisions.report import Report


@frozen
class Row:
    """One concept in one role, and what follows for it in each of the instruments compared."""

    facet: Facet
    concept: str
    label: str
    cells: tuple[Finding, ...]

    @property
    def differs(self) -> bool:
        """Whether the instruments differ: in status, or in what a cell says beyond its
        pinpoints.
        """
        return len({_substance(cell) for cell in self.cells}) > 1


def _substance(cell: Finding) -> tuple[object, ...]:
    """What a cell says, without where it says it."""
    return cell.substance


@frozen(slots=False, eq=False)
class Comparison:
    """Instruments compared: rows of findings, and who reaches whom. ``str()`` is the table.

    ``facets`` are those asked for (all of them where empty); ``as_of`` is the day asked for, or
    ``None`` for the reference date.
    """

    versions: tuple[Version, ...]
    rows: tuple[Row, ...]
    words: Thesaurus = field(repr=False)
    facets: tuple[str, ...] = ()
    as_of: date | None = None

    @cached_property
    def reach(self) -> tuple[tuple[Verdict, ...], tuple[str, ...]]:
        """The verdicts of every ordered pair, the law first; and, in words, the instruments that
        have no reach.
        """
        verdicts: list[Verdict] = []
        without: dict[str, None] = {}
        for law, standard in permutations(self.versions, 2):
            try:
                verdicts.append(reaches(law, standard, words=self.words))
            except NothingToReachError as error:
                without[str(error)] = None
        return tuple(verdicts), tuple(without)

    def __getitem__(self, concept: str | tuple[str, str]) -> Row:
        """The row of a concept, or of ``(facet, concept)``. Raises `KeyError` where there is
        none.
        """
        for row in self.rows:
            if concept in (row.concept, (row.facet, row.concept)):
                return row
        raise KeyError(concept)

    def cell(self, concept: str | tuple[str, str], instrument: str) -> Finding:
        """One finding. Raises `KeyError` for a row or an instrument that is not in the
        comparison.
        """
        for version, cell in zip(self.versions, self[concept].cells, strict=True):
            if instrument in (version.id, version.key, version.name):
                return cell
        raise KeyError(instrument)

    @property
    def columns(self) -> tuple[str, ...]:
        """A key for each column: the instrument's identifier, or ``id@date`` where it stands in
        several versions.
        """
        ids = [v.id for v in self.versions]
        return tuple(v.key if ids.count(v.id) > 1 else v.id for v in self.versions)

    def differences(self) -> Comparison:
        """The same comparison with the rows that differ alone."""
        return evolve(self, rows=tuple(r for r in self.rows if r.differs))

    def report(self, *, evidence: bool = False) -> Report:
        """The `Report` that every format renders."""
        from comparators.report import of_comparison

        return of_comparison(self, evidence=evidence)

    def __str__(self) -> str:
        from provisions.formats import render

        return render(self.report(), "table")

    def _repr_html_(self) -> str:
        from provisions.formats.html import fragment

        return fragment(self.report())


def _named(coverage: Coverage) -> Iterator[tuple[Facet, str]]:
    yield from coverage.named()
    for row in clause_rows(coverage.version):
        yield "non-punishment", row


def row_keys(coverages: Iterable[Coverage], words: Thesaurus, facets: Iterable[str] = (), *, every: bool = False) -> list[
    tuple[Facet, str]
]:  # fmt: skip
    """The rows to show, in the order of facets and of the vocabulary."""
    keys: set[tuple[Facet, str]] = set()
    for coverage in coverages:
        keys.update(_named(coverage))
    keys.update(("penalty", concept) for concept in PENALTY_ROWS if concept in words)
    if "victim-not-punished" in words:
        keys.add(("non-punishment", "victim-not-punished"))
    if every:
        keys.update(
            (c.facet, c.id)
            for c in words
            if c.sort not in ("effects", "discretion", "offences", "links", "conditions")
        )
    wanted = tuple(facets) or FACETS
    order = words.order
    clauses = list(ATTRIBUTE_LABELS)

    def place(key: tuple[Facet, str]) -> tuple[int, int, int]:
        base, _, attribute = key[1].partition(":")
        return FACETS.index(key[0]), order[base], clauses.index(attribute) + 1 if attribute else 0

    return sorted((k for k in keys if k[0] in wanted), key=place)


def label(words: Thesaurus, concept: str) -> str:
    """The label of a row."""
    clause, _, attribute = concept.partition(":")
    if not attribute:
        return words.label(concept)
    whose = {"victim": "victim", "child": "child victim", "offender": "offender"}[
        clause.partition("-")[0]
    ]
    return f"{whose} clause: {ATTRIBUTE_LABELS[attribute]}"


def compare(
    *instruments: Version,
    facets: Iterable[str] = (),
    every: bool = False,
    as_of: date | None = None,
    words: Thesaurus | None = None,
) -> Comparison:
    """Compare instruments, facet by facet and concept by concept.

    ``facets`` limits the rows; ``every`` shows the whole vocabulary; ``as_of`` is the day the
    caller asked for, for the header. The result prints as a table. Raises `ValueError` without an
    instrument or for an unknown facet.
    """
    if not instruments:
        raise ValueError("nothing to compare: give at least one instrument")
    facets = tuple(facets)
    unknown = [f for f in facets if f not in FACETS]
    if unknown:
        raise ValueError(f"no facet is called {unknown[0]!r}; facets: {', '.join(FACETS)}")
    if words is None:
        from provisions import together

        instruments, words = together(instruments)
    coverages = [Coverage(version, words) for version in instruments]
    rows = tuple(
        Row(facet, concept, label(words, concept), tuple(c.find(facet, concept) for c in coverages))
        for facet, concept in row_keys(coverages, words, facets, every=every)
    )
    return Comparison(tuple(instruments), rows, words, facets, as_of)
