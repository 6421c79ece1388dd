"""Tables as other offices give them: what they say beside the figures is heeded.

The layouts are those of the offices, all figures are invented.
"""

from pathlib import Path

import pytest

from tests.importing.conftest import Take

SDG = (
    "Goal,Indicator,SeriesCode,GeoAreaName,TimePeriod,Value,Nature,Units\n"
    "9,9.5.1,GB_XPD_RSDV,Republic of Korea,2021,4.9,C,PERCENT\n"
    "9,9.5.1,GB_XPD_RSDV,Republic of Korea,2022,5.2,E,PERCENT\n"
    "9,9.5.1,GB_XPD_RSDV,Republic of Korea,2023,5.3,M,PERCENT\n"
)
STATCAN = (
    '"REF_DATE","GEO","UOM","SCALAR_FACTOR","VALUE","STATUS","SYMBOL"\n'
    '"2022","Canada","Companies","{scale}","912","",""\n'
    '"2023","Canada","Companies","{scale}","918","p",""\n'
    '"2024","Canada","Companies","{scale}","","F",""\n'
)
WEO = (
    "ISO\tSubject Descriptor\tUnits\tScale\t2022\t2023\t2024\tEstimates Start After\n"
    "KOR\tRevenue\tNational currency\tBillions\t21.3\t22.1\t23.2\t2023\n"
)
FRED = "observation_date,UNRATE\n2024-01-01,4.0\n2024-02-01,4.1\n"
ONS = (
    '"Title","Rate"\n"CDID","LF24"\n"Unit","%"\n"Release date","14-10-2025"\n'
    '"Next release","11 November 2025"\n"2023","5.0"\n"2024","5.2"\n"2024 Q4","5.3"\n'
    '"2024 NOV","5.3"\n'
)
INSEE = (
    '"Libellé";"idBank"\n"Taux";"001688526"\n"Période";"";"Codes"\n'
    '"2024-T3";"7,3";"A"\n"2024-T4";"7,4";"P"\n'
)


def test_the_database_of_sdg_indicators(take: Take) -> None:
    """Its `Nature` says which figures the office of the country did not measure."""
    took = take(SDG)
    assert took.facts == [("2021", 4.9), ("2022", 5.2), ("2023", 5.3)]
    assert [row["status"] for row in took.answer["rows"]] == ["final", "estimated", "estimated"]


def test_the_units_of_the_database_of_sdg_indicators(take: Take) -> None:
    """In brackets, as the portal writes their column: a rate per 100,000 is no per cent."""
    table = SDG.replace("Nature,Units", "[Nature],[Units]")
    assert [row["status"] for row in take(table).answer["rows"]][1] == "estimated"
    assert take(table.replace("PERCENT", "PER_100000_POP")).fates == ["refused"] * 3


def test_statistics_canada(take: Take) -> None:
    """Its factor is asked for, its p is provisional, its F has no figure."""
    took = take(STATCAN.format(scale="thousands"), target="firms")
    assert took.fates == ["refused", "refused", "skipped"]
    assert 'the figures count in thousands (SCALAR_FACTOR "thousands")' in took.said
    took = take(STATCAN.format(scale="units"), target="firms")
    assert took.facts == [("2022", 912), ("2023", 918)]
    assert [row["status"] for row in took.answer["rows"][:2]] == ["final", "provisional"]


def test_the_outlook_of_the_imf(take: Take) -> None:
    """What is later than its last year of facts is an estimate of its staff."""
    assert take(WEO, target="money").fates == ["refused"] * 3
    took = take(WEO, "--unit", "KRW bn", target="money", published="2026-04-01")
    assert took.facts == [("2022", 21.3), ("2023", 22.1), ("2024", 23.2)]
    assert [row["status"] for row in took.answer["rows"]] == ["final", "final", "estimated"]


@pytest.mark.parametrize(("last", "sorts"), [
    ("2023", ["final", "final", "estimated"]), ("FY2022/23", ["final", "estimated", "estimated"]),
    ("0", ["estimated"] * 3), ("", ["final"] * 3), ("31.12.2024", ["final"] * 3),
])  # fmt: skip
def test_the_portal_of_the_imf(take: Take, last: str, sorts: list[str]) -> None:
    """It calls the last year of facts otherwise than the old files did; of 0 all is estimated."""
    table = WEO.replace("Estimates Start After", "LATEST_ACTUAL_ANNUAL_DATA")
    took = take(table.replace("\t2023\n", f"\t{last}\n"), "--unit", "KRW bn", target="money")
    assert [row["status"] for row in took.answer["rows"]] == sorts


