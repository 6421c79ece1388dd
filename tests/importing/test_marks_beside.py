"""Columns of marks under whatever name an office gives them: a first estimate is not final.

The layouts are those of the offices, all figures are invented.
"""

from pathlib import Path

import pytest

from tests.importing.conftest import Take, Took
from tests.importing.sheets import xlsx


def statuses(took: Took) -> list[str]:
    assert took.code == 0, took.said
    return [row["status"] for row in took.answer["rows"] if row["fate"] != "skipped"]


@pytest.mark.parametrize(("name", "text", "status"), [
    ("Value Flag", "p", "provisional"), ("flag_value", "e", "estimated"),
    ("valueStatus", "P", "provisional"), ("Publication status", "Provisional", "provisional"),
    ("Value status", "p", "provisional"), ("Flags_en", "Forecast", "estimated"),
    ("OBS_STATUS: Observation status", "p: Preliminary", "provisional"),
    ("Footnote code", "p", "provisional"), ("비고", "p", "provisional"),
    ("비고", "(p)", "provisional"),
    ("Qualifier", "Preliminary", "provisional"), ("qualifier", "NAT_EST", "estimated"),
    ("Symbol", "e", "estimated"), ("Data Flags", "잠정", "provisional"),
    ("잠정여부", "Y", "provisional"), ("Is provisional", "true", "provisional"),
    ("확정여부", "N", "provisional"), ("추정치 여부", "Y", "estimated"),
    ("Release", "Provisional", "provisional"), ("Statut", "P", "provisional"),
    ("provisional_flag", "Y", "provisional"), ("isProvisional", "x", "provisional"),
    ("Forecast flag", "true", "estimated"), ("final_flag", "N", "provisional"),
    ("확정여부", "X", "provisional"), ("Forecast flag", "p", "provisional"),
    ("확정여부", "아니요", "provisional"), ("확정여부", "부", "provisional"),
    ("확정여부", "미완료", "provisional"), ("is_final", "f", "provisional"),
    ("잠정여부", "네", "provisional"), ("잠정여부", "✔", "provisional"),
    ("잠정여부", "●", "provisional"), ("Preliminary", "v", "provisional"),
    ("잠정여부", "미확정", "provisional"), ("비고", "미확정", "provisional"),
    ("상태", "미확정", "provisional"), ("Estimated", "e", "estimated"),
])  # fmt: skip
def test_a_mark_under_a_name_of_its_office(take: Take, name: str, text: str, status: str) -> None:
    took = take(f"Year,Value,{name}\n2022,5.1,\n2023,5.3,{text}\n")
    assert statuses(took) == ["final", status]


@pytest.mark.parametrize(("name", "text"), [
    ("provisional_flag", "N"), ("forecast_flag", "0"), ("final_flag", "1"), ("잠정여부", "X"),
    ("Footnote", "e"), ("잠정여부", "N"), ("확정여부", "Y"), ("Value Flag", "Y"), ("Code", "P"),
    ("Publication status", "published"), ("Flag", "A"), ("Symbol", "r"),
    ("잠정여부", "아니요"), ("잠정여부", "부"), ("확정여부", "네"), ("확정여부", "해당"),
    ("잠정여부", "확정"), ("is_provisional", "f"), ("Note", "부"),
    ("Ship flag", "e"), ("Value Flag", ":"), ("Revision status", "not estimated"),
])  # fmt: skip
def test_what_is_no_mark_of_a_first_estimate(take: Take, name: str, text: str) -> None:
    """The letter of a footnote, no for an answer, the section P of industries."""
    assert statuses(take(f"Year,Value,{name}\n2022,5.1,\n2023,5.3,{text}\n")) == ["final"] * 2


@pytest.mark.parametrize(
    "answers", [("yes", "no"), ("예", "아니오"), ("네", "아니요"), ("여", "부")]
)
@pytest.mark.parametrize("name", ["Preliminary", "잠정치", "is_provisional"])
def test_yes_and_no_name_no_groups(take: Take, name: str, answers: tuple[str, str]) -> None:
    """The rows differ in their answers; to choose one would take the first estimates only."""
    yes, no = answers
    took = take(f"Year,Value,{name}\n2022,5.1,{no}\n2023,5.3,{yes}\n")
    assert statuses(took) == ["final", "provisional"]


