"""Two runs at once: one writes, the other says who does."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kpi.cli.reports.lock import locked
from kpi.store import lock as locks
from kpi.store.lock import Held, lock
from tests.report.projects import Project
from tests.run import Kpi

HOLD = """
import sys, time
from kpi.store.lock import lock
with lock(sys.argv[1], sys.argv[2] or None, "process 4242, started now"):
    print("held", flush=True)
    time.sleep(60)
"""


def hold(folder: Path, state: Path | None) -> subprocess.Popen[str]:
    """Another process that holds the lock until it is killed."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder), str(state or "")],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    return other


def end(other: subprocess.Popen[str]) -> None:
    """Kills it, as no clean-up could survive."""
    other.send_signal(signal.SIGKILL)
    other.wait()
    assert other.stdout is not None
    other.stdout.close()


def test_the_second_run_is_refused_and_says_who_runs(
    kpi: Kpi, project: Project, own_home: Path
) -> None:
    """It ends with 6, writes nothing, and a killed holder is no holder."""
    kpi("report", KPI_TODAY="2026-11-15")
    before = project.reports()
    other = hold(project.root / "reports", own_home / ".local" / "state" / "kpi")
    try:
        ran = kpi("report", "--quiet")
    finally:
        end(other)
    assert (ran.code, ran.stdout) == (6, "")
    assert "process 4242, started now" in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert project.reports() == before
    assert kpi("report").code == 0


def test_another_user_is_kept_out_too(kpi: Kpi, project: Project) -> None:
    """With another home the folder itself is what is locked."""
    kpi("report", KPI_TODAY="2026-11-15")
    other = hold(project.root / "reports", None)
    try:
        ran = kpi("report")
    finally:
        end(other)
    assert ran.code == 6
    assert "of another user" in ran.stderr


def test_two_folders_do_not_wait_for_each_other(kpi: Kpi, project: Project) -> None:
    """The lock is that of the folder which is written."""
    kpi("report")
    other = hold(project.root / "reports", None)
    try:
        assert kpi("report", "--out", "elsewhere").code == 0
    finally:
        end(other)


def test_two_runs_at_once(project: Project, own_home: Path) -> None:
    """Started together as real processes: at least one writes, and all end with 0 or 6."""
    environment = {**os.environ, "KPI_TODAY": "2026-11-22"}
    command = [sys.executable, "-c", "from kpi.cli.main import main; main()", "report",
               "--project", str(project.root)]  # fmt: skip
    runs = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE) for _ in range(4)]  # fmt: skip
    codes = []
    for run in runs:
        run.communicate()
        codes.append(run.returncode)
    assert 0 in codes
    assert set(codes) <= {0, 6}
    assert len(project.reports()) == 3


def test_nothing_is_left_in_the_project(kpi: Kpi, project: Project) -> None:
    """The lock's file is in the user's state; in the project git sees the reports only."""
    kpi("report")
    status = project.git("status", "--porcelain", "--untracked-files=all", "--ignored")
    assert sorted(status.splitlines()) == [
        f"?? reports/2026-W47.{ending}" for ending in ("html", "json", "md")
    ]


def test_only_what_a_killed_run_left_is_swept_away(kpi: Kpi, project: Project) -> None:
    """A draft of somebody's in the folder stays, and the list of an export."""
    folder = project.root / "reports"
    folder.mkdir()
    mine = {"draft.tmp", ".kpi-export.json", "notes"}
    for name in (*mine, ".kpi-0123456789abcdef.tmp"):
        (folder / name).write_text("mine", "utf-8")
    assert kpi("report").code == 0
    assert {name for name in os.listdir(folder) if not name.startswith("2026-W47.")} == mine


@pytest.mark.parametrize("home", ["/proc/no-home", "/dev/null"])
def test_a_home_that_cannot_be_written_is_no_obstacle(
    kpi: Kpi, project: Project, home: str
) -> None:
    """The folder itself is still locked, and nobody is bothered."""
    ran = kpi("report", HOME=home)
    assert (ran.code, ran.stderr) == (0, "")


