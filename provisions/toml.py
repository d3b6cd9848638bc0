"""A version as the TOML a lawyer would write of it: what loads again to the same record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from provisions.loading import unstructure
from provisions.records import ATTRIBUTES, NOT_REQUIRED, NOT_SEEN, Concept, Version
from provisions.vocabulary import path_of

Tables = Mapping[str, Any]

FIRST = ("name", "kind", "id", "amends", "aliases", "title", "source", "lang", "by", "read")
"""The keys a file begins with; the others follow in the order of the record."""
_HEADS: Mapping[str, tuple[str, ...]] = {
    "list": ("role", "at", "unlisted"),
    "offence": ("id", "provision", "kind", "at", "title", "strength", "graver_for", "reading"),
    "evidence": ("at",),
    "chapter": ("chapter", "read", "at"),
    "clause": ("beneficiary", "label", "at", "words", "gloss"),
}
"""The keys with which a table begins, where that is not the order of the record."""
SCHEMA = "../provisions.schema.json"
"""Where the schema stands, seen from a file of the corpus."""


def schema_line(address: str = SCHEMA) -> str:
    """What tells an editor the schema of a file (Taplo, Even Better TOML).

    >>> schema_line()
    '#:schema ../provisions.schema.json'
    """
    return f"#:schema {address}"


_ESCAPES = {
    **{code: f"\\u{code:04x}" for code in (*range(32), 127)},
    ord("\n"): "\\n",
    ord("\t"): "\\t",
    ord('"'): '\\"',
    ord("\\"): "\\\\",
}
"""What TOML does not have in a text as it is."""

_DRAWN = ("purposes", "means", "acts")
"""What a row of limbs may name several lists of, the fastest to change first."""


def _in_order(table: Tables, what: str) -> dict[str, Any]:
    """A table with the keys first with which one begins to write it."""
    first = [key for key in _HEADS[what] if key in table]
    return {key: table[key] for key in (*first, *(k for k in table if k not in first))}


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else _text(key)


def _text(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'


def _value(value: Any) -> str:
    """A value in one line: text, number, truth value, day, list, or inline table."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_key(k)} = {_value(v)}" for k, v in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(_value, value))}]"
    return str(value) if isinstance(value, int) else _text(str(value))


def _rows(key: str, rows: Sequence[Any]) -> Iterator[str]:
    """A list with a line for each of its values; a short one of one value in a line."""
    alone = f"{key} = {_value(rows)}"
    if len(rows) == 1 and len(alone) <= _LINE:
        yield alone
        return
    yield f"{key} = ["
    yield from (f"  {_value(row)}," for row in rows)
    yield "]"


_LINE = 100
"""Up to how many letters a list of one row stands in one line."""


def _brief(value: Any, alone: str = "words") -> Any:
    """Evidence that is its words, or a place that is its pinpoint, as the text alone."""
    return value[alone] if isinstance(value, Mapping) and set(value) == {alone} else value


def _evidence(table: Tables) -> dict[str, Any]:
    """An entry, limb, clause or penalty, with the evidence in it as brief as can be."""
    found = _in_order(table, "clause" if "beneficiary" in table else "evidence")
    for key in ("requires", *ATTRIBUTES):
        if isinstance(found.get(key), Mapping):
            found[key] = _together({k: _brief(v) for k, v in found[key].items()})
    if isinstance(found.get("also"), Sequence):
        found["also"] = [_brief(_in_order(e, "evidence")) for e in found["also"]]
    if "settled_by" in found:
        found["settled_by"] = _brief(found["settled_by"])
    return found


def _together(table: Tables) -> dict[str, Any]:
    """Neighbours that say the same under one key: ``"fraud, deception"``."""
    found: dict[str, Any] = {}
    names: list[str] = []
    for key, value in table.items():
        if names and found[", ".join(names)] == value:
            found.pop(", ".join(names))
            names.append(key)
        else:
            names = [key]
        found[", ".join(names)] = value
    return found


def _joined(rows: Sequence[Tables]) -> list[dict[str, Any]]:
    """Neighbouring limbs that differ by one list alone, as one row that names several."""
    found = [dict(row) for row in rows]
    for key in _DRAWN:
        merged: list[dict[str, Any]] = []
        for row in found:
            last = merged[-1] if merged else None
            same = last is not None and _without(last, key) == _without(row, key)
            if last is not None and same and row[key] not in (NOT_REQUIRED, NOT_SEEN):
                several = last[key] if isinstance(last[key], list) else [last[key]]
                if row[key] not in several and several[0] not in (NOT_REQUIRED, NOT_SEEN):
                    last[key] = [*several, row[key]]
                    continue
            merged.append(row)
        found = merged
    return found


def _without(row: Tables, key: str) -> dict[str, Any]:
    return {k: v for k, v in row.items() if k != key}


def _head(tables: Tables) -> Iterator[str]:
    """The keys of the version itself."""
    structural = (
        "instrument", "in_force", "lists", "offences", "non_punishment", "nothing_on", "unread",
        "chapters", "other", "binding", "discrepancies", "examples", "sources", "vocabulary",
    )  # fmt: skip
    plain = {k: v for k, v in tables.items() if k not in structural}
    for key in (*(k for k in FIRST if k in plain), *(k for k in plain if k not in FIRST)):
        yield from _rows(key, plain[key]) if key == "notes" else (f"{key} = {_value(plain[key])}",)
    yield "[in_force]"
    yield from (f"{key} = {_value(value)}" for key, value in tables["in_force"].items())


