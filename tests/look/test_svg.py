"""The drawing of one target: what is a line, what is a mark, and that it is the same every time."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest

from kpi.assess.evidence.series_lines import Line
from kpi.assess.status import Status
from kpi.facts.records import Observation, Series
from kpi.render.charting.axis import ends
from kpi.render.charting.captions import described, legend
from kpi.render.charting.scene import Scene, scene_of
from kpi.render.formats import CARD, SHOW
from kpi.render.look import Look
from kpi.render.web import ground, svg
from kpi.render.web.card_picture import card_svg
from tests.assess.conftest import STRAIGHT, judged, yearly
from tests.look.hostile import HOSTILE
from tests.render import boards

ON = boards.ON


def drawn(status: Status, lang: str = "en") -> Scene:
    found = scene_of(status, ON, lang)
    assert found is not None
    return found


def inline(status: Status, lang: str = "en") -> str:
    return svg.chart(drawn(status, lang), status, Look(lang=lang), "_1")


def parsed(text: str) -> ET.Element:
    """The drawing as XML, which wants the quotes that HTML does without."""
    return ET.fromstring(re.sub(r"=([A-Za-z0-9._-]+)(?=[ >])", r'="\1"', text))  # noqa: S314 - our own


def corners(d: str) -> int:
    """How many points the lines of a path join."""
    return 1 + len(re.findall(r"-?\d+", d.partition("l")[2])) // 2


def of(text: str, kind: str) -> list[str]:
    return [e.get("d", "") for e in parsed(text).iter("path") if e.get("class") == kind]


# --- what is a line and what is a mark --------------------------------------------------------


def test_one_line_joins_the_judged_values_and_no_others() -> None:
    """Four judged values, one line of four corners; the rival survey's 30.6 % is no part of it."""
    (line,) = of(inline(boards.rich()), "line")
    assert corners(line) == 4
    assert len(of(inline(boards.rich()), "rival")) == 1


def test_no_line_crosses_from_one_series_to_another() -> None:
    """A changed question begins a new series: its values stand as marks, and nothing joins them."""
    status = boards.rich()
    old = Line(
        Series("old-question", boards.HERE), False,
        tuple(boards.seen(str(y), v, series="old-question") for y, v in ((2018, 1.2), (2019, 2.0))),
        (), (),
    )  # fmt: skip
    more = dataclasses.replace(status, lines=(*status.lines, old))
    assert corners(of(inline(more), "line")[0]) == corners(of(inline(status), "line")[0])
    assert [m.kind for m in drawn(more).marks].count("rival") == 3


def test_a_series_that_is_only_shown_is_never_a_line() -> None:
    status = boards.rich()
    lines = tuple(dataclasses.replace(line, judged=False) for line in status.lines)
    text = inline(dataclasses.replace(status, lines=lines, latest=None, projection=None))
    assert not of(text, "line")
    assert of(text, "rival")


def test_shapes_tell_results_plans_limits_and_replaced_values_apart() -> None:
    """Not by colour alone: each kind has strokes of its own."""
    text = inline(boards.rich())
    assert of(text, "replaced")[0].count("a4 4") == 2  # a ring
    assert "h8v8h-8Z" in of(text, "uncounted")[0]  # a hollow square
    assert "l9 5-9 5Z" in of(text, "stated")[0]
    assert "h10l-5-9Z" in of(inline(boards.money()), "limit")[0]  # an arrow upwards: at least
    least = boards.money()
    line = least.lines[0]
    most = dataclasses.replace(line.values[-1], bound="<=")
    text = inline(dataclasses.replace(
        least, lines=(dataclasses.replace(line, values=(*line.values[:-1], most)),)
    ))  # fmt: skip
    assert "h10l-5 9Z" in of(text, "limit")[0]
    shapes = set(svg.SIGNS.values())
    assert len(shapes) >= 6


def test_a_plan_that_is_judged_keeps_the_sign_of_a_plan() -> None:
    status = boards.rich()
    line = status.lines[0]
    plan = dataclasses.replace(line.values[-1], status="planned")
    lines = (dataclasses.replace(line, values=(*line.values[:-1], plan)), *status.lines[1:])
    text = inline(dataclasses.replace(status, lines=lines))
    assert len(of(text, "counted")) == 1
    assert of(text, "seen")[0].count("h0") == 3
    assert corners(of(text, "line")[0]) == 4


def test_the_first_goal_stays_visible_with_the_day_it_was_announced() -> None:
    text = inline(boards.rich())
    assert of(text, "earlier")
    assert of(text, "goal")
    assert "20 % (2022-03)" in text


