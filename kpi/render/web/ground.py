"""Where things lie in a drawing: days and values in its units, and points as strokes."""

from __future__ import annotations

import math
from itertools import pairwise

from kpi.render.charting.scene import Scene
from kpi.render.grid import width
from kpi.values import dataclass

WIDE, HIGH = 640, 320
TOP, BOTTOM, RIGHT = 34, 284, 618
#: Units across for one column of text at the size that the style sheet sets.
COLUMN = 7.4
#: No label in a drawing is longer; the page has the whole text.
LONGEST = 28


@dataclass(frozen=True, slots=True)
class Ground:
    """Where days and values lie in the drawing."""

    first: int
    last: int
    low: float
    high: float
    left: float

    @classmethod
    def of(cls, scene: Scene) -> Ground:
        """The ground of a scene, with room on the left for the longest label."""
        left = 12 + COLUMN * min(max(map(width, scene.labels)), LONGEST)
        return cls(scene.first, scene.last, scene.ticks[0], scene.ticks[-1], left)

    def x(self, day: float) -> float:
        """Units from the left."""
        return self.left + (day - self.first) / (self.last - self.first) * (RIGHT - self.left)

    def y(self, value: float) -> float:
        """Units from the top."""
        return BOTTOM - (value - self.low) / (self.high - self.low) * (BOTTOM - TOP)

    def at(self, day: float, value: float) -> tuple[int, int]:
        """A point in whole units, which are finer than any screen shows the drawing."""
        return whole(self.x(day)), whole(self.y(value))


def whole(value: float) -> int:
    """The nearest whole unit, half up, as a reader of the numbers would round."""
    return math.floor(value + 0.5)


def num(value: float) -> str:
    """A number with one decimal at most, and never a minus zero: "12.5", "0"."""
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown


def way(points: list[tuple[int, int]]) -> str:
    """Straight lines through points, each from the one before.

    >>> way([(10, 20), (30, 15), (40, 15)])
    'M10 20l20-5 10 0'
    """
    x, y = points[0]
    steps = [f"{x1 - x0}{_signed(y1 - y0)}" for (x0, y0), (x1, y1) in pairwise(points)]
    joined = "".join(
        step if n == 0 or step[0] == "-" else f" {step}" for n, step in enumerate(steps)
    )
    return f"M{x} {y}" + (f"l{joined}" if steps else "")


def dots(points: list[tuple[int, int]]) -> str:
    """A stroke without length at each point, which round ends make a dot.

    >>> dots([(10, 20), (30, 15), (40, 15)])
    'M10 20h0m20-5h0m10 0h0'
    """
    (x, y), *_ = points
    steps = (f"m{x1 - x0}{_signed(y1 - y0)}h0" for (x0, y0), (x1, y1) in pairwise(points))
    return f"M{x} {y}h0" + "".join(steps)


def _signed(value: int) -> str:
    return str(value) if value < 0 else f" {value}"
