"""Coverage: what follows for one concept in one role in one version.

A coder writes lists and limbs, never statuses. The status of a finding is the **first** that
applies of: not-required, covered, implied, silent, open, partial, absent. `silent` is the source
that does not show the law; `absent` is the law read in full that says nothing. Every finding
carries evidence: the words, the list read, or the place to be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import evolve, frozen

from comparators import attributes, penalties
from comparators.judging import STATUSES, Elsewhere, Finding, Judge, Judged, Status, pinpoints
from provisions.records import (
    LISTED,
    NOT_REQUIRED,
    Evidence,
    Facet,
    Limb,
    List,
    Mark,
    Offence,
    Role,
)

FACET_OF_ROLE: dict[str, Facet] = {
    "act": "element", "mental": "element", "rule": "element", "scope": "element", "means": "means", "purpose": "purpose",
    "aggravating": "aggravating", "related": "related",
}  # fmt: skip
_MARKS: dict[Mark, int] = {"stated": 0, "arguable": 1, "unseen": 2}


@frozen(slots=False, eq=False)
class Coverage(Judge):
    """The findings of one version, under one thesaurus."""

    # -- the lists a facet is read from ------------------------------------------------------------

    @cached_property
    def offences(self) -> tuple[Offence, ...]:
        """The offences or duties of trafficking; where the version has none, its definitions."""
        found = self.version.offences_of("trafficking")
        return found or tuple(o for o in self.version.offences if o.kind == "trafficking")

    @cached_property
    def limbs(self) -> tuple[tuple[Offence, Limb], ...]:
        """The limbs of the base offence against an adult; where there is none, every limb."""
        every = tuple((o, limb) for o in self.offences for limb in o.limbs)
        return tuple((o, limb) for o, limb in every if "adult" in limb.victims) or every

    @cached_property
    def _lists(self) -> dict[Role, tuple[tuple[List, Mark], ...]]:
        return {}

    def lists(self, role: Role) -> tuple[tuple[List, Mark], ...]:
        """The lists that answer for a role, each with the mark of the most certain limb that uses
        it.
        """
        if role not in self._lists:
            self._lists[role] = self._listing(role)
        return self._lists[role]

    def _listing(self, role: Role) -> tuple[tuple[List, Mark], ...]:
        if role in LISTED and self.offences:
            used: dict[str, Mark] = {}
            for _, limb in self.limbs:
                name = limb.list_for(role)
                if name in self.version.lists:
                    used[name] = min(used.get(name, limb.mark), limb.mark, key=lambda m: _MARKS[m])
            return tuple((self.version.lists[name], mark) for name, mark in used.items())
        if role == "aggravating":
            names = dict.fromkeys(
                name
                for o in self.offences
                for name in (*(t.circumstances for t in o.tiers), o.graver_for)
                if name in self.version.lists
            )
            return tuple((self.version.lists[name], "stated") for name in names if name)
        return tuple((x, "stated") for x in self.version.lists.values() if x.role == role)

    def place(self, facet: Facet) -> Evidence:
        """What to cite where a facet has no list: the place read, or to be read; failing that, the
        offence or the rest.
        """
        for table in (self.version.unread, self.version.nothing_on):
            if facet in table:
                return self.resolved(table[facet])
        if facet in ("non-punishment", "related", "penalty"):
            return self.resolved(Evidence(at="the rest of the instrument"))
        at = ", ".join(o.at for o in self.offences) or ", ".join(
            x.at for x in self.version.lists.values()
        )
        return self.resolved(Evidence(at=at or "the whole text"))

    # -- findings ----------------------------------------------------------------------------------

    def find(self, facet: Facet, concept: str) -> Finding:
        """The finding for a concept in a facet's role.

        Raises `KeyError` for a concept that the vocabulary does not know.
        """
        sort = self.words[concept].sort if ":" not in concept else "clause"
        if facet == "non-punishment":
            found = attributes.clause(self, concept)
        elif facet == "penalty":
            found = penalties.penalty(self, concept)
        elif facet == "element" and sort in ("rule", "scope", "mental"):
            found = attributes.rule(self, concept)
        elif facet == "element" and sort != "act":
            found = attributes.further(self, concept)
        else:
            role: Role = "act" if facet == "element" else facet
            found = self._listed(facet, role, concept)
        narrower = found.status not in ("covered", "implied")
        return evolve(found, elsewhere=tuple(self.elsewhere(facet, concept, narrower=narrower)))

    def _listed(self, facet: Facet, role: Role, concept: str) -> Finding:
        if role in LISTED and self.limbs:
            needs = [limb.list_for(role) for _, limb in self.limbs]
            if all(n == NOT_REQUIRED for n in needs):
                at = self.resolved(
                    Evidence(at=", ".join(dict.fromkeys(o.at for o, _ in self.limbs)))
                )
                return Finding("not-required", f"not required ({at.at})", (at,))
        judged = [self.judge(a_list, concept, mark) for a_list, mark in self.lists(role)]
        judged += [Judged("silent", (self.place(facet),))] * (facet in self.version.unread)
        if not judged:
            status: Status = "absent" if facet in self.version.nothing_on else "silent"
            judged = [Judged(status, (self.place(facet),))]
        if all(j.status in ("silent", "absent") for j in judged):
            judged = self._said_apart(concept) or judged
        best = min((j.status for j in judged), key=STATUSES.index)
        finding = self._phrase(concept, [j for j in judged if j.status == best], judged)
        free = [
            (limb.at or o.at, limb) for o, limb in self.limbs
            if role in ("means", "purpose") and limb.list_for(role) == NOT_REQUIRED
        ]  # fmt: skip
        if free:
            acts = dict.fromkeys(self.acts(limb) for _, limb in free)
            arguably = "" if any(limb.mark == "stated" for _, limb in free) else "arguably "
            free_for = f"{arguably}not required for {', '.join(acts)}"
            finding = evolve(
                finding,
                value=f"{finding.value}; {free_for}",
                substance=f"{finding.substance}; {free_for}",
            )
        return finding

    def _said_apart(self, concept: str) -> list[Judged]:
        """What the record says of one concept that no list names: to be read, or not there."""
        if concept in self.version.unread:
            return [Judged("silent", (self.resolved(self.version.unread[concept]),))]
        if concept in self.version.nothing_on:
            return [Judged("absent", (self.resolved(self.version.nothing_on[concept]),))]
        return []

    def acts(self, limb: Limb) -> str:
        """The acts of a limb, in words."""
        a_list = self.version.lists.get(limb.acts)
        return ", ".join(self.words.label(c) for c in a_list.entries) if a_list else "acts not seen"

    def _phrase(self, concept: str, best: list[Judged], every: list[Judged]) -> Finding:
        """The text of a cell, from the lists whose status was taken."""
        one = best[0]
        evidence = tuple(dict.fromkeys(e for j in best for e in j.evidence))
        named = tuple(dict.fromkeys(n for j in every for n in j.named if n != concept))
        notes = tuple(dict.fromkeys(n for j in best for n in j.notes))
        at = pinpoints(evidence)
        labels = ", ".join(self.words.label(n) for n in named)
        via = one.via
        substance = ""
        if one.status == "covered":
            value = at
        elif one.status == "implied":
            substance = f"via {self.words.label(via) if via else ''}"
            value = f"{substance} ({at})" + (f"; names {labels}" if labels else "")
        elif one.status == "silent":
            said = [self.words.label(n) for j in every for n in j.named]
            value = f"not known; read {at}" + (
                f"; seen: {', '.join(dict.fromkeys(said))}" if said else ""
            )
        elif one.status == "open":
            substance = one.why
            value = f"open: {one.why} ({at})"
        elif one.status == "partial":
            substance = one.why or labels
            value = f"in part: {substance} ({at})"
        else:
            value = f"no ({at})"
        if one.strength and one.strength != "shall" and one.status == "covered":
            value = f"{value} ({_STRENGTHS[one.strength]})"
        return Finding(one.status, value, evidence, via, (), named, notes, one.strength, substance)

    @cached_property
    def _base(self) -> frozenset[int]:
        """The lists of the base offence, its circumstances, rules and related offences."""
        roles: tuple[Role, ...] = (*LISTED, "mental", "aggravating", "rule", "scope", "related")
        return frozenset(id(a_list) for role in roles for a_list, _ in self.lists(role))

    def elsewhere(
        self, facet: Facet, concept: str, *, narrower: bool = True
    ) -> Iterator[Elsewhere]:
        """The other roles the version gives a concept, or narrower ones, and the texts it leaves it
        to.
        """
        if ":" in concept:
            return
        below = self.words.under(concept, self.version.id)
        found: dict[tuple[str, str, str | None], tuple[Evidence, ...]] = {}
        for name, a_list in self.version.lists.items():
            in_base = id(a_list) in self._base
            if FACET_OF_ROLE.get(a_list.role) == facet and in_base:
                continue
            if facet == "penalty" and a_list.role == "related":
                continue  # the penalty row itself is read from it
            hits = (
                [concept]
                if concept in a_list.entries
                else [n for n in below if narrower and n in a_list.entries]
            )
            if self.words[concept].heading and a_list.role == "purpose":
                hits = [h for h in hits if h == concept]
            for hit in hits:
                entry = a_list.entries[hit]
                role: str = (
                    a_list.role
                    if in_base or a_list.role in ("reference", "general")
                    else self._use(name)
                )
                key = (role, hit, entry.refers_to)
                found[key] = (*found.get(key, ()), *self.evidence(a_list, entry))
        for (role, hit, to), evidence in found.items():
            yield Elsewhere(role, evidence, hit, to)

    def _use(self, name: str) -> str:
        """What a list that is none of the base offence's is used for."""
        for offence in self.version.offences:
            limbs = [
                limb for limb in offence.limbs if name in (limb.acts, limb.means, limb.purposes)
            ]
            tiers = (*(t.circumstances for t in offence.tiers), offence.graver_for)
            if offence.kind == "trafficking" and name in tiers:
                return "aggravating"
            if offence.provision == "definition" and limbs:
                return "definition"
            if offence.kind == "trafficking" and limbs:
                return (
                    "child"
                    if all(limb.victims == ("child",) for limb in limbs)
                    else "other-victims"
                )
            if limbs or name in tiers:
                return "related-offence"
        return "unused"

    def named(self) -> Iterator[tuple[Facet, str]]:
        """Every concept the version names, with the facet in whose role it does so."""
        for name, a_list in self.version.lists.items():
            facet = FACET_OF_ROLE.get(a_list.role)
            if facet is None or (
                a_list.role == "aggravating" and self._use(name) == "related-offence"
            ):
                continue
            for concept in a_list.entries:
                yield (self.words[concept].facet if facet == "related" else facet), concept
        for _, limb in self.limbs:
            for further in limb.requires:
                yield "element", further
            for dimension in LISTED:
                drawn = self.version.lists.get(limb.list_for(dimension))
                for concept, entry in drawn.entries.items() if drawn else ():
                    for further in self.demands(concept, entry):
                        yield "element", further


_STRENGTHS: dict[str, str] = {
    "shall-consider": "to be considered: an option",
    "may": "permitted: an option",
    "commitment": "political commitment",
}

__all__ = ["STATUSES", "Coverage", "Elsewhere", "Finding"]
