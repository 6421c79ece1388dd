"""Laws that the rules keep for any data, tried on random ones."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpi.assess.case import Case, Point
from kpi.assess.methods import (
    extrapolation,
    growth_ratio,
    linear_ratio,
    on_path,
    recent_trend,
    share_of_change,
)
from kpi.assess.methods.catalogue import RULES, panel, split
from kpi.assess.methods.rule import UNKNOWN, Reading, Rule
from kpi.assess.path import band, expit, logit
from kpi.facts.periods import Period
from kpi.values import replace
from tests.assess.cases import case

TENTHS = st.integers(-10_000, 10_000).map(lambda n: n / 10)  # as figures are published
SIZES = st.integers(1, 10_000).map(lambda n: n / 10)
BETTER = st.sampled_from(["up", "down"])


@st.composite
def cases(draw: st.DrawFn, values: st.SearchStrategy[float] = TENTHS) -> Case:
    """A yearly series of two to twelve values, its goal, and which way is better."""
    series = draw(st.lists(values, min_size=2, max_size=12))
    start, end = 2024 - len(series), draw(st.integers(2020, 2035))
    years = dict(zip(range(start, 2024), series, strict=True))
    return case(years, draw(values), end, draw(BETTER))


def changed(asked: Case, f: object, mirror: bool = False, goal: float | None = None) -> Case:
    """The case with `f` done to every value of it, and the direction turned if it is mirrored."""
    assert callable(f)
    assert asked.base is not None
    points = tuple(replace(p, value=f(p.value)) for p in asked.points)
    base = replace(asked.base, value=f(asked.base.value))
    sign = -asked.sign if mirror else asked.sign
    return replace(asked, points=points, base=base, goal=f(asked.goal), sign=sign)


def same(one: Reading, other: Reading) -> None:
    """Equal verdicts, unless floats fall on two sides of a cut."""
    assert (one.value is None) == (other.value is None)
    if one.value is not None and other.value is not None:
        assert other.value == pytest.approx(one.value, rel=1e-7, abs=1e-7)
    if one.margin is None or one.margin > 1e-6:
        assert (other.klass, other.light) == (one.klass, one.light)


# --------------------------------------------------------------------------- invariance


@pytest.mark.parametrize(
    "rule", [linear_ratio.RULE, growth_ratio.RULE, extrapolation.RULE], ids=lambda rule: rule.name
)
@given(asked=cases(SIZES), unit=st.sampled_from([0.01, 1 / 1024, 3.7, 100.0, 1_000_000.0]))
def test_the_unit_does_not_matter(rule: Rule, asked: Case, unit: float) -> None:
    assert asked.base is not None
    assume(abs(asked.goal - asked.base.value) > 0.05)
    same(rule.judge(asked), rule.judge(changed(asked, lambda v: v * unit)))


@pytest.mark.parametrize("rule", [linear_ratio.RULE, recent_trend.RULE], ids=lambda rule: rule.name)
@given(asked=cases(), constant=st.integers(-1000, 1000))
def test_a_constant_does_not_matter_to_straight_rules(
    rule: Rule, asked: Case, constant: int
) -> None:
    """In sixteenths, which floats add exactly."""
    exact = changed(asked, lambda v: round(v * 16) / 16)
    same(rule.judge(exact), rule.judge(changed(exact, lambda v: v + constant)))


def test_a_constant_matters_to_growth() -> None:
    asked = case({2015: 10, 2023: 14}, 30)
    moved = changed(asked, lambda v: v + 100)
    assert growth_ratio.judge(asked).klass == "limited"
    assert growth_ratio.judge(moved).value != pytest.approx(growth_ratio.judge(asked).value)


@pytest.mark.parametrize(
    "rule", [linear_ratio.RULE, recent_trend.RULE, share_of_change.RULE], ids=lambda rule: rule.name
)
@given(asked=cases())
def test_the_mirror_image_has_the_same_verdict(rule: Rule, asked: Case) -> None:
    mirrored = rule.judge(changed(asked, lambda v: -v, mirror=True))
    read = rule.judge(asked)
    assert (mirrored.value, mirrored.klass, mirrored.light) == (read.value, read.klass, read.light)


@given(asked=cases())
def test_the_mirror_image_is_as_far_from_a_straight_path(asked: Case) -> None:
    straight = replace(asked, path="linear")
    read, mirrored = (
        on_path.judge(straight),
        on_path.judge(changed(straight, lambda v: -v, mirror=True)),
    )
    assert mirrored.klass == read.klass
    assert mirrored.value == (None if read.value is None else -read.value)


@given(asked=cases())
def test_the_panel_is_a_function_of_its_case(asked: Case) -> None:
    assert panel(asked) == panel(asked)
    assert split(panel(asked)) == split(panel(replace(asked)))


# --------------------------------------------------------------------------- exactly on a path


@st.composite
def on_a_path(draw: st.DrawFn, shape: str) -> Case:
    """A yearly series that lies on the path of a shape, from 2015 up to a year before 2030."""
    b, goal = draw(st.floats(0.5, 900)), draw(st.floats(0.5, 900))
    if shape == "logistic":
        b, goal = b / 10, goal / 10  # within (0, 100)
    assume(abs(goal - b) > 0.02 * b)
    last = draw(st.integers(2016, 2029))
    lb, lt = logit(b, 1000), logit(goal, 1000)
    forms: dict[str, Callable[[float], float]] = {
        "linear": lambda u: b + (goal - b) * u,
        "geometric": lambda u: b * (goal / b) ** u,
        "logistic": lambda u: expit(lb + (lt - lb) * u, 1000),
    }
    values = {year: forms[shape]((year - 2015) / 15) for year in range(2015, last + 1)}
    better = "up" if goal > b else "down"
    return case(values, goal, 2030, better, path=shape, ceiling=1000)


@pytest.mark.parametrize("shape", ["linear", "geometric", "logistic"])
@given(data=st.data())
def test_no_gap_and_no_lead_on_the_path_itself(shape: str, data: st.DataObject) -> None:
    asked = data.draw(on_a_path(shape))
    read = on_path.judge(asked)
    assert asked.base is not None
    assert read.value == pytest.approx(0, abs=1e-9 * max(asked.base.value, asked.goal))
    steps = {step.name: step.result for step in read.steps}
    assert steps["lead"] == pytest.approx(0, abs=1e-7)


@given(asked=on_a_path("linear"))
def test_a_straight_line_gives_one_to_the_straight_rules(asked: Case) -> None:
    assert on_path.judge(asked).klass == "on path"
    assert linear_ratio.judge(asked).value == pytest.approx(1, abs=1e-9)
    assert linear_ratio.judge(asked).klass == "on track"
    if len(asked.points) >= 4:
        assert recent_trend.judge(asked).value == pytest.approx(0, abs=1e-7)
        assert recent_trend.judge(asked).klass == "sun"


@given(asked=on_a_path("geometric"))
def test_even_growth_gives_one_to_the_growth_rules(asked: Case) -> None:
    assert on_path.judge(asked).klass == "on path"
    assert growth_ratio.judge(asked).value == pytest.approx(1, abs=1e-9)
    assert extrapolation.judge(asked).value == pytest.approx(1, abs=1e-9)


@given(asked=cases(SIZES))
def test_a_ratio_of_one_is_a_position_on_the_path(asked: Case) -> None:
    """docs/research.md 0.5: a ratio >= 1 holds exactly where the value is on or beyond its path."""
    assert asked.base is not None
    assume(asked.sign * (asked.goal - asked.base.value) > 0.05)
    for rule, shape in ((linear_ratio, "linear"), (growth_ratio, "geometric")):
        read, place = rule.judge(asked), on_path.judge(replace(asked, path=shape))
        if read.value is not None and place.applies and abs(read.value - 1) > 1e-9:
            assert (read.value > 1) == (place.klass == "ahead")


# --------------------------------------------------------------------------- better is better


def rank(rule: Rule, klass: str) -> int:
    """Classes from worst to best; `achieved`, last in its table, is the best of growth-ratio."""
    order = [cut.klass for cut in rule.cuts if cut.light != UNKNOWN]
    if "achieved" in order:
        order = ["achieved", *order[:-1]]
    return -order.index(klass)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@given(
    asked=cases(),
    better_by=SIZES,
    declared=st.sampled_from([None, "linear", "geometric", "logistic"]),
    errors=st.sampled_from([None, 5.0]),
    keep=st.booleans(),
)
def test_a_better_last_value_never_worsens_a_class(
    rule: Rule,
    asked: Case,
    better_by: float,
    declared: str | None,
    errors: float | None,
    keep: bool,
) -> None:
    """It holds for every rule of the panel, wherever the rule applies to both values."""
    assert asked.base is not None
    *before, last = (replace(point, standard_error=errors) for point in asked.points)
    asked = replace(
        asked,
        base=replace(asked.base, standard_error=errors),
        points=(*before, last),
        path=declared,
        ceiling=2000.0,
        keep=keep,
    )
    better = replace(last, value=last.value + asked.sign * better_by)
    now, then = rule.judge(asked), rule.judge(replace(asked, points=(*before, better)))
    if now.klass is not None and then.klass is not None and UNKNOWN not in (now.light, then.light):
        assert rank(rule, then.klass) >= rank(rule, now.klass)


def test_points_of_a_case_ascend() -> None:
    """Permuted input cannot arise: `points` are sorted where a Case is made."""
    asked = case({2025: 3, 2023: 1, 2024: 2}, 30)
    assert [point.value for point in asked.points] == [1, 2, 3]


# --------------------------------------------------------------------------- any floats at all

WILD = st.floats(allow_nan=False, allow_infinity=False) | st.sampled_from(
    [0.0, -0.0, 5e-324, 1e-308, 1e308, -1e308, 1.7976931348623157e308, 1.0, 100.0]
)
YEARS = ["2019", "2020", "2021", "2022", "2023", "2024"]
PERIODS = st.sampled_from(
    [*YEARS, "2020-06", "2023-Q3", "2024-W05", "2024-02-29", "2024-03-01", "2021-S1"]
).map(Period.parse)


@st.composite
def wild_cases(draw: st.DrawFn) -> Case:
    """Anything that is a Case by its type."""
    points = draw(
        st.lists(
            st.builds(Point, PERIODS, WILD, st.none() | st.floats(0, 1e308)),
            max_size=8,
            unique_by=lambda point: point.period,
        )
    )
    rows = st.lists(st.builds(Point, PERIODS, WILD), min_size=1, max_size=3).map(tuple)
    shapes = st.sampled_from([None, "linear", "geometric", "logistic", "step"])
    return Case(
        sign=draw(st.sampled_from([1, -1])),
        goal=draw(WILD),
        deadline=draw(
            st.none() | st.sampled_from(["2022", "2030", "2024-06-30"]).map(Period.parse)
        ),
        base=draw(st.none() | st.builds(Point, PERIODS, WILD)),
        points=tuple(sorted(points, key=lambda point: point.period)),
        keep=draw(st.booleans()),
        ceiling=draw(st.none() | st.floats(5e-324, 1e308)),
        path=draw(shapes | rows),
        resolution=draw(st.floats(0, 10)),
    )


@given(asked=wild_cases())
def test_nothing_raises_and_no_number_is_infinite(asked: Case) -> None:
    for read in panel(asked):
        assert read.applies or read.reason is not None
        assert read.applies or (read.value is None and read.light == UNKNOWN)
        letters = [value for step in read.steps for _, value in step.letters]
        results = [step.result for step in read.steps]
        numbers = [read.value, read.margin, *results, *letters]
        assert all(math.isfinite(number) for number in numbers if number is not None)
    for path in band(asked):
        for point in asked.points:
            value, years = path.value_at(point.period), path.years_at(point.value)
            assert value is None or math.isfinite(value)
            assert years is None or math.isfinite(years)


@given(asked=wild_cases())
def test_in_brief_a_reading_is_the_same_without_its_arithmetic(asked: Case) -> None:
    assert panel(asked, brief=True) == tuple(one.in_detail("result") for one in panel(asked))
