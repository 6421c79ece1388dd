"""The amounts that a quoted sentence names, and those that may be thousands."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kpi.facts.quantities.quote_amounts import amounts_in, doubted_in


@pytest.mark.parametrize(
    ("quote", "unit", "named"),
    [
        ("1조 8,000억원 투입", "KRW bn", ["1800"]),
        ("3만 5천명, 2조", "persons", ["35000"]),
        ("100원", "KRW bn", ["100"]),  # of which one is too little for the unit
        ("5,000,000,000원", "KRW bn", ["5", "5000000000"]),
        ("€12 bn by 2030", "EUR m", ["12000", "2030"]),
        ("12'000 homes", "homes", ["12000"]),
        ("1,234,567 and 1.234,5", "homes", ["1234567", "1234.5"]),
        ("from thirty percent", "%", ["30"]),
        ("a hundred and fifty thousand of Two hundred five", "homes", ["150000", "205"]),
        ("one hundred two hundred", "homes", ["100", "200"]),
        ("2030년까지 4억 3,660만톤", "Mt CO2e", ["436.6"]),
        ("8천만 톤", "Mt", ["80"]),
        ("80 million metric tons of MtCO2", "kt", ["80000"]),
        ("30 GtCO2", "Mt CO2e", ["30000"]),
        ("zero, one, twenty, forty, fifty", "homes", ["0", "1", "20", "40", "50"]),
        ("two, three, four, six, seven, eight, nine", "homes", ["2", "3", "4", *"6789"]),
        ("ten, eleven, twelve, thirteen, fourteen", "homes", ["10", "11", "12", "13", "14"]),
        ("sixteen, seventeen, eighteen, nineteen", "homes", ["16", "17", "18", "19"]),
        ("thirty, sixty, seventy, eighty, ninety", "homes", ["30", "60", "70", "80", "90"]),
        ("by 31.12.2026; 123,456 homes", "homes", ["31", "12", "2026", "123456"]),
        ("123 456 homes", "homes", ["123456"]),
        ("one in a hundred, or a thousand", "homes", ["1", "100", "1000"]),
        ("twenty-five, Forty five or seventy percent", "%", ["25", "45", "70"]),
        (
            "half a million jobs, one million or fifteen million",
            "jobs",
            ["500000", "1000000", "15000000"],
        ),
        ("two trillion won and three hundred billion won", "KRW bn", ["2000", "300"]),
        (
            "half of all firms, a third, two-thirds, three quarters",
            "%",
            ["50", "33", "33.3", "66.7", "67", "75"],
        ),
        ("one in five; 9 out of 10", "%", ["20", "90"]),
        ("도입률 절반, 3분의 1, ５０．５％", "%", ["50", "33.3", "50.5"]),
        ("1조6천5백억원, 2백개", "KRW bn", ["1650"]),
        ("2백개, 1만 2천 명", "persons", ["200", "12000"]),
        ("78,000 MW", "GW", ["78"]),
        ("1.5 TWh", "GWh", ["1500"]),
    ],
)
def test_amounts_are_found_in_the_unit(quote: str, unit: str, named: list[str]) -> None:
    """Too many rather than too few."""
    assert set(map(Decimal, named)) <= amounts_in(quote, unit)


@pytest.mark.parametrize(
    ("quote", "unit", "other"),
    [
        ("30 %", "KRW bn", "0.3"), ("5조", "%", "5000000000000"), ("3 bn", "%p", "3000000000"),
        ("1조 8,000억원", "%", "1800"), ("1조 8,000억원", "homes", "1800"),
        ("12,34 homes", "homes", "1234"), ("1234,567 homes", "homes", "1234567"),
        ("30 homes", "homes", "300"), ("by 2030 500 homes", "homes", "2030500"),
        ("65조원 투자", "KRW bn", "65"), ("65 trillion won", "KRW bn", "65"),
        ("half of them", "homes", "50"), ("none, someone, tensile", "homes", "1"),
        ("1 in 0", "%", "0.5"), ("4억 3,660만 원", "Mt", "436.6"),
        ("a hundred and fifty", "homes", "100"), ("30 GtCO2", "MtCH4", "30000"),
        ("78,000 MW", "GWh", "0.078"),
    ],
)  # fmt: skip
def test_an_amount_of_something_else_is_none_in_the_unit(quote: str, unit: str, other: str) -> None:
    """A share is no money, and money no share; a year is no thousands of what stands behind it."""
    assert Decimal(other) not in amounts_in(quote, unit)


def test_every_number_of_a_row_of_them_is_looked_at() -> None:
    """Also the last of many, and those that stand in a compound or behind another one."""
    quote = " ".join(f"{n}조 {n}억원" for n in range(1, 400))
    found = amounts_in(quote, "KRW bn")
    assert {Decimal(n * 1000) + Decimal(n) / 10 for n in range(1, 400)} <= found
    assert Decimal(399000) in found


def test_a_doubt_is_settled_by_the_same_number_written_otherwise() -> None:
    """12.000 may be thousands; where the goal's 12 stands elsewhere, it is not in doubt."""
    assert doubted_in("12.000 homes", "homes", Decimal(12)) == ("12.000", Decimal(12000))
    assert doubted_in("12.000 homes, which is 12", "homes", Decimal(12)) is None
    assert doubted_in("12.000 and 12.000 homes", "homes", Decimal(12)) is not None
    assert doubted_in("12.000 of 7.400", "homes", Decimal(7400)) is None
    assert doubted_in("12.000 %", "%", Decimal(12)) is None
    assert doubted_in("12,000 homes", "homes", Decimal(12)) == ("12,000", Decimal(12000))
    assert doubted_in("12.000 million", "homes", Decimal(12 * 10**6)) == ("12.000", Decimal(12000))
    assert doubted_in("12.000 million, or 12 million", "homes", Decimal(12 * 10**6)) is None
    assert doubted_in("7 of 7.000 homes", "homes", Decimal(7)) is None
    assert doubted_in("12,000 homes", "thousand homes", Decimal(12)) is None
    assert doubted_in("78,000 MW", "GW", Decimal(78)) is None
    assert doubted_in("78,000 GW", "GW", Decimal(78)) == ("78,000", Decimal(78000))
