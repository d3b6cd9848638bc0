"""``provisions``: list, show, concepts, sources, check; and every wrong call answered in one
line."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner
from every import each, stem
from record_files import FILES, SMALL

import provisions
from provisions.cli import main
from provisions.formats import formats_of
from provisions.pages import page
from provisions.report import Report

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = {
    "list": [],
    "show": ["Kazakhstan"],
    "concepts": [],
    "sources": [],
    "check": [str(FILES[0])],
}
MADE = {"new", "cite", "export"}
"""The commands that make a draft, a citation, files: they have no formats."""


def run(*args):
    return CliRunner().invoke(main, args, prog_name="provisions")


def shown(*args):
    """What a sound call prints."""
    result = run(*args)
    assert (result.exit_code, result.stderr) == (0, ""), result.stderr
    return result.stdout


def data(*args):
    return json.loads(shown(*args, "--format", "json"))


def refused(*args):
    """The one line of a wrong call."""
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert isinstance(result.exception, SystemExit)
    assert re.fullmatch(
        r"(provisions|list|show|concepts|sources|cite|check)\b.*: .+\n", result.stderr
    ), result.stderr
    return result.stderr


def flat(text):
    return " ".join(text.split())


# --- list


def test_the_list_has_every_instrument_and_every_version():
    text = shown("list")
    for instrument in provisions.instruments():
        assert re.search(rf"^{instrument.name} ", text, re.MULTILINE)
        for version in provisions.versions(instrument.id):
            assert str(version.in_force.since) in text
    assert f"{len(provisions.instruments())} instruments in {len(FILES)} versions: " in text


def test_the_list_counts_entries_with_words_and_with_a_gloss_alone_and_tells_a_sketch_from_a_record():
    text = shown("list")
    words, glosses = map(
        int, re.search(r"(\d+) entries with words, (\d+) with a gloss only", text).groups()
    )
    rows = [v for i in data("list") for v in i["versions"]]
    assert words == sum(v["entries_with_words"] for v in rows) > 1000
    assert glosses == sum(v["entries_with_gloss_only"] for v in rows) > 50
    assert {v["record"] for v in rows} == {"full", "partial", "sketch"}
    by_id = {i["id"]: {v["since"]: v["record"] for v in i["versions"]} for i in data("list")}
    assert by_id["coe"]["2008-02-01"] == "full"
    assert by_id["belarus"]["2005-05-04"] == "partial"
    assert by_id["osce-action-plan"]["2003-07-24"] == "sketch"


def test_the_list_for_programs_has_an_object_for_each_instrument():
    found = data("list")
    assert [i["id"] for i in found] == [i.id for i in provisions.instruments()]
    for one in found:
        assert {"id", "name", "versions"} <= set(one)
        assert one["name"]
        assert [v["since"] for v in one["versions"]] == [
            str(v.in_force.since) for v in provisions.versions(one["id"])
        ]
    (armenia,) = [i for i in found if i["id"] == "armenia"]
    assert (armenia["name"], armenia["kind"]) == ("Armenia", "national-law")
    assert "ARM" in armenia["aliases"]
    (law,) = [v for v in armenia["versions"] if v["since"] == "2011-03-01"]
    assert law["until"] == "2022-06-30"
    assert "secondary" in law["bases"]
    assert law["lists_in_full"] < law["lists"]


def test_the_list_fits_a_terminal_and_says_how_full_a_record_is_in_a_bar_and_a_letter():
    text = shown("list")
    table, _, below = text.partition("\nIn sum\n")
    assert max(map(len, table.split("\n"))) <= 100
    assert "\nTreaties\n" in table
    assert "\nNational laws\n" in table
    (coe,) = re.findall(r"^CoE .*$", table, re.MULTILINE)
    assert coe.split()[1:] == [
        "2008-02-01", "-", "███", "f", "7/7", *coe.split()[6:8], "law", coe.split()[-1],
    ]  # fmt: skip
    rows = [v for i in data("list") for v in i["versions"]]
    bars = {"███ f": "full", "██░ p": "partial", "█░░ s": "sketch"}
    for bar, record in bars.items():
        assert table.count(bar) == sum(v["record"] == record for v in rows) > 0
        assert bar.split()[0] in below, "the bars are explained"
    assert "Armenia (2022-07-01)" in below.partition("and not read: ")[2]


def tidy(*args):
    text = shown(*args, "--format", "csv")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:])))


def test_the_list_as_a_sheet_has_a_row_a_text():
    rows = tidy("list")
    assert [r["version"] for r in rows] == [
        v.key for i in provisions.instruments() for v in provisions.versions(i.id)
    ]
    (law,) = [r for r in rows if r["version"] == "armenia@2011-03-01"]
    assert (law["text_until"], law["record"]) == ("2022-06-30", "partial")


# --- show


def test_a_version_is_shown_with_its_words_its_limbs_and_what_it_is_silent_on():
    text = shown("show", "Kazakhstan@2006-03-02")
    title, rule, first = text.split("\n")[:3]
    assert (title, set(rule)) == ("Kazakhstan: Criminal Code", {"="})
    assert first.startswith("kazakhstan@2006-03-02: in force 2006-03-02 to 2013-07-03; read ")
    assert '"вербовка" [recruitment] (kazakhstan-cc-1997-2006)' in text
    assert 'opened by 128(1), 133(1): "совершение иных деяний в целях эксплуатации"' in text
    assert "limb: acts movement; means not-required; purposes exploitation" in text
    assert "demands for gain" in text
    assert "general duress" in text
    assert "nothing on non-punishment: " in text
    assert "\nunread, related: " in shown("show", "Belarus") or "(related, " in shown(
        "show", "Belarus"
    )


def test_a_gloss_without_words_is_shown_as_such():
    assert "[gloss, words not held: " in shown("show", "Belarus")
    assert "[gloss, words not held: " not in shown("show", "CoE")


def test_a_discrepancy_is_shown():
    assert "\ndiscrepancy (" in shown("show", "Armenia")


@pytest.mark.parametrize(
    "args",
    [
        ["Armenia@2006-07-16"],
        ["arm", "--as-of", "2006-07-16"],
        ["ARMENIA", "--as-of", "2008-01-01"],
    ],
)
def test_the_text_of_a_day_is_shown(args):
    assert "\narmenia@2006-07-16: in force 2006-07-16" in shown("show", *args)


def test_the_data_of_a_version_are_its_record():
    for name in ("Kazakhstan", "CoE", "UK"):
        found = data("show", name)
        version = provisions.get(name)
        assert found["in_force"]["since"] == str(version.in_force.since)
        assert found["read"] == str(version.read)
        assert set(found["lists"]) == set(version.lists)
        assert [o["id"] for o in found["offences"]] == [o.id for o in version.offences]
    assert (
        data("show", "Kazakhstan")["lists"]["movement"]["entries"]["recruitment"]["words"]
        == "вербовка"
    )


@each(FILES, stem)
def test_every_version_can_be_shown(path):
    name = f"{path.parent.name}@{path.stem}"
    text = shown("show", name)
    assert f"\n{name}: in force" in text
    assert "None" not in re.sub(r'"[^"]*"', "", text)


TOLD = ("reading", "title", "note", "notes", "dating")
"""The keys of a record that are remarks for a reader."""


def remarks_in(value):
    """Every remark in a record, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in TOLD:
                yield from [inner] if isinstance(inner, str) else inner
            elif key not in ("sources", "vocabulary"):
                yield from remarks_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from remarks_in(inner)


