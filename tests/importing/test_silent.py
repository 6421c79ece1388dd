"""What must never be recorded without a word: each table here looks sound at first sight.

All figures are invented.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from tests.importing.conftest import Take
from tests.importing.sheets import PERCENT, TRILLIONS, xlsx
from tests.run import Kpi


def statuses(took: object) -> list[str]:
    return [row["status"] for row in took.answer["rows"] if row["fate"] == "new"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("content", [
    "연도,기업수\n2022,12,345\n2023,13,101\n", "지역,2022,2023\n전국,12,345,13,101\n",
])  # fmt: skip
def test_figures_with_commas_outside_of_quotes(take: Take, content: str) -> None:
    """The row has more cells than its header; empty ones at the end are no fault."""
    took = take(content, target="firms")
    assert set(took.fates) == {"refused"}
    assert "put a figure with a comma between quotation marks" in took.said
    assert take("연도,기업수\n2022,12,,\n2023,13,,\n", target="firms").code == 0


def raised(cells: str) -> bytes:
    """A sheet whose texts have a raised 1, as spreadsheet programs write it."""
    rich = (
        '<si><r><t>9.3</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si>'
        '<si><r><t xml:space="preserve">2024</t></r><r><rPr><vertAlign val="superscript"/></rPr>'
        "<t>1</t></r></si>"
    )
    plain = xlsx([["Year", "Value"], [2023, 9.2], [2024, 9.3]])
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename.endswith("s1.xml"):
                data = data.replace(*(one.encode() for one in cells.split(" -> ")))
            if part.filename == "[Content_Types].xml":
                data = data.replace(
                    b"</Types>",
                    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.open'
                    b'xmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
                )
            if part.filename == "xl/_rels/workbook.xml.rels":
                data = data.replace(
                    b"</Relationships>",
                    b'<Relationship Id="rIdT" Type="http://schemas.openxmlformats.org/officeDocument'
                    b'/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>'
                    b"</Relationships>",
                )
            new.writestr(part, data)
        new.writestr(
            "xl/sharedStrings.xml",
            '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="2"'
            f' uniqueCount="2">{rich}</sst>',
        )
    return made.getvalue()


@pytest.mark.parametrize(("cells", "said"), [
    ('<c r="B3" s="0"><v>9.3</v></c> -> <c r="B3" t="s"><v>0</v></c>', '"9.3¹" ends with the mark'),
    ('<c r="A3" s="0"><v>2024</v></c> -> <c r="A3" t="s"><v>1</v></c>',
     '"2024¹" ends with the mark'),
])  # fmt: skip
def test_a_raised_mark_is_no_digit(take: Take, cells: str, said: str) -> None:
    """9.3 with a raised 1 is not 9.31."""
    took = take(raised(cells))
    assert took.fates == ["new", "refused"], took.said
    assert said in took.said


def test_points_are_no_status(take: Take) -> None:
    """pp and %p say that it is a change."""
    took = take("Year,Value\n2022,12 pp\n2023,3.5%p\n2024,3.5 % p\n")
    assert took.fates == ["refused"] * 3


@pytest.mark.parametrize("heading", [
    "2024¹⁾", "2024f", "2024*", "2024 1)", "2024(b)", "2024**", "2024 [q]", "FY2024",
])  # fmt: skip
def test_a_heading_that_may_be_a_period(take: Take, heading: str) -> None:
    """Its column would be left out."""
    took = take(f"Country,2022,2023,{heading}\nKorea,6.1,6.2,6.3\n")
    assert took.code == 4
    assert f'"{heading}" above figures may be a period' in took.said


@pytest.mark.parametrize("heading", [
    "CY2024", "yr2024", "X2024", "31/12/2024", "2024 revised", "2024 census", "2024 proj.",
    "end-2024", "Rate 2024", "2024_value", "2024 조사",
])  # fmt: skip
def test_a_heading_of_the_only_year_that_is_missing(take: Take, heading: str) -> None:
    """Its figures were left out with a remark, and the import said that all was well."""
    took = take(f"Country,2022,2023,{heading}\nKorea,6.1,6.2,6.3\n")
    assert took.code == 4
    assert f'"{heading}" above figures may be a period; write the period alone' in took.said


@pytest.mark.parametrize(("column", "source", "status"), [
    ("Source", "KDI forecast", "estimated"), ("source", "KDI forecast", "estimated"),
    ("출처", "KDI 경제전망(2024.11)", "estimated"), ("Source", "Use of forecasts", "final"),
    ("Source", "Survey of budgets", "final"), ("Publisher", "KDI forecast", "final"),
])  # fmt: skip
def test_a_source_that_is_a_forecast(take: Take, column: str, source: str, status: str) -> None:
    """Its rows were final beside those of the office."""
    took = take(f"Year,Value,{column}\n2022,3.1,Statistics Korea\n2023,3.2,{source}\n")
    assert [row["status"] for row in took.answer["rows"]] == ["final", status]
    took = take(f"Year,Value,{column}\n2023,3.2,{source}\n", "--status", "final")
    assert took.answer["rows"][0]["status"] == "final"


@pytest.mark.parametrize("heading", ["2024(1~9월)", "2024 (3Q)"])
def test_a_part_of_a_year_above_figures(take: Take, heading: str) -> None:
    """To delete the mark, which was advised, made nine months a year."""
    took = take(f"Country,2022,2023,{heading}\nKorea,6.1,6.2,4.3\n")
    assert "may be a period; write the period that it is, such as 2024-S1, or delete" in took.said


@pytest.mark.parametrize(("heading", "period"), [
    ("Prel. 2024", "2024p"), ("Provisional 2024", "2024p"), ("Forecast 2024", "2024e"),
    ("CY2024", "2024"),
])  # fmt: skip
def test_what_to_write_keeps_the_sort(take: Take, heading: str, period: str) -> None:
    """To write the period alone made a provisional figure final."""
    took = take(f"Country,2022,2023,{heading}\nKorea,6.1,6.2,6.3\n")
    assert f"write the period alone, such as {period}, or delete" in took.said


@pytest.mark.parametrize("heading", [
    "Average 2015-2020", "2023 rank", "YTD 2024", "Jan-Sep 2024",
    "Code 2024", "2015=100", "2024년 증감", "Change", "2024 rank in Asia", "비고",
])  # fmt: skip
def test_other_headings_stay_labels(take: Take, heading: str) -> None:
    """A word before or behind the year makes it another column."""
    took = take(f"Country,2022,2023,{heading}\nKorea,6.1,6.2,3\n")
    assert took.facts == [("2022", 6.1), ("2023", 6.2)]


def test_a_second_table_below_the_first(take: Take) -> None:
    """Its figures are none of the years above; a header that is said again is."""
    first = "지역,2019,2020\n전국,6,7\n"
    took = take(f"{first}\n항목,2022,2023\n참가율,8,9\n", "--filter", "지역=항목")
    assert took.fates == ["refused", "refused"]
    assert "the row is another header (2022, 2023)" in took.said


@pytest.mark.parametrize("word", ["Forecast", "전망", "Provisional figures", "추정치"])
def test_a_word_alone_above_the_periods(take: Take, word: str) -> None:
    """It may be about the last year or about all that follow: none of them is final unasked."""
    took = take(f"GDP,,,\n,,{word},\nCountry,2022,2023,2024\nKorea,6.1,6.2,6.3\n")
    assert took.code == 4
    assert f'"{word}" stands above some of the periods' in took.said
    took = take(f"{word},,,\nCountry,2022,2023,2024\nKorea,6.1,6.2,6.3\n")
    assert took.code == 4
    assert "stands above some of the periods" not in took.said
    assert re.search(f'"{word}" says (?:estimated|provisional), and its figures count', took.said)


@pytest.mark.parametrize("before", [0, 59])
def test_a_second_table_beside_the_first(take: Take, before: int) -> None:
    """Its figures are none of the first's rows; numbers and letters between periods are let be."""
    rows = "".join(f"Country {nth},6.1,6.2,,,71,72\n" for nth in range(before))
    took = take(f"Country,2021,2022,,Region,2023,2024\n{rows}Korea,6.1,6.2,,Seoul,71,72\n")
    assert took.code == 4
    assert '"Seoul" stands in a column between the periods' in took.said
    took = take("Country,2021,Change,2022,Change\nKorea,6.1,+0.2 pp,6.2,-\n")
    assert took.facts == [("2021", 6.1), ("2022", 6.2)]


