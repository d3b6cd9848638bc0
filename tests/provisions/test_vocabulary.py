"""The vocabulary and its thesaurus: what contains what, on whose authority, where, and on what
condition."""

import pytest
from attrs import evolve
from every import each
from hypothesis import given
from hypothesis import strategies as st
from record_files import DATA, tables_of
from record_strategies import thesauri

from provisions import corpus
from provisions.checking.vocabulary import check_vocabulary
from provisions.records import FACETS, VICTIMS, Broader, Concept, evidence_of
from provisions.vocabulary import GROUPS, Path, Thesaurus

WORDS = corpus.thesaurus()
SOURCES = corpus.bibliography()
RAW = tables_of(DATA / "vocabulary.toml")
EDGES = [*WORDS.broader, *WORDS.overlaps]
INSTRUMENTS = [None, *corpus.index()]

everywhere = st.sampled_from([None, "eu", "coe", "palermo"])


# --- the vocabulary as it is


def test_the_vocabulary_has_no_fault():
    assert list(check_vocabulary(WORDS, "vocabulary.toml", corpus.index(), SOURCES)) == []


@each(EDGES)
def test_every_edge_has_its_authority(edge):
    assert edge.source in SOURCES
    assert edge.at
    assert edge.words or edge.gloss
    if edge.words:
        assert len(edge.words.split()) <= 12
    if edge.words and edge.lang:
        assert edge.gloss, "foreign words want a gloss"
    assert SOURCES[edge.source].basis != "draft", "a bill contains nothing yet"


@each(EDGES)
def test_every_edge_joins_two_known_concepts(edge):
    ends = (edge.narrower, edge.broader) if isinstance(edge, Broader) else edge.between
    assert ends[0] != ends[1]
    for end in ends:
        assert end in WORDS


def test_every_scope_is_an_instrument():
    scopes = {edge.scope for edge in WORDS.broader if edge.scope}
    assert "eu" in scopes
    assert scopes <= set(corpus.index())


def test_an_edge_within_one_instrument_has_that_instrument_as_its_authority():
    scoped = [edge for edge in (*WORDS.broader, *WORDS.overlaps) if edge.scope]
    assert len(scoped) >= 4
    for edge in scoped:
        versions = corpus.versions(edge.scope)
        used = {e.source for version in versions for _, e in evidence_of(version)}
        used |= {version.source for version in versions}
        assert edge.source in used, (edge.scope, edge.source)


def test_no_edge_is_written_twice():
    broader = [(e.narrower, e.broader, e.scope) for e in WORDS.broader]
    overlaps = [frozenset(e.between) for e in WORDS.overlaps]
    assert len(broader) == len(set(broader))
    assert len(overlaps) == len(set(overlaps))


@each(INSTRUMENTS)
def test_no_concept_lies_under_itself_in_any_instrument(instrument):
    assert [c.id for c in WORDS if c.id in WORDS.under(c.id, instrument)] == []


@each(INSTRUMENTS)
def test_over_is_the_inverse_of_under(instrument):
    down = {(c.id, n): path for c in WORDS for n, path in WORDS.under(c.id, instrument).items()}
    up = {(b, c.id): path for c in WORDS for b, path in WORDS.over(c.id, instrument)}
    assert down == up
    assert down


def test_concepts_that_overlap_do_not_contain_each_other():
    for overlap in WORDS.overlaps:
        one, other = overlap.between
        for instrument in INSTRUMENTS:
            assert other not in WORDS.under(one, instrument)
            assert one not in WORDS.under(other, instrument)


def test_an_edge_joins_concepts_of_one_kind():
    for edge in WORDS.broader:
        assert WORDS[edge.narrower].sort == WORDS[edge.broader].sort, edge


# --- examples a lawyer would try


