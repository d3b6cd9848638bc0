"""What the suite holds in some texts, in every text of the corpus."""

import sys
import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from attrs import evolve
from coverages import Coverage
from every import each, key
from layers import disagreements
from told import told

import comparators
import provisions
from comparators.findings import STATUSES
from comparators.modes.table import beside
from comparators.reasons import FreeBut, FreeWhere
from comparators.wording import changes as wording
from comparators.wording import concordance
from provisions.checking.versions import check_version
from provisions.corpus import installed
from provisions.phrases import doubt
from provisions.records import FACETS

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "comparators"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "provisions"))

from test_amended import LACKING, lacks_nothing_any_more
from test_changes import silences
from test_coverage import FACETS as ROLES
from test_coverage import narrower_are_covered
from test_drafts_compared import DEBT, GOOD, MODES, bill, changes_nothing, is_compared
from test_kinds import cell, mark
from test_release import CALLS, PROSE, names_both

WORDS = provisions.thesaurus()
HELD = [v for i in provisions.instruments() for v in provisions.versions(i.id)]
PAIRS = [(a, b) for i in provisions.instruments() for a, b in pairwise(provisions.versions(i.id))]


@pytest.mark.parametrize("version", HELD, ids=lambda v: v.key)
def test_the_layer_of_every_concept_agrees_with_its_status(version):
    assert not any(found := disagreements(version, WORDS)), found


def test_some_text_has_more_than_a_hundred_concepts_to_ask_about():
    assert any(len(disagreements(v, WORDS)) > 100 for v in HELD[:9])


# -- every cell ------------------------------------------------------------------------------------


@cache
def table(version):
    """A row for every concept of the vocabulary."""
    return comparators.compare(version, every=True)


def cells(version):
    """Every cell of a text: facet, concept, finding."""
    return [(row.facet, row.concept, *row.cells) for row in table(version).rows]


@each(HELD, key)
def test_every_cell_has_a_source_and_a_pinpoint(version):
    assert [
        (facet, concept)
        for facet, concept, found in cells(version)
        if not found.evidence or not all(e.at and e.source for e in found.evidence)
    ] == []


@each(HELD, key)
def test_every_covered_implied_partial_and_open_cell_has_the_words_or_a_gloss(version):
    bare = [
        (facet, concept, found.status)
        for facet, concept, found in cells(version)
        if found.status in ("covered", "implied", "partial", "open")
        and not any(isinstance(reason, FreeBut | FreeWhere) for reason in found.reasons)
        and not any(e.words or e.gloss for e in found.evidence)
    ]
    assert bare == []


@each(HELD, key)
def test_a_silent_cell_says_what_to_read_and_an_absent_one_what_was_read(version):
    for facet, concept, found in cells(version):
        value = told(found)
        if found.status == "silent":
            assert (
                value.startswith(("not known; read ", "not in the sections read"))
                or "no term stated" in value
                or "the general part decides" in value
            ), concept
        if found.status == "absent" and ":" not in concept:
            assert value.startswith("no"), (facet, concept)
            assert found.evidence[0].at in value


def test_the_corpus_has_every_status():
    assert {found.status for v in HELD for _, _, found in cells(v)} == set(STATUSES)


def test_covering_a_concept_covers_everything_narrower():
    wide = {edge.broader for edge in WORDS.broader}
    seen = 0
    for version in HELD:
        coverage = Coverage(version, WORDS)
        for facet, concept, found in cells(version):
            if found.status == "covered" and concept in wide and facet in ROLES.values():
                seen += narrower_are_covered(coverage, facet, concept)
    assert seen > 200


@each(HELD, key)
def test_what_a_law_was_not_read_on_is_never_a_no(version):
    for facet, concept, found in cells(version):
        if facet in version.unread and ":" not in concept and facet not in ("element", "penalty"):
            assert found.status != "absent", (facet, concept)


@each((provisions.get(i.id) for i in provisions.instruments()), key)
def test_what_belarus_does_not_show_stays_silent_beside_any_other_law(other):
    belarus = provisions.get("Belarus")
    alone = {(r.facet, r.concept): r.cells[0].status for r in table(belarus).rows}
    assert list(alone.values()).count("silent") > 60
    rows = comparators.compare(other, belarus, every=True).rows
    beside_it = {(r.facet, r.concept): r.cells[1].status for r in rows}
    assert {row: beside_it[row] for row in alone} == alone


SCOPES = {edge.scope for edge in WORDS.broader}


@each((v for v in HELD if not v.instrument.international and v.id not in SCOPES), key)
def test_a_law_under_another_name_shows_no_difference(version):
    double = evolve(version, instrument=evolve(version.instrument, id="double", name="Double"))
    assert comparators.compare(version, double, facets=FACETS).differences().rows == ()


