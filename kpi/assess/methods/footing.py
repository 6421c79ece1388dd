"""What the rules stand on: the values they compare, or the reason why there is nothing to compare.

A promise is for its deadline, so every rule of the panel judges up to it: a value of a later period
is never looked at (the headline says `missed` or `awaiting data` by then). What is missing, is said
in the same words by every rule.
"""

from __future__ import annotations

import datetime as dt
import math

from kpi.assess.case import Case, Point, between
from kpi.assess.methods.rule import Cut, Reading, Step, classify, margin, named
from kpi.assess.reason import Reason, because
from kpi.facts.periods import Period, years_between
from kpi.values import dataclass, remembered, replace

Inputs = tuple[tuple[str, float | str | None], ...]


@dataclass(frozen=True, slots=True)
class Footing:
    """Base, current value and goal of a case, with the years between them, all positive."""

    case: Case
    base: Point
    current: Point
    deadline: Period
    years: float  # from base to current
    years_in_all: float  # from base to deadline
    years_left: float  # from current to deadline; zero or more

    @property
    def values(self) -> tuple[float, float, float]:
        """Base, current and goal: b, c and T of the formulas."""
        return self.base.value, self.current.value, self.case.goal


def up_to_deadline(case: Case) -> Case:
    """The case as it stood at its deadline: without the points of later periods."""
    deadline, current = case.deadline, case.current
    if deadline is None or current is None or case.outlived:
        return case
    if current.period.end <= deadline.end:
        return case
    return replace(case, points=between(case.points, dt.date.min, deadline.end))


@remembered(1)  # one rule after the other asks
def footing(case: Case) -> Footing | Reason:
    """What a rule from base over current to goal stands on, or why it has nothing to stand on."""
    if case.keep:
        return because("rule-keeps")
    in_time, deadline = up_to_deadline(case), case.deadline
    missing = lacking(case, in_time)
    if missing is not None:
        return missing
    if deadline is None:
        return because("rule-no-deadline")
    base, current = in_time.base, in_time.current
    assert base is not None  # noqa: S101 - not lacking
    assert current is not None  # noqa: S101 - not lacking
    left = max(0.0, years_between(current.period, deadline))
    years = in_time.years_to(current.period), in_time.years_to(deadline)
    return Footing(in_time, base, current, deadline, *years, left)


def lacking(case: Case, in_time: Case) -> Reason | None:
    """Why no change since the base can be taken from `in_time`, the case up to its deadline."""
    if case.current is None:
        return because("rule-needs-value")
    if case.base is None:
        return because("rule-needs-base")
    if not case.moved:
        return because("rule-only-base", base=case.base.period)
    if in_time.moved:
        return None
    early = case.deadline is not None and case.deadline.end <= case.base.period.end
    key = "rule-deadline-first" if early else "rule-after-deadline"
    return because(key, base=case.base.period, deadline=case.deadline)


# ---------------------------------------------------------------------------------------------
# Arithmetic that never raises and never leaves the numbers
# ---------------------------------------------------------------------------------------------


def log_ratio(b: float, v: float) -> float:
    """ln(v / b) for two values of one sign, neither zero, however large or small.

    >>> round(log_ratio(1e-308, 1e308) / math.log(10))
    616
    """
    ratio = v / b
    if 0 < ratio < math.inf:
        return math.log(ratio)
    return math.log(abs(v)) - math.log(abs(b))


def growth(b: float, v: float, years: float) -> float:
    """Compound annual growth rate (v / b)^(1 / years) - 1; infinite where a float cannot hold it.

    A current value of zero has shrunk by all there is, -1. Assumes that b is not zero and that the
    signs agree.

    >>> round(growth(14.5, 10.2, 8), 6)
    -0.043017
    """
    if v == 0:
        return -1.0
    try:
        return math.expm1(log_ratio(b, v) / years)
    except OverflowError:
        return math.inf


def no_growth(b: float, c: float, goal: float) -> Reason | None:
    """Why no growth rate leads from b to c or to the goal: a zero, or signs that differ."""
    if b == 0:
        return because("rule-zero-base")
    if goal == 0:
        return because("rule-zero-goal")
    if (b > 0) != (goal > 0) or (c != 0 and (b > 0) != (c > 0)):
        return because("rule-signs-differ")
    return because("rule-zero-current") if c == 0 else None


def step(name: str, formula: str, result: float, **letters: float) -> Step:
    """One line of the arithmetic with its letters in the order of the formula."""
    return Step(name, formula, tuple(letters.items()), result)


def too_large(*results: float) -> bool:
    """Whether a float could not hold one of the results."""
    return not all(map(math.isfinite, results))


# ---------------------------------------------------------------------------------------------
# Readings
# ---------------------------------------------------------------------------------------------


def inputs_of(case: Case, brief: bool = False) -> Inputs:
    """Base, current value and goal with their dates, under the names of the JSON output.

    None of them in `brief`, which every rule knows: it says that the result alone is wanted.
    """
    return () if brief else _inputs_of(case)


@remembered(1)
def _inputs_of(case: Case) -> Inputs:
    in_time = up_to_deadline(case)
    base, current = in_time.base, in_time.current
    return (
        ("base", base.value if base else None),
        ("base_date", base.period.end.isoformat() if base else None),
        ("current", current.value if current else None),
        ("current_date", current.period.end.isoformat() if current else None),
        ("goal", case.goal),
        ("goal_date", case.deadline.end.isoformat() if case.deadline else None),
    )


#: What a rule computes: its number, and the steps to it unless it was asked in brief.
Worked = tuple[float, tuple[Step, ...]]


@dataclass(frozen=True, slots=True)
class Table:
    """The name of a rule and its cuts, which make each of its readings."""

    method: str
    cuts: tuple[Cut, ...]

    def silent(self, reason: Reason, inputs: Inputs, steps: tuple[Step, ...] = ()) -> Reading:
        """That the rule does not apply, with the steps that could be taken."""
        return Reading(self.method, reason=reason, inputs=inputs, steps=steps)

    def rated(self, worked: Worked | Reason, inputs: Inputs) -> Reading:
        """The class that a number has, if there is one."""
        if isinstance(worked, Reason):
            return self.silent(worked, inputs)
        number, steps = worked
        return self.reading(classify(number, self.cuts).klass, inputs, steps, number)

    def met(self, klass: str, worked: Worked | Reason, inputs: Inputs) -> Reading:
        """That the goal is met: of class `klass`, whatever the number, if there is one."""
        if isinstance(worked, Reason):
            return self.reading(klass, inputs, reason=because("rule-met-no-number"))
        number, steps = worked
        return self.reading(klass, inputs, steps, number, because("rule-met"))

    def reading(
        self,
        klass: str,
        inputs: Inputs,
        steps: tuple[Step, ...] = (),
        value: float | None = None,
        reason: Reason | None = None,
    ) -> Reading:
        """A class. A margin is given only where the number alone made it."""
        cut = named(klass, self.cuts)
        near = None if value is None or reason is not None else margin(value, self.cuts)
        return Reading(self.method, value, klass, cut.light, reason, near, steps, inputs)
