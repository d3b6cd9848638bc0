"""The vocabulary and its thesaurus: which concept lies under which, on whose authority, in which
instrument.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from attrs import field, frozen

from provisions.records import Broader, Concept, Facet, Overlap, Sort, Table, table
from provisions.values import Value

GROUPS: Mapping[str, tuple[Facet, Sort]] = Table(
    {
        "acts": ("element", "act"),
        "mental": ("element", "mental"),
        "rules": ("element", "rule"),
        "scopes": ("element", "scope"),
        "further": ("element", "further"),
        "means": ("means", "means"),
        "purposes": ("purpose", "purpose"),
        "aggravating": ("aggravating", "aggravating"),
        "clauses": ("non-punishment", "clause"),
        "effects": ("non-punishment", "effects"),
        "discretion": ("non-punishment", "discretion"),
        "offences": ("non-punishment", "offences"),
        "links": ("non-punishment", "links"),
        "conditions": ("non-punishment", "conditions"),
        "related": ("related", "related"),
        "penalty": ("penalty", "penalty"),
    }
)
"""The groups of ``data/vocabulary.toml``: the facet and the sort each gives its concepts."""

_GROUP_OF = {home: group for group, home in GROUPS.items()}


def path_of(concept: Concept) -> str:
    """Where a concept stands in a vocabulary.

    >>> path_of(Concept("debt-trap", "purpose", "purpose", "debt trap"))
    'purposes.debt-trap'
    """
    return f"{_GROUP_OF[concept.facet, concept.sort]}.{concept.id}"


_NOTHING: Mapping[str, Path] = Table({})


@frozen(eq=False, repr=False)
class Path(Value):
    """How a broader concept reaches a narrower one: the edges, widest first."""

    edges: tuple[Broader, ...]

    @property
    def condition(self) -> str | None:
        """The condition on which the path holds, if any of its edges has one."""
        return "; ".join(e.condition for e in self.edges if e.condition) or None


def _in_order(concepts: Mapping[str, Concept]) -> tuple[tuple[str, Concept], ...]:
    return tuple(concepts.items())


@frozen(slots=False, repr=False, cache_hash=True)
class Thesaurus:
    """The concepts, in the order of every table, and the edges between them.

    Two are equal if they say the same in the same order; what one has worked out is not copied or
    pickled.
    """

    concepts: Mapping[str, Concept] = field(converter=table, eq=_in_order)
    broader: tuple[Broader, ...]
    overlaps: tuple[Overlap, ...]

    def __repr__(self) -> str:
        return f"<Thesaurus of {len(self.concepts)} concepts, {len(self.broader)} edges>"

    def __reduce__(self) -> tuple[type[Thesaurus], tuple[object, ...]]:
        return Thesaurus, (self.concepts, self.broader, self.overlaps)

    def joined(self, other: Thesaurus) -> Thesaurus:
        """This thesaurus with the concepts and edges of another after its own."""
        return Thesaurus(
            {**self.concepts, **other.concepts},
            (*self.broader, *other.broader),
            (*self.overlaps, *other.overlaps),
        )

    def __getitem__(self, concept: str) -> Concept:
        return self.concepts[concept]

    def __contains__(self, concept: object) -> bool:
        return concept in self.concepts

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts.values())

    def label(self, concept: str) -> str:
        """The label of a concept."""
        return self.concepts[concept].label

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each concept in the order of tables."""
        return {concept: i for i, concept in enumerate(self.concepts)}

    @cached_property
    def _edges_down(self) -> Mapping[str, tuple[Broader, ...]]:
        down: dict[str, list[Broader]] = {}
        for edge in self.broader:
            down.setdefault(edge.broader, []).append(edge)
        return {concept: tuple(edges) for concept, edges in down.items()}

    @cached_property
    def _overlapping(self) -> Mapping[str, tuple[tuple[str, Overlap], ...]]:
        pairs: dict[str, list[tuple[str, Overlap]]] = {}
        for overlap in self.overlaps:
            one, other = overlap.between
            pairs.setdefault(one, []).append((other, overlap))
            pairs.setdefault(other, []).append((one, overlap))
        return {concept: tuple(found) for concept, found in pairs.items()}

    @cached_property
    def _scopes(self) -> frozenset[str | None]:
        """The instruments that have edges of their own; all others share what is worked out."""
        return frozenset(edge.scope for edge in self.broader)

    @cached_property
    def _inverses(self) -> dict[tuple[str, str | None], tuple[tuple[str, Path], ...]]:
        return {}

    @cached_property
    def _closures(self) -> dict[tuple[str, str | None], Mapping[str, Path]]:
        return {}

    def under(self, concept: str, instrument: str | None = None) -> Mapping[str, Path]:
        """Every concept strictly narrower than ``concept``, with the path to it.

        Edges scoped to an instrument count for that ``instrument`` alone. Where two paths lead to a
        concept, the one without a condition, then the shorter one, is given.
        """
        if concept not in self._edges_down:
            return _NOTHING
        key = (concept, instrument if instrument in self._scopes else None)
        if key not in self._closures:
            found: dict[str, Path] = {}
            frontier = [(concept, Path(()))]
            while frontier:
                step: list[tuple[str, Path]] = []
                for wide, path in frontier:
                    for edge in self._edges_down.get(wide, ()):
                        if edge.scope not in (None, instrument):
                            continue
                        longer = Path((*path.edges, edge))
                        known = found.get(edge.narrower)
                        if known is None or (known.condition and not longer.condition):
                            found[edge.narrower] = longer
                            step.append((edge.narrower, longer))
                frontier = step
            self._closures[key] = found
        return self._closures[key]

    @cached_property
    def _leaves_in(self) -> dict[tuple[str, str | None], frozenset[str]]:
        return {}

    def leaves(self, concept: str, instrument: str | None = None) -> frozenset[str]:
        """The leaves a concept stands for: those of its narrower concepts without a condition, and
        its own *other* leaf unless they exhaust it. A heading has none.

        >>> import provisions
        >>> sorted(provisions.thesaurus().leaves("threat-of-force"))[:1]
        ['threat-of-force-dangerous']
        """
        key = (concept, instrument if instrument in self._scopes else None)
        if key not in self._leaves_in:
            under = self.under(concept, instrument)
            below = [c for c, path in under.items() if not path.condition]
            self._leaves_in[key] = frozenset(
                c for c in (concept, *below)
                if not (self.concepts[c].heading or self.concepts[c].complete)
            )  # fmt: skip
        return self._leaves_in[key]

    @cached_property
    def _leaves(self) -> dict[str, tuple[str, ...]]:
        return {}

    def leaves_of(self, sort: str) -> tuple[str, ...]:
        """The concepts of a sort that stand for themselves: no headings, none that its narrower
        concepts exhaust.
        """
        if sort not in self._leaves:
            self._leaves[sort] = tuple(
                c.id for c in self if c.sort == sort and not c.heading and not c.complete
            )
        return self._leaves[sort]

    def over(self, concept: str, instrument: str | None = None) -> Sequence[tuple[str, Path]]:
        """Every concept strictly broader than ``concept``, the narrowest first, with the path down.

        >>> import provisions
        >>> [wide for wide, _ in provisions.thesaurus().over("blackmail")]
        ['threats', 'other-coercion']
        """
        key = (concept, instrument if instrument in self._scopes else None)
        if key not in self._inverses:
            found = [
                (wide, path)
                for wide in self._edges_down
                if (path := self.under(wide, instrument).get(concept))
            ]
            found.sort(key=lambda one: self.width(one[0], instrument))
            self._inverses[key] = tuple(found)
        return self._inverses[key]

    def width(self, concept: str, instrument: str | None = None) -> int:
        """How many concepts lie under ``concept``: of two, one under the other, the broader
        has more.
        """
        return len(self.under(concept, instrument))

    def overlapping(
        self, concept: str, instrument: str | None = None
    ) -> tuple[tuple[str, Overlap], ...]:
        """The concepts that overlap with ``concept``, with the reason.

        Edges scoped to an instrument count for that ``instrument`` alone.
        """
        found = self._overlapping.get(concept, ())
        return tuple(pair for pair in found if pair[1].scope in (None, instrument))
