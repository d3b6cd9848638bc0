"""The guide for contributors: the law it walks through is added by it alone, and the issue form asks
for what a cell rests on."""

import re
import shutil
from pathlib import Path

import pytest

import provisions
from comparators.examples import examples
from provisions.checking.versions import check_file
from provisions.corpus import Corpus

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
FORM = (ROOT / ".github" / "ISSUE_TEMPLATE" / "cell.yml").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```toml\n# (data/[\w./-]+)\n([\s\S]*?)^```", re.MULTILINE)
LAW = "uruguay"


def without(data, law):
    """The records of a folder as they would be if nobody had added a law."""
    shutil.rmtree(data / law)
    index = data / "instruments.toml"
    parts = re.split(r"^(?=\[)", index.read_text(encoding="utf-8"), flags=re.MULTILINE)
    index.write_text("".join(p for p in parts if not p.startswith(f"[{law}]")), encoding="utf-8")
    sources = data / "bibliography.toml"
    parts = re.split(r"^(?=\[sources\.)", sources.read_text(encoding="utf-8"), flags=re.MULTILINE)
    kept = (p for p in parts if not p.startswith(f"[sources.{law}-"))
    sources.write_text("".join(kept), encoding="utf-8")


def added(root):
    """What the guide says, done: each block goes to the end of the file it names."""
    for name, block in BLOCK.findall(GUIDE):
        file = root / name
        file.parent.mkdir(exist_ok=True)
        before = file.read_text(encoding="utf-8").rstrip("\n") + "\n\n" if file.exists() else ""
        file.write_text(before + block, encoding="utf-8")


@pytest.fixture
def root(tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    without(tmp_path / "data", LAW)
    return tmp_path


def test_a_law_is_added_by_the_guide_alone(root):
    before = Corpus([root / "data"])
    assert LAW not in before.index
    assert not [s for s in before.bibliography if s.startswith(LAW)]
    added(root)
    corpus = Corpus([root / "data"])
    (path,) = corpus.files(LAW).values()
    version, faults = check_file(
        path, path.name, corpus.index, corpus.thesaurus, corpus.bibliography
    )
    assert [str(f) for f in faults] == []
    assert list(examples(corpus, version, path.name)) == []
    assert len(version.examples) == 2


def test_what_the_guide_writes_is_what_the_record_of_that_law_says(root):
    added(root)
    (written,) = Corpus([root / "data"]).versions(LAW)
    held = provisions.get("Uruguay@2008-01-17")
    assert written.instrument == held.instrument
    assert written.in_force == held.in_force
    for name, a_list in written.lists.items():
        assert a_list.entries == held.lists[name].entries
        assert (a_list.unlisted, a_list.opening) == (
            held.lists[name].unlisted, held.lists[name].opening,
        )  # fmt: skip
    (offence,) = written.offences
    (same,) = (o for o in held.offences if o.id == offence.id)
    assert (offence.limbs, offence.penalty) == (same.limbs, same.penalty)
    assert {e.facts for e in written.examples} <= {e.facts for e in held.examples}


def test_every_word_of_the_record_stands_in_the_article_that_the_guide_quotes(root):
    (article,) = re.findall(r"^> (.*)$", GUIDE, re.MULTILINE)
    added(root)
    (written,) = Corpus([root / "data"]).versions(LAW)
    quoted = [e.words for _, e in provisions.records.entries_of(written) if e.words]
    assert len(quoted) >= 9
    assert [words for words in quoted if words not in article] == []


@pytest.mark.parametrize("line", range(2))
def test_the_guide_calls_the_program_so_that_either_line_of_the_readme_is_enough(line):
    calls = re.findall(
        r"^(?:\$ )?((?:python -m )?(?:provisions|comparators|compare) .*)$", GUIDE, re.MULTILINE
    )
    assert len(calls) > line
    assert all(call.startswith("python -m ") for call in calls)


def test_the_issue_form_asks_for_what_a_cell_rests_on():
    required = re.findall(r"id: (\w+)\n(?:    .*\n)*?      required: true", FORM)
    assert required == ["instrument", "pinpoint", "words", "source"]
    assert re.findall(r"^(\w+):", FORM, re.MULTILINE) == [
        "name", "description", "title", "labels", "body",
    ]  # fmt: skip
    assert "\t" not in FORM


# -- the rules of the linters ----------------------------------------------------------------------

SILENCED = re.compile(r"# (?:noqa|type: ignore)\b(?:: ?[A-Z0-9, ]+|\[[a-z, -]+\])?(.*)$")


def test_whoever_silences_a_linter_says_why_in_the_same_line():
    lines = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for folder in ("provisions", "comparators", "tests", "benchmarks", "docs")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (found := SILENCED.search(line)) and not re.search(r"[a-z]{3}", found[1])
    ]
    assert lines == []


def test_whatever_rule_is_left_out_has_its_reason():
    rules = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    rules = rules[rules.index("\nignore = [") : rules.index("[tool.ruff.lint.mccabe]")]
    named = [line for line in rules.splitlines() if re.search(r'"[A-Z]+[0-9]*"', line)]
    assert len(named) > 15
    assert [line for line in named if "#" not in line] == []
