"""Another unit of measure, another base or per cent near figures. All figures are invented."""

from __future__ import annotations

import pytest

from tests.importing.conftest import Take, Took

TARGET = (
    '\n[[target]]\nid = "it"\ntitle = "It"\nunit = "{}"\ndirection = "up"\n'
    "goal = {{ value = {}, by = 2030 }}\nbaseline = {{ period = 2015, value = 10 }}\n"
)


@pytest.fixture
def of(take: Take, project) -> object:  # type: ignore[no-untyped-def]
    """`of(unit, table, *options)`: an import for a target of a unit."""

    def run(unit: str, table: str, *options: str, goal: str = "5000") -> Took:
        path = project / "targets.toml"
        path.write_text(path.read_text("utf-8") + TARGET.format(unit, goal), "utf-8")
        return take(table, *options, target="it")

    return run


SILENT = [
    ("million tonnes", "Year,Waste (kt)\n2023,5120\n2024,5200\n", "kt", "0.001"),
    ("Mt", "Year,CO2 (Gg)\n2023,5120\n2024,5200\n", "Gg", "0.001"),
    ("TWh", "Electricity in GWh\nYear,Value\n2023,51200\n2024,52000\n", "GWh", "0.001"),
    ("TWh", "Electricity GWh\nYear,Value\n2023,51200\n2024,52000\n", "GWh", "0.001"),
    *(
        (unit, f"Year,{name}\n2023,5120\n2024,5200\n", said, "0.001")
        for unit, name, said in (
            ("GW", "Capacity (megawatts)", "MW"),
            ("TWh", "Generation (Gigawatt-hours)", "GWh"),
            ("TWh", "Strom in Gigawattstunden", "GWh"),
            ("TWh", "발전량(기가와트시)", "GWh"),
            ("GW", "설비용량(메가와트)", "MW"),
            ("Mt", "Waste (kilotonnes)", "kt"),
            ("MtCO2e", "Emissions (kilotons CO2e)", "kt"),
            ("Mt", "Emissions (gigagrams)", "Gg"),
            ("gigawatts", "Capacity (MW installed)", "MW"),
            ("GW", "Capacity MW", "MW"),
            ("GW", "capacity_mw", "MW"),
            ("GW", "Capacity (MWe)", "MW"),
            ("MtCO2e", "emissions kt CO2e", "kt"),
            ("MtCO2e", "emissions_kt_co2e", "kt"),
            ("km", "Railways (metres)", "metres"),
            ("m3", "Water (litres)", "litres"),
            ("bcm", "Gas (mcm)", "mcm"),
        )
    ),
    ("hours", "Year,Time (days)\n2023,512\n2024,520\n", "days", "24"),
    ("시간", "연도,근로시간(일)\n2023,512\n2024,520\n", "일", "24"),
    ("분", "연도,근로시간(시간)\n2023,512\n2024,520\n", "시간", "60"),
    ("원/kWh", "연도,단가(만원/MWh)\n2023,51\n2024,52\n", "MWh", "10"),
    ("barrels per day", "Year,Oil (kb/d)\n2023,512\n2024,520\n", "kb/d", "1000"),
    ("thousand b/d", "Supply\nmb/d\nYear,Value\n2023,512\n2024,520\n", "mb/d", "1000"),
    ("USD", "Year,Price (cents)\n2023,512\n2024,520\n", "cents", "0.01"),
    ("GBP", "Year,Fares in pence\n2023,512\n2024,520\n", "pence", "0.01"),
    ("USD", 'Year,"Fares (real), in cents"\n2023,512\n2024,520\n', "cents", "0.01"),
    ("EUR/kWh", "Year,Price (ct/kWh)\n2023,512\n2024,520\n", "ct/kWh", "0.01"),
    *(
        (money, "Year,Price (cents)\n2023,512\n2024,520\n", "cents", "0.01")
        for money in ("EUR", "CAD", "AUD", "NZD", "SGD", "HKD", "ZAR")
    ),
    *(
        (money, "Year,Price (øre)\n2023,512\n2024,520\n", "øre", "0.01")
        for money in ("NOK", "DKK", "SEK")
    ),
    ("CHF", "Year,Prix en centimes\n2023,512\n2024,520\n", "centimes", "0.01"),
    ("PLN", "Year,Price (groszy)\n2023,512\n2024,520\n", "groszy", "0.01"),
    ("CZK", "Year,Price (haléř)\n2023,512\n2024,520\n", "haléř", "0.01"),
    ("INR", "Year,Price (paise)\n2023,512\n2024,520\n", "paise", "0.01"),
    ("개", "연도,기업수(백개사)\n2023,512\n2024,520\n", "백", "100"),
    ("개", "연도,기업수_백개\n2023,512\n2024,520\n", "백", "100"),
]


