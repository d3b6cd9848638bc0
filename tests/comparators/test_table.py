"""The table: its rows, their order, what differs; and the questions a lawyer asks of four real
comparisons."""

import re
import sys
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
import strategies
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from told import told

import provisions
from comparators import Comparison, compare
from comparators.findings import find
from comparators.law import Law
from comparators.modes.table import beside, report
from provisions.citations import source_line
from provisions.formats import render
from provisions.records import FACETS, Concept, Entry
from provisions.vocabulary import Thesaurus

sys.path.insert(0, str(Path(__file__).parent))
from small import a_list, demanding, law

WORDS = provisions.thesaurus()
VERSIONS = tuple(v for i in provisions.instruments() for v in provisions.versions(i.id))
PALERMO, COE = provisions.get("Palermo"), provisions.get("CoE")
ARMENIA, KAZAKHSTAN, BELARUS = (
    provisions.get(n) for n in ("Armenia", "Kazakhstan@2006-03-02", "Belarus")
)
NINE_MEANS = (
    "threat-of-force", "use-of-force", "other-coercion", "abduction", "fraud", "deception", "abuse-of-power",
    "abuse-of-vulnerability", "payments-or-benefits",
)  # fmt: skip
FIVE_ACTS = ("recruitment", "transportation", "transfer", "harbouring", "receipt")
PURPOSES = (
    "exploitation", "sexual-exploitation", "prostitution-of-others", "forced-labour", "slavery",
    "practices-similar-to-slavery", "servitude", "organ-removal",
)  # fmt: skip


def keys(table):
    return [(r.facet, r.concept) for r in table.rows]


def flat(text):
    return " ".join(text.split())


# --- CoE Armenia


@pytest.fixture(scope="module")
def armenia():
    return compare(COE, ARMENIA)


@pytest.mark.parametrize(
    ("concept", "at"),
    [
        (("element", "receipt"), "132(1)"),
        (("means", "fraud"), "132(1)"),
        (("means", "deception"), "132(1)"),
        (("means", "abuse-of-vulnerability"), "132(1)"),
        (("purpose", "servitude"), "132, definition of exploitation"),
    ],
)
def test_armenia_names_it(armenia, concept, at):
    cell = armenia.cell(concept, "armenia")
    assert cell.status == "covered"
    assert cell.evidence[0].at.startswith(at)
    assert armenia.cell(concept, "coe").status == "covered"


def test_the_one_word_of_the_bill_for_fraud_and_deception_is_shown_as_a_discrepancy(armenia):
    notes = beside(armenia).footnotes
    (note,) = [n for n in notes if "fraud" in n.casefold() and "deception" in n.casefold()]
    assert note.startswith("Armenia: ")
    number = notes.index(note) + 1
    cells = [
        row[2]
        for grid in beside(armenia).grids
        for row in grid.rows
        if row[0].text in ("fraud", "deception")
    ]
    assert [number in cell.marks for cell in cells] == [True, True]


def test_armenia_needs_no_means_for_a_child_by_an_article_whose_text_was_not_seen(armenia):
    cell = armenia.cell("child-without-means", "armenia")
    assert cell.status == "implied"
    assert cell.evidence[0].at == "132.2"
    assert "not known for transportation" in told(cell)


def test_armenia_has_nine_aggravating_points(armenia):
    points = {
        m for r in armenia.rows if r.facet == "aggravating" for e in r.cells[1].evidence
        for m in re.findall(r"132\([23]\), point \d", e.at or "")
    }  # fmt: skip
    assert points == {
        *(f"132(2), point {i}" for i in range(1, 8)),
        "132(3), point 1",
        "132(3), point 2",
    }


def test_the_victim_in_armenia_is_exempt_by_duty_for_minor_and_medium_offences_where_compelled(
    armenia,
):
    says = {
        a: armenia.cell(f"victim-not-punished:{a}", "armenia")
        for a in ("effects", "discretion", "offences", "links")
    }
    clause = armenia.cell("victim-not-punished", "armenia")
    assert (clause.status, clause.rest) == ("partial", "silent"), "narrower, by an account alone"
    assert {c.status for c in says.values()} == {"covered"}
    assert told(says["discretion"]).startswith("mandatory for the authority")
    assert told(armenia.cell("victim-not-punished:discretion", "coe")).startswith(
        "discretionary for the authority"
    )
    assert told(says["offences"]).startswith(
        "offences of minor gravity, offences of medium gravity ("
    )
    assert "compelled" in told(says["links"])


