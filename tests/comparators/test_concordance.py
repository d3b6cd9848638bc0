"""A concordance: who names a concept, in which words, since when; who does not; who is silent."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

import comparators
import provisions
from comparators.cli import main
from comparators.wording import concordance as wording
from provisions import ProvisionsError

CORPUS = comparators.find("forced-marriage")


def invoked(*arguments):
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_every_instrument_stands_in_one_list_and_no_other():
    listed = [m.version.id for some in wording.grouped(CORPUS).values() for m in some]
    assert sorted(listed) == sorted(i.id for i in provisions.instruments())


def test_a_list_says_no_more_than_the_findings():
    titles = {
        title: {m.finding.status for m in some} for title, some in wording.grouped(CORPUS).items()
    }
    assert titles["Who names it"] == {"covered"}
    assert titles["Where it is not known (not a no)"] == {"silent"}
    assert titles["Who leaves it open"] == {"open"}


def test_who_names_it_is_told_with_place_words_and_since_when():
    (eu,) = [m for m in CORPUS.named if m.version.id == "eu"]
    assert wording.place(eu) == "2(3)"
    assert wording.told(eu, CORPUS.words).startswith("“of forced marriage")
    assert wording.since(eu.since) == "since 2024-07-14"  # the text of 2011 left it open


def test_since_when_is_certain_only_where_the_text_before_was_read():
    named = comparators.find("crossing a State border", "Armenia").mentions[0]
    assert named.elsewhere
    earlier = [v for v in provisions.versions("armenia") if v.in_force.since < named.since.day]
    silent = [v.key for v in earlier if v.in_force.since.year == 2010]
    assert silent  # a text that was not seen stands between
    assert not named.since.certain
    assert wording.since(named.since).endswith("at the latest")


def test_of_the_first_text_held_nobody_knows_whether_it_was_so_before():
    (coe,) = comparators.find("fraud", "CoE").named
    assert (coe.since.certain, coe.since.before) == (False, False)
    assert wording.since(coe.since) == "2008-02-01, first text held"


def test_a_no_rests_on_what_was_read_in_full_and_silence_is_none():
    found = comparators.find("organ-removal", "Slavery 1926", "ILO C29", "Belarus", "Kazakhstan")
    for mention in found.mentions:
        row = comparators.compare(mention.version, every=True)["purpose", "organ-removal"]
        assert mention.finding.status == row.cells[0].status
    assert {m.finding.status for m in found.of("absent", "silent", "open")} >= {"absent"}


def test_outside_the_definition_a_no_wants_the_chapters_read():
    draft = "tests/drafts/shared.toml"  # read in a section or two: its no is none
    (mention,) = comparators.find("child-victim", draft).mentions
    assert mention.finding.status == "silent"


def test_a_concept_with_another_role_is_told_with_it():
    (bulgaria,) = comparators.find("organised-group", "Bulgaria").mentions
    assert bulgaria.finding.status in ("covered", "open", "implied")
    found = comparators.find("deception", "Kazakhstan@2006-03-02")
    assert "aggravates" in wording.told(found.mentions[0], found.words)
    found = comparators.find("abduction", "Kazakhstan@2006-03-02")
    assert "in a related offence, 125(1)" in wording.told(found.mentions[0], found.words)


def test_a_no_names_the_neighbours_that_the_thesaurus_joins():
    words = provisions.thesaurus()
    found = [
        m for concept in ("servile-marriage", "peonage", "slavery", "debt-bondage")
        for m in comparators.find(concept, "Kazakhstan", "Russia", "Bulgaria", "CoE").mentions
        if m.finding.status in ("absent", "silent") and not m.elsewhere
    ]  # fmt: skip
    told = [(m, wording.told(m, words)) for m in found if m.neighbours]
    assert told
    for mention, text in told:
        for concept, evidence in mention.neighbours:
            assert words.label(concept) in text
            assert evidence.at in text


def test_a_value_of_a_clause_is_found_in_clauses():
    found = comparators.find("compelled", "CoE", "Kazakhstan@2006-03-02", "UK", "Palermo")
    assert {m.version.id for m in found.named} == {"coe", "united-kingdom"}
    told = {m.version.id: m.finding.status for m in found.mentions}
    assert told["kazakhstan"] == "open"  # general duress decides


def test_a_label_is_as_good_as_an_identifier():
    by_label = comparators.find("Removal of organs", "CoE")
    assert by_label.concept == "organ-removal"
    assert by_label.mentions == comparators.find("organ-removal", "CoE").mentions


def test_words_are_found_in_words_and_glosses_from_the_beginning_of_a_word():
    found = comparators.find("вербов", "Kazakhstan", "Russia")
    assert not found.concept
    assert {q.version.id for q in found.quotations} == {"kazakhstan", "russia"}
    assert {q.concept for q in found.quotations} >= {"recruitment"}
    assert comparators.find("benefit", "CoE").quotations
    with pytest.raises(ProvisionsError):
        comparators.find("enefit", "CoE")


def test_words_that_run_over_a_line_or_are_in_capitals_are_found():
    assert comparators.find("  ABUSE   of Power ", "CoE").concept == "abuse-of-power"
    assert comparators.find("HARBOURING  or receipt of", "CoE").quotations


def test_not_to_find_words_says_nothing_of_a_law():
    text = invoked("--find", "harbouring or receipt", "EU", "CoE")
    assert "says nothing of a law" in text
    assert "Who does not" not in text


def test_the_same_concept_in_other_words_is_not_told_twice():
    found = comparators.find("forced-labour", "CoE", "UK")
    assert "forced-labour" not in {q.concept for q in found.quotations}


def test_some_instruments_may_be_asked_and_a_day():
    found = comparators.find("forced-marriage", "EU", "CoE", as_of="2012-04-18")
    assert [m.version.key for m in found.mentions] == ["eu@2011-04-15", "coe@2008-02-01"]
    assert found.of("open")
    assert not found.named
    (draft,) = comparators.find("slavery", "tests/drafts/full.toml").named
    assert draft.version.id == "draft"


def test_instruments_that_had_no_text_that_day_are_told():
    text = invoked("--find", "forced-marriage", "--as-of", "2012-04-18")
    assert "Not in force that day" in text
    assert "The law of 18 April 2012." in text or "Each text by its own date." in text


def test_the_command_line_tells_the_four_lists():
    text = invoked("--find", "forced-marriage")
    heads = ["Who names it", "Who leaves it open", "Where it is not known (not a no)"]
    places = [text.index(head) for head in heads]
    assert places == sorted(places)
    assert wording.counted(CORPUS).split(";")[0] in text


@pytest.mark.parametrize("to", ["table", "markdown", "latex", "html", "json", "csv"])
def test_every_format_has_it(to):
    text = invoked("--find", "forced-marriage", "EU", "Kazakhstan", "--format", to)
    assert "forced marriage" in text
    if to == "json":
        data = json.loads(text)
        assert data["concept"] == "forced-marriage"
        (eu,) = [a for a in data["answers"] if a["law"] == "eu"]
        assert eu["status"] == "covered"
        assert eu["since"] == {"day": "2024-07-14", "certain": True, "earlier_text_held": True}
    if to == "csv":
        rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
        assert [
            (row["law"], row["since_certain"]) for row in rows if row["status"] == "covered"
        ] == [("eu", "true")]
        assert all(row["basis"] for row in rows)


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("forced-mariage", "did you mean 'forced-marriage'?"),
        ("xyzzy", "no concept is called 'xyzzy'"),
        ("armenia", "is an instrument and no concept: compare armenia"),
        ("", "give a concept"),
        ("  ", "give a concept"),
    ],
)
def test_what_is_nowhere_is_refused_with_the_nearest(wanted, hint):
    with pytest.raises(ProvisionsError) as error:
        comparators.find(wanted)
    assert hint in str(error.value)
    result = CliRunner().invoke(main, ["--find", wanted])
    assert result.exit_code == 2
    assert hint in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("wanted", [None, 3, ["fraud"], b"fraud", provisions.get("CoE")])
def test_what_is_no_text_is_refused(wanted):
    with pytest.raises(ProvisionsError, match="give a concept"):
        comparators.find(wanted)


def test_a_mode_is_one_at_a_time():
    result = CliRunner().invoke(main, ["CoE", "Armenia", "--find", "fraud", "--gaps"])
    assert result.exit_code == 2
    assert "one at a time" in result.stderr
