"""Changes, means of months and stand-ins in the unit of a target. All figures are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.conftest import TARGETS, Take

MORE = """
[[target]]
id = "employed"
title = "Employment"
unit = "%"
direction = "up"
goal = { value = 75, by = 2030 }

[[target]]
id = "pay"
title = "Pay"
kind = "annual"
unit = "원"
direction = "up"
goal = { value = 60000000, by = 2030 }

[[target]]
id = "jobs"
title = "Jobs"
unit = "persons"
direction = "up"
goal = { value = 900, by = 2030 }

[[target]]
id = "gas"
title = "Emissions"
unit = "Mt CO2e"
direction = "down"
goal = { value = 436, by = 2030 }
"""
FIGURES = {"employed": ("61.2", "61.9"), "pay": ("35000000", "36000000"), "jobs": ("530", "540"),
           "gas": ("630", "620")}  # fmt: skip


@pytest.fixture(autouse=True)
def targets(project: Path) -> Path:
    path = project / "targets.toml"
    path.write_text(TARGETS + MORE, "utf-8")
    return path


def tables(name: str, target: str) -> list[str]:
    """A name over the figures, beside them and above the table."""
    one, two = FIGURES[target]
    return [
        f'Item,2022,2023\n"{name}",{one},{two}\n',
        f'"{name}"\nperiod,value\n2022,{one}\n2023,{two}\n',
        f'Code,Item,Year,Value\n9,"{name}",2022,{one}\n9,"{name}",2023,{two}\n',
    ]


@pytest.mark.parametrize(("name", "said"), [
    ("Renewables (GWh)", "GWh"), ("Waste (kt)", "kt"), ("Emissions [MtCO2e]", "Mt"),
    ("Share (% of GWh)", ""), ("Share (t)", ""), ("Share (%) of power (GWh)", ""),
    ("Leave (days)", ""),
])  # fmt: skip
def test_a_measure_over_figures_of_a_share(take: Take, name: str, said: str) -> None:
    """GWh went in as per cent; what stands above a table may be that of its other columns."""
    took = take(f'Year,"{name}"\n2022,6\n2023,7\n', "--value-column", name)
    assert (f'speaks of "{said}", and the unit is "%"; convert them' in took.said) is bool(said)
    assert take(f"{name}\nYear,Share\n2022,6\n2023,7\n", "--value-column", "Share").code == 0


@pytest.mark.parametrize(("name", "said"), [
    ("Employment rate (annual change)", "annual change"), ("고용률 전년대비", "전년대비"),
    ("Employment rate, percentage-point change", "percentage-point change"),
    ("고용률 증감", "증감"), ("고용률 증감률", "증감률"), ("Growth rate", "Growth rate"),
    ("Change in the employment rate", "Change in the employment rate"),
    ("고용률 전년동월대비", "전년동월대비"), ("employment_rate_yoy", "yoy"),
    ("Employment rate, year-on-year", "year-on-year"), ("Employment rate (change)", "change"),
])  # fmt: skip
def test_changes_of_a_share(take: Take, targets: Path, name: str, said: str) -> None:
    """A change of 0.7 is no rate of 0.7, and nothing but its name says so."""
    for table in tables(name, "employed"):
        took = take(table, target="employed")
        assert took.code == 4
        assert f'speaks of "{said}", and the target of no change; choose other' in took.said
        assert len(take(table, "--scale", "1", target="employed").facts) == 2
    for title in ("Growth of employment", "고용 증가율", "Consumer prices", "Emission cuts"):
        targets.write_text((TARGETS + MORE).replace("Employment", title), "utf-8")
        assert len(take(tables(name, "employed")[0], target="employed").facts) == 2


def test_who_chooses_changes_means_them(take: Take) -> None:
    table = tables("고용률 증감률", "employed")[0]
    assert len(take(table, "--filter", "Item=고용률 증감률", target="employed").facts) == 2
    table = "Year,Rate,Change (annual change)\n2022,61.2,61.9\n2023,61.9,61.1\n"
    for column in ("Rate", "Change (annual change)"):
        assert len(take(table, "--value-column", column, target="employed").facts) == 2


@pytest.mark.parametrize("name", [
    "Employment rate", "Employment rate (annual)", "고용률", "고용률(전년 기준)", "가동률",
    "Exchange rate",
    "Firms exposed to climate change", "Firms with growth rates above 10 %", "Change of school",
    "고용률, 전년대비 0.3% 상승", "Firms changing owner", "Share of growth firms", "증감 이상 기업",
    "High-growth firms (growth rate over 20 %)", "Firms whose sales growth rate fell",
    "취업자 비중", "증감 없는 기업",
])  # fmt: skip
def test_shares_that_are_no_changes(take: Take, name: str) -> None:
    for table in tables(name, "employed"):
        assert len(take(table, target="employed").facts) == 2


@pytest.mark.parametrize(("name", "said"), [
    ("월평균 임금(원)", "월평균"), ("Average monthly wage", "Average monthly"),
    ("월급여액(원)", "월급여액"), ("Wage per month", "per month"), ("평균 월임금", "월임금"),
    ("Monthly earnings", "Monthly earnings"), ("Monatsverdienst", "Monatsverdienst"),
    ("Salaire mensuel net", "Salaire mensuel"),
])  # fmt: skip
def test_means_of_months(take: Take, targets: Path, name: str, said: str) -> None:
    """3.5 million won a month are no pay of a year; a level may be that of a month."""
    for table in tables(name, "pay"):
        took = take(table, target="pay")
        assert took.code == 4
        assert f'speaks of "{said}", and the target of a year; add --scale 12' in took.said
        assert take(table, "--scale", "12", target="pay").facts == [
            ("2022", 420_000_000), ("2023", 432_000_000),
        ]  # fmt: skip
    for before, after in (('kind = "annual"', ""), ('"Pay"', '"Monthly pay"'), ('"Pay"', '"월급"')):
        targets.write_text((TARGETS + MORE).replace(before, after), "utf-8")
        assert len(take(tables(name, "pay")[0], target="pay").facts) == 2


@pytest.mark.parametrize("name", [
    "임금(원)", "연평균 임금", "Annual wage", "월드컵 입장료", "Monthly bulletin of wages", "연봉",
    "3개월 평균 임금", "Wage, monthly series", "매월 조사 임금", "Average wage",
    "Wages per monthly survey", "Pay by month of survey",
])  # fmt: skip
def test_amounts_of_a_year(take: Take, name: str) -> None:
    for table in tables(name, "pay"):
        assert len(take(table, target="pay").facts) == 2


@pytest.mark.parametrize(("target", "name"), [
    ("jobs", "Jobs (FTE)"), ("jobs", "Full-time equivalents"), ("jobs", "취업자(전일제 환산)"),
    ("jobs", "FTE"), ("gas", "Mt of carbon"), ("gas", "Emissions (MtC)"), ("gas", "배출량(백만TC)"),
    ("gas", "Emissions, tonnes of carbon"),
])  # fmt: skip
def test_what_stands_in_for_the_unit(take: Take, targets: Path, target: str, name: str) -> None:
    for table in tables(name, target):
        took = take(table, target=target)
        assert took.code == 4, table
        assert "speaks of " in took.said
        assert len(take(table, "--scale", "1", target=target).facts) == 2
    targets.write_text((TARGETS + MORE).replace('"Jobs"', '"FTE jobs"'), "utf-8")
    if target == "jobs":
        assert len(take(tables("Jobs (FTE)", target)[0], target=target).facts) == 2


@pytest.mark.parametrize(("target", "name"), [
    ("jobs", "Jobs"), ("jobs", "Full-time employees"), ("jobs", "취업자"), ("jobs", "After"),
    ("gas", "Mt CO2e"), ("gas", "Emissions (MtCO2)"), ("gas", "배출량"),
    ("gas", "Carbon emissions"),
    ("gas", "Mt of carbon dioxide"), ("gas", "Tonnes carbon equivalent"),
])  # fmt: skip
def test_the_unit_itself(take: Take, target: str, name: str) -> None:
    for table in tables(name, target)[1:]:
        assert len(take(table, target=target).facts) == 2, table


@pytest.mark.parametrize(
    "name", ["AI readiness rank", "employed_rank", "세계 순위", "Rank", "World ranking"]
)
def test_ranks_in_the_rows_of_a_table(take: Take, targets: Path, name: str) -> None:
    table = tables(name, "employed")[0]
    took = take(table, target="employed")
    assert took.code == 4
    assert 'and the unit is "%"; choose other rows or columns, or add --scale 1' in took.said
    assert len(take(table, "--scale", "1", target="employed").facts) == 2
    above = tables(name, "employed")[1]  # of what they rest on
    assert len(take(above, target="employed").facts) == 2
    targets.write_text((TARGETS + MORE).replace('"Employment"', '"Rank in the world"'), "utf-8")
    assert len(take(table, target="employed").facts) == 2


@pytest.mark.parametrize(
    "name", ["우선순위 사업", "Ranked firms", "Frank", "Rank and file", "Tank"]
)
def test_what_is_no_rank(take: Take, name: str) -> None:
    assert len(take(tables(name, "employed")[0], target="employed").facts) == 2


@pytest.mark.parametrize(("table", "said"), [
    ("3-year moving average of firms\nYear,Value\n2023,5\n2024,6\n", "3-year moving average"),
    ("Year,Firms (rolling mean)\n2023,5\n2024,6\n", "rolling mean"),
    ("year,5-year average\n2023,5\n2024,6\n", "5-year average"),
    ("이용률(3개년 평균)\nyear,value\n2023,5\n2024,6\n", "3개년 평균"),
    ("year,이용률 이동평균\n2023,5\n2024,6\n", "이동평균"),
    ("Item,Year,Value\nGleitender Durchschnitt,2023,5\n", "Gleitender Durchschnitt"),
])  # fmt: skip
def test_means_of_several_years(take: Take, table: str, said: str) -> None:
    took = take(table)
    assert f'speaks of "{said}", and the target of a year' in took.said
    assert take(table, "--scale", "1").code == 0


def test_a_target_of_a_mean_has_it(take: Take, project: Path) -> None:
    file = project / "targets.toml"
    text = file.read_text("utf-8").replace('title = "Firms using AI"', 'title = "AI, 3-year mean"')
    file.write_text(text, "utf-8")
    assert take("Year,3-year moving average\n2023,5\n2024,6\n").code == 0


@pytest.mark.parametrize("name", [
    "AI use (modeled ILO estimate)", "AI use, modelled estimates", "AI 이용률(모형추정)",
])  # fmt: skip
def test_what_a_model_found(take: Take, name: str) -> None:
    table = f'Indicator,Year,Value\n"{name}",2023,5\n"{name}",2024,6\n'
    assert "add --status estimated, or --status final" in take(table).said
    statuses = {row["status"] for row in take(table, "--status", "estimated").answer["rows"]}
    assert statuses == {"estimated"}


@pytest.mark.parametrize(("label", "text", "part"), [
    ("Area", "Rural", True), ("Residence", "urban areas", True), ("지역", "수도권", True),
    ("region", "North", True), ("Region", "Capital region", True), ("region", "Korea", False),
    ("region", "South Korea", False), ("Source", "Urban", False), ("지역", "전국", False),
])  # fmt: skip
def test_rows_of_a_part_of_the_land(take: Take, label: str, text: str, part: bool) -> None:
    table = f"year,{label},rate\n2023,{text},5\n2024,{text},6\n"
    took = take(table, "--value-column", "rate")
    assert ("a part of the whole" in took.said) is part
    assert take(table, "--value-column", "rate", "--filter", f"{label}={text}").code == 0
