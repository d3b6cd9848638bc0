"""The formats: every format carries every cell; a pinpoint is never a number, and nothing in a cell
is ever run."""

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest
import strategies
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reports import marked
from told import told

import provisions
from comparators import compare
from comparators.modes import facts, gaps, history, matrix
from comparators.modes.table import beside
from provisions.errors import visible
from provisions.formats import TEXTS, render
from provisions.records import Source
from provisions.report import SIGNS, Cell, Grid, Report, Section

PALERMO, COE = provisions.get("Palermo"), provisions.get("CoE")
ARMENIA, KAZAKHSTAN, BELARUS = (
    provisions.get(n) for n in ("Armenia", "Kazakhstan@2006-03-02", "Belarus")
)
NASTY = [
    "18.10", "4-1", "1.2.3", "007", "1e5", "80,443", "2006-03-02", "1/2", "12:30", "+7", "-5", "=1+1", "@SUM(A1)", "|", "a|b", "\\", "a & b",
    "50 %", "$5", "№ 5 # 6", "snake_case", "{x}", "~", "^", "<b>bold</b>", "a < b > c", '"quoted"', "it's", "*star*", "`code`", "[1]", "[a](b)",
    "128(2)(в)", "совершение иных деяний", "&amp;", "<script>alert(1)</script>", "{[}", "\\newline", "\\|", "true", "null", "NaN", "inf", "",
]  # fmt: skip


# --- each format read back: from its text to the cells of its tables


def squeezed(text):
    """Text without white space: where a line was broken does not matter."""
    return re.sub(r"\s+", "", text)


def report_of(cells, columns=("", "One", "Two"), notes=(), footnotes=(), sections=()):
    rows = tuple(tuple(Cell(t) for t in row) for row in cells)
    return Report(
        "A title", tuple(notes), (Grid("A grid", columns, rows),), tuple(sections), tuple(footnotes)
    )


def cells_of_csv(text):
    rows = list(csv.reader(io.StringIO(text)))
    return [row[1:] for row in rows[1:] if row[0] == "A grid"]


def bare(cell):
    """A cell of a CSV file without the apostrophe that makes it text."""
    return cell.removeprefix("'")


class Page(HTMLParser):
    """The cells of the tables of a page, and what it loads; every element is closed in its order."""

    VOID = ("br", "meta", "input", "link", "img", "col")

    def __init__(self, text):
        super().__init__()
        self.rows, self.open, self.loads, self.texts = [], [], [], []
        self.feed(text)
        assert self.open == [], "an element is not closed"

    def handle_starttag(self, tag, attrs):
        self.loads += [
            v for a, v in attrs if a in ("src", "srcset") or (a, tag) == ("href", "link")
        ]
        if tag in self.VOID:
            if tag == "br" and self.rows:
                self.rows[-1][-1] += "\n"
            return
        self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "script" in self.open or "style" in self.open:
            return
        self.texts.append(data)
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data


def cells_of_html(text):
    return Page(text).rows[1:]


def cells_of_markdown(text):
    lines = [line for line in text.split("\n") if line.startswith("|")]
    rows = [
        re.split(r"(?<!\\)(?:\\\\)*\|", line)[1:-1] if "\\\\" not in line else _split(line)
        for line in lines[2:]
    ]
    return [[_plain(c) for c in row] for row in rows]


def _split(line):
    """The cells of a pipe table's line: a pipe after an odd number of backslashes is text."""
    cells, i = [""], 0
    while i < len(line):
        if line[i] == "\\":
            cells[-1] += line[i : i + 2]
            i += 2
        elif line[i] == "|":
            cells.append("")
            i += 1
        else:
            cells[-1] += line[i]
            i += 1
    return cells[1:-1]


def _plain(cell):
    return re.sub(r"\\(.)", r"\1", cell.replace("<br>", "\n")).strip()


LATEX = {
    r"\textbackslash{}": "\\", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^", r"\newline": "\n", r"\&": "&", r"\%": "%",
    r"\$": "$", r"\#": "#", r"\_": "_", r"\{": "{", r"\}": "}", "{[}": "[", "{]}": "]",
}  # fmt: skip


