"""Signs of units of measure beside figures: which there are, and how many of one another is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kpi.facts.intake.texts.currencies import money_beside
from kpi.facts.intake.texts.measures import (
    base_beside,
    factor_of,
    measure_beside,
    percent_beside,
    rate_beside,
    refuse_other_size,
)
from kpi.facts.keys.fields import Wrong

#: A unit of a target, a sign in brackets beside its figures, and by what these are multiplied.
FACTORS = [
    ("MW", "W", "1E-6"), ("MW", "kW", "0.001"), ("MW", "GW", "1E+3"), ("MW", "TW", "1E+6"),
    ("MW", "PW", "1E+9"), ("MW", "EW", "1E+12"),
    ("Mbit/s", "bit/s", "1E-6"), ("Mbit/s", "kbit/s", "0.001"), ("Mbit/s", "Gbit/s", "1E+3"),
    ("kWh", "J", "2.777777777777777777777777778E-7"), ("J", "kWh", "3.6E+6"),
    ("GJ", "toe", "41.868"), ("PJ", "ktoe", "0.041868"), ("PJ", "Mtoe", "41.868"),
    ("TJ", "GWh", "3.6"), ("EJ", "PJ", "0.001"), ("MWh", "GJ", "0.2777777777777777777777777778"),
    ("m2", "ha", "1E+4"), ("m²", "km2", "1E+6"), ("㎡", "km²", "1E+6"), ("ha", "㎢", "1E+2"),
    ("ha", "m2", "0.0001"), ("ha", "m²", "0.0001"), ("ha", "㎡", "0.0001"),
    ("m2", "acres", "4046.8564224"), ("ha", "square metres", "0.0001"),
    ("ha", "square meters", "0.0001"), ("ha", "square km", "1E+2"), ("km", "meters", "0.001"),
    *(("hm3", sign, "0.000001") for sign in ("㎥", "m³", "cubic meters")),
    ("m3", "hm³", "1E+6"), ("m3", "km3", "1E+9"), ("m3", "km³", "1E+9"), ("m3", "liters", "0.001"),
    ("kt", "metric tonnes", "0.001"),
    ("kg", "g", "0.001"), ("g", "lb", "453.59237"), ("g", "lbs", "453.59237"), ("g", "Mg", "1E+6"),
    ("kg", "short tons", "907.18474"), ("kg", "t", "1E+3"), ("kg", "tonne", "1E+3"),
    ("kg", "tonnes", "1E+3"), ("kg", "Tonnen", "1E+3"), ("kg", "톤", "1E+3"),
    ("t", "kt", "1E+3"), ("t", "Mt", "1E+6"), ("t", "Gt", "1E+9"), ("t", "Tt", "1E+12"),
    ("t", "Gg", "1E+3"), ("t", "Tg", "1E+6"), ("t", "Pg", "1E+9"), ("t", "Eg", "1E+12"),
    *(("kb/d", sign, "0.001")
      for sign in ("b/d", "bpd", "bbl/d", "barrels/day", "배럴/일", "barrels per day",
                   "barrels a day")),
    *(("b/d", sign, "1E+3") for sign in ("kb/d", "kbd", "kbpd", "kbbl/d", "Mbbl/d")),
    *(("b/d", sign, "1E+6") for sign in ("mb/d", "Mb/d", "mbd", "mbpd", "MMbbl/d")),
    ("seconds", "minutes", "6E+1"), ("minutes", "hours", "6E+1"), ("hours", "days", "24"),
    ("days", "weeks", "7"), ("seconds", "month", "2629746"), ("months", "years", "12"),
    ("hours", "day", "24"), ("minute", "hour", "6E+1"), ("day", "week", "7"),
    ("month", "year", "12"), ("second", "minute", "6E+1"),
    ("초", "분", "6E+1"), ("분", "시간", "6E+1"), ("시간", "일", "24"), ("일", "개월", "30.436875"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "sign", "factor"), FACTORS)
def test_how_many_of_a_unit_another_is(unit: str, sign: str, factor: str) -> None:
    """By the definitions of the SI, of the litre of oil (41.868 GJ a toe) and of the calendar."""
    said, times = measure_beside(f"Total ({sign})", unit)
    assert (said, times) == (sign, Decimal(factor))


@pytest.mark.parametrize(("text", "sign"), [
    ("Waste (kt)", "kt"), ("Waste [kt]", "kt"), ("폐기물（kt）", "kt"), ("Waste (in kt)", "kt"),
    ("Waste in kt", "kt"), ("Waste, kt", "kt"), ("kt", "kt"), ("ktCO2e", "kt"), ("(ktCO₂)", "kt"),
    ("Waste in kt per head", "kt"), ("폐기물 천kg", "kg"), ("Total, in kt], of all", "kt"),
    ("kt of waste", ""), ("Waste kt, all", ""), ("Waste (ktx)", ""), ("in ktx", ""),
])  # fmt: skip
def test_where_a_sign_is_one_of_a_unit(text: str, sign: str) -> None:
    """In brackets, behind "in" or the last comma, or alone: elsewhere it may be a word."""
    assert measure_beside(text, "Mt")[0] == sign


@pytest.mark.parametrize(("text", "unit", "sign"), [
    ("Use GWh total", "TWh", "GWh"), ("Use ktoe total", "Mtoe", "ktoe"),
    ("Speed Gbit/s mean", "bit/s", "Gbit/s"), ("Use GW total", "TW", ""), ("Use xGWh", "TWh", ""),
    ("Use GWhs", "TWh", ""),
])  # fmt: skip
def test_a_sign_of_several_capitals_stands_anywhere(text: str, unit: str, sign: str) -> None:
    assert measure_beside(text, unit)[0] == sign


@pytest.mark.parametrize(("text", "unit", "sign", "factor"), [
    ("Yield (kg/ha)", "t/ha", "kg", "0.001"), ("Yield kg per ha", "t/ha", "kg", "0.001"),
    ("gCO2/kWh", "kgCO2/kWh", "g", "0.001"), ("Yield (t/ha)", "t/ha", "", "1"),
    ("Waste (thousand tonnes/day)", "t/day", "thousand tonnes", "1E+3"),
    ("Speed (Mbit/s)", "Gbit/s", "Mbit/s", "0.001"),
])  # fmt: skip
def test_what_both_have_below_a_stroke_says_nothing(
    text: str, unit: str, sign: str, factor: str
) -> None:
    """The ha of kg/ha and of t/ha were taken for a second measure, and nothing was asked."""
    assert measure_beside(text, unit) == (sign, Decimal(factor))


def test_the_size_before_a_sign_counts() -> None:
    assert measure_beside("Use (billion kWh)", "TWh") == ("", Decimal(1))
    assert measure_beside("Use (million kWh)", "TWh") == ("kWh", Decimal("0.001"))
    assert measure_beside("Use (GWh)", "million kWh") == ("", Decimal(1))


@pytest.mark.parametrize(("text", "unit", "sign", "factor"), [
    ("Billion kWh", "TWh", "", "1"), ("Output, million kWh", "TWh", "kWh", "0.001"),
    ("output_million_kwh", "TWh", "kWh", "0.001"), ("10억 kWh", "TWh", "", "1"),
    ("Waste, billion kg", "Mt", "", "1"), ("Water, million litres", "m3", "litres", "1E+3"),
    ("Thousand kilometres", "km", "Thousand km", "1E+3"), ("도로(천km)", "km", "천km", "1E+3"),
    ("Roads, thousand miles", "km", "miles", "1609.344"), ("폐기물(천t)", "Mt", "t", "0.001"),
    ("Millions of tonnes", "Mt", "", "1"), ("Waste, thousand metric tons", "Mt", "metric tons",
                                            "0.001"),
    ("1000 cubic metres", "m3", "1000 cubic metres", "1E+3"),
    ("petajoules", "GJ", "PJ", "1E+6"),
    ("Million hectares", "ha", "Million hectares", "1E+6"), ("Unit: weeks", "days", "weeks", "7"),
    ("Capacity, MWe", "GW", "MW", "0.001"), ("Unit: MWe", "GW", "MW", "0.001"),
    ("use_mtoe", "ktoe", "Mtoe", "1E+3"), ("waste_kt", "Mt", "kt", "0.001"),
    ("heat_tj", "PJ", "TJ", "0.001"), ("waste_tt", "kt", "", "1"),
    ("Plants (MW), output in GWh", "TWh", "GWh", "0.001"),
    ("Table 100 (million kWh)", "TWh", "kWh", "0.001"),
])  # fmt: skip
def test_a_size_before_a_sign_without_brackets(
    text: str, unit: str, sign: str, factor: str
) -> None:
    """To multiply billion kWh by 10^-9 was advised, where TWh are wanted."""
    assert measure_beside(text, unit) == (sign, Decimal(factor))


@pytest.mark.parametrize(("text", "unit"), [
    ("Wind farms over 100 MW", "GW"), ("plants_above_100_mw", "GW"), ("Users above 1.5 GWh", "TWh"),
    ("Plants that emit 25 kt CO2e", "Mt"),
])  # fmt: skip
def test_a_sign_behind_an_amount_is_that_of_the_amount(text: str, unit: str) -> None:
    assert measure_beside(text, unit) == ("", Decimal(1))


@pytest.mark.parametrize(("sign", "unit", "factor"), [
    ("GWh", "백만 kWh", "1"), ("백만 kWh", "백만 kWh", "1"), ("kWh", "백만kWh", "0.000001"),
    ("MW", "천 kW", "1"), ("천kW", "천kW", "1"), ("만kW", "천kW", "1E+1"), ("kW", "천kW", "0.001"),
    ("ha", "천㎡", "1E+1"), ("천㎡", "천㎡", "1"), ("톤", "천톤/년", "0.001"), ("kt", "천톤", "1"),
    ("GWh", "kWh (million)", "1"),
])  # fmt: skip
def test_a_unit_that_counts_in_a_korean_size(sign: str, unit: str, factor: str) -> None:
    """GWh below a target of million kWh were to be multiplied by a million."""
    said, times = measure_beside(f"전력({sign})", unit)
    assert (said if factor != "1" else "", times) == (said, Decimal(factor))
    assert factor_of(sign, unit) == Decimal(factor)


@pytest.mark.parametrize(("text", "unit", "sign", "factor"), [
    ("단가(원/MWh)", "원/kWh", "MWh", "0.001"), ("단가(천원/MWh)", "원/kWh", "", "1"),
    ("Price (USD/kt)", "USD/t", "kt", "0.001"), ("Price, USD per kg", "USD/t", "kg", "1E+3"),
    ("Price, KRW bn/TWh", "KRW/kWh", "", "1"), ("Persons per ha", "명/㎢", "ha", "1E+2"),
    ("Price (USD per million kWh)", "USD/MWh", "kWh", "0.001"),
    ("Yield (kg/ha)", "t/km2", "", "1"), ("Emissions (g/km)", "g/kg", "", "1"),
    ("사용량(MWh)", "원/kWh", "MWh", "1E+3"),  # none for one of something: it is asked about
])  # fmt: skip
def test_an_amount_for_one_of_a_measure(text: str, unit: str, sign: str, factor: str) -> None:
    """원/MWh below a target of 원/kWh were to be multiplied by a thousand, and not divided."""
    assert measure_beside(text, unit) == (sign, Decimal(factor))


def test_of_two_units_nothing_is_known() -> None:
    """In the text, or in the target's own unit."""
    assert measure_beside("Waste (kt) and sludge (Mt)", "t") == ("", Decimal(1))
    assert measure_beside("Waste (kt)", "t per kg") == ("", Decimal(1))


