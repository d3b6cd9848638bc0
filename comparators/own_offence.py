"""A victim's own offence: exempt, perhaps exempt, not exempt, or not known; for a treaty, what a
State must provide.
"""

from __future__ import annotations

from typing import Literal

from comparators.coverage import Coverage
from comparators.facts import Facts
from provisions.records import Clause, Version
from provisions.vocabulary import Thesaurus

Own = Literal["exempt", "may be exempt", "not exempt", "not known"]


def own_offence(law: Version, case: Facts, words: Thesaurus) -> tuple[Own | None, str]:
    """Whether the victim answers for an offence of his or her own.

    For an international instrument the answer is what a State must provide, never that a person is
    exempt.
    """
    helped = ("child-victim", "victim") if case.victim == "child" else ("adult-victim", "victim")
    clauses = [c for c in law.non_punishment if c.beneficiary in helped]
    if not clauses:
        found = Coverage(law, words).find("non-punishment", "victim-not-punished")
        if found.status == "absent" and law.instrument.international:
            return None, f"nothing obliges the State to provide for it: {found.value}"
        if found.status == "absent":
            return "not exempt", found.value
        return "not known", found.value
    answers = [_clause_answer(law, c, case, words) for c in clauses]
    order: tuple[Own | None, ...] = ("exempt", "may be exempt", "not known", "not exempt", None)
    return min(answers, key=lambda a: order.index(a[0]))


def _clause_answer(
    law: Version, clause: Clause, case: Facts, words: Thesaurus
) -> tuple[Own | None, str]:
    effect = (
        " or ".join(words.label(c) for c in clause.effects) or "an effect the source does not show"
    )
    at = clause.at or ""
    given = set(case.offence)
    outside = [o for o in case.offence if o in clause.excluded]
    gravities = {"minor-offences", "medium-offences", "grave-offences"}

    def within(offence: str) -> bool | None:
        if not clause.offences:
            return True if clause.unlisted == "absent" else None
        for named in clause.offences:
            if offence == named or offence in words.under(named, law.id):
                return True
            if offence in gravities and named in ("criminal-offences", "unlawful-activities"):
                return True
            if named in gravities and offence == "criminal-offences" and not given & gravities:
                return None
        return (
            any(within(o) for o in given & gravities)
            if offence == "criminal-offences" and given & gravities
            else False
        )

    covers = [within(o) for o in case.offence]
    missing = [words.label(x) for x in clause.links if x not in case.links]
    extent = (
        ", ".join(words.label(c) for c in clause.offences) or "offences the source does not show"
    )
    if law.instrument.international:
        may = "the possibility of " if "discretionary" in clause.discretion else ""
        needs = (
            f" to the extent that: {', '.join(words.label(x) for x in clause.links)}"
            if clause.links
            else ""
        )
        duty = {"shall": "must provide for", "shall-consider": "must consider", "may": "may provide for",
                "commitment": "is committed to"}[clause.strength or "shall"]  # fmt: skip
        return None, f"the State {duty} {may}{effect} for {extent}{needs} ({at})"
    if outside:
        return "not exempt", f"excluded: {', '.join(words.label(o) for o in outside)} ({at})"
    if covers and all(c is False for c in covers):
        return "not exempt", f"the clause extends to {extent} only ({at})"
    if missing:
        return "not exempt", f"missing: {', '.join(missing)} ({at})"
    if any(c is not True for c in covers) or clause.mark != "stated":
        return "not known", f"the clause is known to extend to {extent} ({at})"
    if "discretionary" in clause.discretion:
        return "may be exempt", f"{effect}, at the discretion of the authority ({at})"
    if "mandatory" in clause.discretion:
        return "exempt", f"{effect} ({at})"
    return "not known", f"{effect}; whether the authority must or may is not shown ({at})"
