"""Does a thesaurus hang together: known concepts, an authority for each edge, no circle?"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from provisions.loading import Fault
from provisions.nearest import did_you_mean
from provisions.records import VICTIMS, Broader, Concept, Instrument, Overlap, Source, Vocabulary
from provisions.vocabulary import Thesaurus


def _edge(
    edge: Broader | Overlap, words: Container[str], sources: Mapping[str, Source]
) -> Iterator[tuple[str, str]]:
    """The faults of one edge, each with the key it stands under."""
    ends = (edge.narrower, edge.broader) if isinstance(edge, Broader) else edge.between
    for end in ends:
        if end not in words:
            known = words.concepts if isinstance(words, Thesaurus) else ()
            yield "", f"unknown concept {end!r}{did_you_mean(end, known)}"
    if ends[0] == ends[1]:
        yield "", f"joins {ends[0]!r} with itself"
    if not (edge.source and edge.at and (edge.words or edge.gloss)):
        yield "", "wants its authority: source, at, and words or a gloss"
    if edge.source and edge.source not in sources:
        yield ".source", f"unknown source {edge.source!r}{did_you_mean(edge.source, sources)}"


def _edges_of(words: Thesaurus | Vocabulary) -> Iterator[tuple[str, Broader | Overlap]]:
    yield from ((f"broader[{i}]", edge) for i, edge in enumerate(words.broader))
    yield from ((f"overlaps[{i}]", edge) for i, edge in enumerate(words.overlaps))


def check_vocabulary(
    words: Thesaurus,
    file: str,
    instruments: Mapping[str, Instrument],
    sources: Mapping[str, Source],
) -> Iterator[Fault]:
    """Do the edges join known concepts, with an authority, and never in a circle?"""
    for path, edge in _edges_of(words):
        for key, message in _edge(edge, words, sources):
            yield Fault(file, f"{path}{key}", message)
        if edge.scope and edge.scope not in instruments:
            hint = did_you_mean(edge.scope, instruments)
            yield Fault(file, f"{path}.scope", f"no instrument {edge.scope!r}{hint}")
    scopes = dict.fromkeys((None, *(e.scope for e in words.broader)))
    for concept in words:
        if any(concept.id in words.under(concept.id, scope) for scope in scopes):
            yield Fault(file, concept.id, "lies under itself: its 'broader' edges run in a circle")
        for key, message in _mentioned(concept, words):
            yield Fault(file, f"{concept.id}.{key}", message)


def _mentioned(concept: Concept, words: Thesaurus) -> Iterator[tuple[str, str]]:
    """The concepts that a concept mentions and nobody knows: key and message."""
    for key, names, also in (
        ("contains", concept.contains, VICTIMS),
        ("apart_from", concept.apart_from, ()),
    ):
        for name in names:
            if name not in words and name not in also:
                yield key, f"unknown concept {name!r}{did_you_mean(name, words.concepts)}"


def check_brought(
    own: Vocabulary, words: Thesaurus, joined: Thesaurus, sources: Mapping[str, Source], scope: str
) -> Iterator[tuple[str, str]]:
    """Does what a draft brings fit beside the corpus? Key paths and messages.

    ``words`` is the thesaurus of the corpus, ``joined`` the one with what is brought, whose edges
    have the draft as their ``scope``.
    """
    for key, concept in own.concepts.items():
        known = words.concepts.get(key)
        if known is not None and (known.sort, known.label) != (concept.sort, concept.label):
            message = (
                f"is a concept of the vocabulary already, {known.label!r} ({known.sort}): "
                "use that one, or give this one another name"
            )
            yield f"vocabulary.{key}", message
        for where, message in _mentioned(concept, joined):
            yield f"vocabulary.{key}.{where}", message
    for path, edge in _edges_of(own):
        for at, message in _edge(edge, joined, sources):
            yield f"vocabulary.{path}{at}", message
        if edge.scope:
            message = "an edge of a draft counts for the draft alone: leave 'scope' out"
            yield f"vocabulary.{path}.scope", message
        if isinstance(edge, Broader) and edge.broader in joined.under(edge.narrower, scope):
            if edge.narrower == edge.broader:
                continue
            message = (
                f"{edge.narrower!r} lies under {edge.broader!r}, and {edge.broader!r} under it: "
                "the edges run in a circle"
            )
            yield f"vocabulary.{path}", message
