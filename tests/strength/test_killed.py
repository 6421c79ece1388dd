"""`kpi add` that is killed leaves the whole fact or none, and nothing that counts as data."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kpi.store import create
from tests.gallery import TODAY, kpi
from tests.strength.whole import WORDS, Ledger

KPI = str(Path(sys.executable).with_name("kpi"))
MOMENTS = int(os.environ.get("KPI_MOMENTS", "5"))  # docs/promises.md says how many were tried

#: Every call by which a file is made.
CALLS = ("mkdir", "open", "write", "fsync", "close", "link", "unlink")


def started(root: Path) -> subprocess.Popen[bytes]:
    """`kpi add` as a process of its own."""
    return subprocess.Popen(
        [KPI, *WORDS],
        cwd=root,
        env={**os.environ, "KPI_TODAY": TODAY},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def ended(root: Path, after: float | None = None) -> int:
    """How a forked `kpi add` ended, as `waitpid` tells it; killed `after` so many seconds."""
    child = os.fork()
    if child == 0:
        try:
            kpi(root, *WORDS)
        finally:
            os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def judged(ledger: Ledger) -> bool:
    """Whether the fact was recorded; if not, it can be, and if so, that is known."""
    recorded = ledger.judge()
    assert ledger.again().code == (6 if recorded else 0)
    assert ledger.judge()
    ledger.forget()
    return recorded


def test_killed_at_random_moments(root: Path) -> None:
    """Moments from the start of a process to past its end; most of them late, when it writes."""
    ledger = Ledger.of(root)
    start = time.monotonic()
    assert started(root).wait(60) == 0
    takes = time.monotonic() - start
    assert judged(ledger)
    chance = random.Random(6)  # noqa: S311 - to be the same each time
    seen = []
    for nth in range(MOMENTS):
        writer = started(root)
        first = 0.0 if nth % 4 == 0 else 0.7
        time.sleep(takes * (first + (1.1 - first) * chance.random()))
        writer.send_signal(signal.SIGKILL)
        writer.wait(60)
        seen.append(judged(ledger))
    sys.stdout.write(f"processes: {seen.count(True)} whole, {seen.count(False)} none\n")


def test_killed_while_it_adds(root: Path) -> None:
    """The same within the few milliseconds of the command itself."""
    ledger = Ledger.of(root)
    start = time.monotonic()
    assert ended(root) == 0
    takes = time.monotonic() - start
    assert judged(ledger)
    chance = random.Random(7)  # noqa: S311 - to be the same each time
    seen = []
    for _ in range(10 * MOMENTS):
        ended(root, takes * 1.3 * chance.random())
        seen.append(judged(ledger))
    assert False in seen
    sys.stdout.write(f"forks: {seen.count(True)} whole, {seen.count(False)} none\n")


@pytest.mark.parametrize("half", [False, True], ids=["before", "half-way"])
def test_killed_at_each_step_of_writing(
    root: Path, monkeypatch: pytest.MonkeyPatch, half: bool
) -> None:
    """Each call by which a file is made is the last one once; a write is also cut in two."""
    ledger = Ledger.of(root)
    left = 0

    def counting(name: str) -> Callable[..., object]:
        real = getattr(os, name)

        def call(*arguments: object, **more: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                if half and name == "write":
                    os.write(arguments[0], bytes(arguments[1])[:999])  # type: ignore[arg-type]
                elif half:
                    real(*arguments, **more)
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **more)

        return call

    class Counting:
        def __getattr__(self, name: str) -> object:
            return counting(name) if name in CALLS else getattr(os, name)

    with monkeypatch.context() as patch:
        patch.setattr(create, "os", Counting())
        seen = []
        for step in range(100):
            left = step
            killed = os.WIFSIGNALED(ended(root))
            left = 1000
            seen.append(ledger.judge())
            ledger.forget()
            if not killed:
                break
    assert 10 < len(seen) < 100
    assert seen == sorted(seen), "once it is recorded it stays"
    assert not seen[0]
    assert seen[-1]
