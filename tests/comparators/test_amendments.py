"""The smallest amendment: what it promises of every law, and what it says of known ones."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
import strategies
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import provisions
from comparators.amendments import Drafting, smallest_amendment
from comparators.boxes import NONE
from comparators.cases import Box, asked_by
from comparators.choices import cheapest, holds
from comparators.edits import Add, Drop, Settle, Word, amended, places
from comparators.law import Law
from comparators.lists import Layer
from comparators.reach import Inquiry, Kind, meets
from comparators.worklist import listed
from provisions.records import LISTED, NOT_REQUIRED, VICTIMS, Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from comparators.amendments import Amendment
    from comparators.edits import Edit
    from provisions.records import Version
    from provisions.vocabulary import Thesaurus

FEW = settings(max_examples=10)
WORDS = provisions.thesaurus()
COE = provisions.get("CoE")


def amendment(law: Law, standard: Law) -> Amendment:
    asked = asked_by(standard)
    kinds = {a.kind for a in Inquiry(law, asked).answers}
    return smallest_amendment(
        law, (standard,), asked, missing=any(k.gap for k in kinds), doubtful=bool(kinds)
    )


def kinds(law: Law, standard: Law) -> set[Kind]:
    return {a.kind for a in Inquiry(law, asked_by(standard)).answers}


def made(law: Law, edits: Iterable[Edit], standard: Law) -> Law:
    return law.with_version(amended(law.version, edits, [standard.version]))


def laws(words: Thesaurus, *versions: Version) -> tuple[Law, ...]:
    return tuple(Law(v, words) for v in versions)


def shape(edits: Iterable[Edit]) -> list[tuple[str, str]]:
    """Edits without the names of lists and the places of limbs."""
    told = []
    for e in edits:
        if isinstance(e, Word):
            told.append(("word", e.concept))
        elif isinstance(e, Drop):
            told.append(("drop", e.element))
        else:
            told.append((type(e).__name__, ""))
    return sorted(told)


# -- what it promises of every law ----------------------------------------------------------------


@FEW
@given(strategies.pairs())
def test_after_what_is_needed_nothing_is_known_to_be_missing(pair):
    law, standard = laws(*pair)
    found = amendment(law, standard)
    assume(not found.needed.without)
    assert not any(k.gap for k in kinds(found.after_needed, standard))
    if not found.settling.without:
        assert kinds(found.after_both, standard) <= {Kind.SILENT}


@FEW
@given(strategies.pairs())
def test_no_edit_can_be_left_out(pair):
    law, standard = laws(*pair)
    found = amendment(law, standard)
    if found.needed.without or found.settling.without:
        return
    for edit in found.needed.edits:
        rest = [e for e in found.needed.edits if e != edit]
        assert any(k.gap for k in kinds(made(law, rest, standard), standard))
    for edit in found.settling.edits:
        rest = [e for e in found.settling.edits if e != edit]
        assert kinds(made(found.after_needed, rest, standard), standard) - {Kind.SILENT}


@FEW
@given(strategies.pairs())
def test_nothing_smaller_does(pair):
    law, standard = laws(*pair)
    found = amendment(law, standard).needed
    if found.without or any(isinstance(e, Add) for e in found.edits):
        return
    drafting = Drafting(law, (standard,), asked_by(standard), sure=False)
    every = [
        Word(name, c)
        for name, a_list in law.version.lists.items()
        if a_list.role in LISTED
        for c in drafting.words[a_list.role]
        if c not in a_list.entries or a_list.entries[c].mark != "stated"
        if a_list.role != "act" or drafting.names_act(name)
    ]
    every += [d for d, (entries, limbs) in places(law.version).items() if entries or limbs]
    allowed = [e for e in every if drafting.allowed(e, price=False)][:12]
    # one more edit never makes it worse, so that of the smaller sets the largest are enough
    for some in combinations(allowed, len(found.edits) - 1) if found.edits else ():
        kept = [drafting.kept(e) for e in some]
        assert any(k.gap for k in kinds(made(law, kept, standard), standard))


@FEW
@given(strategies.pairs())
def test_no_word_goes_into_a_list_that_is_open_or_silent_and_none_twice(pair):
    law, standard = laws(*pair)
    found = amendment(law, standard)
    words = [e for e in found.needed.edits if isinstance(e, Word)]
    assert all(law.version.lists[w.list].unlisted == "absent" for w in words)
    assert len(set(words)) == len(words)
    again = [e for e in found.settling.edits if isinstance(e, Word)]
    assert not set(words) & set(again)


@FEW
@given(strategies.pairs(), st.sampled_from(("means-1", "means-2")))
def test_a_word_the_standard_does_not_know_changes_no_step(pair, name):
    words, ours, theirs = pair
    used = {c for x in theirs.lists.values() for c in x.entries}
    assume(strategies.STRAY not in used and strategies.STRAY not in ours.lists[name].entries)
    a_list = ours.lists[name]
    more = evolve(a_list, entries={**a_list.entries, strategies.STRAY: Entry(words="position")})
    wider = evolve(ours, lists={**ours.lists, name: more})
    before = amendment(*laws(words, ours, theirs))
    after = amendment(*laws(words, wider, theirs))
    assert shape(before.needed.edits) == shape(after.needed.edits)
    assert shape(before.settling.edits) == shape(after.settling.edits)


@FEW
@given(strategies.pairs())
def test_order_and_names_change_nothing(pair):
    words, ours, theirs = pair
    renamed = {name: f"a list, {name}" for name in ours.lists}

    def new(name: str) -> str:
        return renamed.get(name, name)

    offences = tuple(
        evolve(
            o,
            limbs=tuple(
                evolve(x, acts=new(x.acts), means=new(x.means), purposes=new(x.purposes))
                for x in reversed(o.limbs)
            ),
            tiers=tuple(evolve(t, circumstances=new(t.circumstances)) for t in o.tiers),
        )
        for o in reversed(ours.offences)
    )
    lists = {new(name): x for name, x in reversed(ours.lists.items())}
    turned = evolve(ours, lists=lists, offences=offences)
    before, after = amendment(*laws(words, ours, theirs)), amendment(*laws(words, turned, theirs))
    assert shape(before.needed.edits) == shape(after.needed.edits)
    assert shape(before.settling.edits) == shape(after.settling.edits)
    assert kinds(*laws(words, ours, theirs)) == kinds(*laws(words, turned, theirs))


@FEW
@given(st.data(), st.sampled_from(("acts", "means", "exploitation")))
def test_the_standard_without_some_words_lacks_exactly_these(data, name):
    a_list = COE.lists[name]
    single = [
        c for c in a_list.entries
        if not WORDS[c].heading and len(Law(COE, WORDS).leaves(c)) == 1
        and not any(c in WORDS.under(o, "coe") for o in a_list.entries)
    ]  # fmt: skip
    gone = data.draw(st.lists(st.sampled_from(single), min_size=1, max_size=3, unique=True))
    kept = {c: e for c, e in a_list.entries.items() if c not in gone}
    if name == "acts" and not kept:
        return
    less = evolve(a_list, entries=kept, unlisted="absent", opening=None, opening_gloss=None)
    law = Law(evolve(COE, lists={**COE.lists, name: less}), WORDS)
    found = amendment(law, Law(COE, WORDS))
    assert {*found.needed.edits, *found.settling.edits} == {Word(name, c) for c in gone}


@FEW
@given(strategies.pairs())
def test_making_one_edit_removes_that_edit_alone(pair):
    law, standard = laws(*pair)
    found = amendment(law, standard).needed
    if found.without or any(isinstance(e, Add) for e in found.edits):
        return
    for edit in found.edits:
        rest = amendment(made(law, [edit], standard), standard).needed
        left = len(found.edits) - 1
        # a word that overlaps with another leaves that one doubtful, and no longer missing
        joined = pair[0].overlaps or any(e.condition for e in pair[0].broader)
        assert len(rest.edits) <= left if joined else len(rest.edits) == left


@FEW
@given(strategies.pairs(known=True), st.sampled_from(("act-1", "means-1", "purpose-1")))
def test_a_list_made_silent_adds_no_needed_step(pair, name):
    words, ours, theirs = pair
    silent = evolve(ours.lists[name], unlisted="silent", to_read="2")
    unknown = evolve(ours, lists={**ours.lists, name: silent})
    before = amendment(*laws(words, ours, theirs)).needed
    after = amendment(*laws(words, unknown, theirs)).needed
    assert len(after.edits) <= len(before.edits)


@FEW
@given(strategies.pairs())
def test_every_gap_is_answered_by_a_step(pair):
    law, standard = laws(*pair)
    found = amendment(law, standard)
    assume(not found.needed.without)
    gaps = [a for a in Inquiry(law, asked_by(standard)).answers if a.kind.gap]
    edits, lists = found.needed.edits, law.version.lists
    other = any(isinstance(e, Drop | Add | Settle) for e in edits)
    words = {
        (lists[e.list].role, leaf)
        for e in edits if isinstance(e, Word) for leaf in law.leaves(e.concept)
    }  # fmt: skip
    for gap in gaps:
        stands = any(any(x.ways(gap.facet, gap.leaf)) for x in law.limbs)
        before = set(LISTED[: LISTED.index(gap.facet)]) if gap.contexts else set()
        answered = (gap.facet, gap.leaf) in words
        assert other or answered or (stands and {role for role, _ in words} & before)


@FEW
@given(strategies.pairs())
def test_nothing_that_was_punished_only_with_means_is_punished_without(pair):
    law, standard = laws(*pair)
    after = amendment(law, standard).after_both
    asked = {v for b in asked_by(standard).boxes for v in b.victims if NONE in b.values["means"]}
    with_means = [x for x in law.limbs if x.limb.means != NOT_REQUIRED and x.mark != "unseen"]
    free = [x for x in after.limbs if x.limb.means == NOT_REQUIRED and x.mark == "stated"]
    for victim in (v for v in VICTIMS if v not in asked):
        cases = {
            (act, purpose)
            for x in with_means if victim in x.victims
            for act in _named(x, "act")
            for purpose in (_named(x, "purpose") or {NONE})
        }  # fmt: skip
        for act, purpose in cases:
            values = {"act": {act}, "means": {NONE}, "purpose": {purpose}}
            box = Box({d: frozenset(v) for d, v in values.items()}, (victim,))
            if any(meets(x, box, law.words).layer != Layer.ABSENT for x in law.limbs):
                continue
            assert all(meets(x, box, law.words).layer != Layer.NAMED for x in free), (act, purpose)


def _named(limb, facet: str) -> set[str]:
    return {
        leaf for leaf, ways in limb.reading(facet).ways.items()
        if any(w.layer == Layer.NAMED for w in ways)
    }  # fmt: skip


@FEW
@given(st.sampled_from(("receipt", "transfer", "harbouring", "recruitment")))
def test_two_copies_of_a_list_are_two_places_with_the_same_words(word):
    acts = COE.lists["acts"]
    less = evolve(acts, entries={c: e for c, e in acts.entries.items() if c != word})
    first, *others = COE.offences
    shared = evolve(COE, lists={**COE.lists, "acts": less})
    again = tuple(evolve(x, acts="again") if x.victims == ("child",) else x for x in first.limbs)
    split = evolve(
        COE,
        lists={**COE.lists, "acts": less, "again": less},
        offences=(evolve(first, limbs=again), *others),
    )
    standard = Law(COE, WORDS)
    one, two = (amendment(Law(v, WORDS), standard).needed.edits for v in (shared, split))
    assert set(one) == {Word("acts", word)}
    assert set(two) == {Word("acts", word), Word("again", word)}


@FEW
@given(strategies.pairs())
def test_no_item_is_listed_exactly_where_the_verdict_is_yes(pair):
    law, standard = laws(*pair)
    found = listed(law, standard)
    verdict = found.verdict
    assert verdict is not None
    items = found.amendment.needed.edits + found.amendment.settling.edits
    more = list(found.unsettled)
    if any(q.kind in ("silent", "unseen") for q in more):
        assert any(x.unread for x in law.limbs)  # no edit makes a silence
    if verdict.notes:
        return  # a thin standard: nothing of the law is at fault
    assert (not items and not more) == (verdict.verdict == "yes")


@FEW
@given(strategies.pairs())
def test_a_drop_leaves_the_demand_where_the_standard_does_not_speak(pair):
    law, standard = laws(*pair)
    found = amendment(law, standard)
    asked = asked_by(standard)
    own = {d: set().union(*asked.words[d].values()) for d in LISTED}
    for edit in found.needed.edits:
        if isinstance(edit, Drop):
            for c in edit.keep:
                assert not any(law.leaves(c) & own[d] for d in LISTED)


# -- the search ---------------------------------------------------------------------------------------


def brute(clauses: Sequence[frozenset[int]], costs: dict[int, int]) -> int:
    bits = sorted(costs)
    sums = {0: 0}
    best = None
    for n in range(len(bits) + 1):
        for some in combinations(bits, n):
            mask = sum(some)
            sums[mask] = sum(costs[b] for b in some)
            if holds(clauses, mask) and (best is None or sums[mask] < best):
                best = sums[mask]
    assert best is not None
    return best


@given(
    st.lists(st.frozensets(st.integers(1, 127), min_size=1, max_size=3), min_size=1, max_size=7),
    st.lists(st.integers(1, 9), min_size=7, max_size=7),
)
def test_the_search_finds_the_cheapest_choice(clauses, prices):
    costs = {1 << i: price for i, price in enumerate(prices)}
    chosen, exact = cheapest(clauses, costs)
    assert exact
    assert holds(clauses, chosen)
    assert sum(c for bit, c in costs.items() if bit & chosen) == brute(clauses, costs)


def test_a_search_that_gives_up_leaves_nothing_needless(monkeypatch):
    monkeypatch.setattr("comparators.choices.MOST_NODES", 1)
    clauses = [frozenset({1 << i, 1 << (i + 1)}) for i in range(12)]
    costs = {1 << i: 1 for i in range(13)}
    chosen, exact = cheapest(clauses, costs)
    assert not exact
    assert holds(clauses, chosen)
    assert all(not holds(clauses, chosen & ~bit) for bit in costs if bit & chosen)


# -- a demand on a purpose that stands for a means ------------------------------------------------------


def compelled(*, child_alone: bool = False) -> Law:
    """A law that needs no means, and the removal of organs only where the person is compelled."""
    purposes = COE.lists["exploitation"]
    said = Entry(words="organ-removal", requires={"victim-compelled": Entry(words="compelling")})
    entries = {**purposes.entries, "organ-removal": said}
    lists = {**COE.lists, "exploitation": evolve(purposes, entries=entries, unlisted="absent")}
    limb = evolve(COE.offences[0].limbs[0], means=NOT_REQUIRED)
    if child_alone:
        limb = evolve(limb, victims=("child",))
        limbs = (COE.offences[0].limbs[0], limb)
    else:
        limbs = (limb,)
    offence = evolve(COE.offences[0], limbs=limbs)
    version = evolve(COE, lists=lists, offences=(offence,))
    return Law(evolve(version, instrument=evolve(COE.instrument, id="law")), WORDS)


def test_a_demand_that_stands_for_a_means_is_widened_and_for_a_child_freed():
    law, standard = compelled(), Law(COE, WORDS)
    found = amendment(law, standard)
    assert sorted(type(e).__name__ for e in found.needed.edits) == ["Free", "Widen"]
    assert (found.needed.without, found.settling.without) == ((), ())
    assert all(e.element == "victim-compelled" for e in found.needed.edits)
    after = found.after_needed
    assert not any(a.kind.gap for a in Inquiry(after, asked_by(standard)).answers)
    # and nobody is punished more freely: an adult for his organs without compulsion or means
    case = {"act": "recruitment", "means": NONE, "purpose": "organ-removal"}
    box = Box({d: frozenset({v}) for d, v in case.items()}, ("adult",))
    assert all(meets(x, box, WORDS).layer == Layer.ABSENT for x in after.limbs)


def two_lists(*limbs, first: Entry, second: Entry | None = None) -> Law:
    """A law of the Convention with demands on the removal of organs."""
    purposes = COE.lists["exploitation"]
    lists = dict(COE.lists)
    for name, entry in (("exploitation", first), ("others", second or first)):
        entries = {**purposes.entries, "organ-removal": entry}
        lists[name] = evolve(purposes, entries=entries, unlisted="absent", opening=None)
    offence = evolve(COE.offences[0], limbs=limbs)
    version = evolve(COE, lists=lists, offences=(offence,))
    return Law(evolve(version, instrument=evolve(COE.instrument, id="law")), WORDS)


def demanding(*elements: str, at: str | None = None) -> Entry:
    return Entry(words="organs", requires={e: Entry(words=e, at=at) for e in elements})


LIMB = COE.offences[0].limbs[0]
FREE = evolve(LIMB, means=NOT_REQUIRED)
COMPELLED = demanding("victim-compelled")


def of(limb, **more):
    return evolve(limb, **more)


@pytest.mark.parametrize(
    ("limbs", "entry"),
    [
        ((FREE,), demanding("victim-compelled", "for-gain")),
        ((FREE,), demanding("victim-compelled", "against-the-will")),
        ((of(FREE, mark="arguable", reading="so or so"),), COMPELLED),
        ((of(FREE, requires={"for-gain": Entry(words="gain")}),), COMPELLED),
        ((LIMB, of(FREE, victims=("incapacitated",))), COMPELLED),
        ((LIMB, of(FREE, victims=("child",))), COMPELLED),
        ((of(LIMB, victims=("adult", "incapacitated")), of(FREE, victims=("child",), purposes="others")), COMPELLED),
        ((of(LIMB, victims=("adult",)), of(FREE, victims=("child", "incapacitated"), purposes="others")), COMPELLED),
        ((of(LIMB, victims=("adult", "incapacitated")),), COMPELLED),
    ],
)  # fmt: skip
def test_whatever_else_is_demanded_the_amended_law_reaches_all_and_nobody_more_freely(limbs, entry):
    law, standard = two_lists(*limbs, first=entry), Law(COE, WORDS)
    found = amendment(law, standard)
    assert found.needed.edits + found.settling.edits
    assert not kinds(found.after_both, standard)
    again = amendment(found.after_both, standard)
    assert (again.needed.edits, again.settling.edits) == ((), ())
    case = {"act": "recruitment", "means": NONE, "purpose": "organ-removal"}
    for victim in ("adult", "incapacitated"):
        box = Box({d: frozenset({v}) for d, v in case.items()}, (victim,))
        assert all(meets(x, box, WORDS).layer == Layer.ABSENT for x in found.after_both.limbs)
