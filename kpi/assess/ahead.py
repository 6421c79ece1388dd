"""What was told of a period before it was over: plans and forecasts, and what has overtaken them.

A plan counts where the target says so. A forecast is an estimate from before the end of its period;
it says what is expected, and never stands for what was measured.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from decimal import Decimal

from kpi.facts.periods import Period
from kpi.facts.records import AHEAD, PLANS, Goal, Observation, Target

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
    facts: list[Observation], target: Target, goal: Goal
) -> tuple[list[Observation], list[Observation], list[Observation]]:
    """The facts without what was told ahead and has been overtaken, or never counts; and these two.

    A plan is overtaken that is younger than a result of its period: the next budget repeats what
    was enacted for a year of which the outturn is known by now. So is what was expected once there
    is a value of its day, or of any day after it was said: a forecast, or that something was
    planned to be done. With the last forecast of a period those that it replaced are gone as well.
    """
    first: dict[_Name, dt.date] = {}  # on which a result of the period came out, be it a limit
    last = dt.date.min  # of the periods of which there is one that is no limit
    limits: list[Observation] = []
    for one in facts:
        if one.status in target.counts and not foreseen(one):
            if one.bound == "=":
                last = max(last, one.period.end)
            else:
                limits.append(one)
            for name in _names(one.period):
                first[name] = min(first.get(name, one.published), one.published)
    bounds = _Bounds(limits, target, goal)
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
            or (one.status in PLANS and _is_overtaken(one, first))
        ):
            overtaken.append(one)
        else:
            rest.append(one)
    return rest, overtaken, expected


class _Bounds:
    """Limits by their last days; of each side the narrowest one from a day on.

    Of a level, "at least 13 in June" and 12 in December are both possible. So one that speaks well
    of a target refutes what is expected of its own day alone, and of a running total what is
    expected of a later one; one that speaks ill of it, what is expected of any day.
    """

    def __init__(self, limits: list[Observation], target: Target, goal: Goal) -> None:
        ill, well = list[Observation](), list[Observation]()
        self.own: dict[dt.date, dict[str, Observation]] = {}
        for one in limits:
            own = self.own.setdefault(one.period.end, {})
            own[one.bound] = _narrower(one, own.get(one.bound))
            (ill if _speaks_ill(one, target, goal) else well).append(one)
        self.since: list[dt.date] = []  # and of each day the narrowest of all before
        self.well: list[Observation] = []
        for one in sorted(well, key=lambda one: one.period.end) if target.kind == "total" else ():
            self.since.append(one.period.end)
            self.well.append(_narrower(one, self.well[-1] if self.well else None))
        limits = ill
        self.days: list[dt.date] = []
        self.least: list[Decimal | bool | None] = []
        self.most: list[Decimal | bool | None] = []
        least: Decimal | bool | None = None
        most: Decimal | bool | None = None
        for one in sorted(limits, key=lambda one: one.period.end, reverse=True):
            if one.bound == ">=":
                least = one.value if least is None else max(least, one.value)
            else:
                most = one.value if most is None else min(most, one.value)
            self.days.append(one.period.end)
            self.least.append(least)
            self.most.append(most)
        for found in (self.days, self.least, self.most):
            found.reverse()

    def refute(self, one: Observation) -> bool:
        """Whether a limit of a day after a forecast was made cannot be true beside it."""
        before = bisect_right(self.since, one.period.end)
        near = [*self.own.get(one.period.end, {}).values(), *self.well[before - 1 : before]]
        if any(_excludes(limit, one) for limit in near):
            return True
        at = bisect_right(self.days, one.published)
        if at == len(self.days):
            return False
        least, most = self.least[at], self.most[at]
        return (least is not None and one.value < least) or (most is not None and one.value > most)


def _narrower(one: Observation, other: Observation | None) -> Observation:
    """Of two limits of one side the one that leaves less."""
    if other is None or _excludes(one, other):
        return one
    return other


def _excludes(limit: Observation, one: Observation) -> bool:
    if limit.bound == ">=":
        return one.value < limit.value
    return one.value > limit.value


def _speaks_ill(limit: Observation, target: Target, goal: Goal) -> bool:
    """Whether a limit is on the side from which a goal is not reached, or lost.

    "At most 15" is of what is to grow; of what is to be kept, it hangs on the goal.
    """
    if target.direction != "keep":
        return limit.bound == (">=" if target.direction == "down" else "<=")
    if goal.comparator in (">=", ">"):
        return limit.bound == "<="
    if goal.comparator in ("<=", "<"):
        return limit.bound == ">="
    return limit.value < goal.value if limit.bound == "<=" else limit.value > goal.value


#: A period as a result may be known of it: by its name; a day by its date as well.
_Name = tuple[str, dt.date | None]


def _names(period: Period) -> list[_Name]:
    """A single day is as good as the period that ends with it: each goes by the day of both."""
    by_day: _Name = ("day", period.end) if period.kind == "day" else ("ends", period.end)
    return [(period.text, None), by_day]


def _is_overtaken(one: Observation, first: dict[_Name, dt.date]) -> bool:
    """Whether a result of a plan's period is older than it."""
    names: list[_Name] = [(one.period.text, None), ("day", one.period.end)]
    names += [("ends", one.period.end)] if one.period.kind == "day" else []
    return any(name in first and first[name] <= one.published for name in names)
