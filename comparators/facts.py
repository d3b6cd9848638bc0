"""Facts: a case as somebody tells it, sorted into what was done, how, what for, to whom.

A fact brings along what it means: whoever is transported travels, whoever is under fourteen is a
child. What that is stands in the vocabulary (``contains``), and so does whatever can be a fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from provisions import UnknownNameError, thesaurus
from provisions.corpus import index, shortened
from provisions.errors import ProvisionsError
from provisions.nearest import did_you_mean
from provisions.records import VICTIMS, Version, Victim
from provisions.values import Value
from provisions.vocabulary import Thesaurus

CONSENT = "consent"

_KINDS: Mapping[str, str] = {
    "act": "act",
    "means": "means",
    "purpose": "purpose",
    "further": "other",
    "aggravating": "other",
    "offences": "offence",
    "links": "link",
    "conditions": "link",
}
"""What a concept of each sort is among the facts; of the other sorts there are no facts."""

SORTS = tuple(_KINDS)
"""The sorts of concepts that can be facts."""

VICTIMS_AND_CONSENT = (*VICTIMS, CONSENT)
"""What can be a fact besides."""

_SHOWS: Mapping[Victim, str] = {"child": "child-victim", "incapacitated": "helpless-victim"}
"""The circumstance that a kind of victim is by itself."""

WHO: Mapping[Victim, str] = {
    "adult": "an adult",
    "child": "a child",
    "incapacitated": "an adult deprived of capacity",
}
"""How a kind of victim is told."""


_WANTED = "give names of concepts, such as 'recruitment,deception,forced-labour,adult'"


class FactsError(ProvisionsError, ValueError):
    """Facts that contradict each other, or leave out what every case has: the message says which.

    >>> parse_facts("deception")
    Traceback (most recent call last):
    comparators.facts.FactsError: no act among the facts: name one, such as recruitment or receipt
    """


@frozen(eq=False, repr=False)
class Facts(Value):
    """A case: its acts, means and purposes, the kind of victim, what else there was.

    ``offences`` are the victim's own, ``links`` how they hang together with the trafficking.
    ``present``: every concept given, and all that each brings along.

    >>> parse_facts("recruitment, deception, child").means
    ('deception',)
    """

    acts: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    victim: Victim = "adult"
    victim_given: bool = False
    others: tuple[str, ...] = ()
    consent: bool = False
    offences: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    present: frozenset[str] = frozenset()

    @property
    def every(self) -> tuple[str, ...]:
        """All concepts given of the trafficker's case."""
        return (*self.acts, *self.means, *self.purposes, *self.others)


def parse_facts(facts: str | Iterable[str], words: Thesaurus | None = None) -> Facts:
    """Facts from the identifiers of concepts, a kind of victim, and *consent*.

    They are one text, separated by commas, or several texts. Raises `UnknownNameError` for a word
    that is none of these, with the nearest one, and `FactsError` for facts that contradict each
    other or leave a case without an act.

    >>> case = parse_facts("transportation, deception, forced-labour, victim-under-fourteen")
    >>> case.acts, case.victim, "travel" in case.present
    (('transportation',), 'child', True)
    >>> parse_facts("recruitment,adult,victim-under-fourteen")
    Traceback (most recent call last):
        ...
    comparators.facts.FactsError: contradictory facts: 'victim-under-fourteen' is a child, \
and the only victim is an adult; leave one of the two out
    """
    words = words or thesaurus()
    names = _names(facts, words)
    sorted_out: dict[str, list[str]] = {kind: [] for kind in set(_KINDS.values())}
    for name in names:
        if name in words:
            sorted_out[_kind(name, words)].append(name)
    victim, given = _victim(names, words)
    present = meaning(words, (*names, *([_SHOWS[victim]] if victim in _SHOWS else ())))
    _agree(names, present)
    if not sorted_out["act"] and not sorted_out["offence"]:
        raise FactsError("no act among the facts: name one, such as recruitment or receipt")
    return Facts(
        tuple(sorted_out["act"]),
        tuple(sorted_out["means"]),
        tuple(sorted_out["purpose"]),
        victim,
        given,
        tuple(sorted_out["other"]),
        CONSENT in names,
        tuple(sorted_out["offence"]),
        tuple(sorted_out["link"]),
        present,
    )


