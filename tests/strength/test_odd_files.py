"""Files that a clone or an archive may bring: links to devices, FIFOs, names that a shell runs."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from kpi.cli.options import target_ids
from kpi.store.git_process import commit_of
from tests.run import Kpi

TARGETS = """
[[target]]
id = "x"
title = "X"
unit = "%"
direction = "up"
baseline = { period = 2020, value = 10 }
goal = { value = 30, by = 2030 }
"""


@pytest.fixture
def kpi(tmp_path: Path) -> Kpi:
    (tmp_path / "targets.toml").write_text(TARGETS, "utf-8")
    return Kpi(tmp_path, KPI_TODAY="2026-11-27")


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize("make", [os.mkfifo, device])
@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("2026-W47.json", ["report", "--week", "2026-W48"], "not an ordinary file"),
        ("2026-W47.json", ["report", "--verify", "reports/2026-W47.json"], "not an ordinary file"),
        ("2026-W48.md", ["report"], "is not a report that kpi wrote, and is not replaced"),
    ],
)
def test_what_is_no_report_is_not_waited_for(
    kpi: Kpi, tmp_path: Path, make, name: str, arguments: list[str], said: str
) -> None:
    """Nor read until the memory is full."""
    (tmp_path / "reports").mkdir()
    make(tmp_path / "reports" / name)
    ran = kpi(*arguments)
    assert ran.code == 6
    assert said in ran.stderr
    assert kpi("doctor").code in (0, 4, 6)


def test_a_folder_is_no_report(kpi: Kpi, tmp_path: Path) -> None:
    """A slip of the command line, not a failure of the disk."""
    (tmp_path / "reports").mkdir()
    ran = kpi("report", "--verify", "reports")
    assert (ran.code, "it is a folder" in ran.stderr) == (2, True)


def test_reports_that_lead_out_of_the_project(kpi: Kpi, tmp_path: Path) -> None:
    """A clone can carry such a link; what is named by hand may lie anywhere."""
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    (tmp_path / "reports").symlink_to(outside)
    for words in ((), ("--out", "reports/")):
        ran = kpi("report", *words)
        assert (ran.code, ran.stdout) == (6, "")
        assert "leads out of the project" in ran.stderr
    assert list(outside.iterdir()) == []
    assert kpi("report", "--out", str(outside)).code == 0


@pytest.mark.parametrize("make", [os.mkfifo, device, lambda path: path.write_text("[" * 200_000)])
def test_the_list_of_an_export_that_is_none(kpi: Kpi, tmp_path: Path, make) -> None:
    """What is not ours is refused, whatever it is."""
    out = tmp_path / "out"
    out.mkdir()
    make(out / ".kpi-export.json")
    assert kpi("export", "-f", "datapackage", "-o", str(out)).code == 6


@pytest.mark.parametrize("make", [os.mkfifo, device])
def test_a_workflow_where_pyproject_is_none(kpi: Kpi, tmp_path: Path, make) -> None:
    """The workflow installs the released package then."""
    make(tmp_path / "pyproject.toml")
    ran = kpi("schedule", "--print", "github")
    assert ran.code == 0
    assert "policy-kpi==" in ran.stdout


def test_a_shell_is_offered_ids_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """zsh evaluates what it is offered, and whoever presses TAB has not read the file."""
    text = (
        "[[target]]\nid = 'x\\$(touch owned)'\n[[target]]\nid = 'a`b`'\n[[target]]\nid = 'good'\n"
    )
    (tmp_path / "targets.toml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert target_ids("") == ["good"]
    (tmp_path / "targets.toml").write_text("target = " + "[" * 100_000, "utf-8")
    assert target_ids("") == []
    (tmp_path / "targets.toml").unlink()
    os.mkfifo(tmp_path / "targets.toml")
    assert target_ids("") == []


def test_no_cache_within_a_project(tmp_path: Path) -> None:
    """A question writes nothing there, not even where the user's cache folder is."""
    (tmp_path / "targets.toml").write_text(TARGETS, "utf-8")
    (tmp_path / "observations").mkdir()
    before = sorted(tmp_path.rglob("*"))
    kpi = Kpi(tmp_path, KPI_TODAY="2026-11-27", KPI_CACHE="",
              XDG_CACHE_HOME=str(tmp_path / "observations"))  # fmt: skip
    for _ in range(2):
        assert kpi("status").code == 0
    assert sorted(tmp_path.rglob("*")) == before


def git(folder: Path, *words: str) -> str:
    ran = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return ran.stdout.strip()


def test_the_same_commit_at_another_place(tmp_path: Path, tmp_path_factory) -> None:
    """Its answer is that of the folder in the commit, not of the folder's name on the disk."""
    top, home = tmp_path / "p", tmp_path_factory.mktemp("cache")
    (top / "sub").mkdir(parents=True)
    for place, name in ((top, "At the top"), (top / "sub", "Beneath")):
        text = TARGETS.replace('"X"', f'"{name}"')
        (place / "targets.toml").write_text(text, "utf-8")
    git(top, "init", "-q")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "both")
    kpi = Kpi(top / "sub", KPI_TODAY="2026-11-27", KPI_CACHE="", XDG_CACHE_HOME=str(home))
    assert "Beneath" in kpi("status", "--at", "HEAD").stdout
    (tmp_path / "q").mkdir()
    git(tmp_path, "clone", "-q", "p", "q/sub")
    top.rename(tmp_path / "old")
    (tmp_path / "q").rename(top)
    again = Kpi(top / "sub", KPI_TODAY="2026-11-27", KPI_CACHE="", XDG_CACHE_HOME=str(home))
    assert "At the top" in again("status", "--at", "HEAD").stdout
    (top / "sub/.git").rename(top / ".git")  # the same repository, around the folder above
    assert "Beneath" in again("status", "--at", "HEAD").stdout


def test_parents_that_were_given_to_a_commit(kpi: Kpi, tmp_path: Path) -> None:
    """Grafts are no history, as replaced objects are none."""
    folder = tmp_path / "observations/x"
    folder.mkdir(parents=True)
    git(tmp_path, "init", "-q")
    for year in (2021, 2022, 2023):
        (folder / f"{year}_{year + 1}-02-01.toml").write_text(f"value = {year - 2000}\n", "utf-8")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-qm", str(year))
    before = kpi("log", "x", "-f", "csv").stdout
    (tmp_path / ".git/info").mkdir(exist_ok=True)
    (tmp_path / ".git/info/grafts").write_text(git(tmp_path, "rev-parse", "HEAD") + "\n", "utf-8")
    assert kpi("log", "x", "-f", "csv").stdout == before
    assert commit_of(str(tmp_path), "HEAD") == git(tmp_path, "rev-parse", "HEAD")  # says no more


def test_a_time_before_the_log_of_a_clone(kpi: Kpi, tmp_path: Path) -> None:
    """git answers it with its first commit; here that would be later records for earlier ones."""
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "first")
    ran = kpi("status", "--at", "HEAD@{2000-01-01}")
    assert (ran.code, ran.stdout) == (6, "")
    assert "before the log of this clone begins" in ran.stderr
