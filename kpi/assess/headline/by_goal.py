"""Verdicts about a goal that has been reached, and about one whose deadline has passed.

What decides is the last figure of a period up to the deadline. Nothing is met by a forecast, past a
younger limit, or where what was to be kept is unknown for the deadline itself.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from itertools import takewhile

from kpi.assess.answerability import outlook
from kpi.assess.case import SAME, Point, end_of
from kpi.assess.evidence.forecasts import is_forecast
from kpi.assess.evidence.goalposts import by_about, by_older_goal, by_strict
from kpi.assess.evidence.known import Known
from kpi.assess.goal_met import ABOUT, end_of_about, is_about, meets
from kpi.assess.headline.awaited import is_awaited, is_last, longer_comes, nothing_between
from kpi.assess.headline.by_limit import (
    figure_facts,
    first_short,
    kept_between,
    latest_limit,
    lost_by_limit,
    only_foreseen,
    undecided_by_limit,
)
from kpi.assess.lights import Verdict
from kpi.assess.pace import recent_change
from kpi.assess.reason import Fact, because
from kpi.facts.records import MAIN, PLANS, Goal, Observation


def met(seen: Known) -> Verdict | None:
    """Met by the last figure of a period up to the deadline, unless the baseline is newer."""
    last = seen.last_in_time
    between = between_limits(seen)
    if between is not None or last is None or not seen.fulfilled_by(last):
        return between
    if _begun_later(seen, last) or _in_doubt(seen, last) or lost_by_limit(seen) is not None:
        return None
    goal = float(seen.goal.value)
    facts: dict[str, Fact] = {"value": float(last.value), "period": last.period, "goal": goal}
    older = late_for(seen, last)
    if older is not None:
        return _reached_late(seen, last, older)
    about = last.bound == "=" and is_about(last.value, seen.goal, seen.target.direction)
    if about:
        facts["within"] = float(ABOUT)
    then = () if about else by_about(last, seen.goal, seen.target.direction)
    rate = _adverse_trend(seen, last)
    if rate is not None:
        key = "met-slipping-about" if about else "met-slipping"
        if last.bound != "=":
            key, facts["bound"] = "met-slipping-limit", last.bound
        reason = because(key, rate=rate, **facts).followed_by(*then)
        return Verdict("met, slipping", reason, (last,))
    slipping = _slipping_since(seen, last) or _slipping_ahead(seen, last)
    if slipping is not None:
        return slipping
    exact = "met-about" if about else "met" if _settled(seen) else "met-holds"
    keys = {">=": "met-at-least", "<=": "met-at-most", "=": exact}
    return Verdict("met", because(keys[last.bound], **facts).followed_by(*then), (last,))


def _settled(seen: Known) -> bool:
    """Whether nothing can be lost any more: what is to be kept has held only so far until then."""
    return seen.target.direction != "keep" or seen.past_due


def between_limits(seen: Known) -> Verdict | None:
    """`met` by two limits that leave nothing but what is to be kept.

    After the deadline by those of its own day. Where the values before make even the nearest of
    what they leave a trend away, nothing is said.
    """
    pair = kept_between(seen)
    if pair is None or (seen.past_due and seen.due != pair[0].period.end):
        return None
    last = seen.last_in_time
    if last is not None and _slipping_since(seen, last) is not None:
        return None
    least, most = pair
    facts: dict[str, Fact] = {"least": float(least.value), "most": float(most.value)}
    facts |= {"period": least.period, "goal": float(seen.goal.value)}
    return Verdict("met", because("met-between", **facts), pair)


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


def _in_doubt(seen: Known, last: Observation) -> bool:
    """Whether the goal may not be met though the last figure in time fulfils it.

    What was to be kept is unknown for the deadline itself; of a plan's result only a limit is
    known; a younger forecast says that it will be lost, or a younger result that a plan was not
    carried out.
    """
    if last.status in PLANS and fell_short_since(seen, last):
        return True
    expected = _expected_since(seen, last)
    return _unkept(seen) or only_foreseen(seen, last) or not all(map(seen.fulfilled_by, expected))


def fell_short_since(seen: Known, plan: Observation) -> bool:
    """Whether the first result of a period after a plan's own is short of the goal, or a limit."""
    later = (figure for figure in seen.line.measured
             if figure.period.end > plan.period.end and figure.status not in PLANS)  # fmt: skip
    first, limit = next(later, None), first_short(seen, plan)
    if first is None or (limit is not None and limit.period.end < first.period.end):
        return limit is not None
    return not seen.meets(first.value)


