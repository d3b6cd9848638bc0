"""Random law, for the properties: small vocabularies, versions of instruments, and facts.

Everything here is made of the real records (``provisions.records``), over a vocabulary small enough
that every fact pattern can be written out: three acts, six means, four purposes, two further
elements. The concepts keep the names a lawyer knows; the edges between them - which lies under
which, on what condition, in which instrument, and which overlap - are drawn at random, and so is
the law.

`thesauri` - a vocabulary; `versions` - a law under it; `facts` - a case; `wider`, `told` - a law
made wider, a law of which more is known; `pairs` - a vocabulary, a law and a standard; `version` -
a law with the lists and offences given.
"""

from __future__ import annotations

from datetime import date
from itertools import combinations
from operator import itemgetter

from attrs import evolve
from hypothesis import strategies as st

from provisions.records import (
    NOT_REQUIRED,
    NOT_SEEN,
    VICTIMS,
    Broader,
    Chapter,
    Concept,
    Entry,
    Evidence,
    Instrument,
    Limb,
    List,
    Offence,
    Overlap,
    Place,
    Span,
    Tier,
    Version,
)
from provisions.vocabulary import Thesaurus

WHOLE = tuple(
    Chapter(chapter=part, read="full", at="1-10")
    for part in ("general-part", "special-part", "criminal-procedure")
)
"""Every chapter of a law was read: what is not there, is absent."""
ACTS = ("recruitment", "receipt", "sale-or-purchase")
MEANS = (
    "use-of-force",
    "use-of-force-dangerous",
    "use-of-force-not-dangerous",
    "deception",
    "fraud",
)
PURPOSES = ("sexual-exploitation", "prostitution-of-others", "forced-labour", "begging")
FURTHER = ("for-gain", "travel")
HEADING = "exploitation"
STRAY = "official-position"
"""A circumstance that a list of means may name as well: it is then a value of that dimension
too."""

DIMENSIONS = {"act": ACTS, "means": MEANS, "purpose": PURPOSES}
FIELDS = {"act": "acts", "means": "means", "purpose": "purposes"}

_CONCEPTS = (
    *(
        Concept(id=c, facet="element", sort="act", label=c, participle=f"is subject to {c}")
        for c in ACTS
    ),
    *(Concept(id=c, facet="element", sort="further", label=c) for c in FURTHER),
    *(Concept(id=c, facet="means", sort="means", label=c) for c in MEANS),
    Concept(id=HEADING, facet="purpose", sort="purpose", label=HEADING, heading=True),
    *(Concept(id=c, facet="purpose", sort="purpose", label=c) for c in PURPOSES),
    Concept(id=STRAY, facet="aggravating", sort="aggravating", label=STRAY),
    Concept(id="consent-irrelevant", facet="element", sort="rule", label="consent irrelevant"),
)


@st.composite
def thesauri(draw: st.DrawFn, *, certain: bool = False, tree: bool = False) -> Thesaurus:
    """A vocabulary: for example, begging under forced labour in one instrument alone, or only on a
    condition.

    A concept is called complete only where something lies under it, and all of it everywhere;
    prostitution may contain gain, where nothing lies under it. ``certain``: no edge has a condition
    and no two concepts overlap, so that the vocabulary leaves nothing open. ``tree``: no concept
    lies under two others, as in the vocabulary of the corpus.
    """
    broader: list[Broader] = []
    overlaps: list[Overlap] = []
    for concepts in (ACTS, MEANS, PURPOSES):
        pairs = list(combinations(concepts, 2))
        edges = st.lists(
            st.sampled_from(pairs),
            max_size=3,
            unique_by=itemgetter(1) if tree else itemgetter(0, 1),
        )
        for wide, narrow in draw(edges):
            scope = draw(st.sampled_from((None, None, None, "law", "standard")))
            condition = (
                None
                if certain
                else draw(st.sampled_from((None, None, None, "only where it is forced")))
            )
            broader.append(
                Broader(narrower=narrow, broader=wide, scope=scope, condition=condition, at="1")
            )
        apart = [] if certain else [pair for pair in pairs if not _joined(pair, broader)]
        overlaps += [
            Overlap(between=pair, reason="one word stands for both", at="1")
            for pair in draw(st.lists(st.sampled_from(apart), max_size=1) if apart else st.just([]))
        ]
    sometimes = {e.broader for e in broader if e.scope or e.condition}
    always = sorted({e.broader for e in broader} - sometimes)
    complete = draw(st.sampled_from((None, *always)))
    gain = all(e.broader != "prostitution-of-others" for e in broader) and draw(st.booleans())
    concepts_ = {c.id: c for c in _CONCEPTS}
    if complete:
        concepts_[complete] = evolve(concepts_[complete], complete=True)
    if gain:
        concepts_["prostitution-of-others"] = evolve(
            concepts_["prostitution-of-others"], contains=("for-gain",)
        )
    return Thesaurus(concepts_, tuple(broader), tuple(overlaps))


