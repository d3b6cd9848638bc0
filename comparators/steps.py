"""The steps of an amendment: the edits of one place together, with all that a drafter is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Literal, NamedTuple

from attrs import evolve, frozen

from comparators.amendments import Amendment, Solution
from comparators.boxes import NONE, Space
from comparators.edits import Add, Drop, Edit, Place, Settle, Word, amended, asked_of, places
from comparators.findings import Finding, find
from comparators.law import Law, space_for
from comparators.lists import Layer
from comparators.marks import FACET_OF
from provisions.records import LISTED, NOT_REQUIRED, VICTIMS, Evidence, Version, Victim
from provisions.values import Value
from provisions.vocabulary import Thesaurus


@frozen(eq=False, repr=False)
class Step(Value):
    """The edits of one place: one numbered line of the list.

    ``add``: words of the standard, each with those that lie under it and that the list lacks;
    ``plain``: doubtful words to be said plainly; ``drops``; ``settles``: the note of a doubtful
    limb; ``limb``: a limb to be added. ``asked``: the standard's words. ``now``: what the law has
    of each word. ``ties``: other lists in which some words would do as well; ``also``: other
    offences that use the list; ``graver``: articles on children with a list of their own.
    ``beyond``: what the step reaches that no standard speaks of.
    """

    kind: Literal["missing", "doubtful"]
    facet: str
    at: str
    edits: tuple[Edit, ...]
    add: tuple[tuple[str, tuple[str, ...]], ...] = ()
    plain: tuple[str, ...] = ()
    drops: tuple[Drop, ...] = ()
    of: tuple[str, ...] = ()
    settles: tuple[str, ...] = ()
    limb: Add | None = None
    asked: tuple[Evidence, ...] = ()
    now: tuple[Finding, ...] = ()
    ties: tuple[tuple[str, tuple[str, ...]], ...] = ()
    also: tuple[str, ...] = ()
    graver: tuple[str, ...] = ()
    beyond: tuple[Beyond, ...] = ()


class Beyond(NamedTuple):
    """A value reached beyond the standards: for whom, and with which demands."""

    facet: str
    value: str
    victims: tuple[Victim, ...]
    demands: tuple[str, ...] = ()


def steps(
    amendment: Amendment, law: Law, standards: Sequence[Law], kind: Literal["missing", "doubtful"]
) -> Iterator[Step]:
    """The edits of one stage, those of one place together: acts, means, purposes, then demands of
    limbs, limbs added, limbs settled.
    """
    solution = amendment.needed if kind == "missing" else amendment.settling
    law = law if kind == "missing" else amendment.after_needed
    if not solution.edits:
        return
    theirs = {c for words in amendment.asked.words.values() for c in words}
    where = places(law.version)
    grouped = _grouped(law, solution, where, theirs)
    found = sorted(_of_one_place(grouped), key=lambda s: _ORDER[s.facet])
    full = amendment.after_needed if kind == "missing" else amendment.after_both
    whole = _Whole.of(law, full, standards)
    for step in found:
        yield evolve(
            step,
            kind=kind,
            ties=tuple(_ties(law, solution, step)),
            also=_also(law.version, step),
            graver=_graver(law, step),
            asked=tuple(_asked(standards, step)),
            now=tuple(_now(law, where, step)),
            beyond=tuple(_beyond(whole, law, standards, _without(solution, step))),
        )


_ORDER = {"act": 0, "means": 1, "purpose": 2, "demand": 3, "limb": 4, "settle": 5}


def _of_one_place(some: Iterable[Step]) -> Iterator[Step]:
    """Steps that do the same at one place, in lists of two names, are one."""
    found: dict[object, Step] = {}
    for step in some:
        same = step.facet, step.at, step.add, step.plain, step.drops, step.of, step.settles
        key = same, _of_limb(step.limb) if step.limb else ()
        before = found.get(key)
        found[key] = evolve(step, edits=(*before.edits, *step.edits)) if before else step
    yield from found.values()


def _of_limb(added: Add) -> object:
    """What is told of a limb that is added: which it is like, against whom, with which lists."""
    needs = tuple(added.limb.list_for(d) != NOT_REQUIRED for d in LISTED)
    return added.like, added.victims, added.places, needs


def _grouped(
    law: Law, solution: Solution, where: Mapping[Drop, Place], theirs: set[str]
) -> Iterator[Step]:
    by_list: dict[str, list[Edit]] = {}
    apart: dict[object, list[Edit]] = {}
    for edit in solution.edits:
        if isinstance(edit, Word):
            by_list.setdefault(edit.list, []).append(edit)
        elif isinstance(edit, Drop):
            entries, limbs = where[asked_of(edit)]
            names = {n for n, c in entries if c not in edit.keep}
            if len(names) == 1 and not limbs:
                by_list.setdefault(names.pop(), []).append(edit)
            else:
                apart.setdefault((edit.at, "demand"), []).append(edit)
        else:
            apart.setdefault(edit, []).append(edit)
    for name, edits in by_list.items():
        yield _in_list(law, where, name, edits, theirs)
    for edits in apart.values():
        yield _apart(law.version, where, edits)


def _in_list(
    law: Law, where: Mapping[Drop, Place], name: str, edits: Sequence[Edit], theirs: set[str]
) -> Step:
    a_list = law.version.lists[name]
    order = law.words.order
    words = sorted((e.concept for e in edits if isinstance(e, Word)), key=order.__getitem__)
    new = [c for c in words if c not in a_list.entries]
    drops = tuple(e for e in edits if isinstance(e, Drop))
    of = dict.fromkeys(
        c for d in drops for n, c in where[asked_of(d)][0] if n == name and c not in d.keep
    )
    facet = a_list.role if a_list.role in LISTED else "demand"
    return Step(
        "missing", facet, a_list.at if words else drops[0].at, tuple(edits),
        tuple((c, _beneath(law, name, c, theirs - set(words))) for c in new),
        tuple(c for c in words if c in a_list.entries), drops, tuple(of),
    )  # fmt: skip


def _beneath(law: Law, name: str, concept: str, theirs: set[str]) -> tuple[str, ...]:
    """The standard's words under one that is added which the list does not name: told with it."""
    named = {
        leaf
        for leaf, ways in law.reading(name).ways.items()
        if any(w.layer == Layer.NAMED and not w.demands for w in ways)
    }
    below = law.words.under(concept, law.version.id)
    return tuple(
        c
        for c, path in below.items()
        if c in theirs and not path.condition and not law.leaves(c) & named
    )


