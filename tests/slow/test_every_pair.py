"""What the suite holds in some pairs, in every pair of the corpus."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from agreement import agree, law

import comparators
import provisions
from comparators.modes.gaps import amended, of_gaps
from comparators.modes.matrix import matrix
from comparators.wording import worklist
from provisions.report import Report

STANDARDS = ("palermo", "coe", "eu")
LAWS = [i.id for i in provisions.instruments() if i.kind == "national-law"]
HELD = [provisions.get(i.id) for i in provisions.instruments()]
WITH_OFFENCES = [v for v in HELD if v.offences_of("trafficking")]


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("name", LAWS)
def test_cell_mark_work_list_and_verdict_agree(name, standard):
    agree(name, standard)


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize(
    "version", [v for n in LAWS for v in provisions.versions(n)], ids=lambda v: v.key
)
def test_an_amended_law_read_from_its_file_lacks_nothing_any_more(version, standard, tmp_path):
    before = comparators.gaps(version, standard)
    assert not before.missing or before.suffices
    if not before.missing and not before.doubtful:
        return
    file = tmp_path / "amended.toml"
    file.write_text(amended((before,)), encoding="utf-8")
    again = comparators.gaps(file, standard)
    assert (again.missing, again.doubtful) == ((), ())
    assert again.verdict.verdict == ("yes" if not before.unsettled else "undetermined")


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("version", WITH_OFFENCES, ids=lambda v: v.id)
def test_no_two_lines_of_a_work_list_are_the_same_sentence(version, standard):
    found = comparators.gaps(version, standard)
    words, steps = found.under.law.words, (*found.missing, *found.doubtful)
    told = [(s.at, worklist.step(words, s, found.standards, beyond="")) for s in steps]
    told += [(p.at, worklist.to_read(words, p)) for p in found.not_read]
    told += [(r.facet, worklist.row(words, r)) for r in found.rows]
    report = of_gaps((found,), None)
    told += [(section.title, line) for section in report.sections for line in section.lines]
    assert [line for line, times in Counter(told).items() if times > 1] == []


FACTS = (
    ("recruitment", "deception", "forced-labour"),
    ("receipt", "abuse-of-power", "organ-removal", "child"),
    ("transfer", "slavery", "child"),
)
HOLE = re.compile(r"\S {2,}\S|[Rr]ead [.;,)]|\( *\)| [,;.?:](?:\s|$)|[,;]$|; ;|, ,")
"""Where a word is wanting: two spaces, an empty place, a sign that nothing stands before."""


@pytest.mark.parametrize("version", HELD, ids=lambda v: v.id)
def test_no_sentence_has_a_hole(version):
    asked = [[comparators.compare(s, version)] for s in STANDARDS]
    if version in WITH_OFFENCES:
        asked += [[comparators.gaps(version, s) for s in STANDARDS]]
        asked += [[comparators.apply(version, facts) for facts in FACTS]]
    lines = {x for some in asked for one in some for x in said(one.report())}
    assert [line for line in lines if HOLE.search(line)] == []


def said(report: Report) -> Iterator[str]:
    """Every line of a report, but for what to type next."""
    yield from (report.title, *report.notes, *report.footnotes, *report.cite)
    for section in (*report.answer, *report.sections):
        yield from (section.title, *section.lines, *(text for text, _ in section.links))
    for grid in report.grids:
        yield from (grid.title, *grid.columns)
        for cell in (cell for row in grid.rows for cell in row):
            yield from (*cell.text.split("\n"), cell.what)


@cache
def short() -> dict[str, Any]:
    return matrix((), None).data["matrix"]


def test_the_matrix_of_no_name_is_that_of_the_whole_corpus():
    assert list(short()) == list(whole()) == [v.key for v in WITH_OFFENCES]
    assert {a for row in short().values() for a in row.values()} == {"yes", "no", "undetermined"}


@cache
def whole() -> dict[str, Any]:
    return matrix((), None, every=True).data["matrix"]


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("version", WITH_OFFENCES, ids=lambda v: v.id)
def test_a_cell_of_the_matrix_is_the_verdict_that_reaches_gives(version, standard):
    other = law(standard).version
    verdict = comparators.reaches(version, other).verdict
    assert whole()[version.key][other.key] == short()[version.key][other.key] == verdict


def test_what_one_reaches_for_certain_is_reached_by_whoever_reaches_it():
    table = whole()
    for row in table.values():
        for near in (b for b, answer in row.items() if answer == "yes"):
            assert all(row[far] == "yes" for far, answer in table[near].items() if answer == "yes")
