"""The screens: the answer first, one line a row, what the marks say, and nothing that the record does
not show."""

from functools import cache

import pytest

import provisions
from comparators import compare
from comparators.marks import standing
from comparators.modes import facts, own_offence
from comparators.modes.screen import Screen
from comparators.modes.table import table
from comparators.wording.brief import reason
from provisions.columns import width
from provisions.formats import render
from provisions.terminal import Look

FIVE = ("Armenia@2011-03-01", "Azerbaijan", "Kazakhstan", "Russia", "UK")
TWELVE = (
    *FIVE,
    "Belarus@2005-05-04",
    "Bulgaria",
    "Georgia",
    "Moldova",
    "Romania",
    "Tajikistan",
    "Ukraine",
)


@cache
def report(*names, **options):
    return table(
        tuple(provisions.get(n) for n in names), options.pop("facets", ()), None, **options
    )


@cache
def screen(*names, columns=100, **options):
    return render(report(*names, **options), "table", Look(columns))


def flat(text):
    return " ".join(text.split())


def line_of(text, label):
    return next(x for x in text.splitlines() if label in x)


# --- one law


ARMENIA = ("CoE", "Armenia@2011-03-01")


def test_who_reads_twelve_lines_knows_what_is_missing_in_armenia_and_what_is_not_known():
    first = screen(*ARMENIA).splitlines()[:12]
    for wanted in ("? The definition (Arts 4, 18): cannot be said", "◐ Missing (read in full) 0",
                   "~ Doubtful 2: 24(a)", "? Not read 20: "):  # fmt: skip
        assert any(line.startswith(wanted) for line in first), wanted


def test_the_head_says_how_much_of_the_law_was_read_and_from_what():
    head = flat(screen(*ARMENIA).partition("The definition")[0])
    assert "in force 2011-03-01 to 2022-06-30" in head
    assert "record partial, 8 of 10 lists in full; from an account, a bill" in head


def test_a_long_place_to_be_read_is_told_once_and_has_a_letter_in_the_rows():
    text = screen(*ARMENIA)
    rows, legend = text.partition("Art.")[2].split("✓ named or follows")
    assert "A = the general part and the other chapters of the Code" in legend
    assert "? read A" in line_of(rows, "foreign sentences")
    assert "the other chapters" not in rows


def test_the_places_to_be_read_are_told_with_the_articles_that_hang_on_them():
    assert (
        "the general part and the other chapters of the Code for 20(a)-22(2), 23(4), 25, 31(1)(a)-(e)"
        in flat(screen(*ARMENIA))
    )


def test_a_mark_on_an_account_does_not_look_like_one_on_law():
    assert "✓ 132(1) ᵃᵇ" in screen(*ARMENIA).replace("\u00a0", " ")
    assert "ᵃ from an account" in screen(*ARMENIA)
    kazakhstan = screen("CoE", "Kazakhstan")
    assert "✓ 128(1); 135(1)\n" in kazakhstan


def test_the_notes_on_screen_are_those_of_what_is_not_met_and_all_stand_in_the_full_table():
    brief, full = report(*ARMENIA), report(*ARMENIA, full=True)
    told = {n for line in brief.grids[0].rows for c in line for n in c.marks}
    assert told == set(range(1, len(brief.footnotes) + 1))
    assert set(brief.footnotes) < set(full.footnotes)
    assert (
        f"{len(report(*ARMENIA, fold=False).footnotes) - len(brief.footnotes)} notes more"
        in brief.hint
    )


def test_the_number_of_a_note_is_that_of_its_text():
    for made in (report(*ARMENIA), report(*ARMENIA, full=True)):
        row = next(x for x in made.grids[0].rows if x.key == "aggravating/danger-to-life")
        (note,) = [made.footnotes[m - 1] for m in row[2].marks]
        assert note.startswith("An enumeration of two points")


