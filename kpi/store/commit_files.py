"""The files of a commit in one pass, for whoever needs nothing unusual: see `folder_files`.

git lists the tree, and another git hands out the contents in the order in which they are wanted,
while we read what it gave before. Nothing is checked out. A link, a submodule, a file that is too
large or an object that is missing ends the pass with `Unplain`; `commits` then says what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kpi.store.folder_files import Unplain
from kpi.store.git_process import Git
from kpi.store.trees import LARGEST

_PLAIN = (b"100644", b"100755")
_BLOCK = 1 << 18  # bytes asked for at once


def files(root: str, commit: str, folder: str) -> dict[str, list[tuple[str, str]]]:
    """The files beneath a folder of the project at a commit: name and object, by their folder.

    Names that begin with a dot are left out. Raises Unplain, also where there is no such folder.
    """
    # Without --full-tree git looks, in a folder below the top, for that folder in the tree again.
    words = ("ls-tree", "-r", "-z", "--full-tree", "--end-of-options", f"{commit}:./{folder}")
    out = Git(root, words).all()
    if not out:
        raise Unplain
    by_folder: dict[str, list[tuple[str, str]]] = {folder: []}
    *lines, cut_short = out.split(b"\0")
    if cut_short:
        raise Unplain
    for line in lines:
        head, _, path = line.partition(b"\t")
        mode, _, rest = head.partition(b" ")
        try:
            name = path.decode("ascii")
        except UnicodeDecodeError:
            raise Unplain from None
        if name[:1] in ("", ".") or "/." in name:
            continue
        if mode not in _PLAIN:
            raise Unplain
        place, _, file = name.rpartition("/")
        where = f"{folder}/{place}" if place else folder
        by_folder.setdefault(where, []).append((file, rest.rpartition(b" ")[2].decode("ascii")))
    return by_folder


def content(root: str, commit: str, name: str) -> bytes:
    """The bytes of one file of the project at a commit. Raises Unplain."""
    data = Git(root, ("cat-file", "blob", "--end-of-options", f"{commit}:./{name}")).all()
    if data is None or len(data) > LARGEST:
        raise Unplain
    return data


def contents(root: str, objects: Sequence[str]) -> Iterator[bytes]:
    """The bytes of objects, in their order. Raises Unplain."""
    if not objects:
        return
    given = "".join([f"{sha}\n" for sha in objects]).encode("ascii")
    git = Git(root, ("cat-file", "--batch", "--buffer"), given)
    try:
        yield from _cut(git, objects)
    except (OSError, ValueError) as error:
        raise Unplain from error
    finally:
        git.stop()


def _cut(git: Git, objects: Sequence[str]) -> Iterator[bytes]:
    """What git hands out, cut where one object ends: `SHA blob SIZE`, bytes, a line's end."""
    held, offset = b"", 0
    for sha in objects:
        end = held.find(b"\n", offset)
        while end < 0:
            held, offset = held[offset:] + _more(git), 0
            end = held.find(b"\n")
        name, kind, size = held[offset:end].split(b" ")
        length = int(size)
        if kind != b"blob" or name != sha.encode("ascii") or length > LARGEST:
            raise Unplain
        start, offset = end + 1, end + 2 + length
        if offset > len(held):
            parts, held_length = [held[start:]], len(held) - start
            while held_length < length + 1:
                parts.append(_more(git))
                held_length += len(parts[-1])
            held, start, offset = b"".join(parts), 0, length + 1
        yield held[start : start + length]


def _more(git: Git) -> bytes:
    block = git.read(_BLOCK)
    if not block:
        raise Unplain
    return block
