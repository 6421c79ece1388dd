"""How long the page takes, and how large it is: 100 and 2,000 targets with charts.

    python benchmarks/page.py [ROUNDS]

Times a whole run of `kpi status --format html` in a process of its own, and the writing of the page
alone. The goals are 400 kB and half a second for 100 targets. Nothing is asserted: machines differ.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from kpi.render.look import Look
from kpi.render.web.html import status_page
from tests.look import ledgers


def main(rounds: int) -> None:
    """Print a line for each size."""
    kpi = str(Path(sys.executable).parent / "kpi")
    for targets in (100, 2000):
        with tempfile.TemporaryDirectory() as folder:
            root = ledgers.write(Path(folder), targets)
            whole = []
            for _ in range(rounds):
                start = time.perf_counter()
                run = subprocess.run(  # noqa: S603
                    [kpi, "status", "--format", "html", "--project", folder, "--on", "2026-11-22"],
                    check=True, capture_output=True,
                )  # fmt: skip
                whole.append(time.perf_counter() - start)
            board = ledgers.board_of(root)
            start = time.perf_counter()
            status_page(board, Look())
            page = time.perf_counter() - start
            sys.stdout.write(
                f"{targets} targets: {len(run.stdout) / 1000:.0f} kB,"
                f" {statistics.median(whole):.2f} s for the command, {page:.2f} s for the page\n"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
