"""Verdicts against the paths in force: at or beyond all of them, between them, short of all.

A limit that is younger than the value, and an older goal that asked for more, are heard as well.
"""

from __future__ import annotations

from math import isclose

from kpi.assess.case import SAME, Case, Point
from kpi.assess.evidence.goalposts import by_older_goal
from kpi.assess.evidence.known import Known
from kpi.assess.goal_met import ABOUT, end_of_about, is_about
from kpi.assess.headline.by_goal import late_hoped
from kpi.assess.headline.by_limit import (
    fallen_by_limit,
    figure_facts,
    goal_unsure,
    lost_by_limit,
    only_foreseen,
    short_by_limit,
)
from kpi.assess.headline.by_trend import overshot, trend_by_limit
from kpi.assess.lights import Verdict
from kpi.assess.pace import pace
from kpi.assess.path import Path, band, expected_at
from kpi.assess.reason import Fact, Reason, because
from kpi.facts.records import Goal
from kpi.values import replace


def step(seen: Known) -> Verdict | None:
    """`pending` until the deadline at which the change is to come at one stroke."""
    if seen.target.path != "step" or seen.due is None:
        return None
    days = (seen.due - seen.on).days
    before = seen.in_time[:-1]  # the last one is not `_met`
    lost = any(seen.meets(figure.value) for figure in before)
    key = "pending-step-lost" if lost else "pending-step"
    return Verdict("pending", because(key, by=seen.due, days=days))


def only_base(seen: Known) -> Verdict | None:
    """No figure since the base, or no base for a path that needs one."""
    case = seen.case_at_hand
    if case.base is None:
        # What is to be kept has its path in the goal itself: one figure tells whether it holds.
        if len(case.points) < 2 and not case.keep and not isinstance(case.path, tuple):
            return Verdict("no path", because("no-baseline"))
        return None
    if not case.moved:
        return Verdict("baseline only", because("baseline-only", period=case.base.period))
    return None


def not_kept(seen: Known) -> Verdict | None:
    """What was to be kept has been lost, as a limit shows; its values alone do not tell."""
    case, limit = seen.case_at_hand, lost_by_limit(seen)
    if limit is None or not case.keep or isinstance(case.path, tuple):
        return None
    reason = because("behind-limit", expected=case.goal, **figure_facts(limit))
    return Verdict("behind", reason, (limit,))


_ORDER = ("on track", "possible", "behind")


def against_paths(seen: Known) -> Verdict | None:
    """Against the paths in force at the value's date; against the judged goal's own ones as well.

    An older goal is held against a figure of its time where it asked for more. It must not ask for
    less in the judged goal's place: one that has expired asks for nothing more.
    """
    worst = _against(seen, paths_in_force(seen), by_older_goal(seen.goal, seen.path_goal))
    if seen.path_goal is not None:
        own = _against(seen, band(seen.case_at_hand), ())
        if own is not None and (own.word == "behind" if worst is None else _worse(own, worst)):
            worst = own
        elif own and worst and (own.word, own.reason.facts) == (worst.word, worst.reason.facts):
            worst = own  # announced rows know no goal
    by_limit = short_by_limit(seen)
    if by_limit is not None and (worst is None or _worse(by_limit, worst)):
        worst = by_limit
    if worst is None or worst.word == "behind":
        return worst
    doubt = trend_by_limit(seen)
    if doubt is None and worst.word == "on track":
        doubt = fallen_by_limit(seen) or _start_unsure(seen) or goal_unsure(seen)
        doubt = doubt or late_hoped(seen)
    return doubt or worst


def _start_unsure(seen: Known) -> Verdict | None:
    """`possible` where only a limit is known of the path's start: it may ask for more."""
    limit, path = seen.start_limit, seen.case_at_hand.path
    if limit is None:
        return None
    if isinstance(path, tuple) and seen.latest_at_hand.period.end >= path[0].period.end:
        return None  # announced rows ask for what they say
    return Verdict("possible", because("possible-start", **figure_facts(limit)), (limit,))


def _worse(headline: Verdict, other: Verdict) -> bool:
    return _ORDER.index(headline.word) > _ORDER.index(other.word)


