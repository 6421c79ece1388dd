"""One target drawn on a terminal: what was observed, what the path asked for, what may come.

A figure stands at the last day of its period, and so do the years on the axis. Lines are braille
dots, two by four in a cell; in ASCII one sign a cell.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable

from kpi.assess.path import Path, band
from kpi.assess.status import Status
from kpi.facts.periods import DAYS_PER_YEAR, Period
from kpi.facts.records import Observation
from kpi.render.look import Look
from kpi.render.text.columns import drawn, judged_line, mark_of
from kpi.render.text.grid import flow, width
from kpi.render.wording import words
from kpi.render.wording.phrases import phrase
from kpi.values import dataclass, field

ROWS = 11
WIDEST = 100
#: A blank at which no line is broken, until it is written as one.
JOINED = "\u00a0"
#: A figure in the drawing: its day, its value and its mark.
Drawn = tuple[int, float, str]
#: Marks of figures -> the key of what the legend says of them.
FIGURES = {
    "seen": "legend_seen", "counted": "legend_plan", "limit": "legend_bound",
    "uncounted": "legend_uncounted",
}  # fmt: skip
#: mark -> (sign, sign in ASCII)
MARKS = {
    "seen": ("●", "o"), "counted": ("■", "e"), "limit": ("△", "^"), "uncounted": ("○", "p"),
    "goal": ("◆", "G"), "stated": ("◇", "b"),
    "fan": ("░", ":"), "first": ("⣀⣀", "--"), "second": ("⢀⢀", ".."),
}  # fmt: skip
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))


@dataclass(frozen=True, slots=True)
class Frame:
    """The stretch of days and values that is drawn, and the cells it is drawn in."""

    first: int  # ordinal of the day at the left edge
    last: int
    low: float
    high: float
    columns: int
    wide: int  # dots across a cell
    tall: int  # dots down a cell
    rows: int = ROWS

    def dot_of(self, value: float) -> int:
        """The dot of a value, counted from the top."""
        part = (self.high - value) / (self.high - self.low)
        return round(part * (self.rows * self.tall - 1))

    def across(self, day: float) -> int:
        """The cell of a day."""
        part = (day - self.first) / (self.last - self.first)
        return round(part * (self.columns * self.wide - 1)) // self.wide

    def down(self, value: float) -> int:
        """The cell of a value, the same in which its dot lies."""
        return self.dot_of(value) // self.tall

    def day_at(self, dot: float) -> int:
        """The day of a dot across."""
        part = dot / (self.columns * self.wide - 1)
        return round(self.first + part * (self.last - self.first))


@dataclass(slots=True)
class Canvas:
    """Cells to draw in: shading below, dots over it, marks on top."""

    frame: Frame
    ascii: bool
    dots: dict[tuple[int, int], int] = field(default_factory=dict)
    signs: dict[tuple[int, int], str] = field(default_factory=dict)

    def mark(self, day: float, value: float, name: str) -> None:
        """Put a sign where a value stands on a day, if that is inside the frame."""
        if self.frame.low <= value <= self.frame.high:
            place = self.frame.down(value), self.frame.across(day)
            self.signs[place] = MARKS[name][self.ascii]

    def line(self, height: Callable[[int], float | None], dotted: bool) -> None:
        """Draw a curve through the heights of the days; nothing where there is none."""
        before: int | None = None
        for x in range(self.frame.columns * self.frame.wide):
            value = height(self.frame.day_at(x))
            if value is None or not self.frame.low <= value <= self.frame.high:
                before = None
                continue
            y = self.frame.dot_of(value)
            near = y if before is None or self.ascii else before + (y > before) - (y < before)
            if not dotted or self.ascii or x % 3 == 0:
                for dot in range(min(near, y), max(near, y) + 1):
                    self._dot(x, dot, dotted)
            before = y

    def _dot(self, x: int, y: int, dotted: bool) -> None:
        wide, tall = self.frame.wide, self.frame.tall
        place = y // tall, x // wide
        if self.ascii:
            self.signs.setdefault(place, "." if dotted else "-")
        else:
            self.dots[place] = self.dots.get(place, 0) | _DOTS[y % tall][x % wide]

    def shade(self, x: int, low: float, high: float) -> None:
        """Shade a column of cells between two values, as far as the frame reaches."""
        frame = self.frame
        top, bottom = min(high, frame.high), max(low, frame.low)
        if top < bottom:
            return
        for y in range(frame.down(top), frame.down(bottom) + 1):
            self.signs.setdefault((y, x), MARKS["fan"][self.ascii])

    def lines(self) -> list[str]:
        """The drawing, a text for each row of cells. A dot shows through shading, not a mark."""
        fan = MARKS["fan"][self.ascii]
        rows = []
        for y in range(self.frame.rows):
            row = ""
            for x in range(self.frame.columns):
                sign, dots = self.signs.get((y, x)), self.dots.get((y, x), 0)
                row += chr(0x2800 + dots) if dots and sign in (None, fan) else sign or " "
            rows.append(row)
        return rows


def chart(status: Status, look: Look) -> list[str]:
    """The drawing with its axes and its legend; empty where there is nothing to draw.

    Never wider than the look, and thirteen rows high without the legend.
    """
    goal = status.goal.value
    if isinstance(goal, bool) or status.target.kind == "milestone":
        return []
    paths = band(status.path_case) if status.path_case else ()
    frame = _frame(status, float(goal), look)
    if frame is None:
        return []
    canvas = Canvas(frame, look.ascii)
    _draw(canvas, status, float(goal), paths)
    body = _with_axes(canvas, status, look)
    months = any("-" in label for label in _days(frame).values())
    return body + _legend(status, paths, look, months)


# --- what is drawn ----------------------------------------------------------------------------


def _figures(status: Status) -> tuple[list[Drawn], list[Drawn]]:
    """The judged series' values, and its figures that are not judged."""
    line = judged_line(status)
    if line is None:
        return [], []
    return _points(drawn(status), "seen"), _points(line.uncounted, "uncounted")


