"""The examples in docstrings are true: who reads the code believes them."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import kpi

MODULES = [
    module.name
    for module in pkgutil.walk_packages(kpi.__path__, "kpi.")
    if not module.name.endswith("__main__")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    module = importlib.import_module(name)
    assert doctest.testmod(module).failed == 0


def test_the_examples_are_found() -> None:
    found = [
        test
        for name in MODULES
        for test in doctest.DocTestFinder().find(importlib.import_module(name))
        if test.examples
    ]
    assert len(found) > 50
