"""An amendment as a record: changes to the limbs of a law, each of which can be made."""

from __future__ import annotations

from attrs import evolve, frozen

from comparators.meeting import Answer
from provisions.records import LISTED, Entry, Limb, List, Version


@frozen
class Change:
    """One change to one offence: what a drafter would do, where, and the record it gives."""

    kind: str
    text: str
    at: str
    offence: int
    limb: int | None = None
    dimension: str | None = None
    concepts: tuple[str, ...] = ()
    element: str | None = None
    added: Limb | None = None
    lists: tuple[tuple[str, List], ...] = ()

    def applied(self, version: Version) -> Version:
        """The version with this change made."""
        offence = version.offences[self.offence]
        limbs, lists = list(offence.limbs), dict(version.lists)
        if self.added is not None:
            # beside the offence, not within it: its aggravated forms do not restate the new limb
            beside = evolve(
                offence,
                id=self.added.at or offence.id,
                limbs=(self.added,),
                tiers=(),
                graver_for=None,
                penalty=None,
            )
            return evolve(
                version, offences=(*version.offences, beside), lists={**lists, **dict(self.lists)}
            )
        if self.limb is not None:
            limbs[self.limb], more = self._changed(limbs[self.limb], lists)
            lists.update(more)
        changed = evolve(offence, limbs=tuple(limbs))
        offences = tuple(
            changed if i == self.offence else o for i, o in enumerate(version.offences)
        )
        return evolve(version, offences=offences, lists=lists)

    def _changed(self, limb: Limb, lists: dict[str, List]) -> tuple[Limb, dict[str, List]]:
        if self.kind == "add-value" and self.dimension:
            old = lists[limb.list_for(self.dimension)]
            new = {c: Entry(gloss="added by the amendment", at=self.at) for c in self.concepts}
            fresh = f"{limb.list_for(self.dimension)}, amended in limb {self.offence}.{self.limb}"
            return limb.with_list(self.dimension, fresh), {
                fresh: evolve(old, entries={**old.entries, **new})
            }
        kept = {k: v for k, v in limb.requires.items() if k != self.element}
        limb, made = evolve(limb, requires=kept), {}
        for dimension in LISTED:
            old_list = lists.get(limb.list_for(dimension))
            if old_list and any(self.element in e.requires for e in old_list.entries.values()):
                fresh = f"{limb.list_for(dimension)}, amended in limb {self.offence}.{self.limb}"
                entries = {
                    c: evolve(
                        e, requires={k: v for k, v in e.requires.items() if k != self.element}
                    )
                    for c, e in old_list.entries.items()
                }
                made[fresh] = evolve(old_list, entries=entries)
                limb = limb.with_list(dimension, fresh)
        return limb, made


@frozen
class Amendment:
    """Changes after which the law reaches the standard, and the verdict on the amended record."""

    changes: tuple[Change, ...]
    verdict: Answer
    law: Version
