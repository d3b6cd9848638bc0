"""How full each record is: what `provisions list` says, so that nobody mistakes a sketch for coded
law.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from provisions.records import NOT_SEEN, Evidence, Source, Version, entries_of
from provisions.values import Value

_CHAPTERS = ("general-part", "special-part", "special-law")
"""What stands around the articles of a national law: where nothing of it was read, they are an
excerpt.
"""


@frozen(eq=False, repr=False)
class Fullness(Value):
    """Counts over one version: lists given in full, entries with words or a gloss alone, the bases
    of the sources. ``excerpt``: of a national law the articles of the offence alone were read, and
    nothing of what stands around them.
    """

    lists: int
    full: int
    with_words: int
    gloss_only: int
    bases: tuple[str, ...]
    limbs: int
    limbs_seen: int
    excerpt: bool = False

    @property
    def share(self) -> str:
        """``4 of 7``: the lists given in full."""
        return f"{self.full} of {self.lists}" if self.lists else "none"

    @property
    def whole(self) -> bool:
        """Whether every list of the definition and the acts of every limb were read."""
        return self.full == self.lists and self.limbs_seen == self.limbs

    @property
    def judgement(self) -> str:
        """*full*, *partial* or *sketch*: how much of the offence the sources show. The record of an
        excerpt is never full.
        """
        if not self.limbs_seen and (self.limbs or not self.full):
            return "sketch"
        return "full" if self.whole and not self.excerpt else "partial"


def is_sketch(version: Version) -> bool:
    """Whether the sources show no act of the offence: a text of which it is known that it exists.

    >>> import provisions
    >>> [is_sketch(v) for v in provisions.versions("armenia")][-2:]
    [False, True]
    """
    return _fullness(version, (), {}).judgement == "sketch"


def fullness_of(version: Version, sources: Mapping[str, Source]) -> Fullness:
    """How full a version is.

    >>> import provisions
    >>> colombia = fullness_of(provisions.get("Colombia"), {})
    >>> colombia.share, colombia.excerpt, colombia.judgement
    ('5 of 5', True, 'partial')
    """
    return _fullness(version, [e for _, e in entries_of(version)], sources)


def _fullness(
    version: Version, quoted: Sequence[Evidence], sources: Mapping[str, Source]
) -> Fullness:
    """How full a version is, with what is counted of its entries."""
    limbs = [
        x
        for o in version.offences
        if o.kind == "trafficking" and o.provision != "definition"
        for x in o.limbs
    ]
    lists = [x for x in version.lists.values() if x.role not in ("related", "reference")]
    return Fullness(
        len(lists),
        sum(x.full for x in lists),
        sum(1 for e in quoted if e.words),
        sum(1 for e in quoted if not e.words),
        bases_of(quoted, sources),
        len(limbs),
        sum(x.acts != NOT_SEEN for x in limbs),
        excerpt=not version.instrument.international and _articles_alone(version),
    )


def bases_of(quoted: Iterable[Evidence], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """What the sources of some evidence are worth, the one that is used most first.

    >>> import provisions
    >>> coe = provisions.get("CoE")
    >>> bases_of([e for _, e in entries_of(coe)], provisions.bibliography())
    ('primary',)
    """
    used = Counter(sources[e.source].basis for e in quoted if e.source and e.source in sources)
    return tuple(basis for basis, _ in used.most_common())


def _articles_alone(version: Version) -> bool:
    """Whether nothing of what stands around the articles of the offence was read: no row of the
    chapters says so, or one says that the special part, where they stand, was not.
    """
    around = {c.chapter: c.read for c in version.chapters if c.chapter in _CHAPTERS}
    return all(x == "no" for x in around.values()) or around.get("special-part") == "no"


def version_row(version: Version, found: Fullness) -> dict[str, Any]:
    """A version for programs, with how full it is."""
    return {
        "since": str(version.in_force.since),
        "until": str(version.in_force.until) if version.in_force.until else None,
        "read": str(version.read),
        "lists": found.lists,
        "lists_in_full": found.full,
        "entries_with_words": found.with_words,
        "entries_with_gloss_only": found.gloss_only,
        "bases": list(found.bases),
        "record": found.judgement,
    }
