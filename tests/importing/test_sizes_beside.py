"""Sizes and measures near figures: what is asked, and that what is advised is the right factor.

All figures are invented.
"""

import re
from pathlib import Path

import pytest

from kpi.facts.intake.texts.size_words import size_beside
from tests.importing.conftest import TARGETS, Take

#: What stands over the figures, the target's unit, and the factor between the two.
HEADINGS = [
    ("Spending (10 million won)", "KRW m", "10"),
    ("Spending (ten thousand yuan)", "CNY", "10000"),
    ("Gasto (miles de millones de pesos)", "MXN m", "1000"),
    ("Despesa (mil milhões de euros)", "EUR m", "1000"),
    ("Despesa (Mil Reais)", "BRL m", "0.001"),
    ("Produção (mil toneladas)", "t", "1000"),
    ("Spending (thousands of millions)", "EUR m", "1000"),
    ("Spending (Rs lakh crore)", "INR crore", "100000"),
    ("Dépenses (en M€)", "EUR bn", "0.001"),
    ("발전량(억kWh)", "TWh", "0.1"),
    ("발전량(억 kWh)", "TWh", "0.1"),
    ("발전량(백만kWh)", "TWh", "0.001"),
    ("发电量(亿千瓦时)", "TWh", "0.1"),
    ("Generation (thousand MWh)", "TWh", "0.001"),
    ("Consumption (ktoe)", "TWh", "0.01163"),
    ("Consumption (TJ)", "PJ", "0.001"),
    ("배출량 (tCO2eq)", "Mt CO2eq", "0.000001"),
    ("면적(천㎡)", "ha", "0.1"),
    ("면적(㎢)", "ha", "100"),
    ("Beds per 100 inhabitants", "per 1,000", "10"),
    ("Rate per million", "per 100,000", "0.1"),
    ("비율(천분비)", "%", "0.1"),
    ("Share (fraction)", "%", "100"),
    ("비중(배)", "%", "100"),
    ("Aid USD k", "USD", "1000"),
    ("Aid USD million", "USD bn", "0.001"),
    ("persons_k", "persons", "1000"),
    ("Homes (dozens)", "homes", "12"),
    ("Homes, in dozens", "homes", "12"),
]
#: What a title says, of which a heading would be read as the unit.
TITLES = [
    ("Table 1. Spending (£m)", "GBP bn", "0.001"),
    ("Table 1. Spending (MEUR)", "EUR bn", "0.001"),
    ("투자액(10억)", "KRW tn", "0.001"),
    ("투자액(백만)", "KRW bn", "0.001"),
]


def project_of(project: Path, unit: str) -> None:
    """A target of a unit, of whose figures nothing is known that could tell a factor of ten."""
    more = (
        f'\n[[target]]\nid = "it"\ntitle = "It"\nunit = "{unit}"\ndirection = "up"\n'
        "goal = { value = 50, by = 2030 }\n"
    )
    (project / "targets.toml").write_text(TARGETS + more, "utf-8")


@pytest.mark.parametrize(("text", "unit", "factor"), HEADINGS)
def test_the_factor_of_a_heading(
    take: Take, project: Path, text: str, unit: str, factor: str
) -> None:
    project_of(project, unit)
    for table in (
        f'Year,"{text}"\n2022,41.25\n2023,43.5\n',
        f'Item,2022,2023\n"{text}",41.25,43.5\n',
    ):
        took = take(table, target="it")
        assert took.code == 4, "recorded as it stands"
        assert re.findall("--scale ([0-9.]+)", took.said)[0] == factor


@pytest.mark.parametrize(("text", "unit", "factor"), TITLES + HEADINGS)
def test_the_factor_of_a_title(
    take: Take, project: Path, text: str, unit: str, factor: str
) -> None:
    project_of(project, unit)
    took = take(f'"{text}"\nYear,Value\n2022,41.25\n2023,43.5\n', target="it")
    assert took.code == 4, "recorded as it stands"
    assert re.findall("--scale ([0-9.]+)", took.said)[0] == factor


