"""Which records a report was made from: their digest, their commit, and finding them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpi.cli import exits, project
from kpi.facts.project_files import OBSERVATIONS_FOLDER, TARGETS_FILE

if TYPE_CHECKING:
    from kpi.facts.book import Book
    from kpi.report import Earlier, Origin
    from kpi.store.trees import Tree


def digest(tree: Tree) -> str:
    """The SHA-256 of the records of a tree."""
    from kpi.store import origin

    return origin.digest(tree, TARGETS_FILE, OBSERVATIONS_FOLDER)


def origin(root: str) -> Origin:
    """Which records those of the folder are; without git, or before its first commit, no commit.

    Raises Stop in a shallow clone, which would name another commit than the whole one does, and
    where git does not answer for records that it keeps.
    """
    from kpi.report import Origin
    from kpi.store.commits import require_history
    from kpi.store.git import GitError, NothingRecordedError, versioned
    from kpi.store.origin import last_commit

    here = digest(project.tree(root, None))
    try:
        if not versioned(root):
            return Origin(None, True, here)
        commit = last_commit(root, TARGETS_FILE, OBSERVATIONS_FOLDER)
        require_history(root)
        there = _recorded(root, commit) if commit else None
        return Origin(commit, there is None or digest(there) != here, here)
    except NothingRecordedError:
        return Origin(None, True, here)
    except GitError as error:
        raise exits.Stop(exits.REFUSED, f"{error.what}; {error.remedy}") from None


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
    from kpi.store.trees import Refused

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
    if earlier.origin.commit is None or earlier.origin.uncommitted:
        return None
    tree = recorded(root, earlier.origin.commit)
    if tree is None or digest(tree) != earlier.origin.digest:
        return None
    found = read_book(tree)
    return None if found.problems else found