def _unkept(seen: Known) -> bool:
    """Whether what was to be kept until a deadline that has passed is unknown for its end."""
    if seen.target.direction != "keep" or seen.due is None or seen.last_measured is None:
        return False
    last = seen.last_in_time
    if last is None or not seen.on > seen.due > last.period.end:
        return False
    if seen.last_measured.period.end < seen.due:
        return not is_last(seen, seen.last_measured.period)
    after = next(figure for figure in seen.line.values if figure.period.end > last.period.end)
    # Nothing is due in between, or the goal was held on both sides of the deadline.
    held = seen.target.cadence is not None or seen.meets(after.value)
    return not (held and nothing_between(seen, last.period, seen.due))


def late_for(seen: Known, last: Observation) -> Goal | None:
    """The goal of a figure's time whose deadline it came after, if it was softened only since.

    None if that goal had been met, or was to be kept.
    """
    day = last.period.end
    promised = seen.promised(day)
    if promised is seen.goal or promised.by is None or day <= promised.by.end:
        return None
    case = seen.case_at_hand
    put_off = case.sign * (case.goal - float(promised.value)) <= 0
    if case.keep or not (put_off or seen.goal_at(day) is promised):
        return None
    count = bisect_right(seen.in_time, promised.by.end, key=end_of)
    held = count and meets(seen.in_time[count - 1].value, promised, seen.target.direction)
    return None if held else promised


def _reached_late(seen: Known, last: Observation, older: Goal) -> Verdict | None:
    """`possible`: what is late by its own deadline is not `met` by one that was announced since."""
    announced = seen.goal.announced
    if seen.due is None or older.by is None or announced is None:
        return None
    facts: dict[str, Fact] = {**figure_facts(last), "goal": float(seen.goal.value)}
    reason = because("possible-late", by=older.by.end, announced=announced, **facts)
    then = by_about(last, seen.goal, seen.target.direction)
    return Verdict("possible", reason.followed_by(*then), (last,))


def late_hoped(seen: Known) -> Verdict | None:
    """`possible` by a forecast that reaches the goal, but late, as its result would be."""
    hoped = seen.hoped
    older = late_for(seen, hoped) if hoped is not None else None
    return _reached_late(seen, hoped, older) if hoped is not None and older is not None else None


def _slipping_since(seen: Known, last: Observation) -> Verdict | None:
    """`met, slipping` by a limit since, if all values that it leaves make a trend away."""
    limit = latest_limit(seen, last)
    if limit is None:
        return None
    facts: dict[str, Fact] = {"bound": limit.bound, "limit": float(limit.value)}
    return _slipping(seen, last, [limit], "met-slipping-since", facts)


def _slipping_ahead(seen: Known, last: Observation) -> Verdict | None:
    """`met, slipping` by what is expected since, as its result will be if it comes so."""
    ahead = _expected_since(seen, last)
    if not ahead:
        return None
    facts: dict[str, Fact] = {"expected": float(ahead[-1].value)}
    return _slipping(seen, last, ahead, "met-slipping-expected", facts)


def _slipping(
    seen: Known, last: Observation, since: list[Observation], key: str, facts: dict[str, Fact]
) -> Verdict | None:
    """`met, slipping` if what came `since` the figure that met the goal makes a trend away."""
    rate = _adverse_trend(seen, last, since)
    if rate is None:
        return None
    facts |= {"own": last.bound, "value": float(last.value), "period": last.period}
    facts |= {"goal": float(seen.goal.value), "rate": rate, "since": since[-1].period}
    then = by_about(last, seen.goal, seen.target.direction)
    return Verdict("met, slipping", because(key, **facts).followed_by(*then), (last, since[-1]))


