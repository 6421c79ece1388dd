"""recent-trend: the mean change of the last five years, carried straight to the deadline.

    D    = (v_t - v_{t-5}) / 5                    mean change a year
    v_e  = v_t + (T_T - t) * D                    where it leads
    m    = d * (T - v_e) / |T - v_t|              the miss, as a share of the gap still open

The weather symbols of Germany's sustainable development strategy. m = 1 - pace / pace needed, so a
miss of 5 % is a recent pace of 95 % of the one still needed. The base is not looked at.

    one, two, three      does not apply: values of the last four years running are needed
    zero, negative       applies; so do values that change their sign
    goal met             sun; sun with cloud if the trend is adverse; no number
    value to be kept     the same; short of it, cloud while it comes nearer and thunderstorm if not
    deadline past        judged by the last value up to the deadline
    gaps in the series   none may be in the last four years; of those before only v_{t-5} is read,
                         and if it is missing the first of four or five years running takes its
                         place
"""

from __future__ import annotations

import datetime as dt

from kpi.assess.case import Case, Point, between
from kpi.assess.methods.footing import Inputs, Table, inputs_of, step, too_large, up_to_deadline
from kpi.assess.methods.rule import BAD, GOOD, MIXED, Cut, Reading, Rule, Source, Step
from kpi.assess.path import part_of_way
from kpi.assess.reason import because
from kpi.facts.periods import years_between

NAME = "recent-trend"

CUTS = (
    Cut("sun", GOOD, 0.05, strict=True, falling=True, says="or the goal is met, trend not adverse"),
    Cut("sun with cloud", MIXED, 0.20, falling=True, says="or the goal is met, trend adverse"),
    Cut("cloud", BAD, says="a larger miss, but coming nearer"),
    Cut("thunderstorm", BAD, says="not coming nearer, whatever the miss"),
)
TABLE = Table(NAME, CUTS)

YEARS = 5
LEAST_VALUES = 4  # of years running, with the latest
SAME_DAY = 15  # days by which an anniversary may be missed: half a month


def judge(case: Case, brief: bool = False) -> Reading:
    """The symbol for a case; its value is the miss m as a share (0.05 = 5 %), smaller is better.

    m is negative where the trend leads beyond the goal, 1 where nothing moves, more where it leads
    away. It changes neither with the unit nor when a constant is added. A met goal has none.

    Source: Destatis, indicators of the German Sustainable Development Strategy, status summary.

    >>> from kpi.facts.periods import Period
    >>> emas = (2167, 2176, 2184, 2290, 2361, 2455)  # EMAS sites in Germany, 2018 to 2023
    >>> points = tuple(Point(Period.parse(str(2018 + n)), v) for n, v in enumerate(emas))
    >>> symbol = judge(Case(1, 5000.0, Period.parse("2030"), points[0], points))
    >>> round(symbol.value, 3), symbol.klass
    (0.842, 'cloud')
    """
    in_time = up_to_deadline(case)
    window = recent_window(in_time.points)
    if window is None:
        key = "rule-needs-value" if in_time.current is None else "rule-few-years"
        return TABLE.silent(because(key), () if brief else _inputs(in_time))
    first, last = window
    years = years_between(first.period, last.period)
    change = (last.value - first.value) / years
    inputs = () if brief else _inputs(in_time, first)
    if too_large(change):
        return TABLE.silent(because("rule-too-large"), inputs)
    mean: tuple[Step, ...] = ()
    if not brief:
        c, a = last.value, first.value
        mean = (step("mean-change", "({c} - {a}) / {y}", change, c=c, a=a, y=years),)
        inputs = (*inputs, ("mean_change_per_year", change))
    if in_time.met or in_time.keep:
        return _held(in_time, change, mean, inputs)
    return _approaching(in_time, change, mean, inputs)


def _held(case: Case, change: float, mean: tuple[Step, ...], inputs: Inputs) -> Reading:
    """Destatis's rule for a value to hold every year, or a goal already reached."""
    trend = case.sign * change
    if case.two_sided:  # lost on the side on which the value lies; at the very amount on none
        trend = -change * (case.points[-1].value - case.goal)
    if case.met:
        klass, key = ("sun", "rule-met") if trend >= 0 else ("sun with cloud", "rule-met-adverse")
    else:
        klass, key = ("cloud", "rule-lost-nearer") if trend > 0 else ("thunderstorm", "rule-away")
    return TABLE.reading(klass, inputs, mean, reason=because(key))


