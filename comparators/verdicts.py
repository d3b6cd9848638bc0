"""Does a law reach everything its standards name? Yes, no or undetermined - and never alone.

With the verdict come what stands before every value, the gaps, a case that falls through, the open
questions with the place to read, the provisos (no part of reach) and what the law reaches beyond.
All of it is values: the sentences are made in `comparators.wording`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import ClassVar, Literal, NamedTuple

from attrs import evolve, field, frozen

from comparators.boxes import NONE, Pattern, Space, TooIntricateError
from comparators.cases import Asked, Box, asked_by, ordinary
from comparators.findings import find
from comparators.law import Law, laws, space_for
from comparators.limbs import LimbRead
from comparators.lists import Layer, Way
from comparators.reach import Answer, Context, Hinge, Inquiry, Kind, meets
from comparators.reach import inquiry as inquiry_into
from comparators.result import Result
from provisions.corpus import Named
from provisions.errors import ProvisionsError
from provisions.records import LISTED, VICTIMS, Evidence, Version, Victim
from provisions.values import Value
from provisions.vocabulary import Thesaurus

Outcome = Literal["yes", "no", "undetermined"]
RESIDUAL = "residual"
"""Why a question is put, where the law's list is closed and the standard's word is a residual one.
"""


class NoVerdictError(ProvisionsError, ValueError):
    """The question has no answer; the message says why."""


class IntricateError(NoVerdictError):
    """So many limbs and demands can be combined that no answer is found within bounds."""


class NothingToReachError(NoVerdictError):
    """The instrument lays down no offence and no duty to criminalise: it reaches nothing, and asks
    for nothing.

    >>> reaches("ILO C29", "CoE")
    Traceback (most recent call last):
    comparators.verdicts.NothingToReachError: ILO C29 lays down no offence of trafficking and no \
