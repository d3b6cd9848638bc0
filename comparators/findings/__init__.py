"""Findings: what follows for one concept in one role in one version.

A coder writes lists and limbs, never statuses. A finding is drawn from the ways of the lists
(`listed`), from rules (`rules`), clauses (`clauses`) or sanctions (`penalties`); `statuses` has the
order in which the first that applies is taken.
"""

from __future__ import annotations

from attrs import evolve

from comparators.findings import listed
from comparators.findings.chapters import sought
from comparators.findings.clauses import attribute_value, clause
from comparators.findings.notes import notes, settling
from comparators.findings.penalties import penalty
from comparators.findings.roles import elsewhere
from comparators.findings.rules import ROLES, further, rule
from comparators.findings.statuses import STATUSES, Elsewhere, Finding, Rest, Status
from comparators.law import Law
from provisions.records import Facet, Role


def find(law: Law, facet: Facet, concept: str) -> Finding:
    """The finding for a concept in a facet's role. A law keeps its findings.

    Raises `KeyError` for a concept that the vocabulary does not know.

    >>> import provisions
    >>> law = Law(provisions.get("CoE"), provisions.thesaurus())
    >>> find(law, "means", "fraud").status
    'covered'
    """
    key = (facet, concept)
    if key not in law.findings:
        law.findings[key] = _find(law, facet, concept)
    found: Finding = law.findings[key]
    return found


def _find(law: Law, facet: Facet, concept: str) -> Finding:
    found = _of_facet(law, facet, concept)
    narrower = found.status not in ("covered", "implied")
    others = tuple(elsewhere(law, facet, concept, narrower=narrower))
    told = evolve(
        found,
        elsewhere=others,
        instrument=law.version.key,
        facet=facet,
        concept=concept,
        notes=tuple(dict.fromkeys(notes(law, facet, concept, found, others))),
        settled=tuple(dict.fromkeys(settling(law, facet, found))),
    )
    return sought(law, facet, concept, told)


def _of_facet(law: Law, facet: Facet, concept: str) -> Finding:
    if facet == "non-punishment":
        of_clause = ":" in concept or law.words[concept].sort == "clause"
        return clause(law, concept) if of_clause else attribute_value(law, concept)
    sort = law.words[concept].sort
    if facet == "penalty":
        return penalty(law, concept)
    if facet == "element" and sort in ROLES:
        return rule(law, concept)
    if facet == "element" and sort not in ("act", "means"):  # an act may be named after a means
        return further(law, concept)
    role: Role = "act" if facet == "element" else facet
    return listed.found(law, facet, role, concept)


__all__ = ["STATUSES", "Elsewhere", "Finding", "Rest", "Status", "find"]
