"""Boxes: sets of fact patterns as integers, checked against the sets themselves."""

from __future__ import annotations

from functools import cache
from itertools import chain, combinations, product

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from comparators.boxes import (
    DIMENSIONS,
    FEW,
    NONE,
    Pattern,
    Space,
    TooIntricateError,
    largest,
)  # fmt: skip

SPACE = Space(
    ("recruitment", "receipt"), ("deception", "force", NONE), ("labour", "organs", NONE), ("adult", "child"),
    ("for-gain", "travel"),
)  # fmt: skip

UNCOUNTED = evolve(SPACE)
"""The same space, as if it had too many cases for one integer."""
vars(UNCOUNTED)["countable"] = False

VALUES = dict(
    zip(DIMENSIONS, (SPACE.acts, SPACE.means, SPACE.purposes, SPACE.victims), strict=True)
)


def box(acts: object, means: object, purposes: object, victims: object, *demanded: str) -> int:
    made = SPACE.free(demanded)
    for dimension, values in zip(DIMENSIONS, (acts, means, purposes, victims), strict=True):
        made |= SPACE.mask(dimension, [values] if isinstance(values, str) else values)
    return made


PRESENT = tuple(
    chain.from_iterable(combinations(SPACE.further, n) for n in range(len(SPACE.further) + 1))
)
CASES = [Pattern(*values, further=some) for *values, some in product(*VALUES.values(), PRESENT)]


@cache
def cases_in(a_box: int) -> frozenset[Pattern]:
    """Every case a box reaches: any of its values, with at least the elements it demands."""
    values = [SPACE.named(a_box, d) for d in DIMENSIONS]
    presents = [some for some in PRESENT if set(SPACE.demanded(a_box)) <= set(some)]
    return frozenset(Pattern(*v, further=some) for *v, some in product(*values, presents))


def cases_of(union: list[int]) -> set[Pattern]:
    """Every case some boxes reach."""
    return set().union(*map(cases_in, union))


def holds(a_box: int, case: Pattern) -> bool:
    return case in cases_in(a_box)


