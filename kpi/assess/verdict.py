"""The headline verdict: the first rule that holds, with its reason.

The order and the words are the project's own; the band and its back-test are worked out in
docs/research.md, sections 10.6 and 13. Each rule is a function from what was known to a verdict or
None; `RULES` is their order. No rule is green because something is missing.
"""

from __future__ import annotations

from collections.abc import Callable

from kpi.assess.evidence.forecasts import is_forecast, is_result
from kpi.assess.evidence.goalposts import asked, by_about, by_older_goal, by_strict, is_backdated
from kpi.assess.evidence.known import Known, known
from kpi.assess.evidence.series_lines import Line, comparable
from kpi.assess.goal_met import named_year
from kpi.assess.headline.by_event import annual, closed, milestone
from kpi.assess.headline.by_goal import (
    between_limits,
    deadline_passed,
    late_for,
    met,
    missed_by_limit,
)
from kpi.assess.headline.by_limit import figure_facts, goal_unsure, lost_by_limit
from kpi.assess.headline.by_path import against_paths, no_path, not_kept, only_base, step
from kpi.assess.headline.by_trend import trend
from kpi.assess.lights import Verdict
from kpi.assess.reason import Reason, because
from kpi.facts.records import PLANS, Goal, announcement
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


#: Where a goal was moved more often: the verdicts by so many of the last ones, and by the first.
MOST_EARLIER = 8


def by_earlier_goals(seen: Known) -> tuple[tuple[Goal, Verdict], ...]:
    """What the verdict would be by each goal that was announced before the judged one.

    Of those that asked for something else by a day that has not passed: what became of the others
    is told as it was. A goal that was softened on the way is judged as it would have been then. For
    an amount in one year, what was promised of another year is no promise of this one.
    """
    judged, kind = seen.goal, seen.target.kind
    ahead = []
    for count, goal in enumerate(seen.goals, 1):
        if announcement(goal) >= announcement(judged):
            break
        passed = goal.due is not None and goal.due < seen.on
        of_it = kind != "annual" or named_year(goal) == named_year(judged)
        if of_it and not passed and asked(goal, kind) != asked(judged, kind):
            ahead.append(count)
    found = []
    for count in dict.fromkeys([*ahead[:1], *ahead[-MOST_EARLIER:]]):
        then, goal = _by_goals(seen, seen.goals[:count]), seen.goals[count - 1]
        if then is not None and then.goal is goal:
            found.append((goal, verdict(then)))
    return tuple(found)


def _by_goals(seen: Known, goals: tuple[Goal, ...]) -> Known | None:
    """`seen` if no other goals than these had been announced; None if that is none."""
    figures = tuple(fact for line in seen.lines for fact in line.facts)
    return known(replace(seen.target, goals=goals), figures, seen.on, seen.as_of)


def _as_if(seen: Known, line: Line) -> Known:
    """`seen` with another series in the judged one's place."""
    series = replace(line.series, comparable="yes")
    target = replace(seen.target, series=(series,), judged_series=series.id)
    found = known(target, line.facts, seen.on, seen.as_of)
    assert found is not None  # noqa: S101 - its goal is the one we have
    return found


# ---------------------------------------------------------------------------- nothing to judge


def _nothing(seen: Known) -> Verdict | None:
    """No value of the judged series, or none that may be judged."""
    if not seen.line.values:
        return _without_value(seen)
    return None if seen.comparable else _not_comparable(seen)


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
    if result and not seen.comparable:
        return _not_comparable(seen)
    between = between_limits(seen)
    if between is not None and seen.comparable:
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


# --------------------------------------------------------------------------------- met, or open


def _met(seen: Known) -> Verdict | None:
    """Met; by a goal from after its own deadline only where the one that it replaced is green, too.

    Who moves a deadline back to a day on which it was met knows what has become of it since.
    """
    headline = met(seen)
    if headline is None or headline.light != "good":
        return headline
    unsure = goal_unsure(seen)
    if unsure is not None:
        return unsure
    seen_before = _replaced_late(seen)
    if seen_before is None:
        return headline
    earlier = verdict(seen_before)
    if earlier.light == "good":
        return headline
    last, older = headline.figures[0], seen_before.goal
    facts = figure_facts(last) | {"goal": float(seen.goal.value), "by": seen.due}
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
    return _by_goals(seen, tuple(goals))


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


RULES: tuple[Callable[[Known], Verdict | None], ...] = (
    closed,
    milestone,
    annual,
    _nothing,
    _met,
    _no_deadline,
    deadline_passed,
    step,
    only_base,
    not_kept,
    trend,
    against_paths,
    no_path,
)
