"""A row for each year, a column for each month or quarter. All figures are invented."""

from __future__ import annotations

import pytest

from tests.importing.conftest import Take

BLS = """\
Series Id:,LNX1
Type of data:,Percent or rate

Year,Jan,Feb,Mar,Annual
2022,3.4,3.6,3.5,3.6
2023,3.7,,,
"""


def test_a_series_of_the_bls(take: Take) -> None:
    """The mean of the year is no month, and it is told that it is not read."""
    took = take(BLS)
    assert took.facts == [("2022-01", 3.4), ("2022-02", 3.6), ("2022-03", 3.5), ("2023-01", 3.7)]
    assert took.fates[-2:] == ["skipped", "skipped"]
    assert 'not read, being no period: "Annual"' in took.answer["notes"]


@pytest.mark.parametrize(("head", "periods"), [
    ("연도,1월,2월,3월", ["2022-01", "2022-02", "2022-03"]),
    ("Year,Q1,Q2,Q3", ["2022-Q1", "2022-Q2", "2022-Q3"]),
    ("연도,1/4,2/4,3/4", ["2022-Q1", "2022-Q2", "2022-Q3"]),
    ("Year,January,February,March", ["2022-01", "2022-02", "2022-03"]),
])  # fmt: skip
def test_parts_of_a_year_by_their_names(take: Take, head: str, periods: list[str]) -> None:
    took = take(f"{head}\n2022년,4,5,6\n")
    assert took.facts == list(zip(periods, (4, 5, 6), strict=True))


def test_a_month_that_is_provisional(take: Take) -> None:
    took = take("연도,1월,2월,3월(p)\n2022,4,5,6\n")
    assert [row["status"] for row in took.answer["rows"]] == ["final", "final", "provisional"]


def test_rows_of_two_countries(take: Take) -> None:
    table = "Year,Country,Unit,Q1,Q2,Q3\n2022,Korea,%,4,5,6\n2022,Japan,%,7,8,9\n"
    assert 'choose one with --filter "Country=Korea"' in take(table).said
    assert take(table, "--filter", "Country=Japan").facts[0] == ("2022-Q1", 7)
    assert take(table, "--filter", "Country=Japan", target="firms").fates == ["refused"] * 3


@pytest.mark.parametrize("table", [
    "Year,Jan,Feb,Mar\n2022-23,4,5,6\n", "Year,Jan,Feb,value\n2022,4,5,6\n",
    "Year,Jan,Feb\n2022,4,5\n", "Year,May,Feb,Mar\nJan,4,5,6\n",
])  # fmt: skip
def test_what_is_no_such_table(take: Take, table: str) -> None:
    """Of financial years, with figures of its own, or too small to be known."""
    assert take(table).answer.get("rows", [{"period": "2022"}])[0]["period"] in ("2022", None)


def test_the_first_months_of_each_year_are_not_read(take: Take) -> None:
    took = take("Year,Jan,Feb,Mar,Jan-Mar\n2022,4,5,6,5\n")
    assert len(took.facts) == 3
    assert 'not read, being no period: "Jan-Mar"' in took.answer["notes"]
