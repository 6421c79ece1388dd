"""What the week's report says: sections in order, changes with causes, and what is restated."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from kpi.cli.reports import provenance
from kpi.version import VERSION
from tests.report.projects import Project
from tests.run import Kpi

#: Of one of the two, the exports, nobody knows how often a figure comes.
CURRENT = "targets have current data (1 without a cadence: their age cannot be told)"


def story(project: Project, week: str) -> dict[str, Any]:
    """The JSON of a week."""
    found: dict[str, Any] = json.loads((project.root / "reports" / f"{week}.json").read_bytes())
    return found


def page(project: Project, week: str) -> str:
    """The Markdown of a week."""
    return (project.root / "reports" / f"{week}.md").read_text("utf-8")


def headings(text: str) -> list[str]:
    """The headings of a page."""
    return re.findall(r"(?m)^## (.*)$", text)


def test_sections_stand_in_their_order_and_none_is_left_out(kpi: Kpi, project: Project) -> None:
    """Blind spots come first, and a section without anything says so."""
    assert kpi("report").code == 0
    text = page(project, "2026-W47")
    assert headings(text) == [
        "Blind spots",
        "Changed since the last report, and why",
        "Off track",
        "Due soon: within 91 days",
        "Milestones overdue",
        "Stale sources",
        "Releases: late, or expected within 35 days",
        "Goals moved",
        "Where methods split",
        "Weeks without a report",
    ]
    assert f"**2 of 5 {CURRENT}; the others: 1 no data, 1 overdue, 1 stale**" in text
    assert "## Goals moved\n\nNone.\n" in text
    assert text.startswith("# Targets of a small \\| ministry: week 2026-W47\n")


def test_each_target_is_where_it_belongs(kpi: Kpi, project: Project) -> None:
    """The sections of the JSON name the targets that the project was made for."""
    kpi("report")
    found = story(project, "2026-W47")
    assert found["schema"] == "kpi.report/1"
    assert (found["version"], found["week"]) == (VERSION, "2026-W47")
    assert (found["on"], found["as_of"], found["at"]) == ("2026-11-22", "2026-11-22", None)
    assert found["blind_spots"] == {
        "current": 2, "of": 5, "closed": 0, "ageless": 1,
        "lacks": [{"what": "no data", "ids": ["fund"]}, {"what": "overdue", "ids": ["centre"]},
                  {"what": "stale", "ids": ["survey"]}],
    }  # fmt: skip
    assert found["off_track"] == ["exports"]
    assert found["due_soon"] == ["exports"]
    assert found["overdue"] == ["centre"]
    assert found["stale"] == ["survey"]
    assert found["releases"] == []
    assert found["goals_moved"] == []
    assert {one["id"]: one["verdict"] for one in found["targets"]} == {
        "share": "on track", "centre": "overdue", "fund": "no data", "survey": "on track",
        "exports": "behind",
    }  # fmt: skip


def test_a_release_is_expected_and_then_overdue(kpi: Kpi, project: Project) -> None:
    """The figure for 2026 is due three months after the year; then it is missed, then stale."""
    kpi("report", KPI_TODAY="2027-02-23")
    assert story(project, "2027-W08")["releases"] == []
    kpi("report", KPI_TODAY="2027-02-24")
    assert story(project, "2027-W08")["releases"] == ["share"]
    assert "| share | Share of firms that use it | 2027-03-31 |" in page(project, "2027-W08")
    kpi("report", KPI_TODAY="2027-04-14")
    row = "| share | Share of firms that use it | 2027-03-31, not recorded yet |"
    assert row in page(project, "2027-W15")


def test_a_verdict_that_only_time_changed_says_so(kpi: Kpi, project: Project) -> None:
    """Between two reports the deadline of the centre passes, and nothing else happens."""
    kpi("report", KPI_TODAY="2026-11-15")
    kpi("report")
    changes = story(project, "2026-W47")["changes"]["changes"]
    assert [(one["id"], one["verdict"], one["cause"]) for one in changes] == [
        ("centre", {"before": "pending", "after": "overdue"}, "time passed")
    ]
    row = "| centre | A centre is opened | ? pending | ○ overdue | time passed |"
    assert row in page(project, "2026-W47")


def test_without_an_earlier_report_the_week_before_is_compared(
    kpi: Kpi, project: Project
) -> None:  # fmt: skip
    """The first report compares with the end of the week before, and says that it is the first."""
    kpi("report")
    found = story(project, "2026-W47")
    assert found["since"]["week"] is None
    assert found["changes"]["before"]["on"] == "2026-11-15"
    assert found["changes"]["counts"] == {"time passed": 1}
    assert "no earlier report; compared with 2026-11-15" in page(project, "2026-W47")
    assert "This is the first report." in page(project, "2026-W47")


def test_what_came_out_on_the_monday_is_news_of_its_week(kpi: Kpi, project: Project) -> None:
    """The first report knows up to the Sunday before, and no day more."""
    project.observe("fund/2025_2026-11-16", "value = 250")
    kpi("report")
    new = story(project, "2026-W47")["changes"]["observations"]["new"]
    assert new == ["observations/fund/2025_2026-11-16.toml"]


def test_the_first_report_does_not_pass_old_figures_for_nothing_new(
    kpi: Kpi, project: Project
) -> None:
    """What was recorded this week and published before counts as known: that is said."""
    kpi("report")
    said = (
        "so the week before is judged from today's records, too: what was published by 2026-11-15"
    )
    assert said in page(project, "2026-W47")
    html = (project.root / "reports" / "2026-W47.html").read_text("utf-8")
    assert said.partition("records, ")[2] in html
    kpi("report", KPI_TODAY="2026-11-29")
    assert "so the week before is judged" not in page(project, "2026-W48")


def test_a_title_of_strangers_is_text_in_the_page(kpi: Kpi, project: Project) -> None:
    """Also in the lists, where the id in front of it is a link."""
    project.edit('title = "A centre is opened"', 'title = "A <b>centre</b> is opened"')
    project.commit("A bold title", "2026-11-17")
    assert kpi("report").code == 0
    html = (project.root / "reports" / "2026-W47.html").read_text("utf-8")
    assert "<a href=#centre>centre</a> (A &lt;b&gt;centre&lt;/b&gt; is opened)" in html
    assert "<b>centre" not in html


def test_what_is_told_as_new_is_only_named_where_the_past_is_restated(
    kpi: Kpi, project: Project
) -> None:
    """Of a late figure the verdict of then is the news; the figure itself is told once."""
    kpi("report", KPI_TODAY="2026-11-15")
    project.observe("exports/2025_2026-02-01", "value = 199")
    project.commit("Recorded late", "2026-11-17")
    kpi("report")
    for name, item in (("md", "- {}"), ("html", "<li>{}")):
        text = (project.root / "reports" / f"2026-W47.{name}").read_text("utf-8")
        above, _, past = text.partition("Restated\n" if name == "md" else "<h2>Restated")
        assert above.count("exports/main (Exports): 2025") == 1
        assert "exports/main (Exports): 2025" not in past
        assert item.format("exports/main (Exports): as told above (1)") in past
    facts = json.loads((project.root / "reports" / "2026-W47.json").read_text("utf-8"))
    assert len(facts["restated"]["observations"]["facts"]) == 1, "a machine gets both"


def test_new_data_and_a_moved_goal_since_the_last_report(kpi: Kpi, project: Project) -> None:
    """What was published in the week is a new observation; the moved goal is marked as new."""
    kpi("report", KPI_TODAY="2026-11-15")
    project.observe("fund/2025_2026-11-18", "value = 250")
    project.edit(
        "goal = { value = 400, by = 2028, announced = 2021-01-15, document = \"plan\" }",
        "[[target.goal]]\nannounced = 2021-01-15\nvalue = 400\nby = 2028\n"
        "document = \"plan\"\n[[target.goal]]\nannounced = 2026-11-19\nvalue = 300\nby = 2028",
    )  # fmt: skip
    project.commit("A figure and another goal", "2026-11-20")
    kpi("report")
    found, text = story(project, "2026-W47"), page(project, "2026-W47")
    fund = next(one for one in found["changes"]["changes"] if one["id"] == "fund")
    assert (fund["verdict"]["before"], fund["cause"]) == ("no data", "new data")
    assert found["changes"]["observations"]["new"] == ["observations/fund/2025_2026-11-18.toml"]
    assert found["goals_moved"] == ["fund"]
    assert found["restated"] is None
    assert (
        "| fund | Money in the fund"
        " | at least KRW 400 bn by 2028 | at least KRW 300 bn by 2028 | 2026-11-19"
        " | at least KRW 300 bn by 2028 | since the last report |"
    ) in text
    kpi("report", KPI_TODAY="2026-11-29")
    assert "| 2026-11-19 | at least KRW 300 bn by 2028 | before 2026-11-22 |" in page(
        project, "2026-W48"
    )


def test_a_changed_past_is_restated_and_the_old_report_stays(kpi: Kpi, project: Project) -> None:
    """A figure published before the last report and recorded after it would have been in it."""
    kpi("report", KPI_TODAY="2026-11-08")
    project.commit("Report", "2026-11-08")
    kpi("report", KPI_TODAY="2026-11-15")
    before = project.reports()
    project.observe("exports/2025_2026-02-01", "value = 199")
    project.commit("Recorded late", "2026-11-17")
    kpi("report")
    found, text = story(project, "2026-W47"), page(project, "2026-W47")
    restated = found["restated"]
    assert restated["causes_known"] is True
    assert restated["before"]["on"] == restated["after"]["on"] == "2026-11-15"
    assert [(one["id"], one["verdict"], one["cause"]) for one in restated["changes"]] == [
        ("exports", {"before": "behind", "after": "on track"}, "new data")
    ]
    since = {one["id"]: one["cause"] for one in found["changes"]["changes"]}
    assert since == {"centre": "time passed", "exports": "new data"}
    assert headings(text)[1:3] == ["Changed since the last report, and why", "Restated"]
    assert "The report of 2026-W46 said otherwise of its own day" in text
    assert before.items() <= project.reports().items(), "an older report was painted over"
    kpi("report", KPI_TODAY="2026-11-29")
    assert story(project, "2026-W48")["restated"] is None, "told once, by the next report"


def test_a_corrected_value_is_restated_even_if_no_verdict_changes(
    kpi: Kpi, project: Project
) -> None:  # fmt: skip
    """Before and after stand there, with the reason that the correction gives."""
    kpi("report", KPI_TODAY="2026-11-15")
    project.observe("share/2025_2026-03-20_r2", 'value = 16.5\nnote = "typing error"')
    project.commit("Correct", "2026-11-17")
    kpi("report")
    restated = story(project, "2026-W47")["restated"]
    assert restated["changes"] == []
    revised = restated["observations"]["revised"]
    assert [(one["id"], one["before"], one["after"], one["why"]) for one in revised] == [
        ("share", 17.0, 16.5, "typing error")
    ]
    said = "2025: 17 % → 16.5 % (published 2026-03-20; typing error)"
    assert said in page(project, "2026-W47")


def test_an_entry_that_was_edited_is_restated_even_if_no_verdict_changes(
    kpi: Kpi, project: Project
) -> None:  # fmt: skip
    """The report had said otherwise; what the changes tell already is only named there."""
    kpi("report", KPI_TODAY="2026-11-15")
    project.edit("value = 400, by = 2028,", 'value = 400, by = 2028, quote = "400 by 2028",')
    project.commit("Edit", "2026-11-17")
    kpi("report")
    restated = story(project, "2026-W47")["restated"]
    assert (restated["changes"], restated["edits"]) == ([], [{"id": "fund", "keys": ["goal"]}])
    assert "as told above (1)" in page(project, "2026-W47")


def test_a_better_title_restates_nothing(kpi: Kpi, project: Project) -> None:
    """It says nothing else of what was promised; it stands among what was edited this week."""
    kpi("report", KPI_TODAY="2026-11-15")
    project.edit('id = "fund"\n', 'id = "fund"\nowner = "Another ministry"\n')
    project.commit("Owner", "2026-11-17")
    kpi("report")
    told = story(project, "2026-W47")
    assert told["restated"] is None
    assert [edit["id"] for edit in told["changes"]["edits"]] == ["fund"]


def test_new_figures_are_told_with_value_unit_period_series_and_source(
    kpi: Kpi, project: Project
) -> None:  # fmt: skip
    """Nobody has to open a file: neither for one fact, nor for the facts of a batch."""
    kpi("report", KPI_TODAY="2026-11-15")
    project.observe("fund/2025_2026-11-18", 'value = 250\nsource = "Fund | report"')
    project.observe(
        "exports/customs/batch_2026-11-17_customs",
        '[[observation]]\nperiod = 2024\nvalue = 121\nsource = "Customs office"\n'
        '[[observation]]\nperiod = 2025\nvalue = 130\nsource = "Customs office"\n'
        'status = "provisional"',
    )
    project.edit('title = "Exports"', 'title = "Exports"\ntitle_ko = "수출액"')
    project.edit(
        'by = 2026, announced = 2021-01-15, document = "plan" }',
        'by = 2026, announced = 2021-01-15, document = "plan" }\n'
        '[[target.series]]\nid = "customs"\nunit = "USD bn"',
    )
    kpi("report")
    text = page(project, "2026-W47")
    for line in (
        "- exports/customs (Exports): 2024: USD 121 bn (published 2026-11-17; Customs office)",
        "- exports/customs (Exports): 2025: USD 130 bn (published 2026-11-17; provisional;"
        " Customs office)",
        "- fund/main (Money in the fund): 2025: KRW 250 bn (published 2026-11-18; Fund \\| report)",
    ):
        assert line in text.splitlines()
    assert "observations/" not in text
    html = (project.root / "reports" / "2026-W47.html").read_text("utf-8")
    assert "2025: USD 130 bn (published 2026-11-17; provisional; Customs office)" in html
    told = story(project, "2026-W47")["changes"]["observations"]
    assert told["new"] == [
        "observations/exports/customs/batch_2026-11-17_customs.toml",
        "observations/fund/2025_2026-11-18.toml",
    ]
    assert told["facts"][2] == {
        "id": "exports", "title": "Exports", "title_ko": "수출액", "series": "customs",
        "period": "2025", "value": 130.0, "bound": "=", "unit": "USD bn",
        "status": "provisional", "published": "2026-11-17", "source": "Customs office", "url": "",
        "file": told["new"][0], "state": "new", "before": None,
    }  # fmt: skip
    kpi("report", "--lang", "ko")
    line = "- exports/customs (수출액): 2025: 1,300억 달러 (2026-11-17 공표; 잠정; Customs office)"
    assert line in page(project, "2026-W47").splitlines()


def test_a_provisional_figure_that_became_final_is_told_as_such(
    kpi: Kpi, project: Project
) -> None:  # fmt: skip
    """The value stays, what is known of it does not: no revision, and no news of a value."""
    project.observe("fund/2024_2025-11-18", 'value = 250\nstatus = "provisional"')
    project.observe("fund/2025_2026-11-10", 'value = 300\nstatus = "provisional"')
    project.commit("Provisional", "2026-11-10")
    kpi("report", KPI_TODAY="2026-11-15")
    project.observe("fund/2024_2026-11-18", 'value = 250\nsource = "Final report"')
    project.observe("fund/2025_2026-11-18", 'value = 290\nsource = "Final report"')
    project.commit("Final", "2026-11-18")
    kpi("report")
    text, told = page(project, "2026-W47"), story(project, "2026-W47")["changes"]["observations"]
    assert (
        "- fund/main (Money in the fund): 2024: KRW 250 bn, unchanged (published 2026-11-18;"
        " provisional → final; Final report)"
    ) in text.splitlines()
    assert (
        "- fund/main (Money in the fund): 2025: KRW 300 bn → KRW 290 bn (published 2026-11-18;"
        " provisional → final; Final report)"
    ) in text.splitlines()
    (fact,) = told["facts"]
    assert (fact["state"], fact["status"], fact["before"]["status"]) == (
        "confirmed", "final", "provisional",
    )  # fmt: skip
    (revised,) = told["revised"]
    assert revised["status"] == {"before": "provisional", "after": "final"}
    assert told["new"] == ["observations/fund/2024_2026-11-18.toml"]
    shown = kpi("diff", "2026-11-15", "2026-11-22", "--lang", "ko").stdout
    assert "2024: 2,500억 원, 변동 없음 (2026-11-18 공표; 잠정 → 확정; Final report)" in shown


def test_a_new_figure_that_is_not_in_force_says_so(kpi: Kpi, project: Project) -> None:
    """Replaced within the same stretch, or a plan: it is told, and not as what counts."""
    project.observe("fund/2025_2026-11-16", "value = 240")
    project.observe("fund/2025_2026-11-18", "value = 250")
    project.observe("fund/2027_2026-11-18", 'value = 390\nstatus = "planned"')
    ran = kpi("diff", "2026-11-15", "2026-11-22", "-f", "json")
    states = {one["file"].rpartition("/")[2]: one["state"]
              for one in json.loads(ran.stdout)["observations"]["facts"]}  # fmt: skip
    assert states == {
        "2025_2026-11-16.toml": "replaced", "2025_2026-11-18.toml": "new",
        "2027_2026-11-18.toml": "uncounted",
    }  # fmt: skip
    shown = kpi("diff", "2026-11-15", "2026-11-22").stdout
    assert "2025: KRW 240 bn (published 2026-11-16; replaced already; no source recorded)" in shown
    assert "2025: KRW 250 bn (published 2026-11-18; no source recorded)" in shown
    assert "2027: KRW 390 bn (published 2026-11-18; planned; not judged; no source" in shown


def test_of_many_new_figures_the_latest_is_told_and_the_file(kpi: Kpi, project: Project) -> None:
    """Thirty figures in one file are one line, which counts them; a machine gets each."""
    kpi("report", KPI_TODAY="2026-11-15")
    rows = "".join(
        f'[[observation]]\nperiod = {2026 - n}\nvalue = {60 - n}\nsource = "Yearbook"\n'
        for n in range(1, 31)
    )
    project.observe("share/batch_2026-11-18_old", rows)
    project.observe("fund/2025_2026-11-18", 'value = 250\nsource = "Fund"')
    kpi("report")
    told = story(project, "2026-W47")["changes"]["observations"]
    fresh = [one for one in told["facts"] if one["id"] == "share"]
    assert len(told["revised"]) + len(fresh) == 30
    lines = page(project, "2026-W47").splitlines()
    assert f"- {len(fresh) + 1} new figures, files: 2; the latest of each target:" in lines
    assert (
        "- share/main (Share of firms that use it): 2022: 56 % (published 2026-11-18; Yearbook);"
        f" the latest of {len(fresh)} in observations/share/batch\\_2026-11-18\\_old.toml"
    ) in lines
    assert (
        "- fund/main (Money in the fund): 2025: KRW 250 bn (published 2026-11-18; Fund)"
    ) in lines


def test_without_the_old_records_no_cause_is_guessed(tmp_path: Path) -> None:
    """Outside of git the last report is still compared with, but one of its records is gone."""
    project = Project(tmp_path / "plain", repository=False)
    kpi = Kpi(project.root, KPI_TODAY="2026-11-15")
    kpi("report")
    project.observe("exports/2025_2026-02-01", "value = 199")
    project.edit('title = "Exports"', 'title = "Exports of goods"')
    kpi("report", KPI_TODAY="2026-11-22")
    found, text = story(project, "2026-W47"), page(project, "2026-W47")
    assert found["records"]["commit"] is None
    assert found["restated"]["causes_known"] is False
    assert found["restated"]["counts"] == {}
    assert found["restated"]["targets"] == {"new": [], "gone": []}
    assert [(one["id"], one["cause"]) for one in found["restated"]["changes"]] == [
        ("exports", None)
    ]
    assert [one["id"] for one in found["changes"]["changes"]] == ["centre"]
    assert "no cause can be told" in text
    assert "so 2026-11-15 is judged from today's records, too" in text.partition("## Restated")[0]
    assert "records not under version control" in text
    assert "rule changed" not in text


@pytest.mark.parametrize("repository", [True, False])
def test_what_is_recorded_after_a_report_of_uncommitted_records_is_new(
    tmp_path: Path, repository: bool
) -> None:
    """Though it was published before that report's day, and all was committed together later.

    The report names the files that its commit lacked; they lie there as they were.
    """
    project = Project(tmp_path / "uncommitted", repository=repository)
    kpi = Kpi(project.root, KPI_TODAY="2026-11-15")
    reported = project.observe("exports/2025_2026-02-01", "value = 130")
    kpi("report")
    file = "observations/exports/2025_2026-02-01.toml"
    apart = {one["file"]: one["sha256"] for one in story(project, "2026-W46")["records"]["apart"]}
    assert apart[file] == hashlib.sha256(reported.read_bytes()).hexdigest()
    assert (len(apart) == 1) is repository
    project.observe("fund/2025_2026-11-13", "value = 250")
    if repository:
        project.commit("Recorded before the report, and after it", "2026-11-16")
    kpi("report", KPI_TODAY="2026-11-22")
    found = story(project, "2026-W47")
    assert found["since"]["replayed"] is True
    assert found["changes"]["observations"]["new"] == ["observations/fund/2025_2026-11-13.toml"]
    assert [one["id"] for one in found["restated"]["changes"]] == ["fund"]
    assert [one["cause"] for one in found["restated"]["changes"]] == ["new data"]
    assert kpi("report", "--verify", "reports/2026-W47.json").code == 0


def test_records_that_were_committed_after_their_report_are_found_in_that_commit(
    kpi: Kpi, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A target was edited for it and again since, so that the folder holds neither; and a record
    was taken away. Of the commits after it, the first ones are looked into."""
    monkeypatch.setattr(provenance, "MOST_COMMITS", 1)
    project.edit("value = 400, by = 2028", "value = 300, by = 2028")
    gone = project.root / "observations/exports/2024_2025-02-01.toml"
    gone.unlink()
    kpi("report", KPI_TODAY="2026-11-15")
    apart = story(project, "2026-W46")["records"]["apart"]
    assert [one["file"] for one in apart] == [str(gone.relative_to(project.root)), "targets.toml"]
    assert apart[0]["sha256"] is None
    project.commit("As reported", "2026-11-16")
    project.edit("value = 300, by = 2028", "value = 200, by = 2028")
    project.commit("Softened", "2026-11-17")
    kpi("report")
    found = story(project, "2026-W47")
    assert (found["since"]["replayed"], found["records"]["apart"]) == (True, [])
    assert [
        (one["before"]["value"], one["after"]["value"]) for one in found["changes"]["goals"]
    ] == [(300, 200)]
    for ending in ("json", "md", "html"):
        ran = kpi("report", "--verify", f"reports/2026-W46.{ending}")
        assert (ran.code, "made again from its own records" in ran.stdout) == (0, True)


