"""What a well-formed file may still say against itself, against its sources, and against its
neighbours."""

import re
import shutil
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from record_files import (
    DATA,
    DELETED,
    NATIONAL,
    SMALL,
    SOURCES,
    TREATY,
    changed,
    check,
    faults,
    small,
    spoilt,
)

from provisions import corpus
from provisions.checking.consistency import check_spans
from provisions.checking.files import check as check_files
from provisions.checking.letters import mixed_scripts
from provisions.checking.quotations import (
    Library,
    check_edges,
    check_quotation,
    check_quotations,
    normalised,
)
from provisions.checking.versions import check_file
from provisions.checking.vocabulary import check_vocabulary
from provisions.corpus import Corpus
from provisions.records import Broader, Concept, Overlap, Source
from provisions.vocabulary import Thesaurus

MEANS = ("lists", "means")
FRAUD = (*MEANS, "entries", "fraud")

# --- quotations are short


def words(count):
    return " ".join(["word"] * count)


QUOTED = {
    "an entry": ((*MEANS, "entries", "deception"), "lists.means.entries.deception"),
    "an entry that says more": ((*FRAUD, "words"), "lists.means.entries.fraud.words"),
    "the words that open a list": (
        ("lists", "exploitation", "opening"),
        "lists.exploitation.opening",
    ),
    "the words of a penalty": (("offences", 0, "penalty", "words"), "offences[0].penalty.words"),
    "a clause": (("non_punishment", 0, "words"), "non_punishment[0].words"),
    "an attribute of a clause": (
        ("non_punishment", 0, "effects", "no-criminal-liability"),
        "non_punishment[0].effects.no-criminal-liability",
    ),
    "another source": (
        ("lists", "exploitation", "entries", "forced-labour", "also", 0, "words"),
        "lists.exploitation.entries.forced-labour.also[0].words",
    ),
    "another source, as text alone": (
        ("lists", "exploitation", "entries", "forced-labour", "also", 0),
        "lists.exploitation.entries.forced-labour.also[0]",
    ),
    "a further element of an entry": (
        ("lists", "movement", "entries", "receipt", "requires", "for-gain"),
        "lists.movement.entries.receipt.requires.for-gain",
    ),
    "a further element of a limb": (
        ("offences", 0, "limbs", 0, "requires"),
        "offences[0].limbs[0].requires.for-gain",
    ),
}


@pytest.mark.parametrize(("steps", "path"), QUOTED.values(), ids=list(QUOTED))
def test_a_quotation_has_twelve_words_and_not_thirteen(steps, path):
    def quoted(count):
        return {"for-gain": words(count)} if steps[-1] == "requires" else words(count)

    long = {path: "quotes 13 words: at most 12, and '...' for what is left out"}
    figures = {p: m for p, m in spoilt(steps, quoted(12)).items() if "years" in p}
    assert spoilt(steps, quoted(12)) == figures
    assert spoilt(steps, quoted(13)) == figures | long


def test_a_gloss_is_no_quotation_and_may_be_longer():
    assert spoilt((*FRAUD, "gloss"), words(20)) == {}


@pytest.mark.parametrize("mark", [" ... ", " … ", "... ", "…"])
def test_an_ellipsis_is_not_counted_as_a_word(mark):
    assert spoilt((*FRAUD, "words"), words(6) + mark + words(6)) == {}


@pytest.mark.parametrize("mark", ["...", "…", " ... "])
def test_an_ellipsis_joins_no_two_words_into_one(mark):
    assert "quotes 13 words" in spoilt((*FRAUD, "words"), words(6) + mark + words(7)).get(
        "lists.means.entries.fraud.words", ""
    )


# --- pinpoints in the letters of their source


@pytest.mark.parametrize(
    "at",
    [
        "128(2)(а)",
        "CC 128(2)(а)",
        "128(2)(a)",
        "Cr. 5, п. 2",
        "132.2",
        "Law 958-IIQ 1.0.2",
        "Art. 4(a), п. «б»",
    ],
)
def test_a_pinpoint_in_the_letters_of_its_source_is_accepted(at):
    assert mixed_scripts(at) is None
    assert spoilt((*FRAUD, "at"), at) == {}


@pytest.mark.parametrize(
    ("at", "part"),
    [
        ("Cр 128", "Cр"),
        ("128(2)(aб)", "aб"),
        ("Art. 5, Сl. 2", "Сl"),
        ("ст. 128 Уголовногo кодекса", "Уголовногo"),
    ],
)
def test_a_word_of_a_pinpoint_that_mixes_scripts_is_refused(at, part):
    said = mixed_scripts(at)
    assert said.startswith(f"{part!r} mixes letters of two scripts: '")
    assert " is Latin" in said
    assert " is Cyrillic" in said
    assert spoilt((*FRAUD, "at"), at) == {
        "lists.means.entries.fraud.at": f"{said}; write the pinpoint as its source does"
    }