duty to criminalise it: what it punishes, or has punished, is related conduct
    """


class NoStandardError(ProvisionsError, TypeError):
    """A law was given alone, and no standard to ask it under.

    >>> reaches("Armenia")
    Traceback (most recent call last):
    comparators.verdicts.NoStandardError: reaches wants a law and a standard: reaches('Armenia', 'CoE')
    """  # noqa: E501 - the message as it is printed


class Told(NamedTuple):
    """A word in which leaves are told: whole, its *other* forms alone, or all ``but`` some."""

    concept: str
    other: bool = False
    but: tuple[str, ...] = ()


class Among(NamedTuple):
    """Some values of a facet; with ``but``, all that are asked except these."""

    words: tuple[Told, ...]
    but: bool = False


@frozen(eq=False, repr=False)
class Gap(Value):
    """What falls through (or is open, or not known) for some victims, in the words of who asks.

    ``acts`` and ``means`` say for what, where not for all. ``only``: the smallest sets of elements
    one of which is demanded besides. ``everything``: whatever is done. ``at``: where the demand
    stands, or the lists that were read. ``related``: related offences that reach it nevertheless.
    """

    victims: tuple[Victim, ...]
    facet: str
    words: tuple[Told, ...]
    kind: Kind
    only: tuple[tuple[str, ...], ...] = ()
    acts: Among | None = None
    means: Among | None = None
    everything: bool = False
    at: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


@frozen(eq=False, repr=False)
class Question(Value):
    """What keeps an answer open or not known, and the place to read.

    ``words`` is what hangs on it, ``within`` the acts (or means) for which it decides, where it is
    about these. ``because`` is the reason, or the limb whose mark it is; ``reading`` the note that
    tells the other reading, where the record has one; ``derived``: an aggravated form that may say
    the offence again.
    """

    kind: Literal["silent", "open", "arguable", "unseen"]
    at: str
    because: object
    words: tuple[tuple[str, Told], ...] = ()
    victims: tuple[Victim, ...] = ()
    within: tuple[tuple[str, Told], ...] = ()
    reading: str | None = None
    derived: bool = False
    quoted: Evidence | None = None


class Fail(NamedTuple):
    """Why the nearest limb does not reach a case: a value it lacks, a victim, or a demand."""

    at: str
    what: str
    value: str
    place: str


@frozen(eq=False, repr=False)
class Counterexample(Value):
    """A case that can happen, within the standard and not within the law.

    ``lacking``: the further elements the law would want, and the case has not.
    """

    pattern: Pattern
    standard: str
    standard_at: str
    fails: tuple[Fail, ...] = ()
    lacking: tuple[str, ...] = ()


class Proviso(NamedTuple):
    """What stands under a verdict that it touches, and is no part of reach: *scope*, *consent*,
    *jurisdiction*, or the *mind* with which the offence is committed.
    """

    kind: Literal["scope", "consent", "jurisdiction", "mind"]
    name: str
    at: str
    status: str = ""
    evidence: Evidence | None = None
    free: tuple[str, ...] = ()


class Thin(NamedTuple):
    """A standard that is itself known in part: its facets, each with the place to read."""

    name: str
    places: tuple[tuple[str, str], ...]


class Bound(NamedTuple):
    """Whether a State is bound by a standard on a day: *due*, *not-due*, *not-party*, *unknown*, or
    *none* where a standard binds nobody (a model law, a law).
    """

    kind: Literal["due", "not-due", "not-party", "unknown", "none"]
    since: date | None = None
    due: date | None = None


@frozen(slots=False, repr=False)
class Verdict(Result):
    """The answer to *does this law reach everything its standards name?*, with its reasons.

    There are three answers, so the truth of a verdict is refused: read ``verdict``.

    >>> reaches("Armenia@2011-03-01", "CoE")
    <Verdict on armenia@2011-03-01 under coe@2008-02-01: undetermined>
    """

    mode: ClassVar[str] = "verdict"
    answer: ClassVar[str] = "verdict"

    law: Version
    standards: tuple[Version, ...]
    verdict: Outcome
    demands: tuple[Gap, ...] = ()
    gaps: tuple[Gap, ...] = ()
    counterexample: Counterexample | None = None
    open_questions: tuple[Question, ...] = ()
    provisos: tuple[Proviso, ...] = ()
    notes: tuple[Thin, ...] = ()
    bound: tuple[Bound, ...] = ()
    inquiry: Inquiry = field(eq=False, kw_only=True)
    asking: tuple[Law, ...] = field(eq=False, kw_only=True)

    @property
    def standard(self) -> Version:
        """The standard, or the first of several."""
        return self.standards[0]

    @property
    def words(self) -> Thesaurus:
        """The vocabulary it was reached under."""
        return self.inquiry.law.words

    @cached_property
    def beyond(self) -> tuple[Gap, ...]:
        """What the law reaches and no standard speaks of; worked out when it is asked for."""
        return tuple(beyond(self.inquiry.law, self.asking))

    def __repr__(self) -> str:
        standards = ", ".join(s.key for s in self.standards)
        return f"<Verdict on {self.law.key} under {standards}: {self.verdict}>"


def reaches(law: Named = "", *standards: Named, words: Thesaurus | None = None) -> Verdict:
    """Does ``law`` reach all that the standards name? The law first, always; names, versions and
    paths alike. ``words`` is the thesaurus in which versions of one's own are compared.

    Raises `NothingToReachError` for an instrument without an offence or duty.

    >>> reaches("Armenia@2011-03-01", "CoE").verdict
    'undetermined'
    """
    if not standards:
        raise NoStandardError("reaches wants a law and a standard: reaches('Armenia', 'CoE')")
    return judged(*laws((law, *standards), words=words))


def judged(law: Law, *standards: Law, day: date | None = None) -> Verdict:
    """The verdict on a law that was read, under standards that were read.

    Raises `NothingToReachError` where there is nothing to compare, and `IntricateError`.
    """
    for one in (law, *standards):
        if not one.limbs:
            raise NothingToReachError(nothing_to_reach(one.version))
    try:
        return _judged(law, standards, day)
    except TooIntricateError:
        raise IntricateError(intricate(law, standards)) from None


def intricate(law: Law, standards: Sequence[Law]) -> str:
    """Why a question has no answer within bounds, in words: the message of the error."""
    asking = " and ".join(s.name for s in standards)
    return (
        f"{law.name} under {asking} is too intricate to be answered: its limbs and the further"
        " elements they demand can be combined in too many ways"
    )


def _judged(law: Law, standards: tuple[Law, ...], day: date | None) -> Verdict:
    asking = tuple(s for s in standards if s.version is not law.version)
    inquiry = inquiry_into(law, asking)
    told = list(gaps_of(inquiry, inquiry.answers))
    gaps = [g for g in told if g.kind.gap]
    known = () if gaps else tuple(thin(law, asking))
    outcome: Outcome = "no" if gaps else "undetermined" if inquiry.answers or known else "yes"
    apart = minds(law, asking) if outcome == "yes" else ()  # whoever reads yes reads no more
    return Verdict(
        law.version,
        tuple(s.version for s in standards),
        outcome,
        tuple(g for g in gaps if g.everything and g.kind == Kind.ONLY),
        tuple(g for g in gaps if not (g.everything and g.kind == Kind.ONLY)),
        counterexample(inquiry) if gaps else None,
        tuple(questions(inquiry)),
        (*provisos(law, asking), *apart),
        known,
        tuple(bound(law.version, s.version, day) for s in standards),
        inquiry=inquiry,
        asking=asking,
    )


def decide(
    space: Space,
    law_named: Sequence[int],
    law_possible: Sequence[int],
    std_named: Sequence[int],
    std_required: Sequence[int],
) -> Outcome:
    """The verdict on boxes alone: yes where what is named or unknown in the standard is named in
    the law; no where something it names is neither named, open nor unknown in the law; undetermined
    otherwise. (It counts the *other* leaf of a residual word as any other.)
    """
    if space.contains(law_named, std_required):
        return "yes"
    return "undetermined" if space.contains(law_possible, std_named) else "no"


def nothing_to_reach(version: Version) -> str:
    """Why an instrument has no reach, in words: the message of the error."""
    if version.offences_of("related"):
        what = "what it punishes, or has punished, is related conduct"
    elif any(o.provision == "definition" for o in version.offences):
        what = "it defines, and punishes nothing"
    else:
        what = "it holds no definition of trafficking that it punishes"
    return (
        f"{version.name} lays down no offence of trafficking and no duty to criminalise it: {what}"
    )


def bound(law: Version, standard: Version, day: date | None = None) -> Bound:
    """Whether the State of a law is bound by a standard on a day, by default that of the law's text
    or, where it is still in force, today.
    """
    if standard.instrument.kind in ("model-law", "commitment", "national-law"):
        return Bound("none")
    found = standard.binding.get(law.id)
    if found is None:
        return Bound("unknown")
    on = day or law.in_force.until or date.today()  # noqa: DTZ011 - the reader's day
    if found.party and found.since is None and found.checked and on < found.checked:
        return Bound("unknown")  # bound on the day it was looked up; since when was not seen
    over = found.until is not None and found.until < on
    if not found.party or over or (found.since is not None and found.since > on):
        return Bound("not-party", found.since, found.due)
    if found.due is not None and found.due > on:
        return Bound("not-due", found.since, found.due)
    return Bound("due", found.since, found.due)


# -- gaps, in the words of who asks ----------------------------------------------------------------


def gaps_of(inquiry: Inquiry, answers: Iterable[Answer]) -> Iterator[Gap]:
    """Answers told together: the leaves as words, victims with the same text, alike contexts.

    In the order of the victims, the facets and the standard's words.
    """
    groups: dict[tuple[object, ...], dict[Victim, list[str]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for a in answers:
        groups[a.facet, a.kind, a.only, a.contexts][a.victim].append(a.leaf)
    merged: dict[tuple[object, ...], list[Victim]] = defaultdict(list)
    for key, by_victim in groups.items():
        for victim, leaves in by_victim.items():
            merged[*key, tuple(leaves)].append(victim)
    found = [
        gap
        for (facet, kind, only, contexts, leaves), victims in merged.items()
        for gap in _gaps(inquiry, tuple(victims), facet, kind, only, contexts, leaves)  # type: ignore[arg-type]  # as put
    ]
    order = inquiry.law.words.order
    yield from sorted(
        found,
        key=lambda g: (
            -g.kind,
            _place_of(g.facet),
            min(VICTIMS.index(v) for v in g.victims),
            min((order.get(t.concept, -1) for t in g.words), default=-1),
        ),
    )


def _gaps(
    inquiry: Inquiry, victims: tuple[Victim, ...], facet: str, kind: Kind,
    only: tuple[tuple[str, ...], ...], contexts: frozenset[Context] | None, leaves: Sequence[str],
) -> Iterator[Gap]:  # fmt: skip
    asked = inquiry.asked
    boxes = asked.against(victims[0])
    everything = {x for b in boxes for x in b.values[facet]} & set(asked.leaves(facet))
    whole = facet == "act" and set(leaves) == everything and len(everything) > 1
    if whole and kind == Kind.NOT:  # a whole facet is needed, where nothing of it is asked
        for needed in ("means", "purpose"):
            limbs = inquiry.against[victims[0]].limbs
            free = any(any(x.ways(needed, NONE)) for x in limbs)
            if not free and all(NONE in b.values[needed] for b in boxes):
                facet, leaves, whole = needed, (NONE,), False
                break
    words = told(asked, inquiry.law.words, facet, leaves)
    at = _at(inquiry, victims, facet, leaves, only)
    related = tuple(_related(inquiry, victims[0], facet, leaves)) if kind.gap else ()
    for acts, means in _among(inquiry, boxes, contexts):
        yield Gap(victims, facet, words, kind, only, acts, means, whole, at, related)


def told(asked: Asked, words: Thesaurus, facet: str, leaves: Iterable[str]) -> tuple[Told, ...]:
    """Leaves as the words of who asks: whole words first, then all but some, then the rest."""
    left, found = dict.fromkeys(leaves), list[Told]()
    if NONE in left:  # what is lost by itself is lost with any value too
        return (Told(NONE),)
    lost, own = set(left), asked.words[facet]
    left_over = {w for f, w in asked.residual if f == facet}
    whole = [
        w
        for w, mine in own.items()
        if mine <= lost or (mine - left_over and mine - left_over <= lost and w in left_over)
    ]
    found += [Told(w) for w in whole]
    for word in whole:
        for leaf in own[word]:
            left.pop(leaf, None)
    for word, mine in own.items():
        short = mine & left.keys()
        if word in short and len(short) * 2 > len(mine) > 2:
            kept = tuple(sorted(mine - lost, key=words.order.__getitem__))
            found.append(Told(word, but=kept))
            for leaf in short:
                left.pop(leaf, None)
    every = frozenset[str]().union(*own.values())
    for leaf in sorted(left, key=words.order.__getitem__):
        # a word with narrower ones that are not among these is told by its *other* forms alone
        below = (words.under(leaf).keys() & every) - lost
        whole_word = any(leaf == w and len(m) > 1 for w, m in own.items())
        found.append(Told(leaf, other=whole_word or bool(below)))
    return tuple(found)


def _among(
    inquiry: Inquiry, boxes: Sequence[Box], contexts: frozenset[Context] | None
) -> Iterator[tuple[Among | None, Among | None]]:
    """For which acts, and by which means; acts with the same means together."""
    if contexts is None:
        yield None, None
        return
    by_means: dict[frozenset[str], set[str]] = defaultdict(set)
    means_of: dict[str, set[str]] = defaultdict(set)
    order = inquiry.law.words.order
    for act, *means in sorted(contexts, key=lambda c: [(order.get(x, -1), x) for x in c]):
        means_of[act].update(means)
    for act, all_means in means_of.items():
        by_means[frozenset(all_means)].add(act)
    for some, acts in by_means.items():
        yield _some(inquiry, boxes, "act", acts), _some(inquiry, boxes, "means", some)


def _some(
    inquiry: Inquiry, boxes: Sequence[Box], facet: str, values: Iterable[str]
) -> Among | None:
    """Some of the values that are asked; ``None`` for all of them, or where nothing is fixed."""
    asked, words = inquiry.asked, inquiry.law.words
    every = {x for b in boxes for x in b.values[facet]} & set(asked.leaves(facet))
    mine = set(values)
    if not mine or every <= mine:
        return None
    if len(mine) * 2 > len(every) and facet == "means":
        return Among(told(asked, words, facet, every - mine), but=True)
    return Among(told(asked, words, facet, mine))


def _at(
    inquiry: Inquiry, victims: Sequence[Victim], facet: str, leaves: Sequence[str],
    only: tuple[tuple[str, ...], ...],
) -> tuple[str, ...]:  # fmt: skip
    """Where the demands stand; where nothing is reached, the lists that were read."""
    law = inquiry.law
    limbs = [x for x in law.limbs if set(victims) & set(x.victims)]
    if not only:
        lists = ((x, law.version.lists.get(x.reading(facet).list)) for x in limbs)
        return tuple(dict.fromkeys(a_list.at if a_list else x.at for x, a_list in lists))
    own = [(x, w) for x in limbs for leaf in leaves for w in x.ways(facet, leaf)]
    every = (
        (x, w) for x in limbs for d in LISTED for some in x.reading(d).ways.values() for w in some
    )
    elements = set[str]().union(*only)
    for ways in (own, every):  # a demand of every means stands by none of the acts
        found = dict.fromkeys(
            at for x, w in ways for at in _demanded_at(law, x, w.because, elements)
        )
        if found:
            return tuple(found)
    return ()


def _demanded_at(law: Law, limb: LimbRead, because: object, elements: set[str]) -> Iterator[str]:
    for element, evidence in limb.limb.requires.items():
        if element in elements:
            yield evidence.at or limb.at
    a_list = law.version.lists.get(getattr(because, "list", ""))
    entry = a_list.entries.get(getattr(because, "entry", "")) if a_list else None
    if a_list and entry:
        for element, evidence in entry.requires.items():
            if element in elements:
                yield evidence.at or entry.at or a_list.at


def _related(inquiry: Inquiry, victim: Victim, facet: str, leaves: Sequence[str]) -> Iterator[str]:
    """Related offences that reach one of these values for certain, in some case that is asked."""
    law, found = inquiry.law, dict[str, None]()
    for limb in law.related:
        for box in inquiry.asked.against(victim):
            some = box.values[facet] & frozenset(leaves)
            values = {**box.values, facet: some}
            case = Box(values, (victim,), box.present, box.at)
            if some and meets(limb, case, law.words).layer == Layer.NAMED:
                found.setdefault(limb.at)
    yield from found


def beyond(law: Law, standards: Sequence[Law]) -> Iterator[Gap]:
    """The values that a law names for certain and no limb of the standards bears; none first."""
    own, limbs = asked_by(law), [x for s in standards for x in s.limbs]
    named = {d: own.leaves(d) for d in LISTED}
    found: dict[tuple[str, tuple[str, ...]], list[Victim]] = defaultdict(list)
    for victim in VICTIMS:
        theirs = [x for x in limbs if victim in x.victims]
        for d in LISTED if theirs else ():
            every = {x for b in own.against(victim) for x in b.values[d]}
            more = [x for x in named[d] if x in every and not any(y.borne(d, x) for y in theirs)]
            if more:
                found[d, (NONE,) if NONE in more else tuple(more)].append(victim)
    for (facet, leaves), victims in found.items():
        yield Gap(tuple(victims), facet, told(own, law.words, facet, leaves), Kind.NOT)


# -- a case that falls through ---------------------------------------------------------------------


def _box(pattern: Pattern) -> Box:
    """One case as a box of its own."""
    victims = tuple(v for v in VICTIMS if v == pattern.victim)
    return Box({d: frozenset({pattern[d]}) for d in LISTED}, victims, frozenset(pattern.further))


def _falls(inquiry: Inquiry, pattern: Pattern) -> bool:
    """Whether no limb reaches a case, as far as anybody can know."""
    box = _box(pattern)
    limbs = (x for x in inquiry.law.limbs if pattern.victim in x.victims)
    return all(meets(x, box, inquiry.law.words).layer == Layer.ABSENT for x in limbs)


def counterexample(inquiry: Inquiry) -> Counterexample:
    """The first gap with the most ordinary values elsewhere, and why the nearest limb fails it."""
    words = inquiry.law.words
    short = [a for a in inquiry.answers if a.kind.gap]
    first = min(short, key=lambda a: _rank(words, a))
    lost = {(a.facet, a.leaf) for a in short if a.victim == first.victim}
    best: tuple[tuple[object, ...], Pattern, Box] | None = None
    for box in inquiry.asked.against(first.victim):
        chosen = _chosen(inquiry, box, first, lost)
        if chosen:
            rank = tuple(ordinary(words, chosen[d]) for d in LISTED)
            act, means, purpose = (chosen[d] for d in LISTED)
            pattern = Pattern(act, means, purpose, first.victim, tuple(sorted(box.present)))
            if (best is None or rank < best[0]) and _falls(inquiry, pattern):
                best = rank, pattern, box
    assert best is not None, "what is asked has a case"
    _, pattern, box = best
    met = _nearest(inquiry, pattern)
    lacking = first.only[0] if first.only else ()
    return Counterexample(pattern, box.standard, box.at, met, lacking)


def _rank(words: Thesaurus, a: Answer) -> tuple[object, ...]:
    """The order of gaps: the victim, the facet, what is wholly missing before what is demanded."""
    plain = ordinary(words, a.leaf)
    return VICTIMS.index(a.victim), _place_of(a.facet), -a.kind, plain


def _chosen(
    inquiry: Inquiry, box: Box, first: Answer, lost: set[tuple[str, str]]
) -> dict[str, str] | None:
    """A case of a box that shows one gap, with the most ordinary values elsewhere."""
    words = inquiry.law.words
    asked = {d: set(inquiry.asked.leaves(d)) for d in LISTED}
    if first.leaf not in box.values[first.facet]:
        return None
    before = [
        c for c in first.contexts or ()
        if all(x in box.values[d] for d, x in zip(LISTED, c, strict=False))
    ]  # fmt: skip
    if first.contexts is not None and not before:
        return None
    chosen = {first.facet: first.leaf}
    if before:
        best = min(before, key=lambda c: [ordinary(words, x) for x in c])
        chosen |= dict(zip(LISTED, best, strict=False))
    for d in LISTED:
        if d not in chosen:
            some = {NONE} if NONE in box.values[d] else set(box.values[d]) & asked[d]
            kept = {x for x in some if (d, x) not in lost}
            chosen[d] = min(kept or some, key=lambda x: ordinary(words, x))
    return chosen


def _place_of(facet: str) -> int:
    return [*LISTED].index(facet)  # type: ignore[arg-type]  # one of the three


_DISTANCE = {"act": 40, "victim": 30, "means": 10, "purpose": 10}


def _nearest(inquiry: Inquiry, pattern: Pattern) -> tuple[Fail, ...]:
    """What fails in the limb that comes nearest: with the same act, and fewest pieces missing."""
    law = inquiry.law
    box = _box(pattern)
    met = [meets(limb, box, law.words) for limb in law.limbs]
    near = min(met, key=lambda m: (sum(_DISTANCE[d] for d in m.missing), m.distance))
    fails = [
        Fail(near.limb.at, d, pattern[d], "" if d == "victim" else _place(law, near.limb, d))
        for d in near.missing
    ]
    wanted = near.wanted[0] if near.wanted else ()
    fails += [Fail(near.limb.at, "demand", f, near.limb.at) for f in sorted(wanted)]
    return tuple(fails)


def _place(law: Law, limb: LimbRead, facet: str) -> str:
    a_list = law.version.lists.get(limb.reading(facet).list)
    return a_list.at if a_list else limb.at


# -- what keeps it open ----------------------------------------------------------------------------


def questions(inquiry: Inquiry) -> Iterator[Question]:
    """What decides, each place once: a silence, open words, a doubtful reading; and what
    hangs on it.
    """
    found: dict[object, _Asking] = {}
    for a in inquiry.answers:
        if a.kind.gap or inquiry.needless(a):
            continue
        hinges = inquiry.against[a.victim].hinges(a.facet, a.leaf, a.contexts)
        for hinge in hinges or (None,):
            question = _question(inquiry.law, hinge) if hinge else _residual(inquiry, a)
            mine = found.setdefault(
                (question.kind, question.at, _subject(question)), _Asking(question)
            )
            mine.leaves[a.victim].setdefault((a.facet, a.leaf))
            if hinge and hinge.way and hinge.facet != a.facet:
                mine.within[a.victim].setdefault((hinge.facet, hinge.leaf))
    words, asked = inquiry.law.words, inquiry.asked
    for mine in found.values():
        named, within = (
            tuple(
                (d, t)
                for d in LISTED
                for t in told_apart(asked, words, [[x for f, x in s if f == d] for s in some], d)
            )
            for some in (mine.leaves.values(), mine.within.values())
        )
        victims = tuple(v for v in VICTIMS if v in mine.leaves)
        q = mine.question
        yield evolve(q, words=named, within=within, victims=victims)


class _Asking:
    """A question, and what hangs on it."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.leaves: dict[Victim, dict[tuple[str, str], None]] = defaultdict(dict)
        self.within: dict[Victim, dict[tuple[str, str], None]] = defaultdict(dict)


