"""What every reader keeps, whatever a file holds: two seconds of the processor and 200 MB.

The bounds are for files under 1 MiB. Of the memory, 50 MB are Python's and the program's own.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager

LARGEST = 1 << 20  # bytes
SECONDS = 2.0  # of the processor
MEGABYTES = 200 - 50


class Exceeded(AssertionError):  # noqa: N818 - what was exceeded is in the message
    """A file that took more than it may."""


def peak() -> float:
    """The most memory that this process, or one that it has waited for, has held so far, in MB."""
    most = max(resource.getrusage(who).ru_maxrss
               for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))  # fmt: skip
    return most / (1_000_000 if sys.platform == "darwin" else 1_000_000 / 1024)


def _spent() -> float:
    """Seconds of the processor, of this process and of those that it has waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


@contextmanager
def bounded(seconds: float = SECONDS, megabytes: float = MEGABYTES) -> Iterator[None]:
    """Raises Exceeded at the end of a block that took too long, or grew by too much."""
    start, before = _spent(), peak()
    yield
    took, grew = _spent() - start, peak() - before
    if took > seconds:
        raise Exceeded(f"{took:.1f} s of the processor")
    if grew > megabytes:
        raise Exceeded(f"{grew:.0f} MB more than before")
