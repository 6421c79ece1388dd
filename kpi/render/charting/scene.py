"""What a chart of one target shows, as data: days, values and words, before any drawing.

`text.chart` draws it on a terminal and `web.svg` as a picture, so both show the same.

A figure stands at the last day of its period. Only the judged series is a line; figures of other
series are marks by themselves, and no line leads from one series to another.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial

from kpi.assess.path import Path, band
from kpi.assess.status import Status
from kpi.facts.periods import Period
from kpi.facts.records import PLANS, WITHDRAWN, Goal, Observation
from kpi.render.charting.axis import nice
from kpi.render.grid import width
from kpi.render.wording import words
from kpi.render.wording.signs import bounded
from kpi.values import dataclass, replace

#: A text beside a mark with its unit is no wider than this.
BESIDE = 16
#: How many straight pieces stand for a curved path.
PIECES = 10

#: What is written beside the mark of a value.
Say = Callable[[Decimal | bool], str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A value on a day. `kind` chooses its sign; `when` and `says` are its words.

    seen        a judged result            counted   a judged figure that is a plan or a budget
    limit       only a bound was given     uncounted shown and not judged
    replaced    an earlier vintage         rival     a figure of another series
    start       where the path starts      stated    the stated baseline, if it does not start there
    goal        the judged goal            earlier   a goal that is not judged
    """

    kind: str
    day: int  # ordinal
    value: float
    when: str
    says: str
    up: bool = True  # of a limit: whether the value is at least this
    status: str = "final"  # of a figure


@dataclass(frozen=True, slots=True)
class Curve:
    """A path as straight pieces between days."""

    shape: str
    points: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Fan:
    """The projection's range, opening from the latest value to its day."""

    start: int
    value: float
    end: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A chart before it is drawn. `marks` lie in the frame; `outside` counts rivals that do not."""

    marks: tuple[Mark, ...]
    curves: tuple[Curve, ...]
    fan: Fan | None
    first: int
    last: int
    ticks: tuple[float, ...]  # the lowest and the highest are the frame's edges
    labels: tuple[str, ...]
    unit: str
    judged_on: int | None
    falling: bool
    outside: int = 0

    @property
    def cut(self) -> tuple[bool, bool]:
        """Whether the projection's range goes on below the frame, and above it."""
        if self.fan is None:
            return False, False
        return self.fan.low < self.ticks[0], self.fan.high > self.ticks[-1]

    @property
    def beyond(self) -> bool:
        """Whether neither end of the projection's range is in the frame."""
        low, high = self.ticks[0], self.ticks[-1]
        return self.fan is not None and not any(
            low <= end <= high for end in (self.fan.low, self.fan.high)
        )

    @property
    def line(self) -> tuple[Mark, ...]:
        """The values that one line joins: all that are judged and exact."""
        return self.of("seen", "counted")

    def of(self, *kinds: str) -> tuple[Mark, ...]:
        """The marks of some kinds."""
        return tuple(mark for mark in self.marks if mark.kind in kinds)


def scene_of(status: Status, on: dt.date, lang: str) -> Scene | None:
    """The chart of a target for the day `on`.

    None where there is nothing to see: no figure and no path, or all on one day.
    """
    if isinstance(status.goal.value, bool) or status.target.kind == "milestone":
        return None
    says = partial(_beside, status, lang, _near(status))
    own = _own(status, lang, says)
    rivals = _rivals(status, lang)
    fan, curves = _fan(status, own), _curves(status)
    core = own or rivals
    days = [mark.day for mark in core] + [day for goal in goals_of(status) if (day := _end(goal))]
    values = [mark.value for mark in core] + [float(goal.value) for goal in goals_of(status)]
    for curve in curves:
        days += [day for day, _ in curve.points]
        values += [value for _, value in curve.points]
    if len(set(days)) < 2 or not all(map(math.isfinite, values)):
        return None
    if not curves and all(mark.kind in ("start", "stated") for mark in core):
        return None
    room = max(values) - min(values) or abs(values[0]) or 1.0
    if not math.isfinite(room):
        return None
    near_rivals = _near_rivals(rivals, days, values, room)
    first, last = _stretch(days, [mark.day for mark in near_rivals], on, status)
    ticks = tuple(nice(*_reach(values, [mark.value for mark in near_rivals], fan, room)))
    rivals_inside = [
        rival
        for rival in rivals
        if first <= rival.day <= last and ticks[0] <= rival.value <= ticks[-1]
    ]
    goals = [_goal(status, goal, last, says) for goal in goals_of(status)]
    return Scene(
        marks=(*rivals_inside, *own, *goals),
        curves=curves,
        fan=fan,
        first=first,
        last=last,
        ticks=ticks,
        labels=tuple(words.axis(ticks, status.target.unit, lang)),
        unit=words.amount(0, status.target.unit, lang).replace("0", "", 1).strip(),
        judged_on=on.toordinal() if first <= on.toordinal() <= last else None,
        falling=status.target.direction == "down",
        outside=len(rivals) - len(rivals_inside),
    )


