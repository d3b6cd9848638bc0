"""The drafter's list: what a standard obliges a State to have and its law lacks; options and open
questions apart."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from click.testing import CliRunner
from drafted import NATIONAL, drafted
from told import told as in_words

import comparators
import provisions
from comparators.cli import main
from provisions.records import Clause, Evidence, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comparators.drafting import Gaps, Item
    from provisions.records import Version

COE = provisions.get("CoE")
ARMENIA = provisions.get("Armenia")
SAYS = Evidence(words="as the law says")
each_law = pytest.mark.parametrize("name", NATIONAL)


def concepts(items: Iterable[Item], kind: str) -> set[str]:
    return {i.concept for i in items if i.kind == kind}


def every(found: Gaps) -> tuple[Item, ...]:
    return (*found.gaps, *found.options, *found.open)


def pinpoints(item: Item) -> set[str]:
    return {e.at or "" for e in item.standard}


# -- Kazakhstan under the Convention: what issue 3 asks to be shown --------------------------------


def test_servitude_and_practices_similar_to_slavery_are_doubtful_in_kazakhstan_and_not_missing():
    found = drafted("kazakhstan@2006-03-02")
    doubtful = ("servitude", "practices-similar-to-slavery")
    assert not set(doubtful) & concepts(found.gaps, "conduct")
    for concept, words in zip(doubtful, ("work or services", "amounts to slavery"), strict=True):
        cell = comparators.compare(provisions.get("coe"), found.law).cell(
            ("purpose", concept), "kazakhstan"
        )
        assert cell.status == "open"
        assert words in in_words(cell)
        assert "125, note 2" in in_words(cell)


def test_kazakhstan_demands_gain_for_sexual_exploitation_and_that_is_a_gap():
    item = next(i for i in drafted("kazakhstan@2006-03-02").gaps if i.concept == "for-gain")
    assert item.missing.startswith("the law demands: for gain")
    assert item.law is not None
    assert "sexual exploitation" in item.law.value
    assert item.place == "125, note 2"


def test_what_kazakhstan_names_is_no_gap():
    named = {
        "recruitment",
        "transportation",
        "transfer",
        "harbouring",
        "prostitution-of-others",
        "deception",
    }
    assert not named & {i.concept for i in every(drafted("kazakhstan@2006-03-02"))}
    assert "child-victim" not in concepts(every(drafted("kazakhstan@2006-03-02")), "aggravating"), (
        "Article 133 is the graver one"
    )
    assert not {"child-without-means", "abduction", "fraud"} & concepts(
        drafted("kazakhstan@2006-03-02").gaps, "conduct"
    )


def test_receipt_in_kazakhstan_is_an_open_question_and_no_gap():
    found = drafted("kazakhstan@2006-03-02")
    assert "receipt" not in {i.concept for i in found.gaps}
    asked = [q for q in found.verdict.open_questions if "receipt-without-payment" in q.concepts]
    assert asked
    assert any("иных деяний" in q.text and "128(1)" in q.at for q in asked), (
        "the words of the residual, and their place"
    )


def test_kazakhstan_has_no_victim_clause_and_its_general_duress_is_shown_as_what_it_is():
    (item,) = (i for i in every(drafted("kazakhstan@2006-03-02")) if i.kind == "victim-clause")
    assert item in drafted("kazakhstan@2006-03-02").open
    assert pinpoints(item) == {"26"}
    assert (
        item.standard[0].words == "provide for the possibility of not imposing penalties on victims"
    )
    assert item.law is not None
    assert item.law.value.startswith("no special clause")
    assert "general duress, 36" in item.law.value


def test_use_of_services_is_an_option_and_never_a_gap():
    for name in ("kazakhstan", "united-kingdom"):
        (option,) = drafted(name).options
        assert option.concept == "use-of-services"
        assert option.strength == "shall-consider"
        assert pinpoints(option) == {"19"}
        assert "use-of-services" not in {
            i.concept for i in (*drafted(name).gaps, *drafted(name).open)
        }


def test_an_option_that_is_taken_is_not_listed():
    assert drafted("armenia").options == (), "132.3 punishes the use of services"


def test_what_the_words_leave_arguable_is_open_and_not_a_gap():
    opened = {
        i.concept: i for i in drafted("kazakhstan@2006-03-02").open if i.kind == "aggravating"
    }
    for concept, words in (
        ("danger-to-life", "use of force dangerous to life"),
        ("criminal-organisation", "organised group"),
    ):
        assert opened[concept].law is not None
        assert opened[concept].law.status == "open"
        assert words in opened[concept].law.value
        assert "128(" in opened[concept].place
    assert not concepts(drafted("kazakhstan@2006-03-02").gaps, "aggravating") & set(opened)


def test_related_offences_of_a_code_read_in_part_are_open_and_say_where_to_read():
    opened = [i for i in drafted("kazakhstan@2006-03-02").open if i.kind == "related"]
    assert {"document-forging", "attempt", "aiding-or-abetting"} <= {i.concept for i in opened}
    for item in opened:
        assert item.law is not None
        assert item.law.status == "silent"
        assert item.law.value.startswith("not known; read ")
    assert not concepts(drafted("kazakhstan@2006-03-02").gaps, "related")


# -- every law of the corpus -----------------------------------------------------------------------


@each_law
def test_each_item_shows_the_standards_words_and_pinpoint_the_laws_and_a_place(name):
    for item in every(drafted(name)):
        assert item.label
        assert item.missing
        assert item.standard
        assert all(e.at and e.source == "coe" for e in item.standard)
        wide = item.missing.startswith("the law demands: ")  # before every value
        assert wide or any(e.words for e in item.standard)
        assert all(re.match(r"(4|18|19|2[0-6]|31)\b", e.at or "") for e in item.standard)
        assert item.law is not None
        assert item.law.value
        assert any(e.at for e in item.law.evidence), "the law's list, and its pinpoint"
        assert item.place


@each_law
def test_gaps_are_duties_options_are_not_and_open_is_what_the_sources_or_the_words_leave_open(name):
    found = drafted(name)
    assert {i.strength for i in (*found.gaps, *found.open)} <= {"shall"}
    assert all(i.strength in ("shall-consider", "may", "commitment") for i in found.options)
    assert all(i.open for i in found.open)
    assert not any(i.open for i in found.gaps)
    for item in found.gaps:
        if item.kind in ("aggravating", "related"):
            assert item.law is not None
            assert item.law.status in ("absent", "partial"), "a silence is no gap"
    assert not {(i.kind, i.concept) for i in found.gaps} & {(i.kind, i.concept) for i in found.open}


@each_law
def test_conduct_is_a_gap_only_where_the_verdict_is_no(name):
    found = drafted(name)
    conduct = [i for i in found.gaps if i.kind == "conduct"]
    assert bool(conduct) <= (found.verdict.verdict == "no")
    assert len(conduct) == len(found.verdict.gaps) + len(found.verdict.demands_more)


def test_a_thin_record_gives_open_questions_and_no_gap():
    # Croatia in 2004: that the article was amended is known, its text is not
    found = drafted("croatia@2004-01-01")
    assert found.gaps == ()
    assert {"aggravating", "related", "victim-clause"} <= {i.kind for i in found.open}


# -- other standards, other laws -------------------------------------------------------------------


def test_a_standard_lacks_nothing_of_itself():
    found = drafted("coe", "coe")
    assert every(found) == ()
    assert found.amendment.changes == ()


def test_under_palermo_there_is_no_victim_clause_to_lack():
    found = drafted("armenia@2003-08-01", "palermo")
    assert {i.kind for i in every(found)} <= {"conduct", "related"}
    assert "slavery" in concepts(found.gaps, "conduct")
    assert "servitude" not in concepts(found.gaps, "conduct"), "open, under forced labour"


def test_the_protocol_lacks_of_the_convention_its_circumstances_its_clause_and_no_conduct():
    found = drafted("palermo", "coe")
    assert concepts(found.gaps, "conduct") == set()
    assert {
        "danger-to-life",
        "child-victim",
        "public-official",
        "criminal-organisation",
    } == concepts(found.gaps, "aggravating")
    assert concepts(found.gaps, "victim-clause") == {"victim-not-punished"}


def test_where_means_are_needed_for_a_child_the_rule_of_article_4_c_is_the_gap():
    item = next(i for i in drafted("armenia@2003-08-01").gaps if i.concept == "child-without-means")
    assert item.victims == ("child",)
    assert pinpoints(item) == {"4(c)"}
    assert item.place.startswith("a limb without means")
    assert "child-without-means" not in {i.concept for i in every(drafted("armenia@2006-07-16"))}


def test_an_instrument_without_an_offence_is_refused_on_either_side():
    slavery = provisions.get("slavery-convention")
    for law, standard in ((slavery, COE), (ARMENIA, slavery)):
        with pytest.raises(comparators.NothingToReachError, match=slavery.name):
            comparators.gaps(law, standard)


# -- a victim clause narrower than Article 26 ------------------------------------------------------


def clause_items(law: Version) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    found = comparators.gaps(law, COE)
    gaps, opened = ((i for i in x if i.kind == "victim-clause") for x in (found.gaps, found.open))
    return tuple(gaps), tuple(opened)


def under(clause: Clause) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The items of Armenian law, were this its victim clause."""
    return clause_items(evolve(ARMENIA, non_punishment=(clause,)))


