"""Finding and loading: by name, by day, and nothing that was not asked for."""

import re
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_files import DATA, FILES, SMALL, versions

import provisions
from provisions import (
    REFERENCE_DATE,
    BadDateError,
    DataError,
    NotInForceError,
    UnknownNameError,
    corpus,
)
from provisions.fullness import fullness_of

INSTRUMENTS = provisions.instruments()
NAMES = [(name, i.id) for i in INSTRUMENTS for name in (i.id, i.name, *i.aliases)]


# --- names


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("CoE", "coe"),
        ("coe", "coe"),
        ("CETS 197", "coe"),
        ("cets 197", "coe"),
        ("Palermo", "palermo"),
        ("UN", "palermo"),
        ("ARM", "armenia"),
        ("am", "armenia"),
        ("KAZAKHSTAN", "kazakhstan"),
        ("  republic   of moldova ", "moldova"),
        ("2011/36/EU", "eu"),
        ("Modern Slavery Act", "united-kingdom"),
    ],
)
def test_an_instrument_is_found_by_what_lawyers_call_it(name, id_):
    assert provisions.get(name).id == id_
    assert provisions.find(name).id == id_


@given(st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_every_name_is_found_in_any_case(pair, random):
    name, id_ = pair
    mixed = "".join(random.choice([c.lower(), c.upper()]) for c in name)
    assert provisions.find(mixed).id == id_


def test_no_name_stands_for_two_instruments():
    owners = {}
    for name, id_ in NAMES:
        owners.setdefault(name.casefold(), set()).add(id_)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Armenja", "'Armenia'"),
        ("kazakstan", "'kazakhstan'"),
        ("Palerma", "'Palermo'"),
        ("CETS 179", "'CETS 197'"),
    ],
)
def test_a_misspelt_name_is_answered_with_the_nearest(wrong, right):
    with pytest.raises(UnknownNameError) as error:
        provisions.get(wrong)
    assert f"no instrument is called {wrong!r} (did you mean" in str(error.value)
    assert right.strip("'").casefold() in str(error.value).casefold()
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("name", ["Atlantis", "", "@2012-04-18", "123456"])
def test_a_name_like_no_other_is_answered_with_all_there_are(name):
    with pytest.raises(UnknownNameError) as error:
        provisions.get(name)
    for instrument in INSTRUMENTS:
        assert instrument.id in str(error.value)


@pytest.mark.parametrize("ask", [provisions.get, provisions.versions, provisions.find])
def test_every_way_of_asking_refuses_an_unknown_name(ask):
    with pytest.raises(UnknownNameError, match="did you mean 'Armenia'"):
        ask("Armeniia")


def test_an_unknown_name_is_a_lookup_error_whose_text_has_no_quotation_marks_around_it():
    with pytest.raises(LookupError) as error:
        provisions.get("Atlantis")
    assert str(error.value).startswith("no instrument")


# --- days


def test_without_a_day_the_law_of_the_round_table_is_shown():
    assert date(2012, 4, 18) == REFERENCE_DATE
    assert provisions.get("Armenia") is provisions.get("Armenia", as_of="2012-04-18")
    assert (
        repr(provisions.get("Armenia"))
        == "<Version armenia: Armenia, in force 2011-03-01 to 2022-06-30>"
    )
    assert repr(provisions.get("CoE")) == "<Version coe: CoE, in force since 2008-02-01>"


@pytest.mark.parametrize("day", ["2006-07-16", date(2006, 7, 16), " 2006-07-16 "])
def test_a_day_may_be_text_or_a_date(day):
    assert provisions.get("Armenia", as_of=day).key == "armenia@2006-07-16"


def test_a_day_may_stand_behind_the_name():
    assert provisions.get("Armenia@2006-07-16").key == "armenia@2006-07-16"
    assert provisions.get("arm@2009-12-31").key == "armenia@2006-07-16"
    assert provisions.get("arm@today").key == provisions.get("arm", as_of="today").key


def test_a_day_behind_the_name_goes_before_the_day_of_the_table():
    chosen, _ = provisions.together(["CoE", "Armenia@2006-07-16"], "2012-04-18")
    assert [v.key for v in chosen] == ["coe@2008-02-01", "armenia@2006-07-16"]


