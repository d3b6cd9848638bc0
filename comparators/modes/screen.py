"""Laws under the standards that stand before them: the answer, the work list, one line a row.

The rows are those of the standards, in the order of their articles; what only a law has comes
after. Neighbours of one place and one mark are one line that counts itself, unless all are wanted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby

from attrs import evolve, frozen

from comparators.comparison import Comparison, Row
from comparators.findings import Finding
from comparators.findings.clauses import COMPARED
from comparators.marks import Marked, of_status
from comparators.modes.data import comparison_data, differing, place_of, reserved, tidy
from comparators.verdicts import Verdict
from comparators.wording.brief import falls_short, few, reason
from comparators.wording.cells import cell, narrower, what
from comparators.wording.heads import (
    FACET_TITLES,
    as_of_note,
    codes,
    columns,
    joined,
    of_the_whole,
    span,
    version_note,
)
from comparators.wording.verdicts import apart, definition, provided
from provisions.citations import sources_of
from provisions.corpus import bibliography_of
from provisions.errors import ProvisionsError
from provisions.fullness import Fullness, fullness_of
from provisions.phrases import BASES, places, spans, through, to_read
from provisions.records import Evidence, Source, Version
from provisions.report import SIGNS, Cell, Footnotes, Grid, Line, Quote, Report, Section

ACTIONS: Mapping[str, tuple[str, str]] = {
    "missing": ("Missing (read in full)", "in-part"),
    "doubtful": ("Doubtful", "open"),
    "not-read": ("Not read", "not-known"),
    "met": ("Met", "named"),
}
"""The heads of the work list, and the mark each is shown with."""

OPTIONS = (
    ("Option not taken", "not-asked", "✗◐"),
    ("Option in doubt", "open", "~"),
    ("Option not known", "not-known", "?"),
)
"""What is only to be considered, by the mark of the cell: not taken is said of what was read."""

VERDICTS: Mapping[str, tuple[str, str]] = {
    "yes": ("named", "reaches"),
    "no": ("no", "does not reach"),
    "undetermined": ("not-known", "cannot be said"),
}

_MARKS = {"○": "none-needed", "◐": "in-part", "~": "open", "?": "not-known", "·": "stated"}
_COUNTED = ("missing", "doubtful", "not-read", "met")
_MET = ("named", "follows", "none-needed")
_PLURALS = {"element": "acts", "means": "means", "purpose": "purposes"}
_SPOKEN = ("covered", "implied", "partial")
FEW = 4
"""From how many neighbours on a line counts them instead of naming them."""


def mark_of(marked: Marked, finding: Finding) -> str:
    """The mark of a cell, by the name under which a report knows it."""
    if marked.mark == "✓":
        return "follows" if finding.status == "implied" else "named"
    if marked.mark == "✗":
        return "not-asked" if marked.action in ("none", "option") else "no"
    return _MARKS[marked.mark]


def place_told(finding: Finding) -> str:
    """Where a finding stands, or what is to be read."""
    some = finding.evidence[:1] if finding.status == "silent" else finding.evidence
    at = places(e.at for e in some if e.at)
    return to_read(at) if finding.status == "silent" else at


def _answer(verdict: Verdict | None) -> Cell:
    """The cell of a verdict; of a law that lays down no offence there is none."""
    mark, said = VERDICTS[verdict.verdict] if verdict is not None else ("not-known", "none")
    return Cell(said, mark=mark)


def _natural(at: str) -> tuple[tuple[int, str], ...]:
    """A pinpoint as it is ordered: 4(a) before 18, 24(a) before 24(b)."""
    return tuple((int(n or 0), text) for n, text in re.findall(r"(\d*)(\D*)", at) if n or text)


class NoArticleError(ProvisionsError, LookupError):
    """The standards have no such article; the message says which they have."""


@frozen(slots=False, eq=False)
class Screen:
    """A comparison under its standards, as a reader wants it."""

    comparison: Comparison
    full: bool = False
    article: str = ""

    @cached_property
    def standards(self) -> tuple[Version, ...]:
        """What asks."""
        return self.comparison.standards

    @property
    def laws(self) -> tuple[Version, ...]:
        """What is asked."""
        return self.comparison.versions[len(self.standards) :]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each text is called, by its key: two of one instrument by their dates."""
        versions = self.comparison.versions
        return dict(zip((v.key for v in versions), columns(versions), strict=True))

    @cached_property
    def marks(self) -> Mapping[tuple[str, str], tuple[Marked, ...]]:
        """The marks of each row's laws."""
        n = len(self.standards)
        rows = self.comparison.rows
        return {(r.facet, r.concept): self.comparison.marked(r)[n:] for r in rows}

    def marked(self, row: Row) -> tuple[Marked, ...]:
        """The marks of the laws in a row."""
        return self.marks[row.facet, row.concept]

    def asked(self, row: Row) -> bool:
        """Whether a standard itself speaks of a row, and a reader would look for it there."""
        concept = self.comparison.words[row.concept.partition(":")[0]]
        if concept.heading or (concept.sort == "further" and row.facet == "element"):
            return False
        theirs = row.cells[: len(self.standards)]
        spoken = any(c.spoken for c in theirs)
        attribute = ":" in row.concept
        return spoken and (not attribute or self.full or bool(self.article))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows in the order of the standards' articles; with ``full``, all there are."""
        found = [r for r in self.comparison.rows if self.full or self.asked(r)]
        if self.article:
            there = sorted({self.at(r) for r in found}, key=_natural)
            found = [r for r in found if self._of_article(r)]
            if not found:
                raise NoArticleError(
                    f"no row stands under article {self.article!r}; there are: {', '.join(there)}"
                )
        order = {id(r): i for i, r in enumerate(self.comparison.rows)}
        return tuple(
            sorted(found, key=lambda r: (not self.speaks(r), self._place(r), order[id(r)]))
        )

    def _place(self, row: Row) -> tuple[object, ...]:
        """Of several standards the rows of the first stand first."""
        return self._asking(row), _natural(self.at(row))

    def _asking(self, row: Row) -> int:
        """Which of the standards has a row: the first that names it."""
        theirs = [c.spoken for c in row.cells[: len(self.standards)]]
        return theirs.index(True) if True in theirs else 0

    def article_of(self, row: Row) -> str:
        """The article a row stands under; of several standards with the name of the one
        that asks.
        """
        at = self.at(row)
        asking = self.names[self.standards[self._asking(row)].key]
        return f"{asking} {at}" if len(self.standards) > 1 else at

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """The article of each row."""
        return tuple(map(self.article_of, self.rows))

    @property
    def asking(self) -> str:
        """Who asks: ``CoE asks``, ``CoE and EU ask``."""
        names = " and ".join(self.names[v.key] for v in self.standards)
        return f"{names} {'ask' if len(self.standards) > 1 else 'asks'}"

    def speaks(self, row: Row) -> bool:
        """Whether a standard has something of a row; what only a law has stands after, as
        *beyond*.
        """
        return any(c.status in _SPOKEN for c in row.cells[: len(self.standards)])

    def _of_article(self, row: Row) -> bool:
        at = self.at(row)
        return at == self.article or at.startswith((f"{self.article}(", f"{self.article}."))

    def at(self, row: Row) -> str:
        """Where the standards have a row, or would have it."""
        return place_of(row, len(self.standards))

    @property
    def acts(self) -> frozenset[str]:
        """The addresses of the rows that are acts."""
        words = self.comparison.words
        return frozenset(f"element/{c.id}" for c in words if c.sort == "act")

    # -- cells -------------------------------------------------------------------------------------

    def line(self, row: Row, notes: Footnotes) -> Line:
        """A row with everything a page shows of it."""
        words = self.comparison.words
        n = len(self.standards)
        cells = [Cell(row.label.strip())]
        for i, (version, finding) in enumerate(
            zip(self.comparison.versions, row.cells, strict=True)
        ):
            said = differing(version, row.concept, self.comparison.versions)
            said += reserved(row, self.standards, version) if i >= n else []
            base = cell(finding, words, notes if i >= n else Footnotes(), said)
            shown = evolve(
                base,
                evidence=tuple(
                    self._quote(e, version) for e in (*finding.evidence, *finding.settled)
                ),
                notes=tuple(dict.fromkeys((*finding.notes, *said))),
                marks=base.marks if i >= n else (),
            )
            if i >= n:
                place = place_told(finding)
                told = self._what(row, i, finding)
                shown = evolve(
                    shown,
                    mark=mark_of(self.marked(row)[i - n], finding),
                    place=place,
                    what=told,
                    text=f"{place}: {told}" if told else place,
                )
            cells.append(shown)
        at = self.article_of(row) if self.speaks(row) else ""
        where = f"Article {at}" if at else f"Beyond what {self.asking}"
        if at and len(self.standards) > 1:
            where = ", Article ".join(at.rsplit(" ", 1))
        return Line(
            tuple(cells),
            f"{row.facet}/{row.concept}",
            f"{where}: {FACET_TITLES[row.facet].casefold()}",
            at,
            FACET_TITLES[row.facet],
            row.differs,
        )

    def _what(self, row: Row, column: int, finding: Finding) -> str:
        """What a cell says; of one that is named and yet not met, what keeps it from that."""
        words, under = self.comparison.words, self.comparison.under[column]
        marked = self.marked(row)[column - len(self.standards)]
        if marked.mark == "✓" and finding.status in ("absent", "silent", "open", "partial"):
            floors = under.ranges(row.concept) if row.facet == "aggravating" else ()
            if floors:
                return f"{max(floors)} years or more may be given in every case"
        if marked.mark not in ("✓", "○", "·") and (finding.spoken or finding.status == "implied"):
            concept, _, attribute = row.concept.partition(":")
            if row.facet == "non-punishment":
                asked = COMPARED if not attribute else (attribute,) * (attribute in COMPARED)
                short = under.narrower(concept, asked)
                told = narrower(words, short)
            elif row.facet == "aggravating" and under.only_weighed(concept):
                told = "weighed within the range; a graver one is asked"
            else:
                told = falls_short(words, under.short(row.facet, concept))
            if told:
                return told
        if marked.mark == "?" and finding.status == "absent":  # sought in some sections alone
            return "not known"
        told = what(finding, words)
        if marked.mark == "~" != of_status(finding):
            told = self._open_at(row, column) or told
        bare = marked.mark in ("◐", "~", "?", "✗") and not told
        return SIGNS[mark_of(marked, finding)].word if bare else told

    def _open_at(self, row: Row, column: int) -> str:
        """Where it is open whether a row is met: of what the list by itself would deny."""
        law = self.comparison.versions[column]
        asked = (q for v in self.comparison.reach[0] if v.law is law for q in v.open_questions)
        hangs = (q.at for q in asked if any(t.concept == row.concept for _, t in q.words))
        found = few(hangs, 3, "; ")
        return f"open at {found}" if found else ""

    @cached_property
    def bibliography(self) -> Mapping[str, Source]:
        """The sources that the texts compared rest on."""
        return bibliography_of(self.comparison.versions)

    def fullness(self, version: Version) -> Fullness:
        """How much of a text was read."""
        return fullness_of(version, self.bibliography)

    def record(self, version: Version) -> str:
        """How much of a text was read, in a line."""
        found = self.fullness(version)
        bases = ", ".join(BASES[b] for b in found.bases)
        lists = f", {found.share} lists in full" if found.lists else ""
        excerpt = " (an excerpt)" if found.excerpt and found.whole else ""
        return f"record {found.judgement}{excerpt}{lists}" + (f"; from {bases}" if bases else "")

    def _quote(self, evidence: Evidence, version: Version) -> Quote:
        source = self.bibliography.get(evidence.source or version.source)
        return Quote(
            evidence.at or "",
            evidence.words or "",
            evidence.lang or "",
            evidence.gloss or "",
            evidence.source or "",
            evidence.by or "",
            source.basis if source else "",
            (source.URL or "") if source else "",
        )

    # -- the answer --------------------------------------------------------------------------------

    def answer(self, lines: Sequence[Line]) -> Iterator[Section]:
        """The verdict on each law with its one reason, then the heads of the work list."""
        several = len(self.laws) > 1
        verdicts, without = self.comparison.reach if self.defines else ((), ())
        for verdict in verdicts:
            if verdict.law in self.laws:
                yield self._verdict(verdict, several=several)
        for note in without:
            yield Section(note, (), "not-known", aside=several)
        if several:
            return
        key = self.comparison.columns[-1]
        for action, (title, mark) in ACTIONS.items():
            asked = self.of_action(lines, action, 0)
            told, links = self._told(action, asked, key)
            yield Section(title, told, mark, len(asked), links)
        for title, mark, marks in OPTIONS:
            asked = self.of_action(lines, "option", 0, marks)
            if asked:
                told, links = self._told("option", asked, key)
                yield Section(title, told, mark, len(asked), links)

    @property
    def defines(self) -> bool:
        """Whether the rows shown are of the definition, of which a verdict speaks."""
        return not self.article or any(r.facet in ("means", "purpose") for r in self.rows)

    def of_action(
        self, lines: Sequence[Line], action: str, column: int, marks: str = ""
    ) -> list[Line]:
        """The rows in which a law's cell asks for an action, with any mark or one of these."""
        pairs = zip(self.rows, lines, strict=True)
        marked = ((self.marked(row)[column], line) for row, line in pairs)
        return [
            line
            for cell, line in marked
            if cell.action == action and cell.mark in (marks or cell.mark)
        ]

    def counts(self, lines: Sequence[Line]) -> Grid:
        """For several laws: the verdict, what is missing, doubtful, not read and met, and
        the text.
        """
        verdicts = {(v.law.key, v.standard.key): v for v in self.comparison.reach[0]}
        rows = []
        for column, law in enumerate(self.laws):
            own = [verdicts.get((law.key, s.key)) for s in self.standards]
            found = [str(len(self.of_action(lines, action, column))) for action in _COUNTED]
            why = [self._why(v) for v in own if v is not None]
            told = (*found, self.fullness(law).judgement, span(law), "; ".join(filter(None, why)))
            rows.append((Cell(self.names[law.key]), *map(_answer, own), *map(Cell, told)))
        definitions = [definition((s,)).removeprefix("The ") for s in self.standards]
        if len(definitions) > 1:
            definitions = [
                f"{self.names[s.key]}: {d}"
                for s, d in zip(self.standards, definitions, strict=True)
            ]
        heads = (
            "", *definitions, "missing", "doubtful", "not read", "met", "record", "text of", "",
        )  # fmt: skip
        return Grid("What is asked, counted", heads, tuple(rows), compact=True, below=1)

    def _why(self, verdict: Verdict) -> str:
        why = reason(verdict)
        asking = self.names[verdict.standard.key]
        return f"{asking}: {why}" if why and len(self.standards) > 1 else why

    def _told(
        self, action: str, lines: Sequence[Line], key: str
    ) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        """What a head of the work list counts: rows to go to; places to read; articles met."""
        if action == "met":
            return (*self._articles(lines), *self._met_otherwise()), ()
        if action == "not-read":
            found: dict[str, list[Line]] = defaultdict(list)
            for line in lines:
                place = line.cells[1 + len(self.standards)].place  # of the one law there is
                found[place.removeprefix("read ").replace("; ", ", ")].append(line)
            return tuple(f"{p} for {', '.join(self._articles(x))}" for p, x in found.items()), ()
        links = ((f"{x.article} {x.cells[0].text}", f"{key}/{x.key}") for x in lines)
        return (), tuple(links)

    def _met_otherwise(self) -> Iterator[str]:
        """The duties that the one law there is meets by another way than that of a row."""
        under = self.comparison.under[-1]
        for row in self.rows:
            cell = self.marked(row)[0]
            other = cell.action == "none" and cell.mark in ("✗", "◐", "?") and self.asked(row)
            if other and under.strength(row.facet, row.concept) == "shall":
                yield f"{self.article_of(row)} by another way than {row.label.strip()}"

    def _verdict(self, verdict: Verdict, *, several: bool) -> Section:
        mark, said = VERDICTS[verdict.verdict]
        told = f"{definition(verdict.standards)}: {said}{apart(verdict)}"
        why = reason(verdict)
        law, standard = (self.names[v.key] for v in (verdict.law, verdict.standard))
        who = [law] * several + [standard] * (len(self.standards) > 1)
        title = ". ".join((", ".join(who), told)) if who else told
        return Section(title, (why,) if why else (), mark, aside=several)

    def _articles(self, lines: Iterable[Line]) -> tuple[str, ...]:
        every = self.articles
        some = {line.article for line in lines}
        return (spans(every, (i for i, at in enumerate(every) if at in some)),)

    def beyond(self) -> Iterator[str]:
        """What a law has that no standard asks for."""
        n, words = len(self.standards), self.comparison.words
        for column, law in enumerate(self.laws):
            found: dict[str, list[str]] = defaultdict(list)
            for row in self.comparison.rows:
                if ":" in row.concept or row.facet == "penalty":
                    continue
                if words[row.concept].sort in ("further", "mental") and row.facet == "element":
                    continue
                theirs = row.cells[:n]
                if row.cells[n + column].spoken and all(
                    c.status in ("absent", "silent", "open") for c in theirs
                ):
                    told = f"{row.label.strip()} ({place_told(row.cells[n + column])})"
                    found[FACET_TITLES[row.facet].casefold()].append(told)
            for title, labels in found.items():
                yield f"{self.names[law.key]}, {title}: {'; '.join(labels)}"

    def questions(self, lines: Sequence[Line]) -> Iterator[str]:
        """What to ask the authorities of each law: what is doubtful, and what was not read; of what
        hangs on one place in one question.
        """
        for column, law in enumerate(self.laws):
            who = f"{self.names[law.key]}: " if len(self.laws) > 1 else ""
            found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
            for row, line in zip(self.rows, lines, strict=True):
                shown = line.cells[1 + len(self.standards) + column]
                action = self.marked(row)[column].action
                said = shown.what if action == "doubtful" else ""
                asked = f"{line.cells[0].text} (Article {line.article})"
                found[action, shown.place.removeprefix("read "), said].append(asked)
            for (kind, place, said), rows in found.items():
                asked = "; ".join(rows)
                if kind == "doubtful":
                    yield f"{who}Does {place} cover {asked}? It is {said}."
                elif kind == "not-read":
                    yield f"{who}What does the law say of {asked}? Not read: {place}."


