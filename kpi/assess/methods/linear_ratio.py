"""linear-ratio: the straight rate since the base, over the straight rate that would suffice.

    r = [(c - b) / (t_c - t_b)] / [(T - b) / (T_T - t_b)]

The trend arrows of the Sustainable Development Report. Without its clamping of scores to 0..100 the
bounds cancel, and the ratio needs nothing but base, current value and goal.

    one observation      does not apply ("only the baseline")
    two observations     applies
    zero, negative       applies; so do values that change their sign
    goal met             on track if the value has not fallen since the base, else stagnating
    base at the goal     no ratio; on track if it is met and held, stagnating at a goal that was to
                         be exceeded or if it has fallen and is met, decreasing if it is lost
    deadline past        judged by the last value up to the deadline
    gaps in the series   do not matter: only base and current value are read
"""

from __future__ import annotations

from kpi.assess.case import Case
from kpi.assess.methods.footing import (
    Footing,
    Inputs,
    Table,
    Worked,
    footing,
    inputs_of,
    step,
    too_large,
)
from kpi.assess.methods.rule import BAD, GOOD, MIXED, Cut, Reading, Rule, Source
from kpi.assess.path import part_of_way
from kpi.assess.reason import Reason, because

NAME = "linear-ratio"

CUTS = (
    Cut("on track", GOOD, 1.0, says="or met and not fallen since the base"),
    Cut("moderately improving", MIXED, 0.5),
    Cut("stagnating", BAD, 0.0, says="or met, but fallen since the base"),
    Cut("decreasing", BAD),
)
TABLE = Table(NAME, CUTS)


def judge(case: Case, brief: bool = False) -> Reading:
    """The arrow for a case; its value is the ratio r, without unit, 1 exactly on a straight path.

    r does not change with the unit, nor when a constant is added. It is negative where the value
    has moved away from the goal.

    Source: SDSN, SDG Index methodology 2018, 1.5.3.

    >>> from kpi.assess.case import Point
    >>> from kpi.facts.periods import Period
    >>> base = Point(Period.parse("2010"), 2.8)  # Angola: population using the internet, %
    >>> points = (base, Point(Period.parse("2017"), 14.339))
    >>> arrow = judge(Case(1, 80.0, Period.parse("2030"), base, points))
    >>> round(arrow.value, 3), arrow.klass
    (0.427, 'stagnating')
    """
    ground, inputs = footing(case), inputs_of(case, brief)
    if isinstance(ground, Reason):
        return TABLE.silent(ground, inputs)
    if not ground.case.has_way:
        return _held(ground, inputs)
    worked = _ratio(ground, brief)
    if not isinstance(worked, Reason) and ground.case.met and worked[0] < 1:
        return TABLE.met("on track", worked, inputs)  # days against years: it is reached
    return TABLE.rated(worked, inputs)


def _ratio(ground: Footing, brief: bool) -> Worked | Reason:
    """r and its arithmetic, or why there is none."""
    b, c, goal = ground.values
    t, s = ground.years, ground.years_in_all
    r = part_of_way(c, b, goal) * (s / t)
    observed, required = (c - b) / t, (goal - b) / s
    if too_large(observed, required, r):
        return because("rule-too-large")
    return r, () if brief else (
        step("observed-rate", "({c} - {b}) / {t}", observed, c=c, b=b, t=t),
        step("required-rate", "({T} - {b}) / {s}", required, T=goal, b=b, s=s),
        step("ratio", "{observed} / {required}", r, observed=observed, required=required),
    )  # fmt: skip


def _held(ground: Footing, inputs: Inputs) -> Reading:
    """No way from base to goal, so that nothing is required but to hold what there is."""
    b, c, goal = ground.values
    fallen = ground.case.sign * (c - b) < 0
    if ground.case.met:
        klass, key = ("stagnating", "rule-met-fallen") if fallen else ("on track", "rule-met-held")
    elif b == c == goal:  # which was to be exceeded: nothing was won, and nothing lost
        klass, key = "stagnating", "rule-at-strict-goal"
    else:
        klass, key = "decreasing", "rule-lost"
    return TABLE.reading(klass, inputs, reason=because(key))


RULE = Rule(
    name=NAME,
    title="SDG Index trend arrow",
    measure="observed over required straight rate since the base, a ratio (1 = exactly enough)",
    formula="r = [(c - b) / (t_c - t_b)] / [(T - b) / (T_T - t_b)]",
    cuts=CUTS,
    sources=(
        Source(
            publisher="Bertelsmann Stiftung and Sustainable Development Solutions Network",
            title="SDG Index and Dashboards Report, methodology",
            year="2018",
            section="1.5.3",
            quote="The two approaches yield rather similar results and we could not identify a "
            "strong argument for … CAGR",
            url="https://github.com/sdsna/2018GlobalIndex",
        ),
        Source(
            publisher="Sustainable Development Solutions Network",
            title="Sustainable Development Report, later editions",
            year="2020",
            section="trend arrows",
            confirmed=False,
            note="the cut at half the required rate, and 'stagnating' for a met goal that has "
            "fallen, could not be read in the text; the cut agrees with the arrows published for "
            "2019",
        ),
    ),
    judge=judge,
    shape="linear",
    window="base",
    yardstick="rate",
    decided=(
        "Scores are not clamped at the best and worst value, so that no bounds are needed.",
        "A base at or beyond the goal leaves no required rate: on track while the goal is met and "
        "the value not below the base, stagnating if met but fallen, decreasing if lost.",
        "A value of a period after the deadline is not looked at.",
    ),
)
