"""Where a series leads by the deadline, and with what probability the goal is met.

A random walk with drift: from the last value on, the mean change goes on and chance adds up.

    beta    = (z_n - z_1) / (t_n - t_1)
    m       = z_n + beta h                                   h = years from t_n to the deadline
    sigma^2 = sum (dz_i - beta dt_i)^2 / dt_i / (n - 2)
    se      = sigma sqrt(h (1 + h / (t_n - t_1)))            n - 2 degrees of freedom

z is the value in a scale in which the walk makes sense: logits under a ceiling, logarithms, or the
plain value. For a yearly series this is Hyndman and Athanasopoulos, Forecasting: Principles and
Practice, table 5.2; for uneven spacing each change has the variance sigma^2 dt (research.md 10.1).

The interval of the model is too narrow: 80 % intervals covered 67 % of what came five to seven
years later, and 81 % once doubled (research.md 10.5, four indicators, 18 runs). So the standard
error is doubled from five years on, and in between in proportion.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from kpi.assess import student_t
from kpi.assess.case import Case, Point
from kpi.assess.path import expit, logit
from kpi.assess.reason import Reason, because
from kpi.facts.periods import DAYS_PER_YEAR, Period, years_between
from kpi.values import dataclass

LEVEL = 0.8
LEAST_POINTS = 3
#: Standard deviation of a rounding error, uniform over one unit of the last place: 1 / sqrt(12).
ROUNDING = 0.29
#: Horizons in years, and the factor by which the standard error is widened there.
NARROW, WIDE = (1.0, 1.0), (5.0, 2.0)
#: No probability nearer to certainty than this is claimed: from a handful of values a millionth is
#: a statement about the model's tail, not about the world. What is held back says so (`held_back`).
LEAST_PROBABILITY = 1e-6
#: Scatter below this part of the largest value is the last bits of the arithmetic, and none.
NOTHING = 1e-12


@dataclass(frozen=True, slots=True)
class Projection:
    """The series at the deadline: median, interval and the probability that the goal is met.

    `value`, `low` and `high` are in the target's unit; `low` to `high` holds `level` of the
    probability. `widened` is the factor on the standard error for a long horizon. `very_weak` says
    that it rests on three values, with one degree of freedom. `straight` says that the values lie
    on a line so exactly that their scatter is taken to be that of their rounding. `held_back` says
    that the probability came out nearer to 0 or 1 than LEAST_PROBABILITY and was set to that.
    `season` is the last period of the values, where only those of the deadline's own half, quarter
    or month were taken.
    """

    date: dt.date
    value: float
    low: float
    high: float
    level: float
    probability: float
    method: str
    n: int
    df: int
    widened: float
    very_weak: bool
    straight: bool = False
    held_back: bool = False
    season: Period | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """What makes a walk of a value: a monotone function, its inverse and its derivative."""

    name: str  # "", " on logits", " on logs"
    to: Callable[[float], float]
    back: Callable[[float], float]
    slope: Callable[[float], float]  # of `to`: what an error of one unit is worth there


@dataclass(frozen=True, slots=True)
class Drift:
    """A random walk with drift at its horizon, in the scale of its values."""

    median: float
    sigma: float  # standard deviation of a year's change about the drift
    stretch: float  # se = sigma * stretch
    df: int

    @property
    def se(self) -> float:
        """Standard error of the value at the horizon."""
        return self.sigma * self.stretch


def project(case: Case) -> Projection | Reason:
    """The projection of a case's series to its deadline, or the reason why there is none.

    It is made while the deadline lies ahead of the last value, also if the goal is met by now:
    then the probability is that of still meeting it. Refused under three values; where one
    of a share is 0 or its ceiling, which no walk between them touches; and where the values show no
    scatter and no rounding is known, from which nothing follows about chance.

    >>> from kpi.facts.periods import Period
    >>> points = [Point(Period.parse(str(2023 + n)), v) for n, v in enumerate((1.0, 1.6, 2.9, 4.5))]
    >>> case = Case(1, 30.0, Period.parse("2030"), points[0], tuple(points), ceiling=100.0)
    >>> found = project(case)
    >>> found.method, round(found.value, 2), found.df, found.widened
    ('random walk with drift on logits', 26.86, 2, 1.75)
    """
    refusal = _refusal(case)
    if refusal is not None:
        return refusal
    try:
        projection = _project(case, choose_scale(case))
    except (OverflowError, ZeroDivisionError):
        return because("projection-too-large")
    if isinstance(projection, Reason):
        return projection
    numbers = (projection.value, projection.low, projection.high, projection.probability)
    return projection if all(map(math.isfinite, numbers)) else because("projection-too-large")


def _refusal(case: Case) -> Reason | None:
    points, deadline = _observed(case.points), case.deadline
    if deadline is None:
        return because("projection-no-deadline")
    if len(points) < LEAST_POINTS:
        return because("projection-few-points", n=len(points), least=LEAST_POINTS)
    if deadline.end <= points[-1].period.end:
        return because("projection-deadline-reached", deadline=deadline)
    ends = _at_an_end(case, points)
    return because("projection-at-an-end", value=ends.value, period=ends.period) if ends else None


def _at_an_end(case: Case, points: Sequence[Point]) -> Point | None:
    """The last value of a share that is 0 or its ceiling: it has no logit."""
    if case.ceiling is None or not all(0 <= point.value <= case.ceiling for point in points):
        return None
    return next((point for point in reversed(points) if point.value in (0, case.ceiling)), None)


def _project(case: Case, scale: Scale) -> Projection | Reason:
    """The walk carried to the deadline; h, z and se as at the head of this module."""
    points, deadline = _observed(case.points), case.deadline
    assert deadline is not None  # noqa: S101 - refused before
    last, h = points[-1], years_between(points[-1].period, deadline)
    z = [scale.to(point.value) for point in points]
    walk = drift(_times(points), z, h)
    slope, widened = scale.slope(last.value), widening(h)
    rounding = ROUNDING * case.resolution * slope
    straight = walk.sigma <= max(rounding, NOTHING * max(map(abs, z)))
    sigma = rounding if straight else walk.sigma
    own_error = slope * (last.standard_error or 0.0)
    se = max(widened * math.hypot(sigma * walk.stretch, own_error), rounding)
    if se == 0:
        return because("projection-no-scatter")
    reach = student_t.quantile((1 + LEVEL) / 2, walk.df) * se
    chance = _chance(case, scale, walk, se)
    low, value, high = (scale.back(walk.median + d * reach) for d in (-1, 0, 1))
    return Projection(
        date=deadline.end,
        value=value,
        low=low,
        high=high,
        level=LEVEL,
        probability=min(max(chance, LEAST_PROBABILITY), 1 - LEAST_PROBABILITY),
        method=f"random walk with drift{scale.name}",
        n=len(points),
        df=walk.df,
        widened=widened,
        very_weak=len(points) == LEAST_POINTS,
        straight=straight,
        held_back=not LEAST_PROBABILITY <= chance <= 1 - LEAST_PROBABILITY,
    )


def _chance(case: Case, scale: Scale, walk: Drift, se: float) -> float:
    """The probability that the goal is met at the deadline, by its own comparator.

    A value that is to be kept at an amount must lie on both sides of its tolerance; where there is
    none, within what rounding hides. The same holds for one that is to come to an end of its scale,
    to all or to nothing: no walk is ever there, and what is so near would be published as that.
    """
    hidden = case.resolution / 2

    def reaches(limit: float, sign: int, *, end: bool = True) -> float:
        """The probability of `limit` or better; with `end`, near the scale's end will do."""
        if end and scale is not PLAIN and 0 <= limit < hidden and sign < 0 and not case.strict:
            limit = hidden
        elif end and scale.name == LOGITS and case.ceiling is not None and sign > 0:
            top = case.ceiling - hidden
            limit = top if top < limit <= case.ceiling and not case.strict else limit
        if scale is not PLAIN and limit <= 0:
            return 1.0 if sign > 0 else 0.0  # no walk on this scale comes so far down
        if scale.name == LOGITS and limit >= (case.ceiling or math.inf):
            return 0.0 if sign > 0 else 1.0  # nor so far up
        return student_t.cdf(sign * (walk.median - scale.to(limit)) / se, walk.df)

    if not case.two_sided:
        return reaches(case.goal - case.sign * case.tolerance, case.sign)
    reach = max(case.tolerance, hidden)
    above = reaches(case.goal + reach, 1, end=False)
    return max(reaches(case.goal - reach, 1, end=False) - above, 0.0)


