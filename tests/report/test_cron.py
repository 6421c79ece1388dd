"""The printed line in a real crontab, run by the real cron. It is the first test to be started."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

from tests.report.conftest import needs
from tests.report.projects import Project
from tests.report.test_schedule import HOSTILE
from tests.run import Kpi

SECONDS = 75


def started(cron: str) -> subprocess.Popen[bytes]:
    """A cron of our own, to be ended by its process id."""
    return subprocess.Popen([cron, "-f"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_a_real_cron_fires_it_once(tmp_path: Path, own_home: Path) -> None:
    """Within the minute the report is there, and nothing was committed by itself."""
    cron = needs("cron")
    if os.geteuid() != 0:
        reason = "only root may run cron"
        if os.environ.get("KPI_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    project = Project(tmp_path / HOSTILE)
    head = project.git("rev-parse", "HEAD")
    line = Kpi(project.root)("schedule", "--print", "cron").stdout.splitlines()[-1]
    command = line.split(" ", 5)[5]
    table = Path(f"/etc/cron.d/kpi-test-{os.getpid()}")
    table.write_text(f'HOME={own_home}\nMAILTO=""\n* * * * * root {command}\n', "utf-8")
    table.chmod(0o600)
    log = own_home / "kpi-report.log"
    daemon = started(cron)
    try:
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            if log.exists() and log.read_text("utf-8").count("\n") >= 3:
                break
            if daemon.poll() is not None:  # another cron runs, and does the work until it ends
                time.sleep(0.9)
                daemon = started(cron)
            time.sleep(0.1)
    finally:
        table.unlink()
        daemon.terminate()
        daemon.wait()
    assert log.exists(), f"cron did not run the line within {SECONDS} s"
    said = log.read_text("utf-8").splitlines()
    assert [line.split(";")[0].rpartition(" ")[2] for line in said] == ["written"] * 3
    assert sorted(name.rpartition(".")[2] for name in project.reports()) == [
        "html",
        "json",
        "md",
    ]
    assert project.git("rev-parse", "HEAD") == head
    status = project.git("status", "--porcelain").splitlines()
    assert status == ["?? reports/"]
