"""Checking data files: are they well-formed, do their names resolve, do their quotations stand in the sources?

Every check gives faults with file, key path, what is wrong and what would be right; none raises for bad data.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from attrs import frozen

from provisions import corpus
from provisions.loading import Fault, did_you_mean, load_version, read_toml
from provisions.records import (
    ATTRIBUTES,
    NOT_REQUIRED,
    NOT_SEEN,
    Evidence,
    Facet,
    Instrument,
    Role,
    Source,
    Version,
    evidence_of,
)
from provisions.vocabulary import Thesaurus

LONGEST_QUOTATION = 12
"""The most words a quotation may have."""

ROLE_FACETS: Mapping[str, Facet] = {
    "act": "element",
    "rule": "element",
    "scope": "element",
    "means": "means",
    "purpose": "purpose",
    "aggravating": "aggravating",
    "related": "related",
}
"""The facet whose question a list of this role answers."""

_SORTS_OF_ROLE: Mapping[str, tuple[str, ...]] = {
    "act": ("act",),
    "rule": ("rule",),
    "scope": ("scope",),
    "means": ("means", "aggravating", "further"),
    "purpose": ("purpose",),
    "aggravating": ("aggravating", "means", "purpose", "further", "act"),
    "related": ("related", "penalty"),
}
_SORT_OF_ATTRIBUTE = {a: "offences" if a == "excluded" else a for a in ATTRIBUTES}
_LIMB_ROLES = {"acts": "act", "means": "means", "purposes": "purpose"}


def _tables(value: object) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, dict):
                yield key, inner


def _rows(value: object) -> Iterator[tuple[int, dict[str, Any]]]:
    if isinstance(value, list):
        for i, inner in enumerate(value):
            if isinstance(inner, dict):
                yield i, inner


def _texts(value: object) -> Iterator[tuple[int, str]]:
    if isinstance(value, list):
        for i, inner in enumerate(value):
            if isinstance(inner, str):
                yield i, inner


def _evidence(value: object, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every table of evidence in a raw file, with its key path, and whether or not the rest is well-formed."""
    if isinstance(value, dict):
        if {"words", "gloss", "at", "source"} & value.keys():
            yield path, value
        for key, inner in value.items():
            yield from _evidence(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _evidence(inner, f"{path}[{i}]")


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0]


def mixed_scripts(pinpoint: str) -> str | None:
    """The part of a pinpoint in which letters of two scripts stand together, or ``None``.

    A part is a run of letters: ``128(2)(а)`` after ``CC`` is no mixture, ``Cр`` is one.
    """
    for part in re.findall(r"[^\W\d_]+", pinpoint):
        if len({_script(letter) for letter in part}) > 1:
            return str(part)
    return None


