"""Does one law reach everything another requires? Yes, no or undetermined - and never alone.

With the verdict come, in this order: what the law demands more; with that granted, the gaps; where nothing is lost by
itself, the smallest combination; the open questions, each with the place to read; the provisos on scope and consent;
and what the law reaches beyond.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from attrs import field, frozen

from comparators.boxes import DIMENSIONS, NONE, Pattern, Space
from comparators.coverage import Coverage, quoted
from comparators.layers import FIELDS, Layers, Reading, leaves, limb_boxes, space_for
from provisions.records import VICTIMS, Evidence, List, Version
from provisions.vocabulary import Thesaurus

Answer = Literal["yes", "no", "undetermined"]

FACET_OF: dict[str, str] = {"act": "element", "means": "means", "purpose": "purpose"}
WHO: dict[str, str] = {
    "adult": "an adult",
    "child": "a child",
    "incapacitated": "an adult deprived of capacity",
}


class NothingToReachError(ValueError):
    """The instrument lays down no offence and no duty to criminalise: it reaches nothing, and requires nothing."""


@frozen
class Demand:
    """A further element the law demands and the standard does not, and the values for which nothing is reached
    without it."""

    element: str
    values: tuple[tuple[str, str], ...]
    text: str
    evidence: tuple[Evidence, ...] = ()


@frozen
class Gap:
    """A value of one facet that the standard reaches and the law does not, for these kinds of victim."""

    victims: tuple[str, ...]
    facet: str
    concept: str
    label: str
    only_other: bool = False


@frozen
class Question:
    """What keeps the answer open: a silence, an open list, an arguable word; the values it decides, and where to
    read."""

    kind: Literal["silent", "open", "arguable", "unseen"]
    text: str
    at: str
    concepts: tuple[str, ...] = ()


@frozen
class Counterexample:
    """A case that can happen, within the standard and not within the law."""

    pattern: Pattern
    text: str
    standard_at: str
    fails: tuple[str, ...] = ()


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


def decide(
    space: Space, law_named: Sequence[int], law_possible: Sequence[int],
    std_named: Sequence[int], std_required: Sequence[int],
) -> Answer:  # fmt: skip
    """The three-layer verdict on boxes alone: yes where what is named or unknown in the standard is named in the law;
    no where something it names is neither named, open nor unknown in the law; undetermined otherwise."""
    if space.contains(law_named, std_required):
        return "yes"
    return "undetermined" if space.contains(law_possible, std_named) else "no"


@frozen(slots=False, eq=False)
class Meeting:
    """Two instruments in one space: the law, the standard, and their boxes."""

    law: Layers
    standard: Layers
    space: Space
    words: Thesaurus

    @classmethod
    def of(cls, law: Version, standard: Version, words: Thesaurus, *, related: bool = False) -> Meeting:
        """Bring a law and a standard into one space. Raises `NothingToReachError`."""
        both = (law, standard)
        one, other = (Layers(v, words, related, both) for v in both)
        for layers in (one, other):
            if not layers.readings:
                raise NothingToReachError(nothing_to_reach(layers.version))
        return cls(one, other, space_for(words, (one, other)), words)

    def answer(self) -> Answer:
        """The verdict."""
        if self.law.version is self.standard.version:
            return "yes"
        law, std, space = self.law, self.standard, self.space
        return decide(space, law.named(space), law.possible(space), std.named(space), std.required(space))


def nothing_to_reach(version: Version) -> str:
    """Why an instrument has no reach, in words."""
    defines = any(o.provision == "definition" for o in version.offences)
    what = "it defines, and punishes nothing" if defines else "it holds no definition of trafficking that it punishes"
    return f"{version.name} lays down no offence of trafficking and no duty to criminalise it: {what}"


# -- gaps -----------------------------------------------------------------------------------------------------------


def lost(space: Space, required: Sequence[int], reached: Sequence[int], victim: str) -> tuple[
    dict[str, tuple[str, ...]], list[int]
]:  # fmt: skip
    """Facet by facet, every value of which no required pattern is reached - leaving aside patterns whose act (or
    means) is already lost - and what is left of the requirement without those values."""
    left = [b for b in (space.only(r, "victim", (victim,)) for r in required) if b]
    gone: dict[str, tuple[str, ...]] = {}
    for dimension in DIMENSIONS[:3]:
        values = dict.fromkeys(v for b in left for v in space.named(b, dimension))
        gone[dimension] = tuple(
            v for v in space.values[dimension] if v in values
            and not any(space.meet(s, b) for s in _slices(space, left, dimension, v) for b in reached)
        )  # fmt: skip
        left = [b for b in (space.without(x, dimension, gone[dimension]) for x in left) if b]
    return gone, left


def _slices(space: Space, boxes: Iterable[int], dimension: str, value: str) -> list[int]:
    return [b for b in (space.only(x, dimension, (value,)) for x in boxes) if b]


def _grouped(
    words: Thesaurus, layers: Layers, found: dict[str, dict[str, tuple[str, ...]]]
) -> tuple[Gap, ...]:
    """Leaves lost for each kind of victim, as the concepts the instrument names; victims with the same gaps together."""
    victims_of: dict[tuple[str, str, bool], list[str]] = {}
    for victim, by_dimension in found.items():
        for dimension, lost_leaves in by_dimension.items():
            for concept, only_other in _concepts(words, layers, dimension, lost_leaves):
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


def _concepts(
    words: Thesaurus, layers: Layers, dimension: str, lost_leaves: tuple[str, ...]
) -> list[tuple[str, bool]]:
    """The concepts an instrument names, all of whose leaves are lost; then the leaves that are left over."""
    if NONE in lost_leaves and dimension != "act":
        return [(NONE, False)]
    gone = set(lost_leaves)
    instrument = layers.version.id
    entries = dict.fromkeys(
        c for r in layers.readings for a in (layers.version.lists.get(getattr(r.limb, dict(FIELDS)[dimension])),)
        for c in (a.entries if a else ())
    )  # fmt: skip
    whole = [c for c in entries if (own := leaves(words, c, instrument)) and own <= gone]
    told: set[str] = set().union(*(leaves(words, c, instrument) for c in whole))
    rest = [c for c in lost_leaves if c not in told]
    return [(c, False) for c in whole] + [(c, bool(leaves(words, c, instrument) - {c})) for c in rest if c]


# -- demands ----------------------------------------------------------------------------------------------------------


def _demands(meeting: Meeting, required: Sequence[int], possible: Sequence[int]) -> tuple[Demand, ...]:
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
        for dimension in DIMENSIONS[:3]:
            here = dict.fromkeys(v for b in left for v in space.named(b, dimension))
            needing = [
                v for v in here
                if any(space.meet(s, b) for s in _slices(space, left, dimension, v) for b in granted)
                and not any(space.meet(s, b) for s in _slices(space, left, dimension, v) for b in without)
            ]  # fmt: skip
            values += [(dimension, v) for v in needing]
            left = [b for b in (space.without(x, dimension, needing) for x in left) if b]
        acts = {v for b in asked for v in space.named(b, "act")}
        every = acts <= {v for d, v in values if d == "act"}
        told = [
            words.label(c) if c else "the case without any"
            for d in DIMENSIONS[:3]
            for c, _ in _concepts(words, meeting.standard, d, tuple(v for e, v in values if e == d))
        ]
        named = ", ".join(dict.fromkeys(told))
        for_what = "" if every else f" for {named}" if values else " in some cases"
        text = f"{words.label(element)}{for_what}"
        found.append(Demand(element, tuple(values), text, _demand_evidence(meeting, element)))
    order = words.order
    return tuple(sorted(found, key=lambda d: [(DIMENSIONS.index(k), order.get(v, -1)) for k, v in d.values]))


def _more(space: Space, asked: Sequence[int], granted: Sequence[int], without: Sequence[int]) -> bool:
    """Whether granting an element brings something in."""
    return any(
        not space.within(part, without)
        for box in asked for b in granted if (part := space.meet(box, b))
    )  # fmt: skip


def _demand_evidence(meeting: Meeting, element: str) -> tuple[Evidence, ...]:
    coverage = Coverage(meeting.law.version, meeting.words)
    return tuple(e for e in coverage.find("element", element).evidence) if element in meeting.words else ()


# -- cases ------------------------------------------------------------------------------------------------------------


def _best(space: Space, words: Thesaurus, boxes: Iterable[int]) -> Pattern | None:
    """The pattern of these boxes with the most ordinary values, adults first."""

    def rank(dimension: str, value: str) -> tuple[bool, int]:
        if dimension == "victim":
            return False, VICTIMS.index(value)  # type: ignore[arg-type] - a Victim
        ordinary = value != NONE and words[value].ordinary
        return not ordinary, -1 if value == NONE else words.order[value]

    best: Pattern | None = None
    score: tuple[int, tuple[int, ...]] | None = None
    for box in boxes:
        chosen = {d: min(space.named(box, d), key=lambda v, d=d: rank(d, v)) for d in DIMENSIONS}  # type: ignore[misc]
        ranks = [rank(d, chosen[d]) for d in ("victim", "act", "means", "purpose")]
        mine = (sum(r[0] for r in ranks), tuple(r[1] for r in ranks))
        if score is None or mine < score:
            score, best = mine, Pattern(*(chosen[d] for d in DIMENSIONS), further=space.demanded(box))
    return best


def describe(words: Thesaurus, pattern: Pattern, lacking: Iterable[str] = ()) -> str:
    """A case in plain words: who, what is done, by which means, for what, and what is lacking."""
    act = words[pattern.act]
    parts = [WHO[pattern.victim], act.participle or f"is subject to {act.label}"]
    parts.append(words[pattern.means].phrase or f"by {words.label(pattern.means)}" if pattern.means else "without any means")
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


def _case(meeting: Meeting, boxes: Iterable[int]) -> Counterexample | None:
    """The most ordinary case among boxes that lie in the standard and outside the law."""
    space, words = meeting.space, meeting.words
    pattern = _best(space, words, boxes)
    if pattern is None:
        return None
    point = space.point(pattern)
    within = next(
        (r for r in meeting.standard.readings
         if any(space.within(point, [b]) for b in limb_boxes(space, r, "named")) and r.mark == "stated"), None,
    )  # fmt: skip
    fails, lacking = _why_not(meeting, point)
    text = describe(words, pattern, lacking)
    return Counterexample(pattern, text, within.at if within else meeting.standard.offences[0].at, fails)


_DISTANCE = {"act": 40, "victim": 30, "means": 10, "purpose": 10}


def _why_not(meeting: Meeting, point: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What fails in the law's nearest limb, and the further elements it would want."""
    space = meeting.space
    nearest: tuple[int, tuple[str, ...], tuple[str, ...]] | None = None
    for reading in meeting.law.readings:
        for box in limb_boxes(space, reading, "named", "open", "unknown"):
            missing = [d for d in DIMENSIONS if not point & box & space.runs[DIMENSIONS.index(d)]]
            lacking = tuple(f for f in space.demanded(box) if f not in space.demanded(point))
            # a limb with the same act is nearest; one that fails by an element alone is nearer than one by a value
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
    name = getattr(reading.limb, dict(FIELDS)[dimension])
    a_list = meeting.law.version.lists.get(name)
    what = "means" if dimension == "means" else "purpose" if dimension == "purpose" else "act"
    if value == NONE:
        return f"{reading.at} needs a {what} ({a_list.at if a_list else 'not seen'})" if what != "act" else reading.at
    return f"{reading.at} does not name {words.label(value)} ({a_list.at if a_list else reading.at})"