def test_more_columns_of_words_than_any_table_has(take: Take) -> None:
    """Each would be looked at for each figure. Empty ones are none, however many there are."""
    took = take("w," * 51 + "2022,2023\n" + "a," * 51 + "6.1,6.2\n")
    assert took.code == 4
    assert "51 columns stand without a period beside those of figures" in took.said
    took = take("w," * 50 + "," * 100 + "2022,2023\n" + "a," * 50 + "," * 100 + "6.1,6.2\n")
    assert took.facts == [("2022", 6.1), ("2023", 6.2)]


@pytest.mark.parametrize(("column", "texts", "expected"), [
    ("Status", ("Final", "Provisional", "Forecast"), ["final", "provisional", "estimated"]),
    ("Flag", ("A", "E", "I"), ["final", "estimated", "estimated"]),
    ("Flag Description", ("Official", "Estimated value", "Imputed"),
     ["final", "estimated", "estimated"]),
    ("Flag Description",
     ("Official data", "Unofficial figure", "FAO data based on imputation methodology"),
     ["final", "estimated", "estimated"]),
    ("Observation status", ("Normal value", "Provisional value", "Estimated value"),
     ["final", "provisional", "estimated"]),
    ("상태", ("확정", "잠정", "전망"), ["final", "provisional", "estimated"]),
    ("", ("", "p", "e"), ["final", "provisional", "estimated"]),
])  # fmt: skip
def test_columns_that_tell_the_status(
    take: Take, column: str, texts: tuple[str, ...], expected: list[str]
) -> None:
    """In words, in codes, and in letters without a heading."""
    rows = "".join(f"{year},6.{year % 10},{text}\n" for year, text in enumerate(texts, 2021))
    columns = ("--period-column", "Year", "--value-column", "Value")
    took = take(f"Year,Value,{column}\n{rows}", *columns)
    assert statuses(took) == expected, took.said


