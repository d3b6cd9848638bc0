"""Facts applied to a law: reached, reached if, open, not known, or not; by which limbs, and why.

Facts are asked of the limbs as the one case of a standard would be. Of several acts, means or
purposes one each is enough; of a fact that takes several forms (sexual exploitation) every form
counts, since nobody said which it was. What nobody mentioned is asked for, and never denied.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from typing import ClassVar, Literal

from attrs import evolve, field, frozen

from comparators.boxes import NONE
from comparators.facts import Facts, parse_facts, with_victim
from comparators.findings import find
from comparators.law import Law, laws
from comparators.limbs import LimbRead
from comparators.lists import Layer, Way
from comparators.own_offence import Exemption, exemptions
from comparators.reach import Kind
from comparators.reasons import Free, If, Named, Overlaps, Unread, Via
from comparators.result import Result
from comparators.sentencing import Circumstance, Sanction, circumstances, sanction
from comparators.verdicts import NothingToReachError, nothing_to_reach
from provisions.corpus import Named as NamedLaw
from provisions.phrases import doubt
from provisions.records import LISTED, VICTIMS, Evidence, Mark, Offence, Version, Victim
from provisions.values import Value
from provisions.vocabulary import Thesaurus

RANKS = (Kind.REACHED, Kind.ONLY, Kind.SILENT, Kind.OPEN, Kind.NOT)
"""The answers, the best first. What is wanting is told before what the words leave open."""


@frozen(eq=False, repr=False)
class Borne(Value):
    """How a limb bears a fact (``""``: that nobody used a means, or aimed at anything)."""

    facet: str
    fact: str
    way: Way


@frozen(eq=False, repr=False)
class Ground(Value):
    """What one limb makes of the facts, or of as much of them as it reaches.

    ``wanted``: further elements that it demands and nobody mentioned. ``missing``: the facets of
    which it has nothing for the facts (and *victim*). ``forms``: of a fact that takes several
    forms, those alone that it reaches. ``jurisdiction``: what brings the case before the courts.
    """

    offence: str
    at: str
    kind: Kind
    mark: Mark = "stated"
    derived: bool = False
    borne: tuple[Borne, ...] = ()
    wanted: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()
    jurisdiction: tuple[str, ...] = ()

    @property
    def doubts(self) -> tuple[Borne, ...]:
        """What it bears but by an open word, or by one that was not seen."""
        return tuple(b for b in self.borne if b.way.layer in (Layer.OPEN, Layer.SILENT))


ConsentKind = Literal["rule", "not-engaged", "no-element", "demands", "none", "open", "not-seen"]


@frozen(eq=False, repr=False)
class Consent(Value):
    """What the rule on consent says in this case.

    ``kind``: the *rule* applies; nobody used a means, and the rule is *not-engaged*; consent is
    *no-element* of the limb that reaches the case; the offence *demands* the want of it; there is
    *none* in the text read; it is *open*; it was *not-seen*. ``at`` is where the rule stands, or
    would have to be read; ``limb`` the limb meant.
    """

    kind: ConsentKind
    at: str
    limb: str = ""
    evidence: tuple[Evidence, ...] = ()
    reading: str = ""


@frozen(repr=False)
class Application(Result):
    """What follows from a law for some facts. ``str()`` tells it.

    ``kind`` is `None` where the facts hold no act, and only the victim's own offence is asked.
    ``grounds`` are the limbs that the answer rests on; where the law does not reach the facts, the
    limb that comes nearest. ``related``: the offences recorded as related, asked too.
    ``would_change``: for each facet what, by itself, would make the answer *reached*.

    >>> apply("Armenia@2011-03-01", "recruitment,deception,forced-labour,adult").reached
    'yes'
    """

    mode: ClassVar[str] = "facts"
    answer: ClassVar[str] = "reached"

    law: Version
    words: Thesaurus = field(repr=False)
    facts: Facts
    kind: Kind | None = None
    grounds: tuple[Ground, ...] = ()
    related: tuple[Ground, ...] = ()
    would_change: tuple[tuple[str, str], ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
    sanction: Sanction | None = None
    consent: Consent | None = None
    own: tuple[Exemption, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:
        facts = ", ".join((*self.facts.every, *self.facts.offences, self.facts.victim))
        told = f"reached: {self.reached}" if self.kind is not None else "the victim's own offence"
        return f"<Application of {self.law.key} to {facts}: {told}>"

    @property
    def reached(self) -> Literal["yes", "no", "undetermined"]:
        """The answer as records give it in their examples."""
        return _reached(self.kind)


def _reached(kind: Kind | None) -> Literal["yes", "no", "undetermined"]:
    if kind == Kind.REACHED:
        return "yes"
    return "no" if kind == Kind.NOT else "undetermined"


def apply(
    law: NamedLaw, facts: str | Iterable[str] | Facts, *, words: Thesaurus | None = None
) -> Application:
    """Does a law reach some facts, by which limbs, or what is wanting; what aggravates; the
    penalty.

    ``law`` is a version, a name or the path of a draft. ``facts`` are concepts and a kind of victim
    (an adult where none is given), separated by commas or as several texts. Raises
    `UnknownNameError` and `FactsError` for facts that cannot be a case, and `NothingToReachError`
    for an instrument without an offence or duty.

    >>> answer = apply("Armenia@2003-08-01", "recruitment,fraud,forced-labour,adult")
    >>> answer.kind.name, answer.grounds[0].at, answer.grounds[0].wanted
    ('ONLY', '132(1)', ('for-gain',))
    """
    (asked,) = laws((law,), words=words)
    case = facts if isinstance(facts, Facts) else parse_facts(facts, asked.words)
    own = exemptions(asked.version, case, asked.words) if case.offences else ()
    if not case.acts:
        return Application(asked.version, asked.words, case, own=own)
    return _applied(asked, case, own)


def reached(law: Law, case: Facts) -> Literal["yes", "no", "undetermined"]:
    """The answer of `apply` alone, without what it rests on and what follows from it.

    >>> from comparators.law import laws
    >>> (armenia,) = laws(["Armenia@2011-03-01"])
    >>> reached(armenia, parse_facts("recruitment,deception,forced-labour,adult", armenia.words))
    'yes'
    """
    return _reached(_asking(law, case).best[0] if case.acts else None)


def _asking(law: Law, case: Facts) -> Asking:
    """The facts asked of the limbs. Raises `NothingToReachError` for a law without any."""
    if not law.offences_of():
        raise NothingToReachError(nothing_to_reach(law.version))
    return Asking(law, law.limbs, case)


def _applied(law: Law, case: Facts, own: tuple[Exemption, ...]) -> Application:
    asked = _asking(law, case)
    related = Asking(law, law.related, case)
    kind, grounds = asked.answer
    related_kind, related_grounds = related.answer
    beside = related_grounds if related_kind != Kind.NOT else ()
    offences = _concerned(law, (*grounds, *beside), (kind, related_kind))
    version = law.version
    met = circumstances(version, offences, case.present, law.words)
    return Application(
        version,
        law.words,
        case,
        kind,
        grounds,
        (*beside, *_unread(law)) if kind != Kind.REACHED else beside,
        () if kind == Kind.REACHED else tuple(asked.would_change()),
        met,
        sanction(version, offences, met) if offences else None,
        _consent(law, case, kind, grounds),
        own,
        tuple(_notes(version, case, (*grounds, *beside))),
    )


# -- one case asked of the limbs -------------------------------------------------------------------


@frozen(eq=False)
class _Part:
    """One way of a limb with a fact: what it lacks of further elements."""

    borne: Borne
    lacks: frozenset[str]
    jurisdiction: frozenset[str]


_Sign = frozenset[tuple[Layer, frozenset[str]]]
"""How a limb bears a leaf: in which layers, lacking which elements."""

_Cell = tuple[str, ...]
"""One leaf of each facet."""


@frozen(eq=False, slots=False)
class Asking:
    """Facts asked of some limbs of a law.

    `comparators.reach.meets` asks a limb of many cases at once, and wants one answer. Here each
    form that a fact may have taken is asked by itself, and the ways by which a limb bears it are
    kept: the reader is told them.
    """

    law: Law
    limbs: Sequence[LimbRead]
    case: Facts

    @cached_property
    def against(self) -> tuple[LimbRead, ...]:
        """The limbs against this kind of victim."""
        return tuple(x for x in self.limbs if self.case.victim in x.victims)

    @cached_property
    def given(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """For each facet the facts, each with the leaves it may be; where there is none, none."""
        case = self.case
        means = (*case.means, *(f for f in case.others if self._is_a_means(f)))
        facts = {"act": case.acts, "means": means, "purpose": case.purposes}
        return {d: {f: self._forms(f) for f in facts[d]} or {NONE: (NONE,)} for d in LISTED}

    def _is_a_means(self, fact: str) -> bool:
        """Whether some limb has words for a circumstance among its means (an official position)."""
        return any(fact in limb.reading("means").ways for limb in self.against)

    def _forms(self, fact: str) -> tuple[str, ...]:
        """The forms that a fact may have taken: its leaves, its own first, in the
        vocabulary's order.
        """
        words = self.law.words
        forms = sorted(words.leaves(fact), key=lambda x: (x != fact, words.order[x]))
        return tuple(forms) or (fact,)

    @cached_property
    def parts(self) -> Mapping[tuple[int, str, str], tuple[_Part, ...]]:
        """What each limb makes of each leaf of each facet: the best ways of it."""
        found: dict[tuple[int, str, str], tuple[_Part, ...]] = {}
        for d in LISTED:
            for fact, some in self.given[d].items():
                for leaf in some:
                    for i, limb in enumerate(self.against):
                        found[i, d, leaf] = tuple(self._ways(limb, d, leaf, fact))
        return found

    def _ways(self, limb: LimbRead, facet: str, leaf: str, fact: str) -> Iterator[_Part]:
        best: list[tuple[Layer, frozenset[str]]] = []
        for way in sorted(limb.ways(facet, leaf), key=_own_word_first):
            lacks, jurisdiction = self._lacking(way.demands)
            if not any(layer <= way.layer and less <= lacks for layer, less in best):
                best.append((way.layer, lacks))
                yield _Part(
                    Borne(facet, self._told_as(facet, fact, leaf), way), lacks, jurisdiction
                )

    def _told_as(self, facet: str, fact: str, leaf: str) -> str:
        """A fact is told as it was given, unless some limb has words for one of its forms alone."""
        alike = len({self._borne(facet, x) for x in self.given[facet][fact]}) == 1
        return fact if alike else leaf

    def _borne(self, facet: str, leaf: str) -> tuple[_Sign, ...]:
        """What tells one leaf from another: how each limb bears it."""
        if (facet, leaf) not in self._signs:
            self._signs[facet, leaf] = tuple(
                frozenset((w.layer, self._lacking(w.demands)[0]) for w in limb.ways(facet, leaf))
                for limb in self.against
            )
        return self._signs[facet, leaf]

    @cached_property
    def _signs(self) -> dict[tuple[str, str], tuple[_Sign, ...]]:
        return {}

    def _lacking(self, demands: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
        """Of some demands those nobody mentioned: elements; and what is for the courts alone."""
        wanting = frozenset(demands) - self.case.present
        courts = frozenset(f for f in wanting if self.law.words[f].jurisdictional)
        return wanting - courts, courts

    # -- a cell: one leaf of each facet ------------------------------------------------------------

    @cached_property
    def _known(self) -> dict[_Cell, tuple[Ground, ...]]:
        return {}

    def of(self, cell: _Cell) -> tuple[Ground, ...]:
        """What each limb makes of one leaf of each facet; of those that reach it, and may."""
        if cell not in self._known:
            found = (self._ground(i, cell) for i in range(len(self.against)))
            self._known[cell] = tuple(g for g in found if g)
        return self._known[cell]

    def _ground(self, i: int, cell: _Cell) -> Ground | None:
        limb = self.against[i]
        own, courts = self._lacking(limb.requires)
        best: tuple[tuple[int, int, Layer], tuple[_Part, ...], frozenset[str]] | None = None
        facets = [self.parts[i, d, leaf] for d, leaf in zip(LISTED, cell, strict=True)]
        for parts in product(*facets):
            lacks = own.union(*(p.lacks for p in parts))
            layer = max(p.borne.way.layer for p in parts)
            key = (RANKS.index(_kind(layer, lacks)), len(lacks), layer)
            if best is None or key < best[0]:
                best = (key, parts, lacks)
        if best is None:
            return None
        key, parts, lacks = best
        jurisdiction = courts.union(*(p.jurisdiction for p in parts))
        return evolve(
            _about(limb),
            kind=RANKS[key[0]],
            borne=tuple(p.borne for p in parts),
            wanted=self._ordered(lacks),
            jurisdiction=self._ordered(jurisdiction),
        )

    def _ordered(self, elements: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(elements, key=self.law.words.order.__getitem__))

    # -- all facts together ------------------------------------------------------------------------

    @cached_property
    def best(self) -> tuple[Kind, Collection[Ground]]:
        """The best answer of any act, means and purpose of the facts, and what each rests on."""
        kind, found = Kind.NOT, dict[Ground, None]()
        for facts in product(*(self._told_apart(d) for d in LISTED)):
            mine, grounds = self._of_facts(facts)
            if RANKS.index(mine) < RANKS.index(kind):
                kind, found = mine, {}
            if mine == kind != Kind.NOT:
                found.update(dict.fromkeys(grounds))
        return kind, found

    @cached_property
    def answer(self) -> tuple[Kind, tuple[Ground, ...]]:
        """The best answer, and the limbs it rests on; of no answer, the limb nearest to it."""
        kind, found = self.best
        if kind == Kind.NOT:
            nearest = self._nearest()
            return kind, (nearest,) if nearest else ()
        places = {(x.offence.id, x.at): i for i, x in reversed([*enumerate(self.against)])}
        joined = (self._told_once(g) for g in _joined(found))
        return kind, tuple(sorted(joined, key=lambda g: places[g.offence, g.at]))

    def _told_once(self, ground: Ground) -> Ground:
        """A ground without the forms of a fact that it bears as well as the fact itself."""
        kept: list[Borne] = []
        for d in LISTED:
            here = [b for b in ground.borne if b.facet == d]
            own = [b for b in here if b.fact in self.given[d]]
            worst = max((b.way.layer for b in here), default=Layer.NAMED)
            kept += own if own and max(b.way.layer for b in own) == worst else here
        return evolve(ground, borne=tuple(kept))

    def _told_apart(self, facet: str) -> tuple[tuple[str, ...], ...]:
        """The facts of a facet, as the leaves they may be: one for each that some limb tells apart,
        and of facts that no limb tells apart, one.
        """
        classes: dict[frozenset[tuple[_Sign, ...]], tuple[str, ...]] = {}
        for some in self.given[facet].values():
            apart = {self._borne(facet, leaf): leaf for leaf in reversed(some)}
            classes.setdefault(frozenset(apart), tuple(apart.values()))
        return tuple(classes.values())

    def _of_facts(self, facts: Sequence[tuple[str, ...]]) -> tuple[Kind, list[Ground]]:
        """The answer for one act, means and purpose, whichever forms they took."""
        cells = [(cell, self.of(cell)) for cell in product(*facts)]
        kinds = [
            min((g.kind for g in found), key=RANKS.index, default=Kind.NOT) for _, found in cells
        ]
        worst, best = max(kinds, key=RANKS.index), min(kinds, key=RANKS.index)
        if best == Kind.NOT:
            return Kind.NOT, []
        if worst != Kind.NOT:
            told = [
                g for (_, found), kind in zip(cells, kinds, strict=True) if kind == worst
                for g in found if g.kind == worst
            ]  # fmt: skip
            return worst, told
        return self._in_part(facts, [c for c in zip(cells, kinds, strict=True) if c[1] == best])

    def _in_part(
        self,
        facts: Sequence[tuple[str, ...]],
        reached: Sequence[tuple[tuple[_Cell, tuple[Ground, ...]], Kind]],
    ) -> tuple[Kind, list[Ground]]:
        """Some forms of a broad fact are reached, and others are not."""
        broad = [n for n, some in enumerate(facts) if len(some) > 1]
        told = []
        for (cell, found), kind in reached:
            forms = tuple((LISTED[n], cell[n]) for n in broad)
            mine = Kind.ONLY if kind == Kind.REACHED else kind
            told += [evolve(g, kind=mine, forms=forms) for g in found if g.kind == kind]
        return told[0].kind, told

    # -- what is missing ---------------------------------------------------------------------------

    def _missing(self, i: int) -> tuple[str, ...]:
        return tuple(
            d
            for d in LISTED
            if not any(self.parts[i, d, x] for some in self.given[d].values() for x in some)
        )

    def _nearest(self) -> Ground | None:
        """The limb that comes nearest, of those against this victim."""
        if not self.against:
            if not self.limbs:
                return None
            return evolve(_about(self.limbs[0]), kind=Kind.NOT, missing=("victim",))
        missing = {i: self._missing(i) for i in range(len(self.against))}
        i = min(missing, key=lambda i: (len(missing[i]), self._weight(i, missing[i])))
        limb = self.against[i]
        wanted, _ = self._lacking(limb.requires)
        return evolve(_about(limb), kind=Kind.NOT, missing=missing[i], wanted=self._ordered(wanted))

    def _weight(self, i: int, missing: Sequence[str]) -> tuple[bool, bool, int, bool, int]:
        """What makes one limb nearer than another that lacks as much: it has the act; it has the
        purpose; it demands less; it is certain; it is the article on this victim.
        """
        limb = self.against[i]
        wanted, _ = self._lacking(limb.requires)
        far = "act" in missing, "purpose" in missing
        return (*far, len(wanted), limb.mark != "stated", len(limb.victims))

    def would_change(self) -> Iterator[tuple[str, str]]:
        """The facts not given that would each, by itself, make the answer *reached*: elements,
        kinds of victim, and the means and purposes that the law itself names.
        """
        found: dict[tuple[str, str], None] = {}
        for i, limb in enumerate(self.against):
            if limb.mark == "stated":
                found.update(dict.fromkeys(self._by_one(i)))
        for victim in VICTIMS:
            if victim != self.case.victim and self._against_another(victim):
                found["victim", victim] = None
        yield from found

    def _by_one(self, i: int) -> Iterator[tuple[str, str]]:
        limb = self.against[i]
        own, _ = self._lacking(limb.requires)
        named = {d: self._named(i, d) for d in LISTED}
        short = [d for d in LISTED if not named[d]]
        if not short:
            lacks = {own.union(*some) for some in product(*named.values())}
            yield from (("element", next(iter(x))) for x in lacks if len(x) == 1)
        elif len(short) == 1 and short[0] != "act":
            rest = [named[d] for d in LISTED if d not in short]
            if any(not own.union(*some) for some in product(*rest)):
                yield from ((short[0], entry) for entry in self._entries(limb, short[0]))

    def _named(self, i: int, facet: str) -> list[frozenset[str]]:
        """What is wanting where a limb names some fact of a facet whatever form it took."""
        found = []
        for some in self.given[facet].values():
            each = [
                [p.lacks for p in self.parts[i, facet, x] if p.borne.way.layer == Layer.NAMED]
                for x in some
            ]
            if all(each):
                found += [frozenset().union(*one) for one in product(*each)]
        return found

    def _entries(self, limb: LimbRead, facet: str) -> Iterator[str]:
        """The words of a limb that would do by themselves."""
        for leaf, ways in limb.reading(facet).ways.items():
            for way in ways:
                own = way.layer == Layer.NAMED and isinstance(way.because, Named)
                if own and not self._lacking(way.demands)[0]:
                    yield leaf

    def _against_another(self, victim: Victim) -> bool:
        other = Asking(self.law, self.limbs, with_victim(self.case, victim, self.law.words))
        return other.answer[0] == Kind.REACHED


def _kind(layer: Layer, lacks: frozenset[str]) -> Kind:
    """What one limb makes of a case that it bears in a layer, lacking some further elements."""
    if layer == Layer.NAMED:
        return Kind.ONLY if lacks else Kind.REACHED
    return Kind.SILENT if layer == Layer.SILENT else Kind.OPEN


def _own_word_first(way: Way) -> tuple[Layer, int, bool]:
    """The best way first; of equals, the law's own word for the fact before a broader one."""
    return way.layer, len(way.demands), not isinstance(way.because, Named | Free)


