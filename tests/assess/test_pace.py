"""Pace so far, needed and of the last five years; shares of the way and of the time."""

from __future__ import annotations

import pytest

from kpi.assess.pace import (
    Pace,
    expected_index,
    pace,
    recent_change,
    share_of_time,
    share_of_way,
    status_index,
)
from kpi.values import replace
from tests.assess.cases import case, points

# docs/research.md 11, D without its tail: 10 (2020) → 20 (2025), 30 by 2030.
TEN_TO_TWENTY = {2020: 10.0, 2025: 20.0}


def test_pace_so_far_and_needed() -> None:
    """10 in five years are 2 a year; 10 are left for five years."""
    found = pace(case(TEN_TO_TWENTY, 30))
    assert (found.so_far, found.needed, found.acceleration) == (2, 2, 1)


def test_pace_of_a_falling_value_has_its_own_sign() -> None:
    """From 100 to 60 in five years, 20 by 2030: -8 a year, and -8 are needed."""
    found = pace(case({2020: 100.0, 2025: 60.0}, 20, better="down"))
    assert (found.so_far, found.needed, found.recent) == (-8, -8, -8)


def test_the_ai_example_needs_five_times_its_pace() -> None:
    """docs/research.md 11, A: 1 % (2023) to 3 % (2025), 30 % by 2030: 27/5 over 2/2 is 5.4."""
    assert pace(case({2023: 1.0, 2024: 1.8, 2025: 3.0}, 30)).acceleration == pytest.approx(5.4)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Pace(so_far=0.0, needed=2.0), None),
        (Pace(so_far=None, needed=2.0), None),
        (Pace(so_far=2.0, needed=None), None),
        (Pace(so_far=-1.0, needed=2.0), -2.0),
        (Pace(so_far=2.0, needed=0.0), 0.0),
    ],
)
def test_acceleration(found: Pace, expected: float | None) -> None:
    """Nothing is divided by nothing; the other way is negative."""
    assert found.acceleration == expected


def test_no_pace_without_a_later_value() -> None:
    """One value, or a base later than all values: none so far, but one is needed."""
    assert pace(case({2020: 10.0}, 30)).so_far is None
    assert pace(case({2020: 10.0}, 30)).needed == 2
    assert pace(case({}, 30, base=False)) == Pace()


@pytest.mark.parametrize("by", [None, 2025, 2024])
def test_no_pace_is_needed_without_time(by: int | None) -> None:
    """No deadline, or none left."""
    assert pace(case(TEN_TO_TWENTY, 30, by)).needed is None


@pytest.mark.parametrize(
    ("values", "since", "expected"),
    [
        ({2020: 0.0, 2025: 10.0}, "2020", 2.0),  # exactly five years
        ({2019: 0.0, 2020: 5.0, 2025: 10.0}, "2020", 1.0),
        ({2019: 0.0, 2025: 12.0}, "2019", 2.0),  # none in the window: the last before it
        ({2010: 9.0, 2019: 0.0, 2025: 12.0}, "2019", 2.0),
        ({2021: 0.0, 2023: 100.0, 2025: 8.0}, "2021", 2.0),  # what lies between does not matter
        ({2024: 0.0, 2025: 8.0}, "2024", 8.0),
        ({"2024-Q1": 1.0, "2024-Q3": 2.0}, "2024-Q1", 2.0),
        ({"2019-12-31": 0.0, "2024-12-31": 5.0}, "2019-12-31", 5 / (1827 / 365.25)),
        ({"2019-12-31": 0.0, 2024: 5.0}, "2019-12-31", 5 / (1827 / 365.25)),
        (
            {"2019-12-31": 0.0, "2023-06-30": 4.0, "2024-12-31": 5.0},
            "2019-12-31",
            5 / (1827 / 365.25),
        ),
        ({"0002": 0.0, "0003": 2.0}, "0002", 2.0),  # there are no five years before it
        ({"2019-12-28": 0.0, "2020-01-01": 5.0, "2024-12-31": 5.0}, "2020-01-01", 0.0),
    ],
)
def test_the_window_of_the_recent_trend(
    values: dict[int | str, float], since: str, expected: float
) -> None:
    """The last up to five years by the calendar, leap days or not."""
    found, change = recent_change(points(values))  # type: ignore[arg-type]
    assert str(found) == since
    assert change == pytest.approx(expected)


