"""The values a target should pass through on its way from the base to the goal.

    linear      P = b + (T - b) u
    geometric   P = b (T / b)^u, for positive b and T
    logistic    P = K / (1 + e^-z), z = L(b) + (L(T) - L(b)) u, L(v) = ln(v / (K - v))
    step        nothing before the deadline, then T
    announced   straight lines between the announced rows

with u the share of the time from base to deadline that has passed. Before the base a path stays at
the base's value, after the deadline at the goal.

Sources: values observed against a projected trajectory are the Digital Decade's way (European
Commission, C(2023) 7500); announced rows are a road as Beeminder walks it; the inverse is Lipke's
earned schedule.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate, pairwise

from kpi.assess.case import Case, Point
from kpi.facts.periods import Period, years_between
from kpi.values import dataclass, remembered


@dataclass(frozen=True, slots=True)
class Path:
    """One path. `value_at` gives what is expected at a period's end, in the target's unit.

    `years_at` is its inverse: years after `origin` (the base; for announced rows without a base
    the first row) at which the path has a value. Either gives None where nothing is defined.
    `years_to` counts the years from `origin` to a period as the path counts them.
    """

    shape: str  # linear | geometric | logistic | step | announced
    value_at: Callable[[Period], float | None]
    years_at: Callable[[float], float | None]
    origin: Period | None = None
    lines: Lines | None = None  # of announced rows

    def years_to(self, period: Period) -> float:
        """Years from `origin` to a period; raises ValueError for a path that begins nowhere."""
        if self.lines is not None:
            return self.lines.years_to(period)
        if self.origin is None:
            raise ValueError("the path begins nowhere")
        return years_between(self.origin, period)


@remembered(1)  # the verdict asks for it, a rule of the panel, and whoever shows it
def band(case: Case) -> tuple[Path, ...]:
    """The declared path alone, or else the two plausible ones between which methods disagree.

    Without a declared path: linear and logistic for a rising share with a ceiling above its goal,
    linear and geometric for other positive values, linear where zero or a sign forbids more. A
    value to be kept, or whose base is already at or beyond the goal, has one flat path at the
    goal. Empty where nothing can be drawn: no base, no deadline after it, or a declared shape that
    the values forbid (geometric from zero, logistic without a ceiling).

    Source: the choice of shapes, and how often each side of the band came true, is worked out in
    research.md 10.6 (a back-test on 4,227 country-cases).

    >>> base = Point(Period.parse("2023"), 1.0)
    >>> case = Case(1, 30.0, Period.parse("2030"), base, (base,), ceiling=100.0)
    >>> [(path.shape, round(path.value_at(Period.parse("2025")), 2)) for path in band(case)]
    [('linear', 9.29), ('logistic', 2.86)]
    """
    if isinstance(case.path, tuple):
        return _announced(case, case.path)
    if case.path == "step":
        return _step(case)
    if case.keep or (case.base and case.deadline is not None and not case.has_way):
        return (_flat(case),)
    paths = (_shaped(shape, case) for shape in ([case.path] if case.path else _plausible(case)))
    return tuple(path for path in paths if path is not None)


def expected_at(paths: tuple[Path, ...], period: Period) -> tuple[tuple[str, float], ...]:
    """What each path asks for at a period's end, by its shape, where it asks for anything."""
    heights = ((path.shape, path.value_at(period)) for path in paths)
    return tuple([(shape, height) for shape, height in heights if height is not None])


def lead_years(path: Path, case: Case) -> float | None:
    """Years by which the current value is ahead of the path; negative is behind.

    The time at which the path has the current value, minus the current value's own time: earned
    schedule minus actual time, SV(t) = ES - AT (Lipke). research.md 6 writes t_c - P^-1(c), the
    opposite sign, which would make "ahead" negative and contradicts its own section 8. A value
    beyond the goal is on the path until the deadline, so the lead never exceeds the time left.
    A value short of the base counts as a time before the base. None where the path has no such
    time.

    >>> base = Point(Period.parse("2020"), 0.0)
    >>> points = (base, Point(Period.parse("2022"), 3.0))
    >>> case = Case(1, 10.0, Period.parse("2030"), base, points)
    >>> lead_years(band(case)[0], case)
    1.0
    """
    if case.current is None or path.origin is None:
        return None
    earned = path.years_at(case.current.value)
    if earned is None:
        return None
    return earned - path.years_to(case.current.period)


