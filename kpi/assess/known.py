"""What was known of a target by a day: which goal, which value of each period, which baseline.

This is where records become a Case: vintages, series, statuses and bounds are settled here, and
exact decimals become floats. The rules that follow see only the Case.
"""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_right
from decimal import Decimal
from operator import attrgetter

from kpi.assess.case import Case, Point, inserted
from kpi.facts.periods import Period, years_between
from kpi.facts.records import (
    AHEAD,
    MAIN,
    Goal,
    Observation,
    Series,
    Target,
    announced_goals,
    judged_goal,
)
from kpi.values import dataclass, replace

#: "About" is met within this share of the goal (design: `~`).
ABOUT = Decimal("0.05")
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Line:
    """One series as it was known: the value in force for each period, and what it replaced.

    `replaced` holds earlier vintages of the periods in `values`; `uncounted` are the figures that
    are shown and never judged here: plans and budgets, unless the target counts them, forecasts
    of periods that have not begun, and bounds.
    """

    series: Series
    judged: bool
    values: tuple[Observation, ...]
    replaced: tuple[Observation, ...]
    uncounted: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A target on a day, with what had been published by then.

    `case` is None for a milestone. `path_goal` is an older goal, if that is the one whose path
    holds at the date of the latest value: a goal that was softened later is not applied to the
    time before.
    """

    target: Target
    on: dt.date
    as_of: dt.date
    goal: Goal
    goals: tuple[Goal, ...]
    lines: tuple[Line, ...]
    line: Line  # the judged one
    base: Point | None = None
    rebased: bool = False
    case: Case | None = None
    path_goal: Goal | None = None

    @property
    def latest(self) -> Observation | None:
        """The latest judged observation."""
        return self.line.values[-1] if self.line.values else None

    @property
    def deadline(self) -> dt.date | None:
        """The last day of the judged goal's deadline."""
        return self.goal.by.end if self.goal.by is not None else None

    @property
    def in_time(self) -> tuple[Observation, ...]:
        """The judged observations of periods that were over by `on`, up to the deadline."""
        last = min(self.deadline or self.on, self.on)
        values = self.line.values  # they ascend by the last day of their periods
        return values[: bisect_right(values, last, key=lambda one: one.period.end)]

    def meets(self, value: Decimal | bool) -> bool:
        """Whether `value` fulfils the judged goal by its own comparator."""
        return meets(value, self.goal, self.target.direction)

    def goal_at(self, day: dt.date) -> Goal:
        """The goal by which a figure of `day` is judged: not one that was softened only later."""
        return _older(self, day) or self.goal

    def fulfils(self, value: Decimal | bool, day: dt.date) -> bool:
        """Whether a value of `day` fulfils the judged goal, and the one of that day if stricter."""
        return self.meets(value) and meets(value, self.goal_at(day), self.target.direction)


def known(
    target: Target,
    observations: tuple[Observation, ...],
    on: dt.date,
    as_of: dt.date,
    *,
    lean: bool = False,
) -> Known | None:
    """What was known of `target` on `as_of` for judging the day `on`.

    None if no goal of it had been announced by then. With `lean`, the resolution of its figures is
    left at zero: only a projection asks for it.
    """
    goals = tuple(announced_goals(target.goals, as_of))
    goal = judged_goal(target.goals, as_of)
    if goal is None:
        return None
    lines = _lines(target, observations, goals, goal, on, as_of)
    line = next(line for line in lines if line.series.id == target.judged_series)
    seen = Known(target, on, as_of, goal, goals, lines, line)
    if target.kind == "milestone":
        return seen
    exact = tuple([one for one in line.values if one.bound == "="])
    points = tuple([_point(one) for one in exact])
    base, rebased = _base(target, points)
    if base is not None and base.stated and not rebased:
        points = inserted(points, base)
    case = _case(target, goal, base, points, 0.0 if lean else resolution(exact))
    seen = replace(seen, base=base, rebased=rebased, case=case)
    latest = seen.latest
    return replace(seen, path_goal=_older(seen, latest.period.end) if latest is not None else None)


def comparable(line: Line, target: Target) -> bool:
    """Whether a series may be judged against the target's own wording."""
    return line.series.comparable != "no" and line.series.unit in (None, target.unit)


