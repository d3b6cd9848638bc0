"""The work list in words: what to do, where, in the standard's words; what to read first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from comparators.boxes import NONE
from comparators.edits import Add, Drop, Free, Widen
from comparators.findings import Finding
from comparators.marks import Under
from comparators.steps import Beyond, Step
from comparators.verdicts import Verdict
from comparators.wording import cells
from comparators.wording.brief import falls_short
from comparators.wording.cases import WHO, who
from comparators.wording.verdicts import articles, asks, named, names, obliged, one
from comparators.worklist import Gaps, Row, ToRead
from provisions.phrases import quoted
from provisions.records import LISTED, NOT_REQUIRED, VICTIMS, Evidence, Version, Victim
from provisions.vocabulary import Thesaurus

PLURAL: Mapping[str, str] = {"act": "acts", "means": "means", "purpose": "purposes"}


def step(
    words: Thesaurus, told: Step, standards: Sequence[Version], *, beyond: str = "This"
) -> str:
    """What a step does, a line for each thing; then what a drafter is told besides, a line each.

    ``beyond`` is what is said to reach more than the standard asks; nothing is said of it without.
    """
    lines: list[str] = []
    if told.add:
        added = ", ".join(repr(_phrase(words, c, below)) for c, below in told.add)
        lines.append(f"add {added} to the {PLURAL[told.facet]}")
    if told.plain:
        lines.append(f"say {_labels(words, told.plain)} expressly")
    lines += _drops(words, told, standards)
    if told.settles:
        lines.append(f"settle: {told.settles[0] or 'whether this is a complete way to commit it'}")
    if told.limb:
        lines.append(_limb(told.limb, standards))
    lines += _asides(words, told)
    if told.beyond and beyond:
        verb = "reaches" if beyond == "This" else "reach"
        lines.append(f"{beyond} {verb} more than the standard asks: {more(words, told.beyond)}")
    return "\n".join(lines)


def steps(words: Thesaurus, some: Sequence[Step], standards: Sequence[Version]) -> Iterator[str]:
    """Some steps in words. What each of several reaches beyond the standards is said once."""
    same = len(some) > 1 and len({s.beyond for s in some}) == 1
    for n, one_step in enumerate(some):
        yield step(
            words, one_step, standards, beyond=("" if n else "These steps") if same else "This"
        )


def _labels(words: Thesaurus, concepts: Iterable[str]) -> str:
    return ", ".join(repr(words.label(c)) for c in concepts)


def _phrase(words: Thesaurus, concept: str, below: Iterable[str]) -> str:
    return " / ".join([words.label(c) for c in below] + [words.label(concept)])


def _drops(words: Thesaurus, told: Step, standards: Sequence[Version]) -> Iterator[str]:
    """The demands of a step; the words they are dropped for are told once."""
    of = f"for {_labels(words, told.of)}:" if told.of else ""
    if len(told.drops) == 1:
        yield f"{of} {_drop(words, told.drops[0], standards)}".strip()
    else:
        yield from filter(None, (of if told.drops else "",))
        yield from (_drop(words, d, standards) for d in told.drops)


def _drop(words: Thesaurus, drop: Drop, standards: Sequence[Version]) -> str:
    said = quoted(drop.said) if drop.said else ""
    demand = repr(words.label(drop.element)) + (f" ({said})" if said else "")
    if isinstance(drop, Widen):
        means = " and ".join(f"{s.name} {means_at(s)}" for s in standards)
        return f"not {demand} alone, but that or any of the means of {means}"
    if isinstance(drop, Free):
        return f"free {who(drop.victims)} of the demand {demand}"
    return f"drop the demand {demand}"


def means_at(standard: Version) -> str:
    """Where the means of a standard stand.

    >>> import provisions
    >>> means_at(provisions.get("CoE"))
    '4(a)'
    """
    limbs = (x for o in standard.offences_of("trafficking") for x in o.limbs)
    found = (standard.lists[x.means].at for x in limbs if x.means in standard.lists)
    return ", ".join(dict.fromkeys(found))


def _limb(added: Add, standards: Sequence[Version]) -> str:
    name = " and ".join(s.name for s in standards)
    lists = ", ".join(
        f"no {facet} needed" if added.limb.list_for(facet) == NOT_REQUIRED
        else f"the {PLURAL[facet]} of {place or f'{name} {added.like}'}"
        for facet, place in zip(LISTED, added.places, strict=True)
    )  # fmt: skip
    return f"punish also, against {who(added.victims)}, as in {name} {added.like}: {lists}"


def _asides(words: Thesaurus, told: Step) -> Iterator[str]:
    for at, concepts in told.ties:
        yield f"or {_labels(words, concepts)} in the list of {at}"
    if told.also:
        yield f"The list is also used by {', '.join(told.also)}."
    if told.graver:
        at = ", ".join(told.graver)
        has = "has a list of its own" if len(told.graver) == 1 else "have lists of their own"
        yield f"{at} {has}: the same word there, or the graver article does not cover it."


def more(words: Thesaurus, some: Iterable[Beyond]) -> str:
    """What steps reach beyond the standards: the values, by whom they are against and where.

    >>> import provisions
    >>> whom = ("adult", "incapacitated")
    >>> some = [Beyond("act", act, whom) for act in ("obtaining", "providing")]
    >>> more(provisions.thesaurus(), [*some, Beyond("purpose", "begging", whom, ("for-gain",))])
    "against an adult or an adult deprived of capacity: obtaining, providing; the same, with 'for \
gain': for begging"
    """
    found: dict[tuple[tuple[Victim, ...], tuple[str, ...]], dict[str, None]] = {}
    for b in some:
        found.setdefault((b.victims, b.demands), {}).setdefault(_value(words, b))
    said, last = [], None
    for (victims, demands), values in sorted(found.items(), key=lambda one: order_of(one[0])):
        whom = [f"against {who(victims)}"] if len(victims) < len(WHO) else []
        if whom and victims == last:
            whom = ["the same"]
        where = [f"with {' and '.join(repr(words.label(d)) for d in demands)}"] if demands else []
        last = victims
        heads = ", ".join((*whom, *where))
        said.append(f"{heads}: {', '.join(values)}" if heads else ", ".join(values))
    return "; ".join(said)


def order_of(whom: tuple[tuple[Victim, ...], tuple[str, ...]]) -> tuple[object, ...]:
    """Who is against all stands first; then adults, children; what is free before what is not."""
    victims, demands = whom
    return -len(victims), [VICTIMS.index(v) for v in victims], len(demands), demands


def _value(words: Thesaurus, b: Beyond) -> str:
    if b.value == NONE:
        return f"without any {b.facet}"
    concept = words[b.value]
    return concept.phrase or f"{'by ' if b.facet == 'means' else ''}{concept.label}"


def standards_words(evidence: Iterable[Evidence]) -> str:
    """The standard's words beside a step, each with its pinpoint."""
    said = (f"{quoted(e)} ({e.at})" if e.words or e.gloss else f"{e.at}" for e in evidence)
    return "; ".join(dict.fromkeys(said))


