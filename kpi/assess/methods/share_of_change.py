"""share-of-change: how much of the targeted change came about, and whether it is more than noise.

    PTCA = 100 * (c - b) / (T - b)               percentage of targeted change achieved, if nearer
    PCB  = 100 * |c - b| / |b|                   percentage change from the baseline, if farther
    z    = |c - b| / sqrt(se_b^2 + se_c^2)       where both have standard errors

Healthy People 2020, National Center for Health Statistics. There is no time in it: it does not say
whether the pace suffices. It is the only rule of the panel that says "this change is noise".

    one observation      baseline only
    two observations     applies; it needs no deadline
    zero base            applies while nearer; farther, only where standard errors are given
    negative             applies; PCB is taken of the size of the baseline
    sign change          applies
    goal met             met; no percentage where the base had met it too
    deadline past        judged by the last value up to the deadline
    gaps in the series   do not matter: only base and current value are read
"""

from __future__ import annotations

import math

from kpi.assess.case import Case, Point
from kpi.assess.methods.footing import Table, inputs_of, lacking, step, too_large, up_to_deadline
from kpi.assess.methods.rule import (
    BAD,
    GOOD,
    MIXED,
    UNKNOWN,
    Cut,
    Reading,
    Rule,
    Source,
    Step,
    classify,
)
from kpi.assess.path import part_of_way
from kpi.assess.reason import Reason, because

NAME = "share-of-change"

CUTS = (
    Cut("met", GOOD, 100.0, says="the goal is met"),
    Cut("improving", MIXED, 10.0, says="or nearer by more than noise, where errors are known"),
    Cut("little or no detectable change", BAD, -10.0, strict=True, says="or within the noise"),
    Cut("getting worse", BAD, says="or farther by more than noise"),
    Cut("baseline only", UNKNOWN, says="a single value"),
)
TABLE = Table(NAME, CUTS)

#: The 95 % quantile of the normal distribution: one-sided, at a level of 5 %.
Z = 1.6449


def judge(case: Case, brief: bool = False) -> Reading:
    """The class for a case; its value is in percent.

    It is PTCA where the value has come nearer to the goal or stands still, and minus PCB where it
    has gone farther away, so that more is better throughout. With standard errors of both values
    the class follows from their significance, without them from 10 %.

    Source: CDC/NCHS, Healthy People 2020 Final Progress Table, footnotes.

    >>> from kpi.facts.periods import Period
    >>> base = Point(Period.parse("2010"), 20.0, standard_error=0.8)
    >>> points = (base, Point(Period.parse("2017"), 21.0, standard_error=0.8))
    >>> read = judge(Case(1, 30.0, Period.parse("2020"), base, points))
    >>> read.value, read.klass
    (10.0, 'little or no detectable change')
    """
    in_time = up_to_deadline(case)
    missing = because("rule-keeps") if case.keep else lacking(case, in_time)
    if missing is not None:
        return _without_change(in_time, missing, brief)
    assert in_time.base is not None  # noqa: S101 - not lacking
    assert in_time.current is not None  # noqa: S101 - not lacking
    return _changed(in_time, in_time.base, in_time.current, brief)


def _without_change(case: Case, missing: Reason, brief: bool) -> Reading:
    """Baseline only, where there is one value and not two; else the rule does not apply."""
    points = [point for point in (case.base, *case.points) if point is not None]
    if case.keep or not points or any(point != points[0] for point in points):
        return TABLE.silent(missing, inputs_of(case, brief))
    return TABLE.reading("baseline only", inputs_of(case, brief), reason=missing)


