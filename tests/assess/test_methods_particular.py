"""What is particular to a rule: recent-trend's window, share-of-change's noise, on-path's paths."""

from __future__ import annotations

import math

import pytest

from kpi.assess.case import Case
from kpi.assess.methods import on_path, recent_trend, share_of_change
from kpi.assess.methods.rule import BAD, GOOD, MIXED
from kpi.values import replace
from tests.assess.cases import case, key, points


def position(asked: Case) -> str | None:
    """on-path's class, or the key of the reason why it has none."""
    read = on_path.judge(asked)
    return read.klass or key(read)


# --------------------------------------------------------------------------- the German window


@pytest.mark.parametrize(
    ("years", "start"),
    [
        ([2018, 2019, 2020, 2021, 2022, 2023], 2018),
        ([2010, 2018, 2020, 2021, 2022, 2023], 2018),  # v_t, v_{t-5} and the two years before v_t
        ([2010, 2018, 2020, 2021, 2023], None),  # not the last four running
        ([2018, 2019, 2020, 2023], None),
        ([2018, 2021, 2022, 2023], None),
        ([2010, 2018, 2020, 2023], None),
        ([2018, 2023], None),
        ([2020, 2021, 2022, 2023], 2020),
        ([2019, 2020, 2021, 2022, 2023], 2019),
        ([2010, 2020, 2021, 2022, 2023], 2020),
        ([2021, 2022, 2023], None),
        ([2017, 2019, 2021, 2023], None),
        ([2019, 2021, 2022, 2023], None),
        ([2023], None),
    ],
)
def test_window(years: list[int], start: int | None) -> None:
    values = {year: float(year - 2000) for year in years}
    read = recent_trend.judge(case(values, 60))
    expected = f"{start}-12-31" if start else None
    assert dict(read.inputs)["window_start_date"] == expected
    assert read.applies == (start is not None)
    if start:
        assert dict(read.inputs)["mean_change_per_year"] == pytest.approx(1.0)


def test_within_a_year_the_same_season_counts() -> None:
    """A winter peak each year: only winters are compared with a winter."""
    quarters = {
        f"{y}-Q{q}": y - 2000 + (10 if q == 1 else 0) for y in range(2018, 2024) for q in (1, 2)
    }
    del quarters["2023-Q2"]
    window = recent_trend.recent_window(points(quarters))
    assert window is not None
    assert [str(point.period) for point in window] == ["2018-Q1", "2023-Q1"]
    del quarters["2018-Q1"]  # the spring of that year does not take its place, the next winter does
    window = recent_trend.recent_window(points(quarters))
    assert window is not None
    assert [str(point.period) for point in window] == ["2019-Q1", "2023-Q1"]


def test_days_and_leap_days() -> None:
    days = {f"{y}-{'02-29' if y in (2020, 2024) else '03-02'}": 1.0 for y in range(2019, 2025)}
    window = recent_trend.recent_window(points(days))
    assert window is not None
    assert str(window[0].period) == "2019-03-02"
    mixed = recent_trend.recent_window(
        points(
            {"2018": 1.0, "2018-12": 2.0, "2020": 2.0, "2021": 2.0, "2022-12": 2.0, "2023-12": 3.0}
        )
    )
    assert mixed is not None
    assert str(mixed[0].period) == "2018-12"
    assert recent_trend.recent_window(points({"0004": 1.0})) is None


# --------------------------------------------------------------------------- significance


@pytest.mark.parametrize(
    ("current", "errors", "klass"),
    [
        (22, 0.8, "improving"),  # z 1.77
        (21, 0.8, "little or no detectable change"),  # z 0.88, though PTCA is 10 %
        (21, None, "improving"),
        (20.9, None, "little or no detectable change"),
        (20, None, "little or no detectable change"),
        (18.1, None, "little or no detectable change"),
        (18, None, "getting worse"),
        (18, 0.8, "getting worse"),  # z 1.77
        (18.5, 0.8, "little or no detectable change"),
        (21, 0.0, "improving"),
        (20, 0.0, "little or no detectable change"),
    ],
)
def test_change_and_noise(current: float, errors: float | None, klass: str) -> None:
    """docs/research.md 5: base 20, goal 30."""
    read = share_of_change.judge(case({2010: 20, 2017: current}, 30, 2020, errors=errors))
    assert read.klass == klass


