"""What a data file may say: each key of the format, and what follows from it."""

from copy import deepcopy
from datetime import date

import pytest
from record_files import NATIONAL, SMALL, SOURCES, TREATY, changed, check, faults, small

from provisions import corpus, unstructure
from provisions.checking.versions import check_file
from provisions.loading import age_of, first_day, structure
from provisions.pages import page
from provisions.records import Span, Version


def loaded(raw):
    """The record of these tables; they have no fault."""
    version, found = check(raw)
    assert found == ()
    return version


def test_one_phrase_may_name_several_concepts_and_is_quoted_once():
    raw = small()
    raw["lists"]["means"]["entries"] = {
        "deception, fraud": {"words": "by deceit", "at": "128, note 1"}
    }
    entries = loaded(raw).lists["means"].entries
    assert list(entries) == ["deception", "fraud"]
    assert entries["deception"] == entries["fraud"]
    assert entries["fraud"].at == "128, note 1"


def test_a_demand_and_an_attribute_of_a_clause_may_name_several_concepts_too():
    raw = small()
    raw["lists"]["movement"]["entries"]["receipt"]["requires"] = {
        "for-gain, travel": "for gain and abroad"
    }
    raw["non_punishment"][0]["effects"] = {"no-penalty, no-prosecution": "is freed"}
    version = loaded(raw)
    assert set(version.lists["movement"].entries["receipt"].requires) == {"for-gain", "travel"}
    assert set(version.non_punishment[0].effects) == {"no-penalty", "no-prosecution"}


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("deception, fraud, deception", "names 'deception' twice"),
        ("deception,", "names nothing beside a comma"),
        ("deception, fruad", "unknown concept 'fruad' (did you mean 'fraud'?)"),
    ],
)
def test_a_key_that_names_nothing_or_one_concept_twice_is_a_fault(key, says):
    raw = small()
    raw["lists"]["means"]["entries"] = {key: "by deceit"}
    _, found = check(raw)
    assert any(says in f.message and f.path.startswith("lists.means.entries") for f in found)


def test_two_keys_that_name_one_concept_are_a_fault():
    raw = small()
    raw["lists"]["means"]["entries"] = {"deception, fraud": "by deceit", "fraud": "by fraud"}
    _, found = check(raw)
    assert any("names 'fraud' twice" in f.message for f in found)


def test_a_limb_that_draws_on_several_lists_is_a_limb_for_each():
    raw = small()
    raw["lists"]["sexual"] = {"role": "purpose", "at": "129", "unlisted": "absent",
                              "entries": {"sexual-exploitation": "sexual"}}  # fmt: skip
    raw["offences"][0]["limbs"][0]["purposes"] = ["exploitation", "sexual"]
    limbs = loaded(raw).offences[0].limbs
    assert [x.purposes for x in limbs] == ["exploitation", "sexual", "exploitation"]
    assert {x.means for x in limbs[:2]} == {"means"}


@pytest.mark.parametrize(
    ("names", "path", "says"),
    [
        (["exploitation", "sexul"], "offences[0].limbs[0].purposes[1]", "there is no list 'sexul'"),
        (
            ["exploitation", "means"],
            "offences[0].limbs[0].purposes[1]",
            "has the role 'means', and 'purpose' is wanted",
        ),
        (
            ["exploitation", "not-required"],
            "offences[0].limbs[0].purposes[1]",
            "stands alone, beside no list; known: exploitation",
        ),
        ([], "offences[0].limbs[0].purposes", "names no list"),
    ],
)
def test_a_limb_that_draws_on_a_wrong_list_is_a_fault(names, path, says):
    found = faults(changed(small(), ("offences", 0, "limbs", 0, "purposes"), names))
    assert says in found[path]


def test_of_a_victim_under_twenty_one_every_child_is_one():
    raw = small()
    raw["offences"][0]["limbs"][0]["requires"] = {"victim-under-21": "under twenty-one"}
    grown, child, last = loaded(raw).offences[0].limbs
    assert grown.victims == ("adult", "incapacitated")
    assert set(grown.requires) == {"victim-under-21"}
    assert child.victims == ("child",)
    assert not child.requires
    assert last.means == "not-required"


def test_an_age_below_eighteen_is_demanded_of_a_child_too():
    assert age_of("victim-under-14") == 14
    assert age_of("for-gain") is None


