"""As a new user would: real processes, on terminals, pipes and machines of all kinds."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import termios
import time
import tomllib
from pathlib import Path

import jsonschema
import pytest

from kpi.cli import screen
from kpi.cli.commands.init import BEGINNING, BEGINNING_KO
from kpi.cli.options import target_ids
from kpi.cli.standing.answers import Question, stand
from kpi.render.grid import width
from tests.files import put
from tests.gallery import FAULTS, TODAY, cases
from tests.run import Kpi

KPI = str(Path(sys.executable).with_name("kpi"))
HERE = Path(__file__).parent.parent
KOREAN = """\
[[target]]
id = "share"
title = "AI 활용 기업 비중"
title_ko = "AI 활용 기업 비중"
unit = "%"
direction = "up"
baseline = { period = 2022, value = 1 }
goal = { value = 30, by = 2030 }
"""


def machine(**settings: str) -> dict[str, str]:
    """An environment that holds nothing of the developer's own."""
    return {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "KPI_TODAY": TODAY, **settings}


def run(
    root: Path, *words: str, stdout: int = subprocess.PIPE, **settings: str
) -> subprocess.CompletedProcess[bytes]:
    """A run of the installed program in a folder, with nothing to read."""
    return subprocess.run(
        [KPI, *words],
        cwd=root,
        env=machine(**settings),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sound project of the gallery, with observations and a Korean title. Not to be changed."""
    root = tmp_path_factory.mktemp("project")
    text = (FAULTS / "sound.toml").read_text("utf-8")
    put(root, "targets.toml", text.replace("Companies that use AI", "AI 활용 기업 비중"))
    for year, value in ((2021, "0.8"), (2023, "6.4"), (2024, "8.1")):
        put(root, f"observations/share/{year}_2025-06-30.toml", f"value = {value}\n")
    return root


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose status is far longer than a pipe holds."""
    root = tmp_path_factory.mktemp("many")
    one = KOREAN.replace("AI 활용 기업 비중", "Companies that use AI " * 20)
    put(root, "targets.toml", "\n".join(one.replace('"share"', f'"share-{n}"') for n in range(400)))
    return root


# ------------------------------------------------------------ what a stream can show


@pytest.mark.parametrize(
    ("settings", "encoding"),
    [
        ({"LC_ALL": "C"}, "utf-8"),  # Python takes UTF-8 there, PEP 538
        ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, "ascii"),
        ({"PYTHONIOENCODING": "cp949"}, "cp949"),
        ({"PYTHONIOENCODING": "latin-1"}, "latin-1"),
        ({"PYTHONIOENCODING": "ascii:strict"}, "ascii"),
    ],
)
def test_any_encoding(project: Path, settings: dict[str, str], encoding: str) -> None:
    """Nothing is lost and nothing fails where the stream cannot carry a sign."""
    for words in (("show", "share"), ("methods",), ("status", "--lang=ko")):
        answer = run(project, *words, **settings)
        assert (answer.returncode, answer.stderr) == (0, b"")
        said = answer.stdout.decode(encoding)
        assert "share" in said
        if encoding in ("ascii", "latin-1"):
            assert "●" not in said
    wanted = "활용" if encoding in ("utf-8", "cp949") else "\\ud65c\\uc6a9"
    assert wanted in said


@pytest.mark.parametrize("words", [("status",), ("show", "share"), ("methods", "share")])
def test_who_asks_for_ascii_signs_has_no_others(project: Path, words: tuple[str, ...]) -> None:
    """Also on a stream that could show them."""
    kpi = Kpi(project, KPI_TODAY=TODAY)
    signs = set(screen.SIGNS)
    assert signs & set(kpi(*words).stdout)
    assert not signs & set(kpi(*words, "--ascii").stdout)


LOOKS = (("--lang", "ko"), ("--color", "never"), ("--ascii",), ("--quiet",))
CLOCKS = (("--on", "2025-06-30"), ("--as-of", "2025-06-30"))