@pytest.mark.parametrize("how", [["--amend", "-m", "Said better"], ["--amend", "--author=A <a@b>"]])
def test_a_commit_that_was_amended_after_its_report_is_found_by_what_it_holds(
    kpi: Kpi, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: list[str]
) -> None:
    """As one that was rebased or squashed; a clone does not have the old one at all.

    Of all commits, the last ones are looked into.
    """
    monkeypatch.setattr(provenance, "MOST_COMMITS", 2)
    project.observe("exports/2022_2023-02-01", "value = 105")
    project.commit("Earlier exports", "2026-11-13")
    project.observe("exports/2025_2026-02-01", "value = 130")
    project.commit("Exports", "2026-11-14")
    kpi("report", KPI_TODAY="2026-11-15")
    project.git("add", "-A")
    project.git("commit", "-q", "--no-edit", *how, day="2026-11-16")
    project.observe("fund/2025_2026-11-13", "value = 250")
    project.commit("Fund", "2026-11-17")
    clone = tmp_path / "clone"
    project.git("clone", "-q", "--no-local", str(project.root), str(clone))  # what is reached
    there = Kpi(clone, KPI_TODAY="2026-11-22")
    assert there("report").code == 0
    found = json.loads((clone / "reports/2026-W47.json").read_text("utf-8"))
    assert found["since"]["replayed"] is True
    assert [one["cause"] for one in found["restated"]["changes"]] == ["new data"]
    for ending in ("json", "md", "html"):
        ran = there("report", "--verify", f"reports/2026-W46.{ending}")
        assert (ran.code, "made again from its own records" in ran.stdout) == (0, True)


