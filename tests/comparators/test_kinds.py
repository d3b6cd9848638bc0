"""Statuses, cells and penalties that once came out wrong: each line on a small law of its shape, and
its neighbours in kind.
"""

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from small import NOT_REQUIRED, a_list, demanding, law, limb, offence
from told import told

import comparators
import provisions
from comparators.findings import find
from comparators.findings.statuses import free
from comparators.law import Law
from comparators.lists import Layer
from comparators.marks import Under
from provisions.records import (
    Binding,
    Clause,
    Entry,
    Evidence,
    List,
    Penalty,
    Place,
    Reservation,
    Tier,
)

WORDS = provisions.thesaurus()
COE = provisions.get("CoE")
EUROPE = Law(COE, WORDS)


def cell(version, facet, concept):
    """What the table says: the status, the rest, the text."""
    found = find(Law(version, WORDS), facet, concept)
    return found.status, found.rest, told(found)


def mark(version, facet, concept):
    """The mark and the action of a row under the Convention."""
    return Under(Law(version, WORDS), (EUROPE,)).marked(facet, concept)


# -- a word with a demand in an open list: in part, the rest open -----------------------------------


@pytest.mark.parametrize(
    ("concept", "further", "only"),
    [
        ("organ-removal", "against-the-will", "against the victim's will"),
        ("begging", "victim-compelled", "victim compelled"),
        ("servitude", "woman", "victim is a woman"),
    ],
)
@pytest.mark.parametrize(
    ("unlisted", "rest"), [("open", "open"), ("silent", "silent"), ("absent", "absent")]
)
def test_a_word_with_a_demand_is_in_part_and_its_list_says_what_becomes_of_the_rest(
    concept, further, only, unlisted, rest
):
    entries = {concept.replace("-", "_"): demanding(further)}
    purposes = a_list("purpose", at="3", unlisted=unlisted, **entries)
    status, found, says = cell(law(purposes=purposes), "purpose", concept)
    assert (status, found) == ("partial", rest)
    assert says.startswith(f"in part: only {only} (3)")
    ends = {"open": '; the rest open: "other acts" (3)', "silent": "; the rest not known; read 99"}
    assert says.endswith(ends.get(rest, "(3)"))


# -- a means needed for one purpose alone: JSON, mark and cell alike -------------------------------


def test_what_is_needed_for_one_purpose_alone_is_in_part_in_cell_mark_and_data():
    lists = {"organs": a_list("purpose", "organ-removal", at="4")}
    version = law(
        offence("1", limb(means=NOT_REQUIRED), limb(purposes="organs")),
        lists=lists, purposes=("forced-labour", "sexual-exploitation", "slavery"),
    )  # fmt: skip
    said = "not required; for removal of organs: no (1)"
    assert cell(version, "means", "abuse-of-power") == ("partial", "absent", said)
    assert mark(version, "means", "abuse-of-power") == ("◐", "missing")
    row = next(
        r for r in comparators.compare(COE, version).to_records()
        if r["concept"] == "abuse-of-power" and r["law"] == "draft"
    )  # fmt: skip
    assert (row["status"], row["rest"], row["mark"]) == ("partial", "absent", "◐")


# -- acts that no list names: told by the pinpoint ---------------------------------------------------


@pytest.mark.parametrize("facet", ["means", "purpose"])
def test_a_limb_that_names_no_act_is_told_by_its_place_and_never_by_nothing(facet):
    other = {"means": {"means": NOT_REQUIRED}, "purpose": {"purposes": NOT_REQUIRED}}[facet]
    lists = {"other": List("act", "open", "12", {}, opening="other deeds")}
    bare = limb(acts="other", at="12", **other)
    said = cell(
        law(offence("1", limb(), bare), lists=lists),
        facet,
        "abduction" if facet == "means" else "slavery",
    )
    assert said[2].endswith("; not required by 12")
    assert "for ;" not in said[2]


