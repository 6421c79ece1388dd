"""extrapolation: growth since the base carried to the deadline, and the share of the way it makes.

    CAGR = (c / b)^(1 / (t_c - t_b)) - 1
    v_e  = c * (1 + CAGR)^(T_T - t_c)
    p    = (v_e - b) / (T - b)

The United Nations Statistics Division's Progress Chart, with the edge cases that Eustat states. The
inputs are those of growth-ratio; the yardstick is the level reached, not the rate.

    one observation      does not apply ("only the baseline")
    two observations     applies
    zero, negative       does not apply: no growth rate
    sign change          does not apply
    goal met             on track, whatever the trend, and even where nothing can be computed
    base at the goal     does not apply unless met: there is no way to have a share of
    deadline past        judged by the last value up to the deadline, as Eustat does
    gaps in the series   do not matter: only base and current value are read
"""

from __future__ import annotations

import math

from kpi.assess.case import Case
from kpi.assess.methods.footing import (
    Footing,
    Table,
    Worked,
    footing,
    growth,
    inputs_of,
    log_ratio,
    no_growth,
    step,
    too_large,
)
from kpi.assess.methods.rule import BAD, GOOD, MIXED, Cut, Reading, Rule, Source
from kpi.assess.path import part_of_way
from kpi.assess.reason import Reason, because

NAME = "extrapolation"

CUTS = (
    Cut("on track", GOOD, 0.95, says="or the goal is met"),
    Cut("acceleration needed", MIXED, 0.10),
    Cut("stagnation or regression", BAD),
)
TABLE = Table(NAME, CUTS)


def judge(case: Case, brief: bool = False) -> Reading:
    """The class for a case; its value is the share p of the way from base to goal, 1 = all of it.

    p does not change with the unit, but does when a constant is added. It is negative where the
    growth leads away from the goal.

    Source: United Nations Statistics Division, SDG Progress Chart 2023/24, technical note, as
    implemented and described by Eustat.

    >>> from kpi.assess.case import Point
    >>> from kpi.facts.periods import Period
    >>> base = Point(Period.parse("2023"), 6.0)
    >>> points = (base, Point(Period.parse("2025"), 8.6))
    >>> read = judge(Case(1, 15.0, Period.parse("2028"), base, points))
    >>> round(read.value, 3), read.klass
    (0.973, 'on track')
    """
    ground, inputs = footing(case), inputs_of(case, brief)
    if isinstance(ground, Reason):
        return TABLE.silent(ground, inputs)
    share = _share(ground, brief)
    if ground.case.met:
        return TABLE.met("on track", share, inputs)
    return TABLE.rated(share, inputs)


def _share(ground: Footing, brief: bool) -> Worked | Reason:
    """p and its arithmetic, or why there is none."""
    b, c, goal = ground.values
    missing = because("rule-negative") if min(b, c, goal) < 0 else no_growth(b, c, goal)
    if missing is not None or not ground.case.has_way:
        return missing or because("rule-base-at-goal")
    t, h = ground.years, ground.years_left
    g = growth(b, c, t)
    e = _carried(b, c, h / t)
    p = part_of_way(e, b, goal)
    if too_large(g, e, p):
        return because("rule-too-large")
    return p, () if brief else (
        step("observed-growth", "({c} / {b})^(1 / {t}) - 1", g, c=c, b=b, t=t),
        step("carried-value", "{c} * (1 + {g})^{h}", e, c=c, g=g, h=h),
        step("share-of-way", "({e} - {b}) / ({T} - {b})", p, e=e, b=b, T=goal),
    )


def _carried(b: float, c: float, times: float) -> float:
    """c grown on by the factor from b to c, `times` times; infinite beyond what a float holds."""
    try:
        return c * math.exp(log_ratio(b, c) * times)
    except OverflowError:
        return math.inf


RULE = Rule(
    name=NAME,
    title="UN progress chart",
    measure="share of the way from base to goal made by the deadline at the growth since the base "
    "(1 = all of it)",
    formula="p = (c * (1 + CAGR)^(T_T - t_c) - b) / (T - b)",
    cuts=CUTS,
    sources=(
        Source(
            publisher="Eustat, Basque statistics office",
            title="SDG indicators, methodology of the assessment",
            year="2024",
            section="with a target",
            note="implements the technical note of the United Nations Statistics Division and "
            "states its edge cases",
            url="https://github.com/EUSTAT-DES/site",
        ),
        Source(
            publisher="United Nations Statistics Division",
            title="Sustainable Development Goals Progress Chart, technical note",
            year="2023",
            section="assessment of the trend",
            confirmed=False,
            note="read through Eustat's implementation, not in its own text",
        ),
    ),
    judge=judge,
    shape="geometric",
    window="base",
    yardstick="level",
    decided=(
        "A latest value of a period after the deadline is not looked at: 'up to the target year'.",
        "Eustat's point of tolerance for goals of 0 % and 100 % is not used: a goal is met or not.",
        "A base at or beyond the goal turns the sign of p: not classified unless met.",
        "An extrapolated value beyond what a number can hold: not classified.",
    ),
)
