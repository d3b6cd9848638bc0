"""What the shell may complete: instruments, the days of their texts, drafts; concepts; choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from click.shell_completion import CompletionItem

from provisions.corpus import REFERENCE_DATE, installed, is_path
from provisions.errors import ProvisionsError

Items = list[CompletionItem]


def laws(incomplete: str, before: Sequence[str] = ()) -> Items:
    """Instruments, by the beginning of their identifier, name or alias; after ``@`` the days of
    their texts; else files.

    ``before`` are the names given already: bash takes ``armenia@2006`` for three words, and has the
    last of them completed.

    >>> [item.value for item in laws("arm")], [item.value for item in laws("CoE@")]
    (['armenia'], ['CoE@2008-02-01'])
    >>> [item.value for item in laws("2006", ("armenia", "@"))]
    ['2006-07-16']
    """
    if incomplete == "@" and before:
        return _days(before[-1], "", "")
    if len(before) > 1 and before[-1] == "@":
        return _days(before[-2], incomplete, "")
    name, dated, day = incomplete.partition("@")
    if dated:
        return _days(name, day, f"{name}@")
    wanted = incomplete.casefold()
    found = [
        CompletionItem(i.id, help=i.title)
        for i in installed().instruments()
        if any(n.casefold().startswith(wanted) for n in (i.id, i.name, *i.aliases))
    ]
    return found if found and not is_path(incomplete) else files(incomplete)


def _days(name: str, begun: str, before: str) -> Items:
    """The first days of the texts held of an instrument, as their files are called."""
    corpus = installed()
    try:
        held = corpus.files(corpus.find(name).id)
    except ProvisionsError:
        return []
    return [
        CompletionItem(f"{before}{path.stem}", help=f"in force since {path.stem}")
        for path in held.values()
        if path.stem.startswith(begun)
    ]


def files(incomplete: str, kind: str = "file") -> Items:
    """Files, or folders (``dir``): the shell knows them best."""
    return [CompletionItem(incomplete, type=kind)]


def concepts(incomplete: str, sorts: Iterable[str] = (), more: Sequence[str] = ()) -> Items:
    """Concepts, of some sorts or all of them, and ``more`` names, by their beginning.

    >>> [item.value for item in concepts("begg", ["purpose"])]
    ['begging']
    """
    wanted, among = incomplete.casefold(), set(sorts)
    found = {c.id: c.label for c in installed().thesaurus if not among or c.sort in among}
    return among_these(wanted, {**found, **dict.fromkeys(more, "")})


def listed(incomplete: str, sorts: Iterable[str] = (), more: Sequence[str] = ()) -> Items:
    """Concepts separated by commas: the last of them is completed, none of them twice.

    >>> [item.value for item in listed("recruitment,begg")]
    ['recruitment,begging', 'recruitment,begging-offence']
    """
    done, comma, last = incomplete.rpartition(",")
    given = done.casefold().split(",")
    return [
        CompletionItem(f"{done}{comma}{item.value}", help=item.help)
        for item in concepts(last, sorts, more)
        if item.value not in given
    ]


def among_these(incomplete: str, known: Mapping[str, str] | Iterable[str]) -> Items:
    """Some words, with what is said of each, by their beginning.

    >>> [item.value for item in among_these("me", ("element", "means"))]
    ['means']
    """
    told = known if isinstance(known, Mapping) else dict.fromkeys(known, "")
    return [
        CompletionItem(word, help=help_ or None)
        for word, help_ in told.items()
        if word.startswith(incomplete)
    ]


def days(incomplete: str) -> Items:
    """Days to ask for: today, and the day of the Round Table."""
    today = date.today()  # noqa: DTZ011 - the reader's own day is meant
    return among_these(
        incomplete, {"today": str(today), str(REFERENCE_DATE): "the Round Table of St Petersburg"}
    )
