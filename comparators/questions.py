"""What keeps an answer open, and where it would be read; and the provisos, which are no part of
reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from attrs import frozen

from comparators.boxes import NONE, Space
from comparators.coverage import Coverage
from comparators.layers import Reading, leaves, limb_boxes
from comparators.losses import FACET_OF
from comparators.meeting import Meeting
from provisions.phrases import quoted
from provisions.records import LISTED, List, Version
from provisions.vocabulary import Thesaurus


@frozen
class Question:
    """What keeps the answer open: a silence, an open list, an arguable word; the values it decides,
    and where to read.
    """

    kind: Literal["silent", "open", "arguable", "unseen"]
    text: str
    at: str
    concepts: tuple[str, ...] = ()


def questions(
    meeting: Meeting, required: Sequence[int], named: Sequence[int]
) -> tuple[Question, ...]:
    """Which silence, open list or arguable word of the law decides, and where it would be read."""
    space = meeting.space
    # where a case without any means is unmet, the same case with one is no question of its own
    unmet = [
        space.granted(space.only(b, "means", (NONE,)) or b) for b in space.outside(required, named)
    ]
    found: dict[tuple[str, str, str], Question] = {}
    for reading in meeting.law.readings:
        whole = [
            space.granted(b)
            for b in limb_boxes(space, reading, "named", "open", "unknown")
            if not space.empty(b)
        ]
        touched = [m for b in whole for u in unmet if (m := space.meet(b, u))]
        if not touched:
            continue
        if reading.mark != "stated":
            _add(found, _limb_question(reading, _restated(space, meeting, reading, touched)))
        for dimension in LISTED:
            values: Sequence[tuple[str, frozenset[str]]] = (
                ("unknown", reading.values(dimension).unknown),
                ("open", frozenset().union(*reading.values(dimension).open.values())),
            )
            certain = reading.values(dimension).named.get(frozenset(), frozenset())
            for layer, leaves_ in values:
                doubtful = (
                    leaves_
                    - certain
                    - (reading.values(dimension).unknown if layer == "open" else frozenset())
                )
                hit = [
                    v
                    for v in space.values[dimension]
                    if v in doubtful and v in _touched(space, touched, dimension)
                ]
                if hit:
                    for question in _list_questions(
                        meeting, reading, dimension, reading.limb.list_for(dimension), layer, hit
                    ):
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


def _restated(
    space: Space, meeting: Meeting, reading: Reading, touched: Sequence[int]
) -> tuple[str, ...]:
    """The values that an aggravated form brings in."""
    for dimension in ("means", "purpose"):
        base = meeting.law.of_name(dimension, reading.limb.list_for(dimension))
        if reading.derived and base != reading.values(dimension):
            own = frozenset().union(*reading.values(dimension).upto("named", "open").values())
            return tuple(
                v for v in space.values[dimension] if v in own & _touched(space, touched, dimension)
            )
    return ()


def _limb_question(reading: Reading, concepts: tuple[str, ...]) -> Question:
    if reading.derived:
        text = "does this aggravated form say the offence again, complete by itself?"
    else:
        text = reading.limb.reading or "is this a complete way to commit the offence?"
    return Question(
        "arguable" if reading.mark == "arguable" else "unseen", text, reading.at, concepts
    )


def _list_questions(
    meeting: Meeting, reading: Reading, dimension: str, name: str, layer: str, hit: list[str]
) -> Iterable[Question]:
    """The questions one list raises about some of its leaves."""
    words, version = meeting.words, meeting.law.version
    a_list = version.lists.get(name)
    facet = FACET_OF[dimension]
    if a_list is None:
        place = version.unread.get(facet)
        yield Question(
            "silent",
            f"which {_PLURAL[dimension]}, if any, does it need?",
            (place.at if place else None) or reading.at,
            tuple(hit),
        )
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
        kind: Literal["open", "arguable"] = (
            "arguable" if text.startswith(("arguable", "if ")) else "open"
        )
        yield Question(kind, text, at, tuple(values))


def provisos(law: Version, standard: Version, words: Thesaurus) -> tuple[str, ...]:
    """What stands under every verdict it touches: scope and consent are no elements, and no part of
    reach.
    """
    found: list[str] = []
    ours, theirs = Coverage(law, words), Coverage(standard, words)
    found += [
        f"scope: {version.name} {a_list.at} applies to offences {quoted(a_list.place)}; "
        "that is when its machinery applies, not what must be a crime"
        for version in (standard, law)
        for a_list in version.lists.values()
        if a_list.role == "scope" and a_list.closing
    ]
    scoped = [
        v.name
        for v in (law, standard)
        if any(x.role == "scope" and not x.closing for x in v.lists.values())
    ]
    if found and scoped:
        found[-1] += f" ({', '.join(scoped)}: no such limit)"
    if theirs.find("element", "consent-irrelevant").status == "covered":
        rule = ours.find("element", "consent-irrelevant")
        at = rule.evidence[0].at if rule.evidence else ""
        if rule.status == "silent" and rule.seen:
            found.append(
                f"consent: no rule on consent in the text read ({at}): the general part decides"
            )
        elif rule.status == "silent":
            found.append(f"consent: a rule on consent was not seen; read {at}")
        elif rule.status == "open":
            found.append(f"consent: {rule.value}")
    return tuple(found)


def thin(meeting: Meeting) -> tuple[str, ...]:
    """A thin record of the standard is said as such."""
    space, standard = meeting.space, meeting.standard
    if space.contains(standard.named(space), standard.required(space)):
        return ()
    silent = [
        f"{_PLURAL[d]} ({(a.to_read or a.at) if (a := standard.version.lists.get(r.limb.list_for(d))) else r.at})"
        for r in standard.readings for d in LISTED if r.values(d).unknown
    ]  # fmt: skip
    where = ", ".join(dict.fromkeys(silent))
    return (f"{standard.version.name} is itself known only in part: {where}",)
