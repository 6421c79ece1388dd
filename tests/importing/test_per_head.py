"""Figures for each person under a target that counts the whole. All figures are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.conftest import TARGETS, Take

CARBON = """
[[target]]
id = "carbon"
title = "Emissions"
unit = "Mt"
direction = "down"
goal = { value = 30, by = 2030 }
"""
ROWS = "2022,33.2\n2023,34.1\n"
NAMES = [
    ("Emissions per capita (Mt)", "per capita"), ("Emissions per person", "per person"),
    ("emissions_per_capita", "per capita"), ("1인당 배출량(Mt)", "1인당"),
    ("Emisiones per cápita", "per cápita"),
    ("일인당 배출량", "일인당"),
    ("CO2 pro Kopf", "pro Kopf"), ("Émissions par habitant", "par habitant"),
    ("Emisiones por habitante", "por habitante"), ("一人当たり排出量", "一人当たり"),
    ("人均排放量", "人均"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def targets(project: Path) -> Path:
    """A target of the whole among the others."""
    path = project / "targets.toml"
    path.write_text(TARGETS + CARBON, "utf-8")
    return path


@pytest.mark.parametrize(("name", "said"), NAMES)
def test_figures_for_each_person_are_asked_about(take: Take, name: str, said: str) -> None:
    """33.2 for each was recorded as 33.2 million tonnes in all."""
    beside = f"Year,Item,value\n2022,{name},33.2\n2023,{name},34.1\n"
    for table in (f"{name}\nperiod,value\n{ROWS}", f"Item,2022,2023\n{name},33.2,34.1\n", beside):
        took = take(table, target="carbon")
        assert took.code == 4
        assert f'speaks of "{said}", and the unit is "Mt"; choose other rows' in took.said
        assert len(take(table, "--scale", "1", target="carbon").facts) == 2


@pytest.mark.parametrize(("before", "after"), [
    ('title = "Emissions"', 'title = "Emissions per person"'),
    ('title = "Emissions"', 'title = "Emissions"\ntitle_ko = "1인당 배출량"'),
    ('unit = "Mt"', 'unit = "Mt per person"'), ('"carbon"', '"carbon-per-capita"'),
    ("by = 2030 }", 'by = 2030, quote = "to 30 for each, 1인당" }'),
    ('unit = "Mt"', 'unit = "%"'), ('unit = "Mt"', 'unit = "%p"'),
])  # fmt: skip
def test_a_target_that_speaks_of_each_person(
    take: Take, targets: Path, before: str, after: str
) -> None:
    """Its own words say that it is meant; and per cent and points are no amount of anything."""
    text = CARBON.replace(before, after)
    targets.write_text(TARGETS + text, "utf-8")
    id_ = "carbon-per-capita" if "carbon-per-capita" in text else "carbon"
    assert len(take(f"1인당 배출량\nperiod,value\n{ROWS}", target=id_).facts) == 2


def test_a_series_that_speaks_of_each_person(take: Take, targets: Path) -> None:
    """It is asked of the other series of its target, and not of it."""
    table = f"Emissions per capita\nperiod,value\n{ROWS}"
    for more in ('unit = "t per person"', 'note = "for each person: 1인당"'):
        own = f'[[target.series]]\nid = "each"\ntitle = "Of each"\n{more}\n'
        targets.write_text(TARGETS + CARBON + own, "utf-8")
        assert len(take(table, "--series", "each", target="carbon").facts) == 2
        assert 'speaks of "per capita"' in take(table, target="carbon").said


@pytest.mark.parametrize("name", ["1인 가구", "Persons", "Perhaps", "Emissions and GDP per capita"])
def test_other_words(take: Take, name: str) -> None:
    """One-person households are no figure for each; a title of two things says nothing of one."""
    assert len(take(f"{name}\nperiod,value\n{ROWS}", target="carbon").facts) == 2


BY_ITEM = "Item,2022,2023\n{},33.2,34.1\n"


@pytest.mark.parametrize(("table", "told"), [
    (BY_ITEM.format("Industry and energy per person"), True),
    ("(단위: Mt)\n" + BY_ITEM.format("1인당 배출량"), True),
    ("1인당 배출량\n(단위: Mt)\n" + BY_ITEM.format("배출량"), False),
    ("Emissions and GDP per capita\n" + BY_ITEM.format("Emissions per person"), True),
    (f"period,{'x' * 90}per person\n{ROWS}", False),
    (f"period,{'x' * 89} per person\n{ROWS}", True),
    (f"period,{'x' * 90} per person\n{ROWS}", False),
])  # fmt: skip
def test_where_the_words_stand(take: Take, table: str, told: bool) -> None:
    """The name of a row is of it alone. Above a table of several things they are of one of them."""
    assert take(table, target="carbon").said.count("speaks of ") == told
