"""Finding and loading: from a name and a day (``--as-of``), or a path, to one version.

Nothing is opened that was not asked for.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeGuard, overload

from provisions.checking.names import Names
from provisions.drafts import named_in, side_by_side
from provisions.errors import ProvisionsError
from provisions.fullness import is_sketch
from provisions.loading import (
    DataError,
    Fault,
    first_day,
    instrument_table,
    load_sources,
    load_thesaurus,
    load_version,
    located,
    parse_toml,
    placed,
    read_text,
    read_toml,
)
from provisions.nearest import did_you_mean
from provisions.records import Evidence, Instrument, Source, Table, Version, entries_of
from provisions.vocabulary import Thesaurus, path_of

REFERENCE_DATE = date(2012, 4, 18)
"""The day of the Round Table whose texts the corpus starts from: a good one to ask for."""

MORE_FOLDERS = "PROVISIONS_PATH"
"""The variable that names a folder of more records, or several."""

SHARED = ("instruments.toml", "vocabulary.toml", "bibliography.toml", "provisions.schema.json")
"""The files that a folder of records has once, for all its texts."""

Named = str | os.PathLike[str] | Version
"""What stands for a version wherever one is wanted: a name, the path of a draft, the version."""


class UnknownNameError(ProvisionsError, LookupError):
    """No instrument, version, concept or source has this name; the message says the nearest one.

    >>> get("Armenla")
    Traceback (most recent call last):
    provisions.corpus.UnknownNameError: no instrument is called 'Armenla' (did you mean 'Armenia'?)
    """


class NotInForceError(ProvisionsError, LookupError):
    """The instrument had no version in force on the day asked for; the message says which it
    had.

    >>> get("CoE", as_of="1999-01-01")
    Traceback (most recent call last):
    provisions.corpus.NotInForceError: CoE: 1999-01-01 is before the first version held (2008-02-01)
    """


class BadDateError(ProvisionsError, ValueError):
    """A text that is no date; dates are written YYYY-MM-DD, or ``today``.

    >>> parse_date("18.4.2012")
    Traceback (most recent call last):
    provisions.corpus.BadDateError: '18.4.2012' is not a date: write YYYY-MM-DD, such as 2012-04-18, or today
    """  # noqa: E501 - the message as it is printed


class BadNameError(ProvisionsError, TypeError):
    """A value that can stand for no version: neither a name nor a path nor a version.

    >>> get(None)
    Traceback (most recent call last):
    provisions.corpus.BadNameError: None stands for no version: give a name, a path or a Version
    """


def no_version(value: object) -> BadNameError:
    """What is said of a value that can stand for no version, with the nearest right thing.

    >>> print(no_version(None))
    None stands for no version: give a name, a path or a Version
    >>> print(no_version(["CoE", "Armenia"]))
    ['CoE', 'Armenia'] is several: give each by itself, such as 'CoE', 'Armenia'
    """
    said = shortened(value)
    if isinstance(value, date):
        return BadNameError(
            f"{said} is a day and no instrument: give as_of={str(value)[:10]!r} beside a name, or"
            f" 'CoE@{str(value)[:10]}'"
        )
    if isinstance(value, list | tuple | set | frozenset):
        return BadNameError(f"{said} is several: give each by itself, such as 'CoE', 'Armenia'")
    if isinstance(value, Instrument):
        return BadNameError(f"{said} has no text by itself: give {value.id!r}, or a Version")
    return BadNameError(f"{said} stands for no version: give a name, a path or a Version")


def parse_date(text: str | date) -> date:
    """A day from ``YYYY-MM-DD`` or ``today``.

    >>> parse_date("2012-04-18")
    datetime.date(2012, 4, 18)

    Raises `BadDateError` for anything else.
    """
    if isinstance(text, datetime):
        return text.date()
    if isinstance(text, date):
        return text
    if isinstance(text, str) and text.strip().casefold() == "today":
        return date.today()  # noqa: DTZ011 - the reader's own day is meant
    try:
        return date.fromisoformat(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip())[0])  # type: ignore[index]  # no match is a TypeError
    except (AttributeError, TypeError, ValueError):
        raise BadDateError(
            f"{text!r} is not a date: write YYYY-MM-DD, such as {REFERENCE_DATE}, or today"
        ) from None


def is_path(named: object) -> TypeGuard[str | os.PathLike[str]]:
    """Whether a value names a file rather than an instrument.

    >>> [is_path(x) for x in ("./bill", "bill.toml", "Armenia@2006-07-16", "2011/36/EU")]
    [True, True, False, False]
    """
    if isinstance(named, os.PathLike):
        return True
    if not isinstance(named, str):
        return False
    begins = named.startswith((".", "/", "~", os.sep)) or named.casefold().endswith(".toml")
    return begins or (os.sep in named and os.path.exists(named))  # noqa: PTH110 - never raises


class Corpus:
    """The records of some folders.

    The first folder has everything: index, vocabulary, bibliography, versions. Each further one
    may have more of each, and replaces nothing of another: what is named twice is a fault.

    >>> from pathlib import Path
    >>> Corpus([data_folder()]).version("armenia@2006-07-16")
    <Version armenia: Armenia, in force 2006-07-16 to 2009-12-31>
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        apart: dict[str, Path] = {}  # one folder named twice is one
        for folder in folders:
            apart.setdefault(os.path.realpath(folder), folder)
        self.folders = tuple(apart.values())
        self._loaded: dict[Path, Version] = {}
        self._dated: dict[str, Mapping[date, Path]] = {}
        self._sources: dict[str, Source] = {}

    def __repr__(self) -> str:
        return f"Corpus({', '.join(map(str, self.folders))})"

    def called(self, path: Path) -> str:
        """How a file is called where a fault of it is told: ``data/armenia/2006-07-16.toml``."""
        first = self.folders[0]
        return f"data/{path.relative_to(first).as_posix()}" if first in path.parents else str(path)

    def _shared(self, name: str) -> Iterator[tuple[Mapping[str, Any], str, str]]:
        """The tables of one of the files that a folder has once, what it is called, and its text;
        a further folder may lack it.
        """
        for folder in self.folders:
            path = folder / name
            if not os.path.isdir(folder):  # noqa: PTH112 - false for a name too long, as above
                hint = f"{MORE_FOLDERS} names folders of records" if folder.name else "name one"
                raise DataError((Fault(str(folder), "", f"is no folder; {hint}"),))
            if folder is not self.folders[0] and not path.exists():
                continue
            raw, text, faults = read_toml(path, self.called(path))
            if faults:
                raise DataError(faults)
            yield raw, self.called(path), text

    @cached_property
    def index(self) -> Mapping[str, Instrument]:
        """The instruments, by identifier, in the order of the index files.

        Raises `DataError` for an index that cannot be read, or gives what another gives.
        """
        found: dict[str, Instrument] = {}
        names: dict[str, str] = {}
        faults: list[Fault] = []
        for raw, file, text in self._shared("instruments.toml"):
            own: dict[str, Instrument] = {}
            here: list[Fault] = []
            taken: dict[str, str] = {}
            for key, table in raw.items():
                instrument, bad = placed(table, Instrument, {"id": key}, file, key)
                here += bad
                if instrument is None:
                    continue
                again = sorted(n for n in _names_of(instrument) if n in names)
                if again:
                    said = ", ".join(f"{n!r} is a name of {names[n]!r}" for n in again)
                    taken[key] = f"{said} already: give this one names of its own"
                own[key] = instrument
            found |= own
            names |= {n: i.id for i in own.values() for n in _names_of(i)}
            faults += located((*here, *_twice("instruments", file, taken)), text)
        faults += (f for folder in self.folders[1:] for f in _strays(folder, found))
        if faults:
            raise DataError(tuple(faults))
        return found

    @cached_property
    def thesaurus(self) -> Thesaurus:
        """The vocabulary. Raises `DataError` for one that cannot be read."""
        found = Thesaurus({}, (), ())
        faults: list[Fault] = []
        for raw, file, text in self._shared("vocabulary.toml"):
            own, bad = load_thesaurus(raw, file)
            message = (
                "this concept stands in the vocabulary already: give this one a name of its own"
            )
            again = {path_of(c): message for c in own if c.id in found}
            faults += located((*bad, *_twice("concepts", file, again)), text)
            found = found.joined(own)
        if faults:
            raise DataError(tuple(faults))
        return found

    @cached_property
    def bibliography(self) -> Mapping[str, Source]:
        """The sources, by identifier. Raises `DataError` for one that cannot be read."""
        found: dict[str, Source] = {}
        faults: list[Fault] = []
        for raw, file, text in self._shared("bibliography.toml"):
            own, bad = load_sources(raw, file)
            again = {f"sources.{s}": _SOURCE_TWICE for s in own if s in found}
            faults += located((*bad, *_twice("sources", file, again)), text)
            found |= own
        if faults:
            raise DataError(tuple(faults))
        return found

    def sources(self, wanted: Iterable[str]) -> Mapping[str, Source]:
        """Some sources, by identifier; the rest of the bibliography is not parsed.

        Unknown ones are left out. Raises `DataError` for a bibliography that cannot be read.
        """
        if not isinstance(wanted, Iterable):
            raise BadNameError(f"{shortened(wanted)} is no source: give their identifiers")
        names = (wanted,) if isinstance(wanted, str) else tuple(map(str, wanted))
        unparsed = [name for name in dict.fromkeys(names) if name not in self._sources]
        for file, tables in self._source_tables if unparsed else ():
            raw, faults = parse_toml("".join(tables.get(name, "") for name in unparsed), file)
            own, bad = load_sources(raw, file) if raw else ({}, ())
            if faults or bad:
                raise DataError((*faults, *bad))
            self._sources |= own
        return {name: self._sources[name] for name in names if name in self._sources}

    @cached_property
    def _source_tables(self) -> tuple[tuple[str, Mapping[str, str]], ...]:
        """Each bibliography's file, with the text of each of its sources' tables, not
        parsed yet.
        """
        found = []
        seen: set[str] = set()
        for folder in self.folders:
            path = folder / "bibliography.toml"
            if folder is not self.folders[0] and not path.exists():
                continue
            text, faults = read_text(path, self.called(path))
            if faults:
                raise DataError(faults)
            tables: dict[str, str] = {}
            for part in re.split(r"^(?=\[sources\.)", text, flags=re.MULTILINE)[1:]:
                name = part.partition("]")[0].removeprefix("[sources.")
                # what stands twice is a fault when parsed
                tables[name] = tables.get(name, "") + part
            again = {f"sources.{s}": _SOURCE_TWICE for s in tables if s in seen}
            if again:
                raise DataError(located(_twice("sources", self.called(path), again), text))
            seen |= tables.keys()
            found.append((self.called(path), tables))
        return tuple(found)

    def instruments(self) -> tuple[Instrument, ...]:
        """Every instrument, in the order of the index. No record is opened."""
        return tuple(self.index.values())

    @cached_property
    def _called(self) -> Mapping[str, Instrument]:
        """The instruments, by every name of each."""
        return {name: i for i in reversed([*self.index.values()]) for name in _names_of(i)}

    def find(self, name: Named) -> Instrument:
        """The instrument called ``name``: its identifier, name, or an alias, in any case; that of a
        version, or of a draft by its path.

        Raises `UnknownNameError`, with the nearest name.
        """
        if isinstance(name, Version):
            return name.instrument
        if is_path(name) or (isinstance(name, str) and "@" in name):
            return self.version(name).instrument
        if not isinstance(name, str):
            raise no_version(name)
        wanted = " ".join(name.split()).casefold()
        if wanted in self._called:
            return self._called[wanted]
        raise UnknownNameError(self._unknown(name, wanted))

    def _unknown(self, name: str, wanted: str) -> str:
        """What is said of a name that no instrument has: what it is instead, or the nearest."""
        concept = wanted.replace(" ", "-")
        if concept in self.thesaurus:
            return (
                f"{name!r} is a concept and no instrument: "
                f"compare --find {concept} tells who names it"
            )
        if day_of(wanted):
            return (
                f"{name!r} is a day and no instrument: give it behind a name, such as CoE@{wanted}"
            )
        names = [n for i in self.index.values() for n in (i.id, i.name, *i.aliases) if len(n) > 2]
        hint = did_you_mean(wanted, names) or ". Known: " + ", ".join(self.index)
        return f"no instrument is called {name!r}{hint}"

    def files(self, instrument_id: str) -> Mapping[date, Path]:
        """The files of an instrument's versions by the day each begins, earliest first.

        Raises `DataError` for a file named after no day, or after the day of another.
        """
        if instrument_id in self._dated:
            return self._dated[instrument_id]
        found: dict[date, Path] = {}
        faults: list[Fault] = []
        for path in (p for folder in self.folders for p in (folder / instrument_id).glob("*.toml")):
            if not path.stem[:4].isdigit():
                continue  # no version: a note, say
            day = day_of(path.stem)
            if day is None:
                message = "is named after no day: name it after the day its text came into force"
                faults.append(Fault(self.called(path), "", message))
            elif day in found:
                message = f"{self.called(found[day])} begins on that day too; remove one of them"
                faults.append(Fault(self.called(path), "", message))
            else:
                found[day] = path
        if faults:
            raise DataError(tuple(faults))
        self._dated[instrument_id] = dict(sorted(found.items()))
        return self._dated[instrument_id]

    def _read(self, instrument: Instrument, path: Path) -> Version:
        """One version of the corpus, from its file or from memory."""
        if path in self._loaded:
            return self._loaded[path]
        file = self.called(path)
        raw, text, faults = read_toml(path, file)
        version = None
        if not faults:
            version, faults = load_version(
                {**raw, "instrument": instrument_table(instrument)}, file
            )
            faults = located((*faults, *Names(raw, file, self.thesaurus).check()), text)
        if version is None or faults:
            raise DataError(faults)
        self._loaded[path] = version
        return version

    def versions(self, named: Named) -> tuple[Version, ...]:
        """Every version held of the instrument that a name or a version stands for, earliest first;
        of a draft, itself.

        Raises `UnknownNameError`.
        """
        if isinstance(named, Version) or is_path(named) or "@" in str(named):
            one = self.version(named)
            if one.id not in self.index:
                return (one,)
            named = one.id
        if not isinstance(named, str):
            raise no_version(named)
        instrument = self.find(named)
        return tuple(self._read(instrument, path) for path in self.files(instrument.id).values())

    def newest(self, named: Named) -> date:
        """The day on which the newest version held of the same instrument begins."""
        version = self.version(named)
        if version.id not in self.index:
            return version.in_force.since
        return max((version.in_force.since, *self.files(version.id)))

    def load(self, path: str | os.PathLike[str]) -> Version:
        """A draft from its file, checked as the corpus is.

        Raises `DataError` with every fault at once, each with its place.
        """
        version, faults = self._checked(path)
        if version is None or faults:
            raise DataError(faults)
        return version

    def _checked(self, path: str | os.PathLike[str]) -> tuple[Version | None, tuple[Fault, ...]]:
        if not isinstance(path, str | os.PathLike):
            raise BadNameError(f"{shortened(path)} is no path: give the path of a draft's file")
        from provisions.checking.versions import check_file

        return check_file(
            Path(os.fsdecode(path)),
            os.fsdecode(path),
            self.index,
            self.thesaurus,
            self.bibliography,
        )

    def validate(self, named: Named) -> tuple[Fault, ...]:
        """The faults of a version made or changed in a program, or of a file, as `load` would tell
        them.
        """
        if is_path(named):
            return self._checked(named)[1]
        from provisions.checking.versions import check_draft, check_version
        from provisions.toml import dump as dumped

        version = self.version(named)
        raw, faults = parse_toml(dumped(version, draft=version.id not in self.index), version.key)
        if faults:
            return faults
        shared = (self.thesaurus, self.bibliography)
        if version.id in self.index:
            return check_version(raw, version.key, self.index[version.id], *shared)[1]
        return check_draft(raw, version.key, self.index, *shared)[1]

    def version(self, named: Named, as_of: str | date | None = None) -> Version:
        """The version that a name, a path or a version stands for: the one place where it is
        chosen.

        ``named`` is an identifier, a name or an alias, in any case, and may end in ``@YYYY-MM-DD``;
        or the path of a draft; or a version, which stands for itself. ``as_of`` is a day (a date,
        ``"YYYY-MM-DD"`` or ``"today"``). Without either, the newest text that was read is given: a
        sketch, of which no act of the offence was seen, only where there is nothing else.

        Raises `UnknownNameError`, `BadDateError`, `DataError` for a draft with faults, and
        `NotInForceError` where no version was in force that day.
        """
        if isinstance(named, Version):
            return named
        if is_path(named):
            return self.load(named)
        if not isinstance(named, str):
            raise no_version(named)
        base, dated, picked = named.partition("@")
        instrument = self.find(base)
        files = self.files(instrument.id)
        if not files:
            raise NotInForceError(f"{instrument.name}: no version is held")
        if dated:
            written = [path for path in files.values() if path.stem == picked]
            if written:
                return self._read(instrument, written[0])
            as_of = picked
        if as_of is not None:
            return self._of_day(instrument, parse_date(as_of))
        newest_first = (self._read(instrument, files[day]) for day in sorted(files, reverse=True))
        read = (version for version in newest_first if not is_sketch(version))
        return next(read, None) or self._read(instrument, files[max(files)])

    def is_newest_read(self, version: Version) -> bool:
        """Whether a version is the one that its instrument's name stands for without a date.

        A draft is. Where a newer record cannot be read, this one was picked by its date.
        """
        if version.id not in self.index:
            return True
        try:
            return self.version(version.id).key == version.key
        except DataError:
            return False

    def _of_day(self, instrument: Instrument, day: date) -> Version:
        """The version in force on a day. Raises `NotInForceError`, saying which there are."""
        files = self.files(instrument.id)
        before = [d for d in files if d <= day]
        if not before:
            first = next(iter(files))
            raise NotInForceError(
                f"{instrument.name}: {day} is before the first version held ({first})"
            )
        version = self._read(instrument, files[before[-1]])
        if day in version.in_force:
            return version
        later = [d for d in files if d > day]
        follows = f"; the next begins on {later[0]}" if later else ""
        raise NotInForceError(
            f"{instrument.name}: no version held was in force on {day}: "
            f"that of {before[-1]} ended on {version.in_force.until}{follows} "
            f"(versions: {', '.join(map(str, files))})"
        )

    def together(
        self, named: Iterable[Named], as_of: str | date | None = None
    ) -> tuple[tuple[Version, ...], Thesaurus]:
        """The versions that some names, paths or versions stand for, and the one thesaurus in which
        they are compared. ``as_of`` is asked of names that do not pick a text themselves.

        What a draft brings counts for it alone: its edges have it as their scope, and two drafts
        with a concept of the same name do not meet. A draft is given another identifier, or other
        names for its concepts, only where it would meet another. Without drafts the versions are
        what they were, and the thesaurus is that of the corpus.
        """
        if isinstance(named, str | Version) or not isinstance(named, Iterable):
            raise BadNameError(f"{shortened(named)} is no list of instruments: give a list of them")
        versions = tuple(
            self.version(n, None if isinstance(n, str) and "@" in n else as_of) for n in named
        )
        found, words = side_by_side(versions, self.thesaurus, self.index)
        own = {id(version) for version in self._loaded.values()}
        known(words, (v for v in found if id(v) not in own))
        return found, words


