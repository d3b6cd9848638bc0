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
_THREE_LETTERS = (
    " agr anp ast ayc bal bem ber bhb bho brx byn ceb chr ckb cmn cnr crh crs csb doi dsb fil fur "
    "gez gsw hak haw hif hne hsb kab kmr kok lij lzh mag mai mfe mhr miq mjw mni mnw mus nan nds "
    "nhn niu nso pap prs quy quz raj rif rom sah sat sgs shn shs sid smj sma smn sms szl tcy tet "
    "tig tpi udm unm wae wal yue yuw zgh "
)
"""Languages in which laws are written that have no tag of two letters (ISO 639-3)."""
_SCRIPTS = (
    " Adlm Arab Armn Beng Bopo Cans Cher Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hani Hans Hant "
    "Hebr Hira Java Jpan Kana Khmr Knda Kore Laoo Latn Mlym Mong Mtei Mymr Nkoo Olck Orya Sinh "
    "Sund Syrc Taml Telu Tfng Thaa Thai Tibt Vaii Yiii "
)
"""ISO 15924: the scripts of living languages."""
_REGIONS = (
    " AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ "
    "BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO "
    "DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU "
    "GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW "
    "KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU "
    "MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW "
    "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF "
    "TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT "
    "ZA ZM ZW "
    "001 002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 "
    "143 145 150 151 154 155 202 419 "
)
"""ISO 3166-1 (and Kosovo), and the regions of the world of UN M.49."""

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})"
    r"(-(?P<script>[A-Z][a-z]{3}))?"
    r"(-(?P<region>[A-Z]{2}|\d{3}))?"
    r"(-[a-z0-9]{5,8}|-\d[a-z0-9]{3})*"
)
"""The shape of RFC 5646 in its own letters, without private use."""

_TOGETHER = (frozenset({"CJK", "HIRAGANA", "KATAKANA"}), frozenset({"CJK", "HANGUL"}))
"""Scripts that one word is written in: Japanese (Han with kana), Korean (Han with Hangul)."""


def is_tag(text: str) -> bool:
    """Whether a text is the tag of a language: BCP 47, written as RFC 5646 has it (2.1.1).

    Own lists, and no library: the registry that one carries takes longer to import (0.7 s) than a
    comparison takes, and every record that is read asks.

    >>> is_tag("sr-Cyrl"), is_tag("pt-BR"), is_tag("es-419"), is_tag("russian"), is_tag("pt-BX")
    (True, True, True, False, False)
    """
    found = _TAG.fullmatch(text)
    if found is None:
        return False
    known = (
        ("language", _TWO_LETTERS + _THREE_LETTERS), ("script", _SCRIPTS), ("region", _REGIONS),
    )  # fmt: skip
    return all(found[part] is None or f" {found[part]} " in names for part, names in known)


def likely_tag(text: str) -> str:
    """``" (did you mean 'pt-BR'?)"`` for a tag in other letters, or nothing.

    >>> likely_tag("PT_br"), likely_tag("russian")
    (" (did you mean 'pt-BR'?)", '')
    """
    first, *more = re.split("[-_]", text.casefold())
    shaped = [p.upper() if len(p) == 2 else p.title() if len(p) == 4 else p for p in more]
    meant = "-".join((first, *shaped))
    return f" (did you mean {meant!r}?)" if is_tag(meant) else ""


def _script(letter: str) -> str:
    return re.split("[ -]", unicodedata.name(letter, "?"), maxsplit=1)[0]


def mixed_scripts(pinpoint: str) -> str | None:
    """The part of a pinpoint in which letters of two scripts stand together, with the script of
    each, or ``None``.

    A part is a run of letters: ``128(2)(а)`` after ``CC`` is no mixture, ``Cр`` is one. Han with
    kana is none.

    >>> mixed_scripts("第226条の2"), mixed_scripts("128(2)(aб)")
    (None, "'aб' mixes letters of two scripts: 'a' is Latin, 'б' is Cyrillic")
    """
    if pinpoint.isascii():
        return None
    for part in re.findall(r"[^\W\d_]+", pinpoint):
        scripts = {_script(letter): letter for letter in reversed(part)}
        if len(scripts) > 1 and not any(scripts.keys() <= together for together in _TOGETHER):
            each = ", ".join(
                f"{letter!r} is {script.capitalize()}"
                for script, letter in reversed(list(scripts.items()))
            )
            return f"{part!r} mixes letters of two scripts: {each}"
    return None


LONGEST_QUOTATION = 12
"""The most words a quotation may have."""
MOST_LETTERS = 120
"""The most letters a quotation may have: a limit for languages that write no blanks too."""

_BETWEEN = re.compile(r"\.\.\.|[\s…]+")
"""What stands between two words of a quotation."""


def too_long(words: str) -> str | None:
    """What is wrong with a quotation of more than twelve words, or of more than 120 letters.

    A word is what stands between blanks or omissions.

    >>> too_long("one two ... three") is None
    True
    """
    if len(words) <= MOST_LETTERS and len(_BETWEEN.findall(words)) < LONGEST_QUOTATION:
        return None  # nearly every quotation: no need to look at what stands between
    count = len([w for w in _BETWEEN.split(words) if w.strip(".")])
    letters = len(re.sub(r"\s", "", words))
    for many, most, what in (
        (count, LONGEST_QUOTATION, "words"),
        (letters, MOST_LETTERS, "letters"),
    ):
        if many > most:
            return f"quotes {many} {what}: at most {most}, and '...' for what is left out"
    return None
