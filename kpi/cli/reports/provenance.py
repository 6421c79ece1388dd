"""Which records a report was made from: their digest, their commit, and finding them again.

Those of a report that was made before they were committed are found as well: as its own commit with
the files that it names, as long as these still lie in the folder unchanged, or else in the commit
that took them up as they were. So are those of a commit that was amended, rebased or squashed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpi.cli import project
from kpi.facts.project_files import OBSERVATIONS_FOLDER, TARGETS_FILE
from kpi.store.trees import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kpi.facts.book import Book
    from kpi.report import Earlier, Origin
    from kpi.store.trees import Tree

#: So many files that are not as in the commit are named by a report.
MOST_APART = 1_000
#: In so many other commits the records of a report are looked for.
MOST_COMMITS = 5


def digest(tree: Tree, each: dict[str, str] | None = None) -> str:
    """The SHA-256 of the records of a tree; `each` receives that of each file, by its name."""
    from kpi.store import origin

    return origin.digest(tree, TARGETS_FILE, OBSERVATIONS_FOLDER, each)


def origin(root: str) -> Origin:
    """Which records those of the folder are; without git, or before its first commit, no commit.

    Raises Stop in a shallow clone, which would name another commit than the whole one does, where a
    sparse checkout leaves records out, and where git does not answer for records that it keeps.
    """
    from kpi.report import Origin
    from kpi.store.git import NothingRecordedError, require_all, versioned
    from kpi.store.origin import last_commit
    from kpi.store.revisions import require_history

    files: dict[str, str] = {}
    sha256 = digest(project.tree(root, None), files)
    with project.asking_git():
        try:
            if versioned(root):
                require_all(root, OBSERVATIONS_FOLDER)
                commit = last_commit(root, TARGETS_FILE, OBSERVATIONS_FOLDER)
                require_history(root)
                committed = _recorded(root, commit) if commit else None
                committed_files: dict[str, str] = {}
                uncommitted = committed is None or digest(committed, committed_files) != sha256
                return Origin(commit, uncommitted, sha256, apart(files, committed_files))
        except NothingRecordedError:
            pass
    return Origin(None, True, sha256, apart(files, {}))


def apart(
    here: Mapping[str, str], there: Mapping[str, str]
) -> tuple[tuple[str, str | None], ...] | None:
    """The files that are here otherwise than there; None if there are more than MOST_APART."""
    differing = [(name, here.get(name)) for name in sorted({*here, *there})
             if here.get(name) != there.get(name)]  # fmt: skip
    return tuple(differing) if len(differing) <= MOST_APART else None


def recorded(root: str, commit: str) -> Tree | None:
    """The project as a commit recorded it; None if it cannot be had."""
    from kpi.store.git import GitError

    try:
        return _recorded(root, commit)
    except GitError:
        return None


def _recorded(root: str, commit: str) -> Tree | None:
    """The project as a commit recorded it; None if that holds none. Raises GitError."""
    from kpi.store.commits import commit_tree

    tree = commit_tree(root, commit)
    try:
        tree.read(TARGETS_FILE)
    except (FileNotFoundError, Refused):
        return None
    return tree


def past(root: str, book: Book, now: Origin, earlier: Earlier | None) -> Book | None:
    """The records that the earlier report was made from; None if they cannot be had."""
    from kpi.facts.book import read_book

    if earlier is None:
        return None
    if earlier.origin.digest == now.digest:
        return book
    tree = found_again(root, earlier.origin)
    if tree is None:
        return None
    past_book = read_book(tree)
    return None if past_book.problems else past_book


def found_again(root: str, origin: Origin) -> Tree | None:
    """The records that a report was made from, by their digest; None if they cannot be had."""
    return next((tree for tree in _places(root, origin) if tree and holds(tree, origin)), None)


def holds(tree: Tree, origin: Origin) -> bool:
    """Whether a tree holds the records that a report was made from, by their digest.

    One without a targets.toml that can be read holds none.
    """
    try:
        return digest(tree) == origin.digest
    except (FileNotFoundError, Refused):
        return False


def _places(root: str, origin: Origin) -> Iterator[Tree | None]:
    """Where the records of a report may be, the likeliest first.

    In its commit; with the files that this lacked; in the first commits after it; or, where that
    commit is not in the clone, as one that was amended, in the last ones of all.
    """
    from kpi.store.git import GitError, versioned
    from kpi.store.origin import commits_since

    if origin.commit is not None and not origin.uncommitted:
        yield recorded(root, origin.commit)
    else:
        yield _laid_over(root, origin)
    names = TARGETS_FILE, OBSERVATIONS_FOLDER
    try:
        if not versioned(root):
            return
        if origin.commit is not None and recorded(root, origin.commit) is None:
            commits = commits_since(root, None, *names)[: -MOST_COMMITS - 1 : -1]
        else:
            commits = commits_since(root, origin.commit, *names)[:MOST_COMMITS]
    except GitError:
        return
    for commit in commits:
        yield recorded(root, commit)


def _laid_over(root: str, origin: Origin) -> Tree | None:
    """The commit of a report with the files that were apart, as they lie there now.

    None is opened that is no record of the folder, whatever a report names.
    """
    from kpi.store.overlaid import Overlaid

    if not origin.apart:
        return None
    below = recorded(root, origin.commit) if origin.commit is not None else None
    work_tree, files = project.tree(root, None), dict[str, bytes | None]()
    names = {TARGETS_FILE, *(entry.name for entry in work_tree.walk(OBSERVATIONS_FOLDER))}
    for name, sha256 in dict(origin.apart).items():
        if sha256 is not None and name not in names:
            return None
        try:
            files[name] = work_tree.read(name) if sha256 is not None else None
        except (FileNotFoundError, Refused):
            return None
    return Overlaid(below, files)
