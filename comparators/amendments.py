"""The smallest amendment: the fewest edits, each where the words stand, and never freer.

An edit is a word of the standard added to a list, a demand dropped where it stands, a doubtful
limb settled, or a limb added. For every case that is asked, each limb of the law lacks some edits:
a product of what each facet lacks. So the amendment is the cheapest set of edits that holds, for
every case, one of these sets - an exact search over integers. *Needed* is what brings every case
within what may be reached; *would settle* what makes it certain, save for what was not read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from itertools import islice, product
from operator import or_

from attrs import evolve, field, frozen

from comparators.boxes import NONE, TooIntricateError
from comparators.cases import Asked, Box
from comparators.choices import cheapest, holds
from comparators.edits import (
    Add,
    Drop,
    Edit,
    Free,
    Place,
    Settle,
    Widen,
    Word,
    amended,
    asked_of,
    demand,
    places,
)
from comparators.law import Law
from comparators.limbs import LimbRead, limbs_of
from comparators.lists import Layer, Way
from comparators.reach import jurisdictional
from comparators.reasons import Named, Via
from provisions.records import LISTED, NOT_REQUIRED, NOT_SEEN, VICTIMS, Limb, List, Version, Victim

Drops = Sequence[tuple[str, int]]
"""Demands, each with the edit that drops it."""
Option = tuple[int, tuple[tuple[str, int], ...]]
"""What a facet of a limb lacks of a value: edits, and demands with the edit that drops each."""
FREE: frozenset[Option] = frozenset({(0, ())})
"""What a facet of a limb lacks of a value that it has: nothing."""
ByLimb = tuple[frozenset[Option], ...]
"""What each limb lacks of a value."""
Case = tuple[tuple[ByLimb, ...], frozenset[str]]
"""What each limb lacks of an act, a means and a purpose; and the elements present."""
Alike = tuple[tuple[int, ...], tuple[int, ...]]
"""The limbs and the boxes of a victim: of several victims they may be the same."""
MANY = 1000
"""More words than a list has, or than lie under one: what an edit of no list costs of these."""
MOST_CASES = 200_000
"""Cases times limbs of one stage beyond which a law is too intricate for an amendment."""
UNREAD = -1
"""Instead of the edits that make a limb count: it counts as far as nothing of it was read."""


# -- what is allowed, and what it costs ------------------------------------------------------------


def _of_words(way: Way) -> bool:
    """Named or contained, if only arguably."""
    return isinstance(way.because, Named | Via) and way.layer != Layer.SILENT


def _named(way: Way) -> bool:
    """Named for certain, whatever is demanded besides."""
    return way.layer == Layer.NAMED


def _undemanded(way: Way) -> bool:
    """Borne without a demand, if only arguably."""
    return way.layer != Layer.SILENT and not way.demands


def _plain(way: Way) -> bool:
    """Named for certain, and without a demand."""
    return _named(way) and not way.demands


@frozen(eq=False, slots=False)
class Drafting:
    """A law under amendment at one stage: its limbs, and the edits that may be made to them."""

    law: Law
    standards: tuple[Law, ...]
    asked: Asked
    sure: bool = field(kw_only=True)

    @cached_property
    def version(self) -> Version:
        """The record under amendment."""
        return self.law.version

    @cached_property
    def words(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """The standard's words, and the leaves they have in the law."""
        return {d: {c: self.law.leaves(c) for c in self.asked.words[d]} for d in LISTED}

    @cached_property
    def asked_leaves(self) -> Mapping[str, frozenset[str]]:
        """Every leaf the standards speak of."""
        return {d: frozenset().union(*self.asked.words[d].values()) for d in LISTED}

    @cached_property
    def places(self) -> Mapping[Drop, Place]:
        """Every demand of the law, and where it stands."""
        return places(self.version)

    @cached_property
    def base(self) -> Mapping[tuple[int, int], LimbRead]:
        """The limbs as they stand in the record, by their place; not those of aggravated forms."""
        place = {
            id(x): (i, j)
            for i, o in enumerate(self.version.offences)
            for j, x in enumerate(o.limbs)
        }
        return {place[id(x.limb)]: x for x in self.law.limbs if not x.replaced}

    @cached_property
    def freed(self) -> frozenset[Victim]:
        """The victims against whom the standard needs no means."""
        return frozenset(
            v for v in VICTIMS for b in self.asked.against(v) if NONE in b.values["means"]
        )

    @cached_property
    def _borne(self) -> dict[tuple[int, str, Callable[[Way], bool]], frozenset[str]]:
        return {}

    def borne(self, x: LimbRead, facet: str, how: Callable[[Way], bool]) -> frozenset[str]:
        """The values of a facet that a limb's own words bear in some way."""
        key = (id(x), facet, how)
        if key not in self._borne:
            ways = x.reading(facet).ways.items()
            self._borne[key] = frozenset(leaf for leaf, some in ways if any(map(how, some)))
        return self._borne[key]

    def said(self, x: LimbRead, facet: str) -> frozenset[str]:
        """What a limb's own words name in a facet, doubtful ones too; not what they leave open."""
        return self.borne(x, facet, _of_words)

    def share(self, x: LimbRead, other: LimbRead) -> bool:
        """Whether two limbs share an act: one list of acts, or an act that both name."""
        return x.limb.acts == other.limb.acts or bool(self.said(x, "act") & self.said(other, "act"))

    def freer(self, x: LimbRead, other: LimbRead) -> bool:
        """Whether a limb needs no means (or purpose) where another does, and the standard too."""
        both = [v for v in x.limb.victims if v in other.limb.victims]
        return any(
            x.limb.list_for(d) == NOT_REQUIRED != other.limb.list_for(d)
            and any(NONE not in self._asked_none[d, v] for v in both)
            for d in ("means", "purpose")
        )

    @cached_property
    def _asked_none(self) -> Mapping[tuple[str, str], frozenset[str]]:
        return {
            (d, v): frozenset(
                NONE for b in self.asked.against(v) if NONE in b.values[d]
            )
            for d in LISTED for v in VICTIMS
        }  # fmt: skip

    def allowed(self, edit: Edit, *, price: bool) -> bool:
        """Whether an edit may be made: a limb that asks less takes nothing over from one that asks
        more. ``price``: the demand of a limb may be dropped though another limb has none.
        """
        if isinstance(edit, Word):
            return self._may_add(edit)
        if isinstance(edit, Settle):
            x = self.base[edit.offence, edit.limb]
            return not any(
                y.mark == "stated" and self.share(x, y) and self.freer(x, y)
                for y in self.base.values() if y is not x
            )  # fmt: skip
        if isinstance(edit, Drop) and not isinstance(edit, Widen | Free):
            return edit in self.places and all(
                self._may_free(key, price=price) for key in self.places[edit][1]
            )
        return True

    def _may_add(self, edit: Word) -> bool:
        facet = self.version.lists[edit.list].role
        leaves = self.law.leaves(edit.concept)
        for x in self.base.values():
            if edit.list != x.limb.list_for(facet):
                continue
            for y in self.base.values():
                if y.limb.list_for(facet) == edit.list or y.mark == "unseen":
                    continue
                if not leaves & self.said(y, facet) or not set(x.limb.victims) & set(
                    y.limb.victims
                ):
                    continue
                if facet != "act" and not self.share(x, y):
                    continue
                if self.freer(x, y):
                    return False
                certain = leaves & self.borne(y, facet, _named)
                if certain and not leaves & self.borne(y, facet, _undemanded):
                    return False
        return True

    def _may_free(self, key: tuple[int, int], *, price: bool) -> bool:
        x = self.base.get(key)
        if x is None:
            return True
        sharing = [
            y for k, y in self.base.items()
            if k != key and y.mark != "unseen" and self.share(x, y)
            and set(x.limb.victims) & set(y.limb.victims)
        ]  # fmt: skip
        if any(self.freer(x, y) for y in sharing):
            return False
        return price or all(y.requires - jurisdictional(self.law.words) for y in sharing)

    def kin(self, name: str, facet: str) -> int:
        """How many of the standard's words a list has, in part or whole: a word goes to its
        kind.
        """
        return sum(1 for leaves in self.words[facet].values() if leaves & self._seen_in[name])

    def names_act(self, name: str) -> bool:
        """Whether a list names one of the standard's acts, and not one of its kinds alone: a list
        of sales, for whatever purpose, takes no other act.
        """
        return any(leaves <= self._seen_in[name] for leaves in self.words["act"].values() if leaves)

    @cached_property
    def _seen_in(self) -> Mapping[str, frozenset[str]]:
        """What each list of the law has of its own, but for what was not seen."""
        leaves = self.law.leaves
        return {
            name: frozenset().union(
                *(leaves(c) for c, e in a_list.entries.items() if e.mark != "unseen")
            )
            for name, a_list in self.version.lists.items()
        }

    def cost(self, edit: Edit) -> int:
        """What an edit costs, so that sums compare in this order: edits; a list that no certain
        limb uses, then demands dropped, then limbs; a word that is not at home; its kind;
        the narrower word; the limb that asks more; the order of the record.
        """
        if isinstance(edit, Word):
            facet = self.version.lists[edit.list].role
            users = [x for x in self.base.values() if x.limb.list_for(facet) == edit.list]
            sure = any(x.mark == "stated" for x in users)
            order = list(self.version.lists).index(edit.list)
            width = len(self.law.leaves(edit.concept))
            kin = MANY - self.kin(edit.list, facet)
            home = self._home(edit, facet)
            return _packed(1, 0 if sure else 1, home, kin, width, 12 - self._asks(users), order)
        if isinstance(edit, Add):
            copied = sum(len(a.entries) for _, a in edit.lists)
            kin = sum(
                self.kin(n, self.version.lists[n].role) for n in edit.names
                if n in self.version.lists
            )  # fmt: skip
            return _packed(1 + copied, 2, 0, MANY - kin)
        return _packed(1, 1 if isinstance(edit, Drop) else 0, 0, MANY, MANY)

    def _home(self, edit: Word, facet: str) -> int:
        """How little a word is at home in a list: best where the list bears some of it, if only
        arguably; worst where another limb's list names it for certain. A word stands once, if it
        can: what that limb lacks besides is added there.
        """
        leaves = self.law.leaves(edit.concept)
        here = not leaves.isdisjoint(self.law.reading(edit.list).ways)
        elsewhere = any(
            x.mark != "unseen" and x.limb.list_for(facet) != edit.list
            and leaves <= self.borne(x, facet, _plain)
            for x in self.base.values()
        )  # fmt: skip
        return 2 if elsewhere else 0 if here else 1

    def _asks(self, users: Sequence[LimbRead]) -> int:
        """How much the limbs that use a list ask besides: of each victim, the least."""
        return sum(
            min(
                (
                    sum(x.limb.list_for(d) != NOT_REQUIRED for d in ("means", "purpose"))
                    for x in users if v in x.limb.victims
                ),
                default=0,
            )
            for v in VICTIMS
        )  # fmt: skip

    # -- what each limb lacks of each case ---------------------------------------------------------

    @cached_property
    def bits(self) -> dict[Edit, int]:
        """A bit for each edit that is met with."""
        return {}

    def bit(self, edit: Edit) -> int:
        """The bit of an edit."""
        return self.bits.setdefault(edit, 1 << len(self.bits))

    def options(
        self, x: LimbRead, facet: str, leaf: str, victim: Victim, *, unread: bool
    ) -> frozenset[Option]:
        """The sets of edits after each of which a limb has a value of a facet; none else where it
        has it already. ``unread``: only what the sources do not show counts.
        """
        found: set[Option] = set()
        for way in x.ways(facet, leaf, marked=False):
            if (self.sure and way.layer == Layer.OPEN) or (unread and way.layer != Layer.SILENT):
                continue
            if not way.demands:
                return FREE
            found |= self._drops(x, facet, way, victim)
        if leaf != NONE and not unread:
            found |= {(self.bit(w), ()) for w in self._additions(x, facet, leaf)}
        return frozenset(found)

    def _additions(self, x: LimbRead, facet: str, leaf: str) -> Iterator[Word]:
        name = x.limb.list_for(facet)
        a_list = self.version.lists.get(name)
        if a_list is None or facet == x.replaced or (facet == "act" and not self.names_act(name)):
            return
        for concept, leaves in self.words[facet].items():
            if leaf in leaves:
                old = a_list.entries.get(concept)
                if old is None or old.mark != "stated":
                    yield Word(name, concept)

    def _drops(self, x: LimbRead, facet: str, way: Way, victim: Victim) -> set[Option]:
        why = way.because
        if facet == x.replaced or not isinstance(why, Named | Via):
            return set()
        a_list = self.version.lists.get(why.list)
        if a_list is None:  # a list that is only to be added: its demands stand
            return {(0, tuple((f, self.bit(Drop(f, "", ""))) for f in sorted(way.demands)))}
        entry = a_list.entries[why.entry]
        needs = []
        for f in sorted(way.demands):
            edit = demand(f, entry.requires[f], entry.at or a_list.at)
            needs.append((f, self.bit(self._instead(edit, facet, victim))))
        return {(0, tuple(needs))}

    def _instead(self, edit: Drop, facet: str, victim: Victim) -> Drop:
        """A demand on a purpose that stands for a means is a means: in a limb that needs none it
        is never just dropped for those against whom the standard needs one. The same words in
        another list are the same demand.
        """
        if facet != "purpose" or not self.law.words[edit.element].as_means:
            return edit
        names = {name for name, _ in self.places[edit][0]}
        theirs = {
            v for x in self.base.values()
            if x.limb.purposes in names and x.limb.means == NOT_REQUIRED for v in x.limb.victims
        }  # fmt: skip
        if theirs <= self.freed:
            return edit
        kind = Free if victim in self.freed else Widen
        mine = tuple(v for v in VICTIMS if (v in self.freed) == (kind is Free))
        return kind(edit.element, edit.words, edit.at, mine, said=edit.said)

    def limbs(self) -> Iterator[tuple[LimbRead, int]]:
        """The limbs that may count at this stage, each with the edits that make it count.

        A limb that is arguable counts once settled - or, without a price (-1), as far as nothing of
        it was read.
        """
        keys = {id(x): k for k, x in self.base.items()}
        for x in self.law.limbs:
            if not self.sure or x.mark != "arguable":
                yield x, 0
                continue
            yield x, UNREAD
            if id(x) in keys:
                yield x, self.bit(Settle(*keys[id(x)]))

    def clauses(
        self, *, price: bool = False, more: Sequence[tuple[LimbRead, int]] = ()
    ) -> tuple[set[frozenset[int]], set[Victim]]:
        """For every case that no limb reaches, the sets of edits one of which is wanted; and the
        victims of cases that none would bring in.
        """
        every = [*self.limbs(), *more]
        alike: dict[Alike, list[Victim]] = {}
        for victim in VICTIMS:
            limbs = [(x, bit) for x, bit in every if victim in x.limb.victims]
            boxes = self.asked.against(victim)
            same = (tuple(id(x) for x, _ in limbs), tuple(map(id, boxes)))
            if same not in self._wanted:
                self._wanted[same] = self._wanting(victim, limbs, boxes)
            alike.setdefault(same, []).append(victim)
        barred = sum(b for e, b in self.bits.items() if not self.allowed(e, price=price))
        found: set[frozenset[int]] = set()
        without: set[Victim] = set()
        for same, victims in alike.items():
            if (same, barred) not in self._open:
                wanted = self._wanted[same]
                self._open[same, barred] = [_least(m for m in w if not m & barred) for w in wanted]
            kept = self._open[same, barred]
            found.update(w for w in kept if w)
            without.update(() if all(kept) else victims)
        return found, without

    @cached_property
    def _wanted(self) -> dict[Alike, Sequence[set[int]]]:
        return {}

    @cached_property
    def _open(self) -> dict[tuple[Alike, int], Sequence[frozenset[int]]]:
        return {}

    def _wanting(
        self, victim: Victim, limbs: Sequence[tuple[LimbRead, int]], boxes: Sequence[Box]
    ) -> Sequence[set[int]]:
        """The sets of edits for every case that no limb reaches. Raises `TooIntricateError`."""
        cases = list(islice(self._patterns(victim, limbs, boxes), MOST_CASES))
        if len(cases) * len(limbs) > MOST_CASES:
            raise TooIntricateError
        counting = [(0 if own == UNREAD else own, self._limb_drops(x)) for x, own in limbs]
        # cases that want the same edits are one
        ways = dict.fromkeys(frozenset(_ways(p, counting)) for p in cases)
        return [set(w) for w in ways if 0 not in w]

    def _patterns(
        self, victim: Victim, limbs: Sequence[tuple[LimbRead, int]], boxes: Sequence[Box]
    ) -> Iterator[Case]:
        """The cases of each box, in classes that no limb tells apart."""
        options: dict[tuple[str, str], tuple[ByLimb, frozenset[str]]] = {}
        for d in LISTED:
            for leaf in sorted(self.asked.leaves(d)):
                of = tuple(
                    self.options(x, d, leaf, victim, unread=price == UNREAD) for x, price in limbs
                )
                meant = frozenset(self.law.words[leaf].contains if leaf else ())
                options[d, leaf] = (of, meant)
        seen: set[Case] = set()
        courts = jurisdictional(self.law.words)
        for box in boxes:
            classes = []
            for d in LISTED:
                leaves = {NONE} if NONE in box.values[d] else box.values[d]
                residual = self.asked.residual if not self.sure else frozenset()
                kept = (options[d, x] for x in sorted(leaves) if (d, x) not in residual)
                classes.append(tuple(dict.fromkeys(kept)))  # in an order: ties are told by it
            always = box.present | courts
            for (acts, meant), (means, also), (purposes, besides) in product(*classes):
                pattern = (acts, means, purposes), always | meant | also | besides
                if pattern not in seen:
                    seen.add(pattern)
                    yield pattern

    def _limb_drops(self, x: LimbRead) -> Drops:
        key = id(x.limb)
        if key not in self._limb_needs:
            at = x.limb.at or x.offence.at
            self._limb_needs[key] = [
                (f, self.bit(demand(f, e, at)))
                for f, e in x.limb.requires.items()
                if f in x.requires
            ]
        return self._limb_needs[key]

    @cached_property
    def _limb_needs(self) -> dict[int, list[tuple[str, int]]]:
        return {}

    # -- limbs of their own ------------------------------------------------------------------------

    def additions(self, victims: tuple[Victim, ...]) -> Iterator[Add]:
        """The standard's limbs, for some victims, with the law's lists where it has such."""
        beside = [x for x in self.base.values() if x.mark != "unseen"] or list(self.base.values())[
            :1
        ]
        found: dict[Add, None] = {}
        for standard in self.standards:
            for number, s in enumerate(standard.limbs):
                mine = tuple(v for v in victims if v in s.limb.victims)
                wants = [s.limb.list_for(d) for d in LISTED]
                if s.mark == "stated" and mine and NOT_SEEN not in wants:
                    for x in beside:
                        for copy in (False, True):
                            found.setdefault(
                                self._addition(standard, number, s, x, mine, copy=copy)
                            )
        yield from found

    def _addition(
        self, standard: Law, number: int, s: LimbRead, x: LimbRead, victims: tuple[Victim, ...], *,
        copy: bool,
    ) -> Add:  # fmt: skip
        names: dict[str, str] = {}
        fresh: list[tuple[str, List]] = []
        for d in LISTED:
            want, have = s.limb.list_for(d), x.limb.list_for(d)
            own = have in self.version.lists
            if want == NOT_REQUIRED:
                names[d] = NOT_REQUIRED
            elif not copy and own and (d != "act" or self.names_act(have)):
                names[d] = have
            elif (
                not copy and d == "purpose" and have == NOT_REQUIRED and names["act"] == x.limb.acts
            ):
                names[d] = NOT_REQUIRED
            else:
                names[d] = f"{standard.version.key} {s.at}: {d} {number}"
                a_list = standard.version.lists[want]
                entries = {
                    c: e for c, e in a_list.entries.items()
                    if e.mark == "stated" and not self.law.words[c].heading
                }  # fmt: skip
                fresh.append(
                    (
                        names[d],
                        evolve(
                            a_list, unlisted="absent", opening=None, opening_gloss=None,
                            entries=entries,
                            source=a_list.source or standard.version.source,
                            lang=a_list.lang or standard.version.lang,
                        ),
                    )
                )  # fmt: skip
        limb = Limb(names["act"], names["means"], names["purpose"], victims, s.limb.requires)
        at = x.limb.at or x.offence.at
        where = {n: a_list.at for n, a_list in self.version.lists.items() if n not in dict(fresh)}
        places = tuple(where.get(name, "") for name in names.values())
        return Add(s.at, at, victims, tuple(names.values()), limb, tuple(fresh), places)

    def added(self, victims: tuple[Victim, ...]) -> list[tuple[LimbRead, int]]:
        """The limbs that would be added, as they would be read."""
        found = []
        for add in self.additions(victims):
            law = self.law.with_version(amended(self.version, [add]))
            fresh = law.version.offences[-1:]
            limb, *_ = limbs_of(law.version, fresh, law.words, law.reading)
            found.append((limb, self.bit(add)))
        return found

    def solve(self) -> Solution:
        """The cheapest allowed set of edits for this stage."""
        clauses, without = self.clauses()
        if without:
            clauses, without = self.clauses(price=True)
        if without:
            more = self.added(tuple(v for v in VICTIMS if v in without))
            clauses, without = self.clauses(price=True, more=more)
        edits = {bit: edit for edit, bit in self.bits.items()}
        used = reduce(or_, (m for c in clauses for m in c), 0)
        costs = {bit: self.cost(edit) for bit, edit in edits.items() if bit & used}
        chosen, exact = cheapest(clauses, costs)
        chosen_bits = [b for b in costs if b & chosen]
        return Solution(
            tuple(
                self.kept(edits[b])
                for b in sorted(chosen_bits, key=lambda b: (costs[b], str(edits[b])))
            ),
            tuple(sorted(without)),
            exact,
            self._ties(clauses, chosen, edits, costs),
        )

    def kept(self, edit: Edit) -> Edit:
        """A dropped demand stays on the entries that the standard does not speak of."""
        if not isinstance(edit, Drop):
            return edit
        key = asked_of(edit)
        lists = self.version.lists
        asked = {
            c for n, c in self.places[key][0]
            if self.law.leaves(c) & self.asked_leaves.get(lists[n].role, frozenset())
        }  # fmt: skip
        others = dict.fromkeys(c for _, c in self.places[key][0] if c not in asked)
        return evolve(edit, keep=tuple(others))

    def _ties(
        self, clauses: Iterable[frozenset[int]], chosen: int, edits: Mapping[int, Edit],
        costs: Mapping[int, int],
    ) -> Mapping[Edit, tuple[Word, ...]]:  # fmt: skip
        """For a word, the other lists in which it would do as well."""
        found: dict[Edit, tuple[Word, ...]] = {}
        for bit, edit in edits.items():
            if bit & chosen and isinstance(edit, Word):
                others = tuple(
                    other for b, other in edits.items()
                    if b in costs and not b & chosen and isinstance(other, Word)
                    and other.concept == edit.concept and holds(clauses, chosen & ~bit | b)
                )  # fmt: skip
                if others:
                    found[edit] = others
        return found