def least_lead(paths: tuple[Path, ...], case: Case) -> tuple[float, str] | None:
    """Years for which the current value stays on every path, from its own date; negative: late.

    The strictest path decides, and its shape is named: a missing plan's shape can turn half a
    year late into a year (docs/research.md 8). None where a path has no such time.
    """
    period = case.current.period if case.current is not None else None
    asking = [period is not None and path.value_at(period) is not None for path in paths]
    leads = [(lead_years(path, case) if asks else None, path.shape)
             for path, asks in zip(paths, asking, strict=True)]  # fmt: skip
    known_leads = [(lead, shape) for lead, shape in leads if lead is not None]
    return min(known_leads) if known_leads and len(known_leads) == len(leads) else None


# ---------------------------------------------------------------------------------------------
# Straight, geometric and logistic: one line in the right scale
# ---------------------------------------------------------------------------------------------


def logit(v: float, ceiling: float) -> float:
    """ln(v / (K - v)), for 0 < v < K.

    >>> logit(50.0, 100.0)
    0.0
    """
    return math.log(v) - math.log(ceiling - v)


def expit(z: float, ceiling: float) -> float:
    """K / (1 + e^-z), the inverse of `logit`, without overflow for any z.

    >>> expit(0.0, 100.0)
    50.0
    """
    e = math.exp(-abs(z))
    return ceiling / (1 + e) if z >= 0 else ceiling * e / (1 + e)


def part_of_way(v: float, v0: float, v1: float) -> float:
    """(v - v0) / (v1 - v0), by halves where the differences exceed what a float can hold.

    Assumes that v0 and v1 differ. Infinite only where the quotient itself is.

    >>> part_of_way(0.0, -1.7e308, 1.7e308)
    0.5
    """
    if math.isinf(v1 - v0) or math.isinf(v - v0):
        v, v0, v1 = v / 2, v0 / 2, v1 / 2
    return (v - v0) / (v1 - v0)


def _plausible(case: Case) -> tuple[str, ...]:
    """The shapes of the band for a case without a declared path."""
    if case.base is None or case.straight or case.base.value <= 0 or case.goal <= 0:
        return ("linear",)
    rising_share = case.sign > 0 and case.ceiling is not None and case.goal < case.ceiling
    return ("linear", "logistic" if rising_share else "geometric")


#: A shape's scale: the function that makes it a straight line, and that function's inverse. Both
#: take the value and the ceiling. What lies outside a scale raises ValueError or OverflowError.
Scale = tuple[Callable[[float, float], float], Callable[[float, float], float]]
_SCALES: dict[str, Scale] = {
    "linear": (lambda v, _: v, lambda z, _: z),
    "geometric": (lambda v, _: math.log(v), lambda z, _: math.exp(z)),
    "logistic": (logit, expit),
}


def _shaped(shape: str, case: Case) -> Path | None:
    """The path of a named shape, or None where base, deadline or scale do not allow it."""
    years = _years_of_path(case)
    if case.base is None or years is None:
        return None
    b, goal, origin, due = case.base.value, case.goal, case.base.period, case.deadline
    ceiling = math.inf if case.ceiling is None else case.ceiling
    if shape == "logistic" and math.isinf(ceiling):
        return None
    forward, back = _SCALES[shape]
    try:
        zb, zt = forward(b, ceiling), forward(goal, ceiling)
    except ValueError:
        return None  # a logarithm of nothing, or of less
    if zb == zt:
        return None  # two values that no float can tell apart in this scale

    def value_at(period: Period) -> float | None:
        if due is not None and period.end >= due.end:
            return goal  # quarters and days count its years otherwise by a ten-thousandth
        u = years_between(origin, period) / years
        if u <= 0:
            return b
        try:
            return goal if u >= 1 else back(zb * (1 - u) + zt * u, ceiling)
        except OverflowError:
            return None  # at the very end of what a float can hold

    def years_at(v: float) -> float | None:
        if case.sign * (v - goal) >= 0:
            return years
        try:
            t = years * part_of_way(forward(v, ceiling), zb, zt)
        except ValueError:
            return None  # the scale does not reach so far: no time before the base has this value
        return t if math.isfinite(t) else None

    return Path(shape, value_at, years_at, origin)


