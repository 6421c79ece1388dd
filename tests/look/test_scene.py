"""What a chart shows, as data: the marks, lines and days of ledgers that one counts by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from kpi.assess.status import Status
from kpi.render.charting.captions import described, legend
from kpi.render.charting.scene import Scene, scene_of
from tests.assess.conftest import STRAIGHT, judged, yearly

ON = "2026-11-22"
BAND = STRAIGHT.replace('path = "linear"\n', "ceiling = 100\n")
#: A judged series, a rival, and one that is counted in another unit.
THREE = STRAIGHT.replace('path = "linear"\n', 'judged_series = "a"\n')
THREE = THREE.replace("value = 10 }", 'value = 10, series = "a" }')
THREE += "".join(f'[[target.series]]\nid = "{id_}"\n' for id_ in "abc") + 'unit = "won"\n'
SEEN = yearly({2020: 10, 2021: 14, 2022: 12, 2023: 16})


def seen(text: str, on: str = ON) -> tuple[Scene, Status]:
    status = judged(text, on)
    found = scene_of(status, dt.date.fromisoformat(on), "en")
    assert found is not None
    return found, status


def year(day: int | None) -> str:
    assert day is not None
    return dt.date.fromordinal(day).isoformat().removesuffix("-12-31")


def marks(found: Scene) -> list[tuple[str, str, float]]:
    return [(mark.kind, year(mark.day), mark.value) for mark in found.marks]


def test_figures_baseline_and_goal_stand_at_the_ends_of_their_periods() -> None:
    found, status = seen(BAND + yearly({2022: 14, 2024: 16}))
    assert marks(found) == [
        ("seen", "2022", 14), ("seen", "2024", 16), ("start", "2020", 10), ("goal", "2030", 30),
    ]  # fmt: skip
    assert (year(found.first), year(found.last), found.ticks) == (
        "2020", "2030", (10, 15, 20, 25, 30),
    )  # fmt: skip
    assert (year(found.judged_on), found.falling, found.outside) == (ON, False, 0)
    assert [(one.shape, len(one.points)) for one in found.curves] == [("linear", 2),
                                                                      ("logistic", 11)]  # fmt: skip
    for curve in found.curves:
        (start, low), (end, high) = curve.points[0], curve.points[-1]
        assert (year(start), low, year(end)) == ("2020", 10, "2030")
        assert high == pytest.approx(30, abs=0.01)  # ten years are a day more or less
    assert legend(found, status, "en") == [
        ("seen", "observed"), ("start", "baseline"), ("goal", "goal"), ("path", "linear path"),
        ("path2", "logistic path"),
    ]  # fmt: skip


def test_other_series_may_lengthen_the_chart_by_half_and_no_more() -> None:
    """Half of ten years before 2020, half of 20 above 30: of four rivals two lie outside.

    For those nothing is stretched, neither for 2014 nor for 41 in 2025.
    """
    facts = yearly({2022: 14}, "a/") + yearly({2024: 17}, "c/")
    facts += yearly({2014: 15, 2018: 13, 2023: 12, 2025: 41}, "b/")
    found, status = seen(THREE + facts)
    assert [one for one in marks(found) if one[0] == "rival"] == [
        ("rival", "2018", 13), ("rival", "2023", 12),
    ]  # fmt: skip
    assert (found.outside, year(found.first), found.ticks[-1]) == (2, "2018", 30)
    longer, _ = seen(THREE + facts + yearly({2016: 9, 2024: 39}, "b/"))
    assert (longer.outside, year(longer.first), longer.ticks[-1]) == (2, "2016", 40)
    assert described(found, status, "en").endswith("Values of other series: 4.")
    assert legend(found, status, "en")[-1] == (
        "rival", "other series, not judged; 2 more outside the chart",
    )  # fmt: skip


def test_the_range_opens_from_the_latest_value_and_goes_on_beyond_the_frame() -> None:
    found, status = seen(STRAIGHT + SEEN)
    assert found.fan is not None
    assert (year(found.fan.start), found.fan.value, year(found.fan.end)) == ("2023", 16, "2030")
    assert found.cut == (True, True)
    assert status.projection is not None
    said = described(found, status, "en")
    assert "80 % range for 2030-12-31: -33.1 to 93.1 points." in said
    assert "range" not in described(found, status, "en", fully=False)
    assert ("start", "2020", 10.0) not in marks(found)  # the figure of 2020 stands there


def test_a_limit_is_a_limit_also_where_it_is_not_judged() -> None:
    facts = "\n--- 2024_2025-02-01\nvalue = 20\nbound = '>='"
    facts += "\n--- 2025_2026-02-01\nvalue = 22\nbound = '<='"
    found, _ = seen(STRAIGHT + SEEN + facts)
    limits = [(mark.value, mark.up, mark.says) for mark in found.of("limit")]
    assert limits == [(20, True, "≥ 20 points"), (22, False, "≤ 22 points")]


def test_what_was_withdrawn_is_no_earlier_value() -> None:
    """It never was the value of its period; of another publication or correction it stays one."""
    name = "\n--- 2024_2025-03-01"
    facts = f"{name}\nvalue = 90{name}_r2\nvalue = 90\nstatus = 'withdrawn'\nnote = 'of 2025'"
    facts += (
        "\n--- 2023_2025-03-01\nvalue = 19\n--- 2022_2023-06-01_r2\nvalue = 13\nnote = 'a slip'"
    )
    found, _ = seen(STRAIGHT + SEEN + facts)
    assert [one for one in marks(found) if one[0] == "replaced"] == [
        ("replaced", "2022", 12), ("replaced", "2023", 16),
    ]  # fmt: skip
    assert found.ticks[-1] < 90


@pytest.mark.parametrize(("on", "last", "shown"), [
    (ON, "2030", True), ("2033-07-01", "2033-07-01", True), ("2033-07-02", "2030", False),
])  # fmt: skip
def test_today_is_in_the_chart_while_it_is_near(on: str, last: str, shown: bool) -> None:
    """A quarter of ten years, 913 days, after the deadline."""
    text = STRAIGHT + yearly({2022: 14, 2029: 20})
    found, _ = seen(text, on)
    assert (year(found.last), found.judged_on is not None) == (last, shown)


def test_without_a_deadline_the_chart_ends_today() -> None:
    """The goal stands at the edge."""
    found, _ = seen(STRAIGHT.replace(", by = 2030", "") + yearly({2022: 14}))
    assert (year(found.last), marks(found)[-1]) == (ON, ("goal", ON, 30))


def test_a_falling_goal_and_a_step() -> None:
    text = STRAIGHT.replace('"up"', '"down"').replace("value = 10 }", "value = 40 }")
    found, _ = seen(text.replace('"linear"', '"step"') + yearly({2022: 35}))
    assert (found.falling, found.curves) == (True, ())


def rows(*points: tuple[int, int]) -> str:
    """The target with announced rows for its path."""
    said = ", ".join(f"{{ by = {by}, value = {value} }}" for by, value in points)
    return STRAIGHT.replace('"linear"', f"[{said}]")


def test_rows_before_the_baseline_and_after_the_deadline_are_no_part_of_the_line() -> None:
    found, _ = seen(rows((2018, 8), (2022, 12), (2026, 24), (2032, 36)) + yearly({2024: 15}))
    (curve,) = found.curves
    assert [(year(day), value) for day, value in curve.points] == [
        ("2020", pytest.approx(10, abs=0.01)), ("2022", 12), ("2026", 24),
        ("2030", 30),
    ]  # fmt: skip


def test_rows_without_a_baseline_are_a_line_from_the_first_one_on() -> None:
    text = rows((2022, 12), (2026, 24)).replace("baseline = { period = 2020, value = 10 }\n", "")
    found, _ = seen(text + yearly({2024: 15}))
    (curve,) = found.curves
    assert [(year(day), value) for day, value in curve.points] == [
        ("2022", 12), ("2026", 24), ("2030", 30),
    ]  # fmt: skip
    assert year(found.first) == "2022"  # it ran out of the chart, over the text beside it


def test_what_is_to_be_kept_without_a_baseline_has_its_goal_for_a_path() -> None:
    """The verdict compares with it, so it is drawn, from the first figure on."""
    text = STRAIGHT.replace('"up"', '"keep"').replace('path = "linear"\n', "")
    text = text.replace("baseline = { period = 2020, value = 10 }\n", "")
    found, status = seen(text + yearly({2022: 29, 2024: 31}))
    assert status.expected == (("linear", 30.0),)
    (curve,) = found.curves
    assert [(year(day), value) for day, value in curve.points] == [("2022", 30), ("2030", 30)]


def test_without_a_deadline_a_path_goes_as_far_as_what_is_compared_with_it() -> None:
    text = STRAIGHT.replace('"up"', '"keep"').replace('path = "linear"\n', "")
    found, status = seen(text.replace(", by = 2030", "") + yearly({2022: 29, 2024: 31}))
    assert status.expected == (("linear", 30.0),)
    (curve,) = found.curves
    assert [(year(day), value) for day, value in curve.points] == [("2020", 30), ("2024", 30)]


@pytest.mark.parametrize(("base", "goal", "labels"), [
    (1005, 1010, ("1,005", "1,006", "1,007", "1,008", "1,009", "1,010")),
    (1003, 1013.5, ("1,002.5", "1,005.0", "1,007.5", "1,010.0", "1,012.5", "1,015.0")),
    (1.0994e-7, 1.1003e-7, ("0.00000010994", "0.00000010996", "0.00000010998", "0.00000011000",
                            "0.00000011002", "0.00000011004")),
])  # fmt: skip
def test_an_axis_says_where_its_lines_are(base: float, goal: float, labels: tuple[str]) -> None:
    """A line at 1,002.5 was called 1,003, and all of a narrow stretch of small ones 1.1e-7."""
    text = STRAIGHT.replace("value = 10 }", f"value = {base} }}").replace("30,", f"{goal},")
    found, _ = seen(text + yearly({2022: base}))
    assert found.labels == labels


def test_a_path_from_zero_begins_at_zero() -> None:
    found, _ = seen(STRAIGHT.replace("value = 10", "value = 0") + yearly({2024: 15}))
    (curve,) = found.curves
    assert [year(day) for day, _ in curve.points] == ["2020", "2030"]
    assert curve.points[0][1] == 0


def test_the_range_opens_from_a_plan_that_is_judged() -> None:
    """It is the end of the line; from an earlier result the range would lie across it."""
    text = STRAIGHT.replace("path =", 'counts = ["final", "planned"]\npath =')
    found, _ = seen(f"{text}{SEEN}\n--- 2025_2024-02-01\nvalue = 20\nstatus = 'planned'")
    assert found.fan is not None
    assert [mark.kind for mark in found.line][-1] == "counted"
    assert (year(found.fan.start), found.fan.value) == ("2025", 20)


def test_a_description_has_the_goal_once_and_the_earlier_ones_before_it() -> None:
    goals = STRAIGHT.replace("goal = { value = 30, by = 2030 }\n", "")
    for announced, value in (("2020-06-01", 50), ("2022-06-01", 30)):
        goals += f"[[target.goal]]\nannounced = {announced}\nvalue = {value}\nby = 2030\n"
    found, status = seen(goals + yearly({2024: 15}))
    assert [mark.kind for mark in found.marks][-2:] == ["earlier", "goal"]
    said = described(found, status, "en")
    assert (said.count("30 points"), said.count("50 points")) == (1, 1)


@pytest.mark.parametrize(("first", "second", "told", "said"), [
    ("2020-06-01", "2022-06-01", "earlier goal", "Earlier goal: at least 50 points by 2030."),
    ("2024-06-01", "2022-06-01", "goal that is not judged", "Another goal, not judged: at least"),
    ("2022-06-01", "2022-06-01", "goal that is not judged", "Another goal, not judged: at least"),
])  # fmt: skip
def test_a_goal_that_came_after_the_judged_one_is_no_earlier_one(
    first: str, second: str, told: str, said: str
) -> None:
    """The document's goal may be judged although the ministry named another one since."""
    goals = STRAIGHT.replace("goal = { value = 30, by = 2030 }\n", "")
    for announced, value, more in ((first, 50, ""), (second, 30, "judged = true\n")):
        goals += f"[[target.goal]]\nannounced = {announced}\nvalue = {value}\nby = 2030\n{more}"
    found, status = seen(goals + yearly({2024: 15}))
    assert ("earlier", told) in legend(found, status, "en")
    assert said in described(found, status, "en")


