"""Where a section of the report begins and ends, and in which order its targets stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.projects import Project
from tests.report.test_story import page, story
from tests.run import Kpi


@pytest.mark.parametrize(
    ("today", "week", "days"),
    [
        ("2026-09-30", "2026-W40", None),
        ("2026-10-01", "2026-W40", 91),
        ("2026-12-31", "2026-W53", 0),
        ("2027-01-01", "2026-W53", None),
    ],
)
def test_a_deadline_is_soon_from_91_days_before_up_to_its_own_day(
    kpi: Kpi, project: Project, today: str, week: str, days: int | None
) -> None:
    """Exports are due on 2026-12-31: on that day, too, there is still something to be done."""
    kpi("report", KPI_TODAY=today)
    assert ("exports" in story(project, week)["due_soon"]) is (days is not None)
    row = f"| exports | Exports | 2026-12-31 | {days} |"
    assert (row in page(project, week)) is (days is not None)


def test_what_is_met_is_not_told_as_due(kpi: Kpi, project: Project) -> None:
    """Its deadline is near, and nothing hangs on it any more."""
    project.observe("exports/2025_2026-02-01", "value = 200")
    kpi("report")
    assert story(project, "2026-W47")["due_soon"] == []


def test_what_is_closed_is_due_no_more_and_no_figure_of_it_expected(
    kpi: Kpi, project: Project
) -> None:
    """Exports are due in December, and the next share is out in March; neither is waited for."""
    kpi("report")
    assert story(project, "2026-W47")["due_soon"] == ["exports"]
    kpi("report", KPI_TODAY="2027-03-01")
    assert story(project, "2027-W09")["releases"] == ["share"]
    closed = '\nclosed = { on = 2026-11-20, as = "dropped", why = "a new government" }'
    for title in ('title = "Exports"', 'title = "Share of firms that use it"'):
        project.edit(title, title + closed)
    kpi("report")
    assert story(project, "2026-W47")["due_soon"] == []
    kpi("report", KPI_TODAY="2027-03-01")
    assert story(project, "2027-W09")["releases"] == []


@pytest.mark.parametrize(
    ("by", "section", "ids"),
    [
        ("2026-10-31", "overdue", ["law", "centre"]),
        ("2026-12-10", "due_soon", ["law", "exports"]),
    ],
)
def test_the_earlier_deadline_is_told_first(
    kpi: Kpi, project: Project, by: str, section: str, ids: list[str]
) -> None:
    """Of what is overdue and of what is due: the law stands last in the file."""
    law = '[[target]]\nid = "law"\ntitle = "A law is passed"\nkind = "milestone"\n'
    with (project.root / "targets.toml").open("a", encoding="utf-8") as file:
        file.write(f"{law}goal = {{ value = true, by = {by}, announced = 2021-01-15 }}\n")
    kpi("report")
    assert story(project, "2026-W47")[section] == ids


def test_the_oldest_figure_is_told_first_and_the_most_frequent_lack(
    kpi: Kpi, project: Project
) -> None:
    """In 2028 the share of 2025 is stale beside the survey of 2020, which stands later."""
    kpi("report", KPI_TODAY="2028-03-01")
    found = story(project, "2028-W09")
    assert found["stale"] == ["survey", "share"]
    assert found["blind_spots"]["lacks"][0] == {"what": "stale", "ids": ["share", "survey"]}


def test_a_milestone_is_overdue_by_days_that_have_passed(kpi: Kpi, project: Project) -> None:
    """Five from 17 to 22 November, and not minus five."""
    kpi("report")
    assert "| centre | A centre is opened | 2026-11-17 | 5 |" in page(project, "2026-W47")


def test_what_is_due_first_is_told_first(kpi: Kpi, project: Project) -> None:
    """Of what is off track, and of the releases: exports stand last in the file."""
    for year in (2023, 2024):
        project.observe(f"fund/{year}_{year + 1}-02-01", "value = 1")
    kpi("report")
    assert story(project, "2026-W47")["off_track"] == ["exports", "fund"]
    assert " | 2028 | " in page(project, "2026-W47")  # a deadline as it was said
    project.edit("value = 200, by = 2026", "value = 200, by = 2028")
    project.edit('title = "Exports"', 'title = "Exports"\ncadence = "1 year"\nlag = "2 months"')
    project.observe("exports/2025_2026-02-01", "value = 130")
    kpi("report", KPI_TODAY="2027-03-01")
    assert story(project, "2027-W09")["releases"] == ["exports", "share"]


def test_a_release_is_not_late_on_its_own_day(kpi: Kpi, project: Project) -> None:
    """The figure that is due on 31 March may come until that day is over."""
    for today, said in (("2027-03-31", "2027-03-31 |"), ("2027-04-01", "2027-03-31, not recorded")):
        kpi("report", KPI_TODAY=today)
        assert f"| share | Share of firms that use it | {said}" in page(project, "2027-W13")


def test_a_flag_alone_restates_the_past(kpi: Kpi, project: Project) -> None:
    """No verdict differs, but the last report would have carried a caveat that it lacks."""
    kpi("report", KPI_TODAY="2026-11-15")
    project.edit(
        'by = 2026, announced = 2021-01-15, document = "plan" }',
        'by = 2026, announced = 2021-01-15, document = "plan" }\n'
        'superseded = { on = 2025-01-01, by = "share" }',
    )
    project.commit("Superseded, as we know by now", "2026-11-17")
    kpi("report")
    restated = story(project, "2026-W47")["restated"]
    assert restated["changes"] == []
    assert restated["flags"] == [{"id": "exports", "gained": ["superseded"], "lost": []}]


@pytest.mark.parametrize("what", ["goal", "figure"])
def test_a_goal_or_a_figure_alone_restates_the_past(kpi: Kpi, project: Project, what: str) -> None:
    """No verdict and no flag differs: the last report would have named another goal, or a figure
    that it did not know."""
    kpi("report", KPI_TODAY="2026-11-15")
    if what == "goal":
        project.edit("value = 20\nby", "value = 20.5\nby")
    else:
        project.observe("share/2022_2023-03-20", "value = 12.7")
    project.commit("As it should have been", "2026-11-17")
    kpi("report")
    restated = story(project, "2026-W47")["restated"]
    assert (restated["changes"], restated["flags"]) == ([], [])
    assert [one["id"] for one in restated["goals"]] == (["share"] if what == "goal" else [])
    new = ["observations/share/2022_2023-03-20.toml"] if what == "figure" else []
    assert restated["observations"]["new"] == new


def test_without_the_old_records_a_target_that_came_or_went_is_named(tmp_path: Path) -> None:
    """By what the last report itself said: outside of git, there is nothing else."""
    project = Project(tmp_path / "plain", repository=False)
    kpi = Kpi(project.root, KPI_TODAY="2026-11-15")
    kpi("report")
    project.edit('id = "fund"', 'id = "budget"')
    kpi("report", KPI_TODAY="2026-11-22")
    restated = story(project, "2026-W47")["restated"]
    assert restated["targets"] == {"new": ["budget"], "gone": ["fund"]}
    assert restated["changes"] == []


def test_what_is_not_yet_announced_is_named(kpi: Kpi, project: Project) -> None:
    """A promise of next month is not judged, and not left out in silence either."""
    project.edit("announced = 2021-01-15\nvalue = 20\n", "announced = 2026-12-01\nvalue = 20\n")
    kpi("report")
    assert story(project, "2026-W47")["unannounced"] == ["share"]
    assert "not yet announced" in page(project, "2026-W47")


def test_what_has_data_and_no_verdict_yet_is_listed_beside_the_blind_spots(
    kpi: Kpi, project: Project
) -> None:
    """The amount of a year that is not over is counted above as not judged, and not left out."""
    year = '[[target]]\nid = "spent"\ntitle = "Spent"\nkind = "annual"\nunit = "KRW bn"\n'
    with (project.root / "targets.toml").open("a", encoding="utf-8") as file:
        file.write(f"{year}goal = {{ value = 9, by = 2026, announced = 2021-01-15 }}\n")
    project.observe("spent/2026-Q1_2026-05-01", "value = 2")
    kpi("report")
    assert "- no verdict yet, with current data: spent (Spent)\n" in page(project, "2026-W47")
    html = (project.root / "reports/2026-W47.html").read_text("utf-8")
    assert "no verdict yet, with current data" in html
