"""The work list in words: what to do, where, in the standard's words; what to read first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from comparators.boxes import NONE
from comparators.edits import Add, Drop, Free, Widen
from comparators.steps import Beyond, Step
from comparators.verdicts import Verdict
from comparators.wording.brief import narrower
from comparators.wording.cases import WHO, who
from comparators.wording.verdicts import articles, asks, named, names, obliged, one
from comparators.worklist import Gaps, Row, ToRead
from provisions.phrases import quoted
from provisions.records import LISTED, Evidence, Version
from provisions.vocabulary import Thesaurus

PLURAL: Mapping[str, str] = {"act": "acts", "means": "means", "purpose": "purposes"}


def step(words: Thesaurus, told: Step, standards: Sequence[Version]) -> str:
    """What a step does, in one line without its number."""
    parts: list[str] = []
    if told.add:
        added = ", ".join(repr(_phrase(words, c, below)) for c, below in told.add)
        parts.append(f"add {added} to the {PLURAL[told.facet]}")
    if told.plain:
        parts.append(f"say {', '.join(repr(words.label(c)) for c in told.plain)} expressly")
    parts += [_drop(words, d, told, standards) for d in told.drops]
    if told.settles:
        parts.append(f"settle: {told.settles[0] or 'whether this is a complete way to commit it'}")
    if told.limb:
        parts.append(_limb(told.limb, standards))
    return "; ".join(parts) + "".join(f" ({x})" for x in _asides(words, told))


def _phrase(words: Thesaurus, concept: str, below: Iterable[str]) -> str:
    return " / ".join([words.label(c) for c in below] + [words.label(concept)])


def _drop(words: Thesaurus, drop: Drop, told: Step, standards: Sequence[Version]) -> str:
    said = f"'{words.label(drop.element)}'" + (f' ("{drop.words}")' if drop.words else "")
    of = f"{', '.join(map(words.label, told.of))}: " if told.of else ""
    if isinstance(drop, Widen):
        at = articles(*standards)
        return f"{of}{said}, or any of the means of {' and '.join(s.name for s in standards)} {at}"
    if isinstance(drop, Free):
        return f"{of}free {who(drop.victims)} of the demand {said}"
    return f"{of}drop the demand {said}"


def _limb(added: Add, standards: Sequence[Version]) -> str:
    fresh = {name for name, _ in added.lists}
    name = " and ".join(s.name for s in standards)

    def whose(facet: str) -> str:
        own = added.limb.list_for(facet)
        where = f"{name} {added.like}" if own in fresh else added.beside
        if own == "not-required":
            return f"no {facet} needed"
        return f"the {PLURAL[facet]} of {where}"

    lists = "; ".join(whose(facet) for facet in LISTED)
    return f"add, against {who(added.victims)}, as {name} {added.like}: {lists}"


def _asides(words: Thesaurus, told: Step) -> Iterator[str]:
    if told.ties:
        yield f"or to the list of {', '.join(told.ties)}"
    if told.also:
        yield f"the list is also used by {', '.join(told.also)}"
    if told.graver:
        at = ", ".join(told.graver)
        yield (
            f"{at} has a list of its own: the same word there, "
            "or the graver article does not cover it"
        )
    if told.beyond:
        yield f"this reaches more than the standard asks: {beyond(words, told.beyond)}"


def beyond(words: Thesaurus, some: Sequence[Beyond]) -> str:
    """What a step reaches beyond the standards: the first few values, with their demands."""
    said = dict.fromkeys(_value(words, b) for b in some)
    more = f"; and {len(said) - 4} more" if len(said) > 4 else ""
    return "; ".join(list(said)[:4]) + more


def _value(words: Thesaurus, b: Beyond) -> str:
    if b.value == NONE:
        text = f"without any {b.facet}"
    else:
        concept = words[b.value]
        text = concept.phrase or f"{'by ' if b.facet == 'means' else ''}{concept.label}"
    against = "" if len(b.victims) == len(WHO) else f", against {who(b.victims)}"
    only = f" (where: {', '.join(map(words.label, b.demands))})" if b.demands else ""
    return text + against + only


def standards_words(evidence: Iterable[Evidence]) -> str:
    """The standard's words beside a step, each with its pinpoint."""
    said = (f"{quoted(e)} ({e.at})" if e.words or e.gloss else f"{e.at}" for e in evidence)
    return "; ".join(dict.fromkeys(said))


def row(words: Thesaurus, told: Row) -> str:
    """What a row outside the definition lacks, or may have."""
    label = words.label(told.concept)
    if told.narrower:
        return f"{label}: in part: {narrower(words, told.narrower)}"
    return label


def to_read(words: Thesaurus, place: ToRead) -> str:
    """What hangs on one place to be read."""
    told = [one(words, facet, word) for facet, word in place.words]
    more = f" and {len(told) - 8} more" if len(told) > 8 else ""
    parts = [", ".join(told[:8]) + more] if told else []
    parts += ["; ".join(_asked(words, r) for r in place.rows)] if place.rows else []
    return "; ".join(parts) + (f": {place.reading}" if place.reading else "")


def _asked(words: Thesaurus, told: Row) -> str:
    """A row with the place where the standard asks for it."""
    at = next((e.at for e in told.evidence if e.at), "")
    return f"{at} {row(words, told)}" if at else row(words, told)


def by_right(gaps: Gaps) -> Iterator[str]:
    """By which right each standard asks: only who is bound, and due, is obliged."""
    verdict = gaps.verdict
    for standard, bound in zip(
        gaps.standards, verdict.bound if verdict is not None else (), strict=False
    ):
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
