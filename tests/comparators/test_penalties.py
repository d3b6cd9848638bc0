"""Penalties: what each form of an offence is punished with, as the source states it and no further."""

import tomllib
from copy import deepcopy

import pytest
from coverages import Coverage
from hypothesis import given
from hypothesis import strategies as st
from small import a_list, law, offence

import provisions
from comparators.findings import find
from comparators.findings.penalties import severity
from comparators.law import Law
from provisions import corpus
from provisions.checking.versions import check_version
from provisions.phrases import sanction, term
from provisions.records import Entry, Instrument, Penalty, Tier

DRAFT = """
source = "coe"
read = 2024-05-06
[in_force]
since = 2012-01-01
[lists.acts]
role = "act"
at = "1"
unlisted = "absent"
[lists.acts.entries]
recruitment = "recruits"
[lists.purposes]
role = "purpose"
at = "1"
unlisted = "absent"
[lists.purposes.entries]
servitude = "servitude"
[lists.child]
role = "aggravating"
at = "1(4)"
unlisted = "absent"
[lists.child.entries]
child-victim = "of a child"
[lists.children]
role = "aggravating"
at = "1(5)"
unlisted = "absent"
[lists.children.entries]
"child-victim, several-victims" = "of more than one child"
[lists.public]
role = "aggravating"
at = "1(7)"
unlisted = "absent"
[lists.public.entries]
public-official = "a public servant"
[[offences]]
id = "1"
kind = "trafficking"
at = "1"
limbs = [{ acts = "acts", means = "not-required", purposes = "purposes" }]
penalty = { at = "1(2)", words = "seven to ten years", min_years = 7, max_years = 10 }
tiers = []
[nothing_on]
"aggravating, non-punishment, related" = "1"
"""
NATIONAL = Instrument("draft", "Draft", "Draft: Criminal Code", "national-law")
CHILD = {
    "at": "1(4)",
    "circumstances": "child",
    "penalty": {"words": "ten years to life", "min_years": 10, "life": True},
}
CHILDREN = {
    "at": "1(5)",
    "circumstances": "children",
    "all": True,
    "penalty": {"words": "fourteen years to life", "min_years": 14, "life": True},
}
PUBLIC = {
    "at": "1(7)",
    "circumstances": "public",
    "penalty": {"words": "imprisonment for life", "life": True, "life_alone": True},
}


def draft(*tiers, **base):
    """The small law with these graver forms, and with more said of its base penalty."""
    raw = tomllib.loads(DRAFT)
    raw["offences"][0]["tiers"] = deepcopy(list(tiers))
    raw["offences"][0]["penalty"] |= base
    if tiers:
        raw["nothing_on"] = {"non-punishment": "1", "related": "1"}
    used = {tier["circumstances"] for tier in tiers}
    raw["lists"] = {
        n: x for n, x in raw["lists"].items() if x["role"] != "aggravating" or n in used
    }
    version, found = check_version(
        raw, "draft.toml", NATIONAL, corpus.thesaurus(), corpus.bibliography()
    )
    assert found == ()
    return version


def cell(version, concept):
    """What the table says of one penalty."""
    found = Coverage(version, corpus.thesaurus()).find("penalty", concept)
    return found.status, found.value


def test_life_alone_is_no_range():
    assert term(Penalty(life=True, life_alone=True)) == "life"
    assert term(Penalty(life=True)) == "up to life"
    assert term(Penalty(life=True, min_years=10)) == "10 years to life"
    assert cell(draft(PUBLIC), "penalty-highest") == ("covered", "life (1(7))")


def test_a_form_that_needs_two_circumstances_says_so():
    status, value = cell(draft(CHILD, CHILDREN), "penalty-child")
    assert status == "covered"
    assert value == "10 years to life (1(4)); 14 years to life (1(5), only: two or more victims)"


def test_the_penalty_stands_where_it_stands_and_not_where_the_offence_does():
    assert cell(draft(), "penalty-base") == ("covered", "7-10 years (1(2))")


def test_where_the_child_stands_in_the_base_offence_there_is_no_separate_form():
    expected = ("covered", "7-10 years (1(2)): no separate form")
    assert cell(draft(), "penalty-child") == expected
    assert cell(draft(PUBLIC), "penalty-child") == expected