# -- a rule by contradiction -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("element", "scope", "label"),
    [
        ("cross-border", "national-trafficking", "crossing a State border"),
        ("organised-group", "without-organised-crime", "organised group"),
    ],
)
def test_what_is_demanded_denies_the_scope_that_would_follow_without_it(element, scope, label):
    if element not in WORDS or WORDS[element].sort != "further":
        lists = {"graver": a_list("aggravating", element, at="2")}
        plain = law(evolve(offence(), tiers=(Tier(at="2", circumstances="graver"),)), lists=lists)
        assert cell(plain, "element", scope)[0] == "implied", "it aggravates, and is not demanded"
        return
    demanded = law(offence("1", limb(requires=(element,))))
    assert cell(demanded, "element", scope) == ("absent", None, f"no: {label} is demanded (1)")
    assert cell(law(), "element", scope)[0] == "implied"


# -- the mind is a row, and no demand ------------------------------------------------------------------


@pytest.mark.parametrize("mind", ["intent", "knowledge", "reason-to-believe", "recklessness"])
def test_the_mind_of_an_offence_is_a_row_of_its_own_and_asks_for_nothing(mind):
    version = law(lists={"mind": a_list("mental", mind, at="5")})
    assert cell(version, "element", mind) == ("covered", None, "5")
    assert cell(version, "element", "known-to-offender")[0] == "not-required"
    plain = law()
    verdicts = {comparators.reaches(v, COE).verdict for v in (version, plain)}
    assert len(verdicts) == 1, "it changes no verdict"
    assert not any("known" in str(d) for d in comparators.reaches(version, COE).demands)


def test_the_convention_and_palermo_say_intentionally_and_the_united_states_knowingly():
    assert cell(COE, "element", "intent") == ("covered", None, "18")
    assert cell(provisions.get("palermo"), "element", "intent") == ("covered", None, "5(1)")
    us = cell(provisions.get("us"), "element", "knowledge")
    assert us == ("covered", None, "18 USC 1590(a), 18 USC 1591(a)")


def test_knowledge_of_one_circumstance_stands_on_that_circumstance_alone():
    graver = a_list("aggravating", at="2", pregnant_victim=demanding("known-to-offender"))
    tier = Tier(at="2", circumstances="graver")
    version = law(evolve(offence(), tiers=(tier,)), lists={"graver": graver})
    assert (
        cell(version, "aggravating", "pregnant-victim")[2]
        == "in part: only known to the offender (2)"
    )
    assert cell(version, "element", "known-to-offender")[0] == "not-required"
    assert cell(version, "element", "knowledge")[0] == "silent"


# -- what a doubtful limb's own words name ----------------------------------------------------------


@pytest.mark.parametrize(
    ("facet", "concept"),
    [("element", "advertising"), ("means", "fraud"), ("means", "use-of-force"), ("purpose", "commercial-sex")],
)  # fmt: skip
def test_the_words_of_a_limb_that_is_doubtful_are_named_and_the_doubt_is_the_limbs(facet, concept):
    """The American section: for a child no means are needed; whether an adult's go with the act."""
    adult = limb(victims=("adult",), mark="arguable", reading="The means go with the sex act.")
    version = law(
        offence("1591", adult, limb(means=NOT_REQUIRED, victims=("child",))),
        acts=("recruitment", "advertising"), means=("use-of-force", "fraud"),
        purposes=("commercial-sex",),
    )  # fmt: skip
    found = find(Law(version, WORDS), facet, concept)
    assert found.status == "covered"
    assert any("go with the sex act" in n for n in found.notes)
    facts = ("recruitment", "fraud", "commercial-sex", "adult")
    assert comparators.apply(version, ",".join(facts)).reached == "undetermined"


# -- read whole ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["ilo-c29", "ilo-p029", "slavery-convention", "supplementary-convention"]
)
def test_of_a_text_read_whole_nothing_is_not_known(name):
    """But what the general part of each State decides (consent)."""
    version = provisions.get(name)
    rows = comparators.compare(version, every=True).rows
    silent = [r.concept for r in rows if r.cells[0].status == "silent"]
    assert silent == ["consent-irrelevant"]


