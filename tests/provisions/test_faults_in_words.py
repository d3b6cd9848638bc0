"""What is said of a faulty file, sentence by sentence: the place, what is wrong, what would be right."""

import errno
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from attrs import evolve

from provisions import DataError, Fault, unstructure
from provisions.loading import (
    LARGEST,
    first_day,
    instrument_table,
    load_sources,
    load_thesaurus,
    load_version,
    located,
    parse_toml,
    placed,
    read_text,
    read_toml,
    structure,
)
from provisions.records import (
    Broader,
    Entry,
    Evidence,
    Instrument,
    List,
    Offence,
    Overlap,
    Penalty,
    Source,
    Span,
    Version,
)

FILE = "bill.toml"


def faults(raw, cls, at=""):
    """The faults of a table that is to be a record."""
    record, found = structure(raw, cls, FILE, at)
    assert (record is None) == bool(found)
    return "\n".join(map(str, found))


# -- one value that is of the wrong kind ----------------------------------------------------------------

MEANS = {"role": "means", "at": "1", "unlisted": "absent"}
DAY, NOON = date(2012, 1, 1), datetime(2012, 1, 1, 12, tzinfo=UTC)


def means(**more):
    """The faults of a list of means."""
    return faults(MEANS | more, List)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({}, ""),
        ({"at": 7}, 'bill.toml: at: must be text, in quotation marks, not a number (7): write "7"'),
        ({"at": ""}, "bill.toml: at: must be text, in quotation marks, not empty"),
        ({"at": " "}, "bill.toml: at: must be text, in quotation marks, not text (' ')"),
        ({"at": 1.5}, "bill.toml: at: must be text, in quotation marks, not a number (1.5)"),
        ({"at": True}, "bill.toml: at: must be text, in quotation marks, not a truth value (True)"),
        ({"at": ["1"]}, "bill.toml: at: must be text, in quotation marks, not a list"),
        ({"at": {}}, "bill.toml: at: must be text, in quotation marks, not a table"),
        ({"at": DAY}, 'bill.toml: at: must be text, in quotation marks, not a date: write "2012-01-01"'),
        ({"at": NOON}, 'bill.toml: at: must be text, in quotation marks, not a date: write "2012-01-01 12:00:00+00:00"'),
        ({"at": None}, "bill.toml: at: must be text, in quotation marks, not NoneType"),
        ({"role": "mean"}, "bill.toml: role: must be one of act, mental, rule, scope, means, purpose, aggravating, related, reference, general, not 'mean' (did you mean 'means'?)"),
        ({"role": 7}, "bill.toml: role: must be one of act, mental, rule, scope, means, purpose, aggravating, related, reference, general, not a number (7)"),
        ({"role": DAY}, "bill.toml: role: must be one of act, mental, rule, scope, means, purpose, aggravating, related, reference, general, not a date"),
        ({"entries": []}, 'bill.toml: entries: must be a table, such as { deception = "by deceit" }, not a list'),
        ({"entries": [{"fraud": "deceit"}]}, "bill.toml: entries: must be one table: write [entries], with one bracket"),
        ({"entries": ["fraud"]}, 'bill.toml: entries: must be a table, such as { deception = "by deceit" }, not a list'),
        ({"entries": "fraud"}, "bill.toml: entries: must be a table, such as { deception = \"by deceit\" }, not text ('fraud')"),
        ({"entries": {"fraud": 7}}, "bill.toml: entries.fraud: must be text or a table, not a number (7)"),
        ({"entries": {"fraud": [{"words": "deceit"}]}}, "bill.toml: entries.fraud: must be one table: write [entries.fraud], with one bracket"),
        ({"entries": {"fraud": ""}}, "bill.toml: entries.fraud: must be text, in quotation marks, not empty"),
        ({"entries": {"fraud": {"wrds": "deceit", "gloss": 7}}}, "bill.toml: entries.fraud.gloss: must be text, in quotation marks, not a number (7): write \"7\"\nbill.toml: entries.fraud.wrds: unknown key (did you mean 'words'?); known: words, gloss, at, source, lang, by, requires, mark, reading, restates, strength, refers_to, also, defined, settled_by, one_of"),
        ({"entries": {"fraud, deception": "deceit", "fraud": "fraud"}}, "bill.toml: entries: names 'fraud' twice: one entry a concept; another source stands in 'also'"),
        ({"entries": {"fraud,, deception": "deceit"}}, "bill.toml: entries: 'fraud,, deception' names nothing beside a comma: write \"fraud, deception\""),
        ({"entries": {"fraud": {"requires": 7}}}, 'bill.toml: entries.fraud.requires: must be a table, such as { for-gain = "for gain" }, not a number (7)'),
        ({"entries": {"fraud": {"requires": {"for-gain": 7}}}}, "bill.toml: entries.fraud.requires.for-gain: must be text or a table, not a number (7)"),
        ({"entries": {"fraud": {"also": "deceit"}}}, "bill.toml: entries.fraud.also: must be a list, in square brackets, not text ('deceit')"),
        ({"entries": {"fraud": {"also": {"at": "1"}}}}, "bill.toml: entries.fraud.also: must be a list of tables: write [[entries.fraud.also]], with two brackets"),
        ({"entries": {"fraud": {"also": ["deceit", 7, {"at": 8}]}}}, 'bill.toml: entries.fraud.also[1]: must be text or a table, not a number (7)\nbill.toml: entries.fraud.also[2].at: must be text, in quotation marks, not a number (8): write "8"'),
        ({"rle": "means", "closed": True}, "bill.toml: closed: unknown key (did you mean 'closing'?); known: role, unlisted, at, entries, opening, opening_gloss, opening_at, closing, closing_gloss, to_read, reading, source, lang, by, strength\nbill.toml: rle: unknown key (did you mean 'role'?); known: role, unlisted, at, entries, opening, opening_gloss, opening_at, closing, closing_gloss, to_read, reading, source, lang, by, strength"),
    ],
)  # fmt: skip
def test_of_a_list(wrong, says):
    assert means(**wrong) == says