class _Names:
    """The names a file uses, checked against what is known, in the raw tables: whatever else is wrong with them."""

    def __init__(
        self, raw: Mapping[str, Any], file: str, words: Thesaurus, sources: Mapping[str, Source]
    ) -> None:
        self.raw, self.file, self.words, self.sources = raw, file, words, sources
        self.faults: list[Fault] = []
        lists = raw.get("lists")
        self.lists: dict[str, Any] = lists if isinstance(lists, dict) else {}

    def fault(self, path: str, message: str) -> None:
        self.faults.append(Fault(self.file, path, message))

    def concept(self, path: str, name: object, sorts: tuple[str, ...] = ()) -> None:
        if not isinstance(name, str):
            return
        if name not in self.words:
            self.fault(path, f"unknown concept {name!r}{did_you_mean(name, self.words.concepts)}")
        elif sorts and self.words[name].sort not in sorts:
            right = [c.id for c in self.words if c.sort in sorts]
            hint = did_you_mean(name, right) or f"; such as {', '.join(right[:4])}"
            self.fault(path, f"{name!r} ({self.words[name].sort}) cannot stand here: it wants {' or '.join(sorts)}{hint}")

    def requires(self, path: str, value: object) -> None:
        table = value.get("requires") if isinstance(value, dict) else None
        for name in table if isinstance(table, dict) else ():
            self.concept(f"{path}.requires.{name}", name)

    def list_name(self, path: str, name: object, role: str, specials: tuple[str, ...] = ()) -> None:
        if not isinstance(name, str) or name in specials:
            return
        if name not in self.lists:
            known = (*self.lists, *specials)
            self.fault(path, f"there is no list {name!r}{did_you_mean(name, known)}; known: {', '.join(known)}")
        elif isinstance(self.lists[name], dict) and self.lists[name].get("role") not in (role, None):
            self.fault(path, f"the list {name!r} has the role {self.lists[name].get('role')!r}, and {role!r} is wanted")

    def check(self) -> list[Fault]:
        for name, table in _tables(self.lists):
            role = table.get("role")
            entries = table.get("entries")
            for concept in entries if isinstance(entries, dict) else ():
                path = f"lists.{name}.entries.{concept}"
                self.concept(path, concept, _SORTS_OF_ROLE.get(role, ()) if isinstance(role, str) else ())
                self.requires(path, entries[concept])  # type: ignore[index] - entries is a dict here
        for i, offence in _rows(self.raw.get("offences")):
            path = f"offences[{i}]"
            for j, limb in _rows(offence.get("limbs")):
                for key, role in _LIMB_ROLES.items():
                    specials = (NOT_SEEN,) if key == "acts" else (NOT_REQUIRED, NOT_SEEN)
                    self.list_name(f"{path}.limbs[{j}].{key}", limb.get(key), role, specials)
                self.requires(f"{path}.limbs[{j}]", limb)
            for j, tier in _rows(offence.get("tiers")):
                self.list_name(f"{path}.tiers[{j}].circumstances", tier.get("circumstances"), "aggravating")
            self.list_name(f"{path}.graver_for", offence.get("graver_for"), "aggravating")
        for i, clause in _rows(self.raw.get("non_punishment")):
            for attribute in ATTRIBUTES:
                table = clause.get(attribute)
                for name in table if isinstance(table, dict) else ():
                    self.concept(f"non_punishment[{i}].{attribute}.{name}", name, (_SORT_OF_ATTRIBUTE[attribute],))
        for i, discrepancy in _rows(self.raw.get("discrepancies")):
            for j, name in _texts(discrepancy.get("on")):
                self.concept(f"discrepancies[{i}].on[{j}]", name)
        for i, example in _rows(self.raw.get("examples")):
            for j, name in _texts(example.get("facts")):
                if name not in ("adult", "child", "incapacitated", "consent"):
                    self.concept(f"examples[{i}].facts[{j}]", name)
        self.evidence()
        return self.faults

    def evidence(self) -> None:
        for path, table in _evidence(dict(self.raw), ""):
            source, words, at = table.get("source"), table.get("words"), table.get("at")
            if isinstance(source, str) and source not in self.sources:
                where = f"{path}.source".lstrip(".")
                self.fault(where, f"unknown source {source!r}{did_you_mean(source, dict(self.sources))}")
            if isinstance(words, str):
                self.quotation(f"{path}.words", words)
            if isinstance(at, str) and (part := mixed_scripts(at)):
                self.fault(f"{path}.at", f"{part!r} mixes letters of two scripts: write the pinpoint as its source does")
        for name, table in _tables(self.lists):
            for key in ("opening", "closing"):
                if isinstance(table.get(key), str):
                    self.quotation(f"lists.{name}.{key}", table[key])
            entries = table.get("entries")
            for concept, value in entries.items() if isinstance(entries, dict) else ():
                if isinstance(value, str):
                    self.quotation(f"lists.{name}.entries.{concept}", value)
        for i, clause in _rows(self.raw.get("non_punishment")):
            for attribute in ATTRIBUTES:
                inner = clause.get(attribute)
                for concept, value in inner.items() if isinstance(inner, dict) else ():
                    if isinstance(value, str):
                        self.quotation(f"non_punishment[{i}].{attribute}.{concept}", value)

    def quotation(self, path: str, words: str) -> None:
        count = len([w for w in re.split(r"[\s…]+", words) if w.strip(".")])
        if count > LONGEST_QUOTATION:
            self.fault(path, f"quotes {count} words: at most {LONGEST_QUOTATION}, and '...' for what is left out")


