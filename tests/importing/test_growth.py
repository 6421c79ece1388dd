"""Changes in per cent whose name leaves the sign out: no amounts. All figures are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from kpi.facts.intake.doubts.growth import change_in
from kpi.facts.intake.doubts.other_measures import change_of_share_in
from tests.importing.conftest import Take

ROWS = "2022,3.2\n2023,4.1\n"
NAMES = [
    "Measure: Percentage change", "growth rate", "Change on previous year", "Annual change",
    "Export growth (s.a.)",
    "Employment growth rate", "GDP growth", "Year-on-year", "Exports (y/y)", "Exports YoY",
    "Increase over the previous quarter", "증감", "수출 증가율", "경제성장률", "전년동기 대비 수출",
    "Veränderung zum Vorjahr", "Wachstumsrate", "Taux de croissance", "Variación anual",
    "前年同月比", "同比", "R&D spending as % of GDP",
    "GERD as percentage of GDP", "Share of firms",
    "Unemployment rate", "Employment rate (15+)",
    "AI 도입률", "AI 이용 비중", "실업율", "Erwerbsquote",
    "Taux d'emploi", "失業率", "% firms", "Prozent der Firmen", "Pour cent des firmes",
    "기업 구성비", "構成比", "比重", "Porcentaje de empresas", "Percentual do total",
    "Pourcentage", "Part dans le total", "Aandeel", "Evolution annuelle", "Variação em 12 meses",
    "Variación mensual", "Jaarmutatie", "Ontwikkeling ten opzichte van 2022", "比上年增长",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_changes_under_a_name_that_says_so(take: Take, name: str) -> None:
    """3.2 companies were recorded, or billion won."""
    beside = f"Year,Item,value\n2022,{name},3.2\n2023,{name},4.1\n"
    for table in (f"{name}\nperiod,value\n{ROWS}", f"Item,2022,2023\n{name},3.2,4.1\n", beside):
        took = take(table, target="firms")
        assert took.code == 4
        assert f'"{name}" speaks of' in took.said
        assert 'the unit is "companies"; choose other rows or columns, or add' in took.said
        assert len(take(table, "--scale", "1", target="firms").facts) == 2
        per_cent = take(table)  # of a target in per cent only the changes are asked about
        assert (per_cent.code == 4) is bool(change_of_share_in(name)), per_cent.said


@pytest.mark.parametrize("title", ["AI users in percent", "Firms, per cent", "Firmen in %"])
def test_a_title_that_ends_with_per_cent(take: Take, title: str) -> None:
    """53 per cent were recorded as 53 companies; not where it is of several things."""
    table = f'"{title}"\nperiod,value\n{ROWS}'
    assert f'"{title}" speaks of ' in take(table, target="firms").said
    assert len(take(table).facts) == 2
    both = take(table.replace(title, f"Number and share; {title}"), target="firms")
    assert len(both.facts) == 2


@pytest.mark.parametrize("name", ["Percentage change", "증감률"])
def test_a_column_of_rates_that_a_person_names(take: Take, name: str) -> None:
    table = f"Year,Firms,{name}\n2022,300,3.2\n2023,310,4.1\n"
    took = take(table, "--value-column", name, target="firms")
    assert f'"{name}" speaks of "{name}", and the unit is "companies"' in took.said
    assert len(take(table, "--value-column", "Firms", target="firms").facts) == 2


@pytest.mark.parametrize("name", ["users_pct", "users_percent", "ai_share", "exports_growth"])
def test_the_name_of_a_variable_that_ends_so(take: Take, name: str) -> None:
    """As a table made by a program has them; 3.2 companies were recorded."""
    table = f"year,{name}\n{ROWS}"
    took = take(table, target="firms")
    assert f'"{name}" speaks of "{name.split("_")[1]}", and the unit is "companies"' in took.said
    assert len(take(table, "--scale", "1", target="firms").facts) == 2
    assert (take(table).code == 4) is (name == "exports_growth")
    assert take(table.replace(name, "share_of_all"), target="firms").code == 4
    assert take(table.replace(name, "growth_firms"), target="firms").code == 0


def test_a_column_of_changes_that_a_person_names(take: Take, tmp_path: Path) -> None:
    """They may be numbers of companies; not below a title that speaks of changes only."""
    table = "Year,Firms,Change on previous year\n2022,300,10\n2023,310,12\n"
    named = ("--value-column", "Change on previous year")
    assert len(take(table, *named, target="firms").facts) == 2
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(f'[[take]]\ntarget = "firms"\nvalue = "{named[1]}"\n', "utf-8")
    assert len(take(table, "--mapping", str(mapping), target=None).facts) == 2
    took = take(f"Annual growth of firms\n{table}", *named, target="firms")
    assert '"Annual growth of firms" speaks of "Annual growth"' in took.said


@pytest.mark.parametrize("name", ["증감률", "도입률"])
def test_the_row_of_rates_below_a_unit_for_both(take: Take, name: str) -> None:
    table = f"(단위: 개, %)\n구분,2022,2023\n기업수,300,310\n{name},3.2,4.1\n"
    took = take(table, "--filter", f"구분={name}", target="firms")
    assert f'"{name}" speaks of "' in took.said


def test_the_name_of_a_row_is_of_it_alone_also_with_an_and(take: Take) -> None:
    """A title of two things says nothing of either."""
    name = "Research and development, growth rate"
    rows = f'Year,Item,value\n2022,"{name}",3.2\n2023,"{name}",4.1\n'
    assert f'"{name}" speaks of "growth rate"' in take(rows, target="firms").said
    assert len(take(f'"{name}"\nYear,value\n{ROWS}', target="firms").facts) == 2


@pytest.mark.parametrize("table", [
    "Item,2022,2023,증감률\nFirms,300,310,3.3\n",
    "Year,value,note\n2022,300,growth rate revised\n2023,310,\n",
    "Firms and growth rates\nperiod,value\n2022,300\n2023,310\n",
    "period,value\n2022,300\n2023,310\n* Growth rates are those of the year before.\n",
    "Firms at the exchange rate\nperiod,value\n2022,300\n2023,310\n",
    "Top 5 % of firms\nperiod,value\n2022,300\n2023,310\n",
    "AI 법률\nperiod,value\n2022,300\n2023,310\n",
    "AI 도입률\n(단위: 개)\n구분,2022,2023\n기업,300,310\n",
    "Firms in green growth\nperiod,value\n2022,300\n2023,310\n",
    "Firms that work on climate change\nperiod,value\n2022,300\n2023,310\n",
    "period,unit,Item,value\n2022,companies,Annual change,300\n2023,companies,Annual change,310\n",
])  # fmt: skip
def test_amounts_near_a_word_for_changes(take: Take, table: str) -> None:
    assert take(table, target="firms").facts == [("2022", 300), ("2023", 310)]


@pytest.mark.parametrize(("name", "told"), [("Export index", True), ("수출지수", True),
                                            ("환율", False), ("Exports", False)])  # fmt: skip
def test_an_index_is_no_money(take: Take, name: str, told: bool) -> None:
    took = take(f"Year,{name}\n2022,2104.5\n2023,2105.1\n", target="money")
    assert (took.code == 4) is told
    table = f"{name}\n(단위: 십억원)\n구분,2022,2023\n금액,2104.5,2105.1\n"
    assert len(take(table, target="money").facts) == 2  # of money, as the table itself says


def test_a_text_of_over_a_hundred_letters_is_no_name() -> None:
    rate = "growth rate"
    assert change_in(f"{'a' * 88} {rate}", "KRW") == rate
    assert change_in(f"{'a' * 89} {rate}", "KRW") == ""


@pytest.mark.parametrize("unit", [
    "2015=100", "EUR/kWh", "원당 개", "배", "지수", "beds per head", "index", "points", "score",
    "ratio", "rate",
])  # fmt: skip
def test_units_in_which_shares_and_rates_are_counted(unit: str) -> None:
    """A share of firms is none of an amount; what is counted in such a unit is no amount."""
    assert change_in("Share of firms", "companies") == "Share of"
    assert change_in("Share of firms", unit) == ""
    assert change_in("Growth rate", "companies") == "Growth rate"


@pytest.mark.parametrize("unit", ["%", "%p", "growth rate", "percentage change", "change on year"])
def test_a_unit_that_is_a_change_itself(unit: str) -> None:
    for text in ("Growth rate", "증감률", "Change on previous year"):
        assert change_in(text, "companies")
        assert change_in(text, unit) == ""


def test_a_title_of_several_things_says_nothing_of_all() -> None:
    for text in ("Exports and growth rates", "수출 및 증감률", "Output; growth rate"):
        assert change_in(text, "KRW", title=True) == ""
        assert change_in(text, "KRW") != ""
    assert change_in("Growth rate of exports", "KRW", title=True) == "Growth rate"
