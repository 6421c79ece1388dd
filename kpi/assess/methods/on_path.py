"""on-path: the distance of the current value from where it should be at its own date.

    gap  = c - P(t_c)                             in the target's unit, positive is above
    lead = P^-1(c) - t_c                          in years, positive is ahead

Observed values against a planned trajectory, as the European Union's Digital Decade compares them
each year; for a running total the lead is earned schedule, SV(t) = ES - AT. Without a declared path
there is a band of two plausible ones, see `path.py`.

    one observation      does not apply ("only the baseline"); with announced rows it does
    two observations     applies
    zero, negative       applies, against the linear path alone
    sign change          applies, against the linear path alone
    goal met             judged like any other value
    base at the goal     the path is flat at the goal
    deadline past        judged by the last value up to the deadline
    gaps in the series   do not matter: only the current value is read
"""

from __future__ import annotations

import math

from kpi.assess.case import Case
from kpi.assess.methods.footing import Table, inputs_of, lacking, step, too_large, up_to_deadline
from kpi.assess.methods.rule import BAD, GOOD, MIXED, Cut, Reading, Rule, Source, Step, named
from kpi.assess.path import Path, band, lead_years, logit
from kpi.assess.reason import Reason, because

NAME = "on-path"

CUTS = (
    Cut("ahead", GOOD, 0.0, says="at or beyond both paths; beyond the declared one"),
    Cut("on path", MIXED, says="between the two paths; exactly on the declared one (then good)"),
    Cut("behind", BAD, says="short of both paths, or of the declared one"),
)
TABLE = Table(NAME, CUTS)
ON_DECLARED = Cut("on path", GOOD)


def judge(case: Case, brief: bool = False) -> Reading:
    """The position for a case; its value is the gap to the path, in the target's unit.

    Of a band it is the gap to the more demanding path, so that `ahead` and only `ahead` is on the
    good side of zero; the margin is the distance to the nearer one. The steps hold expected value,
    gap and lead for each path. "On" a path means equal to it in a float's precision (1e-9 of its
    size): what rounding of the published figure may hide is not forgiven.

    Source: European Commission, C(2023) 7500; Lipke, Earned Schedule Concept.

    >>> from kpi.assess.case import Point
    >>> from kpi.facts.periods import Period
    >>> base = Point(Period.parse("2023"), 1.0)
    >>> points = (base, Point(Period.parse("2025"), 3.0))
    >>> read = judge(Case(1, 30.0, Period.parse("2030"), base, points, ceiling=100.0))
    >>> round(read.value, 2), read.klass  # linear 9.29, logistic 2.86
    (-6.29, 'on path')
    """
    in_time, inputs = up_to_deadline(case), inputs_of(case, brief)
    missing = _missing(case, in_time)
    if missing is not None:
        return TABLE.silent(missing, inputs)
    assert in_time.current is not None  # noqa: S101 - not missing
    paths, (period, value, *_) = band(in_time), in_time.current
    drawn = [(path, expected) for path in paths if (expected := path.value_at(period)) is not None]
    if not drawn:
        return TABLE.silent(_undrawn(in_time, paths), inputs)
    gaps = [in_time.gap(value, expected) for _, expected in drawn]
    if too_large(*gaps, *[expected for _, expected in drawn]):  # no path gives a lead without end
        return TABLE.silent(because("rule-too-large"), inputs)
    leads = [in_time.lead(value, expected) for _, expected in drawn]
    steps: tuple[Step, ...] = ()
    for path, expected in () if brief else drawn:
        steps += _compared(path, in_time, expected)
    worst = gaps[leads.index(min(leads))]
    cut = _position(leads)
    margin = min(abs(gap) for gap in gaps)
    return Reading(NAME, worst, cut.klass, cut.light, None, margin, steps, inputs)


def _position(leads: list[float]) -> Cut:
    """The class from one or two gaps, positive where the value is beyond the path."""
    if len(leads) == 1 and leads[0] == 0:
        return ON_DECLARED
    if min(leads) >= 0:
        return named("ahead", CUTS)
    return named("on path" if max(leads) >= 0 else "behind", CUTS)


def _missing(case: Case, in_time: Case) -> Reason | None:
    """What is lacking: a later value than the base, unless the path needs no base."""
    if case.base is None and (case.keep or isinstance(case.path, tuple)):
        return because("rule-needs-value") if in_time.current is None else None
    return lacking(case, in_time)