def meets(value: Decimal | bool, goal: Goal, direction: str) -> bool:
    """Whether `value` fulfils `goal`.

    Where more is better an exact or approximate amount is fulfilled by more, too: 1,817bn spent
    of "1,800bn" is kept. Only a value that is to be kept can be too much.
    """
    if isinstance(value, bool) or isinstance(goal.value, bool):
        return value is goal.value
    slack = ABOUT * abs(goal.value) if goal.comparator == "~" else _NOTHING
    if goal.comparator in (">", "<"):
        return value > goal.value if goal.comparator == ">" else value < goal.value
    if goal.comparator == ">=" or (goal.comparator in "=~" and direction == "up"):
        return value >= goal.value - slack
    if goal.comparator == "<=" or direction == "down":
        return value <= goal.value + slack
    return abs(value - goal.value) <= slack


def _lines(
    target: Target,
    observations: tuple[Observation, ...],
    goals: tuple[Goal, ...],
    goal: Goal,
    on: dt.date,
    as_of: dt.date,
) -> tuple[Line, ...]:
    """Every declared series, and `main` if it is used, with what was published by `as_of`."""
    seen = [one for one in observations if one.published <= as_of]
    ids = dict.fromkeys([*(series.id for series in target.series), *[one.series for one in seen]])
    found = {
        id_: seen if len(ids) == 1 else [one for one in seen if one.series == id_] for id_ in ids
    }
    declared = {series.id: series for series in target.series}
    if target.judged_series == MAIN:
        found.setdefault(MAIN, [])
    return tuple(
        _line(declared.get(id_) or Series(id_, target.where), facts, target, goals, goal, on)
        for id_, facts in found.items()
    )


def _line(
    series: Series,
    facts: list[Observation],
    target: Target,
    goals: tuple[Goal, ...],
    goal: Goal,
    on: dt.date,
) -> Line:
    """One series. Periods with the same last day are one value of a level, published twice; the
    amounts of a year and of its last month are two.

    A correction takes the place of what it corrects whatever it says: a value that turns out to be
    a plan is gone. Of two publications the later one counts, also where it gives only a limit.
    """
    values: dict[tuple[dt.date, dt.date], Observation] = {}
    uncounted: list[Observation] = []
    facts, replaced = _corrected(facts)
    counts, annual = target.counts, target.kind == "annual"
    for one in sorted(facts, key=_in_order):
        plain = one.bound == "=" and one.period.end <= on and one.status in counts
        end = one.period.end
        key = (end, one.period.start if annual else end)  # days, since a Period is slow to hash
        if not plain and not _counts(one, target, goals, goal, on):
            uncounted.append(one)
            if key in values and _refutes(one, values[key], counts, on):
                replaced.append(values.pop(key))
            continue
        if key in values:
            replaced.append(values.pop(key))
        values[key] = one
    replaced.sort(key=_in_order)
    judged = series.id == target.judged_series
    shown = {(one.period, one.status, one.bound): one for one in uncounted}  # the last of each
    last = set(map(id, shown.values()))
    replaced += [one for one in uncounted if id(one) not in last]
    return Line(series, judged, tuple(values.values()), tuple(replaced), tuple(shown.values()))


def _corrected(facts: list[Observation]) -> tuple[list[Observation], list[Observation]]:
    """The facts as they were corrected last, and what they said before."""
    if not any(one.revision > 1 for one in facts):
        return facts, []
    last: dict[tuple[str, dt.date], Observation] = {}
    for one in facts:
        name = (one.period.text, one.published)
        if name not in last or one.revision > last[name].revision:
            last[name] = one
    kept = set(map(id, last.values()))
    return list(last.values()), [one for one in facts if id(one) not in kept]


def _refutes(limit: Observation, value: Observation, counts: tuple[str, ...], on: dt.date) -> bool:
    """Whether a limit, published later for the same period, ends that a value or limit counts.

    "More than 100" leaves an exact 102 as it is, and takes the place of "more than 130".
    """
    if limit.bound == "=" or limit.status not in counts or limit.period.end > on:
        return False
    if limit.bound == value.bound:
        return True
    above = value.value >= limit.value
    return not (above if limit.bound == ">=" else value.value <= limit.value)


_in_order = attrgetter("period.end", "published", "revision", "period")


def begun(one: Observation, on: dt.date) -> bool:
    """Whether a figure may count on a day: a forecast's period has begun, a result's has ended."""
    return (one.period.start if one.status in AHEAD else one.period.end) <= on


def _counts(
    one: Observation, target: Target, goals: tuple[Goal, ...], goal: Goal, on: dt.date
) -> bool:
    """Whether a figure is judged: by its status, its period and its bound.

    A period that has not begun by `on` has only forecasts, and so has one that is not over and
    ends after the deadline. A bound is no value; it counts where it shows by itself that the goal
    is met.
    """
    if one.status not in target.counts:
        return False
    if not begun(one, on):
        return False
    over = one.period.end <= on
    if target.kind == "milestone":
        return over  # nothing is done by a forecast
    in_time = goal.by is None or one.period.end <= goal.by.end
    if one.bound != "=":
        return over and in_time and _shows(one, target, goals, goal)
    return over or in_time