def test_where_nothing_can_be_locked_it_says_so(
    kpi: Kpi, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A warning, and the report is written; `--quiet` keeps its word."""
    monkeypatch.setattr(locks, "fcntl", None)
    ran = kpi("report")
    assert ran.code == 0
    assert "nothing could be locked" in ran.stderr
    half = project.root / "reports" / ".kpi-0123456789abcdef.tmp"  # of a run that may still write
    half.write_bytes(b"half a file")
    assert kpi("report", "--quiet").stderr == ""
    assert half.exists()


def test_a_name_by_another_way_is_the_same_folder(tmp_path: Path) -> None:
    """A link to the folder does not open a second door."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "link").symlink_to("reports")
    state = str(tmp_path / "state")
    with lock(str(tmp_path / "reports"), state, "me") as locked:
        assert locked
        with pytest.raises(Held) as held, lock(str(tmp_path / "link"), state, "you"):
            pass
        assert held.value.by == "me"


def test_who_holds_it_is_told_without_what_an_earlier_one_wrote(tmp_path: Path) -> None:
    """The file stays, and belongs to the user alone."""
    state = tmp_path / "state"
    with lock(str(tmp_path), str(state), "process 123456, started long ago"):
        pass
    with lock(str(tmp_path), str(state), "me"), pytest.raises(Held) as held:  # noqa: SIM117
        with lock(str(tmp_path), str(state), "you"):
            pass
    assert held.value.by == "me"
    assert state.stat().st_mode & 0o777 == 0o700
    assert [one.stat().st_mode & 0o777 for one in state.iterdir()] == [0o600]


@pytest.mark.parametrize("number", [errno.EWOULDBLOCK, errno.EACCES])
def test_who_is_kept_out_is_told_whatever_the_system_calls_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Locks over a network answer otherwise than those of a disk; no file stays open."""

    def taken(opened: int, how: int) -> None:
        raise OSError(number, os.strerror(number))

    before = sorted(os.listdir("/dev/fd"))
    with lock(str(tmp_path), str(tmp_path / "state"), "me"):
        pass
    monkeypatch.setattr(locks.fcntl, "flock", taken)
    with pytest.raises(Held) as held, lock(str(tmp_path), str(tmp_path / "state"), "you"):
        pass
    assert held.value.by == "me"
    assert sorted(os.listdir("/dev/fd")) == before


def test_a_full_disk_locks_the_folder_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can then say who holds it, but it is held."""

    def full(opened: int, size: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(locks.os, "ftruncate", full)
    with lock(str(tmp_path), str(tmp_path / "state"), "me") as locked:
        assert locked
        with pytest.raises(Held), lock(str(tmp_path), None, "you"):
            pass


def test_what_a_holder_wrote_is_text(tmp_path: Path) -> None:
    """Control characters of a strange lock file do not reach a terminal."""
    state = str(tmp_path / "state")
    with (
        lock(str(tmp_path), state, "a\x1b[31mb\n"),
        pytest.raises(Held) as held,
        lock(str(tmp_path), state, ""),
    ):
        pass
    assert held.value.by == "a[31mb"


def test_a_folder_that_was_made_in_vain_goes_again(tmp_path: Path, own_home: Path) -> None:
    """One that was there stays, and so does one in which something was written."""
    (tmp_path / "reports/old").mkdir(parents=True)
    for name, written in (("new", False), ("old", False), ("written", True)):
        folder = tmp_path / "reports" / name
        with locked(str(folder), True):
            if written:
                (folder / "file").touch()
    assert sorted(os.listdir(tmp_path / "reports")) == ["old", "written"]


@pytest.mark.parametrize("home", ["home", ""])
def test_a_home_or_a_state_folder_that_is_seen_from_here_is_none(
    kpi: Kpi, project: Project, home: str
) -> None:
    """What is the user's own would else lie in the project, or wherever kpi happens to be run."""
    before = {path.name for path in project.root.iterdir()}
    assert kpi("report", HOME=home, XDG_STATE_HOME="state").code == 0
    assert {path.name for path in project.root.iterdir()} == {*before, "reports"}
