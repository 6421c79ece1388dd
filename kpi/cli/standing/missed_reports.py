"""What `kpi status` adds at a terminal where the weekly reports have stopped coming.

A schedule that died tells nobody. The next report names the weeks that it lacks, but there may be
no next one; whoever looks at the table hears of it here, and `kpi doctor` knows more.
"""

from __future__ import annotations

import os
import sys
import time

from kpi.cli import screen
from kpi.facts.project_files import REPORTS_FOLDER

#: A running schedule has left a report of this week or of the last one, in any time zone.
DAYS = 8
#: One report alone may be somebody's trial.
FEWEST = 2


def tell(root: str, quiet: bool) -> None:
    """Says on the standard error that reports are missing, if somebody is there who reads it."""
    streams = (sys.stdout, sys.stderr)
    if quiet or not all(stream is not None and stream.isatty() for stream in streams):
        return
    weeks = _weeks(f"{root}/{REPORTS_FOLDER}")
    if len(weeks) >= FEWEST and (last := max(weeks)) < _due():
        screen.err(f"kpi: note: the last weekly report is that of {last}; see `kpi doctor`")


def _weeks(folder: str) -> set[str]:
    """The weeks that have a report, as 2026-W47."""
    try:
        names = os.listdir(folder)
    except OSError:
        return set()
    stems = (name.removesuffix(".json") for name in names if name.endswith(".json"))
    return {stem for stem in stems if stem[4:6] == "-W" and _is_week(stem[:4], stem[6:])}


def _is_week(year: str, week: str) -> bool:
    """Whether there is a week of that number: one of 2026-W99 would be later than any other."""
    return year.isascii() and year.isdecimal() and week.isascii() and "01" <= week <= "53"


def _due() -> str:
    """The first week of which, or of a later one, there should be a report by now."""
    seconds = time.time()
    if today := os.environ.get("KPI_TODAY"):
        seconds = time.mktime(time.strptime(today, "%Y-%m-%d"))
    return time.strftime("%G-W%V", time.gmtime(seconds - DAYS * 86_400))
