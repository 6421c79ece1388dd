"""One folder's files in one pass: their names, their bytes, and the line of the stamp.

For whoever reads all records of a project and has no use for anything unusual: a link, a file that
is none, one that is too large, a strange name. Any of these ends the pass with `Unplain`, and the
project is read through `trees`, which tells what is wrong. Each file is opened once, so that what
is checked is what is read.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from operator import attrgetter

from kpi.store.stamps import folder_line, mark
from kpi.store.trees import LARGEST, READ


class Unplain(Exception):  # noqa: N818 - not an error: it is to be looked at in another way
    """There is something here that this pass does not read."""


class Folder:
    """A folder of observations of the project at `root`; `line`, `newest` and `below` come last."""

    def __init__(self, root: str, name: str) -> None:
        self.root, self.name = root, name
        self.line = ""  # of the stamp, see `stamps`
        self.newest = 0  # change of anything in it, in nanoseconds since 1970
        self.below: list[str] = []  # the folders in it
        self._seen: tuple[os.stat_result, list[str]] | None = None

    def names(self) -> list[str]:
        """The names of its files, in the folder's order; the folders in it are noted too.

        Whoever divides them asks before: one who lists them later may see others. Raises Unplain.
        """
        folder = self._opened()
        try:
            return self._looked(folder)[1]
        except (OSError, NotImplementedError) as error:
            raise Unplain from error
        finally:
            os.close(folder)

    def files(
        self, at_once: int = 1, places: Iterable[int] | None = None
    ) -> Iterator[tuple[list[str], list[bytes]]]:
        """Names of files in the folder and their bytes, so many at once, in the folder's order.

        With `places` in `names`, those files alone and one at once; the stamp is of all. Raises
        Unplain.
        """
        read: list[int] = []  # when each changed
        folder = self._opened()
        try:
            itself, names = self._looked(folder)
            if places is None:
                for start in range(0, len(names), at_once):
                    part = names[start : start + at_once]
                    yield part, _read(folder, part, read)
                times = read
            else:
                own_places = []
                for place in places:
                    own_places.append(place)
                    yield [names[place]], _read(folder, [names[place]], read)
                times = [os.lstat(name, dir_fd=folder).st_ctime_ns for name in names]
                for place, time in zip(own_places, read, strict=True):
                    times[place] = time
        except (OSError, NotImplementedError) as error:  # the latter where folders cannot be opened
            raise Unplain from error
        finally:
            os.close(folder)
        self.newest = max(itself.st_ctime_ns, max(times, default=0))
        self.line = folder_line(self.name, mark(itself), times, names)

    def _opened(self) -> int:
        try:
            return os.open(f"{self.root}/{self.name}", READ | getattr(os, "O_DIRECTORY", 0))
        except OSError as error:
            raise Unplain from error

    def _looked(self, folder: int) -> tuple[os.stat_result, list[str]]:
        """The state of the folder and then the names in it, as they were first seen."""
        if self._seen is None:
            self._seen = os.fstat(folder), self._named(folder)
        return self._seen

    def _named(self, folder: int) -> list[str]:
        """The names of files of facts in the folder; notes the folders. Raises Unplain."""
        listed = os.listdir(folder)
        names = [name for name in listed if name[-5:] == ".toml" and name[0] != "."]
        if len(names) < len(listed):
            for name in listed:
                if name[-5:] != ".toml" and name[0] != ".":
                    if not stat.S_ISDIR(os.lstat(name, dir_fd=folder).st_mode):
                        raise Unplain
                    if not name.isprintable():
                        raise Unplain  # its line of the stamp might be taken for two
                    self.below.append(f"{self.name}/{name}")
        return names


def _read(folder: int, names: list[str], times: list[int]) -> list[bytes]:
    """The bytes of files of an open folder; when each last changed is added to the times.

    Each step is made for some files before the next one: that takes a twentieth less time than one
    file after the other. Raises Unplain, and OSError.
    """
    contents: list[bytes] = []
    open_ = os.open
    for start in range(0, len(names), _OPEN):
        files: list[int] = []
        try:
            for name in names[start : start + _OPEN]:
                files.append(open_(name, READ, dir_fd=folder))
            states = list(map(os.fstat, files))
            sizes = [state.st_size for state in states]
            if max(sizes) > LARGEST or not all(map(stat.S_ISREG, map(_mode, states))):
                raise Unplain
            part = list(map(os.read, files, [size + 1 for size in sizes]))
        finally:
            _close(files)
        if list(map(len, part)) != sizes:
            raise Unplain  # one is being written just now
        contents += part
        times += map(_changed, states)
    return contents


def _close(files: list[int]) -> None:
    """Closes open files. Their numbers follow one another as a rule: each is the least that is
    free. Then one call closes all of them, in half the time."""
    if files and files == list(range(files[0], files[0] + len(files))):
        os.closerange(files[0], files[-1] + 1)
        return
    for file in files:
        os.close(file)


_OPEN = 64  # files that are open at once: some systems allow no more than 256
_mode, _changed = attrgetter("st_mode"), attrgetter("st_ctime_ns")
