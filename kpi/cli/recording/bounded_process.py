"""A call in a process of its own, which can be stopped: a library's loop without end cannot.

Found by fuzzing: python-calamine never returns from an OpenDocument sheet whose XML ends too early,
and heeds no Ctrl-C meanwhile. A forked process costs two milliseconds and bounds time and memory.
Windows cannot fork; there the call is made here, without bounds.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import signal
from collections.abc import Callable
from typing import TypeVar

from kpi.cli import exits
from kpi.facts.keys.fields import Wrong

T = TypeVar("T")


def apart(call: Callable[[], T], seconds: int, megabytes: int) -> T:
    """What `call` gives, within so many seconds of the processor and so many MB more than now.

    Raises Wrong as `call` does, and where it goes beyond its bounds or brings its process down;
    Stop where the system has no process or pipe to give.
    """
    if not hasattr(os, "fork"):
        return call()
    ends: tuple[int, ...] = ()
    try:
        reading, writing = ends = os.pipe()
        child = os.fork()
    except OSError as error:
        for end in ends:
            os.close(end)
        what = f"no second process can be had to read the file in: {error.strerror}"
        remedy = "see free memory and processes, then retry"
        raise exits.Stop(exits.REFUSED, f"{what}; {remedy}") from None
    if child == 0:
        _answer(call, writing, seconds, megabytes)
    try:
        os.close(writing)
        with open(reading, "rb") as pipe:
            data = pipe.read()
    except BaseException:  # Ctrl-C too: it must not run on without us
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        _, ended = os.waitpid(child, 0)
    if ended != 0:  # it ends with 0 only once all is said
        what = "the file takes more time or memory to read than a table does"
        raise Wrong(what, "open it in a spreadsheet program and save it as xlsx or CSV UTF-8")
    kind, content = pickle.loads(data)  # noqa: S301 - written by ourselves, a moment ago
    if kind == "wrong":
        raise Wrong(*content)
    if kind == "fault":
        raise RuntimeError(content)
    value: T = content
    return value


def _answer(call: Callable[[], object], writing: int, seconds: int, megabytes: int) -> None:
    """Makes the call, writes what came of it, and ends the process: with 0 once all is written."""
    code = 1
    try:
        faulthandler.disable()  # an end by its bounds is meant, and no crash to tell of
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # where a library would say that it panics
        _limit(seconds, megabytes)
        answer: tuple[str, object]
        try:
            answer = ("value", call())
        except Wrong as wrong:
            answer = ("wrong", (wrong.what, wrong.remedy))
        except MemoryError:
            return
        except BaseException as error:
            answer = ("fault", f"{type(error).__name__}: {error}")
        with open(writing, "wb") as pipe:
            pipe.write(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
        code = 0
    finally:
        os._exit(code)


def _limit(seconds: int, megabytes: int) -> None:
    """Bounds this process; where the system cannot tell what it holds, in time alone."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    try:
        with open("/proc/self/statm", "rb") as file:
            held = int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return
    most = held + megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