@pytest.mark.parametrize(
    "words",
    [
        *((*command, *option)
          for command in (["status"], ["show", "share"], ["methods"], ["check"],
                          ["diff", "2024-06-30"], ["whatif", "share", "2029=8"],
                          ["export", "--format", "csv"], ["schema"])
          for option in (*LOOKS, *CLOCKS)),
        # which tell of this machine as it is now
        *((command, *option) for command in ("doctor", "schedule") for option in LOOKS),
    ],
    ids=" ".join,
)  # fmt: skip
def test_every_reading_command_has_the_same_options(project: Path, words: tuple[str, ...]) -> None:
    ran = Kpi(project, KPI_TODAY=TODAY)(*words)
    assert ran.code != 2, ran.stderr
    assert ran.stdout or "--quiet" in words


def test_a_machine_reads_utf8_in_any_locale(project: Path) -> None:
    """JSON is UTF-8 whatever the terminal is."""
    answer = run(project, "status", "--format", "json", PYTHONIOENCODING="ascii")
    assert json.loads(answer.stdout.decode("utf-8"))["targets"][0]["id"] == "share"
    answer = run(project, "status", "--format", "json", PYTHONIOENCODING="cp949")
    assert json.loads(answer.stdout.decode("utf-8"))["targets"][0]["title"] == "AI 활용 기업 비중"


def test_an_empty_list_is_for_a_machine_too(project: Path) -> None:
    """Where nothing is left to be judged the title is still UTF-8, and the exit code 5."""
    said = stand(Question.of(form="json", tag=("nothing",), folder=str(project)))
    assert (said.machine, said.ending and said.ending.code) == (True, 5)


@pytest.mark.parametrize("words", [("stauts",), ("show", "활용"), ("add", "share", "３０")])
def test_errors_in_any_encoding(project: Path, words: tuple[str, ...]) -> None:
    """A message on an ASCII stream is a message still."""
    answer = run(project, *words, PYTHONIOENCODING="ascii")
    assert answer.returncode == 2
    assert b"Traceback" not in answer.stderr
    assert answer.stderr.isascii()


# ------------------------------------------------------------ colour


@pytest.fixture(scope="module")
def plain_status(project: Path) -> bytes:
    """The status without colour."""
    return run(project, "status", "--color", "never").stdout


@pytest.mark.parametrize(
    ("settings", "words", "colored"),
    [
        ({}, (), False),
        ({"FORCE_COLOR": "1"}, (), True),
        ({"FORCE_COLOR": "0"}, (), False),
        ({"CLICOLOR_FORCE": "1"}, (), True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False),
        ({"NO_COLOR": "1"}, ("--color", "always"), True),
        ({"FORCE_COLOR": "1"}, ("--color", "never"), False),
        ({"NO_COLOR": ""}, ("--color", "auto"), False),
    ],
)
def test_color(
    project: Path,
    plain_status: bytes,
    settings: dict[str, str],
    words: tuple[str, ...],
    colored: bool,
) -> None:
    """The option, then NO_COLOR, then FORCE_COLOR; and it never carries the meaning alone."""
    answer = run(project, "status", *words, **settings)
    assert (b"\x1b[" in answer.stdout) == colored
    bare = re.sub(rb"\x1b\[[0-9;]*m", b"", answer.stdout)
    assert bare == plain_status