def cells_of_latex(text):
    body = text.partition("\\endhead\n")[2].partition("\n\\hline")[0]
    rows = [line.removesuffix(" \\\\") for line in body.split("\n") if line.endswith("\\\\")]
    return [[_read_latex(c) for c in re.split(r"(?<!\\)&", row)] for row in rows]


def _read_latex(cell):
    def plain(match):
        return LATEX[match.group()]

    left = re.sub("|".join(re.escape(k) for k in LATEX), "", cell)
    assert not set(left) & set("\\{}&%$#_~^"), f"not escaped: {cell!r}"
    return re.sub("|".join(re.escape(k) for k in LATEX), plain, cell).strip()


def cells_of_table(text, columns=3):
    """The rows below each rule, cut where the columns of the rule are; a row begins with its label,
    which goes on indented.
    """
    rows, lines = [], text.split("\n")
    rules = [i for i, line in enumerate(lines) if re.fullmatch("─+(  ─+)*", line)]
    for i, end in zip(rules, [*rules[1:], None], strict=True):
        starts = [m.start() for m in re.finditer("─+", lines[i])]
        assert len(starts) == columns
        block = []
        for line in filter(None, lines[i + 1 : end]):
            if line.startswith("trafficking-provisions "):
                break  # which program and which records made it
            if line[0] != " " or not block:
                block.append([[] for _ in starts])
            for kept, a, b in zip(block[-1], starts, [*starts[1:], None], strict=True):
                kept.append(line[a:b])
        rows += [["".join(c) for c in row] for row in block]
    return rows


READERS = {
    "csv": lambda text: [[bare(c) for c in row] for row in cells_of_csv(text)],
    "html": cells_of_html,
    "markdown": cells_of_markdown,
    "latex": cells_of_latex,
    "table": cells_of_table,
}


def same(got, wanted):
    return [[squeezed(c) for c in row] for row in got] == [
        [squeezed(c) for c in row] for row in wanted
    ]


def test_every_format_but_json_can_be_read_back_here():
    assert {*READERS, "json"} == set(TEXTS)


TEXT = st.text(
    st.sampled_from("abcXYZ018.,:;-+=@/()[]{}<>|\\&%$#_~^*`\"'!? деяния№\n"), min_size=1, max_size=40
).map(lambda t: re.sub(r"\s*\n\s*", "\n", t.strip().lstrip("'").strip()) or "x")  # fmt: skip


@pytest.mark.parametrize("to", READERS)
@settings(max_examples=30)
@given(cells=st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=4))
@example(
    cells=[(a, b, c) for a, b, c in zip(NASTY, NASTY[1:], NASTY[2:], strict=False) if a and b and c]
)
def test_every_format_carries_every_cell(to, cells):
    assert same(READERS[to](render(report_of(cells), to)), cells)


@pytest.mark.parametrize("to", READERS)
def test_every_format_carries_every_cell_of_a_real_table(to):
    table = compare(COE, KAZAKHSTAN, BELARUS)
    report = evolve(
        beside(table, full=True), records=()
    )  # in CSV the grids stand for what has no records
    text = squeezed(_undone(render(report, to), to))
    for grid in report.grids:
        assert squeezed(grid.title) in text
        for row in grid.rows:
            if to != "table":
                for cell in row:
                    assert squeezed(cell.marked if to in ("csv", "table") else cell.text) in text, (
                        cell
                    )
    if to == "table":
        cells = cells_of_table(render(report, to), 4)
        wanted = [
            [squeezed((SIGNS[c.mark].glyph if c.mark else "") + c.text) for c in row]
            for grid in report.grids
            for row in grid.rows
        ]
        got = [[re.sub(r"(\[\d+(-\d+)?\])+$", "", squeezed(c)) for c in row] for row in cells]
        assert [row for row in wanted if row not in got] == []


def _undone(text, to):
    """The text of a format without its escapes."""
    if to == "csv":
        return "\n".join(bare(c) for row in csv.reader(io.StringIO(text)) for c in row)
    if to == "markdown":
        return _plain(text)
    if to == "latex":
        return re.sub("|".join(re.escape(k) for k in LATEX), lambda m: LATEX[m.group()], text)
    if to == "html":
        return "".join(Page(text).texts)
    return text


