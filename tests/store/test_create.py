"""A new file is there whole or not at all, and never in the place of another."""

from __future__ import annotations

import errno
import fcntl
import multiprocessing
import os
import signal
import stat
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kpi.store.create import alone, create, create_all, replace
from kpi.store.trees import Refused

NAME = "observations/jobs/2024_2025-01-01.toml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    return tmp_path / "project"


def litter(root: Path) -> list[str]:
    """Every file of the project but the ones asked for."""
    return [path.name for path in root.rglob("*") if path.is_file() and path.suffix == ".tmp"]


def test_creates_with_its_folders(root: Path) -> None:
    """The file has exactly the bytes; missing folders are made."""
    create(str(root), NAME, b"value = 1\n")
    create(str(root), "empty", b"")
    assert (root / NAME).read_bytes() == b"value = 1\n"
    assert (root / "empty").read_bytes() == b""
    assert litter(root) == []


def test_never_overwrites(root: Path) -> None:
    """A second writer is refused, and the first one's bytes stay."""
    create(str(root), NAME, b"first")
    with pytest.raises(FileExistsError) as caught:
        create(str(root), NAME, b"second")
    assert caught.value.filename == NAME
    assert (root / NAME).read_bytes() == b"first"
    (root / "gone").symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        create(str(root), "gone", b"x")
    with pytest.raises(FileExistsError):
        create(str(root), "observations", b"x")
    assert litter(root) == []


