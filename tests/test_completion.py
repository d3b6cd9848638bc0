"""The shell completes instruments, days after ``@``, facets, formats, concepts, facts and paths."""

import pytest
from click.shell_completion import BashComplete

import provisions
from comparators.cli import main as compare
from comparators.facts import parse_facts
from provisions.cli import main as records
from provisions.formats import FORMATS
from provisions.records import FACETS


def completed(command, line):
    """What a shell is offered at the end of a line: values, and the types of those that it knows."""
    *before, last = line.split(" ")
    shell = BashComplete(command, {}, command.name, "_COMPLETE")
    items = shell.get_completions(before, last)
    return [item.value if item.type == "plain" else f"<{item.type}>" for item in items]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("arm", ["armenia"]),
        ("ARM", ["armenia"]),
        ("CoE Arm", ["armenia"]),
        ("palermo un", ["palermo", "united-kingdom", "us", "unodc-model-law", "untoc"]),
        ("armenia@2006", ["armenia@2006-07-16"]),
        ("CoE Armenia@2006", ["Armenia@2006-07-16"]),
        ("armenia @ 2006", ["2006-07-16"]),  # as bash has it, to which @ ends a word
        ("nobody@", []),
        ("./bi", ["<file>"]),
        ("CoE bill.to", ["<file>"]),
        ("CoE --facet me", ["means"]),
        ("CoE --format ", list(FORMATS)),
        ("CoE --format ht", ["html"]),
        ("CoE --as-of ", ["today", "2012-04-18"]),
        ("CoE --output x", ["<file>"]),
        ("--find forced-m", ["forced-marriage", "forced-marriage-offence"]),
        ("UK --own-offence doc", ["document-offences"]),
        ("CoE --facts recruitment,organ-r", ["recruitment,organ-removal"]),
        ("CoE --facts recruitment,adu", ["recruitment,adult"]),
        ("CoE --facts recruitment,recru", []),
    ],
)
def test_compare_completes(line, wanted):
    assert sorted(completed(compare, line)) == sorted(wanted)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("sh", ["show"]),
        ("show arm", ["armenia"]),
        ("show armenia@2003", ["armenia@2003-08-01"]),
        ("show armenia --format x", ["xlsx"]),
        ("show armenia --as-of to", ["today"]),
        ("new bill --like kaz", ["kazakhstan"]),
        ("check ./b", ["<file>"]),
        ("check --texts ./b", ["<dir>"]),
    ],
)
def test_provisions_completes(line, wanted):
    assert completed(records, line) == wanted


def test_all_days_of_an_instrument_are_offered_behind_its_name():
    held = [f"kazakhstan@{v.in_force.name}" for v in provisions.versions("kazakhstan")]
    assert completed(compare, "kazakhstan@") == held
    assert completed(compare, "kazakhstan @") == [day.partition("@")[2] for day in held]


def test_every_facet_is_offered():
    assert completed(compare, "CoE --facet ") == list(FACETS)


def test_whatever_is_offered_is_accepted():
    for text in completed(compare, "CoE"):
        assert provisions.get(text)
    for text in completed(compare, "armenia@"):
        assert provisions.get(text).key == text
    for fact in completed(compare, "CoE --facts "):
        if fact not in ("exploitation", "consent", "adult", "child", "incapacitated"):
            assert parse_facts(["recruitment", fact])


def test_help_is_given_with_what_is_offered():
    shell = BashComplete(compare, {}, "compare", "_COMPLETE")
    (item,) = shell.get_completions([], "armen")
    assert item.help == provisions.find("armenia").title
