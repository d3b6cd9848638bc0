"""Files to test with: those of ``data/``, and one small, faultless law whose every part can be
spoilt alone."""

import tomllib
from copy import deepcopy
from pathlib import Path

from provisions import corpus
from provisions.checking.versions import check_version
from provisions.records import Instrument, Source

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
FILES = sorted(DATA.glob("*/*.toml"))
KEYS = [f"{path.parent.name}@{path.stem}" for path in FILES]

NATIONAL = Instrument(
    "ruritania", "Ruritania", "Ruritania: Criminal Code", "national-law", ("RUR",)
)
TREATY = Instrument("pact", "Pact", "Pact against Trafficking", "treaty")

SOURCES = {
    "code": Source("code", "legislation", "Criminal Code", "primary"),
    "speech": Source("speech", "speech", "Presentations", "secondary"),
    "bill": Source("bill", "bill", "Bill No. 7", "draft"),
}

SMALL = """
source = "code"
read = 2024-05-06
[in_force]
since = 2010-01-01

[lists.movement]
role = "act"
at = "128(1)"
unlisted = "absent"
[lists.movement.entries]
recruitment = "recruitment"
transfer = "transfer"
receipt = { words = "receipt", requires = { for-gain = "for gain" } }

[lists.means]
role = "means"
at = "128(1)"
unlisted = "silent"
to_read = "128, note 1"
[lists.means.entries]
deception = "by deceit"
fraud = { gloss = "by fraud" }

[lists.exploitation]
role = "purpose"
at = "128, note 2"
unlisted = "open"
opening = "and other forms of exploitation"
[lists.exploitation.entries]
slavery = "slavery"
forced-labour = { words = "forced labour", also = [{ source = "speech", by = "Ms Novak", words = "labour by force" }] }

[lists.circumstances]
role = "aggravating"
at = "128(2)"
unlisted = "absent"
[lists.circumstances.entries]
child-victim = { at = "128(2)(а)", words = "of a minor" }
public-official = { at = "128(2)(б)", words = "by a public official" }

[[offences]]
id = "128"
provision = "offence"
kind = "trafficking"
at = "128(1)"
limbs = [
  { acts = "movement", means = "means", purposes = "exploitation" },
  { acts = "movement", means = "not-required", purposes = "exploitation", victims = ["child"] },
]
[offences.penalty]
words = "from three to eight years"
min_years = 3
max_years = 8
[[offences.tiers]]
at = "128(2)"
circumstances = "circumstances"
penalty = { mark = "unseen" }

[[non_punishment]]
at = "128, note 3"
words = "is freed from criminal liability"
unlisted = "absent"
[non_punishment.effects]
no-criminal-liability = "is freed from criminal liability"

[nothing_on]
related = "1-300"

[[discrepancies]]
on = ["deception"]
note = "Ms Novak names threats too."

[[examples]]
facts = ["recruitment", "slavery", "child"]
reached = "yes"
"""


class Deleted:
    """In place of a value: the key is taken out."""

    def __repr__(self):
        return "deleted"


DELETED = Deleted()


def tables_of(path):
    """The tables of a file of ``data/``."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def small():
    """The tables of the small law."""
    return tomllib.loads(SMALL)


def changed(tables, steps, value):
    """A copy of ``tables`` with the value at ``steps`` (keys and positions) replaced, or
    ``DELETED``."""
    copy = deepcopy(tables)
    inner = copy
    for step in steps[:-1]:
        inner = inner.setdefault(step, {}) if isinstance(inner, dict) else inner[step]
    if value is DELETED:
        del inner[steps[-1]]
    else:
        inner[steps[-1]] = value
    return copy


def check(tables, instrument=NATIONAL, sources=SOURCES):
    """The version that ``tables`` give, if any, and their faults."""
    return check_version(tables, "law.toml", instrument, corpus.thesaurus(), sources)


def faults(tables, instrument=NATIONAL, sources=SOURCES):
    """The faults of ``tables``: key path to message, those of one path joined."""
    found = {}
    for fault in check(tables, instrument, sources)[1]:
        assert fault.file == "law.toml"
        found[fault.path] = "; ".join(filter(None, (found.get(fault.path), fault.message)))
    return found


def spoilt(steps, value, instrument=NATIONAL):
    """The faults of the small law with one value changed."""
    return faults(changed(small(), steps, value), instrument)


def versions():
    """Every version of the corpus."""
    return [
        version for instrument in corpus.instruments() for version in corpus.versions(instrument.id)
    ]
