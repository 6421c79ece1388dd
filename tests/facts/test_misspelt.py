"""Which word was probably meant."""

from __future__ import annotations

import pytest

from kpi.facts.misspelt import closest


@pytest.mark.parametrize(("word", "meant"), [
    ("UP", '"up"'), ("Down", '"down"'), ("KEEP", '"keep"'), ("Rise", '"up"'), ("kep", '"keep"'),
    ("u", ""), ("op", ""), ("sideways", ""), (3, ""),
])  # fmt: skip
def test_a_direction(word: object, meant: str) -> None:
    """Letters may be large; of one or two letters nothing is guessed."""
    assert closest(word, ("up", "down", "keep")) == meant
