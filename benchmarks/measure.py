"""Whole processes, timed one after the other in turns: A B C A B C …

A machine that others use drifts, so two commands are compared by the median of their paired
ratios: A's time over B's in the same round. Nothing of the preparation of a run is in its time.

The peak memory is not `ru_maxrss`: Linux lets a process begin with the peak of the one that
started it (a `true` started from a process of 100 MB reports 100 MB). It is looked up every half
millisecond in a run that is not timed. Of a command of one process it is that process's own peak
(VmHWM). Of several it is the most that they had at one instant: what each has for itself, and what
they share once, for which the largest share of one of them stands.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

GLANCE = 0.0005  # seconds between two looks at the memory of a running command
BRIEF = 0.2  # seconds under which memory is looked up in five runs


@dataclass(frozen=True)
class Command:
    """What is measured, and what is done each time before it, outside its time."""

    name: str
    argv: Sequence[str]
    folder: str = "/"
    environment: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], object] = lambda: None
    codes: tuple[int, ...] = (0,)  # exit codes that are no failure


@dataclass
class Runs:
    """What was measured of one command: the n-th entries are of the n-th round."""

    wall: list[float] = field(default_factory=list)  # seconds
    cpu: list[float] = field(default_factory=list)  # seconds of all its processes together
    peak: int = 0  # bytes

    @property
    def median(self) -> float:
        """Of the wall times, in seconds."""
        return statistics.median(self.wall)


class Failed(Exception):  # noqa: N818 - the command is at fault
    """A command that did not end as it should."""


def paired(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios of the n-th of ours to the n-th of theirs.

    >>> paired([2.0, 30.0, 8.0], [1.0, 10.0, 2.0])
    3.0
    """
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


def in_turns(commands: Sequence[Command], rounds: int, tell: Callable[[str], object]) -> list[Runs]:
    """Every command `rounds` times in turns, after one round that does not count; then its memory.

    Raises Failed for a command that ends badly: its time would mean nothing.
    """
    found = [Runs() for _ in commands]
    for nth in range(-1, rounds):
        tell(f"  round {nth + 1} of {rounds}" if nth >= 0 else "  a round that does not count")
        for command, runs in zip(commands, found, strict=True):
            wall, cpu = timed(command)
            if nth >= 0:
                runs.wall.append(wall)
                runs.cpu.append(cpu)
    tell("  memory")
    for command, runs in zip(commands, found, strict=True):
        # A run of a few milliseconds may be over before its peak is seen.
        looks = [peak(command) for _ in range(5 if runs.median < BRIEF else 1)]
        runs.peak = round(statistics.median(looks))
    return found


def timed(command: Command) -> tuple[float, float]:
    """Wall and processor time of one run, in seconds. Raises Failed."""
    command.before()
    start = time.perf_counter()
    pid = _started(command)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    _refuse_failure(command, status)
    return wall, usage.ru_utime + usage.ru_stime


def peak(command: Command) -> int:
    """The peak memory of all processes of one run, in bytes. Raises Failed."""
    command.before()
    pid = _started(command)
    alone = most = 0
    while True:
        # The last one seen: a process that becomes another program begins with a new peak.
        alone = _peak_so_far(pid) or alone
        family = _family(pid)
        if len(family) > 1:
            most = max(most, _together(family))
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            _refuse_failure(command, status)
            return max(alone, most)
        time.sleep(GLANCE)


def _started(command: Command) -> int:
    """The process of a command, whose output goes nowhere."""
    os.chdir(command.folder)
    nowhere = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, nowhere, stream) for stream in (0, 1, 2)]
    try:
        return os.posix_spawnp(
            command.argv[0], command.argv, surroundings(command.environment), file_actions=actions
        )
    finally:
        os.close(nowhere)


def surroundings(more: Mapping[str, str]) -> dict[str, str]:
    """The environment of a command: ours, without what would slow every Python down."""
    slow = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "COVERAGE_PROCESS_START")
    return {key: text for key, text in os.environ.items() if key not in slow} | dict(more)


def _refuse_failure(command: Command, status: int) -> None:
    code = os.waitstatus_to_exitcode(status)
    if code not in command.codes:
        raise Failed(f"{command.name}: exit {code} of {' '.join(command.argv)}")


def _family(pid: int) -> list[int]:
    """A process and all that came of it, but for those that still borrow their parent's memory.

    That is how a program is started (vfork): it is the parent's memory that they would report.
    """
    found = [pid]
    for one in found:
        own = _proc(one, "statm")
        found += [
            child
            for child in map(int, _proc(one, f"task/{one}/children").split())
            if _proc(child, "statm") != own
        ]
    return found


def _proc(pid: int, what: str) -> bytes:
    """A file of a process in /proc; empty once it has ended."""
    try:
        with open(f"/proc/{pid}/{what}", "rb") as file:
            return file.read()
    except OSError:
        return b""


def _together(family: Sequence[int]) -> int:
    """The bytes that some processes have just now, with what they share counted once."""
    own, shared = 0, 0
    for pid in family:
        parts = {}
        for line in _proc(pid, "smaps_rollup").splitlines()[1:]:
            name, _, rest = line.partition(b":")
            parts[name] = int(rest.split()[0]) * 1024
        own += parts.get(b"Private_Clean", 0) + parts.get(b"Private_Dirty", 0)
        shared = max(shared, parts.get(b"Shared_Clean", 0) + parts.get(b"Shared_Dirty", 0))
    return own + shared


def _peak_so_far(pid: int) -> int:
    """The most memory that a process has had, in bytes; 0 once it has ended."""
    for line in _proc(pid, "status").splitlines():
        if line.startswith(b"VmHWM:"):
            return int(line.split()[1]) * 1024
    return 0
