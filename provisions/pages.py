"""A version as an annotated article: its lists with their words, its limbs, clauses, penalties,
discrepancies.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from provisions.citations import day_in_words
from provisions.corpus import installed, together
from provisions.phrases import sanction
from provisions.records import (
    ATTRIBUTES,
    Clause,
    Entry,
    Evidence,
    Limb,
    List,
    Offence,
    Penalty,
    Place,
    Version,
)


def remarks(version: Version, as_of: date | None = None) -> Iterator[str]:
    """What is to be said of a text beside its dates: whether it is a draft, is superseded, or was
    read up to a day.

    Of a text that was picked by its date nothing is said of newer ones; of a day that was asked
    for, only what is not known of that day.

    >>> import provisions
    >>> list(remarks(provisions.get("armenia")))
    ['superseded; the newer text (since 1 July 2022) was not read']
    >>> list(remarks(provisions.get("armenia@2006-07-16")))
    []
    """
    corpus = installed()
    if version.id not in corpus.index:
        yield "a draft"
        return
    today = date.today()  # noqa: DTZ011 - the reader's own day is meant
    until = version.in_force.until
    if until is None and version.known_until and (as_of or today) > version.known_until:
        read = day_in_words(str(version.known_until))
        yield f"text of {read}; later changes not read"
    if as_of is not None or not corpus.is_newest_read(version):
        return
    newer = corpus.newest(version)
    if newer > version.in_force.since:
        gone = "superseded; " if until is not None and until < today else ""
        yield f"{gone}the newer text (since {day_in_words(str(newer))}) was not read"
    elif until is not None and until < today:
        yield "no longer in force"
    elif version.in_force.since > today:
        yield "not yet in force"


def shown(version: Version) -> Iterator[str]:
    """A version as an annotated article.

    >>> import provisions
    >>> page = list(shown(provisions.get("CoE")))
    >>> [line.strip() for line in page if "armenia: bound" in line]
    ['armenia: bound since 2008-08-01 (coe-status-197, 42(4))']
    """
    return _Page(version).lines()


_FULL = {"absent": "full, closed", "open": "full, open", "silent": "not given in full"}
_DEFINED = {"not-compared": "not compared"}


class _Page:
    """A version, told part by part."""

    def __init__(self, version: Version) -> None:
        (self.version,), self.words = together((version,))
        self.top = Evidence(source=version.source, lang=version.lang, by=version.by)

    def lines(self) -> Iterator[str]:
        yield from self.head()
        for name, a_list in self.version.lists.items():
            yield from self.a_list(name, a_list)
        for offence in self.version.offences:
            yield from self.offence(offence)
        for clause in self.version.non_punishment:
            yield from self.clause(clause)
        yield from self.besides()
        yield from self.read()
        yield from self.bound()
        for found in self.version.discrepancies:
            yield f"\ndiscrepancy ({', '.join(found.on) or 'general'}): {found.note}"

    def said(self, evidence: Evidence, *outer: Evidence | Entry | List) -> str:
        """Where something is said, in which words, and who says so."""
        for container in (*outer, self.top):
            evidence = evidence.within(container)
        if evidence.words:
            text = f'"{evidence.words}"' + (f" [{evidence.gloss}]" if evidence.gloss else "")
        else:
            text = f"[gloss, words not held: {evidence.gloss}]" if evidence.gloss else ""
        by = f", {evidence.by}" if evidence.by else ""
        at = f"{evidence.at}: " if evidence.at else ""
        return f"{at}{text} ({evidence.source}{by})"

    def head(self) -> Iterator[str]:
        """What it is, since when, by which act, and how that is known."""
        version = self.version
        yield version.instrument.title
        yield f"{version.key}: {version.in_force}; read {version.read}"
        yield from remarks(version)
        for title, text in (
            ("established by", version.established_by),
            ("number", version.number),
            ("adopted", version.adopted),
            ("published", version.published),
            ("gazette", version.gazette),
            ("ended by", version.ended_by),
            ("dating", version.dating),
            ("facts before it", version.transitional),
        ):
            if text:
                yield f"{title}: {text}"
        yield from (f"note: {note}" for note in version.notes)

    def a_list(self, name: str, a_list: List) -> Iterator[str]:
        """A list: what it names, in which words, and what follows for the rest."""
        yield f"\n{name} ({a_list.role}, {a_list.at}): {_FULL[a_list.unlisted]}"
        if a_list.opening or a_list.opening_gloss or a_list.closing:
            verb = "opened" if a_list.unlisted == "open" else "closed"
            yield f"  {verb} by {self.said(a_list.place, a_list)}"
        for concept, entry in a_list.entries.items():
            mark = "" if entry.mark == "stated" else f" ({entry.mark})"
            for evidence in entry.evidence:
                yield f"  {self.words.label(concept)}{mark} - {self.said(evidence, a_list)}"
            yield from self.entry(entry, a_list)

    def entry(self, entry: Entry, a_list: List) -> Iterator[str]:
        """What hangs on an entry: demands, the law's definition, what settles it, the other reading."""
        for further, evidence in entry.requires.items():
            yield f"    demands {self.words.label(further)} - {self.said(evidence, entry, a_list)}"
        if entry.defined:
            how = _DEFINED.get(entry.defined.how, entry.defined.how)
            yield f"    defined ({how}) - {self.said(entry.defined, entry, a_list)}"
        if entry.settled_by:
            yield f"    settled by {self.said(entry.settled_by, entry, a_list)}"
        if entry.one_of:
            yield f"    one way among others to meet {entry.one_of}"
        if entry.reading:
            yield f"    reading: {entry.reading}"

    def offence(self, offence: Offence) -> Iterator[str]:
        """An offence: its limbs, and what each of its forms is punished with."""
        strength = f", {offence.strength}" if offence.strength else ""
        yield f"\n{offence.provision} {offence.id} ({offence.kind}, {offence.at}{strength})"
        for limb in offence.limbs:
            yield from self.limb(limb)
        own = Evidence(at=offence.at, source=offence.source, lang=offence.lang, by=offence.by)
        if offence.penalty:
            yield f"  penalty {self.penalty(offence.penalty, None, own)}"
        for tier in offence.tiers:
            together = ", all together" if tier.all else ""
            price = ""
            if tier.penalty:
                own = evolve(own, at=tier.at)
                price = f": {self.penalty(tier.penalty, offence.penalty, own)}"
            yield f"  {tier.effect} {tier.at}, circumstances {tier.circumstances}{together}{price}"

    def limb(self, limb: Limb) -> Iterator[str]:
        """One way to commit the offence, by the names of its lists."""
        needs = "".join(f", demands {self.words.label(f)}" for f in limb.requires)
        mark = "" if limb.mark == "stated" else f" ({limb.mark})"
        lists = f"acts {limb.acts}; means {limb.means}; purposes {limb.purposes}"
        yield f"  limb{mark}: {lists}; against {', '.join(limb.victims)}{needs}"
        if limb.settled_by:
            yield f"    settled by {self.said(limb.settled_by)}"
        if limb.reading:
            yield f"    reading: {limb.reading}"

    def penalty(self, penalty: Penalty, base: Penalty | None, own: Evidence) -> str:
        """A sanction in plain words, and the words of the law."""
        if penalty.mark == "unseen":
            return f"not seen; read {penalty.at or own.at}"
        plain = Evidence(
            penalty.words, penalty.gloss, penalty.at, penalty.source, penalty.lang, penalty.by
        )
        return f"{sanction(penalty, base)} - {self.said(plain, own)}"

    def clause(self, clause: Clause) -> Iterator[str]:
        """A non-punishment clause, attribute by attribute."""
        called = clause.label or clause.beneficiary
        yield f"\nnon-punishment, {called}: {self.said(clause.evidence[0])}"
        for attribute in ATTRIBUTES:
            named = ", ".join(self.words.label(c) for c in getattr(clause, attribute))
            if named:
                yield f"  {attribute}: {named}"

    def besides(self) -> Iterator[str]:
        """What the law says besides, that is no part of any comparison."""
        for note in self.version.other:
            yield f"\n{note.on}: {note.note} - {self.said(note)}"

    def read(self) -> Iterator[str]:
        """What was read besides the definition, where nothing was found, and what was not read."""
        for chapter in self.version.chapters:
            how = {"full": "read", "part": "read in part", "no": "not read"}[chapter.read]
            at = f" ({chapter.at})" if chapter.at else ""
            yield f"\n{chapter.chapter.replace('-', ' ')}{at}: {how}{self.searched(chapter)}"
        for key, place in self.version.nothing_on.items():
            yield f"\nnothing on {key}: {place.at} read{self.searched(place)}"
        for key, place in self.version.unread.items():
            yield f"\nunread, {key}: {place.at}"

    def searched(self, place: Place) -> str:
        """The words a text was searched for."""
        return f", searched for {', '.join(place.searched)}" if place.searched else ""

    def bound(self) -> Iterator[str]:
        """The States it binds, since when, and what they reserved."""
        for state, binding in self.version.binding.items():
            spans = [
                f"{word} {day}"
                for word, day in (
                    ("since", binding.since),
                    ("until", binding.until),
                    ("due", binding.due),
                )
                if day
            ]
            bound = " ".join(["bound", *spans])
            said = bound if binding.party else f"not bound (looked up {binding.checked})"
            where = ", ".join(filter(None, (binding.source, binding.at)))
            yield f"\n{state}: {said}" + (f" ({where})" if where else "")
            if binding.note:
                yield f"  note: {binding.note}"
            for kind in ("reservations", "declarations"):
                for one in getattr(binding, kind):
                    yield f"  {kind[:-1]} to {one.article} - {self.said(one)}"
