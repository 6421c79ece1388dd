"""Amounts in one named year: what is known of that year, and of no other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from kpi.assess.evidence.forecasts import foreseen
from kpi.assess.evidence.known import Known
from kpi.assess.evidence.limit_logic import excludes
from kpi.assess.goal_met import named_year
from kpi.facts.periods import Period
from kpi.facts.records import Observation
from kpi.values import dataclass, replace

#: Kinds of parts of a year that are added up.
_KINDS = ("semester", "quarter", "month", "week")


@dataclass(frozen=True, slots=True)
class YearFigure:
    """The amount of the named year so far, from one figure or from the sum of its parts."""

    exact: Decimal
    last: Observation  # the figure, or the latest of the parts
    complete: bool  # whether it covers the whole year
    share_of_year: float  # covered
    parts: tuple[Observation, ...]  # that were added up; the one figure, if it is one
    grows: bool = True  # whether nothing that is known of the year takes something back
    confirmed: dt.date | None = None  # by the last limit of the whole year that agrees with it

    @property
    def value(self) -> float:
        """The amount as a float."""
        return float(self.exact)

    @property
    def said(self) -> dt.date:
        """The day of the last publication that says so."""
        return max(self.last.published, self.confirmed or self.last.published)

    @property
    def foreseen(self) -> bool:
        """Whether some of it is a plan, or was told before it was over."""
        return any(map(foreseen, self.parts))


def year_figure(seen: Known) -> YearFigure | None:
    """What is known of the named year; None if nothing is.

    A figure of the whole year wins, unless it is a plan and the results of all its parts are known,
    or of some of them that are more than it; a limit, or an amount up to the last day, yields to
    all its parts if they came out later, and to some that are more than it.
    Otherwise parts of one kind that follow each other from the first day on are added up; a figure
    of a single day is the amount up to that day. A budget is a figure where the target counts
    budgets.
    """
    year = named_year(seen.goal)
    inside = [one for one in seen.line.values if year.holds(one.period)]
    whole = _of_the_whole(inside, year)
    if whole is None:
        return _from_parts(inside, year, seen)
    figure = YearFigure(Decimal(whole.value), whole, True, 1.0, (whole,),
                        confirmed=_confirmed(inside, year, whole))  # fmt: skip
    results = [one for one in inside if not foreseen(one)]
    if foreseen(whole):
        found = _from_parts(results, year, seen)
        outdone = found is not None and (
            found.complete or (found.grows and found.exact > figure.exact)
        )
    elif whole.bound != "=" or whole.period.kind == "day":
        found = _from_parts([one for one in results if not is_whole(one, year)], year, seen)
        outdone = found is not None and _replaces(found, figure)
    else:
        return figure
    return found if outdone else figure


def _of_the_whole(inside: list[Observation], year: Period) -> Observation | None:
    """The figure or limit of the whole year that is in force; None if only parts are known.

    An amount up to the year's last day is the year's. Of two the later publication counts, and of
    one day's the longer period; a limit that agrees with a figure leaves it as it is, and a plan
    says nothing against a result.
    """
    ends = [one for one in inside if is_whole(one, year)]
    if all(map(foreseen, ends)):
        named = [one for one in ends if one.period.start == year.start or one.bound != "="]
        return named[-1] if named else None
    found: Observation | None = None
    for one in sorted(ends, key=lambda one: (one.published, -one.period.start.toordinal())):
        if foreseen(one):
            continue
        agrees = (
            found is not None and found.bound == "=" != one.bound and not excludes(one, found.value)
        )
        found = found if agrees else one
    return found


def is_whole(one: Observation, year: Period) -> bool:
    """Whether a figure is of the whole year; an amount up to its last day is."""
    begins = one.period.start == year.start or one.period.kind == "day"
    return begins and one.period.end == year.end


def _confirmed(inside: list[Observation], year: Period, whole: Observation) -> dt.date:
    """When it was said last that the year's figure holds, be it by a limit that agrees with it."""
    return max(
        one.published
        for one in inside
        if one is whole
        or (one.bound != "=" and is_whole(one, year) and not foreseen(one)
            and not (whole.bound == "=" and excludes(one, whole.value)))
    )  # fmt: skip