def test_data_hold_the_rows_and_no_notes():
    report = report_of(
        [("a", "b", "c")], notes=["The law of 18 April 2012."], footnotes=["Sources differ."]
    )
    text = render(report, "csv")
    assert text.startswith("\ufeff")
    assert text.split("\n") == ['\ufeff"table","item","One","Two"', '"A grid","a","b","c"']


def test_tidy_rows_are_all_that_data_hold_where_there_are_any():
    report = evolve(report_of([("a", "b", "c")]), records=({"law": "armenia", "at": "4-1"},))
    assert render(report, "csv") == '\ufeff"law","at"\n"armenia","\'4-1"'


@pytest.mark.parametrize("to", [to for to in READERS if to != "csv"])
def test_every_format_carries_the_notes_the_sections_and_the_footnotes(to):
    report = report_of(
        [("a", "b", "c")], notes=["The law of 18 April 2012."], footnotes=["Mr Tumasyan says 132.1 | 132.2"],
        sections=[Section("Who reaches whom", ("CoE reaches <all>", "  gap: 50 % & more"))],
    )  # fmt: skip
    text = squeezed(_undone(render(report, to), to))
    for wanted in (
        "A title", "The law of 18 April 2012.", "Mr Tumasyan says 132.1 | 132.2", "Who reaches whom", "CoE reaches <all>",
        "gap: 50 % & more",
    ):  # fmt: skip
        assert squeezed(wanted) in text, wanted


@pytest.mark.parametrize("to", TEXTS)
def test_no_format_ends_with_an_empty_line(to):
    text = render(beside(compare(PALERMO, COE)), to)
    assert text
    assert text == text.rstrip("\n")


def test_an_unknown_format_is_refused():
    with pytest.raises(ValueError, match="no format is called 'pdf'; formats: table, json, csv"):
        render(report_of([("a", "b", "c")]), "pdf")


MODES = {
    "table": lambda: beside(compare(COE, ARMENIA)),
    "evidence": lambda: beside(compare(COE, KAZAKHSTAN), evidence=True),
    "gaps": lambda: gaps.of_gaps(
        gaps.work_lists((COE, provisions.get("Turkmenistan")), None, provisions.thesaurus()), None
    ),
    "facts": lambda: facts.facts((COE, ARMENIA), "recruitment,deception,forced-labour,adult", None),
    "matrix": lambda: matrix.matrix(("Palermo", "CoE", "Armenia"), None),
    "history": lambda: history.history(("Kazakhstan",)),
}


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_prints_in_every_format(mode):
    report = MODES[mode]()
    for to in TEXTS:
        text = render(report, to)
        if to == "json":
            assert json.loads(text)
            continue
        text = squeezed(_undone(text, to))
        assert squeezed(report.title) in text or to == "csv"
        for grid in report.grids:
            for row in grid.rows:
                assert row[0].text.split()[0] in text


# --- a pinpoint is text


@pytest.mark.parametrize(
    "pinpoint", ["18.10", "1.0", "80,443", "007", "4-1", "2006-03-02", "1e5", "1_000", "inf", "nan"]
)
@pytest.mark.parametrize("to", READERS)
def test_a_pinpoint_is_no_number_in_any_format(to, pinpoint):
    column = [("article", pinpoint, "1.5"), ("other", "2", pinpoint)]
    assert same(READERS[to](render(report_of(column), to)), column)


def test_a_pinpoint_stays_as_it_is_written_in_a_law_of_such_pinpoints():
    lists = {"acts": provisions.records.List(
        role="act", unlisted="absent", at="18.10", entries={"recruitment": provisions.records.Entry(words="hiring")}
    )}  # fmt: skip
    offence = provisions.records.Offence(
        id="18", provision="offence", kind="trafficking", at="18.10",
        limbs=(provisions.records.Limb(acts="acts", means="not-required", purposes="not-required"),),
    )  # fmt: skip
    report = compare(strategies.version("law", lists, (offence,)), facets=["element"]).report()
    for to in TEXTS:
        text = render(report, to)
        assert "18.10" in text
        assert not re.search(r"18\.1(?!0)", text), to


