"""What the library refuses, and says in a line why; anything else that is raised is a fault of its
own.
"""

from __future__ import annotations

import re

UNSEEN = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]"
)
"""Characters that no text of a law has: they steer a terminal, or turn words round."""


def visible(text: str) -> str:
    r"""A text with every character that steers a terminal written out.

    >>> print(visible("\x1b[31mred"))
    \x1b[31mred
    """
    return UNSEEN.sub(lambda found: ascii(found[0])[1:-1], text)


def in_xml(text: str) -> str:
    """A text as XML can hold it, with every character that is not seen written out."""
    return visible(text).translate(_NO_LETTERS)


_NO_LETTERS = {0xFFFE: None, 0xFFFF: None}


class ProvisionsError(Exception):
    """A call that cannot be answered; the message says what was wrong, and the nearest right thing.

    >>> str(ProvisionsError("no instrument is called 'CEO' (did you mean 'CoE'?)"))
    "no instrument is called 'CEO' (did you mean 'CoE'?)"
    """

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The message for a terminal: one line, but for several faults of a file."""
        return (visible(" ".join(str(self).split())),)


class RequestError(ProvisionsError, ValueError):
    """A request that makes no sense as it stands: an unknown format, a mode without its laws.

    >>> import provisions
    >>> provisions.cite("CoE", "apa")
    Traceback (most recent call last):
    provisions.errors.RequestError: no style is called 'apa'; styles: oscola, bibtex, csl-json
    """
