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
from typing import Any, get_args

from attrs import fields, frozen

from provisions.corpus import Corpus
from provisions.records import (
    ATTRIBUTES,
    Basis,
    Broader,
    Clause,
    Concept,
    Evidence,
    Facet,
    List,
    Mark,
    Offence,
    Overlap,
    Penalty,
    Place,
    Provision,
    Role,
    Source,
    Strength,
    Tier,
    Unlisted,
    Version,
    evidence_of,
)
from provisions.values import Value

Row = Mapping[str, object]

COLUMNS: Mapping[str, str] = {
    "about": "the chapter, facet or concept that was read, or was not",
    "accessed": "the day on which the source was read at its address",
    "acts": "the list of acts of the limb, or not-seen",
    "aliases": "other names under which it is found",
    "alternatives": "other sanctions instead of imprisonment",
    "apart_from": "kinds that nothing of this kind is of as well",
    "as_means": "demanded of a purpose, it stands for a means",
    "at": "the pinpoint, as text, in the letters of the source",
    "attribute": "which attribute of the clause this row gives; empty for the clause itself",
    "author": "author or body",
    "basis": "what the source is worth",
    "beneficiary": "whom the clause helps",
    "bound": "which bound of the range is raised or lowered, where it is one alone",
    "broader": "the broader concept; of an overlap, the other one",
    "by": "the speaker or author, where a source has several",
    "checked": "the day on which it was looked up that the State is not bound",
    "circumstances": "the list of circumstances of the form",
    "clause": "number of the clause in its text",
    "closing": "the words that close the list",
    "closing_gloss": "the English meaning of the closing words",
    "complete": "whether its narrower concepts exhaust it",
    "concept": "identifier of the concept",
    "condition": "the condition on which the edge holds; it then counts as open",
    "confiscation": "whether property is confiscated",
    "container_title": "the work in which the source appeared",
    "contains": "further elements that are part of what the concept means",
    "dating": "how the days of the text are known, where they are doubtful",
    "declarations": "the articles on which the State made a declaration",
    "demands": "further elements without which the entry or limb does not apply",
    "disqualification": "whether a ban on posts or activities comes with it",
    "disqualification_max_years": "the longest ban, in years",
    "due": "the day by which the State had to comply",
    "edge": "broader (whatever names the broader covers the narrower) or overlaps",
    "ended_by": "the act that ended the text",
    "established_by": "the act that made the text law",
    "facet": "the concept's home",
    "fine": "how a fine stands to the imprisonment",
    "fine_amount": "the amount of the fine, as stated",
    "floor_of_maximum": "of a treaty: the maximum must be at least so high",
    "follows": "for a rule, what in the limbs makes it hold unwritten",
    "gloss": "the English meaning; without words, no source held has the words",
    "heading": "naming it implies nothing",
    "id": "identifier",
    "instrument": "identifier of the instrument",
    "issued": "date of the source, as far as it is known",
    "jurisdictional": "brings the case before this State's courts; no part of reach",
    "kind": "kind of instrument, or of offence",
    "known_until": "the day of the copy read; of later days nothing is known",
    "label": "name for a reader",
    "lang": "language of the words",
    "language": "language of the source",
    "life": "life imprisonment is possible",
    "life_alone": "life is the only sanction",
    "list": "name of the list within its text",
    "lowered": "the fraction by which the base term is lowered",
    "mark": "stated; arguable (the words bear another reading); unseen",
    "max_months": "longest term, months",
    "max_years": "longest term, years",
    "means": "the list of means of the limb, not-required or not-seen",
    "min_months": "shortest term, months",
    "min_years": "shortest term, years",
    "name": "short name",
    "narrower": "the narrower concept; of an overlap, one of the two",
    "note": "a remark",
    "notes": "remarks on the whole text",
    "number": "number of the row within what its key names; of a source, its official number",
    "offence": "identifier of the offence within its text",
    "on": "the concepts it touches; empty for the whole text",
    "opening": "the words that leave the list open",
    "opening_at": "the pinpoint of the opening words, where it is another",
    "opening_gloss": "the English meaning of the opening words",
    "ordinary": "shown in an example where any value would do",
    "other_label": "what its own other leaf is called",
    "page": "page",
    "participle": "of an act: is received",
    "party": "whether the State is bound",
    "path": "the place of the evidence in the file of its text",
    "phrase": "how it is told in a case",
    "provision": "offence, duty to criminalise, or definition",
    "publisher": "publisher",
    "purposes": "the list of purposes of the limb, not-required or not-seen",
    "raised": "the fraction by which the base term is raised",
    "read": "the day on which the record was last read against its sources",
    "read_how": "whether the place was read",
    "reading": "how the words are read, and the other reading",
    "reason": "why the two concepts may be taken for one another",
    "refers_to": "another text to which the law sends for this concept",
    "reservations": "the articles on which the State made a reservation",
    "role": "the place the provision gives its concepts",
    "scope": "the one instrument in which the edge holds; empty for all",
    "searched": "the words for which the whole text was searched",
    "section": "the articles held of the source",
    "since": "the first day",
    "sort": "what the concept is within its facet",
    "source": "identifier of the source",
    "spans_tiers": "the range is stated over all forms of the offence",
    "state": "identifier of the State's law",
    "strength": "how strongly an international provision is meant",
    "tier": "the pinpoint of the form; empty for the base offence",
    "title": "title",
    "to_read": "where the list would have to be read",
    "type": "type of the source, as in CSL-JSON",
    "unlisted": "what follows for what the list does not name",
    "until": "the last day; empty where none is known",
    "URL": "address",
    "version": "key of the text: instrument@first day",
    "victims": "kinds of victim the limb protects",
    "what": "chapter, nothing-on (read, and nothing found) or unread",
    "without": "how its absence is told in a case",
    "wording": "the day, or the amending act, whose wording the source is",
    "words": "the operative words, exactly, in the language of the source",
}
"""What each column holds; one name means one thing in every table."""

