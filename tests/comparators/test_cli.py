"""``compare``: every option, every mode; and every wrong call answered in one line."""

import json
import os
import re
import signal
import stat
from itertools import combinations
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

import provisions
import provisions.cli
from comparators.cli import main
from provisions.formats import FORMATS, TEXTS

ROOT = Path(__file__).resolve().parents[2]
FACTS = "recruitment,deception,forced-labour,adult"
MODES = {"--gaps": [], "--facts": [FACTS], "--matrix": [], "--history": []}


def run(*args):
    return CliRunner().invoke(main, args, prog_name="compare")


def shown(*args):
    """What a sound call prints."""
    result = run(*args)
    assert (result.exit_code, result.stderr) == (0, ""), result.stderr
    return result.stdout


def flat(text):
    return " ".join(text.split())


def refused(*args):
    """The one line of a wrong call."""
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert isinstance(result.exception, SystemExit)
    assert re.fullmatch(r"compare: .+\n", result.stderr), result.stderr
    return result.stderr


# --- sound calls


def test_that_a_newer_text_was_not_read_is_said_beside_another_text_of_the_law_too():
    says = "in force 2011-03-01 to 2022-06-30; superseded; the newer text (since 1 July 2022)"
    for mode in ((), ("--gaps",)):
        for laws in (("Armenia",), ("Armenia@2006-07-16", "Armenia")):
            assert says in flat(shown("CoE", *laws, *mode)), (laws, mode)


def test_two_instruments_give_the_table():
    text = shown("CoE", "Armenia")
    assert text.startswith(
        "Armenia under CoE\n=================\nThe newest text that was read of each; "
    )
    answer, table = text.index("The definition (Arts 4, 18)"), text.index("CoE asks")
    heads = [text.index(h) for h in ("Missing (read in full)", "Doubtful", "Not read", "Met")]
    assert answer < heads[0] < heads[1] < heads[2] < heads[3] < table
    assert len(text[:table].splitlines()) < 25, "the answer is on the first screen"
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_the_table_is_that_of_the_library():
    import comparators

    assert (
        shown("CoE", "Armenia")
        == f"{comparators.compare(provisions.get('CoE'), provisions.get('Armenia'))}\n"
    )


@pytest.mark.parametrize(
    "names", [["CETS 197", "ARM"], ["council of europe", "am"], ["coe", "Armenia@2012-04-18"]]
)
def test_instruments_go_by_any_of_their_names(names):
    assert shown(*names) == shown("CoE", "Armenia")


@pytest.mark.parametrize(
    ("names", "asked"),
    [
        (["CoE"], 0),
        (["CoE", "Armenia", "Kazakhstan"], 2),
        (["Palermo", "CoE", "EU", "Armenia", "Belarus"], 6),
    ],
)
def test_any_number_of_instruments_may_be_named_and_each_law_is_asked_by_each_standard(
    names, asked
):
    found = json.loads(shown(*names, "--format", "json"))
    assert [i["name"] for i in found["instruments"]] == names
    assert len(found["reach"]) == asked


def test_a_version_is_picked_by_name_and_date_or_by_as_of():
    named = json.loads(shown("Armenia@2006-07-16", "--format", "json"))
    dated = json.loads(shown("Armenia", "--as-of", "2006-07-16", "--format", "json"))
    assert named["instruments"] == dated["instruments"]
    assert named["instruments"][0]["in_force"]["from"] == "2006-07-16"
    assert (named["as_of"], dated["as_of"]) == (None, "2006-07-16")


def test_the_date_behind_a_name_goes_before_the_date_of_the_table():
    found = json.loads(
        shown("Armenia@2003-08-01", "Kazakhstan", "--as-of", "2015-06-01", "--format", "json")
    )
    assert [i["in_force"]["from"] for i in found["instruments"]] == ["2003-08-01", "2015-01-01"]


def test_the_header_says_whose_day_it_is():
    newest = "The newest text that was read of each; the law of another day can be asked for."
    assert newest in shown("CoE", "Armenia")
    assert "The law of 1 June 2015." in shown("CoE", "--as-of", "2015-06-01")
    assert newest not in shown("CoE", "--as-of", "2015-06-01")
    for picked in (["CoE", "Armenia@2006-07-16"], ["Armenia@2011-06-01", "--as-of", "2009-01-01"]):
        assert "\nEach text by its own date.\n" in shown(*picked)


