"""The headline verdict: the first rule that holds, with its reason.

The order and the words are the project's own; the band and its back-test are worked
out in research.md, sections 10.6 and 13. Each rule is a function from what was known to a verdict
or None; `RULES` is their order. No rule is green because something is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from math import isclose

from kpi.assess.ahead import foreseen, is_forecast
from kpi.assess.case import SAME, Case
from kpi.assess.events import annual, by_older_goal, closed, milestone
from kpi.assess.known import Known, case_in_force, known
from kpi.assess.lights import Verdict
from kpi.assess.limits import lost_by_limit, only_foreseen, short_by_limit
from kpi.assess.lines import Line, comparable
from kpi.assess.outcome import deadline_passed, met
from kpi.assess.pace import STALLED_BELOW, Pace, pace
from kpi.assess.path import Path, band
from kpi.assess.reason import Fact, Reason, because
from kpi.facts.records import PLANS, Goal
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
    limit = lost_by_limit(seen) if seen.deadline is not None and seen.on > seen.deadline else None
    if limit is not None and limit.period.end == seen.deadline and not is_forecast(limit):
        facts: dict[str, Fact] = {"bound": limit.bound, "value": float(limit.value)}
        goal = float(seen.goal_at(limit.period.end).value)
        facts |= {"goal": goal, "by": limit.period.end, "period": limit.period}
        return Verdict("missed", because("missed-limit", **facts), (limit,))
    uncounted = [one for line in seen.lines for one in line.uncounted]
    counts = seen.target.counts
    unjudged = [one for one in uncounted if one.status not in counts]
    results = [one for one in uncounted if one.status in counts and not foreseen(one)]
    if results and not unjudged and all(one.bound != "=" for one in results):
        return Verdict("no data", because("only-bounds"))
    if uncounted:
        last = (unjudged or uncounted)[-1]
        key = "only-plans" if last.status in PLANS else "only-unjudged"
        if all(map(is_forecast, uncounted)):
            return Verdict("no data", because("only-forecasts"))
        return Verdict("no data", because(key, status=last.status))
    return Verdict("no data", because("no-observation"))


# ----------------------------------------------------------------------- 3 and 4: met or missed


def _no_deadline(seen: Known) -> Verdict | None:
    if seen.deadline is not None:
        return None
    return Verdict("open", because("open", gap=_gap(seen), goal=float(seen.goal.value)))


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
    return Verdict("behind", because("behind-limit", **facts), (limit,))


def _trend(seen: Known) -> Verdict | None:
    """By the goal in force at the date of the latest value: a softer one asks for less pace."""
    assert seen.case is not None  # noqa: S101 - measured targets have one
    case = case_in_force(seen.case, seen.path_goal)
    found = pace(case)
    if found.recent is None or case.current is None:
        return None
    toward = 1 if case.goal >= case.current.value else -1
    if case.two_sided and (_overshot(case, found) or _arrived(case, found)):
        return None  # it has come to the goal, or nearer to it on its other side
    sign = toward if case.two_sided else case.sign
    facts: dict[str, Fact] = {"rate": found.recent, "since": found.recent_since}
    moved = found.recent if abs(found.recent) > SAME * abs(case.current.value) else 0.0
    latest = seen.latest
    if latest and is_forecast(latest) and seen.fulfils(latest.value, latest.period.end):
        if sign * moved >= 0:
            return None  # it is expected to stand beyond the goal: nothing more is needed
        facts |= {"value": case.current.value, "period": latest.period}
        short = short_by_limit(seen)
        if short is not None and short.word == "behind":
            return short
        return Verdict("possible", because("possible-slipping", **facts))
    if sign * moved < 0:
        return Verdict("wrong way", because("wrong-way", **facts))
    if moved == 0:
        return Verdict("stalled", because("stalled-still", since=found.recent_since))
    needed = sign * found.needed if found.needed is not None else 0.0
    if needed > 0 and sign * found.recent < STALLED_BELOW * needed * (1 - SAME):
        said = because("stalled-slow", needed=found.needed, **facts)
        return Verdict("stalled", replace(said, then=by_older_goal(seen, seen.path_goal)))
    return None


def _arrived(case: Case, found: Pace) -> bool:
    """Whether the current value is at the amount that is to be kept, and came there of late."""
    now, since = case.current, found.recent_since
    before = next((one for one in case.points if one.period == since), now)
    if now is None or before is None:
        return False
    off = abs(now.value - case.goal)
    return off <= case.tolerance and off < abs(before.value - case.goal)


def _overshot(case: Case, found: Pace) -> bool:
    """Whether the recent change led from one side of the goal to a nearer point on the other."""
    now, since = case.current, found.recent_since
    before = next((one for one in case.points if one.period == since), now)
    if now is None or before is None:
        return False
    then, off = before.value - case.goal, now.value - case.goal
    return then * off < 0 and abs(off) < abs(then)


_ORDER = ("on track", "possible", "behind")


def _band(seen: Known) -> Verdict | None:
    """Against the paths in force at the value's date; against the judged goal's own ones as well.

    An older goal is held against a figure of its time where it asked for more. It must not ask for
    less in the judged goal's place: one that has expired asks for nothing more.
    """
    case = seen.case
    assert case is not None  # noqa: S101 - measured targets have one
    found = _against(seen, paths_in_force(seen), by_older_goal(seen, seen.path_goal))
    if seen.path_goal is not None:
        own = _against(seen, band(case), ())
        if own is not None and (own.word == "behind" if found is None else _worse(own, found)):
            found = own
        elif own is not None and found is not None and own.reason.facts == found.reason.facts:
            found = own if own.word == found.word else found  # announced rows know no goal
    short = short_by_limit(seen)
    if short is not None and (found is None or _worse(short, found)):
        return short
    return found


def _worse(one: Verdict, other: Verdict) -> bool:
    return _ORDER.index(one.word) > _ORDER.index(other.word)


def _against(
    seen: Known, paths: tuple[Path, ...], older: tuple[Reason, ...]
) -> Verdict | None:  # fmt: skip
    """What the paths say of the latest value; None where none has a say."""
    case = seen.case
    assert case is not None  # noqa: S101 - measured targets have one
    ahead = [_reached(path, seen) for path in paths] if case.current is not None else []
    sound = [one for one in ahead if one is not None]
    if not sound or case.current is None:
        return None
    word = "on track" if all(sound) else "possible" if any(sound) else "behind"
    at = sorted(path.value_at(case.current.period) or 0.0 for path in paths)
    facts: dict[str, Fact] = {"value": case.current.value, "period": case.current.period}
    if word == "on track" and seen.latest is not None and only_foreseen(seen, seen.latest):
        return Verdict("possible", replace(because("possible-foreseen", **facts), then=older))
    held = _held_before(seen) if word == "behind" else None
    if held is not None:
        facts |= {"expected": float(held.value), "shape": paths[0].shape}
        said = because("behind-path", **facts)
        return Verdict(word, replace(said, then=by_older_goal(seen, held)))
    where = "path" if len(paths) == 1 else "band"
    if len(paths) == 1:
        facts |= {"expected": at[0], "shape": paths[0].shape}
    else:
        facts |= {"low": at[0], "high": at[-1], "shapes": tuple(path.shape for path in paths)}
    if word == "behind" and case.two_sided and _overshot(case, pace(case)):
        facts, where = {**facts, "goal": case.goal}, "beyond"
    elif word == "behind" and len(paths) > 1 and isclose(at[0], at[-1], rel_tol=SAME):
        where = "one"  # at the deadline the paths meet
    said = because(f"{word.replace(' ', '-')}-{where}", **facts)
    return Verdict(word, replace(said, then=older))


def _held_before(seen: Known) -> Goal | None:
    """The goal that was to be kept at the value's time, if that alone is what it falls short of."""
    last = seen.latest
    if seen.target.direction != "keep" or last is None or not seen.meets(last.value):
        return None
    asked = seen.decisive(last)
    return asked if asked is not seen.goal else None


