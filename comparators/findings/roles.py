"""The roles a version gives a concept: which facet each answers, what it names, and where else."""

from __future__ import annotations

from collections.abc import Iterator

from comparators.findings.statuses import Elsewhere
from comparators.law import Law
from comparators.lists import demanded
from provisions.records import FACET_OF_ROLE, LISTED, Evidence, Facet


def named(law: Law) -> Iterator[tuple[Facet, str]]:
    """Every concept the version names, with the facet in whose role it does so."""
    for name, a_list in law.version.lists.items():
        facet = FACET_OF_ROLE.get(a_list.role)
        related = a_list.role == "aggravating" and use(law, name) == "related-offence"
        if facet is None or related:
            continue
        for concept in a_list.entries:
            yield (law.words[concept].facet if facet == "related" else facet), concept
    for _, limb in law.base:
        for element in limb.requires:
            yield "element", element
        for facet_ in LISTED:
            drawn = law.version.lists.get(limb.list_for(facet_))
            for concept, entry in drawn.entries.items() if drawn else ():
                wanted = demanded(law.words, concept, entry)
                yield from (("element", e) for e in entry.requires if e in wanted)


def elsewhere(
    law: Law, facet: Facet, concept: str, *, narrower: bool = True
) -> Iterator[Elsewhere]:
    """The other roles the version gives a concept, or narrower ones, and the texts it
    leaves it to.
    """
    if ":" in concept:
        return
    below = law.words.under(concept, law.id) if narrower else {}
    found: dict[tuple[str, str, str | None], tuple[Evidence, ...]] = {}
    for name, a_list in law.version.lists.items():
        entries = a_list.entries
        hits = [concept] if concept in entries else [c for c in below if c in entries]
        if not hits:
            continue
        in_base = name in law.in_base
        if in_base and FACET_OF_ROLE.get(a_list.role) == facet:
            continue
        if facet == "penalty" and a_list.role == "related":
            continue  # the penalty row itself is read from it
        if hits != [concept] and law.words[concept].heading and a_list.role == "purpose":
            continue
        for hit in hits:
            outside = in_base or a_list.role in ("reference", "general")
            role = a_list.role if outside else use(law, name)
            key = (role, hit, a_list.entries[hit].refers_to)
            found[key] = (*found.get(key, ()), *law.words_of(name, hit))
    for (role_, hit, to), evidence in found.items():
        yield Elsewhere(role_, evidence, hit, to)


def use(law: Law, name: str) -> str:
    """What a list that is none of the base offence's is used for."""
    for offence in law.version.offences:
        limbs = [x for x in offence.limbs if name in (x.acts, x.means, x.purposes)]
        effects = {t.effect for t in offence.tiers if t.circumstances == name}
        circumstances = name == offence.graver_for or bool(effects)
        if offence.kind == "trafficking" and circumstances:
            return "lesser" if effects == {"lesser"} else "aggravating"
        if offence.provision == "definition" and limbs:
            return "definition"
        if offence.kind == "trafficking" and limbs:
            return "child" if all(x.victims == ("child",) for x in limbs) else "other-victims"
        if limbs or circumstances:
            return "related-offence"
    return "unused"