def test_the_header_says_when_a_newer_text_was_not_read():
    note = "superseded; the newer text (since 1 July 2022) was not read"
    assert note in flat(shown("Armenia"))
    assert "superseded" not in shown("Armenia@2006-07-16"), "it was picked"
    assert "superseded" not in shown("Armenia", "--as-of", "2012-04-18"), "it is the law of its day"
    assert "superseded" not in shown("CoE")


def test_the_header_says_of_a_draft_that_it_is_one():
    text = flat(shown("CoE", str(ROOT / "tests/drafts/full.toml")))
    assert "Draft: minimal; in force since 2010-01-01; a draft" in text


def test_today_is_a_day():
    assert "in force since" in shown("CoE", "Armenia", "--as-of", "today")


def test_a_facet_is_shown_alone_and_facets_add_up():
    means = shown("Armenia", "--facet", "means")
    assert "\nMeans\n" in means
    assert "\nPurposes\n" not in means
    both = shown("Armenia", "--facet", "purpose", "--facet", "means")
    assert both.index("\nMeans\n") < both.index("\nPurposes\n")
    under = shown("CoE", "Armenia", "--facet", "means")
    assert "means: all 9" in under
    assert "purposes: all" not in under


def test_differences_leave_out_what_is_equal():
    rows = {
        (r["facet"], r["concept"]): r
        for r in json.loads(shown("Palermo", "CoE", "--differences", "--format", "json"))["rows"]
    }
    assert ("element", "national-trafficking") in rows
    assert ("element", "recruitment") not in rows
    assert {f for f, _ in rows} & {"means", "purpose"} == set()
    assert len(rows) < len(json.loads(shown("Palermo", "CoE", "--format", "json"))["rows"])


def test_the_words_are_shown_when_asked_for():
    assert '"harbouring or receipt of persons"' in flat(shown("CoE", "--evidence"))
    assert '"harbouring or receipt of persons"' not in flat(shown("CoE"))


def test_all_shows_what_no_instrument_names():
    assert "blackmail" not in shown("CoE", "--facet", "means")
    assert "blackmail" in shown("CoE", "--facet", "means", "--all")


@pytest.mark.parametrize(
    ("args", "title", "says"),
    [
        (
            ["CoE", "Turkmenistan", "--gaps"],
            "Turkmenistan under CoE: what is missing, doubtful and not read",
            "Missing (read in full)",
        ),
        (["CoE", "Armenia", "--facts", FACTS], "Facts applied", "REACHED by 4(a)"),
        (
            ["UK", "--own-offence", "document-offences"],
            "A victim's own offence",
            "EXEMPT IF: compelled",
        ),
        (
            ["Palermo", "CoE", "--matrix"],
            "Who reaches the definitions of Palermo (3, 5), CoE (4, 18)",
            "✓: reaches it; ✗: a case falls through",
        ),
        (["Kazakhstan", "--history"], "Kazakhstan", "2006-03-02"),
    ],
)
def test_each_mode_prints_its_report(args, title, says):
    text = shown(*args)
    assert text.split("\n")[0].startswith(title) or title in text
    assert says in text


@pytest.mark.parametrize("to", TEXTS)
def test_each_format_is_printed(to):
    text = shown("CoE", "Kazakhstan", "--format", to)
    opening = {
        "table": "Kazakhstan under CoE\n=", "json": "{\n", "csv": "\ufeffstandard,law,version,", "markdown": "# Kazakhstan under CoE\n",
        "latex": "% For XeLaTeX", "html": "<!doctype html>",
    }  # fmt: skip
    assert (text.replace('"', "") if to == "csv" else text).startswith(opening[to])
    assert "вербовка" in text or to != "json"


@pytest.mark.parametrize("to", TEXTS)
def test_a_file_holds_what_the_terminal_would_show(tmp_path, to):
    file = tmp_path / "table.out"
    assert shown("CoE", "Kazakhstan", "--format", to, "--output", str(file)) == ""
    assert file.read_text(encoding="utf-8") == shown("CoE", "Kazakhstan", "--format", to)
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_is_written_by_way_of_a_temporary_one_of_its_own(tmp_path):
    mine, part = tmp_path / "mine", tmp_path / ".mine.part"
    mine.write_text("old", encoding="utf-8")
    mine.chmod(0o600)
    part.write_text("the user's own", encoding="utf-8")
    shown("CoE", "--output", str(mine))
    assert mine.read_text(encoding="utf-8") == shown("CoE")
    assert mine.stat().st_mode & 0o777 == 0o600
    assert part.read_text(encoding="utf-8") == "the user's own"
    assert sorted(f.name for f in tmp_path.iterdir()) == [".mine.part", "mine"]


