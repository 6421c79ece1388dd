"""Reading a spreadsheet in a process of its own, which may take no more than so much memory.

A few kilobytes may name cells, or repeat texts, that unfold to more than any machine holds, and
what unfolds them is not ours: it cannot be told to stop. A process can. Where the system sets no
such limits (Windows), the spreadsheet is read without one.
"""

from __future__ import annotations

import pickle
import subprocess
import sys

from kpi.facts.fields import Wrong
from kpi.facts.intake.workbook import RAN_OUT, Grid, require_reader
from kpi.facts.intake.workbook import read_workbook as unconfined

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

#: Bytes of memory, and seconds: many times what the largest sheet of an office takes.
MEMORY, SECONDS = 320 * 1024 * 1024, 120

_CHILD = "from kpi.cli.confined import answer; answer()"


def read_workbook(data: bytes, sheet: str) -> Grid:
    """As `workbook.read_workbook`; raises Wrong also where memory or time ran out."""
    require_reader()
    if resource is None or not sys.executable:
        return unconfined(data, sheet)
    try:
        done = subprocess.run(  # noqa: S603 - this very program
            [sys.executable, "-P", "-c", _CHILD],
            input=pickle.dumps((data, sheet)), capture_output=True, timeout=SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Wrong(f"the spreadsheet cannot be read within {SECONDS} s", RAN_OUT) from None
    if done.returncode < 0 or done.returncode == _RAN_OUT_OF_MEMORY:
        what = f"the spreadsheet takes over {MEMORY // 1024 // 1024} MiB of memory"
        raise Wrong(what, RAN_OUT)
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2])
    found: Grid | tuple[str, str] = pickle.loads(done.stdout)  # noqa: S301 - our own process wrote it
    if isinstance(found, tuple):
        raise Wrong(*found)
    return found


_RAN_OUT_OF_MEMORY = 3


def answer() -> None:
    """In the process of its own: the grid, or what is wrong, on the standard output."""
    data, sheet = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own process wrote it
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        found: Grid | tuple[str, str] = unconfined(data, sheet)
        said = pickle.dumps(found)
    except Wrong as wrong:
        said = pickle.dumps((wrong.what, wrong.remedy))
    except MemoryError:
        sys.exit(_RAN_OUT_OF_MEMORY)
    sys.stdout.buffer.write(said)
