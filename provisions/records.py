"""The records: what a law says, as typed and immutable values.

A record is written by a lawyer in ``data/`` and never computed; a *finding* is computed from
records (see ``comparators.coverage``) and never written. Where a source does not say, the record
does not say: ``None`` always means *not stated here, look at what contains it*, never *no*.

The classes, from the smallest: `Evidence` (source, pinpoint, words) - `Entry` (one concept in a
list) - `List` (the acts, means, purposes, ... a provision gives) - `Limb` (one complete way to
commit an offence) - `Tier` and `Penalty` - `Offence` - `Clause` (non-punishment) - `Version` (a
text over one span of time) - `Instrument`. The vocabulary has `Concept`, `Broader` and `Overlap`;
the bibliography has `Source`.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal, NoReturn, Self, TypeVar

from attrs import evolve, field, frozen

from provisions.values import Value

K = TypeVar("K")
V = TypeVar("V")

Facet = Literal[
    "element", "means", "purpose", "aggravating", "non-punishment", "related", "penalty"
]
Sort = Literal[
    "act", "mental", "rule", "scope", "further", "means", "purpose", "aggravating", "related",
    "penalty", "clause", "effects", "discretion", "offences", "links", "conditions",
]  # fmt: skip
Role = Literal[
    "act",
    "mental",
    "rule",
    "scope",
    "means",
    "purpose",
    "aggravating",
    "related",
    "reference",
    "general",
]
Unlisted = Literal["absent", "open", "silent"]
Mark = Literal["stated", "arguable", "unseen"]
Strength = Literal["shall", "shall-consider", "may", "commitment"]
Victim = Literal["adult", "child", "incapacitated"]
Basis = Literal["primary", "official-translation", "unofficial-translation", "secondary", "draft"]
Kind = Literal["treaty", "directive", "model-law", "commitment", "national-law"]
Provision = Literal["offence", "duty", "definition"]
Extent = Literal["mandatory", "optional", "no", "not-stated"]
Fine = Literal["and", "optional", "or", "and-or", "only"]
Effect = Literal["graver", "factor", "lesser"]
Part = Literal[
    "general-part", "special-part", "special-law", "criminal-procedure", "administrative-code",
    "legal-persons", "documents", "explanatory-report",
]  # fmt: skip

FACETS: tuple[Facet, ...] = (
    "element", "means", "purpose", "aggravating", "non-punishment", "related", "penalty",
)  # fmt: skip
"""The facets in the order of every table."""

FACET_OF_ROLE: Mapping[str, Facet] = {
    "act": "element",
    "mental": "element",
    "rule": "element",
    "scope": "element",
    "means": "means",
    "purpose": "purpose",
    "aggravating": "aggravating",
    "related": "related",
}
"""The facet whose question a list of this role answers."""

LISTED: tuple[Literal["act", "means", "purpose"], ...] = ("act", "means", "purpose")
"""What a limb draws from lists."""

VICTIMS: tuple[Victim, ...] = ("adult", "child", "incapacitated")
"""Kinds of victim: an adult, a child (under 18), an adult deprived of capacity."""

NOT_REQUIRED = "not-required"
"""In a limb: the offence needs nothing of this facet."""
NOT_SEEN = "not-seen"
"""In a limb: the sources do not show whether, and which, values of this facet it needs."""


class Table(dict[K, V]):
    """A table that cannot be changed; it hashes, pickles and copies, and is read at the speed of a
    dict.

    >>> Table(deception="обман")["deception"]
    'обман'
    >>> Table(deception="обман")["fraud"] = "обман"
    Traceback (most recent call last):
    TypeError: a record cannot be changed: make another with attrs.evolve
    """

    __slots__ = ()

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("a record cannot be changed: make another with attrs.evolve")

    __setitem__ = __delitem__ = __ior__ = _refuse
    update = pop = popitem = clear = setdefault = _refuse

    def __hash__(self) -> int:  # type: ignore[override]  # a dict has none
        return hash(frozenset(self.items()))

    def __reduce__(self) -> "tuple[type[Table[K, V]], tuple[dict[K, V]]]":
        return Table, (dict(self),)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self


def table(value: Mapping[Any, Any]) -> Mapping[Any, Any]:
    """The value as a `Table`."""
    return value if isinstance(value, Table) else Table(value)


_EMPTY: Mapping[str, "Evidence"] = Table()


@frozen(eq=False, repr=False)
class Evidence(Value):
    """Where something is said, and in which words.

    ``source`` is an identifier of the bibliography; ``at`` the pinpoint in the law, as text and in
    the letters of its source; ``words`` at most twelve words of it, exactly, in the language
    ``lang``; ``gloss`` its English meaning. A gloss without words says that no source held has the
    words. ``by`` names the speaker or author where the source has several. What is ``None`` here is
    taken from what contains it: the entry, the list, the version.
    """

    words: str | None = None
    gloss: str | None = None
    at: str | None = None
    source: str | None = None
    lang: str | None = None
    by: str | None = None

    def within(self, outer: "Evidence | Entry | List | Version") -> "Evidence":
        """This evidence, with pinpoint, source, language and author taken from ``outer`` where it
        has none.
        """
        same = self.source is None or self.source == outer.source
        at = self.at or (None if isinstance(outer, Version) else outer.at)
        if same:
            return Evidence(
                self.words,
                self.gloss,
                at,
                outer.source,
                self.lang or outer.lang,
                self.by or outer.by,
            )
        return Evidence(self.words, self.gloss, at, self.source, self.lang, self.by)


@frozen(eq=False, repr=False)
class Place(Evidence):
    """Where one has read, or would have to read: in a data file the pinpoint alone, as text.

    ``searched``: the words the whole text was searched for, where it was.
    """

    searched: tuple[str, ...] = ()


@frozen(eq=False, repr=False)
class Definition(Evidence):
    """What the law itself says a term means, and what that does to the concept the term names.

    ``how``: it *narrows* (the entry then has the demand, or names the narrower concept), *repeats*
    or *widens* what the concept means; or the two were *not-compared*, and the entry is arguable.
    """

    how: Literal["narrows", "repeats", "widens", "not-compared"] = field(kw_only=True)


@frozen(eq=False, repr=False)
class Entry(Evidence):
    """One concept in a list, with its evidence.

    ``requires``: further elements without which this entry is not met (concept to evidence).
    ``mark``: *stated*, *arguable* (the words bear it and bear another reading, told in ``reading``)
    or *unseen* (something may stand there; ``at`` says where). ``restates``: an aggravated form
    that says the acts again with other means or purposes. ``refers_to``: the text this provision
    leaves the matter to. ``also``: what other sources say of the same entry. ``defined``: what the
    law says the term means. ``settled_by``: the decision, the preparatory work or the commentary
    that settles a doubtful word. ``one_of``: the duty of which this entry is one way among others
    (CoE 23(4): closure or ban); any of them meets it.
    """

    requires: Mapping[str, Evidence] = field(default=_EMPTY, converter=table)
    mark: Mark = "stated"
    reading: str | None = None
    restates: Literal["means", "purpose"] | None = None
    strength: Strength | None = None
    refers_to: str | None = None
    also: tuple[Evidence, ...] = ()
    defined: Definition | None = None
    settled_by: Evidence | None = None
    one_of: str | None = None

    @property
    def settled(self) -> bool:
        """Whether a source settles that the words bear this and nothing else."""
        return self.settled_by is not None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of the entry: its own, then what other sources say."""
        own = Evidence(self.words, self.gloss, self.at, self.source, self.lang, self.by)
        return (own, *(e.within(own) for e in self.also))


