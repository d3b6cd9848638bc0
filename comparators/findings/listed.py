"""What lists say of a concept: acts, means, purposes, circumstances, related offences.

Everything is drawn from ways (`comparators.lists`); an entry is looked up by name only for the
words to be quoted.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, field, frozen

from comparators.findings.statuses import (
    STATUSES,
    Finding,
    Rest,
    Status,
    Ways,
    floored,
    free,
    own,
    status_of,
)
from comparators.law import Law
from comparators.lists import Layer, Way
from comparators.reasons import (
    Free,
    FreeBut,
    FreeFor,
    FreeWhere,
    GraverOnly,
    Ground,
    If,
    Named,
    NotThere,
    NotUsed,
    Opened,
    Overlaps,
    Reason,
    Unread,
    Via,
)
from provisions.phrases import doubt
from provisions.records import LISTED, NOT_REQUIRED, Evidence, Facet, Limb, Mark, Offence, Role
from provisions.values import Value


@frozen(eq=False, repr=False)
class Judged(Value):
    """What one list says of one concept."""

    status: Status
    ways: tuple[Way, ...]
    evidence: tuple[Evidence, ...]
    others: tuple[Rest, ...] = ()
    via: str | None = None
    named: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    strength: str | None = None
    leaves: Ways = field(factory=dict, repr=False)


def found(law: Law, facet: Facet, role: Role, concept: str) -> Finding:
    """The finding for a concept in a role that lists give."""
    if role in LISTED and law.base and not_required(law, role):
        at = law.resolved(Evidence(at=", ".join(dict.fromkeys(o.at for o, _ in law.base))))
        return Finding("not-required", (Way(Layer.NAMED, Free(at.at or "")),), (at,))
    judged = [_judged(law, role, name, concept, mark) for name, mark in law.lists(role)]
    if facet in law.version.unread or not judged:
        judged.append(_without_list(law, facet, facet))
    if all(j.status in ("silent", "absent") for j in judged):
        judged = _said_apart(law, facet, concept) or judged
    finding = joined(judged, concept)
    if finding.status == "absent" and role in ("means", "purpose"):
        finding = _restated(law, role, concept) or finding
    opened = all(isinstance(r, Opened) for r in finding.reasons)
    if law.words[concept].heading and (
        finding.status == "absent" or (finding.status == "open" and opened)
    ):
        return _heading(law, role, finding)
    return _with_free_limbs(law, role, finding)


def _judged(law: Law, role: Role, name: str, concept: str, mark: Mark) -> Judged:
    """What a list says, as the limbs that use it are read. That a limb is arguable makes its reach
    so, and not the words that stand in its lists: its other reading is told as a note.
    """
    if mark != "arguable":
        return judge(law, name, concept, mark)
    said = judge(law, name, concept)
    limbs = (doubt(x) for _, x in law.base if x.list_for(role) == name and x.reading)
    return evolve(said, notes=(*said.notes, *filter(None, limbs)))


def _restated(law: Law, role: Role, concept: str) -> Finding | None:
    """What a closed list does not have, and a graver form has that says the acts again with it."""
    adult = {x.at or o.at for o, x in law.base}
    limbs = [x for x in law.limbs if x.replaced == role and "adult" in x.victims] if adult else []
    leaves = _in_order(law, concept)
    found = {leaf: tuple(w for x in limbs for w in x.ways(role, leaf)) for leaf in leaves}
    status, layers = status_of(concept, found)
    if status == "absent":
        return None
    ways = tuple(dict.fromkeys(w for some in found.values() for w in some))
    words = (law.words_of(str(getattr(w.because, "list", "")), _entry(w)) for w in ways)
    evidence = tuple(dict.fromkeys(e for some in words for e in some))
    others = tuple(Rest(layer, Way(layer, NotThere(""))) for layer in sorted(layers))
    return Finding(status, (*ways, GraverOnly()), evidence, others)


def _heading(law: Law, role: Role, finding: Finding) -> Finding:
    """A heading that a law does not use: no lack where it lists the forms that stand under it."""
    lists = [law.version.lists[name] for name, _ in law.lists(role)]
    if not any(a_list.entries for a_list in lists):
        return finding
    places = tuple(law.resolved(Evidence(at=a.at), a) for a in lists if a.entries)
    return Finding("not-required", (NotUsed(),), tuple(dict.fromkeys(places)))


def not_required(law: Law, role: str) -> bool:
    """Whether no limb of the base offence needs anything of a role."""
    return all(limb.list_for(role) == NOT_REQUIRED for _, limb in law.base)


def _said_apart(law: Law, facet: Facet, concept: str) -> list[Judged]:
    """What the record says of one concept that no list names: to be read, or not there."""
    said = concept in law.version.unread or concept in law.version.nothing_on
    return [_without_list(law, facet, concept)] if said else []


def _without_list(law: Law, facet: Facet, key: str) -> Judged:
    """What follows of a facet, or of a concept, by where one has read, or would have to."""
    version, place = law.version, law.place(facet, key)
    if key not in version.unread and key in version.nothing_on:
        return Judged("absent", (Way(Layer.ABSENT, NotThere("")),), (place,))
    return Judged("silent", (Way(Layer.SILENT, Unread(place.at or "")),), (place,))


def joined(judged: Sequence[Judged], concept: str) -> Finding:
    """One finding from what several lists say: the best of them, or all together."""
    status = min((j.status for j in judged), key=STATUSES.index)
    best = [j for j in judged if j.status == status]
    one = best[0]
    others: tuple[Rest, ...] = ()
    if status == "partial":
        together, layers = status_of(concept, _together(judged))
        status = min(status, together, key=STATUSES.index)
        others = tuple(_rest(judged, layer) for layer in sorted(layers))
    named = dict.fromkeys(n for j in judged for n in j.named if n != concept)
    evidence = [e for j in best for e in j.evidence]
    return Finding(
        status,
        tuple(w for j in best for w in j.ways),
        tuple(dict.fromkeys((*evidence, *(e for rest in others for e in rest.evidence)))),
        others,
        one.via or (_entry(one.ways[0]) if status == "implied" else None),
        tuple(named),
        tuple(dict.fromkeys(n for j in best for n in j.notes)),
        one.strength,
    )


def _together(judged: Sequence[Judged]) -> Ways:
    """The ways of each leaf in all of some lists; a place that was not read bears them all."""
    leaves = dict.fromkeys(leaf for j in judged for leaf in j.leaves)
    return {
        leaf: tuple(w for j in judged for w in (j.leaves.get(leaf, ()) if j.leaves else j.ways))
        for leaf in leaves
    }


def _rest(judged: Sequence[Judged], layer: Layer) -> Rest:
    """What becomes of the leaves that no list names, as the first list that decides it says."""
    for one in judged:
        for rest in one.others:
            if rest.layer == layer:
                return rest
        if one.ways and one.ways[0].layer == layer:
            return Rest(layer, one.ways[0], one.evidence[:1])
    return Rest(layer, Way(layer, NotThere("")))


def _with_free_limbs(law: Law, role: Role, finding: Finding) -> Finding:
    """The finding, with the limbs that need nothing of the role, told by what they differ in."""
    if role not in ("means", "purpose"):
        return finding
    free_limbs = [(o, x) for o, x in law.base if x.list_for(role) == NOT_REQUIRED]
    needing = [x for _, x in law.base if x.list_for(role) != NOT_REQUIRED]
    plain = [x for _, x in free_limbs if not x.requires and x.mark == "stated"]
    if not free_limbs:
        return finding
    if all(any(_alike(x, y) and x.purposes == y.purposes for y in plain) for x in needing):
        where = dict.fromkeys(x.at or o.at for o, x in free_limbs if x in plain)
        some = not {x.at or o.at for o, x in law.base if x in needing} & where.keys()
        at = law.resolved(Evidence(at=", ".join(where)))
        return Finding("not-required", (Way(Layer.NAMED, Free(at.at or "", some)),), (at,))
    if (role == "means" and all(any(_alike(x, y) for y in plain) for x in needing)) or (
        role == "means" and _differ_by_purpose(law, plain, needing)
    ):
        purposes = tuple(dict.fromkeys(c for x in needing for c in _purposes(law, x)))
        return _weakest(finding, (*finding.because, FreeBut(purposes)))
    return _by_limb(law, finding, free_limbs, needing)


def _alike(one: Limb, other: Limb) -> bool:
    """Whether another limb has the acts of one, and is against an adult, or all its
    victims, too.
    """
    return one.acts == other.acts and _victims(one, other)


def _victims(one: Limb, other: Limb) -> bool:
    victims = {"adult"} & set(one.victims) or set(one.victims)
    return victims <= set(other.victims)


def _differ_by_purpose(law: Law, plain: Sequence[Limb], needing: Sequence[Limb]) -> bool:
    """Whether one act needs means for some purposes and none for others."""
    return any(
        set(law.acts(x)) & set(law.acts(y)) and x.purposes != y.purposes and _victims(x, y)
        for x in needing
        for y in plain
    )


def _purposes(law: Law, limb: Limb) -> tuple[str, ...]:
    a_list = law.version.lists.get(limb.purposes)
    return tuple(a_list.entries) if a_list else ()


def _by_limb(
    law: Law, finding: Finding, free_limbs: Sequence[tuple[Offence, Limb]], needing: Sequence[Limb]
) -> Finding:
    """The finding, with each limb that needs nothing told by its demand, or by its acts."""
    priced = [(o, x) for o, x in free_limbs if x.requires and any(_alike(y, x) for y in needing)]
    where = tuple(FreeWhere(tuple(x.requires), x.at or o.at) for o, x in priced)
    if where:
        finding = _weakest(finding, (*finding.because, *where))
    others = [(o, x) for o, x in free_limbs if (o, x) not in priced]
    if not others:
        return finding
    acts = tuple(dict.fromkeys(_acts(law, o, x) for o, x in others))
    arguable = all(x.mark != "stated" for _, x in others)
    return evolve(finding, because=(*finding.because, FreeFor(acts, arguable)))


def _acts(law: Law, offence: Offence, limb: Limb) -> tuple[str, ...] | str:
    """The acts of a limb; its pinpoint where its list names none."""
    empty = limb.acts in law.version.lists and not law.acts(limb)
    return (limb.at or offence.at) if empty else law.acts(limb)


def _weakest(finding: Finding, because: tuple[Way | Ground, ...]) -> Finding:
    """The finding where some limbs need nothing: in part, where what the others need is not
    named.
    """
    if finding.status not in ("silent", "open", "absent"):
        return evolve(finding, because=because)
    way = next(w for w in finding.because if isinstance(w, Way))
    rest = Rest(way.layer, way, finding.evidence)
    return evolve(finding, status="partial", because=because, others=(rest,))


# -- one list --------------------------------------------------------------------------------------


def judge(law: Law, name: str, concept: str, mark: Mark = "stated") -> Judged:
    """What one list says of one concept, leaving aside whether anything of the facet is required.

    ``mark`` is the mark of the limb that uses the list.
    """
    judged = _Judging(law, name, concept, _ways(law, name, concept, mark)).judged()
    if mark != "unseen" or judged.status == "absent":
        return judged
    whole = judge(law, name, concept, "stated")
    a_list = law.version.lists[name]
    at = a_list.to_read or a_list.at
    place = law.resolved(Evidence(at=at), a_list)
    seen = [w for w in whole.ways if _entry(w) == concept]
    return evolve(
        judged,
        status="silent",
        ways=(Way(Layer.SILENT, Unread(at, list=name)), *seen),
        evidence=(place, *whole.evidence),
        named=whole.named,
        notes=whole.notes,
    )


def _in_order(law: Law, concept: str) -> list[str]:
    """The leaves of a concept, its own first, the others as the vocabulary has them: which word is
    told may not hang on how a set is stored.
    """
    order = law.words.order
    return sorted(law.leaves(concept) or (concept,), key=lambda c: (c != concept, order[c]))


def _ways(law: Law, name: str, concept: str, mark: Mark) -> Ways:
    """The ways in which a list bears the leaves of a concept, as the mark of a limb holds them
    down; what a concept means already is not demanded besides.
    """
    reading, words = law.reading(name), law.words
    meant = frozenset(words[concept].contains)
    found: dict[str, tuple[Way, ...]] = {}
    for leaf in _in_order(law, concept):
        known = meant.union(words[leaf].contains)
        found[leaf] = tuple(
            floored(_demanding(law, name, w, known), mark) for w in reading.of(leaf)
        )
    return found


def _demanding(law: Law, name: str, way: Way, known: frozenset[str]) -> Way:
    """A way of a list, without what the concept means already; with the circumstances that the form
    needs together with this one.
    """
    entry = _entry(way)
    others = law.together.get(name, frozenset()) - {entry} if entry else frozenset[str]()
    demands = (way.demands | others) - known
    return way if demands == way.demands else evolve(way, demands=demands)


@frozen(eq=False, slots=False)
class _Judging:
    """One list asked for one concept: which of its ways decide, and the words they rest on."""

    law: Law
    name: str
    concept: str
    leaves: Ways

    def judged(self) -> Judged:
        """What the list says."""
        status, _ = status_of(self.concept, self.leaves)
        made: Judged = getattr(self, f"_{status}")()
        return evolve(made, leaves=self.leaves)

    # -- the entries that bear on the concept, by where they stand ---------------------------------

    def _every(self, *layers: Layer) -> list[Way]:
        ways = (w for leaf in self.leaves for w in self.leaves[leaf] if w.layer in layers)
        return list(dict.fromkeys(ways))

    @property
    def _over(self) -> list[str]:
        over = self.law.words.over(self.concept, self.law.id)
        return [c for c, _ in over]

    @property
    def _containing(self) -> list[str]:
        """The broader concepts that contain it without a condition."""
        over = self.law.words.over(self.concept, self.law.id)
        return [c for c, path in over if not path.condition]

    @property
    def _under(self) -> list[str]:
        return list(self.law.words.under(self.concept, self.law.id))

    @property
    def _stated_below(self) -> tuple[str, ...]:
        """The narrower concepts that the list's own words name, whatever they demand."""
        reading = self.law.reading(self.name)
        names = {
            w.because.entry
            for leaf in self.leaves
            for w in reading.of(leaf)
            if w.layer == Layer.NAMED and isinstance(w.because, Named | Via)
        }
        return tuple(c for c in self._under if c in names)

    def _nearest(self, way: Way) -> tuple[int, int, int]:
        """How near the word of a way stands to the concept: its own, a broader one, one that
        overlaps with it or with a broader one, a narrower one, one that overlaps with that.
        """
        reason, over, under = way.because, self._over, self._under
        entry = _entry(way)
        if isinstance(reason, Overlaps):
            places = [c for c, _ in self.law.words.overlapping(reason.of, self.law.id)]
            rank, line = (2, [reason.of]) if reason.of == self.concept else (3, over)
            rank, line = (rank, line) if reason.of in line else (5, under)
            return rank, _place(line, reason.of), _place(places, entry)
        if entry == self.concept:
            return 0, 0, 0
        if entry in over and (isinstance(reason, If) or entry in self._containing):
            return 1, over.index(entry), 0
        if entry in under:
            return 4, under.index(entry), 0
        return (6 if isinstance(reason, If) else 7), 0, 0

    # -- words -------------------------------------------------------------------------------------

    def _words(self, *concepts: str) -> tuple[Evidence, ...]:
        said = (e for c in concepts for e in self.law.words_of(self.name, c))
        return tuple(
            e if e.words or e.gloss else evolve(e, gloss="may stand here, not seen") for e in said
        )

    def _notes(self, *concepts: str) -> tuple[str, ...]:
        entries = self.law.version.lists[self.name].entries
        return tuple(note for c in concepts if (note := doubt(entries[c])))

    @property
    def _strength(self) -> str | None:
        a_list = self.law.version.lists[self.name]
        entry = a_list.entries.get(self.concept)
        return (entry.strength if entry else None) or a_list.strength

    @property
    def _place(self) -> Evidence:
        a_list = self.law.version.lists[self.name]
        return self.law.resolved(a_list.place, a_list)

    # -- the statuses ------------------------------------------------------------------------------

    def _covered(self) -> Judged:
        way = next(w for w in self._every(Layer.NAMED) if own(w, self.concept))
        words, notes = self._words(self.concept), self._notes(self.concept)
        return Judged("covered", (way,), words, notes=notes, strength=self._strength)

    def _implied(self) -> Judged:
        below, over = self._stated_below, set(self._containing)
        plain = [w for w in self._every(Layer.NAMED) if not w.demands]
        broader = [w for w in sorted(plain, key=self._nearest) if _entry(w) in over]
        if broader:
            return self._through(broader[0], below)
        # in the order of the vocabulary: which entry is told may not hang on how a set is stored
        ordered = sorted(self.leaves, key=self.law.words.order.__getitem__)
        leaves = {leaf: [w for w in self.leaves[leaf] if w in plain] for leaf in ordered}
        ways = tuple(dict.fromkeys(min(some, key=self._nearest) for some in leaves.values()))
        whole = tuple(dict.fromkeys(_entry(w) for w in ways))
        whole = (*(c for c in below if c in whole), *(c for c in whole if c not in below))
        return Judged(
            "implied", ways, self._words(*whole), (), whole[0], whole, strength=self._strength
        )

    def _through(self, way: Way, below: tuple[str, ...]) -> Judged:
        entry = _entry(way)
        return Judged(
            "implied",
            (way,),
            self._words(entry),
            via=entry,
            named=below,
            notes=self._notes(entry),
            strength=self._strength,
        )

    def _partial(self) -> Judged:
        ways = sorted(self._every(Layer.NAMED), key=self._nearest)
        below = self._stated_below
        first = ways[0]
        entry, others = _entry(first), self._others()
        if entry == self.concept:
            demanded = self._demanding(entry, first)
            words = (*self._words(entry), *demanded)
            notes, strength = self._notes(entry), self._strength
            return Judged("partial", (first,), words, others, notes=notes, strength=strength)
        if entry in self._containing:
            words, notes = self._words(entry), self._notes(entry)
            return Judged("partial", (first,), words, others, entry, notes=notes)
        entries = below or tuple(dict.fromkeys(_entry(w) for w in ways))
        named = tuple(w for c in entries for w in [w for w in ways if _entry(w) == c][:1])
        words, notes = self._words(*entries), self._notes(*entries)
        parts = below or tuple(x for x in self.leaves if {*self.leaves[x]} & {*ways})
        return Judged("partial", named, words, others, named=parts, notes=notes)

    def _demanding(self, entry: str, way: Way) -> tuple[Evidence, ...]:
        a_list = self.law.version.lists[self.name]
        own_entry = a_list.entries[entry]
        demanded = tuple(
            self.law.resolved(own_entry.requires[f], own_entry, a_list)
            for f in own_entry.requires
            if f in way.demands
        )
        others = (c for c in a_list.entries if c in way.demands and c not in own_entry.requires)
        return (*demanded, *self._words(*others))

    def _others(self) -> tuple[Rest, ...]:
        """What becomes of the leaves that nothing names for certain."""
        unsure = {leaf: ways for leaf, ways in self.leaves.items() if free(ways) != Layer.NAMED}
        found: dict[Layer, Rest] = {}
        for layer in sorted({free(ways) for ways in unsure.values()}):
            ways = [
                w for ws in unsure.values() if free(ws) == layer for w in ws if w.layer == layer
            ]
            way = min(ways, key=self._nearest)
            found[layer] = Rest(layer, way, self._rest_words(way))
        return tuple(found.values())

    def _rest_words(self, way: Way) -> tuple[Evidence, ...]:
        if isinstance(way.because, Unread):
            return (self._to_read(way.because),)
        if isinstance(way.because, Opened):
            return (self._place,)
        return self._words(_entry(way)) if _entry(way) else ()

    def _to_read(self, why: Reason) -> Evidence:
        a_list = self.law.version.lists[self.name]
        if isinstance(why, Unread) and why.entry and (at := a_list.entries[why.entry].at):
            return self.law.resolved(Evidence(at=at), a_list.place)
        return self._place

    def _silent(self) -> Judged:
        ways = sorted(self._every(Layer.SILENT), key=self._nearest)
        unseen = [_entry(w) for w in ways if _entry(w)]
        entries = self.law.version.lists[self.name].entries
        placed = [w for w in ways if _entry(w) and entries[_entry(w)].at]
        way = next(iter(placed or ways))
        seen = self.concept in entries
        own_word = [w for w in self._every(Layer.OPEN) if _entry(w) == self.concept][:1]
        named = (self.concept,) if own_word else self._stated_below
        words = (self._to_read(way.because), *self._words(*named))
        notes = self._notes(*((self.concept,) if seen else dict.fromkeys(unseen)))
        below = () if own_word else named
        return Judged("silent", (way, *own_word), words, named=below, notes=notes)

    def _open(self) -> Judged:
        ways = sorted(self._every(Layer.OPEN), key=self._nearest)
        way, below = ways[0], self._stated_below
        if isinstance(way.because, Opened):
            return Judged("open", (way,), (self._place, *self._words(*below)), named=below)
        entry = _entry(way)
        return Judged(
            "open",
            (way,),
            self._words(entry),
            named=below,
            notes=self._notes(entry),
            strength=self._strength,
        )

    def _absent(self) -> Judged:
        way = next(iter(self._every(Layer.ABSENT)))
        return Judged("absent", (way,), (self._place,))


def _place(line: Sequence[str], concept: str) -> int:
    return line.index(concept) if concept in line else len(line)


def _entry(way: Way) -> str:
    """The entry that a way rests on, if any."""
    return str(getattr(way.because, "entry", ""))
