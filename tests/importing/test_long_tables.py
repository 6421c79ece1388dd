"""Tables with a row for each period: which columns hold what, and which rows are none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.importing.conftest import Take
from tests.importing.sheets import xlsx

BOTH = [("2023", 3), ("2024", 4)]


@pytest.fixture
def mapping(tmp_path: Path):  # type: ignore[no-untyped-def]
    """`mapping(text)`: the options that name a mapping file with this text."""

    def options(text: str) -> tuple[str, str]:
        path = tmp_path / "mapping.toml"
        path.write_text(text, "utf-8")
        return "--mapping", str(path)

    return options


# --- which columns ----------------------------------------------------------------------------


def test_regions_are_no_periods(take: Take) -> None:
    """The first column is one of periods by its name, or where it has none and nothing else."""
    took = take("Region,Value\nSeoul,3\nBusan,4\n")
    assert took.code == 4
    assert '"Value" has the figures, but no column of periods is known' in took.said
    took = take(",Value,Note\nSeoul,3,a\nBusan,4,b\n")
    assert (took.code, took.answer) == (4, {})


def test_periods_below_no_name(take: Take) -> None:
    """Two of them, for a single number may be anything."""
    assert take(",Value,Note\n2023,3,a\n").code == 4
    assert take(",Value,Note\n2023,3,a\n2024,4,b\n").facts == BOTH


@pytest.mark.parametrize("name", ["Month", "month", "Quarter"])
def test_months_in_the_first_column(take: Take, name: str) -> None:
    """Such a name is one of periods there, and may be that of another thing elsewhere."""
    part = "Q1" if name == "Quarter" else "01"
    assert take(f"{name},Value\n2023-{part},3\n").facts == [(f"2023-{part}", 3)]
    assert take(f"Country,{name}\nKorea,2023-{part}\n").code == 4


@pytest.mark.parametrize(
    ("name", "style", "part", "period"),
    [
        ("Month", "month", "5", "2024-05"), ("Quarter", "quarter", "2", "2024-Q2"),
        ("반기", "semester", "1", "2024-S1"), ("Week", "week", "5", "2024-W05"),
        *((name, "month", "5", "2024-05") for name in ("Monat", "Mois", "월")),
        *((name, "quarter", "2", "2024-Q2") for name in ("Quartal", "Trimestre", "분기")),
        *((name, "semester", "1", "2024-S1") for name in ("Half", "Semester", "Halbjahr")),
        ("주", "week", "12", "2024-W12"),
    ],
)  # fmt: skip
def test_a_part_of_the_year_beside_the_year(
    take: Take, name: str, style: str, part: str, period: str
) -> None:
    """Also in a table of one row: its figure is none of the year. What is said to type is read."""
    table = f"Year,{name},Value\n2024,{part},3\n"
    took = take(table)
    both = f'--period-column "Year" --period-column "{name}" --period-style {style}'
    said = f'beside the years of "Year" there is a column "{name}"; add {both}'
    assert (took.code, took.said.strip()) == (4, f"kpi: file: {said}")
    options = ("--period-column", "Year", "--period-column", name, "--period-style", style)
    assert take(table, *options).facts == [(period, 3)]


def test_an_empty_column_of_months_beside_the_years(take: Take) -> None:
    """Also where rows end before it."""
    assert take("Year,Value,Month\n2023,3\n2024,4,\n").facts == BOTH
    assert take("Year,Value,Month\n2023,3\n2024,4,1\n").code == 4


def test_a_column_of_months_beside_periods_that_have_them(take: Take) -> None:
    """It says nothing that they do not."""
    took = take("Period,Month,Value\n2024-05,5,3\n2024-06,6,4\n")
    assert took.facts == [("2024-05", 3), ("2024-06", 4)]


def test_two_columns_of_years_that_differ(take: Take) -> None:
    """A gap in one of them says nothing."""
    took = take("period,year,value\n2022,2021,3\n2023,,4\n2024,2023,5\n")
    assert took.code == 4
    assert 'both "period" and "year" have years, and not the same' in took.said
    alike = take("period,year,value\n2022,2022,3\n2023,,4\n")
    assert alike.facts == [("2022", 3), ("2023", 4)]


def test_the_only_named_column_below_a_title_has_the_figures(take: Take) -> None:
    """One of remarks beside it has no name."""
    table = "Survey of firms\nPeriod,Firms asked,,\n2023,3,x\n2024,4,y\n"
    assert take(table).facts == BOTH
    table = "Survey,of firms,\nPeriod,Share asked,\n2023,3,5\n2024,4,6\n"
    assert take(table).facts == BOTH


def test_months_beside_a_column_that_is_known(take: Take) -> None:
    """The name that is known goes before that of the first column."""
    table = "Month,Period,Value\n1,2023,3\n1,2024,4\n"
    took = take(table)
    assert (took.code, took.answer) == (4, {})
    assert 'beside the years of "Period" there is a column "Month"' in took.said


def test_a_column_of_flags_beside_the_only_one_of_figures(take: Take) -> None:
    took = take("Period,Firms asked,flags\n2023,3,e\n2024,4,\n")
    assert took.facts == BOTH
    assert [row["status"] for row in took.answer["rows"]] == ["estimated", "final"]


def test_parts_without_a_year_beside_them_are_not_asked_about(take: Take) -> None:
    """Nothing stands in the column of the years: each row says so by itself."""
    took = take("Period,Month,Value\n,1,3\n,2,4\n")
    assert (took.code, took.fates) == (4, ["refused", "refused"])
    assert "beside the years" not in took.said


# --- Open SDG ---------------------------------------------------------------------------------

SPLIT = "Year,Sex,Value\n2023,,3\n2023,Female,2\n2024,,4\n2024,Female,3\n"


def test_a_file_of_open_sdg_has_a_headline(take: Take, mapping, project: Path) -> None:  # type: ignore[no-untyped-def]
    """Its rows with a disaggregation are parts; who says that it is a plain file is asked."""
    took = take(SPLIT, write=True)
    assert (took.code, took.shown) == (0, BOTH)
    assert [path.name for path in project.glob("observations/*/*")] == [
        "batch_2025-06-30_opensdg.toml"
    ]
    took = take(SPLIT, *mapping('file = "csv"\n'), published="2025-07-31")
    assert took.code == 4
    assert '2023 stands in 2 rows (row 2, row 3) that differ in Sex ("", "Female")' in took.said


@pytest.mark.parametrize(("name", "cells", "status"), [
    ("is_final", ("1", "0"), "provisional"), ("잠정여부", ("N", "Y"), "provisional"),
    ("Note", ("", "provisional"), "provisional"), ("Value flag", ("", "p"), "provisional"),
    ("비고", ("", "추정치"), "estimated"), ("Status", ("Final", "Final"), "final"),
])  # fmt: skip
def test_a_mark_is_no_disaggregation(
    take: Take, name: str, cells: tuple[str, str], status: str
) -> None:
    """Rows with a remark were left out, and those with an answer refused."""
    took = take(f"Year,{name},Value\n2023,{cells[0]},3\n2024,{cells[1]},4\n")
    assert took.facts == BOTH
    assert [row["status"] for row in took.answer["rows"]] == ["final", status]
    parts = f"Year,Sex,{name},Value\n2023,,{cells[0]},3\n2024,,{cells[1]},4\n2024,F,{cells[1]},5\n"
    assert take(parts).facts == BOTH
    none = take(f"Year,Sex,{name},Value\n2023,F,{cells[0]},3\n")
    assert "every row is disaggregated (by Sex), and there is no headline row" in none.said


MEASURES = "Year,Series,Sex,Units,Value\n" + "".join(
    f"{year},{series},{sex},{unit},{value}\n"
    for year, value in BOTH
    for sex in ("", "F")
    for series, unit in (("deaths", "Number"), ("share", "Percentage (%)"))
)


def test_rows_in_the_unit_of_the_target(take: Take, tmp_path: Path) -> None:
    """An indicator has several measures, of which the rows of one alone are in the unit."""
    took = take(MEASURES)
    assert (took.facts, took.answer["unchosen"]) == (BOTH, 6)
    assert took.answer["notes"] == ['left out, as in another unit: "Number"']
    (tmp_path / "m.toml").write_text(
        '[[take]]\ntarget = "share"\n[[take]]\ntarget = "firms"\n', "utf-8"
    )
    counted = MEASURES.replace("Number", "companies")
    two = take(counted, "--mapping", str(tmp_path / "m.toml"), target=None).answer
    assert [(row["id"], row["value"]) for row in two["rows"]] == [
        ("firms", 3), ("share", 3), ("firms", 4), ("share", 4),
    ]  # fmt: skip
    assert two["notes"] == []
    none = take(MEASURES, target="firms").said
    assert 'differ in Series ("deaths", "share") and in Units ("Number", "Percentage (%)")' in none
    assert 'choose one with --filter "Series=deaths"\n' in none
    nameless = MEASURES.replace("share,", "deaths,")
    for options in ((), ("--unit", "companies")):
        said = take(nameless, *options, target="firms").said
        assert 'choose one with --filter "Units=Number"' in said


@pytest.mark.parametrize("rows", [
    "2023,,Proportion,0.1\n2023,,%,3\n2024,,%,4\n",  # may be the same
    "2023,,%,3\n2024,,Number,4\n",  # goes on in another unit
    "2023,,Number,3\n2024,,Number,4\n",
])  # fmt: skip
def test_rows_in_another_unit_are_asked_about(take: Take, rows: str) -> None:
    """A share may stand under another name, and what goes on in another unit may be the same."""
    assert take(f"Year,Sex,Units,Value\n{rows}").code == 4


def test_a_period_in_two_columns_is_none_of_open_sdg(take: Take) -> None:
    options = ("--period-column", "Year", "--period-column", "Month", "--period-style", "month")
    took = take("Year,Month,Sex,Value\n2023,1,,3\n2023,1,Female,4\n", *options)
    assert took.code == 4
    assert "2023-01 stands in 2 rows (row 2, row 3) that differ in Sex" in took.said


def test_a_plain_file_is_named_as_one(take: Take, project: Path) -> None:
    assert take("Period,Value\n2023,3\n", write=True).code == 0
    assert [path.name for path in project.glob("observations/*/*")] == ["batch_2025-06-30_csv.toml"]


# --- rows that are none -----------------------------------------------------------------------


@pytest.mark.parametrize("row", ["Unit,%", "Series ID,1234", "vector,96", "Base,2020=100"])
def test_what_stands_between_the_names_and_the_first_figure(take: Take, row: str) -> None:
    took = take(f"Year,Value\n{row}\n2023,3\n2024,4\n")
    assert took.facts == BOTH
    assert took.reasons[0] == "a note"


def test_a_figure_above_the_first_period_is_no_remark(take: Take) -> None:
    """It may be the first one, and its period misspelt."""
    took = take("Year,Value\nunknown,2\n2023,3\n2024,4\n")
    assert (took.code, took.fates) == (4, ["refused", "new", "new"])


def test_a_remark_below_a_table_of_several_takes(take: Take, mapping) -> None:  # type: ignore[no-untyped-def]
    """Where each names its own column there is none in which a remark could be a figure."""
    takes = '[[take]]\nvalue = "A"\ntarget = "share"\n[[take]]\nvalue = "B"\ntarget = "firms"\n'
    took = take("Year,A,B\n2023,3,30\n2024,4,40\nSource: the office\n", *mapping(takes),
                target=None)  # fmt: skip
    assert took.facts == [("2023", 3), ("2023", 30), ("2024", 4), ("2024", 40)]
    assert (took.fates[-1], took.reasons[-1]) == ("skipped", "a note")


@pytest.mark.parametrize("table", [
    "시점,이용률,\n2023,3,x\n2024,4,y\n2025,-,z\n", "시점,이용률,\n2023,3,x\n2024,4,y\n2025\n",
    "시점,value,값\n2023,3,a\n2024,4,b\n", "Year,,Value\n2023,,3\n2024,,4\n",
    "Year,,Sex,Value\n2023,,,3\n2024,,,4\n",
])  # fmt: skip
def test_columns_beside_the_figures_that_hold_none(take: Take, table: str) -> None:
    """Without a name, without a cell, or with words under the name of a figure."""
    assert take(table).facts == BOTH


def test_a_column_of_years_under_a_name_that_nobody_knows(take: Take) -> None:
    """The year of what? One without a name, before all others, is the first of a table."""
    assert "no column of periods is known" in take("Foo,Value\n2023,3\n2024,4\n").said
    assert take(",Value\n2023,3\n2024,4\n").facts == BOTH


@pytest.mark.parametrize("short", ["", "2022\n"])
def test_months_beside_years_also_where_a_row_is_short(take: Take, short: str) -> None:
    said = take(f"Year,Value,Month\n2022,4,1\n{short}2023,5,2\n").said
    assert 'beside the years of "Year" there is a column "Month"' in said


def test_takes_beside_a_column_that_bears_the_name_of_figures(take: Take, mapping: Any) -> None:
    options = mapping(
        '[[take]]\ntarget = "share"\nvalue = "전국"\n'
        '[[take]]\ntarget = "share"\nseries = "survey"\nvalue = "서울"\n'
    )
    assert take("시점,전국,서울,값\n2023,3,4,7\n", *options, target=None).facts == [
        ("2023", 3), ("2023", 4)
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["時間軸", "時間軸（年次）", "時間軸(年)"])
def test_the_periods_of_japan(take: Take, name: str) -> None:
    assert take(f"表章項目,{name},value\n率,2024年,7\n").facts == [("2024", 7)]
    codes = f"{name} コード,{name} 補助コード,{name},value\n2023000000,,2023年,***\n"
    assert take(f"{codes}2024000000,,2024年,7\n").facts == [("2024", 7)]


@pytest.mark.parametrize(("year", "part", "value"), [
    ("Año", "Mes", "Valor"), ("Ano", "Mês", "Valor"), ("Anno", "Mese", "Valore"),
    ("Jaar", "Maand", "Waarde"), ("年", "月", "値"), ("年份", "月份", "数值"),
])  # fmt: skip
def test_a_month_beside_a_year_in_other_languages(
    take: Take, year: str, part: str, value: str
) -> None:
    """A filter for one of them made its figures those of whole years."""
    table = f"{year},{part},{value}\n2020,1,3\n2020,2,4\n2021,1,4\n"
    both = ("--period-column", year, "--period-column", part, "--period-style", "month")
    assert f'--period-column "{part}" --period-style month' in take(table).said
    assert take(table, *both).facts == [("2020-01", 3), ("2020-02", 4), ("2021-01", 4)]
    assert f"the figures those of {part}" in take(table, "--filter", f"{part}=1").said


@pytest.mark.parametrize("parts", [("1/4", "2/4", "3/4"), ("1", "2", "3")])
def test_a_year_that_stands_above_its_parts_alone(take: Take, parts: tuple[str, ...]) -> None:
    """A part that does not follow the one above it may be of the next year."""
    rows = "연도,분기,값\n2023,{},5\n,{},6\n,{},7\n"
    options = ("--period-column", "연도", "--period-column", "분기", "--period-style", "quarter")
    took = take(rows.format(*parts), *options)
    assert took.facts == [("2023-Q1", 5), ("2023-Q2", 6), ("2023-Q3", 7)]
    assert take(rows.format(*parts[1:], parts[0]), *options).fates == ["new", "new", "refused"]


def test_a_quarter_beside_its_period_is_a_label(take: Take) -> None:
    table = "period,Quarter,value\n2023-Q1,Q1,-\n2023-Q2,Q2,-\n2023-Q3,Q3,7\n"
    options = [("--filter", f"Quarter=Q{nth}") for nth in (1, 2, 3)]
    took = take(table, *(word for option in options for word in option))
    assert took.fates == ["skipped", "skipped", "new"]


@pytest.mark.parametrize("total", ["계", "합계", "총계", "Total"])
def test_a_total_below_the_periods_is_left_out(take: Take, total: str) -> None:
    """And said to be one; above others it is none of them."""
    took = take(f"시점,값\n2023.1월,5\n2023.2월,6\n{total},11\n")
    assert took.facts == [("2023-01", 5), ("2023-02", 6)]
    assert took.answer["rows"][-1]["reason"] == "a total of the others"
    above = take(f"시점,값\n{total},11\n2023.1월,5\n2023.2월,6\n")
    assert above.facts == took.facts
    assert above.answer["rows"][0]["reason"] == "a total of the others"
    assert take(f"시점,값\n2023.1월,5\n{total},5\n2023.2월,6\n").fates[1] == "refused"


def test_months_that_end_halves_of_a_year(take: Take) -> None:
    table = "시점,값\n2022.06,5\n2022.12,6\n2023.06,7\n"
    took = take(table, "--period-style", "semester")
    assert took.facts == [("2022-S1", 5), ("2022-S2", 6), ("2023-S1", 7)]
    odd = take(table.replace("2023.06", "2023.05"), "--period-style", "semester")
    assert odd.fates == ["skipped"] * 3


@pytest.mark.parametrize(("months", "asked"), [
    ((3, 6, 9, 12), True), ((6, 12, 18, 24, 27), False), ((3, 6, 9, 15, 18), True),
])  # fmt: skip
def test_months_three_apart_may_be_quarters(
    take: Take, months: tuple[int, ...], asked: bool
) -> None:
    rows = "".join(f"{2022 + (nth - 1) // 12}.{(nth - 1) % 12 + 1}월,{nth}\n" for nth in months)
    assert ("follow each other by threes" in take("시점,값\n" + rows).said) is asked


@pytest.mark.parametrize("legend", [":,not available", ":,,not available", "b,,break in series"])
def test_the_legend_of_marks_below_a_wide_table(take: Take, legend: str) -> None:
    took = take(f"Item,,2022,2023\nRate,,5,6\n{legend}\n")
    assert took.facts == [("2022", 5), ("2023", 6)]


@pytest.mark.parametrize("foot", [
    "Special value:,\n:,not available\nAvailable flags:,\nb,break in time series\np,provisional\n",
    'Special value\n:,not available\n"bp","break in time series, provisional"\n',
])  # fmt: skip
def test_the_legend_of_marks_below_a_long_table(take: Take, foot: str) -> None:
    """Eurostat's foot is none of its rows."""
    took = take(f"TIME,Rate\n2023,3\n2024,4\n\n{foot}")
    assert took.facts == BOTH
    assert set(took.fates[2:]) == {"skipped"}


