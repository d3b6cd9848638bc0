"""More than a hundred mistakes one makes in a draft, each told at its place with its cure; and what
a schema can see of them, an editor sees as they are typed."""

import copy
import json
import re
import tomllib
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from every import each, stem
from record_files import DATA, FILES, SMALL
from test_drafts import DEBT, DRAFTS, HEAD, OWN_SOURCE

from provisions.checking.versions import check_draft, check_file
from provisions.corpus import installed
from provisions.loading import parse_toml
from provisions.schema import FILE, schema, written
from provisions.skeleton import copy_of, skeleton
from provisions.toml import _key, _value

DRAFT = tomllib.loads(f"{HEAD}\n{SMALL}\n{OWN_SOURCE}\n{DEBT}")
SCHEMA = schema()
GONE = object()

# where, what instead, where the fault is told, what would be right, whether the schema sees it
MISTAKES = [
    ("name", 7, "name", "must be text, in quotation marks, not a number (7)", True),
    ("name", "", "name", "must be text, in quotation marks, not empty", True),
    ("name", GONE, "name", 'is missing: write name = "Bill 12"', False),
    ("kind", "law", "kind", "must be one of treaty, directive, model-law, commitment,", True),
    ("kind", "national_law", "kind", "did you mean 'national-law'?", True),
    (
        "kind",
        GONE,
        "kind",
        "is missing: give 'kind' one of treaty, directive, model-law, commitment,",
        True,
    ),
    ("id", 5, "id", "must be text, in quotation marks, not a number (5)", True),
    ("id", "armenia", "id", "'armenia' is an instrument of the corpus: give the draft an", False),
    ("amends", "armania", "amends", "no instrument 'armania' (did you mean 'armenia'?)", False),
    ("aliases", "KZ", "aliases", "must be a list, in square brackets, not text ('KZ')", True),
    ("aliases", [3], "aliases[0]", "must be text, in quotation marks, not a number (3)", True),
    ("source", "cod", "source", "did you mean 'code'?", False),
    ("source", GONE, "source", 'is missing: write source = "code", one of the sources', True),
    ("source", ["code"], "source", "must be text, in quotation marks, not a list", True),
    (
        "read",
        "2024-05-06",
        "read",
        "must be a date without quotation marks, such as 2012-04-18,",
        False,
    ),
    (
        "read",
        GONE,
        "read",
        "is missing: write read = 2012-04-18, a day without quotation marks",
        True,
    ),
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
    (
        "in_force",
        GONE,
        "in_force",
        "is missing: write [in_force], and below it since = 2012-04-18",
        True,
    ),
    (
        "in_force.since",
        GONE,
        "in_force.since",
        "is missing: write since = 2012-04-18, a day without quotation marks",
        True,
    ),
    (
        "in_force.since",
        "May 2010",
        "in_force.since",
        "must be a date without quotation marks, such as 2012-04-18, or a month or",
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
    (
        "lists.movement.role",
        GONE,
        "lists.movement.role",
        "is missing: give 'role' one of act, mental, rule, scope, means, purpose,",
        True,
    ),
    (
        "lists.movement.unlisted",
        "closed",
        "lists.movement.unlisted",
        "must be one of absent, open, silent, not 'closed' (did you mean 'absent'?)",
        True,
    ),
    (
        "lists.movement.unlisted",
        GONE,
        "lists.movement.unlisted",
        "is missing: give 'unlisted' one of absent, open, silent",
        True,
    ),
    (
        "lists.movement.at",
        128,
        "lists.movement.at",
        "must be text, in quotation marks, not a number (128)",
        True,
    ),
    (
        "lists.movement.at",
        GONE,
        "lists.movement.at",
        'is missing: write at = "128(1)", the pinpoint in the law',
        True,
    ),
    (
        "lists.movement.at",
        "128(1)(aа)",
        "lists.movement.at",
        "'aа' mixes letters of two scripts: 'a' is Latin, 'а' is Cyrillic; write",
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
        "must be one of stated, arguable, unseen, not 'doubtful' (did you mean",
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
        "must be a table, such as { for-gain = \"for gain\" }, not text ('for gain')",
        True,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "requires": {"recruitment": "recruits"}},
        "lists.movement.entries.recruitment.requires.recruitment",
        "'recruitment' is an act; here stands a further element, such as for-gain,",
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
        "only an aggravated form restates; this list has the role 'act': leave it",
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
        'an open list wants the words that open it: opening = "and other acts", or',
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
        'must be a table, such as { deception = "by deceit" }, not a list',
        True,
    ),
    ("lists.movement.entry", {}, "lists.movement.entry", "did you mean 'entries'?", True),
    (
        "offences",
        {},
        "offences",
        "must be a list of tables: write [[offences]], with two brackets",
        True,
    ),
    ("offences.0.id", GONE, "offences[0].id", 'is missing: write id = "128"', True),
    (
        "offences.0.id",
        128,
        "offences[0].id",
        "must be text, in quotation marks, not a number (128)",
        True,
    ),
    ("offences.0.kind", "traficking", "offences[0].kind", "did you mean 'trafficking'?", True),
    (
        "offences.0.kind",
        GONE,
        "offences[0].kind",
        "is missing: give 'kind' one of trafficking, related",
        True,
    ),
    (
        "offences.0.at",
        GONE,
        "offences[0].at",
        'is missing: write at = "128(1)", the pinpoint in the law',
        True,
    ),
    (
        "offences.0.provision",
        "crime",
        "offences[0].provision",
        "must be one of offence, duty, definition, not 'crime' (did you mean",
        True,
    ),
    (
        "offences.0.provision",
        "duty",
        "offences[0].provision",
        "only an international instrument lays down duties: leave it out (an",
        False,
    ),
    (
        "offences.0.strength",
        "shall",
        "offences[0].strength",
        "only provisions of international instruments have a strength: leave it out",
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
        'is missing: write acts = "acts", the name of a list',
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
        "there is no list 'none' (did you mean 'not-required'?); known: means,",
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
        "offences[0].limbs[0].purposes",
        "names no list: give the name of one, or of several in square brackets",
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
        "must be one of adult, child, incapacitated, not 'minor' (did you mean",
        True,
    ),
    (
        "offences.0.limbs.0.victims",
        [],
        "offences[0].limbs[0].victims",
        "names nobody: leave it out for everybody, or name adult, child,",
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
        'must be a table, such as { words = "up to five years", max_years = 5 },',
        True,
    ),
    (
        "offences.0.penalty.max_years",
        "ten",
        "offences[0].penalty.max_years",
        "must be a whole number from 0 to 999, without quotation marks, not text",
        True,
    ),
    (
        "offences.0.penalty.max_years",
        1000,
        "offences[0].penalty.max_years",
        "must be a whole number from 0 to 999, without quotation marks, not a",
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
        'is missing: write circumstances = "circumstances", the name of a list',
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
        "unknown concept 'no-punishment' (did you mean 'no-penalty'?)",
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
    (
        "nothing_on.penalties",
        "1",
        "nothing_on.penalties",
        "'penalties' is neither a facet nor a concept (did you mean 'penalty'?)",
        False,
    ),
    ("unread.means", 3, "unread.means", "must be text or a table, not a number (3)", True),
    (
        "discrepancies",
        [{"on": ["slavery"]}],
        "discrepancies[0].note",
        "is missing: write note = ..., in quotation marks",
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
        "must be one of yes, no, undetermined, not 'maybe' (did you mean",
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
        "is missing: give 'facts' a list, in square brackets",
        True,
    ),
    (
        "chapters",
        [{"chapter": "general", "read": "full", "at": "1-20"}],
        "chapters[0].chapter",
        "did you mean 'general-part'?",
        True,
    ),
    (
        "other",
        [{"on": "evidence"}],
        "other[0].note",
        "is missing: write note = ..., in quotation marks",
        True,
    ),
    (
        "sources",
        [],
        "sources",
        "must be tables, not a list: every source stands under [sources.<id>]",
        True,
    ),
    (
        "sources.code.basis",
        "bill",
        "sources.code.basis",
        "must be one of primary, official-translation,",
        True,
    ),
    (
        "sources.code.title",
        GONE,
        "sources.code.title",
        "is missing: write title = ..., in quotation marks",
        True,
    ),
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
    (
        "vocabulary",
        [],
        "vocabulary",
        "must be tables, one a group, such as [vocabulary.purposes], not a list",
        True,
    ),
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
        "must be text, its label, or a table, not a number (3)",
        True,
    ),
    (
        "vocabulary.purposes.debt-trap",
        {"lable": "x"},
        "vocabulary.purposes.debt-trap.label",
        "is missing: write label = ..., in quotation marks",
        True,
    ),
    (
        "vocabulary.broader.0.broader",
        "forced-labor",
        "vocabulary.broader[0].broader",
        "unknown concept 'forced-labor' (did you mean 'forced-labour'?)",
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
        "wants its authority, source, at, and words or a gloss: 'at' is missing",
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
        'is missing: write narrower = "debt-bondage", a concept',
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
        "vocabulary.overlaps[0].between[1]",
        "unknown concept 'servitud' (did you mean 'servitude'?)",
        False,
    ),
    (
        "vocabulary.overlaps.0.reason",
        GONE,
        "vocabulary.overlaps[0].reason",
        "is missing: write reason = ..., in quotation marks",
        True,
    ),
    (
        "lang",
        "russian",
        "lang",
        '\'russian\' is no tag of a language: write its code (BCP 47), such as "ru", "hy", "sr-Cyrl"',
        False,
    ),
    (
        "lang",
        "PT_br",
        "lang",
        "'PT_br' is no tag of a language (did you mean 'pt-BR'?): write its code (BCP 47), such as",
        False,
    ),
    (
        "known_until",
        "2020",
        "known_until",
        "must be a date without quotation marks, such as 2012-04-18, not text ('2020')",
        True,
    ),
    (
        "in_force.until",
        date(2009, 1, 1),
        "in_force.until",
        "ends before it begins: 2010-01-01 to 2009-01-01",
        False,
    ),
    ("in_force.written", "2010", "in_force.written", "unknown key; known: since, until", True),
    ("in_force.form", 3, "in_force.form", "unknown key; known: since, until", True),
    ("read", date(2999, 1, 1), "read", "2999-01-01 is still to come", False),
    ("source", "", "source", "must be text, in quotation marks, not empty", True),
    ("title", "a\x07b", "title", "has a control character in it: type the text anew", False),
    (
        "lists",
        [{"role": "act"}],
        "lists",
        "must be one table: write [lists], with one bracket",
        True,
    ),
    (
        "lists.movement",
        [{"role": "act"}],
        "lists.movement",
        "must be one table: write [lists.movement], with one bracket",
        True,
    ),
    (
        "lists.movement.entries",
        [{"recruitment": "x"}],
        "lists.movement.entries",
        "must be one table: write [lists.movement.entries], with one bracket",
        True,
    ),
    (
        "lists.means.to_read",
        GONE,
        "lists.means.to_read",
        'is missing: a silent list says where it would be read, such as to_read = "128(1), text',
        False,
    ),
    (
        "lists.movement.entries",
        {"recruitment, recruitment": "x"},
        "lists.movement.entries",
        "names 'recruitment' twice: one entry a concept; another source stands in 'also'",
        False,
    ),
    (
        "lists.movement.entries",
        {"recruitment,": "x"},
        "lists.movement.entries",
        "'recruitment,' names nothing beside a comma: write \"fraud, deception\"",
        False,
    ),
    (
        "lists.movement.entries.deceit",
        "x",
        "lists.movement.entries.deceit",
        "unknown concept 'deceit' (did you mean 'deception'?)",
        False,
    ),
    (
        "lists.movement.entries.slavery",
        "x",
        "lists.movement.entries.slavery",
        "'slavery' is a purpose; here stands an act or a means, such as recruitment,",
        False,
    ),
    (
        "lists.movement.entries.for-gain",
        "x",
        "lists.movement.entries.for-gain",
        "'for-gain' is a further element; here stands an act or a means, such as recruitment,",
        False,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "requires": {"victim-under-21": "x"}},
        "lists.movement.entries.recruitment.requires.victim-under-21",
        "an age is demanded of adults alone: it stands on a limb, not on one entry",
        False,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "defined": {"at": "5", "words": "x"}},
        "lists.movement.entries.recruitment.defined.how",
        "is missing: give 'how' one of narrows, repeats, widens, not-compared",
        True,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "defined": {"how": "wider", "at": "5", "words": "x"}},
        "lists.movement.entries.recruitment.defined.how",
        "must be one of narrows, repeats, widens, not-compared, not 'wider' (did you mean",
        True,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "defined": {"how": "not-compared", "at": "5", "words": "x"}},
        "lists.movement.entries.recruitment.mark",
        "a definition that was not compared leaves it arguable",
        False,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "defined": "narrows"},
        "lists.movement.entries.recruitment.defined",
        "must be a table, not text ('narrows')",
        True,
    ),
    (
        "lists.movement.entries.recruitment",
        {
            "words": "recruits",
            "mark": "arguable",
            "reading": "r",
            "settled_by": {"gloss": "decided", "source": "speech"},
        },
        "lists.movement.entries.recruitment.mark",
        "is settled: leave 'mark' out, and keep the doubt in 'reading'",
        False,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "settled_by": ["a"]},
        "lists.movement.entries.recruitment.settled_by",
        "must be text or a table, not a list",
        True,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "one_of": "129"},
        "lists.movement.entries.recruitment.one_of",
        "no other entry is a way to meet '129': give it the same 'one_of'",
        False,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "at": 128},
        "lists.movement.entries.recruitment.at",
        'must be text, in quotation marks, not a number (128): write "128"',
        True,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "reading": ["x"]},
        "lists.movement.entries.recruitment.reading",
        "must be text, in quotation marks, not a list",
        True,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": ["recruits"]},
        "lists.movement.entries.recruitment.words",
        "must be text, in quotation marks, not a list",
        True,
    ),
    (
        "lists.movement.entries.recruitment",
        {"words": "recruits", "also": [{"source": "speach", "words": "x"}]},
        "lists.movement.entries.recruitment.also[0].source",
        "unknown source 'speach' (did you mean 'speech'?)",
        False,
    ),
    (
        "lists.exploitation.opening",
        "one two three four five six seven eight nine ten eleven twelve thirteen",
        "lists.exploitation.opening",
        "quotes 13 words: at most 12, and '...' for what is left out",
        False,
    ),
    (
        "offences.0.limbs",
        [],
        "offences[0].limbs",
        "is missing: without a limb the offence reaches nothing; acts that were not",
        False,
    ),
    (
        "offences.0.limbs.0.acts",
        "not-required",
        "offences[0].limbs[0].acts",
        "'not-required' cannot stand here, an offence has an act; known: movement, not-seen",
        False,
    ),
    (
        "offences.0.limbs.0.purposes",
        ["exploitation", "not-required"],
        "offences[0].limbs[0].purposes[1]",
        "'not-required' cannot stand here, it stands alone, beside no list; known: exploitation",
        False,
    ),
    (
        "offences.0.limbs.0.means",
        "not-seen",
        "unread.means",
        "is missing: a limb says 'not-seen'; say where it would be read",
        False,
    ),
    (
        "offences.0.limbs.0.requires",
        {"known-to-offender": "knowingly"},
        "offences[0].limbs[0].requires.known-to-offender",
        "knowledge of the whole offence is its mental element: write it in a list of role 'mental'",
        False,
    ),
    (
        "offences.0.limbs.0.requires",
        {"weapon": "x"},
        "offences[0].limbs[0].requires.weapon",
        "'weapon' is an aggravating circumstance; here stands a further element, such as for-gain,",
        False,
    ),
    (
        "offences.0.limbs.0.victims",
        ["child", "child"],
        "offences[0].limbs[0].victims",
        "names a kind of victim twice",
        False,
    ),
    (
        "offences.0.penalty.words",
        GONE,
        "offences[0].penalty",
        "wants the law's own words, or a gloss where no source held has them",
        False,
    ),
    (
        "offences.0.penalty.mark",
        "unseen",
        "offences[0].penalty.mark",
        "was not seen, and nevertheless says something: remove one",
        False,
    ),
    (
        "offences.0.penalty.raised",
        "1/3",
        "offences[0].penalty.raised",
        "is a fraction of the base penalty, and this is the base: give it to a tier",
        False,
    ),
    (
        "offences.0.penalty.bound",
        "upper",
        "offences[0].penalty.bound",
        "says which bound a fraction changes, and there is none",
        False,
    ),
    (
        "offences.0.penalty.fine",
        "with",
        "offences[0].penalty.fine",
        "must be one of and, optional, or, and-or, only, not 'with' (did you mean 'and'?)",
        True,
    ),
    (
        "offences.0.penalty.fine",
        "only",
        "offences[0].penalty.fine",
        "a fine is not the only penalty where imprisonment is given",
        False,
    ),
    (
        "offences.0.penalty.fine_amount",
        "100 units",
        "offences[0].penalty.fine",
        "is missing beside its amount: one of and, optional, or, and-or, only",
        False,
    ),
    (
        "offences.0.penalty.life",
        1,
        "offences[0].penalty.life",
        "must be true or false, not a number (1)",
        True,
    ),
    (
        "offences.0.penalty.life_alone",
        True,
        "offences[0].penalty.life_alone",
        "life is not the only sanction where a term of years is given",
        False,
    ),
    (
        "offences.0.penalty.min_years",
        5.5,
        "offences[0].penalty.min_years",
        "must be a whole number from 0 to 999, without quotation marks, not a number (5.5)",
        True,
    ),
    (
        "offences.0.tiers.0.penalty",
        {"words": "by half", "raised": "half"},
        "offences[0].tiers[0].penalty.raised",
        'must be a fraction, such as "1/3" or "1/3 to 1/2", not \'half\'',
        False,
    ),
    (
        "offences.0.tiers.0.effect",
        "factor",
        "offences[0].tiers[0].penalty",
        "a factor is weighed within the range: it has no sanction",
        False,
    ),
    (
        "offences.0.tiers.0.effect",
        "attenuated",
        "offences[0].tiers[0].effect",
        "must be one of graver, factor, lesser, not 'attenuated' (did you mean 'lesser'?)",
        True,
    ),
    (
        "offences.0.tiers.0.all",
        "yes",
        "offences[0].tiers[0].all",
        "must be true or false, not text ('yes')",
        True,
    ),
    (
        "offences.0.tiers.0.circumstances",
        ["circumstances"],
        "offences[0].tiers[0].circumstances",
        "must be text, in quotation marks, not a list",
        True,
    ),
    (
        "offences.0.tiers",
        {"at": "128(2)"},
        "offences[0].tiers",
        "must be a list of tables: write [[offences.tiers]], with two brackets",
        True,
    ),
    (
        "non_punishment.0.effects",
        ["no-penalty"],
        "non_punishment[0].effects",
        'must be a table, such as { for-gain = "for gain" }, not a list',
        True,
    ),
    (
        "non_punishment.0.effects",
        {"recruitment": "x"},
        "non_punishment[0].effects.recruitment",
        "'recruitment' is an act; here stands an effect of a clause, such as",
        False,
    ),
    (
        "non_punishment.0.links",
        {"compeled": "x"},
        "non_punishment[0].links.compeled",
        "unknown concept 'compeled' (did you mean 'compelled'?)",
        False,
    ),
    (
        "non_punishment.0.unlisted",
        "open",
        "non_punishment[0].unlisted",
        "must be one of absent, silent, not 'open'",
        True,
    ),
    (
        "non_punishment",
        {"at": "1"},
        "non_punishment",
        "must be a list of tables: write [[non_punishment]], with two brackets",
        True,
    ),
    (
        "nothing_on",
        GONE,
        "nothing_on",
        "nothing is said of related: give a list, or 'nothing_on' (read, and not there), or",
        False,
    ),
    (
        "nothing_on.means",
        "1",
        "nothing_on.means",
        "contradicts the lists: a list of it is 'silent' and nevertheless this says absent; remove",
        False,
    ),
    (
        "unread.related",
        "1",
        "nothing_on.related",
        "is in 'unread' too: related was read, or it was not",
        False,
    ),
    (
        "nothing_on.related",
        {"at": "1", "searched": "victim"},
        "nothing_on.related.searched",
        "must be a list, in square brackets, not text ('victim')",
        True,
    ),
    (
        "binding",
        {"armenia": {"since": date(2010, 1, 1), "source": "code"}},
        "binding",
        "only an international instrument binds States",
        False,
    ),
    (
        "chapters",
        [{"chapter": "general-part", "read": "whole", "at": "1"}],
        "chapters[0].read",
        "must be one of full, part, no, not 'whole' (did you mean 'full'?)",
        True,
    ),
    (
        "other",
        [{"on": "complaint", "note": "x"}],
        "other[0].on",
        "must be one of prosecution, presumption, evidence, limitation, other, not 'complaint'",
        True,
    ),
    (
        "examples",
        [{"facts": ["recruitment"], "reached": True}],
        "examples[0].reached",
        "must be one of yes, no, undetermined, not a truth value (True)",
        True,
    ),
    (
        "sources.code",
        "Draft Code",
        "sources.code",
        "must be a table, not text ('Draft Code')",
        True,
    ),
    (
        "sources.code.id",
        "other",
        "sources.code.id",
        "unknown key: the head of the table says it, 'code'",
        True,
    ),
    (
        "sources.code.accessed",
        date(2026, 1, 1),
        "sources.code.accessed",
        'must be text, in quotation marks, not a date: write "2026-01-01"',
        False,
    ),
    (
        "sources.code.language",
        "russian",
        "sources.code.language",
        '\'russian\' is no tag of a language: write its code (BCP 47), such as "ru", "hy", "sr-Cyrl"',
        False,
    ),
    (
        "sources.code.kind",
        "bill",
        "sources.code.kind",
        "unknown key; known: type, title, basis, language, author, issued, publisher,",
        True,
    ),
    (
        "vocabulary.acts",
        {"selling-on": "selling on"},
        "vocabulary.acts.selling-on.participle",
        'is missing: how it is told in a case, such as "is received"',
        False,
    ),
    (
        "vocabulary.means",
        {"trick": {"label": "trick", "phrase": "trick"}},
        "vocabulary.means.trick.phrase",
        "must begin with 'by' or 'with', such as \"by deception\", not 'trick'",
        False,
    ),
    (
        "vocabulary.further",
        {"at-night": {"label": "at night", "phrase": "at night"}},
        "vocabulary.further.at-night.without",
        'is missing: how it is told in a case, such as "where nobody gains"',
        False,
    ),
    (
        "vocabulary.purposes",
        ["debt-trap"],
        "vocabulary.purposes",
        "must be a table: write [vocabulary.purposes], not a list",
        True,
    ),
    (
        "vocabulary.purposes.debt-trap",
        {"label": "x", "contains": ["for-gian"]},
        "vocabulary.purposes.debt-trap.contains",
        "unknown concept 'for-gian' (did you mean 'for-gain'?)",
        False,
    ),
    (
        "vocabulary.purposes.debt-trap",
        {"label": "x", "complete": True},
        "vocabulary.purposes.debt-trap.complete",
        "nothing lies under it that could exhaust it: leave 'complete' out",
        False,
    ),
    (
        "vocabulary.purposes.debt-trap",
        {"label": "x", "facet": "means"},
        "vocabulary.purposes.debt-trap.facet",
        "unknown key: the head of the table says it, 'purpose'",
        True,
    ),
    (
        "vocabulary.broader.0.words",
        GONE,
        "vocabulary.broader[0]",
        "wants its authority, source, at, and words or a gloss: 'words' is missing",
        False,
    ),
    (
        "vocabulary.broader.0.lang",
        "ru",
        "vocabulary.broader[0].gloss",
        "is missing: words in 'ru' want their meaning in English",
        False,
    ),
    (
        "vocabulary.broader.0.condition",
        True,
        "vocabulary.broader[0].condition",
        "must be text, in quotation marks, not a truth value (True)",
        True,
    ),
    (
        "vocabulary.broader",
        [
            {
                "narrower": "forced-labour",
                "broader": "debt-trap",
                "source": "code",
                "at": "1",
                "words": "x",
            },
            {
                "narrower": "debt-trap",
                "broader": "forced-labour",
                "source": "code",
                "at": "1",
                "words": "x",
            },
        ],
        "vocabulary.broader[0]",
        "'forced-labour' lies under 'debt-trap', and 'debt-trap' under it: the edges run in a",
        False,
    ),
    (
        "vocabulary.broader.0.broader",
        "deception",
        "vocabulary.broader[0]",
        "joins 'debt-trap' (purpose) with 'deception' (means): two sorts",
        False,
    ),
    (
        "vocabulary.overlaps.0.between",
        "debt-trap",
        "vocabulary.overlaps[0].between",
        "must be a list, in square brackets, not text ('debt-trap')",
        True,
    ),
    (
        "vocabulary.overlaps.0.between",
        ["debt-trap", "forced-labour"],
        "vocabulary.overlaps[0]",
        "'debt-trap' and 'forced-labour' lie one under the other: no overlap is needed",
        False,
    ),
    (
        "instrument",
        "armenia",
        "instrument",
        "unknown key: a draft has 'name' and 'kind' by themselves",
        True,
    ),
    (
        "list",
        {},
        "list",
        "unknown key (did you mean 'lists'?); known: id, name, kind, aliases, in_force, source,",
        True,
    ),
    (
        "offence",
        [],
        "offence",
        "unknown key (did you mean 'offences'?); known: id, name, kind, aliases, in_force, source,",
        True,
    ),
    (
        "sourcs",
        {},
        "sourcs",
        "unknown key (did you mean 'sources'?); known: id, name, kind, aliases, in_force, source,",
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


def as_toml(table, path=""):
    """Tables as a file has them: a line a key, a head a table."""
    below = {
        key: value
        for key, value in table.items()
        if isinstance(value, dict)
        or (isinstance(value, list) and value and all(isinstance(row, dict) for row in value))
    }
    yield from (f"{_key(k)} = {_value(v)}" for k, v in table.items() if k not in below)
    for key, value in below.items():
        inner = f"{path}.{_key(key)}".strip(".")
        rows = value if isinstance(value, list) else [value]
        for row in rows:
            yield f"[[{inner}]]" if isinstance(value, list) else f"[{inner}]"
            yield from as_toml(row, inner)


@pytest.mark.parametrize(
    ("path", "value", "at"),
    [m[:3] for m in MISTAKES if m[1] != "a\x07b"],
    ids=[f"{i}-{m[0]}" for i, m in enumerate(MISTAKES) if m[1] != "a\x07b"],
)
def test_a_mistake_is_told_at_its_line(path, value, at, tmp_path):
    lines = [*as_toml(spoilt(path, value))]
    (tmp_path / "bill.toml").write_text("\n".join(lines), encoding="utf-8")
    corpus = installed()
    shared = (corpus.index, corpus.thesaurus, corpus.bibliography)
    _, found = check_file(tmp_path / "bill.toml", "bill.toml", *shared)
    told = {fault.line for fault in found if fault.path == at}
    *outer, key = re.sub(r"\[\d+\]", "", at).split(".")
    assert told, [str(fault) for fault in found]
    for line in told:
        shown = lines[line - 1] if line else ""
        here = key in shown.partition("=")[0] or f"{key} =" in shown
        held = outer and any(x.strip("[]").endswith(".".join(outer)) for x in lines)
        missing = bool(outer) and outer[-1] in shown if line else not held
        assert here or missing, (at, line, shown)


# --- what is no TOML at all


@pytest.mark.parametrize(
    ("text", "line", "cure"),
    [
        ("source = code", 1, "a text has quotation marks; a date, a number, true and false have"),
        ("source = “code”", 1, "a text has quotation marks"),
        ("a = 1\n\na = 2\nb = 1", 3, "a key stands once in its table, another source in 'also'"),
        ("[x]\na = 1\n[x]\nb = 1", 3, "this table stands above already: put both together"),
        ("[x]\na = 1\n[[x]]\nb = 1", 3, "[x] and [[x]] are not the same"),
        ("x = { a = 1 }\n[x]\nb = 1", 2, "this table stands above already"),
        ("\nx = [1 2]", 2, "a square bracket, or a comma between two values, is missing"),
        ("x = { a = 1 b = 2 }", 1, "a curly bracket, or a comma between two keys, is missing"),
        ('x = "code', 1, "a text ends with a quotation mark"),
        ('x = "one\ntwo"', 1, "a text ends on its line, with a quotation mark"),
        ('x = "C:\\data"', 1, "write a backslash in a text twice"),
        ("name: Bill", 1, "write key = value"),
        ('fraud, deception = "x"', 1, "a key of several names in quotation marks"),
        ("// a comment", 1, "a comment behind #"),
        ("[lists.acts\nat = 1", 1, "the head of a table ends with its bracket"),
        ("read = 18.04.2012", 1, "a date is YYYY-MM-DD"),
        ("read = 18-04-2012", 1, "a date is YYYY-MM-DD"),
        ("read = 2012-02-30", 1, "a date is YYYY-MM-DD, such as 2012-04-18"),
        ("x = 5 years", 1, "a text stands in quotation marks"),
        ("life = True", 1, "true and false have none"),
        ("x =", 1, "a text has quotation marks"),
        ('x = "\\u202e"', 1, "remove it"),
    ],
)
def test_what_is_no_toml_is_told_at_its_line_with_its_cure(text, line, cure):
    _, (fault,) = parse_toml(text, "bill.toml")
    assert fault.line == line
    assert cure in fault.message
    assert str(fault).startswith(f"bill.toml:{line}: ")


# --- the schema


@each([*FILES, *sorted(DRAFTS.glob("*.toml"))], stem)
def test_the_schema_accepts_every_record(path):
    assert accepts(SCHEMA, dated(tomllib.loads(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("made", [skeleton("Bill"), copy_of(installed().version("CoE"), "Bill")])
def test_a_new_draft_tells_an_editor_the_schema_that_is_installed(made):
    address = made.partition("\n")[0].removeprefix("#:schema ")
    shipped = Path(unquote(urlparse(address).path))
    assert json.loads(shipped.read_text(encoding="utf-8")) == SCHEMA
    assert accepts(SCHEMA, dated(tomllib.loads(made)))


def test_the_schema_that_is_shipped_is_that_of_the_records():
    shipped = (DATA / FILE).read_text(encoding="utf-8")
    assert shipped == written(), "write it again: python -m provisions.schema > data/" + FILE
    assert json.loads(shipped)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
