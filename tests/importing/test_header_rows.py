"""Header rows of several lines, and what stands in a row that only looks like one.

All figures are invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.conftest import Take
from tests.importing.sheets import xlsx


@pytest.mark.parametrize("item", ["", "Item", "Month", "월"])
def test_months_below_years_that_stand_above_several(take: Take, item: str) -> None:
    table = f"Item,2021,2021,2022,2022\n{item},10,11,10,11\nRate,5,6,7,8\n"
    took = take(table, "--period-style", "month")
    assert took.facts == [("2021-10", 5), ("2021-11", 6), ("2022-10", 7), ("2022-11", 8)]


@pytest.mark.parametrize("rest", ["", "Number,13,14,15,16\n"])
def test_years_that_stand_twice_above_figures_that_could_be_months(take: Take, rest: str) -> None:
    """What has an item's name before it, or nothing below, is a row of figures."""
    took = take(f"Item,2021,2021,2022,2022\nRate,10,11,12,10\n{rest}", "--filter", "Item=Rate")
    assert [value for _, value in took.shown] == [10, 11, 12, 10]
    assert "2021 stands in 2 rows" in took.said


@pytest.mark.parametrize("top", ["Item,2023,2023,2024,2024", "Item,2023,,2024,"])
@pytest.mark.parametrize(("one", "other"), [
    ("15-24", "25-64"), ("Total", "65+"), ("10~49인", "50인 이상"), ("20대", "30대"),
    ("10 to 49 employees", "50 or more employees"), ("10–49 employees", "250 and over"),
])  # fmt: skip
def test_classes_that_begin_with_a_digit(take: Take, top: str, one: str, other: str) -> None:
    """Below years each of which stands above several columns."""
    table = f"{top}\n,{one},{other},{one},{other}\nRate,5,6,7,8\n"
    assert take(table, "--filter", f"header 2={other}").facts == [("2023", 6), ("2024", 8)]
    assert f'the rows differ in header 2 ("{one}", "{other}")' in take(table).said


@pytest.mark.parametrize("row", [",15-24,25-34,35-44", "Range,15-24,25-34,35-44"])
def test_ranges_below_one_year_each(take: Take, row: str) -> None:
    """They are no figures, and no second header either."""
    took = take(f"Item,2022,2023,2024\n{row}\nRate,5,6,7\n")
    assert took.fates[:3] == ["refused"] * 3


def test_figures_below_no_heading(take: Take) -> None:
    """Of two columns below a year that is written above the first, only one was read."""
    took = take("Item,2021,,2022,\nRate,5,6,7,8\n")
    assert took.code == 4
    assert 'column 3 has figures such as "6" and no heading' in took.said
    notes = take("Item,2021,2022,\nRate,5,6,1\nFirms,7,8,see below\nJobs,9,9,as above\n",
                 "--filter", "Item=Rate")  # fmt: skip
    assert notes.facts == [("2021", 5), ("2022", 6)]
    assert take("Item,2021,,2022,\nRate,5,,7,-\n").facts == [("2021", 5), ("2022", 7)]
    assert len(take("Item,2021,,2022,\nRate,5,e,7,p\n").facts) == 2


GROUPED = "Item,Rate,,Count,\n{},2022,2023,2022,2023\nKorea,12,13,100,110\n"


@pytest.mark.parametrize("item", ["", "Item"])
def test_groups_above_their_periods(take: Take, item: str) -> None:
    """As KOSIS gives a table whose items stand before its periods."""
    table = GROUPED.format(item)
    assert take(table, "--filter", "header 1=Rate").facts == [("2022", 12), ("2023", 13)]
    assert take(table, "--filter", "header 1=Count").facts == [("2022", 100), ("2023", 110)]
    assert 'the rows differ in header 1 ("Rate", "Count")' in take(table).said
    rows = [[cell or None for cell in line.split(",")] for line in table.splitlines()]
    merged = take(xlsx(rows, merged=["B1:C1", "D1:E1"]), "--filter", "header 1=Count")
    assert merged.facts == [("2022", 100), ("2023", 110)]