def test_a_rule_that_says_otherwise_of_the_same_records_is_told(
    kpi: Kpi, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stored report of an older kpi had another verdict; the records are the same.

    A later kpi names the two that the rules were of, and not itself.
    """
    kpi("report", KPI_TODAY="2026-11-15")
    file = project.root / "reports" / "2026-W46.json"
    text = file.read_text("utf-8")
    text = text.replace(f'"version": "{VERSION}"', '"version": "0.0.9"', 1)
    start = text.index('"id": "exports"', text.index('"targets": [\n  {'))
    file.write_text(text[:start] + text[start:].replace('"behind"', '"possible"', 1), "utf-8")
    kpi("report")
    found = story(project, "2026-W47")
    for part in (found["changes"], found["restated"]):
        exports = next(one for one in part["changes"] if one["id"] == "exports")
        assert exports["verdict"] == {"before": "possible", "after": "behind"}
        assert exports["cause"] == "rule changed"
    for module in ("kpi.cli.reports.verify", "kpi.cli.commands.report"):
        monkeypatch.setattr(f"{module}.VERSION", "9.0.0")
    assert kpi("report", "--verify", "reports/2026-W47.json").code == 0


def test_weeks_without_a_report_are_named(kpi: Kpi, project: Project) -> None:
    """The next report tells that the schedule stood still; so does the turn of the year."""
    kpi("report", KPI_TODAY="2026-10-18")
    kpi("report", KPI_TODAY="2026-11-15")
    assert story(project, "2026-W46")["weeks_without_report"] == [
        "2026-W43", "2026-W44", "2026-W45",
    ]  # fmt: skip
    assert "no report for W43 to W45" in page(project, "2026-W46")
    kpi("report", KPI_TODAY="2026-11-29")
    assert "no report for W47**" in page(project, "2026-W48")
    kpi("report", KPI_TODAY="2027-01-13")
    assert "no report for 2026-W49 to 2027-W01" in page(project, "2027-W02")


def test_twice_writes_the_same_bytes(kpi: Kpi, project: Project) -> None:
    """Also after the report itself, or anything else than records, was committed."""
    first = kpi("report")
    assert first.stdout.count(": written;") == 3
    before = project.reports()
    stamps = [file.stat().st_mtime_ns for file in (project.root / "reports").iterdir()]
    assert kpi("report").stdout.count(": unchanged;") == 3
    assert stamps == [file.stat().st_mtime_ns for file in (project.root / "reports").iterdir()]
    (project.root / "notes.txt").write_text("notes\n")
    project.commit("Report and notes", "2026-11-23")
    again = kpi("report")
    assert (again.code, again.stdout.count(": unchanged;"), again.stderr) == (0, 3, "")
    assert project.reports() == before


def test_what_is_no_report_is_not_replaced(kpi: Kpi, project: Project) -> None:
    """Somebody's own notes may have the name of a week."""
    notes = project.root / "reports/2026-W47.md"
    notes.parent.mkdir()
    notes.write_text("# my own notes\n")
    ran = kpi("report")
    assert (ran.code, ran.stdout) == (6, "")
    assert "reports/2026-W47.md is not a report that kpi wrote" in ran.stderr
    assert project.reports() == {"2026-W47.md": b"# my own notes\n"}
    notes.unlink()
    assert kpi("report").code == 0


def test_other_records_replace_the_report_of_the_same_week(kpi: Kpi, project: Project) -> None:
    """Whole, and said so; the footer says that they were not committed."""
    kpi("report")
    before = project.reports()
    project.observe("fund/2025_2026-11-18", "value = 250")
    ran = kpi("report")
    assert ran.stdout.count(": replaced;") == 3
    assert "with uncommitted changes" in ran.stdout
    after = project.reports()
    assert before.keys() == after.keys()
    assert before["2026-W47.md"] != after["2026-W47.md"]
    assert story(project, "2026-W47")["records"]["uncommitted"] is True
    assert "with uncommitted changes" in page(project, "2026-W47")


def test_the_footer_names_what_it_was_made_from(kpi: Kpi, project: Project) -> None:
    """The commit of the records, version, clocks, counts, and the digest of the records."""
    commit = project.git("rev-parse", "HEAD").strip()
    kpi("report")
    lines = page(project, "2026-W47").splitlines()
    foot = lines[lines.index("---") + 2]
    names = ["targets.toml", *sorted(
        str(file.relative_to(project.root)) for file in project.root.rglob("observations/**/*.toml")
    )]  # fmt: skip
    digest = hashlib.sha256()
    for name in names:
        data = (project.root / name).read_bytes()
        digest.update(f"{len(data)} {name}\0".encode() + data)
    assert foot == (
        f"kpi {VERSION} · records of commit {commit[:10]} · 5 targets, 6 observations"
        f" · judged for 2026-11-22 · known by 2026-11-22 · Asia/Seoul"
        f" · SHA-256 {digest.hexdigest()}"
    )


CLOSED = """\
title = "One"
[[target]]
id = "one"
title = "One"
unit = "%"
direction = "up"
ceiling = 100
baseline = { period = 2020, value = 1 }
goal = { value = 30, by = 2030 }
closed = { on = 2026-01-01, as = "dropped", why = "no longer wanted" }
"""


def test_one_target_is_counted_as_one_and_once_closed_its_rules_are_no_news(tmp_path: Path) -> None:
    """On a closed target nobody waits for the rules to agree."""
    kpi = Kpi(tmp_path, KPI_TODAY="2026-11-22")
    named = []
    for text in (CLOSED.replace("closed", "# closed"), CLOSED):
        (tmp_path / "targets.toml").write_text(text, "utf-8")
        for year, value in ((2021, 1.6), (2022, 2.9), (2023, 4.5)):
            file = tmp_path / "observations" / "one" / f"{year}_2025-01-01.toml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"value = {value}\n", "utf-8")
        kpi("report")
        found = json.loads((tmp_path / "reports" / "2026-W47.json").read_bytes())
        named.append(found["methods_split"])
    assert named == [["one"], []]
    text = (tmp_path / "reports" / "2026-W47.md").read_text("utf-8")
    assert " · 1 target, 3 observations · " in text


def test_korean(kpi: Kpi, project: Project) -> None:
    """Every heading has its Korean; the JSON is the same in both languages but for the stamp."""
    kpi("report")
    english = story(project, "2026-W47")
    kpi("report", "--lang", "ko")
    text = page(project, "2026-W47")
    assert all(re.search("[가-힣]", heading) for heading in headings(text))
    assert "기한 경과" in text
    assert story(project, "2026-W47") == english
    assert kpi("report", "--verify", "reports/2026-W47.md").code == 0


def sections(text: str) -> dict[str, str]:
    """What stands under each heading of a page."""
    _, *parts = re.split(r"(?m)^## ", text)
    return dict(part.split("\n", 1) for part in parts)


#: Korean titles, and flags for a target off track and due, a stale and an overdue one.
TOLD = (
    ('title = "Exports"', 'title = "Exports"\ntitle_ko = "수출액"'),
    ('by = 2026, announced = 2021-01-15, document = "plan" }',
     'by = 2026, announced = 2021-01-15, document = "plan" }\n'
     'superseded = { on = 2025-01-01, by = "share" }'),
    ('title = "A centre is opened"', 'title = "A centre is opened"\ntitle_ko = "센터 개소"'),
    ('title = "Money in the fund"', 'title = "Money in the fund"\ntitle_ko = "기금 조성액"'),
    ('title = "Share in a survey that was given up"',
     'title = "Share in a survey that was given up"\ntitle_ko = "중단된 조사의 비중"'),
)  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "titles"),
    [
        ("en", {"exports": "Exports", "centre": "A centre is opened", "fund": "Money in the fund",
                "survey": "Share in a survey that was given up"}),
        ("ko", {"exports": "수출액", "centre": "센터 개소", "fund": "기금 조성액",
                "survey": "중단된 조사의 비중"}),
    ],
)  # fmt: skip
def test_every_table_names_the_target_and_its_flags(
    kpi: Kpi, project: Project, lang: str, titles: dict[str, str]
) -> None:
    """Whoever gets the report by mail knows no ids; and no caveat is left to `kpi status`."""
    for old, new in TOLD:
        project.edit(old, new)
    project.observe("exports/2025_2026-11-18", 'value = 121\nstatus = "provisional"')
    kpi("report", "--lang", lang)
    text = page(project, "2026-W47")
    blind, changed, off_track, due_soon, overdue, stale, _, _, split, _ = sections(text).values()
    for id_, of in (("exports", off_track), ("exports", due_soon), ("exports", split),
                    ("survey", stale), ("centre", overdue), ("centre", changed)):  # fmt: skip
        assert f"| {id_} | {titles[id_]} |" in of
    for id_ in ("fund", "centre", "survey"):
        assert f"{id_} ({titles[id_]})" in blind
    superseded, provisional = {"en": ("superseded", "provisional"), "ko": ("대체됨", "잠정치")}[
        lang
    ]
    for of in (off_track, due_soon, split):
        (row,) = [line for line in of.splitlines() if line.startswith("| exports |")]
        assert superseded in row
        assert provisional in row
    html = (project.root / "reports" / "2026-W47.html").read_text("utf-8")
    week = html[: html.index('id="_overview"')]
    assert f">{titles['exports']}<" in week
    assert superseded in week
    assert f"</a> ({titles['fund']})" in week


