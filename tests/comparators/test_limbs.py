"""One reading of a list: the layers of every list of the corpus, and what a limb makes of them."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

import pytest
from attrs import evolve
from strategies import version as a_version

import provisions
from comparators.boxes import NONE
from comparators.law import Law, space_for
from comparators.limbs import further, limb_boxes
from comparators.lists import Layer, Way
from comparators.reasons import Free, If, Named, NotThere, Unread, Via
from provisions.records import Entry, Evidence, Limb, List, Offence, Tier

sys.path.insert(0, str(Path(__file__).parent))
from small import NOT_REQUIRED, a_list, demanding, law
from small import limb as a_limb
from small import offence as an_offence

WORDS = provisions.thesaurus()
VERSIONS = [v for i in provisions.instruments() for v in provisions.versions(i.id)]


def _limb(acts="acts", means="means", purposes="purposes", **more):
    entries = {"recruitment": Entry(words="recruits")}
    lists = {
        "acts": List(role="act", unlisted="absent", at="1", entries=entries),
        "means": List(
            role="means",
            unlisted="silent",
            at="1",
            to_read="2",
            entries={"fraud": Entry(words="fraud")},
        ),
        "purposes": List(
            role="purpose",
            unlisted="open",
            opening="such as",
            at="1",
            entries={
                "slavery": Entry(words="slavery", mark="arguable", reading="or not"),
                "servitude": Entry(
                    words="servitude", requires={"for-gain": Evidence(words="gain")}
                ),
                "begging": Entry(mark="unseen", at="3"),
            },
        ),
        "grave": List(
            role="aggravating",
            unlisted="absent",
            at="1(2)",
            entries={"use-of-force": Entry(words="by force", restates="means")},
        ),
    }
    offence = Offence(
        id="1",
        provision="offence",
        kind="trafficking",
        at="1",
        limbs=(Limb(acts, means, purposes, **more),),
        tiers=(Tier(at="1(2)", circumstances="grave"),),
    )
    return Law(a_version("small", lists, (offence,)), WORDS).limbs


def _layers(limb, facet, leaf, **how):
    return [(way.layer.name, sorted(way.demands)) for way in limb.ways(facet, leaf, **how)]


def test_each_word_bears_its_leaf_in_its_own_way_and_the_rest_of_the_list_comes_last():
    limb = _limb()[0]
    assert _layers(limb, "act", "recruitment") == [("NAMED", [])]
    assert _layers(limb, "act", "transfer") == []
    assert _layers(limb, "means", "fraud") == [("NAMED", []), ("SILENT", [])]
    assert _layers(limb, "purpose", "slavery")[0] == ("OPEN", [])
    named, *others = _layers(limb, "purpose", "servitude")
    assert named == ("NAMED", ["for-gain"])
    assert {layer for layer, _ in others} == {"OPEN"}
    assert _layers(limb, "purpose", "begging")[0] == ("SILENT", [])
    assert next(limb.ways("purpose", "begging")).because == Unread("3", "begging", "purposes")
    assert next(limb.ways("purpose", "slavery")).doubtful


def test_where_something_is_needed_the_case_without_any_is_not_met():
    assert _layers(_limb()[0], "means", NONE) == []
    free, unseen = _limb(means="not-required")[0], _limb(means="not-seen")[0]
    assert _layers(free, "means", NONE) == _layers(free, "means", "abduction") == [("NAMED", [])]
    assert next(free.ways("means", NONE)).because == Free("1")
    assert _layers(unseen, "means", NONE) == _layers(unseen, "means", "fraud") == [("SILENT", [])]


@pytest.mark.parametrize(("mark", "layer"), [("arguable", "OPEN"), ("unseen", "SILENT")])
def test_the_mark_of_a_limb_holds_its_words_down_and_silence_stays_silence(mark, layer):
    limb = _limb(mark=mark)[0]
    assert _layers(limb, "act", "recruitment") == [(layer, [])]
    assert _layers(limb, "act", "recruitment", marked=False) == [("NAMED", [])]
    assert _layers(limb, "means", "abduction") == [("SILENT", [])]
    (slavery, *_) = _layers(limb, "purpose", "slavery")
    assert slavery == (layer, []), "an open word of a limb that was not seen was not seen either"


def test_an_aggravated_form_that_restates_the_means_is_a_limb_where_the_base_needs_one():
    base, derived = _limb()
    assert (base.replaced, derived.replaced, derived.mark, derived.at) == (
        None,
        "means",
        "arguable",
        "1(2)",
    )
    assert _layers(derived, "means", "fraud") == [] == _layers(derived, "means", NONE)
    assert {x for x, _ in _layers(derived, "means", "use-of-force-dangerous")} == {"OPEN"}
    assert derived.reading("purpose") is base.reading("purpose")
    assert len(_limb(means="not-required")) == len(_limb(means="not-seen")) == 1


def test_a_doubtful_limb_leaves_each_word_its_reason_its_demand_and_its_own_doubt():
    (way, _) = _limb(mark="arguable")[0].ways("purpose", "slavery")
    assert way == Way(Layer.OPEN, Named("slavery", "purposes"), doubtful=True)
    named, *_ = _limb(mark="arguable")[0].ways("purpose", "servitude")
    assert named == Way(Layer.OPEN, Named("servitude", "purposes"), frozenset({"for-gain"}))


def test_what_a_limb_makes_of_a_value_is_its_ways_with_its_own_mark_counted_or_not():
    limb = _limb(mark="arguable")[0]
    for _ in "twice":
        assert limb.borne("act", "recruitment") == {(Layer.OPEN, frozenset())}
        assert limb.borne("act", "recruitment", marked=False) == {(Layer.NAMED, frozenset())}
    assert limb.borne("act", "transfer") == frozenset()
    assert (Layer.NAMED, frozenset({"for-gain"})) in _limb()[0].borne("purpose", "servitude")


# -- limbs that are not written down as such --------------------------------------------------------


def _graver(entry, facet="means", name="draft", concept="use-of-force", **more):
    """The limb that a graver form gives with one circumstance that restates a facet."""
    grave = a_list(
        "aggravating", at="2", **{concept.replace("-", "_"): evolve(entry, restates=facet)}
    )
    offence = an_offence("1", a_limb(**more), tiers=(Tier(at="1(2)", circumstances="grave"),))
    _, derived = Law(law(offence, lists={"grave": grave}, name=name), WORDS).limbs
    return derived


def test_a_graver_form_names_its_one_word_from_its_own_list_and_nothing_besides():
    derived = _graver(Entry(words="by force", at="1(2)(a)"))
    assert derived.at == "1(2)(a)"
    named, rest = derived.reading("means").of("use-of-force-dangerous")
    assert named == Way(Layer.NAMED, Via("use-of-force", "grave"))
    assert rest == Way(Layer.ABSENT, NotThere("grave"))
    assert derived.reading("means").of("fraud") == (rest,)


@pytest.mark.parametrize(
    ("entry", "mark"),
    [
        (Entry(words="by force"), "arguable"),
        (Entry(words="by force", settled_by=Evidence(words="also without", at="judgment 5")), "stated"),
        (Entry(words="by force", mark="arguable", reading="or?"), "arguable"),
        (Entry(mark="unseen", at="1(2)"), "unseen"),
    ],
)  # fmt: skip
def test_whether_a_graver_form_says_the_acts_again_is_arguable_unless_a_source_settles_it(
    entry, mark
):
    assert _graver(entry).mark == mark
    assert _graver(entry, mark="unseen").mark == "unseen", "the base limb may be less certain"


def test_the_doubt_is_one_of_the_graver_form_and_not_of_its_word_besides():
    unseen = _graver(Entry(mark="unseen", at="1(2)"), mark="arguable", reading="or?")
    assert unseen.mark == "unseen"
    (way, _) = unseen.reading("means").of("use-of-force-dangerous")
    assert way == Way(Layer.NAMED, Via("use-of-force", "grave"))


def test_a_graver_form_reads_its_word_as_the_instrument_does():
    forced = Entry(words="forced labour or services, including begging")
    for name, why in (("eu", Via), ("draft", If)):
        derived = _graver(forced, "purpose", name, "forced-labour")
        assert isinstance(next(derived.ways("purpose", "begging")).because, why)


def _acting(*acts, means=NOT_REQUIRED, name="draft", **entries):
    """The limbs of a law with these acts."""
    acts = a_list("act", "recruitment", *acts, at="7", unlisted="open", **entries)
    return Law(law(an_offence("1", a_limb(means=means)), acts=acts, name=name), WORDS).limbs


def test_abducting_among_the_acts_is_a_limb_of_its_own_done_by_that_means_alone():
    base, taken = _acting("abduction")
    assert (base.replaced, taken.replaced, taken.at, taken.mark) == (None, "act", "1", "stated")
    named, rest = taken.reading("means").of("abduction-by-force")
    assert named == Way(Layer.NAMED, Via("abduction", "acts"))
    assert rest == Way(Layer.ABSENT, NotThere("acts"))
    assert "recruitment" not in taken.reading("means").ways
    assert _layers(taken, "means", NONE) == _layers(taken, "means", "fraud") == []
    assert next(taken.ways("act", "transfer")) == Way(Layer.NAMED, Free("1"))
    assert taken.reading("purpose") is base.reading("purpose")


def test_an_act_named_after_a_means_is_read_as_the_instrument_does():
    (_, taken) = _acting("other-coercion", name="us")
    assert _layers(taken, "means", "abuse-of-law") == [("NAMED", [])]
    (_, taken) = _acting("other-coercion")
    assert _layers(taken, "means", "abuse-of-law") != [("NAMED", [])]


def test_acts_alone_or_a_means_that_is_needed_besides_make_no_further_limb():
    assert len(_acting("transfer")) == 1
    assert len(_acting("abduction", means="means")) == 1
    assert len(_acting("abduction", means="not-seen")) == 1
    unseen = law(an_offence("1", a_limb("not-seen", means=NOT_REQUIRED)))
    assert len(Law(unseen, WORDS).limbs) == 1


# -- boxes -----------------------------------------------------------------------------------------


def _boxes(limbs, space):
    """The boxes of what is named: acts, means and purposes, and what is demanded."""
    made = (box for one in limbs for box in limb_boxes(one, space, (Layer.NAMED,)))
    return [
        (*(set(space.named(box, d)) for d in ("act", "means", "purpose")), set(space.demanded(box)))
        for box in made
    ]


def test_a_space_has_whatever_a_law_uses_in_a_place_and_every_demand_but_that_of_a_court():
    commerce = a_limb(requires=["interstate-commerce", "for-gain"])
    odd = Law(
        law(
            an_offence("1", commerce),
            acts=("recruitment", "deprivation-of-liberty"),
            means=a_list("means", "fraud", slavery=demanding("woman", "dependent-person")),
            purposes=("forced-labour", "harbouring"),
        ),
        WORDS,
    )
    space = space_for([odd])
    assert "deprivation-of-liberty" in space.acts
    assert "slavery" in space.means
    assert "harbouring" in space.purposes
    assert NONE not in space.acts
    assert (space.means[-1], space.purposes[-1]) == (NONE, NONE)
    assert space.further == ("for-gain", "dependent-person", "woman")
    assert further(odd.limbs) == ("interstate-commerce", "for-gain", "dependent-person", "woman")


def test_what_one_purpose_means_already_is_demanded_of_the_others_alone():
    # the exploitation of the prostitution of others is for gain
    purposes = ("forced-labour", "prostitution-of-others")
    gainful = Law(
        law(an_offence("1", a_limb(requires=["for-gain", "travel"])), purposes=purposes), WORDS
    )
    space = space_for([gainful])
    found = {frozenset(p): demands for _, _, p, demands in _boxes(gainful.limbs, space)}
    assert found == {
        frozenset({"forced-labour"}): {"for-gain", "travel"},
        frozenset({"prostitution-of-others"}): {"travel"},
    }


def test_words_with_demands_of_their_own_make_a_box_each_with_all_that_is_demanded():
    some = Law(
        law(
            acts=a_list("act", "recruitment", harbouring=demanding("travel")),
            means=("blackmail",),
            purposes=a_list("purpose", "servitude", slavery=demanding("woman")),
        ),
        WORDS,
    )
    found = _boxes(some.limbs, space_for([some]))
    assert all(means == {"blackmail"} for _, means, *_ in found)
    assert [("harbouring" in a, "slavery" in p, demands) for a, _, p, demands in found] == [
        (False, False, set()),
        (False, True, {"woman"}),
        (True, False, {"travel"}),
        (True, True, {"travel", "woman"}),
    ]


def test_what_a_standard_leaves_open_binds_nobody_and_a_law_may_reach_it():
    doubtful = a_limb(means=NOT_REQUIRED, mark="arguable", reading="also without?")
    unseen = a_limb("others", means=NOT_REQUIRED, mark="unseen")
    lists = {
        "others": a_list("act", "harbouring"),
        "acts": a_list("act", "recruitment", unlisted="open"),
    }
    one = Law(law(an_offence("1", a_limb(), doubtful, unseen), lists=lists), WORDS)
    space = space_for([one])

    doubtful = Entry(words="retains", mark="arguable", reading="or not?")
    either = Law(law(acts=a_list("act", "recruitment", keeping=doubtful)), WORDS)
    (box,) = either.possible(space_for([either]))
    assert {"recruitment", "keeping"} <= set(space_for([either]).named(box, "act"))

    def acts(boxes):
        return {(a, NONE in space.named(b, "means")) for b in boxes for a in space.named(b, "act")}

    assert acts(one.named(space)) == {("recruitment", False)}
    assert acts(one.required(space)) == {("recruitment", False), ("harbouring", True)}
    assert {("recruitment", True), ("harbouring", True), ("exploiting", True)} <= acts(
        one.possible(space)
    )


def test_a_law_reads_a_list_once_and_again_only_where_it_was_changed():
    law = Law(provisions.get("Armenia"), WORDS)
    name, other = list(law.version.lists)[:2]
    before, kept = law.reading(name), law.reading(other)
    elsewhere = evolve(law.version.lists[name], at="elsewhere")
    changed = law.with_version(evolve(law.version, lists={**law.version.lists, name: elsewhere}))
    assert changed.reading(name) is not before
    assert changed.reading(other) is kept
    assert law.reading(name) is before


def test_a_law_pickles_without_what_was_worked_out():
    law = Law(provisions.get("Armenia"), WORDS)
    assert law.limbs
    again = pickle.loads(pickle.dumps(law))
    assert again.version == law.version
    assert [limb.at for limb in again.limbs] == [limb.at for limb in law.limbs]
