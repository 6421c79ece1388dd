"""The headline verdict: the first rule that holds, with its reason.

The order and the words are the project's own; the band and its back-test are worked out in
docs/research.md, sections 10.6 and 13. Each rule is a function from what was known to a verdict or
None; `RULES` is their order. No rule is green because something is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from math import isclose

from kpi.assess.case import SAME, Case
from kpi.assess.evidence.forecasts import is_forecast, is_result
from kpi.assess.evidence.goalposts import by_about, by_older_goal, by_strict, is_backdated
from kpi.assess.evidence.known import Known, known
from kpi.assess.evidence.series_lines import Line, comparable
from kpi.assess.goal_met import ABOUT, end_of_about, is_about
from kpi.assess.headline.by_event import annual, closed, milestone
from kpi.assess.headline.by_goal import (
    between_limits,
    deadline_passed,
    late_for,
    late_hoped,
    met,
    missed_by_limit,
)
from kpi.assess.headline.by_limit import (
    fallen_by_limit,
    limit_facts,
    lost_by_limit,
    only_foreseen,
    short_by_limit,
)
from kpi.assess.headline.by_trend import overshot, trend, trend_by_limit
from kpi.assess.lights import Verdict
from kpi.assess.pace import pace
from kpi.assess.path import Path, band, expected_at
from kpi.assess.reason import Fact, Reason, because
from kpi.facts.periods import Period
from kpi.facts.records import PLANS, Goal, Observation, announcement
from kpi.values import replace


def verdict(seen: Known) -> Verdict:
    """The first of RULES that holds. The last of them always does."""
    for rule in RULES:
        headline = rule(seen)
        if headline is not None:
            return headline
    raise AssertionError("no rule of judging holds")


def matrix(seen: Known) -> tuple[tuple[str, str, str], ...]:
    """What each series with a figure would say if it were the judged one: id, verdict, light.

    Shown where nothing can be judged. It is no verdict: the series measure something else.
    """
    rows = []
    for line in seen.lines:
        if line.values and not (line.judged and comparable(line, seen.target)):
            headline = verdict(_as_if(seen, line))
            rows.append((line.series.id, headline.word, headline.light))
    return tuple(rows)


def _as_if(seen: Known, line: Line) -> Known:
    """`seen` with another series in the judged one's place."""
    series = replace(line.series, comparable="yes")
    target = replace(seen.target, series=(series,), judged_series=series.id)
    found = known(target, _facts_of(line), seen.on, seen.as_of)
    assert found is not None  # noqa: S101 - its goal is the one we have
    return found


def _facts_of(line: Line) -> tuple[Observation, ...]:
    """Every figure of a series that was known, counted or not."""
    return (*line.values, *line.replaced, *line.uncounted)


# ------------------------------------------------------------------------- 2: nothing to judge


def _nothing(seen: Known) -> Verdict | None:
    """No value of the judged series, or none that may be judged."""
    if not seen.line.values:
        return _without_value(seen)
    if comparable(seen.line, seen.target):
        return None
    return _not_comparable(seen)


def _not_comparable(seen: Known) -> Verdict:
    """That the judged series may not be judged: by what was declared of it, or by its unit."""
    series = seen.line.series
    key = "judged-not-comparable" if series.comparable == "no" else "judged-other-unit"
    return Verdict("cannot judge", because(key, series=series.id))


def _without_value(seen: Known) -> Verdict:
    """By what there is instead: another series, a limit of the deadline, or nothing that counts."""
    others = [line for line in seen.lines if line.values and not line.judged]
    if others:
        alien = not any(comparable(line, seen.target) for line in others)
        key = "only-not-comparable" if alien else "judged-series-empty"
        ids = tuple(line.series.id for line in others)
        return Verdict("cannot judge", because(key, series=ids))
    result = any(is_result(figure, seen.target) for figure in seen.line.uncounted)
    if result and not comparable(seen.line, seen.target):
        return _not_comparable(seen)
    between = between_limits(seen)
    if between is not None and comparable(seen.line, seen.target):
        return between
    limit = lost_by_limit(seen) if seen.past_due else None
    if limit is not None and limit.period.end == seen.due and not is_forecast(limit):
        return missed_by_limit(seen, limit, seen.due)
    return Verdict("no data", _uncounted(seen))


def _uncounted(seen: Known) -> Reason:
    """Why nothing that is recorded counts."""
    figures = [figure for line in seen.lines for figure in line.uncounted]
    counts = seen.target.counts
    unjudged = [figure for figure in figures if figure.status not in counts]
    results = [figure for figure in figures if is_result(figure, seen.target)]
    if not figures:
        return because("no-observation")
    if results and not unjudged and all(figure.bound != "=" for figure in results):
        return because("only-bounds")
    if all(map(is_forecast, figures)):
        return because("only-forecasts")
    last = (unjudged or figures)[-1]
    return because("only-plans" if last.status in PLANS else "only-unjudged", status=last.status)


