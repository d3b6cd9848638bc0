"""Records are values: they refuse change, are equal and hash by what they say, and pickle and copy whole."""

import copy
import pickle

import pytest
from attrs import evolve

import provisions
from provisions.records import Table
from provisions.vocabulary import Thesaurus

NAMES = [i.id for i in provisions.instruments()]


@pytest.mark.parametrize("name", NAMES)
def test_every_version_pickles_copies_and_hashes_to_itself(name):
    for version in provisions.versions(name):
        for twin in (
            pickle.loads(pickle.dumps(version)),
            copy.deepcopy(version),
            copy.copy(version),
        ):
            assert twin == version
            assert hash(twin) == hash(version)
            assert list(twin.lists) == list(version.lists)


def test_versions_that_say_something_else_are_not_equal():
    coe = provisions.get("CoE")
    other = evolve(coe, notes=("read again",))
    assert other != coe
    assert len({coe, other, copy.deepcopy(coe)}) == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.__setitem__("a", 2),
        lambda t: t.__delitem__("a"),
        lambda t: t.update(b=1),
        lambda t: t.pop("a"),
        lambda t: t.popitem(),
        lambda t: t.clear(),
        lambda t: t.setdefault("b", 1),
        lambda t: t.__ior__({"b": 1}),
    ],
)
def test_a_table_refuses_change_and_says_what_to_do(change):
    table = Table(a=1)
    with pytest.raises(TypeError, match=r"attrs\.evolve"):
        change(table)
    assert table == {"a": 1}


def test_a_record_refuses_change():
    coe = provisions.get("CoE")
    with pytest.raises(TypeError, match="cannot be changed"):
        coe.lists["acts"] = None
    with pytest.raises(AttributeError):
        coe.source = "other"


def test_a_thesaurus_is_equal_by_what_it_says():
    words = provisions.thesaurus()
    assert Thesaurus(dict(words.concepts), words.broader, words.overlaps) == words
    assert Thesaurus(words.concepts, words.broader[1:], words.overlaps) != words
    backwards = dict(reversed(words.concepts.items()))
    assert Thesaurus(backwards, words.broader, words.overlaps) != words, (
        "the order is that of every table"
    )


def test_what_a_thesaurus_has_worked_out_is_not_pickled():
    words = provisions.thesaurus()
    fresh = Thesaurus(words.concepts, words.broader, words.overlaps)
    before = pickle.dumps(fresh)
    for concept in fresh:
        fresh.under(concept.id)
        fresh.over(concept.id)
    assert hash(fresh) == hash(words)
    assert pickle.dumps(fresh) == before
    twin = pickle.loads(before)
    assert twin == words
    assert hash(twin) == hash(words)
    assert twin.under("other-coercion") == words.under("other-coercion")
