"""Who names a concept, or has some words: `compare --find forced-marriage`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from comparators.concordance import Concordance, Mention, Quotation, Since, find
from comparators.marks import of_status
from comparators.modes.data import evidence_data, keys, version_data
from comparators.wording import concordance as wording
from comparators.wording.cells import value
from comparators.wording.heads import as_of_note
from provisions.corpus import bibliography_of
from provisions.phrases import quoted
from provisions.records import Evidence, Source, Version
from provisions.report import Cell, Grid, Report, Section

HEADS = ("", "since", "where", "in which words")


def found(wanted: str, names: Sequence[str], day: date | None) -> Report:
    """The concordance of a concept or of words, of all instruments or some."""
    return report(find(wanted, *names, as_of=day))


def report(found: Concordance) -> Report:
    """The lists of a concordance, each text with its place, its words, and since when."""
    words = found.words
    label = words.label(found.concept) if found.concept else f"“{found.wanted}”"
    grids = [
        Grid(f"{title}: {len(some)}", HEADS, tuple(_line(m, found) for m in some))
        for title, some in wording.grouped(found).items()
    ]
    if found.quotations:
        title = (
            "In the words and glosses of other entries" if found.concept else "Who has the words"
        )
        rows = tuple(_quotation(q, found) for q in found.quotations)
        grids.append(Grid(f"{title}: {len(rows)}", ("", "since", "where", "taken for"), rows))
    shown = [e for m in found.mentions for e in m.finding.evidence]
    shown += [q.evidence for q in found.quotations]
    used = bibliography_of(found.searched, shown)
    cited = [used[name] for name in dict.fromkeys(_quoted(found)) if name in used]
    return Report(
        f"Who names {label}",
        tuple(_notes(found)),
        tuple(grids),
        (Section("Not in force that day", found.out),) if found.out else (),
        (),
        lambda: _data(found),
        answer=(Section(wording.counted(found), (), ""),) if found.mentions else (),
        sources=tuple(cited),
        texts=tuple(found.searched),
        as_of=found.as_of,
        records=lambda: tuple(_records(found, used)),
        brief=True,
    )


def _notes(found: Concordance) -> Iterator[str]:
    yield as_of_note(found.as_of, found.searched)
    if found.concept:
        yield from wording.defined(found.concept, found.words)
        return
    yield (
        f"Looked for in the words and glosses of {len(found.searched)} texts. A record quotes few"
        " words: that these do not stand among them says nothing of a law."
    )
    if found.near:
        yield f"Concepts that have them in their names: {', '.join(found.near)}"


def _name(version: Version, found: Concordance) -> str:
    several = [v.id for v in found.searched].count(version.id) > 1
    return f"{version.name} {version.in_force.since}" if several else version.name


def _line(mention: Mention, found: Concordance) -> tuple[Cell, ...]:
    status = mention.finding.status
    when = wording.since(mention.since) or f"text of {mention.version.in_force.since}"
    return (
        Cell(_name(mention.version, found)),
        Cell(when),
        Cell(wording.place(mention)),
        Cell(wording.told(mention, found.words), status=status),
    )


def _quotation(quotation: Quotation, found: Concordance) -> tuple[Cell, ...]:
    words, concept = found.words, quotation.concept
    taken = words.label(concept) if concept in words else quotation.path
    return (
        Cell(_name(quotation.version, found)),
        Cell(wording.since(quotation.since)),
        Cell(quotation.evidence.at or ""),
        Cell(f"{taken}: {quoted(quotation.evidence)}"),
    )


def _quoted(found: Concordance) -> Iterator[str]:
    """The sources of the words that name it."""
    for mention in found.mentions:
        if mention.since is not None:
            yield from (e.source or mention.version.source for e in mention.finding.evidence)
    yield from (q.evidence.source or q.version.source for q in found.quotations)


# -- for programs ----------------------------------------------------------------------------------


def _data(found: Concordance) -> dict[str, Any]:
    named = dict(zip(found.searched, keys(found.searched), strict=True))
    return {
        "as_of": str(found.as_of) if found.as_of else None,
        "find": found.wanted,
        "concept": found.concept or None,
        "instruments": [version_data(v) | {"key": key} for v, key in named.items()],
        "answers": [
            {
                "law": named[m.version],
                "status": m.finding.status,
                "rest": m.finding.rest,
                "mark": of_status(m.finding),
                "value": value(m.finding, found.words),
                "via": m.finding.via,
                "evidence": evidence_data(m.finding.evidence),
                "since": _when(m.since),
                "elsewhere": [
                    {"role": o.role, "concept": o.concept, "evidence": evidence_data(o.evidence)}
                    for o in m.finding.elsewhere
                ],
                "neighbours": [
                    {"concept": c, "evidence": evidence_data((e,))} for c, e in m.neighbours
                ],
            }
            for m in found.mentions
        ],
        "words": [
            {
                "law": named[q.version],
                "path": q.path,
                "concept": q.concept or None,
                "since": _when(q.since),
                **evidence_data((q.evidence,))[0],
            }
            for q in found.quotations
        ],
        "near": list(found.near),
        "not_in_force": list(found.out),
    }


def _when(since: Since | None) -> dict[str, Any] | None:
    if since is None:
        return None
    return {"day": str(since.day), "certain": since.certain, "earlier_text_held": since.before}


def _records(found: Concordance, known: Mapping[str, Source]) -> Iterator[dict[str, str]]:
    """One row a text, or a quotation: the columns of the tidy rows that it has, and since when."""
    for m in found.mentions:
        f = m.finding
        yield _record(m.version, f.facet, f.concept, m.since, f.evidence, known) | {
            "status": f.status,
            "rest": f.rest or "",
            "mark": of_status(f),
            "via": f.via or "",
        }
    for q in found.quotations:
        yield _record(q.version, "", q.concept, q.since, (q.evidence,), known)


def _record(
    version: Version,
    facet: str,
    concept: str,
    since: Since | None,
    evidence: Iterable[Evidence],
    known: Mapping[str, Source],
) -> dict[str, str]:
    some = tuple(evidence)
    first = some[0] if some else Evidence()
    source = known.get(first.source or version.source)
    return {
        "law": version.id,
        "version": version.key,
        "text_from": str(version.in_force.since),
        "text_until": str(version.in_force.until or ""),
        "facet": facet,
        "concept": concept,
        "status": "",
        "rest": "",
        "mark": "",
        "since": str(since.day) if since else "",
        "since_certain": str(since.certain).lower() if since else "",
        "pinpoint": ", ".join(dict.fromkeys(e.at for e in some if e.at)),
        "words": first.words or "",
        "lang": first.lang or ("en" if first.words else ""),
        "gloss": first.gloss or "",
        "via": "",
        "source": first.source or "",
        "basis": source.basis if source else "",
        "by": first.by or "",
        "read": str(version.read),
    }
