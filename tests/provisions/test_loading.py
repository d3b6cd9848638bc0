"""From TOML to records: nothing is coerced, and every fault has its place, what is wrong, and what
would be right."""

import re
from datetime import UTC, date, datetime
from itertools import combinations

import pytest
from attrs import fields
from every import each, key
from hypothesis import given
from hypothesis import strategies as st
from record_files import (
    DELETED,
    FILES,
    KEYS,
    NATIONAL,
    SMALL,
    SOURCES,
    changed,
    check,
    faults,
    small,
    spoilt,
    tables_of,
    versions,
)
from record_strategies import mutations, sources
from record_strategies import versions as any_version

from provisions import DataError, Fault, corpus, unstructure
from provisions.checking.versions import check_file, check_version
from provisions.loading import load_sources, load_thesaurus, read_toml, structure
from provisions.records import Source, Version

# --- the small law is faultless, so that every fault below is the one that was put in


def test_the_small_law_has_no_fault():
    version, found = check(small())
    assert found == ()
    assert version.key == "ruritania@2010-01-01"
    assert version.lists["movement"].entries["receipt"].requires["for-gain"].words == "for gain"
    assert version.offences[0].limbs[1].victims == ("child",)


# --- one slip, one fault: its key path, what is wrong, what would be right

LIMB = ("offences", 0, "limbs", 1)
NUMBER_OR_TEXT = [
    (
        ("lists", "movement", "at"),
        128,
        "lists.movement.at",
        "must be text, in quotation marks, not a number (128)",
    ),
    (
        ("offences", 0, "at"),
        18.10,
        "offences[0].at",
        "must be text, in quotation marks, not a number (18.1)",
    ),
    (("offences", 0, "id"), True, "offences[0].id", "not a truth value (True)"),
    (
        ("lists", "means", "to_read"),
        "",
        "lists.means.to_read",
        "must be text, in quotation marks, not empty",
    ),
    (
        ("established_by",),
        date(2010, 1, 1),
        "established_by",
        "must be text, in quotation marks, not a date",
    ),
    (("ended_by",), ["Law No. 1"], "ended_by", "must be text, in quotation marks, not a list"),
    (
        ("offences", 0, "penalty", "max_years"),
        "8",
        "offences[0].penalty.max_years",
        "not text ('8')",
    ),
    (
        ("offences", 0, "penalty", "min_years"),
        3.0,
        "offences[0].penalty.min_years",
        "must be a whole number",
    ),
    (
        ("offences", 0, "penalty", "max_months"),
        -6,
        "offences[0].penalty.max_months",
        "must be a whole number",
    ),
    (
        ("offences", 0, "penalty", "min_months"),
        True,
        "offences[0].penalty.min_months",
        "not a truth value (True)",
    ),
    (
        ("offences", 0, "penalty", "life"),
        "yes",
        "offences[0].penalty.life",
        "must be true or false, not text ('yes')",
    ),
    (
        ("offences", 0, "penalty", "spans_tiers"),
        1,
        "offences[0].penalty.spans_tiers",
        "must be true or false",
    ),
    (
        ("in_force", "until"),
        "2012-01-01",
        "in_force.until",
        "must be a date without quotation marks, such as 2012-04-18",
    ),
    (
        ("read",),
        datetime(2024, 5, 6, 12, tzinfo=UTC),
        "read",
        "must be a date without quotation marks",
    ),
    (
        ("read",),
        2024,
        "read",
        "must be a date without quotation marks, such as 2012-04-18, not a number (2024)",
    ),
]
CHOICES = [
    (
        ("lists", "means", "unlisted"),
        "closed",
        "lists.means.unlisted",
        "must be one of absent, open, silent",
    ),
    (("lists", "means", "unlisted"), "absnt", "lists.means.unlisted", "did you mean 'absent'?"),
    (
        ("lists", "circumstances", "role"),
        "agravating",
        "lists.circumstances.role",
        "did you mean 'aggravating'?",
    ),
    (
        ("offences", 0, "kind"),
        "traficking",
        "offences[0].kind",
        "one of trafficking, related, not 'traficking' (did you mean 'trafficking'?)",
    ),
    ((*LIMB, "mark"), "argueable", "offences[0].limbs[1].mark", "did you mean 'arguable'?"),
    (
        (*LIMB, "victims"),
        ["woman"],
        "offences[0].limbs[1].victims[0]",
        "must be one of adult, child, incapacitated",
    ),
    ((*LIMB, "victims"), ["child", 18], "offences[0].limbs[1].victims[1]", "not a number (18)"),
    (
        ("non_punishment", 0, "beneficiary"),
        "victims",
        "non_punishment[0].beneficiary",
        "did you mean 'victim'?",
    ),
    (
        ("offences", 0, "penalty", "confiscation"),
        True,
        "offences[0].penalty.confiscation",
        "mandatory, optional, no",
    ),
]
KEYS_AND_NAMES = [
    (
        ("nothing_on", "mean"),
        "1-300",
        "nothing_on.mean",
        "neither a facet nor a concept (did you mean 'means'?)",
    ),
    (("unread", "use-of-service"), "1", "unread.use-of-service", "did you mean 'use-of-services'?"),
    (
        (*LIMB, "mean"),
        "means",
        "offences[0].limbs[1].mean",
        "unknown key (did you mean 'means'?); known: acts, means",
    ),
    (
        ("lists", "means", "opened"),
        "x",
        "lists.means.opened",
        "unknown key (did you mean 'opening'?)",
    ),
    (("in_force", "from"), date(2010, 1, 1), "in_force.from", "unknown key; known: since, until"),
    (("offence",), [], "offence", "unknown key (did you mean 'offences'?)"),
    (("lists", "means", "at"), DELETED, "lists.means.at", 'is missing: write at = "128(1)"'),
    (("lists", "movement", "unlisted"), DELETED, "lists.movement.unlisted", "is missing"),
    (("offences", 0, "kind"), DELETED, "offences[0].kind", "is missing"),
    (
        ("offences", 0, "limbs", 0, "purposes"),
        DELETED,
        "offences[0].limbs[0].purposes",
        "is missing",
    ),
    (("source",), DELETED, "source", "is missing"),
    (("read",), DELETED, "read", "is missing"),
    (
        ("lists", "movement", "entries", "recruitement"),
        "recruitement",
        "lists.movement.entries.recruitement",
        "unknown concept 'recruitement' (did you mean 'recruitment'?)",
    ),
    (
        ("lists", "movement", "entries", "receipt", "requires", "for-gian"),
        "for gain",
        "lists.movement.entries.receipt.requires.for-gian",
        "did you mean 'for-gain'?",
    ),
    (
        ("non_punishment", 0, "effects", "no-penality"),
        "no penalty",
        "non_punishment[0].effects.no-penality",
        "did you mean 'no-penalty'?",
    ),
    (
        ("discrepancies", 0, "on"),
        ["deceptoin"],
        "discrepancies[0].on[0]",
        "did you mean 'deception'?",
    ),
    (("examples", 0, "facts"), ["slavry"], "examples[0].facts[0]", "did you mean 'slavery'?"),
    (
        (*LIMB, "means"),
        "meens",
        "offences[0].limbs[1].means",
        "there is no list 'meens' (did you mean 'means'?)",
    ),
    (
        (*LIMB, "acts"),
        "not-required",
        "offences[0].limbs[1].acts",
        "cannot stand here, an offence has an act; known: movement, not-seen",
    ),
    (
        (*LIMB, "purposes"),
        "movement",
        "offences[0].limbs[1].purposes",
        "has the role 'act', and 'purpose' is wanted",
    ),
    (
        ("offences", 0, "tiers", 0, "circumstances"),
        "circumstance",
        "offences[0].tiers[0].circumstances",
        "did you mean 'circumstances'?",
    ),
    (("offences", 0, "graver_for"), "means", "offences[0].graver_for", "'aggravating' is wanted"),
    (
        ("lists", "means", "entries", "slavery"),
        "slavery",
        "lists.means.entries.slavery",
        "'slavery' is a purpose; here stands a means or",
    ),
    (
        ("lists", "means", "entries", "fraud", "source"),
        "speach",
        "lists.means.entries.fraud.source",
        "unknown source 'speach' (did you mean 'speech'?)",
    ),
]
SHAPES = [
    (
        (*LIMB, "victims"),
        "child",
        "offences[0].limbs[1].victims",
        "must be a list, in square brackets, not text ('child')",
    ),
    (
        ("offences", 0, "limbs"),
        {},
        "offences[0].limbs",
        "must be a list of tables: write [[offences.limbs]], with two brackets",
    ),
    (("offences", 0, "limbs", 0), [], "offences[0].limbs[0]", "must be a table, not a list"),
    (
        ("offences", 0, "limbs", 0),
        "movement",
        "offences[0].limbs[0]",
        "must be a table, not text ('movement')",
    ),
    (("offences",), {}, "offences", "must be a list of tables: write [[offences]], with two"),
    (
        ("non_punishment",),
        {"at": "128"},
        "non_punishment",
        "must be a list of tables: write [[non_punishment]], with two brackets",
    ),
    (("lists",), [], "lists", "must be a table, not a list"),
    (("lists", "means"), "deceit", "lists.means", "must be a table, not text ('deceit')"),
    (
        ("lists", "means", "entries"),
        ["deception"],
        "lists.means.entries",
        'must be a table, such as { deception = "by deceit" }, not a list',
    ),
    (
        ("lists", "means", "entries", "fraud"),
        7,
        "lists.means.entries.fraud",
        "must be text or a table, not a number (7)",
    ),
    (
        ("lists", "means", "entries", "fraud"),
        ["x"],
        "lists.means.entries.fraud",
        "must be text or a table, not a list",
    ),
    (("lists", "means", "entries", "fraud"), "", "lists.means.entries.fraud", "must be text"),
    (
        ("lists", "movement", "entries", "receipt", "requires"),
        "for-gain",
        "lists.movement.entries.receipt.requires",
        "a table",
    ),
    (("in_force",), date(2010, 1, 1), "in_force", "must be a table, not a date"),
    (("offences", 0, "penalty"), [], "offences[0].penalty", "must be a table, such as { words ="),
    (("notes",), "one note", "notes", "must be a list, in square brackets, not text ('one note')"),
    (("nothing_on",), ["related"], "nothing_on", "must be a table, not a list"),
    (
        ("nothing_on", "related"),
        ["1-300"],
        "nothing_on.related",
        "must be text or a table, not a list",
    ),
    (
        ("discrepancies", 0, "on"),
        "deception",
        "discrepancies[0].on",
        "must be a list, in square brackets, not text",
    ),
    (
        ("examples", 0, "facts"),
        {"slavery": True},
        "examples[0].facts",
        "must be a list, in square brackets, not a table",
    ),
]
LEAVES = [*NUMBER_OR_TEXT, *CHOICES, *KEYS_AND_NAMES]


