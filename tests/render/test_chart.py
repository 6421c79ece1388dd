"""The chart of a terminal, sign by sign, on ledgers small enough to place every mark by hand.

Eleven rows and 39 columns: from 2020 to 2030 half the way is the 20th column, and a row is a tenth
of the way from the lowest to the highest round value.
"""

from __future__ import annotations

import datetime as dt

import pytest

from kpi.render.charting.axis import nice
from kpi.render.charting.captions import described
from kpi.render.charting.scene import Fan, scene_of
from kpi.render.grid import width
from kpi.render.look import Look
from kpi.render.text.chart import AT_MOST, MARKS, Canvas, Frame, chart
from tests.assess.conftest import STRAIGHT, judged, yearly

#: A band: from 5 to 60 % of at most 100.
SHARE = (
    STRAIGHT.replace('path = "linear"\n', "ceiling = 100\n")
    .replace("value = 10 }", "value = 5 }").replace("value = 30", "value = 60")
)  # fmt: skip
OPEN = STRAIGHT.replace(", by = 2030", "").replace('path = "linear"\n', "")
SHORT = STRAIGHT.replace("period = 2020", 'period = "2025-06"')
SHORT = SHORT.replace("by = 2030", 'by = "2026-12"')


def drawn(text: str, columns: int = 45, plain: bool = True, on: str = "2026-11-22") -> list[str]:
    return chart(judged(text, on), dt.date.fromisoformat(on), Look(width=columns, ascii=plain))


def picture(text: str, columns: int = 45, plain: bool = True) -> str:
    """The eleven rows and the axis, with its labels."""
    return "\n" + "\n".join(drawn(text, columns, plain)[:13]) + "\n"


def test_a_straight_path_and_a_figure_on_it() -> None:
    """20 in 2025 lies in the very middle, on the line from corner to corner."""
    text = STRAIGHT + yearly({2025: 20})
    expected = """
  30 +                      '              -G
     |                      '          ----
  25 +                      '      ----
     |                      '  ----
     |                     ----
  20 +                  -o- '
     |              ----    '
     |          ----        '
  15 +      ----            '
     |  ----                '
  10 +b-                    '
     ++------------------+------------------+
      2020             2025              2030
"""
    assert picture(text) == expected
    expected = """
  30 ┤                      ┊            ⢀⡠⠔◆
     │                      ┊         ⣀⠤⠊⠁
  25 ┤                      ┊     ⢀⡠⠒⠉
     │                      ┊  ⣀⠔⠊⠁
     │                     ⢀⠤⠒⠉
  20 ┤                 ⢀⡠●⠊⠁┊
     │              ⣀⠤⠒⠁    ┊
     │          ⢀⡠⠔⠉        ┊
  15 ┤       ⣀⠤⠊⠁           ┊
     │   ⢀⡠⠒⠉               ┊
  10 ┤▷⠔⠊⠁                  ┊
     └┬──────────────────┬──────────────────┬
      2020             2025              2030
"""
    assert picture(text, plain=False) == expected


def test_a_budget_and_a_limit_do_not_look_observed() -> None:
    """16 was enacted, and of 2024 only a limit that meets the goal is known."""
    text = STRAIGHT.replace('unit = "points"', 'unit = "points"\ncounts = ["final", "enacted"]')
    text += yearly({2023: '16\nstatus = "enacted"', 2024: '30\nbound = ">="'})
    lines = drawn(text, 110, plain=False)
    drawing = "".join(lines[:11])
    assert [drawing.count(sign) for sign in "●■△"] == [0, 1, 1]
    assert lines[13].startswith("  ■ plan or budget · △ only a limit was given · ▷ ")


def test_a_band_has_a_whole_and_a_dotted_line() -> None:
    """The straight path is whole; the curve below it has a dot in every third place."""
    text = SHARE + yearly({2022: 20, 2024: 10})
    expected = """
  60 +                      '             --G
     |                      '         ----.
     |                      '     ----..
  40 +                      ' ---- ...
     |                    ----  ...
     |                ----  '...
     |            ----   ....
  20 +       -o---  .....   '
     |   ---- ...... o      '
     |b--.....              '
   0 +                      '
     ++------------------+------------------+
      2020             2025              2030
"""
    assert picture(text) == expected
    expected = """
  60 ┤                      ┊            ⢀⡠⠴◆
     │                      ┊        ⢀⡠⠔⠪⠁⠁
     │                      ┊    ⢀⡠⠔⠊⢁ ⠁
  40 ┤                      ┊⢀⡠⠔⠊⠁⢀ ⠂
     │                   ⢀⡠⠔⠊⠁   ⠄
     │                ⣀⠤⠊⠁  ⢀ ⠄⠈
     │            ⣀⠤⠒⠉   ⢀ ⠂┊
  20 ┤       ●⣀⠤⠒⠉   ⡀⠠ ⠁   ┊
     │    ⣀⠤⠒⠉  ⢀ ⠄⠈        ┊
     │▷⢤⠒⠍⠠ ⠂⠈ ⠁     ●      ┊
   0 ┤                      ┊
     └┬──────────────────┬──────────────────┬
      2020             2025              2030
"""
    assert picture(text, plain=False) == expected
    assert drawn(text, 100)[13:] == [
        "  o observed | b baseline | G goal | -- linear path | .. logistic path | '"
        " judged for 2026-11-22 |",
        "  a year is marked at its end",
    ]


