"""How far two codings of the corpus agree: percent and Cohen's kappa, per facet.

    python docs/second-reading/agreement.py                  the table, from the two commits named below
    python docs/second-reading/agreement.py --differences    every difference, a line each
    python docs/second-reading/agreement.py --check          does docs/second-reading/README.md have these figures?
    python docs/second-reading/agreement.py --write          put them there

The first coding is ``data/`` at the commit FIRST; the second, blind one is
``docs/second-reading/codings/`` at the commit SECOND, which was made before anyone compared them.
Both are read with the vocabulary of SECOND.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from comparators.comparison import row_keys
from comparators.findings import find
from comparators.law import Law
from provisions.loading import load_thesaurus, load_version
from provisions.records import FACET_OF_ROLE, NOT_REQUIRED, NOT_SEEN, VICTIMS, List, Version
from provisions.vocabulary import Thesaurus

FIRST = "90a757e18e6e576a7d9b20d4b58fc168421aea54"
SECOND = "4726a538f058f0c98f147132a9162c8f567f0897"
HERE = Path(__file__).resolve().parent
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
    return [(law.version.lists[name], mark) for name, mark in law.lists(role)]  # type: ignore[arg-type]


def entry(coverage: Law, role: str, concept: str) -> str:
    """How a coding enters a concept in a role: stated, arguable, unseen, or not at all."""
    marks = [
        a_list.entries[concept].mark
        for a_list, _ in lists_of(coverage, role)
        if concept in a_list.entries  # type: ignore[arg-type]
    ]
    return min(marks, key=("stated", "arguable", "unseen").index) if marks else "none"


def rest(coverage: Law, role: str) -> str:
    """What follows, in a coding, for everything a role does not name."""
    facet = FACET_OF_ROLE[role]
    needs = [getattr(limb, {"act": "acts", "means": "means", "purpose": "purposes"}[role])
             for _, limb in coverage.base] if role in ("act", "means", "purpose") else []  # fmt: skip
    if needs and all(n == NOT_REQUIRED for n in needs):
        return "not-required"
    found = [a_list.unlisted for a_list, _ in lists_of(coverage, role)]  # type: ignore[arg-type]
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
            for c in a_list.entries  # type: ignore[arg-type]
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


def main() -> None:
    """Print the table, the differences, or whether the page has these figures."""
    try:
        git("cat-file", "-e", FIRST)
        git("cat-file", "-e", SECOND)
    except (subprocess.CalledProcessError, FileNotFoundError):
        print("the two commits are not in this clone: fetch its whole history", file=sys.stderr)
        sys.exit(3)
    index = at(SECOND, "data/instruments.toml")
    words, _ = load_thesaurus(at(SECOND, "data/vocabulary.toml"), "data/vocabulary.toml")
    first = versions(FIRST, "data", index)
    second = versions(SECOND, "docs/second-reading/codings", index)
    found = list(pairs(first, second, words))
    figures = table(found)
    if "--differences" in sys.argv:
        for measure, (what, version, one, other) in found:
            if one != other:
                print(f"{version}\t{measure}\t{what}\t{one}\t{other}")
    elif "--write" in sys.argv:
        page = (HERE / "README.md").read_text(encoding="utf-8")
        fresh = re.sub(r"(^\|.*\n)+", lambda _: f"{figures}\n", page, count=1, flags=re.MULTILINE)
        (HERE / "README.md").write_text(fresh, encoding="utf-8")
    elif "--check" in sys.argv:
        if figures not in (HERE / "README.md").read_text(encoding="utf-8"):
            sys.exit(f"docs/second-reading/README.md has other figures; these are:\n{figures}")
        print("the published figures are those of the two commits")
    else:
        print(f"{len(first.keys() & second.keys())} versions coded twice\n\n{figures}")


if __name__ == "__main__":
    main()