_SOURCE_TWICE = "this source stands in the bibliography already: give this one a name of its own"
_TOLD_EACH = 3
"""Up to how many things that stand twice are told one by one."""


def _twice(what: str, file: str, again: Mapping[str, str]) -> tuple[Fault, ...]:
    """The faults of what a further folder brings and another has: each, or in one line where it is
    a whole copy.
    """
    if len(again) <= _TOLD_EACH:
        return tuple(Fault(file, path, message) for path, message in again.items())
    first = ", ".join(path.rpartition(".")[2] for path in list(again)[:_TOLD_EACH])
    says = f"{len(again)} {what} are installed already ({first}, ...)"
    return (
        Fault(file, "", f"{says}: a further folder has what is new alone, and replaces nothing"),
    )


def _strays(folder: Path, index: Mapping[str, Instrument]) -> Iterator[Fault]:
    """The faults of a further folder that would be read by nothing, in whole or in part."""
    held = {path.parent.name for path in folder.glob("*/*.toml") if path.stem[:4].isdigit()}
    for name in sorted(held - index.keys()):
        message = f"is in no index: name the instrument {name!r} in {folder / 'instruments.toml'}"
        yield Fault(str(folder / name), "", message)
    for path in sorted(folder.glob("*.toml")):
        if path.name not in SHARED:
            message = "is read by nothing: a draft is given by its path, where a name is taken"
            yield Fault(str(path), "", message)
    if not held and not any((folder / name).exists() for name in SHARED):
        message = (
            f"holds no records: {MORE_FOLDERS} names folders with <instrument>/<day>.toml, and "
            "instruments.toml where an instrument is new"
        )
        yield Fault(str(folder), "", message)