def test_days_that_begin_a_month(take: Take) -> None:
    """2024-01-01 of a monthly series is January, which ends a month later."""
    took = take(FRED)
    assert took.code == 4
    assert "every period is the first day of a month, such as 2024-01-01" in took.said
    assert take(FRED, "--period-style", "month").facts == [("2024-01", 4.0), ("2024-02", 4.1)]
    said = ("--period-style", "day")
    assert take(FRED, *said).facts == [("2024-01-01", 4.0), ("2024-02-01", 4.1)]
    assert take("period,value\n2024-01-01,4\n2024-02-15,5\n").code == 0
    assert take("period,value\n2024-01-31,4\n2024-02-29,5\n", "--period-style", "month").facts == [
        ("2024-01", 4), ("2024-02", 5),
    ]  # fmt: skip


@pytest.mark.parametrize(("day", "said", "year"), [
    ("12-31", "the last day of a month", True), ("06-30", "the last day of a month", True),
    ("07-01", "the first day of a month", True), ("07-02", "the same day of its year", True),
    ("06-15", "the same day of its year", False),
])  # fmt: skip
def test_days_that_come_once_a_year(take: Take, day: str, said: str, year: bool) -> None:
    """Yearly means are dated by the middle or the end of their year; they passed as days."""
    table = f"period,value\n2022-{day},4\n2023-{day},5\n2024-{day},6\n"
    took = take(table)
    assert (took.code, f"every period is {said}, such as 2022-{day}" in took.said) == (4, True)
    assert take(table, "--period-style", "day").code == 0
    took = take(table, "--period-style", "year")
    assert took.shown == ([("2022", 4), ("2023", 5), ("2024", 6)] if year else [])


def test_months_that_may_be_quarters(take: Take) -> None:
    """Mar-23 of the offices of Australia and New Zealand is the quarter that ends then."""
    table = "Quarter,Value\nMar-23,3\nJun-23,4\nSep-23,4.5\nDec-23,5\n"
    said = "the months follow each other by threes (2023-03, 2023-06), as quarters do"
    assert said in take(table).said
    assert take(table, "--period-style", "quarter").facts[-1] == ("2023-Q4", 5)
    assert take(table, "--period-style", "month").facts[-1] == ("2023-12", 5)
    assert take(table.replace("Dec", "Nov")).code == 0


def test_one_day_that_begins_a_month_of_a_series_of_months(take: Take) -> None:
    """What is recorded tells what the one row means: it is asked."""
    assert take("period,value\n2024-01,4\n", write=True).code == 0
    later = "period,value\n2024-02-01,5\n"
    assert "the first day of a month" in take(later, published="2025-07-01").said
    took = take(later, "--period-style", "month", published="2025-07-01")
    assert took.facts == [("2024-02", 5)]


def test_the_office_for_national_statistics(take: Take) -> None:
    """What stands above its figures is a remark; of years, quarters and months one is chosen."""
    columns = ("--period-column", "Title", "--value-column", "Rate")
    assert "the periods are of several kinds" in take(ONS, *columns).said
    took = take(ONS, *columns, "--period-style", "year")
    assert took.facts == [("2023", 5.0), ("2024", 5.2)]
    assert set(took.fates) == {"new", "skipped"}


def test_a_time_series_of_the_ons_needs_no_names(take: Take) -> None:
    """Its "Title" is known by the "CDID" below it, and its unit stands in two rows."""
    assert take(ONS, "--period-style", "year").facts == [("2023", 5.0), ("2024", 5.2)]
    won = ONS.replace('"Unit","%"', '"PreUnit","₩"\n"Unit","tn"')
    took = take(won, "--period-style", "year", target="money")
    assert took.facts == [("2023", 5000), ("2024", 5200)]
    pounds = ONS.replace('"Unit","%"', '"PreUnit","£"\n"Unit","m"')
    took = take(pounds, "--period-style", "year", target="money")
    assert took.code == 4
    assert "'5.0 £m' is in GBP, and the unit is \"KRW bn\"" in took.said
    two = ONS.replace('"Rate"', '"Rate","Other"').replace('"5.', '"7","5.')
    assert 'row 1 has "Title", "Rate", "Other"' in take(two).said
    assert "no column of periods" in take(ONS.replace("CDID", "Code")).said


