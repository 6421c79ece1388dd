"""The project folder as names and bytes: nothing leads out of it, nothing waits, nothing hangs."""

from __future__ import annotations

import os
import socket
import subprocess
from pathlib import Path

import pytest

from kpi.store.trees import FAULTS, LARGEST, Entry, Refused, WorkTree

AS_ROOT = os.geteuid() == 0


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one observation, beside a secret that is none of its business."""
    (tmp_path / "secret.toml").write_text("value = 42")
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "s.toml").write_text("value = 42")
    root = tmp_path / "project"
    folder = root / "observations" / "jobs"
    folder.mkdir(parents=True)
    (root / "targets.toml").write_text("schema = 1")
    (folder / "2024_2025-01-01.toml").write_text("value = 1")
    return root


def walked(root: Path) -> dict[str, str | None]:
    """The faults of the walked files by name, without the folder's own name."""
    entries = list(WorkTree(str(root)).walk("observations"))
    assert entries == sorted(entries)
    assert all(entry.fault is None or entry.fault in FAULTS for entry in entries)
    return {entry.name.removeprefix("observations/"): entry.fault for entry in entries}


def refused(root: Path, name: str) -> str:
    """The fault for which a name is not read."""
    with pytest.raises(Refused) as caught:
        WorkTree(str(root)).read(name)
    assert name in str(caught.value)
    return caught.value.fault


def test_reads_and_walks(project: Path) -> None:
    """Files by their names, with their sizes, in the order of the names."""
    tree = WorkTree(str(project))
    (project / "observations" / "jobs-2").mkdir()
    (project / "observations" / "jobs-2" / "a.toml").write_bytes(b"")
    (project / "observations" / "jobs.toml").write_bytes(b"xy")
    assert tree.read("targets.toml") == b"schema = 1"
    assert tree.read("observations/jobs.toml") == b"xy"
    assert list(tree.walk("observations")) == [
        Entry("observations/jobs-2/a.toml", 0),
        Entry("observations/jobs.toml", 2),
        Entry("observations/jobs/2024_2025-01-01.toml", 9),
    ]


def test_what_is_not_there(project: Path) -> None:
    """No folder has no files; no file is FileNotFoundError, also below a file."""
    tree = WorkTree(str(project))
    assert list(tree.walk("reports")) == []
    assert list(WorkTree(str(project / "none")).walk("observations")) == []
    for name in ("none.toml", "targets.toml/x", "none/x.toml"):
        with pytest.raises(FileNotFoundError):
            tree.read(name)


@pytest.mark.parametrize("name", ["", "/etc/passwd", "../secret.toml", "a/../../x", "a//b", "a\0b"])
def test_names_that_are_none(project: Path, name: str) -> None:
    """A name that steps out of the project is the program's own mistake."""
    with pytest.raises(ValueError, match="not a name within"):
        WorkTree(str(project)).read(name)


def test_dots_are_ignored(project: Path) -> None:
    """Neither hidden files nor what lies in hidden folders is seen."""
    folder = project / "observations" / "jobs"
    (folder / ".kpi-x.tmp").write_text("half")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.toml").write_text("x")
    assert list(walked(project)) == ["jobs/2024_2025-01-01.toml"]


def test_links(project: Path) -> None:
    """A link within the project is its file; one that leads out is never followed."""
    folder = project / "observations" / "jobs"
    (folder / "in.toml").symlink_to("2024_2025-01-01.toml")
    (folder / "absolute.toml").symlink_to(project / "targets.toml")
    (folder / "out.toml").symlink_to(project.parent / "secret.toml")
    (folder / "out-relative.toml").symlink_to("../../../secret.toml")
    (folder / "out-folder").symlink_to(project.parent / "secrets")
    (folder / "out-nowhere.toml").symlink_to("/nowhere/at/all")
    (folder / "twice.toml").symlink_to("out.toml")
    (folder / "broken.toml").symlink_to("none.toml")
    (folder / "self.toml").symlink_to("self.toml")
    (folder / "cycle").symlink_to("..")
    (folder / "sibling").symlink_to(project.parent / "project-2")
    faults = walked(project)
    assert faults == {
        "jobs/2024_2025-01-01.toml": None,
        "jobs/absolute.toml": None,
        "jobs/broken.toml": "link-broken",
        "jobs/cycle": "link-folder",
        "jobs/in.toml": None,
        "jobs/out-folder": "link-out",
        "jobs/out-nowhere.toml": "link-out",
        "jobs/out-relative.toml": "link-out",
        "jobs/out.toml": "link-out",
        "jobs/self.toml": "link-broken",
        "jobs/sibling": "link-out",
        "jobs/twice.toml": "link-out",
    }
    assert WorkTree(str(project)).read("observations/jobs/in.toml") == b"value = 1"
    assert refused(project, "observations/jobs/out.toml") == "link-out"
    assert refused(project, "observations/jobs/twice.toml") == "link-out"
    assert refused(project, "observations/jobs/out-folder/s.toml") == "link-out"
    assert refused(project, "observations/jobs/self.toml") in ("unreadable", "link-broken")
    with pytest.raises(FileNotFoundError):
        WorkTree(str(project)).read("observations/jobs/broken.toml")


@pytest.mark.parametrize(
    ("target", "fault"), [("../secrets", "link-out"), ("real", "link-folder"), ("x", "link-broken")]
)
def test_a_linked_observations_folder(project: Path, target: str, fault: str) -> None:
    """The folder itself may not be a link either."""
    (project / "observations").rename(project / "real")
    (project / "observations").symlink_to(target)
    assert list(WorkTree(str(project)).walk("observations")) == [Entry("observations", 0, fault)]