@frozen(eq=False, repr=False)
class List(Value):
    """The acts, means, purposes, circumstances, rules or related offences that a provision gives.

    ``unlisted`` says what follows for everything not named: *absent* (the list is given in full and
    closed), *open* (its own words, ``opening``, leave room) or *silent* (the sources do not give it
    in full; ``to_read`` says where it would have to be read). ``closing``: the words that close it,
    where the law has such words.
    """

    role: Role
    unlisted: Unlisted
    at: str
    entries: Mapping[str, Entry] = field(factory=dict, converter=table)
    opening: str | None = None
    opening_gloss: str | None = None
    opening_at: str | None = None
    closing: str | None = None
    closing_gloss: str | None = None
    to_read: str | None = None
    reading: str | None = None
    source: str | None = None
    lang: str | None = None
    by: str | None = None
    strength: Strength | None = None

    @property
    def full(self) -> bool:
        """Whether the sources give the list whole."""
        return self.unlisted != "silent"

    @property
    def place(self) -> Evidence:
        """What to cite for a concept the list does not name: the words that open or close it, the
        list read, or the place to be read.
        """
        if self.unlisted == "open":
            words, gloss, at = self.opening, self.opening_gloss, self.opening_at or self.at
        elif self.unlisted == "silent":
            words, gloss, at = None, None, self.to_read or self.at
        else:
            words, gloss, at = self.closing, self.closing_gloss, self.at
        return Evidence(words, gloss, at, self.source, self.lang if words else None, self.by)


