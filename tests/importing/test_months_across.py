"""A row for each year, a column for each month or quarter. All figures are invented."""

from __future__ import annotations

import pytest

from tests.importing.conftest import Take

BLS = """\
Series Id:,LNX1
Type of data:,Percent or rate

Year,Jan,Feb,Mar,Annual
2022,3.4,3.6,3.5,3.6
2023,3.7,,,
"""


def test_a_series_of_the_bls(take: Take) -> None:
    """The mean of the year is no month, and it is told that it is not read."""
    took = take(BLS)
    assert took.facts == [("2022-01", 3.4), ("2022-02", 3.6), ("2022-03", 3.5), ("2023-01", 3.7)]
    assert took.fates[-2:] == ["skipped", "skipped"]
    assert 'not read, being no period: "Annual"' in took.answer["notes"]


@pytest.mark.parametrize(("head", "periods"), [
    ("연도,1월,2월,3월", ["2022-01", "2022-02", "2022-03"]),
    ("Year,Q1,Q2,Q3", ["2022-Q1", "2022-Q2", "2022-Q3"]),
    ("연도,1/4,2/4,3/4", ["2022-Q1", "2022-Q2", "2022-Q3"]),
    ("Year,January,February,March", ["2022-01", "2022-02", "2022-03"]),
])  # fmt: skip
def test_parts_of_a_year_by_their_names(take: Take, head: str, periods: list[str]) -> None:
    took = take(f"{head}\n2022년,4,5,6\n")
    assert took.facts == list(zip(periods, (4, 5, 6), strict=True))


@pytest.mark.parametrize("head", [
    "Jahr,Jan,Feb,März,Apr,Mai,Jun,Jul,Aug,Sep,Okt,Nov,Dez",
    "Jahr,Januar,Februar,März,April,Mai,Juni,Juli,August,September,Oktober,November,Dezember",
    "Année,Janv.,Févr.,Mars,Avril,Mai,Juin,Juil.,Août,Sept.,Oct.,Nov.,Déc.",
    "Año,Ene,Feb,Mar,Abr,May,Jun,Jul,Ago,Sep,Oct,Nov,Dic",
    "Anno,Gen,Feb,Mar,Apr,Mag,Giu,Lug,Ago,Set,Ott,Nov,Dic",
    "Ano,Jan,Fev,Mar,Abr,Mai,Jun,Jul,Ago,Set,Out,Nov,Dez",
    "Jahr,Jän,Feb,Mär,Apr,Mai,Jun,Jul,Aug,Sep,Okt,Nov,Dez",
    "Year,januar,februar,mars,april,mai,juni,juli,august,september,oktober,november,desember",
    "Year,Jan,Feb,Marts,Apr,Maj,Jun,Jul,Augusti,Sep,Okt,Nov,Des",
])  # fmt: skip
def test_all_months_in_other_languages(take: Take, head: str) -> None:
    """Those that are called in English as well were recorded, and the others left out."""
    took = take(f"{head}\n2022,{','.join(map(str, range(4, 16)))}\n")
    assert took.facts == [(f"2022-{nth:02}", nth + 3) for nth in range(1, 13)]


def test_quarters_of_the_romance_languages(take: Take) -> None:
    """Also where one is named: it is no figure of the year."""
    table = "Année,T1,T2,T3,T4\n2022,4,5,6,7\n2023,5,6,7,8\n"
    assert take(table).facts[:2] == [("2022-Q1", 4), ("2022-Q2", 5)]
    assert 'the figures those of "T1"' in take(table, "--value-column", "T1").said
    months = "Jahr,Februar,Mai\n2022,4,5\n2023,5,6\n"
    assert 'the figures those of "Mai"' in take(months, "--value-column", "Mai").said


def test_a_month_that_nobody_knows(take: Take) -> None:
    """Figures between two months are those of a month."""
    took = take("Year,Jan,Feb,Mar,Apr,Máj,Jun\n2022,4,5,6,7,8,9\n")
    assert took.code == 4
    assert '"Máj" has figures among the months, and is none that is known' in took.said
    quarters = take("Year,Jan,Feb,Mar,Q1 total,Apr\n2022,4,5,6,15,7\n")
    assert 'not read, being no period: "Q1 total"' in quarters.answer["notes"]


