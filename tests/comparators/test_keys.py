"""Each key of the format in a small draft: that it loads, and what the page of the law, the table and
the work list then say."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import comparators
import provisions
from comparators.cli import main
from provisions.cli import main as records

FULL = (Path(__file__).parents[1] / "drafts" / "full.toml").read_text(encoding="utf-8")
ADULT = '  { acts = "acts", means = "means", purposes = "purposes" },\n'
CHILD = (
    '  { at = "1(2)", acts = "acts", means = "not-required", purposes = "purposes", '
    'victims = ["child"] },\n'
)
FORM = '[[offences.tiers]]\nat = "{at}"\ncircumstances = "{at}"\n{more}\n'
CIRCUMSTANCES = (
    '[lists."{at}"]\nrole = "aggravating"\nat = "{at}"\nunlisted = "absent"\n'
    '[lists."{at}".entries]\n{entries}\n'
)
READ = "[nothing_on]\n"


def form(at, entries, more):
    """A form of the offence, with the list of its circumstances."""
    told = FORM.format(at=at, more=more) + CIRCUMSTANCES.format(at=at, entries=entries)
    return (READ, told + READ), ('aggravating = "1"\n', "")


CASES = {
    "several circumstances together": (
        form(
            "1(5)",
            '"child-victim, several-victims" = "of more than one child"',
            'all = true\npenalty = { words = "imprisonment for life", life_alone = true }',
        ),
        "graver 1(5), circumstances 1(5), all together: life - 1(5)",
        ["24(b) child victim ? 1(5) only two or more victims", "life (1(5), only: two or more"],
        ["24(b) child victim"],
    ),
    "a factor within the range": (
        form("40", 'danger-to-life = "endangering life"', 'effect = "factor"'),
        "factor 40, circumstances 40",
        ["24(a) life of the victim endangered ✓ 40", "gravest form: imprisonment · 1(1) 2-10 years"],
        ["life of the victim endangered"],
    ),
    "a lesser form": (
        form(
            "1(9)",
            'public-official = "a public servant"',
            'effect = "lesser"\npenalty = { words = "up to one year or a fine", max_years = 1, '
            'fine = "or" }',
        ),
        "lesser 1(9), circumstances 1(9): up to 1 year or a fine",
        ["24(c) public official in the ? read", "gravest form: imprisonment · 1(1) 2-10 years"],
        ["24(c) public official in the performance of duties"],
    ),
    "a fraction, and a fine besides": (
        form(
            "1(8)",
            'public-official = "a public servant"',
            'penalty = { words = "raised by a third, and a fine", raised = "1/3", fine = "and" }',
        ),
        "graver 1(8), circumstances 1(8): 2-10 years, raised by 1/3 and a fine",
        ["24(c) public official in the ✓ 1(8)", "2-10 years, raised by 1/3 and…"],
        [],
    ),
    "the mental element": (
        ((READ, '[lists.mind]\nrole = "mental"\nat = "5"\nunlisted = "absent"\n'
          '[lists.mind.entries]\n"intent, knowledge" = "knowingly"\n' + READ),),
        'mental element: knowledge - 5: "knowingly" (coe)',
        ["18 mental element: intent ✓ 5", "(Arts 4, 18): reaches"],
        ["mental element: intent."],
    ),
    "a victim under twenty-one": (
        ((CHILD, ""), (ADULT, ADULT.replace(" }", ', requires = { victim-under-21 = "under 21" } }'))),
        "against adult, incapacitated, demands victim is under twenty-one",
        ["recruitment ◐ 1(1) only where victim"],
        ["drop the demand 'victim is under twenty-one'", "against an adult or an adult deprived"],
    ),
    "a victim already exploited": (
        ((ADULT, ADULT.replace(" }", ', requires = { victim-already-exploited = "x" } }')),),
        "demands victim already exploited",
        ["does not reach: demands victim already exploited"],
        ["1(1) drop the demand 'victim already exploited'"],
    ),
    "apparent or known": (
        (('"abuse of vulnerability"', ('{ words = "abuse of vulnerability", requires = '
          '{ apparent-or-known = "apparent or known" } }')),),
        'demands apparent or known to the offender - 1(1): "apparent or known" (coe)',
        ["abuse of a position of ◐ 1(1) only apparent or known to the"],
        ["for 'abuse of a position of vulnerability': drop the demand 'apparent or known"],
    ),
    "a definition that narrows": (
        (('slavery = "slavery"', ('slavery = { words = "slavery", requires = { against-the-will = "x" }, '
          'defined = { how = "narrows", at = "2", words = "against the will" } }')),),
        'defined (narrows) - 2: "against the will" (coe)',
        ["slavery ◐ 1(1) only against the victim's will"],
        ['for \'slavery\': drop the demand "against the victim\'s will"'],
    ),
    "a definition that was not compared": (
        (('servitude = "servitude"', ('servitude = { words = "servitude", mark = "arguable", '
          'reading = "It may be narrower.", defined = { how = "not-compared", at = "3", words = "x" } }')),),
        'defined (not compared) - 3: "x" (coe)',
        ["servitude ~ 1(1) arguable [1]", "[1] It may be narrower."],
        ["say 'servitude' expressly"],
    ),
    "what settles an open word": (
        (('servitude = "servitude"', ('servitude = { words = "bondage", reading = "Serfdom too.", '
          'settled_by = { source = "round-table-2012", at = "p. 3", gloss = "servitude is meant" } }')),),
        "settled by p. 3: [gloss, words not held: servitude is meant] (round-table-2012)",
        ["servitude ✓ 1(1) ᵃ", "[1] Serfdom too. Settled by p. 3: [gloss, words not held: servitude"],
        ["servitude"],
    ),
    "an act named after a means": (
        (('receipt = "receives"', 'receipt = "receives"\nabduction = "abducts"'),
         ('abduction = "abduction"\n', "")),
        'abduction - 1(1): "abducts" (coe)',
        ["abduction ✓ 1(1) “abducts”", "abduction ✓ 1(1) via use of force, deception"],
        ["act: abduction"],
    ),
    "jurisdiction": (
        ((READ, '[lists.place]\nrole = "related"\nat = "6"\nunlisted = "silent"\nto_read = "9"\n'
          '[lists.place.entries]\njurisdiction-territory = "in the territory"\n' + READ),
         ('related = "1"\n', "")),
        'jurisdiction: own territory - 6: "in the territory" (coe)',
        ["31(1)(a) jurisdiction: own territory ✓ 6", "31(1)(b) jurisdiction: own ships ? read 9"],
        ["31(1)(b) jurisdiction: own ships"],
    ),
    "alternatives of one duty": (
        ((READ, '[lists.measures]\nrole = "related"\nat = "15"\nunlisted = "absent"\n'
          '[lists.measures.entries]\n'
          'closure-of-establishment = { words = "closing the place", one_of = "23(4)" }\n'
          'disqualification = { mark = "unseen", one_of = "23(4)" }\n' + READ),
         ('related = "1"\n', "")),
        'closure of an establishment - 15: "closing the place" (coe)',
        ["23(4) closure of an establishment ✓ 15"],
        ["closure of an establishment"],
    ),
    "a rule for anyone, with its label": (
        (('non-punishment = "1"', 'non-punishment = { at = "1-80", searched = ["victim", "exempt"] }'),
         ('related = "1"\n', ('related = "1"\n[[non_punishment]]\nat = "36"\nbeneficiary = "anyone"\n'
          'label = "general duress"\nwords = "under duress"\nunlisted = "absent"\n'
          'effects = { no-criminal-liability = "is not liable" }\n'))),
        "non-punishment, general duress",
        ["26 victim not punished (the clause) ~ 1-80; 36 no special clause (1-80"],
        ["has now: no special clause (1-80 read); general duress, 36"],
    ),
    "notes with a place of their own": (
        ((READ, '[[other]]\non = "prosecution"\nat = "20"\nwords = "on complaint"\n'
          'note = "Only on the complaint of the victim."\n' + READ),),
        'prosecution: Only on the complaint of the victim. - 20: "on complaint" (coe)',
        ["(Arts 4, 18): reaches"],
        [],
    ),
    "a month, and the day of the copy": (
        (("since = 2010-01-01", 'since = "2011-03"'),
         ('dating = "a draft"', 'dating = "a draft"\nknown_until = 2015-11-17')),
        "draft@2011-03: in force since 2011-03",
        ["in force since 2011-03; a draft; text of 17 November 2015; later changes not read"],
        ["in force since 2011-03; a draft; text of 17 November 2015; later changes not read"],
    ),
    "a Japanese pinpoint, and a language without blanks": (
        (('recruitment = "recruits"', ('recruitment = { at = "第226条の2", lang = "ja", '
          'words = "人を売買した", gloss = "sold" }')),),
        'recruitment - 第226条の2: "人を売買した" [sold] (coe)',
        ["recruitment ✓ 第226条の2 “人を売買した” [sold]"],
        [],
    ),
    "a limb on several lists": (
        (('organ-removal = "removal of organs"\n', ('[lists.organs]\nrole = "purpose"\nat = "3"\n'
          'unlisted = "absent"\n[lists.organs.entries]\norgan-removal = "removal of organs"\n')),
         ('purposes = "purposes"', 'purposes = ["purposes", "organs"]')),
        "limb: acts acts; means means; purposes organs",
        ["removal of organs ✓ 3 “removal of organs”", "sexual exploitation ... (+5) ✓ 1(1)"],
        ["removal of organs"],
    ),
}  # fmt: skip


def said(command, *arguments):
    """What a command prints, its blanks one, so that a line may be broken anywhere."""
    result = CliRunner().invoke(command, list(map(str, arguments)))
    assert (result.exit_code, result.stderr) == (0, "")
    return " ".join(result.stdout.split())


@pytest.mark.parametrize("name", CASES)
def test_a_key_loads_and_is_told_on_the_page_in_the_table_and_in_the_work_list(name, tmp_path):
    changes, shown, cells, listed = CASES[name]
    law = FULL
    for old, new in changes:
        assert old in law
        law = law.replace(old, new)
    path = tmp_path / "bill.toml"
    path.write_text(law, encoding="utf-8")
    version = provisions.load(path)
    again = tmp_path / "again.toml"
    again.write_text(provisions.dump(version), encoding="utf-8")
    assert provisions.load(again) == version
    assert shown in said(records, "show", path)
    table = f"{said(main, 'CoE', path)} {said(main, 'CoE', path, '--full')}"
    assert [cell for cell in cells if cell not in table] == []
    gaps = said(main, "CoE", path, "--gaps")
    assert [line for line in listed if line not in gaps] == []


def test_the_language_of_words_is_told_to_readers_of_pages_and_of_documents(tmp_path):
    path = tmp_path / "bill.toml"
    chinese = '{ lang = "zh-Hant", words = "招募", gloss = "recruits" }'
    path.write_text(FULL.replace('"recruits"', chinese), encoding="utf-8")
    found = comparators.compare("CoE", path)
    assert re.search(
        r'<q class="law" lang="zh-Hant"[^>]*>招募</q>', comparators.render(found, "html")
    )
    with zipfile.ZipFile(io.BytesIO(comparators.render(found, "docx"))) as document:
        text = document.read("word/document.xml").decode()
    assert '<w:lang w:val="zh-Hant" w:eastAsia="zh-Hant"/>' in text
