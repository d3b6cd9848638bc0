"""The records themselves: faultless, resolved, used, quoted with care, and honest about what was
not read."""

import re
import unicodedata
from itertools import pairwise

import pytest
from every import each, key, stem
from record_files import DATA, FILES, tables_of, versions

import provisions
from provisions import corpus
from provisions.checking.consistency import check_spans
from provisions.checking.letters import mixed_scripts
from provisions.checking.versions import check_file
from provisions.records import (
    ATTRIBUTES,
    FACET_OF_ROLE,
    FACETS,
    NOT_REQUIRED,
    NOT_SEEN,
    evidence_of,
)
from provisions.toml import schema_line

WORDS = corpus.thesaurus()
SOURCES = corpus.bibliography()
VERSIONS = versions()
NATIONAL = [v for v in VERSIONS if not v.instrument.international]
each_version = each(VERSIONS, key)

TREATY_CORE = {
    "element": "recruitment transportation transfer harbouring receipt child-without-means consent-irrelevant",
    "means": "threat-of-force use-of-force other-coercion abduction fraud deception abuse-of-power "
    "abuse-of-vulnerability payments-or-benefits",
    "purpose": "exploitation sexual-exploitation prostitution-of-others forced-labour slavery "
    "practices-similar-to-slavery servitude organ-removal begging",
    "aggravating": "danger-to-life child-victim public-official criminal-organisation",
    "non-punishment": "victim-not-punished",
}


# --- every file


@each(FILES, stem)
def test_a_file_of_the_corpus_has_no_fault(path):
    version, found = check_file(path, path.name, corpus.index(), WORDS, SOURCES)
    assert [str(f) for f in found] == []
    assert version == provisions.get(f"{path.parent.name}@{path.stem}")


@each([*FILES, *DATA.glob("*.toml")], stem)
def test_a_file_opens_with_a_comment_that_says_what_it_is(path):
    text = path.read_text(encoding="utf-8")
    assert text.removeprefix(f"{schema_line()}\n").startswith("# ")


@each(FILES, stem)
def test_a_record_tells_an_editor_its_schema(path):
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == schema_line(), f"write it on the first line: sed -i '1i {schema_line()}' {path}"
    assert (path.parent / schema_line().partition(" ")[2]).resolve().is_file()


@each(provisions.instruments(), lambda i: i.id)
def test_no_two_versions_of_an_instrument_are_law_on_one_day(instrument):
    held = provisions.versions(instrument.id)
    assert list(check_spans([(v, v.key) for v in held])) == []
    for earlier, later in pairwise(held):
        assert earlier.in_force.until is not None
        assert earlier.in_force.until < later.in_force.since


@each_version
def test_a_version_says_how_its_dates_are_known(version):
    assert version.dating


# --- names resolve


def concepts_of(version):
    """Every concept a version names, with its place."""
    for name, a_list in version.lists.items():
        for concept, entry in a_list.entries.items():
            yield f"lists.{name}", concept
            yield from ((f"lists.{name}.{concept}", further) for further in entry.requires)
    for offence in version.offences:
        for limb in offence.limbs:
            yield from ((offence.id, further) for further in limb.requires)
    for clause in version.non_punishment:
        for attribute in ATTRIBUTES:
            yield from (
                (f"{clause.at}: {attribute}", concept) for concept in getattr(clause, attribute)
            )
    for discrepancy in version.discrepancies:
        yield from (("discrepancies", concept) for concept in discrepancy.on)


@each_version
def test_every_concept_a_version_names_is_in_the_vocabulary(version):
    assert [
        (place, concept) for place, concept in concepts_of(version) if concept not in WORDS
    ] == []


