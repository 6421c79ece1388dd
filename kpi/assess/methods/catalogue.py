"""The panel: six published rules, side by side, and where they split.

They answer different questions, so they are shown together and never averaged.

    on-path          where it should be by now        shape: the path    window: base
    linear-ratio     rate                             linear             base
    growth-ratio     rate                             geometric          base
    recent-trend     remaining gap                    linear             last five years
    extrapolation    level                            geometric          base
    share-of-change  level                            linear             base

We do not ship: composite scores and distances in standard deviations, which need other countries;
rules for indicators without a goal, which judge no promise; estimated ceilings and least-squares
intervals, which fail on short series (docs/research.md 10.2, 10.5).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kpi.assess.case import Case
from kpi.assess.methods import (
    extrapolation,
    growth_ratio,
    linear_ratio,
    on_path,
    recent_trend,
    share_of_change,
)
from kpi.assess.methods.footing import up_to_deadline
from kpi.assess.methods.rule import UNKNOWN, Reading, Rule
from kpi.values import dataclass, replace

RULES: tuple[Rule, ...] = (
    on_path.RULE,
    linear_ratio.RULE,
    growth_ratio.RULE,
    recent_trend.RULE,
    extrapolation.RULE,
    share_of_change.RULE,
)
BY_NAME: dict[str, Rule] = {rule.name: rule for rule in RULES}


def panel(case: Case, path_case: Case | None = None, brief: bool = False) -> tuple[Reading, ...]:
    """What each of the six rules says of a case, in the order of `RULES`.

    `path_case` is the same case with the goal that was in force at the date of the current value,
    where it was softened since: the path to compare with is the one of that day, also where that
    goal's deadline had passed by then. The published rules know one goal, and look at today's. In
    `brief` the readings are without steps and inputs, which takes half the time.

    >>> from kpi.assess.case import Point
    >>> from kpi.facts.periods import Period
    >>> base = Point(Period.parse("2023"), 6.0)
    >>> points = (base, Point(Period.parse("2025"), 8.6))
    >>> readings = panel(Case(1, 15.0, Period.parse("2028"), base, points))
    >>> [read.light for read in readings]
    ['bad', 'mixed', 'good', 'unknown', 'good', 'mixed']
    >>> split(readings)
    Split(agree=2, of=5, cause='curvature')
    """
    return tuple([rule.judge(seen_by(rule, case, path_case), brief) for rule in RULES])


def seen_by(rule: Rule, case: Case, path_case: Case | None) -> Case:
    """The case that a rule looks at, of the two that `panel` is given."""
    if rule.shape != "path" or path_case is None or path_case is case:
        return case
    return replace(path_case, points=up_to_deadline(case).points, outlived=True)


@dataclass(frozen=True, slots=True)
class Split:
    """How many of the rules that give a light give the most common one, and why the others do not.

    `cause` is None where all agree, or where none or only one gives a light.
    """

    agree: int
    of: int
    cause: str | None  # curvature | window | yardstick


def split(readings: Iterable[Reading], case: Case | None = None) -> Split:
    """The agreement of a panel in lights, and the factor that separates them.

    The causes are asked for in a fixed order, by the two rules that differ in that factor alone:

    curvature   linear-ratio against growth-ratio, which differ only in the shape between the same
                two values (against extrapolation, where growth-ratio does not apply)
    window      recent-trend against linear-ratio, both straight (against the growth rules, where
                linear-ratio does not apply), unless the recent years of `case` are all since its
                base: then both look at the same stretch
    yardstick   otherwise: rate, level, gap and noise test measure different things

    Source: the cause table at the end of docs/research.md 11.
    """
    lights = {reading.method: reading.light for reading in readings if reading.light != UNKNOWN}
    if not lights:
        return Split(0, 0, None)
    agree = max(Counter(lights.values()).values())
    cause = None if agree == len(lights) else _cause(lights, case)
    return Split(agree, len(lights), cause)


def _cause(lights: dict[str, str], case: Case | None) -> str:
    curved = lights.get("growth-ratio") or lights.get("extrapolation")
    straight = lights.get("linear-ratio")
    if _differ(straight, curved):
        return "curvature"
    if _differ(lights.get("recent-trend"), straight or curved) and not _one_stretch(case):
        return "window"
    return "yardstick"


def _one_stretch(case: Case | None) -> bool:
    """Whether the recent trend begins at the base, as it does where that is no older."""
    if case is None or case.base is None:
        return False
    window = recent_trend.recent_window(up_to_deadline(case).points)
    return window is not None and window[0].period.end == case.base.period.end


def _differ(light: str | None, other: str | None) -> bool:
    return light is not None and other is not None and light != other