def test_of_one_text_the_day_is_given_once():
    with pytest.raises(provisions.corpus.BadNameError, match="give the day once"):
        provisions.get("Armenia@2006-07-16", as_of="2012-04-18")


def test_a_source_that_is_in_no_bibliography_is_a_wrong_call():
    with pytest.raises(provisions.corpus.BadNameError, match="no source is called 'ceo'"):
        provisions.sources(["coe", "ceo"])
    assert list(provisions.sources("coe")) == ["coe"]


def test_the_last_day_of_one_version_and_the_first_of_the_next_are_two_laws():
    assert provisions.get("Armenia", as_of="2006-07-15").key == "armenia@2003-08-01"
    assert provisions.get("Armenia", as_of="2006-07-16").key == "armenia@2006-07-16"


def test_today_is_today():
    before = date.today()  # noqa: DTZ011 - the reader's own day is meant
    assert before <= provisions.parse_date("today") <= before + timedelta(days=1)
    assert provisions.get("CoE", as_of="Today").in_force.until is None


def test_an_explicit_day_is_never_answered_with_another_day():
    with pytest.raises(NotInForceError) as error:
        provisions.get("UK", as_of=REFERENCE_DATE)
    assert (
        str(error.value)
        == "England and Wales: 2012-04-18 is before the first version held (2015-07-31)"
    )


@pytest.mark.parametrize(
    "day",
    [
        "2012-4-18",
        "18.04.2012",
        "2012-02-30",
        "yesterday",
        "",
        "2012",
        "20120418",
        "2012-W16-3",
        "2012-04-18T00:00:00",
    ],
)
def test_what_is_no_date_is_refused_with_one_that_is(day):
    for ask in (provisions.parse_date, lambda d: provisions.get("CoE", as_of=d)):
        with pytest.raises(BadDateError) as error:
            ask(day)
        assert (
            str(error.value)
            == f"{day!r} is not a date: write YYYY-MM-DD, such as 2012-04-18, or today"
        )


def test_a_day_with_an_hour_is_taken_as_its_day_or_refused():
    with suppress(BadDateError):
        assert provisions.get("CoE", as_of=datetime(2012, 4, 18, 9, 30, tzinfo=UTC)).id == "coe"


@given(st.sampled_from(INSTRUMENTS), st.dates(date(1920, 1, 1), date(2030, 1, 1)))
def test_on_any_day_there_is_the_version_in_force_or_none(instrument, day):
    in_force = [v for v in provisions.versions(instrument.id) if day in v.in_force]
    assert len(in_force) <= 1
    try:
        assert [provisions.get(instrument.id, as_of=day)] == in_force
    except NotInForceError as error:
        assert in_force == []
        assert str(day) in str(error)  # noqa: PT017 - both outcomes are checked


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda i: i.id)
def test_without_a_date_the_newest_text_that_was_read_is_given(instrument):
    held = provisions.versions(instrument.id)
    read = [v for v in held if fullness_of(v, {}).judgement != "sketch"]
    assert provisions.get(instrument.id) is (read or held)[-1]


def test_a_sketch_is_given_only_where_there_is_nothing_else():
    assert provisions.get("Armenia").key == "armenia@2011-03-01"
    assert provisions.versions("Armenia")[-1].key == "armenia@2022-07-01"
    assert provisions.get("ASEAN") is provisions.versions("ASEAN")[-1]


@given(st.sampled_from(FILES))
def test_every_file_is_picked_by_the_key_of_its_version(path):
    version = provisions.get(f"{path.parent.name}@{path.stem}")
    assert version.key == f"{path.parent.name}@{path.stem}"
    assert version in provisions.versions(version.name)
    assert provisions.newest(version) == provisions.versions(version.id)[-1].in_force.since


def test_versions_stand_in_the_order_of_time():
    assert [v.key for v in provisions.versions("ARM")][:2] == [
        "armenia@2003-08-01",
        "armenia@2006-07-16",
    ]
    for instrument in INSTRUMENTS:
        days = [v.in_force.since for v in provisions.versions(instrument.id)]
        assert days == sorted(set(days))


