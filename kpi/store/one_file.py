"""Reading one file that may be anything: only what is ordinary and of a sensible size is read."""

from __future__ import annotations

import errno
import os
import stat

from kpi.store.trees import READ_ANY


def content(path: str, most: int) -> bytes:
    """The bytes of the file at `path`, if they are at most `most`.

    Raises OSError, also for what is no ordinary file (EINVAL; a folder: EISDIR) or too large
    (EFBIG): a link to a device that git has carried here must not fill the memory.
    """
    opened = os.open(path, READ_ANY)
    try:
        large = _size(opened, path) > most
        data = bytearray()
        while not large and (part := os.read(opened, 1 << 20)):
            data += part
            large = len(data) > most  # it grows while it is read: a part of it is not the file
        if large:
            raise OSError(errno.EFBIG, f"it is over {most // 1024 // 1024} MiB", path)
        return bytes(data)
    finally:
        os.close(opened)


def ends(path: str, first: int, last: int) -> tuple[bytes, bytes]:
    """So many bytes from the start of a file and from its end, however large it is.

    Raises OSError as `content`.
    """
    opened = os.open(path, READ_ANY)
    try:
        _size(opened, path)
        with os.fdopen(os.dup(opened), "rb") as file:
            head = file.read(first)
            file.seek(max(file.seek(0, os.SEEK_END) - last, 0))
            return head, file.read(last)
    finally:
        os.close(opened)


def _size(opened: int, path: str) -> int:
    """The size of an opened file. Raises OSError if it is no ordinary one."""
    state = os.fstat(opened)
    if stat.S_ISDIR(state.st_mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder", path)
    if not stat.S_ISREG(state.st_mode):
        raise OSError(errno.EINVAL, "it is not an ordinary file", path)
    return state.st_size
