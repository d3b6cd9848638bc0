"""What an amendment did: added, removed, moved, re-priced; and whether reach grew or shrank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import ClassVar, Literal, cast

from attrs import evolve, frozen

from comparators.comparison import row_keys
from comparators.findings import Finding, find
from comparators.findings.penalties import PENALTY_ROWS
from comparators.findings.statuses import bare
from comparators.law import Law, laws
from comparators.result import Result
from comparators.verdicts import NoVerdictError, Verdict, reaches
from provisions import get, is_path, versions
from provisions.corpus import Named, index
from provisions.errors import ProvisionsError
from provisions.records import NOT_SEEN, Facet, Penalty, Version
from provisions.values import Value
from provisions.vocabulary import Thesaurus

Kind = Literal[
    "added", "removed", "moved", "widened", "narrowed", "reworded", "left open",
    "demanded", "no longer demanded", "re-priced", "now known", "no longer shown",
]  # fmt: skip
Growth = Literal["grew", "shrank", "both", "neither", "undetermined"]

_NAMED = ("covered", "partial")
_GONE: Mapping[str, Kind] = {
    "silent": "no longer shown",
    "open": "left open",
    "implied": "reworded",
}
"""What became of something named, by its status in the later text; else it was removed."""
_COME: Mapping[str, Kind] = {"silent": "now known", "implied": "reworded"}
"""How something came to be named, by its status in the earlier text; else it was added."""


@frozen(eq=False, repr=False)
class Change(Value):
    """One thing an amendment did: what was found before and after, or the penalty at one place."""

    kind: Kind
    concept: str
    facet: Facet
    before: Finding | Penalty
    after: Finding | Penalty
    at: str = ""


@frozen(repr=False)
class Changes(Result):
    """What lies between two versions of an instrument.

    ``forward`` asks whether the later reaches all that the earlier required, ``back`` the reverse;
    both are missing where one of them, ``idle``, has no offence. ``unseen`` is the text in between
    that was not seen.

    >>> changes("armenia@2003-08-01", "armenia@2006-07-16")
    <Changes of armenia@2003-08-01 to armenia@2006-07-16: 28, reach grew>
    """

    mode: ClassVar[str] = "history"

    earlier: Version
    later: Version
    changes: tuple[Change, ...]
    words: Thesaurus
    growth: Growth = "undetermined"
    forward: Verdict | None = None
    back: Verdict | None = None
    idle: str = ""
    unseen: Version | None = None

    def of(self, *kinds: str) -> tuple[Change, ...]:
        """The changes of some kinds."""
        return tuple(c for c in self.changes if c.kind in kinds)

    def __repr__(self) -> str:
        keys = f"{self.earlier.key} to {self.later.key}"
        return f"<Changes of {keys}: {len(self.changes)}, reach {self.growth}>"


class WrongOrderError(ProvisionsError, ValueError):
    """Texts in another order than that of their days, or of different instruments; the message says
    which.
    """


def changes(earlier: Named, later: Named, *, words: Thesaurus | None = None) -> Changes:
    """What the later version added, removed, moved to another role or re-priced; and what became of
    reach.

    A concept that the later source merely does not show is *no longer shown*, never removed. The
    two versions are usually of one instrument; any two can be asked for.

    >>> found = changes("armenia@2003-08-01", "armenia@2006-07-16")
    >>> found.growth
    'grew'

    Raises `WrongOrderError` for two texts of one instrument, the later first.
    """
    before, after = laws((earlier, later), None, words)
    one, other = before.version, after.version
    if one.id == other.id and one.in_force.since > other.in_force.since:
        raise WrongOrderError(
            f"{one.key} is later than {other.key}: changes wants the earlier text first"
        )
    found = (*_moves(before, after), *_penalties(before, after))
    return _with_growth(Changes(before.version, after.version, found, before.words))


# -- concepts --------------------------------------------------------------------------------------

Roles = dict[Facet, Finding]


def _roles(law: Law) -> dict[str, Roles]:
    """For each concept, the roles in which a version names it."""
    found: dict[str, Roles] = {}
    rules: list[tuple[Facet, str]] = [("element", c.id) for c in law.words if c.sort == "rule"]
    for facet, concept in dict.fromkeys((*row_keys([law]), *rules)):
        if facet == "penalty" or concept in PENALTY_ROWS:
            continue
        finding = find(law, facet, concept)
        follows = finding.status == "implied" and (facet, concept) in rules
        if finding.status in _NAMED or follows or finding.arguable:
            found.setdefault(concept, {})[facet] = finding
    return found


def _moves(before: Law, after: Law) -> Iterator[Change]:
    """What became of each concept that one of the texts names."""
    old, new, order = _roles(before), _roles(after), before.words.order
    for concept in sorted({*old, *new}, key=lambda c: (order[c.partition(":")[0]], c)):
        was, now = old.get(concept, {}), new.get(concept, {})
        if ":" in concept:
            yield from _attribute(concept, bool(now), before, after)
        else:
            yield from _of_concept(concept, was, now, before, after)


def _of_concept(concept: str, was: Roles, now: Roles, before: Law, after: Law) -> Iterator[Change]:
    gone = {f: x for f, x in was.items() if f not in now}
    come = {f: x for f, x in now.items() if f not in was}
    for (old, left), (new, reached) in zip(list(gone.items()), list(come.items()), strict=False):
        if find(after, old, concept).status in ("absent", "not-required"):
            yield Change("moved", concept, new, left, reached)
            gone.pop(old)
            come.pop(new)
    sort = before.words[concept].sort
    element = sort == "further" or ("element" in (*was, *now) and sort == "aggravating")
    for facet, finding in gone.items():
        there = find(after, facet, concept)
        lost: Kind = "no longer demanded" if facet == "element" and element else "removed"
        went = _GONE.get(there.status, lost) if not _unsaid(there) else lost
        yield Change(went, concept, facet, finding, there)
    for facet, finding in come.items():
        there = find(before, facet, concept)
        won: Kind = "demanded" if facet == "element" and element else "added"
        came = _COME.get(there.status, won) if not _unsaid(there) else won
        yield Change(came, concept, facet, there, finding)
    for facet in was.keys() & now.keys():
        one, other = was[facet], now[facet]
        if "partial" in (one.status, other.status) and one.status != other.status:
            kind: Kind = "narrowed" if other.status == "partial" else "widened"
            yield Change(kind, concept, facet, one, other)


def _unsaid(finding: Finding) -> bool:
    """Whether the text was read and says nothing, so that the general part decides."""
    return finding.status == "silent" and finding.seen


def _attribute(concept: str, stated: bool, before: Law, after: Law) -> Iterator[Change]:
    """A change in one attribute of a non-punishment clause that both versions have; is it stated in
    the later one?
    """
    row = concept.partition(":")[0]
    if not all(find(law, "non-punishment", row).spoken for law in (before, after)):
        return
    old, new = (find(law, "non-punishment", concept) for law in (before, after))
    if old.substance == new.substance:
        return
    unseen = [any(c.mark == "unseen" for c in x.version.non_punishment) for x in (before, after)]
    kind: Kind = "added" if stated else "removed"  # unless it may stand in a clause not seen
    kind = "now known" if old.status == "silent" or (stated and unseen[0]) else kind
    kind = "no longer shown" if new.status == "silent" or (not stated and unseen[1]) else kind
    yield Change(kind, concept, "non-punishment", old, new)


# -- penalties -------------------------------------------------------------------------------------


def _penalties(before: Law, after: Law) -> Iterator[Change]:
    """Terms that changed: tier by tier where both versions have a tier at the same pinpoint, else
    row by row.
    """
    old, new = dict(_terms(before)), dict(_terms(after))
    shared = [at for at in old if at in new]
    for at in shared:
        if re_priced(old[at], new[at]):
            yield Change("re-priced", "penalty-base", "penalty", old[at], new[at], at)
    for concept in () if shared else PENALTY_ROWS[:3]:
        one, other = (find(law, "penalty", concept) for law in (before, after))
        known = (one.status == "covered", other.status == "covered")
        if any(known) and one.substance != other.substance:
            lost: Kind = "now known" if one.status == "silent" else "no longer shown"
            yield Change("re-priced" if all(known) else lost, concept, "penalty", one, other)


def _terms(law: Law) -> Iterator[tuple[str, Penalty]]:
    """The penalties of every offence and tier of trafficking that state a term, by pinpoint."""
    for offence in law.offences:
        for at, penalty in (
            (offence.at, offence.penalty),
            *((t.at, t.penalty) for t in offence.tiers),
        ):
            if penalty and penalty.stated:
                yield at, penalty


def re_priced(old: Penalty, new: Penalty) -> bool:
    """Whether one costs more or less than the other, wherever that is said: the term, and whether
    property is taken. Of what one of them does not say nothing is known to have changed.
    """
    unsaid = "not-stated" in (old.confiscation, new.confiscation)
    return price(old, unsaid=unsaid) != price(new, unsaid=unsaid)


def price(penalty: Penalty, *, unsaid: bool) -> Penalty:
    """What a penalty costs, without where that is said, and without what is left unsaid."""
    return evolve(
        bare(penalty),
        confiscation="not-stated" if unsaid else penalty.confiscation,
        disqualification="not-stated",
        disqualification_max_years=None,
    )


# -- reach -----------------------------------------------------------------------------------------


def _with_growth(found: Changes) -> Changes:
    """The changes, with whether reach grew, shrank, both or neither."""
    try:
        forward = reaches(found.later, found.earlier, words=found.words)
        back = reaches(found.earlier, found.later, words=found.words)
    except NoVerdictError as error:
        return evolve(found, idle=str(error))
    return evolve(found, growth=_growth(forward, back), forward=forward, back=back)


def _growth(forward: Verdict, back: Verdict) -> Growth:
    shrank, grew = forward.verdict == "no", back.verdict == "no"
    if grew or shrank:
        return "both" if grew and shrank else "grew" if grew else "shrank"
    return "neither" if forward.verdict == back.verdict == "yes" else "undetermined"


# -- history ---------------------------------------------------------------------------------------


def sketch(version: Version) -> bool:
    """Whether the sources show nothing of the acts a version's offence needs."""
    limbs = [x for o in version.offences_of("trafficking") for x in o.limbs]
    return bool(limbs) and all(x.acts == NOT_SEEN for x in limbs)


