"""Each published rule worked out line by line; every line can be checked by hand."""

from __future__ import annotations

import pytest

from kpi.assess.case import Case
from kpi.assess.methods.catalogue import BY_NAME
from kpi.assess.methods.rule import Step
from tests.assess.cases import case, with_years_between

CASES: dict[str, Case] = {
    "half": case({2020: 10, 2022: 14, 2023: 16, 2024: 18, 2025: 20}, 30),
    "fallen": case(with_years_between({2020: 100, 2025: 60}), 20, better="down"),
    "lost": case(with_years_between({2020: 10, 2025: 8}), 30),
    "met": case(with_years_between({2020: 10, 2025: 40}), 30),
    "noisy": case(with_years_between({2020: 10, 2025: 14}), 30, errors=1.0),
    "still": case(with_years_between({2020: 10, 2025: 10.5}), 30, errors=1.0),
    "ceiling": case({2023: 1, 2025: 3}, 30, ceiling=100),
    "rows": case({2020: 10, 2025: 20}, 30, path={2022: 12, 2028: 24}),
    "flat": case(with_years_between({2020: 10, 2025: 10}), 30),
    "adverse": case(with_years_between({2020: 35, 2025: 32}), 30),
}

Row = tuple[str, str, str, float | None, float | None, str | None, list[str]]

