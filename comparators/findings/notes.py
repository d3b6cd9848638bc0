"""The reading notes of a record that bear on a finding: of entries, lists, limbs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from comparators.findings.statuses import Elsewhere, Finding
from comparators.law import Law
from comparators.reasons import (
    Contradicted,
    Demanded,
    Free,
    FreeBut,
    FreeFor,
    FreeWhere,
    GeneralPart,
    NoMeans,
)
from provisions.phrases import doubt
from provisions.records import NOT_REQUIRED, Evidence, Facet, Limb

_OF_LIMBS = (Contradicted, Demanded, Free, FreeBut, FreeFor, FreeWhere, NoMeans)
"""The reasons that rest on limbs, and not on a list."""


def notes(
    law: Law, facet: Facet, concept: str, finding: Finding, elsewhere: Iterable[Elsewhere]
) -> Iterator[str]:
    """The notes of the record that bear on what is found of a concept, here and elsewhere."""
    yield from finding.notes
    for reason in (*finding.reasons, *(rest.because.because for rest in finding.others)):
        a_list = law.version.lists.get(getattr(reason, "list", ""))
        if a_list is not None:
            entry = a_list.entries.get(getattr(reason, "entry", ""))
            yield from filter(None, (doubt(entry) if entry else None, a_list.reading))
        if isinstance(reason, _OF_LIMBS):
            yield from filter(None, map(doubt, _free(law, facet)))
        if isinstance(reason, GeneralPart):
            read = (law.version.lists[name].reading for name, _ in law.lists("rule"))
            yield from filter(None, read)
    for a_list in law.version.lists.values():
        entry = a_list.entries.get(concept)
        if entry and (note := doubt(entry)):
            yield note
    for other in elsewhere:
        yield from _of_entries(law, other)


def settling(law: Law, facet: Facet, finding: Finding) -> Iterator[Evidence]:
    """What settles the doubtful words, or the limbs, that a finding rests on."""
    top = law.resolved
    for reason in finding.reasons:
        a_list = law.version.lists.get(getattr(reason, "list", ""))
        entry = a_list.entries.get(getattr(reason, "entry", "")) if a_list else None
        if a_list and entry and entry.settled_by:
            yield top(entry.settled_by, a_list)
        if isinstance(reason, _OF_LIMBS):
            yield from (top(x.settled_by) for x in _free(law, facet) if x.settled_by)


def _free(law: Law, facet: Facet) -> Iterator[Limb]:
    """The limbs that need nothing of a facet; of an element, every limb."""
    for limb in (x for offence in law.offences for x in offence.limbs):
        if facet == "element" or limb.list_for(facet) == NOT_REQUIRED:
            yield limb


def _of_entries(law: Law, other: Elsewhere) -> Iterator[str]:
    """The readings of the entries, and their lists, that say what a finding has elsewhere."""
    for name, a_list in law.version.lists.items():
        entry = a_list.entries.get(other.concept)
        if entry and set(law.words_of(name, other.concept)) & set(other.evidence):
            yield from filter(None, (doubt(entry), a_list.reading))
