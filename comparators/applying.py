"""Facts applied: does a law reach them, through which limb, or what is missing; what aggravates;
which penalty.

Facts not given are taken as not present; the answer names those that would change it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from attrs import evolve, field, frozen

from comparators.boxes import NONE, Space
from comparators.coverage import Coverage
from comparators.facts import Facts, parse_facts
from comparators.judging import quoted
from comparators.layers import Layers, leaves, limb_boxes, space_for
from comparators.meeting import Answer, Meeting, NothingToReachError, nothing_to_reach
from comparators.ordinary import WHO, why_not
from comparators.own_offence import Own, own_offence
from comparators.penalties import term
from comparators.questions import Question, questions
from provisions.records import (
    NOT_REQUIRED,
    VICTIMS,
    Entry,
    Evidence,
    Limb,
    List,
    Offence,
    Role,
    Tier,
    Version,
)
from provisions.vocabulary import Thesaurus


@frozen
class Met:
    """An aggravating circumstance that the facts meet, for certain or arguably."""

    concept: str
    label: str
    at: str
    certain: bool = True


@frozen
class Application:
    """What follows from a law for some facts."""

    law: Version
    facts: Facts
    reached: Answer
    through: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    open_questions: tuple[Question, ...] = ()
    would_change: tuple[str, ...] = ()
    aggravating: tuple[Met, ...] = ()
    penalty: str = ""
    consent: str = ""
    own_offence: str = ""
    own_answer: Own | None = None
    notes: tuple[str, ...] = field(default=())

    def __bool__(self) -> bool:
        raise TypeError("there are three answers: read .reached ('yes', 'no' or 'undetermined')")

    def __str__(self) -> str:
        words = {"yes": "reached", "no": "not reached", "undetermined": "undetermined"}
        lines = [f"{self.law.name}: {words[self.reached]}"]
        lines += [f"  {title}: {text}" for title, text in told(self) if text]
        return "\n".join(lines)


def apply(
    law: Version,
    facts: str | Iterable[str] | Facts,
    *,
    related: bool = False,
    words: Thesaurus | None = None,
) -> Application:
    """Does a law reach some facts: through which limb, or what is missing; what aggravates; which
    penalty.

    ``facts`` are concept identifiers and a kind of victim (an adult where none is given), separated
    by commas or as several texts. Raises `UnknownNameError` and `FactsError` for facts that cannot
    be a case, and `NothingToReachError` for an instrument without an offence or duty.
    """
    if words is None:
        from provisions import together

        (law,), words = together((law,))
    case = facts if isinstance(facts, Facts) else parse_facts(facts, words)
    own_answer, own_text = (
        own_offence(law, case, words) if case.offence or case.links else (None, "")
    )
    if not case.acts:
        return Application(
            law,
            case,
            "undetermined",
            own_offence=own_text,
            own_answer=own_answer,
            notes=("no act given",),
        )
    layers = Layers(law, words, related=related)
    if not layers.readings:
        raise NothingToReachError(nothing_to_reach(law))
    answer, combination, meeting = _best_combination(layers, case, words)
    through = _through(meeting, combination) if answer == "yes" else ()
    missing = _missing(meeting, combination) if answer != "yes" else ()
    unsure = (
        questions(meeting, combination, meeting.law.named(meeting.space))
        if answer == "undetermined"
        else ()
    )
    offences = _concerned(meeting, combination, case, answer)
    met = tuple(_aggravating(law, offences, case, words))
    return Application(
        law, case, answer, through, missing, unsure,
        _would_change(layers, case, words, answer),
        met, _penalty(law, offences, words, met) if answer != "no" else "",
        _consent(law, case, words), own_text, own_answer, _notes(case),
    )  # fmt: skip


# -- reached or not --------------------------------------------------------------------------------


def _standard_of(case: Facts, act: str, means: str, purpose: str, words: Thesaurus) -> Version:
    """The facts as the smallest of standards: one limb, with just these values."""
    from datetime import date

    from provisions.records import Instrument, Span

    def alone(role: Role, concept: str) -> dict[str, List]:
        entry = Entry(gloss="as given", at="the facts")
        if not concept:
            return {}
        a_list = List(role=role, unlisted="absent", at="the facts", entries={concept: entry})
        return {role: a_list}

    present = dict.fromkeys((*case.others, *(words[purpose].contains if purpose else ())))
    limb = Limb(
        "act", "means" if means else NOT_REQUIRED, "purpose" if purpose else NOT_REQUIRED,
        (case.victim,), {f: Evidence(gloss="as given") for f in present}, at="the facts",
    )  # fmt: skip
    return Version(
        Instrument("the-facts", "the facts", "the facts", "commitment"), Span(date.min), "the facts", date.min,
        lists={**alone("act", act), **alone("means", means), **alone("purpose", purpose)},
        offences=(Offence("facts", "duty", kind="trafficking", at="the facts", strength="shall", limbs=(limb,)),),
    )  # fmt: skip


def _boxes(meeting: Meeting, means: str, purpose: str) -> list[int]:
    """The boxes of one combination; without a means or a purpose, that very case."""
    space = meeting.space
    boxes = meeting.standard.named(space)
    if not means:
        boxes = [b for x in boxes if (b := space.only(x, "means", (NONE,)))]
    if not purpose:
        boxes = [b for x in boxes if (b := space.only(x, "purpose", (NONE,)))]
    return boxes


def _best_combination(
    layers: Layers, case: Facts, words: Thesaurus
) -> tuple[Answer, list[int], Meeting]:
    """The combination of one act, means and purpose of the facts that the law comes nearest to
    reaching.
    """
    best: tuple[Answer, list[int], Meeting] | None = None
    order: tuple[Answer, ...] = ("yes", "undetermined", "no")
    listed = {c for a in layers.version.lists.values() if a.role == "means" for c in a.entries}
    used = (
        *case.means,
        *(o for o in case.others if o in listed),
    )  # an official position is a means in some laws
    combinations = product(case.acts, used or ("",), case.purposes or ("",))
    for act, means, purpose in combinations:
        facts = _standard_of(case, act, means, purpose, words)
        law = Layers(layers.version, words, (facts,), layers.related)
        standard = Layers(facts, words, (layers.version,))
        meeting = Meeting(law, standard, space_for(words, (law, standard)), words)
        boxes = _boxes(meeting, means, purpose)
        answer = _answer(meeting, boxes)
        if best is None or order.index(answer) < order.index(best[0]):
            best = (answer, boxes, meeting)
    assert best is not None  # there is at least one act
    return best


def _answer(meeting: Meeting, boxes: Sequence[int]) -> Answer:
    """Yes where every form of the facts is named, no where none is possible, else undetermined."""
    space = meeting.space
    if space.contains(meeting.law.named(space), boxes):
        return "yes"
    possible = meeting.law.possible(space)
    demands_nothing_more = any(_meets(space, b, p) for b in boxes for p in possible)
    return "undetermined" if demands_nothing_more else "no"


def _meets(space: Space, facts: int, reached: int) -> bool:
    """Whether some form of the facts lies in a box: its elements must all be present."""
    return bool(space.meet(facts, reached)) and not set(space.demanded(reached)) - set(
        space.demanded(facts)
    )


def _through(meeting: Meeting, boxes: Sequence[int]) -> tuple[str, ...]:
    found = []
    for reading in meeting.law.readings:
        inside = [
            b for b in limb_boxes(meeting.space, reading, "named") if not meeting.space.empty(b)
        ]
        if reading.mark == "stated" and all(meeting.space.within(b, inside) for b in boxes):
            words = [
                quoted(e.evidence[0])
                for name in (reading.limb.acts, reading.limb.means, reading.limb.purposes)
                for c, e in _matching(meeting, name, boxes)
            ]
            found.append(
                f"{reading.at}"
                + (f": {', '.join(dict.fromkeys(w for w in words if w))}" if words else "")
            )
    return tuple(dict.fromkeys(found))


def _matching(meeting: Meeting, name: str, boxes: Sequence[int]) -> Iterator[tuple[str, Entry]]:
    """The entries of a list that name a value of the facts."""
    a_list = meeting.law.version.lists.get(name)
    if a_list is None:
        return
    dimension = {"act": "act", "means": "means", "purpose": "purpose"}.get(a_list.role)
    if dimension is None:
        return
    wanted = {v for b in boxes for v in meeting.space.named(b, dimension)}
    hits = [
        (c, e)
        for c, e in a_list.entries.items()
        if leaves(meeting.words, c, meeting.law.version.id) & wanted
    ]
    yield from [(c, e) for c, e in hits if c in wanted] or hits[:1]


def _missing(meeting: Meeting, boxes: Sequence[int]) -> tuple[str, ...]:
    left = list(meeting.space.outside(boxes, meeting.law.possible(meeting.space)))
    if not left:
        return ()
    return why_not(meeting, next(meeting.space.point(p) for p in meeting.space.patterns(left[0])))[
        0
    ]


def _would_change(layers: Layers, case: Facts, words: Thesaurus, answer: Answer) -> tuple[str, ...]:
    """The facts not given that would make the answer yes, each by itself."""
    if answer == "yes":
        return ()
    found: list[str] = []
    tries: list[tuple[str, Facts]] = [
        (words.label(f), evolve(case, others=(*case.others, f)))
        for f in layers.further
        if f not in case.others
    ]
    means = dict.fromkeys(
        c for r in layers.readings for a in (layers.version.lists.get(r.limb.means),) if a
        for c, e in a.entries.items() if e.mark == "stated" and c not in case.means
    )  # fmt: skip
    tries += [(words.label(m), evolve(case, means=(*case.means, m))) for m in means]
    tries += [(WHO[v], evolve(case, victim=v)) for v in VICTIMS if v != case.victim]
    if not case.purposes:
        purposes = dict.fromkeys(
            c for r in layers.readings for a in (layers.version.lists.get(r.limb.purposes),) if a
            for c, e in a.entries.items() if e.mark == "stated" and not words[c].heading
        )  # fmt: skip
        tries += [(words.label(p), evolve(case, purposes=(p,))) for p in purposes]
    for label, other in tries:
        if _best_combination(layers, other, words)[0] == "yes":
            found.append(label)
    return tuple(found)


def _notes(case: Facts) -> tuple[str, ...]:
    return (
        ()
        if case.victim_given or case.victim != "adult"
        else ("no victim was given: an adult is assumed",)
    )


# -- what aggravates, and the penalty --------------------------------------------------------------


def _meets_circumstance(
    concept: str, facts: set[str], words: Thesaurus, instrument: str
) -> bool | None:
    """Whether facts meet a circumstance: yes, arguably (``None``), or not."""
    if concept in facts or any(n in facts for n in words.under(concept, instrument)):
        return True
    if any(other in facts for other, _ in words.overlapping(concept)):
        return None
    return False


def _concerned(
    meeting: Meeting, boxes: Sequence[int], case: Facts, answer: Answer
) -> tuple[Offence, ...]:
    """The offences that reach the facts, or may; where none does, those against this kind of
    victim.
    """
    space = meeting.space
    layers = ("named",) if answer == "yes" else ("named", "open", "unknown")
    found = [
        r.offence
        for r in meeting.law.readings
        if (answer != "yes" or r.mark == "stated")
        and any(
            _meets(space, b, x)
            for b in boxes
            for x in limb_boxes(space, r, *layers)
            if not space.empty(x)
        )
    ]
    found = found or [
        o for o in meeting.law.offences if any(case.victim in x.victims for x in o.limbs)
    ]
    return tuple(
        o for o in meeting.law.offences if any(o is f for f in found) and o.kind == "trafficking"
    )


def _aggravating(
    version: Version, offences: Sequence[Offence], case: Facts, words: Thesaurus
) -> Iterator[Met]:
    """The circumstances of some offences that the facts meet."""
    facts = {*case.every, *(("child-victim",) if case.victim == "child" else ())}
    if case.victim == "incapacitated":
        facts.add("helpless-victim")
    seen: set[tuple[str, str]] = set()
    for offence, tier in _tiers(offences):
        name = tier.circumstances if tier else offence.graver_for
        a_list = version.lists.get(name or "")
        for concept, entry in a_list.entries.items() if a_list else ():
            met = _meets_circumstance(concept, facts, words, version.id)
            at = entry.at or (tier.at if tier else offence.at)
            if met is False or (concept, at) in seen:
                continue
            seen.add((concept, at))
            lacking = [f for f in entry.requires if f not in facts]
            certain = met is True and entry.mark == "stated" and not lacking
            label = words.label(concept) + (
                f" (if {', '.join(words.label(f) for f in lacking)})" if lacking else ""
            )
            yield Met(concept, label, at, certain)


def _tiers(offences: Sequence[Offence]) -> Iterator[tuple[Offence, Tier | None]]:
    for offence in offences:
        if offence.graver_for:
            yield offence, None
        for tier in offence.tiers:
            yield offence, tier


def _penalty(
    version: Version, offences: Sequence[Offence], words: Thesaurus, met: Sequence[Met]
) -> str:
    """The penalty of the gravest tier met, or of the offence; of the special article, where there
    is one.
    """
    certain = {(m.concept, m.at) for m in met if m.certain}
    special = [
        o for o in offences if o.graver_for or all("adult" not in x.victims for x in o.limbs)
    ]
    base: list[str] = []
    graver: list[str] = []
    for offence in special or offences:
        for tier in offence.tiers:
            a_list = version.lists.get(tier.circumstances)
            hits = [
                c
                for c, e in (a_list.entries.items() if a_list else ())
                if (c, e.at or tier.at) in certain
            ]
            if hits:
                said = (
                    term(tier.penalty)
                    if tier.penalty and tier.penalty.stated
                    else "not stated in the sources"
                )
                graver.append(f"{said} ({tier.at}: {', '.join(words.label(h) for h in hits)})")
        if offence.penalty:
            said = term(offence.penalty) if offence.penalty.stated else "no term stated"
            base.append(f"{said} ({offence.at})")
    return "; ".join(graver[-1:] or base[:1])


# -- consent, and the answer in words --------------------------------------------------------------


def _consent(law: Version, case: Facts, words: Thesaurus) -> str:
    """What the law says of consent; it never changes the result."""
    if not case.consent:
        return ""
    rule = Coverage(law, words).find("element", "consent-irrelevant")
    at = rule.evidence[0].at if rule.evidence else ""
    if rule.status == "covered":
        said = "; ".join(quoted(e) for e in rule.evidence if e.words or e.gloss)
        return f"no defence: {said} ({at})" + (f". {rule.notes[0]}" if rule.notes else "")
    if rule.status == "absent":
        return f"no rule on consent in the text read ({at}): the general part decides"
    return f"a rule on consent was not seen; read {at}" if rule.status == "silent" else rule.value


def told(answer: Application) -> Iterator[tuple[str, str]]:
    """The parts of an answer, each with its title."""
    yield "through", "; ".join(answer.through)
    yield "missing", "; ".join(answer.missing)
    yield "open", "; ".join(f"{q.text} (read {q.at})" for q in answer.open_questions[:4])
    yield "would change it", ", ".join(answer.would_change)
    yield (
        "aggravates",
        "; ".join(
            f"{m.label} ({m.at}){'' if m.certain else ', arguable'}" for m in answer.aggravating
        ),
    )
    yield "penalty", answer.penalty
    yield "consent", answer.consent
    own = f"{answer.own_answer}: " if answer.own_answer else ""
    yield "victim's own offence", f"{own}{answer.own_offence}" if answer.own_offence else ""
    yield "note", "; ".join(answer.notes)
