"""How far two codings of the corpus agree: percent and Cohen's kappa, per facet.

    python docs/second-reading/agreement.py                  the tables, from the commits named below
    python docs/second-reading/agreement.py --differences    every difference, a line each
    python docs/second-reading/agreement.py --check          does docs/second-reading/README.md have these figures?
    python docs/second-reading/agreement.py --write          put them there

A round has two codings: the first is ``data/`` at the commit ``first``; the second, blind one is a folder
at the commit ``second``, which was made before anyone compared them. Both are read with the vocabulary
of the second. The round of 2012 compares every version by its name; that of 2026 the newest text of ten laws.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from comparators.application import apply
from comparators.comparison import row_keys
from comparators.findings import find
from comparators.law import Law
from comparators.verdicts import judged
from provisions.fullness import is_sketch
from provisions.loading import load_thesaurus, load_version
from provisions.records import FACET_OF_ROLE, NOT_REQUIRED, NOT_SEEN, VICTIMS, List, Version
from provisions.vocabulary import Thesaurus

HERE = Path(__file__).resolve().parent


class Round(NamedTuple):
    """Two codings of the same texts, and the commits at which they stand."""

    first: str
    second: str
    folder: str
    newest: bool = False


ROUNDS = (
    Round(
        "90a757e18e6e576a7d9b20d4b58fc168421aea54",
        "4726a538f058f0c98f147132a9162c8f567f0897",
        "docs/second-reading/codings",
    ),
    Round(
        "0dc389c4a7b11049ddc280952938c90e181879f3",
        "8291ae8f32303c72fc0f97b6535b15291dbdcc92",
        "docs/second-reading/codings-2026",
        newest=True,
    ),
    Round(
        "4494b2a92b268ae0f79638a4db7427f748260663",
        "3efc73d1bb486969d1b107afbba7e03172aa9bcb",
        "docs/second-reading/codings-newest",
        newest=True,
    ),
    Round(
        "0893484df2429774c6a21a4325a3d1a74e363849",
        "2971c04bc785b425eccf8c149c07a87209ce609b",
        "docs/second-reading/codings-late",
        newest=True,
    ),
)
STANDARDS = ("coe", "palermo", "eu")
ROLES = ("act", "rule", "means", "purpose", "aggravating", "related")
Pair = tuple[str, str, str, str]  # what, version, one's answer, the other's


def git(*arguments: str) -> str:
    """What git says, in this repository."""
    return subprocess.run(
        ["git", *arguments], cwd=HERE, check=True, capture_output=True, text=True
    ).stdout


def at(commit: str, path: str) -> dict[str, Any]:
    """The tables of a TOML file as it was at a commit."""
    return tomllib.loads(git("show", f"{commit}:{path}"))


def versions(commit: str, folder: str, index: Mapping[str, Any]) -> dict[str, Version]:
    """Every version coded under a folder at a commit."""
    found: dict[str, Version] = {}
    for path in git("ls-tree", "-r", "--name-only", "--full-tree", commit, folder).splitlines():
        parts = Path(path)
        if parts.suffix == ".toml" and parts.parent.name in index:
            own = {"id": parts.parent.name, **index[parts.parent.name]}
            version, faults = load_version({**at(commit, path), "instrument": own}, path)
            if version is None:
                sys.exit("\n".join(map(str, faults)))
            found[f"{parts.parent.name}@{parts.stem}"] = version
    return found


def lists_of(law: Law, role: str) -> list[tuple[List, str]]:
    """The lists that answer for a role, each with the mark of the limb that uses it."""
    return [(law.version.lists[name], mark) for name, mark in law.lists(role)]


def entry(coverage: Law, role: str, concept: str) -> str:
    """How a coding enters a concept in a role: stated, arguable, unseen, or not at all."""
    marks = [
        a_list.entries[concept].mark
        for a_list, _ in lists_of(coverage, role)
        if concept in a_list.entries
    ]
    return min(marks, key=("stated", "arguable", "unseen").index) if marks else "none"


def rest(coverage: Law, role: str) -> str:
    """What follows, in a coding, for everything a role does not name."""
    facet = FACET_OF_ROLE[role]
    needs = [getattr(limb, {"act": "acts", "means": "means", "purpose": "purposes"}[role])
             for _, limb in coverage.base] if role in ("act", "means", "purpose") else []  # fmt: skip
    if needs and all(n == NOT_REQUIRED for n in needs):
        return "not-required"
    found = [a_list.unlisted for a_list, _ in lists_of(coverage, role)]
    found += ["silent"] * (facet in coverage.version.unread or NOT_SEEN in needs)
    if not found:
        return "absent" if facet in coverage.version.nothing_on else "silent"
    return "silent" if "silent" in found else "open" if "open" in found else "absent"


def required(coverage: Law, field: str, victim: str) -> str:
    """Whether a coding requires a means, or a purpose, against a kind of victim."""
    needs = {
        {NOT_REQUIRED: "not-required", NOT_SEEN: "not-seen"}.get(getattr(x, field), "required")
        for o in coverage.offences for x in o.limbs if victim in x.victims and x.mark != "unseen"
    }  # fmt: skip
    return " or ".join(sorted(needs)) or "no limb"


def pairs(
    first: Mapping[str, Version], second: Mapping[str, Version], words: Thesaurus
) -> Iterator[tuple[str, Pair]]:
    """Every unit compared: measure and facet, what it is, the version, and the two answers."""
    both = {
        k: (Law(first[k], words), Law(second[k], words))
        for k in sorted(first.keys() & second.keys())
    }
    for role in ROLES:
        universe = {
            c
            for pair in both.values()
            for x in pair
            for a_list, _ in lists_of(x, role)
            for c in a_list.entries
        }
        for key, (one, other) in both.items():
            for concept in sorted(universe, key=words.order.__getitem__):
                yield (
                    f"entries: {role}",
                    (concept, key, entry(one, role, concept), entry(other, role, concept)),
                )
            yield (
                f"full, open or closed: {role}",
                ("everything not named", key, rest(one, role), rest(other, role)),
            )
    for key, (one, other) in both.items():
        for field in ("means", "purposes"):
            for victim in VICTIMS:
                said = (required(one, field, victim), required(other, field, victim))
                yield f"required or not: {field}", (f"{field}, {victim}", key, *said)
        keys = {*row_keys([one]), *row_keys([other])}
        for facet, concept in sorted(keys):
            if facet != "penalty":
                said = (find(one, facet, concept).status, find(other, facet, concept).status)
                yield f"status that follows: {facet}", (concept, key, *said)


def kappa(counts: Counter[tuple[str, str]]) -> float | None:
    """Cohen's kappa of pairs of answers; ``None`` where both coders give one answer throughout."""
    n = sum(counts.values())
    observed = sum(c for (a, b), c in counts.items() if a == b) / n
    ones, others = Counter[str](), Counter[str]()
    for (a, b), c in counts.items():
        ones[a] += c
        others[b] += c
    chance = sum(ones[a] * others[a] for a in ones) / n**2
    return None if chance == 1 else (observed - chance) / (1 - chance)


