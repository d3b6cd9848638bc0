"""The shape of a version's file as a JSON Schema, for editors and other programs.

It is made from the classes of ``provisions.records``, so that it can say nothing else than they do.
It knows shapes and choices; whether a name is a concept and a quotation too long, `check` says.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from attrs import NOTHING, fields, has, resolve_types

from provisions.records import (
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
from provisions.vocabulary import GROUPS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILE = "provisions.schema.json"
"""The name of the schema beside the records."""

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "pattern": r"\S"}
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "format": "date"}
_PLAIN: Mapping[Any, Schema] = {
    str: TEXT,
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0, "maximum": 999},
    date: DAY,
}
_ALONE = (Entry, Evidence, Place, Concept)
"""What a text alone may stand for: the words, the pinpoint, the label."""
_NOT_WRITTEN = {
    Version: ("instrument", "sources", "vocabulary"),
    Span: ("written", "since"),
    Limb: ("acts", "means", "purposes"),
    Source: ("id",),
    Concept: ("id", "facet", "sort"),
}
"""What the place of a table says, or what is written otherwise than it is kept."""


def _described(cls: Any) -> str:
    """The first sentence of a class's description."""
    return " ".join((cls.__doc__ or "").partition("\n\n")[0].replace("``", "").split())


class _Defs:
    """The definitions of the classes met so far."""

    def __init__(self) -> None:
        self.defs: dict[str, Schema] = {}

    def of(self, wanted: Any) -> Schema:
        """The schema of a type of the records."""
        if wanted in _PLAIN:
            return _PLAIN[wanted]
        origin, args = get_origin(wanted), get_args(wanted)
        if origin is Literal:
            return {"enum": list(args)}
        if origin in (Union, UnionType):
            (inner,) = (a for a in args if a is not NoneType)
            return self.of(inner)
        if origin is tuple:
            if Ellipsis in args:
                return {"type": "array", "items": self.of(args[0])}
            parts = [self.of(a) for a in args]
            ends = {"minItems": len(parts), "maxItems": len(parts)}
            return {"type": "array", "prefixItems": parts, **ends}
        if has(wanted):
            return self.record(wanted)
        return {"type": "object", "additionalProperties": self.of(args[1])}  # a table

    def record(self, cls: Any) -> Schema:
        """A reference to the definition of a class."""
        if cls.__name__ not in self.defs:
            self.defs[cls.__name__] = {}  # it may be met again inside itself
            table = self.table(cls)
            self.defs[cls.__name__] = (
                {"description": table.pop("description"), "anyOf": [TEXT, table]}
                if cls in _ALONE
                else table
            )
        return {"$ref": f"#/$defs/{cls.__name__}"}

    def table(self, cls: Any) -> Schema:
        """The table that a class is written as."""
        resolve_types(cls)
        kept = [f for f in fields(cls) if f.name not in _NOT_WRITTEN.get(cls, ())]
        properties = {
            f.name.replace("container_title", "container-title"): self.of(f.type) for f in kept
        }
        required = [f.name for f in kept if f.default is NOTHING]
        if cls is Span:
            month = {"type": "string", "pattern": r"^\d{4}(-\d{2})?$"}
            properties = {"since": {"anyOf": [DAY, month]}, **properties}
            required = ["since", *required]
        if cls is Limb:
            several = {"type": "array", "items": TEXT, "minItems": 1}
            drawn = {key: {"anyOf": [TEXT, several]} for key in ("acts", "means", "purposes")}
            properties, required = {**drawn, **properties}, [*drawn, *required]
        found: Schema = {
            "description": _described(cls),
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
        }
        return {**found, "required": required} if required else found


def schema() -> Schema:
    """The schema of a version's file: one of the corpus, or a draft with what it brings.

    >>> schema()["properties"]["read"]["format"]
    'date'
    """
    made = _Defs()
    table = made.table(Version)
    instrument = made.table(Instrument)["properties"]
    own = {key: instrument[key] for key in ("name", "kind", "id", "aliases")}
    concepts = {"type": "object", "additionalProperties": made.of(Concept)}
    edges = {"broader": Broader, "overlaps": Overlap}
    vocabulary = {
        "description": _described(Vocabulary),
        "type": "object",
        "properties": {
            **dict.fromkeys(GROUPS, concepts),
            **{key: {"type": "array", "items": made.of(cls)} for key, cls in edges.items()},
        },
        "additionalProperties": False,
    }
    sources = {"type": "object", "additionalProperties": made.of(Source)}
    properties = {**own, **table["properties"], "sources": sources, "vocabulary": vocabulary}
    return {
        "$schema": DIALECT,
        "title": "A text of a trafficking law, or a draft of one",
        **table,
        "properties": properties,
        "dependentRequired": {"name": ["kind"]},
        "$defs": dict(sorted(made.defs.items())),
    }


def written() -> str:
    """The schema as its file holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(written())
