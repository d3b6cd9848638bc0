"""The public face: names, versions and paths alike; results that are values; one class of errors."""

import copy
import datetime as dt
import doctest
import inspect
import pickle
import pydoc
import sys
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner
from every import each
from reports import COLUMNS

import comparators
import provisions
from comparators.cli import main
from provisions import ProvisionsError
from provisions.records import Entry

ROOT = Path(__file__).parent.parent
DRAFT = str(ROOT / "tests" / "drafts" / "shared.toml")
PACKAGES = (provisions, comparators)
LAWS = {
    "name": "Armenia@2011-03-01",
    "path": DRAFT,
    "path object": Path(DRAFT),
    "version": provisions.get("Armenia@2011-03-01"),
    "draft": provisions.load(DRAFT),
}
FACTS = "recruitment,deception,forced-labour,adult"

TAKEN = {
    "get": provisions.get,
    "find": provisions.find,
    "versions": provisions.versions,
    "newest": provisions.newest,
    "validate": provisions.validate,
    "dump": provisions.dump,
    "cite": provisions.cite,
    "together": lambda law: provisions.together([law, "CoE"]),
    "compare": lambda law: comparators.compare("CoE", law),
    "reaches": lambda law: comparators.reaches(law, "CoE", "EU"),
    "reached": lambda law: comparators.reaches("CoE", law),
    "gaps": lambda law: comparators.gaps(law, "CoE", "EU"),
    "apply": lambda law: comparators.apply(law, FACTS),
    "changes": lambda law: comparators.changes("Armenia@2003-08-01", law),
    "history": comparators.history,
    "concordance": lambda law: comparators.find("fraud", law),
}
"""Every public function that takes what stands for a law."""

RESULTS = {
    "Comparison": lambda: comparators.compare("CoE", "Armenia", DRAFT),
    "Verdict": lambda: comparators.reaches("Armenia@2003-08-01", "CoE", "EU"),
    "Gaps": lambda: comparators.gaps(DRAFT, "CoE"),
    "Application": lambda: comparators.apply("Armenia", FACTS),
    "Concordance": lambda: comparators.find("forced-marriage", "EU", "Kazakhstan", DRAFT),
    "Changes": lambda: comparators.changes("Armenia@2003-08-01", "Armenia@2006-07-16"),
}


@pytest.mark.parametrize("function", TAKEN)
def test_names_paths_and_versions_are_taken_alike(function):
    answers = {law: TAKEN[function](stands_for) for law, stands_for in LAWS.items()}
    assert answers["name"] == answers["version"]
    assert answers["path"] == answers["path object"] == answers["draft"]
    assert answers["name"] != answers["path"] or answers["name"] == ()


# -- results ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", RESULTS)
def test_a_result_is_a_value(name):
    one, other = RESULTS[name](), RESULTS[name]()
    str(one)  # whatever it has worked out for the table is no part of it
    twins = (other, copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one)))
    for twin in twins:
        assert twin == one
        assert hash(twin) == hash(one)
        assert str(twin) == str(one)
    assert type(one).__name__ == name


def test_results_that_say_something_else_are_not_equal():
    assert comparators.compare("CoE", "Armenia") != comparators.compare("Armenia", "CoE")
    assert comparators.compare("CoE", "Armenia") != comparators.compare(
        "CoE", "Armenia", every=True
    )
    assert comparators.reaches("Armenia", "CoE") != comparators.reaches("Armenia", "EU")
    assert comparators.gaps("Armenia", "CoE") != comparators.gaps("Armenia@2003-08-01", "CoE")
    assert comparators.apply("Armenia", FACTS) != comparators.apply("Armenia", FACTS + ",consent")


@pytest.mark.parametrize("name", RESULTS)
def test_a_result_shows_itself_short_and_tells_its_table(name):
    result = RESULTS[name]()
    assert len(repr(result)) < 140
    assert repr(result).startswith(f"<{name} ")
    assert str(result) == comparators.render(result, "table")
    assert result._repr_html_().startswith("<")


def test_a_result_names_what_it_says():
    assert repr(RESULTS["Verdict"]()) == (
        "<Verdict on armenia@2003-08-01 under coe@2008-02-01, eu@2024-07-14: no>"
    )
    assert repr(RESULTS["Application"]()) == (
        "<Application of armenia@2011-03-01 to recruitment, deception, forced-labour, adult:"
        " reached: yes>"
    )
    assert repr(provisions.thesaurus()).startswith("<Thesaurus of ")


