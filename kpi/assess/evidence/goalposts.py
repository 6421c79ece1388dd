"""Goals that were moved: which of them holds for a figure of a day.

A goal that was softened is not applied to the time before its announcement.
"""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise

from kpi.assess.case import SAME, Case, Point
from kpi.assess.goal_met import ABOUT, is_about, named_year
from kpi.assess.path import band, expected_at
from kpi.assess.reason import Fact, Reason, because
from kpi.facts.periods import Period, years_between
from kpi.facts.records import Goal, Observation, announced_goals, announcement
from kpi.values import replace


def in_force(goals: tuple[Goal, ...], judged: Goal, kind: str, day: dt.date) -> Goal | None:
    """The goal in force on `day`, if the judged one came later; `goals` ascend by announcement.

    Before the first announcement it is the first goal.
    """
    announced = judged.announced
    if announced is None or day >= announced:
        return None
    first = bisect_left(goals, True, key=lambda goal: goal.announced is not None)
    earlier = goals[first : bisect_left(goals, announced, first, key=announcement)]
    if kind == "annual":  # what was promised of another year is no promise of this one
        earlier = tuple(goal for goal in earlier if named_year(goal) == named_year(judged))
    count = max(bisect_right(earlier, day, key=announcement), 1)
    return earlier[count - 1] if earlier else None


def times_moved(goals: Iterable[Goal], kind: str) -> int:
    """How often something else was asked for: announced together is one story, as is the same.

    A deadline by another name is the same; of an amount the period that is named counts.
    """
    ordered = announced_goals(goals)
    if len(ordered) < 2:
        return 0  # as of most targets
    stories: dict[dt.date | None, set[tuple[object, ...]]] = {}
    for goal in ordered:
        stories.setdefault(goal.announced, set()).add(asked(goal, kind))
    return sum(before != after for before, after in pairwise(stories.values()))


def asked(goal: Goal, kind: str) -> tuple[object, ...]:
    """What a goal asks for, whatever its deadline is called; of an amount the period it names."""
    due = named_year(goal).text if goal.by and kind == "annual" else goal.due
    return goal.value, goal.comparator, due


def is_backdated(goal: Goal) -> bool:
    """Whether a goal was announced after its own deadline."""
    return goal.by is not None and goal.announced is not None and goal.announced > goal.by.end


def is_softer(goal: Goal, older: Goal, case: Case | None, day: dt.date) -> bool:
    """Whether `goal` asks for less than `older`: of a figure of that day, by any shape of path.

    Where the paths do not tell, each year since the base. `case` is that of `goal`, None for a
    milestone, of which it must be done later.
    """
    if case is not None and case.two_sided and older.comparator in ("=", "~"):
        return _is_nearer(goal, older, case, day)
    if _is_same(goal, older):
        return False
    signs = _asked_more(older, goal, case, day)
    if any(sign > 0 for sign in signs):
        return True
    return not (signs and all(sign < 0 for sign in signs)) and _is_slower(goal, older, case)


def _is_same(goal: Goal, older: Goal) -> bool:
    """Whether the same is asked for by the same day, whatever that day is called."""
    return (goal.value, goal.due) == (older.value, older.due)


def _is_nearer(goal: Goal, older: Goal, case: Case, day: dt.date) -> bool:
    """Whether the figure of a day is less far from one amount to be kept than from an older one."""
    value = next((point.value for point in reversed(case.points) if point.period.end == day), None)
    if value is None:
        return False
    before, now = _beyond(value, older), _beyond(value, goal)
    return now < before and not math.isclose(now, before, rel_tol=SAME)


def _beyond(value: float, goal: Goal) -> float:
    """How far a value is from what is kept of an amount."""
    distance, tolerance = abs(value - float(goal.value)), tolerance_of(goal)
    return 0.0 if distance <= tolerance else distance - tolerance


def tolerance_of(goal: Goal) -> float:
    """The distance within which "about" an amount is kept, and what floats add to it.

    0.315 is five per cent above 0.3, and 0.315 - 0.3 more than five per cent of 0.3.
    """
    return float(ABOUT) * abs(float(goal.value)) * (1 + SAME) if goal.comparator == "~" else 0.0


