"""How commands are run in turns, and what is said of their time and memory."""

import os
import sys

import pytest

from benchmarks import measure
from benchmarks.measure import Command, Failed, in_turns, paired, peak, surroundings, timed

PYTHON = sys.executable
MEGABYTE = 1_000_000


def _python(name: str, code: str, **more) -> Command:
    return Command(name, [PYTHON, "-S", "-c", code], **more)


def test_paired_ratios_are_not_the_ratio_of_the_medians():
    drifting = [1.0, 10.0, 100.0]
    assert paired([2 * one for one in drifting], drifting) == 2
    assert paired([1.0, 40.0, 30.0], [1.0, 10.0, 100.0]) == 1


def test_paired_refuses_unequal_rounds():
    with pytest.raises(ValueError, match="zip"):
        paired([1.0, 2.0], [1.0])


def test_commands_are_run_in_turns_and_prepared_each_time(tmp_path):
    trace = tmp_path / "trace"

    def leaves(word: str) -> str:
        return f"open({str(trace)!r}, 'a').write({word!r})"

    def prepare() -> None:
        with trace.open("a") as file:
            file.write("p")

    first = _python("first", leaves("a"), before=prepare)
    second = _python("second", leaves("b"))
    runs = in_turns([first, second], 2, lambda _: None)
    assert trace.read_text().startswith("pab" * 3)
    assert [len(one.wall) for one in runs] == [2, 2]
    assert [len(one.cpu) for one in runs] == [2, 2]
    assert all(0 < seconds < 60 for one in runs for seconds in one.wall)


def test_preparation_is_not_in_the_time(monkeypatch):
    """By a clock that only the preparation moves: on a busy machine nothing else is certain."""
    clock = [0.0]
    monkeypatch.setattr(measure.time, "perf_counter", lambda: clock[0])

    def prepare() -> None:
        clock[0] += 1000

    assert timed(_python("prepared", "pass", before=prepare))[0] == 0
    assert clock == [1000]
    monkeypatch.undo()
    assert timed(_python("slow", "import time; time.sleep(0.3)"))[0] >= 0.3


def test_a_command_runs_in_its_folder_with_its_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    code = "import os; open('seen', 'w').write(repr(sorted(os.environ)))"
    timed(_python("one", code, folder=str(tmp_path), environment={"OWN_MARK": "1"}))
    seen = (tmp_path / "seen").read_text()
    assert "OWN_MARK" in seen
    assert "PATH" in seen
    assert "PYTHONDONTWRITEBYTECODE" not in seen
    assert "PYTHONDONTWRITEBYTECODE" not in surroundings({})


@pytest.mark.parametrize("look", [timed, peak])
def test_a_command_that_fails_is_not_measured(look):
    with pytest.raises(Failed, match="bad: exit 3"):
        look(_python("bad", "raise SystemExit(3)"))
    look(_python("meant", "raise SystemExit(3)", codes=(3,)))
    with pytest.raises(Failed, match="bad: exit -9"):
        look(_python("bad", "import os; os.kill(os.getpid(), 9)"))


@pytest.fixture
def seen_at(tmp_path, monkeypatch):
    """Code with which a measured process waits until its memory was looked at three times more.

    It says so by a file and goes on by another: no sleep is long enough on a busy machine.
    """
    looks = {}

    def glance(_seconds: float) -> None:
        os.sched_yield()
        for waiting in tmp_path.glob("*.waits"):
            looks[waiting] = looks.get(waiting, 0) + 1
            if looks[waiting] == 3:
                waiting.with_suffix(".goes").touch()

    def code(name: str, processes: int = 1) -> str:
        goes = [str(tmp_path / f"{name}{nth}.goes") for nth in range(processes)]
        return (
            f"import os; open({str(tmp_path)!r} + f'/{name}{{nth}}.waits', 'w')\n"
            f"while not all(map(os.path.exists, {goes!r})): os.sched_yield()\n"
        )

    monkeypatch.setattr(measure.time, "sleep", glance)
    return code


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_peak_memory_is_that_of_the_command_and_not_of_who_runs_it(seen_at):
    held = bytearray(150 * MEGABYTE)
    held[::4096] = b"x" * len(held[::4096])
    small = peak(_python("small", "nth = 0\n" + seen_at("small")))
    assert 4 * MEGABYTE < small < 40 * MEGABYTE
    large = peak(_python("large", "nth = 0; x = b'x' * 60_000_000\n" + seen_at("large")))
    assert 55 * MEGABYTE < large - small < 70 * MEGABYTE


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_peak_memory_counts_every_process(seen_at):
    code = (
        "import os\nchild = os.fork(); nth = int(child > 0)\nx = b'x' * 60_000_000\n"
        f"{seen_at('two', 2)}if child: os.wait()"
    )
    assert 115 * MEGABYTE < peak(_python("two", code)) < 170 * MEGABYTE


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_peak_memory_counts_once_what_a_fork_shares(seen_at):
    code = (
        "import os\nx = b'x' * 60_000_000\nchild = os.fork(); nth = int(child > 0)\n"
        f"{seen_at('shared', 2)}if child: os.wait()"
    )
    assert 60 * MEGABYTE < peak(_python("shared", code)) < 90 * MEGABYTE


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_peak_memory_of_a_program_is_not_that_of_the_process_that_calls_it(seen_at):
    call = f"subprocess.run([{PYTHON!r}, '-S', '-c', 'import time; time.sleep(0.05)'])"
    code = (
        f"import subprocess; nth = 0; x = b'x' * 60_000_000\n{seen_at('calls')}"
        f"for _ in range(3): {call}"
    )
    assert 65 * MEGABYTE < peak(_python("calls", code)) < 140 * MEGABYTE