def test_a_finding_knows_its_instrument_its_facet_and_its_concept():
    table = comparators.compare("CoE", "Armenia", "Kazakhstan@2006-03-02", every=True)
    for row in table.rows:
        for version, finding in zip(table.versions, row.cells, strict=True):
            known = finding.instrument, finding.facet, finding.concept
            assert known == (version.key, row.facet, row.concept)
    assert repr(table.cell("fraud", "armenia")) == (
        "<Finding armenia@2011-03-01 means/fraud: covered, 132(1)>"
    )
    assert repr(table["fraud"]) == "<Row means/fraud: covered, covered, not-required>"


def test_results_in_a_set_are_told_apart():
    laws = ("Armenia@2003-08-01", "Armenia@2006-07-16", "Kazakhstan@2006-03-02")
    assert len({comparators.reaches(law, "CoE") for law in (*laws, *laws)}) == len(laws)


# -- records ---------------------------------------------------------------------------------------


def test_records_are_the_rows_of_the_csv():
    import csv
    import io

    table = comparators.compare("CoE", "Armenia")
    records = table.to_records()
    assert all(list(row) == COLUMNS for row in records)
    written = list(csv.DictReader(io.StringIO(str(comparators.render(table, "csv"))[1:])))
    assert [{k: v.removeprefix("'") for k, v in row.items()} for row in written] == records


def test_records_of_every_row_have_what_a_law_has_besides():
    table = comparators.compare("CoE", "Armenia")
    every = {(row["facet"], row["concept"]) for row in table.to_records(full=True)}
    assert every == {(row.facet, row.concept) for row in table.rows}
    assert ("means", "abuse-of-trust") in every
    assert "abuse-of-trust" not in {row["concept"] for row in table.to_records()}
    assert {row["article"] for row in table.to_records(article="26")} == {"26"}


def test_two_laws_have_records_without_a_standard_and_marks_by_status_alone():
    table = comparators.compare("Armenia", "Kazakhstan@2006-03-02")
    records = table.to_records()
    assert len(records) == 2 * len(table.rows)
    assert {(row["standard"], row["article"], row["action"]) for row in records} == {
        ("", "", "none")
    }
    kept = {(row["law"], row["facet"], row["concept"]): row for row in records}
    assert kept["kazakhstan", "means", "fraud"]["mark"] == "○"
    assert kept["armenia", "means", "fraud"]["words"] == "of fraud"


def test_a_treaty_alone_has_records_too():
    records = comparators.compare("CoE", facets="means").to_records()
    assert {row["law"] for row in records} == {"coe"}
    assert {row["status"] for row in records} == {"covered"}


def test_records_say_in_every_cell_where_it_stands_and_what_the_source_is_worth():
    for row in comparators.compare("CoE", "Armenia", DRAFT).to_records(full=True):
        assert row["pinpoint"], row
        assert row["source"], row
        assert row["basis"], row


def test_no_row_makes_no_record_and_still_a_table():
    none = comparators.compare("CoE", "CoE").differences()
    assert none.rows == ()
    assert none.to_records() == []
    assert str(none)


# -- what the packages show of themselves ----------------------------------------------------------


@pytest.mark.parametrize("package", PACKAGES, ids=lambda p: p.__name__)
def test_dir_shows_the_public_face_and_nothing_else(package):
    assert dir(package) == sorted(package.__all__)
    assert all(hasattr(package, name) for name in package.__all__)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda p: p.__name__)
def test_help_of_a_package_fits_a_screen(package):
    told = pydoc.render_doc(package, renderer=pydoc.plaintext).splitlines()
    assert len(told) <= 60
    assert max(map(len, told)) <= 106


def public():
    for package in PACKAGES:
        for name in package.__all__:
            thing = getattr(package, name)
            if inspect.isfunction(thing) or inspect.isclass(thing):
                yield pytest.param(thing, id=f"{package.__name__}.{name}")


PUBLIC = tuple(public())


@pytest.mark.parametrize("thing", PUBLIC)
def test_every_public_name_is_documented(thing):
    assert len(inspect.getdoc(thing).split()) >= 4


@pytest.mark.parametrize("thing", PUBLIC)
def test_every_public_name_has_an_example_that_runs(thing):
    names = vars(sys.modules[thing.__module__])
    found = doctest.DocTestFinder(recurse=False).find(thing, globs={**names})
    assert [e for test in found for e in test.examples]
    runner = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL)
    for test in found:
        runner.run(test)
    assert runner.failures == 0