@pytest.mark.parametrize(
    ("name", "places"), [("ilo-c29", "(25)"), ("slavery-convention", "(6)"), ("supplementary-convention", "(6(1))")]
)  # fmt: skip
def test_a_sanction_that_is_quoted_without_a_term_is_told_so(name, places):
    status, _, says = cell(provisions.get(name), "penalty", "penalty-highest")
    assert (status, says) == ("covered", f"no term stated {places}")


# -- a heading that is not used, and what no rule says -------------------------------------------------


@pytest.mark.parametrize("unlisted", ["absent", "open"])
def test_a_heading_a_law_does_not_use_is_no_lack(unlisted):
    version = law(purposes=a_list("purpose", "forced-labour", "slavery", at="3", unlisted=unlisted))
    status, _, says = cell(version, "purpose", "exploitation")
    assert (status, says) == ("not-required", "not used: the forms are listed (3)")
    assert mark(version, "purpose", "exploitation").action in ("met", "none")
    bare = law(purposes=List("purpose", "open", "3", {}, opening="for exploitation"))
    assert cell(bare, "purpose", "exploitation")[0] == "open", "no form is listed at all"


# -- Articles 20 to 24 and 31 --------------------------------------------------------------------------


def related(*names, unlisted="absent", **entries):
    """A law whose related offences are these."""
    return law(lists={"related": a_list("related", *names, at="9", unlisted=unlisted, **entries)})


@pytest.mark.parametrize(
    ("named", "status"),
    [("document-retaining", "covered"), ("document-removing", "partial"),
     ("document-withholding", "partial"), ("document-forging", "absent")],
)  # fmt: skip
def test_twenty_c_has_five_verbs_and_withholding_must_be_named(named, status):
    assert cell(related(named), "related", "document-retaining")[0] == status
    both = related("document-removing", "document-withholding")
    assert cell(both, "related", "document-retaining")[0] == "implied"


def test_some_of_the_verbs_are_missing_in_part_only_where_the_other_chapters_were_read():
    half = related("document-removing", unlisted="silent")
    assert cell(half, "related", "document-retaining")[:2] == ("partial", "silent")
    assert mark(half, "related", "document-retaining") == ("?", "not-read")
    assert mark(related("document-removing"), "related", "document-retaining") == ("◐", "missing")
    sections = evolve(related("document-removing"), chapters=())
    assert mark(sections, "related", "document-retaining") == ("?", "not-read")


@pytest.mark.parametrize(
    ("named", "asked"),
    [("attempt", "attempt-documents"), ("aiding-or-abetting", "aiding-documents"),
     ("legal-persons", "legal-persons-supervision"), ("conspiracy", "attempt"), ("preparation", "attempt")],
)  # fmt: skip
def test_the_rows_of_twenty_one_and_twenty_two_prove_nothing_of_each_other(named, asked):
    version = related(named)
    assert cell(version, "related", named)[0] == "covered"
    assert cell(version, "related", asked)[0] == "absent"
    assert {named, asked} & {c for x in COE.lists.values() for c in x.entries}


@pytest.mark.parametrize("way", ["closure-of-establishment", "disqualification"])
def test_either_way_meets_the_one_duty_of_twenty_three(way):
    entries = {c: e.one_of for x in COE.lists.values() for c, e in x.entries.items() if e.one_of}
    assert {"closure-of-establishment"} <= {*entries}
    assert len({*entries.values()}) == 1
    if way in entries:
        assert mark(related(way), "related", way).action == "met"
    others = [c for c in entries if c != way]
    assert others
    for other in others:
        if way in entries:
            assert mark(related(way), "related", other).action == "none"


