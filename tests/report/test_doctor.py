"""`kpi doctor` finds each thing that makes a scheduled run fail silently, and says what to do."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from kpi.cli import doctor_checks
from kpi.cli.program import executable
from tests.report.projects import Project
from tests.run import Kpi


def found(kpi: Kpi, *arguments: str, **environment: str) -> dict[str, dict[str, str]]:
    """The findings by the name of their check; the exit code fits them."""
    ran = kpi("doctor", "--format", "json", *arguments, **environment)
    document: dict[str, Any] = json.loads(ran.stdout)
    assert document["schema"] == "kpi.doctor/1"
    levels = [one["level"] for one in document["findings"]]
    assert document["problems"] == levels.count("problem")
    assert document["warnings"] == levels.count("warning")
    assert ran.code == (4 if "problem" in levels else 0)
    assert all(bool(one["remedy"]) == (one["level"] != "ok") for one in document["findings"])
    return {one["check"]: one for one in document["findings"]}


@pytest.fixture
def well(kpi: Kpi, project: Project, own_home: Path) -> Kpi:
    """A project in which all is well: a report of this week, committed, and an identity."""
    (own_home / ".gitconfig").write_text("[user]\nname = Analyst\nemail = a@example.org\n")
    kpi("report")
    project.commit("Report", "2026-11-22")
    return kpi


def test_all_is_well(well: Kpi, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every check is fine, the exit code is 0, and `--quiet` says nothing."""
    monkeypatch.setattr(doctor_checks, "CRON_PATH", os.path.dirname(executable()[0]))
    levels = {name: one["level"] for name, one in found(well).items()}
    assert levels == dict.fromkeys(levels, "ok")
    assert {
        "python", "cron-path", "path", "locale", "home", "records", "timezone", "git", "history",
        "tree", "reports-tree", "identity", "reports", "last-report", "weeks",
    } == set(levels)  # fmt: skip
    ran = well("doctor", "--quiet")
    assert (ran.code, ran.stdout, ran.stderr) == (0, "", "")
    assert well("doctor").stdout.endswith("0 problems, 0 warnings, 15 ok\n")


def test_kpi_is_not_where_cron_looks(well: Kpi) -> None:
    """A virtual environment is not on cron's PATH; the printed line has the whole path."""
    one = found(well)["cron-path"]
    assert one["level"] == "warning"
    assert "/usr/bin:/bin" in one["what"]
    assert "kpi schedule --print cron" in one["remedy"]


def test_whoever_calls_it_by_its_path_needs_no_other(well: Kpi) -> None:
    """A kpi that is on no PATH of this shell is no fault; only cron goes by one."""
    one = found(well, PATH="/nowhere")["path"]
    assert (one["level"], executable()[0] in one["what"]) == ("ok", True)


def test_another_kpi_comes_first(well: Kpi, tmp_path: Path) -> None:
    """The name alone would run a stranger; a link to this one is this one."""
    other = tmp_path / "bin" / "kpi"
    other.parent.mkdir()
    other.write_text("#!/bin/sh\n")
    other.chmod(0o755)
    path = f"{other.parent}:{os.environ['PATH']}"
    one = found(well, PATH=path)["path"]
    assert (one["level"], str(other) in one["what"]) == ("warning", True)
    other.unlink()
    other.symlink_to(executable()[0])
    assert found(well, PATH=path)["path"]["level"] == "ok"


