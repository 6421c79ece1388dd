"""Where the published rules disagree on the same data: the examples of docs/research.md 11.

Each row says what a rule gives: its number as printed there, its class, and its light.
"""

from __future__ import annotations

import pytest

from kpi.assess.case import Case
from kpi.assess.methods.catalogue import BY_NAME, RULES, Split, panel, split
from kpi.assess.methods.rule import Reading
from kpi.assess.path import band
from tests.assess.cases import case, key
from tests.assess.conftest import STRAIGHT, Judge

A = case({2023: 1.0, 2024: 1.8, 2025: 3.0}, 30, ceiling=100)
B = case({2023: 6.0, 2025: 8.6}, 15, 2028, ceiling=100)
C = case({2020: 100, 2021: 90, 2022: 82, 2023: 73, 2024: 64, 2025: 55}, 20, better="down")
D = case(dict(zip(range(2015, 2026), [10, 12, 14, 16, 18] + 6 * [20], strict=True)), 30)
ZEV = [0.37, 0.63, 0.97, 2.24, 2.9, 3.52, 5.25, 8.17, 11.01, 14.63, 9.53]
E = case(dict(zip(range(2015, 2026), ZEV, strict=True)), 60, ceiling=100)
E_2024 = case(dict(zip(range(2015, 2025), ZEV, strict=False)), 60, ceiling=100)
F = case({2010: 2.8, 2017: 14.339}, 80, ceiling=100)
M = case({2015: 7.05, 2024: 12.58}, 70, better="down")

EXAMPLES: dict[str, tuple[Case, dict[str, tuple[float | None, str | None]], Split]] = {
    "A growth from a small base": (
        A,
        {
            "on-path": (-6.29, "on path"),
            "linear-ratio": (0.241, "stagnating"),
            "growth-ratio": (1.170, "significant"),
            "recent-trend": (None, None),
            "extrapolation": (1.578, "on track"),
            "share-of-change": (6.9, "little or no detectable change"),
        },
        Split(2, 5, "curvature"),
    ),
    "B the ratios agree, the straight one does not": (
        B,
        {
            "on-path": (-1.0, "behind"),
            "linear-ratio": (0.722, "moderately improving"),
            "growth-ratio": (0.981, "significant"),
            "recent-trend": (None, None),
            "extrapolation": (0.973, "on track"),
            "share-of-change": (28.9, "improving"),
        },
        Split(2, 5, "curvature"),
    ),
    "C a reduction: now growth is the strict one": (
        C,
        {
            "on-path": (10.3, "on path"),
            "linear-ratio": (1.125, "on track"),
            "growth-ratio": (0.758, "moderate"),
            "recent-trend": (-0.286, "sun"),
            "extrapolation": (0.872, "acceleration needed"),
            "share-of-change": (56.25, "improving"),
        },
        Split(4, 6, "curvature"),
    ),
    "D stalled for five years": (
        D,
        {
            "on-path": (-3.3, "behind"),
            "linear-ratio": (0.750, "moderately improving"),
            "growth-ratio": (0.945, "moderate"),
            "recent-trend": (1.0, "thunderstorm"),
            "extrapolation": (0.914, "acceleration needed"),
            "share-of-change": (50.0, "improving"),
        },
        Split(4, 6, "window"),
    ),
    "E zero-emission vehicles in Canada, as published": (
        E,
        {
            "on-path": (-30.6, "behind"),
            "linear-ratio": (0.230, "stagnating"),
            "growth-ratio": (0.9504, "significant"),
            "recent-trend": (0.881, "cloud"),
            "extrapolation": (0.805, "acceleration needed"),
            "share-of-change": (15.4, "improving"),
        },
        Split(3, 6, "curvature"),
    ),
    "F internet use in Angola": (
        F,
        {
            "on-path": (-15.48, "on path"),
            "linear-ratio": (0.427, "stagnating"),
            "growth-ratio": (1.44, "significant"),
            "recent-trend": (None, None),
            "extrapolation": (3.82, "on track"),
            "share-of-change": (14.95, "improving"),
        },
        Split(2, 5, "curvature"),
    ),
}


def by_name(readings: tuple[Reading, ...]) -> dict[str, Reading]:
    return {read.method: read for read in readings}


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples(example: str) -> None:
    asked, expected, _ = EXAMPLES[example]
    readings = by_name(panel(asked))
    for method, (value, klass) in expected.items():
        read = readings[method]
        assert (method, read.klass) == (method, klass)
        if value is not None:
            digits = 5 * 10 ** -(len(str(value).partition(".")[2]) + 1)
            assert read.value == pytest.approx(value, abs=1.01 * digits), method


@pytest.mark.parametrize("example", EXAMPLES)
def test_how_they_split(example: str) -> None:
    asked, _, expected = EXAMPLES[example]
    assert split(panel(asked)) == expected