@pytest.mark.parametrize("name", ["Value Flag", "status_code"])
def test_a_mark_that_makes_it_another_figure(take: Take, name: str) -> None:
    """It is refused, unless a person says what the figures are."""
    table = f"Year,Value,{name}\n2022,5.1,\n2023,5.3,b\n"
    took = take(table)
    assert took.fates == ["new", "refused"]
    assert 'the status code "b" means a break in the series' in took.said
    assert take(table, "--status", "final").code == 0


@pytest.mark.parametrize("word", ["예산안", "정부안", "예산안(안)"])
def test_a_budget_that_is_only_proposed(take: Take, word: str) -> None:
    """It was enacted, or final, as its last syllable was taken off."""
    table = f"Year,Value,구분\n2022,5.1,실적\n2023,5.3,{word}\n"
    assert statuses(take(table)) == ["final", "planned"]


@pytest.mark.parametrize("name", ["Value Flag", "status_code", "Obs mark", "Symbol", "기호"])
def test_a_letter_that_nobody_knows(take: Take, name: str) -> None:
    """It was passed over. That of a footnote is, as are digits and signs."""
    table = f"Year,Value,{name}\n2022,5.1,1\n2023,5.3,k\n"
    took = take(table)
    assert took.fates == ["new", "refused"]
    assert f'"{name}": "k" is no mark that is known; say what the figures are with' in took.said
    assert take(table, "--status", "final").code == 0
    assert take(table.replace(name, "Footnote code")).code == 0
    assert take(table.replace("k\n", "ok\n")).code == 0


def test_the_symbols_of_statistics_canada(take: Take) -> None:
    """Its p stands under SYMBOL, and E under STATUS is to be used with caution."""
    head = '"REF_DATE","UOM","SCALAR_FACTOR","VALUE","STATUS","SYMBOL"\n'
    row = '"{}","Companies","units","912","{}","{}"\n'
    table = head + row.format(2022, "A", "r") + row.format(2023, "", "p")
    assert statuses(take(table, target="firms")) == ["final", "provisional"]
    took = take(head + row.format(2022, "E", ""), target="firms")
    assert took.fates == ["refused"]
    assert 'the status code "E" means a figure of low reliability' in took.said


def test_the_quality_of_each_figure_of_destatis(take: Take) -> None:
    """In a flat file of several figures each has its own, whose e is final."""
    table = "Zeit;Quote;Quote_q;Zahl;Zahl_q\n2022;6,1;e;8,2;p\n2023;6,3;p;8,4;e\n"
    columns = ("--period-column", "Zeit", "--value-column")
    assert statuses(take(table, *columns, "Quote")) == ["final", "provisional"]
    assert statuses(take(table, *columns, "Zahl")) == ["provisional", "final"]


def test_the_flags_of_the_institute_of_unesco(take: Take) -> None:
    """Its own estimates, and those of a country."""
    table = (
        "TIME,Value,Flag Codes,Flags\n2021,9.1,,\n2022,9.3,‡,UIS Estimation\n"
        "2023,9.4,+,National Estimation\n"
    )
    assert statuses(take(table)) == ["final", "estimated", "estimated"]


@pytest.mark.parametrize("text", [
    "Data are provisional.", "2023년은 잠정치", "잠정치임", "Figures preliminary, see annex",
    "잠정치이며 추후 수정될 수 있음", "Figures are provisional and may be revised",
])  # fmt: skip
def test_a_remark_that_says_so_in_a_sentence(take: Take, text: str) -> None:
    table = f'Year,Value,Note\n2022,5.1,\n2023,5.3,"{text}"\n'
    assert statuses(take(table)) == ["final", "provisional"]


@pytest.mark.parametrize("name", [
    "note", "Notes", "Remark", "remarks", "Comment", "Comments", "footnote", "Footnotes", "주석",
])  # fmt: skip
def test_what_columns_of_remarks_are_called(take: Take, name: str) -> None:
    table = f"Year,Value,{name}\n2022,5.1,\n2023,5.3,Data are provisional.\n"
    assert statuses(take(table)) == ["final", "provisional"]


