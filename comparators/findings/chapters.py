"""What is absent from the sections that were read, and may stand in chapters that were not.

Circumstances, related offences and clauses for victims may stand anywhere in a law: only what was
sought in every chapter in which it could stand, or searched for by words, is absent.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from comparators.findings.statuses import Finding
from comparators.law import Law
from comparators.lists import Layer, Way
from comparators.reasons import NoClause, NotStated, Sections
from provisions.records import Evidence, Facet, Part

CHAPTERS: Mapping[Facet, tuple[Part, ...]] = {
    "aggravating": ("general-part",),
    "related": ("general-part", "special-part"),
    "non-punishment": ("general-part", "special-part", "criminal-procedure"),
}
"""Where it could stand, beside the article on trafficking."""
_NAMES: Mapping[Part, str] = {
    "general-part": "the general part",
    "special-part": "the special part",
    "criminal-procedure": "the law of criminal procedure",
}


def sought(law: Law, facet: Facet, concept: str, found: Finding) -> Finding:
    """A finding of a law that is national: what was sought in some sections alone is not absent but
    not known, and where a general rule for anyone decides it is open. So is the rest of what is
    named in part.
    """
    if facet not in CHAPTERS or law.version.instrument.international:
        return found
    if found.status == "partial" and facet != "non-punishment":
        return found if _whole(law, facet, concept) else _in_part(found)
    if found.status != "absent":
        return found
    if ":" in concept and not any(isinstance(b, NoClause) for b in found.because):
        return found  # an attribute of a clause that was read
    if any(isinstance(b, NotStated) for b in found.because):
        return found  # a value that a clause which was read does not have
    if any(isinstance(b, NoClause) and b.general for b in found.because):
        return evolve(found, status="open")  # a general rule for anyone decides
    if _whole(law, facet, concept):
        return found
    to_read = Evidence(at=_unread(law, facet)).within(law.version)
    because = Sections(found.at)
    return evolve(found, status="silent", evidence=(to_read,), because=(because,))


def _whole(law: Law, facet: Facet, concept: str) -> bool:
    """Whether it was sought wherever it could stand: every chapter read, or searched by words."""
    read = {c.chapter for c in law.version.chapters if c.read == "full"}
    place = law.version.nothing_on.get(concept) or law.version.nothing_on.get(facet)
    return read.issuperset(CHAPTERS[facet]) or bool(place and len(place.searched) > 1)


def _unread(law: Law, facet: Facet) -> str:
    """The chapters in which it could still stand: that is what is to be read, not the article."""
    read = {c.chapter: c.read for c in law.version.chapters}
    return ", ".join(
        f"{'the rest of ' if read.get(name) == 'part' else ''}{_NAMES[name]}"
        for name in CHAPTERS[facet]
        if read.get(name) != "full"
    )


def _in_part(found: Finding) -> Finding:
    """A finding in part, the rest of which may stand in the chapters that were not read."""
    unread = Way(Layer.SILENT, Sections(found.at))
    others = (
        evolve(rest, layer=Layer.SILENT, because=unread) if rest.layer == Layer.ABSENT else rest
        for rest in found.others
    )
    return evolve(found, others=tuple({rest.layer: rest for rest in others}.values()))