@pytest.mark.parametrize(("text", "unit"), [
    ("Gasto (miles de millones de pesos)", "MXN bn"), ("Generation (billion kWh)", "TWh"),
    ("발전량(십억kWh)", "TWh"), ("Survey of 10 million firms", "KRW m"), ("(EUR)", "EUR"),
    ("Price (EUR) and cost (USD)", "USD"), ("Consumption (ktoe) and (GWh)", "TWh"),
    ("Litres per 100 km", "litres per 100 km"), ("면적(ha)", "ha"), ("Cost (EUR m)", "EUR m"),
    ("Population (mil)", "million persons"), ("Population (mil.)", "thousand persons"),
    ("Cost EUR m", "EUR m"), ("Cost, KRW and USD", "KRW"), ("Dozens of homes", "homes"),
    ("Firms in the USD zone", "USD m"), ("first_try", "KRW bn"), ("green_growth", "KRW bn"),
    ("car_share", "cars"), ("persons_k", "thousand persons"), ("Homes_K_total", "homes"),
    ("Sustainable Development Report (SDR)", "USD m"),
])  # fmt: skip
def test_a_size_that_is_the_units_own_is_not_asked_about(
    take: Take, project: Path, text: str, unit: str
) -> None:
    project_of(project, unit)
    took = take(f'"{text}"\nYear,Value\n2022,41.25\n2023,43.5\n', target="it")
    assert took.facts == [("2022", 41.25), ("2023", 43.5)]


@pytest.mark.parametrize(("text", "unit", "said"), [
    ("População (mil)", "persons", "mil"), ("Population (mil.)", "persons", "mil"),
    ("Lending, SDR million", "USD m", "SDR"),
    ("Aid USD", "KRW bn", "USD"), ("cost_try", "KRW", "try"),
])  # fmt: skip
def test_what_no_factor_is_known_for(
    take: Take, project: Path, text: str, unit: str, said: str
) -> None:
    """To some "mil" are thousands, and millions to others."""
    project_of(project, unit)
    for table in (
        f'"{text}"\nYear,Value\n2022,41.25\n',
        f'Item,2022,2023\n"{text}",41.25,43.5\n',
    ):
        took = take(table, target="it")
        assert f'"{text}" speaks of "{said}", and the unit is "{unit}"; convert them' in took.said


def test_another_currency_in_a_title(take: Take, project: Path) -> None:
    """No factor is known for it."""
    project_of(project, "USD")
    took = take('"Price (EUR)"\nYear,Value\n2022,41.25\n2023,43.5\n', target="it")
    assert '"Price (EUR)" speaks of "EUR", and the unit is "USD"; convert them' in took.said


@pytest.mark.parametrize(("stated", "unit", "said"), [
    ("만대", "vehicles", '--unit "10,000 vehicles"'),
])  # fmt: skip
def test_what_to_type_for_a_stated_unit(
    take: Take, project: Path, stated: str, unit: str, said: str
) -> None:
    project_of(project, unit)
    table = f"Year,Value,Unit\n2022,41.25,{stated}\n"
    assert said in take(table, target="it").said
    right = said.partition('"')[2].rstrip('"')
    power = 10_000 if "10,000" in right else 1
    assert take(table, "--unit", right, target="it").facts == [("2022", 41.25 * power)]


@pytest.mark.parametrize(("stated", "unit", "power"), [
    ("명", "persons", 1), ("천명", "persons", 1_000), ("천 명", "people", 1_000),
    ("만명", "thousand persons", 10), ("천명", "People", 1_000), ("백만 명", "million people", 1),
    ("천가구", "households", 1_000), ("명", "thousand people", 0.001), ("건", "cases", 1),
    ("개사", "companies", 1),
])  # fmt: skip
def test_a_korean_counter_of_the_unit_is_read(
    take: Take, project: Path, stated: str, unit: str, power: float
) -> None:
    """Beside the figure, over it and above the table: the unit of most Korean statistics."""
    project_of(project, unit)
    read = [("2022", 41250 * power)]
    for table in (
        f"Year,Value,Unit\n2022,41250,{stated}\n", f'"(단위: {stated}, %)"\n연도,값\n2022,41250\n',
    ):  # fmt: skip
        assert take(table, target="it").shown == read
    over = f"취업자({stated})"
    assert take(f"연도,{over}\n2022,41250\n", "--value-column", over, target="it").shown == read
    table = "Year,Value,Unit\n2022,41250,Number\n"
    assert take(table, "--unit", stated, target="it").shown == read