def _joined(pair: tuple[str, str], broader: list[Broader]) -> bool:
    """Whether one of two concepts lies under the other: then they do not overlap."""
    wide, narrow = pair
    return any(
        e.broader == wide and (e.narrower == narrow or _joined((e.narrower, narrow), broader))
        for e in broader
    )


_MARKS = st.sampled_from(("stated", "stated", "stated", "arguable", "unseen"))
_STATED = st.just("stated")
_NEEDS = st.sampled_from(((), (), (), (), ("for-gain",), ("travel",), FURTHER))


def _evidence(needs: tuple[str, ...]) -> dict[str, Evidence]:
    return {f: Evidence(words=f) for f in needs}


@st.composite
def _lists(draw: st.DrawFn, role: str, *, known: bool) -> List:
    concepts = DIMENSIONS[role] + {"means": (STRAY,), "purpose": (HEADING,)}.get(role, ())
    named = draw(st.lists(st.sampled_from(concepts), min_size=1, max_size=3, unique=True))
    unlisted = (
        "absent"
        if known
        else draw(st.sampled_from(("absent", "absent", "absent", "open", "silent")))
    )
    entries = {c: draw(_entries(c, known=known)) for c in named}
    return List(
        role=role, unlisted=unlisted, at=f"1, {role}", entries=entries,
        opening="at a minimum" if unlisted == "open" else None, to_read="2" if unlisted == "silent" else None,
    )  # fmt: skip


@st.composite
def _entries(draw: st.DrawFn, concept: str, *, known: bool) -> Entry:
    mark = draw(_STATED if known else _MARKS)
    return Entry(
        words=None if mark == "unseen" else concept, at="3" if mark == "unseen" else None, mark=mark,
        reading="another reading" if mark == "arguable" else None, requires=_evidence(draw(_NEEDS)),
    )  # fmt: skip


@st.composite
def _circumstances(draw: st.DrawFn, *, known: bool) -> List:
    """Aggravating circumstances, some of which say the acts again with other means or purposes."""
    entries: dict[str, Entry] = {}
    for concept in draw(st.lists(st.sampled_from((*MEANS, *PURPOSES)), max_size=2, unique=True)):
        restates = draw(st.sampled_from((None, "means" if concept in MEANS else "purpose")))
        entry = draw(_entries(concept, known=known))
        settled = Evidence(gloss="so decided") if known or draw(st.booleans()) else None
        entries[concept] = evolve(entry, restates=restates, settled_by=settled)
    return List(role="aggravating", unlisted="absent", at="1(2)", entries=entries)


@st.composite
def _limbs(draw: st.DrawFn, *, known: bool) -> Limb:
    names = {f: draw(st.sampled_from((f"{d}-1", f"{d}-2"))) for d, f in FIELDS.items()}
    for name, likely in (("means", 3), ("purposes", 5), ("acts", 9)):
        instead = ([] if known else [NOT_SEEN]) + (
            [] if name == "acts" else [NOT_REQUIRED, NOT_REQUIRED]
        )
        names[name] = draw(st.sampled_from([names[name]] * likely + instead))
    victims = draw(st.sampled_from((VICTIMS, VICTIMS, ("child",), ("adult", "incapacitated"))))
    mark = draw(_STATED if known else _MARKS)
    return Limb(
        **names, victims=victims, mark=mark, reading=None if mark == "stated" else "another reading",
        requires=_evidence(draw(_NEEDS)), at="1(1)",
    )  # fmt: skip