@each(FILES, stem)
def test_no_remark_of_a_record_is_left_out_of_its_page(path):
    found = page(provisions.get(f"{path.parent.name}@{path.stem}"))
    text = "\n".join(
        (found.title, *found.notes, *(x for s in found.sections for x in (s.title, *s.lines)))
    )
    assert [r for r in remarks_in(found.data) if r not in text] == []


# --- concepts and sources


def test_the_vocabulary_is_listed_with_what_each_concept_is():
    text = shown("concepts")
    for concept in provisions.thesaurus():
        assert re.search(rf"^{re.escape(concept.id)}( |$)", text, re.MULTILINE)
    found = data("concepts")
    assert [c["id"] for c in found["concepts"]] == [c.id for c in provisions.thesaurus()]
    assert (
        found["concepts"][0] | {"id": "recruitment", "facet": "element", "sort": "act"}
        == found["concepts"][0]
    )
    assert len(found["broader"]) == len(provisions.thesaurus().broader)
    assert len(found["overlaps"]) == len(provisions.thesaurus().overlaps)


def test_the_tree_shows_every_edge_with_its_authority_its_scope_and_its_condition():
    text = shown("concepts", "--tree")
    told = flat(text)
    assert "use of force (use-of-force), exhausted by these" in text
    assert "covers begging (begging); only in eu\n" in text
    assert "on condition: the woman may not refuse and is given for a consideration" in told
    assert 'palermo 3(a): "threat or use of force or other forms of coercion"' in told
    assert text.count("\ncovers ") == len(provisions.thesaurus().broader)
    assert "(deception) / abuse of trust (abuse-of-trust)" in told


