"""ISO weeks in the project's time zone: week 53, the turn of the year, Monday, 29 February."""

from __future__ import annotations

import datetime as dt
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpi.cli.project as clock
from kpi.facts.periods import Period
from kpi.report import judged_day, week_of, weeks_between
from tests.report.projects import Project
from tests.run import Kpi


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2026-12-31", "2026-W53"),  # a year of 53 weeks
        ("2027-01-01", "2026-W53"),  # `%Y-W%V` would say 2027-W53
        ("2027-01-03", "2026-W53"),
        ("2027-01-04", "2027-W01"),
        ("2024-12-30", "2025-W01"),  # Monday of a week that belongs to the next year
        ("2024-12-29", "2024-W52"),
        ("2028-02-29", "2028-W09"),  # a leap day
        ("2026-11-22", "2026-W47"),
    ],
)
def test_the_week_of_a_day(kpi: Kpi, project: Project, day: str, week: str) -> None:
    """The file has the ISO year of the week, which may not be the day's."""
    assert week_of(dt.date.fromisoformat(day)).text == week
    assert kpi("report", KPI_TODAY=day).code == 0
    assert [*project.reports()] == [f"{week}.html", f"{week}.json", f"{week}.md"]
    assert f"judged for {day} " in project.reports()[f"{week}.md"].decode()
    assert kpi("report", "--verify", f"reports/{week}.md").code == 0


def test_a_leap_day_counts(kpi: Kpi, project: Project) -> None:
    """2028-02-28 to 2028-03-01 is two days."""
    project.edit("by = 2026-11-17", "by = 2028-03-01")
    kpi("report", KPI_TODAY="2028-02-28")
    assert "| 2028-03-01 | 2 |" in project.reports()["2028-W09.md"].decode()
    kpi("report", KPI_TODAY="2028-02-29")
    assert "| 2028-03-01 | 1 |" in project.reports()["2028-W09.md"].decode()


def _at(monkeypatch: pytest.MonkeyPatch, utc: str) -> None:
    """Sets the clock of the machine."""

    class Clock(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> Clock:  # type: ignore[override]
            return cls.fromisoformat(utc).replace(tzinfo=dt.UTC).astimezone(tz)  # type: ignore[return-value]

    fake = ModuleType("datetime")
    fake.__dict__.update(dt.__dict__)
    fake.datetime = Clock  # type: ignore[misc]
    monkeypatch.setattr(clock, "dt", fake)


@pytest.mark.parametrize(
    ("utc", "day", "week"),
    [
        ("2026-11-22T14:59:59", "2026-11-22", "2026-W47"),  # Sunday 23:59:59 in Seoul
        ("2026-11-22T15:30:00", "2026-11-23", "2026-W48"),  # Monday 00:30 in Seoul, Sunday here
        ("2026-12-31T15:30:00", "2027-01-01", "2026-W53"),
        ("2028-02-28T15:30:00", "2028-02-29", "2028-W09"),
    ],
)
def test_monday_in_seoul_is_sunday_in_utc(
    project: Project, monkeypatch: pytest.MonkeyPatch, utc: str, day: str, week: str
) -> None:
    """The project's time zone says which day it is, not the machine's."""
    _at(monkeypatch, utc)
    assert Kpi(project.root, TZ="UTC")("report").code == 0
    assert f"judged for {day} (Asia/Seoul)" in project.reports()[f"{week}.md"].decode()


def test_a_week_that_is_over_judges_its_sunday(kpi: Kpi, project: Project) -> None:
    """A report written late is the one that Sunday would have written."""
    assert kpi("report", "--week", "2026-W46").code == 0
    late = project.reports()
    assert "judged for 2026-11-15 " in late["2026-W46.md"].decode()
    kpi("report", "--week", "2026-W46", KPI_TODAY="2027-03-01")
    kpi("report", KPI_TODAY="2026-11-15")
    assert project.reports() == late


def test_the_running_week_judges_today(kpi: Kpi, project: Project) -> None:
    """On Wednesday as of Wednesday; on Sunday the same file says Sunday."""
    kpi("report", KPI_TODAY="2026-11-18")
    assert "judged for 2026-11-18 " in project.reports()["2026-W47.md"].decode()
    assert kpi("report").stdout.count(": replaced;") == 3
    assert "judged for 2026-11-22 " in project.reports()["2026-W47.md"].decode()


def test_a_day_may_be_named_in_place_of_today(kpi: Kpi, project: Project) -> None:
    """The report that would have been written on that day; its file says the day."""
    kpi("report", KPI_TODAY="2026-11-18")
    then = project.reports()
    assert kpi("report", "--on", "2026-11-18", KPI_TODAY="2027-03-01").code == 0
    assert project.reports() == then
    assert kpi("report", "--verify", "reports/2026-W47.md").code == 0
    assert kpi("report", "--on", "2026-11-22", "--week", "2026-W46").code == 0
    assert "judged for 2026-11-15 " in project.reports()["2026-W46.md"].decode()
    for wrong in (["--on", "2026-W47"], ["--on", "2026-11-18", "--verify", "reports/2026-W47.md"],
                  ["--on", "2026-11-18", "--week", "2026-W48"]):  # fmt: skip
        assert kpi("report", *wrong).code == 2


DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))


@given(DAYS)
def test_law_a_week_holds_its_day(day: dt.date) -> None:
    """Seven days from Monday to Sunday, spelled as ISO 8601 does; judged at its end or today."""
    week = week_of(day)
    assert week.start <= day <= week.end
    assert (week.start.weekday(), (week.end - week.start).days) == (0, 6)
    assert f"{day:%G-W%V}" == week.text
    assert judged_day(week, day) == day
    assert judged_day(week, week.end + dt.timedelta(1)) == week.end
    assert judged_day(week, week.start - dt.timedelta(1)) is None


@given(DAYS, st.integers(0, 120))
def test_law_no_week_between_is_forgotten(day: dt.date, weeks: int) -> None:
    """As many weeks as the calendar has between the two, each once and in order."""
    later = week_of(day + dt.timedelta(weeks=weeks))
    between = weeks_between(week_of(day), later)
    assert len(between) == max(weeks - 1, 0)
    assert list(between) == sorted(set(between))
    assert all(week_of(day) < week < later for week in between)
    assert all(isinstance(week, Period) for week in between)
