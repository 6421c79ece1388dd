"""Work that is done in two processes at once, where there is enough of it.

Reading and judging are bound by the processor, and threads of Python share one. A forked process
costs some 2 ms, so this pays from a few thousand files.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator


def both(work: Callable[[int], bytes]) -> tuple[bytes, bytes]:
    """What `work(0)` and `work(1)` return; the latter runs in a process of its own if it can.

    Where there is no second processor or no `fork`, or where the other process dies, `work(1)` is
    done here. Whatever `work(0)` raises is raised. `work` must not change anything outside.
    """
    other = _forked(work)
    if other is None:
        return work(0), work(1)
    reader, child = other
    try:
        own = work(0)
        with os.fdopen(reader, "rb") as pipe:
            reader = -1
            said = pipe.read()
    except BaseException:
        os.kill(child, 9)
        raise
    finally:
        if reader >= 0:
            os.close(reader)
        _, ended = os.waitpid(child, 0)
    return own, said if ended == 0 else work(1)  # it ends with 0 only once all is said


def shared(work: Callable[[Iterator[int]], bytes], count: int) -> tuple[bytes, bytes]:
    """What `work` returns of the numbers below `count`, of which each of two processes takes the
    next one whenever it is free; otherwise as `both`.

    For work in many parts of which nobody knows how long one takes: half of the parts may be nearly
    all of it.
    """
    each = -(-count // _MOST_TURNS) or 1
    starts = range(0, count, each)
    try:
        queue, writer = os.pipe()
    except OSError:
        return both(lambda nth: work(iter(range(nth, count, 2))))
    here, taken = os.getpid(), set[int]()

    def turns() -> Iterator[int]:
        while turn := os.read(queue, 2):
            start = starts[int.from_bytes(turn, "big")]
            taken.update(part := range(start, min(start + each, count)))
            yield from part

    def half(nth: int) -> bytes:
        if nth == 1 and os.getpid() == here:  # there is no other process, or it has died
            return work(one for one in range(count) if one not in taken)
        return work(turns())

    try:
        with os.fdopen(writer, "wb") as file:
            file.write(b"".join([nth.to_bytes(2, "big") for nth in range(len(starts))]))
        return both(half)
    finally:
        os.close(queue)


_MOST_TURNS = 2_000  # what a pipe takes at once, on any system, is at least 4 KiB


def _forked(work: Callable[[int], bytes]) -> tuple[int, int] | None:
    """The reading end and the process of a fork that does the second half; None without one."""
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        return None
    try:
        reader, writer = os.pipe()
    except OSError:
        return None
    try:
        child = os.fork()
    except OSError:
        os.close(reader)
        os.close(writer)
        return None
    if child:
        os.close(writer)
        return reader, child
    code = 1
    try:  # nothing of the first process may run on here: no cleaning up, no output
        os.close(reader)
        rest = memoryview(work(1))
        while rest:
            rest = rest[os.write(writer, rest) :]
        code = 0
    finally:
        os._exit(code)