@pytest.mark.parametrize(("text", "status"), [
    ("provisional", "provisional"), ("p", "provisional"), ("잠정", "provisional"),
    ("forecast", "estimated"), ("see p. 45", "final"), ("final", "final"),
])  # fmt: skip
def test_a_note_that_is_kept_is_read_as_a_remark(
    take: Take, project: Path, text: str, status: str
) -> None:
    """But where the status has a column of its own."""
    table = f"year,value,note\n2022,5.1,\n2023,5.3,{text}\n"
    assert statuses(take(table)) == ["final", status]
    stated = f"year,value,status,note\n2022,5.1,final,\n2023,5.3,final,{text}\n"
    assert statuses(take(stated)) == ["final", "final"]
    written = project / take(table, write=True).answer["files"][0]
    assert f'note = "{text}"' in written.read_text("utf-8")


@pytest.mark.parametrize("text", [
    "Revised from provisional data", "잠정치를 확정", "No series break", "시계열 단절 없음",
    "Compiled on a provisional basis until 2020", "표본 개편 이전 자료와 비교 불가 아님",
    "Before the break in series", "조사방식 변경 이전 자료",
])  # fmt: skip
def test_a_remark_on_something_else(take: Take, text: str) -> None:
    table = f'Year,Value,Note\n2022,5.1,\n2023,5.3,"{text}"\n'
    assert statuses(take(table)) == ["final", "final"]


@pytest.mark.parametrize("text", [
    "series break: new methodology", "Break in time series", "조사방식 변경으로 시계열 단절",
    "Not comparable with earlier years", "2022년 이후와 비교 불가", "이전 자료와 비교할 수 없음",
    "직접 비교 곤란", "Data not directly comparable", "직접 비교가 어려움",
    "조사방식 변경으로 이전 연도와 비교 불가", "Not comparable with data before 2023",
    "표본 개편 이전 자료와 비교 불가", "Note No. 5: break in series",
])  # fmt: skip
def test_a_remark_on_a_break(take: Take, text: str) -> None:
    """Whatever its first word: what was measured before is another series."""
    took = take(f'Year,Value,비고\n2022,5.1,\n2023,5.3,"{text}"\n')
    assert took.fates == ["new", "refused"]
    assert "means a break in the series" in took.said


@pytest.mark.parametrize(("text", "other"), [
    ("methodology changed", True), ("Change in the definition", True), ("New methodology", True),
    ("조사방식 변경", True), ("2023년 표본 개편", True), ("Methodenänderung", True),
    ("Methodology changed in 2019", False), ("No change in methodology", False),
    ("Method of measurement: survey", False), ("new firms only", False),
])  # fmt: skip
def test_a_remark_on_another_method(take: Take, text: str, other: bool) -> None:
    """It passed as final; whether what was measured before can be compared, a person says."""
    table = f'Year,Value,Note\n2022,5.1,\n2023,5.3,"{text}"\n'
    took = take(table)
    assert took.fates == (["new", "refused"] if other else ["new", "new"])
    assert ("tells of another method" in took.said) == other
    assert take(table, "--status", "final").code == 0
    if other:
        alone = take(table, "--status", "final", "--series", "survey", "--filter", f"Note={text}")
        assert alone.facts == [("2023", 5.3)]


@pytest.mark.parametrize("text", ["1~9월 기준", "9월말 기준", "January to September", "3분기 누계"])
def test_a_remark_on_a_part_of_a_year(take: Take, text: str) -> None:
    """Also where another row has a remark, too."""
    took = take(f"Year,Value,Note\n2022,5.1,see annex\n2023,5.3,{text}\n")
    assert took.code == 4
    assert f'the figures those of Note "{text}"' in took.said
    assert take("Year,Value,Note\n2022,5.1,12월말 기준\n2023,5.3,1~12월\n").code == 0