def test_a_closed_target_is_counted_apart(kpi: Kpi, project: Project) -> None:
    """Dropped without a figure, it is no blind spot: nobody waits for one."""
    project.edit(
        'title = "Money in the fund"',
        'title = "Money in the fund"\nclosed = { on = 2024-08-26, as = "dropped", why = "x" }',
    )
    kpi("report")
    found, text = story(project, "2026-W47"), page(project, "2026-W47")
    assert found["blind_spots"]["closed"] == 1
    assert [one["what"] for one in found["blind_spots"]["lacks"]] == ["overdue", "stale"]
    assert found["counts"]["lights"]["closed"] == 1
    line = f"2 of 5 {CURRENT}; the others: 1 overdue, 1 stale; 1 closed"
    assert f"**{line}**" in text
    assert "fund" not in sections(text)["Blind spots"]
    assert kpi("status").stdout.startswith(f"{line}\n")
    korean = kpi("status", "--lang", "ko").stdout.splitlines()[0]
    assert korean.endswith("나머지: 기한 경과 1, 오래된 자료 1; 종결 1")
    said = json.loads(kpi("export", "-f", "badge").stdout)["message"]
    assert said == "2 of 5 on track or met, 2 off track, 1 without current data, 1 closed"


@pytest.mark.parametrize("quiet", [True, False])
def test_quiet_is_silent_on_success_and_one_line_on_failure(
    kpi: Kpi, project: Project, quiet: bool
) -> None:  # fmt: skip
    """What cron mails is one line, and its exit code is not 0."""
    options = ["--quiet"] if quiet else []
    ran = kpi("report", *options)
    assert (ran.code, ran.stderr, bool(ran.stdout)) == (0, "", not quiet)
    project.observe("share/2025_2026-11-20", "value = nonsense")
    project.observe("exports/2025_2026-02-01", "value = ")
    before = project.reports()
    ran = kpi("report", *options)
    assert ran.code == 4
    assert ran.stdout == ""
    assert (ran.stderr.count("\n") == 1) is quiet
    assert "2 problems" in ran.stderr.splitlines()[-1]
    assert project.reports() == before