@pytest.mark.parametrize(("stated", "unit", "factor"), [
    ("million tonnes", "Mt", "1"), ("thousand tonnes", "Mt", "0.001"), ("tonnes", "t", "1"),
    ("days", "day", "1"), ("week", "days", "7"), ("kt", "kt", "1"), ("firms", "t", None),
    ("t", "firms", None), ("GWh", "GW", None), ("kg", "Mg", "0.001"), ("t", "Mg", "1"),
    ("million tonnes", "MtCO2e", "1"), ("kilowatts", "thousand MW", "0.000001"),
    ("pt", "t", None), ("Pt", "kt", None), ("g per head", "kg per head", "0.001"),
    ("Gigawattstunden", "TWh", "0.001"), ("million   kWh", "TWh", "0.001"), ("Et", "t", None),
])  # fmt: skip
def test_the_factor_between_two_units(stated: str, unit: str, factor: str | None) -> None:
    assert factor_of(stated, unit) == (None if factor is None else Decimal(factor))


@pytest.mark.parametrize(("said", "own", "before", "scale"), [
    ("KRW bn", "10억원", "십억원", None), ("TWh", "million kWh", "GWh", Decimal("0.001")),
    ("Mt", "thousand t", "kilotonnes", Decimal("0.001")), ("Mt", "kt", "", Decimal("0.001")),
])  # fmt: skip
def test_one_size_in_two_spellings(said: str, own: str, before: str, scale: Decimal | None) -> None:
    """Thousands of tonnes behind kilotonnes were said to be of another unit."""
    refuse_other_size(said, own, before or own, scale)