def at_terminal(root: Path, *words: str, columns: int = 0, **settings: str) -> tuple[int, str]:
    """What a terminal shows, which has so many columns or does not know; and the exit code."""
    pid, terminal = pty.fork()
    if pid == 0:
        termios.tcsetwinsize(1, (24, columns))
        os.chdir(root)
        os.execve(KPI, [KPI, *words], machine(**settings))  # noqa: S606
    said = b""
    while True:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        said += data
    _, state = os.waitpid(pid, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(state), said.decode("utf-8")


@pytest.mark.parametrize(
    ("term", "settings", "colored"),
    [
        ("xterm", {}, True),
        ("dumb", {}, False),
        ("xterm", {"NO_COLOR": "1"}, False),
        ("dumb", {"FORCE_COLOR": "1"}, True),
    ],
)
def test_color_at_a_terminal(
    project: Path, term: str, settings: dict[str, str], colored: bool
) -> None:
    """A terminal gets colour, a dumb one does not."""
    code, said = at_terminal(project, "status", TERM=term, LC_ALL="C.UTF-8", **settings)
    assert code == 0
    assert ("\x1b[" in said) == colored


@pytest.mark.parametrize("columns", [40, 60, 200])
def test_columns(project: Path, columns: int) -> None:
    """No line is wider than the terminal; Korean letters take two columns."""
    from wcwidth import wcswidth

    for words in (("status",), ("show", "share")):
        answer = run(project, *words, COLUMNS=str(columns), PYTHONUTF8="1")
        assert answer.returncode == 0
        lines = answer.stdout.decode("utf-8").splitlines()
        if columns >= 60:
            assert max(map(wcswidth, lines)) <= columns, words
        assert "share" in answer.stdout.decode("utf-8")


@pytest.mark.parametrize("columns", ["0", "x", "٣", "99999999999999999999", "1" * 5_000])
def test_absurd_columns(project: Path, columns: str) -> None:
    """A width that is none is no width: nothing is cut."""
    answer = run(project, "status", COLUMNS=columns, PYTHONUTF8="1")
    assert (answer.returncode, answer.stderr) == (0, b"")
    assert answer.stdout == run(project, "status", PYTHONUTF8="1").stdout


@pytest.mark.parametrize("said", ["", "0", "x"])
def test_a_terminal_is_asked_for_its_width(project: Path, said: str) -> None:
    """Unless somebody has said another one that is one."""
    settings = {"LC_ALL": "C.UTF-8", "TERM": "dumb"} | ({"COLUMNS": said} if said else {})
    code, shown = at_terminal(project, "status", columns=60, **settings)
    wide = run(project, "status", LC_ALL="C.UTF-8", COLUMNS="60").stdout.decode()
    assert (code, shown.replace("\r\n", "\n")) == (0, wide)
    assert wide != run(project, "status", LC_ALL="C.UTF-8").stdout.decode()


def test_a_terminal_that_does_not_know_its_width(project: Path) -> None:
    """As a serial line: nothing is cut there either."""
    code, said = at_terminal(project, "status", LC_ALL="C.UTF-8", TERM="dumb")
    assert code == 0
    plain = run(project, "status", LC_ALL="C.UTF-8").stdout.decode()
    assert said.replace("\r\n", "\n") == plain


# ------------------------------------------------------------ where output goes


@pytest.mark.parametrize("words", [("status",), ("check",), ("status", "--format", "json")])
def test_a_pipe_that_is_closed_early(many: Path, words: tuple[str, ...]) -> None:
    """`kpi status | head -1` ends with 141 and without a word."""
    reader, writer = os.pipe()
    process = subprocess.Popen(
        [KPI, *words], cwd=many, env=machine(), stdout=writer, stderr=subprocess.PIPE
    )
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        assert pipe.readline()
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (141, b"")


@pytest.mark.parametrize("words", [
    ("status", "--project", "/nowhere\x1b[31m"), ("export", "--out", "/proc/x\x1b[31m/y"),
    ("report", "--out", "/proc/x\x1b[31m"), ("report", "--verify", "x\x1b[31m.md"),
])  # fmt: skip
def test_a_refusal_quotes_a_name_without_its_controls(
    project: Path, words: tuple[str, ...], kpi: Kpi
) -> None:
    """The name of a file or folder is data, also in what is said of it on the standard error."""
    ran = kpi(*words, *(() if "--project" in words else ("--project", str(project))))
    assert ran.code != 0
    assert "\\x1b[31m" in ran.stderr
    assert "\x1b" not in ran.stderr


def test_a_fault_of_ours_ends_with_70(kpi: Kpi, monkeypatch: pytest.MonkeyPatch) -> None:
    """In two lines and without a traceback, which KPI_DEBUG shows."""

    def broken(*asked: object) -> None:
        raise RuntimeError("a slip")

    monkeypatch.setattr("kpi.cli.front.plainly", broken)
    ran = kpi("status")
    assert (ran.code, ran.stdout) == (70, "")
    assert ran.stderr.splitlines() == [
        "kpi: internal error: RuntimeError: a slip",
        "This is a fault of kpi, not of your data; KPI_DEBUG=1 shows where.",
    ]
    with pytest.raises(RuntimeError, match="a slip"):
        kpi("status", KPI_DEBUG="1")


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("schema",)])
def test_a_pipe_that_nobody_reads(project: Path, words: tuple[str, ...]) -> None:
    """The library's own texts end as ours do."""
    reader, writer = os.pipe()
    os.close(reader)
    answer = run(project, *words, stdout=writer)
    os.close(writer)
    assert (answer.returncode, answer.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [("status",), ("--help",), ("schema",), ("show", "share")])