def _times(points: Sequence[Point]) -> list[float]:
    """Years since the first point: whole units of their kind, or days where kinds are mixed."""
    first = points[0].period
    if len({point.period.kind for point in points}) == 1:
        return [years_between(first, point.period) for point in points]
    return [(point.period.end - first.end).days / DAYS_PER_YEAR for point in points]


def drift(times: Sequence[float], values: Sequence[float], horizon: float) -> Drift:
    """The walk through `values` at `times` (in years, ascending), `horizon` years after the last.

    Assumes three values or more. Its standard error is that of the model alone: it is neither
    widened nor held above the error of rounding.

    >>> walk = drift([0, 1, 2, 3], [1.0, 1.6, 2.9, 4.5], 4)
    >>> round(walk.median, 2), round(walk.se, 5), walk.df
    (9.17, 1.56773, 2)
    """
    span, df = times[-1] - times[0], len(times) - 2
    beta = (values[-1] - values[0]) / span
    steps = zip(pairwise(times), pairwise(values), strict=True)
    squares = [(z1 - z0 - beta * (t1 - t0)) ** 2 / (t1 - t0) for (t0, t1), (z0, z1) in steps]
    sigma = math.sqrt(math.fsum(squares) / df)
    return Drift(values[-1] + beta * horizon, sigma, math.sqrt(horizon * (1 + horizon / span)), df)


