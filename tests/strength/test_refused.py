"""A system that refuses: each writing call fails once, in each way, and the fact is whole or not.

`kpi add` and `kpi import` say 0 only if all is recorded, and 74 only if nothing is.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from kpi.store import create
from tests.gallery import FAULTS
from tests.strength.test_killed import CALLS, commands
from tests.strength.whole import NAME, WORDS, Ledger, held

REFUSALS = (errno.ENOSPC, errno.EIO, errno.EACCES)


class Refusing:
    """The system's calls, of which one fails: the `nth` by which a file is made.

    Where `links` is false there are no hard links, as on some file systems.
    """

    def __init__(self, nth: int, number: int, links: bool, short: bool) -> None:
        self.left, self.number, self.links, self.short = nth, number, links, short
        self.failed, self.lasting = "", False

    def __getattr__(self, name: str) -> object:
        return self.counting(name) if name in CALLS else getattr(os, name)

    def counting(self, name: str) -> Callable[..., object]:
        """A call that fails if it is its turn; `close` does close, as the system's does."""

        def call(*arguments: object, **more: object) -> object:
            self.left -= 1
            if self.left == -1 or (self.lasting and self.left < 0):
                self.failed = self.failed or name
                if name == "close":
                    os.close(*arguments)  # type: ignore[arg-type]
                raise OSError(self.number, os.strerror(self.number))
            if name == "link" and not self.links:
                raise OSError(errno.EPERM, os.strerror(errno.EPERM))
            if name == "write" and self.short:
                return os.write(arguments[0], bytes(arguments[1])[:1200])  # type: ignore[arg-type]
            return getattr(os, name)(*arguments, **more)

        return call


@commands
@pytest.mark.parametrize("number", REFUSALS, ids=errno.errorcode.get)
@pytest.mark.parametrize("links", [True, False], ids=["links", "no-links"])
def test_each_call_fails_once(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: int, links: bool, words: tuple[str, ...]
) -> None:
    """All the calls one after the other, the second and third part of a short write too."""
    ledger = Ledger.of(root, words)
    what = NAME if words is WORDS else "the batch"
    tried = set()
    for nth in range(100):
        system = Refusing(nth, number, links, short=True)
        with monkeypatch.context() as patch:
            patch.setattr(create, "os", system)
            answer = ledger.again()
        recorded = ledger.judge()
        assert answer.code == (0 if recorded else 74), (system.failed, answer)
        if not recorded:
            assert answer.err == f"kpi: {what} could not be written: {os.strerror(number)}\n"
            assert ledger.again().code == 0, "what has failed can be done again"
        ledger.forget()
        if not system.failed:
            break
        tried.add(system.failed)
    assert tried == set(CALLS) - ({"rename"} if links else set())


@commands
@pytest.mark.parametrize("number", REFUSALS, ids=errno.errorcode.get)
@pytest.mark.parametrize("links", [True, False], ids=["links", "no-links"])
def test_each_call_fails_and_so_does_clearing_away(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: int, links: bool, words: tuple[str, ...]
) -> None:
    """From some call on nothing works any more: still no half of a file under a fact's name."""
    ledger = Ledger.of(root, words)
    for nth in range(100):
        system = Refusing(nth, number, links, short=True)
        system.lasting = True
        with monkeypatch.context() as patch:
            patch.setattr(create, "os", system)
            answer = ledger.again()
        recorded = ledger.judge()
        assert answer.code == 74 or recorded, (system.failed, answer)
        ledger.forget()
        if not system.failed:
            break
    assert nth > 10


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A project on a file system of 64 KiB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root may mount a small file system")
    words = [mount, "-t", "tmpfs", "-o", "size=64k,nr_inodes=64", "tmpfs", str(folder)]
    if subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        (folder / "targets.toml").write_bytes((FAULTS / "sound.toml").read_bytes())
        (folder / "observations" / "law").mkdir(parents=True)
        (folder / "observations/law/2024-05-01_2024-05-02.toml").write_text("value = false\n")
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def fill(more: Callable[[int], object]) -> None:
    """Calls `more` until the system refuses."""
    for nth in count():
        more(nth)


@commands
def test_a_full_disk(small: Path, words: tuple[str, ...]) -> None:
    """From no room at all, one page more each time, until the file fits."""
    ledger = Ledger.of(small, words)
    ballast = small / ".ballast"
    fits = []
    for pages in range(12):
        with open(ballast, "wb", buffering=0) as file, pytest.raises(OSError, match="No space"):
            fill(lambda nth: file.write(b"\0" * 4096))
        os.truncate(ballast, max(ballast.stat().st_size - 4096 * pages, 0))
        before = {**ledger.before, ".ballast": ballast.read_bytes()}
        now = replace(ledger, before=before)
        answer = now.again()
        recorded = now.judge()
        assert answer.code == (0 if recorded else 74), answer
        assert recorded or "No space left on device" in answer.err
        assert not [name for name in held(small) if name.endswith(".tmp")]
        fits.append(recorded)
        now.forget()
        ballast.unlink()
    assert fits == sorted(fits)
    assert (fits[0], fits[-1]) == (False, True)


@commands
def test_no_inode_is_left(small: Path, words: tuple[str, ...]) -> None:
    """The disk has room and takes no more names."""
    ledger = Ledger.of(small, words)
    with pytest.raises(OSError, match="No space left"):
        fill(lambda nth: (small / f".more-{nth}").touch())
    for _ in range(3):
        assert ledger.again().code == 74
        assert not set(ledger.wanted) & set(held(small))
    for path in small.glob(".more-*"):
        path.unlink()
    assert not ledger.judge()
    assert ledger.again().code == 0
    assert ledger.judge()
