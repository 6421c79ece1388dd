"""A footnote whose sign stands beside the figure, or behind its label, and says provisional."""

from pathlib import Path

import pytest

from tests.importing.conftest import Take
from tests.importing.sheets import xlsx


@pytest.mark.parametrize("sign", ["*", "1)", "(1)", "¹", "¹)", "†", "1"])
@pytest.mark.parametrize(("note", "status"), [
    ("잠정치", "p"), ("Provisional figures", "p"), ("추정치임", "e"), ("Forecast by the bank", "e"),
    ("잠정치로, 확정 시 변경", "p"),
])  # fmt: skip
def test_a_sign_beside_the_figures(take: Take, sign: str, note: str, status: str) -> None:
    """The figure of 2023 was recorded as final."""
    rows = [["연도", "값", None], [2022, 6.1, None], [2023, 6.4, sign]]
    below = f"{'1)' if sign == '1' else sign} {note}"
    took = take(xlsx([*rows, [below]]))
    assert took.code == 4
    assert f'the note "{below}" is about "{sign}", and its figures count as results' in took.said
    assert f"write {status} behind these figures" in took.said
    assert take(xlsx([*rows, [below]]), "--status", "final").code == 0
    assert take(xlsx(rows), "--status", "final").code == 0


@pytest.mark.parametrize("label", ["이용률1)", "이용률 1)", "이용률¹⁾", "이용률(1)", "이용률1,2)"])
@pytest.mark.parametrize("below", [
    "1) 잠정치", "주: 1) 잠정치 2) 표본 변경", "주1) 잠정치", "2) 표본 변경 1) 잠정치임",
])  # fmt: skip
def test_a_sign_behind_a_label(take: Take, label: str, below: str) -> None:
    table = xlsx([["구분", "2022", "2023"], [label, 6.1, 6.4], [below]])
    took = take(table)
    assert took.code == 4
    assert "add --status provisional, or --status final if they were measured" in took.said
    assert take(table, "--status", "provisional").code == 0


def test_a_sign_over_the_figures(take: Take) -> None:
    table = xlsx([["연도", "이용률1)"], [2022, 6.1], [2023, 6.4], ["1) 추정치"]])
    assert 'the note "1) 추정치" is about "이용률1)"' in take(table).said


@pytest.mark.parametrize(("label", "below"), [
    ("이용률(p)", "p = provisional"), ("이용률 (P)", "p: provisional; r: revised"),
    ("이용률 p)", "p) 잠정치"), ("이용률(P)", "주: P는 잠정치"), ("이용률 (p)", "(p) provisional"),
    ("이용률(e)", "r: revised, e: estimate"),
])  # fmt: skip
def test_a_letter_behind_a_label_or_over_the_figures(take: Take, label: str, below: str) -> None:
    """The figures were final, though the legend says what the letter is."""
    for rows in ([["구분", "2022", "2023"], [label, 6.1, 6.4]], [["연도", label], [2022, 6.1]]):
        took = take(xlsx([*rows, [below]]))
        assert took.code == 4
        assert f'is about "{label}", and its figures count as results' in took.said
        assert take(xlsx([*rows, [below]]), "--status", "provisional").code == 0


def test_a_plan_in_some_rows(take: Take) -> None:
    rows = [["연도", "값", None], [2022, 6.1, None], [2023, 6.4, "*"], ["* 계획"]]
    assert "import these figures apart, or" in take(xlsx(rows)).said


@pytest.mark.parametrize(("label", "below"), [
    ("이용률2)", "1) 잠정치"), ("이용률", "1) 잠정치"), ("이용률1)", "1) 표본 변경"),
    ("이용률1)", "1) 잠정치 아님"), ("이용률1)", "1) Not provisional"),
    ("이용률1)", "1) 확정치로 잠정치가 아니다"), ("면적 km²", "2) 잠정치"),
    ("이용률(2021)", "1) 잠정치"), ("이용률1)", "주: 2) 잠정치 1) 표본 변경"),
    ("이용률1)", "1) 도입 계획 기업 제외"), ("이용률 (p)", "p: price"),
    ("이용률 (r)", "p: provisional"), ("이용률 (p)", "see provisional data"),
    ("이용률 (p)", "e: estimate"), ("이용률", "p: provisional"), ("(p) 이용률", "p) provisional"),
    ("Vitamin E", "e) estimate"), ("이용률 (GDP)", "p) provisional"),
])  # fmt: skip
def test_notes_on_something_else(take: Take, label: str, below: str) -> None:
    table = xlsx([["구분", "2022", "2023"], [label, 6.1, 6.4], [below]])
    took = take(table)
    assert "the note" not in took.said
    assert [row["status"] for row in took.answer["rows"] if row["value"]] == ["final", "final"]


