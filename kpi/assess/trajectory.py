"""What the path still asks for: its values from the latest figure on, up to the goal.

Source: a year by year trajectory of what is to be reached is what the Digital Decade sets each of
its targets (European Commission, C(2023) 7500), and what Beeminder lists as `dueby`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kpi.assess.case import Case
from kpi.assess.path import band, expected_at
from kpi.facts.periods import PER_YEAR, Period, years_between
from kpi.values import dataclass

#: So many steps are told at most, and the deadline; of a long way every second year, every fifth.
MOST = 8
_EVERY = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)  # years


@dataclass(frozen=True, slots=True)
class Step:
    """What each path asks for at the end of a period: pairs of a shape and a value, in the unit."""

    period: Period
    expected: tuple[tuple[str, float], ...]


def trajectory(case: Case, after: Period) -> tuple[Step, ...]:
    """The steps that come `after` a period, ascending: at most `MOST`, and the deadline last.

    Of announced rows the steps are their own periods, and that which follows `after`, by which the
    next figure is judged; otherwise those of the kind of `after`, or the ends of years where that
    is a day or a week, or makes too many steps. Empty where no way
    leads to the goal, or where a path asks for nothing before its end (`step`).

    >>> from kpi.assess.case import Point
    >>> base = Point(Period.parse("2023"), 1.0)
    >>> case = Case(1, 30.0, Period.parse("2026"), base, (base,))
    >>> [(step.period.text, round(dict(step.expected)["linear"], 2))
    ...  for step in trajectory(case, base.period)]
    [('2024', 10.67), ('2025', 20.33), ('2026', 30.0)]
    """
    if case.deadline is None or case.keep or case.path == "step" or after.end >= case.deadline.end:
        return ()
    if not isinstance(case.path, tuple) and not case.has_way:
        return ()
    paths = band(case)
    steps = (
        Step(period, expected_at(paths, period)) for period in _periods(case, after, case.deadline)
    )
    return tuple(step for step in steps if step.expected)


def _periods(case: Case, after: Period, deadline: Period) -> Iterator[Period]:
    """The periods of the steps, the deadline itself as the last one."""
    if isinstance(case.path, tuple):
        rows = {row.period.end: row.period for row in case.path}
        if after.kind in PER_YEAR:
            following = after.following()
            rows.setdefault(following.end, following)
        coming = [rows[end] for end in sorted(rows) if after.end < end < deadline.end]
        yield from coming[:MOST]
    else:
        yield from takewhile(lambda period: period.end < deadline.end, _regular(after, deadline))
    yield deadline


def _regular(after: Period, deadline: Period) -> Iterator[Period]:
    """Periods of one kind that follow `after`, or ends of years, few enough up to a deadline."""
    years = years_between(Period.of_day(after.end), Period.of_day(deadline.end))
    if after.kind in PER_YEAR and years * PER_YEAR[after.kind] <= MOST:
        period = after
        while True:
            period = period.following()
            yield period
    first, last = after.end.year, deadline.end.year
    every = next(every for every in _EVERY if (last - first) / every < MOST)
    for year in range(first, last + 1):
        period = Period.parse(f"{year:04}")
        if (last - year) % every == 0 and period.end > after.end:
            yield period
