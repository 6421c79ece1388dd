"""A project as a commit recorded it, read through the `git` program.

Nothing is checked out and nothing is written. Which commit is meant, `revisions` says.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator

from kpi.store.git import UnexplainedError, git, lacking, odd
from kpi.store.revisions import resolve
from kpi.store.trees import LARGEST, Entry, Refused, checked, lies_in, plain
from kpi.values import NamedTuple

_LINK, _SUBMODULE = "120000", "160000"
_LONGEST_LINK = 4095  # bytes, as in Linux: a longer one cannot be checked out
_MOST_LINKS = 40  # followed from one name, as Linux does
_LISTED = re.compile(rb"([0-9]{6}) ([a-z]+) ([0-9a-f]+) +([0-9]+|-|BAD)\t(.*)", re.DOTALL)
_HANDED_OUT = re.compile(rb"[0-9a-f]+ [a-z]+ ([0-9]{1,18})")


def commit_tree(root: str, revision: str) -> CommitTree:
    """The project at `root` as a revision recorded it. Raises GitError."""
    return CommitTree(root, resolve(root, revision))


class _Item(NamedTuple):
    """A line of `git ls-tree`."""

    mode: str
    sha: str
    size: int


class CommitTree:
    """A project folder as a commit recorded it; see `Tree` for what its methods promise.

    Attributes of git, such as line ends, are not applied: the bytes are those recorded. A symbolic
    link with an absolute target leads out, wherever it leads. One git process lists everything;
    another one reads all that lies in the same top folder as the first file asked for.
    """

    def __init__(self, root: str, sha: str) -> None:
        self.root = os.path.realpath(root)
        self.sha = sha
        self._listed: dict[str, _Item] | None = None
        self._contents: dict[str, bytes] = {}  # by the blob's sha
        self._folders: set[str] | None = None

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises FileNotFoundError, Refused or GitError."""
        real = self._real(checked(name))
        item = self._items.get(real)
        if item is None:
            if self._is_folder(real):
                raise Refused(name, "special")
            raise FileNotFoundError(name)
        if fault := _fault("", item):
            raise Refused(name, fault)
        if item.sha not in self._contents:
            self._load(real.partition("/")[0])
        return self._contents[item.sha]

    def walk(self, folder: str, without: Collection[str] = ()) -> Iterator[Entry]:
        """Every file beneath a folder, ordered by name. Raises GitError."""
        if itself := self._items.get(checked(folder)):
            entry = self._entry(folder, itself)
            return iter([entry if entry.fault else Entry(folder, 0, "not-a-folder")])
        return iter(
            sorted(
                self._entry(name, item)
                for name, item in self._items.items()
                if lies_in(name, folder, without)
            )
        )

    @property
    def _items(self) -> dict[str, _Item]:
        if self._listed is None:
            self._listed = _listing(self.root, self.sha)
        return self._listed

    def _entry(self, name: str, item: _Item) -> Entry:
        if item.mode == _LINK:
            return self._linked(name)
        fault = _fault(name, item)
        return Entry(name, 0 if fault == "submodule" else item.size, fault)

    def _linked(self, name: str) -> Entry:
        """The entry of a symbolic link: that of the file it leads to, or a fault."""
        try:
            real = self._real(name)
        except Refused as refused:
            return Entry(name, 0, refused.fault)
        if item := self._items.get(real):
            return Entry(name, item.size, _fault(name, item))
        return Entry(name, 0, "link-folder" if self._is_folder(real) else "link-broken")

    def _is_folder(self, name: str) -> bool:
        if self._folders is None:
            self._folders = {""}
            for other in self._items:
                while (other := other.rpartition("/")[0]) not in self._folders:
                    self._folders.add(other)
        return name in self._folders

    def _real(self, name: str) -> str:
        """The name without symbolic links on its way. Raises Refused if one leads out."""
        waiting = name.split("/")[::-1]
        done: list[str] = []
        links = 0
        while waiting:
            part = waiting.pop()
            if part == "..":
                if not done:
                    raise Refused(name, "link-out")
                done.pop()
            elif part not in ("", "."):
                done.append(part)
            item = self._items.get("/".join(done))
            if item is not None and item.mode == _LINK:
                links += 1
                if links > _MOST_LINKS or item.size > _LONGEST_LINK:
                    raise Refused(name, "link-broken")
                target = self._target(item.sha)
                if target.startswith("/"):
                    raise Refused(name, "link-out")
                done.pop()
                waiting += target.split("/")[::-1]
        return "/".join(done)

    def _target(self, sha: str) -> str:
        """Where a link leads. All links are read at once: one by one each takes a process."""
        if sha not in self._contents:
            links = (item for item in self._items.values() if item.mode == _LINK)
            shas = {item.sha for item in links if item.size <= _LONGEST_LINK}
            self._contents.update(blobs(self.root, sorted(shas - self._contents.keys())))
        return self._contents[sha].decode("utf-8", "surrogateescape")

    def _load(self, top: str) -> None:
        """Reads every file in a top folder at once, or the one file of that name."""
        shas = {
            item.sha
            for name, item in self._items.items()
            if (name == top or name.startswith(f"{top}/")) and not _fault("", item)
        }
        self._contents.update(blobs(self.root, sorted(shas - self._contents.keys())))


def _fault(name: str, item: _Item) -> str | None:
    """What is wrong with an item that is no link, in the order in which WorkTree looks."""
    if item.mode == _SUBMODULE:
        return "submodule"
    if not plain(name):
        return "name-not-ascii"
    return "too-large" if item.size > LARGEST else None


def _listing(root: str, sha: str) -> dict[str, _Item]:
    """Everything in the project's folder of a commit, by its name in the project.

    The project may lie below the top of its repository; if the commit has no such folder, there is
    nothing.
    """
    prefix = os.fsdecode(git(root, "rev-parse", "--show-prefix")).removesuffix("\n")
    tree = f"{sha}:{prefix.rstrip('/')}"
    try:
        out = git(root, "ls-tree", "-r", "-z", "-l", "--full-tree", "--end-of-options", tree)
    except UnexplainedError:
        if not prefix:
            raise
        return {}
    items = {}
    *lines, rest = out.split(b"\0")
    for line in lines:
        match = _LISTED.fullmatch(line)
        if match is None:
            raise odd("ls-tree")
        mode, _, blob, size, name = match.groups()
        if size == b"BAD":
            raise lacking(blob.decode())
        text = name.decode("utf-8", "surrogateescape")
        items[text] = _Item(mode.decode(), blob.decode(), 0 if size == b"-" else int(size))
    if rest:
        raise odd("ls-tree")
    return items


def blobs(root: str, shas: list[str]) -> dict[str, bytes]:
    """The contents of blobs, by one `git cat-file --batch`; a blob may be named COMMIT:NAME."""
    asked = os.fsencode("".join(f"{sha}\n" for sha in shas))
    out = git(root, "cat-file", "--batch", data=asked)
    contents = {}
    offset = 0
    for sha in shas:
        end = out.find(b"\n", offset)
        head = _HANDED_OUT.fullmatch(out, offset, max(end, offset))
        if head is None and end >= 0 and out[offset:end].endswith(b" missing"):
            raise lacking(sha)
        start, offset = end + 1, end + 1 + int(head[1]) if head else 0
        if head is None or out[offset : offset + 1] != b"\n":
            raise odd("cat-file")
        contents[sha] = out[start:offset]
        offset += 1
    return contents
