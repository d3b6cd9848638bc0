"""The statuses, the first that applies, and the finding: what a cell is, in values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from attrs import evolve, frozen

from comparators.lists import Layer, Way
from comparators.reasons import (
    Doubted,
    FreeFor,
    FreeWhere,
    GeneralPart,
    Ground,
    Measures,
    Named,
    NoClause,
    Opened,
    Says,
    Sections,
    Terms,
    Unread,
    Via,
)
from provisions.records import Evidence, Facet, Mark, Penalty
from provisions.values import Value

Status = Literal["not-required", "covered", "implied", "partial", "silent", "open", "absent"]
STATUSES: tuple[Status, ...] = (
    "not-required",
    "covered",
    "implied",
    "partial",
    "silent",
    "open",
    "absent",
)
"""The statuses, in the order in which the first that applies is taken."""

Ways = Mapping[str, tuple[Way, ...]]
"""The ways of each leaf of a concept."""

_OF_LAYER: Mapping[Layer, Status] = {
    Layer.SILENT: "silent",
    Layer.OPEN: "open",
    Layer.ABSENT: "absent",
}


@frozen(eq=False, repr=False)
class Elsewhere(Value):
    """Another role the instrument gives the concept, or another text it leaves it to."""

    role: str
    evidence: tuple[Evidence, ...]
    concept: str
    to: str | None = None


@frozen(eq=False, repr=False)
class Rest(Value):
    """What becomes, in a *partial* finding, of the leaves that nothing names."""

    layer: Layer
    because: Way
    evidence: tuple[Evidence, ...] = ()


@frozen(repr=False)
class Finding:
    """What follows for one concept in one role in one version: a status, why, and its evidence.

    ``instrument`` is the key of the version. ``because`` has the ways or grounds it rests on, and
    no sentence: those are made in `comparators.wording`. ``via`` is the broader concept an implied
    one is reached by; ``named`` the narrower concepts the words name; ``notes`` the reading notes
    of what it rests on; ``others`` what becomes of the leaves that a *partial* one does not name;
    ``settled`` the decisions or commentaries that settle its doubtful words.

    >>> import comparators
    >>> comparators.compare("Armenia@2011-03-01").cell("fraud", "armenia")
    <Finding armenia@2011-03-01 means/fraud: covered, 132(1)>
    """

    status: Status
    because: tuple[Way | Ground, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    others: tuple[Rest, ...] = ()
    via: str | None = None
    named: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    strength: str | None = None
    elsewhere: tuple[Elsewhere, ...] = ()
    settled: tuple[Evidence, ...] = ()
    instrument: str = ""
    facet: Facet = "element"
    concept: str = ""

    def __repr__(self) -> str:
        what = f"{self.instrument} {self.facet}/{self.concept}".strip()
        return f"<Finding {what}: {self.status}{f', {self.at}' if self.at else ''}>"

    @property
    def at(self) -> str:
        """The pinpoints of what it rests on, each once."""
        return ", ".join(dict.fromkeys(e.at for e in self.evidence if e.at))

    @property
    def rest(self) -> Status | None:
        """Of a *partial* finding: what becomes of the leaves not named, the weakest first; else
        ``None``.

        >>> Finding("partial", others=(Rest(Layer.OPEN, Way(Layer.OPEN, Opened("acts"))),)).rest
        'open'
        """
        if self.status != "partial":
            return None
        return _OF_LAYER[max((r.layer for r in self.others), default=Layer.ABSENT)]

    @property
    def spoken(self) -> bool:
        """Whether the law's own words have it; of a clause, however narrow it is."""
        narrow = self.facet == "non-punishment" and self.status == "partial"
        return self.status == "covered" or narrow

    @property
    def demands(self) -> frozenset[str]:
        """The further elements without which the concept is not named."""
        ways = [b for b in self.because if isinstance(b, Way)]
        return min((w.demands for w in ways), key=len, default=frozenset())

    @property
    def reasons(self) -> tuple[object, ...]:
        """What it rests on, ways and grounds alike."""
        return tuple(b.because if isinstance(b, Way) else b for b in self.because)

    @property
    def seen(self) -> bool:
        """Whether what was read settles it: that the general part decides, or that it is not in the
        sections read, is known, and no gap in what was read.
        """
        return self.status != "silent" or any(
            isinstance(r, GeneralPart | Sections) for r in self.reasons
        )

    @property
    def arguable(self) -> bool:
        """Whether the law's own word for the concept is there, and is arguable."""
        return self.status == "open" and any(
            isinstance(r, Doubted) or (isinstance(r, Named | Via) and r.entry == self.concept)
            for r in self.reasons
        )

    @property
    def compared(self) -> tuple[object, ...]:
        """What is compared with another law's finding: the status, the rest, what is demanded; and
        of a penalty or a clause what it says. Other words, or another place, are no difference.
        """
        demands = [g.demands for g in self.because if isinstance(g, Way)]
        demands += [frozenset(g.elements) for g in self.because if isinstance(g, FreeWhere)]
        said = (_said(g) for g in self.because if isinstance(g, Terms | Measures | Says))
        return self.status, self.rest, frozenset().union(*demands), tuple(said)

    @property
    def substance(self) -> tuple[object, ...]:
        """What it says without where that is said: two findings differ in this, or not at all."""
        elsewhere = tuple(sorted((e.role, e.concept, e.to or "") for e in self.elsewhere))
        said = tuple(filter(None, map(_said, self.because)))
        return self.status, self.rest, self.via, self.named, self.strength, said, elsewhere