def _points(figures: tuple[Observation, ...], kind: str) -> list[Drawn]:
    numbers = [o for o in figures if not isinstance(o.value, bool)]
    return [(o.period.end.toordinal(), float(o.value), mark_of(o, kind)) for o in numbers]


def _values(status: Status) -> list[Drawn]:
    """The judged values from which a projection can open; a limit is none."""
    return [one for one in _figures(status)[0] if one[2] != "limit"]


def _stated(status: Status) -> tuple[int, float] | None:
    """The stated baseline, unless a figure of the judged series stands in its place."""
    baseline = status.target.baseline
    if baseline is None or baseline.value is None:
        return None
    seen = {one.period.end for line in status.lines if line.judged for one in line.values}
    starts = status.base is not None and status.base.period.end == baseline.period.end
    if not status.rebased and (not starts or baseline.period.end in seen):
        return None
    return baseline.period.end.toordinal(), float(baseline.value)


def _end(status: Status) -> int | None:
    """The day of the goal: its deadline."""
    return status.goal.due.toordinal() if status.goal.due else None


def _draw(canvas: Canvas, status: Status, goal: float, paths: tuple[Path, ...]) -> None:
    seen, uncounted = _figures(status)
    end = _end(status)
    base = status.base.period.end.toordinal() if status.base else canvas.frame.first
    for day, value, name in seen:
        canvas.mark(day, value, name)
    canvas.mark(end or canvas.frame.last, goal, "goal")
    if (stated := _stated(status)) is not None:
        canvas.mark(*stated, "stated")
    for day, value, name in uncounted:
        place = canvas.frame.down(value), canvas.frame.across(day)
        if place not in canvas.signs:
            canvas.mark(day, value, name)
    case = status.path_case
    until = case.deadline.end.toordinal() if case and case.deadline else None
    for path, dotted in zip(paths, (False, True), strict=False):

        def height(day: int, path: Path = path) -> float | None:
            inside = base <= day <= (until or day)
            return path.value_at(Period.of_day(dt.date.fromordinal(day))) if inside else None

        canvas.line(height, dotted)
    _fan(canvas, status)


def _fan(canvas: Canvas, status: Status) -> None:
    """The range of the projection, opening from the latest value to its day."""
    p, seen = status.projection, _values(status)
    if p is None or not seen:
        return
    start, value, _ = seen[-1]
    end = p.date.toordinal()
    if end <= start:
        return
    for x in range(canvas.frame.across(start) + 1, canvas.frame.across(end) + 1):
        part = min(
            (canvas.frame.day_at((x + 1) * canvas.frame.wide - 1) - start) / (end - start), 1.0
        )
        canvas.shade(x, value + (p.low - value) * part, value + (p.high - value) * part)


# --- the frame --------------------------------------------------------------------------------


def _frame(status: Status, goal: float, look: Look) -> Frame | None:
    """Days and values that hold everything; a fan may add at most as much again on each side."""
    seen, uncounted = _figures(status)
    points = [(day, value) for day, value, _ in seen + uncounted]
    if status.base:
        points.append((status.base.period.end.toordinal(), status.base.value))
    points += [point for point in (_stated(status),) if point]
    if not points or not all(math.isfinite(value) for _, value in points):
        return None
    days = [day for day, _ in points] + [day for day in (_end(status),) if day]
    first, last = min(days), max(days)
    if last - first < 60:
        last = min(first + 365, dt.date.max.toordinal())
    values = [value for _, value in points] + [goal]
    case = status.path_case
    if case is not None and isinstance(case.path, tuple):
        rows = ((row.period.end.toordinal(), row.value) for row in case.path)
        values += [value for day, value in rows if first <= day <= last]
    low, high = min(values), max(values)
    room = (high - low) or abs(high) or 1.0
    if status.projection and seen:
        low = min(low, max(status.projection.low, low - room / 2))
        high = max(high, min(status.projection.high, high + room / 2))
    ticks = nice(low, high)
    labels = words.axis(tuple(ticks), status.target.unit, look.lang)
    columns = min(look.width or 80, WIDEST) - max(map(width, labels)) - 4
    dots = (1, 1) if look.ascii else (2, 4)
    return Frame(first, last, ticks[0], ticks[-1], columns, *dots) if columns >= 16 else None