def folded(
    lines: Sequence[Line], standards: int, acts: Container[str], every: Iterable[Line] = ()
) -> tuple[Line, ...]:
    """Neighbours of one article, facet, mark and place as one line that counts itself; what is to
    be read in one place, across articles.
    """

    def alike(line: Line) -> tuple[object, ...]:
        asked = line.cells[1 + standards :]
        signs = tuple("named" if c.mark == "follows" else c.mark for c in asked)
        places = tuple(c.place for c in asked)
        if set(signs) == {"not-known"}:
            return signs, places
        said = tuple(c.what for c in asked if c.mark in ("in-part", "open", "no"))
        return line.article, line.facet, signs, places, said

    sizes: dict[tuple[str, str], int] = defaultdict(int)
    for line in every or lines:
        sizes[line.article, line.facet] += 1
    found: list[Line] = []
    for _, group in groupby(lines, key=alike):
        some = tuple(group)
        whole = len(some) == sizes[some[0].article, some[0].facet]
        found += [_one(some, standards, acts, whole=whole)] if len(some) > 1 else some
    return tuple(found)


def _one(some: tuple[Line, ...], standards: int, acts: Container[str], *, whole: bool) -> Line:
    """Some lines as one."""
    first = some[0]
    facet = first.key.partition("/")[0]
    plural = _PLURALS.get(facet) if facet != "element" or first.key in acts else None
    if whole and plural and len({line.article for line in some}) == 1:
        label = f"{plural}: all {len(some)}"
    elif len(some) < FEW:
        labels = [line.cells[0].text for line in some]
        label = ("; " if any(", " in x for x in labels) else ", ").join(labels)
    else:
        label = f"{first.cells[0].text} ... (+{len(some) - 1})"
    cells = []
    for column in range(len(first.cells)):
        own = first.cells[column]
        marks = tuple(dict.fromkeys(m for line in some for m in line.cells[column].marks))
        said = dict.fromkeys(line.cells[column].what for line in some)
        told = own.what if len(said) == 1 else ""
        if column > standards:
            signs = {line.cells[column].mark for line in some}
            own = evolve(own, mark="named" if len(signs) > 1 else own.mark)
        cells.append(evolve(own, marks=marks, what=told, text=own.place or own.text))
    heads = tuple(dict.fromkeys(re.sub(r"\(.*", "", line.article) for line in some))
    one = len({x.article for x in some}) == 1
    article = first.article if one else heads[0]
    if len(heads) > 1:
        article = through(heads[0], heads[-1])
    return evolve(first, cells=(Cell(label), *cells[1:]), article=article)


