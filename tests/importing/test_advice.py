"""What an import says where it stops: the whole of it, and of which series."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.importing.conftest import Take


@pytest.mark.parametrize(
    ("name", "advice"),
    [("zzzzzz", "name one of targets.toml"), ("Shares", 'did you mean "share"?')],
)
def test_a_target_that_is_not_there(take: Take, name: str, advice: str) -> None:
    took = take(f"period,value,target\n2024,6.4,{name}\n", target=None)
    assert took.reasons == [f'there is no target "{name}"; {advice}']


def test_a_column_that_a_mapping_names_and_the_table_lacks(take: Take, tmp_path: Path) -> None:
    file = tmp_path / "mapping.toml"
    file.write_text('target = "share"\ncolumns = { note = "Sort" }\n', "utf-8")
    took = take("Year,Value,Remark\n2023,7,x\n", "--mapping", str(file), target=None)
    assert 'there is no column "Sort"; choose from "Year", "Value", "Remark"' in took.said


def test_rows_in_which_a_column_is_empty(take: Take, tmp_path: Path) -> None:
    file = tmp_path / "mapping.toml"
    file.write_text('target = "share"\nfilter = { Region = "" }\n', "utf-8")
    table = "Region,Year,Value\nNorth,2023,7\n,2023,8\n"
    assert take(table, "--mapping", str(file), target=None).facts == [("2023", 8)]


@pytest.mark.parametrize(("texts", "advised"), [
    (("Seoul", "Busan", "Total"), "Total"), (("서울", "전국"), "전국"), (("F", "M", "_T"), "_T"),
    (("Men", "Totals of men"), "Men"),
])  # fmt: skip
def test_of_several_rows_the_whole_is_advised(
    take: Take, texts: tuple[str, ...], advised: str
) -> None:
    """It was the first, and so mostly a part."""
    rows = "".join(f"{text},2023,{nth}\n" for nth, text in enumerate(texts, 5))
    said = take(f"Region,Year,Value\n{rows}").said
    assert f'choose one with --filter "Region={advised}"' in said


MANY = "target,period,value,Region\nfirms,2022,100,A\n"


def test_a_doubt_names_its_series(take: Take) -> None:
    """Where there are several."""
    table = "target,series,period,value,Region\nfirms,main,2022,100,A\n"
    table += "share,survey,2022,7,A\nshare,survey,2023,8,B\n"
    said = take(table, target=None).said
    assert 'share/survey: the rows differ in Region ("A", "B"); choose one' in said
    assert '"Region=A", or each that is of the series with one more --filter' in said


@pytest.mark.parametrize(
    ("regions", "said"),
    [
        ("ABCD", '4 rows (row 3, row 4, row 5, row 6) that differ in Region ("A", "B", "C", "D")'),
        ("ABCDE", "5 rows (row 3, row 4, row 5, row 6, …) that differ in Region"),
        ("ABCDEF", 'Region ("A", "B", "C", "D", "E", "F");'),
        ("ABCDEFG", 'Region ("A", "B", "C", "D", "E", "F", …);'),
    ],
)
def test_rows_of_one_period_are_listed(take: Take, regions: str, said: str) -> None:
    took = take(MANY + "".join(f"share,2022,7,{one}\n" for one in regions), target=None)
    assert f"share/main: 2022 stands in {len(regions)} rows (row 3" in took.said
    assert said in took.said


def test_kinds_of_periods_are_listed(take: Take) -> None:
    said = take("period,value\n2023,7\n2023-Q4,8\n2024,9\n2024-Q4,9\n").said
    assert "written: the periods are of several kinds: year (2023), quarter (2023-Q4)" in said


@pytest.mark.parametrize(("value", "code"), [(215, 0), (225, 4)])
def test_twice_the_last_figure_and_not_the_one_before(
    take: Take, project: Path, value: int, code: int
) -> None:
    """215 is less than twice 110, and more than twice 105."""
    folder = project / "observations" / "firms"
    folder.mkdir(parents=True)
    for year, firms in {2020: 100, 2021: 105, 2022: 110}.items():
        (folder / f"{year}_{year + 1}-03-01.toml").write_text(f"value = {firms}\n")
    took = take(f"Year,Value\n2023,{value}\n", target="firms")
    assert took.code == code
    said = f"row 2: {value} follows 110, which never changed by over 5"
    assert (said in took.said) == bool(code)
    both = take(f"target,Year,Value\nfirms,2023,{value}\nshare,2023,7\n", target=None)
    assert (f"firms/main: {said}" in both.said) == bool(code)


@pytest.mark.parametrize(
    ("year", "value", "code"), [(2018, 500, 4), (2018, 499, 0), (2024, 1000, 0), (2024, 5000, 4)]
)
def test_many_times_as_much_after_some_years(
    take: Take, project: Path, year: int, value: int, code: int
) -> None:
    """Ten times as many firms after three years are doubtful, and after nine a hundred times."""
    folder = project / "observations" / "firms"
    folder.mkdir(parents=True)
    (folder / "2015_2016-03-01.toml").write_text("value = 50\n")
    took = take(f"Year,Value\n{year},{value}\n", target="firms")
    assert took.code == code, took.said


def test_the_error_of_a_figure_without_one(take: Take, project: Path) -> None:
    """It is in the unit of the figure; what stands for nothing is no error."""
    table = "period,value,standard_error\n2023,0.07,0.005\n2024,0.08,-\n"
    took = take(table, "--scale", "100", write=True)
    assert took.code == 0, took.said
    (written,) = (project / "observations/share").rglob("*.toml")
    assert re.findall("value = .*|standard_error = .*", written.read_text("utf-8")) == [
        "value = 7", "standard_error = 0.5", "value = 8",
    ]  # fmt: skip


def test_a_figure_without_its_label_is_no_remark(take: Take) -> None:
    """It may be of another region; a text alone in its row says something of the table."""
    table = "Region,2022,2023\nAll,5,6\n{}\n"
    took = take(table.format(",,7p"))
    assert 'the rows differ in Region ("All", "")' in took.said
    assert take(table.format(",,see below")).facts == [("2022", 5), ("2023", 6)]


@pytest.mark.parametrize("one", ["1", "0.5"])
def test_one_share_that_was_written_as_a_fraction(take: Take, one: str) -> None:
    said = take(f"Year,Value\n2021,45\n2022,50\n2023,{one}\n").said
    assert f"row 4: {one} is between 0 and 1, other figures are not" in said
    assert "; write 12.3 for 12.3 %, or --scale 1 if they are in the unit already" in said


def test_a_series_that_is_not_there(take: Take) -> None:
    took = take("period,value,series\n2024,6.4,other\n")
    remedy = "choose from main, survey, number, or declare it in targets.toml"
    assert took.reasons == [f'target "share" has no series "other"; {remedy}']


@pytest.mark.parametrize("texts", [("Jan", "Feb", "March"), ("2023-01", "2023-02", "2023-03")])
def test_months_beside_their_periods_are_no_types(take: Take, texts: tuple[str, ...]) -> None:
    rows = "".join(f"2023-0{n},{n},{text}\n" for n, text in enumerate(texts, 1))
    took = take("period,value,Type\n" + rows)
    assert (took.code, len(took.facts)) == (0, 3)


def test_a_size_is_shown_where_it_stands(take: Take) -> None:
    said = take("In thousands\nYear,Value\n2023,530\n2024,540\n", target="firms").said
    assert '"In thousands" speaks of "thousands", and the unit is "companies"' in said
    assert "add --scale 1000, or --scale 1 if they are in the unit already" in said


def test_a_long_line_in_place_of_a_figure(take: Take) -> None:
    """Longer than a preview shows; so long it still stands for nothing."""
    took = take("Year,Value\n2022,7\n2023," + "-" * 70 + "\n")
    assert (took.code, took.fates) == (0, ["new", "skipped"])


@pytest.mark.parametrize(("value", "code"), [("1.9", 4), ("2.5", 0)])
def test_shares_that_may_be_parts_of_one(take: Take, project: Path, value: str, code: int) -> None:
    """1.9 may be 190 % where 40 is the least that is known; 2.5 is too much for that."""
    file = project / "targets.toml"
    text = file.read_text("utf-8").replace("period = 2020, value = 2", "period = 2020, value = 40")
    file.write_text(text.replace("goal = { value = 30,", "goal = { value = 60,"), "utf-8")
    took = take(f"Year,Value\n2023,{value}\n2024,{value}\n")
    assert took.code == code, took.said


def test_months_that_may_be_years_of_a_budget(take: Take, project: Path) -> None:
    """Unless the series has months."""
    table = "period,value\n2008-09,7\n2009-10,8\n"
    assert take(table).code == 4
    folder = project / "observations" / "share"
    folder.mkdir(parents=True)
    (folder / "2008-01_2008-03-01.toml").write_text("value = 6\n")
    took = take(table)
    assert took.code == 0, took.said


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("Type,Group,Year,Value\n{0}", ()),
        ("Office,Group,Year,Value\n{0}", ("--filter", "Office=1")),
        ("Office,Brand,Year,Value\n{0}", ("--filter", "Office=1")),
    ],
)
def test_a_column_of_words_behind_one_that_says_nothing(
    take: Take, table: str, words: tuple[str, ...]
) -> None:
    rows = "1,A,2021,7\n1,A,2022,8\n1,B,2023,9\n1,B,2024,9\n"
    label = table.split(",")[1]
    assert f'the rows differ in {label} ("A", "B")' in take(table.format(rows), *words).said


def test_a_heading_between_figures(take: Take) -> None:
    said = take("Year,Value\n2022,7\n2023,8\nMen,\n2022,6\n2023,6\n").said
    assert 'row 4, "Men", stands between figures and has none' in said
    assert "; if what follows is of something else, import it apart" in said


TOTAL = """
[[target]]
id = "spent"
title = "Spent so far"
kind = "total"
unit = "KRW bn"
direction = "up"
goal = { value = 300, by = 2030 }
"""


@pytest.mark.parametrize(
    ("recorded", "row", "said"),
    [
        ({2020: 50, 2021: 40}, "2023,60", ""),  # what is recorded is in doubt nowhere else
        ({2020: 50}, "2021,40", "40 of 2021 is less than 50 before"),
        ({2022: 50}, "2021,60", "50 of 2022 is less than 60 before"),
        ({2020: 2}, "2021,190", ""),
        ({2020: 2}, "2021,210", "210 stands beside 2 of 2020"),
    ],
)
def test_a_running_total(
    take: Take, project: Path, recorded: dict[int, int], row: str, said: str
) -> None:
    """It may grow a hundred times within a year, and must not fall."""
    file = project / "targets.toml"
    file.write_text(file.read_text("utf-8") + TOTAL, "utf-8")
    folder = project / "observations" / "spent"
    folder.mkdir(parents=True)
    for year, value in recorded.items():
        (folder / f"{year}_{year + 1}-03-01.toml").write_text(f"value = {value}\n")
    took = take(f"Year,Value\n{row}\n", target="spent")
    assert took.code == (4 if said else 0), took.said
    assert said in took.said


def test_a_quarter_that_a_filter_chose(take: Take) -> None:
    """Its own words, and the column in which they stand."""
    table = "Quarter,Year,Value\nQ4,2022,7\nQ3,2022,6\nQ4,2023,8\n"
    said = take(table, "--filter", "Quarter=Q4", "--period-column", "Year").said
    assert 'the periods are years, and the figures those of Quarter "Q4"' in said


@pytest.mark.parametrize(("label", "code"), [("Item", 4), ("Note", 0)])
def test_a_size_beside_the_figures(take: Take, label: str, code: int) -> None:
    """In a name, and not in a remark on it."""
    took = take(f"{label},Year,Value\nthousands of them,2022,530\n", target="firms")
    assert took.code == code, took.said


def test_a_remark_between_two_figures_of_which_the_later_comes_first(take: Take) -> None:
    took = take("Year,Value\n2023,8\nrevised since,\n2022,7\n")
    assert (took.code, took.facts) == (0, [("2023", 8), ("2022", 7)])


def test_twenty_columns_are_enough_to_choose_from(take: Take, tmp_path: Path) -> None:
    names = [f"c{n}" for n in range(1, 25)]
    mapping = tmp_path / "m.toml"
    mapping.write_text('columns = { standard_error = "SE" }\n')
    table = f"period,value,{','.join(names)}\n2023,6.4{',' * len(names)}\n"
    took = take(table, "--mapping", str(mapping))
    assert took.code == 4
    assert '"SE"' in took.said
    assert ('"c18"' in took.said, '"c19"' in took.said) == (True, False)


#: As Eurostat gives a spreadsheet whose years stand below each other, and Destatis its tables.
TURNED = """\
Dataset:,Unemployment by sex and age
Last updated:,12/12/2024 23:00