def test_nothing_but_a_baseline_is_no_chart() -> None:
    for text in (STRAIGHT.replace(", by = 2030", ""), STRAIGHT):
        assert scene_of(judged(text), dt.date.fromisoformat(ON), "en") is None


# --- what is rare -----------------------------------------------------------------------------

NO_START = THREE.replace('baseline = { period = 2020, value = 10, series = "a" }\n', "")
GOAL = ("goal", "2030", 30)


def test_a_chart_of_other_series_only_is_theirs() -> None:
    """The judged series has no figure and no baseline: theirs and the goal are all there is."""
    found, status = seen(NO_START + yearly({2020: 10, 2024: 17}, "b/") + yearly({2022: 9}, "c/"))
    assert marks(found) == [("rival", "2020", 10), ("rival", "2024", 17), GOAL]
    assert (year(found.first), year(found.last), found.ticks) == (
        "2020", "2030", (10, 15, 20, 25, 30),
    )  # fmt: skip
    assert (found.line, found.fan, found.curves, found.outside) == ((), None, (), 0)
    assert legend(found, status, "en") == [("goal", "goal"), ("rival", "other series, not judged")]
    assert described(found, status, "en").endswith("Values of other series: 2.")


def test_a_legend_tells_of_other_series_that_all_lie_outside() -> None:
    """No sign of them is drawn: they stand there with their number."""
    found, status = seen(THREE + yearly({2022: 14}, "a/") + yearly({2024: 500, 2025: 600}, "b/"))
    assert (found.of("rival"), found.outside) == ((), 2)
    assert legend(found, status, "en")[-1] == (
        "rival", "other series, not judged; 2 outside the chart",
    )  # fmt: skip