def test_observations_that_is_a_file(project: Path) -> None:
    """A file of the folder's name is a fault, not silence."""
    (project / "observations").rename(project / "real")
    (project / "observations").write_text("x")
    assert walked(project) == {"observations": "not-a-folder"}


def test_a_project_that_is_reached_through_a_link(project: Path, tmp_path: Path) -> None:
    """The project's own folder may be a link: what counts is where it really lies."""
    (tmp_path / "door").symlink_to("project")
    tree = WorkTree(str(tmp_path / "door"))
    assert tree.read("targets.toml") == b"schema = 1"
    assert [entry.fault for entry in tree.walk("observations")] == [None]


def test_fifos_sockets_and_folders(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not a file is neither opened nor waited for."""
    folder = project / "observations" / "jobs"
    os.mkfifo(folder / "fifo.toml")
    (folder / "dev.toml").symlink_to("/dev/zero")
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.toml")
    assert walked(project) == {
        "jobs/2024_2025-01-01.toml": None,
        "jobs/dev.toml": "link-out",
        "jobs/fifo.toml": "special",
        "jobs/socket.toml": "special",
    }
    assert refused(project, "observations/jobs/fifo.toml") == "special"
    assert refused(project, "observations/jobs/socket.toml") == "unreadable"
    assert refused(project, "observations/jobs") == "special"


@pytest.mark.skipif(not AS_ROOT, reason="making a device needs root")
def test_an_empty_folder_where_a_fact_should_be(project: Path) -> None:
    """Its name says that a fact is here, and it holds none: silence would hide that."""
    name = "jobs/2025_2026-01-01.toml"
    (project / "observations" / name).mkdir()
    (project / "observations" / "empty").mkdir()
    assert walked(project) == {"jobs/2024_2025-01-01.toml": None, name: "special"}
    (project / "observations" / name / "a.toml").write_text("value = 1")
    assert walked(project) == {"jobs/2024_2025-01-01.toml": None, f"{name}/a.toml": None}


def test_a_device(project: Path) -> None:
    """A device in the project is not a file."""
    name = "observations/jobs/zero.toml"
    try:
        os.mknod(project / name, 0o20666, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("this container may not make devices")
    assert walked(project)["jobs/zero.toml"] == "special"
    assert refused(project, name) in ("special", "unreadable")


def test_size(project: Path) -> None:
    """1 MiB is read, one byte more is not; the walk gives the size either way."""
    name = "observations/jobs/large.toml"
    (project / name).write_bytes(b"x" * LARGEST)
    assert len(WorkTree(str(project)).read(name)) == LARGEST
    (project / name).write_bytes(b"x" * (LARGEST + 1))
    assert walked(project)["jobs/large.toml"] == "too-large"
    assert refused(project, name) == "too-large"
    os.truncate(project / name, 10**12)  # a sparse file, larger than the memory
    assert refused(project, name) == "too-large"


def test_a_file_that_grows_while_it_is_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it is read, until it passes the limit."""
    endless = iter([b"x" * 9] * LARGEST)
    monkeypatch.setattr(os, "read", lambda opened, size: next(endless)[:size])
    assert refused(project, "targets.toml") == "too-large"


def test_names_beyond_ascii(project: Path) -> None:
    """Korean, undecodable and control characters in names: each is a fault, none a crash."""
    folder = project / "observations" / "jobs"
    (folder / "실적.toml").write_text("value = 1")
    (folder / "a\nb.toml").write_text("value = 1")
    (folder / "esc\x1b[31m.toml").write_text("value = 1")
    (project / "observations" / "목표").mkdir()
    (project / "observations" / "목표" / "a.toml").write_text("value = 1")
    with open(os.fsencode(folder) + b"/\xff\xfe.toml", "wb"):
        pass
    faults = walked(project)
    assert faults.pop("jobs/2024_2025-01-01.toml") is None
    assert set(faults.values()) == {"name-not-ascii"}
    assert len(faults) == 5
    assert "jobs/\udcff\udcfe.toml" in faults


@pytest.mark.skipif(AS_ROOT, reason="root may read everything")
def test_without_permission(project: Path) -> None:
    """What may not be read is a fault."""
    name = "observations/jobs/2024_2025-01-01.toml"
    (project / name).chmod(0)
    assert walked(project) == {"jobs/2024_2025-01-01.toml": "unreadable"}
    assert refused(project, name) == "unreadable"
    (project / "observations" / "jobs").chmod(0)
    assert walked(project) == {"jobs": "unreadable"}
    (project / "observations" / "jobs").chmod(0o755)


def test_errors_of_the_system(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same, as root sees it: by what the system answers."""

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (project / "observations" / "jobs" / "2024_2025-01-01.toml").chmod(0)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert walked(project) == {"jobs/2024_2025-01-01.toml": "unreadable"}
    monkeypatch.setattr(os, "open", denied)
    assert refused(project, "targets.toml") == "unreadable"
    monkeypatch.setattr(os, "scandir", denied)
    assert walked(project) == {"observations": "unreadable"}


def test_very_deep_folders(project: Path) -> None:
    """A thousand folders in one another are walked without recursion."""
    path = project / "observations"
    here = os.open(path, os.O_RDONLY)
    for _ in range(1000):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(os.open("x.toml", os.O_CREAT | os.O_WRONLY, dir_fd=here))
    os.close(here)
    try:
        assert walked(project)["d/" * 1000 + "x.toml"] is None
    finally:  # pytest's own clean-up is recursive
        subprocess.run(["rm", "-rf", str(path / "d")], check=True)