# --- a corpus of our own, with a gap between two versions


@pytest.fixture
def corpus_in(tmp_path, monkeypatch):
    """Write a corpus of version files (``{"folder/day": text}``) and make it the one that is
    read."""

    def write(files, index=""):
        for name in dict.fromkeys(name.partition("/")[0] for name in files):
            (tmp_path / name).mkdir(exist_ok=True)
            index += (
                f'[{name}]\nname = "{name.title()}"\ntitle = "The Code"\nkind = "national-law"\n'
            )
        (tmp_path / "instruments.toml").write_text(index, encoding="utf-8")
        for name, text in files.items():
            (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
        for shared in ("vocabulary", "bibliography"):
            own = DATA / f"{shared}.toml"
            (tmp_path / own.name).write_bytes(own.read_bytes())
        monkeypatch.setattr(corpus, "installed", lambda: corpus.Corpus([tmp_path]))

    return write


def law(since, until=None):
    ends = f"\nuntil = {until}" if until else ""
    return SMALL.replace("since = 2010-01-01", f"since = {since}{ends}")


@pytest.fixture
def with_a_gap(corpus_in):
    corpus_in({
        "ruritania/2001-01-01": law("2001-01-01", "2005-12-31"),
        "ruritania/2014-01-01": law("2014-01-01", "2019-12-31"),
    })  # fmt: skip


@pytest.mark.usefixtures("with_a_gap")
@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2000-12-31", "2000-12-31 is before the first version held (2001-01-01)"),
        ("2006-01-01", "that of 2001-01-01 ended on 2005-12-31; the next begins on 2014-01-01"),
        ("2013-12-31", "no version held was in force on 2013-12-31"),
        ("2020-01-01", "that of 2014-01-01 ended on 2019-12-31 (versions: 2001-01-01, 2014-01-01)"),
    ],
)
def test_a_day_without_a_law_is_refused_with_the_days_that_have_one(day, says):
    with pytest.raises(NotInForceError) as error:
        provisions.get("Ruritania", as_of=day)
    assert str(error.value).startswith("Ruritania: ")
    assert says in str(error.value)


@pytest.mark.usefixtures("with_a_gap")
@pytest.mark.parametrize(
    ("day", "since"),
    [("2001-01-01", 2001), ("2005-12-31", 2001), ("2014-01-01", 2014), ("2019-12-31", 2014)],
)
def test_the_first_and_the_last_day_of_a_version_are_its_own(day, since):
    assert provisions.get("Ruritania", as_of=day).in_force.since.year == since


def test_a_law_that_has_ended_is_shown_as_it_last_was(corpus_in):
    corpus_in({"ruritania/2001-01-01": law("2001-01-01", "2005-12-31")})
    assert (
        repr(provisions.get("Ruritania"))
        == "<Version ruritania: Ruritania, in force 2001-01-01 to 2005-12-31>"
    )


def test_an_instrument_without_a_version_says_that_none_is_held(corpus_in):
    corpus_in({}, '[ruritania]\nname = "Ruritania"\ntitle = "The Code"\nkind = "national-law"\n')
    assert provisions.versions("Ruritania") == ()
    with pytest.raises(NotInForceError, match="Ruritania: no version is held"):
        provisions.get("Ruritania")


def test_a_faulty_file_is_refused_with_every_fault_when_it_is_asked_for_and_not_before(corpus_in):
    bad = (
        law("2010-01-01")
        .replace('at = "128(1)"', "at = 128")
        .replace('kind = "trafficking"', 'kind = "traffic"')
    )
    corpus_in({"good/2010-01-01": law("2010-01-01"), "bad/2010-01-01": bad})
    assert provisions.get("good").id == "good"
    with pytest.raises(DataError) as error:
        provisions.get("bad")
    found = {f.path for f in error.value.faults}
    assert {"lists.movement.at", "lists.means.at", "offences[0].at", "offences[0].kind"} <= found
    assert {f.file for f in error.value.faults} == {"data/bad/2010-01-01.toml"}