def test_a_full_disk(project: Path, words: tuple[str, ...]) -> None:
    """74, with the reason in one line."""
    with open("/dev/full", "wb") as full:
        answer = run(project, *words, stdout=full.fileno())
    assert answer.returncode == 74
    assert answer.stderr == b"kpi: the output could not be written: No space left on device\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_output_after_a_fact_was_recorded(project: Path) -> None:
    """Who reads 74 alone would add it once more, and be refused."""
    words = ("add", "share", "5", "--period", "2019", "--published", "2025-03-01", "--source", "s")
    with open("/dev/full", "wb") as full:
        answer = run(project, *words, stdout=full.fileno())
    name = "observations/share/2019_2025-03-01.toml"
    assert answer.returncode == 74
    assert answer.stderr.endswith(f"; {name} was recorded all the same\n".encode())
    assert (project / name).is_file()


@pytest.mark.parametrize(
    ("closing", "code"),
    [(">&-", 74), ("2>&-", 0), ("<&-", 0), (">&- 2>&- <&-", 74)],
)
def test_a_closed_stream(project: Path, closing: str, code: int) -> None:
    """Only a closed output is a failure: what was asked for could not be said."""
    script = f'"$0" status {closing}'
    answer = subprocess.run(
        ["sh", "-c", script, KPI],
        cwd=project,
        env=machine(),
        capture_output=True,
        timeout=60,
        check=False,
    )  # fmt: skip
    assert answer.returncode == code
    assert b"Traceback" not in answer.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [("status", "--nope"), ("nope",), (), ("status", "nope")])