@pytest.mark.parametrize(
    ("steps", "value", "path", "says"),
    [*LEAVES, *SHAPES],
    ids=[
        f"{x[2]}={'left out' if type(x[1]) is object else repr(x[1])}"[:60]
        for x in (*LEAVES, *SHAPES)
    ],
)
def test_every_slip_is_located_and_explained(steps, value, path, says):
    found = spoilt(steps, value)
    assert says in found.get(path, f"no fault at {path}: {found}")


@pytest.mark.parametrize(
    ("steps", "value"), [x[:2] for x in (*NUMBER_OR_TEXT, *CHOICES, *SHAPES)], ids=str
)
def test_a_value_of_the_wrong_kind_gives_no_record(steps, value):
    assert check(changed(small(), steps, value))[0] is None


def test_a_victim_written_as_text_is_not_read_letter_by_letter():
    assert list(spoilt((*LIMB, "victims"), "child")) == ["offences[0].limbs[1].victims"]


def test_limbs_written_as_a_table_do_not_load_as_none():
    assert list(spoilt(("offences", 0, "limbs"), {})) == ["offences[0].limbs"]


def _apart(cases):
    targets = [case[0] for case in cases]
    return all(a[: len(b)] != b and b[: len(a)] != a for a, b in combinations(targets, 2))


