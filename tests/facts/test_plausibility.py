"""How far from all that is known a size must be, for another unit to be likely."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kpi.facts.quantities.plausibility import is_far

KNOWN = [Decimal(2), Decimal(10)]


@pytest.mark.parametrize(
    ("size", "share", "far"),
    [
        (500, True, False), (501, True, True), (0.04, True, False), (0.039, True, True),
        (5000, False, False), (5001, False, True), (0.004, False, False), (0.0039, False, True),
    ],
)  # fmt: skip
def test_fifty_times_for_a_share_and_else_five_hundred(size: float, share: bool, far: bool) -> None:
    """The limit itself is near enough."""
    assert is_far(size, KNOWN, share) is far


def test_within_a_narrow_range_anything_is_like_a_share() -> None:
    narrow = [Decimal(4), Decimal(10)]
    assert is_far(501, narrow, share=False, narrow=True)
    assert not is_far(500, narrow, share=False, narrow=True)
    assert not is_far(501, narrow, share=False)
    assert not is_far(501, [*narrow, Decimal(2)], share=False, narrow=True)
    assert not is_far(501, narrow[:1], share=False, narrow=True)
