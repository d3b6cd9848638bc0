"""Hostile words in every place of a report, and of a draft, are harmless in every format."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attrs import evolve
from reports import marked

import provisions
from comparators import compare
from provisions.errors import UNSEEN, visible
from provisions.formats import FORMATS, render
from provisions.report import SIGNS, Report, Section

WORDS = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "end of parts": "</style></script></svg>]]>-->",
    "quotes": "\"'“”«»`${x}\\end{document}",
    "right to left": "\u200fحكم\u200e",
    "a link": '=HYPERLINK("http://x.example","y")',
    "full-width signs": "＝1+1",
    "a line break": "a\n=1+1",
    "marks of Markdown and LaTeX": "^[1] | a_b *c* $5 % # & ~ [x](http://x.example) {y}",
    "letters without a blank": "a" * 10_000,
    "wide letters without a blank": "招" * 10_000,
}
STEERING = {
    "a return": "a\r=1",
    "a terminal": "\x1b[2J\x1b[31mred\x00\x07",
    "turned round": "\u202eabc\u2066",
    "half a letter": "\ud800x",
}
"""What no draft may have; a report made in a program may."""

DRAFT = (Path(__file__).parents[1] / "drafts" / "full.toml").read_text(encoding="utf-8")


def everywhere(text):
    """A report with a text in each of its places."""
    grid = marked(*SIGNS, laws=2)

    def cell(old):
        quotes = (
            evolve(q, at=text, words=text, gloss=text, by=text, source=text) for q in old.evidence
        )
        told = text if old.mark else ""
        return evolve(old, text=text, place=told, what=told, notes=(text,), evidence=tuple(quotes))

    rows = (
        evolve(line, cells=tuple(map(cell, line.cells)), group=text, article=text)
        for line in grid.rows
    )
    grid = evolve(grid, rows=tuple(rows), title=text, columns=tuple(text for _ in grid.columns))
    heads = ("law", "version", "action", "article", "label", "pinpoint", "status", "rest", "via")
    record = dict.fromkeys(heads, text) | {"action": "missing"}
    return Report(
        text, (text,), (grid,), (Section(text, (text,)),), (text,), {"text": text},
        answer=(Section(text, (text,), "open", 1, ((text, "law-0/means/named"),)),),
        questions=(text,), records=(record,), hint=text,
    )  # fmt: skip


class Page(HTMLParser):
    """What a page would run or load."""

    def __init__(self, text):
        super().__init__()
        self.scripts, self.loads = 0, []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.scripts += tag == "script"
        self.loads += [tag for name, _ in attrs if name == "src" or name.startswith("on")]


def harmless(report):
    """Every format of a report, each found harmless."""
    made = {to: render(report, to) for to in FORMATS}
    for to, text in made.items():
        if isinstance(text, str):
            assert not UNSEEN.search(text), to
    page = Page(made["html"])
    assert page.scripts == 1, "the page's own"
    assert page.loads == []
    assert ET.fromstring(made["svg"]).find(".//{*}script") is None  # noqa: S314 - our own
    assert "<script>" not in made["markdown"].replace("\\<script>", "")
    assert not re.search(r"(?<!\\textbackslash\{\})(?<!\\)\\end\{document", made["latex"])
    for row in csv.reader(io.StringIO(made["csv"].removeprefix("\ufeff"))):
        assert not any(c.startswith(("=", "+", "-", "@", "\t", "\n", "＝")) for c in row)
    return made


def opened(made, text):
    """The workbook and the document as other programs open them."""
    import docx
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(made["xlsx"]))
    cells = [c for s in book for r in s.iter_rows() for c in r if c.value is not None]
    assert {c.data_type for c in cells} == {"s"}
    assert any(visible(text)[:100] in str(c.value) for c in cells)
    document = docx.Document(io.BytesIO(made["docx"]))
    assert any(visible(text).split("\n")[0] in p.text for p in document.paragraphs)


@pytest.mark.parametrize("text", [*WORDS.values(), *STEERING.values()], ids=[*WORDS, *STEERING])
def test_words_in_every_place_of_a_report_are_harmless_in_every_format(text):
    made = harmless(everywhere(text))
    opened(made, text)
    assert json.loads(made["json"])["text"] == text


def draft(text):
    """A draft with a text for its name, its title, its notes and its words."""
    told = json.dumps(text, ensure_ascii=False)
    words = json.dumps(text[:100], ensure_ascii=False)
    entry = (
        f'{{ words = {words}, gloss = {told}, lang = "ar", mark = "arguable", reading = {told} }}'
    )
    found = DRAFT
    for key, value in (
        ("name", told), ("title", told), ("dating", f"{told}\nnotes = [{told}]"),
        ("recruitment", entry), ("deception", words),
    ):  # fmt: skip
        found = re.sub(
            rf"^{key} = .*",
            lambda _, k=key, v=value: f"{k} = {v}",
            found,
            count=1,
            flags=re.MULTILINE,
        )
    return found


@pytest.mark.parametrize("text", WORDS.values(), ids=WORDS)
def test_the_words_of_a_draft_are_harmless_in_every_format(text, tmp_path):
    file = tmp_path / "bill.toml"
    file.write_text(draft(text), encoding="utf-8")
    made = harmless(compare("CoE", file).report(full=True))
    found = json.loads(made["json"])
    assert found["instruments"][1]["name"] == text
    assert found["rows"][0]["cells"]


@pytest.mark.parametrize("text", STEERING.values(), ids=STEERING)
def test_what_steers_a_terminal_or_turns_words_round_is_refused_in_a_draft(text, tmp_path):
    file = tmp_path / "bill.toml"
    file.write_text(draft(text).encode("ascii", "backslashreplace").decode(), encoding="utf-8")
    with pytest.raises(provisions.ProvisionsError) as refused:
        provisions.load(file)
    assert not UNSEEN.search(str(refused.value).replace("\n", ""))