def _sense(version: Version, file: str, sources: Mapping[str, Source]) -> Iterator[Fault]:
    """What a well-formed record may still say against itself."""

    def fault(path: str, message: str) -> Fault:
        return Fault(file, path, message)

    span = version.in_force
    if span.until is not None and span.until < span.since:
        yield fault("in_force.until", f"ends before it begins: {span.since} to {span.until}")
    if version.read < version.in_force.since and version.instrument.kind == "national-law":
        yield fault("read", f"{version.read} is before the text was law ({span.since})")
    national = not version.instrument.international
    for name, a_list in version.lists.items():
        path = f"lists.{name}"
        if a_list.unlisted == "open" and not (a_list.opening or a_list.opening_gloss):
            yield fault(f"{path}.opening", "an open list wants the words that open it: opening, or opening_gloss")
        if a_list.unlisted != "open" and (a_list.opening or a_list.opening_gloss or a_list.opening_at):
            yield fault(f"{path}.opening", f"only an open list has words that open it; this one is {a_list.unlisted!r}")
        if a_list.unlisted != "absent" and (a_list.closing or a_list.closing_gloss):
            yield fault(f"{path}.closing", f"only a closed list has closing words; this one is {a_list.unlisted!r}")
        if national and a_list.strength:
            yield fault(f"{path}.strength", "only provisions of international instruments have a strength")
        for concept, entry in a_list.entries.items():
            where = f"{path}.entries.{concept}"
            if entry.mark == "arguable" and not entry.reading:
                yield fault(f"{where}.reading", "an arguable entry wants the other reading, in a note")
            if entry.mark != "unseen" and not (entry.words or entry.gloss):
                yield fault(where, "wants the law's own words, or a gloss where no source held has them")
            if entry.restates and a_list.role != "aggravating":
                yield fault(f"{where}.restates", "only an aggravated form restates; this list is not aggravating")
            if entry.refers_to and a_list.role != "reference":
                yield fault(f"{where}.refers_to", "stands in a list of role 'reference'")
            if national and entry.strength:
                yield fault(f"{where}.strength", "only provisions of international instruments have a strength")
            bases = [
                sources[s].basis
                for e in entry.evidence
                if (s := e.source or a_list.source or version.source) in sources
            ]
            if bases and set(bases) == {"draft"} and national:
                yield fault(where, "a draft is never the only evidence of law in force: give another source in 'also'")
    for i, offence in enumerate(version.offences):
        duty = offence.provision == "duty"
        if duty and not offence.strength:
            yield fault(f"offences[{i}].strength", "a duty wants its strength: shall, shall-consider, may, commitment")
        if national and (duty or offence.strength):
            yield fault(f"offences[{i}]", "only an international instrument lays down duties, with a strength")
        for j, limb in enumerate(offence.limbs):
            if limb.mark == "arguable" and not limb.reading:
                yield fault(f"offences[{i}].limbs[{j}].reading", "an arguable limb wants the other reading, in a note")
            if not limb.victims:
                yield fault(f"offences[{i}].limbs[{j}].victims", "names nobody: adult, child, incapacitated")
        for where, penalty in (
            (f"offences[{i}].penalty", offence.penalty),
            *((f"offences[{i}].tiers[{j}].penalty", t.penalty) for j, t in enumerate(offence.tiers)),
        ):
            if penalty:
                low = (penalty.min_years or 0) * 12 + (penalty.min_months or 0)
                high = (penalty.max_years or 0) * 12 + (penalty.max_months or 0)
                if high and low > high:
                    yield fault(where, "the lowest term is above the highest")
                if not (penalty.words or penalty.gloss):
                    yield fault(where, "wants the law's own words, or a gloss where no source held has them")
    for i, clause in enumerate(version.non_punishment):
        if not clause.at:
            yield fault(f"non_punishment[{i}].at", "is missing: a clause has a pinpoint")
        if national and clause.strength:
            yield fault(f"non_punishment[{i}].strength", "only provisions of international instruments have a strength")
    yield from _answered(version, file)
    for path, evidence in evidence_of(version):
        if evidence.words and evidence.lang not in (None, "en") and not evidence.gloss:
            yield fault(path, f"words in {evidence.lang!r} want a gloss in English beside them")
        if not evidence.at:
            yield fault(path, "has no pinpoint: give 'at' here or on what contains it")


def _answered(version: Version, file: str) -> Iterator[Fault]:
    """Every facet has an answer: lists, ``nothing_on``, or ``unread``; and only one of them."""
    answered: set[str] = {ROLE_FACETS[x.role] for x in version.lists.values() if x.role in ROLE_FACETS}
    limbs = [limb for o in version.offences if o.kind == "trafficking" for limb in o.limbs]
    answered |= {"means"} & ({"means"} if any(x.means == NOT_REQUIRED for x in limbs) else set())
    answered |= {"purpose"} & ({"purpose"} if any(x.purposes == NOT_REQUIRED for x in limbs) else set())
    if any(o.penalty or any(t.penalty for t in o.tiers) for o in version.offences):
        answered.add("penalty")
    if any(c.beneficiary != "anyone" for c in version.non_punishment):
        answered.add("non-punishment")
    for facet in get_args(Facet):
        said = [facet in answered, facet in version.nothing_on, facet in version.unread]
        if facet in version.nothing_on and facet in version.unread:
            yield Fault(file, f"nothing_on.{facet}", f"is in 'unread' too: {facet} was read, or it was not")
        if not any(said):
            message = f"nothing is said of {facet}: give a list, or 'nothing_on' (read, and not there), or 'unread'"
            yield Fault(file, "nothing_on", message)
        lists = [x for x in version.lists.values() if ROLE_FACETS.get(x.role) == facet]
        if facet in version.nothing_on and facet not in ("element", "non-punishment", "penalty") and lists:
            silent = any(x.unlisted == "silent" for x in lists)
            what = "a list of it is 'silent' and nevertheless this says absent" if silent else "there is a list of it"
            yield Fault(file, f"nothing_on.{facet}", f"contradicts the lists: {what}; remove one of the two")
    for facet, token in (("means", "means"), ("purpose", "purposes"), ("element", "acts")):
        unseen = any(getattr(x, token) == NOT_SEEN for o in version.offences for x in o.limbs)
        if unseen and facet not in version.unread:
            yield Fault(file, f"unread.{facet}", f"is missing: a limb says {NOT_SEEN!r}; say where it would be read")