def test_nothing_to_judge_is_no_success(kpi: Kpi, project: Project) -> None:
    """Before anything was announced there is no report, and no empty folder either."""
    ran = kpi("report", KPI_TODAY="2020-06-01")
    assert (ran.code, ran.stdout) == (5, "")
    assert not (project.root / "reports").exists()
    (project.root / "reports").mkdir()  # as somebody else has made it
    assert kpi("report", KPI_TODAY="2020-06-01").code == 5
    assert (project.root / "reports").is_dir()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--week", "2026-W48"], "begins on 2026-11-23; today is 2026-11-22"),
        (["--week", "2025-W53"], "2025-W53 is not a week; write one such as 2026-W47"),
        (["--week", "2026-11"], "is not a week"),
        (["--week", "W47"], "W47 is not a week; write one such as 2026-W47"),
        (["2026-w47"], "a week is an option: kpi report --week 2026-W47"),
        (["--lang", "de"], "--lang"),
        (["--verify", "x.md", "--week", "2026-W47"], "leave out --week"),
        (["--verify", ""], "--verify: names nothing; write the report's path"),
        (["--out", ""], "--out: names nothing; write a path, or leave the option out"),
    ],
)
def test_a_wrong_command_line(
    kpi: Kpi, project: Project, arguments: list[str], said: str
) -> None:  # fmt: skip
    """Each says what is wrong, ends with 2 and writes nothing."""
    ran = kpi("report", *arguments)
    assert ran.code == 2
    assert said in ran.stderr
    assert not list((project.root / "reports").glob("2026-W47*"))


