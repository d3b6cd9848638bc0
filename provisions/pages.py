"""A version as an annotated article: its lists with their words, its limbs, clauses, penalties,
discrepancies.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import evolve

from provisions.citations import sources_of
from provisions.corpus import installed, together
from provisions.loading import unstructure
from provisions.phrases import IN_PART, quote, sanction, to_read
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
    evidence_of,
)
from provisions.remarks import remarks
from provisions.report import Report, Section


def plain(value: Any) -> Any:
    """A record for JSON: days as text."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    return str(value) if isinstance(value, date) else value


def page(version: Version) -> Report:
    """A version as an annotated article: what its lists name, in which words, its limbs, clauses,
    penalties, discrepancies, sources.

    >>> import provisions
    >>> found = page(provisions.get("CoE"))
    >>> [line for s in found.sections for line in s.lines if line.startswith("armenia: bound")]
    ['armenia: bound since 2008-08-01 (coe-status-197, 42(4))']
    """
    return _Page(version).report()


_FULL = {"absent": "full, closed", "open": "full, open", "silent": IN_PART}
_DEFINED = {"not-compared": "not compared"}


class _Page:
    """A version, told part by part."""

    def __init__(self, version: Version) -> None:
        (self.version,), self.words = together((version,))
        self.top = Evidence(source=version.source, lang=version.lang, by=version.by)
        known = {**installed().bibliography, **version.sources}
        self.sources = {name: known[name] for name in sources_of(self.version, known)}

    def report(self) -> Report:
        """Everything there is to say of the version."""
        return Report(
            self.version.instrument.title,
            tuple(self.head()),
            (),
            tuple(s for s in self.sections() if s.lines),
            data=lambda: plain(unstructure(self.version)),
            sources=tuple(self.sources.values()),
            texts=(self.version,),
            records=lambda: tuple(self.records()),
        )

    def sections(self) -> Iterator[Section]:
        """Its parts, in the order in which they are read."""
        for name, a_list in self.version.lists.items():
            head = f"{name} ({a_list.role}, {a_list.at}): {_FULL[a_list.unlisted]}"
            yield Section(head, tuple(self.a_list(a_list)) or ("nothing named",))
        for offence in self.version.offences:
            strength = f", {offence.strength}" if offence.strength else ""
            title = f": {offence.title}" if offence.title else ""
            head = (
                f"{offence.provision} {offence.id} ({offence.kind}, {offence.at}{strength}){title}"
            )
            yield Section(head, tuple(self.offence(offence)))
        for clause in self.version.non_punishment:
            called = clause.label or clause.beneficiary
            yield Section(f"non-punishment, {called}", tuple(self.clause(clause)))
        yield Section("Besides the definition", tuple(self.besides()))
        yield Section("What was read, and what was not", tuple(self.read()))
        yield Section("Whom it binds", tuple(self.bound()))
        found = self.version.discrepancies
        told = (f"discrepancy ({', '.join(d.on) or 'general'}): {d.note}" for d in found)
        yield Section("Where the sources differ", tuple(told))

    def records(self) -> Iterator[dict[str, str]]:
        """Every piece of evidence as a row."""
        for path, evidence in evidence_of(self.version):
            source = self.sources.get(evidence.source or "")
            yield {
                "version": self.version.key,
                "path": path,
                "pinpoint": evidence.at or "",
                "words": evidence.words or "",
                "lang": (evidence.lang or "") if evidence.words else "",
                "gloss": evidence.gloss or "",
                "source": evidence.source or "",
                "basis": source.basis if source else "",
                "by": evidence.by or "",
                "url": (source.URL or "") if source else "",
            }

    def said(self, evidence: Evidence, *outer: Evidence | Entry | List) -> str:
        """Where something is said, in which words, and who says so."""
        for container in (*outer, self.top):
            evidence = evidence.within(container)
        return quote(evidence, "")

    def head(self) -> Iterator[str]:
        """What it is, since when, by which act, and how that is known."""
        version = self.version
        yield f"{version.key}: {version.in_force}; read {version.read}"
        yield from remarks(version)
        for title, text in (
            ("title of this text", version.title),
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

    def a_list(self, a_list: List) -> Iterator[str]:
        """A list: what it names, in which words, and what follows for the rest."""
        if a_list.opening or a_list.opening_gloss or a_list.closing:
            verb = "opened" if a_list.unlisted == "open" else "closed"
            yield f"{verb} by {self.said(a_list.place, a_list)}"
        if a_list.reading:
            yield f"reading: {a_list.reading}"
        for concept, entry in a_list.entries.items():
            mark = "" if entry.mark == "stated" else f" ({entry.mark})"
            for evidence in entry.evidence:
                yield f"{self.words.label(concept)}{mark} - {self.said(evidence, a_list)}"
            yield from self.entry(entry, a_list)

    def entry(self, entry: Entry, a_list: List) -> Iterator[str]:
        """What hangs on an entry: demands, the law's definition, what settles it, the other
        reading.
        """
        for further, evidence in entry.requires.items():
            yield f"  demands {self.words.label(further)} - {self.said(evidence, entry, a_list)}"
        if entry.defined:
            how = _DEFINED.get(entry.defined.how, entry.defined.how)
            yield f"  defined ({how}) - {self.said(entry.defined, entry, a_list)}"
        if entry.settled_by:
            yield f"  settled by {self.said(entry.settled_by, entry, a_list)}"
        if entry.one_of:
            yield f"  one way among others to meet {entry.one_of}"
        if entry.reading:
            yield f"  reading: {entry.reading}"

    def offence(self, offence: Offence) -> Iterator[str]:
        """An offence: its limbs, and what each of its forms is punished with."""
        if offence.reading:
            yield f"reading: {offence.reading}"
        for limb in offence.limbs:
            yield from self.limb(limb)
        own = Evidence(at=offence.at, source=offence.source, lang=offence.lang, by=offence.by)
        if offence.penalty:
            yield f"penalty {self.penalty(offence.penalty, None, own)}"
        for tier in offence.tiers:
            together = ", all together" if tier.all else ""
            price = ""
            if tier.penalty:
                own = evolve(own, at=tier.at)
                price = f": {self.penalty(tier.penalty, offence.penalty, own)}"
            yield f"{tier.effect} {tier.at}, circumstances {tier.circumstances}{together}{price}"

    def limb(self, limb: Limb) -> Iterator[str]:
        """One way to commit the offence, by the names of its lists."""
        needs = "".join(f", demands {self.words.label(f)}" for f in limb.requires)
        mark = "" if limb.mark == "stated" else f" ({limb.mark})"
        lists = f"acts {limb.acts}; means {limb.means}; purposes {limb.purposes}"
        yield f"limb{mark}: {lists}; against {', '.join(limb.victims)}{needs}"
        if limb.settled_by:
            yield f"  settled by {self.said(limb.settled_by)}"
        if limb.reading:
            yield f"  reading: {limb.reading}"

    def penalty(self, penalty: Penalty, base: Penalty | None, own: Evidence) -> str:
        """A sanction in plain words, and the words of the law."""
        if penalty.mark == "unseen":
            return f"not seen; {to_read(penalty.at or own.at or '')}"
        plain = Evidence(
            penalty.words, penalty.gloss, penalty.at, penalty.source, penalty.lang, penalty.by
        )
        return f"{sanction(penalty, base)} - {self.said(plain, own)}"

    def clause(self, clause: Clause) -> Iterator[str]:
        """A non-punishment clause, attribute by attribute."""
        yield from (self.said(evidence) for evidence in clause.evidence)
        if clause.reading:
            yield f"reading: {clause.reading}"
        for attribute in ATTRIBUTES:
            named = ", ".join(self.words.label(c) for c in getattr(clause, attribute))
            if named:
                yield f"{attribute}: {named}"

    def besides(self) -> Iterator[str]:
        """What the law says besides, that is no part of any comparison."""
        for note in self.version.other:
            yield f"{note.on}: {note.note} - {self.said(note)}"

    def read(self) -> Iterator[str]:
        """What was read besides the definition, where nothing was found, and what was not read."""
        for chapter in self.version.chapters:
            how = {"full": "read", "part": "read in part", "no": "not read"}[chapter.read]
            at = f" ({chapter.at})" if chapter.at else ""
            yield f"{chapter.chapter.replace('-', ' ')}{at}: {how}{self.searched(chapter)}"
        for key, place in self.version.nothing_on.items():
            yield f"nothing on {key}: {place.at} read{self.searched(place)}"
        for key, place in self.version.unread.items():
            yield f"unread, {key}: {place.at}"

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
                    ("when it was looked up,", None if binding.since else binding.checked),
                )
                if day
            ]
            bound = " ".join(["bound", *spans])
            said = bound if binding.party else f"not bound (looked up {binding.checked})"
            where = ", ".join(filter(None, (binding.source, binding.at)))
            yield f"{state}: {said}" + (f" ({where})" if where else "")
            if binding.note:
                yield f"  note: {binding.note}"
            for kind in ("reservations", "declarations"):
                for one in getattr(binding, kind):
                    yield f"  {kind[:-1]} to {one.article} - {self.said(one)}"
