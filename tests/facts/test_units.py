"""In which size the figures of a unit count, and how that is said of another unit."""

from __future__ import annotations

import pytest

from kpi.facts.units import in_size, power_of


@pytest.mark.parametrize(("unit", "power"), [
    ("persons", 0), ("thousand persons", 3), ("persons (thousands)", 3), ("persons (Millions)", 6),
    ("USD (millions)", 6), ("homes ('000)", 3), ("1,000 persons", 3), ("천명", 3), ("백만원", 6),
    ("KRW 100 million", 8), ("%", 0),
])  # fmt: skip
def test_the_size_of_a_unit(unit: str, power: int) -> None:
    """A word for it may stand before or behind, in one or many."""
    assert power_of(unit) == power


@pytest.mark.parametrize(("stated", "unit", "expected"), [
    ("천명", "persons", "thousand persons"), ("백만명", "persons", "million persons"),
    ("10억명", "persons", "billion persons"), ("만명", "persons", "10,000 persons"),
    ("USD (million)", "USD bn", ""), ("명", "persons", "persons"), ("%", "persons", "persons"),
])  # fmt: skip
def test_a_unit_in_another_size(stated: str, unit: str, expected: str) -> None:
    """Only where it can be said so that it is read again."""
    assert in_size(stated, unit) == expected