@pytest.mark.parametrize("package", PACKAGES, ids=lambda p: p.__name__)
def test_the_tour_names_every_public_function(package):
    functions = [n for n in package.__all__ if inspect.isfunction(getattr(package, n))]
    left = {"parse_facts", "parse_date", "is_path", "unstructure"}
    assert [n for n in functions if n not in package.__doc__ and n not in left] == []


def test_no_module_bears_the_name_of_a_public_function():
    for package in PACKAGES:
        rooms = {path.stem for path in Path(package.__file__).parent.glob("*.py")}
        functions = {n for n in package.__all__ if inspect.isfunction(getattr(package, n))}
        assert rooms & functions == set()


# -- bad input -------------------------------------------------------------------------------------

ALIEN = evolve(
    provisions.get("CoE"),
    lists={
        **provisions.get("CoE").lists,
        "means": evolve(
            provisions.get("CoE").lists["means"], entries={"hypnosis": Entry("by hypnosis")}
        ),
    },
)
"""A version of another corpus: it names a concept that the vocabulary does not have."""

NO_LAW = {
    "None": (None, "give a name, a path or a Version"),
    "a number": (3, "give a name, a path or a Version"),
    "a fraction": (3.5, "give a name, a path or a Version"),
    "bytes": (b"CoE", "give a name, a path or a Version"),
    "a list": (["CoE", "Armenia"], "give each by itself"),
    "an instrument": (provisions.find("CoE"), "give 'coe', or a Version"),
    "a concept": ("forced-labour", "compare --find forced-labour"),
    "a concept in words": ("Forced labour", "compare --find forced-labour"),
    "a day": (dt.date(2012, 4, 18), "CoE@2012-04-18"),
    "a moment": (dt.datetime(2012, 4, 18, 9, 0), "CoE@2012-04-18"),  # noqa: DTZ001 - a day with a time is what is refused
    "a day as text": ("2012-04-18", "CoE@2012-04-18"),
    "a mistyped name": ("Armenla", "did you mean 'Armenia'?"),
    "a mistyped path": ("bil.toml", "there is no such file"),
    "nothing": ("", "no instrument is called ''"),
    "a day that is none": ("CoE@2012-02-30", "not a date"),
    "a day before all": ("CoE@1990-01-01", "before the first version held"),
}
TAKES_A_LAW = [f for f in TAKEN if f not in ("find", "versions", "history")]


@each([(function, given) for function in TAKES_A_LAW for given in NO_LAW])
def test_what_is_no_law_is_refused_with_what_would_be_right(function, given):
    value, hint = NO_LAW[given]
    if (function, given) == ("validate", "a mistyped path"):
        assert hint in str(TAKEN[function](value)[0])  # faults are what it returns
        return
    with pytest.raises(ProvisionsError) as error:
        TAKEN[function](value)
    assert hint in str(error.value)
    assert len(error.value.lines) == 1


@pytest.mark.parametrize("function", ["find", "versions", "history"])
@pytest.mark.parametrize("given", [None, 3, b"CoE", "forced-labour", "2012-04-18", "Armenla"])
def test_what_is_no_instrument_is_refused_too(function, given):
    with pytest.raises(ProvisionsError):
        TAKEN[function](given)


@pytest.mark.parametrize(
    "function",
    ["together", "compare", "reaches", "reached", "gaps", "apply", "changes", "concordance"],
)
def test_a_version_of_another_corpus_is_refused_where_the_vocabulary_lacks_its_concepts(function):
    with pytest.raises(ProvisionsError, match="'hypnosis', which this vocabulary does not have"):
        TAKEN[function](ALIEN)


