"""Weeks, turns of the year, leap days, and whose today it is."""

from __future__ import annotations

import datetime as dt
import json
import time
from pathlib import Path

import pytest

from kpi.cli import project as clock


def clocks(kpi, root: Path, *arguments: str) -> list[tuple[str, str]]:
    """Both sides' days and days of knowledge."""
    done = kpi("diff", *arguments, "-f", "json", "--project", str(root))
    assert (done.code, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    return [(found[side]["on"], found[side]["as_of"]) for side in ("before", "after")]


@pytest.mark.parametrize(
    ("week", "sunday"),
    [
        ("2026-W40", "2026-10-04"),  # the week of 28 September
        ("2026-W53", "2027-01-03"),  # 2026 has 53 weeks; strftime's %Y-W%V would name it 2027-W53
        ("2027-W01", "2027-01-10"),
        ("2025-W01", "2025-01-05"),  # begins on 30 December 2024
        ("2024-W09", "2024-03-03"),  # holds 29 February
        ("2020-W53", "2021-01-03"),
    ],
)
def test_a_week_is_the_sunday_that_ends_it(told, kpi, week, sunday):
    assert dt.date.fromisoformat(sunday).isocalendar()[:2] == (int(week[:4]), int(week[6:]))
    sides = clocks(kpi, told[0], week, "2028-01-01")
    assert sides[0] == (sunday, sunday)


def test_the_turn_of_the_year_falls_into_week_53(told, kpi):
    assert clocks(kpi, told[0], "2026-W53", "2027-W01") == [
        ("2027-01-03", "2027-01-03"), ("2027-01-10", "2027-01-10"),
    ]  # fmt: skip


def test_a_leap_day_is_a_day(told, kpi):
    sides = clocks(kpi, told[0], "2024. 2. 29.", "2028-02-29")
    assert sides == [("2024-02-29",) * 2, ("2028-02-29",) * 2]
    assert kpi("diff", "2025-02-29", "--project", str(told[0])).code == 2


def test_the_other_side_is_the_folder_today(told, kpi):
    assert clocks(kpi, told[0], "2026-W40")[1] == ("2026-11-22",) * 2
    assert clocks(kpi, told[0], "HEAD~1") == [("2026-11-22",) * 2] * 2
    assert clocks(kpi, told[0], "HEAD~1", "HEAD", "--on", "2026-06-01", "--as-of", "2026-05-01") \
        == [("2026-06-01", "2026-05-01")] * 2  # fmt: skip


@pytest.fixture
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is Monday 00:30 in Seoul, 2027-01-04, and the machine runs on UTC: Sunday there."""
    moment = dt.datetime(2027, 1, 3, 15, 30, tzinfo=dt.UTC)

    class Then(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:
            return moment.astimezone(tz) if tz else moment.replace(tzinfo=None)

        @classmethod
        def today(cls) -> dt.datetime:
            return moment.replace(tzinfo=None)

    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    monkeypatch.delenv("KPI_TODAY", raising=False)
    monkeypatch.setattr(clock.dt, "datetime", Then)
    yield
    monkeypatch.undo()
    time.tzset()


def test_half_past_midnight_on_monday_in_seoul(told, kpi, monday):
    """Another day, another week and another year than the machine's."""
    kpi.environment.clear()
    assert clocks(kpi, told[0], "2026-W53")[1] == ("2027-01-04",) * 2


def test_a_ledger_in_utc_is_still_on_sunday(project, kpi, monday):
    kpi.environment.clear()
    text = (project / "targets.toml").read_text("utf-8")
    (project / "targets.toml").write_text(text.replace("Asia/Seoul", "UTC"), "utf-8")
    assert clocks(kpi, project, "2026-W52")[1] == ("2027-01-03",) * 2


@pytest.mark.parametrize("running", ["2026-W47", "2026-11", "2026-Q4", "2026-S2"])
def test_of_a_running_week_or_part_of_a_year_today_is_judged(told, kpi, running):
    """As in the report: what has not come by now is not late because the week ends later."""
    kpi.environment["KPI_TODAY"] = "2026-11-18"
    today, ended = ("2026-11-18",) * 2, {"2026-W47": "2026-11-22", "2026-11": "2026-11-30"}
    assert clocks(kpi, told[0], "2026-W46", running) == [("2026-11-15",) * 2, today]
    assert clocks(kpi, told[0], running) == [today, today]
    assert clocks(kpi, told[0], running, "2026-11-19") == [today, ("2026-11-19",) * 2]
    kpi.environment["KPI_TODAY"] = "2026-01-01"
    assert clocks(kpi, told[0], running, "2027-01-01")[0] == (ended.get(running, "2026-12-31"),) * 2