def check_version(
    raw: Mapping[str, Any],
    file: str,
    instrument: Instrument | None,
    words: Thesaurus,
    sources: Mapping[str, Source],
) -> tuple[Version | None, tuple[Fault, ...]]:
    """One version file's tables as a record, with all its faults at once.

    A file that gives ``id``, ``name``, ``kind`` (and ``aliases``) itself stands alone: a draft; then ``instrument``
    may be ``None``.
    """
    tables = dict(raw)
    if instrument is not None:
        own: dict[str, Any] = {"id": instrument.id, "name": instrument.name, "title": instrument.title,
                               "kind": instrument.kind, "aliases": list(instrument.aliases)}  # fmt: skip
    else:
        own = {key: tables.pop(key) for key in ("id", "name", "kind", "aliases") if key in tables}
        own.setdefault("title", tables.get("title", own.get("name")))
        own.setdefault("id", str(own.get("name", "draft")).casefold().replace(" ", "-"))
    faults = _Names(tables, file, words, sources).check()
    version, found = load_version({**tables, "instrument": own}, file)
    if version is not None:
        found = (*found, *_sense(version, file, sources))
    return version, tuple(dict.fromkeys((*found, *faults)))


def check_vocabulary(words: Thesaurus, file: str, instruments: Mapping[str, Any]) -> Iterator[Fault]:
    """Do the edges join known concepts, with an authority, and never in a circle?"""
    for kind, edges in (("broader", words.broader), ("overlaps", words.overlaps)):
        for i, edge in enumerate(edges):
            path = f"{kind}[{i}]"
            ends = (edge.narrower, edge.broader) if kind == "broader" else edge.between  # type: ignore[union-attr]
            for end in ends:
                if end not in words:
                    yield Fault(file, path, f"unknown concept {end!r}{did_you_mean(end, words.concepts)}")
            if not (edge.source and edge.at and (edge.words or edge.gloss)):
                yield Fault(file, path, "wants its authority: source, at, and words or a gloss")
            scope = getattr(edge, "scope", None)
            if scope and scope not in instruments:
                yield Fault(file, f"{path}.scope", f"no instrument {scope!r}{did_you_mean(scope, dict(instruments))}")
    for concept in words:
        if concept.id in words.under(concept.id, None):
            yield Fault(file, concept.id, "lies under itself: its 'broader' edges run in a circle")
        for further in concept.contains:
            if further not in words:
                yield Fault(file, f"{concept.id}.contains", f"unknown concept {further!r}")


@frozen
class Quotation:
    """One quotation held against the text of its source."""

    file: str
    path: str
    source: str
    at: str | None
    words: str
    result: Literal["verbatim", "differs", "not found", "no text held"]
    nearest: str | None = None


_QUOTES = str.maketrans({c: '"' for c in "“”„«»‟`´"} | {c: "'" for c in "‘’‚"})


def normalised(text: str) -> str:
    """Text without differences of white space, quotation marks and case."""
    return re.sub(r"\s+", " ", text.translate(_QUOTES).replace("''", '"')).strip().casefold()


def _nearest(words: str, text: str) -> str | None:
    """The passage of ``text`` most like ``words``, or ``None`` where nothing comes near."""
    from difflib import SequenceMatcher  # only needed where a quotation is wrong

    tokens, wanted = text.split(" "), words.split(" ")
    size, best, score = len(wanted), "", 0.0
    rare = max(wanted, key=len)
    for i, token in enumerate(tokens):
        if token.strip(".,;:()") != rare.strip(".,;:()"):
            continue
        for start in range(max(0, i - size), i + 1):
            passage = " ".join(tokens[start : start + size])
            ratio = SequenceMatcher(None, words, passage).ratio()
            if ratio > score:
                best, score = passage, ratio
    return best if score > 0.6 else None


