"""Non-punishment clauses, and each of their attributes.

Article 26 of the Convention has four states: a clause for victims, *covered*; one that is
narrower than its words, *partial*; general rules for anyone alone, *open*; nothing seen, *silent*
(and *absent* only where one has read wherever it could stand). What makes a clause narrower than
another is worked out here: for the status by the Convention's own words, and for
`comparators.marks` by a standard's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from comparators.findings.statuses import Finding, Rest, Status
from comparators.law import Law
from comparators.lists import Layer, Way
from comparators.reasons import (
    Called,
    Doubted,
    Narrower,
    NoClause,
    NotStated,
    NotThere,
    Says,
    Unread,
)
from provisions.records import ATTRIBUTES, Clause, Evidence, Version
from provisions.vocabulary import Thesaurus

ARTICLE_26 = Clause(
    effects={"no-penalty": Evidence()},
    offences={"unlawful-activities": Evidence()},
    links={"compelled": Evidence()},
)
"""What the row of the clause means, and by what one is narrower: the Convention's own words."""
COMPARED = ("offences", "effects", "links", "excluded", "conditions")
"""The attributes in which one clause may be narrower than another."""
SPARES_PENALTY = frozenset({"no-penalty", "no-prosecution", "no-criminal-liability"})
"""Effects after which no penalty is imposed."""
ADMITTED = frozenset({"domestic-law", "appropriate-cases"})
"""Conditions that the Convention's *possibility*, within each legal system, has in itself."""
OF_A_VICTIM = "attributable-to-exploitation"
"""The link that the word *victims* has in itself: what is due to the trafficking. A wider link says
no more than that.
"""
WIDEST = frozenset({"unlawful-activities", "criminal-offences", "other-crimes"})
"""Kinds of offence after which a clause is the law's clause, and another only stands beside it."""

Left = Literal["absent", "open", "silent"]
"""What becomes of what a narrower clause leaves out."""
BENEFICIARIES: Mapping[str, tuple[str, ...]] = {
    "victim-not-punished": ("victim", "adult-victim"),
    "child-victim-not-punished": ("child-victim",),
    "offender-not-punished": ("offender",),
}
"""The rows of clauses, and whom each helps. Victims and co-operating offenders are never mixed."""


def clause_rows(version: Version) -> Iterator[str]:
    """The rows that a version's clauses fill: a clause, and each of its attributes as
    ``clause:attribute``.
    """
    for row, helped in BENEFICIARIES.items():
        clauses = [c for c in version.non_punishment if c.beneficiary in helped]
        if clauses:
            yield row
            for attribute in ATTRIBUTES:
                if any(getattr(c, attribute) for c in clauses):
                    yield f"{row}:{attribute}"


def clauses_of(version: Version, row: str) -> list[Clause]:
    """The clauses that a row is about: where no clause speaks of a child, that on any victim."""
    found = [c for c in version.non_punishment if c.beneficiary in BENEFICIARIES[row]]
    if row == "child-victim-not-punished" and not found:
        return [c for c in version.non_punishment if c.beneficiary == "victim"]
    return found


def clause(law: Law, concept: str) -> Finding:
    """A non-punishment clause, or one of its attributes (``victim-not-punished:links``)."""
    row, _, attribute = concept.partition(":")
    clauses = clauses_of(law.version, row)
    if not clauses:
        return _no_clause(law, row, attribute)
    if attribute:
        return _attribute(law, clauses, attribute)
    evidence = tuple(law.resolved(e) for c in clauses for e in c.evidence)
    if all(c.mark != "stated" for c in clauses):
        doubted = any(c.mark == "arguable" for c in clauses)
        return _told(clauses, evidence, "open" if doubted else "silent")
    if row == "offender-not-punished":
        return _told(clauses, evidence, "covered")
    short = tuple(s for a in COMPARED for s in narrower(law, clauses, (ARTICLE_26,), a))
    return _told(clauses, evidence, "partial" if short else "covered", short)