def table(found: list[tuple[str, Pair]]) -> str:
    """The figures as a Markdown table."""
    rows = ["| measure | units | agree | percent | kappa |", "|---|---:|---:|---:|---:|"]
    for measure in dict.fromkeys(m for m, _ in found):
        counts = Counter((a, b) for m, (_, _, a, b) in found if m == measure)
        n, same = sum(counts.values()), sum(c for (a, b), c in counts.items() if a == b)
        k = kappa(counts)
        rows.append(
            f"| {measure} | {n} | {same} | {100 * same / n:.1f} | {'-' if k is None else f'{k:.2f}'} |"
        )
    return "\n".join(rows)


def newest(found: Mapping[str, Version]) -> dict[str, Version]:
    """Of each instrument, the newest version that was read."""
    return {v.id: v for _, v in sorted(found.items()) if not is_sketch(v)}


def needs(coverage: Law, field: str, concept: str, victim: str) -> str:
    """What the limbs that have an act, or a purpose, ask for: a means, none, or either."""
    asked = {
        {NOT_REQUIRED: "no means", NOT_SEEN: "not seen"}.get(limb.means, "means")
        for offence in coverage.offences
        for limb in offence.limbs
        if victim in limb.victims
        and getattr(limb, field) in coverage.version.lists
        and concept in coverage.version.lists[getattr(limb, field)].entries
    }
    return " or ".join(sorted(asked)) or "no limb"


def limbs(one: Law, other: Law, key: str) -> Iterator[tuple[str, Pair]]:
    """Whether means are asked for with each act and purpose that a coding of the definition names."""
    for field, role in (("acts", "act"), ("purposes", "purpose")):
        both = {c for x in (one, other) for a, _ in lists_of(x, role) for c in a.entries}
        for concept, victim in ((c, v) for c in sorted(both) for v in VICTIMS):
            said = (needs(one, field, concept, victim), needs(other, field, concept, victim))
            if said != ("no limb", "no limb"):
                yield f"limbs: means asked with {field}", (f"{concept}, {victim}", key, *said)


