"""Comparison: a row for each concept that an instrument names, a finding for each instrument."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from attrs import evolve, field, frozen

from comparators.findings import Finding, find
from comparators.findings.clauses import clause_rows
from comparators.findings.penalties import PENALTY_ROWS
from comparators.findings.roles import named
from comparators.law import Law, law_of, laws
from comparators.marks import Marked, Under, of_status, standing
from comparators.result import Result
from comparators.verdicts import NoVerdictError, Verdict, judged
from provisions.corpus import Named, shortened, thesaurus
from provisions.errors import ProvisionsError
from provisions.nearest import did_you_mean
from provisions.phrases import ATTRIBUTE_LABELS
from provisions.records import FACETS, Facet, Version
from provisions.vocabulary import Thesaurus

_VALUES = ("effects", "discretion", "offences", "links", "conditions")
"""The sorts of concepts that are values of a clause's attributes, and have no row of their own."""


class NothingToCompareError(ProvisionsError, ValueError):
    """No instrument was given, or a facet that there is not; the message says which there are.

    >>> compare("CoE", facets="mens")
    Traceback (most recent call last):
    comparators.comparison.NothingToCompareError: no facet is called 'mens' (did you mean 'means'?); facets: element, means, purpose, aggravating, non-punishment, related, penalty
    """  # noqa: E501 - the message as it is printed


@frozen(repr=False)
class Row:
    """One concept in one role, and what follows for it in each of the instruments compared.

    >>> row = compare("CoE", "Armenia@2011-03-01")["fraud"]
    >>> row.facet, row.label, [cell.status for cell in row.cells]
    ('means', 'fraud', ['covered', 'covered'])
    """

    facet: Facet
    concept: str
    label: str
    cells: tuple[Finding, ...]

    @property
    def differs(self) -> bool:
        """Whether the instruments differ: in the status, the rest or the demands; or in what a
        penalty or a clause says.
        """
        return len({cell.compared for cell in self.cells}) > 1

    def __repr__(self) -> str:
        return f"<Row {self.facet}/{self.concept}: {', '.join(c.status for c in self.cells)}>"


@frozen(slots=False, repr=False)
class Comparison(Result):
    """Instruments compared: rows of findings, and who reaches whom. ``str()`` is the table.

    ``facets`` are those asked for (all of them where empty); ``as_of`` is the day asked for, or
    ``None`` for the reference date.

    >>> compare("CoE", "Armenia@2011-03-01", facets="means")["fraud"]
    <Row means/fraud: covered, covered>
    """

    mode: ClassVar[str] = "table"
    folds: ClassVar[bool] = True

    versions: tuple[Version, ...]
    rows: tuple[Row, ...]
    words: Thesaurus = field(repr=False)
    facets: tuple[str, ...] = ()
    as_of: date | None = None

    @cached_property
    def read(self) -> tuple[Law, ...]:
        """The versions as laws under their thesaurus."""
        return tuple(law_of(v, self.words) for v in self.versions)

    @cached_property
    def standards(self) -> tuple[Version, ...]:
        """The treaties, directives and model laws that stand before the first law; else the first;
        none where nothing is compared.
        """
        return standing(self.versions)[0] if len(self.versions) > 1 else ()

    @cached_property
    def reach(self) -> tuple[tuple[Verdict, ...], tuple[str, ...]]:
        """The verdict on each law under each standard, and between two equals the other way round
        too; and, in words, the instruments that have no reach.
        """
        verdicts: list[Verdict] = []
        without: dict[str, None] = {}
        for law, standard in self._questions():
            try:
                verdicts.append(judged(law, standard, day=self.as_of))
            except NoVerdictError as error:
                without[str(error)] = None
        return tuple(verdicts), tuple(without)

    def _questions(self) -> Iterator[tuple[Law, Law]]:
        n = len(self.standards)
        yield from ((law, s) for law in self.read[n:] for s in self.read[:n])
        if len(self.read) == 2:
            one, other = self.read
            if one.version.instrument.international == other.version.instrument.international:
                yield one, other

    @cached_property
    def under(self) -> tuple[Under, ...]:
        """Each version under the standards."""
        standards = self.read[: len(self.standards)]
        return tuple(Under(law, standards) for law in self.read)

    def marked(self, row: Row) -> tuple[Marked, ...]:
        """The mark and the action of each cell of a row, under the standards; of the standards
        themselves, and of two laws, by status alone.
        """
        asked = any(s.instrument.international for s in self.standards)
        n = len(self.standards)
        return tuple(
            under.marked(row.facet, row.concept)
            if asked and i >= n
            else Marked(of_status(row.cells[i]), "none")
            for i, under in enumerate(self.under)
        )

    def __getitem__(self, concept: str | tuple[str, str]) -> Row:
        """The row of a concept, or of ``(facet, concept)``. Raises `KeyError` where there is
        none.
        """
        for row in self.rows:
            if concept in (row.concept, (row.facet, row.concept)):
                return row
        asked = concept if isinstance(concept, str) else concept[-1]
        near = did_you_mean(str(asked), (row.concept for row in self.rows))
        raise KeyError(f"the comparison has no row {concept!r}{near}")

    def __iter__(self) -> Iterator[Row]:
        """The rows, in the order of the facets and of the vocabulary."""
        return iter(self.rows)

    def cell(self, concept: str | tuple[str, str], instrument: str | Version) -> Finding:
        """One finding, of an instrument by its name, its key or one of its versions. Raises
        `KeyError` for a row or an instrument that is not in the comparison.
        """
        wanted = instrument.key if isinstance(instrument, Version) else instrument.casefold()
        for version, cell in zip(self.versions, self[concept].cells, strict=True):
            if wanted in (version.key, version.id, version.name.casefold()):
                return cell
        raise KeyError(
            f"{wanted!r} is not among those compared: {', '.join(v.key for v in self.versions)}"
        )

    @property
    def columns(self) -> tuple[str, ...]:
        """A key for each column: the instrument's identifier, or ``id@date`` where it stands in
        several versions.
        """
        ids = [v.id for v in self.versions]
        return tuple(v.key if ids.count(v.id) > 1 else v.id for v in self.versions)

    def to_records(self, **options: Any) -> list[dict[str, str]]:
        """The table as tidy rows, one a cell, for a data frame: the columns of ``--format csv``.

        With ``full=True`` every row that a standard or a law has; ``article="26"`` those of one
        article alone.

        >>> rows = compare("CoE", "Armenia").to_records()
        >>> [row["pinpoint"] for row in rows if row["concept"] == "fraud"]
        ['132(1)']
        """
        return [dict(row) for row in self.report(fold=False, **options).records]

    def differences(self) -> Comparison:
        """The same comparison with the rows that differ alone."""
        return evolve(self, rows=tuple(r for r in self.rows if r.differs))

    def __repr__(self) -> str:
        return f"<Comparison of {', '.join(self.columns)}: {len(self.rows)} rows>"