def _said(ground: Way | Ground) -> tuple[object, ...]:
    """The values of a ground, without pinpoints and without the names of lists."""
    if isinstance(ground, Way):
        if isinstance(ground.because, Opened | Unread):
            return ()
        return (type(ground.because).__name__, getattr(ground.because, "entry", ""), ground.demands)
    if isinstance(ground, Terms):
        said = (
            (bare(x.penalty) if x.penalty and not x.unseen else None, x.besides)
            for x in ground.sanctions
        )
        return ("Terms", tuple(dict.fromkeys(said)), ground.separate)
    if isinstance(ground, Measures):
        return ("Measures", tuple((extent, years) for extent, years, _ in ground.extents))
    if isinstance(ground, NoClause):
        return ("NoClause", tuple(label for label, _ in ground.general))
    if isinstance(ground, FreeWhere):
        return ("FreeWhere", ground.elements)
    if isinstance(ground, Sections):
        return ("Sections",)
    if isinstance(ground, FreeFor):
        acts = tuple(a for a in ground.acts if not isinstance(a, str))
        return ("FreeFor", acts, ground.arguable)
    return (ground,)


def bare(penalty: Penalty) -> Penalty:
    """A penalty without where it is said, and in which words: what it is."""
    return evolve(penalty, words=None, gloss=None, at=None, source=None, lang=None, by=None)


def floored(way: Way, mark: Mark) -> Way:
    """A way as the mark of the limb that uses the list holds it down. Of a limb that was not seen,
    only an absence is certain.
    """
    if mark == "stated" or way.layer == Layer.ABSENT:
        return way
    if mark == "unseen":
        return evolve(way, layer=Layer.SILENT)
    return way if way.layer == Layer.SILENT else evolve(way, layer=max(way.layer, Layer.OPEN))


def free(ways: tuple[Way, ...]) -> Layer:
    """How well a leaf is borne where no further element is present. A doubtful word that demands as
    much as one that names the leaf adds nothing.
    """
    named = [w.demands for w in ways if w.layer == Layer.NAMED]
    return min(
        (
            w.layer
            for w in ways
            if (not w.demands if w.layer == Layer.NAMED else not adds_nothing(w, named))
        ),
        default=Layer.ABSENT,
    )


def adds_nothing(way: Way, named: Iterable[frozenset[str]]) -> bool:
    """Whether a doubtful way demands as much as some that names the leaf."""
    return bool(way.demands) and any(demands <= way.demands for demands in named)


def status_of(concept: str, found: Ways) -> tuple[Status, frozenset[Layer]]:
    """The status of a concept from the ways of its leaves, the first that applies; and, where only
    some leaves are named, what becomes of the others.
    """
    if found and all(any(own(way, concept) for way in ways) for ways in found.values()):
        return "covered", frozenset()
    bears = frozenset(map(free, found.values()))
    rest = bears - {Layer.NAMED}
    if found and not rest:
        return "implied", frozenset()
    if any(way.layer == Layer.NAMED for ways in found.values() for way in ways):
        return "partial", rest
    return _OF_LAYER[min(rest, default=Layer.ABSENT)], frozenset()


def own(way: Way, concept: str) -> bool:
    """Whether a way is the law's own word for the concept, for certain and without a demand."""
    named = way.layer == Layer.NAMED and not way.demands
    return named and isinstance(way.because, Named | Via) and way.because.entry == concept