def test_a_month_that_is_provisional(take: Take) -> None:
    took = take("연도,1월,2월,3월(p)\n2022,4,5,6\n")
    assert [row["status"] for row in took.answer["rows"]] == ["final", "final", "provisional"]


def test_rows_of_two_countries(take: Take) -> None:
    table = "Year,Country,Unit,Q1,Q2,Q3\n2022,Korea,%,4,5,6\n2022,Japan,%,7,8,9\n"
    assert 'choose one with --filter "Country=Korea"' in take(table).said
    assert take(table, "--filter", "Country=Japan").facts[0] == ("2022-Q1", 7)
    assert take(table, "--filter", "Country=Japan", target="firms").fates == ["refused"] * 3


@pytest.mark.parametrize("table", [
    "Year,Jan,Feb,Mar\n2022-23,4,5,6\n", "Year,Jan,Feb,value\n2022,4,5,6\n",
    "Year,Jan,Feb\n2022,4,5\n", "Year,May,Feb,Mar\nJan,4,5,6\n",
])  # fmt: skip
def test_what_is_no_such_table(take: Take, table: str) -> None:
    """Of financial years, with figures of its own, or too small to be known."""
    assert take(table).answer.get("rows", [{"period": "2022"}])[0]["period"] in ("2022", None)


def test_the_first_months_of_each_year_are_not_read(take: Take) -> None:
    took = take("Year,Jan,Feb,Mar,Jan-Mar\n2022,4,5,6,5\n")
    assert len(took.facts) == 3
    assert 'not read, being no period: "Jan-Mar"' in took.answer["notes"]
    quarters = take("Year,Jan-Mar,Apr-Jun,Jul-Sep,Oct-Dec\n2022,4,5,6,5\n")
    assert quarters.facts == [("2022-Q1", 4), ("2022-Q2", 5), ("2022-Q3", 6), ("2022-Q4", 5)]


@pytest.mark.parametrize("last", ["Decmber", "Dec (1)", "Dec*", "joulu"])
def test_the_only_month_that_is_missing_is_asked_about(take: Take, last: str) -> None:
    """It was left out with a remark, and eleven months of each year were recorded."""
    eleven = "Year,Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov"
    figures = ",".join(map(str, range(4, 16)))
    took = take(f"{eleven},{last}\n2022,{figures}\n")
    assert took.code == 4
    assert f'"{last}" has figures where a month or quarter is missing' in took.said
    assert len(take(f"{eleven},Total\n2022,{figures}\n").facts) == 11


@pytest.mark.parametrize(("head", "named"), [
    ("Year,Q1,Q2,Q3,4th", "4th"), ("Year,Q1,Q2,Q3,Q4 (est.)", "Q4 (est.)"),
    ("Year,1st,Q2,Q3,Q4", "1st"), ("Year,Jan,Feb,Mar (1),Apr", "Mar (1)"),
])  # fmt: skip
def test_a_quarter_that_nobody_knows(take: Take, head: str, named: str) -> None:
    took = take(f"{head}\n2022,4,5,6,7\n")
    assert took.code == 4
    assert f'"{named}" has figures' in took.said


@pytest.mark.parametrize("head", ["", "구분", "Item"])
def test_years_under_a_name_that_says_nothing(take: Take, head: str) -> None:
    """To name the column was no help: it took the table for one of a row for each period."""
    table = f"{head},1분기,2분기,3분기,4분기\n2022년,4,5,6,7\n2023년,5,6,7,8\n"
    assert take(table).facts[3:5] == [("2022-Q4", 7), ("2023-Q1", 5)]
    column = ("--period-column", head or "column 1")
    assert take(table, *column).facts == take(table).facts


@pytest.mark.parametrize("head", ["Fiscal year,Q1,Q2,Q3,Q4", "FY,Q1,Q2,Q3,Q4"])
def test_quarters_of_a_financial_year_are_none_of_the_calendar(take: Take, head: str) -> None:
    table = f"{head}\n2022,4,5,6,7\n2023,5,6,7,8\n"
    assert take(table).code == 4
    assert take(table, "--period-column", head.partition(",")[0]).code == 4


def test_months_that_begin_with_april(take: Take) -> None:
    """Those behind December were recorded in the year before their own."""
    took = take("Year,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec,Jan,Feb,Mar\n2022"
                + ",4" * 12 + "\n")  # fmt: skip
    assert took.code == 4
    assert 'the columns go from "Apr" to "Mar", over the end of a year' in took.said
    assert take("Year,Mar,Feb,Jan\n2022,6,5,4\n").facts[0] == ("2022-03", 6)