def _replaces(found: YearFigure, whole: YearFigure) -> bool:
    """Whether parts that came out later go before a limit, or an amount up to the last day.

    All of them do, and some of which the sum is more than the year is said to be.
    """
    if max(part.published for part in found.parts) <= whole.said:
        return False
    more = whole.last.bound != ">=" and found.exact > whole.exact
    return found.complete or (found.grows and more)


def _grows(inside: list[Observation], year: Period, seen: Known) -> bool:
    """Whether no part is below zero, and no amount up to a day less than one up to a day before.

    Nor may the series have been below zero in another year: a balance can fall again in this one.

    What is added up from the first day on is an amount up to a day, too. So is a limit from the
    first day on: "at most 90" by September after 120 by March shows that something was taken back.
    What was published after a limit goes before it.
    """
    figures, limits = [one for one in inside if one.bound == "="], _upper_limits(seen)
    ends = [(one.period.end, one.value, one.published)
            for one in figures if one.period.kind == "day"]  # fmt: skip
    for kind in _KINDS:
        total, published = Decimal(0), dt.date.min
        for one in _following([one for one in figures if one.period.kind == kind], year):
            total, published = total + one.value, max(published, one.published)
            ends.append((one.period.end, total, published))
    ends.sort(key=itemgetter(0))
    most: Decimal | int | None = None
    for _, same in groupby(ends, key=itemgetter(0)):
        amounts = [amount for _, amount, _ in same]
        if most is not None and min(amounts) < most:
            return False
        most = max(amounts) if most is None else max(most, *amounts)
    up_to = [one for one in limits if one.period.start == year.start or one.period.kind == "day"]
    for one in up_to:
        if any(end <= one.period.end and amount > one.value and published <= one.published
               for end, amount, published in ends):  # fmt: skip
            return False
    return all(one.value >= 0 for one in (*seen.line.values, *limits))


def _upper_limits(seen: Known) -> list[Observation]:
    """What is known of parts of the year to be at most so much."""
    year = named_year(seen.goal)
    return [one for one in (*seen.line.values, *seen.line.uncounted)
            if one.bound == "<=" and not foreseen(one) and one.status in seen.target.counts
            and year.holds(one.period) and not is_whole(one, year)]  # fmt: skip


def _from_parts(inside: list[Observation], year: Period, seen: Known) -> YearFigure | None:
    """The sum that covers most of the year, or the amount up to a day of it."""
    exact = [one for one in inside if one.bound == "="]  # a sum of bounds is none
    sums = [_added([one for one in exact if one.period.kind == kind], year) for kind in _KINDS]
    days = [one for one in exact if one.period.kind == "day"]
    sums.append(_figure(Decimal(days[-1].value), days[-1:], year) if days else None)
    found = [one for one in sums if one is not None]
    if not found:
        return None
    return replace(max(found, key=_rank), grows=_grows(inside, year, seen))


def _rank(one: YearFigure) -> tuple[float, bool, dt.date]:
    """What covers more comes first, then results, then what was published last."""
    return one.share_of_year, not one.foreseen, max(part.published for part in one.parts)


def _added(parts: list[Observation], year: Period) -> YearFigure | None:
    added = list(_following(parts, year))
    total = sum((Decimal(one.value) for one in added), Decimal(0))
    return _figure(total, added, year) if added else None


def _following(parts: list[Observation], year: Period) -> Iterator[Observation]:
    """The parts that follow each other from the first day of the year on."""
    following = year.start.toordinal()
    for one in parts:
        if one.period.start.toordinal() != following:
            return
        yield one
        following = one.period.end.toordinal() + 1


def _figure(value: Decimal, parts: list[Observation], year: Period) -> YearFigure:
    days, last = (year.end - year.start).days + 1, parts[-1]
    covered = (last.period.end - year.start).days + 1
    return YearFigure(value, last, covered == days, covered / days, tuple(parts))


def later_parts(seen: Known) -> bool:
    """Whether there are figures of parts of the year that do not begin with it."""
    year = named_year(seen.goal)
    return any(year.holds(one.period) and one.period.start > year.start for one in seen.line.values)