WRONG = {
    "nothing to compare": (comparators.compare, "at least one instrument"),
    "a law alone": (lambda: comparators.reaches("Armenia"), "a law and a standard"),
    "gaps of a law alone": (lambda: comparators.gaps("Armenia"), "a law and a standard"),
    "a facet that is none": (lambda: comparators.compare("CoE", facets=["mens"]), "'means'"),
    "a facet that is a concept": (
        lambda: comparators.compare("CoE", facets="fraud"), "its facet is 'means'",
    ),
    "facets that are a number": (lambda: comparators.compare("CoE", facets=3), "facets: element"),
    "a day that is a number": (lambda: comparators.compare("CoE", as_of=2012), "YYYY-MM-DD"),
    "a day that is a list": (lambda: provisions.get("CoE", as_of=[]), "YYYY-MM-DD"),
    "a vocabulary that is none": (
        lambda: comparators.compare("CoE", words="fraud"), "words is a Thesaurus",
    ),
    "no facts": (lambda: comparators.apply("Armenia", None), "give names of concepts"),
    "facts that are a number": (lambda: comparators.apply("Armenia", 3), "give names of concepts"),
    "facts that hold a number": (lambda: comparators.parse_facts(["fraud", 3]), "names of concepts"),
    "a law among the facts": (
        lambda: comparators.apply("Armenia", "recruitment,coe"), "an instrument and no fact",
    ),
    "empty facts": (lambda: comparators.apply("Armenia", ""), "no act among the facts"),
    "no result": (lambda: comparators.render("CoE", "table"), "is no result"),
    "no format": (lambda: comparators.render(RESULTS["Verdict"](), "pdf"), "formats: table"),
    "a style that is none": (lambda: provisions.cite("CoE", "apa"), "styles: oscola"),
    "a path that is none": (lambda: provisions.load(3), "give the path of a draft's file"),
    "sources that are none": (lambda: provisions.sources(None), "identifiers"),
    "a name for several": (lambda: provisions.together("CoE"), "give a list"),
    "a day that was never": (lambda: provisions.versions("CoE@2010-13-01"), "not a date"),
}  # fmt: skip


@pytest.mark.parametrize("call", WRONG)
def test_a_wrong_call_is_one_error_of_the_library_with_what_would_be_right(call):
    function, hint = WRONG[call]
    with pytest.raises(ProvisionsError) as error:
        function()
    assert hint in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["CoE", "forced-labour"], "compare --find forced-labour"),
        (["CoE", "2012-04-18"], "CoE@2012-04-18"),
        (["CoE", "bil.toml"], "there is no such file"),
        (["CoE", "Armenia", "--as-of", "18.4.2012"], "YYYY-MM-DD"),
        (["CoE", "Armenia", "--facts", "recruitment,coe"], "an instrument and no fact"),
        (["CoE", "Armenia", "--facts", ""], "no act among the facts"),
        (["CoE", "Armenia", "--facet", "fraud"], "known: element"),
        (["CoE", "--gaps"], "a standard and a law"),
        ([], "name at least one instrument"),
        ([""], "no instrument is called ''"),
    ],
)
def test_the_command_line_says_the_same_in_one_line(arguments, hint):
    found = CliRunner().invoke(main, arguments)
    assert found.exit_code == 2
    assert hint in found.stderr
    assert len(found.stderr.splitlines()) == 1
    assert found.stdout == ""


def test_a_bibliography_is_a_table_or_a_text():
    assert provisions.bibliography()["coe"].type == "treaty"
    assert provisions.bibliography("bibtex").startswith("@")
    assert '"id": "coe"' in provisions.bibliography("csl-json")
    with pytest.raises(TypeError, match=r"attrs\.evolve"):
        provisions.bibliography()["mine"] = None


def test_the_history_of_a_name_is_that_of_its_texts_and_a_bill_is_the_last_of_them():
    assert comparators.history("armenia") == comparators.history(provisions.versions("armenia"))
    with_bill = comparators.history(["armenia", DRAFT])
    assert with_bill[:-1] == comparators.history("armenia")
    assert with_bill[-1].later.id == "draft"
    assert comparators.history(["coe", "armenia"]) == comparators.history("armenia")


def test_a_verdict_on_nothing_and_texts_in_the_wrong_order_are_wrong_calls():
    with pytest.raises(ProvisionsError, match="wants a law and a standard"):
        comparators.reaches()
    earlier, later = provisions.versions("kazakhstan")[:2]
    with pytest.raises(ProvisionsError, match="wants the earlier text first"):
        comparators.changes(later, earlier)
    bill = evolve(provisions.load(DRAFT), amends="armenia")
    with pytest.raises(ProvisionsError, match="amends armenia, not kazakhstan"):
        comparators.history(["kazakhstan", bill])
    assert comparators.history(["armenia", bill])[-1].later.id == "draft"


def test_an_amendment_with_an_older_day_than_its_law_is_told_so():
    report = comparators.history(["armenia", DRAFT])[-1].report()
    assert "is before that of the text it is held against" in report.notes[0]
    assert not comparators.history("armenia")[-1].report().notes
