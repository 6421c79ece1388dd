"""A report run that is killed leaves the old report or the new one, each file whole."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import cache

import pytest

from kpi.cli.commands import report
from kpi.cli.reports import stored
from kpi.store import create
from tests.report.projects import Project
from tests.run import Kpi

MOMENTS = 10 * int(os.environ.get("KPI_MOMENTS", "5"))  # docs/promises.md says how many were tried
FACT = "fund/2025_2026-11-18"

Reports = dict[str, bytes]


def run_and(die: Callable[[int], None], kpi: Kpi) -> int:
    """Runs `kpi report` in a process of its own; `die` is called with its id at once."""
    child = os.fork()
    if child == 0:
        try:
            kpi("report", "--quiet")
        finally:
            os._exit(0)
    die(child)
    return os.waitpid(child, 0)[1]


@pytest.fixture
def two(kpi: Kpi, project: Project) -> tuple[Reports, Reports]:
    """The old report, which lies there, and the new one, which the records now give."""
    kpi("report")
    old = project.reports()
    project.observe(FACT, "value = 250")
    kpi("report")
    new = project.reports()
    assert old.keys() == new.keys()
    assert all(old[name] != new[name] for name in old)
    put(project, old)
    return old, new


def put(project: Project, reports: Reports) -> None:
    """Lays reports into the folder as they were."""
    for name, data in reports.items():
        (project.root / "reports" / name).write_bytes(data)


def check(project: Project, old: Reports, new: Reports) -> str:
    """Each file is whole and there is no other that a reader counts; which of the two it is."""
    found = project.reports()
    assert found.keys() <= new.keys()
    assert old.keys() <= found.keys()
    for name, data in found.items():
        assert data in (old.get(name), new[name]), f"{name} is neither the old nor the new one"
    assert len(stored.weeks(str(project.root / "reports"))) <= 1
    return "old" if found == old else "new" if found == new else "between"


def finish(kpi: Kpi, project: Project, new: Reports) -> None:
    """The next run writes the new report and clears away what the killed one left."""
    assert kpi("report").code == 0
    assert project.reports() == new
    assert [name for name in os.listdir(project.root / "reports") if name.startswith(".")] == []


def test_killed_at_random_moments(
    kpi: Kpi, project: Project, two: tuple[Reports, Reports]
) -> None:  # fmt: skip
    """Moments that are spread over the time that a run takes."""
    old, new = two
    start = time.monotonic()
    run_and(lambda child: None, kpi)
    takes = time.monotonic() - start
    chance = random.Random(47)  # noqa: S311 - to be the same each time
    seen = {"old": 0, "new": 0, "between": 0}
    for nth in range(MOMENTS):
        put(project, old)
        moment = takes * 1.2 * (nth + chance.random()) / MOMENTS

        def die(child: int, moment: float = moment) -> None:
            time.sleep(moment)
            os.kill(child, signal.SIGKILL)

        run_and(die, kpi)
        seen[check(project, old, new)] += 1
    assert seen["old"], "no run was killed before it wrote"
    sys.stdout.write(f"report: {seen}\n")
    finish(kpi, project, new)


CALLS = ("open", "write", "fsync", "replace", "unlink", "close")


@pytest.mark.parametrize("fresh", [False, True], ids=["replacing", "first"])
def test_killed_before_each_step_of_writing(
    kpi: Kpi, project: Project, two: tuple[Reports, Reports], monkeypatch: pytest.MonkeyPatch,
    fresh: bool,
) -> None:  # fmt: skip
    """Every call by which the files are written is the last one once."""
    old, new = two
    old = {} if fresh else old
    left = 0

    def counted(name: str) -> Callable[..., object]:
        real = getattr(os, name)

        def call(*arguments: object, **more: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **more)

        return call

    class Counting:
        def __getattr__(self, name: str) -> object:
            return counted(name) if name in CALLS else getattr(os, name)

    monkeypatch.setattr(report, "_made", cache(report._made))  # it is killed as it writes
    kpi("report")
    monkeypatch.setattr(create, "os", Counting())
    seen = []
    for step in range(100):
        for file in (project.root / "reports").iterdir():
            file.unlink()
        put(project, old)
        left = step
        ended = run_and(lambda child: None, kpi)
        seen.append(check(project, old, new))
        if not os.WIFSIGNALED(ended):
            break
    assert 10 < len(seen) < 100, "the run was never killed, or always"
    assert seen[0] == "old"
    assert seen[-1] == "new"
    assert seen == sorted(seen, key=["old", "between", "new"].index)
    assert seen.count("between") <= 2, "the files get their names one right after the other"
    left = 10_000
    put(project, old)
    finish(kpi, project, new)


def test_a_file_that_was_left_is_not_read(kpi: Kpi, project: Project) -> None:
    """What a killed writer left is no report, and the next run removes it, but nothing else."""
    kpi("report")
    folder = project.root / "reports"
    (folder / ".kpi-0123456789abcdef.tmp").write_bytes(b"half")
    (folder / ".keep").write_bytes(b"")
    (folder / "2026-W46.json.bak").write_bytes(b"")
    (folder / "notes.md").write_bytes(b"")
    assert stored.weeks(str(folder)) == stored.weeks(str(folder))[:1]
    assert kpi("report").code == 0
    assert sorted(os.listdir(folder)) == [
        ".keep", "2026-W46.json.bak", "2026-W47.html", "2026-W47.json", "2026-W47.md",
        "notes.md",
    ]  # fmt: skip
