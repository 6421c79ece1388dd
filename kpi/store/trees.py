"""A Tree: the names and bytes of a project folder, as it is now or as a commit recorded it.

Names are relative to the project, with "/" between their parts, on every system. A tree never
leads out of its project and never opens what is not an ordinary file of a sensible size: such an
entry carries a fault instead, one of FAULTS.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Collection, Iterator

from kpi.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol
else:
    Protocol = object  # whose real self takes two milliseconds to load and to make a class of

LARGEST = 1_048_576  # bytes of one file

#: Each fault an entry may have: what is wrong with it, and what to do about it.
FAULTS = {
    "link-out": (
        "is a symbolic link that leads out of the project",
        "put the file itself in its place",
    ),
    "link-broken": ("is a symbolic link to nothing", "remove it, or put the file in its place"),
    "link-folder": ("is a symbolic link to a folder", "put the folder itself in its place"),
    "special": ("is not an ordinary file", "remove it, or put an ordinary file in its place"),
    "not-a-folder": ("is not a folder", "rename it, and make a folder of that name"),
    "submodule": ("is a git submodule, whose files are not read", "record its files here"),
    "unreadable": ("cannot be read", "give yourself the permission to read it"),
    "too-large": ("is over 1 MiB", "split it into several files"),
    "name-not-ascii": (
        "has a name that is not plain ASCII",
        "rename it with ASCII letters, digits, dots, hyphens and underscores",
    ),
}


class Entry(NamedTuple):
    """A file of a tree; one with a fault must not be read. Ordered by name."""

    name: str  # may hold lone surrogates if it is not UTF-8; such a name has a fault
    size: int  # in bytes; 0 where a fault makes it meaningless
    fault: str | None = None  # one of FAULTS


class Refused(Exception):  # noqa: N818 - the file is at fault, not the program
    """A file that is there but must not be read; `fault` is one of FAULTS."""

    def __init__(self, name: str, fault: str) -> None:
        what, remedy = FAULTS[fault]
        super().__init__(f"{name} {what}; {remedy}")
        self.name = name
        self.fault = fault


class Tree(Protocol):
    """Names and bytes of a project."""

    def read(self, name: str) -> bytes:
        """The bytes of a file, at most LARGEST. Raises FileNotFoundError or Refused."""

    def walk(self, folder: str, without: Collection[str] = ()) -> Iterator[Entry]:
        """Every file beneath a folder, ordered by name; nothing if there is no such folder.

        What begins with a dot is ignored, and so is what lies beneath it; and so are the folders
        of the names `without`.
        """


def plain(name: str) -> bool:
    """Whether a name is printable ASCII, and so can be told apart on every system."""
    return name.isascii() and name.isprintable()


_ODD = {"", ".", ".."}


def lies_in(name: str, folder: str, without: Collection[str]) -> bool:
    """Whether a walk through a folder without some of those in it comes to the file of a name."""
    beneath = name.removeprefix(f"{folder}/")
    if beneath == name or "/." in f"/{beneath}":
        return False
    return f"{folder}/{beneath.partition('/')[0]}" not in without


def checked(name: str) -> str:
    """`name` again. Raises ValueError if it is not a name within a tree: absolute, or with ".."."""
    if "\0" in name or not _ODD.isdisjoint(name.split("/")):
        raise ValueError(f"{name!r} is not a name within a project")
    return name


class WorkTree:
    """The project folder as it is now."""

    def __init__(self, root: str) -> None:
        self.root = os.path.realpath(root)
        self._within: dict[str, bool] = {}  # folders already looked at: do they lie in the root?

    def read(self, name: str) -> bytes:
        """The bytes of a file, at most LARGEST. Raises FileNotFoundError or Refused.

        Never waits: a FIFO or a device is refused like any other thing that is not a file.
        """
        try:
            opened = self._opened(checked(name))
        except (FileNotFoundError, NotADirectoryError) as error:
            raise FileNotFoundError(name) from error
        except OSError as error:
            raise Refused(name, "unreadable") from error
        try:
            return _content(opened, name)
        finally:
            os.close(opened)

    def walk(self, folder: str, without: Collection[str] = ()) -> Iterator[Entry]:
        """Every file beneath a folder, ordered by name; nothing if there is no such folder.

        What begins with a dot is ignored, and so are the folders `without`. A linked folder is a
        fault and is not entered, so that no file is read twice and no cycle is walked.
        """
        path = f"{self.root}/{checked(folder)}"
        try:
            mode = os.lstat(path).st_mode  # asked once: another may be making the folder just now
        except OSError:
            return iter([])
        if stat.S_ISLNK(mode):
            return iter([self._linked(folder)])
        if not stat.S_ISDIR(mode):
            return iter([Entry(folder, 0, "not-a-folder")])
        listed: list[Entry] = []
        waiting: list[str] = []
        self._scan(folder, listed, waiting)
        waiting = [name for name in waiting if name not in without]
        while waiting:
            self._scan(waiting.pop(), listed, waiting)
        return iter(sorted(listed))

    def _scan(self, folder: str, listed: list[Entry], waiting: list[str]) -> None:
        """Adds the files of one folder to `listed`, and its folders to `waiting`."""
        before = len(listed) + len(waiting)
        try:
            with os.scandir(f"{self.root}/{folder}") as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    name = f"{folder}/{entry.name}"
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(name)
                    elif entry.is_symlink():
                        listed.append(self._linked(name))
                    else:
                        try:
                            state = entry.stat(follow_symlinks=False)
                        except FileNotFoundError:  # removed while we looked
                            continue
                        listed.append(self._entry(name, state))
        except FileNotFoundError:
            pass  # the folder was removed while we looked: it is not there
        except OSError:
            listed.append(Entry(folder, 0, "unreadable"))
        if folder.endswith(".toml") and len(listed) + len(waiting) == before:
            listed.append(Entry(folder, 0, "special"))  # an empty one where a fact should be

    def _entry(self, name: str, state: os.stat_result) -> Entry:
        """The entry of something that is no folder and no link."""
        if not stat.S_ISREG(state.st_mode):
            return Entry(name, 0, "special")
        if not plain(name):
            return Entry(name, state.st_size, "name-not-ascii")
        if state.st_size > LARGEST:
            return Entry(name, state.st_size, "too-large")
        if not state.st_mode & stat.S_IROTH and not os.access(f"{self.root}/{name}", os.R_OK):
            return Entry(name, state.st_size, "unreadable")
        return Entry(name, state.st_size)

    def _linked(self, name: str) -> Entry:
        """The entry of a symbolic link: that of the file it leads to, or a fault."""
        target = os.path.realpath(f"{self.root}/{name}")
        if not self._holds(target):
            return Entry(name, 0, "link-out")
        try:
            state = os.stat(target)
        except OSError:
            return Entry(name, 0, "link-broken")
        if stat.S_ISDIR(state.st_mode):
            return Entry(name, 0, "link-folder")
        return self._entry(name, state)

    def _opened(self, name: str) -> int:
        """The open file of a name. Raises Refused if it leads out of the project, and OSError."""
        folder = name.rpartition("/")[0]
        if folder not in self._within:
            self._within[folder] = self._holds(os.path.realpath(f"{self.root}/{folder}"))
        if not self._within[folder]:
            raise Refused(name, "link-out")
        path = f"{self.root}/{name}"
        if not _NO_LINKS and os.path.islink(path):
            return os.open(self._end(name), READ)
        try:
            return os.open(path, READ)
        except OSError as error:
            if error.errno != errno.ELOOP:  # what the system says of a link that is not followed
                raise
        return os.open(self._end(name), READ)

    def _end(self, name: str) -> str:
        """The file to which a link leads. Raises Refused if that is not in the project."""
        target = os.path.realpath(f"{self.root}/{name}")
        if not self._holds(target):
            raise Refused(name, "link-out")
        return target

    def _holds(self, target: str) -> bool:
        return target == self.root or target.startswith(os.path.join(self.root, ""))


_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
#: How a file that may be anything is opened to be read. O_NONBLOCK, which Windows does not know:
#: opening a FIFO that nobody writes to would wait for ever.
READ_ANY = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
#: The same of a file of a project: what has become a link since it was looked at is not followed.
READ = READ_ANY | _NO_LINKS


def _content(opened: int, name: str) -> bytes:
    """All bytes of an open file."""
    state = os.fstat(opened)
    if not stat.S_ISREG(state.st_mode):
        raise Refused(name, "special")
    parts = []
    left = LARGEST + 1
    if state.st_size <= LARGEST:
        # One byte more than it should hold, so that an ordinary file ends with the first read: a
        # file gives less than it was asked for only at its end.
        asked = state.st_size + 1
        while part := os.read(opened, min(left, asked)):
            parts.append(part)
            left -= len(part)
            if left <= 0 or len(part) == state.st_size:
                break
    if state.st_size > LARGEST or left <= 0:
        raise Refused(name, "too-large")
    return b"".join(parts)