@pytest.mark.parametrize(("cell", "legend", "remedy"), [
    ("6.4p", "p: projection", "write e in its place"), ("6.4p", "p: provisional", ""),
    ("6.4 p)", "p) 전망치", "write e in its place"), ("6.4e", "e: provisional estimate", ""),
    ("6.4e", "e = 잠정치", "write p in its place"),
    ("6.4e", "e: estimate", ""), ("6.4", "p: projection", ""),
])  # fmt: skip
def test_a_legend_that_says_another_thing_of_a_mark(
    take: Take, cell: str, legend: str, remedy: str
) -> None:
    """A p of a forecast was a first estimate."""
    for table in (f"Year,Value\n2023,6.1\n2024,{cell}\n{legend}\n",
                  f"구분,2023,2024{cell[3:]}\n비율,6.1,6.4\n{legend}\n"):  # fmt: skip
        took = take(table)
        assert (took.code, remedy in took.said) == (4 if remedy else 0, True), took.said


@pytest.mark.parametrize(("note", "asked"), [
    ("Note: break in series in 2023", True), ("주: 2023년부터 조사방식 변경으로 시계열 단절", True),
    ("2023 data are not comparable with earlier years", True), ("b: break in time series", False),
    ("주: '23년부터 조사방식 변경", True), ("23년부터 시계열 단절", True),
    ("Methodology changed in 2023", True), ("주: 2023년 조사부터 조사방법 변경", True),
    ("No break in series in 2023", False), ("Break in series in 2022", False),
])  # fmt: skip
def test_a_note_on_a_break(take: Take, note: str, asked: bool) -> None:
    """A cell that says so is refused, and what stood below the table was passed over."""
    table = f'Year,Value\n2022,6.1\n2023,6.4\n"{note}"\n'
    took = take(table)
    assert (took.code, "import those from 2023 on" in took.said) == (
        (4, True) if asked else (0, False)
    )
    assert take(table, "--status", "final").code == 0
    assert take(table, "--filter", "Year=2023").facts == [("2023", 6.4)]


@pytest.mark.parametrize(("note", "begun"), [
    ("주) 2025년 3월부터 시계열 단절", "2025-03"),
    ("Note: Break in series in March 2025", "2025-03"), ("'25.4월부터 단절", "2025-04"),
    ("※ 2025년 2월 표본개편으로 이전 자료와 직접 비교 불가", "2025-02"),
    ("주) 2025년 2분기부터 시계열 단절", "2025-Q2"), ("Break in series from Q2 2025", "2025-Q2"),
    ("시계열 단절: 2025-02", "2025-02"), ("주) 2025년 1월부터 시계열 단절", ""),
    ("Break in series in June 2025", ""), ("주) 2025년 하반기부터 단절", ""),
])  # fmt: skip
def test_a_note_on_a_break_within_a_year(take: Take, note: str, begun: str) -> None:
    """The year alone was compared, of which all figures are."""
    months = "".join(f"2025-{month:02},6.{month}\n" for month in range(1, 6))
    table = f'Month,Value\n{months}"{note}"\n'
    took = take(table)
    assert (took.code, f"import those from {begun} on" in took.said) == (
        (4, True) if begun else (0, False)
    )
    assert take(table, "--status", "final").code == 0


@pytest.mark.parametrize(("note", "status"), [
    ("주) 15~64세 기준이며 2023년은 추정치임", "estimated"),
    ("주) 15세 이상, 2023년은 추정치", "estimated"),
    ("주) 15~64세 기준이며 2023년은 잠정치임", "provisional"), ("2022, 2023 forecasts", "final"),
    ("15세 이상, 2023년은 목표치", "planned"), ("2022년 개편, 2023년은 추정치임", "final"),
])  # fmt: skip
def test_what_is_said_before_of_no_year_hides_nothing(take: Take, note: str, status: str) -> None:
    """An estimate was lost behind it; a year that stands before it may be of what follows."""
    took = take(f'연도,값\n2021,6.0\n2022,6.1\n2023,6.4\n"{note}"\n')
    assert [row["status"] for row in took.answer["rows"]][:3] == ["final", "final", status]


