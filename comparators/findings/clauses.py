"""Non-punishment clauses, and each of their attributes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from comparators.findings.statuses import Finding, Status
from comparators.law import Law
from comparators.lists import Layer, Way
from comparators.reasons import Called, Doubted, NoClause, NotStated, Says, Unread
from provisions.records import ATTRIBUTES, Clause, Evidence, Version

BENEFICIARIES: Mapping[str, tuple[str, ...]] = {
    "victim-not-punished": ("victim", "adult-victim"),
    "child-victim-not-punished": ("child-victim",),
    "offender-not-punished": ("offender",),
}
"""The rows of clauses, and whom each helps. Victims and co-operating offenders are never mixed."""


def clause_rows(version: Version) -> Iterator[str]:
    """The rows that a version's clauses fill: a clause, and each of its attributes as
    ``clause:attribute``.
    """
    for row, helped in BENEFICIARIES.items():
        clauses = [c for c in version.non_punishment if c.beneficiary in helped]
        if clauses:
            yield row
            for attribute in ATTRIBUTES:
                if any(getattr(c, attribute) for c in clauses):
                    yield f"{row}:{attribute}"


def clauses_of(version: Version, row: str) -> list[Clause]:
    """The clauses that a row is about: where no clause speaks of a child, that on any victim."""
    found = [c for c in version.non_punishment if c.beneficiary in BENEFICIARIES[row]]
    if row == "child-victim-not-punished" and not found:
        return [c for c in version.non_punishment if c.beneficiary == "victim"]
    return found


def clause(law: Law, concept: str) -> Finding:
    """A non-punishment clause, or one of its attributes (``victim-not-punished:links``)."""
    row, _, attribute = concept.partition(":")
    clauses = clauses_of(law.version, row)
    if not clauses:
        return _no_clause(law, row, attribute)
    if attribute:
        return _attribute(law, clauses, attribute)
    evidence = tuple(law.resolved(e) for c in clauses for e in c.evidence)
    status: Status = "covered"
    if all(c.mark != "stated" for c in clauses):
        status = "open" if any(c.mark == "arguable" for c in clauses) else "silent"
    duty = next((c.strength for c in clauses if c.strength), None)
    notes = tuple(c.reading for c in clauses if c.reading)
    labels = tuple(dict.fromkeys(c.label for c in clauses if c.label))
    because = (*((Doubted(),) if status == "open" else ()), *((Called(labels),) if labels else ()))
    return Finding(status, because, evidence, notes=notes, strength=duty)


def attribute_value(law: Law, concept: str) -> Finding:
    """A value of a clause's attributes (*compelled*, an offence it extends to): whether a clause on
    victims names it, and whether those that there are were read.
    """
    clauses = [c for c in law.version.non_punishment if c.beneficiary not in ("offender", "anyone")]
    said = [(c, getattr(c, a).get(concept)) for c in clauses for a in ATTRIBUTES]
    evidence = tuple(law.resolved(e, c) for c, e in said if e is not None)
    if evidence:
        return Finding("covered", (), evidence)
    whole = clause(law, "victim-not-punished")
    if whole.status != "covered":
        return whole
    place = whole.evidence[:1]
    if all(c.unlisted == "absent" for c in clauses):
        return Finding("absent", (NotStated(),), place)
    at = place[0].at if place else ""
    return Finding("silent", (Way(Layer.SILENT, Unread(at or "")),), place)


def _no_clause(law: Law, row: str, attribute: str) -> Finding:
    version = law.version
    place = law.place("non-punishment", row)
    read = "non-punishment" in version.nothing_on or row in version.nothing_on
    if not read or "non-punishment" in version.unread:
        return Finding("silent", (Way(Layer.SILENT, Unread(place.at or "")),), (place,))
    general = [c for c in version.non_punishment if c.beneficiary == "anyone"]
    if attribute or row == "offender-not-punished" or not general:
        return Finding("absent", (NoClause(attribute=bool(attribute)),), (place,))
    rules = tuple((c.label or "", c.at or "") for c in general)
    evidence = (place, *(law.resolved(e) for c in general for e in c.evidence))
    notes = tuple(c.reading for c in general if c.reading)
    return Finding("open", (NoClause(rules),), evidence, notes=notes)  # they may reach victims


def _attribute(law: Law, clauses: Sequence[Clause], attribute: str) -> Finding:
    tables = [(c, getattr(c, attribute)) for c in clauses if getattr(c, attribute)]
    if tables:
        evidence = tuple(law.resolved(e, c) for c, table in tables for e in table.values())
        said = tuple(dict.fromkeys(tuple(table) for _, table in tables))
        return Finding("covered", (Says(said, every=attribute == "links"),), evidence)
    first = clauses[0]
    place = law.resolved(Evidence(at=first.at, source=first.source, lang=first.lang, by=first.by))
    if all(c.unlisted == "absent" for c in clauses):
        return Finding("absent", (NotStated(),), (place,))
    return Finding("silent", (Way(Layer.SILENT, Unread(place.at or "")),), (place,))