@pytest.mark.parametrize(("count", "said"), [
    (6, "estimated: 2020, 2021, 2022, 2023, 2024, 2025"), (7, "estimated: 7"),
])  # fmt: skip
def test_up_to_six_periods_of_a_status_are_named(count: int, said: str) -> None:
    years = range(2026 - count, 2026)
    facts = "".join(f"\n--- {y}_{y + 1}-06-01\nvalue = 12\nstatus = 'estimated'" for y in years)
    found, status = seen(STRAIGHT.replace("period = 2020", "period = 2018") + facts)
    assert f"of which {said}." in described(found, status, "en")


@pytest.mark.parametrize(("rival", "kind", "last"), [
    (2035, "level", "2035"), (2036, "level", "2030"), (2031, "annual", "2030"),
])  # fmt: skip
def test_other_series_may_lengthen_the_chart_on_the_right(rival: int, kind: str, last: str) -> None:
    """By half of ten years after 2030; but an amount in one year ends with that year."""
    text = THREE.replace("unit =", f'kind = "{kind}"\nunit =', 1)
    if kind == "annual":
        text = text.replace('path = "linear"\n', "")
    found, _ = seen(text + yearly({2022: 14, 2029: 20}, "a/") + yearly({rival: 21}, "b/"),
                    "2040-01-01")  # fmt: skip
    assert (year(found.last), found.judged_on) == (last, None)
    assert found.outside == (last != str(rival))


