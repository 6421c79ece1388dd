"""The examples in docstrings are true: who reads the code believes them."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
from types import ModuleType

import pytest

import kpi

MODULES = [
    module.name
    for module in pkgutil.walk_packages(kpi.__path__, "kpi.")
    if not module.name.endswith("__main__")
]


class Finder(doctest.DocTestFinder):
    """Finds the examples of functions that are wrapped in another one, too."""

    def _from_module(self, module: ModuleType | None, object: object) -> bool:  # noqa: A002
        own: bool = super()._from_module(module, inspect.unwrap(object))  # type: ignore[misc, arg-type]
        return own


def examples(name: str) -> list[doctest.DocTest]:
    found = Finder().find(importlib.import_module(name))
    return [test for test in found if test.examples]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    runner = doctest.DocTestRunner()
    for test in examples(name):
        assert runner.run(test).failed == 0, test.name


def test_the_examples_are_found() -> None:
    """Also of functions whose answers are remembered."""
    found = {test.name for name in MODULES for test in examples(name)}
    assert len(found) > 50
    assert {"kpi.assess.path.band", "kpi.assess.evidence.known.resolution"} <= found