def test_a_row_that_is_named_and_not_met_says_what_keeps_it_from_that():
    child = next(
        x for x in report(*ARMENIA).grids[0].rows if x.key == "element/child-without-means"
    )
    assert (child[2].mark, child[2].what) == ("not-known", "not known for transportation")
    recruited = next(
        x for x in report("CoE", "UK", fold=False).grids[0].rows if x.key == "element/recruitment"
    )
    assert (recruited[2].mark, recruited[2].what) == ("in-part", "only where travel of the victim")


@pytest.mark.parametrize("name", ["UK", "Kazakhstan", "Germany", "Armenia@2011-03-01", "Russia"])
def test_no_cell_that_is_not_met_has_only_the_words_that_name_it(name):
    comparison = compare("CoE", name)
    shown = Screen(comparison)
    for row in shown.rows:
        (marked,) = shown.marked(row)
        cell = shown.line(row, _Notes()).cells[2]
        if marked.action in ("missing", "doubtful") and row.cells[1].status == "covered":
            assert not cell.what.startswith("“"), row.concept


class _Notes:
    def number(self, note):
        return len(note)


def test_the_reason_for_a_no_is_told_once_for_whoever_it_concerns():
    why = reason(compare("CoE", "UK").reach[0][0])
    assert why == "only where travel of the victim: recruitment, harbouring, receipt, transfer"


def test_the_hint_names_an_article_that_the_standard_has():
    assert "--article 26 " not in report("Palermo", "Armenia@2011-03-01").hint
    at = report("Palermo", "Armenia@2011-03-01").hint.partition("--article ")[2].split()[0]
    assert report("Palermo", "Armenia@2011-03-01", article=at).grids


def test_the_differences_leave_the_answer_whole():
    some, every = report(*ARMENIA, differences=True), report(*ARMENIA)
    assert [h.count for h in some.answer] == [h.count for h in every.answer]
    assert 0 < len(some.grids[0].rows) < len(every.grids[0].rows) + 20
    assert all(
        line.differs for line in report(*ARMENIA, differences=True, fold=False).grids[0].rows
    )


# --- several laws


def test_five_laws_have_a_line_each_with_the_reason_below_and_true_heads():
    text = screen("CoE", *FIVE)
    head = line_of(text, "does not reach").split()
    assert head[0] == "England"
    armenia = next(x for x in text.splitlines() if x.startswith("Armenia  "))
    assert armenia.endswith("2011-2022, past")
    assert "read to" in flat(text[text.index("\nAzerbaijan  ") :][:200])
    assert flat("only where travel of the victim: recruitment, harbouring, receipt") in flat(text)


def test_no_name_of_a_law_is_cut_and_a_place_shows_that_there_are_more():
    text = screen("CoE", *FIVE)
    heads = text[text.index("Art. ") :].split("───")[0]
    assert "England and" in heads
    assert "Wales" in heads
    assert "…" not in heads
    assert "+1: one place more" in text
    assert "CC 144-1,\n" in text or "CC 144-1, note 1" in flat(text)


def test_what_the_marks_say_is_told_law_by_law():
    said = flat(screen("CoE", *FIVE).partition("What ◐, ~ and ✗ say, law by law")[2])
    assert "Azerbaijan 4(a) abuse of power: ~ CC 144-1.1: arguable" in said
    assert (
        "4(a) recruitment, transfer, harbouring, receipt: ◐ 2(3): only where travel of the victim"
        in said
    )
    assert "…" not in said  # there is room for every word of it


def test_twelve_laws_stand_under_the_letters_of_their_states_and_every_cell_keeps_its_place():
    text = screen("CoE", *TWELVE, facets=("means",))
    assert "AM  AZ  KZ  RU  UK  BY  BG  GE  MD  RO  TJ  UA" in text
    assert "AM Armenia  AZ Azerbaijan" in text
    below = flat(text.partition("Where it stands")[2])
    assert "AM: 4(a): 132(1) ᵃᵇ" in below.replace("\u00a0", " ")
    assert "KZ: 4(a): 128(1),(3)" in below
    for law in ("AM", "AZ", "KZ", "RU", "UK", "BY", "BG", "GE", "MD", "RO", "TJ", "UA"):
        assert f"{law}: " in below


