"""Where the path of a target starts: at its stated baseline, or at what its judged series says.

A start that is too far from the goal makes whatever came after it look good, so of two that are
possible it is the nearer one.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from kpi.assess.case import Point, end_of
from kpi.assess.evidence.forecasts import is_result
from kpi.assess.evidence.limit_logic import alike, without_taken_back
from kpi.assess.evidence.series_lines import Line
from kpi.facts.periods import ends_one
from kpi.facts.records import MAIN, Baseline, Observation, Target, corrected
from kpi.values import NamedTuple


class Start(NamedTuple):
    """The first point of a path.

    `rebased` says that it is not the stated baseline. With `limit` it is what a limit of its time
    leaves: the start is there or nearer to the goal. `straight` says that zero, or less, is said of
    its day as well: nothing grows from there.
    """

    point: Point | None = None
    rebased: bool = False
    limit: Observation | None = None
    straight: bool = False


def start_of(target: Target, line: Line, points: tuple[Point, ...]) -> Start:
    """The start of the path of a target, judged by `line`, of which `points` were measured.

    The judged series' own value wins over a statement: the one of the baseline's period, or, if
    the baseline is not known to belong to the series, its nearest earlier or else first value. In
    the undeclared series `main` there is nothing else that a baseline could belong to; but what was
    said of some day ("the current one percent") does not stand against a year's own figure, nor
    what was said of a year against its last quarter, if that was nearer to the goal. And of the
    baseline's own time nothing stands against a limit that refutes it.
    """
    stated = target.baseline
    if stated is None:
        return Start()
    point, rebased = _known_start(target, stated, line, points)
    limit = least_start(target, stated, line)
    if point is None or limit is None or not nearer(float(limit.value), point.value, target):
        return Start(point, rebased, straight=_beside_nothing(point, stated, target))
    start = Point(limit.period, float(limit.value), stated=True)
    return Start(start, True, limit, straight=point.value <= 0)


def _beside_nothing(point: Point | None, stated: Baseline, target: Target) -> bool:
    """Whether a start is a quarter's, and zero or less was stated of the year that ends with it.

    The quarter asks for more on a straight line. A curve of growth, which only it has, asks for
    less than any path from the zero.
    """
    if point is None or stated.value is None or stated.value > 0:
        return False
    owned = (stated.series or MAIN) == target.judged_series
    same_day = point.period.end == stated.period.end
    return owned and same_day and not alike(point.period, stated.period)


def _known_start(
    target: Target, stated: Baseline, line: Line, points: tuple[Point, ...]
) -> tuple[Point | None, bool]:
    """The start by values alone, and whether it is not the stated one."""
    value = float(stated.value) if stated.value is not None else None
    index = bisect_left(points, stated.period.end, key=end_of)
    there = index < len(points) and points[index].period.end == stated.period.end
    same_day = points[index] if there else None
    own = same_day
    if same_day is None or not alike(same_day.period, stated.period):
        own = _beside(line, stated, target)
    if own is not None:
        return own, value is not None and own.value != value
    owned = (stated.series or MAIN) == target.judged_series
    if same_day and value is not None and (not owned or nearer(same_day.value, value, target)):
        return same_day, same_day.value != value
    alien = stated.series is None and _contradicted(target, stated, points, index)
    if not points or (value is not None and owned and not alien):
        return (Point(stated.period, value, stated=True) if value is not None else None), False
    before = points[max(index - 1, 0)]
    if value is None and same_day is not None and nearer(same_day.value, before.value, target):
        return same_day, True
    return before, True


_bound = attrgetter("bound")


def _beside(line: Line, stated: Baseline, target: Target) -> Point | None:
    """The series' own figure of the baseline's period, where another one of its last day counts."""
    own = [figure for figure in line.uncounted
             if figure.bound == "=" and is_result(figure, target)
             and alike(figure.period, stated.period)]  # fmt: skip
    if not own:
        return None
    last = max(own, key=lambda figure: figure.vintage)
    error = last.standard_error
    return Point(last.period, float(last.value), float(error) if error is not None else None)


def least_start(target: Target, stated: Baseline, line: Line) -> Observation | None:
    """The limit in force that came out for the baseline's own time, from the side of the start."""
    side = {"up": ">=", "down": "<="}.get(target.direction)
    facts = list(line.facts)
    if side not in set(map(_bound, facts)):
        return None
    results = [figure for figure in corrected(facts)[0]
               if is_result(figure, target) and alike(figure.period, stated.period)]  # fmt: skip
    limits = [limit for limit in without_taken_back(results) if limit.bound == side]
    sign = -1 if side == "<=" else 1
    return max(limits, key=lambda limit: sign * limit.value, default=None)


def nearer(value: float, other: float, target: Target) -> bool:
    """Whether a value is nearer to the goal than another one; neither is to one to be kept."""
    return {"up": value > other, "down": value < other}.get(target.direction, False)


def _contradicted(
    target: Target, stated: Baseline, points: tuple[Point, ...], index: int
) -> bool:  # fmt: skip
    """Whether what was said of a day or a month is refuted by the series' own longer periods.

    By the figure before it, where that is nearer to the goal already and the series goes on.
    `index` is where the baseline would stand among the points.
    """
    if stated.value is None or not 0 < index < len(points):
        return False
    if target.kind != "level":
        return False  # a running total may begin anew
    before = points[index - 1]
    stated_days, own_days = ((p.end - p.start).days for p in (stated.period, before.period))
    near = (stated.period.end - before.period.end).days <= own_days + 4  # the period just before
    within = near and stated_days < own_days and not ends_one(stated.period.end, before.period.kind)
    return within and nearer(before.value, float(stated.value), target)
