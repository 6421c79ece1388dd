"""Periods with two digits for a year, of an era, with a Roman number or the mark of a forecast."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.conftest import Take


@pytest.mark.parametrize(("text", "period"), [
    ("3Q23", "2023-Q3"), ("Q3'23", "2023-Q3"), ("Q3-23", "2023-Q3"), ("3Q'23", "2023-Q3"),
    ("3Q 23", "2023-Q3"), ("23Q3", "2023-Q3"), ("'23.3Q", "2023-Q3"), ("3T23", "2023-Q3"),
    ("4Q99", "1999-Q4"), ("1H23", "2023-S1"), ("H2'23", "2023-S2"), ("2S23", "2023-S2"),
    ("1. Vj 2023", "2023-Q1"), ("1.Vj. 2023", "2023-Q1"), ("2023 1. Vj.", "2023-Q1"),
    ("2. Halbjahr 2023", "2023-S2"), ("Mar-23", "2023-03"), ("Sept '23", "2023-09"),
    ("März-23", "2023-03"), ("令和5年", "2023"), ("令和元年", "2019"), ("平成30年", "2018"),
    ("令和５年６月", "2023-06"), ("民國112年", "2023"), ("民國113年3月", "2024-03"),
    ("Y2023", "2023"), ("平成30", "2018"),
    ("2 de enero de 2025", "2025-01-02"), ("1er juillet 2024", "2024-07-01"),
    ("1.º de março de 2024", "2024-03-01"), ("enero de 2024", "2024-01"),
    ("31 dicembre del 2023", "2023-12-31"), ("31 December 2023", "2023-12-31"),
    ("31-Dec-2023", "2023-12-31"), ("Dec 31 2023", "2023-12-31"), ("1. März 2024", "2024-03-01"),
])  # fmt: skip
def test_a_year_in_other_words(take: Take, text: str, period: str) -> None:
    """Each has one meaning only, in a row as in a heading."""
    assert take(f"시점,값\n{text},6.4\n").facts == [(period, 6.4)]
    assert take(f"Item,{text},2019-05\nShare,6.4,5\n").shown[0] == (period, 6.4)


@pytest.mark.parametrize("text", [
    "Mar 23", "23-Mar", "T123", "S1-23", "5Q23", "3H23", "Max-23", "112年", "R5", "R5年", "3Q",
    "令和5年度", "民國112年度", "2025f", "3Q123", "Q323", "Y2023F",
])  # fmt: skip
def test_what_may_be_something_else(take: Take, text: str) -> None:
    """A day of March, a code, a class of 112, a financial year, a footnote, flags."""
    assert take(f"시점,값\n{text},6.4\n").fates == ["refused"]


@pytest.mark.parametrize(("text", "style", "period"), [
    ("II/2024", "quarter", "2024-Q2"), ("II/2024", "semester", "2024-S2"),
    ("II/2024", "month", "2024-02"), ("2024 IV", "quarter", "2024-Q4"),
    ("XII 2024", "month", "2024-12"),
])  # fmt: skip
def test_a_roman_number_is_read_under_a_style(
    take: Take, text: str, style: str, period: str
) -> None:
    """Of a table of quarters, or of months as in Poland."""
    table = f"Item,{text},2019\nShare,6.4,5\n"
    assert f'"{text}" is a month, a quarter or a half of 2024; say which with' in take(table).said
    assert take(table, "--period-style", style).shown[0] == (period, 6.4)
    assert take("시점,값\nV/2024,6.4\n", "--period-style", "quarter").fates == ["refused"]


@pytest.mark.parametrize("text", ["2025F", "2025 F", "2025(F)", "4Q25F"])
def test_a_forecast_is_no_final_figure(take: Take, text: str) -> None:
    took = take(f"Item,2022,{text}\nShare,6.4,7\n")
    assert [row["status"] for row in took.answer["rows"]] == ["final", "estimated"]


@pytest.mark.parametrize(("text", "status"), [
    ("2024년(안)", "planned"), ("2024년 예산(안)", "planned"),
    ("2024년 예산", "enacted"), ("2024년 예산안", "planned"), ("2024 목표", "planned"),
    ("2024(전망)", "estimated"), ("2024 (forecast)", "estimated"), ("2024년 결산", "final"),
    ("2024 actual", "final"), ("2024 budget", "enacted"), ("2024 (preliminary)", "provisional"),
    ("2024 est.", "estimated"), ("2024 (est.)", "estimated"), ("2024 prov.", "provisional"),
])  # fmt: skip
def test_a_year_and_the_sort_of_its_figures(take: Take, text: str, status: str) -> None:
    """The heading was no period: its column was left out, or no table was found."""
    for table in (f"Item,2022,2023,{text}\nShare,5,6,7\n", f"시점,값\n2022,5\n2023,6\n{text},7\n"):
        took = take(table)
        assert took.facts == [("2022", 5), ("2023", 6), ("2024", 7)]
        assert [row["status"] for row in took.answer["rows"]] == ["final", "final", status]


def test_a_budget_and_the_accounts_of_one_year(take: Take) -> None:
    took = take("Item,2023년 결산,2024년 예산,2024년 결산\nShare,5,6,7\n")
    assert "2024 stands in 2 rows" in took.said


@pytest.mark.parametrize("years", ["FY2023,FY2024", "令和5年度,令和6年度", "2023年度,2024年度"])
def test_a_table_of_financial_years(take: Take, years: str) -> None:
    """No column of periods was known, and no word said why."""
    first = years.partition(",")[0]
    said = take(f"Item,{years}\nShare,6.4,7\n").said
    assert f'"{first}" is a financial or school year, and not clearly one calendar year' in said


@pytest.mark.parametrize(("style", "years"), [
    ("last-year", ["2010", "2011", "2013"]), ("first-year", ["2009", "2010", "2012"]),
])  # fmt: skip
def test_financial_years_of_which_somebody_says_which_is_meant(
    take: Take, tmp_path: Path, style: str, years: list[str]
) -> None:
    """Each had to be written anew in the file; of 2009/10 a month was recorded."""
    rows = "Year,Value\n2009/10,5\n2010/11,6\n2012/13 p,7\n"
    said = take(rows).said
    assert (
        said.count(f"say --period-style last-year if that in which it ends is meant, {ELSE}") == 2
    )
    took = take(rows, "--period-style", style)
    assert took.facts == list(zip(years, (5, 6, 7), strict=True))
    assert took.answer["rows"][2]["status"] == "provisional"
    assert f"2009/10 is read as {years[0]}" in took.answer["notes"]
    (tmp_path / "m.toml").write_text(f'period_style = "{style}"\n', "utf-8")
    assert take(rows, "--mapping", str(tmp_path / "m.toml")).facts == took.facts


def test_financial_years_beside_one_of_the_calendar(take: Take) -> None:
    """The advice was to read the first one as a month, and to leave out the others."""
    rows = "Year,Value\n2001/02,5\n2006,6\n2014/15,7\n"
    said = take(rows).said
    assert '"2001/02" may be a month, or years that end' in said
    assert "--period-style month" not in said
    took = take(rows, "--period-style", "last-year")
    assert took.facts == [("2002", 5), ("2006", 6), ("2015", 7)]


def test_what_is_no_financial_year_under_such_a_style(take: Take) -> None:
    """Three years, a month, and a year that stands there twice."""
    style = "--period-style", "last-year"
    assert take("Year,Value\n2000-02,5\n2023/24,6\n", *style).fates == ["skipped", "new"]
    assert take("Year,Value\n2021-2023,5\n2023/24,6\n", *style).fates == ["refused", "new"]
    assert "2024 stands in 2 rows" in take("Year,Value\n2024,5\n2023/24,6\n", *style).said


def test_a_span_of_years(take: Take) -> None:
    """A mean of three years is no school year."""
    said = take("Year,Value\n2019-2021,5\n2020-2022,6\n").said
    assert '"2019-2021" is a span of several years; write the year that the target means' in said


ELSE = "else first-year"
FAO = (
    "Area,Item,Element,Unit,Y2021,Y2021F,Y2022,Y2022F,Y2023,Y2023F\n"
    "Korea,Rice,Share,%,5,A,6,E,7,X\n"
)


def test_the_years_and_flags_of_the_fao(take: Take) -> None:
    """Beside Y2022 stands Y2022F, whose E is an estimate, X of another organisation and T
    unofficial."""
    took = take(FAO)
    assert took.facts == [("2021", 5), ("2022", 6), ("2023", 7)]
    assert [row["status"] for row in took.answer["rows"]] == ["final", "estimated", "final"]
    assert take(FAO.replace("E,7", "B,7")).fates == ["new", "refused", "new"]
    unofficial = take(FAO.replace("E,7", "T,7")).answer["rows"][1]
    assert (unofficial["fate"], unofficial["status"]) == ("new", "estimated")


@pytest.mark.parametrize(("text", "meant"), [
    ("'21", "2021"), ("’21", "2021"), ("'22말", "2022"), ("'22년 말", "2022"), ("22년", "2022"),
    ("24.1/4", "2024-Q1"), ("24년 1/4분기", "2024-Q1"), ("'23.상", "2023-S1"),
    ("'23. 하", "2023-S2"), ("23.하반기", "2023-S2"), ("'24-10", "2024-10"), ("'98", "1998"),
])  # fmt: skip
def test_a_year_of_two_digits(take: Take, text: str, meant: str) -> None:
    """It was said to be no period, and not how it is written."""
    said = f'"{text}" has two digits for its year; write {meant} for it'
    took = take(f"시점,값\n{text},6.4\n")
    assert took.fates == ["refused"]
    assert said in took.said
    assert said in take(f"구분,{text},{text}\n이용률,6.1,6.4\n").said
    assert said in take(f"구분,{text},2010\n이용률,6.1,6.4\n").said
    assert take(f"시점,값\n{meant},6.4\n").facts == [(meant, 6.4)]


@pytest.mark.parametrize(
    "text", ["'21~'23", "24", "24.5", "'23.13", "'2021", "상", "112년", "'21a"]
)
def test_what_is_no_year_of_two_digits(take: Take, text: str) -> None:
    assert "two digits" not in take(f"시점,값\n{text},6.4\n").said


@pytest.mark.parametrize(("heads", "asked", "passed"), [
    ("2022,2023,CY2024", "CY2024", ""), ("2022,2023,31/12/2024", "31/12/2024", ""),
    ("2022,2023,CY2040", "CY2040", ""), ("2022,2023,CY2023", "", "CY2023"),
    ("2022,CY2022,2023", "", "CY2022"), ("2022,2023,Target 2030", "", "Target 2030"),
    ("2022,2023,Plan for 2030", "", "Plan for 2030"),
    ("2022,2023,Jan-Sep 2024", "", "Jan-Sep 2024"),
    ("CY2021,2022,2023", "CY2021", ""), ("CY2020,2022,2023", "CY2020", ""),
    ("CY2019,2022,2023", "", "CY2019"), ("'24,2022,2023", "'24", ""), ("'25,2022,2023", "'25", ""),
    ("'26,2022,2023", "", ""), ("'20,2022,2023", "'20", ""), ("'19,2022,2023", "", ""),
    ("2022,2023,'25", "'25", ""), ("2022,2023,'26", "", "'26"),
    ("2022,2023,2024 (b)", "2024 (b)", ""),
    ("2010 (b),2022,2023", "", "2010 (b)"), ("2024 (b),2022,2023", "2024 (b)", ""),
])  # fmt: skip
def test_headings_that_may_be_a_period(take: Take, heads: str, asked: str, passed: str) -> None:
    """Behind the first period, or near the others, and of no year that has one."""
    took = take(f"구분,{heads}\n전체,5,6,7\n")
    if asked:
        assert f'"{asked}" above figures may be a period; ' in took.said
    else:
        assert len(took.facts) == 2
        told = [f'not read, being no period: "{passed}"'] if passed else []
        assert took.answer["notes"] == told


@pytest.mark.parametrize(("days", "style", "read"), [
    ("24/01/2020 3/2/2020", "", "2020-01-24 2020-02-03"),
    ("01-24-2020 02-03-2020", "", "2020-01-24 2020-02-03"),
    ("1/1/2019 1/4/2019 1/7/2019 1/10/2019 1/1/2020", "quarter",
     "2019-Q1 2019-Q2 2019-Q3 2019-Q4 2020-Q1"),
    ("01/31/2020 02/29/2020 03/31/2020", "month", "2020-01 2020-02 2020-03"),
    ("01/01/2020 01/02/2020 01/03/2020", "month", "2020-01 2020-02 2020-03"),
    ("01/01/2020 01/02/2020 01/03/2020", "", ""),
    ("03/2012 04/2012 05/2012", "", "2012-03 2012-04 2012-05"), ("1-2012", "month", "2012-01"),
    ("24/01/2020 01/24/2020", "", ""), ("05/06/2020", "day", ""), ("01/01/20 25/01/20", "", ""),
    ("01/01/2019 01/01/2020", "year", "2019 2020"),
])  # fmt: skip
def test_what_stands_first_in_a_day(take: Take, days: str, style: str, read: str) -> None:
    """A column shows it, by a number over 12 or by its rhythm; or else the style that was said."""
    rows = "".join(f"{day},7\n" for day in days.split(" "))
    took = take(f"date,value\n{rows}", *(("--period-style", style) if style else ()))
    if read:
        assert [period for period, _ in took.facts] == read.split()
    else:
        assert "refused" in took.fates
        assert "may begin with its day or with its month" in took.said


@pytest.mark.parametrize("periods", ["03/2012 04/2012", "3/2012 13/2012", "12/2012 00/2012"])
def test_numbers_before_years_that_may_be_quarters(take: Take, periods: str) -> None:
    rows = "".join(f"{period},7\n" for period in periods.split())
    assert "refused" in take(f"date,value\n{rows}").fates


@pytest.mark.parametrize(("days", "facts"), [
    (["01.24.2020", "02.03.2020"], ["2020-01-24", "2020-02-03"]),
    (["12/30/22", "1/2/23"], ["2022-12-30", "2023-01-02"]),
    (["1-24-98", "1-2-49"], ["1998-01-24", "2049-01-02"]),
    (["02.03.2020", "24.01.2020"], ["2020-03-02", "2020-01-24"]),
    (["02.03.2020", "05.04.2020"], ["2020-03-02", "2020-04-05"]),
    (["31/12/22", "30/12/22"], []), (["1/2/20", "1/3/20"], []), (["01.24.2020", "24.01.2020"], []),
    (["22.12.31", "23.12.31"], []), (["12/30/22", "30/12/22"], []), (["2/30/22", "1/13/22"], []),
])  # fmt: skip
def test_days_with_points_or_a_short_year(take: Take, days: list[str], facts: list[str]) -> None:
    """The month is first where a number behind it is none of a month: no other order is possible.
    Points alone are of days first, and 31/12/22 may begin with its year."""
    rows = "".join(f"{day},{nth}\n" for nth, day in enumerate(days, 7))
    took = take(f"date,value\n{rows}", "--status", "estimated")
    if facts:
        assert took.facts == [(fact, nth) for nth, fact in enumerate(facts, 7)]
    else:
        assert "refused" in took.fates


def test_days_with_a_time_of_midnight(take: Take) -> None:
    took = take("date,value\n25/01/2020 0:00,7\n3/2/2020 0:00,8\n")
    assert took.facts == [("2020-01-25", 7), ("2020-02-03", 8)]
    assert took.answer["notes"] == ["days are read with the day first, as in 25/01/2020 0:00"]


@pytest.mark.parametrize("periods", [
    ("03/2020", "12/2020", "01/2021 p"), ("13/01/2020", "14/01/2020", "02/02/2020(p)"),
])  # fmt: skip
def test_a_mark_behind_such_a_day_or_month(take: Take, periods: tuple[str, ...]) -> None:
    """It stays with it; the month was refused, with the style as advice that led nowhere."""
    took = take("date,value\n" + "".join(f"{period},7\n" for period in periods))
    assert [row["status"] for row in took.answer["rows"]] == ["final", "final", "provisional"]


def test_quarters_that_are_called_by_their_months(take: Take) -> None:
    """As in New Zealand: each was skipped under the style of quarters, and nothing was recorded."""
    rows = "".join(f"{month},{value},3\n" for value, month in enumerate(
        ("Mar-07", "Jun-07", "Sep-07", "Dec-07", "Mar-08"), 5))  # fmt: skip
    named = ("--period-column", "Quarter", "--value-column", "Total", "--period-style", "quarter")
    took = take(f"Quarter,Total,Men\n{rows}", *named)
    quarters = [f"2007-Q{nth}" for nth in range(1, 5)] + ["2008-Q1"]
    assert [period for period, _ in took.facts] == quarters
    assert took.answer["notes"] == ["Mar-07 is read as the quarter in which it lies"]
    marked = take(f"Quarter,Total,Men\n{rows}Jun-08p,10,3\nSep-08 (e),11,3\n", *named)
    statuses = [row["status"] for row in marked.answer["rows"]]
    assert statuses == ["final"] * 5 + ["provisional", "estimated"]
    more = take(f"Quarter,Total,Men\n{rows}Apr-08,9,3\n", *named)
    assert more.fates == ["skipped"] * 6


@pytest.mark.parametrize(("style", "period"), [("quarter", "2024-Q3"), ("month", "2024-03")])
def test_a_year_and_a_number_in_one_cell(take: Take, style: str, period: str) -> None:
    """The advice to say the style led nowhere."""
    assert "--period-style month, quarter or" in take("Year,Value\n2024 3,7\n").said
    assert take("Year,Value\n2024 3,7\n", "--period-style", style).facts == [(period, 7)]


@pytest.mark.parametrize(("style", "periods"), [
    ("last-year", ["2022", "2023"]), ("first-year", ["2021", "2022"]),
])  # fmt: skip
def test_years_of_two_in_full_above_figures(take: Take, style: str, periods: list[str]) -> None:
    """A style was no answer there, and none was advised."""
    table = "Sex,2021/2022,2022/2023\nTotal,5,6\n"
    assert "say --period-style last-year" in take(table).said
    took = take(table, "--period-style", style)
    assert [period for period, _ in took.facts] == periods
    assert any("2021/2022 is read as" in note for note in took.answer["notes"])


@pytest.mark.parametrize("table", [
    "Year,Value\n2002/03-2007/08,5\n2008/09-2012/13,6\n", "Sex,2002/03-2007/08,2009\nTotal,5,6\n",
    "Sex,2002/2003-2007/2008,2008/09\nTotal,5,6\n",
])  # fmt: skip
def test_a_span_of_several_financial_years(take: Take, table: str) -> None:
    took = take(table)
    told = (took.said, *took.answer.get("notes", ()))
    assert any("span of several years" in text or "not read, being" in text for text in told)


@pytest.mark.parametrize("heads", ["1/22/20,1/23/20", "12/31/2021,12/31/2022", "1.22.20,1.23.20"])
def test_days_above_figures(take: Take, heads: str) -> None:
    """The advice was to name columns, which no name answers; what is advised now is read."""
    said = take(f"Sex,{heads}\nTotal,5,6\n").said
    assert "write days such as 2024-06-30 in the file" in said
    took = take("Sex,2020-01-22,2020-01-23\nTotal,5,6\n")
    assert took.facts == [("2020-01-22", 5), ("2020-01-23", 6)]


@pytest.mark.parametrize("heads", ["2018,令和1,R2", "2018年,2019年,R2年", "平成30,令和1,R元"])
def test_a_year_of_an_era_by_its_letter(take: Take, heads: str) -> None:
    """It was left out beside those that are read."""
    assert "above figures may be a period" in take(f"Sex,{heads}\nTotal,5,6,7\n").said