# -- every note ------------------------------------------------------------------------------------


def of_cells(version):
    """The notes that bear on cells, each with its place in the file."""
    for name, a_list in version.lists.items():
        if a_list.reading:
            yield f"lists.{name}", a_list.reading
        for concept, entry in a_list.entries.items():
            if note := doubt(entry):
                yield f"lists.{name}.{concept}", note


def of_the_whole(version):
    """The notes on a text as a whole."""
    yield from version.notes
    yield from filter(None, (version.dating, *(o.reading for o in version.offences)))
    yield from filter(None, (doubt(x) for o in version.offences for x in o.limbs))
    yield from (c.reading for c in version.non_punishment if c.reading)


@each(HELD, key)
def test_every_note_is_shown_under_the_cell_it_bears_on_or_below_the_table(version):
    under = {note for _, _, found in cells(version) for note in found.notes}
    assert [where for where, note in of_cells(version) if note not in under] == []
    below = " ".join(line for s in beside(table(version)).sections for line in s.lines)
    assert [n for n in of_the_whole(version) if n not in below and n not in under] == []


# -- every amendment -------------------------------------------------------------------------------


@each(HELD, key)
def test_between_a_text_and_itself_nothing_changed(version):
    found = comparators.changes(version, version)
    assert found.changes == ()
    assert wording.case(found) == ""
    assert found.growth == ("neither" if version.offences_of("trafficking") else "undetermined")


@each(HELD, key)
def test_a_law_beside_itself_shows_no_difference(version):
    beside_itself = comparators.compare(version, version)
    assert beside_itself.differences().rows == ()
    assert len(beside_itself.rows) > 5


@each(PAIRS, lambda pair: f"{pair[0].key} to {pair[1].in_force.since}")
def test_a_silence_of_the_sources_is_no_change_of_the_law(earlier, later):
    assert silences(comparators.changes(earlier, later)) == (set(), set())


@each(provisions.instruments(), lambda i: i.id)
def test_a_history_has_one_step_for_each_amendment(instrument):
    held = provisions.versions(instrument.id)
    steps = comparators.history(held)
    assert [s.later for s in steps] == list(held[1:])
    assert all(s.earlier.in_force.since < s.later.in_force.since for s in steps)


# -- every draft, concept and output ---------------------------------------------------------------


def test_adding_a_draft_changes_no_status_of_any_other_text(tmp_path):
    changes_nothing(HELD, provisions.load(bill(tmp_path, DEBT)))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("path", GOOD, ids=lambda p: p.stem)
def test_a_draft_is_compared_by_its_path(path, mode):
    is_compared(path, mode)


@pytest.mark.parametrize("path", LACKING, ids=lambda p: p.stem)
def test_an_amended_draft_lacks_nothing_any_more(path, tmp_path):
    lacks_nothing_any_more(tmp_path, path)


def test_thirty_facts_over_all_texts_take_less_than_two_seconds():
    sorts = {
        s: [c.id for c in WORDS if c.sort == s and not c.heading][:10]
        for s in ("act", "means", "purpose")
    }
    many = [f for some in sorts.values() for f in some]
    with_offences = [v for v in HELD if v.offences_of("trafficking")]
    start = process_time()
    for version in with_offences:
        comparators.apply(version, [*many, "adult"], words=WORDS)
    assert process_time() - start < 2


@each(HELD, key)
def test_a_record_written_out_has_no_fault_the_file_does_not_have(version):
    raw = tomllib.loads(provisions.dump(version, draft=False))
    corpus = installed()
    of = corpus.index[version.id]
    assert check_version(raw, "x", of, corpus.thesaurus, corpus.bibliography)[1] == ()
    assert provisions.validate(version) == ()


@each(c.id for c in WORDS)
def test_every_concept_of_the_vocabulary_can_be_looked_for(concept):
    found = comparators.find(concept, "CoE", "UK", "Kazakhstan@2006-03-02")
    assert len(found.mentions) == 3
    assert str(found)
    for mention in found.mentions:
        assert concordance.place(mention), mention
        assert concordance.told(mention, found.words), mention


@pytest.mark.parametrize("to", PROSE)
@pytest.mark.parametrize("mode", CALLS)
def test_every_mode_names_program_and_data_version_in_every_format(mode, to):
    names_both(mode, to)


@each(HELD, key)
def test_consent_is_missing_in_no_text(version):
    status, _, _ = cell(version, "element", "consent-irrelevant")
    assert status != "absent"
    assert mark(version, "element", "consent-irrelevant").action != "missing"
