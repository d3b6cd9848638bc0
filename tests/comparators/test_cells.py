"""What a cell says where limbs differ, where a rule follows, where a text was read whole."""

import pytest
from told import told

import provisions
from comparators.findings import find
from comparators.law import laws
from comparators.marks import Under

HEAD = """
name = "Draft"
kind = "national-law"
source = "coe"
read = 2026-11-26
dating = "A draft."
[in_force]
since = 2012-01-01
[nothing_on]
"aggravating, penalty, non-punishment, related" = "1-6"
"""


def a_list(name, role, at, entries, unlisted='unlisted = "absent"'):
    rows = "\n".join(
        f"{c} = {w}" if w.startswith("{") else f'{c} = "{w}"' for c, w in entries.items()
    )
    head = f'[lists.{name}]\nrole = "{role}"\nat = "{at}"\n{unlisted}\n'
    return f"{head}[lists.{name}.entries]\n{rows}\n"


ACTS = a_list("acts", "act", "1", {"recruitment": "recruits", "transfer": "transfers"})
MEANS = a_list("means", "means", "2", {"deception": "deception", "fraud": "fraud"})
LABOUR = a_list("labour", "purpose", "3", {"forced-labour": "labour"})
ORGANS = a_list("organs", "purpose", "4", {"organ-removal": "organs"})


def offence(*limbs):
    rows = ",\n".join(limbs)
    return f'[[offences]]\nid = "5"\nkind = "trafficking"\nat = "5"\nlimbs = [{rows}]\n'


@pytest.fixture
def cell(tmp_path):
    def asked(facet, concept, *parts, head=HEAD):
        path = tmp_path / "draft.toml"
        path.write_text(head + "\n".join(parts), encoding="utf-8")
        (law,) = laws([provisions.load(path)])
        found = find(law, facet, concept)
        return found.status, found.rest, told(found, law.words)

    return asked


NEEDS = '{ acts = "acts", means = "means", purposes = "labour" }'
FREE = '{ acts = "acts", means = "not-required", purposes = "labour" }'


@pytest.mark.parametrize(
    ("concept", "says"),
    [
        ("abuse-of-power", ("partial", "absent", "not required; for removal of organs: no (2)")),
        ("deception", ("covered", None, "not required; for removal of organs: 2")),
    ],
)
def test_where_limbs_differ_by_purpose_the_cell_says_for_which(cell, concept, says):
    organs = '{ acts = "acts", means = "means", purposes = "organs" }'
    assert cell("means", concept, ACTS, MEANS, LABOUR, ORGANS, offence(FREE, organs)) == says


@pytest.mark.parametrize(
    ("element", "whom"),
    [("woman", "against a woman"), ("victim-under-21", "against a person under twenty-one")],
)
def test_where_they_differ_by_a_demand_it_says_against_whom(cell, element, whom):
    words = f'requires = {{ {element} = {{ words = "such a victim" }} }}'
    demand = f'{{ at = "1(3)", victims = ["adult"], {words}, {FREE[2:]}'
    parts = (ACTS, MEANS, LABOUR, offence(NEEDS, demand))
    status, rest, says = cell("means", "abuse-of-power", *parts)
    assert (status, rest) == ("partial", "absent")
    assert says == f"no (2); not required {whom} (1(3))"
    assert cell("means", "fraud", *parts) == ("covered", None, f"2; not required {whom} (1(3))")


def test_where_they_differ_by_their_acts_it_says_for_which(cell):
    sale = a_list("sale", "act", "6", {"sale-or-purchase": "sells"})
    bare = '{ acts = "sale", means = "not-required", purposes = "labour" }'
    parts = (ACTS, sale, MEANS, LABOUR, offence(NEEDS, bare))
    said = ("absent", None, "no (2); not required for sale or purchase")
    assert cell("means", "abuse-of-power", *parts) == said


