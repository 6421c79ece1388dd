"""How a run ends where something comes between: while it loads, in its help, at a closed door."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kpi.cli import screen
from tests.run import Kpi

HERE = Path(__file__).parents[2]
LOADING = """
import sys

class Late:
    def find_spec(self, name, path=None, target=None):
        if name == "kpi.cli.screen":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Late())
from kpi.cli.main import main
main()
"""


def python(*words: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """A run of the program that these tests belong to, wherever another one is installed."""
    env = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "PYTHONPATH": str(HERE), **settings}
    return subprocess.run(
        [sys.executable, *words], env=env, capture_output=True, timeout=60, check=False
    )


def test_interrupted_while_it_loads() -> None:
    """Ctrl-C a moment after the start is no crash."""
    ran = python("-c", LOADING)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"")


@pytest.mark.parametrize("encoding", ["shift_jis", "iso2022_jp", "cp949", "ascii", "utf-8"])
@pytest.mark.parametrize("words", [("--help",), ("status", "--help")])
def test_help_in_any_encoding(words: tuple[str, ...], encoding: str) -> None:
    """A sign that the stream lacks is written as its escape."""
    ran = python("-m", "kpi", *words, PYTHONIOENCODING=encoding)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"141" in ran.stdout or words != ("--help",)


def test_a_project_behind_a_closed_door(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody may look there may be a project: nobody is told to begin one."""
    look = os.lstat

    def closed(path: object, **options: object) -> os.stat_result:
        if str(path).startswith(f"{root}/"):
            raise PermissionError(13, "Permission denied")
        return look(path, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "lstat", closed)
    ran = Kpi(tmp_path)("status", "--project", str(root))
    said = f"kpi: {root} cannot be entered; give yourself the permission to do so\n"
    assert (ran.code, ran.stdout, ran.stderr) == (4, "", said)
    assert Kpi(tmp_path)("status", "--project", str(tmp_path / "none")).code == 2


#: A run for which something was registered to be done at its end, as a measuring tool does.
REGISTERED = """
import atexit, os
atexit.register(os.write, 1, b"done")
from kpi.cli.main import main
main()
"""


def test_what_was_registered_for_the_end_is_done() -> None:
    """Else a measurement of a run would be lost without a word."""
    ran = python("-c", REGISTERED, "--version")
    assert (ran.returncode, ran.stdout[-4:]) == (0, b"done")


def test_a_profile_of_a_run_is_written(tmp_path: Path) -> None:
    """By the interpreter's own tool, which writes it when the run has ended."""
    ran = python("-m", "cProfile", "-o", str(tmp_path / "profile"), "-m", "kpi", "--version")
    assert (ran.returncode, (tmp_path / "profile").exists()) == (0, True)


@pytest.mark.parametrize("program", [("-m", "kpi"), ("-c", REGISTERED)])
def test_a_fault_that_cannot_be_told_keeps_its_exit_code(
    program: tuple[str, ...], tmp_path: Path
) -> None:
    """The disk of the log is full; 120, with which the interpreter would end, has no meaning."""
    env = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "PYTHONPATH": str(HERE)}
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            [sys.executable, *program, "status", "--project", str(tmp_path)],
            env=env, stdout=subprocess.DEVNULL, stderr=full, timeout=60, check=False,
        )  # fmt: skip
    assert ran.returncode == 2


def test_a_record_that_nobody_hears_of_ends_as_other_pipes_do(root: Path) -> None:
    """With 141 and without a word; the fact is there."""
    reader, writer = os.pipe()
    os.close(reader)
    env = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "PYTHONPATH": str(HERE)}
    words = ("add", "share", "5", "--period", "2024", "--published", "2025-03-01", "--source", "s")
    ran = subprocess.run(
        [sys.executable, "-m", "kpi", *words], cwd=root,
        env=env, stdout=writer, stderr=subprocess.PIPE, timeout=60, check=False,
    )  # fmt: skip
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (141, b"")
    assert (root / "observations/share/2024_2025-03-01.toml").is_file()


@pytest.mark.parametrize(
    ("number", "name", "gone", "code"),
    [
        (errno.ENOENT, None, True, 2),
        (errno.ENOENT, None, False, 70),
        (errno.ENOENT, "a file", True, 70),
        (errno.EACCES, None, True, 70),
        (errno.ENOSPC, None, False, 74),
        (errno.EBADF, None, False, 74),
        (errno.EIO, None, False, 74),
        (errno.EFBIG, None, False, 74),
        (errno.EDQUOT, None, False, 74),
        (errno.EPIPE, None, False, 141),
    ],
)
def test_what_the_system_refuses_has_its_exit_code(
    monkeypatch: pytest.MonkeyPatch, number: int, name: str | None, gone: bool, code: int
) -> None:
    """Where it comes from a text of the library, as help, or from a look at the working folder."""

    def refused(*_: object) -> None:
        raise OSError(number, os.strerror(number), name)

    def nowhere() -> str:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))

    monkeypatch.setattr("kpi.cli.front.plainly", refused)
    if gone:
        monkeypatch.setattr(os, "getcwd", nowhere)
    ran = Kpi()("--help")
    assert (ran.code, ran.stdout) == (code, "")
    said = {2: "the working folder is gone", 70: "internal error", 141: "", 74: "not be written"}
    assert said[code] in ran.stderr
    assert bool(ran.stderr) is (code != 141)


class Stream:
    """A standard stream that is a terminal, or none."""

    def __init__(self, terminal: bool) -> None:
        self.isatty = lambda: terminal


@pytest.mark.parametrize(
    ("stdin", "stdout", "stderr", "asks"),
    [
        (Stream(True), Stream(False), Stream(True), True),  # `kpi add > file`
        (Stream(False), Stream(True), Stream(True), False),
        (Stream(True), Stream(True), Stream(False), False),
        (None, Stream(True), Stream(True), False),
        (Stream(True), Stream(True), None, False),
    ],
)
def test_a_question_needs_someone_who_sees_it_and_can_answer(
    monkeypatch: pytest.MonkeyPatch,
    stdin: Stream | None,
    stdout: Stream,
    stderr: Stream | None,
    asks: bool,
) -> None:
    """It stands on the standard error; where the result goes does not matter."""
    for name, stream in (("stdin", stdin), ("stdout", stdout), ("stderr", stderr)):
        monkeypatch.setattr(sys, name, stream)
    assert screen.can_ask() is asks


@pytest.mark.parametrize(
    ("variables", "colored"),
    [
        ({}, True),
        ({"TERM": "dumb"}, False),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"TERM": "dumb", "CLICOLOR_FORCE": "1"}, True),
        ({"TERM": "dumb", "FORCE_COLOR": "0"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": ""}, False),
    ],
)
def test_what_is_said_of_colour_is_heard_in_its_order(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], colored: bool
) -> None:
    """On a terminal that can; an empty variable is none, and the option stands above all."""
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    terminal = Stream(True)
    monkeypatch.setattr(terminal, "encoding", "utf-8", raising=False)
    monkeypatch.setattr(terminal, "fileno", lambda: -1, raising=False)
    monkeypatch.setattr(sys, "stdout", terminal)
    assert screen.traits("auto", False) == (None, colored, False)
    assert [screen.traits(option, False)[1] for option in ("always", "never")] == [True, False]
