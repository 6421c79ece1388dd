"""Digits that tell a number from another one which it is not: 29.996 of a goal of 30 is no "30"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from kpi.assess.reason import Reason
from kpi.render.wording.digits import Number, number

#: So many digits more may be needed to tell two numbers apart.
MOST_DIGITS = 10

#: Verdicts by which a value has not come to what it is compared with.
_SHORT = ("behind", "possible", "missed", "annual-missed")

#: What a value that is short is held against: paths, and where "about" a goal ends.
_COMPARED = ("expected", "low", "high", "end")


def digits(value: Number, others: Iterable[Number], written: Callable[[Number, int], str]) -> int:
    """How many digits more it takes for a value to be written otherwise than all `others`.

    `written` writes a number with so many digits more. None more where they cannot be told apart.
    """
    others = tuple(others)
    for more in range(MOST_DIGITS):
        shown = written(value, more)
        if all(written(other, more) != shown for other in others):
            return more
    return 0


def decimals(value: Number, others: Iterable[Number], most: int) -> str:
    """`value` with up to `most` decimals, and more where it would look like one of `others`.

    >>> decimals(9.94, (10,), 1), decimals(9.96, (10,), 1)
    ('9.9', '9.96')
    """

    def written(each: Number, more: int) -> str:
        return number(each, more=more, most=most + more)

    return written(value, digits(value, others, written))


def others(value: Number | bool, goal: Decimal | bool, near: float) -> list[Number]:
    """What an amount must not look like: a goal that it is not, and what is `near` off it.

    >>> others(100.05, Decimal("100.05"), 0.25), others(29.5, Decimal(30), 0.0)
    ([99.8, 100.3], [Decimal('30')])
    """
    found: list[Number] = []
    if not isinstance(goal, bool) and float(value) != float(goal):
        found.append(goal)
    if near > 0 and abs(float(value)) > 100 * near:  # three digits show the others anyway
        found += [float(value) - near, float(value) + near]
    return found


def of_reason(
    reason: Reason, aim: Decimal | bool | None, written: Callable[[Number, int], str]
) -> int:
    """How many digits more the numbers of a sentence take.

    So many that a value does not look like the goal, `aim`, which it is not, nor like what it is
    short of: "8.16 % is short of 8.16 %" would be a riddle, and so would be 100 that fulfil a goal
    of less than 100; nor like what it was before it was revised.
    """
    facts = {name: fact for name, fact in reason.facts if isinstance(fact, float)}
    if "base" in facts and "stated" in facts:  # of "not from 1,251" the other one is no "1,251"
        base, stated = facts["base"], facts["stated"]
        return digits(base, (stated,), written) if base != stated else 0
    value = facts.get("value")
    if value is None:
        return 0
    goals = [facts[name] for name in ("goal",) if name in facts]
    if aim is not None and not isinstance(aim, bool):
        goals.append(float(aim))
    others = [goal for goal in goals if goal != value]
    before = facts.get("was", value)  # before it was revised
    others += [before] if before != value else []
    if reason.key.startswith(_SHORT):
        others += [facts[name] for name in _COMPARED if facts.get(name, value) != value]
        others += [value - facts["gap"]] if "gap" in facts else []
    more = digits(value, others, written)
    more = max(more, digits(before, [goal for goal in goals if goal != before], written))
    if "low" in facts and "high" in facts:  # "100.1 to 100.1" is no range
        more = max(more, digits(facts["low"], (facts["high"],), written))
    return more
