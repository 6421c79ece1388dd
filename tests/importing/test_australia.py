"""Time series workbooks of the Australian Bureau of Statistics. All figures are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.conftest import Take

TABLE = """\
,"Firms ;  With AI ;","Firms ;  Share with AI ;","Firms ;  Share with AI ;"
Unit,000,Percent,Percent
Series Type,Original,Original,Seasonally Adjusted
Frequency,Quarter,Month,Month
Collection Month,3,1,1
Series Start,Mar-2020,Feb-2020,Feb-2020
No. Obs,25,75,75
Series ID,A1A,A2B,A3C
2024-03-01 00:00:00,14.1,5.1,5.2
2024-06-01 00:00:00,,5.3,5.4
"""


def test_a_series_of_the_bureau_is_chosen_by_its_identifier(take: Take) -> None:
    """Its unit and its rhythm stand above it."""
    assert take(TABLE, "--filter", "Series ID=A2B").facts == [("2024-03", 5.1), ("2024-06", 5.3)]
    for unit in ("000", "000 Companies"):
        took = take(TABLE.replace("000", unit, 1), "--filter", "Series ID=A1A", target="firms")
        assert took.shown == [("2024-Q1", 14100)]
        assert took.answer["rows"][0]["where"] == "row 9, A1A"
    assert took.fates == ["new", "skipped"]


@pytest.mark.parametrize(("lines", "value"), [
    ('[[take]]\ntarget = "share"\nfilter = { "Series ID" = "A3C" }', 5.2),
    ('header = [8]\n[columns]\nperiod = "Series ID"\nvalue = "A2B"', 5.1),
    ('[columns]\nperiod = "Series ID"\nvalue = "A2B"', 5.1),
    ("header = [8]", None), ('layout = "long"', None),
])  # fmt: skip
def test_what_a_mapping_says_of_the_table(
    take: Take, tmp_path: Path, lines: str, value: float | None
) -> None:
    """It may name a series, or read the rows otherwise than those of the bureau."""
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(f'period_style = "month"\n{lines}', "utf-8")
    target = None if "[[take]]" in lines else "share"
    took = take(TABLE, "--mapping", str(mapping), target=target)
    assert "the table has 3 series" not in took.said
    if value is not None:
        assert took.facts[0] == ("2024-03", value)


def test_series_that_fill_the_gaps_of_one_another(take: Take) -> None:
    table = TABLE.replace(",5.1,5.2", ",5.1,").replace(",5.3,5.4", ",,5.4")
    said = take(table, "--filter", "Frequency=Month").said
    assert 'Series ID ("A2B", "A3C")' in said


def test_the_unit_of_another_series_is_not_taken(take: Take) -> None:
    took = take(TABLE, "--filter", "Series ID=A2B", target="firms")
    assert took.fates == ["refused", "refused"]
    assert "'5.1 %' is a percentage, and the unit is \"companies\"" in took.said


def test_one_of_several_series_is_asked_for(take: Take) -> None:
    said = take(TABLE).said
    assert 'the table has 3 series; choose one with --filter "Series ID=A1A", of A1A' in said
    assert 'A3C ("Firms ; Share with AI ;", "Seasonally Adjusted")' in said
    took = take(TABLE, "--filter", "Series=Firms ; Share with AI ;")
    assert 'choose one with --filter "Series Type=Original"' in took.said


def test_no_more_than_six_series_are_listed(take: Take) -> None:
    """Columns without a series between them are none."""
    rows = [row.split(",") for row in (
        "Unit,Percent", "Series Type,Original", "Frequency,Month", "Series ID,A{}",
        "2024-03-01 00:00:00,5.1"
    )]  # fmt: skip

    def series(number: int) -> str:
        return "\n".join(
            ",".join((name, *(cell.format(nth) for nth in range(number)), ""))
            for name, cell in rows
        )

    assert take(series(1)).shown == [("2024-03", 5.1)]
    six, seven = take(series(6)).said, take(series(7)).said
    assert "the table has 6 series; " in six
    assert 'A5 ("Original")' in six
    assert "…" not in six
    assert "the table has 7 series; " in seven
    assert seven.rstrip().endswith('A5 ("Original"), …')


def test_a_row_of_units_without_a_unit(take: Take) -> None:
    table = "Unit\nSeries ID,A1\nMar-2024,5.1\n"
    assert take(table).facts == [("2024-03", 5.1)]


@pytest.mark.parametrize("table", [
    TABLE.replace("Series ID", "Number"), TABLE.replace("Unit,", "Size,"),
])  # fmt: skip
def test_another_table_is_none_of_the_bureau(take: Take, table: str) -> None:
    assert "no column of periods" in take(table).said