def test_the_public_official_of_the_convention_uses_an_official_position(armenia):
    cell = armenia.cell(("aggravating", "public-official"), "armenia")
    assert (cell.status, cell.via) == ("implied", "official-position")
    assert "use of official position (132(2), point 3)" in told(cell)
    assert armenia.cell(("aggravating", "official-position"), "armenia").status == "covered"


@pytest.mark.parametrize("force", ["use-of-force", "threat-of-force"])
def test_force_not_dangerous_is_named_and_the_rest_follows_through_other_forms_of_coercion(
    armenia, force
):
    cell = armenia.cell(("means", force), "armenia")
    assert (cell.status, cell.via, cell.named) == (
        "implied",
        "other-coercion",
        (f"{force}-not-dangerous",),
    )
    assert armenia.cell(("means", f"{force}-not-dangerous"), "armenia").status == "covered"


def test_the_table_of_two_laws_fits_a_hundred_columns(armenia):
    for table in (armenia, compare(COE, KAZAKHSTAN), compare(COE, BELARUS, every=True)):
        assert max(len(line) for line in str(table).splitlines()) <= 100


def test_the_table_says_which_versions_it_shows_and_as_of_when(armenia):
    text = flat(str(armenia))
    assert "The newest text that was read of each; the law of another day can be asked for." in text
    assert (
        "Armenia: Criminal Code; in force 2011-03-01 to 2022-06-30; superseded; the newer" in text
    )
    assert "in force since 2008-02-01" in text


def test_the_table_closes_with_what_its_cells_mean_with_notes_and_sources(armenia):
    titles = [s.title for s in beside(armenia).sections]
    assert titles == ["Who reaches whom", "How to read a cell", "Notes"]
    assert str(render(beside(armenia, full=True), "table")).partition("\nSources\n")[2]
    sources = [source_line(source) for source in beside(armenia).sources]
    assert any("CETS" in line and "primary" in line for line in sources)
    assert any(line.startswith("round-table-2012: ") and "secondary" in line for line in sources)
    assert any("draft" in line for line in sources)


# --- CoE Kazakhstan


@pytest.fixture(scope="module")
def kazakhstan():
    return compare(COE, KAZAKHSTAN)


def test_receipt_is_named_in_kazakhstan_by_the_purchase_and_otherwise_open(kazakhstan):
    cell = kazakhstan.cell("receipt", "kazakhstan")
    assert cell.status == "partial"
    assert told(cell).startswith("in part: purchase (128(1), 133(1)); the rest open")
    assert cell.evidence[0].words == "Купля-продажа"


@pytest.mark.parametrize("concept", NINE_MEANS)
def test_kazakhstan_needs_no_means(kazakhstan, concept):
    cell = kazakhstan.cell(("means", concept), "kazakhstan")
    assert cell.status == "not-required"
    assert told(cell).startswith("not required (128(1)")


def test_the_cell_says_which_means_aggravate_in_kazakhstan(kazakhstan):
    roles = {
        c: {e.role for e in kazakhstan.cell(("means", c), "kazakhstan").elsewhere}
        for c in NINE_MEANS
    }
    aggravating = {c for c in NINE_MEANS if "aggravating" in roles[c]}
    restated = {"threat-of-force", "use-of-force", "other-coercion", "deception"}
    assert aggravating == restated | {"abduction"}
    kidnapping = {"related-offence", "aggravating"}
    assert roles["abduction"] == kidnapping, "kidnapping for exploitation, 125(3)(б)"
    assert ("aggravating", "deception") in keys(kazakhstan)
    assert "aggravates, 128(2)(з), 133(2)(ж)" in flat(
        render(beside(compare(COE, KAZAKHSTAN, facets=["means"]), full=True), "table")
    )


def test_kazakhstan_has_no_special_clause_but_general_duress(kazakhstan):
    cell = kazakhstan.cell("victim-not-punished", "kazakhstan")
    assert cell.status == "open"
    assert told(cell).startswith("no special clause (113, 125, 126, 128, 133")
    assert "; general duress, 36" in told(cell)


def test_on_consent_the_text_of_kazakhstan_was_read_in_full_and_says_nothing(kazakhstan):
    cell = kazakhstan.cell("consent-irrelevant", "kazakhstan")
    assert (cell.status, cell.seen) == ("silent", True)
    assert told(cell).startswith("no rule in the text read (")
    assert cell.evidence[0].at == "125, 128, 133 and notes"


# --- CoE Belarus


