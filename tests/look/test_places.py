"""Where texts and signs stand in a drawing: numbers that one counts by hand.

The ground is chosen for it. The widest label has five columns, so figures begin at
12 + 5 * 7.4 = 49 and end at 618: 569 days, one unit each. Values from 0 to 250 have the 250 units
from 284 up to 34. So a value of 150 on the day 400 stands at x = 400 and y = 284 - 150 = 134. A
text of five columns is 37 wide, and begins 13 above its sign or 24 below it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

import pytest

from kpi.render.charting.scene import Fan, Mark, Scene
from kpi.render.look import Look
from kpi.render.web import ground, svg

LAST = dt.date(2025, 12, 31).toordinal()
#: The day that stands at x = 0, were the figures to begin there.
ZERO = LAST - ground.RIGHT


def mark(kind: str, x: int, value: float, says: str = "", when: str = "") -> Mark:
    return Mark(kind, ZERO + x, value, when, says or f"{value:g} km")


def scene(
    *marks: Mark,
    ticks: Iterable[float] = range(0, 251, 50),
    unit: str = "km",
    falling: bool = False,
    today: int | None = None,
    fan: Fan | None = None,
) -> Scene:
    ticks = tuple(ticks)
    labels = tuple(f"{tick:g}km" for tick in ticks)
    judged_on = None if today is None else ZERO + today
    return Scene(marks, (), fan, ZERO + 49, LAST, ticks, labels, unit, judged_on, falling)


def texts(drawn: Scene) -> list[tuple[str, int, int, str]]:
    """The texts beside marks: anchor and weight, x, y, words."""
    found = re.findall(
        r'<text class="([me ]*[kd])" x="(\d+)" y="(\d+)">([^<]+)', svg.picture(drawn, Look())
    )
    return [(style, int(x), int(y), said) for style, x, y, said in found if y != "12"]


def test_the_ground_is_as_it_is_said_to_be() -> None:
    place = ground.Ground.of(scene())
    assert (place.left, place.at(ZERO + 400, 150)) == (49, (400, 134))


# --- axes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("ticks", "levels", "labels"), [
    ((0, 50, 100, 150, 250), [284, 234, 184, 134, 34], "0km 50km 100km 150km 250km"),
    ((0, 50, 100, 150, 200, 250), [284, 184, 84], "0km 100km 200km"),
])  # fmt: skip
def test_of_more_than_five_ticks_every_second_is_drawn(
    ticks: tuple[int, ...], levels: list[int], labels: str
) -> None:
    """From the lowest on, whose line is the axis; labels stand 5 above their lines."""
    text = svg.picture(scene(ticks=ticks), Look())
    rules = "".join(f"M0 {y}H640" for y in levels[1:])
    assert f'<path class="grid" d="{rules}"/>' in text
    said = [
        f'<text y="{y - 5}">{label}</text>' for y, label in zip(levels, labels.split(), strict=True)
    ]
    assert "".join(said) in text


def test_the_last_date_ends_at_the_right_edge() -> None:
    """2025-12 has seven columns, 51.8 units, half of them on either side of 614; its foot is at
    618. The other halves stand beneath their own feet: 184 days before 2025-12-31 is x = 434."""
    text = svg.picture(scene(), Look())
    assert re.findall(r'x="(\d+)" y="304">([^<]+)', text)[-2:] == [
        ("434", "2025-06"),
        ("614", "2025-12"),
    ]
    assert "M434 284v5M618 284v5" in text


@pytest.mark.parametrize(("unit", "shown"), [("km", True), ("%", False), ("", False)])
def test_the_unit_stands_above_the_axis_unless_each_value_has_it(unit: str, shown: bool) -> None:
    assert (
        f'<text class="d" x="0" y="12">{unit}</text>' in svg.picture(scene(unit=unit), Look())
    ) == shown


@pytest.mark.parametrize(("x", "place"), [(49, "m"), (597, "m"), (598, "e"), (618, "e")])
def test_the_date_of_today_does_not_leave_the_drawing(x: int, place: str) -> None:
    """Ten columns are 74 wide: around 598 they would end at 635, and larger ones beyond 640."""
    day = dt.date.fromordinal(ZERO + x).isoformat()
    text = svg.picture(scene(today=x), Look())
    assert f'<path class="today" d="M{x} 18V284"/>' in text
    assert f'<text class="{place}" x="{x}" y="12">{day}</text>' in text


@pytest.mark.parametrize(("columns", "today", "place"), [
    (20, 300, "d 0"), (35, 300, "e d 640"), (35, 600, "d 0"),
])  # fmt: skip
def test_no_unit_stands_on_the_date_of_today(columns: int, today: int, place: str) -> None:
    """Twenty columns are 148 wide, 35 are 259, and the date around 300 begins at 263."""
    text = svg.picture(scene(unit="m" * columns, today=today), Look())
    style, _, x = place.rpartition(" ")
    assert f'<text class="{style}" x="{x}" y="12">{"m" * columns}</text>' in text


def test_a_unit_that_fits_nowhere_is_cut_before_the_date_of_today() -> None:
    """600 - 10 * 7.4 are 71 columns, of which no text has more than 56; 400 leaves 44."""
    for today, most in ((600, 56), (400, 44)):
        (said,) = re.findall(
            r'<text class="d" x="0" y="12">([^<]+)',
            svg.picture(scene(unit="m" * 80, today=today), Look()),
        )
        assert len(said) == most


# --- signs ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "strokes"), [
    ("goal", "M100 93l7 7-7 7-7-7Z"),  # 7 to each side
    ("earlier", "M100 93l7 7-7 7-7-7Z"),
    ("counted", "M96 96h8v8h-8Z"),  # 4 to each side
    ("uncounted", "M96 96h8v8h-8Z"),
    ("replaced", "M96 100a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z"),  # two half rings around it
    ("limit", "M95 100h10l-5-9Z"),  # its foot on the value, its tip over the middle
    ("start", "M96 95l9 5-9 5Z"), ("stated", "M96 95l9 5-9 5Z"),  # its tip on the right
    ("rival", "M97 97l6 6m0-6l-6 6"),  # 3 to each side
])  # fmt: skip
def test_a_sign_stands_around_its_point(kind: str, strokes: str) -> None:
    """A value of 184 on the day 100 stands at 100, 100."""
    assert f'<path class="{kind}" d="{strokes}"/>' in svg.picture(
        scene(mark(kind, 100, 184)), Look()
    )
    assert set(svg.SIGNS) == {
        "rival", "replaced", "uncounted", "stated", "start", "earlier", "counted", "limit", "goal",
    }  # fmt: skip


def test_a_range_is_cut_where_its_edge_meets_the_frame() -> None:
    """From 100 on the day 200 up to 400 in 200 days: 250 is reached half way, at x = 300. Down to
    50 it stays inside, and ends in a cap of 8; above there is an arrowhead."""
    text = svg.picture(scene(fan=Fan(ZERO + 200, 100.0, ZERO + 400, 50.0, 400.0)), Look())
    assert '<path class="fan" d="M200 184l100-150 100 0 0 200Z"/>' in text
    assert '<path class="end" d="M400 34V234M396 234h8M395 42l5-8 5 8"/>' in text


# --- texts ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("falling", "goal", "figure"), [(False, 121, 258), (True, 158, 221)])
def test_a_goal_and_the_latest_figure_have_their_texts_on_the_far_sides(
    falling: bool, goal: int, figure: int
) -> None:
    """A rising line comes to the goal from below: the goal's text is above, the figure's below.
    Of figures only the latest has a text, which begins 3 before it."""
    marks = (mark("seen", 100, 20), mark("seen", 200, 50), mark("goal", 400, 150))
    assert texts(scene(*marks, falling=falling)) == [
        ("m k", 400, goal, "150 km"), ("k", 197, figure, "50 km"),
    ]  # fmt: skip


def test_a_limit_that_is_the_latest_figure_has_its_text() -> None:
    marks = (mark("seen", 100, 20), mark("limit", 200, 50, "≥ 50"))
    assert [said for *_, said in texts(scene(*marks))] == ["≥ 50"]


@pytest.mark.parametrize(("kind", "x", "anchor"), [
    ("goal", 67, ("k", 64)), ("goal", 68, ("m k", 68)),  # half of it, 18.5, from 49 on
    ("goal", 605, ("m k", 605)), ("goal", 606, ("e k", 616)),  # 34.2 on a phone, up to 640
    ("goal", 618, ("e k", 628)),
    ("seen", 600, ("k", 597)), ("seen", 603, ("k", 600)),  # 37 from there is 640
    ("seen", 604, ("e k", 614)), ("seen", 618, ("e k", 628)),
])  # fmt: skip
def test_a_text_stays_between_the_axis_and_the_right_edge(
    kind: str, x: int, anchor: tuple[str, int]
) -> None:
    (found,) = texts(scene(mark(kind, x, 150, "12345")))
    assert found[:2] == anchor


def test_a_text_stays_above_the_axis_and_below_the_head() -> None:
    """Below 5 there would be 303, and above 250 there would be 21."""
    (low,), (high,) = (texts(scene(mark(*one))) for one in (("seen", 200, 5), ("goal", 200, 250)))
    assert (low[2], high[2]) == (266, 58)


def test_an_earlier_goal_says_when_it_was_announced_if_anybody_knows() -> None:
    marks = mark("earlier", 200, 50, "50 km", "2022-03"), mark("earlier", 400, 200, "200 km")
    assert texts(scene(*marks)) == [
        ("m d", 200, 221, "50 km (2022-03)"), ("m d", 400, 71, "200 km"),
    ]  # fmt: skip


def test_the_second_of_two_goals_goes_below() -> None:
    """Above 120 there would be 151, 12 from the other's sign at 134 + 5; below there is 188."""
    found = texts(scene(mark("goal", 400, 150, "12345"), mark("earlier", 400, 120, "12345")))
    assert found == [("m k", 400, 121, "12345"), ("m d", 400, 188, "12345")]