@pytest.mark.parametrize(("unit", "table", "said", "factor"), SILENT)
def test_another_unit_of_the_same_measure(
    of, unit: str, table: str, said: str, factor: str
) -> None:  # type: ignore[no-untyped-def]
    """A thousandth was recorded, or a thousandfold."""
    took = of(unit, table)
    assert took.code == 4
    assert f'speaks of "{said}", and the unit is "{unit}"; add --scale {factor}, or' in took.said


def test_a_factor_that_nobody_types(of) -> None:  # type: ignore[no-untyped-def]
    took = of("hours", "Year,Time (minutes)\n2023,512\n2024,520\n")
    assert 'speaks of "minutes", and the unit is "hours"; convert them in the file' in took.said


@pytest.mark.parametrize(("unit", "name"), [
    ("USD", "US$/tonne"), ("USD", "Price (USD per tonne of CO2)"), ("EUR m", "Cost in EUR/MWh"),
    ("USD", "Price (Dollars per Million Btu)"),
    ("USD", "US$/tonne (prices of 2015)"), ("KRW", "가격(원/kg)"), ("KRW", "Price (cents)"),
    ("KRW", "가격(톤당 원)"),
    ("KRW", "임대료(㎡당 원)"), ("KRW", "시간당 원"), ("KRW bn", "비용(톤 당 KRW)"),
])  # fmt: skip
def test_money_for_one_of_something(of, unit: str, name: str) -> None:  # type: ignore[no-untyped-def]
    """It is no amount of money, and cents are none of won; no factor is known."""
    took = of(unit, f"Year,{name}\n2023,512\n2024,520\n")
    assert f', and the unit is "{unit}"; convert them in the file' in took.said


@pytest.mark.parametrize(("unit", "table"), [
    ("USD/tonne", "Year,US$/tonne\n2023,51\n2024,52\n"),
    ("USD", "Year,USD per year\n2023,51\n2024,52\n"),
    ("USD", "Year,USD per year (average)\n2023,51\n2024,52\n"),
    ("USD", "Year,US$ (of 2015)\n2023,51\n2024,52\n"),
    ("원/톤", "연도,가격(톤당 원)\n2023,51\n2024,52\n"),
    ("KRW", "연도,매출(연당 원)\n2023,51\n2024,52\n"),
    ("KRW", "연도,이익(배당 원)\n2023,51\n2024,52\n"),
    ("KRW", "연도,투자(담당 부처)\n2023,51\n2024,52\n"),
    ("USD", "Year,GDP per year (USD)\n2023,51\n2024,52\n"),
    ("USD", "Year,Price in the centre\n2023,51\n2024,52\n"),
    ("mb/d", "Year,Oil (mb/d)\n2023,51\n2024,52\n"),
    ("명", "연도,10~20대 십대 인구\n2023,51\n2024,52\n"),
    ("million tonnes", "Year,Waste (Mt)\n2023,51\n2024,52\n"),
    ("t", "Year,Waste (tonnes)\n2023,51\n2024,52\n"),
    ("TWh", "Year,Power (terawatt hours)\n2023,51\n2024,52\n"),
    ("GW", "Year,capacity_gw\n2023,51\n2024,52\n"),
    ("GW", "Year,Capacity of MW turbines\n2023,51\n2024,52\n"),
    ("persons", "Year,Persons_mt\n2023,51\n2024,52\n"),
    ("MtCO2e", "Year,Emissions (megatonnes)\n2023,51\n2024,52\n"),
    ("terawatt hours", "Year,Power (TWh)\n2023,51\n2024,52\n"),
    ("hours", "Year,Hours lost in days of strikes\n2023,51\n2024,52\n"),
    ("TWh", "Electricity (TWh) from plants of over 1 GW\nYear,Value\n2023,51\n2024,52\n"),
    ("points", "Year,Score (t)\n2023,51\n2024,52\n"),
    ("시간", "연도,근로시간(시간)\n2023,51\n2024,52\n"),
    ("시간", "분기,주 52시간 근로(시간)\n2023,51\n2024,52\n"),
    ("원/시간", "연도,최저임금(원/시간)\n2023,9620\n2024,9860\n"),
    ("원/kWh", "연도,단가(천원/MWh)\n2023,51\n2024,52\n"),
    ("원/kWh", "연도,단가(백만원/GWh)\n2023,51\n2024,52\n"),
    ("개사", "연도,기업수(12월 31일)\n2023,51\n2024,52\n"),
])  # fmt: skip
def test_what_says_no_other_unit(of, unit: str, table: str) -> None:  # type: ignore[no-untyped-def]
    assert len(of(unit, table).facts) == 2