# --- a table in a terminal


def test_cells_are_wrapped_within_a_hundred_columns_and_no_box_is_drawn():
    text = render(report_of([("a", "word " * 40, "b")]), "table")
    assert max(map(len, text.split("\n"))) <= 100
    assert not set(text) & set("│┌├└")
    assert squeezed(cells_of_table(text)[0][1]) == "word" * 40


@pytest.mark.parametrize("laws", [1, 2, 3])
def test_one_to_three_laws_fit_a_hundred_columns(laws):
    text = str(compare(*(COE, ARMENIA, KAZAKHSTAN)[:laws]))
    assert max(map(len, text.split("\n"))) <= 100


def test_many_laws_wrap_into_narrow_columns_and_no_word_is_lost():
    laws = [provisions.get(i.id) for i in provisions.instruments()][:8]
    text = render(beside(compare(*laws, facets=["means"])), "table")
    assert max(map(len, text.split("\n"))) <= 100
    assert "abuse of a position of" in text


def test_no_terminal_colour_is_needed_or_written():
    for to in TEXTS:
        assert "\x1b" not in render(beside(compare(COE, ARMENIA), evidence=True), to)


# --- CSV


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        '=HYPERLINK("http://x")',
        "+1",
        "-1+2",
        "@SUM(A1:A2)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "＠SUM(A1)",
        "=cmd|' /C calc'!A0",
    ],
)
def test_a_formula_is_neutralised(cell):
    (row,) = cells_of_csv(render(report_of([(cell, cell, "law")]), "csv"))
    seen = visible(cell)
    assert row == [f"'{seen}", f"'{seen}", "law"]


@pytest.mark.parametrize(
    "cell", ["4-1", "18.10", "1/2", "3.4", "0128", "12-04-18", "80,443", "12:30", "1e5", "９-１"]
)
def test_what_a_spreadsheet_would_turn_into_a_date_or_a_number_stays_text(cell):
    (row,) = cells_of_csv(render(report_of([("article", cell, "law")]), "csv"))
    assert row == ["article", f"'{cell}", "law"]


@pytest.mark.parametrize(
    "cell",
    ["3(a)", "4(a); by reference: UNTOC 10", "no (24)", "128(2)(з)", "CC 144-1", "recruitment",
     "128", "2012-04-18"],
)  # fmt: skip
def test_what_a_spreadsheet_shows_as_it_is_stands_as_it_is(cell):
    (row,) = cells_of_csv(render(report_of([(cell, cell, cell)]), "csv"))
    assert row == [cell, cell, cell]


@given(st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=3))
def test_no_cell_of_a_csv_file_begins_like_a_formula(cells):
    text = render(
        report_of(cells, notes=["=1"], footnotes=["-1"], sections=[Section("+1", ("@x",))]), "csv"
    )
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
            count = re.fullmatch(r"0|[1-9][0-9]*|[0-9]{4}-[0-9]{2}-[0-9]{2}", cell)
            assert cell.startswith("'") or count or not re.fullmatch(r"[\d.,/:-]+", cell)


def test_the_csv_file_of_a_real_table_has_a_row_for_each_concept_with_its_facet():
    table = compare(KAZAKHSTAN, ARMENIA)
    rows = list(csv.DictReader(io.StringIO(render(beside(table), "csv").removeprefix("\ufeff"))))
    means = [row for row in rows if row["facet"] == "means" and row["law"] == "armenia"]
    assert [row["label"] for row in means] == [r.label for r in table.rows if r.facet == "means"]
    assert len(rows) == 2 * len(table.rows)


# --- HTML