@frozen(eq=False, repr=False)
class Limb(Value):
    """One complete way to commit an offence: any of these acts, by any of these means (or none
    required), for any of these purposes (or none required), against these victims, with all of the
    further elements in ``requires``.

    ``acts``, ``means`` and ``purposes`` name lists of the version, or say `NOT_REQUIRED` or
    `NOT_SEEN`. A row of a file that names several lists (``purposes = ["sexual", "labour"]``) is as
    many limbs.
    """

    acts: str
    means: str
    purposes: str
    victims: tuple[Victim, ...] = VICTIMS
    requires: Mapping[str, Evidence] = field(default=_EMPTY, converter=table)
    mark: Mark = "stated"
    reading: str | None = None
    at: str | None = None
    settled_by: Evidence | None = None

    def list_for(self, dimension: str) -> str:
        """What the limb says of a dimension (*act*, *means*, *purpose*): a list, not required, or
        not seen.
        """
        return {"act": self.acts, "means": self.means, "purpose": self.purposes}[dimension]


@frozen(eq=False, repr=False)
class Penalty(Evidence):
    """What an offence, or a tier of it, is punished with. Years and months are of imprisonment.

    A bound the source does not state is not stated: no number is invented. ``mark`` *unseen*: there
    is a sanction, and it was not seen (``at`` says where it stands). ``life``: imprisonment for
    life is the upper bound; ``life_alone``: it is the only sanction. ``raised`` and ``lowered`` are
    fractions of the base penalty of the same offence ("1/3", "1/3 to 1/2"), of its lower and upper
    bound alike unless ``bound`` says which. ``floor_of_maximum``: the upper bound is the least that
    a State's maximum may be (Directive 2011/36, Art. 4). ``spans_tiers``: the range is said of the
    offence with all its aggravated forms. ``fine``: beside the imprisonment (*and*; *optional*:
    where the court so decides), instead of it (*or*), either or both (*and-or*), or the *only*
    penalty; ``fine_amount`` and ``alternatives`` (other main penalties) are a few English words.
    """

    mark: Literal["stated", "unseen"] = "stated"

    min_years: int | None = None
    min_months: int | None = None
    max_years: int | None = None
    max_months: int | None = None
    life: bool = False
    life_alone: bool = False
    raised: str | None = None
    lowered: str | None = None
    bound: Literal["lower", "upper"] | None = None
    floor_of_maximum: bool = False
    spans_tiers: bool = False
    fine: Fine | None = None
    fine_amount: str | None = None
    alternatives: str | None = None
    confiscation: Extent = "not-stated"
    disqualification: Extent = "not-stated"
    disqualification_max_years: int | None = None

    @property
    def stated(self) -> bool:
        """Whether the source gives any figure of imprisonment."""
        bounds = (self.min_years, self.min_months, self.max_years, self.max_months)
        return self.life or self.life_alone or any(bound is not None for bound in bounds)


