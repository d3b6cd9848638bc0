"""How a source, or a text of a law, is cited: CSL-JSON, BibTeX, or in the manner of OSCOLA.

A text of a law is cited by itself - title, days in force, the day it was read - and then by the
sources through which it was read, each with what it is worth: a law known from a speaker's account
is never cited as if its own text had been seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from provisions.errors import RequestError
from provisions.fullness import bases_of
from provisions.records import Evidence, Source, Version, entries_of

STYLES = ("oscola", "bibtex", "csl-json")
"""The styles in which a citation can be given."""

_ENTRY_TYPES: Mapping[str, str] = {
    "book": "book",
    "article-journal": "article",
    "article-newspaper": "article",
    "report": "techreport",
    "thesis": "phdthesis",
}
"""BibTeX's types of entry; laws, treaties, bills and pages are ``misc`` there."""

_SPECIAL = {c: f"\\{c}" for c in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
"""What LaTeX would read as a command."""


def day_in_words(text: str) -> str:
    """A day, month or year as it is printed.

    >>> day_in_words("2012-04-18"), day_in_words("2025-05"), day_in_words("2002")
    ('18 April 2012', 'May 2025', '2002')
    """
    parts = _parts(text)
    if parts is None:
        return text
    first = date(parts[0], *[*parts[1:], 1, 1][:2])
    return {3: f"{first.day} {first:%B %Y}", 2: f"{first:%B %Y}", 1: str(first.year)}[len(parts)]


def _parts(text: str) -> list[int] | None:
    """Year, month and day of a date of the bibliography, as far as it goes."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text)
    return [int(part) for part in found.groups() if part] if found else None


def _authors(source: Source) -> list[str]:
    """The authors of a source, one name each; the bibliography joins them by commas."""
    return [name.strip() for name in (source.author or "").split(", ") if name.strip()]


def csl(source: Source) -> dict[str, Any]:
    """A source as an item of CSL-JSON, as Zotero and pandoc read it.

    >>> from provisions.records import Source
    >>> item = csl(Source("x", "treaty", "A Treaty", "primary", issued="2005-05", author="A, B"))
    >>> item["issued"], item["author"]
    ({'date-parts': [[2005, 5]]}, [{'literal': 'A'}, {'literal': 'B'}])
    """
    item: dict[str, Any] = {"id": source.id, "type": source.type, "title": source.title}
    if source.author:
        item["author"] = [{"literal": name} for name in _authors(source)]
    for key in ("issued", "accessed"):
        text = getattr(source, key)
        if text:
            parts = _parts(str(text))
            item[key] = {"date-parts": [parts]} if parts else {"literal": str(text)}
    for key in ("language", "publisher", "number", "page", "URL", "note"):
        if getattr(source, key):
            item[key] = getattr(source, key)
    if source.container_title:
        item["container-title"] = source.container_title
    return item


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(letter, letter) for letter in text)


def bibtex(source: Source) -> str:
    r"""A source as an entry for BibTeX or biblatex, in UTF-8.

    >>> from provisions.records import Source
    >>> print(bibtex(Source("x", "treaty", "Acts & means", "primary", issued="2005-05-16")))
    @misc{x,
      title = {{Acts \& means}},
      year = {2005},
      date = {2005-05-16},
      keywords = {primary},
    }
    """
    kind = _ENTRY_TYPES.get(source.type, "misc")
    year = _parts(source.issued or "")
    in_journal = "journal" if kind == "article" else "howpublished"
    pairs = [
        ("author", " and ".join(f"{{{_escaped(name)}}}" for name in _authors(source))),
        ("title", f"{{{_escaped(source.title)}}}"),
        (in_journal, _escaped(source.container_title or "")),
        ("institution" if kind == "techreport" else "publisher", _escaped(source.publisher or "")),
        ("number", _escaped(source.number or "")),
        ("pages", _escaped(source.page or "")),
        ("year", str(year[0]) if year else ""),
        ("date", source.issued if year else ""),
        ("url", source.URL or ""),
        ("urldate", str(source.accessed or "")),
        ("langid", source.language or ""),
        ("note", _escaped(source.note or "")),
        ("keywords", source.basis),
    ]
    lines = "".join(f"  {key} = {{{value}}},\n" for key, value in pairs if value)
    return f"@{kind}{{{source.id},\n{lines}}}"


def described(source: Source) -> str:
    """A source by author, title, day and place, without what it is worth and where it is read.

    >>> from provisions.records import Source
    >>> one = Source("x", "treaty", "A Treaty", "primary", issued="2005-05-16", number="1 UNTS 2")
    >>> described(one)
    'A Treaty (16 May 2005) 1 UNTS 2'
    """
    cited = [source.title]
    if source.author and source.type not in ("treaty", "legislation", "bill"):
        cited.insert(0, f"{', '.join(_authors(source))},")
    if source.issued:
        cited.append(f"({day_in_words(source.issued)})")
    cited += [part for part in (source.container_title, source.number, source.page) if part]
    return " ".join(cited)


def oscola(source: Source) -> str:
    """A source in one line, in the manner of OSCOLA, with its basis before its address.

    >>> from provisions.records import Source
    >>> oscola(Source("x", "treaty", "A Treaty", "primary", issued="2005-05-16", number="1 UNTS 2"))
    'A Treaty (16 May 2005) 1 UNTS 2 (primary)'
    """
    told = f"{described(source)} ({source.basis.replace('-', ' ')})"
    if source.URL:
        told += f" <{source.URL}>"
        told += f" accessed {day_in_words(str(source.accessed))}" if source.accessed else ""
    return told


def source_line(source: Source) -> str:
    """A source as it stands below a report: its identifier here, and its citation.

    >>> from provisions.records import Source
    >>> source_line(Source("x", "treaty", "A Treaty", "primary", URL="https://example.org/t"))
    'x: A Treaty (primary) <https://example.org/t>'
    """
    return f"{source.id}: {oscola(source)}"


def today() -> date:
    """The day on which something is computed: that of the reader."""
    return date.today()  # noqa: DTZ011 - the reader's own day is meant


def titled(version: Version) -> str:
    """The title of an instrument, with its short name where the title does not begin with it."""
    title = version.instrument.title
    return title if title.startswith(version.name) else f"{version.name}: {title}"


def span_in_words(version: Version) -> str:
    """The days of a text.

    >>> import provisions
    >>> span_in_words(provisions.get("armenia@2006-07-16"))
    'text in force 16 July 2006 to 31 December 2009'
    """
    span = version.in_force
    end = f" to {day_in_words(str(span.until))}" if span.until else ""
    return f"text in force {'from ' if not end else ''}{day_in_words(span.name)}{end}"


def text_cited(version: Version, sources: Mapping[str, Source], quoted: Iterable[Evidence]) -> str:
    """A text in one line: the days of its law, what the sources of all that is ``quoted`` of it are
    worth, the first of them, and when it was read.
    """
    bases = ", ".join(b.replace("-", " ") for b in bases_of(quoted, sources))
    main = sources.get(version.source)
    read = f"read {day_in_words(str(version.read))}"
    from_ = f"; {described(main)}" if main else ""
    return (
        f"{titled(version)}, {span_in_words(version)} ({bases or 'no words held'}){from_}; {read}."
    )


def as_source(version: Version, sources: Mapping[str, Source]) -> Source:
    """A text of a law as an item of a bibliography: what a reader would cite it as."""
    span = version.in_force
    end = f"to {span.until}" if span.until else "on"
    read = ", ".join(sources_of(version, sources))
    note = f"Text in force from {span.since} {end}; read {version.read}, in: {read}."
    main = sources.get(version.source)
    return Source(
        id=version.key,
        type="treaty" if version.instrument.kind == "treaty" else "legislation",
        title=titled(version),
        basis=main.basis if main else "secondary",
        language=main.language if main else None,
        issued=str(span.since),
        number=main.number if main and main.basis == "primary" else None,
        URL=main.URL if main and main.basis != "secondary" else None,
        accessed=main.accessed if main and main.basis != "secondary" else None,
        note=note,
    )


def sources_of(version: Version, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """The identifiers of the sources a text rests on, its main one first."""
    used = dict.fromkeys([version.source, *(e.source for _, e in entries_of(version) if e.source)])
    return tuple(s for s in used if s in sources)


def cite(version: Version, sources: Mapping[str, Source], style: str = "oscola") -> str:
    """A text of a law, and the sources it was read in, in a style of `STYLES`.

    Raises `RequestError` for a style that is none of them.
    """
    used = [sources[s] for s in sources_of(version, sources)]
    if style == "oscola":
        law = f"{titled(version)}, {span_in_words(version)}"
        return "\n".join((f"{law}, as read in:", *(f"  {oscola(s)}" for s in used)))
    return bibliography_in((as_source(version, sources), *used), style)


def references(texts: Iterable[Version], sources: Iterable[Source], style: str) -> str:
    """Some texts and the sources they were read in, as one text in a style of `STYLES`.

    Raises `RequestError` for a style that is none of them.
    """
    found = {source.id: source for source in sources}
    laws = dict.fromkeys(as_source(version, found) for version in texts)
    return bibliography_in((*laws, *found.values()), style)


def bibliography_in(sources: Iterable[Source], style: str) -> str:
    """Some sources as one text in a style of `STYLES`.

    Raises `RequestError` for a style that is none of them.
    """
    known: Sequence[Source] = tuple(sources)
    if style == "oscola":
        return "\n".join(map(oscola, known))
    if style == "bibtex":
        return "\n\n".join(map(bibtex, known))
    if style == "csl-json":
        import json

        return json.dumps([csl(source) for source in known], ensure_ascii=False, indent=1)
    raise RequestError(f"no style is called {style!r}; styles: {', '.join(STYLES)}")
