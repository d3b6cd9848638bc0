"""Documents read by other programs: pandoc reads Markdown and citations, xelatex compiles."""

import json
import re
import shutil
import subprocess

import pytest
from click.testing import CliRunner
from reports import marked

import provisions
from comparators import compare
from comparators.cli import main as compared
from comparators.modes.table import beside
from provisions.citations import bibliography_in
from provisions.formats import render
from provisions.report import SIGNS, Report

COE, ARMENIA = provisions.get("CoE"), provisions.get("Armenia")
SOURCES = provisions.bibliography()


def converted(text, *args):
    """What pandoc makes of some text."""
    told = subprocess.run(["pandoc", *args], input=text, capture_output=True, text=True, check=True)
    assert not told.stderr
    return told.stdout


PANDOC = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")


@PANDOC
def test_pandoc_reads_every_row_of_the_markdown_and_its_footnotes_as_footnotes():
    report = beside(compare(COE, ARMENIA))
    plain = json.loads(converted(render(report, "markdown"), "-f", "markdown", "-t", "json"))
    rows = [b for b in plain["blocks"] if b["t"] == "Table"]
    assert len(rows) == len(report.grids)
    assert json.dumps(plain).count('"t": "Note"') >= len(report.footnotes)
    for table in rows:  # its columns have widths, so that no cell becomes a column of letters
        assert all(width["t"] == "ColWidth" for _, width in table["c"][2])


@pytest.mark.skipif(shutil.which("xelatex") is None, reason="xelatex is not installed")
@pytest.mark.parametrize("laws", [1, 12])
def test_xelatex_compiles_the_table_and_cuts_no_law_off(laws, tmp_path):
    text = render(Report("T & t", (), (marked(*SIGNS, laws=laws),), footnotes=("a_b",)), "latex")
    wanted = [line[2:] for line in text.split("\n") if line.startswith("% \\")]
    document = "\n".join(
        ("\\documentclass{article}", *wanted, "\\begin{document}", text, "\\end{document}")
    )
    (tmp_path / "t.tex").write_text(document, encoding="utf-8")
    told = subprocess.run(
        ["xelatex", "-interaction=nonstopmode", "-halt-on-error", "t.tex"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout[-2000:]
    assert not re.search(r"Overfull .hbox \((?:[2-9]\d|\d{3,})", told.stdout)


@PANDOC
def test_pandoc_reads_the_bibliography_and_cites_from_it(tmp_path):
    everything = tmp_path / "all.json"
    everything.write_text(bibliography_in(SOURCES.values(), "csl-json"), encoding="utf-8")
    text = "Said there [@coe, art 4; @round-table-2012]."
    told = subprocess.run(
        ["pandoc", "--citeproc", "--bibliography", str(everything), "--to", "plain"],
        input=text, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "Council of Europe" in told.stdout
    assert not told.stderr


@PANDOC
@pytest.mark.parametrize("options", [(), ("--gaps",), ("--history",), ("--facts", "recruitment")])
def test_pandoc_cites_the_texts_and_sources_of_an_answer(tmp_path, options):
    names = ("Kazakhstan",) if options == ("--history",) else ("CoE", "Kazakhstan")
    told = CliRunner().invoke(compared, [*names, *options, "--sources", "csl-json"])
    assert (told.exit_code, told.stderr) == (0, "")
    (tmp_path / "all.json").write_text(told.stdout, encoding="utf-8")
    ids = [item["id"] for item in json.loads(told.stdout)]
    text = " ".join(f"[@{{{name}}}]" for name in ids)
    read = subprocess.run(
        ["pandoc", "--citeproc", "--bibliography", str(tmp_path / "all.json"), "--to", "plain"],
        input=text, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert not read.stderr, "an item is missing, or cannot be read"
    assert "https://" in read.stdout


@PANDOC
def test_pandoc_reads_the_bibtex_and_loses_no_source(tmp_path):
    everything = tmp_path / "all.bib"
    everything.write_text(bibliography_in(SOURCES.values(), "bibtex"), encoding="utf-8")
    told = subprocess.run(
        ["pandoc", "-f", "biblatex", "-t", "csljson", str(everything)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert {item["id"] for item in json.loads(told.stdout)} == set(SOURCES)