def test_nothing_in_a_cell_is_markup():
    report = report_of(
        [("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "a & b")], notes=["<i>x</i>"], footnotes=["</li>"],
        sections=[Section("</h3>", ("<b>",))],
    )  # fmt: skip
    text = render(report, "html")
    assert cells_of_html(text) == [
        ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "a & b"]
    ]
    assert "<script>alert" not in text
    assert "<img" not in text
    assert Page(text).loads == []


def test_the_words_a_cell_rests_on_stand_under_it_and_are_escaped_too():
    quote = "4(a): \"a 'b' <c>\" (coe)"
    grid = Grid(
        "A grid", ("", "One"), ((Cell("recruitment"), Cell("4(a)", (quote,), (), 'covered"')),)
    )
    page = Page(render(Report("T", (), (grid,)), "html"))
    assert page.rows[1][1] == f"4(a)\n{quote}"


def test_the_page_of_a_real_table_is_well_formed_and_says_every_row_and_word():
    table = compare(COE, KAZAKHSTAN)
    page = Page(render(beside(table, evidence=True), "html"))
    assert sum(len(row) > 1 for row in page.rows) >= len(table.rows)
    assert any("вербовка" in text for text in page.texts)
    assert page.loads == []


@pytest.mark.parametrize("laws", [1, 3, 8])
def test_a_marked_row_shows_glyph_word_and_the_words_of_every_side(laws):
    report = Report("T", (), (marked(*SIGNS, laws=laws),), footnotes=("Sources differ.",))
    text = render(report, "html")
    for mark, sign in SIGNS.items():
        assert f'class="mark m-{mark}" aria-hidden="true">{sign.glyph}' in text
        assert sign.word in text
    assert text.count("of &lt;fraud&gt;") == len(SIGNS) * (laws + 1)
    assert 'id="law-0/means/named"' in text
    assert 'href="#law-0/means/named"' in text  # note 1 leads back to its first row
    Page(text)


# --- Markdown


def test_a_pipe_in_a_cell_does_not_end_it():
    text = render(report_of([("a|b", "c\\|d", "e")]), "markdown")
    (line,) = [x for x in text.split("\n") if x.startswith("|") and "a" in x and "b" in x]
    assert [_plain(c) for c in _split(line)] == ["a|b", "c\\|d", "e"]


def test_a_line_break_in_a_cell_does_not_end_its_row():
    text = render(report_of([("label", "first\nsecond", "x")]), "markdown")
    assert "first<br>second" in text
    assert len([x for x in text.split("\n") if x.startswith("|")]) == 3


@pytest.mark.parametrize("mark", ["*bold*", "_under_", "`code`", "<b>", "[a](http://b)"])
def test_a_word_in_a_cell_is_not_marked_up(mark):
    text = render(report_of([("label", mark, "x")], footnotes=[mark]), "markdown")
    assert not re.search(r"(?<!\\)" + re.escape(mark), text)
    assert mark in _plain(text)


def test_footnotes_have_their_numbers():
    report = beside(compare(COE, ARMENIA))
    text = render(report, "markdown")
    for i in range(1, len(report.footnotes) + 1):
        assert f"\n[^{i}]: " in text
        assert f"[^{i}]" in text.partition(f"\n[^{i}]: ")[0]


# --- LaTeX


@pytest.mark.parametrize(
    ("mark", "written"),
    [
        ("a & b", r"a \& b"), ("50 %", r"50 \%"), ("$5", r"\$5"), ("# 6", r"\# 6"), ("snake_case", r"snake\_case"), ("{x}", r"\{x\}"),
        ("~", r"\textasciitilde{}"), ("^", r"\textasciicircum{}"), ("\\input{x}", r"\textbackslash{}input\{x\}"), ("[1]", "{[}1{]}"),
        ("a\nb", r"a \newline b"),
    ],
)  # fmt: skip
def test_a_mark_of_latex_is_escaped(mark, written):
    text = render(report_of([("label", mark, "x")], notes=[mark]), "latex")
    assert f"label & {written} & x \\\\" in text


def test_a_row_that_begins_with_a_bracket_is_not_read_as_the_argument_of_a_line_break():
    text = render(report_of([("first", "a", "b"), ("[1] second", "c", "d")]), "latex")
    assert "\\\\\n[" not in text
    assert "\\\\\n{[}1{]} second" in text


def test_the_latex_of_a_real_table_opens_and_closes_a_table_for_each_facet():
    text = render(beside(compare(COE, KAZAKHSTAN)), "latex")
    assert text.count("\\begin{longtable}") == text.count("\\end{longtable}") == 7
    assert text.count("{") == text.count("}")


# --- JSON: the shape that other programs read


def data(*versions, **options):
    return json.loads(render(beside(compare(*versions, **options)), "json"))


def test_the_data_of_a_comparison_have_five_parts_and_the_versions_they_are_made_with():
    found = data(COE, ARMENIA)
    parts = {"as_of", "instruments", "standards", "rows", "reach"}
    assert set(found) == parts | {"program", "data"}
    assert found["standards"] == ["coe"]
    assert found["as_of"] is None, "no day was asked for"


def test_an_instrument_says_its_name_its_span_and_its_sources():
    coe, armenia = data(COE, ARMENIA)["instruments"]
    assert {"id", "name", "title", "in_force", "sources"} <= set(coe)
    assert (coe["id"], coe["name"], coe["in_force"]) == (
        "coe",
        "CoE",
        {"from": "2008-02-01", "until": None},
    )
    assert armenia["in_force"] == {"from": "2011-03-01", "until": "2022-06-30"}
    assert "round-table-2012" in armenia["sources"]
    assert coe["title"].startswith("Council of Europe Convention")


def test_a_row_says_its_facet_its_concept_and_its_label_and_has_a_cell_for_each_instrument():
    for row in data(COE, ARMENIA, KAZAKHSTAN)["rows"]:
        assert set(row) == {"facet", "concept", "label", "cells"}
        assert list(row["cells"]) == ["coe", "armenia", "kazakhstan"]
        assert row["label"]
        assert row["label"] == row["label"].strip()


def test_a_cell_says_its_status_its_value_and_its_evidence():
    rows = {(r["facet"], r["concept"]): r["cells"] for r in data(COE, ARMENIA, KAZAKHSTAN)["rows"]}
    for cells in rows.values():
        for cell in cells.values():
            assert {"status", "value", "via", "elsewhere", "evidence"} <= set(cell) <= {
                "status", "value", "via", "elsewhere", "evidence", "named", "notes", "mark",
                "action",
            }  # fmt: skip
            for evidence in (
                *cell["evidence"],
                *(e for o in cell["elsewhere"] for e in o["evidence"]),
            ):
                assert (
                    {"source", "at", "quote"}
                    <= set(evidence)
                    <= {"source", "at", "quote", "gloss", "lang", "by"}
                )
                assert all(isinstance(v, str) for v in evidence.values())
            for other in cell["elsewhere"]:
                assert {"role", "evidence"} <= set(other)
    receipt = rows["element", "receipt"]
    assert receipt["coe"]["evidence"] == [
        {"source": "coe", "at": "4(a)", "quote": "harbouring or receipt of persons"}
    ]
    assert receipt["armenia"]["status"] == "covered"
    assert receipt["kazakhstan"]["evidence"][0]["quote"] == "Купля-продажа", "a receipt for payment"
    force = rows["means", "use-of-force"]
    assert (force["armenia"]["via"], force["coe"]["via"]) == ("other-coercion", None)
    (other, *_) = rows["means", "deception"]["kazakhstan"]["elsewhere"]
    assert (other["role"], other["evidence"][0]["at"]) == ("aggravating", "128(2)(з)")


def test_a_concept_with_two_roles_has_two_rows_told_apart_by_facet():
    rows = [(r["facet"], r["concept"]) for r in data(COE, KAZAKHSTAN)["rows"]]
    assert ("means", "deception") in rows
    assert ("aggravating", "deception") in rows
    assert len(rows) == len(set(rows))


def test_an_instrument_in_two_versions_stands_under_its_identifier_and_date():
    earlier = provisions.get("Armenia@2003-08-01")
    found = data(earlier, ARMENIA, COE)
    for row in found["rows"]:
        assert list(row["cells"]) == ["armenia@2003-08-01", "armenia@2011-03-01", "coe"]
    pairs = {(r["law"], r["standard"]) for r in found["reach"]}
    assert pairs == {("armenia@2011-03-01", "armenia@2003-08-01"), ("coe", "armenia@2003-08-01")}


def test_reach_says_who_reaches_whom_with_everything_that_belongs_to_the_verdict():
    found = data(COE, provisions.get("UK@2016-01-01"))["reach"]
    assert [(r["law"], r["standard"]) for r in found] == [("united-kingdom", "coe")]
    for verdict in found:
        assert {
            "standard",
            "law",
            "verdict",
            "counterexample",
            "demands_more",
            "gaps",
            "open_questions",
            "provisos",
        } <= set(verdict)
        assert verdict["verdict"] in ("yes", "no", "undetermined")
        assert (verdict["counterexample"] is None) is (verdict["verdict"] != "no")
        for gap in verdict["gaps"]:
            assert {"victim", "facet", "concept", "for", "only_where"} <= set(gap)
    lacks = {(g["victim"], g["facet"], g["concept"]) for g in found[0]["gaps"]}
    assert ("adult", "element", "recruitment") in lacks, "only where the victim travels"
    assert all(concept != "transportation" for _, _, concept in lacks)
    yes = data(PALERMO, COE)["reach"]
    assert [(r["verdict"], r["counterexample"], r["gaps"]) for r in yes] == [
        ("yes", None, [])
    ] * 2, "both ways"


def test_one_law_alone_and_one_facet_have_no_reach_and_the_key_all_the_same():
    assert data(COE)["reach"] == []
    assert data(COE, ARMENIA, facets=["means"])["reach"] == []


def test_json_keeps_letters_as_they_are():
    text = render(beside(compare(COE, KAZAKHSTAN)), "json")
    assert "совершение иных деяний" in text
    assert "\\u04" not in text


def test_the_data_are_the_cells_of_the_table():
    table = compare(COE, ARMENIA, KAZAKHSTAN)
    rows = json.loads(render(beside(table), "json"))["rows"]
    assert len(rows) == len(table.rows)
    for row, shown in zip(table.rows, rows, strict=True):
        assert (shown["facet"], shown["concept"]) == (row.facet, row.concept)
        for cell, out in zip(row.cells, shown["cells"].values(), strict=True):
            assert (out["status"], out["value"], out["via"]) == (cell.status, told(cell), cell.via)
            assert [e["at"] for e in out["evidence"]] == [e.at for e in cell.evidence]


# --- programs that read what was written


def opened_by_word(report):
    import docx

    return docx.Document(io.BytesIO(render(report, "docx")))


def test_word_opens_the_annex_with_its_table_and_real_footnotes():
    report = Report(
        "Law 0 under the Convention", ("A note.",), (marked(*SIGNS),), footnotes=("Sources differ.",),
        answer=(Section("Cannot be said.", ("Read 132.2.",), "not-known"), Section("Missing", (), "in-part", 1, (("26", "x"),))),
        questions=("Is transportation an act of 132.2?",), sources=(Source("coe", "treaty", "CETS No. 197", "primary"),),
    )  # fmt: skip
    document = opened_by_word(report)
    texts = [p.text for p in document.paragraphs]
    assert texts[0] == "Law 0 under the Convention"
    assert "Is transportation an act of 132.2?" in texts
    (table,) = document.tables
    assert [c.text for c in table.rows[0].cells] == [
        "Article",
        "asked",
        "Law 0",
        "where",
        "in which words",
    ]
    assert len(table.rows) == len(SIGNS) + 2  # the head, and the heading of the group
    assert "“of <fraud>”" in table.rows[2].cells[4].text
    notes = next(r.target_part for r in document.part.rels.values() if "footnotes" in r.reltype)
    assert b"Unless a note says otherwise: CETS No. 197." in notes.blob
    assert [s.orientation for s in document.sections] == [0, 1, 0]
    assert not any("--" in text for text in texts), "no command-line advice in a document"


@pytest.mark.parametrize("laws", [2, 12])
def test_word_opens_an_annex_of_several_laws_with_a_column_each(laws):
    (table,) = opened_by_word(Report("T", (), (marked(*SIGNS, laws=laws),))).tables
    assert len(table.columns) == laws + 2
    widths = [cell.width for cell in table.rows[0].cells]
    assert min(widths) > 400 * 635, "no column of single letters"


def test_a_workbook_opens_with_every_cell_as_text():
    import openpyxl

    report = Report(
        "T", ("=1+1",), (marked(*SIGNS),), records=({"law": "x", "at": "4-1", "words": '=HYPERLINK("x")'},),
        answer=(Section("Missing", ("a",), "no", 1),), sources=(Source("coe", "treaty", "CETS", "primary"),),
    )  # fmt: skip
    book = openpyxl.load_workbook(io.BytesIO(render(report, "xlsx")))
    assert book.sheetnames == ["Read me", "Work list", "Table", "Findings", "Sources"]
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row if c.value is not None]
    assert {c.data_type for c in cells} == {"s"}
    assert [c.value for c in book["Findings"][2]] == ["x", "4-1", '=HYPERLINK("x")']
    assert book["Table"].cell(2, 3).fill.fgColor.rgb == "FFC3DCF2"