@given(st.lists(st.sampled_from(LEAVES), min_size=2, max_size=6).filter(_apart))
def test_slips_in_one_file_are_all_reported_at_once(cases):
    raw = small()
    for steps, value, _, _ in cases:
        raw = changed(raw, steps, value)
    found = faults(raw)
    for _, _, path, says in cases:
        assert says in found.get(path, ""), f"{path} is lost among {sorted(found)}"


def test_a_file_with_five_slips_gives_five_faults_and_no_sixth():
    raw = small()
    raw["lists"]["movement"]["at"] = 128
    raw["lists"]["means"]["unlisted"] = "closed"
    raw["offences"][0]["limbs"][1]["means"] = "meens"
    raw["lists"]["exploitation"]["entries"]["slavry"] = "slavery"
    raw["lists"]["means"]["entries"]["fraud"]["source"] = "speach"
    assert set(faults(raw)) == {
        "lists.movement.at",
        "lists.means.unlisted",
        "offences[0].limbs[1].means",
        "lists.exploitation.entries.slavry",
        "lists.means.entries.fraud.source",
    }


def test_an_unknown_facet_does_not_hide_a_wrong_value_beside_it():
    raw = changed(small(), ("nothing_on",), {"penalties": "1-300", "related": 7})
    assert {"nothing_on.penalties", "nothing_on.related"} <= set(faults(raw))