@frozen(eq=False)
class Solution:
    """The edits of one stage. ``without``: victims of cases that no edit brings in. ``exact``:
    nothing smaller does. ``ties``: where else a word would do as well.
    """

    edits: tuple[Edit, ...] = ()
    without: tuple[Victim, ...] = ()
    exact: bool = True
    ties: Mapping[Edit, tuple[Word, ...]] = field(factory=dict)


def _ways(case: Case, limbs: Iterable[tuple[int, Drops]]) -> set[int]:
    """The sets of edits each of which brings a case in: empty (0) where it is reached. Of a limb:
    the edits that make it count, and what it demands itself.
    """
    by_facet, present = case
    found: set[int] = set()
    for (own, drops), *lacks in zip(limbs, *by_facet, strict=True):
        if all(lacks):
            mine = own | _dropping(drops, present)
            for (a, needs_a), (m, needs_m), (p, needs_p) in product(*lacks):
                mask = mine | a | m | p
                if needs_a or needs_m or needs_p:
                    mask |= _dropping((*needs_a, *needs_m, *needs_p), present)
                if not mask:
                    return {0}
                found.add(mask)
    return found


def _dropping(drops: Drops, present: frozenset[str]) -> int:
    """The edits that drop the demands which are not met."""
    mask = 0
    for element, bit in drops:
        if element not in present:
            mask |= bit
    return mask


