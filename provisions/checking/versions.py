"""One record, with all its faults at once: its shape, its names, and what it says against
itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, repeat
from pathlib import Path
from typing import Any, TypeVar

from attrs import evolve, fields

from provisions.checking.consistency import contradictions
from provisions.checking.names import Names
from provisions.checking.vocabulary import check_brought
from provisions.drafts import scoped
from provisions.loading import (
    Fault,
    instrument_table,
    limbs_of,
    load_sources,
    load_thesaurus,
    load_version,
    located,
    read_toml,
)
from provisions.nearest import did_you_mean
from provisions.records import Concept, Instrument, Source, Version, Vocabulary
from provisions.vocabulary import GROUPS, Thesaurus

T = TypeVar("T")

_UNREADABLE = Source("", "", "", "draft")
_OWN = ("id", "name", "kind", "aliases")
"""What a draft says of its instrument, and the index says of those of the corpus."""
_BROUGHT = ("amends", "sources", "vocabulary")
"""What a draft may bring, and a version of the corpus has in the shared files."""


def identifier(name: str) -> str:
    """The identifier of a draft that gives none, from its name.

    >>> identifier("Kazakhstan, bill of 2027")
    'kazakhstan-bill-of-2027'
    """
    kept = "".join(c if c.isalnum() else " " for c in name.casefold())
    return "-".join(kept.split()) or "draft"


def check_version(
    raw: Mapping[str, Any],
    file: str,
    instrument: Instrument | None,
    words: Thesaurus,
    sources: Mapping[str, Source],
) -> tuple[Version | None, tuple[Fault, ...]]:
    """One version file's tables as a record of ``instrument``, with all its faults at once.

    Without an instrument the file stands alone: a draft, which gives its name and kind itself.
    """
    if instrument is None:
        return check_draft(raw, file, {}, words, sources)
    tables = dict(raw)
    alien = [
        Fault(file, key, f"unknown key: {says}")
        for key, says in (
            ("instrument", "the index says whose file this is"),
            *((key, "the vocabulary and the bibliography have it, for all") for key in _BROUGHT),
        )
        if tables.pop(key, None) is not None
    ]
    faults = Names(tables, file, words, sources).check()
    tables["instrument"] = instrument_table(instrument)
    version, found = load_version(tables, file)
    if version is not None:
        own = contradictions(version, file, sources, draft=False)
        found = (*found, *_in_rows(own, raw))
    return (None if alien else version), tuple(dict.fromkeys((*alien, *found, *faults)))


def check_draft(
    raw: Mapping[str, Any],
    file: str,
    index: Mapping[str, Instrument],
    words: Thesaurus,
    sources: Mapping[str, Source],
) -> tuple[Version | None, tuple[Fault, ...]]:
    """A draft's tables as a record, with all its faults at once; ``index`` is that of the corpus.

    A draft gives ``name`` and ``kind`` (and ``id``, ``aliases``) itself, and may bring sources,
    concepts and edges; what it brings is held against the corpus.
    """
    tables = dict(raw)
    own = {key: tables.pop(key) for key in _OWN if key in tables}
    title = tables.get("title") or own.get("name")
    own["title"] = title if isinstance(title, str) and title.strip() else "draft"
    own.setdefault("id", identifier(str(own.get("name", "draft"))))
    faults = [] if not tables.pop("instrument", None) else [
        Fault(file, "instrument", "unknown key: a draft has 'name' and 'kind' by themselves")
    ]  # fmt: skip
    faults += _identity(own["id"], tables.get("amends"), file, index)
    known = (*_OWN, *(f.name for f in fields(Version) if f.name != "instrument"))
    for key in [key for key in tables if key not in known]:
        del tables[key]
        said = f"unknown key{did_you_mean(key, known)}; known: {', '.join(known)}"
        faults.append(Fault(file, key, said))
    brought, joined, bad = _brought(tables, str(own["id"]), file, words, sources)
    faults += bad
    named = Names(tables, file, joined, brought).check()
    version, found = load_version({**tables, "instrument": own}, file)
    if version is not None:
        found = (*found, *_in_rows(contradictions(version, file, brought, draft=True), raw))
    every = [evolve(f, path=f.path.removeprefix("instrument.")) for f in found]
    return version, tuple(dict.fromkeys((*faults, *every, *named)))


def _identity(
    own: object, amends: object, file: str, index: Mapping[str, Instrument]
) -> Iterator[Fault]:
    """Is the draft told apart from what is installed, and does it amend something that is?"""
    if isinstance(own, str) and own in index:
        message = (
            f"{own!r} is an instrument of the corpus: give the draft an identifier of its own, "
            f"such as id = {f'{own}-draft'!r}"
        )
        yield Fault(file, "id", message)
    if isinstance(amends, str) and index and amends not in index:
        yield Fault(file, "amends", f"no instrument {amends!r}{did_you_mean(amends, index)}")


_LIMB = re.compile(r"(?<=^offences\[)(\d+)\]\.limbs\[(\d+)(?=\])")


def _in_rows(faults: Iterable[Fault], raw: Mapping[str, Any]) -> Iterator[Fault]:
    """The faults of a record, at the rows of its file: a row that names several lists is several
    limbs.
    """

    def row(found: re.Match[str]) -> str:
        limbs = raw["offences"][int(found[1])]["limbs"]
        rows = chain.from_iterable(repeat(j, len(limbs_of(x))) for j, x in enumerate(limbs))
        return f"{found[1]}].limbs[{list(rows)[int(found[2])]}"

    for fault in faults:
        yield evolve(fault, path=_LIMB.sub(row, fault.path))


class _Any(dict[str, T]):
    """What a table that cannot be read was meant to bring: every name may be one of them."""

    def __contains__(self, key: object) -> bool:
        return True


def _meant(table: object, unreadable: T) -> dict[str, T]:
    """What a table was meant to bring, whatever is wrong with it: its names are no unknown
    names.
    """
    names = table if isinstance(table, dict | list) else ()
    return {name: unreadable for name in names if isinstance(name, str)}


def _brought(
    tables: Mapping[str, Any],
    scope: str,
    file: str,
    words: Thesaurus,
    sources: Mapping[str, Source],
) -> tuple[Mapping[str, Source], Thesaurus, list[Fault]]:
    """The sources and the thesaurus a draft is read with: those of the corpus, and its own.

    The faults are those of what it brings beside the corpus; those of its shape are told by
    ``load_version``.
    """
    own: dict[str, Source] = {}
    if "sources" in tables:
        own, _ = load_sources({"sources": tables["sources"]}, file)
    faults = [
        Fault(
            file,
            f"sources.{key}",
            f"is a source of the bibliography already, {sources[key].title!r}: "
            "use that one, or give this one another identifier",
        )
        for key, source in own.items()
        if key in sources and sources[key] != source
    ]
    both: dict[str, Source] = {**_meant(tables.get("sources"), _UNREADABLE), **sources, **own}
    if not isinstance(tables.get("sources", {}), dict):
        both = _Any(both)
    if not isinstance(tables.get("vocabulary"), dict):
        return both, words, faults
    found, _ = load_thesaurus(tables["vocabulary"], file, "vocabulary")
    meant: dict[str, Concept] = {}
    for group, (facet, sort) in GROUPS.items():
        meant |= _meant(tables["vocabulary"].get(group), Concept("", facet, sort, "?"))
    concepts = {**{k: c for k, c in meant.items() if k not in words}, **found.concepts}
    brought = Vocabulary(concepts, found.broader, found.overlaps)
    joined = words.joined(scoped(brought, words, scope))
    faults += [
        Fault(file, path, message)
        for path, message in check_brought(brought, words, joined, both, scope)
    ]
    return both, joined, faults


def check_file(
    path: Path,
    file: str,
    index: Mapping[str, Instrument],
    words: Thesaurus,
    sources: Mapping[str, Source],
) -> tuple[Version | None, tuple[Fault, ...]]:
    """A version file read from disk and checked.

    A file that gives a ``name`` is a draft; any other is a version of the instrument whose folder
    it lies in, and is named after the day its text came into force.
    """
    raw, text, faults = read_toml(path, file)
    if faults:
        return None, faults
    instrument = None if "name" in raw else index.get(path.resolve().parent.name)
    if instrument is None:
        version, faults = check_draft(raw, file, index, words, sources)
    else:
        version, faults = check_version(raw, file, instrument, words, sources)
        if version and path.stem != version.in_force.name:
            message = f"the file must be named after it: {version.in_force.name}.toml"
            faults = (*faults, Fault(file, "in_force.since", message))
    return version, located(faults, text)
