"""The sentences of a concordance: its four lists, since when, and the neighbours of a *no*."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from comparators.concordance import Concordance, Mention, Since
from comparators.wording.cells import elsewhere, pinpoints, what
from comparators.wording.heads import FACET_TITLES
from provisions.phrases import quoted
from provisions.records import Broader
from provisions.vocabulary import Thesaurus

GROUPS: Mapping[str, Callable[[Mention], bool]] = {
    "Who names it": lambda m: m.finding.status == "covered",
    "Where it follows from other words": lambda m: m.finding.status == "implied",
    "Who names it in part": lambda m: m.finding.status == "partial",
    "Who names it in another role": lambda m: m.elsewhere,
    "Who leaves it open": lambda m: m.finding.status == "open",
    "Who does not demand it": lambda m: m.finding.status == "not-required",
    "Who does not: read in full": lambda m: m.finding.status == "absent",
    "Where it is not known (not a no)": lambda m: m.finding.status == "silent",
}
"""The lists, and who stands in each: in the first that applies."""

_COUNTED: Mapping[str, str] = {
    "Who names it": "named by {}",
    "Where it follows from other words": "follows in {}",
    "Who names it in part": "in part in {}",
    "Who names it in another role": "named in another role by {}",
    "Who leaves it open": "left open by {}",
    "Who does not demand it": "not demanded by {}",
    "Who does not: read in full": "read in full and not there: {}",
    "Where it is not known (not a no)": "not known: {}",
}


def grouped(found: Concordance) -> dict[str, list[Mention]]:
    """The texts in their lists; those lists alone in which there are any."""
    lists: dict[str, list[Mention]] = {title: [] for title in GROUPS}
    for mention in found.mentions:
        lists[next(title for title, fits in GROUPS.items() if fits(mention))].append(mention)
    return {title: some for title, some in lists.items() if some}


def counted(found: Concordance) -> str:
    """How many texts stand in each list: Named by 12 of 58 texts; left open by 30; ...

    >>> from comparators.concordance import find
    >>> counted(find("forced-marriage", "EU", "CoE"))
    'Named by 1 of 2 texts; left open by 1.'
    """
    said = [_COUNTED[title].format(len(some)) for title, some in grouped(found).items()]
    first, *rest = said
    told = "; ".join((f"{first} of {len(found.mentions)} texts", *rest))
    return f"{told[:1].upper()}{told[1:]}."


def since(when: Since | None) -> str:
    """Since when it has been so, and whether that is certain.

    >>> from datetime import date
    >>> since(Since(date(2006, 3, 2), certain=True, before=True))
    'since 2006-03-02'
    >>> since(Since(date(2006, 3, 2), before=True))
    '2006-03-02 at the latest'
    >>> since(Since(date(2006, 3, 2)))
    '2006-03-02, first text held'
    """
    if when is None:
        return ""
    if when.certain:
        return f"since {when.day}"
    return f"{when.day} at the latest" if when.before else f"{when.day}, first text held"


def place(mention: Mention) -> str:
    """Where it is named, or was looked for, or is to be read."""
    if mention.elsewhere:
        there = (e for o in mention.finding.elsewhere for e in o.evidence)
        return pinpoints(there)
    some = mention.finding.evidence
    some = some[:1] if mention.finding.status == "silent" else some
    return ("read " if mention.finding.status == "silent" else "") + pinpoints(some)


def told(mention: Mention, words: Thesaurus) -> str:
    """In which words; what else the text names that the thesaurus joins with it."""
    finding = mention.finding
    if mention.elsewhere:
        there = [o for o in finding.elsewhere if o.concept == finding.concept]
        said = dict.fromkeys(quoted(e) for o in there for e in o.evidence if e.words or e.gloss)
        role = elsewhere(words, finding.concept, there).removeprefix("; ")
        return "; ".join((role, *said))
    own = what(finding, words) or next(filter(None, map(quoted, finding.evidence)), "stated")
    if finding.status == "not-required":
        own = "no means needed" if finding.facet == "means" else "not demanded"
    beside = elsewhere(words, finding.concept, finding.elsewhere)
    near = [f"{words.label(c)}: {quoted(e)} ({e.at})" for c, e in mention.neighbours]
    names = f"; names {'; '.join(near)}" if near else ""
    return f"{own}{beside}{names}"


def defined(concept: str, words: Thesaurus) -> Iterator[str]:
    """What the concept is, and what the thesaurus joins with it, on whose authority."""
    about = words[concept]
    note = f": {about.note}" if about.note else ""
    yield f"{about.label} ({concept}): {FACET_TITLES[about.facet].casefold()}, {about.sort}{note}"
    up = [_edge(e, e.broader, words) for e in words.broader if e.narrower == concept]
    down = [_edge(e, e.narrower, words) for e in words.broader if e.broader == concept]
    if up:
        yield f"lies under {'; '.join(up)}"
    if down:
        yield f"contains {'; '.join(down)}"
    for overlap in words.overlaps:
        if concept in overlap.between:
            (other,) = (c for c in overlap.between if c != concept)
            only = f", in {overlap.scope} alone" if overlap.scope else ""
            yield f"overlaps with {words.label(other)} ({other}){only}: {overlap.reason}"


def _edge(edge: Broader, other: str, words: Thesaurus) -> str:
    only = f", in {edge.scope} alone" if edge.scope else ""
    condition = f", if {edge.condition}" if edge.condition else ""
    return f"{words.label(other)} ({edge.source} {edge.at}{only}{condition})"