def test_no_cell_of_belarus_is_absent_that_rests_on_anything_but_article_181_1():
    table = compare(COE, BELARUS, every=True)
    absent = {
        (r.facet, r.concept): {e.at for e in r.cells[1].evidence}
        for r in table.rows
        if r.cells[1].status == "absent"
    }
    assert absent
    assert {key: at for key, at in absent.items() if at != {"181(1)"}} == {}


def test_belarus_is_silent_on_the_forms_of_exploitation_on_aggravation_and_on_the_victim():
    table = compare(COE, BELARUS)
    for concept in (
        *PURPOSES[1:],
        "danger-to-life",
        "public-official",
        "criminal-organisation",
        "victim-not-punished",
    ):
        assert table.cell(concept, "belarus").status == "silent", concept
    assert {table.cell(c, "belarus").status for c in FIVE_ACTS} == {"covered"}


# --- Palermo CoE


@pytest.fixture(scope="module")
def treaties():
    return compare(PALERMO, COE)


def test_the_definitions_of_the_protocol_and_the_convention_are_equal_row_by_row(treaties):
    expected = [
        *(("element", c) for c in (*FIVE_ACTS, "intent", "child-without-means", "consent-irrelevant")),
        *(("means", c) for c in NINE_MEANS), *(("purpose", c) for c in PURPOSES),
    ]  # fmt: skip
    scopes = ("national-trafficking", "without-organised-crime")
    definition = [
        k for k in keys(treaties) if k[0] in ("element", "means", "purpose") and k[1] not in scopes
    ]
    assert definition == expected
    assert [k for k in definition if treaties[k].differs] == []


@pytest.mark.parametrize("scope", ["national-trafficking", "without-organised-crime"])
def test_their_scope_differs(treaties, scope):
    assert treaties[scope].differs
    assert treaties.cell(scope, "coe").status == "covered"
    assert treaties.cell(scope, "palermo").status == "absent"
    assert "transnational in nature and involve an organized criminal group" in told(
        treaties.cell(scope, "palermo")
    )


def test_article_19_of_the_convention_is_marked_as_an_option(treaties):
    assert told(treaties.cell("use-of-services", "coe")) == "19 (to be considered: an option)"
    options = [r.concept for r in treaties.rows if any("option" in told(c) for c in r.cells)]
    assert options == ["use-of-services"]


def test_the_protocol_and_the_convention_reach_each_other_with_the_proviso_on_scope(treaties):
    verdicts, without = treaties.reach
    assert [(v.law.id, v.standard.id, v.verdict) for v in verdicts] == [
        ("coe", "palermo", "yes"),
        ("palermo", "coe", "yes"),
    ]
    assert without == ()
    assert all(any(p.kind == "scope" for p in v.provisos) for v in verdicts)


# --- rows


def test_rows_stand_in_the_order_of_facets_and_of_the_vocabulary():
    for table in (compare(*VERSIONS[::5]), compare(COE, every=True)):
        places = [(FACETS.index(f), WORDS.order[c.partition(":")[0]]) for f, c in keys(table)]
        assert places == sorted(places)
        assert len(set(keys(table))) == len(keys(table))


def test_there_is_a_row_for_each_concept_that_some_instrument_names_and_for_no_other(armenia):
    assert "abuse-of-trust" in dict(map(reversed, keys(armenia)))
    assert ("means", "blackmail") not in keys(armenia)
    assert ("means", "blackmail") in keys(compare(COE, provisions.get("Georgia")))
    assert ("purpose", "begging") not in keys(compare(PALERMO, COE))
    assert ("purpose", "begging") in keys(compare(PALERMO, provisions.get("EU")))


def test_every_shows_the_whole_vocabulary():
    shown = keys(compare(COE, every=True))
    values = ("effects", "discretion", "offences", "links", "conditions")
    for concept in WORDS:
        assert ((concept.facet, concept.id) in shown) is (concept.sort not in values)
    assert set(keys(compare(COE))) <= set(shown)


def test_a_concept_with_two_roles_has_two_rows(kazakhstan):
    assert {("means", "deception"), ("aggravating", "deception")} <= set(keys(kazakhstan))
    assert {("purpose", "organ-removal"), ("aggravating", "organ-removal")} <= set(keys(kazakhstan))
    assert ("aggravating", "fraud") not in keys(kazakhstan)
    assert kazakhstan["deception"].facet == "means"
    assert kazakhstan["aggravating", "deception"].facet == "aggravating"
    assert kazakhstan.cell(("aggravating", "deception"), "kazakhstan").status == "covered"