@pytest.mark.parametrize("text", ["Break in time series", "b", "Low reliability", "C"])
def test_a_status_that_makes_it_another_figure(take: Take, text: str) -> None:
    """It is refused in words as in codes."""
    column = "Observation status" if len(text) > 1 else "Flag"
    table = f"TIME_PERIOD,OBS_VALUE,{column}\n2023,6,\n2024,7,{text}\n"
    assert take(table).fates == ["new", "refused"]
    answered = ["new", "refused" if text == "C" else "new"]
    assert take(table, "--status", "final").fates == answered, "as the break's remedy says"


@pytest.mark.parametrize(("cells", "note"), [
    ("7,u", "a figure of low reliability"), ("7,d", "another definition"),
    ("7,N", "that is not significant"), ("7 u,", "a figure of low reliability"),
    ("7,b", "a break in the series"),
    ("7,Definition differs", "another definition"),
])  # fmt: skip
def test_a_doubtful_figure_that_a_person_answers_for(
    take: Take, project: Path, cells: str, note: str
) -> None:
    """It could only be left out. What the file says of it stands in its note."""
    table = f"TIME_PERIOD,OBS_VALUE,OBS_FLAG\n2023,6,\n2024,{cells}\n"
    assert (take(table).code, note in take(table).said) == (4, True)
    took = take(table, "--status", "final", write=True)
    written = (project / took.answer["files"][0]).read_text("utf-8")
    assert note in written


@pytest.mark.parametrize("cell", ["50 USD", "50 usd"])
def test_a_unit_behind_a_figure_is_no_code(take: Take, project: Path, cell: str) -> None:
    """Its letters are those of codes: "USD" would be of low reliability and another definition."""
    targets = project / "targets.toml"
    targets.write_text(targets.read_text("utf-8").replace("KRW bn", "USD"), "utf-8")
    took = take(f"Year,Value\n2023,{cell}\n", "--status", "final", target="money", write=True)
    assert "note = " not in (project / took.answer["files"][0]).read_text("utf-8")


@pytest.mark.parametrize(
    "note", ["Low precision", "low response rate", "Low", "Definition broader"]
)
def test_a_note_that_the_figure_is_another_one(take: Take, note: str) -> None:
    assert take(f"Year,Value,Note\n2023,6,\n2024,7,{note}\n").fates == ["new", "refused"]


@pytest.mark.parametrize("note", ["Low season excluded", "Definition: firms of over 10 persons"])
def test_a_note_that_begins_like_a_status(take: Take, note: str) -> None:
    assert take(f"Year,Value,Note\n2023,6,\n2024,7,{note}\n").facts == [("2023", 6), ("2024", 7)]