@frozen(eq=False, repr=False)
class Tier(Value):
    """One form of an offence beside its base: its circumstances (a list) and its penalty.

    Any circumstance of the list suffices, unless the form needs ``all`` of them together.
    ``effect``: the form is *graver* or *lesser*, with a sanction of its own, or a *factor* to be
    weighed within the range.
    """

    at: str
    circumstances: str
    penalty: Penalty | None = None
    all: bool = False
    effect: Effect = "graver"


@frozen(eq=False, repr=False)
class Offence(Value):
    """An offence of a national law, a duty to criminalise, or a definition that punishes nothing.

    ``kind``: *trafficking* or *related*. ``strength`` is that of a duty. ``graver_for`` names a
    list of circumstances for which this whole offence is the graver one (a separate article on
    children).
    """

    id: str
    provision: Provision = "offence"
    kind: Literal["trafficking", "related"] = field(kw_only=True)
    at: str = field(kw_only=True)
    title: str | None = None
    strength: Strength | None = None
    limbs: tuple[Limb, ...] = ()
    penalty: Penalty | None = None
    tiers: tuple[Tier, ...] = ()
    graver_for: str | None = None
    reading: str | None = None
    source: str | None = None
    lang: str | None = None
    by: str | None = None


@frozen(eq=False, repr=False)
class Clause(Evidence):
    """A non-punishment clause: whom it helps, how, and on what conditions.

    Each attribute maps concepts to the words that name them. ``effects``: any of no criminal
    liability, no administrative liability, no prosecution, no penalty, no detention. ``links``:
    **all** of them are needed. ``unlisted``: what follows for an attribute without entries - the
    clause was read in full (*absent*) or not (*silent*). ``beneficiary`` *anyone* marks a general
    rule, such as duress.
    """

    beneficiary: Literal["victim", "adult-victim", "child-victim", "offender", "anyone"] = "victim"
    unlisted: Literal["absent", "silent"] = "silent"
    label: str | None = None
    strength: Strength | None = None
    mark: Mark = "stated"
    reading: str | None = None
    also: tuple[Evidence, ...] = ()
    effects: Mapping[str, Evidence] = field(default=_EMPTY, converter=table)
    discretion: Mapping[str, Evidence] = field(default=_EMPTY, converter=table)
    offences: Mapping[str, Evidence] = field(default=_EMPTY, converter=table)
    excluded: Mapping[str, Evidence] = field(default=_EMPTY, converter=table)
    links: Mapping[str, Evidence] = field(default=_EMPTY, converter=table)
    conditions: Mapping[str, Evidence] = field(default=_EMPTY, converter=table)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of the clause: its own, then what other sources say."""
        own = Evidence(self.words, self.gloss, self.at, self.source, self.lang, self.by)
        return (own, *(e.within(own) for e in self.also))


ATTRIBUTES: tuple[str, ...] = (
    "effects", "discretion", "offences", "excluded", "links", "conditions",
)  # fmt: skip
"""The attributes of a non-punishment clause that are compared, one row each."""


@frozen(eq=False, repr=False)
class Note(Evidence):
    """What the law says besides: shown on its page, no part of the comparison.

    ``on``: *prosecution* (on complaint), a *presumption*, *evidence*, *limitation* in time, or
    anything *other*.
    """

    on: Literal["prosecution", "presumption", "evidence", "limitation", "other"] = field(
        kw_only=True
    )
    note: str = field(kw_only=True)


@frozen(eq=False, repr=False)
class Chapter(Place):
    """A part of the law beside the definition, and how much of it was *read*."""

    chapter: Part = field(kw_only=True)
    read: Literal["full", "part", "no"] = field(kw_only=True)


@frozen(eq=False, repr=False)
class Reservation(Evidence):
    """A reservation or declaration of a State to an ``article`` of a standard."""

    article: str = field(kw_only=True)


@frozen(eq=False, repr=False)
class Binding(Value):
    """Whether and since when a State is bound by a standard, and what it reserved.

    ``party`` *false*: it was looked up on ``checked``, and the State is not bound. A State that was
    seen to be bound on ``checked``, since when was not seen, has no ``since``: of earlier days
    nothing is said. ``due``: the day by which it had to comply (a directive's date of
    transposition), where that is another day than ``since``.
    """

    since: date | None = None
    until: date | None = None
    due: date | None = None
    party: bool = True
    checked: date | None = None
    source: str | None = None
    at: str | None = None
    note: str | None = None
    reservations: tuple[Reservation, ...] = ()
    declarations: tuple[Reservation, ...] = ()

    def reserved(self, evidence: Iterable[Evidence]) -> tuple[Reservation, ...]:
        """The reservations to the articles in which some evidence stands.

        >>> bound = Binding(reservations=(Reservation(article="31(1)(d), 31(1)(e)"),))
        >>> [len(bound.reserved([Evidence(at=at)])) for at in ("31(1)(e)", "31(1)(a)")]
        [1, 0]
        """
        places = {e.at for e in evidence}
        return tuple(r for r in self.reservations if not places.isdisjoint(r.article.split(", ")))


@frozen(eq=False, repr=False)
class Discrepancy(Value):
    """Where sources disagree, or a source with itself: shown as a footnote, never resolved in
    silence.

    ``on`` names the concepts it touches; an empty tuple touches the whole version.
    """

    note: str
    on: tuple[str, ...] = ()


@frozen(eq=False, repr=False)
class Example(Value):
    """Facts (concepts and a kind of victim) and whether the law reaches them; the test suite runs
    it.
    """

    facts: tuple[str, ...]
    reached: Literal["yes", "no", "undetermined"]
    why: str | None = None


@frozen(eq=False, repr=False)
class Span(Value):
    """The days on which a text was law, first and last included; ``until`` is ``None`` where it
    still is, or where no end is known.

    Where the source gives but the month or the year of entry into force, ``written`` is what it
    gives ("2011-03") and ``since`` its first day.
    """

    since: date
    until: date | None = None
    written: str | None = None

    @property
    def name(self) -> str:
        """The first day as it is written: the name of the version's file."""
        return self.written or str(self.since)

    def __contains__(self, day: object) -> bool:
        return (
            isinstance(day, date)
            and self.since <= day
            and (self.until is None or day <= self.until)
        )

    def __str__(self) -> str:
        return (
            f"in force {self.name} to {self.until}" if self.until else f"in force since {self.name}"
        )