@pytest.mark.parametrize(("flag", "words", "status"), [
    ("A", "Official figure", "final"), ("X", "Figure from international organizations", "final"),
    ("E", "Estimated value", "estimated"), ("I", "Imputed value", "estimated"),
    ("T", "", "estimated"),
])  # fmt: skip
def test_the_flags_of_the_fao(take: Take, flag: str, words: str, status: str) -> None:
    head = '"Domain Code","Year","Unit","Value","Flag","Flag Description"\n'
    assert statuses(take(f'{head}"QCL","2023","%","9.1","{flag}","{words}"\n')) == [status]
    took = take(f'{head}"QCL","2023","%","9.1","B",""\n')
    assert 'the status code "B" means a break in the series' in took.said


@pytest.mark.parametrize("marks", [",,p", ",,잠정", ",final,provisional", "Item,실적,잠정치"])
def test_a_row_of_marks_below_the_periods(take: Take, marks: str) -> None:
    """Also one mark alone, which was a remark."""
    assert statuses(take(f"Item,2022,2023\n{marks}\nA,5.1,5.3\n")) == ["final", "provisional"]


def test_a_row_of_plans_below_the_periods_is_asked_about(take: Take) -> None:
    assert take("Item,2022,2023\n,실적,목표\nA,5.1,5.3\n").code == 4
    assert take("Item,2022,2023\n,가,나\nA,5.1,5.3\n").code == 4


@pytest.mark.parametrize("note", ["2024 is provisional", "24년 잠정", "Provisional for 2024"])
def test_a_remark_on_a_year_is_of_that_year(take: Take, note: str) -> None:
    """In a wide table it stands beside the figures of all."""
    took = take(f"Item,2022,2023,2024,Note\nA,5.1,5.3,5.4,{note}\n")
    assert statuses(took) == ["final", "final", "provisional"]


@pytest.mark.parametrize("note", [
    "주: 2023년은 잠정치임", "주) 2023~24년 수치는 잠정치", "Note: 2023 figures are preliminary.",
    "주: 2022년까지는 확정치, 2023년은 잠정치로 추후 변경될 수 있음",
])  # fmt: skip
def test_a_note_below_or_above_a_table_names_its_years(take: Take, note: str) -> None:
    """It was passed over as a note, and what it speaks of recorded as final."""
    for table in (
        f'연도,값\n2022,5.1\n2023,5.3\n"{note}"\n', f'"{note}"\n연도,값\n2022,5.1\n2023,5.3\n',
        f'Item,2022,2023\nA,5.1,5.3\n"{note}"\n',
    ):  # fmt: skip
        assert statuses(take(table)) == ["final", "provisional"]
        assert statuses(take(table, "--status", "final")) == ["final", "final"]


@pytest.mark.parametrize("note", [
    "p: 잠정치", "2023: revised from provisional", "Not provisional in 2023", "2023년은 확정",
])  # fmt: skip
def test_a_note_that_says_nothing_of_a_year(take: Take, note: str) -> None:
    """A legend names no year, and what was provisional once is not now."""
    assert statuses(take(f'연도,값\n2022,5.1\n2023,5.3\n"{note}"\n')) == ["final", "final"]


def test_the_marks_of_another_column(take: Take) -> None:
    """What is said of one figure is not said of that beside it."""
    table = "Year,GDP,GDP_flag,Rate,Flag of Rate\n2022,8.1,b,5.1,\n2023,8.2,p,5.3,e\n"
    assert statuses(take(table, "--value-column", "Rate")) == ["final", "estimated"]
    assert take(table, "--value-column", "GDP").fates == ["refused", "new"]


@pytest.mark.parametrize("name", [
    "GDP flag", "GDP status", "GDP_notes", "Status of GDP", "status: GDP", "Status (GDP)",
    "gdp_status", "Status of gdp", "GDP Status Code", "gdp flag codes",
])  # fmt: skip
@pytest.mark.parametrize("text", ["p", "provisional"])
def test_marks_that_are_called_by_whose_they_are(take: Take, name: str, text: str) -> None:
    """However the name says it; a class of something else is none."""
    table = f"Year,GDP,Rate,{name}\n2022,8.1,5.1,\n2023,8.2,5.3,{text}\n"
    assert statuses(take(table, "--value-column", "GDP")) == ["final", "provisional"]
    assert statuses(take(table, "--value-column", "Rate")) == ["final", "final"]
    other = table.replace(f",{text}", ",full-time")
    assert statuses(take(other, "--value-column", "GDP")) == ["final", "final"]


