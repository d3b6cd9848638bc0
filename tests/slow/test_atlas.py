"""The atlas cannot drift: ``docs/atlas.md`` is printed from the corpus, finding by finding.

``UPDATE_ATLAS=1 python -m pytest tests/slow/test_atlas.py`` prints it anew.
"""

import os
from datetime import date
from pathlib import Path

import pytest

import provisions
from comparators import find

PAGE = Path(__file__).parents[2] / "docs" / "atlas.md"
ROUND_TABLE = date(2012, 4, 18)
DAYS = (date(2005, 12, 31), ROUND_TABLE, date(2026, 11, 27))

HEAD = """\
# Atlas: who names what

Findings that follow from the records, each with the command that prints it, with the words and the places.
Of each national law it is the newest text that was read; how far that reaches, `provisions list` says.
*Not known* means that the place was not read, and never *no*.
The page is printed from the corpus; a test holds it to that.
"""

FINDINGS = {
    "child-without-means": (
        "Whether means are demanded for a child",
        {
            "no means for a child: said in words": ("covered",),
            "no means for a child: nobody needs any": ("implied",),
            "no means, but not for every act or purpose": ("partial",),
            "open": ("open",),
            "**means are demanded for a child too**": ("absent",),
            "not known": ("silent",),
        },
    ),
    "for-gain": (
        "Who demands gain",
        {
            "**gain is demanded of every offence**": ("covered", "implied"),
            "gain is demanded of a part (one purpose, one form)": ("partial",),
            "open": ("open",),
            "not demanded": ("not-required", "absent"),
            "not known": ("silent",),
        },
    ),
    "victim-not-punished": (
        "Who has a clause for victims, and of which kind",
        {
            "a clause for victims": ("covered", "implied"),
            "a clause, in part": ("partial",),
            "general rules only, such as duress": ("open",),
            "**none, in all that could have it**": ("absent",),
            "not known": ("silent",),
        },
    ),
    "use-of-services": (
        "Who punishes the use of a victim's services",
        {
            "any services": ("covered", "implied"),
            "some services, or on a further demand": ("partial",),
            "open": ("open",),
            "**nobody who uses them**": ("absent",),
            "not known": ("silent",),
        },
    ),
    "servitude": (
        "Who names servitude",
        {
            "named": ("covered", "implied"),
            "in part": ("partial",),
            "no purpose is needed": ("not-required",),
            "open, under another word": ("open",),
            "**not there**": ("absent",),
            "not known": ("silent",),
        },
    ),
}
"""Each concept: its heading, and what each of its statuses says."""

THEN_AND_NOW = (
    "begging",
    "criminal-activities",
    "forced-marriage",
    "illegal-adoption",
    "servitude",
    "use-of-services",
    "victim-not-punished",
)


def laws(found, statuses):
    return [m.version for m in found.of(*statuses) if m.version.instrument.kind == "national-law"]


def finding(concept):
    heading, told = FINDINGS[concept]
    found = find(concept)
    yield f"## {heading}\n\n`compare --find {concept}`\n\n| | laws |\n|---|---|"
    for said, statuses in told.items():
        if there := laws(found, statuses):
            yield f"| {said} ({len(there)}) | {', '.join(v.name for v in there)} |"
    yield ""


def clauses():
    """The kinds of the clauses for victims, one row a law, from the records themselves."""
    yield "| law | effect | must or may | the links it asks |\n|---|---|---|---|"
    for version in laws(find("victim-not-punished"), ("covered", "implied", "partial")):
        kept = [c for c in version.non_punishment if "victim" in c.beneficiary]
        rows = {
            (
                ", ".join(sorted(c.effects)) or "not seen",
                ", ".join(sorted(c.discretion)) or "not seen",
                ", ".join(sorted(c.links)) or "none",
            ): None
            for c in kept
        }
        for effect, discretion, links in rows:
            yield f"| {version.name} | {effect} | {discretion} | {links} |"
    yield ""


def then_and_now():
    """How many laws named a concept on each of three days, of those with a text held."""
    days = " | ".join(f"{d.day} {d:%B %Y}" for d in DAYS)
    yield (
        "## What changed between 2005 and 2026\n\n"
        "How many laws name it themselves, of those of which a text of that day is held and the list"
        " was read.\n"
        "`compare --find begging --as-of 2012-04-18`\n\n"
        f"| | {days} |\n|---|{'---|' * len(DAYS)}"
    )
    for concept in THEN_AND_NOW:
        cells = []
        for day in DAYS:
            found = find(concept, as_of=day)
            known = [
                m
                for m in found.mentions
                if m.version.instrument.kind == "national-law" and m.finding.status != "silent"
            ]
            named = [m for m in known if m.finding.status in ("covered", "implied", "partial")]
            cells.append(f"{len(named)} of {len(known)}")
        label = found.words.label(concept)
        yield f"| {label} | {' | '.join(cells)} |"
    yield "\nThe texts of each law that are held, oldest first; `compare NAME --history` says what each amendment changed.\n"
    yield "| law | texts in force since |\n|---|---|"
    for instrument in provisions.instruments():
        held = provisions.versions(instrument.id)
        if instrument.kind == "national-law" and len(held) > 1:
            yield f"| {instrument.name} | {', '.join(v.in_force.written or str(v.in_force.since) for v in held)} |"
    yield ""


def page():
    parts = [HEAD]
    for concept in FINDINGS:
        parts += finding(concept)
        if concept == "victim-not-punished":
            parts += clauses()
    parts += then_and_now()
    return "\n".join(parts).rstrip() + "\n"


@pytest.fixture(scope="module")
def printed():
    text = page()
    if os.environ.get("UPDATE_ATLAS"):
        PAGE.write_text(text, encoding="utf-8")
    return text


def test_the_atlas_is_what_the_corpus_says(printed):
    assert PAGE.read_text(encoding="utf-8") == printed


def test_each_finding_places_every_law_once():
    for concept, (_, told) in FINDINGS.items():
        found = find(concept)
        placed = [v.id for statuses in told.values() for v in laws(found, statuses)]
        held = [i.id for i in provisions.instruments() if i.kind == "national-law"]
        assert sorted(placed) == sorted(held), concept