def told_apart(
    asked: Asked, words: Thesaurus, some: Iterable[Sequence[str]], facet: str
) -> Iterator[Told]:
    """Leaves of several victims as words: where one needs none, others may lack each of them."""
    none, rest = False, dict[str, None]()
    for leaves in some:
        none = none or NONE in leaves
        rest.update({} if NONE in leaves else dict.fromkeys(leaves))
    if none:
        yield Told(NONE)
    yield from told(asked, words, facet, rest)


def _subject(question: Question) -> object:
    """What tells two questions of one place apart: silences of one place are one question."""
    if question.kind == "silent":
        return None
    return question.reading or question.because


def _question(law: Law, hinge: Hinge) -> Question:
    """The question that one hinge puts."""
    limb = hinge.limb
    if hinge.way is None:
        asked = Question("unseen" if limb.mark == "unseen" else "arguable", limb.at, limb.at)
        return evolve(asked, reading=limb.limb.reading, derived=limb.replaced is not None)
    why = hinge.way.because
    a_list = law.version.lists.get(getattr(why, "list", ""))
    entry = a_list.entries.get(getattr(why, "entry", "")) if a_list else None
    at = (entry.at if entry else None) or (a_list.at if a_list else None) or limb.at
    if hinge.way.layer == Layer.SILENT:
        return Question(
            "silent", getattr(why, "at", at), why, reading=entry.reading if entry else None
        )
    if hinge.way.doubtful and entry:
        return Question("arguable", at, why, reading=entry.reading)
    if entry is None and a_list is not None:
        return Question("open", a_list.opening_at or a_list.at, why, quoted=a_list.place)
    return Question("arguable", at, why)


