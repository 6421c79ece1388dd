"""A project of every kind of target, and the command as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.files import put
from tests.run import Kpi

TARGETS = """\
schema = 1
title = "Invented promises"
timezone = "Asia/Seoul"

[[target]]
id = "share"
title = "A share"
title_ko = "비율"
unit = "%"
direction = "up"
ceiling = 100
baseline = { period = 2020, value = 5 }
cadence = "1 year"
lag = "6 months"
goal = { value = 30, by = 2030, announced = 2021-01-13 }
judged_series = "survey"

[[target.series]]
id = "survey"

[[target]]
id = "total"
title = "A running total"
kind = "total"
unit = "KRW bn"
direction = "up"
baseline = { period = 2020, value = 0 }
goal = { value = 1000, by = 2030 }

[[target]]
id = "done"
title = "A milestone"
kind = "milestone"
goal = { value = true, by = "2024-S1" }

[[target]]
id = "budget"
title = "An amount"
kind = "annual"
unit = "KRW bn"
counts = ["final", "enacted"]
goal = { value = 50, by = 2024 }

[[target]]
id = "later"
title = "Announced later"
unit = "%"
direction = "down"
goal = { value = 1, by = 2040, announced = 2099-01-01 }

[[target]]
id = "empty"
title = "Without observations"
unit = "%"
direction = "up"
goal = { value = 1 }
"""
FILES = {
    "share/survey/2021_2022-06-08.toml": 'value = 6.4\nsource = "A \\"survey\\""\n',
    "share/survey/2022_2023-06-08.toml": "value = 8\n",
    "share/survey/2022_2024-06-08.toml": 'value = 8.25\nnote = "개정"\n',
    "share/survey/2023_2024-06-08.toml": "value = 11.1\n",
    "share/survey/2023_2024-06-08_r2.toml": 'value = 11.2\nnote = "mistyped"\n',
    "share/2023_2024-02-01.toml": "value=90 # another series, not as we write it\n",
    "total/2021_2022-01-31.toml": 'value = 80\nstatus = "provisional"\n',
    "total/batch_2024-01-31_import.toml": (
        "[[observation]]\nperiod = 2022\nvalue = 150\n\n"
        "[[observation]]\nperiod = 2023\nvalue = 210\n"
    ),
    "done/2024-06-27_2024-06-27.toml": "value = true\n",
    "budget/2024_2024-01-10.toml": 'value = 48\nstatus = "enacted"\n',
    "batch_2023-02-01_all.toml": (
        '[[observation]]\ntarget = "budget"\nperiod = 2022\nvalue = 40\n\n'
        '[[observation]]\ntarget = "share"\nseries = "survey"\nperiod = 2020\nvalue = 5.5\n'
    ),
}
DAY = "2026-11-22"


@dataclass
class Asked:
    """A project, and a cache folder of its own."""

    root: Path
    cache: Path

    def __call__(self, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        """The command in a process of its own, always for one day."""
        return self.run([sys.executable, "-c", "from kpi.cli.main import main; main()"],
                        *words, **environment)  # fmt: skip

    def run(
        self, command: list[str], *words: str, **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        told = {
            "PATH": os.environ["PATH"], "KPI_TODAY": DAY, "XDG_CACHE_HOME": str(self.cache),
            "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8",
        }  # fmt: skip
        return subprocess.run(
            [*command, *(words or ("status",))], cwd=self.root, env={**told, **environment},
            capture_output=True, check=False, timeout=60,
        )  # fmt: skip

    def text(self, *words: str, **environment: str) -> str:
        """What it prints; it must end well and say nothing else."""
        done = self(*words, **environment)
        assert done.returncode == 0, done.stderr.decode()
        assert done.stderr == b""
        return done.stdout.decode()

    def fresh(self, *words: str) -> str:
        """The same, worked out from the files."""
        return self.text(*words, KPI_CACHE="off")

    def kept(self) -> list[Path]:
        """The files of the cache."""
        return sorted(path for path in self.cache.rglob("*") if path.is_file())

    def age(self) -> None:
        """Waits until what was written is older than a grain of the clock."""
        time.sleep(0.05)


def write(root: Path) -> None:
    """The project."""
    (root / "targets.toml").write_text(TARGETS, "utf-8")
    for name, text in FILES.items():
        record(root, name, text)


def record(root: Path, name: str, text: str) -> None:
    """A file of observations, in place of an older one."""
    put(root / "observations", name, text)


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    """The project, old enough to be kept."""
    root = tmp_path / "project"
    root.mkdir()
    write(root)
    found = Asked(root, tmp_path / "cache")
    found.age()
    return found


def git(root: Path, *words: str) -> str:
    """git in the project, as nobody in particular."""
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
           for key, value in (("NAME", "x"), ("EMAIL", "x@example.org"))}  # fmt: skip
    done = subprocess.run(
        ["git", *words], cwd=root, check=True, env={**os.environ, **who}, capture_output=True
    )
    return done.stdout.decode().strip()


@pytest.fixture
def kpi(asked: Asked) -> Kpi:
    """The command in the project, with a cache of its own."""
    return Kpi(asked.root, KPI_TODAY=DAY, XDG_CACHE_HOME=str(asked.cache))
