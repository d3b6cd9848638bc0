"""The sentences on a victim's own offence. The verb is that of the clause's own effect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from comparators.own_offence import Exempt, Exemption
from provisions.vocabulary import Thesaurus

NAMES: Mapping[Exempt, str] = {
    Exempt.YES: "exempt",
    Exempt.IF: "exempt-if",
    Exempt.MAY: "may-be-exempt",
    Exempt.MAY_IF: "may-be-exempt-if",
    Exempt.GENERAL_PART: "no-special-clause",
    Exempt.NOT_KNOWN: "not-known",
    Exempt.NO: "not-exempt",
    Exempt.STATE_MUST_PROVIDE: "state-must-provide",
    Exempt.NOT_ASKED: "nothing-asked",
}
"""The names of the answers, for programs."""

_MARKS: Mapping[Exempt, str] = {
    Exempt.YES: "named",
    Exempt.GENERAL_PART: "open",
    Exempt.NOT_KNOWN: "not-known",
    Exempt.NO: "no",
    Exempt.STATE_MUST_PROVIDE: "stated",
    Exempt.NOT_ASKED: "no",
}

MUST: Mapping[str, str] = {
    "no-criminal-liability": "is not criminally liable",
    "no-administrative-liability": "is not liable for an administrative offence",
    "no-civil-liability": "is not liable in civil law",
    "no-prosecution": "is not prosecuted",
    "no-penalty": "is not punished (the conviction stands)",
    "no-detention": "is not detained",
    "expulsion-postponed": "is not expelled for the time being",
}
"""What follows for the victim where the authority must, by the clause's effect."""

MAY: Mapping[str, str] = {
    "no-criminal-liability": "may be released from criminal liability if the court so decides",
    "no-administrative-liability": "may be released from administrative liability",
    "no-civil-liability": "may be released from civil liability",
    "no-prosecution": "prosecution may be stayed",
    "no-penalty": "may be left unpunished if the court so decides",
    "no-detention": "may be spared detention",
    "expulsion-postponed": "expulsion may be postponed",
}
"""What may follow where it is the authority's to decide, or where that is not shown."""

_DUTY: Mapping[str, str] = {
    "shall": "must provide for",
    "shall-consider": "must consider providing for",
    "may": "may provide for",
    "commitment": "is committed to providing for",
}


def mark(exemption: Exemption) -> str:
    """The mark of an answer."""
    return _MARKS.get(exemption.answer, "open")


def exemption(found: Exemption, words: Thesaurus) -> str:
    """One sentence on what a clause, or the law without one, makes of the victim's offence."""
    if found.answer == Exempt.GENERAL_PART:
        return _general(found)
    if found.answer == Exempt.NOT_ASKED:
        return _nothing_asked(found)
    told = {Exempt.NOT_KNOWN: _not_known, Exempt.NO: _not_exempt, Exempt.STATE_MUST_PROVIDE: _duty}
    return told.get(found.answer, _exempt)(found, words)


def _exempt(found: Exemption, words: Thesaurus) -> str:
    may = found.answer in (Exempt.MAY, Exempt.MAY_IF)
    head = "MAY BE EXEMPT" if may else "EXEMPT"
    conditions = "; ".join(_conditions(found, words))
    clause = f" IF: {conditions}" if conditions else ""
    verbs = " or ".join((MAY if may else MUST).get(e, words.label(e)) for e in found.effects)
    shown = "" if found.discretion else "; whether the authority must or may is not shown"
    return f"{head}{clause} - {verbs}{shown} ({found.at}){_label(found)}"


def _conditions(found: Exemption, words: Thesaurus) -> Iterator[str]:
    """What is left to be shown, in the order of a clause: the offence, the links, what is
    excluded.
    """
    if found.kinds:
        yield "it is one of " + " or ".join(words.label(k) for k in found.kinds)
    yield from (words.label(link) for link in found.wanted)
    for link, condition in found.doubtful:
        yield f"{words.label(link)} ({condition})"
    for kind, at in found.unless:
        yield f"not one of the {words.label(kind)} ({at})"
    if not found.whole:
        yield f"the clause, which was not seen whole, asks no more (read {found.at})"


def _not_known(found: Exemption, words: Thesaurus) -> str:
    if found.clause is None:
        return f"NOT KNOWN: no clause on victims was seen; read {found.at}"
    extent = ", ".join(words.label(k) for k in found.extent)
    seen = f"the clause is known to extend to {extent}" if extent else "its extent was not seen"
    if not found.effects:
        seen += "; what follows from it was not seen"
    return f"NOT KNOWN: {seen}; read {found.at}{_label(found)}"


def _not_exempt(found: Exemption, words: Thesaurus) -> str:
    if found.excluded:
        named = ", ".join(f"{words.label(k)} ({at})" for k, at in found.excluded)
        return f"NOT EXEMPT: excluded by {named}"
    extent = ", ".join(words.label(k) for k in found.extent)
    return f"NOT EXEMPT: the clause, read in full, extends to {extent} only ({found.at})"


def _general(found: Exemption) -> str:
    rules = "; ".join(f"{g.label}, {g.at}" for g in found.general if g.read)
    unread = "; ".join(f"{g.label}, {g.at}" for g in found.general if not g.read)
    said = f": {rules}" if rules else ""
    read = f"; read {unread}" if unread else "" if rules else "; read it"
    return f"NO SPECIAL CLAUSE in what was read ({found.at}); the general part decides{said}{read}"


def _duty(found: Exemption, words: Thesaurus) -> str:
    may = "the possibility of " if "discretionary" in found.discretion else ""
    effects = " or ".join(words.label(e) for e in found.effects) or "an effect not shown"
    extent = ", ".join(words.label(k) for k in found.extent) or "offences not shown"
    links = ", ".join(words.label(link) for link in found.wanted)
    needs = f", to the extent that: {links}" if links else ""
    not_for = ", ".join(words.label(k) for k, _ in found.excluded)
    but = f", but not for {not_for}" if not_for else ""
    verb = _DUTY[found.strength or "shall"]
    return f"the State {verb} {may}{effects} for {extent}{needs}{but} ({found.at})"


def _nothing_asked(found: Exemption) -> str:
    return f"nothing obliges the State to provide for it ({found.at})"


def _label(found: Exemption) -> str:
    return f" [{found.label}]" if found.label else ""
