"""What an amendment did, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from comparators.comparison import label as row_label
from comparators.findings import Finding
from comparators.revisions import Change, Changes
from comparators.verdicts import Verdict
from comparators.wording.cases import describe
from comparators.wording.cells import brief, pinpoints, value
from provisions.phrases import sanction
from provisions.records import Penalty
from provisions.vocabulary import Thesaurus

MANY = 8
"""From how many on, what a source merely begins or ceases to show is told in one line."""

_ROLE_NAMES: Mapping[str, str] = {
    "element": "element",
    "means": "means (an element)",
    "purpose": "purpose (an element)",
    "aggravating": "aggravating circumstance",
    "related": "related offence",
    "non-punishment": "non-punishment",
}
_BOTH = ("moved", "re-priced", "widened", "narrowed", "reworded", "left open")
"""The kinds of change of which what was before and what is after are told."""


def label(change: Change, words: Thesaurus) -> str:
    """What was changed."""
    return f"penalty of {change.at}" if change.at else row_label(words, change.concept)


def before(change: Change, words: Thesaurus) -> str:
    """What the earlier text says of it."""
    return _said(change, change.before, words)


def after(change: Change, words: Thesaurus) -> str:
    """What the later text says of it."""
    return _said(change, change.after, words)


def _said(change: Change, what: Finding | Penalty, words: Thesaurus) -> str:
    if isinstance(what, Penalty):
        return _price(what)
    if change.kind == "moved":
        return f"{_ROLE_NAMES[what.facet]}, {pinpoints(what.evidence)}"
    return (value if change.facet == "non-punishment" else brief)(what, words)


def _price(penalty: Penalty) -> str:
    text = sanction(penalty)
    if penalty.confiscation in ("mandatory", "optional"):
        text += f", confiscation {penalty.confiscation}"
    return text


def case(found: Changes) -> str:
    """A case that is reached now and was not, and one that was and is no longer."""
    if found.growth in ("neither", "undetermined"):
        return ""
    verdicts = (("reached now", found.back), ("reached no longer", found.forward))
    told = [
        f"{what}: {describe(found.words, v.counterexample.pattern, v.counterexample.lacking)}"
        for what, v in verdicts
        if v is not None and v.counterexample
    ]
    return "; ".join(told)


def notes(found: Changes) -> tuple[str, ...]:
    """What stands under the changes: which text was not seen, and what cannot be said of reach."""
    said = []
    if found.unseen:
        last, unseen = found.earlier.in_force.since, found.unseen.in_force.since
        said.append(f"compared with the last text seen ({last}); that of {unseen} was not seen")
    if found.idle:
        said.append(found.idle)
    unsure = {"grew": (found.forward, "shrank"), "shrank": (found.back, "grew")}
    doubtful, what = unsure.get(found.growth, (found.forward, "changed"))
    if found.growth == "undetermined" and _decided(found.forward):
        doubtful = found.back
    if found.growth in ("grew", "shrank", "undetermined") and _undecided(doubtful):
        said.append(_unsure(doubtful, what))
    return tuple(said)


def _decided(verdict: Verdict | None) -> bool:
    return verdict is not None and verdict.verdict == "yes"


def _undecided(verdict: Verdict | None) -> bool:
    return verdict is not None and verdict.verdict == "undetermined"


def _unsure(verdict: Verdict | None, what: str) -> str:
    places = (
        "; ".join(dict.fromkeys(q.at for q in verdict.open_questions))
        if verdict is not None
        else ""
    )
    read = f" (read {places})" if places else ""
    return f"whether it also {what} cannot be said from the sources{read}"


def lines(found: Changes) -> Iterator[tuple[str, str]]:
    """The changes as pairs of what happened and to what; what the sources merely cease or begin to
    show, in one line.
    """
    words = found.words
    for change in found.changes:
        what, facet = label(change, words), change.facet
        if change.kind in _BOTH:
            yield change.kind, f"{what}: {before(change, words)} -> {after(change, words)}"
        elif change.kind in ("removed", "no longer demanded"):
            yield change.kind, f"{what} ({facet}): before, {before(change, words)}"
        elif change.kind in ("added", "demanded"):
            yield change.kind, f"{what} ({facet}): {after(change, words)}"
    for kind in ("now known", "no longer shown"):
        yield from _shown(kind, found.of(kind), words)
    said = {
        "grew": "grew",
        "shrank": "shrank",
        "both": "grew and shrank",
        "neither": "did not change",
        "undetermined": "cannot be compared for certain",
    }[found.growth]
    shown = case(found)
    yield "reach", said + (f" ({shown})" if shown else "")
    yield from (("note", note) for note in notes(found))


def _shown(kind: str, changes: Sequence[Change], words: Thesaurus) -> Iterator[tuple[str, str]]:
    """What the later source shows and the earlier did not, or the reverse: silence, no change of
    the law.
    """
    if len(changes) <= MANY:
        for change in changes:
            yield kind, f"{label(change, words)} ({change.facet}): {after(change, words)}"
        return
    labels = ", ".join(dict.fromkeys(label(c, words) for c in changes))
    read = [c.after for c in changes if isinstance(c.after, Finding) and kind == "no longer shown"]
    places = dict.fromkeys(f.evidence[0].at for f in read if f.status == "silent" and f.evidence)
    where = ", ".join(p for p in places if p)
    yield kind, labels + (f" (read {where})" if where else "")