@frozen(eq=False, repr=False)
class Instrument(Value):
    """A treaty, a model law, a directive, a set of commitments, or the trafficking law of a State.

    ``name`` is short enough for the head of a column; ``title`` is official; ``aliases`` are found
    in any case.

    >>> Instrument("coe", "CoE", "Convention", "treaty").international
    True
    """

    id: str
    name: str
    title: str
    kind: Kind
    aliases: tuple[str, ...] = ()

    @property
    def international(self) -> bool:
        """Whether its provisions are addressed to States, and therefore have a strength."""
        return self.kind != "national-law"


@frozen(eq=False, repr=False)
class Broader(Evidence):
    """An edge of the thesaurus, with its authority: whatever names ``broader`` covers ``narrower``
    too.

    ``scope`` limits it to one instrument (identifier); on a ``condition`` it is shown and counts as
    open.
    """

    narrower: str = field(kw_only=True)
    broader: str = field(kw_only=True)
    scope: str | None = None
    condition: str | None = None


@frozen(eq=False, repr=False)
class Overlap(Evidence):
    """Two concepts neither of which contains the other; an arguable reading joins them, for this
    reason. ``scope`` limits it to one instrument (identifier).
    """

    between: tuple[str, str] = field(kw_only=True)
    reason: str = field(kw_only=True)
    scope: str | None = None


