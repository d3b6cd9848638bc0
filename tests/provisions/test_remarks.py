"""What stands beside a text: that it is no longer in force, or not yet, or superseded; each said of
the text that was asked for and of no other."""

from datetime import date, timedelta

import pytest
from attrs import evolve

import provisions
from provisions import remarks as room
from provisions.records import Span
from provisions.remarks import remarks

DAY = timedelta(days=1)
TODAY = date.today()  # noqa: DTZ011 - as the program
LAW = provisions.get("kazakhstan")
TREATY = provisions.get("palermo")


class Held:
    """A corpus that holds one text of each instrument, the newest of which may be another."""

    def __init__(self, version, newer=None):
        self.index, self.version, self.newer = {version.id: version.instrument}, version, newer

    def is_newest_read(self, version):
        return version == self.version

    def newest(self, version):
        return self.newer or version.in_force.since


def said(monkeypatch, version, *, held=None, newer=None, as_of=None):
    monkeypatch.setattr(room, "installed", lambda: Held(held or version, newer))
    return list(remarks(version, as_of))


def law(since, until=None, version=LAW, **more):
    return evolve(version, in_force=Span(since, until), **({"known_until": TODAY} | more))


ENDED = law(date(2003, 7, 9), TODAY - DAY)


def test_a_law_that_ended_and_that_nothing_follows_is_no_longer_in_force(monkeypatch):
    assert said(monkeypatch, ENDED) == ["no longer in force"]
    ends_today = law(date(2003, 7, 9), TODAY)
    assert said(monkeypatch, ends_today) == [], "it is in force to the end of its last day"
    assert said(monkeypatch, law(date(2003, 7, 9))) == []


def test_a_law_of_tomorrow_is_not_yet_in_force_and_one_of_today_is(monkeypatch):
    assert said(monkeypatch, law(TODAY + DAY)) == ["not yet in force"]
    assert said(monkeypatch, law(TODAY)) == []


def test_a_text_with_a_newer_one_that_was_not_read_is_superseded_where_it_has_ended(monkeypatch):
    newer = date(2022, 7, 1)
    assert said(monkeypatch, ENDED, newer=newer) == [
        "superseded; the newer text (since 1 July 2022) was not read"
    ]
    still = law(date(2003, 7, 9), TODAY)
    assert said(monkeypatch, still, newer=newer) == [
        "the newer text (since 1 July 2022) was not read"
    ]


def test_of_a_day_that_was_asked_for_and_of_an_older_text_nothing_is_said(monkeypatch):
    assert said(monkeypatch, ENDED, as_of=date(2010, 1, 1)) == []
    assert said(monkeypatch, ENDED, held=law(date(2015, 1, 1))) == []


@pytest.mark.parametrize(
    ("day", "remark"),
    [
        (date(2015, 11, 17), []),
        (date(2015, 11, 18), ["text of 17 November 2015; later changes not read"]),
        (None, ["text of 17 November 2015; later changes not read"]),
    ],
)
def test_up_to_which_day_a_text_is_known_is_said_of_later_days(monkeypatch, day, remark):
    known = law(date(2003, 7, 9), known_until=date(2015, 11, 17))
    assert said(monkeypatch, known, as_of=day) == remark


def test_a_law_whose_text_is_known_up_to_no_day_says_so_and_a_treaty_does_not(monkeypatch):
    unknown = law(date(2003, 7, 9), known_until=None)
    assert said(monkeypatch, unknown) == ["up to which day this text is known is not recorded"]
    assert said(monkeypatch, law(date(2003, 12, 25), version=TREATY, known_until=None)) == []


def test_a_draft_is_called_one_and_nothing_else(monkeypatch):
    monkeypatch.setattr(room, "installed", lambda: Held(TREATY))
    assert list(remarks(ENDED, None)) == ["a draft"]