def test_without_a_deadline_today_is_at_most_four_times_as_far_as_the_figures() -> None:
    """From 2020-12-31 to 2022-12-31 there are 730 days; 2920 more end on 2030-12-29."""
    found, _ = seen(STRAIGHT.replace(", by = 2030", "") + yearly({2022: 14}), "2040-01-01")
    assert (year(found.last), found.judged_on) == ("2030-12-29", None)


@pytest.mark.parametrize(("on", "last"), [("2025-04-01", "2025-04-01"), ("2025-04-02", "2024")])
def test_a_stretch_of_less_than_a_year_counts_as_one(on: str, last: str) -> None:
    """Today is near for a quarter of 365 days, 91, after the deadline; a year is drawn."""
    text = STRAIGHT.replace("period = 2020", 'period = "2024-06"').replace("2030", "2024")
    found, _ = seen(text + "\n--- 2024-09_2024-11-01\nvalue = 12", on)
    assert year(found.last) == last
    assert found.last - found.first == 365


def test_a_path_that_begins_at_a_figure_has_no_other_sign_there() -> None:
    found, _ = seen(STRAIGHT.replace(", value = 10 }", " }") + SEEN)
    assert [one for one in marks(found) if one[1] == "2020"] == [("seen", "2020", 10)]


def test_beside_a_mark_a_unit_of_many_words_is_left_out() -> None:
    """Sixteen columns: "12 points at most" has seventeen, "12 points at sea" has them."""
    for unit, says in (("points at most", "12"), ("points at sea", "12 points at sea")):
        found, _ = seen(STRAIGHT.replace('"points"', f'"{unit}"') + yearly({2022: 12}))
        assert [mark.says for mark in found.of("seen")] == [says]
        assert found.unit == unit