@pytest.mark.parametrize(
    ("written", "day"), [("2011-03", date(2011, 3, 1)), ("2011", date(2011, 1, 1))]
)
def test_a_month_or_a_year_counts_as_its_first_day_and_is_shown_as_it_is_written(written, day):
    raw = small()
    raw["in_force"]["since"] = written
    version = loaded(raw)
    assert version.in_force == Span(day, written=written)
    assert str(version.in_force) == f"in force since {written}"
    assert version.key == f"ruritania@{written}"
    assert unstructure(version)["in_force"] == {"since": written}
    assert structure(unstructure(version), Version, "again") == (version, ())


@pytest.mark.parametrize("written", ["2011-13", "11-03", "March 2011", "2011-03-04", "0000"])
def test_what_is_neither_a_day_nor_a_month_nor_a_year_is_a_fault(written):
    assert first_day(written) is None
    found = faults(changed(small(), ("in_force", "since"), written))
    assert list(found) == ["in_force.since"]
    assert 'such as "2011-03" or "2011"' in found["in_force.since"]


def test_the_file_of_a_month_is_named_after_it(tmp_path):
    text = SMALL.replace("since = 2010-01-01", 'since = "2010-01"')
    right, wrong = tmp_path / "2010-01.toml", tmp_path / "2010-01-01.toml"
    for path in (right, wrong):
        path.write_text(text, encoding="utf-8")
    words = corpus.thesaurus()
    assert check_file(right, right.name, {right.parent.name: NATIONAL}, words, SOURCES)[1] == ()
    assert (
        "2010-01.toml"
        in check_file(wrong, wrong.name, {wrong.parent.name: NATIONAL}, words, SOURCES)[1][
            0
        ].message
    )


def test_what_the_law_says_besides_has_its_place_and_is_no_part_of_the_definition():
    raw = small()
    raw |= {
        "known_until": date(2024, 5, 6), "number": "131", "adopted": date(2009, 12, 1),
        "published": date(2009, 12, 5), "gazette": "OG 7/2009", "transitional": "Facts before it are judged by 128.",
        "other": [{"on": "prosecution", "at": "130", "words": "on complaint", "note": "Between spouses."}],
        "chapters": [{"chapter": "general-part", "at": "1-80", "read": "full", "searched": ["consent", "victim"]}],
    }  # fmt: skip
    raw["nothing_on"]["use-of-services"] = {"at": "1-300", "searched": ["services", "client"]}
    version = loaded(raw)
    assert version.other[0].note == "Between spouses."
    assert version.chapters[0].searched == ("consent", "victim")
    assert version.nothing_on["use-of-services"].searched == ("services", "client")
    assert version.known_until == date(2024, 5, 6)


def test_a_standard_says_whom_it_binds_since_when_and_with_which_reservations():
    # its offences are told to be duties elsewhere; here only the States count
    raw = small() | {
        "binding": {
            "armenia": {"since": date(2008, 8, 1), "source": "code",
                        "reservations": [{"article": "31(2)", "words": "reserves the right"}]},
            "kazakhstan": {"party": False, "checked": date(2026, 11, 26), "source": "code"},
        }
    }  # fmt: skip
    version, found = check(raw, TREATY)
    assert not [f for f in found if f.path.startswith("binding")]
    assert version.binding["armenia"].reservations[0].article == "31(2)"
    assert version.binding["armenia"].party
    assert not version.binding["kazakhstan"].party


@pytest.mark.parametrize(
    ("state", "binding", "path", "says"),
    [
        ("Armenia", {"since": date(2008, 8, 1), "source": "code"}, "", "the identifier"),
        ("armenia", {"source": "code"}, ".since", "since when"),
        ("armenia", {"since": date(2008, 8, 1)}, ".source", "known from"),
        ("russia", {"party": False, "source": "code"}, ".checked", "looked up"),
        (
            "russia",
            {
                "party": False,
                "checked": date(2026, 1, 1),
                "since": date(2008, 8, 1),
                "source": "code",
            },
            ".party",
            "is not bound",
        ),
        (
            "ukraine",
            {"since": date(2012, 1, 1), "until": date(2011, 1, 1), "source": "code"},
            ".until",
            "ends before it begins",
        ),
    ],
)
def test_what_is_said_of_a_state_bound_has_its_days_and_its_source(state, binding, path, says):
    raw = {**small(), "binding": {state: binding}}
    found = faults(raw, TREATY)
    assert says in found[f"binding.{state}{path}"]
    assert "only an international instrument" in faults(raw)["binding"]