def _apart(version: Version, where: Mapping[Drop, Place], edits: Sequence[Edit]) -> Step:
    edit = edits[0]
    if isinstance(edit, Settle):
        limb = version.offences[edit.offence].limbs[edit.limb]
        at = limb.at or version.offences[edit.offence].at
        return Step("doubtful", "settle", at, tuple(edits), settles=(limb.reading or "",))
    if isinstance(edit, Add):
        return Step("missing", "limb", edit.beside, tuple(edits), limb=edit)
    drops = tuple(e for e in edits if isinstance(e, Drop))
    entries, _ = where[asked_of(drops[0])]
    of = dict.fromkeys(c for _, c in entries if c not in drops[0].keep)
    return Step("missing", "demand", drops[0].at, tuple(edits), drops=drops, of=tuple(of))


def _ties(law: Law, solution: Solution, step: Step) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Other places in which words of a step would do as well, each with these words."""
    found: dict[str, dict[str, None]] = {}
    for edit in step.edits:
        for other in solution.ties.get(edit, ()):
            found.setdefault(law.version.lists[other.list].at, {}).setdefault(other.concept)
    yield from ((at, tuple(words)) for at, words in found.items() if at != step.at)


def _also(version: Version, step: Step) -> tuple[str, ...]:
    """Other offences that use the lists a step changes: it changes them too."""
    names = {e.list for e in step.edits if isinstance(e, Word)}
    return tuple(
        dict.fromkeys(
            o.at for o in version.offences
            if o.kind != "trafficking" or o.provision == "definition"
            if any(names & {x.acts, x.means, x.purposes} for x in o.limbs)
        )
    )  # fmt: skip


def _graver(law: Law, step: Step) -> tuple[str, ...]:
    """Graver articles on children with a list of their own that lacks a word of the step."""
    lists, found = law.version.lists, dict[str, None]()
    for offence in law.offences_of():
        if not offence.graver_for:
            continue
        used = {n for x in offence.limbs for n in (x.acts, x.means, x.purposes)}
        for edit in (e for e in step.edits if isinstance(e, Word) and e.list not in used):
            for limb in offence.limbs:
                own = limb.list_for(lists[edit.list].role)
                if own in lists and own != edit.list and edit.concept not in lists[own].entries:
                    named = law.reading(own).ways
                    if not all(leaf in named for leaf in law.leaves(edit.concept)):
                        found.setdefault(lists[own].at)
    return tuple(found)


def _now(law: Law, where: Mapping[Drop, Place], step: Step) -> Iterator[Finding]:
    """What the law has of each word that a step adds or frees of a demand; or of the demand."""
    lists = law.version.lists
    for word in (*(c for c, _ in step.add), *step.plain):
        yield find(law, FACET_OF[step.facet], word)
    for word in step.of:
        used = (lists[n].role for d in step.drops for n, c in where[asked_of(d)][0] if c == word)
        role = next((r for r in used if r in FACET_OF), None)
        if role is not None:
            yield find(law, FACET_OF[role], word)
    if not step.of:
        yield from (find(law, "element", d.element) for d in step.drops)
    if step.limb:
        yield from (find(law, "element", rule) for rule in _rules(law.words, step.limb))


def _rules(words: Thesaurus, added: Add) -> Iterator[str]:
    """The rules that a limb without means follows."""
    if added.limb.means == NOT_REQUIRED:
        wanted = {f"no-means:{victim}" for victim in added.victims}
        yield from (c.id for c in words if c.follows in wanted)


def _asked(standards: Sequence[Law], step: Step) -> Iterator[Evidence]:
    """The standards' words for what a step adds, or for what it frees of a demand; where it is no
    word of theirs, the places of their limbs.
    """
    wanted = [w for w, _ in step.add] + list(step.plain) + ([] if step.add else list(step.of))
    facets = [FACET_OF[step.facet]] if step.facet in FACET_OF else list(FACET_OF.values())
    found: dict[Evidence, None] = {}
    for standard in standards:
        if step.limb:
            wanted, facets = list(_rules(standard.words, step.limb)), ["element"]
        for word in wanted:
            for facet in facets:
                theirs = find(standard, facet, word)
                if theirs.status == "covered":
                    found.update(dict.fromkeys(theirs.evidence))
        if not wanted:
            limbs = (x for x in standard.limbs if not step.limb or x.at == step.limb.like)
            found.update(dict.fromkeys(Evidence(at=x.at) for x in limbs if x.at))
    yield from found


class _Whole(NamedTuple):
    """What a law reaches after every step, and neither before any nor as its standards ask; and the
    values they ask for, by victim and facet. Worked out once.
    """

    space: Space
    more: Sequence[int]
    asked: Mapping[tuple[Victim, str], frozenset[str]]

    @classmethod
    def of(cls, law: Law, full: Law, standards: Sequence[Law]) -> _Whole:
        """``full`` is the law with every edit made."""
        space = space_for((full, law, *standards))
        asked = [b for s in standards for b in s.named(space)]
        more = list(space.outside(full.named(space), (*asked, *law.named(space))))
        against = {v: _against(space, asked, v) for v in VICTIMS} if more else {}
        named: dict[tuple[Victim, str], frozenset[str]] = {
            (v, d): _named(space, some, d) for v, some in against.items() for d in LISTED
        }
        return cls(space, more, named)


def _against(space: Space, boxes: Iterable[int], victim: Victim) -> Sequence[int]:
    return [b for x in boxes if (b := space.only(x, "victim", (victim,)))]


def _named(space: Space, boxes: Iterable[int], facet: str) -> frozenset[str]:
    """The values of a facet that some boxes have."""
    return frozenset(space.named(reduce(or_, boxes, 0), facet))


def _without(solution: Solution, step: Step) -> Sequence[Edit]:
    return [e for e in solution.edits if e not in step.edits]


def _beyond(
    whole: _Whole, law: Law, standards: Sequence[Law], rest: Sequence[Edit]
) -> Iterator[Beyond]:
    """What a step reaches, with the ``rest`` of the edits made, that neither these nor the
    standards reach.
    """
    space, more, asked = whole
    if more and rest:
        less = law.with_version(amended(law.version, rest, [s.version for s in standards]))
        more = list(space.outside(more, less.named(space)))
    found: dict[tuple[str, str, tuple[str, ...]], list[Victim]] = {}
    for victim in VICTIMS if more else ():
        theirs = _against(space, more, victim)
        for d in LISTED:
            have = _named(space, theirs, d) - asked[victim, d]
            if NONE in have:
                have = frozenset({NONE})
            for y in sorted(have, key=lambda c: law.words.order.get(c, -1)):
                demands = set.intersection(
                    *(set(space.demanded(b)) for b in theirs if b & space.bits[d, y])
                )
                found.setdefault((d, y, tuple(sorted(demands))), []).append(victim)
    for (facet, value, wants), victims in found.items():
        yield Beyond(facet, value, tuple(victims), wants)