@each_version
def test_every_list_a_limb_or_a_tier_names_is_there_and_every_list_is_named(version):
    named = set()
    for offence in version.offences:
        named |= {name for limb in offence.limbs for name in (limb.acts, limb.means, limb.purposes)}
        named |= {tier.circumstances for tier in offence.tiers} | ({offence.graver_for} - {None})
    assert named - {NOT_REQUIRED, NOT_SEEN} <= set(version.lists)
    if version.offences_of("trafficking"):
        parts = {
            n
            for n, a_list in version.lists.items()
            if a_list.role in ("act", "means", "purpose", "aggravating")
        }
        assert parts <= named, "a list that no limb and no tier names says nothing"


@pytest.mark.parametrize("facet", TREATY_CORE)
def test_the_concepts_of_the_treaty_core_have_their_identifiers_and_their_facet(facet):
    for concept in TREATY_CORE[facet].split():
        assert WORDS[concept].facet == facet


def test_the_protocol_and_the_convention_name_the_whole_core_between_them():
    named = {
        concept for name in ("palermo", "coe") for _, concept in concepts_of(provisions.get(name))
    }
    core = {concept for names in TREATY_CORE.values() for concept in names.split()}
    assert core - named <= {"begging", "victim-not-punished"}, (
        "begging is the Directive's word; a clause is a record"
    )
    assert "begging" in {concept for _, concept in concepts_of(provisions.get("EU"))}
    assert any(clause.beneficiary == "victim" for clause in provisions.get("CoE").non_punishment)


# --- evidence


@each_version
def test_every_evidence_has_a_source_of_the_bibliography_and_a_pinpoint(version):
    found = list(evidence_of(version))
    assert found
    assert [path for path, e in found if e.source not in SOURCES] == []
    assert [path for path, e in found if not (e.at and e.at.strip())] == []


@each_version
def test_no_quotation_is_longer_than_twelve_words(version):
    for path, evidence in evidence_of(version):
        parts = re.split(r"\s+|…|\.\.\.", evidence.words or "")
        assert len([part for part in parts if part.strip(".")]) <= 12, path


@each_version
def test_no_pinpoint_mixes_letters_of_two_scripts_in_a_word(version):
    assert [(path, e.at) for path, e in evidence_of(version) if mixed_scripts(e.at)] == []


@each_version
def test_words_in_letters_other_than_latin_say_their_language_and_have_a_gloss(version):
    for path, evidence in evidence_of(version):
        letters = {unicodedata.name(c, "?").split()[0] for c in evidence.words or "" if c.isalpha()}
        if letters - {"LATIN"}:
            assert evidence.lang not in (None, "en"), f"{path}: {evidence.words}"
            assert evidence.gloss, f"{path}: {evidence.words}"


def test_a_language_is_written_as_its_code():
    langs = {e.lang for v in VERSIONS for _, e in evidence_of(v)} - {None}
    assert {lang for lang in langs if not re.fullmatch("[a-z]{2}", lang)} == set()
    assert {"ru", "hy"} <= langs


@each_version
def test_no_bill_is_the_only_evidence_of_law_in_force(version):
    at_path = {}
    for path, evidence in evidence_of(version):
        at_path.setdefault(path, set()).add(SOURCES[evidence.source].basis)
    assert [path for path, bases in at_path.items() if bases == {"draft"}] == []


def test_what_a_source_of_several_speakers_says_names_the_speaker():
    said = [e for v in VERSIONS for _, e in evidence_of(v) if e.source == "round-table-2012"]
    assert said
    assert {e.by for e in said if not re.match(r"M[rs]s? \w+", e.by or "")} == set()


def test_what_somebody_else_says_of_a_law_is_marked_as_such_and_dated_or_titled():
    for source in SOURCES.values():
        assert source.title
        assert source.basis in (
            "primary",
            "official-translation",
            "unofficial-translation",
            "secondary",
            "draft",
        )
    assert SOURCES["round-table-2012"].basis == "secondary"
    assert SOURCES["palermo"].basis == SOURCES["coe"].basis == "primary"


# --- the bibliography