def every_text(as_of: str | date | None = None) -> tuple[tuple[Version, ...], tuple[str, ...]]:
    """The text of every instrument on a day, by default the newest that was read; and what is said
    of those that have none.

    >>> texts, without = every_text("2003-01-01")
    >>> texts[0].key, without[0]
    ('saarc@2002-01-05', 'Palermo: 2003-01-01 is before the first version held (2003-12-25)')
    """
    texts: list[Version] = []
    without: list[str] = []
    for instrument in installed().instruments():
        try:
            texts.append(installed().version(instrument.id, as_of))
        except NotInForceError as error:
            without.append(str(error))
    return tuple(texts), tuple(without)


def shortened(value: object) -> str:
    """A value as a message shows it: on one line, and not the whole of a long one.

    >>> shortened("x" * 200)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx..."
    """
    said = " ".join(repr(value).split())
    return said if len(said) <= 80 else f"{said[:40]}..."


def known(words: Thesaurus, versions: Iterable[Version]) -> None:
    """Refuse a version of another corpus that names what the vocabulary does not know.

    Raises `UnknownNameError`, with the concept and what would be right.
    """
    for version in versions:
        for concept in named_in(version):
            if concept not in words:
                raise UnknownNameError(
                    f"{version.key} names the concept {concept!r}, which this vocabulary does not"
                    f" have{did_you_mean(concept, (c.id for c in words))}: a version of another"
                    " corpus is compared under the thesaurus of that corpus (words=...)"
                )


