"""The chart of one target drawn on a terminal: `charting.scene` says what it shows.

Lines are braille dots, two by four in a cell; in ASCII one sign a cell.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left

from kpi.assess.status import Status
from kpi.render.charting.axis import ends
from kpi.render.charting.captions import axis_note, legend
from kpi.render.charting.scene import Curve, Fan, Mark, Scene, scene_of
from kpi.render.grid import flow, width
from kpi.render.look import Look
from kpi.render.wording import words
from kpi.render.wording.phrases import phrase
from kpi.values import dataclass, field, replace

ROWS = 11
WIDEST = 100
#: So wide it is where nothing says how wide it may be, as in a pipe.
UNBOUND = 80
#: With fewer columns nothing is drawn.
NARROWEST = 16
#: Columns for the name of a year.
YEAR = 7
#: A blank at which no line is broken, until it is written as one.
JOINED = "\u00a0"
INDENT = "  "
#: Kind of a mark -> its sign, and that in ASCII. Where two would stand in one cell the one that is
#: farther up is seen.
MARKS = {
    "goal": ("◆", "G"), "seen": ("●", "o"), "counted": ("■", "e"), "limit": ("△", "^"),
    "start": ("▷", "b"), "stated": ("▷", "b"), "earlier": ("◇", "g"), "uncounted": ("□", "p"),
    "replaced": ("○", "r"), "rival": ("×", "x"),
}  # fmt: skip
AT_MOST = ("▽", "v")  # a limit from above
FAN, TODAY = ("░", ":"), ("┊", "'")
#: Kind of a path in the legend -> how its line looks there.
LINES = {"path": ("⣀⣀", "--"), "path2": ("⢀⢀", "..")}
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

    def dot_of(self, value: float) -> int:
        """The dot of a value, counted from the top."""
        part = (self.high - value) / (self.high - self.low)
        return round(part * (ROWS * self.tall - 1))

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
    """Cells to draw in: shading and over it today's line, then dots, marks on top."""

    frame: Frame
    ascii: bool
    marks: dict[tuple[int, int], Mark] = field(default_factory=dict)
    dots: dict[tuple[int, int], int] = field(default_factory=dict)
    ground: dict[tuple[int, int], str] = field(default_factory=dict)

    def mark(self, mark: Mark) -> None:
        """Put a sign where a value stands on a day, unless one of more weight is there."""
        place = self.frame.down(mark.value), self.frame.across(mark.day)
        there = self.marks.get(place)
        if there is None or _WEIGHT[mark.kind] <= _WEIGHT[there.kind]:  # of a kind the later one
            self.marks[place] = mark

    def line(self, curve: Curve, dotted: bool) -> None:
        """Draw a curve as far as it goes."""
        before: int | None = None
        for x in range(self.frame.columns * self.frame.wide):
            value = _height(curve, self.frame.day_at(x))
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
            self.dots.setdefault(place, ord("." if dotted else "-"))
        else:
            self.dots[place] = self.dots.get(place, 0x2800) | _DOTS[y % tall][x % wide]

    def shade(self, fan: Fan) -> None:
        """Shade the range of the projection, as far as the frame reaches."""
        frame = self.frame
        last = frame.across(fan.end)
        for x in range(frame.across(fan.start) + 1, last + 1):
            day = frame.day_at((x + 1) * frame.wide - 1) if x < last else fan.end
            part = (day - fan.start) / (fan.end - fan.start)
            low, high = (fan.value + (end - fan.value) * part for end in (fan.low, fan.high))
            top, bottom = min(high, frame.high), max(low, frame.low)
            if top >= bottom:
                for y in range(frame.down(top), frame.down(bottom) + 1):
                    self.ground[y, x] = FAN[self.ascii]

    def upright(self, day: int) -> None:
        """Draw a line on a day, over the shading, which it leaves as clear as it was."""
        for y in range(ROWS):
            self.ground[y, self.frame.across(day)] = TODAY[self.ascii]

    def lines(self) -> list[str]:
        """The drawing, a text for each row of cells."""
        return [
            "".join([self._cell((y, x)) for x in range(self.frame.columns)]) for y in range(ROWS)
        ]

    def _cell(self, place: tuple[int, int]) -> str:
        mark = self.marks.get(place)
        if mark is not None:
            return _sign(mark, self.ascii)
        return chr(self.dots[place]) if place in self.dots else self.ground.get(place, " ")


def chart(status: Status, on: dt.date, look: Look) -> list[str]:
    """The drawing with its axes and its legend; empty where there is nothing to draw.

    Never wider than the look, and thirteen rows high without the legend.
    """
    scene = scene_of(status, on, look.lang)
    frame = _frame(scene, look) if scene is not None else None
    if scene is None or frame is None:
        return []
    canvas = _drawn(scene, frame, look)
    return _with_axes(canvas, scene) + _legend(canvas, scene, status, look)


