"""A series as it was known on a day: which figure counts for each period, and what it replaced."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter
from itertools import compress
from operator import attrgetter, is_, ne, not_

from kpi.assess.case import Point, end_of
from kpi.assess.evidence.forecasts import (
    expected_only,
    foreseen,
    is_forecast,
    told_ahead,
    without_ahead,
)
from kpi.assess.evidence.limit_logic import excludes
from kpi.assess.goal_met import good_side, meets, named_year
from kpi.facts.periods import Period
from kpi.facts.records import AHEAD, MAIN, PLANS, Goal, Observation, Series, Target, corrected
from kpi.values import NamedTuple, dataclass

#: Of series of fewer figures nothing is kept for the next day.
LONG = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One series as it was known: the value in force for each period, and what it replaced.

    `values` ascend by the last days of their periods. `replaced` holds earlier vintages, forecasts
    and plans that results have overtaken, and what is `uncounted` and was said again. `uncounted`
    are the figures that are shown and never judged here: plans and budgets, unless the target
    counts them, forecasts that say nothing of what is, limits that do not show by themselves that
    the goal is met, and figures of another period that ends on the same day as the judged one.
    """

    series: Series
    judged: bool
    values: tuple[Observation, ...]
    replaced: tuple[Observation, ...]
    uncounted: tuple[Observation, ...]
    expects: bool = False  # whether some of `values` are forecasts

    @property
    def facts(self) -> tuple[Observation, ...]:
        """Every figure that was known, counted or not."""
        return (*self.uncounted, *self.values, *self.replaced)

    @property
    def measured(self) -> tuple[Observation, ...]:
        """The values without forecasts."""
        if not self.expects:
            return self.values
        return tuple([figure for figure in self.values if not is_forecast(figure)])

    def without_forecasts(self, points: tuple[Point, ...]) -> tuple[Point, ...]:
        """Those of its points that were measured; the same tuple where no value is a forecast."""
        if not self.expects:
            return points
        expected = {figure.period.end for figure in self.values if is_forecast(figure)}
        return tuple([point for point in points if point.period.end not in expected])


class _Asked(NamedTuple):
    """For what a line is settled: for a target and the goals that were known, on a day."""

    target: Target
    goals: tuple[Goal, ...]  # announced by then
    goal: Goal  # the judged one
    on: dt.date


def comparable(line: Line, target: Target) -> bool:
    """Whether a series may be judged against the target's own wording."""
    return line.series.comparable != "no" and line.series.unit in (None, target.unit)


def lines_of(
    target: Target,
    observations: tuple[Observation, ...],
    goals: tuple[Goal, ...],
    goal: Goal,
    on: dt.date,
    as_of: dt.date,
) -> tuple[Line, ...]:
    """Every declared series, and `main` if it is used, with what was published by `as_of`."""
    published = [fact for fact in observations if fact.published <= as_of]
    ids = dict.fromkeys([*(series.id for series in target.series), *map(_series, published)])
    by_series: dict[str, list[Observation]] = {id_: [] for id_ in ids}
    if len(ids) == 1:
        by_series = dict.fromkeys(ids, published)
    else:
        for fact in published:
            by_series[fact.series].append(fact)
    declared = {series.id: series for series in target.series}
    if target.judged_series == MAIN:
        by_series.setdefault(MAIN, [])
    asked = _Asked(target, goals, goal, on)
    return tuple([
        _settled(declared.get(id_) or Series(id_, target.where), facts, asked)
        for id_, facts in by_series.items()
    ])  # fmt: skip


class _Plain(NamedTuple):
    """A series of which each figure is of a period and a day of its own, without limits and plans.

    None of them can take the place of another one, whatever the day is: on each day those count of
    which the period is over, and of the others it is asked one by one. The forecasts among them are
    the last ones: no result is younger. Where all are of one kind of period there may be vintages
    (`revised`): then it holds for days on which all of those periods are over.
    """

    ordered: tuple[Observation, ...]
    ends: list[dt.date]
    early: tuple[Observation, ...] = ()  # forecasts that never count
    replaced: tuple[Observation, ...] = ()  # forecasts that are overtaken, or earlier vintages
    revised: bool = False


def _settled(series: Series, facts: list[Observation], asked: _Asked) -> Line:
    """What `_line` gives, in a third of its time where a series is plain, as most are."""
    plain = _kept_plain(series, facts, asked) if len(facts) >= LONG else _plain(facts, asked)
    if plain is None or (plain.revised and plain.ends[-1] > asked.on):
        return _line(series, facts, asked)
    count = bisect_right(plain.ends, asked.on)
    while count and is_forecast(plain.ordered[count - 1]):
        count -= 1
    values, uncounted = list(plain.ordered[:count]), list(plain.early)
    for figure in plain.ordered[count:]:
        (values if _counts(figure, asked) else uncounted).append(figure)
    if plain.early:
        uncounted.sort(key=_in_order)
    judged, expects = series.id == asked.target.judged_series, any(map(is_forecast, values[count:]))
    return Line(series, judged, tuple(values), plain.replaced, tuple(uncounted), expects)