def _names_of(instrument: Instrument) -> frozenset[str]:
    """What an instrument is found by."""
    names = (instrument.id, instrument.name, *instrument.aliases)
    return frozenset(name.casefold() for name in names)


def day_of(written: str) -> date | None:
    """The first day of what a version's file is named after; ``None`` where that is no day.

    >>> day_of("2011-03"), day_of("2012-02-30")
    (datetime.date(2011, 3, 1), None)
    """
    try:
        return first_day(written) or date.fromisoformat(written)
    except ValueError:
        return None


def data_folder() -> Path:
    """The folder of the records: beside this module in a wheel, beside the package in a source
    tree.
    """
    here = Path(__file__).resolve().parent
    return here / "data" if (here / "data").is_dir() else here.parent / "data"


@cache
def installed() -> Corpus:
    """The library's own records, and those of the folders that ``PROVISIONS_PATH`` names."""
    more = [Path(p) for p in os.environ.get(MORE_FOLDERS, "").split(os.pathsep) if p]
    return Corpus((data_folder(), *more))


def index() -> Mapping[str, Instrument]:
    """The instruments, by identifier. Raises `DataError` for an index that cannot be read."""
    return installed().index


def thesaurus() -> Thesaurus:
    """The vocabulary. Raises `DataError` for one that cannot be read.

    >>> words = thesaurus()
    >>> words.label("organ-removal"), "blackmail" in words.under("threats")
    ('removal of organs', True)
    """
    return installed().thesaurus


