"""Where the words of an amendment go: what fewest edits alone would do to a law, and what is done.

Each law is one that a legislature has made, or nearly, told in as few words as show the point.
"""

from __future__ import annotations

import sys
from pathlib import Path

from attrs import evolve

import provisions
from comparators import gaps
from comparators.edits import Add, Drop, Free, Settle, Widen, Word
from comparators.wording.worklist import step, to_read
from provisions.records import NOT_REQUIRED, Entry, Evidence

sys.path.insert(0, str(Path(__file__).parent))
from small import a_list, demanding, limb, offence
from small import law as law_of

WORDS = provisions.thesaurus()
ACTS = ("recruitment", "transportation", "transfer", "harbouring", "receipt")
MEANS = ("use-of-force", "deception", "abuse-of-power", "payments-or-benefits")
PURPOSES = ("prostitution-of-others", "forced-labour", "slavery", "organ-removal")
GROWN = ("adult", "incapacitated")
CHILD = limb(means=NOT_REQUIRED, victims=("child",), at="1(2)")
STANDARD = law_of(
    offence("3", limb(), CHILD), acts=ACTS, means=MEANS, purposes=PURPOSES, name="standard"
)


def law(*limbs, lists=(), **more):
    """A law with the standard's lists but where it says otherwise."""
    own = {"acts": ACTS, "means": MEANS, "purposes": PURPOSES} | more
    return law_of(offence("1", *limbs), lists=dict(lists), **own)


def advised(found):
    return {e for s in (*found.missing, *found.doubtful) for e in s.edits}


def edits(version, standard=STANDARD):
    return advised(gaps(version, standard, words=WORDS))


def words(name, *concepts):
    return {Word(name, c) for c in concepts}


# -- never freer --------------------------------------------------------------------------------------


def test_no_act_is_moved_into_a_limb_that_needs_no_means():
    # eight words are missing; four acts would do, in a limb that then needs no means for anybody
    few = ("use-of-force",)
    free = limb("crossing", NOT_REQUIRED, victims=GROWN, at="1(3)")
    of = law(
        limb(),
        CHILD,
        free,
        means=few,
        lists={"crossing": a_list("act", "transportation", at="1(3)")},
    )
    assert edits(of) == words("means", *(set(MEANS) - set(few)))


def test_no_purpose_is_moved_to_a_sale_that_needs_neither_means_nor_purpose():
    sale = limb("sales", NOT_REQUIRED, NOT_REQUIRED, at="1(3)")
    lists = {"sales": a_list("act", "sale-or-purchase", at="1(3)")}
    of = law(limb(), CHILD, sale, purposes=("forced-labour",), lists=lists)
    assert edits(of) == words("purposes", *(set(PURPOSES) - {"forced-labour"}))


def test_organs_that_want_deception_are_not_moved_to_the_purposes_that_want_no_means():
    lists = {
        "organs": a_list("purpose", "organ-removal", at="2"),
        "deceit": a_list("means", "deception", at="2"),
    }
    others = tuple(p for p in PURPOSES if p != "organ-removal")
    of = law(
        limb(means=NOT_REQUIRED), limb("acts", "deceit", "organs", at="2"),
        limb("acts", NOT_REQUIRED, "organs", ("child",), at="2"),
        purposes=others, lists=lists,
    )  # fmt: skip
    assert edits(of) == words("deceit", *(set(MEANS) - {"deception"}))


def test_a_limb_on_persons_under_twenty_one_is_not_opened_to_everybody():
    young = limb(means=NOT_REQUIRED, requires=("victim-under-21",), at="1(3)")
    of = law(limb(), CHILD, young, means=("use-of-force", "deception", "payments-or-benefits"))
    assert edits(of) == words("means", "abuse-of-power")


def test_a_limb_whose_grammar_is_doubtful_is_not_settled_against_adults():
    # Georgia: do the means govern the second group of acts? The limb on children is proposed
    free = limb(means=NOT_REQUIRED, mark="arguable", reading="as well as", at="1(1)")
    found = gaps(law(limb(), free), STANDARD, words=WORDS)
    (only,) = advised(found)
    assert isinstance(only, Add)
    assert (only.victims, only.limb.means) == (("child",), NOT_REQUIRED)


def test_a_limb_for_gain_that_needs_no_means_is_neither_settled_nor_freed_of_gain():
    # Mongolia: settling "for gain or to exploit" and dropping the gain would be two edits
    gain = limb(
        means=NOT_REQUIRED, purposes="any", mark="arguable", reading="for gain, or to exploit",
        requires=("for-gain",), at="1(1)",
    )  # fmt: skip
    lists = {"any": a_list("purpose", *PURPOSES, at="1(1)")}
    of = law(limb(), CHILD, gain, purposes=("forced-labour",), lists=lists)
    assert edits(of) == words("purposes", *(set(PURPOSES) - {"forced-labour"}))


