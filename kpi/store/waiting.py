"""The files of a folder that are not as git has them, so that they wait to be committed."""

from __future__ import annotations

import os

from kpi.store.commits import blobs
from kpi.store.git import git
from kpi.store.one_file import content
from kpi.store.trees import LARGEST


def waiting(top: str, path: str) -> list[str]:
    """The files beneath a path that are not in the work tree as they are in the last commit.

    Named from the repository's `top`. One may stand there twice, or be gone. Raises GitError.
    """
    out = git(
        top, "status", "--porcelain=v2", "-z", "--untracked-files=all", "--no-renames",
        "--ignore-submodules=dirty", "--", path,
    )  # fmt: skip
    lines = os.fsdecode(out).split("\0")[:-1]
    changed = [line.split(" ", _BEFORE_NAME[line[0]])[-1] for line in lines if not _same(line)]
    return changed + edited_unseen(top, path)


#: Words before a file's name in a line of `git status`: changed, not merged, not tracked.
_BEFORE_NAME = {"1": 8, "u": 10, "?": 1}


def _same(line: str) -> bool:
    """Whether only the permissions of a file were changed, which say nothing of a fact."""
    words = line.split(" ", 8)
    if words[0] != "1" or words[1] != "M.":
        return False
    before, now, sha, sha_now = words[3], words[4], words[6], words[7]
    return sha == sha_now and before[:3] == now[:3] == "100"


def edited_unseen(root: str, *names: str) -> list[str]:
    """Those of `names`, or beneath them, in the folder `root` that git was told to take for
    unchanged, and that are not as it has them.

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
