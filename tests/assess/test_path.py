"""The values a target should pass through, and the time at which a path has a value."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpi.assess.case import Case
from kpi.assess.path import Path, band, expit, lead_years, logit
from kpi.facts.periods import Period, years_between
from tests.assess.cases import case, points

#: Korea, companies using AI: 1 % in 2023, 30 % by 2030 (docs/research.md 6).
AI = case({2023: 1}, 30, ceiling=100)
YEARS = [Period.parse(str(year)) for year in range(2023, 2031)]


def one(asked: Case) -> Path:
    (path,) = band(asked)
    return path


def shapes(asked: Case) -> list[str]:
    return [path.shape for path in band(asked)]


@pytest.mark.parametrize(
    ("shape", "ceiling", "expected"),
    [
        ("linear", None, [1, 5.14, 9.29, 13.43, 17.57, 21.71, 25.86, 30]),
        ("geometric", None, [1, 1.63, 2.64, 4.30, 6.98, 11.35, 18.45, 30]),
        ("logistic", 100, [1, 1.70, 2.86, 4.79, 7.92, 12.81, 20.06, 30]),
        ("logistic", 60, [1, 1.77, 3.09, 5.32, 8.90, 14.27, 21.50, 30]),
        ("logistic", 40, [1, 1.93, 3.64, 6.59, 11.22, 17.39, 24.12, 30]),
    ],
)
def test_ai_use_in_korea(shape: str, ceiling: float | None, expected: list[float]) -> None:
    path = one(replace(AI, path=shape, ceiling=ceiling))
    assert [path.value_at(year) for year in YEARS] == pytest.approx(expected, abs=0.0051)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (AI, ["linear", "logistic"]),
        (replace(AI, ceiling=None), ["linear", "geometric"]),
        (replace(AI, ceiling=30.0), ["linear", "geometric"]),  # the goal is the ceiling
        (case({2020: 14.5}, 7, better="down", ceiling=100), ["linear", "geometric"]),
        (case({2020: 0}, 30, ceiling=100), ["linear"]),
        (case({2020: 10}, 0, better="down"), ["linear"]),
        (case({2020: -5}, 5), ["linear"]),
        (case({2020: -5}, -2), ["linear"]),
        (case({2020: 30}, 30), ["linear"]),
        (case({2020: 35}, 30), ["linear"]),
        (case({2020: 0.03}, 0.02, keep=True), ["linear"]),
        (replace(AI, path="geometric"), ["geometric"]),
        (replace(AI, path="step"), ["step"]),
        (replace(AI, path=points({2026: 4.0})), ["announced"]),
        (replace(AI, deadline=None), []),
        (replace(AI, base=None), []),
        (replace(AI, deadline=Period.parse("2023")), []),
        (replace(AI, path="logistic", ceiling=None), []),
        (replace(AI, path="logistic", ceiling=30.0), []),
        (case({2020: 0}, 30, path="geometric"), []),
        (case({2020: 30}, 30, by=None), []),
    ],
)
def test_which_paths_are_drawn(asked: Case, expected: list[str]) -> None:
    assert shapes(asked) == expected


def test_a_level_to_be_kept_is_expected_on_every_day() -> None:
    for asked in (case({2020: 12}, 10, keep=True), case({2020: 12}, 10, keep=True, by=None)):
        path = one(asked)
        assert [path.value_at(Period.parse(y)) for y in ("2019", "2025", "2040")] == [10, 10, 10]
    assert one(case({2020: 12}, 10, keep=True)).years_at(11) == 10  # held until the deadline
    assert one(case({2020: 12}, 10, keep=True)).years_at(9) is None


def test_a_base_beyond_the_goal_is_not_led_back_to_it() -> None:
    assert one(case({2020: 35}, 30)).value_at(Period.parse("2025")) == 30


def test_step() -> None:
    path = one(replace(AI, path="step"))
    assert path.value_at(Period.parse("2029")) is None
    assert path.value_at(Period.parse("2030-12-30")) is None
    assert path.value_at(Period.parse("2030")) == 30
    assert path.years_at(5) is None
    assert band(replace(AI, path="step", deadline=None)) == ()


# --------------------------------------------------------------------------- announced rows

ROWS = {2025: 0.10, 2026: 0.25, 2027: 0.45, 2028: 0.70, 2029: 0.95, 2030: 1.20}
PLAN = case({2024: 0, 2026: 0.18}, 1.2, path=ROWS, total=True)


def test_earned_schedule() -> None:
    """docs/research.md 8: ES 2025.533, SV(t) -0.47 years; on a straight line -1.10 years."""
    path = one(PLAN)
    assert path.years_at(0.18) == pytest.approx(2025.5333 - 2024, abs=5e-5)
    assert lead_years(path, PLAN) == pytest.approx(-0.4667, abs=5e-5)
    straight = replace(PLAN, path="linear")
    assert lead_years(one(straight), straight) == pytest.approx(-1.10)


@pytest.mark.parametrize(
    ("value", "years"),
    [(1.2, 6), (1.5, 6), (0.0, 0), (-0.1, 0), (0.10, 1), (1.199, 5.996)],
)
def test_earned_schedule_at_its_ends(value: float, years: float) -> None:
    """Above the last row is finished; clawed back below nothing is still the start."""
    assert one(PLAN).years_at(value) == pytest.approx(years)


@pytest.mark.parametrize(("value", "years"), [(3.9, 1.95), (4, 4), (5, 4.5)])
def test_on_a_flat_stretch_the_latest_time_counts(value: float, years: float) -> None:
    flat = case({2022: 0}, 8, by=2028, path={2024: 4, 2026: 4})
    assert one(flat).years_at(value) == pytest.approx(years)


def test_falling_rows() -> None:
    falling = case({2020: 10, 2022: 8}, 2, by=2026, better="down", path={2022: 9, 2024: 5})
    path = one(falling)
    assert path.value_at(Period.parse("2023")) == 7
    assert path.years_at(7) == pytest.approx(3)
    assert lead_years(path, falling) == pytest.approx(0.5)


def test_rows_and_the_two_ends() -> None:
    """A base after the first row starts nothing; the goal stands at the deadline, whatever a row
    says."""
    asked = case({2023: 2}, 30, path={2020: 8, 2026: 5, 2030: 28, 2031: 40})
    path = one(asked)
    expected = {2020: 8, 2022: 7, 2023: 6.5, 2026: 5, 2028: 17.5, 2030: 30, 2031: 30}
    assert {y: path.value_at(Period.parse(str(y))) for y in expected} == expected


def test_rows_without_a_base_or_a_deadline() -> None:
    path = one(case({2025: 3}, 30, base=False, by=None, path={2026: 4, 2028: 10}))
    values = [path.value_at(Period.parse(str(y))) for y in (2025, 2026, 2027, 2028, 2035)]
    assert values == [None, 4, 7, 10, 10]
    assert path.years_at(7) == 1


# --------------------------------------------------------------------------- time


def test_a_period_of_another_kind_is_counted_in_days() -> None:
    path = one(replace(AI, path="linear"))
    u = years_between(Period.parse("2023"), Period.parse("2025-06-30")) / 7
    assert path.value_at(Period.parse("2025-06-30")) == pytest.approx(1 + 29 * u)


@pytest.mark.parametrize(
    ("base", "deadline", "last"),
    [("2020", "2030", "2030-Q4"), ("2018-S1", "2029-Q2", "2029-S1")],
)
@pytest.mark.parametrize("shape", ["linear", "geometric", "logistic"])
def test_at_the_deadline_the_goal_is_expected_by_whatever_period_it_is_called(
    shape: str, base: str, deadline: str, last: str
) -> None:
    """Ten years from one end of a year to another are 9.9986 where they are counted in days."""
    path = one(case({base: 10}, 60, by=deadline, path=shape, ceiling=100))
    assert path.value_at(Period.parse(last)) == 60


def test_lead_is_positive_when_ahead() -> None:
    ahead = case({2020: 0, 2022: 3}, 10, path="linear")
    assert lead_years(one(ahead), ahead) == 1
    behind = case({2020: 0, 2022: 1}, 10, path="linear")
    assert lead_years(one(behind), behind) == -1
    finished = case({2020: 0, 2022: 99}, 10, path="linear")
    assert lead_years(one(finished), finished) == 8  # on the path until the deadline
    worse_than_the_base = case({2020: 4, 2022: 1}, 10, path="linear")
    assert lead_years(one(worse_than_the_base), worse_than_the_base) == pytest.approx(-7)
    lost = case({2020: 4, 2022: -1}, 10, path="geometric")
    assert lead_years(one(lost), lost) is None
    assert lead_years(one(lost), replace(lost, points=())) is None


@pytest.mark.parametrize("shape", ["linear", "geometric", "logistic"])
def test_the_ends_of_what_a_float_holds(shape: str) -> None:
    """No value and no time is infinite; what cannot be told is None."""
    largest = 1.7976931348623157e308
    wide = one(case({2020: 5e-324}, largest * 0.99, path=shape, ceiling=largest))
    for year in ("2021", "2025", "2029"):
        value = wide.value_at(Period.parse(year))
        assert value is None or 0 <= value <= largest
    assert (wide.years_at(-largest) or -1.0) < 0
    close = case({2020: 1e308}, math.nextafter(1e308, math.inf), path=shape, ceiling=largest)
    for path in band(close):
        assert path.years_at(5e-324) is None or math.isfinite(path.years_at(5e-324) or 0)
    across = one(case({2020: -largest}, largest, path="linear"))
    assert across.years_at(0.0) == 5


# --------------------------------------------------------------------------- laws

VALUES = st.floats(0.5, 99)


@given(b=VALUES, goal=VALUES, shape=st.sampled_from(["linear", "geometric", "logistic"]))
def test_a_path_passes_its_two_ends_and_stays(b: float, goal: float, shape: str) -> None:
    assume(abs(goal - b) > 1e-9)  # or no scale can tell them apart
    better = "up" if goal > b else "down"
    path = one(case({2020: b}, goal, path=shape, ceiling=100, better=better))
    for year, value in ((2010, b), (2020, b), (2030, goal), (2040, goal)):
        assert path.value_at(Period.parse(str(year))) == value
    middle = path.value_at(Period.parse("2025"))
    assert middle is not None
    assert min(b, goal) <= middle * (1 + 1e-12)
    assert middle * (1 - 1e-12) <= max(b, goal)


@given(
    b=VALUES,
    goal=VALUES,
    shape=st.sampled_from(["linear", "geometric", "logistic", "announced"]),
    year=st.integers(2020, 2030),
)
def test_the_inverse_inverts(b: float, goal: float, shape: str, year: int) -> None:
    assume(abs(goal - b) > 0.05)
    rows = {2024: b + 0.2 * (goal - b), 2027: b + 0.9 * (goal - b)}
    declared = rows if shape == "announced" else shape
    better = "up" if goal > b else "down"
    path = one(case({2020: b}, goal, path=declared, ceiling=100, better=better))
    value = path.value_at(Period.parse(str(year)))
    assert value is not None
    assert path.years_at(value) == pytest.approx(year - 2020, abs=1e-6)


@given(v=st.floats(1e-9, 99.999))
def test_expit_is_the_inverse_of_logit(v: float) -> None:
    assert expit(logit(v, 100), 100) == pytest.approx(v, rel=1e-9)
    assert expit(-1e9, 100) == 0
    assert expit(1e9, 100) == 100


@pytest.mark.parametrize("base", ["2019", "2019-12-31", "2019-12", "2018-03-05", ""])
def test_between_two_rows_the_kind_of_the_base_does_not_matter(judge, base) -> None:
    """100 by 2022 and 250 by 2025 are 200 in 2024: whole years, since all three are years."""
    stated = f"baseline = {{ period = {base}, value = 0 }}\n" if base.isdigit() else ""
    stated = stated or (f'baseline = {{ period = "{base}", value = 0 }}\n' if base else "")
    text = (
        '[[target]]\nid = "x"\ntitle = "X"\nkind = "total"\nunit = "km"\ndirection = "up"\n'
        f"{stated}goal = {{ value = 1000, by = 2030 }}\n"
        "path = [{ by = 2022, value = 100 }, { by = 2025, value = 250 }]\n"
    )
    at = judge(text + judge.yearly({2023: 10, 2024: 200}), on="2026-11-22")
    assert at.expected == (("announced", pytest.approx(200, abs=1e-9)),)
    assert (at.gap_to_path[0][1], at.slack_months) == (
        pytest.approx(0, abs=1e-9), pytest.approx(0, abs=1e-9),
    )  # fmt: skip
    assert at.verdict == "on track"
    short = judge(text + judge.yearly({2022: 10, 2023: 149.96}), on="2026-11-22")
    assert short.verdict == "behind"
