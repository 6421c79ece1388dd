"""The cases of tests/faults: reading them, building their projects, running them, listing them."""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

from kpi.cli import main
from tests.run import put_together_once

FAULTS = Path(__file__).parent / "faults"
ERRORS = Path(__file__).parent.parent / "docs" / "errors.md"
UPDATE = os.environ.get("KPI_UPDATE_SNAPSHOTS") == "1"
TODAY = "2026-11-22"

#: The groups in the order of docs/errors.md: folder and heading.
GROUPS = {
    "writing": "How a file is written",
    "targets": "targets.toml",
    "observations": "Observations",
    "files": "Files and folders",
    "command-line": "The command line",
    "importing": "Importing",
    "fine": "Not a fault",
}

_FILE = re.compile(r"== (?P<name>.*?)(?: \((?P<recipe>[^()]*)\))?")
_CODE = re.compile(r"\[(?P<code>[0-9]+)\]")


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def both(self) -> str:
        return self.out + self.err


@dataclass(frozen=True)
class Step:
    """A command of a case, and what is expected of it (None until that has been filled in)."""

    line: str
    expected: str | None = None
    code: int | None = None


@dataclass(frozen=True)
class Case:
    """A tiny project and what kpi says about it."""

    path: Path
    title: str
    files: tuple[tuple[str, str, str], ...]  # name, recipe, text
    steps: tuple[Step, ...]

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}"


def cases() -> list[Case]:
    """Every case, by group and name."""
    return [read(path) for group in GROUPS for path in sorted((FAULTS / group).glob("*.txt"))]


def read(path: Path) -> Case:
    """The case that a file describes."""
    title, *blocks = re.split(r"^(?===\s|\$ )", path.read_text("utf-8"), flags=re.M)
    files, steps = [], []
    for block in blocks:
        head, _, body = block.partition("\n")
        if head.startswith("$ "):
            *expected, last = body.rstrip("\n").split("\n")
            code = _CODE.fullmatch(last)
            steps.append(
                Step(head[2:], "".join(line + "\n" for line in expected), int(code["code"]))
                if code
                else Step(head[2:])
            )
            continue
        match = _FILE.fullmatch(head)
        assert match, f"{path}: {head}"
        text = body[:-1] if body.endswith("\n\n") else body
        files.append((match["name"], match["recipe"] or "", "" if text == "\n" else text))
    return Case(path, title.strip(), tuple(files), tuple(steps) or (Step("kpi check -q"),))


def written(case: Case) -> str:
    """The file of a case, with its expectations."""
    parts = [case.title + "\n"]
    for name, recipe, text in case.files:
        parts.append(f"== {name}{f' ({recipe})' if recipe else ''}\n{text}")
    parts += [f"$ {step.line}\n{step.expected or ''}[{step.code}]\n" for step in case.steps]
    return "\n".join(parts)


# ------------------------------------------------------------------------------- building a project


def _unescaped(text: str) -> bytes:
    r"""What `\n`, `\x1b`, `\xff` stand for; the rest as UTF-8."""
    parts = re.split(r"(\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\n)", text)
    return b"".join(_byte(part) if n % 2 else part.encode() for n, part in enumerate(parts))


def _byte(escape: str) -> bytes:
    if escape == "\\n":
        return b"\n"
    number = int(escape[2:], 16)
    return bytes([number]) if escape[1] == "x" else chr(number).encode("utf-8", "surrogatepass")


_CONTENT: dict[str, Callable[[str, str], bytes]] = {
    "": lambda text, _: text.encode(),
    "escapes": lambda text, _: _unescaped(text.removesuffix("\n")),
    "crlf": lambda text, _: text.replace("\n", "\r\n").encode(),
    "bom": lambda text, _: b"\xef\xbb\xbf" + text.encode(),
    "utf-16": lambda text, _: text.encode("utf-16"),
    "pad to": lambda text, n: text.encode() + b"#" * (int(n.split()[0]) - len(text.encode())),
    "repeat": lambda text, n: text.encode() * int(n),
    "repeat inline": lambda text, n: text.removesuffix("\n").encode() * int(n),
    "unreadable": lambda text, _: text.encode(),
}