def test_thirteen_laws_go_on_in_a_second_block():
    text = screen("CoE", *TWELVE, "Germany", facets=("means",))
    assert text.count("Art. ") == 2
    assert "DE" in text.rpartition("Art. ")[2].splitlines()[0]


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_no_screen_is_wider_than_its_terminal(columns):
    made = [
        screen(*ARMENIA, columns=columns),
        screen("CoE", *FIVE, columns=columns),
        screen("CoE", *TWELVE, facets=("means",), columns=columns),
        screen("Armenia", "Kazakhstan", facets=("means",), columns=columns),
    ]
    for text in made:
        assert max(map(width, text.splitlines())) <= columns


# --- two laws without a standard


def test_two_laws_have_the_answers_first_and_marks_of_their_own():
    text = screen("Armenia@2011-03-01", "Kazakhstan")
    assert standing([provisions.get("Armenia"), provisions.get("Kazakhstan")])[0]
    first = flat(text[:1200])
    assert "Kazakhstan reaches all that Armenia punishes cannot be said" in first
    assert "Armenia does not reach all that Kazakhstan punishes" in first
    fraud = text[text.index("\nfraud ") :].split("\n\n")[0]
    assert "✓ 132(1)" in fraud
    assert "○ 128(1),(3)" in fraud
    assert "not asked for" not in text


# --- facts, and a victim's own offence


def test_facts_have_their_mark_and_say_of_which_text_they_are_told():
    case = "recruitment,deception,forced-labour,adult,criminal-offences,compelled"
    told = facts.facts((provisions.get("Armenia@2011-03-01"), provisions.get("UK")), case, None)
    text = render(told, "table")
    assert "Armenia, text of 2011-2022, past" in text
    assert line_of(text, "REACHED by").split()[2] == "✓"
    assert "~ REACHED IF: travel of the victim (2(1))" in text
    assert "never denied" in text


def test_what_is_the_same_of_an_adult_and_of_a_child_is_told_once():
    told = own_offence.own_offence((provisions.get("Kazakhstan"),), "document-offences", None)
    text = render(told, "table")
    assert text.count("NO SPECIAL CLAUSE") == 1
    assert "an adult or a child" in flat(text)


# --- one article, and what differs


def test_one_article_has_the_words_of_both_sides_whole_and_no_answer_to_another_question():
    text = screen(*ARMENIA, article="26")
    assert "The definition" not in text
    said = flat(text)
    assert "extends to offences of minor gravity, offences of medium gravity" in said.replace(
        "stated) ᵃ ", ""
    ).replace("stated)\u00a0ᵃ ", "")
    assert "CoE: no penalty (26)" in said
    assert 'CoE, 26: "not imposing penalties on victims" (coe)' in said
    assert "“shall be exempt" in text or '"shall be exempt from criminal responsibility"' in said
    assert [r.id for r in report(*ARMENIA, article="26").sources] == ["coe", "round-table-2012"]


def test_other_words_places_and_roles_alone_are_no_difference():
    some = compare("Armenia@2011-03-01", "Kazakhstan")
    assert not some["recruitment"].differs
    assert some[("means", "fraud")].differs, "named in Armenia, not needed in Kazakhstan"
    assert some["consent-irrelevant"].differs, "not known in Armenia, named in Kazakhstan"
    assert 0 < len(some.differences().rows) < len(some.rows)


def test_in_the_full_table_what_only_a_law_has_stands_after_what_the_standard_asks():
    rows = report("CoE", "Kazakhstan", full=True).grids[0].rows
    beyond = [bool(line.article) for line in rows]
    assert beyond == sorted(beyond, reverse=True)
    assert {False, True} == set(beyond)
    asked, more = screen("CoE", "Kazakhstan", full=True).split("\nBeyond what CoE asks\n")
    assert "abuse of trust" not in asked.partition("Art. ")[2]
    assert line_of(more, "abuse of trust").split()[3] == "○"