# -- open questions and provisos ----------------------------------------------------------------------------------------


def _questions(meeting: Meeting, required: Sequence[int], named: Sequence[int]) -> tuple[Question, ...]:
    """Which silence, open list or arguable word of the law decides, and where it would be read."""
    space = meeting.space
    # where a case without any means is unmet, the same case with one is no question of its own
    unmet = [space.granted(space.only(b, "means", (NONE,)) or b) for b in space.outside(required, named)]
    found: dict[tuple[str, str, str], Question] = {}
    for reading in meeting.law.readings:
        whole = [space.granted(b) for b in limb_boxes(space, reading, "named", "open", "unknown") if not space.empty(b)]
        touched = [m for b in whole for u in unmet if (m := space.meet(b, u))]
        if not touched:
            continue
        if reading.mark != "stated":
            _add(found, _limb_question(reading, _restated(space, meeting, reading, touched)))
        for dimension, name in FIELDS:
            values: Sequence[tuple[str, frozenset[str]]] = (
                ("unknown", getattr(reading, dimension).unknown),
                ("open", frozenset().union(*getattr(reading, dimension).open.values())),
            )
            certain = frozenset().union(*getattr(reading, dimension).named.values())
            for layer, leaves_ in values:
                doubtful = leaves_ - certain - (getattr(reading, dimension).unknown if layer == "open" else frozenset())
                hit = [v for v in space.values[dimension] if v in doubtful and v in _touched(space, touched, dimension)]
                if hit:
                    for question in _list_questions(meeting, reading, dimension, getattr(reading.limb, name), layer, hit):
                        _add(found, question)
    return tuple(found.values())


