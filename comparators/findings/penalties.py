"""Penalties of the trafficking offences, as the source states them: the rows of a table.

A *form* is the base form of an offence, or one of its graver or lesser forms, with its sanction. A
factor within the range is no form: it never changes a range. A sanction that was not seen is not
known, and never that of the base form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from comparators.findings import listed
from comparators.findings.statuses import Finding
from comparators.law import Law
from comparators.lists import Layer, Way
from comparators.reasons import Measures, NotThere, Sanction, Terms, Unread
from provisions.records import Evidence, List, Offence, Penalty, Tier

if TYPE_CHECKING:
    from fractions import Fraction

PENALTY_ROWS = (
    "penalty-base", "penalty-child", "penalty-highest", "confiscation", "disqualification",
)  # fmt: skip
"""The rows of every table, whatever the laws say."""


class Form(NamedTuple):
    """One form of an offence, its sanction, and where that stands, or would have to be read."""

    offence: Offence
    tier: Tier | None
    penalty: Penalty | None
    place: Evidence
    unseen: bool

    @property
    def says(self) -> bool:
        """Whether the source says anything of the sanction."""
        p = self.penalty
        return bool(p and (p.stated or p.raised or p.lowered or p.fine or p.words))

    @property
    def severity(self) -> Severity:
        """What orders the forms by the gravity of their sanctions; printed nowhere."""
        return severity(self.penalty, self.offence.penalty)


Severity = tuple[bool, bool, "Fraction | int", "Fraction | int"]
"""Life, life alone, the highest term, the lowest: compared, and printed nowhere."""


def severity(penalty: Penalty | None, base: Penalty | None) -> Severity:
    """What orders sanctions by their gravity: a fraction is of the ``base`` of its offence.

    >>> four, six = Penalty(max_years=4), Penalty(max_years=6)
    >>> severity(four, None) < severity(Penalty(raised="1/3"), four) < severity(six, None)
    True
    """
    p = penalty or Penalty()
    of = (base if p.raised or p.lowered else p) or Penalty()
    factor = 1 + _share(p.raised) - _share(p.lowered)
    high = ((of.max_years or 0) * 12 + (of.max_months or 0)) * factor
    low = ((of.min_years or 0) * 12 + (of.min_months or 0)) * factor
    return of.life or of.life_alone, of.life_alone, high, low


def _share(fraction: str | None) -> Fraction | int:
    """The greatest fraction of "1/3 to 1/2"."""
    if not fraction:
        return 0
    from fractions import Fraction

    return max(map(Fraction, fraction.split(" to ")))


def forms(law: Law) -> Iterator[Form]:
    """Every form of the trafficking offences, the base form of each first; of an instrument that
    has none (the conventions on slavery and forced labour), of the related ones.
    """
    national = not law.version.instrument.international
    nowhere = "penalty" in law.version.nothing_on
    for offence in law.offences or law.version.offences_of("related"):
        tiers = (t for t in offence.tiers if t.effect != "factor")
        for tier, own in ((None, offence.penalty), *((t, t.penalty) for t in tiers)):
            if own is None and (nowhere or (tier is None and not national)):
                continue
            at = tier.at if tier else offence.at
            outer = Evidence(at=at, source=offence.source, lang=offence.lang, by=offence.by)
            p = own or Penalty()
            said = Evidence(p.words, p.gloss, p.at, p.source, p.lang, p.by)
            unseen = own.mark == "unseen" if own else national
            yield Form(offence, tier, own, law.resolved(said, outer), unseen)


def penalty(law: Law, concept: str) -> Finding:
    """The penalties of the trafficking offences, as the source states them."""
    judged = [listed.judge(law, name, concept) for name, _ in law.lists("related")]
    named = [j for j in judged if j.status == "covered"]
    if named:
        one = named[0]
        return Finding("covered", one.ways, one.evidence, strength=one.strength)
    found = tuple(forms(law))
    if concept in ("confiscation", "disqualification"):
        return _measure(law, concept, found)
    if concept == "penalty-base":
        return _told(law, [f for f in found if _base(f, "adult")])
    if concept == "penalty-child":
        return _child(law, found)
    return _highest(law, found)


def _base(form: Form, victim: str) -> bool:
    limbs = form.offence.limbs
    return form.tier is None and (not limbs or any(victim in x.victims for x in limbs))


# -- against a child -------------------------------------------------------------------------------


def _circumstances(law: Law, form: Form) -> List | None:
    name = form.tier.circumstances if form.tier else form.offence.graver_for
    return law.version.lists.get(name) if name else None


def _against_child(law: Law, form: Form) -> bool:
    """Whether a form is one against a child, or against some children (under fourteen)."""
    limbs = form.offence.limbs
    if form.tier is None and limbs and all("adult" not in x.victims for x in limbs):
        return True
    a_list = _circumstances(law, form)
    if a_list is None:
        return False
    children = {"child-victim", *law.words.under("child-victim", law.id)}
    return any(c in children and e.mark != "unseen" for c, e in a_list.entries.items())


def _besides(law: Law, form: Form) -> tuple[str, ...]:
    """What a form against a child needs besides: the other circumstances, where all are needed
    together; and which children it protects, where not all.
    """
    a_list = _circumstances(law, form)
    if a_list is None:
        return ()
    if form.tier and form.tier.all:
        return tuple(c for c in a_list.entries if c != "child-victim")
    if "child-victim" in a_list.entries:
        return ()
    children = law.words.under("child-victim", law.id)
    return tuple(c for c in a_list.entries if c in children)


def _child(law: Law, found: Sequence[Form]) -> Finding:
    """The penalty where the victim is a child: of the forms against one, or of the base offence
    that covers it.
    """
    against = [f for f in found if _against_child(law, f)]
    if against:
        return _told(law, against, child=True)
    base = [f for f in found if _base(f, "child") and f.penalty and f.penalty.stated]
    places = _where_graver_forms_stand(law, found)
    if not base and places and found:
        return _not_known(places)
    if not base:
        return _no_penalty(law, [f.place for f in found])
    seen = _told(law, base)
    if places:
        return _not_known(places, seen)
    terms = Terms(_sanctions(law, base), separate=False)
    return Finding("covered", (terms,), seen.evidence)


def _where_graver_forms_stand(law: Law, found: Sequence[Form]) -> list[Evidence]:
    """The places where a graver form on children may stand, and was not seen."""
    lists = [a for f in found if (a := _circumstances(law, f))]
    unread = law.version.unread.get("aggravating")
    places = [law.resolved(a.place, a) for a in lists if not a.full]
    return [*places, law.resolved(unread)] if unread else places


# -- the gravest, and what is told -----------------------------------------------------------------


def _highest(law: Law, found: Sequence[Form]) -> Finding:
    """The gravest form; not known where the sanction of one was not seen."""
    graver = [f for f in found if f.tier is None or f.tier.effect != "lesser"]
    stated = sorted((f for f in graver if f.says and not f.unseen), key=lambda f: f.severity)[-1:]
    unread = law.version.unread.get("penalty")
    places = [f.place for f in graver if f.unseen]
    if unread and stated:
        places = [law.resolved(unread)]
    if places and stated:
        return _not_known(places, _told(law, stated))
    if stated and not any(f.penalty and f.penalty.stated for f in stated):
        stated = [f for f in graver if f.tier] or stated  # a treaty that gives no term at all
    return _told(law, stated or [f for f in graver if f.unseen])


def _not_known(places: Iterable[Evidence], seen: Finding | None = None) -> Finding:
    places = tuple(dict.fromkeys(places))
    at = ", ".join(dict.fromkeys(e.at for e in places if e.at))
    because = (Way(Layer.SILENT, Unread(at)), *(seen.because if seen else ()))
    return Finding("silent", because, (*places, *(seen.evidence if seen else ())))


def _sanctions(law: Law, chosen: Sequence[Form], *, child: bool = False) -> tuple[Sanction, ...]:
    return tuple(
        Sanction(
            f.penalty,
            f.offence.penalty,
            f.place.at or "",
            _besides(law, f) if child else (),
            f.unseen,
        )
        for f in chosen
    )


def _told(law: Law, chosen: Sequence[Form], *, child: bool = False) -> Finding:
    """What some forms are punished with, each once; of a ``child``, what they need besides."""
    if not chosen:
        return _no_penalty(law, [f.place for f in forms(law) if f.says])
    terms = Terms(_sanctions(law, chosen, child=child))
    evidence = tuple(f.place for f in chosen)
    if any(f.says and not f.unseen for f in chosen):
        return Finding("covered", (terms,), evidence)
    unseen = any(f.unseen for f in chosen)
    return Finding("silent" if unseen else "absent", (terms,), evidence)


def _no_penalty(law: Law, found: Sequence[Evidence]) -> Finding:
    place = law.place("penalty")
    if found and law.version.instrument.international:
        return Finding("absent", (Way(Layer.ABSENT, NotThere("")),), tuple(found))
    if "penalty" in law.version.nothing_on:
        return Finding("absent", (Way(Layer.ABSENT, NotThere("")),), (place,))
    return Finding("silent", (Way(Layer.SILENT, Unread(place.at or "")),), (place,))


def _measure(law: Law, concept: str, found: Sequence[Form]) -> Finding:
    """Confiscation or disqualification: of which forms, and whether the court must order it."""
    groups: dict[tuple[str, int | None], list[Evidence]] = {}
    for form in found:
        p = form.penalty or Penalty()
        extent = "unseen" if form.unseen else str(getattr(p, concept))
        years = p.disqualification_max_years if concept == "disqualification" else None
        groups.setdefault((extent, years), []).append(form.place)
    unseen = [e for (extent, _), places in groups.items() if extent == "unseen" for e in places]
    stated = {x: places for x, places in groups.items() if x[0] not in ("unseen", "not-stated")}
    positive = {x: places for x, places in stated.items() if x[0] != "no"}
    if positive:
        return _extents(positive)
    no = _extents(stated)
    if stated and len(no.evidence) == len(found):
        return Finding("absent", (Way(Layer.ABSENT, NotThere("")),), no.evidence)
    if stated and unseen:
        return _not_known(unseen, no)
    return _no_penalty(law, [f.place for f in found])


def _extents(groups: dict[tuple[str, int | None], list[Evidence]]) -> Finding:
    extents = tuple(
        (extent, years, tuple(dict.fromkeys(e.at or "" for e in places)))
        for (extent, years), places in groups.items()
    )
    evidence = tuple(e for places in groups.values() for e in places)
    return Finding("covered", (Measures(extents),), evidence)
