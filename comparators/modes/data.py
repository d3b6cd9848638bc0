"""Results for programs: the JSON of the public face, from typed values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from comparators.comparison import Comparison
from comparators.findings import Finding
from comparators.standing import Verdict
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


def verdict_data(verdict: Verdict) -> dict[str, Any]:
    """A verdict for programs."""
    case = verdict.counterexample
    return {
        "standard": verdict.standard.id,
        "law": verdict.law.id,
        "verdict": verdict.verdict,
        "counterexample": None
        if case is None
        else {
            "act": case.pattern.act,
            "means": case.pattern.means or None,
            "purpose": case.pattern.purpose or None,
            "victim": case.pattern.victim,
            "further": list(case.pattern.further),
            "text": case.text,
            "standard_at": case.standard_at,
            "fails": list(case.fails),
        },
        "demands_more": [{"concept": d.element, "text": d.text, "evidence": evidence_data(d.evidence)} for d in verdict.demands_more],
        "gaps": [
            {"victim": v, "facet": g.facet, "concept": g.concept or "none-required"}
            for g in verdict.gaps for v in VICTIMS if v in g.victims
        ],
        "open_questions": [
            {"kind": q.kind, "text": q.text, "at": q.at, "concepts": [c or "none-required" for c in q.concepts]}
            for q in verdict.open_questions
        ],
        "provisos": list(verdict.provisos),
        "notes": list(verdict.notes),
        "beyond": [
            {"victim": v, "facet": g.facet, "concept": g.concept or "none-required"}
            for g in verdict.beyond for v in VICTIMS if v in g.victims
        ],
    }  # fmt: skip


def comparison_data(comparison: Comparison) -> dict[str, Any]:
    """A comparison for programs: the JSON of the public face."""
    keys = comparison.columns
    verdicts: list[dict[str, Any]] = []
    if len(comparison.versions) > 1 and not comparison.facets:
        by_version = {id(v): k for v, k in zip(comparison.versions, keys, strict=True)}
        for verdict in comparison.reach[0]:
            names = {
                "standard": by_version[id(verdict.standard)],
                "law": by_version[id(verdict.law)],
            }
            verdicts.append(verdict_data(verdict) | names)
    return {
        "as_of": str(comparison.as_of) if comparison.as_of else None,
        "instruments": [
            version_data(v) | {"key": k} for v, k in zip(comparison.versions, keys, strict=True)
        ],
        "rows": [
            {
                "facet": r.facet,
                "concept": r.concept,
                "label": r.label.strip(),
                "cells": {
                    k: finding_data(c, comparison.words) for k, c in zip(keys, r.cells, strict=True)
                },
            }
            for r in comparison.rows
        ],
        "reach": verdicts,
    }
