"""A law: a version with its words, and whatever was worked out about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from attrs import evolve, field, frozen

from comparators import limbs as reading_limbs
from comparators.boxes import Space
from comparators.limbs import MARKS, LimbRead, limbs_of
from comparators.lists import Reading, read
from provisions import get, together
from provisions.corpus import BadNameError, Named, known, shortened
from provisions.records import (
    LISTED,
    Entry,
    Evidence,
    Facet,
    Limb,
    List,
    Mark,
    Offence,
    Role,
    Version,
)
from provisions.vocabulary import Thesaurus

BASE_ROLES: tuple[Role, ...] = (*LISTED, "mental", "aggravating", "rule", "scope", "related")
"""The roles whose lists make up the base offence and what stands around it."""


@frozen(eq=False, slots=False)
class Law:
    """A version under a thesaurus. What is worked out about it is kept, by the name of the list.

    >>> import provisions
    >>> law = Law(provisions.get("Armenia"), provisions.thesaurus())
    >>> sorted({limb.at for limb in law.limbs})
    ['132(1)', '132(2), point 4', '132(2), point 5', '132.2']
    """

    version: Version
    words: Thesaurus = field(repr=False)
    _read: dict[str, list[tuple[List, Reading]]] = field(factory=dict, repr=False, alias="readings")

    findings: dict[tuple[str, str], Any] = field(factory=dict, repr=False, init=False)
    """What was found for a facet and a concept, once `comparators.findings` was asked."""

    @property
    def id(self) -> str:
        """The identifier of the instrument."""
        return self.version.id

    @property
    def name(self) -> str:
        """The short name of the instrument."""
        return self.version.name

    def reading(self, name: str) -> Reading:
        """The reading of one of its lists. Raises `KeyError` for a name it does not have."""
        a_list = self.version.lists[name]
        known = self._read.setdefault(name, [])
        for same, reading in known:
            if same is a_list or same == a_list:
                return reading
        known.append((a_list, read(name, a_list, self.words, self.version.id)))
        return known[-1][1]

    def with_version(self, version: Version) -> Law:
        """The law with a changed version; lists that were read, as they stood or as some other
        change left them, are not read again.
        """
        return evolve(self, version=version, readings=self._read)

    def leaves(self, concept: str) -> frozenset[str]:
        """The leaves that a concept stands for in this instrument."""
        return self.words.leaves(concept, self.version.id)

    def offences_of(self, *kinds: str) -> tuple[Offence, ...]:
        """The offences and duties of these kinds, by default those of trafficking; definitions
        punish nothing.
        """
        return self.version.offences_of(*(kinds or ("trafficking",)))

    @cached_property
    def limbs(self) -> tuple[LimbRead, ...]:
        """The limbs of the offences of trafficking, stated and derived."""
        return self._limbs("trafficking")

    @cached_property
    def related(self) -> tuple[LimbRead, ...]:
        """The limbs of the offences recorded as related (slavery, forced labour, kidnapping)."""
        return self._limbs("related")

    def _limbs(self, *kinds: str) -> tuple[LimbRead, ...]:
        return limbs_of(self.version, self.offences_of(*kinds), self.words, self.reading)

    # -- what a facet is read from -----------------------------------------------------------------

    @cached_property
    def offences(self) -> tuple[Offence, ...]:
        """The offences or duties of trafficking; where there is none, its definitions."""
        every = tuple(o for o in self.version.offences if o.kind == "trafficking")
        return self.offences_of() or every

    @cached_property
    def base(self) -> tuple[tuple[Offence, Limb], ...]:
        """The limbs of the base offence against an adult; where there is none, every limb."""
        every = tuple((o, limb) for o in self.offences for limb in o.limbs)
        return tuple((o, limb) for o, limb in every if "adult" in limb.victims) or every

    def lists(self, role: Role) -> tuple[tuple[str, Mark], ...]:
        """The lists that answer for a role, each with the mark of the most certain limb
        that uses it.
        """
        if role not in self._listed:
            self._listed[role] = tuple(self._listing(role).items())
        return self._listed[role]

    @cached_property
    def _listed(self) -> dict[Role, tuple[tuple[str, Mark], ...]]:
        return {}

    def _listing(self, role: Role) -> dict[str, Mark]:
        lists = self.version.lists
        if role in LISTED and self.offences:
            used: dict[str, Mark] = {}
            for _, limb in self.base:
                name = limb.list_for(role)
                if name in lists:
                    used[name] = min(used.get(name, limb.mark), limb.mark, key=MARKS.index)
            return used
        if role == "aggravating":
            # a separate graver offence may be of another kind: kidnapping for exploitation
            tiers = (t for o in self.offences for t in o.tiers)
            names = [t.circumstances for t in tiers if t.effect != "lesser"]
            graver = [o.graver_for for o in self.version.offences if o.graver_for]
            return {name: "stated" for name in (*names, *graver) if name in lists}
        return {name: "stated" for name, a_list in lists.items() if a_list.role == role}

    @cached_property
    def together(self) -> Mapping[str, frozenset[str]]:
        """The lists whose circumstances bring a form all together and none alone, with these."""
        tiers = [t for o in self.version.offences for t in o.tiers]
        alone = {t.circumstances for t in tiers if not t.all}
        alone |= {o.graver_for for o in self.version.offences if o.graver_for}
        names = {t.circumstances for t in tiers if t.all} - alone
        lists = self.version.lists
        return {name: frozenset(lists[name].entries) for name in names if name in lists}

    @cached_property
    def weighed(self) -> frozenset[str]:
        """The lists whose circumstances are weighed within the range, and bring no graver one."""
        tiers = [t for o in self.version.offences for t in o.tiers]
        graver = {t.circumstances for t in tiers if t.effect == "graver"}
        graver |= {o.graver_for for o in self.version.offences if o.graver_for}
        return frozenset(t.circumstances for t in tiers if t.effect == "factor") - graver

    @cached_property
    def in_base(self) -> frozenset[str]:
        """The lists of the base offence, its circumstances, rules and related offences."""
        return frozenset(name for role in BASE_ROLES for name, _ in self.lists(role))

    def acts(self, limb: Limb) -> tuple[str, ...]:
        """The acts a limb names; none where they were not seen, or whatever is done is an act."""
        a_list = self.version.lists.get(limb.acts)
        return tuple(a_list.entries) if a_list else ()

    def resolved(self, evidence: Evidence, *outer: Evidence | Entry | List) -> Evidence:
        """Evidence with all it leaves to what contains it filled in."""
        for container in outer:
            evidence = evidence.within(container)
        return evidence.within(self.version)

    def words_of(self, name: str, concept: str) -> tuple[Evidence, ...]:
        """The evidence of an entry of one of its lists, filled in."""
        a_list = self.version.lists[name]
        return tuple(self.resolved(e, a_list) for e in a_list.entries[concept].evidence)

    def place(self, facet: Facet, concept: str = "") -> Evidence:
        """What to cite where a facet has no list: the place read, or to be read; failing that, the
        offence or the rest of the instrument.
        """
        for key in (concept, facet):
            for table in (self.version.unread, self.version.nothing_on):
                if key in table:
                    return self.resolved(table[key])
        if facet in ("non-punishment", "related", "penalty"):
            return self.resolved(Evidence(at="the rest of the instrument"))
        at = ", ".join(o.at for o in self.offences)
        lists = (x for x in self.version.lists.values() if x.role in LISTED)
        at = at or ", ".join(dict.fromkeys(p for x in lists for p in x.at.split(", ")))
        return self.resolved(Evidence(at=at or "the whole text"))

    # -- boxes -------------------------------------------------------------------------------------

    def named(self, space: Space) -> list[int]:
        """What is reached for certain, as boxes."""
        return reading_limbs.named(self.limbs, space)

    def possible(self, space: Space) -> list[int]:
        """What is named, not known or open, as boxes: outside it nothing is reached."""
        return reading_limbs.possible(self.limbs, space)

    def required(self, space: Space) -> list[int]:
        """What is named or not known, as boxes: what this standard demands, or may demand."""
        return reading_limbs.required(self.limbs, space)

    def __getstate__(self) -> dict[str, Any]:
        return {"version": self.version, "words": self.words, "_read": {}, "findings": {}}


KEPT = 128
"""How many laws are kept for the next question: a table asks about few, a session about the same.
"""

_kept: dict[tuple[int, int], Law] = {}


def law_of(version: Version, words: Thesaurus) -> Law:
    """The law of a version under a thesaurus, with what was worked out about it when it was last
    asked about. Known by identity, for records and thesauri never change.

    >>> import provisions
    >>> coe, words = provisions.get("CoE"), provisions.thesaurus()
    >>> law_of(coe, words) is law_of(coe, words)
    True
    """
    key = (
        id(version),
        id(words),
    )  # a law that is kept keeps both, so that neither number is given anew
    law = _kept.pop(key, None) or Law(version, words)
    _kept[key] = law
    if len(_kept) > KEPT:
        del _kept[next(iter(_kept))]
    return law


def forget() -> None:
    """Let go of every law that is kept, and of what was worked out about it."""
    _kept.clear()


def space_for(laws: Iterable[Law], *, related: bool = False) -> Space:
    """A space in which all of these laws can be compared.

    >>> import provisions
    >>> words = provisions.thesaurus()
    >>> space = space_for([Law(provisions.get(name), words) for name in ("CoE", "Armenia")])
    >>> "slavery" in space.purposes
    True
    """
    laws = tuple(laws)
    limbs = [x for law in laws for x in (*law.limbs, *(law.related if related else ()))]
    return reading_limbs.space_for(laws[0].words, [law.version for law in laws], limbs)


def under(words: object, versions: Iterable[Version]) -> None:
    """Refuse what is no thesaurus, and versions that name what it does not know.

    Raises `BadNameError` or `UnknownNameError`.
    """
    if not isinstance(words, Thesaurus):
        raise BadNameError(
            f"{shortened(words)} is no vocabulary: words is a Thesaurus, such as thesaurus() gives"
        )
    known(words, versions)


def laws(
    named: Iterable[Named], as_of: str | date | None = None, words: Thesaurus | None = None
) -> tuple[Law, ...]:
    """The laws that some names, paths of drafts or versions stand for, under one thesaurus: that
    given, or else that of the corpus with whatever the drafts bring.

    Raises what `provisions.together` raises.

    >>> [law.version.key for law in laws(["CoE", "armenia@2006-07-16"])]
    ['coe@2008-02-01', 'armenia@2006-07-16']
    """
    if words is not None:
        under(words, versions := tuple(get(one, as_of) for one in named))
        return tuple(law_of(version, words) for version in versions)
    versions, shared = together(named, as_of)
    return tuple(law_of(version, shared) for version in versions)
