"""Every quotation held against the full text of its source, where there is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from attrs import frozen

from provisions.records import Evidence, Version, evidence_of
from provisions.vocabulary import Thesaurus


@frozen
class Quotation:
    """One quotation held against the text of its source."""

    file: str
    path: str
    source: str
    at: str | None
    words: str
    result: Literal["verbatim", "differs", "not found", "no text held"]
    nearest: str | None = None


_QUOTES = str.maketrans(dict.fromkeys("“”„«»‟`´", '"') | dict.fromkeys("‘’‚", "'"))


def normalised(text: str) -> str:
    """Text without differences of white space, quotation marks and case."""
    return re.sub(r"\s+", " ", text.translate(_QUOTES).replace("''", '"')).strip().casefold()


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


def check_quotation(
    words: str, text: str
) -> tuple[Literal["verbatim", "differs", "not found"], str | None]:
    """Does every part of ``words`` (parts are joined by an ellipsis) stand in the normalised
    ``text``, in order?
    """
    at = 0
    for part in re.split(r"\.\.\.|…", words):
        wanted = normalised(part)
        found = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)").search(text, at)
        if found is None:
            near = _nearest(wanted, text)
            return ("differs", near) if near else ("not found", None)
        at = found.end()
    return "verbatim", None


def check_quotations(version: Version, file: str, folder: Path) -> Iterator[Quotation]:
    """Every quotation of a version held against ``folder/<source>.txt``, where there is one."""
    for path, evidence in evidence_of(version):
        yield from _held(evidence, path, file, folder)


def check_edges(words: Thesaurus, file: str, folder: Path) -> Iterator[Quotation]:
    """The quotations that the edges of the thesaurus rest on."""
    for kind, edges in (("broader", words.broader), ("overlaps", words.overlaps)):
        for i, edge in enumerate(edges):
            yield from _held(edge, f"{kind}[{i}]", file, folder)


_texts_read: dict[Path, str | None] = {}


def _held(evidence: Evidence, path: str, file: str, folder: Path) -> Iterator[Quotation]:
    if not evidence.words or not evidence.source:
        return
    text_file = folder / f"{evidence.source}.txt"
    if text_file not in _texts_read:
        _texts_read[text_file] = (
            normalised(text_file.read_text(encoding="utf-8")) if text_file.is_file() else None
        )
    text = _texts_read[text_file]
    if text is None:
        yield Quotation(file, path, evidence.source, evidence.at, evidence.words, "no text held")
        return
    result, nearest = check_quotation(evidence.words, text)
    yield Quotation(file, path, evidence.source, evidence.at, evidence.words, result, nearest)
