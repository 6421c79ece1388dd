"""Which commit recorded which file, from what git lists of a whole folder.

That is one log of its commits, once more for each place that it was moved from, and what merges did
as seen from each parent. What follows from it for each file, `lineage` says.

The author's date of a commit is the day of a record: it survives a rebase or a cherry-pick, which
the committer's does not.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable, Iterator

from kpi.store.commits import blobs, require_history, resolve
from kpi.store.git import GitError, git
from kpi.store.lineage import Commit, Deed, Deleted, Recorded, Version, lineages, storied
from kpi.store.unseen import edited_unseen
from kpi.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")

#: So many times we look where a folder was before it was moved to where we looked.
_MOVES = 20
#: So many places git is asked for by name; with more, it is asked for all that ever happened.
_MOST_PATHS = 100
#: Letters of the name of a file of many facts, up to its label.
_BATCH = len("batch_2026-11-22_")
#: Letters of an author's name that are shown.
LONGEST_NAME = 200
#: A commit's name, those of its parents, its author's date and name; \x01 never begins the status
#: of a file.
_HEAD = "%x01%H%x00%P%x00%at%x00%aN"


@dataclass(frozen=True, slots=True)
class History:
    """What the commits up to a revision say of the files of a folder.

    `recorded` has the files as they are named now, `deleted` those that were taken out, by their
    last name; one that was taken out on one branch only is in both, and there if the merge kept it.
    `again` are those that were deleted, and recorded again later. `waiting` are those that are not,
    or not as they are, in the last commit; empty for a revision.
    """

    recorded: dict[str, Recorded]
    deleted: dict[str, Deleted]
    again: dict[str, Deleted]
    waiting: frozenset[str] = frozenset()


def history(root: str, folder: str, revision: str | None = None) -> History:
    """The history of every file beneath `folder` of the project at `root`.

    A file that was moved with the same name and content keeps the commit that first recorded it:
    where its folder was renamed, or the whole project was moved within its repository. Raises
    GitError, among others for a shallow clone, whose history would tell another day than that of
    the record.
    """
    require_history(root)
    sha = resolve(root, revision or "HEAD")
    place = git(root, "rev-parse", "--is-inside-work-tree", "--show-prefix")
    inside, _, prefix = os.fsdecode(place).removesuffix("\n").partition("\n")
    if inside != "true" and not revision:
        what = "git looks for the files of this repository in another folder"
        raise GitError(what, "see git config core.worktree and core.bare")
    top = os.path.realpath(root)
    for _ in range(prefix.count("/")):
        top = os.path.dirname(top)
    paths = [f"{prefix}{folder}"]
    commits: list[Commit] = []
    for _ in range(_MOVES):
        commits = _log(top, sha, paths)
        for commit in commits:
            commit.did[:] = [_facts_apart(did, folder) for did in commit.did]
        _part_from_those_left(top, commits, folder)
        older = _origins(commits, paths)
        if not older:
            break
        paths += older
    found = lineages(commits, _compared(top, sha, paths, commits, folder))
    recorded, deleted, again = (_beneath(paths[0], by_name, prefix) for by_name in found)
    if revision:
        return History(recorded, deleted, again)
    waiting, missing = _waiting(top, paths[0], prefix)
    return History(recorded, deleted | {name: Deleted() for name in missing}, again, waiting)


def _beneath(path: str, by_name: dict[str, T], prefix: str) -> dict[str, T]:
    """What was found of the files beneath a path, by their names in the project."""
    beginning = f"{path}/"
    return {
        name.removeprefix(prefix): record
        for name, record in by_name.items()
        if name.startswith(beginning)
    }


def _log(top: str, sha: str, paths: list[str]) -> list[Commit]:
    """Every commit that touched one of `paths`, children before their parents.

    Of a commit that touched one, all that it did is listed (`--full-diff`), so that what came from
    elsewhere is a rename. Listed are all merges and all that they merged (`--full-history`), also
    where one of the parents already had these files.
    """
    return _listed(top, b"", "log", "--topo-order", "--full-history", "--parents", "--full-diff",
                      "-c", *_DEEDS, "--end-of-options", sha, *_where(paths))  # fmt: skip


def _compared(top: str, sha: str, paths: list[str], commits: list[Commit], folder: str) -> set[str]:
    """Tells of each merge what it did as seen from each parent; returns the names told apart.

    Those are the names with more than one story, of which only merges say which one goes on.
    """
    merges = [commit for commit in commits if commit.parents and _is_merge(commit)]
    there = None
    if merges:
        out = git(top, "ls-tree", "-r", "-z", "--name-only", "--full-tree", sha, "--", paths[0])
        there = set(out.decode("utf-8", "surrogateescape").split("\0")[:-1])
    places = set(paths)
    names = {name for name in storied(commits, there) if _inside(name, places)}
    seen = _seen_from_parents(top, merges, _where(sorted(names)) or _where(paths), names)
    for merge in merges:
        merge.did[:] = [_facts_apart(next(seen), folder) for _ in merge.parents]
    return names


def _seen_from_parents(
    top: str, merges: list[Commit], where: tuple[str, ...], names: set[str]
) -> Iterator[list[Deed]]:
    """What merges did to files of some names, as seen from each parent."""
    asked = "".join(f"{one.sha} {parent}\n" for one in merges for parent in one.parents)
    if not names:
        yield from ([] for _ in asked.splitlines())
    elif asked:
        words = ("diff-tree", "--stdin", "-r", "--always", *_DEEDS, *where)
        for seen in _listed(top, asked.encode("ascii"), *words):
            yield [
                (status, old, new) if new in names else ("D", old, old)
                for status, old, new in seen.did[0]
                if new in names or old in names
            ]


def _where(paths: list[str]) -> tuple[str, ...]:
    """The words that bind git to some places; none where they are too many."""
    return ("--", *paths) if len(paths) <= _MOST_PATHS else ()


def _is_merge(commit: Commit) -> bool:
    """Whether a commit is a merge, which may have one parent left of those that are listed.

    What a merge did beyond its parents (`-c`) has a letter for each of them, and may be nothing.
    """
    statuses = (status for status, _, _ in commit.did[0])
    return len(commit.parents) > 1 or next(statuses, "MM").rstrip("0123456789") not in _LETTERS


#: How git is asked what commits did; a file that was moved with its content is one.
_DEEDS = ("--find-renames=100%", "--name-status", "-z", f"--format={_HEAD}")
_LETTERS = frozenset("ACDMRTUX")


def _listed(top: str, given: bytes, *words: str) -> list[Commit]:
    """The commits that a command of git lists, with what each did."""
    out = git(top, *words, data=given)
    fields = iter(out.decode("utf-8", "surrogateescape").split("\0"))
    commits: list[Commit] = []
    for field in fields:
        status = field.lstrip("\n")
        if status.startswith("\x01"):
            parents, stamp, author = next(fields).split(), next(fields), next(fields)
            author = author[:LONGEST_NAME]  # it stands in every row of a log
            date = _date(status[1:], stamp or _stamp(top, status[1:]))
            commits.append(Commit(status[1:], tuple(parents), author, date, [[]]))
        elif status and commits:
            name = new = next(fields)
            if status[0] == "R" and status[1:].isdigit():
                new = next(fields)
            else:  # what a merge renamed has no old name in its list
                status = status.replace("R", "A")
            commits[-1].did[0].append((status, name, new))
    return commits


def _facts_apart(did: list[Deed], folder: str) -> list[Deed]:
    """What a commit did, where a rename that makes another fact of a file is what it is.

    git takes any two files of the same bytes for one, and the smallest observation is a line. The
    name says period and publication, so with another name it is another fact; and of a folder of
    which some files went elsewhere, each of them is a fact of another series.
    """
    moved = _moved_to(did)
    apart = []
    for status, old, new in did:
        (before, _, name), (to, _, after) = old.rpartition("/"), new.rpartition("/")
        same = name == after or (name[:_BATCH] == after[:_BATCH] and name.startswith("batch_"))
        whole = len(moved[before]) == 1
        if status[0] == "R" and not (
            same and (whole or _tail(before, folder) == _tail(to, folder))
        ):
            apart += [("D", old, old), ("A", new, new)]
        else:
            apart.append((status, old, new))
    return apart


def _part_from_those_left(top: str, commits: list[Commit], folder: str) -> None:
    """Of a folder that still holds a file after a commit, none was renamed with it.

    The others tell of themselves in no commit: whether they are there, only its tree says.
    """
    moved: dict[str, set[tuple[str, str]]] = {}
    for commit in commits:
        for status, old, new in commit.did[0]:
            before, to = old.rpartition("/")[0], new.rpartition("/")[0]
            if status[0] == "R" and _tail(before, folder) != _tail(to, folder):
                moved.setdefault(commit.sha, set()).add((before, f"{commit.sha}:{before}"))
    left = _with_files(top, sorted(name for pairs in moved.values() for _, name in pairs))
    for commit in commits:
        kept = {before for before, name in moved.get(commit.sha, ()) if name in left}
        if kept:
            commit.did[0] = [one for deed in commit.did[0] for one in _two_if_from(kept, deed)]


def _two_if_from(folders: set[str], deed: Deed) -> list[Deed]:
    """A deed, or the two that it is if it took a file out of one of some folders."""
    status, old, new = deed
    before = old.rpartition("/")[0]
    if status[0] == "R" and before in folders and before != new.rpartition("/")[0]:
        return [("D", old, old), ("A", new, new)]
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


#: A file of facts in a tree, as git keeps it.
_TOML = re.compile(rb"100[0-7]{3} [^./\0][^/\0]*\.toml\0")


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


def _stamp(top: str, sha: str) -> str:
    """The author's time as a commit itself has it: git prints none that is before 1970."""
    for line in blobs(top, [sha])[sha].split(b"\n\n")[0].split(b"\n"):
        if line.startswith(b"author "):
            return line.rpartition(b"> ")[2].partition(b" ")[0].decode("ascii", "replace")
    return ""