#: A case and a rule; its class, its value, the distance to the next cut, why; and the way there.
ROWS: list[Row] = [
    ("half", "on-path", "ahead", 0.0, 0.0, None,
     ["expected-linear: 10 + (30 - 10) * 0.5 = 20",
      "gap: 20 - 20 = 0",
      "lead: 5 - 5 = 0",
      "expected-geometric: 10 * (30 / 10)^0.5 = 17.3205",
      "gap: 20 - 17.3205 = 2.67949",
      "lead: 6.3093 - 5 = 1.3093"]),
    ("half", "linear-ratio", "on track", 1.0, 0.0, None,
     ["observed-rate: (20 - 10) / 5 = 2",
      "required-rate: (30 - 10) / 10 = 2",
      "ratio: 2 / 2 = 1"]),
    ("half", "growth-ratio", "significant", 1.28052, 0.330523, None,
     ["observed-growth: (20 / 10)^(1 / 5) - 1 = 0.148698",
      "required-growth: (30 / 10)^(1 / 10) - 1 = 0.116123",
      "ratio: 1 * 0.148698 / |0.116123| = 1.28052"]),
    ("half", "recent-trend", "sun", 0.0, 0.05, None,
     ["mean-change: (20 - 10) / 5 = 2",
      "carried-value: 20 + 5 * 2 = 30",
      "miss: 1 * (30 - 30) / |30 - 20| = 0"]),
    ("half", "extrapolation", "on track", 1.5, 0.55, None,
     ["observed-growth: (20 / 10)^(1 / 5) - 1 = 0.148698",
      "carried-value: 20 * (1 + 0.148698)^5 = 40",
      "share-of-way: (40 - 10) / (30 - 10) = 1.5"]),
    ("half", "share-of-change", "improving", 50.0, 40.0, None,
     ["targeted-change-achieved: 100 * (20 - 10) / (30 - 10) = 50"]),
    ("fallen", "on-path", "on path", 15.2786, 0.0, None,
     ["expected-linear: 100 + (20 - 100) * 0.5 = 60",
      "gap: 60 - 60 = 0",
      "lead: 5 - 5 = 0",
      "expected-geometric: 100 * (20 / 100)^0.5 = 44.7214",
      "gap: 60 - 44.7214 = 15.2786",
      "lead: 3.17394 - 5 = -1.82606"]),
    ("fallen", "linear-ratio", "on track", 1.0, 0.0, None,
     ["observed-rate: (60 - 100) / 5 = -8",
      "required-rate: (20 - 100) / 10 = -8",
      "ratio: -8 / -8 = 1"]),
    ("fallen", "growth-ratio", "moderate", 0.653299, 0.0532995, None,
     ["observed-growth: (60 / 100)^(1 / 5) - 1 = -0.0971195",
      "required-growth: (20 / 100)^(1 / 10) - 1 = -0.14866",
      "ratio: -1 * -0.0971195 / |-0.14866| = 0.653299"]),
    ("fallen", "recent-trend", "sun", 0.0, 0.05, None,
     ["mean-change: (60 - 100) / 5 = -8",
      "carried-value: 60 + 5 * -8 = 20",
      "miss: -1 * (20 - 20) / |20 - 60| = 0"]),
    ("fallen", "extrapolation", "acceleration needed", 0.8, 0.15, None,
     ["observed-growth: (60 / 100)^(1 / 5) - 1 = -0.0971195",
      "carried-value: 60 * (1 + -0.0971195)^5 = 36",
      "share-of-way: (36 - 100) / (20 - 100) = 0.8"]),
    ("fallen", "share-of-change", "improving", 50.0, 40.0, None,
     ["targeted-change-achieved: 100 * (60 - 100) / (20 - 100) = 50"]),
    ("lost", "on-path", "behind", -12.0, 9.32051, None,
     ["expected-linear: 10 + (30 - 10) * 0.5 = 20",
      "gap: 8 - 20 = -12",
      "lead: -1 - 5 = -6",
      "expected-geometric: 10 * (30 / 10)^0.5 = 17.3205",
      "gap: 8 - 17.3205 = -9.32051",
      "lead: -2.03114 - 5 = -7.03114"]),
    ("lost", "linear-ratio", "decreasing", -0.2, 0.2, None,
     ["observed-rate: (8 - 10) / 5 = -0.4",
      "required-rate: (30 - 10) / 10 = 2",
      "ratio: -0.4 / 2 = -0.2"]),
    ("lost", "growth-ratio", "deterioration", -0.375872, 0.375872, None,
     ["observed-growth: (8 / 10)^(1 / 5) - 1 = -0.0436475",
      "required-growth: (30 / 10)^(1 / 10) - 1 = 0.116123",
      "ratio: 1 * -0.0436475 / |0.116123| = -0.375872"]),
    ("lost", "recent-trend", "thunderstorm", 1.09091, None, "rule-away",
     ["mean-change: (8 - 10) / 5 = -0.4",
      "carried-value: 8 + 5 * -0.4 = 6",
      "miss: 1 * (30 - 6) / |30 - 8| = 1.09091"]),
    ("lost", "extrapolation", "stagnation or regression", -0.18, 0.28, None,
     ["observed-growth: (8 / 10)^(1 / 5) - 1 = -0.0436475",
      "carried-value: 8 * (1 + -0.0436475)^5 = 6.4",
      "share-of-way: (6.4 - 10) / (30 - 10) = -0.18"]),
    ("lost", "share-of-change", "getting worse", -20.0, 10.0, None,
     ["change-from-baseline: -100 * |8 - 10| / |10| = -20"]),
    ("met", "on-path", "ahead", 20.0, 20.0, None,
     ["expected-linear: 10 + (30 - 10) * 0.5 = 20",
      "gap: 40 - 20 = 20",
      "lead: 10 - 5 = 5",
      "expected-geometric: 10 * (30 / 10)^0.5 = 17.3205",
      "gap: 40 - 17.3205 = 22.6795",
      "lead: 10 - 5 = 5"]),
    ("met", "linear-ratio", "on track", 3.0, 2.0, None,
     ["observed-rate: (40 - 10) / 5 = 6",
      "required-rate: (30 - 10) / 10 = 2",
      "ratio: 6 / 2 = 3"]),
    ("met", "growth-ratio", "achieved", 2.75146, None, "rule-met",
     ["observed-growth: (40 / 10)^(1 / 5) - 1 = 0.319508",
      "required-growth: (30 / 10)^(1 / 10) - 1 = 0.116123",
      "ratio: 1 * 0.319508 / |0.116123| = 2.75146"]),
    ("met", "recent-trend", "sun", None, None, "rule-met",
     ["mean-change: (40 - 10) / 5 = 6"]),
    ("met", "extrapolation", "on track", 7.5, None, "rule-met",
     ["observed-growth: (40 / 10)^(1 / 5) - 1 = 0.319508",
      "carried-value: 40 * (1 + 0.319508)^5 = 160",
      "share-of-way: (160 - 10) / (30 - 10) = 7.5"]),
    ("met", "share-of-change", "met", 150.0, None, "rule-met",
     ["targeted-change-achieved: 100 * (40 - 10) / (30 - 10) = 150"]),
    ("noisy", "on-path", "behind", -6.0, 3.32051, None,
     ["expected-linear: 10 + (30 - 10) * 0.5 = 20",
      "gap: 14 - 20 = -6",
      "lead: 2 - 5 = -3",
      "expected-geometric: 10 * (30 / 10)^0.5 = 17.3205",
      "gap: 14 - 17.3205 = -3.32051",
      "lead: 3.0627 - 5 = -1.9373"]),
    ("noisy", "linear-ratio", "stagnating", 0.4, 0.1, None,
     ["observed-rate: (14 - 10) / 5 = 0.8",
      "required-rate: (30 - 10) / 10 = 2",
      "ratio: 0.8 / 2 = 0.4"]),
    ("noisy", "growth-ratio", "limited", 0.599453, 0.00054708, None,
     ["observed-growth: (14 / 10)^(1 / 5) - 1 = 0.0696104",
      "required-growth: (30 / 10)^(1 / 10) - 1 = 0.116123",
      "ratio: 1 * 0.0696104 / |0.116123| = 0.599453"]),
    ("noisy", "recent-trend", "cloud", 0.75, 0.55, None,
     ["mean-change: (14 - 10) / 5 = 0.8",
      "carried-value: 14 + 5 * 0.8 = 18",
      "miss: 1 * (30 - 18) / |30 - 14| = 0.75"]),
    ("noisy", "extrapolation", "acceleration needed", 0.48, 0.38, None,
     ["observed-growth: (14 / 10)^(1 / 5) - 1 = 0.0696104",
      "carried-value: 14 * (1 + 0.0696104)^5 = 19.6",
      "share-of-way: (19.6 - 10) / (30 - 10) = 0.48"]),
    ("noisy", "share-of-change", "improving", 20.0, None, "rule-significant",
     ["targeted-change-achieved: 100 * (14 - 10) / (30 - 10) = 20",
      "z: |4| / 1.41421 = 2.82843"]),
    ("still", "on-path", "behind", -9.5, 6.82051, None,
     ["expected-linear: 10 + (30 - 10) * 0.5 = 20",
      "gap: 10.5 - 20 = -9.5",
      "lead: 0.25 - 5 = -4.75",
      "expected-geometric: 10 * (30 / 10)^0.5 = 17.3205",
      "gap: 10.5 - 17.3205 = -6.82051",
      "lead: 0.444107 - 5 = -4.55589"]),
    ("still", "linear-ratio", "stagnating", 0.05, 0.05, None,
     ["observed-rate: (10.5 - 10) / 5 = 0.1",
      "required-rate: (30 - 10) / 10 = 2",
      "ratio: 0.1 / 2 = 0.05"]),
    ("still", "growth-ratio", "limited", 0.0844431, 0.0844431, None,
     ["observed-growth: (10.5 / 10)^(1 / 5) - 1 = 0.0098058",
      "required-growth: (30 / 10)^(1 / 10) - 1 = 0.116123",
      "ratio: 1 * 0.0098058 / |0.116123| = 0.0844431"]),
    ("still", "recent-trend", "cloud", 0.974359, 0.774359, None,
     ["mean-change: (10.5 - 10) / 5 = 0.1",
      "carried-value: 10.5 + 5 * 0.1 = 11",
      "miss: 1 * (30 - 11) / |30 - 10.5| = 0.974359"]),
    ("still", "extrapolation", "stagnation or regression", 0.05125, 0.04875, None,
     ["observed-growth: (10.5 / 10)^(1 / 5) - 1 = 0.0098058",
      "carried-value: 10.5 * (1 + 0.0098058)^5 = 11.025",
      "share-of-way: (11.025 - 10) / (30 - 10) = 0.05125"]),
    ("still", "share-of-change", "little or no detectable change", 2.5, None, "rule-within-noise",
     ["targeted-change-achieved: 100 * (10.5 - 10) / (30 - 10) = 2.5",
      "z: |0.5| / 1.41421 = 0.353553"]),
    ("ceiling", "on-path", "on path", -6.28571, 0.13717, None,
     ["expected-linear: 1 + (30 - 1) * 0.285714 = 9.28571",
      "gap: 3 - 9.28571 = -6.28571",
      "lead: 0.482759 - 2 = -1.51724",
      "expected-logistic: 100 / (1 + exp(-(-4.59512 + (-0.847298 - -4.59512) * 0.285714)))"
      " = 2.86283",
      "gap: 3 - 2.86283 = 0.13717",
      "lead: 2.09005 - 2 = 0.0900534"]),
    ("ceiling", "linear-ratio", "stagnating", 0.241379, 0.241379, None,
     ["observed-rate: (3 - 1) / 2 = 1",
      "required-rate: (30 - 1) / 7 = 4.14286",
      "ratio: 1 / 4.14286 = 0.241379"]),
    ("ceiling", "growth-ratio", "significant", 1.17013, 0.220133, None,
     ["observed-growth: (3 / 1)^(1 / 2) - 1 = 0.732051",
      "required-growth: (30 / 1)^(1 / 7) - 1 = 0.625614",
      "ratio: 1 * 0.732051 / |0.625614| = 1.17013"]),
    ("ceiling", "extrapolation", "on track", 1.57812, 0.628116, None,
     ["observed-growth: (3 / 1)^(1 / 2) - 1 = 0.732051",
      "carried-value: 3 * (1 + 0.732051)^5 = 46.7654",
      "share-of-way: (46.7654 - 1) / (30 - 1) = 1.57812"]),
    ("ceiling", "share-of-change", "little or no detectable change", 6.89655, 3.10345, None,
     ["targeted-change-achieved: 100 * (3 - 1) / (30 - 1) = 6.89655"]),
    ("rows", "on-path", "ahead", 2.0, 2.0, None,
     ["expected-announced: P(5) = 18",
      "gap: 20 - 18 = 2",
      "lead: 6 - 5 = 1"]),
    ("flat", "share-of-change", "little or no detectable change", 0.0, 10.0, None,
     ["targeted-change-achieved: 100 * (10 - 10) / (30 - 10) = 0"]),
    ("flat", "linear-ratio", "stagnating", 0.0, 0.0, None,
     ["observed-rate: (10 - 10) / 5 = 0",
      "required-rate: (30 - 10) / 10 = 2",
      "ratio: 0 / 2 = 0"]),
    ("flat", "recent-trend", "thunderstorm", 1.0, None, "rule-away",
     ["mean-change: (10 - 10) / 5 = 0",
      "carried-value: 10 + 5 * 0 = 10",
      "miss: 1 * (30 - 10) / |30 - 10| = 1"]),
    ("adverse", "on-path", "ahead", 2.0, 2.0, None,
     ["expected-linear: 30 = 30",
      "gap: 32 - 30 = 2",
      "lead: 10 - 5 = 5"]),
    ("adverse", "growth-ratio", "achieved", -1.1612, None, "rule-met",
     ["observed-growth: (32 / 35)^(1 / 5) - 1 = -0.0177628",
      "required-growth: (30 / 35)^(1 / 10) - 1 = -0.0152969",
      "ratio: 1 * -0.0177628 / |-0.0152969| = -1.1612"]),
    ("adverse", "recent-trend", "sun with cloud", None, None, "rule-met-adverse",
     ["mean-change: (32 - 35) / 5 = -0.6"]),
]  # fmt: skip