def test_a_limb_without_acts_of_its_own_is_told_by_its_pinpoint(cell):
    silent = 'unlisted = "silent"\nto_read = "7"'
    unnamed = a_list("unnamed", "act", "6", {}, silent)
    bare = '{ at = "12", acts = "unnamed", means = "not-required", purposes = "labour" }'
    parts = (ACTS, unnamed, MEANS, LABOUR, offence(NEEDS, bare))
    assert cell("means", "fraud", *parts) == ("covered", None, "2; not required by 12")


def test_one_limb_that_needs_nothing_with_the_same_acts_and_purposes_is_enough(cell):
    parts = (ACTS, MEANS, LABOUR, offence(NEEDS, FREE))
    assert cell("means", "abduction", *parts) == ("not-required", None, "not required (5)")


def test_what_is_demanded_contradicts_what_would_follow_without_it(cell):
    crossing = 'requires = { cross-border = { words = "into another State" } }'
    limb = f"{{ {crossing}, {NEEDS[2:]}"
    parts = (ACTS, MEANS, LABOUR)
    said = ("absent", None, "no: crossing a State border is demanded (5)")
    assert cell("element", "national-trafficking", *parts, offence(limb)) == said
    assert cell("element", "national-trafficking", *parts, offence(NEEDS))[0] == "implied"
    moved = '{ words = "moves", requires = { cross-border = { words = "abroad" } } }'
    acts = a_list("acts", "act", "1", {"recruitment": "recruits", "transfer": moved})
    found = cell("element", "national-trafficking", acts, MEANS, LABOUR, offence(NEEDS))
    assert found == (
        "partial",
        "absent",
        "in part: crossing a State border is demanded for transfer (1)",
    )


def test_a_heading_that_is_not_used_is_no_lack_where_the_forms_are_listed(cell):
    parts = (ACTS, MEANS, LABOUR, offence(NEEDS))
    said = ("not-required", None, "not used: the forms are listed (3)")
    assert cell("purpose", "exploitation", *parts) == said
    silent = a_list(
        "labour", "purpose", "3", {"forced-labour": "labour"}, 'unlisted = "silent"\nto_read = "9"'
    )
    found = cell("purpose", "exploitation", ACTS, MEANS, silent, offence(NEEDS))
    assert found[0] == "silent", "it may stand where nobody has read"


def test_a_word_with_a_demand_in_an_open_list_is_in_part_and_the_rest_open(cell):
    words = '{ words = "organs", requires = { against-the-will = { words = "forced" } } }'
    opened = 'unlisted = "open"\nopening = "shall include"'
    organs = a_list("labour", "purpose", "3", {"organ-removal": words}, opened)
    found = cell("purpose", "organ-removal", ACTS, MEANS, organs, offence(NEEDS))
    assert found[:2] == ("partial", "open")
    assert found[2].endswith('; the rest open: "shall include" (3)')


def test_a_text_read_whole_is_never_not_known(cell):
    head = HEAD.replace('"aggravating', '"element, means, purpose, aggravating')
    for facet, concept in (
        ("element", "recruitment"),
        ("element", "for-gain"),
        ("element", "child-without-means"),
        ("means", "fraud"),
        ("purpose", "slavery"),
    ):
        assert cell(facet, concept, head=head) == ("absent", None, "no (1-6)"), concept


def test_a_doubtful_limb_leaves_its_words_named_and_one_that_was_not_seen_does_not(cell):
    doubt = f'{{ mark = "arguable", reading = "or not", {NEEDS[2:]}'
    unseen = f'{{ mark = "unseen", at = "9", {NEEDS[2:]}'
    parts = (ACTS, MEANS, LABOUR)
    assert cell("means", "fraud", *parts, offence(doubt))[0] == "covered"
    assert cell("means", "fraud", *parts, offence(unseen))[0] == "silent"
    assert cell("means", "fraud", *parts, offence(unseen, NEEDS))[0] == "covered"


def test_what_one_limb_needs_and_another_like_it_does_not_is_not_required_by_that_one(cell):
    draft = (
        ACTS,
        MEANS,
        LABOUR,
        offence(
            NEEDS.replace("{ acts", '{ at = "13", acts'),
            FREE.replace("{ acts", '{ at = "12", acts'),
        ),
    )
    for concept in ("fraud", "abuse-of-power"):
        assert cell("means", concept, *draft) == ("not-required", None, "not required by 12")


