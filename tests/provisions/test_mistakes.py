"""More than a hundred mistakes one makes in a draft, each told at its place with its cure; and what
a schema can see of them, an editor sees as they are typed."""

import copy
import json
import re
import tomllib
from datetime import date

import pytest
from record_files import DATA, FILES, SMALL
from test_drafts import DEBT, DRAFTS, HEAD, OWN_SOURCE

from provisions.checking.versions import check_draft
from provisions.corpus import installed
from provisions.schema import FILE, schema, written

DRAFT = tomllib.loads(f"{HEAD}\n{SMALL}\n{OWN_SOURCE}\n{DEBT}")
SCHEMA = schema()
GONE = object()

# where, what instead, where the fault is told, what would be right, whether the schema sees it
MISTAKES = [
    ("name", 7, "name", "must be text, in quotation marks, not a number (7)", True),
    ("name", "", "name", "must be text, in quotation marks, not empty", True),
    ("name", GONE, "name", "is missing: give 'name' a value", False),
    ("kind", "law", "kind", "must be one of treaty, directive, model-law, commitment,", True),
    ("kind", "national_law", "kind", "did you mean 'national-law'?", True),
    ("kind", GONE, "kind", "is missing: give 'kind' a value", True),
    ("id", 5, "id", "must be text, in quotation marks, not a number (5)", True),
    ("id", "armenia", "id", "'armenia' is an instrument of the corpus: give the draft an", False),
    ("amends", "armania", "amends", "did you mean 'romania'?", False),
    ("aliases", "KZ", "aliases", "must be a list, in square brackets, not text ('KZ')", True),
    ("aliases", [3], "aliases[0]", "must be text, in quotation marks, not a number (3)", True),
    ("source", "cod", "source", "did you mean 'code'?", False),
    ("source", GONE, "source", "is missing: give 'source' a value", True),
    ("source", ["code"], "source", "must be text, in quotation marks, not a list", True),
    (
        "read",
        "2024-05-06",
        "read",
        "must be a date without quotation marks, such as 2012-04-18,",
        False,
    ),
    ("read", GONE, "read", "is missing: give 'read' a value", True),
    ("read", 2024, "read", "must be a date without quotation marks, such as 2012-04-18,", True),
    ("title", [], "title", "must be text, in quotation marks, not a list", True),
    (
        "notes",
        "one note",
        "notes",
        "must be a list, in square brackets, not text ('one note')",
        True,
    ),
    ("notes", [1], "notes[0]", "must be text, in quotation marks, not a number (1)", True),
    ("in_force", GONE, "in_force", "is missing: give 'in_force' a value", True),
    ("in_force.since", GONE, "in_force.since", "is missing: give 'since' a value", True),
    (
        "in_force.since",
        "May 2010",
        "in_force",
        "since must be a date without quotation marks, such as",
        True,
    ),
    (
        "in_force.since",
        2010,
        "in_force.since",
        "must be a date without quotation marks, such as 2012-04-18,",
        True,
    ),
    (
        "in_force.until",
        "2020-01-01",
        "in_force.until",
        "must be a date without quotation marks, such as 2012-04-18,",
        False,
    ),
    (
        "known_until",
        "today",
        "known_until",
        "must be a date without quotation marks, such as 2012-04-18,",
        True,
    ),
    ("lists.movement.role", "acts", "lists.movement.role", "did you mean 'act'?", True),
    ("lists.movement.role", GONE, "lists.movement.role", "is missing: give 'role' a value", True),
    (
        "lists.movement.unlisted",
        "closed",
        "lists.movement.unlisted",
        "must be one of absent, open, silent, not text ('closed')",
        True,
    ),
    (
        "lists.movement.unlisted",
        GONE,
        "lists.movement.unlisted",
        "is missing: give 'unlisted' a value",
        True,
    ),
    (
        "lists.movement.at",
        128,
        "lists.movement.at",
        "must be text, in quotation marks, not a number (128)",
        True,
    ),
    ("lists.movement.at", GONE, "lists.movement.at", "is missing: give 'at' a value", True),
    (
        "lists.movement.at",
        "128(1)(aа)",
        "lists.movement.at",
        "'aа' mixes letters of two scripts: write the pinpoint as",
        False,
    ),
    (
        "lists.movement.entries.recruitement",
        "x",
        "lists.movement.entries.recruitement",
        "did you mean 'recruitment'?",
        False,
    ),
    (
        "lists.movement.entries.recruitment",
        True,
        "lists.movement.entries.recruitment",
        "must be text or a table, not a truth value (True)",
        True,
    ),
    (
        "lists.movement.entries.recruitment",
        "",
        "lists.movement.entries.recruitment",
        "must be text, in quotation marks, not empty",
        True,
    ),
    (
        "lists.movement.entries.recruitment",
        {"word": "recruits"},
        "lists.movement.entries.recruitment.word",
        "did you mean 'words'?",
        True,
    ),
    (
        "lists.movement.entries.recruitment",
        "one two three four five six seven eight nine ten eleven twelve thirteen",
        "lists.movement.entries.recruitment",
        "quotes 13 words: at most 12, and '...' for what is left out",
        False,
    ),
    (
        "lists.movement.entries.recruitment",
        {},
        "lists.movement.entries.recruitment",
        "wants the law's own words, or a gloss where no source held",
        False,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "mark": "doubtful"},
        "lists.movement.entries.recruitment.mark",
        "must be one of stated, arguable, unseen, not text",
        True,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "mark": "arguable"},
        "lists.movement.entries.recruitment.reading",
        "an arguable entry wants the other reading, in a note",
        False,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "вербовка", "lang": "ru"},
        "lists.movement.entries.recruitment",
        "words in 'ru' want a gloss in English beside them",
        False,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "source": "speach"},
        "lists.movement.entries.recruitment.source",
        "did you mean 'speech'?",
        False,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "requires": {"for-gian": "for gain"}},
        "lists.movement.entries.recruitment.requires.for-gian",
        "did you mean 'for-gain'?",
        False,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "requires": "for gain"},
        "lists.movement.entries.recruitment.requires",
        "must be a table, not text ('for gain')",
        True,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "requires": {"recruitment": "recruits"}},
        "lists.movement.entries.recruitment.requires.recruitment",
        "'recruitment' (act) cannot stand here: it wants further;",
        False,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "also": "more"},
        "lists.movement.entries.recruitment.also",
        "must be a list, in square brackets, not text ('more')",
        True,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "restates": "means"},
        "lists.movement.entries.recruitment.restates",
        "only an aggravated form restates; this list is not",
        False,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "strength": "shall"},
        "lists.movement.entries.recruitment.strength",
        "only provisions of international instruments have a strength",
        False,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "refers_to": "UNTOC"},
        "lists.movement.entries.recruitment.refers_to",
        "stands in a list of role 'reference'",
        False,
    ),
    (
        "lists.movement.opening",
        "and other acts",
        "lists.movement.opening",
        "only an open list has words that open it; this one is",
        False,
    ),
    (
        "lists.movement.closing_gloss",
        3,
        "lists.movement.closing_gloss",
        "must be text, in quotation marks, not a number (3)",
        True,
    ),
    (
        "lists.exploitation.opening",
        GONE,
        "lists.exploitation.opening",
        "an open list wants the words that open it: opening, or",
        False,
    ),
    (
        "lists.exploitation.closing",
        "only",
        "lists.exploitation.closing",
        "only a closed list has closing words; this one is 'open'",
        False,
    ),
    (
        "lists.exploitation.strength",
        "shall",
        "lists.exploitation.strength",
        "only provisions of international instruments have a strength",
        False,
    ),
    (
        "lists.exploitation.entries",
        ["slavery"],
        "lists.exploitation.entries",
        "must be a table, not a list",
        True,
    ),
    ("lists.movement.entry", {}, "lists.movement.entry", "did you mean 'entries'?", True),
    ("offences", {}, "offences", "must be a list, in square brackets, not a table", True),
    ("offences.0.id", GONE, "offences[0].id", "is missing: give 'id' a value", True),
    (
        "offences.0.id",
        128,
        "offences[0].id",
        "must be text, in quotation marks, not a number (128)",
        True,
    ),
    ("offences.0.kind", "traficking", "offences[0].kind", "did you mean 'trafficking'?", True),
    ("offences.0.kind", GONE, "offences[0].kind", "is missing: give 'kind' a value", True),
    ("offences.0.at", GONE, "offences[0].at", "is missing: give 'at' a value", True),
    (
        "offences.0.provision",
        "crime",
        "offences[0].provision",
        "must be one of offence, duty, definition, not text ('crime')",
        True,
    ),
    (
        "offences.0.provision",
        "duty",
        "offences[0]",
        "only an international instrument lays down duties, with a",
        False,
    ),
    (
        "offences.0.strength",
        "shall",
        "offences[0]",
        "only an international instrument lays down duties, with a",
        False,
    ),
    (
        "offences.0.limbs",
        "acts",
        "offences[0].limbs",
        "must be a list, in square brackets, not text ('acts')",
        True,
    ),
    (
        "offences.0.limbs.0.acts",
        "movment",
        "offences[0].limbs[0].acts",
        "did you mean 'movement'?",
        False,
    ),
    (
        "offences.0.limbs.0.acts",
        GONE,
        "offences[0].limbs[0].acts",
        "is missing: give 'acts' a value",
        True,
    ),
    (
        "offences.0.limbs.0.acts",
        "means",
        "offences[0].limbs[0].acts",
        "the list 'means' has the role 'means', and 'act' is wanted",
        False,
    ),
    (
        "offences.0.limbs.0.means",
        "none",
        "offences[0].limbs[0].means",
        "there is no list 'none'; known: movement, means,",
        False,
    ),
    (
        "offences.0.limbs.0.means",
        "movement",
        "offences[0].limbs[0].means",
        "the list 'movement' has the role 'act', and 'means' is",
        False,
    ),
    (
        "offences.0.limbs.0.purposes",
        [],
        "offences[0].limbs[0]",
        "purposes names no list: give the name of one, or of several",
        True,
    ),
    (
        "offences.0.limbs.0.purposes",
        ["exploitation", "exploitaton"],
        "offences[0].limbs[0].purposes[1]",
        "did you mean 'exploitation'?",
        False,
    ),
    (
        "offences.0.limbs.0.victims",
        "adult",
        "offences[0].limbs[0].victims",
        "must be a list, in square brackets, not text ('adult')",
        True,
    ),
    (
        "offences.0.limbs.0.victims",
        ["minor"],
        "offences[0].limbs[0].victims[0]",
        "must be one of adult, child, incapacitated, not text",
        True,
    ),
    (
        "offences.0.limbs.0.victims",
        [],
        "offences[0].limbs[0].victims",
        "names nobody: adult, child, incapacitated",
        False,
    ),
    (
        "offences.0.limbs.0.requires",
        {"gain": "for gain"},
        "offences[0].limbs[0].requires.gain",
        "did you mean 'for-gain'?",
        False,
    ),
    (
        "offences.0.limbs.0.mark",
        "arguable",
        "offences[0].limbs[0].reading",
        "an arguable limb wants the other reading, in a note",
        False,
    ),
    ("offences.0.limb", [], "offences[0].limb", "did you mean 'limbs'?", True),
    (
        "offences.0.penalty",
        "5 years",
        "offences[0].penalty",
        "must be a table, not text ('5 years')",
        True,
    ),
    (
        "offences.0.penalty.max_years",
        "ten",
        "offences[0].penalty.max_years",
        "must be a whole number without quotation marks, not text",
        True,
    ),
    (
        "offences.0.penalty.max_years",
        1000,
        "offences[0].penalty.max_years",
        "must be a whole number without quotation marks, not a",
        True,
    ),
    (
        "offences.0.penalty.min_years",
        40,
        "offences[0].penalty.min_years",
        "40 does not stand in the words or their gloss: no number is",
        False,
    ),
    ("offences.0.penalty.years", 5, "offences[0].penalty.years", "did you mean 'min_years'?", True),
    (
        "offences.0.graver_for",
        "circumstance",
        "offences[0].graver_for",
        "did you mean 'circumstances'?",
        False,
    ),
    (
        "offences.0.graver_for",
        "movement",
        "offences[0].graver_for",
        "the list 'movement' has the role 'act', and 'aggravating'",
        False,
    ),
    (
        "offences.0.tiers",
        [{"at": "128(2)"}],
        "offences[0].tiers[0].circumstances",
        "is missing: give 'circumstances' a value",
        True,
    ),
    (
        "offences.0.tiers",
        [{"at": "128(2)", "circumstances": "movement"}],
        "offences[0].tiers[0].circumstances",
        "the list 'movement' has the role 'act', and 'aggravating'",
        False,
    ),
    (
        "non_punishment",
        [{"beneficiary": "victims", "at": "1"}],
        "non_punishment[0].beneficiary",
        "did you mean 'victim'?",
        True,
    ),
    (
        "non_punishment",
        [{"beneficiary": "victim"}],
        "non_punishment[0].at",
        "is missing: a clause has a pinpoint",
        False,
    ),
    (
        "non_punishment",
        [{"at": "1", "effects": {"no-punishment": "x"}}],
        "non_punishment[0].effects.no-punishment",
        "did you mean 'victim-not-punished'?",
        False,
    ),
    (
        "non_punishment",
        [{"at": "1", "strength": "shall"}],
        "non_punishment[0].strength",
        "only provisions of international instruments have a strength",
        False,
    ),
    (
        "nothing_on.penalty",
        3,
        "nothing_on.penalty",
        "must be text or a table, not a number (3)",
        True,
    ),
    ("nothing_on.penalties", "1", "nothing_on.penalties", "did you mean 'penalty-highest'?", False),
    ("unread.means", 3, "unread.means", "must be text or a table, not a number (3)", True),
    (
        "discrepancies",
        [{"on": ["slavery"]}],
        "discrepancies[0].note",
        "is missing: give 'note' a value",
        True,
    ),
    (
        "discrepancies",
        [{"note": "x", "on": ["slavry"]}],
        "discrepancies[0].on[0]",
        "did you mean 'slavery'?",
        False,
    ),
    (
        "discrepancies",
        [{"note": "x", "on": "slavery"}],
        "discrepancies[0].on",
        "must be a list, in square brackets, not text ('slavery')",
        True,
    ),
    (
        "examples",
        [{"facts": ["recruitment"], "reached": "maybe"}],
        "examples[0].reached",
        "must be one of yes, no, undetermined, not text ('maybe')",
        True,
    ),
    (
        "examples",
        [{"facts": ["recruiting"], "reached": "yes"}],
        "examples[0].facts[0]",
        "did you mean 'recruitment'?",
        False,
    ),
    (
        "examples",
        [{"facts": "recruitment", "reached": "yes"}],
        "examples[0].facts",
        "must be a list, in square brackets, not text ('recruitment')",
        True,
    ),
    (
        "examples",
        [{"reached": "yes"}],
        "examples[0].facts",
        "is missing: give 'facts' a value",
        True,
    ),
    (
        "chapters",
        [{"chapter": "general", "read": "full", "at": "1-20"}],
        "chapters[0].chapter",
        "did you mean 'general-part'?",
        True,
    ),
    ("other", [{"on": "evidence"}], "other[0].note", "is missing: give 'note' a value", True),
    ("sources", [], "sources", "is missing: every source stands under [sources.<id>]", True),
    (
        "sources.code.basis",
        "bill",
        "sources.code.basis",
        "must be one of primary, official-translation,",
        True,
    ),
    ("sources.code.title", GONE, "sources.code.title", "is missing: give 'title' a value", True),
    (
        "sources.code.issued",
        2027,
        "sources.code.issued",
        "must be text, in quotation marks, not a number (2027)",
        True,
    ),
    ("sources.code.url", "x", "sources.code.url", "did you mean 'URL'?", True),
    (
        "sources.coe",
        {"type": "treaty", "title": "x", "basis": "primary"},
        "sources.coe",
        "is a source of the bibliography already, 'Council of Europe",
        False,
    ),
    ("vocabulary", [], "vocabulary", "must be a table of groups", True),
    ("vocabulary.purpose", {"x": "y"}, "vocabulary.purpose", "did you mean 'purposes'?", True),
    (
        "vocabulary.purposes.slavery",
        "work",
        "vocabulary.purposes.slavery",
        "is a concept of the vocabulary already, 'slavery'",
        False,
    ),
    (
        "vocabulary.purposes.debt-trap",
        3,
        "vocabulary.purposes.debt-trap",
        "must be a table, not a number (3)",
        True,
    ),
    (
        "vocabulary.purposes.debt-trap",
        {"lable": "x"},
        "vocabulary.purposes.debt-trap.label",
        "is missing: give 'label' a value",
        True,
    ),
    (
        "vocabulary.broader.0.broader",
        "forced-labor",
        "vocabulary.broader[0]",
        "did you mean 'forced-labour'?",
        False,
    ),
    (
        "vocabulary.broader.0.broader",
        "debt-trap",
        "vocabulary.broader[0]",
        "joins 'debt-trap' with itself",
        False,
    ),
    (
        "vocabulary.broader.0.source",
        "cod",
        "vocabulary.broader[0].source",
        "did you mean 'code'?",
        False,
    ),
    (
        "vocabulary.broader.0.at",
        GONE,
        "vocabulary.broader[0]",
        "wants its authority: source, at, and words or a gloss",
        False,
    ),
    (
        "vocabulary.broader.0.scope",
        "armenia",
        "vocabulary.broader[0].scope",
        "an edge of a draft counts for the draft alone: leave",
        False,
    ),
    (
        "vocabulary.broader.0.narrower",
        GONE,
        "vocabulary.broader[0].narrower",
        "is missing: give 'narrower' a value",
        True,
    ),
    (
        "vocabulary.broader",
        {"narrower": "x"},
        "vocabulary.broader",
        "must be a list of tables: write [[vocabulary.broader]],",
        True,
    ),
    (
        "vocabulary.overlaps.0.between",
        ["debt-trap"],
        "vocabulary.overlaps[0].between",
        "must have 2 values, not 1",
        True,
    ),
    (
        "vocabulary.overlaps.0.between",
        ["debt-trap", "servitud"],
        "vocabulary.overlaps[0]",
        "did you mean 'servitude'?",
        False,
    ),
    (
        "vocabulary.overlaps.0.reason",
        GONE,
        "vocabulary.overlaps[0].reason",
        "is missing: give 'reason' a value",
        True,
    ),
]