@pytest.mark.parametrize(("stated", "power"), [("千人", 1_000), ("万人", 10_000), ("人", 1)])
def test_so_is_a_japanese_one(take: Take, project: Path, stated: str, power: int) -> None:
    project_of(project, "persons")
    table = f"Year,Value,Unit\n2022,41250,{stated}\n"
    assert take(table, target="it").shown == [("2022", 41250 * power)]


@pytest.mark.parametrize(("stated", "unit"), [
    ("명", "women"), ("천명", "researchers"), ("개", "companies"), ("개사", "establishments"),
    ("건", "patents"), ("천개", "persons"), ("명", "companies"), ("천명당", "persons"),
])  # fmt: skip
def test_a_counter_of_others_is_no_unit(take: Take, project: Path, stated: str, unit: str) -> None:
    """Whose number it is, no counter says."""
    project_of(project, unit)
    took = take(f"Year,Value,Unit\n2022,41.25,{stated}\n", target="it")
    assert (took.code, took.fates) == (4, ["refused"])


@pytest.mark.parametrize("head", ["임금근로자(천명)", "Employees (천명)"])
def test_a_unit_that_was_refused_is_not_asked_about_as_a_size(take: Take, project: Path,
                                                              head: str) -> None:  # fmt: skip
    """--scale 1000 was told as well, which leads nowhere."""
    project_of(project, "employees")
    table = f'연도,"{head}"\n2022,41.25\n2023,42\n'
    took = take(table, "--value-column", head, target="it")
    assert (took.code, "--scale" in took.said) == (4, False)
    assert 'add --unit "thousand employees"' in took.said
    assert take(table, "--value-column", head, "--unit", "thousand employees", target="it").facts


@pytest.mark.parametrize(("stated", "unit"), [("億円", "JPY bn"), ("억불", "USD bn")])
def test_hundred_millions_of_money(take: Take, project: Path, stated: str, unit: str) -> None:
    project_of(project, unit)
    table = f"Year,Value,Unit\n2022,412.5,{stated}\n"
    assert take(table, target="it").facts == [("2022", 41.25)]


@pytest.mark.parametrize("code", ["PC_PNT", "PT_CHG", "PP"])
def test_codes_of_points_are_no_per_cent(take: Take, code: str) -> None:
    assert take(f"Year,Value,Unit\n2022,4.5,{code}\n").fates == ["refused"]


@pytest.mark.parametrize("stated", ["TJ", "PJ", "lb"])
def test_another_measure_is_never_said_to_be_the_same(
    take: Take, project: Path, stated: str
) -> None:
    """Of terajoules no factor gives terawatt hours in digits that anybody types."""
    project_of(project, "t" if stated == "lb" else "TWh")
    took = take(f"Year,Value,Unit\n2022,41.25,{stated}\n", target="it")
    assert f'the file counts in "{stated}"' in took.said
    assert "is the same" not in took.said


@pytest.mark.parametrize("name", ["Je 1 000 Einwohner", "Pour 1 000 habitants", "Por cada 1.000"])
def test_rates_per_thousand_in_other_languages(take: Take, name: str) -> None:
    """They were recorded as numbers of firms; of a rate per 1,000 nothing is asked."""
    took = take(f"Jahr;{name}\n2022;400\n2023;500\n", target="firms")
    assert (took.code, f'"{name}" speaks of "1' in took.said) == (4, True)
    assert size_beside(name, "per 1,000 inhabitants") == ""


