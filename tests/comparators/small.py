"""Small laws, written for one test: what they name is what the test says, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from strategies import WHOLE

from provisions.records import (
    NOT_REQUIRED,
    VICTIMS,
    Clause,
    Entry,
    Evidence,
    Instrument,
    Limb,
    List,
    Offence,
    Place,
    Span,
    Version,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from provisions.records import Kind

ROLES = {"acts": "act", "means": "means", "purposes": "purpose"}


def a_list(role: str, *names: str, at: str = "1", unlisted: str = "absent", **entries: Any) -> List:
    """A list that names these concepts, each in its own name; ``entries`` say more of some."""
    found = {n: Entry(words=n.replace("-", " ")) for n in names}
    found |= {n.replace("_", "-"): e for n, e in entries.items()}
    opening = "other acts" if unlisted == "open" else None
    to_read = "99" if unlisted == "silent" else None
    return List(role, unlisted, at, found, opening=opening, to_read=to_read)


def demanding(*further: str, words: str = "a word", **more: Any) -> Entry:
    """An entry that demands further elements."""
    return Entry(words=words, requires={f: Evidence(words=f) for f in further}, **more)


def limb(
    acts: str = "acts", means: str = "means", purposes: str = "purposes",
    victims: Iterable[str] = VICTIMS, requires: Iterable[str] = (), **more: Any,
) -> Limb:  # fmt: skip
    """A limb on lists of these names."""
    needs = {f: Evidence(words=f) for f in requires}
    return Limb(acts, means, purposes, tuple(victims), needs, **more)


def offence(
    at: str = "1", *limbs: Limb, kind: str = "trafficking", provision: str = "offence", **more: Any
) -> Offence:
    """An offence of these limbs, by default of the one on the lists acts, means and purposes."""
    return Offence(at, provision, kind=kind, at=at, limbs=limbs or (limb(),), **more)


def law(
    *offences: Offence,
    acts: List | Iterable[str] = ("recruitment",),
    means: List | Iterable[str] = ("deception",),
    purposes: List | Iterable[str] = ("forced-labour",),
    lists: Mapping[str, List] | None = None,
    clauses: Iterable[Clause] = (),
    kind: Kind = "national-law",
    name: str = "draft",
    **more: Any,
) -> Version:
    """A law with these offences, by default recruitment by deception for forced labour, read in full."""
    three = {"acts": acts, "means": means, "purposes": purposes}
    own = {n: x if isinstance(x, List) else a_list(ROLES[n], *x) for n, x in three.items()}
    clauses = tuple(clauses)
    read = Place(at="1-10")
    nothing = {} if clauses else {"non-punishment": read}
    return Version(
        Instrument(name, name.capitalize(), f"{name.capitalize()}: Criminal Code", kind),
        Span(date(2012, 1, 1)), "code", date(2012, 4, 18), lists=own | dict(lists or {}),
        offences=offences or (offence(),), non_punishment=clauses,
        **({"nothing_on": nothing, "chapters": WHOLE} | more),
    )  # fmt: skip


__all__ = ["NOT_REQUIRED", "a_list", "demanding", "law", "limb", "offence"]