@pytest.mark.parametrize("out", ["targets.toml", "targets.toml/reports"])
def test_a_folder_that_cannot_be_is_said(kpi: Kpi, out: str) -> None:
    """What cannot be written ends with 74, in one line."""
    ran = kpi("report", "--out", out)
    assert (ran.code, ran.stdout, ran.stderr.count("\n")) == (74, "", 1)


def test_a_broken_earlier_report_stops_the_next(kpi: Kpi, project: Project) -> None:
    """To pass over it would hide a gap."""
    folder = project.root / "reports"
    folder.mkdir()
    for text in ("", "{}", "[]", '{"schema": "kpi.report/1"}', "[" * 10000):
        (folder / "2026-W46.json").write_text(text)
        ran = kpi("report")
        assert ran.code == 4
        assert "2026-W46.json is not a report that kpi wrote" in ran.stderr


def test_a_shallow_clone_is_refused(tmp_path: Path, kpi: Kpi, project: Project) -> None:
    """Its history would name another commit; the remedy is named."""
    project.observe("fund/2025_2026-11-18", "value = 250")
    project.commit("More", "2026-11-20")
    clone = tmp_path / "clone"
    project.git("clone", "-q", "--depth", "1", f"file://{project.root}", str(clone))
    ran = Kpi(clone, KPI_TODAY="2026-11-22")("report")
    assert ran.code == 6
    assert "fetch-depth: 0" in ran.stderr
    assert not (clone / "reports").exists()