def texts(named: Named | Iterable[Named]) -> list[list[Version]]:
    """The texts of each instrument named, earliest first: every text held where an instrument is
    named without a date, the one that a date or a version picks.

    A draft stands as the last amendment of what is named before it, or of what it says it amends.

    >>> named = ["coe", "armenia@2003-08-01", "armenia@2006-07-16"]
    >>> [[v.key for v in some] for some in texts(named)]
    [['coe@2008-02-01'], ['armenia@2003-08-01', 'armenia@2006-07-16']]
    """
    alone = isinstance(named, Version) or is_path(named) or not isinstance(named, Iterable)
    several = cast("Iterable[Named]", (named,) if alone or isinstance(named, str) else named)
    found: list[list[Version]] = []
    for one in several:
        if isinstance(one, str) and "@" not in one and not is_path(one):
            found.append(list(versions(one)))
            continue
        version = get(one)
        if version.id in index():
            if not found or found[-1][-1].id != version.id:
                found.append([])
            found[-1].append(version)
            continue
        if not found:
            found.append(list(versions(version.amends)) if version.amends else [])
        amends = version.amends or (found[-1][0].id if found[-1] else None)
        if found[-1]:
            _follows(found[-1][-1], version, amends)
        found[-1].append(evolve(version, amends=amends))
    return found


