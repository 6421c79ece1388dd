"""A figure beside what is known of its target: its size, its neighbours, its kind, its parts."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from kpi.facts.periods import Period
from kpi.facts.quantities.plausibility import (
    counts,
    greatest_change,
    is_far,
    is_leap,
    like_fractions,
    other_kind,
    unlike_its_parts,
    yardsticks,
)
from kpi.facts.records import Baseline, Goal, Observation, Series, Target
from kpi.values import replace

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
    assert is_far(601, [Decimal(4), Decimal(12)], share=False, narrow=True)
    assert not is_far(651, [Decimal(4), Decimal(13)], share=False, narrow=True)


@pytest.mark.parametrize(("sizes", "known", "alike"), [
    ("0.123", "12 30", True), ("1", "12", True), ("1.5", "12", False), ("0.5", "1", False),
    ("0.3 2", "12", False), ("0 0.3", "0.4 12", True), ("0", "12", False), ("0.5", "1.5", True),
])  # fmt: skip
def test_shares_that_look_like_fractions(sizes: str, known: str, alike: bool) -> None:
    """None is above one, one is above zero, and something known is above one."""
    figures = [[Decimal(one) for one in text.split()] for text in (sizes, known)]
    assert like_fractions(*figures) is alike


@pytest.mark.parametrize(("line", "change"), [
    ("", 0), ("7", 0), ("10 13 12", 3), ("10 4 5", 6), ("-3 3", 6),
])  # fmt: skip
def test_the_greatest_change_of_a_line(line: str, change: int) -> None:
    assert greatest_change(map(Decimal, line.split())) == change


@pytest.mark.parametrize(("value", "near", "most", "leap"), [
    ("20", "10", "1.9", True), ("20", "10", "2", False), ("19", "10", "0.1", False),
    ("5", "10", "0.9", True), ("-20", "10", "5.9", True), ("-10", "10", "1", False),
])  # fmt: skip
def test_a_leap_is_a_doubling_of_more_than_five_times_what_was_seen(
    value: str, near: str, most: str, leap: bool
) -> None:
    assert is_leap(Decimal(value), Decimal(near), Decimal(most)) is leap


def fact(value: Decimal | bool, period: str = "2024", **others: Decimal | None) -> Observation:
    return Observation("x", "main", Period.parse(period), value, dt.date(2025, 6, 8), "", **others)  # type: ignore[arg-type]


def test_a_plan_or_a_limit_does_not_count() -> None:
    target = Target("x", "X", "level", "%", "up", (), ())
    found = fact(Decimal(5))
    assert counts(found, target)
    assert not counts(replace(found, status="planned"), target)
    assert not counts(replace(found, bound=">="), target)


def test_what_is_known_of_a_series_is_its_figures_and_those_of_the_target_in_its_unit() -> None:
    """A milestone and a nought have no size."""
    goals = (Goal(Decimal(30), ">=", ()), Goal(Decimal(0), ">=", ()))
    target = Target("x", "X", "level", "%", "up", goals, (), (Series("apart", (), unit="EUR"),))
    known = [fact(Decimal(-5)), fact(Decimal(0)), fact(value=True)]
    assert yardsticks(target, "main", known) == [5, 30]
    assert yardsticks(target, "apart", known) == [5]
    for value, sizes in ((Decimal(3), [30, 3]), (Decimal(0), [30]), (None, [30])):
        begun = replace(target, baseline=Baseline(Period.parse("2020"), (), value))
        assert yardsticks(begun, "main", ()) == sizes


@pytest.mark.parametrize(("period", "among", "other"), [
    ("2024", "2024-Q1 2024-Q2", "2024-Q2"), ("2024", "2024-Q1 2023", None), ("2024", "", None),
    ("2024", "2024-06-30", None), ("2024-06-30", "2024-Q1", None), ("2024-06", "2023", "2023"),
    ("2024", "2024-06 2024-Q2 2024-06-30", "2024-Q2"),
])  # fmt: skip
def test_a_period_of_another_kind(period: str, among: str, other: str | None) -> None:
    """A day may stand for any."""
    found = other_kind(Period.parse(period), [fact(Decimal(1), one) for one in among.split()])
    assert (found and found.text) == other


@pytest.mark.parametrize(("value", "parts", "said"), [
    ("23.4", "2390000 10200000", ""), ("23.9", "2390000 10200000", "23.43 %, not 23.9"),
    ("23.9", "239 1000", ""), ("10.5", "100 1000", "10 %, not 10.5"), ("25.5", "250 1000", ""),
    ("25.6", "250 1000", "25 %, not 25.6"), ("25.513", "250 1000", ""),
    ("-25.5", "-250 1000", ""), ("0", "0 1000", ""),
    ("1", "0 1000", "0 %, not 1"), ("50", "5 0", ""),
])  # fmt: skip
def test_a_share_beside_its_parts(value: str, parts: str, said: str) -> None:
    """Within the rounding of all three; the noughts of 100 and 1,000 are none."""
    numerator, denominator = map(Decimal, parts.split())
    share = fact(Decimal(value), numerator=numerator, denominator=denominator)
    whole = f"{numerator:,} of {denominator:,} is {said}"
    assert unlike_its_parts(share, "%") == (whole if said else "")
    assert not unlike_its_parts(share, "homes")
    assert not unlike_its_parts(fact(Decimal(1), numerator=numerator), "%")
    assert not unlike_its_parts(fact(Decimal(1), denominator=denominator), "%")
    done = fact(value=True, numerator=numerator, denominator=denominator)
    assert not unlike_its_parts(done, "%")
