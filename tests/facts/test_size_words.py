"""Words and numbers for a size, by what they multiply figures of a unit, and parts of a year."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kpi.facts.intake.texts.headings import stated_in
from kpi.facts.intake.texts.parts_of_land import province_in
from kpi.facts.intake.texts.parts_of_years import is_part_of_year
from kpi.facts.intake.texts.size_words import factor_beside, in_signs, part_beside, size_beside
from kpi.facts.intake.texts.two_years import maybe_financial


@pytest.mark.parametrize(("text", "unit", "said", "factor"), [
    ("Persons (k)", "persons", "(k)", 1000), ("Population (m)", "persons", "(m)", 1_000_000),
    ("K persons", "persons", "K", 1000), ("100k persons", "persons", "100k", 100_000),
    ("'000 persons", "persons", "'000", 1000), ("Unit: 10 000", "persons", "10 000", 10_000),
    ("Persons in hundred thousands", "persons", "hundred thousands", 100_000),
    ("Hundreds of millions", "persons", "Hundreds of millions", 100_000_000),
    ("in millions", "thousand persons", "millions", 1000),
    ("(백만명)", "persons", "백만", 1_000_000), ("(천만원)", "KRW bn", "천만", "0.01"),
    ("(10만명)", "persons", "10만", 100_000), ("(100 만명)", "persons", "100 만", 1_000_000),
    ("조원", "KRW bn", "조", 1000), ("億円", "JPY", "億円", 100_000_000),
    ("per 100 000 persons", "per 1,000", "100 000", "0.01"),
    ("Output (billions)", "kWh", "billions", 1_000_000_000),
    ("Emissions (thousand tonnes)", "Mt CO2e", "thousand", "0.001"),
    ("Output (million kWh)", "TWh", "million", "0.001"),
    ("Output (thousand MWh)", "TWh", "thousand", "0.001"),
    ("Use (1,000 toe)", "Mtoe", "1,000", "0.001"), ("Persons (10⁶)", "persons", "10⁶", 1_000_000),
    ("Persons (10⁹)", "persons", "10⁹", 1_000_000_000), ("in TEUR", "EUR m", "T", "0.001"),
    ("in k€", "EUR m", "k", "0.001"), ("发电量(亿千瓦时)", "TWh", "亿", "0.1"),
    ("発電量(万千瓦時)", "GWh", "万", "0.01"),
    ("Firms with over 10 million in sales (thousands)", "firms", "thousands", 1000),
    ("Personen in Tausenden", "persons", "Tausenden", 1000),
    ("Población (en miles)", "persons", "miles", 1000), ("em mil", "persons", "mil", 1000),
    ("Persons (in 100s)", "persons", "in 100s", 100),
    ("Bevolking (duizenden)", "persons", "duizenden", 1000),
    ("Befolkning i tusental", "persons", "tusental", 1000),
    ("Ludność w tysiącach", "persons", "tysiącach", 1000),
    ("tisíce osob", "persons", "tisíce", 1000), ("v tisících", "persons", "tisících", 1000),
    ("Spending (lakh)", "INR", "lakh", 10**5), ("in crores", "INR", "crores", 10**7),
    ("in trillions", "KRW bn", "trillions", 1000), ("투자액(백만)", "KRW bn", "백만", "0.001"),
    ("十万人", "persons", "十万人", 10**5), ("百万円", "JPY", "百万円", 10**6),
    ("千トン", "t", "千トン", 1000), ("三萬人", "persons", "萬人", 10**4),
    ("兆円", "JPY bn", "兆円", 1000),
    ("Persons (10³)", "persons", "10³", 1000), ("in 10⁶ persons", "persons", "10⁶", 10**6),
    ("in 10⁹ persons", "persons", "10⁹", 10**9), ("in 10^6 persons", "persons", "10^6", 10**6),
    ("tens of thousands", "persons", "tens of thousands", 10**4),
    ("thousands of millions", "EUR m", "thousands of millions", 1000),
    ("Thousands of persons and millions of won", "persons", "Thousands", 1000),
    ("Generation (billion kWh)", "MWh", "billion", 10**6),
    ("Spending, TEUR", "EUR", "T", 1000), ("Spending in k€", "EUR", "k", 1000),
    ("mil toneladas", "t", "mil", 1000),
    ("Population, thousands (mil.)", "persons", "thousands", 1000),
    ("(thousands 천명)", "persons", "thousands", 1000),  # in two languages
    ("65 trillion won", "KRW bn", "", 1), ("420만대 보급", "대", "", 1),
    ("단가(천원/MWh)", "원/kWh", "", 1), ("단가(천원/GWh)", "원/kWh", "천", "0.001"),
    ("단가(천원/kWh)", "원/kWh", "천", 1000), ("단가(천)", "원/kWh", "천", 1000),
    ("Price (thousand)", "USD/MWh", "thousand", 1000),
])  # fmt: skip
def test_a_size_and_its_factor(text: str, unit: str, said: str, factor: int | str) -> None:
    assert (size_beside(text, unit), factor_beside(text, unit)) == (said, Decimal(factor))


@pytest.mark.parametrize(("text", "unit"), [
    ("(thousand kWh)", "MWh"), ("(million kWh)", "GWh"), ("(billion kWh)", "TWh"),
    ("(million Wh)", "MWh"), ("(billion tonnes)", "Gt"), ("(thousand tonnes)", "kt"),
    ("in thousands", "thousand persons"), ("(십억원)", "KRW bn"),
    ("Survey of 1,000 firms", "firms"), ("Distance (miles)", "km"),
    ("(million kilowatthours)", "GWh"), ("(thousand tonnes)", "kilotonnes"),
])  # fmt: skip
def test_a_size_of_the_unit_itself(text: str, unit: str) -> None:
    """Mt are million tonnes, and of the kilowatt-hour as of the watt-hour a size may be said."""
    assert (size_beside(text, unit), factor_beside(text, unit)) == ("", 1)


@pytest.mark.parametrize(
    "text",
    [
        "천㎡ 이상 사업장",
        "100만 m3 이상 사업장",
        "천g 미만 출생",
        "천명 초과 기업",
        "만톤 이하 선박",
    ],
)
def test_a_size_of_what_is_counted(text: str) -> None:
    """From how much on something counts says nothing of how many there are."""
    assert size_beside(text, "개") == ""
    assert size_beside("취업자(천명), 15세 이상", "명") == "천"


@pytest.mark.parametrize("month", [
    "January", "february", "Mar", "Apr.", "May", "June", "Jul", "August", "Sept.", "Oct", "Nov",
    "Dec", "December", "M01", "M12", "1월", "12월",
])  # fmt: skip
def test_months(month: str) -> None:
    assert is_part_of_year(month)
    assert is_part_of_year(month, "Country")


@pytest.mark.parametrize(
    "text", ["Mayor", "Market", "Decision", "Janet", "M13", "13월", "13", "12"]
)
def test_what_is_no_month(text: str) -> None:
    assert not is_part_of_year(text)
    assert not is_part_of_year(text, "Country")


@pytest.mark.parametrize(
    ("number", "named"), [("1", True), ("12", True), ("13", False), ("0", False), ("x", False)]
)
def test_numbers_in_a_column_of_months(number: str, named: bool) -> None:
    assert is_part_of_year(number, "Month") is named


@pytest.mark.parametrize(("text", "part"), [
    ("7~12월", True), ("1~6월", True), ("10-12월", True), ("1~12월", False), ("5~13월", False),
    ("0~6월", False), ("9~3월", False), ("7~12", False), ("Jul-Dec", True),
    ("3~3월", True), ("1-Dec", False), ("Jan-3", False), ("Jan-Dec", False), ("Jan-Nov", True),
    ("1-dec월", False), ("jan-3월", False), ("Jan to Feb", True), ("Mar to Apr", True),
    ("May to Jun", True), ("Jul to Aug", True), ("Sep to Oct", True), ("Nov to Dec", True),
    ("März", True), ("décembre", True), ("item to Dec", False),
    ("Jan to item", False), ("1Q value", True), ("1분기(%)", True),
    ("April to March", False), ("4월 말", True), ("12월 말", False),
])  # fmt: skip
def test_several_months(text: str, part: bool) -> None:
    """Of one year, and not the whole."""
    assert is_part_of_year(text) is part


@pytest.mark.parametrize(("text", "unit"), [
    ("Exports (m)", "EUR m"), ("Distance (m)", "m"), ("Persons (m)", "m persons"),
    ("Weight (k)", "tonnes k"),
])  # fmt: skip
def test_a_letter_in_brackets_that_is_one_of_the_unit(text: str, unit: str) -> None:
    assert (size_beside(text, unit), factor_beside(text, unit)) == ("", 1)


@pytest.mark.parametrize(("text", "signed"), [
    ("Kilowatt", "kW"), ("Megawatts", "MW"), ("terawatt-hours", "TWh"), ("Gigawatthour", "GWh"),
    ("Petawattstunden", "PWh"), ("킬로와트시", "kWh"), ("메가와트", "MW"), ("기가줄", "GJ"),
    ("테라그램", "Tg"), ("킬로톤", "kt"), ("kiloton", "kt"), ("kilotons", "kt"),
    ("megatonne", "Mt"), ("Megatonnen", "Mt"), ("kilogram", "kg"), ("kilograms", "kg"),
    ("Kilogramm", "kg"), ("kilogrammes", "kg"), ("petajoule", "PJ"), ("gigajoules", "GJ"),
    ("kilometre", "km"), ("kilometer", "km"), ("kilometers", "km"), ("kilomètres", "km"),
    ("킬로미터", "km"), ("kilo tonnes", "kt"), ("kilometrage", "kilometrage"),
])  # fmt: skip
def test_units_that_are_written_out(text: str, signed: str) -> None:
    assert in_signs(text) == signed


@pytest.mark.parametrize(("text", "said", "factor"), [
    ("Births (‰)", "‰", "0.1"), ("Deaths_per_mille", "per mille", "0.1"),
    ("Births per 1,000", "per 1,000", "0.1"), ("천명당 출생", "천명당", "0.1"),
    ("Spread (bp)", "bp", "0.01"), ("Spread,  basis  points", "basis points", "0.01"),
    ("인구 10만명당", "10만명당", "0.001"), ("Share (fraction)", "fraction", "100"),
    ("비율(0-1)", "0-1", "100"), ("Share (%)", "", "1"), (f"{'x' * 200} ‰", "", "1"),
])  # fmt: skip
def test_parts_that_are_no_hundredths(text: str, said: str, factor: str) -> None:
    assert part_beside(text) == (said, Decimal(factor))


@pytest.mark.parametrize(("months", "maybe"), [
    ("2008-09 2009-10", True), ("2008-10 2009-11", True), ("2008-09", True),
    ("2008-09 2009-10 total", False), ("2008-10 2009-12", False), ("2008-08 2009-09", False),
    ("2008-09 2008-09", False), ("2008-07 2009-08", False),
])  # fmt: skip
def test_months_that_may_be_financial_years(months: str, maybe: bool) -> None:
    """Where all of them go on by as many years, and each is of a year of its own."""
    assert maybe_financial(months.split()) is maybe


@pytest.mark.parametrize(("text", "unit", "title", "stated"), [
    ("Unit: EUR m.", "EUR bn", False, "EUR m"), ("단위: 백만원, 천명", "%", False, "백만원"),
    ("Value (millions)", "KRW bn", False, "million"), ("투자액(백만원)", "KRW bn", True, ""),
    ("(백만원)", "KRW bn", True, "백만원"),
])  # fmt: skip
def test_the_unit_that_a_name_or_a_title_states(
    text: str, unit: str, title: bool, stated: str
) -> None:
    assert stated_in(text, unit, title=title) == stated
    assert title or stated_in(text, unit) == stated


@pytest.mark.parametrize(("short", "name"), [
    ("서울", "Seoul"), ("부산", "Busan"), ("대구", "Daegu"), ("인천", "Incheon"),
    ("광주", "Gwangju"), ("대전", "Daejeon"), ("울산", "Ulsan"), ("세종", "Sejong"),
    ("경기", "Gyeonggi"), ("강원", "Gangwon"), ("충북", "Chungcheongbuk"),
    ("충남", "Chungcheongnam"), ("전북", "Jeollabuk"), ("전남", "Jeollanam"),
    ("경북", "Gyeongsangbuk"), ("경남", "Gyeongsangnam"), ("제주", "Jeju"),
])  # fmt: skip
def test_the_provinces_of_korea(short: str, name: str) -> None:
    """In Korean and in English; 경기 is the economy where nothing says that it is a place."""
    assert province_in("지역", short) == province_in("Region", f"{name}-do") == (
        short, name.casefold())  # fmt: skip
    assert bool(province_in("C1_NM", short)) is (short != "경기")
    assert province_in("품목", short) == province_in("지역", "Sudogwon") == ()
