"""What was told of a period before it was over: plans and forecasts, and what has overtaken them.

A plan counts where the target says so. A forecast is an estimate from before the end of its period;
it says what is expected, and never stands for what was measured.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from itertools import accumulate
from operator import attrgetter

from kpi.facts.periods import Period
from kpi.facts.records import AHEAD, PLANS, Observation, Target

_AHEAD = frozenset(AHEAD)


def foreseen(one: Observation) -> bool:
    """Whether a figure is a plan, or an estimate from before the end of its period."""
    return one.status in PLANS or is_forecast(one)


def is_forecast(one: Observation) -> bool:
    """Whether a figure is an estimate from before the end of its period.

    Of a single day that very day's own estimate is none.
    """
    if one.status != "estimated":
        return False
    last = one.period.end
    return one.published < last or (one.published == last and one.period.kind != "day")


def expected_only(one: Observation, target: Target) -> bool:
    """Whether a figure is a forecast that says nothing of what is.

    One from before its period began never does. Nothing is done by any, nor is an amount of a year
    known by it.
    """
    early = one.published < one.period.start or target.kind in ("milestone", "annual")
    return early and is_forecast(one)


def told_ahead(facts: list[Observation]) -> bool:
    """Whether any of the facts may have been told before its period was over."""
    return not _AHEAD.isdisjoint([one.status for one in facts])


def without_ahead(
    facts: list[Observation], target: Target
) -> tuple[list[Observation], list[Observation], list[Observation]]:
    """The facts without what was told ahead and has been overtaken, or never counts; and these two.

    A plan is overtaken that is younger than a result of its period: the next budget repeats what
    was enacted for a year of which the outturn is known by now; or an older one of a running period
    of which a part is known. So is what was expected once there
    is a value of its day, or of any day after it was said: a forecast, or that something was
    planned to be done. With the last forecast of a period those that it replaced are gone as well.
    """
    first: dict[_Name, dt.date] = {}  # on which a result of the period came out, be it a limit
    last = dt.date.min  # of the periods of which there is one that is no limit
    limits, results = list[Observation](), list[Observation]()
    for one in facts:
        if one.status in target.counts and not foreseen(one):
            if one.bound == "=":
                last = max(last, one.period.end)
            else:
                limits.append(one)
            results.append(one)
            for name in _names(one.period):
                first[name] = min(first.get(name, one.published), one.published)
    bounds = _Bounds(_in_force(results) if limits else [], target)
    newest: dict[str, Observation] = {}
    for one in facts if limits else ():
        held = newest.get(one.period.text)
        if is_forecast(one) and (held is None or held.vintage < one.vintage):
            newest[one.period.text] = one
    refuted = {name for name, one in newest.items() if bounds.refute(one)}
    rest, overtaken, expected = [], list[Observation](), list[Observation]()
    for one in facts:
        expects = is_forecast(one)
        hoped = target.kind == "milestone" and one.status == "planned"
        told = expects and (one.published < last or one.period.text in refuted
                            or (limits and bounds.refute(one)))  # fmt: skip
        if one.status not in target.counts:
            rest.append(one)
        elif expected_only(one, target):
            expected.append(one)
        elif (
            told
            or ((expects or hoped) and one.period.end <= last)
            or (
                one.status in PLANS and (_is_overtaken(one, first) or _under_way(one, target, last))
            )
        ):
            overtaken.append(one)
        else:
            rest.append(one)
    return rest, overtaken, expected


class _Bounds:
    """Limits by their last days.

    Of a level, "at least 13 in June" and 12 in December are both possible: a limit refutes what is
    expected of its own day alone. (Where it falls short of a path on its day, it is judged beside
    the forecast; see `limits`.) A running total goes one way: what it had reached by a day
    after the forecast was made, it has on each later one, and what it had not, on no earlier one.
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
        return any(_contradicts(limit, one) for limit in [*near, *self._reached_since(one)])

    def _reached_since(self, one: Observation) -> list[Observation]:
        """What a running total had reached by the days after a forecast of it was made."""
        made = bisect_right(self.reached, one.published, key=_end)
        return self.reached[made : bisect_right(self.reached, one.period.end, key=_end)]


def _in_force(results: list[Observation]) -> list[Observation]:
    """The limits among results that no later result of their own time has taken back.

    Another limit of that side and name does, and one of the other side or a figure that
    contradicts it; a single day is as good as the period that ends with it.
    """
    held: dict[dt.date, list[Observation]] = {}
    for one in sorted(results, key=_vintage):
        same = held.get(one.period.end, [])
        kept = [limit for limit in same if not _takes_back(one, limit)]
        held[one.period.end] = kept if one.bound == "=" else [*kept, one]
    return [limit for same in held.values() for limit in same]


def alike(one: Period, other: Period) -> bool:
    """Whether two periods are of one time: a single day is as good as the period it ends.

    >>> alike(Period.parse("2025"), Period.parse("2025-12-31"))
    True
    >>> alike(Period.parse("2025"), Period.parse("2025-Q4"))
    False
    """
    same_day = one.end == other.end and "day" in (one.kind, other.kind)
    return same_day or one.text == other.text


def _takes_back(one: Observation, limit: Observation) -> bool:
    if one.bound == limit.bound:
        return one.period.text == limit.period.text
    return alike(one.period, limit.period) and _excludes(limit, one)


_vintage = attrgetter("vintage")
_end = attrgetter("period.end")


def _narrower(one: Observation, other: Observation | None) -> Observation:
    """Of two limits of one side the one that leaves less."""
    if other is None or _excludes(one, other):
        return one
    return other


def _contradicts(limit: Observation, one: Observation) -> bool:
    """Whether a limit leaves no room for a forecast; one of its own side it always does."""
    return limit.bound != one.bound and _excludes(limit, one)


def _excludes(limit: Observation, one: Observation) -> bool:
    if limit.bound == ">=":
        return one.value < limit.value
    return one.value > limit.value


#: A period as a result may be known of it: by its name; a day by its date as well.
_Name = tuple[str, dt.date | None]


def _names(period: Period) -> list[_Name]:
    """A single day is as good as the period that ends with it: each goes by the day of both."""
    by_day: _Name = ("day", period.end) if period.kind == "day" else ("ends", period.end)
    return [(period.text, None), by_day]


def _under_way(plan: Observation, target: Target, last: dt.date) -> bool:
    """Whether of a plan's running period there is a result of a day after it was made.

    An amount of a year is made of its parts; `annual` holds a plan of it against them.
    """
    running = plan.period.start <= last < plan.period.end
    return running and plan.published < last and target.kind in ("level", "total")


def _is_overtaken(one: Observation, first: dict[_Name, dt.date]) -> bool:
    """Whether a result of a plan's period is older than it."""
    names: list[_Name] = [(one.period.text, None), ("day", one.period.end)]
    names += [("ends", one.period.end)] if one.period.kind == "day" else []
    return any(name in first and first[name] <= one.published for name in names)