def test_what_no_limb_needs_is_not_required_without_more(cell):
    assert cell("means", "fraud", ACTS, LABOUR, offence(FREE)) == (
        "not-required", None, "not required (5)"
    )  # fmt: skip


# -- what was not seen -----------------------------------------------------------------------------


@pytest.mark.parametrize("concept", ["begging", "servitude", "slave-labour", "peonage"])
def test_what_hangs_on_a_word_that_was_not_seen_is_not_known(cell, concept):
    """Nobody knows whether the word is there at all: less is known than where it is, and doubtful."""
    words = {
        mark: a_list("labour", "purpose", "3", {"forced-labour, debt-bondage": said})
        for mark, said in (
            ("stated", '{ words = "labour" }'),
            ("unseen", '{ at = "9", mark = "unseen" }'),
        )
    }
    words = {m: w.replace("forced-labour, debt-bondage", '"forced-labour, debt-bondage"')
             for m, w in words.items()}  # fmt: skip
    said = {m: cell("purpose", concept, ACTS, MEANS, w, offence(NEEDS)) for m, w in words.items()}
    assert said["stated"][0] == "open"
    assert said["unseen"] == ("silent", None, "not known; read 9")
    absent = cell("purpose", "organ-removal", ACTS, MEANS, words["unseen"], offence(NEEDS))
    assert absent[0] == "absent", "nothing joins it with the word that was not seen"


TIERED = offence(NEEDS).rstrip() + '\ntiers = [{ at = "6", circumstances = "graver" }]\n'
OTHER = HEAD.replace("aggravating, ", "")


@pytest.mark.parametrize(
    ("graver", "concept", "says"),
    [
        (
            {"organised-group": "by an organised group"},
            "several-perpetrators",
            "in part: organised group (6)",
        ),
        (
            {
                "pregnant-victim": '{ words = "pregnant", requires = { known-to-offender = "known" } }'
            },
            "pregnant-victim",
            "in part: only known to the offender (6)",
        ),
    ],
)
def test_the_rest_of_a_circumstance_may_stand_in_a_general_part_that_was_not_read(
    cell, graver, concept, says
):
    parts = (ACTS, MEANS, LABOUR, a_list("graver", "aggravating", "6", graver), TIERED)
    found = cell("aggravating", concept, *parts, head=OTHER)
    assert found == ("partial", "silent", f"{says}; the rest not in the sections read")
    chapter = '[[chapters]]\nchapter = "general-part"\nread = "full"\nat = "1-90"\n'
    found = cell("aggravating", concept, *parts, chapter, head=OTHER)
    assert found == ("partial", "absent", says)


# -- what only a graver form has, and what only its own words demand --------------------------------


def restating(concept, role):
    said = f'{{ words = "such", restates = "{role}" }}'
    return a_list("graver", "aggravating", "6", {concept: said})


@pytest.mark.parametrize(
    ("role", "concept", "facet"),
    [("purpose", "organ-removal", "purpose"), ("means", "abduction-by-force", "means"),
     ("means", "blackmail", "means"), ("purpose", "illegal-adoption", "purpose")],
)  # fmt: skip
def test_what_only_a_graver_form_has_that_says_the_acts_again_is_open(cell, role, concept, facet):
    parts = (ACTS, MEANS, LABOUR, restating(concept, role), TIERED)
    said = cell(facet, concept, *parts, head=OTHER)
    assert said == ("open", None, "open: arguable (6); in a graver form only")
    settled = parts[3].replace(
        '"such"', '"such", settled_by = { at = "Plenum, 7", words = "again" }'
    )
    found = cell(facet, concept, ACTS, MEANS, LABOUR, settled, TIERED, head=OTHER)
    assert found == ("covered", None, "6; in a graver form only")
    plain = a_list("graver", "aggravating", "6", {concept: '{ words = "such" }'})
    bare = cell(facet, concept, ACTS, MEANS, LABOUR, plain, TIERED, head=OTHER)
    assert bare[0] == "absent", "it only aggravates"


