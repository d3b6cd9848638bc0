"""Facts: concepts and a kind of victim, as many acts, means and purposes as there were; and their
contradictions.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from comparators.ordinary import WHO
from provisions import UnknownNameError
from provisions.nearest import did_you_mean
from provisions.records import VICTIMS, Victim
from provisions.vocabulary import Thesaurus

CONSENT = "consent"


class FactsError(ValueError):
    """Facts that contradict each other, or leave out what every case has: the message says
    which.
    """


@frozen
class Facts:
    """A case: its acts, means and purposes, the kind of victim, what else was present, and the
    victim's own offence.
    """

    acts: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    victim: Victim = "adult"
    victim_given: bool = False
    others: tuple[str, ...] = ()
    consent: bool = False
    offence: tuple[str, ...] = ()
    links: tuple[str, ...] = ()

    @property
    def every(self) -> tuple[str, ...]:
        """All concepts given."""
        return (*self.acts, *self.means, *self.purposes, *self.others)


def parse_facts(facts: str | Iterable[str], words: Thesaurus) -> Facts:
    """Facts from concept identifiers (in one text, separated by commas, or several).

    Raises `UnknownNameError` for a word that is neither a concept nor a kind of victim, with the
    nearest one, and `FactsError` for facts that contradict each other or name no act.
    """
    given = facts.split(",") if isinstance(facts, str) else facts
    names = tuple(dict.fromkeys(f.strip().casefold().replace(" ", "-") for f in given if f.strip()))
    for name in names:
        if name not in words and name not in (*VICTIMS, CONSENT):
            raise UnknownNameError(
                f"no fact is called {name!r}{did_you_mean(name, [*words.concepts, *VICTIMS, CONSENT])}"
            )
    victims = [v for v in VICTIMS if v in names]
    if len(victims) > 1:
        both = " and ".join(WHO[v] for v in victims)
        raise FactsError(
            f"contradictory facts: the only victim cannot be {both}; ask for each by itself"
        )
    sorts = {n: words[n].sort for n in names if n in words}
    victim: Victim = victims[0] if victims else "child" if "child-victim" in sorts else "adult"
    if "child-victim" in sorts and victim != "child":
        raise FactsError(
            f"contradictory facts: child-victim and {WHO[victim]} as the only victim; leave one out"
        )

    def of(*wanted: str) -> tuple[str, ...]:
        return tuple(n for n, s in sorts.items() if s in wanted)

    found = Facts(
        of("act"), of("means"), of("purpose"), victim, bool(victims), of("further", "aggravating"),
        CONSENT in names, of("offences"), of("links", "conditions"),
    )  # fmt: skip
    loose = of("rule", "scope", "mental", "clause", "effects", "discretion", "related", "penalty")
    if loose:
        kind = words[loose[0]].facet
        raise FactsError(f"{loose[0]!r} is no fact of a case: it is something a law says ({kind})")
    headings = [n for n in found.every if words[n].heading]
    if headings:
        named = next(c.id for c in words if c.sort == words[headings[0]].sort and c.ordinary)
        raise FactsError(
            f"{headings[0]!r} is a heading and names no form of it: name one, such as {named}"
        )
    if not found.acts and not found.offence:
        raise FactsError("no act among the facts: name one, such as recruitment or receipt")
    return found