@pytest.mark.parametrize(
    ("raw", "cls", "says"),
    [
        ({"min_years": "7"}, Penalty, "bill.toml: min_years: must be a whole number from 0 to 999, without quotation marks, not text ('7')"),
        ({"min_years": 1000}, Penalty, "bill.toml: min_years: must be a whole number from 0 to 999, without quotation marks, not a number (1000)"),
        ({"min_years": 999}, Penalty, ""),
        ({"min_years": 0}, Penalty, ""),
        ({"min_years": -1}, Penalty, "bill.toml: min_years: must be a whole number from 0 to 999, without quotation marks, not a number (-1)"),
        ({"min_years": True}, Penalty, "bill.toml: min_years: must be a whole number from 0 to 999, without quotation marks, not a truth value (True)"),
        ({"life": "yes"}, Penalty, "bill.toml: life: must be true or false, not text ('yes')"),
        ({"life": 1}, Penalty, "bill.toml: life: must be true or false, not a number (1)"),
        ({"fine": "an"}, Penalty, "bill.toml: fine: must be one of and, optional, or, and-or, only, not 'an' (did you mean 'and'?)"),
        ([], Penalty, 'bill.toml: must be a table, such as { words = "up to five years", max_years = 5 }, not a list'),
        ([{"life": True}], Penalty, "bill.toml: must be one table: write [], with one bracket"),
        ("life", Penalty, "bill.toml: must be a table, such as { words = \"up to five years\", max_years = 5 }, not text ('life')"),
        (7, Span, "bill.toml: must be a table, not a number (7)"),
        ({"since": "2011-13"}, Span, "bill.toml: since: must be a date without quotation marks, such as 2012-04-18, or a month or a year with them, such as \"2011-03\" or \"2011\", not text ('2011-13')"),
        ({"since": NOON}, Span, 'bill.toml: since: must be a date without quotation marks, such as 2012-04-18, or a month or a year with them, such as "2011-03" or "2011", not a date'),
        ({"since": 7}, Span, 'bill.toml: since: must be a date without quotation marks, such as 2012-04-18, or a month or a year with them, such as "2011-03" or "2011", not a number (7)'),
        ({"since": DAY, "until": "2012"}, Span, "bill.toml: until: must be a date without quotation marks, such as 2012-04-18, not text ('2012')"),
        ({"since": DAY, "until": NOON}, Span, "bill.toml: until: must be a date without quotation marks, such as 2012-04-18, not a date"),
        ({"since": DAY, "written": "2012"}, Span, "bill.toml: written: unknown key; known: since, until"),
        ({}, Span, "bill.toml: since: is missing: write since = 2012-04-18, a day without quotation marks"),
        ({}, Overlap, "bill.toml: between: is missing: give 'between' a list, in square brackets\nbill.toml: reason: is missing: write reason = ..., in quotation marks"),
        ({"between": ["fraud"], "reason": "near"}, Overlap, "bill.toml: between: must have 2 values, not 1"),
        ({}, Broader, 'bill.toml: narrower: is missing: write narrower = "debt-bondage", a concept\nbill.toml: broader: is missing: write broader = "forced-labour", a concept'),
        ({}, Offence, "bill.toml: id: is missing: write id = \"128\"\nbill.toml: kind: is missing: give 'kind' one of trafficking, related\nbill.toml: at: is missing: write at = \"128(1)\", the pinpoint in the law"),
        ({}, List, "bill.toml: role: is missing: give 'role' one of act, mental, rule, scope, means, purpose, aggravating, related, reference, general\nbill.toml: unlisted: is missing: give 'unlisted' one of absent, open, silent\nbill.toml: at: is missing: write at = \"128(1)\", the pinpoint in the law"),
        ({}, Source, "bill.toml: id: is missing: write id = \"128\"\nbill.toml: type: is missing: write type = \"legislation\"\nbill.toml: title: is missing: write title = ..., in quotation marks\nbill.toml: basis: is missing: give 'basis' one of primary, official-translation, unofficial-translation, secondary, draft"),
        ({"type": "legislation", "title": "Code", "basis": "primary", "id": "code", "containertitle": "Gazette", "container-title": 7}, Source, "bill.toml: container-title: must be text, in quotation marks, not a number (7): write \"7\"\nbill.toml: containertitle: unknown key (did you mean 'container-title'?); known: type, title, basis, language, author, issued, publisher, container-title, number, page, section, wording, URL, accessed, note"),
        ({}, Version, "bill.toml: instrument: is missing: give 'instrument' a list, in square brackets\nbill.toml: in_force: is missing: write [in_force], and below it since = 2012-04-18\nbill.toml: source: is missing: write source = \"code\", one of the sources\nbill.toml: read: is missing: write read = 2012-04-18, a day without quotation marks"),
    ],
)  # fmt: skip
def test_of_other_records(raw, cls, says):
    assert faults(raw, cls) == says