def test_no_trend_of_one_value_or_none() -> None:
    """Two points make a slope."""
    assert recent_change(()) == (None, None)
    assert recent_change(points({2025: 1.0})) == (None, None)
    assert recent_change(points({2025: 1.0}) * 2) == (None, None)  # and not on one day


@pytest.mark.parametrize(
    ("values", "goal", "expected"),
    [
        (TEN_TO_TWENTY, 30, 0.5),
        ({2020: 10.0, 2025: 5.0}, 30, -0.25),
        ({2020: 10.0, 2025: 40.0}, 30, 1.5),
        ({2020: 10.0, 2025: 20.0}, 10, None),  # no way to go
        ({2020: 10.0}, 30, None),
    ],
)
def test_share_of_way(values: dict[int, float], goal: float, expected: float | None) -> None:
    """From base to goal; it may be negative or more than all."""
    assert share_of_way(case(values, goal)) == expected


def test_what_can_only_be_lost_has_no_way_to_go() -> None:
    """A share of 35 to 25, of a goal of 30 that was there before, is no 200 per cent of the way."""
    lost = case({2020: 35.0, 2025: 25.0}, 30)
    assert (share_of_way(lost), status_index(lost), expected_index(lost)) == (None, -20, None)
    kept = case({2020: 95.0, 2025: 91.0}, 90, keep=True)
    assert (share_of_way(kept), status_index(kept), expected_index(kept)) == (None, 10, None)
    fallen = case({2020: 95.0, 2025: 89.0}, 90, keep=True)
    assert (share_of_way(fallen), status_index(fallen)) == (None, None)


def test_share_of_time_is_taken_at_the_latest_values_date() -> None:
    """2020 to 2025 of 2020 to 2030, whatever today is."""
    assert share_of_time(case(TEN_TO_TWENTY, 30)) == 0.5
    assert share_of_time(case(TEN_TO_TWENTY, 30, None)) is None
    assert share_of_time(case(TEN_TO_TWENTY, 30, 2020)) is None
    assert share_of_time(case(TEN_TO_TWENTY, 30, base=False)) is None


def test_the_index_that_a_straight_line_expects() -> None:
    """10 times the share of time, at most 10; none where nothing came after the base."""
    assert expected_index(case(TEN_TO_TWENTY, 30)) == 5
    assert expected_index(case(TEN_TO_TWENTY, 30, 2040)) == 2.5
    assert expected_index(case(TEN_TO_TWENTY, 30, 2023)) == 10
    assert expected_index(case({2020: 10.0}, 30)) is None
    assert expected_index(case(TEN_TO_TWENTY, 30, None)) is None
    assert expected_index(replace(case(TEN_TO_TWENTY, 30), path="step")) is None


def test_the_index_that_was_reached() -> None:
    """Half of the way is 5, a loss is negative, and met is 10, however far beyond."""
    assert status_index(case(TEN_TO_TWENTY, 30)) == 5
    assert status_index(case({2020: 10.0, 2025: 8.0}, 30)) == -1
    assert status_index(case({2020: 10.0, 2025: 40.0}, 30)) == 10
    assert status_index(case({2020: 10.0}, 30)) is None
    assert status_index(case({2020: 40.0, 2025: 35.0}, 30)) == 10  # met from the first
    assert status_index(case({2020: 40.0, 2025: 30.0}, 20, better="down")) == 5
    assert status_index(replace(case({2020: 10.0, 2025: 30.0}, 30), strict=True)) == 10  # all of it
