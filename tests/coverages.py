"""Findings with the text of their cells, one version at a time, for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve, frozen

from comparators.findings import find as find_one
from comparators.findings import listed
from comparators.findings.roles import named
from comparators.findings.statuses import STATUSES, Elsewhere, Finding, Status
from comparators.law import Law
from comparators.reasons import Opened
from comparators.wording import cells
from provisions.records import (
    FACET_OF_ROLE,
    Entry,
    Evidence,
    Facet,
    Limb,
    List,
    Mark,
    Offence,
    Role,
    Version,
)
from provisions.vocabulary import Thesaurus


@frozen(slots=False, eq=False)
class Told:
    """A finding with the text of its cell."""

    finding: Finding
    words: Thesaurus

    @property
    def value(self) -> str:
        """The text of the cell."""
        return cells.value(self.finding, self.words)

    @property
    def why(self) -> str:
        """Why it is open, but for the list's own opening words."""
        if self.finding.status != "open" or isinstance(self.finding.reasons[0], Opened):
            return ""
        bare = evolve(self.finding, evidence=(Evidence(at=""),))
        return cells.value(bare, self.words).removeprefix("open: ").removesuffix(" ()")

    def __getattr__(self, name: str) -> Any:
        return getattr(self.finding, name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Told) and self.finding == other.finding

    def __hash__(self) -> int:
        return hash(self.finding)


class Coverage:
    """The findings of one version, under one thesaurus."""

    def __init__(self, version: Version, words: Thesaurus) -> None:
        self.law = Law(version, words)
        self.version, self.words = version, words

    @property
    def offences(self) -> tuple[Offence, ...]:
        """The offences or duties of trafficking."""
        return self.law.offences

    @property
    def limbs(self) -> tuple[tuple[Offence, Limb], ...]:
        """The limbs of the base offence."""
        return self.law.base

    def lists(self, role: Role) -> tuple[tuple[List, Mark], ...]:
        """The lists that answer for a role."""
        return tuple((self.version.lists[name], mark) for name, mark in self.law.lists(role))

    def resolved(self, evidence: Evidence, *outer: Evidence | Entry | List) -> Evidence:
        """Evidence, filled in."""
        return self.law.resolved(evidence, *outer)

    def evidence(self, a_list: List, entry: Entry) -> tuple[Evidence, ...]:
        """The evidence of an entry, filled in."""
        return tuple(self.law.resolved(e, a_list) for e in entry.evidence)

    def judge(self, a_list: List, concept: str, limb: Mark = "stated") -> Any:
        """What one list says of one concept."""
        name = next(n for n, x in self.version.lists.items() if x is a_list)
        found = listed.joined([listed.judge(self.law, name, concept, limb)], concept)
        key = self.version.key
        return Told(evolve(found, concept=concept, instrument=key, facet="means"), self.words)

    def find(self, facet: Facet, concept: str) -> Any:
        """The finding for a concept in a facet's role."""
        return Told(find_one(self.law, facet, concept), self.words)

    def named(self) -> Iterator[tuple[Facet, str]]:
        """Every concept the version names."""
        return named(self.law)


__all__ = ["FACET_OF_ROLE", "STATUSES", "Coverage", "Elsewhere", "Finding", "Status", "Told"]
