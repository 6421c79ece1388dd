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
from kpi.assess.goal_met import meets, named_year
from kpi.facts.periods import Period
from kpi.facts.records import AHEAD, MAIN, PLANS, Goal, Observation, Series, Target
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
    def measured(self) -> tuple[Observation, ...]:
        """The values without forecasts."""
        if not self.expects:
            return self.values
        return tuple([one for one in self.values if not is_forecast(one)])

    def without_forecasts(self, points: tuple[Point, ...]) -> tuple[Point, ...]:
        """Those of its points that were measured; the same tuple where no value is a forecast."""
        if not self.expects:
            return points
        expected = {one.period.end for one in self.values if is_forecast(one)}
        return tuple([one for one in points if one.period.end not in expected])


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
    seen = [one for one in observations if one.published <= as_of]
    ids = dict.fromkeys([*(series.id for series in target.series), *map(_series, seen)])
    found: dict[str, list[Observation]] = {id_: [] for id_ in ids}
    if len(ids) == 1:
        found = dict.fromkeys(ids, seen)
    else:
        for one in seen:
            found[one.series].append(one)
    declared = {series.id: series for series in target.series}
    if target.judged_series == MAIN:
        found.setdefault(MAIN, [])
    asked = _Asked(target, goals, goal, on)
    return tuple([
        _settled(declared.get(id_) or Series(id_, target.where), facts, asked)
        for id_, facts in found.items()
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
    for one in plain.ordered[count:]:
        (values if _counts(one, asked) else uncounted).append(one)
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
    found = _plain(facts, asked)
    _kept[key] = facts, found
    return found


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
    again = {one.period.end for one in rest if one.status == "estimated"}
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
    for one in sorted(facts, key=_in_order):
        name, end = one.period.text, one.period.end
        held = values.get(name)
        if one.bound != "=" or end > on or one.status not in counts:
            refuted = held is not None and _refutes(one, held, counts, on)
            agrees = held is not None and not refuted and _agrees(one, held)
            if agrees or not _counts(one, asked):
                uncounted.append(one)
                if refuted:
                    replaced.append(values.pop(name))
                continue
        if held is not None:
            replaced.append(values.pop(name))  # the later one stands last
        values[name] = one
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
    for one in figures:
        what = (one.period, one.status, one.bound)
        last.pop(what, None)  # the later one stands last
        last[what] = one
    kept = set(map(id, last.values()))
    return list(last.values()), [one for one in figures if id(one) not in kept]


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
    kinds = Counter(one.period.kind for one in figures)
    days: dict[dt.date, list[Observation]] = {}
    for one in figures:
        days.setdefault(one.period.end, []).append(one)
    chosen, others = [], []
    for same in days.values():
        able = [one for one in same if not foreseen(one)] or same
        spans = [one for one in able if one.period.kind != "day"]
        best = max(spans, key=lambda one: (kinds[one.period.kind], -one.period.start.toordinal()),
                   default=None)  # fmt: skip
        rest = [one for one in able if milestone or one is best or one.period.kind == "day"]
        judged = max(rest, key=lambda one: (one.published, -one.period.start.toordinal()))
        chosen.append(judged)
        others += [one for one in same if one is not judged]
    return chosen, others


def corrected(facts: list[Observation]) -> tuple[list[Observation], list[Observation]]:
    """The facts as they were corrected last, and what they said before."""
    if max(map(_revision, facts), default=1) == 1:
        return facts, []
    last: dict[tuple[str, dt.date], Observation] = {}
    for one in facts:
        name = (one.period.text, one.published)
        if name not in last or one.revision > last[name].revision:
            last[name] = one
    kept = set(map(id, last.values()))
    return list(last.values()), [one for one in facts if id(one) not in kept]


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


def begun(one: Observation, on: dt.date) -> bool:
    """Whether a figure may count on a day: a forecast's period has begun, a result's has ended."""
    return (one.period.start if one.status in AHEAD else one.period.end) <= on


def _counts(one: Observation, asked: _Asked) -> bool:
    """Whether a figure is judged: by its status, its period and its bound.

    A period that has not begun by `on` has only plans, and so has one that is not over and ends
    after the deadline. A bound is no value; it counts where it shows by itself that the goal
    is met.
    """
    target, goal, on = asked.target, asked.goal, asked.on
    if one.status not in target.counts or expected_only(one, target) or not begun(one, on):
        return False
    over = one.period.end <= on
    if target.kind == "milestone":
        return over  # nothing is done by a forecast
    deadline = named_year(goal) if goal.by and target.kind == "annual" else goal.by
    in_time = deadline is None or one.period.end <= deadline.end
    if one.bound != "=":
        return over and in_time and not is_forecast(one) and _shows(one, asked)
    return over or in_time


def _shows(limit: Observation, asked: _Asked) -> bool:
    """Whether a limit shows that the goal is met; one that is older than it, that each goal is."""
    goal, direction = asked.goal, asked.target.direction
    side = {"up": ">=", "down": "<="}.get(direction, goal.comparator.ljust(2, "="))
    older = goal.announced is not None and limit.period.end < goal.announced
    goals = asked.goals if older else (goal,)
    return limit.bound == side and all(meets(limit.value, each, direction) for each in goals)
