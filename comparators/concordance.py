"""A concordance: who names a concept, in which words, since when; who does not; who is silent.

What is looked for is a concept, by its identifier or label, or any words: then the words and
glosses of the records are searched. That words are not found there says nothing of a law: a record
quotes few. Of a concept every text has a finding, and a *no* is given only where the law was read
in full.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import ClassVar

from attrs import evolve, frozen

from comparators.findings import Finding, Status
from comparators.findings import find as find_in
from comparators.law import Law, law_of
from comparators.result import Result
from provisions import together, versions
from provisions.corpus import Named, UnknownNameError, every_text, index, parse_date, shortened
from provisions.errors import ProvisionsError
from provisions.nearest import did_you_mean
from provisions.records import Evidence, Version, entries_of
from provisions.values import Value
from provisions.vocabulary import Thesaurus

Naming = Callable[[Version], bool | None]
"""Whether a text names what is looked for; ``None`` where that is not known."""

NAMING: tuple[Status, ...] = ("covered", "implied", "partial")
"""The statuses of a text that names a concept, itself or by a broader or a narrower word."""


class NothingToFindError(ProvisionsError, TypeError):
    """What is looked for is neither a concept nor words; the message says what would be.

    >>> find(None)
    Traceback (most recent call last):
    comparators.concordance.NothingToFindError: None is nothing to find: give a concept, such as 'forced-marriage', or words
    """  # noqa: E501 - the message as it is printed


@frozen(eq=False, repr=False)
class Since(Value):
    """From which text held on it has been so. *certain*: the text before was read, and says no;
    else it may have been so before. ``before``: whether an earlier text is held at all.
    """

    day: date
    certain: bool = False
    before: bool = False


@frozen(eq=False, repr=False)
class Mention(Value):
    """What one text says of the concept, and since when where it names it.

    ``neighbours``: where it does not, the concepts that the thesaurus joins with this one and that
    it names, each with its evidence. ``since`` is ``None`` where it names nothing.
    """

    version: Version
    finding: Finding
    since: Since | None = None
    neighbours: tuple[tuple[str, Evidence], ...] = ()

    @property
    def elsewhere(self) -> bool:
        """Whether it names the concept in another role alone (violence, which only aggravates)."""
        own = self.finding.status not in NAMING
        return own and any(map(self._here, self.finding.elsewhere))

    def _here(self, other: object) -> bool:
        role, concept = getattr(other, "role", ""), getattr(other, "concept", "")
        return concept == self.finding.concept and role not in ("reference", "general", "unused")


@frozen(eq=False, repr=False)
class Quotation(Value):
    """Words of a text that have what was looked for: where in the record, and since when.

    ``path`` is that of the entry (``lists.purposes.entries.begging``), ``concept`` its concept,
    where it is one.
    """

    version: Version
    path: str
    evidence: Evidence
    since: Since

    @property
    def concept(self) -> str:
        """The concept that the words were taken for; nothing where they are of no entry."""
        last = self.path.rpartition(".")[2]
        return "" if "[" in last or last in ("penalty", "defined", "settled_by") else last


@frozen(slots=False, repr=False)
class Concordance(Result):
    """Who names a concept, or has some words. ``str()`` tells it.

    ``concept`` is empty where words were looked for; then ``near`` are the concepts that have them
    in their labels. ``out``: what is said of the instruments that had no text on the day asked for.

    >>> find("forced-marriage", "EU", "CoE")
    <Concordance of forced-marriage: named by 1 of 2>
    """

    mode: ClassVar[str] = "find"

    wanted: str
    concept: str
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    searched: tuple[Version, ...]
    words: Thesaurus
    near: tuple[str, ...] = ()
    as_of: date | None = None
    out: tuple[str, ...] = ()

    def of(self, *statuses: Status) -> tuple[Mention, ...]:
        """The texts in which the concept has one of some statuses."""
        return tuple(m for m in self.mentions if m.finding.status in statuses)

    @cached_property
    def named(self) -> tuple[Mention, ...]:
        """The texts whose own words name the concept."""
        return self.of("covered")

    def __repr__(self) -> str:
        if not self.concept:
            return f"<Concordance of {self.wanted!r}: {len(self.quotations)} quotations>"
        return (
            f"<Concordance of {self.concept}: named by {len(self.named)} of {len(self.mentions)}>"
        )


def find(
    wanted: str, *among: Named, as_of: str | date | None = None, words: Thesaurus | None = None
) -> Concordance:
    """Who names a concept, in which words, since when; who does not, and who is silent: of all
    instruments, or ``among`` some. Words that are no concept are looked for in the words and
    glosses of the records.

    Raises `UnknownNameError` for what is neither a concept nor among the words, with the nearest
    concept; `NothingToFindError` for what is no text.

    >>> found = find("forced-marriage", "EU", "CoE", "Kazakhstan@2006-03-02")
    >>> [(m.version.id, m.finding.evidence[0].words) for m in found.named]
    [('eu', 'of forced marriage, or of illegal adoption')]
    >>> [m.version.id for m in found.of("open")]
    ['coe', 'kazakhstan']
    """
    if not isinstance(wanted, str) or not wanted.strip():
        raise NothingToFindError(
            f"{shortened(wanted)} is nothing to find: give a concept, such as 'forced-marriage',"
            " or words"
        )
    day = parse_date(as_of) if as_of is not None else None
    texts, shared, out = _texts(among, day, words)
    concept = _concept(wanted, shared)
    read = tuple(law_of(version, shared) for version in texts)
    mentions = tuple(_mention(law, concept) for law in read) if concept else ()
    pattern = _pattern(shared.label(concept) if concept else wanted)
    quotations = tuple(q for v in texts for q in _quotations(v, pattern) if q.concept != concept)
    near = () if concept else tuple(c.id for c in shared if pattern.search(f"{c.label} {c.id}"))
    if not mentions and not quotations:
        raise UnknownNameError(_nothing(wanted, shared, near))
    return Concordance(
        " ".join(wanted.split()), concept, mentions, quotations, texts, shared, near, day, out
    )


def _texts(
    among: Sequence[Named], day: date | None, words: Thesaurus | None
) -> tuple[tuple[Version, ...], Thesaurus, tuple[str, ...]]:
    """The texts to be asked, the thesaurus, and what is said of instruments without a text."""
    if among:
        found, shared = together(among, day)
        return found, words or shared, ()
    held, out = every_text(day)
    return held, words or together(())[1], out


def _concept(wanted: str, words: Thesaurus) -> str:
    """The concept that is meant, by its identifier or label; nothing where none is."""
    name = "-".join(wanted.casefold().split())
    if name in words:
        return name
    said = " ".join(wanted.casefold().split())
    return next((c.id for c in words if c.label.casefold() == said), "")


def _nothing(wanted: str, words: Thesaurus, near: Sequence[str]) -> str:
    said = f"no concept is called {wanted!r}, and no words recorded have it"
    if near:
        return f"{said}; concepts: {', '.join(near)}"
    if "-".join(wanted.casefold().split()) in index():
        return f"{wanted!r} is an instrument and no concept: compare {wanted} tells what it names"
    return said + did_you_mean("-".join(wanted.split()), (c.id for c in words))


# -- a concept -------------------------------------------------------------------------------------


def finding_of(law: Law, concept: str) -> Finding:
    """What follows for a concept in its home facet."""
    return find_in(law, law.words[concept].facet, concept)


def _mention(law: Law, concept: str) -> Mention:
    found = Mention(law.version, finding_of(law, concept))
    if found.finding.status in NAMING or found.elsewhere:
        return evolve(found, since=_since(law.version, lambda v: _named(v, law.words, concept)))
    if found.finding.status not in ("absent", "silent"):
        return found
    return evolve(found, neighbours=tuple(_neighbours(law, concept)))


def _named(version: Version, words: Thesaurus, concept: str) -> bool | None:
    """Whether a text names a concept; ``None`` where that is not known."""
    mention = Mention(version, finding_of(law_of(version, words), concept))
    if mention.finding.status in NAMING or mention.elsewhere:
        return True
    found = mention.finding
    if found.status == "open" and not found.arguable:
        return False  # its words were read: they left it open, and did not name it
    return False if found.status in ("absent", "not-required") else None


def _since(version: Version, named: Naming) -> Since:
    """Since when it has been so, by the texts held of the same instrument."""
    earlier = [v for v in versions(version) if v.in_force.since < version.in_force.since]
    day = version.in_force.since
    for text in reversed(earlier):
        before = named(text)
        if not before:
            return Since(day, before is False, before=True)
        day = text.in_force.since
    return Since(day)


def _neighbours(law: Law, concept: str) -> Iterator[tuple[str, Evidence]]:
    """What a text names of the concepts that an edge joins with this one, whatever its scope."""
    words = law.words
    joined = [
        *(e.narrower if e.broader == concept else e.broader
          for e in words.broader if concept in (e.broader, e.narrower)),
        *(c for o in words.overlaps if concept in o.between for c in o.between if c != concept),
    ]  # fmt: skip
    for name, a_list in law.version.lists.items():
        for other in dict.fromkeys(joined):
            if other in a_list.entries:
                yield other, law.words_of(name, other)[0]


# -- words -----------------------------------------------------------------------------------------


def _pattern(wanted: str) -> re.Pattern[str]:
    """What is looked for, from the beginning of a word on, in any case."""
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, wanted.split())), re.IGNORECASE)


def _found(version: Version, pattern: re.Pattern[str]) -> Iterable[tuple[str, Evidence]]:
    for path, evidence in entries_of(version):
        if any(text and pattern.search(text) for text in (evidence.words, evidence.gloss)):
            yield path, evidence


def _quotations(version: Version, pattern: re.Pattern[str]) -> Iterator[Quotation]:
    found = tuple(_found(version, pattern))
    if found:
        since = _since(version, lambda v: True if any(_found(v, pattern)) else None)
        for path, evidence in dict.fromkeys(found):
            yield Quotation(version, path, evidence, since)
