"""What if: the same rules under imagined observations. Nothing is recorded."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from sys import float_info

from kpi.assess.case import SAME, Case, Point
from kpi.assess.evidence.goalposts import case_in_force
from kpi.assess.evidence.known import Known, known, with_value
from kpi.assess.methods.catalogue import RULES, seen_by
from kpi.assess.methods.rule import GOOD, Reading, Rule
from kpi.assess.status import Status, status
from kpi.assess.verdict import verdict
from kpi.facts.periods import Period
from kpi.facts.records import (
    COUNTED,
    Document,
    Goal,
    Observation,
    Target,
    announced_goals,
    as_known,
)
from kpi.values import dataclass, replace

#: Halvings of the interval in which a needed value is sought: more than a float can tell apart.
HALVINGS = 200
#: How far beyond all that is known of a target a value is tried before any value is said to do.
FARTHEST = 1000.0
#: A needed value below this part of all that is known of a target is what floats add to zero.
NOTHING = 1e-8
#: The digits of a needed value that count: what is behind them is what floats add.
DIGITS = 10
#: The case that a value makes, and the same with the goal whose path holds at its date.
Cases = Callable[[float], tuple[Case, Case]]
#: What stands in the place of a rule's name for the verdict that stands above all rules.
HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class Needed:
    """The smallest next value (in the good direction) with which a rule is on track.

    None where even reaching the goal would not do, or where the rule does not apply. `any` says
    that the worst value that was tried would do, which is then `value`: zero for what was never
    below it, the ceiling, or a thousand times the largest that is known. `other` is the last value
    that does on the other side of a goal that is to be kept from both. `applies` is false of a rule
    that has nothing to say, whatever the value. `beyond` is the border where it does not do itself:
    30 of "more than 30", or a miss of exactly 5 %, of which less is asked.
    """

    method: str
    value: float | None
    any: bool = False
    other: float | None = None
    applies: bool = True
    beyond: float | None = None


def imagined(
    target: Target,
    observations: tuple[Observation, ...],
    documents: Mapping[str, Document],
    values: Mapping[Period, Decimal | bool],
    on: dt.date,
) -> Status | None:
    """The status of `target` on the last imagined day, had `values` been observed.

    The day is the end of the last imagined period, or `on` if that is later; each value counts as
    published on it, in the judged series. None if no goal had been announced by then.
    """
    facts, day = _then(target, observations, values, on)
    return status(target, facts, documents, day, day)


def _then(
    target: Target,
    observations: tuple[Observation, ...],
    values: Mapping[Period, Decimal | bool],
    on: dt.date,
) -> tuple[tuple[Observation, ...], dt.date]:
    """The facts once `values` have been observed, these as the last ones, and the day of that."""
    day = max([on, *(period.end for period in values)])
    return (*observations, *_imagined(target, values, day)), day


def _imagined(
    target: Target, values: Mapping[Period, Decimal | bool], day: dt.date
) -> tuple[Observation, ...]:
    """Imagined values as observations of the judged series, published on a day.

    They are results, unless the target counts none: then what it counts, as a plan.
    """
    status = next((word for word in COUNTED if word in target.counts), target.counts[0])
    return tuple(
        Observation(target.id, target.judged_series, period, value, day, "", status=status)
        for period, value in values.items()
    )


def all_needed(
    target: Target,
    observations: tuple[Observation, ...],
    values: Mapping[Period, Decimal | bool],
    case: Case | None,
    period: Period,
    on: dt.date,
) -> tuple[Needed, ...]:
    """What is needed in `period` after imagined `values`: for the headline, then for each rule.

    `case` is that of the status which the values give. Before any figure the rules are asked of the
    case that the first one makes, and have no say where it makes none.
    """
    if target.kind == "milestone":
        done = {**values, period: True}
        return (_needed_to_be_done(target, observations, done, on),)
    facts = (*observations, *_imagined(target, values, on))
    headline = needed_for_headline(target, facts, case, period, on)
    cases = cases_then(target, facts, period, on)
    if case is None or case.current is None:
        case = _first_case(target, cases)
    if case is None:
        return (headline, *(Needed(rule.name, None, applies=False) for rule in RULES))
    return (headline, *needed(case, period, cases))


def _first_case(target: Target, cases: Cases | None) -> Case | None:
    """The case that the first figure makes; None if no rule could say anything of it."""
    if cases is None or target.kind not in ("level", "total"):
        return None
    case, _ = cases(0.0)
    return case if case.moved or case.keep else None


def needed(case: Case, period: Period, cases: Cases | None = None) -> tuple[Needed, ...]:
    """For each rule the smallest value in `period` with which it gives a good light.

    `cases` makes the cases once there is a figure of the period (see `cases_then`), if they are
    others than with one point more: a result overtakes what was expected, a path may begin at it,
    and a goal that was softened only later does not hold for it.
    """

    def beside(value: float) -> tuple[Case, Case]:
        return (made := _with_point(case, period, value)), made

    return tuple(_needed_of_a_rule(rule, case, cases or beside) for rule in RULES)


def _needed_of_a_rule(rule: Rule, case: Case, made: Cases) -> Needed:
    def read(value: float) -> Reading:
        return rule.judge(seen_by(rule, *made(value)), True)

    at_goal = seen_by(rule, *made(case.goal))
    sought = replace(case, goal=at_goal.goal, tolerance=at_goal.tolerance)
    found = _needed(rule.name, lambda value: read(value).light == GOOD, sought)
    if found.value is not None or case.current is None:
        return found
    return replace(found, applies=read(_best(sought, ())).klass is not None)


def cases_then(
    target: Target, observations: tuple[Observation, ...], period: Period, on: dt.date
) -> Cases | None:
    """What a value of `period` makes of the case; None if a figure of it does not count."""
    facts, day = _then(target, observations, {period: Decimal(0)}, on)
    seen, figure = known(target, facts, day, day, lean=True), facts[-1]
    if seen is None or seen.case is None or all(value is not figure for value in seen.line.values):
        return None

    def made(value: float) -> tuple[Case, Case]:
        seen_then = with_value(seen, figure, Decimal(repr(value)))
        points = seen_then.line.without_forecasts(seen_then.case_at_hand.points)
        case = replace(seen_then.case_at_hand, points=points)
        return case, case_in_force(case, seen_then.path_goal)

    return made


def at_hand(target: Target, on: dt.date, as_of: dt.date) -> Target:
    """`target` as it was known on a day, whatever was announced or ended since."""
    return replace(as_known(target, on, as_of), goals=tuple(announced_goals(target.goals, as_of)))


def needed_for_headline(
    target: Target,
    observations: tuple[Observation, ...],
    case: Case | None,
    period: Period,
    on: dt.date,
) -> Needed:
    """The smallest value in `period` with which the headline verdict is green.

    Without a case, as for an amount in one year, it is sought between zero and the goals.
    """
    judged = tuple(fact for fact in observations if fact.series == target.judged_series)
    facts, day = _then(target, judged, {period: Decimal(0)}, on)
    seen, figure = known(target, facts, day, day, lean=True), facts[-1]
    # With a limit of that period, or another figure of its last day, what counts may depend on it.
    alone = all(fact.period.end != period.end for fact in judged)
    alone = alone and not _moves_goals(period, target)

    def good(value: float) -> bool:
        tried = Decimal(repr(value))
        if seen is not None and alone and any(held is figure for held in seen.line.values):
            return _is_green(with_value(seen, figure, tried))
        facts = (*judged, replace(figure, value=tried))
        return _is_green(known(target, facts, day, day, lean=True))

    # A goal in force at that time may have asked for more than today's.
    sign = case.sign if case is not None else -1 if target.direction == "down" else 1
    promised = _numbered(seen.goals if seen is not None else target.goals)
    goals = [_reached_at(goal, sign) for goal in promised]
    if case is None and target.kind in ("level", "total"):  # the latest figure is a limit
        seen_now = known(target, judged, on, on, lean=True)
        case = seen_now.case if seen_now is not None else None
    if case is not None and not case.points:
        case = replace(case, points=(Point(period, 0.0),))
        goals = [_reached_at(goal, case.sign) for goal in promised]
    if case is None:
        most = max(goals, key=lambda goal: sign * goal) if goals else 0.0
        case = Case(sign, most, None, None, (Point(period, 0.0),))
    return _needed(HEADLINE, good, case, *goals)


def _needed_to_be_done(
    target: Target,
    observations: tuple[Observation, ...],
    values: Mapping[Period, Decimal | bool],
    on: dt.date,
) -> Needed:
    """Whether a milestone that is done as `values` say has a green verdict: yes is needed."""
    facts, day = _then(target, observations, values, on)
    return Needed(HEADLINE, True if _is_green(known(target, facts, day, day, lean=True)) else None)


def _moves_goals(period: Period, target: Target) -> bool:
    """Whether goals are a change from a baseline of that period, and so follow its figure."""
    base = target.baseline
    of_base = base is not None and base.period.end == period.end
    return of_base and any(goal.change is not None for goal in target.goals)


def _is_green(seen: Known | None) -> bool:
    return seen is not None and verdict(seen).light == GOOD


def _numbered(goals: Iterable[Goal]) -> list[Goal]:
    return [goal for goal in goals if not isinstance(goal.value, bool)]


def _reached_at(goal: Goal, sign: int) -> float:
    """The least value that reaches a goal: the next one, if it is to be exceeded."""
    value = float(goal.value)
    return math.nextafter(value, sign * math.inf) if goal.comparator in (">", "<") else value


def _best(case: Case, goals: Iterable[float]) -> float:
    """The goal, or what is beyond it if it is to be exceeded; a better value that there was, if
    there was one: a goal that is met is slipping at its very value."""
    if case.two_sided:
        return case.goal
    beyond = math.nextafter(case.goal, case.sign * math.inf) if case.strict else case.goal
    values = (*goals, *(point.value for point in case.points))
    return max((beyond, *values), key=lambda value: case.sign * value)


def _with_point(case: Case, period: Period, value: float) -> Case:
    before = tuple(point for point in case.points if point.period.end < period.end)
    return replace(case, points=(*before, Point(period, value)))


def _needed(method: str, good: Callable[[float], bool], case: Case, *goals: float) -> Needed:
    """Bisection between a value that will not do and one that does if anything does.

    A better value never worsens a rule's class (a tested law), so there is one border. The headline
    keeps to that but for what is to be kept, which nothing better can be than the goal.
    """
    best = _best(case, goals)
    if case.current is None or not good(best):
        return Needed(method, None)
    last = _worst(case, *goals)
    bounded = max if case.sign > 0 else min
    step = 2 * abs(best - case.current.value) or abs(best) or 1.0
    worst = bounded(best - case.sign * step, last)
    while good(worst):  # the nearer the target to its goal, the shorter was the first step
        if worst == last:
            return _from_the_worst(method, good, case, worst)
        step *= 4
        best, worst = worst, bounded(worst - case.sign * step, last)
    least = _as_asked(good, _border(good, best, worst))
    border = _rounded(least, case)
    other = _other_side(good, case) if case.two_sided else None
    if good(border):
        return Needed(method, least if border else border, other=other)
    if border and border != float(f"{border:.{DIGITS - 3}e}"):  # of so many digits it is no border
        exact = Decimal(repr(border))
        digit = Decimal(1).scaleb(exact.adjusted() - DIGITS + 1)
        return Needed(method, float(exact + case.sign * digit), other=other)
    return Needed(method, least, other=other, beyond=border)


def _from_the_worst(
    method: str, good: Callable[[float], bool], case: Case, worst: float
) -> Needed:  # fmt: skip
    """Any value does; of what is to be kept from both sides, any up to the other one's last."""
    other = _other_side(good, case) if case.two_sided else None
    if other is None or other == _farthest(case):
        return Needed(method, worst, any=True)
    return Needed(method, worst, other=other)