def test_the_flat_file_of_destatis(take: Take) -> None:
    """Zeit was no known name, and a row of figures was taken for the header."""
    table = (
        "Statistik_Code;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;BRU001__Quote__Prozent\n"
        "13111;JAHR;Jahr;2023;DINSG;5,1\n13111;JAHR;Jahr;2024;DINSG;5,3\n"
    )
    assert '"Zeit" has the periods, but no column of figures is known' in take(table).said
    took = take(table, "--value-column", "BRU001__Quote__Prozent")
    assert took.facts == [("2023", 5.1), ("2024", 5.3)]


@pytest.mark.parametrize("marks", ["BIP004__BIP__q", "BIP004__BIP__Mrd._EUR_q"])
def test_the_marks_of_destatis(take: Take, marks: str) -> None:
    """Its p was passed over where the name of the figures has their unit and that of the marks has
    none; its e is final."""
    table = (
        f"Zeit;BIP004__BIP__Mrd._EUR;{marks};Rate__CH0004;Rate__CH0004__q\n"
        "2022;3953,85;e;5,1;p\n2023;4185,55;p;5,2;e\n2024;4305,26;s;5,3;e\n"
    )
    took = take(table, "--value-column", "BIP004__BIP__Mrd._EUR", "--scale", "1", target="money")
    assert [row["status"] for row in took.answer["rows"]] == ["final", "provisional", "estimated"]
    took = take(table, "--value-column", "Rate__CH0004")
    assert [row["status"] for row in took.answer["rows"]] == ["provisional", "final", "final"]


@pytest.mark.parametrize(("magnitude", "said"), [("6", "10^6"), ("3", "10^3"), ("0", "")])
def test_the_releases_of_stats_nz(take: Take, magnitude: str, said: str) -> None:
    """Magnitude was passed over, by which millions went in as ones, and F, final, an estimate."""
    rows = "".join(f"X,2023.{month},25{n}.1,{status},Number,{magnitude}\n" for n, (month, status)
                   in enumerate((("03", "F"), ("06", "R"), ("09", "P"))))  # fmt: skip
    table = f"Series_reference,Period,Data_value,STATUS,UNITS,Magnitude\n{rows}"
    took = take(table, "--value-column", "Data_value", "--unit", "companies", target="firms")
    assert (took.code, f'count in {said or "x"} (Magnitude "' in took.said) == (
        (4, True) if said else (0, False)
    )
    took = take(table, "--value-column", "Data_value", "--unit", "companies", "--scale", "1",
                target="firms")  # fmt: skip
    assert [row["status"] for row in took.answer["rows"]] == ["final", "final", "provisional"]


@pytest.mark.parametrize("unit", [
    "CP_MKRW", "CLV10_MKRW", "Current prices, million won", "%", "TWh",
])  # fmt: skip
def test_a_code_for_a_unit_that_nobody_knows(take: Take, unit: str) -> None:
    """The number is bare, and "write the bare number" helped nobody; per cent are no KRW bn."""
    table = f'TIME_PERIOD,unit,OBS_VALUE\n2022,"{unit}",2100\n2023,"{unit}",2200\n'
    target = "share" if unit == "TWh" else "money"
    took = take(table, target=target)
    assert "choose other rows, or say with --unit in which unit the file counts" in took.said
    assert "is the same" not in took.said
    if target == "money":
        assert take(table, "--unit", "KRW m", target="money").shown == [
            ("2022", 2.1),
            ("2023", 2.2),
        ]


@pytest.mark.parametrize("rows", [
    "2022,5.1\n2023,5.2 [r]\n2024,5.3 [p]\n", "2022,5.1\n2023,5.2 r/\n2024,5.3 p/\n",
    "2022,5.1\n2023 [r],5.2\n2024 [p],5.3\n", "2022,5.1\n2023r/,5.2\n2024p/,5.3\n",
])  # fmt: skip
def test_marks_of_britain_and_of_mexico(take: Take, rows: str) -> None:
    """To write the bare number, which was advised, made a first figure final."""
    took = take(f"Year,Value\n{rows}")
    assert took.facts == [("2022", 5.1), ("2023", 5.2), ("2024", 5.3)]
    assert [row["status"] for row in took.answer["rows"]] == ["final", "final", "provisional"]


