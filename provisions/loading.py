"""From TOML to records: strict, and every fault of a file at once.

The types are those of ``provisions.records``; ``cattrs`` structures them. Nothing is coerced: ``7``
is no text, a text is no list, an unknown key is a fault. A `Fault` says where (file and key path),
what is wrong and what would be right.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, BinaryIO, Literal, TypeVar, get_args, get_origin

import cattrs
import rtoml
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
    Penalty,
    Place,
    Source,
    Span,
    Version,
    Vocabulary,
)
from provisions.values import Value
from provisions.vocabulary import GROUPS, Thesaurus

T = TypeVar("T")

_SEVERAL_AT_ONCE = (Entry, Evidence, Place)
"""What one key of a table may give for several names at once."""
_OF_AGE = 18

LARGEST = 2_000_000
"""The most bytes a data file may have; the largest of the corpus has fifty thousand."""


NOT_WRITTEN: Mapping[type, tuple[str, ...]] = {
    Version: ("instrument",),
    Instrument: ("id",),
    Span: ("written",),
    Source: ("id",),
    Concept: ("id", "facet", "sort"),
}
"""What the place of a table says, and no key of it."""


@frozen(eq=False, repr=False)
class Fault(Value):
    """One thing wrong with a data file: where it is, what is wrong, and what would be right.

    ``line`` is that of the key, or of what would contain it; a record that no file holds has none.

    >>> print(Fault("bill.toml", "lists.acts.at", "missing", 12))
    bill.toml:12: lists.acts.at: missing
    """

    file: str
    path: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(part for part in (where, self.path, self.message) if part)


def located(faults: Iterable[Fault], text: str) -> tuple[Fault, ...]:
    r"""The faults of a file with its text, each with its line.

    >>> located([Fault("bill.toml", "read", "missing")], 'name = "Bill"\nread = 5')[0].line
    2
    """
    faults = tuple(faults)
    if not faults:
        return ()
    from provisions.lines import line_of

    return tuple(f if f.line else evolve(f, line=line_of(text, f.path)) for f in faults)


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


class _BracketsError(_WrongError):
    """A table where rows are wanted, or rows where a table is."""

    def told(self, path: str) -> str:
        """What is wrong, and how the head of the table is written."""
        return str(self).format(re.sub(r"\[\d+\]", "", path))


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
        given = "empty" if value == "" else _named(value)
        as_text = (isinstance(value, date) or type(value) is int) and f': write "{value}"'
        raise _WrongError(f"must be text, in quotation marks, not {given}{as_text or ''}")
    return value


def _number(value: object, _: object) -> int:
    if type(value) is not int or not 0 <= value < 1000:
        raise _WrongError(
            f"must be a whole number from 0 to 999, without quotation marks, not {_named(value)}"
        )
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


def _choice(allowed: tuple[str, ...], value: object) -> Any:
    if not isinstance(value, str) or value not in allowed:
        hint = did_you_mean(value, allowed) if isinstance(value, str) else ""
        said = repr(value) if isinstance(value, str) else _named(value)
        raise _WrongError(f"must be one of {', '.join(allowed)}, not {said}{hint}")
    return value


def _one_of(wanted: Any) -> Callable[[object, object], Any]:
    """The hook of a choice, whose values are looked up once."""
    allowed = get_args(wanted)
    return lambda value, _: _choice(allowed, value)


def _each(
    items: Iterable[tuple[Any, Any]], of: Callable[[Any], T], wanted: object
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


_SUCH: Mapping[Any, str] = {
    Entry: 'deception = "by deceit"',
    Evidence: 'for-gain = "for gain"',
    Penalty: 'words = "up to five years", max_years = 5',
}
"""What may stand in a table of these, or for one."""


def _no_table(value: object, cls: Any, wanted: str) -> _WrongError:
    """What is said of a value where a table is wanted."""
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return _BracketsError("must be one table: write [{}], with one bracket")
    such = f", such as {{ {_SUCH[cls]} }}" if cls in _SUCH and wanted == "a table" else ""
    return _WrongError(f"must be {wanted}{such}, not {_named(value)}")


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


_AS_WRITTEN = "since, as it is written"
"""The key under which a span's first day is kept as the file has it; no file can have it."""


