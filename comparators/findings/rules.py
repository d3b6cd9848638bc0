"""Rules, scopes, the mental element and further elements: stated, or following from the limbs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from comparators.findings import listed
from comparators.findings.statuses import STATUSES, Finding
from comparators.law import Law
from comparators.lists import Layer, Way, demanded
from comparators.reasons import (
    Contradicted,
    Demanded,
    Doubted,
    Free,
    GeneralPart,
    NoMeans,
    NotDemanded,
    NotThere,
    Unread,
)
from provisions.records import LISTED, NOT_REQUIRED, NOT_SEEN, Evidence, Limb, Offence, Role

ROLES: dict[str, Role] = {"rule": "rule", "scope": "scope", "mental": "mental"}
"""The sorts of concepts that a rule is, with the role of the lists that state them."""


def rule(law: Law, concept: str) -> Finding:
    """A rule (child, incapacity, consent), a scope or a mental element: covered where stated,
    implied where it follows from the limbs, else absent or silent.
    """
    sort = law.words[concept].sort
    judged = [listed.judge(law, name, concept, mark) for name, mark in law.lists(ROLES[sort])]
    stated = [j for j in judged if j.status in ("covered", "partial", "open")]
    if stated:
        best = min(stated, key=lambda j: STATUSES.index(j.status))
        return evolve(
            listed.joined([best], concept), notes=best.notes[:1] if sort == "rule" else ()
        )
    if not (sort == "scope" and law.version.instrument.international):
        found = _follows(law, law.words[concept].follows or "")
        if found:
            return found
    general = law.words[concept].follows == "general-part"
    if not judged:
        found = _unknown(law)
        return _general_part(law, found.evidence) if general and found.seen else found
    best = min(judged, key=lambda j: STATUSES.index(j.status))
    if best.status == "absent" and general:
        return _general_part(law, best.evidence)
    layer = Layer.SILENT if best.status == "silent" else Layer.ABSENT
    why = best.ways[0].because if best.ways else NotThere("")
    return Finding(
        "silent" if layer == Layer.SILENT else "absent", (Way(layer, why),), best.evidence
    )


def _unknown(law: Law) -> Finding:
    """What follows where there is no limb to look at: not there, if the whole text was read."""
    place, version = law.place("element"), law.version
    read = "element" in version.nothing_on or _listed_whole(law)
    if read and "element" not in version.unread:
        return Finding("absent", (Way(Layer.ABSENT, NotThere("")),), (place,))
    return Finding("silent", (Way(Layer.SILENT, Unread(place.at or "")),), (place,))


def _listed_whole(law: Law) -> bool:
    """Whether a text without an offence of trafficking gives its lists, and gives them whole."""
    lists = [x for x in law.version.lists.values() if x.role == "act"]
    return bool(lists) and all(x.full for x in lists) and not law.offences


def _general_part(law: Law, read: tuple[Evidence, ...]) -> Finding:
    """A rule that no text states, and that the general part decides: it is never missing. It
    follows where the general part was read whole; else it is not known.
    """
    parts = [c for c in law.version.chapters if c.chapter == "general-part"]
    places = tuple(law.resolved(c) for c in parts)
    whole = bool(parts) and all(c.read == "full" for c in parts)
    return Finding("implied" if whole else "silent", (GeneralPart(),), (*read, *places))


def _follows(law: Law, follows: str) -> Finding | None:
    what, _, whom = follows.partition(":")
    if what == "no-means":
        return _without_means(law, whom)
    if what == "not-demanded":
        found = further(law, whom)
        if found.status == "covered":
            return Finding("absent", (Contradicted(whom), *found.because), found.evidence)
        if found.status == "partial":
            free = law.resolved(Evidence(at=", ".join(dict.fromkeys(_free_of(law, whom)))))
            evidence = (*((free,) if free.at else ()), *found.evidence)
            return Finding("partial", (Contradicted(whom), *found.because), evidence)
        if found.status == "not-required":
            words = (e for _, limb in law.base for e in _first_words(law, limb))
            return Finding("implied", (NotDemanded(whom),), (*found.evidence, *words))
    return None


def _free_of(law: Law, element: str) -> Iterator[str]:
    """The pinpoints of the limbs of the base offence that ask for a further element nowhere."""
    for offence, limb in law.base:
        lists = (law.version.lists.get(n) for n in (limb.acts, limb.means, limb.purposes))
        entries = (e for a_list in lists if a_list for e in a_list.entries.values())
        asked = element in limb.requires or any(element in e.requires for e in entries)
        acts = law.acts(limb)
        meant = bool(acts) and all(element in law.words[c].contains for c in acts)
        if not asked and not meant:
            yield limb.at or offence.at


def _without_means(law: Law, victim: str) -> Finding | None:
    """Does it follow from the limbs that no means is needed against this victim, for which acts?"""
    limbs = [(o, x) for o in law.offences for x in o.limbs if victim in x.victims]
    free = [
        (o, x)
        for o, x in limbs
        if x.means == NOT_REQUIRED and x.mark != "unseen" and not _means_in_purposes(law, x)
    ]
    if not free:
        return None
    bound = _named_acts(law, [x for _, x in limbs if x.means != NOT_REQUIRED])
    without = _named_acts(law, [x for _, x in free])
    unseen = _acts_not_seen(law, [x for _, x in free], bound - without)
    evidence = (_where(law, free), *(e for _, x in free for e in _first_words(law, x)))
    order = law.words.order
    if all(x.mark == "arguable" for _, x in free):
        notes = tuple(x.reading for _, x in free if x.reading)
        return Finding("open", (Doubted(),), evidence, notes=notes)
    named = tuple(sorted(without, key=order.__getitem__))
    if bound - without - unseen:
        return Finding("partial", (NoMeans(named),), evidence)
    doubtful = tuple(sorted((bound - without) & unseen, key=order.__getitem__))
    return Finding("implied", (NoMeans((), doubtful),), evidence)


def _means_in_purposes(law: Law, limb: Limb) -> bool:
    """Whether each exploitation a limb aims at contains a means as the law defines it (compelled,
    coerced or deceived): then a means is needed after all.
    """
    aims = law.version.lists.get(limb.purposes)
    named = aims.entries.items() if aims else ()
    entries = [entry for concept, entry in named if not law.words[concept].heading]
    return bool(entries) and all(
        any(law.words[element].as_means for element in entry.requires) for entry in entries
    )


def _where(law: Law, limbs: Iterable[tuple[Offence, Limb]]) -> Evidence:
    limbs = list(limbs)
    first = limbs[0][0]
    at = ", ".join(dict.fromkeys(x.at or o.at for o, x in limbs))
    return law.resolved(Evidence(at=at, source=first.source, lang=first.lang, by=first.by))


def _named_acts(law: Law, limbs: Iterable[Limb]) -> set[str]:
    """The acts that some limbs name, for certain or arguably."""
    return {
        c
        for limb in limbs
        for c in law.acts(limb)
        if law.version.lists[limb.acts].entries[c].mark != "unseen"
    }


def _acts_not_seen(law: Law, limbs: Iterable[Limb], missing: set[str]) -> set[str]:
    """The acts of which it is not known whether these limbs name them."""
    limbs, lists = list(limbs), law.version.lists
    if any(x.acts == NOT_SEEN or (x.acts in lists and not lists[x.acts].full) for x in limbs):
        return missing
    return {c for x in limbs for c in law.acts(x) if lists[x.acts].entries[c].mark == "unseen"}


def _first_words(law: Law, limb: Limb) -> Iterator[Evidence]:
    """The first words of a limb's acts, or of its purposes."""
    lists = law.version.lists
    name = limb.acts if limb.acts in lists else limb.purposes
    for concept in list(lists[name].entries)[:1] if name in lists else ():
        yield from law.words_of(name, concept)


