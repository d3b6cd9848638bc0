"""What an amendment did: added, removed, moved, re-priced; and whether reach grew, shrank, both or
neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Literal

from attrs import evolve, frozen

from comparators.coverage import Coverage, Finding
from comparators.findings.penalties import PENALTY_ROWS
from comparators.standing import NothingToReachError, Verdict, reaches
from comparators.table import row_keys
from comparators.wording.cells import pinpoints
from provisions.phrases import term
from provisions.records import NOT_SEEN, Facet, Version
from provisions.vocabulary import Thesaurus

Kind = Literal[
    "added", "removed", "moved", "widened", "narrowed", "reworded", "left open", "demanded", "no longer demanded",
    "re-priced", "now known", "no longer shown",
]  # fmt: skip
Growth = Literal["grew", "shrank", "both", "neither", "undetermined"]

_NAMED = ("covered", "partial")
_GONE: Mapping[str, Kind] = {
    "silent": "no longer shown",
    "open": "left open",
    "implied": "reworded",
}
"""What became of something named, by its status in the later text; else it was removed."""
_COME: Mapping[str, Kind] = {"silent": "now known", "implied": "reworded"}
"""How something came to be named, by its status in the earlier text; else it was added."""
_ROLE_NAMES: Mapping[str, str] = {
    "element": "element", "means": "means (an element)", "purpose": "purpose (an element)",
    "aggravating": "aggravating circumstance", "related": "related offence", "non-punishment": "non-punishment",
}  # fmt: skip


@frozen
class Change:
    """One thing an amendment did, with where it stood and where it stands."""

    kind: Kind
    concept: str
    label: str
    before: str
    after: str
    facet: str


@frozen
class Changes:
    """What lies between two versions of an instrument."""

    earlier: Version
    later: Version
    changes: tuple[Change, ...]
    growth: Growth
    case: str
    notes: tuple[str, ...] = ()

    def of(self, *kinds: str) -> tuple[Change, ...]:
        """The changes of some kinds."""
        return tuple(c for c in self.changes if c.kind in kinds)

    def __str__(self) -> str:
        return "\n".join(tell(self))


def changes(earlier: Version, later: Version, *, words: Thesaurus | None = None) -> Changes:
    """What the later version added, removed, moved to another role or re-priced; and what became of
    reach.

    A concept that the later source merely does not show is *no longer shown*, never removed. The
    two versions are usually of one instrument; any two can be asked for.
    """
    if words is None:
        from provisions import together

        (earlier, later), words = together((earlier, later))
    before, after = Coverage(earlier, words), Coverage(later, words)
    found = [*_moves(before, after), *_penalties(before, after)]
    growth, case, notes = _growth(earlier, later, words)
    return Changes(earlier, later, tuple(found), growth, case, notes)


def _roles(coverage: Coverage) -> dict[str, dict[Facet, Finding]]:
    """For each concept, the roles in which a version names it."""
    found: dict[str, dict[Facet, Finding]] = {}
    rules: list[tuple[Facet, str]] = [("element", c.id) for c in coverage.words if c.sort == "rule"]
    for facet, concept in dict.fromkeys((*row_keys([coverage], coverage.words), *rules)):
        if facet == "penalty" or concept in PENALTY_ROWS:
            continue
        finding = coverage.find(facet, concept)
        follows = finding.status == "implied" and (facet, concept) in rules
        if finding.status in _NAMED or follows or (finding.status == "open" and finding.arguable):
            found.setdefault(concept, {})[facet] = finding
    return found


def _moves(before: Coverage, after: Coverage) -> Iterator[Change]:
    words = before.words
    old, new = _roles(before), _roles(after)
    order = words.order
    for concept in sorted({*old, *new}, key=lambda c: (order[c.partition(":")[0]], c)):
        was, now = old.get(concept, {}), new.get(concept, {})
        label = words.label(concept.partition(":")[0])
        if ":" in concept:
            yield from _attribute(concept, bool(now), before, after)
            continue
        gone = {f: x for f, x in was.items() if f not in now}
        come = {f: x for f, x in now.items() if f not in was}
        demanded = words[concept].sort == "further" or (
            "element" in (*was, *now) and words[concept].sort == "aggravating"
        )
        for (old_facet, old_finding), (new_facet, new_finding) in zip(
            list(gone.items()), list(come.items()), strict=False
        ):
            if after.find(old_facet, concept).status in ("absent", "not-required"):
                yield Change(
                    "moved", concept, label,
                    f"{_ROLE_NAMES[old_facet]}, {pinpoints(old_finding.evidence)}",
                    f"{_ROLE_NAMES[new_facet]}, {pinpoints(new_finding.evidence)}", new_facet,
                )  # fmt: skip
                gone.pop(old_facet)
                come.pop(new_facet)
        for facet, finding in gone.items():
            there = after.find(facet, concept)
            kind = _GONE.get(
                there.status, "no longer demanded" if facet == "element" and demanded else "removed"
            )
            yield Change(kind, concept, label, _brief(finding), _brief(there), facet)
        for facet, finding in come.items():
            there = before.find(facet, concept)
            kind = _COME.get(
                there.status, "demanded" if facet == "element" and demanded else "added"
            )
            yield Change(kind, concept, label, _brief(there), _brief(finding), facet)
        for facet in was.keys() & now.keys():
            if (
                "partial" in (was[facet].status, now[facet].status)
                and was[facet].status != now[facet].status
            ):
                kind = "narrowed" if now[facet].status == "partial" else "widened"
                yield Change(kind, concept, label, _brief(was[facet]), _brief(now[facet]), facet)


def _brief(finding: Any) -> str:
    """What a cell says, without the limbs that do not need it."""
    value: str = finding.value
    return value.partition("; not required for")[0].partition("; arguably not required for")[0]


def _attribute(concept: str, stated: bool, before: Coverage, after: Coverage) -> Iterator[Change]:
    """A change in one attribute of a non-punishment clause that both versions have; is it stated in
    the later one?
    """
    from comparators.table import label

    row = concept.partition(":")[0]
    if (
        before.find("non-punishment", row).status != "covered"
        or after.find("non-punishment", row).status != "covered"
    ):
        return
    old, new = before.find("non-punishment", concept), after.find("non-punishment", concept)
    if old.value.partition(" (")[0] != new.value.partition(" (")[0]:
        kind: Kind = "now known" if old.status == "silent" else "added" if stated else "removed"
        kind = "no longer shown" if new.status == "silent" else kind
        yield Change(
            kind, concept, label(before.words, concept), old.value, new.value, "non-punishment"
        )


def _penalties(before: Coverage, after: Coverage) -> Iterator[Change]:
    """Terms that changed: tier by tier where both versions have a tier at the same pinpoint, else
    row by row.
    """
    words = before.words
    old, new = dict(_terms(before)), dict(_terms(after))
    for at in [at for at in old if at in new]:
        if old[at] != new[at]:
            yield Change(
                "re-priced", "penalty-base", f"penalty of {at}", old[at], new[at], "penalty"
            )
    if old.keys() & new.keys():
        return
    for concept in PENALTY_ROWS[:3]:
        one, other = before.find("penalty", concept), after.find("penalty", concept)
        if "covered" in (one.status, other.status) and one.value != other.value:
            kind: Kind = (
                "re-priced"
                if one.status == other.status == "covered"
                else "now known"
                if one.status == "silent"
                else "no longer shown"
            )
            yield Change(kind, concept, words.label(concept), one.value, other.value, "penalty")


def _terms(coverage: Coverage) -> Iterator[tuple[str, str]]:
    """The terms of every offence and tier of trafficking, with what else is stated of the
    sanction.
    """
    for offence in coverage.offences:
        for at, penalty in (
            (offence.at, offence.penalty),
            *((t.at, t.penalty) for t in offence.tiers),
        ):
            if penalty and penalty.stated:
                text = term(penalty) + (
                    f" or {penalty.alternatives}" if penalty.alternatives else ""
                )
                if penalty.confiscation in ("mandatory", "optional"):
                    text += f", confiscation {penalty.confiscation}"
                yield at, text


def _growth(
    earlier: Version, later: Version, words: Thesaurus
) -> tuple[Growth, str, tuple[str, ...]]:
    """Whether reach grew, shrank, both or neither, with a case."""
    try:
        forward = reaches(later, earlier, words=words)
        back = reaches(earlier, later, words=words)
    except NothingToReachError as error:
        return "undetermined", "", (str(error),)
    shrank, grew = forward.verdict, back.verdict
    cases = "; ".join(
        f"{what}: {v.counterexample.text}"
        for what, v in (("reached now", back), ("reached no longer", forward))
        if v.counterexample
    )
    if grew == "no" and shrank == "no":
        return "both", cases, ()
    if grew == "no":
        return (
            ("grew", cases, ())
            if shrank == "yes"
            else ("grew", cases, (_unsure(forward, "shrank"),))
        )
    if shrank == "no":
        return (
            ("shrank", cases, ()) if grew == "yes" else ("shrank", cases, (_unsure(back, "grew"),))
        )
    if grew == shrank == "yes":
        return "neither", "", ()
    return "undetermined", "", (_unsure(forward if shrank == "undetermined" else back, "changed"),)


def _unsure(verdict: Verdict, what: str) -> str:
    questions = "; ".join(dict.fromkeys(q.at for q in verdict.open_questions))
    return f"whether it also {what} cannot be said from the sources" + (
        f" (read {questions})" if questions else ""
    )


def sketch(version: Version) -> bool:
    """Whether the sources show nothing of the acts a version's offence needs."""
    limbs = [x for o in version.offences_of("trafficking") for x in o.limbs]
    return bool(limbs) and all(x.acts == NOT_SEEN for x in limbs)


