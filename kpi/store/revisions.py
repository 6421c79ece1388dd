"""Which commit a revision means, and why none where it means none.

What was typed is never taken for an option of git's.
"""

from __future__ import annotations

import os
import re

from kpi.store.git import GitError, UnexplainedError, git, lacking, odd, run, unborn
from kpi.store.git_process import may_name

_SHA = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_UNSHALLOW = "run git fetch --unshallow (in a GitHub workflow: fetch-depth: 0)"


def resolve(root: str, revision: str) -> str:
    """The full name of the commit that a revision means in the repository around `root`.

    Also in a shallow clone, as far as that goes: what a commit holds does not depend on the
    commits before it. Raises GitError, among others for an unknown or ambiguous revision.
    """
    if not may_name(revision):
        raise GitError(f"{revision!r} is not a revision", "name a commit, a branch or a tag")
    try:
        out, stderr = _asked(root, revision)
    except UnexplainedError as error:
        if "ambiguous" in error.said:
            raise _ambiguous(revision) from None
        if "expected commit type" in error.said or _is_content(root, revision):
            what = f'the revision "{revision}" is a file or a folder, and no commit'
            raise GitError(what, "name a commit, a branch or a tag") from None
        raise _unknown(root, revision) from None
    if "ambiguous" in stderr:
        raise _ambiguous(revision)
    if "only goes back to" in stderr:  # HEAD@{2020-01-01}, and the log of HEAD is younger
        what = f"{revision!r} asks for a time before the log of this clone begins"
        raise GitError(what, "name a commit, a branch or a tag")
    sha = out.strip()
    if sha.startswith(b"^"):  # as "^HEAD" is answered
        raise _unknown(root, revision)
    if not _SHA.fullmatch(sha):
        raise odd("rev-parse")
    return sha.decode("ascii")


def _asked(root: str, revision: str) -> tuple[bytes, str]:
    """What git takes a revision for, and what it says of that. Raises GitError."""
    words = ("rev-parse", "--verify", "--end-of-options")
    if revision.startswith(":/"):  # all that follows is sought in messages, "^{commit}" as well
        revision = os.fsdecode(run(root, (*words, revision))[0]).strip()
    return run(root, (*words, f"{revision}^{{commit}}"))


def _is_content(root: str, revision: str) -> bool:
    """Whether a revision such as HEAD:targets.toml is there, and no commit."""
    try:
        git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", revision)
    except GitError:
        return False
    return ":" in revision  # any name of forty digits passes for an object


def parting(root: str, one: str, other: str) -> str:
    """The commit after which two commits went their own ways; `one` if they have none in common.

    Raises GitError.
    """
    try:
        return git(root, "merge-base", one, other).split()[0].decode("ascii")
    except UnexplainedError as error:
        if error.said.strip():
            raise
        return one


def require_history(root: str) -> None:
    """Raises GitError if the clone is shallow, so that its history would tell less than was.

    And if git does not say whether it is: one that ends well and says nothing knows of no records.
    """
    said = git(root, "rev-parse", "--is-shallow-repository").strip()
    if said == b"true":
        raise GitError("this clone is shallow: its history is cut off", _UNSHALLOW)
    if said != b"false":
        raise odd("rev-parse")


def _ambiguous(revision: str) -> GitError:
    return GitError(
        f'the revision "{revision}" is ambiguous',
        "write it in full, such as refs/heads/main, or the commit's whole name",
    )


def _unknown(root: str, revision: str) -> GitError:
    """Why a revision means no commit."""
    try:
        git(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    except UnexplainedError as error:
        return error if error.said.strip() else _headless(root)
    try:  # the same as it is asked for whatever was typed, which a git before 2.30 does not know
        git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD^{commit}")
    except UnexplainedError:
        return odd("rev-parse")
    if git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        what = f'the revision "{revision}" is unknown in this clone, which is shallow'
        return GitError(what, _UNSHALLOW)
    if _RANGE.fullmatch(revision):
        what = f'the revision "{revision}" is a range of commits'
        return GitError(what, "name one commit; kpi diff takes two: kpi diff A B")
    what = f'the revision "{revision}" is unknown'
    if _DAY.fullmatch(revision):
        return GitError(  # with no hour, git takes that of now
            what, f"a day's last commit: git log -1 --format=%h --before={revision}T23:59:59"
        )
    if _YEAR.fullmatch(revision):
        return GitError(what, f"of a year write its last day: {revision}-12-31")
    if _PART.fullmatch(revision):
        remedy = "write a half-year as 2026-S2, a quarter as 2026-Q4, a month as 2026-10 and a week"
        return GitError(what, f"{remedy} as 2026-W40")
    if not revision[:1].isdigit():  # it is meant as a name
        return GitError(what, "see git log --oneline --all, or get it first: git fetch")
    return GitError(
        what, "see git log --oneline --all; to kpi diff a day is 2026-10-31 and a week 2026-W40"
    )


def _headless(root: str) -> GitError:
    """Why there is no commit: nothing was committed yet, or what HEAD names is not there."""
    try:
        return lacking(git(root, "rev-parse", "--verify", "--quiet", "HEAD").decode().strip())
    except (UnexplainedError, UnicodeDecodeError):
        return unborn()


_RANGE = re.compile(r"(?!\.\./)[^:]*\.\.[^:]*")  # no name of git's holds two dots
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
#: What may be meant as a part of a year, in another spelling or with a number that no year has.
_PART = re.compile(r"(?:19|20)[0-9]{2}[-./]?[HSQMW]?[0-9]{1,2}", re.IGNORECASE)