def _residual(inquiry: Inquiry, a: Answer) -> Question:
    """What the *other* leaf of a residual word asks, where the law's own list is closed."""
    at = _at(inquiry, (a.victim,), a.facet, (a.leaf,), ())
    return Question("open", ", ".join(at), RESIDUAL)


# -- provisos --------------------------------------------------------------------------------------


def provisos(law: Law, standards: Sequence[Law]) -> Iterator[Proviso]:
    """Scope, consent and what brings a case before a court: no elements, and no part of reach."""
    both = (*standards, law)
    scopes = [(one, x) for one in both for x in one.version.lists.values() if x.role == "scope"]
    free = tuple(dict.fromkeys(one.name for one, x in scopes if not x.closing))
    for one, x in scopes:
        if x.closing:
            yield Proviso("scope", one.name, x.at, "", x.place, free)
    if any(find(s, "element", "consent-irrelevant").status == "covered" for s in standards):
        rule = find(law, "element", "consent-irrelevant")
        if rule.status in ("silent", "open"):  # never absent: the general part decides
            evidence = rule.evidence[0] if rule.evidence else Evidence()
            yield Proviso("consent", law.name, evidence.at or "", rule.status, evidence)
    for element, at in _jurisdictional(law):
        yield Proviso("jurisdiction", law.name, at, element)


