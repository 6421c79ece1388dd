"""A folder's files in one pass: all of them, or none where one is not plain."""

from __future__ import annotations

import os
import resource
from pathlib import Path

import pytest

from kpi.store import folder_files
from kpi.store.folder_files import Folder, Unplain
from kpi.store.stamps import _folder as line_of
from kpi.store.trees import LARGEST


def ended(folder: Path, name: str) -> None:
    """Neither the names nor the files of a folder are told, and nothing stays open."""
    before = sorted(os.listdir("/dev/fd"))
    for ask in (Folder.names, lambda folder: list(folder.files(500))):
        with pytest.raises(Unplain):
            ask(Folder(str(folder), name))
    assert sorted(os.listdir("/dev/fd")) == before


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


def test_the_newest_change_is_that_of_a_file_or_of_the_folder_itself(tmp_path: Path) -> None:
    """A file that was edited in place moves its own time, one that has gone that of the folder."""
    made = tmp_path / "observations/x"
    (made / "survey").mkdir(parents=True)

    def newest() -> int:
        folder = Folder(str(tmp_path), "observations/x")
        assert list(folder.files(7)) is not None
        return folder.newest

    assert newest() == made.stat().st_ctime_ns  # it has no files yet
    edited, gone = made / "2021_2022-01-01.toml", made / "2020_2021-01-01.toml"
    for one in (edited, gone):
        one.write_bytes(b"value = 1\n")
    while edited.stat().st_ctime_ns <= made.stat().st_ctime_ns:
        edited.write_bytes(b"value = 2\n")
    assert newest() == edited.stat().st_ctime_ns
    while made.stat().st_ctime_ns <= edited.stat().st_ctime_ns:
        gone.touch()
        gone.unlink()
    assert newest() == made.stat().st_ctime_ns


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


def lines(path: Path) -> None:
    path.with_name("a\nb").mkdir()


def other(path: Path) -> None:
    path.with_suffix(".txt").write_bytes(b"")


@pytest.mark.parametrize("make", [link, fifo, large, inner, lines, other])
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


@pytest.mark.parametrize("error", [FileNotFoundError, PermissionError, NotImplementedError])
def test_a_folder_that_cannot_be_looked_through(
    files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    """A file went while it was looked at, or the system cannot do it: the ordinary way tells."""

    def refused(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(folder_files.os, "lstat", refused)
    ended(tmp_path, "observations/x")


@pytest.mark.parametrize("name", ["none", "file", "link"])
def test_what_is_no_folder_ends_the_pass(tmp_path: Path, name: str) -> None:
    """Whatever else may stand in its place."""
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "link").symlink_to(tmp_path)
    ended(tmp_path, name)


def test_a_link_that_is_the_first_file_ends_the_pass(tmp_path: Path) -> None:
    """Nothing has been opened yet then, and nothing is to be closed."""
    (tmp_path / "x").mkdir()
    link(tmp_path / "x/2023_2024-01-01.toml")
    assert Folder(str(tmp_path), "x").names() == ["2023_2024-01-01.toml"]
    with pytest.raises(Unplain):
        list(Folder(str(tmp_path), "x").files())


def test_few_files_are_open_at_once(files: dict[str, bytes], tmp_path: Path) -> None:
    """Some systems allow no more than 256."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)
    free = os.open(os.devnull, os.O_RDONLY)
    os.close(free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (free + 80, most[1]))
    try:
        ((names, contents),) = Folder(str(tmp_path), "observations/x").files(500)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, most)
    assert dict(zip(names, contents, strict=True)) == files


def test_a_file_that_is_being_added_to(
    files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look at its size and the reading: what was there before is not all of it."""
    read, path = os.read, tmp_path / "observations/x/1999_2000-01-01.toml"

    def later(file: int, size: int) -> bytes:
        with path.open("ab") as more:
            more.write(b"#")
        return read(file, size)

    monkeypatch.setattr(folder_files.os, "read", later)
    with pytest.raises(Unplain):
        list(Folder(str(tmp_path), "observations/x").files(500))


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