@pytest.mark.parametrize("merged", ["A9:B9", "F1:G1", "F9:G10", "D1:E2"])
def test_cells_that_are_merged_away_from_the_table(take: Take, merged: str) -> None:
    table = xlsx([["Year", "Value"], [2022, 7], [2023, 8]], merged=[merged])
    assert take(table).facts == [("2022", 7), ("2023", 8)]


def test_groups_above_periods_and_classes(take: Take) -> None:
    table = (
        "Item,Rate,,,,Count,,,\n,2022,,2023,,2022,,2023,\n,M,F,M,F,M,F,M,F\n"
        "Korea,12,13,14,15,100,110,1,1\n"
    )
    took = take(table, "--filter", "header 1=Rate", "--filter", "header 3=F")
    assert took.facts == [("2022", 13), ("2023", 15)]


def test_forecasts_as_a_group(take: Take) -> None:
    table = GROUPED.format("").replace("Rate", "Actual").replace("Count", "Forecast")
    took = take(table, "--filter", "header 1=Forecast")
    assert [row["status"] for row in took.answer["rows"]] == ["estimated", "estimated"]


@pytest.mark.parametrize("table", [
    "Country,Code,Name\n,2022,2023\nKorea,12,13\n",
    "Item,Actual,,Forecast,\n,2022,2023,2024,2025\nA,1,2,3,4\n",
    "Item,Rate,,Count,\n",
])  # fmt: skip
def test_a_row_of_words_above_periods_that_do_not_come_again(take: Take, table: str) -> None:
    assert take(table).code == 4


@pytest.mark.parametrize(("table", "one", "other", "option"), [
    ("연도,기준연도,값\n2023,2022,12\n2024,2023,13\n", "연도", "기준연도", "--period-column"),
    ("Time,Period,Value\n2023,2021,12\n2024,2022,13\n", "Period", "Time", "--period-column"),
    ("Year,Value,OBS_VALUE\n2022,12,13\n2023,13,14\n", "Value", "OBS_VALUE", "--value-column"),
    ("연도,값,데이터\n2022,12,12\n2023,13,14\n", "값", "데이터", "--value-column"),
    ("Year,Value,OBS_VALUE\n2022,12,13\n2023,13,13\n", "Value", "OBS_VALUE", "--value-column"),
])  # fmt: skip
def test_two_columns_that_could_be_meant(
    take: Take, table: str, one: str, other: str, option: str
) -> None:
    """The first by its name was taken, and nothing said of the other."""
    took = take(table)
    assert took.code == 4
    assert f'both "{one}" and "{other}" have' in took.said
    assert f"with {option}" in took.said
    assert take(table, option, other).code == 0


@pytest.mark.parametrize("table", [
    "TIME_PERIOD,Time period,OBS_VALUE,Observation value\n2022,,12,\n2023,,13,\n",
    "Year,연도,Value,값\n2022,2022,12,12\n2023,2023,13,13\n",
    "Date,Year,Value\n2024-03-01,2022,12\n2025-03-01,2023,13\n",
])  # fmt: skip
def test_two_columns_that_say_the_same(take: Take, table: str) -> None:
    took = take(table)
    assert [value for _, value in took.shown] == [12, 13]
    assert "both" not in took.said


@pytest.mark.parametrize("words", [(), ("--filter", "Item=Total")])
def test_headings_of_which_one_stands_above_the_first_figure(
    take: Take, words: tuple[str, ...]
) -> None:
    """Two sections whose years follow each other were taken for one series."""
    table = "Item,Year,Value\nMen,,\nTotal,2021,12\nTotal,2022,13\nWomen,,\nTotal,2023,22\n"
    took = take(table, *words)
    assert took.code == 4
    assert 'row 5, "Women", stands between figures and has none' in took.said
    assert take(table.replace("Women,,\n", "")).code == 0
    assert take(table.replace("Men,,\n", "").replace("Women", "see the note below")).code == 0