def _span(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """The tables of a span, with its first day as it is written where that is no day."""
    since = value.get("since")
    return {**value, _AS_WRITTEN: since} if isinstance(since, str) else value


def _since(value: object, _: object) -> date:
    """The first day of a span, from a day, a month or a year."""
    day = first_day(value) if isinstance(value, str) else value
    if isinstance(day, date) and not isinstance(day, datetime):
        return day
    raise _WrongError(
        "must be a date without quotation marks, such as 2012-04-18, or a month or a year "
        f'with them, such as "2011-03" or "2011", not {_named(value)}'
    )


def _under(key: str, error: Exception, cls: type) -> Exception:
    """An error of one key of a record, with its place."""
    error.add_note(AttributeValidationNote("", key, cls))
    return ClassValidationError("", [error], cls)


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
            message = "names no list: give the name of one, or of several in square brackets"
            raise _under(key, _WrongError(message), Limb)
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


_OTHERWISE: Mapping[Any, dict[str, Any]] = {
    Source: {"container_title": override(rename="container-title")},
    Span: {"since": override(struct_hook=_since), "written": override(rename=_AS_WRITTEN)},
}
"""What a file calls otherwise, or what is read otherwise, than its type says."""


class _Hooks:
    """What a converter does with a kind of value: one hook a kind."""

    def __init__(self, converter: cattrs.Converter) -> None:
        self.converter = converter

    def rows(self, wanted: Any) -> Callable[[object, object], tuple[Any, ...]]:
        """The hook of a list in square brackets; one table of a list of limbs may give several."""
        args = get_args(wanted)
        item = args[0]

        def structure(value: object, _: object) -> tuple[Any, ...]:
            if isinstance(value, dict) and has(item):
                raise _BracketsError("must be a list of tables: write [[{}]], with two brackets")
            if not isinstance(value, list | tuple):
                raise _WrongError(f"must be a list, in square brackets, not {_named(value)}")
            if Ellipsis not in args and len(value) != len(args):
                raise _WrongError(f"must have {len(args)} values, not {len(value)}")
            of = self.converter.get_structure_hook(item)
            if item is Limb:
                several = _each(
                    enumerate(value), lambda v: [of(x, Limb) for x in limbs_of(v)], wanted
                )
                return tuple(limb for _, limbs in several for limb in limbs)
            return tuple(v for _, v in _each(enumerate(value), lambda v: of(v, item), wanted))

        return structure

    def table(self, wanted: Any) -> Callable[[object, object], dict[str, Any]]:
        """The hook of a table with keys of its own: of a choice, or of names that may come several
        at once.
        """
        key_type, value_type = get_args(wanted)
        keys = get_args(key_type)

        def structure(value: object, _: object) -> dict[str, Any]:
            if not isinstance(value, dict | Mapping):
                raise _no_table(value, value_type, "a table")
            of = self.converter.get_structure_hook(value_type)

            def pair(item: tuple[Any, Any]) -> Any:
                if keys:
                    _choice(keys, item[0])
                return of(item[1], value_type)

            done = _each(((k, (k, v)) for k, v in value.items()), pair, wanted)
            return _each_named(done) if value_type in _SEVERAL_AT_ONCE else dict(done)

        return structure

    def record(self, cls: Any) -> Callable[[Any, Any], Any]:
        """The hook of a class of records: from a table, or from the text that stands for one."""
        generated = make_dict_structure_fn(cls, self.converter, **_OTHERWISE.get(cls, {}))
        alone = {Entry: "words", Evidence: "words", Place: "at"}.get(cls)

        def structure(value: object, wanted: Any) -> Any:
            if alone and isinstance(value, str):
                return cls(**{alone: _text(value, str)})
            if not isinstance(value, dict | Mapping):
                raise _no_table(value, cls, "text or a table" if alone else "a table")
            return generated(_span(value) if cls is Span else value, wanted)

        return structure

    def plain(self, cls: Any) -> Callable[[Any], dict[str, Any]]:
        """And back: a table with what the file would hold."""
        generated = make_dict_unstructure_fn(
            cls, self.converter, _cattrs_omit_if_default=True, **_OTHERWISE.get(cls, {})
        )
        if cls is not Span:
            return generated

        def span(value: Any) -> dict[str, Any]:
            table = generated(value)
            written = table.pop(_AS_WRITTEN, None)
            return {**table, "since": written} if written else table

        return span


def _converter(*, detailed: bool) -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=detailed)
    hooks = _Hooks(converter)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(int, _number)
    converter.register_structure_hook(bool, _truth)
    converter.register_structure_hook(date, _day)
    converter.register_structure_hook_factory(lambda t: _is(t, Literal), _one_of)
    converter.register_structure_hook_factory(lambda t: _is(t, tuple), hooks.rows)
    converter.register_structure_hook_factory(lambda t: _is(t, Mapping), hooks.table)
    converter.register_structure_hook_factory(has, hooks.record)
    converter.register_unstructure_hook_factory(has, hooks.plain)
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


