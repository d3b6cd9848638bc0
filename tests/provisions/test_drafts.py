"""A draft beside the corpus: loaded by its path, checked as the corpus is, and touching nothing of
it."""

import contextlib
import os
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner
from record_files import SMALL, SOURCES

import provisions
from provisions import DataError, loading
from provisions.checking.versions import check_draft, identifier
from provisions.cli import main
from provisions.corpus import installed

DRAFTS = Path(__file__).resolve().parents[1] / "drafts"
REFUSED = "requires-anything.toml"

HEAD = 'name = "Bill"\nkind = "national-law"\n'
OWN_SOURCE = """
[sources.code]
type = "bill"
title = "Draft Code"
basis = "draft"
[sources.speech]
type = "speech"
title = "What the minister said"
basis = "secondary"
"""
DEBT = """
[vocabulary.purposes]
debt-trap = "holding in debt by a lender"
[[vocabulary.broader]]
narrower = "debt-trap"
broader = "forced-labour"
source = "code"
at = "2(1)"
words = "forced labour, including a debt trap"
[[vocabulary.overlaps]]
between = ["debt-trap", "servitude"]
reason = "both bind a person to another"
source = "code"
at = "2(2)"
words = "a debt trap or servitude"
"""


def bill(tmp_path, *more, name="bill.toml", head=HEAD, law=SMALL):
    """Write a draft and give its path."""
    path = tmp_path / name
    path.write_text("\n".join((head, law, OWN_SOURCE, *more)), encoding="utf-8")
    return path


def faults(path):
    """The faults of a draft: key path to message."""
    with pytest.raises(DataError) as refused:
        provisions.load(path)
    assert all(f.file == str(path) for f in refused.value.faults)
    return {f.path: f.message for f in refused.value.faults}


# --- what loads


@pytest.mark.parametrize(
    "path", sorted(p for p in DRAFTS.glob("*.toml") if p.name != REFUSED), ids=lambda p: p.stem
)
def test_the_drafts_of_the_suite_load(path):
    version = provisions.load(path)
    assert version.name == "Draft"
    assert version == provisions.get(path) == provisions.get(str(path))


def test_a_draft_may_bring_its_sources_and_words(tmp_path):
    law = provisions.load(bill(tmp_path, DEBT))
    assert law.id == "bill"
    assert law.sources["code"].title == "Draft Code"
    assert law.vocabulary.concepts["debt-trap"].label == "holding in debt by a lender"
    assert law.vocabulary.broader[0].scope is None, "a draft does not say its own scope"


@pytest.mark.parametrize(
    ("name", "own"),
    [("Kazakhstan, bill of 2027", "kazakhstan-bill-of-2027"), ("Проект", "проект"), ("!", "draft")],
)
def test_a_draft_without_an_identifier_has_one_from_its_name(name, own):
    assert identifier(name) == own


def test_a_version_stands_for_itself():
    armenia = provisions.get("armenia@2006-07-16")
    assert provisions.get(armenia) is armenia
    assert provisions.get(armenia, as_of="2012-04-18") is armenia


@pytest.mark.parametrize("named", [7, None, b"CoE", {"CoE": 1}, 2.5])
def test_what_stands_for_no_version_is_refused_with_what_would(named):
    with pytest.raises(TypeError, match="give a name, a path or a Version"):
        provisions.get(named)


# --- what does not


def test_a_draft_with_an_identifier_of_the_corpus_is_told_another(tmp_path):
    found = faults(bill(tmp_path, head='name = "Kazakhstan"\nkind = "national-law"\n'))
    assert "id = 'kazakhstan-draft'" in found["id"]
    provisions.load(bill(tmp_path, head=f'id = "kz-bill"\n{HEAD}'))


def test_a_draft_without_a_kind_is_told_so(tmp_path):
    assert "'kind'" in faults(bill(tmp_path, head='name = "Bill"'))["kind"]


def test_a_file_outside_the_corpus_without_a_name_is_told_so(tmp_path):
    found = faults(bill(tmp_path, head='kind = "national-law"'))
    assert found["name"] == 'is missing: write name = "Bill 12"'


def test_what_a_draft_amends_is_in_the_corpus(tmp_path):
    found = faults(bill(tmp_path, head=f'amends = "kazahstan"\n{HEAD}'))
    assert found["amends"].endswith("(did you mean 'kazakhstan'?)")


