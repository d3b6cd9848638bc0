"""A case in plain words: who, what is done, by which means, for what, and what is lacking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from comparators.boxes import Pattern
from provisions.records import VICTIMS
from provisions.vocabulary import Thesaurus

WHO: Mapping[str, str] = {
    "adult": "an adult",
    "child": "a child",
    "incapacitated": "an adult deprived of capacity",
}


def who(victims: Iterable[str]) -> str:
    """Kinds of victim in plain words.

    >>> who(("adult", "child", "incapacitated"))
    'any victim'
    """
    some = tuple(victims)
    if len(some) == len(VICTIMS):
        return "any victim"
    return " or ".join(WHO[v] for v in some)


def describe(words: Thesaurus, pattern: Pattern, lacking: Iterable[str] = ()) -> str:
    """A case in plain words.

    >>> import provisions
    >>> case = Pattern("recruitment", "deception", "forced-labour", "adult")
    >>> describe(provisions.thesaurus(), case)
    'an adult is recruited by deception for forced labour or services'
    """
    act = words[pattern.act]
    parts = [WHO[pattern.victim], act.participle or f"is subject to {act.label}"]
    parts.append(
        words[pattern.means].phrase or f"by {words.label(pattern.means)}"
        if pattern.means
        else "without any means"
    )
    if pattern.purpose:
        concept = words[pattern.purpose]
        phrase = concept.phrase or f"for {concept.label}"
        if concept.other_label and words.under(concept.id):
            phrase = f"for {concept.other_label}"
        parts.append(phrase)
    else:
        parts.append("for no purpose of exploitation")
    parts += [words[f].phrase or words.label(f) for f in pattern.further]
    parts += [words[f].without or f"without: {words.label(f)}" for f in lacking]
    return " ".join(parts)
