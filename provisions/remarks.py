"""What is to be said of a text beside its dates: a draft, superseded, read up to a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from provisions.citations import day_in_words
from provisions.corpus import installed
from provisions.records import Version


def remarks(version: Version, as_of: date | None = None) -> Iterator[str]:
    """What is to be said of a text beside its dates: whether it is a draft, is superseded, or was
    read up to a day. Without that day nobody may say that a law is still in force.

    Of a text that was picked by its date nothing is said of newer ones; of a day that was asked
    for, only what is not known of that day.

    >>> import provisions
    >>> list(remarks(provisions.get("armenia")))
    ['superseded; the newer text (since 1 July 2022) was not read']
    >>> list(remarks(provisions.get("armenia@2006-07-16")))
    []
    """
    corpus = installed()
    draft = version.id not in corpus.index
    if draft:
        yield "a draft"
    today = date.today()  # noqa: DTZ011 - the reader's own day is meant
    until = version.in_force.until
    if until is None and version.known_until and (as_of or today) > version.known_until:
        read = day_in_words(str(version.known_until))
        yield f"text of {read}; later changes not read"
    elif draft:
        return
    elif until is None and not version.known_until and version.instrument.kind == "national-law":
        yield "up to which day this text is known is not recorded"
    if draft or as_of is not None or not corpus.is_newest_read(version):
        return
    newer = corpus.newest(version)
    if newer > version.in_force.since:
        gone = "superseded; " if until is not None and until < today else ""
        yield f"{gone}the newer text (since {day_in_words(str(newer))}) was not read"
    elif until is not None and until < today:
        yield "no longer in force"
    elif version.in_force.since > today:
        yield "not yet in force"