def history(versions: Sequence[Version], *, words: Thesaurus | None = None) -> tuple[Changes, ...]:
    """What each version changed, against the last version of which the text was seen.

    A version whose text was not seen is compared with the one before it; the next one that was
    seen, with the last that was, so that nothing is lost in between.
    """
    found: list[Changes] = []
    seen: Version | None = None
    for earlier, later in pairwise(versions):
        if not sketch(earlier):
            seen = earlier
        base = seen if seen is not None and not sketch(later) else earlier
        one = changes(base, later, words=words)
        if base is not earlier:
            skipped = f"compared with the last text seen ({base.in_force.since}); that of {earlier.in_force.since} was not seen"
            one = evolve(one, notes=(skipped, *one.notes))
        found.append(one)
    return tuple(found)


def tell(found: Changes) -> Iterator[str]:
    """The changes, a line each; what the sources merely cease or begin to show, in one line."""
    law = found.later.established_by or "an amendment not named in the sources"
    yield f"{found.later.name}, {found.earlier.in_force.since} to {found.later.in_force.since}: {law}"
    for title, text in lines(found):
        yield f"  {title}: {text}"


def lines(found: Changes) -> Iterator[tuple[str, str]]:
    """The changes as pairs of what happened and to what."""
    for change in found.changes:
        if change.kind in ("moved", "re-priced", "widened", "narrowed", "reworded", "left open"):
            yield change.kind, f"{change.label}: {change.before} -> {change.after}"
        elif change.kind in ("removed", "no longer demanded"):
            yield change.kind, f"{change.label} ({change.facet}): before, {change.before}"
        elif change.kind in ("added", "demanded"):
            yield change.kind, f"{change.label} ({change.facet}): {change.after}"
    for kind in ("now known", "no longer shown"):
        yield from _shown(kind, found.of(kind))
    said = {"grew": "grew", "shrank": "shrank", "both": "grew and shrank", "neither": "did not change",
            "undetermined": "cannot be compared for certain"}[found.growth]  # fmt: skip
    yield "reach", said + (f" ({found.case})" if found.case else "")
    for note in found.notes:
        yield "note", note


MANY = 8
"""From how many on, what a source merely begins or ceases to show is told in one line."""


def _shown(kind: str, changes: Sequence[Change]) -> Iterator[tuple[str, str]]:
    """What the later source shows and the earlier did not, or the reverse: silence, no change of
    the law.
    """
    if len(changes) <= MANY:
        yield from ((kind, f"{c.label} ({c.facet}): {c.after}") for c in changes)
        return
    labels = ", ".join(dict.fromkeys(c.label for c in changes))
    places = dict.fromkeys(c.after.partition("read ")[2].partition(";")[0] for c in changes)
    where = ", ".join(p for p in places if p) if kind == "no longer shown" else ""
    yield kind, labels + (f" (read {where})" if where else "")