@st.composite
def versions(draw: st.DrawFn, name: str = "law", *, known: bool = False) -> Version:
    """A version of an instrument with one or two offences of trafficking, each of one or two limbs.

    ``known``: nothing in it is open, arguable or unseen. Otherwise lists may be open or silent,
    entries and limbs marked, and a whole facet of a limb not seen; there may be a related offence
    and a definition that punishes nothing.
    """
    lists = {f"{d}-{i}": draw(_lists(d, known=known)) for d in DIMENSIONS for i in (1, 2)}
    lists["circumstances"] = draw(_circumstances(known=known))
    offences = []
    for i in range(draw(st.integers(1, 2))):
        limbs = tuple(draw(st.lists(_limbs(known=known), min_size=1, max_size=2)))
        tiers = (Tier(at="1(2)", circumstances="circumstances"),) * draw(st.integers(0, 1))
        offences.append(
            Offence(
                id=f"{i}",
                provision="offence",
                kind="trafficking",
                at=f"{i}(1)",
                limbs=limbs,
                tiers=tiers,
            )
        )
    for provision, kind in (("offence", "related"), ("definition", "trafficking")):
        if draw(st.booleans()):
            limb = draw(_limbs(known=known))
            offences.append(
                Offence(id=provision, provision=provision, kind=kind, at="9", limbs=(limb,))
            )
    return version(name, lists, tuple(offences))


def version(name: str, lists: dict[str, List], offences: tuple[Offence, ...]) -> Version:
    """A version made of these lists and offences: what a small record in a test needs besides is
    filled in."""
    read = Place(at="1-10")
    unseen = {
        facet: read for field, facet in (("acts", "element"), ("means", "means"), ("purposes", "purpose"))
        if any(getattr(limb, field) == NOT_SEEN for o in offences for limb in o.limbs)
    }  # fmt: skip
    nothing = ("aggravating", "non-punishment", "related", "penalty")
    return Version(
        Instrument(name, name.capitalize(), f"{name.capitalize()}: Criminal Code", "national-law"),
        Span(date(2012, 1, 1)), "code", date(2012, 4, 18),
        lists=lists, offences=offences, nothing_on=dict.fromkeys(nothing, read), unread=unseen,
        chapters=WHOLE,
    )  # fmt: skip


@st.composite
def pairs(
    draw: st.DrawFn, *, known: bool = False, certain: bool = False
) -> tuple[Thesaurus, Version, Version]:
    """A vocabulary, a law and a standard. Half of the standards are the law with a change, so that
    they are near."""
    words, law = draw(thesauri(certain=certain)), draw(versions("law", known=known))
    if draw(st.booleans()):
        return words, law, draw(versions("standard", known=known))
    near = draw(st.one_of(wider(law), told(law)))
    near = evolve(near, instrument=evolve(near.instrument, id="standard", name="Standard"))
    return words, *draw(st.permutations((law, near)))


# -- changes ---------------------------------------------------------------------------------------


def _with_entry(law: Version, name: str, concept: str, entry: Entry | None) -> Version:
    a_list = law.lists[name]
    entries = {c: e for c, e in a_list.entries.items() if c != concept}
    if entry is not None:
        entries[concept] = entry
    return evolve(law, lists={**law.lists, name: evolve(a_list, entries=entries)})


def _with_limb(law: Version, i: int, j: int, limb: Limb | None) -> Version:
    limbs = law.offences[i].limbs
    kept = (*limbs[:j], *(() if limb is None else (limb,)), *limbs[j + 1 :])
    offence = evolve(law.offences[i], limbs=kept)
    return evolve(law, offences=(*law.offences[:i], offence, *law.offences[i + 1 :]))


