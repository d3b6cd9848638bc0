"""Article 26 in its four states: a clause for victims, a narrower one, general rules alone, nothing seen."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from small import law
from told import told

import provisions
from comparators.findings import find
from comparators.findings.clauses import COMPARED
from comparators.law import laws
from comparators.marks import Under
from provisions.records import Chapter, Clause, Evidence, Place

ROW = "victim-not-punished"
WIDE = {"effects": ("no-penalty",), "offences": ("unlawful-activities",), "links": ("compelled",)}
READ = tuple(
    Chapter(chapter=chapter, read="full", at=f"{n}")
    for n, chapter in enumerate(("general-part", "special-part", "criminal-procedure"), 1)
)


def clause(beneficiary="victim", **says):
    """A clause as wide as the Convention's, but for what is said."""
    told_ = {**WIDE, **says}
    own = {a: {c: Evidence(words=c) for c in x} for a, x in told_.items() if isinstance(x, tuple)}
    rest = {k: v for k, v in told_.items() if not isinstance(v, tuple)}
    return Clause(
        **({"at": "26", "words": "a victim is not punished", "unlisted": "absent"} | rest | own),
        beneficiary=beneficiary,
    )


def state(*clauses, concept=ROW, **more):
    """What a law with these clauses says, by itself: its status, the rest, the text of the cell."""
    (one,) = laws([law(clauses=clauses, **more)])
    found = find(one, "non-punishment", concept)
    return found.status, found.rest, told(found)


def under(standard, *clauses, concept=ROW):
    """The mark of a row of a law with these clauses under a standard."""
    one, other = laws([law(clauses=clauses), provisions.get(standard)])
    return Under(one, (other,)).marked("non-punishment", concept)


def test_a_clause_as_wide_as_the_conventions_is_covered():
    assert state(clause()) == ("covered", None, "26")
    assert state(clause(effects=("no-prosecution",), links=())) == ("covered", None, "26")


@pytest.mark.parametrize(
    ("says", "told_"),
    [
        ({"offences": ("minor-offences",)}, "extends to offences of minor gravity"),
        ({"offences": ("immigration-offences",)}, "extends to illegal entry, stay or work"),
        ({"offences": ("criminal-offences",)}, "extends to criminal offences"),
        ({"effects": ("no-detention",)}, "the effect is no detention"),
        ({"excluded": ("listed-offences",)}, "excludes listed serious offences"),
        ({"conditions": ("reported-trafficking",)}, "only: trafficking reported by the victim"),
        (
            {"links": ("compelled", "direct-consequence")},
            "demands besides direct consequence of the trafficking",
        ),
        ({"links": ("overborne",)}, "demands besides could not control his or her actions"),
    ],
    ids=lambda x: str(x)[:40],
)
def test_a_narrower_clause_is_in_part_and_says_in_what(says, told_):
    assert state(clause(**says)) == ("partial", "absent", f"in part: {told_} (26)")
    account = {**says, "source": "round-table-2012"}
    assert state(clause(**account))[:2] == ("partial", "silent"), "its own text was not read"
    half = {**says, "unlisted": "silent"}
    assert state(clause(**half))[:2] == ("partial", "silent"), "nor read whole"


@pytest.mark.parametrize("link", ["attributable-to-exploitation", "related-to-trafficking"])
def test_a_tie_that_the_word_victim_has_in_itself_narrows_nothing(link):
    assert state(clause(links=(link,)))[0] == "covered"
    assert state(clause(links=("compelled", link)))[0] == "covered"


@pytest.mark.parametrize("link", ["direct-consequence", "in-course-of-trafficking"])
def test_a_closer_tie_beside_compulsion_takes_something_away_and_alone_leaves_it_open(link):
    assert state(clause(links=("compelled", link)))[:2] == ("partial", "absent")
    status, rest, text = state(clause(links=(link,)))
    assert (status, rest) == ("partial", "open")
    assert text.startswith("in part: asks instead: ")
    assert under("CoE", clause(links=(link,))) == ("~", "doubtful")


def test_a_clause_of_which_nobody_has_read_how_far_it_goes_is_in_part():
    known = {"effects": ("no-penalty",), "offences": (), "links": ()}
    half = clause(**known, unlisted="silent")
    assert state(half) == ("partial", "silent", "in part: extends to what is not known (26)")
    assert under("CoE", half) == ("?", "not-read")
    assert state(clause(**known))[0] == "covered", "read whole, it is on whatever a victim does"


def test_a_tie_known_from_an_account_is_told_as_one_instead_and_not_read():
    tie = clause(links=("direct-consequence",), source="round-table-2012")
    status, rest, text = state(tie)
    assert (status, rest) == ("partial", "silent")
    assert text.startswith("in part: asks instead: ")


def test_of_several_clauses_the_one_that_asks_least_is_the_laws():
    strict = clause(links=("compelled", "no-realistic-alternative"))
    assert state(strict)[0] == "partial"
    assert state(strict, clause())[0] == "covered"
    # a clause on prostitution alone, without a link, does not free the other of its link
    apart = clause(offences=("prostitution-offences",), links=())
    assert state(strict, apart)[0] == "partial"


