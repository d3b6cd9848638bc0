"""The smallest amendment: changes to a law's trafficking offences after which it reaches a
standard.

Three kinds of change: a value added to the list of a limb that already has the rest of the case, a
demanded element dropped, a limb of its own. A value is never added where it would reach conduct
that neither the law nor the standard reaches (to a limb that needs no means, where the standard
needs one): a limb of its own is proposed instead. An element may be dropped from what the law
punishes with it, and the text says what only the law then reaches without it. The result is
verified by computing reach again on the amended record, and no proper subset of the changes does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen

from comparators.amendment import Amendment, Change
from comparators.boxes import NONE, Pattern, Space
from comparators.layers import Layers, Reading, Values, leaves, limb_boxes, space_for
from comparators.meeting import Answer, Meeting, decide
from comparators.ordinary import WHO, most_ordinary
from provisions.records import LISTED, NOT_REQUIRED, VICTIMS, Entry, Evidence, Limb, List, Version
from provisions.vocabulary import Thesaurus

MOST_CHANGES = 40


@frozen(slots=False, eq=False)
class _Drafting:
    """A law under amendment towards a standard, in one space."""

    law: Version
    standard: Version
    words: Thesaurus
    space: Space
    target: tuple[int, ...]
    allowed: tuple[int, ...]
    readings: tuple[Reading, ...]
    memo: dict[tuple[int, str], tuple[List, Values]] = field(factory=dict)
    reach: dict[int, tuple[Version, list[int]]] = field(factory=dict)

    @classmethod
    def of(cls, law: Version, standard: Version, words: Thesaurus) -> _Drafting:
        meeting = Meeting.of(law, standard, words)
        space = meeting.space
        target = tuple(meeting.standard.named(space))
        allowed = (*meeting.law.possible(space), *target)
        return cls(law, standard, words, space, target, allowed, meeting.standard.readings)

    def named(self, version: Version) -> list[int]:
        """What a version reaches for certain; worked out once for each version."""
        if id(version) not in self.reach:
            self.reach[id(version)] = (version, self.layers(version).named(self.space))
        return self.reach[id(version)][1]

    def layers(self, version: Version) -> Layers:
        """A version read in this space; lists that did not change are not read again."""
        return Layers(version, self.words, (self.law, self.standard), memo=self.memo)

    def missing(self, version: Version) -> list[int]:
        return list(self.space.outside(self.target, self.named(version)))

    def overreach(self, changed: Version, before: Version) -> list[int]:
        """What a changed version reaches that neither the law, as it stood before the change, nor
        the standard does.
        """
        return list(self.space.outside(self.named(changed), (*self.allowed, *self.named(before))))

    def cases(self, version: Version) -> Iterator[Pattern]:
        """The most ordinary missing case for each kind of victim, facet and value: gaps before
        combinations.
        """
        missing = self.missing(version)
        seen: set[Pattern] = set()
        for victim in VICTIMS:
            own = [b for x in missing if (b := self.space.only(x, "victim", (victim,)))]
            for dimension in LISTED:
                for value in dict.fromkeys(v for b in own for v in self.space.named(b, dimension)):
                    boxes = [b for x in own if (b := self.space.only(x, dimension, (value,)))]
                    case = most_ordinary(self.space, self.words, boxes)
                    if case and case not in seen:
                        seen.add(case)
                        yield case

    def helps(self, change: Change, changed: Version, case: Pattern) -> bool:
        """Whether a change brings a case in. An element dropped may be one of several that stand in
        the way: all of them together must.
        """
        if change.element is not None:
            for other in self.candidates(changed, case):
                if other.element and (other.offence, other.limb) == (change.offence, change.limb):
                    changed = other.applied(changed)
        return self.space.within(self.space.point(case), self.named(changed))

    def next_change(self, version: Version, number: int, *, own: bool = False) -> Change | None:
        """The plainest change that brings something in: one that reaches nothing else; an element
        dropped; a limb for those against whom no means is needed; a limb of its own.
        """
        cases = list(self.cases(version))
        if own:
            return self.own_limb(self.missing(version), cases[0], number) if cases else None
        for case in cases:
            for change in self.candidates(version, case):
                changed = change.applied(version)
                if self.helps(change, changed, case) and not self.overreach(changed, version):
                    return change
        for case in cases:
            for change in self.candidates(version, case):
                useful = change.element and self.helps(change, change.applied(version), case)
                if useful and self._only_without(change, version):
                    return change
        free = [c for c in cases if c.means == NONE]
        for case in free:
            if not any(
                case.victim in x.victims and x.means == NOT_REQUIRED for x in _limbs(version)
            ):
                return self.own_limb(self.missing(version), case, number)
        return self.own_limb(self.missing(version), cases[0], number) if cases else None

    def _only_without(self, change: Change, version: Version) -> bool:
        """Whether all that a dropped element brings in is reached by the law with it."""
        granted = [self.space.granted(b) for b in self.allowed]
        return self.space.contains(granted, self.overreach(change.applied(version), version))

    def told(self, changes: Sequence[Change]) -> Iterator[Change]:
        """The changes that are kept, each with what it reaches beyond the standard in the law as
        the others leave it.
        """
        version = self.law
        for change in changes:
            changed = change.applied(version)
            beyond = self.overreach(changed, version)
            yield self._says_so(change, beyond) if beyond else change
            version = changed

    def _says_so(self, change: Change, beyond: Sequence[int]) -> Change:
        told: dict[str, None] = {}
        for victim in VICTIMS:
            theirs = [b for x in beyond if (b := self.space.only(x, "victim", (victim,)))]
            asked = [b for x in self.target if (b := self.space.only(x, "victim", (victim,)))]
            for dimension in LISTED:
                ours = {v for b in asked for v in self.space.named(b, dimension)}
                more = [v for b in theirs for v in self.space.named(b, dimension) if v not in ours]
                if dimension == "means" and NONE in more:
                    more = [NONE]
                told.update(
                    dict.fromkeys(
                        self.words.label(v) if v else "cases without any means" for v in more
                    )
                )
        named = "; ".join(list(told)[:4]) + (f"; and {len(told) - 4} more" if len(told) > 4 else "")
        return evolve(
            change,
            text=f"{change.text} (this reaches more than the standard asks: {named or 'some cases'})",
        )

    def candidates(self, version: Version, case: Pattern) -> Iterator[Change]:
        """Changes to one limb that would bring a case in: elements dropped, then values added."""
        layers = self.layers(version)
        readings = {id(r.limb): r for r in layers.readings if not r.derived}
        adding: list[Change] = []
        dropping: list[Change] = []
        for i, offence in enumerate(
            version.offences[: len(self.law.offences)]
        ):  # no change to a limb just added
            if offence.kind != "trafficking" or offence.provision == "definition":
                continue
            for j, limb in enumerate(offence.limbs):
                if limb.mark != "stated" or case.victim not in limb.victims:
                    continue
                lacks = self._lacks(readings[id(limb)], case)
                if len(lacks) == 1:
                    adding += self._add(i, j, version, lacks[0], case[lacks[0]])
                elif not lacks:
                    dropping += self._drop(i, j, version, readings[id(limb)], case)
        yield from dropping
        yield from adding

    def _lacks(self, reading: Reading, case: Pattern) -> list[str]:
        return [
            d for d in LISTED
            if not any(case[d] in values for values in reading.values(d).named.values())
        ]  # fmt: skip

    def _add(
        self, i: int, j: int, version: Version, dimension: str, value: str
    ) -> Iterator[Change]:
        limb = version.offences[i].limbs[j]
        name = limb.list_for(dimension)
        if value == NONE or name not in version.lists:
            return
        if dimension == "act" and limb.means == limb.purposes == NOT_REQUIRED:
            return  # a limb without means and purpose punishes whatever act it names
        asked = {v for b in self.target for v in self.space.named(b, dimension)}
        own = {v for c in version.lists[name].entries for v in leaves(self.words, c, version.id)}
        if dimension == "act" and not own & asked:
            return  # a list of other acts (exploitation, transactions) is no home for the standard's
        concept = self._standards_word(dimension, value)
        at = limb.at or version.offences[i].at
        what = {"act": "acts", "means": "means", "purpose": "purposes"}[dimension]
        where = version.lists[name].at
        text = f"add {self.words.label(concept)!r} to the {what} of {at}" + (
            f" ({where})" if where != at else ""
        )
        yield Change("add-value", text, where, i, j, dimension, (concept,))

    def _standards_word(
        self, dimension: str, value: str, limb: Reading | None = None, case: Pattern | None = None
    ) -> str:
        """The concept by which the standard names a leaf, where it means that leaf in the law too:
        the narrowest, or else the leaf itself. For a ``limb`` of the standard, one that reaches no
        further than that limb does.
        """
        named: dict[str, int] = {}
        for reading in self.readings:
            a_list = self.standard.lists.get(reading.limb.list_for(dimension))
            for concept in a_list.entries if a_list else ():
                own = leaves(self.words, concept, self.law.id)
                if value in own and own <= leaves(self.words, concept, self.standard.id):
                    if (
                        limb
                        and case
                        and len({self._way(limb, dimension, v, case) for v in own}) > 1
                    ):
                        continue
                    named[concept] = len(own)
        return min(named, key=named.__getitem__) if named else value

    def _drop(
        self, i: int, j: int, version: Version, reading: Reading, case: Pattern
    ) -> Iterator[Change]:
        demanded = dict.fromkeys(reading.limb.requires)
        for d in LISTED:
            for needs, values in reading.values(d).named.items():
                if case[d] in values:
                    demanded.update(dict.fromkeys(sorted(needs)))
        at = version.offences[i].limbs[j].at or version.offences[i].at
        for element in demanded:
            if element not in case.further:
                text = f"drop the demand {self.words.label(element)!r} in {at}"
                yield Change("drop-element", text, at, i, j, element=element)

    def own_limb(self, missing: Sequence[int], case: Pattern, number: int) -> Change:
        """A limb of its own: the standard's limb, cut down to the values that are missing."""
        point = self.space.point(case)
        reading = next(
            r for r in self.readings
            if r.mark == "stated" and any(self.space.within(point, [b]) for b in limb_boxes(self.space, r, "named"))
        )  # fmt: skip
        whole = list(limb_boxes(self.space, reading, "named"))
        inside = [m for x in missing for b in whole if (m := self.space.meet(x, b))]
        victims = tuple(
            v for v in VICTIMS if any(v in self.space.named(b, "victim") for b in inside)
        )
        lists: list[tuple[str, List]] = []
        names: dict[str, str] = {}
        told: list[str] = []
        for dimension in LISTED:
            gone = [
                v
                for v in self.space.values[dimension]
                if any(v in self.space.named(b, dimension) for b in inside)
            ]
            if NONE in gone:
                names[dimension] = NOT_REQUIRED
                if dimension == "means":
                    told.append("without any means needed")
                continue
            at = f"amendment {number}"
            entries = {
                self._standards_word(dimension, v, reading, case): Entry(
                    gloss="as in the standard",
                    at=at,
                    requires={f: Evidence(gloss="as in the standard") for f in way},
                )
                for v in gone
                if (way := self._way(reading, dimension, v, case)) is not None
            }
            fresh = f"{at}: {dimension}"
            lists.append((fresh, List(role=dimension, unlisted="absent", at=at, entries=entries)))
            names[dimension] = fresh
            labels = ", ".join(self.words.label(c) for c in entries)
            told.append(
                {"act": labels, "means": f"by {labels}", "purpose": f"for {labels}"}[dimension]
            )
        limb = Limb(
            names["act"],
            names["means"],
            names["purpose"],
            victims,
            reading.limb.requires,
            at=f"amendment {number}",
        )
        index = self._place(victims)
        at = self.law.offences[index].at
        who = "any victim" if len(victims) == len(VICTIMS) else " or ".join(WHO[v] for v in victims)
        text = f"add a limb of its own beside {at}, against {who}: {'; '.join(told)} (as {self.standard.name} {reading.at})"
        return Change("add-limb", text, at, index, added=limb, lists=tuple(lists))

    def _way(
        self, reading: Reading, dimension: str, value: str, case: Pattern
    ) -> tuple[str, ...] | None:
        """The fewest further elements, all of them present in a case, with which a limb reaches a
        value.
        """
        ways = [
            needs for needs, values in reading.values(dimension).named.items() if value in values
        ]
        present = set(case.further).union(
            *(self.space.implied.get(case[d], frozenset()) for d in LISTED)
        )
        met = [needs for needs in ways if needs <= present]
        return min((tuple(sorted(needs)) for needs in met), key=len, default=None)

    def _place(self, victims: tuple[str, ...]) -> int:
        """The offence of trafficking that already speaks of these victims alone, else the first
        one.
        """
        own = [
            i
            for i, o in enumerate(self.law.offences)
            if o.kind == "trafficking" and o.provision != "definition" and o.limbs
        ]
        special = [
            i for i in own if {v for x in self.law.offences[i].limbs for v in x.victims} == set(victims)
        ]  # fmt: skip
        return (special or own)[0]


