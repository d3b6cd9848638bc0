"""A verdict in plain sentences, in the order in which a lawyer asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from comparators.boxes import NONE
from comparators.reach import Kind
from comparators.reasons import If, Overlaps
from comparators.verdicts import (
    RESIDUAL,
    Among,
    Bound,
    Fail,
    Gap,
    Proviso,
    Question,
    Thin,
    Told,
    Verdict,
)
from comparators.wording.cases import WHO, describe, who
from provisions.phrases import IN_PART, quoted
from provisions.records import Version
from provisions.vocabulary import Thesaurus

WHAT: Mapping[str, str] = {"act": "act", "means": "means", "purpose": "purpose"}
_PLURAL: Mapping[str, str] = {"act": "acts", "means": "means", "purpose": "purposes"}


def tell(verdict: Verdict) -> str:
    """The verdict and everything that comes with it, a line each."""
    return "\n".join(lines(verdict))


def named(version: Version, among: Iterable[Version] = ()) -> str:
    """The name of a version; with its date where another text of the instrument stands beside it.

    >>> import provisions
    >>> old, new = (provisions.get(f"Kazakhstan@{d}") for d in ("2006-03-02", "2013-07-04"))
    >>> named(old, (old, new)), named(old)
    ('Kazakhstan (text of 2006-03-02)', 'Kazakhstan')
    """
    beside = any(v.id == version.id and v.key != version.key for v in among)
    dated = f" (text of {version.in_force.name})"
    return version.name.removesuffix(dated) + dated if beside else version.name


def names(verdict: Verdict) -> tuple[str, str]:
    """The law and its standards, by their dates where they are texts of one instrument."""
    every = (verdict.law, *verdict.standards)
    standards = " and ".join(named(s, every) for s in verdict.standards)
    return named(verdict.law, every), standards


def articles(*versions: Version) -> str:
    """Which articles of the standards were compared: where their offences and limbs stand.

    >>> import provisions
    >>> articles(provisions.get("CoE"))
    '4, 18'
    """
    found: dict[str, None] = {}
    for version in versions:
        for offence in version.offences_of("trafficking"):
            for at in (offence.at, *(x.at or "" for x in offence.limbs)):
                heads = (re.sub(r"\(.*", "", part) for part in re.split(r",|;| with | and ", at))
                found.update(dict.fromkeys(h.strip() for h in heads if h.strip()))
    return ", ".join(sorted(found, key=lambda a: [int(n) for n in re.findall(r"\d+", a)]))


def definition(standards: Sequence[Version]) -> str:
    """What was compared: ``The definition (Arts 4, 18)``."""
    told = articles(*standards)
    if len(standards) > 1:
        told = "; ".join(f"{s.name} {articles(s)}" for s in standards)
    elif standards[0].instrument.international:
        told = f"Art. {told}" if "," not in told else f"Arts {told}"
    return f"The definition ({told})"


def asks(standards: Sequence[Version]) -> str:
    """A treaty, a directive or a model law requires; a code punishes."""
    several = len(standards) > 1
    if any(s.instrument.international for s in standards):
        return "require" if several else "requires"
    return "punish" if several else "punishes"


def headline(verdict: Verdict) -> str:
    """The answer in one sentence, which says what was compared."""
    law, standards = names(verdict)
    what = f"all that {standards} {asks(verdict.standards)}"
    said = {
        "yes": f"{law} reaches {what}{apart(verdict)}.",
        "no": f"{law} does not reach {what}.",
        "undetermined": f"whether {law} reaches {what} cannot be said from the sources.",
    }[verdict.verdict]
    return f"{definition(verdict.standards)}: {said}"


def apart(verdict: Verdict) -> str:
    """That a yes says nothing of the mind with which the offence is committed, where the law is not
    known to ask for as little as the standard does.
    """
    return ", intent apart" if any(p.kind == "mind" for p in verdict.provisos) else ""


def lines(verdict: Verdict) -> Iterator[str]:
    """The verdict, what the law demands more, the gaps, the open questions, the provisos, what lies
    beyond.
    """
    words = verdict.words
    yield headline(verdict)
    for thin in verdict.notes:
        yield f"  note: {thinness(thin)}"
    for gap in verdict.demands:
        yield f"  demands more: {demand(words, gap)}"
    for gap in verdict.gaps:
        yield f"  gap: {gap_line(words, gap)}"
    if verdict.counterexample:
        yield f"  for example, {example(verdict)}"
    told: dict[str, dict[str, None]] = {}
    for question in verdict.open_questions:
        unread = question.kind in ("silent", "unseen")
        said = asked(words, question, verdict.inquiry.asked.words)
        text = f"{'not known' if unread else 'open'}: {said}"
        told.setdefault(text, {}).setdefault(question.at)
    for text, places in told.items():  # one question of several places is told once
        yield f"  {text} (read {', '.join(places)})"
    for proviso in verdict.provisos:
        yield f"  proviso: {provided(words, proviso)}"
    for gap in verdict.beyond:
        yield f"  beyond: {_beyond(words, gap)}"


def thinness(thin: Thin) -> str:
    """A thin record of the standard is said as such."""
    where = ", ".join(f"{_PLURAL[d]} ({at})" for d, at in thin.places)
    return f"{thin.name} is itself known only in part: {where}"


# -- gaps ------------------------------------------------------------------------------------------


def told(words: Thesaurus, facet: str, some: Iterable[Told]) -> str:
    """Words of who asks, separated by commas."""
    return ", ".join(one(words, facet, t) for t in some)


def one(words: Thesaurus, facet: str, word: Told) -> str:
    """One word of who asks: whole, its other forms, or all but some."""
    if word.concept == NONE:
        return f"no {WHAT[facet]} needed"
    label = words.label(word.concept)
    if word.other:
        return words[word.concept].other_label or f"{label} (other than its named forms)"
    if word.but:
        return f"{label} (but {', '.join(map(words.label, word.but))})"
    return label


def elements(words: Thesaurus, only: Iterable[Iterable[str]]) -> str:
    """Sets of elements one of which is demanded: ``victim is a woman or for gain and travel``."""
    return " or ".join(" and ".join(words.label(e) for e in some) for some in only)


def _among(words: Thesaurus, facet: str, some: Among | None) -> str:
    if some is None:
        return ""
    joint = {"act": "for", "means": "by"}[facet]
    means = f"{joint} any {WHAT[facet]} but" if some.but else joint
    if [t.concept for t in some.words] == [NONE]:
        return "without any means" if not some.but else "with any means"
    return f"{means} {told(words, facet, some.words)}"


def becomes(words: Thesaurus, gap: Gap) -> str:
    """What becomes of it: ``not reached``, ``reached only where: victim is a woman (1(3))``."""
    if gap.kind == Kind.ONLY:
        at = f" ({', '.join(gap.at)})" if gap.at else ""
        return f"reached only where: {elements(words, gap.only)}{at}"
    return {Kind.NOT: "not reached", Kind.OPEN: "open", Kind.SILENT: "not known"}[gap.kind]


def gap_line(words: Thesaurus, gap: Gap) -> str:
    """One gap: who, which value, what becomes of it and for what."""
    what = "whatever is done" if gap.everything else told(words, gap.facet, gap.words)
    contexts = [_among(words, "act", gap.acts), _among(words, "means", gap.means)]
    for_what = "".join(f" {c}" for c in contexts if c)
    also = f"; as a related offence: {', '.join(gap.related)}" if gap.related else ""
    return f"{who(gap.victims)} - {WHAT[gap.facet]}: {what}: {becomes(words, gap)}{for_what}{also}"


def demand(words: Thesaurus, gap: Gap) -> str:
    """What stands before every value: told once."""
    at = f" ({', '.join(gap.at)})" if gap.at else ""
    against = "" if len(gap.victims) == len(WHO) else f", against {who(gap.victims)}"
    return f"{elements(words, gap.only)}, whatever is done{against}{at}"


def _beyond(words: Thesaurus, gap: Gap) -> str:
    contexts = [_among(words, "act", gap.acts), _among(words, "means", gap.means)]
    for_what = "".join(f" {c}" for c in contexts if c)
    what = "whatever is done" if gap.everything else told(words, gap.facet, gap.words)
    return f"{who(gap.victims)} - {WHAT[gap.facet]}: {what}{for_what}"


def example(verdict: Verdict) -> str:
    """The case that falls through, and what fails in the nearest limb."""
    case = verdict.counterexample
    assert case is not None
    law, _ = names(verdict)
    every = (verdict.law, *verdict.standards)
    standard = next((s for s in verdict.standards if s.key == case.standard), verdict.standard)
    said = describe(verdict.words, case.pattern, case.lacking)
    fails = "; ".join(fail(verdict.words, f) for f in case.fails)
    within = f"within {named(standard, every)} {case.standard_at}, not within {law}"
    return f"{said}: {within}" + (f": {fails}" if fails else "")


def fail(words: Thesaurus, failed: Fail) -> str:
    """Why a limb does not reach a case."""
    at, what, value, place = failed
    if what == "victim":
        return f"{at} is not on {WHO[value]}"
    if what == "demand":
        return f"{at} demands: {words.label(value)}"
    if value == NONE:
        return f"{at} needs a {WHAT[what]} ({place})"
    return f"{at} does not name {words.label(value)} ({place})"


# -- questions, provisos ---------------------------------------------------------------------------


def asked(
    words: Thesaurus, question: Question, of: Mapping[str, Iterable[str]] | None = None
) -> str:
    """An open question: all that hangs on it, and what decides. ``of``: all that is asked."""
    named_ = ", ".join(_all_of(words, question.words, of or {}))
    within = ", ".join(_all_of(words, question.within, of or {}))
    for_what = f" for {within}" if within else ""
    what = f"{named_}{for_what}: " if named_ else ""
    return what + why(words, question)


def _all_of(
    words: Thesaurus, some: Sequence[tuple[str, Told]], of: Mapping[str, Iterable[str]]
) -> Iterator[str]:
    """Words of who asks; all of many as such."""
    for facet in dict.fromkeys(d for d, _ in some):
        mine = [t for d, t in some if d == facet]
        whole = {t.concept for t in mine if not t.other and not t.but}
        every = set(of.get(facet, ()))
        if len(every) > MANY and every <= whole:
            yield f"every {WHAT[facet]} ({len(every)})"
            mine = [t for t in mine if t.concept not in every]
        yield from (one(words, facet, t) for t in mine)


MANY = 4
"""Of more words than that it is said that they are all that are asked for."""


def why(words: Thesaurus, question: Question) -> str:
    """What keeps an answer open."""
    if question.derived:
        return "does this aggravated form say the offence again, complete by itself?"
    if question.reading:
        return question.reading
    because = question.because
    if because == RESIDUAL:
        return "other forms are meant besides those named; the list here is closed"
    if question.kind == "open" and question.quoted is not None:
        return quoted(question.quoted) or "the words leave it open"
    if isinstance(because, If):
        return f"only if {because.condition}: {words.label(because.entry)}"
    if isinstance(because, Overlaps):
        return f"arguable: {words.label(because.entry)} ({because.reason})"
    if question.kind == "silent":
        return IN_PART
    return "is this a complete way to commit the offence?"


def provided(words: Thesaurus, proviso: Proviso) -> str:
    """What stands under a verdict, and is no part of reach."""
    said = quoted(proviso.evidence) if proviso.evidence else ""
    if proviso.kind == "scope":
        free = f" ({', '.join(proviso.free)}: no such limit)" if proviso.free else ""
        return (
            f"scope: {proviso.name} {proviso.at} applies to offences {said}; "
            f"that is when its machinery applies, not what must be a crime{free}"
        )
    if proviso.kind == "mind":
        became = {"silent": "not known; read", "open": "open:"}.get(proviso.status, "not said:")
        return (
            f"intent, a row of its own and no part of this answer: {proviso.name} "
            f"{', '.join(proviso.free)} asks for it {said}; the law's mental element: "
            f"{became} {proviso.at}"
        )
    if proviso.kind == "jurisdiction":
        return f"jurisdiction: {proviso.name} {proviso.at}: {words.label(proviso.status)}"
    return {
        "absent": f"consent: no rule on consent in the text read ({proviso.at}): "
        "the general part decides",
        "silent": f"consent: a rule on consent was not seen; read {proviso.at}",
        "open": f"consent: open: {said or 'the general part decides'} ({proviso.at})",
    }[proviso.status]


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def obliged(law: str, standard: Version, bound: Bound) -> str:
    """By which right a standard asks: only who is bound, and due, is obliged."""
    name = standard.name
    match bound.kind:
        case "due":
            since = f" (bound since {_day(bound.since)})" if bound.since else ""
            return f"{name} obliges {law}{since}"
        case "not-due":
            return f"{name} asks; due on {_day(bound.due)}" if bound.due else f"{name} asks"
        case "not-party":
            later = f" (bound since {_day(bound.since)})" if bound.since else ""
            return f"{name} asks; {law} is not a party{later and ' to it then' + later}"
        case "unknown":
            return f"{name} asks; whether {law} is bound is not recorded"
    return f"{name} has"


def lacking(words: Thesaurus, gap: Gap) -> str:
    """A gap in few words: the values, and the demand where they are reached with one."""
    what = "whatever is done" if gap.everything else told(words, gap.facet, gap.words)
    only = f" (only where: {elements(words, gap.only)})" if gap.only else ""
    child = f" (against {who(gap.victims)})" if gap.victims == ("child",) else ""
    return what + only + child