def test_a_concept_of_the_corpus_has_no_second_meaning(tmp_path):
    found = faults(bill(tmp_path, '[vocabulary.purposes]\nslavery = "any hard work"'))
    assert found["vocabulary.purposes.slavery"].startswith(
        "is a concept of the vocabulary already, 'slavery"
    )


def test_a_concept_may_be_said_again_as_it_is(tmp_path):
    same = installed().thesaurus["servitude"].label
    law = provisions.load(bill(tmp_path, f'[vocabulary.purposes]\nservitude = "{same}"'))
    assert provisions.together([law])[1].concepts == installed().thesaurus.concepts


def test_a_source_of_the_corpus_has_no_second_text(tmp_path):
    more = '[sources.coe]\ntype = "bill"\ntitle = "Another"\nbasis = "draft"'
    assert "is a source of the bibliography already" in faults(bill(tmp_path, more))["sources.coe"]


@pytest.mark.parametrize(
    ("edge", "at", "says"),
    [
        ('broader = "forced-labor"', ".broader", "did you mean 'forced-labour'?"),
        ('broader = "debt-trap"', "", "joins 'debt-trap' with itself"),
        ('source = "cod"', ".source", "did you mean 'code'?"),
        ('words = ""', ".words", "must be text"),
        ('scope = "kazakhstan"', ".scope", "leave 'scope' out"),
    ],
)
def test_an_edge_of_a_draft_is_checked_as_those_of_the_corpus(tmp_path, edge, at, says):
    key = edge.partition(" ")[0]
    lines = DEBT.partition("[[vocabulary.overlaps]]")[0].splitlines()
    spoilt = "\n".join([*(x for x in lines if not x.startswith(key)), edge])
    assert says in faults(bill(tmp_path, spoilt))[f"vocabulary.broader[0]{at}"]


def test_an_edge_without_an_authority_is_refused(tmp_path):
    found = faults(bill(tmp_path, DEBT.replace('at = "2(1)"\n', "")))
    assert "wants its authority" in found["vocabulary.broader[0]"]


def test_edges_do_not_run_in_a_circle_through_those_of_the_corpus(tmp_path):
    words = installed().thesaurus
    edge = next(e for e in words.broader if e.scope is None)
    back = f"""
[[vocabulary.broader]]
narrower = "{edge.broader}"
broader = "{edge.narrower}"
source = "code"
at = "1"
words = "the other way round"
"""
    assert "run in a circle" in faults(bill(tmp_path, back))["vocabulary.broader[0]"]


def test_every_fault_is_told_at_once(tmp_path):
    path = bill(
        tmp_path,
        DEBT.replace("forced-labour", "forced-labor"),
        '[sources.coe]\ntype = "bill"\ntitle = "Another"\nbasis = "draft"',
        head='name = "Kazakhstan"\nkind = "law"',
        law=SMALL.replace("slavery =", "slavry ="),
    )
    assert {
        "id", "kind", "sources.coe", "lists.exploitation.entries.slavry",
        "vocabulary.broader[0].broader",
    } <= faults(path).keys()  # fmt: skip


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda p: p.mkdir(), "is a folder"),
        (lambda p: p.write_bytes(b"# a comment\n" * 900_000), "is larger than 2 MB"),
        (lambda p: p.write_bytes(HEAD.encode()[:-3]), "is not TOML"),
        (lambda p: p.write_bytes("name = 'é'".encode("latin-1")), "is not UTF-8"),
        (lambda p: p.write_text("x = " + "[" * 100_000), "nested too deeply"),
        (lambda _: None, "there is no such file"),
    ],
    ids=["folder", "large", "cut", "latin", "deep", "none"],
)
def test_a_file_that_is_no_draft_is_one_fault(tmp_path, make, says):
    make(tmp_path / "bill.toml")
    (message,) = faults(tmp_path / "bill.toml").values()
    assert says in message


def test_a_draft_changed_while_it_is_read_is_one_line(tmp_path, monkeypatch):
    path = bill(tmp_path)
    state = loading._state

    def written_to(opened):
        with path.open("a") as another:
            another.write("# one line more\n")
        return state(opened)

    monkeypatch.setattr(loading, "_state", written_to)
    assert faults(path) == {"": "was changed while it was read: read it again"}
    said = CliRunner().invoke(main, ["show", str(path)])
    assert (said.exit_code, said.stdout, said.stderr.count("\n")) == (2, "", 1)
    monkeypatch.undo()
    assert provisions.load(path).name == "Bill"