def _touched(space: Space, boxes: Iterable[int], dimension: str) -> set[str]:
    return {v for b in boxes for v in space.named(b, dimension)}


def _add(found: dict[tuple[str, str, str], Question], question: Question) -> None:
    key = (question.kind, question.text, question.at)
    if key in found:
        merged = dict.fromkeys((*found[key].concepts, *question.concepts))
        question = Question(question.kind, question.text, question.at, tuple(merged))
    found[key] = question


def _restated(space: Space, meeting: Meeting, reading: Reading, touched: Sequence[int]) -> tuple[str, ...]:
    """The values that an aggravated form brings in."""
    for dimension in ("means", "purpose"):
        base = meeting.law.of_name(dimension, getattr(reading.limb, dict(FIELDS)[dimension]))
        if reading.derived and base != getattr(reading, dimension):
            own = frozenset().union(*getattr(reading, dimension).upto("named", "open").values())
            return tuple(v for v in space.values[dimension] if v in own & _touched(space, touched, dimension))
    return ()


def _limb_question(reading: Reading, concepts: tuple[str, ...]) -> Question:
    if reading.derived:
        text = "does this aggravated form say the offence again, complete by itself?"
    else:
        text = reading.limb.reading or "is this a complete way to commit the offence?"
    return Question("arguable" if reading.mark == "arguable" else "unseen", text, reading.at, concepts)


