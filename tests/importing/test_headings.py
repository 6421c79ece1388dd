"""The unit that a table states in its title, over a column or beside a row.

All figures here are invented.
"""

from pathlib import Path

import pytest

from tests.importing.conftest import Take
from tests.importing.sheets import xlsx

#: One figure, KRW 912 bn, in tables that state their unit in one place or another.
SAYING = {
    "above, in Korean": "(단위: 백만원)\n시점,값\n2024,912000\n",
    "above, beside a title": '표 3. 투자,,"단위 : 백만원"\n시점,값,비고\n2024,912000,\n',
    "above, without a colon": "[단위 백만원]\n시점,값\n2024,912000\n",
    "above, in a cell of its own": "단위,백만원\n시점,값\n2024,912000\n",
    "above, alone in brackets": "투자 현황,(백만원)\n시점,값\n2024,912000\n",
    "above, one of several": '"(단위: 천명, 백만원, %)"\n시점,값\n2024,912000\n',
    "above, in English": "Table 3\nUnit: KRW mn\nYear,Value\n2024,912000\n",
    "above, in German": "Einheit: Mio. KRW\nJahr,Wert\n2024,912000\n",
    "above, with a size in digits": '"(단위: 1,000명, 100만원)"\n시점,값\n2024,912000\n',
    "above, in billions in digits": "단위: 10억원\n시점,값\n2024,912\n",
    "above, with a size in brackets": "Unit: KRW (million)\nYear,Value\n2024,912000\n",
    "over the column": "시점,투자액(백만원)\n2024,912000\n",
    "over the column, with a size in digits": "시점,투자액(100만원)\n2024,912000\n",
    "over the column, with more": "시점,투자액(잠정)(단위: 백만원)\n2024,912000\n",
    "over the column, in square brackets": "시점,투자액[백만원]\n2024,912000\n",
    "over the column, behind a comma": 'Year,"Money spent, KRW mn"\n2024,912000\n',
    "over the column, with in": "Year,Spent in million KRW\n2024,912000\n",
    "over the column, alone": "시점,백만원\n2024,912000\n",
    "beside the row": "시점,항목,값\n2024,투자액(백만원),912000\n",
    "beside the row of a wide table": "구분,2023,2024\n투자액(백만원),…,912000\n",
    "at the corner of a wide table": "(단위: 백만원),2023,2024\n투자,…,912000\n",
    "above a wide table": "단위: 백만원\n구분,2023,2024\n투자,…,912000\n",
    "below the figures": '시점,값\n2024,912000\n"주: 단위: 백만원"\n',
    "over the column, as a size alone": "Year,Value (millions)\n2024,912000\n",
}


@pytest.mark.parametrize("where", SAYING)
def test_it_is_heeded_wherever_it_stands(take: Take, where: str) -> None:
    """Taken for KRW bn as it stands it would be a thousand times too much."""
    took = take(SAYING[where], target="money")
    assert took.facts == [("2024", 912)], took.said
    assert any(note.startswith("unit stated in the table: ") for note in took.answer["notes"])


@pytest.mark.parametrize(("stated", "expected"), [
    ("단위: 1,000명", 6400), ("명", 6.4), ("조사대상(1,000명)", 6.4),
])  # fmt: skip
def test_a_size_in_digits_of_what_is_counted(
    take: Take, stated: str, expected: float, project: Path
) -> None:
    """Where the table says that it is a unit; in brackets it may be those who were asked."""
    targets = project / "targets.toml"
    targets.write_text(targets.read_text("utf-8").replace('"companies"', '"명"'), "utf-8")
    took = take(f'"{stated}"\n시점,값\n2024,6.4\n', target="firms")
    assert took.shown == [("2024", expected)], took.said


def test_two_header_rows_over_a_figure(take: Take) -> None:
    """The unit stands in the second."""
    rows = [
        ["", "2023", "2024"],
        ["구분", "금액(백만원)", "금액(백만원)"],
        ["투자", 800000, 912000],
    ]
    assert take(xlsx(rows), target="money").facts == [("2023", 800), ("2024", 912)]