def _about(limb: LimbRead) -> Ground:
    """A limb, before anything is asked of it."""
    again = limb.replaced in ("means", "purpose")  # said again by an aggravated form
    return Ground(limb.offence.id, limb.at, Kind.NOT, limb.mark, again)


def _joined(grounds: Iterable[Ground]) -> Iterator[Ground]:
    """The grounds of one answer, a limb each where nothing but the fact differs; of limbs that
    want more than another wants, none.
    """
    by_limb: dict[tuple[object, ...], list[Ground]] = {}
    for g in grounds:
        key = (g.offence, g.at, g.kind, g.wanted, g.mark, g.jurisdiction)
        by_limb.setdefault(key, []).append(g)
    joined = [_one(some) for some in by_limb.values()]
    for g in joined:
        if not any(set(o.wanted) < set(g.wanted) and o.kind == g.kind for o in joined):
            yield g


def _one(some: Sequence[Ground]) -> Ground:
    """One ground of several of one limb: all facts it bears, all forms it reaches."""
    borne = dict.fromkeys(b for d in LISTED for g in some for b in g.borne if b.facet == d)
    forms = dict.fromkeys(f for g in some for f in g.forms)
    whole = all(g.forms for g in some)
    return evolve(some[0], borne=tuple(borne), forms=tuple(forms) if whole else ())