def test_a_draft_written_again_and_again_is_read_whole_or_refused(tmp_path):
    path = bill(tmp_path)
    contents = (path.read_text(), bill(tmp_path, DEBT, name="other.toml").read_text())
    whole = [provisions.load(path), provisions.load(tmp_path / "other.toml")]
    stop = threading.Event()

    def write():
        while not stop.is_set():
            for text in contents:
                path.write_text(text)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(40):
            with contextlib.suppress(DataError):  # a fault or all of them, and nothing else
                assert provisions.load(path) in whole
    finally:
        stop.set()
        writer.join()


def test_a_draft_may_come_through_a_pipe(tmp_path):
    path = tmp_path / "bill.toml"
    os.mkfifo(path)
    text = bill(tmp_path, name="real.toml").read_text()
    writer = threading.Thread(target=path.write_text, args=(text,))
    writer.start()
    assert provisions.load(path).name == "Bill"
    writer.join()


# --- beside one another


def test_without_drafts_nothing_is_put_together():
    chosen = (provisions.get("CoE"), provisions.get("Armenia"))
    versions, words = provisions.together(chosen)
    assert versions == chosen
    assert words is installed().thesaurus


def test_the_edges_of_a_draft_count_for_it_alone(tmp_path):
    law = provisions.load(bill(tmp_path, DEBT))
    before = installed().thesaurus
    (own, _), words = provisions.together([law, provisions.get("CoE")])
    assert own == law
    assert "debt-trap" in words.under("forced-labour", law.id)
    assert [name for name, _ in words.overlapping("debt-trap", law.id)] == ["servitude"]
    for scope in (None, "coe", "eu", "kazakhstan"):
        assert words.overlapping("debt-trap", scope) == ()
        for concept in before:
            assert words.under(concept.id, scope) == before.under(concept.id, scope)
    assert installed().thesaurus is before
    assert "debt-trap" not in before


def test_two_drafts_with_a_concept_of_one_name_do_not_meet(tmp_path):
    one = provisions.load(bill(tmp_path, DEBT, law=SMALL.replace("slavery =", "debt-trap =")))
    two = provisions.load(
        bill(
            tmp_path,
            '[vocabulary.purposes]\ndebt-trap = "a loan"',
            name="other.toml",
            head=HEAD.replace("Bill", "Other"),
            law=SMALL.replace("slavery =", "debt-trap ="),
        )
    )
    (first, second), words = provisions.together([one, two])
    assert first == one
    assert "debt-trap" not in second.lists["exploitation"].entries
    assert "debt-trap@other" in second.lists["exploitation"].entries
    assert words["debt-trap@other"].label == "a loan (Other)"
    assert "debt-trap" in words.under("forced-labour", "bill")
    assert "debt-trap@other" not in words.under("forced-labour", "bill")


def test_two_drafts_of_one_name_and_day_are_told_apart(tmp_path):
    one = provisions.load(bill(tmp_path))
    two = provisions.load(bill(tmp_path, law=SMALL.replace("by deceit", "by lies")))
    (first, second, again), _ = provisions.together([one, two, one])
    assert first == again == one
    assert (second.id, second.name) == ("bill-2", "Bill (2)")


def test_a_draft_that_amends_a_law_is_read_with_its_words(tmp_path):
    words = installed().thesaurus
    scoped = next(e for e in words.broader if e.narrower not in words.under(e.broader, None))
    law = provisions.load(bill(tmp_path, head=f'amends = "{scoped.scope}"\n{HEAD}'))
    _, joined = provisions.together([law])
    assert scoped.narrower in joined.under(scoped.broader, law.id)
    assert scoped.narrower not in joined.under(scoped.broader, "another")


def test_what_a_draft_brings_is_what_its_names_are_held_against():
    raw = {"name": "Bill", "kind": "national-law", "sources": 3, "vocabulary": []}
    version, found = check_draft(raw, "bill.toml", {}, installed().thesaurus, SOURCES)
    assert version is None
    assert {"sources", "vocabulary", "read", "in_force", "source"} <= {f.path for f in found}