def test_clauses_on_crimes_and_on_administrative_offences_reach_unlawful_activities_together():
    crimes = clause(offences=("criminal-offences",))
    fines = clause(offences=("administrative-offences",))
    assert state(crimes)[0] == "partial"
    assert state(crimes, fines)[0] == "covered"


def test_general_rules_alone_leave_it_open():
    duress = clause("anyone", label="general duress", links=("overborne",))
    status, _, text = state(duress, nothing_on={"non-punishment": Place(at="1-10")})
    assert status == "open"
    assert text == "no special clause (1-10 read); general duress, 26"


def test_what_nobody_has_seen_is_silent_and_absent_only_where_one_has_read_everywhere():
    nowhere = {"nothing_on": {}, "unread": {"non-punishment": Place(at="the general part")}}
    assert state(**nowhere) == ("silent", None, "not known; read the general part")
    read = {"nothing_on": {"non-punishment": Place(at="1-10")}}
    assert state(**read, chapters=()) == ("silent", None, "not in the sections read (1-10)")
    assert state(**read, chapters=READ[:2])[0] == "silent", "the code of procedure was not read"
    assert state(**read, chapters=READ) == ("absent", None, "no (1-10)")


def test_a_limit_that_a_clause_does_not_set_is_no_lack():
    free = clause(links=(), effects=("no-criminal-liability",), discretion=("mandatory",))
    for attribute in ("links", "conditions", "discretion", "excluded"):
        marked = under("CoE", free, concept=f"{ROW}:{attribute}")
        assert marked.mark == "✓", attribute


def test_what_the_authority_may_do_is_less_than_what_it_must():
    row = f"{ROW}:discretion"
    must, may = (clause(discretion=(how,)) for how in ("mandatory", "discretionary"))
    principles = "ohchr-principles"  # says: must
    assert under("CoE", must, concept=row).mark == under("CoE", may, concept=row).mark == "✓"
    assert under(principles, may, concept=row).mark == "◐"
    assert under(principles, must, concept=row).mark == "✓"


def test_a_law_as_wide_as_the_directive_meets_it_and_not_the_convention():
    as_eu = clause(
        effects=("no-prosecution", "no-penalty"), links=("compelled", "direct-consequence")
    )
    assert under("EU", as_eu) == ("✓", "met")
    assert under("CoE", as_eu) == ("◐", "missing")
    one, coe, eu = laws([law(clauses=(as_eu,)), provisions.get("CoE"), provisions.get("EU")])
    for standards in ((coe, eu), (eu, coe)):
        assert Under(one, standards).marked("non-punishment", ROW).mark == "◐"


def test_the_clause_for_children_is_held_against_the_same_words():
    child = clause("child-victim", links=("direct-consequence", "reasonable-person"))
    said = state(child, concept="child-victim-not-punished")
    assert said[:2] == ("partial", "absent")
    assert state(clause(), concept="child-victim-not-punished")[0] == "covered"


def test_a_clause_for_co_operating_offenders_is_never_held_against_article_26():
    helper = clause("offender", links=(), conditions=("co-operation",))
    nothing = {"nothing_on": {ROW: Place(at="1")}}
    assert state(helper, concept="offender-not-punished", **nothing)[0] == "covered"


WORDS = provisions.thesaurus()
SORTS = {a: tuple(c.id for c in WORDS if c.sort == a) for a in ("links", "conditions", "offences")}
SORTS["excluded"] = SORTS["offences"]
ORDER = {"covered": 0, "partial": 1}
RESTS = {None: 0, "silent": 1, "open": 2, "absent": 3}


@given(attribute=st.sampled_from(("links", "conditions", "excluded")), data=st.data())
def test_one_limit_more_never_makes_a_clause_wider(attribute, data):
    base = {
        a: tuple(data.draw(st.sets(st.sampled_from(SORTS[a]), max_size=2), label=a))
        for a in ("links", "conditions", "excluded")
    }
    more = data.draw(st.sampled_from(SORTS[attribute]), label="more")
    one = state(clause(**base))
    other = state(clause(**{**base, attribute: tuple({*base[attribute], more})}))
    alone = attribute == "links" and "compelled" not in base["links"]
    if not alone or more != "compelled":  # that beside a tie settles what the tie left open
        assert ORDER[other[0]] >= ORDER[one[0]]
        if not (alone and other[1] == "open"):
            assert RESTS[other[1]] >= RESTS[one[1]]


@given(st.sets(st.sampled_from(SORTS["offences"]), min_size=1, max_size=3), st.data())
def test_one_kind_of_offence_more_never_makes_a_clause_narrower(kinds, data):
    more = data.draw(st.sampled_from(SORTS["offences"]))
    one = state(clause(offences=tuple(kinds)))
    other = state(clause(offences=(*kinds, more)))
    assert ORDER[other[0]] <= ORDER[one[0]]


def test_every_attribute_in_which_a_clause_may_be_narrower_is_compared():
    assert {*COMPARED} == {"offences", "effects", "links", "excluded", "conditions"}


def test_a_doubtful_clause_is_open_and_one_that_was_not_seen_silent():
    doubtful = evolve(clause(), mark="arguable", reading="or not")
    assert state(doubtful)[0] == "open"
    assert state(evolve(clause(), mark="unseen"))[0] == "silent"
