"""What was known of a target by a day: which goal, which baseline, and the Case made of them.

Which figure counts for each period is settled in `series_lines`; here exact decimals become
floats. The rules that follow see only the Case.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from decimal import Decimal
from itertools import repeat
from operator import attrgetter, is_

from kpi.assess.case import Case, Point, end_of, inserted
from kpi.assess.evidence.forecasts import is_forecast
from kpi.assess.evidence.goalposts import case_in_force, in_force, is_softer, tolerance_of
from kpi.assess.evidence.path_start import start_of
from kpi.assess.evidence.series_lines import LONG, Line, comparable, lines_of
from kpi.assess.goal_met import meets
from kpi.facts.records import (
    PLANS,
    Goal,
    Observation,
    PathRow,
    Target,
    announced_goals,
    as_known,
    judged_goal,
)
from kpi.values import dataclass, remembered, replace


@dataclass(frozen=True, slots=True)
class Known:
    """A target on a day, with what had been published by then: `seen`, wherever it is judged.

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
    start_limit: Observation | None = None  # by which alone the start is known
    case: Case | None = None
    path_goal: Goal | None = None

    @property
    def comparable(self) -> bool:
        """Whether the judged series may be judged against the target's own wording."""
        return comparable(self.line, self.target)

    @property
    def case_at_hand(self) -> Case:
        """The case, for the rules that follow on those of milestones, which have none."""
        assert self.case is not None  # noqa: S101 - else a rule stands too early
        return self.case

    @property
    def path_case(self) -> Case:
        """The case with the goal whose path holds at the date of the latest value."""
        return case_in_force(self.case_at_hand, self.path_goal)

    @property
    def latest(self) -> Observation | None:
        """The latest judged observation."""
        return self.line.values[-1] if self.line.values else None

    @property
    def latest_at_hand(self) -> Observation:
        """The latest judged observation, for the rules that follow on `no data`."""
        assert self.latest is not None  # noqa: S101 - else a rule stands too early
        return self.latest

    @property
    def hoped(self) -> Observation | None:
        """The latest judged observation, if it is a forecast that reaches the goal."""
        latest = self.latest
        hoped = latest is not None and is_forecast(latest) and self.fulfilled_by(latest)
        return latest if hoped else None

    @property
    def last_measured(self) -> Observation | None:
        """The latest judged observation that is no forecast, nor a plan for after the deadline."""
        for figure in reversed(self.line.measured):
            if self.is_up_to_deadline(figure) or figure.status not in PLANS:
                return figure
        return None

    @property
    def due(self) -> dt.date | None:
        """The last day of the judged goal's deadline."""
        return self.goal.due

    @property
    def past_due(self) -> bool:
        """Whether the deadline has passed."""
        return self.due is not None and self.on > self.due

    @property
    def in_time(self) -> tuple[Observation, ...]:
        """The judged observations of periods that were over by `on`, up to the deadline.

        Without forecasts.
        """
        values = self.line.measured
        return values[: self._over(values)]

    @property
    def last_in_time(self) -> Observation | None:
        """The last one of `in_time`, by which a deadline is decided; None if there is none."""
        values = self.line.measured
        count = self._over(values)
        return values[count - 1] if count else None

    def _over(self, values: tuple[Observation, ...]) -> int:
        """How many of them are `in_time`: they ascend by the last day of their periods."""
        return bisect_right(values, min(self.due or self.on, self.on), key=end_of)

    def is_up_to_deadline(self, figure: Observation) -> bool:
        """Whether a figure is of a period up to the deadline, as any is where there is none."""
        due = self.due
        return due is None or figure.period.end <= due

    def meets(self, value: Decimal | bool) -> bool:
        """Whether `value` fulfils the judged goal by its own comparator."""
        return meets(value, self.goal, self.target.direction)

    def promised(self, day: dt.date) -> Goal:
        """The goal in force on `day`, which may have been moved since."""
        return in_force(self.goals, self.goal, self.target.kind, day) or self.goal

    def goal_at(self, day: dt.date) -> Goal:
        """The goal by which a figure of `day` is judged: not one that was softened only later."""
        promised = self.promised(day)
        softened = promised is not self.goal and is_softer(self.goal, promised, self.case, day)
        return promised if softened else self.goal

    def fulfils(self, value: Decimal | bool, day: dt.date) -> bool:
        """Whether a value of `day` fulfils the judged goal, and the one in force on that day.

        Whichever of the two asks for more a year: where less is better, 22 by 2019 in place of 5 by
        2023 does, and yet a 21 of the years before has not met what was promised then.
        """
        return self.meets(value) and meets(value, self.promised(day), self.target.direction)

    def fulfilled_by(self, figure: Observation | None) -> bool:
        """Whether there is a figure, and what it says of its own day fulfils the goal."""
        return figure is not None and self.fulfils(figure.value, figure.period.end)

    def decisive(self, last: Observation) -> Goal:
        """The goal by which a figure falls short: an older one, if that is the stricter."""
        day = last.period.end
        goal = self.goal_at(day)
        return self.promised(day) if goal is self.goal and self.meets(last.value) else goal


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
    seen = _seen(target, observations, on, as_of)
    if seen is None:
        return None
    if any(goal.change is not None for goal in seen.goals):
        from kpi.assess.evidence.relative_goals import on_own_base  # hardly any target has such

        target = on_own_base(target, seen.line)
        if target is not seen.target:
            seen = _seen(target, observations, on, as_of) or seen
    if target.kind == "milestone":
        return seen
    points = _points(seen.line.values)
    return _measured(seen, points, 0.0 if lean else resolution(seen.line.values))


