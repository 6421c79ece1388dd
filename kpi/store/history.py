"""Which commit recorded which file, from what git lists of a whole folder.

That is one log of its commits, once more for each place that it was moved from, and what merges did
as seen from each parent. What follows from it for each file, `lineage` says.

The author's date of a commit is the day of a record: it survives a rebase or a cherry-pick, which
the committer's does not.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator

from kpi.store.commits import blobs
from kpi.store.git import GitError, git
from kpi.store.lineage import Commit, Deed, Deleted, Recorded, Version, lineages, storied
from kpi.store.renames import facts_apart, is_within, origins, part_from_those_left
from kpi.store.revisions import require_history, resolve
from kpi.store.waiting import waiting
from kpi.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")

#: So many times we look where a folder was before it was moved to where we looked.
_MOVES = 20
#: So many places git is asked for by name; with more, it is asked for all that ever happened.
_MOST_PATHS = 100
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
    top, prefix = _place(root, checked_out=not revision)
    paths = [f"{prefix}{folder}"]
    commits: list[Commit] = []
    for _ in range(_MOVES):
        commits = _log(top, sha, paths)
        for commit in commits:
            commit.did[:] = [facts_apart(did, folder) for did in commit.did]
        part_from_those_left(top, commits, folder)
        older = origins(commits, paths)
        if not older:
            break
        paths += older
    found = lineages(commits, _compared(top, sha, paths, commits, folder))
    recorded, deleted, again = (_beneath(paths[0], by_name, prefix) for by_name in found)
    if revision:
        return History(recorded, deleted, again)
    named = [(name, name.removeprefix(prefix)) for name in waiting(top, paths[0])]
    # What git is to forget may be there, and what a merge has not settled may be gone.
    missing = [own for name, own in named if not os.path.lexists(os.path.join(top, name))]
    deleted |= {own: Deleted() for own in missing}
    return History(recorded, deleted, again, frozenset(own for _, own in named))


def _place(root: str, checked_out: bool) -> tuple[str, str]:
    """The top of the repository around a project, and where the project lies in it: `ledger/`.

    Raises GitError, also if its files are to be those of its commits, and are elsewhere.
    """
    place = git(root, "rev-parse", "--is-inside-work-tree", "--show-prefix")
    inside, _, prefix = os.fsdecode(place).removesuffix("\n").partition("\n")
    if inside != "true" and checked_out:
        what = "git looks for the files of this repository in another folder"
        raise GitError(what, "see git config core.worktree and core.bare")
    top = os.path.realpath(root)
    for _ in range(prefix.count("/")):
        top = os.path.dirname(top)
    return top, prefix


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
    names = {name for name in storied(commits, there) if is_within(name, places)}
    seen = _seen_from_parents(top, merges, _where(sorted(names)) or _where(paths), names)
    for merge in merges:
        merge.did[:] = [facts_apart(next(seen), folder) for _ in merge.parents]
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


def contents(root: str, versions: Iterable[Version]) -> list[bytes]:
    """What files held in those versions. Raises GitError."""
    names = [f"{version.commit}:{version.name}" for version in versions]
    by_name = blobs(root, list(dict.fromkeys(names)))
    return [by_name[name] for name in names]
