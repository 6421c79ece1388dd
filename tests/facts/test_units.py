"""In which size the figures of a unit count, and how that is said of another unit."""

from __future__ import annotations

import pytest

from kpi.facts.quantities.units import (
    counts_alike,
    in_size,
    is_share,
    leftover,
    meaning,
    noun_of,
    power_of,
    with_size,
    without_size,
)


@pytest.mark.parametrize(("unit", "power"), [
    ("persons", 0), ("thousand persons", 3), ("persons (thousands)", 3), ("persons (Millions)", 6),
    ("USD (millions)", 6), ("homes ('000)", 3), ("1,000 persons", 3), ("천명", 3), ("백만원", 6),
    ("KRW 100 million", 8), ("%", 0), ("persons (billions)", 9), ("persons (trillions)", 12),
])  # fmt: skip
def test_the_size_of_a_unit(unit: str, power: int) -> None:
    """A word for it may stand before or behind, in one or many."""
    assert power_of(unit) == power


@pytest.mark.parametrize(("stated", "unit", "expected"), [
    ("천명", "persons", "thousand persons"), ("백만명", "persons", "million persons"),
    ("10억명", "persons", "billion persons"), ("만명", "persons", "10,000 persons"),
    ("USD (million)", "USD bn", ""), ("USD (million)", "persons", "persons"),
    ("thousand persons", "USD", ""), ("1,000 persons", "persons", "thousand persons"),
    ("천명", "thousand persons", "thousand persons"), (" 천  명 ", "persons", "thousand persons"),
    ("thousand persons", "persons (thousand)", "persons (thousand)"),
    ("명", "persons", "persons"), ("%", "persons", "persons"),
])  # fmt: skip
def test_a_unit_in_another_size(stated: str, unit: str, expected: str) -> None:
    """Only where it can be said so that it is read again."""
    assert in_size(stated, unit) == expected


@pytest.mark.parametrize("code", [
    "KRW", "USD", "EUR", "JPY", "GBP", "CNY", "CHF", "CAD", "AUD", "INR", "SGD", "TWD", "HKD",
    "NOK", "SEK", "DKK", "ISK", "PLN", "CZK", "HUF", "RON", "NZD", "BRL", "MXN", "ZAR", "IDR",
    "THB", "VND", "MYR", "PHP", "TRY", "ILS", "AED", "UAH", "RUB",
])  # fmt: skip
def test_the_code_of_a_currency(code: str) -> None:
    """Before and behind its size, or in one word with it; T before it is a thousand."""
    for unit, power in (
        (code, 0), (code.lower(), 0), (f"{code} m", 6), (f"million {code}", 6), (f"{code}bn", 9),
        (f"k{code}", 3), (f"T{code}", 3), (f"m{code}", 6), (f"{code} (thousand)", 3),
        (f"{code} 100 million", 8), (f"{code} per inhabitant", 0),
    ):  # fmt: skip
        assert meaning(unit) == ("money", "", code, power)
        assert counts_alike(code, unit) is True
        assert counts_alike("KRW bn" if code != "KRW" else "EUR m", unit) is False


@pytest.mark.parametrize(("unit", "currency", "power"), [
    ("₩", "KRW", 0), ("￦", "KRW", 0), ("억원", "KRW", 8), ("won", "KRW", 0), ("Won", "KRW", 0),
    ("$", "USD", 0), ("US$ bn", "USD", 9), ("백만 달러", "USD", 6), ("dollar", "USD", 0),
    ("million dollars", "USD", 6), ("US dollar", "USD", 0), ("bn US dollars", "USD", 9),
    ("k$", "USD", 3), ("K₩", "KRW", 3), ("t€", "EUR", 3), ("m€", "EUR", 6),
    ("€", "EUR", 0), ("k€", "EUR", 3), ("유로", "EUR", 0), ("euro", "EUR", 0), ("Euros", "EUR", 0),
    ("£", "GBP", 0), ("m£", "GBP", 6), ("£m", "GBP", 6), ("파운드", "GBP", 0), ("엔", "JPY", 0),
    ("yen", "JPY", 0), ("억 위안", "CNY", 8), ("yuan", "CNY", 0), ("조원", "KRW", 12),
    ("경원", "KRW", 16), ("만원", "KRW", 4), ("천원", "KRW", 3), ("백만원", "KRW", 6),
    ("십억원", "KRW", 9), ("천억원", "KRW", 11), ("10억원", "KRW", 9), ("1,000원", "KRW", 3),
])  # fmt: skip
def test_money_by_its_sign_or_name(unit: str, currency: str, power: int) -> None:
    assert meaning(unit) == ("money", "", currency, power)


