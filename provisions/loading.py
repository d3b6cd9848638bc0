"""From TOML to records: strict, and every fault of a file at once.

The types are those of ``provisions.records``; ``cattrs`` structures them. Nothing is coerced: ``7``
is no text, a text is no list, an unknown key is a fault. A `Fault` says where (file and key path),
what is wrong and what would be right.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

import cattrs
from attrs import evolve, fields, frozen, has
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from provisions.errors import UNSEEN, ProvisionsError, visible
from provisions.nearest import did_you_mean
from provisions.records import (
    VICTIMS,
    Broader,
    Concept,
    Entry,
    Evidence,
    Instrument,
    Limb,
    Overlap,
    Place,
    Source,
    Span,
    Version,
    Vocabulary,
)
from provisions.vocabulary import GROUPS, Thesaurus

T = TypeVar("T")

_SEVERAL_AT_ONCE = (Entry, Evidence, Place)
"""What one key of a table may give for several names at once."""
_OF_AGE = 18

LARGEST = 2_000_000
"""The most bytes a data file may have; the largest of the corpus has fifty thousand."""


@frozen
class Fault:
    """One thing wrong with a data file: where it is, what is wrong, and what would be right.

    >>> print(Fault("bill.toml", "lists.acts.at", "missing"))
    bill.toml: lists.acts.at: missing
    """

    file: str
    path: str
    message: str

    def __str__(self) -> str:
        return (
            f"{self.file}: {self.path}: {self.message}"
            if self.path
            else f"{self.file}: {self.message}"
        )


class DataError(ProvisionsError, ValueError):
    """A data file that cannot be read as records; ``faults`` has every one of them.

    >>> str(DataError((Fault("bill.toml", "lists.acts", "unknown key"),)))
    'bill.toml: lists.acts: unknown key'
    """

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))

    @property
    def lines(self) -> tuple[str, ...]:
        """Every fault, a line each."""
        return tuple(visible(" ".join(str(fault).split())) for fault in self.faults)


class _WrongError(ValueError):
    """A value of the wrong shape, in words for whoever wrote it."""


def _named(value: object) -> str:
    kinds = {
        str: "text",
        bool: "a truth value",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "a table",
    }
    kind = kinds.get(type(value), "a date" if isinstance(value, date) else type(value).__name__)
    return f"{kind} ({value!r})" if isinstance(value, str | int | float) else kind


def _text(value: object, _: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _WrongError(
            f"must be text, in quotation marks, not {_named(value) if value != '' else 'empty'}"
        )
    return value


def _number(value: object, _: object) -> int:
    if type(value) is not int or not 0 <= value < 1000:
        raise _WrongError(f"must be a whole number without quotation marks, not {_named(value)}")
    return value


def _truth(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise _WrongError(f"must be true or false, not {_named(value)}")
    return value


def _day(value: object, _: object) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _WrongError(
            f"must be a date without quotation marks, such as 2012-04-18, not {_named(value)}"
        )
    return value


def _choice(value: object, wanted: Any) -> Any:
    allowed = get_args(wanted)
    if not isinstance(value, str) or value not in allowed:
        hint = did_you_mean(value, allowed) if isinstance(value, str) else ""
        raise _WrongError(f"must be one of {', '.join(allowed)}, not {_named(value)}{hint}")
    return value


def _each(
    items: list[tuple[Any, Any]], of: Callable[[Any], T], wanted: object
) -> list[tuple[Any, T]]:
    """Apply ``of`` to each value, collecting the failures with their index or key."""
    done: list[tuple[Any, T]] = []
    failures: list[Exception] = []
    for index, value in items:
        try:
            done.append((index, of(value)))
        except Exception as error:  # noqa: BLE001 - every failure is reported, with its place
            error.add_note(IterableValidationNote("", index, wanted))
            failures.append(error)
    if failures:
        raise IterableValidationError("", failures, wanted)  # type: ignore[arg-type]  # cattrs wants a class
    return done


def _is(wanted: Any, origin: Any) -> bool:
    return get_origin(wanted) is origin


def first_day(written: str) -> date | None:
    """The first day of a month or year as it is written ("2011-03", "2011"), or ``None`` for
    anything else.

    >>> first_day("2011-03")
    datetime.date(2011, 3, 1)
    """
    parts = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", written)
    try:
        return date(int(parts[1]), int(parts[2] or 1), 1) if parts else None
    except ValueError:
        return None


def _span(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """The tables of a span with its first day a date, and as it is written."""
    since = value.get("since")
    if not isinstance(since, str):
        return value
    day = first_day(since)
    if day is None:
        raise _WrongError(
            "since must be a date without quotation marks, such as 2012-04-18, "
            f'or a month or year with them, such as "2011-03", not {_named(since)}'
        )
    return {**value, "since": day, "written": since}


_UNDER_AGE = re.compile(r"victim-under-(\d+)")


def age_of(demand: str) -> int | None:
    """The age of ``victim-under-21``, or ``None`` for a demand that is not of an age."""
    found = _UNDER_AGE.fullmatch(demand)
    return int(found[1]) if found else None


def _by_age(row: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The rows of a limb that demands a victim under twenty-one: every child is, so it is demanded
    of others alone.
    """
    requires = row.get("requires")
    named = [k for k in requires if age_of(str(k))] if isinstance(requires, Mapping) else []
    grown = [k for k in named if (age_of(k) or 0) >= _OF_AGE]
    victims = row.get("victims", list(VICTIMS))
    if not grown or not isinstance(victims, list) or "child" not in victims or len(victims) == 1:
        return [row]
    others = {**row, "victims": [v for v in victims if v != "child"]}
    fewer = {k: v for k, v in row["requires"].items() if k not in grown}
    return [others, {**row, "victims": ["child"], "requires": fewer}]