def test_a_file_whose_name_is_no_day_is_an_error_of_data_and_not_another(corpus_in):
    corpus_in({"ruritania/2010-01-01": law("2010-01-01"), "ruritania/notes": "x = 1"})
    try:
        assert provisions.get("Ruritania").key == "ruritania@2010-01-01"
    except ValueError as error:
        assert isinstance(error, DataError), error  # noqa: PT017 - a bare ValueError is a traceback


@pytest.mark.parametrize(
    ("index", "path"),
    [
        ('[ruritania]\nname = "R"\ntitle = "T"\nkind = "law"\n', "ruritania.kind"),
        ('[ruritania]\nname = "R"\nkind = "treaty"\n', "ruritania.title"),
        (
            '[ruritania]\nname = "R"\ntitle = "T"\nkind = "treaty"\naliases = "RU"\n',
            "ruritania.aliases",
        ),
        ('ruritania = "R"\n', "ruritania"),
    ],
)
def test_a_fault_of_the_index_is_located(corpus_in, index, path):
    corpus_in({}, index)
    with pytest.raises(DataError) as error:
        provisions.instruments()
    assert [(f.file, f.path) for f in error.value.faults] == [("data/instruments.toml", path)]


# --- the index and the folders


def test_every_instrument_of_the_index_has_a_folder_and_every_folder_an_instrument():
    assert sorted(i.id for i in INSTRUMENTS) == sorted(p.name for p in DATA.iterdir() if p.is_dir())


def test_every_folder_holds_versions_and_nothing_else():
    for folder in (p for p in DATA.iterdir() if p.is_dir()):
        inside = list(folder.iterdir())
        assert inside, f"{folder.name} is empty"
        assert {p.suffix for p in inside} == {".toml"}
        assert [v.in_force.name for v in provisions.versions(folder.name)] == sorted(
            p.stem for p in inside
        )


def test_every_file_of_data_is_known():
    known = {DATA / f"{name}.toml" for name in ("instruments", "vocabulary", "bibliography")}
    known.add(DATA / "provisions.schema.json")
    assert {p for p in DATA.rglob("*") if p.is_file()} == known | set(FILES)
    assert len(versions()) == len(FILES)


# --- nothing is opened that was not asked for


# --- more folders than the library's own


