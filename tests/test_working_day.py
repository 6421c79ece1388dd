"""What whole working days with the program showed: sentences that were not true, or not clear."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from wcwidth import width as cells

from tests.files import put
from tests.run import Kpi

TARGETS = """
schema = 1
title = "Invented"

[[target]]
id = "trees"
title = "Trees planted"
unit = "trees"
direction = "up"
baseline = { period = 2020, value = 0 }
goal = { value = 100, by = 2025 }

[[target]]
id = "budget"
title = "Spent in a year"
kind = "annual"
unit = "KRW bn"
counts = ["final", "planned"]
goal = { value = 80, by = 2026 }

[[target]]
id = "forest"
title = "Forest"
title_ko = "산림 비율"
unit = "%"
direction = "keep"
goal = { value = 62, comparator = ">=", by = 2030 }
"""
FACTS = {
    "trees/2022_2023-02-01": "value = 20\n",
    "budget/2026_2026-01-10": 'value = 90\nstatus = "planned"\n',
    "forest/2024_2025-03-01": "value = 61.2\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "targets.toml").write_text(TARGETS, "utf-8")
    for name, text in FACTS.items():
        put(tmp_path, f"observations/{name}.toml", text)
    return tmp_path


@pytest.fixture
def kpi(project: Path) -> Kpi:
    return Kpi(project, KPI_TODAY="2026-11-27")


def test_after_the_deadline_the_pace_needed_is_told_as_past(kpi: Kpi) -> None:
    """20 trees of 2022 were to be 100 by 2025, which is over: nothing is needed any more."""
    past = kpi("show", "trees").stdout
    assert "pace needed" not in past
    assert "pace that was needed  +26.7 trees a year; it would have had to go 2.7 times" in past
    assert (
        "필요했던 속도    연 +26.7그루; 그때까지의 2.7배 속도가 필요했음"
        in kpi("show", "trees", "--lang", "ko").stdout
    )
    assert "pace needed        +26.7 trees a year; must go" in kpi(
        "show", "trees", "--on", "2024-01-01"
    ).stdout  # fmt: skip
    assert "pace that was needed" in kpi("show", "trees", "-f", "html").stdout


def test_a_plan_for_all_of_a_running_year_takes_no_time(kpi: Kpi) -> None:
    """Beside "100 %" of the time, 112 % of the way would look like a result."""
    one = json.loads(kpi("status", "budget", "-f", "json").stdout)["targets"][0]
    assert (one["verdict"], one["share_of_way"], one["share_of_time"]) == ("under way", 1.125, None)
    over = json.loads(kpi("status", "budget", "--on", "2027-02-01", "-f", "json").stdout)
    assert over["targets"][0]["share_of_time"] == 1


def test_one_rule_alone_agrees_with_nobody(kpi: Kpi) -> None:
    assert "only one rule applies" in kpi("methods", "forest").stdout
    assert "적용되는 방법은 1개뿐" in kpi("methods", "forest", "--lang", "ko").stdout


MONTHS = """
schema = 1
[[target]]
id = "prices"
title = "Prices"
unit = "deaths per 10,000 workers"
direction = "down"
baseline = { period = "2026-01", value = 2.4 }
goal = { value = 2.0, by = 2027 }
"""


def test_the_axis_of_months_says_so_and_names_the_deadline(tmp_path: Path) -> None:
    (tmp_path / "targets.toml").write_text(MONTHS, "utf-8")
    path = tmp_path / "observations/prices/2026-10_2026-11-04.toml"
    path.parent.mkdir(parents=True)
    path.write_text("value = 2.3\n", "utf-8")
    kpi = Kpi(tmp_path, KPI_TODAY="2026-11-27", COLUMNS="80")
    said = kpi("show", "prices").stdout
    assert "2027-12\n" in said
    assert "a month is marked at its end" in said
    assert "a year is marked" not in said
    drawn = kpi("card", "prices", "-f", "svg").stdout
    assert ">2.3<" in drawn, "beside its mark a figure stands without the words of its unit"
    assert ">2<" in drawn


NARROW = """
schema = 1
title = "Invented"

[[target]]
id = "accidents-at-work-in-construction"
title = "Fatal accidents at work"
title_ko = "사고사망 만인율"
unit = "deaths per 10,000 workers"
direction = "down"
baseline = { period = 2021, value = 0.43 }
goal = { value = 0.29, by = 2030 }
"""


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("columns", [40, 48, 60, 80])
def test_no_line_is_wider_than_the_screen(tmp_path: Path, columns: int, lang: str) -> None:
    """The value of a rule, a long unit and two verdicts have no room beside each other."""
    name = "accidents-at-work-in-construction"
    (tmp_path / "targets.toml").write_text(NARROW, "utf-8")
    for year, value in ((2023, 0.3), (2024, 0.36), (2025, 0.35)):
        put(tmp_path, f"observations/{name}/{year}_{year + 1}-03-06.toml", f"value = {value}\n")
    kpi = Kpi(tmp_path, KPI_TODAY="2026-11-27", COLUMNS=str(columns), KPI_LANG=lang)
    for command in (("methods",), ("diff", "2024-06-01"), ("diff", "2025-06-01"),
                    ("whatif", name, "2026=0.3"), ("whatif", name, "--needed"), ("show", name),
                    ("status",), ("log",)):  # fmt: skip
        ran = kpi(*command)
        assert ran.code in (0, 6), ran.stderr  # without git there is no log
        assert [line for line in ran.stdout.split("\n") if cells(line.rstrip()) > columns] == []
    said = kpi("methods").stdout
    assert "growth-ratio" in said
    assert ("◐ 개선" if lang == "ko" else "◐ improving") in said


def test_in_korean_no_table_asks_a_reader_to_know_the_codes_of_periods(
    kpi: Kpi, project: Path
) -> None:
    put(project, "observations/forest/2025-S2_2026-03-01.toml", "value = 61\n")
    assert kpi("report", "--lang", "ko").code == 0
    (report,) = (project / "reports").glob("*.md")
    for said in (kpi("show", "forest", "--lang", "ko").stdout, report.read_text("utf-8")):
        assert "2025년 하반기" in said
        assert "2025-S2 " not in said
