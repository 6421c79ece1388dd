"""The headline verdict: the first rule that holds, with its reason.

The order and the words are the project's own; the band and its back-test are worked
out in research.md, sections 10.6 and 13. Each rule is a function from what was known to a verdict
or None; `RULES` is their order. No rule is green because something is missing.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable
from math import isclose

from kpi.assess.case import SAME, Case, end_of
from kpi.assess.events import annual, by_older_goal, closed, milestone
from kpi.assess.known import Known, known
from kpi.assess.lights import Verdict
from kpi.assess.limits import lost_by_limit, short_by_limit
from kpi.assess.lines import Line, comparable, foreseen
from kpi.assess.outlook import outlook
from kpi.assess.pace import STALLED_BELOW, Pace, pace, recent_change
from kpi.assess.path import Path, band
from kpi.assess.reason import Fact, because
from kpi.facts.periods import Period
from kpi.facts.records import Goal, Observation
from kpi.values import replace


def verdict(seen: Known) -> Verdict:
    """The first of RULES that holds. The last two cover every case, so there always is one."""
    for rule in RULES:
        found = rule(seen)
        if found is not None:
            return found
    raise AssertionError("no rule of judging holds")


def matrix(seen: Known) -> tuple[tuple[str, str, str], ...]:
    """What each series with a figure would say if it were the judged one: id, verdict, light.

    Shown where nothing can be judged. It is no verdict: the series measure something else.
    """
    rows = []
    for line in seen.lines:
        if line.values and not (line.judged and comparable(line, seen.target)):
            said = verdict(_as_if(seen, line))
            rows.append((line.series.id, said.word, said.light))
    return tuple(rows)


def _as_if(seen: Known, line: Line) -> Known:
    """`seen` with another series in the judged one's place."""
    series = replace(line.series, comparable="yes")
    target = replace(seen.target, series=(series,), judged_series=series.id)
    facts = (*line.values, *line.replaced, *line.uncounted)
    found = known(target, facts, seen.on, seen.as_of)
    assert found is not None  # noqa: S101 - its goal is the one we have
    return found


# ------------------------------------------------------------------------- 2: nothing to judge


def _nothing(seen: Known) -> Verdict | None:
    judgeable = comparable(seen.line, seen.target)
    if seen.line.values and judgeable:
        return None
    others = tuple(line.series.id for line in seen.lines if line.values and not line.judged)
    if seen.line.values and not judgeable:
        return Verdict("cannot judge", because("judged-not-comparable", series=seen.line.series.id))
    if others:
        alien = not any(comparable(line, seen.target) for line in seen.lines
                        if line.values and not line.judged)  # fmt: skip
        key = "only-not-comparable" if alien else "judged-series-empty"
        return Verdict("cannot judge", because(key, series=others))
    uncounted = [one for line in seen.lines for one in line.uncounted]
    unjudged = [one for one in uncounted if one.status not in seen.target.counts]
    results = [one for one in uncounted if one not in unjudged and not foreseen(one)]
    if results and not unjudged and all(one.bound != "=" for one in results):
        return Verdict("no data", because("only-bounds"))
    if uncounted:
        return Verdict("no data", because("only-plans", status=(unjudged or uncounted)[-1].status))
    return Verdict("no data", because("no-observation"))


# ----------------------------------------------------------------------- 3 and 4: met or missed


def _met(seen: Known) -> Verdict | None:
    """Met by the last figure of a period up to the deadline, unless the baseline is newer."""
    if not seen.in_time or not seen.fulfils(seen.in_time[-1].value, seen.in_time[-1].period.end):
        return None
    last = seen.in_time[-1]
    if (seen.base is not None and seen.base.period.end > last.period.end) or _unkept(seen):
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


def _lost_by_forecast(seen: Known, last: Observation) -> bool:
    """Whether the latest figure that counts, of a period that is not over, has lost the goal."""
    latest = seen.latest
    if latest is None or latest.period.end <= last.period.end:
        return False
    in_time = seen.deadline is None or latest.period.end <= seen.deadline
    return in_time and not seen.fulfils(latest.value, latest.period.end)


def _unkept(seen: Known) -> bool:
    """Whether what was to be kept until a deadline that has passed is unknown for its end."""
    if seen.target.direction != "keep" or seen.deadline is None or seen.latest is None:
        return False
    if not seen.in_time or not seen.on > seen.deadline > seen.in_time[-1].period.end:
        return False
    if seen.latest.period.end < seen.deadline:
        return not _is_last(seen)
    return not _nothing_between(seen, seen.in_time[-1].period, seen.deadline)


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
    last = seen.deadline or dt.date.max
    points = case.points[: bisect_right(case.points, last, key=end_of)]
    _, recent = recent_change(points)
    if recent is None or abs(recent) <= SAME * abs(points[-1].value):
        return None
    beyond = points[-1].value - case.goal
    worse = recent * beyond > 0 if _two_sided(seen) else case.sign * recent < 0
    return recent if worse else None