def _shows(one: Observation, target: Target, goals: tuple[Goal, ...], goal: Goal) -> bool:
    """Whether a bound shows that the goal is met, and each one before, if it is older than it."""
    side = {"up": ">=", "down": "<="}.get(target.direction, goal.comparator.ljust(2, "="))
    late = goal.announced is not None and one.period.end < goal.announced
    asked = [goal, *(goals if late else ())]
    return one.bound == side and all(meets(one.value, each, target.direction) for each in asked)


def _point(one: Observation) -> Point:
    error = None if one.standard_error is None else float(one.standard_error)
    return _new(Point, (one.period, float(one.value), error, False))


_new = tuple.__new__


def _base(target: Target, points: tuple[Point, ...]) -> tuple[Point | None, bool]:
    """Where the path starts, and whether that is not the stated baseline.

    The judged series' own value wins over a statement: the one of the baseline's period, or, if
    the baseline is not known to belong to the series, its nearest earlier or else first value. In
    the undeclared series `main` there is nothing else that a baseline could belong to.
    """
    stated = target.baseline
    if stated is None:
        return None, False
    value = float(stated.value) if stated.value is not None else None
    for point in points:
        if point.period.end == stated.period.end:
            return point, value is not None and point.value != value
    owner = stated.series or MAIN
    if not points or (value is not None and owner == target.judged_series):
        return (Point(stated.period, value, stated=True) if value is not None else None), False
    earlier = [point for point in points if point.period.end < stated.period.end]
    return (earlier[-1] if earlier else points[0]), True


def _case(
    target: Target, goal: Goal, base: Point | None, points: tuple[Point, ...], unit: float
) -> Case:
    declared = target.path
    path = (
        tuple(Point(row.by, float(row.value)) for row in declared)
        if isinstance(declared, tuple)
        else declared
    )
    aim = float(goal.value)
    current = points[-1].value if points else aim
    return Case(
        sign=_sign(target.direction, goal.comparator, current, aim),
        goal=aim,
        deadline=goal.by,
        base=base,
        points=points,
        keep=target.direction == "keep",
        ceiling=float(target.ceiling) if target.ceiling is not None else None,
        path=path,
        total=target.kind == "total",
        strict=goal.comparator in (">", "<"),
        tolerance=float(ABOUT) * abs(aim) if goal.comparator == "~" else 0.0,
        two_sided=target.direction == "keep" and goal.comparator in ("=", "~"),
        resolution=unit,
    )


def _sign(direction: str, comparator: str, current: float, goal: float) -> int:
    """+1 where more is better. What is to be kept is lost from the side its comparator guards."""
    if direction != "keep":
        return 1 if direction == "up" else -1
    if comparator in (">=", ">"):
        return 1
    if comparator in ("<=", "<"):
        return -1
    return 1 if current <= goal else -1


def resolution(observations: tuple[Observation, ...]) -> float:
    """What one unit in the last written place of the most precise figure is worth.

    >>> resolution(())
    0.0
    """
    places = [one.value.as_tuple().exponent for one in observations
              if isinstance(one.value, Decimal)]  # fmt: skip
    return float(10 ** min(int(place) for place in places)) if places else 0.0


def _older(seen: Known, day: dt.date) -> Goal | None:
    """The goal in force on `day`, if the judged one came later and is softer.

    Before the first announcement it is the first goal.
    """
    announced = seen.goal.announced
    if announced is None or day >= announced:
        return None
    before = [one for one in seen.goals if one.announced and one.announced < announced]
    then = [one for one in before if one.announced and one.announced <= day] or before[:1]
    return then[-1] if then and _softer(seen.goal, then[-1], seen) else None


def _softer(goal: Goal, older: Goal, seen: Known) -> bool:
    """Whether `goal` asks for less a year since the base than `older`; of a milestone, later."""
    if seen.case is None:
        return older.by is not None and (goal.by is None or goal.by.end > older.by.end)
    if seen.base is None or goal.by is None or older.by is None:
        return seen.case.sign * (float(goal.value) - float(older.value)) < 0
    asked = [
        _rate(seen.base, float(one.value), one.by) for one in (goal, older) if one.by is not None
    ]
    return seen.case.sign * (asked[0] - asked[1]) < 0


def _rate(base: Point, value: float, by: Period) -> float:
    """Change asked for a year; without end where the deadline is not after the base."""
    years, change = years_between(base.period, by), value - base.value
    return change / years if years > 0 else math.copysign(math.inf, change)
