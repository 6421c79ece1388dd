"""What was told of a period before it was over: plans and forecasts, and what has overtaken them.

A plan counts where the target says so. A forecast is an estimate from before the end of its period;
it says what is expected, and never stands for what was measured.
"""

from __future__ import annotations

import datetime as dt
from operator import attrgetter

from kpi.assess.evidence.limit_logic import Bounds, without_taken_back
from kpi.facts.periods import Period
from kpi.facts.records import AHEAD, PLANS, Observation, Target
from kpi.values import replace

_AHEAD = frozenset(AHEAD)
_vintage = attrgetter("vintage")


def foreseen(figure: Observation) -> bool:
    """Whether a figure is a plan, or an estimate from before the end of its period."""
    return figure.status in PLANS or is_forecast(figure)


def is_forecast(figure: Observation) -> bool:
    """Whether a figure is an estimate from before the end of its period.

    Of a single day that very day's own estimate is none.
    """
    if figure.status != "estimated":
        return False
    last = figure.period.end
    return figure.published < last or (figure.published == last and figure.period.kind != "day")


def is_result(figure: Observation, target: Target) -> bool:
    """Whether a figure counts, by its status, and is no plan and no forecast."""
    return figure.status in target.counts and not foreseen(figure)


def expected_only(figure: Observation, target: Target) -> bool:
    """Whether a figure is a forecast that says nothing of what is.

    One from before its period began never does. Nothing is done by any, nor is an amount of a year
    known by it.
    """
    early = figure.published < figure.period.start or target.kind in ("milestone", "annual")
    return early and is_forecast(figure)


def told_ahead(facts: list[Observation]) -> bool:
    """Whether any of the facts may have been told before its period was over."""
    return not _AHEAD.isdisjoint([fact.status for fact in facts])


def without_ahead(
    facts: list[Observation], target: Target, due: dt.date | None
) -> tuple[list[Observation], list[Observation], list[Observation]]:
    """The facts that may count, those told ahead that are overtaken, and those that never count.

    A plan is overtaken if it is younger than a result of its period: the next budget repeats what
    was enacted for a year of which the outturn is known by now. So is an older one of a running
    period of which a part is known, and that something was to be done, once there is a value of
    that day. A forecast is overtaken once there is a value of its day, or of any day after it was
    said, or a limit refutes it; but what is expected of a time up to the deadline by no value of
    the time after it, which says nothing of that.
    """
    results = [fact for fact in facts if is_result(fact, target)]
    last = _last_day(results)
    first = _first_published(results)
    in_time = [result for result in results if due is None or result.period.end <= due]
    standing = _standing(facts, results, last, target)
    if due is not None and len(in_time) < len(results):
        promised = [fact for fact in facts if fact.period.end <= due]
        standing |= _standing(promised, in_time, _last_day(in_time), target)
    not_reached = _not_reached(results, target)
    rest, overtaken, never = list[Observation](), list[Observation](), list[Observation]()
    for fact in facts:
        gone = False
        if fact.status not in target.counts:
            pass  # it is shown as it is
        elif expected_only(fact, target):
            never.append(fact)
            continue
        elif is_forecast(fact):
            gone = id(fact) not in standing
        elif fact.status in PLANS:
            done = target.kind == "milestone" and fact.status == "planned"
            gone = _is_overtaken(fact, first) or _under_way(fact, target, last)
            gone = gone or (done and fact.period.end <= last) or not_reached.refute(fact)
        (overtaken if gone else rest).append(fact)
    return rest, overtaken, never


def _last_day(results: list[Observation]) -> dt.date:
    """The last day of which there is a value."""
    return max((r.period.end for r in results if r.bound == "="), default=dt.date.min)


def _first_published(results: list[Observation]) -> dict[_Name, dt.date]:
    """The day on which the first result of a period came out, be it a limit."""
    first: dict[_Name, dt.date] = {}
    for result in results:
        for name in _names(result.period):
            first[name] = min(first.get(name, result.published), result.published)
    return first


def _standing(
    facts: list[Observation], results: list[Observation], last: dt.date, target: Target
) -> set[int]:
    """The ids of the forecasts that no value has overtaken and no limit refutes.

    `last` is the last day of which there is a value. With the last forecast of a period those that
    it replaced are gone as well.
    """
    open_yet = [fact for fact in facts if fact.published >= last and fact.period.end > last]
    forecasts = [fact for fact in open_yet if is_forecast(fact)]
    if not forecasts or all(result.bound == "=" for result in results):
        return set(map(id, forecasts))
    bounds = Bounds(without_taken_back(results), target)
    newest: dict[str, Observation] = {}
    for forecast in forecasts:
        held = newest.get(forecast.period.text)
        if held is None or held.vintage < forecast.vintage:
            newest[forecast.period.text] = forecast
    gone = {name for name, forecast in newest.items() if bounds.refute(forecast)}
    standing = [forecast for forecast in forecasts if forecast.period.text not in gone]
    return {id(forecast) for forecast in standing if not bounds.refute(forecast)}


#: A period as a result may be known of it: by its name; a day by its date as well.
_Name = tuple[str, dt.date | None]


def _names(period: Period) -> list[_Name]:
    """A single day is as good as the period that ends with it: each goes by the day of both."""
    by_day: _Name = ("day", period.end) if period.kind == "day" else ("ends", period.end)
    return [(period.text, None), by_day]


def _under_way(plan: Observation, target: Target, last: dt.date) -> bool:
    """Whether of a plan's running period there is a result of a day after it was made.

    An amount of a year is made of its parts; `annual_amount` holds a plan of it against them.
    """
    running = plan.period.start <= last < plan.period.end
    return running and plan.published < last and target.kind in ("level", "total")


def _not_reached(results: list[Observation], target: Target) -> Bounds:
    """What a running total had not reached by the days of its results, for plans of days before."""
    if target.kind != "total" or not any(status in PLANS for status in target.counts):
        return Bounds([], target)
    side = ">=" if target.direction == "down" else "<="
    newest = {result.period.text: result for result in sorted(results, key=_vintage)}
    short = [replace(r, bound=side) for r in newest.values() if r.bound in ("=", side)]
    return Bounds(short, target)


def _is_overtaken(plan: Observation, first: dict[_Name, dt.date]) -> bool:
    """Whether a result of a plan's period is older than it."""
    names: list[_Name] = [(plan.period.text, None), ("day", plan.period.end)]
    names += [("ends", plan.period.end)] if plan.period.kind == "day" else []
    return any(name in first and first[name] <= plan.published for name in names)