def test_the_link_decides(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where the look beforehand sees nothing, the other writer's file stays."""
    create(str(root), NAME, b"first")
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    with pytest.raises(FileExistsError) as caught:
        create(str(root), NAME, b"second")
    assert caught.value.filename == NAME
    assert (root / NAME).read_bytes() == b"first"
    assert litter(root) == []


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_mode(root: Path, umask: int, mode: int) -> None:
    """A file has the mode of any file made by hand."""
    before = os.umask(umask)
    try:
        create(str(root), "a", b"x")
        replace(str(root), "b", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((root / "a").stat().st_mode) == mode
    assert stat.S_IMODE((root / "b").stat().st_mode) == mode


def race(task: tuple[str, str, int]) -> int:
    root, name, writer = task
    try:
        create(root, name, f"{writer}\n".encode() * 2000)
    except FileExistsError:
        return 0
    return 1


def test_eight_writers_of_one_name(root: Path) -> None:
    """Of eight processes exactly one wins each of 40 races, and its bytes are whole."""
    with multiprocessing.get_context("spawn").Pool(8) as pool:
        for nth in range(40):
            name = f"observations/t{nth}/x.toml"
            assert sum(pool.map(race, [(str(root), name, n) for n in range(8)], 1)) == 1
            lines = (root / name).read_text().splitlines()
            assert len(lines) == 2000
            assert len(set(lines)) == 1
    assert litter(root) == []


def test_many_writers_of_different_names(root: Path) -> None:
    """Writers of different facts all win, also where they make the same folders."""
    with multiprocessing.get_context("spawn").Pool(8) as pool:
        tasks = [(str(root), f"observations/t{n % 3}/{n}.toml", n) for n in range(200)]
        assert sum(pool.map(race, tasks, 1)) == 200


def write_for_ever(root: str) -> None:
    for nth in range(10**9):
        create(root, f"observations/n{nth}.toml", b"0123456789" * 5000)


def test_killed_writers(root: Path) -> None:
    """Killed at any moment, there are whole files only; a temporary one is hidden."""
    for nth in range(12):
        writer = multiprocessing.get_context("fork").Process(
            target=write_for_ever, args=(str(root / f"p{nth}"),)
        )
        (root / f"p{nth}").mkdir()
        writer.start()
        while not any((root / f"p{nth}").rglob("n0.toml")):
            time.sleep(0.001)
        time.sleep(nth * 0.003)
        assert writer.pid
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
    files = [path for path in root.rglob("*") if path.is_file()]
    assert len(files) > 12
    for path in files:
        assert path.name.startswith(".") or path.read_bytes() == b"0123456789" * 5000


@pytest.mark.parametrize("call", ["write", "fsync"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
@pytest.mark.parametrize("verb", [create, replace])
def test_failure_half_way(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    error: BaseException,
    verb: object,
) -> None:
    """A full disk, or Ctrl-C: the error is passed on, and nothing is left behind."""
    calls = iter(range(100))
    real = getattr(os, call)

    def failing(*args: object) -> object:
        if call == "fsync" or next(calls) == 1:
            raise error
        return real(args[0], bytes(args[1])[:3])  # type: ignore[call-overload]

    monkeypatch.setattr(os, call, failing)
    with pytest.raises(type(error)):
        verb(str(root), "a.toml", b"0123456789")  # type: ignore[operator]
    assert os.listdir(root) == []


def test_short_writes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system may take fewer bytes than it is given."""
    real = os.write
    monkeypatch.setattr(os, "write", lambda opened, data: real(opened, bytes(data)[:3]))
    create(str(root), "a.toml", b"0123456789")
    assert (root / "a.toml").read_bytes() == b"0123456789"


def fail(number: int) -> None:
    raise OSError(number, os.strerror(number))


def no_locks(*_: object) -> None:
    fail(errno.ENOLCK)


@pytest.mark.parametrize("locks", [True, False], ids=["locks", "no-locks"])
def test_file_systems_without_links(
    root: Path, monkeypatch: pytest.MonkeyPatch, locks: bool
) -> None:
    """Where there are no hard links, creation is still exclusive and leaves no litter."""
    monkeypatch.setattr(os, "link", lambda *_: fail(errno.EPERM))
    if not locks:
        monkeypatch.setattr(fcntl, "flock", no_locks)
    create(str(root), NAME, b"first")
    assert (root / NAME).read_bytes() == b"first"
    real, early = os.path.lexists, iter([False])  # the other came between two looks
    monkeypatch.setattr(os.path, "lexists", lambda path: next(early, True) and real(path))
    with pytest.raises(FileExistsError) as caught:
        create(str(root), NAME, b"second")
    assert caught.value.filename == NAME
    assert (root / NAME).read_bytes() == b"first"
    assert litter(root) == []


def race_without_links(task: tuple[str, str, int]) -> int:
    os.link = lambda *_: fail(errno.EPERM)  # type: ignore[assignment]
    return race(task)


def race_without_links_and_locks(task: tuple[str, str, int]) -> int:
    fcntl.flock = no_locks
    return race_without_links(task)


@pytest.mark.parametrize("racer", [race_without_links, race_without_links_and_locks])
def test_eight_writers_without_links(
    root: Path, racer: Callable[[tuple[str, str, int]], int]
) -> None:
    """Still exactly one wins, and its bytes are whole."""
    with multiprocessing.get_context("spawn").Pool(8) as pool:
        for nth in range(30):
            name = f"observations/t{nth}/x.toml"
            assert sum(pool.map(racer, [(str(root), name, n) for n in range(8)], 1)) == 1
            lines = (root / name).read_text().splitlines()
            assert (len(lines), len(set(lines))) == (2000, 1)
    assert litter(root) == []


def test_no_file_stays_open(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever became of a file; one lock that stays would keep all other writers out."""
    before = sorted(os.listdir("/dev/fd"))
    create(str(root), NAME, b"x")
    replace(str(root), NAME, b"y")
    with pytest.raises(FileExistsError):
        create(str(root), NAME, b"x")
    with monkeypatch.context() as patch:
        patch.setattr(os, "link", lambda *_: fail(errno.EPERM))
        create(str(root), "without-links", b"x")
    for call in ("write", "fsync"):
        with monkeypatch.context() as patch:
            patch.setattr(os, call, lambda *_: fail(errno.EIO))
            with pytest.raises(OSError, match=os.strerror(errno.EIO)):
                create(str(root), call, b"x")
    assert sorted(os.listdir("/dev/fd")) == before


@pytest.mark.parametrize(
    "number", [errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV],
    ids=errno.errorcode.get,
)  # fmt: skip
def test_what_a_file_system_without_links_may_answer(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """FAT, a full table of links, a folder of which each file lies on a disk of its own."""
    monkeypatch.setattr(os, "link", lambda *_: fail(number))
    create(str(root), NAME, b"x")
    assert (root / NAME).read_bytes() == b"x"


def test_other_errors_of_link(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other answer of `link` is passed on."""
    monkeypatch.setattr(os, "link", lambda *_: fail(errno.EIO))
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        create(str(root), "a", b"x")
    assert os.listdir(root) == []


def test_folders_that_cannot_be_synced(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mount that cannot sync a folder is no reason to fail; a broken disk is."""
    real = os.fsync

    def syncing(number: int) -> object:
        def fsync(opened: int) -> None:
            if stat.S_ISDIR(os.fstat(opened).st_mode):
                fail(number)
            real(opened)

        return fsync

    for number in (errno.EINVAL, errno.ENOTSUP):
        monkeypatch.setattr(os, "fsync", syncing(number))
        create(str(root), f"a{number}", b"x")
    monkeypatch.setattr(os, "fsync", syncing(errno.EIO))
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        create(str(root), "b", b"x")


def test_order_of_syncing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes are synced before the name exists, each new folder and the last one after."""
    said: list[str] = []
    real_sync, real_link = os.fsync, os.link

    def fsync(opened: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(opened).st_mode)
        said.append("sync folder" if is_folder else "sync file")
        real_sync(opened)

    def link(*args: str) -> None:
        said.append("link")
        real_link(*args)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "link", link)
    create(str(root), "a/b/c.toml", b"x")
    assert said == ["sync folder", "sync folder", "sync file", "link", "sync folder"]
    said.clear()
    replace(str(root), "a/b/c.toml", b"y")
    assert said == ["sync file", "sync folder"]
    said.clear()
    create_all(str(root), {"a/one": b"x", "a/b/two": b"y"})
    assert said == ["sync file", "sync file", "link", "link", "sync folder", "sync folder"]
    said.clear()
    monkeypatch.setattr(os, "link", lambda *_: fail(errno.EPERM))
    monkeypatch.setattr(fcntl, "flock", no_locks)
    create(str(root), "a/b/d.toml", b"x")
    assert said == ["sync file", "sync file", "sync folder"]  # it is written once more


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
def test_files_that_belong_together_are_there_all_or_none(
    root: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """Ctrl-C too, between two of the names."""
    real, links = os.link, iter([None, error])

    def link(*names: str) -> None:
        if (wrong := next(links)) is not None:
            raise wrong
        real(*names)

    monkeypatch.setattr(os, "link", link)
    with pytest.raises(type(error)):
        create_all(str(root), {"one": b"x", "two": b"y"})
    assert os.listdir(root) == []


@pytest.mark.parametrize("verb", [create, replace])
def test_never_through_a_link_out(root: Path, tmp_path: Path, verb: object) -> None:
    """A folder that leads out of the project is not written to, and not made there either."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (root / "observations").symlink_to("../outside")
    (root / "sibling").symlink_to("../project-2")
    for name in ("observations/x.toml", "observations/new/x.toml", "sibling/x.toml"):
        with pytest.raises(Refused) as caught:
            verb(str(root), name, b"x")  # type: ignore[operator]
        assert caught.value.fault == "link-out"
    assert os.listdir(outside) == []
    with pytest.raises(ValueError, match="not a name within"):
        verb(str(root), "../outside/x", b"x")  # type: ignore[operator]
    (root / "inner").symlink_to("real")
    (root / "real").mkdir()
    verb(str(root), "inner/x.toml", b"x")  # type: ignore[operator]
    assert (root / "real" / "x.toml").read_bytes() == b"x"


def test_replace(root: Path, tmp_path: Path) -> None:
    """A report is replaced as a whole; a link in its place is replaced, not followed."""
    replace(str(root), "reports/a.md", b"one")
    replace(str(root), "reports/a.md", b"two")
    assert (root / "reports" / "a.md").read_bytes() == b"two"
    (tmp_path / "outside").write_bytes(b"mine")
    (root / "reports" / "b.md").symlink_to(tmp_path / "outside")
    replace(str(root), "reports/b.md", b"three")
    assert (tmp_path / "outside").read_bytes() == b"mine"
    assert (root / "reports" / "b.md").read_bytes() == b"three"
    assert litter(root) == []


def test_a_file_in_the_way_of_a_folder(root: Path) -> None:
    """The system's own answer; nothing is changed."""
    (root / "observations").write_bytes(b"x")
    with pytest.raises(NotADirectoryError):
        create(str(root), NAME, b"x")
    assert (root / "observations").read_bytes() == b"x"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only(root: Path) -> None:
    """Without permission to write there is an error and nothing else."""
    root.chmod(0o555)
    with pytest.raises(PermissionError):
        create(str(root), NAME, b"x")
    with pytest.raises(PermissionError):
        create(str(root), "x", b"x")
    root.chmod(0o755)
    assert os.listdir(root) == []


def test_a_read_only_folder_as_another_user(root: Path) -> None:
    """The same where the tests run as root: a child process gives up its rights first."""
    if os.geteuid() != 0:
        pytest.skip("the test above says it")
    root.chmod(0o555)
    for above in (root, *root.parents[:-1]):
        if not above.stat().st_mode & 0o001:
            above.chmod(above.stat().st_mode | 0o011)
    child = os.fork()
    if child == 0:  # pragma: no cover - in the child
        os.setgid(65534)
        os.setuid(65534)
        try:
            create(str(root), "x", b"x")
        except PermissionError:
            os._exit(7)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert os.listdir(root) == []


def test_the_second_writer_waits_until_the_first_has_ended(root: Path) -> None:
    """It neither enters beside the first nor goes on as where nothing can be locked."""
    told: list[str] = []

    def second() -> None:
        with alone(str(root)) as locked:
            told.append(f"second, {locked}")

    with alone(str(root)) as locked:
        other = threading.Thread(target=second)
        other.start()
        other.join(0.1)
        told.append(f"first, {locked}")
    other.join()
    assert told == ["first, True", "second, True"]


def test_what_cannot_be_taken_back_keeps_nothing_else(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fails twice: the name that was taken is told, and the other files are gone."""
    give, take = os.link, os.unlink

    def late(source: str, target: str) -> None:
        if target.endswith("c"):
            Path(target).write_bytes(b"mine")
        give(source, target)

    def failing(path: str) -> None:
        if path.endswith("a"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        take(path)

    monkeypatch.setattr(os, "link", late)
    monkeypatch.setattr(os, "unlink", failing)
    with pytest.raises(FileExistsError):
        create_all(str(root), {"a": b"1", "b": b"2", "c": b"3"})
    assert {path.name: path.read_bytes() for path in root.iterdir()} == {"a": b"1", "c": b"mine"}