def row_keys(
    compared: Iterable[Law], facets: Iterable[str] = (), *, every: bool = False
) -> list[tuple[Facet, str]]:
    """The rows to show, in the order of facets and of the vocabulary."""
    compared = tuple(compared)
    words = compared[0].words
    keys = {key for law in compared for key in _named(law)}
    keys.update(("penalty", concept) for concept in PENALTY_ROWS if concept in words)
    if "victim-not-punished" in words:
        keys.add(("non-punishment", "victim-not-punished"))
    if every:
        keys.update((c.facet, c.id) for c in words if c.sort not in _VALUES)
    wanted = tuple(facets) or FACETS
    attributes = list(ATTRIBUTE_LABELS)

    def place(key: tuple[Facet, str]) -> tuple[int, int, int]:
        base, _, attribute = key[1].partition(":")
        within = attributes.index(attribute) + 1 if attribute else 0
        return FACETS.index(key[0]), words.order[base], within

    return sorted((k for k in keys if k[0] in wanted), key=place)


def _named(law: Law) -> Iterator[tuple[Facet, str]]:
    yield from named(law)
    for row in clause_rows(law.version):
        yield "non-punishment", row


def label(words: Thesaurus, concept: str) -> str:
    """The label of a row.

    >>> import provisions
    >>> label(provisions.thesaurus(), "victim-not-punished:links")
    'victim clause: required links (all of)'
    """
    clause, _, attribute = concept.partition(":")
    if not attribute:
        return words.label(concept)
    whose = {"victim": "victim", "child": "child victim", "offender": "offender"}
    return f"{whose[clause.partition('-')[0]]} clause: {ATTRIBUTE_LABELS[attribute]}"


def compare(
    *instruments: Named,
    facets: Iterable[str] = (),
    every: bool = False,
    as_of: date | None = None,
    words: Thesaurus | None = None,
) -> Comparison:
    """Compare instruments - names, paths of drafts, versions - facet by facet, concept by concept.

    ``facets`` limits the rows; ``every`` shows the whole vocabulary; ``as_of`` is the day asked
    for. The result prints as a table. Raises `NothingToCompareError` without an instrument or for
    an unknown facet, and whatever finding an instrument raises.

    >>> compare("CoE", "Armenia", facets=["means"]).cell("fraud", "armenia").status
    'covered'
    """
    if not instruments:
        raise NothingToCompareError("nothing to compare: give at least one instrument")
    facets = (facets,) if isinstance(facets, str) or not isinstance(facets, Iterable) else facets
    facets = tuple(map(_facet, facets))
    compared = laws(instruments, as_of, words)
    rows = tuple(
        Row(facet, concept, label(compared[0].words, concept), _cells(compared, facet, concept))
        for facet, concept in row_keys(compared, facets, every=every)
    )
    versions = tuple(law.version for law in compared)
    return Comparison(versions, rows, compared[0].words, facets, as_of)


def _facet(given: object) -> Facet:
    """One of the facets. Raises `NothingToCompareError`, with the nearest, or the one meant."""
    found = next((facet for facet in FACETS if facet == given), None)
    if found is not None:
        return found
    words = thesaurus()
    if isinstance(given, str) and given in words:
        raise NothingToCompareError(
            f"{given!r} is a concept and no facet: its facet is {words[given].facet!r}"
        )
    near = did_you_mean(given, FACETS) if isinstance(given, str) else ""
    raise NothingToCompareError(
        f"no facet is called {shortened(given)}{near}; facets: {', '.join(FACETS)}"
    )


def _cells(compared: Iterable[Law], facet: Facet, concept: str) -> tuple[Finding, ...]:
    return tuple(find(law, facet, concept) for law in compared)
