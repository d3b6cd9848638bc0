"""Do the names, quotations and pinpoints of a data file resolve? Asked of the raw tables, whatever
else is wrong.

Nothing here trusts the shape of a file: a fault of shape is told by ``provisions.loading``, and
hides nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from provisions.checking.letters import is_tag, likely_tag, mixed_scripts, too_long
from provisions.loading import Fault, age_of
from provisions.nearest import did_you_mean
from provisions.records import ATTRIBUTES, FACETS, NOT_REQUIRED, NOT_SEEN, VICTIMS, Role, Source
from provisions.vocabulary import Thesaurus

_QUOTING = ("entries", "requires", *ATTRIBUTES)
"""Tables whose texts are quotations."""

_SORTS_OF_ROLE: Mapping[str, tuple[str, ...]] = {
    "act": ("act", "means"),
    "mental": ("mental",),
    "rule": ("rule",),
    "scope": ("scope",),
    "means": ("means", "aggravating", "further"),
    "purpose": ("purpose",),
    "aggravating": ("aggravating", "means", "purpose", "further", "act"),
    "related": ("related", "penalty"),
}
_ROLES = get_args(Role)
_SORT_OF_ATTRIBUTE = {a: "offences" if a == "excluded" else a for a in ATTRIBUTES}
_CALLED: Mapping[str, str] = {
    "act": "an act",
    "mental": "a mental element",
    "rule": "a rule",
    "scope": "a scope",
    "further": "a further element",
    "means": "a means",
    "purpose": "a purpose",
    "aggravating": "an aggravating circumstance",
    "related": "a related offence or duty",
    "penalty": "a rule on penalties",
    "clause": "a non-punishment clause",
    "effects": "an effect of a clause",
    "discretion": "a discretion",
    "offences": "a kind of a victim's offences",
    "links": "a link of a clause",
    "conditions": "a condition of a clause",
}
"""What a concept of each sort is."""
_LIMB_ROLES = {"acts": "act", "means": "means", "purposes": "purpose"}


def _tables(value: object) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, dict):
                yield key, inner


def _rows(value: object) -> Iterator[tuple[int, dict[str, Any]]]:
    if isinstance(value, list):
        for i, inner in enumerate(value):
            if isinstance(inner, dict):
                yield i, inner


def _texts(value: object) -> Iterator[tuple[int, str]]:
    if isinstance(value, list):
        for i, inner in enumerate(value):
            if isinstance(inner, str):
                yield i, inner


def _names(table: object) -> Iterator[tuple[str, str]]:
    """The concepts that the keys of a table name, each with its key: a key may name several."""
    for key in table if isinstance(table, dict) else ():
        for name in str(key).split(","):
            yield str(key), name.strip()


_Place = tuple["_Place | None", "str | int"]
"""Where a value stands: in what, and under which key or at which number."""


def _strings(raw: Mapping[str, Any]) -> Iterator[tuple[_Place | None, str, str, str]]:
    """Every text in a raw file: its place, the key of the table it stands in, its own key, and the
    text.

    Whatever the file's shape, and however deep: no recursion.
    """
    stack: list[tuple[_Place | None, str, str, object]] = [(None, "", "", dict(raw))]
    while stack:
        place, outer, own, value = stack.pop()
        if isinstance(value, str):
            yield place, outer, own, value
        elif isinstance(value, dict):
            stack += [((place, k), own, k, v) for k, v in reversed(value.items())]
        elif isinstance(value, list):
            listed, last = f"{own}[]", len(value) - 1
            stack += [((place, last - i), outer, listed, v) for i, v in enumerate(reversed(value))]


def _path(place: _Place | None) -> str:
    """A place as a fault writes it; told of faults alone.

    >>> _path((((None, "examples"), 0), "why"))
    'examples[0].why'
    """
    parts: list[str] = []
    while place is not None:
        place, key = place
        parts.append(f"[{key}]" if isinstance(key, int) else f".{key}")
    return "".join(reversed(parts)).removeprefix(".")


_STEERS = re.compile("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f]")
"""The characters of category Cc, but for the line break."""


class Names:
    """The names a file uses, checked against what is known, in the raw tables: whatever else is
    wrong with them.
    """

    def __init__(
        self,
        raw: Mapping[str, Any],
        file: str,
        words: Thesaurus,
        sources: Mapping[str, Source] | None = None,
    ) -> None:
        self.raw, self.file, self.words, self.sources = raw, file, words, sources
        self.faults: list[Fault] = []
        lists = raw.get("lists", {})
        self.readable = isinstance(lists, dict)
        self.lists: dict[str, Any] = lists if isinstance(lists, dict) else {}

    def fault(self, path: str, message: str) -> None:
        """Note one fault."""
        self.faults.append(Fault(self.file, path, message))

    def concept(self, path: str, name: object, sorts: tuple[str, ...] = ()) -> None:
        """Is this a concept of the vocabulary, and of a sort that may stand here?"""
        if not isinstance(name, str) or not name:
            return
        if name in self.words and (not sorts or self.words[name].sort in sorts):
            return
        right = [c.id for c in self.words if not sorts or c.sort in sorts]
        if name not in self.words:
            hint = did_you_mean(name, right) or did_you_mean(name, self.words.concepts)
            known = hint or f"; `provisions concepts` has them all, such as {', '.join(right[:4])}"
            self.fault(path, f"unknown concept {name!r}{known}")
        else:
            what = _CALLED[self.words[name].sort]
            wanted = " or ".join(_CALLED[sort] for sort in sorts)
            hint = did_you_mean(name, right) or f", such as {', '.join(right[:4])}"
            self.fault(path, f"{name!r} is {what}; here stands {wanted}{hint}")

    def requires(self, path: str, value: object) -> None:
        """Are the further elements of an entry or limb concepts?"""
        for key, name in _names(value.get("requires") if isinstance(value, dict) else None):
            self.concept(f"{path}.requires.{key}", name, ("further",))

    def age(self, path: str, entry: object) -> None:
        """Does an age stand where it can be told of adults alone?"""
        for key, name in _names(entry.get("requires") if isinstance(entry, dict) else None):
            if age_of(name):
                self.fault(
                    f"{path}.requires.{key}",
                    "an age is demanded of adults alone: it stands on a limb, not on one entry",
                )

    def mind(self, path: str, limb: Mapping[str, Any]) -> None:
        """Is the mind with which the whole offence is committed told apart from what it demands?"""
        for key, name in _names(limb.get("requires")):
            if name == "known-to-offender":
                self.fault(
                    f"{path}.requires.{key}",
                    "knowledge of the whole offence is its mental element: write it in a list of "
                    "role 'mental' (intent, knowledge); here stands what the offence demands",
                )

    def list_name(self, path: str, name: object, role: str, specials: tuple[str, ...] = ()) -> None:
        """Is there a list of this name, and does it have this role?"""
        if not isinstance(name, str) or name in specials or not self.readable:
            return
        roles = {key: table.get("role") for key, table in _tables(self.lists)}
        right = [key for key, own in roles.items() if own not in _ROLES or own == role]
        known = f"known: {', '.join((*right, *specials))}"
        if not right and not specials:
            known = f"there is none of role {role!r} yet: write [lists.{name}]"
        if name in (NOT_REQUIRED, NOT_SEEN):
            why = "an offence has an act" if role == "act" else "it stands alone, beside no list"
            self.fault(path, f"{name!r} cannot stand here, {why}; {known}")
        elif name not in self.lists:
            hint = did_you_mean(name, (*right, *specials))
            self.fault(path, f"there is no list {name!r}{hint}; {known}")
        elif name in roles and name not in right:
            has = f"has the role {roles[name]!r}, and {role!r} is wanted"
            self.fault(path, f"the list {name!r} {has}; {known}")

    def check(self) -> list[Fault]:
        """Every fault of the names, quotations and pinpoints of the file."""
        for name, table in _tables(self.lists):
            self.entries(f"lists.{name}.entries", table)
        for i, offence in _rows(self.raw.get("offences")):
            self.offence(f"offences[{i}]", offence)
        for i, clause in _rows(self.raw.get("non_punishment")):
            self.clause(f"non_punishment[{i}]", clause)
        for read in ("nothing_on", "unread"):
            self.places(read, self.raw.get(read))
        for i, discrepancy in _rows(self.raw.get("discrepancies")):
            for j, name in _texts(discrepancy.get("on")):
                self.concept(f"discrepancies[{i}].on[{j}]", name)
        for i, example in _rows(self.raw.get("examples")):
            for j, name in _texts(example.get("facts")):
                if name not in (*VICTIMS, "consent"):
                    self.concept(f"examples[{i}].facts[{j}]", name)
        for place, outer, own, text in _strings(self.raw):
            self.faults += [Fault(self.file, _path(place), m) for m in self.told(outer, own, text)]
        return self.faults

    def entries(self, path: str, a_list: Mapping[str, Any]) -> None:
        """The concepts of a list, of sorts that its role may have, and what each demands."""
        role, entries = a_list.get("role"), a_list.get("entries")
        sorts = _SORTS_OF_ROLE.get(role, ()) if isinstance(role, str) else ()
        for key, concept in _names(entries):
            self.concept(f"{path}.{key}", concept, sorts)
            self.requires(f"{path}.{key}", entries[key])  # type: ignore[index]  # a dict here
            self.age(f"{path}.{key}", entries[key])  # type: ignore[index]  # a dict here

    def offence(self, path: str, offence: Mapping[str, Any]) -> None:
        """The lists that an offence, its limbs and its forms name, and what the limbs demand."""
        for j, limb in _rows(offence.get("limbs")):
            for key, role in _LIMB_ROLES.items():
                self.drawn(f"{path}.limbs[{j}].{key}", limb.get(key), role)
            self.requires(f"{path}.limbs[{j}]", limb)
            self.mind(f"{path}.limbs[{j}]", limb)
        for j, tier in _rows(offence.get("tiers")):
            where = f"{path}.tiers[{j}].circumstances"
            self.list_name(where, tier.get("circumstances"), "aggravating")
        self.list_name(f"{path}.graver_for", offence.get("graver_for"), "aggravating")

    def drawn(self, path: str, named: object, role: str) -> None:
        """The list or lists that a limb draws on; only one by itself may be none."""
        if isinstance(named, list):
            for k, one in enumerate(named):
                self.list_name(f"{path}[{k}]", one, role)
        else:
            specials = (NOT_SEEN,) if role == "act" else (NOT_REQUIRED, NOT_SEEN)
            self.list_name(path, named, role, specials)

    def clause(self, path: str, clause: Mapping[str, Any]) -> None:
        """The concepts of a clause, each of the sort of its attribute."""
        for attribute in ATTRIBUTES:
            for key, name in _names(clause.get(attribute)):
                self.concept(f"{path}.{attribute}.{key}", name, (_SORT_OF_ATTRIBUTE[attribute],))

    def places(self, path: str, table: object) -> None:
        """The facets and concepts of which it is said where one has read, or would have to."""
        for key, name in _names(table):
            if name not in FACETS and name not in self.words:
                hint = did_you_mean(name, FACETS) or did_you_mean(name, self.words.concepts)
                facets = "" if hint else f"; the facets: {', '.join(FACETS)}"
                self.fault(
                    f"{path}.{key}", f"{name!r} is neither a facet nor a concept{hint}{facets}"
                )

    def told(self, outer: str, own: str, text: str) -> list[str]:
        """What is wrong with one text, wherever it stands: a source, a language, a quotation, a
        pinpoint, or any.
        """
        found = []
        if own == "source" and text and self.sources is not None and text not in self.sources:
            found.append(f"unknown source {text!r}{did_you_mean(text, self.sources)}")
        if own in ("lang", "language") and not is_tag(text):
            says = 'write its code (BCP 47), such as "ru", "hy", "sr-Cyrl"'
            found.append(f"{text!r} is no tag of a language{likely_tag(text)}: {says}")
        if _STEERS.search(text):
            found.append("has a control character in it: type the text anew")
        if own in ("words", "opening", "closing", "also[]") or outer in _QUOTING:
            found += filter(None, (too_long(text),))
        if own in ("at", "to_read", "opening_at") or outer in ("nothing_on", "unread"):
            mixed = mixed_scripts(text)
            if mixed:
                found.append(f"{mixed}; write the pinpoint as its source does")
        return found
