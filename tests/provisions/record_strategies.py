"""Hypothesis strategies for records, thesauri, and for what may go wrong with the tables of a file.

``versions`` are records of any shape the types allow (their names need not resolve); ``thesauri``
have edges without a circle, some on a condition or within one instrument; ``mutations`` spoil a
file as a hurried hand would.
"""

from copy import deepcopy
from datetime import UTC, date, datetime, time
from typing import get_args

from hypothesis import strategies as st

from provisions.records import (
    FACETS,
    VICTIMS,
    Basis,
    Binding,
    Broader,
    Chapter,
    Clause,
    Concept,
    Definition,
    Discrepancy,
    Effect,
    Entry,
    Evidence,
    Example,
    Extent,
    Fine,
    Instrument,
    Kind,
    Limb,
    List,
    Mark,
    Note,
    Offence,
    Overlap,
    Part,
    Penalty,
    Place,
    Provision,
    Reservation,
    Role,
    Source,
    Span,
    Strength,
    Tier,
    Unlisted,
    Version,
)
from provisions.vocabulary import Thesaurus


def _one_of(literal):
    return st.sampled_from(get_args(literal))


def _maybe(strategy):
    return st.none() | strategy


texts = st.text(min_size=1, max_size=12).filter(str.strip)
names = st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=8)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
_said = {key: _maybe(texts) for key in ("words", "gloss", "at", "source", "lang", "by")}
_inherited = {key: _maybe(texts) for key in ("source", "lang", "by")}