def _told(
    clauses: Sequence[Clause],
    evidence: tuple[Evidence, ...],
    status: Status,
    short: tuple[Narrower, ...] = (),
) -> Finding:
    duty = next((c.strength for c in clauses if c.strength), None)
    notes = tuple(c.reading for c in clauses if c.reading)
    labels = tuple(dict.fromkeys(c.label for c in clauses if c.label))
    because = (
        *((Doubted(),) if status == "open" else ()),
        *short,
        *((Called(labels),) if labels else ()),
    )
    others = tuple(_rest(clauses, rest) for rest in dict.fromkeys(n.rest for n in short))
    return Finding(status, because, evidence, others, notes=notes, strength=duty)


def _rest(clauses: Sequence[Clause], rest: Left) -> Rest:
    """What becomes of what a narrower clause leaves out."""
    places = ", ".join(dict.fromkeys(c.at for c in clauses if c.at))
    if rest == "silent":
        return Rest(Layer.SILENT, Way(Layer.SILENT, Unread(places)))
    layer = Layer.OPEN if rest == "open" else Layer.ABSENT
    return Rest(layer, Way(layer, NotThere("")))


# -- one clause beside another ---------------------------------------------------------------------


def narrower(
    law: Law, ours: Sequence[Clause], theirs: Sequence[Clause], attribute: str
) -> Iterator[Narrower]:
    """In what the clauses of a law are narrower, in one attribute, than those that ask."""
    if not ours or not theirs:
        return
    words, asked, instead = law.words, theirs[0], False
    read = all(_read(law, c) for c in ours)
    if attribute in ("offences", "effects"):
        found = tuple(_less(words, ours, asked, attribute))
        said = any(getattr(c, attribute) or c.unlisted == "absent" for c in ours)
        if getattr(asked, attribute) and not said:
            yield Narrower(attribute, (), "silent")  # nobody has read how far it goes
    else:
        # where several clauses reach as far, the law asks what the one that asks least does
        wide = [c for c in ours if not c.offences or WIDEST & {*c.offences}] or list(ours)
        each = [tuple(_more(words, c, asked, attribute)) for c in wide]
        found = min(each, key=len)
        instead = attribute == "links" and _instead(words, wide[each.index(found)], asked)
    if found:
        rest: Left = ("open" if instead else "absent") if read else "silent"
        yield Narrower(attribute, found, rest, instead)


def _less(words: Thesaurus, ours: Sequence[Clause], asked: Clause, attribute: str) -> Iterator[str]:
    """The offences some clauses extend to, or their effects, where these are less than is asked."""
    own = dict.fromkeys(x for c in ours for x in getattr(c, attribute))
    wanted = getattr(asked, attribute)
    if attribute == "effects":
        if "no-penalty" in wanted and own and not own.keys() & SPARES_PENALTY:
            yield from own
        return
    if any(c.mark == "stated" and c.unlisted == "absent" and not c.offences for c in ours):
        return  # a clause read whole that speaks of no kinds of offence is on all of them
    there = {*own, *(n for o in own for n in words.under(o))}
    if own and not all(_reached(words, o, there) for o in wanted):
        yield from own


def _reached(words: Thesaurus, kind: str, there: Iterable[str]) -> bool:
    """Whether a kind of offence is there, or all the kinds are that lie straight under it."""
    below = words.under(kind)
    straight = [n for n in below if len(below[n].edges) == 1]
    return kind in there or (bool(straight) and all(n in there for n in straight))


def _more(words: Thesaurus, clause: Clause, asked: Clause, attribute: str) -> Iterator[str]:
    """The links, exclusions or conditions that a clause has, and what is asked has not."""
    free = set(getattr(asked, attribute))
    if attribute == "links":
        free |= _wider(words, (*free, OF_A_VICTIM)) | {OF_A_VICTIM}
    elif attribute == "excluded":
        free |= {n for x in free for n in words.under(x)}
    elif attribute == "conditions":
        free |= ADMITTED
    elif attribute == "discretion":
        free |= {"mandatory"}  # who must spare a victim may
    yield from (x for x in getattr(clause, attribute) if x not in free)


