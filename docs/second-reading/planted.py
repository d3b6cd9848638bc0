"""Twenty errors planted in some records by lot, and who finds them.

    python docs/second-reading/planted.py FOLDER [LAW...]

FOLDER holds the full texts (as for ``provisions check --texts``). The newest record of each law is taken in
turn and one error is put into a copy of it: a wrong pinpoint, a swapped concept, a dropped demand or
means, a moved entry, an altered word. Asked are the checks of the file with its own examples, the quotations
against the texts, the articles read by themselves (docs/readings) and the second coding.
The lot is drawn from a fixed seed: the same records give the same errors.
"""

from __future__ import annotations

import random
import sys
import tomllib
from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import chain
from pathlib import Path
from typing import Any

from agreement import ROUNDS, at, demands, limbs, newest, pairs, versions

import provisions
from comparators.examples import examples
from comparators.law import Law
from provisions.checking.quotations import Library, check_quotations
from provisions.checking.versions import check_version
from provisions.corpus import installed
from provisions.loading import load_thesaurus
from provisions.records import Version
from provisions.vocabulary import Thesaurus

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
sys.path.insert(0, str(REPOSITORY / "tests"))
from cases import reached  # noqa: E402 -- the tests' own question, asked as they ask it

SEED = 20261127
LAWS = ("germany", "france", "spain", "netherlands", "norway")
Raw = dict[str, Any]
DEFINITION = ("act", "means", "purpose", "aggravating")


def listed(raw: Raw, *roles: str) -> list[tuple[str, str]]:
    """The entries of the lists of some roles: list and key."""
    return [
        (name, key)
        for name, a_list in raw["lists"].items()
        if a_list["role"] in (roles or DEFINITION)
        for key in a_list.get("entries", {})
    ]


def wrong_pinpoint(raw: Raw, lot: random.Random) -> str:
    """An entry gets the pinpoint of another list."""
    name, key = lot.choice(listed(raw))
    a_list = raw["lists"][name]
    entry = a_list["entries"][key]
    a_list["entries"][key] = entry = {"words": entry} if isinstance(entry, str) else entry
    now = entry.get("at", a_list["at"])
    places = [{x["at"] for x in raw["lists"].values() if x["role"] in DEFINITION},
              {x["at"] for x in raw["lists"].values()}]  # fmt: skip
    others = (sorted(x for x in every if not now.startswith(x)) for every in places)
    entry["at"] = lot.choice(next(filter(None, others)))
    return f"{name}.{key}: {now} becomes {entry['at']}"


def swapped_concept(raw: Raw, lot: random.Random) -> str:
    """An entry is filed under another concept of its group, which the list does not have."""
    words = provisions.thesaurus().concepts
    name, key = lot.choice([x for x in listed(raw) if "," not in x[1]])
    entries = raw["lists"][name]["entries"]
    there = {c.strip() for k in entries for c in k.split(",")}
    other = lot.choice([c for c in words if words[c].sort == words[key].sort and c not in there])
    entries[other] = entries.pop(key)
    return f"{name}: {key} becomes {other}"


def dropped_demand(raw: Raw, lot: random.Random) -> str:
    """A demand of an entry or a limb, or the means of a limb, is left out."""
    ways: list[tuple[str, Callable[[], None]]] = []
    for name, key in listed(raw):
        entry = raw["lists"][name]["entries"][key]
        if isinstance(entry, dict) and "requires" in entry:
            ways.append((f"{name}.{key}: its demand", lambda e=entry: e.pop("requires")))
    for limb in (x for o in raw["offences"] if o["kind"] == "trafficking" for x in o["limbs"]):
        where = limb.get("at", "a limb")
        if "requires" in limb:
            ways.append((f"{where}: its demand", lambda e=limb: e.pop("requires")))
        if "victims" in limb:
            ways.append((f"{where}: whom it protects", lambda e=limb: e.pop("victims")))
        if limb["means"] != "not-required":
            ways.append((f"{where}: its means", lambda e=limb: e.update(means="not-required")))
    what, drop = lot.choice(ways)
    drop()
    return f"{what} dropped"


def moved_entry(raw: Raw, lot: random.Random) -> str:
    """An entry goes to another list of its role."""
    ways = [
        (name, key, other)
        for name, key in listed(raw)
        for other, a_list in raw["lists"].items()
        if other != name
        and a_list["role"] == raw["lists"][name]["role"]
        and key not in a_list.get("entries", {})
        and len(raw["lists"][name]["entries"]) > 1
    ]
    name, key, other = lot.choice(ways)
    raw["lists"][other].setdefault("entries", {})[key] = raw["lists"][name]["entries"].pop(key)
    return f"{key} moves from {name} to {other}"