@pytest.mark.parametrize(
    ("broader", "narrower", "instrument"),
    [
        ("other-coercion", "use-of-force", None),
        ("other-coercion", "threat-of-force", None),
        ("other-coercion", "use-of-force-dangerous", None),
        ("use-of-force", "use-of-force-not-dangerous", None),
        ("sexual-exploitation", "prostitution-of-others", "palermo"),
        ("practices-similar-to-slavery", "debt-bondage", None),
        ("practices-similar-to-slavery", "serfdom", "armenia"),
        ("forced-labour", "begging", "eu"),
        ("other-coercion", "threats", None),
        ("other-coercion", "blackmail", None),
        ("other-coercion", "intimidation", None),
        ("other-coercion", "deprivation-of-liberty", None),
        ("other-coercion", "physical-restraint", None),
        ("other-coercion", "serious-harm", None),
        ("threats", "threat-of-force", None),
        ("threats", "threat-of-disclosure", None),
        ("deception", "fraud", None),
        ("transfer", "sale", None),
        ("receipt", "purchase", None),
        ("use-of-force", "abduction-by-force", None),
        ("deception", "abduction-by-deception", None),
        ("abuse-of-vulnerability", "abuse-of-helplessness", None),
        ("commercial-sex", "prostitution-of-others", None),
        ("official-position", "public-official", None),
        ("grave-consequences", "grave-harm", None),
        ("several-perpetrators", "group-by-agreement", None),
        ("vulnerable-victim", "child-victim", "eu"),
    ],
)
def test_the_broader_concept_contains_the_narrower_without_condition(broader, narrower, instrument):
    assert WORDS.under(broader, instrument)[narrower].condition is None


@pytest.mark.parametrize(
    ("broader", "narrower", "instrument"),
    [
        ("forced-labour", "slavery", None),
        ("servitude", "slavery", None),
        ("use-of-force", "threats", None),
        ("threats", "other-coercion", None),
        ("transfer", "receipt", None),
        ("vulnerable-victim", "child-victim", "coe"),
        ("organ-removal", "cell-or-fluid-removal", None),
        ("practices-similar-to-slavery", "slavery", None),
        ("prostitution-of-others", "sexual-exploitation", None),
        ("use-of-force", "threat-of-force", None),
        ("use-of-force", "other-coercion", None),
        ("public-official", "official-position", None),
        ("fraud", "deception", None),
        ("organ-removal", "tissue-removal", None),
    ],
)
def test_the_one_does_not_contain_the_other(broader, narrower, instrument):
    assert narrower in WORDS
    assert narrower not in WORDS.under(broader, instrument)


def test_begging_is_forced_labour_by_the_directive_and_elsewhere_on_the_condition_of_the_ilo():
    found = {i: WORDS.under("forced-labour", i)["begging"] for i in INSTRUMENTS}
    assert {i for i, path in found.items() if path.condition is None} == {"eu"}
    (edge,) = found["eu"].edges
    assert (edge.source, edge.at) == ("eu-2011-36", "2(3)")
    (edge,) = found["ilo-c29"].edges
    assert (edge.source, edge.at) == ("ilo-c29", "2(1)"), "the authority obeys its own edge"


def test_dangerous_force_is_coercion_in_two_steps():
    path = WORDS.under("other-coercion")["use-of-force-dangerous"]
    assert [(e.broader, e.narrower) for e in path.edges] == [
        ("other-coercion", "use-of-force"),
        ("use-of-force", "use-of-force-dangerous"),
    ]


@pytest.mark.parametrize(
    ("broader", "narrower", "condition"),
    [
        ("sexual-exploitation", "pornography", "the victim is a child"),
        ("sexual-exploitation", "commercial-sex", "exploited by another"),
        ("practices-similar-to-slavery", "forced-marriage", "the woman may not refuse"),
        ("slavery", "forced-marriage", "amounts to slavery: powers attaching to ownership"),
        ("practices-similar-to-slavery", "illegal-adoption", "with a view to exploitation"),
        ("slavery", "debt-bondage", "powers attaching to ownership"),
        ("slavery", "servitude", "powers attaching to ownership"),
        ("forced-labour", "begging", "menace of a penalty"),
        ("forced-labour", "servitude", "work or services"),
        ("forced-labour", "armed-conflict", "the service is exacted"),
        ("other-coercion", "debt", "no other option but to submit"),
        ("other-coercion", "withheld-wages", "no other option but to submit"),
        ("other-coercion", "seizure-of-documents", "to hold the victim"),
        ("other-coercion", "abuse-of-law", "pressure on the victim"),
    ],
)
def test_a_condition_is_shown(broader, narrower, condition):
    assert condition in WORDS.under(broader)[narrower].condition


