"""The axes of a chart: round values at its side, and ends of years or months below it."""

from __future__ import annotations

import datetime as dt
import math

from kpi.facts.periods import Period

#: On a shorter stretch than this many days ends of months are marked.
YEARS = 900
QUARTER = 92  # days at most


def nice(low: float, high: float) -> list[float]:
    """Three to six round values around a range, at equal steps of 1, 2, 2.5 or 5.

    >>> nice(2.7, 30)
    [0.0, 10.0, 20.0, 30.0]
    """
    span = max(high - low if high > low else abs(high), abs(high) * 1e-9, 1e-300)
    power = 10.0 ** math.floor(math.log10(span))
    for factor in (0.2, 0.25, 0.5, 1.0, 2.0, 2.5):
        step = power * factor
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        if last - first <= 5:
            break
    places = 3 - math.floor(math.log10(step))
    return [round(step * n, places) for n in range(first, max(last, first + 1) + 1)]


def ends(first: int, last: int, most: int = 5) -> dict[int, str]:
    """The days that the axis names, with their names: ends of years, of months on a short stretch.

    `first` and `last` are ordinals; there is room for `most` names. Years are counted back from the
    last one, so that a deadline has its name.

    >>> list(ends(dt.date(2020, 12, 31).toordinal(), dt.date(2030, 12, 31).toordinal()).values())
    ['2020', '2025', '2030']
    >>> list(ends(dt.date(2020, 12, 31).toordinal(), dt.date(2032, 12, 31).toordinal()).values())
    ['2022', '2027', '2032']
    """
    start, stop = (dt.date.fromordinal(day) for day in (first, last))
    years = range(start.year, stop.year + 1)
    if last - first >= YEARS:
        span = stop.year - start.year
        step = next((step for step in (1, 2, 5, 10, 20, 50, 100) if span / step < most), 500)
        names = [f"{year:04}" for year in years if (stop.year - year) % step == 0]
    else:
        step = 3 if last - first < most * QUARTER else 6
        names = [f"{year:04}-{month:02}" for year in years for month in range(step, 13, step)]
    days = {Period.parse(name).end.toordinal(): name for name in names}
    return {day: name for day, name in days.items() if first <= day <= last}