@pytest.mark.parametrize(("label", "text", "status"), [
    ("비고", "속보", "provisional"), ("비고", "속보치", "provisional"),
    ("비고", "가집계", "provisional"), ("구분", "가결산", "provisional"),
    ("비고", "예상", "estimated"), ("비고", "예상치", "estimated"),
    ("備考", "速報値", "provisional"), ("備考", "見込み", "estimated"),
    ("备注", "初步核算数", "provisional"), ("备注", "预计", "estimated"),
    ("Anmerkung", "vorläufiges Ergebnis", "provisional"), ("Note", "Schätzung", "estimated"),
    ("Remarque", "Provisoire", "provisional"), ("Note", "Données provisoires", "provisional"),
    ("Nota", "Datos provisionales", "provisional"), ("Nota", "Previsión", "estimated"),
    ("Estatus", "Cifras preliminares", "provisional"), ("Nota", "estimativa", "estimated"),
    ("Observação", "Dados preliminares", "provisional"), ("Status", "Voorlopig", "provisional"),
    ("Toelichting", "voorlopige cijfers", "provisional"),
    ("Note", "Advance estimate", "estimated"), ("Note", "3rd estimate", "estimated"),
    ("비고", "1차 추정", "estimated"), ("구분", "2차추정치", "estimated"),
    ("상태", "추계", "estimated"), ("비고", "예정", "planned"), ("구분", "제2차 추경", "enacted"),
    ("Note", "Nowcast", "estimated"), ("Remarks", "Outlook", "estimated"),
    ("Type", "Budget outturn", "final"), ("구분", "예산 결산", "final"),
    ("Type", "Final budget", "enacted"), ("비고", "2차 조사", "final"),
    ("비고", "추계 학술대회", "final"),
    ("비고", "예정보다 늦음", "final"), ("Note", "Nowcasting by the bank", "final"),
    ("Note", "Les données sont provisoires", "provisional"),
    ("비고", "전망치임", "estimated"), ("비고", "목표치임", "planned"),
    ("Note", "These are projections", "estimated"), ("비고", "예산 기준", "enacted"),
])  # fmt: skip
def test_first_estimates_in_the_words_of_offices(
    take: Take, label: str, text: str, status: str
) -> None:
    """They were recorded as final, or asked about as another item."""
    took = take(f"Year,Value,{label}\n2022,6.4,\n2023,7,{text}\n")
    assert took.facts == [("2022", 6.4), ("2023", 7)]
    assert [row["status"] for row in took.answer["rows"]] == ["final", status]


@pytest.mark.parametrize(("head", "status"), [
    ("속보치", "provisional"), ("GDP 속보", "provisional"), ("잠정실적", "provisional"),
    ("예상 이용률", "estimated"), ("速報値", "provisional"), ("見込み", "estimated"),
    ("予測値", "estimated"), ("预测值", "estimated"), ("初步核算", "provisional"),
    ("目標値", "planned"), ("計画", "planned"), ("目标", "planned"), ("Zielwert", "planned"),
    ("推計値", "final"), ("속보 이용률", "final"),
])  # fmt: skip
def test_a_heading_in_the_words_of_offices(take: Take, head: str, status: str) -> None:
    """An estimate is the result of a survey as often as not, and news is measured."""
    took = take(f"Year,{head}\n2022,6.4\n2023,7\n", "--value-column", head)
    assert [row["status"] for row in took.answer["rows"]] == [status, status]


@pytest.mark.parametrize(("title", "last"), [
    ("2023년 국내총생산(속보)", "provisional"), ("2023: vorläufige Ergebnisse", "provisional"),
    ("2023 : données provisoires", "provisional"), ("2023: datos provisionales", "provisional"),
    ("2023 is a forecast", "estimated"), ("Note: 2023 figures are forecasts.", "estimated"),
    ("주: 2023년은 전망치임", "estimated"), ("2023년은 예상치", "estimated"),
    ("2023年は見込み", "estimated"), ("2023: Schätzung", "estimated"),
    ("주: 2022년까지 실적, 2023년 이후는 전망치", "estimated"),
    ("주: 2023년은 목표치임", "planned"),
    ("Forecasts made in 2023 were met", "final"), ("2023년 전망을 2022년에 발표", "final"),
    ("2023년 속보 이용 현황", "final"), ("2023년 속보치를 확정치로 수정", "final"),
])  # fmt: skip
def test_a_note_that_names_years_in_the_words_of_offices(take: Take, title: str, last: str) -> None:
    took = take(f"{title}\nYear,Value\n2022,6.4\n2023,7\n")
    assert [row["status"] for row in took.answer["rows"]] == ["final", last]


