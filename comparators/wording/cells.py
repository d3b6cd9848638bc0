"""The text of a cell, from a finding; its footnotes and the words under it.

There is one sentence for each status and each class of reason; no code looks into one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from comparators.findings.statuses import Elsewhere, Finding, Rest, Status
from comparators.lists import Layer, Way
from comparators.reasons import (
    Called,
    Contradicted,
    Demanded,
    Doubted,
    Free,
    FreeBut,
    FreeFor,
    FreeWhere,
    GeneralPart,
    GraverOnly,
    Ground,
    If,
    Measures,
    Narrower,
    NoClause,
    NoMeans,
    NotDemanded,
    NotStated,
    NotUsed,
    Opened,
    Overlaps,
    Sanction,
    Says,
    Sections,
    Terms,
    Unread,
)
from provisions.phrases import not_known, quote, quoted, sanction
from provisions.records import Evidence
from provisions.report import Cell, Footnotes
from provisions.vocabulary import Thesaurus

_DUTIES: Mapping[str, str] = {
    "shall": "; the State must provide for it",
    "shall-consider": "; the State must consider it",
    "may": "; the State may provide for it",
    "commitment": "; a political commitment",
}
_OPTIONS: Mapping[str, str] = {
    "shall-consider": " (to be considered: an option)",
    "may": " (permitted: an option)",
    "commitment": " (political commitment)",
}
_ROLES: Mapping[str, str] = {
    "aggravating": "aggravates",
    "means": "a means",
    "purpose": "a purpose",
    "act": "an act",
    "definition": "so defined",
    "related": "related",
    "child": "for a child",
    "lesser": "in a lesser form",
    "other-victims": "for other victims",
    "related-offence": "in a related offence",
    "rule": "a rule",
    "scope": "scope",
    "unused": "listed",
    "general": "listed",
}


_CLAUSE: Mapping[str, str] = {
    "offences": "extends to",
    "effects": "the effect is",
    "links": "demands besides",
    "excluded": "excludes",
    "conditions": "only:",
}
"""In what a clause may be narrower than another."""


def narrower(words: Thesaurus, some: Iterable[Narrower]) -> str:
    """In what a clause is narrower than what is asked.

    >>> import provisions
    >>> tie = Narrower("links", ("direct-consequence",), "open", instead=True)
    >>> narrower(provisions.thesaurus(), [tie])
    'asks instead: direct consequence of the trafficking'
    """
    told = (("asks instead:" if n.instead else _CLAUSE[n.attribute], n.concepts) for n in some)
    return "; ".join(
        f"{verb} {', '.join(map(words.label, concepts)) or 'what is not known'}"
        for verb, concepts in told
    )


def pinpoints(evidence: Iterable[Evidence]) -> str:
    """The pinpoints of some evidence, each once.

    >>> pinpoints([Evidence(at="1"), Evidence(at="2, 3"), Evidence(at="1, 2")])
    '1, 2, 3'
    """
    return ", ".join(dict.fromkeys(at for e in evidence if e.at for at in e.at.split(", ")))


def value(finding: Finding, words: Thesaurus) -> str:
    """The text of a cell, but for what the instrument says elsewhere.

    >>> import provisions
    >>> from comparators.findings import find
    >>> from comparators.law import Law
    >>> law = Law(provisions.get("CoE"), provisions.thesaurus())
    >>> value(find(law, "means", "fraud"), law.words)
    '4(a)'
    """
    return _Telling(finding, words).value()


def brief(finding: Finding, words: Thesaurus) -> str:
    """What a cell says, without the limbs that do not need it."""
    return _Telling(finding, words).main()


def what(finding: Finding, words: Thesaurus) -> str:
    """What a cell says beside its place: the words that name it, by what it follows, why it is
    open.

    >>> import provisions
    >>> from comparators.findings import find
    >>> from comparators.law import Law
    >>> law = Law(provisions.get("Armenia@2011-03-01"), provisions.thesaurus())
    >>> what(find(law, "means", "use-of-force"), law.words)
    'via other forms of coercion'
    """
    if finding.status == "covered" and finding.facet != "penalty" and ":" not in finding.concept:
        first = next((e for e in finding.evidence if e.words or e.gloss), None)
        if first and first.words:
            return f"“{first.words}”" + (f" [{first.gloss}]" if first.gloss else "")
        return f"[{first.gloss}]" if first else ""
    telling = _Telling(finding, words)
    telling.at = _NO_PLACE
    told = telling.value()
    for before in (f" ({_NO_PLACE})", f" by {_NO_PLACE}", f"; read {_NO_PLACE}", _NO_PLACE):
        told = told.replace(before, "")
    if finding.facet == "penalty" and len({e.at for e in finding.evidence}) == 1:
        told = told.replace(f" ({finding.evidence[0].at})", "")
    if finding.status == "silent":
        return "not known"
    return told.partition("; names ")[0].removeprefix("open: ").removeprefix("in part: ")


_NO_PLACE = "\0"
"""Stands for the pinpoint where a text is made without it."""


def _joined(grounds: Sequence[Ground]) -> Iterator[Ground]:
    """Grounds, those of one demand told once, with all their places."""
    places: dict[tuple[str, ...], dict[str, None]] = {}
    for ground in grounds:
        if isinstance(ground, FreeWhere):
            places.setdefault(ground.elements, {}).setdefault(ground.at)
    for ground in grounds:
        if not isinstance(ground, FreeWhere):
            yield ground
        elif at := places.pop(ground.elements, None):
            yield FreeWhere(ground.elements, ", ".join(at))


class _Telling:
    """One finding, told under a thesaurus."""

    def __init__(self, finding: Finding, words: Thesaurus) -> None:
        self.finding, self.words = finding, words
        self.ways = tuple(b for b in finding.because if isinstance(b, Way))
        self.grounds = tuple(b for b in finding.because if not isinstance(b, Way))
        others = [e for rest in finding.others for e in rest.evidence]
        self.evidence = tuple(e for e in finding.evidence if e not in others) or finding.evidence
        self.at = pinpoints(self.evidence)

    def value(self) -> str:
        but = [g.purposes for g in self.grounds if isinstance(g, FreeBut)]
        told = (self.labels(p) or "no purpose of exploitation" for p in but)
        before = "".join(f"not required; for {p}: " for p in told)
        return before + self.main() + "".join(map(self._beside, _joined(self.grounds)))

    def main(self) -> str:
        for ground in self.grounds:
            told = self._ground(ground)
            if told:
                return told
        tell: Mapping[Status, Callable[[], str]] = {
            "not-required": self._not_required,
            "covered": self._covered,
            "implied": self._implied,
            "partial": self._partial,
            "silent": self._silent,
            "open": lambda: f"open: {self._why(self.ways[0])} ({self.at})",
            "absent": self._absent,
        }
        return tell[self.finding.status]()

    def labels(self, concepts: Iterable[str]) -> str:
        """Labels, separated by commas."""
        return ", ".join(dict.fromkeys(self.words.label(c) for c in concepts))

    # -- by status ---------------------------------------------------------------------------------

    def _not_required(self) -> str:
        some = any(isinstance(w.because, Free) and w.because.some for w in self.ways)
        return f"not required by {self.at}" if some else f"not required ({self.at})"

    def _covered(self) -> str:
        strength = self.finding.strength or ""
        if self.finding.facet == "non-punishment":
            return self.at + _DUTIES.get(strength, "")
        return self.at + ("" if self.finding.facet == "penalty" else _OPTIONS.get(strength, ""))

    def _implied(self) -> str:
        entries = [str(getattr(w.because, "entry", "")) for w in self.ways]
        named = [c for c in self.finding.named if c not in (self.finding.concept, *entries)]
        via = self.labels(filter(None, entries))
        return f"via {via} ({self.at})" + (f"; names {self.labels(named)}" if named else "")

    def _partial(self) -> str:
        if any(isinstance(g, FreeBut | FreeWhere) for g in self.grounds) and self._unnamed():
            return self._apart()
        demands = self.ways[0].demands if self.ways else frozenset()
        rest = "".join(map(self._rest, self.finding.others))
        named = [c for c in self.finding.named if c != self.finding.concept]
        own = self.finding.via is not None or not named
        said = self._only(demands) if own and demands else self.labels(named)
        return f"in part: {said} ({self.at}){rest}"

    def _unnamed(self) -> bool:
        """Whether nothing names the concept where it is needed."""
        return all(w.layer != Layer.NAMED for w in self.ways)

    def _apart(self) -> str:
        """What is said where something is needed, of a concept not needed elsewhere."""
        layer, at = self.finding.others[0].layer, self.at
        if layer == Layer.SILENT:
            return not_known(at)
        return f"open: {self._why(self.ways[0])} ({at})" if layer == Layer.OPEN else f"no ({at})"

    def _rest(self, rest: Rest) -> str:
        at = pinpoints(rest.evidence)
        if isinstance(rest.because.because, Sections):
            return "; the rest not in the sections read"
        if rest.layer == Layer.SILENT:
            return f"; the rest {not_known(at)}"
        if rest.layer == Layer.OPEN:
            whole = len(self.finding.others) == 1
            what = "the rest open" if whole else "open in part"
            return f"; {what}: {self._why(rest.because, rest.evidence)}" + (
                f" ({at})" if at else ""
            )
        return ""

    @property
    def _rule(self) -> bool:
        """Whether the cell is of a rule, which is read in one place."""
        return self.finding.facet == "element" and self.words[self.finding.concept].sort != "act"

    def _silent(self) -> str:
        if ground := next((g for g in self.grounds if isinstance(g, Sections)), None):
            return f"not in the sections read ({ground.at})"
        seen = (*(str(getattr(w.because, "entry", "")) for w in self.ways[1:]), *self.finding.named)
        clause = self.finding.facet == "non-punishment"
        duty = _DUTIES.get(self.finding.strength or "", "") if clause else ""
        at = self.evidence[0].at if self._rule else self.at
        tail = f"; seen: {self.labels(filter(None, seen))}" if any(seen) else ""
        return f"{not_known(at or '')}{duty}{tail}"

    def _absent(self) -> str:
        first, rule = next(iter(self.evidence), Evidence()), self._rule
        words = f": {quoted(first)}" if rule and (first.words or first.gloss) else ""
        return f"no{words} ({first.at if rule else self.at})"

    # -- why it is open ----------------------------------------------------------------------------

    def _only(self, demands: Iterable[str]) -> str:
        named = sorted(demands, key=self.words.order.__getitem__)
        return ", ".join(f"only {self.words.label(f)}" for f in named)

    def _why(self, way: Way, evidence: Sequence[Evidence] | None = None) -> str:
        reason, concept = way.because, self.finding.concept
        evidence = self.evidence if evidence is None else evidence
        if isinstance(reason, Opened):
            return quoted(evidence[0])
        entry = str(getattr(reason, "entry", ""))
        label = self.words.label(entry)
        only = f"; {self._only(way.demands)}" if way.demands else ""
        below = self.words.under(concept, self.finding.instrument.partition("@")[0])
        if isinstance(reason, If):
            return f"if {reason.condition}: {label}{only}"
        if isinstance(reason, Overlaps) and reason.of in below:
            return f"arguable for {self.words.label(reason.of)}: {label}"
        if entry == concept:
            return f"arguable{only}"
        return f"arguable: {label}" + ("" if entry in below else only)

    # -- grounds -----------------------------------------------------------------------------------

    def _beside(self, ground: Ground) -> str:
        """What is said after the finding itself."""
        match ground:
            case FreeFor(acts, arguable):
                told = map(self._free, acts)
                return f"; {'arguably ' if arguable else ''}not required {', '.join(told)}"
            case FreeWhere(elements, at):
                where = " ".join(self._where(e) for e in elements)
                return f"; not required {where} ({at})"
            case GraverOnly():
                return "; in a graver form only"
            case Called(labels):
                return f"; {', '.join(labels)}"
            case NoMeans(_, doubtful) if doubtful:
                return f"; not known for {self.labels(doubtful)}"
        return ""

    def _for(self, parts: Iterable[tuple[str, ...]]) -> str:
        """For which acts or words something is demanded; nothing where for all."""
        of = [self.labels(some) if some else "acts not seen" for some in parts]
        return f" for {', '.join(dict.fromkeys(of))}" if of else ""

    def _free(self, acts: tuple[str, ...] | str) -> str:
        if isinstance(acts, str):
            return f"by {acts}"
        return f"for {self.labels(acts) if acts else 'acts not seen'}"

    def _where(self, element: str) -> str:
        concept = self.words[element]
        whose = (concept.phrase or "").removeprefix("of ")
        if whose != (concept.phrase or ""):
            return f"against {whose}"
        return concept.phrase or f"where: {concept.label}"

    def _ground(self, ground: Ground) -> str:
        """What a finding says that no list gives by itself; nothing for what is said beside it."""
        at = (self.evidence[0].at or "") if self.evidence else ""
        if short := [g for g in self.grounds if isinstance(g, Narrower)]:
            duty = _DUTIES.get(self.finding.strength or "", "")
            return f"in part: {narrower(self.words, short)} ({self.at}){duty}"
        match ground:
            case Demanded(parts):
                return f"demanded{self._for(parts)} ({self.at})"
            case Contradicted(element):
                return self._contradicted(element)
            case GeneralPart() if self.finding.status == "implied":
                return f"follows: no such element, and no rule in the general part ({self.at})"
            case GeneralPart():
                chapters = pinpoints(self.evidence[1:])
                where = f"; read {chapters}" if chapters else ""
                return f"no rule in the text read ({at}): the general part decides{where}"
            case NotUsed():
                return f"not used: the forms are listed ({self.at})"
            case NotDemanded(element):
                return f"follows: {self.words.label(element)} is not demanded ({at})"
            case NoMeans(acts) if self.finding.status == "partial":
                return f"in part: for {self.labels(acts)} ({at})"
            case NoMeans():
                return f"follows: no means needed ({at})"
            case Doubted():
                where = self.at if self.finding.facet == "non-punishment" else at
                return f"open: arguable ({where}){_DUTIES.get(self.finding.strength or '', '')}"
        return self._of_clause_or_penalty(ground, at or "")

    def _contradicted(self, element: str) -> str:
        """By what a rule is contradicted; where in part, for what, and what is free of it."""
        label = self.words.label(element)
        if self.finding.status != "partial":
            return f"no: {label} is demanded ({self.at})"
        of = next((g.parts for g in self.grounds if isinstance(g, Demanded)), ())
        demanding = [e for e in self.evidence if e.words or e.gloss]
        free = pinpoints(e for e in self.evidence if e not in demanding)
        whole = f"follows from {free}; " if free else ""
        return f"in part: {whole}{label} is demanded{self._for(of)} ({pinpoints(demanding)})"

    def _of_clause_or_penalty(self, ground: Ground, at: str) -> str:
        match ground:
            case Terms():
                return self._terms(ground)
            case Says(concepts, every):
                return f"{self._said(concepts, ' + ' if every else ', ')} ({self.at})"
            case NoClause(general, attribute):
                return "no clause" if attribute else self._no_clause(general, at)
            case NotStated():
                return f"none stated ({self.at})"
            case Measures(extents):
                return self._unread() + "; ".join(
                    f"{extent}{f', up to {years} years' if years else ''} ({', '.join(ats)})"
                    for extent, years, ats in extents
                )
        return ""

    def _unread(self) -> str:
        """What stands before something seen, where the whole is not known."""
        places = [w.because.at for w in self.ways if isinstance(w.because, Unread)]
        return f"{not_known(', '.join(places))}; seen: " if places else ""

    def _terms(self, terms: Terms) -> str:
        said = "; ".join(dict.fromkeys(map(self._sanction, terms.sanctions)))
        return f"{self._unread()}{said}" + ("" if terms.separate else ": no separate form")

    def _sanction(self, one: Sanction) -> str:
        if one.unseen:
            return not_known(one.at)
        text = sanction(one.penalty, one.base) if one.penalty else "no term stated"
        besides = f", only: {self.labels(one.besides)}" if one.besides else ""
        return f"{text} ({one.at}{besides})"

    def _said(self, concepts: Iterable[Iterable[str]], joint: str) -> str:
        told = (joint.join(self.words.label(c) for c in some) for some in concepts)
        return "; ".join(dict.fromkeys(told))

    def _no_clause(self, general: Iterable[tuple[str, str]], at: str) -> str:
        rules = "; ".join(f"{label}, {where}" for label, where in general)
        return f"no special clause ({at} read); {rules}" if rules else f"no ({at})"


# -- the cell --------------------------------------------------------------------------------------


def elsewhere(words: Thesaurus, concept: str, others: Iterable[Elsewhere]) -> str:
    """What a cell says of other roles: ``; aggravates, 128(2)(з)``, ``; by reference: UNTOC 10``.

    >>> import provisions
    >>> there = Elsewhere("aggravating", (Evidence(at="132(2)"),), "child-victim")
    >>> elsewhere(provisions.thesaurus(), "child-victim", [there])
    '; aggravates, 132(2)'
    """
    said = []
    for other in others:
        if other.to:
            said.append(f"by reference: {other.to} ({pinpoints(other.evidence)})")
            continue
        what = "" if other.concept == concept else f" as {words.label(other.concept)}"
        said.append(f"{_ROLES.get(other.role, other.role)}{what}, {pinpoints(other.evidence)}")
    return "".join(f"; {s}" for s in dict.fromkeys(said))


def cell(
    finding: Finding, words: Thesaurus, notes: Footnotes, discrepancies: Sequence[str] = ()
) -> Cell:
    """A finding as a cell, with the numbers of its footnotes and the words it rests on."""
    concept = finding.concept.partition(":")[0]
    text = value(finding, words) + elsewhere(words, concept, finding.elsewhere)
    marks = tuple(notes.number(n) for n in (*finding.notes, *discrepancies))
    there = (e for o in finding.elsewhere for e in o.evidence)
    quotes = [quote(e) for e in (*finding.evidence, *there) if e.words or e.gloss]
    quotes += [f"settled by {quote(e)}" for e in finding.settled]
    return Cell(text, tuple(dict.fromkeys(quotes)), tuple(dict.fromkeys(marks)), finding.status)