def build(case: Case, root: Path) -> None:
    """Make the project of a case in the folder `root`."""
    root.mkdir(parents=True)
    if all(name != "targets.toml" for name, _, _ in case.files):
        (root / "targets.toml").write_bytes((FAULTS / "sound.toml").read_bytes())
    for name, recipe, text in case.files:
        inner = _unescaped(name) if recipe == "escapes" else name.encode()
        path = os.path.join(os.fsencode(root), inner)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if recipe == "fifo":
            os.mkfifo(path)
        elif recipe == "folder":
            os.makedirs(path, exist_ok=True)
        elif recipe.startswith("link to "):
            os.symlink(recipe.removeprefix("link to ").encode(), path)
        else:
            kind = next(kind for kind in sorted(_CONTENT, reverse=True) if recipe.startswith(kind))
            with open(path, "wb") as file:
                file.write(_CONTENT[kind](text, recipe.removeprefix(kind).strip()))
            if recipe == "unreadable":
                os.chmod(path, 0)


# ---------------------------------------------------------------------------------------- running


@contextmanager
def _within(folder: Path) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def kpi(folder: Path, *words: str, env: Mapping[str, str] | None = None) -> Answer:
    """Run a command line in this process, in `folder`, as a pipe would see it."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("KPI_")}
    clean |= {"KPI_TODAY": TODAY, "COLUMNS": "100", **(env or {})}
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    err = io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace", write_through=True)
    nothing = io.TextIOWrapper(io.BytesIO(), "utf-8")
    with (
        _within(folder),
        patch.dict(os.environ, clean, clear=True),
        patch.object(sys, "argv", ["kpi", *words]),
        patch.object(sys, "stdin", nothing),
        patch.object(sys, "stdout", out),
        patch.object(sys, "stderr", err),
        put_together_once(),
    ):
        code = main.run()
    return Answer(code, *(_text(stream) for stream in (out, err)))


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    raw: bytes = stream.buffer.getvalue()  # type: ignore[attr-defined]
    return raw.decode("utf-8")


def take(step: Step, root: Path) -> Answer:
    """Run the command of a step."""
    words = [
        os.fsdecode(_unescaped(word[1:])) if word.startswith("$") and "\\" in word else word
        for word in shlex.split(step.line)
    ]
    env = {}
    while "=" in words[0]:
        name, _, value = words.pop(0).partition("=")
        env[name] = value
    assert words[0] == "kpi", step.line
    found = kpi(root, *words[1:], env=env)
    return Answer(*(found.code, *(text.replace(str(root), "…") for text in (found.out, found.err))))


def filled(case: Case, root: Path) -> Case:
    """The case with what kpi answers now, each command after those before it."""
    steps = []
    for step in case.steps:
        answer = take(step, root)
        steps.append(replace(step, expected=answer.both, code=answer.code))
    return replace(case, steps=tuple(steps))


# ---------------------------------------------------------------------------------------- listing


def page(found: list[Case]) -> str:
    """docs/errors.md: every case with its input and what kpi says."""
    total = sum(case.path.parent.name != "fine" for case in found)
    lines = [
        "# What kpi says when something is wrong",
        "",
        "<!-- Made by tests/gallery.py from tests/faults; KPI_UPDATE_SNAPSHOTS=1 pytest"
        " tests/test_faults.py writes it anew. -->",
        "",
        f"{total} faults, each with the input that has it and the answer. A problem of the data is"
        " named as `FILE:LINE:COLUMN: what is wrong; what to write instead` (columns count"
        " characters). Every problem of a project comes in one run, and `kpi check` and whatever"
        " reads all targets then exit 4. A wrong command line exits 2, a refusal to overwrite 6."
        " The number in brackets is the exit code.",
        "",
        "A case that shows no `targets.toml` has [that of the sound project]"
        "(../tests/faults/sound.toml).",
    ]
    for group, heading in GROUPS.items():
        members = [case for case in found if case.path.parent.name == group]
        if members:
            lines += ["", f"## {heading}"]
        for case in members:
            lines += ["", f"### {case.title.splitlines()[0].rstrip('.')}", ""]
            lines += [*case.title.splitlines()[1:], ""] if "\n" in case.title else []
            for name, recipe, text in case.files:
                shown = text if len(text) < 1500 else text[:1500] + "…\n"
                lines += [f"`{name}`{f' ({recipe})' if recipe else ''}", ""]
                if text:
                    lines += ["```toml", *shown.rstrip("\n").split("\n"), "```", ""]
            lines += ["```console"]
            for step in case.steps:
                lines += [f"$ {step.line}", *(step.expected or "").splitlines(), f"[{step.code}]"]
            lines += ["```"]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines) + "\n")
