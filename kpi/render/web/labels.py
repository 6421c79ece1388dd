"""The texts in a drawing: each escaped, beside its mark, and none over another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from kpi.render.charting.scene import Mark, Scene
from kpi.render.grid import clip, width
from kpi.render.look import Look
from kpi.render.web.ground import BOTTOM, COLUMN, LONGEST, TOP, WIDE, Ground, whole
from kpi.render.wording import words
from kpi.values import dataclass

#: How much larger texts are on a phone.
LARGER = 24 / 13
#: How near to each other two lines of text may not begin.
NEAR = 15
#: Of so many earlier goals the texts are tried; there is no room for more.
MOST_EARLIER = 100


def text(string: str, look: Look) -> str:
    """Any text in a drawing: nothing hidden in it, and escaped."""
    return escape(words.plain(words.safe(string), look))


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
        return not apart and abs(self.y - other.y) < NEAR


class _Taken:
    """Where texts and marks stand, by their height: of thousands only those nearby are asked."""

    def __init__(self, labels: Iterable[Label]) -> None:
        self.rows: dict[int, list[Label]] = {}
        for label in labels:
            self.add(label)

    def add(self, label: Label) -> None:
        self.rows.setdefault(int(label.y // NEAR), []).append(label)

    def over(self, label: Label) -> bool:
        """Whether a text would stand on one of them."""
        row = int(label.y // NEAR)
        near = (self.rows.get(each, ()) for each in (row - 1, row, row + 1))
        return any(label.over(other) for some in near for other in some)


def names(scene: Scene, ground: Ground, look: Look) -> str:
    """The goals and the latest figure, written beside their marks; no text over another one.

    Figures of other series may be covered if there is no other place. An earlier goal for whose
    text there is no room keeps its mark, and the page its words.
    """
    latest = scene.of("seen", "counted", "limit")[-1:]
    parts, taken = [], _Taken(_taken(scene, ground))
    rivals = _Taken(_around(mark, ground) for mark in scene.of("rival"))
    for mark in (*scene.of("goal"), *latest, *scene.of("earlier")[-MOST_EARLIER:]):
        old = mark.kind == "earlier"
        caption = clip(
            f"{mark.says} ({mark.when})" if old and mark.when else mark.says, LONGEST, look
        )
        goal = mark.kind in ("goal", "earlier")
        x, y = ground.x(mark.day), ground.y(mark.value)
        spots = list(_spots(x, y, caption, scene.falling == goal, goal, ground))
        free = [spot for spot in spots if not taken.over(spot)]
        best = [spot for spot in free if not rivals.over(spot)] or free
        if not free and old:
            continue
        label = (best or spots[-1:])[0]
        taken.add(label)
        parts.append(
            f'<text class="{label.style(old)}" x="{whole(label.x)}"'
            f' y="{whole(label.y)}">{text(caption, look)}</text>'
        )
    return "".join(parts)


def _taken(scene: Scene, ground: Ground) -> Iterator[Label]:
    """Where no text may stand: on goals, on figures, and on the bar of the projection."""
    for mark in scene.marks:
        if mark.kind != "rival":
            yield _around(mark, ground)
    if scene.fan:
        x, ends = ground.x(scene.fan.end), (scene.fan.low, scene.fan.high)
        foot, top = (whole(min(max(ground.y(end), TOP), BOTTOM)) for end in ends)
        for y in (*range(top, foot, 12), foot):
            yield Label("m", x, y + 5, x - 5, x + 5)


def _around(mark: Mark, ground: Ground) -> Label:
    """A sign's place, as if it were a text."""
    x, y = ground.at(mark.day, mark.value)
    half = 8 if mark.kind in ("goal", "earlier") else 3
    return Label("m", x, y + 5, x - half, x + half)


def _spots(
    x: float, y: float, caption: str, below: bool, centred: bool, ground: Ground
) -> Iterator[Label]:
    """Where a text may stand beside its mark, the best place first.

    On a phone it is larger than here, so one in the middle needs room for that at the edge.
    """
    long = COLUMN * width(caption)
    half = long / 2
    if centred and ground.left + half < x < WIDE - LARGER * half:
        places = [("m", x, x - half)]
    elif x + long <= WIDE:
        places = [("s", x - 3, x - 3)]
    else:
        places = [("e", min(x + 10, WIDE), min(x + 10, WIDE) - long)]
    if x - 9 - long > ground.left:
        places.append(("e", x - 9, x - 9 - long))
    heights = (y + 24, y - 13) if below else (y - 13, y + 24)
    spots = [
        Label(place, x_of, height, left, left + long)
        for place, x_of, left in places
        for height in (*heights, y + 40, y - 29)
        if TOP - 8 < height < BOTTOM - 4
    ]
    # A goal's text stays near it; to the left of a figure there is the line that leads to it.
    yield from sorted(spots, key=lambda spot: abs(spot.y - y) > 24) if centred else spots
    height = min(max(y + 5, TOP), BOTTOM - 5)
    if x - 12 < LARGER * long:  # at the left edge there is more room on the right
        yield Label("s", x + 12, height, x + 12, x + 12 + long)
    else:
        yield Label("e", x - 12, height, x - 12 - long, x - 12)
