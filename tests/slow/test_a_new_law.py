"""One law more, really added to a copy of the whole folder: either line of the README is enough to
check it, and it breaks no test."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```toml\n# (data/[\w./-]+)\n([\s\S]*?)^```", re.MULTILINE)
ENUMERATES = [
    "tests/test_readme.py", "tests/test_statuses.py", "tests/provisions/test_data.py",
    "tests/provisions/test_corpus.py", "tests/provisions/test_vocabulary.py",
    "tests/provisions/test_release.py", "tests/comparators/test_laws.py",
    "tests/comparators/test_matrix.py", "tests/comparators/test_concordance.py",
]  # fmt: skip
"""The tests that ask something of every law there is."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A copy of the folder with the law of the guide in it, as another country's."""
    folder = tmp_path_factory.mktemp("copy") / "laws"
    left_out = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis")
    shutil.copytree(ROOT, folder, ignore=left_out)
    for name, block in BLOCK.findall(GUIDE):
        file = folder / re.sub("uruguay", "utopia", name)
        file.parent.mkdir(exist_ok=True)
        before = file.read_text(encoding="utf-8").rstrip("\n") + "\n\n" if file.exists() else ""
        own = block.replace("uruguay", "utopia").replace("Uruguay", "Utopia")
        file.write_text(before + own.replace('"UY", "URY"', '"UTO"'), encoding="utf-8")
    return folder


def ran(*arguments, cwd):
    done = subprocess.run(
        [sys.executable, *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def test_the_new_law_is_found_and_has_no_fault(folder):
    code, text = ran("-m", "provisions", "check", "data/utopia/2008-01-17.toml", cwd=folder)
    assert (code, text) == (0, "1 versions checked: 0 faults\n")
    code, text = ran("-m", "comparators", "CoE", "Utopia", cwd=folder)
    assert code == 0
    assert text.startswith("Utopia under CoE")


@pytest.mark.parametrize("tests", ENUMERATES)
def test_a_law_more_breaks_no_test(folder, tests):
    code, text = ran("-m", "pytest", "-q", "-p", "no:cacheprovider", tests, cwd=folder)
    assert code == 0, text[-3000:]
