"""Whether a value fulfils a goal."""

from __future__ import annotations

from decimal import Decimal

from kpi.facts.records import Goal

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
