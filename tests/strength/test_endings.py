"""How a run ends where something comes between: while it loads, in its help, at a closed door."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.run import Kpi

HERE = Path(__file__).parents[2]
LOADING = """
import sys

class Late:
    def find_spec(self, name, path=None, target=None):
        if name == "kpi.cli.screen":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Late())
from kpi.cli.main import main
main()
"""


def python(*words: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """A run of the program that these tests belong to, wherever another one is installed."""
    env = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "PYTHONPATH": str(HERE), **settings}
    return subprocess.run(
        [sys.executable, *words], env=env, capture_output=True, timeout=60, check=False
    )


def test_interrupted_while_it_loads() -> None:
    """Ctrl-C a moment after the start is no crash."""
    ran = python("-c", LOADING)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"")


@pytest.mark.parametrize("encoding", ["shift_jis", "iso2022_jp", "cp949", "ascii", "utf-8"])
@pytest.mark.parametrize("words", [("--help",), ("status", "--help")])
def test_help_in_any_encoding(words: tuple[str, ...], encoding: str) -> None:
    """A sign that the stream lacks is written as its escape."""
    ran = python("-m", "kpi", *words, PYTHONIOENCODING=encoding)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"141" in ran.stdout or words != ("--help",)


def test_a_project_behind_a_closed_door(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody may look there may be a project: nobody is told to begin one."""
    look = os.lstat

    def closed(path: object, **options: object) -> os.stat_result:
        if str(path).startswith(f"{root}/"):
            raise PermissionError(13, "Permission denied")
        return look(path, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "lstat", closed)
    ran = Kpi(tmp_path)("status", "--project", str(root))
    said = f"kpi: {root} cannot be entered; give yourself the permission to do so\n"
    assert (ran.code, ran.stdout, ran.stderr) == (4, "", said)
    assert Kpi(tmp_path)("status", "--project", str(tmp_path / "none")).code == 2
