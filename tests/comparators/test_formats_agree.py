"""Every format says the same of every cell."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
from reports import COLUMNS

import comparators
from comparators import compare
from provisions.formats import render
from provisions.report import SIGNS

SVG = "{http://www.w3.org/2000/svg}"
COMPARED = [("CoE", "Armenia", "Kazakhstan", "Belarus", "Georgia"), ("EU", "Germany")]


@pytest.fixture(scope="module", params=COMPARED, ids="-".join)
def report(request):
    return compare(*request.param).report(fold=False)


def cells(report):
    """Of each row its label, and of each law the mark and the place."""
    grid = next(g for g in report.grids if g.marked)
    first = 1 + grid.standards
    return grid, [
        (line.cells[0].text.strip(), [(c.mark, c.place) for c in line.cells[first:]])
        for line in grid.rows
    ]


class Marks(HTMLParser):
    """The marks in the cells of each row of the comparison on a page."""

    def __init__(self, text):
        super().__init__()
        self.rows, self.inside = [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        classes = (attrs.get("class") or "").split()
        if tag == "tr":
            self.inside = "row" in classes
            if self.inside:
                self.rows.append([])
        elif tag == "span" and "mark" in classes and self.inside:
            self.rows[-1] += [c.removeprefix("m-") for c in classes if c.startswith("m-")]


def test_the_page_the_workbook_and_the_figure_have_the_mark_of_every_cell(report):
    import openpyxl

    grid, rows = cells(report)
    marks = [[mark for mark, _ in laws] for _, laws in rows]
    assert Marks(render(report, "html")).rows == marks
    book = openpyxl.load_workbook(io.BytesIO(render(report, "xlsx")))
    sheet = next(book[name] for name in book.sheetnames if book[name].freeze_panes == "C2")
    for row, (label, laws) in zip(sheet.iter_rows(min_row=2, values_only=True), rows, strict=True):
        assert row[1] == label
        for told, (mark, place) in zip(row[2:], laws, strict=True):
            assert told == f"{SIGNS[mark].glyph} {place}".strip()
    drawn = ET.fromstring(render(report, "svg"))  # noqa: S314 - written a line above
    uses = [use.get("href")[1:] for use in drawn.findall(f"{SVG}use") if len(use)]
    assert uses == [mark for row in marks for mark in row]
    names = grid.columns[1 + grid.standards :]
    said = [use[0].text for use in drawn.findall(f"{SVG}use") if len(use)]
    wanted = [
        f"{name}, {label}: {SIGNS[mark].word}" + (f", {place}" if place else "")
        for label, laws in rows
        for name, (mark, place) in zip(names, laws, strict=True)
    ]
    assert said == wanted


def test_the_annex_and_the_markdown_have_the_sign_of_every_cell(report):
    import docx

    grid, rows = cells(report)
    glyphs = [[SIGNS[mark].glyph for mark, _ in laws] for _, laws in rows]
    document = docx.Document(io.BytesIO(render(report, "docx")))
    table = next(t for t in document.tables if t.rows[0].cells[0].text == "Article")
    told = [[c.text for c in row.cells] for row in table.rows[1:]]
    told = [row for row in told if len(set(row)) > 1]  # without the headings of groups
    width = len(glyphs[0])
    assert [[c[:1] for c in row[2 : 2 + width]] for row in told] == glyphs
    lines = [x for x in render(report, "markdown").split("\n") if x.startswith("|")]
    found = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines]
    found = [[c.strip() for c in row] for row in found if len(row) == len(grid.columns)]
    body = found[-len(rows) :]
    assert [[c.lstrip("\\")[:1] for c in row[-width:]] for row in body] == glyphs


def test_the_sheet_has_the_mark_of_every_cell(report):
    _, rows = cells(report)
    found = list(csv.DictReader(io.StringIO(render(report, "csv").removeprefix("\ufeff"))))
    width = len(rows[0][1])
    assert [r["mark"] for r in found] == [SIGNS[m].glyph for _, laws in rows for m, _ in laws]
    assert [r["label"] for r in found] == [label for label, _ in rows for _ in range(width)]


def test_the_sheet_has_the_columns_of_the_public_face(report):
    rows = list(csv.reader(io.StringIO(render(report, "csv").removeprefix("\ufeff"))))
    assert rows[0] == COLUMNS
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_the_workbook_has_its_sheets_and_a_text_in_every_cell(report):
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(render(report, "xlsx")))
    names = [name for name in book.sheetnames if not name.startswith("Table")]
    wanted = ["Read me", "Work list", "Findings", "Notes", "Sources", "Texts"]
    assert names == wanted
    assert {c.data_type for s in book for r in s.iter_rows() for c in r if c.value is not None} == {
        "s"
    }
    work = list(book["Work list"].iter_rows(min_row=2, values_only=True))
    found = [
        r for r in report.records if r["action"] in ("missing", "doubtful", "not-read", "option")
    ]
    assert len(work) == len(found)
    texts = [row[0] for row in book["Texts"].iter_rows(min_row=2, values_only=True)]
    assert texts == [v.key for v in report.texts]
    assert book["Findings"].freeze_panes == "B2"


def test_the_data_of_programs_and_the_sheet_say_the_same_of_every_cell(report):
    """Status, rest, mark, action, words and place, in JSON and in the tidy rows."""
    data = json.loads(render(report, "json"))
    cells = {
        (row["facet"], row["concept"], key): cell
        for row in data["rows"]
        for key, cell in row["cells"].items()
    }
    labels = {(row["facet"], row["concept"]): row["label"] for row in data["rows"]}
    keys = {i["id"]: i["key"] for i in data["instruments"]}
    told = list(csv.DictReader(io.StringIO(render(report, "csv").removeprefix("\ufeff"))))
    assert told
    for row in told:
        cell = cells[row["facet"], row["concept"], keys[row["law"]]]
        assert row["label"] == labels[row["facet"], row["concept"]]
        assert {k: row[k] for k in ("status", "mark", "action")} == {
            k: cell[k] for k in ("status", "mark", "action")
        }
        first = next(iter(cell["evidence"]), {})
        assert row["words"].removeprefix("'") == first.get("quote", "")
        assert row["via"] == (cell["via"] or "")


def test_the_latex_has_the_sign_and_the_text_of_every_cell(report):
    _, rows = cells(report)
    text = render(report, "latex").rpartition("\\endhead")[2].partition("\\end{longtable}")[0]
    lines = [x for x in text.split(" \\\\\n") if "marksfont" in x]
    found = [re.findall(r"\{\\marksfont (.+?)\}", line)[-len(rows[0][1]) :] for line in lines]
    signs = {"~": "\\textasciitilde{}", "^": ""}
    assert len(found) == len(rows)
    for told, (_, laws) in zip(found, rows, strict=True):
        wanted = [SIGNS[mark].glyph for mark, _ in laws]
        assert [t[:1] for t in told] == [signs.get(g, g)[:1] for g in wanted]


def test_the_screen_has_the_sign_of_every_cell(report):
    _, rows = cells(report)
    text = render(report, "table").partition("\nArt.")[2].split("\n\n")[0]
    wanted = [SIGNS[mark].glyph for _, laws in rows for mark, _ in laws]
    lines = text.split("\n")[2:]
    signs = "".join(s.glyph for s in SIGNS.values())
    found = [m for line in lines for m in re.findall(rf"(?<= )([{signs}])(?= |$)", line)]
    assert found == wanted


def test_a_page_made_in_a_program_has_every_row_as_that_of_the_command_has():
    table = compare("CoE", "Armenia@2011-03-01")
    rows = [line.cells[0].text for line in table.report(fold=False).grids[0].rows]
    assert len(Marks(comparators.render(table, "html")).rows) == len(rows) > 40
    assert "means: all 9" in comparators.render(table, "table")