@pytest.mark.parametrize("laws", [1, 12])
def test_a_figure_stands_alone_and_names_every_cell(laws):
    import xml.etree.ElementTree as ET

    text = render(Report("Laws & <rows>", (), (marked(*SIGNS, laws=laws),)), "svg")
    root = ET.fromstring(text)  # noqa: S314 - written a line above
    uses = root.findall("{*}use/{*}title")
    assert len(uses) == laws * len(SIGNS)
    assert uses[0].text == "Law 0, row named: named, 132(1)"
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    signs = {"".join(s.glyph for s in SIGNS.values())}
    assert not any(glyph in text for glyph in "✓○◐✗"), signs


def test_a_list_without_marks_is_no_figure():
    with pytest.raises(ValueError, match=r"a figure is made of .*; formats here: table, json"):
        render(report_of([("a", "b", "c")]), "svg")


# --- pictures of a history, and what the page shows of several laws


def test_a_history_is_drawn_with_a_lane_for_each_thing_that_changed():
    import xml.etree.ElementTree as ET

    report = history.history(("Kazakhstan",))
    (grid,) = report.timelines
    lanes = {line.key: [c.text for c in line.cells[1:]] for line in grid.rows}
    assert lanes["element/transfer"] == ["no", *["named"] * 5]
    assert lanes["element/for-gain"] == ["not demanded", *["demanded for some"] * 5]
    groups = {line.key: line.group for line in grid.rows}
    assert groups["element/for-gain"] == "Demands: each narrows the law"
    assert all(len(set(told_)) > 1 for told_ in lanes.values()), "only what changed"
    root = ET.fromstring(render(report, "svg"))  # noqa: S314 - written a line above
    said = [title.text for title in root.iter("{http://www.w3.org/2000/svg}title")]
    assert said[0].startswith("Kazakhstan: what each text of the law names, 2003-")
    assert "transfer: no (128(1), 128(3))" in said or "transfer: no" in " ".join(said)
    named = [t for t in said if t.startswith("transfer: named")]
    assert len(named) == 1, "equal neighbours are one bar"
    assert render(report, "html").count("<svg") == 1


