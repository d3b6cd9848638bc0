"""The page in a real browser: opens from disk, loads nothing, filters, opens, prints, reads aloud."""

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from click.testing import CliRunner
from reports import marked

from comparators.cli import main as compared
from provisions.formats import render
from provisions.report import SIGNS, Report, Section

CHROMIUM = shutil.which("chromium")
WANTED = "pip install '.[browser]' for the browser tests"
if CHROMIUM is None:
    pytest.skip("no chromium on the path: apt-get install chromium", allow_module_level=True)

playwright = pytest.importorskip("playwright.sync_api", reason=WANTED)
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason=WANTED)

WIDTHS = (1400, 800, 400)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as play:
        yield play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


@pytest.fixture(scope="module", params=[1, 4, 12])
def file(request, tmp_path_factory):
    laws = request.param
    report = Report(
        f"{laws} laws under the Convention", ("The law of 18 April 2012.",), (marked(*SIGNS, laws=laws),),
        (Section("Goes beyond", ("abuse of trust",)),), ("Sources differ.",), {},
        (Section("The definition: cannot be said.", ("Read 132.2.",), "not-known"),
         Section("Missing (read in full)", (), "in-part", 1, (("26", "law-0/means/in-part"),))),
    )  # fmt: skip
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(render(report, "html"), encoding="utf-8")
    return path


@pytest.fixture
def page(browser, file):
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.said, page.asked = [], []
    page.on("console", lambda m: page.said.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: page.said.append(str(e)))
    page.on("request", lambda r: page.asked.append(r.url))
    page.goto(f"file://{file}")
    yield page
    assert page.said == [], "the console has errors"
    assert all(url.startswith("file://") for url in page.asked), "a request left the machine"
    page.close()


def visible(page, selector):
    return page.locator(f"{selector} >> visible=true").count()


def test_the_answer_stands_before_the_table_and_every_row_is_shown(page):
    answer = page.locator(".answer").bounding_box()
    table = page.locator("table.cmp").bounding_box()
    assert answer["y"] < table["y"]
    assert visible(page, "tr.row") == len(SIGNS)
    assert visible(page, "tr.words") == 0


def test_a_row_opens_the_words_by_mouse(page):
    page.locator("button.row").first.click()
    assert visible(page, "tr.words") == 1
    assert page.locator("tr.words q").first.inner_text() == "of <fraud>"
    assert page.url.endswith("#law-0/means/named")


def test_a_row_opens_by_keyboard_and_the_arrows_move(page):
    page.locator("button.row").first.focus()
    page.keyboard.press("Enter")
    assert visible(page, "tr.words") == 1
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "row follows"


def test_a_filter_hides_the_rows_of_a_mark_and_says_how_many_are_left(page):
    page.locator("input[name=mark][value=named]").uncheck()
    assert visible(page, "tr.row") == len(SIGNS) - 1
    assert page.locator("#count").inner_text() == f"{len(SIGNS) - 1} of {len(SIGNS)} rows"


def test_a_permalink_opens_its_row_even_where_a_filter_hides_it(page):
    page.locator("input[name=mark][value=in-part]").uncheck()
    page.locator(".answer a").first.click()
    assert page.locator('[id="law-0/means/in-part"]').is_visible()
    assert page.locator('[id="w-means/in-part"]').is_visible()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_runs_over_the_side_and_axe_finds_nothing(page, width, scheme):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert over <= 0
    page.locator("#all").click()
    found = axe.Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()


def test_the_page_prints_with_its_words(page, tmp_path):
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    assert (tmp_path / "page.pdf").stat().st_size > 5000


def test_without_scripts_every_word_is_there(browser, file):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"file://{file}")
    assert visible(page, "tr.words") == len(SIGNS)
    assert visible(page, "#tools") == 0
    context.close()


# --- the program's own pages

ANSWERS = {
    "two": ["CoE", "Armenia"],
    "many": ["CoE", "Armenia", "Belarus", "Georgia", "Kazakhstan", "Moldova", "Romania", "Russia"],
    "gaps": ["CoE", "Kazakhstan", "--gaps"],
    "facts": ["CoE", "Armenia", "--facts", "recruitment,deception,forced-labour,adult"],
    "history": ["Kazakhstan", "--history"],
    "beside": ["Armenia", "Kazakhstan"],
}


@pytest.fixture(scope="module", params=ANSWERS)
def answer(request, tmp_path_factory):
    path = tmp_path_factory.mktemp(request.param) / "page.html"
    done = CliRunner().invoke(
        compared, [*ANSWERS[request.param], "--format", "html", "--output", str(path)]
    )
    assert (done.exit_code, done.stderr) == (0, "")
    return path


def test_a_page_of_the_program_is_clean_at_every_width_in_light_and_dark(browser, answer):
    page = browser.new_page()
    said, asked = [], []
    page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: said.append(str(e)))
    page.on("request", lambda r: asked.append(r.url))
    page.goto(f"file://{answer}")
    for width, scheme in [(1400, "light"), (800, "dark"), (400, "light")]:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        found = axe.Axe().run(page, options={"resultTypes": ["violations"]})
        assert found.violations_count == 0, found.generate_report()
    assert said == []
    assert asked == [f"file://{answer}"]
    page.close()


def test_the_page_of_many_laws_opens_a_row_and_filters(browser, tmp_path):
    path = tmp_path / "many.html"
    CliRunner().invoke(compared, [*ANSWERS["many"], "--format", "html", "--output", str(path)])
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(f"file://{path}")
    rows = visible(page, "tr.row")
    assert visible(page, "tr.words") == 0
    page.locator("input[name=mark][value=named]").uncheck()
    assert visible(page, "tr.row") <= rows
    page.locator("#clear").click()
    page.locator("button.row").first.click()
    assert visible(page, "tr.words") == 1
    page.close()


def test_a_printed_page_has_the_words_of_every_row_that_is_not_met(browser, tmp_path):
    path = tmp_path / "two.html"
    CliRunner().invoke(compared, [*ANSWERS["two"], "--format", "html", "--output", str(path)])
    page = browser.new_page(viewport={"width": 800, "height": 900})
    page.goto(f"file://{path}")
    page.emulate_media(media="print")
    needed = page.locator("tr.words[data-need]").count()
    assert 0 < needed == visible(page, "tr.words") < page.locator("tr.words").count()
    page.close()