def _expected_since(seen: Known, last: Observation) -> list[Observation]:
    """The figures of later periods than the last one, in time: what is expected of them."""
    later = takewhile(lambda f: f.period.end > last.period.end, reversed(seen.line.values))
    return [figure for figure in later if seen.is_up_to_deadline(figure)][::-1]


def _adverse_trend(
    seen: Known, last: Observation, since: Iterable[Observation] = ()
) -> float | None:
    """The recent mean change up to a figure and what came since, if it leads away from the goal.

    Without the forecasts up to the figure: they keep nothing from slipping.
    """
    case = seen.case_at_hand
    points = case.points[: bisect_right(case.points, last.period.end, key=end_of)]
    later = [Point(figure.period, float(figure.value)) for figure in since]
    points = (*seen.line.without_forecasts(points), *later)
    _, recent = recent_change(points)
    if recent is None or abs(recent) <= SAME * abs(points[-1].value):
        return None
    beyond = points[-1].value - case.goal
    worse = recent * beyond > 0 if case.two_sided else case.sign * recent < 0
    return recent if worse else None


def deadline_passed(seen: Known) -> Verdict | None:
    """`missed`; `awaiting data` while the figure that decides may still be published."""
    due = seen.due
    if due is None or not seen.past_due:
        return None
    last, limit = seen.last_in_time, lost_by_limit(seen)
    reached, waits = seen.fulfilled_by(last), is_awaited(seen, due)
    expected = limit is not None and is_forecast(limit)  # which leaves it open
    decides = limit and limit.period.end == due and not longer_comes(seen, limit.period)
    if limit and not expected and (decides or (reached and not waits)):
        return missed_by_limit(seen, limit, due)
    if waits or (last is not None and reached and (expected or _in_doubt(seen, last))):
        return _awaiting(seen, due)
    undecided = undecided_by_limit(seen)
    if undecided is not None and (last is None or last.period.end < due):
        said: dict[str, Fact] = {"by": due, "goal": float(seen.goal_at(due).value)}
        reason = because("awaiting-limit", **said, **figure_facts(undecided))
        return Verdict("awaiting data", reason, (undecided,))
    if last is None:
        period = (seen.last_measured or seen.latest_at_hand).period
        return Verdict("missed", because("missed-late-figure", by=due, period=period))
    facts: dict[str, Fact] = {"value": float(last.value), "period": last.period, "by": due}
    if reached and _begun_later(seen, last):
        return Verdict("missed", because("missed-before-base", **facts), (last,))
    goal = seen.decisive(last)
    facts |= end_of_about(float(last.value), goal)
    reason = because("missed", gap=float(last.value) - float(goal.value), **facts)
    then = (*by_strict(float(last.value), goal), *by_older_goal(seen.goal, goal))
    return Verdict("missed", reason.followed_by(*then), (last,))


def missed_by_limit(seen: Known, limit: Observation, due: dt.date) -> Verdict:
    """`missed` by a limit of the deadline itself, or by one that shows that it was lost before."""
    key = "missed-limit" if limit.period.end == due else "missed-lost"
    goal = float(seen.goal_at(due).value)
    reason = because(key, by=due, goal=goal, **figure_facts(limit))
    return Verdict("missed", reason, (limit,))


def _awaiting(seen: Known, due: dt.date) -> Verdict:
    """`awaiting data`, with the day on which it can be known, and what is expected beside it."""
    known_on, last, latest = outlook(seen).answerable_on, seen.last_measured, seen.latest_at_hand
    if last is None:
        reason = because("awaiting-none", by=due)
    elif known_on is None or known_on <= seen.on:
        reason = because("awaiting-since", by=due, period=last.period)
    else:
        reason = because("awaiting", by=due, period=last.period, on=known_on)
    then = [because("only-expected", period=latest.period)] if is_forecast(latest) else []
    if last is None and known_on is not None and known_on > seen.on:
        then.append(because("figure-due", on=known_on))
    return Verdict("awaiting data", reason.followed_by(*then))