@st.composite
def wider(draw: st.DrawFn, law: Version) -> Version:
    """The law with one list enlarged, or one demanded element dropped."""
    entries = [(n, c) for n, x in law.lists.items() for c, e in x.entries.items() if e.requires]
    limbs = [
        (i, j)
        for i, o in enumerate(law.offences)
        for j, limb in enumerate(o.limbs)
        if limb.requires
    ]
    what = draw(
        st.sampled_from(["enlarge", *(["entry"] if entries else []), *(["limb"] if limbs else [])])
    )
    if what == "entry":
        name, concept = draw(st.sampled_from(entries))
        return _with_entry(
            law, name, concept, evolve(law.lists[name].entries[concept], requires={})
        )
    if what == "limb":
        i, j = draw(st.sampled_from(limbs))
        return _with_limb(law, i, j, evolve(law.offences[i].limbs[j], requires={}))
    name = draw(st.sampled_from([n for n in law.lists if n != "circumstances"]))
    a_list = law.lists[name]
    missing = [c for c in DIMENSIONS[a_list.role] if c not in a_list.entries]
    if not missing:
        return law
    concept = draw(st.sampled_from(missing))
    return _with_entry(law, name, concept, Entry(words=concept))


@st.composite
def told(draw: st.DrawFn, law: Version) -> Version:
    """The law with one of its silences made known, one way or another; the law itself where it has
    none."""
    silent = [("list", n, "") for n, x in law.lists.items() if x.unlisted == "silent"]
    silent += [
        ("entry", n, c)
        for n, x in law.lists.items()
        for c, e in x.entries.items()
        if e.mark == "unseen"
    ]
    for i, offence in enumerate(law.offences):
        for j, limb in enumerate(offence.limbs):
            where = f"{i}.{j}"
            silent += [("field", where, f) for f in FIELDS.values() if getattr(limb, f) == NOT_SEEN]
            silent += [("limb", where, "")] if limb.mark == "unseen" else []
    if not silent:
        return law
    kind, where, what = draw(st.sampled_from(silent))
    if kind == "list":
        a_list = law.lists[where]
        seen = draw(st.lists(st.sampled_from(DIMENSIONS[a_list.role]), max_size=2, unique=True))
        more = {c: draw(_entries(c, known=False)) for c in seen if c not in a_list.entries}
        unlisted = draw(st.sampled_from(("absent", "open")))
        known = evolve(
            a_list, unlisted=unlisted, entries={**a_list.entries, **more}, opening="other acts"
        )
        return evolve(law, lists={**law.lists, where: known})
    if kind == "entry":
        entry = evolve(
            law.lists[where].entries[what],
            words=what,
            mark=draw(st.sampled_from(("stated", "arguable"))),
        )
        return _with_entry(law, where, what, draw(st.sampled_from((None, entry))))
    i, j = map(int, where.split("."))
    limb = law.offences[i].limbs[j]
    if kind == "field":
        dimension = next(d for d, f in FIELDS.items() if f == what)
        options = [f"{dimension}-1", *([] if dimension == "act" else [NOT_REQUIRED])]
        return _with_limb(law, i, j, evolve(limb, **{what: draw(st.sampled_from(options))}))
    alone = len([1 for o in law.offences_of("trafficking") for _ in o.limbs]) == 1
    marks = [evolve(limb, mark=mark) for mark in ("stated", "arguable")]
    return _with_limb(law, i, j, draw(st.sampled_from(marks if alone else [None, *marks])))


# -- facts -----------------------------------------------------------------------------------------


@st.composite
def facts(draw: st.DrawFn, words: Thesaurus) -> tuple[str, ...]:
    """A case: a kind of victim, one or two acts, and whatever means, purposes and further elements
    are present.

    Only concepts with nothing under them: of a broader one it would have to be said which of its
    kinds was meant.
    """
    chosen: list[str] = [draw(st.sampled_from(VICTIMS))]
    for concepts, least, most in ((ACTS, 1, 2), (MEANS, 0, 2), (PURPOSES, 0, 2), (FURTHER, 0, 2)):
        leaves = [c for c in concepts if not words.under(c, "law")]
        chosen += draw(
            st.lists(st.sampled_from(leaves), min_size=least, max_size=most, unique=True)
        )
    return tuple(chosen)
