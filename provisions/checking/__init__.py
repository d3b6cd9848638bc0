"""Checking data files: are they well-formed, do their names resolve, do their quotations stand in
the sources?

Every check gives faults with file, key path, what is wrong and what would be right; none raises for
bad data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from attrs import frozen

from provisions import corpus
from provisions.checking.consistency import ROLE_FACETS, contradictions
from provisions.checking.names import LONGEST_QUOTATION, Names, mixed_scripts
from provisions.checking.quotations import (
    Quotation,
    check_edges,
    check_quotation,
    check_quotations,
    normalised,
)
from provisions.loading import DataError, Fault, load_version, read_toml
from provisions.nearest import did_you_mean
from provisions.records import VICTIMS, Evidence, Instrument, Source, Version, entries_of
from provisions.vocabulary import Thesaurus


def check_version(
    raw: Mapping[str, Any],
    file: str,
    instrument: Instrument | None,
    words: Thesaurus,
    sources: Mapping[str, Source],
) -> tuple[Version | None, tuple[Fault, ...]]:
    """One version file's tables as a record, with all its faults at once.

    A file that gives ``id``, ``name``, ``kind`` (and ``aliases``) itself stands alone: a draft;
    then ``instrument`` may be ``None``.
    """
    tables = dict(raw)
    own_key = (
        [Fault(file, "instrument", "unknown key: the index says whose file this is")]
        if tables.pop("instrument", None)
        else []
    )
    if instrument is not None:
        own: dict[str, Any] = {"id": instrument.id, "name": instrument.name, "title": instrument.title,
                               "kind": instrument.kind, "aliases": list(instrument.aliases)}  # fmt: skip
    else:
        own = {key: tables.pop(key) for key in ("id", "name", "kind", "aliases") if key in tables}
        own["title"] = tables.get("title") or own.get("name") or "draft"
        own.setdefault("id", str(own.get("name", "draft")).casefold().replace(" ", "-"))
    faults = Names(tables, file, words, sources).check()
    version, found = load_version({**tables, "instrument": own}, file)
    if version is not None:
        found = (*found, *contradictions(version, file, sources, draft=instrument is None))
    plain = [
        Fault(f.file, f.path.removeprefix("instrument."), f.message)
        for f in (*own_key, *found, *faults)
    ]
    return (version if not own_key else None), tuple(dict.fromkeys(plain))


def check_vocabulary(
    words: Thesaurus, file: str, instruments: Mapping[str, Any]
) -> Iterator[Fault]:
    """Do the edges join known concepts, with an authority, and never in a circle?"""
    edges = [
        (f"broader[{i}]", e, (e.narrower, e.broader), e.scope) for i, e in enumerate(words.broader)
    ]
    joined = [(f"overlaps[{i}]", e, e.between, None) for i, e in enumerate(words.overlaps)]
    for path, edge, ends, scope in (*edges, *joined):
        for end in ends:
            if end not in words:
                yield Fault(
                    file, path, f"unknown concept {end!r}{did_you_mean(end, words.concepts)}"
                )
        if not (edge.source and edge.at and (edge.words or edge.gloss)):
            yield Fault(file, path, "wants its authority: source, at, and words or a gloss")
        if scope and scope not in instruments:
            yield Fault(
                file,
                f"{path}.scope",
                f"no instrument {scope!r}{did_you_mean(scope, dict(instruments))}",
            )
    scopes = dict.fromkeys((None, *(e.scope for e in words.broader)))
    for concept in words:
        if any(concept.id in words.under(concept.id, scope) for scope in scopes):
            yield Fault(file, concept.id, "lies under itself: its 'broader' edges run in a circle")
        for further in concept.contains:
            if further not in words and further not in VICTIMS:
                yield Fault(file, f"{concept.id}.contains", f"unknown concept {further!r}")


def check_file(
    path: Path,
    file: str,
    instrument: Instrument | None,
    words: Thesaurus,
    sources: Mapping[str, Source],
) -> tuple[Version | None, tuple[Fault, ...]]:
    """A version file read from disk and checked; its name must be the day its text came into
    force.
    """
    raw, faults = read_toml(path, file)
    if faults:
        return None, faults
    version, faults = check_version(raw, file, instrument, words, sources)
    if version and instrument and path.stem != version.in_force.name:
        right = f"{version.in_force.name}.toml"
        faults = (
            *faults,
            Fault(file, "in_force.since", f"the file must be named after it: {right}"),
        )
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
                message = (
                    f"unknown source {edge.source!r}{did_you_mean(edge.source, dict(sources))}"
                )
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
    latest: Version | None = None
    for version, file in ordered:
        if latest is not None:
            end = latest.in_force.until
            if end is None or end >= version.in_force.since:
                says = f"until {end}" if end else "without an end"
                message = (
                    f"overlaps with the version of {latest.in_force.since}, in force {says}: "
                    f"that one must end before {version.in_force.since}"
                )
                yield Fault(file, "in_force.since", message)
        ends = (latest.in_force.until or date.max) if latest else date.min
        if latest is None or (version.in_force.until or date.max) >= ends:
            latest = version


@frozen
class Checked:
    """What checking some files, or the whole corpus, has found."""

    faults: tuple[Fault, ...]
    quotations: tuple[Quotation, ...] = ()
    versions: tuple[Version, ...] = ()

    @property
    def with_words(self) -> int:
        """Entries that quote the law's own words."""
        return sum(1 for _, e in self._entries() if e.words)

    @property
    def gloss_only(self) -> int:
        """Entries for which no source held has the words."""
        return sum(1 for _, e in self._entries() if not e.words)

    def _entries(self) -> Iterator[tuple[str, Evidence]]:
        for version in self.versions:
            yield from entries_of(version)