def minds(law: Law, standards: Sequence[Law]) -> Iterator[Proviso]:
    """The mental elements that standards ask for, where the law is not known to have them: each has
    its row, and is no part of reach.

    >>> import provisions
    >>> ireland, coe = (Law(provisions.get(n), provisions.thesaurus()) for n in ("Ireland", "CoE"))
    >>> [(p.status, p.free) for p in minds(ireland, [coe])]
    [('silent', ('18',))]
    """
    for standard in standards:
        lists = (x for x in standard.version.lists.values() if x.role == "mental")
        for concept in dict.fromkeys(c for x in lists for c in x.entries):
            asked, found = (find(x, "element", concept) for x in (standard, law))
            if asked.status == "covered" and found.status not in ("covered", "implied"):
                free = tuple(dict.fromkeys(e.at for e in asked.evidence if e.at))
                evidence = asked.evidence[0] if asked.evidence else None
                yield Proviso("mind", standard.name, found.at, found.status, evidence, free)


def _jurisdictional(law: Law) -> Iterator[tuple[str, str]]:
    found: dict[tuple[str, str], None] = {}
    for limb in law.limbs:
        for element, evidence in limb.limb.requires.items():
            if law.words[element].jurisdictional:
                found.setdefault((element, evidence.at or limb.at))
    yield from found


def thin(law: Law, standards: Sequence[Law]) -> Iterator[Thin]:
    """Standards of which something is unknown that the law does not reach anyway."""
    for standard in standards:
        if not any(x.unread for x in standard.limbs):
            continue
        space = space_for((law, standard))
        if not space.contains(law.named(space), standard.required(space)):
            places = dict.fromkeys(
                (d, _to_read(standard, limb, d))
                for limb in standard.limbs
                for d in LISTED
                if any(w.layer == Layer.SILENT for w in _every_way(limb, d))
            )
            if places:
                yield Thin(standard.name, tuple(places))


def _every_way(limb: LimbRead, facet: str) -> Iterator[Way]:
    reading = limb.reading(facet)
    yield reading.rest
    for ways in reading.ways.values():
        yield from ways


def _to_read(standard: Law, limb: LimbRead, facet: str) -> str:
    a_list = standard.version.lists.get(limb.reading(facet).list)
    return (a_list.to_read or a_list.at) if a_list else limb.at
