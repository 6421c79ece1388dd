"""One file that may be anything: all of it, its ends, or why not."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kpi.store.one_file import content, ends


@pytest.fixture(autouse=True)
def _nothing_stays_open() -> Iterator[None]:
    before = sorted(os.listdir("/dev/fd"))
    yield
    assert sorted(os.listdir("/dev/fd")) == before


def test_all_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to so many bytes, and however few of them the system gives at once."""
    path = tmp_path / "a"
    for size in (0, 9, 10):
        path.write_bytes(b"0123456789"[:size])
        assert content(str(path), 10) == b"0123456789"[:size]
    read = os.read
    monkeypatch.setattr(os, "read", lambda opened, size: read(opened, min(size, 3)))
    assert content(str(path), 10) == b"0123456789"


def test_one_byte_too_many(tmp_path: Path) -> None:
    """It is refused as it is, and not cut."""
    (tmp_path / "a").write_bytes(b"0" * 11)
    with pytest.raises(OSError, match="it is over") as caught:
        content(str(tmp_path / "a"), 10)
    assert (caught.value.errno, caught.value.filename) == (errno.EFBIG, str(tmp_path / "a"))


@pytest.mark.parametrize("read", [lambda path: content(path, 10), lambda path: ends(path, 2, 3)])
def test_what_is_no_file(read, tmp_path: Path) -> None:
    """A folder, a pipe that nobody writes to, a device without end, nothing."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    for name, number in (("", errno.EISDIR), ("pipe", errno.EINVAL), ("zero", errno.EINVAL),
                         ("none", errno.ENOENT)):  # fmt: skip
        with pytest.raises(OSError) as caught:  # noqa: PT011 - its number is looked at
            read(str(tmp_path / name))
        assert caught.value.errno == number, name


def test_both_ends_of_a_file(tmp_path: Path) -> None:
    """Of a short one they overlap."""
    path = tmp_path / "a"
    for text, found in ((b"", (b"", b"")), (b"0", (b"0", b"0")), (b"0123", (b"01", b"123")),
                        (b"0123456789", (b"01", b"789"))):  # fmt: skip
        path.write_bytes(text)
        assert ends(str(path), 2, 3) == found


def test_a_file_that_grows_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part of it is not the file; and a writer that is quicker than we are fills no memory."""
    path, read = tmp_path / "a", os.read
    path.write_bytes(b"0")
    times = iter(range(20))

    def growing(opened: int, size: int) -> bytes:
        assert next(times) < 15
        return read(opened, size) or b"0"

    monkeypatch.setattr(os, "read", growing)
    with pytest.raises(OSError, match="it is over"):
        content(str(path), 10)