_EXAMPLES: Mapping[str, str] = {
    "acts": '"acts", the name of a list',
    "article": '"31(2)"',
    "at": '"128(1)", the pinpoint in the law',
    "broader": '"forced-labour", a concept',
    "circumstances": '"circumstances", the name of a list',
    "id": '"128"',
    "means": '"means", the name of a list, or "not-required", or "not-seen"',
    "name": '"Bill 12"',
    "narrower": '"debt-bondage", a concept',
    "purposes": '"purposes", the name of a list, or "not-required", or "not-seen"',
    "source": '"code", one of the sources',
    "type": '"legislation"',
}
"""How a text that has to be given may look."""


def _missing(key: str, wanted: Any) -> str:
    """What is said of a key that has to be given, by its type."""
    if _is(wanted, Literal):
        return f"is missing: give {key!r} one of {', '.join(get_args(wanted))}"
    if wanted is date:
        return f"is missing: write {key} = 2012-04-18, a day without quotation marks"
    if wanted is Span:
        return "is missing: write [in_force], and below it since = 2012-04-18"
    if wanted is str:
        example = _EXAMPLES.get(key)
        return f"is missing: write {key} = {example or '..., in quotation marks'}"
    return f"is missing: give {key!r} a list, in square brackets"


def _unknown(error: ForbiddenExtraKeysError, file: str, path: str) -> Iterator[Fault]:
    """A fault for each key that a table does not have."""
    hidden = NOT_WRITTEN.get(error.cl, ())
    names = [f.name for f in fields(error.cl) if f.name not in hidden]
    known = [name.replace("container_title", "container-title") for name in names]
    for key in sorted(map(str, error.extra_fields)):
        said = f"unknown key{did_you_mean(key, known)}; known: {', '.join(known)}"
        yield Fault(file, f"{path}.{key}".lstrip("."), said)


