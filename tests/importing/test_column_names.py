"""By which names the columns of a table are known. All figures are invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.importing.conftest import Take

PERIODS = [
    "period", "TIME_PERIOD", "TimePeriod", "REF_DATE", "observation_date", "Year", "Date",
    "Time", "PRD_DE", "시점", "기간", "연도", "년도", "연월", "년월", "기준시점", "기준연도",
    "기준년도", "조사연도", "Jahr", "Datum", "Monat", "Quartal", "Zeitraum", "Année", "Annee",
    "Mois", "Trimestre", "Période", "연도별", "분기별", "월별", "시점별", "기간별", "분기",
    "날짜", "일자", "기준일", "기준년월", "기준연월", "기준월", "Periodo", "Período", "Año",
    "Ano", "Anno", "Jaar", "年", "年次", "年份", "Mês", "Mes", "Mese", "Maand", "Kwartaal",
    "Perioden", "År", "Måned", "Månad", "Kvartal", "Vuosi", "Kuukausi", "Rok", "Time period",
    "회계연도", "년", "Zeit", "時間軸", "Reference period",
]  # fmt: skip
VALUES = [
    "value", "OBS_VALUE", "DT", "DATA_VALUE", "값", "수치", "통계값", "자료값", "데이터값",
    "데이터", "관측값", "측정값", "Wert", "Valeur", "Valor", "Valore", "Waarde",
    "Observation value",
]  # fmt: skip
UNITS = [
    "unit", "Units", "[Units]", "UOM", "UNIT_MEASURE", "UNIT_NM", "unit_name", "Unit name",
    "단위", "단위명", "Unit of measure", "unit_of_measure", "Units of measure", "value_unit",
    "Einheit", "Unité",
]  # fmt: skip


@pytest.mark.parametrize("name", PERIODS)
def test_a_column_of_periods(take: Take, name: str) -> None:
    """It need not be the first; another column of years beside it is none."""
    table = f"Founded,{name},value\n1951,2023,6.4\n1960,2024,7.1\n"
    assert take(table).shown == [("2023", 6.4), ("2024", 7.1)]


@pytest.mark.parametrize("name", VALUES)
def test_a_column_of_figures(take: Take, name: str) -> None:
    table = f"year,{name},firms asked\n2023,6.4,300\n2024,7.1,310\n"
    assert take(table).facts == [("2023", 6.4), ("2024", 7.1)]


@pytest.mark.parametrize("name", UNITS)
def test_a_column_of_units(take: Take, name: str) -> None:
    """What it says is read, and refused where the figures are of something else."""
    table = f"year,value,{name}\n2023,6,thousand companies\n2024,7,thousand companies\n"
    assert take(table, target="firms").shown == [("2023", 6000), ("2024", 7000)]
    for other in ("EUR", "widgets"):
        took = take(table.replace("thousand companies", other), target="firms")
        assert took.fates == ["refused", "refused"]


@pytest.mark.parametrize(("name", "cells", "periods"), [
    *((name, ("1", "12"), ("2024-01", "2024-12")) for name in ("Month", "Monat", "Mois", "월")),
    *((name, ("1", "4"), ("2024-Q1", "2024-Q4"))
      for name in ("Quarter", "Quartal", "Trimestre", "분기", "qtr")),
    *((name, ("1", "2"), ("2024-S1", "2024-S2"))
      for name in ("Half", "Semester", "Halbjahr", "반기")),
    *((name, ("1", "52"), ("2024-W01", "2024-W52")) for name in ("Week", "주")),
])  # fmt: skip
def test_a_column_of_parts_of_a_year(
    take: Take, name: str, cells: tuple[str, str], periods: tuple[str, str]
) -> None:
    """A figure beside a year is none of the year; what is said to type reads it."""
    first, last = cells
    table = f"Year,{name},value\n2024,{first},6.4\n2024,{last},7.1\n"
    took = take(table)
    both = f'--period-column "Year" --period-column "{name}"'
    style = re.search(f"add {both} --period-style ([a-z]+)", took.said)
    assert style is not None
    options = ("--period-column", "Year", "--period-column", name, "--period-style", style[1])
    for year in ("2024", "2024년", "2024년도", "2024 년"):
        took = take(table.replace("2024,", f"{year},"), *options)
        assert took.facts == [(periods[0], 6.4), (periods[1], 7.1)], year


@pytest.mark.parametrize(("name", "first"), [("Month", "2024-01"), ("Quarter", "2024-Q1")])
def test_whole_periods_under_the_name_of_a_part(take: Take, name: str, first: str) -> None:
    """In the first column."""
    assert take(f"{name},value\n{first},6.4\n").facts == [(first, 6.4)]


@pytest.mark.parametrize("name", [
    "Units", "Unit", "Unit measure", "Unit multiplier", "UNIT_MULT", "UNIT_MEASURE",
    "Observation status", "OBS_STATUS", "OBS_FLAG",
])  # fmt: skip
def test_a_column_of_an_open_sdg_file_that_divides_nothing(take: Take, name: str) -> None:
    """A disaggregation with anything in it makes a row one of a part."""
    cell = {"Unit multiplier": "0", "UNIT_MULT": "0", "OBS_FLAG": "p"}.get(name, "")
    cell = cell or ("A" if "tatus" in name.lower() else "%")
    took = take(f"Year,Sex,{name},Value\n2023,,{cell},6.4\n2023,women,{cell},5\n")
    assert took.shown == [("2023", 6.4)]


@pytest.mark.parametrize("name", [
    "Flag description", "Observation status", "OBS_STATUS.label", "obs_status_label",
    "Observation status label", "상태", "비고(상태)",
])  # fmt: skip
def test_columns_in_which_the_status_is_written_out(take: Take, name: str) -> None:
    """What is no status there may make it another figure."""
    took = take(f"Year,value,{name}\n2023,6.4,doubtful\n2024,7.1,provisional\n")
    assert took.reasons[0] == (
        f'{name}: "doubtful" is no status that is known; write final, provisional, estimated or'
        " planned, or add --status"
    )
    assert took.answer["rows"][1]["status"] == "provisional"


@pytest.mark.parametrize(("beside", "code", "status"), [
    ("Domain Code", "T", "estimated"), ("Domain Code", "X", "final"), ("Region", "T", None),
    ("Domain Code", "E", "estimated"), ("Domain Code", "I", "estimated"),
    ("Domain Code", "F", "estimated"), ("Domain Code", "P", "provisional"),
    ("Region", "X", None), ("Region", "E", "estimated"),
])  # fmt: skip
def test_flags_of_the_fao_mean_what_it_says_of_them(
    take: Take, beside: str, code: str, status: str | None
) -> None:
    """Elsewhere nobody knows what a T is."""
    took = take(f"Year,value,Flag,{beside}\n2023,6.4,{code},QC\n")
    assert took.fates == ["new" if status else "refused"]
    if status:
        assert took.answer["rows"][0]["status"] == status
    else:
        assert f'the status code "{code}" is not A, P, E or F' in took.said


def test_labels_of_sdmx_beside_its_codes_are_no_second_columns(take: Take) -> None:
    """Those of the OECD stand empty beside its codes; where they alone are given, they count."""
    both = "TIME_PERIOD,Time period,OBS_VALUE,Observation value\n2023,,6.4,\n2024,,7.1,\n"
    labels = "Reference area,Time period,Observation value\nKorea,2023,6.4\nKorea,2024,7.1\n"
    for table in (both, labels):
        assert take(table).facts == [("2023", 6.4), ("2024", 7.1)]
    two = both.replace("2023,,6.4,", "2023,2022,6.4,").replace("2024,,7.1,", "2024,2023,7.1,")
    assert take(two).code == 4


@pytest.mark.parametrize(("table", "grades"), [
    ("period,value,grade\n2023,6,A\n2024,7,B+\n", ["A", "B+"]),
    ("period,value,grade,quote\n2023,6,high,x\n2024,7,low,y\n", ["high", "low"]),
    ("period,value,grade\n2023,6,9th\n2024,7,\n", []),
    ("period,value,grade\n2023,6,Grade 1\n2024,7,Grade 1\n", []),
])  # fmt: skip
def test_grades_of_schools_are_none_of_sources(
    take: Take, project: Path, table: str, grades: list[str]
) -> None:
    """The ninth grade was recorded as how far the source is trusted."""
    assert take(table, write=True).code in (0, 4)
    texts = [file.read_text("utf-8") for file in (project / "observations").rglob("*.toml")]
    assert re.findall('grade = "(.*)"', "".join(texts)) == grades


def test_rows_of_several_grades_are_asked_about(take: Take) -> None:
    said = take("period,value,grade\n2023,6,9th\n2024,7,10th\n2025,7,10th\n").said
    assert 'the rows differ in grade ("9th", "10th")' in said
