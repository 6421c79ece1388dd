"""Which commit recorded which file, from one `git log` of the whole folder.

The author's date of a commit is the day of a record: it survives a rebase or a cherry-pick, which
the committer's does not.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator

from kpi.store.commits import blobs, require_history, resolve
from kpi.store.git import GitError, git
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
#: Of so many records of files that several commits brought we ask what they held, and so many such
#: files are followed one by one.
_MOST_NAMES, _MOST_RIVALS = 2_000, 20
#: Letters of the name of a file of many facts, up to its label.
_BATCH = len("batch_2026-11-22_")
#: Letters of an author's name that are shown.
LONGEST_NAME = 200
#: A commit's name, those of its parents, its author's date and name; \x01 never begins the status
#: of a file.
_HEAD = "%x01%H%x00%P%x00%at%x00%aN"

#: What a commit did to a file: A, D, R or another kind; the file's last name, its name then, and
#: that before.
_Deed = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Version:
    """A file as a commit left it. `name` is its name then, from the repository's top."""

    commit: str
    author: str
    date: dt.datetime  # the author's, in UTC
    name: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """The commit that brought a file into the project."""

    commit: str  # its full name
    author: str
    date: dt.datetime  # the author's, in UTC
    edited: str | None = None  # the last commit that changed the file afterwards
    versions: tuple[Version, ...] = ()  # of a file that was changed: all of them, the first first


@dataclass(frozen=True, slots=True)
class Deleted:
    """The commit that took a file out of the project; without one it is gone from the work tree."""

    commit: str | None = None
    author: str = ""
    date: dt.datetime | None = None  # the author's, in UTC


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


@dataclass(frozen=True, slots=True)
class _Commit:
    """A commit and what it did: (status, old name, new name), named from the repository's top.

    Its parents are those that are listed as well, or their ancestors that are.
    """

    sha: str
    parents: tuple[str, ...]
    author: str
    date: dt.datetime
    did: list[tuple[str, str, str]]


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
    commits: list[_Commit] = []
    for _ in range(_MOVES):
        commits = list(_log(top, sha, paths))
        for commit in commits:
            commit.did[:] = _facts_apart(commit.did, folder)
        older = _origins(commits, paths)
        if not older:
            break
        paths += older
    deeds = _by_last_names(commits)
    found = _follow(commits, deeds, _taken(top, sha, deeds))
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


def _log(top: str, sha: str, paths: list[str]) -> Iterator[_Commit]:
    """Every commit that touched one of `paths`, children before their parents.

    Of a commit that touched one, all that it did is listed (`--full-diff`), so that what came from
    elsewhere is a rename. A merge is listed with what it did beyond its parents (`-c`), and so is
    all that it merged (`--full-history`), also where one of its parents already had these files.
    """
    out = git(
        top, "log", "--topo-order", "--full-history", "--parents", "--full-diff", "-c",
        "--find-renames=100%", "--name-status", "-z", f"--format={_HEAD}",
        "--end-of-options", sha, "--",
        *(paths if len(paths) <= _MOST_PATHS else ()),
    )  # fmt: skip
    fields = iter(out.decode("utf-8", "surrogateescape").split("\0"))
    commit = None
    for field in fields:
        status = field.lstrip("\n")
        if status.startswith("\x01"):
            if commit is not None:
                yield commit
            parents, stamp, author = next(fields).split(), next(fields), next(fields)
            author = author[:LONGEST_NAME]  # it stands in every row of a log
            date = _date(status[1:], stamp)
            commit = _Commit(status[1:], tuple(parents), author, date, [])
        elif status and commit is not None:
            name = next(fields)
            if status[0] == "R" and status[1:].isdigit():
                commit.did.append((status, name, next(fields)))
            else:  # what a merge itself renamed has no old name: it came with the merge
                commit.did.append((status.replace("R", "A"), name, name))
    if commit is not None:
        yield commit


def _facts_apart(did: list[tuple[str, str, str]], folder: str) -> list[tuple[str, str, str]]:
    """What a commit did, where a rename that makes another fact of a file is what it is.

    git takes any two files of the same bytes for one, and the smallest observation is a line. The
    name says period and publication, so with another name it is another fact; and of a folder of
    which some files went elsewhere, each of them is a fact of another series.
    """
    moved: dict[str, set[str]] = {}
    for status, old, new in did:
        to = new.rpartition("/")[0] if status[0] == "R" else ""
        moved.setdefault(old.rpartition("/")[0], set()).add(to)
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


def _tail(path: str, folder: str) -> str:
    """The name of a folder from the last `folder` in it on, wherever its project lies."""
    return f"/{path}/".rpartition(f"/{folder}/")[2]


def _date(sha: str, stamp: str) -> dt.datetime:
    try:
        date = dt.datetime.fromtimestamp(int(stamp), dt.UTC)
        date + dt.timedelta(1)  # in another time zone it is a day, too
        return date
    except (ValueError, OverflowError, OSError):
        raise GitError(f"the commit {sha[:12]} has an impossible date", "run git fsck") from None


def _origins(commits: list[_Commit], paths: list[str]) -> list[str]:
    """Folders and files outside `paths` from which a file beneath them was moved."""
    known = set(paths)

    def inside(name: str) -> bool:
        parts = name.split("/")
        return any("/".join(parts[:count]) in known for count in range(len(parts), 0, -1))

    moved = (
        _moved_folder(old, new)
        for commit in commits
        for status, old, new in commit.did
        if status[0] == "R" and inside(new) and not inside(old)
    )
    return list(dict.fromkeys(moved))


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