def _seen(
    target: Target, observations: tuple[Observation, ...], on: dt.date, as_of: dt.date
) -> Known | None:
    """The goals and the series that were known; None if no goal had been announced by then."""
    goals = tuple(announced_goals(target.goals, as_of))
    goal = judged_goal(goals)
    if goal is None:
        return None
    lines = lines_of(target, observations, goals, goal, on, as_of)
    line = next(line for line in lines if line.series.id == target.judged_series)
    return Known(target, on, as_of, goal, goals, lines, line)


def with_value(seen: Known, figure: Observation, value: Decimal) -> Known:
    """`seen` with another value of one of its judged figures, which counts as before.

    What `known` would find, in a tenth of its time: a needed value is sought by trying sixty.
    """
    values = seen.line.values
    index = next(index for index, held in enumerate(values) if held is figure)
    other = replace(figure, value=value)
    judged = replace(seen.line, values=(*values[:index], other, *values[index + 1 :]))
    lines = tuple(judged if line is seen.line else line for line in seen.lines)
    seen, case = replace(seen, line=judged, lines=lines), seen.case_at_hand
    (changed,) = _exact((other,))
    points = tuple([changed if point.period is figure.period else point
                    for point in case.points if not point.stated])  # fmt: skip
    return _measured(seen, points, case.resolution)


def _measured(seen: Known, points: tuple[Point, ...], unit: float) -> Known:
    """`seen` with what follows from its exact figures: its base, its case, and whose path holds."""
    firm = seen.line.without_forecasts(points)  # what was expected does not refute a baseline
    start = start_of(seen.target, seen.line, firm)
    base, stated = start.point, seen.target.baseline
    if base and stated and firm is not points:  # nor does one stand where the path is to begin
        ends = {point.period.end for point in firm}
        first = max(base.period.end, stated.period.end)
        points = tuple([p for p in points if p.period.end in ends or p.period.end > first])
    if base is not None and not any(point is base for point in points):
        # A quarter that ends with the year of the baseline is another figure of that day.
        points = tuple([point for point in points if point.period.end != base.period.end])
        points = inserted(points, base)
    case = _case(seen.target, seen.goal, base, points, unit)
    case = replace(case, straight=True) if start.straight else case
    seen = replace(seen, base=base, rebased=start.rebased, start_limit=start.limit, case=case,
                   path_goal=None)  # fmt: skip
    latest = seen.latest
    goal = seen.goal_at(latest.period.end) if latest is not None else seen.goal
    return seen if goal is seen.goal else replace(seen, path_goal=goal)


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
    values_then, points_then = _last
    if len(values_then) > len(values) or not all(map(is_, values_then, values)):
        values_then, points_then = (), ()
    fresh = _exact(values[len(values_then) :])
    _last = values, (*points_then, *fresh) if fresh else points_then
    return _last[1]


def _exact(values: tuple[Observation, ...]) -> list[Point]:
    """Those that are no limits, as points: every fact goes through here, so none costs a call."""
    if _NO_ERROR.issuperset(map(_error, values)) and _EXACTLY.issuperset(
        map(_bound, values)
    ):  # as of most
        parts = zip(map(_period, values), map(_number, values), repeat(None), repeat(False))
        return list(map(_new, repeat(Point), parts))
    exact = [(figure, figure.standard_error) for figure in values if figure.bound == "="]
    return [_new(Point, (f.period, f.number, None if error is None else float(error), False))
            for f, error in exact]  # fmt: skip


_new = tuple.__new__
_period, _number, _error, _bound = map(attrgetter, ("period", "number", "standard_error", "bound"))
_EXACTLY, _NO_ERROR = frozenset(["="]), frozenset([None])


def _case(
    target: Target, goal: Goal, base: Point | None, points: tuple[Point, ...], unit: float
) -> Case:
    """What the rules judge, in floats; `unit` is the resolution of the figures."""
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
        tolerance=tolerance_of(goal),
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


def resolution(observations: tuple[Observation, ...]) -> float:
    """What one unit in the last written place of the most precise figure is worth.

    Limits have no say in it.

    >>> resolution(())
    0.0
    """
    places = [figure.value.as_tuple().exponent for figure in observations
              if figure.bound == "=" and isinstance(figure.value, Decimal)]  # fmt: skip
    return float(10 ** min(int(place) for place in places)) if places else 0.0