def test_the_bureau_of_labor_statistics(take: Take) -> None:
    """Its months were told to be a disaggregation, of which one was to be chosen."""
    table = "Year,Period,Value\n2024,M01,3.7\n2024,M02,3.9\n"
    assert '"M01" has no year; write both into each row, or name both columns' in take(table).said
    both = ("--period-column", "Year", "--period-column", "Period")
    assert take(table, *both).facts == [("2024-01", 3.7), ("2024-02", 3.9)]


SIDRA = (
    '"Tabela 6579"\n"Variável - Taxa (%)"\n"Brasil","{what}"{end}\n"","{periods}"\n'
    '"Brasil","5.1","5.3","5.2"\n"Fonte: IBGE"\n'
)


@pytest.mark.parametrize(("what", "end", "periods", "read"), [
    ("Ano", "", '2020","2021","2024', ["2020", "2021", "2024"]),
    ("Ano", ',"",""', '2020","2021","2024', ["2020", "2021", "2024"]),
    ("Trimestre", "", '1º trimestre 2024","2º trimestre 2024","3º trimestre 2024',
     ["2024-Q1", "2024-Q2", "2024-Q3"]),
])  # fmt: skip
def test_the_tables_of_brazil(
    take: Take, what: str, end: str, periods: str, read: list[str]
) -> None:
    """A row names what stands in the next one: it was the header, which had fewer cells."""
    took = take(SIDRA.format(what=what, end=end, periods=periods))
    assert took.facts == list(zip(read, (5.1, 5.3, 5.2), strict=True))


def test_a_figure_without_its_period_is_no_remark(take: Take) -> None:
    """Also above the first that has one."""
    assert take("시점,값,비고\n합계,6.1,\n2023,6.4,\n").fates == ["refused", "new"]


def test_a_column_without_a_name(take: Take) -> None:
    """It is called by its number."""
    assert 'figures stand below "column 2" of row 3' in take(INSEE).said
    took = take(INSEE, "--value-column", "column 2", "--decimal", ",")
    assert took.facts == [("2024-Q3", 7.3), ("2024-Q4", 7.4)]


@pytest.mark.parametrize(("code", "target", "value"), [
    ("PC_ENT", "share", 9), ("PT_EMP", "share", 9), ("PERCENT", "share", 9),
    ("MIO_KRW", "money", 0.009), ("MRD_KRW", "money", 9),
])  # fmt: skip
def test_units_in_codes(take: Take, code: str, target: str, value: float) -> None:
    """Those of Eurostat and the OECD."""
    content = f"TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\n2024,9,{code}\n"
    assert take(content, target=target).facts == [("2024", value)]
    assert take(content, target="firms").fates == ["refused"]


def test_columns_with_code_and_label(take: Take) -> None:
    """SDMX-CSV may name both, for columns and for what stands in them."""
    table = (
        "REF_AREA: Area,TIME_PERIOD: Time Period,OBS_VALUE: Observation Value,"
        "UNIT_MEASURE: Unit of Measure,OBS_STATUS: Observation Status\n"
        "AUS: Australia,2023,4.1,PT: Per cent,\n"
        "AUS: Australia,2024,4.2,PT: Per cent,p: Preliminary\n"
    )
    took = take(table)
    assert took.facts == [("2023", 4.1), ("2024", 4.2)]
    assert [row["status"] for row in took.answer["rows"]] == ["final", "provisional"]
    assert take(table, target="firms").fates == ["refused"] * 2


def test_columns_with_code_and_label_as_the_bis_names_them(take: Take) -> None:
    """Without a blank behind the colon; its units have numbers as codes."""
    table = (
        "FREQ:Frequency,UNIT_MEASURE:Unit of measure,TIME_PERIOD:Time period or range,"
        "OBS_VALUE:Observation Value,OBS_STATUS:Observation Status\n"
        "M: Monthly,368: Per cent per year,2025-01,4.1,A: Normal value\n"
        "M: Monthly,368: Per cent per year,2025-02,4.2,A: Normal value\n"
    )
    assert take(table, "--unit", "%").facts == [("2025-01", 4.1), ("2025-02", 4.2)]
    assert 'the file\'s "Per cent per year" is the same, add --unit "%"' in take(table).said
    assert take("Date:,12/12/2024\nYear,Value\n2023,4.1\n").facts == [("2023", 4.1)]


def test_the_tables_that_eurostat_gave_until_2022(take: Take) -> None:
    """Commas and tabs divide them, which was asked; and then the keys were one column."""
    table = "unit,geo\\time\t2013 \t2014 \nPC_GDP,DE\t6.1 \t6.4 p\nPC_GDP,FR\t7.1 \t: \n"
    took = take(table, "--filter", "geo=DE")
    assert took.facts == [("2013", 6.1), ("2014", 6.4)]
    assert [row["status"] for row in took.answer["rows"]] == ["final", "provisional"]


