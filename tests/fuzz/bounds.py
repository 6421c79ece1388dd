"""What every reader keeps, whatever a file holds: two seconds of the processor and 200 MB.

The bounds are for files under 1 MiB. Of the memory, 50 MB are Python's and the program's own.
"""

from __future__ import annotations

import re
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

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


#: Seconds of the processor that `_piece` takes where the bounds were set: an ordinary machine.
_ORDINARY = 0.012


def slowness() -> float:
    """How many times as long as an ordinary machine this one takes just now; at least 1.

    One that is shared may take three times as long for a while. What the bounds find, a square or a
    copy too many, takes twenty times as long anywhere.
    """
    took = []
    for _ in range(5):
        start = time.process_time()
        _piece()
        took.append(time.process_time() - start)
    return max(1.0, median(took) / _ORDINARY)


def _piece() -> object:
    """Some work of the kind that our readers do."""
    text = "".join(f"{n},2024-0{n % 9 + 1},{n * 1.5:.2f};\n" for n in range(6_000))
    rows = [dict(zip("abc", line.split(","), strict=False)) for line in text.split("\n") if line]
    found = re.findall(r"([0-9]+),([0-9]{4})-([0-9]{2}),([0-9.]+);", text)
    return sorted(rows, key=lambda row: row["c"]), {number + year for number, year, *_ in found}


@contextmanager
def bounded(seconds: float = SECONDS, megabytes: float = MEGABYTES) -> Iterator[None]:
    """Raises Exceeded at the end of a block that took too long, or grew by too much."""
    start, before = _spent(), peak()
    yield
    took, grew = _spent() - start, peak() - before
    if took > seconds and took > seconds * slowness():
        raise Exceeded(f"{took:.1f} s of the processor")
    if grew > megabytes:
        raise Exceeded(f"{grew:.0f} MB more than before")
