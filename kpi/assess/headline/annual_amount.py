"""Amounts in one named year: what is known of that year, and of no other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from operator import attrgetter, itemgetter

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
    year: Period  # that the goal names
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
    def since(self) -> Period:
        """The first period that it covers: of an amount up to a day the year's first month."""
        first, start = self.parts[0].period, self.year.start
        return first if first.kind != "day" else Period.parse(start.isoformat()[: len("2026-01")])

    @property
    def said_on(self) -> dt.date:
        """The day of the last publication that says so."""
        return max(self.last.published, self.confirmed or self.last.published)

    @property
    def foreseen(self) -> bool:
        """Whether some of it is a plan, or was told before it was over."""
        return any(map(foreseen, self.parts))


def year_figure(seen: Known) -> YearFigure | None:
    """What is known of the named year; None if nothing is.

    A figure of the whole year wins, unless it is a plan and the results of all its parts are known,
    or of some of them that are more than it, before which no sum with a plan goes, either; a limit,
    or an amount up to the last day, yields to all its parts if they came out later, and to some
    that are more than it.
    Otherwise parts that follow each other from the first day on are added up, of one kind, or
    of several (a half-year, then quarters) where these cover more; a figure
    of a single day is the amount up to that day, to which parts are added that follow it. A budget
    is a figure where the target counts budgets.
    """
    year = named_year(seen.goal)
    inside = [figure for figure in seen.line.values if year.holds(figure.period)]
    results = [figure for figure in inside if not foreseen(figure)]
    whole = _of_the_whole(inside, year)
    if whole is None:
        summed, of_results = (_from_parts(parts, year, seen) for parts in (inside, results))
        return of_results if _outdoes(of_results, summed) else summed
    amount = YearFigure(Decimal(whole.value), year, whole, True, 1.0, (whole,),
                        confirmed=_confirmed(inside, year, whole))  # fmt: skip
    if foreseen(whole):
        summed = _from_parts(results, year, seen)
        outdone = _outdoes(summed, amount)
    elif whole.bound != "=" or whole.period.kind == "day":
        parts = [figure for figure in results if not is_whole(figure, year)]
        summed = _from_parts(parts, year, seen)
        outdone = summed is not None and _replaces(summed, amount)
    else:
        return amount
    return summed if outdone else amount


def _outdoes(results: YearFigure | None, amount: YearFigure | None) -> bool:
    """Whether results go before what is partly a plan: those of the whole year, or more than it."""
    if results is None or amount is None or not amount.foreseen:
        return False
    return results.complete or (results.grows and results.exact > amount.exact)


def _of_the_whole(inside: list[Observation], year: Period) -> Observation | None:
    """The figure or limit of the whole year that is in force; None if only parts are known.

    An amount up to the year's last day is the year's. Of two the later publication counts, and of
    one day's the longer period; a limit that agrees with a figure leaves it as it is, and a plan
    says nothing against a result.
    """
    ends = [figure for figure in inside if is_whole(figure, year)]
    results = [figure for figure in ends if not foreseen(figure)]
    if not results:
        named = [f for f in ends if f.period.start == year.start or f.bound != "="]
        return named[-1] if named else None
    whole: Observation | None = None
    for figure in sorted(results, key=lambda f: (f.published, -f.period.start.toordinal())):
        agrees = (
            whole is not None
            and whole.bound == "=" != figure.bound
            and not excludes(figure, whole.value)
        )
        whole = whole if agrees else figure
    return whole


def is_whole(figure: Observation, year: Period) -> bool:
    """Whether a figure is of the whole year; an amount up to its last day is."""
    begins = figure.period.start == year.start or figure.period.kind == "day"
    return begins and figure.period.end == year.end


def _confirmed(inside: list[Observation], year: Period, whole: Observation) -> dt.date:
    """When it was said last that the year's figure holds, be it by a limit that agrees with it."""
    limits = [f for f in inside if f.bound != "=" and is_whole(f, year) and not foreseen(f)]
    if whole.bound == "=":
        limits = [limit for limit in limits if not excludes(limit, whole.value)]
    return max(figure.published for figure in (whole, *limits))


