"""growth-ratio: the yearly growth rate since the base, over the one that would suffice.

    CAGR_o = (c / b)^(1 / (t_c - t_b)) - 1        observed
    CAGR_r = (T / b)^(1 / (T_T - t_b)) - 1        required
    R      = d * CAGR_o / |CAGR_r|                d is -1 where less is better

Eurostat's rule for indicators with a quantitative target, as Statistics Canada and Open SDG compute
it. The bars and the direction d make it work where the base is already beyond the goal.

    one observation      does not apply ("only the baseline")
    two observations     applies
    zero                 does not apply: growth from zero, or to a goal of zero, has no rate, and no
                         small number is put in its place
    negative             does not apply, as extrapolation: a debt has no rate of growth
    sign change          does not apply
    goal met             achieved, whatever the rate, and even where none can be computed
    base at the goal     does not apply unless met: the required rate is zero
    deadline past        judged by the last value up to the deadline
    gaps in the series   do not matter: only base and current value are read
"""

from __future__ import annotations

from kpi.assess.case import Case
from kpi.assess.methods.footing import (
    Footing,
    Table,
    Worked,
    footing,
    growth,
    inputs_of,
    no_growth,
    step,
    too_large,
)
from kpi.assess.methods.rule import BAD, GOOD, MIXED, Cut, Reading, Rule, Source
from kpi.assess.reason import Reason, because

NAME = "growth-ratio"

CUTS = (
    Cut("significant", GOOD, 0.95),
    Cut("moderate", MIXED, 0.60),
    Cut("limited", BAD, 0.0),
    Cut("deterioration", BAD),
    Cut("achieved", GOOD, says="the goal is met, whatever the ratio"),
)
TABLE = Table(NAME, CUTS)


def judge(case: Case, brief: bool = False) -> Reading:
    """The class for a case; its value is the ratio R, without unit, 1 exactly on a geometric path.

    R does not change with the unit, but does when a constant is added. It is negative where the
    value has moved away from the goal. A met goal is `achieved` and its R, given for comparison,
    classifies nothing.

    Source: open-sdg/sdg-build, sdg/ProgressMeasure.py at 139fede7, method 2.

    >>> from kpi.assess.case import Point
    >>> from kpi.facts.periods import Period
    >>> base = Point(Period.parse("2015"), 14.5)  # Canada: people in poverty, %
    >>> points = (base, Point(Period.parse("2023"), 10.4))
    >>> read = judge(Case(-1, 7.25, Period.parse("2030"), base, points))
    >>> round(read.value, 5), read.klass
    (0.90109, 'moderate')
    """
    ground, inputs = footing(case), inputs_of(case, brief)
    if isinstance(ground, Reason):
        return TABLE.silent(ground, inputs)
    ratio = _ratio(ground, brief)
    if ground.case.met:
        return TABLE.met("achieved", ratio, inputs)
    return TABLE.rated(ratio, inputs)


def _ratio(ground: Footing, brief: bool) -> Worked | Reason:
    """R and its arithmetic, or why there is none."""
    b, c, goal = ground.values
    # To a current value of zero the growth is -1, which a met goal is shown with.
    missing = no_growth(b, c or b, goal) or (because("rule-negative") if b < 0 else None)
    if missing is not None:
        return missing
    t, s, d = ground.years, ground.years_in_all, ground.case.sign
    o, r = growth(b, c, t), growth(b, goal, s)
    if r == 0:
        return because("rule-base-at-goal")
    ratio = d * o / abs(r)
    if too_large(o, r, ratio):
        return because("rule-too-large")
    if c == 0 and not ground.case.met:
        return because("rule-zero-current")
    return ratio, () if brief else (
        step("observed-growth", "({c} / {b})^(1 / {t}) - 1", o, c=c, b=b, t=t),
        step("required-growth", "({T} / {b})^(1 / {s}) - 1", r, T=goal, b=b, s=s),
        step("ratio", "{d} * {o} / |{r}|", ratio, d=d, o=o, r=r),
    )


RULE = Rule(
    name=NAME,
    title="Ratio of observed to required growth",
    measure="observed over required compound annual growth since the base, a ratio "
    "(1 = exactly enough)",
    formula="R = d * CAGR_o / |CAGR_r|, CAGR = (v / b)^(1 / years) - 1",
    cuts=CUTS,
    sources=(
        Source(
            publisher="Open SDG",
            title="sdg-build, sdg/ProgressMeasure.py; Open SDG documentation, progress methodology",
            year="2025",
            section="method 2 (target given)",
            quote="inspired by the progress methodology used by Eurostat",
            url="https://github.com/open-sdg/sdg-build",
        ),
        Source(
            publisher="Statistics Canada",
            title="Sustainable development goals data hub, indicator_calculation_components.yml",
            year="2026",
            section="published inputs, ratios and classes",
            note="379 of 379 published results are reproduced by this formula; some stand in "
            "tests/vectors",
            url="https://github.com/sdg-data-canada-odd-donnees/sdg-data-donnees-odd",
        ),
        Source(
            publisher="Eurostat",
            title="Sustainable development in the European Union, monitoring report",
            year="2021",
            section="annex on the assessment of indicators",
            confirmed=False,
            note="the annex could not be opened; formula and cuts are those that Statistics Canada "
            "describes",
        ),
    ),
    judge=judge,
    shape="geometric",
    window="base",
    yardstick="rate",
    decided=(
        "Open SDG puts 0.001 in place of a zero base or goal, which decides the class; here the "
        "rule does not apply.",
        "Open SDG turns the sign where base and current value are both negative; here no rule of "
        "growth applies to values below zero.",
        "Open SDG asks for a year between base and current value. Any later value is taken here: "
        "R >= 1 says that it lies on or beyond the geometric path at its own date, which is as "
        "true after half a year.",
        "A current value of zero has no growth rate to go on with and is not classified unless the "
        "goal is met.",
        "A goal equal to the base has a required rate of zero: no ratio.",
        "A value of a period after the deadline is not looked at.",
    ),
)
