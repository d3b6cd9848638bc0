"""Every example in a docstring is run."""

import doctest
import importlib
import pkgutil

import pytest

import comparators
import provisions

MODULES = sorted(
    found.name
    for package in (provisions, comparators)
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + ".")
    if not found.name.endswith("__main__")
)


@pytest.mark.parametrize("name", ["comparators", "provisions", *MODULES])
def test_the_examples_of_a_module_are_run(name):
    found = doctest.testmod(importlib.import_module(name))
    assert found.failed == 0