@pytest.mark.parametrize("table", [
    "x,Jan,Feb,Mar\n2022,4,5,6\n",
    "x,Jan,Feb,Mar\n2022,4,5,6\n,,,\n",
    "2021 edition,,,\n,Jan,Feb,Mar\n2022,4,5,6\n",
])  # fmt: skip
def test_a_table_of_a_single_year(take: Take, table: str) -> None:
    """It is known by it, whatever stands above or below."""
    assert take(table).facts == [("2022-01", 4), ("2022-02", 5), ("2022-03", 6)]


def test_a_first_column_of_more_than_years(take: Take) -> None:
    """A header is above nothing but years: of what stands between nobody knows what it says."""
    took = take("x,Jan,Feb,Mar\nproject,1,2,3\n2022,4,5,6\n")
    assert took.code == 4
    assert "no column of periods and of figures is known" in took.said


def test_rows_that_are_none_of_months(take: Take) -> None:
    """A remark below is one; a figure without its year is refused, an empty year skipped."""
    table = "Year,Jan,Feb,Mar\n2023,5,6,7\n2024,,,\n,9,,\nSource: BLS,,,\n"
    told = [(row["where"], row["period"], row["fate"], row["reason"])
            for row in take(table).answer["rows"]]  # fmt: skip
    assert told == [
        *[(f"row 2, {name}", f"2023-0{nth}", "new", None)
          for nth, name in enumerate(("Jan", "Feb", "Mar"), 1)],
        *[(f"row 3, {name}", None, "skipped", "empty") for name in ("Jan", "Feb", "Mar")],
        ("row 4, Jan", None, "refused",
         '"Jan" has no year; write both into each row, or name both columns with'
         ' --period-column'),
        *[(f"row 4, {name}", None, "skipped", "empty") for name in ("Feb", "Mar")],
        ("row 5", None, "skipped", "a note"),
    ]  # fmt: skip


def test_a_row_of_months_with_a_comma_in_a_figure(take: Take) -> None:
    """12,345 without quotation marks would give its end to the next month."""
    took = take("Year,Jan,Feb,Mar\n2023,5,6,7\n2024,5,12,345,6\n")
    assert took.fates == ["new"] * 3 + ["refused"] * 3
    assert "the row has 5 cells and the header 4" in took.said
    semicolons = "Year;Jan;Feb;Mar\n2023;5,5;6,5;7,5\n"
    assert [value for _, value in take(semicolons, "--decimal", ",").facts] == [5.5, 6.5, 7.5]


@pytest.mark.parametrize(("head", "asked"), [
    ("Q1,Q2,Q3,Zahl,Year", "Zahl"), ("Zahl,Q2,Q3,Q4,Year", "Zahl"), ("Year,Q1,Q2,Q3,Zahl", "Zahl"),
    ("Year,Zahl,Q2,Q3,Q4", "Zahl"), ("Q1,Q2,Q3,Total,Year", ""), ("Year,Mean,Q2,Q3,Q4", ""),
])  # fmt: skip
def test_figures_where_a_quarter_is_missing(take: Take, head: str, asked: str) -> None:
    """At either end of the table, and of the row."""
    rows = "".join(
        ",".join(year if name == "Year" else "5" for name in head.split(",")) + "\n"
        for year in ("2023", "2024")
    )
    took = take(f"{head}\n{rows}")
    assert (took.code == 4) == bool(asked)
    assert f'"{asked}" has figures where a month or quarter is missing' in took.said or not asked


def test_columns_that_are_no_months_are_named(take: Take) -> None:
    """The first five; one that holds nothing is no column of figures."""
    names = ("Annual", "Total", "Average", "Mean", "Sum", "YTD")
    table = f"Year,Jan,Feb,Mar,{','.join(names)},x\n2023{',5' * 9},\n2024{',5' * 9},\n"
    listed = ", ".join(f'"{name}"' for name in names[:5])
    assert take(table).answer["notes"] == [f"not read, being no period: {listed}"]
    assert take("Year,Jan,Feb,Mar,x\n2023,5,6,7,\n").answer["notes"] == []
