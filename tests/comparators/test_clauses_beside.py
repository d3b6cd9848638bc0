"""A clause on victims under that of a standard: as wide or wider is met, narrower is in part; and
narrower is told of the attribute in which it is."""

import sys
from pathlib import Path

import pytest

import provisions
from comparators.findings import find
from comparators.law import Law
from comparators.marks import Under
from comparators.reasons import Says
from provisions.records import Clause, Evidence

sys.path.insert(0, str(Path(__file__).parent))
from small import law

WORDS = provisions.thesaurus()
ROW = "victim-not-punished"
SAYS = {
    "offences": {"unlawful-activities": "involvement in unlawful activities"},
    "effects": {"no-penalty": "not imposing penalties"},
}


def clause(at="26", unlisted="absent", **attributes):
    """A clause on victims; of what is not given it says what the Convention says."""
    said = {
        name: {concept: Evidence(words=words, at=at) for concept, words in concepts.items()}
        for name, concepts in (SAYS | attributes).items()
    }
    return Clause(
        beneficiary="victim", strength=None, discretion={"mandatory": Evidence(words="shall", at=at)},
        at=at, unlisted=unlisted, **said,
    )  # fmt: skip


def beside(ours, theirs):
    """What the row of the clause is under a standard: the mark, and what makes it narrower."""
    mine = Law(law(clauses=[ours]), WORDS)
    standard = Law(law(clauses=[theirs], kind="treaty", name="standard"), WORDS)
    under = Under(mine, (standard,))
    narrower = under.narrower(ROW, ("offences", "effects", "links", "excluded"))
    return under.marked("non-punishment", ROW).mark, [(n.attribute, *n.concepts) for n in narrower]


def excluding(*kinds):
    return clause(excluded=dict.fromkeys(kinds, "not to"))


def linked(*links):
    return clause(links=dict.fromkeys(links, "as"))


def test_a_clause_in_the_standards_own_words_is_met():
    assert beside(clause(), clause()) == ("✓", [])


@pytest.mark.parametrize(
    ("ours", "theirs", "narrower"),
    [
        ((), (), []),
        (("listed-offences",), (), [("excluded", "listed-offences")]),
        (("listed-offences",), ("listed-offences",), []),
        (("grave-offences", "listed-offences"), ("listed-offences",), [("excluded", "grave-offences")]),
        (("listed-offences",), ("grave-offences", "listed-offences"), []),
        (("document-offences",), ("criminal-offences",), []),
        (("criminal-offences",), ("document-offences",), [("excluded", "criminal-offences")]),
    ],
)  # fmt: skip
def test_what_a_clause_excludes_counts_but_for_what_the_standard_excludes_too(
    ours, theirs, narrower
):
    assert beside(excluding(*ours), excluding(*theirs)) == ("◐" if narrower else "✓", narrower)


@pytest.mark.parametrize(
    ("ours", "theirs", "narrower"),
    [
        (("compelled",), ("compelled",), []),
        ((), ("compelled",), []),
        (("direct-consequence",), ("compelled",), [("links", "direct-consequence")]),
        (("compelled", "direct-consequence"), ("compelled",), [("links", "direct-consequence")]),
        (("related-to-trafficking",), ("direct-consequence",), []),
        (("direct-consequence",), ("related-to-trafficking",), [("links", "direct-consequence")]),
        (("in-course-of-trafficking",), ("direct-consequence",), [("links", "in-course-of-trafficking")]),
    ],
)  # fmt: skip
def test_a_link_more_or_a_stricter_one_is_narrower_and_a_wider_one_is_not(ours, theirs, narrower):
    mark, found = beside(linked(*ours), linked(*theirs))
    assert found == narrower
    tied = len(ours) == 1 and narrower  # in place of what is asked: the words may mean the same
    assert mark == ("~" if tied else "◐" if narrower else "✓")


def test_a_clause_for_some_offences_is_narrower_and_one_for_any_unlawful_act_is_not():
    documents = clause(offences={"document-offences": "false documents"})
    assert beside(documents, clause()) == ("◐", [("offences", "document-offences")])
    assert beside(clause(), documents) == ("✓", [])


def test_a_clause_that_spares_the_expulsion_alone_spares_no_penalty():
    expelled = clause(effects={"expulsion-postponed": "is not expelled"})
    assert beside(expelled, clause()) == ("◐", [("effects", "expulsion-postponed")])
    freed = clause(effects={"no-criminal-liability": "is not liable"})
    assert beside(freed, clause()) == ("✓", [])


def test_what_is_known_of_a_clause_in_part_is_not_read_and_never_missing():
    assert beside(clause(unlisted="silent", links={"direct-consequence": "as"}), clause())[0] == "?"


def test_all_links_are_needed_together_and_any_effect_will_do():
    both = {"compelled": "as", "direct-consequence": "as"}
    mine = Law(
        law(clauses=[clause(links=both, effects={"no-penalty": "x", "no-prosecution": "y"})]), WORDS
    )
    links, effects = (find(mine, "non-punishment", f"{ROW}:{a}") for a in ("links", "effects"))
    assert links.reasons == (Says((("compelled", "direct-consequence"),), every=True),)
    assert effects.reasons == (Says((("no-penalty", "no-prosecution"),), every=False),)
    none = find(mine, "non-punishment", f"{ROW}:conditions")
    assert (none.status, [e.at for e in none.evidence]) == ("absent", ["26"])
    partly = Law(law(clauses=[clause(unlisted="silent")]), WORDS)
    assert find(partly, "non-punishment", f"{ROW}:links").status == "silent"
