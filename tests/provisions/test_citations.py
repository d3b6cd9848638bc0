"""Citations: complete, readable by other programs, and never better than what was read."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import provisions
from comparators.modes.table import table
from provisions.citations import (
    STYLES,
    bibliography_in,
    bibtex,
    cite,
    csl,
    day_in_words,
    oscola,
    references,
)
from provisions.records import Source
from provisions.release import stamp

SOURCES = provisions.bibliography()


def a_source(**more):
    return Source("x", "report", "A report", "secondary", **more)


def test_a_treaty_is_cited_with_its_day_and_number():
    cited = oscola(SOURCES["coe"])
    assert cited.endswith("(16 May 2005) CETS No. 197 (primary)")


def test_a_text_known_from_an_account_is_cited_through_the_account():
    armenia = provisions.get("armenia@2011-03-01")
    cited = cite(armenia, SOURCES)
    assert cited.startswith("Armenia: Criminal Code, text in force 1 March 2011")
    assert "as read in:" in cited
    assert "(secondary)" in cited
    assert "(draft)" in cited


def test_each_author_is_a_name_of_its_own():
    names = [a["literal"] for a in csl(SOURCES["round-table-2012"])["author"]]
    assert names == ["Council of Europe", "OSCE", "CIS"]


def test_a_date_says_as_much_as_is_known():
    assert csl(a_source(issued="2002"))["issued"] == {"date-parts": [[2002]]}
    assert csl(a_source(issued="undated"))["issued"] == {"literal": "undated"}
    assert day_in_words("undated") == "undated"
    assert "issued" not in csl(a_source())


def test_the_day_of_access_is_given_beside_the_address():
    read = a_source(URL="https://example.org/a_b", accessed="2026-11-26")
    assert "<https://example.org/a_b> accessed 26 November 2026" in oscola(read)
    assert csl(read)["accessed"] == {"date-parts": [[2026, 11, 26]]}
    assert "urldate = {2026-11-26}" in bibtex(read)


def test_an_unknown_style_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match="styles: oscola, bibtex, csl-json"):
        bibliography_in(SOURCES.values(), "apa")


@pytest.mark.parametrize("style", STYLES)
def test_every_text_of_the_corpus_can_be_cited(style):
    for instrument in provisions.instruments():
        for version in provisions.versions(instrument.id):
            assert version.source in cite(version, SOURCES, style) or style == "oscola"


@given(st.text(max_size=40))
def test_no_title_opens_or_closes_a_brace_of_its_entry(title):
    entry = bibtex(Source("x", "report", title, "primary"))
    bare = entry.replace("\\{", "").replace("\\}", "").replace("\\textbackslash{}", "")
    assert bare.count("{") == bare.count("}")


# --- how to cite what was computed


def test_what_was_computed_is_cited_with_program_records_days_basis_and_source():
    report = table(tuple(map(provisions.get, ("CoE", "Armenia"))), (), None)
    first, coe, armenia = report.cite
    assert first.startswith(f"{stamp()}, “Armenia under CoE”")
    assert f"computed {day_in_words(str(date.today()))}" in first  # noqa: DTZ011 - as the program
    assert "text in force from 1 February 2008 (primary)" in coe
    assert "text in force 1 March 2011 to 30 June 2022 (secondary, draft)" in armenia
    assert "Proceedings of the Round Table" in armenia
    assert armenia.endswith("read 21 November 2026.")


def test_the_day_of_the_law_is_cited_where_one_was_asked_for():
    day = date(2012, 4, 18)
    report = table((provisions.get("CoE"), provisions.get("Armenia", day)), (), day)
    assert "; the law of 18 April 2012. " in report.cite[0]


def test_the_texts_of_a_table_and_their_sources_are_one_bibliography():
    report = table(tuple(map(provisions.get, ("CoE", "Armenia"))), (), None)
    items = json.loads(references(report.texts, report.sources, "csl-json"))
    ids = [item["id"] for item in items]
    assert ids[:2] == ["coe@2008-02-01", "armenia@2011-03-01"]
    assert set(ids[2:]) == {source.id for source in report.sources} >= {"coe", "am-bill-k-955"}
    assert len(set(ids)) == len(ids)
