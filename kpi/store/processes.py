"""Work that is done in several processes at once, where there is enough of it.

Reading and judging are bound by the processor, and threads of Python share one. A forked process
costs some 2 ms, so a second one pays from a few thousand files.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

MOST = 4  # processes at once: each has some megabytes of its own, and what they say is put together


def spread(work: Callable[[int, int], bytes], most: int) -> list[bytes]:
    """What `work` returns as the nth of so many, for each of them; `most` of them are worth while.

    There is one for each processor that we may use, and all but the first run in processes of their
    own. What a process that dies, or that cannot be had, would have said is done here. Whatever the
    first one raises is raised. `work` must not change anything outside.
    """
    count = max(1, min(most, _processors()))
    parts = _all_of(lambda nth: work(nth, count), count)
    return [work(nth, count) if part is None else part for nth, part in enumerate(parts)]


def shared(work: Callable[[Iterator[int]], bytes], count: int, most: int) -> list[bytes]:
    """What `work` returns of the numbers below `count`, of which each process takes the next one
    whenever it is free; otherwise as `spread`.

    For work in many parts of which nobody knows how long one takes: half of the parts may be nearly
    all of it.
    """
    step = -(-count // _MOST_TURNS) or 1
    starts = range(0, count, step)
    try:
        queue, writer = os.pipe()
    except OSError:
        return [work(iter(range(count)))]
    taken = set[int]()

    def turns() -> Iterator[int]:
        while turn := os.read(queue, 2):
            start = starts[int.from_bytes(turn, "big")]
            taken.update(part := range(start, min(start + step, count)))
            yield from part

    try:
        with os.fdopen(writer, "wb") as file:
            file.write(b"".join([nth.to_bytes(2, "big") for nth in range(len(starts))]))
        own, *others = _all_of(lambda _: work(turns()), min(most, _processors()))
    finally:
        os.close(queue)
    if None in others:  # nobody knows which numbers it took, but that they are none of ours
        others = [work(number for number in range(count) if number not in taken)]
    return [part for part in (own, *others) if part is not None]


_MOST_TURNS = 2_000  # what a pipe takes at once, on any system, is at least 4 KiB


def _processors() -> int:
    """How many processes can be at work at once, MOST at most; 1 where there is no `fork`."""
    if not hasattr(os, "fork"):
        return 1
    if hasattr(os, "sched_getaffinity"):  # what a container, or `taskset`, leaves us
        return min(len(os.sched_getaffinity(0)), MOST)
    return min(os.cpu_count() or 1, MOST)


def _all_of(work: Callable[[int], bytes], count: int) -> list[bytes | None]:
    """What `work` returns of 0, and of each number below `count` in a process of its own.

    None for a process that died, or could not be had.
    """
    others: list[tuple[int, int] | None] = []
    try:
        for nth in range(1, count):
            others.append(_forked(work, nth, [other[0] for other in others if other is not None]))
        parts: list[bytes | None] = [work(0)]
        for other in others:
            parts.append(_read(other[0]) if other is not None else None)
    except BaseException:
        for other in others:
            if other is not None:
                os.kill(other[1], 9)
        raise
    finally:
        ended = [other is not None and _ended(*other) for other in others]
    return [
        parts[0],
        *(part if well else None for part, well in zip(parts[1:], ended, strict=True)),
    ]


def _forked(work: Callable[[int], bytes], nth: int, open_: Sequence[int]) -> tuple[int, int] | None:
    """The reading end and the number of a process that does the nth part; None without one.

    `open_` are the reading ends of those before it.
    """
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
        for end in (*open_, reader):
            os.close(end)
        rest = memoryview(work(nth))
        while rest:
            rest = rest[os.write(writer, rest) :]
        code = 0
    finally:
        os._exit(code)


def _read(reader: int) -> bytes:
    with os.fdopen(reader, "rb", closefd=False) as pipe:
        return pipe.read()


def _ended(reader: int, child: int) -> bool:
    """Whether a process said all that it had to say: it ends with 0 only then."""
    os.close(reader)
    _, code = os.waitpid(child, 0)
    return code == 0
