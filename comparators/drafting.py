"""The drafter's list: what a standard obliges a State to have, and its law lacks.

Conduct, aggravating circumstances, related offences, a victim clause; options not taken apart, and
open questions apart. For each: the standard's words, pinpoint and strength, the law's list and its
pinpoint, and where the amendment belongs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from comparators.amend import smallest_amendment
from comparators.amendment import Amendment
from comparators.coverage import Coverage, Told
from comparators.findings.clauses import BENEFICIARIES
from comparators.standing import WHO, Gap, Verdict, reaches
from comparators.wording.cells import pinpoints
from provisions.phrases import ATTRIBUTE_LABELS
from provisions.records import VICTIMS, Clause, Evidence, Version
from provisions.vocabulary import Thesaurus

Kind = Literal["conduct", "aggravating", "related", "victim-clause"]


@frozen
class Item:
    """One thing a standard speaks of and a law lacks, has in part, or may lack."""

    kind: Kind
    concept: str
    label: str
    missing: str
    standard: tuple[Evidence, ...]
    strength: str
    law: Told | None
    place: str
    victims: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Whether the sources, or the words, leave it open that the law has this. Conduct is lost
        for certain.
        """
        return (
            self.kind != "conduct"
            and self.law is not None
            and self.law.status in ("silent", "open")
        )


@frozen
class Gaps:
    """What a law lacks of a standard: gaps, options not taken, open questions, and the smallest
    amendment.
    """

    law: Version
    standard: Version
    verdict: Verdict
    gaps: tuple[Item, ...]
    options: tuple[Item, ...]
    open: tuple[Item, ...]
    amendment: Amendment

    def __str__(self) -> str:
        from comparators.modes.gaps import of_gaps
        from provisions.formats.table import render

        return render(of_gaps((self,), None))


def gaps(law: Version, standard: Version, *, words: Thesaurus | None = None) -> Gaps:
    """What ``law`` lacks of what ``standard`` obliges a State to have, and the smallest amendment
    of its offences.

    Raises `NothingToReachError` for an instrument without an offence or duty.
    """
    if words is None:
        from provisions import together

        (law, standard), words = together((law, standard))
    verdict = reaches(law, standard, words=words)
    ours, theirs = Coverage(law, words), Coverage(standard, words)
    items = [
        *_conduct(verdict, ours, theirs),
        *_listed("aggravating", ours, theirs),
        *_listed("related", ours, theirs),
        *_clause(ours, theirs),
    ]
    duties = [i for i in items if i.strength == "shall"]
    return Gaps(
        law, standard, verdict,
        tuple(i for i in duties if not i.open),
        tuple(i for i in items if i.strength != "shall"),
        tuple(i for i in duties if i.open),
        smallest_amendment(law, standard, words),
    )  # fmt: skip


def _conduct(verdict: Verdict, ours: Coverage, theirs: Coverage) -> Iterator[Item]:
    """Values no required case of which is reached, and elements the law demands more."""
    words = ours.words
    strength = next((o.strength for o in theirs.offences if o.strength), None) or "shall"
    for demand in verdict.demands_more:
        values = {v for _, v in demand.values if v}
        named = [e for d, v in demand.values if v for e in theirs.find(_facet(d), v).evidence]
        at = pinpoints(demand.evidence)
        found = ours.find("element", demand.element)
        missing = f"the law demands: {demand.text}"
        standard = tuple(dict.fromkeys(named)) or tuple(
            e for o in theirs.offences for e in (_offence_evidence(theirs, o.at),)
        )
        labels = ", ".join(words.label(v) for v in values)
        yield Item(
            "conduct",
            demand.element,
            words.label(demand.element),
            missing,
            standard,
            strength,
            found,
            at or labels,
        )
    for gap in verdict.gaps:
        if gap.concept:
            facet = gap.facet
            standard_finding = theirs.find(facet, gap.concept)  # type: ignore[arg-type]  # a facet
            own = ours.find(facet, gap.concept)  # type: ignore[arg-type]  # a facet
            yield Item(
                "conduct", gap.concept, gap.label, _who(gap), standard_finding.evidence, strength, own,
                _list_place(ours, facet, gap), gap.victims,
            )  # fmt: skip
        else:
            rule = "child-without-means" if "child" in gap.victims else "incapacity-without-means"
            standard_finding, own = theirs.find("element", rule), ours.find("element", rule)
            place = f"a limb without means beside {_offences_at(ours)}"
            yield Item(
                "conduct",
                rule,
                gap.label,
                _who(gap),
                standard_finding.evidence,
                strength,
                own,
                place,
                gap.victims,
            )


def _facet(dimension: str) -> Literal["element", "means", "purpose"]:
    return {"act": "element", "means": "means", "purpose": "purpose"}[dimension]  # type: ignore[return-value]  # the three


def _offence_evidence(coverage: Coverage, at: str) -> Evidence:
    return coverage.resolved(Evidence(at=at))


