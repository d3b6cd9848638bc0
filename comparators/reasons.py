"""Why: one small class for each reason that a cell or an answer can rest on. No sentence is made
here.

A reason names what it rests on (an entry of a list, the list, a place to read); the words,
pinpoints and notes are found there. `comparators.wording` has one sentence for each class.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from provisions.records import Penalty
from provisions.values import Value


@frozen(eq=False, repr=False)
class Named(Value):
    """The list has an entry for this very concept."""

    entry: str
    list: str


@frozen(eq=False, repr=False)
class Via(Value):
    """The list has an entry for a broader concept, which contains this one."""

    entry: str
    list: str


@frozen(eq=False, repr=False)
class If(Value):
    """The list has an entry that reaches this concept by an edge of the thesaurus on a
    condition.
    """

    entry: str
    list: str
    condition: str = ""


@frozen(eq=False, repr=False)
class Overlaps(Value):
    """The list has an entry that overlaps with this concept, or with one ``of`` those that contain
    it or lie under it; an arguable reading joins the two.
    """

    entry: str
    list: str
    reason: str = ""
    of: str = ""


@frozen(eq=False, repr=False)
class Opened(Value):
    """The list's own opening words leave room."""

    list: str


@frozen(eq=False, repr=False)
class Unread(Value):
    """The list, the entry or the limb was not seen: where it would have to be read."""

    at: str
    entry: str = ""
    list: str = ""


@frozen(eq=False, repr=False)
class NotThere(Value):
    """The list was read in full, is closed, and does not have it."""

    list: str


@frozen(eq=False, repr=False)
class Free(Value):
    """The limb needs nothing of this facet; ``some``: others of the offence do."""

    at: str
    some: bool = False


@frozen(eq=False, repr=False)
class Sections(Value):
    """It was sought in some sections alone, and may stand in chapters that were not read."""

    at: str
    list: str = ""


Reason = Named | Via | If | Overlaps | Opened | Unread | NotThere | Free | Sections
"""Why a list, or a limb without one, bears a leaf in a way."""


@frozen(eq=False, repr=False)
class FreeFor(Value):
    """Some limbs need nothing of this facet: each limb's acts, or (where it names none that were
    seen) its pinpoint.
    """

    acts: tuple[tuple[str, ...] | str, ...]
    arguable: bool = False


@frozen(eq=False, repr=False)
class FreeWhere(Value):
    """A limb that demands further elements needs nothing of this facet: which, and where."""

    elements: tuple[str, ...]
    at: str


@frozen(eq=False, repr=False)
class FreeBut(Value):
    """Nothing of this facet is needed, but for these purposes."""

    purposes: tuple[str, ...]


@frozen(eq=False, repr=False)
class GraverOnly(Value):
    """Only a graver form has it, which says the acts again with it."""


@frozen(eq=False, repr=False)
class NotUsed(Value):
    """The heading is not used: the forms that stand under it are listed."""


@frozen(eq=False, repr=False)
class Contradicted(Value):
    """It is contradicted by a further element that is demanded."""

    element: str


@frozen(eq=False, repr=False)
class GeneralPart(Value):
    """No rule stands in the text read: the general part decides."""


@frozen(eq=False, repr=False)
class Demanded(Value):
    """A further element is demanded: of the whole offence, or for these acts or words alone."""

    parts: tuple[tuple[str, ...], ...] = ()


@frozen(eq=False, repr=False)
class NotDemanded(Value):
    """It follows from a further element's not being demanded; of an absent rule, it is demanded."""

    element: str


@frozen(eq=False, repr=False)
class NoMeans(Value):
    """It follows from limbs that need no means: for which acts, and for which that is not known."""

    acts: tuple[str, ...]
    doubtful: tuple[str, ...] = ()


@frozen(eq=False, repr=False)
class Doubted(Value):
    """The limbs, or the clauses, that say so are arguable."""


@frozen(eq=False, repr=False)
class Says(Value):
    """What the clauses say in one attribute: the concepts each names; ``every``: all are needed."""

    concepts: tuple[tuple[str, ...], ...]
    every: bool = False


@frozen(eq=False, repr=False)
class Called(Value):
    """What the clauses are called where that says how far they go (*document offence only*)."""

    labels: tuple[str, ...]


@frozen(eq=False, repr=False)
class NoClause(Value):
    """There is no clause; ``general`` are rules for anyone, as label and pinpoint."""

    general: tuple[tuple[str, str], ...] = ()
    attribute: bool = False


@frozen(eq=False, repr=False)
class NotStated(Value):
    """A clause that was read in full says nothing on an attribute."""


@frozen(eq=False, repr=False)
class Sanction(Value):
    """What one form of an offence is punished with, and where that stands or would have to be read.

    ``base`` is the penalty of the base form, of which it may be a fraction; ``besides`` are the
    circumstances the form needs besides, ``unseen`` that nobody has seen the penalty.
    """

    penalty: Penalty | None
    base: Penalty | None
    at: str
    besides: tuple[str, ...] = ()
    unseen: bool = False


@frozen(eq=False, repr=False)
class Narrower(Value):
    """In what a clause is narrower than what is asked: the attribute, the concepts.

    ``rest``: what it leaves out is *absent* (its own text was read), *silent* (it was not), *open*.
    ``instead``: a link stands in place of what is asked, and not beside it. Without concepts it is
    not known what the clause says on the attribute.
    """

    attribute: str
    concepts: tuple[str, ...]
    rest: Literal["absent", "open", "silent"] = "absent"
    instead: bool = False


@frozen(eq=False, repr=False)
class Terms(Value):
    """Penalties of some forms; ``separate``: a form of its own, where the row is of one."""

    sanctions: tuple[Sanction, ...]
    separate: bool = True


@frozen(eq=False, repr=False)
class Measures(Value):
    """How far a measure goes (*mandatory*, *optional*), up to how many years, and where."""

    extents: tuple[tuple[str, int | None, tuple[str, ...]], ...]


Ground = (
    FreeFor | FreeWhere | FreeBut | GraverOnly | NotUsed | Demanded | NotDemanded | Contradicted
    | GeneralPart | NoMeans | Doubted | Says | Called | NoClause | NotStated | Narrower | Sections
    | Terms | Measures
)  # fmt: skip
"""What a finding rests on where no list gives it by itself."""
