"""The penalty for given facts: the forms of an offence they meet, and the gravest sanction of all.

A form may need several circumstances together, be weighed within the range, be the lesser one, or
have a sanction that nobody has seen. Nothing is concluded from what was not seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from comparators.findings.penalties import Severity, severity
from provisions.records import Effect, Entry, List, Mark, Offence, Penalty, Tier, Version
from provisions.values import Value
from provisions.vocabulary import Thesaurus


@frozen(eq=False, repr=False)
class Circumstance(Value):
    """A circumstance of an offence that the facts meet.

    ``doubt``: the concept of the law's word, where that only overlaps with the fact or reaches it
    on a condition. ``wanted``: what the word or its form demands besides, and nobody mentioned.
    """

    concept: str
    at: str
    doubt: str = ""
    wanted: tuple[str, ...] = ()
    mark: Mark = "stated"
    effect: Effect = "graver"

    @property
    def certain(self) -> bool:
        """Whether it is met whatever is said or read besides."""
        return self.mark == "stated" and not self.doubt and not self.wanted


@frozen(eq=False, repr=False)
class Form(Value):
    """The base form of an offence, or one of its aggravated forms, as the facts meet it.

    ``at`` is the pinpoint of its penalty. ``certain``: the facts meet it whatever is read besides.
    """

    offence: str
    at: str
    penalty: Penalty | None
    circumstances: tuple[str, ...] = ()
    certain: bool = True
    effect: Effect = "graver"
    base: Penalty | None = field(default=None, repr=False)

    @property
    def seen(self) -> bool:
        """Whether the sources give its sanction."""
        return self.penalty is not None and self.penalty.mark != "unseen"

    @property
    def severity(self) -> Severity:
        """What makes one sanction graver than another."""
        return severity(self.penalty, self.base)


@frozen(eq=False, repr=False)
class Sanction(Value):
    """The gravest sanction of all forms that some facts meet, of all offences that reach them.

    ``unseen``: the forms that are met and whose sanction nobody has seen; then the gravest is not
    known. ``arguable``: a graver one, if a word that is open to argument is met. ``factors``: what
    is weighed within the range.
    """

    gravest: Form | None
    unseen: tuple[Form, ...] = ()
    arguable: Form | None = None
    factors: tuple[Circumstance, ...] = ()


def circumstances(
    version: Version, offences: Iterable[Offence], present: frozenset[str], words: Thesaurus
) -> tuple[Circumstance, ...]:
    """The circumstances of some offences that the facts meet, in the order of the law.

    >>> import provisions
    >>> from comparators.facts import meaning
    >>> law, words = provisions.get("Kazakhstan@2006-03-02"), provisions.thesaurus()
    >>> [c.at for c in circumstances(law, law.offences, meaning(words, ["organised-group"]), words)]
    ['128(4)(а)', '133(4)(а)']
    """
    found: dict[tuple[str, str], Circumstance] = {}
    for offence in offences:
        for tier, a_list in _forms(version, offence):
            here = {
                c: _met(c, entry, _place(entry, tier, offence), present, words, version.id)
                for c, entry in a_list.entries.items()
            }
            besides = tuple(c for c, met in here.items() if not met) if tier and tier.all else ()
            for met in filter(None, here.values()):
                if (met.concept, met.at) not in found:
                    found[met.concept, met.at] = _of_tier(met, tier, besides)
    return tuple(found.values())


def sanction(
    version: Version, offences: Iterable[Offence], met: Sequence[Circumstance]
) -> Sanction | None:
    """The gravest sanction of the forms met; ``None`` where none of the offences has any."""
    forms = [f for o in offences for f in _met_forms(version, o, met)]
    graver = [f for f in forms if f.effect == "graver"]
    gravest = _gravest(f for f in graver if f.certain and f.seen)
    arguable = _gravest(f for f in graver if not f.certain and f.seen)
    # a treaty's graver form leaves its sanction to the State: there is none to be seen
    seen = version.instrument.international or "penalty" in version.nothing_on
    unseen = () if seen else tuple(f for f in graver if f.certain and not f.seen)
    if arguable and gravest and arguable.severity <= gravest.severity:
        arguable = None
    factors = tuple(c for c in met if c.effect == "factor" and c.certain)
    if not gravest and not unseen and not arguable:
        return None
    return Sanction(gravest, unseen, arguable, factors)


def _gravest(forms: Iterable[Form]) -> Form | None:
    return max(forms, key=lambda f: f.severity, default=None)


def _forms(version: Version, offence: Offence) -> Iterator[tuple[Tier | None, List]]:
    """The lists of circumstances of an offence: of the whole graver article, and of its forms."""
    for tier in (None, *offence.tiers):
        name = tier.circumstances if tier else offence.graver_for
        if name and name in version.lists:
            yield tier, version.lists[name]


def _place(entry: Entry, tier: Tier | None, offence: Offence) -> str:
    return entry.at or (tier.at if tier else offence.at)


def _of_tier(met: Circumstance, tier: Tier | None, besides: tuple[str, ...]) -> Circumstance:
    """A circumstance in its form, which may need others ``besides``."""
    if tier is None:
        return met
    return evolve(met, effect=tier.effect, wanted=(*met.wanted, *besides))


def _met(
    concept: str, entry: Entry, at: str, present: frozenset[str], words: Thesaurus, instrument: str
) -> Circumstance | None:
    """A circumstance, if the facts meet it: in its own words, by a narrower fact, arguably."""
    wanted = tuple(f for f in entry.requires if f not in present)
    under = words.under(concept, instrument)
    if concept in present or any(n in present and not under[n].condition for n in under):
        return Circumstance(concept, at, "", wanted, entry.mark)
    near = [n for n in under if n in present]
    near += [other for other, _ in words.overlapping(concept, instrument) if other in present]
    return Circumstance(concept, at, near[0], wanted, entry.mark) if near else None


def _met_forms(version: Version, offence: Offence, met: Sequence[Circumstance]) -> Iterator[Form]:
    """The base form of an offence, and each of its other forms that the facts meet."""
    known: Mapping[tuple[str, str], Circumstance] = {(c.concept, c.at): c for c in met}
    base = offence.penalty
    yield Form(offence.id, (base.at if base else None) or offence.at, base)
    for tier in offence.tiers:
        a_list = version.lists.get(tier.circumstances)
        entries = a_list.entries.items() if a_list else ()
        hits = [known.get((c, _place(e, tier, offence))) for c, e in entries]
        here = [c for c in hits if c]
        if not here or (tier.all and len(here) < len(hits)):
            continue
        sure = [c for c in here if c.certain]
        certain = len(sure) == len(hits) if tier.all else bool(sure)
        told = tuple(c.concept for c in (sure if certain else here))
        at = (tier.penalty.at if tier.penalty else None) or tier.at
        yield Form(offence.id, at, tier.penalty, told, certain, tier.effect, base)
