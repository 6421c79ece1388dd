"""Limits that are younger than every value: "at most 15" of the year after 31.

They are no values, and no green light looks past them at an older and better one.
"""

from __future__ import annotations

from kpi.assess.case import Case
from kpi.assess.known import Known
from kpi.assess.lines import foreseen
from kpi.assess.path import Path
from kpi.facts.records import PLANS, Observation


def lost_by_limit(seen: Known) -> Observation | None:
    """The last limit that shows the goal not reached, since the last value up to the deadline.

    One that says nothing, such as "at most 40" of 30, does not take that back.
    """
    found = [
        one
        for one in _later(seen, seen.in_time[-1] if seen.in_time else None)
        if (seen.deadline is None or one.period.end <= seen.deadline)
        and not seen.fulfils(one.value, one.period.end)
    ]
    return found[-1] if found else None


def short_by_limit(
    seen: Known, paths: tuple[Path, ...]
) -> tuple[str, Observation, float] | None:  # fmt: skip
    """`behind` or `possible`, the limit that says so, and what was asked for on its day.

    The last limit that is short of every path; else the last one that is short of one of them.
    """
    case, found = seen.case, None
    assert case is not None  # noqa: S101 - measured targets have one
    for limit in _later(seen, seen.latest):
        asked = [path.value_at(limit.period) for path in paths]
        there = [one for one in asked if one is not None]
        short = [one for one in there if case.lead(float(limit.value), one) < 0]
        if short and (len(short) == len(asked) or found is None or found[0] == "possible"):
            found = ("behind" if len(short) == len(asked) else "possible", limit, short[0])
    return found


def limited(seen: Known) -> bool:
    """Whether there is such a limit, whatever it says."""
    return bool(_later(seen, seen.latest))


def _later(seen: Known, last: Observation | None) -> list[Observation]:
    """The limits from the wrong side that are in force, of periods that ended after a value."""
    case = seen.case
    if case is None:
        return []
    found = [one for one in seen.line.uncounted
             if one.bound != "=" and one.status in seen.target.counts
             and one.period.end <= seen.on
             and (last is None or _younger(one, last))]  # fmt: skip
    found.sort(key=lambda one: (one.period.end, one.published, one.revision))
    held: dict[str, Observation] = {}
    results: set[str] = set()
    for one in found:
        if one.status in PLANS and one.period.text in results:
            continue  # a plan that is said later says nothing against a result
        results |= set() if foreseen(one) else {one.period.text}
        if _holds_off(one, case):
            held[one.period.text] = one
        elif (before := held.get(one.period.text)) is not None and _contradicts(one, before):
            del held[one.period.text]  # of two publications the later one counts
    return list(held.values())


def _younger(limit: Observation, value: Observation) -> bool:
    """Whether a limit is of a later day than a value.

    A single day is as good as the period that ends with it: there the later publication counts.
    """
    if limit.period.end != value.period.end:
        return value.period.end < limit.period.end
    kinds = {limit.period.kind, value.period.kind}
    return len(kinds) > 1 and "day" in kinds and value.published < limit.published


def _contradicts(one: Observation, other: Observation) -> bool:
    """Whether no value lies within both limits, which are of two sides."""
    least, most = (one, other) if one.bound == ">=" else (other, one)
    return one.bound != other.bound and least.value > most.value


def _holds_off(limit: Observation, case: Case) -> bool:
    """Whether a limit is on the side from which a goal is not reached, or lost."""
    if case.two_sided:
        off = float(limit.value) - case.goal
        return off < -case.tolerance if limit.bound == "<=" else off > case.tolerance
    return limit.bound == ("<=" if case.sign > 0 else ">=")
