"""What the path still asks for, from the latest figure to the goal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.assess.case import Case, Point
from kpi.assess.path import band
from kpi.assess.trajectory import MOST, trajectory
from kpi.facts.periods import Period
from kpi.values import replace


def way(by: str, *, path: str | tuple[Point, ...] | None = None, keep: bool = False) -> Case:
    """From 2 in 2020 to 30 by a deadline."""
    base = Point(Period.parse("2020"), 2.0)
    return Case(1, 30.0, Period.parse(by), base, (base,), path=path, keep=keep)


ROWS = tuple(Point(Period.parse(year), value) for year, value in (("2022", 6.0), ("2026", 16.0)))


@pytest.mark.parametrize(
    ("after", "by", "asked"),
    [
        ("2023", "2026", "2024 2025 2026"),
        ("2023-Q3", "2024-Q2", "2023-Q4 2024-Q1 2024-Q2"),
        ("2023-11", "2024-02", "2023-12 2024-01 2024-02"),
        ("2023-S2", "2025", "2024-S1 2024-S2 2025-S1 2025"),
        ("2023-Q3", "2027", "2023 2024 2025 2026 2027"),  # quarters would be too many
        ("2023-06-15", "2025", "2023 2024 2025"),
        ("2023-W20", "2024", "2023 2024"),
        ("2023", "2025-06-30", "2024 2025-06-30"),
        ("2023", "2031", "2024 2025 2026 2027 2028 2029 2030 2031"),
        ("2023", "2040", "2025 2030 2035 2040"),  # counted back from the deadline
        ("2023", "2083", "2033 2043 2053 2063 2073 2083"),
        ("2023", "2024", "2024"),
        ("2024", "2024", ""),
        ("2025", "2024", ""),
    ],
)
def test_steps_are_the_coming_periods(after: str, by: str, asked: str) -> None:
    """Of the figure's own kind where that makes few; the deadline is always the last."""
    steps = trajectory(way(by), Period.parse(after))
    assert " ".join(step.period.text for step in steps) == asked


def test_each_path_has_its_value() -> None:
    """Straight from 2 in 2020 to 30 in 2024 are 7 a year; by equal ratios 2·15^(1/4) and so on."""
    first, second, last = trajectory(way("2024"), Period.parse("2021"))
    assert dict(first.expected) == pytest.approx({"linear": 16.0, "geometric": 2 * 15**0.5})
    assert dict(second.expected) == pytest.approx({"linear": 23.0, "geometric": 2 * 15**0.75})
    assert dict(last.expected) == {"linear": 30.0, "geometric": 30.0}


def test_announced_rows_are_the_steps() -> None:
    """What was announced for 2026 is asked for as it was said; 2024, the next figure's, between."""
    steps = trajectory(way("2030", path=ROWS), Period.parse("2023"))
    found = [(step.period.text, dict(step.expected)) for step in steps]
    assert found == [
        ("2024", {"announced": 11.0}), ("2026", {"announced": 16.0}), ("2030", {"announced": 30.0})
    ]  # fmt: skip


def test_announced_rows_are_asked_for_without_a_baseline() -> None:
    case = replace(way("2030", path=ROWS), base=None)
    steps = trajectory(case, Period.parse("2023"))
    assert [step.period.text for step in steps] == ["2024", "2026", "2030"]


@pytest.mark.parametrize("case", [
    way("2030", path="step"), way("2030", keep=True), replace(way("2030"), goal=2.0),
])  # fmt: skip
def test_nothing_is_asked_before_the_end(case: Case) -> None:
    """A step asks at its deadline alone; what is to be kept, or met already, all the time."""
    assert trajectory(case, Period.parse("2023")) == ()


KINDS = ("{}", "{}-S1", "{}-Q3", "{}-07", "{}-W31", "{}-05-17")


@given(st.integers(1900, 2090), st.sampled_from(KINDS), st.integers(1, 900), st.sampled_from(KINDS))
def test_laws_of_the_steps(year: int, kind: str, years: int, of_deadline: str) -> None:
    """Few, ascending, all after the figure, with what the path expects; at the end the goal."""
    base = Point(Period.parse(str(year - 1)), 2.0)
    after, deadline = (
        Period.parse(kind.format(year)),
        Period.parse(of_deadline.format(year + years)),
    )
    case = Case(1, 30.0, deadline, base, (base,))
    steps = trajectory(case, after)
    assert 1 <= len(steps) <= MOST + 1
    ends = [after.end, *(step.period.end for step in steps)]
    assert ends == sorted(set(ends))
    assert ends[-1] == deadline.end
    heights = {path.shape: path for path in band(case)}
    for step in steps:
        assert all(heights[shape].value_at(step.period) == v for shape, v in step.expected)
    assert {value for _, value in steps[-1].expected} == {30.0}