def check_corpus(files: Sequence[Path] = (), texts: Path | None = None) -> Checked:
    """Check files, or, without any, the whole corpus: vocabulary, bibliography, index and every
    version.

    ``texts`` is a folder of full texts (``<source>.txt``) against which every quotation is held.
    """
    try:
        words, bibliography, index, shared = check_shared()
    except DataError as error:
        return Checked(error.faults)
    faults = [] if files else shared
    quotations: list[Quotation] = []
    found: dict[str, list[tuple[Version, str]]] = {}
    paths = list(files) or sorted(corpus.data_folder().glob("*/*.toml"))
    for path in paths:
        name = str(path) if files else f"data/{path.parent.name}/{path.name}"
        version, bad = check_file(
            path, name, index.get(path.resolve().parent.name), words, bibliography
        )
        faults += bad
        if version:
            found.setdefault(version.id, []).append((version, name))
            quotations += check_quotations(version, name, texts) if texts else ()
    for pairs in found.values():
        faults += check_spans(pairs)
    if not files:
        folders = {p.parent.name for p in paths}
        faults += [
            Fault("data/instruments.toml", key, f"has no version: data/{key}/ holds no file")
            for key in index
            if key not in folders
        ]
        faults += [
            Fault(f"data/{folder}", "", "is in no index: add it to data/instruments.toml")
            for folder in sorted(folders - index.keys())
        ]
        quotations += check_edges(words, "data/vocabulary.toml", texts) if texts else ()
    return Checked(
        tuple(faults), tuple(quotations), tuple(v for pairs in found.values() for v, _ in pairs)
    )


__all__ = [
    "LONGEST_QUOTATION",
    "ROLE_FACETS",
    "Checked",
    "Quotation",
    "check_corpus",
    "check_edges",
    "check_file",
    "check_quotation",
    "check_quotations",
    "check_shared",
    "check_spans",
    "check_version",
    "check_vocabulary",
    "mixed_scripts",
    "normalised",
]  # fmt: skip
