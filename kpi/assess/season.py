"""What the time of the year does to a value: its change from a year before, and its season.

Nothing is adjusted here: a value is compared with the path as it was published, whatever its
season. What is found stands beside the verdict.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable
from decimal import Decimal
from itertools import accumulate

from kpi.assess.case import SAME, Case, end_of
from kpi.assess.evidence.forecasts import foreseen
from kpi.assess.evidence.known import Known
from kpi.assess.lights import COMPARED, Verdict
from kpi.assess.reason import Fact, Reason, because
from kpi.facts.periods import PER_YEAR, Period, ends_one
from kpi.facts.records import Observation
from kpi.values import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kpi.assess.projection import Projection

#: So many whole years of one rhythm must be known: of fewer only one deviation could be taken.
LEAST_YEARS = 3
#: So many are looked at, which is five deviations: seasons change, and X-11 averages five as well.
MOST_YEARS = 6
#: A season of this strength or more is taken out of a projection.
STRONG = Decimal("0.64")


@dataclass(frozen=True, slots=True)
class YearOnYear:
    """The value of the same half, quarter, month or week of the year before, and the change since.

    In the unit of the series: positive is a rise.
    """

    before: Observation
    change: Decimal


def year_on_year(seen: Known) -> YearOnYear | None:
    """How the latest value of a level compares with that of the same time a year before.

    Both were measured, of one series, and are those that count as of the day. None of years and
    days, of the 53rd week, and where that value is not known.
    """
    latest = seen.latest
    if latest is None or latest.period.kind in ("year", "day") or seen.target.kind != "level":
        return None
    text = latest.period.text
    try:
        period = Period.parse(f"{int(text[:4]) - 1:04}{text[4:]}")
    except ValueError:
        return None  # the year before has no such week
    values = seen.line.values
    found = values[bisect_left(values, period.end, key=end_of)]  # the latest one is of a later day
    if found.period != period or not _measured(found) or not _measured(latest):
        return None
    return YearOnYear(found, Decimal(latest.value) - Decimal(found.value))


def _measured(figure: Observation) -> bool:
    """Whether a figure is an exact result."""
    return figure.bound == "=" and not foreseen(figure)


# --- the season -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Season:
    """How far the values of the latest value's season lay from the mean of the year around them.

    `deviations` are in the unit of the series and all of one sign, positive above; the first is of
    the period `first`, each other one of a year later, up to `last`. `component` is their mean less
    that of the deviations of all seasons of these years: what makes no season is in both.
    """

    first: Period
    last: Period
    deviations: tuple[Decimal, ...]
    component: Decimal

    @property
    def mean(self) -> Decimal:
        return sum(self.deviations, Decimal()) / len(self.deviations)

    @property
    def size(self) -> float:
        """The mean or the component, whichever is smaller, without its sign."""
        return float(min(abs(self.mean), abs(self.component)))


def season(values: tuple[Observation, ...]) -> Season | None:
    """The season of the last of the values, which ascend by period; None where none is seen.

    The mean of the year around a value is the centred moving average of the classical
    decomposition: a 2x4 average for quarters, with a half weight on the two ends, a 2x12 one for
    months, a 2x2 one for halves. The deviation of a value is what it lies above that mean. It is
    taken in each of the last years of which the whole year around it is known; that of the latest
    value cannot be yet. There is a season if

    - the latest value is measured, and three whole years are known of the last six, or more where
      a value is missing: two deviations at least of the latest value's half, quarter or month;
    - all of them have the same sign;
    - so has the seasonal component: a curve that bends lies below its means all year long;
    - and the component is no smaller than half a unit in the last place, as rounding may be.

    Weeks have none here, since they do not divide the year.

    Source: R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, 3rd ed.
    (OTexts 2021), 3.3 "Moving averages" and 3.4 "Classical decomposition", additive: the means of
    the deviations of each season, made to add up to zero, are the seasonal component.
    """
    per_year = PER_YEAR.get(values[-1].period.kind, 1)
    if per_year == 1 or not _measured(values[-1]):
        return None
    run = _run(values, per_year)
    if len(run) < LEAST_YEARS * per_year:
        return None
    own = range(len(run) - 1 - per_year, -1, -per_year)
    deviations = _deviations(run, per_year)
    found = [(place, size) for place in own if (size := deviations(place)) is not None][::-1]
    sizes = [size for _, size in found]
    if len(sizes) < LEAST_YEARS - 1 or min(sizes) <= 0 <= max(sizes):
        return None
    mean = _mean(sizes)
    seasons = _by_season(run, per_year, deviations)
    component = mean - _mean([_mean(some) for some in seasons if some])
    unit = Decimal(10) ** min(_exponent(figure) for figure in run if figure is not None)
    if component * mean <= 0 or abs(component) < unit / 2:
        return None
    first, last = run[found[0][0]], run[found[-1][0]]
    assert first is not None and last is not None  # noqa: PT018, S101 - each has a deviation
    return Season(first.period, last.period, tuple(sizes), component)


def without_season(seen: Known, case: Case) -> Projection | Reason:
    """The projection of `case`, or why there is none; of one season alone, where one is strong."""
    from kpi.assess.projection import project  # which no flag needs

    in_season = _of_deadline_season(seen, case)
    found = project(in_season or case)
    if in_season is None or isinstance(found, Reason):
        return found
    return replace(found, season=in_season.points[-1].period)


def _of_deadline_season(seen: Known, case: Case) -> Case | None:
    """`case` with no values but those of the last half, quarter or month that ends by the deadline.

    A walk through all of them would take for drift what lies between the season of the first and
    that of the last one. None where the values have no strong season.
    """
    values, deadline = tuple(seen.line.measured), case.deadline
    if not values or deadline is None or seen.target.kind != "level":
        return None
    kind, due = values[-1].period.kind, deadline.end
    if PER_YEAR.get(kind, 1) == 1 or not _is_strong(values):
        return None
    months = 12 // PER_YEAR[kind]
    month = due.month if ends_one(due, kind) else (due.month - 1) // months * months or 12
    alike = [point for point in case.points
             if point.period.kind == kind and point.period.end.month == month]  # fmt: skip
    return replace(case, points=tuple(alike)) if alike else None


def _is_strong(values: tuple[Observation, ...]) -> bool:
    """Whether the season explains most of how the last values lie about the mean of their year.

    Its strength is what the means of the seasons take from the variance of the deviations, less
    what they would of noise (two parameters for two values explain them). Three whole years are
    needed.

    Source: R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, 3rd ed.
    (OTexts 2021), 4.3 "STL features"; from 0.64 on `nsdiffs` of the R package forecast takes the
    difference over a year. Here both variances are divided by their degrees of freedom.
    """
    per_year = PER_YEAR[values[-1].period.kind]
    run = _run(values, per_year)
    seasons = _by_season(run, per_year, _deviations(run, per_year))
    if min(map(len, seasons)) < LEAST_YEARS - 1:
        return False
    found = [size for sizes in seasons for size in sizes]
    whole = _squares(found) / (len(found) - 1)
    rest = sum(map(_squares, seasons)) / (len(found) - per_year)
    return rest <= (1 - STRONG) * whole != 0


def _by_season(
    run: list[Observation | None], per_year: int, deviation: Callable[[int], Decimal | None]
) -> list[list[Decimal]]:
    """The deviations that are known of each season of the year, which begins with the run."""
    seasons: list[list[Decimal]] = [[] for _ in range(per_year)]
    for place in range(len(run)):
        if (size := deviation(place)) is not None:
            seasons[place % per_year].append(size)
    return seasons


def _squares(figures: list[Decimal]) -> Decimal:
    """The sum of the squares of what figures differ from their mean."""
    mean = _mean(figures)
    return sum(((figure - mean) ** 2 for figure in figures), Decimal())


#: Those that are measured whatever the day of their publication.
_SURE = frozenset([("final", "="), ("provisional", "="), ("derived", "=")])


def _run(values: tuple[Observation, ...], per_year: int) -> list[Observation | None]:
    """The values of the last years of the rhythm of the very last one, a place for each period.

    None where a period has none that was measured; the first one of the years that end as the last
    value's does is whole. Those of another rhythm may stand between them.
    """
    last, most = values[-1].period, MOST_YEARS * per_year
    run: list[Observation | None] = [None] * most
    before = last.number - most
    for figure in values[-2 * most :]:
        period = figure.period
        if period.kind != last.kind or period.number <= before:
            continue
        if (figure.status, figure.bound) in _SURE or _measured(figure):
            run[period.number - before - 1] = figure
    years = range(0, most, per_year)
    first = next((year for year in years if None not in run[year : year + per_year]), most)
    return run[first:]


def _deviations(run: list[Observation | None], per_year: int) -> Callable[[int], Decimal | None]:
    """What the value at a place lies above the mean of the year around it, of which the two ends
    count half; None where that whole year is not known."""
    zero, half = Decimal(), per_year // 2
    figures: list[Decimal] = [zero if one is None else Decimal(one.value) for one in run]
    sums = list(accumulate(figures, initial=zero))
    known = list(accumulate([one is not None for one in run], initial=0))

    def deviation(place: int) -> Decimal | None:
        first, last = place - half, place + half
        if first < 0 or last >= len(run) or known[last + 1] - known[first] <= per_year:
            return None
        year = sums[last] - sums[first] + sums[last + 1] - sums[first + 1]
        return figures[place] - year / (2 * per_year)

    return deviation


def _mean(figures: list[Decimal]) -> Decimal:
    return sum(figures, Decimal()) / len(figures)


def _exponent(figure: Observation) -> int:
    """The power of ten of the last digit of a value."""
    return int(Decimal(figure.value).as_tuple().exponent)


def seasonal(seen: Known, headline: Verdict) -> Reason | None:
    """That the season alone may have put the latest value on its side of a path, or of the goal.

    Where the verdict compares the latest value with the path, the band or the goal, and that value
    less the mean deviation of its season (or the seasonal component, whichever is smaller) would be
    at or across the next edge on its way, behind which the verdict is another one. A season that
    works against the verdict makes none.
    """
    case, asked = seen.case_at_hand, _asked(seen, headline)
    found = season(seen.line.values) if asked and not case.two_sided else None
    if found is None:
        return None
    value, mean = float(seen.latest_at_hand.value), float(found.mean)
    helped = mean * case.sign > 0
    gaps = [(case.gap(value, edge), edge) for edge in asked]
    ahead = [(abs(gap), edge) for gap, edge in gaps if gap * mean > 0 or (gap == 0 and helped)]
    distance, edge = min(ahead, default=(math.inf, 0.0))
    if found.size < distance * (1 - SAME):
        return None
    sizes = sorted(map(abs, found.deviations))
    facts: dict[str, Fact] = {"n": len(sizes), "mean": mean, "since": found.first}
    facts |= {"least": float(sizes[0]), "most": float(sizes[-1]), "until": found.last}
    key = "seasonal" if sizes[0] < sizes[-1] else "seasonal-alike"
    then = "season-met" if headline.word == "met" else "season-beyond" if helped else "season-short"
    then = then if distance else "season-on"
    return because(key, **facts).followed_by(because(then, distance=distance, edge=edge))


def _asked(seen: Known, headline: Verdict) -> list[float]:
    """What the verdict holds the latest value against, as its own sentence tells.

    Once the deadline has passed, its own figure has decided, of whatever season it was to be.
    """
    told, names = dict(headline.reason.facts), tuple[str, ...]()
    if headline.reason.key.endswith(COMPARED):
        names = ("expected", "low", "high")
    if headline.word == "met" and headline.figures == (seen.latest,) and not seen.past_due:
        names = ("goal",)
    return [edge for name in names if isinstance(edge := told.get(name), float)]
