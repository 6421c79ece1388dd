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