def _replaces(summed: YearFigure, whole: YearFigure) -> bool:
    """Whether parts that came out later go before a limit, or an amount up to the last day.

    All of them do, and some of which the sum is more than the year is said to be.
    """
    if max(part.published for part in summed.parts) <= whole.said_on:
        return False
    more = whole.last.bound != ">=" and summed.exact > whole.exact
    return summed.complete or (summed.grows and more)


def _grows(inside: list[Observation], year: Period, seen: Known) -> bool:
    """Whether no part is below zero, and no amount up to a day less than one up to a day before.

    Nor may the series have been below zero in another year: a balance can fall again in this one.

    A limit from the first day on is one of an amount up to a day: "at most 90" by September after
    120 by March shows that something was taken back, and so does 110 by September after "at least
    120" by March. What was published after a limit goes before it.
    """
    limits = [limit for limit in _limits_of_parts(seen) if not foreseen(limit)]
    at_most = [limit for limit in limits if limit.bound == "<="]
    if any(figure.value < 0 for figure in (*seen.line.values, *at_most)):
        return False
    ends = _amounts_by_day(inside, year)
    if _falls(ends):
        return False
    for limit in limits:
        if limit.period.start == year.start or limit.period.kind == "day":
            taken_back = _passed if limit.bound == "<=" else _outlived
            if taken_back(limit, ends):
                return False
    return True


#: The amount from the first day of a year up to a day, and the day on which that was published.
_Amount = tuple[dt.date, Decimal, dt.date]


def _amounts_by_day(inside: list[Observation], year: Period) -> list[_Amount]:
    """The amounts up to each day; what is added up from the first day on is such an amount, too."""
    figures = [figure for figure in inside if figure.bound == "="]
    ends = [(figure.period.end, Decimal(figure.value), figure.published)
            for figure in figures if figure.period.kind == "day"]  # fmt: skip
    of_kinds = [[part for part in figures if part.period.kind == kind] for kind in _KINDS]
    for parts in (*of_kinds, _longest(figures)):
        total, published = Decimal(0), dt.date.min
        for part in _following(parts, year.start.toordinal()):
            total, published = total + part.value, max(published, part.published)
            ends.append((part.period.end, total, published))
    for day in [figure for figure in figures if figure.period.kind == "day"]:
        total, published = Decimal(day.value), day.published
        for part in _onward(day, figures):
            total, published = total + part.value, max(published, part.published)
            ends.append((part.period.end, total, published))
    return sorted(ends, key=itemgetter(0))


def _falls(ends: list[_Amount]) -> bool:
    """Whether an amount up to a day is less than one up to a day before."""
    most = Decimal("-Infinity")
    for _, same in groupby(ends, key=itemgetter(0)):
        amounts = [amount for _, amount, _ in same]
        if min(amounts) < most:
            return True
        most = max(most, *amounts)
    return False


def _passed(most: Observation, ends: list[_Amount]) -> bool:
    """Whether a year's amount was more by a day than it may be by that day or a later one."""
    return any(end <= most.period.end and amount > most.value and published <= most.published
               for end, amount, published in ends)  # fmt: skip


def _outlived(least: Observation, ends: list[_Amount]) -> bool:
    """Whether a year's amount by a later day is less than it was, unless that was taken back."""
    last, less = least.period.end, [end for end in ends if end[1] < least.value]
    again = any(end == last and published >= least.published for end, _, published in less)
    return not again and any(end > last for end, _, _ in less)


def _limits_of_parts(seen: Known) -> list[Observation]:
    """What is known of parts of the year to be at most, or at least, so much."""
    limits = limits_in(seen, (*seen.line.values, *seen.line.uncounted))
    return [limit for limit in limits if not is_whole(limit, named_year(seen.goal))]


def limits_in(seen: Known, figures: Iterable[Observation]) -> list[Observation]:
    """Of some figures the limits that count, of the named year or of a part of it."""
    year, counts = named_year(seen.goal), seen.target.counts
    return [figure for figure in figures
            if figure.bound != "=" and figure.status in counts
            and year.holds(figure.period)]  # fmt: skip


