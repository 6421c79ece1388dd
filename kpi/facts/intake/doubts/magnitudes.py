"""Doubts about the size of figures: fractions for per cent, thousands for ones, leaps, falls.

A scale that the person gives ends them, because then somebody has looked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Mapping
from decimal import Decimal
from heapq import nsmallest
from itertools import chain, islice, pairwise
from math import log10
from statistics import median
from typing import NamedTuple

from kpi.facts.intake.doubts.series import Series
from kpi.facts.intake.rows import Counted
from kpi.facts.keys.consistency import is_beyond
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.periods import Period
from kpi.facts.quantities.plausibility import (
    counts,
    greatest_change,
    is_far,
    is_leap,
    like_fractions,
    taken_back,
    unlike_its_parts,
    yardsticks,
)
from kpi.facts.quantities.units import is_share
from kpi.facts.records import Observation, Target

_PERCENT = 10  # times smaller than all that is known: 1.02 for 102 %
_LEAST = 3  # recorded figures, to tell a change out of all proportion
_SLIP, _NEAR = 10, 1100  # times as large or small as its neighbour within so many days
_APART = 30  # times smaller than any other figure: a share that was written as a fraction


_FEW, _FINE = 5, 3  # one in so many fractions may pass 1; decimals that only a fraction has

_INSIST = "or --scale 1 if they are in the unit already"


class _Sizes(NamedTuple):
    """The figures of a series that may be in another unit, and what is known of their size."""

    figures: list[tuple[Counted, Decimal]]
    sizes: list[Decimal]  # of those that are not zero, without their signs
    plain: list[Decimal]  # of those of whose unit nothing was said
    yardsticks: list[Decimal]  # what is known of the target
    unit: str

    @property
    def share(self) -> bool:
        """Whether the figures are to be per cent."""
        return is_share(self.unit)


def sized(series: Series) -> Iterator[Wrong]:
    """Figures that are hardly in the target's unit: fractions for per cent, thousands for ones.

    The first of these that tells is said.
    """
    rows = series.valued
    if any(row.scaled for row in rows):
        return
    figures = [(row, Decimal(row.fact.value)) for row in rows]
    nonzero = [abs(value) for _, value in figures if value]
    plain = [abs(value) for row, value in figures if not row.stated]
    known_sizes = yardsticks(series.target, series.own, series.known)
    if nonzero and known_sizes:
        sizes = _Sizes(figures, nonzero, plain, known_sizes, series.unit)
        problems = chain(
            _fractions(sizes), _powers(sizes, series.known), _alone(sizes), _together(sizes)
        )
        yield from islice(problems, 1)


def _fractions(sizes: _Sizes) -> Iterator[Wrong]:
    """Shares that are written as fractions: 0.123 for 12.3 %, 1.02 for 102 %."""
    if not sizes.share:
        return
    if like_fractions(sizes.plain, sizes.yardsticks):
        low = -1 if any(value < 0 for _, value in sizes.figures) else 0
        what = f"every figure is between {low} and 1, and the unit is {shown(sizes.unit)}"
        yield Wrong(what, f"add --scale 100 if 0.123 means 12.3 %, {_INSIST}")
        return
    least, most = min(sizes.yardsticks), max(sizes.plain, default=None)
    if most is not None and most <= 2 and (most * _PERCENT < least or _mostly_fractions(sizes)):
        lowest, about = roughly(least), roughly(median(sizes.plain))
        what = f"figures of about {about} are far below the least known, {lowest}"
        yield Wrong(what, f"add --scale 100 if 1.02 means 102 %, {_INSIST}")


def _mostly_fractions(sizes: _Sizes) -> bool:
    """Whether figures of which hardly one passes 1 are written as shares are: 0.123, and 1.05.

    All that is known of the target is more, and no per cent of one decimal is.
    """
    most = max(sizes.plain)
    few = sum(size > 1 for size in sizes.plain) * _FEW <= len(sizes.plain)
    fine = any(-int(size.as_tuple().exponent) >= _FINE for size in sizes.plain)
    return few and fine and most < min(sizes.yardsticks)


def _powers(sizes: _Sizes, known: list[Observation]) -> Iterator[Wrong]:
    """Figures that are one power of ten times those that are recorded."""
    if power := _apart(sizes.figures, known):
        what = f"the figures are 10^{power} times those recorded for the same periods"
        yield Wrong(what, f"add --scale {Decimal(1).scaleb(-power):f}, {_INSIST}")


def _alone(sizes: _Sizes) -> Iterator[Wrong]:
    """A figure of another size than all others of the file."""
    middle = median(sizes.sizes)
    among = (min(sizes.yardsticks), max(sizes.yardsticks), middle)
    smallest = nsmallest(2, set(sizes.sizes))  # or one, in a file of a single size
    for row, value in sizes.figures:
        if row.vouched or not value or middle <= 1:
            continue
        least = smallest[-1] if abs(value) == smallest[0] else smallest[0]
        where = f"{row.record.where}: {value}"
        fraction = sizes.share and not row.stated and abs(value) <= 1
        if fraction and abs(value) * _APART < least:
            low = -1 if value < 0 else 0
            yield Wrong(f"{where} is between {low} and 1, other figures are not",
                        f"write 12.3 for 12.3 %, {_INSIST}")  # fmt: skip
        elif is_far(float(abs(value)), among, sizes.share) and not is_far(
            float(middle), sizes.yardsticks, sizes.share
        ):
            what = f"{where} is far from the other figures"
            yield Wrong(what, f"mend it, {_INSIST}")


def _together(sizes: _Sizes) -> Iterator[Wrong]:
    """Figures that are all far from what is known of the target."""
    middle = float(median(sizes.sizes))
    if any(row.vouched for row, _ in sizes.figures):
        return
    if is_far(middle, sizes.yardsticks, sizes.share, narrow=True):
        low, high = (
            roughly(float(size)) for size in (min(sizes.yardsticks), max(sizes.yardsticks))
        )
        known_is = f"all that is known of the target lies between {low} and {high}"
        what = f"the figures are about {roughly(middle)}, and {known_is} ({sizes.unit})"
        yield Wrong(what, f"add --scale with the factor, {_INSIST}")


def roughly(value: Decimal | float) -> str:
    """A size in three digits, as a person writes it.

    >>> roughly(252100), roughly(0.0456), roughly(1e20)
    ('252,000', '0.0456', '1e+20')
    """
    few = f"{value:.3g}"
    size = float(few)
    return f"{size:,.0f}" if 1000 <= abs(size) < 1e15 else few


def leaps(series: Series) -> Iterator[Wrong]:
    """A figure many times as large or small as its neighbour, or far beyond all recorded changes.

    It is of another unit, as when a table counts in millions from this year on. What a mapping says
    was said of an earlier file; only a scale that was given for this one ends the doubt.
    """
    plan, target = series.plan, series.target
    if plan.looked:
        return
    recorded = sorted(_line_of(series.known, target), key=_by_end)
    fresh = {row.fact.period: row for row in series.valued
             if counts(row.fact, target) and not is_beyond(row.fact, target)}  # fmt: skip
    far = _SLIP**2 if target.kind == "total" else _SLIP
    leap = _slip(recorded, fresh, far, is_share(series.unit))
    if not leap and target.kind != "annual":
        leap = _jump(recorded, fresh)
    if leap:
        scale = f"{plan.scale or Decimal(1):f}"  # another one would take the place of the mapping's
        remedy = f"mend it, or add --scale {scale} if they are all in the unit"
        yield Wrong(f"{leap}", remedy)


def _slip(
    recorded: list[Observation], fresh: Mapping[Period, Counted], far: int, share: bool
) -> str:
    """So many times the neighbour within three years, or a hundred times; "" if there is none.

    What is small may be so many times as large at once: 2 and 45 firms, 0.2 and 4.3 per cent; and a
    rate of growth may turn from 1.1 to -11.4.
    """
    least = 10 if share else 100
    line = {fact.period: fact for fact in recorded}
    line |= {period: row.fact for period, row in fresh.items()}
    for before, after in pairwise(sorted(line.values(), key=_by_end)):
        figure, neighbour = (after, before) if after.period in fresh else (before, after)
        if figure.period not in fresh or before.period.kind != after.period.kind:
            continue
        less, more = sorted((abs(Decimal(before.value)), abs(Decimal(after.value))))
        near = (after.period.end - before.period.end).days <= _NEAR
        turned = share and (before.value < 0) != (after.value < 0)
        if less and more >= least and more >= less * (far if near and not turned else _SLIP**2):
            where = fresh[figure.period].record.where
            return f"{where}: {figure.value} stands beside {neighbour.value} of {neighbour.period}"
    return ""


def _jump(recorded: list[Observation], fresh: Mapping[Period, Counted]) -> str:
    """The first new figure: twice or half the last one, by a change never seen; "" if it is not."""
    values = [Decimal(fact.value) for fact in recorded]
    most = greatest_change(values)
    later = [row for row in fresh.values() if recorded and row.fact.period > recorded[-1].period]
    if len(values) < _LEAST or not most or not later:
        return ""
    row = min(later, key=lambda row: _by_end(row.fact))
    if not is_leap(Decimal(row.fact.value), values[-1], most):
        return ""
    where = row.record.where
    return f"{where}: {row.fact.value} follows {values[-1]}, which never changed by over {most}"


def _line_of(known: list[Observation], target: Target) -> list[Observation]:
    """The figures of a series that count, of each period the one published last."""
    latest = sorted(known, key=lambda fact: fact.vintage)
    return list({fact.period: fact for fact in latest if counts(fact, target)}.values())


def _by_end(fact: Observation) -> tuple[dt.date, dt.date]:
    return fact.period.end, fact.period.start


def odd(series: Series) -> Iterator[Wrong]:
    """A share that is not that of its parts, and a running total, or one of a year, that falls."""
    rows, target = series.valued, series.target
    for row in rows:
        if unlike := unlike_its_parts(row.fact, series.unit):
            yield Wrong(f"{row.record.where}: {unlike}", "mend one of the three")
            return
    if target.kind not in ("total", "annual") or any(row.scaled for row in rows):
        return
    new = {row.fact.period: row for row in rows if counts(row.fact, target)}
    line = {fact.period: fact for fact in _line_of(series.known, target)}
    line |= {period: row.fact for period, row in new.items()}
    if target.kind == "annual":
        yield from _taken_back(line.values(), new)
        return
    for before, after in pairwise(sorted(line.values(), key=_by_end)):
        fresh = after.period in new or before.period in new
        if fresh and after.value < before.value:
            what = f"{after.value} of {after.period} is less than {before.value} before"
            yield Wrong(what, "record running totals, or add --scale 1 if the total was lowered")
            return


def _taken_back(line: Iterable[Observation], new: Container[Period]) -> Iterator[Wrong]:
    """An amount since a year began that is less than the one before, if no note says why."""
    for before, after in taken_back(line):
        if not after.note and (after.period in new or before.period in new):
            what = (
                f"{after.value} of {after.period} is less than {before.value} of {before.period},"
                " both since the year began"
            )
            yield Wrong(what, "record all since it began, or add --scale 1 if it was lowered")
            return


def _apart(values: list[tuple[Counted, Decimal]], known: list[Observation]) -> int:
    """By what power of ten the figures differ from those of the same periods; 0 if they do not."""
    values_of_periods = {fact.period.text: Decimal(fact.value) for fact in known}
    ratios = []
    for row, value in values:
        recorded = values_of_periods.get(row.fact.period.text)
        if recorded and value and (recorded > 0) == (value > 0):
            ratios.append(log10(float(abs(value))) - log10(float(abs(recorded))))
    if not ratios:
        return 0
    power = round(median(ratios))
    return power if power and abs(median(ratios) - power) < 0.1 else 0
