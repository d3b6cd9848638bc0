"""A version as an annotated article: its lists with their words, its limbs, clauses, penalties,
discrepancies.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from provisions.citations import day_in_words
from provisions.corpus import installed, thesaurus
from provisions.records import ATTRIBUTES, Evidence, Version


def remarks(version: Version, as_of: date | None = None) -> Iterator[str]:
    """What is to be said of a text beside its dates: whether it is a draft, is superseded, or was
    read up to a day.

    Of a text that was picked by its date nothing is said of newer ones; of a day that was asked
    for, only what is not known of that day.

    >>> import provisions
    >>> list(remarks(provisions.get("armenia")))
    ['superseded; the newer text (since 1 July 2022) was not read']
    >>> list(remarks(provisions.get("armenia@2006-07-16")))
    []
    """
    corpus = installed()
    if version.id not in corpus.index:
        yield "a draft"
        return
    today = date.today()  # noqa: DTZ011 - the reader's own day is meant
    until = version.in_force.until
    if until is None and version.known_until and (as_of or today) > version.known_until:
        read = day_in_words(str(version.known_until))
        yield f"text of {read}; later changes not read"
    if as_of is not None or not corpus.is_newest_read(version):
        return
    newer = corpus.newest(version)
    if newer > version.in_force.since:
        gone = "superseded; " if until is not None and until < today else ""
        yield f"{gone}the newer text (since {day_in_words(str(newer))}) was not read"
    elif until is not None and until < today:
        yield "no longer in force"
    elif version.in_force.since > today:
        yield "not yet in force"


def shown(version: Version) -> Iterator[str]:
    """A version as an annotated article."""
    words = thesaurus()
    top = Evidence(source=version.source, lang=version.lang, by=version.by)

    def said(evidence: Evidence) -> str:
        if evidence.words:
            text = f'"{evidence.words}"' + (f" [{evidence.gloss}]" if evidence.gloss else "")
        else:
            text = f"[gloss, words not held: {evidence.gloss}]" if evidence.gloss else ""
        return (
            f"{evidence.at}: {text} ({evidence.source}{', ' + evidence.by if evidence.by else ''})"
        )

    yield version.instrument.title
    yield f"{version.key}: {version.in_force}; read {version.read}"
    yield from remarks(version)
    for title, text in (
        ("established by", version.established_by),
        ("ended by", version.ended_by),
        ("dating", version.dating),
    ):
        if text:
            yield f"{title}: {text}"
    yield from (f"note: {note}" for note in version.notes)
    for name, a_list in version.lists.items():
        kind = {"absent": "full, closed", "open": "full, open", "silent": "not given in full"}[
            a_list.unlisted
        ]
        yield f"\n{name} ({a_list.role}, {a_list.at}): {kind}"
        if a_list.opening or a_list.opening_gloss or a_list.closing:
            yield f"  {'opened' if a_list.unlisted == 'open' else 'closed'} by {said(a_list.place.within(a_list).within(top))}"
        for concept, entry in a_list.entries.items():
            mark = "" if entry.mark == "stated" else f" ({entry.mark})"
            for evidence in entry.evidence:
                yield f"  {words.label(concept)}{mark} - {said(evidence.within(a_list).within(top))}"
            for further, evidence in entry.requires.items():
                yield f"    demands {words.label(further)} - {said(evidence.within(entry).within(a_list).within(top))}"
            if entry.reading:
                yield f"    reading: {entry.reading}"
    for offence in version.offences:
        strength = f", {offence.strength}" if offence.strength else ""
        yield f"\n{offence.provision} {offence.id} ({offence.kind}, {offence.at}{strength})"
        for limb in offence.limbs:
            needs = "".join(f", demands {words.label(f)}" for f in limb.requires)
            mark = "" if limb.mark == "stated" else f" ({limb.mark})"
            yield f"  limb{mark}: acts {limb.acts}; means {limb.means}; purposes {limb.purposes}; against {', '.join(limb.victims)}{needs}"
            if limb.reading:
                yield f"    reading: {limb.reading}"
        if offence.penalty:
            yield f"  penalty {said(offence.penalty.within(Evidence(at=offence.at, source=offence.source, lang=offence.lang)).within(top))}"
        for tier in offence.tiers:
            price = (
                f": {said(tier.penalty.within(Evidence(at=tier.at, source=offence.source, lang=offence.lang)).within(top))}"
                if tier.penalty
                else ""
            )
            yield f"  graver {tier.at}, circumstances {tier.circumstances}{price}"
    for clause in version.non_punishment:
        yield f"\nnon-punishment, {clause.label or clause.beneficiary}: {said(clause.evidence[0].within(top))}"
        for attribute in ATTRIBUTES:
            named = ", ".join(words.label(c) for c in getattr(clause, attribute))
            if named:
                yield f"  {attribute}: {named}"
    yield from (
        f"\nnothing on {facet}: {place.at} read" for facet, place in version.nothing_on.items()
    )
    yield from (f"\nunread, {facet}: {place.at}" for facet, place in version.unread.items())
    yield from (
        f"\ndiscrepancy ({', '.join(d.on) or 'general'}): {d.note}" for d in version.discrepancies
    )
