"""A victim's own offence: exempt, exempt if, not exempt, or not known; for a treaty, the State's
duty.

A clause exempts from some offences, on some links with the trafficking (all of them), and may
exclude others. What nobody mentioned is asked for; a kind of offence that the thesaurus does not
join with the clause is not known to lie outside it, unless the clause was read in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum

from attrs import evolve, frozen

from comparators.facts import Facts, meaning
from provisions.records import Clause, Evidence, Version
from provisions.values import Value
from provisions.vocabulary import Thesaurus


class Exempt(IntEnum):
    """What becomes of the victim, the best for him or her first. The last two are of treaties."""

    YES, IF, MAY, MAY_IF, GENERAL_PART, NOT_KNOWN, NO, STATE_MUST_PROVIDE, NOT_ASKED = range(9)


@frozen(eq=False, repr=False)
class General(Value):
    """A general rule (duress), where there is no clause for victims: ``read`` if it was read."""

    label: str
    at: str
    read: bool


@frozen(eq=False, repr=False)
class Exemption(Value):
    """What one clause says of the victim's offence, or the law without a clause.

    ``at`` is the clause, or the place to read. ``wanted``: links and conditions nobody mentioned;
    ``doubtful``: links that are there on a condition alone; ``kinds``: the clause reaches the
    offence only if it is one of these; ``unless``: what it excludes, and nobody has ruled out;
    ``excluded``: what it excludes, and the offence is. ``whole``: the clause was read in full.
    """

    answer: Exempt
    at: str
    clause: int | None = None
    effects: tuple[str, ...] = ()
    discretion: tuple[str, ...] = ()
    extent: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    doubtful: tuple[tuple[str, str], ...] = ()
    kinds: tuple[str, ...] = ()
    unless: tuple[tuple[str, str], ...] = ()
    excluded: tuple[tuple[str, str], ...] = ()
    whole: bool = True
    strength: str = ""
    label: str = ""
    general: tuple[General, ...] = ()
    notes: tuple[str, ...] = ()


def exemptions(law: Version, case: Facts, words: Thesaurus) -> tuple[Exemption, ...]:
    """What each clause on victims makes of an offence of the victim's own; the best answer first.

    For an international instrument it is what a State must provide, never that a person is exempt.

    >>> import provisions
    >>> from comparators.facts import parse_facts
    >>> law = provisions.get("UK", as_of="today")
    >>> facts = parse_facts("document-offences,compelled,adult")
    >>> [(e.answer.name, e.wanted) for e in exemptions(law, facts, provisions.thesaurus())]
    [('IF', ('attributable-to-exploitation', 'no-realistic-alternative'))]
    """
    helped = ("child-victim", "victim") if case.victim == "child" else ("adult-victim", "victim")
    clauses = [(i, c) for i, c in enumerate(law.non_punishment) if c.beneficiary in helped]
    if not clauses:
        return (_without_clause(law),)
    if law.instrument.international:
        return tuple(_duty(i, clause) for i, clause in clauses)
    found = [_exemption(law, i, clause, case, words) for i, clause in clauses]
    return tuple(sorted(found, key=lambda e: e.answer))


# -- without a clause ------------------------------------------------------------------------------


def _without_clause(law: Version) -> Exemption:
    nothing = law.nothing_on.get("non-punishment")
    general = tuple(
        General(c.label or "", c.at or "", c.mark != "unseen")
        for c in law.non_punishment
        if c.beneficiary == "anyone"
    )
    if nothing is None:
        place = law.unread.get("non-punishment")
        at = (place.at if place else None) or "the general part"
        return Exemption(Exempt.NOT_KNOWN, at, general=general)
    if law.instrument.international:
        return Exemption(Exempt.NOT_ASKED, nothing.at or "")
    return Exemption(Exempt.GENERAL_PART, nothing.at or "", general=general)


# -- a clause --------------------------------------------------------------------------------------


def _told(i: int, clause: Clause) -> Exemption:
    """A clause as it stands, before anything is asked of it."""
    return Exemption(
        Exempt.NOT_KNOWN,
        clause.at or "",
        i,
        tuple(clause.effects),
        tuple(clause.discretion),
        tuple(clause.offences),
        whole=clause.unlisted == "absent" and clause.mark == "stated",
        strength=clause.strength or "",
        label=clause.label or "",
        notes=(clause.reading,) if clause.reading else (),
    )


def _duty(i: int, clause: Clause) -> Exemption:
    """What a State must provide: nobody is exempt by a treaty."""
    told = _told(i, clause)
    return evolve(
        told,
        answer=Exempt.STATE_MUST_PROVIDE,
        wanted=(*clause.links, *clause.conditions),
        excluded=_places(clause.excluded, clause),
    )


def _exemption(law: Version, i: int, clause: Clause, case: Facts, words: Thesaurus) -> Exemption:
    offence = Described(case.offences, law.id, words)
    told = _told(i, clause)
    hit = _places({c: e for c, e in clause.excluded.items() if offence.lies_under(c)}, clause)
    if hit:
        return evolve(told, answer=Exempt.NO, excluded=hit)
    within, kinds = _within(clause, offence)
    if within is False:
        return evolve(told, answer=Exempt.NO)
    if within is None and not kinds:
        return told
    wanted, doubtful = _links(clause, case, words, law.id)
    unless = _places(
        {c: e for c, e in clause.excluded.items() if not offence.apart_from(c)}, clause
    )
    return evolve(
        told,
        answer=_answer(clause, bool(wanted or doubtful or kinds or unless) or not told.whole),
        wanted=wanted,
        doubtful=doubtful,
        kinds=kinds,
        unless=unless,
    )


def _answer(clause: Clause, asks: bool) -> Exempt:
    """The answer of a clause that reaches the offence; ``asks``: something is left to be shown."""
    if not clause.effects or clause.mark == "unseen":
        return Exempt.NOT_KNOWN
    if "mandatory" in clause.discretion:
        return Exempt.IF if asks else Exempt.YES
    return Exempt.MAY_IF if asks else Exempt.MAY


@frozen(eq=False, repr=False)
class Described(Value):
    """One offence of the victim's, described by some concepts; an instrument's words for kinds."""

    kinds: tuple[str, ...]
    instrument: str
    words: Thesaurus

    def lies_under(self, kind: str) -> bool:
        """Whether, for certain, it is of this kind."""
        under = self.words.under(kind, self.instrument)
        return kind in self.kinds or any(k in under and not under[k].condition for k in self.kinds)

    def apart_from(self, kind: str) -> bool:
        """Whether, for certain, it is not of this kind."""
        return any(self._apart(mine, kind) for mine in self.kinds)

    def _apart(self, one: str, other: str) -> bool:
        both = [(a, b) for a in self._above(one) for b in self._above(other)]
        return any(b in self.words[a].apart_from or a in self.words[b].apart_from for a, b in both)

    def _above(self, kind: str) -> tuple[str, ...]:
        over = self.words.over(kind, self.instrument)
        return (kind, *(wide for wide, path in over if not path.condition))


def _within(clause: Clause, offence: Described) -> tuple[bool | None, tuple[str, ...]]:
    """Whether the clause extends to the offence: yes, no, not known; or if it is one of some kinds.

    No is said of a clause that was read in full, where every kind it names lies apart from the
    offence: nothing else is known to lie outside.
    """
    whole = clause.unlisted == "absent"
    if not clause.offences:
        return (True if whole else None), ()
    if any(offence.lies_under(kind) for kind in clause.offences):
        return True, ()
    kinds = tuple(kind for kind in clause.offences if not offence.apart_from(kind))
    if not kinds:
        return (False if whole else None), ()
    return None, kinds if whole or _narrower(kinds, offence) else ()


def _narrower(kinds: Iterable[str], offence: Described) -> bool:
    """Whether the offence as described may be of these kinds: they lie under it in the
    thesaurus.
    """
    words, instrument = offence.words, offence.instrument
    return any(kind in words.under(mine, instrument) for mine in offence.kinds for kind in kinds)


def _links(
    clause: Clause, case: Facts, words: Thesaurus, instrument: str
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Of the links and conditions, those nobody mentioned; and those there on a condition alone."""
    given = meaning(words, case.links)
    wanted: list[str] = []
    doubtful: list[tuple[str, str]] = []
    for link in (*clause.links, *clause.conditions):
        under = words.under(link, instrument)
        met = [n for n in given if n == link or n in under]
        if any(n == link or not under[n].condition for n in met):
            continue
        if met:
            doubtful.append((link, under[met[0]].condition or ""))
        else:
            wanted.append(link)
    return tuple(wanted), tuple(doubtful)


def _places(entries: Mapping[str, Evidence], clause: Clause) -> tuple[tuple[str, str], ...]:
    """Some concepts of a clause, each with the pinpoint of its words."""
    return tuple((c, e.at or clause.at or "") for c, e in entries.items())
