"""Verdicts about a goal that has been reached, and about one whose deadline has passed.

What decides is the last figure of a period up to the deadline. Nothing is met by a forecast, past a
younger limit, or where what was to be kept is unknown for the deadline itself.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from itertools import takewhile

from kpi.assess.ahead import is_forecast
from kpi.assess.case import SAME, end_of
from kpi.assess.events import by_older_goal
from kpi.assess.known import Known
from kpi.assess.lights import Verdict
from kpi.assess.limits import lost_by_limit, only_foreseen
from kpi.assess.outlook import outlook
from kpi.assess.pace import recent_change
from kpi.assess.reason import Fact, because
from kpi.facts.periods import Period
from kpi.facts.records import MAIN, PLANS, Observation
from kpi.values import replace


def met(seen: Known) -> Verdict | None:
    """Met by the last figure of a period up to the deadline, unless the baseline is newer."""
    if not seen.in_time or not seen.fulfils(seen.in_time[-1].value, seen.in_time[-1].period.end):
        return None
    last = seen.in_time[-1]
    if _begun_later(seen, last) or _unkept(seen) or only_foreseen(seen, last):
        return None
    if _lost_by_forecast(seen, last):
        return None
    if lost_by_limit(seen) is not None:
        return None
    goal = float(seen.goal.value)
    facts: dict[str, Fact] = {"value": float(last.value), "period": last.period, "goal": goal}
    recent = _adverse_trend(seen)
    if recent is not None:
        key = "met-slipping"
        if last.bound != "=":
            key, facts["bound"] = "met-slipping-limit", last.bound
        return Verdict(
            "met, slipping",
            because(key, rate=recent, **facts),
            (last,),
        )
    bounds = {">=": "met-at-least", "<=": "met-at-most"}
    return Verdict("met", because(bounds.get(last.bound, "met"), **facts), (last,))


def _begun_later(seen: Known, last: Observation) -> bool:
    """Whether the path starts after a figure, or a baseline was said of the series after it."""
    stated, base = seen.target.baseline, seen.base
    if stated is None or base is None:
        return False
    if stated.value is None:  # the series' own first value may be one after the deadline
        return min(stated.period, base.period).end > last.period.end
    own = seen.line.series.id == MAIN and stated.series in (None, MAIN)
    newer = stated.period.end > last.period.end  # a start that was moved onto a later figure is not
    return newer and (own or base.period.end > last.period.end)


def _lost_by_forecast(seen: Known, last: Observation) -> bool:
    """Whether a figure of a later period than the last one, which is expected, has lost it."""
    later = takewhile(lambda one: one.period.end > last.period.end, reversed(seen.line.values))
    return any(
        (seen.deadline is None or one.period.end <= seen.deadline)
        and not seen.fulfils(one.value, one.period.end)
        for one in later
    )


def _unkept(seen: Known) -> bool:
    """Whether what was to be kept until a deadline that has passed is unknown for its end."""
    if seen.target.direction != "keep" or seen.deadline is None or seen.last_measured is None:
        return False
    if not seen.in_time or not seen.on > seen.deadline > seen.in_time[-1].period.end:
        return False
    if seen.last_measured.period.end < seen.deadline:
        return not _is_last(seen)
    after = next(one for one in seen.line.values if one.period.end > seen.in_time[-1].period.end)
    # Nothing is due in between, or the goal was held on both sides of the deadline.
    held = seen.target.cadence is not None or seen.meets(after.value)
    return not (held and _nothing_between(seen, seen.in_time[-1].period, seen.deadline))


def _nothing_between(seen: Known, last: Period, deadline: dt.date) -> bool:
    """Whether no period of a figure's own kind, and no release of the rhythm, ends in between."""
    following = last.following().end if last.kind != "day" and last.end < dt.date.max else None
    cadence = seen.target.cadence
    due = cadence.after(last.end) if cadence is not None else following
    return due is not None and due > deadline and (following is None or following > deadline)


def _adverse_trend(seen: Known) -> float | None:
    """The recent mean change up to the deadline, if it leads away from a goal that is met."""
    case = seen.case
    assert case is not None  # noqa: S101 - measured targets have one
    last = seen.in_time[-1].period.end  # what is expected makes nothing slip, nor keeps it
    points = case.points[: bisect_right(case.points, last, key=end_of)]
    if seen.line.expects:
        expected = {one.period.end for one in seen.line.values if is_forecast(one)}
        points = tuple([one for one in points if one.period.end not in expected])
    _, recent = recent_change(points)
    if recent is None or not points or abs(recent) <= SAME * abs(points[-1].value):
        return None
    beyond = points[-1].value - case.goal
    worse = recent * beyond > 0 if case.two_sided else case.sign * recent < 0
    return recent if worse else None


