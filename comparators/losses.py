"""What is lost between a standard and a law: gaps by victim and facet, and elements the law demands
more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from comparators.boxes import DIMENSIONS, NONE, Space
from comparators.coverage import Coverage
from comparators.layers import Layers, leaves
from comparators.meeting import Meeting
from provisions.records import LISTED, Evidence
from provisions.vocabulary import Thesaurus

FACET_OF: dict[str, str] = {"act": "element", "means": "means", "purpose": "purpose"}


@frozen
class Demand:
    """A further element the law demands and the standard does not, and the values for which nothing
    is reached without it.
    """

    element: str
    values: tuple[tuple[str, str], ...]
    text: str
    evidence: tuple[Evidence, ...] = ()


@frozen
class Gap:
    """A value of one facet that the standard reaches and the law does not, for these kinds of
    victim.
    """

    victims: tuple[str, ...]
    facet: str
    concept: str
    label: str
    only_other: bool = False


def lost(space: Space, required: Sequence[int], reached: Sequence[int], victim: str) -> tuple[
    dict[str, tuple[str, ...]], list[int]
]:  # fmt: skip
    """Facet by facet, every value of which no required pattern is reached - leaving aside patterns
    whose act (or means) is already lost - and what is left of the requirement without those values.
    """
    left = [b for b in (space.only(r, "victim", (victim,)) for r in required) if b]
    gone: dict[str, tuple[str, ...]] = {}
    for dimension in LISTED:
        values = dict.fromkeys(v for b in left for v in space.named(b, dimension))
        gone[dimension] = tuple(
            v for v in space.values[dimension] if v in values
            and not any(space.meet(s, b) for s in slices(space, left, dimension, v) for b in reached)
        )  # fmt: skip
        left = [b for b in (space.without(x, dimension, gone[dimension]) for x in left) if b]
    return gone, left


def slices(space: Space, boxes: Iterable[int], dimension: str, value: str) -> list[int]:
    """The parts of some boxes with one value of a dimension."""
    return [b for b in (space.only(x, dimension, (value,)) for x in boxes) if b]


def grouped(
    words: Thesaurus, layers: Layers, found: Mapping[str, Mapping[str, tuple[str, ...]]]
) -> tuple[Gap, ...]:
    """Leaves lost for each kind of victim, as the concepts the instrument names; victims with the
    same gaps together.
    """
    victims_of: dict[tuple[str, str, bool], list[str]] = {}
    for victim, by_dimension in found.items():
        for dimension, lost_leaves in by_dimension.items():
            for concept, only_other in concepts_lost(words, layers, dimension, lost_leaves):
                victims_of.setdefault((dimension, concept, only_other), []).append(victim)
    gaps = []
    for (dimension, concept, only_other), victims in victims_of.items():
        if concept == NONE:
            label = "no means needed" if dimension == "means" else "no purpose needed"
        else:
            label = words[concept].label
            if only_other:
                label = words[concept].other_label or f"{label}, other than its named forms"
        gaps.append(Gap(tuple(victims), FACET_OF[dimension], concept, label, only_other))
    places = {"element": 0, "means": 1, "purpose": 2}
    order = words.order
    return tuple(sorted(gaps, key=lambda g: (places[g.facet], order.get(g.concept, -1))))


def concepts_lost(
    words: Thesaurus, layers: Layers, dimension: str, lost_leaves: tuple[str, ...]
) -> list[tuple[str, bool]]:
    """The concepts an instrument names, all of whose leaves are lost; then the leaves that are left
    over.
    """
    if NONE in lost_leaves and dimension != "act":
        return [(NONE, False)]
    gone = set(lost_leaves)
    instrument = layers.version.id
    entries = dict.fromkeys(
        c for r in layers.readings for a in (layers.version.lists.get(r.limb.list_for(dimension)),)
        for c in (a.entries if a else ())
    )  # fmt: skip
    whole = [c for c in entries if (own := leaves(words, c, instrument)) and own <= gone]
    told: set[str] = set().union(*(leaves(words, c, instrument) for c in whole))
    rest = [c for c in lost_leaves if c not in told]
    return [(c, False) for c in whole] + [
        (c, bool(leaves(words, c, instrument) - {c})) for c in rest if c
    ]


def demands(
    meeting: Meeting, required: Sequence[int], possible: Sequence[int]
) -> tuple[Demand, ...]:
    """What the law demands and the standard does not: elements without which something required is
    not reached.
    """
    space, words = meeting.space, meeting.words
    found: list[Demand] = []
    granted = [space.granted(b) for b in possible]
    for element in space.further:
        bit = (element,)
        asked = [b for b in required if element not in space.demanded(b)]
        without = [space.granted(b, bit) for b in possible if element not in space.demanded(b)]
        if not asked or len(without) == len(possible) or not _more(space, asked, granted, without):
            continue
        values: list[tuple[str, str]] = []
        left = asked
        for dimension in LISTED:
            here = dict.fromkeys(v for b in left for v in space.named(b, dimension))
            needing = [
                v for v in here
                if any(space.meet(s, b) for s in slices(space, left, dimension, v) for b in granted)
                and not any(space.meet(s, b) for s in slices(space, left, dimension, v) for b in without)
            ]  # fmt: skip
            values += [(dimension, v) for v in needing]
            left = [b for b in (space.without(x, dimension, needing) for x in left) if b]
        acts = {v for b in asked for v in space.named(b, "act")}
        every = acts <= {v for d, v in values if d == "act"}
        told = [
            words.label(c) if c else "the case without any"
            for d in LISTED
            for c, _ in concepts_lost(
                words, meeting.standard, d, tuple(v for e, v in values if e == d)
            )
        ]
        named = ", ".join(dict.fromkeys(told))
        for_what = "" if every else f" for {named}" if values else " in some cases"
        text = f"{words.label(element)}{for_what}"
        found.append(Demand(element, tuple(values), text, _demand_evidence(meeting, element)))
    if not found:
        found = _alternatives(meeting, required, possible)
    order = words.order
    return tuple(
        sorted(found, key=lambda d: [(DIMENSIONS.index(k), order.get(v, -1)) for k, v in d.values])
    )


def _alternatives(
    meeting: Meeting, required: Sequence[int], possible: Sequence[int]
) -> list[Demand]:
    """Elements none of which is demanded by itself, and one of which is: each limb demands
    another.
    """
    space, words = meeting.space, meeting.words
    lost_boxes = list(space.outside(required, possible))
    near = [b for b in possible if any(space.meet(x, space.granted(b)) for x in lost_boxes)]
    asked = {e for x in lost_boxes for e in space.named(x, "further")}
    elements = dict.fromkeys(e for b in near for e in space.demanded(b) if e in asked)
    texts = {
        e: " or ".join(words.label(x) for x in (e, *(x for x in elements if x != e)))
        + ": one of them"
        for e in elements
    }
    return [Demand(e, (), texts[e], _demand_evidence(meeting, e)) for e in elements]


def _more(
    space: Space, asked: Sequence[int], granted: Sequence[int], without: Sequence[int]
) -> bool:
    """Whether granting an element brings something in."""
    return any(
        not space.within(part, without)
        for box in asked for b in granted if (part := space.meet(box, b))
    )  # fmt: skip


def _demand_evidence(meeting: Meeting, element: str) -> tuple[Evidence, ...]:
    coverage = Coverage(meeting.law.version, meeting.words)
    return (
        tuple(e for e in coverage.find("element", element).evidence)
        if element in meeting.words
        else ()
    )
