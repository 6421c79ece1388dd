"""The chart of one target as SVG: our own, without a script, the same bytes every time.

Shapes tell figures apart, colours only help. Colours, fonts and strokes are classes; the page
carries `templates/chart.css` once, a picture that stands alone carries it inside.
"""

from __future__ import annotations

import datetime as dt
import re

from kpi.assess.status import Status
from kpi.render.charting.axis import ends
from kpi.render.charting.captions import described
from kpi.render.charting.scene import Fan, Mark, Scene
from kpi.render.grid import clip, width
from kpi.render.look import Look
from kpi.render.web.ground import (
    BOTTOM,
    COLUMN,
    HIGH,
    LONGEST,
    RIGHT,
    WIDE,
    Ground,
    dots,
    way,
    whole,
)
from kpi.render.web.labels import names, text
from kpi.render.wording import words
from kpi.render.wording.titles import titled


def chart(
    scene: Scene, status: Status, look: Look, name: str, heading: str = "", fully: bool = False
) -> str:
    """The drawing as an `svg` element for a page that has the style sheet.

    `name` makes the ids of its title and description unique in the page. Where a heading of the
    page says the title already, `heading` is its id, and it names the drawing too. Where nothing
    else on the page tells the projection, `fully` has the description tell it. HTML needs no
    quotes around plain values; a picture that stands alone does.
    """
    inside = head(scene, status, look, name, not heading, fully) + picture(scene, look)
    svg = (
        f'<svg class="chart" viewBox="0 0 {WIDE} {HIGH}" role="img"'
        f' aria-labelledby="{heading or f"{name}t"} {name}d">{inside}</svg>'
    )
    return _QUOTED.sub(r"=\1\2", svg)


#: An attribute whose value is plain. Texts hold no quotes: there they are escaped.
_QUOTED = re.compile(r'="([A-Za-z0-9._-]+)"([ >])')


def packaged(name: str) -> str:
    """A style sheet that comes with the program, without the blanks that only its readers need."""
    from pkgutil import get_data

    sheet = (get_data("kpi.render.web", f"templates/{name}") or b"").decode()
    lines = " ".join(filter(None, map(str.strip, sheet.splitlines())))
    return re.sub(r" ?([{};,]) ?|(?<=:) ", r"\1", lines) + "\n"


def head(
    scene: Scene, status: Status, look: Look, name: str, titled_here: bool, fully: bool
) -> str:
    """Title and description, which a screen reader speaks in place of the drawing."""
    target, lang = status.target, look.lang
    title = text(clip(words.safe(titled(target, lang)), 120, look), look)
    return (f'<title id="{name}t">{title}</title>' if titled_here else "") + (
        f'<desc id="{name}d">{text(described(scene, status, lang, fully), look)}</desc>'
    )


def picture(scene: Scene, look: Look) -> str:
    """Everything that is drawn, back to front, without the element around it."""
    ground = Ground.of(scene)
    parts = [
        _axes(scene, ground, look),
        _band(scene, ground),
        _fan(scene.fan, scene, ground) if scene.fan else "",
        _today(scene, ground),
        _line(scene, ground),
        *(_signs(scene, kind, ground) for kind in SIGNS),
        names(scene, ground, look),
    ]
    return "".join(parts)


# --- back to front ----------------------------------------------------------------------------


def _axes(scene: Scene, ground: Ground, look: Look) -> str:
    """Lines at round values with their labels above them, the unit, and years at their ends."""
    every = 2 if len(scene.ticks) > 5 else 1
    levels = [whole(ground.y(tick)) for tick in scene.ticks[::every]]
    rules = "".join(f"M0 {y}H{WIDE}" for y in levels[1:])
    labels = "".join(
        f'<text y="{y - 5}">{text(clip(label, LONGEST, look), look)}</text>'
        for y, label in zip(levels, scene.labels[::every], strict=True)
    )
    named = ends(scene.first, scene.last).items()
    feet = "".join(f"M{whole(ground.x(day))} {BOTTOM}v5" for day, _ in named)
    edges = [min(ground.x(day), WIDE - COLUMN / 2 * len(name)) for day, name in named]
    dates = "".join(
        f'<text x="{whole(x)}" y="{BOTTOM + 20}">{name}</text>'
        for x, (_, name) in zip(edges, named, strict=True)
    )
    return (
        f'<path class="grid" d="{rules}"/><path class="axis" d="M0 {BOTTOM}H{WIDE}{feet}"/>'
        f'{_unit(scene, ground, look)}{labels}<g class="m">{dates}</g>'
    )


def _unit(scene: Scene, ground: Ground, look: Look) -> str:
    """What is counted, above the labels; at the other end where today's date has the place."""
    unit, most, place = words.safe(scene.unit), 2 * LONGEST, 'class="d" x="0"'
    if unit in ("", "%"):
        return ""
    if scene.judged_on is not None:
        x = ground.x(scene.judged_on)
        left, right = x - 10 * COLUMN, x + 6 * COLUMN
        if x < WIDE / 2 and COLUMN * width(unit) > left:
            left, place = WIDE - right, f'class="e d" x="{WIDE}"'
        most = min(most, int(left / COLUMN))
    return f'<text {place} y="12">{text(clip(unit, most, look), look)}</text>'


