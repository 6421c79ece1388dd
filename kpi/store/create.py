"""Writing a file whole or not at all: `create` for what is recorded, `replace` for reports.

The bytes go into a temporary file of the same folder, whose name begins with a dot so that no
reader sees it; they are synced, and only then get their name. Killed at any point, there is the
whole file or none.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress

from kpi.store.trees import Refused, checked

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

#: What `link` answers on file systems that have none: FAT, some network and container mounts.
_NO_LINKS = {
    errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV,
}  # fmt: skip

#: How the names of temporary files begin and end.
_BEGINS, _ENDS = ".kpi-", ".tmp"


def create(root: str, name: str, data: bytes) -> None:
    """Makes the new file `name` of the project at `root`, with any folders it lacks.

    Of several writers of one name exactly one succeeds. Raises FileExistsError if there is
    anything of that name, even a broken link; Refused if a folder on the way is a link that leads
    out of the project; OSError as the system gives it. In every case but success nothing of that
    name has been made or changed. When it returns, the file outlives a loss of power.
    """
    create_all(root, {name: data})


def create_all(root: str, files: Mapping[str, bytes]) -> None:
    """Makes new files that belong together, all or none, as `create` makes each.

    They get their names one right after the other, and only when all of them are on the disk; if a
    name is taken or the disk fails, those just given are taken back. Killed in between, there are
    some whole files.
    """
    finals = {name: os.path.join(_folder(root, name), os.path.basename(name)) for name in files}
    for name, final in finals.items():
        if os.path.lexists(final):  # a kind answer without any writing; `link` is what decides
            raise _taken(name)
    with ExitStack() as stack:
        ready = [
            (name, stack.enter_context(_temporary(os.path.dirname(finals[name]), data)))
            for name, data in files.items()
        ]
        _sync_all(temporary for _, temporary in ready)
        made: list[str] = []
        try:
            for name, temporary in ready:
                _link(temporary, finals[name], name, files[name])
                made.append(finals[name])
            for folder in {os.path.dirname(final) for final in finals.values()}:
                _sync_folder(folder)
        except BaseException:  # Ctrl-C too
            for final in made:
                with suppress(OSError):  # the first failure is the one to tell
                    os.unlink(final)
            raise


def _link(temporary: str, final: str, name: str, data: bytes) -> None:
    """Gives a temporary file its name, unless that is taken."""
    try:
        try:
            os.link(temporary, final)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            _rename(temporary, final, data)
    except FileExistsError:
        raise _taken(name) from None


def _taken(name: str) -> FileExistsError:
    return FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), name)


def _rename(temporary: str, final: str, data: bytes) -> None:
    """Gives a temporary file its name where there are no hard links.

    A POSIX rename replaces what is there, so that writers keep each other out by a lock on the
    folder; whoever makes the same file by other means at the same moment is not kept out. Where
    nothing can be locked either, the name is made first and then filled: that keeps everybody out,
    but a writer that is killed, or whose disk fails twice, leaves half a file.
    """
    with alone(os.path.dirname(final)) as locked:
        if not locked:
            _write_new(final, data)
        elif os.path.lexists(final):
            raise FileExistsError(final)
        else:
            os.rename(temporary, final)  # which replaces nothing on Windows


@contextmanager
def alone(folder: str) -> Iterator[bool]:
    """Waits until no other writer is alone in the folder, and keeps them out while the block runs.

    Yields whether that is so: some network mounts can lock nothing.
    """
    if fcntl is None:
        yield True  # Windows: see above
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX)
        except OSError:
            yield False
        else:
            yield True
    finally:
        with suppress(OSError):  # which lets go of the lock, whatever it answers
            os.close(opened)


def replace(root: str, name: str, data: bytes) -> None:
    """Writes a generated file, in place of an older one of that name if there is one.

    A reader sees the older one or the whole new one. Never for recorded facts. A link of that name
    is itself replaced, and what it leads to is not touched. Raises Refused and OSError as `create`.
    """
    replace_all(root, {name: data})


def replace_all(root: str, files: Mapping[str, bytes]) -> None:
    """Writes generated files that belong together, as `replace` writes each.

    They get their names one right after the other, and only when all of them are on the disk.
    """
    folders = {name: _folder(root, name) for name in files}
    with ExitStack() as stack:
        ready = [
            (stack.enter_context(_temporary(folders[name], data)), os.path.basename(name))
            for name, data in files.items()
        ]
        _sync_all(temporary for temporary, _ in ready)
        for temporary, name in ready:
            os.replace(temporary, os.path.join(os.path.dirname(temporary), name))
    for folder in set(folders.values()):
        _sync_folder(folder)


def sweep(folder: str) -> None:
    """Removes what writers that were killed have left in a folder.

    Only for one who knows, by a lock, that nobody is writing there.
    """
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(_BEGINS) and name.endswith(_ENDS):
                with suppress(OSError):
                    os.unlink(os.path.join(folder, name))


def _folder(root: str, name: str) -> str:
    """The folder of a name, made if need be. Raises Refused if it leads out of the project."""
    root = os.path.realpath(root)
    folder = root
    for part in checked(name).split("/")[:-1]:
        folder = os.path.realpath(os.path.join(folder, part))
        if folder != root and not folder.startswith(os.path.join(root, "")):
            raise Refused(name, "link-out")
        try:
            os.mkdir(folder)
        except FileExistsError:
            continue  # or else another writer was quicker; a file of that name fails below
        _sync_folder(os.path.dirname(folder))
    return folder


@contextmanager
def _temporary(folder: str, data: bytes) -> Iterator[str]:
    """A file of the folder that holds `data`, not synced yet, until the block ends."""
    temporary = os.path.join(folder, f"{_BEGINS}{os.urandom(8).hex()}{_ENDS}")
    _write_new(temporary, data, sync=False)
    try:
        yield temporary
    finally:
        with suppress(OSError):  # `os.replace` has taken it; or it stays, and no reader sees it
            os.unlink(temporary)


def _sync_all(paths: Iterable[str]) -> None:
    """Makes what files hold outlive a loss of power.

    All were written before the first is synced: a journal takes many of them at once, which is
    three times as fast as to write and sync one after the other.
    """
    for path in paths:
        opened = os.open(path, os.O_RDWR)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _write_new(path: str, data: bytes, *, sync: bool = True) -> None:
    """Creates, fills and syncs a file; removes it again if that fails half way.

    Its mode is what the process's umask leaves of 0666, as for any file made by hand.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    opened = os.open(path, flags, 0o666)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(opened, rest) :]
            if sync:
                os.fsync(opened)
        finally:
            os.close(opened)
    except BaseException:  # Ctrl-C too: half a file must not stay
        with suppress(OSError):  # the first failure is the one to tell
            os.unlink(path)
        raise


def _sync_folder(folder: str) -> None:
    """Makes the names in a folder outlive a loss of power; Windows has no way to ask for it."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        os.fsync(opened)
    except OSError as error:  # some network mounts cannot sync a folder; the file itself is synced
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(opened)