def test_records_that_a_sparse_checkout_leaves_out_are_missed(kpi: Kpi, project: Project) -> None:
    """A report without them would tell them as taken away."""
    kpi("report", KPI_TODAY="2026-11-15")
    project.git("sparse-checkout", "init", "--cone")
    project.git("sparse-checkout", "set", "reports", "observations/share")
    ran = kpi("report")
    assert (ran.code, ran.stdout) == (6, "")
    assert "records that a sparse checkout leaves out: 3 (observations/exports/" in ran.stderr
    assert ran.stderr.endswith("); bring them here: git sparse-checkout disable\n")
    assert "…" not in ran.stderr  # all three are named
    project.git("sparse-checkout", "disable")
    assert kpi("report").code == 0


def test_text_of_strangers_is_text(kpi: Kpi, project: Project) -> None:
    """A target's words neither leave the table nor the comment at the end."""
    project.edit('"Exports"', '"Ex | <b>ports</b> --> @all"')
    project.edit('title = "Targets of a small | ministry"', 'title = "--> <script> *x*"')
    project.edit("by = 2026, announced", "by = 2027, announced")
    kpi("report", KPI_TODAY="2026-11-15")
    file = project.root / "reports" / "2026-W46.json"
    file.write_text(file.read_text("utf-8").replace(VERSION, "--> <script>", 1), "utf-8")
    kpi("report")
    text = page(project, "2026-W47")
    assert "<script>" not in text
    assert "<b>" not in text
    assert text.count("-->") == 1
    assert kpi("report", "--verify", "reports/2026-W47.md").code == 0