@pytest.mark.parametrize(
    ("said", "status", "marked"),
    [
        (Entry(words="the court must weigh"), "covered", "✓"),
        (Entry(words="the court may weigh", mark="arguable", reading="It need not."), "open", "~"),
    ],
)
@pytest.mark.parametrize("effect", ["factor", "graver"])
def test_a_ground_that_must_be_weighed_is_there_and_one_that_may_is_open(
    said, status, marked, effect
):
    penalty = None if effect == "factor" else Penalty(words="six years", max_years=6)
    tier = Tier(at="77", circumstances="grounds", effect=effect, penalty=penalty)
    lists = {"grounds": a_list("aggravating", at="77", public_official=said)}
    version = law(evolve(offence(), tiers=(tier,)), lists=lists)
    assert cell(version, "aggravating", "public-official")[0] == status
    assert mark(version, "aggravating", "public-official").mark == marked


EU = Law(provisions.get("EU"), WORDS)


def grounds(years, effect, *more):
    """A law with a base range of up to so many years, and grounds of an effect."""
    base = Penalty(words=f"{years} years", max_years=years)
    penalty = None if effect == "factor" else Penalty(words="fifteen years", max_years=15)
    tier = Tier(at="77", circumstances="grounds", effect=effect, penalty=penalty)
    lists = {"grounds": a_list("aggravating", "child-victim", "public-official", at="77")}
    first = evolve(offence(), penalty=base, tiers=(tier,))
    return law(first, *more, lists=lists)


@pytest.mark.parametrize(
    ("years", "effect", "concept", "marked"),
    [
        (6, "graver", "child-victim", "✓"),
        (6, "factor", "child-victim", "◐"),  # 4(2) asks for a range
        (6, "factor", "public-official", "✓"),  # 4(3) for a ground
        (10, "factor", "child-victim", "✓"),  # ten years may be given in every case
        (6, "graver", "danger-to-life", "✗"),
        (10, "factor", "danger-to-life", "✓"),
    ],
)
def test_the_directive_asks_for_a_range_and_a_factor_gives_none(years, effect, concept, marked):
    under = Under(Law(grounds(years, effect), WORDS), (EU,))
    assert under.marked("aggravating", concept).mark == marked
    assert mark(grounds(years, effect), "aggravating", "child-victim").mark == "✓", "the Convention"


def test_the_lowest_of_the_maxima_decides():
    lesser = evolve(offence("2", limb()), penalty=Penalty(words="three years", max_years=3))
    under = Under(Law(grounds(10, "factor", lesser), WORDS), (EU,))
    assert under.marked("aggravating", "child-victim").mark == "◐"
    unseen = offence("2", limb())
    under = Under(Law(grounds(10, "factor", unseen), WORDS), (EU,))
    assert under.marked("aggravating", "child-victim").mark == "◐", "nobody has seen that range"


def test_an_offence_of_exploiting_alone_has_no_range_to_reach():
    """Sweden 4:1 b, Denmark 262 b: the Directive asks for no such act, so for no range of it."""
    three = Penalty(words="three years", max_years=3)
    used = evolve(offence("2", evolve(limb(), acts="using")), penalty=three)
    version = grounds(10, "factor", used)
    exploiting = a_list("act", "exploiting", at="2")
    version = evolve(version, lists={**version.lists, "using": exploiting})
    under = Under(Law(version, WORDS), (EU,))
    assert under.marked("aggravating", "child-victim").mark == "✓"


def test_what_makes_a_lesser_form_aggravates_nothing():
    lesser = Tier(at="3", circumstances="grounds", effect="lesser")
    lists = {"grounds": a_list("aggravating", "child-victim", at="3")}
    version = law(evolve(offence(), tiers=(lesser,)), lists=lists)
    assert cell(version, "aggravating", "child-victim")[0] != "covered"


