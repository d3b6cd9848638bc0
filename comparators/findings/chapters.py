"""What is absent from the sections that were read, and may stand in chapters that were not.

Circumstances, related offences and clauses for victims may stand anywhere in a law: only what was
sought in every chapter in which it could stand, or searched for by words, is absent.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from comparators.findings.statuses import Finding
from comparators.law import Law
from comparators.reasons import NoClause, NotStated, Sections
from provisions.records import Facet

CHAPTERS: Mapping[Facet, tuple[str, ...]] = {
    "aggravating": ("general-part",),
    "related": ("general-part", "special-part"),
    "non-punishment": ("general-part", "special-part", "criminal-procedure"),
}
"""Where it could stand, beside the article on trafficking."""


def sought(law: Law, facet: Facet, concept: str, found: Finding) -> Finding:
    """A finding of a law that is national: what was sought in some sections alone is not absent but
    not known, and where a general rule for anyone decides it is open.
    """
    if found.status != "absent" or facet not in CHAPTERS or law.version.instrument.international:
        return found
    if ":" in concept and not any(isinstance(b, NoClause) for b in found.because):
        return found  # an attribute of a clause that was read
    if any(isinstance(b, NotStated) for b in found.because):
        return found  # a value that a clause which was read does not have
    if any(isinstance(b, NoClause) and b.general for b in found.because):
        return evolve(found, status="open")  # a general rule for anyone decides
    read = {c.chapter for c in law.version.chapters if c.read == "full"}
    place = law.version.nothing_on.get(concept) or law.version.nothing_on.get(facet)
    if read.issuperset(CHAPTERS[facet]) or (place and len(place.searched) > 1):
        return found
    at = ", ".join(dict.fromkeys(e.at for e in found.evidence if e.at))
    return evolve(found, status="silent", because=(Sections(at),))