def _against(seen: Known, paths: tuple[Path, ...], then: tuple[Reason, ...]) -> Verdict | None:
    """What the paths say of the latest value; None where none has a say."""
    case, current = seen.case_at_hand, seen.case_at_hand.current
    if current is None:
        return None
    expected = expected_at(paths, current.period)
    reached = [_reached(seen, current, asked) for _, asked in expected]
    if not reached:
        return None
    word = "on track" if all(reached) else "possible" if any(reached) else "behind"
    facts: dict[str, Fact] = {"value": current.value, "period": current.period}
    facts |= end_of_about(current.value, seen.goal) if case.two_sided else {}
    if word == "on track" and only_foreseen(seen, seen.latest_at_hand):
        return Verdict("possible", because("possible-foreseen", **facts).followed_by(*then))
    exact = replace(case, tolerance=0.0)
    short = any(exact.lead(current.value, asked) < 0 for _, asked in expected)
    if word == "on track" and short and _near_enough(seen):
        facts |= {"goal": float(seen.goal.value), "within": float(ABOUT)}
        return Verdict(word, because("on-track-about", **facts).followed_by(*then))
    kept_goal = _held_before(seen) if word == "behind" else None
    if kept_goal is not None:
        facts |= {"expected": float(kept_goal.value), "shape": paths[0].shape}
        then = by_older_goal(seen.goal, kept_goal)
        return Verdict(word, because("behind-path", **facts).followed_by(*then))
    where, more = _compared(paths, case, current, word)
    if word == "on track" and short:  # as what is to be kept at "about" an amount may be
        where, more = "near", {**more, "within": float(ABOUT)}
    reason = because(f"{word.replace(' ', '-')}-{where}", **facts, **more)
    return Verdict(word, reason.followed_by(*then))


def _compared(
    paths: tuple[Path, ...], case: Case, current: Point, word: str
) -> tuple[str, dict[str, Fact]]:
    """What a value was compared with, as the end of a reason's key, and its facts."""
    expected = sorted(path.value_at(current.period) or 0.0 for path in paths)
    low, high = expected[0], expected[-1]
    facts: dict[str, Fact] = {"expected": low, "shape": paths[0].shape}
    if len(paths) > 1:
        facts = {"low": low, "high": high, "shapes": tuple(path.shape for path in paths)}
    if word == "behind" and case.two_sided and overshot(case, pace(case)):
        return "beyond", {**facts, "goal": case.goal}
    meet = word != "possible" and isclose(low, high, rel_tol=SAME)  # as at the deadline
    where = "path" if len(paths) == 1 else "one" if meet else "band"
    if word == "behind" and current.value == low == high:  # and yet: the goal is to be exceeded
        where = f"equal-{where}"
    if word == "behind" and where == "path" and case.keep and not isinstance(case.path, tuple):
        where = "kept-path"  # there is no way to go
    return where, facts


def _reached(seen: Known, current: Point, asked: float) -> bool:
    """Whether the current value is at or beyond what a path asks for at its own date."""
    case = seen.case_at_hand
    if case.keep and not isinstance(case.path, tuple):
        return seen.fulfilled_by(seen.latest)  # of a forecast; else it was met
    if not case.keep and _near_enough(seen):
        return True
    goal = seen.path_goal or seen.goal
    aim = float(goal.value)  # as a value and its path are: 30.1 is another number as a Decimal
    if goal.comparator in (">", "<") and goal.by is not None and current.value == asked == aim:
        return current.period.end < goal.by.end  # at its own day the goal is not enough
    return case.lead(current.value, asked) >= 0


def _near_enough(seen: Known) -> bool:
    """Whether a forecast fulfils the goal because "about" that much was promised."""
    hoped = seen.hoped
    return hoped is not None and is_about(hoped.value, seen.goal, seen.target.direction)


def _held_before(seen: Known) -> Goal | None:
    """The goal that was to be kept at the value's time, if that alone is what it falls short of."""
    last = seen.latest_at_hand
    if seen.target.direction != "keep" or not seen.meets(last.value):
        return None
    goal = seen.decisive(last)
    return goal if goal is not seen.goal else None


def no_path(seen: Known) -> Verdict | None:
    if seen.base is None:
        return Verdict("no path", because("no-baseline"))
    return Verdict("no path", because("no-drawable-path"))


def paths_in_force(seen: Known) -> tuple[Path, ...]:
    """The paths that hold at the date of the latest value (`Known.path_goal`)."""
    return band(seen.path_case) if seen.case is not None else ()