# --- marks ------------------------------------------------------------------------------------


def _near(status: Status) -> float:
    """How far a text may be from its mark: a hundredth of what figures and goals stretch over."""
    stated = status.target.baseline
    values = [float(o.value) for o in status.judged_values] + [
        float(g.value) for g in goals_of(status)
    ]
    values += [float(stated.value)] if stated is not None and stated.value is not None else []
    return (max(values) - min(values)) / 100


def _own(status: Status, lang: str, says: Say) -> list[Mark]:
    """The figures of the judged series, what they replaced, and where the path starts.

    Where no value was stated it starts at one of these figures.
    """
    line = status.judged_line
    marks: list[Mark] = []
    if line is not None:
        replaced, seen = _published_once(line.replaced), status.judged_values
        if status.year_so_far is not None:  # a month's own value is none of the sums
            added = {part.period for part in status.year_so_far.parts[1:]}
            replaced = [o for o in replaced if o.period not in added]
        marks += _marks(replaced, "replaced", lang, says)
        marks += _marks(line.uncounted, "uncounted", lang, says)
        marks += _as_sums(_marks(seen, "seen", lang, says), status, lang)
    stated = status.target.baseline
    if stated is not None and stated.value is not None:
        here = stated.period.end.toordinal(), float(stated.value)
        if here not in [(mark.day, mark.value) for mark in marks]:
            kind, when = "stated" if status.rebased else "start", words.period(stated.period, lang)
            marks.append(Mark(kind, *here, when, says(stated.value)))
    return marks


def _as_sums(marks: list[Mark], status: Status, lang: str) -> list[Mark]:
    """The marks of the sums of a year, each told from the first period that it covers on."""
    if status.year_so_far is None:
        return marks
    since = words.period(status.year_so_far.since, lang)
    return [mark if nth == 0 else replace(mark, when=words.through(since, mark.when, lang))
            for nth, mark in enumerate(marks)]  # fmt: skip


def _published_once(replaced: tuple[Observation, ...]) -> list[Observation]:
    """Those among replaced figures that stood for their period until another one came.

    One that was withdrawn is left out: it was recorded by mistake, for a wrong period or series,
    and a mark would tell it as history of the indicator. The list of observations still has it.
    """
    withdrawn = {(o.period, o.published) for o in replaced if o.status == WITHDRAWN}
    return [o for o in replaced if (o.period, o.published) not in withdrawn]


def _marks(figures: Iterable[Observation], kind: str, lang: str, says: Say) -> list[Mark]:
    return [_mark(o, kind, lang, says) for o in figures if not isinstance(o.value, bool)]


def _beside(status: Status, lang: str, near: float, value: Decimal | bool) -> str:
    """A value beside its mark; a unit of many words stands above the axis, and in the figures."""
    goal, unit = status.goal.value, status.target.unit
    text = words.beside(value, goal, unit, lang, near)
    short = isinstance(value, bool) or width(text) <= BESIDE
    return text if short else words.beside(value, goal, words.bare(unit), lang, near)


def _mark(o: Observation, kind: str, lang: str, says: Say) -> Mark:
    told, when = bounded(o, says(o.value)), words.period(o.period, lang)
    day, shown = o.period.end.toordinal(), _kind_of(o, kind)
    return Mark(shown, day, float(o.value), when, told, o.bound != "<=", o.status)


def _kind_of(observation: Observation, kind: str) -> str:
    """The kind of the mark of a judged series' figure: what is no measured value looks like none.

    Of "seen" and "uncounted" a limit is "limit", and a judged plan or budget is "counted".
    """
    if observation.bound != "=" and kind in ("seen", "uncounted"):
        return "limit"
    return "counted" if kind == "seen" and observation.status in PLANS else kind


def _rivals(status: Status, lang: str) -> list[Mark]:
    """The figures of the other series that are counted in the same unit."""
    unit, says = status.target.unit, partial(_beside, status, lang, 0.0)
    return [
        mark
        for line in status.lines
        if not line.judged and line.series.unit in (None, unit)
        for mark in _marks(line.values, "rival", lang, says)
        if math.isfinite(mark.value)
    ]