@pytest.mark.parametrize("facets", [("means",), ("purpose", "means"), ("penalty",), FACETS])
def test_a_facet_filter_leaves_those_facets_alone_in_the_order_of_every_table(facets):
    whole = compare(COE, ARMENIA)
    table = compare(COE, ARMENIA, facets=facets)
    assert [(r.facet, r.concept, r.cells) for r in table.rows] == [
        (r.facet, r.concept, r.cells) for r in whole.rows if r.facet in facets
    ]
    assert [g.title for g in beside(table).grids] == [
        g.title for g in beside(whole).grids if g.title in _titles(facets)
    ]


def _titles(facets):
    titles = ("Elements of the offence", "Means", "Purposes", "Aggravating circumstances", "Non-punishment",
              "Related offences and liability", "Penalties")  # fmt: skip
    return [titles[FACETS.index(f)] for f in facets]


def test_the_report_of_one_facet_does_not_answer_who_reaches_whom():
    assert "Who reaches whom" not in [
        s.title for s in beside(compare(COE, ARMENIA, facets=["means"])).sections
    ]
    assert "Who reaches whom" not in [s.title for s in beside(compare(COE)).sections]
    assert "Who reaches whom" in [s.title for s in beside(compare(COE, ARMENIA)).sections]


def test_an_unknown_facet_and_no_instrument_are_refused():
    with pytest.raises(ValueError, match="no facet is called 'mean'"):
        compare(COE, facets=["mean"])
    with pytest.raises(ValueError, match="nothing to compare"):
        compare()


def test_a_cell_is_found_by_concept_and_instrument_and_nothing_else_is_answered(armenia):
    for name in ("armenia", "Armenia", ARMENIA.key):
        assert armenia.cell("receipt", name) == armenia["receipt"].cells[1]
    for concept in ("blackmail", ("aggravating", "receipt"), "no-such-concept"):
        with pytest.raises(KeyError):
            armenia[concept]
    with pytest.raises(KeyError):
        armenia.cell("receipt", "kazakhstan")


def test_one_instrument_in_two_versions_has_two_columns_told_apart_by_date():
    table = compare(provisions.get("Armenia@2003-08-01"), ARMENIA, COE)
    assert table.columns == ("armenia@2003-08-01", "armenia@2011-03-01", "coe")
    assert beside(table).grids[0].columns == ("", "Armenia 2003-08-01", "Armenia 2011-03-01", "CoE")
    assert table.cell("for-gain", "armenia@2003-08-01").status == "covered"
    assert table.cell("for-gain", "armenia@2011-03-01").status == "not-required"
    assert compare(COE, ARMENIA).columns == ("coe", "armenia")


def test_a_row_is_what_coverage_finds_for_each_instrument():
    table = compare(COE, ARMENIA, BELARUS)
    for row in table.rows:
        assert row.cells == tuple(
            find(Law(v, WORDS), row.facet, row.concept) for v in table.versions
        )


# --- differences


def test_differences_leave_out_what_both_say_and_keep_what_one_says(kazakhstan):
    kept = keys(kazakhstan.differences())
    assert ("element", "recruitment") not in kept
    for key in (
        ("element", "receipt"),
        ("means", "deception"),
        ("purpose", "servitude"),
        ("element", "consent-irrelevant"),
    ):
        assert key in kept
    assert [k for k in keys(kazakhstan) if kazakhstan[k].differs] == kept


def test_another_pinpoint_is_no_difference_and_another_status_is(treaties):
    assert not treaties["recruitment"].differs
    assert told(treaties.cell("recruitment", "palermo")) != told(
        treaties.cell("recruitment", "coe")
    )
    assert compare(COE, KAZAKHSTAN)["child-without-means"].differs


def test_another_word_or_reason_is_no_difference_and_another_demand_is():
    """Open for one reason or another, named by this word or that: the same status, the same rest."""
    named = law(acts=("recruitment",), means=("deception",))
    other = law(acts=("recruitment",), means=("fraud", "deception"), name="other")
    assert not compare(named, other)["recruitment"].differs
    open_ = law(purposes=a_list("purpose", "slavery", unlisted="open"))
    doubt = Entry(words="servitude", mark="arguable", reading="or another")
    arguable = law(purposes=a_list("purpose", "slavery", servitude=doubt), name="other")
    row = compare(open_, arguable)["servitude"]
    assert [c.status for c in row.cells] == ["open", "open"]
    assert not row.differs
    gain, will = (
        law(purposes=a_list("purpose", begging=demanding(needs)), name=needs)
        for needs in ("for-gain", "against-the-will")
    )
    row = compare(gain, will)["begging"]
    assert [c.status for c in row.cells] == ["partial", "partial"]
    assert row.differs


