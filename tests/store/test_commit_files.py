"""The files of a commit in one pass: all of them as they were recorded, or none."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import cast

import pytest

from kpi.store.commit_files import _cut, content, contents, files
from kpi.store.folder_files import Unplain
from kpi.store.git_process import Git
from kpi.store.trees import LARGEST


def run(root: Path, *words: str) -> str:
    """git in a folder, as nobody in particular."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false")
    done = subprocess.run(["git", *who, *words], cwd=root, check=True, capture_output=True)
    return done.stdout.decode().strip()


def commit(root: Path) -> str:
    run(root, "add", "-A")
    run(root, "commit", "-qm", "Record")
    return run(root, "rev-parse", "HEAD")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project below the top of its repository, with what is none of its facts."""
    run(tmp_path, "init", "-q")
    found = tmp_path / "ledger"
    for name in ("batch.toml", "share/2024.toml", "share/survey/2023.toml", ".hidden.toml",
                 "share/.2024.toml.swp", ".old/2022.toml", "share/.old/2022.toml"):  # fmt: skip
        path = found / "observations" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name}\n", "utf-8")
    (found / "targets.toml").write_text("schema = 1\n", "utf-8")
    return found


pytestmark = pytest.mark.usefixtures("nothing_stays")


def test_the_files_of_a_commit_and_their_bytes(root: Path) -> None:
    """By their folder, without those that begin with a dot or lie beneath what does."""
    found = files(str(root), commit(root), "observations")
    assert {folder: [name for name, _ in some] for folder, some in found.items()} == {
        "observations": ["batch.toml"],
        "observations/share": ["2024.toml"],
        "observations/share/survey": ["2023.toml"],
    }
    objects = [one for some in found.values() for _, one in some]
    assert list(contents(str(root), objects)) == [
        b"# batch.toml\n", b"# share/2024.toml\n", b"# share/survey/2023.toml\n",
    ]  # fmt: skip
    assert content(str(root), "HEAD", "targets.toml") == b"schema = 1\n"
    assert list(contents(str(root), [])) == []


def link(path: Path) -> None:
    path.symlink_to("2024.toml")


def submodule(path: Path) -> None:
    path.mkdir()
    run(path, "init", "-q")
    (path / "x").touch()
    commit(path)


def korean(path: Path) -> None:
    path.with_name("한국.toml").touch()


@pytest.mark.parametrize("make", [link, submodule, korean])
def test_what_is_not_plain_ends_the_pass(make, root: Path) -> None:
    """What a link says is no fact; `commits` tells what is wrong."""
    make(root / "observations/share/2025.toml")
    with pytest.raises(Unplain):
        files(str(root), commit(root), "observations")


def test_what_is_not_there_ends_the_pass(root: Path) -> None:
    """What git says instead is no content."""
    sha = commit(root)
    with pytest.raises(Unplain):
        files(str(root), sha, "nothing")
    with pytest.raises(Unplain):
        content(str(root), sha, "nothing")


def test_objects_that_are_none_of_a_fact_end_the_pass(root: Path) -> None:
    """A folder, a missing one, one that is too large; what came before is handed out."""
    (root / "targets.toml").write_bytes(b"#" * (LARGEST + 1))
    (root / "largest").write_bytes(b"#" * LARGEST)
    commit(root)
    plain, folder, large, largest = (
        run(root, "rev-parse", f"HEAD:ledger/{name}")
        for name in ("observations/batch.toml", "observations", "targets.toml", "largest")
    )
    for bad in (folder, large, "0" * len(plain)):
        found = contents(str(root), [plain, bad, plain])
        assert next(found) == b"# batch.toml\n"
        with pytest.raises(Unplain):
            next(found)
    assert list(contents(str(root), [largest, plain])) == [b"#" * LARGEST, b"# batch.toml\n"]
    with pytest.raises(Unplain):
        content(str(root), "HEAD", "targets.toml")


def test_who_stops_in_the_middle_stops_git(root: Path) -> None:
    """It waits with more than a pipe holds."""
    (root / "large").write_bytes(b"#" * LARGEST)
    commit(root)
    large = run(root, "rev-parse", "HEAD:ledger/large")
    found = contents(str(root), [large] * 3)
    assert len(next(found)) == LARGEST
    found.close()  # type: ignore[attr-defined]


class Saying:
    """A git that says some parts, and then no more; nobody may ask it again after that."""

    def __init__(self, *parts: bytes) -> None:
        self.parts = [*filter(None, parts), b""]

    def read(self, size: int) -> bytes:
        return self.parts.pop(0)


def cut(*parts: bytes) -> list[bytes]:
    return list(_cut(cast(Git, Saying(*parts)), ["a", "b"]))


def test_contents_are_cut_wherever_a_read_ends() -> None:
    """In the head of an object, in its bytes, before the line's end after it."""
    whole = b"a blob 5\n12\n45\nb blob 0\n\n"
    for at in range(len(whole)):
        assert cut(whole[:at], whole[at:]) == [b"12\n45", b""], whole[:at]
    assert cut(*(whole[at : at + 1] for at in range(len(whole)))) == [b"12\n45", b""]


def test_a_git_that_breaks_off_is_not_waited_for() -> None:
    """Wherever it does."""
    whole = b"a blob 5\n12\n45\nb blob 0\n\n"
    for at in range(len(whole) - 1):
        with pytest.raises(Unplain):
            cut(whole[:at])


@pytest.mark.parametrize("head", [b"c blob 5", b"a tree 5", b"a blob %d" % (LARGEST + 1)])
def test_another_object_than_was_asked_for(head: bytes) -> None:
    """Its bytes stand for nothing that was wanted."""
    with pytest.raises(Unplain):
        cut(head + b"\n" + b"1" * (LARGEST + 1) + b"\nb blob 0\n\n")


def test_a_list_of_files_that_ends_in_words_is_none(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """git had something to say of it: there may be files that it could not list."""
    (root / "git").write_text("#!/bin/sh\nprintf '100644 blob 12\\tx.toml\\0warning: half\\n'\n")
    (root / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{root}:{os.environ['PATH']}")
    with pytest.raises(Unplain):
        files(str(root), "HEAD", "observations")