def _date(sha: str, stamp: str) -> dt.datetime:
    try:
        date = dt.datetime.fromtimestamp(int(stamp), dt.UTC)
        date + dt.timedelta(1)  # in another time zone it is a day, too
        return date
    except (ValueError, OverflowError, OSError):
        raise GitError(f"the commit {sha[:12]} has an impossible date", "run git fsck") from None


def _origins(commits: list[Commit], paths: list[str]) -> list[str]:
    """Folders and files outside `paths` from which a file beneath them was moved."""
    known = set(paths)
    moved = (
        _moved_folder(old, new)
        for commit in commits
        for did in commit.did
        for status, old, new in did
        if status[0] == "R" and _inside(new, known) and not _inside(old, known)
    )
    return list(dict.fromkeys(moved))


def _inside(name: str, places: set[str]) -> bool:
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


def contents(root: str, versions: Iterable[Version]) -> list[bytes]:
    """What files held in those versions. Raises GitError."""
    names = [f"{version.commit}:{version.name}" for version in versions]
    by_name = blobs(root, list(dict.fromkeys(names)))
    return [by_name[name] for name in names]


def _waiting(top: str, path: str, prefix: str) -> tuple[frozenset[str], frozenset[str]]:
    """The files that are not in the work tree as they are in the last commit, and those of them
    that are not there at all."""
    out = git(
        top, "status", "--porcelain=v2", "-z", "--untracked-files=all", "--no-renames",
        "--ignore-submodules=dirty", "--", path,
    )  # fmt: skip
    lines = os.fsdecode(out).split("\0")[:-1]
    waiting = [line.split(" ", _BEFORE_NAME[line[0]])[-1] for line in lines if not _same(line)]
    waiting += edited_unseen(top, path)
    # What git is to forget may be there, and what a merge has not settled may be gone.
    missing = [name for name in waiting if not _is_there(top, name)]
    return (
        frozenset(name.removeprefix(prefix) for name in waiting),
        frozenset(name.removeprefix(prefix) for name in missing),
    )


#: Words before a file's name in a line of `git status`: changed, not merged, not tracked.
_BEFORE_NAME = {"1": 8, "u": 10, "?": 1}


def _same(line: str) -> bool:
    """Whether only the permissions of a file were changed, which say nothing of a fact."""
    words = line.split(" ", 8)
    if words[0] != "1" or words[1] != "M.":
        return False
    before, now, sha, sha_now = words[3], words[4], words[6], words[7]
    return sha == sha_now and before[:3] == now[:3] == "100"


def _is_there(top: str, name: str) -> bool:
    return os.path.lexists(os.path.join(top, name))
