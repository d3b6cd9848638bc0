"""The hint for a wrong name: the nearest of those that are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import takewhile

_MEANT: Mapping[str, str] = {
    "account": "secondary",
    "attenuated": "lesser",
    "bill": "draft",
    "closed": "absent",
    "code": "national-law",
    "complaint": "prosecution",
    "coercion": "other-coercion",
    "convention": "treaty",
    "crime": "offence",
    "deceit": "deception",
    "doubtful": "arguable",
    "full": "absent",
    "law": "national-law",
    "maybe": "undetermined",
    "minor": "child",
    "mitigating": "lesser",
    "no-punishment": "no-penalty",
    "none": "not-required",
    "translation": "unofficial-translation",
    "unknown": "silent",
    "violence": "use-of-force",
    "whole": "full",
    "with": "and",
}
"""What one writes, and what the records call it."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``" (did you mean 'x'?)"`` for the nearest of the known words, or nothing.

    >>> did_you_mean("armania", ["romania", "armenia"]), did_you_mean("closed", ["absent", "open"])
    (" (did you mean 'armenia'?)", " (did you mean 'absent'?)")
    """
    from difflib import SequenceMatcher, get_close_matches  # only a wrong word needs it

    folded = {k.casefold(): k for k in known}
    wrong = word.casefold()
    if _MEANT.get(wrong) in folded:
        return f" (did you mean {_MEANT[wrong]!r}?)"

    def likeness(name: str) -> tuple[float, int]:
        ratio = SequenceMatcher(None, name, wrong).ratio()
        same = takewhile(lambda pair: pair[0] == pair[1], zip(name, wrong, strict=False))
        return round(ratio, 2), len(list(same))

    near = get_close_matches(wrong, list(folded), n=3, cutoff=0.6)
    return f" (did you mean {folded[max(near, key=likeness)]!r}?)" if near else ""
