"""Every quotation held against the full text of its source, where there is one.

A text is ``<source>.txt``, in one of the folders or below; lines at its head that begin with ``#``
are no part of it. Where the text is divided into articles, and these into parts, the words must
stand at the pinpoint: what is cited to 133(1) stands in part 1 of Article 133.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from attrs import field, frozen

from provisions.records import Evidence, Version, evidence_of
from provisions.values import Value
from provisions.vocabulary import Thesaurus

Result = Literal["verbatim", "elsewhere", "differs", "not found", "no text held"]

WRONG: tuple[Result, ...] = ("elsewhere", "differs", "not found")
"""Results of a quotation that the record must mend."""


@frozen(eq=False, repr=False)
class Quotation(Value):
    """One quotation held against the text of its source; *elsewhere*: not where it is cited to."""

    file: str
    path: str
    source: str
    at: str | None
    words: str
    result: Result
    nearest: str | None = None


_QUOTES = str.maketrans(
    dict.fromkeys("“”„«»‟`´", '"')
    | dict.fromkeys("‘’‚ʻʼ", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)


def normalised(text: str) -> str:
    """Text without differences of white space, quotation marks, hyphens, dashes and case, and of
    letters that are composed or decomposed; invisible letters are left out.

    >>> normalised("Soft\u00adly, «so» \u2011 said")
    'softly, "so" - said'
    """
    plain = unicodedata.normalize("NFC", text).translate(_QUOTES).replace("''", '"')
    return re.sub(r"\s+", " ", plain).strip().casefold()


# -- a text, and its articles and parts ------------------------------------------------------------

_NUMBER = r"\d+(?:[.\-]\d+)*[a-zа-яё]?(?: ?(?:bis|ter|quater|quinquies|sexies))?(?![\w])"
_WORD = (
    "article|art|статья|ст|стаття|член|чл|члан|artikel|articolul|articolo|articol|art[íi]culo|artigo|"
    "article|section|sec|section|maddə|madde|modda|հոդված|մուխլի|მუხლი|članak|čl|paragrahv|§"
)
_BEFORE = re.compile(
    rf"^\W*(?:(?<=# )\d\S* )?(?:{_WORD})\.?\s*(?:№\s*)?({_NUMBER}|\d+(?=º))",
    re.IGNORECASE | re.MULTILINE,
)
_AFTER = re.compile(
    rf"^\W*({_NUMBER})\s*[.\-]?\s*(?:modda|maddə|madde|§|cikk|straipsnis|pants|daļa)",
    re.IGNORECASE | re.MULTILINE,
)
_PARTS = tuple(
    re.compile(rf"^[^\w(\n]*{mark}", re.MULTILINE)
    for mark in (
        r"(\d{1,2})\.(?=\s|[^\W\d])",
        r"\((\d{1,2})\)",
        r"(\d{1,2})\)",
        r"(\d{1,2})\s",
        r"<sup>(\d{1,2})",
    )
)
"""The ways to number parts: ``1.``, ``(1)``, ``1)``, ``1``, and 1 raised; an article keeps to one
of them.
"""


class _Place(NamedTuple):
    """What one pinpoint of several names: an article, and a part of it."""

    article: str
    part: str | None


_NO_ARTICLE = re.compile(
    r"\b(recital|note|point|sentence|annex|appendix|schedule|preamble|footnote)", re.IGNORECASE
)
"""What a number counts that is no article."""

_UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
"""A letter of a script that has no space between words: kana, Chinese characters."""

_POINT = re.compile(r"\s+(?:no|nr)\.?\s*\d+\w*$", re.IGNORECASE)
"""A point below a part ("232(1) no. 3"): the words must stand in the part."""


def _asked(at: str) -> list[str]:
    """The pinpoints at one of which words must stand.

    What an entry says of several places ("15, 16(1)", "2(a) with 6") is read of them together,
    and the words quoted are those of one of them.
    """
    return re.split(r"[,;]?\s+(?:and|with)\s+|[,;]\s+", at)


def _place(pinpoint: str, articles: Mapping[str, str]) -> _Place | None:
    """The article of a text that one pinpoint names, with the part where it names one.

    Ranges ("4(b)-(d)", "19-25"), notes and points are left out: they are told by no marker that
    every text has.
    """
    if _NO_ARTICLE.search(pinpoint):
        return None
    pinpoint = _POINT.sub("", pinpoint.strip())
    found = re.fullmatch(rf"(?:.*?\s)?({_NUMBER})((?:\(\w+\))*)", pinpoint, re.IGNORECASE)
    if not found:
        return None
    token, below = found[1].casefold(), ""
    groups = re.findall(r"\((\w+)\)", found[2])
    while token and token not in articles:  # 144-1.2 is part 2 of 144-1, where there is no 144-1.2
        token, _, rest = token.rpartition(".")
        below = f"{rest}.{below}".rstrip(".")
    if not token:
        return None
    if below:
        return _Place(token, f"{token}.{below.partition('.')[0]}")
    return _Place(token, groups[0] if groups and groups[0].isdigit() else None)


def _numbered(body: str) -> list[tuple[int, str]]:
    """Where the numbered parts of an article begin; nothing where it has none.

    Of the ways to number them the one that begins first is that of the parts, and the others are
    those of points below. Where the first part stands in the line of the heading, it begins there.
    """
    ways = [[(m.start(), m[1]) for m in way.finditer(body)] for way in _PARTS]
    known = [
        way for way in ways if way and way[0][1] in ("1", "2") and any(n == "2" for _, n in way)
    ]
    if not known:
        return []
    marks = min(known, key=lambda way: way[0][0])
    marks = marks if marks[0][1] == "1" else [(0, "1"), *marks]
    kept: list[tuple[int, str]] = []
    for at, number in marks:  # a number that is not the next one is a figure in the text
        if not kept or int(number) in (int(kept[-1][1]) + 1, 1):
            kept.append((at, number))
    return kept


def _bodies(plain: str, heads: list[re.Match[str]]) -> Mapping[str, str]:
    """The text below each heading, by its number; nothing where there are fewer than two."""
    marked = [head for head in heads if "#" in head[0]]
    if 2 * len(marked) > len(heads):  # else a line that begins with "§ 232" would be a heading
        heads = marked
    heads = sorted(heads, key=re.Match.start)
    found: dict[str, str] = {}
    stops = [*(head.start() for head in heads[1:]), len(plain)]
    for head, stop in zip(heads, stops, strict=False):
        number = head[1].casefold()
        found[number] = f"{found.get(number, '')}\n{plain[head.end() : stop]}"
    return found if len(found) > 1 else {}


def _part(body: str, article: str, number: str | None) -> str | None:
    """One part of an article, or ``None`` where the article is not divided into parts."""
    if number and "." in number:  # the parts have the number of the article before their own
        marks = [
            (m.start(), m[1].casefold())
            for m in re.finditer(
                rf"^\W*({re.escape(article)}\.\d+)", body, re.MULTILINE | re.IGNORECASE
            )
        ]
    else:
        marks = _numbered(body)
    starts = [i for i, (_, n) in enumerate(marks) if n == number]
    if not starts:
        return None
    pieces = []
    for i in starts:
        stop = next((at for at, n in marks[i + 1 :] if n != number), len(body))
        pieces.append(body[marks[i][0] : stop])
    return "\n".join(pieces)


@frozen(slots=False, eq=False)
class Text:
    """The text of a source; ``raw`` is as the file has it, without the lines at its head."""

    raw: str = field(repr=False)

    @cached_property
    def whole(self) -> str:
        """The normalised text."""
        return normalised(self.raw)

    @cached_property
    def _divided(self) -> Mapping[bool, Mapping[str, str]]:
        """The articles by number, those that are called sections (§) apart: an amending law has
        both, and the articles it inserts stand within its sections.
        """
        plain = unicodedata.normalize("NFC", self.raw).translate(_QUOTES)
        heads = [m for pattern in (_BEFORE, _AFTER) for m in pattern.finditer(plain)]
        return {
            sections: _bodies(plain, [m for m in heads if ("§" in m[0]) == sections])
            for sections in (True, False)
        }

    def _kinds(self, at: str) -> list[Mapping[str, str]]:
        """The divisions in which to look for a pinpoint: the kind that it speaks of; else what the
        text is divided into (a code of sections may name a few articles in its notes), and then
        the other.
        """
        if "§" in at and self._divided[True]:
            return [self._divided[True]]
        return sorted((self._divided[False], self._divided[True]), key=len, reverse=True)

    def at(self, pinpoint: str) -> str | None:
        """The normalised words at a pinpoint: of a part of an article, or of the article where it
        is not divided; nothing where the text has no such article.
        """
        for articles in self._kinds(pinpoint):
            place = _place(pinpoint, articles)
            if place is not None:
                part = _part(articles[place.article], *place) if place.part else None
                return normalised(part or articles[place.article])
        return None

    def article(self, pinpoint: str) -> tuple[str, str] | None:
        """The article that the first of some pinpoints names, and its normalised words."""
        for articles in self._kinds(pinpoint):
            for one in _asked(pinpoint):
                place = _place(one, articles)
                if place is not None:
                    return place.article, normalised(articles[place.article])
        return None


class Library:
    """Folders of texts, each read once."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)
        self._texts: dict[str, Text | None] = {}

    @cached_property
    def _files(self) -> Mapping[str, Path]:
        return {p.stem: p for folder in self.folders for p in sorted(folder.rglob("*.txt"))}

    def text(self, source: str) -> Text | None:
        """The text of a source, or ``None`` where none is held."""
        if source not in self._texts:
            path = self._files.get(source)
            self._texts[source] = None if path is None else Text(_body(path))
        return self._texts[source]


