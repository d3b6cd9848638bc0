"""What is asked of any text of a record: languages are real tags of BCP 47, pinpoints keep to the
letters of one script, quotations are short.
"""

from __future__ import annotations

import re
import unicodedata

_TWO_LETTERS = (
    " aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht "
    "hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky "
    "la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny "
    "oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss "
    "st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo "
    "za zh zu "
)
"""ISO 639-1."""
_THREE_LETTERS = " ckb cnr crs fil gsw hif kmr pap prs rom tet tpi "
"""Languages of laws that have no tag of two letters."""

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})"
    r"(-(?P<script>[A-Z][a-z]{3}))?"
    r"(-(?P<region>[A-Z]{2}|\d{3}))?"
    r"(-[a-z0-9]{5,8}|-\d[a-z0-9]{3})*"
)

_TOGETHER = (frozenset({"CJK", "HIRAGANA", "KATAKANA"}), frozenset({"CJK", "HANGUL"}))
"""Scripts that one word is written in: Japanese (Han with kana), Korean (Han with Hangul)."""


def is_tag(text: str) -> bool:
    """Whether a text is the tag of a language.

    >>> is_tag("sr-Cyrl"), is_tag("pt-BR"), is_tag("russian"), is_tag("xx")
    (True, True, False, False)
    """
    found = _TAG.fullmatch(text)
    return found is not None and f" {found['language']} " in _TWO_LETTERS + _THREE_LETTERS


def _script(letter: str) -> str:
    return re.split("[ -]", unicodedata.name(letter, "?"), maxsplit=1)[0]


def mixed_scripts(pinpoint: str) -> str | None:
    """The part of a pinpoint in which letters of two scripts stand together, or ``None``.

    A part is a run of letters: ``128(2)(а)`` after ``CC`` is no mixture, ``Cр`` is one. Han with
    kana is none.

    >>> mixed_scripts("第226条の2"), mixed_scripts("128(2)(aб)")
    (None, 'aб')
    """
    for part in re.findall(r"[^\W\d_]+", pinpoint):
        scripts = {_script(letter) for letter in part}
        if len(scripts) > 1 and not any(scripts <= together for together in _TOGETHER):
            return str(part)
    return None


LONGEST_QUOTATION = 12
"""The most words a quotation may have."""
MOST_LETTERS = 120
"""The most letters a quotation may have: a limit for languages that write no blanks too."""


def too_long(words: str) -> str | None:
    """What is wrong with a quotation of more than twelve words, or of more than 120 letters.

    A word is what stands between blanks or omissions.

    >>> too_long("one two ... three") is None
    True
    """
    count = len([w for w in re.split(r"\.\.\.|[\s…]+", words) if w.strip(".")])
    letters = len(re.sub(r"\s", "", words))
    for many, most, what in (
        (count, LONGEST_QUOTATION, "words"),
        (letters, MOST_LETTERS, "letters"),
    ):
        if many > most:
            return f"quotes {many} {what}: at most {most}, and '...' for what is left out"
    return None
