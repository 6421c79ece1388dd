"""Some processes share work: everything is done once, whatever becomes of the others."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from kpi.store import processes
from kpi.store.processes import shared, spread


def listed(numbers: Iterator[int]) -> bytes:
    return " ".join(map(str, numbers)).encode()


def numbers_in(parts: list[bytes]) -> list[int]:
    return sorted(int(one) for said in parts for one in said.split())


def told(nth: int, of: int) -> bytes:
    return b"%d of %d" % (nth, of)


@pytest.fixture(params=[1, 2, 4], ids=["one", "two", "four"])
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """So many processors, whatever the machine has."""
    monkeypatch.setattr(processes, "_processors", lambda: request.param)
    return int(request.param)


@pytest.mark.parametrize("most", [0, 1, 2, 3, 9])
def test_there_are_as_many_as_pay_and_as_there_are_processors(processors: int, most: int) -> None:
    """And one in any case."""
    of = max(1, min(most, processors))
    assert spread(told, most) == [told(nth, of) for nth in range(of)]


@pytest.mark.parametrize("count", [0, 1, 2, 7, 1999, 2000, 2001, 4000, 123_456])
def test_each_number_is_taken_once(processors: int, count: int) -> None:
    """By any of the processes."""
    parts = shared(listed, count, 4)
    assert len(parts) == processors
    assert numbers_in(parts) == list(range(count))


@pytest.mark.parametrize("all_die", [True, False], ids=["all", "one"])
@pytest.mark.parametrize("after", [0, 1, 40])
def test_what_a_process_took_that_died_is_done_again(
    after: int, all_die: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether it took something or not, and whether another one has lived."""
    monkeypatch.setattr(processes, "_processors", lambda: 3)
    here, forked = os.getpid(), os.fork
    children: list[int] = []

    def fork() -> int:
        child = forked()
        children.append(child)
        return child

    def work(numbers: Iterator[int]) -> bytes:
        if os.getpid() == here or (not all_die and len(children) > 1):
            time.sleep(0.2 if after else 0)
            return listed(numbers)
        for nth, _ in enumerate(numbers, 1):
            if nth >= after:
                os._exit(9)
        os._exit(9)

    monkeypatch.setattr(os, "fork", fork)
    assert numbers_in(shared(work, 1000, 3)) == list(range(1000))
    assert len(children) == 2


@pytest.mark.parametrize("dead", [1, 2, 3])
def test_the_part_of_a_process_that_died_is_done_here(
    dead: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no other."""
    monkeypatch.setattr(processes, "_processors", lambda: 4)
    here, done = os.getpid(), list[int]()

    def work(nth: int, of: int) -> bytes:
        if os.getpid() != here and nth == dead:
            os._exit(9)
        done.append(nth)
        return told(nth, of)

    assert spread(work, 4) == [told(nth, 4) for nth in range(4)]
    assert done == [0, dead]


def test_what_is_raised_here_ends_all(processors: int) -> None:
    """Also where the others have not finished; no file stays open."""
    here, before = os.getpid(), sorted(os.listdir("/dev/fd"))

    def work(numbers: Iterator[int]) -> bytes:
        if os.getpid() != here:
            time.sleep(60)
        raise ValueError(next(numbers))

    began = time.monotonic()
    with pytest.raises(ValueError, match="0"):
        shared(work, 10, processors)
    assert time.monotonic() - began < 30
    assert sorted(os.listdir("/dev/fd")) == before


@pytest.mark.usefixtures("processors")
def test_where_no_pipe_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work is done all the same."""

    def none() -> tuple[int, int]:
        raise OSError

    monkeypatch.setattr(processes.os, "pipe", none)
    assert spread(told, 2) in ([b"0 of 1"], [b"0 of 2", b"1 of 2"])
    assert shared(listed, 5, 2) == [b"0 1 2 3 4"]


@pytest.mark.parametrize("allowed", [0, 1])
def test_where_no_process_can_be_had(allowed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The work is done all the same, and no file stays open, whether it is the first or a later."""
    monkeypatch.setattr(processes, "_processors", lambda: 3)
    left, forked = [allowed], os.fork

    def fork() -> int:
        if not left[0]:
            raise OSError
        left[0] -= 1
        return forked()

    before = sorted(os.listdir("/dev/fd"))
    monkeypatch.setattr(os, "fork", fork)
    assert spread(told, 3) == [b"0 of 3", b"1 of 3", b"2 of 3"]
    left[0] = allowed
    assert numbers_in(shared(listed, 5, 3)) == [0, 1, 2, 3, 4]
    assert sorted(os.listdir("/dev/fd")) == before


@pytest.mark.usefixtures("nothing_stays", "processors")
def test_more_is_said_than_a_pipe_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it arrives, however little the system takes at once; and nobody is left behind."""
    real = os.write
    monkeypatch.setattr(os, "write", lambda file, data: real(file, bytes(data)[:50_000]))
    assert b"".join(spread(lambda nth, of: b"%d" % of * 300_000, 4)) in (
        b"%d" % of * 300_000 * of for of in (1, 2, 4)
    )


@pytest.mark.parametrize(("allowed", "count"), [({0}, 1), ({3, 5}, 2), (set(range(64)), 4)])
def test_no_more_processors_are_used_than_are_left_to_us(
    allowed: set[int], count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A container may have two of sixty-four; and sixty-four would cost more than they bring."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: allowed, raising=False)
    assert processes._processors() == count
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: len(allowed))  # macOS knows no other
    assert processes._processors() == count
    monkeypatch.delattr(os, "fork")
    assert processes._processors() == 1
