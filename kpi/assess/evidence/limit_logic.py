"""What limits say of values and of each other: "at least 13" cannot be true beside 12.

A limit is a figure whose bound is `>=` or `<=`. Which of them count, and what they decide, is asked
in `series_lines` and `by_limit`.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from decimal import Decimal
from itertools import accumulate
from operator import attrgetter

from kpi.facts.periods import Period
from kpi.facts.records import Observation, Target


def excludes(limit: Observation, value: Decimal | bool) -> bool:
    """Whether a value lies beyond a limit, or whatever another limit allows if it is that one's."""
    return value < limit.value if limit.bound == ">=" else value > limit.value


def contradicts(limit: Observation, figure: Observation) -> bool:
    """Whether a limit leaves no room for another figure; for one of its own side it always does."""
    return limit.bound != figure.bound and excludes(limit, figure.value)


def alike(period: Period, other: Period) -> bool:
    """Whether two periods are of one time: a single day is as good as the period it ends.

    >>> alike(Period.parse("2025"), Period.parse("2025-12-31"))
    True
    >>> alike(Period.parse("2025"), Period.parse("2025-Q4"))
    False
    """
    same_day = period.end == other.end and "day" in (period.kind, other.kind)
    return same_day or period.text == other.text


class Bounds:
    """Limits by their last days.

    Of a level, "at least 13 in June" and 12 in December are both possible: a limit refutes what is
    expected of its own day alone. (Where it falls short of a path on its day, it is judged beside
    the forecast; see `by_limit`.) A running total goes one way: what it had reached by a
    day after the forecast was made, it has on each later one, and what it had not, on no earlier
    one.
    """

    def __init__(self, limits: list[Observation], target: Target) -> None:
        self._by_day: dict[dt.date, dict[str, Observation]] = {}  # then by bound
        for limit in limits:
            same_day = self._by_day.setdefault(limit.period.end, {})
            same_day[limit.bound] = _narrower(limit, same_day.get(limit.bound))
        side, other_side = ("<=", ">=") if target.direction == "down" else (">=", "<=")
        days = sorted(self._by_day.items()) if target.kind == "total" else []
        self._reached = [bounds[side] for _, bounds in days if side in bounds]
        short = [bounds[other_side] for _, bounds in days if other_side in bounds]
        self._short_days = [limit.period.end for limit in short]
        # What a total had not reached by then: the narrowest of the limits from that day on.
        self._short = list(accumulate(reversed(short), _narrower))[::-1]

    def refute(self, forecast: Observation) -> bool:
        """Whether a limit cannot be true beside a forecast."""
        same_day = self._by_day.get(forecast.period.end, {}).values()
        index = bisect_left(self._short_days, forecast.period.end)
        limits = [*same_day, *self._short[index : index + 1], *self._reached_since(forecast)]
        return any(contradicts(limit, forecast) for limit in limits)

    def _reached_since(self, forecast: Observation) -> list[Observation]:
        """What a running total had reached by the days after a forecast of it was made."""
        made = bisect_right(self._reached, forecast.published, key=_end)
        return self._reached[made : bisect_right(self._reached, forecast.period.end, key=_end)]


def without_taken_back(results: list[Observation]) -> list[Observation]:
    """The limits among results that no later result of their own time has taken back.

    Another limit of that side and name does, and one of the other side or a figure that
    contradicts it; a single day is as good as the period that ends with it.
    """
    standing: dict[dt.date, list[Observation]] = {}
    for result in sorted(results, key=_vintage):
        same_day = standing.get(result.period.end, [])
        kept = [limit for limit in same_day if not takes_back(result, limit)]
        standing[result.period.end] = kept if result.bound == "=" else [*kept, result]
    return [limit for same_day in standing.values() for limit in same_day]


def takes_back(result: Observation, limit: Observation) -> bool:
    """Whether a later result leaves nothing of a limit, see `without_taken_back`."""
    if result.bound == limit.bound:
        return result.period.text == limit.period.text
    return alike(result.period, limit.period) and excludes(limit, result.value)


def _narrower(limit: Observation, other: Observation | None) -> Observation:
    """Of two limits of one side the one that leaves less."""
    if other is None or excludes(limit, other.value):
        return limit
    return other


_vintage = attrgetter("vintage")
_end = attrgetter("period.end")