def _changed(case: Case, base: Point, current: Point, brief: bool) -> Reading:
    inputs = inputs_of(case, brief)
    value, steps = _percentage(case, base.value, current.value, brief)
    if value is not None and too_large(value):
        return TABLE.silent(because("rule-too-large"), inputs)
    if case.met:
        key = "rule-met" if value is not None else "rule-met-at-base"
        return TABLE.reading("met", inputs, steps, value, because(key))
    noise = _noise(base, current)
    if noise is not None:
        klass, why, z = _tested(case, current.value - base.value, noise)
        steps = steps if brief else steps + z
        return TABLE.reading(klass, inputs, steps, value, why)
    if value is None:
        return TABLE.silent(because("rule-zero-base-away"), inputs)
    klass = classify(value, CUTS).klass
    if klass == "met":  # all of the way, and the goal was to be exceeded
        klass = "improving"
    return TABLE.reading(klass, inputs, steps, value)


def _percentage(
    case: Case, b: float, c: float, brief: bool
) -> tuple[float | None, tuple[Step, ...]]:
    """PTCA if nearer or still, minus PCB if farther; nothing where it has no meaning.

    That is a zero baseline from which the value went farther, and a baseline that had already met
    a goal which is still met: "PTCA is not assessed".
    """
    if case.sign * (c - b) < 0 and not case.met:
        if not b:
            return None, ()
        name, formula, letters = "change-from-baseline", "-100 * |{c} - {b}| / |{b}|", {}
        share = -100 * abs(c - b) / abs(b)
    elif case.sign * (case.goal - b) <= 0:
        return None, ()
    else:
        name, formula = "targeted-change-achieved", "100 * ({c} - {b}) / ({T} - {b})"
        share, letters = 100 * part_of_way(c, b, case.goal), {"T": case.goal}
    return share, () if brief else (step(name, formula, share, c=c, b=b, **letters),)


def _noise(base: Point, current: Point) -> float | None:
    """Standard error of the change, where both values have one."""
    if base.standard_error is None or current.standard_error is None:
        return None
    return math.hypot(base.standard_error, current.standard_error)


def _tested(case: Case, change: float, noise: float) -> tuple[str, Reason, tuple[Step, ...]]:
    """The class by significance: one-sided normal test of the change since the baseline."""
    significant = abs(change) > Z * noise
    z = (step("z", "|{D}| / {se}", abs(change) / noise, D=change, se=noise),) if noise else ()
    if not significant:
        klass, key = "little or no detectable change", "rule-within-noise"
    elif case.sign * change > 0:
        klass, key = "improving", "rule-significant"
    else:
        klass, key = "getting worse", "rule-significant"
    return klass, because(key, noise=noise), () if z and too_large(z[0].result) else z


RULE = Rule(
    name=NAME,
    title="Targeted change achieved",
    measure="percentage of the targeted change achieved (100 = all of it); where the value has "
    "gone away from the goal, minus the percentage change from the baseline",
    formula="PTCA = 100 * (c - b) / (T - b); PCB = 100 * |c - b| / |b|",
    cuts=CUTS,
    sources=(
        Source(
            publisher="CDC, National Center for Health Statistics",
            title="Healthy People 2020 Final Progress Table",
            year="2021",
            section="footnotes 1 to 5",
            url="https://data.cdc.gov",
        ),
        Source(
            publisher="CDC, National Center for Health Statistics",
            title="Healthy People 2030, methods",
            year="2020",
            section="measures of progress",
            confirmed=False,
            note="keeps the two measures and four classes; the rule of 10 % was verified only for "
            "2020",
            url="https://www.cdc.gov/nchs/healthy-people/hp2030/methods.html",
        ),
    ),
    judge=judge,
    shape="linear",
    window="base",
    yardstick="level",
    decided=(
        "Improving is a mixed light: a tenth of the way is improving on the last day too. Nothing "
        "in the rule asks whether there is time enough.",
        "Significance: |c - b| / sqrt(se_b^2 + se_c^2) > 1.6449; the source names a one-sided "
        "normal test at 5 %, not its formula.",
        "The change from the baseline is given with a minus sign, so that more is better.",
        "Without a baseline, a single value counts as one; several have none to be compared with.",
        "A value of a period after the deadline is not looked at.",
    ),
)