def spoilt(path, value):
    """The draft with one value changed, or gone."""
    raw = copy.deepcopy(DRAFT)
    here = raw
    *way, last = path.split(".")
    for step in way:
        here = here[int(step)] if isinstance(here, list) else here.setdefault(step, {})
    if value is GONE:
        del here[last]
    else:
        here[last] = value
    return raw


def faults(raw):
    corpus = installed()
    shared = (corpus.index, corpus.thesaurus, corpus.bibliography)
    return check_draft(raw, "bill.toml", *shared)[1]


# --- a validator of what the schema says: its own keywords and no other


def dated(value):
    """TOML as JSON: days are text."""
    if isinstance(value, dict):
        return {key: dated(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [dated(inner) for inner in value]
    return str(value) if isinstance(value, date) else value


TYPES = {"string": str, "object": dict, "array": list, "boolean": bool, "integer": int}
KEYWORDS = {
    "$schema", "$defs", "$ref", "title", "description", "type", "properties", "required", "items",
    "additionalProperties", "prefixItems", "minItems", "maxItems", "anyOf", "enum", "pattern",
    "format", "minimum", "maximum", "dependentRequired",
}  # fmt: skip


def accepts(rule, value):
    """Whether a JSON value is as a rule of the schema wants it."""
    assert set(rule) <= KEYWORDS
    if "$ref" in rule:
        return accepts(SCHEMA["$defs"][rule["$ref"].rpartition("/")[2]], value)
    if "anyOf" in rule:
        return any(accepts(one, value) for one in rule["anyOf"])
    if "enum" in rule:
        return value in rule["enum"]
    wanted = TYPES[rule["type"]]
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        return False
    return {str: _text, int: _number, list: _array, dict: _object, bool: lambda *_: True}[wanted](
        rule, value
    )


def _text(rule, value):
    return re.search(rule.get("pattern", ""), value) is not None


def _number(rule, value):
    return rule["minimum"] <= value <= rule["maximum"]


def _array(rule, value):
    if not rule.get("minItems", 0) <= len(value) <= rule.get("maxItems", len(value)):
        return False
    rules = rule.get("prefixItems") or [rule["items"]] * len(value)
    return all(accepts(one, item) for one, item in zip(rules, value, strict=True))


def _object(rule, value):
    if not set(rule.get("required", ())) <= set(value):
        return False
    for key, others in rule.get("dependentRequired", {}).items():
        if key in value and not set(others) <= set(value):
            return False
    more = rule.get("additionalProperties", False)
    known = rule.get("properties", {})
    return all(
        accepts(known[key], inner) if key in known else more is not False and accepts(more, inner)
        for key, inner in value.items()
    )


# --- the mistakes


def test_the_draft_has_no_fault_before_it_is_spoilt():
    assert faults(DRAFT) == ()
    assert accepts(SCHEMA, dated(DRAFT))
    assert len(MISTAKES) >= 100


@pytest.mark.parametrize(
    ("path", "value", "at", "cure", "seen"),
    MISTAKES,
    ids=[f"{i}-{m[0]}" for i, m in enumerate(MISTAKES)],
)
def test_a_mistake_is_told_at_its_place_with_its_cure(path, value, at, cure, seen):
    raw = spoilt(path, value)
    found = faults(raw)
    told = [fault.message for fault in found if fault.path == at]
    assert any(cure in message for message in told), [str(fault) for fault in found]
    assert all(fault.file == "bill.toml" for fault in found)
    assert accepts(SCHEMA, dated(raw)) == (not seen)


# --- the schema


@pytest.mark.parametrize(
    "path", [*FILES, *sorted(DRAFTS.glob("*.toml"))], ids=lambda p: f"{p.parent.name}/{p.stem}"
)
def test_the_schema_accepts_every_record(path):
    assert accepts(SCHEMA, dated(tomllib.loads(path.read_text(encoding="utf-8"))))


def test_the_schema_that_is_shipped_is_that_of_the_records():
    shipped = (DATA / FILE).read_text(encoding="utf-8")
    assert shipped == written(), "write it again: python -m provisions.schema > data/" + FILE
    assert json.loads(shipped)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