# -- what hangs on the answer ----------------------------------------------------------------------


def _concerned(law: Law, grounds: Iterable[Ground], kinds: Sequence[Kind]) -> tuple[Offence, ...]:
    """The offences that reach the facts for certain; where none does, those that may."""
    grounds = tuple(grounds)
    if all(kind == Kind.NOT for kind in kinds):
        return ()
    sure = [g for g in grounds if g.kind == Kind.REACHED]
    names = {g.offence for g in sure or grounds if g.kind != Kind.NOT}
    return tuple(o for o in law.offences_of("trafficking", "related") if o.id in names)


def _unread(law: Law) -> Iterator[Ground]:
    """The related offences whose elements were not recorded: asked, and not known."""
    for offence in law.offences_of("related"):
        if not offence.limbs:
            yield Ground(offence.id, offence.at, Kind.SILENT, "unseen")


def _consent(law: Law, case: Facts, kind: Kind, grounds: Sequence[Ground]) -> Consent | None:
    """What the rule on consent says in this case; it never changes the answer."""
    if not case.consent:
        return None
    rule = find(law, "element", "consent-irrelevant")
    at = rule.evidence[0].at or "" if rule.evidence else ""
    turns = [g for g in grounds if set(g.wanted) & _WANT_OF_CONSENT]
    if turns:
        return Consent("demands", at, turns[0].at)
    if rule.status != "covered":
        unsaid = rule.status in ("absent", "implied") or (rule.status == "silent" and rule.seen)
        said: ConsentKind = "none" if unsaid else "open" if rule.status == "open" else "not-seen"
        return Consent(said, at, "", rule.evidence)
    reading = rule.notes[0] if rule.notes else ""
    used = {b.fact for g in grounds for b in g.borne if b.facet == "means"} - {NONE}
    if used or case.means:
        return Consent("rule", at, "", rule.evidence, reading)
    free = [g for g in grounds if kind != Kind.NOT]
    if free:
        return Consent("no-element", at, free[0].at, rule.evidence, reading)
    return Consent("not-engaged", at, "", rule.evidence)


