"""Reports that lie there already: which files are one, and from which records each was made."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from kpi.cli import project as folder
from kpi.cli.exits import Stop
from kpi.cli.reports import provenance
from kpi.cli.reports.stored import LARGEST, earlier, weeks
from kpi.facts.periods import Period
from tests.report.projects import Project
from tests.report.test_story import page, story
from tests.run import Kpi

W46, W47 = "reports/2026-W46.json", "reports/2026-W47.md"


@pytest.fixture
def reported(kpi: Kpi, project: Project) -> Project:
    """The project with the report of the week before."""
    assert kpi("report", KPI_TODAY="2026-11-15").code == 0
    return project


@pytest.mark.parametrize(
    "name", ["2026-W45.json.orig", "x2026-W45.json", "2025-W53.json", "2026-w45.json"]
)
def test_what_has_not_the_name_of_a_week_is_no_report(
    kpi: Kpi, reported: Project, name: str
) -> None:
    """It is neither read nor taken for the last one."""
    (reported.root / "reports" / name).write_text("mine", "utf-8")
    (reported.root / W46).unlink()
    assert kpi("report").code == 0
    assert story(reported, "2026-W47")["since"]["week"] is None


def test_weeks_come_in_their_order_however_the_system_lists_them(tmp_path: Path) -> None:
    """The last one is what the next report is compared with."""
    names = [f"2026-W{week:02}" for week in range(1, 53)]
    for name in names[::2] + names[1::2]:
        (tmp_path / f"{name}.json").touch()
    assert [str(week) for week in weeks(str(tmp_path))] == names


#: What somebody may have made of a part of a report in JSON.
SPOILT: tuple[dict[str, object], ...] = (
    {"schema": "kpi.report/2"},
    {"targets": None}, {"targets": [{"id": "share"}]}, {"targets": ["share"]},
    {"targets": [{"id": [], "verdict": "met"}]}, {"targets": [{"id": 5, "verdict": "met"}]},
    {"targets": [{"id": "share", "verdict": None}]}, {"records": None}, {"version": 5},
    {"records": {"commit": 5, "uncommitted": False, "sha256": "00"}}, {"since": None},
    {"records": {"commit": None, "uncommitted": True, "sha256": 5}}, {"on": 20261115},
    {"records": {"commit": None, "uncommitted": True, "sha256": "00", "apart": 5}},
    {"records": {"commit": None, "uncommitted": True, "sha256": "00", "apart": [5]}},
    {"since": {"week": "2026-W45", "sha256": 5, "replayed": True}}, {"as_of": "yesterday"},
    {"since": {"week": "2026", "sha256": "00", "replayed": True}}, {"week": "2026-W45"},
)  # fmt: skip


def test_an_earlier_report_that_says_what_none_says_is_none(reported: Project) -> None:
    """Whatever was made of it, it is said to be no report; kpi is not at fault."""
    path, week = reported.root / W46, Period.parse("2026-W46")
    assert earlier(str(path.parent), week).verdicts["exports"] == "behind"
    sound = json.loads(path.read_text("utf-8"))
    for part in SPOILT:
        path.write_text(json.dumps(sound | part), "utf-8")
        with pytest.raises(Stop, match="is not a report that kpi wrote"):
            earlier(str(path.parent), week)


def test_a_page_goes_by_its_own_records_whatever_lies_beside_it(kpi: Kpi, project: Project) -> None:
    """JSON names the files that the commit lacked: that of the same records, if it is there."""
    path = project.root / W47
    project.observe("fund/2025_2026-11-18", "value = 250")
    kpi("report")
    said = path.read_bytes()
    project.commit("Recorded, and reported before", "2026-11-23")
    project.observe("fund/2025_2026-11-18", "value = 200")
    kpi("report")
    path.write_bytes(said)
    assert kpi("report", "--verify", W47).code == 0
    path.with_suffix(".json").unlink()
    assert kpi("report", "--verify", W47).code == 0


def test_a_folder_is_no_report(kpi: Kpi, reported: Project) -> None:
    """The command line names the wrong thing."""
    ran = kpi("report", "--verify", "reports")
    assert (ran.code, ran.stdout) == (2, "")
    assert "reports could not be read" in ran.stderr


def test_what_no_report_can_be_is_not_read(kpi: Kpi, reported: Project) -> None:
    """A file of many megabytes, and a pipe from which nobody writes."""
    path = reported.root / W46
    os.truncate(path, LARGEST + 1)
    ran = kpi("report", "--verify", W46)
    assert (ran.code, ran.stdout) == (6, "")
    path.unlink()
    os.mkfifo(path)
    assert kpi("report", "--verify", W46).code == 6


@pytest.mark.parametrize("kind", ["large", "pipe", "link", "folder"])
def test_what_cannot_be_read_is_not_replaced(kpi: Kpi, project: Project, kind: str) -> None:
    """Whatever has the name of a report and is none stays, and nothing is written beside it."""
    path = project.root / W47
    path.parent.mkdir()
    if kind == "large":
        path.touch()
        os.truncate(path, LARGEST + 1)
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "link":
        path.symlink_to("../elsewhere/report.md")
    else:
        path.mkdir()
    before = os.lstat(path).st_ino
    ran = kpi("report")
    assert (ran.code, ran.stdout) == (6, "")
    assert f"{W47} is not a report that kpi wrote, and is not replaced" in ran.stderr
    assert (os.lstat(path).st_ino, os.listdir(path.parent)) == (before, [path.name])


def test_a_title_that_looks_like_the_end_or_the_start_of_a_report_is_text(
    kpi: Kpi, reported: Project
) -> None:
    """What a report says of itself stands at its end, and what it is, in its first letters."""
    mark = '<!-- kpi.report/1 {\\"schema\\": 1} -->'
    reported.edit('title = "Exports"', f'title = "<!DOCTYPE html> {mark}"')
    reported.commit("A strange title", "2026-11-17")
    kpi("report")
    for ending in ("md", "html", "json"):
        assert kpi("report", "--verify", f"reports/2026-W47.{ending}").code == 0


@pytest.mark.parametrize("commit", ["a" * 41, "a" * 39, "a" * 40 + "^{tree}", "a" * 40 + "\n"])
def test_a_commit_has_forty_digits_or_sixty_four(kpi: Kpi, reported: Project, commit: str) -> None:
    """Nothing that follows them is handed to git."""
    named(reported, commit)
    ran = kpi("report", "--verify", W46)
    assert (ran.code, ran.stdout) == (4, "")
    assert "is not a report that kpi wrote" in ran.stderr


def test_a_report_of_a_repository_with_longer_names_is_one(kpi: Kpi, reported: Project) -> None:
    """SHA-256 has 64 digits; here, no such commit is known, and the folder is asked."""
    named(reported, "a" * 64)
    ran = kpi("report", "--verify", W46)
    assert (ran.code, "made again from the folder" in ran.stdout) == (0, True)


def named(project: Project, commit: str) -> None:
    """Lets the report of the week before name another commit."""
    path = project.root / W46
    text = re.sub(r'(?<="commit": )"[0-9a-f]{40}"', lambda _: json.dumps(commit), path.read_text())
    path.write_text(text, "utf-8")


def test_of_uncommitted_records_the_folder_is_asked(kpi: Kpi, project: Project) -> None:
    """Their commit holds others; the report says so itself."""
    project.observe("fund/2024_2026-11-18", "value = 100")
    kpi("report")
    ran = kpi("report", "--verify", W47)
    assert (ran.code, "made again from the folder" in ran.stdout) == (0, True)


def test_records_that_the_last_commit_lacks_are_uncommitted(kpi: Kpi, project: Project) -> None:
    """It took targets.toml out of version control, and the file lies there all the same."""
    project.git("rm", "-q", "--cached", "targets.toml")
    project.git("commit", "-q", "-m", "Not here", day="2026-10-02")
    kpi("report")
    assert story(project, "2026-W47")["records"]["uncommitted"] is True


@pytest.mark.parametrize(
    "where",
    ["outside of git", "before the first commit", "beside what is committed", "without git"],
)
def test_without_a_commit_the_records_are_uncommitted(tmp_path: Path, where: str) -> None:
    """And the report says that they are not under version control."""
    project = Project(tmp_path / "plain", repository=False)
    if where in ("before the first commit", "beside what is committed"):
        project.git("init", "-q", "-b", "main")
    if where == "beside what is committed":
        project.git("commit", "-q", "--allow-empty", "-m", "Something else", day="2026-10-02")
    kpi = Kpi(project.root, KPI_TODAY="2026-11-22")
    if where == "without git":
        kpi.environment["PATH"] = str(tmp_path)
    kpi("report")
    records = story(project, "2026-W47")["records"]
    assert (records["commit"], records["uncommitted"]) == (None, True)
    assert "records not under version control" in page(project, "2026-W47")
    assert kpi("report", "--verify", W47).code == 0


def test_of_very_many_files_that_no_commit_has_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None and many are not the same. As long as none has changed, the past is replayed."""
    project = Project(tmp_path / "plain", repository=False)
    kpi = Kpi(project.root, KPI_TODAY="2026-11-15")
    there = sum(1 for _ in project.root.rglob("*.toml"))
    for most, named in ((there, there), (there - 1, None)):
        monkeypatch.setattr(provenance, "MOST_APART", most)
        kpi("report")
        apart = story(project, "2026-W46")["records"]["apart"]
        assert (apart and len(apart)) == named
    kpi("report", KPI_TODAY="2026-11-22")
    assert story(project, "2026-W47")["since"]["replayed"] is True