def test_the_mental_element_is_a_list_of_its_own():
    raw = small()
    raw["lists"]["mind"] = {
        "role": "mental",
        "at": "128(1)",
        "unlisted": "absent",
        "entries": {"intent": "wilfully"},
    }
    assert loaded(raw).lists["mind"].entries["intent"].words == "wilfully"
    raw["lists"]["mind"]["entries"] = {"deception": "by deceit"}
    assert (
        "'deception' is a means; here stands a mental element"
        in faults(raw)["lists.mind.entries.deception"]
    )


def test_the_mind_of_the_whole_offence_is_no_demand_of_it():
    path = ("offences", 0, "limbs", 0, "requires")
    found = faults(changed(small(), path, {"known-to-offender": "knowingly"}))
    assert "role 'mental'" in found["offences[0].limbs[0].requires.known-to-offender"]


def test_an_act_may_be_named_after_a_means():
    raw = small()
    raw["lists"]["movement"]["entries"]["abduction"] = "abducts"
    assert "abduction" in loaded(raw).lists["movement"].entries


def test_an_offence_of_a_code_need_not_say_that_it_is_one():
    raw = small()
    del raw["offences"][0]["provision"]
    assert loaded(raw).offences[0].provision == "offence"


def test_every_new_key_survives_unstructuring():
    raw = deepcopy(small())
    entry = raw["lists"]["exploitation"]["entries"]
    entry["slavery"] = {
        "words": "slavery", "one_of": "129", "reading": "settled",
        "defined": {"how": "repeats", "at": "5", "words": "powers of ownership"},
        "settled_by": {"source": "speech", "at": "p. 3", "gloss": "so decided"},
    }  # fmt: skip
    entry["forced-labour"]["one_of"] = "129"
    raw["offences"][0]["tiers"][0] |= {
        "all": True, "effect": "lesser",
        "penalty": {"words": "by a third", "raised": "1/3", "bound": "upper", "fine": "and", "fine_amount": "100 units"},
    }  # fmt: skip
    version = loaded(raw)
    again = unstructure(version)
    assert structure(again, Version, "again") == (version, ())
    assert again["lists"]["exploitation"]["entries"]["slavery"]["defined"]["how"] == "repeats"
    assert again["offences"][0]["tiers"][0]["penalty"]["raised"] == "1/3"


def test_the_page_of_a_law_shows_what_each_key_says():
    raw = small()
    entries = raw["lists"]["exploitation"]["entries"]
    entries["slavery"] = {
        "words": "slavery", "reading": "settled",
        "defined": {"how": "repeats", "at": "5", "words": "powers of ownership"},
        "settled_by": {"source": "speech", "at": "p. 3", "gloss": "so decided"},
    }  # fmt: skip
    raw |= {
        "number": "131", "transitional": "Facts before it are judged by 127.",
        "other": [{"on": "prosecution", "at": "130", "words": "on complaint", "note": "Spouses."}],
        "chapters": [{"chapter": "general-part", "at": "1-80", "read": "part"}],
        "nothing_on": {"related": {"at": "1-300", "searched": ["services", "client"]}},
    }  # fmt: skip
    raw["offences"][0]["tiers"][0] |= {"effect": "lesser", "all": True}
    found = page(loaded(raw))
    told = (*found.notes, *(line for s in found.sections for line in s.lines))
    for line in (
        "number: 131",
        "facts before it: Facts before it are judged by 127.",
        '  defined (repeats) - 5: "powers of ownership" (code)',
        "  settled by p. 3: [gloss, words not held: so decided] (speech)",
        'penalty 3-8 years - 128(1): "from three to eight years" (code)',
        "lesser 128(2), circumstances circumstances, all together: not seen; read 128(2)",
        'prosecution: Spouses. - 130: "on complaint" (code)',
        "general part (1-80): read in part",
        "nothing on related: 1-300 read, searched for services, client",
    ):
        assert line in told