# -- a demand is a price ---------------------------------------------------------------------------------


def test_the_demand_of_a_limb_is_not_dropped_where_another_is_free_of_it():
    # one demand less would save two words: a limb on women alone would then be on everybody
    lists = {"more": a_list("purpose", *PURPOSES, at="1(3)")}
    woman = limb(purposes="more", requires=("woman",), at="1(3)")
    child = limb(means=NOT_REQUIRED, purposes="more", victims=("child",), at="1(2)")
    of = law(limb(), woman, child, purposes=PURPOSES[:2], lists=lists)
    assert edits(of) == words("purposes", *PURPOSES[2:])


def test_two_demands_that_no_list_can_answer_are_dropped_before_one_limb_is_added():
    needs = {n: Evidence(words=n) for n in ("dependent-person", "woman")}
    found = edits(law(limb(), evolve(CHILD, requires=needs)))
    assert {(type(e), e.element) for e in found} == {(Drop, "dependent-person"), (Drop, "woman")}


def test_a_demand_that_no_list_can_answer_is_dropped_before_a_limb_is_added():
    dependent = evolve(CHILD, requires={"dependent-person": Evidence(words="a ward")})
    (only,) = edits(law(limb(), dependent))
    assert isinstance(only, Drop)
    assert only.element == "dependent-person"


def test_a_word_that_the_standard_does_not_know_forbids_no_drop():
    dependent = evolve(CHILD, requires={"dependent-person": Evidence(words="a ward")})
    (only,) = edits(law(limb(), dependent, acts=(*ACTS, "advertising")))
    assert isinstance(only, Drop)


def test_of_a_demand_that_may_be_gain_or_compulsion_one_is_dropped():
    lists = {"compelling": a_list("purpose", *PURPOSES, at="1(1)")}
    for_gain = limb(requires=("for-gain",), at="1(1)a")
    compelled = limb(purposes="compelling", requires=("victim-compelled",), at="1(1)b")
    child = evolve(CHILD, requires={})
    (only,) = edits(law(for_gain, compelled, child, lists=lists))
    assert isinstance(only, Drop)


def test_a_demand_is_dropped_of_the_words_the_standard_names_and_kept_of_the_others():
    by_compelling = {
        c.replace("-", "_"): Entry(words=c, requires={"for-gain": Evidence(words="for gain")})
        for c in ("organ-removal", "begging", "pornography")
    }
    purposes = a_list("purpose", *PURPOSES[:3], **by_compelling)
    (only,) = edits(law(limb(), CHILD, purposes=purposes))
    assert isinstance(only, Drop)
    assert set(only.keep) == {"begging", "pornography"}


# -- a word stands once ----------------------------------------------------------------------------------


def test_a_word_named_on_a_demand_is_freed_of_it_and_added_nowhere_else():
    # Ireland under the Directive: crimes for gain, and only where the act is liable to five years
    labour = a_list("purpose", *PURPOSES[1:], at="1(b)")
    crimes = a_list(
        "purpose",
        at="1(d)",
        prostitution_of_others=demanding("for-consideration", "dependent-person"),
    )
    of = law(
        limb(purposes="labour"), limb(purposes="crimes", at="1(d)"),
        limb(means=NOT_REQUIRED, purposes="labour", victims=("child",)),
        limb(means=NOT_REQUIRED, purposes="crimes", victims=("child",), at="1(d)"),
        lists={"labour": labour, "crimes": crimes},
    )  # fmt: skip
    found = edits(of)
    assert {e.element for e in found} == {"for-consideration", "dependent-person"}


def doubtful_purposes(services, demand, said):
    """The purposes, removal of organs by a doubtful word that makes a demand."""
    entry = Entry(
        words=services, mark="arguable", reading="of any kind",
        requires={demand: Evidence(words=said)},
    )  # fmt: skip
    return a_list("purpose", *PURPOSES[:3], organ_removal=entry)


def test_a_doubtful_entry_is_answered_by_the_word_itself():
    # Kazakhstan 2006: "other services", which may be sexual ones, and only for gain
    purposes = doubtful_purposes("other services", "for-gain", "for gain")
    found = gaps(law(limb(), CHILD, purposes=purposes), STANDARD, words=WORDS)
    assert advised(found) == words("purposes", "organ-removal")
    (only,) = (*found.missing, *found.doubtful)
    assert only.plain == ("organ-removal",)


def test_a_word_that_is_doubtful_in_two_lists_is_said_plainly_in_both():
    # Turkey: "dispatches" stands in the article and in that on children, and may be a transfer
    doubtful = Entry(words="dispatches", mark="arguable", reading="to another hand?")
    lists = {
        n: a_list("act", "recruitment", "transportation", "harbouring", "receipt", transfer=doubtful, at=at)
        for n, at in (("acts", "1"), ("child-acts", "1(3)"))
    }  # fmt: skip
    child = limb("child-acts", NOT_REQUIRED, victims=("child",), at="1(3)")
    found = gaps(law(limb(), child, acts=lists["acts"], lists=lists), STANDARD, words=WORDS)
    assert advised(found) == {Word(n, "transfer") for n in lists}