def test_exploitation_is_a_heading_and_contains_nothing():
    assert WORDS["exploitation"].heading
    assert all(WORDS.under("exploitation", instrument) == {} for instrument in INSTRUMENTS)
    assert not WORDS["sexual-exploitation"].heading


def test_force_is_exhausted_by_dangerous_and_not_dangerous_and_coercion_is_not():
    for force in ("use-of-force", "threat-of-force"):
        assert WORDS[force].complete
        assert {f"{force}-dangerous", f"{force}-not-dangerous"} <= set(WORDS.under(force))
    assert not WORDS["other-coercion"].complete


def test_only_a_residual_word_has_a_name_for_its_residue():
    # deception stands beside fraud in the treaties, and is no residue of it
    named = {c.id for c in WORDS if c.other_label}
    assert {"other-coercion", "sexual-exploitation", "practices-similar-to-slavery"} <= named
    assert not {"threats", "deception", "transfer", "receipt", "slavery", "forced-labour"} & named


def test_gain_is_part_of_what_the_exploitation_of_prostitution_means():
    assert "for-gain" in WORDS["prostitution-of-others"].contains
    assert "for-gain" not in WORDS["forced-labour"].contains


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("criminal-organisation", "organised-group"),
        ("danger-to-life", "use-of-force-dangerous"),
        ("abuse-of-vulnerability", "abuse-of-dependence"),
        ("forced-labour", "slave-labour"),
        ("transfer-without-payment", "sale-or-purchase"),
        ("recruitment", "hiring"),
        ("abuse-of-vulnerability", "predicament"),
        ("servitude", "practices-similar-to-slavery"),
        ("taken-abroad", "cross-border"),
        ("aiding-or-abetting", "incitement"),
        ("slavery", "slave-labour"),
        ("receipt", "obtaining"),
    ],
)
def test_neighbours_overlap_both_ways_with_a_reason(one, other):
    assert dict(WORDS.overlapping(one))[other].reason
    assert dict(WORDS.overlapping(other))[one] is dict(WORDS.overlapping(one))[other]


@pytest.mark.parametrize(
    "pair",
    [
        ("forced-labour", "servitude"),
        ("servitude", "slavery"),
        ("slavery", "organ-removal"),
        ("receipt", "transfer"),
    ],
)
def test_concepts_the_treaties_name_side_by_side_do_not_overlap(pair):
    assert pair[1] not in dict(WORDS.overlapping(pair[0]))


def test_a_concept_without_edges_contains_nothing_and_overlaps_with_nothing():
    assert WORDS.under("surrogacy") == {}
    assert list(WORDS.over("surrogacy")) == []
    assert WORDS.overlapping("weapon") == ()


def test_abduction_is_by_force_or_by_deceit_and_lies_under_both_together():
    assert WORDS["abduction"].complete
    leaves = {"abduction-by-force", "abduction-by-deception"}
    assert set(WORDS.under("abduction")) == leaves
    assert leaves <= {*WORDS.under("use-of-force"), *WORDS.under("deception")}
    assert not leaves <= set(WORDS.under("use-of-force"))


def test_the_narrowest_of_the_broader_concepts_stands_first():
    assert [wide for wide, _ in WORDS.over("threat-of-disclosure")] == ["threats", "other-coercion"]
    for concept in WORDS:
        wider = [wide for wide, _ in WORDS.over(concept.id)]
        for i, wide in enumerate(wider):
            assert not set(wider[i + 1 :]) & set(WORDS.under(wide)), (concept.id, wide)


# --- the concepts


def test_concepts_stand_in_the_order_of_the_file():
    written = [key for group in RAW if group in GROUPS for key in RAW[group]]
    assert [c.id for c in WORDS] == written
    assert [WORDS.order[c] for c in written] == list(range(len(written)))
    assert WORDS.order["recruitment"] < WORDS.order["threat-of-force"] < WORDS.order["exploitation"]


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_says_the_facet_and_the_sort_of_its_concepts(group):
    facet, sort = GROUPS[group]
    assert facet in FACETS
    assert RAW[group], "no group is empty"
    assert {(WORDS[key].facet, WORDS[key].sort) for key in RAW[group]} == {(facet, sort)}


