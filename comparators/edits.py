"""The edits of an amendment, and the record they give.

An edit stands where words stand: a word added to a list, a demand dropped in all the places that
make it in the same words, a doubtful limb settled, a limb added. An amended law is a record like
any other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

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

    ``keep``: the entries that keep it, since the standard does not speak of them.
    """

    element: str
    words: str
    at: str
    victims: tuple[Victim, ...] = ()
    keep: tuple[str, ...] = field(default=(), eq=False, order=False)


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
    """A limb of the standard, with the law's lists where it has them, beside one of its limbs."""

    like: str
    beside: str
    victims: tuple[Victim, ...]
    names: tuple[str, ...]
    limb: Limb = field(eq=False, order=False)
    lists: tuple[tuple[str, List], ...] = field(eq=False, order=False)


Edit = Word | Drop | Settle | Add
Place = tuple[list[tuple[str, str]], list[tuple[int, int]]]
"""Where a demand stands: entries (list, concept) and limbs (offence, limb)."""


def demand(element: str, evidence: Evidence, at: str | None) -> Drop:
    """The edit that drops a demand: one for all the places that quote it alike."""
    return Drop(element, evidence.words or evidence.gloss or "", evidence.at or at or "")


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
    """The record of a law with some edits made."""
    lists, offences = dict(version.lists), list(version.offences)
    where = places(version)
    for edit in edits:
        if isinstance(edit, Word):
            old = lists[edit.list]
            said = Entry(gloss="added by the amendment", at=old.at)
            lists[edit.list] = evolve(old, entries={**old.entries, edit.concept: said})
        elif isinstance(edit, Widen | Free):
            _opened(edit, version, where, standards, lists, offences)
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
    return evolve(version, lists=lists, offences=tuple(offences))


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


def _opened(
    edit: Drop, version: Version, where: Mapping[Drop, Place], standards: Sequence[Version],
    lists: dict[str, List], offences: list[Offence],
) -> None:  # fmt: skip
    """A limb beside each that needs no means: with the standard's means, or free for some
    victims.
    """
    place = where[Drop(edit.element, edit.words, edit.at)]
    means = NOT_REQUIRED
    if isinstance(edit, Widen):
        means = f"means of the standard, {edit.at}"
        lists[means] = _means_of(standards)
    for name in dict.fromkeys(n for n, _ in place[0]):
        old = version.lists[name]
        entries = {
            c: evolve(old.entries[c], requires=_without(old.entries[c].requires, edit.element))
            for n, c in place[0]
            if n == name and c not in edit.keep
        }
        fresh = f"{name}, {'or by those means' if isinstance(edit, Widen) else 'free'}"
        lists[fresh] = evolve(
            old, entries=entries, unlisted="absent", opening=None, opening_gloss=None
        )
        for i, offence in enumerate(version.offences):
            more = [
                evolve(x, means=means, purposes=fresh, victims=victims)
                for x in offence.limbs
                if name == x.purposes and x.means == NOT_REQUIRED
                and (victims := tuple(v for v in x.victims if v in edit.victims))
            ]  # fmt: skip
            offences[i] = evolve(offences[i], limbs=(*offences[i].limbs, *more))


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
