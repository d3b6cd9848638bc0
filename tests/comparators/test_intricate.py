"""Laws with so many limbs and demands that they can be combined in too many ways: an answer within
bounds, and it says so."""

from __future__ import annotations

from datetime import date

import pytest

import provisions
from comparators import compare, gaps, reaches
from comparators.verdicts import IntricateError
from provisions.records import (
    LISTED,
    Entry,
    Evidence,
    Instrument,
    Limb,
    List,
    Offence,
    Span,
    Version,
)


def law(limbs: int, elements: int, words: int):
    """A law of so many limbs, of which every word of every list demands one of some elements."""
    thesaurus = provisions.thesaurus()
    further = [c.id for c in thesaurus if c.sort == "further" and not c.jurisdictional][:elements]
    lists, made = {}, []
    for i in range(limbs):
        for n, role in enumerate(LISTED):
            named = [c.id for c in thesaurus if c.sort == role and not c.heading and not c.complete]
            entries = {
                c: Entry(
                    words="...",
                    requires={further[(k + i * (n + 1)) % elements]: Evidence(words="...")},
                )
                for k, c in enumerate(named[:words])
            }
            lists[f"{role}-{i}"] = List(role=role, unlisted="absent", at="1", entries=entries)
        made.append(Limb(f"act-{i}", f"means-{i}", f"purpose-{i}"))
    offence = Offence(id="1", provision="offence", kind="trafficking", at="1", limbs=tuple(made))
    span = Span(date(2012, 1, 1))
    instrument = Instrument("law", "Law", "Law", "national-law")
    return Version(instrument, span, "...", date(2012, 1, 1), lists=lists, offences=(offence,))


def test_a_law_of_64_limbs_with_20_further_elements_is_too_intricate_and_is_said_to_be():
    intricate = law(64, 20, 100)
    with pytest.raises(IntricateError, match="Law under CoE is too intricate to be answered"):
        reaches(intricate, "CoE", words=provisions.thesaurus())
    found = gaps(intricate, "CoE", words=provisions.thesaurus())
    assert "too intricate" in found.note
    assert (found.verdict, found.amendment) == (None, None)
    shown = str(compare("CoE", intricate, words=provisions.thesaurus()))
    assert "too intricate" in shown
    assert "recruitment" in shown


def test_a_wide_law_with_a_few_further_elements_is_answered():
    found = gaps(law(2, 3, 6), "CoE", words=provisions.thesaurus())
    assert found.note is None
    assert found.verdict.verdict == "no"
    assert found.missing
    assert found.suffices
