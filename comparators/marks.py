"""A law under the standards that stand before it: the mark and the action of every row.

Within the definition a mark is the weakest answer of `reach` for what is asked in the row, so that
no cell is better than the verdict; outside it, it follows from the status, and a clause is as good
as the weakest of its attributes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from attrs import frozen

from comparators.boxes import NONE, TooIntricateError
from comparators.cases import Asked
from comparators.findings import Finding, find, listed
from comparators.findings.clauses import COMPARED, clauses_of, narrower
from comparators.law import Law
from comparators.reach import Answer, Inquiry, Kind, inquiry
from comparators.reasons import Narrower, NotStated
from provisions.records import LISTED, VICTIMS, Concept, Facet, Offence, Version, Victim

Mark = Literal["✓", "○", "◐", "~", "?", "✗", "·"]
"""Named or follows; none needed; in part; open; not known; no; a penalty, which is stated only."""
Action = Literal["missing", "doubtful", "not-read", "met", "option", "none"]

_ACTIONS: Mapping[Mark, Action] = {
    "✓": "met", "○": "met", "◐": "missing", "✗": "missing", "~": "doubtful", "?": "not-read",
    "·": "none",
}  # fmt: skip
_RESTS = ("silent", "open", "absent")
_LIMITS = ("links", "excluded", "conditions", "discretion")
"""Attributes of a clause that limit it: where it has none of them it is as wide as can be."""
_WEAKEST = ("✓", "○", "?", "~", "◐", "✗")
FACET_OF: Mapping[str, Facet] = {"act": "element", "means": "means", "purpose": "purpose"}
"""The facet of what a limb draws from lists."""


class Marked(NamedTuple):
    """The mark of a cell, and what it asks to be done under the standard."""

    mark: Mark
    action: Action


def of_status(finding: Finding) -> Mark:
    """The mark of a finding by itself, without a standard."""
    if finding.facet == "penalty":
        return "·"
    by_status: Mapping[str, Mark] = {
        "not-required": "○", "covered": "✓", "implied": "✓", "silent": "?", "open": "~",
        "absent": "✗",
    }  # fmt: skip
    if finding.status == "partial":
        by_rest: Mapping[str | None, Mark] = {"open": "~", "silent": "?"}
        return by_rest.get(finding.rest, "◐")
    return by_status[finding.status]


@frozen(eq=False, slots=False)
class Under:
    """A law under the standards that stand before it: what each row is worth.

    >>> import provisions
    >>> words = provisions.thesaurus()
    >>> coe, armenia = (Law(provisions.get(n), words) for n in ("CoE", "Armenia@2011-03-01"))
    >>> Under(armenia, (coe,)).marked("element", "child-without-means")
    Marked(mark='?', action='not-read')
    """

    law: Law
    standards: tuple[Law, ...]

    @cached_property
    def inquiry(self) -> Inquiry | None:
        """What is asked of the law's definition; ``None`` where either side has none, or it is too
        intricate.
        """
        asking = tuple(s for s in self.standards if s.limbs)
        if not self.law.limbs or not asking:
            return None
        found = inquiry(self.law, asking)
        try:
            return found if found.answers is not None else None
        except TooIntricateError:
            return None

    @cached_property
    def _by_leaf(self) -> Mapping[tuple[str, str], Sequence[Answer]]:
        found: dict[tuple[str, str], list[Answer]] = defaultdict(list)
        if self.inquiry is not None:
            for a in self.inquiry.answers:
                if not self.inquiry.needless(a):
                    found[a.facet, a.leaf].append(a)
        return found

    def finding(self, facet: Facet, concept: str) -> Finding:
        """The law's finding."""
        return find(self.law, facet, concept)

    def marked(self, facet: Facet, concept: str) -> Marked:
        """The mark and the action of a row: the weakest answer of what the standards ask in it."""
        finding = self.finding(facet, concept)
        if facet == "penalty":
            return Marked("·", "none")
        reach = self._of_reach(facet, concept, finding)
        if reach is not None:
            return Marked(reach, _ACTIONS[reach])
        strength = self.strength(facet, concept)
        mark = self.status_mark(finding, facet, concept)
        if facet == "aggravating":
            mark = self._by_range(concept, mark)
        if strength is None:
            return Marked(mark, "none")
        return Marked(mark, self._action(facet, concept, mark, strength))

    def action(self, facet: Facet, concept: str) -> Action:
        """The action of a row. What is asked of the definition and nothing is short of is met,
        whatever else is found of it.
        """
        return "met" if self._reached(facet, concept) else self.marked(facet, concept).action

    def _reached(self, facet: Facet, concept: str) -> bool:
        """Whether a row of the definition is asked, and no answer is of it or told for it."""
        role = "act" if facet == "element" and self.law.words[concept].sort == "act" else facet
        if self.inquiry is None or role not in LISTED:
            return False
        leaves = self.law.leaves(concept)
        asked = any(not leaves.isdisjoint(b.values[role]) for b in self.inquiry.asked.boxes)
        return asked and leaves.isdisjoint(self._told[role])

    @cached_property
    def _told(self) -> Mapping[str, frozenset[str]]:
        """The values of each facet that some answer is of, or is told for."""
        found: dict[str, set[str]] = {d: set() for d in LISTED}
        for (facet, leaf), answers in self._by_leaf.items():
            found[facet].update((leaf,) if answers else ())
            for context in (c for a in answers for c in a.contexts or ()):
                for d, value in zip(LISTED, context, strict=False):
                    found[d].add(value)
        return {d: frozenset(values) for d, values in found.items()}

    def short(self, facet: Facet, concept: str) -> tuple[Answer, ...]:
        """What falls short, is open or not known of what is asked in a row of the definition."""
        what = self.law.words[concept]
        if victim := _freed(what):
            return tuple(a for a in self._by_leaf.get(("means", NONE), ()) if a.victim == victim)
        role = "act" if facet == "element" and what.sort == "act" else facet
        leaves = sorted(self.law.leaves(concept), key=self.law.words.order.__getitem__)
        return tuple(a for leaf in leaves for a in self._by_leaf.get((role, leaf), ()))

    def _action(self, facet: Facet, concept: str, mark: Mark, strength: str) -> Action:
        action = _ACTIONS[mark]
        if action == "met":
            return action
        if strength != "shall":
            return "option"
        if action != "doubtful" and any(
            self.status_mark(self.finding(facet, c), facet, c) in ("✓", "○")
            for c in self._other_ways(facet, concept)
        ):
            return "none"  # the duty is met by another way: this one's *no* is no gap
        return action

    def _other_ways(self, facet: Facet, concept: str) -> Iterator[str]:
        for standard in self.standards:
            for a_list in standard.version.lists.values():
                entry = a_list.entries.get(concept) if a_list.role == facet else None
                if entry and entry.one_of:
                    yield from (
                        c for c, e in a_list.entries.items()
                        if c != concept and e.one_of == entry.one_of
                    )  # fmt: skip

    # -- the definition ----------------------------------------------------------------------------

    def _of_reach(self, facet: Facet, concept: str, finding: Finding) -> Mark | None:
        """The weakest answer of a row of the definition that is asked; else ``None``."""
        if self.inquiry is None or ":" in concept:
            return None
        asked = self.inquiry.asked
        what = self.law.words[concept]
        if what.sort == "further" and self._only_with(concept):
            return "◐"
        if what.sort == "scope" and finding.status == "partial":
            # of words that nobody asks for, what they demand besides is no lack
            demanded = (what.follows or "").partition(":")[2]
            return "◐" if self._only_with(demanded) else "✓"
        if victim := _freed(what):
            return self._without_means(asked, victim, finding)
        role = "act" if facet == "element" and what.sort == "act" else facet
        if role not in LISTED:
            return None
        leaves = self.law.leaves(concept) & frozenset(asked.leaves(role))
        if not leaves:
            return None
        kinds = {
            (leaf, v): [a for a in self._by_leaf[role, leaf] if a.victim == v]
            for leaf in leaves
            for v in VICTIMS
            if any(leaf in b.values[role] for b in asked.against(v))
        }
        if not kinds:
            return None
        return self._in_context(role, leaves, VICTIMS, _weakest(kinds.values(), finding), finding)

    def _only_with(self, element: str) -> bool:
        """Whether something that is asked is reached only where a further element is there."""
        answers = self.inquiry.answers if self.inquiry else ()
        return any(element in some for a in answers for some in a.only)

    def _in_context(
        self, role: str, leaves: Iterable[str], victims: Sequence[str], mark: Mark, finding: Finding
    ) -> Mark:
        """The mark of a value that is reached somehow, and named for some cases alone: what is lost
        with it is told of a later facet, and the words that are wanting may be those for it.
        """
        n = LISTED.index(role)
        told = [a for some in self._by_leaf.values() for a in some if a.victim in victims]
        lost = {
            a.kind.gap for a in told for c in a.contexts or () if c[n : n + 1] and c[n] in leaves
        }
        own = of_status(finding)
        if mark not in "✓○" or own in "✓○" or not lost:
            return mark
        if own in "◐✗":
            return "◐" if True in lost else mark
        return own

    def _without_means(self, asked: Asked, victim: Victim, finding: Finding) -> Mark | None:
        if not any(NONE in b.values["means"] for b in asked.against(victim)):
            return None
        answers = [a for a in self._by_leaf["means", NONE] if a.victim == victim]
        mark = _weakest([answers], None)
        return self._in_context("means", (NONE,), (victim,), mark, finding)

    # -- the rest ----------------------------------------------------------------------------------

    def strength(self, facet: Facet, concept: str) -> str | None:
        """How strongly the standards ask for a row; ``None`` where none speaks of it."""
        found: list[str] = []
        for standard in (s for s in self.standards if self._asks(s, facet, concept)):
            theirs = find(standard, facet, concept)
            if theirs.spoken or theirs.status == "implied":
                own = next((o.strength for o in standard.offences_of() if o.strength), None)
                asks = theirs.strength or (own if facet == "element" else None) or "shall"
                found.append("may" if self._reserved(standard, theirs) else asks)
        order = ("shall", "shall-consider", "commitment", "may")
        return min(found, key=order.index) if found else None

    def _reserved(self, standard: Law, theirs: Finding) -> bool:
        """Whether the State has reserved the article: it is then free to have it or not."""
        binding = standard.version.binding.get(self.law.id)
        return binding is not None and bool(binding.reserved(theirs.evidence))

    def _by_range(self, concept: str, mark: Mark) -> Mark:
        """The mark of a circumstance for which a range is asked: what is weighed within the range
        is in part, unless every range is high enough without it.
        """
        if self.ranges(concept) and self.high_enough(concept):
            return "✓"
        return "◐" if mark == "✓" and self.only_weighed(concept) else mark

    def ranges(self, concept: str) -> tuple[int, ...]:
        """The least that the highest term must be where a circumstance is there, by each standard
        that names it; none where one of them names it and asks for no range.
        """
        named = [
            t.penalty
            for standard in self.standards
            for offence in standard.offences
            for t in offence.tiers
            if concept in standard.version.lists[t.circumstances].entries
        ]
        floors = [p.max_years for p in named if p and p.floor_of_maximum and p.max_years]
        return tuple(floors) if len(floors) == len(named) else ()

    def high_enough(self, concept: str) -> bool:
        """Whether the base range of every offence of trafficking is as high as is asked where the
        circumstance is there (Directive 2011/36, 4(2)). An offence of acts that no standard asks
        for (exploiting alone) may be punished as the State will.
        """
        bases = [o.penalty for o in self.law.offences_of() if self._acts_asked(o)]
        floor = max(self.ranges(concept), default=0)
        return bool(bases) and all(
            p is not None
            and not p.spans_tiers
            and (p.life or p.life_alone or (p.max_years or 0) >= floor)
            for p in bases
        )

    def _acts_asked(self, offence: Offence) -> bool:
        """Whether a standard asks for an act of the offence; so too where no act was recorded."""
        lists = self.law.version.lists
        names = {limb.acts for limb in offence.limbs} & lists.keys()
        acts = {act for name in names for act in lists[name].entries}
        return not acts or any(
            find(standard, "element", act).status != "absent"
            for standard in self.standards
            for act in acts
        )

    def only_weighed(self, concept: str) -> bool:
        """Whether a range is asked where a circumstance is there, and the law has it among what is
        weighed within the range alone.
        """
        bearing = (
            name
            for name, _ in self.law.lists("aggravating")
            if listed.judge(self.law, name, concept).status in ("covered", "implied", "partial")
        )
        asked = bool(self.ranges(concept)) and not self.high_enough(concept)
        return asked and all(name in self.law.weighed for name in bearing)

    def _asks(self, standard: Law, facet: Facet, concept: str) -> bool:
        """Whether a standard's having a concept is a demand: not its own further elements, nor what
        it says of a co-operating offender.
        """
        if facet == "element":
            return standard.words[concept].sort in ("rule", "scope", "mental")
        return facet in ("aggravating", "related", "non-punishment")

    def status_mark(self, finding: Finding, facet: Facet, concept: str) -> Mark:
        """The mark by status; a clause is as good as the weakest of its attributes."""
        mark = of_status(finding)
        row, _, attribute = concept.partition(":")
        ours = clauses_of(self.law.version, row) if facet == "non-punishment" else ()
        theirs = [c for s in self.standards for c in clauses_of(s.version, row)] if ours else ()
        if not theirs or not (finding.spoken or (attribute in _LIMITS and _said_none(finding))):
            return mark
        marks = [self._clause_mark(row, a) for a in ([attribute] if attribute else COMPARED)]
        return max(marks, key=_WEAKEST.index)

    def narrower(self, row: str, attributes: Iterable[str]) -> tuple[Narrower, ...]:
        """In what the law's clauses are narrower than those of the standards."""
        ours = clauses_of(self.law.version, row)
        asking = [theirs for s in self.standards if (theirs := clauses_of(s.version, row))]
        found: dict[str, Narrower] = {}
        for attribute in attributes:
            for theirs in asking:
                for short in narrower(self.law, ours, theirs, attribute):
                    known = found.get(attribute)
                    if known is None or _RESTS.index(short.rest) > _RESTS.index(known.rest):
                        found[attribute] = short
        return tuple(found.values())

    def _clause_mark(self, row: str, attribute: str) -> Mark:
        by_rest: Mapping[str, Mark] = {"absent": "◐", "open": "~", "silent": "?"}
        marks = [by_rest[short.rest] for short in self.narrower(row, (attribute,))]
        return max(marks, key=_WEAKEST.index, default="✓")


