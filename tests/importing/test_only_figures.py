"""A long table with one column of figures among words. All figures are invented."""

from __future__ import annotations

import pytest

from tests.importing.conftest import Take

ENTITY = """\
Entity,Code,Year,Use of AI
Korea,KOR,2020,3.1
Korea,KOR,2021,4.2
Korea,KOR,2022,5.3
"""


def test_the_only_column_of_figures_is_taken(take: Take) -> None:
    """And it is told which: nobody named it."""
    took = take(ENTITY)
    assert took.facts == [("2020", 3.1), ("2021", 4.2), ("2022", 5.3)]
    assert 'the only column of figures is "Use of AI"' in took.answer["notes"]
    counted = take(ENTITY.replace("Use of AI", "Number of firms (KCCI, 2025)"))
    assert counted.facts == took.facts
    korean = "시점,지역,이용률\n2020,전국,3.1\n2021,전국,4.2\n2022,전국,-\n2023,전국,4.4p\n"
    assert take(korean).facts == [("2020", 3.1), ("2021", 4.2), ("2023", 4.4)]


@pytest.mark.parametrize("table", [
    "Country,Year,M49\nKorea,2020,410\nKorea,2021,410\nJapan,2020,392\nJapan,2021,392\n",
    "Country,Year,Kind\nKorea,2020,410\nKorea,2021,410\nJapan,2020,392\nJapan,2021,392\n",
    "Country,Year,Nth\nKorea,2020,1\nKorea,2021,2\nKorea,2022,3\n",
    "Country,Year,Area code\nKorea,2020,41\nKorea,2021,42\nKorea,2022,48\n",
    "Country,Year,Change\nKorea,2020,4.1\nKorea,2021,4.2\nKorea,2022,4.8\n",
    "Country,Year,Group,Use\nKorea,2020,2,about 5\nKorea,2021,1,about 6\nKorea,2022,2,7\n",
    "Country,Year,Men,Women\nKorea,2020,2,5\nKorea,2021,1,6\nKorea,2022,2,7\n",
    "Country,Year,Use,Wave\nKorea,2020,A,5\nKorea,2021,B,6\nKorea,2022,C,7\n",
])  # fmt: skip
def test_numbers_that_may_be_codes_are_asked_about(take: Take, table: str) -> None:
    """One number for each country, or for each row; what is no figure by its name; two columns."""
    took = take(table)
    assert took.code == 4
    assert "no column of figures is known; name it with --value-column" in took.said


def test_two_countries_are_asked_about_as_ever(take: Take) -> None:
    took = take(ENTITY + "Japan,JPN,2020,3.3\nJapan,JPN,2021,4.4\n")
    assert 'choose one with --filter "Entity=Korea"' in took.said
    assert take(ENTITY, "--value-column", "Use of AI").facts == take(ENTITY).facts


def test_remarks_and_quarters_are_no_other_columns_of_figures(take: Take) -> None:
    """Numbers stand in them as well."""
    table = '기준년월,기업수(%),비고\n2022.06,7,\n2022.12,8,\n2023.06,6,"신규 4, 이탈 1"\n'
    took = take(table, "--period-style", "semester")
    assert took.facts == [("2022-S1", 7), ("2022-S2", 8), ("2023-S1", 6)]
    quarters = "연도,분기,이용률\n2023,1/4,5.5 %\n2023,2/4,6 %\n2023,3/4,6.5 %\n"
    both = ("--period-column", "연도", "--period-column", "분기")
    assert len(take(quarters, *both).facts) == 3
    assert "add --period-column" in take(quarters).said


@pytest.mark.parametrize(("table", "said"), [
    ("시점,비율,인원,비고\n2022,5,50,x\n2023,6,61,2\n",
     'name it with --value-column; figures stand below "비율", "인원" of row 1'),
    ("연도,분기,비율,비고\n2023,1/4,5,\n,2/4,6,잠정\n",
     'and both "연도" and "분기" with --period-column; figures stand below "비율" of row 1'),
])  # fmt: skip
def test_the_columns_that_may_be_meant_are_named(take: Take, table: str, said: str) -> None:
    assert said in take(table).said