def _frame(scene: Scene, look: Look) -> Frame | None:
    columns = min(look.width or UNBOUND, WIDEST) - max(map(width, scene.labels)) - 4
    dots = (1, 1) if look.ascii else (2, 4)
    low, *_, high = scene.ticks
    return (
        Frame(scene.first, scene.last, low, high, columns, *dots) if columns >= NARROWEST else None
    )


def _drawn(scene: Scene, frame: Frame, look: Look) -> Canvas:
    canvas = Canvas(frame, look.ascii)
    for mark in scene.marks:
        canvas.mark(mark)
    for curve, dotted in zip(scene.curves, (False, True), strict=False):
        canvas.line(curve, dotted)
    if scene.fan is not None:
        canvas.shade(scene.fan)
    if scene.judged_on is not None:
        canvas.upright(scene.judged_on)
    return canvas


def _height(curve: Curve, day: int) -> float | None:
    """The value of a curve on a day; None outside of it."""
    days = [point[0] for point in curve.points]
    nth = bisect_left(days, day)
    if nth == len(days) or (nth == 0 and day < days[0]):
        return None
    (start, low), (end, high) = curve.points[max(nth - 1, 0)], curve.points[nth]
    return high if start == end else low + (high - low) * (day - start) / (end - start)


# --- axes and legend --------------------------------------------------------------------------


def _with_axes(canvas: Canvas, scene: Scene) -> list[str]:
    frame = canvas.frame
    wide = max(map(width, scene.labels))
    label_of = {
        frame.down(tick): label for tick, label in zip(scene.ticks, scene.labels, strict=True)
    }
    wall, tee, corner, floor, foot = "|++-+" if canvas.ascii else "│┤└─┬"
    lines = []
    for y, row in enumerate(canvas.lines()):
        label = label_of.get(y, "")
        blank = " " * (wide - width(label))
        lines.append(f"  {blank}{label} {tee if label else wall}{row}".rstrip())
    named = {frame.across(day): name for day, name in _named_days(frame).items()}
    rule = "".join(foot if x in named else floor for x in range(frame.columns))
    lines.append(" " * (wide + 3) + corner + rule)
    lines.append((" " * (wide + 4) + _under(named, frame)).rstrip())
    return lines


def _named_days(frame: Frame) -> dict[int, str]:
    return ends(frame.first, frame.last, max(frame.columns // YEAR, 1))


def _under(names: dict[int, str], frame: Frame) -> str:
    """The names below their cells, each centred, none over another or over the edge."""
    starts = {x: min(max(x - len(name) // 2, 0), frame.columns - len(name))
              for x, name in names.items()}  # fmt: skip
    last_x = max(names, default=0)  # the last one, mostly the deadline's, always has its name
    line = ""
    for x, name in sorted(names.items()):
        room = x == last_x or starts[x] + len(name) < starts[last_x]
        if room and (starts[x] > len(line) or not line):
            line = line.ljust(starts[x]) + name
    return line


def _legend(canvas: Canvas, scene: Scene, status: Status, look: Look) -> list[str]:
    """What the signs mean that can be seen; a sign and its meaning stay on one line if they can.

    Of other series outside the chart the number is told, without their sign if none is in it.
    """
    lang = look.lang
    drawing = "".join(canvas.lines())
    signs = {name: pair[look.ascii] for name, pair in {**LINES, "fan": FAN}.items()}
    signs = {
        name: sign for name, sign in signs.items()
        if sign[0] in drawing or (name in LINES and not look.ascii)  # of dots nobody can tell
    }  # fmt: skip
    if scene.outside:
        signs["rival"] = ""
    for mark in canvas.marks.values():
        sign, there = _sign(mark, look.ascii), signs.get(mark.kind, "")
        signs[mark.kind] = there if sign in there else there + sign
    parts = [
        f"{signs[kind]} {meaning}".strip()
        for kind, meaning in legend(scene, status, lang)
        if kind in signs
    ]
    if scene.judged_on is not None:
        day = dt.date.fromordinal(scene.judged_on).isoformat()
        parts.append(f"{TODAY[look.ascii]} {phrase('clocks', lang, on=day)}")
    parts.append(axis_note(_named_days(canvas.frame), lang))
    dot = JOINED + words.plain("· ", look)  # ends a line, and begins none
    look = replace(look, width=look.width or UNBOUND)
    most = (look.width or UNBOUND) - len(INDENT) - width(dot) + 1
    whole = dot.join(_joined(words.plain(part, look), most) for part in parts)
    return [line.replace(JOINED, " ") for line in flow(whole, look, INDENT)]


def _joined(text: str, most: int) -> str:
    """A text that is broken nowhere; if it is longer than a line, not behind its sign or "80"."""
    text = text.replace(" %", f"{JOINED}%")
    return text.replace(" ", JOINED, -1 if width(text) <= most else 1)


def _sign(mark: Mark, ascii_only: bool) -> str:
    signs = AT_MOST if mark.kind == "limit" and not mark.up else MARKS[mark.kind]
    return signs[ascii_only]


_WEIGHT = {kind: nth for nth, kind in enumerate(MARKS)}