def test_a_doubtful_word_with_a_demand_forbids_no_word_elsewhere():
    # Canada: whoever is compelled to it, and only by its second reading: the demand is widened
    purposes = doubtful_purposes("services", "victim-compelled", "to believe that")
    found = gaps(law(limb(means=NOT_REQUIRED), purposes=purposes), STANDARD, words=WORDS)
    assert advised(found)
    assert not any(isinstance(e, Add) for e in advised(found))


def test_an_umbrella_is_one_edit_told_with_the_words_under_it():
    means = (*MEANS, "threat-of-force", "other-coercion")
    standard = law_of(
        offence("3", limb(), CHILD), acts=ACTS, means=means, purposes=PURPOSES, name="standard"
    )
    found = gaps(law(limb(), CHILD, means=("deception", "abuse-of-power")), standard, words=WORDS)
    (only,) = found.missing
    added = {e.concept for e in only.edits}
    assert "other-coercion" in added
    said = step(WORDS, only, found.standards)
    under = ("threat of force", "use of force")
    assert all(x in said and said.index(x) < said.index("other forms of coercion") for x in under)


def test_a_word_goes_to_the_list_of_its_kind_and_another_that_would_do_is_told():
    lists = {"labour": a_list("purpose", "forced-labour", at="1(b)")}
    others = tuple(p for p in PURPOSES if p not in ("slavery", "forced-labour"))
    of = law(
        limb(), limb(purposes="labour", at="1(b)"), CHILD,
        limb(means=NOT_REQUIRED, purposes="labour", victims=("child",), at="1(b)"),
        purposes=others, lists=lists,
    )  # fmt: skip
    for turned in (False, True):
        limbs = of.offences[0].limbs[::-1] if turned else of.offences[0].limbs
        one = evolve(of, offences=(evolve(of.offences[0], limbs=limbs),))
        found = gaps(one, STANDARD, words=WORDS)
        assert advised(found) == words("purposes", "slavery")
        assert found.missing[0].ties == (("1(b)", ("slavery",)),)


def test_a_definition_that_a_kidnapping_uses_too_is_widened_and_that_is_said():
    kidnapping = offence("5", limb(means=NOT_REQUIRED, at="5(3)"), kind="related")
    of = law_of(
        offence("1", limb(), CHILD), evolve(kidnapping, at="5(3)"), acts=ACTS, means=MEANS,
        purposes=PURPOSES[:3],
    )  # fmt: skip
    found = gaps(of, STANDARD, words=WORDS)
    assert advised(found) == words("purposes", "organ-removal")
    assert found.missing[0].also == ("5(3)",)


# -- a limb of its own ---------------------------------------------------------------------------------


def test_a_new_limb_takes_no_purpose_from_the_law_only_with_the_laws_own_acts():
    # only a sale is punished, for whatever purpose: who recruits by deception for none is not meant
    sale = limb("sales", NOT_REQUIRED, NOT_REQUIRED)
    of = law(sale, lists={"sales": a_list("act", "sale-or-purchase")})
    added = [e for e in edits(of) if isinstance(e, Add)]
    assert added
    assert all(e.limb.purposes != NOT_REQUIRED for e in added)


def test_the_standard_is_not_copied_where_words_would_do():
    # as one edit a copy of the treaty would always be the smallest
    of = law(limb(), CHILD, acts=ACTS[:2], means=MEANS[:1], purposes=PURPOSES[:1])
    assert edits(of) == {
        *words("acts", *ACTS[2:]), *words("means", *MEANS[1:]), *words("purposes", *PURPOSES[1:]),
    }  # fmt: skip


def test_no_edit_settles_what_no_edit_needs():
    free = limb(means=NOT_REQUIRED, mark="arguable", reading="so or so", at="1(4)")
    assert not any(isinstance(e, Settle) for e in edits(law(limb(), CHILD, free)))


# -- what forbids a word, and what does not --------------------------------------------------------------

SALES = {"sales": a_list("act", "sale-or-purchase", at="1(3)")}
TRADE = law_of(
    offence("3", limb()), acts=("recruitment", "sale-or-purchase"),
    purposes=("forced-labour", "organ-removal"), name="standard",
)  # fmt: skip