@pytest.mark.parametrize(("said", "own", "before", "scale", "told"), [
    ("Mt", "kt", "Mt", Decimal("0.001"), 'the unit is "kt", and "Mt" before'),
    ("명", "천명", "명", None, 'the unit is "천명", and "명" before'),
    ("Mt", "천명", "천명", Decimal(1000), 'the file counts in "천명", and --unit says "Mt"'),
    ("TWh", "million kWh", "million kWh", None, 'add --unit "TWh" --scale 0.001'),
])  # fmt: skip
def test_another_size_than_a_person_says(
    said: str, own: str, before: str, scale: Decimal | None, told: str
) -> None:
    with pytest.raises(Wrong) as wrong:
        refuse_other_size(said, own, before, scale)
    assert told in str(wrong.value)


@pytest.mark.parametrize("text", [
    "tonnes per day", "tonnes/day", "tonnes a day", "tonnes/d", "톤/일", "tonnes per week", "톤/주",
    "tonnes per month", "톤/월", "t/h", "tonnes per hour", "t/hr", "톤/시간", "t/s", "t/sec",
    "tonnes per second", "tonnes per minute", "kt per day",
])  # fmt: skip
def test_an_amount_a_day_where_the_unit_is_none(text: str) -> None:
    """In brackets, or behind the last colon."""
    assert rate_beside(f"Waste ({text})", "tonnes") == text
    assert rate_beside(f"Waste: {text}", "tonnes") == text
    assert rate_beside(f"(Unit: {text})", "tonnes") == text


