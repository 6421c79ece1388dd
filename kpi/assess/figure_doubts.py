"""Recorded figures that deserve a second look, whoever wrote them: warnings of `kpi check`.

What `kpi add` and `kpi import` say of a new figure, said of those that were written by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kpi.facts.plausibility import counts, is_far, unlike_its_parts, yardsticks
from kpi.facts.records import Observation, Target
from kpi.facts.units import is_share

#: What is doubtful, and what to do.
Doubt = tuple[Observation, str, str]


def doubtful(target: Target, facts: Iterable[Observation]) -> Iterator[Doubt]:
    """The doubts about the recorded figures of a target, of each period the last publication.

    A figure that was corrected or published again is not doubted any more.
    """
    last: dict[tuple[str, str], Observation] = {}
    for fact in facts:
        key = (fact.series, fact.period.text)
        if key not in last or last[key].vintage < fact.vintage:
            last[key] = fact
    lines: dict[str, list[Observation]] = {}
    for fact in last.values():
        if unlike := unlike_its_parts(fact, target.unit):
            yield fact, unlike, "mend one of the three"
        if counts(fact, target) and not isinstance(fact.value, bool) and fact.value:
            lines.setdefault(fact.series, []).append(fact)
    if target.kind in ("level", "total"):
        for series, line in lines.items():
            yield from _sizes(target, series, line)


def _sizes(target: Target, series: str, line: list[Observation]) -> Iterator[Doubt]:
    """The largest and the smallest figure, if they are far from all else that is known.

    A note beside a figure is taken as the answer to the doubt.
    """
    line = sorted(line, key=_size)
    known = yardsticks(target, series, ())
    ends = ((line[0], line[1:]), (line[-1], line[:-1]))
    for one, others in ends[: len(line)]:
        sizes = [*known, *(abs(Decimal(other.value)) for other in others[:1] + others[-1:])]
        if sizes and not one.note and is_far(float(_size(one)), sizes, is_share(target.unit)):
            what = (
                f"{one.value} is far from all else that is known, between"
                f" {min(sizes)} and {max(sizes)}"
            )
            remedy = "record it again if its unit is wrong, or say in its `note` that it is right"
            yield one, what, remedy


def _size(fact: Observation) -> Decimal:
    return abs(Decimal(fact.value))