def test_a_limb_that_nobody_has_seen_forbids_no_word():
    # a paragraph on organs is known from a report alone: whether it needs means was not seen
    lists = {"organs": a_list("purpose", "organ-removal", at="2")}
    free, others = limb(means=NOT_REQUIRED), PURPOSES[:3]
    organs = limb(purposes="organs", at="2")
    assert edits(law(free, organs, purposes=others, lists=lists)) != words(
        "purposes", "organ-removal"
    )
    unseen = evolve(organs, mark="unseen")
    assert edits(law(free, unseen, purposes=others, lists=lists)) == words(
        "purposes", "organ-removal"
    )


def test_a_purpose_may_go_to_a_sale_without_means_where_nobody_else_punishes_the_sale():
    sale = limb("sales", NOT_REQUIRED, "aims", at="1(3)")
    lists = {**SALES, "aims": a_list("purpose", "forced-labour", at="1(3)")}
    of = law(
        limb(), sale, acts=("recruitment",), means=("deception",),
        purposes=("forced-labour", "organ-removal"), lists=lists,
    )  # fmt: skip
    assert edits(of, TRADE) == words("aims", "organ-removal")
    with_means = limb("sales", "means", "purposes", at="1(4)")
    of = evolve(of, offences=(offence("1", limb(), sale, with_means),))
    assert edits(of, TRADE) == set(), "that limb has it, by means"


def test_an_act_that_another_limb_has_with_means_is_not_moved_though_they_share_none():
    lists = {
        "kept": a_list("act", "harbouring", at="2"),
        "few": a_list("purpose", *PURPOSES[:2], at="1(b)"),
    }
    free = limb("kept", NOT_REQUIRED, at="2")
    of = law(limb(purposes="few"), free, acts=("transfer",), lists=lists)
    standard = law_of(
        offence("3", limb()), acts=("transfer", "harbouring"), means=MEANS, purposes=PURPOSES,
        name="standard",
    )  # fmt: skip
    assert edits(of, standard) == words("few", *PURPOSES[2:])


def test_a_limb_forbids_a_word_wherever_it_stands_among_the_others():
    lists = {
        "labour": a_list("purpose", "forced-labour", at="2"),
        "organs": a_list("purpose", "organ-removal", at="3"),
    }
    free, others = limb(means=NOT_REQUIRED), PURPOSES[:3]
    labour, organs = limb(purposes="labour", at="2"), limb(purposes="organs", at="3")
    for limbs in ((free, labour, organs), (organs, labour, free)):
        of = law(*limbs, purposes=others, lists=lists)
        assert Word("purposes", "organ-removal") not in edits(of)


def test_a_limb_that_nobody_has_seen_forbids_no_demand_to_be_dropped():
    woman = limb(means=NOT_REQUIRED, requires=("woman",))
    (only,) = edits(law(woman, limb(mark="unseen", at="2")))
    assert (type(only), only.element) == (Drop, "woman")
    assert edits(
        law(woman, limb(purposes="few", at="2"), lists={"few": a_list("purpose", "slavery")})
    ) != {only}


def test_a_word_that_overlaps_with_what_another_limb_names_is_not_taken_over_from_it():
    # slave labour may be forced labour: so the limb with means does not name forced labour
    lists = {
        "kept": a_list("act", "harbouring", at="2"),
        "slaves": a_list("purpose", "slave-labour", at="2"),
    }
    free = limb(means=NOT_REQUIRED)
    of = law(
        free, limb("kept", "means", "slaves", at="2"), lists=lists,
        acts=("recruitment", "harbouring"), purposes=("organ-removal",),
    )  # fmt: skip
    standard = law_of(
        offence("3", limb()), acts=("recruitment",), means=MEANS, name="standard",
        purposes=("organ-removal", "forced-labour"),
    )  # fmt: skip
    assert edits(of, standard) == words("purposes", "forced-labour")
    named = {**lists, "slaves": a_list("purpose", "forced-labour", at="2")}
    of = evolve(of, lists={**of.lists, **named})
    assert edits(of, standard) != words("purposes", "forced-labour")


# -- of several lists ------------------------------------------------------------------------------------


def two_groups(first, second, *, order=("one", "two"), marks=("stated", "stated")):
    """A law with two limbs on the same acts, by the same means, for purposes of two kinds."""
    kinds = {"one": (first, "1(a)"), "two": (second, "1(b)")}
    lists = {name: a_list("purpose", *kinds[name][0], at=kinds[name][1]) for name in order}
    reading = {"stated": None}
    limbs = [
        limb(purposes=name, at=at, mark=mark, reading=reading.get(mark, "so or so"))
        for (name, (_, at)), mark in zip(kinds.items(), marks, strict=True)
    ]
    return law(*limbs, lists=lists)


ADULTS = law_of(
    offence("3", limb()), acts=ACTS, means=MEANS, purposes=PURPOSES, name="standard"
)  # fmt: skip