@pytest.mark.parametrize(
    ("one", "other", "concept"),
    [
        ("CoE", "Armenia", "victim-not-punished:discretion"),
        ("CoE", "Armenia", "victim-not-punished:effects"),
        ("CoE", "Armenia", "victim-not-punished:offences"),
        ("CoE", "OHCHR", "victim-not-punished:links"),
        ("Armenia", "Kazakhstan", "penalty-base"),
        ("Kazakhstan", "US", "penalty-highest"),
        ("Russia", "Kazakhstan", "penalty-child"),
    ],
)
def test_mandatory_is_not_discretionary_and_eight_years_are_not_five(one, other, concept):
    table = compare(provisions.get(one), provisions.get(other))
    assert {c.status for c in table[concept].cells} == {"covered"}
    assert table[concept].differs


def moved(version):
    """The same law under other numbers: every pinpoint changed, and not a word."""

    def to(evidence):
        return evolve(evidence, at="901(3)")

    lists = {
        n: evolve(
            x, at="901(1), 902", to_read=x.to_read and "903", entries={c: to(e) if e.at else e for c, e in x.entries.items()}
        )
        for n, x in version.lists.items()
    }  # fmt: skip
    offences = tuple(
        evolve(o, at="901", limbs=tuple(evolve(x, at="901(1)") for x in o.limbs))
        for o in version.offences
    )
    nothing_on, unread = (
        {f: to(p) for f, p in t.items()} for t in (version.nothing_on, version.unread)
    )
    return evolve(version, lists=lists, offences=offences, nothing_on=nothing_on, unread=unread)


def complete(words):
    """A small vocabulary with the clause that every table has a row for."""
    row = Concept(
        id="victim-not-punished", facet="non-punishment", sort="clause", label="victim not punished"
    )
    return Thesaurus({**words.concepts, row.id: row}, words.broader, words.overlaps)


thesauri = strategies.thesauri().map(complete)


@settings(max_examples=20)
@given(thesauri, strategies.versions())
def test_a_law_beside_itself_shows_no_difference(words, version):
    table = compare(version, version, words=words)
    assert table.differences().rows == ()
    assert [v.verdict for v in table.reach[0]] in ([], ["yes", "yes"])


@settings(max_examples=20)
@given(thesauri, strategies.versions())
def test_another_pinpoint_alone_is_no_difference(words, version):
    table = compare(version, moved(version), words=words)
    assert [(k, table[k].cells) for k in keys(table.differences())] == []


@settings(max_examples=20)
@given(thesauri, strategies.versions(), st.sampled_from(strategies.PURPOSES))
def test_a_purpose_more_is_a_difference_in_its_row(words, version, concept):
    lists = {n: x for n, x in version.lists.items() if x.role != "purpose"}
    slavery = {
        n: evolve(x, unlisted="absent", opening=None, to_read=None, entries={})
        for n, x in version.lists.items()
        if x.role == "purpose"
    }
    bare = evolve(version, lists={**lists, **slavery}, unread={})
    more = {n: evolve(x, entries={concept: Entry(words=concept)}) for n, x in slavery.items()}
    fuller = evolve(bare, lists={**lists, **more})
    limbs = [x for o in bare.offences_of("trafficking") for x in o.limbs if "adult" in x.victims]
    needed = any(x.purposes in slavery and x.mark == "stated" for x in limbs)
    changed = keys(compare(bare, fuller, words=words, facets=["purpose"]).differences())
    assert (("purpose", concept) in changed) or not needed


def test_a_small_vocabulary_without_clauses_gives_a_table_too():
    words = Thesaurus(
        {c.id: c for c in WORDS if c.facet in ("element", "means", "purpose")}, (), ()
    )
    version = strategies.version("law", {}, ())
    assert isinstance(compare(version, words=words), Comparison)


# --- the order of arguments


def test_the_order_of_arguments_only_permutes_the_columns():
    laws = (COE, ARMENIA, KAZAKHSTAN)
    first = compare(*laws)
    for order in permutations(range(3)):
        again = compare(*(laws[i] for i in order))
        assert keys(again) == keys(first)
        assert [r.label for r in again.rows] == [r.label for r in first.rows]
        for row, old in zip(again.rows, first.rows, strict=True):
            assert row.cells == tuple(old.cells[i] for i in order)
            assert row.differs == old.differs
        assert again.columns == tuple(first.columns[i] for i in order)
        asked = [(v.law.id, v.standard.id) for v in again.reach[0]]
        assert asked == [(laws[i].id, laws[order[0]].id) for i in order[1:]], "the first asks"