def demands(one: Law, other: Law, key: str) -> Iterator[tuple[str, Pair]]:
    """The further elements of each entry that both codings have, and of the limbs of each victim."""
    for role in ("act", "means", "purpose", "aggravating", "related"):
        found = [
            {
                c: tuple(sorted(e.requires))
                for a, _ in lists_of(x, role)
                for c, e in a.entries.items()
            }
            for x in (one, other)
        ]
        for concept in sorted(found[0].keys() & found[1].keys()):
            said = ("+".join(f[concept]) or "none" for f in found)
            yield "demands of entries", (f"{role}: {concept}", key, *said)
    for victim in VICTIMS:
        asked = (
            sorted({d for o in x.offences for limb in o.limbs if victim in limb.victims for d in limb.requires})
            for x in (one, other)
        )  # fmt: skip
        yield "demands of limbs", (victim, key, *("+".join(a) or "none" for a in asked))


def answers(
    one: Law, other: Law, key: str, standards: Mapping[str, Version]
) -> Iterator[tuple[str, Pair]]:
    """Verdicts and their gaps under each standard; the facts of either coding's examples. Nothing
    of a treaty without a definition.
    """
    if not (one.offences and other.offences):
        return
    for name in STANDARDS:
        verdicts = [judged(x, Law(standards[name], x.words)) for x in (one, other)]
        yield "verdicts", (f"under {name}", key, *(v.verdict for v in verdicts))
        gaps = [
            {f"{v} {g.facet} {t.concept}" for g in (*x.demands, *x.gaps) for v in g.victims for t in g.words}
            for x in verdicts
        ]  # fmt: skip
        for gap in sorted(gaps[0] | gaps[1]):
            yield "gaps of verdicts", (f"{name}: {gap}", key, *("gap" if gap in g else "none" for g in gaps))  # fmt: skip
    for facts in dict.fromkeys(
        e.facts for e in chain(one.version.examples, other.version.examples)
    ):
        said = (apply(x.version, facts, words=x.words).reached for x in (one, other))
        yield "facts applied", (", ".join(facts), key, *said)


def coded(a_round: Round) -> tuple[int, list[tuple[str, Pair]]]:
    """How many versions a round has coded twice, and every unit compared."""
    index = at(a_round.second, "data/instruments.toml")
    words, _ = load_thesaurus(at(a_round.second, "data/vocabulary.toml"), "data/vocabulary.toml")
    first = versions(a_round.first, "data", index)
    second = versions(a_round.second, a_round.folder, index)
    if not a_round.newest:
        return len(first.keys() & second.keys()), list(pairs(first, second, words))
    first, second = newest(first), newest(second)
    found = list(pairs(first, second, words))
    for key in sorted(second):
        one, other = Law(first[key], words), Law(second[key], words)
        found += chain(limbs(one, other, key), demands(one, other, key))
        found += answers(one, other, key, first)
    return len(second), found


def main() -> None:
    """Print the tables, the differences, or whether the page has these figures."""
    try:
        for commit in (c for r in ROUNDS for c in (r.first, r.second)):
            git("cat-file", "-e", commit)
    except (subprocess.CalledProcessError, FileNotFoundError):
        print("the commits are not in this clone: fetch its whole history", file=sys.stderr)
        sys.exit(3)
    rounds = [coded(r) for r in ROUNDS]
    figures = [table(found) for _, found in rounds]
    page = (HERE / "README.md").read_text(encoding="utf-8")
    if "--differences" in sys.argv:
        for measure, (what, version, one, other) in (f for _, found in rounds for f in found):
            if one != other:
                print(f"{version}\t{measure}\t{what}\t{one}\t{other}")
    elif "--write" in sys.argv:
        fresh = iter(figures)
        page = re.sub(
            r"(^\| measure \|.*\n)(^\|.*\n)+",
            lambda _: f"{next(fresh)}\n",
            page,
            flags=re.MULTILINE,
        )
        (HERE / "README.md").write_text(page, encoding="utf-8")
    elif "--check" in sys.argv:
        for each in figures:
            if each not in page:
                sys.exit(f"docs/second-reading/README.md has other figures; these are:\n{each}")
        print("the published figures are those of the commits")
    else:
        for (count, _), each in zip(rounds, figures, strict=True):
            print(f"{count} versions coded twice\n\n{each}\n")


if __name__ == "__main__":
    main()