def test_a_word_goes_to_its_kind_wherever_the_list_stands_in_the_record():
    many, one = ("prostitution-of-others", "forced-labour"), ("slavery",)
    for order in (("one", "two"), ("two", "one")):
        assert edits(two_groups(many, one, order=order), ADULTS) == words("one", "organ-removal")
        assert edits(two_groups(one, many, order=order), ADULTS) == words("two", "organ-removal")


def test_a_word_goes_to_a_limb_that_is_certain_before_it_goes_to_its_kind():
    many = ("prostitution-of-others", "forced-labour")
    doubtful = two_groups(("slavery",), many, marks=("stated", "arguable"))
    needed = {e for s in gaps(doubtful, ADULTS, words=WORDS).missing for e in s.edits}
    assert needed == words("one", "organ-removal")


def test_of_two_lists_as_good_the_first_of_the_record_has_the_word_and_the_other_is_told():
    pairs = ("prostitution-of-others",), ("forced-labour", "slavery")[:1]
    three = law_of(
        offence("3", limb()), acts=ACTS, means=MEANS, name="standard",
        purposes=("prostitution-of-others", "forced-labour", "organ-removal"),
    )  # fmt: skip
    for order in (("one", "two"), ("two", "one")):
        found = gaps(two_groups(*pairs, order=order), three, words=WORDS)
        assert advised(found) == words(order[0], "organ-removal")
        (ties,) = found.missing[0].ties
        assert ties == ({"one": "1(a)", "two": "1(b)"}[order[1]], ("organ-removal",))


def test_of_two_lists_as_good_the_limb_that_asks_more_has_the_word():
    lists = {
        "one": a_list("purpose", "prostitution-of-others", at="1(a)"),
        "two": a_list("purpose", "forced-labour", at="1(b)"),
    }
    free = limb(means=NOT_REQUIRED, purposes="one", at="1(a)")
    of = law(free, limb(purposes="two", at="1(b)"), lists=lists)
    standard = law_of(
        offence("3", limb()), acts=ACTS, means=MEANS, name="standard",
        purposes=("prostitution-of-others", "forced-labour", "organ-removal"),
    )  # fmt: skip
    assert edits(of, standard) == words("two", "organ-removal")


def test_where_a_word_would_do_as_well_is_told_beside_other_words_too():
    of = two_groups(("prostitution-of-others",), ("forced-labour",))
    means = a_list("means", *MEANS[1:])
    three = law_of(
        offence("3", limb()), acts=ACTS, means=MEANS, name="standard",
        purposes=("prostitution-of-others", "forced-labour", "organ-removal"),
    )  # fmt: skip
    found = gaps(evolve(of, lists={**of.lists, "means": means}), three, words=WORDS)
    assert advised(found) == words("means", "use-of-force") | words("one", "organ-removal")
    assert [s.ties for s in found.missing if words("one", "organ-removal") & set(s.edits)] == [
        (("1(b)", ("organ-removal",)),)
    ]


def test_limbs_on_two_kinds_of_victim_are_each_given_what_they_lack():
    lists = {"one": a_list("purpose", *PURPOSES[:3]), "two": a_list("purpose", *PURPOSES[1:])}
    of = law(
        limb(purposes="one", victims=("adult",)),
        limb(purposes="two", victims=("incapacitated",), at="1(b)"), CHILD, lists=lists,
    )  # fmt: skip
    assert edits(of) == words("one", PURPOSES[3]) | words("two", PURPOSES[0])


def test_one_doubtful_limb_is_settled_rather_than_two_words_added():
    free_of_doubt, doubtful = (
        ("prostitution-of-others", "forced-labour"),
        ("slavery", "organ-removal"),
    )
    of = two_groups(free_of_doubt, doubtful, marks=("stated", "arguable"))
    assert edits(of, ADULTS) == {Settle(0, 1)}
    one = two_groups((*free_of_doubt, "slavery"), ("organ-removal",), marks=("stated", "arguable"))
    assert edits(one, ADULTS) == {Settle(0, 1)}, "the word would stand twice"


# -- a limb of its own, of what it is made ----------------------------------------------------------------


def added(version, standard=STANDARD):
    return sorted((e for e in edits(version, standard) if isinstance(e, Add)), key=str)


def test_a_law_that_needs_neither_means_nor_purpose_gets_the_standards_means_and_no_purpose():
    # Korea: whoever receives or transports a person who was sold; a sale needs means and a purpose
    sold = {"requires": ("victim-abducted-or-sold",), "at": "292(1)"}
    held = limb(means=NOT_REQUIRED, purposes=NOT_REQUIRED, **sold)
    of = law(held, limb("sales", at="289"), acts=(*ACTS, "sale-or-purchase"), lists=SALES)
    child, everybody = sorted(added(of), key=lambda e: len(e.victims))
    assert (child.limb.acts, child.limb.means) == ("acts", NOT_REQUIRED)
    assert child.limb.purposes == everybody.limb.purposes == NOT_REQUIRED
    assert (everybody.like, everybody.beside, everybody.limb.acts) == ("3", "292(1)", "acts")
    ((name, means),) = everybody.lists
    assert everybody.limb.means == name
    assert set(means.entries) == set(MEANS)


