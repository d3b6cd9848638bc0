"""What one list says of one concept: the statuses, and the first that applies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from attrs import evolve, field, frozen

from provisions.records import Entry, Evidence, List, Mark, Version
from provisions.vocabulary import Path, Thesaurus

Status = Literal["not-required", "covered", "implied", "silent", "open", "partial", "absent"]
STATUSES: tuple[Status, ...] = (
    "not-required",
    "covered",
    "implied",
    "silent",
    "open",
    "partial",
    "absent",
)
"""The statuses, in the order in which the first that applies is taken."""


def pinpoints(evidence: Iterable[Evidence]) -> str:
    """The pinpoints of some evidence, each once."""
    return ", ".join(dict.fromkeys(e.at for e in evidence if e.at))


def quoted(evidence: Evidence) -> str:
    """The words in quotation marks, with their gloss; or the gloss, marked as such."""
    if evidence.words:
        return f'"{evidence.words}"' + (f" [{evidence.gloss}]" if evidence.gloss else "")
    return f"[{evidence.gloss}]" if evidence.gloss else ""


@frozen
class Elsewhere:
    """Another role the instrument gives the concept, or another text it leaves it to."""

    role: str
    evidence: tuple[Evidence, ...]
    concept: str
    to: str | None = None


@frozen
class Finding:
    """What follows for one concept in one role in one version: a status and its evidence.

    ``value`` is the text of the cell; ``via`` the broader concept an implied one is reached by.
    ``named`` lists the narrower concepts the words name. ``notes`` are the reading notes of what
    the finding rests on. ``substance`` is what the cell says without where it is said: two cells
    differ in status or in substance, not in pinpoints.
    """

    status: Status
    value: str
    evidence: tuple[Evidence, ...] = ()
    via: str | None = None
    elsewhere: tuple[Elsewhere, ...] = ()
    named: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    strength: str | None = None
    substance: str = ""


@frozen
class Judged:
    """What one list says of one concept."""

    status: Status
    evidence: tuple[Evidence, ...]
    via: str | None = None
    why: str = ""
    named: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    strength: str | None = None


@frozen(slots=False, eq=False)
class Judge:
    """Reads the lists of one version, under one thesaurus."""

    version: Version
    words: Thesaurus = field(repr=False)

    def resolved(self, evidence: Evidence, *outer: Evidence | Entry | List) -> Evidence:
        """Evidence with all it leaves to what contains it filled in."""
        for container in outer:
            evidence = evidence.within(container)
        return evidence.within(self.version)

    def evidence(self, a_list: List, entry: Entry) -> tuple[Evidence, ...]:
        """The evidence of an entry, filled in."""
        return tuple(self.resolved(e, a_list) for e in entry.evidence)

    def demands(self, concept: str, entry: Entry) -> tuple[str, ...]:
        """The further elements an entry needs beyond what its concept means already."""
        return tuple(f for f in entry.requires if f not in self.words[concept].contains)

    def judge(self, a_list: List, concept: str, limb: Mark = "stated") -> Judged:
        """What one list says of one concept, leaving aside whether the facet is required.

        ``limb`` is the mark of the limb that uses the list: of one that was not seen, only a *no*
        is certain.
        """
        judged = self._judge(a_list, concept, limb)
        if limb == "unseen" and judged.status != "absent":
            place = self.resolved(Evidence(at=a_list.to_read or a_list.at), a_list)
            return Judged(
                "silent", (place, *judged.evidence), named=judged.named, notes=judged.notes
            )
        return judged

    def _judge(self, a_list: List, concept: str, limb: Mark) -> Judged:
        own = a_list.entries.get(concept)
        certain = limb == "stated"
        strength = (own.strength if own else None) or a_list.strength

        def rests_on(*names: str) -> tuple[Evidence, ...]:
            found = [e for n in names for e in self.evidence(a_list, a_list.entries[n])]
            return tuple(
                e if e.words or e.gloss else evolve(e, gloss="may stand here, not seen")
                for e in found
            )

        def notes(*names: str) -> tuple[str, ...]:
            return tuple(r for n in names if (r := a_list.entries[n].reading))

        if own and certain and own.mark == "stated" and not self.demands(concept, own):
            return Judged("covered", rests_on(concept), notes=notes(concept), strength=strength)
        above = [
            (n, p) for n, p in self.words.over(concept, self.version.id) if n in a_list.entries
        ]
        above = [(n, p) for n, p in above if not self.words[n].heading]
        below = tuple(n for n in self.words.under(concept, self.version.id) if n in a_list.entries)
        stated_below = tuple(n for n in below if a_list.entries[n].mark == "stated")
        for name, path in above:
            entry = a_list.entries[name]
            means = self.words[
                concept
            ].contains  # gain is part of the exploitation of prostitution, however named
            besides = [f for f in self.demands(name, entry) if f not in means]
            if certain and entry.mark == "stated" and not besides and not path.condition:
                return Judged(
                    "implied",
                    rests_on(name),
                    name,
                    named=stated_below,
                    notes=notes(name),
                    strength=strength,
                )
        children = {
            e.narrower
            for e in self.words.broader
            if e.broader == concept and e.scope in (None, self.version.id)
        }
        whole = [
            n for n in stated_below if n in children and not self.demands(n, a_list.entries[n])
        ]
        if certain and self.words[concept].complete and children and children == set(whole):
            return Judged(
                "implied", rests_on(*whole), whole[0], named=tuple(whole), strength=strength
            )
        naming = (concept, *(n for n, p in above if not p.condition), *below)
        unseen = [n for n in naming if n in a_list.entries and a_list.entries[n].mark == "unseen"]
        if a_list.unlisted == "silent" or unseen:
            at = next((a_list.entries[n].at for n in unseen if a_list.entries[n].at), None)
            seen = (
                self.resolved(Evidence(at=at), a_list.place)
                if at
                else self.resolved(a_list.place, a_list)
            )
            named = (concept,) if own and concept not in unseen else stated_below
            readings = (concept,) if own else tuple(unseen)
            return Judged("silent", (seen, *rests_on(*named)), named=named, notes=notes(*readings))
        doubt = self._doubt(a_list, concept, own, above, certain=certain)
        if doubt:
            why, names = doubt
            return Judged(
                "open",
                rests_on(*names),
                why=why,
                named=stated_below,
                notes=notes(*names),
                strength=strength,
            )
        if a_list.unlisted == "open":
            words = self.resolved(a_list.place, a_list)
            return Judged(
                "open", (words, *rests_on(*stated_below)), why=quoted(words), named=stated_below
            )
        if own:
            needs = ", ".join(f"only {self.words[f].label}" for f in self.demands(concept, own))
            extra = tuple(
                self.resolved(own.requires[f], own, a_list) for f in self.demands(concept, own)
            )
            return Judged(
                "partial",
                (*rests_on(concept), *extra),
                why=needs,
                notes=notes(concept),
                strength=strength,
            )
        demanding = [n for n, p in above if a_list.entries[n].mark == "stated" and not p.condition]
        if demanding:
            entry = a_list.entries[demanding[0]]
            needs = ", ".join(
                f"only {self.words[f].label}" for f in self.demands(demanding[0], entry)
            )
            return Judged(
                "partial", rests_on(demanding[0]), demanding[0], needs, notes=notes(demanding[0])
            )
        if stated_below:
            return Judged(
                "partial", rests_on(*stated_below), named=stated_below, notes=notes(*stated_below)
            )
        return Judged("absent", (self.resolved(a_list.place, a_list),))

    def _doubt(
        self,
        a_list: List,
        concept: str,
        own: Entry | None,
        above: Sequence[tuple[str, Path]],
        *,
        certain: bool,
    ) -> tuple[str, tuple[str, ...]] | None:
        """Why a list may be argued to name a concept, and by which entries."""
        labelled = self.words.label

        def only(name: str) -> str:
            return "".join(
                f"; only {labelled(f)}" for f in self.demands(name, a_list.entries[name])
            )

        def doubtful(name: str) -> bool:
            return name in a_list.entries and (a_list.entries[name].mark != "stated" or not certain)

        if own and doubtful(concept):
            return f"arguable{only(concept)}", (concept,)
        for name, path in above:
            if path.condition or doubtful(name):
                why = f"if {path.condition}" if path.condition else "arguable"
                return f"{why}: {labelled(name)}{only(name)}", (name,)
        below = [
            n for n, p in self.words.under(concept, self.version.id).items() if not p.condition
        ]
        for wide in (
            concept,
            *(n for n, p in self.words.over(concept, self.version.id) if not p.condition),
        ):
            for name, _ in self.words.overlapping(wide):
                if name in a_list.entries:
                    return f"arguable: {labelled(name)}{only(name)}", (name,)
        for narrow in below:
            if doubtful(narrow):
                return f"arguable: {labelled(narrow)}{only(narrow)}", (narrow,)
            for name, _ in self.words.overlapping(narrow):
                if name in a_list.entries and name not in below:
                    return f"arguable for {labelled(narrow)}: {labelled(name)}", (name,)
        return None