def beside(told: Step) -> str:
    """The standard's words beside a step; of a demand of limbs, that it makes none such."""
    said = standards_words(told.asked)
    return f"no such demand ({said})" if told.drops and not told.of else said


def now(under: Under, told: Step) -> str:
    """What the law has of the words of a step: a line for all of which it has the same."""
    words = under.law.words
    found: dict[str, list[str]] = {}
    for finding in told.now:
        found.setdefault(_now(under, finding), []).append(finding.concept)
    if len(told.now) == 1:
        return next(iter(found))
    return "\n".join(f"{_labels(words, some)}: {text}" for text, some in found.items())


def _now(under: Under, finding: Finding) -> str:
    """What the law has of a word: of what is lost against some victims, and not known against
    others, both.
    """
    value = cells.value(finding, under.law.words)
    lost = [a for a in under.short(finding.facet, finding.concept) if a.kind.gap]
    if finding.status not in ("silent", "open") or not lost:
        return value
    if finding.status == "open":  # what some of its forms are, not all
        return f"no in part; the rest {value}" if any(not a.only for a in lost) else value
    against = who(v for v in VICTIMS if any(a.victim == v for a in lost))
    only = falls_short(under.law.words, lost) if all(a.only for a in lost) else "no"
    return f"{only} against {against}; otherwise {value}"