def test_of_a_table_within_another_the_place_has_both():
    assert faults({"min_years": "7"}, Penalty, "offences[0].penalty").startswith(
        "bill.toml: offences[0].penalty.min_years: must be a whole number"
    )
    wrong = {"id": "1", "kind": "trafficking", "at": "1", "tiers": {"at": "2"}}
    assert faults(wrong, Offence, "offences[2]") == (
        "bill.toml: offences[2].tiers: "
        "must be a list of tables: write [[offences.tiers]], with two brackets"
    )


# -- the limbs that a row stands for ----------------------------------------------------------------------

ROW = {"acts": "a", "means": "m", "purposes": "p"}
YOUNG = {"victim-under-21": "young", "for-gain": "gain"}


def limbs(*rows):
    """The limbs of an offence, or its faults, in short."""
    raw = {"id": "1", "kind": "trafficking", "at": "1", "limbs": rows[0] if len(rows) == 1 and not isinstance(rows[0], dict) else list(rows)}  # fmt: skip
    offence, found = structure(raw, Offence, FILE)
    if offence is None:
        return "\n".join(map(str, found))
    return "; ".join(f"{x.acts}/{x.means}/{x.purposes} {','.join(x.victims)} {','.join(x.requires)}".strip() for x in offence.limbs)  # fmt: skip


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (ROW, "a/m/p adult,child,incapacitated"),
        (7, "bill.toml: limbs: must be a list, in square brackets, not a number (7)"),
        ([7], "bill.toml: limbs[0]: must be a table, not a number (7)"),
        ([], ""),
        (ROW | {"purposes": ["p", "q"], "acts": ["a", "b"]}, "a/m/p adult,child,incapacitated; a/m/q adult,child,incapacitated; b/m/p adult,child,incapacitated; b/m/q adult,child,incapacitated"),
        (ROW | {"acts": []}, "bill.toml: limbs[0].acts: names no list: give the name of one, or of several in square brackets"),
        ({"means": "m", "purposes": "p"}, 'bill.toml: limbs[0].acts: is missing: write acts = "acts", the name of a list'),
        (ROW | {"requires": YOUNG}, "a/m/p adult,incapacitated victim-under-21,for-gain; a/m/p child for-gain"),
        (ROW | {"requires": {"victim-under-18": "young"}}, "a/m/p adult,incapacitated victim-under-18; a/m/p child"),
        (ROW | {"requires": {"victim-under-17": "young"}}, "a/m/p adult,child,incapacitated victim-under-17"),
        (ROW | {"requires": YOUNG, "victims": ["adult", "child"]}, "a/m/p adult victim-under-21,for-gain; a/m/p child for-gain"),
        (ROW | {"requires": YOUNG, "victims": ["child"]}, "a/m/p child victim-under-21,for-gain"),
        (ROW | {"requires": YOUNG, "victims": ["adult"]}, "a/m/p adult victim-under-21,for-gain"),
        (ROW | {"requires": YOUNG, "victims": "child"}, "bill.toml: limbs[0].victims: must be a list, in square brackets, not text ('child')"),
        (ROW | {"requires": YOUNG, "victims": ["child", "men"]}, "bill.toml: limbs[0].victims[0]: must be one of adult, child, incapacitated, not 'men'"),
        (ROW | {"requires": 7}, 'bill.toml: limbs[0].requires: must be a table, such as { for-gain = "for gain" }, not a number (7)'),
    ],
)  # fmt: skip
def test_of_the_limbs_of_an_offence(row, says):
    assert limbs(row) == says


