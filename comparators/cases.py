"""What is asked of a law: the cases that standards name, or the one case of some facts.

One question, asked one way: `Asked` holds boxes of cases - any of these acts, by any of these
means, for any of these purposes, against these victims, with these further elements present - and
the words in which answers are told. `comparators.reach` asks them of the limbs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from attrs import frozen

from comparators.boxes import NONE
from comparators.law import Law
from comparators.limbs import LimbRead
from comparators.lists import Layer
from comparators.reasons import Named, Via
from provisions.records import LISTED, VICTIMS, Victim
from provisions.vocabulary import Thesaurus


@frozen(eq=False)
class Box:
    """Some cases at once: any value of each facet, any of these victims, these elements present.

    A value is a leaf, or `NONE` where nothing of the facet is needed. ``at`` is where it stands, in
    the version with the key ``standard``.
    """

    values: Mapping[str, frozenset[str]]
    victims: tuple[Victim, ...] = VICTIMS
    present: frozenset[str] = frozenset()
    at: str = ""
    standard: str = ""


@frozen(eq=False)
class Asked:
    """What is asked of a law.

    ``words``: for each facet (*act*, *means*, *purpose*) the words of who asks, each with its
    leaves: answers are told in them. ``residual``: the leaves of words such as "other forms of
    coercion" beside the forms themselves; a lack of these alone is nobody's gap.
    """

    boxes: tuple[Box, ...]
    words: Mapping[str, Mapping[str, frozenset[str]]]
    residual: frozenset[tuple[str, str]] = frozenset()

    def against(self, victim: Victim) -> tuple[Box, ...]:
        """The boxes against a kind of victim."""
        return tuple(b for b in self.boxes if victim in b.victims)

    def leaves(self, facet: str) -> tuple[str, ...]:
        """Every value asked in a facet, in the order of the words; `NONE` last."""
        own = dict.fromkeys(x for leaves in self.words[facet].values() for x in sorted(leaves))
        none = any(NONE in b.values[facet] for b in self.boxes)
        return (*own, NONE) if none else tuple(own)


def asked_by(*standards: Law) -> Asked:
    """All that some standards name: the boxes of their stated limbs, and their words.

    >>> import provisions
    >>> coe = asked_by(Law(provisions.get("CoE"), provisions.thesaurus()))
    >>> [(box.at, box.victims) for box in coe.boxes][0]
    ('4(a)', ('adult', 'child', 'incapacitated'))
    >>> sorted(coe.words["purpose"]["sexual-exploitation"])[-1]
    'sexual-exploitation'
    """
    words = _words(standards)
    own: dict[str, frozenset[str]] = {d: frozenset().union(*words[d].values()) for d in LISTED}
    boxes = tuple(
        box
        for standard in standards
        for limb in standard.limbs
        if limb.mark == "stated"
        for box in _boxes(standard, limb, own)
    )
    return Asked(boxes, words, frozenset(_residual(standards, words)))


def _boxes(standard: Law, limb: LimbRead, own: Mapping[str, frozenset[str]]) -> Iterator[Box]:
    """What a limb names for certain, a box for each set of elements that its entries demand."""
    for one in product(*(_named(limb, d, own[d]).items() for d in LISTED)):
        demanded = limb.requires.union(*(needs for needs, _ in one))
        values: dict[str, frozenset[str]] = dict(zip(LISTED, (v for _, v in one), strict=True))
        yield Box(values, limb.limb.victims, demanded, limb.at, standard.version.key)


def _named(limb: LimbRead, facet: str, own: frozenset[str]) -> dict[frozenset[str], frozenset[str]]:
    """The leaves a limb names in a facet, by what they demand; where nothing is needed, any."""
    reading = limb.reading(facet)
    if reading.rest.layer == Layer.NAMED:
        return {frozenset(): own | {NONE}}
    found: dict[frozenset[str], set[str]] = {}
    for leaf, ways in reading.ways.items():
        for way in ways:
            if way.layer == Layer.NAMED and leaf in own:
                found.setdefault(way.demands, set()).add(leaf)
    return {needs: frozenset(leaves) for needs, leaves in found.items()}


def _words(standards: Iterable[Law]) -> dict[str, dict[str, frozenset[str]]]:
    """The words that some standards name, each with its leaves, in the order of the records."""
    found: dict[str, dict[str, frozenset[str]]] = {d: {} for d in LISTED}
    for standard in standards:
        for limb in standard.limbs:
            for d in LISTED:
                for word, leaf in _said(limb, d):
                    if standard.words[word].heading:
                        continue
                    found[d][word] = found[d].get(word, frozenset()) | {leaf}
    return found


def _said(limb: LimbRead, facet: str) -> Iterator[tuple[str, str]]:
    """The words that a limb names for certain, each with a leaf that it names."""
    for leaf, ways in limb.reading(facet).ways.items():
        for way in ways:
            if way.layer == Layer.NAMED and isinstance(way.because, Named | Via):
                yield way.because.entry, leaf


def _residual(
    standards: Iterable[Law], words: Mapping[str, Mapping[str, frozenset[str]]]
) -> Iterator[tuple[str, str]]:
    """The *other* leaf of a word that stands beside words under it ("other forms of coercion")."""
    for standard in standards:
        thesaurus = standard.words
        for facet, named in words.items():
            for word in named:
                below = thesaurus.under(word).items() if thesaurus[word].other_label else ()
                if any(narrow in named and not path.condition for narrow, path in below):
                    yield facet, word


def ordinary(words: Thesaurus, value: str) -> tuple[bool, int]:
    """How ordinary a value is in a case that is told: the ordinary values of the vocabulary first,
    then its order; none before what is not ordinary.

    >>> import provisions
    >>> words = provisions.thesaurus()
    >>> min(("harbouring", "recruitment"), key=lambda act: ordinary(words, act))
    'recruitment'
    """
    plain = value != NONE and words[value].ordinary
    return not plain, -1 if value == NONE else words.order[value]