@overload
def bibliography() -> Mapping[str, Source]: ...
@overload
def bibliography(style: str) -> str: ...
def bibliography(style: str | None = None) -> Mapping[str, Source] | str:
    """The sources, by identifier; or all of them as one text in a style: ``"oscola"``, ``"bibtex"``
    or ``"csl-json"``.

    Raises `DataError` for a bibliography that cannot be read, `RequestError` for another style.

    >>> bibliography()["coe"].basis, bibliography("bibtex").splitlines()[0]
    ('primary', '@misc{palermo,')
    """
    from provisions.citations import bibliography_in

    found = installed().bibliography
    return Table(found) if style is None else bibliography_in(found.values(), style)


def cite(named: Named, style: str = "oscola", as_of: str | date | None = None) -> str:
    """How the text that a name, a path or a version stands for is cited, with the sources it was
    read in: in a style of `bibliography`.

    Raises what `get` raises, and `RequestError` for another style.

    >>> print(cite("CoE").splitlines()[0])
    CoE: Council of Europe Convention on Action against Trafficking in Human Beings \
(CETS 197, 2005), text in force from 1 February 2008, as read in:
    """
    from provisions.citations import cite as citation

    version = installed().version(named, as_of)
    return citation(version, {**installed().bibliography, **version.sources}, style)


