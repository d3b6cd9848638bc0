"""A law under its standards: the mark and the action of every row, and the list of what to do.

*Missing* is what the law was read for and has not, or only in part; *doubtful* what its words bear
and bear another reading; *not read* what the sources do not show; *met* the rest. What a standard
only asks to be considered is an *option*. Marks, list and verdict are drawn from the same answers
of `reach`; outside the definition, from the statuses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import ClassVar, NamedTuple

from attrs import field, frozen

from comparators.amendments import Amendment, smallest_amendment
from comparators.boxes import TooIntricateError
from comparators.cases import asked_by
from comparators.findings import Finding, find
from comparators.findings.clauses import COMPARED, clause_rows
from comparators.law import Law, laws
from comparators.marks import FACET_OF, Action, Mark, Under
from comparators.reach import Inquiry
from comparators.reasons import Narrower
from comparators.result import Result
from comparators.steps import Step, steps
from comparators.verdicts import (
    IntricateError,
    NoStandardError,
    NoVerdictError,
    Question,
    Told,
    Verdict,
    intricate,
    judged,
    questions,
)
from provisions.corpus import Named
from provisions.records import Evidence, Facet, Version
from provisions.values import Value
from provisions.vocabulary import Thesaurus


@frozen(eq=False, repr=False)
class Row(Value):
    """One thing a standard speaks of: its words, how strongly, and what it asks to be done. The
    law's finding and the mark are looked up when they are asked for.
    """

    facet: Facet
    concept: str
    standard: str
    evidence: tuple[Evidence, ...]
    strength: str
    action: Action
    under: Under = field(eq=False)
    narrower: tuple[Narrower, ...] = ()

    @property
    def finding(self) -> Finding:
        """What the law has."""
        return self.under.finding(self.facet, self.concept)

    @property
    def mark(self) -> Mark:
        """What the row is worth under the standards."""
        return self.under.marked(self.facet, self.concept).mark


class ToRead(NamedTuple):
    """One place to be read, and what hangs on it: words of the definition, and rows besides."""

    at: str
    words: tuple[tuple[str, Told], ...] = ()
    rows: tuple[Row, ...] = ()
    reading: str | None = None


@frozen(slots=False, repr=False)
class Gaps(Result):
    """What a law has, lacks, may have and was not read for, under one standard or several.

    ``verdict`` is ``None``, and ``note`` says why, where there is no definition to compare.

    >>> found = gaps("Armenia@2011-03-01", "CoE")
    >>> len(found.rows_of("missing")), found.verdict.verdict
    (0, 'undetermined')
    """

    mode: ClassVar[str] = "gaps"

    law: Version
    standards: tuple[Version, ...]
    verdict: Verdict | None
    rows: tuple[Row, ...]
    amendment: Amendment | None = field(eq=False)
    under: Under = field(eq=False)
    note: str | None = None

    @property
    def standard(self) -> Version:
        """The standard, or the first of several."""
        return self.standards[0]

    @property
    def amended(self) -> Version:
        """The record of the law after every step, missing and doubtful."""
        return self.amendment.after_both.version if self.amendment else self.law

    def __repr__(self) -> str:
        standards = ", ".join(s.key for s in self.standards)
        actions: tuple[Action, ...] = ("missing", "doubtful", "not-read", "met", "option")
        counted = ((len(self.rows_of(action)), action) for action in actions)
        told = ", ".join(f"{n} {action.replace('-', ' ')}" for n, action in counted if n)
        return f"<Gaps of {self.law.key} under {standards}: {told or 'nothing asked'}>"

    def rows_of(self, action: Action, *, definition: bool = True) -> tuple[Row, ...]:
        """The rows that ask for an action; without those of the definition, if wished."""
        return tuple(
            r for r in self.rows if r.action == action and (definition or not _of_definition(r))
        )

    @cached_property
    def missing(self) -> tuple[Step, ...]:
        """The steps that are needed."""
        if self.amendment is None:
            return ()
        return tuple(steps(self.amendment, self.under.law, self.under.standards, "missing"))

    @cached_property
    def doubtful(self) -> tuple[Step, ...]:
        """The steps that would settle the rest."""
        if self.amendment is None:
            return ()
        return tuple(steps(self.amendment, self.under.law, self.under.standards, "doubtful"))

    @cached_property
    def suffices(self) -> bool:
        """Whether nothing of the definition is known to be missing after the needed steps:
        computed.
        """
        if self.amendment is None or self.verdict is None:
            return False
        return not self._after_needed.lacking

    @cached_property
    def _after_needed(self) -> Inquiry:
        """The same asked of the law after the needed steps; where there are none, of the law."""
        assert self.amendment is not None
        assert self.verdict is not None
        before = self.verdict.inquiry
        after = self.amendment.after_needed
        return before if after is before.law else Inquiry(after, before.asked)

    @cached_property
    def unsettled(self) -> tuple[Question, ...]:
        """What stays open or not known of the definition after all steps."""
        if self.amendment is None or self.verdict is None:
            return ()
        needed, both = self._after_needed, self.amendment.after_both
        if both is self.verdict.inquiry.law:
            return self.verdict.open_questions
        return tuple(questions(needed if both is needed.law else Inquiry(both, needed.asked)))

    @property
    def _unread(self) -> bool:
        """Whether something of the definition was not read; no edit makes a silence."""
        return any(x.unread for x in self.under.law.limbs)

    @cached_property
    def not_read(self) -> tuple[ToRead, ...]:
        """What to read first, a line a place."""
        found: dict[str, list[Question | Row]] = {}
        for question in self.unsettled if self._unread else ():
            if question.kind in ("silent", "unseen"):
                found.setdefault(question.at, []).append(question)
        for row in self.rows_of("not-read", definition=self.verdict is None):
            found.setdefault(row.finding.at, []).append(row)
        return tuple(_to_read(at, some) for at, some in found.items())


def _to_read(at: str, some: Sequence[Question | Row]) -> ToRead:
    asked = [q for q in some if isinstance(q, Question)]
    rows = tuple(r for r in some if isinstance(r, Row))
    words = tuple(dict.fromkeys(w for q in asked for w in q.words))
    return ToRead(at, words, rows, next((q.reading for q in asked if q.reading), None))


def _of_definition(row: Row) -> bool:
    return row.facet in ("means", "purpose", "element")


def gaps(law: Named, *standards: Named, words: Thesaurus | None = None) -> Gaps:
    """What ``law`` has, lacks, may have and was not read for, under one or several standards; and
    the smallest amendment of its offences. Names, versions and paths alike.

    >>> found = gaps("Armenia@2011-03-01", "CoE")
    >>> found.missing, [place.at for place in found.not_read][0]
    ((), '132.2, text not seen')
    """
    if not standards:
        raise NoStandardError("gaps wants a law and a standard: gaps('Armenia', 'CoE')")
    return listed(*laws((law, *standards), words=words))


def listed(law: Law, *standards: Law, day: date | None = None) -> Gaps:
    """The work list of a law that was read, under standards that were read."""
    under = Under(law, standards)
    note, verdict, amendment = None, None, None
    try:
        verdict = judged(law, *standards, day=day)
        amendment = _amendment(law, verdict)
    except NoVerdictError as error:
        verdict, note = None, str(error)
    rows = tuple(_rows(under))
    texts = tuple(s.version for s in standards)
    return Gaps(law.version, texts, verdict, rows, amendment, under, note)


def _amendment(law: Law, verdict: Verdict) -> Amendment:
    kinds = {a.kind for a in verdict.inquiry.answers}
    missing, doubtful = any(k.gap for k in kinds), bool(kinds)
    try:
        return smallest_amendment(
            law, verdict.asking, verdict.inquiry.asked, missing=missing, doubtful=doubtful
        )
    except TooIntricateError:
        raise IntricateError(intricate(law, verdict.asking)) from None


def _rows(under: Under) -> Iterator[Row]:
    """Every row that a standard speaks of, in the standard's order."""
    done: set[tuple[Facet, str]] = set()
    for standard in under.standards:
        if standard.version is under.law.version:
            continue
        for facet, concept in _spoken_of(standard):
            if (facet, concept) in done:
                continue
            action, strength = under.action(facet, concept), under.strength(facet, concept)
            if action == "none" and not strength:
                continue
            done.add((facet, concept))
            short = under.narrower(concept, COMPARED) if facet == "non-punishment" else ()
            theirs = find(standard, facet, concept).evidence
            key = standard.version.key
            yield Row(facet, concept, key, theirs, strength or "shall", action, under, short)


def _spoken_of(standard: Law) -> Iterator[tuple[Facet, str]]:
    """The rows of a standard: its acts, means and purposes, its rules, circumstances, clauses and
    related offences.
    """
    for role, words in asked_by(standard).words.items() if standard.limbs else ():
        yield from ((FACET_OF[role], w) for w in words)
    roles: Mapping[str, Facet] = {
        "rule": "element", "scope": "element", "mental": "element", "aggravating": "aggravating",
        "related": "related",
    }  # fmt: skip
    for role, facet in roles.items():
        for a_list in standard.version.lists.values():
            if a_list.role == role:
                yield from (
                    (facet, c) for c in a_list.entries if standard.words[c].facet != "penalty"
                )
    for row in clause_rows(standard.version):
        if ":" not in row and row != "offender-not-punished":
            yield "non-punishment", row