# -- further elements ------------------------------------------------------------------------------


def further(law: Law, concept: str) -> Finding:
    """A further element: demanded (of the whole offence, or of part of it), not required, or not
    known.
    """
    if not law.base:
        return _without_offence(law, concept)
    whole = [(o, x) for o, x in law.base if concept in x.requires]
    if len(whole) == len(law.base):
        evidence = tuple(_limb_words(law, o, x, concept) for o, x in whole)
        return Finding("covered", (Demanded(),), evidence)
    parts = [
        *((law.acts(x), _limb_words(law, o, x, concept)) for o, x in whole),
        *_entries_demanding(law, concept),
    ]
    if parts:
        of = tuple(dict.fromkeys(part for part, _ in parts))
        return Finding("partial", (Demanded(of),), tuple(dict.fromkeys(e for _, e in parts)))
    if all(x.acts == NOT_SEEN for _, x in law.base):
        return _unknown(law)
    at = law.resolved(Evidence(at=", ".join(dict.fromkeys(o.at for o, _ in law.base))))
    return Finding("not-required", (Way(Layer.NAMED, Free(at.at or "")),), (at,))


def _without_offence(law: Law, concept: str) -> Finding:
    """A further element of a text that has no offence of trafficking: what its lists demand."""
    demanding = tuple(_entries_demanding(law, concept))
    if demanding:
        of = tuple(dict.fromkeys(part for part, _ in demanding))
        return Finding("partial", (Demanded(of),), tuple(e for _, e in demanding))
    if not _listed_whole(law):
        return _unknown(law)
    place = law.place("element")
    return Finding("not-required", (Way(Layer.NAMED, Free(place.at or "")),), (place,))


def _limb_words(law: Law, offence: Offence, limb: Limb, element: str) -> Evidence:
    at = limb.at or offence.at
    outer = Evidence(at=at, source=offence.source, lang=offence.lang, by=offence.by)
    return law.resolved(limb.requires[element], outer)


def _entries_demanding(law: Law, element: str) -> Iterator[tuple[tuple[str, ...], Evidence]]:
    """The words of the base offence's lists that demand an element; without one, of every list."""
    every = (n for n, x in law.version.lists.items() if x.role in LISTED)
    of_limbs = (n for _, x in law.base for n in (x.acts, x.means, x.purposes))
    names = dict.fromkeys(of_limbs if law.base else every)
    for name in names:
        a_list = law.version.lists.get(name)
        for concept, entry in a_list.entries.items() if a_list else ():
            if a_list and element in demanded(law.words, concept, entry):
                yield (concept,), law.resolved(entry.requires[element], entry, a_list)