def test_a_role_written_as_a_table_is_not_printed_whole_in_the_faults_of_what_refers_to_it():
    found = spoilt(
        ("lists", "means", "role"), {"means": "deceit and everything else that stood here"}
    )
    assert "must be one of act, mental, rule" in found["lists.means.role"]
    assert not [message for message in found.values() if "everything else" in message]


def test_a_file_may_not_bring_a_table_called_instrument():
    # the index says what the instrument is; what a file says of it is refused, and never dropped in
    # silence
    assert any(
        path.startswith("instrument") for path in spoilt(("instrument",), {"name": "Atlantis"})
    )


@pytest.mark.parametrize("key", ["id", "name", "kind", "aliases"])
def test_a_file_of_the_corpus_may_not_say_again_what_the_index_says(key):
    assert "unknown key" in spoilt((key,), "Ruritania")[key]


# --- drafts: files that stand alone


def draft(**more):
    return {"name": "Ruritania 2030", "kind": "national-law", **small(), **more}


def test_a_file_with_name_and_kind_stands_alone():
    version, found = check(draft(), instrument=None)
    assert found == ()
    assert (version.id, version.name, version.instrument.title) == (
        "ruritania-2030",
        "Ruritania 2030",
        "Ruritania 2030",
    )


@pytest.mark.parametrize("key", ["name", "kind"])
def test_a_draft_without_its_name_or_kind_is_told_the_key_it_lacks(key):
    raw = draft()
    del raw[key]
    found = faults(raw, instrument=None)
    assert list(found) == [key], "one key is missing, at the top of the file"
    assert "is missing" in found[key]


# --- from the disk


def on_disk(tmp_path, content):
    path = tmp_path / "law.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    raw, _, found = read_toml(path, "law.toml")
    return raw, found


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("source = code", "is not TOML"),
        (SMALL.replace('role = "act"', 'role = "act"\nrole = "means"'), "is not TOML"),
        (SMALL + '\n[lists.means]\nrole = "means"\n', "is not TOML"),
        ("source = 'Купля'".encode("cp1251"), "is not UTF-8 text: save it as UTF-8"),
        ("a = " + "[" * 5000, "is nested too deeply"),
    ],
    ids=["no quotation marks", "a key twice", "a table twice", "another encoding", "nested lists"],
)
def test_a_file_that_is_no_toml_is_one_fault(tmp_path, content, says):
    raw, found = on_disk(tmp_path, content)
    assert raw == {}
    assert len(found) == 1
    assert re.match(rf"law\.toml(:\d+)?: {says}", str(found[0]))


def test_a_fault_of_toml_says_the_line(tmp_path):
    _, found = on_disk(tmp_path, 'source = "code"\n\nread = yesterday\n')
    assert "line 3" in found[0].message
    assert found[0].line == 3
    assert str(found[0]).startswith("law.toml:3: is not TOML")


def test_a_number_of_five_thousand_digits_is_a_fault_and_no_traceback(tmp_path):
    _, found = on_disk(tmp_path, f"read = {'1' * 5000}")
    assert len(found) == 1