@pytest.mark.parametrize("penalty", [None, {"mark": "unseen", "at": "1(4), sanction"}])
def test_a_sanction_that_was_not_seen_is_not_that_of_the_base_form(penalty):
    raw = tomllib.loads(DRAFT)
    tier = {"at": "1(4)", "circumstances": "child"} | ({"penalty": penalty} if penalty else {})
    raw["offences"][0]["tiers"] = [tier]
    raw["nothing_on"] = {"non-punishment": "1", "related": "1"}
    version, found = check_version(
        raw, "draft.toml", NATIONAL, corpus.thesaurus(), corpus.bibliography()
    )
    asked = [f.path for f in found if "the sanction is not given" in f.message]
    assert asked == ([] if penalty else ["offences[0].tiers[0].penalty"])
    place = "1(4), sanction" if penalty else "1(4)"
    assert cell(version, "penalty-child") == ("silent", f"not known; read {place}")
    status, value = cell(version, "penalty-highest")
    assert status == "silent"
    assert value == f"not known; read {place}; seen: 7-10 years (1(2))"


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ({"fine": "and"}, "7-10 years and a fine"),
        ({"fine": "and", "fine_amount": "up to 100 units"}, "7-10 years and a fine (up to 100 units)"),
        ({"fine": "optional"}, "7-10 years with or without a fine"),
        ({"fine": "or"}, "7-10 years or a fine"),
        ({"fine": "and-or"}, "7-10 years or a fine, or both"),
        ({"fine": "or", "alternatives": "arrest"}, "7-10 years or a fine or arrest"),
    ],
)  # fmt: skip
def test_a_fine_comes_beside_imprisonment_or_instead_of_it(said, text):
    assert cell(draft(**said), "penalty-base") == ("covered", f"{text} (1(2))")


def test_a_fine_may_be_the_only_penalty():
    assert sanction(Penalty(fine="only", fine_amount="100 units")) == "a fine (100 units)"


@pytest.mark.parametrize(
    ("penalty", "text"),
    [
        ({"raised": "1/3"}, "7-10 years, raised by 1/3"),
        ({"raised": "1/3 to 1/2"}, "7-10 years, raised by 1/3 to 1/2"),
        ({"raised": "1/2", "bound": "upper"}, "7-10 years, raised by 1/2, its upper bound alone"),
    ],
)
def test_a_fraction_is_told_as_one_and_no_figure_is_worked_out(penalty, text):
    tier = {
        "at": "1(4)",
        "circumstances": "child",
        "penalty": {"words": "by a fraction", **penalty},
    }
    assert cell(draft(tier), "penalty-child") == ("covered", f"{text} (1(4))")
    assert cell(draft(tier), "penalty-highest") == ("covered", f"{text} (1(4))")


def test_a_lesser_form_is_never_the_gravest():
    lesser = {
        "at": "1(3)",
        "circumstances": "public",
        "effect": "lesser",
        "penalty": {"words": "lowered by a half", "lowered": "1/2"},
    }
    assert cell(draft(lesser), "penalty-highest") == ("covered", "7-10 years (1(2))")


def test_a_factor_changes_no_range():
    factor = {"at": "63", "circumstances": "child", "effect": "factor"}
    without, with_it = draft(), draft(factor)
    for concept in ("penalty-base", "penalty-highest", "penalty-child"):
        assert cell(with_it, concept) == cell(without, concept)


def test_a_treaty_that_gives_no_term_says_so_of_its_graver_form():
    assert cell(provisions.get("CoE"), "penalty-child") == ("absent", "no term stated (24)")
    assert cell(provisions.get("CoE"), "penalty-highest") == ("absent", "no term stated (24)")


def test_bulgaria_punishes_with_imprisonment_and_a_fine():
    _, value = cell(provisions.get("Bulgaria@2013-09-27"), "penalty-base")
    assert value == "2-8 years and a fine (BGN 3,000 to 12,000) (CC 159а(1))"


@pytest.mark.parametrize(
    ("steps", "value", "says"),
    [
        (("penalty", "raised"), "1/3", "this is the base"),
        (("penalty", "max_years"), 11, "11 does not stand in the words"),
        (("penalty", "fine"), "only", "a fine is not the only penalty"),
        (("penalty", "fine_amount"), "100 units", "beside its amount: one of and, optional, or"),
        (("penalty", "mark"), "unseen", "nevertheless says something"),
        (("penalty", "life_alone"), True, "life is not the only sanction"),
        (("penalty", "bound"), "upper", "there is none"),
        (("penalty", "min_years"), 10, None),
    ],
)
def test_what_a_penalty_may_not_say_is_a_fault_with_its_cure(steps, value, says):
    raw = tomllib.loads(DRAFT)
    raw["lists"] = {n: x for n, x in raw["lists"].items() if x["role"] != "aggravating"}
    raw["offences"][0][steps[0]][steps[1]] = value
    _, found = check_version(raw, "draft.toml", NATIONAL, corpus.thesaurus(), corpus.bibliography())
    if says is None:
        assert found == ()
    else:
        assert any(says in f.message and f.path.startswith("offences[0].penalty") for f in found)


@pytest.mark.parametrize(
    ("tier", "path", "says"),
    [
        ({"penalty": {"words": "by half", "raised": "half"}}, "penalty.raised", "must be a fraction"),
        ({"effect": "factor", "penalty": {"words": "five", "max_years": 5}}, "penalty", "no sanction"),
        ({"all": True, "penalty": {"words": "five", "max_years": 5}}, "all", "one circumstance only"),
    ],
)  # fmt: skip
def test_what_a_form_may_not_say_is_a_fault_with_its_cure(tier, path, says):
    raw = tomllib.loads(DRAFT)
    raw["offences"][0]["tiers"] = [{"at": "1(4)", "circumstances": "child", **tier}]
    _, found = check_version(raw, "draft.toml", NATIONAL, corpus.thesaurus(), corpus.bibliography())
    wanted = f"offences[0].tiers[0].{path}"
    assert any(f.path == wanted and says in f.message for f in found)