def test_flags_beside_the_figures_of_a_wide_table(take: Take) -> None:
    """With a heading of their own, or without one."""
    for heads in ("2022,2022 Flags,2023,2023 Flags", "2022,,2023,"):
        took = take(f"TIME,{heads}\nGermany,6.1,e,6.2,p\n")
        assert took.facts == [("2022", 6.1), ("2023", 6.2)]
        assert statuses(took) == ["estimated", "provisional"]
        assert take(f"TIME,{heads}\nGermany,6.1,b,6.2,\n").fates == ["refused", "new"]


@pytest.mark.parametrize(("name", "status"), [
    ("Projected firms", "estimated"), ("projected_rate", "estimated"), ("Projections", "estimated"),
    ("잠정 도입률", "provisional"), ("Estimated share", "final"), ("Expected years", "final"),
])  # fmt: skip
def test_a_heading_that_begins_with_what_its_figures_are(
    take: Take, name: str, status: str
) -> None:
    """They were recorded as final, for only the end of a heading was looked at."""
    assert statuses(take(f"Year,{name}\n2023,6\n2024,7\n")) == [status, status]


def test_flags_below_a_merged_heading(take: Take) -> None:
    """Eurostat's spreadsheets merge the year over the figure and its flag."""
    rows = [["TIME", 2022, "", 2023, ""], ["Germany", 6.1, "e", 6.2, "p"]]
    took = take(xlsx(rows, merged=["B1:C1", "D1:E1"]))
    assert took.facts == [("2022", 6.1), ("2023", 6.2)]
    assert statuses(took) == ["estimated", "provisional"]


def test_flags_beside_formatted_numbers(take: Take) -> None:
    """What its format adds to a number holds beside a flag as well: 1.2조원 are 1,200bn."""
    merged = ["B1:C1", "D1:E1"]
    rows = [["TIME", 2022, "", 2023, ""], ["전국", (1.2, TRILLIONS), "e", (1.3, TRILLIONS), "p"]]
    took = take(xlsx(rows, merged), target="money")
    assert took.facts == [("2022", 1200), ("2023", 1300)]
    assert statuses(took) == ["estimated", "provisional"]
    rows = [["TIME", 2022, "", 2023, ""], ["전국", (0.061, PERCENT), "e", 6.2, "p"]]
    assert 'the cell shows "6.1%" and holds 0.061' in (take(xlsx(rows, merged)).reasons[0] or "")


def test_months_beside_years(take: Take) -> None:
    """January is no figure of the year, and a filter may say which month is meant."""
    content = "Year,Month,Value\n2023,1,6\n2024,1,7\n"
    assert 'beside the years of "Year" there is a column "Month"' in take(content).said
    both = ("--period-column", "Year", "--period-column", "Month", "--period-style", "month")
    assert take(content, *both).shown == [("2023-01", 6), ("2024-01", 7)]
    assert take(content, "--filter", "Month=1").shown == [("2023", 6), ("2024", 7)]


@pytest.mark.parametrize(("column", "first", "other"), [
    ("Country", "Korea", "Japan"), ("지역", "전국", "서울"), ("Sex", "Total", "Female"),
    ("Indicator", "A", "B"), ("REF_AREA", "KOR", "JPN"),
])  # fmt: skip
def test_two_lines_that_fill_each_others_gaps(
    take: Take, column: str, first: str, other: str
) -> None:
    """They are no series, whatever a filter does not say."""
    content = f"{column},period,value\n{first},2022,6\n{first},2023,7\n{other},2024,9\n"
    took = take(content)
    assert took.code == 4
    assert f'choose one with --filter "{column}={first}"' in took.said
    assert take(content, "--filter", f"{column}={first}").facts == [("2022", 6), ("2023", 7)]
    assert take(content.replace(column, "Remark")).code == 0


@pytest.mark.parametrize(("target", "content", "said"), [
    ("share", "60.1\n61.2\n0.623\n63.1", "0.623 is between 0 and 1, other figures are not"),
    ("firms", "900\n910\n9150000\n930", "9150000 is far from the other figures"),
    ("firms", "12.340\n13.100", '"12.340" may mean 12.340 or 12340'),
])  # fmt: skip
def test_one_figure_of_another_size(take: Take, target: str, content: str, said: str) -> None:
    """The median says nothing of it."""
    rows = "".join(f"{year},{text}\n" for year, text in enumerate(content.split("\n"), 2021))
    assert said in take(f"Year,Number\n{rows}", target=target).said
    assert take(f"Year,Number\n{rows}", "--scale", "1", target=target).code == 0