def test_every_concept_has_a_label_of_its_own_within_its_facet():
    labels = [(c.facet, c.sort, c.label) for c in WORDS]
    assert len(labels) == len(set(labels))
    assert all(WORDS.label(c.id) == c.label for c in WORDS)


def test_every_act_every_means_and_every_further_element_can_be_told_in_a_case():
    for concept in WORDS:
        if concept.sort == "act":
            assert concept.participle
            assert concept.participle.startswith(("is ", "comes "))
        if concept.sort == "means":
            assert concept.phrase
            assert concept.phrase.startswith(("by ", "with "))
        if concept.sort == "further":
            assert concept.phrase
            assert concept.without


@pytest.mark.parametrize(
    ("sort", "ordinary"),
    [("act", "recruitment"), ("means", "deception"), ("purpose", "forced-labour")],
)
def test_one_value_of_a_kind_is_the_ordinary_one(sort, ordinary):
    assert [c.id for c in WORDS if c.sort == sort and c.ordinary] == [ordinary]


def test_what_a_concept_contains_is_a_further_element_or_a_kind_of_victim():
    for concept in WORDS:
        for further in concept.contains:
            assert further in VICTIMS or WORDS[further].sort == "further"


def test_a_narrower_concept_brings_along_all_that_the_broader_one_does():
    for concept in WORDS:
        for narrower, path in WORDS.under(concept.id).items():
            if not path.condition:
                assert set(concept.contains) <= set(WORDS[narrower].contains), narrower


@pytest.mark.parametrize(
    ("fact", "brought"),
    [
        ("transportation", "travel"),
        ("export-import-transit", "travel"),
        ("export-import-transit", "cross-border"),
        ("deception", "coerced-or-deceived"),
        ("abduction", "cannot-refuse"),
        ("slavery", "cannot-refuse"),
        ("victim-under-fourteen", "child"),
        ("pregnant-victim", "woman"),
        ("sale-or-purchase", "for-consideration"),
    ],
)
def test_a_fact_brings_along_what_it_means(fact, brought):
    assert brought in WORDS[fact].contains


@pytest.mark.parametrize(
    "fact", ["harbouring", "receipt", "recruitment", "abuse-of-vulnerability", "forced-labour"]
)
def test_a_fact_brings_along_nothing_that_it_may_be_without(fact):
    assert WORDS[fact].contains == ()


@pytest.mark.parametrize(
    "offence",
    [
        "document-offences",
        "immigration-offences",
        "prostitution-offences",
        "minor-offences",
        "grave-offences",
    ],
)
def test_an_offence_of_the_victims_own_is_a_criminal_offence_and_an_administrative_one_is_not(
    offence,
):
    assert WORDS.under("criminal-offences")[offence].condition is None
    assert "administrative-offences" not in WORDS.under("criminal-offences")


@pytest.mark.parametrize("link", ["attributable-to-exploitation", "related-to-trafficking"])
def test_a_direct_consequence_satisfies_every_looser_link(link):
    assert WORDS.under(link)["direct-consequence"].condition is None
    assert link not in WORDS.under("direct-consequence")


def test_a_direct_consequence_is_in_the_course_of_trafficking_only_while_that_lasts():
    assert WORDS.under("in-course-of-trafficking")["direct-consequence"].condition


def test_what_a_rule_follows_from_names_a_victim_or_a_further_element():
    followed = [c.follows.partition(":") for c in WORDS if c.follows]
    assert followed
    for kind, _, value in followed:
        assert kind in {"no-means", "not-demanded", "general-part"}
        assert kind == "general-part" or (
            value in {"child", "incapacitated"}
            or WORDS[value].sort == "further"
            or WORDS[value].sort == "aggravating"
        )


def test_an_unknown_concept_is_not_in_the_vocabulary():
    assert "recruitement" not in WORDS
    assert 7 not in WORDS
    with pytest.raises(KeyError):
        WORDS["recruitement"]


# --- any thesaurus