def test_thousands_of_persons_in_the_code_of_eurostat(take: Take) -> None:
    """PER is no currency."""
    table = "freq,unit,geo\\TIME_PERIOD\t2022 \t2023 \nA,THS_PER,DE\t1.1 \t1.2 p\n"
    took = take(table, target="firms")
    assert took.fates == ["refused"] * 2
    assert "thousand persons" in took.said


@pytest.mark.parametrize("title", ["<표 1> 투자", "<그림> 추이", "<Table 1> Spending", "< 표 >"])
def test_a_title_in_pointed_brackets_is_no_web_page(take: Take, title: str) -> None:
    assert take(f"{title}\n연도,값\n2023,6.1\n2024,6.4\n").facts == [("2023", 6.1), ("2024", 6.4)]


@pytest.mark.parametrize("page", [
    "<html>", "<!DOCTYPE html>", "<table border=1>", "<?xml ?>", "<TABLE>", "<meta charset=x>",
    "<div\n>",
])  # fmt: skip
def test_a_web_page(take: Take, page: str) -> None:
    assert "the file is a web page" in take(f"{page}\n<tr><td>2023</td></tr>").said


@pytest.mark.parametrize(
    "names", ["Periodo;Valor", "Ano;Valor", "Anno;Valore", "Jaar;Waarde", "年;数"]
)
def test_names_of_columns_in_more_languages(take: Take, names: str) -> None:
    table = f"{names}\n2023;6,1\n2024;6,4\n"
    assert take(table).facts == [("2023", 6.1), ("2024", 6.4)]


@pytest.mark.parametrize("table", [
    "年,値\n２０２３,３．１\n２０２４年,３．２％\n",
    "項目,２０２３年,２０２４年\nA,３．１,３．２\n",
])  # fmt: skip
def test_wide_digits_of_japan(take: Take, table: str) -> None:
    """All rows were remarks, and nothing was imported with exit code 0."""
    assert take(table).facts == [("2023", 3.1), ("2024", 3.2)]


def test_the_number_of_a_series_of_insee(take: Take) -> None:
    """It stands where the figures do, and is none: it was refused for its zero, to be written
    without."""
    table = (
        '"Libellé";"Taux";"Codes"\n"idBank";"001688527";""\n"Période";"";""\n'
        '"2024-T3";"7.4";"P"\n"2024-T2";"7.3";"A"\n'
    )
    took = take(table, "--period-column", "Libellé", "--value-column", "Taux")
    assert took.fates == ["skipped", "skipped", "new", "new"]
    assert took.shown == [("2024-Q3", 7.4), ("2024-Q2", 7.3)]


def test_a_row_of_units_is_not_advised(take: Take) -> None:
    """Destatis writes 1000 below each year; the remedy was to choose the rows without a name."""
    said = take(";2022;2023\n;1000;1000\nFirmen;456;459\n", target="firms").said
    assert 'choose one with --filter "column 1=Firmen"' in said


@pytest.mark.parametrize(("table", "options", "facts"), [
    # INSEE: a column without a name, its codes, and the day on which each was printed
    ('"Libellé";"Indice des prix";"Codes";""\n"idBank";"1763852";"";""\n'
     '"Période";"";"";"Date de parution au JO"\n"2024-11";"19.67";"A";"13/12/2025"\n'
     '"2024-10";"19.89";"A";"15/11/2025"\n"2024-09";"19.7";"A";"17/10/2025"\n', "",
     [("2024-11", 19.67), ("2024-10", 19.89), ("2024-09", 19.7)]),
    # Banco Central do Brasil
    ("Data;24369 - Taxa - PNADC - %\n03/2012;8,0\n04/2012;7,8\n05/2012;7,7\n", "",
     [("2012-03", 8), ("2012-04", 7.8), ("2012-05", 7.7)]),
    # WHO: each figure with the interval in which it lies
    ("Country,Year,Both sexes,Male\nAlbania,2016,29.7 [20.5-38.9],51.6 [36–66.6]\n"
     "Albania,2018,29.4 [19.5-39.7],51.1 [35–66]\n", "--value-column,Both sexes",
     [("2016", 29.7), ("2018", 29.4)]),
    # BIS: the code of a unit beside its label
    ("REF_AREA,UNIT_MEASURE,Unit of measure,2024-Q1,2024-Q2\nKR,628,%,7.5,8.5\n", "",
     [("2024-Q1", 7.5), ("2024-Q2", 8.5)]),
    # Our World in Data: a very small figure
    ("Entity,Code,Reference period,Renewables\nKorea,KOR,2021,7.5e-05\nKorea,KOR,2022,5\n"
     "Korea,KOR,2023,6\n", "--scale,1", [("2021", 0.000075), ("2022", 5), ("2023", 6)]),
    # Gapminder: from before 1900 on
    ("country,1889,1890,1898,1899,1900,1901\nKorea,5,6,7,8,9,10\n", "",
     [("1889", 5), ("1890", 6), ("1898", 7), ("1899", 8), ("1900", 9), ("1901", 10)]),
    ("code,1500,1600,2020,2021\nKorea,5,6,7,8\n", "", [("2020", 7), ("2021", 8)]),
])  # fmt: skip
def test_files_of_other_offices(
    take: Take, table: str, options: str, facts: list[tuple[str, float]]
) -> None:
    assert take(table, *filter(None, options.split(","))).facts == facts