@pytest.mark.parametrize("head", [["TIME", "DE", None, "ES", None],
                                  ["TIME", "DE", "DE", "ES", "ES"]])  # fmt: skip
@pytest.mark.parametrize("merged", [(), ("B1:C1", "D1:E1")])
@pytest.mark.parametrize("own", [True, False])
def test_each_column_of_figures_has_the_flags_beside_it(
    take: Take, head: list[str | None], merged: tuple[str, ...], own: bool
) -> None:
    """Eurostat's, with the countries beside each other: a p was passed over, or taken for all."""
    rows = [["2023", 3, None, 5, "p"], ["2024", 4, "p" if own else None, 6, "e"]]
    book = xlsx([head, *rows], merged)
    for column, read in (("DE", ["final", "provisional" if own else "final"]),
                         ("ES", ["provisional", "estimated"])):  # fmt: skip
        took = take(book, "--value-column", column)
        assert [row["status"] for row in took.answer["rows"]] == read, took.said


@pytest.mark.parametrize("mark", ["p", "잠정치"])
def test_a_mark_far_down_in_a_column_without_a_heading(take: Take, mark: str) -> None:
    months = [f"{2017 + nth // 12}-{nth % 12 + 1:02}" for nth in range(99)]
    took = take("TIME,Rate,\n" + "".join(f"{month},6,\n" for month in months[:-1])
                + f"{months[-1]},6,{mark}\n")  # fmt: skip
    assert [row["status"] for row in took.answer["rows"]] == ["final"] * 98 + ["provisional"]
    rows = "".join(f"A{nth},3,,4,\n" for nth in range(80))
    wide = take(f"Area,2023,,2024,\n{rows}B,3,,4,p\n", "--filter", "Area=B")
    assert [row["status"] for row in wide.answer["rows"]] == ["final", "provisional"]


