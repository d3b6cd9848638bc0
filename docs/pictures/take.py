"""The two pictures of the README, taken from the program's own pages in headless Chromium.

python docs/pictures/take.py    (pip install -e ".[browser]", and chromium on the path)
"""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

import comparators

HERE = Path(__file__).resolve().parent
PICTURES = {
    "armenia": (("CoE", "Armenia@2011-03-01"), 900),
    "twelve": (
        (
            "CoE", "Armenia@2011-03-01", "Azerbaijan", "Bulgaria", "Czechia", "France", "Georgia",
            "Germany", "Kazakhstan", "Moldova", "Romania", "Spain", "UK",
        ),
        1000,
    ),
}  # fmt: skip
"""The laws under a standard, and how many pixels of the page are shown."""


def main() -> None:
    """Write each picture beside this file."""
    with TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for name, (laws, height) in PICTURES.items():
            page = Path(folder) / f"{name}.html"
            table = comparators.compare(*laws)
            page.write_text(comparators.render(table, "html"), encoding="utf-8")
            tab = browser.new_page(viewport={"width": 1100, "height": height})
            tab.goto(page.as_uri())
            tab.screenshot(path=HERE / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
