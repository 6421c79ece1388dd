"""What was promised of speed and memory, as ratios, and whether the measured runs keep it.

A goal looks into the runs by the names that `run.py` gives them; where one is missing, because it
is not installed or belongs to the long run, the goal is not measured and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from benchmarks.figures import SIZES
from benchmarks.measure import Runs, paired

#: The runs of all groups: group, command.
Measured = Mapping[str, Mapping[str, Runs]]

PASS, GIT = "python -c pass", "git status"
WARM, COLD = "kpi status, warm", "kpi status, cold"
ADDED, RECORDED = "kpi status, one file added", "kpi status, after kpi add"
AT_COLD, AT_WARM = "kpi status --at HEAD, cold", "kpi status --at HEAD, warm"
CHECK = "kpi check"
LAYOUTS = {"file": "files", "year": "year files", "batch": "batches"}
OTHERWISE = f"{COLD} (files as another program writes them)"
BIG, ALONE = "kpi show ID of 100,000, {}", "kpi show ID alone, {}"
LEVEL = 1.1  # times as long is still level: what a quiet machine repeats


@dataclass(frozen=True)
class Goal:
    """One line of the table: `number` must be at most `limit`, or at least it if `fast`."""

    work: str
    limit: float
    unit: str  # what stands behind the number: "× git status", "s", "bytes an observation"
    number: Callable[[Measured], float]  # raises KeyError where something was not measured
    fast: bool = False

    def asked(self) -> str:
        """The goal in words."""
        return f"{'≥' if self.fast else '≤'} {self.limit:g} {self.unit}"

    def reached(self, number: float) -> bool:
        return number >= self.limit if self.fast else number <= self.limit


def of(layout: str, command: str) -> str:
    """The name of a command of ours in a group that has several layouts."""
    return f"{command} ({LAYOUTS[layout]})"


def _over(group: str, ours: str, theirs: str) -> Callable[[Measured], float]:
    """How many times as long ours takes as theirs."""
    return lambda found: paired(found[group][ours].wall, found[group][theirs].wall)


def _faster(group: str, ours: str, theirs: str) -> Callable[[Measured], float]:
    """How many times as fast ours is as theirs."""
    return _over(group, theirs, ours)


def _seconds(group: str, *commands: str) -> Callable[[Measured], float]:
    """The slowest of the medians."""
    return lambda found: max(found[group][one].median for one in commands)


def _bytes_each(found: Measured) -> float:
    """Peak memory over that of a tiny project, for each observation: the worst of the layouts.

    Of a million: what a second process and the patterns take, 8 MB, is not for each observation.
    """
    ours = [found["1m"][of(layout, COLD)].peak for layout in LAYOUTS]
    return (max(ours) - found["tiny"][COLD].peak) / SIZES["1m"].count


def _warm_memory(found: Measured) -> float:
    """The worst of the layouts, in MB of a million bytes."""
    group = "1m" if "1m" in found else "10k"
    return max(found[group][of(layout, WARM)].peak for layout in LAYOUTS) / 1e6


def _growth(found: Measured) -> float:
    """Time for each observation at a million, over that at 100,000: the worst of the layouts."""
    runs = found["1m"]
    each = SIZES["1m"].count / SIZES["100k"].count
    return max(
        paired(runs[of(one, COLD)].wall, runs[f"{of(one, COLD)}, 100k"].wall) / each
        for one in LAYOUTS
    )


GOALS = (
    Goal("`kpi status` of the real project, warm", 1.5, f"× `{PASS}`", _over("real", WARM, PASS)),
    Goal(
        "the same", 1, "× `hledger balance` on as many facts",
        _over("real", WARM, "hledger balance"),
    ),
    Goal(
        "the same", LEVEL, "× `ledger balance` on as many facts: level",
        _over("real", WARM, "ledger balance"),
    ),
    Goal(
        "the same, nothing cached, everything checked", 8, f"× `{PASS}`", _over("real", COLD, PASS)
    ),
    Goal(
        "the same, after adding one observation with `kpi add`", 2, f"× `{PASS}`",
        _over("real", RECORDED, PASS),
    ),
    Goal(
        "the same, after one came otherwise: from an editor, by `git pull`", 2, f"× `{PASS}`",
        _over("real", ADDED, PASS),
    ),
    Goal(
        "10,000 observation files, warm", 2.5, "× `git status` of the same tree",
        _over("10k", of("file", WARM), GIT),
    ),
    Goal(
        "100,000 files, cold", 5, "× as fast as `hledger balance`",
        _faster("100k", of("file", COLD), "hledger balance"), fast=True,
    ),
    Goal(
        "the same", 1.1, "× as fast as `ledger balance`",
        _faster("100k", of("file", COLD), "ledger balance"), fast=True,
    ),
    Goal(
        "the same", 20, "× as fast as beancount",
        _faster("100k", of("file", COLD), "beancount"), fast=True,
    ),
    Goal("100,000 files, warm", 1.2, f"× `{GIT}`", _over("100k", of("file", WARM), GIT)),
    Goal("1,000,000 files, cold", 5, "s", _seconds("1m", of("file", COLD))),
    Goal(
        "1,000,000 in year files or batches, cold", 2, "s (the slower)",
        _seconds("1m", of("year", COLD), of("batch", COLD)),
    ),
    Goal("1,000,000 files, warm", 1, f"× `{GIT}`", _over("1m", of("file", WARM), GIT)),
    Goal("1,000,000 in batches, warm", 10, f"× `{PASS}`", _over("1m", of("batch", WARM), PASS)),
    Goal("memory, cold, of the worst layout", 150, "bytes an observation", _bytes_each),
    Goal("memory, warm, of the worst layout", 25, "MB", _warm_memory),
    Goal(
        "`kpi status --at HEAD`, 100,000 files, nothing cached", 1.5,
        "× the cold read of the folder",
        _over("100k", AT_COLD, of("file", COLD)),
    ),
    Goal("the same, cached", 2, f"× `{PASS}`", _over("100k", AT_WARM, PASS)),
    Goal(
        "`kpi show ID`, one target of 5,000 among 100,000 facts, warm", 1.5,
        "× the same target alone", _over("one", BIG.format("warm"), ALONE.format("warm")),
    ),
    Goal(
        "`kpi check`, 100,000 files", 4, "× the cold status",
        _over("100k", CHECK, of("file", COLD)),
    ),
    Goal("growth: time an observation at 1,000,000", 1.25, "× that at 100,000", _growth),
)  # fmt: skip
