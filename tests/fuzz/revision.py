"""Revisions of any words: a commit, or a reason; never an option of git, and nothing is written."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kpi.store.commits import commit_tree
from kpi.store.git import GitError
from tests.fuzz.ledger import SOUND

WORDS = (
    "HEAD", "main", "refs/heads/", "@{", "}", "~1", "^", "^{commit}", "^{tree}", ":/", "..", "...",
    "--output=", "--exec=", "-", "tag", "@", "\n", "\x7f", ":targets.toml", "{u}", "{yesterday}",
    "{-1}",
)  # fmt: skip
_root: list[Path] = []


def _git(root: Path, *words: str) -> None:
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    named = ("git", "-c", "user.name=A", "-c", "user.email=a@b", *words)
    subprocess.run(named, cwd=root, env=env, capture_output=True, check=True)


def repository() -> Path:
    """Two commits, a tag, a branch and a branch that looks like an option; made once."""
    if not _root:
        root = Path(tempfile.mkdtemp(prefix="kpi-fuzz-"))
        atexit.register(shutil.rmtree, root, ignore_errors=True)
        (root / "targets.toml").write_bytes(SOUND)
        _git(root, "init", "-q", "-b", "main")
        for message in ("one", "two"):
            _git(root, "add", ".")
            _git(root, "commit", "-q", "--allow-empty", "-m", message)
        _git(root, "tag", "-a", "tag", "-m", "x")
        _git(root, "update-ref", "refs/heads/--output=x", "HEAD")
        _root.append(root)
    return _root[0]


def _names(root: Path) -> list[str]:
    return sorted(str(path) for path in root.rglob("*"))


def seeds() -> Iterator[bytes]:
    """What people write, and what they should not."""
    for text in (
        "HEAD", "HEAD~1", "main@{0}", "tag", "tag^{commit}", "refs/heads/main", ":/two", "@",
        "--output=x", "refs/heads/--output=x", "HEAD:targets.toml", "HEAD..main", "^HEAD",
    ):  # fmt: skip
        yield text.encode()


def one(data: bytes) -> None:
    """A revision is typed, so it is what a command line can hold."""
    root = repository()
    before = _names(root)
    try:
        tree = commit_tree(root.as_posix(), os.fsdecode(data))
        assert tree.read("targets.toml") == SOUND
    except GitError as error:
        if not (error.what and error.remedy) or "\n" in error.what:
            raise
    assert _names(root) == before