def meaning(words: Thesaurus, given: Iterable[str]) -> frozenset[str]:
    """Some concepts, and all that they bring along by what they mean.

    >>> import provisions
    >>> sorted(meaning(provisions.thesaurus(), ["export-import-transit"]))
    ['cross-border', 'export-import-transit', 'travel']
    """
    found: set[str] = set()
    more = [name for name in given if name in words]
    while more:
        name = more.pop()
        if name not in found:
            found.add(name)
            more += [f for f in words[name].contains if f in words]
    return frozenset(found)


def _names(facts: str | Iterable[str], words: Thesaurus) -> tuple[str, ...]:
    """The facts, each once, all of them known."""
    given = facts.split(",") if isinstance(facts, str) else facts
    if isinstance(given, bytes | Version) or not isinstance(given, Iterable):
        raise FactsError(f"{shortened(facts)} is no facts: {_WANTED}")
    given = tuple(given)
    for fact in given:
        if not isinstance(fact, str):
            raise FactsError(f"{shortened(fact)} is no fact: {_WANTED}")
    names = tuple(dict.fromkeys(name for f in given if (name := "-".join(f.casefold().split()))))
    for name in names:
        if name in words or name in VICTIMS_AND_CONSENT:
            continue
        known = (*(c.id for c in words if c.sort in _KINDS), *VICTIMS_AND_CONSENT)
        apart = _run_together(name, known)
        if apart:
            raise UnknownNameError(f"separate facts with commas: {','.join(apart)}")
        if name in index():
            raise FactsError(f"{name!r} is an instrument and no fact: {_WANTED}")
        raise UnknownNameError(f"no fact is called {name!r}{did_you_mean(name, known)}")
    return names


def _run_together(name: str, known: Sequence[str]) -> tuple[str, ...]:
    """The known facts that a name is made of, where somebody forgot the commas."""
    if name in known:
        return (name,)
    for first in known:
        if name.startswith(f"{first}-"):
            rest = _run_together(name[len(first) + 1 :], known)
            if rest:
                return (first, *rest)
    return ()


def _kind(name: str, words: Thesaurus) -> str:
    """What a concept is among the facts. Raises `FactsError` for one that is no fact."""
    concept = words[name]
    if concept.sort not in _KINDS:
        near = did_you_mean(name, [c.id for c in words if c.sort in _KINDS])
        raise FactsError(
            f"{name!r} is no fact of a case: it is something a law says ({concept.facet}){near}"
        )
    if concept.heading:
        named = next(c.id for c in words if c.sort == concept.sort and c.ordinary)
        raise FactsError(
            f"{name!r} is a heading and names no form of it: name one, such as {named}"
        )
    return _KINDS[concept.sort]


def _victim(names: Sequence[str], words: Thesaurus) -> tuple[Victim, bool]:
    """The kind of victim, and whether somebody said it: an adult where nobody did."""
    given = [v for v in VICTIMS if v in names]
    if len(given) > 1:
        both = " and ".join(WHO[v] for v in given)
        raise FactsError(
            f"contradictory facts: the only victim cannot be {both}; ask for each by itself"
        )
    for name in names:
        for brought in (v for v in VICTIMS if name in words and v in words[name].contains):
            if given and given[0] != brought:
                raise FactsError(
                    f"contradictory facts: {name!r} is {WHO[brought]}, and the only victim is"
                    f" {WHO[given[0]]}; leave one of the two out"
                )
            return brought, True
    return (given[0], True) if given else ("adult", False)


def _agree(names: Sequence[str], present: frozenset[str]) -> None:
    if CONSENT in names and "against-the-will" in present:
        raise FactsError(
            "contradictory facts: 'consent' and 'against-the-will'; leave one of the two out"
        )


def with_victim(case: Facts, victim: Victim, words: Thesaurus) -> Facts:
    """The same case with another kind of victim."""
    shown = _SHOWS.get(case.victim)
    given = (
        *case.every,
        *case.offences,
        *case.links,
        *([_SHOWS[victim]] if victim in _SHOWS else ()),
    )
    present = meaning(words, (f for f in given if f != shown))
    return evolve(case, victim=victim, victim_given=True, present=present)
