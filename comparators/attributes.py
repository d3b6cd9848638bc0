"""Readings that no list of acts, means or purposes gives: rules, further elements, non-punishment
clauses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from comparators.judging import Finding, Status, pinpoints, quoted
from provisions.records import (
    ATTRIBUTES,
    NOT_REQUIRED,
    NOT_SEEN,
    Clause,
    Evidence,
    Limb,
    Offence,
    Role,
    Version,
)

if TYPE_CHECKING:
    from comparators.coverage import Coverage

BENEFICIARIES: dict[str, tuple[str, ...]] = {
    "victim-not-punished": ("victim", "adult-victim"),
    "child-victim-not-punished": ("child-victim",),
    "offender-not-punished": ("offender",),
}
"""The rows of clauses, and whom each helps. Victims and co-operating offenders are never mixed."""

ATTRIBUTE_LABELS: dict[str, str] = {
    "effects": "effect (any of)",
    "discretion": "for the authority",
    "offences": "extends to",
    "excluded": "excludes",
    "links": "required links (all of)",
    "conditions": "conditions",
}


# -- rules and scope -------------------------------------------------------------------------------


def rule(coverage: Coverage, concept: str) -> Finding:
    """A rule (child, incapacity, consent), a scope or a mental element: covered where stated,
    implied where it follows from the limbs, else absent or silent.
    """
    sort = coverage.words[concept].sort
    role: Role = "rule" if sort == "rule" else "scope" if sort == "scope" else "mental"
    judged = [coverage.judge(a_list, concept, mark) for a_list, mark in coverage.lists(role)]
    best = min(
        judged,
        key=lambda j: ("covered", "open", "silent", "partial", "absent").index(j.status),
        default=None,
    )
    if best is not None and best.status in ("covered", "open", "partial"):
        note = best.notes[0] if best.notes and sort == "rule" else ""
        at = pinpoints(best.evidence)
        value = at if best.status == "covered" else f"open: {best.why} ({at})"
        return Finding(best.status, value, best.evidence, notes=(note,) if note else ())
    if not (sort == "scope" and coverage.version.instrument.international):
        follows = _follows(coverage, coverage.words[concept].follows or "")
        if follows:
            return follows
    if best is None:
        place = coverage.place("element")
        return Finding("silent", f"not known; read {place.at}", (place,))
    place = best.evidence[0]
    if best.status == "silent":
        return Finding("silent", f"not known; read {place.at}", best.evidence)
    words = f": {quoted(place)}" if place.words else ""
    return Finding("absent", f"no{words} ({place.at})", best.evidence)


def _follows(coverage: Coverage, follows: str) -> Finding | None:
    what, _, whom = follows.partition(":")
    if what == "no-means":
        return _without_means(coverage, whom)
    if what == "not-demanded":
        found = further(coverage, whom)
        if found.status == "not-required":
            at = pinpoints(found.evidence)
            evidence = (
                *found.evidence,
                *(e for _, x in coverage.limbs for e in _acts_evidence(coverage, x)),
            )
            return Finding(
                "implied", f"follows: {coverage.words.label(whom)} is not demanded ({at})", evidence
            )
    return None


def _without_means(coverage: Coverage, victim: str) -> Finding | None:
    """Does it follow from the limbs that no means is needed against this victim, and for which
    acts?
    """
    limbs = [(o, x) for o in coverage.offences for x in o.limbs if victim in x.victims]
    free = [(o, x) for o, x in limbs if x.means == NOT_REQUIRED and x.mark != "unseen"]
    if not free:
        return None
    lists = coverage.version.lists

    def acts(found: Iterable[tuple[Offence, Limb]], *marks: str) -> set[str]:
        return {
            c
            for _, x in found
            if x.acts in lists
            for c, e in lists[x.acts].entries.items()
            if e.mark in marks
        }

    bound = acts([p for p in limbs if p[1].means != NOT_REQUIRED], "stated", "arguable")
    without = acts(free, "stated", "arguable")
    unseen = bound - without if any(
        x.acts == NOT_SEEN or (x.acts in lists and lists[x.acts].unlisted == "silent") for _, x in free
    ) else acts(free, "unseen")  # fmt: skip
    at = ", ".join(dict.fromkeys(x.at or o.at for o, x in free))
    source = free[0][0]
    where = coverage.resolved(Evidence(at=at, source=source.source, lang=source.lang, by=source.by))
    evidence = (where, *(e for _, x in free for e in _acts_evidence(coverage, x)))
    order = coverage.words.order
    missing = ", ".join(
        coverage.words.label(c) for c in sorted(bound - without - unseen, key=order.__getitem__)
    )
    doubtful = ", ".join(
        coverage.words.label(c) for c in sorted((bound - without) & unseen, key=order.__getitem__)
    )
    if all(x.mark == "arguable" for _, x in free):
        reading = tuple(x.reading for _, x in free if x.reading)
        return Finding("open", f"open: arguable ({at})", evidence, notes=reading)
    if missing:
        named = ", ".join(coverage.words.label(c) for c in sorted(without, key=order.__getitem__))
        return Finding("partial", f"in part: for {named} ({at})", evidence, substance=named)
    tail = f"; not known for {doubtful}" if doubtful else ""
    return Finding("implied", f"follows: no means needed ({at}){tail}", evidence, substance=tail)


def _acts_evidence(coverage: Coverage, limb: Limb) -> Iterator[Evidence]:
    lists = coverage.version.lists
    a_list = lists.get(limb.acts) or lists.get(limb.purposes)
    if a_list:
        for entry in list(a_list.entries.values())[:1]:
            yield from coverage.evidence(a_list, entry)


# -- further elements ------------------------------------------------------------------------------


def further(coverage: Coverage, concept: str) -> Finding:
    """A further element: demanded (of all, or of part of the offence), not required, or not
    known.
    """
    limbs = coverage.limbs
    if not limbs:
        place = coverage.place("element")
        return Finding("silent", f"not known; read {place.at}", (place,))
    whole = [(o, x) for o, x in limbs if concept in x.requires]
    if whole and len(whole) == len(limbs):
        evidence = tuple(
            coverage.resolved(
                x.requires[concept],
                Evidence(at=x.at or o.at, source=o.source, lang=o.lang, by=o.by),
            )
            for o, x in whole
        )
        return Finding("covered", f"demanded ({pinpoints(evidence)})", evidence)
    parts: list[tuple[str, Evidence]] = [
        (coverage.acts(x), coverage.resolved(x.requires[concept], Evidence(at=x.at or o.at)))
        for o, x in whole
    ]
    for name in dict.fromkeys(n for _, x in limbs for n in (x.acts, x.means, x.purposes)):
        a_list = coverage.version.lists.get(name)
        for entry_concept, entry in a_list.entries.items() if a_list else ():
            if concept in coverage.demands(entry_concept, entry) and a_list:
                evidence_ = coverage.resolved(entry.requires[concept], entry, a_list)
                parts.append((coverage.words.label(entry_concept), evidence_))
    if parts:
        of = ", ".join(dict.fromkeys(label for label, _ in parts))
        evidence = tuple(dict.fromkeys(e for _, e in parts))
        return Finding(
            "partial", f"demanded for {of} ({pinpoints(evidence)})", evidence, substance=of
        )
    if all(x.acts == NOT_SEEN for _, x in limbs):
        place = coverage.place("element")
        return Finding("silent", f"not known; read {place.at}", (place,))
    at = coverage.resolved(Evidence(at=", ".join(dict.fromkeys(o.at for o, _ in limbs))))
    return Finding("not-required", f"not required ({at.at})", (at,))


# -- non-punishment --------------------------------------------------------------------------------


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


def clause(coverage: Coverage, concept: str) -> Finding:
    """A non-punishment clause, or one of its attributes (``victim-not-punished:links``)."""
    row, _, attribute = concept.partition(":")
    helped = BENEFICIARIES[row]
    clauses = [c for c in coverage.version.non_punishment if c.beneficiary in helped]
    if row == "child-victim-not-punished" and not clauses:
        clauses = [c for c in coverage.version.non_punishment if c.beneficiary == "victim"]
    if not clauses:
        return _no_clause(coverage, row, attribute)
    if attribute:
        return _attribute(coverage, clauses, attribute)
    evidence = tuple(coverage.resolved(e) for c in clauses for e in c.evidence)
    status: Status = "covered"
    if all(c.mark != "stated" for c in clauses):
        status = "open" if any(c.mark == "arguable" for c in clauses) else "silent"
    at = pinpoints(evidence)
    duty = next((c.strength for c in clauses if c.strength), None)
    says = {"shall": "; the State must provide for it", "shall-consider": "; the State must consider it",
            "may": "; the State may provide for it", "commitment": "; a political commitment"}  # fmt: skip
    value = {"covered": at, "open": f"open: arguable ({at})"}.get(status, f"not known; read {at}")
    notes = tuple(c.reading for c in clauses if c.reading)
    return Finding(status, value + says.get(duty or "", ""), evidence, notes=notes, strength=duty)


def _no_clause(coverage: Coverage, row: str, attribute: str) -> Finding:
    version = coverage.version
    place = coverage.place("non-punishment")
    if "non-punishment" in version.nothing_on and "non-punishment" not in version.unread:
        general = [c for c in version.non_punishment if c.beneficiary == "anyone"]
        if general and row != "offender-not-punished" and not attribute:
            rules = "; ".join(f"{c.label}, {c.at}" for c in general)
            evidence = (place, *(coverage.resolved(e) for c in general for e in c.evidence))
            return Finding("absent", f"no special clause ({place.at} read); {rules}", evidence)
        return Finding("absent", "no clause" if attribute else f"no ({place.at})", (place,))
    return Finding("silent", f"not known; read {place.at}", (place,))


def _attribute(coverage: Coverage, clauses: list[Clause], attribute: str) -> Finding:
    said: list[str] = []
    evidence: list[Evidence] = []
    for one in clauses:
        table = getattr(one, attribute)
        if table:
            joined = (" + " if attribute == "links" else ", ").join(
                coverage.words.label(c) for c in table
            )
            evidence += [coverage.resolved(e, one) for e in table.values()]
            said.append(joined)
    if said:
        what = "; ".join(dict.fromkeys(said))
        return Finding(
            "covered", f"{what} ({pinpoints(evidence)})", tuple(evidence), substance=what
        )
    place = coverage.resolved(
        Evidence(at=clauses[0].at, source=clauses[0].source, lang=clauses[0].lang, by=clauses[0].by)
    )
    if all(c.unlisted == "absent" for c in clauses):
        return Finding("absent", f"none stated ({place.at})", (place,))
    return Finding("silent", f"not known; read {place.at}", (place,))