# -- text that is no TOML ----------------------------------------------------------------------------------


def parsed(text):
    """The faults of a text, but for the parser's own words and columns."""
    said = "\n".join(map(str, parse_toml(text, FILE)[1]))
    return re.sub(r"is not TOML: [^\n]*?\(at [^)\n]*\)", "is not TOML", said)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('at = "1"', ""),
        ('at = "1"\nat = "2"', "bill.toml:2: is not TOML: a key stands once in its table, another source in 'also'; [x] and [[x]] are not the same"),
        ("[lists]\n[lists]", "bill.toml:2: is not TOML: this table stands above already: put both together"),
        ("lists = {}\n[lists.acts]", "bill.toml:2: is not TOML: this table stands above already: put both together"),
        ('at "1"', "bill.toml:1: is not TOML: write key = value, and a key of several names in quotation marks"),
        ("[lists", "bill.toml:1: is not TOML: the head of a table ends with its bracket"),
        ('at = "1" words = "2"', 'bill.toml:1: is not TOML: one key a line; a date is YYYY-MM-DD; a text stands in quotation marks, and one of them in it is \\"'),
        ('at = "1\n', "bill.toml:1: is not TOML: a text ends on its line, with a quotation mark"),
        ('= "1"', "bill.toml:1: is not TOML: a line is key = value, [table], or a comment behind #"),
        ("read = 2012-13-40", 'bill.toml:1: is not TOML: one key a line; a date is YYYY-MM-DD; a text stands in quotation marks, and one of them in it is \\"'),
        ("at = ", "bill.toml:1: is not TOML: a text has quotation marks; a date, a number, true and false have none"),
        ("at = 1(2)", 'bill.toml:1: is not TOML: one key a line; a date is YYYY-MM-DD; a text stands in quotation marks, and one of them in it is \\"'),
        ("at = [1, 2", "bill.toml:1: is not TOML: a square bracket, or a comma between two values, is missing"),
        ("at = { a = 1", "bill.toml:1: is not TOML: a curly bracket, or a comma between two keys, is missing"),
        ('at = "a\\q"', "bill.toml:1: is not TOML: write a backslash in a text twice"),
        ('at = """1', "bill.toml:1: is not TOML: a text ends with a quotation mark"),
        ("!", "bill.toml:1: is not TOML: a line is key = value, [table], or a comment behind #"),
        ("at = " + "[" * 5000, "bill.toml: is nested too deeply"),
        ('at = "a\\u200bb"', ""),
        ('name = "Bill"\n[lists.acts]\n"a\\u00adb" = ["c", { d = "e\\u202e" }]', "bill.toml:2: lists.acts.a\xadb[1].d: has \\u202e, which no text of a law has; remove it"),
    ],
)  # fmt: skip
def test_of_text_that_is_no_toml_or_has_what_no_text_of_a_law_has(text, says):
    assert parsed(text) == says


