"""The repository of the story, made once, and the command line in a bare environment."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.history import story
from tests.run import Kpi

if shutil.which("git") is None:
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The project of the story and its commits' names. Nobody may write in it."""
    root = tmp_path_factory.mktemp("story") / "ledger"
    return root, story.tell(root)


@pytest.fixture
def project(told: tuple[Path, list[str]], tmp_path: Path) -> Path:
    """A copy of the story's project that a test may change."""
    shutil.copytree(told[0], tmp_path / "ledger")
    return tmp_path / "ledger"


@pytest.fixture(autouse=True)
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's name, date or configuration of git matters."""
    (tmp_path / "home").mkdir()
    for name, value in story.identity(tmp_path / "home").items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def kpi() -> Kpi:
    """The command line on a day after the last commit of the story."""
    return Kpi(KPI_TODAY="2026-11-22")