def goals_of(status: Status) -> list[Goal]:
    """Every goal that is a number, the judged one last."""
    earlier = [g for g in status.goals if g != status.goal and not isinstance(g.value, bool)]
    return [*earlier, status.goal]


def _end(goal: Goal) -> int | None:
    return goal.due.toordinal() if goal.due else None


def _goal(status: Status, goal: Goal, last: int, says: Say) -> Mark:
    """A goal at its deadline, or at the edge where it has none; an earlier one with its date."""
    kind = "goal" if goal == status.goal else "earlier"
    when = f"{goal.announced:%Y-%m}" if goal.announced else ""
    return Mark(kind, _end(goal) or last, float(goal.value), when, says(goal.value))


# --- paths, projection, frame -----------------------------------------------------------------


def _curves(status: Status) -> tuple[Curve, ...]:
    case = status.path_case
    if case is None:
        return ()
    rows = [p.period.end.toordinal() for p in case.path] if isinstance(case.path, tuple) else []
    figures = [p.period.end.toordinal() for p in case.points]
    start = case.base.period.end.toordinal() if case.base else None
    if start is None:  # of announced rows the first one, of a value to be kept the first figure
        start = min(rows or figures, default=None)
    if case.deadline is not None:
        end = case.deadline.end.toordinal()
    else:  # as far as anything is compared with it
        end = max(rows + figures, default=0)
    if start is None or start >= end:
        return ()
    return tuple(_curve(path, start, end, rows) for path in band(case) if path.shape != "step")


def _curve(path: Path, start: int, end: int, rows: list[int]) -> Curve:
    if path.shape == "linear":
        days = [start, end]
    elif path.shape == "announced":
        days = sorted({start, end, *(day for day in rows if start < day < end)})
    else:
        days = [start + round((end - start) * n / PIECES) for n in range(PIECES + 1)]
    points = ((day, path.value_at(Period.of_day(dt.date.fromordinal(day)))) for day in days)
    return Curve(path.shape, tuple((day, value) for day, value in points if value is not None))


def _fan(status: Status, own: list[Mark]) -> Fan | None:
    projection = status.projection
    values = [mark for mark in own if mark.kind in ("seen", "counted")]
    if projection is None or not values or projection.date.toordinal() <= values[-1].day:
        return None
    last, end = values[-1], projection.date.toordinal()
    return Fan(last.day, last.value, end, projection.low, projection.high)


def _near_rivals(
    rivals: list[Mark], days: list[int], values: list[float], room: float
) -> list[Mark]:
    """Those for which the frame is stretched: it becomes longer and higher by half, no more.

    For one that is farther off nothing is, since it would stay outside all the same.
    """
    span = max(max(days) - min(days), 365)
    return [
        rival
        for rival in rivals
        if min(days) - span // 2 <= rival.day <= max(days) + span // 2
        and min(values) - room / 2 <= rival.value <= max(values) + room / 2
    ]


def _reach(
    values: list[float], rivals: list[float], fan: Fan | None, room: float
) -> tuple[float, float]:
    """The lowest and the highest value drawn; the frame may be higher, to end at round values.

    The projection's range is inside if two fifths are left to the values. A longer one adds half as
    much again on either side.
    """
    low, high = min(values), max(values)
    spread = rivals + ([fan.low, fan.high] if fan else [])
    least, most = (
        max(min([low, *spread]), low - room / 2),
        min(max([high, *spread]), high + room / 2),
    )
    if fan and max(low - fan.low, 0) + max(fan.high - high, 0) <= 1.5 * room:
        least, most = min(least, fan.low), max(most, fan.high)
    return least, most


def _stretch(days: list[int], rivals: list[int], on: dt.date, status: Status) -> tuple[int, int]:
    """The first and the last day drawn, those of the rivals among them.

    Today is inside while it is near, so that one sees how old the latest value is; but what is due
    in one year ends with that year. A short stretch begins a year before its end.
    """
    first, last = min(days), max(days)
    span, today = max(last - first, 365), on.toordinal()
    first = min([first, *rivals])
    if status.goal.by is None or (status.target.kind != "annual" and today <= last + span // 4):
        last = max(last, min(today, last + 4 * span))
    if status.target.kind != "annual":
        last = max([last, *rivals])
    first = max(min(first, last - 365), 1)
    return first, max(last, first + 365)