def short(number: float | None) -> str:
    """A number in six digits."""
    return "none" if number is None else f"{round(number, 9) + 0.0:.6g}"


def line(step: Step) -> str:
    """A line of the arithmetic with its numbers."""
    letters = {letter: short(number) for letter, number in step.letters}
    return f"{step.name}: {step.formula.format(**letters)} = {short(step.result)}"


@pytest.mark.parametrize("row", ROWS, ids=[" ".join(row[:2]) for row in ROWS])
def test_the_lines_of_the_arithmetic(row: Row) -> None:
    """Each line has its name, its letters and its result, and the last ones make the class."""
    name, rule, klass, value, margin, why, lines = row
    read = BY_NAME[rule].judge(CASES[name])
    assert (read.klass, read.reason.key if read.reason else None) == (klass, why)
    assert (short(read.value), short(read.margin)) == (short(value), short(margin))
    assert [line(step) for step in read.steps] == lines


@pytest.mark.parametrize("rule", BY_NAME)
def test_what_goes_in(rule: str) -> None:
    """Base, value and goal with their last days; the recent trend looks back five years."""
    inputs = dict(BY_NAME[rule].judge(CASES["half"]).inputs)
    assert {key: inputs[key] for key in ("current", "current_date", "goal", "goal_date")} == {
        "current": 20, "current_date": "2025-12-31", "goal": 30, "goal_date": "2030-12-31",
    }  # fmt: skip
    if rule == "recent-trend":
        assert inputs["mean_change_per_year"] == 2
    else:
        assert (inputs["base"], inputs["base_date"]) == (10, "2020-12-31")


