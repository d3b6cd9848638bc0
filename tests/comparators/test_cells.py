"""What a cell says where limbs differ, where a rule follows, where a text was read whole."""

import pytest
from told import told

import provisions
from comparators.findings import find
from comparators.law import laws

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
    assert found == ("partial", "absent", "in part: crossing a State border is demanded (1)")


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
