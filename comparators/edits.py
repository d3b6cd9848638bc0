"""The edits of an amendment, and the record they give.

An edit stands where words stand: a word added to a list, a demand dropped in all the places that
make it in the same words, a doubtful limb settled, a limb added. An amended law is a record like
any other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from provisions.records import NOT_REQUIRED, Entry, Evidence, Limb, List, Offence, Version, Victim


@frozen(order=True)
class Word:
    """A word of the standard, added to a list; where it is doubtful there, said plainly."""

    list: str
    concept: str


@frozen(order=True)
class Drop:
    """A demand no longer made, in all the places that make it in the same words.

    ``keep``: the entries that keep it, since the standard does not speak of them. ``said``: the
    law's own words, with their gloss.
    """

    element: str
    words: str
    at: str
    victims: tuple[Victim, ...] = ()
    keep: tuple[str, ...] = field(default=(), eq=False, order=False)
    said: Evidence | None = field(default=None, eq=False, order=False)


class Widen(Drop):
    """A demand on a purpose that stands for a means: it, or any of the standard's means."""

    __slots__ = ()


class Free(Drop):
    """A demand on a purpose that stands for a means, no longer made for some victims."""

    __slots__ = ()


@frozen(order=True)
class Settle:
    """A limb whose words bear another reading, made certain: its place in the record."""

    offence: int
    limb: int


@frozen(order=True)
class Add:
    """A limb of the standard, with the law's lists where it has them, beside one of its limbs.

    ``places``: where the lists of the law stand, for each facet; empty where there is none, or it
    is the standard's.
    """

    like: str
    beside: str
    victims: tuple[Victim, ...]
    names: tuple[str, ...]
    limb: Limb = field(eq=False, order=False)
    lists: tuple[tuple[str, List], ...] = field(eq=False, order=False)
    places: tuple[str, ...] = field(eq=False, order=False)


Edit = Word | Drop | Settle | Add
Place = tuple[list[tuple[str, str]], list[tuple[int, int]]]
"""Where a demand stands: entries (list, concept) and limbs (offence, limb)."""


def demand(element: str, evidence: Evidence, at: str | None) -> Drop:
    """The edit that drops a demand: one for all the places that quote it alike."""
    words, place = evidence.words or evidence.gloss or "", evidence.at or at or ""
    return Drop(element, words, place, said=evidence)


def asked_of(edit: Drop) -> Drop:
    """The demand itself, whosoever is freed of it."""
    return Drop(edit.element, edit.words, edit.at)


def places(version: Version) -> Mapping[Drop, Place]:
    """Every demand of a law, and where it stands."""
    found: dict[Drop, Place] = defaultdict(lambda: ([], []))
    for name, a_list in version.lists.items():
        for concept, entry in a_list.entries.items():
            for f, evidence in entry.requires.items():
                found[demand(f, evidence, entry.at or a_list.at)][0].append((name, concept))
    for i, offence in enumerate(version.offences):
        for j, limb in enumerate(offence.limbs):
            for f, evidence in limb.requires.items():
                found[demand(f, evidence, limb.at or offence.at)][1].append((i, j))
    return found


# -- the amended record ----------------------------------------------------------------------------


def amended(version: Version, edits: Iterable[Edit], standards: Sequence[Version] = ()) -> Version:
    """The record of a law with some edits made: what opens a demand for some victims at last, since
    it is of the lists and limbs as the others leave them.
    """
    lists, offences = dict(version.lists), list(version.offences)
    where = places(version)
    opened = []
    for edit in edits:
        if isinstance(edit, Word):
            old = lists[edit.list]
            said = Entry(gloss="added by the amendment", at=old.at)
            lists[edit.list] = evolve(old, entries={**old.entries, edit.concept: said})
        elif isinstance(edit, Widen | Free):
            opened.append(edit)
        elif isinstance(edit, Drop):
            _dropped(edit, where[edit], lists, offences)
        elif isinstance(edit, Settle):
            offence = offences[edit.offence]
            limbs = list(offence.limbs)
            limbs[edit.limb] = evolve(limbs[edit.limb], mark="stated", reading=None)
            offences[edit.offence] = evolve(offence, limbs=tuple(limbs))
        else:
            lists.update(edit.lists)
            offences.append(
                Offence(id=edit.like, kind="trafficking", at=edit.beside, limbs=(edit.limb,))
            )
    after = evolve(version, lists=lists, offences=tuple(offences))
    return _opened(after, opened, standards) if opened else after


