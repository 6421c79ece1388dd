"""Goals that are a change from the baseline: "40 % less than in 2018".

The promise is the per cent. Its value is reckoned from what the judged series itself says of the
baseline's period, where the path starts as well: where an office revises the base year, the goal
follows, as Healthy People 2010 derived targets anew when their baselines were revised. Only where
the series says nothing of that period it is reckoned from the value that targets.toml states; and
where the series says that it was at most so much (or at least, of what is to rise), from no more.
"""

from __future__ import annotations

from decimal import Decimal
from operator import attrgetter, is_

from kpi.assess.evidence.forecasts import is_result
from kpi.assess.evidence.limit_logic import alike
from kpi.assess.evidence.path_start import least_start, nearer
from kpi.assess.evidence.series_lines import Line
from kpi.facts.records import Baseline, Goal, Observation, Target, changed
from kpi.values import replace

_NOTHING = Decimal(0)


def on_own_base(target: Target, line: Line) -> Target:
    """`target` with the values that its relative goals have by the figures of its judged `line`.

    The same target, and the same goals, where they have them already.
    """
    stated = target.baseline
    if stated is None or stated.value is None:
        return target
    base, _ = _base(target, stated, line)
    goals = tuple(of_base(goal, base) for goal in target.goals)
    if all(map(is_, goals, target.goals)):
        return target
    return replace(target, goals=goals)


def base_doubt(target: Target, line: Line) -> Observation | None:
    """What the judged series says of the baseline's period, where no goal follows from it.

    A limit, from which alone the goals are reckoned; or its own figure, if that is zero or less: of
    that no per cent can be taken, and they are reckoned from a statement that it refutes.
    """
    stated = target.baseline
    if stated is None or stated.value is None:
        return None
    limit = _base(target, stated, line)[1]
    if limit is not None or own_base(target, stated, line) is not None:
        return limit
    return _own(target, stated, line, above=None)


def _base(target: Target, stated: Baseline, line: Line) -> tuple[Decimal, Observation | None]:
    """What the changes are reckoned from, and the limit that it is, if it is one."""
    own = own_base(target, stated, line)
    assert stated.value is not None  # noqa: S101 - the callers asked
    base = Decimal(own.value) if own is not None else stated.value
    limit = least_start(target, stated, line)
    if limit is not None and limit.value > 0 and nearer(float(limit.value), float(base), target):
        return Decimal(limit.value), limit  # whatever was stated, it was no farther from the goal
    return base, None


def of_base(goal: Goal, base: Decimal) -> Goal:
    """A goal with the value that its change makes of a base; the same one if it has that."""
    if goal.change is None or (value := changed(base, goal.change)) == goal.value:
        return goal
    return replace(goal, value=value)


def own_base(target: Target, stated: Baseline, line: Line) -> Observation | None:
    """The judged series' own figure of the baseline's period, of which a per cent can be taken.

    By its last publication. One that counts comes before one of another kind of period that ends on
    the same day.
    """
    return _own(target, stated, line, above=_NOTHING)


def _own(target: Target, stated: Baseline, line: Line, above: Decimal | None) -> Observation | None:
    for figures in (line.values, line.uncounted):
        own = [figure for figure in figures
               if figure.bound == "=" and (above is None or figure.value > above)
               and is_result(figure, target) and alike(figure.period, stated.period)]  # fmt: skip
        if own:
            return max(own, key=attrgetter("vintage"))
    return None