@pytest.mark.parametrize(("note", "remedy"), [
    ("Note: All data are preliminary.", "add --status provisional"),
    ("주: 본 자료는 잠정치임", "add --status provisional"),
    ("The latest figure is preliminary.", "write p behind these figures"),
    ("* 최근 연도는 잠정치임", "write p behind these figures"),
    ("Data for the most recent year are provisional", "write p behind these figures"),
    ("p: provisional data", ""), ("Provisional data are marked p", ""),
    ("Final data, replaces provisional figures", ""), ("Provisional data of 2020 were revised", ""),
])  # fmt: skip
def test_a_note_without_a_sign(take: Take, note: str, remedy: str) -> None:
    """It names no year, and the figures above it were final."""
    table = f'Year,Value\n2022,6.1\n2023,6.4\n"{note}"\n'
    took = take(table)
    assert (took.code, "says provisional" in took.said) == ((4, True) if remedy else (0, False))
    assert remedy in took.said
    for said in ("provisional", "final"):
        assert take(table, "--status", said).code == 0
    assert take(table.replace("6.4", "6.4p")).code == 0


def test_of_one_row_among_several(take: Take) -> None:
    """It is the note of a row that no filter chose."""
    table = xlsx([["구분", "2022", "2023"], ["이용률1)", 6.1, 6.4], ["도입률", 7.1, 7.4],
                  ["1) 잠정치"]])  # fmt: skip
    assert take(table, "--filter", "구분=도입률").code == 0
    assert "the note" in take(table, "--filter", "구분=이용률1)").said


def test_marks_that_are_read_end_the_question(take: Take) -> None:
    table = xlsx([["연도", "값", None], [2022, 6.1, None], [2023, "6.4p", "*"], ["* 잠정치"]])
    took = take(table)
    assert [row["status"] for row in took.answer["rows"][:2]] == ["final", "provisional"]
    assert took.code == 0


def test_a_sign_beside_one_of_several_periods(take: Take) -> None:
    """Not all figures of the row are said to be provisional."""
    rows = [["구분", 2022, None, 2023, None], ["이용률", 6.1, None, 6.4, "*"], ["* 잠정치"]]
    assert "write p behind these figures" in take(xlsx(rows)).said


def test_a_note_that_names_years(take: Take) -> None:
    """It is read as one without a sign is; what it says of estimates is not said of all."""
    rows = [["구분", "2022", "2023"], ["이용률1)", 6.1, 6.4]]
    took = take(xlsx([*rows, ["1) 2023년은 잠정치"]]))
    assert [row["status"] for row in took.answer["rows"][:2]] == ["final", "provisional"]
    assert took.code == 0
    assert "write e behind these figures" in take(xlsx([*rows, ["1) 2023년은 추정치"]])).said


NOTED = "연도,값{more},표시\n2022,6.1{cell},\n2023,6.4{cell},*\n* 잠정치\n"
FORECAST = "Projected firms\nperiod,value{more}\n2022,6.1{cell}\n2023,6.4{cell}\n"


@pytest.mark.parametrize(("table", "options", "told"), [
    (NOTED, (), "is about"), (FORECAST, (), "says estimated"),
    (NOTED, ("--status", "final"), ""), (FORECAST, ("--status", "final"), ""),
    (NOTED.format(more=",status", cell=",final"), (), ""),
    (FORECAST.format(more=",status", cell=",final"), (), ""),
    (NOTED.format(more=",target", cell=",share"), None, ""),
    (FORECAST.format(more=",target", cell=",share"), None, ""),
    (FORECAST.format(more="", cell=" p"), (), ""),
])  # fmt: skip
def test_who_has_said_what_the_figures_are_is_not_asked(
    take: Take, table: str, options: tuple[str, ...] | None, told: str
) -> None:
    """By an option, in a column, by a mark, or with a ledger's own names in each row."""
    text = table.format(more="", cell="")
    took = take(text, *(options or ()), target=None if options is None else "share")
    assert (told in took.said) if told else len(took.facts) == 2, took.said