def nice(low: float, high: float) -> list[float]:
    """Three to six round values around a range, at equal steps of 1, 2, 2.5 or 5.

    >>> nice(2.7, 30)
    [0.0, 10.0, 20.0, 30.0]
    """
    span = max(high - low if high > low else abs(high), abs(high) * 1e-9, 1e-300)
    power = 10.0 ** math.floor(math.log10(span))
    for factor in (0.2, 0.25, 0.5, 1.0, 2.0, 2.5):
        step = power * factor
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        if last - first <= 5:
            break
    places = 3 - math.floor(math.log10(step))
    return [round(step * n, places) for n in range(first, max(last, first + 1) + 1)]


# --- axes and legend --------------------------------------------------------------------------


def _with_axes(canvas: Canvas, status: Status, look: Look) -> list[str]:
    frame = canvas.frame
    ticks = nice(frame.low, frame.high)
    labels = words.axis(tuple(ticks), status.target.unit, look.lang)
    wide = max(map(width, labels))
    at = {frame.down(tick): label for tick, label in zip(ticks, labels, strict=True)}
    wall, tee, corner, floor, foot = "|++-+" if look.ascii else "│┤└─┬"
    lines = []
    for y, row in enumerate(canvas.lines()):
        label = at.get(y, "")
        blank = " " * (wide - width(label))
        lines.append(f"  {blank}{label} {tee if label else wall}{row}".rstrip())
    marks = _days(frame)
    rule = "".join(foot if x in marks else floor for x in range(frame.columns))
    lines.append(" " * (wide + 3) + corner + rule)
    lines.append((" " * (wide + 4) + _under(marks, frame)).rstrip())
    return lines


def _days(frame: Frame) -> dict[int, str]:
    """Where the axis is marked, and with what: ends of years, or of months on a short stretch."""
    span = (frame.last - frame.first) / DAYS_PER_YEAR
    years = range(dt.date.fromordinal(frame.first).year, dt.date.fromordinal(frame.last).year + 1)
    if span >= 3:
        most = max(frame.columns // 7, 1)
        step = next((s for s in (1, 2, 5, 10, 20, 50, 100) if len(years) / s <= most), 500)
        # count back from the last year, so that a deadline is marked
        days = [(dt.date(y, 12, 31), str(y)) for y in years if (years[-1] - y) % step == 0]
    else:
        step = 3 if span < 2 else 6
        ends = [(y, m) for y in years for m in range(step, 13, step)]
        days = [(Period.parse(f"{y}-{m:02d}").end, f"{y}-{m:02d}") for y, m in ends]
    return {
        frame.across(day.toordinal()): text
        for day, text in days
        if frame.first <= day.toordinal() <= frame.last
    }


def _under(marks: dict[int, str], frame: Frame) -> str:
    """The labels below their marks, each centred, none over another or over the edge."""
    starts = {x: min(max(x - len(text) // 2, 0), frame.columns - len(text))
              for x, text in marks.items()}  # fmt: skip
    end, line = max(marks, default=0), ""  # the last one, mostly the deadline's, always has its own
    for x, text in sorted(marks.items()):
        room = x == end or starts[x] + len(text) < starts[end]
        if room and (starts[x] > len(line) or not line):
            line = line.ljust(starts[x]) + text
    return line


def _legend(status: Status, paths: tuple[Path, ...], look: Look, months: bool) -> list[str]:
    """What the signs mean; a sign and its meaning stay on one line where they can."""
    lang, signs = look.lang, {name: pair[look.ascii] for name, pair in MARKS.items()}
    there = {name for figures in _figures(status) for _, _, name in figures}
    parts = [f"{signs[name]} {phrase(key, lang)}" for name, key in FIGURES.items() if name in there]
    if _stated(status):
        parts.append(f"{signs['stated']} {phrase('legend_stated', lang)}")
    parts.append(f"{signs['goal']} {phrase('legend_goal', lang)}")
    for path, sign in zip(paths, ("first", "second"), strict=False):
        if path.shape != "step":
            name = words.shape(path.shape, lang)
            parts.append(f"{signs[sign]} {phrase('legend_path', lang, shape=name)}")
    if status.projection and _values(status):
        p = status.projection
        level, day = words.percent(p.level, lang), p.date.isoformat()
        parts.append(f"{signs['fan']} {phrase('legend_fan', lang, level=level, date=day)}")
    parts.append(phrase("legend_axis_months" if months else "legend_axis", lang))
    whole = words.plain(" · ", look).join(words.plain(p, look).replace(" ", JOINED) for p in parts)
    return [line.replace(JOINED, " ") for line in flow(whole, look, indent="  ")]
