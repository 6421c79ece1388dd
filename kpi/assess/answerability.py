"""Answerability: when the deadline's verdict can be known, and what can still change it."""

from __future__ import annotations

import datetime as dt

from kpi.assess.evidence.known import Known
from kpi.assess.goal_met import named_year
from kpi.facts.periods import DAYS_PER_YEAR, Span
from kpi.values import dataclass

#: A figure is stale when it is older than this many of its intervals, beside the usual lag.
STALE_AFTER = 1.5


@dataclass(frozen=True, slots=True)
class Outlook:
    """Days that follow from the series' cadence and lag; None where those are not declared."""

    answerable_on: dt.date | None = None
    last_period_end: dt.date | None = None  # of the last release that falls up to the deadline
    last_release_on: dt.date | None = None
    next_release_on: dt.date | None = None  # when the next figure of the judged series is due


def answered(seen: Known) -> bool:
    """Whether the figure that decides is there, so that no later one is waited for."""
    latest, due = seen.last_measured, seen.due
    return latest is not None and due is not None and latest.period.end >= due


def outlook(seen: Known) -> Outlook:
    """The outlook of a target as it was known."""
    target, latest, due = seen.target, seen.last_measured, seen.due
    if target.kind == "milestone":
        return Outlook(answerable_on=due)
    if target.kind == "annual":
        due = named_year(seen.goal).end
    lag = target.lag
    answerable = lag.after(due) if lag and due else None
    if latest is None or target.cadence is None:
        return Outlook(answerable_on=answerable)
    following = target.cadence.after(latest.period.end) if not answered(seen) else None
    next_known = lag.after(following) if lag and following else following
    if target.kind == "annual" or due is None:
        last = due  # only the whole year decides
    else:
        last = _last_release(latest.period.end, target.cadence, due)
    released = lag.after(last) if lag and last else None
    return Outlook(answerable, last, released, next_known)


def _last_release(start: dt.date, cadence: Span, due: dt.date) -> dt.date | None:
    """The last day of the series' grid of periods up to the deadline, from `start` on."""
    if start > due:
        return None
    times = int((due - start).days / DAYS_PER_YEAR / cadence.years) + 1
    for count in range(times, 0, -1):
        day = cadence.after(start, count)
        if day is not None and day <= due:
            return day
    return start


def release_misses_deadline(seen: Known) -> bool:
    """Whether the last release up to the deadline is of an earlier day than the deadline."""
    cadence, due = seen.target.cadence, seen.due
    start = seen.latest.period.end if seen.latest is not None else None
    if start is None and seen.target.baseline is not None:
        start = seen.target.baseline.period.end  # before there is a figure, the rhythm is known
    if start is None or cadence is None or due is None:
        return False
    last = _last_release(start, cadence, due)
    return last is not None and last < due


def stale(seen: Known) -> bool:
    """Whether the latest figure is older than 1.5 times its cadence plus its lag.

    The latest that was measured, or else what was said of the baseline: what is expected of this
    year does not make up for it.
    """
    target, latest = seen.target, seen.last_measured or seen.base or seen.latest
    if latest is None or seen.latest is None or target.cadence is None:
        return False
    age = (seen.on - latest.period.end).days
    lag = target.lag.years if target.lag else 0.0
    most = DAYS_PER_YEAR * (STALE_AFTER * target.cadence.years + lag)
    if abs(age - most) > _NEAR:  # most are far from it, and to step in the calendar costs a library
        return age > most
    until = _fresh_until(latest.period.end, target.cadence, target.lag)
    return until is not None and seen.on > until


_NEAR = 10  # days by which the calendar and years of 365.25 days differ at most, in such spans


def _fresh_until(day: dt.date, cadence: Span, lag: Span | None) -> dt.date | None:
    """The last day on which a figure of a day is not stale; None beyond the calendar."""
    fresh = _half_as_long_again(cadence, day)
    return lag.after(fresh) if lag and fresh else fresh


def _half_as_long_again(cadence: Span, day: dt.date) -> dt.date | None:
    """1.5 times a cadence after a day, in the calendar as far as it goes: half a month has 15 days.

    >>> _half_as_long_again(Span.parse("1 year"), dt.date(2025, 12, 31))
    datetime.date(2027, 6, 30)
    """
    months = {"year": 12, "month": 1}.get(cadence.unit)
    if months is None:
        days = cadence.number * (7 if cadence.unit == "week" else 1)
        return Span(3 * days // 2, "day").after(day)
    whole, half = divmod(3 * months * cadence.number, 2)
    after = Span(whole, "month").after(day)
    return Span(15, "day").after(after) if half and after else after
