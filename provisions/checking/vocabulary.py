"""Does a thesaurus hang together: known concepts, an authority for each edge, no circle?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from provisions.checking.letters import too_long
from provisions.loading import Fault
from provisions.nearest import did_you_mean
from provisions.records import VICTIMS, Broader, Concept, Instrument, Overlap, Source, Vocabulary
from provisions.vocabulary import Thesaurus, path_of

_TOLD: Mapping[str, tuple[tuple[str, tuple[str, ...], str], ...]] = {
    "act": (("participle", ("is ", "comes "), '"is received"'),),
    "means": (("phrase", ("by ", "with "), '"by deception"'),),
    "further": (("phrase", ("",), '"for gain"'), ("without", ("",), '"where nobody gains"')),
}
"""How a concept of a sort is told in a case: the key, how its text begins, and an example."""
_AS_FACTS = (*VICTIMS, "consent")
"""Words that a list of facts has besides the concepts."""
_BESIDE_CIRCUMSTANCES = ("means", "further")
"""Sorts between which concepts may overlap: one word stands in either place."""


def _concept(concept: Concept, words: Thesaurus) -> Iterator[tuple[str, str]]:
    """The faults of one concept, each with the key it stands under."""
    if concept.id in _AS_FACTS:
        yield "", "is a word of --facts for itself, a kind of victim or consent: give it another"
    for key, begins, example in _TOLD.get(concept.sort, ()):
        said = getattr(concept, key)
        if not said:
            yield f".{key}", f"is missing: how it is told in a case, such as {example}"
        elif not said.startswith(begins):
            begin = " or ".join(repr(b.strip()) for b in begins)
            yield f".{key}", f"must begin with {begin}, such as {example}, not {said!r}"
    if concept.complete and concept.id not in {e.broader for e in words.broader}:
        yield ".complete", "nothing lies under it that could exhaust it: leave 'complete' out"
    if concept.jurisdictional and concept.sort != "further":
        yield ".jurisdictional", f"is said of further elements, and this is of sort {concept.sort}"
    for key, names, also in (
        ("contains", concept.contains, VICTIMS),
        ("apart_from", concept.apart_from, ()),
    ):
        for name in names:
            if name not in words and name not in also:
                yield f".{key}", f"unknown concept {name!r}{did_you_mean(name, words.concepts)}"
    for further in concept.contains:
        if further in words and words[further].sort != "further":
            sort = words[further].sort
            yield ".contains", f"{further!r} ({sort}) is no further element and no kind of victim"


def _sorts(ends: tuple[str, str], words: Thesaurus, *, within: bool) -> Iterator[tuple[str, str]]:
    """Does an edge join concepts of one sort? An overlap may join a circumstance with a means or
    a further element that may be one.
    """
    if any(end not in words for end in ends):
        return
    sorts = [words[end].sort for end in ends]
    if sorts[0] == sorts[1]:
        return
    if not within and any(set(sorts) == {"aggravating", other} for other in _BESIDE_CIRCUMSTANCES):
        return
    yield "", f"joins {ends[0]!r} ({sorts[0]}) with {ends[1]!r} ({sorts[1]}): two sorts"


def _edge(
    edge: Broader | Overlap,
    words: Thesaurus,
    sources: Mapping[str, Source],
    scope: str | None = None,
) -> Iterator[tuple[str, str]]:
    """The faults of one edge, each with the key it stands under; ``scope`` is where it counts."""
    ends = (edge.narrower, edge.broader) if isinstance(edge, Broader) else edge.between
    keys = (
        (".narrower", ".broader") if isinstance(edge, Broader) else (".between[0]", ".between[1]")
    )
    for key, end in zip(keys, ends, strict=True):
        if end not in words:
            yield key, f"unknown concept {end!r}{did_you_mean(end, words.concepts)}"
    if ends[0] == ends[1]:
        yield "", f"joins {ends[0]!r} with itself: an edge joins two concepts"
    yield from _sorts(ends, words, within=isinstance(edge, Broader))
    if isinstance(edge, Overlap) and (
        ends[0] in words.under(ends[1], scope) or ends[1] in words.under(ends[0], scope)
    ):
        yield "", f"{ends[0]!r} and {ends[1]!r} lie one under the other: no overlap is needed"
    wanted = {"source": edge.source, "at": edge.at, "words": edge.words or edge.gloss}
    lacking = [repr(key) for key, said in wanted.items() if not said]
    if lacking:
        lacks = f"{' and '.join(lacking)} {'is' if len(lacking) == 1 else 'are'} missing"
        yield "", f"wants its authority, source, at, and words or a gloss: {lacks}"
    if edge.source and edge.source not in sources:
        yield ".source", f"unknown source {edge.source!r}{did_you_mean(edge.source, sources)}"
    if edge.words and (fault := too_long(edge.words)):
        yield ".words", fault
    if edge.words and edge.lang not in (None, "en") and not edge.gloss:
        yield ".gloss", f"is missing: words in {edge.lang!r} want their meaning in English"


def _edges_of(words: Thesaurus | Vocabulary) -> Iterator[tuple[str, Broader | Overlap]]:
    yield from ((f"broader[{i}]", edge) for i, edge in enumerate(words.broader))
    yield from ((f"overlaps[{i}]", edge) for i, edge in enumerate(words.overlaps))


def _direction(edge: Broader) -> tuple[str, str, str | None]:
    return edge.narrower, edge.broader, edge.scope


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
        authority = sources.get(edge.source or "")
        if authority is not None and authority.basis == "draft":
            yield Fault(file, f"{path}.source", "is a bill: a draft is no authority")
        if edge.scope and edge.scope not in instruments:
            hint = did_you_mean(edge.scope, instruments)
            yield Fault(file, f"{path}.scope", f"no instrument {edge.scope!r}{hint}")
    written: set[object] = set()
    for path, edge in _edges_of(words):
        same = frozenset(edge.between) if isinstance(edge, Overlap) else _direction(edge)
        if same in written:
            yield Fault(file, path, "is written twice: one edge, with one authority")
        written.add(same)
    scopes = dict.fromkeys((None, *(e.scope for e in words.broader)))
    for concept in words:
        if any(concept.id in words.under(concept.id, scope) for scope in scopes):
            message = "lies under itself: its 'broader' edges run in a circle"
            yield Fault(file, path_of(concept), message)
        for key, message in _concept(concept, words):
            yield Fault(file, f"{path_of(concept)}{key}", message)


def check_brought(
    own: Vocabulary, words: Thesaurus, joined: Thesaurus, sources: Mapping[str, Source], scope: str
) -> Iterator[tuple[str, str]]:
    """Does what a draft brings fit beside the corpus? Key paths and messages.

    ``words`` is the thesaurus of the corpus, ``joined`` the one with what is brought, whose edges
    have the draft as their ``scope``.
    """
    for key, concept in own.concepts.items():
        path = f"vocabulary.{path_of(concept)}"
        known = words.concepts.get(key)
        if known is not None and (known.sort, known.label) != (concept.sort, concept.label):
            message = (
                f"is a concept of the vocabulary already, {known.label!r} ({known.sort}): "
                "use that one, or give this one another name"
            )
            yield path, message
        for at, message in _concept(concept, joined):
            yield f"{path}{at}", message
    for path, edge in _edges_of(own):
        for at, message in _edge(edge, joined, sources, scope):
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