@pytest.mark.parametrize(("text", "unit"), [
    ("Waste (t/d)", "t/d"), ("Waste (t per day)", "t per head"), ("폐기물(톤/일)", "톤당"),
    ("Waste (tonnes)", "tonnes"), ("Visits per day", "tonnes"), ("Money (EUR/day)", "EUR"),
    ("Waste (tonnes per year)", "tonnes"), ("Use (kWh per day)", "tonnes"),
    ("Waste (per day)", "tonnes"), ("Cost (per day)", "USD"), ("Share (% a day)", "%"),
])  # fmt: skip
def test_what_is_no_other_amount_a_day(text: str, unit: str) -> None:
    assert rate_beside(text, unit) == ""


@pytest.mark.parametrize(("text", "unit", "base"), [
    ("Prices, 2020 = 100", "2015=100", "2020=100"), ("2020=100", "index, 2015=100", "2020=100"),
    ("Prices (2020-21=100)", "2015=100", "2020-21=100"),
    ("1995 average=100", "2015=100", "1995=100"), ("令和2年＝100", "2015=100", "2020=100"),
    ("2015=100", "2015=100", ""), ("2020=100", "points", ""), ("2020=1000", "2015=100", ""),
    ("2020=100.0", "2015=100", ""), ("12020=100", "2015=100", ""), ("1820=100", "2015=100", ""),
])  # fmt: skip
def test_the_base_of_an_index(text: str, unit: str, base: str) -> None:
    assert base_beside(text, unit) == base