def test_a_new_limb_stands_beside_the_one_whose_lists_serve_and_takes_them_as_they_are():
    sale = limb("sales", NOT_REQUIRED, NOT_REQUIRED, at="1(0)")
    of = law(sale, limb(victims=GROWN), lists=SALES)
    (only,) = added(of)
    assert (only.victims, only.names, only.lists) == (
        ("child",), ("acts", NOT_REQUIRED, "purposes"), (),
    )  # fmt: skip
    assert only.beside == "1"
    (unseen,) = added(law(limb(victims=GROWN, mark="unseen")))
    assert unseen.names == ("acts", NOT_REQUIRED, "purposes"), "where nothing better was seen"


def test_of_a_limb_on_sales_a_new_one_takes_means_and_purposes_and_not_the_acts():
    (only,) = added(law(limb("sales"), lists=SALES), ADULTS)
    ((name, acts),) = only.lists
    assert only.names == (name, "means", "purposes")
    assert tuple(acts.entries) == ACTS


def test_a_new_limb_demands_what_that_of_the_standard_demands():
    theirs = evolve(CHILD, requires={"cross-border": Evidence(words="across a border")})
    standard = law_of(
        offence("3", limb(victims=GROWN), theirs), acts=ACTS, means=MEANS, purposes=PURPOSES,
        name="standard",
    )  # fmt: skip
    (only,) = added(law(limb(victims=GROWN)), standard)
    assert list(only.limb.requires) == ["cross-border"]


def test_words_that_leave_room_are_not_copied_from_the_standard():
    # a law that punishes a sale alone has no list that the standard's acts could go to
    listed = {"acts": ACTS, "means": MEANS, "purposes": PURPOSES}
    roles = {"acts": "act", "means": "means", "purposes": "purpose"}
    heading = Entry(words="exploitation")
    open_ = {
        name: evolve(
            a_list(roles[name], *some, at="3", unlisted="open"), opening_gloss="at a minimum",
            lang="fr",
        )
        for name, some in listed.items()
    }  # fmt: skip
    doubtful = Entry(words="obtains", mark="arguable", reading="or not?")
    open_["acts"] = evolve(open_["acts"], entries={**open_["acts"].entries, "obtaining": doubtful})
    open_["purposes"] = evolve(
        open_["purposes"], entries={"exploitation": heading, **open_["purposes"].entries}
    )
    standard = law_of(offence("3", limb(), CHILD), name="standard", **open_)
    of = law(limb("sales", NOT_REQUIRED, NOT_REQUIRED), lists=SALES)
    copied = {n: x for e in added(of, standard) for n, x in e.lists}
    assert {tuple(x.entries) for x in copied.values()} == {ACTS, MEANS, PURPOSES}
    for name, fresh in copied.items():
        assert name.startswith("standard@2012-01-01 ")
        assert name[-1] in "01", "which of its limbs"
        assert (fresh.unlisted, fresh.opening, fresh.opening_gloss) == ("absent", None, None)
        assert (fresh.source, fresh.lang) == (standard.source, "fr")
    plain = law_of(offence("3", limb(), CHILD), name="standard", lang="es", **listed)
    assert {x.lang for e in added(of, plain) for _, x in e.lists} == {"es"}


# -- what is asked at each stage --------------------------------------------------------------------------


def test_what_a_wide_word_has_beside_its_forms_is_not_needed_and_would_settle():
    means = (*MEANS, "threats", "other-coercion")
    standard = law_of(
        offence("3", limb()), acts=ACTS, means=means, purposes=PURPOSES, name="standard"
    )
    under = tuple(WORDS.leaves("other-coercion", "draft") - {"other-coercion"})
    found = gaps(law(limb(), means=(MEANS[0], *MEANS[2:], *under)), standard, words=WORDS)
    missing = {e.concept for s in found.missing for e in s.edits}
    assert missing == {"deception"}
    assert {e.concept for s in found.doubtful for e in s.edits} == {"other-coercion"}


def test_a_demand_that_a_purpose_means_already_is_not_dropped_for_it():
    # the exploitation of the prostitution of others is for gain
    gain = law(limb(requires=("for-gain",)), purposes=PURPOSES[:1], means=MEANS[1:])
    standard = law_of(
        offence("3", limb()), acts=ACTS, means=MEANS, purposes=PURPOSES[:1], name="standard"
    )
    assert edits(gain, standard) == words("means", "use-of-force")
    assert {type(e) for e in edits(gain, ADULTS)} == {Drop, Word}


