"""The status of a concept in the table beside the layer of its leaves in reach."""

from __future__ import annotations

import strategies
from coverages import Coverage
from naive import Oracle

from comparators.marks import FACET_OF
from provisions.records import NOT_REQUIRED, Entry, Version
from provisions.vocabulary import Thesaurus


def how_the_lists_have_it(
    oracle: Oracle, coverage: Coverage, role: str, leaf: str, present: frozenset[str]
) -> list[set[str]]:
    """The layers in which each list that answers for a role has a leaf, by the certainty of the
    limb that uses it."""
    found = []
    for a_list, mark in coverage.lists(role):
        says = oracle.list_says(coverage.version, a_list, leaf, present)
        if mark == "arguable":  # the cell tells the words; that the limb is arguable tells reach
            found.append({*says, "open"} if "named" in says else set(says))
        else:
            found.append({"unknown"} if says and mark == "unseen" else set(says))
    return found


def how_graver_forms_have_it(
    oracle: Oracle, coverage: Coverage, role: str, leaf: str, present: frozenset[str]
) -> list[set[str]]:
    """The layers in which forms that say the acts again with another means or purpose have a leaf."""
    found = []
    for limb, replaced, certain in oracle.limbs(coverage.version):
        if role in replaced and "adult" in limb.victims:
            concept, entry = replaced[role]
            stated = Entry(words=concept, requires=entry.requires)
            says = oracle.entry_says(coverage.version, concept, stated, leaf, present)
            layer = {"stated": "named", "arguable": "open", "unseen": "unknown"}[certain]
            found.append({layer if x == "named" else x for x in says})
    return found


def disagreement(coverage: Coverage, oracle: Oracle, role: str, concept: str) -> str:
    """Where the status of a concept and the layer of its leaves do not agree; or nothing."""
    law = coverage.version
    facet = FACET_OF[role]
    status = coverage.find(facet, concept).status
    name = strategies.FIELDS[role]
    covers = {x: oracle.covers(concept, x, law.id) for x in oracle.leaves(role)}
    leaves = [x for x, how in covers.items() if how == "yes"]
    all_present = frozenset(oracle.further())
    here = [how_the_lists_have_it(oracle, coverage, role, x, frozenset()) for x in leaves]
    any_case = [s for x, how in covers.items() if how != "no"
                for s in how_the_lists_have_it(oracle, coverage, role, x, all_present)]  # fmt: skip
    forms = [s for x, how in covers.items() if how != "no"
             for s in how_graver_forms_have_it(oracle, coverage, role, x, all_present)]  # fmt: skip
    own = [s for x in leaves for s in how_the_lists_have_it(oracle, coverage, role, x, all_present)]
    in_one_list = [
        all("named" in leaf[i] for leaf in here) for i in range(len(coverage.lists(role)))
    ]
    holds = {
        "not-required": all(getattr(limb, name) == NOT_REQUIRED for _, limb in coverage.limbs),
        "covered": any(in_one_list), "implied": all(any("named" in s for s in leaf) for leaf in here),
        "silent": facet in law.unread or any("unknown" in s for s in any_case),
        "open": any("open" in s for s in (*any_case, *forms)),
        "partial": (any({"named", "open"} & s for s in (*any_case, *forms)) and not any(in_one_list))
        or any(getattr(limb, name) == NOT_REQUIRED for _, limb in coverage.limbs),
        "absent": not any(own),
    }  # fmt: skip
    return (
        "" if holds[status] else f"{law.key}, {concept}: {status} in the table, but {own} in reach"
    )


def disagreements(version: Version, words: Thesaurus) -> list[str]:
    """What the two say of each concept that reach asks about, in a text that has limbs."""
    coverage = Coverage(version, words)
    if not coverage.limbs:
        return []
    oracle = Oracle(words, version)
    asked = [c for c in words if c.sort in FACET_OF and not c.heading]
    return [disagreement(coverage, oracle, c.sort, c.id) for c in asked]