def _faults(error: BaseException, file: str, path: str) -> list[Fault]:
    """Every leaf of the tree of errors that cattrs raises, as a fault with its key path."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        within, bare = error.group_exceptions()
        found: list[Fault] = []
        for inner, note in within:
            at = path + _step(note)
            if isinstance(inner, KeyError):
                key = at.rpartition(".")[2]
                found.append(Fault(file, at.lstrip("."), _missing(key, note.type)))
            else:
                found += _faults(inner, file, at)
        return [*found, *(f for e in bare for f in _faults(e, file, path))]
    if isinstance(error, ForbiddenExtraKeysError):
        return list(_unknown(error, file, path))
    at = path.lstrip(".")
    told = error.told(at) if isinstance(error, _BracketsError) else str(error)
    return [Fault(file, at, told)]


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


def _state(opened: BinaryIO) -> tuple[int, int] | None:
    """When a file was written to, and how long it is; of a pipe, nothing."""
    found = os.fstat(opened.fileno())
    return (found.st_mtime_ns, found.st_size) if stat.S_ISREG(found.st_mode) else None


def read_text(path: Path, file: str) -> tuple[str, tuple[Fault, ...]]:
    """The text of a file, read once and whole, and a fault where it cannot be read.

    A byte order mark at its head is no part of it. A file that is written to meanwhile is one
    fault: what was read of it is neither what it was nor what it is.
    """
    try:
        with path.open("rb") as opened:
            before = _state(opened)
            raw = opened.read(LARGEST + 1)
            if _state(opened) != before:
                return "", (Fault(file, "", "was changed while it was read: read it again"),)
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


def read_toml(path: Path, file: str | None = None) -> tuple[dict[str, Any], str, tuple[Fault, ...]]:
    """The tables of a TOML file and its text, read once, and a fault where it cannot be read or is
    no TOML.
    """
    file = file or str(path)
    text, faults = read_text(path, file)
    if faults:
        return {}, text, faults
    raw, faults = parse_toml(text, file)
    return raw, text, faults


def parse_toml(text: str, file: str) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """The tables of TOML text, and a fault where it is none.

    What the quick reader refuses is read by the one of the standard library, which says why.
    """
    try:
        raw = rtoml.loads(text)
    except rtoml.TomlParsingError:
        raw, faults = _slowly(text, file)
        if faults:
            return {}, faults
    plain = "\\" not in text and text.replace("\n", "").isprintable()
    return raw, () if plain else located(_unseen(raw, file), text)


def _slowly(text: str, file: str) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    import tomllib

    try:
        return tomllib.loads(text), ()
    except tomllib.TOMLDecodeError as error:
        return {}, (_no_toml(str(error), file, text),)
    except RecursionError:
        return {}, (Fault(file, "", "is nested too deeply"),)
    except ValueError as error:  # a number of thousands of digits
        return {}, (Fault(file, "", f"is not TOML that can be read: {str(error)[:80]}"),)


_CURES: Mapping[str, str] = {
    "Cannot overwrite a value": "a key stands once in its table, another source in 'also'; [x] and "
    "[[x]] are not the same",
    "Cannot declare": "this table stands above already: put both together",
    "Cannot mutate immutable namespace": "this table is given whole above: put both together",
    "Expected '=' after a key": "write key = value, and a key of several names in quotation marks",
    "Expected ']'": "the head of a table ends with its bracket",
    "Expected newline or end of document": "one key a line; a date is YYYY-MM-DD; a text stands in "
    'quotation marks, and one of them in it is \\"',
    "Illegal character": "a text ends on its line, with a quotation mark",
    "Invalid initial character for a key part": "a key is letters, digits, - and _, or stands in "
    "quotation marks; an inline table, { ... }, stands on one line",
    "Invalid date": "a date is YYYY-MM-DD, such as 2012-04-18",
    "Invalid statement": "a line is key = value, [table], or a comment behind #",
    "Invalid value": "a text has quotation marks; a date, a number, true and false have none",
    "Unclosed array": "a square bracket, or a comma between two values, is missing",
    "Unclosed inline table": "a curly bracket, or a comma between two keys, is missing",
    "Unescaped": "write a backslash in a text twice",
    "Unterminated string": "a text ends with a quotation mark",
}
"""What is usually meant by what the parser of TOML says."""


def _no_toml(said: str, file: str, text: str) -> Fault:
    """What is said of text that is no TOML: what the parser says, and what is usually meant."""
    cure = next((cure for begin, cure in _CURES.items() if said.startswith(begin)), None)
    line = re.search(r"at line (\d+)", said)
    message = f"is not TOML: {said}{f': {cure}' if cure else ''}"
    return Fault(file, "", message, int(line[1]) if line else len(text.splitlines()) or None)


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


def placed(
    value: object, cls: type[T], own: Mapping[str, str], file: str, at: str
) -> tuple[T | None, tuple[Fault, ...]]:
    """A table as a record of which its place says some keys already, its ``own``.

    >>> placed({"id": "x"}, Source, {"id": "code"}, "bill.toml", "sources.code")[1][0].message
    "unknown key: the head of the table says it, 'code'"
    """
    if not isinstance(value, Mapping):
        return structure(value, cls, file, at)
    alien = [
        Fault(file, f"{at}.{key}", f"unknown key: the head of the table says it, {said!r}")
        for key, said in own.items()
        if key in value
    ]
    record, found = structure({**value, **own}, cls, file, at)
    return (None if alien else record), (*alien, *found)


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
        said = "is missing" if tables is None else f"must be tables, not {_named(tables)}"
        faults.append(Fault(file, "sources", f"{said}: every source stands under [sources.<id>]"))
    for key, value in (tables if isinstance(tables, dict) else {}).items():
        source, found = placed(value, Source, {"id": key}, file, f"sources.{key}")
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
        if not isinstance(value, dict):
            said = "empty" if value == "" else _named(value)
            message = f"must be text, its label, or a table, not {said}"
            faults.append(Fault(file, f"{at}{group}.{key}", message))
            continue
        own = {"id": key, "facet": facet, "sort": sort}
        concept, found = placed(value, Concept, own, file, f"{at}{group}.{key}")
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


def _no_group(group: str, table: object, file: str, at: str) -> Fault:
    """What is said of a group that a vocabulary does not have, or that is no table."""
    known = (*GROUPS, "broader", "overlaps")
    if group in GROUPS:
        message = f"must be a table: write [{at}{group}], not {_named(table)}"
    else:
        message = f"unknown group{did_you_mean(group, known)}; known: {', '.join(known)}"
    return Fault(file, f"{at}{group}", message)


def load_thesaurus(raw: object, file: str, at: str = "") -> tuple[Thesaurus, tuple[Fault, ...]]:
    """A vocabulary: its groups of concepts, and its edges. ``at``: the table of the file it is."""
    at = f"{at}." if at else ""
    concepts: dict[str, Concept] = {}
    broader: list[Broader] = []
    overlaps: list[Overlap] = []
    faults: list[Fault] = []
    if not isinstance(raw, Mapping):
        message = f"must be tables, one a group, such as [{at}purposes], not {_named(raw)}"
        return Thesaurus({}, (), ()), (Fault(file, at.strip("."), message),)
    for group, table in raw.items():
        bad: list[Fault] = []
        if group == "broader":
            broader, bad = _edges(Broader, group, table, file, at)
        elif group == "overlaps":
            overlaps, bad = _edges(Overlap, group, table, file, at)
        elif group not in GROUPS or not isinstance(table, dict):
            bad = [_no_group(group, table, file, at)]
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