ARTICLE_26 = evolve(
    next(c for c in COE.non_punishment if c.beneficiary == "victim"),
    at="132(9)",
    strength=None,
    source=ARMENIA.source,
)


def test_armenias_clause_is_narrower_in_gravity_and_that_is_a_gap():
    gaps, opened = clause_items(ARMENIA)
    assert opened == ()
    narrower = next(i for i in gaps if "gravity" in i.missing)
    assert narrower.missing.startswith(
        "in part: extends to offences of minor gravity, offences of medium gravity"
    )
    assert pinpoints(narrower) == {"26"}
    assert narrower.place.startswith("132"), "the clause itself is to be amended"


def test_the_english_clause_excludes_listed_offences_and_demands_more_than_compulsion():
    told = [i.missing for i in clause_items(provisions.get("United Kingdom"))[0]]
    assert any("excludes listed serious offences" in t for t in told)
    assert any(
        t.startswith("in part: demands besides") and "no realistic alternative" in t for t in told
    )


def test_a_clause_in_the_words_of_article_26_is_no_gap():
    assert under(ARTICLE_26) == ((), ())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"offences": {"minor-offences": SAYS}}, "extends to offences of minor gravity"),
        ({"excluded": {"grave-offences": SAYS}}, "excludes grave offences"),
        (
            {"links": {"compelled": SAYS, "direct-consequence": SAYS}},
            "demands besides: direct consequence",
        ),
    ],
    ids=["extent", "exclusion", "link"],
)
def test_each_way_a_clause_is_narrower_is_told_alone(change, told):
    (item,), opened = under(evolve(ARTICLE_26, **change))
    assert told in item.missing
    assert item.missing.startswith("in part: ")
    assert opened == ()


