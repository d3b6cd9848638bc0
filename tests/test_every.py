"""A property of many things fails for each that lacks it, and passes for nothing."""

import pytest
from every import each


def test_what_fails_is_told_by_name_and_the_others_are_tried():
    tried = []

    @each([1, 2, 3], lambda n: f"number {n}")
    def odd(n):
        tried.append(n)
        assert n % 2, "is even"

    with pytest.raises(
        pytest.fail.Exception, match=r"1 of 3 fail\nnumber 2: AssertionError: is even"
    ):
        odd()
    assert tried == [1, 2, 3]


def test_an_error_counts_as_a_failure_and_a_tuple_is_some_arguments():
    @each([(1, 1), (1, 0)])
    def divides(a, b):
        assert a / b == 1

    with pytest.raises(pytest.fail.Exception, match=r"\(1, 0\): ZeroDivisionError"):
        divides()


def test_a_property_of_nothing_fails():
    with pytest.raises(AssertionError, match="of nothing"):
        each([])(print)()