VALUES: Mapping[str, tuple[str, ...]] = {
    "basis": get_args(Basis),
    "facet": get_args(Facet),
    "mark": get_args(Mark),
    "provision": get_args(Provision),
    "role": get_args(Role),
    "strength": get_args(Strength),
    "unlisted": get_args(Unlisted),
    "what": ("chapter", "nothing-on", "unread"),
    "edge": ("broader", "overlaps"),
}
"""The values of the columns that have but a few."""


@frozen(eq=False, repr=False)
class Sheet(Value):
    """One table of the package: its name, what it holds, its columns, its key, what it
    refers to.
    """

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
    own = (
        "role", "unlisted", "at", "opening", "opening_gloss", "opening_at", "closing",
        "closing_gloss", "to_read", "strength", "reading", "source", "lang", "by",
    )  # fmt: skip
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
                yield _penalty(v, offence, 0, None, offence.penalty)
            for number, tier in enumerate(offence.tiers, 1):
                if tier.penalty:
                    yield _penalty(v, offence, number, tier, tier.penalty)


def _penalty(
    version: Version, offence: Offence, number: int, tier: Tier | None, penalty: Penalty
) -> Row:
    own = Evidence(
        at=tier.at if tier else offence.at, source=offence.source, lang=offence.lang, by=offence.by
    )
    place = own.within(_top(version))
    return {
        "version": version.key,
        "offence": offence.id,
        "number": number,
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
    for row, evidence in enumerate(clause.evidence, 1):
        yield own | {"number": row} | _evidence(evidence.within(_top(version)))
    for attribute in ATTRIBUTES:
        for concept, evidence in getattr(clause, attribute).items():
            found = _evidence(evidence.within(clause).within(_top(version)))
            yield own | {"number": 1, "attribute": attribute, "concept": concept} | found


def _all_evidence(versions: Iterable[Version]) -> Iterator[Row]:
    for v in versions:
        for number, (path, evidence) in enumerate(evidence_of(v), 1):
            yield {"version": v.key, "number": number, "path": path} | _evidence(evidence)


def _places(versions: Iterable[Version]) -> Iterator[Row]:
    for v in versions:
        found: list[tuple[str, str, str, Place]]
        found = [("chapter", c.chapter, c.read, c) for c in v.chapters]
        found += [("nothing-on", key, "full", place) for key, place in v.nothing_on.items()]
        found += [("unread", key, "no", place) for key, place in v.unread.items()]
        for number, (what, about, read, place) in enumerate(found, 1):
            yield {
                "version": v.key,
                "number": number,
                "what": what,
                "about": about,
                "read_how": read,
                "at": place.at,
                "searched": _joined(place.searched),
                "source": place.source or v.source,
            }


def _bindings(versions: Iterable[Version]) -> Iterator[Row]:
    own = ("party", "since", "until", "due", "checked", "source", "at", "note")
    for v in versions:
        for state, binding in v.binding.items():
            reserved = (r.article for r in binding.reservations)
            declared = (r.article for r in binding.declarations)
            yield {
                "version": v.key,
                "state": state,
                **{name: getattr(binding, name) for name in own},
                "reservations": _joined(reserved),
                "declarations": _joined(declared),
            }


def _discrepancies(versions: Iterable[Version]) -> Iterator[Row]:
    for v in versions:
        for number, found in enumerate(v.discrepancies, 1):
            on = _joined(found.on)
            yield {"version": v.key, "number": number, "on": on, "note": found.note}


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
               _penalties(versions), "version offence number", of_version),
        _sheet("clauses", "non-punishment clauses and their attributes", _clauses(versions),
               "version clause attribute concept number", of_version),
        _sheet("evidence", "every piece of evidence, by its place in the file of its text",
               _all_evidence(versions), "version number", of_version),
        _sheet("places", "what was read beside the definition, and what was not",
               _places(versions), "version number", of_version),
        _sheet("bindings", "the States a standard binds, and since when", _bindings(versions),
               "version state", of_version),
        _sheet("discrepancies", "where the sources of a text differ", _discrepancies(versions),
               "version number", of_version),
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


