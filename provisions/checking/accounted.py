"""Every word accounted for: which words of the articles of an offence no quotation of its record
has.

What is not quoted may be told by a gloss or a note, be grammar, or have been overlooked: the report
says where to look, and finds no fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import frozen

from provisions.checking.quotations import Library, normalised
from provisions.records import Version, entries_of
from provisions.values import Value

_LEAST, _MOST = 4, 30
"""How many words together make a passage that is told, and how many of them are printed."""


@frozen(eq=False, repr=False)
class Unquoted(Value):
    """An article of an offence: its words, how many of them are quoted, the passages that
    are not.
    """

    version: str
    source: str
    article: str
    words: int
    quoted: int
    passages: tuple[str, ...]

    def __str__(self) -> str:
        left = "".join(f"\n  {p}" for p in self.passages)
        said = f"{self.quoted} of {self.words} words are quoted"
        return f"{self.version}: {self.source} {self.article}: {said}{left}"


def accounted(versions: Iterable[Version], folders: Sequence[Path]) -> tuple[Unquoted, ...]:
    """Each article of the offences of some versions, as far as a text is held in the folders."""
    library = Library(folders)
    return tuple(found for version in versions for found in unquoted(version, library))


def unquoted(version: Version, library: Library) -> Iterator[Unquoted]:
    """Each article in which an offence of trafficking of the version stands, where a text
    is held.
    """
    quotations = [e for _, e in entries_of(version)]
    for source, article, body in _articles(version, library):
        there = [e.words for e in quotations if e.words and e.source == source]
        words = body.split()
        known = _quoted(words, (part for w in there for part in re.split(r"\.\.\.|…", w)))
        yield Unquoted(
            f"{version.id}@{version.in_force.name}",
            source,
            article,
            len(words),
            sum(known),
            tuple(_passages(words, known)),
        )


def _articles(version: Version, library: Library) -> Iterator[tuple[str, str, str]]:
    seen = set()
    for offence in version.offences_of("trafficking"):
        source = offence.source or version.source
        text = library.text(source) if source else None
        limbs, tiers = (x.at for x in offence.limbs), (x.at for x in offence.tiers)
        for at in filter(None, dict.fromkeys((offence.at, *limbs, *tiers))):
            found = text.article(at) if text else None
            if source and found and (source, found[0]) not in seen:
                seen.add((source, found[0]))
                yield source, *found


def _bare(word: str) -> str:
    return word.strip(".,;:()[]\"'").casefold()


def _quoted(words: list[str], parts: Iterable[str]) -> list[bool]:
    """Of each word of an article, whether a quotation has it (in its place among its
    neighbours).
    """
    bare = [_bare(w) for w in words]
    known = [False] * len(words)
    for part in parts:
        wanted = [_bare(w) for w in normalised(part).split()]
        for i in range(len(bare) - len(wanted) + 1):
            if wanted and bare[i : i + len(wanted)] == wanted:
                known[i : i + len(wanted)] = [True] * len(wanted)
    return known


def _passages(words: list[str], known: list[bool]) -> Iterator[str]:
    """The runs of words that no quotation has, numbers and marks apart."""
    run: list[str] = []
    for word, quoted in [*zip(words, known, strict=True), ("", True)]:
        if not quoted:
            run.append(word)
            continue
        if sum(w.strip(".,;:()°").isalpha() for w in run) >= _LEAST:
            yield " ".join(run[:_MOST]) + " ..." * (len(run) > _MOST)
        run = []