def test_a_graver_form_adds_nothing_where_the_base_needs_nothing_of_the_kind(cell):
    parts = (ACTS, LABOUR, restating("blackmail", "means"), TIERED.replace(NEEDS, FREE))
    assert cell("means", "blackmail", *parts, head=OTHER)[0] == "not-required"


def test_crossing_demanded_of_words_that_nobody_asks_for_is_no_lack(tmp_path):
    """Kazakhstan, 128(3): what is taken across a border *to be sold*; all the rest needs no border."""
    words = '{ words = "to sell", requires = { cross-border = { words = "abroad" } } }'
    purposes = a_list(
        "labour", "purpose", "3", {"forced-labour": "labour", "sale-to-another": words}
    )
    for name, entries, mark in (
        ("a", purposes, "✓"),
        ("b", purposes.replace("forced-labour = ", "slavery = ").replace("sale-to-another", "forced-labour"), "◐"),
    ):  # fmt: skip
        path = tmp_path / f"{name}.toml"
        path.write_text(HEAD + "\n".join((ACTS, MEANS, entries, offence(NEEDS))), encoding="utf-8")
        law, coe = laws([provisions.load(path), "CoE"])
        found = find(law, "element", "national-trafficking")
        assert (found.status, found.rest) == ("partial", "absent")
        assert "demanded for" in told(found, law.words)
        assert Under(law, (coe,)).marked("element", "national-trafficking").mark == mark


def test_a_separate_graver_offence_of_another_kind_aggravates(cell):
    """Kazakhstan, 125(3): kidnapping for exploitation."""
    taken = a_list("taken", "act", "7", {"abduction": "kidnapping"})
    graver = a_list("graver", "aggravating", "7", {"abduction": "kidnapping"})
    other = (
        '[[offences]]\nid = "7"\nkind = "related"\nat = "7"\ngraver_for = "graver"\n'
        'limbs = [{ acts = "taken", means = "not-required", purposes = "labour" }]\n'
    )
    parts = (ACTS, MEANS, LABOUR, taken, graver, offence(NEEDS), other)
    assert cell("aggravating", "abduction", *parts, head=OTHER) == ("covered", None, "7")
    without = (*parts[:4], offence(NEEDS), other.replace('graver_for = "graver"\n', ""))
    assert cell("aggravating", "abduction", *without)[0] == "silent"


def test_a_part_that_follows_from_a_wider_word_is_told_by_its_own_name(cell):
    """The prostitution of others is a commercial sex act; sexual exploitation is one on a condition."""
    sexual = a_list("labour", "purpose", "3", {"sexual-exploitation": "sexual exploitation"})
    status, rest, says = cell("purpose", "commercial-sex", ACTS, MEANS, sexual, offence(NEEDS))
    assert (status, rest) == ("partial", "open")
    assert says.startswith("in part: exploitation of the prostitution of others (3); the rest open")


# -- a text that has no offence of trafficking -------------------------------------------------------

SLAVES = a_list("acts", "act", "1(2)", {"sale": "sale", "transportation": '{ words = "transport",'
                ' requires = { cross-border = { words = "abroad" } } }'})  # fmt: skip
TRADE = (
    '[[offences]]\nid = "1"\nkind = "related"\nat = "1"\n'
    'limbs = [{ acts = "acts", means = "not-required", purposes = "not-required" }]\n'
)


def test_of_a_text_without_trafficking_the_lists_say_what_is_demanded(cell):
    head = HEAD.replace('"aggravating', '"purpose, means, aggravating')
    parts = (SLAVES, TRADE)
    said = ("partial", "absent", "demanded for transportation (1(2))")
    assert cell("element", "cross-border", *parts, head=head) == said
    said = ("not-required", None, "not required (1(2))")
    assert cell("element", "woman", *parts, head=head) == said
    half = SLAVES.replace('unlisted = "absent"', 'unlisted = "silent"\nto_read = "2"')
    assert cell("element", "woman", half, TRADE, head=head)[0] == "silent"
