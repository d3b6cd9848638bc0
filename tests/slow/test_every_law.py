"""What the suite holds in some texts, in every text of the corpus."""

import sys
from pathlib import Path

import pytest
from layers import disagreements

import provisions

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "comparators"))

from test_drafts_compared import DEBT, bill, changes_nothing

HELD = [v for i in provisions.instruments() for v in provisions.versions(i.id)]


@pytest.mark.parametrize("version", HELD, ids=lambda v: v.key)
def test_the_layer_of_every_concept_agrees_with_its_status(version):
    assert not any(found := disagreements(version, provisions.thesaurus())), found


def test_some_text_has_more_than_a_hundred_concepts_to_ask_about():
    assert any(len(disagreements(v, provisions.thesaurus())) > 100 for v in HELD[:9])


def test_adding_a_draft_changes_no_status_of_any_other_text(tmp_path):
    changes_nothing(HELD, provisions.load(bill(tmp_path, DEBT)))