_MOST_KEPT = 4
_kept: dict[tuple[str, str, dt.date | None], tuple[list[Observation], _Plain | None]] = {}


def _kept_plain(series: Series, facts: list[Observation], asked: _Asked) -> _Plain | None:
    """What `_plain` gives, kept for the next day: a feed asks for it on hundreds of days, of as
    many as 20,000 figures. They are told by their places in memory.

    Equal ones will not do: who shows a line looks for its facts among those of the book.
    """
    key = asked.target.id, series.id, asked.goal.due
    kept = _kept.get(key)
    if kept and len(kept[0]) == len(facts) and all(map(is_, kept[0], facts)):
        return kept[1]
    if len(_kept) >= _MOST_KEPT:
        _kept.clear()
    plain = _plain(facts, asked)
    _kept[key] = facts, plain
    return plain


def _plain(facts: list[Observation], asked: _Asked) -> _Plain | None:
    """The facts as a plain series; None if they are none. Part by part, not one by one."""
    statuses, counts = set(map(_status, facts)), asked.target.counts
    if not statuses.isdisjoint(PLANS) or not statuses.issubset(counts):
        return None
    if not _ALONE.issuperset(map(_bound, facts)) or max(map(_revision, facts), default=1) > 1:
        return None
    if "estimated" in statuses:
        return _plain_ahead(facts, asked)
    if _once(facts):
        ordered = sorted(facts, key=end_of)
        return _Plain(tuple(ordered), list(map(end_of, ordered)))
    if len(set(map(_kind, facts))) > 1:
        return None
    ordered = sorted(sorted(facts, key=_published), key=end_of)  # as by `_in_order`, in less time
    ends = list(map(end_of, ordered))
    last = [*map(ne, ends, ends[1:]), True]  # no two periods of a kind share their last day
    replaced = compress(ordered, map(not_, last))
    return _Plain(tuple(compress(ordered, last)), list(compress(ends, last)), (), tuple(replaced),
                  revised=True)  # fmt: skip


def _plain_ahead(facts: list[Observation], asked: _Asked) -> _Plain | None:
    """The same, where there are estimates, of which some may be forecasts."""
    if asked.target.kind == "milestone":
        return None
    rest, overtaken, early = without_ahead(facts, asked.target, asked.goal.due)
    if not _once(rest) or not _once(early):
        return None
    again = {figure.period.end for figure in rest if figure.status == "estimated"}
    if not again.isdisjoint(map(end_of, early)):  # on some days the later of the two replaces it
        return None
    ordered = sorted(rest, key=end_of)
    expected = list(map(is_forecast, ordered))
    if expected != sorted(expected):  # one of the time up to the deadline, before a later value
        return None
    overtaken.sort(key=_in_order)
    return _Plain(tuple(ordered), list(map(end_of, ordered)), tuple(early), tuple(overtaken))


def _once(facts: list[Observation]) -> bool:
    """Whether each figure has a last day of its own."""
    return len(set(map(end_of, facts))) == len(facts)


def _line(series: Series, facts: list[Observation], asked: _Asked) -> Line:
    """One series: of each period the figure in force, and of each day one period.

    A correction takes the place of what it corrects whatever it says: a value that turns out to be
    a plan is gone. Of two publications the later one counts, also where it gives only a limit; one
    that agrees with the value leaves it as it is, and so does a plan that is said again.
    """
    target, on, counts = asked.target, asked.on, asked.target.counts
    values: dict[str, Observation] = {}
    facts, replaced = corrected(facts)
    ahead = told_ahead(facts)
    overtaken, uncounted = list[Observation](), list[Observation]()
    if ahead:
        facts, overtaken, uncounted = without_ahead(facts, target, asked.goal.due)
    early = bool(uncounted)
    last_end, last_name, shared = None, "", False  # whether two periods end on one day
    for figure in sorted(facts, key=_in_order):
        name, end = figure.period.text, figure.period.end
        in_force = values.get(name)
        if figure.bound != "=" or end > on or figure.status not in counts:
            refuted = in_force is not None and _refutes(figure, in_force, counts, on)
            agrees = in_force is not None and not refuted and _agrees(figure, in_force)
            if agrees or not _counts(figure, asked):
                uncounted.append(figure)
                if refuted:
                    replaced.append(values.pop(name))
                continue
        if in_force is not None:
            replaced.append(values.pop(name))  # the later one stands last
        values[name] = figure
        shared = shared or (end == last_end and name != last_name)
        last_end, last_name = end, name
    counted = list(values.values())
    if shared and target.kind != "annual":  # the amounts of a year and of its last month are two
        counted, others = _one_a_day(counted, target.kind == "milestone")
        uncounted += others
    replaced += overtaken
    replaced.sort(key=_in_order)
    if early:
        uncounted.sort(key=_in_order)
    uncounted, again = _said_last(uncounted)
    judged, expects = series.id == target.judged_series, ahead and any(map(is_forecast, counted))
    return Line(series, judged, tuple(counted), tuple(replaced + again), tuple(uncounted), expects)