def _weakest(answers: Iterable[Sequence[Answer]], finding: Finding | None) -> Mark:
    """The mark of some values: *no* where none of them is reached in any context."""
    groups = list(answers)
    worst = max((a.kind for group in groups for a in group), default=Kind.REACHED)
    if worst == Kind.REACHED:
        return "○" if finding is not None and finding.status == "not-required" else "✓"
    if not worst.gap:
        return "?" if worst == Kind.SILENT else "~"
    lost = all(any(a.kind == Kind.NOT and a.contexts is None for a in group) for group in groups)
    return "✗" if lost else "◐"


def _said_none(finding: Finding) -> bool:
    """Whether a clause that was read says nothing on an attribute, and so sets no limit by it."""
    return any(isinstance(r, NotStated) for r in finding.reasons)


def _freed(concept: Concept) -> Victim | None:
    """The kind of victim against whom a rule says that no means is needed; other concepts: none."""
    return next((v for v in VICTIMS if concept.follows == f"no-means:{v}"), None)


def standing(versions: Sequence[Version]) -> tuple[tuple[Version, ...], tuple[Version, ...]]:
    """Which versions are the standards, and which the laws asked: the treaties, directives and
    model laws that stand before the first law; else the first. The last one named is always asked.

    >>> import provisions
    >>> some = [provisions.get(name) for name in ("CoE", "EU", "Armenia")]
    >>> [v.id for v in standing(some)[0]], [v.id for v in standing(some[::-1])[0]]
    (['coe', 'eu'], ['armenia'])
    """
    first = next(
        (i for i, v in enumerate(versions) if not v.instrument.international), len(versions)
    )
    n = max(1, min(first, len(versions) - 1))
    return tuple(versions[:n]), tuple(versions[n:])