def test_keys_nested_a_thousandfold_are_a_fault_and_no_traceback(tmp_path):
    raw, found = on_disk(
        tmp_path, f"{SMALL.partition('[')[0]}{'a.' * 2000}a = 1\n{SMALL[SMALL.index('[') :]}"
    )
    assert found or check(raw)[1]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nowhere.toml", "there is no such file"),
        (".", "is a folder: give the file of one version"),
        ("a\0b.toml", "cannot be read: embedded null byte"),
    ],
)
def test_what_is_no_file_is_one_fault(tmp_path, name, says):
    assert read_toml(tmp_path / name, "bill.toml") == ({}, "", (Fault("bill.toml", "", says),))


def test_a_file_of_ten_megabytes_is_one_fault(tmp_path):
    (tmp_path / "bill.toml").write_bytes(b"# a comment\n" * 900_000)
    raw, text, (fault,) = read_toml(tmp_path / "bill.toml", "bill.toml")
    assert (raw, text) == ({}, "")
    assert fault.message.startswith("is larger than 2 MB")


def test_a_byte_order_mark_is_no_part_of_a_file(tmp_path):
    (tmp_path / "bill.toml").write_bytes(b'\xef\xbb\xbfname = "Bill"\r\nkind = "national-law"\r\n')
    raw, text, found = read_toml(tmp_path / "bill.toml")
    assert (raw, found) == ({"name": "Bill", "kind": "national-law"}, ())
    assert text.startswith("name")


def test_a_fault_reads_as_file_path_and_message():
    assert (
        str(Fault("law.toml", "offences[0].at", "is missing"))
        == "law.toml: offences[0].at: is missing"
    )
    assert str(Fault("law.toml", "", "is not TOML")) == "law.toml: is not TOML"


def test_an_error_of_data_tells_every_fault_on_a_line_of_its_own():
    error = DataError((Fault("a.toml", "x", "one"), Fault("a.toml", "y", "two")))
    assert str(error).splitlines() == ["a.toml: x: one", "a.toml: y: two"]
    assert len(error.faults) == 2


# --- whatever happens to a file, the answer is a list of faults or a record


@given(st.data(), st.sampled_from(FILES))
def test_no_mutation_of_a_file_gives_a_traceback(data, path):
    raw = data.draw(mutations(tables_of(path)))
    instrument = corpus.find(path.parent.name)
    version, found = check_version(
        raw, path.name, instrument, corpus.thesaurus(), corpus.bibliography()
    )
    assert version is not None or found
    known = {*raw, *(f.name for f in fields(Version))}
    for fault in found:
        assert fault.file == path.name
        assert fault.message
        assert fault.path == "" or any(fault.path.startswith(key) for key in known), (
            f"{fault} is nowhere in the file"
        )
    if version is not None:
        assert structure(unstructure(version), Version, path.name) == (version, ())


@given(mutations(small()))
def test_no_mutation_of_the_small_law_gives_a_traceback(raw):
    version, found = check(raw)
    assert version is not None or found


@given(mutations({"name": "Bill", "kind": "national-law", **small()}))
def test_no_mutation_of_a_draft_gives_a_traceback(raw):
    version, found = check(raw, instrument=None)
    assert version is not None or found


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    return tmp_path_factory.mktemp("mutated") / "2010-01-01.toml"


@given(st.data())
def test_no_slip_of_the_keyboard_gives_a_traceback(scratch, data):
    text = SMALL
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 30))
        text = text[:at] + data.draw(st.text('[]{}="\n,.#x7-', max_size=3)) + text[at + cut :]
    scratch.write_text(text, encoding="utf-8")
    version, found = check_file(
        scratch, "law.toml", {scratch.parent.name: NATIONAL}, corpus.thesaurus(), SOURCES
    )
    assert version is not None or found


# --- records survive the way out and back in


def is_plain(value):
    """What TOML can hold: tables, lists, text, numbers, truth values, days."""
    if isinstance(value, dict):
        return all(isinstance(k, str) and is_plain(v) for k, v in value.items())
    if isinstance(value, list | tuple):
        return all(map(is_plain, value))
    return type(value) in (str, int, bool, date)


