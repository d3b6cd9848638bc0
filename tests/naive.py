"""Reach, worked out a second time and as plainly as possible: an oracle for ``comparators.layers``
and ``.boxes``.

Written from the logic of a definition, not from the library: every fact pattern of a small
vocabulary is written out, and each limb is asked about each of them. No boxes, no bits, nothing
precomputed but the list of cases.

A case is one act, one means or none, one purpose or none, a kind of victim, and a set of further
elements that are present, or part of what its concepts mean. A limb reaches it if every facet does,
the victim is one of its victims, and whatever it demands is present.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, product
from typing import NamedTuple

from provisions.records import NOT_REQUIRED, NOT_SEEN, VICTIMS, Entry, Limb, List, Offence, Version
from provisions.vocabulary import Thesaurus

NONE = ""


class Case(NamedTuple):
    """A fact pattern."""

    act: str
    means: str
    purpose: str
    victim: str
    present: frozenset[str] = frozenset()


class Oracle:
    """What two laws reach, case by case."""

    def __init__(self, words: Thesaurus, *compared: Version) -> None:
        self.words = words
        self.compared = compared
        self.covers = cache(self._covers)
        self.over = cache(self._over)
        self.said: dict[object, frozenset[str]] = {}

    # -- the cases ---------------------------------------------------------------------------------

    def leaves(self, dimension: str) -> list[str]:
        """Everything that can be done, used or aimed at: no headings, and nothing that is only the
        sum of its kinds."""
        used = {
            c
            for v in self.compared
            for x in v.lists.values()
            if x.role == dimension
            for c in x.entries
        }
        found = [c.id for c in self.words if c.sort == dimension or c.id in used]
        return [c for c in found if not self.words[c].heading and not self.words[c].complete]

    def further(self) -> list[str]:
        """Every further element of the vocabulary."""
        return [c.id for c in self.words if c.sort == "further"]

    def cases(self) -> Iterator[Case]:
        """Every fact pattern."""
        elements = self.further()
        presents = [
            frozenset(some) for n in range(len(elements) + 1) for some in combinations(elements, n)
        ]
        means, purposes = [*self.leaves("means"), NONE], [*self.leaves("purpose"), NONE]
        for act, by, purpose, victim, present in product(
            self.leaves("act"), means, purposes, VICTIMS, presents
        ):
            yield Case(act, by, purpose, victim, present)

    # -- the thesaurus -----------------------------------------------------------------------------

    def _covers(self, wide: str, narrow: str, instrument: str) -> str:
        """Whether naming ``wide`` names ``narrow``: ``yes``, ``on a condition``, or ``no``."""
        if wide == narrow:
            return "yes"
        answers = {"no"}
        for edge in self.words.broader:
            if edge.broader == wide and edge.scope in (None, instrument):
                below = self.covers(edge.narrower, narrow, instrument)
                answers.add("on a condition" if below == "yes" and edge.condition else below)
        return next(a for a in ("yes", "on a condition", "no") if a in answers)

    def _over(self, narrow: str, instrument: str) -> tuple[str, ...]:
        """Everything whose naming names ``narrow``."""
        return tuple(c.id for c in self.words if self.covers(c.id, narrow, instrument) == "yes")

    def overlaps(self, one: str, narrow: str, instrument: str) -> bool:
        """Whether a concept overlaps with another, or with one that the other lies under."""
        over = self.over(narrow, instrument)
        return any(
            one in o.between and (set(o.between) - {one}) & set(over) for o in self.words.overlaps
        )

    def contained(self, *values: str) -> frozenset[str]:
        """The further elements that are part of what some concepts mean: prostitution of others is
        for gain."""
        return frozenset(f for v in values if v != NONE for f in self.words[v].contains)

    # -- one list ----------------------------------------------------------------------------------

    def says(
        self, version: Version, name: str, dimension: str, value: str, present: frozenset[str]
    ) -> frozenset[str]:
        """How a limb that names this list reaches a value: any of ``named``, ``open``, ``unknown``;
        or not at all."""
        asked = (id(version), name, value, present)  # the same question comes up in many cases
        if asked not in self.said:
            self.said[asked] = self._says(version, name, dimension, value, present)
        return self.said[asked]

    def _says(
        self, version: Version, name: str, dimension: str, value: str, present: frozenset[str]
    ) -> frozenset[str]:
        if name == NOT_REQUIRED:
            return frozenset({"named"})
        if name == NOT_SEEN:
            return frozenset({"unknown"} if value != NONE or dimension != "act" else ())
        return self.list_says(version, version.lists[name], value, present)

    def list_says(
        self, version: Version, a_list: List, value: str, present: frozenset[str]
    ) -> frozenset[str]:
        """How a list reaches a value."""
        found: set[str] = set()
        if value == NONE:
            return frozenset()
        for concept, entry in a_list.entries.items():
            found |= self.entry_says(version, concept, entry, value, present)
        if a_list.unlisted == "open":
            found.add("open")
        if a_list.unlisted == "silent":
            found.add("unknown")
        return frozenset(found)

    def entry_says(
        self, version: Version, concept: str, entry: Entry, value: str, present: frozenset[str]
    ) -> set[str]:
        """How one entry reaches a value, given the further elements present."""
        if self.words[concept].heading:
            return set()
        covers = self.covers(concept, value, version.id)
        doubtful = covers == "on a condition" or self.overlaps(concept, value, version.id)
        if entry.mark == "unseen":
            return {"unknown"} if covers == "yes" or doubtful else set()
        if not set(entry.requires) <= present | self.contained(concept, value):
            return set()
        if covers == "yes":
            return {"named" if entry.mark == "stated" else "open"}
        return {"open"} if doubtful else set()

    # -- limbs -------------------------------------------------------------------------------------

    def limbs(self, version: Version) -> Iterator[tuple[Limb, dict[str, Entry | None], str]]:
        """Every limb of an offence of trafficking, then those that its aggravated forms make by
        saying the acts again: the limb, what replaces a list of it, and how certain it is."""
        for offence in version.offences:
            if offence.kind != "trafficking" or offence.provision == "definition":
                continue
            for limb in offence.limbs:
                yield limb, {}, limb.mark
                yield from self._restated(version, offence, limb)

    def _restated(
        self, version: Version, offence: Offence, limb: Limb
    ) -> Iterator[tuple[Limb, dict[str, Entry | None], str]]:
        for tier in offence.tiers:
            for concept, entry in version.lists[tier.circumstances].entries.items():
                needed = {"means": limb.means, "purpose": limb.purposes}.get(entry.restates or "")
                if needed in (None, NOT_REQUIRED, NOT_SEEN):
                    continue
                doubts = [limb.mark, entry.mark]
                if entry.mark == "stated" and not entry.settled:
                    doubts.append("arguable")
                certain = next(m for m in ("unseen", "arguable", "stated") if m in doubts)
                yield limb, {str(entry.restates): (concept, entry)}, certain

    def facets(
        self, version: Version, limb: Limb, replaced: dict[str, tuple[str, Entry]], case: Case
    ) -> list[frozenset[str]]:
        """How a limb reaches the act, the means and the purpose of a case."""
        found = []
        for dimension, name in (
            ("act", limb.acts),
            ("means", limb.means),
            ("purpose", limb.purposes),
        ):
            value = getattr(case, dimension)
            if dimension in replaced:
                concept, entry = replaced[dimension]
                seen = Entry(words=concept, requires=entry.requires)  # its doubt is the limb's
                says = (
                    self.entry_says(version, concept, seen, value, case.present)
                    if value != NONE
                    else set()
                )
                found.append(frozenset(says))
            else:
                found.append(self.says(version, name, dimension, value, case.present))
        return found

    def layers(self, version: Version, case: Case) -> set[str]:
        """The layers a case lies in: ``named``; ``required`` (named or unknown); ``possible`` (or
        open as well)."""
        found: set[str] = set()
        case = case._replace(
            present=case.present | self.contained(case.act, case.means, case.purpose)
        )
        for limb, replaced, mark in self.limbs(version):
            if case.victim not in limb.victims or not set(limb.requires) <= case.present:
                continue
            facets = self.facets(version, limb, replaced, case)
            if all(facets):
                found.add("possible")
            if mark == "stated" and all("named" in f for f in facets):
                found.add("named")
            if mark in ("stated", "unseen") and all(f & {"named", "unknown"} for f in facets):
                found.add("required")
        return found

    # -- two laws ----------------------------------------------------------------------------------

    def reach(self, version: Version) -> dict[str, set[Case]]:
        """The cases of each layer."""
        reach: dict[str, set[Case]] = {"named": set(), "required": set(), "possible": set()}
        for case in self.cases():
            for layer in self.layers(version, case):
                reach[layer].add(case)
        return reach

    def verdict(self, law: Version, standard: Version) -> str:
        """Does the law reach all that the standard requires?"""
        ours, theirs = self.reach(law), self.reach(standard)
        if theirs["required"] <= ours["named"]:
            return "yes"
        return "undetermined" if theirs["named"] <= ours["possible"] else "no"
