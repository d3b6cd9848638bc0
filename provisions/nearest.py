"""The hint for a wrong name: the nearest of those that are known."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``" (did you mean 'x'?)"`` for the nearest of the known words, or nothing."""
    from difflib import get_close_matches  # only a wrong word needs it

    folded = {k.casefold(): k for k in known}
    near = get_close_matches(word.casefold(), list(folded), n=1, cutoff=0.6)
    return f" (did you mean {folded[near[0]]!r}?)" if near else ""
