"""What people type where TOML wants a number or a day, and what they are told to type."""

from __future__ import annotations

import pytest

from kpi.facts.keys import fields
from kpi.facts.syntax import written_otherwise
from kpi.facts.syntax.toml import parse


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("50%", "write 50"), ("1 850", "write 1850"), ("1'850", "write 1850"),
        ("1.234.567", "write 1234567"), ("12,5", "write 12.5"), ("10,000", "write 10000"),
        ("1.850,5", "write 1850.5"), ("1,850.5", "write 1850.5"), ("50 percent", "write 50"),
        ("-3,2 %", "write -3.2"), ("31.12.2026", "write 2026-12-31"),
        ("2026-6-30", "write 2026-06-30"), ("2026/06/30", "write 2026-06-30"),
        ("2024. 6. 28.", "write 2024-06-28"), ("2030년 말", "write 2030"),
        ("2023년 4분기", 'write "2023-Q4"'), ("2025-1분기", 'write "2025-Q1"'),
        ("1년", 'write "1 year"'), ("반기", 'write "6 months"'),
        ("2030년 말까지", "write 2030"), ("2024년 제4분기", 'write "2024-Q4"'),
        ("2년마다", 'write "2 years"'), ("격년", 'write "2 years"'),
    ],
)  # fmt: skip
@pytest.mark.parametrize("row", ["value = {}", "goal = {{ value = {}, by = 2030 }}"])
def test_the_remedy_is_what_to_type(typed: str, remedy: str, row: str) -> None:
    """Also within a table in braces, which is closed and which nobody should be told to close."""
    (fault,) = parse(row.format(typed).encode()).faults
    assert fault.remedy == remedy
    assert fault.what.endswith(typed)


@pytest.mark.parametrize("typed", ["2026-13-01", "2026-00-10", "2026-06-32", "2026-6-00"])
@pytest.mark.parametrize("row", ["by = {}", "goal = {{ value = 3, by = {} }}"])
def test_a_day_of_no_month(typed: str, row: str) -> None:
    """TOML's parser takes the year for a number, and complains of the braces."""
    (fault,) = parse(row.format(typed).encode()).faults
    assert fault.what == "this day or time is not in the calendar"


def test_a_day_that_is_right_is_not_told() -> None:
    """Of a table that is not closed behind it, the table is told."""
    (fault,) = parse(b"goal = { value = 3, by = 2026-12-31").faults
    assert fault.what == "a table in braces is not closed"


def test_a_quotation_mark_within_a_text() -> None:
    """In a table in braces and on a line of its own."""
    for row in ('quote = "the "green" city"', 'goal = { value = 3, quote = "the "green" city" }'):
        (fault,) = parse(row.encode()).faults
        assert fault.what == "a quotation mark stands within a text"


@pytest.mark.parametrize(("typed", "meant"), [
    ("7", "7"), ("+7", "7"), ("-7", "-7"), (" 7 ", "7"), ("0", "0"), ("0.5", "0.5"), ("0,5", "0.5"),
    ("0,123", "0.123"), ("1,850", "1850"), ("1.850", "1.850"), ("1234,567", "1234.567"),
    ("12,34", "12.34"), ("1,234,567.8", "1234567.8"), ("1.234.567,8", "1234567.8"),
    ("1 850,5", "1850.5"), ("12 345 678", "12345678"), ("1\u00a0850", "1850"),
    ("1\u202f850", "1850"), ("1\u2009850", "1850"), ("1’850", "1850"), ("50 per cent", "50"),
    ("50 PERCENT", "50"), ("50 퍼센트", "50"), ("50%", "50"), ("999,999", "999999"),
    ("030", "30"), ("00", "0"),
])  # fmt: skip
def test_a_number_written_otherwise(typed: str, meant: str) -> None:
    """A comma before three digits divides thousands, but behind a nought or four digits."""
    assert written_otherwise.number(typed) == meant


