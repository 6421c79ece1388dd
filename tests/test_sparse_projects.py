"""Projects that say little: without a title, a figure, a direction; with ends still to come."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.files import put
from tests.run import Kpi

TARGET = '[[target]]\nid = "x"\ntitle = "X"\nunit = "%"\ndirection = "up"\n'
GOAL = "goal = { value = 30, by = 2030 }\n"
LIMIT = """[[target]]
id = "cap"
title = "Spending"
kind = "annual"
unit = "KRW bn"
goal = { value = 100, by = 2024, comparator = "<=" }
"""


@pytest.fixture
def kpi(tmp_path: Path) -> Kpi:
    return Kpi(tmp_path, KPI_TODAY="2026-11-27")


def write(root: Path, text: str, facts: dict[str, str] | None = None) -> None:
    (root / "targets.toml").write_text(text, "utf-8")
    for name, value in (facts or {}).items():
        put(root, f"observations/{name}.toml", value)


def test_an_end_is_told_once_it_has_come(kpi: Kpi, tmp_path: Path) -> None:
    """On a day before it, neither the page nor the tables know of it."""
    ends = 'closed = { on = 2024-08-26, as = "dropped", why = "a later law" }\n'
    ends += 'superseded = { on = 2024-09-01, by = "y" }\n'
    write(tmp_path, TARGET + GOAL + ends + TARGET.replace('"x"', '"y"') + GOAL)
    early = kpi("show", "x", "--on", "2024-01-01").stdout
    assert "a later law" not in early
    assert "superseded" not in early.lower()
    said = json.loads(kpi("status", "-f", "json", "--on", "2024-01-01").stdout)["targets"][0]
    assert (said["verdict"], said["closed"]) == ("no data", None)
    replayed = json.loads(kpi("status", "-f", "json", "--as-of", "2024-01-01").stdout)["targets"][0]
    assert (replayed["verdict"], replayed["closed"]) == ("no data", None)
    late = json.loads(kpi("status", "-f", "json").stdout)["targets"][0]
    assert (late["verdict"], late["closed"]["why"]) == ("dropped", "a later law")
    assert "a later law" in kpi("show", "x").stdout


@pytest.mark.parametrize("failures", ["off-track", "stale", "off-track,stale"])
def test_a_ledger_without_any_figure_does_not_pass(kpi: Kpi, tmp_path: Path, failures: str) -> None:
    """Zero things checked is a failure, whatever was asked for."""
    write(tmp_path, TARGET + GOAL)
    ran = kpi("status", "--fail-on", failures)
    assert ran.code == 5
    assert "no target has a figure to judge" in ran.stderr
    law = '[[target]]\nid = "law"\ntitle = "L"\nkind = "milestone"\n'
    write(tmp_path, TARGET + GOAL + law + "goal = { value = true, by = 2030 }\n")
    assert kpi("status", "--fail-on", failures).code == 0  # the law's day is still to come


@pytest.mark.parametrize(
    ("said", "fits"), [("자료 없음", True), ("No Data", True), ("지연", False)]
)
def test_a_verdict_as_it_is_printed(kpi: Kpi, tmp_path: Path, said: str, fits: bool) -> None:
    """Who reads 자료 없음 in the table can ask for it, in filters and in --fail-on."""
    write(tmp_path, TARGET + GOAL)
    ran = kpi("status", "--verdict", said)
    assert (ran.code == 0) is fits
    assert ("no target fits" in ran.stdout + ran.stderr) is not fits
    assert kpi("status", "--fail-on", said).code == 5
    assert "met-slipping" in kpi("status", "--verdict", "zzz").stderr


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("met,no-data", 0), ("no data, behind", 0), ("unknown,", 0), ("met,behind", 5),
        ("met, slipping", 5), ("Met,Slipping", 5), ("met-slipping,no-data", 0),
        ("met,zzz", 2), ("", 2), (" , ", 2), ("off-track", 5), ("off-track, no data", 0),
    ],
)  # fmt: skip
def test_several_verdicts_at_once(kpi: Kpi, tmp_path: Path, said: str, code: int) -> None:
    """As --fail-on takes them; the comma of "met, slipping" parts nothing; none is no filter."""
    write(tmp_path, TARGET + GOAL)
    assert kpi("status", "--verdict", said).code == code
    assert kpi("status", "--fail-on", "met, slipping", "--fail-on", "no-data").code == 5


@pytest.mark.parametrize(
    ("arguments", "head"),
    [
        (["status", "-f", "markdown"], "# kpi\n"),
        (["export", "-f", "summary"], "<!-- kpi export: summary -->\n## kpi\n"),
        (["export", "-f", "ics"], "NAME:kpi\r\n"),
    ],
)
def test_a_project_without_a_title_has_a_heading(
    kpi: Kpi, tmp_path: Path, arguments: list[str], head: str
) -> None:
    """The name of the program stands where nothing else is known."""
    write(tmp_path, TARGET + GOAL)
    assert head.strip() in kpi(*arguments).stdout


def test_the_direction_of_an_amount_follows_from_its_comparator(kpi: Kpi, tmp_path: Path) -> None:
    """Required for levels and totals; "at most 100" says by itself that less is better."""
    write(tmp_path, LIMIT, {"cap/2024_2025-02-01": "value = 98"})
    found = json.loads(kpi("status", "-f", "json").stdout)["targets"][0]
    assert (found["direction"], found["verdict"]) == ("down", "met")
    write(tmp_path, LIMIT, {"cap/2024_2025-02-01": "value = 101"})
    assert json.loads(kpi("status", "-f", "json").stdout)["targets"][0]["verdict"] == "missed"


def test_a_promise_whose_last_figure_never_came_is_a_blind_spot(kpi: Kpi, tmp_path: Path) -> None:
    """In the report, the first line and the badge, though older figures are there."""
    write(tmp_path, TARGET + GOAL.replace("2030", "2025"), {"x/2024_2025-02-01": "value = 12"})
    kpi("report")
    found = json.loads((tmp_path / "reports/2026-W48.json").read_text("utf-8"))
    assert found["blind_spots"]["lacks"] == [{"what": "awaiting data", "ids": ["x"]}]
    assert kpi("status").stdout.startswith("0 of 1 targets have current data; the other")
    said = json.loads(kpi("export", "-f", "badge").stdout)["message"]
    assert said == "0 of 1 on track or met, 1 without current data"


def test_the_gap_of_an_amount_is_exact(kpi: Kpi, tmp_path: Path) -> None:
    """0.3 less 0.1 is 0.2, without what floats add."""
    write(tmp_path, LIMIT.replace("100", "0.1"), {"cap/2024_2025-02-01": "value = 0.3"})
    found = json.loads(kpi("status", "-f", "json").stdout)["targets"][0]
    assert found["gap"]["to_goal"] == 0.2


def test_a_lost_step_is_said_to_be_lost(kpi: Kpi, tmp_path: Path) -> None:
    """Nothing is due before the deadline; the sentence does not deny that it was there once."""
    text = TARGET.replace('"up"', '"down"\npath = "step"') + GOAL.replace("30,", "20,")
    write(tmp_path, text, {"x/2023_2024-02-01": "value = 19.6", "x/2024_2025-02-01": "value = 21"})
    found = json.loads(kpi("status", "-f", "json").stdout)["targets"][0]
    assert (found["verdict"], found["flags"][:1]) == ("pending", ["lost"])
    assert "had been reached and is not now" in found["reason"]


def test_no_pace_is_needed_at_the_goal(kpi: Kpi, tmp_path: Path) -> None:
    """+0.08 a year would read as a fall that must become a rise."""
    text = TARGET.replace(
        '"up"', '"down"\nbaseline = { period = 2020, value = 30 }'
    ) + GOAL.replace("30,", "20,")
    write(tmp_path, text, {"x/2023_2024-02-01": "value = 19.6", "x/2024_2025-02-01": "value = 19"})
    assert "none: the goal is reached" in kpi("show", "x").stdout
    assert "pace needed" not in kpi("card", "x").stdout


def test_the_name_of_a_file_obeys_no_terminal(kpi: Kpi, tmp_path: Path) -> None:
    """A path is data: its escape sequences are shown, not sent."""
    write(tmp_path, TARGET + GOAL)
    said = kpi("report", "--verify", "bad\x1b[31m.json").stderr
    assert "\x1b" not in said
    assert r"bad\x1b[31m.json" in said


def test_a_supervisor_that_ignores_children(tmp_path: Path) -> None:
    """SIGCHLD ignored is inherited; the ends of our own children are told all the same."""
    write(tmp_path, TARGET + GOAL)
    program = "from kpi.cli.main import main; main()"
    ignoring = f'trap "" CHLD; exec "$0" -c "{program}" status --at HEAD --project "$1"'
    ran = subprocess.run(
        ["bash", "-c", ignoring, sys.executable, str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 6
    assert "internal error" not in ran.stderr


def test_the_files_of_a_korean_report_belong_together(kpi: Kpi, tmp_path: Path) -> None:
    """The JSON among them is English in any language."""
    write(tmp_path, TARGET + GOAL)
    assert kpi("report", "--lang", "ko").code == 0
    assert "do not belong together" not in kpi("doctor").stdout
    (tmp_path / "reports/2026-W48.md").unlink()
    assert "do not belong together" in kpi("doctor").stdout


def test_what_waits_for_ever_does_not_pass(kpi: Kpi, tmp_path: Path) -> None:
    """Of a target that is off track one need only stop publishing; before its day it may wait."""
    text = TARGET + 'lag = "6 months"\nbaseline = { period = 2020, value = 10 }\n'
    write(tmp_path, text + "goal = { value = 30, by = 2023 }\n",
          {"x/2021_2022-02-01": "value = 12\n"})  # fmt: skip
    ran = kpi("status", "--fail-on", "off-track,no-data")
    assert (ran.code, "x (awaiting data)" in ran.stderr) == (5, True)
    assert kpi("status", "--fail-on", "off-track", "--on", "2024-06-29").code == 0
    assert kpi("status", "--fail-on", "off-track", "--on", "2024-06-30").code == 5


def test_what_to_fail_on_is_named_in_one_word_or_in_several(kpi: Kpi, tmp_path: Path) -> None:
    """None takes the place of another: that would let pass what was asked for."""
    text = TARGET + "baseline = { period = 2020, value = 10 }\n"
    write(tmp_path, text + "goal = { value = 30, by = 2030 }\n",
          {"x/2021_2022-02-01": "value = 9\n"})  # fmt: skip
    for words in (["off-track,stale"], ["off-track", "stale"], ["stale", "off-track"]):
        asked = [word for one in words for word in ("--fail-on", one)]
        assert kpi("status", *asked, "--on", "2022-06-30").code == 3
    assert kpi("status", "--fail-on", "stale", "--on", "2022-06-30").code == 0
    for words in (["", "stale"], ["stale", " , "]):
        asked = [word for one in words for word in ("--fail-on", one)]
        for command in (("status",), ("diff", "2022-01-01")):
            ran = kpi(*command, *asked, "--on", "2022-06-30")
            assert (ran.code, "--fail-on: names nothing" in ran.stderr) == (2, True)


def test_due_before_a_period(kpi: Kpi, tmp_path: Path) -> None:
    """Before a year is before its first day."""
    write(tmp_path, TARGET + "goal = { value = 30, by = 2026 }\n")
    assert kpi("status", "--due-before", "2026").code == 5
    assert kpi("status", "--due-before", "2027").code == 0
    assert kpi("status", "--due-before", "2026-12-31").code == 5
    assert kpi("status", "--due-before", "soon").code == 2
    write(tmp_path, TARGET + "goal = { value = 30, by = 2026-06-30 }\n")
    assert kpi("status", "--due-before", "2026").code == 5
    assert kpi("status", "--due-before", "2026-S2").code == 0


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (14, "was already due in 2022-12"),  # of 10 in 2020 and 30 in 2030: two years of ten
        (9, "is worse than the one from which the path starts"),
    ],
)
def test_since_when_a_value_was_due(kpi: Kpi, tmp_path: Path, value: int, said: str) -> None:
    """A path of years counts in years; what lies before its start was never due on it."""
    base = 'path = "linear"\nbaseline = { period = 2020, value = 10 }\n'
    write(tmp_path, TARGET + base + GOAL, {"x/2024_2025-02-01": f"value = {value}\n"})
    assert f"the present value {said}" in kpi("show", "x").stdout
