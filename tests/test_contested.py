"""The page of contested cells says what the program says."""

from pathlib import Path

import pytest

import provisions
from comparators.findings import find
from comparators.law import laws

PAGE = (Path(__file__).parent.parent / "docs" / "contested.md").read_text(encoding="utf-8")
COLUMNS = 6


def cells(page):
    """The cells of the page: text, facet, concept, what it said, and what it says today."""
    for line in page.splitlines():
        parts = [part.strip() for part in line.strip("|").split("|")]
        if len(parts) != COLUMNS or parts[0] == "texts" or parts[0].startswith("-"):
            continue
        texts, facet, concepts, was, today, _ = parts
        for text in texts.split(", "):
            yield from ((text, facet, concept, was, today) for concept in concepts.split(", "))


CELLS = tuple(cells(PAGE))


@pytest.mark.parametrize("text", tuple(dict.fromkeys(text for text, *_ in CELLS)))
def test_the_page_says_what_each_contested_cell_is_today(text):
    (law,) = laws([provisions.get(text)])
    for _, facet, concept, _, today in (cell for cell in CELLS if cell[0] == text):
        found = find(law, facet, concept)
        said = found.status + (f", the rest {found.rest}" if found.rest else "")
        assert said == today, (facet, concept)


def test_all_sixty_six_contested_cells_stand_on_the_page_each_once():
    contradicted = PAGE.partition("## Matters of judgement")[0]
    told = [cell[:3] for cell in cells(contradicted) if cell[3] != "no row"]
    assert len(told) == len(set(told)) == 66


def test_no_row_is_without_a_reason():
    for line in PAGE.splitlines():
        if line.startswith("| "):
            assert all(part.strip() for part in line.strip("|").split("|")), line