@pytest.mark.parametrize(("text", "said"), [
    ("Firms (%)", "%"), ("Firms (percent)", "percent"), ("Firms (Per cent)", "Per cent"),
    ("Firms (percentage)", "percentage"), ("Firms (percentages)", "percentages"),
    ("기업（퍼센트）", "퍼센트"), ("Firmen [Prozent]", "Prozent"), ("Firms (annual %)", "%"),
    ("Firms (% of all firms)", "%"), ("Firms (% growth)", "%"), ("Firms (% change)", "%"),
    ("Firms (% per year)", "%"), ("Firms ( % )", "%"), ("Firms (number) and share (%)", ""),
    ("Firms", ""), ("Firms %", ""), ("Firms (top 5% left out)", ""),
])  # fmt: skip
def test_per_cent_in_the_only_bracket(text: str, said: str) -> None:
    assert percent_beside(text, "companies") == said
    assert percent_beside(text, "%") == percent_beside(text, "%p") == ""


@pytest.mark.parametrize(("text", "unit", "said", "factor"), [
    ("Spending (£m)", "GBP bn", "£m", "0.001"), ("Spending (in EUR m)", "EUR", "EUR m", "1E+6"),
    ("Dépenses (en EUR m)", "EUR", "EUR m", "1E+6"), ("지출（억원）", "KRW bn", "억원", "0.1"),
    ("Spending (EUR)", "USD", "EUR", "1"), ("Spending (EUR m)", "USD", "EUR m", "1"),
    ("Spending (USD) and prices (EUR)", "USD", "", "1"), ("Spending (USD)", "USD", "", "1"),
    ("Spending (USD of 2015)", "EUR", "", "1"), ("Spending (of the state)", "USD", "", "1"),
    ("Spending (EUR)", "firms", "", "1"), ("Spending (total) (EUR)", "USD", "EUR", "1"),
    ("Aid USD k", "USD", "USD k", "1E+3"),
    ("Price (us cents)", "USD", "us cents", "0.01"),
    ("Price (euro-cent)", "EUR", "euro-cent", "0.01"),
    ("Price (¢)", "USD", "¢", "0.01"), ("Price (c/kWh)", "AUD", "c/kWh", "0.01"),
    ("Price (ct/kWh)", "EUR/kWh", "ct/kWh", "0.01"), ("Price (p/kWh)", "GBP", "p/kWh", "0.01"),
    ("Price (pennies)", "GBP", "pennies", "0.01"), ("Price in cents", "USD m", "cents", "1E-8"),
    ("Price, cents per kWh", "USD", "cents per kWh", "0.01"), ("Cents", "USD", "Cents", "0.01"),
    ("Price (kopecks)", "RUB", "kopecks", "0.01"), ("Price (grosz)", "PLN", "grosz", "0.01"),
    ("Price (haléř)", "CZK", "haléř", "0.01"), ("Price (öre)", "SEK", "öre", "0.01"),
    ("Price (pence)", "USD", "pence", "1"), ("Price (centimes)", "EUR", "centimes", "0.01"),
    ("USD per tonne", "USD", "USD per tonne", "1"), ("가격(원/kg)", "KRW", "원/kg", "1"),
    ("USD per year", "USD", "", "1"), ("USD/yr", "USD", "", "1"), ("USD per annum", "USD", "", "1"),
    ("원/년", "KRW", "", "1"), ("원/연", "KRW", "", "1"), ("USD/a", "USD", "", "1"),
    ("USD/tonne", "USD per head", "", "1"),
    ("aid_eur", "USD m", "eur", "1"), ("aid_eur_m", "EUR bn", "eur m", "0.001"),
    ("cost_usd", "USD m", "usd", "0.000001"), ("aid_musd", "USD m", "", "1"),
    ("aid_kusd", "USD m", "kusd", "0.001"), ("GDP (current US$)", "USD bn", "US$", "1E-9"),
    ("Mrd. EUR", "EUR bn", "", "1"), ("BIP in Mrd. EUR", "EUR m", "EUR", "1E+3"),
    ("gdp_bln_rub", "RUB bn", "", "1"), ("gdp_bln_usd", "USD m", "bln usd", "1E+3"),
    ("gdp_billion_usd", "USD bn", "", "1"), ("GDP, billions (USD)", "USD bn", "", "1"),
    ("Millions or billions (USD)", "USD m", "USD", "0.000001"),
    ("GDP (constant 2015 US$)", "EUR", "US$", "1"), ("Money_spent_all", "USD m", "", "1"),
])  # fmt: skip
def test_money_in_another_size_or_currency(text: str, unit: str, said: str, factor: str) -> None:
    assert money_beside(text, unit) == (said, Decimal(factor))