def dump(
    named: Named, *, draft: bool = True, comment: str | None = None, schema: str | None = None
) -> str:
    """The text that a name, a path or a version stands for as TOML that loads to the same record;
    see `provisions.toml.dump`.

    >>> dump("CoE", draft=False).splitlines()[2]
    'source = "coe"'
    """
    from provisions.toml import dump as dumped

    return dumped(installed().version(named), draft=draft, comment=comment, schema=schema)


def sources(wanted: Iterable[str]) -> Mapping[str, Source]:
    """Some sources, by identifier; see `Corpus.sources`.

    Raises `BadNameError` for one that is in no bibliography.

    >>> list(sources(["coe", "palermo"]))
    ['coe', 'palermo']
    """
    corpus = installed()
    several = isinstance(wanted, Iterable) and not isinstance(wanted, str)
    asked = tuple(wanted) if several else wanted
    found = corpus.sources(asked)
    for name in map(str, asked) if several else (str(asked),):
        if name not in found:
            near = did_you_mean(name, corpus.bibliography)
            raise BadNameError(f"no source is called {name!r}{near}")
    return found


def bibliography_of(
    versions: Iterable[Version], evidence: Iterable[Evidence] | None = None
) -> Mapping[str, Source]:
    """The part of the bibliography that some texts rest on, with the sources that drafts bring:
    each text's own, then those of some evidence, or of every entry.

    >>> list(bibliography_of([get("CoE")]))
    ['coe']
    """
    versions = tuple(versions)
    if evidence is None:
        evidence = (e for v in versions for _, e in entries_of(v))
    names = (*(v.source for v in versions), *(e.source for e in evidence))
    used = [name for name in dict.fromkeys(names) if name]
    known = dict(installed().sources(used))
    for version in versions:
        known |= version.sources
    return {name: known[name] for name in used if name in known}


