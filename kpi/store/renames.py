"""Which of the renames that git finds are a file of facts that went elsewhere, and from where.

git takes any two files of the same bytes for one, and the smallest observation is a line.
"""

from __future__ import annotations

import os
import re

from kpi.store.commits import blobs
from kpi.store.git import git
from kpi.store.lineage import Commit, Deed

#: Letters of the name of a file of many facts, up to its label.
_BATCH = len("batch_2026-11-22_")
#: A file of facts in a tree, as git keeps it.
_TOML = re.compile(rb"100[0-7]{3} [^./\0][^/\0]*\.toml\0")


def facts_apart(did: list[Deed], folder: str) -> list[Deed]:
    """What a commit did, where a rename that makes another fact of a file is what it is.

    The name says period and publication, so with another name it is another fact; and of a folder
    of which some files went elsewhere, each of them is a fact of another series.
    """
    moved = _moved_to(did)
    apart = []
    for status, old, new in did:
        (before, _, name), (to, _, after) = old.rpartition("/"), new.rpartition("/")
        same = name == after or (name[:_BATCH] == after[:_BATCH] and name.startswith("batch_"))
        whole = len(moved[before]) == 1 or _tail(before, folder) == _tail(to, folder)
        if status[0] != "R" or (same and whole):
            apart.append((status, old, new))
        else:
            apart += _two(old, new)
    return apart


def _two(old: str, new: str) -> list[Deed]:
    """What a rename is that makes another fact of a file."""
    return [("D", old, old), ("A", new, new)]


def part_from_those_left(top: str, commits: list[Commit], folder: str) -> None:
    """Of a folder that still holds a file after a commit, none was renamed with it.

    The others tell of themselves in no commit: whether they are there, only its tree says.
    """
    moved: dict[str, set[str]] = {}  # folders from which a file went, by the commit
    for commit in commits:
        for status, old, new in commit.did[0]:
            before, to = old.rpartition("/")[0], new.rpartition("/")[0]
            if status[0] == "R" and _tail(before, folder) != _tail(to, folder):
                moved.setdefault(commit.sha, set()).add(before)
    left = _with_files(
        top, sorted(f"{sha}:{before}" for sha, folders in moved.items() for before in folders)
    )
    for commit in commits:
        kept = {one for one in moved.get(commit.sha, ()) if f"{commit.sha}:{one}" in left}
        if kept:
            commit.did[0] = [one for deed in commit.did[0] for one in _two_if_from(kept, deed)]


def _two_if_from(folders: set[str], deed: Deed) -> list[Deed]:
    """A deed, or the two that it is if it took a file out of one of some folders."""
    status, old, new = deed
    before = old.rpartition("/")[0]
    if status[0] == "R" and before in folders and before != new.rpartition("/")[0]:
        return _two(old, new)
    return [deed]


def _with_files(top: str, names: list[str]) -> set[str]:
    """Those of the folders, each as COMMIT:NAME, that are there and hold a file of facts."""
    asked = [name for name in names if "\n" not in name]
    if not asked:
        return set()
    checked = git(top, "cat-file", "--batch-check", data=os.fsencode("\n".join(asked) + "\n"))
    there = [
        name
        for name, line in zip(asked, checked.split(b"\n"), strict=False)
        if line.split(b" ")[1:2] == [b"tree"]
    ]
    trees = blobs(top, there) if there else {}
    return {name for name, tree in trees.items() if _TOML.search(tree)}


def _moved_to(did: list[Deed]) -> dict[str, set[str]]:
    """Where the files of each folder went; "" where one was deleted, or another came or was edited.

    One that was edited on the way is deleted here and recorded there: it went with the others.
    """
    places: dict[str, set[str]] = {}
    for status, old, new in did:
        if status[0] == "R":
            places.setdefault(old.rpartition("/")[0], set()).add(new.rpartition("/")[0])
    recorded = {new for status, _, new in did if status == "A"}
    moved = {folder: there.copy() for folder, there in places.items()}
    for status, old, _ in did:
        folder, _, name = old.rpartition("/")
        there = places.get(folder, set()) if status == "D" else set()
        if status[0] != "R" and not any(f"{place}/{name}" in recorded for place in there):
            moved.setdefault(folder, set()).add("")
    return moved


def _tail(path: str, folder: str) -> str:
    """The name of a folder from the last `folder` in it on, wherever its project lies."""
    return f"/{path}/".rpartition(f"/{folder}/")[2]


def origins(commits: list[Commit], paths: list[str]) -> list[str]:
    """Folders and files outside `paths` from which a file beneath them was moved."""
    known = set(paths)
    moved = (
        _moved_folder(old, new)
        for commit in commits
        for did in commit.did
        for status, old, new in did
        if status[0] == "R" and is_within(new, known) and not is_within(old, known)
    )
    return list(dict.fromkeys(moved))


def is_within(name: str, places: set[str]) -> bool:
    """Whether a file is one of some places, or lies beneath one of them."""
    parts = name.split("/")
    return any("/".join(parts[:count]) in places for count in range(len(parts), 0, -1))


def _moved_folder(old: str, new: str) -> str:
    """The folder that was moved: `old` up to the first of the names at its end that both share.

    >>> _moved_folder("observations/a/2024.toml", "ledger/observations/a/2024.toml")
    'observations'
    >>> _moved_folder("notes/2024.toml", "observations/a/2024_2025-01-01.toml")
    'notes/2024.toml'
    """
    theirs, ours = old.split("/"), new.split("/")
    shared = 0
    for mine, other in zip(reversed(theirs), reversed(ours), strict=False):
        if mine != other:
            break
        shared += 1
    return "/".join(theirs[: len(theirs) - shared + 1])