def _years_of_path(case: Case) -> float | None:
    """Years from base to deadline; None unless both are there and the deadline is the later."""
    if case.base is None or case.deadline is None or case.deadline.end <= case.base.period.end:
        return None
    return years_between(case.base.period, case.deadline)


# ---------------------------------------------------------------------------------------------
# Flat, step and announced rows
# ---------------------------------------------------------------------------------------------


def _flat(case: Case) -> Path:
    """At the goal on every day. A value that holds it is on the path until the deadline."""
    years = _years_of_path(case)

    def years_at(v: float) -> float | None:
        return years if case.sign * (v - case.goal) >= 0 else None

    return Path("linear", lambda _: case.goal, years_at, case.base.period if case.base else None)


def _step(case: Case) -> tuple[Path, ...]:
    """Nothing before the deadline and the goal from then on: no time can be earned on it."""
    deadline = case.deadline
    if deadline is None:
        return ()

    def value_at(period: Period) -> float | None:
        return case.goal if period.end >= deadline.end else None

    return (Path("step", value_at, lambda _: None, case.base.period if case.base else None),)


def _announced(case: Case, rows: tuple[Point, ...]) -> tuple[Path, ...]:
    """Straight lines through the base, the announced rows and the goal.

    A base that lies after the first row starts nothing: what was announced stands. The goal stands
    at the deadline, whatever a row says for that day or later. Without a base nothing is expected
    before the first row.
    """
    knots = _knots(case, rows)
    lines, origin = Lines(knots), knots[0].period

    def value_at(period: Period) -> float | None:
        if period.end < origin.end and case.base is None:
            return None
        return lines.height(period)

    def years_at(v: float) -> float:
        return lines.earned(v, case.sign)

    return (Path("announced", value_at, years_at, origin, lines),)


def _knots(case: Case, rows: tuple[Point, ...]) -> list[Point]:
    """Base if it comes first, rows up to the deadline, goal: ascending, one for each day.

    What was announced for the base's own day stands: a lower value of the series in its place
    would ask for less until the next row.
    """
    ends = [Point(case.deadline, case.goal)] if case.deadline is not None else []
    by_day = {row.period.end: row for row in (*rows, *ends)}
    base = case.base
    if base is not None and all(base.period.end <= row.period.end for row in rows):
        by_day.setdefault(base.period.end, base)
    return [
        by_day[day] for day in sorted(by_day) if case.deadline is None or day <= case.deadline.end
    ]


class Lines:
    """Straight lines from knot to knot, each counted from its own two ends.

    From 2022 to 2025 the year 2024 is two thirds, whatever kind of period the first knot is: a
    base that was said on a day in January does not turn the years between two rows into days.
    """

    def __init__(self, knots: list[Point]) -> None:
        self._knots = knots
        self._ends = [knot.period.end for knot in knots]
        spans = (years_between(knot.period, other.period) for knot, other in pairwise(knots))
        self._at = list(accumulate(spans, initial=0.0))  # years from the first knot to each

    def _before(self, period: Period) -> int:
        """The number of the last knot that is not after `period`; -1 before the first."""
        return bisect_right(self._ends, period.end) - 1

    def years_to(self, period: Period) -> float:
        """Years from the first knot to a period; negative before it."""
        index = max(self._before(period), 0)
        return self._at[index] + years_between(self._knots[index].period, period)

    def height(self, period: Period) -> float:
        """The height at a period's end, flat before the first knot and after the last."""
        index = self._before(period)
        if index < 0 or index == len(self._knots) - 1:
            return self._knots[max(index, 0)].value
        first, following = self._knots[index : index + 2]
        u = years_between(first.period, period) / years_between(first.period, following.period)
        u = min(max(u, 0.0), 1.0)
        return first.value * (1 - u) + following.value * u

    def earned(self, v: float, sign: int) -> float:
        """Earned schedule: the latest time at which no more than `v` was to be reached, in years.

        ES = C + I with C the last row that `v` has reached and I the part of the next one (Lipke);
        the end where `v` has reached the last row, and the start where it has not reached the
        first. On a flat stretch the latest time counts.
        """
        if sign * (v - self._knots[-1].value) >= 0:
            return self._at[-1]
        for index in reversed(range(len(self._knots) - 1)):
            first, following = self._knots[index : index + 2]
            if sign * (v - first.value) >= 0:
                part = part_of_way(v, first.value, following.value)
                return self._at[index] + (self._at[index + 1] - self._at[index]) * part
        return self._at[0]