@pytest.mark.parametrize("typed", [
    "5 km", "1.2tn", "1.2.3", "012,5", "0,123,456", "1,23,456", "", "1.234,567.8", "1,234.567,8",
    "00.5", "0 123", "1 85", "1234 567", "5,", ",5", "1,234,56", "1234,567,890", "1..5", "--5",
])  # fmt: skip
def test_what_can_be_read_in_two_ways_is_not_guessed(typed: str) -> None:
    """A word may be worth a thousand; what follows no rule of writing may be anything."""
    assert written_otherwise.number(typed) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-H1", "2026-S1"), ("H2 2026", "2026-S2"), ("Q3 2030", "2030-Q3"),
        ("2030Q3", "2030-Q3"), ("31.12.2026", "2026-12-31"), ("07/2026", "2026-07"),
        ("2026-7", "2026-07"), ("2026/H1", "2026-S1"), ("2026 h2", "2026-S2"),
        ("2026H1", "2026-S1"), ("H1-2026", "2026-S1"), ("H2/2026", "2026-S2"),
        ("2030/Q1", "2030-Q1"), ("2030 q4", "2030-Q4"), ("Q1/2030", "2030-Q1"),
        ("Q2-2030", "2030-Q2"), ("1.2026", "2026-01"), ("12/2026", "2026-12"),
        ("10.2026", "2026-10"), ("2026.9", "2026-09"), ("2026/1", "2026-01"),
        ("2030년", "2030"), ("2030년까지", "2030"), ("2024년 2분기", "2024-Q2"),
        ("2025-1분기", "2025-Q1"), ("2024 2/4분기", "2024-Q2"), ("2025년 상반기", "2025-S1"),
        ("2030년 말까지", "2030"), ("2030년도 이내", "2030"), ("by the end of 2030", "2030"),
        ("2030년 12월 31일까지", "2030-12-31"), ("2030년 12월 말까지", "2030-12"),
        ("제4분기 2024", "2024-Q4"), ("2024년도 제 4분기", "2024-Q4"), ("4/4분기 2024", "2024-Q4"),
        ("상반기 2024", "2024-S1"), ("2024년 하반기 말까지", "2024-S2"),
        ("2025.하반기", "2025-S2"), ("4Q 2023", "2023-Q4"), ("2023-4Q", "2023-Q4"),
        ("2024년 6월", "2024-06"), ("2024. 12월 말", "2024-12"), ("2024년 5주차", "2024-W05"),
        ("20250716", "2025-07-16"), ("2024년 6월 28일", "2024-06-28"), ("2024.6.28.", "2024-06-28"),
        ("1.2.2026", "2026-02-01"), ("13/1/2026", "2026-01-13"), ("31.01.1999", "1999-01-31"),
    ],
)  # fmt: skip
def test_a_period_spelled_otherwise(typed: str, meant: str) -> None:
    """The remedy is the period itself."""
    with pytest.raises(fields.Wrong) as wrong:
        fields.period(typed)
    as_toml = meant if len(meant) in (4, 10) else f'"{meant}"'
    assert wrong.value.remedy == f"write {as_toml}"
    assert str(fields.period(meant)) == meant


@pytest.mark.parametrize(("typed", "remedy"), [
    ("1년", 'write "1 year"'), ("6개월", 'write "6 months"'), ("Quarterly", 'write "3 months"'),
    ("2분기", 'write "6 months"'), ("매월", 'write "1 month"'), ("12-months", 'write "12 months"'),
    ("2년마다", 'write "2 years"'), ("every 2 years", 'write "2 years"'),
    ("매 3개월", 'write "3 months"'), ("분기별", 'write "3 months"'),
    ("매 분기", 'write "3 months"'), ("격년", 'write "2 years"'),
    ("2년에 한 번", 'write "2 years"'), ("연 2회", 'write "6 months"'), ("매년", 'write "1 year"'),
    ("often", 'write "1 year" or "6 months"'), ("0년", 'write "1 year" or "6 months"'),
])  # fmt: skip
def test_a_length_of_time_spelled_otherwise(typed: str, remedy: str) -> None:
    with pytest.raises(fields.Wrong) as wrong:
        fields.cadence(typed)
    assert wrong.value.remedy == remedy


@pytest.mark.parametrize("typed", ["2026. 1. 5.", 20260105, "2026년 1월 5일", "5.1.2026"])
def test_a_day_spelled_otherwise(typed: object) -> None:
    with pytest.raises(fields.Wrong) as wrong:
        fields.day(typed)
    assert wrong.value.remedy == "write 2026-01-05, without quotation marks"


@pytest.mark.parametrize("typed", [
    "1/2/2026", "45.12.2026", "31.13.2026", "2026-H3", "FY2027", "12/1/2026", "1/13/2026",
    "0.1.2026", "31.0.2026", "32.1.2026", "2026-H0", "2026/Q5", "13/2026", "0/2026", "2026.0",
    "20250230", "31.4.2026", "2025년 2월 30일", "3026 H1", "1.2.3026", "2025-5분기",
    "2025년 3반기", "20251340", "24년 1분기", "2025년 13월",
])  # fmt: skip
def test_a_day_that_is_none_or_may_be_two(typed: str) -> None:
    """The first of February is the second of January elsewhere."""
    assert written_otherwise.period(typed) is None


def test_a_line_that_nobody_typed_is_not_searched() -> None:
    """A search that tries every blank after every blank would never end in a line of 1 MiB."""
    assert written_otherwise.at_place("a = 12,5", 7) is not None
    assert written_otherwise.at_place("a = 12,5 " + " " * 2_000, 7) is None


@pytest.mark.parametrize("typed", [20260230, "2026. 2. 30.", "31.4.2026"])
def test_a_day_that_is_in_no_calendar_is_not_advised(typed: object) -> None:
    with pytest.raises(fields.Wrong) as wrong:
        fields.day(typed)
    assert wrong.value.remedy == "write one such as 2024-06-30, without quotes"
