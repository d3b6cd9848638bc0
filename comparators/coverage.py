"""Coverage: what follows for one concept in one role in one version.

A coder writes lists and limbs, never statuses. The status of a finding is the **first** that applies of: not-required,
covered, implied, silent, open, partial, absent. `silent` is the source that does not show the law; `absent` is the law
read in full that says nothing. Every finding carries evidence: the words, the list read, or the place to be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal

from attrs import evolve, field, frozen

from provisions.records import (
    NOT_REQUIRED,
    NOT_SEEN,
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

Status = Literal["not-required", "covered", "implied", "silent", "open", "partial", "absent"]
STATUSES: tuple[Status, ...] = ("not-required", "covered", "implied", "silent", "open", "partial", "absent")
"""The statuses, in the order in which the first that applies is taken."""

FACET_OF_ROLE: dict[str, Facet] = {
    "act": "element", "rule": "element", "scope": "element", "means": "means", "purpose": "purpose",
    "aggravating": "aggravating", "related": "related",
}  # fmt: skip
_LIMB_FIELD: dict[str, str] = {"act": "acts", "means": "means", "purpose": "purposes"}
_MARKS: dict[Mark, int] = {"stated": 0, "arguable": 1, "unseen": 2}


@frozen
class Elsewhere:
    """Another role the instrument gives the concept, or another text it leaves it to."""

    role: str
    evidence: tuple[Evidence, ...]
    concept: str
    to: str | None = None


@frozen
class Finding:
    """What follows for one concept in one role in one version: a status and its evidence.

    ``value`` is the text of the cell; ``via`` the broader concept an implied one is reached by. ``named`` lists the
    narrower concepts the words name. ``notes`` are the reading notes of what the finding rests on.
    """

    status: Status
    value: str
    evidence: tuple[Evidence, ...] = ()
    via: str | None = None
    elsewhere: tuple[Elsewhere, ...] = ()
    named: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    strength: str | None = None


def pinpoints(evidence: Iterable[Evidence]) -> str:
    """The pinpoints of some evidence, each once."""
    return ", ".join(dict.fromkeys(e.at for e in evidence if e.at))


def quoted(evidence: Evidence) -> str:
    """The words in quotation marks, with their gloss; or the gloss, marked as such."""
    if evidence.words:
        return f'"{evidence.words}"' + (f" [{evidence.gloss}]" if evidence.gloss else "")
    return f"[{evidence.gloss}]" if evidence.gloss else ""


@frozen
class _Judged:
    """What one list says of one concept."""

    status: Status
    evidence: tuple[Evidence, ...]
    via: str | None = None
    why: str = ""
    named: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    strength: str | None = None


@frozen(slots=False, eq=False)
class Coverage:
    """The findings of one version, under one thesaurus."""

    version: Version
    words: Thesaurus = field(repr=False)

    # -- the lists a facet is read from -------------------------------------------------------------------------

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

    def lists(self, role: Role) -> tuple[tuple[List, Mark], ...]:
        """The lists that answer for a role, each with the mark of the most certain limb that uses it."""
        if role in _LIMB_FIELD and self.offences:
            used: dict[str, Mark] = {}
            for _, limb in self.limbs:
                name = getattr(limb, _LIMB_FIELD[role])
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

    def resolved(self, evidence: Evidence, *outer: Evidence | Entry | List) -> Evidence:
        """Evidence with all it leaves to what contains it filled in."""
        for container in outer:
            evidence = evidence.within(container)
        return evidence.within(self.version)

    def evidence(self, a_list: List, entry: Entry) -> tuple[Evidence, ...]:
        """The evidence of an entry, filled in."""
        return tuple(self.resolved(e, a_list) for e in entry.evidence)

    def place(self, facet: Facet) -> Evidence:
        """What to cite where a facet has no list: the place read, the place to be read, or the offence."""
        for table in (self.version.unread, self.version.nothing_on):
            if facet in table:
                return self.resolved(table[facet])
        at = ", ".join(o.at for o in self.offences) or ", ".join(x.at for x in self.version.lists.values())
        return self.resolved(Evidence(at=at or "the whole text"))

    # -- one list, one concept ----------------------------------------------------------------------------------

    def demands(self, concept: str, entry: Entry) -> tuple[str, ...]:
        """The further elements an entry needs beyond what its concept means already."""
        return tuple(f for f in entry.requires if f not in self.words[concept].contains)

    def judge(self, a_list: List, concept: str, limb: Mark = "stated") -> _Judged:
        """What one list says of one concept, leaving aside whether the facet is required."""
        own = a_list.entries.get(concept)
        certain = limb == "stated"
        strength = (own.strength if own else None) or a_list.strength

        def rests_on(*names: str) -> tuple[Evidence, ...]:
            return tuple(e for n in names for e in self.evidence(a_list, a_list.entries[n]))

        def notes(*names: str) -> tuple[str, ...]:
            return tuple(r for n in names if (r := a_list.entries[n].reading))

        if own and certain and own.mark == "stated" and not self.demands(concept, own):
            return _Judged("covered", rests_on(concept), notes=notes(concept), strength=strength)
        above = [(n, p) for n, p in self.words.over(concept, self.version.id) if n in a_list.entries]
        above = [(n, p) for n, p in above if not self.words[n].heading]
        below = tuple(n for n in self.words.under(concept, self.version.id) if n in a_list.entries)
        stated_below = tuple(n for n in below if a_list.entries[n].mark == "stated")
        for name, path in above:
            entry = a_list.entries[name]
            if certain and entry.mark == "stated" and not self.demands(name, entry) and not path.condition:
                return _Judged("implied", rests_on(name), name, named=stated_below, notes=notes(name), strength=strength)
        children = {e.narrower for e in self.words.broader if e.broader == concept and e.scope in (None, self.version.id)}
        whole = [n for n in stated_below if n in children and not self.demands(n, a_list.entries[n])]
        if certain and self.words[concept].complete and children and children == set(whole):
            return _Judged("implied", rests_on(*whole), whole[0], named=tuple(whole), strength=strength)
        if a_list.unlisted == "silent" or (own and own.mark == "unseen") or limb == "unseen":
            at = own.at if own and own.mark == "unseen" else None
            seen = self.resolved(Evidence(at=at), a_list.place) if at else self.resolved(a_list.place, a_list)
            named = (concept,) if own and own.mark != "unseen" else stated_below
            return _Judged("silent", (seen, *rests_on(*named)), named=named, notes=notes(concept) if own else ())
        doubt = self._doubt(a_list, concept, own, above, certain=certain)
        if doubt:
            why, names = doubt
            return _Judged("open", rests_on(*names), why=why, named=stated_below, notes=notes(*names), strength=strength)
        if a_list.unlisted == "open":
            words = self.resolved(a_list.place, a_list)
            return _Judged("open", (words, *rests_on(*stated_below)), why=quoted(words), named=stated_below)
        if own:
            needs = ", ".join(f"only {self.words[f].label}" for f in self.demands(concept, own))
            extra = tuple(self.resolved(own.requires[f], own, a_list) for f in self.demands(concept, own))
            return _Judged("partial", (*rests_on(concept), *extra), why=needs, notes=notes(concept), strength=strength)
        demanding = [n for n, p in above if a_list.entries[n].mark == "stated" and not p.condition]
        if demanding:
            entry = a_list.entries[demanding[0]]
            needs = ", ".join(f"only {self.words[f].label}" for f in self.demands(demanding[0], entry))
            return _Judged("partial", rests_on(demanding[0]), demanding[0], needs, notes=notes(demanding[0]))
        if stated_below:
            return _Judged("partial", rests_on(*stated_below), named=stated_below, notes=notes(*stated_below))
        return _Judged("absent", (self.resolved(a_list.place, a_list),))

    def _doubt(
        self, a_list: List, concept: str, own: Entry | None, above: list[tuple[str, object]], *, certain: bool
    ) -> tuple[str, tuple[str, ...]] | None:
        """Why a list may be argued to name a concept, and by which entries."""
        labelled = self.words.label
        if own and (own.mark == "arguable" or not certain) and own.mark != "unseen" and not self.demands(concept, own):
            return "arguable", (concept,)
        for name, path in above:
            entry = a_list.entries[name]
            if entry.mark == "unseen" or self.demands(name, entry):
                continue
            condition = getattr(path, "condition", None)
            return f"{'if ' + condition if condition else 'arguable'}: {labelled(name)}", (name,)
        for wide in (concept, *(n for n, p in self.words.over(concept, self.version.id) if not p.condition)):
            for name, _ in self.words.overlapping(wide):
                if name in a_list.entries and a_list.entries[name].mark != "unseen":
                    return f"arguable: {labelled(name)}", (name,)
        for name in self.words.under(concept, self.version.id):
            if name in a_list.entries and (a_list.entries[name].mark == "arguable" or not certain):
                return f"arguable: {labelled(name)}", (name,)
        return None

    # -- findings -----------------------------------------------------------------------------------------------

    def find(self, facet: Facet, concept: str) -> Finding:
        """The finding for a concept in a facet's role.

        Raises `KeyError` for a concept that the vocabulary does not know.
        """
        from comparators import attributes  # clauses, penalties and rules have readings of their own

        sort = self.words[concept].sort if ":" not in concept else "clause"
        if facet == "non-punishment":
            found = attributes.clause(self, concept)
        elif facet == "penalty":
            found = attributes.penalty(self, concept)
        elif facet == "element" and sort in ("rule", "scope"):
            found = attributes.rule(self, concept)
        elif facet == "element" and sort != "act":
            found = attributes.further(self, concept)
        else:
            role: Role = "act" if facet == "element" else facet  # type: ignore[assignment] - the rest are roles
            found = self._listed(facet, role, concept)
        return evolve(found, elsewhere=tuple(self.elsewhere(facet, concept)))

    def _listed(self, facet: Facet, role: Role, concept: str) -> Finding:
        if role in _LIMB_FIELD and self.limbs:
            needs = [getattr(limb, _LIMB_FIELD[role]) for _, limb in self.limbs]
            if all(n == NOT_REQUIRED for n in needs):
                at = self.resolved(Evidence(at=", ".join(dict.fromkeys(o.at for o, _ in self.limbs))))
                return Finding("not-required", f"not required ({at.at})", (at,))
        judged = [self.judge(a_list, concept, mark) for a_list, mark in self.lists(role)]
        judged += [_Judged("silent", (self.place(facet),))] * (facet in self.version.unread)
        if not judged:
            status: Status = "absent" if facet in self.version.nothing_on else "silent"
            judged = [_Judged(status, (self.place(facet),))]
        best = min((j.status for j in judged), key=STATUSES.index)
        finding = self._phrase(concept, [j for j in judged if j.status == best], judged)
        free = [
            (limb.at or o.at, limb) for o, limb in self.limbs
            if role in ("means", "purpose") and getattr(limb, _LIMB_FIELD[role]) == NOT_REQUIRED
        ]  # fmt: skip
        if free:
            acts = dict.fromkeys(self._acts(limb) for _, limb in free)
            arguably = "" if any(limb.mark == "stated" for _, limb in free) else "arguably "
            finding = evolve(finding, value=f"{finding.value}; {arguably}not required for {', '.join(acts)}")
        return finding

    def _acts(self, limb: Limb) -> str:
        a_list = self.version.lists.get(limb.acts)
        return ", ".join(self.words.label(c) for c in a_list.entries) if a_list else "acts not seen"

    def _phrase(self, concept: str, best: list[_Judged], every: list[_Judged]) -> Finding:
        """The text of a cell, from the lists whose status was taken."""
        one = best[0]
        evidence = tuple(dict.fromkeys(e for j in best for e in j.evidence))
        named = tuple(dict.fromkeys(n for j in every for n in j.named if n != concept))
        notes = tuple(dict.fromkeys(n for j in best for n in j.notes))
        at = pinpoints(evidence)
        labels = ", ".join(self.words.label(n) for n in named)
        via = one.via
        if one.status == "covered":
            value = at
        elif one.status == "implied":
            value = f"via {self.words.label(via) if via else ''} ({at})" + (f"; names {labels}" if labels else "")
        elif one.status == "silent":
            said = [self.words.label(n) for j in every for n in j.named]
            value = f"not known; read {at}" + (f"; seen: {', '.join(dict.fromkeys(said))}" if said else "")
        elif one.status == "open":
            value = f"open: {one.why} ({at})"
        elif one.status == "partial":
            value = f"in part: {one.why or labels} ({at})"
        else:
            value = f"no ({at})"
        if one.strength and one.strength != "shall" and one.status == "covered":
            value = f"{value} ({_STRENGTHS[one.strength]})"
        return Finding(one.status, value, evidence, via, (), named, notes, one.strength)

    def elsewhere(self, facet: Facet, concept: str) -> Iterator[Elsewhere]:
        """The other roles the version gives a concept, and the texts it leaves it to."""
        if ":" in concept:
            return
        base = {id(a_list) for role in (*_LIMB_FIELD, "aggravating", "rule", "scope", "related")
                for a_list, _ in self.lists(role)}  # type: ignore[arg-type]  # fmt: skip
        below = self.words.under(concept, self.version.id)
        found: dict[tuple[str, str, str | None], tuple[Evidence, ...]] = {}
        for name, a_list in self.version.lists.items():
            in_base = id(a_list) in base
            if FACET_OF_ROLE.get(a_list.role) == facet and in_base:
                continue
            if facet == "penalty" and a_list.role == "related":
                continue  # the penalty row itself is read from it
            hits = [concept] if concept in a_list.entries else [n for n in below if n in a_list.entries]
            if self.words[concept].heading and a_list.role == "purpose":
                hits = [h for h in hits if h == concept]
            for hit in hits:
                entry = a_list.entries[hit]
                role: str = a_list.role if in_base or a_list.role in ("reference", "general") else self._use(name)
                key = (role, hit, entry.refers_to)
                found[key] = (*found.get(key, ()), *self.evidence(a_list, entry))
        for (role, hit, to), evidence in found.items():
            yield Elsewhere(role, evidence, hit, to)

    def _use(self, name: str) -> str:
        """What a list that is none of the base offence's is used for."""
        for offence in self.version.offences:
            limbs = [limb for limb in offence.limbs if name in (limb.acts, limb.means, limb.purposes)]
            tiers = (*(t.circumstances for t in offence.tiers), offence.graver_for)
            if offence.kind == "trafficking" and name in tiers:
                return "aggravating"
            if offence.provision == "definition" and limbs:
                return "definition"
            if offence.kind == "trafficking" and limbs:
                return "child" if all(limb.victims == ("child",) for limb in limbs) else "other-victims"
            if limbs or name in tiers:
                return "related-offence"
        return "unused"

    def named(self) -> Iterator[tuple[Facet, str]]:
        """Every concept the version names, with the facet in whose role it does so."""
        for name, a_list in self.version.lists.items():
            facet = FACET_OF_ROLE.get(a_list.role)
            if facet is None or (a_list.role == "aggravating" and self._use(name) == "related-offence"):
                continue
            for concept in a_list.entries:
                yield (self.words[concept].facet if facet == "related" else facet), concept
        for _, limb in self.limbs:
            for further in limb.requires:
                yield "element", further
            for role in _LIMB_FIELD.values():
                a_list = self.version.lists.get(getattr(limb, role))
                for concept, entry in a_list.entries.items() if a_list else ():
                    for further in self.demands(concept, entry):
                        yield "element", further


_STRENGTHS: dict[str, str] = {
    "shall-consider": "to be considered: an option",
    "may": "permitted: an option",
    "commitment": "political commitment",
}

__all__ = ["NOT_SEEN", "STATUSES", "Coverage", "Elsewhere", "Finding", "Status", "pinpoints", "quoted"]
