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


def contradicts(limit: Observation, one: Observation) -> bool:
    """Whether a limit leaves no room for another figure; for one of its own side it always does."""
    return limit.bound != one.bound and excludes(limit, one.value)


def alike(one: Period, other: Period) -> bool:
    """Whether two periods are of one time: a single day is as good as the period it ends.

    >>> alike(Period.parse("2025"), Period.parse("2025-12-31"))
    True
    >>> alike(Period.parse("2025"), Period.parse("2025-Q4"))
    False
    """
    same_day = one.end == other.end and "day" in (one.kind, other.kind)
    return same_day or one.text == other.text


class Bounds:
    """Limits by their last days.

    Of a level, "at least 13 in June" and 12 in December are both possible: a limit refutes what is
    expected of its own day alone. (Where it falls short of a path on its day, it is judged beside
    the forecast; see `by_limit`.) A running total goes one way: what it had reached by a
    day after the forecast was made, it has on each later one, and what it had not, on no earlier
    one.
    """

    def __init__(self, limits: list[Observation], target: Target) -> None:
        self.own: dict[dt.date, dict[str, Observation]] = {}
        for one in limits:
            own = self.own.setdefault(one.period.end, {})
            own[one.bound] = _narrower(one, own.get(one.bound))
        side, other = ("<=", ">=") if target.direction == "down" else (">=", "<=")
        days = sorted(self.own) if target.kind == "total" else []
        self.reached = [self.own[day][side] for day in days if side in self.own[day]]
        short = [self.own[day][other] for day in days if other in self.own[day]]
        self.until = [one.period.end for one in short]  # and the narrowest of all after
        self.short = list(accumulate(reversed(short), _narrower))[::-1]

    def refute(self, one: Observation) -> bool:
        """Whether a limit cannot be true beside a forecast."""
        at = bisect_left(self.until, one.period.end)
        near = [*self.own.get(one.period.end, {}).values(), *self.short[at : at + 1]]
        return any(contradicts(limit, one) for limit in [*near, *self._reached_since(one)])

    def _reached_since(self, one: Observation) -> list[Observation]:
        """What a running total had reached by the days after a forecast of it was made."""
        made = bisect_right(self.reached, one.published, key=_end)
        return self.reached[made : bisect_right(self.reached, one.period.end, key=_end)]


def without_taken_back(results: list[Observation]) -> list[Observation]:
    """The limits among results that no later result of their own time has taken back.

    Another limit of that side and name does, and one of the other side or a figure that
    contradicts it; a single day is as good as the period that ends with it.
    """
    held: dict[dt.date, list[Observation]] = {}
    for one in sorted(results, key=_vintage):
        same = held.get(one.period.end, [])
        kept = [limit for limit in same if not takes_back(one, limit)]
        held[one.period.end] = kept if one.bound == "=" else [*kept, one]
    return [limit for same in held.values() for limit in same]


def takes_back(one: Observation, limit: Observation) -> bool:
    """Whether a later result leaves nothing of a limit, see `without_taken_back`."""
    if one.bound == limit.bound:
        return one.period.text == limit.period.text
    return alike(one.period, limit.period) and excludes(limit, one.value)


def _narrower(one: Observation, other: Observation | None) -> Observation:
    """Of two limits of one side the one that leaves less."""
    if other is None or excludes(one, other.value):
        return one
    return other


_vintage = attrgetter("vintage")
_end = attrgetter("period.end")