def _no_path(seen: Known) -> Verdict | None:
    if seen.base is None:
        return Verdict("no path", because("no-baseline"))
    return Verdict("no path", because("no-drawable-path"))


def paths_in_force(seen: Known) -> tuple[Path, ...]:
    """The paths that hold at the date of the latest value (`Known.path_goal`)."""
    return band(case_in_force(seen.case, seen.path_goal)) if seen.case is not None else ()


def _reached(path: Path, seen: Known) -> bool | None:
    """Whether the current value is at or beyond `path` at its own date."""
    case = seen.case
    assert case is not None  # noqa: S101 - `_band` asked
    assert case.current is not None  # noqa: S101 - `_band` asked
    value = case.current.value
    expected = path.value_at(case.current.period)
    if expected is None:
        return None
    last = seen.latest
    kept = case.keep and seen.target.direction == "keep" and not isinstance(case.path, tuple)
    if kept and last is not None:
        return seen.fulfils(last.value, last.period.end)  # of a forecast; else it was met
    asked = seen.path_goal or seen.goal
    if asked.comparator in (">", "<") and asked.by is not None and value == expected == asked.value:
        return case.current.period.end < asked.by.end  # at its own day the goal is not enough
    return case.lead(value, expected) >= 0


RULES: tuple[Callable[[Known], Verdict | None], ...] = (
    closed,
    milestone,
    annual,
    _nothing,
    met,
    _no_deadline,
    deadline_passed,
    _step,
    _only_base,
    _not_kept,
    _trend,
    _band,
    _no_path,
)
