"""Running the command line inside the test's own process: as fast as a call, as whole as a run."""

from __future__ import annotations

import contextlib
import functools
import io
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import typer.main

from kpi.cli import app, main

_command = functools.cache(typer.main.get_command)
_build = functools.cache(app.build)


@contextlib.contextmanager
def put_together_once() -> Iterator[None]:
    """The command line is put together once for each command, not for each of ten thousand runs.

    It keeps nothing of a run, and to make it anew takes longer than most commands.
    """
    with (
        patch.object(typer.main, "get_command", _command),
        patch.object(
            app, "build", lambda asked=None: _build(asked if asked in app.COMMANDS else None)
        ),
    ):
        yield


@dataclass(frozen=True)
class Ran:
    """What a run of the command line left behind."""

    code: int
    stdout: str
    stderr: str


class Kpi:
    """`kpi("status", "--format", "json")`: the code, the output and the errors of one run."""

    def __init__(self, folder: Path | None = None, **environment: str) -> None:
        self.folder = folder
        self.environment = environment

    def __call__(self, *arguments: str, **environment: str) -> Ran:
        out, err = _Stream(), _Stream()
        argv, sys.argv = sys.argv, ["kpi", *arguments]
        with (
            _variables({**self.environment, **environment}),
            _within(self.folder),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
            put_together_once(),
        ):
            try:
                code = main.run()
            finally:
                sys.argv = argv
        return Ran(code, out.text(), err.text())


class _Stream(io.TextIOWrapper):
    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="")

    def text(self) -> str:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode("utf-8")


@contextlib.contextmanager
def _variables(wanted: dict[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(wanted)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextlib.contextmanager
def _within(folder: Path | None) -> Iterator[None]:
    if folder is None:
        yield
        return
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