def test_today_is_a_line_with_its_date() -> None:
    assert "2026-11-22" in inline(boards.rich())
    assert of(inline(boards.rich()), "today")


def test_a_fan_stays_inside_the_frame() -> None:
    """A range that reaches far is cut at the frame, and its edge keeps its slope."""
    status = boards.rich()
    assert status.projection is not None
    wide = dataclasses.replace(status.projection, low=-4000.0, high=9000.0)
    text = inline(dataclasses.replace(status, projection=wide))
    (fan,) = of(text, "fan")
    numbers = [int(n) for n in re.findall(r"-?\d+", fan)]
    x, y = numbers[0], numbers[1]
    for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
        x, y = x + dx, y + dy
        assert ground.TOP <= y <= ground.BOTTOM
        assert 0 <= x <= ground.RIGHT
    assert "M614" not in of(text, "end")[0]  # no cap: the end lies outside


def ranged(status: Status, low: float, high: float) -> Status:
    assert status.projection is not None
    there = dataclasses.replace(status.projection, low=low, high=high)
    return dataclasses.replace(status, projection=there)


@pytest.mark.parametrize(("low", "high", "heads", "said", "korean"), [
    (12.0, 9000.0, "v", ["goes on above the chart, up to 9,000 %"], ["차트 위 9,000%까지 이어짐"]),
    (-4000.0, 40.0, "^", ["goes on below the chart, down to -4,000 %"],
     ["차트 아래 -4,000%까지 이어짐"]),
    (-4000.0, 9000.0, "^v", ["goes on beyond the chart, from -4,000 % to 9,000 %"],
     ["차트 밖까지 이어짐: -4,000%~9,000%"]),
    (12.0, 58.0, "", [], []),
])  # fmt: skip
def test_a_range_that_goes_on_has_an_arrowhead_and_says_how_far(
    low: float, high: float, heads: str, said: list[str], korean: list[str]
) -> None:
    """A range must not look as if it ended where only the frame does."""
    status = ranged(boards.rich(), low, high)
    (end,) = of(inline(status), "end")
    assert end.count(f"{ground.BOTTOM}l5") == 0
    assert (f"{ground.TOP + 8}l5-8 5 8" in end) == ("v" in heads)
    assert (f"{ground.BOTTOM - 8}l5 8 5-8" in end) == ("^" in heads)
    assert end.count("h8") == 2 - len(heads)
    for lang, expected in (("en", said), ("ko", korean)):
        fan = dict(legend(drawn(status, lang), status, lang))["fan"]
        assert fan.split("; ")[1:] == expected
        for form in ("html", "svg"):
            page = CARD[form](status, boards.board(status), Look(lang=lang), "0.1.0")
            assert fan in page


def test_the_frame_takes_in_a_range_that_leaves_room_for_the_values() -> None:
    """From 1 % to 30 %, a range up to 70 % leaves two fifths of the height to the values."""
    assert drawn(ranged(boards.rich(), 12.0, 70.0)).cut == (False, False)
    assert drawn(ranged(boards.rich(), 12.0, 70.0)).ticks[-1] >= 70
    assert drawn(ranged(boards.rich(), 12.0, 95.0)).cut == (False, True)
    assert drawn(ranged(boards.rich(), 12.0, 95.0)).ticks[-1] < 70


def test_no_text_covers_the_bar_of_the_range_or_a_figure() -> None:
    """The goal stands on that bar where both have the same day; its text goes beside it."""
    for status in (boards.rich(), boards.falling()):
        goal = float(status.goal.value)
        for low, high in ((goal - 3, goal + 20), (goal - 8, goal + 4), (goal + 1, goal + 3),
                          (goal - 9000, goal + 9000), (goal - 2, goal + 400)):  # fmt: skip
            other = dataclasses.replace(
                status,
                projection=dataclasses.replace(boards.rich().projection, low=low, high=high),
            )  # fmt: skip
            found = drawn(other)
            place = ground.Ground.of(found)
            assert found.fan is not None
            bar = place.x(found.fan.end)
            top, foot = (min(max(place.y(end), ground.TOP), ground.BOTTOM) for end in (high, low))
            texts = _boxes(inline(other))
            assert any(said.startswith(str(status.goal.value)) for said, *_ in texts)
            for said, left, right, y in texts:
                beside = right < bar - 4 or left > bar + 4
                assert beside or y < top or y - 11 > foot, (said, low, high)
                for mark in found.of("seen", "goal"):
                    x, level = place.at(mark.day, mark.value)
                    assert not (left < x < right and y - 11 < level < y), (said, mark)