def _said_last(figures: list[Observation]) -> tuple[list[Observation], list[Observation]]:
    """Of each period, status and bound the last figure, and those before it."""
    last: dict[tuple[Period, str, str], Observation] = {}
    for figure in figures:
        key = (figure.period, figure.status, figure.bound)
        last.pop(key, None)  # the later one stands last
        last[key] = figure
    kept = set(map(id, last.values()))
    return list(last.values()), [figure for figure in figures if id(figure) not in kept]


def _one_a_day(
    figures: list[Observation], milestone: bool
) -> tuple[list[Observation], list[Observation]]:
    """Of figures that end on one day the one that is judged, and the others.

    A level has one value there. A result comes before what was foreseen. Of a year and its last
    quarter the kind counts of which the series has figures for most periods, and of as many the
    longer one. A single day is as good as the period that ends with it, so of the two the later
    publication counts, and of one day's the longer period; as for whether something is done, by
    whatever period. How often either was corrected says nothing of the other.
    """
    kinds = Counter(figure.period.kind for figure in figures)
    days: dict[dt.date, list[Observation]] = {}
    for figure in figures:
        days.setdefault(figure.period.end, []).append(figure)
    chosen, others = [], []
    for that_day in days.values():
        known = [figure for figure in that_day if not foreseen(figure)] or that_day
        spans = [figure for figure in known if figure.period.kind != "day"]
        usual = max(spans, key=lambda f: (kinds[f.period.kind], -f.period.start.toordinal()),
                   default=None)  # fmt: skip
        tied = known if milestone else [f for f in known if f is usual or f.period.kind == "day"]
        judged = max(tied, key=lambda figure: (figure.published, -figure.period.start.toordinal()))
        chosen.append(judged)
        others += [figure for figure in that_day if figure is not judged]
    return chosen, others


def _refutes(limit: Observation, value: Observation, counts: tuple[str, ...], on: dt.date) -> bool:
    """Whether a limit, published later for the same period, ends that a value or limit counts.

    "More than 100" leaves an exact 102 as it is, and takes the place of "more than 130".
    """
    if limit.bound == "=" or limit.status not in counts or not begun(limit, on):
        return False
    if value.bound == "=" and is_forecast(value) and not foreseen(limit):
        return False  # `without_ahead` has asked the limits that are in force
    return limit.bound == value.bound or excludes(limit, value.value)


def _agrees(limit: Observation, value: Observation) -> bool:
    """Whether a figure that does not refute a value is a limit beside it.

    Not one of a result beside a forecast: if it shows that the goal is met, no forecast is needed.
    """
    return limit.bound != "=" == value.bound and (foreseen(limit) or not foreseen(value))


_ALONE = frozenset(["="])
_revision, _status, _bound = map(attrgetter, ("revision", "status", "bound"))
_published, _kind, _series = map(attrgetter, ("published", "period.kind", "series"))
_in_order = attrgetter("period.end", "published", "revision", "period")


def begun(figure: Observation, on: dt.date) -> bool:
    """Whether a figure may count on a day: a forecast's period has begun, a result's has ended."""
    return (figure.period.start if figure.status in AHEAD else figure.period.end) <= on


def _counts(figure: Observation, asked: _Asked) -> bool:
    """Whether a figure is judged: by its status, its period and its bound.

    A period that has not begun by `on` has only plans, and so has one that is not over and ends
    after the deadline. A bound is no value; it counts where it shows by itself that the goal
    is met.
    """
    target, goal, on = asked.target, asked.goal, asked.on
    if figure.status not in target.counts or expected_only(figure, target) or not begun(figure, on):
        return False
    over = figure.period.end <= on
    if target.kind == "milestone":
        return over  # nothing is done by a forecast
    deadline = named_year(goal) if goal.by and target.kind == "annual" else goal.by
    in_time = deadline is None or figure.period.end <= deadline.end
    if figure.bound != "=":
        return over and in_time and not is_forecast(figure) and _shows(figure, asked)
    return over or in_time


def _shows(limit: Observation, asked: _Asked) -> bool:
    """Whether a limit shows that the goal is met; one that is older than it, that each goal is."""
    goal, direction = asked.goal, asked.target.direction
    older = goal.announced is not None and limit.period.end < goal.announced
    goals = asked.goals if older else (goal,)
    return all(_shows_met(limit, each, direction) for each in goals)


def _shows_met(limit: Observation, goal: Goal, direction: str) -> bool:
    """Whether each value that a limit leaves fulfils a goal. None shows that an amount was kept."""
    return limit.bound == good_side(goal, direction) and meets(limit.value, goal, direction)
