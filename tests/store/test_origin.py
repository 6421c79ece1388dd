"""Which records these are: their digest does not hang on how a checkout ends its lines."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from kpi.store.git import GitError
from kpi.store.origin import digest, last_commit
from kpi.store.trees import WorkTree


def digest_of(root: Path, text: bytes) -> str:
    """The digest of a project whose only observation holds `text`."""
    file = root / "observations" / "x" / "2024_2025-01-01.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    (root / "targets.toml").write_bytes(b"schema = 1\n")
    file.write_bytes(text)
    return digest(WorkTree(str(root)), "targets.toml", "observations")


def test_a_checkout_with_other_line_ends_has_the_same_digest(tmp_path: Path) -> None:
    """git on Windows writes CR LF; a report that was made there is verified here."""
    assert digest_of(tmp_path, b"value = 1\r\n") == digest_of(tmp_path, b"value = 1\n")


@pytest.mark.parametrize(
    "other", [b"value = 2\n", b"value = 1", b"value = 1\n\n", b"value =\r 1\n", b""]
)
def test_another_content_has_another_digest(tmp_path: Path, other: bytes) -> None:
    """Whatever else differs is other records."""
    assert digest_of(tmp_path, other) != digest_of(tmp_path, b"value = 1\n")


def test_where_a_file_ends_is_part_of_the_digest(tmp_path: Path) -> None:
    """Two files are not one that holds the other's name and content."""
    second = "observations/x/2025_2026-01-01.toml"
    one = digest_of(tmp_path, b"1" + second.encode() + b"\0" + b"2")
    (tmp_path / second).write_bytes(b"2")
    assert digest_of(tmp_path, b"1") != one


def test_the_name_of_a_file_is_part_of_the_digest(tmp_path: Path) -> None:
    """What was moved to another series is another record, of the same content."""
    one = digest_of(tmp_path, b"value = 1\n")
    (tmp_path / "observations/x").rename(tmp_path / "observations/y")
    root = WorkTree(str(tmp_path))
    assert digest(root, "targets.toml", "observations") != one


def test_why_a_file_must_not_be_read_is_part_of_the_digest(tmp_path: Path) -> None:
    """A link to nothing and one out of the project, of the same name."""
    found, link = [], tmp_path / "observations/link.toml"
    for target in ("nothing", str(tmp_path.parent)):
        link.unlink(missing_ok=True)
        link.parent.mkdir(exist_ok=True)
        link.symlink_to(target)
        found.append(digest_of(tmp_path, b"value = 1\n"))
    assert found[0] != found[1]


def test_a_file_that_must_not_be_read_counts_by_its_name(tmp_path: Path) -> None:
    """Whatever bytes it is of."""
    without = digest_of(tmp_path, b"value = 1\n")
    (tmp_path / "observations" / "x" / os.fsdecode(b"\xff.toml")).write_bytes(b"")
    assert digest_of(tmp_path, b"value = 1\n") != without


def test_a_branch_that_is_called_as_the_records_are(tmp_path: Path) -> None:
    """The commit that is named is that of the records, and what is no name of one is none."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")

    def git(*words: str) -> str:
        words = ("git", *who, *words)
        done = subprocess.run(words, cwd=tmp_path, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    digest_of(tmp_path, b"value = 1\n")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "Record")
    record = git("rev-parse", "HEAD")
    git("commit", "-qm", "Something else", "--allow-empty")
    git("branch", "observations")
    git("tag", "targets.toml")
    assert last_commit(str(tmp_path), "targets.toml", "observations") == record


def test_an_answer_that_is_no_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What git is said to have answered is not written into a report unseen."""
    (tmp_path / "git").write_text("#!/bin/sh\necho 'gpg: no key'\n")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="git log answers in an unknown form"):
        last_commit(str(tmp_path), "targets.toml")