def _who(gap: Gap) -> str:
    who = (
        "any victim"
        if len(gap.victims) == len(VICTIMS)
        else " or ".join(WHO[v] for v in gap.victims)
    )
    return f"not reached, against {who}"


def _offences_at(coverage: Coverage) -> str:
    return next((o.at for o in coverage.offences), "the law")


def _list_place(ours: Coverage, facet: str, gap: Gap) -> str:
    """Where a value would be added: the lists of the limbs against these victims."""
    dimension = {"element": "act"}.get(facet, facet)
    names = dict.fromkeys(
        x.list_for(dimension)
        for o in ours.offences
        for x in o.limbs
        if set(x.victims) & set(gap.victims)
    )
    lists = ours.version.lists
    ats = dict.fromkeys(lists[n].at for n in names if n in lists)
    return ", ".join(ats) or _offences_at(ours)


def _listed(
    kind: Literal["aggravating", "related"], ours: Coverage, theirs: Coverage
) -> Iterator[Item]:
    """Circumstances and related offences that the standard lists, and the law does not name for
    certain.
    """
    for a_list, _ in theirs.lists(kind):
        for concept, entry in a_list.entries.items():
            if theirs.words[concept].facet == "penalty":
                continue  # a sanction is compared in its own row; it is no offence
            found = ours.find(kind, concept)
            if found.status in ("covered", "implied"):
                continue
            strength = entry.strength or a_list.strength or "shall"
            place = _tier_place(ours) if kind == "aggravating" else f"beside {_offences_at(ours)}"
            missing = _MISSING.get(found.status, found.status)
            evidence = theirs.evidence(a_list, entry)
            yield Item(
                kind,
                concept,
                theirs.words.label(concept),
                missing,
                evidence,
                strength,
                found,
                place,
            )


_MISSING = {
    "absent": "not there",
    "partial": "in part only",
    "silent": "not known",
    "open": "left open by the words",
}


def _tier_place(ours: Coverage) -> str:
    tiers = dict.fromkeys(t.at for o in ours.offences for t in o.tiers)
    return ", ".join(tiers) or f"a graver form of {_offences_at(ours)}"


def _clause(ours: Coverage, theirs: Coverage) -> Iterator[Item]:
    """The victim clause, and where the law's is narrower: in the offences it extends to, in the
    links it wants, in what it excludes.
    """
    row = "victim-not-punished"
    wanted = [c for c in theirs.version.non_punishment if c.beneficiary in BENEFICIARIES[row]]
    if not wanted:
        return
    standard = wanted[0]
    words = ours.words
    found = ours.find("non-punishment", row)
    evidence = tuple(theirs.resolved(e) for e in standard.evidence)
    strength = standard.strength or "shall"
    place = f"beside {_offences_at(ours)}"
    label = words.label(row)
    if found.status != "covered":
        missing = {"absent": "no clause", "silent": "not known"}.get(found.status, found.status)
        yield Item("victim-clause", row, label, missing, evidence, strength, found, place)
        return
    clauses = [c for c in ours.version.non_punishment if c.beneficiary in BENEFICIARIES[row]]
    narrower = tuple(_narrower(ours, standard, clauses))
    for missing in narrower:
        yield Item(
            "victim-clause",
            row,
            label,
            missing,
            evidence,
            strength,
            found,
            pinpoints(found.evidence),
        )
    for attribute in () if narrower else ("offences", "effects"):
        known = any(getattr(c, attribute) or c.unlisted == "absent" for c in clauses)
        if getattr(standard, attribute) and not known:
            silent = ours.find("non-punishment", f"{row}:{attribute}")
            missing = f"not known: {ATTRIBUTE_LABELS[attribute]}"
            yield Item(
                "victim-clause",
                row,
                label,
                missing,
                evidence,
                strength,
                silent,
                pinpoints(found.evidence),
            )


SPARES_PENALTY = frozenset({"no-penalty", "no-prosecution", "no-criminal-liability"})
"""Effects after which no penalty is imposed."""


def _narrower(ours: Coverage, standard: Clause, clauses: list[Clause]) -> Iterator[str]:
    words = ours.words

    def labels(concepts: list[str]) -> str:
        return ", ".join(words.label(c) for c in concepts)

    for asked in standard.offences:
        named = [o for c in clauses for o in c.offences]
        if named and asked not in named:
            yield f"in part: extends to {labels(named)}; the standard to {words.label(asked)}"
    effects = [e for c in clauses for e in c.effects]
    if "no-penalty" in standard.effects and effects and not set(effects) & SPARES_PENALTY:
        yield f"in part: the effect is {labels(effects)}; the standard's, that no penalty need be imposed"
    excluded = [o for c in clauses for o in c.excluded if o not in standard.excluded]
    if excluded:
        yield f"in part: excludes {labels(excluded)}"
    links = [x for c in clauses for x in c.links if x not in standard.links]
    if links:
        yield f"in part: demands besides: {labels(links)}"