@pytest.mark.parametrize(
    ("values", "klass", "why"),
    [
        ({2020: 9, 2025: 10}, "sun with cloud", "rule-met-adverse"),
        ({2020: 10, 2025: 9}, "sun", "rule-met"),
        ({2020: 13, 2025: 12}, "cloud", "rule-lost-nearer"),
        ({2020: 11, 2025: 12}, "thunderstorm", "rule-away"),
        ({2020: 12, 2025: 12}, "thunderstorm", "rule-away"),
    ],
)
def test_the_weather_of_what_is_to_be_kept(values: dict[int, float], klass: str, why: str) -> None:
    """At most 10: held or lost, and whether the trend leads nearer."""
    read = BY_NAME["recent-trend"].judge(
        case(with_years_between(values), 10, better="down", keep=True)
    )
    assert (read.klass, read.reason.key if read.reason else None) == (klass, why)


@pytest.mark.parametrize(
    ("rule", "asked", "why"),
    [
        ("share-of-change", case({2020: 0, 2025: -5}, 30), "rule-zero-base-away"),
        ("linear-ratio", case({2020: 10}, 30), "rule-only-base"),
        ("growth-ratio", case({2020: 0, 2025: 5}, 30), "rule-zero-base"),
        ("extrapolation", case({2020: -1, 2025: 5}, 30), "rule-negative"),
        ("recent-trend", case({2024: 1, 2025: 5}, 30), "rule-few-years"),
        ("on-path", case({2020: 10, 2025: 20}, 30, None), "rule-no-deadline"),
    ],
)
def test_what_goes_in_where_a_rule_is_silent(rule: str, asked: Case, why: str) -> None:
    """The reason, and what there is of value and goal; no class, no value."""
    read = BY_NAME[rule].judge(asked)
    assert (read.reason.key if read.reason else None, read.klass, read.value) == (why, None, None)
    inputs = dict(read.inputs)
    assert inputs["goal"] == 30
    assert inputs["goal_date"] == ("2030-12-31" if asked.deadline else None)


@pytest.mark.parametrize("name", ["noisy", "still"])
def test_what_goes_into_a_test_of_significance(name: str) -> None:
    """The same as without errors."""
    inputs = dict(BY_NAME["share-of-change"].judge(CASES[name]).inputs)
    assert (inputs["base"], inputs["goal"]) == (10, 30)


@pytest.mark.parametrize("rule", BY_NAME)
def test_what_goes_in_beyond_all_floats(rule: str) -> None:
    """No class where a float cannot hold the way; the figures are shown all the same."""
    wide = {2020: -1.7e308, 2025: 1.7e308}
    read = BY_NAME[rule].judge(case(wide, 1.75e308, path="linear"))
    inputs = dict(read.inputs)
    assert (inputs["current"], inputs["goal"]) == (1.7e308, 1.75e308)