def test_the_nearest_statement_counts(take: Take) -> None:
    """The column's own before the title's, and a column of units before both."""
    text = "(단위: %)\n시점,투자액(백만원)\n2024,912000\n"
    assert take(text, target="money").facts == [("2024", 912)]
    text = "(단위: 백만원)\n시점,단위,값\n2024,억원,9120\n"
    assert take(text, target="money").facts == [("2024", 912)]


@pytest.mark.parametrize("text", [
    "(단위: 백만달러)\n시점,값\n2024,912\n",
    "시점,비중(%)\n2024,912\n",
    "Year,Spent (EUR m)\n2024,912\n",
    "Year,Level (pp)\n2024,912\n",
])  # fmt: skip
def test_another_unit_is_refused(take: Take, text: str) -> None:
    """With the word by which the person can say that it is the same; no dollar is a won."""
    took = take(text, target="money")
    assert took.fates == ["refused"]
    assert ("--unit" in took.said) is not ("convert it to KRW" in took.said)
    assert take(text, "--unit", "KRW bn", target="money").facts == [("2024", 912)]


@pytest.mark.parametrize("heading", [
    "값(계절조정)", "기업 수(50인 이상)", "Value (provisional)", "Firms (10+ employees)",
    "값(2020=100)", "AI 이용률(단위면적당)", "Share in all industries", "Firms, total",
])  # fmt: skip
def test_other_remarks_are_no_units(take: Take, heading: str) -> None:
    """What is not surely a unit is left alone."""
    assert take(f'시점,"{heading}"\n2024,9\n').facts == [("2024", 9)]


def test_the_same_unit_is_not_worth_a_word(take: Take) -> None:
    """Only a figure that is converted has its unit told."""
    took = take("(단위: %)\n시점,이용률(%)\n2024,9\n")
    assert (took.facts, took.answer["notes"]) == ([("2024", 9)], [])


def test_a_title_about_several_columns_is_no_statement(take: Take) -> None:
    """Without "unit:" a bracket within a title may be about any of the columns."""
    assert take("AI 이용 기업 수(천개)와 비중\n시점,값\n2024,9\n").facts == [("2024", 9)]


def test_fractions_below_per_cent_are_still_doubted(take: Take) -> None:
    """A cell of a spreadsheet shown as 9 % holds 0.09, whatever its heading says."""
    took = take("시점,이용률(%)\n2023,0.08\n2024,0.09\n")
    assert took.code == 4
    assert "every figure is between 0 and 1" in took.said


def test_a_scale_beside_a_stated_unit_is_refused(take: Take) -> None:
    """Both together would convert twice."""
    text = SAYING["above, in Korean"]
    took = take(text, "--scale", "0.001", target="money")
    assert took.fates == ["refused"]
    assert 'the file counts in "백만원", and a scale is given as well' in took.said
    both = ("--scale", "0.001", "--unit", "KRW bn")
    assert take(text, *both, target="money").facts == [("2024", 912)]


def test_tonnes_of_another_size_are_refused(take: Take, project: Path) -> None:
    """kt for Mt is a thousand times too much, and nothing else shows it."""
    path = project / "targets.toml"
    path.write_text(
        path.read_text("utf-8").replace('unit = "companies"', 'unit = "MtCO2e"'), "utf-8"
    )
    took = take("Year,Emissions (ktCO2e)\n2024,912\n", target="firms")
    assert took.fates == ["refused"]
    assert take("Year,Emissions (MtCO2e)\n2024,912\n", target="firms").facts == [("2024", 912)]


@pytest.mark.parametrize(
    "heading", ["Jan-Sep 2025", "2025 1-3Q", "Change since 2020", "Rank", "2025.1~9월"]
)
def test_a_column_that_is_passed_over_is_named(take: Take, heading: str) -> None:
    """Of a wide table, where it holds figures behind the first period."""
    took = take(f",2023,2024,{heading}\nRate of use,6.1,6.4,4.9\n")
    assert took.facts == [("2023", 6.1), ("2024", 6.4)]
    assert any(heading in note for note in took.answer["notes"])
