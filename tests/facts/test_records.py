"""Which of several goals counts, and in what order records are taken."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from kpi.facts.file_versions import editions, key_of
from kpi.facts.periods import Period
from kpi.facts.records import Goal, Observation, announced_goals, judged_goal
from kpi.values import replace


def goal(value: int, announced: dt.date | None = None, judged: bool = False) -> Goal:
    return Goal(Decimal(value), ">=", ("target", 0, "goal", 0), announced=announced, judged=judged)


EARLY, LATE = dt.date(2021, 1, 1), dt.date(2024, 1, 1)


def test_the_goal_announced_last_counts() -> None:
    """In whatever order the file has them."""
    first, second = goal(30, EARLY), goal(20, LATE)
    assert judged_goal([second, first]) is second
    assert announced_goals([second, first], LATE) == [first, second]
    assert announced_goals([second, first], LATE - dt.timedelta(1)) == [first]
    assert announced_goals([second, first], EARLY - dt.timedelta(1)) == []


def test_a_goal_without_a_day_was_always_known() -> None:
    """A lone goal need not say when it was announced."""
    alone = goal(30)
    assert announced_goals([alone], dt.date.min) == [alone]
    assert announced_goals([goal(20, EARLY), alone])[0] is alone


def test_judged_wins_over_later_goals_once_announced() -> None:
    """Not before its own day. Of one day it is the later in the file."""
    first, second = goal(30, EARLY), goal(20, LATE, judged=True)
    third = goal(10, LATE + dt.timedelta(9))
    assert judged_goal([first, second, third]) is second
    assert judged_goal(announced_goals([first, second, third], EARLY)) is first
    assert judged_goal([second, goal(10, LATE, judged=True)]) is not second


def test_no_goal_is_none() -> None:
    """Nothing was promised."""
    assert judged_goal([]) is None


def test_a_vintage_is_publication_and_revision() -> None:
    """A correction of the same day comes after what it corrects, a later publication after both."""
    made = [
        Observation("x", "main", Period.parse("2023"), Decimal(1), dt.date(2025, 6, day), "", r)
        for day, r in ((9, 1), (8, 2), (8, 1))
    ]
    assert sorted(made, key=lambda one: one.vintage) == [made[2], made[1], made[0]]


def test_which_version_of_a_file_held_a_fact_first_and_which_changed_it() -> None:
    """One that was taken out and came again is a new one."""
    day = dt.date(2025, 6, 8)
    one, other, third, back = (
        Observation("x", "main", Period.parse(year), Decimal(1), day, "")
        for year in ("2021", "2022", "2023", "2024")
    )
    changed = replace(one, value=Decimal(2))
    versions = [[one, back], [changed, other], [changed, other, third, back]]
    line = [
        (dt.datetime(2025, 6, 8, nth, tzinfo=dt.UTC), (nth - 1,) if nth else ()) for nth in range(3)
    ]
    assert editions(versions, line) == {
        key_of(one): (0, 1), key_of(other): (1, None), key_of(third): (2, None),
        key_of(back): (2, None),
    }  # fmt: skip
    assert key_of(one) == ("x", "main", "2021", day, 1)
