"""Recorded figures that deserve a second look, whoever wrote them: warnings of `kpi check`.

What `kpi add` and `kpi import` say of a new figure, said of those that were written by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kpi.facts.quantities.plausibility import (
    counts,
    greatest_change,
    is_far,
    is_leap,
    unlike_its_parts,
    yardsticks,
)
from kpi.facts.quantities.units import is_share
from kpi.facts.records import Observation, Target, unit_of

#: What is doubtful, and what to do.
Doubt = tuple[Observation, str, str]
#: Figures before the last one that are not 0, to tell a change out of all proportion.
LEAST = 3
_REMEDY = "record it again if its unit is wrong, or say in its `note` that it is right"


def doubtful(target: Target, facts: Iterable[Observation]) -> Iterator[Doubt]:
    """The doubts about the recorded figures of a target, of each period the last publication.

    A figure that was corrected or published again is not doubted any more.
    """
    last = {(fact.series, fact.period.text): fact for fact in facts}  # in the order of a Book
    lines: dict[str, list[Observation]] = {}
    for fact in last.values():
        if unlike := unlike_its_parts(fact, unit_of(target, fact.series)):
            yield fact, unlike, "mend one of the three"
        if counts(fact, target) and not isinstance(fact.value, bool):
            lines.setdefault(fact.series, []).append(fact)
    if target.kind in ("level", "total"):
        for series, line in lines.items():
            doubts = [*_sizes(target, series, line)]
            yield from doubts
            doubted = [fact for fact, _, _ in doubts]
            yield from (doubt for doubt in _leap(line) if doubt[0] not in doubted)


def _sizes(target: Target, series: str, line: list[Observation]) -> Iterator[Doubt]:
    """The largest and the smallest figure, if they are far from all else that is known.

    A note beside a figure is taken as the answer to the doubt. 0 has no size.
    """
    line = sorted(filter(_size, line), key=_size)
    if not line:
        return
    known, share = yardsticks(target, series, ()), is_share(unit_of(target, series))
    ends = ((line[0], line[1:]), (line[-1], line[:-1]))
    for figure, others in ends[: len(line)]:
        sizes = [*known, *(abs(Decimal(other.value)) for other in others[:1] + others[-1:])]
        if sizes and not figure.note and is_far(float(_size(figure)), sizes, share):
            low, high = f"{min(sizes):,f}", f"{max(sizes):,f}"
            what = f"{figure.value:,f} is far from all else that is known, between {low} and {high}"
            if low == high:
                what = f"{figure.value:,f} is far from all else that is known, {low}"
            yield figure, what, _REMEDY


def _leap(line: list[Observation]) -> Iterator[Doubt]:
    """The last figure, on which the verdict rests, if it is twice or half the one before by a
    change never seen: 333,000 after 260 thousand is within a goal's 500 times, and is met.

    From nothing, and to nothing, no leap is out of proportion.
    """
    *before, last = sorted(line, key=lambda figure: figure.period)
    values = [Decimal(figure.value) for figure in before]
    most = greatest_change(values)
    if sum(map(bool, values)) < LEAST or not most or last.note:
        return
    new, previous = Decimal(last.value), values[-1]
    if new and previous and is_leap(new, previous, most):
        change = abs(new - previous)
        what = f"{new:,f} is an outlier: {change:,f} from {previous:,f}, never more than {most:,f}"
        yield last, f"{what} before", _REMEDY


def _size(fact: Observation) -> Decimal:
    return abs(Decimal(fact.value))
