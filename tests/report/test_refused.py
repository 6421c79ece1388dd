"""A system that refuses while a report is written: each file is whole, the old one or the new.

`kpi report` says 0 only if all three are new, and 74 otherwise; the next run makes all of them new.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import IO

import pytest

from kpi.cli.commands import report
from kpi.store import create
from tests.report.projects import Project
from tests.report.test_kill import CALLS, Reports, check, finish, put
from tests.run import Kpi

REFUSALS = (errno.ENOSPC, errno.EIO, errno.EACCES)
FACT = "fund/2025_2026-11-18"


class Refusing:
    """The system's calls, of which one fails: the `nth` by which the files are made.

    With `lasting` all later ones fail too.
    """

    def __init__(self, nth: int, number: int, lasting: bool) -> None:
        self.left, self.number, self.lasting, self.failed = nth, number, lasting, ""

    def __getattr__(self, name: str) -> object:
        return self._counting(name) if name in CALLS else getattr(os, name)

    def _counting(self, name: str) -> Callable[..., object]:
        def call(*arguments: object, **more: object) -> object:
            self.left -= 1
            if self.left == -1 or (self.lasting and self.left < 0):
                self.failed = self.failed or name
                if name == "close":
                    os.close(*arguments)  # type: ignore[arg-type]
                raise OSError(self.number, os.strerror(self.number))
            return getattr(os, name)(*arguments, **more)

        return call


@pytest.fixture
def two(kpi: Kpi, project: Project) -> tuple[Reports, Reports]:
    """The old report, which lies there, and the new one, which the records now give."""
    kpi("report")
    old = project.reports()
    project.observe(FACT, "value = 250")
    kpi("report")
    new = project.reports()
    put(project, old)
    return old, new


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize("number", REFUSALS, ids=errno.errorcode.get)
def test_each_call_fails(
    kpi: Kpi, project: Project, two: tuple[Reports, Reports], monkeypatch: pytest.MonkeyPatch,
    number: int, lasting: bool,
) -> None:  # fmt: skip
    """All calls one after the other; with ENOSPC, EIO and EACCES."""
    old, new = two
    monkeypatch.setattr(report, "_made", cache(report._made))  # it is the writing that fails
    tried = set()
    for nth in range(100):
        put(project, old)
        system = Refusing(nth, number, lasting)
        with monkeypatch.context() as patch:
            patch.setattr(create, "os", system)
            ran = kpi("report", "--quiet")
        found = check(project, old, new)
        assert ran.code == (74 if found != "new" else ran.code), (system.failed, ran)
        assert ran.code in (0, 74)
        assert "Traceback" not in ran.stderr
        if ran.code:
            assert os.strerror(number) in ran.stderr
            assert ran.stderr.count("\n") == 1
        if not system.failed:
            break
        tried.add(system.failed)
    assert nth > 10
    assert tried == set(CALLS)
    put(project, old)
    finish(kpi, project, new)


def fill(file: IO[bytes]) -> None:
    """Writes until the system refuses."""
    while True:
        file.write(b"\0" * 4096)


@pytest.fixture
def small(project: Project) -> Iterator[Path]:
    """The folder of reports on a file system of 256 KiB."""
    folder = project.root / "reports"
    folder.mkdir(exist_ok=True)
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root may mount a small file system")
    words = [mount, "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(kpi: Kpi, project: Project, small: Path) -> None:
    """From no room at all, some pages more each time, until the report fits."""
    assert kpi("report").code == 0
    old = project.reports()
    project.observe(FACT, "value = 250")
    ballast = small / ".ballast"
    codes = []
    for step in count():
        with open(ballast, "wb", buffering=0) as file, pytest.raises(OSError, match="No space"):
            fill(file)
        os.truncate(ballast, max(ballast.stat().st_size - 4096 * 4 * step, 0))
        ran = kpi("report", "--quiet")
        codes.append(ran.code)
        ballast.unlink()
        if ran.code == 0:
            break
        assert ran.code == 74, ran
        assert "No space left on device" in ran.stderr
        assert project.reports() == old
        assert [name for name in os.listdir(small) if name.endswith(".tmp")] == []
    assert len(codes) > 3
    assert project.reports() != old