def test_a_share_that_began_below_one(take: Take) -> None:
    """0.9 before 1.5 is a small share and no fraction."""
    assert take("Year,Number\n2021,0.9\n2022,1.5\n2023,3.2\n2024,6.4\n").code == 0


@pytest.mark.parametrize(("number", "unit", "value"), [
    ("1,234", " %", 1.234), ("1.234,5", "", 1234.5), ("12,3", " %", 12.3),
])  # fmt: skip
def test_a_decimal_comma_before_a_unit(take: Take, number: str, unit: str, value: float) -> None:
    """What stands behind the figure changes nothing of it."""
    took = take(f"Jahr;Wert\n2024;{number}{unit}\n", "--decimal", ",", "--scale", "1")
    if unit:
        took = take(f"Jahr;Wert\n2024;{number}{unit}\n", "--decimal", ",")
    assert took.facts == [("2024", value)]


@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_a_comma_in_a_file_that_commas_do_not_divide(take: Take, sign: str) -> None:
    """6,882 may be 6.882, with and without a unit behind it."""
    for unit in ("", " %"):
        took = take(f"Year{sign}Value\n2023{sign}6,882{unit}\n2024{sign}6,612{unit}\n")
        assert '"6,882" is 6882 or 6.882 in a file that commas do not divide' in took.said


def test_a_scale_is_good_for_one_power(take: Take) -> None:
    """A file that counts in thousands and later in millions is divided."""
    content = "TIME_PERIOD,OBS_VALUE,UNIT_MULT\n2023,0.9,3\n2024,0.0009,{}\n"
    assert take(content.format(3), "--scale", "1000", target="firms").code == 0
    took = take(content.format(6), "--scale", "1000", target="firms")
    assert took.fates == ["new", "refused"]
    assert 'UNIT_MULT is "6", and "3" before' in took.said


def test_what_is_advised_for_thousands(take: Take) -> None:
    """천개 is not the same as companies; that they are ones is refused, too."""
    content = "시점,단위,값\n2024,천개,0.9\n"
    assert '--unit "thousand companies"' in take(content, target="firms").said
    took = take(content, "--unit", "thousand companies", target="firms")
    assert took.facts == [("2024", 900)]
    took = take(content, "--unit", "companies", target="firms")
    assert 'the file counts in "천개", and --unit says "companies"' in took.said


def test_a_column_of_units_says_nothing_of_thousands(take: Take) -> None:
    """Where it repeats the target's unit, the size is still doubted."""
    assert "lies between" in take("시점,단위,값\n2024,companies,1.2\n", target="firms").said


def test_a_standard_error_is_converted_with_its_figure(take: Take, project: Path) -> None:
    """Both are in the file's unit."""
    content = "Year,Value,standard_error\n2024,0.064,0.004\n"
    assert take(content.replace("0.004", "-"), "--scale", "100").facts == [("2024", 6.4)]
    assert take(content, "--scale", "100", write=True).code == 0
    text = (project / "observations/share/batch_2025-06-30_csv.toml").read_text("utf-8")
    assert "value = 6.4\n" in text
    assert "standard_error = 0.4\n" in text
    content = "Year,Unit,Value,standard_error\n2024,백만원,912000,5000\n"
    assert take(content, target="money", write=True).code == 0
    text = (project / "observations/money/batch_2025-06-30_csv.toml").read_text("utf-8")
    assert "standard_error = 5\n" in text


def test_another_status_of_the_same_publication(take: Take) -> None:
    """What the file states contradicts the ledger; what it does not state says nothing."""
    assert take("Year,Value\n2024,6.4\n", write=True).code == 0
    assert take("Year,Value\n2024,6.4\n").fates == ["recorded"]
    took = take("Year,Value\n2024,6.4 p)\n")
    assert (took.code, took.fates) == (6, ["conflict"])
    assert "says final" in took.reasons[0]


def test_a_series_to_which_no_row_went(take: Take, tmp_path: Path) -> None:
    """Its name in the file may be another one by now; the preview says so."""
    (tmp_path / "plan.toml").write_text(
        '[[take]]\ntarget = "share"\nfilter = { item = "rate" }\n'
        '[[take]]\ntarget = "firms"\nfilter = { item = "number" }\n', "utf-8",
    )  # fmt: skip
    took = take("period,item,value\n2024,rate,6\n2024,count,7\n", "--mapping",
                str(tmp_path / "plan.toml"), target=None)  # fmt: skip
    assert took.facts == [("2024", 6)]
    assert took.answer["notes"] == ["no row for firms"]


