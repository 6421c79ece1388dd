"""git, started without much ado: what it says, or None; and nothing of it stays."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from kpi.store import git_process
from kpi.store.git_process import Git, commit_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository of one commit, with a branch and a tag of one name; it warns of neither."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for words in (("init", "-q"), ("commit", "-qm", "Begin", "--allow-empty"), ("tag", "v1"),
                  ("branch", "v1"), ("config", "core.warnAmbiguousRefs", "false")):  # fmt: skip
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


pytestmark = pytest.mark.usefixtures("nothing_stays")


def instead(root: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Another program that is called git."""
    (root / "bin").mkdir()
    (root / "bin/git").write_text(f"#!/bin/sh\n{script}\n")
    (root / "bin/git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{root / 'bin'}:{os.environ['PATH']}")


def test_a_commit_by_its_names(root: Path) -> None:
    """Its full one, whatever it was called."""
    sha = commit_of(str(root), "HEAD")
    assert sha is not None
    assert len(sha) == 40
    assert commit_of(str(root), sha[:10]) == commit_of(str(root), "refs/tags/v1") == sha


@pytest.mark.parametrize(
    "revision", ["nothing", "v1", "HEAD^", "", "--all", "a\nb", "a\0b", "^HEAD"]
)
def test_what_takes_a_second_look(
    root: Path, revision: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """An unknown revision, an ambiguous one, none at all: git's own words reach nobody."""
    assert commit_of(str(root), revision) is None
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("said", ["abc", "a-" * 20])
def test_what_no_commit_is_called(root: Path, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    """Whatever a git may say that is none."""
    instead(root, monkeypatch, f"echo {said}")
    assert commit_of(str(root), "HEAD") is None


def test_what_a_git_that_fails_has_said_is_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of it would pass for the whole."""
    assert Git(str(root), ("version",)).all()
    instead(root, monkeypatch, "echo half; exit 1")
    assert Git(str(root), ("version",)).all() is None


def test_a_git_that_hangs_is_stopped(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And so is one that goes on when nobody wants to hear more: neither gets to its end."""
    monkeypatch.setattr(git_process, "SECONDS", 0.05)
    instead(root, monkeypatch, f"sleep 5; touch {root}/ended")
    assert Git(str(root), ("version",)).all() is None
    Git(str(root), ("version",)).stop()
    assert not (root / "ended").exists()


def test_without_git(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    assert Git(str(root), ("version",)).all() is None
    assert Git(str(root), ("cat-file", "--batch"), b"HEAD\n").all() is None
    Git(str(root), ("version",)).stop()


def test_what_git_is_given_arrives_whole(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system may take fewer bytes than it is given."""
    real = os.write
    monkeypatch.setattr(os, "write", lambda opened, data: real(opened, bytes(data)[:3]))
    said = Git(str(root), ("hash-object", "--stdin"), b"value = 1\n" * 9).all()
    monkeypatch.undo()
    assert said == Git(str(root), ("hash-object", "--stdin"), b"value = 1\n" * 9).all()
    assert said != Git(str(root), ("hash-object", "--stdin"), b"val").all()


def test_git_reads_nothing_that_it_is_not_given(root: Path) -> None:
    """Neither from a terminal nor from a pipe that kpi was started with."""
    empty = Git(str(root), ("hash-object", "--stdin"), b"").all()
    reader, writer = os.pipe()
    stdin = os.dup(0)
    try:
        os.write(writer, b"value = 1\n")
        os.close(writer)
        os.dup2(reader, 0)
        assert Git(str(root), ("hash-object", "--stdin")).all() == empty
    finally:
        os.dup2(stdin, 0)
        os.close(stdin)
        os.close(reader)