def _two_sided(seen: Known) -> bool:
    """Whether a value can also be too good: one that is to be kept at an amount."""
    return seen.target.direction == "keep" and seen.goal.comparator in ("=", "~")


def _no_deadline(seen: Known) -> Verdict | None:
    if seen.deadline is not None:
        return None
    return Verdict("open", because("open", gap=_gap(seen), goal=float(seen.goal.value)))


def _deadline_passed(seen: Known) -> Verdict | None:
    deadline, latest = seen.deadline, seen.latest
    if deadline is None or latest is None or seen.on <= deadline:
        return None
    last = seen.in_time[-1] if seen.in_time else None
    known_on = outlook(seen).answerable_on
    early = latest.period.end < deadline
    limit = lost_by_limit(seen)
    if limit and limit.period.end == deadline:
        goal = float(seen.goal_at(deadline).value)
        value = float(limit.value)
        said = because("missed-limit", bound=limit.bound, value=value, goal=goal, by=deadline)
        return Verdict("missed", said, (limit,))
    waits = not _is_last(seen) if early else _own_figure_comes(seen, deadline)
    if waits or (_unkept(seen) and last is not None and seen.fulfils(last.value, last.period.end)):
        facts: dict[str, Fact] = {"by": deadline, "period": latest.period}
        if known_on is None or known_on <= seen.on:
            return Verdict("awaiting data", because("awaiting-since", **facts))
        return Verdict("awaiting data", because("awaiting", on=known_on, **facts))
    if last is None:
        return Verdict("missed", because("missed-late-figure", by=deadline, period=latest.period))
    asked = seen.goal_at(last.period.end)
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
    assert seen.latest is not None  # noqa: S101 - the caller asked
    assert seen.deadline is not None  # noqa: S101 - the same
    last = seen.latest.period
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
    if any(one.period.end > deadline and one.period.kind == last.kind for one in seen.line.values):
        return False
    if known_on is not None:
        return seen.on < known_on
    return (seen.on - deadline).days <= 2 * ((last.end - last.start).days + 1)


def _gap(seen: Known) -> float | None:
    if seen.latest is None:
        return None
    return float(seen.latest.value) - float(seen.goal.value)


# ------------------------------------------------------------------- 5 to 7: trend and the band


def _step(seen: Known) -> Verdict | None:
    if seen.target.path != "step" or seen.deadline is None:
        return None
    days = (seen.deadline - seen.on).days
    lost = any(seen.meets(one.value) for one in seen.in_time[:-1])  # the last one is not `_met`
    key = "pending-step-lost" if lost else "pending-step"
    return Verdict("pending", because(key, by=seen.deadline, days=days))


def _only_base(seen: Known) -> Verdict | None:
    case = seen.case
    assert case is not None  # noqa: S101 - measured targets have one
    if case.base is None:
        if len(case.points) < 2 and not isinstance(case.path, tuple):
            return Verdict("no path", because("no-baseline"))
        return None
    if not case.moved:
        return Verdict("baseline only", because("baseline-only", period=case.base.period))
    return None


def _not_kept(seen: Known) -> Verdict | None:
    """What was to be kept has been lost, as a limit shows; its values alone do not tell."""
    case, limit = seen.case, lost_by_limit(seen)
    assert case is not None  # noqa: S101 - measured targets have one
    if limit is None or not case.keep or isinstance(case.path, tuple):
        return None
    facts: dict[str, Fact] = {"bound": limit.bound, "period": limit.period}
    facts |= {"value": float(limit.value), "expected": case.goal}
    return Verdict("behind", because("behind-limit", **facts))


