"""What was known of a target by a day: which goal, which baseline, and the Case made of them.

Which figure counts for each period is settled in `lines`; here exact decimals become floats. The
rules that follow see only the Case.
"""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_left, bisect_right
from decimal import Decimal
from operator import is_

from kpi.assess.ahead import is_forecast
from kpi.assess.case import SAME, Case, Point, end_of, inserted
from kpi.assess.lines import LONG, Line, lines_of
from kpi.assess.meeting import ABOUT, meets, named_year
from kpi.assess.path import band
from kpi.facts.periods import Period, years_between
from kpi.facts.records import (
    MAIN,
    PLANS,
    Goal,
    Observation,
    PathRow,
    Target,
    announced_goals,
    announcement,
    as_known,
    judged_goal,
)
from kpi.values import dataclass, remembered, replace


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
    def last_measured(self) -> Observation | None:
        """The latest judged observation that is no forecast, nor a plan for after the deadline."""
        last = self.deadline
        for one in reversed(self.line.measured):
            if last is None or one.period.end <= last or one.status not in PLANS:
                return one
        return None

    @property
    def deadline(self) -> dt.date | None:
        """The last day of the judged goal's deadline."""
        return self.goal.by.end if self.goal.by is not None else None

    @property
    def in_time(self) -> tuple[Observation, ...]:
        """The judged observations of periods that were over by `on`, up to the deadline.

        Without forecasts.
        """
        last = min(self.deadline or self.on, self.on)
        values = self.line.measured  # they ascend by the last day of their periods
        return values[: bisect_right(values, last, key=end_of)]

    def meets(self, value: Decimal | bool) -> bool:
        """Whether `value` fulfils the judged goal by its own comparator."""
        return meets(value, self.goal, self.target.direction)

    def goal_at(self, day: dt.date) -> Goal:
        """The goal by which a figure of `day` is judged: not one that was softened only later."""
        return _older(self, day) or self.goal

    def fulfils(self, value: Decimal | bool, day: dt.date) -> bool:
        """Whether a value of `day` fulfils the judged goal, and the one of that day if stricter.

        Stricter by its pace, or by its value alone: 22 by 2019 in place of 5 by 2023 asks for more
        a year, and a 21 of the years before has not met what was promised then.
        """
        asked = [self.goal, self.goal_at(day), _in_force(self, day) or self.goal]
        return all(meets(value, one, self.target.direction) for one in asked)

    def decisive(self, last: Observation) -> Goal:
        """The goal by which a figure falls short: an older one, if that is the stricter."""
        day = last.period.end
        older = self.goal_at(day)
        if older is self.goal and self.meets(last.value):
            return _in_force(self, day) or self.goal
        return older


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
    target = as_known(target, on, as_of)
    goals = tuple(announced_goals(target.goals, as_of))
    goal = judged_goal(goals)
    if goal is None:
        return None
    lines = lines_of(target, observations, goals, goal, on, as_of)
    line = next(line for line in lines if line.series.id == target.judged_series)
    seen = Known(target, on, as_of, goal, goals, lines, line)
    if target.kind == "milestone":
        return seen
    points = _points(line.values)
    return _measured(seen, points, 0.0 if lean else resolution(line.values))


def with_value(seen: Known, figure: Observation, value: Decimal) -> Known:
    """`seen` with another value of one of its judged figures, which counts as before.

    What `known` would find, in a tenth of its time: a needed value is sought by trying sixty.
    """
    values = seen.line.values
    at = next(at for at, one in enumerate(values) if one is figure)
    another = replace(figure, value=value)
    line = replace(seen.line, values=(*values[:at], another, *values[at + 1 :]))
    lines = tuple(line if one is seen.line else one for one in seen.lines)
    seen = replace(seen, line=line, lines=lines)
    if seen.case is None:
        return seen
    (other,) = _exact((another,))
    points = tuple([other if one.period is figure.period else one
                    for one in seen.case.points if not one.stated])  # fmt: skip
    return _measured(seen, points, seen.case.resolution)


