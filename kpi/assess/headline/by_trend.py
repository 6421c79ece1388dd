"""Verdicts by the mean change of the last years: away from the goal, or hardly anywhere."""

from __future__ import annotations

from kpi.assess.case import SAME, Case, Point
from kpi.assess.evidence.goalposts import by_older_goal, case_in_force
from kpi.assess.evidence.known import Known
from kpi.assess.headline.by_limit import latest_limit, short_by_limit
from kpi.assess.lights import Verdict
from kpi.assess.pace import STALLED_BELOW, Pace, pace
from kpi.assess.reason import Fact, because
from kpi.facts.records import Goal
from kpi.values import replace


def trend(seen: Known) -> Verdict | None:
    """By the goal in force at the date of the latest value: a softer one asks for less pace."""
    case, hoped = seen.path_case, seen.hoped
    if hoped is None:
        return _of_case(case, seen, seen.path_goal)
    case_pace = pace(case)
    if case_pace.recent is None:
        return None
    moved, value = _moved(case, case_pace.recent), case.points[-1].value
    beyond = value - case.goal
    if moved * beyond <= 0 if case.two_sided else case.sign * moved >= 0:
        return None  # it is expected to stand beyond the goal: nothing more is needed
    by_limit = short_by_limit(seen)
    if by_limit is not None and by_limit.word == "behind":
        return by_limit
    facts: dict[str, Fact] = {"rate": case_pace.recent, "since": case_pace.recent_since}
    facts |= {"value": value, "period": hoped.period}
    return Verdict("possible", because("possible-slipping", **facts))


def trend_by_limit(seen: Known) -> Verdict | None:
    """`wrong way` or `stalled` by a limit that is younger than the latest value.

    The best value that it leaves makes that trend; any other one makes a worse one. If that value
    has reached the goal, it would be `met, slipping`, and what has not is not known: `possible`.
    """
    limit = latest_limit(seen, seen.latest_at_hand)
    if limit is None:
        return None
    best = Point(limit.period, float(limit.value))
    points = seen.line.without_forecasts(seen.case_at_hand.points)
    goal = seen.goal_at(limit.period.end)
    older = goal if goal is not seen.goal else None
    case = case_in_force(replace(seen.case_at_hand, points=(*points, best)), older)
    verdict = _of_case(case, seen, older)
    if verdict is None or (case.met and verdict.word == "stalled"):
        return None
    word = "possible" if case.met else verdict.word
    facts: dict[str, Fact] = {"bound": limit.bound, "limit": best.value, "period": limit.period}
    reason = because("best-of-limit", **facts)
    return Verdict(word, reason.followed_by(verdict.reason, *verdict.reason.then), (limit,))


def _of_case(case: Case, seen: Known, older: Goal | None) -> Verdict | None:
    """What the trend up to the last point of a case says of its goal, that of `older` if any."""
    case_pace = pace(case)
    if case_pace.recent is None:
        return None
    if case.two_sided and (overshot(case, case_pace) or _arrived(case, case_pace)):
        return None  # it has come to the goal, or nearer to it on its other side
    toward = 1 if case.goal >= case.points[-1].value else -1
    sign, moved = toward if case.two_sided else case.sign, _moved(case, case_pace.recent)
    facts: dict[str, Fact] = {"rate": case_pace.recent, "since": case_pace.recent_since}
    if sign * moved < 0:
        return Verdict("wrong way", because("wrong-way", **facts))
    if moved == 0:
        return Verdict("stalled", because("stalled-still", since=case_pace.recent_since))
    needed = sign * case_pace.needed if case_pace.needed is not None else 0.0
    if needed > 0 and sign * case_pace.recent < STALLED_BELOW * needed * (1 - SAME):
        reason = because("stalled-slow", needed=case_pace.needed, **facts)
        return Verdict("stalled", reason.followed_by(*by_older_goal(seen.goal, older)))
    return None


def _moved(case: Case, rate: float) -> float:
    """The recent mean change, without what is no more than the noise of floats."""
    return rate if abs(rate) > SAME * abs(case.points[-1].value) else 0.0


def _arrived(case: Case, case_pace: Pace) -> bool:
    """Whether the current value is at the amount that is to be kept, and came there of late."""
    before, now = _distances(case, case_pace)
    return abs(now) <= case.tolerance and abs(now) < abs(before)


def overshot(case: Case, case_pace: Pace) -> bool:
    """Whether the recent change led from one side of the goal to a nearer point on the other."""
    before, now = _distances(case, case_pace)
    return before * now < 0 and abs(now) < abs(before) * (1 - SAME)


def _distances(case: Case, case_pace: Pace) -> tuple[float, float]:
    """How far above the goal the value was where the recent change began, and is now."""
    last = case.points[-1]
    before = next((point for point in case.points if point.period == case_pace.recent_since), last)
    return before.value - case.goal, last.value - case.goal