def _boxes(text: str) -> list[tuple[str, float, float, int]]:
    """The texts beside marks: words, left, right, and the line on which they stand."""
    found = re.findall(r'<text class="?(?:(m|e) )?[kd]"? x=(\d+) y=(\d+)>([^<]*)', text)
    boxes = []
    for place, x, y, said in found:
        long = len(said) * ground.COLUMN
        left = int(x) - {"m": long / 2, "e": long}.get(place, 0)
        boxes.append((said, left, left + long, int(y)))
    return boxes


@pytest.mark.parametrize("first", ["2026-Q3", "2026-09", "2026-10", "2025", "2024"])
@pytest.mark.parametrize("on", ["2026-11-22", "2027-01-15", "2027-09-01"])
def test_the_axis_of_an_amount_of_one_year_ends_with_that_year(first: str, on: str) -> None:
    """However late its figures begin: what comes after that year is none of its time."""
    status = boards.bare("spending", "under way", "unknown", unit="KRW bn")
    own = dataclasses.replace(status.target, kind="annual", baseline=None)
    goal = boards.goal(480, "2026")
    line = Line(
        Series("main", boards.HERE), True,
        (boards.seen(first, 120, series="main"), boards.seen("2026-11", 40, series="main")), (), (),
    )  # fmt: skip
    other = dataclasses.replace(status, target=own, goal=goal, goals=(goal,), lines=(line,))
    found = scene_of(other, dt.date.fromisoformat(on), "en")
    assert found is not None
    assert dt.date.fromordinal(found.last) == dt.date(2026, 12, 31)
    assert dt.date.fromordinal(found.first) <= dt.date(2025, 12, 31)
    assert list(ends(found.first, found.last).values())[-1] == "2026-12"


def test_a_short_stretch_begins_earlier_and_does_not_end_later() -> None:
    """A deadline stays the right edge where figures began in its own year."""
    status = boards.bare("factories", "possible", "mixed", unit="factories")
    goal = boards.goal(200, "2026")
    line = Line(Series("main", boards.HERE), True,
                (boards.seen("2026-10", 120, series="main"),), (), ())  # fmt: skip
    found = scene_of(dataclasses.replace(status, goal=goal, goals=(goal,), lines=(line,)), ON, "en")
    assert found is not None
    assert dt.date.fromordinal(found.last) == dt.date(2026, 12, 31)


def test_an_unbounded_number_is_no_chart_and_no_crash() -> None:
    huge = boards.falling()
    line = huge.lines[0]
    for value in ("1e308", "-1e308", "1e-320", "0"):
        other = dataclasses.replace(line.values[0], value=Decimal(value))
        lines = (dataclasses.replace(line, values=(other, *line.values[1:])),)
        found = scene_of(dataclasses.replace(huge, lines=lines), ON, "en")
        if found is not None:
            assert "nan" not in svg.picture(found, Look())
            assert "inf" not in svg.picture(found, Look())


@pytest.mark.parametrize("status", [boards.milestone(), boards.bare("x", "no data", "unknown")])
def test_where_nothing_was_seen_nothing_is_drawn(status: Status) -> None:
    assert scene_of(status, ON, "en") is None


# --- words ------------------------------------------------------------------------------------


def test_title_and_description_say_what_is_seen() -> None:
    root = parsed(inline(boards.rich()))
    title, desc = root.find("title"), root.find("desc")
    assert title is not None
    assert desc is not None
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert title.text == "Companies using AI"
    assert "4 observed values from 2.7 % (2020) to 6.4 % (2023)" in (desc.text or "")
    assert "Earlier goal: at least 20 % by 2028" in (desc.text or "")


def _with(status: Status, *values: Observation) -> Status:
    line = dataclasses.replace(status.lines[0], values=values)
    return dataclasses.replace(status, lines=(line, *status.lines[1:]))


@pytest.mark.parametrize(("states", "said", "korean"), [
    ("final final final planned", "4 values, planned: 2023", "계획: 2023년"),
    ("final final final enacted", "4 values, enacted: 2023", "의결: 2023년"),
    ("final final final provisional", "4 observed values, provisional: 2023", "잠정: 2023년"),
    ("final estimated estimated provisional",
     "4 values, estimated: 2021, 2022; provisional: 2023", "추정: 2021년, 2022년; 잠정: 2023년"),
])  # fmt: skip
def test_the_description_says_which_values_are_no_plain_results(
    states: str, said: str, korean: str
) -> None:
    """A plan is not "observed" for whoever listens instead of looking."""
    each = zip(boards.rich().lines[0].values, states.split(), strict=True)
    values = [dataclasses.replace(o, status=state) for o, state in each]
    many, one = _with(boards.rich(), *values), _with(boards.rich(), values[-1])
    count, kinds = said.split(", ", 1)
    assert described(drawn(many), many, "en").startswith(
        f"{count} from 2.7 % (2020) to 6.4 % (2023), of which {kinds}. Goal"
    )
    assert f"(이 중 {korean})." in described(drawn(many, "ko"), many, "ko")
    told = described(drawn(one), one, "en")
    assert told.startswith(("One value: ", "One observed value: ")[states.endswith("provisional")])
    assert f"6.4 % (2023, {values[-1].status})." in told