def test_records_that_are_not_those_of_the_last_report_replay_nothing(
    kpi: Kpi, reported: Project
) -> None:
    """Its commit is there, and holds other records than it was made from."""
    recorded_from(reported, sha256="0" * 64)
    kpi("report")
    assert story(reported, "2026-W47")["since"]["replayed"] is False


def test_records_that_are_no_longer_sound_replay_nothing(kpi: Kpi, reported: Project) -> None:
    """An earlier kpi has let pass what this one finds wrong."""
    wrong = reported.observe("fund/2024_2025-02-01", 'value = "much"')
    reported.commit("Wrong", "2026-11-16")
    digest = provenance.digest(folder.tree(str(reported.root), None))
    recorded_from(reported, commit=reported.git("rev-parse", "HEAD").strip(), sha256=digest)
    wrong.unlink()
    reported.commit("Right", "2026-11-17")
    assert kpi("report").code == 0
    assert story(reported, "2026-W47")["since"]["replayed"] is False


def recorded_from(reported: Project, **records: str) -> None:
    """Lets the report of the week before say so of its records."""
    path = reported.root / W46
    document = json.loads(path.read_text("utf-8"))
    document["records"] |= records
    path.write_text(json.dumps(document), "utf-8")


def test_a_link_in_the_last_commit_that_leads_out_holds_no_records(
    kpi: Kpi, reported: Project
) -> None:
    """The file that has taken its place since lies there uncommitted."""
    target = reported.root / "targets.toml"
    target.rename(reported.root.parent / "targets.toml")
    target.symlink_to("../targets.toml")
    reported.commit("A link", "2026-11-16")
    target.unlink()
    (reported.root.parent / "targets.toml").rename(target)
    assert kpi("report").code == 0
    assert story(reported, "2026-W47")["records"]["uncommitted"] is True


def test_several_reports_are_each_verified(kpi: Kpi, reported: Project) -> None:
    """The last one alone was: a spoilt report passed beside a sound one."""
    kpi("report")
    names = ("reports/2026-W47.json", "reports/2026-W47.html", W47)
    options = [word for name in names for word in ("--verify", name)]
    ran = kpi("report", *options)
    assert (ran.code, ran.stdout.count("identical")) == (0, 3)
    page = reported.root / W47
    page.write_text(page.read_text("utf-8") + "more\n", "utf-8")
    ran = kpi("report", *options[4:], *options[:4], "--verify", "nowhere.json")
    assert (ran.code, ran.stdout.count("identical")) == (2, 2)
    assert "2026-W47.md differs" in ran.stderr
