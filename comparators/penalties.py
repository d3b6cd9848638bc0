"""Penalties of the trafficking offences, as the source states them.

A *form* is the base form of an offence, or one of its graver or lesser forms, with its sanction. A
factor within the range is no form: it never changes a range. No figure is printed that no source
states: a fraction is said to be one, and a sanction that was not seen is "not known", never that of
the base form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from comparators.judging import Finding, Status, pinpoints
from provisions.records import Evidence, List, Offence, Penalty, Tier

if TYPE_CHECKING:
    from comparators.coverage import Coverage

_FINES = {
    "and": " and a fine{}",
    "optional": " with or without a fine{}",
    "or": " or a fine{}",
    "and-or": " or a fine{}, or both",
}


def term(penalty: Penalty) -> str:
    """The term of imprisonment in plain words, in years and months; nothing where none is stated."""

    def bound(years: int | None, months: int | None) -> str:
        return " ".join(
            f"{n} {unit}{'s' * (n != 1)}"
            for n, unit in ((years, "year"), (months, "month"))
            if n is not None
        )

    low = bound(penalty.min_years, penalty.min_months)
    high = bound(penalty.max_years, penalty.max_months)
    if penalty.life_alone:
        text = "life"
    elif penalty.life:
        text = f"{low} to life" if low else "up to life"
    elif low and high:
        years = penalty.min_months is None and penalty.max_months is None
        text = f"{penalty.min_years}-{penalty.max_years} years" if years else f"{low} to {high}"
    else:
        text = f"up to {high}" if high else f"at least {low}" if low else ""
    if penalty.floor_of_maximum:
        text = f"a maximum of at least {high}"
    return text + (" (span over all its forms)" if penalty.spans_tiers else "")


def sanction(penalty: Penalty, base: Penalty | None = None) -> str:
    """The whole sanction in plain words: the term, or the fraction of the ``base``, and what comes
    with it.
    """
    text = term(penalty)
    for fraction, verb in ((penalty.raised, "raised"), (penalty.lowered, "lowered")):
        if fraction:
            of = term(base) if base and base.stated else "the base term"
            only = f", its {penalty.bound} bound alone" if penalty.bound else ""
            text = f"{of}, {verb} by {fraction}{only}"
    amount = f" ({penalty.fine_amount})" if penalty.fine_amount else ""
    if penalty.fine == "only":
        text = f"a fine{amount}"
    elif not text:
        text = "no term stated"
    if penalty.fine in _FINES:
        text += _FINES[penalty.fine].format(amount)
    if penalty.alternatives:
        text += f"{' or ' if penalty.stated else '; '}{penalty.alternatives}"
    return text


class Form(NamedTuple):
    """One form of an offence, its sanction, and where that stands, or would have to be read."""

    offence: Offence
    tier: Tier | None
    penalty: Penalty | None
    place: Evidence
    unseen: bool

    @property
    def told(self) -> str:
        """The sanction in plain words."""
        return sanction(self.penalty, self.offence.penalty) if self.penalty else "no term stated"

    @property
    def says(self) -> bool:
        """Whether the source says anything of the sanction."""
        p = self.penalty
        return bool(p and (p.stated or p.raised or p.lowered or p.fine or p.words))

    @property
    def severity(self) -> tuple[bool, bool, Fraction, Fraction]:
        """What orders the forms by the gravity of their sanctions; printed nowhere."""
        p = self.penalty or Penalty()
        base = self.offence.penalty if p.raised or p.lowered else p
        base = base or Penalty()
        factor = 1 + _share(p.raised) - _share(p.lowered)
        high = Fraction((base.max_years or 0) * 12 + (base.max_months or 0)) * factor
        low = Fraction((base.min_years or 0) * 12 + (base.min_months or 0)) * factor
        return base.life or base.life_alone, base.life_alone, high, low


def _share(fraction: str | None) -> Fraction:
    """The greatest fraction of "1/3 to 1/2"."""
    return max(map(Fraction, fraction.split(" to "))) if fraction else Fraction(0)


def forms(coverage: Coverage) -> Iterator[Form]:
    """Every form of the trafficking offences, the base form of each first; of an instrument that
    has none (the conventions on slavery and forced labour), of the related ones.
    """
    nowhere = "penalty" in coverage.version.nothing_on
    for offence in coverage.offences or coverage.version.offences_of("related"):
        tiers = (t for t in offence.tiers if t.effect != "factor")
        for tier, own in ((None, offence.penalty), *((t, t.penalty) for t in tiers)):
            national = not coverage.version.instrument.international
            if own is None and (nowhere or (tier is None and not national)):
                continue
            outer = Evidence(
                at=tier.at if tier else offence.at,
                source=offence.source,
                lang=offence.lang,
                by=offence.by,
            )
            p = own or Penalty()
            said = Evidence(p.words, p.gloss, p.at, p.source, p.lang, p.by)
            unseen = own.mark == "unseen" if own else national
            yield Form(offence, tier, own, coverage.resolved(said, outer), unseen)


def _circumstances(coverage: Coverage, form: Form) -> List | None:
    name = form.tier.circumstances if form.tier else form.offence.graver_for
    return coverage.version.lists.get(name) if name else None


def _against_child(coverage: Coverage, form: Form) -> bool:
    """Whether a form is one against a child, or against some children (under fourteen)."""
    limbs = form.offence.limbs
    if form.tier is None and limbs and all("adult" not in x.victims for x in limbs):
        return True
    a_list = _circumstances(coverage, form)
    if a_list is None:
        return False
    children = {"child-victim", *coverage.words.under("child-victim", coverage.version.id)}
    return any(c in children and e.mark != "unseen" for c, e in a_list.entries.items())


def _besides(coverage: Coverage, form: Form) -> str:
    """What a form against a child needs besides: the other circumstances, where all are needed
    together; and which children it protects, where not all.
    """
    a_list = _circumstances(coverage, form)
    if a_list is None:
        return ""
    children = coverage.words.under("child-victim", coverage.version.id)
    if form.tier and form.tier.all:
        named = [c for c in a_list.entries if c != "child-victim"]
    else:
        named = (
            [] if "child-victim" in a_list.entries else [c for c in a_list.entries if c in children]
        )
    return f", only: {', '.join(map(coverage.words.label, named))}" if named else ""


def penalty(coverage: Coverage, concept: str) -> Finding:
    """The penalties of the trafficking offences, as the source states them."""
    listed = [coverage.judge(a_list, concept) for a_list, _ in coverage.lists("related")]
    named = [j for j in listed if j.status == "covered"]
    if named:
        return Finding(
            "covered", pinpoints(named[0].evidence), named[0].evidence, strength=named[0].strength
        )
    found = tuple(forms(coverage))
    if concept in ("confiscation", "disqualification"):
        return _measure(coverage, concept, found)
    if concept == "penalty-base":
        return _told(coverage, [f for f in found if _base(f, "adult")])
    if concept == "penalty-child":
        return _child(coverage, found)
    return _highest(coverage, found)


def _base(form: Form, victim: str) -> bool:
    limbs = form.offence.limbs
    return form.tier is None and (not limbs or any(victim in x.victims for x in limbs))


def _child(coverage: Coverage, found: Iterable[Form]) -> Finding:
    """The penalty where the victim is a child: of the forms against one, or of the base offence
    that covers it.
    """
    found = tuple(found)
    against = [f for f in found if _against_child(coverage, f)]
    if against:
        return _told(coverage, against, child=True)
    base = [f for f in found if _base(f, "child") and f.penalty and f.penalty.stated]
    lists = [a for f in found if (a := _circumstances(coverage, f))]
    unread = coverage.version.unread.get("aggravating")
    places = [coverage.resolved(a.place, a) for a in lists if not a.full]
    places += [coverage.resolved(unread)] if unread else []
    if not base and places and found:
        at = f"not known; read {pinpoints(places)}"
        return Finding("silent", at, tuple(places))
    if not base:
        return _no_penalty(coverage, [f.place for f in found])
    seen = _told(coverage, base)
    if places:
        return _not_known(places, seen)
    value = f"{seen.value}: no separate form"
    return Finding("covered", value, seen.evidence, substance=f"{seen.substance}: no separate form")


def _highest(coverage: Coverage, found: Iterable[Form]) -> Finding:
    """The gravest form; not known where the sanction of one was not seen."""
    graver = [f for f in found if f.tier is None or f.tier.effect != "lesser"]
    stated = sorted((f for f in graver if f.says and not f.unseen), key=lambda f: f.severity)[-1:]
    unread = coverage.version.unread.get("penalty")
    places = [f.place for f in graver if f.unseen]
    if unread and stated:
        places = [coverage.resolved(unread)]
    if places and stated:
        return _not_known(places, _told(coverage, stated))
    if stated and not any(f.penalty and f.penalty.stated for f in stated):
        stated = [f for f in graver if f.tier] or stated  # a treaty that gives no term at all
    return _told(coverage, stated or [f for f in graver if f.unseen])


def _not_known(places: Iterable[Evidence], seen: Finding) -> Finding:
    places = tuple(dict.fromkeys(places))
    value = f"not known; read {pinpoints(places)}; seen: {seen.value}"
    return Finding("silent", value, (*places, *seen.evidence), substance=seen.substance)


def _told(coverage: Coverage, chosen: list[Form], *, child: bool = False) -> Finding:
    """What some forms are punished with, each once; of a ``child``, what they need besides."""
    if not chosen:
        return _no_penalty(coverage, [f.place for f in forms(coverage) if f.says])
    said: list[str] = []
    terms: list[str] = []
    for form in chosen:
        besides = _besides(coverage, form) if child else ""
        if form.unseen:
            said.append(f"not known; read {form.place.at}")
        else:
            said.append(f"{form.told} ({form.place.at}{besides})")
        terms.append("not known" if form.unseen else form.told + besides)
    status: Status = (
        "covered" if any(f.says and not f.unseen for f in chosen)
        else "silent" if any(f.unseen for f in chosen) else "absent"
    )  # fmt: skip
    return Finding(
        status,
        "; ".join(dict.fromkeys(said)),
        tuple(f.place for f in chosen),
        substance="; ".join(dict.fromkeys(terms)),
    )


def _no_penalty(coverage: Coverage, found: list[Evidence]) -> Finding:
    place = coverage.place("penalty")
    if found and coverage.version.instrument.international:
        return Finding("absent", f"no ({pinpoints(found)})", tuple(found))
    if "penalty" in coverage.version.nothing_on:
        return Finding("absent", f"no ({place.at})", (place,))
    return Finding("silent", f"not known; read {place.at}", (place,))


def _measure(coverage: Coverage, concept: str, found: Iterable[Form]) -> Finding:
    """Confiscation or disqualification: of which forms, and whether the court must order it."""
    groups: dict[str, list[Evidence]] = {}
    for form in found:
        p = form.penalty or Penalty()
        extent = "unseen" if form.unseen else getattr(p, concept)
        years = p.disqualification_max_years if concept == "disqualification" else None
        groups.setdefault(extent + (f", up to {years} years" if years else ""), []).append(
            form.place
        )
    unseen, _ = groups.pop("unseen", []), groups.pop("not-stated", None)
    positive = {extent: es for extent, es in groups.items() if extent != "no"}
    if positive:
        value = "; ".join(f"{extent} ({pinpoints(es)})" for extent, es in positive.items())
        return Finding(
            "covered",
            value,
            tuple(e for es in positive.values() for e in es),
            substance="; ".join(positive),
        )
    evidence = tuple(groups.get("no", ()))
    every = [f.place for f in found]
    if evidence and len(evidence) == len(every):
        return Finding("absent", f"no ({pinpoints(evidence)})", evidence)
    if evidence and unseen:
        return _not_known(unseen, Finding("absent", f"no ({pinpoints(evidence)})", evidence))
    return _no_penalty(coverage, every)
