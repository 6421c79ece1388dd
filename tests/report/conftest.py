"""A project, the command line in it on a known day, and nothing of the developer's own home."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.report.projects import Project
from tests.run import Kpi


def needs(program: str) -> str:
    """The path of a program. Skips without it, or fails where everything is required."""
    found = shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if found is None:
        reason = f"there is no {program} program"
        if os.environ.get("KPI_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test, in which git trusts nobody's settings."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return home


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The project, committed on 2026-10-01."""
    return Project(tmp_path / "project")


@pytest.fixture
def kpi(project: Project) -> Kpi:
    """The command line in the project, on Sunday 2026-11-22 in Seoul."""
    return Kpi(project.root, KPI_TODAY="2026-11-22")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The test that waits for cron comes first, so that the others run beside it."""
    items.sort(key=lambda item: item.path.name != "test_cron.py")
