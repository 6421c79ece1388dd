"""`kpi add` and `kpi import`, killed, leave the whole file or none, and nothing that counts."""

from __future__ import annotations

import errno
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
from tests.gallery import TODAY
from tests.strength.whole import IMPORT, WORDS, Ledger

KPI = str(Path(sys.executable).with_name("kpi"))
MOMENTS = int(os.environ.get("KPI_MOMENTS", "5"))  # docs/promises.md says how many were tried

#: Every call by which a file is made.
CALLS = ("mkdir", "open", "write", "fsync", "close", "link", "rename", "unlink")
commands = pytest.mark.parametrize("words", [WORDS, IMPORT], ids=["add", "import"])


def started(ledger: Ledger) -> subprocess.Popen[bytes]:
    """The command as a process of its own."""
    return subprocess.Popen(
        [KPI, *ledger.words],
        cwd=ledger.root,
        env={**os.environ, "KPI_TODAY": TODAY},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def ended(ledger: Ledger, after: float | None = None) -> int:
    """How the forked command ended, as `waitpid` tells it; killed `after` so many seconds."""
    child = os.fork()
    if child == 0:
        try:
            ledger.again()
        finally:
            os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def judged(ledger: Ledger) -> bool:
    """Whether all was recorded; if not, it can be, and if so, that is known."""
    recorded = ledger.judge()
    known = 6 if ledger.words is WORDS else 0  # an import says that there is nothing new
    assert ledger.again().code == (known if recorded else 0)
    assert ledger.judge()
    ledger.forget()
    return recorded


@commands
def test_killed_at_random_moments(root: Path, words: tuple[str, ...]) -> None:
    """Moments from the start of a process to past its end; most of them late, when it writes."""
    ledger = Ledger.of(root, words)
    start = time.monotonic()
    assert started(ledger).wait(60) == 0
    takes = time.monotonic() - start
    assert judged(ledger)
    chance = random.Random(6)  # noqa: S311 - to be the same each time
    seen = []
    for nth in range(MOMENTS):
        writer = started(ledger)
        first = 0.0 if nth % 4 == 0 else 0.7
        time.sleep(takes * (first + (1.1 - first) * chance.random()))
        writer.send_signal(signal.SIGKILL)
        writer.wait(60)
        seen.append(judged(ledger))
    sys.stdout.write(f"{words[0]}, processes: {seen.count(True)} whole, {seen.count(False)} none\n")


@commands
def test_killed_while_it_writes(root: Path, words: tuple[str, ...]) -> None:
    """The same within the few milliseconds of the command itself."""
    ledger = Ledger.of(root, words)
    start = time.monotonic()
    assert ended(ledger) == 0
    takes = time.monotonic() - start
    assert judged(ledger)
    chance = random.Random(7)  # noqa: S311 - to be the same each time
    seen = []
    for _ in range(10 * MOMENTS):
        ended(ledger, takes * 1.3 * chance.random())
        seen.append(judged(ledger))
    assert False in seen
    sys.stdout.write(f"{words[0]}, forks: {seen.count(True)} whole, {seen.count(False)} none\n")


@commands
@pytest.mark.parametrize("links", [True, False], ids=["links", "no-links"])
@pytest.mark.parametrize("half", [False, True], ids=["before", "half-way"])
def test_killed_at_each_step_of_writing(
    root: Path, monkeypatch: pytest.MonkeyPatch, half: bool, links: bool, words: tuple[str, ...]
) -> None:
    """Each call by which a file is made is the last one once; a write is also cut in two."""
    ledger = Ledger.of(root, words)
    left = 0

    def counting(name: str) -> Callable[..., object]:
        real = getattr(os, name)

        def call(*arguments: object, **more: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                if half and name == "write":
                    os.write(arguments[0], bytes(arguments[1])[:999])  # type: ignore[arg-type]
                elif half and (name != "link" or links):
                    real(*arguments, **more)
                os.kill(os.getpid(), signal.SIGKILL)
            if name == "link" and not links:
                raise OSError(errno.EPERM, os.strerror(errno.EPERM))
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
            killed = os.WIFSIGNALED(ended(ledger))
            left = 1000
            seen.append(ledger.judge())
            ledger.forget()
            if not killed:
                break
    assert 10 < len(seen) < 100
    assert seen == sorted(seen), "once it is recorded it stays"
    assert not seen[0]
    assert seen[-1]
