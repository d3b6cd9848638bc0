"""The wheel: the records are in it, byte by byte, and so is the sign that the packages are
typed."""

import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"

BACKEND = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this tree: by the backend where it is installed, else by pip, which fetches
    it."""
    folder = tmp_path_factory.mktemp("wheel")
    quick = [sys.executable, "-c", BACKEND, str(folder)]
    usual = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        str(ROOT),
        "--no-deps",
        "--quiet",
        "-w",
        str(folder),
    ]
    with_backend = find_spec("hatchling") is not None
    done = subprocess.run(
        quick if with_backend else usual, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if not with_backend and "No matching distribution found for hatchling" in done.stderr:
        pytest.skip("the build backend is not installed and cannot be fetched")
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_wheel_holds_the_records_of_the_repository_byte_by_byte(wheel):
    packed = {
        name.removeprefix("provisions/data/"): b
        for name, b in wheel.items()
        if name.startswith("provisions/data/")
    }
    kept = {p.relative_to(DATA).as_posix(): p.read_bytes() for p in DATA.rglob("*") if p.is_file()}
    assert sorted(packed) == sorted(kept)
    assert packed == kept
    assert "coe/2008-02-01.toml" in packed


@pytest.mark.parametrize("package", ["provisions", "comparators"])
def test_the_wheel_holds_every_module_and_says_that_it_is_typed(wheel, package):
    modules = {p.relative_to(ROOT).as_posix() for p in (ROOT / package).rglob("*.py")}
    assert modules <= set(wheel)
    assert f"{package}/py.typed" in wheel


def test_the_wheel_holds_two_packages_and_no_tests(wheel):
    tops = {name.partition("/")[0] for name in wheel}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"provisions", "comparators"}


def test_the_wheel_brings_both_commands_and_both_licences(wheel):
    info = {
        name.partition(".dist-info/")[2]: content.decode()
        for name, content in wheel.items()
        if ".dist-info/" in name
    }
    assert "compare = comparators.cli:main" in info["entry_points.txt"]
    assert "provisions = comparators.cli:provisions_main" in info["entry_points.txt"]
    assert {"licenses/LICENSE", "licenses/LICENSE-DATA"} <= set(info)