def test_a_figure_merged_over_two_years(take: Take) -> None:
    """It is no figure of each."""
    rows = [["Year", "Value"], [2021, 6], [2022, 7], [2023, ""], [2024, 8]]
    took = take(xlsx(rows, merged=["B3:B4"]))
    assert took.fates == ["new", "refused", "refused", "new"]
    assert "merged over several rows" in took.said
    rows = [["Year", "Value", "Note"], [2021, 6, ""], [2022, 7, ""]]
    assert take(xlsx(rows, merged=["B2:C2", "B3:C3"])).facts == [("2021", 6), ("2022", 7)]


def test_a_part_of_an_answer(take: Take) -> None:
    """The first page of many."""
    rows = [{"TIME": "2024", "DATA_VALUE": "6.4", "UNIT_NAME": "%"}]
    answer = {"StatisticSearch": {"list_total_count": 3000, "row": rows}}
    assert take(json.dumps(answer)).answer["notes"] == ["1 of 3,000 rows in the answer"]
    answer["StatisticSearch"]["list_total_count"] = 1
    assert take(json.dumps(answer)).answer["notes"] == []


@pytest.mark.parametrize(("text", "value", "bound"), [
    ("<2.5", 2.5, "<="), ("≥ 95", 95, ">="), (">95 p)", 95, ">="), ("<= 3", 3, "<="),
])  # fmt: skip
def test_limits(take: Take, project: Path, text: str, value: float, bound: str) -> None:
    """They are recorded as limits, with what the file says."""
    took = take(f"period,value\n2024,{text}\n", write=True)
    assert took.facts == [("2024", value)], took.said
    written = (project / "observations/share/batch_2025-06-30_csv.toml").read_text("utf-8")
    assert f'bound = "{bound}"' in written
    assert "in the file" in written


@pytest.mark.parametrize("text", ["9 742", "9\u00a0742", "9\u202f742", "9'742", "9’742"])
def test_thousands_divided_by_spaces(take: Take, text: str) -> None:
    """As ISO 80000 and the Swiss write them; three digits each, and one sign throughout."""
    assert take(f"period;value\n2024;{text}\n", "--scale", "1", target="firms").facts == [
        ("2024", 9742)
    ]
    assert take("period;value\n2024;9 74\n", target="firms").fates == ["refused"]


def test_a_wave_is_no_minus(take: Take) -> None:
    """In Japanese it means "about" or "up to"."""
    assert take("period,value\n2024,〜2.5\n").fates == ["refused"]


def test_a_style_that_no_row_has(kpi: Kpi, tmp_path: Path) -> None:
    """The figures are there, and their periods are others."""
    (tmp_path / "file").write_text("period,value\n2024,5\n", "utf-8")
    said = kpi("import", str(tmp_path / "file"), "--target", "share", "--published", "2025-06-30",
               "--period-style", "month", "--dry-run").stdout  # fmt: skip
    assert "no row has a period of the kind that was asked for" in said


@pytest.mark.parametrize("content", [
    "Year,Rate,\n2023,6,x\n2024,7,\n", "Year,Rate,\n2023,6,p\n2024,7,\n", "Year,Rate,\n2023,6,\n",
])  # fmt: skip
def test_one_column_of_numbers_beside_one_without_a_name(take: Take, content: str) -> None:
    """The figures are where the name is."""
    assert take(content).facts[0] == ("2023", 6)


def test_a_number_of_a_spreadsheet_has_no_decimal_comma(take: Take) -> None:
    """It is a number already; the option is for the texts among them."""
    took = take(xlsx([["Year", "Value"], [2023, 9.25], [2024, "9,5"]]), "--decimal", ",")
    assert took.facts == [("2023", 9.25), ("2024", 9.5)]


def test_the_mark_of_a_day_that_ends_a_year(take: Take) -> None:
    took = take("Date,Value\n2023-12-31,9\n2024-12-31(p),9.5\n", "--period-style", "year")
    assert [row["status"] for row in took.answer["rows"]] == ["final", "provisional"]


