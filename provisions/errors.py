"""What the library refuses, and says in a line why; anything else that is raised is a fault of its
own.
"""

from __future__ import annotations


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
        return (" ".join(str(self).split()),)


class RequestError(ProvisionsError, ValueError):
    """A request that makes no sense as it stands: an unknown format, a mode without its laws.

    >>> import provisions
    >>> provisions.cite("CoE", "apa")
    Traceback (most recent call last):
    provisions.errors.RequestError: no style is called 'apa'; styles: oscola, bibtex, csl-json
    """
