"""Work that is done in two processes at once, where there is enough of it.

Reading and judging are bound by the processor, and threads of Python share one. A forked process
costs some 2 ms, so this pays from a few thousand files.
"""

from __future__ import annotations

import os
from collections.abc import Callable


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
