"""Citations: complete, readable by other programs, and never better than what was read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import provisions
from provisions.citations import STYLES, bibliography_in, bibtex, cite, csl, day_in_words, oscola
from provisions.records import Source

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
