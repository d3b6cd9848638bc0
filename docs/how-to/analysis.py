"""What four laws have of the Convention, what a bill lacks of it, and how to cite that."""

from __future__ import annotations

import sys
from collections import Counter
from statistics import median

import comparators
import provisions

LAWS = ("Armenia@2011-03-01", "Georgia", "Kazakhstan@2006-03-02", "Ukraine")
ACTIONS = ("missing", "doubtful", "not-read", "met")


def counted(rows: list[dict[str, str]]) -> dict[str, Counter[str]]:
    """For each law: how much of what is asked is missing, doubtful, not read, met."""
    found: dict[str, Counter[str]] = {}
    for row in rows:
        if row["action"] in ACTIONS:
            found.setdefault(row["law"], Counter())[row["action"]] += 1
    return found


def main(path: str) -> int:
    """Print the figures, and the work that is left for the bill."""
    table = comparators.compare("CoE", *LAWS)
    rows = table.to_records()
    for law, actions in counted(rows).items():
        print(law, *(f"{action} {actions[action]}" for action in ACTIONS), sep="; ")
    unseen = [row for row in rows if row["status"] == "silent"]
    print(f"not known: {len(unseen)} of {len(rows)} cells; to read: {unseen[0]['pinpoint']}")
    words = [len(row["words"].split()) for row in rows if row["basis"] == "primary"]
    print(f"a quotation from the law itself has {median(filter(None, words))} words")

    bill = provisions.load(path)
    work = comparators.gaps(bill, "CoE")
    lacks = [row.concept for row in work.rows_of("missing")]
    verdict: str = comparators.reaches(bill, "CoE").verdict
    print(f"{bill.name}: {verdict}; lacks {', '.join(lacks) or 'nothing that was read'}")
    print(f"after the amendment: {comparators.reaches(work.amended, 'CoE').verdict}")
    fraud = table.cell("fraud", "armenia")
    print(f"{fraud.instrument}, {fraud.evidence[0].at}: “{fraud.evidence[0].words}”")
    print(provisions.cite("CoE").splitlines()[0], provisions.data_version().hash)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
