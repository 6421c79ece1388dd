"""The picture of growth: time and memory against the number of observations, in powers of ten."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

#: The points of a line: number of observations, and seconds or megabytes.
Points = Sequence[tuple[float, float]]

_WIDTH, _HEIGHT, _GAP = 400, 330, 190  # of a panel; the gap holds the names of its lines
_LEFT, _TOP = 60, 40
_LINE = 14  # from a name to the next
#: By the first word of a line's name: its colour. A line of somebody else's is grey.
_COLOURS = {"files,": "#0b5fa5", "year": "#b4520b", "batches,": "#2f7d32"}
_STYLE = (
    "svg{background:#fff}text{font:12px sans-serif;fill:#222;paint-order:stroke;stroke:#fff;"
    "stroke-width:4px}.h{font-weight:bold}"
    ".g{stroke:#ddd}path{fill:none;stroke-width:2}path.l{stroke:#999;stroke-width:1}"
    "@media(prefers-color-scheme:dark){svg{background:#111}text{fill:#ddd;stroke:#111}.g{stroke:#333}}"
)


def picture(time: Mapping[str, Points], memory: Mapping[str, Points]) -> str:
    """An SVG of two panels. Each line has its name at its end; "warm" ones are dashed."""
    width = 2 * (_LEFT + _WIDTH + _GAP)
    height = _TOP + _HEIGHT + 50
    left = _panel(_LEFT, "Time of a whole run", "s", time)
    right = _panel(2 * _LEFT + _WIDTH + _GAP, "Peak memory of all its processes", "MB", memory)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"'
        f' aria-label="Time and memory against the number of observations"><style>{_STYLE}</style>'
        f"{left}{right}</svg>\n"
    )


def _panel(x0: int, title: str, unit: str, lines: Mapping[str, Points]) -> str:
    """One panel; its axes begin and end at whole powers of ten around all its points."""
    if not lines:
        return ""
    xs = [x for points in lines.values() for x, _ in points]
    ys = [y for points in lines.values() for _, y in points]
    x_low, x_high = _decades(xs)
    y_low, y_high = _decades(ys)

    def at(x: float, y: float) -> tuple[float, float]:
        across = (math.log10(x) - x_low) / (x_high - x_low)
        up = (math.log10(y) - y_low) / (y_high - y_low)
        return x0 + across * _WIDTH, _TOP + (1 - up) * _HEIGHT

    parts = [f'<text class="h" x="{x0}" y="20">{escape(title)}</text>']
    for power in range(x_low, x_high + 1):
        x, y = at(10.0**power, 10.0**y_low)
        parts.append(f'<path class="g" d="M{x:.0f} {_TOP}V{y:.0f}"/>')
        parts.append(
            f'<text x="{x:.0f}" y="{y + 18:.0f}" text-anchor="middle">{10**power:,}</text>'
        )
    for power in range(y_low, y_high + 1):
        x, y = at(10.0**x_low, 10.0**power)
        parts.append(f'<path class="g" d="M{x0} {y:.0f}H{x0 + _WIDTH}"/>')
        parts.append(
            f'<text x="{x0 - 6}" y="{y + 4:.0f}" text-anchor="end">{10.0**power:g} {unit}</text>'
        )
    names = []  # on top of all lines
    for name, (x, y), label in _labelled(lines, at):
        colour = _COLOURS.get(name.split()[0], "#888")
        dash = ' stroke-dasharray="5 4"' if name.endswith("warm") else ""
        way = "L".join("{:.1f} {:.1f}".format(*at(*point)) for point in lines[name])
        parts.append(f'<path d="M{way}" stroke="{colour}"{dash}/>')
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>')
        parts.append(f'<path class="l" d="M{x:.0f} {y:.0f}L{x + 16:.0f} {label:.0f}"/>')
        names.append(f'<text x="{x + 20:.0f}" y="{label + 4:.0f}">{escape(name)}</text>')
    return "".join(parts + names)


def _labelled(
    lines: Mapping[str, Points], at: Callable[[float, float], tuple[float, float]]
) -> Iterator[tuple[str, tuple[float, float], float]]:
    """Each line's name, its end, and the height of its name, which covers no other name."""
    ends = [(name, at(*points[-1])) for name, points in lines.items()]
    for column in sorted({x for _, (x, _) in ends}):
        own = sorted((end for end in ends if end[1][0] == column), key=lambda end: end[1][1])
        for (name, end), height in zip(own, apart([y for _, (_, y) in own]), strict=True):
            yield name, end, height


def apart(heights: Sequence[float]) -> list[float]:
    """Ascending heights moved so far that each is `_LINE` below the one before, and no farther.

    Those that are too close to each other stand around their mean.

    >>> apart([10.0, 100.0, 100.0, 104.0, 300.0])
    [10.0, 87.33333333333333, 101.33333333333333, 115.33333333333333, 300.0]
    """
    blocks: list[list[float]] = []
    for height in heights:
        blocks.append([height])
        while len(blocks) > 1 and _top(blocks[-1]) < _top(blocks[-2]) + _LINE * len(blocks[-2]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    return [_top(block) + _LINE * n for block in blocks for n in range(len(block))]


def _top(block: Sequence[float]) -> float:
    """The height of the first name of a block."""
    return sum(block) / len(block) - _LINE * (len(block) - 1) / 2


def _decades(numbers: Sequence[float]) -> tuple[int, int]:
    """The powers of ten around numbers, never the same twice.

    >>> _decades([0.02, 3.0]), _decades([10_000])
    ((-2, 1), (4, 5))
    """
    low = math.floor(math.log10(min(numbers)) + 1e-9)
    high = math.ceil(math.log10(max(numbers)) - 1e-9)
    return low, max(high, low + 1)