def test_an_old_python(well: Kpi, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below 3.11 nothing is promised."""
    monkeypatch.setattr(sys, "version_info", (3, 10, 4, "final", 0))
    one = found(well)["python"]
    assert (one["level"], one["what"]) == ("problem", "Python is 3.10.4")


def test_a_locale_that_cannot_say_it(well: Kpi, monkeypatch: pytest.MonkeyPatch) -> None:
    """A warning, because files are UTF-8 in any case."""
    monkeypatch.setattr("locale.getpreferredencoding", lambda do_setlocale: "ANSI_X3.4-1968")
    assert found(well)["locale"]["level"] == "warning"


@pytest.mark.parametrize("home", ["/dev/null", "/dev/null/below"])
def test_a_home_that_cannot_be_written(well: Kpi, home: str) -> None:
    """A warning, because the report is written all the same."""
    assert found(well, HOME=home)["home"]["level"] == "warning"


def test_no_project(tmp_path: Path) -> None:
    """The installation is looked at all the same."""
    (tmp_path / "empty").mkdir()
    findings = found(Kpi(tmp_path / "empty"))
    assert findings["project"]["level"] == "problem"
    assert "there is no targets.toml here" in findings["project"]["what"]
    assert "python" in findings
    assert "git" not in findings


def test_records_with_problems(well: Kpi, project: Project) -> None:
    """And an unknown time zone, which is one of them."""
    project.edit("Asia/Seoul", "Asia/Soul")
    one = found(well)["records"]
    assert (one["level"], one["remedy"]) == ("problem", "see kpi check")
    (project.root / "targets.toml").write_text("schema = 1\ntitle = 'x'\ntimezone = 'UTC'\n")
    for file in project.root.rglob("observations/**/*.toml"):
        file.unlink()
    assert found(well)["records"]["what"] == "there is no target"


def test_a_machine_without_time_zones(well: Kpi, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slim container lacks tzdata."""
    monkeypatch.setattr("kpi.cli.project.zone", lambda name: None)
    one = found(well)["timezone"]
    assert (one["level"], "tzdata" in one["remedy"]) == ("problem", True)


def test_no_git(well: Kpi, tmp_path: Path) -> None:
    """Neither the program, nor a repository, nor a commit."""
    one = found(well, PATH=str(tmp_path))["git"]
    assert (one["level"], one["what"]) == ("problem", "there is no git program")
    plain = Project(tmp_path / "plain", repository=False)
    one = found(Kpi(plain.root, KPI_TODAY="2026-11-22"))["git"]
    assert (one["level"], "git init" in one["remedy"]) == ("problem", True)
    plain.git("init", "-q")
    one = found(Kpi(plain.root, KPI_TODAY="2026-11-22"))["git"]
    assert (one["level"], one["what"]) == ("problem", "the repository has no commit yet")


def test_a_shallow_clone(well: Kpi, project: Project, tmp_path: Path) -> None:
    """With the remedy for a workflow."""
    clone = tmp_path / "clone"
    project.git("clone", "-q", "--depth", "1", f"file://{project.root}", str(clone))
    one = found(Kpi(clone, KPI_TODAY="2026-11-22"))["history"]
    assert (one["level"], "fetch-depth: 0" in one["remedy"]) == ("problem", True)


def test_a_partial_clone(well: Kpi, project: Project, tmp_path: Path) -> None:
    """It cannot say what was known before, and `kpi log` fails in it."""
    project.edit('title = "Exports"', 'title = "Exports of goods"')
    project.commit("Another title", "2026-11-21")
    project.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    project.git("clone", "-q", "--filter=blob:none", f"file://{project.root}", str(clone))
    one = found(Kpi(clone, KPI_TODAY="2026-11-22"))["history"]
    assert (one["level"], "without --filter" in one["remedy"]) == ("warning", True)
    assert one["what"] == "objects of the records' history that this clone lacks: 1"
    clone = tmp_path / "treeless"
    project.git("clone", "-q", "--filter=tree:0", f"file://{project.root}", str(clone))
    one = found(Kpi(clone, KPI_TODAY="2026-11-22"))["history"]
    assert (one["level"], "without --filter" in one["remedy"]) == ("problem", True)


def test_a_sparse_checkout(well: Kpi, project: Project) -> None:
    """What it leaves out is committed and not in the folder, so that nothing is judged by it."""
    project.git("sparse-checkout", "init", "--cone")
    project.git("sparse-checkout", "set", "reports", "observations/share")
    one = found(well)["tree"]
    assert (one["level"], one["remedy"]) == (
        "problem", "bring them here: git sparse-checkout disable"
    )  # fmt: skip
    assert "records that a sparse checkout leaves out: 3 (observations/exports/" in one["what"]
    checked = well("check")
    assert checked.code == 0
    assert f"observations: warning: {one['what']}; {one['remedy']}" in checked.stdout.replace(
        chr(10), " "
    )
    assert "스파스 체크아웃" in well("check", "--lang", "ko").stdout
    project.git("sparse-checkout", "disable")
    assert "sparse" not in well("check").stdout


def test_what_is_not_committed(well: Kpi, project: Project) -> None:
    """Observations and reports, by their names; other files are nobody's business here."""
    (project.root / "notes.txt").write_text("")
    assert found(well)["tree"]["level"] == "ok"
    project.observe("fund/2025_2026-11-18", "value = 250")
    one = found(well)["tree"]
    assert one["level"] == "warning"
    assert "1 (observations/fund/2025_2026-11-18.toml)" in one["what"]
    well("report", KPI_TODAY="2026-11-23")
    one = found(well)["reports-tree"]
    assert one["level"] == "warning"
    assert "3 (reports/2026-W48.html, reports/2026-W48.json, reports/2026-W48.md)" in one["what"]


def test_reports_elsewhere(well: Kpi, project: Project, tmp_path: Path) -> None:
    """Another folder is seen from the project; outside of it, it is not for its repository."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    here = Kpi(folder, **well.environment)
    where = ("--project", str(project.root), "--out")
    assert found(here, *where, "weekly")["last-report"]["what"] == "there is no report yet"
    assert found(here, *where, "reports")["last-report"]["level"] == "ok"
    assert "reports-tree" not in found(here, *where, str(folder))
    ran = here("doctor", *where, "")
    assert (ran.code, "--out: names nothing" in ran.stderr) == (2, True)


def test_it_speaks_korean(well: Kpi) -> None:
    """What was found, and what to do."""
    said = well("doctor", "--lang", "ko").stdout
    assert "the records" not in said
    assert "are sound" not in said
    assert "use the absolute path" not in said


def test_what_git_ignores_is_not_committed(well: Kpi, project: Project) -> None:
    """A line in .gitignore keeps a fact out of the record as well, and says nothing."""
    project.observe("fund/2025_2026-11-18", "value = 250")
    (project.root / "observations/fund/.2025.toml.swp").write_text("")
    (project.root / ".gitignore").write_text("observations/fund/2025*\n*.swp\nreports/\n")
    one = found(well)["tree"]
    assert (one["level"], ".gitignore" in one["remedy"]) == ("warning", True)
    assert "git ignores: 1 (observations/fund/2025_2026-11-18.toml)" in one["what"]
    well("report", KPI_TODAY="2026-11-23")
    assert "git ignores: " in found(well)["reports-tree"]["what"]


def test_what_git_takes_for_unchanged_is_not_committed(well: Kpi, project: Project) -> None:
    """The report says that its records are uncommitted, and `git status` shows nothing."""
    file = next((project.root / "observations").glob("*/*.toml"))
    name = str(file.relative_to(project.root))
    project.git("update-index", "--assume-unchanged", name)
    assert found(well)["tree"]["level"] == "ok"
    file.write_text(file.read_text() + "# another\n")
    one = found(well)["tree"]
    assert (one["level"], "--no-assume-unchanged" in one["remedy"]) == ("warning", True)
    assert f"takes for unchanged: 1 ({name})" in one["what"]


def test_nobody_knows_who_commits(well: Kpi, own_home: Path) -> None:
    """Then `git commit` fails, and a `git push` after it says that all is up to date."""
    (own_home / ".gitconfig").write_text("[user]\nuseConfigOnly = true\n")
    one = found(well)["identity"]
    assert (one["level"], "user.email" in one["remedy"]) == ("warning", True)


def test_the_last_report_is_old(well: Kpi) -> None:
    """Seven days are a week; eight are a report that was missed."""
    assert found(well, KPI_TODAY="2026-11-29")["last-report"]["level"] == "ok"
    assert "is one day old" in found(well, KPI_TODAY="2026-11-23")["last-report"]["what"]
    one = found(well, KPI_TODAY="2026-11-30")["last-report"]
    assert (one["level"], "8 days old" in one["what"]) == ("problem", True)


def test_weeks_are_missing(well: Kpi) -> None:
    """Between two reports as well as before today, but not the running one."""
    assert found(well, KPI_TODAY="2026-11-28")["weeks"]["level"] == "ok"
    well("report", KPI_TODAY="2026-12-09")
    one = found(well, KPI_TODAY="2026-12-24")["weeks"]
    assert one["level"] == "warning"
    assert "3 (2026-W48, 2026-W49, 2026-W51)" in one["what"]
    assert one["remedy"].startswith("kpi report --week 2026-W51 ")
    said = well("doctor", "--quiet", KPI_TODAY="2026-12-24").stdout
    assert "warning  weeks without a report: 3" in said  # it is not fine
    assert " ok " not in said


def test_no_report_yet_and_a_broken_one(kpi: Kpi, project: Project) -> None:
    """The first is a warning; one that cannot be read is a problem."""
    assert found(kpi)["last-report"]["level"] == "warning"
    (project.root / "reports").mkdir()
    (project.root / "reports" / "2026-W46.json").write_text("{")
    assert found(kpi)["last-report"]["level"] == "problem"


@pytest.mark.parametrize("ending", ["json", "md", "html"])
def test_files_of_a_week_that_do_not_belong_together(
    well: Kpi, project: Project, ending: str
) -> None:
    """A run that was killed between two of the names; and one file that is gone."""
    assert "report-files" not in found(well)
    path = project.root / "reports" / f"2026-W47.{ending}"
    old = path.read_bytes()
    project.observe("fund/2025_2026-11-18", "value = 250")
    well("report")
    assert "report-files" not in found(well)
    path.write_bytes(old)
    one = found(well)["report-files"]
    others = ["md", "html"] if ending == "json" else [ending]
    assert one["level"] == "warning"
    assert one["what"].endswith(f"see {', '.join(f'2026-W47.{other}' for other in others)}")
    path.unlink()
    if ending != "json":
        assert found(well)["report-files"]["what"].endswith(f"see 2026-W47.{ending}")
    well("report")
    assert "report-files" not in found(well)


@pytest.mark.parametrize("out", ["targets.toml/reports", "targets.toml"])
def test_a_folder_that_cannot_be_written(well: Kpi, out: str) -> None:
    """The run would end with 74."""
    assert found(well, "--out", out)["reports"]["level"] == "problem"


def test_it_mends_nothing(well: Kpi, project: Project, own_home: Path) -> None:
    """A question never acts."""
    before = sorted(own_home.rglob("*")), sorted(project.root.rglob("*"))
    well("doctor")
    assert (sorted(own_home.rglob("*")), sorted(project.root.rglob("*"))) == before


def test_names_from_files_are_text(well: Kpi, project: Project) -> None:
    """A file's name does not reach the terminal as an escape sequence."""
    project.observe("fund/\x1b[31mred", "value = 1")
    assert "\x1b" not in well("doctor").stdout