def _approaching(case: Case, pace: float, mean: tuple[Step, ...], inputs: Inputs) -> Reading:
    """The standard rule, for a goal that is not reached. Without `mean` no step is kept."""
    if case.deadline is None:
        return TABLE.silent(because("rule-no-deadline"), inputs, mean)
    last = case.points[-1]
    c, goal, d = last.value, case.goal, case.sign
    if c == goal:  # which was to be exceeded
        return TABLE.silent(because("rule-at-strict-goal"), inputs, mean)
    h = max(0.0, years_between(last.period, case.deadline))
    e = c + h * pace
    m = part_of_way(e, goal, c)  # the goal is not met, so |T - c| is d (T - c)
    if too_large(e, m):
        return TABLE.silent(because("rule-too-large"), inputs)
    steps = mean and (
        *mean,
        step("carried-value", "{c} + {h} * {D}", e, c=c, h=h, D=pace),
        step("miss", "{d} * ({T} - {e}) / |{T} - {c}|", m, d=d, T=goal, e=e, c=c),
    )
    if d * pace <= 0:
        return TABLE.reading("thunderstorm", inputs, steps, m, because("rule-away"))
    return TABLE.rated((m, steps), inputs)


# ---------------------------------------------------------------------------------------------
# The window
# ---------------------------------------------------------------------------------------------


def recent_window(points: tuple[Point, ...]) -> tuple[Point, Point] | None:
    """The first and last point between which the recent trend is taken, or None.

    There must be values of the last four years running. The window begins five years ago; where
    the value of then is missing, with the first of those that run on to the latest. Values within a
    year are compared with the same season, so a year back means the same day, give or take half a
    month.

    >>> from kpi.facts.periods import Period
    >>> points = tuple(Point(Period.parse(y), 1.0) for y in ("2021", "2022", "2023", "2024"))
    >>> [str(point.period) for point in recent_window(points)]
    ['2021', '2024']
    >>> recent_window(points[1:]) is None
    True
    """
    if not points:
        return None
    first, count, before = points[-1], 1, points[:-1]
    while count <= YEARS and (earlier := _years_before(before, points[-1], count)) is not None:
        first, count = earlier, count + 1
    if count < LEAST_VALUES:
        return None
    if count <= YEARS:  # a value is missing, but perhaps not that one
        first = _years_before(before, points[-1], YEARS) or first
    return first, points[-1]


def _years_before(points: tuple[Point, ...], later: Point, years: int) -> Point | None:
    """The point nearest to `years` before a later one, of its season; None if there is none.

    Of two equally near the one of the later point's kind of period is taken.
    """
    last = later.period
    if last.end.year <= years:
        return None
    day = _anniversary(last.end, years)
    near = between(points, max(day, _FIRST) - _AROUND, day + _AROUND)
    if len(near) < 2:
        return near[0] if near else None

    def distance(point: Point) -> tuple[int, bool]:
        return abs((point.period.end - day).days), point.period.kind != last.kind

    return min(near, key=distance)


_AROUND = dt.timedelta(SAME_DAY)
_FIRST = dt.date.min + _AROUND


def _anniversary(day: dt.date, years: int) -> dt.date:
    """The same day `years` before; 28 February for a 29th that was not."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _inputs(case: Case, first: Point | None = None) -> Inputs:
    """Current value and goal with their dates, and where the window starts."""
    current = tuple(pair for pair in inputs_of(case) if not pair[0].startswith("base"))
    return (
        *current,
        ("window_start", first.value if first else None),
        ("window_start_date", first.period.end.isoformat() if first else None),
    )


RULE = Rule(
    name=NAME,
    title="Weather symbol",
    measure="miss at the deadline at the mean change of the last five years, as a share of the gap "
    "still open (0.05 = 5 %; smaller is better)",
    formula="m = d * (T - v_t - (T_T - t) * (v_t - v_{t-5}) / 5) / |T - v_t|",
    cuts=CUTS,
    sources=(
        Source(
            publisher="Destatis, Federal Statistical Office of Germany",
            title="Indicators of the German Sustainable Development Strategy, status summary",
            year="2025",
            section="calculation of the weather symbols",
            note="123 of 132 published symbols are reproduced from the data as revised since; "
            "Destatis calls sun and sun with cloud on track",
            url="https://github.com/DnsTestEnvironment/dns-indicators",
        ),
    ),
    judge=judge,
    shape="linear",
    window="recent",
    yardstick="gap",
    decided=(
        "Sun with cloud, which Destatis calls on track, is a mixed light: it falls short by up to "
        "a fifth of the gap.",
        "Of the years before the last four only the fifth is looked at: another gap there does not "
        "matter.",
        "A value to be kept that is short and does not move: 'not away' and 'not approaching' both "
        "hold; thunderstorm is taken, as the standard rule does.",
        "A met goal needs the window too: without it there is no trend, and no verdict.",
        "A value of a period after the deadline is not looked at.",
    ),
)