def test_the_range_opens_from_the_latest_value_and_stays_in_the_frame() -> None:
    """Half of the way, 10, is added below and above it: the range is cut at 0 and at 40."""
    text = STRAIGHT + yearly({2020: 10, 2021: 14, 2022: 12, 2023: 16})
    expected = """
  40 +                   :::'::::::::::::::::
     |                  ::::'::::::::::::::::
  30 +                 :::::':::::::::::::::G
     |               :::::::'::::::::-------:
     |              ::::::::'--------::::::::
  20 +             :::-------::::::::::::::::
     |    o   ---o----::::::'::::::::::::::::
     | -------o    :::::::::'::::::::::::::::
  10 +o              :::::::'::::::::::::::::
     |                 :::::'::::::::::::::::
   0 +                   :::'::::::::::::::::
     ++------------------+------------------+
      2020             2025              2030
"""
    assert picture(text) == expected
    expected = """
  40 ┤                   ░░░┊░░░░░░░░░░░░░░░░
     │                 ░░░░░┊░░░░░░░░░░░░░░░░
  30 ┤                ░░░░░░┊░░░░░░░░░░░░░░⢀◆
     │               ░░░░░░░┊░░░░░░░⣀⣀⠤⠤⠒⠊⠉⠁░
     │              ░░░░░░░░┊⣀⣀⠤⠔⠒⠊⠉░░░░░░░░░
  20 ┤            ░░░░⣀⡠⠤⠔⠒⠊⠉░░░░░░░░░░░░░░░░
     │         ⣀⡠●⠔⠒⠉⠉░░░░░░┊░░░░░░░░░░░░░░░░
     │ ⢀⣀⡠●⠒⠒●⠉   ░░░░░░░░░░┊░░░░░░░░░░░░░░░░
  10 ┤●⠁            ░░░░░░░░┊░░░░░░░░░░░░░░░░
     │                ░░░░░░┊░░░░░░░░░░░░░░░░
   0 ┤                   ░░░┊░░░░░░░░░░░░░░░░
     └┬──────────────────┬──────────────────┬
      2020             2025              2030
"""
    assert picture(text, plain=False) == expected
    assert drawn(text)[13:] == [
        "  o observed | G goal | -- linear path |",
        "  : 80 % range for 2030-12-31; goes on beyond",
        "  the chart, from -33.1 to 93.1 points |",
        "  ' judged for 2026-11-22 |", "  a year is marked at its end",
    ]  # fmt: skip


@pytest.mark.parametrize(("end", "cell"), [(90, 9), (94, 9), (86, 9), (100, 10)])
def test_the_range_has_all_of_its_height_on_its_day(end: int, cell: int) -> None:
    """A cell of ten days holds the end of the range, wherever in it that lies."""
    canvas = Canvas(Frame(0, 100, 0, 10, columns=11, wide=1, tall=1), ascii=True)
    canvas.shade(Fan(80, 5, end, 1, 9))
    assert [y for y, x in canvas.ground if x == cell] == list(range(1, 10))


def test_of_two_paths_in_the_same_cells_one_is_in_the_legend() -> None:
    text = SHARE.replace("value = 60", "value = 5.01") + yearly({2022: 5.002})
    told = " ".join(drawn(text, 200)[13:])
    assert "-- linear path | '" in told


def test_a_range_beyond_the_chart_is_told_from_end_to_end() -> None:
    """The whole range for 2030 lies above what half as much again adds to the way of 20."""
    told = " ".join(drawn(STRAIGHT + yearly({2020: 10, 2021: 16, 2022: 23, 2023: 29}), 200)[13:])
    assert "goes on beyond the chart, from 62.8 to 83.9 points" in told


def test_other_series_outside_the_chart_are_counted_without_a_sign() -> None:
    text = STRAIGHT.replace("goal =", 'judged_series = "a"\ngoal =')
    text += "".join(f'[[target.series]]\nid = "{id_}"\n' for id_ in "ab")
    text += yearly({2022: 14}, "a/") + yearly({2024: 500, 2025: 600}, "b/")
    told = " ".join(drawn(text, 200)[13:])
    assert " | other series, not judged; 2 outside the chart | " in told