@pytest.mark.parametrize("whole", ["계", "Total", "연간"])
def test_months_by_their_names_below_years(take: Take, whole: str) -> None:
    """And the whole year beside them. To choose one of them led to years, and then nowhere."""
    names = f"Jan,Feb,{whole},Jan,Feb,{whole}"
    table = f",2023,,,2024,,\n,{names}\nRate,6.1,6.2,12.3,6.3,6.4,12.7\n"
    assert "choose one with --period-style month" in take(table).said
    months = take(table, "--period-style", "month")
    periods = ("2023-01", "2023-02", "2024-01", "2024-02")
    assert months.facts == list(zip(periods, (6.1, 6.2, 6.3, 6.4), strict=True))
    assert take(table, "--period-style", "year").facts == [("2023", 12.3), ("2024", 12.7)]


@pytest.mark.parametrize("names", ["10월,11월,12월,1월", "Oct,Nov,Dec,Jan"])
def test_months_below_a_year_that_go_beyond_it(take: Take, names: str) -> None:
    """January was recorded in the year before its own."""
    took = take(f",2023,,,,2024,,,\n,{names},{names}\nRate,6.1,6.2,6.3,6.4,6.5,6.6,6.7,6.8\n")
    assert took.code == 4
    assert "over the end of a year" in took.said


@pytest.mark.parametrize("parts", [
    ["1분기", "2분기", "3분기", "4분기"], ["1/4", "2/4", "3/4", "4/4"], ["Q1", "Q2", "Q3", "Q4"],
])  # fmt: skip
@pytest.mark.parametrize(("head", "merged"), [
    (["항목", 2023], ["A1:A2", "B1:E1"]), (["항목", "2023"], []), ([None, 2023], []),
])  # fmt: skip
def test_quarters_below_the_only_year(
    take: Take, head: list[str | int | None], merged: list[str], parts: list[str]
) -> None:
    """Two columns were to be named, of which neither had all that was asked for."""
    table = xlsx([head, [None, *parts], ["기업", 20, 25, 26, 30]], merged=merged)
    quarters = [(f"2023-Q{n}", value) for n, value in enumerate((20, 25, 26, 30), 1)]
    assert take(table, target="firms").facts == quarters


def test_the_whole_of_the_only_year(take: Take) -> None:
    table = xlsx([["항목", 2023], [None, "계", "1분기", "2분기"], ["기업", 45, 20, 25]])
    assert "the periods are of several kinds" in take(table, target="firms").said
    took = take(table, "--period-style", "quarter", target="firms")
    assert took.facts == [("2023-Q1", 20), ("2023-Q2", 25)]


@pytest.mark.parametrize(
    "head", [["작성", 2023], ["항목", "2023.12"], ["항목", 2023, None, "비고"]]
)
def test_what_is_no_year_of_the_quarters_below(take: Take, head: list[str | int | None]) -> None:
    rows = [head, ["항목", "1분기", "2분기"], ["기업", 20, 25]]
    assert take(xlsx(rows), target="firms").code == 4


def test_a_figure_of_two_items_is_none_of_the_first(take: Take) -> None:
    """6.25 in a cell over two rows was that of the upper one alone."""
    rows = [["항목", 2021, 2022], ["대기업", 6.25, 7], ["중소기업", None, 8]]
    took = take(xlsx(rows, merged=["B2:B3"]), "--filter", "항목=대기업")
    assert took.fates == ["refused", "new"]
    assert "the figure stands in a cell that is merged over several rows" in took.said
    rows[1][1] = "-"
    took = take(xlsx(rows, merged=["B2:B3"]), "--filter", "항목=대기업")
    assert took.facts == [("2022", 7)]


@pytest.mark.parametrize(("merged", "item"), [
    ("B2:B3", "중소기업"), ("B2:B4", "대기업"), ("B2:B4", "중소기업"), ("B2:B4", "소상공인"),
])  # fmt: skip
def test_a_figure_of_several_items_is_none_of_any(take: Take, merged: str, item: str) -> None:
    rows = [["항목", 2021, 2022], ["대기업", 6.25, 7], ["중소기업", None, 8], ["소상공인", None, 9]]
    took = take(xlsx(rows, merged=[merged]), "--filter", f"항목={item}")
    assert took.fates == ["refused", "new"]
    assert "the figure stands in a cell that is merged over several rows" in took.said