def widening(horizon: float) -> float:
    """The factor on the standard error: 1 up to one year, 2 from five years on, between in line.

    >>> [widening(h) for h in (0.5, 1, 3, 5, 8)]
    [1.0, 1.0, 1.5, 2.0, 2.0]
    """
    (h0, w0), (h1, w1) = NARROW, WIDE
    u = min(max((horizon - h0) / (h1 - h0), 0.0), 1.0)
    return w0 + (w1 - w0) * u


# ---------------------------------------------------------------------------------------------
# Scales
# ---------------------------------------------------------------------------------------------

LOGITS = " on logits"
PLAIN = Scale("", lambda v: v, lambda z: z, lambda _: 1.0)
LOGS = Scale(" on logs", math.log, math.exp, lambda v: 1 / v)


def logits(ceiling: float) -> Scale:
    """The scale of a share between 0 and `ceiling`, which no walk can leave."""
    return Scale(
        LOGITS,
        lambda v: logit(v, ceiling),
        lambda z: expit(z, ceiling),
        lambda v: 1 / v + 1 / (ceiling - v),
    )


def choose_scale(case: Case) -> Scale:
    """Logits, logs or plain numbers, by what is declared and by where zero lies; never by fit.

    Logits for a share with a ceiling, if all its values lie strictly between 0 and the ceiling; the
    goal may be an end. Logs for a positive quantity that grows multiplicatively: one whose path is
    declared geometric, or that is to fall, which plain numbers would carry below zero. A rising
    quantity without such a declaration stays on plain numbers, because growth rates over-call
    (research.md 10.5: by 3.4 points on average, by 8 to 26 for internet use); so does a running
    total, which is a sum, and any path declared linear or announced in rows. So does what is to be
    kept: on which side of its goal it happens to lie says nothing about how it moves.
    """
    values = [point.value for point in _observed(case.points)]
    top = case.ceiling
    if top is not None and 0 <= case.goal <= top and all(0 < v < top for v in values):
        return logits(top)
    falling = case.path is None and case.sign < 0 and not case.total and not case.keep
    multiplies = case.path == "geometric" or falling
    return LOGS if multiplies and min(values) > 0 and case.goal >= 0 else PLAIN


def _observed(points: Sequence[Point]) -> tuple[Point, ...]:
    """The recorded point of each day, the last one: a year and its December end together."""
    return tuple({point.period.end: point for point in points if not point.stated}.values())