def test_a_repository_that_is_none_any_more_is_no_folder_without_one(
    kpi: Kpi, project: Project
) -> None:
    """A good report would be replaced by one that says that nothing is under version control."""
    kpi("report")
    before = project.reports()
    (project.root / ".git/HEAD").write_text("rubbish")
    ran = kpi("report")
    assert (ran.code, ran.stdout, project.reports()) == (6, "", before)
    assert f"the .git in or above {project.root} is no repository; see git" in ran.stderr
    shutil.rmtree(project.root / ".git")
    (project.root / ".git").write_text("gitdir: /nonexistent\n")
    ran = kpi("report")
    assert (ran.code, ran.stdout, project.reports()) == (6, "", before)
    assert "is no repository" in kpi("log").stderr


def test_an_empty_folder_where_a_repository_would_be_is_none(kpi: Kpi, project: Project) -> None:
    """git passes it over, wherever it lies."""
    shutil.rmtree(project.root / ".git")
    (project.root / ".git").mkdir()
    ran = kpi("report")
    assert ran.code == 0
    assert "not under version control" in (project.root / "reports/2026-W47.md").read_text()
    assert "is not in a git repository" in kpi("log").stderr


def test_a_repository_above_where_a_link_leads_to(project: Project, tmp_path: Path) -> None:
    """git looks there, and so do we: the records are under version control by any name."""
    ledger = project.root / "ledger"
    ledger.mkdir()
    for name in ("targets.toml", "observations"):
        (project.root / name).rename(ledger / name)
    commit = project.commit("Into a folder", "2026-11-01")
    (tmp_path / "link").symlink_to(ledger)
    ran = Kpi(tmp_path, KPI_TODAY="2026-11-22")("report", "--project", "link")
    assert ran.code == 0
    assert ran.stdout.count(f"records of commit {commit[:10]}\n") == 3


def test_records_that_git_cannot_hand_out_are_not_called_uncommitted(
    kpi: Kpi, project: Project
) -> None:
    """As in a partial clone: whether the folder's records are the commit's is not known."""
    sha = project.git("rev-parse", "HEAD:targets.toml").strip()
    (project.root / f".git/objects/{sha[:2]}/{sha[2:]}").unlink()
    ran = kpi("report")
    assert (ran.code, ran.stdout) == (6, "")
    assert f"lacks the object {sha}" in ran.stderr


def test_a_report_of_versioned_records_needs_git(project: Project, tmp_path: Path) -> None:
    """It would say that they are not under version control, and could never be verified."""
    found = Kpi(project.root, KPI_TODAY="2026-11-22", PATH=str(tmp_path))("report")
    assert found.code == 6
    assert "there is no git program; install git" in found.stderr
    assert not list((project.root / "reports").glob("2026-W47*"))