def test_a_number_of_thousands_of_digits_is_a_fault_in_one_short_line():
    (fault,) = parse_toml(f"at = {'9' * 5000}", FILE)[1]
    assert str(fault).startswith("bill.toml: is not TOML that can be read: Exceeds the limit")
    assert len(fault.message) == len("is not TOML that can be read: ") + 80


# -- a file that cannot be read ------------------------------------------------------------------------------


def test_of_a_file_that_cannot_be_read(tmp_path, monkeypatch):
    def said(path):
        text, found = read_text(path, FILE)
        assert text == ""
        assert read_toml(path, FILE) == ({}, "", found)
        return str(*found)

    file = tmp_path / "x.toml"
    assert said(tmp_path) == "bill.toml: is a folder: give the file of one version"
    assert said(file) == "bill.toml: there is no such file"
    assert said(Path("a\0b")) == "bill.toml: cannot be read: embedded null byte"
    file.write_bytes(b'name = "\xff"')
    assert said(file) == "bill.toml: is not UTF-8 text: save it as UTF-8"
    file.write_bytes(b"#" * (LARGEST + 1))
    assert said(file) == (
        "bill.toml: is larger than 2 MB: a record is some hundred lines; is this the right file?"
    )
    file.write_bytes(b"#" * LARGEST)
    assert read_text(file, FILE) == ("#" * LARGEST, ())

    def refused(*_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "open", refused)
    assert said(file) == "bill.toml: cannot be read: Input/output error"

    def silent(*_):
        raise OSError("the disk is gone")

    monkeypatch.setattr(Path, "open", silent)
    assert said(file) == "bill.toml: cannot be read: the disk is gone"


def test_a_file_is_called_by_its_path_where_it_has_no_other_name(tmp_path):
    file = tmp_path / "x.toml"
    assert str(read_toml(file)[2][0]) == f"{file}: there is no such file"
    file.write_bytes(b'\xef\xbb\xbfname = "Bill"\r\nat = "1"\r\n')
    assert read_toml(file) == ({"name": "Bill", "at": "1"}, 'name = "Bill"\nat = "1"\n', ())


def test_a_file_that_is_written_to_while_it_is_read_is_read_again(tmp_path, monkeypatch):
    file = tmp_path / "x.toml"
    file.write_text('name = "Bill"')
    states = iter([(1, 13), (2, 13)])
    monkeypatch.setattr("provisions.loading._state", lambda _: next(states))
    assert [str(f) for f in read_text(file, FILE)[1]] == [
        "bill.toml: was changed while it was read: read it again"
    ]


# -- faults, and where they are ----------------------------------------------------------------------------


def test_a_fault_is_told_with_as_much_of_its_place_as_is_known():
    fault = Fault(FILE, "lists.acts", "missing")
    assert str(fault) == "bill.toml: lists.acts: missing"
    assert str(evolve(fault, line=3)) == "bill.toml:3: lists.acts: missing"
    assert str(evolve(fault, path="")) == "bill.toml: missing"
    text = 'name = "Bill"\n[lists.acts]\n'
    assert [f.line for f in located((fault, evolve(fault, line=9)), text)] == [2, 9]
    error = DataError((fault, Fault(FILE, "at", "two\n lines\u202e")))
    assert error.lines == ("bill.toml: lists.acts: missing", "bill.toml: at: two lines\\u202e")


def test_the_first_day_of_a_month_or_a_year():
    assert first_day("2011") == date(2011, 1, 1)
    assert first_day("2011-03") == date(2011, 3, 1)
    assert [first_day(s) for s in ("2011-13", "0000", "2011-3", "x2011", "2011-03-01")] == [
        None
    ] * 5


# -- the vocabulary and the bibliography -------------------------------------------------------------------

CODE = {"type": "legislation", "title": "Code", "basis": "primary"}


def of_sources(raw):
    """The faults of a bibliography."""
    return "\n".join(map(str, load_sources(raw, FILE)[1]))


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ({"sources": {"code": CODE}}, ""),
        ({}, "bill.toml: sources: is missing: every source stands under [sources.<id>]"),
        ({"sources": 7}, "bill.toml: sources: must be tables, not a number (7): every source stands under [sources.<id>]"),
        ({"source": {}, "sources": {}}, "bill.toml: source: unknown table: every source stands under [sources.<id>]"),
        ({"sources": {"code": CODE | {"id": "code"}}}, "bill.toml: sources.code.id: unknown key: the head of the table says it, 'code'"),
        ({"sources": {"code": 7, "bill": {**CODE, "basis": "draf"}}}, "bill.toml: sources.code: must be a table, not a number (7)\nbill.toml: sources.bill.basis: must be one of primary, official-translation, unofficial-translation, secondary, draft, not 'draf' (did you mean 'draft'?)"),
    ],
)  # fmt: skip
def test_of_a_bibliography(raw, says):
    assert of_sources(raw) == says


