"""Why: one small class for each reason that a cell or an answer can rest on. No sentence is made here.

A reason names what it rests on (an entry of a list, the list, a place to read); the words, pinpoints
and notes are found there. `comparators.wording` has one sentence for each class.
"""

from __future__ import annotations

from attrs import frozen


@frozen
class Named:
    """The list has an entry for this very concept."""

    entry: str
    list: str


@frozen
class Via:
    """The list has an entry for a broader concept, which contains this one."""

    entry: str
    list: str


@frozen
class If:
    """The list has an entry that reaches this concept by an edge of the thesaurus on a condition."""

    entry: str
    list: str
    condition: str = ""


@frozen
class Overlaps:
    """The list has an entry that overlaps with this concept; an arguable reading joins the two."""

    entry: str
    list: str
    reason: str = ""


@frozen
class Opened:
    """The list's own opening words leave room."""

    list: str


@frozen
class Unread:
    """The list, the entry or the limb was not seen: where it would have to be read."""

    at: str
    entry: str = ""
    list: str = ""


@frozen
class NotThere:
    """The list was read in full, is closed, and does not have it."""

    list: str


@frozen
class Free:
    """The limb needs nothing of this facet."""

    at: str


Reason = Named | Via | If | Overlaps | Opened | Unread | NotThere | Free
