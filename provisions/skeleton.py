"""A draft to begin with: a commented skeleton, or a copy of a law to edit."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from provisions.checking.versions import identifier
from provisions.corpus import data_folder, index
from provisions.errors import UNSEEN, RequestError
from provisions.records import Span, Version
from provisions.toml import dump, schema_line

SKELETON = """\
{schema}
# {name}: a bill. Change every line below to what the bill says; `provisions check THIS-FILE` tells
# every fault at once, with its place. The keys are explained in docs/data.md, the concepts are
# listed by `provisions concepts`. A phrase in quotation marks is the bill's own, exactly, and has
# at most twelve words; in another language than English, give its gloss beside it.
name = "{name}"
kind = "national-law"
id = "{id}"
# amends = "kazakhstan"   # the law of the corpus that the bill would change
source = "bill"           # where the words stand: one of [sources] below, or of the bibliography
# lang = "ru"             # of the words, where that is not English
read = {today}
[in_force]
since = {since}

# What the offence consists of: each list has its place and the words, concept by concept.
[lists.acts]
role = "act"
at = "1(1)"
unlisted = "absent"       # "open": its own words leave room (say which: opening = "..."); "silent":
                          # the list was not seen whole
[lists.acts.entries]
recruitment = "recruits"
transportation = "transports"
transfer = "transfers"
harbouring = "harbours"
receipt = "receives"

[lists.means]
role = "means"
at = "1(1)"
unlisted = "absent"
[lists.means.entries]
"threat-of-force, use-of-force, other-coercion" = "threat or use of force or other coercion"
deception = "deception"

[lists.purposes]
role = "purpose"
at = "1(2)"
unlisted = "absent"
[lists.purposes.entries]
sexual-exploitation = "sexual exploitation"
forced-labour = "forced labour or services"

# Each complete way to commit the offence is a limb; a child needs no means here.
[[offences]]
id = "1"
kind = "trafficking"
at = "1(1)"
limbs = [
  {{ acts = "acts", means = "means", purposes = "purposes", victims = ["adult", "incapacitated"] }},
  {{ acts = "acts", means = "not-required", purposes = "purposes", victims = ["child"] }},
]
penalty = {{ words = "imprisonment from five to ten years", min_years = 5, max_years = 10 }}

# Where one has read, and found nothing; what was not read stands under [unread] instead.
[nothing_on]
aggravating = "1-5"
non-punishment = "1-5"
related = "1-5"

[sources.bill]
type = "bill"
title = "{name}"
basis = "draft"

# A concept that the vocabulary lacks, and where it lies in it, on whose authority:
# [vocabulary.purposes]
# forced-marriage-for-debt = "forced marriage in payment of a debt"
# [[vocabulary.broader]]
# narrower = "forced-marriage-for-debt"
# broader = "practices-similar-to-slavery"
# source = "bill"
# at = "1(2)"
# words = "practices similar to slavery, such as forced marriage for debt"
"""


def address() -> str:
    """Where the schema stands that is installed with the records."""
    return (data_folder() / "provisions.schema.json").as_uri()


def skeleton(name: str, since: date | None = None) -> str:
    """A commented draft that loads as it is, to be changed line by line.

    Raises `RequestError` for a name without a letter.

    >>> skeleton("Bill of 2027").splitlines()[5]
    'name = "Bill of 2027"'
    """
    today = date.today()  # noqa: DTZ011 - the reader's own day is meant
    plain = _plain(name)
    return SKELETON.format(
        schema=schema_line(address()),
        name=plain,
        id=identifier(plain),
        today=today,
        since=since or today,
    )


def _plain(name: str) -> str:
    """A name on one line, with no character that TOML or a terminal takes for more than a
    letter.
    """
    plain = " ".join(UNSEEN.sub(" ", name).replace("\\", " ").replace('"', "'").split())
    if not any(c.isalnum() for c in plain):
        raise RequestError(f"{name!a} is no name for a draft: give one in letters, such as 'Bill'")
    return plain


def copy_of(
    version: Version, name: str, since: date | None = None, comment: str | None = None
) -> str:
    """A law as a draft to edit, which amends it from a day on (today, where none is given).

    >>> import provisions
    >>> print(copy_of(provisions.get("CoE"), "Protocol").splitlines()[2])
    name = "Protocol"
    """
    today = date.today()  # noqa: DTZ011 - the reader's own day is meant
    name = _plain(name)
    own = identifier(name)
    instrument = evolve(
        version.instrument,
        id=own if own != version.id else f"{own}-draft",
        name=name,
        title=name,
        aliases=(),
    )
    draft = evolve(
        version,
        instrument=instrument,
        in_force=Span(since or today),
        read=max(version.read, today),
        amends=version.amends or (version.id if version.id in index() else None),
        title=None,
        established_by=None,
        ended_by=None,
        dating=None,
        known_until=None,
        number=None,
        adopted=None,
        published=None,
        gazette=None,
        transitional=None,
    )
    said = comment or (
        f"{name}: a draft, copied from {version.key} ({version.instrument.title}) to be edited."
    )
    return dump(draft, comment=said, schema=address())