def test_the_bibliography_says_what_each_source_is_worth():
    text = shown("sources")
    for source in provisions.bibliography():
        assert re.search(rf"^{re.escape(source)}: ", text, re.MULTILINE)
    found = {s["id"]: s for s in data("sources")}
    assert set(found) == set(provisions.bibliography())
    assert found["coe"]["basis"] == "primary"
    assert found["round-table-2012"]["basis"] == "secondary"
    assert "draft" in {s["basis"] for s in found.values()}


# --- cite


def test_a_text_is_cited_in_three_styles():
    told = shown("cite", "armenia@2011-03-01")
    assert told == provisions.cite("armenia@2011-03-01") + "\n"
    assert told.startswith("Armenia: Criminal Code, text in force 1 March 2011 to 30 June 2022")
    assert "@misc{armenia@2011-03-01," in shown("cite", "armenia@2011-03-01", "--style", "bibtex")
    items = json.loads(shown("cite", "armenia@2011-03-01", "--style", "csl-json"))
    assert [i["id"] for i in items][:2] == ["armenia@2011-03-01", "round-table-2012"]


def test_a_citation_is_written_to_a_file(tmp_path):
    file = tmp_path / "coe.bib"
    assert shown("cite", "CoE", "--style", "bibtex", "--output", str(file)) == ""
    assert file.read_text(encoding="utf-8") == provisions.cite("CoE", "bibtex") + "\n"


# --- check


def test_the_corpus_has_no_fault():
    assert shown("check").endswith(f"{len(FILES)} versions checked: 0 faults\n")
    found = data("check")
    entries = found.pop("entries")
    assert found == {"versions": len(FILES), "faults": [], "quotations": {}, "wrong": []}
    listed = [v for i in data("list") for v in i["versions"]]
    assert entries["with_words"] == sum(v["entries_with_words"] for v in listed) > 2000
    assert entries["gloss_only"] == sum(v["entries_with_gloss_only"] for v in listed) > 0


def test_files_are_checked_by_themselves():
    files = [str(p) for p in FILES if p.parent.name in ("coe", "palermo")]
    assert shown("check", *files) == "2 versions checked: 0 faults\n"


@pytest.fixture
def draft(tmp_path):
    """A law that stands alone, to be spoilt."""

    def write(text):
        file = tmp_path / "ruritania.toml"
        file.write_text(text, encoding="utf-8")
        return str(file)

    return write