def test_a_doubtful_limb_is_not_settled_where_nothing_of_it_was_read():
    unread = {
        n: a_list(role, unlisted="silent")
        for n, role in (("a", "act"), ("m", "means"), ("p", "purpose"))
    }
    of = law(limb("a", "m", "p", mark="arguable", reading="of this kind?"), lists=unread)
    found = gaps(of, ADULTS, words=WORDS)
    assert advised(found) == set()
    assert found.unsettled


def test_a_doubtful_word_is_not_said_plainly_where_the_list_was_not_read_to_its_end():
    doubtful = Entry(words="by cheating", mark="arguable", reading="or of games alone?")
    means = a_list("means", *MEANS[:1], *MEANS[2:], deception=doubtful, unlisted="silent")
    assert edits(law(limb(), means=means), ADULTS) == set()
    closed = evolve(means, unlisted="absent", to_read=None)
    assert edits(law(limb(), means=closed), ADULTS) == words("means", "deception")


def test_a_word_that_was_not_seen_does_not_make_a_list_the_home_of_its_kind():
    unseen = {
        n.replace("-", "_"): Entry(mark="unseen", at="1(a)") for n in ("begging", "servitude")
    }
    lists = {
        "one": a_list("purpose", "pornography", at="1(a)", **unseen),
        "two": a_list("purpose", "forced-labour", at="1(b)"),
    }
    of = law(limb(purposes="one"), limb(purposes="two", at="1(b)"), lists=lists)
    asks = ("forced-labour", "begging", "servitude", "organ-removal")
    standard = law_of(offence("3", limb()), acts=ACTS, means=MEANS, purposes=asks, name="standard")
    assert edits(of, standard) == words("two", "organ-removal")


def test_where_children_alone_need_no_means_compulsion_is_simply_no_longer_demanded():
    compelled = Entry(
        words="organs", requires={"victim-compelled": Evidence(words="obligar", gloss="to oblige")}
    )
    purposes = a_list("purpose", *PURPOSES[:3], organ_removal=compelled)
    (only,) = edits(
        law(
            limb(purposes="others"),
            CHILD,
            purposes=purposes,
            lists={"others": a_list("purpose", *PURPOSES)},
        )
    )
    assert (type(only), only.victims) == (Drop, ())
    free = law(limb(means=NOT_REQUIRED), purposes=purposes)
    widened, freed = sorted(edits(free), key=lambda e: len(e.victims), reverse=True)
    assert (type(widened), widened.victims, widened.said.gloss) == (Widen, GROWN, "to oblige")
    assert (type(freed), freed.victims, freed.said.gloss) == (Free, ("child",), "to oblige")


# -- no two lines are the same sentence ------------------------------------------------------------------


def two_lists(at, **of_second):
    """A law that needs a means, whose purposes stand in two lists; and it says nothing of a child."""
    first, second = PURPOSES[:2], PURPOSES[2:]
    lists = {"more": a_list("purpose", *second, at=at)}
    also = evolve(limb(purposes="more", at="1"), **of_second)
    return law(limb(), also, purposes=first, lists=lists)


def told(of):
    found = gaps(of, STANDARD, words=WORDS)
    return [step(WORDS, s, found.standards, beyond="") for s in (*found.missing, *found.doubtful)]


def test_limbs_to_be_added_are_told_apart_by_where_their_lists_stand():
    # Hungary: the purposes stand in 192(2) and in 192(4)
    say = "punish also, against a child, as in Standard 1(2): the acts of 1, no means needed, "
    purposes = [line.removeprefix(say) for line in told(two_lists("1(4)"))]
    assert sorted(purposes) == ["the purposes of 1", "the purposes of 1(4)"]


def test_limbs_to_be_added_whose_lists_stand_at_one_place_are_one_step():
    of = two_lists("1")
    found = gaps(of, STANDARD, words=WORDS)
    (only,) = found.missing
    assert len(only.edits) == 2
    assert found.suffices
    assert len(told(of)) == 1


def test_doubtful_limbs_of_one_place_with_one_reading_are_settled_in_one_step():
    doubt = {"mark": "arguable", "reading": "as well as"}
    of = two_lists("1(4)", **doubt)
    both = tuple(
        evolve(o, limbs=(*(evolve(x, **doubt) for x in o.limbs), CHILD, evolve(CHILD, purposes="more")))
        for o in of.offences
    )  # fmt: skip
    found = gaps(evolve(of, offences=both), STANDARD, words=WORDS)
    (only,) = found.doubtful
    assert {type(e) for e in only.edits} == {Settle}
    assert len(only.edits) == 2
    assert told(evolve(of, offences=both)) == ["settle: as well as"]


# -- what an amendment promises, each by an example --------------------------------------------------------


def lines(of, standard=STANDARD):
    return str(gaps(of, standard, words=WORDS)).splitlines()