def limbs_of(row: object) -> list[object]:
    """The limbs that one row of a file stands for: one for each list where it names several."""
    if not isinstance(row, Mapping):
        return [row]
    several = {k: row[k] for k in ("acts", "means", "purposes") if isinstance(row.get(k), list)}
    for key, names in several.items():
        if not names:
            raise _WrongError(
                f"{key} names no list: give the name of one, or of several in square brackets"
            )
    chosen = [
        {**row, **dict(zip(several, names, strict=True))} for names in product(*several.values())
    ]
    return [limb for one in chosen for limb in _by_age(one)]


def _each_named(pairs: list[tuple[Any, T]]) -> dict[str, T]:
    """A table whose keys may name several things at once ("fraud, deception"), one key for each."""
    found: dict[str, T] = {}
    for key, value in pairs:
        for name in (part.strip() for part in str(key).split(",")):
            if not name:
                raise _WrongError(f'{key!r} names nothing beside a comma: write "fraud, deception"')
            if name in found:
                raise _WrongError(
                    f"names {name!r} twice: one entry a concept; another source stands in 'also'"
                )
            found[name] = value
    return found


def _converter(*, detailed: bool) -> cattrs.Converter:
    converter = cattrs.Converter(
        forbid_extra_keys=True, detailed_validation=detailed, omit_if_default=True
    )

    def rows(value: object, wanted: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise _WrongError(f"must be a list, in square brackets, not {_named(value)}")
        args = get_args(wanted)
        if Ellipsis not in args and len(value) != len(args):
            raise _WrongError(f"must have {len(args)} values, not {len(value)}")
        item = args[0]
        if item is Limb:
            several = _each(
                list(enumerate(value)),
                lambda v: [converter.structure(x, Limb) for x in limbs_of(v)],
                wanted,
            )
            return tuple(limb for _, limbs in several for limb in limbs)
        done = _each(list(enumerate(value)), lambda v: converter.structure(v, item), wanted)
        return tuple(v for _, v in done)

    def table(value: object, wanted: Any) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise _WrongError(f"must be a table, not {_named(value)}")
        key_type, value_type = get_args(wanted)

        def pair(item: tuple[Any, Any]) -> Any:
            if get_origin(key_type) is Literal:
                _choice(item[0], key_type)
            return converter.structure(item[1], value_type)

        done = _each([(k, (k, v)) for k, v in value.items()], pair, wanted)
        return _each_named(done) if value_type in _SEVERAL_AT_ONCE else dict(done)

    def record(cls: Any) -> Callable[[Any, Any], Any]:
        renamed: dict[str, Any] = (
            {"container_title": override(rename="container-title")} if cls is Source else {}
        )
        generated = make_dict_structure_fn(cls, converter, **renamed)
        alone = {Entry: "words", Evidence: "words", Place: "at"}.get(cls)

        def structure(value: object, wanted: Any) -> Any:
            if alone and isinstance(value, str):
                return cls(**{alone: _text(value, str)})
            if not isinstance(value, Mapping):
                either = "text or a table" if alone else "a table"
                raise _WrongError(f"must be {either}, not {_named(value)}")
            return generated(_span(value) if cls is Span else value, wanted)

        return structure

    def plain(cls: Any) -> Callable[[Any], dict[str, Any]]:
        renamed: dict[str, Any] = (
            {"container_title": override(rename="container-title")} if cls is Source else {}
        )
        generated = make_dict_unstructure_fn(
            cls, converter, _cattrs_omit_if_default=True, **renamed
        )
        if cls is not Span:
            return generated

        def span(value: Any) -> dict[str, Any]:
            table = generated(value)
            written = table.pop("written", None)
            return {**table, "since": written} if written else table

        return span

    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(int, _number)
    converter.register_structure_hook(bool, _truth)
    converter.register_structure_hook(date, _day)
    converter.register_structure_hook_func(lambda t: _is(t, Literal), _choice)
    converter.register_structure_hook_func(lambda t: _is(t, tuple), rows)
    converter.register_structure_hook_func(lambda t: _is(t, Mapping), table)
    converter.register_structure_hook_factory(has, record)
    converter.register_unstructure_hook_factory(has, plain)
    converter.register_unstructure_hook(date, lambda day: day)
    return converter


@cache
def converter(*, detailed: bool = True) -> cattrs.Converter:
    """The strict converter; its hooks are generated as they are needed.

    The one that is not ``detailed`` refuses the same data without saying where the fault is: half
    the start-up time.
    """
    return _converter(detailed=detailed)


def unstructure(record: object) -> Any:
    """A record as plain tables, lists and values: what its TOML would hold.

    >>> import provisions
    >>> unstructure(provisions.get("CoE").lists["acts"].entries["receipt"])
    {'words': 'harbouring or receipt of persons'}
    """
    return converter().unstructure(record)


def _step(note: AttributeValidationNote | IterableValidationNote) -> str:
    if isinstance(note, AttributeValidationNote):
        return f".{'container-title' if note.name == 'container_title' else note.name}"
    return f"[{note.index}]" if isinstance(note.index, int) else f".{note.index}"


def _faults(error: BaseException, file: str, path: str) -> list[Fault]:
    """Every leaf of the tree of errors that cattrs raises, as a fault with its key path."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        within, bare = error.group_exceptions()
        return [
            *(f for e, note in within for f in _faults(e, file, path + _step(note))),
            *(f for e in bare for f in _faults(e, file, path)),
        ]
    if isinstance(error, ForbiddenExtraKeysError):
        known = [f.name.replace("container_title", "container-title") for f in fields(error.cl)]
        return [
            Fault(
                file,
                f"{path}.{key}".lstrip("."),
                f"unknown key{did_you_mean(key, known)}; known: {', '.join(known)}",
            )
            for key in sorted(map(str, error.extra_fields))
        ]
    if isinstance(error, KeyError):
        return [
            Fault(file, path.lstrip("."), f"is missing: give {path.rpartition('.')[2]!r} a value")
        ]
    return [Fault(file, path.lstrip("."), str(error))]


def structure(
    raw: object, cls: type[T], file: str, at: str = ""
) -> tuple[T | None, tuple[Fault, ...]]:
    """``raw`` as a record of class ``cls``, or ``None``, with every fault found on the way."""
    with suppress(Exception):  # whatever the data, it is read again to say where its faults are
        return converter(detailed=False).structure(raw, cls), ()
    try:
        return converter().structure(raw, cls), ()
    except Exception as error:  # noqa: BLE001 - whatever the data, the answer is a list of faults
        return None, tuple(_faults(error, file, at))


def read_text(path: Path, file: str) -> tuple[str, tuple[Fault, ...]]:
    """The text of a file, read once and whole, and a fault where it cannot be read.

    A byte order mark at its head is no part of it.
    """
    try:
        with path.open("rb") as opened:
            raw = opened.read(LARGEST + 1)
        if len(raw) > LARGEST:
            says = f"is larger than {LARGEST // 1_000_000} MB: a record is some hundred lines"
            return "", (Fault(file, "", f"{says}; is this the right file?"),)
        return raw.decode("utf-8-sig").replace("\r\n", "\n"), ()
    except IsADirectoryError:
        return "", (Fault(file, "", "is a folder: give the file of one version"),)
    except FileNotFoundError:
        return "", (Fault(file, "", "there is no such file"),)
    except OSError as error:
        return "", (Fault(file, "", f"cannot be read: {error.strerror or error}"),)
    except UnicodeDecodeError:
        return "", (Fault(file, "", "is not UTF-8 text: save it as UTF-8"),)
    except ValueError as error:  # a path with a null character in it
        return "", (Fault(file, "", f"cannot be read: {error}"),)


def read_toml(path: Path, file: str | None = None) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """The tables of a TOML file, and a fault where it cannot be read or is no TOML."""
    file = file or str(path)
    text, faults = read_text(path, file)
    return ({}, faults) if faults else parse_toml(text, file)


def parse_toml(text: str, file: str) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """The tables of TOML text, and a fault where it is none."""
    try:
        raw = tomllib.loads(text)
        return raw, tuple(_unseen(raw, file)) if _MAYBE_UNSEEN.search(text) else ()
    except tomllib.TOMLDecodeError as error:
        return {}, (Fault(file, "", f"is not TOML: {error}"),)
    except RecursionError:
        return {}, (Fault(file, "", "is nested too deeply"),)
    except ValueError as error:  # a number of thousands of digits
        return {}, (Fault(file, "", f"is not TOML that can be read: {str(error)[:80]}"),)


_MAYBE_UNSEEN = re.compile(rf"{UNSEEN.pattern}|\\[bfrxuUe]")
"""A character that no text has, or one written out, which may be such."""


def _unseen(value: object, file: str, path: str = "") -> Iterator[Fault]:
    """A fault for every text with a character that no text of a law has."""
    if isinstance(value, str):
        found = UNSEEN.search(value)
        if found:
            what = ascii(found[0])[1:-1]
            yield Fault(file, path, f"has {what}, which no text of a law has; remove it")
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _unseen(key, file, path)
            yield from _unseen(one, file, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for i, one in enumerate(value):
            yield from _unseen(one, file, f"{path}[{i}]")


def instrument_table(instrument: Instrument) -> dict[str, Any]:
    """An instrument as the table a version's file would have of it, if the index did not."""
    return {
        "id": instrument.id,
        "name": instrument.name,
        "title": instrument.title,
        "kind": instrument.kind,
        "aliases": list(instrument.aliases),
    }


def load_version(raw: Mapping[str, Any], file: str) -> tuple[Version | None, tuple[Fault, ...]]:
    """A version file's tables, with its ``instrument`` already in them, as a record.

    The ``sources`` and the ``vocabulary`` that a draft brings are read as those of the corpus are.
    """
    tables = dict(raw)
    sources: dict[str, Source] = {}
    brought: Vocabulary | None = None
    faults: tuple[Fault, ...] = ()
    if "sources" in tables:
        sources, faults = load_sources({"sources": tables.pop("sources")}, file)
    if "vocabulary" in tables:
        words, bad = load_thesaurus(tables.pop("vocabulary"), file, "vocabulary")
        brought = Vocabulary(words.concepts, words.broader, words.overlaps)
        faults = (*faults, *bad)
    version, bad = structure(tables, Version, file)
    faults = (*bad, *faults)
    if version is None or faults:
        return None, faults
    if sources or brought:
        version = evolve(version, sources=sources, vocabulary=brought)
    return version, ()


def load_sources(raw: Mapping[str, Any], file: str) -> tuple[dict[str, Source], tuple[Fault, ...]]:
    """The bibliography."""
    sources: dict[str, Source] = {}
    faults: list[Fault] = []
    tables = raw.get("sources")
    faults += [
        Fault(file, key, "unknown table: every source stands under [sources.<id>]")
        for key in raw
        if key != "sources"
    ]
    if not isinstance(tables, dict):
        faults.append(
            Fault(file, "sources", "is missing: every source stands under [sources.<id>]")
        )
    for key, value in (tables if isinstance(tables, dict) else {}).items():
        table = {"id": key, **value} if isinstance(value, dict) else value
        source, found = structure(table, Source, file, f"sources.{key}")
        faults.extend(found)
        if source:
            sources[key] = source
    return sources, tuple(faults)


def _concepts(
    group: str, table: Mapping[str, Any], file: str, at: str
) -> tuple[dict[str, Concept], list[Fault]]:
    """The concepts of one group of a vocabulary."""
    facet, sort = GROUPS[group]
    concepts: dict[str, Concept] = {}
    faults: list[Fault] = []
    for key, value in table.items():
        if isinstance(value, str) and value.strip():
            concepts[key] = Concept(key, facet, sort, value)
            continue
        own = {"id": key, "facet": facet, "sort": sort}
        row = {**own, **value} if isinstance(value, dict) else value
        concept, found = structure(row, Concept, file, f"{at}{group}.{key}")
        faults.extend(found)
        if concept:
            concepts[key] = concept
    return concepts, faults


def _edges(
    cls: type[T], group: str, rows: object, file: str, at: str
) -> tuple[list[T], list[Fault]]:
    """The edges of one kind of a vocabulary."""
    if not isinstance(rows, list):
        message = f"must be a list of tables: write [[{at}{group}]], with two brackets"
        return [], [Fault(file, f"{at}{group}", message)]
    edges: list[T] = []
    faults: list[Fault] = []
    for i, row in enumerate(rows):
        edge, found = structure(row, cls, file, f"{at}{group}[{i}]")
        faults.extend(found)
        if edge is not None:
            edges.append(edge)
    return edges, faults


def load_thesaurus(raw: object, file: str, at: str = "") -> tuple[Thesaurus, tuple[Fault, ...]]:
    """A vocabulary: its groups of concepts, and its edges. ``at``: the table of the file it is."""
    at = f"{at}." if at else ""
    concepts: dict[str, Concept] = {}
    broader: list[Broader] = []
    overlaps: list[Overlap] = []
    faults: list[Fault] = []
    if not isinstance(raw, Mapping):
        return Thesaurus({}, (), ()), (Fault(file, at.strip("."), "must be a table of groups"),)
    for group, table in raw.items():
        bad: list[Fault] = []
        if group == "broader":
            broader, bad = _edges(Broader, group, table, file, at)
        elif group == "overlaps":
            overlaps, bad = _edges(Overlap, group, table, file, at)
        elif group not in GROUPS or not isinstance(table, dict):
            hint = did_you_mean(group, (*GROUPS, "broader", "overlaps"))
            bad = [Fault(file, f"{at}{group}", f"unknown group{hint}")]
        else:
            own, bad = _concepts(group, table, file, at)
            bad += [
                Fault(file, f"{at}{group}.{key}", "this identifier stands in another group too")
                for key in table
                if key in concepts
            ]
            concepts |= own
        faults += bad
    return Thesaurus(concepts, tuple(broader), tuple(overlaps)), tuple(faults)