def _few(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


def _named(strategy):
    return st.dictionaries(names, strategy, max_size=2)


evidence = st.builds(Evidence, **_said)
places = st.builds(Place, **_said, searched=st.lists(texts, max_size=2).map(tuple))
definitions = st.builds(
    Definition, **_said, how=st.sampled_from(["narrows", "repeats", "widens", "not-compared"])
)
entries = st.builds(
    Entry,
    **_said,
    requires=_named(evidence),
    mark=_one_of(Mark),
    reading=_maybe(texts),
    restates=st.sampled_from([None, "means", "purpose"]),
    settled_by=_maybe(evidence),
    defined=_maybe(definitions),
    one_of=_maybe(texts),
    strength=_maybe(_one_of(Strength)),
    refers_to=_maybe(texts),
    also=_few(evidence),
)
lists = st.builds(
    List,
    role=_one_of(Role),
    unlisted=_one_of(Unlisted),
    at=texts,
    entries=_named(entries),
    opening=_maybe(texts),
    closing=_maybe(texts),
    to_read=_maybe(texts),
    strength=_maybe(_one_of(Strength)),
    **_inherited,
)
limbs = st.builds(
    Limb,
    acts=names,
    means=names,
    purposes=names,
    victims=st.lists(st.sampled_from(VICTIMS), max_size=3).map(tuple),
    requires=_named(evidence),
    mark=_one_of(Mark),
    reading=_maybe(texts),
    at=_maybe(texts),
    settled_by=_maybe(evidence),
)
_terms = _maybe(st.integers(0, 99))
penalties = st.builds(
    Penalty,
    **_said,
    min_years=_terms,
    max_months=_terms,
    life=st.booleans(),
    spans_tiers=st.booleans(),
    mark=st.sampled_from(["stated", "unseen"]),
    life_alone=st.booleans(),
    raised=_maybe(texts),
    bound=st.sampled_from([None, "lower", "upper"]),
    fine=_maybe(_one_of(Fine)),
    fine_amount=_maybe(texts),
    alternatives=_maybe(texts),
    confiscation=_one_of(Extent),
)
tiers = st.builds(
    Tier,
    at=texts,
    circumstances=names,
    penalty=_maybe(penalties),
    all=st.booleans(),
    effect=_one_of(Effect),
)
offences = st.builds(
    Offence,
    id=texts,
    provision=_one_of(Provision),
    kind=st.sampled_from(["trafficking", "related"]),
    at=texts,
    strength=_maybe(_one_of(Strength)),
    limbs=_few(limbs),
    penalty=_maybe(penalties),
    tiers=_few(tiers),
    graver_for=_maybe(names),
    **_inherited,
)
clauses = st.builds(
    Clause,
    **_said,
    beneficiary=st.sampled_from(["victim", "adult-victim", "child-victim", "offender", "anyone"]),
    unlisted=st.sampled_from(["absent", "silent"]),
    also=_few(evidence),
    effects=_named(evidence),
    links=_named(evidence),
)
instruments = st.builds(
    Instrument, id=names, name=texts, title=texts, kind=_one_of(Kind), aliases=_few(texts)
)
_facets = st.sampled_from(FACETS)
_months = st.builds(
    lambda year, month: Span(date(year, month, 1), written=f"{year}-{month:02}"),
    st.integers(1900, 2100),
    st.integers(1, 12),
)
_chapters = st.builds(
    Chapter, **_said, chapter=_one_of(Part), read=st.sampled_from(["full", "part", "no"])
)
_notes = st.builds(Note, **_said, on=st.sampled_from(["prosecution", "other"]), note=texts)
_reservations = st.builds(Reservation, **_said, article=texts)
_bindings = st.builds(
    Binding,
    since=_maybe(days),
    due=_maybe(days),
    party=st.booleans(),
    checked=_maybe(days),
    note=_maybe(texts),
    reservations=_few(_reservations),
    declarations=_few(_reservations),
)
versions = st.builds(
    Version,
    instrument=instruments,
    in_force=st.builds(Span, days, _maybe(days)) | _months,
    source=names,
    read=days,
    dating=_maybe(texts),
    known_until=_maybe(days),
    number=_maybe(texts),
    adopted=_maybe(days),
    published=_maybe(days),
    gazette=_maybe(texts),
    transitional=_maybe(texts),
    chapters=_few(_chapters),
    other=_few(_notes),
    binding=_named(_bindings),
    notes=_few(texts),
    lists=_named(lists),
    offences=_few(offences),
    non_punishment=_few(clauses),
    nothing_on=st.dictionaries(_facets, places, max_size=2),
    unread=st.dictionaries(_facets, places, max_size=2),
    discrepancies=_few(st.builds(Discrepancy, note=texts, on=_few(names))),
    examples=_few(
        st.builds(
            Example, _few(names), st.sampled_from(["yes", "no", "undetermined"]), _maybe(texts)
        )
    ),
)
sources = st.builds(
    Source,
    id=names,
    type=texts,
    title=texts,
    basis=_one_of(Basis),
    container_title=_maybe(texts),
    URL=_maybe(texts),
)


@st.composite
def thesauri(draw):
    """A thesaurus of up to eight concepts; an edge always leads from an earlier (broader) to a
    later concept."""
    size = draw(st.integers(2, 8))
    ids = [f"c{i}" for i in range(size)]
    pairs = [(wide, narrow) for i, wide in enumerate(ids) for narrow in ids[i + 1 :]]
    broader = draw(
        st.lists(
            st.builds(
                lambda pair, condition, scope: Broader(
                    narrower=pair[1],
                    broader=pair[0],
                    condition=condition,
                    scope=scope,
                    source="s",
                    at="1",
                    gloss="g",
                ),
                st.sampled_from(pairs),
                st.sampled_from([None, None, "if forced", "if paid"]),
                st.sampled_from([None, None, None, "eu", "coe"]),
            ),
            max_size=14,
        )
    )
    overlaps = draw(
        st.lists(
            st.builds(
                lambda pair: Overlap(between=pair, reason="near", source="s", at="1", gloss="g"),
                st.sampled_from(pairs),
            ),
            max_size=4,
        )
    )
    return Thesaurus(
        {i: Concept(i, "means", "means", i) for i in ids}, tuple(broader), tuple(overlaps)
    )


def _places(value, found):
    """Every (container, key) in nested tables and lists."""
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in list(items):
        found.append((value, key))
        _places(inner, found)
    return found


_scalars = st.one_of(
    st.integers(-5, 5000),
    st.floats(),
    st.booleans(),
    st.text(max_size=8),
    st.sampled_from(
        ["absent", "recruitment", "code", "child", "means", "not-required", "128(2)(а)", "Cр 128"]
    ),
    days,
    st.datetimes(timezones=st.just(UTC)),
    st.just(datetime(2012, 4, 18)),  # noqa: DTZ001 - TOML has days with a time and without a zone
    st.just(time(9)),
)
_keys = (
    names
    | st.text(max_size=6)
    | st.sampled_from(["at", "words", "source", "role", "requires", "victims", "id"])
)
junk = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_keys, inner, max_size=3),
    max_leaves=5,
)
"""Whatever TOML can hold."""


def _swapped(value):
    """A list for a table, a table for a list, and either for a single value."""
    if isinstance(value, dict):
        return list(value.values())
    if isinstance(value, list):
        return {str(i): inner for i, inner in enumerate(value)}
    return [value]


@st.composite
def mutations(draw, tables):
    """``tables`` after one to four slips: a key left out, misspelt or put in, a value of another
    kind, ..."""
    raw = deepcopy(tables)
    for _ in range(draw(st.integers(1, 4))):
        found = _places(raw, [])
        if not found:
            break
        container, key = draw(st.sampled_from(found))
        slip = draw(st.sampled_from(["delete", "replace", "rename", "insert", "swap", "copy"]))
        if slip == "delete":
            del container[key]
        elif slip == "replace":
            container[key] = draw(junk)
        elif slip == "rename" and isinstance(container, dict):
            container[draw(_keys | st.just(str(key)[:-1]))] = container.pop(key)
        elif slip == "swap":
            container[key] = _swapped(container[key])
        elif slip == "copy":
            other, there = draw(st.sampled_from(found))
            container[key] = deepcopy(other[there])
        elif isinstance(container, dict):
            container[draw(_keys)] = draw(junk)
        else:
            container.insert(key, draw(junk))
    return raw
