"""A folder's files in one pass: all of them, or none where one is not plain."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kpi.store import folder_files
from kpi.store.folder_files import Folder, Unplain
from kpi.store.stamps import _folder as line_of
from kpi.store.trees import LARGEST


@pytest.fixture
def files(tmp_path: Path) -> dict[str, bytes]:
    """Some 150 files of a project, beside what is none of its facts."""
    found = {f"{year}_{year + 1}-01-01.toml": b"value = %d\n" % year for year in range(1850, 2000)}
    found["1999_2000-01-02.toml"] = b""
    folder = tmp_path / "observations/x"
    (folder / "survey").mkdir(parents=True)
    (folder / ".hidden.toml").write_bytes(b"?")
    (folder / ".folder").mkdir()
    for name, data in found.items():
        (folder / name).write_bytes(data)
    return found


@pytest.mark.parametrize("at_once", [1, 63, 64, 65, 500])
def test_all_files_are_read_whatever_number_at_once(
    files: dict[str, bytes], at_once: int, tmp_path: Path
) -> None:
    """Each once, with the stamp that the folder has for whoever only looks at it."""
    folder, found = Folder(str(tmp_path), "observations/x"), {}
    for names, contents in folder.files(at_once):
        assert 0 < len(names) == len(contents) <= at_once
        found |= zip(names, contents, strict=True)
    assert found == files
    assert folder.below == ["observations/x/survey"]
    assert folder.line == line_of(str(tmp_path), "observations/x")
    newest = max(one.stat().st_ctime_ns for one in (tmp_path / "observations/x").iterdir())
    assert folder.newest >= newest


def test_parts_of_a_folder(files: dict[str, bytes], tmp_path: Path) -> None:
    """Together they are all files, and each has the stamp of all."""
    found, lines = {}, set()
    for part in range(3):
        folder = Folder(str(tmp_path), "observations/x")
        which = range(part, len(folder.names()), 3)
        some = [pair for pairs in folder.files(1, which) for pair in zip(*pairs, strict=True)]
        assert len(some) == len(which)
        assert not found.keys() & dict(some).keys()
        found |= dict(some)
        lines.add(folder.line)
    assert found == files
    assert lines == {line_of(str(tmp_path), "observations/x")}


def link(path: Path) -> None:
    path.symlink_to("1999_2000-01-01.toml")


def fifo(path: Path) -> None:
    os.mkfifo(path)


def large(path: Path) -> None:
    path.write_bytes(b"#" * (LARGEST + 1))


def inner(path: Path) -> None:
    path.mkdir()


def other(path: Path) -> None:
    path.with_suffix(".txt").write_bytes(b"")


@pytest.mark.parametrize("make", [link, fifo, large, inner, other])
def test_what_is_not_plain_ends_the_pass(
    make, files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And every file that was opened is closed."""
    monkeypatch.setattr(folder_files, "_OPEN", 200)  # so that it lies among others
    make(tmp_path / "observations/x/2023_2024-01-01.toml")
    before = sorted(os.listdir("/dev/fd"))
    with pytest.raises(Unplain):
        list(Folder(str(tmp_path), "observations/x").files(500))
    assert sorted(os.listdir("/dev/fd")) == before


def test_a_file_that_grows_while_it_is_read(
    files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is being written just now, and is left to the ordinary way."""
    read = os.read
    monkeypatch.setattr(folder_files.os, "read", lambda file, size: read(file, size)[:-1])
    with pytest.raises(Unplain):
        list(Folder(str(tmp_path), "observations/x").files(500))


def test_a_folder_is_seen_once(files: dict[str, bytes], tmp_path: Path) -> None:
    """Two that divide its files by their places in it must mean the same by a place."""
    folder = Folder(str(tmp_path), "observations/x")
    before = folder.names()
    (tmp_path / "observations/x/1000_1001-01-01.toml").write_bytes(b"value = 1\n")
    assert [name for names, _ in folder.files(7) for name in names] == before
    assert folder.line != line_of(str(tmp_path), "observations/x")


def test_only_its_own_files_are_closed(files: dict[str, bytes], tmp_path: Path) -> None:
    """Where numbers of open files are free between those of others, they do not follow one
    another."""
    others = [os.open(os.devnull, os.O_RDONLY) for _ in range(12)]
    kept = others[1::2]
    for one in others[::2]:
        os.close(one)
    try:
        before = sorted(os.listdir("/dev/fd"))
        found = Folder(str(tmp_path), "observations/x").files(7)
        assert {name: data for pairs in found for name, data in zip(*pairs, strict=True)} == files
        assert sorted(os.listdir("/dev/fd")) == before
        assert [os.read(one, 1) for one in kept] == [b""] * len(kept)
    finally:
        for one in kept:
            os.close(one)