@pytest.mark.parametrize(("table", "said"), [
    ("Year,Value\n,thousands\n2022,41.25\n2023,43.5\n", '"thousands" speaks of "thousands"'),
    ("Firms (%)\nYear,Value\n2022,412\n2023,435\n", '"Firms (%)" speaks of "%"'),
    ("Firms (%)\nYear,Value,Unit\n2022,412,companies\n2023,435,companies\n", ""),
    ("State,2022,2023\nMN,412,435\n", ""), ("Zone,2022,2023\n1000,412,435\n", ""),
    (f"Item,2022,2023\n{'x' * 90} thousands,412,435\n", '" speaks of "thousands"'),
    (f"Item,2022,2023\n{'x' * 91} thousands,412,435\n", ""),
])  # fmt: skip
def test_where_a_size_stands(take: Take, table: str, said: str) -> None:
    """Beneath the heading, above a table that states no unit; no state, number or prose is one."""
    took = take(table, target="firms")
    assert (said in took.said) if said else took.code == 0, took.said


def test_a_factor_that_nobody_types_is_not_advised(take: Take, project: Path) -> None:
    project_of(project, "TWh")
    took = take("Consumption (TJ)\nYear,Value\n2022,41.25\n2023,43.5\n", target="it")
    assert 'and the unit is "TWh"; convert them in the file, or add --scale 1 if' in took.said


@pytest.mark.parametrize(
    ("own", "target", "said", "factor"),
    [
        ("tons", "Mt", "Mt", "0.000001"), ("kg", "Mt", "Mt", "0.000000001"),
        ("톤", "Mt", "Mt", "0.000001"), ("kt", "Mt", "Mt", "0.001"), ("MW", "GW", "GW", "0.001"),
        ("won", "억원", "억원", "0.00000001"), ("KRW", "KRW bn", "KRW bn", "0.000000001"),
        ("KRW", "KRW bn", "10억원", "0.000000001"), ("명", "천명", "천명", "0.001"),
        ("'000", "people", "people", "1000"), ("thousands", "people", "people", "1000"),
        ("minutes", "hours", "hours", ""),
    ],
)  # fmt: skip
def test_a_unit_that_contradicts_the_column_of_units(
    take: Take, project: Path, own: str, target: str, said: str, factor: str
) -> None:
    """Tons under --unit Mt were taken as Mt: a million times too much."""
    file = project / "targets.toml"
    file.write_text(file.read_text("utf-8").replace('"companies"', f'"{target}"'), "utf-8")
    table = f"Year,Value,Unit\n2023,500,{own}\n2024,600,{own}\n"
    asked = take(table, "--unit", said, target="firms")
    assert f'the file counts in "{own}", and --unit says "{said}"' in asked.said
    remedy = f"add --scale {factor}, or --scale 1 if" if factor else "convert them in the file"
    assert remedy in asked.said
    for scale in filter(None, (factor, "1")):
        answered = take(table, "--unit", said, "--scale", scale, target="firms")
        values = [value for _, value in answered.facts]
        assert values == pytest.approx([500 * float(scale), 600 * float(scale)])


@pytest.mark.parametrize(("own", "said"), [
    ("Mt", "Mt"), ("million tonnes", "Mt"), ("Number", "Mt"), ("megatonnes", "Mt"), ("", "Mt"),
])  # fmt: skip
def test_a_unit_that_contradicts_nothing(take: Take, project: Path, own: str, said: str) -> None:
    file = project / "targets.toml"
    file.write_text(file.read_text("utf-8").replace('"companies"', '"Mt"'), "utf-8")
    table = f"Year,Value,Unit\n2023,500,{own}\n2024,600,{own}\n"
    assert take(table, "--unit", said, target="firms").facts == [("2023", 500), ("2024", 600)]


def test_a_unit_that_differs_from_the_targets_as_well(take: Take) -> None:
    """Without it the file's own is read, or asked about with the right factor."""
    table = "Year,Value,Unit\n2023,500,companies\n2024,600,companies\n"
    took = take(table, "--unit", "thousand companies", target="firms")
    assert "leave --unit out, or mend it" in took.said
    assert take(table, target="firms").facts == [("2023", 500), ("2024", 600)]
