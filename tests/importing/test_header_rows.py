"""Header rows of several lines, and what stands in a row that only looks like one.

All figures are invented.
"""

from __future__ import annotations

import pytest

from tests.importing.conftest import Take


@pytest.mark.parametrize("item", ["", "Item", "Month", "월"])
def test_months_below_years_that_stand_above_several(take: Take, item: str) -> None:
    table = f"Item,2021,2021,2022,2022\n{item},10,11,10,11\nRate,5,6,7,8\n"
    took = take(table, "--period-style", "month")
    assert took.facts == [("2021-10", 5), ("2021-11", 6), ("2022-10", 7), ("2022-11", 8)]


@pytest.mark.parametrize("rest", ["", "Number,13,14,15,16\n"])
def test_years_that_stand_twice_above_figures_that_could_be_months(take: Take, rest: str) -> None:
    """What has an item's name before it, or nothing below, is a row of figures."""
    took = take(f"Item,2021,2021,2022,2022\nRate,10,11,12,10\n{rest}", "--filter", "Item=Rate")
    assert [value for _, value in took.shown] == [10, 11, 12, 10]
    assert "2021 stands in 2 rows" in took.said


@pytest.mark.parametrize("top", ["Item,2023,2023,2024,2024", "Item,2023,,2024,"])
@pytest.mark.parametrize(("one", "other"), [
    ("15-24", "25-64"), ("Total", "65+"), ("10~49인", "50인 이상"), ("20대", "30대"),
    ("10 to 49 employees", "50 or more employees"), ("10–49 employees", "250 and over"),
])  # fmt: skip
def test_classes_that_begin_with_a_digit(take: Take, top: str, one: str, other: str) -> None:
    """Below years each of which stands above several columns."""
    table = f"{top}\n,{one},{other},{one},{other}\nRate,5,6,7,8\n"
    assert take(table, "--filter", f"header 2={other}").facts == [("2023", 6), ("2024", 8)]
    assert f'the rows differ in header 2 ("{one}", "{other}")' in take(table).said


@pytest.mark.parametrize("row", [",15-24,25-34,35-44", "Range,15-24,25-34,35-44"])
def test_ranges_below_one_year_each(take: Take, row: str) -> None:
    """They are no figures, and no second header either."""
    took = take(f"Item,2022,2023,2024\n{row}\nRate,5,6,7\n")
    assert took.fates[:3] == ["refused"] * 3


def test_figures_below_no_heading(take: Take) -> None:
    """Of two columns below a year that is written above the first, only one was read."""
    took = take("Item,2021,,2022,\nRate,5,6,7,8\n")
    assert took.code == 4
    assert 'column 3 has figures such as "6" and no heading' in took.said
    assert take("Item,2021,,2022,\nRate,5,,7,-\n").facts == [("2021", 5), ("2022", 7)]
    assert len(take("Item,2021,,2022,\nRate,5,e,7,p\n").facts) == 2