@pytest.mark.parametrize(("unit", "stated", "factor"), [
    ("Mt CO2", "kt CO2", "0.001"), ("TWh", "GWh", "0.001"), ("MW", "GW", "1000"),
    ("ktoe", "toe", "0.001"), ("kg per person", "g per person", "0.001"),
    ("TWh", "million kilowatthours", "0.001"), ("GW", "megawatts", "0.001"),
    ("million m3", "billion m3", "1000"), ("km", "miles", "1.609344"),
    ("Mt", "thousand tonnes", "0.001"), ("PJ", "ktoe", "0.041868"),
])  # fmt: skip
def test_a_stated_unit_comes_with_what_to_type(
    of, take: Take, unit: str, stated: str, factor: str
) -> None:  # type: ignore[no-untyped-def]
    table = f"period,unit,value\n2023,{stated},512\n2024,{stated},520\n"
    took = of(unit, table)
    assert took.fates == ["refused", "refused"]
    assert f'and the unit is "{unit}"; add --unit "{unit}" --scale {factor}' in took.said
    said = take(table, "--unit", unit, "--scale", factor, target="it")
    assert [value for _, value in said.facts] == [512 * float(factor), 520 * float(factor)]


@pytest.mark.parametrize("table", [
    "Prices (2020=100)\nYear,Value\n2023,112\n2024,115\n",
    "Item,2023,2024\n지수(2020=100),112,115\n",
    "Year,Index 2020 = 100\n2023,112\n2024,115\n",
])  # fmt: skip
def test_an_index_of_another_base(of, take: Take, table: str) -> None:  # type: ignore[no-untyped-def]
    took = of("2015=100", table, goal="140")
    assert took.code == 4
    assert 'speaks of "2020=100", and the unit is "2015=100"; convert them' in took.said
    assert len(take(table.replace("2020", "2015"), target="it").facts) == 2
    assert len(take(table, "--scale", "1", target="it").facts) == 2


def test_a_title_that_says_per_cent(take: Take) -> None:
    """Where firms are counted; not where it lists several units, or the file has its own."""
    table = "Firms with AI (%)\nYear,Value\n2023,21\n2024,35\n"
    took = take(table, target="firms")
    assert took.code == 4
    assert '"Firms with AI (%)" speaks of "%", and the unit is "companies"' in took.said
    assert len(take(table).facts) == 2
    assert take(table.replace("(%)", "(number) and share (%)"), target="firms").code == 0
    own = "Firms with AI (%)\nperiod,unit,value\n2023,companies,21\n2024,companies,35\n"
    assert take(own, target="firms").code == 0


