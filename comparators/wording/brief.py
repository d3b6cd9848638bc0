"""In few words: why a law does not reach a standard, or what to read; what a row falls short of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from comparators.boxes import NONE
from comparators.reach import Answer, Kind
from comparators.verdicts import Gap, Question, Thin, Verdict
from comparators.wording.cases import who
from comparators.wording.verdicts import elements, one, thinness
from provisions.records import VICTIMS
from provisions.vocabulary import Thesaurus

FEW, PLACES = 5, 3
"""So many words, and so many places, are told; the others are counted."""


def few(told: Iterable[str], most: int = FEW, joint: str = ", ") -> str:
    """The first of some words, and how many more there are.

    >>> few("abcdefg", 3)
    'a, b, c and 4 more'
    """
    said = list(dict.fromkeys(told))
    more = len(said) - most
    return joint.join(said[:most]) + (f" and {more} more" if more > 0 else "")


def reason(verdict: Verdict) -> str:
    """Why, in one line: what is demanded, what is lacking; else what to read.

    >>> from comparators import reaches
    >>> reason(reaches("Bulgaria@2013-09-27", "CoE"))
    'lacks transfer, practices similar to slavery (but debt bondage, serfdom)'
    """
    if verdict.law in verdict.standards:
        return ""
    if verdict.verdict == "no":
        return lacks(verdict.words, (*verdict.demands, *verdict.gaps))
    return decides(verdict.words, verdict.open_questions, verdict.notes)


def lacks(words: Thesaurus, gaps: Iterable[Gap]) -> str:
    """What falls through: what is demanded whatever is done, what is not there, what is reached
    only where something is; each with the victims and the acts for which it is so.
    """
    demands: dict[str, None] = {}
    victims: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for gap in gaps:
        if gap.everything:
            only = elements(words, gap.only)
            demands.setdefault(f"demands {only}" if only else "lacks every act")
            continue
        verb = f"only where {elements(words, gap.only)}:" if gap.only else "lacks"
        for word in gap.words:
            every = gap.facet == "means" and word.concept != NONE  # asked of an adult alone
            text = one(words, gap.facet, word)
            if word.concept == NONE:
                text = f"the rule that no {gap.facet} is needed"
            key = (verb, _for(words, gap), text)
            victims[key].update(VICTIMS if every else gap.victims)
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for (verb, contexts, text), some in victims.items():
        found[verb, contexts, _whom(some)].append(text)
    told = sorted(found.items(), key=lambda x: (x[0][0] != "lacks", x[0][1] != ""))
    said = (f"{whom}{contexts}{verb} {few(texts)}" for (verb, contexts, whom), texts in told)
    return "; ".join((*demands, *said))


def _for(words: Thesaurus, gap: Gap) -> str:
    """For which acts, where not for all; by which means is left to the whole verdict."""
    if gap.acts is None and gap.means is None:
        return ""
    if gap.means is None and gap.acts and not gap.acts.but and len(gap.acts.words) < PLACES:
        return f"for {', '.join(one(words, 'act', t) for t in gap.acts.words)} "
    return "in some cases "


def _whom(victims: Iterable[str]) -> str:
    some = {*victims}
    if some == {*VICTIMS}:
        return ""
    if "child" not in some:
        return "of adults: "
    return "of a child: " if some == {"child"} else "of some victims: "


def decides(words: Thesaurus, questions: Sequence[Question], thin: Iterable[Thin] = ()) -> str:
    """What is to be read, and what is open where it was read; and what hangs on it."""
    places: dict[str, dict[str, dict[str, None]]] = {"read": {}, "open at": {}}
    for q in questions:
        verb = "read" if q.kind in ("silent", "unseen") else "open at"
        hangs = places[verb].setdefault(q.at, {})
        against = f"{who(q.victims)}: " if q.victims == ("child",) else ""
        hangs.update(dict.fromkeys(against + one(words, d, t) for d, t in q.words))
    told = [thinness(n) for n in thin]
    for verb, found in places.items():
        said = few((f"{at} ({few(w, 3)})" if w else at for at, w in found.items()), PLACES, "; ")
        told += [f"{verb} {said}"] if said else []
    return "; ".join(told)


def falls_short(words: Thesaurus, answers: Sequence[Answer]) -> str:
    """What keeps a row that is named from being met: where alone, or for what not."""
    worst = max((a.kind for a in answers), default=Kind.REACHED)
    some = [a for a in answers if a.kind == worst]
    if worst == Kind.ONLY:
        return f"only where {elements(words, dict.fromkeys(x for a in some for x in a.only))}"
    acts = [words.label(c[0]) for a in some for c in sorted(a.contexts or ()) if c[0] != NONE]
    leaves = [words.label(a.leaf) for a in some if a.leaf != NONE and a.contexts is None]
    what = f" for {few([*leaves, *acts], 3)}" if leaves or acts else ""
    return {Kind.NOT: "no", Kind.OPEN: "open", Kind.SILENT: "not known"}.get(worst, "") + what