def test_a_third_lost_does_not_change_the_official_class() -> None:
    """E a year earlier: 14.63 % in 2024, R 1.250 and p 2.84; then 9.53 %, R 0.9504."""
    before = by_name(panel(E_2024))
    assert before["growth-ratio"].value == pytest.approx(1.250, abs=5e-4)
    assert before["extrapolation"].value == pytest.approx(2.84, abs=5e-3)
    assert before["on-path"].klass == "on path"  # 12.0 <= 14.63 < 36.2
    after = by_name(panel(E))
    assert before["growth-ratio"].klass == after["growth-ratio"].klass == "significant"


def test_at_950_it_would_have_been_moderate() -> None:
    values = dict(zip(range(2015, 2026), [*ZEV[:-1], 9.50], strict=True))
    assert by_name(panel(case(values, 60)))["growth-ratio"].klass == "moderate"
    assert by_name(panel(E))["growth-ratio"].margin == pytest.approx(0.0004, abs=5e-5)


@pytest.mark.parametrize(
    ("asked", "shapes", "expected"),
    [
        (A, ("linear", "logistic"), (9.29, 2.86)),
        (C, ("linear", "geometric"), (60.0, 44.7)),
        (D, ("linear", "geometric"), (23.3, 20.8)),
        (E, ("linear", "logistic"), (40.1, 16.9)),
        (E_2024, ("linear", "logistic"), (36.2, 12.0)),
    ],
)
def test_band_positions(asked: Case, shapes: tuple[str, ...], expected: tuple[float, ...]) -> None:
    """docs/research.md 11, band position; D there has a ceiling of 100 (21.5), here it has none."""
    assert asked.current is not None
    paths = band(asked)
    assert tuple(path.shape for path in paths) == shapes
    values = [path.value_at(asked.current.period) for path in paths]
    assert values == pytest.approx(expected, abs=0.06)


def test_met_then_sliding() -> None:
    """M: 7.05 to 12.58 under a bar of 70: achieved; the arrow says stagnating; a change for worse
    is still `met`; the German rule has no four years running."""
    readings = by_name(panel(M))
    assert readings["growth-ratio"].klass == "achieved"
    assert readings["linear-ratio"].klass == "stagnating"
    assert key(readings["linear-ratio"]) == "rule-met-fallen"
    assert readings["extrapolation"].klass == "on track"
    assert readings["share-of-change"].klass == "met"
    assert readings["recent-trend"].klass is None
    assert readings["on-path"].klass == "ahead"
    worse = by_name(panel(case({2018 + n: 7 + n for n in range(7)}, 70, better="down")))
    assert worse["recent-trend"].klass == "sun with cloud"
    assert key(worse["recent-trend"]) == "rule-met-adverse"


def light(method: str, light: str) -> Reading:
    return Reading(method, klass="-", light=light)


def test_causes_in_their_order() -> None:
    assert split([]) == Split(0, 0, None)
    assert split([light("on-path", "unknown")]) == Split(0, 0, None)
    assert split([light("on-path", "good")]) == Split(1, 1, None)
    agree = [light(rule.name, "good") for rule in RULES]
    assert split(agree) == Split(6, 6, None)
    curved = [light("linear-ratio", "bad"), light("extrapolation", "good")]
    assert split(curved).cause == "curvature"
    window = [light("linear-ratio", "good"), light("recent-trend", "bad")]
    assert split(window).cause == "window"
    without_linear = [light("growth-ratio", "good"), light("recent-trend", "bad")]
    assert split(without_linear).cause == "window"
    yardstick = [light("growth-ratio", "good"), light("extrapolation", "mixed")]
    assert split(yardstick) == Split(1, 2, "yardstick")
    rates_agree = [light("linear-ratio", "good"), *yardstick]  # growth-ratio is asked first
    assert split(rates_agree) == Split(2, 3, "yardstick")


def test_recent_years_that_begin_at_the_base_are_no_other_window(judge: Judge) -> None:
    """From 2021 on both rules look at the same years; a miss of the gap is not a rate."""
    values = dict(zip(range(2021, 2026), [70.1, 70.9, 71.0, 72.2, 72.9], strict=True))
    young = case(values, 80)
    assert split(panel(young), young) == Split(4, 6, "yardstick")
    assert split(panel(D), D) == Split(4, 6, "window")
    text = STRAIGHT.replace("2020, value = 10", "2021, value = 70.1").replace("30,", "80,")
    found = judge(text.replace('path = "linear"\n', "") + judge.yearly(dict(values)))
    assert found.split == Split(4, 6, "yardstick")


def test_the_catalogue_agrees_with_itself() -> None:
    names = ["on-path", "linear-ratio", "growth-ratio", "recent-trend", "extrapolation"]
    assert list(BY_NAME) == [*names, "share-of-change"]
    for rule in RULES:
        assert rule.judge(A).method == rule.name
        assert {rule.shape} <= {"linear", "geometric", "path"}
        assert {rule.window} <= {"base", "recent"}
        assert {rule.yardstick} <= {"rate", "level", "gap"}
        assert {cut.light for cut in rule.cuts} <= {"good", "mixed", "bad", "unknown"}
