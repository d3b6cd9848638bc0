"""Whatever is asked, in whatever words, of whatever file: an answer or one line that says why not.

    python -m pytest tests/slow/test_fuzz.py                   # a minute
    FUZZ=3000 python -m pytest tests/slow/test_fuzz.py         # so many inputs a test: an hour

No traceback, no hang, no half-written file, the exit codes that are promised, no control character
on a terminal, and words of an argument or a record that are harmless in every format.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

import comparators
import provisions
from comparators.cli import main as compare_main
from comparators.cli import provisions_main
from provisions.corpus import data_folder
from provisions.errors import ProvisionsError

MANY = settings(
    max_examples=int(os.environ.get("FUZZ", "60")),
    deadline=None,
    derandomize="FUZZ" not in os.environ,
    database=None,
    suppress_health_check=list(HealthCheck),
)
SECONDS = 60
"""Of the processor, what no call may take."""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
DRAFTS = sorted((Path(__file__).parents[1] / "drafts").glob("*.toml"))
RECORDS = sorted(data_folder().glob("*/*.toml"))
HOSTILE = (
    "\x1b[31mred", "\x1b]0;title\x07", "<script>alert(1)</script>", "=1+1", "@SUM(A1)", "a|b", "a\nb", "a\rb",
    "\\input{/etc/passwd}", "$x_{1}$", "`id`", "[x](javascript:x)", "\u202etxet", "\ud800", "é" * 200, "'", '"',
    "*b*", "%s%n", "{0}", "{{x}}", "\x00", "", " ", "-", "--", "../../x", "~", "ـ", "한글", "𝔘", "#", "\ufeff",
)  # fmt: skip
NAMES = (
    "CoE", "palermo", "EU", "Armenia", "kazakhstan@2006-03-02", "Armenia@2006", "Armenia@", "@", "Armenia@2012-02-30",
    "US", "UK", "asean", "nowhere", "Armnia", "Kazakhstan@today", *(f"./{p.name}" for p in DRAFTS[:4]), "./none.toml",
    "CoE@9999-99-99", "2011/36/EU",
)  # fmt: skip
FACTS = (
    "recruitment", "deception", "forced-labour", "adult", "child", "victim-under-fourteen", "consent", "slavery",
    "document-offences", "compelled", "exploitation", "recruitment deception",
)  # fmt: skip
FORMATS = ("table", "json", "csv", "markdown", "latex", "html", "docx", "xlsx", "svg", "pdf")


@pytest.fixture(autouse=True)
def _never_hangs():
    """An alarm for every example is set in `run`; here it is taken back."""
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def hang(*_):
    raise AssertionError(f"no answer in {SECONDS} seconds")


def run(main, args, where=None):
    """A call in this process: its exit code, what it printed and what it said."""
    out, err = io.BytesIO(), io.StringIO()
    stdout = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
    before = Path.cwd()
    signal.signal(signal.SIGVTALRM, hang)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        os.chdir(where or DRAFTS[0].parent)
        with contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(err):
            try:
                main(list(args))
            except SystemExit as end:
                code = end.code or 0
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        os.chdir(before)
    return code, out.getvalue(), err.getvalue()


def holds(args, code, out, err, *codes):
    """What every call promises."""
    assert code in codes, (args, code, err)
    assert "Traceback" not in err, (args, err)
    said = re.sub(r"\n+$", "", err)
    assert not CONTROL.search(said.replace("\n", "")), (args, err)
    if code == 2 and not said.startswith("Usage:"):
        assert said, args
        assert all(re.match(r"(compare|provisions)[a-z ]*: ", x) for x in said.split("\n")), (
            args,
            err,
        )
    if code == 2:
        assert not out, (args, out[:200])


text = st.sampled_from(HOSTILE) | st.text(max_size=12)
name = st.sampled_from(NAMES) | text
facts = st.lists(st.sampled_from(FACTS) | text, max_size=5).map(",".join)
options = st.one_of(
    st.sampled_from(
        [["--gaps"], ["--matrix"], ["--history"], ["--all"], ["--full"], ["--words"], ["--differences"], ["--help"]]
    ),
    st.tuples(st.just("--format"), st.sampled_from(FORMATS) | text).map(list),
    st.tuples(st.just("--facet"), st.sampled_from(["means", "purpose", "act"]) | text).map(list),
    st.tuples(st.just("--article"), st.sampled_from(["26", "4", "999"]) | text).map(list),
    st.tuples(st.just("--as-of"), st.sampled_from(["2012-04-18", "today", "0001-01-01"]) | text).map(list),
    st.tuples(st.just("--facts"), facts).map(list),
    st.tuples(st.just("--find"), st.sampled_from(["slavery", "forced-marriage"]) | text).map(list),
    st.tuples(st.just("--own-offence"), st.sampled_from(["document-offences"]) | text).map(list),
    st.tuples(st.just("--sources"), st.sampled_from(["bibtex", "csl-json"]) | text).map(list),
    text.map(lambda x: [x]),
)  # fmt: skip


# -- arguments -------------------------------------------------------------------------------------


@MANY
@given(st.lists(name, min_size=1, max_size=3), st.lists(options, max_size=3))
def test_compare_answers_any_arguments_or_says_why_not_in_one_line(names, some):
    args = [*names, *(x for one in some for x in one)]
    if "--matrix" in args and "--all" in args:
        args.remove("--all")  # slow, not wrong
    code, out, err = run(compare_main, args)
    event(f"exit {code}")
    holds(args, code, out, err, 0, 2)
    if not {"docx", "xlsx"} & set(args):
        assert not CONTROL.search(out.decode()), args


commands = st.one_of(
    st.tuples(st.just("show"), name),
    st.tuples(st.just("list"), st.just("--format"), st.sampled_from(FORMATS) | text),
    st.tuples(st.just("concepts"), text),
    st.tuples(
        st.just("cite"), name, st.just("--style"), st.sampled_from(["oscola", "bibtex"]) | text
    ),
    st.tuples(st.just("check"), st.sampled_from(["full.toml", "none.toml", "."]) | text),
    st.tuples(st.just("new"), name, st.just("--since"), st.sampled_from(["2012-04-18"]) | text),
    st.tuples(st.just("sources"), text),
    st.tuples(text, text),
)


@MANY
@given(commands)
def test_provisions_answers_any_arguments_or_says_why_not_in_one_line(args):
    code, out, err = run(provisions_main, args)
    event(f"exit {code}")
    codes = (0, 1, 2) if args[0] == "check" else (0, 2)
    holds(args, code, out, err, *codes)
    if not out.startswith(b"PK"):  # a workbook
        assert not CONTROL.search(out.decode()), args


# -- files -----------------------------------------------------------------------------------------


@st.composite
def spoilt(draw):
    """A record or a draft with some lines lost, doubled, moved, cut, or with hostile words in them."""
    source = draw(st.sampled_from(DRAFTS * 4 + RECORDS))
    lines = source.read_text(encoding="utf-8").splitlines()
    for _ in range(draw(st.integers(1, 3))):
        i = draw(st.integers(0, max(0, len(lines) - 1)))
        how = draw(st.sampled_from(["lose", "double", "swap", "words", "value", "cut", "key"]))
        line = lines[i] if lines else ""
        if how == "lose":
            del lines[i : i + draw(st.integers(1, 4))]
        elif how == "double":
            lines.insert(i, line)
        elif how == "swap":
            j = draw(st.integers(0, max(0, len(lines) - 1)))
            lines[i], lines[j] = lines[j], lines[i]
        elif how == "words":
            word = "".join(
                f"\\u{ord(c):04x}" if ord(c) < 32 or c in '"\\' else c
                for c in draw(text.filter(lambda x: "\ud800" not in x))
            )
            lines[i] = re.sub(r'"[^"]*"', lambda _, word=word: f'"{word}"', line, count=1)
        elif how == "value":
            value = draw(
                st.sampled_from(
                    ["7", "true", "[]", "{}", '""', "2012-02-30", "[[1]]", "nan", '"x"']
                )
            )
            lines[i] = f"{line.partition('=')[0]}= {value}"
        elif how == "cut":
            lines[i] = line[: draw(st.integers(0, len(line)))]
        else:
            lines[i] = draw(text.filter(lambda x: "\ud800" not in x)) + line
    made = "\n".join(lines).encode("utf-8", "surrogateescape")
    return (
        draw(
            st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff\xfe"])
            if draw(st.booleans())
            else st.just(b"")
        )
        + made
    )


modes = st.sampled_from(
    [
        ["--gaps"], [], ["--full", "--words"], ["--matrix"], ["--facts", "recruitment,deception,slavery,child"],
        ["--own-offence", "document-offences"], ["--history"], ["--format", "json"], ["--format", "html"],
        ["--format", "csv"], ["--format", "markdown"], ["--format", "latex"], ["--gaps", "--format", "json"],
        ["--find", "slavery"],
    ]
)  # fmt: skip


@MANY
@given(spoilt(), modes)
def test_a_file_of_any_kind_is_answered_or_its_faults_are_told(tmp_path_factory, content, mode):
    folder = tmp_path_factory.getbasetemp() / "spoilt"
    folder.mkdir(exist_ok=True)
    (folder / "bill.toml").write_bytes(content)
    code, out, err = run(provisions_main, ["check", "bill.toml"], folder)
    event(f"check: exit {code}")
    holds(["check"], code, out, err, 0, 1, 2)
    args = ["CoE", "./bill.toml", *mode]
    compared, out, err = run(compare_main, args, folder)
    holds(args, compared, out, err, 0, 2)
    assert compared == 0 or code == 1 or "--history" in mode, (args, err)
    assert not CONTROL.search(out.decode()), args
    if "html" in mode:
        assert b"<script>alert" not in out


@MANY
@given(st.binary(max_size=300), modes)
def test_bytes_that_are_no_record_are_one_fault(tmp_path_factory, content, mode):
    folder = tmp_path_factory.getbasetemp() / "bytes"
    folder.mkdir(exist_ok=True)
    (folder / "bill.toml").write_bytes(content)
    code, out, err = run(provisions_main, ["check", "bill.toml"], folder)
    holds(["check"], code, out, err, 1, 2)
    code, out, err = run(compare_main, ["CoE", "./bill.toml", *mode], folder)
    holds(mode, code, out, err, 2)


@MANY
@given(
    st.sampled_from(FORMATS[:-1]),
    st.sampled_from(["", "old"]),
    text.filter(lambda x: "\0" not in x),
)
def test_a_file_is_written_whole_or_not_at_all(tmp_path_factory, to, old, output):
    folder = tmp_path_factory.mktemp("out")
    with contextlib.suppress(OSError, ValueError):
        if old and output and "/" not in output:
            (folder / output).write_text(old)
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    args = ["CoE", "Armenia@2006-07-16", "--format", to, f"--output={output}"]
    code, out, err = run(compare_main, args, folder)
    holds(args, code, out, err, 0, 2)
    after = {p.name: p.read_bytes() for p in folder.iterdir()}
    if code == 2:
        assert after == before
    else:
        assert all(len(content) > 500 for content in after.values())
        assert len(after) <= 1


# -- environments ----------------------------------------------------------------------------------

VARIABLES = {
    "COLUMNS": ["0", "-1", "1", "20", "99999", "x"],
    "PYTHONIOENCODING": ["ascii", "cp1252", "utf-8", "latin-1:replace"],
    "LC_ALL": ["C", "POSIX", "C.UTF-8", "xx"],
    "PYTHONUTF8": ["0", "1"],
    "TERM": ["dumb", "", "xterm"],
    "NO_COLOR": ["1", ""],
    "FORCE_COLOR": ["1"],
    "PROVISIONS_PATH": ["/nowhere", "/etc/passwd", "::", ""],
    "HOME": ["/nowhere", ""],
}  # fmt: skip


@settings(MANY, max_examples=max(10, MANY.max_examples // 10))
@given(
    st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in VARIABLES.items()}),
    modes,
    st.sampled_from(["", ">&-", "| true", "2>&-", "</dev/null >/dev/full"]),
)
def test_any_environment_and_any_end_of_the_pipe(environment, mode, end):
    quoted = " ".join(f"'{x}'" for x in mode)
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; '{sys.executable}' -m comparators CoE Armenia {quoted} {end}"],
        env={**os.environ, **environment}, capture_output=True, timeout=SECONDS * 10, check=False,
    )  # fmt: skip
    said = done.stderr.decode("utf-8", "replace")
    assert done.returncode in (0, 2), (environment, mode, end, said)
    assert "Traceback" not in said, (environment, mode, end, said)
    if end == "| true":
        assert (
            done.returncode == 0
            or "PROVISIONS_PATH" in environment
            or "PYTHONIOENCODING" in environment
        ), said


# -- the library -----------------------------------------------------------------------------------

anything = st.one_of(
    name, st.none(), st.integers(), st.booleans(), st.binary(max_size=4), st.dates(), st.floats(),
    st.lists(name, max_size=2), st.dictionaries(text, text, max_size=1), st.just(object()),
    st.sampled_from(NAMES).map(Path),
)  # fmt: skip
CALLS = {
    "compare": lambda a, b: str(comparators.compare(a, b)),
    "reaches": comparators.reaches,
    "gaps": comparators.gaps,
    "apply": comparators.apply,
    "find": comparators.find,
    "changes": comparators.changes,
    "get": provisions.get,
    "load": lambda a, _: provisions.load(a),
    "validate": lambda a, _: provisions.validate(a),
    "versions": lambda a, _: provisions.versions(a),
    "cite": provisions.cite,
    "render": comparators.render,
}


@MANY
@given(st.sampled_from(sorted(CALLS)), anything, anything)
def test_a_wrong_call_of_the_library_is_one_error_that_says_what_would_be_right(call, one, other):
    signal.signal(signal.SIGVTALRM, hang)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        CALLS[call](one, other)
        said = "answered"
    except (ProvisionsError, TypeError, ValueError) as error:
        event(type(error).__name__)
        said = str(error)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    assert said.strip(), (call, one, other)
    assert "\x1b" not in said, (call, one, other)