def deadline_passed(seen: Known) -> Verdict | None:
    deadline = seen.deadline
    if deadline is None or seen.latest is None or seen.on <= deadline:
        return None
    last = seen.in_time[-1] if seen.in_time else None
    latest = seen.last_measured or seen.latest
    known_on = outlook(seen).answerable_on
    early = latest.period.end < deadline
    limit = lost_by_limit(seen)
    waits = not _is_last(seen) if early else _own_figure_comes(seen, deadline)
    waits = waits or seen.last_measured is None  # what is expected decides nothing
    lost = not waits and last is not None and seen.fulfils(last.value, last.period.end)
    expected = limit is not None and is_forecast(limit)  # which leaves it open
    if limit and not expected and (limit.period.end == deadline or lost):
        goal = float(seen.goal_at(deadline).value)
        value = float(limit.value)
        key = "missed-limit" if limit.period.end == deadline else "missed-lost"
        facts: dict[str, Fact] = {"bound": limit.bound, "value": value, "goal": goal}
        said = because(key, by=deadline, period=limit.period, **facts)
        return Verdict("missed", said, (limit,))
    unknown = last is not None and (
        expected or _unkept(seen) or only_foreseen(seen, last) or _lost_by_forecast(seen, last)
    )
    if waits or (unknown and last is not None and seen.fulfils(last.value, last.period.end)):
        facts = {"by": deadline, "period": latest.period}
        said = because("awaiting", on=known_on, **facts)
        if seen.last_measured is None:
            said = because("awaiting-none", by=deadline)
        elif known_on is None or known_on <= seen.on:
            said = because("awaiting-since", **facts)
        hoped = seen.latest if is_forecast(seen.latest) else None
        then = (because("only-expected", period=hoped.period),) if hoped is not None else ()
        return Verdict("awaiting data", replace(said, then=then))
    if last is None:
        return Verdict("missed", because("missed-late-figure", by=deadline, period=latest.period))
    if seen.fulfils(last.value, last.period.end) and _begun_later(seen, last):
        facts = {"value": float(last.value), "period": last.period, "by": deadline}
        return Verdict("missed", because("missed-before-base", **facts), (last,))
    asked = seen.decisive(last)
    gap = float(last.value) - float(asked.value)
    said = because("missed", gap=gap, value=float(last.value), period=last.period, by=deadline)
    older = by_older_goal(seen, asked if asked is not seen.goal else None)
    return Verdict("missed", replace(said, then=older), (last,))


def _is_last(seen: Known) -> bool:
    """Whether no release of the declared rhythm lies between the latest figure and the deadline.

    Such as the last full week before a deadline within the next: it decides, from the day on which
    a figure of the deadline itself would be known. What comes after it can only be too late. While
    another period of its own kind would fit in, a rhythm that was declared too slow is not trusted.
    """
    found = outlook(seen)
    assert seen.deadline is not None  # noqa: S101 - the caller asked
    if seen.last_measured is None:
        return False
    last = seen.last_measured.period
    if last.kind != "day" and last.end < dt.date.max and last.following().end <= seen.deadline:
        return False
    return (
        found.last_period_end == last.end
        and found.answerable_on is not None
        and found.answerable_on <= seen.on
    )


def _own_figure_comes(seen: Known, deadline: dt.date) -> bool:
    """Whether the deadline's own figure may still be published, though one of a later day is.

    A month of the next year says nothing of the year that counts. Once a later period of the same
    kind is out, or the day on which it could be known has passed, nothing more is awaited; where
    that day is not known, after twice the length of such a period.
    """
    if not seen.in_time or seen.in_time[-1].period.end >= deadline:
        return False
    last, known_on = seen.in_time[-1].period, outlook(seen).answerable_on
    results = (one.period for one in seen.line.measured if one.status not in PLANS)
    if any(period.end > deadline and period.kind == last.kind for period in results):
        return False
    if known_on is not None:
        return seen.on < known_on
    return (seen.on - deadline).days <= 2 * ((last.end - last.start).days + 1)
