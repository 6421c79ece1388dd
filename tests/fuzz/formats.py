"""The table of what is fuzzed: one module for each format.

Each module has

    seeds()      sound and faulty files of its kind, from which the search sets out
    one(data)    what must hold for any bytes: it returns, or an assertion or crash is the finding
    WORDS        of what such files are made

A new format is one more module and one more row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from tests.fuzz.bounds import SECONDS

#: Name -> the seconds that a piece of it repeated to 1 MiB may take; None where none is that large.
#: A file that is imported has up to 30,000 figures, and both of their previews are made.
FORMATS = {
    "targets_file": SECONDS, "fact_file": SECONDS, "batch_file": SECONDS, "plain_file": SECONDS,
    "mapping_file": SECONDS, "report_file": SECONDS,
    "csv_file": 3 * SECONDS, "kosis_file": 3 * SECONDS, "opensdg_file": 3 * SECONDS,
    "workbook_file": 3 * SECONDS, "cache_file": None, "revision": None, "command_line": None,
}  # fmt: skip


@dataclass(frozen=True)
class Format:
    """One row of the table, loaded."""

    name: str
    seconds: float | None
    seeds: Callable[[], Iterator[bytes]]
    one: Callable[[bytes], None]
    words: tuple[bytes, ...]


def load(name: str) -> Format:
    """The format of a name. Loading it loads the parts of kpi that it tries."""
    module = import_module(f"tests.fuzz.{name}")
    words = tuple(
        w if isinstance(w, bytes) else w.encode("utf-8", "surrogatepass") for w in module.WORDS
    )
    return Format(name, FORMATS[name], module.seeds, module.one, words)


def repeated(data: bytes, size: int) -> bytes:
    r"""`HEAD \xff PIECE \xff TAIL` with the piece so often that the whole has about `size` bytes.

    >>> repeated(b"a\xffbc\xffd", 9)
    b'abcbcbcd'
    """
    head, _, rest = data.partition(b"\xff")
    piece, _, tail = rest.partition(b"\xff")
    times = (size - len(head) - len(tail)) // len(piece) if piece else 0
    return head + piece * max(times, 0) + tail
