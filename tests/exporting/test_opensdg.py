"""The Open SDG folder: its build reads the data, and its arithmetic is asked only where it fits."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from kpi.render.exchange.opensdg import open_sdg
from tests.exporting.conftest import HOSTILE, export_of, hostile, sound_book, write
from tests.run import Kpi


@pytest.fixture
def folder(kpi: Kpi, tmp_path: Path) -> Path:
    ran = kpi("export", "-f", "opensdg", "--out", str(tmp_path / "sdg"))
    assert (ran.code, ran.stdout, ran.stderr) == (0, "", "")
    return tmp_path / "sdg"


def meta(folder: Path, id_: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((folder / "meta" / f"{id_}.yml").read_text("utf-8"))
    return found


def data(folder: Path, id_: str) -> list[list[str]]:
    path = folder / "data" / f"indicator_{id_}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_the_data_are_as_its_checks_ask(folder: Path) -> None:
    """Year first and whole, Value last and a number, no blank around a text, no empty row, and no
    year twice in a series (its progress code stops there)."""
    for path in (folder / "data").iterdir():
        with path.open(encoding="utf-8", newline="") as file:
            heads, *rows = csv.reader(file)
        assert (heads[0], heads[-1]) == ("Year", "Value")
        assert len({(row[0], row[1]) for row in rows}) == len(rows) > 0
        for row in rows:
            assert str(int(row[0])) == row[0]
            assert float(row[-1]) == float(row[-1])
            assert all(cell == cell.strip() for cell in row)


def test_each_year_has_its_value_in_force(folder: Path) -> None:
    """The final value, not the provisional one; neither the plan nor the bound."""
    assert data(folder, "share") == [
        ["Year", "Series", "Units", "Value"],
        ["2020", "survey", "%", "2.70"],
        ["2021", "survey", "%", "3.4"],
        ["2022", "survey", "%", "4.2"],
        ["2023", "survey", "%", "6.40"],
        ["2024", "survey", "%", "7.1"],
    ]


def test_a_series_has_its_own_unit(project: Path, kpi: Kpi, tmp_path: Path) -> None:
    write(project, facts={"share/other/2023_2024-03-03": "value = 250"})
    kpi("export", "-f", "opensdg", "--out", str(tmp_path / "o"))
    assert ["2023", "other", "companies", "250"] in data(tmp_path / "o", "share")


def test_the_verdict_is_that_of_its_day(kpi: Kpi, tmp_path: Path) -> None:
    """And not of the day from which it is known."""
    kpi("export", "-f", "opensdg", "--as-of", "2026-10-01", "--out", str(tmp_path / "o"))
    assert "judged for 2026-11-22" in meta(tmp_path / "o", "share")["page_content"]


def test_only_web_addresses_are_linked(project: Path) -> None:
    """An address of another kind is no source, wherever it came from."""
    book = sound_book(project)
    targets = tuple(
        replace(one, series=tuple(replace(s, url="javascript:alert(1)") for s in one.series))
        for one in book.targets
    )
    files = open_sdg(export_of(replace(book, targets=targets)))
    assert not [name for name, content in files.items() if b"javascript" in content]


def test_the_last_month_stands_for_the_year_of_a_total(folder: Path) -> None:
    """Of 2024-03 and 2024-11 the later one; a year that is not over has its last month so far."""
    assert [row[::3] for row in data(folder, "months")[1:]] == [["2024", "2"], ["2025", "3"]]


def test_of_amounts_only_the_years_own_figure(project: Path, kpi: Kpi, tmp_path: Path) -> None:
    """Half a year's money is not the year's, even where the year has no figure of its own."""
    write(project, facts={"money-2025/2026-06_2026-07-20": "value = 40"})
    kpi("export", "-f", "opensdg", "--out", str(tmp_path / "o"))
    assert [row[::3] for row in data(tmp_path / "o", "money-2025")[1:]] == [["2025", "80"]]


def test_milestones_and_silent_targets_have_no_data(folder: Path) -> None:
    """They are described all the same; of the milestone it is reported that it is done."""
    for id_, status in (("law-passed", "complete"), ("silent", "notstarted")):
        assert not (folder / "data" / f"indicator_{id_}.csv").exists()
        said = meta(folder, id_)
        assert (said["reporting_status"], said["data_non_statistical"]) == (status, True)


def test_the_years_whose_figures_are_not_final_stand_in_the_footnote(
    project: Path, kpi: Kpi, tmp_path: Path
) -> None:
    """A column for it would be one more breakdown."""
    write(project, facts={"share/survey/2024_2026-02-02": 'value = 7.1\nstatus = "provisional"'})
    kpi("export", "-f", "opensdg", "--out", str(tmp_path / "o"))
    assert "survey: 2024 provisional" in meta(tmp_path / "o", "share")["data_footnote"]


def test_the_progress_is_asked_in_full(folder: Path) -> None:
    """Its defaults (2015, "negative") are never relied on."""
    said = meta(folder, "share")
    assert said["auto_progress_calculation"] is True
    assert said["progress_calculation_options"] == [
        {"series": "survey", "base_year": 2020, "target_year": 2030, "target": 30,
         "direction": "positive", "limit": 100}
    ]  # fmt: skip
    assert said["graph_target_lines"][0]["value"] == 30
    assert said["indicator_number"] == "share"
    assert said["standalone"] is True
    assert "from one percent to 30 percent" in said["page_content"]


@pytest.mark.parametrize(
    ("id_", "why"),
    [
        ("months", "no value for the year of the baseline"),
        ("money-2025", "only a level or a running total"),
        ("law-passed", "only a level or a running total"),
        ("silent", "no baseline is known"),
    ],
)
def test_where_its_arithmetic_does_not_fit_it_is_off_and_says_why(
    folder: Path, id_: str, why: str
) -> None:
    """A zero that is replaced by 0.001, or another base year, would be a verdict by accident."""
    said = meta(folder, id_)
    assert said["auto_progress_calculation"] is False
    assert "progress_calculation_options" not in said
    text = (folder / "meta" / f"{id_}.yml").read_text("utf-8")
    assert text.startswith("# no automatic progress: ")
    assert why in text.splitlines()[0]


@pytest.mark.parametrize(
    ("baseline", "goal", "value", "why"),
    [
        ("value = 0", "value = 8, by = 2030", "3", "zero or negative"),
        ("value = 2", "value = 8", "3", "no deadline"),
        ("value = 2", "value = 8, by = 2030", None, "no figure after the baseline"),
        ("value = 2", "value = 2, by = 2030", "3", "equals the baseline"),
        ("value = 2", "value = 8, by = 2030", "-1", "zero or negative"),
    ],
)
def test_the_traps_of_compound_growth(
    tmp_path: Path, baseline: str, goal: str, value: str | None, why: str
) -> None:
    """Zero, sign changes, one figure, a goal that asks for nothing, no deadline."""
    number = baseline.removeprefix("value = ")
    text = (
        'schema = 1\ntitle = "T"\ntimezone = "UTC"\n[[target]]\nid = "a-b"\ntitle = "T"\n'
        f'unit = "%"\ndirection = "up"\nbaseline = {{ period = 2020, {baseline} }}\n'
        f"goal = {{ {goal} }}\n"
    )
    facts = {"a-b/2020_2021-06-01": f"value = {number}"}
    facts |= {"a-b/2023_2024-06-01": f"value = {value}"} if value else {}
    write(tmp_path / "p", text, facts)
    ran = Kpi(tmp_path / "p")("export", "-f", "opensdg", "-o", str(tmp_path / "o"))
    assert ran.code == 0, ran.stderr
    assert why in (tmp_path / "o/meta/a-b.yml").read_text("utf-8").splitlines()[0]


CHANGE = """schema = 1
[[target]]
id = "x"
title = "X"
unit = "%"
direction = "{direction}"
baseline = {{ period = {base}, value = 20 }}
goal = {{ value = {goal}, by = {by} }}
"""


@pytest.mark.parametrize(
    ("direction", "goal", "said"), [("up", 30, "positive"), ("down", 10, "negative")]
)
def test_the_progress_goes_the_way_of_the_target(
    tmp_path: Path, direction: str, goal: int, said: str
) -> None:  # fmt: skip
    """A fall that is wanted is no regression."""
    text = CHANGE.format(direction=direction, base=2020, goal=goal, by=2030)
    write(
        tmp_path / "p", text, {"x/2020_2021-06-01": "value = 20", "x/2023_2024-06-01": "value = 18"}
    )
    Kpi(tmp_path / "p")("export", "-f", "opensdg", "-o", str(tmp_path / "o"))
    (options,) = meta(tmp_path / "o", "x")["progress_calculation_options"]
    assert options["direction"] == said


@pytest.mark.parametrize(
    ("base", "by", "later", "why"),
    [
        (2020, 2023, "2024_2025-06-01", "after the deadline"),  # 30 came a year too late
        (2020, "2028-06-30", "2024_2025-06-01", "not whole years apart"),
        (2020, 2030, "2024-Q1_2025-06-01", "not whole years apart"),
        (2020, '"2028-Q4"', "2024_2025-06-01", None),
    ],
)
def test_what_years_cannot_say_is_not_asked(
    tmp_path: Path, base: int, by: object, later: str, why: str | None
) -> None:
    """Open SDG knows no past target year, and no part of a year."""
    text = CHANGE.format(direction="up", base=base, goal=30, by=by)
    facts = {"x/2020_2021-06-01": "value = 20", f"x/{later}": "value = 30"}
    write(tmp_path / "p", text, facts)
    Kpi(tmp_path / "p")("export", "-f", "opensdg", "-o", str(tmp_path / "o"))
    assert meta(tmp_path / "o", "x")["auto_progress_calculation"] is (why is None)
    first = (tmp_path / "o/meta/x.yml").read_text("utf-8").splitlines()[0]
    assert why is None or why in first


def test_a_closed_target_makes_no_progress(tmp_path: Path) -> None:
    """What was dropped would be "achieved" on a site."""
    text = CHANGE.format(direction="up", base=2020, goal=30, by=2030)
    text += 'closed = { on = 2025-01-01, as = "dropped", why = "another government" }\n'
    facts = {"x/2020_2021-06-01": "value = 20", "x/2023_2024-06-01": "value = 31"}
    write(tmp_path / "p", text, facts)
    Kpi(tmp_path / "p")("export", "-f", "opensdg", "-o", str(tmp_path / "o"))
    assert meta(tmp_path / "o", "x")["auto_progress_calculation"] is False


def test_no_growth_is_asked_for_within_one_year(tmp_path: Path) -> None:
    """From March to December of one year Open SDG would divide by no years."""
    text = CHANGE.format(direction="up", base='"2020-03"', goal=30, by='"2020-12"')
    write(
        tmp_path / "p",
        text,
        {"x/2020-03_2020-06-01": "value = 20", "x/2021-03_2021-06-01": "value = 22"},
    )
    Kpi(tmp_path / "p")("export", "-f", "opensdg", "-o", str(tmp_path / "o"))
    assert meta(tmp_path / "o", "x")["auto_progress_calculation"] is False


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_texts_in_its_yaml(text: str, project: Path) -> None:
    """No key is added, no line broken, whatever a title holds; the Markdown shows it as text."""
    from kpi.render.exchange.opensdg import open_sdg
    from kpi.render.wording.words import safe

    usual = open_sdg(export_of(sound_book(project)))
    files = open_sdg(export_of(hostile(sound_book(project), text)))
    assert set(files) == set(usual)
    said = yaml.safe_load(files["meta/share.yml"].decode())
    assert set(said) == set(yaml.safe_load(usual["meta/share.yml"].decode()))
    assert said["indicator_name"] == safe(text)
    assert "<script" not in said["page_content"]


def test_korean(kpi: Kpi, tmp_path: Path) -> None:
    """Titles of the ledger and our own words, both in Korean."""
    kpi("export", "-f", "opensdg", "-o", str(tmp_path / "ko"), "--lang", "ko")
    said = meta(tmp_path / "ko", "share")
    assert said["indicator_name"] == "AI 활용 기업 비중"
    assert "기업 조사" in said["data_footnote"]
    assert said["graph_target_lines"][0]["label_content"] == "2030 목표"


def test_a_negative_figure_is_a_number(tmp_path: Path) -> None:
    """A balance of -8.5 % is no formula: an apostrophe before it would make the column a text."""
    text = """schema = 1
[[target]]
id = "balance"
title = "Balance of the budget"
unit = "% of GDP"
direction = "up"
baseline = { period = 2020, value = -8.5 }
goal = { value = -3, by = 2030 }
"""
    project = tmp_path / "p"
    write(
        project,
        text,
        {"balance/2020_2021-03-01": "value = -8.5", "balance/2024_2025-03-01": "value = -4.20"},
    )
    Kpi(project)("export", "-f", "opensdg", "--out", str(tmp_path / "sdg"))
    assert [row[-1] for row in data(tmp_path / "sdg", "balance")] == ["Value", "-8.5", "-4.20"]