def _list_questions(
    meeting: Meeting, reading: Reading, dimension: str, name: str, layer: str, hit: list[str]
) -> Iterable[Question]:
    """The questions one list raises about some of its leaves."""
    words, version = meeting.words, meeting.law.version
    a_list = version.lists.get(name)
    facet = FACET_OF[dimension]
    if a_list is None:
        place = version.unread.get(facet)  # type: ignore[call-overload] - a facet
        yield Question("silent", f"which {_PLURAL[dimension]}, if any, does it need?", place.at if place else reading.at, tuple(hit))
        return
    if layer == "unknown":
        unseen = {c: e for c, e in a_list.entries.items() if e.mark == "unseen"}
        for concept, entry in unseen.items():
            own = tuple(v for v in hit if v in leaves(words, concept, version.id))
            if own:
                text = entry.reading or f"is {words.label(concept)} named?"
                yield Question("unseen", text, entry.at or a_list.at, own)
        rest = tuple(v for v in hit if not any(v in leaves(words, c, version.id) for c in unseen))
        if a_list.unlisted == "silent":
            text = f"the {_PLURAL[dimension]} are not given in full"
            yield Question("silent", text, a_list.to_read or a_list.at, rest or tuple(hit))
        return
    yield from _open_questions(meeting, a_list, hit)


_PLURAL = {"act": "acts", "means": "means", "purpose": "purposes"}


def _open_questions(meeting: Meeting, a_list: List, hit: list[str]) -> Iterable[Question]:
    coverage = Coverage(meeting.law.version, meeting.words)
    by_text: dict[tuple[str, str], list[str]] = {}
    for value in hit:
        judged = coverage.judge(a_list, value)
        if judged.status == "open" and judged.why and not judged.why.startswith('"'):
            by_text.setdefault((judged.why, judged.evidence[0].at or a_list.at), []).append(value)
        else:
            place = a_list.place
            words = quoted(place) if a_list.unlisted == "open" else "the words leave it open"
            by_text.setdefault((words, place.at or a_list.at), []).append(value)
    for (text, at), values in by_text.items():
        kind: Literal["open", "arguable"] = "arguable" if text.startswith(("arguable", "if ")) else "open"
        yield Question(kind, text, at, tuple(values))


def provisos(law: Version, standard: Version, words: Thesaurus) -> tuple[str, ...]:
    """What stands under every verdict it touches: scope and consent are no elements, and no part of reach."""
    found: list[str] = []
    ours, theirs = Coverage(law, words), Coverage(standard, words)
    for version, coverage in ((standard, theirs), (law, ours)):
        for a_list in version.lists.values():
            if a_list.role == "scope" and a_list.closing:
                found.append(
                    f"scope: {version.name} {a_list.at} applies to offences {quoted(a_list.place)}; "
                    "that is when its machinery applies, not what must be a crime"
                )
    scoped = [v.name for v in (law, standard) if any(x.role == "scope" and not x.closing for x in v.lists.values())]
    if found and scoped:
        found[-1] += f" ({', '.join(scoped)}: no such limit)"
    if theirs.find("element", "consent-irrelevant").status == "covered":
        rule = ours.find("element", "consent-irrelevant")
        at = rule.evidence[0].at if rule.evidence else ""
        if rule.status == "absent":
            found.append(f"consent: no rule on consent in the text read ({at}): the general part decides")
        elif rule.status == "silent":
            found.append(f"consent: a rule on consent was not seen; read {at}")
        elif rule.status == "open":
            found.append(f"consent: {rule.value}")
    return tuple(found)


