"""Circumstances that bring a form only together, and acts that are named after a means."""

import pytest
from small import NOT_REQUIRED, a_list, law, limb, offence

import comparators
from comparators.findings import find
from comparators.law import Law
from provisions import thesaurus
from provisions.records import Penalty, Tier

WORDS = thesaurus()


def forms(*tiers, **lists):
    """A law with these forms of its offence."""
    made = {name: a_list("aggravating", *names) for name, names in lists.items()}
    base = offence("1", penalty=Penalty(words="up to five years", max_years=5), tiers=tiers)
    return law(base, lists=made)


def cell(version, facet, concept):
    """The status of a finding, and what it is said to need besides."""
    found = find(Law(version, WORDS), facet, concept)
    way = found.because[0]
    return found.status, set(getattr(way, "demands", ()))


BOTH = Tier(at="2", circumstances="both", all=True)
CHILD = Tier(at="3", circumstances="child")


def test_a_circumstance_that_needs_another_is_there_in_part():
    version = forms(BOTH, both=("child-victim", "several-victims"))
    assert cell(version, "aggravating", "child-victim") == ("partial", {"several-victims"})
    assert cell(version, "aggravating", "several-victims") == ("partial", {"child-victim"})
    assert cell(version, "aggravating", "weapon")[0] == "absent"


def test_where_it_brings_a_form_alone_too_it_is_covered():
    both, child = ("child-victim", "several-victims"), ("child-victim",)
    version = forms(BOTH, CHILD, both=both, child=child)
    assert cell(version, "aggravating", "child-victim") == ("covered", set())
    assert cell(version, "aggravating", "several-victims") == ("partial", {"child-victim"})


def test_a_list_that_one_form_needs_whole_and_another_in_part_brings_the_other_alone():
    any_of = Tier(at="4", circumstances="both")
    version = forms(BOTH, any_of, both=("child-victim", "several-victims"))
    assert cell(version, "aggravating", "several-victims") == ("covered", set())


def test_a_fact_that_a_form_needs_with_another_does_not_bring_it_alone():
    version = forms(BOTH, both=("child-victim", "several-victims"))
    alone = comparators.apply(version, "recruitment,deception,forced-labour,child")
    (met,) = alone.circumstances
    assert (met.concept, met.wanted, met.certain) == ("child-victim", ("several-victims",), False)
    assert "if two or more victims" in str(alone)
    both = comparators.apply(version, "recruitment,deception,forced-labour,child,several-victims")
    assert all(c.certain for c in both.circumstances)


def abducting(*acts, means=NOT_REQUIRED, **more):
    """A law whose acts are these, abducting among them."""
    return law(offence("1", limb(means=means)), acts=("abduction", *acts), **more)


@pytest.mark.parametrize(
    ("facts", "reached"),
    [
        ("recruitment,abduction,forced-labour,adult", "yes"),
        ("recruitment,payments-or-benefits,forced-labour,adult", "no"),
        ("recruitment,abduction,slavery,adult", "no"),
    ],
)
def test_whatever_is_done_by_a_means_that_is_an_act_meets_that_act(facts, reached):
    assert comparators.apply(abducting("keeping"), facts).reached == reached


def test_an_act_named_after_a_means_is_not_lost_as_a_means():
    asked = law(means=("abduction",), name="standard")
    assert comparators.reaches(abducting("recruitment"), asked).verdict == "yes"
    assert comparators.reaches(law(means=("deception",)), asked).verdict == "no"


def test_where_another_means_is_demanded_besides_the_act_is_not_enough():
    asked = law(means=("abduction",), name="standard")
    other = abducting("recruitment", means="means")
    assert comparators.reaches(other, asked).verdict == "no"
