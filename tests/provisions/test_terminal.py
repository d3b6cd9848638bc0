"""The terminal: its width, its letters, its colours; columns keep, whatever is written in them."""

import io
import re
import sys
import textwrap
import time

import pytest
import wcwidth
from hypothesis import given
from hypothesis import strategies as st
from reports import marked

from provisions import columns
from provisions.columns import _NARROW, cut, lay, width, wrapped
from provisions.console import write
from provisions.formats import render
from provisions.phrases import places, spans
from provisions.report import SIGNS, Cell, Grid, Line, Report, Rows, Section
from provisions.terminal import Look, look, plain

ALL = Report("A title", (), (marked(*SIGNS),), answer=(Section("Missing", (), "in-part", 1),))


class Console(io.StringIO):
    """A stream with an encoding, on a terminal or not."""

    def __init__(self, encoding="utf-8", *, tty=True):
        super().__init__()
        self.name, self.tty = encoding, tty

    encoding = property(lambda self: self.name)

    def isatty(self):
        return self.tty


@pytest.fixture
def console(monkeypatch):
    """A terminal of some width, encoding and environment."""

    def made(columns=100, *, tty=True, encoding="utf-8", **environment):
        stream = Console(encoding, tty=tty)
        monkeypatch.setattr(sys, "stdout", stream)
        monkeypatch.setenv("COLUMNS", str(columns))
        for name in ("NO_COLOR", "TERM"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return stream

    return made


@pytest.mark.parametrize(("columns", "shown"), [(80, 80), (40, 60), (250, 100)])
def test_text_is_as_wide_as_the_terminal_between_sixty_and_a_hundred(console, columns, shown):
    console(columns)
    assert look().width == shown


def test_a_file_or_a_pipe_has_a_hundred_columns_and_no_colour(console):
    console(60, tty=False)
    assert look() == Look(100, colour=False)
    console(60)
    assert look("out.txt") == Look(100, colour=False)


def test_a_mark_is_coloured_on_a_terminal_alone_and_never_with_no_color(console):
    console()
    assert look().colour
    assert "\x1b[" in render(ALL, "table", look())
    console(NO_COLOR="1")
    assert not look().colour
    console(TERM="dumb")
    assert not look().colour
    assert "\x1b" not in render(ALL, "table")


def test_the_colours_of_marks_reach_the_terminal_and_nothing_else_that_steers_it(console):
    stream = console()
    write(render(ALL, "table", look()), None)
    write("\x1b[2J\x1b[1;1H\x07", None)
    assert "\x1b[34m✓\x1b[0m 132(1)" in stream.getvalue()
    assert stream.getvalue().endswith("\\x1b[2J\\x1b[1;1H\\x07\n")


def test_a_line_is_cut_by_what_the_console_can_show_and_is_no_longer_for_it(console):
    cell = Cell("", mark="open", place="132(1)", what="other forms of coercion " * 9)
    line = Line((Cell("asked"), Cell("4(a)"), cell), article="4(a)")
    report = Report("T", (), (Grid("G", ("asked", "CoE", "Law"), (line,), standards=1),))
    for encoding, sign in (("utf-8", "…"), ("ascii", "...")):
        stream = console(100, tty=False, encoding=encoding)
        write(render(report, "table", look()), None)
        row = next(x for x in stream.getvalue().split("\n") if x.startswith("4(a)"))
        assert row.endswith(sign)
        assert max(map(width, stream.getvalue().split("\n"))) <= 100


@pytest.mark.parametrize("letters", ["招", "e\u0301", "ж", "a", "👩\u200d👩"])
def test_ten_thousand_letters_without_a_blank_are_wrapped_and_cut_in_a_moment(letters):
    began = time.process_time()
    text = f"of {letters * 10_000} end"
    lines = wrapped(text, 22)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert max(map(width, lines)) <= 22
    assert width(cut(text, 40)) <= 40
    assert time.process_time() - began < 20  # it took minutes


def test_colours_move_no_column():
    coloured = render(ALL, "table", Look(colour=True))
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == render(ALL, "table")


def test_without_unicode_every_mark_is_a_letter(console):
    stream = console(100, encoding="ascii")
    write(render(ALL, "table"), None)
    text = stream.getvalue()
    assert text.isascii()
    for mark, sign in SIGNS.items():
        line = next(x for x in text.splitlines() if f"row {mark} " in x)
        assert f"  {sign.ascii} 132(1)" in line


def test_a_letter_of_the_law_that_cannot_be_shown_is_no_question_mark(console):
    console(100, encoding="ascii")
    with pytest.raises(Exception, match="give --output FILE"):
        write("вербовка", None)


def test_each_sign_and_mark_of_quotation_has_its_letter():
    assert plain("✓ ○ ◐ ~ ? ✗ · “of fraud” ᵃ") == '+ o / ~ ? x . "of fraud" a'


@pytest.mark.parametrize("words", ["вербовка", "არმია", "招募、运送", "تجنيد", "e\u0301te\u0301"])
def test_letters_of_every_script_keep_their_columns(words):
    rows = tuple((Cell(text), Cell("132(1)"), Cell("end")) for text in (words, "recruitment"))
    grid = Grid("A grid", ("", "place", "last"), rows)
    text = render(Report("A title", (), (grid,)), "table")
    lines = [line for line in text.split("\n") if "132(1)" in line]
    assert len(lines) == 2
    assert {width(line.partition("132(1)")[0]) for line in lines} == {len("recruitment") + 2}


@pytest.mark.parametrize("columns", [60, 72, 80, 100])
@pytest.mark.parametrize("laws", [1, 3, 5, 7, 12])
def test_a_comparison_is_never_wider_than_the_terminal(columns, laws):
    grid = marked(*SIGNS, laws=laws)
    text = render(Report("A title", (), (grid,)), "table", Look(columns))
    assert max(map(width, text.split("\n"))) <= columns
    for mark in SIGNS:
        assert f"row {mark}" in text


def test_text_is_wrapped_by_the_width_of_its_letters():
    assert all(width(line) <= 10 for line in wrapped("招募运送 招募运送 招募", 10))


def test_pinpoints_are_told_each_once_and_never_cut():
    assert places(["144-1, note 1", "144-1, note 3"]) == "144-1, note 1; 144-1, note 3"
    assert places(["132(2), point 5", "132(2), point 4"]) == "132(2), point 5; 132(2), point 4"
    assert places(["Code of Offences 2014, 51(2)"]) == "Code of Offences 2014, 51(2)"
    assert places(["18.10", "18.1"]) == "18.10; 18.1"


def test_a_span_of_articles_has_all_between_its_ends():
    every = ["20(a)", "20(b)", "20(c)", "21(1)", "25"]
    assert spans(every, [0, 2, 4]) == "20(a), 20(c), 25"
    assert spans(every, [0, 1, 2, 3]) == "20(a)-21(1)"


def test_the_letters_that_are_not_looked_up_take_one_column_each():
    narrow = [chr(i) for i in range(0x2800) if _NARROW.fullmatch(chr(i))]
    assert len(narrow) > 2900
    assert [x for x in narrow if wcwidth.wcwidth(x) != 1] == []


@given(st.text(st.sampled_from("aя✓ \u00a0\t-ᵃ"), max_size=20), st.integers(8, 20))
def test_a_text_that_fits_its_column_is_wrapped_as_any_other(text, columns):
    """The short way for most cells gives what wrapping letter by letter gives."""
    own = " " * (len(text) - len(text.lstrip(" ")))
    wanted = textwrap.wrap(
        text.strip(), columns, initial_indent=f"{own}> ", subsequent_indent=own,
        break_on_hyphens=False,
    )  # fmt: skip
    assert wrapped(text, columns, "> ") == (wanted or [""])


@pytest.fixture(scope="module")
def as_many():
    """The same layout, of a table that counts as a great one."""

    def laid(rows, heads):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(columns, "MANY", 0)
            return lay(rows, heads)

    return laid


WORDS = st.text("abЖ中✓ 1()", min_size=1, max_size=6).map(str.strip).filter(bool)


@given(rows=st.lists(st.lists(st.lists(WORDS, max_size=3), min_size=3, max_size=3), max_size=5))
def test_a_great_matrix_is_laid_out_as_any_table_is(rows, as_many):
    heads = [["law"], ["1"], ["2", "of"]]
    assert lay(rows, heads) == as_many(rows, heads)


def test_columns_are_as_wide_as_their_widest_line_and_two_blanks_apart():
    laid = lay([[["中国", "x"], ["no"]], [["\x1b[2m?\x1b[0m"], ["1(1)", "2"]]], [["law"], [""]])
    assert laid == [
        ["law", "────  ────"],
        ["中国  no", "x"],
        ["\x1b[2m?\x1b[0m     1(1)", "      2"],
    ]


def test_rows_made_when_looked_at_are_rows_like_others():
    def row(i):
        return Line((Cell(str(i)), Cell("x" * i)))

    held = Grid("A table", ("", "so many"), tuple(map(row, range(9))), compact=True)
    made = Grid("A table", ("", "so many"), Rows(9, row), compact=True)
    assert (len(made.rows), made.rows[-1], made.rows[2:4]) == (9, row(8), (row(2), row(3)))
    for to in ("table", "csv", "markdown", "latex", "html"):
        assert render(Report("A", (), (made,)), to) == render(Report("A", (), (held,)), to)


def test_what_a_format_does_not_show_is_not_made():
    def never():
        raise AssertionError("made for nobody")

    report = Report("A", (), (), data=never, records=never, questions=never, brief=True)
    assert render(report, "table").startswith("A\n=\n")
    assert render(Report("A", (), (), data=lambda: {"a": 1}), "json").startswith('{\n "a": 1')