def test_of_two_series_it_is_said_whose_figures_are_meant(take: Take, tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.toml"
    takes = '[[take]]\ntarget = "share"\nfilter.Item = "{}"\nseries = "{}"\n'
    both = takes.format("Use1)", "main") + takes.format("Sale1)", "survey")
    mapping.write_text(both, "utf-8")
    rows = "Use1),6.1,6.4\nSale1),7.1,7.4\n1) 잠정치\n"
    took = take(f"Projected firms\nItem,2022,2023\n{rows}", "--mapping", str(mapping), target=None)
    assert 'share/main: the note "1) 잠정치" is about "Use1)"' in took.said
    assert 'share/survey: "Projected firms" says estimated' in took.said


@pytest.mark.parametrize(("note", "provisional"), [
    ("※ 2023년 6월은 잠정치", ["2023-06"]), ("주: 2023.5월은 잠정치임", ["2023-05"]),
    ("June 2023 is provisional", ["2023-06"]),
    ("2023년 2/4분기는 잠정치", ["2023-04", "2023-05", "2023-06"]),
    ("2023년 6월 기준 잠정치", ["2023-03", "2023-04", "2023-05", "2023-06"]),
    *((note, ["2023-05", "2023-06"]) for note in (
        "2023년 5월·6월은 잠정치", "2023년 5~6월은 잠정치임", "2023년 5월 및 6월은 잠정치",
        "5월·6월은 잠정치", "※ 5~6월 수치는 잠정치", "주: 5월과 6월은 잠정치",
    )),
    *((note, ["2023-04", "2023-05", "2023-06"]) for note in (
        "2023년 1월·4~6월은 잠정치", "1월 및 4월~6월은 잠정치",
    )),
    ("6월은 잠정치", ["2023-06"]), ("7월은 잠정치", []),
    ("다만 2023년 6월은 잠정치임", ["2023-06"]),
    ("1) The data for June 2023 are provisional", ["2023-06"]),
    *((note, ["2023-03", "2023-04", "2023-05", "2023-06"]) for note in (
        "May and June 2023 are provisional", "April to June 2023 are provisional",
        "Since May 2023: provisional", "June 2023 is provisional and later ones are estimates",
        "4월 및 2023년 6월은 잠정치", "2023년 6월: 잠정치(5월 포함)",
    )),
])  # fmt: skip
def test_a_note_on_a_part_of_a_year(take: Take, note: str, provisional: list[str]) -> None:
    """Where it may be about more than that part, the whole year is meant."""
    rows = "".join(f"2023.{month}월,{month}\n" for month in (3, 4, 5, 6))
    took = take(f"시점,값\n2022.6월,5\n{rows}{note},\n", "--period-style", "month")
    read = [row["period"] for row in took.answer["rows"] if row["status"] == "provisional"]
    assert read == provisional


ALL_OF_2026 = [f"2026-0{nth}" for nth in range(1, 6)]


@pytest.mark.parametrize(("note", "provisional"), [
    ("5~6월은 잠정치", ["2026-05"]), ("※ 5월·6월은 잠정치", ["2026-05"]),
    ("4월은 확정치, 5월은 잠정치", ["2026-05"]),
    ("2025년 12~1월은 잠정치", ["2025-12", "2026-01"]),
    ("2025년 11월, 12월, 1월은 잠정치", ["2025-11", "2025-12", "2026-01"]),
    ("2025년 12월~2026년 2월은 잠정치", ["2025-12", "2026-01", "2026-02"]),
    ("'25.12~'26.1월은 잠정치", ["2025-12", "2026-01"]), ("'26년 5월은 잠정치", ["2026-05"]),
    ("26년 4~5월은 잠정치", ["2026-04", "2026-05"]), ("26년은 잠정치임", ALL_OF_2026),
    ("2026년 4월부터는 잠정치", ["2026-04", "2026-05"]),
    ("2025년 12월 이후 자료는 잠정치", ["2025-12", *(f"2026-0{n}" for n in range(1, 6))]),
    ("4월부터는 잠정치", ["2026-04", "2026-05"]),
])  # fmt: skip
def test_a_note_on_the_last_months(take: Take, note: str, provisional: list[str]) -> None:
    """Of months without a year those that end the table; from one to another into the next year."""
    months = [*(f"2025.{nth:02}월" for nth in range(1, 13)), *(f"2026.0{n}월" for n in range(1, 6))]
    rows = [["시점", "값"], *([month, 6.1] for month in months), [note]]
    took = take(xlsx(rows), published="2026-07-30")
    read = [row["period"] for row in took.answer["rows"] if row["status"] == "provisional"]
    assert (took.code, read) == (0, provisional), took.said


@pytest.mark.parametrize(("note", "provisional"), [
    ("* 3/4분기는 잠정치", ["2026-Q3"]), ("2~3분기는 잠정치", ["2026-Q2", "2026-Q3"]),
    ("'26년 2/4~3/4분기는 잠정치", ["2026-Q2", "2026-Q3"]), ("4/4분기는 잠정치", None),
    ("2025년 4분기부터는 잠정치", ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"]),
    ("9월은 잠정치", None), ("4/4~1/4분기는 잠정치", None),
])  # fmt: skip
def test_a_note_on_the_last_quarters(take: Take, note: str, provisional: list[str] | None) -> None:
    rows = [["구분", "'25.3/4", "4/4", "'26.1/4", "2/4", "3/4"], ["비율", 5, 6, 7, 8, 9], [note]]
    took = take(xlsx(rows), published="2026-10-30")
    read = [row["period"] for row in took.answer["rows"] if row["status"] == "provisional"]
    assert (took.code, read) == (4 if provisional is None else 0, provisional or []), took.said


@pytest.mark.parametrize("note", ["6월은 잠정치", "3~4월은 잠정치", "2026년 12~1월은 잠정치"])
def test_a_note_on_months_that_do_not_end_the_table(take: Take, note: str) -> None:
    """Those of the year before are no first estimate any more, and final ones none at all."""
    months = [f"2025.{nth:02}월" for nth in range(6, 13)] + [f"2026.0{n}월" for n in range(1, 6)]
    rows = [["시점", "값"], *([month, 6.1] for month in months), [note]]
    took = take(xlsx(rows), published="2026-07-30")
    assert took.code == 4
    assert (
        "of periods that do not end the table; write p behind the figures that it means"
        in took.said
    )
    assert take(xlsx(rows), "--status", "final", published="2026-07-30").code == 0


@pytest.mark.parametrize("period", ["2024 (v)", "2024(v)", "2024 v", "2024*"])
def test_a_period_with_the_mark_of_a_footnote(take: Take, period: str) -> None:
    said = take(f"Jahr;Wert\n2023;6,4\n{period};6,8\n(v) vorläufige Angaben;\n").said
    assert "ends with the mark of a footnote; write p in its place if provisional" in said


@pytest.mark.parametrize(("period", "note", "status"), [
    ("2024*", "* 잠정치", "provisional"), ("2024 *", "* provisional data", "provisional"),
    ("2024¹⁾", "1) 추정치임", "estimated"), ("20241)", "주: 1) 잠정치 2) 표본", "provisional"),
    ("2024 (1)", "1) These figures are preliminary.", "provisional"),
    ("2024†", "† vorläufige Werte", "provisional"), ("2024*", "* Schätzung", "estimated"),
    ("2024*", "* données provisoires", "provisional"), ("2024*", "* estimation", "estimated"),
    ("2024년*", "* 잠정치, 추후 변경될 수 있음", "provisional"),
    ("2024*", "* provisional, subject to revision", "provisional"),
    ("2024*", "* 2024년은 잠정치", "provisional"),
    ("2024*", "* 2024 is provisional", "provisional"),
    ("2024*", "* 잠정치이며 표본 개편", ""), ("2024*", "* not provisional", ""),
    ("2024*", "* 2023년은 잠정치", ""), ("2024**", "* 잠정치", ""), ("2024 2)", "1) 잠정치", ""),
])  # fmt: skip
@pytest.mark.parametrize("wide", [True, False])
def test_a_sign_behind_a_period_that_a_note_explains(
    take: Take, period: str, note: str, status: str, wide: bool
) -> None:
    """Plainly, so that nothing else is meant by it; and the preview says so."""
    rows = [["구분", 2022, 2023, period], ["비율", 6.1, 6.2, 6.4]]
    rows = rows if wide else [["연도", "값"], [2022, 6.1], [2023, 6.2], [period, 6.4]]
    took = take(xlsx([*rows, [note]]))
    if not status:
        assert (took.code, "write p in its place if provisional" in took.said) == (4, True)
        return
    assert took.facts == [("2022", 6.1), ("2023", 6.2), ("2024", 6.4)]
    assert [row["status"] for row in took.answer["rows"]][:3] == ["final", "final", status]
    year = period[:5].rstrip(" *¹1†")
    assert f"{period} is read as {status} {year}, as the note below says" in took.answer["notes"]


def test_a_sign_behind_the_last_of_many_periods(take: Take) -> None:
    """Below the rows in which a header is looked for, too."""
    years = "".join(f"{year},{6 + year % 10 / 10}\n" for year in range(1950, 2024))
    took = take(f"연도,값\n{years}2024*,6.4\n* 잠정치\n")
    assert took.facts[-1] == ("2024", 6.4)
    assert [row["status"] for row in took.answer["rows"]][-3:-1] == ["final", "provisional"]


MONTHS = [["구분", "2023", None, "20241)", None], [None, "1월", "2월", "1월", "2월"]]


@pytest.mark.parametrize(("note", "options", "status"), [
    ("1) 잠정치", (), "provisional"), ("1) 경제총조사 결과", (), "final"),
    ("1) 상반기 기준", (), ""), ("1) 반도체", (), ""), ("1) 관세청", (), "final"),
    ("1) 표본 개편", (), ""), ("주: 안내", (), ""), ("1) 국가데이터처 조사 중단", (), ""),
    ("1) Source: census", (), "final"), ("1) Source: census, break in series", (), ""),
    ("1) 표본 추출", ("--status", "final"), "final"), ("주: 안내", ("--status", "final"), "final"),
])  # fmt: skip
@pytest.mark.parametrize("months", [True, False])
def test_a_year_with_the_sign_of_a_footnote(
    take: Take, project: Path, note: str, options: tuple[str, ...], status: str, months: bool
) -> None:
    """Also where it is merged over its months; what else its note says is kept with its figures."""
    head = MONTHS if months else [["구분", 2023, "20241)"]]
    figures = [6.1, 6.2, 6.3, 6.4] if months else [6.1, 6.3]
    merged = ("A1:A2", "B1:C1", "D1:E1") if months else ()
    book = xlsx([*head, ["비율", *figures], [note]], merged)
    took = take(book, *options, write=bool(status))
    if not status:
        assert (took.code, "or add --status final" in took.said) == (4, True)
        return
    rows = took.answer["rows"][: len(figures)]
    half = len(figures) // 2
    assert took.code == 0, took.said
    assert [row["period"][:4] for row in rows] == ["2023"] * half + ["2024"] * half
    assert [row["status"] for row in rows] == ["final"] * half + [status] * half
    recorded = next(project.glob("observations/share/*.toml")).read_text("utf-8")
    assert recorded.count(f'note = "{note}"') == (half if status == "final" and "1)" in note else 0)


@pytest.mark.parametrize(
    "head", [["2023년", None, "2024년p", None], ["2023", None, "2024(p)", None]]
)
@pytest.mark.parametrize("parts", [["1월", "2월"], ["1/4", "2/4"]])
def test_a_mark_behind_a_year_over_its_parts(
    take: Take, head: list[str | None], parts: list[str]
) -> None:
    book = xlsx([["구분", *head], [None, *parts, *parts], ["비율", 5, 6, 7, 8]],
                ("A1:A2", "B1:C1", "D1:E1"))  # fmt: skip
    first = "-01 -02" if parts[0] == "1월" else "-Q1 -Q2"
    took = take(book)
    assert [row["period"] for row in took.answer["rows"]] == [
        f"{year}{part}" for year in (2023, 2024) for part in first.split()
    ]
    assert [row["status"] for row in took.answer["rows"]] == ["final"] * 2 + ["provisional"] * 2
    rows = [["연도", *parts, "3월"], ["2023년", 5, 6, 7], [head[2], 7, 8, None]]
    if parts[0] == "1월":  # a row for each year
        statuses = [row["status"] for row in take(xlsx(rows)).answer["rows"] if row["period"]]
        assert statuses == ["final"] * 3 + ["provisional"] * 2
    book = xlsx([["구분", "2024년", None], [None, parts[0], f"{parts[1]}p"], ["비율", 5, 6]],
                ("A1:A2", "B1:C1"))  # fmt: skip
    assert [row["status"] for row in take(book).answer["rows"]] == ["final", "provisional"]


@pytest.mark.parametrize("note", [
    "자료: 통계청, 경제활동인구조사, 각 연도", "Source: Eurostat, LFS, 2024", "* 계, 소계 제외",
    "주1) 표본 5인 이상, 전 산업", "1) 전국, 읍면 포함",
    "Note: firms with 10+ employees, all sectors",
])  # fmt: skip
def test_the_commas_of_a_footnote_divide_no_cells(take: Take, note: str) -> None:
    for table in ("연도,값\n2023,6.1\n2024,6.4\n", "구분,2023,2024\n비율,6.1,6.4\n"):
        took = take(f"{table}{note}\n")
        assert took.facts == [("2023", 6.1), ("2024", 6.4)]
        assert took.fates == ["new", "new", "skipped"]


@pytest.mark.parametrize("note", ["주: 2024년은 잠정치, 추후 변경", "주: 전국, 2024년은 잠정치"])
def test_what_a_footnote_of_several_cells_says_is_heard(take: Take, note: str) -> None:
    took = take(f"연도,값\n2023,6.1\n2024,6.4\n{note}\n")
    assert [row["status"] for row in took.answer["rows"]][:2] == ["final", "provisional"]


@pytest.mark.parametrize("note", [
    ["주)", "2024년은 잠정치"], ["*", None, "2024년은 잠정치"], ["2024년은 잠정치", "통계청"],
    ["주:", "2024년은 잠정치", "추후 변경"], [None, "1)", "2024년은 잠정치"],
    ["Note:", "2024 is provisional"], ["※ 2024년은 잠정치", "(자료: 통계청)"],
])  # fmt: skip
def test_a_footnote_whose_sign_has_a_cell_of_its_own(take: Take, note: list[str | None]) -> None:
    """It was a row of the table, which the filter left out that it asked for."""
    for rows in (
        [["구분", "단위", "2023", "2024"], ["비율", "%", 6.1, 6.4]],
        [["구분", "2023", "2024"], ["비율", 6.1, 6.4]],
        [["연도", "값"], ["2023", 6.1], ["2024", 6.4]],
    ):  # fmt: skip
        took = take(xlsx([*rows, note]))
        assert took.facts == [("2023", 6.1), ("2024", 6.4)]
        assert [row["status"] for row in took.answer["rows"]][:2] == ["final", "provisional"]
    took = take(xlsx([["연도", "값"], ["2023", 6.1], ["2024*", 6.4], ["*", "잠정치"]]))
    assert [row["status"] for row in took.answer["rows"]][:2] == ["final", "provisional"]


@pytest.mark.parametrize("row", [
    "* 여성,7,8", "1) 여성,7,8", "Source: A,2024,8", "* 여성,-,8", "1) 서울,7.1p,8.1p",
    "* Women,<7,8 e)", "1) 여성,7명,8명", "* Women,7.1*,갱신", "* Seoul,$12,$13",
    "1) 서울,1조 2천억원,1조 3천억원",
])  # fmt: skip
def test_a_row_of_figures_is_no_footnote(take: Take, row: str) -> None:
    """A label may begin as one does."""
    assert len(take(f"구분,2023,2024\n비율,6.1,6.4\n{row}\n").answer["rows"]) == 4


@pytest.mark.parametrize(
    ("note", "statuses"),
    [
        ("24~25년은 잠정치", ["provisional", "provisional"]),
        ("24년~25년은 잠정치", ["provisional", "provisional"]),
        ("25년 실적은 잠정치", ["final", "provisional"]),
        ("25년 수치는 추정치", ["final", "estimated"]),
    ],
)
def test_short_years_of_a_note_are_read_in_ranges_and_before_a_noun(
    take: Take, note: str, statuses: list[str]
) -> None:
    """The first year of 24~25년 was left final, and so was all of 25년 수치는 추정치."""
    table = xlsx([["연도", "비율"], [2024, 6.1], [2025, 7.1], [f"주: {note}"]])
    took = take(table, published="2026-11-01")
    read = [row["status"] for row in took.answer["rows"] if row["fate"] == "new"]
    assert (took.code, read) == (0, statuses), took.said
