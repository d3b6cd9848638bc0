"""Results for programs: the JSON of the public face, from typed values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from comparators.boxes import NONE
from comparators.comparison import Comparison, Row
from comparators.findings import Finding
from comparators.marks import FACET_OF
from comparators.reach import Kind
from comparators.verdicts import Among, Counterexample, Gap, Verdict
from comparators.wording import verdicts as wording
from comparators.wording.cases import describe
from comparators.wording.cells import pinpoints, value
from comparators.wording.heads import columns
from provisions.phrases import quote, quoted
from provisions.records import VICTIMS, Evidence, Source, Version, entries_of
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
        **({"settled_by": evidence_data(finding.settled)} if finding.settled else {}),
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


# -- tidy rows -------------------------------------------------------------------------------------


def tidy(
    comparison: Comparison, rows: Iterable[Row], bibliography: Mapping[str, Source]
) -> Iterator[dict[str, str]]:
    """Some rows of a comparison as records, one a cell: the columns of the public face.

    Under standards there is a record for each law; where nothing international asks, for every
    text, and the standard is empty.
    """
    asking = [v for v in comparison.standards if v.instrument.international]
    n = len(comparison.standards) if asking else 0
    standards = " ".join(v.id for v in asking)
    for row in rows:
        marks = comparison.marked(row)
        article = place_of(row, n)
        for place, key in enumerate(comparison.columns[n:], n):
            finding, law = row.cells[place], comparison.versions[place]
            first = next(iter(finding.evidence), Evidence())
            source = bibliography.get(first.source or law.source)
            yield {
                "standard": standards,
                "law": law.id,
                "version": law.key,
                "text_from": str(law.in_force.since),
                "text_until": str(law.in_force.until or ""),
                "article": article,
                "facet": row.facet,
                "concept": row.concept,
                "label": row.label.strip(),
                "status": finding.status,
                "rest": finding.rest or "",
                "mark": marks[place].mark,
                "action": marks[place].action,
                **_words(finding, first),
                "source": first.source or "",
                "basis": source.basis if source else "",
                "by": first.by or "",
                "also": "; ".join(dict.fromkeys(map(quote, _also(finding, first)))),
                "reading": "; ".join(finding.notes),
                "sources_differ": "; ".join(differing(law, row.concept)),
                "read": str(law.read),
                "url": source.URL or "" if source else "",
                "permalink": f"{key}/{row.facet}/{row.concept}",
            }


def place_of(row: Row, standards: int) -> str:
    """Where the standards, the first so many of a row, have it, or would have it."""
    theirs = row.cells[:standards]
    said = next((c for c in theirs if c.spoken), theirs[0] if theirs else None)
    return next((e.at for e in said.evidence if e.at), "") if said else ""


def differing(version: Version, concept: str, among: Sequence[Version] = ()) -> list[str]:
    """Where the sources of a text differ on a row. Of several texts of one instrument ``among``
    those compared, each that has the note is named, by its date.
    """
    bare = concept.partition(":")[0]
    notes = [d.note for d in version.discrepancies if bare in d.on]
    if not notes:
        return []
    texts = tuple(among) or (version,)
    named = [(v, name) for v, name in zip(texts, columns(texts), strict=True) if v.id == version.id]
    return [
        f"{', '.join(n for v, n in named if note in {d.note for d in v.discrepancies})}: {note}"
        for note in notes
    ]


def reserved(row: Row, standards: Sequence[Version], law: Version) -> list[str]:
    """What a State has reserved of the articles in which the standards have a row."""
    return [
        f"{law.name}: reservation to {standard.name} {r.article}: {quoted(r)}"
        for standard, theirs in zip(standards, row.cells, strict=False)
        if (binding := standard.binding.get(law.id))
        for r in binding.reserved(theirs.evidence)
    ]


def _words(finding: Finding, first: Evidence) -> dict[str, str]:
    """Where something is said, in which words, and by what it follows."""
    some = finding.evidence[:1] if finding.status == "silent" else finding.evidence
    return {
        "pinpoint": ", ".join(dict.fromkeys(pinpoints(some).split(", "))),
        "words": first.words or "",
        "lang": first.lang or ("en" if first.words else ""),
        "gloss": first.gloss or "",
        "via": finding.via or "",
        "demands": " ".join(sorted(finding.demands)),
    }


def _also(finding: Finding, first: Evidence) -> Iterator[Evidence]:
    """What else a finding rests on, and what the law says of it elsewhere."""
    there = (e for other in finding.elsewhere for e in other.evidence)
    besides = (*finding.evidence, *finding.settled, *there)
    yield from (e for e in besides if e != first and (e.words or e.gloss))