def smallest_amendment(
    law: Version, standard: Version, words: Thesaurus | None = None
) -> Amendment:
    """Changes to the law after which it reaches all that the standard names; none where it does
    already.

    Raises `NothingToReachError` for an instrument without an offence or duty.
    """
    if words is None:
        from provisions import together

        (law, standard), words = together((law, standard))
    drafting = _Drafting.of(law, standard, words)
    kept = _irreducible(drafting, _changes(drafting))
    if drafting.missing(_apply(law, kept)) or not _within_bounds(drafting, kept):
        # too many small changes, or a value that reaches too far without a change that others made
        # needless
        kept = _irreducible(drafting, _changes(drafting, own=True))
    kept = list(drafting.told(kept))
    version = _apply(law, kept)
    return Amendment(tuple(kept), _verdict(version, standard, words), version)


def _changes(drafting: _Drafting, *, own: bool = False) -> list[Change]:
    """Changes one after the other, until nothing is missing; with ``own``, limbs of their own
    alone.
    """
    changes: list[Change] = []
    version = drafting.law
    for number in range(1, MOST_CHANGES + 1):
        missing = drafting.missing(version)
        change = drafting.next_change(version, number, own=own) if missing else None
        if change is None:
            break
        changes.append(change)
        version = change.applied(version)
        if change.added and drafting.missing(version) == missing:
            break  # nothing was gained: the verdict says how far it goes
    return changes