@pytest.mark.parametrize("closing", ["2>/dev/full", "2>&-", ">&- 2>&-"])
def test_a_wrong_command_line_that_cannot_be_told(
    project: Path, words: tuple[str, ...], closing: str
) -> None:
    """Nothing was to be written on the output, so that none failed to be."""
    answer = subprocess.run(
        ["sh", "-c", f'"$0" "$@" {closing}', KPI, *words],
        cwd=project, env=machine(), capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert (answer.returncode, answer.stdout) == (2, b"")


@pytest.mark.parametrize("name", ["a\nb", "a\x1b[31mb"])
def test_a_folder_with_a_line_break_in_its_name(project: Path, kpi: Kpi, name: str) -> None:
    """A refusal is one line."""
    for words, code in (
        (("status", "--project", name), 2), (("report", "--week", name), 2),
        (("init", f"{project}/targets.toml/{name}"), 74),
    ):  # fmt: skip
        ran = kpi(*words, KPI_PROJECT=str(project))
        assert (ran.code, ran.stderr.count("\n")) == (code, 1), ran.stderr


def test_what_was_written_is_named_without_controls(tmp_path: Path, kpi: Kpi) -> None:
    """The name of a folder is data on the standard output, too."""
    root, out = str(tmp_path / "a\x1b[31m\nb"), "c\x1b[31md"
    assert (ran := kpi("init", root)).code == 0
    assert ran.stdout.count("\n") == 2
    assert "\x1b" not in ran.stdout
    put(Path(root), "targets.toml", KOREAN)
    ran = kpi("report", "--project", root, "--out", out)
    assert (ran.code, ran.stdout.count("\n"), "\x1b" in ran.stdout) == (0, 3, False)
    name = next((Path(root) / out).glob("*.md"))
    ran = kpi("report", "--project", root, "--verify", str(name))
    assert (ran.code, ran.stdout.count("\n"), "\x1b" in ran.stdout) == (0, 1, False)


def test_interrupted(many: Path) -> None:
    """Ctrl-C ends with 130 and without a traceback, whatever was under way."""
    reader, writer = os.pipe()
    process = subprocess.Popen(
        [KPI, "status"], cwd=many, env=machine(), stdout=writer, stderr=subprocess.PIPE
    )
    os.close(writer)
    os.read(reader, 1)  # it has begun to write, and now waits for us
    time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    os.close(reader)
    assert (process.returncode, errors) == (130, b"kpi: interrupted\n")


# ------------------------------------------------------------ poor machines


def test_without_git_and_home(project: Path) -> None:
    """No git, no home, no settings: what needs neither works all the same."""
    for settings in ({"PATH": "/nonexistent"}, {"HOME": ""}, {"HOME": "/proc/none"}):
        answer = run(project, "show", "share", **settings)
        assert (answer.returncode, answer.stderr) == (0, b""), settings
    history = run(project, "status", "--at", "HEAD", PATH="/nonexistent")
    assert history.returncode == 6
    assert b"git" in history.stderr
    assert b"Traceback" not in history.stderr


def test_without_any_environment(project: Path) -> None:
    """An empty environment, as cron nearly gives."""
    answer = subprocess.run(
        [KPI, "status"], cwd=project, env={}, capture_output=True, timeout=60, check=False
    )
    assert (answer.returncode, answer.stderr) == (0, b"")


def test_no_project(tmp_path: Path) -> None:
    """Every command says how to begin, and exits 2."""
    for words in (("status",), ("check",), ("show", "x"), ("methods",), ("add", "x", "1")):
        answer = run(tmp_path, *words)
        assert answer.returncode == 2
        assert answer.stdout == b""
        assert b"kpi init" in answer.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("words", [("status",), ("methods",), ("check",)])
def test_an_empty_project(tmp_path: Path, words: tuple[str, ...]) -> None:
    """A project without targets is nothing to judge, never a green nothing."""
    put(tmp_path, "targets.toml", "schema = 1\n")
    answer = run(tmp_path, *words)
    assert answer.returncode == 5
    assert b"[[target]]" in answer.stderr


def test_in_a_folder_that_is_gone(tmp_path: Path) -> None:
    """The working folder was removed by somebody else."""
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f'cd "{gone}" && rmdir "{gone}" && exec "$0" status'
    answer = subprocess.run(
        ["sh", "-c", script, KPI], env=machine(), capture_output=True, timeout=60, check=False
    )
    assert answer.returncode == 2
    assert b"Traceback" not in answer.stderr


@pytest.mark.parametrize("words", [("doctor",), ("export", "-o", "x.csv"), ("init",)])
def test_what_is_seen_from_a_folder_that_is_gone(
    project: Path, tmp_path: Path, kpi: Kpi, words: tuple[str, ...]
) -> None:
    """It is no fault of kpi that a relative name leads nowhere."""
    gone = tmp_path / "gone"
    gone.mkdir()
    here = os.getcwd()
    os.chdir(gone)
    gone.rmdir()
    try:
        ran = kpi(*words, KPI_PROJECT=str(project))
    finally:
        os.chdir(here)
    assert (ran.code, ran.stdout) == (74 if words == ("init",) else 2, "")
    assert "gone; go to another one" in ran.stderr or words == ("init",)


def test_from_a_folder_within(project: Path) -> None:
    """The project is the nearest folder upwards."""
    inner = project / "observations" / "share"
    assert run(inner, "status").stdout == run(project, "status").stdout


def test_a_file_is_no_project(project: Path, kpi: Kpi) -> None:
    """Its folder is: nobody is told to begin another one beneath it."""
    file = project / "targets.toml"
    ran = kpi("status", "--project", str(file))
    assert (ran.code, ran.stderr) == (
        2, f"kpi: {file} is a file; name the folder that holds targets.toml\n"
    )  # fmt: skip


def test_a_variable_that_is_empty_names_no_project(project: Path) -> None:
    """As with any other, setting it to nothing is the way to do without it for once."""
    ran = Kpi(project)("status", KPI_PROJECT="")
    assert (ran.code, ran.stderr) == (0, "")


# ------------------------------------------------------------ a question never acts


def seen(root: Path) -> dict[str, tuple[int, int, bytes]]:
    """Every file and folder: when it was changed, how it may be used, what is in it."""
    return {
        path.relative_to(root).as_posix(): (
            path.lstat().st_mtime_ns,
            path.lstat().st_mode,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in [root, *root.rglob("*")]
    }


def test_reading_writes_nothing(project: Path) -> None:
    """Not a byte and not a date of the project changes by being looked at."""
    before = seen(project)
    for words in (
        ("status",), ("status", "--format", "json"), ("show", "share"), ("methods",), ("check",),
        ("schema",), ("whatif", "share", "2027=8"),
        ("diff", "2025-01-01", "2026-01-01"), ("add", "share", "1", "--dry-run", "--period", "2025",
        "--published", "2026-06-30", "--source", "x"),
    ):  # fmt: skip
        assert run(project, *words).returncode == 0, words
    assert seen(project) == before


# ------------------------------------------------------------ completion


def completed(root: Path, line: str) -> list[str]:
    """What bash is offered for the last word of a line."""
    answer = run(
        root, _KPI_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(line.count(" "))
    )
    assert (answer.returncode, answer.stderr) == (0, b"")
    return answer.stdout.decode().split()


def test_completion(project: Path) -> None:
    """Commands, options and the ids of targets."""
    assert completed(project, "kpi st") == ["status"]
    assert completed(project, "kpi show sh") == ["share"]
    assert completed(project, "kpi add ") == ["share", "money", "law"]
    assert completed(project, "kpi status --format js") == ["json"]


@pytest.mark.parametrize(
    "text", [None, "", 'id = "x\n', "target = 3\n", "[[target]]\nid = 3\n", "[target]\nid = 'x'\n"]
)
def test_completion_is_silent_where_it_cannot_help(tmp_path: Path, text: str | None) -> None:
    """A broken targets.toml is no reason to print into somebody's line."""
    if text is not None:
        put(tmp_path, "targets.toml", text)
    assert completed(tmp_path, "kpi show ") == []


@pytest.mark.parametrize(
    ("text", "asked", "offered"),
    [
        ('[[target]]\nid = "a"\n[[target]]\nid = "b"\n', "", ["a", "b"]),
        ('[[target]]\nid = "a"\n[[target]]\nid = "b"\n', "b", ["b"]),
        ('[[target]]\nid = "$(touch x)"\n[[target]]\nid = "b"\n', "", ["b"]),
        ("x = " + "[" * 10_000, "", []),
    ],
)
def test_only_ids_that_fit_are_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, asked: str, offered: list[str]
) -> None:
    """Shells run what stands in $( ) among the words that are offered to them."""
    put(tmp_path, "targets.toml", text)
    monkeypatch.chdir(tmp_path)
    assert target_ids(asked) == offered


def test_a_project_that_leads_out_of_its_folder_offers_no_ids(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does one that is none."""
    for name in ("targets.toml", "elsewhere"):
        (tmp_path / name).symlink_to("/etc/hostname")
    monkeypatch.chdir(tmp_path)
    assert target_ids("") == []
    monkeypatch.setenv("KPI_PROJECT", str(tmp_path / "none"))
    assert target_ids("") == []


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_completion_in_a_shell_that_is_unknown(project: Path, lang: str) -> None:
    """It was not interrupted."""
    answer = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m kpi --show-completion; echo $?"],
        cwd=project, env={**os.environ, "KPI_LANG": lang}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert (answer.stdout, "not supported" in answer.stderr) == ("2\n", True)


@pytest.mark.parametrize("asked", ["complete_rubbish", "rubbish"])
def test_completion_in_a_way_that_is_unknown(project: Path, kpi: Kpi, asked: str) -> None:
    """Nor was this interrupted."""
    assert kpi("status", KPI_PROJECT=str(project), _KPI_COMPLETE=asked).code == 2


# ------------------------------------------------------------ beginning


@pytest.mark.parametrize(("lang", "next_", "title"), [
    ("en", "Next: describe", '"Targets of …"'), ("ko", "다음: targets.toml", '"… 목표"'),
])  # fmt: skip
def test_init(lang: str, next_: str, title: str, tmp_path: Path) -> None:
    """From an empty folder to a judged target, as the printed words say."""
    begun = run(tmp_path, "init", "--lang", lang)
    assert (begun.returncode, next_ in begun.stderr.decode()) == (0, True)
    assert f"title = {title}\n" in (tmp_path / "targets.toml").read_text("utf-8")
    assert (tmp_path / "observations").is_dir()
    assert run(tmp_path, "check").returncode == 5
    assert run(tmp_path, "status").returncode == 5
    before = seen(tmp_path)
    again = run(tmp_path, "init")
    assert again.returncode == 6
    assert b"there already" in again.stderr
    assert seen(tmp_path) == before
    text = (tmp_path / "targets.toml").read_text("utf-8")
    put(tmp_path, "targets.toml", re.sub(r"^# ?(?=\[|[a-z]+ = )", "", text, flags=re.M))
    assert run(tmp_path, "check", "--quiet").stdout == b""
    (command,) = re.findall(r"^# +kpi (add .*)$", text, flags=re.M)
    added = subprocess.run(
        ["sh", "-c", f'"$0" {command}', KPI], cwd=tmp_path, env=machine(), check=False
    )
    assert added.returncode == 0
    assert run(tmp_path, "check", "--quiet").returncode == 0
    assert b"example-share" in run(tmp_path, "status").stdout


@pytest.mark.parametrize(("zone", "line"), [
    ("Europe/Brussels", 'timezone = "Europe/Brussels"          # whose days count'),
    ("UTC", 'timezone = "Asia/Seoul"               # whose days count; write yours, such as'
     ' "Europe/Paris"'),
    ("Etc/GMT-9", 'timezone = "Asia/Seoul"               # whose days count; write yours, such as'
     ' "Europe/Paris"'),
])  # fmt: skip
def test_a_project_begins_in_the_zone_of_its_machine(zone: str, line: str, tmp_path: Path) -> None:
    """Where the machine says one: a container runs on UTC wherever its owner lives."""
    assert run(tmp_path, "init", TZ=zone).returncode == 0
    assert f"\n{line}\n" in (tmp_path / "targets.toml").read_text("utf-8")


def test_what_a_project_begins_with_is_the_same_in_both_languages() -> None:
    """Keys and figures; no line is wider than an editor's hundred columns."""
    spelt = [re.sub(r"^# ?(?=\[|[a-z]+ = )", "", text, flags=re.M)
             for text in (BEGINNING, BEGINNING_KO)]  # fmt: skip
    english, korean = map(tomllib.loads, spelt)
    (promise,), (in_korean,) = english["target"], korean["target"]
    document, its_korean = english["document"]["plan-2024"], korean["document"]["plan-2024"]
    assert (list(english), list(promise)) == (list(korean), list(in_korean))
    said = {"title": "", "quote": ""}
    assert document | said == its_korean | said
    assert promise["goal"] | said == in_korean["goal"] | said
    assert promise | said | {"goal": 0} == in_korean | said | {"goal": 0}
    assert max(map(width, BEGINNING_KO.splitlines())) <= 100


def test_no_project_begins_among_the_records_of_another(tmp_path: Path, kpi: Kpi) -> None:
    """Its files would be taken for observations; beside the folder of those it may."""
    root = tmp_path / "ledger"
    assert kpi("init", str(root)).code == 0
    for place in ("observations", "observations/share"):
        ran = kpi("init", str(root / place))
        assert (ran.code, ran.stdout) == (6, "")
        assert f"{root / place} lies among the recorded observations; name" in ran.stderr
    assert os.listdir(root / "observations") == []
    assert kpi("init", str(root / "more")).code == 0


def test_init_elsewhere(tmp_path: Path) -> None:
    """A folder that is not there yet is made."""
    assert run(tmp_path, "init", "new/project").returncode == 0
    assert (tmp_path / "new" / "project" / "targets.toml").exists()
    assert run(tmp_path, "check", "--project", "new/project").returncode == 5


def test_init_of_a_folder_without_a_name(tmp_path: Path) -> None:
    """As of a script's variable that was never set: no project is begun where one happens to be."""
    ran = Kpi(tmp_path)("init", "")
    assert (ran.code, ran.stdout) == (2, "")
    assert "DIR: names no folder" in ran.stderr
    assert not (tmp_path / "targets.toml").exists()


# ------------------------------------------------------------ the JSON Schema


@pytest.fixture(scope="module")
def schema() -> dict[str, object]:
    """What `kpi schema` prints."""
    answer = subprocess.run([KPI, "schema"], capture_output=True, timeout=60, check=True)
    found: dict[str, object] = json.loads(answer.stdout)
    return found


def plain(value: object) -> object:
    """What an editor sees of a TOML value: days are texts."""
    if isinstance(value, dict):
        return {key: plain(below) for key, below in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value if isinstance(value, bool | int | float | str) else str(value)


def accepted(schema: dict[str, object], text: str) -> bool:
    """Whether an editor with the schema has nothing to underline."""
    validator = jsonschema.Draft202012Validator(schema)
    return validator.is_valid(plain(tomllib.loads(text)))


def test_the_schema_is_one(schema: dict[str, object]) -> None:
    """It is valid JSON Schema, and the committed copy is the same."""
    jsonschema.Draft202012Validator.check_schema(schema)
    committed = HERE / "targets.schema.json"
    assert json.loads(committed.read_text("utf-8")) == schema


def test_the_real_targets_satisfy_it() -> None:
    """As an editor or a pre-commit hook would check them."""
    checker = str(Path(sys.executable).with_name("check-jsonschema"))
    answer = subprocess.run(
        [checker, "--schemafile", "targets.schema.json", "targets.toml"],
        cwd=HERE, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stdout


#: What only the program knows: the calendar, time zones, and what other keys make necessary.
UNSEEN = {
    "missing-reason",
    "type-cadence-zero",
    "type-goal-bool",
    "type-id-device",
    "type-nan",
    "type-period-feb",
    "type-period-week",
    "type-quoted-day",
    "type-timezone",
    "type-timezone-path",
}


def test_the_schema_and_the_gallery_agree(schema: dict[str, object]) -> None:
    """What the schema can see, it sees: keys that are unknown or missing, and wrong types.

    And it refuses nothing that `kpi check` accepts.
    """
    unseen = set()
    for case in cases():
        texts = {name: text for name, recipe, text in case.files if not recipe}
        text, group = texts.get("targets.toml"), case.path.parent.name
        if text is None or group not in ("targets", "fine"):
            continue
        if group == "fine":
            assert accepted(schema, text), case.name
        elif case.path.stem.startswith(("unknown", "missing", "type")) and accepted(schema, text):
            unseen.add(case.path.stem)
    assert unseen == UNSEEN


@pytest.mark.parametrize(
    ("weeks", "today", "words", "told"),
    [
        ("2026-W30 2026-W31", "2026-08-17", (), True),
        ("2026-W30 2026-W31", "2026-08-17", ("--sort", "id"), True),  # through the other door
        ("2026-W30 2026-W31", "2026-08-10", (), False),  # Monday: that of last week is there
        ("2026-W52 2026-W53", "2027-01-20", (), True),
        ("2026-W99 2026-W30 2026-W31", "2026-08-17", (), True),
        ("2026-W31", "2026-08-17", (), False),  # one alone is a trial
        ("2026-W30 2026-W31", "2026-08-17", ("--quiet",), False),
        ("2026-W30 2026-W31", "2026-08-17", ("--on", "2026-08-17"), False),
    ],
)
def test_who_looks_at_a_terminal_hears_of_missing_reports(
    project: Path, tmp_path: Path, weeks: str, today: str, words: tuple[str, ...], told: bool
) -> None:
    """A schedule that died says nothing by itself; a pipe, which may be cron's, is not told."""
    project = shutil.copytree(project, tmp_path / "own")
    for week in weeks.split():
        put(project, f"reports/{week}.json", "{}")
    for _ in ("worked out", "from the cache"):
        code, said = at_terminal(project, "status", *words, KPI_TODAY=today, LC_ALL="C.UTF-8")
        assert code == 0
        assert (f"the last weekly report is that of {weeks.split()[-1]}" in said) == told
    assert not run(project, "status", *words, KPI_TODAY=today).stderr


def test_missing_reports_are_told_in_korean(project: Path, tmp_path: Path) -> None:
    project = shutil.copytree(project, tmp_path / "own")
    for week in ("2026-W30", "2026-W31"):
        put(project, f"reports/{week}.json", "{}")
    _, said = at_terminal(
        project, "status", "--lang", "ko", KPI_TODAY="2026-08-17", LC_ALL="C.UTF-8"
    )
    assert "참고: 마지막 주간 보고서는 2026-W31 보고서입니다; `kpi doctor`를 참고하십시오" in said
