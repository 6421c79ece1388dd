"""Files that git was told to take for unchanged, whatever has become of them since."""

from __future__ import annotations

import os

from kpi.store.commits import blobs
from kpi.store.git import git
from kpi.store.one_file import content
from kpi.store.trees import LARGEST


def edited_unseen(root: str, *names: str) -> list[str]:
    """Those of `names`, or beneath them, in the folder `root` that are not as git has them.

    `git status` passes them over: they are marked `--assume-unchanged` or `--skip-worktree`. What
    is so marked and is not there at all, a sparse checkout leaves out. Line ends make no
    difference. Raises GitError.
    """
    marked: dict[str, str] = {}
    for line in os.fsdecode(git(root, "ls-files", "-v", "-s", "-z", "--", *names)).split("\0")[:-1]:
        if line.startswith("H "):
            continue
        head, _, name = line.partition("\t")
        tag, _, rest = head.partition(" ")
        there = tag == "h" or (tag in ("S", "s") and os.path.lexists(os.path.join(root, name)))
        if there and rest.startswith("100"):  # no link
            marked[name] = rest.split(" ")[1]
    kept = blobs(root, sorted(set(marked.values()))) if marked else {}
    return [name for name, sha in marked.items() if not _holds(f"{root}/{name}", kept[sha])]


def _holds(path: str, data: bytes) -> bool:
    """Whether a file holds those bytes, but for its line ends."""
    try:
        held = content(path, LARGEST)
    except OSError:
        return False
    return held.replace(b"\r\n", b"\n") == data.replace(b"\r\n", b"\n")
