"""What stands above and below every report: which day's law, which texts, which sources; and the
headings.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from comparators.findings.statuses import Status
from provisions.corpus import bibliography_of, installed
from provisions.phrases import doubt
from provisions.records import Evidence, Facet, Source, Version
from provisions.remarks import remarks

FACET_TITLES: Mapping[Facet, str] = {
    "element": "Elements of the offence",
    "means": "Means",
    "purpose": "Purposes",
    "aggravating": "Aggravating circumstances",
    "non-punishment": "Non-punishment",
    "related": "Related offences and liability",
    "penalty": "Penalties",
}

STATUS_NOTES: Mapping[Status, str] = {
    "covered": "a pinpoint alone: the provision's own words name it",
    "not-required": "not required: the offence needs nothing of this kind, or does not demand this "
    "element",
    "implied": "via, follows: the words name a broader concept that contains it, or it follows "
    "from the limbs",
    "silent": "not known: the sources do not show it; the place to be read is given",
    "open": "open: not named for certain, but the words leave it open",
    "partial": "in part: only narrower forms are named, or it is named with a further element; "
    "what becomes of the rest is said where it is not simply absent",
    "absent": "no: read in full, and not there; the place read is given",
}


def sentence(day: date) -> str:
    """A day in words: 18 April 2012."""
    return f"{day.day} {day:%B %Y}"


def version_note(version: Version, as_of: date | None) -> str:
    """The header line of one version: title, span, and what is to be said beside them."""
    title = version.instrument.title
    line = title if title.startswith(version.name) else f"{version.name}: {title}"
    return "; ".join((line, str(version.in_force), *remarks(version, as_of)))


def as_of_note(as_of: date | None, versions: Sequence[Version]) -> str:
    """Which day's law is shown, and whether anybody asked for it."""
    if as_of is not None and all(as_of in v.in_force for v in versions):
        return f"The law of {sentence(as_of)}."
    if as_of is None and all(map(installed().is_newest_read, versions)):
        return "The newest text that was read of each; the law of another day can be asked for."
    return "Each text by its own date."


def rested_on(versions: Iterable[Version], evidence: Iterable[Evidence] = ()) -> tuple[Source, ...]:
    """The sources that some versions and evidence rest on."""
    return tuple(bibliography_of(versions, evidence).values())


def columns(versions: Sequence[Version]) -> tuple[str, ...]:
    """The heads of the columns: names, with the day where one instrument stands in several
    texts.
    """
    names = [v.name for v in versions]
    return tuple(
        f"{v.name} {v.in_force.since}" if names.count(v.name) > 1 else v.name for v in versions
    )


def joined(names: Sequence[str]) -> str:
    """Some names as a title has them: one, two with *and*, more with commas."""
    return ", ".join(names) if len(names) > 2 else " and ".join(names)


def of_the_whole(versions: Iterable[Version], shown: Collection[str]) -> tuple[str, ...]:
    """The notes on whole texts: their own, on their dates, where their sources differ; and those on
    their offences and clauses that are not ``shown`` under a cell.
    """
    versions = tuple(versions)
    return tuple(
        f"{name}: {note}"
        for name, v in zip(columns(versions), versions, strict=True)
        for note in _whole(v, shown)
    )


def _whole(version: Version, shown: Collection[str]) -> Iterator[str]:
    yield from version.notes
    if version.dating:
        yield version.dating
    yield from (d.note for d in version.discrepancies if not d.on)
    for offence in version.offences:
        at = offence.at
        readings = [(at, offence.reading), *((x.at or at, doubt(x)) for x in offence.limbs)]
        yield from (f"{where}: {note}" for where, note in readings if note and note not in shown)
    for clause in version.non_punishment:
        if clause.reading and clause.reading not in shown:
            yield f"{clause.at}: {clause.reading}"


def codes(versions: Sequence[Version]) -> tuple[str, ...]:
    """Short heads for many columns: the letters of a State, else the name; and the year, where one
    instrument stands in several texts.

    >>> import provisions
    >>> codes([provisions.get(n) for n in ("CoE", "Kazakhstan@2006-03-02", "Kazakhstan", "UK")])
    ('CoE', 'KZ 06', 'KZ 24', 'UK')
    """
    ids = [v.id for v in versions]
    found = []
    for number, v in enumerate(versions, 1):
        names = (v.name, *v.instrument.aliases)
        letters = [n for n in names[1:] if len(n) == 2 and n.isupper()]
        short = (letters or [n for n in names if len(n) <= _SHORT] or [str(number)])[0]
        several = ids.count(v.id) > 1
        found.append(f"{short} {v.in_force.since.year % 100:02}" if several else short)
    return tuple(found)


_SHORT = 7


def span(version: Version) -> str:
    """The years of a text, and what its head must not hide: ``2011-2022, superseded``.

    >>> import provisions
    >>> span(provisions.get("Armenia@2011-03-01")), span(provisions.get("CoE"))
    ('2011-2022, past', '2008-')
    """
    since, until = version.in_force.since.year, version.in_force.until
    if until is None:
        known = version.known_until
        return f"{since}-, read to {known:%Y-%m}" if known else f"{since}-"
    return f"{since}-{until.year}" + (", past" if until < date.today() else "")  # noqa: DTZ011 - the reader's day
