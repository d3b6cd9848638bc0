"""A verdict in plain sentences, in the order in which a lawyer asks."""

from __future__ import annotations

from collections.abc import Iterator

from comparators.standing import WHO, Gap, Verdict
from provisions.records import VICTIMS
from provisions.vocabulary import Thesaurus


def tell(verdict: Verdict) -> str:
    """The verdict and everything that comes with it, a line each."""
    return "\n".join(lines(verdict))


def headline(verdict: Verdict) -> str:
    """The answer in one sentence."""
    law, standard = verdict.law.name, verdict.standard.name
    return {
        "yes": f"{law} reaches all that {standard} requires.",
        "no": f"{law} does not reach all that {standard} requires.",
        "undetermined": f"Whether {law} reaches all that {standard} requires cannot be said from the sources.",
    }[verdict.verdict]


def lines(verdict: Verdict, words: Thesaurus | None = None) -> Iterator[str]:
    """The verdict, what the law demands more, the gaps, the open questions, the provisos, what lies
    beyond.
    """
    if words is None:
        from provisions import together

        _, words = together((verdict.law, verdict.standard))
    yield headline(verdict)
    for note in verdict.notes:
        yield f"  note: {note}"
    for demand in verdict.demands_more:
        at = ", ".join(dict.fromkeys(e.at for e in demand.evidence if e.at))
        yield f"  demands more: {demand.text}" + (f" ({at})" if at else "")
    for line in gap_lines(verdict.gaps):
        yield f"  gap: {line}"
    if verdict.combination and not verdict.gaps and not verdict.demands_more:
        yield f"  lost only in combination: {verdict.combination.text}"
    if verdict.counterexample:
        case = verdict.counterexample
        fails = f": {'; '.join(case.fails)}" if case.fails else ""
        yield (
            f"  for example, {case.text}: within {verdict.standard.name} {case.standard_at}, "
            f"not within {verdict.law.name}{fails}"
        )
    for question in verdict.open_questions:
        concepts = ", ".join(words.label(c) if c else "none needed" for c in question.concepts[:6])
        more = f" and {len(question.concepts) - 6} more" if len(question.concepts) > 6 else ""
        yield f"  open: {concepts + more + ': ' if concepts else ''}{question.text} (read {question.at})"
    for proviso in verdict.provisos:
        yield f"  proviso: {proviso}"
    for line in gap_lines(verdict.beyond):
        yield f"  beyond: {line}"


def gap_lines(gaps: tuple[Gap, ...]) -> Iterator[str]:
    """Gaps by kind of victim and facet: ``an adult, a child - purpose: servitude; removal of
    organs``.
    """
    groups: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for gap in gaps:
        groups.setdefault((gap.victims, gap.facet), []).append(gap.label)
    for (victims, facet), labels in groups.items():
        who = "any victim" if len(victims) == len(VICTIMS) else ", ".join(WHO[v] for v in victims)
        what = {"element": "act", "means": "means", "purpose": "purpose"}[facet]
        yield f"{who} - {what}: {'; '.join(labels)}"