def test_a_link_stays_a_link_and_what_it_points_to_is_written(tmp_path):
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / "real", tmp_path / "link"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    shown("CoE", "--output", str(link))
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == shown("CoE")


def test_a_workbook_and_a_word_file_are_written_as_bytes(tmp_path):
    for to in ("docx", "xlsx"):
        shown("CoE", "Armenia", "--format", to, "--output", str(tmp_path / to))
        assert (tmp_path / to).read_bytes().startswith(b"PK")


def test_what_cannot_be_drawn_is_refused_in_one_line():
    said = refused("CoE", "Armenia", "--matrix", "--format", "svg")
    assert "formats here: table, json, csv, markdown, latex, html, xlsx\n" in said


def test_a_file_that_is_there_is_replaced(tmp_path):
    file = tmp_path / "table.txt"
    file.write_text("old " * 10_000, encoding="utf-8")
    shown("CoE", "--output", str(file))
    assert file.read_text(encoding="utf-8") == shown("CoE")


# --- wrong calls


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["CoE", "Armenja"], "no instrument is called 'Armenja' (did you mean 'Armenia'?)"),
        (["kazakstan"], "did you mean 'Kazakhstan'?"),
        (["Atlantis"], "Known: palermo, coe"),
        ([""], "Known: palermo, coe"),
        (["nope"], "Known: palermo, coe"),
        (["CoE", "Armenia", "--article", ""], "--article wants an article, such as 26"),
        (["CoE", "Armenia", "--gaps", "--amended", " "], "--amended wants the name of a file"),
        ([], "name at least one instrument, such as: compare CoE Armenia"),
        (["CoE", "--facet", "mean"], "no facet is called 'mean' (did you mean 'means'?); known: element, means, purpose"),
        (["CoE", "--facet", ""], "known: element, means, purpose"),
        (["CoE", "--format", "tabel"], "no format is called 'tabel' (did you mean 'table'?); known: table, json, csv"),
        (["CoE", "--sources", "apa"], "no style is called 'apa'; known: oscola, bibtex, csl-json"),
        (["CoE", "--sources", "bibtex", "--format", "csv"], "--sources has styles, not the format csv"),
        (["CoE", "--format", "pdf"], "known: table, json, csv, markdown, latex, html"),
        (["CoE", "--as-of", "18.04.2012"], "'18.04.2012' is not a date: write YYYY-MM-DD, such as 2012-04-18, or today"),
        (["CoE", "--as-of", "2012-02-30"], "'2012-02-30' is not a date"),
        (["CoE", "--as-of", ""], "'' is not a date"),
        (["Armenia@2012"], "'2012' is not a date"),
        (["Armenia@"], "is not a date"),
        (["UK", "--as-of", "2012-04-18"], "England and Wales: 2012-04-18 is before the first version held (2015-07-31)"),
        (["Armenia@1999-01-01"], "is before the first version held (2003-08-01)"),
        (["CoE", "--gaps"], "--gaps wants a standard and a law or more: compare CoE Kazakhstan --gaps"),
        (["--gaps"], "name at least one instrument"),
        (["--facts", FACTS], "name at least one instrument"),
        (["--history"], "name at least one instrument"),
        (["--history", "Armenja"], "did you mean 'Armenia'?"),
        (["--matrix", "Armenja"], "did you mean 'Armenia'?"),
        (["CoE", "--facts", "recruitmnt,adult"], "no fact is called 'recruitmnt' (did you mean 'recruitment'?)"),
        (["CoE", "--facts", "adult,child,recruitment"], "the only victim cannot be an adult and a child"),
        (["CoE", "--facts", ""], "no act among the facts"),
        (["CoE", "--facts"], "'--facts' requires an argument"),
        (["CoE", "--evidnce"], "Did you mean '--evidence'?"),
        (["CoE", "--output"], "'--output' requires an argument"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_one_line_with_the_nearest_right_thing(args, says):
    assert says in refused(*args)


@pytest.mark.parametrize("pair", list(combinations(MODES, 2)), ids=" ".join)
def test_two_modes_at_once_are_refused(pair):
    args = [a for mode in pair for a in (mode, *MODES[mode])]
    said = refused("CoE", "Armenia", *args)
    assert "give one at a time" in said
    assert all(mode in said for mode in pair)


def test_the_first_fault_is_told_before_any_file_is_written(tmp_path):
    file = tmp_path / "out.txt"
    for args in (
        ["CoE", "Armenja"],
        ["CoE", "--format", "tabel"],
        ["CoE", "--gaps"],
        ["CoE", "--as-of", "x"],
    ):
        refused(*args, "--output", str(file))
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_call_leaves_the_file_of_an_earlier_one_alone(tmp_path):
    file = tmp_path / "out.txt"
    shown("CoE", "--output", str(file))
    before = file.read_bytes()
    refused("CoE", "Armenja", "--output", str(file))
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("no/such/folder/out.txt", "No such file or directory"),
        ("", "it is a folder"),
        (".", "it is a folder"),
        ("file/out.txt", "directory"),
        ("x" * 300, "too long"),
        ("nul\0byte", "null"),
    ],
)
def test_a_file_that_cannot_be_written_is_one_line(tmp_path, monkeypatch, name, says):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("a file, no folder", encoding="utf-8")
    said = refused("CoE", "--output", name)
    assert says in said
    assert "cannot write" in said
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_a_full_disk_leaves_the_old_file_whole_and_nothing_half_written(tmp_path, monkeypatch):
    file = tmp_path / "out.txt"
    file.write_text("what was there", encoding="utf-8")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert "No space left on device" in refused("CoE", "--output", str(file))
    monkeypatch.undo()
    assert file.read_text(encoding="utf-8") == "what was there"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_while_a_file_is_written_leaves_the_old_one_and_no_other(
    tmp_path, monkeypatch, sign, code
):
    file = tmp_path / "out.txt"
    file.write_text("what was there", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", lambda _: signal.raise_signal(sign))
    before = signal.getsignal(signal.SIGTERM)
    done = CliRunner().invoke(main, ["CoE", "--output", str(file)])
    monkeypatch.undo()
    assert done.exit_code == code
    assert "Traceback" not in done.output
    assert signal.getsignal(signal.SIGTERM) is before
    assert file.read_text(encoding="utf-8") == "what was there"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of Unix")
def test_a_pipe_or_a_device_is_written_to_and_never_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        shown("Palermo", "--facet", "penalty", "--output", str(pipe))
        assert stat.S_ISFIFO(pipe.stat().st_mode)
        assert os.read(reader, 1 << 16).startswith(b"Palermo")
    finally:
        os.close(reader)


# --- a process of its own


# --- nothing is opened that was not asked for


# --- help and completion


def test_help_says_what_the_program_does_and_every_option_of_it():
    text = shown("--help")
    assert "Compare what trafficking laws cover, element by element: compare CoE" in text
    assert text == shown("-h")
    for parameter in main.params:
        assert parameter.param_type_name == "argument" or parameter.help, parameter.name
    for option in ("--facet", "--differences", "--full", "--words, --evidence", "--article", "--all", "--as-of", "--gaps", "--facts", "--matrix", "--history",
                   "--format", "--output"):  # fmt: skip
        assert f"\n  {option}" in text
    for name in (*FORMATS, "penalty", "non-punishment"):
        assert name in text


def completed(*args):
    *before, incomplete = args
    return [
        c.value
        for c in ShellComplete(main, {}, "compare", "_COMPARE_COMPLETE").get_completions(
            before, incomplete
        )
        if c.type == "plain"  # a file is left to the shell
    ]


def test_the_shell_completes_instruments_in_any_case_and_concepts_behind_a_comma():
    assert completed("CoE", "arm") == ["armenia"]
    assert completed("KAZ") == ["kazakhstan"]
    assert completed("CoE", "xyz") == []
    assert set(completed("")) == {i.id for i in provisions.instruments()}
    assert completed("CoE", "--facts", "recruitment,decep") == ["recruitment,deception"]
    assert completed("--facts", "servit") == ["servitude"]
    assert "--evidence" in completed("CoE", "--ev")


def test_check_runs_the_examples_of_a_record_where_the_comparators_are_there(tmp_path):
    from comparators.cli import provisions_main

    folder = Path(provisions.corpus.data_folder())
    text = (folder / "armenia" / "2011-03-01.toml").read_text(encoding="utf-8")
    assert 'reached = "yes"' in text
    draft = tmp_path / "draft.toml"
    head = 'name = "Draft"\nkind = "national-law"\n'
    draft.write_text(head + text.replace('reached = "yes"', 'reached = "no"', 1), encoding="utf-8")
    alone = CliRunner().invoke(provisions.cli.main, ["check", str(draft)])
    handed = CliRunner().invoke(provisions_main, ["check", str(draft)])
    assert "examples[" not in alone.output
    assert "the law answers 'yes'" in handed.output
    assert handed.exit_code == 1