def _lists(lists: Tables) -> Iterator[str]:
    for name, a_list in lists.items():
        yield ""
        yield f"[lists.{_key(name)}]"
        own = _in_order(a_list, "list")
        yield from (f"{k} = {_value(v)}" for k, v in own.items() if k != "entries")
        if a_list.get("entries"):
            yield f"[lists.{_key(name)}.entries]"
            entries = {k: _brief(_evidence(v)) for k, v in a_list["entries"].items()}
            yield from (f"{_key(k)} = {_value(v)}" for k, v in _together(entries).items())


def _offences(offences: Sequence[Tables]) -> Iterator[str]:
    for offence in offences:
        yield ""
        yield "[[offences]]"
        for key, value in _in_order(offence, "offence").items():
            if key == "limbs":
                yield from _rows("limbs", [_evidence(row) for row in _joined(value)])
            elif key == "penalty":
                yield f"penalty = {_value(_brief(_evidence(value)))}"
            elif key == "tiers":
                yield from _rows("tiers", [_tier(row) for row in value])
            else:
                yield f"{key} = {_value(value)}"


def _tier(row: Tables) -> dict[str, Any]:
    """A form of an offence, its circumstances before its penalty."""
    told = dict(row)
    if "penalty" in told:
        told["penalty"] = _brief(_evidence(told.pop("penalty")))
    return told


def _repeated(key: str, rows: Sequence[Tables], *, close: bool = False) -> Iterator[str]:
    """Rows of tables, apart or ``close`` to one another."""
    for i, row in enumerate(rows):
        if not close or i == 0:
            yield ""
        yield f"[[{key}]]"
        told = _in_order(row, "chapter") if key == "chapters" else _evidence(row)
        yield from (f"{k} = {_value(v)}" for k, v in told.items())


def _table_of(key: str, table: Tables, *, brief: str = "words") -> Iterator[str]:
    if table:
        yield ""
        yield f"[{key}]"
        for name, value in _together({k: _brief(v, brief) for k, v in table.items()}).items():
            yield f"{_key(name)} = {_value(value)}"


def _binding(states: Tables) -> Iterator[str]:
    """The States a standard binds, each with its reservations and declarations below it."""
    below = ("reservations", "declarations")
    for state, binding in states.items():
        yield ""
        yield f"[binding.{_key(state)}]"
        yield from (f"{k} = {_value(v)}" for k, v in binding.items() if k not in below)
        for key in below:
            yield from _repeated(f"binding.{_key(state)}.{key}", binding.get(key, ()))


def _vocabulary(vocabulary: Tables, concepts: Mapping[str, Concept]) -> Iterator[str]:
    """What a draft brings: its concepts by group, then its edges."""
    by_group: dict[str, dict[str, Any]] = {}
    for key, concept in vocabulary.get("concepts", {}).items():
        more = {k: v for k, v in concept.items() if k not in ("id", "facet", "sort")}
        group = path_of(concepts[key]).partition(".")[0]
        by_group.setdefault(group, {})[key] = more["label"] if set(more) == {"label"} else more
    for group, own in by_group.items():
        yield ""
        yield f"[vocabulary.{group}]"
        yield from (f"{_key(k)} = {_value(v)}" for k, v in own.items())
    for kind in ("broader", "overlaps"):
        yield from _repeated(f"vocabulary.{kind}", vocabulary.get(kind, ()))
    if not by_group and not vocabulary.get("broader") and not vocabulary.get("overlaps"):
        yield "\n[vocabulary]"


def dump(
    version: Version, *, draft: bool = True, comment: str | None = None, schema: str | None = None
) -> str:
    """A version as TOML that loads to the same record, and reads like one written by hand.

    A ``draft`` says its name and kind itself; a file of a corpus leaves them to the index.
    ``comment`` is the line at its head, which says what the file is, ``schema`` the address of the
    schema that an editor reads (that of the corpus for a file of it).

    >>> import provisions
    >>> text = dump(provisions.get("CoE"), draft=False)
    >>> text.splitlines()[2]
    'source = "coe"'
    """
    tables: dict[str, Any] = unstructure(version)
    own = tables["instrument"]
    if draft:
        tables |= {k: own[k] for k in ("name", "kind", "id") if k in own}
        tables |= {"aliases": own["aliases"]} if own.get("aliases") else {}
        if own["title"] != (version.title or version.name):
            tables["title"] = own["title"]
    said = comment or f"{version.instrument.title}: {version.in_force}"
    said = "".join(c if c.isprintable() else " " for c in said)
    address = schema or (None if draft else SCHEMA)
    lines = [
        *([schema_line(address)] if address else []),
        f"# {said}",
        *_head(tables),
        *_lists(tables.get("lists", {})),
        *_offences(tables.get("offences", ())),
        *_repeated("non_punishment", tables.get("non_punishment", ())),
        *_table_of("nothing_on", tables.get("nothing_on", {}), brief="at"),
        *_table_of("unread", tables.get("unread", {}), brief="at"),
        *_repeated("chapters", tables.get("chapters", ()), close=True),
        *_repeated("other", tables.get("other", ())),
        *_binding(tables.get("binding", {})),
        *_repeated("discrepancies", tables.get("discrepancies", ())),
        *_repeated("examples", tables.get("examples", ()), close=True),
    ]
    for key, source in tables.get("sources", {}).items():
        lines += ["", f"[sources.{_key(key)}]"]
        lines += [f"{_key(k)} = {_value(v)}" for k, v in source.items() if k != "id"]
    if version.vocabulary is not None:
        lines += _vocabulary(tables["vocabulary"], version.vocabulary.concepts)
    return "\n".join(lines) + "\n"