def _undrawn(case: Case, paths: tuple[Path, ...]) -> Reason:
    """Why there is no path, or why it has no value at the current value's date."""
    if paths and paths[0].shape == "step":
        return because("rule-step", deadline=case.deadline)
    if paths:
        return because("rule-before-first-row")
    if case.deadline is None:
        return because("rule-no-deadline")
    return because("rule-no-path", shape=case.path if isinstance(case.path, str) else None)


def _compared(path: Path, case: Case, expected: float) -> tuple[Step, ...]:
    """What the path expects, the gap to it, and the lead in years where it has one."""
    assert case.current is not None  # noqa: S101 - not missing
    c = case.current.value
    gap = case.gap(c, expected)
    steps = (_expected(path, case, expected), step("gap", "{c} - {P}", gap, c=c, P=expected))
    lead = lead_years(path, case)
    if lead is None or path.origin is None:
        return steps
    t = path.years_to(case.current.period)
    return (*steps, step("lead", "{ES} - {t}", lead, ES=lead + t, t=t))


def _expected(path: Path, case: Case, expected: float) -> Step:
    """The path's value at the current value's date, in the letters of its shape."""
    name, formula, letters = f"expected-{path.shape}", "{T}", {"T": case.goal}
    if path.shape == "announced":
        assert path.origin is not None  # noqa: S101 - announced rows begin somewhere
        assert case.current is not None  # noqa: S101 - not missing
        formula, letters = "P({t})", {"t": path.years_to(case.current.period)}
    elif path.shape in FORMULAS and not case.keep and case.has_way:
        formula, letters = FORMULAS[path.shape], _letters(path.shape, case)
    return step(name, formula, expected, **letters)


FORMULAS = {
    "linear": "{b} + ({T} - {b}) * {u}",
    "geometric": "{b} * ({T} / {b})^{u}",
    "logistic": "{K} / (1 + exp(-({Lb} + ({LT} - {Lb}) * {u})))",
}


def _letters(shape: str, case: Case) -> dict[str, float]:
    """The numbers of a shape's formula at the current value's date."""
    assert case.base is not None  # noqa: S101 - `has_way` asked
    assert case.current is not None  # noqa: S101 - not missing
    assert case.deadline is not None  # noqa: S101 - such a path has one
    u = case.years_to(case.current.period) / case.years_to(case.deadline)
    if case.current.period.end >= case.deadline.end:
        u = 1.0  # by whatever period that day is called
    if shape != "logistic":
        return {"b": case.base.value, "T": case.goal, "u": u}
    ceiling = case.ceiling or math.inf
    lb, lt = logit(case.base.value, ceiling), logit(case.goal, ceiling)
    return {"K": ceiling, "Lb": lb, "LT": lt, "u": u}


RULE = Rule(
    name=NAME,
    title="Distance from the path",
    measure="gap between the current value and the path at its date, in the target's unit "
    "(positive is above; of a band, the more demanding path)",
    formula="gap = c - P(t_c); lead = P^-1(c) - t_c",
    cuts=CUTS,
    sources=(
        Source(
            publisher="European Commission",
            title="Communication establishing the Union-level projected trajectories for the "
            "digital targets, C(2023) 7500",
            year="2023",
            section="comparison of observed and projected values",
            quote="the Commission intends to compare the values observed for the key performance "
            "indicators … against the projected values along the Digital Decade trajectories",
            url="https://digital-strategy.ec.europa.eu",
            note="publishes no tolerance that we know of",
        ),
        Source(
            publisher="Lipke",
            title="Earned Schedule Concept",
            year="",
            section="ES = C + I; SV(t) = ES - AT",
            url="https://www.scribd.com/document/47929652",
        ),
    ),
    judge=judge,
    shape="path",
    window="base",
    yardstick="gap",
    decided=(
        "Without a declared path the band of two plausible ones is used; between them is a mixed "
        "light, on a declared path a good one.",
        "Touching a path is being on it: both paths touched or passed is ahead, as the headline's "
        "'at or beyond both'.",
        "No tolerance beyond what floats make of one sum (1e-9 of its size) but the goal's own: "
        "what is to be kept at about an amount is on its path within 5 % of it, or of a smaller "
        "row on the way.",
        "The lead is ahead minus behind, as in earned schedule.",
        "A value of a period after the deadline is not looked at.",
    ),
)