def test_a_goal_without_a_deadline_stands_at_the_edge() -> None:
    expected = """
  30 +                                      G
     |                                      '
  25 +                                      '
     |                                      '
     |                                      '
  20 +                                      '
     |                                      '
     |                                      '
  15 +                          o           '
     |      o                               '
  10 +b                                     '
     ++------------+------------+------------
      2020       2022         2024
"""
    assert picture(OPEN + yearly({2021: 12, 2024: 15})) == expected


@pytest.mark.parametrize(("columns", "axis"), [
    (45, "2025-06   2025-12     2026-06   2026-12"),
    (130, "2025-06      2025-09        2025-12        2026-03         2026-06        2026-09"
          "      2026-12"),
])  # fmt: skip
def test_months_are_marked_on_a_short_stretch(columns: int, axis: str) -> None:
    """Every third month; where these would touch each other, a label gives way."""
    lines = drawn(SHORT + yearly({"2025-09": 15, "2025-12": 18}), columns)
    assert lines[12].strip() == axis
    assert lines[-1].endswith("a month is marked at its end")


@pytest.mark.parametrize("columns", [*range(45, 70), 80, 100])
def test_labels_of_the_axis_never_touch_and_the_last_is_there(columns: int) -> None:
    """A label that would touch the one before it, or the last one, gives way."""
    lines = drawn(SHORT + yearly({"2025-09": 15, "2025-12": 18}), columns)
    labels = lines[12].split()
    assert {len(label) for label in labels} == {len("2025-06")}
    assert (labels[0], labels[-1]) == ("2025-06", "2026-12")
    assert not any(line.lstrip().startswith("|") for line in lines[13:])  # a bar ends a line


def test_years_are_counted_back_from_the_last() -> None:
    """Every second of nine years: the deadline has its mark, and the first year has none."""
    text = STRAIGHT.replace("period = 2020", "period = 2021") + yearly({2025: 20})
    assert drawn(text)[12].split() == ["2022", "2024", "2026", "2028", "2030"]


def test_a_line_has_no_gap_where_it_is_steep() -> None:
    """Of 16 columns a row and more lies between two of them."""
    expected = """
  30 ┤         ┊    ⢀◆
     │         ┊   ⡠⠃
  25 ┤         ┊ ⢀⠜
     │         ┊⡠⠃
     │        ⢀⠔⠁
  20 ┤       ⢠●┊
     │      ⡔⠁ ┊
     │    ⢀⠎   ┊
  15 ┤   ⡰⠁    ┊
     │ ⢀⠎      ┊
  10 ┤▷⠃       ┊
     └┬──────────────┬
      2020        2030
"""
    assert picture(STRAIGHT + yearly({2025: 20}), 22, plain=False) == expected


def test_a_path_ends_at_its_deadline() -> None:
    """What came four years later is beside it."""
    text = STRAIGHT.replace("by = 2030", "by = 2025") + yearly({2022: 14, 2029: 20})
    lines = drawn(text, on="2031-01-01")
    assert [max(line.rfind("-"), line.rfind("G")) for line in lines[:2]] == [25, 24]
    assert lines[5].rstrip().endswith("o   '")
    assert lines[0].split() == ["30", "+", "G", "'"]


def test_all_on_one_day_is_no_chart() -> None:
    assert drawn(OPEN + yearly({2020: 10})) == []


def test_announced_rows_beyond_all_else_are_in_the_frame() -> None:
    """A path that rises to 60 and falls to the goal again broke off at 30."""
    path = "[{ by = 2025, value = 60 }, { by = 2032, value = 90 }]"
    text = STRAIGHT.replace('"linear"', path) + yearly({2022: 14})
    rows = drawn(text, 50, plain=False)
    assert rows[0].startswith("  60 ┤")
    assert "⡠" in rows[0] or "⣀" in rows[0] or "⠤" in rows[0]


def test_a_plan_beyond_all_else_is_in_the_frame() -> None:
    text = OPEN + yearly({2021: 12}) + "\n--- 2027_2021-06-01\nvalue = 50\nstatus = 'planned'"
    assert drawn(text)[0].split() == ["50", "+", "'", "p"]


@pytest.mark.parametrize(("low", "high", "ticks"), [
    (0.3, 0.6, [0.3, 0.4, 0.5, 0.6]), (0.3, 0.5, [0.3, 0.35, 0.4, 0.45, 0.5]),
    (0.03, 0.07, [0.03, 0.04, 0.05, 0.06, 0.07]),
])  # fmt: skip
def test_what_floats_add_makes_no_further_tick(low: float, high: float, ticks: list[float]) -> None:
    assert nice(low, high) == ticks