def test_two_histories_are_one_figure_below_one_another():
    import xml.etree.ElementTree as ET

    report = history.history(("Kazakhstan", "Armenia"))
    root = ET.fromstring(render(report, "svg"))  # noqa: S314 - written a line above
    inner = root.findall("{http://www.w3.org/2000/svg}svg")
    assert [float(s.get("y")) for s in inner] == [0, float(inner[0].get("height"))]
    assert float(root.get("height")) == sum(float(s.get("height")) for s in inner)
    ids = re.findall(r'\bid="(line[^"]*)"', render(report, "html"))
    assert len(ids) == len(set(ids)) == 4


def test_a_history_of_one_text_is_not_drawn():
    assert not history.history(("CoE",)).timelines
    with pytest.raises(ValueError, match="formats here"):
        render(history.history(("CoE",)), "svg")


def test_the_page_of_several_laws_has_its_filters_and_the_texts_after_the_answer():
    laws = ("CoE", "Armenia", "Kazakhstan", "Belarus", "Russia", "Moldova", "Romania", "Georgia")
    text = render(compare(*laws).report(), "html")
    assert text.count('id="tools"') == 1
    assert text.index('class="answer') < text.index('id="texts"')
    table = text[text.index('<table class="cmp') : text.index('id="texts"')]
    cells = re.findall(r'<td role="cell" class="cell".*?</td>', table)
    assert cells
    assert not any("<sup>" in cell for cell in cells), "a map has marks alone"
