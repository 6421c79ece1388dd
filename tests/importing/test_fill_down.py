"""Labels and periods that stand only in the first of the rows that they are about.

All figures are invented.
"""

from __future__ import annotations

import pytest

from tests.importing.conftest import Take
from tests.importing.sheets import xlsx

LONG = "Region,Year,Value\nSeoul,2021,12.1\n,2022,12.2\n,2023,13\nBusan,2021,6\n,2022,6.2\n"
WIDE = "Region,Item,2022,2023\nSeoul,Rate,12,13\n,Count,33,44\nBusan,Rate,5,6\n,Count,53,54\n"


def belongs(where: str, column: str, label: str) -> str:
    what = f'{where} has no {column}, and may belong to "{label}" above it'
    remedy = "fill such cells in the file with the label above, or choose them with --filter"
    return f'{what}; {remedy} "{column}=" alone if they are of the whole'


def test_rows_below_a_label_would_be_lost(take: Take) -> None:
    """Of Seoul only the first year was recorded."""
    took = take(LONG, "--filter", "Region=Seoul")
    assert took.code == 4
    assert belongs("row 3", "Region", "Seoul") in took.said
    filled = LONG.replace("\n,2022,12", "\nSeoul,2022,12").replace("\n,2023", "\nSeoul,2023")
    filled = filled.replace("\n,", "\nBusan,")
    assert len(take(filled, "--filter", "Region=Seoul").facts) == 3


def test_rows_below_another_label_would_be_taken(take: Take) -> None:
    """Whoever chooses Seoul and what is empty gets the rows of Busan with it."""
    table = "Region,Year,Value\nSeoul,2021,12.1\n,2022,12.2\nBusan,2023,6\n,2024,6.2\n"
    took = take(table, "--filter", "Region=Seoul", "--filter", "Region=")
    assert took.code == 4
    assert belongs("row 5", "Region", "Busan") in took.said


@pytest.mark.parametrize("made", [str.encode, lambda text: xlsx(
    [[cell or None for cell in line.split(",")] for line in text.splitlines()]
)])  # fmt: skip
def test_a_label_above_items(take: Take, made: object) -> None:
    """A region stands in the first of its rows; each has one for each item."""
    content = made(WIDE)  # type: ignore[operator]
    took = take(content, "--filter", "Item=Count", "--filter", "Region=Seoul")
    assert took.code == 4
    assert belongs("row 3, 2022", "Region", "Seoul") in took.said
    took = take(content, "--filter", "Region=Seoul")
    assert belongs("row 3, 2022", "Region", "Seoul") in took.said
    rates = take(content, "--filter", "Item=Rate", "--filter", "Region=Seoul")
    assert [value for _, value in rates.facts] == [12, 13]


@pytest.mark.parametrize("table", [
    # what is empty is the total: it stands first, or says again what another row says
    "Sex,period,value\n,2021,12\nWomen,2021,13\n,2022,14\nWomen,2022,15\n",
    "Sex,period,value\nWomen,2021,13\n,2021,12\nWomen,2022,15\n,2022,14\n",
    "Sex,Item,2021,2022\nWomen,Rate,13,15\nMen,Rate,12,14\n,Rate,12,14\n",
])  # fmt: skip
def test_an_empty_label_of_its_own(take: Take, table: str) -> None:
    took = take(table, "--filter", "Sex=Women")
    assert took.facts == [("2021", 13), ("2022", 15)]
    took = take(table, "--filter", "Sex=")
    assert [value for _, value in took.facts] == [12, 14]


def test_headlines_below_a_label(take: Take) -> None:
    """In Open SDG an empty cell is the total; here it may as well be Seoul."""
    took = take("Year,Region,Value\n2021,Seoul,12\n2022,,13\n2023,,14\n")
    assert took.code == 4
    assert belongs("row 3", "Region", "Seoul") in took.said
    table = "Year,Region,Value\n2021,Seoul,12\n2022,,13\n2023,,14\n"
    assert take(table, "--filter", "Region=").facts == [("2022", 13), ("2023", 14)]
    took = take("Year,Region,Value\n2021,Seoul,12\n2021,,13\n2022,Seoul,9\n2022,,14\n")
    assert took.facts == [("2021", 13), ("2022", 14)]


@pytest.mark.parametrize("table", [
    "Year,Size,Age,Value\n2021,Small,Young,1\n2021,Large,Old,2\n2022,Large,Old,3\n"
    "2021,,,13\n2022,,,14\n",
    "Year,Region,GeoCode,Value\n2021,Seoul,11,12\n2022,Seoul,11,9\n2021,,,13\n2022,,,14\n"
    "2021,Busan,26,5\n",
])  # fmt: skip
def test_headlines_as_a_block_below_other_rows(take: Take, table: str) -> None:
    """Were all labels those above them, they would say again what stands there."""
    assert take(table).facts == [("2021", 13), ("2022", 14)]


def test_periods_that_stand_in_the_first_row_only(take: Take) -> None:
    table = "Year,Sex,Rate\n2021,Men,12\n,Total,13\n2022,Men,14\n,Total,15\n"
    took = take(table, "--filter", "Sex=Total", "--value-column", "Rate")
    assert took.fates == ["refused", "refused"]
    assert "the period is empty; write it into each row that it is about" in took.said
    table = "Year,Quarter,Rate\n2021,Q1,12\n,Q2,13\n,Q4,14\n"
    both = ("--period-column", "Year", "--period-column", "Quarter", "--value-column", "Rate")
    took = take(table, *both)
    assert took.fates == ["new", "new", "refused"]
    assert '"Q4" has no year; write the year into each row' in took.said


@pytest.mark.parametrize(("label", "texts", "first"), [
    ("Foo", ("", "Women", ""), ""), ("가", ("", "남", ""), ""), ("", ("", "Seoul", ""), ""),
    ("Foo", ("yes", "no", "yes"), "yes"), ("Urban", ("true", "false", "true"), "true"),
    ("Foo", ("Alpha", "Beta"), "Alpha"), ("Foo", ("North East", "South"), "North East"),
])  # fmt: skip
def test_words_in_a_column_whose_name_tells_nothing(
    take: Take, label: str, texts: tuple[str, ...], first: str
) -> None:
    """They may be two lines that fill each other's gaps, or remarks: only a person knows."""
    rows = "".join(f"{year},{text},{6 + year % 10}\n" for year, text in enumerate(texts, 2021))
    table = f"period,{label},value\n{rows}"
    name = label or "column 2"
    took = take(table)
    assert took.code == 4
    assert f'the rows differ in {name} ("{first}", ' in took.said
    every = [word for text in dict.fromkeys(texts) for word in ("--filter", f"{name}={text}")]
    assert len(take(table, *every).facts) == len(texts)
    assert take(table.replace(f",{label},", ",Remark,", 1)).code == 0


@pytest.mark.parametrize("texts", [
    ("", "method changed, see the annex", ""), ("a", "b", "c"), ("", "x", ""), ("up", "down", "up"),
    ("", "2023-05-01", ""), ("AI survey 2021", "AI survey 2022", "AI survey 2023"),
])  # fmt: skip
def test_what_is_no_name(take: Take, texts: tuple[str, ...]) -> None:
    rows = "".join(f'{year},"{text}",7\n' for year, text in enumerate(texts, 2021))
    assert take(f"period,Foo,value\n{rows}").code == 0
