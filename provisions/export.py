"""The corpus as tables: one CSV file a kind of record, and a data package that describes them.

Every cell is text exactly as the record has it; nothing is computed, and an empty cell means *not
stated here*. The package follows the Frictionless specification, so that its readers know each
column, its key and what it refers to.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import Any

from attrs import fields, frozen

from provisions.corpus import Corpus
from provisions.records import (
    ATTRIBUTES,
    Broader,
    Clause,
    Concept,
    Evidence,
    List,
    Offence,
    Overlap,
    Penalty,
    Source,
    Tier,
    Version,
)

Row = Mapping[str, object]


@frozen
class Sheet:
    """One table of the package: its name, what it holds, its columns, its key, what it refers to."""

    name: str
    about: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    refers: Mapping[str, str]
    rows: tuple[Row, ...]


_EVIDENCE = ("at", "words", "lang", "gloss", "source", "by")
_PENALTY = tuple(f.name for f in fields(Penalty) if f.name not in ("words", "gloss", *_EVIDENCE))


def _evidence(evidence: Evidence) -> dict[str, object]:
    return {name: getattr(evidence, name) for name in _EVIDENCE}


def _joined(names: Iterable[str]) -> str:
    return "; ".join(names)


def _top(version: Version) -> Evidence:
    return Evidence(source=version.source, lang=version.lang, by=version.by)


def _texts(versions: Iterable[Version]) -> Iterator[Row]:
    for v in versions:
        own = ("title", "source", "read", "known_until", "established_by", "ended_by", "dating")
        yield {
            "version": v.key,
            "instrument": v.id,
            "since": v.in_force.since,
            "until": v.in_force.until,
            **{name: getattr(v, name) for name in own},
            "notes": _joined(v.notes),
        }


def _lists(versions: Iterable[Version]) -> Iterator[Row]:
    own = ("role", "unlisted", "at", "opening", "opening_gloss", "closing", "to_read", "reading")
    for v in versions:
        for name, a_list in v.lists.items():
            yield {"version": v.key, "list": name} | {x: getattr(a_list, x) for x in own}


def _entries(versions: Iterable[Version]) -> Iterator[Row]:
    for v in versions:
        for name, a_list in v.lists.items():
            yield from _entries_of(v, name, a_list)


def _entries_of(version: Version, name: str, a_list: List) -> Iterator[Row]:
    for concept, entry in a_list.entries.items():
        for number, evidence in enumerate(entry.evidence, 1):
            yield {
                "version": version.key,
                "list": name,
                "concept": concept,
                "number": number,
                "mark": entry.mark,
                "demands": _joined(entry.requires),
                "strength": entry.strength or a_list.strength,
                "refers_to": entry.refers_to,
                "reading": entry.reading,
                **_evidence(evidence.within(a_list).within(_top(version))),
            }


def _limbs(versions: Iterable[Version]) -> Iterator[Row]:
    for v in versions:
        for offence in v.offences:
            for number, limb in enumerate(offence.limbs, 1):
                yield {
                    "version": v.key,
                    "offence": offence.id,
                    "number": number,
                    "provision": offence.provision,
                    "kind": offence.kind,
                    "strength": offence.strength,
                    "at": limb.at or offence.at,
                    "acts": limb.acts,
                    "means": limb.means,
                    "purposes": limb.purposes,
                    "victims": _joined(limb.victims),
                    "demands": _joined(limb.requires),
                    "mark": limb.mark,
                    "reading": limb.reading,
                }


def _penalties(versions: Iterable[Version]) -> Iterator[Row]:
    for v in versions:
        for offence in v.offences:
            if offence.penalty:
                yield _penalty(v, offence, None, offence.penalty)
            for tier in offence.tiers:
                if tier.penalty:
                    yield _penalty(v, offence, tier, tier.penalty)


def _penalty(version: Version, offence: Offence, tier: Tier | None, penalty: Penalty) -> Row:
    own = Evidence(
        at=tier.at if tier else offence.at, source=offence.source, lang=offence.lang, by=offence.by
    )
    place = own.within(_top(version))
    return {
        "version": version.key,
        "offence": offence.id,
        "tier": tier.at if tier else None,
        "circumstances": tier.circumstances if tier else None,
        **{name: getattr(penalty, name) for name in _PENALTY},
        **_evidence(penalty.within(place)),
    }


def _clauses(versions: Iterable[Version]) -> Iterator[Row]:
    for v in versions:
        for number, clause in enumerate(v.non_punishment, 1):
            yield from _clause(v, number, clause)


def _clause(version: Version, number: int, clause: Clause) -> Iterator[Row]:
    own = {
        "version": version.key,
        "clause": number,
        "beneficiary": clause.beneficiary,
        "label": clause.label,
        "mark": clause.mark,
        "reading": clause.reading,
    }
    for evidence in clause.evidence:
        yield own | _evidence(evidence.within(_top(version)))
    for attribute in ATTRIBUTES:
        for concept, evidence in getattr(clause, attribute).items():
            found = _evidence(evidence.within(clause).within(_top(version)))
            yield own | {"attribute": attribute, "concept": concept} | found


def _sheet(
    name: str, about: str, rows: Iterable[Row], key: str, refers: Mapping[str, str] | None = None
) -> Sheet:
    found = tuple(rows)
    columns = tuple(dict.fromkeys(column for row in found for column in row))
    return Sheet(name, about, columns, tuple(key.split()), refers or {}, found)


def sheets(corpus: Corpus) -> tuple[Sheet, ...]:
    """Every table of a corpus."""
    versions = [v for i in corpus.instruments() for v in corpus.versions(i.id)]
    words = corpus.thesaurus
    of_version, of_concept = {"version": "texts"}, {"concept": "concepts"}
    instruments = (
        {
            "id": i.id,
            "name": i.name,
            "title": i.title,
            "kind": i.kind,
            "aliases": _joined(i.aliases),
        }
        for i in corpus.instruments()
    )
    edges = (
        *(_edge("broader", e.narrower, e.broader, e) for e in words.broader),
        *(_edge("overlaps", *e.between, e) for e in words.overlaps),
    )
    return (
        _sheet("instruments", "treaties, directives, model laws and laws", instruments, "id"),
        _sheet("texts", "one row a text over one span of time", _texts(versions), "version",
               {"instrument": "instruments", "source": "sources"}),
        _sheet("lists", "acts, means, purposes, circumstances as a provision gives them",
               _lists(versions), "version list", of_version),
        _sheet("entries", "one concept in a list, and the words that name it", _entries(versions),
               "version list concept number", of_version | of_concept),
        _sheet("limbs", "complete ways to commit an offence: lists joined by and", _limbs(versions),
               "version offence number", of_version),
        _sheet("penalties", "sanctions, in years and months as the source states them",
               _penalties(versions), "version offence tier", of_version),
        _sheet("clauses", "non-punishment clauses and their attributes", _clauses(versions),
               "version clause attribute concept", of_version),
        _sheet("concepts", "what a law can name", (_plain(c, Concept) for c in words), "id"),
        _sheet("edges", "which concept lies under which, on whose authority", edges,
               "edge narrower broader scope"),
        _sheet("sources", "the bibliography",
               (_plain(s, Source) for s in corpus.bibliography.values()), "id"),
    )  # fmt: skip


def _edge(kind: str, narrower: str, broader: str, edge: Broader | Overlap) -> Row:
    return {
        "edge": kind,
        "narrower": narrower,
        "broader": broader,
        "scope": edge.scope,
        "condition": edge.condition if isinstance(edge, Broader) else None,
        "reason": edge.reason if isinstance(edge, Overlap) else None,
        **_evidence(edge),
    }


def _plain(record: Concept | Source, cls: type) -> Row:
    row: dict[str, Any] = {f.name: getattr(record, f.name) for f in fields(cls)}
    return {k: _joined(v) if isinstance(v, tuple) else v for k, v in row.items()}


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _csv(sheet: Sheet) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(sheet.columns)
    writer.writerows([_text(row.get(c)) for c in sheet.columns] for row in sheet.rows)
    return out.getvalue()


def _resource(sheet: Sheet, described: Iterable[str]) -> dict[str, Any]:
    known = set(described)
    keys = [
        {"fields": [column], "reference": {"resource": other, "fields": [_KEYS[other]]}}
        for column, other in sheet.refers.items()
        if other in known
    ]
    return {
        "name": sheet.name,
        "path": f"{sheet.name}.csv",
        "description": sheet.about,
        "encoding": "utf-8",
        "schema": {
            "fields": [{"name": c, "type": "string"} for c in sheet.columns],
            "missingValues": [""],
            **({"foreignKeys": keys} if keys else {}),
        },
    }


_KEYS = {"texts": "version", "instruments": "id", "concepts": "id", "sources": "id"}


def package(found: Iterable[Sheet]) -> dict[str, Any]:
    """The description of the tables, as a Frictionless data package."""
    found = tuple(found)
    return {
        "name": "trafficking-provisions",
        "title": "What human-trafficking laws cover: records",
        "profile": "tabular-data-package",
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "resources": [_resource(sheet, [s.name for s in found]) for sheet in found],
    }


def export(corpus: Corpus, folder: Path) -> tuple[Path, ...]:
    """Write every table of a corpus, and the package that describes them; each file whole.

    Returns the files. Raises `OSError` where the folder cannot be made or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found = sheets(corpus)
    texts = {f"{sheet.name}.csv": _csv(sheet) for sheet in found}
    texts["datapackage.json"] = json.dumps(package(found), ensure_ascii=False, indent=1) + "\n"
    return tuple(_written(folder / name, text) for name, text in texts.items())


def _written(target: Path, text: str) -> Path:
    handle, part = mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        Path(part).chmod(0o644)
        Path(part).replace(target)
    except OSError:
        with suppress(OSError):
            Path(part).unlink()
        raise
    return target
