"""Does one law reach everything another requires? Yes, no or undetermined - and never alone.

With the verdict come, in this order: what the law demands more; with that granted, the gaps; where
nothing is lost by itself, the smallest combination; the open questions, each with the place to
read; the provisos on scope and consent; and what the law reaches beyond.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from comparators.boxes import NONE, Space
from comparators.layers import leaves
from comparators.losses import FACET_OF, Demand, Gap, demands, grouped, lost, slices
from comparators.meeting import Answer, Meeting, NothingToReachError, decide, nothing_to_reach
from comparators.ordinary import WHO, Counterexample, case_of, describe
from comparators.questions import Question, provisos, questions, thin
from provisions.records import VICTIMS, Version
from provisions.vocabulary import Thesaurus


@frozen
class Verdict:
    """The answer to *does this law reach everything that standard requires?*, with its reasons.

    There are three answers, so the truth of a verdict is refused: read ``verdict``.
    """

    law: Version
    standard: Version
    verdict: Answer
    demands_more: tuple[Demand, ...] = ()
    gaps: tuple[Gap, ...] = ()
    combination: Counterexample | None = None
    counterexample: Counterexample | None = None
    open_questions: tuple[Question, ...] = ()
    provisos: tuple[str, ...] = ()
    beyond: tuple[Gap, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def __bool__(self) -> bool:
        raise TypeError("there are three answers: read .verdict ('yes', 'no' or 'undetermined')")

    def __str__(self) -> str:
        from comparators.telling import tell

        return tell(self)


def reaches(
    law: Version, standard: Version, *, related: bool = False, words: Thesaurus | None = None
) -> Verdict:
    """Does ``law`` reach all that ``standard`` requires? The law first, always.

    ``related`` counts the related offences too (some codes spread trafficking over several
    articles). Raises `NothingToReachError` for an instrument without an offence or duty.
    """
    if words is None:
        from provisions import together

        (law, standard), words = together((law, standard))
    meeting = Meeting.of(law, standard, words, related=related)
    space, law_layers, std_layers = meeting.space, meeting.law, meeting.standard
    answer = meeting.answer()
    named, possible = law_layers.named(space), law_layers.possible(space)
    std_named = std_layers.named(space)
    more = demands(meeting, std_named, possible) if answer != "yes" else ()
    granted = [space.granted(b) for b in possible]
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    left: list[int] = []
    for victim in VICTIMS:
        found[victim], rest = lost(space, std_named, granted, victim)
        left += rest
    gaps = grouped(words, std_layers, found) if answer == "no" else ()
    outside = list(space.outside(std_named, possible)) if answer == "no" else []
    beyond = _beyond(meeting, named, std_layers.possible(space))
    combination = case_of(meeting, space.outside(left, granted)) if answer == "no" else None
    return Verdict(
        law, standard, answer, more, gaps, combination,
        _counterexample(meeting, outside, more, gaps, found) if outside else None,
        () if answer == "yes" else questions(meeting, std_named, named),
        provisos(law, standard, words), beyond, thin(meeting),
    )  # fmt: skip


def _beyond(meeting: Meeting, named: Sequence[int], std_possible: Sequence[int]) -> tuple[Gap, ...]:
    found = {str(v): lost(meeting.space, named, std_possible, v)[0] for v in VICTIMS}
    return grouped(meeting.words, meeting.law, found)


def _counterexample(
    meeting: Meeting, outside: Sequence[int], more: Sequence[Demand], gaps: Sequence[Gap],
    found: dict[str, dict[str, tuple[str, ...]]],
) -> Counterexample | None:  # fmt: skip
    """The first demand, or else the first gap, with ordinary values elsewhere; else the smallest
    combination.
    """
    space = meeting.space
    for demand in more:
        if not demand.values:
            continue
        for dimension, value in demand.values:
            case = case_of(
                meeting,
                _without_lost(space, slices(space, outside, dimension, value), found, dimension),
            )
            if case:
                return case
    for gap in gaps:
        dimension = next(d for d, f in FACET_OF.items() if f == gap.facet)
        wanted = (
            leaves(meeting.words, gap.concept, meeting.standard.version.id)
            if gap.concept
            else {NONE}
        )
        boxes = [b for b in (space.only(x, dimension, wanted) for x in outside) if b]
        boxes = [b for b in (space.only(x, "victim", gap.victims) for x in boxes) if b]
        case = case_of(meeting, _without_lost(space, boxes, found, dimension))
        if case:
            return case
    return case_of(meeting, outside)


def _without_lost(
    space: Space, boxes: Sequence[int], found: dict[str, dict[str, tuple[str, ...]]], but: str
) -> list[int]:
    """The boxes without the values that are lost in other dimensions: the case shows one failure,
    not three.
    """
    cleared: list[int] = []
    for victim, gone in found.items():
        for box in boxes:
            part = space.only(box, "victim", (victim,))
            for dimension, values in gone.items():
                if part and dimension != but:
                    part = space.without(part, dimension, values)
            if part:
                cleared.append(part)
    return cleared or list(boxes)


__all__ = [
    "WHO", "Answer", "Counterexample", "Demand", "Gap", "Meeting", "NothingToReachError", "Question", "Verdict", "decide",
    "describe", "lost", "nothing_to_reach", "provisos", "reaches",
]  # fmt: skip