def without(*gone, facet="purposes"):
    """The standard as a law, without some words of one list."""
    every = {"acts": ACTS, "means": MEANS, "purposes": PURPOSES}[facet]
    return law(limb(), CHILD, **{facet: tuple(x for x in every if x not in gone)})


def test_a_law_that_lacks_slavery_is_told_no_and_one_that_lacks_nothing_yes():
    printed = lines(without("slavery"))
    assert "The definition (1, 3): Draft does not reach all that Standard punishes." in printed
    assert "  gap: any victim - purpose: slavery: not reached" in printed
    whole = lines(without())
    assert "The definition (1, 3): Draft reaches all that Standard punishes." in whole
    assert "Nothing of the definition (1, 3) is to be amended." in whole


def test_of_two_missing_words_neither_can_be_left_out():
    printed = " ".join(lines(without("slavery", "forced-labour")))
    assert "without any one of them something is." in printed
    for left in ("slavery", "forced-labour"):
        assert f"purpose: {WORDS.label(left)}: not reached" in " ".join(lines(without(left)))


def test_where_the_law_says_or_other_forms_nothing_is_missing_and_the_word_would_settle_it():
    other = a_list("purpose", *PURPOSES[:2], unlisted="open")
    found = gaps(law(limb(), CHILD, purposes=other), STANDARD, words=WORDS)
    assert found.missing == ()
    (only,) = found.doubtful
    assert (
        step(WORDS, only, found.standards) == "add 'slavery', 'removal of organs' to the purposes"
    )


def test_in_which_order_a_code_has_its_paragraphs_changes_no_line():
    of = two_lists("1(4)")
    (whole,) = of.offences
    turned = evolve(
        of,
        offences=(evolve(whole, limbs=whole.limbs[::-1]),),
        lists=dict(reversed(list(of.lists.items()))),
    )
    assert sorted(told(turned)) == sorted(told(of))


def test_the_convention_without_slavery_wants_slavery_alone_wherever_its_list_is_used():
    coe = provisions.get("CoE")
    name = next(n for n, x in coe.lists.items() if x.role == "purpose")
    kept = {c: e for c, e in coe.lists[name].entries.items() if c != "slavery"}
    closed = evolve(coe.lists[name], entries=kept, unlisted="absent", opening=None)
    less = evolve(coe, lists={**coe.lists, name: closed})
    found = gaps(less, coe, words=WORDS)
    assert [step(WORDS, s, found.standards) for s in found.missing] == [
        "add 'slavery' to the purposes"
    ]


def test_who_adds_one_of_two_words_is_told_the_other_alone():
    assert told(without("slavery", "forced-labour")) == [
        "add 'forced labour or services', 'slavery' to the purposes"
    ]
    assert told(without("slavery")) == ["add 'slavery' to the purposes"]


def test_a_definition_that_was_not_read_is_to_be_read_and_not_to_be_amended():
    unread = a_list("purpose", *PURPOSES[:3], unlisted="silent")
    found = gaps(law(limb(), CHILD, purposes=unread), STANDARD, words=WORDS)
    assert (found.missing, found.doubtful) == ((), ())
    (place,) = found.not_read
    assert to_read(WORDS, place) == "removal of organs"


def test_a_word_that_stands_in_the_law_for_other_acts_is_added_where_its_act_is_short():
    # receipt is punished for slavery alone: slavery and all else stand in the law
    lists = {
        "taking": a_list("act", "receipt", at="2"),
        "slave": a_list("purpose", "slavery", at="2"),
    }
    of = law(
        limb(), CHILD, limb("taking", purposes="slave", at="2"),
        limb("taking", NOT_REQUIRED, "slave", ("child",), at="2"),
        acts=ACTS[:-1], lists=lists,
    )  # fmt: skip
    (only,) = gaps(of, STANDARD, words=WORDS).missing
    assert step(WORDS, only, (STANDARD,)).startswith("add 'receipt' to the acts")


def test_two_copies_of_a_list_of_acts_are_two_places_with_the_same_word():
    lists = {"again": a_list("act", *ACTS[:-1], at="2")}
    child = evolve(CHILD, acts="again", at="2")
    found = gaps(law(limb(), child, acts=ACTS[:-1], lists=lists), STANDARD, words=WORDS)
    said = [(s.at, step(WORDS, s, found.standards)) for s in found.missing]
    assert said == [("1", "add 'receipt' to the acts"), ("2", "add 'receipt' to the acts")]


def test_where_nothing_is_to_be_amended_and_the_answer_is_no_yes_a_place_is_to_be_read():
    armenia = gaps("Armenia@2011-03-01", "CoE", words=WORDS)
    assert armenia.verdict.verdict == "undetermined"
    assert (armenia.missing, armenia.doubtful) == ((), ())
    first = armenia.not_read[0]
    assert first.at == "132.2, text not seen"
    assert to_read(WORDS, first).startswith("no means needed: ")