def test_of_many_estimates_the_description_says_how_many() -> None:
    status = boards.rich()
    first = status.lines[0].values[0]
    many = _with(status, *(
        dataclasses.replace(first, period=boards.p(str(year)), status="estimated")
        for year in range(2010, 2023)
    ))  # fmt: skip
    assert "of which estimated: 13." in described(drawn(many), many, "en")
    assert "추정 13개" in described(drawn(many, "ko"), many, "ko")


def test_korean_drawings_speak_korean() -> None:
    text = described(drawn(boards.rich(), "ko"), boards.rich(), "ko")
    assert "관측값 4개" in text
    assert "AI 활용 기업 비중" in inline(boards.rich(), "ko")


def test_the_legend_explains_every_sign_there_is() -> None:
    for status in (boards.rich(), boards.money(), boards.falling()):
        found = drawn(status)
        explained = {kind for kind, _ in legend(found, status, "en")}
        assert {mark.kind for mark in found.marks} <= explained
        assert len(found.curves) == len(explained & {"path", "path2"})


def test_no_text_stands_on_another() -> None:
    """Labels of figures never overlap, however near the figures are."""
    status = boards.rich()
    goals = tuple(
        dataclasses.replace(g, value=Decimal(str(30 - n)), announced=dt.date(2022, n + 1, 1))
        for n, g in enumerate([status.goal] * 6)
    )
    text = inline(dataclasses.replace(status, goals=goals, goal=goals[0]))
    moved = dataclasses.replace(status, goals=goals, goal=goals[0])
    assert ground.Ground.of(drawn(moved)).left > 0
    labels = re.findall(r'<text class="(?:m|e|s) (?:k|d)" x=(\d+) y=(\d+)>([^<]*)', text)
    rows = sorted((int(y), said) for _, y, said in labels)
    assert len({said for _, said in rows}) == len(rows)
    boxes = [(int(x), int(y), len(said) * ground.COLUMN) for x, y, said in labels]
    for n, (x, y, wide) in enumerate(boxes):
        for x1, y1, wide1 in boxes[n + 1 :]:
            assert abs(y - y1) >= 14 or abs(x - x1) > max(wide, wide1) / 2


# --- bytes ------------------------------------------------------------------------------------


def test_the_same_target_is_drawn_with_the_same_bytes() -> None:
    for status in (boards.rich(), boards.money(), boards.falling()):
        assert inline(status) == inline(status)
        assert not re.search(
            r"\d\.\d{2,}", re.sub(r"<(title|desc)[^>]*>[^<]*|>[^<]*<", "", inline(status))
        )


@pytest.mark.parametrize(("status", "most"), [
    (boards.rich(), 2600), (boards.money(), 1600), (boards.falling(), 1700),
])  # fmt: skip
def test_a_chart_is_small(status: Status, most: int) -> None:
    assert len(inline(status).encode()) < most