def some_of(values: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Every choice of at least one of some values."""
    return [some for n in range(1, len(values) + 1) for some in combinations(values, n)]


EVERY_BOX = [
    box(*some, *demanded) for *some, demanded in product(*map(some_of, VALUES.values()), PRESENT)
]
boxes = st.sampled_from(EVERY_BOX)
unions = st.lists(boxes, max_size=4)
many_boxes = st.lists(boxes, min_size=FEW + 1, max_size=12)
dimensions = st.sampled_from(DIMENSIONS)

MANY = settings(max_examples=150)

MOVEMENT = box(("recruitment", "receipt"), ("deception", "force"), "labour", ("adult", "child"))
CHILD = box(("recruitment", "receipt"), ("deception", "force", NONE), "labour", "child")
FOR_GAIN = box(
    ("recruitment", "receipt"), ("deception", "force"), "labour", ("adult", "child"), "for-gain"
)


# -- a box -----------------------------------------------------------------------------------------


@MANY
@given(boxes)
def test_the_patterns_of_a_box_are_its_minimal_cases(a_box):
    minimal = set(SPACE.patterns(a_box))
    assert minimal <= cases_of([a_box])
    demanded = set(SPACE.demanded(a_box))
    assert all(set(m.further) == demanded for m in minimal)
    assert {
        _with(m, some) for m in minimal for some in PRESENT if demanded <= set(some)
    } == cases_of([a_box])


def _with(pattern: Pattern, further: tuple[str, ...]) -> Pattern:
    return Pattern(pattern.act, pattern.means, pattern.purpose, pattern.victim, further)


def test_a_child_recruited_for_labour_is_one_case_of_a_limb_without_means():
    assert Pattern("recruitment", NONE, "labour", "child") in SPACE.patterns(CHILD)
    assert Pattern("recruitment", NONE, "labour", "adult") not in SPACE.patterns(CHILD)
    assert len(list(SPACE.patterns(CHILD))) == 6


@MANY
@given(st.sampled_from(CASES))
def test_the_box_of_one_case_has_that_case_alone_and_whatever_is_added_to_it(case):
    assert list(SPACE.patterns(SPACE.point(case))) == [case]


def test_a_box_tells_what_it_demands_and_what_it_does_not():
    assert SPACE.demanded(FOR_GAIN) == ("for-gain",)
    assert SPACE.named(FOR_GAIN, "further") == ("travel",)
    assert SPACE.demanded(MOVEMENT) == ()


def test_values_that_the_space_does_not_have_are_left_out():
    assert SPACE.mask("act", ("recruitment", "advertising")) == SPACE.mask("act", ("recruitment",))
    assert SPACE.mask("act", ("advertising",)) == 0


def test_a_box_without_a_value_in_some_dimension_is_empty():
    assert SPACE.empty(box((), "force", "labour", "adult"))
    assert SPACE.empty(box("receipt", (), "labour", "adult"))
    assert not SPACE.empty(MOVEMENT)
    assert not SPACE.empty(
        FOR_GAIN & ~SPACE.further_run
    )  # every element demanded is hard to meet, not impossible


# -- two boxes -------------------------------------------------------------------------------------


@MANY
@given(boxes, boxes)
def test_what_two_boxes_have_in_common_is_the_cases_of_both(a, b):
    common = SPACE.meet(a, b)
    assert cases_of([common] if common else []) == cases_of([a]) & cases_of([b])
    assert bool(common) == bool(cases_of([a]) & cases_of([b])), "none in common is 0"


@MANY
@given(boxes, dimensions, st.data())
def test_a_box_with_some_values_alone_and_without_them_are_its_two_halves(a_box, dimension, data):
    values = data.draw(st.lists(st.sampled_from(VALUES[dimension]), unique=True))
    only, without = SPACE.only(a_box, dimension, values), SPACE.without(a_box, dimension, values)
    assert cases_of([only] if only else []) == {
        c for c in cases_of([a_box]) if c[dimension] in values
    }
    assert cases_of([without] if without else []) == {
        c for c in cases_of([a_box]) if c[dimension] not in values
    }


def test_of_a_box_that_has_none_of_the_values_or_only_these_nothing_is_left():
    assert SPACE.only(MOVEMENT, "purpose", ["organs"]) == 0
    assert SPACE.without(MOVEMENT, "purpose", ["labour", "organs"]) == 0
    assert SPACE.without(MOVEMENT, "purpose", ["organs"]) == MOVEMENT


@MANY
@given(boxes, st.lists(st.sampled_from(SPACE.further), unique=True))
def test_granting_what_a_box_demands_leaves_only_what_is_excepted(a_box, but):
    assert set(SPACE.demanded(SPACE.granted(a_box, but))) == set(SPACE.demanded(a_box)) & set(but)


def test_a_law_that_wants_gain_has_nothing_in_common_with_the_case_where_nobody_gains():
    case = Pattern("recruitment", "force", "labour", "adult")
    assert not holds(FOR_GAIN, case)
    assert holds(SPACE.granted(FOR_GAIN), case)
    assert SPACE.within(SPACE.point(_with(case, ("for-gain",))), [FOR_GAIN])


# -- unions ----------------------------------------------------------------------------------------


@MANY
@given(boxes, unions)
def test_a_box_lies_within_a_union_exactly_if_all_its_cases_do(a_box, union):
    assert SPACE.within(a_box, union) == (cases_of([a_box]) <= cases_of(union))


@MANY
@given(unions, unions)
def test_a_union_contains_another_exactly_if_it_has_all_its_cases(union, others):
    assert SPACE.contains(union, others) == (cases_of(others) <= cases_of(union))


@MANY
@given(many_boxes, unions)
def test_many_boxes_that_cut_each_other_are_decided_case_by_case_with_the_same_answer(
    union, others
):
    expected = cases_of(others) <= cases_of(union)
    assert SPACE.contains(union, others) == expected
    assert UNCOUNTED.contains(union, others) == expected


@MANY
@given(st.lists(boxes, min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_a_box_cut_into_many_parts_lies_within_these_and_not_without_one(some, random):
    for a_box in some:
        parts = [a_box]
        while len(parts) <= 2 * FEW:
            part, dimension = random.choice(parts), random.choice(DIMENSIONS)
            value = random.choice(SPACE.named(part, dimension))
            halves = SPACE.only(part, dimension, [value]), SPACE.without(part, dimension, [value])
            if not all(halves):
                if all(len(SPACE.named(p, d)) == 1 for p in parts for d in DIMENSIONS):
                    break
                continue
            parts.remove(part)
            parts += halves
        for space in (SPACE, UNCOUNTED):
            assert space.contains(parts, [a_box])
            for left_out in parts if len(parts) > 1 else ():
                assert not space.contains([p for p in parts if p != left_out], [a_box])


WHOLE = box(SPACE.acts, SPACE.means, ("labour", "organs"), SPACE.victims)
"""Whoever recruits or receives, by whatever means or none, for labour or organs, whomever."""
SINGLE = [
    box(*values) for values in product(SPACE.acts, SPACE.means, ("labour", "organs"), SPACE.victims)
]


@pytest.mark.parametrize("space", [SPACE, UNCOUNTED])
def test_a_law_that_names_every_case_by_itself_reaches_all_and_without_any_one_it_does_not(space):
    assert space.contains(SINGLE, [WHOLE])
    for left_out in SINGLE:
        others = [one for one in SINGLE if one != left_out]
        assert not space.contains(others, [WHOLE])
        assert not space.contains(others, [left_out, *others])
        assert list(space.outside([WHOLE], others)) == [left_out]
    assert list(space.outside([WHOLE], SINGLE)) == []


def wanting(a_box: int, *elements: str) -> int:
    """The box with these elements demanded."""
    return a_box & ~SPACE.mask("further", elements)


@pytest.mark.parametrize("space", [SPACE, UNCOUNTED])
def test_one_case_that_wants_gain_is_not_reached_without_and_all_are_with_it(space):
    for single in SINGLE:
        others = [one for one in SINGLE if one != single]
        union = [*others, wanting(single, "for-gain")]
        assert not space.contains(union, [WHOLE])
        assert space.contains(union, [wanting(WHOLE, "for-gain")])
        assert not space.contains(union, [wanting(WHOLE, "travel")])
        assert space.contains(union, [wanting(WHOLE, "for-gain", "travel")])
        assert space.contains(union, [wanting(WHOLE, "for-gain"), others[0]])
        assert list(space.outside([WHOLE], union)) == [single]


@pytest.mark.parametrize("space", [SPACE, UNCOUNTED])
def test_what_is_asked_against_a_child_is_not_asked_against_an_adult(space):
    labour = [one for one in SINGLE if space.named(one, "purpose") == ("labour",)]
    adults = [one for one in labour if space.named(one, "victim") == ("adult",)]
    child = box("recruitment", NONE, "organs", "child")
    asked = [space.only(space.only(WHOLE, "purpose", ["labour"]), "victim", ["adult"]), child]
    assert space.contains([*adults, child], asked)
    assert not space.contains([*adults, space.only(WHOLE, "victim", ["adult"])], asked)
    assert not space.contains([*adults[1:], child], asked)


def test_where_two_victims_are_alike_the_third_is_asked_about_too():
    three = evolve(SPACE, victims=("adult", "child", "incapacitated"))
    values = (three.acts, three.means, ("labour",))

    def made(*some):
        named = zip(DIMENSIONS, some, strict=True)
        return three.free() | sum(three.mask(d, v) for d, v in named)

    each = [made(*((v,) for v in one), three.victims) for one in product(*values)]
    fewer = [three.without(each[0], "victim", ["incapacitated"]), *each[1:]]
    assert three.contains(each, [made(*values, three.victims)])
    assert not three.contains(fewer, [made(*values, three.victims)])


def test_the_cases_of_a_space_are_one_integer_below_a_bound():
    def space(acts, means, purposes):
        names = (tuple(map(str, range(n))) for n in (acts, means, purposes))
        return Space(*names, ("adult",))

    assert SPACE.countable
    assert space(32, 64, 31).countable
    assert not space(32, 64, 32).countable
    assert not space(100, 100, 100).countable


def test_the_cases_of_many_boxes_are_counted_anew_when_too_many_are_kept(monkeypatch):
    monkeypatch.setattr("comparators.boxes.KEPT", 4)
    fresh = evolve(SPACE)
    assert fresh.contains(SINGLE, [WHOLE])
    assert not fresh.contains(SINGLE[1:], [WHOLE])
    assert len(vars(fresh)["_counted"]) <= 4


def test_the_boxes_that_lie_in_no_other_are_kept_once_each_in_their_order():
    recruited = SPACE.only(MOVEMENT, "act", ["recruitment"])
    assert largest([recruited, CHILD, MOVEMENT, CHILD, FOR_GAIN]) == [CHILD, MOVEMENT]
    assert largest([]) == []


def test_too_many_pieces_of_too_many_cases_are_given_up(monkeypatch):
    monkeypatch.setattr("comparators.boxes.PIECES", 3)
    parts = [SPACE.only(MOVEMENT, "act", [a]) for a in SPACE.acts]
    parts = [SPACE.only(p, "means", [m]) for p in parts for m in ("deception", "force")]
    parts = [SPACE.only(p, "victim", [v]) for p in parts for v in SPACE.victims]
    assert SPACE.contains(parts, [MOVEMENT])
    with pytest.raises(TooIntricateError):
        UNCOUNTED.contains(parts, [MOVEMENT])


@MANY
@given(unions, unions)
def test_what_lies_outside_a_union_is_all_that_does_and_nothing_else(union, others):
    outside = list(SPACE.outside(others, union))
    minimal = {m for piece in outside for m in SPACE.patterns(piece)}
    assert minimal <= cases_of(others) - cases_of(union)
    assert cases_of(others) <= cases_of(union) | cases_of(outside)


@MANY
@given(boxes, unions)
def test_the_pieces_of_one_box_outside_a_union_are_apart(a_box, union):
    pieces = [set(SPACE.patterns(piece)) for piece in SPACE.outside([a_box], union)]
    assert len(set().union(*pieces)) == sum(map(len, pieces))


@MANY
@given(unions)
def test_a_union_contains_itself(union):
    assert SPACE.contains(union, union)


@MANY
@given(unions, unions, unions)
def test_what_contains_a_union_contains_all_that_the_union_contains(a, b, c):
    smaller = [m for x in a for y in b if (m := SPACE.meet(x, y))]
    smallest = [m for x in smaller for y in c if (m := SPACE.meet(x, y))]
    assert SPACE.contains(a, smaller)
    assert SPACE.contains(smaller, smallest)
    assert SPACE.contains(a, smallest)
    assert SPACE.contains(c, a) or not (SPACE.contains(b, a) and SPACE.contains(c, b))


def test_a_box_can_lie_within_two_others_and_in_neither():
    adults = box(("recruitment", "receipt"), ("deception", "force"), "labour", "adult")
    children = box(("recruitment", "receipt"), ("deception", "force"), "labour", "child")
    assert not SPACE.within(MOVEMENT, [adults])
    assert not SPACE.within(MOVEMENT, [children])
    assert SPACE.within(MOVEMENT, [adults, children])
    assert list(SPACE.outside([MOVEMENT], [adults])) == [children]


def test_an_l_shaped_union_does_not_contain_its_hull():
    forced = box(("recruitment", "receipt"), "force", "labour", "adult")
    recruited = box("recruitment", ("force", "deception"), "labour", "adult")
    hull = forced | recruited
    assert not SPACE.within(hull, [forced, recruited])
    assert list(SPACE.outside([hull], [forced, recruited])) == [
        box("receipt", "deception", "labour", "adult")
    ]


def test_two_laws_that_each_want_something_do_not_make_one_that_wants_nothing():
    # one wants gain, the other travel: the case without either falls through both
    travelling = box(
        ("recruitment", "receipt"), ("deception", "force"), "labour", ("adult", "child"), "travel"
    )
    assert not SPACE.within(MOVEMENT, [FOR_GAIN, travelling])
    assert SPACE.within(FOR_GAIN, [FOR_GAIN, travelling])


def test_a_law_without_a_demand_contains_the_one_with_it_and_not_the_reverse():
    assert SPACE.within(FOR_GAIN, [MOVEMENT])
    assert not SPACE.within(MOVEMENT, [FOR_GAIN])


@pytest.mark.parametrize("union", [[], [box("receipt", "force", "organs", "adult")]])
def test_nothing_lies_within_a_union_that_has_nothing_of_it(union):
    assert not SPACE.within(MOVEMENT, union)
    assert list(SPACE.outside([MOVEMENT], union)) == [MOVEMENT]


@pytest.mark.parametrize("union", [[], [MOVEMENT]])
def test_the_empty_union_lies_within_every_union(union):
    assert SPACE.contains(union, [])
    assert list(SPACE.outside([], union)) == []