@pytest.mark.parametrize(("unit", "kind"), [
    *((unit, "share") for unit in (
        "%", "％", "% of GDP", "percent", "per cent", "Percentage", "퍼센트", "Prozent",
        "pour cent", "pourcent", "pct")),
    *((unit, "points") for unit in (
        "%p", "％p", "%포인트", "% 포인트", "pp", "p.p.", "percent point", "percentage points",
        "per cent points", "퍼센트포인트", "퍼센트 포인트")),
    *((unit, "count") for unit in (
        "percentile", "ppm", "pcts", "wonders", "eurozone", "people", "$²")),
])  # fmt: skip
def test_per_cent_points_and_counts(unit: str, kind: str) -> None:
    """Points are no share, though their name begins like one."""
    assert meaning(unit) == (kind, unit if kind == "count" else "", "", 0)
    assert is_share(unit) == (kind == "share")


@pytest.mark.parametrize(("unit", "noun", "power", "bare"), [
    ("1,000 persons", "persons", 3, "persons"), ("10 persons", "persons", 1, "persons"),
    ("100 persons", "persons", 2, "persons"), ("10,000 homes", "homes", 4, "homes"),
    ("100,000 homes", "homes", 5, "homes"), ("1,000,000 homes", "homes", 6, "homes"),
    ("persons (thousands)", "persons", 3, "persons"), ("persons, (in millions)", "persons", 6,
     "persons"), ("persons (000s)", "persons", 3, "persons"), ("persons ('000)", "persons", 3,
     "persons"), ("homes (100 thousand)", "homes", 5, "homes"), ("homes (10 million)", "homes", 7,
     "homes"), ("homes (trillion)", "homes", 12, "homes"), ("100만명", "명", 6, "만명"),
    ("1,000명", "명", 3, "명"), ("10만명당", "10만명당", 0, "10만명당"), ("천명", "명", 3, "천명"),
    ("천 가구", "가구", 3, "천 가구"), ("만호", "호", 4, "만호"), ("백만톤", "톤", 6, "백만톤"),
    ("billion kWh", "kWh", 9, "billion kWh"), ("m persons", "m persons", 0, "m persons"),
    ("bn cubic metres", "cubic metres", 9, "bn cubic metres"),
])  # fmt: skip
def test_what_is_counted_and_in_which_size(unit: str, noun: str, power: int, bare: str) -> None:
    assert (noun_of(unit), power_of(unit), without_size(unit)) == (noun.casefold(), power, bare)


@pytest.mark.parametrize(("text", "unit", "alike"), [
    ("백만원", "KRW bn", True), ("EUR m", "KRW bn", False), ("%", "KRW bn", False),
    ("annual", "KRW bn", None), ("%", "% of GDP", True), ("%p", "%", False), ("pp", "%p", True),
    ("천명", "명", True), ("thousand persons", "persons", True),
    ("thousand homes", "persons", False),
    ("Persons", "thousand persons", True), ("MtCO2e", "ktCO2e", False), ("GW", "MW", False),
    ("ktCO2e", "KTCO2E", True), ("homes", "persons", None), ("%", "persons", False),
    ("EUR", "persons", False), ("thousand persons", "%", False), ("%", "%p", False),
    ("firms", "companies", None), ("per cent", "% of GDP", True), ("pp", "percentage points", True),
    ("%", "percentage points", False), ("명", "천명", True), ("천명", "개", False),
    ("kt", "Mt", False), ("m", "km", False), ("Mt", "companies", None), ("annual", "", None),
    ("", "%", None), ("companies", "companies", True), ("Companies", "companies", True),
])  # fmt: skip
def test_whether_figures_of_one_unit_count_in_another(
    text: str, unit: str, alike: bool | None
) -> None:
    """True if one can be converted into the other, False if it surely cannot, None if unknown."""
    assert counts_alike(text, unit) is alike


@pytest.mark.parametrize(("unit", "rest"), [
    ("KRW bn", ""), ("EUR m, 2015 prices", ", 2015 prices"), ("USD per head", ""),
    ("thousand persons", ""), ("persons", "persons"), ("% of GDP", "% of GDP"), ("천명", ""),
    ("persons (thousands)", "persons"), ("USD (millions), real", " (millions), real"),
])  # fmt: skip
def test_what_a_unit_says_beside_its_size_and_its_money(unit: str, rest: str) -> None:
    assert leftover(unit) == rest


@pytest.mark.parametrize(("power", "unit", "sized"), [
    (3, "persons", "thousand persons"), (4, "persons", "10,000 persons"),
    (5, "persons", "100,000 persons"), (6, "persons", "million persons"),
    (9, "persons", "billion persons"), (7, "persons", ""), (0, "persons", ""),
    (3, "thousand persons", ""), (3, "KRW", ""), (3, "%", ""),
])  # fmt: skip
def test_a_unit_of_counts_in_a_size(power: int, unit: str, sized: str) -> None:
    assert with_size(power, unit) == sized