def _without(requires: Mapping[str, Evidence], element: str) -> dict[str, Evidence]:
    return {f: e for f, e in requires.items() if f != element}


def _dropped(edit: Drop, place: Place, lists: dict[str, List], offences: list[Offence]) -> None:
    for name, concept in place[0]:
        if concept not in edit.keep:
            entry = lists[name].entries[concept]
            less = evolve(entry, requires=_without(entry.requires, edit.element))
            lists[name] = evolve(lists[name], entries={**lists[name].entries, concept: less})
    for i, j in place[1]:
        limbs = list(offences[i].limbs)
        limbs[j] = evolve(limbs[j], requires=_without(limbs[j].requires, edit.element))
        offences[i] = evolve(offences[i], limbs=tuple(limbs))


def _opened(version: Version, edits: Sequence[Drop], standards: Sequence[Version]) -> Version:
    """A limb beside each that makes the demands, free of them for some victims: with the standard's
    means where it needs none, if they stand for means and the standard needs one.
    """
    where, lists = places(version), dict(version.lists)
    offences = [
        evolve(offence, limbs=(*offence.limbs, *_beside(offence, edits, where, lists, standards)))
        for offence in version.offences
    ]
    return evolve(version, lists=lists, offences=tuple(offences))


def _beside(
    offence: Offence, edits: Sequence[Drop], where: Mapping[Drop, Place], lists: dict[str, List],
    standards: Sequence[Version],
) -> Iterator[Limb]:  # fmt: skip
    for limb in offence.limbs:
        by_edits: dict[tuple[Drop, ...], list[Victim]] = defaultdict(list)
        for victim in limb.victims:
            mine = (e for e in edits if victim in e.victims)
            theirs = (e for e in mine if any(limb.purposes == n for n, _ in where[asked_of(e)][0]))
            by_edits[tuple(theirs)].append(victim)
        for some, victims in by_edits.items():
            if some:
                widened = any(isinstance(e, Widen) for e in some)
                means = limb.means
                if widened and means == NOT_REQUIRED:
                    means = "means of the standard"
                    lists[means] = _means_of(standards)
                fresh = _freed(limb.purposes, some, where, lists)
                yield evolve(limb, means=means, purposes=fresh, victims=tuple(victims))


def _freed(
    name: str, edits: Sequence[Drop], where: Mapping[Drop, Place], lists: dict[str, List]
) -> str:
    """The name of the list with the demands of some edits dropped, and nothing else on it."""
    entries: dict[str, Entry] = {}
    for edit in edits:
        for concept in (c for n, c in where[asked_of(edit)][0] if n == name and c not in edit.keep):
            entry = entries.get(concept, lists[name].entries[concept])
            entries[concept] = evolve(entry, requires=_without(entry.requires, edit.element))
    freed = evolve(
        lists[name], entries=entries, unlisted="absent", opening=None, opening_gloss=None
    )
    how = "or by those means" if any(isinstance(e, Widen) for e in edits) else "free"
    fresh = f"{name}, {how}"
    while lists.get(fresh, freed) != freed:
        fresh += " again"
    lists[fresh] = freed
    return fresh


def _means_of(standards: Sequence[Version]) -> List:
    """The standard's own list of means, in its words, or those of several."""
    lists = [
        (v, v.lists[x.means])
        for v in standards for o in v.offences_of("trafficking") for x in o.limbs
        if x.means in v.lists
    ]  # fmt: skip
    entries = {
        c: evolve(e, source=e.source or a.source or v.source, lang=e.lang or a.lang or v.lang)
        for v, a in reversed(lists)
        for c, e in a.entries.items()
        if e.mark == "stated"
    }
    return evolve(lists[0][1], entries=entries)