def test_a_fraction_of_nothing_and_a_form_without_a_circumstance_are_faults():
    raw = tomllib.loads(DRAFT)
    raw["offences"][0]["penalty"] = {"mark": "unseen"}
    raw["lists"]["child"]["entries"] = {}
    raw["offences"][0]["tiers"] = [
        {"at": "1(4)", "circumstances": "child", "penalty": {"words": "by half", "raised": "1/2"}}
    ]
    _, found = check_version(raw, "draft.toml", NATIONAL, corpus.thesaurus(), corpus.bibliography())
    said = {f.path: f.message for f in found}
    assert "not stated" in said["offences[0].tiers[0].penalty.raised"]
    assert "names nothing" in said["offences[0].tiers[0].circumstances"]


@given(st.integers(1, 40), st.integers(0, 40), st.sampled_from([None, "1/3", "1/2 to 3/4"]))
def test_no_figure_is_printed_that_no_source_states(low, more, raised):
    base = Penalty(min_years=low, max_years=low + more)
    said = sanction(Penalty(raised=raised) if raised else base, base)
    digits = {int(n) for n in "".join(c if c.isdigit() else " " for c in said).split()}
    stated = {low, low + more} | {
        int(n) for n in (raised or "").replace(" to ", "/").split("/") if n
    }
    assert digits <= stated


# -- which of two sanctions is the graver ----------------------------------------------------------

ASCENDING = (
    Penalty(),
    Penalty(max_months=6),
    Penalty(max_years=1),
    Penalty(min_months=3, max_years=1),
    Penalty(max_years=1, max_months=1),
    Penalty(min_years=7, max_years=10),
    Penalty(min_years=8, max_years=10),
    Penalty(max_years=11),
    Penalty(life=True),
    Penalty(min_years=10, life=True),
    Penalty(life=True, life_alone=True),
)


def test_the_highest_term_decides_then_the_lowest_and_life_stands_above_any_term():
    found = [severity(p, None) for p in ASCENDING]
    assert found == sorted(set(found))


def test_a_fraction_is_of_the_base_form_and_the_greatest_of_two_counts():
    base = Penalty(min_years=3, max_years=6)
    raised, lowered = Penalty(raised="1/3 to 1/2"), Penalty(lowered="1/3")
    assert severity(raised, base) == severity(Penalty(min_months=54, max_years=9), None)
    assert severity(lowered, base) == severity(Penalty(min_years=2, max_years=4), None)
    assert severity(raised, None) == severity(None, base) == severity(Penalty(), None)
    assert severity(raised, Penalty(life=True))[0], "a fraction of life is life"


def test_of_two_forms_with_the_same_sanction_the_later_is_the_gravest():
    same = {"penalty": {"words": "ten to fifteen years", "min_years": 10, "max_years": 15}}
    tiers = [{"at": at, "circumstances": "child"} | same for at in ("1(4)", "1(6)")]
    for some in (tiers, tiers[::-1]):
        last = some[-1]["at"]
        assert cell(draft(*some), "penalty-highest") == ("covered", f"10-15 years ({last})")


# -- where a graver form on children may stand -----------------------------------------------------


def small_law(circumstances, penalty=None):
    """A law with a base sanction and one graver form, of which the circumstances are given."""
    graver = Tier("1(3)", "graver", penalty or Penalty(max_years=12, words="up to twelve years"))
    base = Penalty(min_years=3, max_years=6, at="1(2)", words="three to six years")
    return law(offence("1", penalty=base, tiers=(graver,)), lists={"graver": circumstances})


def row(version, concept):
    return find(Law(version, corpus.thesaurus()), "penalty", concept)


def test_where_the_graver_circumstances_were_not_read_whole_that_on_a_child_is_not_known():
    partly = a_list("aggravating", "organised-group", unlisted="silent", at="1(3)")
    found = row(small_law(partly), "penalty-child")
    assert (found.status, found.evidence[0].at) == ("silent", "99")
    assert {e.at for e in found.evidence} == {"99", "1(2)"}, "and what was seen of the base"
    whole = a_list("aggravating", "organised-group", at="1(3)")
    assert row(small_law(whole), "penalty-child").status == "covered"
    child = a_list("aggravating", "child-victim", at="1(3)")
    assert [e.at for e in row(small_law(child), "penalty-child").evidence] == ["1(3)"]
    assert row(small_law(whole), "penalty-highest").evidence[0].at == "1(3)"
    assert row(small_law(whole), "penalty-base").evidence[0].at == "1(2)"


def test_a_form_on_some_children_is_one_on_children_and_one_that_was_not_seen_is_none():
    young = a_list("aggravating", "victim-under-fourteen", at="1(3)")
    assert [e.at for e in row(small_law(young), "penalty-child").evidence] == ["1(3)"]
    unseen = a_list(
        "aggravating", "organised-group", child_victim=Entry(mark="unseen", at="1(3)(b)")
    )
    assert [e.at for e in row(small_law(unseen), "penalty-child").evidence][-1] == "1(2)"