def more(folder, files):
    """Write files under a folder, and give the corpus of the library's records and that folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return corpus.Corpus([DATA, folder])


RURITANIA = '[ruritania]\nname = "Ruritania"\ntitle = "Criminal Code"\nkind = "national-law"\n'
CODE = "".join(
    f'[sources.{key}]\ntype = "bill"\ntitle = "{key}"\nbasis = "secondary"\n'
    for key in ("code", "speech")
)


def test_a_further_folder_adds_instruments_sources_concepts_and_versions(tmp_path):
    both = more(
        tmp_path,
        {
            "instruments.toml": RURITANIA,
            "bibliography.toml": CODE,
            "vocabulary.toml": '[purposes]\nduelling = "being made to duel"\n',
            "ruritania/2010-01-01.toml": SMALL.replace("slavery =", "duelling ="),
            "armenia/2031-01-01.toml": SMALL.replace("2010-01-01", "2031-01-01"),
        },
    )
    assert [i.id for i in both.instruments()][-1] == "ruritania"
    assert both.version("Ruritania").key == "ruritania@2010-01-01"
    assert both.versions("armenia")[-1].key == "armenia@2031-01-01"
    assert both.thesaurus["duelling"].label == "being made to duel"
    assert list(both.sources(["code", "coe"])) == ["code", "coe"]
    assert both.bibliography["code"].title == "code"


@pytest.mark.parametrize(
    ("files", "ask", "says"),
    [
        (
            {"instruments.toml": RURITANIA.replace("[ruritania]", "[armenia]")},
            lambda c: c.index,
            "armenia: 'armenia' is a name of 'armenia' already",
        ),
        (
            {"instruments.toml": RURITANIA + 'aliases = ["Palermo"]'},
            lambda c: c.index,
            "ruritania: 'palermo' is a name of 'palermo' already: give this one names of its own",
        ),
        (
            {"vocabulary.toml": '[purposes]\nslavery = "hard work"'},
            lambda c: c.thesaurus,
            "slavery: this concept stands in the vocabulary already",
        ),
        (
            {"bibliography.toml": CODE.replace("sources.code", "sources.coe")},
            lambda c: c.bibliography,
            "sources.coe: this source stands in the bibliography already",
        ),
        (
            {"bibliography.toml": CODE.replace("sources.code", "sources.coe")},
            lambda c: c.sources(["coe"]),
            "sources.coe: this source stands in the bibliography already",
        ),
        (
            {"coe/2008-02-01.toml": SMALL},
            lambda c: c.version("CoE"),
            "2008-02-01.toml: data/coe/2008-02-01.toml begins on that day too",
        ),
        (
            {"coe/2012-02-30.toml": SMALL},
            lambda c: c.version("CoE"),
            "2012-02-30.toml: is named after no day",
        ),
    ],
    ids=["identifier", "alias", "concept", "source", "one source", "day", "no day"],
)
def test_a_further_folder_overrides_nothing_in_silence(tmp_path, files, ask, says):
    both = more(tmp_path, files)
    with pytest.raises(DataError, match=re.escape(says)):
        ask(both)


@pytest.mark.parametrize(
    ("name", "ask"),
    [("instruments", "index"), ("vocabulary", "thesaurus"), ("bibliography", "bibliography")],
)
def test_a_copy_of_the_records_is_one_line(tmp_path, name, ask):
    text = (DATA / f"{name}.toml").read_text(encoding="utf-8")
    both = more(tmp_path, {f"{name}.toml": text, "coe/2031-01-01.toml": SMALL})
    with pytest.raises(DataError) as refused:
        getattr(both, ask)
    (line,) = refused.value.lines
    assert "are installed already (" in line
    assert line.endswith("a further folder has what is new alone, and replaces nothing")


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "holds no records: PROVISIONS_PATH names folders with <instrument>/<day>.toml"),
        ({"notes.txt": "nothing"}, "holds no records"),
        ({"ruritania/2010-01-01.toml": SMALL}, "is in no index: name the instrument 'ruritania'"),
        ({"instruments.toml": RURITANIA, "ruritannia/2010-01-01.toml": SMALL}, "'ruritannia'"),
        ({"instruments.toml": RURITANIA, "bill.toml": SMALL}, "a draft is given by its path"),
    ],
    ids=["empty", "other files", "no index", "another name", "a draft"],
)
def test_what_would_be_read_by_nothing_is_told(tmp_path, files, says):
    both = more(tmp_path, files)
    with pytest.raises(DataError) as refused:
        both.version("CoE")
    (line,) = refused.value.lines
    assert says in line


def test_a_folder_named_twice_is_one(tmp_path):
    both = more(tmp_path, {"instruments.toml": RURITANIA, "ruritania/2010-01-01.toml": SMALL})
    twice = corpus.Corpus([*both.folders, DATA, tmp_path / ".." / tmp_path.name])
    assert twice.folders == both.folders == (DATA, tmp_path)
    assert twice.find("Ruritania").id == "ruritania"


def test_a_record_with_a_name_that_is_not_known_is_refused_with_its_fault(tmp_path):
    both = more(
        tmp_path,
        {
            "instruments.toml": RURITANIA,
            "bibliography.toml": CODE,
            "ruritania/2010-01-01.toml": SMALL.replace("slavery =", "slavry ="),
        },
    )
    with pytest.raises(DataError, match="did you mean 'slavery'") as refused:
        both.version("ruritania")
    assert refused.value.faults[0].path == "lists.exploitation.entries.slavry"


@pytest.mark.parametrize(
    "name",
    ["Austria", "Belgium", "Brazil", "Colombia", "India", "Italy", "Poland", "Denmark@2007-10-23"],
)
def test_the_record_of_an_excerpt_is_partial_however_whole_its_lists_are(name):
    found = fullness_of(provisions.get(name), {})
    assert found.whole
    assert found.excerpt
    assert found.judgement == "partial"


@pytest.mark.parametrize("name", ["CoE", "Germany", "Singapore", "Canada", "Korea"])
def test_a_text_of_which_more_than_the_articles_was_read_is_no_excerpt(name):
    found = fullness_of(provisions.get(name), {})
    assert not found.excerpt
    assert found.judgement == "full"
