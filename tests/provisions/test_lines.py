"""A fault is told at its line: every key of every record is found on the line it stands on."""

import tomllib

import pytest
from record_files import FILES

from provisions.lines import line_of, lines_of

TEXT = '''# a comment with [brackets] and a key = 1
name = "Bill \\" [x]"   # another
"odd.key" = 'a # b'
many = """
[not.a.table]
key = 1
"""
[lists.acts]
at = "1"
[lists.acts.entries]
"fraud, deception" = { words = "a, b = { c }", also = [
  { source = "x" },  # one
  { source = "y" },
] }
[[offences]]
id = "1"
limbs = [
  { acts = "acts", means = ["one", "two"] },
  { acts = "acts",
    means = "x" },
]
[offences.penalty]
max_years = 5
[[offences.tiers]]
at = "1(2)"
[[offences.tiers]]
at = "1(3)"
[[offences]]
id = "2"
[[offences.tiers]]
at = "2(2)"
'''

HERE = {
    "name": 2,
    "odd.key": 3,
    "many": 4,
    "lists.acts": 8,
    "lists.acts.at": 9,
    "lists.acts.entries.fraud, deception": 11,
    "lists.acts.entries.deception.words": 11,
    "lists.acts.entries.fraud, deception.also[1].source": 13,
    "offences": 15,
    "offences[0].id": 16,
    "offences[0].limbs[0].means[1]": 18,
    "offences[0].limbs[1].acts": 19,
    "offences[0].limbs[1].means": 20,
    "offences[0].penalty.max_years": 23,
    "offences[0].tiers[0].at": 25,
    "offences[0].tiers[1].at": 27,
    "offences[1]": 28,
    "offences[1].tiers[0].at": 31,
}


@pytest.mark.parametrize(("path", "line"), HERE.items(), ids=HERE)
def test_a_key_is_found_on_its_line(path, line):
    assert line_of(TEXT, path) == line


@pytest.mark.parametrize(
    ("path", "line"), [("lists.acts.role", 8), ("offences[1].kind", 28), ("read", None), ("", None)]
)
def test_a_key_that_is_not_there_is_told_where_it_would_be(path, line):
    assert line_of(TEXT, path) == line


def paths(value, path=""):
    """Every key path of some tables, with the key as it is written."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in pairs:
        here = f"{path}[{key}]" if isinstance(key, int) else f"{path}.{key}".strip(".")
        yield here, key, inner
        if isinstance(inner, dict | list):
            yield from paths(inner, here)


@pytest.mark.parametrize("path", FILES[::3], ids=lambda p: f"{p.parent.name}@{p.stem}")
def test_every_key_of_a_record_is_on_the_line_that_is_told(path):
    text = path.read_text(encoding="utf-8")
    lines, told = text.splitlines(), lines_of(text)
    last = 0
    for where, key, value in paths(tomllib.loads(text)):
        if where not in told:  # a table that only its inner ones have a head for
            assert isinstance(value, dict)
            continue
        shown = lines[told[where] - 1]
        wanted = value if isinstance(key, int) and isinstance(value, str) else key
        assert isinstance(wanted, int) or wanted.replace('"', '\\"') in shown, where
        if isinstance(value, str | int) and where.startswith("lists."):
            assert told[where] >= last, "what stands below stands below"
            last = told[where]