def test_half_years_are_marked_where_there_is_no_room_for_more() -> None:
    text = SHORT.replace('by = "2026-12"', 'by = "2027-09"') + yearly({"2025-09": 15})
    axis = ["2025-06", "2025-12", "2026-06", "2026-12", "2027-06"]
    assert drawn(text, 60)[12].split() == axis


@pytest.mark.parametrize(("period", "value", "seen"), [("2024-12", 15, False), ("2023", 20, True)])
def test_a_figure_that_is_not_judged_gives_way_to_one_that_is(
    period: str, value: int, seen: bool
) -> None:
    """A plan of the same day and amount hides no result."""
    text = OPEN + yearly({2021: 12, 2022: 14, 2024: 15})
    text += f"\n--- {period}_2021-06-01\nvalue = {value}\nstatus = 'planned'"
    lines = drawn(text)
    assert any("p" in line for line in lines[:11]) is seen
    assert lines[8].replace("'", "").rstrip().endswith("o")
    assert any("p not judged" in line for line in lines[13:]) is seen


def test_a_baseline_that_a_figure_has_replaced_is_not_marked() -> None:
    """The figure of 2020 stands where it stood; of a rebased path both are marked."""
    facts = yearly({2020: 10, 2024: 15})
    assert not any("baseline" in line for line in drawn(STRAIGHT + facts))
    rebased = drawn(STRAIGHT + yearly({2020: 14, 2024: 15}))
    assert any("stated baseline" in line for line in rebased) is (
        judged(STRAIGHT + yearly({2020: 14, 2024: 15})).rebased
    )


def test_nothing_to_draw() -> None:
    """No room, or no figure and no baseline."""
    text = STRAIGHT + yearly({2025: 20})
    assert drawn(text, 21) == []  # 15 columns are left of 21
    assert len(drawn(text, 22)[11].strip()) == 1 + 16
    assert drawn(STRAIGHT.replace("baseline = { period = 2020, value = 10 }\n", "")) == []


def test_no_drawing_is_wider_than_a_hundred_columns() -> None:
    assert max(map(len, drawn(STRAIGHT + yearly({2025: 20}), 200)[:12])) == 100


def test_in_a_pipe_the_legend_is_as_wide_as_the_drawing() -> None:
    """Nothing says there how wide it may be, and it was one long line."""
    status = judged(STRAIGHT + yearly({2025: 20}), "2026-11-22")
    lines = chart(status, dt.date(2026, 11, 22), Look(width=None, ascii=True))
    assert max(map(len, lines)) <= 80
    assert len(lines) > 14


def test_a_declared_step_has_no_line() -> None:
    text = STRAIGHT.replace('"linear"', '"step"') + yearly({2025: 20})
    lines = drawn(text)
    assert not any("-" in line for line in lines[:11])
    assert not any("path" in line for line in lines)


def test_each_kind_has_a_sign_of_its_own() -> None:
    """Both of where a path starts have one; of limits each side has its own, beside each other."""
    for nth in (0, 1):
        signs = [pair[nth] for kind, pair in MARKS.items() if kind != "stated"] + [AT_MOST[nth]]
        assert len(set(signs)) == len(signs)
        assert set(map(width, signs)) == {1}
    facts = "\n--- 2024_2025-02-01\nvalue = 20\nbound = '>='"
    facts += "\n--- 2026-06_2026-08-01\nvalue = 18\nbound = '<='"
    assert "△▽ " in " ".join(drawn(STRAIGHT + yearly({2023: 12}) + facts, plain=False))


def test_the_sums_of_a_year_are_told_as_sums() -> None:
    """12 and 9 and 10: what the second quarter was before its revision is no earlier sum."""
    text = """
[[target]]
id = "x"
title = "Money spent in 2025"
kind = "annual"
unit = "KRW bn"
goal = { value = 40, by = 2025 }
"""
    quarters = {"2025-Q1_2025-05-01": 12, "2025-Q2_2025-08-01": 8, "2025-Q2_2025-09-01": 9,
                "2025-Q3_2025-11-01": 10}  # fmt: skip
    text += "".join(f"\n--- {name}\nvalue = {value}" for name, value in quarters.items())
    found = judged(text, "2025-12-01")
    scene = scene_of(found, dt.date(2025, 12, 1), "en")
    assert scene is not None
    assert [(mark.when, mark.value) for mark in scene.marks if mark.kind != "goal"] == [
        ("2025-Q1", 12), ("2025-Q1 – 2025-Q2", 21), ("2025-Q1 – 2025-Q3", 31),
    ]  # fmt: skip
    assert "from KRW 12 bn (2025-Q1) to KRW 31 bn (2025-Q1 – 2025-Q3)" in described(
        scene, found, "en"
    )