def test_a_note_on_a_kidnapper_is_told_as_what_it_is():
    """Kazakhstan, note 1 to 125: for the kidnapper who lets the person go, and for nobody else."""
    note = Clause(
        beneficiary="offender", label="kidnapper who lets go", at="125, note 1", unlisted="absent",
        words="who has freed", conditions={"victim-released": Evidence(words="freed")},
    )  # fmt: skip
    version = law(clauses=(note,), nothing_on={"victim-not-punished": Place(at="1-10")})
    said = ("covered", None, "125, note 1; kidnapper who lets go")
    assert cell(version, "non-punishment", "offender-not-punished") == said
    assert cell(version, "non-punishment", "victim-not-punished")[0] == "absent"


def test_a_form_that_is_named_is_told_and_the_rest_with_its_doubt():
    """Kazakhstan, note 2 to 125: prostitution is named; other sexual services arguably, and for gain."""
    other = demanding("for-gain", mark="arguable", reading="Services of any kind.")
    named = {"prostitution_of_others": Entry(words="prostitution"), "sexual_exploitation": other}
    purposes = a_list("purpose", at="3", **named)
    status, rest, says = cell(law(purposes=purposes), "purpose", "sexual-exploitation")
    assert (status, rest) == ("partial", "open")
    assert says == (
        "in part: exploitation of the prostitution of others (3); "
        "the rest open: arguable; only for gain (3)"
    )


def test_an_article_that_the_state_has_reserved_is_asked_of_it_no_more():
    standard = evolve(
        COE,
        binding={
            "draft": Binding(
                checked=COE.read,
                reservations=(
                    Reservation(article="31(1)(d), 31(1)(e)", words="reserves", source="coe"),
                ),
            )
        },
    )
    version = related("attempt")
    for standard_, action in ((COE, "missing"), (standard, "option")):
        under = Under(Law(version, WORDS), (Law(standard_, WORDS),))
        assert under.marked("related", "jurisdiction-victim").action == action
        assert under.marked("related", "jurisdiction-territory").action == "missing"
    text = str(comparators.compare(standard, version))
    assert "reservation to CoE 31(1)(d), 31(1)(e)" in " ".join(text.split())


# -- properties ------------------------------------------------------------------------------------------

MEANS = ("threat-of-force", "use-of-force", "threats", "blackmail", "intimidation", "other-coercion",
         "fraud", "deception", "abduction", "debt", "abuse-of-trust", "use-of-force-dangerous")  # fmt: skip
LAYERS = {Layer.SILENT: "silent", Layer.OPEN: "open", Layer.ABSENT: "absent"}


@st.composite
def lists_of_means(draw):
    """A list of means: stated, arguable, unseen, with or without a demand; open, silent or closed."""
    entries = {}
    for concept in draw(st.lists(st.sampled_from(MEANS), max_size=4, unique=True)):
        marked = draw(st.sampled_from(("stated", "stated", "arguable", "unseen")))
        entry = Entry(words="w", mark=marked, reading="r" if marked == "arguable" else None, at="8")
        if draw(st.booleans()):
            entry = evolve(entry, requires={"for-gain": Evidence(words="for gain")})
        entries[concept.replace("-", "_")] = entry
    return a_list(
        "means", at="2", unlisted=draw(st.sampled_from(("absent", "open", "silent"))), **entries
    )


@settings(max_examples=60)
@given(lists_of_means(), st.sampled_from(MEANS))
def test_in_part_and_its_rest_follow_from_the_ways_of_the_leaves(means, concept):
    one = Law(law(means=means), WORDS)
    found = find(one, "means", concept)
    layers = {leaf: free(one.reading("means").of(leaf)) for leaf in one.leaves(concept)}
    rest = {layer for layer in layers.values() if layer != Layer.NAMED}
    if found.status in ("covered", "implied"):
        assert not rest
    elif found.status == "partial":
        ways = [w for leaf in layers for w in one.reading("means").of(leaf)]
        assert any(w.layer == Layer.NAMED for w in ways)
        assert found.rest == LAYERS[max(rest)], "the weakest"
        assert {LAYERS[x.layer] for x in found.others} == {LAYERS[x] for x in rest}
    else:
        assert Layer.NAMED not in layers.values()
        assert found.status == LAYERS[min(rest)]