def _measured(seen: Known, points: tuple[Point, ...], unit: float) -> Known:
    """`seen` with what follows from its exact figures: its base, its case, and whose path holds."""
    firm = _without_forecasts(seen, points)
    base, rebased = _base(seen.target, firm)
    if base is not None and firm is not points:  # nor does one stand where the path begins
        ends, start = {one.period.end for one in firm}, base.period.end
        points = tuple([one for one in points if one.period.end in ends or one.period.end > start])
    if base is not None and base.stated and not rebased:
        points = inserted(points, base)
    case = _case(seen.target, seen.goal, base, points, unit)
    seen = replace(seen, base=base, rebased=rebased, case=case)
    latest = seen.latest
    return replace(seen, path_goal=_older(seen, latest.period.end) if latest is not None else None)


def _without_forecasts(seen: Known, points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The points from which a path may start beside a stated baseline: those that were measured.

    What was expected of a time does not stand against what was said of it.
    """
    stated = seen.target.baseline
    if not seen.line.expects or stated is None:
        return points
    expected = {one.period.end for one in seen.line.values if is_forecast(one)}
    return tuple([one for one in points if one.period.end not in expected])


#: The values of the line that was judged last, and their points.
_last: tuple[tuple[Observation, ...], tuple[Point, ...]] = ((), ())


def _points(values: tuple[Observation, ...]) -> tuple[Point, ...]:
    """The exact ones among values, as points.

    A feed judges a line on hundreds of days, with a value more on each: of those that were there
    the points are at hand. They are told by their places in memory, which they keep while they are.
    """
    global _last
    if len(values) < LONG:
        return tuple(_exact(values))
    seen, points = _last
    if len(seen) > len(values) or not all(map(is_, seen, values)):
        seen, points = (), ()
    fresh = _exact(values[len(seen) :])
    _last = values, (*points, *fresh) if fresh else points
    return _last[1]


def _exact(values: tuple[Observation, ...]) -> list[Point]:
    """Those that are no limits, as points: every fact goes through here, so none costs a call."""
    exact = [(one, one.standard_error) for one in values if one.bound == "="]
    return [_new(Point, (one.period, float(one.value), None if s is None else float(s), False))
            for one, s in exact]  # fmt: skip


_new = tuple.__new__


def _base(target: Target, points: tuple[Point, ...]) -> tuple[Point | None, bool]:
    """Where the path starts, and whether that is not the stated baseline.

    The judged series' own value wins over a statement: the one of the baseline's period, or, if
    the baseline is not known to belong to the series, its nearest earlier or else first value. In
    the undeclared series `main` there is nothing else that a baseline could belong to; but what was
    said of some day ("the current one percent") does not stand against a year's own figure.
    """
    stated = target.baseline
    if stated is None:
        return None, False
    value = float(stated.value) if stated.value is not None else None
    at = bisect_left(points, stated.period.end, key=end_of)
    if at < len(points) and points[at].period.end == stated.period.end:
        return points[at], value is not None and points[at].value != value
    owner = stated.series or MAIN
    alien = stated.series is None and _contradicted(target, points, at)
    if not points or (value is not None and owner == target.judged_series and not alien):
        return (Point(stated.period, value, stated=True) if value is not None else None), False
    return points[max(at - 1, 0)], True


def _contradicted(target: Target, points: tuple[Point, ...], at: int) -> bool:
    """Whether what was said of a day or a month is refuted by the series' own longer periods.

    By the figure before it, where that is nearer to the goal already and the series goes on. `at`
    is where the baseline would stand among the points.
    """
    stated = target.baseline
    sign = {"up": 1, "down": -1}.get(target.direction, 0)
    if stated is None or stated.value is None or not 0 < at < len(points):
        return False
    if target.kind != "level":
        return False  # a running total may begin anew
    before = points[at - 1]
    said, own = ((one.end - one.start).days for one in (stated.period, before.period))
    near = (stated.period.end - before.period.end).days <= own + 4  # the period just before
    within = near and said < own and not _ends_one(stated.period.end, before.period.kind)
    return within and sign * (before.value - float(stated.value)) > 0


_FIRST_MONTHS = {"year": (1,), "semester": (1, 7), "quarter": (1, 4, 7, 10)}


def _ends_one(day: dt.date, kind: str) -> bool:
    """Whether a day is the last one of a period of a kind; it is as good as that period."""
    if day == dt.date.max:
        return True
    following = day + dt.timedelta(1)
    if kind == "week":
        return following.weekday() == 0
    return following.day == 1 and following.month in _FIRST_MONTHS.get(kind, (following.month,))


def _case(
    target: Target, goal: Goal, base: Point | None, points: tuple[Point, ...], unit: float
) -> Case:
    path = _rows(target.path) if isinstance(target.path, tuple) else target.path
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


@remembered(1)
def _rows(path: tuple[PathRow, ...]) -> tuple[Point, ...]:
    return tuple(Point(row.by, float(row.value)) for row in path)


def _sign(direction: str, comparator: str, current: float, goal: float) -> int:
    """+1 where more is better. What is to be kept is lost from the side its comparator guards."""
    if direction != "keep":
        return 1 if direction == "up" else -1
    if comparator in (">=", ">"):
        return 1
    if comparator in ("<=", "<"):
        return -1
    return 1 if current <= goal else -1


@remembered(1)
def resolution(observations: tuple[Observation, ...]) -> float:
    """What one unit in the last written place of the most precise figure is worth.

    Limits have no say in it.

    >>> resolution(())
    0.0
    """
    places = [one.value.as_tuple().exponent for one in observations
              if one.bound == "=" and isinstance(one.value, Decimal)]  # fmt: skip
    return float(10 ** min(int(place) for place in places)) if places else 0.0


def case_in_force(case: Case, older: Goal | None) -> Case:
    """`case` with the goal whose path holds at the date of its latest value, if it is another."""
    if older is None or isinstance(older.value, bool):
        return case
    due = bool(case.base and older.by and older.by.end <= case.base.period.end)
    return replace(case, goal=float(older.value), deadline=older.by, keep=due or case.keep)


def _older(seen: Known, day: dt.date) -> Goal | None:
    """The goal in force on `day`, if the judged one came later and is softer."""
    older = _in_force(seen, day)
    if older is None:
        return None
    asked = _asked(older, seen, day)
    softer = any(one > 0 for one in asked)
    if not softer and not (asked and all(one < 0 for one in asked)):
        softer = _softer(seen.goal, older, seen)
    return older if softer else None


def _asked(older: Goal, seen: Known, day: dt.date) -> list[int]:
    """For each shape whether the path to `older` asked for more on a day than that to the judged
    goal: 1, less: -1, or as much: 0.

    A goal can ask for more in the end and for less until then; one whose deadline has passed asks
    for less than a new one that goes on from there.
    """
    case = seen.case
    if case is None or older.by is None or seen.goal.by is None or isinstance(older.value, bool):
        return []
    when = Period.parse(day.isoformat())
    before = band(replace(case, goal=float(older.value), deadline=older.by))
    now = {path.shape: path.value_at(when) for path in band(case)}
    found = []
    for path in before:
        then, asked = path.value_at(when), now.get(path.shape)
        if then is not None and asked is not None:
            more = case.sign * (then - asked)
            same = abs(more) <= SAME * max(abs(then), abs(asked))
            found.append(0 if same else 1 if more > 0 else -1)
    return found


def _in_force(seen: Known, day: dt.date) -> Goal | None:
    """The goal in force on `day`, if the judged one came later.

    Before the first announcement it is the first goal.
    """
    announced = seen.goal.announced
    if announced is None or day >= announced:
        return None
    first = bisect_left(seen.goals, True, key=lambda one: one.announced is not None)
    before = seen.goals[first : bisect_left(seen.goals, announced, first, key=announcement)]
    if seen.target.kind == "annual":  # what was promised of another year is no promise of this one
        before = tuple(one for one in before if named_year(one) == named_year(seen.goal))
    then = max(bisect_right(before, day, key=announcement), 1)
    return before[then - 1] if before else None


def _softer(goal: Goal, older: Goal, seen: Known) -> bool:
    """Whether `goal` asks for less a year since the base than `older`; of a milestone, later."""
    if seen.case is None:
        return older.by is not None and (goal.by is None or goal.by.end > older.by.end)
    if seen.base is None or goal.by is None or older.by is None:
        return seen.case.sign * (float(goal.value) - float(older.value)) < 0
    asked = [
        _rate(seen.base, float(one.value), one.by) for one in (goal, older) if one.by is not None
    ]
    if math.isclose(*asked, rel_tol=SAME):
        return False
    return seen.case.sign * (asked[0] - asked[1]) < 0


def _rate(base: Point, value: float, by: Period) -> float:
    """Change asked for a year; without end where the deadline is not after the base."""
    years, change = years_between(base.period, by), value - base.value
    return change / years if years > 0 else math.copysign(math.inf, change)