@pytest.mark.parametrize(
    "title", ["Firms (annual %)", "Firms with AI (% of all firms)", "Firms (% growth)"]
)
def test_a_title_or_a_label_that_says_per_cent_of_something(take: Take, title: str) -> None:
    """As the World Bank names its indicators, above a table or in a column of their names."""
    above = f"{title}\nYear,Value\n2023,21\n2024,35\n"
    beside = f"Indicator Name,2023,2024\n{title},21,35\n"
    for table in (above, beside):
        took = take(table, target="firms")
        assert took.code == 4
        assert f'"{title}" speaks of "%", and the unit is "companies"' in took.said
        share = take(table)  # a growth is none
        assert (share.code == 4) is ("growth" in title), share.said
    for harmless in ("Firms (10 employees or more)", "Firms (growth)", "Firms (top 5% left out)"):
        assert take(above.replace(title, harmless), target="firms").code == 0


@pytest.mark.parametrize("heading", ["'22", "’22", "22", "22년", "FY22", "22p"])
def test_a_year_of_two_digits_beside_others(take: Take, heading: str) -> None:
    """Its column was left out without a word."""
    took = take(f"Item,2020,2021,{heading}\nRate,6,7,8\n")
    assert took.code == 4
    assert f'"{heading}" above figures may be a period; write the year with four' in took.said
    assert take(f"Item,2020,2021,{heading}\nRate,6,7,\n").code == 0
    assert take("Item,2020,2021,65\nRate,6,7,8\n").code == 0


def test_years_of_results_before_years_of_estimates(take: Take) -> None:
    """As brokers mark them; the results were left out, and the estimates recorded."""
    took = take("Item,2022A,2023A,2024E,2025E\nRate,6,7,8,9\n")
    assert took.code == 4
    assert '"2022A" above figures may be a period; write p in its place' in took.said
    assert len(take("Item,2022,2023,2024E,2025E\nRate,6,7,8,9\n").facts) == 4
    assert take("Item,2010a,2023,2024\nRate,6,7,8\n").code == 0


def test_points_between_thousands_of_a_german_table(take: Take) -> None:
    """Footers and rows of units and all, as Destatis gives it."""
    table = (
        "Tabelle: 12345-0001\n;2022;2023\n;Anzahl;Anzahl\nFirmen;763.000;714.500\n"
        "Personen;1.234.567;1.300.000\n__________\n© Destatis, 2026 | Stand: 22.06.2026\n"
    )
    took = take(table, "--filter", "column 1=Firmen", "--scale", "1", target="firms")
    assert took.facts == [("2022", 763000), ("2023", 714500)]
    quoted = 'Jahr,Wert\n2022,"1.712.345"\n2023,"1.763.250"\n'
    said = take(quoted, target="firms").said
    assert '"1.712.345" has points between its thousands; add --decimal ","' in said


def test_an_index_of_a_base_of_several_years(of) -> None:  # type: ignore[no-untyped-def]
    took = of("2020=100", '"CPI (1982-84=100)"\nYear,Value\n2022,107.7\n', goal="130")
    assert 'speaks of "1982-84=100"' in took.said


@pytest.mark.parametrize(("unit", "stated"), [
    ("Mt", "million tonnes"), ("TWh", "billion kWh"), ("MtCO2e", "million tonnes"),
    ("hm3", "million m3"), ("GW", "million kilowatts"),
])  # fmt: skip
def test_what_to_type_for_the_same_measure_in_words(of, unit: str, stated: str) -> None:  # type: ignore[no-untyped-def]
    """To add --unit "million Mt" was the advice, which is a million times as much."""
    table = f"Year,Value,Unit\n2023,51,{stated}\n2024,52,{stated}\n"
    assert f'is the same, add --unit "{unit}"' in of(unit, table).said


@pytest.mark.parametrize(("unit", "stated", "scale"), [
    ("Mt", "million tonnes", ""), ("MtCO2e", "million tonnes", ""), ("TWh", "billion kWh", ""),
    ("TWh", "million kWh", "0.001"), ("Mt", "thousand tonnes", "0.001"),
    ("Mt", "million metric tons", ""), ("MtCO2e", "million tonnes of CO2", ""),
    ("Mt CO2e", "thousand tonnes CO2 equivalent", "0.001"), ("Mt", "millions of tonnes", ""),
])  # fmt: skip
def test_the_unit_that_was_advised_is_taken(
    of, take: Take, unit: str, stated: str, scale: str
) -> None:  # type: ignore[no-untyped-def]
    """It was refused, and --unit "million Mt" advised, by which 53 became 53,000,000."""
    table = f"Year,Value,Unit\n2023,53,{stated}\n2024,54,{stated}\n"
    factor = float(scale or 1)
    said = of(unit, table, "--unit", unit, *(("--scale", scale) if scale else ()))
    assert [value for _, value in said.facts] == [53 * factor, 54 * factor]
    if scale:
        took = take(table, "--unit", unit, target="it")
        assert f'and --unit says "{unit}"; add --unit "{unit}" --scale {scale}' in took.said