@pytest.mark.parametrize(
    ("label", "text", "given", "kept"),
    [
        ("Note", "Methodology changed in 2023", "final", True),
        ("비고", "2023년부터 시계열 단절", "final", True),
        ("Comment", "provisional", "final", True),
        ("Type", "Target", "final", True), ("Source", "KDI forecast", "final", True),
        ("Status", "Nowcast", "final", True), ("OBS_STATUS", "Nowcast", "final", True),
        ("Note", "provisional", "provisional", False), ("Note", "Urban areas", "final", False),
        ("Status", "final", "final", False), ("OBS_STATUS", "A", "final", False),
    ],
)  # fmt: skip
def test_what_a_status_goes_before_is_kept_in_the_note(
    take: Take, project: Path, label: str, text: str, given: str, kept: bool
) -> None:
    """It was dropped, and nothing told that a person had overruled it."""
    took = take(f"Year,Value,{label}\n2023,6.4,{text}\n", "--status", given, write=True)
    [file] = (project / "observations").rglob("*.toml")
    assert took.code == 0
    assert (f'note = "{label} in the file: {text}"' in file.read_text("utf-8")) is kept
    assert ("note" in file.read_text("utf-8")) is kept


@pytest.mark.parametrize(("label", "marks", "read"), [
    ("Codes", "A;SD;P", ["final", "provisional", "provisional"]),
    ("비고", ";;p", ["final", "final", "provisional"]),
])  # fmt: skip
def test_a_row_of_marks_below_its_figures(
    take: Take, label: str, marks: str, read: list[str]
) -> None:
    """As INSEE gives several series at once; --filter chose the figures without them."""
    rows = f"Emploi;1;68,9;69,0;69,1\n{label};;{marks}\nFemmes;2;66,9;67,0;67,1\n"
    table = f"Libellé;idBank;2025-T1;2025-T2;2025-T3\n{rows}{label};;A;A;A\n"
    took = take(table, "--filter", "Libellé=Emploi", published="2026-06-30")
    assert [row["status"] for row in took.answer["rows"]] == read
    assert took.facts == [("2025-Q1", 68.9), ("2025-Q2", 69), ("2025-Q3", 69.1)]


def test_a_row_of_marks_below_the_only_figures(take: Take) -> None:
    """A, a normal value, was taken for another item, and by the filter the last figure was lost."""
    table = "Libellé;idBank;2025-T1;2025-T2\nEmploi;1;68,9;69,0\nCodes;;A;SD\n"
    took = take(table, published="2026-06-30")
    assert took.facts == [("2025-Q1", 68.9), ("2025-Q2", 69)]
    assert [row["status"] for row in took.answer["rows"]] == ["final", "provisional"]


@pytest.mark.parametrize("row", [
    ["비고", None, "잠정치"], [None, None, "p"], ["상태", "확정", "(p)"], ["비고", None, "p"],
])  # fmt: skip
def test_a_row_of_marks_below_all_figures(take: Take, row: list[str | None]) -> None:
    """It was passed over as a remark, or as a row that the filter left out that it asked for."""
    rows = [["구분", "2023", "2024"], ["비율", 6.1, 6.4], ["도입률", 3.1, 3.4], row]
    took = take(xlsx(rows), "--filter", "구분=비율")
    assert took.facts == [("2023", 6.1), ("2024", 6.4)]
    assert [line["status"] for line in took.answer["rows"]] == ["final", "provisional"]
    for other in ("명", "목표"):
        assert "refused" in take(xlsx([*rows[:3], [None, other, other]])).fates
    between = xlsx([*rows[:2], [None, "확정", "잠정"], rows[2]])
    assert "refused" in take(between).fates, "it may be of those below"
