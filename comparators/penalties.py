"""Penalties of the trafficking offences, in years and months as the source states them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from comparators.judging import Finding, Status, pinpoints
from provisions.records import Evidence, Offence, Penalty, Tier

if TYPE_CHECKING:
    from comparators.coverage import Coverage


def term(penalty: Penalty) -> str:
    """The term of imprisonment in plain words, in years and months."""

    def bound(years: int | None, months: int | None) -> str:
        return " ".join(
            f"{n} {unit}{'s' * (n != 1)}"
            for n, unit in ((years, "year"), (months, "month"))
            if n is not None
        )

    low, high = (
        bound(penalty.min_years, penalty.min_months),
        bound(penalty.max_years, penalty.max_months),
    )
    if penalty.life:
        text = f"{low} to life" if low else "up to life"
    elif low and high:
        years = penalty.min_months is None and penalty.max_months is None
        text = f"{penalty.min_years}-{penalty.max_years} years" if years else f"{low} to {high}"
    else:
        text = f"up to {high}" if high else f"at least {low}"
    if penalty.floor_of_maximum:
        text = f"a maximum of at least {high}"
    return text + (" (span over all its forms)" if penalty.spans_tiers else "")


def _penalties(coverage: Coverage) -> Iterator[tuple[Offence, Tier | None, Penalty]]:
    for offence in coverage.offences:
        if offence.penalty:
            yield offence, None, offence.penalty
        for tier in offence.tiers:
            if tier.penalty:
                yield offence, tier, tier.penalty


def _resolved(
    coverage: Coverage, offence: Offence, tier: Tier | None, penalty: Penalty
) -> Evidence:
    at = Evidence(
        at=tier.at if tier else offence.at, source=offence.source, lang=offence.lang, by=offence.by
    )
    own = Evidence(
        penalty.words, penalty.gloss, penalty.at, penalty.source, penalty.lang, penalty.by
    )
    return coverage.resolved(own, at)


def _against_child(coverage: Coverage, offence: Offence, tier: Tier | None) -> bool:
    lists = coverage.version.lists
    name = tier.circumstances if tier else offence.graver_for
    only_child = (
        tier is None
        and bool(offence.limbs)
        and all("adult" not in x.victims for x in offence.limbs)
    )
    return only_child or bool(name and name in lists and "child-victim" in lists[name].entries)


def penalty(coverage: Coverage, concept: str) -> Finding:
    """The penalties of the trafficking offences, in years and months as the source states them."""
    listed = [coverage.judge(a_list, concept) for a_list, _ in coverage.lists("related")]
    named = [j for j in listed if j.status == "covered"]
    if named:
        return Finding(
            "covered", pinpoints(named[0].evidence), named[0].evidence, strength=named[0].strength
        )
    found = [(o, t, p, _resolved(coverage, o, t, p)) for o, t, p in _penalties(coverage)]
    if concept in ("confiscation", "disqualification"):
        return _measure(coverage, concept, [(p, e) for _, _, p, e in found])
    if concept == "penalty-base":
        adult = [
            (o, p, e)
            for o, t, p, e in found
            if t is None and any("adult" in x.victims for x in o.limbs)
        ]
        chosen = [(p, e) for _, p, e in adult]
    elif concept == "penalty-child":
        chosen = [(p, e) for o, t, p, e in found if _against_child(coverage, o, t)]
    else:
        chosen = sorted(
            ((p, e) for _, _, p, e in found if p.stated), key=lambda pair: _severity(pair[0])
        )[-1:]
    unread = coverage.version.unread.get("penalty")
    if chosen and unread and concept == "penalty-highest":
        place = coverage.resolved(unread)
        seen = _terms(chosen)
        return Finding(
            "silent",
            f"not known; read {place.at}; seen: {seen.value}",
            (place, *seen.evidence),
            substance=seen.substance,
        )
    if chosen:
        return _terms(chosen)
    return _no_penalty(coverage, [e for *_, e in found])


def _no_penalty(coverage: Coverage, found: list[Evidence]) -> Finding:
    place = coverage.place("penalty")
    if found and coverage.version.instrument.international:
        return Finding("absent", f"no ({pinpoints(found)})", tuple(found))
    if "penalty" in coverage.version.nothing_on:
        return Finding("absent", f"no ({place.at})", (place,))
    return Finding("silent", f"not known; read {place.at}", (place,))


def _severity(penalty: Penalty) -> tuple[bool, int, int]:
    high = (penalty.max_years or 0) * 12 + (penalty.max_months or 0)
    return penalty.life, high, (penalty.min_years or 0) * 12 + (penalty.min_months or 0)


def _terms(chosen: list[tuple[Penalty, Evidence]]) -> Finding:
    said = [
        f"{term(p)}{' or ' + p.alternatives if p.alternatives else ''} ({e.at})"
        if p.stated
        else f"no term stated{'; ' + p.alternatives if p.alternatives else ''} ({e.at})"
        for p, e in chosen
    ]
    status: Status = (
        "covered"
        if any(p.stated for p, _ in chosen) or any(p.words for p, _ in chosen)
        else "silent"
    )
    terms = "; ".join(
        dict.fromkeys(f"{term(p) if p.stated else 'no term'}, {p.alternatives}" for p, _ in chosen)
    )
    return Finding(
        status, "; ".join(dict.fromkeys(said)), tuple(e for _, e in chosen), substance=terms
    )


def _measure(coverage: Coverage, concept: str, found: list[tuple[Penalty, Evidence]]) -> Finding:
    groups: dict[str, list[Evidence]] = {}
    for p, e in found:
        extent = getattr(p, concept)
        years = p.disqualification_max_years if concept == "disqualification" else None
        groups.setdefault(extent + (f", up to {years} years" if years else ""), []).append(e)
    stated = {extent: es for extent, es in groups.items() if not extent.startswith("not-stated")}
    positive = {extent: es for extent, es in stated.items() if extent != "no"}
    if positive:
        value = "; ".join(f"{extent} ({pinpoints(es)})" for extent, es in positive.items())
        return Finding(
            "covered",
            value,
            tuple(e for es in positive.values() for e in es),
            substance="; ".join(positive),
        )
    if stated and len(stated) == len(groups):
        evidence = tuple(e for es in stated.values() for e in es)
        return Finding("absent", f"no ({pinpoints(evidence)})", evidence)
    return _no_penalty(coverage, [e for _, e in found])
