"""The repository of the story, made once, and a way to run the program in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import story

if shutil.which("git") is None:
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The project of the story and its commits' names. Nobody may write in it."""
    root = tmp_path_factory.mktemp("story") / "ledger"
    return root, story.tell(root)


@pytest.fixture
def kpi(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run `kpi ARGUMENTS` in a folder, with a fixed day and a bare environment."""

    def run(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        bare = {
            "PATH": os.environ["PATH"], "HOME": str(tmp_path), "KPI_TODAY": "2026-11-22",
            "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONUTF8": "1",
            "GIT_CONFIG_NOSYSTEM": "1",
        }  # fmt: skip
        return subprocess.run(
            [sys.executable, "-c", "from kpi.cli.main import main; main()", *arguments],
            cwd=root, capture_output=True, encoding="utf-8", env={**bare, **environment},
            timeout=60, check=False,
        )  # fmt: skip

    return run