def test_a_figure_below_one_of_several_items_is_its_own(take: Take) -> None:
    rows = [["항목", 2021, 2022], ["대기업", 6.25, 7], ["중소기업", None, 8], ["소상공인", 5, 9]]
    took = take(xlsx(rows, merged=["B2:B3"]), "--filter", "항목=소상공인")
    assert took.facts == [("2021", 5), ("2022", 9)]


@pytest.mark.parametrize("table", [
    "구분,2023,2024\n전체,1,2\n,,\n제조,3,4\n",
    "구분,2023,2024\n전체,1,2\n주) 표본조사,,\n제조,3,4\n",
    "구분,2023,2024\n전체,1,2\n구분,2023,2024\n제조,3,4\n",
    ",구분,2023,2024\n101,전체,1,2\n102,제조,3,4\n",
])  # fmt: skip
def test_rows_below_what_holds_no_figures(take: Take, table: str) -> None:
    """An empty row, a remark or the header said again ends no table, and codes need no heading."""
    assert take(table, "--filter", "구분=제조").facts == [("2023", 3), ("2024", 4)]


@pytest.mark.parametrize(("second", "status"), [
    ("구분,,p", "provisional"), (",,p", "provisional"), ("전체,,p", "final"),
])  # fmt: skip
def test_a_row_of_marks_below_the_periods(take: Take, second: str, status: str) -> None:
    """That of an item is none."""
    took = take(f"구분,2023,2024\n{second}\n제조,3,4\n", "--filter", "구분=제조")
    assert took.facts == [("2023", 3), ("2024", 4)]
    assert [row["status"] for row in took.answer["rows"]][-2:] == ["final", status]


@pytest.mark.parametrize(("table", "said"), [
    ("출처,통계청\n구분,2023,2024\n전체,3,4\n", ""), ("A,B,C\nx,1,y\n", "no column of periods"),
    ("출처,통계청\n", "no column of periods"),
])  # fmt: skip
def test_a_table_that_is_said_to_be_wide(
    take: Take, tmp_path: Path, table: str, said: str
) -> None:  # fmt: skip
    (tmp_path / "mapping.toml").write_text('layout = "wide"', "utf-8")
    took = take(table, "--mapping", str(tmp_path / "mapping.toml"))
    if said:
        assert said in took.said
    else:
        assert took.facts == [("2023", 3), ("2024", 4)]


#: As an office of several languages writes it: the title in each above its labels, and the unit.
TONGUES = """\
1.2 Колдонуу,1.2 Использование,1.2 Use of AI,,,
(пайыз),(в процентах),(in percent),,,
,,,,,
Аталышы,Наименование,Items,2021,2022,2023
Өлкө,Страна,Country,5.1,5.6,6.4
Аялдар,Женщины,Women,4.1,4.6,5.4
"""


def test_a_title_in_several_languages(take: Take) -> None:
    """Three texts above the labels alone are no header; no table of such an office was found."""
    took = take(TONGUES, "--filter", "Items=Country")
    assert took.facts == [("2021", 5.1), ("2022", 5.6), ("2023", 6.4)]
    other = TONGUES.replace("(in percent),", "(in percent),7").replace(",Items", ",Item")
    assert "no column of periods and of figures is known" in take(other).said


@pytest.mark.parametrize(("heads", "periods"), [
    ("2023.3/4,4/4,2024.1/4,2/4(p)", ["2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2"]),
    ("2023.3/4,4/4,1/4,2/4", ["2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2"]),
    ("2023.12월,1월,2월,3월", ["2023-12", "2024-01", "2024-02", "2024-03"]),
    ("'23.3/4,4/4,'24.1/4,2/4", ["2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2"]),
    ("2023 상반기,하반기,2024 상반기,하반기", ["2023-S1", "2023-S2", "2024-S1", "2024-S2"]),
    ("2023.6월말,12월말,2024.6월말,12월말", ["2023-06", "2023-12", "2024-06", "2024-12"]),
    ("2023.3월,5월,7월,9월", ["2023-03", "2023-05", "2023-07", "2023-09"]),
    ("Nov 2023,Dec,Jan 2024,Feb", ["2023-11", "2023-12", "2024-01", "2024-02"]),
])  # fmt: skip
def test_headings_that_go_on_with_the_year_before_them(
    take: Take, heads: str, periods: list[str]
) -> None:
    took = take(f"Item,{heads},Change\nRate,5,6,7,8,1\n")
    assert took.facts == [(period, nth) for nth, period in enumerate(periods, 5)]
    assert took.answer["notes"][-1] == 'not read, being no period: "Change"'


