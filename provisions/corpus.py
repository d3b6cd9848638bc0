"""Finding and loading: instruments by name, versions by date. Nothing is opened that was not asked
for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from provisions.loading import (
    DataError,
    load_sources,
    load_thesaurus,
    load_version,
    parse_toml,
    read_toml,
    structure,
)
from provisions.nearest import did_you_mean
from provisions.records import Instrument, Source, Version
from provisions.vocabulary import Thesaurus

REFERENCE_DATE = date(2012, 4, 18)
"""The day of the Round Table whose texts the corpus starts from; comparisons show the law of that
day by default."""


class UnknownNameError(LookupError):
    """No instrument, version, concept or source has this name; the message says the nearest one."""

    def __str__(self) -> str:
        return str(self.args[0])


class NotInForceError(LookupError):
    """The instrument had no version in force on the day asked for; the message says which it
    had.
    """

    def __str__(self) -> str:
        return str(self.args[0])


class BadDateError(ValueError):
    """A text that is no date; dates are written YYYY-MM-DD, or ``today``."""


@cache
def data_folder() -> Path:
    """The folder of the records: beside this module in a wheel, beside the package in a source
    tree.
    """
    here = Path(__file__).resolve().parent
    return here / "data" if (here / "data").is_dir() else here.parent / "data"


def _read(name: str) -> tuple[Mapping[str, Any], str]:
    path = data_folder() / name
    raw, faults = read_toml(path, f"data/{name}")
    if faults:
        raise DataError(faults)
    return raw, f"data/{name}"


@cache
def index() -> Mapping[str, Instrument]:
    """The instruments, by identifier, in the order of the index file.

    Raises `DataError` for an index that cannot be read.
    """
    raw, file = _read("instruments.toml")
    found: dict[str, Instrument] = {}
    for key, table in raw.items():
        row = {"id": key, **table} if isinstance(table, dict) else table
        instrument, faults = structure(row, Instrument, file, key)
        if instrument is None:
            raise DataError(faults)
        found[key] = instrument
    return found


@cache
def thesaurus() -> Thesaurus:
    """The vocabulary. Raises `DataError` for one that cannot be read."""
    found, faults = load_thesaurus(*_read("vocabulary.toml"))
    if faults:
        raise DataError(faults)
    return found


@cache
def bibliography() -> Mapping[str, Source]:
    """The sources, by identifier. Raises `DataError` for a bibliography that cannot be read."""
    found, faults = load_sources(*_read("bibliography.toml"))
    if faults:
        raise DataError(faults)
    return found


def sources(wanted: Iterable[str]) -> Mapping[str, Source]:
    """Some sources, by identifier; the rest of the bibliography is not parsed. Unknown ones are
    left out.

    Raises `DataError` for a bibliography that cannot be read.
    """
    path = data_folder() / "bibliography.toml"
    names = tuple(wanted)
    parts = re.split(r"^(?=\[sources\.)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    chosen = "".join(
        p for p in parts if p.startswith("[") and p[len("[sources.") :].partition("]")[0] in names
    )
    raw, faults = parse_toml(chosen, "data/bibliography.toml")
    found, more = load_sources(raw, "data/bibliography.toml") if raw else ({}, ())
    if faults or more:
        raise DataError((*faults, *more))
    return {name: found[name] for name in names if name in found}


def parse_date(text: str | date) -> date:
    """A day from ``YYYY-MM-DD`` or ``today``. Raises `BadDateError` for anything else."""
    if isinstance(text, datetime):
        return text.date()
    if isinstance(text, date):
        return text
    if text.strip().casefold() == "today":
        return date.today()  # noqa: DTZ011 - the reader's own day is meant
    try:
        return date.fromisoformat(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip())[0])  # type: ignore[index]
    except (TypeError, ValueError):
        raise BadDateError(
            f"{text!r} is not a date: write YYYY-MM-DD, such as {REFERENCE_DATE}, or today"
        ) from None


def find(name: str) -> Instrument:
    """The instrument called ``name``: its identifier, name, or an alias, in any case.

    Raises `UnknownNameError`, with the nearest name.
    """
    wanted = " ".join(name.split()).casefold()
    names: dict[str, Instrument] = {}
    for instrument in index().values():
        for known in (instrument.id, instrument.name, *instrument.aliases):
            names[known.casefold()] = instrument
    if wanted in names:
        return names[wanted]
    known_names = [n for i in index().values() for n in (i.id, i.name, *i.aliases)]
    hint = did_you_mean(wanted, known_names) or ". Known: " + ", ".join(
        i.id for i in index().values()
    )
    raise UnknownNameError(f"no instrument is called {name!r}{hint}")


def _dates(instrument: Instrument) -> list[date]:
    """The days on which the versions held of an instrument begin, from the names of their files."""
    names = (p.stem for p in (data_folder() / instrument.id).glob("*.toml"))
    return sorted(date.fromisoformat(n) for n in names if re.fullmatch(r"\d{4}-\d{2}-\d{2}", n))


def version_path(instrument: Instrument, since: date) -> Path:
    """The file of one version."""
    return data_folder() / instrument.id / f"{since}.toml"


@cache
def _load(instrument_id: str, since: date) -> Version:
    instrument = index()[instrument_id]
    path = version_path(instrument, since)
    file = f"data/{instrument_id}/{path.name}"
    raw, faults = read_toml(path, file)
    version = None
    if not faults:
        own = {"id": instrument.id, "name": instrument.name, "title": instrument.title,
               "kind": instrument.kind, "aliases": list(instrument.aliases)}  # fmt: skip
        version, faults = load_version({**raw, "instrument": own}, file)
    if version is None:
        raise DataError(faults)
    return version


def instruments() -> tuple[Instrument, ...]:
    """Every instrument of the corpus, in the order of its index. No record is opened."""
    return tuple(index().values())


def versions(name: str) -> tuple[Version, ...]:
    """Every version held of the instrument called ``name``, earliest first. Raises
    `UnknownNameError`.
    """
    instrument = find(name)
    return tuple(_load(instrument.id, since) for since in _dates(instrument))


def newest(version: Version) -> date:
    """The day on which the newest version held of the same instrument begins."""
    if version.id not in index():
        return version.in_force.since
    return max((version.in_force.since, *_dates(version.instrument)))


def get(name: str, as_of: str | date | None = None) -> Version:
    """The version of an instrument in force on a day.

    ``name`` is an identifier, a name or an alias, in any case, and may end in ``@YYYY-MM-DD``.
    ``as_of`` is a day (a date, ``"YYYY-MM-DD"`` or ``"today"``). Without either, the version of
    `REFERENCE_DATE` is given, or, where the instrument had none that day, its earliest later one;
    an explicit day never does that.

    Raises `UnknownNameError`, `BadDateError`, and `NotInForceError` where no version was in force
    that day.
    """
    base, dated, picked = name.partition("@")
    instrument = find(base)
    if dated:
        as_of = picked
    day = parse_date(as_of) if as_of is not None else REFERENCE_DATE
    dates = _dates(instrument)
    if not dates:
        raise NotInForceError(f"{instrument.name}: no version is held")
    before = [d for d in dates if d <= day]
    if before:
        version = _load(instrument.id, before[-1])
        if day in version.in_force:
            return version
    later = [d for d in dates if d > day]
    if as_of is None:
        return _load(instrument.id, later[0]) if later else _load(instrument.id, before[-1])
    held = ", ".join(str(d) for d in dates)
    if not before:
        raise NotInForceError(
            f"{instrument.name}: {day} is before the first version held ({dates[0]})"
        )
    ended = _load(instrument.id, before[-1]).in_force.until
    follows = f"; the next begins on {later[0]}" if later else ""
    raise NotInForceError(
        f"{instrument.name}: no version held was in force on {day}: "
        f"that of {before[-1]} ended on {ended}{follows} (versions: {held})"
    )
