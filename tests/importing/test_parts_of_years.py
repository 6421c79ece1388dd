"""Parts of each year that a name speaks of beside years. All figures are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from kpi.facts.intake.texts.parts_of_years import part_of_year_in, sums_in, year_not_over
from tests.importing.conftest import Take

PARTS = [
    "Exports, Jan-Sep", "Exports Q1", "Exports Q1-Q3", "1H exports", "First half exports",
    "Exports in the first half", "Exports (4th quarter)", "June exports", "Exports (June)",
    "Exports in May", "End-June stock", "Exports YTD", "Exports (year to date)",
    "First nine months", "Ausfuhr Januar bis September", "Ausfuhr (Jan.–Sep.)",
    "Ausfuhr 1. Halbjahr", "3. Quartal", "Exportations 1er semestre", "Ventes janvier à septembre",
    "Exportaciones enero-septiembre", "Primer semestre", "2º trimestre", "Eerste kwartaal",
    "1-9月累计", "上半年出口", "輸出額（1～9月）", "第1四半期", "1분기 수출", "수출(1~9월)",
    "3분기 누적 수출", "1~3분기 수출", "수출액(상반기)", "6월 수출", "6월말 잔액",
    "Nine months exports", "Exports, 9 months", "Exports (nine months)", "Exports 9M", "9M exports",
    "9개월 누계 수출", "Umsatz, 9 Monate", "Ventes, neuf mois", "2ème trimestre",
    "Quatrième trimestre", "1e kwartaal", "Vierde kwartaal",
]  # fmt: skip
WHOLE = [
    "Exports, Jan-Dec", "Apr-Mar", "1~12월", "1~4분기", "상·하반기", "Exports Q1-Q4", "12월말 잔액",
    "Stock, end of December", "Population at 30 June", "학생수(4월 1일 기준)", "May Day strikes",
    "March of Dimes", "Change since Q1", "Exports (2023 Q1=100)", "Accounts, Q4 2023", "1분기 대비",
    "H2 production", "Papers in Q1 journals", "Income of Q1", "Flights (MAR)", "15-64세",
    "6개월 이상 실업자", "Second-hand cars", "3월생 인구", "Apricots", "Novels", "Augmented",
    "Unemployed for 9 months", "9 months or more", "Children aged 9 months", "Nine months old",
    "Employed (9 months or longer)", "9 months after birth", "Moved within nine months",
    "Stock in December", "Stock (December)", "Stock (Dec)", "Goods (set)", "Goods (out)",
    "12 months exports", "9개월 이상 실업자", "Exports 19M", "9 months of service",
]  # fmt: skip


@pytest.mark.parametrize("name", PARTS)
def test_a_part_of_each_year_within_a_longer_name(take: Take, name: str) -> None:
    """Half-years were recorded as years: over the figures, beside them, and above the table."""
    beside = f"Year,Item,value\n2022,{name},42\n2023,{name},45\n"
    over = f'Year,"{name}"\n2022,42\n2023,45\n'
    above = f'"{name}"\nYear,Value\n2022,42\n2023,45\n'
    single = not part_of_year_in(name, title=True)
    for table in (beside.replace(name, f'"{name}"'), over, *(() if single else (above,))):
        took = take(table)
        assert took.code == 4
        assert f'the periods are years, and the figures those of "{name}"' in took.said
        assert len(take(table, "--period-style", "year").facts) == 2


@pytest.mark.parametrize(
    "title",
    ["Published in September", "매년 6월 공표", "다음 공표: 9월", "Survey of households in May"],
)
def test_a_month_in_a_title_may_be_that_of_its_publication(take: Take, title: str) -> None:
    assert take(f"{title}\nYear,Value\n2022,42\n2023,45\n").facts == [("2022", 42), ("2023", 45)]


@pytest.mark.parametrize("title", [
    "Exports, January 2025", "Exports, 9M 2025", "수출 2025년 1월", "2025년 3/4분기 수출",
    "2025년 상반기", "Q3 2025 exports", "2025년 1~9월 수출", "Updated 14 March 2025",
    "Exports, January to September 2025", "수출(2025. 6월)", "Exports H1 2025", "2Q 2025 exports",
    "※ 2025년은 1~9월 누계", "주: 2025년도는 상반기", "Note: 2025 covers January-September only",
    "2025: first nine months",
])  # fmt: skip
def test_a_year_that_was_not_over(take: Take, project, title: str) -> None:  # type: ignore[no-untyped-def]
    """Below "Exports, January 2025" the amount of a month was recorded as that of 2025."""
    path = project / "targets.toml"
    level = path.read_text("utf-8")
    path.write_text(level.replace('id = "money"', 'id = "money"\nkind = "annual"'), "utf-8")
    table = f'"{title}"\nYear,Value\n2024,1450\n2025,1460\n'
    took = take(table, target="money", published="2026-03-01")
    assert took.code == 4
    assert f'speaks of "{year_not_over(title)[1]}", when 2025 was not over; write ' in took.said
    assert take(
        table, "--period-style", "year", target="money", published="2026-03-01"
    ).facts == [("2024", 1450), ("2025", 1460)]  # fmt: skip
    earlier = table.replace("2024,", "2023,").replace("\n2025,", "\n2024,")
    assert take(earlier, target="money").facts == [("2023", 1450), ("2024", 1460)]
    path.write_text(level, "utf-8")  # a level may be that of a month
    assert len(take(table, target="money", published="2026-03-01").facts) == 2


@pytest.mark.parametrize("title", [
    "Exports 2025", "Accounts, Q4 2025", "December 2025", "Exports since March 2025",
    "Exports, prices of June 2025", "2025년 12월", "2025년 4/4분기", "2025년 6월 물가 기준",
    "Next release: 11 November 2025", "Act of 3 March 2025", "2025.12", "Table 2025-1",
    "May Day 2025", "2025년 수출", "4Q 2025 exports", "2025년 1월 기준년",
    "Prices (January 2025=100)",
])  # fmt: skip
def test_titles_of_a_year_that_was_over(title: str) -> None:
    assert year_not_over(title) == (0, "")


def test_what_is_longer_than_a_name_says_nothing() -> None:
    assert part_of_year_in(f"{'x' * 85}, first quarter")
    assert not part_of_year_in(f"{'x' * 86}, first quarter")
    assert sums_in(f"{'x' * 86}, year to date") == ("year to date", True)
    assert sums_in(f"{'x' * 87}, year to date") == ("", False)


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_no_part_of_each_year(take: Take, name: str) -> None:
    """A whole year, a day of it, the quarter of a release, a quintile, a country."""
    table = f'Item,2022,2023\n"{name}",42,45\n'
    assert take(table).facts == [("2022", 42), ("2023", 45)]
    assert part_of_year_in(name) == ""


def test_a_target_of_a_part_of_the_year_has_it(take: Take, project) -> None:  # type: ignore[no-untyped-def]
    path = project / "targets.toml"
    path.write_text(path.read_text("utf-8").replace("Firms using AI", "Share in the first half"))
    assert take("Year,Share (H1)\n2022,42\n2023,45\n").facts == [("2022", 42), ("2023", 45)]


@pytest.mark.parametrize(("name", "asked"), [
    ("Annual values for years ended 31 March", True), ("Spending (year ending June)", True),
    ("Outlays by fiscal year", True), ("Values in financial years", True),
    ("Year ended 31 December", False), ("Calendar and fiscal years", False),
    ("The year ended", False), ("Fiscal balance", False),
])  # fmt: skip
def test_years_that_end_in_the_next_one_above_a_table(take: Take, name: str, asked: bool) -> None:
    """Under "Year" the figures of April to March were recorded as those of the year."""
    table = f"{name}\nYear,Value\n2022,42\n2023,45\n"
    said = "speaks of years that may end in the next calendar year; add --period-style year"
    took = take(table)
    assert (took.code, said in took.said) == ((4, True) if asked else (0, False))
    assert len(take(table, "--period-style", "year").facts) == 2
    over = take(f"Year,{name}\n2022,42\n2023,45\n")
    assert (over.code, said in over.said) == ((4, True) if asked else (0, False))


@pytest.mark.parametrize("years", [("1443", "1444"), ("1401", "1402"), ("1402-01", "1402-02")])
def test_years_of_other_calendars(take: Take, years: tuple[str, str]) -> None:
    """Hijri and Persian years were recorded as those of the Middle Ages."""
    table = f"Period,Value\n{years[0]},42\n{years[1]},45\n"
    took = take(table)
    said = f"{years[0]} may be of another calendar than the Gregorian; write the years of that one"
    assert (took.code, said in took.said) == (4, True)
    assert take(table, "--scale", "1").code == 4
    assert take("Period,Value\n1801,42\n1811,45\n").facts == [("1801", 42), ("1811", 45)]


def test_amounts_of_months_six_apart_may_be_of_halves(take: Take, project: Path) -> None:
    """A level of a half is that of its last month; an amount is not."""
    table = "시점,값\n2022.06,5\n2022.12,6\n2023.06,7\n2023.12,8\n"
    assert "by sixes" not in take(table).said
    path = project / "targets.toml"
    level = path.read_text("utf-8")
    path.write_text(level.replace('direction = "up"', 'direction = "up"\nkind = "annual"', 1))
    assert "follow each other by sixes (2022-06, 2022-12)" in take(table).said
    halves = take(table, "--period-style", "semester")
    assert [period for period, _ in halves.facts] == ["2022-S1", "2022-S2", "2023-S1", "2023-S2"]