@pytest.mark.parametrize(("heads", "heading"), [
    ("2023.1/4,2/4,3/4,4/4,1/4", "1/4"), ("2023.3/4,1/4", "1/4"), ("2023.4/4,2/4", "2/4"),
    ("2023.6월,12월,6월", "6월"), ("2023.1/4,2/4,4/4", "4/4"), ("2023.2/4,2024.2/4,1/4", "1/4"),
])  # fmt: skip
def test_a_heading_of_which_nobody_says_the_year(take: Take, heads: str, heading: str) -> None:
    assert f'"{heading}" above figures has no year' in take(f"Item,{heads}\nRate,5,6,7,8,9\n").said


@pytest.mark.parametrize(("head", "facts"), [
    ("Sysselsatte 2023;Sysselsatte 2024;Prosent 2023;Prosent 2024", [("2023", 7), ("2024", 8)]),
    ("Sysselsatte 2023K4;Sysselsatte 2024K1;Prosent 2023K4;Prosent 2024K1",
     [("2023-Q4", 7), ("2024-Q1", 8)]),
])  # fmt: skip
def test_headings_that_end_with_their_periods(
    take: Take, head: str, facts: list[tuple[str, int]]
) -> None:
    """As the offices of the North give them; of one measure none is chosen."""
    table = f"kjønn;{head}\nBegge;500;600;7;8\n"
    assert 'choose one with --filter "header 1=Sysselsatte"' in take(table).said
    assert take(table, "--filter", "header 1=Prosent").facts == facts
    took = take("12441: Prosent\n\n구분,고용률 2023년,고용률 2024년p\n계,7,8\n")
    assert took.facts == [("2023", 7), ("2024", 8)]
    assert [row["status"] for row in took.answer["rows"]][-2:] == ["final", "provisional"]


@pytest.mark.parametrize("head", [
    "Since 2023,Since 2024", "as of March 2023,as of March 2024", "상반기 2023,상반기 2024",
    "Rate 2023,Rank 2024", "Rate 2023,Note 2024,Rate 2024", "FY 2023,FY 2024",
    "Rate 2023,Rate 2023",
])  # fmt: skip
def test_headings_with_years_that_are_no_periods(take: Take, head: str) -> None:
    assert take(f"name,{head}\nKorea,7,8{',9' * (head.count(',') - 1)}\n").code == 4


def test_months_behind_a_point_and_a_blank(take: Take) -> None:
    """As the tables of Korea's press releases have them; no option helped."""
    head = [
        ["구분", "2025. 9", None, "2025. 10", None, "2026. 9p", None],
        [None, *["율", "증감"] * 3],
    ]
    book = xlsx([*head, ["전체", 63.3, 0.1, 63.4, 0.2, 63.7, 0.4]],
                ("A1:A2", "B1:C1", "D1:E1", "F1:G1"))  # fmt: skip
    options = ("--filter", "header 2=율")
    assert "say which with --period-style month" in take(book, *options).said
    took = take(book, *options, "--period-style", "month", published="2026-10-16")
    assert took.facts == [("2025-09", 63.3), ("2025-10", 63.4), ("2026-09", 63.7)]
    assert [row["status"] for row in took.answer["rows"]] == ["final", "final", "provisional"]
    assert take("시점,값\n2024. 3,5\n2024. 4,6\n", "--period-style", "quarter").facts == [
        ("2024-Q3", 5), ("2024-Q4", 6),
    ]  # fmt: skip
