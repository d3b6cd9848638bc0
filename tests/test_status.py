"""The page on what is stable names tests that are there, and every surface."""

import re
from pathlib import Path

import pytest

from comparators.cli import MODES
from provisions.formats import FORMATS

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "status.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT.splitlines()
    if line.startswith("| ") and not line.startswith("| surface")
]
PROOFS = [
    (surface, proof) for surface, _, proofs in ROWS for proof in re.findall(r"`([^`]+)`", proofs)
]


@pytest.mark.parametrize("proof", [proof for _, proof in PROOFS])
def test_the_test_that_proves_it_is_there(proof):
    file, _, name = proof.partition("::")
    text = (ROOT / file).read_text(encoding="utf-8")
    assert re.search(rf"^def {name or 'test_'}", text, re.MULTILINE)
    assert not name or re.search(rf"^def {name}\(", text, re.MULTILINE)


def test_every_surface_has_a_state_and_a_proof():
    for surface, state, proofs in ROWS:
        assert state in ("stable", "provisional", "experimental"), surface
        assert state == "experimental" or "tests/" in proofs, surface


def test_every_mode_and_every_format_has_a_row():
    surfaces = " ".join(surface for surface, *_ in ROWS)
    assert [mode for mode in MODES if f"--{mode}" not in surfaces] == []
    assert [to for to in FORMATS if not re.search(rf"\b{to}\b", surfaces)] == []


def test_how_a_stable_surface_goes_is_said_in_a_sentence():
    assert "DeprecationWarning" in TEXT
    assert "stands in the change log both times" in TEXT