def _taken(top: str, sha: str, deeds: dict[str, list[_Deed]]) -> dict[str, set[str]]:
    """Of files that branches recorded otherwise: the commits that have led to what is there.

    `deeds` is what was done up to `sha`, by commit. Where a merge took one branch's file as it was,
    git follows that branch alone. What all recorded alike was known from the first on.
    """
    brought: dict[str, list[tuple[str, str]]] = {}
    for commit, did in deeds.items():
        for kind, last, name, _ in did:
            if kind == "A":
                brought.setdefault(last, []).append((commit, name))
    rivals = {last: places for last, places in brought.items() if len(places) > 1}
    records = [f"{commit}:{name}" for places in rivals.values() for commit, name in places]
    if not 0 < len(records) <= _MOST_NAMES:
        return {}
    # Unlike cat-file it needs no content, which a partial clone may lack.
    held = iter(git(top, "rev-parse", *records).split())
    apart = [last for last, places in rivals.items() if len({next(held) for _ in places}) > 1]
    names = {last: {last} for last in apart[:_MOST_RIVALS]}
    for did in deeds.values():
        for _, last, name, _ in did:
            if last in names:
                names[last].add(name)
    return {last: _led_to(top, sha, names[last]) for last in names}


def _led_to(top: str, sha: str, names: set[str]) -> set[str]:
    """The commits that git itself follows for a file that has had such names."""
    out = git(top, "log", "--format=%H", sha, "--", *sorted(names))
    return set(out.decode("ascii").split())


def _follow(
    commits: list[_Commit], deeds: dict[str, list[_Deed]], taken: dict[str, set[str]]
) -> tuple[dict[str, Recorded], dict[str, Deleted], dict[str, Deleted]]:
    """The commit that first recorded each file, by its last name, and that which deleted it.

    Going back in time, on each branch by itself: what one has deleted another may have kept, and
    the merge of both with it. A file that was deleted and came again was recorded when it came
    again, and is among those of the third. Of the files of `taken` only those commits count.
    """
    mortal = {last for did in deeds.values() for kind, last, _, _ in did if kind == "D"}
    recorded: dict[str, Recorded] = {}
    edited: dict[str, list[Version]] = {}
    gone: dict[str, Deleted] = {}
    again: dict[str, Deleted] = {}
    # By commit: files, by their last names and those then, of which all up to it is another story.
    begun: dict[str, set[tuple[str, str]]] = {}
    for commit in commits:
        other = begun.pop(commit.sha, set())
        for kind, last, name, before in deeds[commit.sha]:
            version = Version(commit.sha, commit.author, commit.date, name)
            elsewhere = (last, name) in other
            if kind == "D":
                closed = again if elsewhere else gone
                closed.setdefault(last, Deleted(commit.sha, commit.author, commit.date))
            elif elsewhere or kind == "R" or commit.sha not in taken.get(last, (commit.sha,)):
                pass
            elif kind != "A":
                edited.setdefault(last, []).append(version)
            elif last not in recorded or commit.date < recorded[last].date:
                recorded[last] = _recorded(version, edited.get(last, []))
            if kind in ("A", "D", "R") and last in mortal:
                other.add((last, name))
                if elsewhere:
                    other.add((last, before))
        for parent in commit.parents:
            begun[parent] = begun[parent] & other if parent in begun else other.copy()
    return recorded, gone, {name: deletion for name, deletion in again.items() if name in recorded}


def _by_last_names(commits: list[_Commit]) -> dict[str, list[_Deed]]:
    """What each commit did to which file."""
    later: dict[str, str] = {}  # a name in the past -> the file's last name
    deeds = {}
    for commit in commits:
        did = deeds[commit.sha] = list[_Deed]()
        for status, old, new in commit.did:
            last = later.get(new, new)
            if status[0] == "R":
                later[old] = last
            kind = "R" if status[0] == "R" else "".join(set(status))
            did.append((kind, last, new, old))
    return deeds


def _recorded(first: Version, later: list[Version]) -> Recorded:
    """The record of a file from its first version and the later ones, the last of them first."""
    if not later:
        return Recorded(first.commit, first.author, first.date)
    return Recorded(first.commit, first.author, first.date, later[0].commit, (first, *later[::-1]))


def contents(root: str, versions: Iterable[Version]) -> list[bytes]:
    """What files held in those versions. Raises GitError."""
    names = [f"{version.commit}:{version.name}" for version in versions]
    by_name = blobs(root, list(dict.fromkeys(names)))
    return [by_name[name] for name in names]


def _waiting(top: str, path: str, prefix: str) -> tuple[frozenset[str], frozenset[str]]:
    """The files that are not in the work tree as they are in the last commit, and those of them
    that are not there at all."""
    out = git(
        top, "status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames",
        "--ignore-submodules=dirty", "--", path,
    )  # fmt: skip
    waiting = [line[3:] for line in os.fsdecode(out).split("\0")[:-1]]
    waiting += edited_unseen(top, path)
    # What git is to forget may be there, and what a merge has not settled may be gone.
    missing = [name for name in waiting if not _is_there(top, name)]
    return (
        frozenset(name.removeprefix(prefix) for name in waiting),
        frozenset(name.removeprefix(prefix) for name in missing),
    )


def _is_there(top: str, name: str) -> bool:
    return os.path.lexists(os.path.join(top, name))