_WANT_OF_CONSENT = {"against-the-will"}
"""The further elements that are the want of consent itself."""


def _notes(version: Version, case: Facts, grounds: Iterable[Ground]) -> Iterator[tuple[str, str]]:
    """The notes of the record that bear on the answer: on its limbs, lists and words, each with its
    place; and where the sources differ on them.
    """
    found: dict[tuple[str, str], None] = {}
    touched = set(case.every)
    for ground in grounds:
        found.update(dict.fromkeys(_of_ground(version, ground)))
        touched |= {b.way.because.entry for b in ground.borne if isinstance(b.way.because, _ENTRY)}
    for note in version.discrepancies:
        if touched & set(note.on):
            found["", note.note] = None
    yield from found


_ENTRY = (Named, Via, If, Overlaps, Unread)


def _of_ground(version: Version, ground: Ground) -> Iterator[tuple[str, str]]:
    offence = next((o for o in version.offences if o.id == ground.offence), None)
    if offence is None:
        return
    if offence.reading:
        yield offence.at, offence.reading
    for limb in offence.limbs:
        if (limb.at or offence.at) == ground.at and (note := doubt(limb)):
            yield ground.at, note
    for borne in ground.borne:
        why = borne.way.because
        a_list = None if isinstance(why, Free) else version.lists.get(why.list)
        if a_list is None:
            continue
        if a_list.reading:
            yield a_list.at, a_list.reading
        entry = a_list.entries.get(why.entry) if isinstance(why, _ENTRY) else None
        if entry and (note := doubt(entry)):
            yield entry.at or a_list.at, note