@frozen(eq=False, repr=False)
class Concept(Value):
    """One thing a law can name.

    ``facet`` is its home, ``sort`` its kind within it (an act, a rule, a further element; the
    attribute of a non-punishment clause it is a value of). ``participle`` (of an act: "is
    received"), ``phrase`` ("by deception", "for gain") and ``without`` ("where nobody acts for
    gain") tell a case in plain words. ``heading``: naming it implies nothing (*exploitation*).
    ``complete``: its narrower concepts exhaust it, else it has an "other" leaf of its own, called
    ``other_label``. ``contains``: further elements that are part of what the concept means.
    ``follows``: for a rule, what in the limbs makes it hold unwritten (``no-means:child``,
    ``not-demanded:cross-border``). ``ordinary``: shown in a counterexample where any value would
    do. ``jurisdictional``: a further element that brings the case before this State's courts: a
    proviso, no part of reach. ``apart_from``: kinds that nothing of this kind is of as well (a
    minor offence is no grave one). ``as_means``: demanded of a purpose, it stands for a means.
    """

    id: str
    facet: Facet
    sort: Sort
    label: str
    note: str | None = None
    participle: str | None = None
    phrase: str | None = None
    without: str | None = None
    other_label: str | None = None
    heading: bool = False
    complete: bool = False
    ordinary: bool = False
    contains: tuple[str, ...] = ()
    follows: str | None = None
    jurisdictional: bool = False
    apart_from: tuple[str, ...] = ()
    as_means: bool = False


@frozen(eq=False, repr=False)
class Vocabulary(Value):
    """What a draft brings to the thesaurus: concepts, and edges that count for it alone."""

    concepts: Mapping[str, Concept] = field(factory=dict, converter=table)
    broader: tuple[Broader, ...] = ()
    overlaps: tuple[Overlap, ...] = ()


@frozen(eq=False, repr=False)
class Source(Value):
    """One dated wording of one text; fields are named as in CSL-JSON (``container-title`` and
    ``URL`` too).

    ``wording``: the day, or the amending act, whose wording this is; ``section``: the articles held
    of it.
    """

    id: str
    type: str
    title: str
    basis: Basis
    language: str | None = None
    author: str | None = None
    issued: str | None = None
    publisher: str | None = None
    container_title: str | None = None
    number: str | None = None
    page: str | None = None
    section: str | None = None
    wording: str | None = None
    URL: str | None = None
    accessed: str | None = None
    note: str | None = None


@frozen(cache_hash=True)
class Version:
    """The text of an instrument over one span of time, as its file in ``data/`` gives it.

    ``nothing_on``: where one has read, and found nothing on a facet, or on one concept. ``unread``:
    where a facet for which there is no list would have to be read. A facet in neither, and without
    a list, is a fault of the file. ``known_until``: the day of the copy read; of later days nobody
    may say that the text is still law. ``number``, ``adopted``, ``published``, ``gazette``: of the
    act that made the text law; ``transitional``: what it says of facts before it. ``chapters``:
    what else was read, and what was not. ``binding``: of a standard, the States bound.

    >>> import provisions
    >>> armenia = provisions.get("Armenia@2011-03-01")
    >>> armenia.key, armenia.lists["movement"].at
    ('armenia@2011-03-01', '132(1)')
    """

    instrument: Instrument
    in_force: Span
    source: str
    read: date
    title: str | None = None
    lang: str | None = None
    by: str | None = None
    established_by: str | None = None
    ended_by: str | None = None
    dating: str | None = None
    known_until: date | None = None
    number: str | None = None
    adopted: date | None = None
    published: date | None = None
    gazette: str | None = None
    transitional: str | None = None
    notes: tuple[str, ...] = ()
    lists: Mapping[str, List] = field(factory=dict, converter=table)
    offences: tuple[Offence, ...] = ()
    non_punishment: tuple[Clause, ...] = ()
    nothing_on: Mapping[str, Place] = field(factory=dict, converter=table)
    unread: Mapping[str, Place] = field(factory=dict, converter=table)
    chapters: tuple[Chapter, ...] = ()
    other: tuple[Note, ...] = ()
    binding: Mapping[str, Binding] = field(factory=dict, converter=table)
    discrepancies: tuple[Discrepancy, ...] = ()
    examples: tuple[Example, ...] = ()
    amends: str | None = None
    sources: Mapping[str, Source] = field(factory=dict, converter=table)
    vocabulary: Vocabulary | None = None

    @property
    def id(self) -> str:
        """The identifier of the instrument."""
        return self.instrument.id

    @property
    def name(self) -> str:
        """The short name of the instrument."""
        return self.instrument.name

    @property
    def key(self) -> str:
        """``armenia@2006-07-16``: the identifier of this version."""
        return f"{self.id}@{self.in_force.name}"

    def __repr__(self) -> str:
        return f"<Version {self.id}: {self.name}, {self.in_force}>"

    def offences_of(self, *kinds: str) -> tuple[Offence, ...]:
        """The offences and duties of these kinds (*trafficking*, *related*); definitions punish
        nothing.
        """
        return tuple(o for o in self.offences if o.kind in kinds and o.provision != "definition")


