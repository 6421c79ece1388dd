"""What a rule is given to judge: numbers and dates, and nothing of where they came from.

`known.py` makes a Case out of the recorded facts. This is the door at which exact decimals become
floats; no rule sees a record, a file or a clock.
"""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_left, bisect_right
from operator import attrgetter

from kpi.facts.periods import Period, years_between
from kpi.values import NamedTuple, dataclass

#: Two values closer than this share of the larger are the same: what floats make of one sum.
SAME = 1e-9
#: Where a path crosses zero, they are the same within this share of its larger end.
FLOOR = 1e-12


class Point(NamedTuple):  # which is made three times as fast as a dataclass: every fact is one
    """A value at the end of a period, in the target's unit.

    `stated` says that it stands in targets.toml as the baseline and in no observation: it starts
    a path and a trend, and is no evidence of how the series scatters.
    """

    period: Period
    value: float
    standard_error: float | None = None
    stated: bool = False


def between(points: tuple[Point, ...], first: dt.date, last: dt.date) -> tuple[Point, ...]:
    """The points whose periods end from `first` to `last`, of points that ascend by period.

    Found by halving: series of hundreds of values are asked for a few of them again and again.
    """
    start = bisect_left(points, first, key=end_of)
    return points[start : bisect_right(points, last, start, key=end_of)]


def inserted(points: tuple[Point, ...], point: Point) -> tuple[Point, ...]:
    """Points that ascend by period with one more among them, before one of the same last day."""
    index = bisect_left(points, point.period.end, key=end_of)
    return (*points[:index], point, *points[index:])


#: The last day of the period of a point, or of an observation.
end_of = attrgetter("period.end")


@dataclass(frozen=True, slots=True)
class Case:
    """One target's judged series up to its latest value, with its goal.

    `points` ascend by period, one for each period, and end with the current value. The base is
    repeated among them if it is a value of the same series, so that no slope crosses from one
    series to another. `sign` is +1 where more is better and -1 where less is; a value to be kept
    has the sign of the direction from which it may be lost (`keep` is then true).
    """

    sign: int
    goal: float
    deadline: Period | None
    base: Point | None
    points: tuple[Point, ...]
    keep: bool = False
    ceiling: float | None = None
    #: The declared path, if there is one: a name of records.SHAPES or announced (period, value).
    path: str | tuple[Point, ...] | None = None
    #: For a total (a running sum) distance in time is earned schedule.
    total: bool = False
    #: Whether the goal itself is not enough: "more than 30".
    strict: bool = False
    #: "About" a goal is met within this distance of it.
    tolerance: float = 0.0
    #: Whether a value can also be too good: one that is to be kept at an amount.
    two_sided: bool = False
    #: What one unit in the last recorded place is worth: rounding hides anything below it.
    resolution: float = 0.0
    #: Whether zero, or less, is a start of the base's day as well, from which nothing grows.
    straight: bool = False
    #: Whether figures of days after the deadline count: an older goal's, which none had replaced.
    outlived: bool = False

    @property
    def current(self) -> Point | None:
        """The latest point of the series, or None where there is none beside the baseline."""
        return self.points[-1] if self.points else None

    @property
    def met(self) -> bool:
        """Whether the current value has reached the goal: sign * (current - goal) >= 0.

        Strictly beyond it where the goal was to be exceeded; within its tolerance where an amount
        is to be kept. Otherwise there is no tolerance: the rules know no "about".
        """
        if self.current is None:
            return False
        if self.two_sided:
            return abs(self.current.value - self.goal) <= self.tolerance
        beyond = self.sign * (self.current.value - self.goal)
        return beyond > 0 if self.strict else beyond >= 0

    @property
    def moved(self) -> bool:
        """Whether there is a current value later than the base, so that a rate can be taken."""
        return (
            self.base is not None
            and self.current is not None
            and self.current.period.end > self.base.period.end
        )

    @property
    def has_way(self) -> bool:
        """Whether there is a base that has not reached the goal, so that a way leads there."""
        return self.base is not None and self.sign * (self.goal - self.base.value) > 0

    def gap(self, value: float, expected: float) -> float:
        """A value less what was expected of it; 0 where floats cannot tell the two apart."""
        floor = FLOOR * max(abs(self.goal), abs(self.base.value) if self.base else 0.0)
        same = math.isclose(value, expected, rel_tol=SAME, abs_tol=floor)
        return 0.0 if same else value - expected

    def lead(self, value: float, expected: float) -> float:
        """The gap as a lead: positive where the value is better than what was expected of it.

        What is to be kept at an amount is better on the way there, up to the amount itself, and
        worse beyond it; its tolerance is granted on the way, too, of no more than is asked there.
        """
        gap = self.gap(value, expected)
        if not self.two_sided:
            return self.sign * gap
        smaller = abs(expected) < abs(self.goal)  # 5 % of 90 would be an eighth of a row of 40
        tolerance = self.tolerance * abs(expected / self.goal) if smaller else self.tolerance
        if abs(gap) <= tolerance:
            return 0.0
        toward = math.copysign(1.0, self.goal - expected)
        beyond = toward * (value - self.goal) > self.tolerance
        return -abs(gap) if beyond or toward * gap < 0 else abs(gap)

    def years_to(self, period: Period) -> float:
        """Years from the base to `period`. The case must have a base."""
        assert self.base is not None  # noqa: S101 - callers ask `moved` first
        return years_between(self.base.period, period)