@pytest.mark.parametrize(("encoding", "table"), [
    ("gb18030", "年份,企业数\n2022,32\n2023,41\n"),
    ("shift_jis", "年次,企業数\n2022,32\n2023,41\n"),
])  # fmt: skip
def test_letters_of_china_or_japan_that_could_be_read_as_korean(
    take: Take, encoding: str, table: str
) -> None:
    """The message spoke of columns, in letters that no file had."""
    took = take(table.encode(encoding), target="firms")
    assert took.code == 4
    assert (
        f"the file may be gb18030{' or shift_jis' if encoding == 'shift_jis' else ''}" in took.said
    )
    assert "for as CP949 it has" in took.said
    right = take(table.encode(encoding), "--encoding", encoding, "--value-column",
                 table.partition("\n")[0].split(",")[1], target="firms")  # fmt: skip
    assert right.facts == [("2022", 32), ("2023", 41)]


@pytest.mark.parametrize("table", [
    "연도,값,비고\n2022,32,前年\n2023,41,對比\n", "연도,값\n2022,32\n2023,41\n",
    "year,value\n2022,32\n2023,41\n서울,\n", "year,value\n2022,32\n2023,41\n比,\n",
])  # fmt: skip
def test_korean_with_a_chinese_word_is_korean(take: Take, table: str) -> None:
    assert take(table.encode("cp949"), target="firms").shown == [("2022", 32), ("2023", 41)]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("table", [
    "Year,Value\n2022,32\n2023,41", "연도\t값\n2022\t32\n2023\t41\n",
])  # fmt: skip
def test_utf_16_without_its_mark(take: Take, encoding: str, table: str) -> None:
    """It is told by its zero bytes, all on one side."""
    took = take(table.encode(encoding), target="firms")
    assert took.facts == [("2022", 32), ("2023", 41)]
    assert "read as UTF-16" in took.answer["notes"]


@pytest.mark.parametrize("content", [
    b"Year,Value\n2022,32\0\n2023,41\0\0\n", b"Year,Value\n2022,3\0\n2023,4\n",
    b"Year,Value\n2022,34\0\n2023,45\n", b"Year,Value\n2022,3\n\0 2023,45\n",
    "Year,Value\n2022,3\n".encode("utf-32-le"), "Year,Value\n2022,3\n".encode("utf-32-be"),
])  # fmt: skip
def test_zero_bytes_on_both_sides_or_a_few_are_no_text(take: Take, content: bytes) -> None:
    took = take(content, target="firms")
    assert took.code == 4
    assert "the file holds zero bytes" in took.said
    cut = "Year,Value\n2022,7\n2023,8\n".encode("utf-16-le")[:-1]
    assert "the file holds zero bytes" in take(cut).said


@pytest.mark.parametrize("row", ["2023 6.2,", "2023;6.2", "2023\t6.2,"])
def test_a_year_and_its_figure_in_one_cell(take: Take, row: str) -> None:
    """It was passed over as a note."""
    took = take(f"Year,Value\n2022,6.1\n{row}\n2024,6.3\n")
    assert took.code == 4
    assert "holds a period and a figure; divide the cell in the file" in took.said


@pytest.mark.parametrize(("encoding", "table", "named"), [
    ("gb18030", "年份,数值\n2022,32\n指标,企业数量\n", "gb18030 or euc_jp or big5"),
    ("gb18030", "指标,2022年,2023年\n企业使用人工智能比例(%),3.1,4.2\n", "gb18030 or euc_jp"),
    ("big5", "審寫,專國\n2022,32\n2023,33\n", "gb18030 or big5"),
    ("shift_jis", "年度,企業数,単位\n2022,32,社\n", "gb18030 or shift_jis"),
    ("shift_jis", "A\nねんど,わりあい\n2022,32\n", "gb18030 or shift_jis"),
])  # fmt: skip
def test_only_encodings_that_read_a_file_are_named(
    take: Take, encoding: str, table: str, named: str
) -> None:
    first = table.removeprefix("A\n").partition("\n")[0].encode(encoding).decode("cp949")
    said = take(table.encode(encoding)).said
    assert f'the file may be {named}, for as CP949 it has "{first}"' in said


@pytest.mark.parametrize("period", ["2024*", "2024f", "2024 revised"])
def test_a_period_whose_figures_begin_far_down(take: Take, period: str) -> None:
    """It was left out without a word."""
    rows = "".join(f"A{nth},1,2,\n" for nth in range(70))
    took = take(f"Area,2022,2023,{period}\n{rows}B,6,7,8\n", "--filter", "Area=B")
    assert "above figures may be a period" in took.said
