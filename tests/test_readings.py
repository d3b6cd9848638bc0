"""What a reader answered from the article alone, before the record was seen, against what the records answer.

A reading (``docs/readings/*.toml``) is sixteen cases and eight questions. Where the program answers otherwise, the
reading says so beside the first answer (``program``) and says who was right (``settled``): the figures stay honest.
"""

import tomllib
from pathlib import Path

import pytest

import comparators
import provisions

READINGS = sorted((Path(__file__).parent.parent / "docs" / "readings").glob("*.toml"))
QUESTIONS = {
    "means-for-an-adult", "means-for-a-child", "gain", "open-list", "consent", "gravest", "exempt", "must-or-may",
}  # fmt: skip


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_the_record_answers_as_the_reader_did(path):
    reading = tomllib.loads(path.read_text(encoding="utf-8"))
    version = provisions.get(reading["version"])
    differing = []
    for case in reading["patterns"]:
        facts = [fact.strip() for fact in case["facts"].split(",")]
        answer = comparators.apply(version, facts).reached
        if answer != case.get("program", case["reached"]):
            differing.append(f"{case['facts']}: the reader {case['reached']}, the record {answer}")
        assert ("program" in case) == ("settled" in case), case["facts"]
    assert not differing, "\n".join(differing)


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_a_reading_is_whole(path):
    reading = tomllib.loads(path.read_text(encoding="utf-8"))
    assert len(reading["patterns"]) == 16
    assert set(reading["questions"]) == QUESTIONS
    assert all(case["because"] for case in reading["patterns"])