# -- the public question ------------------------------------------------------------------------------------------------


def reaches(
    law: Version, standard: Version, *, related: bool = False, words: Thesaurus | None = None
) -> Verdict:
    """Does ``law`` reach all that ``standard`` requires? The law first, always.

    ``related`` counts the related offences too (some codes spread trafficking over several articles). Raises
    `NothingToReachError` for an instrument without an offence or duty.
    """
    if words is None:
        from provisions import thesaurus

        words = thesaurus()
    meeting = Meeting.of(law, standard, words, related=related)
    space, law_layers, std_layers = meeting.space, meeting.law, meeting.standard
    answer = meeting.answer()
    named, possible = law_layers.named(space), law_layers.possible(space)
    std_named, std_required = std_layers.named(space), std_layers.required(space)
    demands = _demands(meeting, std_named, possible) if answer != "yes" else ()
    granted = [space.granted(b) for b in possible]
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    left: list[int] = []
    for victim in VICTIMS:
        found[victim], rest = lost(space, std_named, granted, victim)
        left += rest
    gaps = _grouped(words, std_layers, found) if answer == "no" else ()
    outside = list(space.outside(std_named, possible)) if answer == "no" else []
    beyond = _beyond(meeting, named, std_layers.possible(space))
    combination = _case(meeting, space.outside(left, granted)) if answer == "no" else None
    return Verdict(
        law, standard, answer, demands, gaps, combination,
        _counterexample(meeting, outside, demands, gaps, found) if outside else None,
        () if answer == "yes" else _questions(meeting, std_named, named),
        provisos(law, standard, words), beyond, _thin(meeting),
    )  # fmt: skip


def _beyond(meeting: Meeting, named: Sequence[int], std_possible: Sequence[int]) -> tuple[Gap, ...]:
    found = {v: lost(meeting.space, named, std_possible, v)[0] for v in VICTIMS}
    return _grouped(meeting.words, meeting.law, found)


def _counterexample(
    meeting: Meeting, outside: Sequence[int], demands: Sequence[Demand], gaps: Sequence[Gap],
    found: dict[str, dict[str, tuple[str, ...]]],
) -> Counterexample | None:  # fmt: skip
    """The first demand, or else the first gap, with ordinary values elsewhere; else the smallest combination."""
    space = meeting.space
    for demand in demands:
        if not demand.values:
            continue
        for dimension, value in demand.values:
            case = _case(meeting, _without_lost(space, _slices(space, outside, dimension, value), found, dimension))
            if case:
                return case
    for gap in gaps:
        dimension = next(d for d, f in FACET_OF.items() if f == gap.facet)
        wanted = leaves(meeting.words, gap.concept, meeting.standard.version.id) if gap.concept else {NONE}
        boxes = [b for b in (space.only(x, dimension, wanted) for x in outside) if b]
        boxes = [b for b in (space.only(x, "victim", gap.victims) for x in boxes) if b]
        case = _case(meeting, _without_lost(space, boxes, found, dimension))
        if case:
            return case
    return _case(meeting, outside)


def _without_lost(
    space: Space, boxes: Sequence[int], found: dict[str, dict[str, tuple[str, ...]]], but: str
) -> list[int]:
    """The boxes without the values that are lost in other dimensions: the case shows one failure, not three."""
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


def _thin(meeting: Meeting) -> tuple[str, ...]:
    """A thin record of the standard is said as such."""
    space, standard = meeting.space, meeting.standard
    if space.contains(standard.named(space), standard.required(space)):
        return ()
    silent = [
        f"{_PLURAL[d]} ({(a.to_read or a.at) if (a := standard.version.lists.get(getattr(r.limb, n))) else r.at})"
        for r in standard.readings for d, n in FIELDS if getattr(r, d).unknown
    ]  # fmt: skip
    where = ", ".join(dict.fromkeys(silent))
    return (f"{standard.version.name} is itself known only in part: {where}",)