def test_noise_needs_both_errors() -> None:
    asked = case({2010: 20, 2017: 21}, 30, 2020)
    one = replace(asked, base=replace(asked.base, standard_error=5.0))  # type: ignore[type-var]
    assert share_of_change.judge(one).klass == "improving"


def test_the_noise_is_a_step_of_the_working() -> None:
    """z = 2 / sqrt(0.8² + 0.8²) is shown where both errors are known, and only there."""
    with_errors = share_of_change.judge(case({2010: 20, 2017: 18}, 30, 2020, errors=0.8))
    (z,) = [step for step in with_errors.steps if step.name == "z"]
    assert z.result == pytest.approx(2 / math.hypot(0.8, 0.8))
    without = share_of_change.judge(case({2010: 20, 2017: 18}, 30, 2020))
    assert "z" not in [step.name for step in without.steps]


# --------------------------------------------------------------------------- on the path


@pytest.mark.parametrize(
    ("current", "klass", "light", "gap"),
    [(9, "ahead", GOOD, 1), (8, "on path", GOOD, 0), (7.9, "behind", BAD, -0.1)],
)
def test_declared_path(current: float, klass: str, light: str, gap: float) -> None:
    read = on_path.judge(case({2020: 4, 2022: current}, 20, 2028, path="linear"))
    assert (read.klass, read.light) == (klass, light)
    assert read.value == pytest.approx(gap)


@pytest.mark.parametrize(
    ("current", "klass", "light"),
    [(9.3, "ahead", GOOD), (9.2, "on path", MIXED), (2.9, "on path", MIXED), (2.8, "behind", BAD)],
)
def test_band(current: float, klass: str, light: str) -> None:
    """AI use 1 % in 2023 to 30 % in 2030; in 2025 linear 9.29, logistic 2.86."""
    read = on_path.judge(case({2023: 1, 2025: current}, 30, ceiling=100))
    assert (read.klass, read.light) == (klass, light)


def test_no_rounding_is_forgiven() -> None:
    """8 % against 8.04 % is behind, though 8 may be a rounded 8.04."""
    asked = case({2020: 4.02, 2022: 8}, 20.1, 2028, path="linear", resolution=1)
    assert on_path.judge(asked).klass == "behind"


def test_earned_schedule() -> None:
    """1.2 tn won by 2030, 0.18 by the end of 2026: 5.6 months late on the plan's rows, 13 on a
    straight line (docs/research.md 8)."""
    rows = {2025: 0.10, 2026: 0.25, 2027: 0.45, 2028: 0.70, 2029: 0.95, 2030: 1.20}
    for path, gap, lead in ((rows, -0.07, -0.4667), ("linear", -0.22, -1.10)):
        read = on_path.judge(case({2024: 0, 2026: 0.18}, 1.2, path=path, total=True))
        steps = {step.name: step.result for step in read.steps}
        assert read.value == pytest.approx(gap)
        assert steps["lead"] == pytest.approx(lead, abs=5e-5)


def test_nothing_is_expected_on_a_step_path_before_the_deadline() -> None:
    assert position(case({2023: 0, 2025: 0}, 1, path="step")) == "rule-step"
    assert position(case({2023: 0, 2030: 0}, 1, path="step")) == "behind"
    assert position(case({2023: 0, 2030: 1}, 1, path="step")) == "on path"


def test_rows_without_a_base() -> None:
    plan = {2026: 4.0, 2028: 10.0}
    assert position(case({2025: 3}, 30, base=False, path=plan)) == "rule-before-first-row"
    assert position(case({2027: 7}, 30, base=False, path=plan)) == "on path"
    read = on_path.judge(case({2029: 21}, 30, base=False, path=plan))
    assert read.value == pytest.approx(1.0)  # the rows go on to the goal: 20 in 2029


def test_a_path_that_cannot_be_drawn() -> None:
    assert position(case({2020: 0, 2025: 1}, 10, path="geometric")) == "rule-no-path"
    assert position(case({2020: 1, 2025: 2}, 10, path="logistic")) == "rule-no-path"
