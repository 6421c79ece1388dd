"""What is soft in what a goal asks for: rows that lead elsewhere, a goal that asks for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kpi.assess.evidence.known import Known, known
from kpi.assess.evidence.relative_goals import of_base
from kpi.assess.goal_met import meets
from kpi.assess.pace import recent_change
from kpi.assess.warnings.promise import MEASURED, Warned
from kpi.facts.book import Book
from kpi.facts.periods import years_between
from kpi.facts.records import Goal, KeyPath, Observation, Target


def rows(seen: Known, book: Book) -> Iterator[Warned]:
    """Rows of an announced path that no path to the goal would pass, such as by a slip."""
    rows, by, case = seen.target.path, seen.goal.by, seen.case
    if not isinstance(rows, tuple) or isinstance(seen.goal.value, bool) or case is None:
        return
    start = _stated(seen.target)
    for index, row in enumerate(rows):
        where: KeyPath = (*seen.target.where, "path", index)
        if by is not None and row.by.end > by.end:
            what = f"the row by {row.by} lies after the deadline {by}, where the goal counts"
            yield (*where, "by"), what, "mend one of the two, or remove the row"
        elif by is not None and row.by.end == by.end and row.value != seen.goal.value:
            what = f"the row by {row.by} says {row.value}, and the goal {seen.goal.value} counts"
            yield (*where, "value"), what, "mend one of the two, or remove the row"
        elif case.sign * (float(row.value) - case.goal) > 0:
            what = f"the row by {row.by} asks for {row.value}, beyond the goal {seen.goal.value}"
            yield (*where, "value"), what, "mend it if it is a slip"
        elif start is not None and case.sign * (row.value - start) < 0:
            what = f"the row by {row.by} asks for {row.value}, worse than the baseline {start}"
            yield (*where, "value"), what, "mend it if it is a slip"


def easy(seen: Known, book: Book) -> Iterator[Warned]:
    """A goal that was met, or would have been met by the trend, when it was announced."""
    target, goal = seen.target, seen.goal
    if target.kind not in MEASURED or isinstance(goal.value, bool) or target.direction == "keep":
        return  # what is to be kept was there
    if goal.note:
        return  # what it is to keep, or why it is a goal all the same, has been said
    facts = book.observations.get(target.id, ())
    seen_then = known(target, facts, goal.announced, goal.announced) if goal.announced else None
    latest = _latest(seen_then) if seen_then is not None else None
    start = _beyond(seen)
    then = _as_then(goal, seen_then)
    if latest is not None and meets(latest, then, target.direction):
        what = f"the goal was met already when it was announced, with {latest}"
        yield (*seen.goal.where, seen.goal.asks_at), what, "say in `note` what it is to keep"
    elif start is not None:
        side = "below" if target.direction == "up" else "above"
        what = (
            f"the goal {goal.value} lies {side} {start.value} of {start.period}, where the path"
            f' starts, against direction = "{target.direction}"'
        )
        remedy = "mend the direction, the goal or the baseline, or say in `note` what it is to keep"
        yield (*seen.goal.where, seen.goal.asks_at), what, remedy
    elif seen_then is None:
        yield from _met_from_the_start(seen)
    elif _below_trend(seen_then):
        what = "the trend before the announcement reaches the goal by itself"
        yield (
            (*seen.goal.where, seen.goal.asks_at),
            what,
            "say in `note` why it is a goal all the same",
        )


def _as_then(goal: Goal, seen_then: Known | None) -> Goal:
    """A goal with the value that it had by what was known then, if it is a change from a base."""
    goals = seen_then.goals if seen_then is not None and goal.change is not None else ()
    return next((one for one in goals if one.where == goal.where), goal)


def _met_from_the_start(seen: Known) -> Iterator[Warned]:
    """A goal whose day of announcement is not stated, and that is the baseline's own value."""
    stated, goal = seen.target.baseline, seen.goal
    if stated is None:
        return
    own = (figure.value for figure in seen.line.values if figure.period == stated.period)
    value = next(own, None) if stated.value is None else stated.value
    if not isinstance(value, Decimal):
        return
    if meets(value, of_base(goal, value), seen.target.direction):
        what = f"the goal was met already by the baseline, with {value}"
        yield (*seen.goal.where, seen.goal.asks_at), what, "say in `note` what it is to keep"


def never_kept(seen: Known, book: Book) -> Iterator[Warned]:
    """What is to be kept and has never been there: it is to be reached, with a way to go.

    An exact amount is hardly ever there, and may be come near to for years.
    """
    target, goal = seen.target, seen.goal
    values = _values(seen)
    if target.direction != "keep" or target.kind not in MEASURED or goal.note or not values:
        return
    if isinstance(goal.value, bool) or goal.comparator == "=":
        return
    if any(meets(value, goal, "keep") for value in values):
        return
    what = f"{goal.value} is to be kept, and no figure has ever been there"
    toward = "up" if values[-1] < goal.value else "down"
    remedy = f'write direction = "{toward}" if it is to be reached, or say in `note` why it is kept'
    yield (*target.where, "direction"), what, remedy


def below_zero(seen: Known, book: Book) -> Iterator[Warned]:
    """A goal below zero of which every figure lies above it: mostly a reduction with its sign."""
    goal, values = seen.goal, _values(seen)
    if isinstance(goal.value, bool) or goal.value >= 0 or goal.note or not values:
        return
    if min(values) > 0:
        what = f"the goal {goal.value} is below zero, and every figure above it"
        remedy = "write the value to be reached, or say in `note` that it is meant"
        yield (*goal.where, goal.asks_at), what, remedy


def impossible(seen: Known, book: Book) -> Iterator[Warned]:
    """A goal that the series' own base puts beyond the limit; by the stated one it is a fault."""
    goal, ceiling = seen.goal, seen.target.ceiling
    if goal.change is not None and ceiling is not None and goal.value > ceiling:
        what = f"the goal {goal.value} is beyond the ceiling {ceiling}"
        yield (*goal.where, "change"), what, "mend one of the two"


def _values(seen: Known) -> list[Decimal]:
    """The exact figures that are judged, after the stated baseline."""
    stated = _stated(seen.target)
    figures = [one.value for one in seen.line.values
               if one.bound == "=" and not isinstance(one.value, bool)]  # fmt: skip
    return figures if stated is None else [stated, *figures]


def _latest(seen: Known) -> Decimal | None:
    """The value that was known last, or else the one that is stated."""
    value = seen.latest.value if seen.latest is not None else _stated(seen.target)
    return None if isinstance(value, bool) else value


def _beyond(seen: Known) -> Observation | None:
    """The figure of the series that stands for the baseline, if it lies beyond the goal.

    A baseline that is stated there is a fault of the file. What is measured may be right.
    """
    stated, base, case = seen.target.baseline, seen.base, seen.case
    if stated is None or stated.value is not None or base is None or case is None:
        return None
    if case.sign * (base.value - case.goal) <= 0:
        return None
    figures = (*seen.line.values, *seen.line.uncounted)
    return next((figure for figure in figures if figure.period == base.period), None)


def _stated(target: Target) -> Decimal | None:
    return target.baseline.value if target.baseline is not None else None


def _below_trend(seen: Known) -> bool:
    """Whether the mean change up to then, kept, reaches the goal by its deadline."""
    case = seen.case
    if case is None or case.deadline is None or len(case.points) < 3 or case.keep:
        return False
    _, recent = recent_change(case.points)
    left = years_between(case.points[-1].period, case.deadline)
    if recent is None or left <= 0:
        return False
    return case.sign * (case.points[-1].value + recent * left - case.goal) >= 0