def test_a_text_near_its_goal_is_better_than_one_in_its_middle() -> None:
    """Figures stand in both places above and below: on the left the text ends at 400 - 9."""
    marks = (
        mark("uncounted", 410, 168),
        mark("uncounted", 410, 131),
        mark("goal", 400, 150, "12345"),
    )
    assert texts(scene(*marks)) == [("e k", 391, 121, "12345")]
    figure = (*marks[:2], mark("seen", 400, 150, "12345"))  # to whose left there is its line
    assert texts(scene(*figure)) == [("k", 397, 174, "12345")]


@pytest.mark.parametrize(("kind", "x", "y"), [
    ("uncounted", 238, 158), ("uncounted", 236, 121), ("goal", 243, 158), ("goal", 241, 121),
])  # fmt: skip
def test_a_text_keeps_off_half_a_sign(kind: str, x: int, y: int) -> None:
    """From 197 it goes to 234: a figure's sign takes 3 to its left, a goal's 8."""
    other = mark(kind, x, 131, "1")
    found = texts(scene(mark("seen", 200, 150, "12345"), other))
    assert [one[1:3] for one in found if one[3] == "12345"] == [(197, y)]


def test_a_text_stands_on_other_series_only_where_there_is_no_other_place() -> None:
    """First below, then above; where all eight places are taken, below all the same."""
    own = mark("seen", 200, 150, "12345")
    heights = (158, 121, 174, 105)
    rivals = [mark("rival", x, 284 + 5 - y) for y in (*heights, 139) for x in (215, 170)]
    assert texts(scene(own, rivals[0])) == [("k", 197, 121, "12345")]
    assert texts(scene(own, *rivals)) == [("k", 197, 158, "12345")]


