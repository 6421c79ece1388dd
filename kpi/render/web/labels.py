"""The texts in a drawing: each escaped, beside its mark, and none over another."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kpi.render.look import Look
from kpi.render.text.grid import clip, width
from kpi.render.web.ground import BOTTOM, COLUMN, LONGEST, TOP, WIDE, Ground, whole
from kpi.render.web.scene import Scene
from kpi.render.wording import words
from kpi.values import dataclass


def text(said: str, look: Look) -> str:
    """Any text in a drawing: nothing hidden in it, and escaped."""
    return escape(words.plain(words.safe(said), look))


@dataclass(frozen=True, slots=True)
class Label:
    """A text beside its mark: where it begins, middles or ends, and its box."""

    place: str  # s | m | e
    x: float
    y: float
    left: float
    right: float

    def style(self, old: bool) -> str:
        """Its classes: faint or strong, and where it is anchored unless at its start."""
        return ("" if self.place == "s" else f"{self.place} ") + ("d" if old else "k")

    def over(self, other: Label) -> bool:
        """Whether two texts would stand on each other."""
        apart = self.right < other.left or other.right < self.left
        return not apart and abs(self.y - other.y) < 15


def names(drawn: Scene, ground: Ground, look: Look) -> str:
    """The goals and the latest figure, written beside their marks; no text over another one.

    An earlier goal for whose text there is no room keeps its mark, and the page its words.
    """
    latest = drawn.of("seen", "counted", "limit")[-1:]
    parts, there = [], list(_taken(drawn, ground))
    for mark in (*drawn.of("goal"), *latest, *drawn.of("earlier")):
        old = mark.kind == "earlier"
        said = clip(f"{mark.says} ({mark.when})" if old and mark.when else mark.says, LONGEST, look)
        goal = mark.kind in ("goal", "earlier")
        x, y = ground.x(mark.day), ground.y(mark.value)
        spots = list(_spots(x, y, said, drawn.falling == goal, goal, ground))
        free = next((s for s in spots if not any(s.over(other) for other in there)), None)
        if free is None and old:
            continue
        label = free or spots[0]
        there.append(label)
        parts.append(
            f'<text class="{label.style(old)}" x="{whole(label.x)}"'
            f' y="{whole(label.y)}">{text(said, look)}</text>'
        )
    return "".join(parts)


def _taken(drawn: Scene, ground: Ground) -> Iterator[Label]:
    """Where goals stand: no text covers one."""
    for mark in drawn.of("goal", "earlier"):
        x, y = ground.x(mark.day), ground.y(mark.value)
        yield Label("m", x, y + 5, x - 8, x + 8)


def _spots(
    x: float, y: float, said: str, below: bool, centred: bool, ground: Ground
) -> Iterator[Label]:
    """Where a text may stand beside its mark, the best place first."""
    long = COLUMN * width(said)
    half = long / 2
    place = "m" if centred and ground.left + half < x < WIDE - half else "s"
    place = "e" if place == "s" and x + long > WIDE else place
    at = {"m": x, "e": min(x + 10, WIDE), "s": x - 3}[place]
    left = {"m": at - half, "e": at - long, "s": at}[place]
    heights = (y + 24, y - 13) if below else (y - 13, y + 24)
    for height in (*heights, y + 40, y - 29):
        if TOP - 8 < height < BOTTOM - 4:
            yield Label(place, at, height, left, left + long)
    yield Label("e", x - 12, min(max(y + 5, TOP), BOTTOM - 5), x - 12 - long, x - 12)
