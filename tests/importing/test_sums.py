"""Sums since the year began under its quarters and months. All figures are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.conftest import Take

SINCE = ["Spent YTD", "Spent, year to date", "지출_累计值", "당해 누계"]
NAMES = [
    "Cumulative", "Spent (cumulative)", "Cumulated spending", "Kumuliert", "Cumul", "Acumulado",
    "Valor acumulado", "누계", "누적 지출액", "지출(누계)", "累計",
]  # fmt: skip
QUARTERS = (("2023-Q1", 300), ("2023-Q2", 500), ("2023-Q3", 800), ("2023-Q4", 1000))
SMALL = (("2023-Q1", 900), ("2023-Q2", 950), ("2023-Q3", 1000), ("2023-Q4", 1050))


def table(name: str, rows: tuple[tuple[str, int], ...]) -> str:
    return f'Period,"{name}"\n' + "".join(f"{period},{value}\n" for period, value in rows)


@pytest.mark.parametrize("name", SINCE + NAMES)
def test_sums_of_an_amount_of_one_year(take: Take, project: Path, name: str) -> None:
    """Their quarters were recorded as amounts of their own, and added up once more."""
    path = project / "targets.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('unit = "KRW bn"', 'unit = "KRW bn"\nkind = "annual"'), "utf-8")
    beside = f'"{name}"\n' + table("Value", QUARTERS)
    for given in (table(name, QUARTERS), table(name, SMALL), beside):
        took = take(given, target="money")
        assert took.code == 4
        assert f'"{name}" speaks of sums of several periods; write that of each' in took.said
        assert len(take(given, "--period-style", "quarter", target="money").facts) == 4


@pytest.mark.parametrize(("name", "rows", "asked"), [
    ("Spent, seasonally adjusted at annual rates", SMALL, True), ("지출(연율)", SMALL, True),
    ("Spent, not at annual rates", SMALL, False), ("Annual rates of pay", SMALL, False),
    ("Spent at annual rates", (("2022", 3900), ("2023", 4000)), False),
])  # fmt: skip
def test_a_quarter_at_an_annual_rate(
    take: Take, project: Path, name: str, rows: tuple[tuple[str, int], ...], asked: bool
) -> None:
    """It is four times what the quarter had, and went in as that."""
    path = project / "targets.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('unit = "KRW bn"', 'unit = "KRW bn"\nkind = "annual"'), "utf-8")
    took = take(table(name, rows), target="money")
    assert ("and no period is a year; write that of each period alone" in took.said) is asked
    if asked:
        assert len(take(table(name, rows), "--period-style", "quarter", target="money").facts) == 4


@pytest.mark.parametrize("name", SINCE + NAMES)
def test_sums_of_a_level_begin_anew(take: Take, name: str) -> None:
    """By their name, or as they show; what has been installed by each quarter is a level."""
    assert take(table(name, QUARTERS), target="money").code == 4
    again = (*QUARTERS, ("2024-Q1", 400), ("2024-Q2", 700))
    assert take(table(name, again), target="money").code == 4
    stock = (*SMALL, ("2024-Q1", 1100))
    took = take(table(name, stock), target="money")
    assert took.code == (4 if name in SINCE else 0)
    falls = (*SMALL, ("2024-Q1", 1000), ("2024-Q2", 990))
    assert take(table(name, falls), target="money").code == (4 if name in SINCE else 0)


def test_a_running_total_has_sums(take: Take, project: Path) -> None:
    """And so has a target that is called so; years of a level are no part of one."""
    path = project / "targets.toml"
    text = path.read_text("utf-8")
    years = table("Cumulative", (("2021", 500), ("2022", 800)))
    assert take(years, target="money").facts == [("2021", 500), ("2022", 800)]
    path.write_text(text.replace('"Money spent"', '"Cumulative spending"'), "utf-8")
    assert len(take(table("Cumulative", QUARTERS), target="money").facts) == 4
    path.write_text(text.replace('unit = "KRW bn"', 'unit = "KRW bn"\nkind = "total"'), "utf-8")
    assert len(take(table("Spent YTD", QUARTERS), target="money").facts) == 4


@pytest.mark.parametrize(("first", "then", "told"), [
    ((400, 600), (), True), ((400, 599), (), False),
    ((400, 600), (600, 900), False), ((400, 600), (500, 800), True),
    ((300, 500, 800), (600, 900), True), ((300, 300, 900), (), True),
    ((300,), (200,), False), ((900, 950), (800, 850), False), ((300, 500), (600, 900), False),
])  # fmt: skip
def test_how_a_sum_begins_anew(
    take: Take, first: tuple[int, ...], then: tuple[int, ...], told: bool
) -> None:
    """It grows by half of a quarter with each further one, and falls with the new year."""
    rows = [(f"2023-Q{n}", one) for n, one in enumerate(first, 1)]
    rows += [(f"2024-Q{n}", one) for n, one in enumerate(then, 1)]
    took = take(table("Cumulative", tuple(rows)), target="money")
    assert ("speaks of sums of several periods" in took.said) is told


def test_a_column_of_two_things_and_a_title_of_two(take: Take) -> None:
    name = "Spent and invested, year to date"
    assert "speaks of sums" in take(table(name, QUARTERS), target="money").said
    assert "speaks of" not in take(f'"{name}"\n' + table("Value", QUARTERS), target="money").said