@settings(max_examples=20)
@given(thesauri, strategies.versions(), strategies.versions("standard"))
def test_the_order_of_any_two_laws_only_swaps_the_columns(words, law, standard):
    one, other = compare(law, standard, words=words), compare(standard, law, words=words)
    assert keys(one) == keys(other)
    assert [r.cells for r in one.rows] == [r.cells[::-1] for r in other.rows]
    assert keys(one.differences()) == keys(other.differences())


# --- the report


def test_the_words_stand_under_the_cell_when_asked_for():
    with_words = beside(compare(COE, KAZAKHSTAN, facets=["element"]), evidence=True)
    cells = {row[0].text: row[2].text for row in with_words.grids[0].rows}
    assert '128(1), 133(1): "вербовка" [recruitment] (kazakhstan-cc-1997-2006)' in cells[
        "recruitment"
    ].split("\n")
    without = beside(compare(COE, KAZAKHSTAN, facets=["element"]))
    assert not any("вербовка" in row[2].text for row in without.grids[0].rows)


def test_a_gloss_without_words_is_marked_as_such():
    text = flat(str(compare(BELARUS, every=False)))
    report = beside(compare(BELARUS), evidence=True)
    quotes = [
        line
        for grid in report.grids
        for row in grid.rows
        for cell in row[1:]
        for line in cell.text.split("\n")
    ]
    assert any("[gloss, words not held: " in q for q in quotes)
    assert "[gloss, words not held" not in text


def test_the_footer_explains_the_statuses_that_occur_and_no_other():
    def explained(table):
        (section,) = [s for s in beside(table).sections if s.title == "How to read a cell"]
        return {line.split(":")[0].split(",")[0] for line in section.lines}

    assert explained(compare(PALERMO, COE, facets=["purpose"])) == {"a pinpoint alone"}
    assert "in part" in explained(compare(KAZAKHSTAN))
    assert "in part" not in explained(compare(PALERMO, COE))
    assert "not known" in explained(compare(BELARUS))
    assert "not known" not in explained(compare(PALERMO))


def test_a_footnote_is_written_once_and_every_mark_has_its_note(kazakhstan):
    report = kazakhstan.report()
    assert len(set(report.footnotes)) == len(report.footnotes)
    marks = {m for g in report.grids for row in g.rows for cell in row for m in cell.marks}
    assert marks == set(range(1, len(report.footnotes) + 1))


def test_the_header_of_a_day_says_nothing_of_other_days():
    uk = provisions.get("UK")
    notes = beside(compare(COE, uk, as_of=date(2016, 1, 1))).notes
    assert "The law of 1 January 2016." in notes
    before = beside(compare(COE, uk, as_of=date(2009, 1, 1))).notes
    assert "Each text by its own date." in before, "the one of 2015 is not the law of 2009"


def test_a_notebook_shows_the_table_as_html():
    html = compare(PALERMO, COE)._repr_html_()
    assert html.startswith("<h2>CoE under Palermo</h2>")
    assert html.count("<table>") == 1


# --- what a cell is asked by


def test_a_cell_is_found_by_a_name_a_version_and_no_other_law():
    armenia = provisions.get("armenia")
    table = compare("CoE", armenia)
    assert table.cell("slavery", armenia) is table.cell("slavery", "Armenia")
    assert [row.concept for row in table] == [row.concept for row in table.rows]
    with pytest.raises(KeyError, match="is not among those compared: coe@"):
        table.cell("slavery", "france")
    with pytest.raises(KeyError, match=r"no row .*did you mean 'public-official'"):
        table.cell("public-oficial", "armenia")


def test_a_note_on_two_texts_of_one_instrument_is_told_of_each_by_its_date():
    both = ["Bulgaria@2006-10-13", "Bulgaria@2009-04-01"]
    note = "The Act of 2003 defines trafficking by five acts"

    def heads(*names):
        notes = report(compare(*names), full=True).footnotes
        return [text.partition(": ")[0] for text in notes if note in text]

    assert heads("CoE", *both) == heads(*both) == ["Bulgaria 2006-10-13, Bulgaria 2009-04-01"]
    assert heads("CoE", both[0]) == ["Bulgaria"]
