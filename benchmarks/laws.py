"""Synthetic laws, built like real ones: the vocabulary of the corpus, the treaty core, and what
laws do to it.

A law starts from the acts, means and purposes of the Palermo Protocol, leaves some out, adds words
of its own from the whole vocabulary, marks a few entries, leaves a list open or not seen in full,
demands a further element here and there, gives children a limb of their own, and restates its acts
in aggravated forms. The shares are near those of the records in ``data/``. The same seed gives the
same laws.
"""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING

from comparators.law import Law as Read
from comparators.law import space_for
from provisions.records import (
    NOT_REQUIRED,
    NOT_SEEN,
    VICTIMS,
    Entry,
    Evidence,
    Instrument,
    Limb,
    List,
    Offence,
    Span,
    Tier,
    Version,
)

if TYPE_CHECKING:
    from comparators.boxes import Space
    from provisions.vocabulary import Thesaurus

CORE = {
    "act": ("recruitment", "transportation", "transfer", "harbouring", "receipt"),
    "means": (
        "threat-of-force", "use-of-force", "other-coercion", "abduction", "fraud", "deception", "abuse-of-power",
        "abuse-of-vulnerability", "payments-or-benefits",
    ),
    "purpose": (
        "prostitution-of-others", "sexual-exploitation", "forced-labour", "slavery", "practices-similar-to-slavery",
        "servitude", "organ-removal",
    ),
}  # fmt: skip
DEMANDS = (
    "for-gain",
    "cannot-refuse",
    "victim-compelled",
    "travel",
    "cross-border",
    "for-transplantation",
)

Union = list[int]
Law = tuple[Union, Union, Union]
"""What is named, what is named or unknown (required), and what is possible: as boxes."""


def _some(rng: Random, share: float, *elements: str) -> dict[str, Evidence]:
    return {rng.choice(elements): Evidence(words="...")} if rng.random() < share else {}


def _list(rng: Random, words: Thesaurus, role: str) -> List:
    concepts = [c for c in CORE[role] if rng.random() < 0.85] or [CORE[role][0]]
    others = [c.id for c in words if c.sort == role and not c.heading and c.id not in concepts]
    concepts += rng.sample(others, rng.choice((0, 0, 1, 2, 4)))
    marks = ("stated",) * 18 + ("arguable", "unseen")
    entries = {
        c: Entry(words="...", mark=rng.choice(marks), requires=_some(rng, 0.06, *DEMANDS)) for c in concepts
    }  # fmt: skip
    return List(
        role=role,
        unlisted=rng.choice(("absent",) * 7 + ("open", "open", "silent")),
        at="1",
        entries=entries,
    )


def synthetic(rng: Random, words: Thesaurus, number: int) -> Version:
    """One law."""
    lists = {f"{role}-{i}": _list(rng, words, role) for role in CORE for i in (1, 2)}
    aggravated = rng.sample([c.id for c in words if c.sort == "means"], rng.choice((0, 0, 2, 4)))
    lists["circumstances"] = List(
        role="aggravating", unlisted="absent", at="1(2)",
        entries={
            c: Entry(words="...", restates="means",
                     settled_by=Evidence(gloss="decided") if rng.random() < 0.2 else None)
            for c in aggravated
        },
    )  # fmt: skip
    tiers = (Tier(at="1(2)", circumstances="circumstances"),)
    means = rng.choice(("means-1",) * 6 + (NOT_REQUIRED,) * 3 + (NOT_SEEN,))
    limbs = [Limb("act-1", means, "purpose-1", requires=_some(rng, 0.15, *DEMANDS))]
    if rng.random() < 0.6:
        limbs.append(Limb(rng.choice(("act-1", "act-2")), NOT_REQUIRED, "purpose-1", ("child",)))
    if rng.random() < 0.3:
        limbs.append(Limb("act-2", rng.choice(("means-2", NOT_REQUIRED)), "purpose-2"))
    if rng.random() < 0.2:
        lists["sale"] = List(
            role="act", unlisted="absent", at="2", entries={"sale-or-purchase": Entry(words="...")}
        )
        limbs.append(Limb("sale", NOT_REQUIRED, NOT_REQUIRED, rng.choice((VICTIMS, ("child",)))))
    if rng.random() < 0.1:
        limbs.append(Limb("act-2", "means-2", "purpose-1", mark="arguable", reading="..."))
    offence = Offence(
        id="1", provision="offence", kind="trafficking", at="1", limbs=tuple(limbs), tiers=tiers
    )
    instrument = Instrument(f"law-{number}", f"Law {number}", f"Law {number}", "national-law")
    return Version(
        instrument,
        Span(date(2012, 1, 1)),
        "...",
        date(2012, 1, 1),
        lists=lists,
        offences=(offence,),
    )


def in_one_space(words: Thesaurus, versions: list[Version]) -> tuple[Space, list[Law]]:
    """The boxes of some laws, in a space they share."""
    layers = [Read(v, words) for v in versions]
    space = space_for(layers)
    return space, [(x.named(space), x.required(space), x.possible(space)) for x in layers]


def synthetic_laws(words: Thesaurus, count: int, seed: int = 2012) -> tuple[Space, list[Law]]:
    """The boxes of synthetic laws, in one space."""
    rng = Random(seed)  # noqa: S311 - the same laws every time are wanted, not secrets
    return in_one_space(words, [synthetic(rng, words, n) for n in range(count)])
