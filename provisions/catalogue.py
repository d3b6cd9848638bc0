"""What is held: the texts and how much of each was read, the vocabulary, the bibliography."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from provisions.corpus import Corpus
from provisions.fullness import Fullness, fullness_of, version_row
from provisions.loading import instrument_table, unstructure
from provisions.pages import plain
from provisions.phrases import quoted
from provisions.records import Broader, Concept, Instrument, Overlap, Source, Version
from provisions.report import Cell, Grid, Line, Report, Section

KINDS: Mapping[str, str] = {
    "treaty": "Treaties",
    "directive": "Directives",
    "model-law": "Model laws",
    "commitment": "Commitments",
    "national-law": "National laws",
}
"""The kinds of instruments, in the order in which they are listed."""

BARS: Mapping[str, str] = {"full": "███ f", "partial": "██░ p", "sketch": "█░░ s"}
"""How much of a text was read: a bar and a letter."""

BASES: Mapping[str, str] = {
    "primary": "law",
    "official-translation": "off.tr.",
    "unofficial-translation": "tr.",
    "secondary": "account",
    "draft": "bill",
}
"""What the sources of a text are worth, in one word."""


def texts(corpus: Corpus) -> Report:
    """Every text of a corpus, and how full its record is.

    >>> from provisions.corpus import installed
    >>> found = texts(installed())
    >>> [row["record"] for row in found.records if row["version"] == "coe@2008-02-01"]
    ['full']
    """
    held = [(i, corpus.versions(i.id)) for i in corpus.instruments()]
    full = {v.key: fullness_of(v, corpus.bibliography) for _, found in held for v in found}
    lines = [
        line
        for kind, title in KINDS.items()
        for instrument, found in held
        if instrument.kind == kind
        for line in _texts_of(instrument, found, full, title)
    ]
    columns = ("", "in force", "record", "full", "words", "gloss", "from", "read")
    return Report(
        "What is held, and how full",
        (),
        (Grid("Instruments and their texts", columns, tuple(lines), compact=True),),
        (_in_sum(held, full), Section("How to read it", _KEY)),
        data=lambda: [_instrument_data(i, found, full) for i, found in held],
        records=lambda: tuple(_text_record(i, v, full[v.key]) for i, found in held for v in found),
        hint="next: provisions show armenia   compare CoE Armenia   provisions sources",
    )


_KEY = (
    (
        "record: ███ full, every list read whole; ██░ partial; █░░ sketch, no act of the offence "
        "was seen"
    ),
    "full: lists read whole, of all; words: entries in the law's own words; gloss: entries without",
    (
        "from: law, its words; off.tr., tr., translations; account, somebody's description; "
        "bill, a draft"
    ),
)


def _texts_of(
    instrument: Instrument, found: tuple[Version, ...], full: Mapping[str, Fullness], group: str
) -> Iterator[Line]:
    for version in found:
        read = full[version.key]
        first, *others = [BASES[basis] for basis in read.bases] or [""]
        cells = (
            instrument.name if version is found[0] else "",
            f"{version.in_force.since} - {version.in_force.until or ''}".rstrip(),
            BARS[read.judgement],
            f"{read.full}/{read.lists}" if read.lists else "-",
            str(read.with_words),
            str(read.gloss_only),
            f"{first} +{len(others)}" if len(others) > 1 else ",".join((first, *others)),
            str(version.read),
        )
        yield Line(tuple(map(Cell, cells)), key=version.key, group=group)


def _in_sum(
    held: list[tuple[Instrument, tuple[Version, ...]]], full: Mapping[str, Fullness]
) -> Section:
    """How much is held, how much of it was read, and which law in force was not."""
    judged = [each.judgement for each in full.values()]
    counted = ", ".join(
        f"{judged.count(name)} {name if name != 'sketch' else 'sketches'}" for name in BARS
    )
    today = date.today()  # noqa: DTZ011 - the reader's own day is meant
    unread = [
        f"{i.name} ({v.in_force.since})"
        for i, found in held
        for v in found
        if today in v.in_force and full[v.key].judgement == "sketch" and i.kind == "national-law"
    ]
    words = sum(each.with_words for each in full.values())
    glosses = sum(each.gloss_only for each in full.values())
    lines = (
        f"{len(held)} instruments in {len(full)} versions: {counted}.",
        f"{words} entries with words, {glosses} with a gloss only (no source held has the words).",
        *((f"National laws in force, and not read: {', '.join(unread)}.",) if unread else ()),
    )
    return Section("In sum", lines)


def _text_record(instrument: Instrument, version: Version, read: Fullness) -> dict[str, str]:
    return {
        "version": version.key,
        "instrument": instrument.id,
        "name": instrument.name,
        "title": instrument.title,
        "kind": instrument.kind,
        "text_from": str(version.in_force.since),
        "text_until": str(version.in_force.until or ""),
        "known_until": str(version.known_until or ""),
        "record": read.judgement,
        "lists": str(read.lists),
        "lists_in_full": str(read.full),
        "entries_with_words": str(read.with_words),
        "entries_with_gloss_only": str(read.gloss_only),
        "bases": "; ".join(read.bases),
        "source": version.source,
        "read": str(version.read),
    }


def _instrument_data(
    instrument: Instrument, found: tuple[Version, ...], full: Mapping[str, Fullness]
) -> dict[str, Any]:
    rows = [version_row(v, full[v.key]) for v in found]
    return {**instrument_table(instrument), "versions": rows}


# -- the vocabulary --------------------------------------------------------------------------------


def concepts(corpus: Corpus, *, tree: bool = False) -> Report:
    """What the records can name; as a ``tree``, what lies under what, on whose authority.

    >>> from provisions.corpus import installed
    >>> concepts(installed()).records[0]["concept"]
    'recruitment'
    """
    words = corpus.thesaurus
    data = {
        "concepts": [unstructure(c) for c in words],
        "broader": [unstructure(e) for e in words.broader],
        "overlaps": [plain(unstructure(o)) for o in words.overlaps],
    }
    if tree:
        used = (e.source for e in (*words.broader, *words.overlaps) if e.source)
        return Report(
            "The thesaurus: every edge with its authority",
            (),
            (),
            (
                *(_branch(corpus, wide) for wide in words if _under(corpus, wide)),
                Section(
                    "Overlaps: neither contains the other",
                    tuple(line for o in words.overlaps for line in _overlap(corpus, o)),
                ),
            ),
            data=data,
            sources=tuple(corpus.sources(dict.fromkeys(used)).values()),
            records=(
                *(_edge_record(corpus, e) for e in words.broader),
                *(_edge_record(corpus, e) for e in words.overlaps),
            ),
        )
    kinds: dict[str, list[str]] = {}
    for concept in words:
        kinds.setdefault(f"{concept.facet}: {concept.sort}", []).append(_named(concept))
    return Report(
        "The vocabulary: what the records can name",
        (f"{sum(map(len, kinds.values()))} concepts, by facet and sort.",),
        (),
        tuple(Section(kind, tuple(lines)) for kind, lines in kinds.items()),
        data=data,
        records=lambda: tuple(_concept_record(c) for c in words),
        hint="next: provisions concepts --tree (every edge with its authority)",
    )


def _named(concept: Concept) -> str:
    """A concept with what it is called, where that is more than its name, and its note."""
    called = "" if concept.label == concept.id.replace("-", " ") else f" - {concept.label}"
    return f"{concept.id}{called}" + (f" ({concept.note})" if concept.note else "")


def _under(corpus: Corpus, wide: Concept) -> list[Broader]:
    return [edge for edge in corpus.thesaurus.broader if edge.broader == wide.id]


def _branch(corpus: Corpus, wide: Concept) -> Section:
    """A concept and what lies under it."""
    lines = []
    for edge in _under(corpus, wide):
        scope = f"; only in {edge.scope}" if edge.scope else ""
        condition = f"; on condition: {edge.condition}" if edge.condition else ""
        label = corpus.thesaurus.label(edge.narrower)
        lines += [f"covers {label} ({edge.narrower}){scope}{condition}", _authority(edge)]
    whole = ", exhausted by these" if wide.complete else ""
    return Section(f"{wide.label} ({wide.id}){whole}", tuple(lines))


def _overlap(corpus: Corpus, edge: Overlap) -> tuple[str, str]:
    one, other = (f"{corpus.thesaurus.label(c)} ({c})" for c in edge.between)
    return f"{one} / {other}: {edge.reason}", _authority(edge)


def _authority(edge: Broader | Overlap) -> str:
    return f"    {edge.source} {edge.at}: {quoted(edge)}"


def _concept_record(concept: Concept) -> dict[str, str]:
    return {
        "concept": concept.id,
        "label": concept.label,
        "facet": concept.facet,
        "sort": concept.sort,
        "complete": "true" if concept.complete else "false",
        "note": concept.note or "",
    }


def _edge_record(corpus: Corpus, edge: Broader | Overlap) -> dict[str, str]:
    narrower, broader = (edge.narrower, edge.broader) if isinstance(edge, Broader) else edge.between
    source = corpus.bibliography.get(edge.source or "")
    return {
        "edge": "broader" if isinstance(edge, Broader) else "overlaps",
        "narrower": narrower,
        "broader": broader,
        "scope": edge.scope or "",
        "condition": (edge.condition or "") if isinstance(edge, Broader) else "",
        "reason": edge.reason if isinstance(edge, Overlap) else "",
        "pinpoint": edge.at or "",
        "words": edge.words or "",
        "lang": edge.lang or "",
        "gloss": edge.gloss or "",
        "source": edge.source or "",
        "basis": source.basis if source else "",
        "by": edge.by or "",
    }


# -- the bibliography ------------------------------------------------------------------------------


def sources(corpus: Corpus) -> Report:
    """The bibliography, with what each source is worth.

    >>> from provisions.corpus import installed
    >>> [r["basis"] for r in sources(installed()).records if r["source"] == "round-table-2012"]
    ['secondary']
    """
    found = tuple(corpus.bibliography.values())
    bases = [source.basis for source in found]
    counted = ", ".join(f"{bases.count(b)} {b.replace('-', ' ')}" for b in dict.fromkeys(bases))
    return Report(
        "The bibliography: what each source is worth",
        (
            f"{len(found)} sources: {counted}.",
            (
                f"{sum(not s.URL for s in found)} came without an address, and "
                f"{sum(not s.accessed for s in found)} without the day on which the copy was "
                "opened: none is made up."
            ),
        ),
        (),
        data=lambda: [unstructure(source) for source in found],
        sources=found,
        records=lambda: tuple(_source_record(source) for source in found),
        hint="next: provisions cite armenia --style bibtex   provisions sources --format csv",
    )


def _source_record(source: Source) -> dict[str, str]:
    row = {key: str(value) for key, value in unstructure(source).items()}
    names = (
        "type", "title", "basis", "language", "author", "issued", "publisher", "container-title",
        "number", "page", "section", "wording", "URL", "accessed", "note",
    )  # fmt: skip
    return {"source": source.id} | {name: row.get(name, "") for name in names}
