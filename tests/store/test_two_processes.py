"""Two processes share work: everything is done once, whatever becomes of the other one."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from kpi.store import two_processes
from kpi.store.two_processes import both, shared


def listed(numbers: Iterator[int]) -> bytes:
    return " ".join(map(str, numbers)).encode()


@pytest.mark.parametrize("count", [0, 1, 2, 7, 1999, 2000, 2001, 4000, 123_456])
@pytest.mark.parametrize("alone", [False, True])
def test_each_number_is_taken_once(
    count: int, alone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By either of two processes, and by one where there is no other."""
    if alone:
        monkeypatch.setattr(os, "cpu_count", lambda: 1)
    parts = [list(map(int, said.split())) for said in shared(listed, count)]
    assert sorted([*parts[0], *parts[1]]) == list(range(count))
    if alone:
        assert parts[1] == []


@pytest.mark.parametrize("after", [0, 1, 40])
def test_what_a_process_took_that_died_is_done_again(after: int) -> None:
    """Whether it took something or not."""
    here = os.getpid()

    def work(numbers: Iterator[int]) -> bytes:
        if os.getpid() == here:
            time.sleep(0.2 if after else 0)
            return listed(numbers)
        for nth, _ in enumerate(numbers, 1):
            if nth >= after:
                os._exit(9)
        os._exit(9)

    parts = [list(map(int, said.split())) for said in shared(work, 1000)]
    assert sorted([*parts[0], *parts[1]]) == list(range(1000))


def test_what_is_raised_here_ends_both() -> None:
    """Also where the other one has not finished; no file stays open."""
    here, before = os.getpid(), sorted(os.listdir("/dev/fd"))

    def work(numbers: Iterator[int]) -> bytes:
        if os.getpid() != here:
            time.sleep(60)
        raise ValueError(next(numbers))

    began = time.monotonic()
    with pytest.raises(ValueError, match="0"):
        shared(work, 10)
    assert time.monotonic() - began < 30
    assert sorted(os.listdir("/dev/fd")) == before


def test_where_no_pipe_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work is done all the same."""

    def none() -> tuple[int, int]:
        raise OSError

    monkeypatch.setattr(two_processes.os, "pipe", none)
    assert both(lambda nth: b"%d" % nth) == (b"0", b"1")
    assert shared(listed, 5) == (b"0 2 4", b"1 3")


def test_where_no_process_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work is done all the same, and no file stays open."""

    def none() -> int:
        raise OSError

    before = sorted(os.listdir("/dev/fd"))
    monkeypatch.setattr(two_processes.os, "fork", none)
    assert both(lambda nth: b"%d" % nth) == (b"0", b"1")
    assert shared(listed, 5) == (b"0 1 2 3 4", b"")
    assert sorted(os.listdir("/dev/fd")) == before


@pytest.mark.usefixtures("nothing_stays")
def test_more_is_said_than_a_pipe_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it arrives, however little the system takes at once; and nobody is left behind."""
    real = os.write
    monkeypatch.setattr(os, "write", lambda file, data: real(file, bytes(data)[:50_000]))
    assert both(lambda nth: b"%d" % nth * 300_000) == (b"0" * 300_000, b"1" * 300_000)