def _follows(last: Version, draft: Version, amends: str | None) -> None:
    """Whether a draft can stand as the last amendment of a text."""
    of = last.amends or last.id
    if amends != of:
        raise WrongOrderError(
            f"{draft.key} amends {amends}, not {of}: name {amends} before it, or nothing"
        )


def history(
    named: Named | Iterable[Named], *, words: Thesaurus | None = None
) -> tuple[Changes, ...]:
    """What each text of an instrument changed, against the last text that was seen: of all that are
    held of it where it is named, or of some `texts`.

    A version whose text was not seen is compared with the one before it; the next one that was
    seen, with the last that was, so that nothing is lost in between.

    >>> [found.growth for found in history("Kazakhstan")][:3], history("CoE")
    (['both', 'undetermined', 'neither'], ())
    """
    return tuple(one for held in texts(named) for one in in_turn(held, words))


def in_turn(held: Sequence[Version], words: Thesaurus | None = None) -> Iterator[Changes]:
    """What each of some texts of one instrument changed, earliest first."""
    seen: Version | None = None
    for earlier, later in pairwise(held):
        if not sketch(earlier):
            seen = earlier
        base = seen if seen is not None and not sketch(later) else earlier
        one = changes(base, later, words=words)
        yield one if base is earlier else evolve(one, unseen=earlier)