def test_what_a_list_would_deny_and_reach_leaves_open_says_where_it_is_open():
    rows = report("CoE", "Kazakhstan", fold=False).grids[0].rows
    organs = next(x for x in rows if x.key == "purpose/organ-removal")
    assert organs[2].mark == "open"
    assert organs[2].what.startswith("arguable; in a graver form only")
    assert organs[2].place.startswith("128(2)(7)")


def test_no_note_is_printed_that_no_cell_on_screen_refers_to():
    for names in (ARMENIA, ("CoE", *FIVE), ("CoE", *TWELVE)):
        text = screen(*names)
        rows, _, below = text.partition("Discrepancies and reading notes")
        assert below.count("\n[") == len(report(*names).footnotes)
        assert all(f"[{n}" in rows or f"-{n}]" in rows or len(names) == 2
                   for n in range(1, below.count("\n[") + 1))  # fmt: skip
    assert "[1]" in screen("CoE", "Kazakhstan", "Russia", full=True).partition("Discrepancies")[0]
    assert report("CoE", *FIVE).footnotes == ()
    assert "notes more" in report("CoE", *FIVE).hint


# --- several standards


def test_of_several_standards_each_answer_and_each_article_names_its_own():
    text = screen("CoE", "EU", "Armenia@2011-03-01")
    assert "? CoE. The definition (Arts 4, 18): cannot be said" in text
    assert "✗ EU. The definition (Arts 2, 4): does not reach: lacks surrogacy" in text
    assert "◐ Missing (read in full) 1: EU 2(3) surrogacy" in text
    assert "CoE and EU ask " in text
    rows = report("CoE", "EU", "Armenia@2011-03-01").grids[0].rows
    assert [x.article.split()[0] for x in rows] == sorted(x.article.split()[0] for x in rows)
    assert report("CoE", "EU", "Armenia@2011-03-01", article="26").grids[0].rows


def test_several_laws_under_several_standards_have_a_verdict_under_each():
    text = screen("CoE", "EU", "Armenia@2011-03-01", "UK")
    assert "CoE: read 132.2, text not seen (a child: no means needed); EU: lacks surrogacy" in text


def test_what_was_sought_in_some_sections_alone_is_not_known_and_never_no():
    for line in report("CoE", "EU", "Armenia@2011-03-01", fold=False).grids[0].rows:
        assert line[3].mark != "not-known" or line[3].what != "no", line.key


def test_an_option_is_not_taken_only_where_the_law_was_read_on_it():
    unread = report("CoE", "Armenia@2022-07-01").answer
    assert [s.title for s in unread if s.title.startswith("Option")] == ["Option not known"]
    assert "Option not taken 1: 19 use of the services" in screen("CoE", "Ukraine")


def test_a_duty_that_is_met_by_another_way_is_told_with_those_that_are_met():
    met = next(s for s in report("CoE", "Germany").answer if s.title == "Met")
    assert "23(4) by another way than closure of an establishment" in met.lines
    assert not any("another way" in x for s in report(*ARMENIA).answer for x in s.lines)


def test_two_texts_of_one_law_are_named_by_their_dates_on_every_line():
    found = report("CoE", "Kazakhstan@2006-03-02", "Kazakhstan@2013-07-04", full=True)
    said = [x for s in (*found.answer, *found.sections) for x in (s.title, *s.lines)]
    said += [row.cells[0].text for grid in found.grids for row in grid.rows]
    named = [x for x in said if x.startswith(("Kazakhstan", "? Kazakhstan"))]
    assert named
    assert all(x.startswith("Kazakhstan 20") for x in named), named
    assert any("consent: " in x for x in named)