@pytest.mark.parametrize(
    ("steps", "path"),
    [
        ((*MEANS, "at"), "lists.means.at"),
        ((*MEANS, "to_read"), "lists.means.to_read"),
        (("lists", "exploitation", "opening_at"), "lists.exploitation.opening_at"),
        (("offences", 0, "at"), "offences[0].at"),
        (("offences", 0, "limbs", 0, "at"), "offences[0].limbs[0].at"),
        (("offences", 0, "tiers", 0, "at"), "offences[0].tiers[0].at"),
        (("non_punishment", 0, "at"), "non_punishment[0].at"),
        (("nothing_on", "related"), "nothing_on.related"),
    ],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_every_pinpoint_of_a_file_is_looked_at(steps, path):
    assert "'Cр' mixes letters of two scripts" in spoilt(steps, "Cр 128").get(path, "")


@given(st.text("абвгд0123456789()-. ", max_size=12), st.text("abcde0123456789()-. ", max_size=12))
def test_scripts_side_by_side_are_not_mixed_and_scripts_within_a_word_are(one, other):
    assert mixed_scripts(one) is None
    assert mixed_scripts(f"{one} {other}") is None
    assert mixed_scripts(f"{one} x{one.strip()}яx") is not None


# --- days


@pytest.mark.parametrize(
    ("steps", "path"),
    [(("in_force",), "in_force"), (("in_force", "since"), "in_force.since"), (("read",), "read")],
)
def test_a_version_without_its_days_is_refused(steps, path):
    assert "is missing" in spoilt(steps, DELETED)[path]


def test_a_version_does_not_end_before_it_begins():
    assert spoilt(("in_force", "until"), date(2009, 12, 31)) == {
        "in_force.until": "ends before it begins: 2010-01-01 to 2009-12-31"
    }
    assert spoilt(("in_force", "until"), date(2010, 1, 1)) == {}, "one day is a span"


def test_a_national_law_is_not_read_before_it_is_law():
    assert spoilt(("read",), date(2009, 12, 31)) == {
        "read": "2009-12-31 is before the text was law (2010-01-01)"
    }
    assert "read" not in spoilt(("read",), date(2009, 12, 31), TREATY), (
        "a treaty may be read before it is in force"
    )


def spanned(*spans):
    version, _ = check(small())
    return [
        (
            evolve(
                version,
                in_force=evolve(version.in_force, since=date(a, 1, 1), until=b and date(b, 12, 31)),
            ),
            f"{a}.toml",
        )
        for a, b in spans
    ]


def test_versions_one_after_the_other_do_not_overlap_in_whatever_order_they_are_given():
    assert list(check_spans(spanned((2001, 2005), (2006, 2010), (2011, None)))) == []
    assert list(check_spans(spanned((2011, None), (2001, 2005), (2008, 2010)))) == [], (
        "a gap is no fault"
    )


@pytest.mark.parametrize(
    ("spans", "file", "says"),
    [
        (
            ((2001, 2006), (2006, None)),
            "2006.toml",
            "the version of 2001-01-01, in force until 2006-12-31",
        ),
        (
            ((2001, None), (2006, None)),
            "2006.toml",
            "in force without an end: that one must end before 2006-01-01",
        ),
        (((2006, None), (2001, 2010)), "2006.toml", "overlaps with the version of 2001-01-01"),
        (((2001, 2003), (2001, 2005)), "2001.toml", "overlaps"),
    ],
)
def test_two_versions_of_one_day_are_refused(spans, file, says):
    (fault,) = check_spans(spanned(*spans))
    assert (fault.file, fault.path) == (file, "in_force.since")
    assert says in fault.message


def test_a_version_within_a_longer_one_is_refused_even_with_a_third_between_them():
    found = list(check_spans(spanned((2001, 2020), (2003, 2004), (2008, 2009))))
    assert [f.file for f in found] == ["2003.toml", "2008.toml"]


def test_a_file_is_named_after_the_day_its_text_came_into_force(tmp_path):
    right, wrong = tmp_path / "2010-01-01.toml", tmp_path / "2012-04-18.toml"
    for path in (right, wrong):
        path.write_text(SMALL, encoding="utf-8")
    words_ = corpus.thesaurus()
    assert check_file(right, "right", {right.parent.name: NATIONAL}, words_, SOURCES)[1] == ()
    version, found = check_file(wrong, "wrong", {wrong.parent.name: NATIONAL}, words_, SOURCES)
    assert version is not None
    assert [str(f) for f in found] == [
        "wrong:5: in_force.since: the file must be named after it: 2010-01-01.toml"
    ]


def test_a_draft_may_have_any_name(tmp_path):
    path = tmp_path / "our-bill.toml"
    path.write_text(f'name = "Bill"\nkind = "national-law"\n{SMALL}', encoding="utf-8")
    assert check_file(path, "our-bill", {}, corpus.thesaurus(), SOURCES)[1] == ()


# --- sources


@pytest.mark.parametrize(
    ("steps", "path"),
    [
        (("source",), "source"),
        ((*MEANS, "source"), "lists.means.source"),
        ((*FRAUD, "source"), "lists.means.entries.fraud.source"),
        (("offences", 0, "penalty", "source"), "offences[0].penalty.source"),
        (("non_punishment", 0, "source"), "non_punishment[0].source"),
    ],
)
def test_an_unknown_source_is_refused_wherever_it_stands(steps, path):
    assert spoilt(steps, "cod") == {path: "unknown source 'cod' (did you mean 'code'?)"}


BILL = {"words": "by fraud", "source": "bill", "at": "Bill 1"}


def test_a_bill_is_not_the_only_evidence_of_law_in_force():
    says = "a draft is never the only evidence of law in force: give another source in 'also'"
    assert spoilt(FRAUD, BILL) == {"lists.means.entries.fraud": says}
    assert spoilt(FRAUD, {**BILL, "also": [{**BILL, "at": "Bill 2"}]}) == {
        "lists.means.entries.fraud": says
    }


def test_a_bill_beside_another_source_is_accepted():
    assert (
        spoilt(FRAUD, {**BILL, "also": [{"source": "speech", "gloss": "fraud", "at": "p. 3"}]})
        == {}
    )
    assert spoilt(FRAUD, {"words": "by fraud", "also": [BILL]}) == {}


@pytest.mark.parametrize(
    ("steps", "path"),
    [
        (("non_punishment", 0, "source"), "non_punishment[0]"),
        (("offences", 0, "penalty", "source"), "offences[0].penalty"),
        (("offences", 0, "limbs", 0, "requires"), "offences[0].limbs[0].requires.for-gain"),
    ],
)
def test_a_bill_is_not_the_only_evidence_of_a_clause_a_penalty_or_a_further_element(steps, path):
    value = {"for-gain": {**BILL, "words": "for gain"}} if steps[-1] == "requires" else "bill"
    found = spoilt(steps, value)
    assert [p for p, message in found.items() if "draft" in message and p.startswith(path)]


def test_a_draft_that_stands_alone_may_rest_on_a_bill_for_it_is_not_law_in_force():
    raw = {"name": "Ruritania 2030", "kind": "national-law", **small(), "source": "bill"}
    assert faults(raw, instrument=None) == {}


# --- open, silent, closed


def test_an_open_list_wants_the_words_that_open_it():
    wanted = {
        "lists.exploitation.opening": 'an open list wants the words that open it: opening = "and other acts", or opening_gloss where no source held has them'
    }
    assert spoilt(("lists", "exploitation", "opening"), DELETED) == wanted
    glossed = changed(small(), ("lists", "exploitation", "opening"), DELETED)
    glossed["lists"]["exploitation"]["opening_gloss"] = "other forms"
    assert faults(glossed) == {}


@pytest.mark.parametrize("unlisted", ["absent", "silent"])
@pytest.mark.parametrize("key", ["opening", "opening_gloss", "opening_at"])
def test_only_an_open_list_has_words_that_open_it(unlisted, key):
    raw = changed(small(), ("lists", "exploitation", "opening"), DELETED)
    raw["lists"]["exploitation"] |= {"unlisted": unlisted, "to_read": "5", key: "other forms"}
    assert faults(raw) == {
        "lists.exploitation.opening": f'only an open list has words that open it; this one is {unlisted!r}: write unlisted = "open", or leave the words out'
    }


def test_only_a_closed_list_has_words_that_close_it():
    assert spoilt(("lists", "movement", "closing"), "and nothing else") == {}
    assert (
        "only a closed list has closing words"
        in spoilt((*MEANS, "closing"), "only")["lists.means.closing"]
    )


def test_a_silent_list_and_nothing_on_its_facet_contradict_each_other():
    found = spoilt(("nothing_on", "means"), "1-300")
    assert list(found) == ["nothing_on.means"]
    assert "a list of it is 'silent' and nevertheless this says absent" in found["nothing_on.means"]


def test_a_full_list_and_nothing_on_its_facet_contradict_each_other():
    assert (
        "there is a list of it" in spoilt(("nothing_on", "purpose"), "1-300")["nothing_on.purpose"]
    )


def test_every_facet_has_an_answer():
    missing = "nothing is said of related: give a list, or 'nothing_on' (read, and not there), or 'unread'"
    assert spoilt(("nothing_on",), DELETED) == {"nothing_on": missing}
    assert spoilt(("nothing_on",), {"related": "1-300"}) == {}
    unread = changed(small(), ("nothing_on",), DELETED) | {"unread": {"related": "301-500"}}
    assert faults(unread) == {}


def test_a_file_that_says_nothing_at_all_is_asked_for_every_facet():
    raw = small()
    for key in ("lists", "offences", "non_punishment", "nothing_on"):
        del raw[key]
    version, found = check(raw)
    assert version is not None
    asked = [re.match(r"nothing is said of (\S+):", f.message).group(1) for f in found]
    assert asked == [
        "element",
        "means",
        "purpose",
        "aggravating",
        "non-punishment",
        "related",
        "penalty",
    ]


def test_what_was_read_was_not_unread():
    raw = small() | {"unread": {"related": "301-500"}}
    assert faults(raw) == {
        "nothing_on.related": "is in 'unread' too: related was read, or it was not"
    }


def test_means_not_seen_want_the_place_to_read():
    raw = changed(small(), ("offences", 0, "limbs", 0, "means"), "not-seen")
    assert faults(raw) == {
        "unread.means": "is missing: a limb says 'not-seen'; say where it would be read"
    }
    assert faults({**raw, "unread": {"means": "128, note"}}) == {}


# --- doubt, words, glosses


@pytest.mark.parametrize("steps", [FRAUD, ("offences", 0, "limbs", 0)])
def test_an_arguable_reading_wants_the_other_reading(steps):
    raw = changed(small(), (*steps, "mark"), "arguable")
    ((path, says),) = faults(raw).items()
    assert path.endswith(".reading")
    assert "wants the other reading, in a note" in says
    assert faults(changed(raw, (*steps, "reading"), "it may govern both")) == {}


def test_an_entry_wants_words_or_a_gloss_unless_it_is_unseen():
    assert spoilt(FRAUD, {"at": "128(1)"}) == {
        "lists.means.entries.fraud": "wants the law's own words, or a gloss where no source held has them"
    }
    assert spoilt(FRAUD, {"at": "128(1)", "gloss": "fraud"}) == {}
    assert spoilt(FRAUD, {"at": "128, note 4", "mark": "unseen"}) == {}


@pytest.mark.parametrize(
    ("steps", "value", "path"),
    [
        (FRAUD, {"words": "обман", "lang": "ru"}, "lists.means.entries.fraud"),
        (("lists", "exploitation", "lang"), "ru", "lists.exploitation"),
        (("non_punishment", 0, "lang"), "ru", "non_punishment[0]"),
        (("offences", 0, "penalty", "lang"), "ru", "offences[0].penalty"),
    ],
)
def test_foreign_words_want_a_gloss_beside_them(steps, value, path):
    assert (
        spoilt(steps, value)[path]
        == "words in 'ru' want a gloss in English beside them: gloss = \"...\""
    )


def test_foreign_words_with_a_gloss_and_english_words_without_are_accepted():
    assert spoilt(FRAUD, {"words": "обман", "lang": "ru", "gloss": "deceit"}) == {}
    assert spoilt(FRAUD, {"words": "deceit", "lang": "en"}) == {}


def test_a_file_in_another_language_is_asked_for_every_gloss():
    found = spoilt(("lang",), "ru")
    assert {
        "lists.means.entries.deception",
        "lists.exploitation",
        "offences[0].penalty",
        "non_punishment[0]",
    } <= set(found)
    assert "lists.means.entries.fraud" not in found, "a gloss alone quotes nothing"
    assert "lists.exploitation.entries.forced-labour" in found
    assert set(found.values()) == {
        "words in 'ru' want a gloss in English beside them: gloss = \"...\""
    }


def test_what_has_no_pinpoint_is_refused():
    assert (
        "is missing: a clause has a pinpoint"
        in spoilt(("non_punishment", 0, "at"), DELETED)["non_punishment[0].at"]
    )
    assert spoilt((*MEANS, "at"), DELETED) == {
        "lists.means.at": 'is missing: write at = "128(1)", the pinpoint in the law'
    }


def test_a_lowest_term_above_the_highest_is_refused():
    above = "the lowest term is above the highest"
    assert spoilt(("offences", 0, "penalty", "min_years"), 9)["offences[0].penalty"] == (
        f"{above}: 9 years, and 8"
    )
    assert spoilt(("offences", 0, "penalty", "min_years"), 8) == {}
    assert spoilt(("offences", 0, "penalty", "min_months"), 61)["offences[0].penalty"] == (
        f"{above}: 97 months, and 96"
    )


def test_a_limb_protects_somebody():
    assert (
        "names nobody"
        in spoilt(("offences", 0, "limbs", 0, "victims"), [])["offences[0].limbs[0].victims"]
    )


def test_only_an_aggravated_form_restates():
    restating = {"at": "128(2)(в)", "words": "by violence", "restates": "means"}
    assert spoilt(("lists", "circumstances", "entries", "use-of-force"), restating) == {}
    assert (
        "only an aggravated form restates"
        in spoilt(FRAUD, restating)["lists.means.entries.fraud.restates"]
    )


# --- strength belongs to instruments between States


@pytest.mark.parametrize(
    "steps",
    [MEANS, FRAUD, ("non_punishment", 0), ("offences", 0)],
    ids=["list", "entry", "clause", "offence"],
)
def test_a_national_law_has_no_strength_and_a_treaty_may(steps):
    raw = changed(small(), (*steps, "strength"), "shall")
    assert any("strength" in message for message in faults(raw).values())
    assert faults(raw, TREATY) == {}


def test_a_duty_wants_its_strength():
    raw = changed(small(), ("offences", 0, "provision"), "duty")
    assert "a duty wants its strength" in faults(raw, TREATY)["offences[0].strength"]
    assert faults(changed(raw, ("offences", 0, "strength"), "shall-consider"), TREATY) == {}
    assert (
        "only an international instrument lays down duties" in faults(raw)["offences[0].provision"]
    )


# --- the vocabulary against itself


def edge(narrower, broader, **more):
    return Broader(
        **{"narrower": narrower, "broader": broader, "source": "s", "at": "1", "gloss": "g", **more}
    )


def thesaurus_of(*edges, overlaps=(), **more):
    concepts = {
        i: Concept(i, "means", "means", i, phrase=f"by {i}", **more)
        for i in ("force", "violence", "blow")
    }
    return Thesaurus(concepts, edges, tuple(overlaps))


AUTHORITIES = {
    "s": Source("s", "treaty", "A treaty", "primary"),
    "bill": Source("bill", "bill", "A bill", "draft"),
}


def found_in(words_):
    return {
        f.path: f.message
        for f in check_vocabulary(words_, "vocabulary.toml", {"eu": None, "coe": None}, AUTHORITIES)
    }


def test_a_sound_vocabulary_has_no_fault():
    near = Overlap(between=("force", "blow"), reason="r", source="s", at="1", words="w")
    edges = edge("violence", "force"), edge("blow", "violence", scope="eu")
    assert found_in(thesaurus_of(*edges, overlaps=[near])) == {}


@pytest.mark.parametrize(
    ("more", "path", "says"),
    [
        ({"source": "bill"}, "broader[0].source", "a draft is no authority"),
        ({"words": words(13)}, "broader[0].words", "quotes 13 words"),
        ({"words": "сила", "lang": "ru", "gloss": None}, "broader[0].gloss", "is missing"),
    ],
)
def test_the_authority_of_an_edge_is_as_good_as_that_of_a_record(more, path, says):
    assert says in found_in(thesaurus_of(edge("blow", "force", **more)))[path]


def test_an_edge_written_twice_and_an_overlap_of_what_lies_under_are_refused():
    twice = thesaurus_of(edge("blow", "force"), edge("blow", "force"))
    assert "is written twice" in found_in(twice)["broader[1]"]
    near = Overlap(between=("force", "blow"), reason="r", source="s", at="1", words="w")
    within = thesaurus_of(edge("blow", "force"), overlaps=[near])
    assert "no overlap is needed" in found_in(within)["overlaps[0]"]


def changed_words(concept, **more):
    """A thesaurus of an act, a means and a further element, one of which is changed."""
    concepts = {
        "recruitment": Concept(
            "recruitment", "element", "act", "recruitment", participle="is recruited"
        ),
        "force": Concept("force", "means", "means", "force", phrase="by force"),
        "for-gain": Concept(
            "for-gain", "element", "further", "for gain", phrase="for gain", without="without gain"
        ),
    }
    if concept not in concepts:
        concepts[concept] = evolve(concepts["force"], id=concept)
    return {**concepts, concept: evolve(concepts[concept], **more)}


@pytest.mark.parametrize(
    ("concept", "more", "path", "says"),
    [
        (
            "recruitment",
            {"participle": "recruited"},
            "acts.recruitment.participle",
            "'is' or 'comes'",
        ),
        ("recruitment", {"participle": None}, "acts.recruitment.participle", "is missing"),
        ("force", {"phrase": "force"}, "means.force.phrase", "must begin with 'by' or 'with'"),
        ("for-gain", {"without": None}, "further.for-gain.without", "is missing"),
        ("force", {"complete": True}, "means.force.complete", "nothing lies under it"),
        ("force", {"contains": ("recruitment",)}, "means.force.contains", "no further element"),
        (
            "force",
            {"jurisdictional": True},
            "means.force.jurisdictional",
            "said of further elements",
        ),
        ("adult", {}, "means.adult", "a word of --facts"),
        ("consent", {}, "means.consent", "a word of --facts"),
    ],
)
def test_what_a_concept_may_not_be_is_a_fault_with_its_cure(concept, more, path, says):
    found = found_in(Thesaurus(changed_words(concept, **more), (), ()))
    assert says in found[path]
    assert found_in(Thesaurus(changed_words("force"), (), ())) == {}


def test_an_edge_from_an_act_to_a_means_is_refused():
    words_ = Thesaurus(changed_words("force"), (edge("recruitment", "force"),), ())
    assert "two sorts" in found_in(words_)["broader[0]"]


def test_an_edge_to_an_unknown_concept_is_refused():
    assert found_in(thesaurus_of(edge("violense", "force"))) == {
        "broader[0].narrower": "unknown concept 'violense' (did you mean 'violence'?)"
    }
    stray = Overlap(between=("force", "fors"), reason="r", source="s", at="1", words="w")
    assert (
        "did you mean 'force'?"
        in found_in(thesaurus_of(overlaps=[stray]))["overlaps[0].between[1]"]
    )


@pytest.mark.parametrize("lacks", ["source", "at", "gloss"])
def test_an_edge_without_authority_is_refused(lacks):
    assert (
        "wants its authority"
        in found_in(thesaurus_of(edge("blow", "force", **{lacks: None})))["broader[0]"]
    )


def test_an_edge_within_an_unknown_instrument_is_refused():
    found = found_in(thesaurus_of(edge("blow", "force", scope="cooe")))
    assert found == {"broader[0].scope": "no instrument 'cooe' (did you mean 'coe'?)"}


def test_edges_in_a_circle_are_refused():
    circle = [edge("violence", "force"), edge("blow", "violence"), edge("force", "blow")]
    assert set(found_in(thesaurus_of(*circle))) == {"means.force", "means.violence", "means.blow"}
    assert found_in(thesaurus_of(*circle[:2])) == {}


def test_edges_that_close_a_circle_within_one_instrument_are_refused():
    assert (
        found_in(thesaurus_of(edge("violence", "force"), edge("force", "violence", scope="eu")))
        != {}
    )


def test_a_concept_that_contains_an_unknown_further_element_is_refused():
    assert (
        "unknown concept 'for-gain'"
        in found_in(thesaurus_of(contains=("for-gain",)))["means.force.contains"]
    )


def test_a_concept_that_is_apart_from_an_unknown_one_is_refused():
    found = found_in(thesaurus_of(apart_from=("grave-offences",)))
    assert "unknown concept 'grave-offences'" in found["means.force.apart_from"]


# --- what stands nowhere else


@pytest.mark.parametrize("letter", ["\x07", "\x1b", "\x85"])
def test_a_control_character_is_refused(letter):
    assert (
        "control character"
        in spoilt((*FRAUD, "words"), f"by{letter} fraud")["lists.means.entries.fraud.words"]
    )


@pytest.mark.parametrize(
    "lang",
    ["russian", "xx", "RU", "ru_RU", "e", "rus", "sr-Qqqq", "pt-BX", "es-418", "zh-hant", "x-law"],
)
def test_a_language_is_a_real_tag(lang):
    raw = {"words": "обман", "lang": lang, "gloss": "deceit"}
    assert "is no tag of a language" in spoilt(FRAUD, raw)["lists.means.entries.fraud.lang"]


@pytest.mark.parametrize(
    "lang",
    ["hy", "sr-Cyrl", "zh-Hant", "zh-Hant-HK", "es-419", "pt-BR", "cnr", "az-Latn-AZ", "quy"],
)
def test_a_script_and_a_region_may_be_part_of_the_tag(lang):
    assert spoilt(FRAUD, {"words": "обман", "lang": lang, "gloss": "deceit"}) == {}


def test_a_language_without_blanks_has_a_limit_of_letters():
    japanese = {"lang": "ja", "gloss": "sale of a person"}
    assert spoilt(FRAUD, {"words": "人" * 120, **japanese}) == {}
    found = spoilt(FRAUD, {"words": "人" * 121, **japanese})
    assert "quotes 121 letters: at most 120" in found["lists.means.entries.fraud.words"]


@pytest.mark.parametrize("at", ["第226条の2", "刑法第226条", "형법 제288조", "第3款ロ"])
def test_han_with_kana_is_no_mixture_of_scripts(at):
    assert spoilt((*FRAUD, "at"), at) == {}


@pytest.mark.parametrize("further", ["weapon", "recruitment", "deception", "slavery"])
def test_what_is_no_further_element_is_demanded_of_nobody(further):
    for steps in (FRAUD, ("offences", 0, "limbs", 0)):
        found = spoilt((*steps, "requires"), {further: "x"})
        path = ".".join(map(str, steps)).replace(".0", "[0]")
        assert "here stands a further element" in found[f"{path}.requires.{further}"]


def test_a_silent_list_says_where_to_read():
    assert "is missing" in spoilt((*MEANS, "to_read"), DELETED)["lists.means.to_read"]


def test_a_record_was_not_read_tomorrow():
    assert "is still to come" in spoilt(("read",), date(2999, 1, 1))["read"]


def test_the_only_way_to_meet_a_duty_has_no_alternative():
    entries = ("lists", "exploitation", "entries")
    one = changed(small(), (*entries, "slavery"), {"words": "slavery", "one_of": "23(4)"})
    assert "is a way to meet '23(4)'" in faults(one)["lists.exploitation.entries.slavery.one_of"]
    two = changed(one, (*entries, "forced-labour"), {"words": "labour", "one_of": "23(4)"})
    assert faults(two) == {}


def test_what_was_settled_is_no_longer_arguable():
    settled = {"words": "fraud", "reading": "both", "settled_by": {"at": "1", "gloss": "decided"}}
    assert spoilt(FRAUD, settled) == {}
    found = spoilt(FRAUD, {**settled, "mark": "arguable"})
    assert "is settled" in found["lists.means.entries.fraud.mark"]


def test_a_definition_that_was_not_compared_leaves_the_word_arguable():
    own = {"words": "fraud", "defined": {"how": "not-compared", "at": "5", "words": "means"}}
    assert "arguable" in spoilt(FRAUD, own)["lists.means.entries.fraud.mark"]
    assert spoilt(FRAUD, {**own, "mark": "arguable", "reading": "wider"}) == {}


def test_an_age_stands_on_a_limb():
    found = spoilt((*FRAUD, "requires"), {"victim-under-21": "under twenty-one"})
    assert "stands on a limb" in found["lists.means.entries.fraud.requires.victim-under-21"]


def test_a_file_that_nothing_reads_is_told(tmp_path):
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    for name in (
        "coe/2030-01-01.TOML",
        "coe/more/2030-01-01.toml",
        "vocabulary.toml.bak",
        "coe/.hidden",
    ):
        (data / name).parent.mkdir(exist_ok=True)
        (data / name).write_text("", encoding="utf-8")
    found = [f.file for f in check_files(corpus=Corpus([data])).faults]
    assert found == [
        "data/coe/2030-01-01.TOML",
        "data/coe/more/2030-01-01.toml",
        "data/vocabulary.toml.bak",
    ]


# --- quotations against the texts of their sources

TEXT = """Article 128.  Trafficking in persons
1. The “recruitment” of a person, as well as his
   receipt, by DECEIT and other forms of exploitation, slavery, forced labour -
from three to eight years. Whoever was compelled is freed from criminal
liability. 2. The same of a minor.
"""


@pytest.fixture
def texts(tmp_path):
    (tmp_path / "code.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def held(texts, steps=(*MEANS, "entries", "deception"), value="by deceit"):
    version, bad = check(changed(small(), steps, value))
    assert bad == ()
    return {q.path: q for q in check_quotations(version, "law.toml", Library([texts]))}


def test_a_quotation_that_stands_in_the_text_is_verbatim(texts):
    quotation = held(texts)["lists.means.entries.deception"]
    assert (quotation.result, quotation.nearest) == ("verbatim", None)
    assert (quotation.file, quotation.source, quotation.at) == ("law.toml", "code", "128(1)")


def test_a_quotation_with_one_wrong_word_differs_and_the_text_is_shown(texts):
    quotation = held(texts, ("offences", 0, "penalty", "words"), "from three or eight years")[
        "offences[0].penalty"
    ]
    assert (quotation.result, quotation.nearest) == ("differs", "from three to eight years.")
    assert quotation.words == "from three or eight years"


def test_a_quotation_that_is_nowhere_is_not_found(texts):
    quotation = held(texts, value="by abuse of trust")["lists.means.entries.deception"]
    assert (quotation.result, quotation.nearest) == ("not found", None)


def test_a_quotation_whose_source_has_no_text_here_says_so(texts):
    by_result = {}
    for evidence in ("code", "speech"):
        found = held(texts, FRAUD, {"words": "by deceit", "source": evidence})
        by_result[evidence] = found["lists.means.entries.fraud"].result
    assert by_result == {"code": "verbatim", "speech": "no text held"}


def test_an_empty_folder_holds_no_text_and_accuses_nobody(tmp_path):
    found = held(tmp_path).values()
    assert found
    assert {q.result for q in found} == {"no text held"}


def test_a_gloss_is_not_looked_for(texts):
    assert "lists.means.entries.fraud" not in held(texts)


def test_the_opening_words_the_penalty_and_the_clause_are_looked_for_too(texts):
    found = held(texts)
    assert found["lists.exploitation"].result == "verbatim"
    assert found["offences[0].penalty"].result == "verbatim"
    assert found["non_punishment[0]"].result == "verbatim"
    assert found["non_punishment[0].effects.no-criminal-liability"].result == "verbatim"
    assert found["lists.movement.entries.transfer"].result == "not found", (
        "the text has no transfer"
    )


def result(quoted, text=TEXT):
    return check_quotation(quoted, normalised(text))[0]


@pytest.mark.parametrize(
    ("quoted", "text"),
    [
        ("Menschenhandel für", "Menschenhandel fu\u0308r"),
        ("fu\u0308r Menschenhandel", "für Menschenhandel"),
        ("торговли людьми й", "торговли людьми и\u0306"),
        ("non\u2010punishment", "non\u2011punishment"),
        ("non-punishment", "non\u00ad-punishment"),
        ("a \u2014 b", "a \u2013 b"),
        ("a\u202fb", "a b"),
    ],
)
def test_composed_and_decomposed_letters_and_kinds_of_hyphens_and_blanks_are_one(quoted, text):
    assert result(quoted, text) == "verbatim"


@pytest.mark.parametrize(
    "quoted",
    [
        "his receipt",
        "his\n\treceipt",
        "his\u00a0receipt",
        "The 'RECRUITMENT'".replace("'", '"'),
        "The «recruitment» of",
        "the „recruitment“ of",
        "by deceit",
        "BY DECEIT",
        "slavery, forced labour - from",
        "slavery, forced labour – from",
        "slav\u00adery, forced labour \u2011 from",
        "The ... receipt",
        "recruitment … by deceit … of a minor",
        "liability. 2. The same",
    ],
)
def test_white_space_quotation_marks_and_case_make_no_difference(quoted):
    assert result(quoted) == "verbatim"


@pytest.mark.parametrize(
    "quoted",
    [
        "his receipts",
        "slavery forced labour",
        "slavery, forced-labour",
        "liability, 2. The same",
        "by deceít",
        "by dесеit",
        "receipt ... recruitment",
        "of a minor ... by deceit",
        "three to 8 years",
        "forced labor",
    ],
)
def test_anything_else_makes_a_difference(quoted):
    assert result(quoted) != "verbatim"


@pytest.mark.parametrize(
    "quoted", ["lab", "avery, forced", "slavery, for", "ever ... compelled", "хищение"]
)
def test_a_quotation_does_not_cut_a_word_in_two(quoted):
    assert result(quoted, TEXT + "Похищение человека") != "verbatim"


def test_a_script_without_spaces_has_no_words_to_cut():
    assert result("買い受けた者は", "人を買い受けた者は、三月以上五年以下") == "verbatim"
    assert result("売り渡した者は", "人を買い受けた者は、三月以上五年以下") != "verbatim"
    assert result("매매한 사람", "사람을 매매한 사람은") != "verbatim"


@given(st.integers(0, 40), st.integers(1, 12), st.sampled_from([" ", "\n", "  \t"]), st.booleans())
def test_any_run_of_words_of_a_text_is_verbatim_in_it(start, count, space, upper):
    run = TEXT.split()[start : start + count]
    quoted = space.join(run)
    if run:
        assert result(quoted.upper() if upper else quoted) == "verbatim"


@given(st.integers(0, 35), st.integers(2, 6), st.text("bcdfgхцч", min_size=4, max_size=9))
def test_a_run_of_words_with_a_strange_word_in_it_is_never_verbatim(start, count, strange):
    run = TEXT.split()[start : start + count]
    assert result(" ".join([*run[:1], strange, *run[1:]])) != "verbatim"


def test_the_quotations_of_the_edges_are_held_against_the_texts_too(texts):
    words_ = thesaurus_of(
        edge("violence", "force", source="code", words="slavery, forced labour"),
        edge("blow", "force", source="code", words="slavery and forced labour"),
        edge("blow", "violence"),
        overlaps=[
            Overlap(between=("force", "blow"), reason="r", source="speech", at="1", words="near")
        ],
    )
    found = [(q.path, q.result) for q in check_edges(words_, "vocabulary.toml", Library([texts]))]
    assert found == [
        ("broader[0]", "verbatim"),
        ("broader[1]", "differs"),
        ("overlaps[0]", "no text held"),
    ]


# --- words stand where they are cited to

DIVIDED = """# Taken from a mirror of the official text.
# The second line at its head.
Article 128. Trafficking in persons
1. Recruitment of a person, or other transactions in relation to a person, -
up to five years.
2. The same, by deceit:
1) of a minor;
2) by a group.
Article 129. Trafficking in minors
1. Recruitment of a minor, or other transactions in relation to a minor.
Note. 1. Exploitation means 2. slavery and forced labour.
Article 144-1. Organs
144-1.1. Removal of organs.
144-1.2. The same, of tissues.
"""


@pytest.mark.parametrize(
    ("at", "quoted", "wrong"),
    [
        ("128(1)", "in relation to a person", None),
        ("CC 128(1)", "in relation to a person", None),
        ("129(1)", "in relation to a person", "not in 129(1)"),
        ("128(1), 129(1)", "in relation to a person", None),
        ("129(1), 128(1)", "in relation to a person", None),
        ("128(1), 129(1)", "by deceit", "not in 128(1) or 129(1)"),
        ("128(1) and 129(1)", "in relation to a person", None),
        ("128(2), sentence 1", "in relation to a person", "not in 128(2)"),
        ("128(2) no. 2", "by a group", None),
        ("128(1) no. 2", "by a group", "not in 128(1) no. 2"),
        ("128(2)", "of a minor", None),
        ("128(1)", "by deceit", "not in 128(1)"),
        ("128(2)(2)", "by a group", None),
        ("128", "Trafficking in persons", None),
        ("129, note", "slavery and forced labour", None),
        ("129, note", "by a group", "not in 129"),
        ("128, note 129", "in relation to a person", None),
        ("recital 129", "by deceit", None),
        ("144-1.1", "Removal of organs", None),
        ("144-1.1", "of tissues", "not in 144-1.1"),
        ("999(1)", "of tissues", None),
        ("128-129", "of tissues", None),
    ],
)
def test_words_stand_at_the_pinpoint_where_the_text_is_divided(tmp_path, at, quoted, wrong):
    (tmp_path / "code.txt").write_text(DIVIDED, encoding="utf-8")
    entry = {"at": at, "words": quoted}
    found = held(tmp_path, FRAUD, entry)["lists.means.entries.fraud"]
    assert (found.result, found.nearest) == (("elsewhere", wrong) if wrong else ("verbatim", None))


def test_in_an_amending_law_the_articles_it_inserts_stand_within_its_sections(tmp_path):
    law = "§ 1. There is inserted:\nArticle 16a. Whoever was compelled.\n§ 2. Article 5 goes.\n"
    (tmp_path / "code.txt").write_text(law + "Article 17. Slavery.\n", encoding="utf-8")
    for at, result_ in (("§ 1", "verbatim"), ("16a", "verbatim"), ("§ 2", "elsewhere")):
        found = held(tmp_path, FRAUD, {"at": at, "words": "Whoever was compelled"})
        assert found["lists.means.entries.fraud"].result == result_


CODES = {
    "sections, with articles in the notes": (
        (
            "§ 1 Theft\nTaking.\n§ 2 Force\n(1) Beating.\n(2) Killing.\n§ 3 Fraud\nDeceit.\n"
            "Art. 1 Amended.\nArt. 2 Repealed.\n"
        ),
        {"1": "Taking", "2(2)": "Killing", "3": "Deceit"},
    ),
    "a number before the word": (
        "## 1 Члан 1. Крађа\n(1) Узимање.\n## 2 Члан 2. Сила\n(1) Батине.\n(2) Смрт.\n",
        {"1(1)": "Узимање", "2(2)": "Смрт"},
    ),
    "articles between the articles": (
        "**ARTICULO 1º.-** Hurto.\n**ARTICULO 1 bis.-** Robo.\n**ARTICULO 2.-** Fuerza.\n",
        {"1": "Hurto", "1 bis": "Robo", "2": "Fuerza"},
    ),
    "numbers raised": (
        (
            "# Art. 1\n<sup>1</sup> Theft.\n<sup>2</sup> Robbery:\n- 1. armed;\n- 2. by night.\n"
            "# Art. 2\n<sup>1</sup> Force.\n"
        ),
        {"1(1)": "Theft", "1(2)": "by night", "2(1)": "Force"},
    ),
    "a reference at the beginning of a line": (
        (
            "## § 1 Theft\n(1) Taking.\n(2) Whoever acts under\n§ 2 Number 1 by night.\n"
            "## § 2 Force\nBeating.\n## § 3 Fraud\nDeceit.\n"
        ),
        {"1(2)": "by night", "2": "Beating"},
    ),
}


@pytest.mark.parametrize(("text", "places"), CODES.values(), ids=list(CODES))
def test_a_text_is_divided_as_its_own_headings_divide_it(tmp_path, text, places):
    (tmp_path / "code.txt").write_text(f"Code\n{text}", encoding="utf-8")
    for at in places:
        for other, quoted in places.items():
            found = held(tmp_path, FRAUD, {"at": at, "words": quoted})
            wanted = "verbatim" if at == other else "elsewhere"
            assert (at, found["lists.means.entries.fraud"].result) == (at, wanted)


def test_lines_at_the_head_of_a_text_are_no_part_of_it_and_subfolders_are_read(tmp_path):
    below = tmp_path / "codes" / "ruritania"
    below.mkdir(parents=True)
    (below / "code.txt").write_text(DIVIDED, encoding="utf-8")
    for quoted, result_ in (
        ("mirror of the official text", "not found"),
        ("by deceit", "verbatim"),
    ):
        found = held(tmp_path, FRAUD, {"at": "128", "words": quoted})
        assert found["lists.means.entries.fraud"].result == result_
