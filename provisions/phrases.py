"""The few phrases that a page of a record and a cell of a comparison both say."""

from __future__ import annotations

from provisions.records import Evidence


def quote(evidence: Evidence) -> str:
    """One line of evidence: pinpoint, words with gloss, source."""
    if evidence.words:
        text = f'"{evidence.words}"' + (f" [{evidence.gloss}]" if evidence.gloss else "")
    elif evidence.gloss:
        text = f"[gloss, words not held: {evidence.gloss}]"
    else:
        text = "(read)"
    source = evidence.source or ""
    return f"{evidence.at}: {text} ({source}{', ' + evidence.by if evidence.by else ''})"