# ----------------------------------------------------------------------- 3 and 4: met or missed


def _met(seen: Known) -> Verdict | None:
    """Met; by a goal from after its own deadline only where the one that it replaced is green, too.

    Who moves a deadline back to a day on which it was met knows what has become of it since.
    """
    headline = met(seen)
    if headline is None or headline.light != "good":
        return headline
    seen_before = _replaced_late(seen)
    if seen_before is None:
        return headline
    earlier = verdict(seen_before)
    if earlier.light == "good":
        return headline
    last, older = headline.figures[0], seen_before.goal
    facts: dict[str, Fact] = {"bound": last.bound, "value": float(last.value)}
    facts |= {"period": last.period, "goal": float(seen.goal.value), "by": seen.due}
    facts |= {"announced": seen.goal.announced, "older": float(older.value), "said": earlier.word}
    key = "possible-backdated-open"
    if seen_before.due is not None:
        key, facts["due"] = "possible-backdated", seen_before.due
    then = (*by_about(last, seen.goal, seen.target.direction), earlier.reason, *earlier.reason.then)
    return Verdict("possible", because(key, **facts).followed_by(*then), headline.figures)


def _replaced_late(seen: Known) -> Known | None:
    """`seen` with the older goals up to the last one that was announced in time, if the judged is
    not. What was announced on the same day was not replaced by it.
    """
    if not is_backdated(seen.goal):
        return None
    goals = [goal for goal in seen.goals if announcement(goal) < announcement(seen.goal)]
    while goals and is_backdated(goals[-1]):
        del goals[-1]
    figures = tuple(fact for line in seen.lines for fact in _facts_of(line))
    return known(replace(seen.target, goals=tuple(goals)), figures, seen.on, seen.as_of)


def _no_deadline(seen: Known) -> Verdict | None:
    if seen.due is not None:
        return None
    value, goal = float(seen.latest_at_hand.value), float(seen.goal.value)
    reason = because("open", gap=value - goal, goal=goal)
    then = (*by_strict(value, seen.goal), *by_older_goal(seen.goal, _not_enough_for(seen)))
    return Verdict("open", reason.followed_by(*then))


def _not_enough_for(seen: Known) -> Goal | None:
    """The older goal by which a figure that is beyond the judged one has not met it, if any."""
    last = seen.last_in_time
    if last is None or not seen.meets(last.value):
        return None
    return late_for(seen, last) if seen.fulfilled_by(last) else seen.decisive(last)


# ------------------------------------------------------------------ 5 to 7: no path, or the band


def _step(seen: Known) -> Verdict | None:
    """`pending` until the deadline at which the change is to come at one stroke."""
    if seen.target.path != "step" or seen.due is None:
        return None
    days = (seen.due - seen.on).days
    before = seen.in_time[:-1]  # the last one is not `_met`
    lost = any(seen.meets(figure.value) for figure in before)
    key = "pending-step-lost" if lost else "pending-step"
    return Verdict("pending", because(key, by=seen.due, days=days))


def _only_base(seen: Known) -> Verdict | None:
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


def _not_kept(seen: Known) -> Verdict | None:
    """What was to be kept has been lost, as a limit shows; its values alone do not tell."""
    case, limit = seen.case_at_hand, lost_by_limit(seen)
    if limit is None or not case.keep or isinstance(case.path, tuple):
        return None
    reason = because("behind-limit", expected=case.goal, **limit_facts(limit))
    return Verdict("behind", reason, (limit,))


_ORDER = ("on track", "possible", "behind")


def _band(seen: Known) -> Verdict | None:
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
        doubt = fallen_by_limit(seen) or _start_unsure(seen) or late_hoped(seen)
    return doubt or worst


def _start_unsure(seen: Known) -> Verdict | None:
    """`possible` where only a limit is known of the path's start: it may ask for more."""
    limit, path = seen.start_limit, seen.case_at_hand.path
    if limit is None:
        return None
    if isinstance(path, tuple) and seen.latest_at_hand.period.end >= path[0].period.end:
        return None  # announced rows ask for what they say
    return Verdict("possible", because("possible-start", **limit_facts(limit)), (limit,))


def _worse(headline: Verdict, other: Verdict) -> bool:
    return _ORDER.index(headline.word) > _ORDER.index(other.word)