def _packed(*parts: int) -> int:
    """Seven numbers in one, the first weighing most, 0 where the last are not given; sums of
    hundreds of them keep their order.
    """
    return sum(part << 20 * (7 - place) for place, part in enumerate(parts))


def _least(masks: Iterable[int]) -> frozenset[int]:
    """The sets of edits that contain no other of them."""
    least: list[int] = []
    for mask in sorted(set(masks), key=int.bit_count):
        if not any(less & mask == less for less in least):
            least.append(mask)
    return frozenset(least)


# -- the amendment ---------------------------------------------------------------------------------


@frozen(eq=False)
class Amendment:
    """The fewest edits under what is asked: *needed*, then what *would settle* the rest; the record
    after them.
    """

    asked: Asked
    needed: Solution
    settling: Solution
    after_needed: Law
    after_both: Law


def smallest_amendment(
    law: Law, standards: tuple[Law, ...], asked: Asked, *, missing: bool, doubtful: bool
) -> Amendment:
    """The smallest amendment of a law under its standards."""
    texts = [s.version for s in standards]
    needed = Drafting(law, standards, asked, sure=False).solve() if missing else Solution()
    first = law.with_version(amended(law.version, needed.edits, texts)) if needed.edits else law
    settling = (
        Drafting(first, standards, asked, sure=True).solve() if missing or doubtful else Solution()
    )
    second = (
        first.with_version(amended(first.version, settling.edits, texts))
        if settling.edits
        else first
    )
    return Amendment(asked, needed, settling, first, second)
