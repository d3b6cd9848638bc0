"""What a penalty may say: figures that stand in its words, fractions of a base, one kind of fine.

Each fault is a key path of the file and what would be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from provisions.records import Fine, Offence, Penalty, Tier, Version

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_TEENS = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS: tuple[str, ...] = (
    *_UNITS,
    *_TEENS,
    *(ten + one for ten in _TENS for one in ("", *(f"-{u}" for u in _UNITS[1:10]))),
)
"""The numbers as words, from zero to ninety-nine."""

_FRACTION = re.compile(r"[1-9]\d*/[1-9]\d*( to [1-9]\d*/[1-9]\d*)?")


def faults_of_penalties(version: Version, *, draft: bool) -> Iterator[tuple[str, str]]:
    """What is wrong with the penalties of a version, as key path and message.

    A ``draft`` need not give every sanction: one that is not there was not seen.
    """
    for i, offence in enumerate(version.offences):
        path = f"offences[{i}]"
        if offence.penalty is not None:
            yield from _penalty(f"{path}.penalty", offence.penalty)
            if offence.penalty.raised or offence.penalty.lowered:
                said = "raised" if offence.penalty.raised else "lowered"
                yield (
                    f"{path}.penalty.{said}",
                    "is a fraction of the base penalty, and this is the base: give it to a tier",
                )
        elif not draft and _wants_sanction(version, offence):
            yield f"{path}.penalty", _not_given(offence.at)
        for j, tier in enumerate(offence.tiers):
            where = f"{path}.tiers[{j}]"
            yield from _tier(version, offence, tier, where)
            wanted = tier.penalty is None and tier.effect != "factor"
            if wanted and not draft and _wants_sanction(version, offence):
                yield f"{where}.penalty", _not_given(tier.at)


def _wants_sanction(version: Version, offence: Offence) -> bool:
    """Whether an offence has a sanction that the record must give, or say it has not seen."""
    punishes = offence.provision == "offence" and not version.instrument.international
    return punishes and not {"penalty"} & {*version.nothing_on, *version.unread}


def _not_given(at: str) -> str:
    return (
        f'the sanction is not given: write penalty = {{ mark = "unseen", at = "{at}" }} '
        "where it was not seen"
    )


def _tier(version: Version, offence: Offence, tier: Tier, path: str) -> Iterator[tuple[str, str]]:
    """Faults of one form of an offence: its circumstances and its sanction."""
    a_list = version.lists.get(tier.circumstances)
    if a_list is not None and not a_list.entries and a_list.full:
        yield (
            f"{path}.circumstances",
            f"the list {tier.circumstances!r} names nothing: a form needs a circumstance",
        )
    if tier.all and a_list is not None and len(a_list.entries) == 1:
        yield f"{path}.all", f"the list {tier.circumstances!r} has one circumstance only"
    penalty = tier.penalty
    if penalty is None:
        return
    if tier.effect == "factor":
        yield f"{path}.penalty", "a factor is weighed within the range: it has no sanction"
    yield from _penalty(f"{path}.penalty", penalty)
    if (penalty.raised or penalty.lowered) and not (offence.penalty and offence.penalty.stated):
        key = "raised" if penalty.raised else "lowered"
        yield (
            f"{path}.penalty.{key}",
            "is a fraction of a base penalty that is not stated: give the offence its penalty",
        )


def _penalty(path: str, penalty: Penalty) -> Iterator[tuple[str, str]]:
    """Faults of one penalty by itself."""
    if penalty.mark == "unseen":
        if penalty.stated or penalty.words or penalty.fine or penalty.raised or penalty.lowered:
            yield f"{path}.mark", "was not seen, and nevertheless says something: remove one"
        return
    if not (penalty.words or penalty.gloss):
        yield path, "wants the law's own words, or a gloss where no source held has them"
        return
    low = (penalty.min_years or 0) * 12 + (penalty.min_months or 0)
    high = (penalty.max_years or 0) * 12 + (penalty.max_months or 0)
    if high and low > high:
        whole = not low % 12 and not high % 12
        terms = f"{low // 12} years, and {high // 12}" if whole else f"{low} months, and {high}"
        yield path, f"the lowest term is above the highest: {terms}"
    if penalty.life_alone and (low or high):
        yield f"{path}.life_alone", "life is not the only sanction where a term of years is given"
    if penalty.fine == "only" and penalty.stated:
        yield f"{path}.fine", "a fine is not the only penalty where imprisonment is given"
    if penalty.fine_amount and not penalty.fine:
        yield f"{path}.fine", f"is missing beside its amount: one of {', '.join(get_args(Fine))}"
    for key in ("raised", "lowered"):
        fraction = getattr(penalty, key)
        if fraction and not _FRACTION.fullmatch(fraction):
            yield (
                f"{path}.{key}",
                f'must be a fraction, such as "1/3" or "1/3 to 1/2", not {fraction!r}',
            )
    if penalty.bound and not (penalty.raised or penalty.lowered):
        yield f"{path}.bound", "says which bound a fraction changes, and there is none"
    yield from _figures(path, penalty)


def _figures(path: str, penalty: Penalty) -> Iterator[tuple[str, str]]:
    """No figure stands in a record that does not stand in its words."""
    said = f"{penalty.words} {penalty.gloss} {penalty.alternatives}".casefold()
    for key in ("min_years", "max_years", "min_months", "max_months"):
        number = getattr(penalty, key)
        if not number:
            continue
        spelt = NUMBERS[number] if number < len(NUMBERS) else str(number)
        spelt = spelt.replace("-", "[- ]")
        if key.endswith("months") and number == 6:
            spelt += "|half"  # two and a half years
        if not re.search(rf"(?<![\w/.])({number}|{spelt})(?![\w/])", said):
            yield (
                f"{path}.{key}",
                f"{number} does not stand in the words or their gloss: no number is invented",
            )
