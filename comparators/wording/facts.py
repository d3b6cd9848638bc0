"""The sentences of `compare --facts`: what each law makes of the facts, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from comparators.application import Application, Borne, Consent, Ground
from comparators.boxes import NONE
from comparators.facts import WHO, Facts
from comparators.lists import Layer
from comparators.reach import Kind
from comparators.reasons import Free, If, Named, Opened, Overlaps, Unread, Via
from comparators.sentencing import Circumstance, Form, Sanction
from comparators.wording.verdicts import named
from provisions.phrases import not_known
from provisions.phrases import sanction as sanction_in_words
from provisions.records import Version
from provisions.values import Value
from provisions.vocabulary import Thesaurus

ANSWERS: Mapping[Kind, str] = {
    Kind.REACHED: "reached",
    Kind.ONLY: "reached-if",
    Kind.OPEN: "open",
    Kind.SILENT: "not-known",
    Kind.NOT: "not-reached",
}
"""The names of the answers, for programs."""

MARKS: Mapping[Kind, str] = {
    Kind.REACHED: "named",
    Kind.ONLY: "open",
    Kind.OPEN: "open",
    Kind.SILENT: "not-known",
    Kind.NOT: "no",
}

MISSING = 12
"""How many of the facts that would do are told; the data has them all."""


@frozen(eq=False, repr=False)
class Told(Value):
    """One part of an answer: its title, its mark, and its sentences."""

    title: str
    mark: str
    lines: tuple[str, ...]


def told(answer: Application) -> Iterator[Told]:
    """The parts of an answer, each with its sentences."""
    said = Sentences(answer)
    if answer.kind is not None:
        yield Told("the offence", MARKS[answer.kind], tuple(said.offence()))
        related = tuple(said.related())
        if related:
            best = min((g.kind for g in answer.related), key=list(MARKS).index)
            yield Told("related offence", MARKS[best], related)
        change = said.change()
        if change and answer.kind != Kind.ONLY:  # what it is reached with is told already
            yield Told("would change it", "", (change,))
        aggravates = tuple(said.circumstance(c) for c in answer.circumstances)
        if aggravates:
            yield Told("aggravates", "", aggravates)
        if answer.sanction:
            yield Told("sanction", "stated", (said.sanction(answer.sanction),))
        if answer.consent:
            yield Told("consent", "", (said.consent(answer.consent),))
    if answer.own:
        from comparators.wording.own_offence import exemption, mark

        lines = tuple(exemption(e, answer.words) for e in answer.own)
        yield Told("victim's own offence", mark(answer.own[0]), lines)


def case_in_words(case: Facts, words: Thesaurus) -> str:
    """The facts as they were given, by their labels."""
    named = [words.label(c) for c in (*case.every, *case.offences, *case.links)]
    return ", ".join([*named, WHO[case.victim], *(["consent"] if case.consent else [])])


def notes(answer: Application, among: Iterable[Version] = ()) -> Iterator[str]:
    """What else a reader should know: the victim assumed, and the record's notes that bear on it.
    ``among``: all laws that are asked; two texts of one are told apart.
    """
    if not answer.facts.victim_given and answer.kind is not None:
        yield "No victim was given: an adult is assumed."
    for at, note in answer.notes:
        yield f"{named(answer.law, among)}{f', {at}' if at else ''}: {note}"


@frozen(eq=False, repr=False)
class Sentences(Value):
    """The sentences of one answer."""

    answer: Application

    @property
    def words(self) -> Thesaurus:
        """The thesaurus."""
        return self.answer.words

    @property
    def law(self) -> Version:
        """The law."""
        return self.answer.law

    # -- the offence -------------------------------------------------------------------------------

    def offence(self) -> Iterator[str]:
        """Whether the offences of trafficking reach the facts, limb by limb."""
        answer = self.answer
        if not answer.grounds:
            yield "NOT KNOWN: no act of the offence is recorded"
        for ground in answer.grounds:
            yield self.ground(ground)
        courts = dict.fromkeys(f for g in answer.grounds for f in g.jurisdiction)
        if courts:
            named = ", ".join(self.words.label(f) for f in courts)
            yield f"Proviso, for the courts and no element of the conduct: {named}"

    def ground(self, ground: Ground) -> str:
        """What one limb makes of the facts."""
        return {
            Kind.REACHED: self._reached,
            Kind.ONLY: self._only,
            Kind.OPEN: self._open,
            Kind.SILENT: self._silent,
            Kind.NOT: self._not,
        }[ground.kind](ground)

    def _reached(self, ground: Ground) -> str:
        words = dict.fromkeys(w for b in ground.borne if (w := self._quoted(b)))
        free = [
            f"no {b.facet} needed"
            for b in ground.borne
            if isinstance(b.way.because, Free) and b.facet != "act"
        ]
        return f"REACHED by {ground.at}" + _after(
            ": ", "; ".join([", ".join(words), *free]).strip("; ")
        )

    def _only(self, ground: Ground) -> str:
        wanted = [self.words.label(f) for f in ground.wanted]
        forms = [self.words.label(f) for _, f in ground.forms]
        if forms:
            wanted.append(f"it is {' or '.join(forms)}")
        return f"REACHED IF: {'; '.join(wanted)} ({ground.at}): the facts do not say"

    def _open(self, ground: Ground) -> str:
        questions = [*self._of_limb(ground), *self._of_words(ground.doubts)]
        return f"OPEN, by {ground.at}: {' '.join(dict.fromkeys(questions))}" + self._and_if(ground)

    def _silent(self, ground: Ground) -> str:
        if not ground.borne:
            return f"NOT KNOWN: {ground.at} is asked too; its elements are not recorded; read it"
        unread = [b for b in ground.doubts if isinstance(b.way.because, Unread)]
        places = [b.way.because.at for b in unread if isinstance(b.way.because, Unread)]
        about = [self._fact(b) for b in unread if b.fact != NONE]
        if ground.mark == "unseen" or not places:
            places.append(ground.at)
        whether = f" whether it names {', '.join(dict.fromkeys(about))};" if about else ""
        questions = self._of_words(b for b in ground.doubts if b.way.layer == Layer.OPEN)
        read = f"NOT KNOWN:{whether} read {', '.join(dict.fromkeys(places))}"
        return " ".join([read, *questions]) + self._and_if(ground)

    def _and_if(self, ground: Ground) -> str:
        wanted = [self.words.label(f) for f in ground.wanted]
        wanted += [f"it is {self.words.label(f)}" for _, f in ground.forms]
        return f" And only if: {'; '.join(wanted)}." if wanted else ""

    def _not(self, ground: Ground) -> str:
        if "victim" in ground.missing:
            return f"NOT REACHED: {ground.at} is not on {WHO[self.answer.facts.victim]}"
        pieces = [self._missing(facet) for facet in ground.missing]
        pieces += [f"demands {self.words.label(f)}" for f in ground.wanted]
        return f"NOT REACHED: {ground.at} {'; '.join(pieces)}"

    def _missing(self, facet: str) -> str:
        case = self.answer.facts
        given = {"act": case.acts, "means": case.means, "purpose": case.purposes}[facet]
        if not given:
            return f"needs a {facet}, and none is among the facts"
        return f"does not name {_or(self.words.label(f) for f in given)}"

    # -- what the words leave open -----------------------------------------------------------------

    def _of_limb(self, ground: Ground) -> Iterator[str]:
        if ground.derived:
            yield f"Does {ground.at} say the offence again, or does it only aggravate?"
        elif ground.mark == "arguable":
            offence = next((o for o in self.law.offences if o.id == ground.offence), None)
            limbs = offence.limbs if offence and offence.limbs else ()
            reading = next((x.reading for x in limbs if x.mark == "arguable" and x.reading), "")
            yield f"The words bear another reading: {reading}" if reading else f"Read {ground.at}."

    def _of_words(self, some: Iterable[Borne]) -> Iterator[str]:
        """What is asked of words; not of those that only a doubtful limb leaves open."""
        for borne in some:
            if borne.way.doubtful or not isinstance(borne.way.because, Named | Via | Free):
                yield self._question(borne)

    def _question(self, borne: Borne) -> str:
        why, fact = borne.way.because, self._fact(borne)
        word, at = self._word(borne)
        if isinstance(why, Opened):
            return f"Is {fact} within {word} ({at})?"
        if isinstance(why, Overlaps):
            return f"Is {fact} {word}? {_sentence(why.reason)} Read {at}."
        if isinstance(why, If):
            return f"Does {word} reach {fact}? {_sentence(why.condition)} Read {at}."
        if isinstance(why, Unread):
            return f"Read {why.at}."
        return f"Does {word} name {fact}? Read {at}."

    def _fact(self, borne: Borne) -> str:
        return (
            self.words.label(borne.fact) if borne.fact != NONE else f"a case without {borne.facet}"
        )

    def _word(self, borne: Borne) -> tuple[str, str]:
        """The law's words that a way rests on, and where they stand."""
        why = borne.way.because
        a_list = None if isinstance(why, Free) else self.law.lists.get(why.list)
        if a_list is None:
            return "", ""
        entry = a_list.entries.get(getattr(why, "entry", ""))
        if isinstance(why, Opened) or entry is None:
            place = a_list.place
            return in_words(place.words, place.gloss), place.at or a_list.at
        return in_words(entry.words, entry.gloss), entry.at or a_list.at

    def _quoted(self, borne: Borne) -> str:
        return "" if isinstance(borne.way.because, Free) else self._word(borne)[0]

    # -- what hangs on it --------------------------------------------------------------------------

    def related(self) -> Iterator[str]:
        """What the offences recorded as related make of the facts."""
        asked = [g for g in self.answer.related if g.borne]
        titles = {o.id: o.title for o in self.law.offences}
        for ground in asked:
            title = titles.get(ground.offence)
            yield self.ground(ground) + (f" ({title})" if title else "")
        unread = [g for g in self.answer.related if not g.borne]
        if unread:
            named = "; ".join(
                f"{g.at}{f' ({t})' if (t := titles.get(g.offence)) else ''}" for g in unread
            )
            yield f"NOT KNOWN: asked too, but their elements are not recorded; read {named}"

    def change(self) -> str:
        """The facts that would each, by itself, make the answer *reached*."""
        kinds: Mapping[str, str] = {str(kind): who for kind, who in WHO.items()}
        named = [kinds.get(x) or self.words.label(x) for _, x in self.answer.would_change]
        more = len(named) - MISSING
        return ", ".join(named[:MISSING]) + (f", and {more} more" if more > 0 else "")

    def circumstance(self, met: Circumstance) -> str:
        """A circumstance that the facts meet."""
        doubts = [f"if {self.words.label(f)}" for f in met.wanted]
        if met.doubt:
            doubts.append(f"arguable: {self.words.label(met.doubt)}")
        if met.mark != "stated":
            doubts.append("arguable" if met.mark == "arguable" else "not seen; read it")
        if met.effect != "graver":
            doubts.append("weighed within the range" if met.effect == "factor" else "a lesser form")
        return f"{self.words.label(met.concept)} ({met.at})" + _after("; ", "; ".join(doubts))

    def sanction(self, sanction: Sanction) -> str:
        """The gravest sanction of all forms met."""
        parts = [f"{not_known(f.at)}{self._because(f)}" for f in sanction.unseen]
        if sanction.gravest:
            said = self.form(sanction.gravest)
            parts.append(f"of what was seen: {said}" if sanction.unseen else said)
        if sanction.arguable:
            parts.append(f"{self.form(sanction.arguable)}, if that form is met")
        reached = any(g.kind == Kind.REACHED for g in (*self.answer.grounds, *self.answer.related))
        return "; ".join(parts) + ("" if reached else "; if reached")

    def form(self, form: Form) -> str:
        """The sanction of a form, with its pinpoint and the circumstances that bring it."""
        penalty = form.penalty
        said = sanction_in_words(penalty, form.base) if penalty else "no term stated"
        return f"{said} ({form.at}{self._because(form)})"

    def _because(self, form: Form) -> str:
        return _after(": ", ", ".join(self.words.label(c) for c in form.circumstances))

    def consent(self, consent: Consent) -> str:
        """What the rule on consent says in this case."""
        rule = "; ".join(in_words(e.words, e.gloss) for e in consent.evidence if e.words or e.gloss)
        reading = f" {consent.reading}" if consent.reading else ""
        return {
            "rule": f"no defence: {rule} ({consent.at}).{reading}",
            "not-engaged": f"no means was used: the rule of {consent.at} is not engaged",
            "no-element": f"no element of {consent.limb}, which needs no means; the rule: {rule}"
            f" ({consent.at}).{reading}",
            "demands": f"{consent.limb} demands that it be against the victim's will: "
            "consent decides",
            "none": f"no rule on consent in the text read ({consent.at}): the general part decides",
            "open": f"open: {rule or 'the general part'} ({consent.at})",
            "not-seen": f"a rule on consent was not seen; read {consent.at}",
        }[consent.kind]


def in_words(words: str | None, gloss: str | None) -> str:
    """The law's words in its quotation marks, their meaning in brackets."""
    if not words:
        return f"[{gloss}]" if gloss else ""
    return f"“{words}”" + (f" [{gloss}]" if gloss else "")


def _after(mark: str, text: str) -> str:
    return f"{mark}{text}" if text else ""


def _or(names: Iterable[str]) -> str:
    return " or ".join(dict.fromkeys(names))


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}." if text else ""