def sources_of(version):
    """Every source a version uses: by its identifier, or in the text it refers a matter to (UNTOC
    10)."""
    yield version.source
    for a_list in version.lists.values():
        yield a_list.source
        for entry in a_list.entries.values():
            yield (entry.refers_to or "").partition(" ")[0].casefold()
    yield from (offence.source for offence in version.offences)
    yield from (binding.source for binding in version.binding.values())
    yield from (evidence.source for _, evidence in evidence_of(version))


USED = {s for v in VERSIONS for s in sources_of(v)} | {
    e.source for e in (*WORDS.broader, *WORDS.overlaps)
}


def test_every_source_used_is_in_the_bibliography():
    assert {s for path in FILES for s in _written_sources(tables_of(path))} - set(SOURCES) == set()


def _written_sources(value):
    if isinstance(value, dict):
        if isinstance(value.get("source"), str):
            yield value["source"]
        for inner in value.values():
            yield from _written_sources(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _written_sources(inner)


def test_every_source_of_the_bibliography_is_used():
    assert sorted(set(SOURCES) - USED) == []


def test_sources_have_the_names_of_csl():
    allowed = {"type", "title", "basis", "language", "author", "issued", "publisher", "container-title", "number",
               "page", "section", "wording", "URL", "accessed", "note"}  # fmt: skip
    for name, table in tables_of(DATA / "bibliography.toml")["sources"].items():
        assert set(table) <= allowed, name
        assert re.fullmatch(r"[a-z0-9-]+", name)
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", table.get("issued", "2012")), name


# --- what a version answers


@each_version
def test_every_facet_is_answered_by_lists_by_what_was_read_or_by_what_was_not(version):
    answered = {FACET_OF_ROLE[x.role] for x in version.lists.values() if x.role in FACET_OF_ROLE}
    limbs = [limb for o in version.offences for limb in o.limbs]
    answered |= {"means" for limb in limbs if limb.means == NOT_REQUIRED}
    answered |= {"purpose" for limb in limbs if limb.purposes == NOT_REQUIRED}
    answered |= {
        "non-punishment" for clause in version.non_punishment if clause.beneficiary != "anyone"
    }
    answered |= {
        "penalty" for o in version.offences if o.penalty or any(tier.penalty for tier in o.tiers)
    }
    said = set(version.nothing_on) | set(version.unread)  # of a facet, or of one concept
    assert answered | (said & set(FACETS)) == set(FACETS)
    assert not set(version.nothing_on) & set(version.unread)


@each_version
def test_every_open_list_quotes_what_opens_it_and_every_other_list_does_not(version):
    for name, a_list in version.lists.items():
        assert bool(a_list.opening or a_list.opening_gloss) == (a_list.unlisted == "open"), name


@each_version
def test_every_arguable_word_has_its_other_reading(version):
    for a_list in version.lists.values():
        assert [
            c for c, e in a_list.entries.items() if e.mark == "arguable" and not e.reading
        ] == []
    assert [
        x for o in version.offences for x in o.limbs if x.mark == "arguable" and not x.reading
    ] == []


@each(NATIONAL, key)
def test_related_offences_are_given_in_full_by_no_national_law(version):
    assert "related" not in version.nothing_on
    assert {x.unlisted for x in version.lists.values() if x.role == "related"} <= {"silent"}


@each(NATIONAL, key)
def test_a_national_law_punishes_trafficking_and_lays_down_no_duty(version):
    assert version.offences_of("trafficking")
    assert {o.provision for o in version.offences} <= {"offence", "definition"}
    assert not [o for o in version.offences if o.strength]


@each([v for v in VERSIONS if v.instrument.international], key)
def test_a_duty_of_an_international_instrument_has_its_strength(version):
    assert [o.id for o in version.offences if o.provision == "duty" and not o.strength] == []
    assert not [o for o in version.offences if o.provision == "offence"]


# --- what a lawyer would look for, and what must not be there


def entries(version, role):
    return {c for x in version.lists.values() if x.role == role for c in x.entries}


def test_the_protocol_names_nine_means_five_acts_and_no_aggravating_circumstance():
    palermo = provisions.get("Palermo")
    assert entries(palermo, "act") == set(TREATY_CORE["element"].split()[:5])
    assert entries(palermo, "means") == set(TREATY_CORE["means"].split())
    assert palermo.lists["exploitation"].opening == "Exploitation shall include, at a minimum"
    assert {"aggravating", "non-punishment", "penalty"} <= set(palermo.nothing_on)
    assert not palermo.non_punishment


def test_the_convention_asks_only_to_consider_the_use_of_services():
    coe = provisions.get("CoE")
    strengths = {
        (concept, entry.strength or x.strength)
        for x in coe.lists.values()
        if x.role == "related"
        for concept, entry in x.entries.items()
    }
    assert ("use-of-services", "shall-consider") in strengths
    assert ("attempt", "shall") in strengths
    assert ("use-of-services", "shall") not in strengths


def test_the_speaker_on_armenia_names_nine_aggravating_points_and_an_official_position_not_a_public_one():
    armenia = provisions.get("Armenia")
    second, third = (armenia.lists[f"circumstances-132-{part}-part"] for part in ("2nd", "3rd"))
    assert "official-position" in entries(armenia, "aggravating")
    assert "public-official" not in entries(armenia, "aggravating")
    assert len({e.words for x in (second, third) for e in x.entries.values()}) >= 9
    assert {"exploiting", "receipt"} <= entries(armenia, "act")
    assert {"servitude"} <= entries(armenia, "purpose")
    assert "begging" not in entries(armenia, "purpose")


def test_kazakhstan_names_receipt_only_through_its_residual_and_exempts_no_victim():
    kazakhstan = provisions.get("Kazakhstan@2006-03-02")
    assert "receipt" not in entries(kazakhstan, "act")
    assert kazakhstan.lists["movement"].opening == "совершение иных деяний в целях эксплуатации"
    assert {clause.beneficiary for clause in kazakhstan.non_punishment} <= {"anyone", "offender"}
    assert "consent-irrelevant" not in entries(kazakhstan, "rule")


def test_belarus_is_silent_wherever_the_first_part_of_its_article_does_not_speak():
    belarus = provisions.get("Belarus")
    full = {name: x.at for name, x in belarus.lists.items() if x.unlisted != "silent"}
    assert full
    assert set(full.values()) == {"181(1)"}
    assert not belarus.nothing_on
    assert {"aggravating", "non-punishment"} <= set(belarus.unread)


TO_NINE = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TO_TWENTY = [
    "ten",
    "eleven",
    "twelve",
    *(f"{n}teen" for n in ["thir", "four", "fif", "six", "seven", "eigh", "nine"]),
    "twenty",
]
NUMBERS = ["zero", *TO_NINE, *TO_TWENTY, *(f"twenty-{n}" for n in TO_NINE)]


def penalties(version):
    for offence in version.offences:
        yield from filter(None, (offence.penalty, *(tier.penalty for tier in offence.tiers)))


@each_version
def test_no_years_of_imprisonment_stand_in_a_record_that_do_not_stand_in_its_words(version):
    for penalty in penalties(version):
        said = f"{penalty.words} {penalty.gloss} {penalty.alternatives}".casefold()
        for years in filter(None, (penalty.min_years, penalty.max_years)):
            spelt = NUMBERS[years] if years < len(NUMBERS) else years
            assert re.search(rf"\b({years}|{spelt})\b", said), f"{years}: {said}"


def test_the_convention_gives_no_figure_of_a_penalty_and_the_directive_does():
    assert not any(p.stated for p in penalties(provisions.get("CoE")))
    assert provisions.get("Palermo").nothing_on["penalty"]
    assert {p.max_years for p in penalties(provisions.get("EU")) if p.floor_of_maximum} == {5, 10}