def _field(column: str) -> dict[str, Any]:
    """A column for the package: everything is text, so that no pinpoint becomes a number."""
    allowed = {"constraints": {"enum": list(VALUES[column])}} if column in VALUES else {}
    return {"name": column, "type": "string", "description": COLUMNS[column], **allowed}


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
            "fields": [_field(c) for c in sheet.columns],
            "primaryKey": list(sheet.key),
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


def codebook(found: Iterable[Sheet]) -> str:
    """What each table and each column holds, for a reader."""
    lines = [
        "# Codebook",
        "",
        "Records of human-trafficking laws, one table a kind. No legal advice. CC BY 4.0.",
        (
            "Every cell is text as the record has it; "
            "an empty cell means *not stated here*, never *no*."
        ),
    ]
    for sheet in found:
        lines += ["", f"## {sheet.name}.csv", "", f"{sheet.about.capitalize()}."]
        lines += [f"Key: {', '.join(sheet.key)}. Rows: {len(sheet.rows)}.", ""]
        lines += ["| column | what it holds | values |", "|---|---|---|"]
        for column in sheet.columns:
            values = ", ".join(f"`{value}`" for value in VALUES.get(column, ()))
            lines.append(f"| {column} | {COLUMNS[column]} | {values} |")
    return "\n".join(lines) + "\n"


def export(corpus: Corpus, folder: Path) -> tuple[Path, ...]:
    """Write every table of a corpus, the package and the codebook that describe them; each file
    whole.

    Returns the files. Raises `OSError` where the folder cannot be made or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found = sheets(corpus)
    texts = {f"{sheet.name}.csv": _csv(sheet) for sheet in found}
    texts["codebook.md"] = codebook(found)
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
