"""What a well-formed record may still say against itself, or leave unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import get_args

from provisions.checking.letters import is_tag
from provisions.checking.penalties import faults_of_penalties
from provisions.loading import Fault
from provisions.records import (
    FACET_OF_ROLE,
    NOT_REQUIRED,
    NOT_SEEN,
    Entry,
    Evidence,
    Facet,
    Limb,
    List,
    Source,
    Version,
    evidence_of,
)

_NO_STRENGTH = "only provisions of international instruments have a strength: leave it out"


def contradictions(
    version: Version, file: str, sources: Mapping[str, Source], *, draft: bool
) -> Iterator[Fault]:
    """What a well-formed record may still say against itself. A ``draft`` may rest on a bill
    alone.
    """
    span = version.in_force
    if span.until is not None and span.until < span.since:
        yield Fault(file, "in_force.until", f"ends before it begins: {span.since} to {span.until}")
    if version.read < span.since and version.instrument.kind == "national-law" and not draft:
        yield Fault(file, "read", f"{version.read} is before the text was law ({span.since})")
    if version.read > date.today():  # noqa: DTZ011 - the reader's own day is meant
        yield Fault(file, "read", f"{version.read} is still to come")
    for path, message in (
        *_lists(version),
        *_offences(version),
        *faults_of_penalties(version, draft=draft),
        *_clauses(version),
        *_bindings(version),
    ):
        yield Fault(file, path, message)
    yield from _answered(version, file)
    said = tuple(evidence_of(version))
    if not version.instrument.international and not draft:
        yield from _drafts(said, file, sources)
    for path, evidence in said:
        foreign = evidence.lang not in (None, "en") and is_tag(evidence.lang or "")
        if evidence.words and foreign and not evidence.gloss:
            yield Fault(
                file,
                path,
                f'words in {evidence.lang!r} want a gloss in English beside them: gloss = "..."',
            )
        if not evidence.at and not path.startswith("non_punishment"):
            yield Fault(file, path, "has no pinpoint: give 'at' here or on what contains it")


def _lists(version: Version) -> Iterator[tuple[str, str]]:
    """Faults of the lists and their entries, as key path and message."""
    national = not version.instrument.international
    for name, a_list in version.lists.items():
        path = f"lists.{name}"
        if a_list.unlisted == "open" and not (a_list.opening or a_list.opening_gloss):
            yield (
                f"{path}.opening",
                (
                    'an open list wants the words that open it: opening = "and other acts", '
                    "or opening_gloss where no source held has them"
                ),
            )
        if a_list.unlisted != "open" and (
            a_list.opening or a_list.opening_gloss or a_list.opening_at
        ):
            yield (
                f"{path}.opening",
                (
                    f"only an open list has words that open it; this one is {a_list.unlisted!r}: "
                    'write unlisted = "open", or leave the words out'
                ),
            )
        if a_list.unlisted != "absent" and (a_list.closing or a_list.closing_gloss):
            yield (
                f"{path}.closing",
                (
                    f"only a closed list has closing words; this one is {a_list.unlisted!r}: "
                    'write unlisted = "absent", or leave the words out'
                ),
            )
        if not a_list.full and not a_list.to_read:
            yield (
                f"{path}.to_read",
                (
                    "is missing: a silent list says where it would be read, such as "
                    f'to_read = "{a_list.at}, text not seen whole"'
                ),
            )
        if national and a_list.strength:
            yield f"{path}.strength", _NO_STRENGTH
        yield from _entries(path, a_list, national=national)


def _entries(path: str, a_list: List, *, national: bool) -> Iterator[tuple[str, str]]:
    """Faults of the entries of one list."""
    for concept, entry in a_list.entries.items():
        where = f"{path}.entries.{concept}"
        if entry.mark == "arguable" and not entry.reading:
            yield (f"{where}.reading", "an arguable entry wants the other reading, in a note")
        if entry.mark != "unseen" and not (entry.words or entry.gloss):
            yield (where, "wants the law's own words, or a gloss where no source held has them")
        if entry.restates and a_list.role != "aggravating":
            yield (
                f"{where}.restates",
                (
                    "only an aggravated form restates; this list has the role "
                    f"{a_list.role!r}: leave it out"
                ),
            )
        if entry.refers_to and a_list.role != "reference":
            yield (
                f"{where}.refers_to",
                f"stands in a list of role 'reference', and this one has {a_list.role!r}",
            )
        yield from _settled(where, entry)
        if entry.defined and entry.defined.how == "not-compared" and entry.mark == "stated":
            yield (f"{where}.mark", "a definition that was not compared leaves it arguable")
        if entry.one_of and [e.one_of for e in a_list.entries.values()].count(entry.one_of) < 2:
            yield (
                f"{where}.one_of",
                f"no other entry is a way to meet {entry.one_of!r}: give it the same 'one_of'",
            )
        if national and entry.strength:
            yield f"{where}.strength", _NO_STRENGTH


def _settled(path: str, holder: Entry | Limb) -> Iterator[tuple[str, str]]:
    """What a decision has settled is stated, and no longer arguable."""
    if holder.settled_by and holder.mark != "stated":
        yield (f"{path}.mark", "is settled: leave 'mark' out, and keep the doubt in 'reading'")


def _offences(version: Version) -> Iterator[tuple[str, str]]:
    """Faults of offences, limbs and penalties."""
    national = not version.instrument.international
    for i, offence in enumerate(version.offences):
        duty = offence.provision == "duty"
        if duty and not national and not offence.strength:
            yield (
                f"offences[{i}].strength",
                "a duty wants its strength: shall, shall-consider, may, commitment",
            )
        if national and duty:
            message = "only an international instrument lays down duties: leave it out (an offence)"
            yield f"offences[{i}].provision", message
        if national and offence.strength:
            yield f"offences[{i}].strength", _NO_STRENGTH
        if (
            offence.kind == "trafficking"
            and offence.provision != "definition"
            and not offence.limbs
        ):
            yield (
                f"offences[{i}].limbs",
                (
                    "is missing: without a limb the offence reaches nothing; acts that were "
                    'not seen are acts = "not-seen"'
                ),
            )
        for j, limb in enumerate(offence.limbs):
            if limb.mark == "arguable" and not limb.reading:
                yield (
                    f"offences[{i}].limbs[{j}].reading",
                    "an arguable limb wants the other reading, in a note",
                )
            yield from _settled(f"offences[{i}].limbs[{j}]", limb)
            if not limb.victims:
                yield (
                    f"offences[{i}].limbs[{j}].victims",
                    "names nobody: leave it out for everybody, or name adult, child, incapacitated",
                )
            if len(set(limb.victims)) < len(limb.victims):
                yield f"offences[{i}].limbs[{j}].victims", "names a kind of victim twice"


def _clauses(version: Version) -> Iterator[tuple[str, str]]:
    """Faults of the non-punishment clauses."""
    national = not version.instrument.international
    for i, clause in enumerate(version.non_punishment):
        if not clause.at:
            yield (
                f"non_punishment[{i}].at",
                'is missing: a clause has a pinpoint, such as at = "128, note 3"',
            )
        if national and clause.strength:
            yield f"non_punishment[{i}].strength", _NO_STRENGTH


def _bindings(version: Version) -> Iterator[tuple[str, str]]:
    """Faults of what is said of the States that a standard binds."""
    if version.binding and not version.instrument.international:
        yield "binding", "only an international instrument binds States"
    for state, binding in version.binding.items():
        path = f"binding.{state}"
        if not re.fullmatch(r"[a-z][a-z0-9-]*", state):
            yield path, "must be the identifier of an instrument, such as united-kingdom"
        if not binding.source:
            yield f"{path}.source", "is missing: where is it known from?"
        if binding.party and not binding.since and not binding.checked:
            yield (
                f"{path}.since",
                (
                    "is missing: since when is the State bound? "
                    "(or 'checked': the day it was seen to be)"
                ),
            )
        if not binding.party and not binding.checked:
            yield f"{path}.checked", "is missing: on which day was it looked up?"
        if not binding.party and (binding.since or binding.due):
            yield f"{path}.party", "is not bound, and nevertheless since a day: remove one"
        if binding.since and binding.until and binding.until < binding.since:
            yield f"{path}.until", f"ends before it begins: {binding.since} to {binding.until}"


def _drafts(
    said: Iterable[tuple[str, Evidence]], file: str, sources: Mapping[str, Source]
) -> Iterator[Fault]:
    """A draft is never the only evidence of law in force."""
    bases: dict[str, set[str]] = {}
    for path, evidence in said:
        if (
            evidence.source
            and evidence.source in sources
            and not path.startswith(("nothing_on", "unread"))
        ):
            bases.setdefault(path, set()).add(sources[evidence.source].basis)
    for path, found in bases.items():
        if found == {"draft"}:
            yield Fault(
                file,
                path,
                "a draft is never the only evidence of law in force: give another source in 'also'",
            )


def _answered(version: Version, file: str) -> Iterator[Fault]:
    """Every facet has an answer: lists, ``nothing_on``, or ``unread``; and only one of them."""
    answered: set[str] = {
        FACET_OF_ROLE[x.role] for x in version.lists.values() if x.role in FACET_OF_ROLE
    }
    limbs = [limb for o in version.offences if o.kind == "trafficking" for limb in o.limbs]
    answered |= {"means"} & ({"means"} if any(x.means == NOT_REQUIRED for x in limbs) else set())
    answered |= {"purpose"} & (
        {"purpose"} if any(x.purposes == NOT_REQUIRED for x in limbs) else set()
    )
    if any(o.penalty or any(t.penalty for t in o.tiers) for o in version.offences):
        answered.add("penalty")
    if any(c.beneficiary != "anyone" for c in version.non_punishment):
        answered.add("non-punishment")
    for facet in get_args(Facet):
        said = [facet in answered, facet in version.nothing_on, facet in version.unread]
        if facet in version.nothing_on and facet in version.unread:
            yield Fault(
                file, f"nothing_on.{facet}", f"is in 'unread' too: {facet} was read, or it was not"
            )
        if not any(said):
            message = (
                f"nothing is said of {facet}: give a list, or 'nothing_on' (read, and not there), "
                "or 'unread'"
            )
            yield Fault(file, "nothing_on", message)
        lists = [x for x in version.lists.values() if FACET_OF_ROLE.get(x.role) == facet]
        if (
            facet in version.nothing_on
            and facet not in ("element", "non-punishment", "penalty")
            and lists
        ):
            silent = any(x.unlisted == "silent" for x in lists)
            what = (
                "a list of it is 'silent' and nevertheless this says absent"
                if silent
                else "there is a list of it"
            )
            yield Fault(
                file, f"nothing_on.{facet}", f"contradicts the lists: {what}; remove one of the two"
            )
    for facet, token in (("means", "means"), ("purpose", "purposes"), ("element", "acts")):
        unseen = any(getattr(x, token) == NOT_SEEN for o in version.offences for x in o.limbs)
        if unseen and facet not in version.unread:
            yield Fault(
                file,
                f"unread.{facet}",
                f"is missing: a limb says {NOT_SEEN!r}; say where it would be read",
            )


def check_spans(found: list[tuple[Version, str]]) -> Iterator[Fault]:
    """No two versions of an instrument are in force on one day."""
    ordered = sorted(found, key=lambda pair: pair[0].in_force.since)
    latest: Version | None = None
    for version, file in ordered:
        if latest is not None:
            end = latest.in_force.until
            if end is None or end >= version.in_force.since:
                says = f"until {end}" if end else "without an end"
                message = (
                    f"overlaps with the version of {latest.in_force.since}, in force {says}: "
                    f"that one must end before {version.in_force.since}"
                )
                yield Fault(file, "in_force.since", message)
        ends = (latest.in_force.until or date.max) if latest else date.min
        if latest is None or (version.in_force.until or date.max) >= ends:
            latest = version