def test_nothing_in_a_drawing_runs_or_asks() -> None:
    text = card_svg(boards.rich(), boards.board(boards.rich()), Look(), "0.1.0")
    root = ET.fromstring(text)  # noqa: S314 - our own
    tags = {e.tag.rpartition("}")[2] for e in root.iter()}
    assert not tags & {"script", "image", "foreignObject", "use", "a", "animate", "set"}
    assert "url(" not in text
    assert "@import" not in text
    assert not [name for e in root.iter() for name in e.keys() if name.startswith("on")]  # noqa: SIM118
    assert set(re.findall(r"https?://[^\s<\"]+", re.sub(r">[^<]*<", "><", text))) == {
        "http://www.w3.org/2000/svg"
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_in_a_drawing(text: str) -> None:
    status = boards.hostile(text)
    for made in (inline(status), card_svg(status, boards.board(status), Look(), text)):
        root = parsed(made)
        assert not [e for e in root.iter() if e.tag.rpartition("}")[2] in ("script", "img", "b")]
        for bad in ("\x1b", "\x00", "\u202e", "\u2028", "\ufffe"):
            assert bad not in made


@pytest.mark.parametrize("unit", ["<b>", "a&b"])
def test_a_hostile_unit_that_is_short_is_text_beside_its_figures(unit: str) -> None:
    """A longer one stands above the axis only."""
    status = judged(STRAIGHT.replace('"points"', f'"{unit}"') + yearly({2021: 12, 2024: 15}))
    text = inline(status)
    beside = [e.text or "" for e in parsed(text).iter("text") if (e.text or "").startswith("30 ")]
    assert beside == [f"30 {unit}"]


def test_signs_of_ours_are_in_ascii_where_that_is_asked_for() -> None:
    text = svg.chart(drawn(boards.money()), boards.money(), Look(ascii=True), "_1")
    assert "&gt;= " in text
    assert "≥" not in text


# --- colours ----------------------------------------------------------------------------------


def _palettes() -> list[dict[str, str]]:
    css = svg.packaged("chart.css")
    light, *others = [
        dict(re.findall(r"--([a-z]+):(#[0-9a-f]{3,6})", block))
        for block in re.findall(r":root\{([^}]*)\}", css)
        if "#" in block  # the reader's own colours have no number
    ]
    return [light, *others]


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * c for c in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_text_can_be_read_in_light_in_dark_and_on_paper() -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1 for every colour in which words are written."""
    palettes = _palettes()
    assert len(palettes) == 3
    for palette in palettes:
        for name in ("ink", "soft", "blue", "good", "mixed", "bad", "unknown", "closed"):
            pair = sorted((_luminance(palette[name]), _luminance(palette["paper"])))
            assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, (name, palette)


ANNUAL = """
[[target]]
id = "x"
title = "Budget of 2026 (invented)"
kind = "annual"
unit = "KRW bn"
direction = "up"
goal = { value = 1870, by = 2026 }
"""


@pytest.mark.parametrize(("figures", "expected"), [
    ({"2026-Q1": 125, "2026-Q2": 690, "2026-Q3": 512}, [125, 815, 1327]),
    ({"2025": 1500, "2026-Q1": 125}, [125]),
    ({"2024": 1400, "2025": 1500}, [1400, 1500]),
    ({"2024": 1500, "2025": 1800}, [1500, 1800]),
])  # fmt: skip
def test_an_amount_of_one_year_is_drawn_as_it_grew(
    figures: dict[str, int], expected: list[int]
) -> None:
    """A quarter is no point of one line with the goal of the year."""
    days = (f"\n--- {p}_2026-11-{n:02}\nvalue = {v}" for n, (p, v) in enumerate(figures.items(), 1))
    status = judged(ANNUAL + "".join(days), "2027-01-22")
    assert [mark.value for mark in drawn(status).of("seen")] == expected


# --- the axis ---------------------------------------------------------------------------------


def _names(first: str, last: str) -> list[str]:
    start, end = (dt.date.fromisoformat(day).toordinal() for day in (first, last))
    return list(ends(start, end).values())


def test_the_axis_counts_back_from_its_end() -> None:
    """Every second year of nine: the deadline has its name; months on less than two and a half.

    On a phone a month is 107 of 569 units wide: 460 days are the most that have room for quarters.
    """
    assert _names("2021-12-31", "2030-12-31") == ["2022", "2024", "2026", "2028", "2030"]
    assert _names("2025-09-30", "2026-12-31") == [
        "2025-09", "2025-12", "2026-03", "2026-06", "2026-09", "2026-12",
    ]  # fmt: skip
    assert _names("2025-06-30", "2026-12-31") == ["2025-06", "2025-12", "2026-06", "2026-12"]
    assert _names("2025-07-31", "2027-12-31") == [
        "2025-12", "2026-06", "2026-12", "2027-06", "2027-12",
    ]  # fmt: skip
    assert _names("2025-06-30", "2027-12-31") == ["2025", "2026", "2027"]


def test_the_straight_path_is_whole_and_the_curve_dashed() -> None:
    """The first of a band is straight; the style sheet dashes the second."""
    text = STRAIGHT.replace('path = "linear"\n', "ceiling = 100\n") + yearly({2022: 14, 2024: 16})
    said = inline(judged(text))
    ((straight,), (curve,)) = of(said, "path"), of(said, "path2")
    assert (corners(straight), corners(curve)) == (2, 11)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_picture_says_that_a_year_is_marked_at_its_end(lang: str) -> None:
    status = boards.rich()
    note = {"en": "a year is marked at its end", "ko": "연도 눈금은 연말 기준"}[lang]
    for form in (SHOW["html"], CARD["html"], CARD["svg"]):
        assert note in form(status, boards.board(status), Look(lang=lang), "0.1.0")