def test_texts_beside_marks_are_as_fine_as_the_axis() -> None:
    """On an axis from 100.02 to 100.05 a goal was called 100.1, and each figure 100."""
    text = STRAIGHT.replace("value = 10 }", "value = 100.02 }").replace("30,", "100.05,")
    found, status = seen(text + yearly({2020: 100.02, 2022: 100.024}))
    assert [mark.says for mark in found.marks] == [
        "100.02 points", "100.024 points", "100.05 points",
    ]  # fmt: skip
    assert "from 100.02 points (2020) to 100.024 points (2022)" in described(found, status, "en")


def test_a_text_beside_its_mark_without_its_unit_is_as_fine() -> None:
    text = STRAIGHT.replace('"points"', '"tonnes of carbon dioxide"').replace("30,", "10.04,")
    found, _ = seen(text + yearly({2022: 10.02}))
    assert [mark.says for mark in found.marks] == ["10.02", "10", "10.04"]


@pytest.mark.parametrize(("base", "says"), [(10, "29.9 points"), (29, "29.94 points")])
def test_a_stated_baseline_belongs_to_what_the_chart_stretches_over(base: int, says: str) -> None:
    """A hundredth of 20 points is more than the digit that tells 29.94 from 29.9."""
    text = STRAIGHT.replace("value = 10 }", f"value = {base} }}")
    found, _ = seen(text + yearly({2022: 29.96, 2023: 29.94}))
    assert [mark.says for mark in found.of("seen")] == ["29.96 points", says]


def test_figures_of_other_series_are_told_in_the_language_of_the_chart() -> None:
    _, status = seen(THREE + yearly({2022: 14}, "a/") + yearly({2023: 12}, "b/"))
    found = scene_of(status, dt.date.fromisoformat(ON), "ko")
    assert found is not None
    assert [(mark.when, mark.says) for mark in found.of("rival")] == [("2023년", "12점")]