def test_a_faulty_file_gives_every_fault_a_line_and_exit_code_1(draft):
    file = draft(
        SMALL.replace('kind = "trafficking"', 'kind = "traficking"').replace(
            "read = 2024-05-06", 'read = "2024"'
        )
    )
    result = run("check", file)
    assert result.exit_code == 1
    assert result.stderr == ""
    lines = result.stdout.splitlines()

    def at(words):
        text = Path(file).read_text(encoding="utf-8").splitlines()
        return next(i for i, line in enumerate(text, 1) if words in line)

    assert any(
        line.startswith(f"{file}:{at('traficking')}: offences[0].kind: ")
        and "did you mean 'trafficking'?" in line
        for line in lines
    )
    assert any(
        line.startswith(f"{file}:{at('read =')}: read: must be a date without quotation marks")
        for line in lines
    )
    assert re.fullmatch(r"0 versions checked: \d+ faults", lines[-1])
    assert len(lines) == int(lines[-1].split()[3]) + 1


def test_the_faults_for_programs_say_file_line_path_and_message(draft):
    file = draft(SMALL.replace('unlisted = "silent"', 'unlisted = "silnt"'))
    result = run("check", file, "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert {(f["file"], f["path"]) for f in found["faults"]} >= {(file, "lists.means.unlisted")}
    assert all(set(f) == {"file", "path", "message", "line"} for f in found["faults"])


@pytest.mark.parametrize(
    "content", [b"a = b", b"\xff\xfe\x00", b"", b"[lists]\nx = 1", b"= ", b"[" * 3000]
)
def test_what_is_no_record_is_a_fault_and_no_traceback(tmp_path, content):
    file = tmp_path / "law.toml"
    file.write_bytes(content)
    result = run("check", str(file))
    assert (result.exit_code, result.stderr) == (1, "")
    assert re.match(rf"{re.escape(str(file))}(:\d+)?: ", result.stdout)


def test_quotations_are_held_against_the_texts_of_a_folder(tmp_path):
    (tmp_path / "coe.txt").write_text(
        "by means of the threat or use of force or other forms of coercion", encoding="utf-8"
    )
    file = next(str(p) for p in FILES if p.parent.name == "coe")
    result = run("check", file, "--texts", str(tmp_path))
    assert result.exit_code == 1
    assert "not found: 'of abduction'" in result.stdout
    assert "'threat or use of force'" not in result.stdout
    counted = re.search(
        r"quotations: (\d+) verbatim, \d+ elsewhere, (\d+) differs, (\d+) not found, (\d+) no text held",
        result.stdout,
    )
    assert int(counted[1]) >= 3
    assert int(counted[3]) > 20
    empty = tmp_path / "empty"
    empty.mkdir()
    assert " 0 not found, " in shown("check", file, "--texts", str(empty))


CONVENTION = """Article 3
Of something else.
Article 4
For the purposes of this Convention "trafficking" shall mean the recruitment, transportation, transfer,
harbouring or receipt of persons. Exploitation shall include, at a minimum, slavery.
Article 5
Of prevention.
"""


def test_what_of_an_article_no_quotation_has_is_told_when_asked(tmp_path):
    (tmp_path / "coe.txt").write_text(CONVENTION, encoding="utf-8")
    file = next(str(p) for p in FILES if p.parent.name == "coe")
    said = run("check", file, "--texts", str(tmp_path), "--unquoted").stdout
    assert "coe@2008-02-01: coe 4: 15 of 25 words are quoted" in said
    assert 'for the purposes of this convention "trafficking" shall mean the' in said
    assert "of prevention" not in said
    assert "words are quoted" not in run("check", file, "--texts", str(tmp_path)).stdout
    data = run("check", file, "--texts", str(tmp_path), "--unquoted", "--format", "json").stdout
    (article,) = json.loads(data)["unquoted"]
    assert (article["article"], article["quoted"]) == ("4", 15)


# --- options that every command has


@pytest.mark.parametrize("command", ["list", "show", "concepts", "sources"])
def test_every_command_that_lists_has_the_formats_of_a_comparison(tmp_path, command):
    for to in formats_of(Report("", (), ())):
        file = tmp_path / f"out.{to}"
        assert shown(command, *COMMANDS[command], "--format", to, "--output", str(file)) == ""
        assert len(file.read_bytes()) > 1000
    rows = tidy(command, *COMMANDS[command])
    assert len(rows) > 20
    assert len({tuple(row) for row in rows}) == 1, "each row has the same columns"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_prints_text_and_json_and_writes_both_to_a_file(tmp_path, command):
    for to in ("table", "json"):
        args = [command, *COMMANDS[command], "--format", to]
        file = tmp_path / f"{to}.out"
        text = shown(*args)
        assert shown(*args, "--output", str(file)) == ""
        assert file.read_text(encoding="utf-8") == text
        assert text.endswith("\n")
        if to == "json":
            assert json.loads(text)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["json.out", "table.out"]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["show", "Armenja"], "no instrument is called 'Armenja' (did you mean 'Armenia'?)"),
        (["show", "Atlantis"], "Known: palermo, coe"),
        (["show"], "Missing argument 'NAME'"),
        (["show", "CoE", "Armenia"], "unexpected extra argument"),
        (["show", "Armenia@2012"], "'2012' is not a date: write YYYY-MM-DD"),
        (["show", "Armenia@"], "is not a date"),
        (["show", "CoE", "--as-of", "yesterday"], "'yesterday' is not a date"),
        (["show", "CoE", "--as-of", ""], "'' is not a date"),
        (["show", "armenia@2006-07-16", "--as-of", "2012-04-18"], "give the day once"),
        (["show", "Armenia", "--as-of", "1999-01-01"], "is before the first version held (2003-08-01)"),
        (["list", "--format", "pdf"], "no format is called 'pdf'"),
        (["list", "--format", "docx"], "formats here: table, json, csv, markdown, latex, html, xlsx"),
        (["show", "CoE", "--format", "svg"], "a table of laws under a standard, and of --history"),
        (["check", "--format", "csv"], "no format is called 'csv'; known: table, json"),
        (["concepts", "--format", "jsn"], "(did you mean 'json'?)"),
        (["list", "extra"], "unexpected extra argument"),
        (["lst"], "No such command 'lst'"),
        (["cite", "Armenja"], "(did you mean 'Armenia'?)"),
        (["cite", "CoE", "--style", "apa"], "no style is called 'apa'; known: oscola, bibtex, csl-json"),
        (["cite", "CoE", "--style", "bibtx"], "(did you mean 'bibtex'?)"),
        (["list", "--outptu", "x"], "--output"),
        (["sources", "--output", "no/such/folder/x"], "No such file or directory"),
        (["check", "no-such-file.toml"], "'no-such-file.toml' is no file; without FILE the whole corpus is checked"),
        (["check", "."], "'.' is no file"),
        (["check", "--texts", "no-such-folder"], "there is no such folder"),
        (["check", "--unquoted"], "give --texts"),
        (["check", "--texts", ""], "there is no such folder"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_one_line_with_the_nearest_right_thing(args, says):
    assert says in refused(*args)


def test_without_a_command_the_commands_are_shown_a_line_each():
    result = run()
    text = result.stdout + result.stderr
    assert result.exit_code in (0, 2)
    for command in COMMANDS:
        assert re.search(rf"^  {command} ", text, re.MULTILINE)


# --- a process of its own


# --- help and completion


def test_every_command_and_every_option_is_explained():
    text = shown("--help")
    assert set(main.commands) == {*COMMANDS, *MADE}
    for name, command in main.commands.items():
        assert re.search(rf"^  {name} ", text, re.MULTILINE)
        assert command.help
        said = shown(name, "--help")
        assert flat(command.help.split("\n")[0]) in flat(said)
        for parameter in command.params:
            assert parameter.param_type_name == "argument" or parameter.help, parameter.name
        assert ("--format" in said) == (name not in MADE)
        assert ("--output" in said) == (name != "export")


def test_the_shell_completes_commands_and_instruments():
    def completed(*args):
        *before, incomplete = args
        complete = ShellComplete(main, {}, "provisions", "_PROVISIONS_COMPLETE")
        return [c.value for c in complete.get_completions(before, incomplete) if c.type == "plain"]

    assert completed("s") == ["show", "sources"]
    assert completed("show", "KAZ") == ["kazakhstan"]
    assert completed("show", "xyz") == []
