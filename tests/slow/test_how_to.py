"""The pages of docs/how-to that the quick tests do not follow."""

import pytest
from test_docs import DOCS, PAGES, follow


@pytest.mark.parametrize(
    "page", sorted({*(DOCS / "how-to").glob("*.md")} - {*PAGES}), ids=lambda p: p.stem
)
def test_a_page_shows_what_the_program_does(page, tmp_path, monkeypatch):
    if page.stem == "pandas":
        pytest.importorskip("pandas")
    monkeypatch.chdir(tmp_path)
    follow(page)