def with_notes(
    lines: Sequence[Line], notes: Sequence[str], keep: Callable[[Cell], bool]
) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines with the notes of some cells alone, numbered anew, and the notes that are left."""
    kept = dict.fromkeys(m for line in lines for c in line if keep(c) for m in c.marks)
    number = {m: i for i, m in enumerate(kept, 1)}

    def left(cell: Cell) -> Cell:
        return evolve(cell, marks=tuple(number[m] for m in cell.marks) if keep(cell) else ())

    numbered = tuple(evolve(line, cells=tuple(map(left, line))) for line in lines)
    return numbered, tuple(notes[m - 1] for m in kept)


def report(
    comparison: Comparison, *, full: bool = False, article: str = "", evidence: bool = False,
    fold: bool = True, differences: bool = False,
) -> Report:  # fmt: skip
    """The report of laws under their standards.

    ``full`` shows every row that a standard or a law has; ``article`` one article of the standards
    with its words; ``evidence`` the words under each cell; ``differences`` the rows that differ;
    without ``fold`` every row stands alone.
    """
    screen = Screen(comparison, full, article)
    notes = Footnotes()
    lines = tuple(screen.line(row, notes) for row in screen.rows)
    told = notes.texts
    standards = len(screen.standards)
    names = columns(comparison.versions)
    asking = " and ".join(screen.names[v.key] for v in screen.standards)
    brief = not (full or evidence or article)
    shown = tuple(line for line in lines if line.differs) if differences else lines
    if brief and fold:
        shown = folded(shown, standards, screen.acts, lines)
        keep = len(screen.laws) == 1  # the cells of several have no room for numbers
        shown, told = with_notes(shown, told, lambda c: keep and c.mark not in _MET)
    return Report(
        f"{joined(names[standards:])} under {asking}",
        (
            as_of_note(comparison.as_of, comparison.versions),
            *(version_note(v, comparison.as_of) for v in screen.standards),
            *(f"{version_note(v, comparison.as_of)}; {screen.record(v)}" for v in screen.laws),
        ),
        (
            *((screen.counts(lines),) if len(screen.laws) > 1 and not comparison.facets else ()),
            Grid(
                f"What {screen.asking}, in the order of {_THEIR[standards > 1]} articles",
                (screen.asking, *names),
                tuple(_quoted(line) for line in shown) if evidence or article else shown,
                standards=standards,
                ids=("", *comparison.columns),
                codes=("", *codes(comparison.versions)),
            ),
        ),
        tuple(_sections(screen)),
        told,
        lambda: comparison_data(comparison.differences() if differences else comparison),
        answer=() if comparison.facets else tuple(screen.answer(lines)),
        sources=lambda: _sources(screen),
        texts=comparison.versions,
        as_of=comparison.as_of,
        questions=lambda: tuple(screen.questions(lines)),
        records=lambda: tuple(
            tidy(comparison, _shown(screen, differences=differences), screen.bibliography)
        ),
        hint=_hint(screen, full=full, more=len(notes.texts) - len(told)),
        brief=brief,
    )


def _quoted(line: Line) -> Line:
    """The row with the quoted words under its cells."""
    cells = (
        evolve(c, text="\n".join((c.text, *c.quotes)), quotes=()) if c.quotes else c for c in line
    )
    return evolve(line, cells=tuple(cells))


def _sections(screen: Screen) -> Iterator[Section]:
    if not screen.article:
        beyond = tuple(screen.beyond())
        if beyond:
            yield Section(f"Goes beyond what {screen.asking}", beyond, aside=len(screen.laws) > 1)
    if screen.defines and not screen.comparison.facets:
        verdicts = [v for v in screen.comparison.reach[0] if v.law in screen.laws]
        several = len(screen.laws) > 1
        heads = (f"{screen.names[v.law.key]}: " * several for v in verdicts)
        provisos = dict.fromkeys(
            head + provided(v.words, p)
            for head, v in zip(heads, verdicts, strict=True)
            for p in v.provisos
        )
        if provisos:
            yield Section("Provisos", tuple(provisos), aside=several)
    if screen.article:
        return  # of one article there are the notes on its rows
    shown = {n for row in screen.rows for cell in row.cells for n in cell.notes}
    general = of_the_whole(screen.comparison.versions, shown)
    if general:
        yield Section("What the records are made of", general, aside=True)


def _sources(screen: Screen) -> tuple[Source, ...]:
    used: dict[str, None] = {}
    for i, version in enumerate(screen.comparison.versions):
        cited = sources_of(version, screen.bibliography)
        if screen.article:  # of one article there are the sources of its rows
            here = {
                e.source or version.source for row in screen.rows for e in row.cells[i].evidence
            }
            cited = tuple(s for s in cited if s in here)
        used.update(dict.fromkeys(cited))
    return tuple(screen.bibliography[name] for name in used)


def _hint(screen: Screen, *, full: bool, more: int) -> str:
    """What to type next: the article in which most is wanted first."""
    rows = sorted(screen.rows, key=lambda r: min(_URGENT.index(m.action) for m in screen.marked(r)))
    at = re.sub(r"\(.*", "", screen.at(rows[0])) if rows else ""
    notes = f", {more} note{'s' * (more > 1)} more" if more else ""
    rest = "" if full else f"--full (every row, the sources{notes})   "
    one = f"--article {at} (the words)   " if at and not screen.article else ""
    return f"next: {rest}{one}--gaps (what to do)   --format html (a page)"


_THEIR = ("its", "their")
_URGENT = ("missing", "doubtful", "not-read", "option", "met", "none")


def _shown(screen: Screen, *, differences: bool) -> tuple[Row, ...]:
    return tuple(r for r in screen.rows if r.differs or not differences)
