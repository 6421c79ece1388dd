"""One folder's files in one pass: their names, their bytes, and the line of the stamp.

For whoever reads all records of a project and has no use for anything unusual: a link, a file that
is none, one that is too large, a strange name. Any of these ends the pass with `Unplain`, and the
project is read through `trees`, which tells what is wrong. Each file is opened once, so that what
is checked is what is read.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

from kpi.store.stamps import folder_line, mark
from kpi.store.trees import LARGEST


class Unplain(Exception):  # noqa: N818 - not an error: it is to be looked at in another way
    """There is something here that this pass does not read."""


class Folder:
    """A folder of observations of the project at `root`; `line`, `newest` and `below` come last."""

    def __init__(self, root: str, name: str) -> None:
        self.root, self.name = root, name
        self.line = ""  # of the stamp, see `stamps`
        self.newest = 0  # change of anything in it, in nanoseconds since 1970
        self.below: list[str] = []  # the folders in it

    def files(self, part: int = 0, of: int = 1) -> Iterator[tuple[str, bytes]]:
        """Each file's name in the folder and its bytes, in the folder's own order. Raises Unplain.

        With `of`, only every so manieth, from `part` on; the stamp is of all of them.
        """
        times: list[int] = []
        open_, fstat, is_plain, read, close = os.open, os.fstat, stat.S_ISREG, os.read, os.close
        try:
            folder = os.open(f"{self.root}/{self.name}", _READ | getattr(os, "O_DIRECTORY", 0))
        except OSError as error:
            raise Unplain from error
        try:
            itself = os.fstat(folder)
            names = self._named(folder)
            for name in names:
                if of > 1 and len(times) % of != part:
                    times.append(os.lstat(name, dir_fd=folder).st_ctime_ns)
                    continue
                file = open_(name, _READ, dir_fd=folder)
                try:
                    state = fstat(file)
                    size = state.st_size
                    if not is_plain(state.st_mode) or size > LARGEST:
                        raise Unplain
                    data = read(file, size + 1)
                finally:
                    close(file)
                if len(data) != size:
                    raise Unplain  # it is being written just now
                times.append(state.st_ctime_ns)
                yield name, data
        except (OSError, NotImplementedError) as error:  # the latter where folders cannot be opened
            raise Unplain from error
        finally:
            os.close(folder)
        self.newest = max(itself.st_ctime_ns, max(times, default=0))
        self.line = folder_line(self.name, mark(itself), times, names)

    def _named(self, folder: int) -> list[str]:
        """The names of files of facts in the folder; notes the folders. Raises Unplain."""
        there = [name for name in os.listdir(folder) if name[0] != "."]
        names = [name for name in there if name[-5:] == ".toml"]
        if len(names) < len(there):
            for name in there:
                if name[-5:] != ".toml":
                    if not stat.S_ISDIR(os.lstat(name, dir_fd=folder).st_mode):
                        raise Unplain
                    self.below.append(f"{self.name}/{name}")
        return names


_READ = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
