"""What a draft brings - concepts, edges - and how drafts are put beside the corpus without touching
it, or one another.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from attrs import evolve

from provisions.records import ATTRIBUTES, Clause, Concept, Limb, List, Version, Vocabulary
from provisions.vocabulary import Thesaurus

T = TypeVar("T")
Names = Mapping[str, str]
"""Concepts, and what they are called instead."""


def scoped(own: Vocabulary, words: Thesaurus, scope: str, amends: str | None = None) -> Thesaurus:
    """What a draft adds to a thesaurus: its concepts, and its edges with itself as their scope.

    A draft that amends an instrument has the edges that are scoped to that instrument too.
    """
    amended = [e for e in words.broader if amends and e.scope == amends]
    joined = [o for o in words.overlaps if amends and o.scope == amends]
    return Thesaurus(
        {name: concept for name, concept in own.concepts.items() if name not in words},
        tuple(evolve(edge, scope=scope) for edge in (*own.broader, *amended)),
        tuple(evolve(edge, scope=scope) for edge in (*own.overlaps, *joined)),
    )


def side_by_side(
    versions: Sequence[Version], words: Thesaurus, corpus: Container[str]
) -> tuple[tuple[Version, ...], Thesaurus]:
    """Some versions and the one thesaurus in which they are compared: see `Corpus.together`."""
    chosen: dict[Version, Version] = {}
    found = words
    for version in dict.fromkeys(versions):
        own = version if version.id in corpus else _apart(version, tuple(chosen.values()))
        if own.vocabulary or own.amends:
            brought = (own.vocabulary or Vocabulary()).concepts
            met = [name for name in brought if name in found and name not in words]
            own = renamed(own, {name: f"{name}@{own.id}" for name in met})
            found = found.joined(scoped(own.vocabulary or Vocabulary(), words, own.id, own.amends))
        chosen[version] = own
    return tuple(chosen[version] for version in versions), found


def _apart(version: Version, others: Sequence[Version]) -> Version:
    """The draft with an identifier of its own, where another draft has the same."""
    brings = version.vocabulary or version.amends
    meeting = [
        v for v in others
        if v.id == version.id and (v.key == version.key or brings or v.vocabulary or v.amends)
    ]  # fmt: skip
    if not meeting:
        return version
    taken = {v.id for v in others}
    number = next(n for n in range(2, len(taken) + 3) if f"{version.id}-{n}" not in taken)
    instrument = evolve(
        version.instrument, id=f"{version.id}-{number}", name=f"{version.name} ({number})"
    )
    return evolve(version, instrument=instrument)


def renamed(version: Version, names: Names) -> Version:
    """The version with other names for some of its concepts, wherever it uses them."""
    if not names:
        return version
    return evolve(
        version,
        lists={key: _list_renamed(a_list, names) for key, a_list in version.lists.items()},
        offences=tuple(
            evolve(o, limbs=tuple(_limb_renamed(limb, names) for limb in o.limbs))
            for o in version.offences
        ),
        non_punishment=tuple(_clause_renamed(clause, names) for clause in version.non_punishment),
        nothing_on=_keys(version.nothing_on, names),
        unread=_keys(version.unread, names),
        discrepancies=tuple(
            evolve(d, on=tuple(names.get(c, c) for c in d.on)) for d in version.discrepancies
        ),
        examples=tuple(
            evolve(e, facts=tuple(names.get(f, f) for f in e.facts)) for e in version.examples
        ),
        vocabulary=_vocabulary_renamed(version, names),
    )


def named_in(version: Version) -> Iterator[str]:
    """The concepts that a version names, in its lists, limbs and clauses.

    >>> import provisions
    >>> "abuse-of-power" in set(named_in(provisions.get("CoE")))
    True
    """
    for a_list in version.lists.values():
        for concept, entry in a_list.entries.items():
            yield concept
            yield from entry.requires
    for offence in version.offences:
        for limb in offence.limbs:
            yield from limb.requires
    for clause in version.non_punishment:
        for attribute in ATTRIBUTES:
            yield from getattr(clause, attribute)


def _keys(table: Mapping[str, T], names: Names) -> dict[str, T]:
    return {names.get(key, key): value for key, value in table.items()}


def _list_renamed(a_list: List, names: Names) -> List:
    entries = {c: evolve(e, requires=_keys(e.requires, names)) for c, e in a_list.entries.items()}
    return evolve(a_list, entries=_keys(entries, names))


def _limb_renamed(limb: Limb, names: Names) -> Limb:
    return evolve(limb, requires=_keys(limb.requires, names))


def _clause_renamed(clause: Clause, names: Names) -> Clause:
    attributes: dict[str, Any] = {a: _keys(getattr(clause, a), names) for a in ATTRIBUTES}
    return evolve(clause, **attributes)


def _vocabulary_renamed(version: Version, names: Names) -> Vocabulary:
    own = version.vocabulary or Vocabulary()
    return Vocabulary(
        dict(_concepts_renamed(own.concepts, names, version.name)),
        tuple(
            evolve(
                e,
                narrower=names.get(e.narrower, e.narrower),
                broader=names.get(e.broader, e.broader),
            )
            for e in own.broader
        ),
        tuple(
            evolve(
                o,
                between=(
                    names.get(o.between[0], o.between[0]),
                    names.get(o.between[1], o.between[1]),
                ),
            )
            for o in own.overlaps
        ),
    )


def _concepts_renamed(
    concepts: Mapping[str, Concept], names: Names, law: str
) -> Iterator[tuple[str, Concept]]:
    for key, concept in concepts.items():
        if key in names:
            label = f"{concept.label} ({law})"
            yield names[key], evolve(concept, id=names[key], label=label)
        else:
            contained = tuple(names.get(c, c) for c in concept.contains)
            apart = tuple(names.get(c, c) for c in concept.apart_from)
            yield key, evolve(concept, contains=contained, apart_from=apart)