def _wider(words: Thesaurus, links: Iterable[str]) -> set[str]:
    """The links that whoever shows some of these has shown too."""
    return {w for x in links for w, path in words.over(x) if not path.condition}


def _instead(words: Thesaurus, clause: Clause, asked: Clause) -> bool:
    """Whether a clause ties the offence to the trafficking *instead of* asking for what is asked.

    Whoever names both means more than either; whoever names the tie alone may mean by it what is
    asked: an act to which the trafficker compels is, as a rule, a result of the trafficking.
    """
    wider = _wider(words, (OF_A_VICTIM,))
    ties = wider | {n for w in wider for n in words.under(w)}
    return not {*clause.links} & {*asked.links} and {*clause.links} <= ties


def _read(law: Law, clause: Clause) -> bool:
    """Whether a clause's own text was read: not known from an account alone, and whole."""
    from provisions.corpus import installed

    source = clause.source or law.version.source
    basis = getattr(installed().sources([source]).get(source), "basis", None)
    return clause.unlisted == "absent" and basis != "secondary"


# -- what a clause says ----------------------------------------------------------------------------


def attribute_value(law: Law, concept: str) -> Finding:
    """A value of a clause's attributes (*compelled*, an offence it extends to): whether a clause on
    victims names it, and whether those that there are were read.
    """
    clauses = [c for c in law.version.non_punishment if c.beneficiary not in ("offender", "anyone")]
    said = [(c, getattr(c, a).get(concept)) for c in clauses for a in ATTRIBUTES]
    evidence = tuple(law.resolved(e, c) for c, e in said if e is not None)
    if evidence:
        return Finding("covered", (), evidence)
    whole = clause(law, "victim-not-punished")
    if whole.status not in ("covered", "partial"):
        return whole
    place = whole.evidence[:1]
    if all(c.unlisted == "absent" for c in clauses):
        return Finding("absent", (NotStated(),), place)
    at = place[0].at if place else ""
    return Finding("silent", (Way(Layer.SILENT, Unread(at or "")),), place)


def _no_clause(law: Law, row: str, attribute: str) -> Finding:
    version = law.version
    place = law.place("non-punishment", row)
    read = "non-punishment" in version.nothing_on or row in version.nothing_on
    if not read or "non-punishment" in version.unread:
        return Finding("silent", (Way(Layer.SILENT, Unread(place.at or "")),), (place,))
    general = [c for c in version.non_punishment if c.beneficiary == "anyone"]
    if attribute or row == "offender-not-punished" or not general:
        return Finding("absent", (NoClause(attribute=bool(attribute)),), (place,))
    rules = tuple((c.label or "", c.at or "") for c in general)
    evidence = (place, *(law.resolved(e) for c in general for e in c.evidence))
    notes = tuple(c.reading for c in general if c.reading)
    return Finding("open", (NoClause(rules),), evidence, notes=notes)  # they may reach victims


def _attribute(law: Law, clauses: Sequence[Clause], attribute: str) -> Finding:
    tables = [(c, getattr(c, attribute)) for c in clauses if getattr(c, attribute)]
    if tables:
        evidence = tuple(law.resolved(e, c) for c, table in tables for e in table.values())
        said = tuple(dict.fromkeys(tuple(table) for _, table in tables))
        return Finding("covered", (Says(said, every=attribute == "links"),), evidence)
    first = clauses[0]
    place = law.resolved(Evidence(at=first.at, source=first.source, lang=first.lang, by=first.by))
    if all(c.unlisted == "absent" for c in clauses):
        return Finding("absent", (NotStated(),), (place,))
    return Finding("silent", (Way(Layer.SILENT, Unread(place.at or "")),), (place,))