Time frequency,,Annual
GEO (Labels),European Union - 27 countries (from 2020),Belgium
TIME,,
2022,6.1,5.6
2023,6.0,5.5
"""
DIVIDED = """\
Gestorbene: Deutschland;;;
;;Geschlecht;Geschlecht
;;weiblich;Insgesamt
2022;Unfall;5;7.5
2023;Unfall;6;8
"""


def test_the_header_that_is_shown_stands_above_the_figures(take: Take) -> None:
    """It was the first row with two cells; and a name was cut off, which nobody could type."""
    said = take(TURNED).said
    assert said.endswith(
        'row 5 has "GEO (Labels)", "European Union - 27 countries (from 2020)", "Belgium"\n'
    )
    whole = ("--value-column", "European Union - 27 countries (from 2020)")
    took = take(TURNED, "--period-column", "GEO (Labels)", *whole)
    assert took.facts == [("2022", 6.1), ("2023", 6)]
    assert 'row 3 has "column 1", "column 2", "weiblich", "Insgesamt"' in take(DIVIDED).said
    series = 'Title,"Rate, %"\nCode,MGSX\nRelease date,14-10-2025\nNotes,\n2022,6\n2023,5\n'
    assert 'row 1 has "Title", "Rate, %"' in take(series).said


def test_what_a_column_has_is_shown_where_one_is_to_be_chosen(take: Take) -> None:
    name = "Number of deaths from exposure to forces of nature"
    table = f"Year,Series,Sex,Value\n2022,{name},F,5\n2022,Rate,F,6\n"
    assert f'--filter "Sex=F"; Series has "{name}", "Rate"; Sex has "F"' in take(table).said
    assert f'Series has "{name}", "Rate"' in take(table, "--filter", "Series=x").said


@pytest.mark.parametrize(("texts", "chosen"), [
    (("Base", "Actual"), "Actual"), (("계", "실적", "계획"), "실적"), (("서울", "계"), "계"),
])  # fmt: skip
def test_which_rows_are_chosen_in_advice(take: Take, texts: tuple[str, ...], chosen: str) -> None:
    """Those that say they are results, before the whole among its parts, before all others."""
    rows = "".join(f"2022,{text},{5 + n}\n" for n, text in enumerate(texts))
    assert f'choose one with --filter "구분={chosen}"' in take(f"시점,구분,값\n{rows}").said


@pytest.mark.parametrize("period", ["2023년", "FY2023", "-"])
def test_a_period_beside_words_is_no_remark(take: Take, period: str) -> None:
    """Its figure is at fault; to delete the row was the advice of a remark."""
    said = take(f"Year,Value\n2022,6\n{period},soon\n2024,6.4\n").said
    assert "row 3: 'soon' does not begin with a number" in said


PARTS = "Year,Series,Adjusted,Age,Sex,Value\n" + "".join(
    f"{year},{series},{adjusted},{age},{sex},{value}\n"
    for year, value in ((2023, 6), (2024, 6.4))
    for series in ("rate", "quarterly")
    for adjusted in ("no", "total")
    for age, sex in (("", ""), ("16 to 24", ""), ("16 to 24", "F"))
)


def test_filters_that_choose_a_row_where_all_are_parts(take: Take) -> None:
    """The advice was the column of the series, by which no row was chosen, and no other was named:
    those of the rows with the fewest parts, and of them that of a whole."""
    said = take(PARTS).said
    assert "every row is disaggregated (by Adjusted, Age, Sex)" in said
    assert 'choose one with --filter "Series=rate" --filter "Adjusted=total"; Series has' in said
    assert 'Adjusted has "no", "total"' in said
    chosen = ("--filter", "Series=rate"), ("--filter", "Adjusted=total")
    assert take(PARTS, *chosen[0], *chosen[1]).facts == [("2023", 6), ("2024", 6.4)]
    assert 'choose one with --filter "Adjusted=total"; A' in take(PARTS, *chosen[0]).said


@pytest.mark.parametrize("below", [
    "Source,Statistics Korea", "자료,통계청", "Link,https://example.org/?id=17",
])  # fmt: skip
def test_a_remark_in_two_cells_below_a_table(take: Take, below: str) -> None:
    """To write a number in place of "Statistics Korea" was the advice."""
    took = take(f"연도,비율\n2023,6\n2024,6.4\n{below}\n합계,-\n")
    assert took.fates == ["new", "new", "refused", "skipped"]
    assert took.reasons[2] == (
        "the row has neither a period nor a figure; delete it in the file if it is a remark"
    )


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("share,2024-13,abc,maybe,foo,x1,z", ("'abc' does", '"2024-13" is', "status: ", "url: ",
                                              'standard_error: "x1"', 'the status code "z"')),
        ("shere,2024-13,abc,final,,,", ('did you mean "share"?', '"2024-13" is not')),
        ("share,2024,6,,https://x.kr,1 ha,b", ("standard_error: ", 'the status code "b"')),
        ("share,,7,,foo,,", ("the period is empty", "url: ")),
    ],
)  # fmt: skip
def test_all_faults_of_a_row_are_told(take: Take, row: str, told: tuple[str, ...]) -> None:
    """Each cost a run of its own."""
    reason = take(f"target,period,value,status,url,standard_error,OBS_STATUS\n{row}\n", target=None)
    for part in told:
        assert part in str(reason.reasons[0])


def test_rows_of_another_kind_are_left_out_whatever_else_they_say(take: Take) -> None:
    table = "period,value,url\n2023,7,\n2023-Q4,8,foo\n"
    took = take(table, "--period-style", "year")
    assert took.fates == ["new", "skipped"]


WOMEN = 'add --filter "Sex=Women" if'


@pytest.mark.parametrize(
    ("table", "target", "asked"),
    [
        ("Year,Sex,value,unit\n2023-12-31,Women,5,EUR\n2024-12-31,Women,6,EUR\n", "money",
         (WOMEN, "last day of a month", "is in EUR")),
        ("Year,Sex,value,Status\n202303,Women,0.05,Nowcast\n202306,Women,0.06,Nowcast\n", "share",
         (WOMEN, "add --scale 100", "say which with --period-style", "or add --status")),
        ("Waste (kg)\nRegion,2021/22,2022/23\nNorth,5,6\nSouth,5,6\n", "firms",
         ('"Region=North"', "--period-style last-year")),
        ("Year;value\n202303;1,234\n202304;1,345\n", "money",
         ('add --decimal ","', "say which with --period-style")),
        ("Firms, forecast\nYear,Value,unit\n202303,5,firms\n202306,6,firms\n", "firms",
         ("add --status estimated", '--unit "companies"', "--period-style month")),
        ("Waste per capita\nYear,value,unit\n2023,5,EUR\n", "money", ("per capita", "in EUR")),
    ],
)  # fmt: skip
def test_rows_that_cannot_be_read_hide_no_question(
    take: Take, table: str, target: str, asked: tuple[str, ...]
) -> None:
    """Each was asked when the one before was answered."""
    said = take(table, target=target).said
    for part in asked:
        assert part in said


def test_of_a_row_without_its_period_nothing_is_said_that_rests_on_it(take: Take) -> None:
    """What stands for it is no more than a guess."""
    table = "Year,value\n202303,5\n202303,6\n"
    took = take(table)
    assert "say which with --period-style" in took.said
    assert "stands in" not in took.said


@pytest.mark.parametrize("table", [
    "TIME_PERIOD,OBS_VALUE,OBS_FLAG\n2025,6.4,p\n", "시점\t값\n2025\t6.4 p\n",
])  # fmt: skip
def test_a_first_figure_of_a_year_that_is_not_over(take: Take, project: Path, table: str) -> None:
    """What is advised works, whatever the file calls it, and that is kept in the note."""
    assert "or add --status estimated where all are" in take(table).said
    assert take(table, "--status", "estimated", write=True).code == 0
    (file,) = (project / "observations/share").rglob("*.toml")
    assert re.findall("(?:status|note) = (.*)", file.read_text("utf-8")) == [
        '"estimated"', '"provisional in the file"'
    ]  # fmt: skip


def test_a_scale_that_is_refused_is_not_advised(take: Take) -> None:
    said = take("(단위 : 백만원),\n연도,값\n2024,6400\n", "--scale", "0.001", target="money").said
    assert "leave the scale out" in said
    assert "add --scale" not in said


def test_a_filter_by_the_name_at_the_corner(take: Take) -> None:
    """The periods stand in the header row beside it."""
    table = "조사연도,2023,2024\n비율,5,6\n주) 표본조사,,\n"
    took = take(table, "--filter", "조사연도=2024")
    assert took.code == 4
    advised = 'perhaps --filter "header 1=2024" is meant'
    assert f'no row is chosen; 조사연도 has "비율"; {advised}' in took.said
    assert take(table, "--filter", "header 1=2024").facts == [("2024", 6)]


def test_how_figures_behind_a_break_become_a_series_of_their_own(take: Take) -> None:
    table = "Item,2022,2023,2024\nRate,5,6,7\nBreak in series in 2023,,,\n"
    advised = '(--filter "header 1=2023" and so on, with --series NAME)'
    assert f"as a series of their own {advised}, or add" in take(table).said
    options = ("--filter", "header 1=2023", "--filter", "header 1=2024", "--series", "survey")
    assert take(table, *options).facts == [("2023", 6), ("2024", 7)]
    undeclared = take(table, "--series", "since-2023")
    assert (undeclared.code, "declare a new one as [[target.series]]" in undeclared.said) == (
        2,
        True,
    )


@pytest.mark.parametrize(("title", "texts", "advised"), [
    ("청년고용률(15~29세)", ("계", "15 - 29세", "30 - 39세"), "15 - 29세"),
    ("남녀 고용률 격차", ("남성 고용률(A)", "여성 고용률(B)", "격차(A-B)"), "격차(A-B)"),
    ("여성 관리자 비율", ("전체 관리자(명)", "여성 관리자(명)", "비율(%)"), "비율(%)"),
    ("Employment of women", ("Total", "Men", "Women"), "Women"),
    ("Employment of women and of men", ("Total", "Men", "Women"), "…"),
    ("Employment, total", ("Men", "Total"), "Total"),
])  # fmt: skip
def test_of_several_rows_the_one_is_advised_of_which_the_target_speaks(
    take: Take, project: Path, title: str, texts: tuple[str, ...], advised: str
) -> None:
    path = project / "targets.toml"
    path.write_text(path.read_text("utf-8").replace("Firms using AI", title), "utf-8")
    table = "Item,2022,2023\n" + "".join(f"{text},5,6\n" for text in texts)
    assert f'choose one with --filter "Item={advised}"' in take(table).said
    if advised not in (texts[0], "…", "Total"):
        (note,) = take(table, "--filter", f"Item={texts[0]}").answer["notes"]
        assert note.startswith(f'share speaks of "{advised}"')
        assert note.endswith(f', and Item is "{texts[0]}"')
    if advised in texts:
        assert take(table, "--filter", f"Item={advised}").answer["notes"] == []


def test_of_a_mixture_only_the_mixture_is_told(take: Take) -> None:
    """The mean of a number and a rate is no size, and a number is in conflict with no rate: whoever
    followed the last of three complaints would add --scale 1."""
    assert take("Year,Value\n2022,6.1\n2023,6.4\n", write=True).code == 0
    took = take("항목,2022,2023\n기업 수,13092,13978\n비중,6.1,6.4\n")
    assert took.code == 4
    assert took.said.count("kpi: ") == 1
    assert "the rows differ in 항목" in took.said
