"""Which records these are: their digest, and the commits that changed them."""

from __future__ import annotations

import hashlib

from kpi.store.git import git, odd
from kpi.store.trees import Tree


def digest(tree: Tree, file: str, folder: str, each: dict[str, str] | None = None) -> str:
    """The SHA-256 of a file and of all files beneath a folder, by their names and contents.

    Line ends count as `\\n`, so that a checkout on another system has the same digest. What must
    not be read counts by its name and its fault. `each` receives that of each file, by its name.
    """
    whole = hashlib.sha256()

    def add(name: str, data: bytes) -> None:
        data = data.replace(b"\r\n", b"\n")
        whole.update(f"{len(data)} ".encode() + name.encode("utf-8", "surrogateescape") + b"\0")
        whole.update(data)
        if each is not None:
            each[name] = hashlib.sha256(data).hexdigest()

    add(file, tree.read(file))
    for entry in tree.walk(folder):
        add(entry.name, f"\0{entry.fault}".encode() if entry.fault else tree.read(entry.name))
    return whole.hexdigest()


def last_commit(root: str, *names: str) -> str | None:
    """The full name of the last commit that changed one of `names` of the project at `root`.

    It holds the same as the commit that is checked out, and stays the same when something else is
    committed. None if none did. Raises GitError.
    """
    out = git(root, "log", "-1", "--format=%H", "--", *names).strip()
    if out and not out.isalnum():
        raise odd("log")
    return out.decode("ascii") or None


def commits_since(root: str, commit: str | None, *names: str) -> list[str]:
    """The commits after one that changed one of `names`, the oldest first.

    Without a commit, all that did. Raises GitError.
    """
    since = f"{commit}..HEAD" if commit else "HEAD"
    out = git(root, "log", "--reverse", "--format=%H", "--end-of-options", since, "--", *names)
    return out.decode("ascii", "replace").split()
