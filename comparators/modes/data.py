"""Results for programs: the JSON of the public face, from typed values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from comparators.boxes import NONE
from comparators.comparison import Comparison
from comparators.findings import Finding
from comparators.marks import FACET_OF
from comparators.reach import Kind
from comparators.verdicts import Among, Counterexample, Gap, Verdict
from comparators.wording import verdicts as wording
from comparators.wording.cases import describe
from comparators.wording.cells import value
from provisions.records import VICTIMS, Evidence, Version, entries_of
from provisions.vocabulary import Thesaurus


def shared_data(chosen: Sequence[Version], day: date | None, **more: Any) -> dict[str, Any]:
    """What every report says to programs, and more."""
    return {
        "as_of": str(day) if day else None,
        "instruments": [version_data(v) for v in chosen],
        **more,
    }


def keys(versions: Sequence[Version]) -> tuple[str, ...]:
    """A key for each version: its instrument's identifier, or ``id@date`` where one instrument
    stands there in several texts.
    """
    ids = [v.id for v in versions]
    return tuple(v.key if ids.count(v.id) > 1 else v.id for v in versions)


def evidence_data(evidence: Iterable[Evidence]) -> list[dict[str, str]]:
    """Evidence for programs: source, at, quote; gloss, lang and by where there are any."""
    found = []
    for e in evidence:
        row = {"source": e.source or "", "at": e.at or "", "quote": e.words or ""}
        row |= {k: v for k, v in (("gloss", e.gloss), ("lang", e.lang), ("by", e.by)) if v}
        found.append(row)
    return found


def version_data(version: Version) -> dict[str, Any]:
    """A version for programs."""
    span = version.in_force
    used = dict.fromkeys([version.source, *(e.source for _, e in entries_of(version) if e.source)])
    return {
        "id": version.id,
        "name": version.name,
        "title": version.instrument.title,
        "in_force": {"from": str(span.since), "until": str(span.until) if span.until else None},
        "sources": list(used),
    }


def finding_data(finding: Finding, words: Thesaurus) -> dict[str, Any]:
    """A finding for programs."""
    return {
        "status": finding.status,
        "value": value(finding, words),
        "via": finding.via,
        "elsewhere": [
            {
                "role": o.role,
                "concept": o.concept,
                "to": o.to,
                "evidence": evidence_data(o.evidence),
            }
            for o in finding.elsewhere
        ],
        "named": list(finding.named),
        "evidence": evidence_data(finding.evidence),
    }


_KIND = {Kind.NOT: "not", Kind.ONLY: "only-where", Kind.OPEN: "open", Kind.SILENT: "silent"}


def verdict_data(verdict: Verdict) -> dict[str, Any]:
    """A verdict for programs: the keys of the public face."""
    words = verdict.words
    case = verdict.counterexample
    return {
        "standard": verdict.standard.key if len(verdict.standards) == 1 else None,
        "standards": [s.key for s in verdict.standards],
        "law": verdict.law.key,
        "verdict": verdict.verdict,
        "counterexample": None if case is None else _case(verdict, case),
        "demands_more": [
            {
                "concepts": [list(some) for some in gap.only],
                "victims": list(gap.victims),
                "text": wording.demand(words, gap),
                "at": list(gap.at),
            }
            for gap in verdict.demands
        ],
        "gaps": [row for gap in verdict.gaps for row in _gap(gap)],
        "open_questions": [
            {
                "kind": q.kind,
                "text": wording.why(words, q),
                "at": q.at,
                "victims": list(q.victims),
                "concepts": [concept(t.concept) for _, t in q.words],
                "for": [concept(t.concept) for _, t in q.within],
            }
            for q in verdict.open_questions
        ],
        "provisos": [wording.provided(words, p) for p in verdict.provisos],
        "notes": [wording.thinness(n) for n in verdict.notes],
        "bound": [
            {
                "standard": s.key,
                "bound": b.kind,
                "since": str(b.since) if b.since else None,
                "due": str(b.due) if b.due else None,
            }
            for s, b in zip(verdict.standards, verdict.bound, strict=True)
        ],
        "beyond": [
            {"victim": v, "facet": FACET_OF[gap.facet], "concept": concept(t.concept)}
            for gap in verdict.beyond
            for v in VICTIMS
            if v in gap.victims
            for t in gap.words
        ],
    }


def concept(value: str) -> str:
    """A value for programs: *none* has a name."""
    return value if value != NONE else "none-required"


def _gap(gap: Gap) -> Iterable[dict[str, Any]]:
    for victim in VICTIMS:
        for told in gap.words if victim in gap.victims else ():
            yield {
                "victim": victim,
                "facet": FACET_OF[gap.facet],
                "concept": concept(told.concept),
                "other_forms": told.other,
                "but": list(told.but),
                "kind": _KIND[gap.kind],
                "for": _among(gap.acts),
                "by": _among(gap.means),
                "only_where": [list(some) for some in gap.only],
                "at": list(gap.at),
                "related": list(gap.related),
            }


def _among(some: Among | None) -> dict[str, Any] | list[str]:
    if some is None:
        return []
    names = [concept(t.concept) for t in some.words]
    return {"any_but": names} if some.but else names


def _case(verdict: Verdict, case: Counterexample) -> dict[str, Any]:
    return {
        "act": case.pattern.act,
        "means": case.pattern.means or None,
        "purpose": case.pattern.purpose or None,
        "victim": case.pattern.victim,
        "further": list(case.pattern.further),
        "lacking": list(case.lacking),
        "text": describe(verdict.words, case.pattern, case.lacking),
        "standard_at": case.standard_at,
        "fails": [wording.fail(verdict.words, f) for f in case.fails],
    }


def comparison_data(comparison: Comparison) -> dict[str, Any]:
    """A comparison for programs: the JSON of the public face."""
    keys, words = comparison.columns, comparison.words
    asked = len(comparison.versions) > 1 and not comparison.facets
    by_key = {v.key: k for v, k in zip(comparison.versions, keys, strict=True)}
    verdicts = [
        verdict_data(v) | {"standard": by_key[v.standard.key], "law": by_key[v.law.key]}
        for v in (comparison.reach[0] if asked else ())
    ]
    return {
        "as_of": str(comparison.as_of) if comparison.as_of else None,
        "instruments": [
            version_data(v) | {"key": k} for v, k in zip(comparison.versions, keys, strict=True)
        ],
        "standards": [by_key[v.key] for v in comparison.standards],
        "rows": [
            {
                "facet": r.facet,
                "concept": r.concept,
                "label": r.label.strip(),
                "cells": {
                    k: finding_data(c, words) | {"mark": m.mark, "action": m.action}
                    for k, c, m in zip(keys, r.cells, comparison.marked(r), strict=True)
                },
            }
            for r in comparison.rows
        ],
        "reach": verdicts,
    }
