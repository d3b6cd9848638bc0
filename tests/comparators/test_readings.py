"""The readings of ``docs/readings``: an article read by itself, held against what the program answers.

Each answer was written down from the article alone, before its record. Where the program answers otherwise the file
says so (``program``) and why; nothing else may differ.
"""

import tomllib
from pathlib import Path

from cases import reached
from every import each

import provisions

FOLDER = Path(__file__).parents[2] / "docs" / "readings"
READINGS = {
    f"{reading['version']}, {reading.get('reader', 'first')} reader": reading
    for file in sorted(FOLDER.glob("*.toml"))
    for reading in tomllib.loads(file.read_text(encoding="utf-8"))["readings"]
}


@each(READINGS)
def test_the_program_answers_as_the_article_was_read(name):
    version = provisions.get(READINGS[name]["version"])
    for fact in READINGS[name]["facts"]:
        agreed = (fact["answer"], fact.get("program"))
        assert reached(version, *fact["facts"]) in agreed, (fact["facts"], fact["at"])


@each(READINGS)
def test_a_reading_has_sixteen_facts_and_eight_questions(name):
    reading = READINGS[name]
    assert len(reading["facts"]) == 16
    assert len(reading["questions"]) == 8
    assert all(fact["at"] for fact in reading["facts"])
    assert all(("program" in fact) == ("why" in fact) for fact in reading["facts"])
