"""The page of results: goals, everything that was measured, the peers, the machine."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence

from benchmarks.goals import GOALS, PASS, Goal, Measured
from benchmarks.measure import Runs, paired
from benchmarks.peers import DIFFERS

HEAD = """\
# Benchmarks

Made by `make {target}` on {day}; run it again and this page is replaced. Every number is of whole
processes, run in turns (A B C A B C …) on one machine; a ratio is the median of the paired ratios
of the rounds. The figures of the projects are invented, but for the real one's. The files were in
the page cache of the system in every run; "cold" means that the folder of kpi's own cache was
emptied before each run, "warm" that nothing had changed since the run before. Memory is the
most that all processes of a command had at one time, what a fork shares with its parent counted
once.
"""


def page(
    found: Measured, notes: Mapping[str, str], missing: Mapping[str, str], machine: str, day: str
) -> str:
    """The whole page as Markdown. `notes` says of each group what was measured."""
    long = "1m" in found
    parts = [HEAD.format(target="bench" if long else "bench-quick", day=day)]
    parts.append(f"## Goals\n\n{goals(found)}")
    parts.append(
        "## Growth\n\n![Time and memory of `kpi status` against the number of observations]"
        "(growth.svg)\n\nBoth scales go by powers of ten: what grows in proportion climbs a step"
        " with each step.\n"
    )
    parts.append("## Everything measured\n")
    for group, runs in found.items():
        parts.append(f"### {notes[group]}\n\n{table(runs)}")
    parts.append(f"## What the others do differently\n\n{peers(found, missing)}")
    parts.append(f"## Machine and versions\n\n{machine}")
    return "\n".join(parts)


def goals(found: Measured) -> str:
    """The table of goals with what was measured."""
    lines = ["| work | goal | measured | reached |", "|---|---|---:|---|"]
    for goal in GOALS:
        try:
            number = goal.number(found)
        except KeyError as missing:
            shown, word = "–", f"not measured: {_why(missing)}"
        else:
            shown, word = _decisive(goal, number), "yes" if goal.reached(number) else "**no**"
        lines.append(f"| {goal.work} | {goal.asked()} | {shown} | {word} |")
    return "\n".join(lines) + "\n"


def _decisive(goal: Goal, number: float) -> str:
    """The number with as many digits as show whether the goal was reached: 1.1 or 1.104."""
    shown = figure(number)
    for places in range(1, 9):
        if goal.reached(float(shown)) == goal.reached(number):
            break
        shown = f"{number:.{places}f}"
    return shown


def _why(missing: KeyError) -> str:
    """Why there is no run: its whole group was left out, or the one command is missing."""
    name = missing.args[0]
    return "only `make bench` does" if name in ("1m", "100k", "one") else f"no run of {name}"


def table(runs: Mapping[str, Runs]) -> str:
    """Every command of a group."""
    rounds = len(next(iter(runs.values())).wall)
    lines = [
        f"| command ({rounds} rounds) | median | least | most | processor | memory | × `{PASS}` |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    floor = runs[PASS].wall
    for name, one in runs.items():
        cells = (
            name, duration(one.median), duration(min(one.wall)), duration(max(one.wall)),
            duration(sorted(one.cpu)[len(one.cpu) // 2]),
            f"{one.peak / 1e6:.1f} MB" if one.peak else "–", figure(paired(one.wall, floor)),
        )  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def duration(seconds: float) -> str:
    """
    >>> duration(0.00931), duration(0.25), duration(7.4)
    ('9.3 ms', '250 ms', '7.40 s')
    """
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"


def figure(number: float) -> str:
    """A ratio with three digits that mean something.

    >>> figure(0.0931), figure(1.476), figure(38.4), figure(1234.5)
    ('0.093', '1.48', '38.4', '1234')
    """
    if number >= 100:
        return f"{number:.0f}"
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}" if number >= 1 else f"{number:.3f}"


def peers(found: Measured, missing: Mapping[str, str]) -> str:
    """One line for each that was measured, and one for each that could not be."""
    there = {name for runs in found.values() for name in runs}
    lines = [f"- **{name}** {text}." for name, text in DIFFERS.items() if name in there]
    lines += [f"- **{name}** was not measured: {why}." for name, why in missing.items()]
    lines.append(
        "- **kpi** reads every file of the tree with its period, status, source and vintages, holds"
        " it against the schema, judges each target by its paths and by six published methods, and"
        " prints a row for each. It may use as many processes as there are processors, four at"
        " most; the column of processor time has all of them."
    )
    return "\n".join(lines) + "\n"


def machine(folder: str, load: Sequence[float], versions: Mapping[str, str]) -> str:
    """What all of it ran on, as a list. `folder` is where the projects lay."""
    facts = {
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB",
        "processes that wanted a core": f"{load[0]:.1f} when it began, {load[-1]:.1f} at its end",
        "system": f"{platform.system()} {platform.release()}",
        "file system": _file_system(folder),
        **versions,
    }
    return "\n".join(f"- {name}: {text}" for name, text in facts.items()) + "\n"


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            for line in file:
                if line.startswith("model name"):
                    return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def _file_system(folder: str) -> str:
    """The kind of file system that holds a folder: that of the longest mount point above it."""
    path, found = os.path.realpath(folder), ("", "unknown")
    try:
        with open("/proc/mounts", encoding="utf-8") as file:
            for line in file:
                _, point, kind, *_ = line.split()
                if path.startswith(point.rstrip("/") + "/") and len(point) >= len(found[0]):
                    found = (point, kind)
    except OSError:
        pass
    return found[1]
