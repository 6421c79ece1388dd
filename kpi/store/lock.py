"""One run at a time: a lock that the system lets go of when its holder ends, however it ends.

The lock is held on two things, and taken on as many of them as the system allows: a file in the
user's own state folder, which says who holds it; and the folder that is written to, itself, which
keeps other users out and needs no file. Nothing is left behind in the project.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


class Held(Exception):  # noqa: N818 - another run is no error of this one
    """Another run holds the lock; `by` says who, as far as that is known."""

    def __init__(self, by: str) -> None:
        super().__init__(by or "another run")
        self.by = by


@contextmanager
def lock(folder: str, state: str | None, holder: str) -> Iterator[bool]:
    """Holds the lock of an existing `folder` while the block runs.

    `state` is the folder of the user's state, which is made if need be; None if there is none.
    Yields whether anything could be locked: some network mounts can do neither. Raises Held.
    """
    with ExitStack() as stack:
        taken = 0
        if state is not None:
            taken += _take(stack, _file(folder, state), holder)
        taken += _take(stack, folder, None)
        yield taken > 0


def _file(folder: str, state: str) -> str:
    """The file that stands for `folder`, one and the same by whatever name it is called."""
    name = hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:16]
    return os.path.join(state, f"report-{name}.lock")


def _take(stack: ExitStack, path: str, holder: str | None) -> bool:
    """Locks a file, made if need be, or (without a holder to be written into it) a folder.

    False if that is not possible here. Raises Held.
    """
    if fcntl is None:
        return False
    flags = os.O_RDONLY if holder is None else os.O_RDWR | os.O_CREAT
    try:
        if holder is not None:
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        opened = os.open(path, flags, 0o600)
    except OSError:
        return False
    stack.callback(os.close, opened)  # which also lets go of the lock
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if holder is not None:
            os.ftruncate(opened, 0)
            os.write(opened, holder.encode("utf-8", "replace"))
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            by = os.pread(opened, 200, 0).decode("utf-8", "replace") if holder is not None else ""
            raise Held("".join(char for char in by if char.isprintable())) from None
        return False  # a full disk, or a file system without locks
    return True