def of_words(raw, at=""):
    """The faults of a vocabulary."""
    return "\n".join(map(str, load_thesaurus(raw, FILE, at)[1]))


EDGE = {"narrower": "toil", "broader": "labour", "source": "ilo", "at": "1"}


@pytest.mark.parametrize(
    ("raw", "at", "says"),
    [
        ({"purposes": {"labour": "labour", "toil": {"label": "toil", "heading": True}}, "broader": [EDGE]}, "", ""),
        (7, "", "bill.toml: must be tables, one a group, such as [purposes], not a number (7)"),
        (7, "vocabulary", "bill.toml: vocabulary: must be tables, one a group, such as [vocabulary.purposes], not a number (7)"),
        ({"purpose": {}}, "vocabulary", "bill.toml: vocabulary.purpose: unknown group (did you mean 'purposes'?); known: acts, mental, rules, scopes, further, means, purposes, aggravating, clauses, effects, discretion, offences, links, conditions, related, penalty, broader, overlaps"),
        ({"purposes": 7}, "", "bill.toml: purposes: must be a table: write [purposes], not a number (7)"),
        ({"purposes": ["labour"]}, "vocabulary", "bill.toml: vocabulary.purposes: must be a table: write [vocabulary.purposes], not a list"),
        ({"purposes": {"labour": "", "toil": 7, "gain": [], "loss": " "}}, "vocabulary", "bill.toml: vocabulary.purposes.labour: must be text, its label, or a table, not empty\nbill.toml: vocabulary.purposes.toil: must be text, its label, or a table, not a number (7)\nbill.toml: vocabulary.purposes.gain: must be text, its label, or a table, not a list\nbill.toml: vocabulary.purposes.loss: must be text, its label, or a table, not text (' ')"),
        ({"purposes": {"labour": {"label": "labour", "id": "labour", "facet": "purpose", "sort": "act"}}}, "", "bill.toml: purposes.labour.id: unknown key: the head of the table says it, 'labour'\nbill.toml: purposes.labour.facet: unknown key: the head of the table says it, 'purpose'\nbill.toml: purposes.labour.sort: unknown key: the head of the table says it, 'purpose'"),
        ({"purposes": {"labour": {"labl": "labour"}}}, "vocabulary", "bill.toml: vocabulary.purposes.labour.label: is missing: write label = ..., in quotation marks\nbill.toml: vocabulary.purposes.labour.labl: unknown key (did you mean 'label'?); known: label, note, participle, phrase, without, other_label, heading, complete, ordinary, contains, follows, jurisdictional, apart_from, as_means"),
        ({"purposes": {"labour": "labour"}, "means": {"labour": "by labour", "force": "force"}}, "vocabulary", "bill.toml: vocabulary.means.labour: this identifier stands in another group too"),
        ({"broader": {"narrower": "toil"}}, "vocabulary", "bill.toml: vocabulary.broader: must be a list of tables: write [[vocabulary.broader]], with two brackets"),
        ({"overlaps": 7}, "", "bill.toml: overlaps: must be a list of tables: write [[overlaps]], with two brackets"),
        ({"overlaps": [{"between": ["a", "b"], "reason": "near"}, {}], "broader": [7, EDGE]}, "vocabulary", "bill.toml: vocabulary.overlaps[1].between: is missing: give 'between' a list, in square brackets\nbill.toml: vocabulary.overlaps[1].reason: is missing: write reason = ..., in quotation marks\nbill.toml: vocabulary.broader[0]: must be a table, not a number (7)"),
    ],
)  # fmt: skip
def test_of_a_vocabulary(raw, at, says):
    assert of_words(raw, at) == says