@pytest.mark.parametrize(("unit", "stated", "advised"), [
    ("TWh", "백만 kWh", "0.001"), ("m3", "thousand cubic metres", "1000"), ("Mt", "천t", "0.001"),
])  # fmt: skip
def test_what_is_advised_of_a_column_of_units_is_taken(
    of, take: Take, unit: str, stated: str, advised: str
) -> None:  # type: ignore[no-untyped-def]
    """Of one unit in all rows it was said that it is another one before."""
    table = f"Year,Value,Unit\n2023,53,{stated}\n2024,54,{stated}\n"
    assert f'add --unit "{unit}" --scale {advised}' in of(unit, table, goal="90000").said
    said = take(table, "--unit", unit, "--scale", advised, target="it")
    assert [value for _, value in said.facts] == [53 * float(advised), 54 * float(advised)]


def test_a_size_of_an_unknown_unit_is_none_of_a_unit_that_has_one(of) -> None:  # type: ignore[no-untyped-def]
    """By --unit "million Mt", which was advised, 53 became 53,000,000."""
    took = of("Mt", "Year,Value,Unit\n2023,53,million loads\n2024,54,million loads\n")
    assert took.code == 4
    assert "add --unit" not in took.said


def test_tons_are_tonnes_where_a_person_says_so(of, take: Take) -> None:  # type: ignore[no-untyped-def]
    """Nothing was advised, and --unit Mt refused: to some they are short tons."""
    table = "Year,Value,Unit\n2023,53,million tons\n2024,54,million tons\n"
    took = of("Mt", table)
    assert took.code == 4
    assert 'if the file\'s "million tons" is the same, add --unit "Mt"' in took.said
    assert take(table, "--unit", "Mt", target="it").facts == [("2023", 53), ("2024", 54)]
    thousands = take(table.replace("million", "thousand"), target="it")
    assert 'add --unit "Mt" --scale 0.001' in thousands.said
    over = take("Year,Waste (tons)\n2023,53\n2024,54\n", target="it")
    assert 'speaks of "tons", and the unit is "Mt"; add --scale 0.000001' in over.said


def test_one_unit_is_not_said_of_rows_of_two(of) -> None:  # type: ignore[no-untyped-def]
    table = "Year,Value,Unit\n2023,53,Mt\n2024,54000,kt\n"
    took = of("Mt", table, "--unit", "Mt")
    assert took.fates == ["new", "refused"]
    assert 'the unit is "kt", and "Mt" before' in took.said


@pytest.mark.parametrize(("unit", "stated", "offered"), [
    ("per 1,000 live births", "PER_1000_LIVE_BIRTHS", True), ("index", "2020=100", True),
    ("index (2015=100)", "2020=100", False), ("per 1,000", "Number per 100,000", False),
    ("%", "Rate per 100,000 population", False),
])  # fmt: skip
def test_a_unit_with_a_number_of_its_own(of, unit: str, stated: str, offered: bool) -> None:  # type: ignore[no-untyped-def]
    """'2.7 PER_1000_LIVE_BIRTHS' "holds two numbers", it was said, and to write one of them."""
    table = f'Year,Value,Unit\n2023,2.7,"{stated}"\n2024,2.6,"{stated}"\n'
    took = of(unit, table)
    assert f'the file counts in "{stated}", and the unit is "{unit}"; convert them' in took.said
    assert (f'is the same, add --unit "{unit}"' in took.said) is offered