def altered_word(raw: Raw, lot: random.Random) -> str:
    """One word of a quotation loses its last letter, or is left out."""
    name, key = lot.choice(listed(raw))
    entries = raw["lists"][name]["entries"]
    entry = entries[key]
    words = (entry if isinstance(entry, str) else entry["words"]).split(" ")
    i = lot.randrange(len(words))
    before = words[i]
    words[i : i + 1] = [before[:-1]] if len(before) > 1 and lot.random() < 0.5 else []
    entries[key] = {**(entry if isinstance(entry, dict) else {}), "words": " ".join(words) or "?"}
    return f"{name}.{key}: {before!r} altered"


KINDS = (wrong_pinpoint, swapped_concept, dropped_demand, moved_entry, altered_word)


def plant(raw: Raw, lot: random.Random, turn: int) -> str:
    """One error, of the kind whose turn it is, or of the next that this record has room for."""
    for kind in (KINDS[(turn + i) % len(KINDS)] for i in range(len(KINDS))):
        try:
            return kind(raw, lot)
        except IndexError:  # nothing to draw from: a record with one list of a role moves nothing
            continue
    raise ValueError("a record without entries")


def newest_raw(name: str) -> tuple[Path, Raw]:
    """The file of the newest text of a law, and what stands in it."""
    path = REPOSITORY / "data" / name / f"{provisions.get(name).in_force.name}.toml"
    return path, tomllib.loads(path.read_text(encoding="utf-8"))


def readings(version: Version) -> Iterator[tuple[str, ...]]:
    """The answers read from the article alone that the program does not give."""
    path = HERE.parent / "readings" / f"{version.id}.toml"
    if path.is_file():
        for reading in tomllib.loads(path.read_text(encoding="utf-8"))["readings"]:
            if reading["version"] == f"{version.id}@{version.in_force.name}":
                for fact in reading["facts"]:
                    agreed = (fact["answer"], fact.get("program"))
                    if reached(version, *fact["facts"]) not in agreed:
                        yield tuple(fact["facts"])


class Finders:
    """The ways in which an error can be found; what each says of a record."""

    def __init__(self, folder: Path) -> None:
        self.corpus = installed()
        self.held = Library([folder])
        self.second: dict[str, tuple[Version, Thesaurus]] = {}
        for a_round in (r for r in ROUNDS if r.newest):
            index = at(a_round.second, "data/instruments.toml")
            words, _ = load_thesaurus(at(a_round.second, "data/vocabulary.toml"), "vocabulary")
            coded = newest(versions(a_round.second, a_round.folder, index))
            self.second |= {name: (version, words) for name, version in coded.items()}

    def found(self, name: str, path: Path, raw: Raw) -> dict[str, set[str]]:
        """What each finder says of a record, in so many words."""
        version, faults = check_version(
            raw, path.name, self.corpus.index[name], self.corpus.thesaurus, self.corpus.bibliography
        )
        said = {"check": set(map(str, faults)), "texts": set[str](), "articles": set[str](), "second": set[str]()}  # fmt: skip
        if version is None:
            return said
        if not faults:
            said["check"] |= set(map(str, examples(self.corpus, version, path.name)))
        quoted = check_quotations(version, path.name, self.held)
        said["texts"] = {f"{q.path} {q.words}" for q in quoted if q.result not in ("verbatim", "no text")}  # fmt: skip
        said["articles"] = {", ".join(f) for f in readings(version)}
        coded, words = self.second[name]
        one, other = Law(version, words), Law(coded, words)
        units = chain(
            pairs({name: version}, {name: coded}, words),
            limbs(one, other, name),
            demands(one, other, name),
        )
        said["second"] = {f"{m} {what}: {a}" for m, (what, _, a, b) in units if a != b}
        return said


def main() -> None:
    """Plant the errors and print who finds each."""
    finders = Finders(Path(sys.argv[1]))
    laws = tuple(sys.argv[2:]) or LAWS
    lot = random.Random(SEED)  # noqa: S311 -- a lot that can be drawn again
    clean = {name: finders.found(name, *newest_raw(name)) for name in laws}
    print("| law | error | check, examples | texts | articles | second coding |")
    print("|---|---|---|---|---|---|")
    hits = {"check": 0, "texts": 0, "articles": 0, "second": 0, "any": 0}
    for i in range(20):
        name = laws[i % len(laws)]
        path, raw = newest_raw(name)
        planted = deepcopy(raw)
        what = plant(planted, lot, i + i // len(laws))
        said = finders.found(name, path, planted)
        by = {k: bool(said[k] - clean[name][k]) for k in said}
        for k, yes in by.items():
            hits[k] += yes
        hits["any"] += any(by.values())
        print(
            f"| {name} | {what} | " + " | ".join("found" if y else "-" for y in by.values()) + " |"
        )
    print("| all | 20 | " + " | ".join(str(hits[k]) for k in ("check", "texts", "articles", "second")) + " |")  # fmt: skip
    print(f"\n{hits['any']} of 20 were found by one or more.")


if __name__ == "__main__":
    main()
