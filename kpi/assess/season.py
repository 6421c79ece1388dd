"""What the time of the year does to a value: its change from the same time a year before.

Nothing is adjusted here: a value is compared with the path as it was published, whatever its
season. What is found stands beside the verdict.
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal

from kpi.assess.case import end_of
from kpi.assess.evidence.forecasts import foreseen
from kpi.assess.evidence.known import Known
from kpi.facts.periods import Period
from kpi.facts.records import Observation
from kpi.values import dataclass


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