def _against(seen: Known, paths: tuple[Path, ...], then: tuple[Reason, ...]) -> Verdict | None:
    """What the paths say of the latest value; None where none has a say."""
    case = seen.case_at_hand
    reached = [_reached(path, seen) for path in paths] if case.current is not None else []
    sound = [beyond for beyond in reached if beyond is not None]
    if not sound or case.current is None:
        return None
    word = "on track" if all(sound) else "possible" if any(sound) else "behind"
    facts: dict[str, Fact] = {"value": case.current.value, "period": case.current.period}
    facts |= end_of_about(case.current.value, seen.goal) if case.two_sided else {}
    if word == "on track" and only_foreseen(seen, seen.latest_at_hand):
        return Verdict("possible", because("possible-foreseen", **facts).followed_by(*then))
    if word == "on track" and _near_enough(seen) and _is_short(case, paths):
        facts |= {"goal": float(seen.goal.value), "within": float(ABOUT)}
        return Verdict(word, because("on-track-about", **facts).followed_by(*then))
    kept_goal = _held_before(seen) if word == "behind" else None
    if kept_goal is not None:
        facts |= {"expected": float(kept_goal.value), "shape": paths[0].shape}
        reason = because("behind-path", **facts)
        return Verdict(word, reason.followed_by(*by_older_goal(seen.goal, kept_goal)))
    where, more = _compared(paths, case, case.current.period, word)
    reason = because(f"{word.replace(' ', '-')}-{where}", **facts, **more)
    return Verdict(word, reason.followed_by(*then))


def _compared(
    paths: tuple[Path, ...], case: Case, period: Period, word: str
) -> tuple[str, dict[str, Fact]]:
    """What a value was compared with, as the end of a reason's key, and its facts."""
    expected = sorted(path.value_at(period) or 0.0 for path in paths)
    low, high = expected[0], expected[-1]
    facts: dict[str, Fact] = {"expected": low, "shape": paths[0].shape}
    if len(paths) > 1:
        facts = {"low": low, "high": high, "shapes": tuple(path.shape for path in paths)}
    if word == "behind" and case.two_sided and overshot(case, pace(case)):
        return "beyond", {**facts, "goal": case.goal}
    meet = word != "possible" and isclose(low, high, rel_tol=SAME)  # as at the deadline
    where = "path" if len(paths) == 1 else "one" if meet else "band"
    current = case.current.value if case.current is not None else None
    if word == "behind" and current == low == high:  # and yet: the goal is to be exceeded
        where = f"equal-{where}"
    return where, facts


def _near_enough(seen: Known) -> bool:
    """Whether a forecast fulfils the goal because "about" that much was promised."""
    hoped = seen.hoped
    return hoped is not None and is_about(hoped.value, seen.goal, seen.target.direction)


def _is_short(case: Case, paths: tuple[Path, ...]) -> bool:
    """Whether the current value, taken exactly, is short of one of the paths."""
    if case.current is None:
        return False
    exact = replace(case, tolerance=0.0)
    value, period = case.current.value, case.current.period
    return any(exact.lead(value, asked) < 0 for _, asked in expected_at(paths, period))


def _held_before(seen: Known) -> Goal | None:
    """The goal that was to be kept at the value's time, if that alone is what it falls short of."""
    last = seen.latest_at_hand
    if seen.target.direction != "keep" or not seen.meets(last.value):
        return None
    goal = seen.decisive(last)
    return goal if goal is not seen.goal else None


def _no_path(seen: Known) -> Verdict | None:
    if seen.base is None:
        return Verdict("no path", because("no-baseline"))
    return Verdict("no path", because("no-drawable-path"))


def paths_in_force(seen: Known) -> tuple[Path, ...]:
    """The paths that hold at the date of the latest value (`Known.path_goal`)."""
    return band(seen.path_case) if seen.case is not None else ()


def _reached(path: Path, seen: Known) -> bool | None:
    """Whether the current value is at or beyond `path` at its own date."""
    case = seen.case_at_hand
    assert case.current is not None  # noqa: S101 - `_band` asked
    value = case.current.value
    expected = path.value_at(case.current.period)
    if expected is None:
        return None
    if case.keep and seen.target.direction == "keep" and not isinstance(case.path, tuple):
        return seen.fulfilled_by(seen.latest)  # of a forecast; else it was met
    if not case.keep and _near_enough(seen):
        return True
    goal = seen.path_goal or seen.goal
    aim = float(goal.value)  # as a value and its path are: 30.1 is another number as a Decimal
    if goal.comparator in (">", "<") and goal.by is not None and value == expected == aim:
        return case.current.period.end < goal.by.end  # at its own day the goal is not enough
    return case.lead(value, expected) >= 0


RULES: tuple[Callable[[Known], Verdict | None], ...] = (
    closed,
    milestone,
    annual,
    _nothing,
    _met,
    _no_deadline,
    deadline_passed,
    _step,
    _only_base,
    _not_kept,
    trend,
    _band,
    _no_path,
)
