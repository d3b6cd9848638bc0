"""Cases a lawyer can read: the most ordinary pattern of some boxes, told in plain words, and why a
law misses it.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from comparators.boxes import DIMENSIONS, NONE, Pattern, Space
from comparators.layers import Reading, limb_boxes
from comparators.meeting import Meeting
from provisions.records import VICTIMS
from provisions.vocabulary import Thesaurus

WHO: dict[str, str] = {
    "adult": "an adult",
    "child": "a child",
    "incapacitated": "an adult deprived of capacity",
}


@frozen
class Counterexample:
    """A case that can happen, within the standard and not within the law."""

    pattern: Pattern
    text: str
    standard_at: str
    fails: tuple[str, ...] = ()


def most_ordinary(space: Space, words: Thesaurus, boxes: Iterable[int]) -> Pattern | None:
    """The pattern of these boxes with the most ordinary values, adults first."""

    def rank(dimension: str, value: str) -> tuple[bool, int]:
        if dimension == "victim":
            return False, VICTIMS.index(value)
        ordinary = value != NONE and words[value].ordinary
        return not ordinary, -1 if value == NONE else words.order[value]

    best: Pattern | None = None
    score: tuple[int, tuple[int, ...]] | None = None
    for box in boxes:
        chosen = {d: min((rank(d, v), v) for v in space.named(box, d))[1] for d in DIMENSIONS}
        ranks = [rank(d, chosen[d]) for d in ("victim", "act", "means", "purpose")]
        mine = (sum(r[0] for r in ranks), tuple(r[1] for r in ranks))
        if score is None or mine < score:
            score, best = mine, Pattern(**chosen, further=space.demanded(box))
    return best


def describe(words: Thesaurus, pattern: Pattern, lacking: Iterable[str] = ()) -> str:
    """A case in plain words: who, what is done, by which means, for what, and what is lacking."""
    act = words[pattern.act]
    parts = [WHO[pattern.victim], act.participle or f"is subject to {act.label}"]
    parts.append(
        words[pattern.means].phrase or f"by {words.label(pattern.means)}"
        if pattern.means
        else "without any means"
    )
    if pattern.purpose:
        concept = words[pattern.purpose]
        phrase = concept.phrase or f"for {concept.label}"
        if concept.other_label and words.under(concept.id):
            phrase = f"for {concept.other_label}"
        parts.append(phrase)
    else:
        parts.append("for no purpose of exploitation")
    parts += [words[f].phrase or words.label(f) for f in pattern.further]
    parts += [words[f].without or f"without: {words.label(f)}" for f in lacking]
    return " ".join(parts)


def case_of(meeting: Meeting, boxes: Iterable[int]) -> Counterexample | None:
    """The most ordinary case among boxes that lie in the standard and outside the law."""
    space, words = meeting.space, meeting.words
    pattern = most_ordinary(space, words, boxes)
    if pattern is None:
        return None
    point = space.point(pattern)
    within = next(
        (r for r in meeting.standard.readings
         if any(space.within(point, [b]) for b in limb_boxes(space, r, "named")) and r.mark == "stated"), None,
    )  # fmt: skip
    fails, lacking = why_not(meeting, point)
    text = describe(words, pattern, lacking)
    return Counterexample(
        pattern, text, within.at if within else meeting.standard.offences[0].at, fails
    )


_DISTANCE = {"act": 40, "victim": 30, "means": 10, "purpose": 10}


def why_not(meeting: Meeting, point: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What fails in the law's nearest limb, and the further elements it would want."""
    space = meeting.space
    nearest: tuple[int, tuple[str, ...], tuple[str, ...]] | None = None
    for reading in meeting.law.readings:
        for box in limb_boxes(space, reading, "named", "open", "unknown"):
            missing = [d for d in DIMENSIONS if not point & box & space.runs[DIMENSIONS.index(d)]]
            lacking = tuple(f for f in space.demanded(box) if f not in space.demanded(point))
            # a limb with the same act is nearest; one that fails by an element alone is nearer than
            # one by a value
            distance = sum(_DISTANCE[d] for d in missing) + len(lacking)
            if nearest is None or distance < nearest[0]:
                fails = tuple(_failing(meeting, reading, d, point) for d in missing)
                fails += tuple(f"{reading.at} demands: {meeting.words.label(f)}" for f in lacking)
                nearest = (distance, fails, lacking if not missing else ())
    return (nearest[1], nearest[2]) if nearest else ((), ())


def _failing(meeting: Meeting, reading: Reading, dimension: str, point: int) -> str:
    words, space = meeting.words, meeting.space
    if dimension == "victim":
        return f"{reading.at} is not on {', '.join(WHO[v] for v in space.named(point, 'victim'))}"
    value = space.named(point, dimension)[0]
    name = reading.limb.list_for(dimension)
    a_list = meeting.law.version.lists.get(name)
    what = "means" if dimension == "means" else "purpose" if dimension == "purpose" else "act"
    if value == NONE:
        return (
            f"{reading.at} needs a {what} ({a_list.at if a_list else 'not seen'})"
            if what != "act"
            else reading.at
        )
    return (
        f"{reading.at} does not name {words.label(value)} ({a_list.at if a_list else reading.at})"
    )