def _reached(words, concept, instrument, *, conditions):
    """Every concept below, with the fewest edges that lead to it: step by step, without the
    library."""
    steps, here, found = 0, {concept}, {}
    while here:
        steps += 1
        here = {
            e.narrower
            for e in words.broader
            if e.broader in here
            and e.scope in (None, instrument)
            and (conditions or not e.condition)
        } - set(found)
        found |= dict.fromkeys(here, steps)
    return found


@given(thesauri(), everywhere)
def test_under_is_whatever_edges_lead_to(words, instrument):
    for concept in words:
        with_conditions = _reached(words, concept.id, instrument, conditions=True)
        without = _reached(words, concept.id, instrument, conditions=False)
        under = words.under(concept.id, instrument)
        assert set(under) == set(with_conditions)
        assert {c for c, path in under.items() if path.condition is None} == set(without)
        assert {c: len(path.edges) for c, path in under.items()} == {**with_conditions, **without}


@given(thesauri(), everywhere)
def test_a_path_leads_from_the_broader_to_the_narrower_edge_by_edge(words, instrument):
    for concept in words:
        for narrower, path in words.under(concept.id, instrument).items():
            stops = [concept.id, *(e.narrower for e in path.edges)]
            assert [e.broader for e in path.edges] == stops[:-1]
            assert stops[-1] == narrower
            assert all(e.scope in (None, instrument) for e in path.edges)
            for edge in path.edges:
                assert (edge.condition or "") in (path.condition or "")


@given(thesauri(), everywhere)
def test_under_is_transitive_and_over_is_its_inverse(words, instrument):
    pairs = {(c.id, n) for c in words for n in words.under(c.id, instrument)}
    assert {(a, d) for a, b in pairs for c, d in pairs if b == c} <= pairs
    assert {(b, c.id) for c in words for b, _ in words.over(c.id, instrument)} == pairs
    assert all(a != b for a, b in pairs)


@given(thesauri(), everywhere)
def test_an_instrument_has_at_least_what_holds_in_general(words, instrument):
    for concept in words:
        assert set(words.under(concept.id)) <= set(words.under(concept.id, instrument))


@given(thesauri())
def test_an_edge_within_one_instrument_changes_nothing_in_another(words):
    general = evolve(words, broader=tuple(e for e in words.broader if e.scope is None))
    for concept in words:
        assert (
            words.under(concept.id, "palermo")
            == words.under(concept.id)
            == general.under(concept.id)
        )


@given(thesauri(), everywhere, st.data())
def test_one_edge_more_never_takes_a_concept_away(words, instrument, data):
    if not words.broader:
        return
    gone = data.draw(st.sampled_from(words.broader))
    fewer = evolve(words, broader=tuple(e for e in words.broader if e is not gone))
    for concept in words:
        before, after = fewer.under(concept.id, instrument), words.under(concept.id, instrument)
        assert set(before) <= set(after)
        assert {c for c, p in before.items() if not p.condition} <= {
            c for c, p in after.items() if not p.condition
        }


@given(thesauri())
def test_overlaps_are_symmetric_and_not_inherited(words):
    pairs = {(c.id, other) for c in words for other, _ in words.overlapping(c.id)}
    written = {e.between for e in words.overlaps}
    assert pairs == written | {(b, a) for a, b in written}


@given(thesauri(), everywhere)
def test_the_answer_is_the_same_the_second_time(words, instrument):
    for concept in words:
        assert words.under(concept.id, instrument) is words.under(concept.id, instrument)


def test_a_path_without_condition_goes_before_a_shorter_one_on_a_condition():
    concepts = {i: Concept(i, "means", "means", i) for i in ("a", "b", "c")}

    def edge(broader, narrower, condition=None):
        return Broader(
            broader=broader, narrower=narrower, condition=condition, source="s", at="1", gloss="g"
        )

    short, first, second = edge("a", "c", "if forced"), edge("a", "b"), edge("b", "c")
    words = Thesaurus(concepts, (short, first, second), ())
    assert words.under("a")["c"] == Path((first, second))
    assert Thesaurus(concepts, (short,), ()).under("a")["c"].condition == "if forced"
    both = Thesaurus(concepts, (edge("a", "b", "if paid"), edge("b", "c", "if forced")), ())
    assert both.under("a")["c"].condition == "if paid; if forced"
