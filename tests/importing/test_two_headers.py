"""Headers of two rows that only a mapping makes one of: what is said can be done as it is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.importing.conftest import Take, Took
from tests.importing.sheets import Cell, xlsx

KOSIS: Sequence[Sequence[Cell]] = [
    ["시점", "전국", "전국", "서울", "서울"],
    ["시점", "이용률 (%)", "기업수", "이용률 (%)", "기업수"],
    ["2022", 6.1, 900, 7, 100], ["2023", 6.4, 950, 8, 120],
]  # fmt: skip


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    return tmp_path / "mapping.toml"


def as_said(took: Took, mapping: Path) -> tuple[str, str]:
    """The options with a mapping of the lines that were to be written."""
    assert took.code == 4
    lines = re.findall(r'\b(?:header = \[[0-9, ]+\]|layout = "wide")', took.said)
    mapping.write_text("\n".join(lines), "utf-8")
    return ("--mapping", str(mapping))


@pytest.mark.parametrize("first", [
    (), ("--value-column", "전국"), ("--value-column", "이용률 (%)"),
    ("--value-column", "전국 이용률 (%)"),
])  # fmt: skip
def test_columns_that_two_rows_name(take: Take, mapping: Path, first: tuple[str, ...]) -> None:
    """A name of the first row was asked for, which stood there twice, and no option helped."""
    table = xlsx(KOSIS)
    took = take(table, *first)
    assert 'with one of "전국 이용률 (%)", "전국 기업수", "서울 이용률 (%)", "서울' in took.said
    why = ("no column of figures is known", "there is no column", " stands 2 times")
    assert any(one in took.said.partition("; write header = [1, 2]")[0] for one in why)
    wanted = ("--value-column", "전국 이용률 (%)")
    assert take(table, *as_said(took, mapping), *wanted).facts == [("2022", 6.1), ("2023", 6.4)]


def test_a_mapping_that_names_no_figures(take: Take, mapping: Path) -> None:
    """The rows were said to hold no period, which those of a long table do not."""
    table = xlsx(KOSIS)
    took = take(table, *as_said(take(table), mapping))
    assert (
        'name it with --value-column; figures stand below "전국 이용률 (%)", "전국 기' in took.said
    )


def test_an_empty_column_between(take: Take) -> None:
    table = xlsx([[*row[:3], None, *row[3:]] for row in KOSIS])
    assert (
        'with one of "전국 이용률 (%)", "전국 기업수", "서울 이용률 (%)", "서울' in take(table).said
    )


@pytest.mark.parametrize(("count", "more"), [(12, False), (13, True)])
def test_no_more_than_twelve_columns_are_listed(take: Take, count: int, more: bool) -> None:
    said = take(xlsx([["시점", *["전국"] * count], ["시점", *map("N{}".format, range(count))],
                      ["2022", *range(count)]])).said  # fmt: skip
    assert '"전국 N11"' in said
    assert said.rstrip().endswith("…") is more


def test_below_a_title(take: Take, mapping: Path) -> None:
    table = xlsx([["표 3. 이용 현황"], [None], *KOSIS])
    assert "header = [3, 4]" in take(table).said


@pytest.mark.parametrize("rows", [
    [["시점", "전국", "전국"], ["2022", 6.1, 900], ["2023", 6.4, 950]],  # nothing goes on
    [["시점", "전국", "전국"], ["시점", "값", "값"], ["2022", 6.1, 900]],  # nor tells them apart
    [["시점", "전국", "서울"], ["시점", "%", "개"], ["2022", 6.1, 900]],
    [["실적", "계획", "계획"], ["2022", "2023", "2024"], [6, 7, 8]],
    [["구분", "Q4 2022", "실적", "계획"], ["", "2022", "2023", "2024"], ["이용률", 6, 7, 8]],
    [["시점", "전국", "전국"]],
    [["표 3", None, None], ["시점", "전국", "전국"], ["2022", 6.1, 900]],
    [["시점", "전국", "전국"], ["단위", "%", "개"], ["2022", 6.1, 900]],
    [["시점", "전국", "전국"], ["", 6.1, 900], ["2023", 6.4, 950]],
    [["시점", "전국", "전국"], ["", "Q1 2021", "비고"], ["2023", 6.4, 950]],
    [["구분", "실적", None], ["", 2022, 2023], ["이용률", 6, 7]],
    [["구분", "실적", 5], ["", 2022, 2023], ["이용률", 6, 7]],
    [["구분", "실적", "계획", ""], ["", 2022, 2023, 5], ["이용률", 6, 7, 8]],
])  # fmt: skip
def test_headers_of_one_row(take: Take, rows: Sequence[Sequence[Cell]]) -> None:
    for options in ((), ("--value-column", "전국")):
        took = take(xlsx(rows), *options)
        assert took.code in (0, 4)
        assert "header = [" not in took.said


def test_words_above_two_years(take: Take) -> None:
    table = xlsx([["구분", "실적", "계획"], [None, 2021, 2022], ["이용률", 5, 6]])
    assert "the periods stand in row 2, below the words of row 1" in take(table).said


@pytest.mark.parametrize("merged", [["B1:C1", "D1:E1"], ["A1:A2", "B1:C1", "D1:E1"]])
@pytest.mark.parametrize(("one", "other"), [("실적", "계획"), ("전체", "대기업")])
def test_words_above_years(
    take: Take, mapping: Path, merged: list[str], one: str, other: str
) -> None:
    """Columns of periods and figures were asked for, which such a table does not have."""
    rows = [["구분", one, None, other, None], [None, 2021, 2022, 2023, 2024],
            ["이용률", 5, 6, 7, 8]]  # fmt: skip
    took = take(xlsx(rows, merged=merged))
    assert "the periods stand in row 2, below the words of row 1" in took.said
    options = as_said(took, mapping)
    took = take(xlsx(rows, merged=merged), *options, "--filter", f"header 1={one}")
    assert took.facts == [("2021", 5), ("2022", 6)]
    took = take(xlsx(rows, merged=merged), *options, "--filter", f"header 1={other}")
    assert [row["status"] for row in took.answer["rows"]] == (
        ["planned"] * 2 if other == "계획" else ["final"] * 2
    )
