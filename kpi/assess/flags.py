"""What is shown beside a verdict: each flag a key and its facts, said in a sentence by `words`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter

from kpi.assess.answerability import answered, stale
from kpi.assess.case import SAME
from kpi.assess.evidence.forecasts import foreseen, is_forecast
from kpi.assess.evidence.goalposts import times_moved
from kpi.assess.evidence.known import Known
from kpi.assess.goal_met import meets
from kpi.assess.headline.by_goal import fell_short_since
from kpi.assess.headline.by_limit import limited, lost_by_limit
from kpi.assess.lights import LIGHTS, Verdict
from kpi.assess.methods.catalogue import Split
from kpi.assess.methods.footing import up_to_deadline
from kpi.assess.methods.rule import Reading
from kpi.assess.pace import NO_PACE, Pace, pace
from kpi.assess.path import part_of_way
from kpi.assess.reason import Fact, Reason, because
from kpi.facts.periods import PER_YEAR
from kpi.facts.records import PLANS, Document, Goal, Observation, changed, document_of
from kpi.values import dataclass

#: A ratio this close to a cut is a close call.
CLOSE = 0.05
#: The share of the way from which on a change is one, by the rule share-of-change.
DETECTABLE = 0.1

#: Verdicts about something that is over: an older figure is then no blind spot.
SETTLED = ("missed", "done", "done late", "dropped", "resolved otherwise")
#: Verdicts that compare the latest value with what is asked for on the way.
BY_PATH = ("on track", "possible", "behind")


@dataclass(frozen=True, slots=True)
class Assessed:
    """A target that has been assessed: what a flag may look at."""

    seen: Known
    latest: Observation | None  # the figure that is shown and judged
    verdict: Verdict
    documents: Mapping[str, Document]
    pace: Pace = NO_PACE
    readings: tuple[Reading, ...] = ()
    split: Split | None = None
    by_earlier_goals: tuple[tuple[Goal, Verdict], ...] = ()


def flags(assessed: Assessed) -> tuple[Reason, ...]:
    """The flags that hold, in the order of FLAGS."""
    return tuple([flag for find in FLAGS if (flag := find(assessed)) is not None])


def _stale(assessed: Assessed) -> Reason | None:
    """The last figure is too old, where a later one could still change the verdict."""
    seen, latest = assessed.seen, assessed.latest
    last = seen.last_measured or seen.base or seen.latest  # which `stale` looks at
    if last is None or latest is None or assessed.verdict.word in SETTLED:
        return None
    if answered(seen) or not stale(seen):
        return None
    reason = because("stale", period=last.period, cadence=str(seen.target.cadence))
    if not is_forecast(latest) or latest.period.end <= last.period.end:
        return reason
    return reason.followed_by(because("stale-shown", period=latest.period))


def _lost(assessed: Assessed) -> Reason | None:
    """The goal was met by a figure up to the deadline, and by a later one it no longer is."""
    seen = assessed.seen
    if seen.target.kind == "milestone":
        done = [figure for figure in seen.line.values if figure.value is True]
        undone = assessed.latest is not None and assessed.latest.value is False
        return because("lost", period=done[-1].period) if undone and done else None
    in_time = seen.in_time
    if assessed.latest is None or seen.target.kind == "annual" or not in_time:
        return None
    *before, last = in_time
    if seen.meets(last.value):
        limit = lost_by_limit(seen)
        if limit is None or is_forecast(limit):
            return _lost_afterwards(assessed, last)
        if last.period.end < limit.period.end:  # of the same day it is what counts there
            before.append(last)
    goal, direction = seen.goal, seen.target.direction
    if before and direction != "keep":  # the best figure meets the goal if any does
        best = (max if direction == "up" else min)(map(_value, before))
        if not meets(best, goal, direction):
            return None
    for figure in reversed(before):
        if meets(figure.value, goal, direction):
            return because("lost", period=figure.period)
    return None


def _lost_afterwards(assessed: Assessed, last: Observation) -> Reason | None:
    """What was reached by the deadline, by `last`, and is measured short of it since then."""
    latest = assessed.latest
    if latest is None or latest.bound != "=":
        return None
    if foreseen(latest) or assessed.seen.meets(latest.value):
        return None
    if last.status in PLANS and fell_short_since(assessed.seen, last):
        return None  # nobody knows that it was ever reached
    return because("lost", period=last.period)


_value = attrgetter("value")


def _within_noise(assessed: Assessed) -> Reason | None:
    """A change that is there and too small to be told from error; none at all is no noise.

    Where no errors are known a move away from the goal is held against the way, too, and not only
    against the baseline: 45.7 to 43.9 is little of the baseline, and two fifths of a way to 50.
    """
    for reading in assessed.readings:
        if reading.klass == "little or no detectable change" and _has_moved(assessed.seen):
            tested = reading.reason is not None
            return because("within-noise") if tested or _under_a_tenth(assessed.seen) else None
    return None


def _has_moved(seen: Known) -> bool:
    """Whether the value up to the deadline, which the rules look at, is another than the base."""
    case = up_to_deadline(seen.case_at_hand)
    base, current = case.base, case.current
    return base is not None and current is not None and current.value != base.value


def _under_a_tenth(seen: Known) -> bool:
    """Whether the change since the baseline, up to the deadline, is under a tenth of the way."""
    case = up_to_deadline(seen.case_at_hand)
    base, current = case.base, case.current
    if base is None or current is None or base.value == case.goal:
        return False
    return abs(part_of_way(current.value, base.value, case.goal)) < DETECTABLE


def _last_fell(assessed: Assessed) -> Reason | None:
    """The latest figure is worse than the measured one before it."""
    case, latest = assessed.seen.case, assessed.latest
    if case is None or latest is None or latest.bound != "=":
        return None
    if len(case.points) < 2 or assessed.seen.target.kind == "annual":
        return None
    last = case.points[-1]
    before = (*assessed.seen.line.without_forecasts(case.points[:-1])[-1:], last)[0]
    if last.stated:  # the baseline is younger than every figure
        return None
    worse = case.sign * (last.value - before.value) < 0
    if case.two_sided:
        worse = abs(last.value - case.goal) > abs(before.value - case.goal) * (1 + SAME)
    return because("last-value-fell", change=last.value - before.value) if worse else None


def _seasonal(assessed: Assessed) -> Reason | None:
    """The season alone may have put the latest value on its side of the path, or of the goal."""
    latest, headline = assessed.latest, assessed.verdict
    if latest is None or headline.word not in (*BY_PATH, "met"):
        return None
    if PER_YEAR.get(latest.period.kind, 1) == 1 or assessed.seen.target.kind != "level":
        return None
    from kpi.assess.season import seasonal  # which values of years do not need

    return seasonal(assessed.seen, headline)


def _split(assessed: Assessed) -> Reason | None:
    split = assessed.split
    if split is None or split.agree == split.of:
        return None
    return because("methods-split", agree=split.agree, of=split.of, cause=split.cause)


def _goal_moved(assessed: Assessed) -> Reason | None:
    """The goal was moved; and what the verdict would be without that, where it is another one."""
    goals = assessed.seen.goals
    times = times_moved(goals, assessed.seen.target.kind)
    if not times:
        return None
    moved = because("goal-moved", times=times, announced=goals[0].announced)
    others = [pair for pair in assessed.by_earlier_goals if pair[1].word != assessed.verdict.word]
    return moved.followed_by(*(_by_earlier(goal, by_it.word) for goal, by_it in others))


def _by_earlier(goal: Goal, word: str) -> Reason:
    if isinstance(goal.value, bool):
        return because("by-earlier-deadline", by=goal.by, said=word)
    facts: dict[str, Fact] = {"goal": float(goal.value), "said": word}
    if goal.by is None:
        return because("by-earlier-goal-open", **facts)
    return because("by-earlier-goal", by=goal.by, **facts)


def _superseded(assessed: Assessed) -> Reason | None:
    superseded = assessed.seen.target.superseded
    if superseded is None:
        return None
    return because("superseded", on=superseded.on, by=superseded.by)


def _rebased(assessed: Assessed) -> Reason | None:
    """The path starts from a figure of the series, and not from the stated baseline."""
    stated, base = assessed.seen.target.baseline, assessed.seen.base
    if not assessed.seen.rebased or stated is None or base is None:
        return None
    facts: dict[str, Fact] = {"stated_period": stated.period, "base": base.value}
    facts["period"] = base.period
    if stated.value is None:
        return because("rebased-period", **facts)
    flag = because("rebased", stated=float(stated.value), **facts)
    goal = assessed.seen.goal
    if goal.change is None or (by_stated := changed(stated.value, goal.change)) == goal.value:
        return flag
    change = f"{goal.change:+f} %"
    follows = because("goal-follows", change=change, aim=float(goal.value), stated=float(by_stated))
    return flag.followed_by(follows)


def _status(word: str) -> Callable[[Assessed], Reason | None]:
    """The flag of a status of its own, such as "planned": a figure shown or rested on has it."""

    def find(assessed: Assessed) -> Reason | None:
        for figure in _resting(assessed):
            if figure.status == word:
                return because(word)
        start = _planned_start(assessed)
        if start is not None and start.status == word:
            return because(f"{word}-start", period=start.period)
        return None

    return find


def _planned_start(assessed: Assessed) -> Observation | None:
    """The plan from which the path starts that decided, where the figures under it are results."""
    base = assessed.seen.base
    if base is None or base.stated or assessed.verdict.word not in BY_PATH:
        return None
    if any(figure.status in PLANS for figure in _resting(assessed)):
        return None  # then the word stands there already
    return next(
        (figure for figure in assessed.seen.line.values
         if figure.status in PLANS and figure.period.end == base.period.end), None,
    )  # fmt: skip


def _provisional(assessed: Assessed) -> Reason | None:
    """What is judged may be revised: the latest value, a part of a sum, or a figure before it."""
    figures = {id(one): one for one in _resting(assessed) if one.status == "provisional"}
    if not figures:
        return None
    if len(assessed.verdict.figures) < 2 and id(assessed.latest) in figures:
        return because("provisional")
    period = next(iter(figures.values())).period
    if len(figures) == 1:
        return because("provisional-part", period=period)
    return because("provisional-parts", period=period, n=len(figures))


def _resting(assessed: Assessed) -> tuple[Observation, ...]:
    """The figures that are shown and those on which the verdict rests."""
    figures, latest = assessed.verdict.figures, assessed.latest
    return figures if latest is None else (*figures, latest)


def _estimated(assessed: Assessed) -> Reason | None:
    """An estimate; one that was made before its period was over is told first, and as such."""
    estimates = [figure for figure in _resting(assessed) if figure.status == "estimated"]
    for figure in filter(is_forecast, estimates):
        return because("estimated", period=figure.period, published=figure.published)
    return because("estimated-after", period=estimates[0].period) if estimates else None


def _press_only(assessed: Assessed) -> Reason | None:
    """Of the judged goal: that another one stands in an official text does not help it."""
    document = document_of(assessed.seen.goal, assessed.documents)
    return because("press-only") if document and document.weight in ("press", "blog") else None


def _catching_up(assessed: Assessed) -> Reason | None:
    enough = _recent_suffices(assessed) and not limited(assessed.seen)
    return because("catching-up") if assessed.verdict.word == "behind" and enough else None


def _fading(assessed: Assessed) -> Reason | None:
    enough = _recent_suffices(assessed)
    return because("fading") if assessed.verdict.word == "on track" and enough is False else None


def _recent_suffices(assessed: Assessed) -> bool | None:
    """Whether the recent pace is at least the one needed; None where either cannot be taken.

    That of "about" a goal leads to within its 5 %, by which it is met.
    """
    recent, so_far = assessed.pace.recent, assessed.pace.so_far
    if recent is None or so_far is None:
        return None
    case = assessed.seen.path_case
    needed = pace(case).needed
    if needed is None or case.current is None:
        return None
    left = abs(case.goal - case.current.value)
    spared = case.tolerance / left if left else 0.0
    return case.sign * recent >= case.sign * needed - max(SAME, spared) * abs(needed)


def _mixed_periods(assessed: Assessed) -> Reason | None:
    """The latest value is of a quarter, and those before it are of years, or the like."""
    latest, target = assessed.latest, assessed.seen.target
    if latest is None or target.kind != "level" or latest.period.kind == "day":
        return None
    before = assessed.seen.line.values[-2:-1]
    if before and before[0].period.kind == latest.period.kind:
        return None  # as nearly always; the others are not looked at
    kinds = {figure.period.kind for figure in assessed.seen.line.values[:-1]} - {"day"}
    if not kinds or latest.period.kind in kinds:
        return None
    return because("mixed-periods", period=latest.period)


def _close_call(assessed: Assessed) -> Reason | None:
    """A headline that a small revision would change: a ratio rule within CLOSE of its path."""
    if assessed.verdict.word not in BY_PATH:
        return None
    for reading in assessed.readings:
        if (
            reading.method in ("linear-ratio", "growth-ratio")
            and reading.margin is not None
            and reading.margin <= CLOSE * (1 + SAME)
        ):
            return because("close-call", method=reading.method, margin=reading.margin)
    return None


def _not_current(assessed: Assessed) -> Reason | None:
    seen = assessed.seen
    return because("not-current", as_of=seen.as_of) if seen.as_of < seen.on else None


#: In the order in which they are shown: what the figure is comes before what it does.
FLAGS: tuple[Callable[[Assessed], Reason | None], ...] = (
    _status("planned"),
    _status("enacted"),
    _estimated,
    _stale,
    _rebased,
    _lost,
    _last_fell,
    _within_noise,
    _seasonal,
    _catching_up,
    _fading,
    _goal_moved,
    _superseded,
    _split,
    _close_call,
    _provisional,
    _mixed_periods,
    _press_only,
    _not_current,
)

assert {*SETTLED, *BY_PATH} <= set(LIGHTS)  # noqa: S101 - a misspelt verdict would never match