def row(words: Thesaurus, told: Row) -> str:
    """What a row outside the definition lacks, or may have."""
    label = words.label(told.concept)
    if told.narrower:
        return f"{label}: in part: {cells.narrower(words, told.narrower)}"
    return label


def to_read(words: Thesaurus, place: ToRead) -> str:
    """What hangs on one place to be read."""
    told = [one(words, facet, word) for facet, word in place.words]
    parts = [", ".join(told)] if told else []
    parts += ["; ".join(_asked(words, r) for r in place.rows)] if place.rows else []
    return "; ".join(parts) + (f": {place.reading}" if place.reading else "")


def _asked(words: Thesaurus, told: Row) -> str:
    """A row with the place where the standard asks for it."""
    at = next((e.at for e in told.evidence if e.at), "")
    return f"{at} {row(words, told)}" if at else row(words, told)


def by_right(gaps: Gaps) -> Iterator[str]:
    """By which right each standard asks: only who is bound, and due, is obliged."""
    if gaps.verdict is None:
        return
    for standard, bound in zip(gaps.standards, gaps.verdict.bound, strict=True):
        if bound.kind != "none":
            yield f"{obliged(gaps.law.name, standard, bound)}."


def outcome(gaps: Gaps) -> Iterator[str]:
    """What the amended record reaches: computed, and said only of what was read."""
    verdict, amendment = gaps.verdict, gaps.amendment
    if verdict is None or amendment is None:
        return
    steps = amendment.needed.edits
    at = articles(*gaps.standards)
    if steps and gaps.suffices:
        needed = "; without any one of them something is"
        yield (
            f"Computed: with the steps under Missing, nothing of the definition ({at}) is known to "
            f"be missing{needed if amendment.needed.exact else ''}."
        )
    elif steps:
        yield f"These steps do not suffice: something of the definition ({at}) stays missing."
    if not amendment.needed.exact:
        yield "A set without a needless step; whether a smaller one exists was not computed."
    if verdict.verdict == "yes":
        yield f"Nothing of the definition ({at}) is to be amended."
    elif not steps and not amendment.settling.edits:
        yield f"Nothing of the definition ({at}) can be advised: read first what is named there."


def compared(verdict: Verdict) -> str:
    """What stands above the list: the law under its standards, by their dates."""
    law, standards = names(verdict)
    return f"{law} under {standards}"


def heads(gaps: Gaps) -> str:
    """The same where there is no verdict."""
    every = (gaps.law, *gaps.standards)
    standards = " and ".join(named(s, every) for s in gaps.standards)
    return f"{named(gaps.law, every)} under {standards}"


def missing_title(gaps: Gaps) -> str:
    """The verb is that of who is bound: a treaty obliges its parties that are due, a law has."""
    standards = " and ".join(named(s, (gaps.law, *gaps.standards)) for s in gaps.standards)
    bound = gaps.verdict.bound if gaps.verdict is not None else ()
    if bound and all(b.kind == "due" for b in bound):
        verb = "oblige" if len(bound) > 1 else "obliges"
        what = f"what {standards} {verb} {gaps.law.name} to have"
    elif any(s.instrument.international for s in gaps.standards):
        what = f"what {standards} {'ask' if len(gaps.standards) > 1 else 'asks'} for"
    else:
        what = f"what {standards} {asks(gaps.standards)}"
    return f"Missing (read in full): {what}, and {gaps.law.name} has not, or only in part"