def instruments() -> tuple[Instrument, ...]:
    """Every instrument of the corpus, in the order of its index. No record is opened.

    >>> [i.name for i in instruments() if i.kind == "directive"]
    ['EU']
    """
    return installed().instruments()


def find(name: Named) -> Instrument:
    """The instrument that a name, a path or a version stands for; see `Corpus.find`.

    >>> find("UN Protocol").id
    'palermo'
    >>> find("UNTOC Protocol")
    Traceback (most recent call last):
    provisions.corpus.UnknownNameError: no instrument is called 'UNTOC Protocol' (did you mean 'UN Protocol'?)
    """  # noqa: E501 - the message as it is printed
    return installed().find(name)


def versions(named: Named) -> tuple[Version, ...]:
    """Every version held of the instrument that a name or a version stands for, earliest first; of
    a draft, itself. Raises `UnknownNameError`.

    >>> [str(v.in_force.since) for v in versions("eu")]
    ['2011-04-15', '2024-07-14']
    """
    return installed().versions(named)


def newest(named: Named) -> date:
    """The day on which the newest version held of the same instrument begins.

    >>> newest("armenia@2006-07-16")
    datetime.date(2022, 7, 1)
    """
    return installed().newest(named)


def get(named: Named, as_of: str | date | None = None) -> Version:
    """The version that a name, a path or a version stands for; see `Corpus.version`.

    Raises `BadNameError` where the day is given twice, in the name and beside it.

    >>> get("armenia", as_of="2009-01-01").key
    'armenia@2006-07-16'
    """
    if as_of is not None and isinstance(named, str) and "@" in named and not is_path(named):
        raise BadNameError(
            f"{shortened(named)} names its day, and as_of gives another: give the day once"
        )
    return installed().version(named, as_of)


def load(path: str | os.PathLike[str]) -> Version:
    """A draft from its file, checked as the corpus is; see `Corpus.load`.

    Raises `DataError` with every fault at once, each with its place.

    >>> load("bill.toml")
    Traceback (most recent call last):
    provisions.loading.DataError: bill.toml: there is no such file
    """
    return installed().load(path)


def validate(named: Named) -> tuple[Fault, ...]:
    """The faults of a version made or changed in a program, or of a file, as `load` would tell
    them: none where all is well.

    >>> from attrs import evolve
    >>> [str(fault) for fault in validate(evolve(get("CoE"), source="ceo"))][0]
    "coe@2008-02-01: source: unknown source 'ceo' (did you mean 'coe'?)"
    """
    return installed().validate(named)


def together(
    named: Iterable[Named], as_of: str | date | None = None
) -> tuple[tuple[Version, ...], Thesaurus]:
    """Some versions and the one thesaurus in which they are compared; see `Corpus.together`.

    >>> (coe, armenia), words = together(["CoE", "armenia@2006-07-16"])
    >>> armenia.key, "slavery" in words
    ('armenia@2006-07-16', True)
    """
    return installed().together(named, as_of)
