"""The few phrases that a page of a record and a cell of a comparison both say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from provisions.records import Entry, Evidence, Limb, Penalty

ATTRIBUTE_LABELS: Mapping[str, str] = {
    "effects": "effect (any of)",
    "discretion": "for the authority",
    "offences": "extends to",
    "excluded": "excludes",
    "links": "required links (all of)",
    "conditions": "conditions",
}
"""What the attributes of a non-punishment clause are called."""


BASES: Mapping[str, str] = {
    "primary": "the law's words",
    "official-translation": "an official translation",
    "unofficial-translation": "a translation",
    "secondary": "an account",
    "draft": "a bill",
}
"""What a source is worth, in a word or two."""


IN_PART = "not given in full"
"""Of a list of which the sources do not show the whole."""


def to_read(at: str) -> str:
    """Where something would be read that the sources do not show."""
    return f"read {at}"


def not_known(at: str) -> str:
    """What is said of a thing that the sources do not show.

    >>> not_known("181(2)")
    'not known; read 181(2)'
    """
    return f"not known; {to_read(at)}"


def quote(evidence: Evidence, empty: str = "(read)") -> str:
    """One line of evidence: pinpoint, words with gloss, source; ``empty`` where there are no words.

    >>> quote(Evidence(at="4(a)", gloss="by deceit", source="coe"))
    '4(a): [gloss, words not held: by deceit] (coe)'
    """
    if evidence.words:
        text = quoted(evidence)
    else:
        text = f"[gloss, words not held: {evidence.gloss}]" if evidence.gloss else empty
    by = f", {evidence.by}" if evidence.by else ""
    at = f"{evidence.at}: " if evidence.at else ""
    return f"{at}{text} ({evidence.source or ''}{by})"


def doubt(holder: Entry | Limb) -> str | None:
    """The note on an entry or a limb: the other reading, and what settles it.

    >>> said = Evidence(at="para 95", gloss="servitude is meant", source="report")
    >>> doubt(Entry(words="bondage", reading="Serfdom too.", settled_by=said))
    'Serfdom too. Settled by para 95: [gloss, words not held: servitude is meant] (report).'
    """
    by = holder.settled_by
    settled = f"Settled by {quote(by).removesuffix(' ()')}." if by else None
    return " ".join(filter(None, (holder.reading, settled))) or None


def quoted(evidence: Evidence) -> str:
    """The words in quotation marks, with their gloss; or the gloss, marked as such.

    >>> quoted(Evidence(words="вербовка", gloss="recruitment"))
    '"вербовка" [recruitment]'
    """
    if evidence.words:
        return f'"{evidence.words}"' + (f" [{evidence.gloss}]" if evidence.gloss else "")
    return f"[{evidence.gloss}]" if evidence.gloss else ""


def _length(years: int | None, months: int | None) -> str:
    counted = ((years, "year"), (months, "month"))
    return " ".join(f"{n} {unit}{'s' * (n != 1)}" for n, unit in counted if n is not None)


_FINES = {
    "and": " and a fine{}",
    "optional": " with or without a fine{}",
    "or": " or a fine{}",
    "and-or": " or a fine{}, or both",
}


def term(penalty: Penalty) -> str:
    """The term of imprisonment in plain words, in years and months; nothing where none is stated.

    >>> term(Penalty(min_years=5, max_years=8))
    '5-8 years'
    """
    low = _length(penalty.min_years, penalty.min_months)
    high = _length(penalty.max_years, penalty.max_months)
    if penalty.life_alone:
        text = "life"
    elif penalty.life:
        text = f"{low} to life" if low else "up to life"
    elif low and high:
        years = penalty.min_months is None and penalty.max_months is None
        text = f"{penalty.min_years}-{penalty.max_years} years" if years else f"{low} to {high}"
    else:
        text = f"up to {high}" if high else f"at least {low}" if low else ""
    if penalty.floor_of_maximum:
        text = f"a maximum of at least {high}"
    return text + (" (span over all its forms)" if penalty.spans_tiers else "")


def sanction(penalty: Penalty, base: Penalty | None = None) -> str:
    """The whole sanction in plain words: the term, or the fraction of the ``base``, and what comes
    with it.

    >>> sanction(Penalty(max_years=3, alternatives="community work"))
    'up to 3 years or community work'
    """
    text = term(penalty)
    for fraction, verb in ((penalty.raised, "raised"), (penalty.lowered, "lowered")):
        if fraction:
            of = term(base) if base and base.stated else "the base term"
            only = f", its {penalty.bound} bound alone" if penalty.bound else ""
            text = f"{of}, {verb} by {fraction}{only}"
    amount = f" ({penalty.fine_amount})" if penalty.fine_amount else ""
    if penalty.fine == "only":
        text = f"a fine{amount}"
    elif not text:
        text = "no term stated"
    if penalty.fine in _FINES:
        text += _FINES[penalty.fine].format(amount)
    if penalty.alternatives:
        text += f"{' or ' if penalty.stated else '; '}{penalty.alternatives}"
    return text


def places(pinpoints: Iterable[str]) -> str:
    """Some pinpoints in few words: each once, an article once, and none cut.

    >>> places(["128(1)", "128(3)", "135(1)", "128(1), 128(3)", "144-1, note 1"])
    '128(1),(3); 135(1); 144-1, note 1'
    >>> places(["29:2, 4", "131-39, 4°"])
    '29:2, 4; 131-39, 4°'
    """
    every = (p for at in pinpoints for p in _parts(at))
    found: list[str] = []
    for place in dict.fromkeys(p for p in every if p):
        article, bracket, part = place.partition("(")
        last = found[-1] if found else ""
        plain = bracket and re.fullmatch(r"[^\s,;]+", part)
        if plain and re.fullmatch(rf"{re.escape(article)}(,?\([^,;\s]+)+", last):
            found[-1] = f"{last},({part}"
        else:
            found.append(place)
    return "; ".join(found)


def _parts(at: str) -> list[str]:
    """The pinpoints of a list of plain ones; a pinpoint with words of its own stays whole, and one
    with a part named after it ("29:2, 4": point 4 of chapter 29, section 2; "131-39, 4°").
    """
    parts = at.split(", ")
    plain = all(re.fullmatch(r"\S*\d\S*", p) for p in parts)
    within = any((":" in parts[0] and ":" not in p) or p.endswith("°") for p in parts[1:])
    return parts if plain and not within else [at]


def spans(every: Iterable[str], chosen: Iterable[int]) -> str:
    """Some of the articles of a list, by their places in it; three neighbours and more as a span.

    >>> spans(["4", "18", "20(a)", "20(b)", "20(c)", "21", "26"], [0, 2, 3, 4, 6])
    '4, 20(a)-(c), 26'
    """
    listed = tuple(every)
    order = tuple(dict.fromkeys(listed))
    wanted = {listed[i] for i in chosen}
    runs: list[list[str]] = []
    last = -2
    for i, article in enumerate(order):
        if article in wanted:
            runs = [*runs[:-1], [*runs[-1], article]] if i == last + 1 else [*runs, [article]]
            last = i
    return ", ".join(text for run in runs for text in _span(run))


def _span(run: list[str]) -> list[str]:
    return run if len(run) < 3 else [through(run[0], run[-1])]


def through(first: str, last: str) -> str:
    """From one article to another, without what both begin with.

    >>> through("20(a)", "20(c)"), through("20(a)", "22(2)"), through("EU 3", "EU 5")
    ('20(a)-(c)', '20(a)-22(2)', 'EU 3-5')
    """
    head, bracket, part = last.rpartition("(")
    if bracket and first.rpartition("(")[0] == head:
        return f"{first}-({part}"
    name = re.match(r"\D* ", first)
    shared = name.group() if name and last.startswith(name.group()) else ""
    return f"{first}-{last.removeprefix(shared)}"