@each(versions(), key)
def test_every_record_of_the_corpus_survives_unstructuring(version):
    plain = unstructure(version)
    assert is_plain(plain)
    assert structure(plain, Version, "again") == (version, ())


def test_every_file_was_tried():
    assert sorted(v.key for v in versions()) == sorted(KEYS)


@given(any_version)
def test_any_record_survives_unstructuring(version):
    plain = unstructure(version)
    assert is_plain(plain)
    assert structure(plain, Version, "again") == (version, ())


@given(sources)
def test_any_source_survives_unstructuring_under_the_names_of_csl(source):
    plain = unstructure(source)
    assert "container_title" not in plain
    assert plain.get("container-title") == source.container_title
    assert structure(plain, Source, "again") == (source, ())


@given(any_version, st.sampled_from(["lists", "offences", "in_force", "source", "read"]))
def test_records_are_immutable(version, name):
    with pytest.raises(AttributeError):
        setattr(version, name, None)


def test_the_lists_of_a_record_are_immutable():
    version, _ = check(small())
    with pytest.raises(TypeError):
        version.lists["means"].entries["abduction"] = None
    with pytest.raises(TypeError):
        version.lists["more"] = None


# --- bibliography and vocabulary


def test_a_source_without_basis_and_one_with_an_unknown_key_are_both_located():
    raw = {"sources": {"a": {"type": "book", "title": "A"}, "b": {"type": "book", "title": "B", "basis": "primary",
           "container_title": "C", "yaer": "2012"}}}  # fmt: skip
    found, bad = load_sources(raw, "bibliography.toml")
    assert found == {}
    assert {f.path for f in bad} == {
        "sources.a.basis",
        "sources.b.container_title",
        "sources.b.yaer",
    }
    assert "did you mean 'container-title'?" in next(
        f.message for f in bad if "container" in f.path
    )


@pytest.mark.parametrize(
    "raw", [{"source": {}}, {"sources": []}, {"sources": {}, "bibliography": 1}]
)
def test_a_bibliography_of_the_wrong_shape_is_refused(raw):
    assert load_sources(raw, "bibliography.toml")[1]


def test_a_concept_may_be_its_label_alone_and_stands_in_one_group_only():
    words, bad = load_thesaurus(
        {"acts": {"selling": "sale"}, "means": {"selling": "sale"}}, "vocabulary.toml"
    )
    assert (words["selling"].label, words["selling"].sort) == ("sale", "means")
    assert [(f.path, f.message) for f in bad] == [
        ("means.selling", "this identifier stands in another group too")
    ]


@pytest.mark.parametrize(
    ("raw", "path", "says"),
    [
        ({"act": {"selling": "sale"}}, "act", "unknown group (did you mean 'acts'?)"),
        ({"acts": ["selling"]}, "acts", "must be a table: write [acts], not a list"),
        ({"acts": {"selling": 7}}, "acts.selling", "its label, or a table, not a number (7)"),
        ({"acts": {"selling": {}}}, "acts.selling.label", "is missing"),
        (
            {"acts": {"selling": {"label": "sale", "heading": "yes"}}},
            "acts.selling.heading",
            "must be true or false",
        ),
        (
            {"acts": {"selling": {"label": "sale", "heeding": True}}},
            "acts.selling.heeding",
            "did you mean 'heading'?",
        ),
        ({"broader": [{"narrower": "a"}]}, "broader[0].broader", "is missing"),
        (
            {"overlaps": [{"between": ["a"], "reason": "r"}]},
            "overlaps[0].between",
            "must have 2 values, not 1",
        ),
        ({"overlaps": [{"between": "ab", "reason": "r"}]}, "overlaps[0].between", "must be a list"),
        ({"broader": "a > b"}, "broader", "must be"),
        ({"broader": {"narrower": "a", "broader": "b"}}, "broader", "must be a list"),
    ],
    ids=str,
)
def test_a_slip_in_the_vocabulary_is_located_and_explained(raw, path, says):
    found = {f.path: f.message for f in load_thesaurus(raw, "vocabulary.toml")[1]}
    assert says in (found.get(path) or found.get(f"{path}[0]", f"no fault at {path}: {found}"))