def _band(scene: Scene, ground: Ground) -> str:
    """The paths: the first one straight, the second dashed.

    What lies between them is filled by the style sheet: the curved path closes with the straight
    line between its ends, which is the other path.
    """
    return "".join(
        f'<path class="{kind}" d="{way([ground.at(*point) for point in curve.points])}"/>'
        for kind, curve in zip(("path", "path2"), scene.curves, strict=False)
        if curve.points
    )


def _fan(fan: Fan, scene: Scene, ground: Ground) -> str:
    """The projection's range: a wedge, and a bar at its day that ends in caps.

    Where the frame cuts the range, the bar ends in an arrowhead: it goes on.
    """
    low, high = scene.ticks[0], scene.ticks[-1]
    top, bottom = (_edge(fan, bound, low, high) for bound in (fan.high, fan.low))
    around = [(fan.start, fan.value), *top, *reversed(bottom)]
    x, y = ground.at(*top[-1])
    foot = whole(ground.y(bottom[-1][1]))
    below, above = scene.cut
    wedge = way([ground.at(*point) for point in around])
    bar = f"M{x} {y}V{foot}{_tip(x, foot, -8 if below else 0)}{_tip(x, y, 8 if above else 0)}"
    return f'<path class="fan" d="{wedge}Z"/><path class="end" d="{bar}"/>'


def _tip(x: int, y: int, barb: int) -> str:
    """The end of a bar: a cap, or an arrowhead whose barbs lie `barb` below it."""
    if not barb:
        return f"M{x - 4} {y}h8"
    return way([(x - 5, y + barb), (x, y), (x + 5, y + barb)])


def _edge(fan: Fan, bound: float, low: float, high: float) -> list[tuple[float, float]]:
    """One edge of the wedge from after its tip: straight to the frame, then along it."""
    limit = min(max(bound, low), high)
    if limit == bound or bound == fan.value:
        return [(fan.end, bound)]
    part = min(max((limit - fan.value) / (bound - fan.value), 0.0), 1.0)
    return [(fan.start + (fan.end - fan.start) * part, limit), (fan.end, limit)]


def _today(scene: Scene, ground: Ground) -> str:
    """A line on the day for which is judged, with its date."""
    if scene.judged_on is None:
        return ""
    x = whole(ground.x(scene.judged_on))
    day = dt.date.fromordinal(scene.judged_on).isoformat()
    place = "m" if x < RIGHT - 20 else "e"
    line = f'<path class="today" d="M{x} 18V{BOTTOM}"/>'
    return f'{line}<text class="{place}" x="{x}" y="12">{day}</text>'


def _line(scene: Scene, ground: Ground) -> str:
    """The judged series as one line, and a dot for each of its results."""
    points = [ground.at(mark.day, mark.value) for mark in scene.line]
    results = [ground.at(mark.day, mark.value) for mark in scene.of("seen")]
    line = f'<path class="line" d="{way(points)}"/>' if len(points) > 1 else ""
    return line + (f'<path class="seen" d="{dots(results)}"/>' if results else "")


def _signs(scene: Scene, kind: str, ground: Ground) -> str:
    """All marks of one kind, as one path."""
    marks = scene.of(kind)
    strokes = "".join(_sign(*ground.at(mark.day, mark.value), mark) for mark in marks)
    return f'<path class="{kind}" d="{strokes}"/>' if marks else ""


#: A kind's sign: where it begins, seen from its point, and its strokes; from back to front.
_DIAMOND, _SQUARE, _START = (0, -7, "l7 7-7 7-7-7Z"), (-4, -4, "h8v8h-8Z"), (-4, -5, "l9 5-9 5Z")
SIGNS = {
    "rival": (-3, -3, "l6 6m0-6l-6 6"), "replaced": (-4, 0, "a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z"),
    "uncounted": _SQUARE, "stated": _START, "start": _START, "earlier": _DIAMOND,
    "counted": _SQUARE, "limit": (-5, 0, "h10l-5-9Z"), "goal": _DIAMOND,
}  # fmt: skip
_AT_MOST = (-5, 0, "h10l-5 9Z")  # a limit from above


def _sign(x: int, y: int, mark: Mark) -> str:
    """The strokes of a mark's sign around a point."""
    right, down, strokes = _AT_MOST if mark.kind == "limit" and not mark.up else SIGNS[mark.kind]
    return f"M{x + right} {y + down}{strokes}"


def glyph(kind: str) -> str:
    """A kind of the legend in a box of 20 by 16."""
    inner = {
        "path": '<path class="path" d="M1 8H19"/>',
        "path2": '<path class="path2" d="M1 8H19"/>',
        "fan": '<path class="fan" d="M1 8L19 1V15Z"/><path class="end" d="M19 1V15"/>',
        "seen": '<path class="line" d="M1 8H19"/><path class="seen" d="M10 8h0"/>',
    }
    return inner.get(kind) or (
        f'<path class="{kind}" d="{_sign(10, 8, Mark(kind, 0, 0.0, "", ""))}"/>'
    )