def _body(path: Path) -> str:
    """A file without the lines at its head that begin with ``#``."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    first = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return "\n".join(lines[first:])


# -- quotations ------------------------------------------------------------------------------------


def _nearest(words: str, text: str) -> str | None:
    """The passage of ``text`` most like ``words``, or ``None`` where nothing comes near."""
    from difflib import SequenceMatcher  # only needed where a quotation is wrong

    tokens, wanted = text.split(" "), words.split(" ")
    size, best, score = len(wanted), "", 0.0
    rare = max(wanted, key=len)
    for i, token in enumerate(tokens):
        if token.strip(".,;:()") != rare.strip(".,;:()"):
            continue
        for start in range(max(0, i - size), i + 1):
            passage = " ".join(tokens[start : start + size])
            ratio = SequenceMatcher(None, words, passage).ratio()
            if ratio > score:
                best, score = passage, ratio
    return best if score > 0.6 else None


def _parts(words: str) -> Iterator[str]:
    yield from (normalised(part) for part in re.split(r"\.\.\.|…", words))


def _stands(words: str, text: str, *, whole_words: bool = True) -> bool:
    """Whether every part of ``words`` (parts are joined by an ellipsis) stands in ``text``.

    Copies run words together: once the whole words stand in the text, where they stand is asked
    without regard to that. Japanese and Chinese have no space between words.
    """
    at = 0
    for wanted in _parts(words):
        before = r"(?<!\w)" if whole_words and not _UNSPACED.match(wanted) else ""
        after = r"(?!\w)" if whole_words and not _UNSPACED.match(wanted[-1:]) else ""
        found = re.compile(before + re.escape(wanted) + after).search(text, at)
        if found is None:
            return False
        at = found.end()
    return True


def check_quotation(
    words: str, text: str
) -> tuple[Literal["verbatim", "differs", "not found"], str | None]:
    """Does every part of ``words`` (parts are joined by an ellipsis) stand in the normalised
    ``text``, in order?
    """
    if _stands(words, text):
        return "verbatim", None
    lost = next((w for w in _parts(words) if not _stands(w, text)), normalised(words))
    near = _nearest(lost, text)
    return ("differs", near) if near else ("not found", None)


def check_quotations(version: Version, file: str, library: Library) -> Iterator[Quotation]:
    """Every quotation of a version held against the text of its source, where there is one."""
    for path, evidence in evidence_of(version):
        yield from _held(evidence, path, file, library)


def check_edges(words: Thesaurus, file: str, library: Library) -> Iterator[Quotation]:
    """The quotations that the edges of the thesaurus rest on."""
    for kind, edges in (("broader", words.broader), ("overlaps", words.overlaps)):
        for i, edge in enumerate(edges):
            yield from _held(edge, f"{kind}[{i}]", file, library)


def _held(evidence: Evidence, path: str, file: str, library: Library) -> Iterator[Quotation]:
    if not evidence.words or not evidence.source:
        return
    told = (file, path, evidence.source, evidence.at, evidence.words)
    text = library.text(evidence.source)
    if text is None:
        yield Quotation(*told, "no text held")
        return
    result, nearest = check_quotation(evidence.words, text.whole)
    if result == "verbatim":
        there = {at: t for at in _asked(evidence.at or "") if (t := text.at(at)) is not None}
        if there and not any(_stands(evidence.words, t, whole_words=False) for t in there.values()):
            yield Quotation(*told, "elsewhere", f"not in {' or '.join(there)}")
            return
    yield Quotation(*told, result, nearest)