def test_what_the_bundesbank_tells_above_its_periods(take: Take) -> None:
    """In the column of the periods, which has no name: none could be typed for it."""
    above = "Einheit;Prozent;\nDimension;Eins;\nStand vom;15.10.2024 10:00:00 Uhr;\n"
    table = (
        f'"";BBK01.A;BBK01.A_FLAGS\n"";Quote;\n{above}2024-07;7,1;\n2024-08;7,2;Vorläufiger Wert\n'
    )
    took = take(table, "--value-column", "BBK01.A")
    assert took.facts == [("2024-07", 7.1), ("2024-08", 7.2)]
    assert [row["status"] for row in took.answer["rows"]][-2:] == ["final", "provisional"]


@pytest.mark.parametrize(("months", "read"), [
    (("2024.09", "2024.12"), ["2024-Q3", "2024-Q4"]),
    (("2024-03", "2024-06"), ["2024-Q1", "2024-Q2"]),
    (("2024.08", "2024.11"), []), (("2024.12",), []), (("2024.09", "2024.10"), []),
])  # fmt: skip
def test_two_last_months_are_quarters_where_a_person_says_so(
    take: Take, months: tuple[str, ...], read: list[str]
) -> None:
    """As who imports the two latest ones has; months within a quarter must be more."""
    rows = "".join(f"{month},6.{nth}\n" for nth, month in enumerate(months))
    took = take(f"Period,Value\n{rows}", "--period-style", "quarter")
    assert [period for period, _ in took.shown] == read