@pytest.mark.parametrize(
    "change",
    [
        {"links": {}},
        {"conditions": {}},
        {"discretion": {"mandatory": SAYS}},
        {"effects": {"no-criminal-liability": SAYS}},
        {"effects": {"no-prosecution": SAYS, "no-penalty": SAYS}},
    ],
    ids=["no link", "no condition", "mandatory", "no liability at all", "no prosecution either"],
)
def test_a_clause_wider_than_article_26_is_no_gap(change):
    assert under(evolve(ARTICLE_26, **change)) == ((), ())


@pytest.mark.parametrize(
    "effect", ["no-detention", "expulsion-postponed", "no-administrative-liability"]
)
def test_a_clause_that_spares_no_penalty_does_not_fulfil_article_26(effect):
    gaps, opened = under(evolve(ARTICLE_26, effects={effect: SAYS}))
    assert gaps or opened


def test_a_clause_whose_extent_no_source_shows_is_open_and_not_fulfilled():
    # so the law of Uzbekistan in 2008: that victims are not punished is told, for which offences is
    # not
    gaps, opened = under(evolve(ARTICLE_26, offences={}, unlisted="silent"))
    assert gaps == ()
    assert opened


@pytest.mark.parametrize("beneficiary", ["child-victim", "offender", "anyone"])
def test_a_clause_for_children_alone_for_offenders_or_for_anyone_is_no_clause_for_victims(
    beneficiary,
):
    clause = evolve(ARTICLE_26, beneficiary=beneficiary, label="duress")
    read = evolve(ARMENIA, non_punishment=(clause,), nothing_on={"non-punishment": Place(at="132")})
    gaps, opened = clause_items(read)
    if beneficiary == "anyone":
        assert gaps == ()
        assert opened, "a general rule is open, and never simply missing"
    else:
        assert [item.missing for item in gaps] == ["no clause"]
        assert opened == ()


def test_a_clause_not_seen_is_open():
    gaps, (item,) = clause_items(
        evolve(ARMENIA, non_punishment=(), unread={"non-punishment": Place(at="132(9)")})
    )
    assert gaps == ()
    assert item.missing == "not known"


# -- shown -----------------------------------------------------------------------------------------


def test_the_text_shows_gaps_options_and_open_questions_apart_and_then_the_amendment():
    text = str(drafted("kazakhstan@2006-03-02"))
    titles = (
        "Gaps: what CoE obliges",
        "Options not taken",
        "Open: what the sources",
        "The smallest amendment",
    )
    places = [text.index(title) for title in titles]
    assert places == sorted(places)
    assert max(map(len, text.splitlines())) <= 105
    gaps, _, rest = text.partition("Options not taken")
    assert "victim not punished" in rest, "general duress may reach victims"
    assert "use of the services" not in gaps
    assert "attempt" not in gaps
    assert "attempt" in rest


def test_the_json_of_the_command_line_holds_what_python_does():
    names = ("belarus", "armenia")
    shown = CliRunner().invoke(main, ["CoE", *names, "--gaps", "--format", "json"])
    assert shown.exit_code == 0
    told = json.loads(shown.output)["gaps"]
    for each, name in zip(told, names, strict=True):
        found = drafted(name)
        assert each["law"] == name
        assert each["standard"] == "coe"
        for key, items in (
            ("gaps", found.gaps),
            ("options_not_taken", found.options),
            ("open_questions", found.open),
        ):
            assert [
                (i["kind"], i["concept"], i["missing"], i["strength"], i["place"])
                for i in each[key]
            ] == [(i.kind, i.concept, i.missing, i.strength, i.place) for i in items]
            assert all(i["standard"] and i["law"]["evidence"] for i in each[key])
        assert [c["text"] for c in each["amendment"]["changes"]] == [
            c.text for c in found.amendment.changes
        ]
        assert each["amendment"]["verdict"] == found.amendment.verdict


def test_a_standard_alone_is_not_enough_for_gaps():
    shown = CliRunner().invoke(main, ["CoE", "--gaps"])
    assert shown.exit_code == 2
    assert "a standard and a law" in shown.output