def check_quotation(words: str, text: str) -> tuple[Literal["verbatim", "differs", "not found"], str | None]:
    """Does every part of ``words`` (parts are joined by an ellipsis) stand in the normalised ``text``, in order?"""
    at = 0
    for part in re.split(r"\.\.\.|…", words):
        wanted = normalised(part)
        found = text.find(wanted, at)
        if found < 0:
            near = _nearest(wanted, text)
            return ("differs", near) if near else ("not found", None)
        at = found + len(wanted)
    return "verbatim", None


def check_quotations(version: Version, file: str, folder: Path) -> Iterator[Quotation]:
    """Every quotation of a version held against ``folder/<source>.txt``, where there is one."""
    for path, evidence in evidence_of(version):
        yield from _held(evidence, path, file, folder)


def check_edges(words: Thesaurus, file: str, folder: Path) -> Iterator[Quotation]:
    """The quotations that the edges of the thesaurus rest on."""
    for kind, edges in (("broader", words.broader), ("overlaps", words.overlaps)):
        for i, edge in enumerate(edges):
            yield from _held(edge, f"{kind}[{i}]", file, folder)


_texts_read: dict[Path, str | None] = {}


def _held(evidence: Evidence, path: str, file: str, folder: Path) -> Iterator[Quotation]:
    if not evidence.words or not evidence.source:
        return
    text_file = folder / f"{evidence.source}.txt"
    if text_file not in _texts_read:
        _texts_read[text_file] = normalised(text_file.read_text(encoding="utf-8")) if text_file.is_file() else None
    text = _texts_read[text_file]
    if text is None:
        yield Quotation(file, path, evidence.source, evidence.at, evidence.words, "no text held")
        return
    result, nearest = check_quotation(evidence.words, text)
    yield Quotation(file, path, evidence.source, evidence.at, evidence.words, result, nearest)


def check_file(
    path: Path, file: str, instrument: Instrument | None, words: Thesaurus, sources: Mapping[str, Source]
) -> tuple[Version | None, tuple[Fault, ...]]:
    """A version file read from disk and checked; its name must be the day its text came into force."""
    raw, faults = read_toml(path, file)
    if faults:
        return None, faults
    version, faults = check_version(raw, file, instrument, words, sources)
    if version and instrument and path.stem != str(version.in_force.since):
        right = f"{version.in_force.since}.toml"
        faults = (*faults, Fault(file, "in_force.since", f"the file must be named after it: {right}"))
    return version, faults


def check_shared() -> tuple[Thesaurus, Mapping[str, Source], Mapping[str, Instrument], list[Fault]]:
    """The vocabulary, the bibliography and the index, with the faults of the edges between them.

    Raises `DataError` for one that cannot be read at all: nothing else can be checked without it.
    """
    words, sources, instruments = corpus.thesaurus(), corpus.bibliography(), corpus.index()
    faults = list(check_vocabulary(words, "data/vocabulary.toml", instruments))
    for kind, edges in (("broader", words.broader), ("overlaps", words.overlaps)):
        for i, edge in enumerate(edges):
            if edge.source and edge.source not in sources:
                message = f"unknown source {edge.source!r}{did_you_mean(edge.source, dict(sources))}"
                faults.append(Fault("data/vocabulary.toml", f"{kind}[{i}].source", message))
    names: dict[str, str] = {}
    for instrument in instruments.values():
        for name in {n.casefold() for n in (instrument.id, instrument.name, *instrument.aliases)}:
            if name in names:
                message = f"{name!r} is a name of {names[name]!r} too: a name finds one instrument"
                faults.append(Fault("data/instruments.toml", instrument.id, message))
            names[name] = instrument.id
    return words, sources, instruments, faults


def check_spans(found: list[tuple[Version, str]]) -> Iterator[Fault]:
    """No two versions of an instrument are in force on one day."""
    ordered = sorted(found, key=lambda pair: pair[0].in_force.since)
    for (earlier, _), (later, file) in zip(ordered, ordered[1:], strict=False):
        end = earlier.in_force.until
        if end is None or end >= later.in_force.since:
            says = f"until {end}" if end else "without an end"
            yield Fault(
                file,
                "in_force.since",
                f"overlaps with the version of {earlier.in_force.since}, in force {says}: "
                f"that one must end before {later.in_force.since}",
            )


__all__ = [
    "LONGEST_QUOTATION",
    "Quotation",
    "Role",
    "check_edges",
    "check_file",
    "check_quotations",
    "check_spans",
    "check_version",
    "check_vocabulary",
]