def _rounded(value: float, case: Case) -> float:
    """A value without the digits that floats add; zero where it is no more than these."""
    sizes = (abs(case.goal), *(abs(point.value) for point in case.points))
    nothing = max(NOTHING * max(sizes), float_info.min)
    return 0.0 if abs(value) <= nothing else float(f"{value:.{DIGITS - 1}e}")


def _border(good: Callable[[float], bool], best: float, worst: float) -> float:
    """The last value from `best`, which does, towards `worst`, which does not, that does."""
    for _ in range(HALVINGS):
        middle = (worst + best) / 2
        if middle in (worst, best):
            break
        worst, best = (worst, middle) if good(middle) else (middle, best)
    return best


def _as_asked(good: Callable[[float], bool], value: float) -> float:
    """The plain number that a path asks for, of which the values that pass for it do as well."""
    asked = float(f"{value:.{DIGITS - 3}e}")
    return asked if math.isclose(asked, value, rel_tol=2 * SAME) and good(asked) else value


def _other_side(good: Callable[[float], bool], case: Case) -> float:
    """The last value that does beyond a goal that is to be kept from both sides."""
    far = _farthest(case)
    last = far if good(far) else _border(good, case.goal, far)
    border = _rounded(last, case)
    return border if not border and good(border) else last


def _farthest(case: Case) -> float:
    """The worst value on the other side."""
    return _worst(replace(case, sign=-case.sign))


def _worst(case: Case, *goals: float) -> float:
    """The worst value that is worth trying, in the direction in which nothing better is lost."""
    values = (case.goal, *goals, *(point.value for point in case.points))
    far = FARTHEST * max(1.0, *map(abs, values))
    if case.sign > 0:
        return -far if min(values) < 0 else 0.0
    return far if case.ceiling is None else case.ceiling
