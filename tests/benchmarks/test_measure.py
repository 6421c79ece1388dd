"""How commands are run in turns, and what is said of their time and memory."""

import sys

import pytest

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


def test_preparation_is_not_in_the_time():
    slow = "import time; time.sleep(0.6)"
    prepared = _python("prepared", "pass", before=lambda: timed(_python("slow", slow)))
    assert timed(_python("slow", slow))[0] >= 0.6 > timed(prepared)[0]


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


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_peak_memory_is_that_of_the_command_and_not_of_who_runs_it():
    held = bytearray(150 * MEGABYTE)
    held[::4096] = b"x" * len(held[::4096])
    small = peak(_python("small", "import time; time.sleep(0.05)"))
    assert 4 * MEGABYTE < small < 40 * MEGABYTE
    large = peak(_python("large", "import time; x = b'x' * 60_000_000; time.sleep(0.05)"))
    assert 55 * MEGABYTE < large - small < 70 * MEGABYTE


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_peak_memory_counts_every_process():
    code = (
        "import os, time\nchild = os.fork()\nx = b'x' * 60_000_000\ntime.sleep(0.1)\n"
        "if child: os.wait()"
    )
    assert 115 * MEGABYTE < peak(_python("two", code)) < 170 * MEGABYTE


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_peak_memory_counts_once_what_a_fork_shares():
    code = (
        "import os, time\nx = b'x' * 60_000_000\nchild = os.fork()\ntime.sleep(0.1)\n"
        "if child: os.wait()"
    )
    assert 60 * MEGABYTE < peak(_python("shared", code)) < 90 * MEGABYTE


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_peak_memory_of_a_program_is_not_that_of_the_process_that_calls_it():
    call = f"subprocess.run([{PYTHON!r}, '-S', '-c', 'import time; time.sleep(0.05)'])"
    code = f"import subprocess\nx = b'x' * 60_000_000\nfor _ in range(3): {call}"
    assert 65 * MEGABYTE < peak(_python("calls", code)) < 140 * MEGABYTE