@pytest.mark.parametrize(("x", "found"), [(96, (87, 158)), (94, (82, 139))])
def test_to_the_left_of_a_sign_there_is_room_up_to_the_axis(x: int, found: tuple[int, int]) -> None:
    """A text that ends 9 before 96 begins at 50. Without that place it is beside its sign."""
    taken = [mark("uncounted", x + 15, 284 + 5 - y) for y in (158, 121, 174, 105)]
    assert texts(scene(mark("seen", x, 150, "12345"), *taken)) == [("e k", *found, "12345")]


def test_at_the_left_edge_a_text_without_a_free_place_goes_to_the_right() -> None:
    """Twelve columns are 88.8 wide: to the left of 60 they would begin before the drawing."""
    taken = [mark("uncounted", 60 + dx, 284 + 5 - y) for y in (158, 121, 174, 105)
             for dx in range(0, 90, 5)]  # fmt: skip
    assert texts(scene(mark("seen", 60, 150, "123456789012"), *taken)) == [
        ("k", 72, 139, "123456789012")
    ]


def test_of_many_earlier_goals_the_last_hundred_are_tried() -> None:
    """The page has them all."""
    many = [mark("earlier", 400, 150, "12345")] * 99
    marks = (mark("earlier", 200, 50, "first"), *many, mark("earlier", 300, 200, "last"))
    said = [text for *_, text in texts(scene(*marks))]
    assert "last" in said
    assert "first" not in said
    assert "first" in [text for *_, text in texts(scene(*marks[:1], *marks[2:]))]
