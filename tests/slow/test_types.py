"""A user's script is typed: mypy, strict, and pyright say so of the package as it is installed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "docs" / "how-to" / "analysis.py"
HERE = Path(sys.executable).parent


def said(*command, cwd):
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, timeout=300
    )
    return done.returncode, done.stdout + done.stderr


def checker(name):
    """The program beside this Python, or on the path."""
    found = shutil.which(name, path=str(HERE)) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed: pip install '.[docs]'")
    return found


@pytest.fixture
def script(tmp_path):
    """The script where a user has it: in a folder of his or her own."""
    return shutil.copy(SCRIPT, tmp_path / "analysis.py")


@pytest.mark.parametrize("name", ["mypy", "pyright"])
def test_a_script_of_a_user_is_typed(name, script, tmp_path):
    options = {
        "mypy": ["--strict", f"--python-executable={sys.executable}"],
        "pyright": [f"--pythonpath={sys.executable}"],
    }
    code, text = said(checker(name), *options[name], script, cwd=tmp_path)
    assert code == 0, text


@pytest.mark.parametrize("name", ["mypy", "pyright"])
def test_a_wrong_call_of_a_user_is_told_by_the_types(name, tmp_path):
    wrong = tmp_path / "wrong.py"
    wrong.write_text("import comparators\n\ncomparators.compare('CoE', 3)\n")
    options = {
        "mypy": ["--strict", f"--python-executable={sys.executable}"],
        "pyright": [f"--pythonpath={sys.executable}"],
    }
    code, text = said(checker(name), *options[name], str(wrong), cwd=tmp_path)
    assert code == 1, text
    assert "compare" in text