Located = Iterator[tuple[str, Evidence]]


def _said_besides(holder: Entry | Limb) -> Located:
    """The evidence that hangs on an entry or a limb: what it demands, how it is defined, what
    settles it.
    """
    for further, evidence in holder.requires.items():
        yield f"requires.{further}", evidence
    if isinstance(holder, Entry) and holder.defined:
        yield "defined", holder.defined
    if holder.settled_by:
        yield "settled_by", holder.settled_by


def _of_lists(version: Version, top: Evidence) -> Located:
    for name, a_list in version.lists.items():
        path = f"lists.{name}"
        if a_list.opening or a_list.closing:
            yield path, a_list.place.within(top)
        for concept, entry in a_list.entries.items():
            where = f"{path}.entries.{concept}"
            for evidence in entry.evidence:
                yield where, evidence.within(a_list).within(top)
            for key, evidence in _said_besides(entry):
                yield f"{where}.{key}", evidence.within(entry).within(a_list).within(top)


def _of_offences(version: Version, top: Evidence) -> Located:
    for i, offence in enumerate(version.offences):
        path = f"offences[{i}]"
        own = Evidence(at=offence.at, source=offence.source, lang=offence.lang, by=offence.by)
        at = own.within(top)
        for j, limb in enumerate(offence.limbs):
            for key, evidence in _said_besides(limb):
                yield f"{path}.limbs[{j}].{key}", evidence.within(evolve(at, at=limb.at or at.at))
        if offence.penalty:
            yield f"{path}.penalty", offence.penalty.within(at)
        for j, tier in enumerate(offence.tiers):
            if tier.penalty:
                yield f"{path}.tiers[{j}].penalty", tier.penalty.within(evolve(at, at=tier.at))


def _of_clauses(version: Version, top: Evidence) -> Located:
    for i, clause in enumerate(version.non_punishment):
        path = f"non_punishment[{i}]"
        for evidence in clause.evidence:
            yield path, evidence.within(top)
        for attribute in ATTRIBUTES:
            for concept, evidence in getattr(clause, attribute).items():
                yield f"{path}.{attribute}.{concept}", evidence.within(clause).within(top)


def evidence_of(version: Version) -> Located:
    """Every piece of evidence in a version, resolved, each with its key path in the file."""
    top = Evidence(source=version.source, lang=version.lang, by=version.by)
    yield from _of_lists(version, top)
    yield from _of_offences(version, top)
    yield from _of_clauses(version, top)
    for i, note in enumerate(version.other):
        yield f"other[{i}]", note.within(top)
    for state, binding in version.binding.items():
        for key in ("reservations", "declarations"):
            for i, reservation in enumerate(getattr(binding, key)):
                yield (
                    f"binding.{state}.{key}[{i}]",
                    reservation.within(evolve(top, at=reservation.article)),
                )
    for i, chapter in enumerate(version.chapters):
        yield f"chapters[{i}]", chapter.within(top)
    for key in ("nothing_on", "unread"):
        for facet, place in getattr(version, key).items():
            yield f"{key}.{facet}", place.within(top)


def entries_of(version: Version) -> Iterator[tuple[str, Evidence]]:
    """The evidence that codes something of the text: all but the places where nothing was found, or
    that were not read, and what others say of the States it binds.
    """
    besides = ("nothing_on", "unread", "chapters", "binding")
    for path, evidence in evidence_of(version):
        if (evidence.words or evidence.gloss) and not path.startswith(besides):
            yield path, evidence
