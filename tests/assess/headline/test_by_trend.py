"""The trend of the last years, where of the latest of them only a limit is known."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kpi.render.wording.reasons import why
from tests.assess.conftest import Judge, judged

RISING = """
[[target]]
id = "x"
title = "X"
unit = "points"
direction = "up"
path = "linear"
baseline = { period = 2014, value = 600 }
goal = { value = 660, by = 2030 }
"""
#: How good a light is; where nothing is known, nothing is good.
GOOD = {"mixed": 1, "good": 2}


def figures(*said: tuple[int, float], bound: str = "=") -> str:
    """A figure of each year, the last one with a bound."""
    rows = [f"\n--- {year}_{year + 1}-02-01\nvalue = {value}\n" for year, value in said]
    return "".join(rows) + f"bound = '{bound}'\n"


@pytest.mark.parametrize(
    ("last", "exactly", "at_most"),
    [
        (640.12, "wrong way", "wrong way"),  # less than in 2015, which is the first of five years
        (650.8, "stalled", "stalled"),
        (655, "on track", "on track"),
    ],
)
def test_what_each_value_of_a_limit_makes_is_said(
    judge: Judge, last: float, exactly: str, at_most: str
) -> None:
    """The path alone would call 640 on track, and any value up to it leads away from the goal."""
    values = ((2015, 650.59), (2019, 638.96), (2020, last))
    assert judge.word(RISING + figures(*values[:2]), on="2021-03-01") == "on track"
    assert judge.word(RISING + figures(*values), on="2021-03-01") == exactly
    assert judge.word(RISING + figures(*values, bound="<="), on="2021-03-01") == at_most


@pytest.mark.parametrize(
    ("last", "said"), [(24, "possible"), (25, "on track"), (26, "on track")]
)  # fmt: skip
def test_a_limit_that_leaves_the_goal_reached_leaves_it_open(
    judge: Judge, last: int, said: str
) -> None:
    """24 itself would be `met, slipping` after 25; below 20 it would not be met."""
    text = RISING.replace("660", "20").replace("2014", "2018").replace("600", "10")
    values = ((2019, 25), (2021, 20), (2023, 19), (2024, last))
    assert judge.word(text + figures(*values, bound="<="), on="2025-07-01") == said


def test_the_limit_is_named_before_the_trend(judge: Judge) -> None:
    text = RISING + figures((2015, 650.59), (2019, 638.96), (2020, 640.12), bound="<=")
    status = judge(text, on="2021-03-01")
    assert why(status).startswith(
        "The value in 2020 is ≤ 640.1 points, and this is said of the best one that it"
        " leaves. Since 2015 the value has moved away from the goal, by -2.09 points a year."
    )


@settings(max_examples=100, deadline=None)
@given(
    values=st.lists(st.integers(590, 670), min_size=1, max_size=6),
    direction=st.sampled_from(["up", "down", "keep"]),
    comparator=st.sampled_from([">=", "<=", "~"]),
    based=st.booleans(),
)
def test_no_limit_is_better_than_the_best_value_that_it_leaves(
    values: list[int], direction: str, comparator: str, based: bool
) -> None:
    """From the wrong side, the value that it names is the best one."""
    assume(direction != "keep" or comparator != "~" or values[-1] < 627)  # beyond 5 % of 660
    side = {"up": ">=", "down": "<="}.get(direction, comparator)
    text = RISING.replace('"up"', f'"{direction}"').replace("660,", f'660, comparator = "{side}",')
    if direction == "down":
        text = text.replace("600", "700")
    if not based or direction == "keep":
        text = text.replace('path = "linear"\n', "").replace("baseline", "#")
    years = range(2015, 2015 + len(values))
    bound = "<=" if side == ">=" or (side == "~" and values[-1] < 660) else ">="
    said = list(zip(years, values, strict=True))
    lights = [judged(text + figures(*said, bound=one), on="2021-12-01").light
              for one in ("=", bound)]  # fmt: skip
    assert GOOD.get(lights[1], 0) <= GOOD.get(lights[0], 0)


@pytest.mark.parametrize(("by", "verdict"), [(2024, "stalled"), (2034, "no path")])
def test_a_goal_that_was_put_off_asked_for_more_before_also_without_a_baseline(
    judge: Judge, by: int, verdict: str
) -> None:
    """10.3 after 10: a tenth of what 30 by 2024 asked for in 2022, though not by 2034."""
    text = judge.straight.replace('path = "linear"\nbaseline = { period = 2020, value = 10 }\n', "")
    text = text.replace("goal = { value = 30, by = 2030 }\n", "")
    goal = "[[target.goal]]\nannounced = {}-01-01\nvalue = 30\nby = {}\n"
    text += goal.format(2020, by) + goal.format(2025, 2034)
    found = judge(text + judge.yearly({2021: 10, 2022: 10.3}), on="2025-06-01")
    assert found.verdict == verdict
