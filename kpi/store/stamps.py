"""A stamp: what the file system says of a project's records, so that any change of them shows.

A change of a file's content, name, mode or owner moves its `ctime` or that of its folder, and no
program can set one back. A stamp that still holds therefore shows that every record still has the
bytes it had, at the price of one `lstat` a file (1.4 µs) and without opening one. Beyond its reach
are another file system mounted in the folder's place whose times and numbers are equal to the
nanosecond, and a file that is written through memory mapped before the stamp was taken.

It proves so by git's rule: a file that was written in the same grain of the clock in which the
stamp was taken may be written once more without a trace, so such a stamp is not given out at all.
"""

from __future__ import annotations

import os
import stat

GRAIN = 20_000_000  # nanoseconds between two marks of a kernel's clock, with room to spare
COARSE = 2_000_000_000  # of a file system that knows whole seconds only

Stamp = list[str]  # one line for targets.toml, then one for each folder of observations


def take(root: str, targets: str, observations: str, now: int) -> Stamp | None:
    """The stamp of the records at `root`, taken at `now` (nanoseconds since 1970).

    None where none would be proof: something was written just now or after `now`, or there is a
    link, whose end may change unseen, or a folder whose name has a line's end. To be taken before
    the records are read.
    """
    of_targets = file_line(f"{root}/{targets}")
    if of_targets is None:
        return None
    line, newest = of_targets
    lines = [line]
    try:
        if not os.path.lexists(f"{root}/{observations}"):
            return [line, absent(observations)] if settled(newest, now) else None
        waiting = [observations]
        while waiting:
            looked = _looked_through(root, waiting.pop())
            if looked is None:
                return None
            line, below, changed = looked
            lines.append(line)
            newest = max(newest, changed)
            waiting += below
    except OSError:
        return None
    return lines if settled(newest, now) else None


def _looked_through(root: str, name: str) -> tuple[str, list[str], int] | None:
    """The line of a folder, the folders in it, and when anything of it last changed.

    Each file is looked at once, so that its time in the line is the one that is found settled.
    None if there is a link, or a folder whose line might be taken for two. Raises OSError.
    """
    itself = os.lstat(f"{root}/{name}")
    below, names, times, newest = list[str](), list[str](), list[int](), itself.st_ctime_ns
    with os.scandir(f"{root}/{name}") as entries:
        for entry in entries:
            if entry.is_symlink():
                return None
            changed = entry.stat(follow_symlinks=False).st_ctime_ns
            newest = max(newest, changed)
            if _is_facts(entry.name):
                names.append(entry.name)
                times.append(changed)
            if entry.is_dir(follow_symlinks=False) and entry.name[0] != ".":
                below.append(f"{name}/{entry.name}")
    if not all(map(str.isprintable, below)):
        return None
    return folder_line(name, mark(itself), times, names), below, newest


def settled(newest: int, now: int) -> bool:
    """Whether what changed at `newest` cannot change again without a trace, seen from `now`."""
    return newest + (GRAIN if newest % 1_000_000_000 else COARSE) < now


def changed(root: str, stamp: Stamp) -> list[str] | None:
    """The names of what is not as it was: the file of targets, or folders of observations.

    None if it is no stamp of ours. Where there are many files, several processes share the folders.
    """
    files = count(stamp)
    if files is None:
        return None
    most = files // EACH
    if most < 2:
        return _changed(root, stamp)
    from kpi.store.processes import spread

    how = ("utf-8", "surrogateescape")
    parts = spread(lambda nth, of: "\n".join(_changed(root, stamp[nth::of])).encode(*how), most)
    return [name for part in parts for name in part.decode(*how).split("\n") if name]


def count(stamp: Stamp) -> int | None:
    """The files of observations of which a stamp tells; None if it is no stamp of ours."""
    try:
        return sum(int(line.split("\t", 3)[2]) for line in stamp[1:])
    except (IndexError, ValueError):
        return None


EACH = 4_000  # files for which one more process pays: a fork and its end take 2 ms


def _changed(root: str, stamp: Stamp) -> list[str]:
    """The names of the file and the folders whose lines in a stamp hold no longer."""
    differing, state = [], os.lstat
    for line in stamp:
        name, *parts = line.split("\t")
        path = f"{root}/{name}"
        try:
            if parts and parts[0][:1] == "=":
                same = _file(path) == line
            elif len(parts) > _NAMES:
                times = tuple([state(f"{path}/{file}").st_ctime_ns for file in parts[_NAMES:]])
                same = parts[0] == mark(state(path)) and parts[2] == str(hash(times))
            else:
                same = _folder(root, name) == line
        except (OSError, ValueError):  # the latter for a name that no file system takes
            same = line == absent(name) and not os.path.lexists(path)
        if not same:
            differing.append(name)
    return differing


def _file(path: str) -> str:
    line = file_line(path)
    return line[0] if line is not None else ""


def file_line(path: str) -> tuple[str, int] | None:
    """The line of a single file, and when it last changed; None if it is no ordinary file."""
    try:
        state = os.lstat(path)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(state.st_mode):
        return None
    name = path.rpartition("/")[2]
    line = f"{name}\t={state.st_ctime_ns}\t{state.st_mtime_ns}\t{state.st_size}\t{state.st_ino}"
    return line, state.st_ctime_ns


def absent(name: str) -> str:
    """The line of a folder that is not there."""
    return f"{name}\t-\t0"


def _folder(root: str, name: str) -> str:
    """The line of a folder as it is now. Raises OSError."""
    path = f"{root}/{name}"
    own_mark = mark(os.lstat(path))
    names = list(filter(_is_facts, os.listdir(path)))
    times = [os.lstat(f"{path}/{file}").st_ctime_ns for file in names]
    return folder_line(name, own_mark, times, names)


def _is_facts(name: str) -> bool:
    return name[-5:] == ".toml" and name[0] != "."


def mark(state: os.stat_result) -> str:
    """What tells a folder from itself at another time, and from another one made in one tick."""
    return f"{state.st_ctime_ns}.{state.st_ino}"


def folder_line(name: str, changed: str, times: list[int], names: list[str]) -> str:
    """The line of a folder: its own `mark`, and when each file in it changed, in its order.

    The order stays as long as the folder does. Names need no mention: whatever comes, goes, is
    renamed or becomes something else moves the folder's own time. Those of a few files stand there
    all the same, because listing a folder takes as long as the states of four files.
    """
    line = f"{name}\t{changed}\t{len(times)}\t{hash(tuple(times))}"
    if 0 < len(names) <= NAMED:
        named = "\t".join(names)
        if "\n" not in named and named.count("\t") == len(names) - 1:
            return f"{line}\t{named}"
    return line


_NAMES = 3  # where they stand, after what else follows the folder's own name
NAMED = 8  # files of a folder up to which a stamp holds their names: more would fill the memory