def test_figures_of_which_the_first_are_less_than_one(of, take: Take) -> None:  # type: ignore[no-untyped-def]
    """A unit that is said was good for the later years only, and no word told of a way."""
    table = "Year,Value,Unit\n1990,840000000000,USD\n2023,17120000000000,USD\n"
    said = of("USD tn", table, goal="30").said
    assert 'less than one of the unit "USD tn"; add --unit "USD tn" --scale 0.000000000001' in said
    took = take(table, "--unit", "USD tn", "--scale", "0.000000000001", target="it")
    assert took.facts == [("1990", 0.84), ("2023", 17.12)]


@pytest.mark.parametrize("stated", ["Percentage (%)", "Percent (%)", "백분율(%)"])
def test_per_cent_in_a_word_and_its_sign(of, stated: str) -> None:  # type: ignore[no-untyped-def]
    """As the Open SDG site of the United Kingdom writes it in every file."""
    took = of("%", f"Year,Units,Value\n2023,{stated},6.1\n", goal="30")
    assert took.facts == [("2023", 6.1)]


@pytest.mark.parametrize(("unit", "stated"), [("Mt CO2", "MtCO₂"), ("MtCO2e", "Mt CO2e")])
def test_a_unit_without_its_blank(of, unit: str, stated: str) -> None:  # type: ignore[no-untyped-def]
    """'51 MtCO2' "holds two numbers", it was said, and no word of --unit."""
    assert len(of(unit, f"Year,Value,Unit\n2023,51,{stated}\n2024,52,{stated}\n").facts) == 2


def test_one_question_for_figures_that_are_far(of) -> None:  # type: ignore[no-untyped-def]
    """That of a decimal comma would make a millionth of them, were both answered."""
    took = of("MtCO2e", '연도,"배출량(천톤 CO2-eq.)"\n2021,"676,648"\n2022,"654,283"\n', goal="600")
    assert "add --scale 0.001" in took.said
    assert "--decimal" not in took.said


@pytest.mark.parametrize(("unit", "name", "told"), [
    ("tonnes", "Waste (tonnes per day)", True), ("톤", "폐기물(톤/일)", True),
    ("t", "Waste (kg/h)", True),
    ("tonnes", "Waste (tonnes per year)", False), ("t/d", "Waste (t/d)", False),
    ("visitors", "Visitors per day", True), ("visitors", "Visitors a year", False),
])  # fmt: skip
def test_an_amount_a_day_is_none_of_a_year(of, unit: str, name: str, told: bool) -> None:  # type: ignore[no-untyped-def]
    took = of(unit, f"Year,{name}\n2023,51\n2024,52\n")
    assert (took.code == 4) is told
    assert ("; convert them in the file" in took.said) is told


CHAINED = [
    "CPI (previous year = 100)", "CPI (same month of previous year=100)", "指数(上月＝100)",
    "居民消费价格指数(上年同月=100)", "지수(전년동월=100)", "Index (Vorjahresmonat = 100)",
    "Indice (année précédente=100)", "Índice (mes anterior=100)",
]  # fmt: skip


@pytest.mark.parametrize("unit", ["index, 2015=100", "index points", "전년=100"])
@pytest.mark.parametrize("name", CHAINED)
def test_an_index_of_the_figure_before_is_a_growth(of, name: str, unit: str) -> None:  # type: ignore[no-untyped-def]
    """102.1 was recorded as the level of prices, also of an index whose base nobody says."""
    took = of(unit, f"Year,{name}\n2022,101.8\n2023,102.1\n", goal="140")
    if unit == "전년=100":
        assert len(took.facts) == 2
    else:
        assert took.code == 4
        assert "convert them in the file, or add --scale 1" in took.said


@pytest.mark.parametrize(("name", "asked"), [
    ("Indice base 100 en 2020", True), ("Índice. Base 2021", True), ("Basis 2020", True),
    ("指数（令和2年=100）", True), ("Indice base 100 en 2015", False),
    ("指数（平成27年=100）", False), ("Based on 2020 firms", False),
])  # fmt: skip
def test_the_base_of_an_index_in_the_words_of_offices(of, name: str, asked: bool) -> None:  # type: ignore[no-untyped-def]
    took = of("index, 2015=100", f"Year,{name}\n2022,101.8\n2023,102.1\n", goal="140")
    assert (took.code, "=100" in took.said) == ((4, True) if asked else (0, False))
