"""Asking the `git` program something, and its refusals in our words.

Nothing is checked out and nothing is written. The repository is somebody else's data: no command
it configures is run, and no remote is asked.
"""

from __future__ import annotations

import os
import re

from kpi.store.git_process import SAFE, SECONDS, environment


class GitError(Exception):
    """git could not tell: what is wrong, and what to do about it."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}; {remedy}")
        self.what = what
        self.remedy = remedy


class NothingRecordedError(GitError):
    """There is no repository, or no commit in it: nothing is under version control."""


class LeftOutError(GitError):
    """Files that git keeps are not in the folder, as it was told."""


class UnexplainedError(GitError):
    """git ended with an error that is not one of the known ones; `said` is its stderr."""

    def __init__(self, said: str) -> None:
        super().__init__(_failed(said), "try git status in the project's folder")
        self.said = said


def _failed(said: str) -> str:
    """The first line that git wrote to stderr."""
    line = next((line for line in said.splitlines() if line.strip()), "no reason given")
    return f"git failed: {''.join(char for char in line if char.isprintable())[:200]}"


def git(root: str, *arguments: str, data: bytes = b"") -> bytes:
    """What `git ARGUMENTS`, run in the folder `root` with `data` as its input, writes to stdout.

    Raises GitError for whatever goes wrong. Put `--end-of-options` before anything that was typed.
    """
    return run(root, arguments, data)[0]


def left_out(root: str, *names: str) -> list[str]:
    """The files that git was told to keep out of the folder, and that are not there.

    `names` are files and folders of `root`. Where nothing was ever kept out git is not asked.
    Raises GitError.
    """
    repository = _repository(root)
    if repository is None or (
        os.path.isdir(repository) and not os.path.lexists(f"{repository}/{_SPARSE}")
    ):
        return []
    out = git(root, "ls-files", "-t", "-z", "--", *names)
    listed = os.fsdecode(out).split("\0")[:-1]
    named = (line[2:] for line in listed if line.startswith("S "))
    return [name for name in named if not os.path.lexists(os.path.join(root, name))]


def require_all(root: str, *names: str) -> None:
    """Raises LeftOutError if records among `names` were kept out of the folder, or GitError."""
    absent = left_out(root, *names)
    if absent:
        named = ", ".join(absent[:3]) + (" …" if absent[3:] else "")
        what = f"records that a sparse checkout leaves out: {len(absent)} ({named})"
        raise LeftOutError(what, "bring them here: git sparse-checkout disable")


_SPARSE = "info/sparse-checkout"


def versioned(root: str) -> bool:
    """Whether a folder, or one above it, holds a repository; asked without git.

    An empty `.git` is none, as git itself passes it over; one that is broken is.

    >>> versioned("/proc/self")
    False
    """
    return _repository(root) is not None


def _repository(root: str) -> str | None:
    """The nearest `.git`, a folder or a file that names one; None if there is none."""
    folder = os.path.realpath(root)  # git looks from where a link leads to, too
    while not os.path.lexists(path := os.path.join(folder, ".git")) or _is_empty(path):
        if folder == (folder := os.path.dirname(folder)):
            return None
    return path


def _is_empty(path: str) -> bool:
    try:
        return not os.listdir(path)
    except OSError:
        return False


def odd(command: str) -> GitError:
    """That git did not say what it says when all is well."""
    return GitError(f"git {command} answers in an unknown form", "update git")


def unborn() -> GitError:
    """That there is no commit to ask about."""
    return NothingRecordedError("the repository has no commit yet", "commit the project first")


def lacking(sha: str) -> GitError:
    """That an object is not there: the repository is broken, or a partial clone."""
    remedy = "run git fsck, or clone the repository anew without --filter"
    return GitError(f"the repository lacks the object {sha}", remedy)


def run(root: str, arguments: tuple[str, ...], data: bytes = b"") -> tuple[bytes, str]:
    """What git writes to stdout and stderr. Raises GitError."""
    import subprocess  # only commands that ask git need it

    silent = _no_filters(root) if arguments[0] == "status" else []
    try:
        done = subprocess.run(  # noqa: S603 - a list, no shell
            ["git", "-C", os.path.abspath(root), *SAFE, *silent, *arguments],  # noqa: S607
            input=data,
            capture_output=True,
            env=environment(),
            timeout=SECONDS,
            check=False,
        )
    except (FileNotFoundError, PermissionError):
        raise GitError("there is no git program", "install git, and see git --version") from None
    except ValueError:
        raise GitError("a name holds a NUL character", "leave it out") from None
    except OSError as error:  # such as more names than the system lets a program be told
        why = f"git cannot be started: {error.strerror}"
        raise GitError(why, "see free memory and processes, then retry") from None
    except subprocess.TimeoutExpired:
        raise GitError(f"git did not answer within {SECONDS} s", "run git gc, then retry") from None
    stderr = done.stderr.decode("utf-8", "replace")
    if done.returncode:
        raise _reason(stderr, root)
    return done.stdout, stderr


def _no_filters(root: str) -> list[str]:
    """Options that silence the filters of a repository, which only `git status` would run.

    Those of a submodule are not known here: it is to be asked with `--ignore-submodules=dirty`.
    Raises GitError for one with a name that no option can hold; that variables of the environment
    hold any came with git 2.31, and an older git would pass them over in silence.
    """
    listed = os.fsdecode(run(root, ("config", "-z", "--list", "--name-only"))[0]).split("\0")
    named = sorted({name.rpartition(".")[0] for name in listed if name.startswith("filter.")})
    if any("=" in driver for driver in named):
        what = "git is configured with a filter that has = in its name, which may be run"
        raise GitError(what, "rename it in git's configuration")
    silenced = (f"{driver}.{key}" for driver in named
                for key in ("clean=", "process=", "required=false"))  # fmt: skip
    return [word for setting in silenced for word in ("-c", setting)]


#: What git says of a damaged index, and of damaged objects: `git status` would say it again.
_BROKEN_INDEX = (
    "index file (?:smaller|corrupt)|bad (?:signature|index)|in the index, near|index entry"
)
_BROKEN_OBJECT = "inflate: |packfile |object file |corrupt|hash mismatch|bad (?:object|tree)"
#: Older versions of git name a tree without brackets.
_LACKING = r"(?:could not fetch|unable to read tree) \(?([0-9a-f]{40,})"


def _reason(stderr: str, root: str) -> GitError:
    """A failure in our words."""
    if "not a git repository" in stderr:
        if versioned(root):  # as after the repository of a work tree was moved
            what = f"the .git in or above {root} is no repository"
            return GitError(what, "see git status in the project's folder, and mend or remove it")
        remedy = "run git init in the project's folder, and commit it"
        return NothingRecordedError(f"{root} is not in a git repository", remedy)
    if "does not have any commits yet" in stderr:
        return unborn()
    if "cannot change to" in stderr:
        return GitError(f"{root} is not a folder that can be entered", "name another folder")
    if "dubious ownership" in stderr or "unsafe repository" in stderr:
        what = "git refuses this repository because it belongs to another user"
        named = re.search(r"safe\.directory (\S.*)", stderr)
        shown = "".join(c for c in named[1] if c.isprintable()) if named else "FOLDER"
        remedy = f"if you trust it, run git config --global --add safe.directory {shown}"
        return GitError(what, remedy)
    if missing := re.search(_LACKING, stderr):
        return lacking(missing[1])  # which is not fetched: see ENVIRONMENT
    if re.search(_BROKEN_INDEX, stderr):
        remedy = "remove the file index in .git and run git reset, which leaves all others alone"
        return GitError(_failed(stderr), remedy)
    if re.search(_BROKEN_OBJECT, stderr):
        remedy = "the repository is damaged: see git fsck, and clone it anew beside this folder"
        return GitError(_failed(stderr), remedy)
    return UnexplainedError(stderr)