def _within_bounds(drafting: _Drafting, changes: Sequence[Change]) -> bool:
    """Whether no value added reaches what neither the law, as changed so far, nor the standard
    does.
    """
    version = drafting.law
    for change in changes:
        changed = change.applied(version)
        if change.kind == "add-value" and drafting.overreach(changed, version):
            return False
        version = changed
    return True


def _limbs(version: Version) -> Iterator[Limb]:
    return (x for o in version.offences_of("trafficking") for x in o.limbs if x.mark == "stated")


def _apply(law: Version, changes: Sequence[Change]) -> Version:
    for change in changes:
        law = change.applied(law)
    return law


def _irreducible(drafting: _Drafting, changes: list[Change]) -> list[Change]:
    """The changes without any that the others make needless. Reach only grows, so one pass is
    enough.
    """
    kept = list(changes)
    for change in list(kept):
        rest = [c for c in kept if c is not change]
        if not drafting.missing(_apply(drafting.law, rest)):
            kept = rest
    return kept


def _verdict(law: Version, standard: Version, words: Thesaurus) -> Answer:
    both = (law, standard)
    one, other = Layers(law, words, both), Layers(standard, words, both)
    space = space_for(words, (one, other))
    return decide(
        space, one.named(space), one.possible(space), other.named(space), other.required(space)
    )
