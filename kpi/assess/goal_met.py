"""Whether a value fulfils a goal, and of which year an annual goal asks."""

from __future__ import annotations

from decimal import Decimal

from kpi.facts.periods import Period
from kpi.facts.records import Goal
from kpi.values import replace

#: "About" is met within this share of the goal (design: `~`).
ABOUT = Decimal("0.05")
_NOTHING = Decimal(0)


def meets(value: Decimal | bool, goal: Goal, direction: str) -> bool:
    """Whether `value` fulfils `goal`.

    Where more is better an exact or approximate amount is fulfilled by more, too: 1,817bn spent
    of "1,800bn" is kept. Only a value that is to be kept can be too much.
    """
    if isinstance(value, bool) or isinstance(goal.value, bool):
        return value is goal.value
    slack = ABOUT * abs(goal.value) if goal.comparator == "~" else _NOTHING
    if goal.comparator in (">", "<"):
        return value > goal.value if goal.comparator == ">" else value < goal.value
    if goal.comparator == ">=" or (goal.comparator in "=~" and direction == "up"):
        return value >= goal.value - slack
    if goal.comparator == "<=" or direction == "down":
        return value <= goal.value + slack
    return abs(value - goal.value) <= slack


def is_about(value: Decimal | bool, goal: Goal, direction: str) -> bool:
    """Whether `value` fulfils a goal only because "about" that much was promised."""
    exact = replace(goal, comparator="=")
    return goal.comparator == "~" and not meets(value, exact, direction)


def end_of_about(value: float, goal: Goal) -> dict[str, float]:
    """Where what "about" a goal allows ends on a value's side, as a fact of a reason.

    28.4999 of about 30 is not written as 28.5, which would be enough. Empty for another goal.
    """
    if goal.comparator != "~" or isinstance(goal.value, bool):
        return {}
    side = 1 if value > goal.value else -1
    return {"end": float(goal.value + side * ABOUT * abs(goal.value))}


def good_side(goal: Goal, direction: str) -> str:
    """The bound of a limit that may show a goal to be met; none is of one to be kept at an amount.

    Those are `==` or `~=` then, which no limit has.
    """
    return {"up": ">=", "down": "<="}.get(direction, goal.comparator.ljust(2, "="))


def named_year(goal: Goal) -> Period:
    """The period that an annual goal names; a deadline given as a day stands for its year."""
    by = goal.by
    assert by is not None  # noqa: S101 - targets.toml refuses an annual goal without it
    return by if by.kind != "day" else Period.parse(f"{by.end.year:04}")