def test_a_vocabulary_has_the_concepts_and_edges_that_were_read():
    near = {"between": ["labour", "toil"], "reason": "near"}
    raw = {"purposes": {"labour": "labour", "toil": {"label": "toil"}}, "broader": [EDGE, 7], "overlaps": [near]}  # fmt: skip
    words, found = load_thesaurus(raw, FILE)
    assert [(c.id, c.facet, c.sort, c.label) for c in words] == [
        ("labour", "purpose", "purpose", "labour"),
        ("toil", "purpose", "purpose", "toil"),
    ]
    assert [(e.narrower, e.broader, e.source, e.at) for e in words.broader] == [("toil", "labour", "ilo", "1")]  # fmt: skip
    assert [o.between for o in words.overlaps] == [("labour", "toil")]
    assert [f.path for f in found] == ["broader[1]"]


def test_what_the_head_of_a_table_says_is_given_to_the_record_and_refused_in_the_table():
    assert placed(CODE, Source, {"id": "code"}, FILE, "sources.code")[0].id == "code"
    record, found = placed({**CODE, "id": "x", "basis": 7}, Source, {"id": "code"}, FILE, "sources.code")  # fmt: skip
    assert record is None
    assert [f.path for f in found] == ["sources.code.id", "sources.code.basis"]
    record, found = placed({**CODE, "id": "code"}, Source, {"id": "code"}, FILE, "sources.code")
    assert (record, len(found)) == (None, 1)
    record, found = placed(7, Source, {"id": "code"}, FILE, "sources.code")
    assert (record, *map(str, found)) == (None, "bill.toml: sources.code: must be a table, not a number (7)")  # fmt: skip


# -- a version whole ------------------------------------------------------------------------------------------

BILL = Instrument("bill", "Bill", "Bill 12", "national-law", ("B",))
RAW = {
    "instrument": instrument_table(BILL), "source": "code", "read": date(2012, 4, 18),
    "in_force": {"since": "2012-03"},
    "lists": {"acts": {"role": "act", "at": "1", "unlisted": "absent", "entries": {"recruitment, transfer": "hires", "receipt": {"words": "takes", "requires": {"for-gain": "for gain"}}}}},
    "unread": {"aggravating, related": "2-9"},
}  # fmt: skip


def test_a_version_is_read_with_the_sources_and_the_vocabulary_it_brings():
    version, found = load_version(RAW, FILE)
    assert found == ()
    assert version.instrument == BILL
    assert version.in_force == Span(date(2012, 3, 1), None, "2012-03")
    assert version.lists["acts"].entries == {
        "recruitment": Entry(words="hires"),
        "transfer": Entry(words="hires"),
        "receipt": Entry(words="takes", requires={"for-gain": Evidence(words="for gain")}),
    }
    assert {key: place.at for key, place in version.unread.items()} == {"aggravating": "2-9", "related": "2-9"}  # fmt: skip
    assert (version.sources, version.vocabulary) == ({}, None)
    brought = RAW | {"sources": {"code": CODE}, "vocabulary": {"purposes": {"toil": "toil"}}}
    version, found = load_version(brought, FILE)
    assert found == ()
    assert (list(version.sources), list(version.vocabulary.concepts)) == (["code"], ["toil"])
    assert "sources" in brought, "the tables that were given are as they were"


def test_every_fault_of_a_version_is_told_those_of_what_it_brings_last():
    wrong = RAW | {"read": 7, "sources": 7, "vocabulary": {"purpose": {}}}
    version, found = load_version(wrong, FILE)
    assert version is None
    assert [f.path for f in found] == ["read", "sources", "vocabulary.purpose"]
    version, found = load_version(RAW | {"sources": 7}, FILE)
    assert (version, [f.path for f in found]) == (None, ["sources"])


def test_a_record_is_written_as_the_file_had_it():
    version, _ = load_version(RAW, FILE)
    table = unstructure(version)
    assert table["in_force"] == {"since": "2012-03"}
    assert table["read"] == date(2012, 4, 18)
    assert table["lists"]["acts"]["entries"]["receipt"] == {"words": "takes", "requires": {"for-gain": {"words": "for gain"}}}  # fmt: skip
    assert unstructure(Span(date(2012, 3, 1), date(2013, 1, 1))) == {"since": date(2012, 3, 1), "until": date(2013, 1, 1)}  # fmt: skip
    source, _ = structure(CODE | {"id": "code", "container-title": "Gazette"}, Source, FILE)
    assert unstructure(source)["container-title"] == "Gazette"