def _from_parts(inside: list[Observation], year: Period, seen: Known) -> YearFigure | None:
    """The sum that covers most of the year, or the amount up to a day of it."""
    exact = [figure for figure in inside if figure.bound == "="]  # a sum of bounds is none
    sums = [_added([f for f in exact if f.period.kind == kind], year) for kind in _KINDS]
    days = [figure for figure in exact if figure.period.kind == "day"]
    sums += [_since_a_day(days, exact, year)] if days else []
    amounts = [amount for amount in sums if amount is not None]
    joined = _added(_longest(exact), year)
    if joined and all(joined.share_of_year > amount.share_of_year for amount in amounts):
        amounts = [joined]  # else those of one kind go first
    if not amounts:
        return None
    return replace(max(amounts, key=_rank), grows=_grows(inside, year, seen))


def _since_a_day(days: list[Observation], exact: list[Observation], year: Period) -> YearFigure:
    """The last amount up to a day and what follows it; or one before it that leads farther.

    So the fourth quarter is added to the amount up to September although one up to 20 December was
    told in between. What was all published before the last amount up to a day yields to it.
    """
    last, *before = reversed([_summed([day, *_onward(day, exact)], year) for day in days])
    said = days[-1].published
    newer = [sum_ for sum_ in before if max(part.published for part in sum_.parts) >= said]
    return max((last, *newer), key=attrgetter("share_of_year"))  # the last one of those alike


def _rank(amount: YearFigure) -> tuple[float, bool, list[dt.date]]:
    """What covers more comes first, then results, then what was published last.

    Where that is a part of both, as the third quarter after two others and after an amount up to
    June, the publication of the rest decides; what has no more parts is the newest of all.
    """
    published = sorted((part.published for part in amount.parts), reverse=True)
    return amount.share_of_year, not amount.foreseen, [*published, dt.date.max]


def _added(parts: list[Observation], year: Period) -> YearFigure | None:
    added = list(_following(parts, year.start.toordinal()))
    return _summed(added, year) if added else None


def _longest(figures: list[Observation]) -> list[Observation]:
    """Of the parts that begin on one day the longest: a half-year goes on with a quarter."""
    parts = [figure for figure in figures if figure.period.kind in _KINDS]
    longest = {part.period.start: part for part in parts}  # which ascend by their last days
    return list(longest.values())


def _onward(day: Observation, figures: list[Observation]) -> Iterator[Observation]:
    """The parts that follow each other from the day after an amount up to a day on."""
    return _following(_longest(figures), day.period.end.toordinal() + 1)


def _following(parts: list[Observation], first: int) -> Iterator[Observation]:
    """The parts that follow each other from a day on, which is given as its ordinal."""
    following = first
    for part in sorted(parts, key=attrgetter("period.start")):
        if part.period.start.toordinal() < following:
            continue
        if part.period.start.toordinal() != following:
            return
        yield part
        following = part.period.end.toordinal() + 1


def _summed(parts: list[Observation], year: Period) -> YearFigure:
    days, last = (year.end - year.start).days + 1, parts[-1]
    covered = (last.period.end - year.start).days + 1
    total = sum((Decimal(part.value) for part in parts), Decimal(0))
    return YearFigure(total, year, last, covered == days, covered / days, tuple(parts))


def uncounted_parts(seen: Known) -> tuple[Observation, ...]:
    """The figures of parts of the year that are later than all that its amount is made of.

    Something is missing before them, so that nobody can add them up.
    """
    year, amount = named_year(seen.goal), year_figure(seen)
    if amount is None:
        return ()
    return tuple([figure for figure in seen.line.measured
                  if year.holds(figure.period) and figure.bound == "="
                  and figure.period.end > amount.last.period.end])  # fmt: skip


def later_parts(seen: Known) -> bool:
    """Whether there are figures of parts of the year that do not begin with it."""
    year = named_year(seen.goal)
    periods = (figure.period for figure in seen.line.values)
    return any(year.holds(period) and period.start > year.start for period in periods)


def begins_with_limit(seen: Known) -> bool:
    """Whether of the first part of the year a limit is known, and no figure."""
    start = named_year(seen.goal).start
    return any(limit.period.start == start for limit in _limits_of_parts(seen))