def test_one_month_of_each_year_by_its_mean(take: Take) -> None:
    """The World Bank's climate portal: "Jan Average" is no figure of the year."""
    table = "Rate,Year,Statistics\n5,2022,Jan Average\n6,2023,Jan Average\n7,2024,Jan Average\n"
    took = take(table, "--filter", "Statistics=Jan Average", "--value-column", "Rate")
    assert 'the figures those of Statistics "Jan Average"' in took.said


def test_the_tonne_of_eurostat(take: Take, project: Path) -> None:
    """It was advised to take 162317 T for kt, "if it is the same"."""
    path = project / "targets.toml"
    more = 'title = "NOx"\nunit = "kt"\ndirection = "down"\ngoal = { value = 100, by = 2030 }\n'
    path.write_text(f'{path.read_text("utf-8")}\n[[target]]\nid = "nox"\n{more}', "utf-8")
    took = take("unit,geo\\time\t2013 \t2012 \nT,AT\t162317 \t164574 \n", target="nox")
    assert 'the file counts in "tonnes", and the unit is "kt"; add --unit "kt" --scale 0.001' in (
        took.said
    )


def test_figures_that_only_a_decimal_comma_explains(take: Take) -> None:
    """The IMF's table as a European spreadsheet saves it: 19,064 is 19.064 beside 1101,445."""
    table = "Item\t2021\t2022\nRate\t19,064\t5,978\nOther\t1101,445\t1032,712\n"
    assert take(table, "--filter", "Item=Rate").facts == [("2021", 19.064), ("2022", 5.978)]


def test_a_table_of_spains_institute(take: Take) -> None:
    """Its figures stand under "Total", beside regions of which the numbers are a part."""
    table = (
        "Comunidades;Tamaño;Periodo;Total\nTotal Nacional;De 10 a 49;2024TIII;11,4\n"
        "Total Nacional;De 10 a 49;2024T2;10,4\n01 Andalucía;De 10 a 49;2024TIII;9,4\n"
    )
    took = take(table, "--filter", "Comunidades=Total Nacional")
    assert took.facts == [("2024-Q3", 11.4), ("2024-Q2", 10.4)]
    other = table.replace("De 10 a 49", "17")
    assert "no column of figures is known" in take(other).said, "which of two it is"


MOVING = """\
"Brasil","Trimestre Móvel","Trimestre Móvel"
"","jan-fev-mar 2018","abr-mai-jun 2018"
"Brasil","13,2","12,6"
"Fonte: IBGE"
"Legenda"
"Símbolo","Significado"
"-","Zero absoluto, não resultante de um cálculo."
"A a Z (exceto X)","Significa uma faixa de valores."
"""


def test_the_legend_below_a_table_of_brazils_institute(take: Take, tmp_path: Path) -> None:
    """Its rows were figures that cannot be read."""
    mapping = tmp_path / "mapping.toml"
    mapping.write_text('header = [1, 2]\nlayout = "wide"\n', "utf-8")
    assert "header = [1, 2]" in take(MOVING).said
    took = take(MOVING, "--mapping", str(mapping), "--decimal", ",")
    assert took.facts == [("2018-Q1", 13.2), ("2018-Q2", 12.6)]
    assert set(took.fates) == {"new", "skipped"}