ORDER = ("absent", "open", "silent", "partial", "implied", "covered")


@settings(max_examples=60)
@given(lists_of_means(), st.sampled_from(MEANS), st.sampled_from(MEANS))
def test_naming_more_never_lowers_a_status(means, concept, more):
    assume(more not in means.entries)
    wider = evolve(means, entries={**means.entries, more: Entry(words="w")})
    before, after = (cell(law(means=x), "means", concept)[0] for x in (means, wider))
    assert ORDER.index(after) >= ORDER.index(before)


@settings(max_examples=60)
@given(
    lists_of_means(),
    lists_of_means(),
    st.sampled_from(("arguable", "unseen")),
    st.sampled_from(MEANS),
)
def test_the_doubt_of_a_limb_never_makes_open_what_another_limb_names(
    means, other, marked, concept
):
    lists = {"other": other}
    doubtful = limb(means="other", mark=marked, reading="or not", at="5")
    alone = law(offence("1", limb()), means=means)
    both = law(offence("1", limb(), doubtful), means=means, lists=lists)
    before, after = (cell(v, "means", concept)[0] for v in (alone, both))
    assert ORDER.index(after) >= ORDER.index(before)
    if before in ("covered", "implied"):
        assert after in ("covered", "implied")


CIRCUMSTANCES = ("child-victim", "several-victims", "weapon", "repeated", "death")


@st.composite
def tiers(draw):
    """Forms of an offence, their lists of circumstances, and their effects."""
    found, lists = [], {}
    for i in range(draw(st.integers(0, 3))):
        name = f"grounds-{i}"
        named = draw(st.lists(st.sampled_from(CIRCUMSTANCES), min_size=2, max_size=3, unique=True))
        lists[name] = a_list("aggravating", *named, at=f"2({i})")
        years = draw(st.integers(3, 20))
        words = f"{years} years"
        found.append(
            Tier(
                at=f"2({i})",
                circumstances=name,
                all=draw(st.booleans()),
                effect=draw(st.sampled_from(("graver", "lesser"))),
                penalty=Penalty(words=words, max_years=years),
            )
        )
    return tuple(found), lists


def priced(forms, lists):
    """A law with these forms."""
    base = Penalty(words="five years", max_years=5)
    return law(evolve(offence(), penalty=base, tiers=forms), lists=lists)


@settings(max_examples=40)
@given(tiers(), st.lists(st.sampled_from(CIRCUMSTANCES), min_size=1, max_size=3, unique=True))
def test_a_factor_never_changes_a_range(some, weighed):
    forms, lists = some
    factor = Tier(at="63", circumstances="weighed", effect="factor")
    more = {**lists, "weighed": a_list("aggravating", *weighed, at="63")}
    for row in ("penalty-base", "penalty-child", "penalty-highest"):
        assert cell(priced((*forms, factor), more), "penalty", row) == cell(
            priced(forms, lists), "penalty", row
        )


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(CIRCUMSTANCES), min_size=2, max_size=3, unique=True),
    st.sets(st.sampled_from(CIRCUMSTANCES)),
)
def test_a_form_that_needs_several_circumstances_is_met_by_all_of_them_alone(needed, present):
    grave = Tier(
        at="2", circumstances="grounds", all=True, penalty=Penalty(words="nine years", max_years=9)
    )
    version = priced((grave,), {"grounds": a_list("aggravating", *needed, at="2")})
    facts = ["recruitment", "deception", "forced-labour", *present]
    facts += [] if "child-victim" in present else ["adult"]
    met = comparators.apply(version, ",".join(facts))
    certain = {c.concept for c in met.circumstances if c.certain}
    if {*needed} <= present:
        assert {*needed} <= certain
    else:
        assert not certain & {*needed}
        assert all(c.wanted for c in met.circumstances if c.concept in needed)
