"""A figure held against what is known of its target: its size, its kind of period, its parts.

`kpi add` warns by these rules, `kpi import` refuses by them and `kpi check` warns of what was
recorded by hand: none takes in silence what another doubts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from kpi.facts.periods import Period
from kpi.facts.quantities.units import is_share
from kpi.facts.records import Observation, Target, unit_of

#: How many times larger or smaller than all that is known of a target its figures may be unasked.
FAR = {True: 50.0, False: 500.0}  # for a share, for anything else
#: A change this many times as large as any before it is worth a second look.
OUTLIER = 5
#: Where the largest is at most so many times the smallest, any figure may be as far as a share.
NARROW = 3


def yardsticks(target: Target, series: str, known: Iterable[Observation]) -> list[Decimal]:
    """The sizes of what is known of a series: the goals, the baseline, the observations.

    A series with a unit of its own is no measure of the goals.
    """
    own_unit = unit_of(target, series)
    values = [fact.value for fact in known]
    if own_unit == target.unit:
        values += [goal.value for goal in target.goals]
        values += [target.baseline.value] if target.baseline and target.baseline.value else []
    return [abs(value) for value in values if not isinstance(value, bool) and value]


def like_fractions(sizes: Sequence[Decimal], known: Sequence[Decimal]) -> bool:
    """Whether shares in per cent look as if 12.3 % were written as 0.123."""
    return any(sizes) and max(sizes) <= 1 < max(known)


def is_far(size: float, known: Sequence[Decimal], share: bool, *, narrow: bool = False) -> bool:
    """Whether a size is so far from all that is known that another unit is likely.

    With `narrow`, all that is known within a narrow range lets nothing be farther than a share.
    """
    low, high = float(min(known)), float(max(known))
    near = narrow and len(known) > 1 and high <= NARROW * low
    far = FAR[True] if near else FAR[share]
    return not low / far <= size <= high * far


def greatest_change(values: Iterable[Decimal]) -> Decimal:
    """The largest change from one figure of a line to the next; 0 where there is none.

    >>> greatest_change([Decimal(10), Decimal(13), Decimal(12)])
    Decimal('3')
    """
    return max((abs(after - before) for before, after in pairwise(values)), default=Decimal(0))


def is_leap(value: Decimal, near: Decimal, most: Decimal) -> bool:
    """Whether a figure is twice or half its neighbour, by a change out of all proportion.

    `most` is the largest change that was seen before.
    """
    less, more = sorted((abs(value), abs(near)))
    return more >= 2 * less and abs(value - near) > OUTLIER * most


def counts(fact: Observation, target: Target) -> bool:
    """Whether a figure is one that is judged: no plan, and no limit only."""
    return fact.status in target.counts and fact.bound == "="


def other_kind(period: Period, among: Iterable[Observation]) -> Period | None:
    """A period of another kind than `period` among those recorded, if there is none of its own.

    What is counted in a quarter is no figure of a year; a day may stand for either.
    """
    kinds = {fact.period.kind: fact.period for fact in among if fact.period.kind != "day"}
    if not kinds or period.kind in (*kinds, "day"):
        return None
    return list(kinds.values())[-1]


def taken_back(line: Iterable[Observation]) -> Iterator[tuple[Observation, Observation]]:
    """Of amounts up to a day each that is less than the one before it in its year, behind that one:
    it may be what came in since, and no amount up to its day."""
    days = [fact for fact in line if fact.period.kind == "day" and not isinstance(fact.value, bool)]
    for before, after in pairwise(sorted(days, key=lambda fact: fact.period.end)):
        if before.period.end.year == after.period.end.year and after.value < before.value:
            yield before, after


def unlike_its_parts(fact: Observation, unit: str) -> str:
    """What a share's numerator and denominator give, if its value is another one; else ""."""
    share = _share_of_parts(fact)
    if share is None or not is_share(unit):
        return ""
    return f"{fact.numerator:,} of {fact.denominator:,} is {share:.4g} %, not {fact.value}"


def _share_of_parts(fact: Observation) -> Decimal | None:
    """The percentage that a numerator and a denominator give, if the value is another one.

    None if they are not stated, or agree within the rounding of all three: 23.4 is well said of
    2.39 million in 10.2 million, 23.9 is not.
    """
    if fact.numerator is None or not fact.denominator or isinstance(fact.value, bool):
        return None
    share = 100 * fact.numerator / fact.denominator
    slack = _half(fact.value)
    for part in (fact.numerator, fact.denominator):
        short = part.normalize()  # zeros at the end may be rounding, but of 100 and 1000
        rounded = short if len(short.as_tuple().digits) > 1 else part
        slack += abs(share) * _half(rounded) / abs(part) if part else 0
    return None if abs(share - fact.value) <= slack else share


def _half(figure: Decimal) -> Decimal:
    """Half of what one in its last digit is worth."""
    return Decimal(5).scaleb(int(figure.as_tuple().exponent) - 1)