def _trend(seen: Known) -> Verdict | None:
    """By the goal in force at the date of the latest value: a softer one asks for less pace."""
    assert seen.case is not None  # noqa: S101 - measured targets have one
    case = case_in_force(seen.case, seen.path_goal)
    found = pace(case)
    if found.recent is None or case.current is None:
        return None
    toward = 1 if case.goal >= case.current.value else -1
    if _two_sided(seen) and _overshot(case, found):
        return None  # it has come nearer to the goal on its other side: neither away nor still
    sign = toward if _two_sided(seen) else case.sign
    facts: dict[str, Fact] = {"rate": found.recent, "since": found.recent_since}
    moved = found.recent if abs(found.recent) > SAME * abs(case.current.value) else 0.0
    if sign * moved < 0:
        return Verdict("wrong way", because("wrong-way", **facts))
    if moved == 0:
        return Verdict("stalled", because("stalled-still", since=found.recent_since))
    needed = sign * found.needed if found.needed is not None else 0.0
    if needed > 0 and sign * found.recent < STALLED_BELOW * needed * (1 - SAME):
        said = because("stalled-slow", needed=found.needed, **facts)
        return Verdict("stalled", replace(said, then=by_older_goal(seen, seen.path_goal)))
    return None


def _overshot(case: Case, found: Pace) -> bool:
    """Whether the recent change led from one side of the goal to a nearer point on the other."""
    now, since = case.current, found.recent_since
    before = next((one for one in case.points if one.period == since), now)
    if now is None or before is None:
        return False
    then, off = before.value - case.goal, now.value - case.goal
    return then * off < 0 and abs(off) < abs(then)


def _band(seen: Known) -> Verdict | None:
    case = seen.case
    assert case is not None  # noqa: S101 - measured targets have one
    assert case.current is not None  # noqa: S101 - rule 2 came before
    paths = paths_in_force(seen)
    ahead = [_reached(path, seen) for path in paths]
    sound = [one for one in ahead if one is not None]
    if not sound:
        return None
    at = sorted(path.value_at(case.current.period) or 0.0 for path in paths)
    facts: dict[str, Fact] = {"value": case.current.value, "period": case.current.period}
    if len(paths) == 1:
        facts |= {"expected": at[0], "shape": paths[0].shape}
    else:
        facts |= {"low": at[0], "high": at[-1], "shapes": tuple(path.shape for path in paths)}
    word = "on track" if all(sound) else "possible" if any(sound) else "behind"
    short = short_by_limit(seen, paths)
    if short is not None and word != "behind":
        word, limit, asked = short
        facts = {"value": float(limit.value), "bound": limit.bound, "period": limit.period}
        said = because(f"{word}-limit", expected=asked, **facts)
        return Verdict(word, replace(said, then=by_older_goal(seen, seen.path_goal)))
    where = "path" if len(paths) == 1 else "band"
    if word == "behind" and _two_sided(seen) and _overshot(case, pace(case)):
        facts, where = {**facts, "goal": case.goal}, "beyond"
    elif word == "behind" and len(paths) > 1 and isclose(at[0], at[-1], rel_tol=SAME):
        where = "one"  # at the deadline the paths meet
    said = because(f"{word.replace(' ', '-')}-{where}", **facts)
    return Verdict(word, replace(said, then=by_older_goal(seen, seen.path_goal)))


def _no_path(seen: Known) -> Verdict | None:
    if seen.base is None:
        return Verdict("no path", because("no-baseline"))
    return Verdict("no path", because("no-drawable-path"))


def paths_in_force(seen: Known) -> tuple[Path, ...]:
    """The paths that hold at the date of the latest value (`Known.path_goal`)."""
    return band(case_in_force(seen.case, seen.path_goal)) if seen.case is not None else ()


def case_in_force(case: Case, older: Goal | None) -> Case:
    """`case` with the goal whose path holds at the date of its latest value, if it is another."""
    if older is None or isinstance(older.value, bool):
        return case
    due = bool(case.base and older.by and older.by.end <= case.base.period.end)
    return replace(case, goal=float(older.value), deadline=older.by, keep=due or case.keep)


def _reached(path: Path, seen: Known) -> bool | None:
    """Whether the current value is at or beyond `path` at its own date."""
    case = seen.case
    assert case is not None  # noqa: S101 - `_band` asked
    assert case.current is not None  # noqa: S101 - `_band` asked
    value = case.current.value
    expected = path.value_at(case.current.period)
    if expected is None:
        return None
    if case.keep and not isinstance(case.path, tuple):
        return False  # what holds its goal was met before
    asked = seen.path_goal or seen.goal
    if asked.comparator in (">", "<") and asked.by is not None and value == expected == asked.value:
        return case.current.period.end < asked.by.end  # at its own day the goal is not enough
    return case.lead(value, expected) >= 0


RULES: tuple[Callable[[Known], Verdict | None], ...] = (
    closed,
    milestone,
    annual,
    _nothing,
    _met,
    _no_deadline,
    _deadline_passed,
    _step,
    _only_base,
    _not_kept,
    _trend,
    _band,
    _no_path,
)