def case_in_force(case: Case, older: Goal | None) -> Case:
    """`case` with the goal whose path holds at the date of its latest value, if it is another.

    One that was due before the path begins is to be kept: no path leads to it.
    """
    if older is None or isinstance(older.value, bool):
        return case
    due = bool(case.base and older.by and older.by.end <= case.base.period.end)
    aim, sign, tolerance = float(older.value), case.sign, case.tolerance
    if case.two_sided and older.comparator in ("=", "~"):
        tolerance = tolerance_of(older)
        sign = 1 if case.current is not None and case.current.value <= aim else -1
    return replace(case, goal=aim, deadline=older.by, keep=due or case.keep, sign=sign,
                   tolerance=tolerance)  # fmt: skip


def by_older_goal(judged: Goal, older: Goal | None) -> tuple[Reason, ...]:
    """That something was compared with another goal than the judged one, if it was."""
    announced = judged.announced
    if older is None or older is judged or announced is None or isinstance(older.value, bool):
        return ()
    facts: dict[str, Fact] = {"goal": float(older.value), "announced": announced}
    if older.by is None:
        return (because("by-older-goal-open", **facts),)
    return (because("by-older-goal", by=older.by, **facts),)


def by_strict(value: float, goal: Goal) -> tuple[Reason, ...]:
    """That more, or less, was promised, where a figure is exactly what was to be passed."""
    if goal.comparator not in (">", "<") or not math.isclose(value, goal.value, rel_tol=SAME):
        return ()
    key = "promised-more" if goal.comparator == ">" else "promised-less"
    return (because(key, goal=float(goal.value)),)


def by_about(figure: Observation, goal: Goal, direction: str) -> tuple[Reason, ...]:
    """That near enough is enough, where a figure fulfils a goal no more than so."""
    if not is_about(figure.value, goal, direction):
        return ()
    return (because("about-enough", goal=float(goal.value), within=float(ABOUT)),)


def _asked_more(older: Goal, goal: Goal, case: Case | None, day: dt.date) -> list[int]:
    """For each shape whether the path to `older` asked for more on a day than that to `goal`.

    1 for more, -1 for less, 0 for as much. A goal can ask for more in the end and for less until
    then; one whose deadline has passed asks for less than a new one that goes on from there.
    """
    if case is None or older.by is None or goal.by is None or isinstance(older.value, bool):
        return []
    when = Period.of_day(day)
    older_paths = band(replace(case, goal=float(older.value), deadline=older.by))
    values = dict(expected_at(band(case), when))
    signs = []
    for shape, older_value in expected_at(older_paths, when):
        if shape in values:
            value = values[shape]
            more = case.sign * (older_value - value)
            same = abs(more) <= SAME * max(abs(older_value), abs(value))
            signs.append(0 if same else 1 if more > 0 else -1)
    return signs


def _is_slower(goal: Goal, older: Goal, case: Case | None) -> bool:
    """Whether `goal` asks for less a year since the base than `older`; of a milestone, later."""
    if case is None:
        return older.by is not None and (goal.by is None or goal.by.end > older.by.end)
    if case.base is None or goal.by is None or older.by is None:
        if goal.value == older.value and goal.by and older.by and not case.keep:
            return goal.by.end > older.by.end  # from wherever it begins, that is slower
        return case.sign * (float(goal.value) - float(older.value)) < 0
    rate = _rate(case.base, float(goal.value), goal.by)
    older_rate = _rate(case.base, float(older.value), older.by)
    if math.isclose(rate, older_rate, rel_tol=SAME):
        return False
    return case.sign * (rate - older_rate) < 0


def _rate(base: Point, value: float, by: Period) -> float:
    """Change asked for a year; without end where the deadline is not after the base."""
    years, change = years_between(base.period, by), value - base.value
    return change / years if years > 0 else math.copysign(math.inf, change)
