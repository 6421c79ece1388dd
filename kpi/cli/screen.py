"""The terminal: what it can show, and writing to it without losing or blurring anything."""

from __future__ import annotations

import os
import sys

from kpi.cli import exits

TYPE_CHECKING = False  # as in `typing`, which a command that answers from the cache does not load
if TYPE_CHECKING:
    from typing import TextIO

    from kpi.render.look import Look

#: The signs that tables and charts use beyond ASCII; a stream that lacks one gets ASCII.
SIGNS = "●◐○–…▁█│⣿"


def look(color: str, ascii: bool, lang: str, quiet: bool) -> Look:  # noqa: A002 - as the option
    """How the standard output shall look, by the options, the environment and the stream."""
    from kpi.render.look import Look

    width, colored, plain = traits(color, ascii)
    return Look(width=width, color=colored, ascii=plain, lang=lang, quiet=quiet)


def traits(color: str, ascii: bool) -> tuple[int | None, bool, bool]:  # noqa: A002
    """The width of the standard output, whether it has colour, and whether it is ASCII only."""
    return _width(), _color(color), ascii or not _can_show(sys.stdout, SIGNS)


_ABSURD = 10  # digits of a width


def _width() -> int | None:
    """The columns of the terminal; None for a pipe or a file, in which nothing is cut.

    COLUMNS is believed where somebody set it, so that a width can be asked for.
    """
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and len(columns) < _ABSURD and int(columns) > 0:
        return int(columns)
    if not sys.stdout.isatty():
        return None
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except OSError:
        return None


def _color(option: str) -> bool:
    """`--color`, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal that can."""
    if option != "auto":
        return option == "always"
    if os.environ.get("NO_COLOR"):
        return False
    forced = (os.environ.get("FORCE_COLOR"), os.environ.get("CLICOLOR_FORCE"))
    if any(value not in (None, "", "0") for value in forced):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _can_show(stream: TextIO, signs: str) -> bool:
    try:
        signs.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def can_ask() -> bool:
    """Whether there is a person at a terminal who sees a question and can answer it."""
    streams = (sys.stdin, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams)


def answer(question: str, default: str | None = None) -> str:
    """What the person at the terminal answers; without a `default` the question comes again."""
    from contextlib import redirect_stdout

    import typer

    with redirect_stdout(sys.stderr):  # of a question the library writes a blank to the output
        said: str = typer.prompt(question, default=default, show_default=False, err=True)
    return said


def out(text: str, machine: bool = False) -> None:
    """Write `text` to the standard output. What a machine reads is UTF-8 in any locale.

    A letter that the stream cannot carry is written as its escape. Raises Stop if the reader has
    gone or the output cannot be written.
    """
    put(encoded(text, machine))


def recorded(text: str, files: str) -> None:
    """Write what a writer says once its files are there; if that fails, that they are is told."""
    try:
        out(text)
    except exits.Stop as stop:
        if stop.code != exits.OUTPUT:
            raise
        raise exits.Stop(stop.code, f"{stop.message}; {files} was recorded all the same") from None


def encoded(text: str, machine: bool) -> bytes:
    """The bytes as which `out` writes a text."""
    encoding = "utf-8" if machine else (sys.stdout.encoding or "ascii")
    return text.encode(encoding, "backslashreplace")


def put(data: bytes) -> None:
    """Write bytes to the standard output. Raises Stop as `out` does."""
    stream = getattr(sys.stdout, "buffer", None)
    try:
        if stream is None:  # a stand-in that takes text only
            sys.stdout.write(data.decode(sys.stdout.encoding or "utf-8"))
        else:
            sys.stdout.flush()
            stream.write(data)
            stream.flush()
    except BrokenPipeError:
        let_go()
        raise exits.Stop(exits.CLOSED_PIPE) from None
    except OSError as error:
        let_go()
        raise exits.unwritten("the output", error) from None


def open_closed() -> None:
    """Make writing to a standard output that was closed before we began (`>&-`) an error."""
    if sys.stdout is None:
        nowhere = os.open(os.devnull, os.O_RDONLY)  # has its number, which no file of ours gets
        sys.stdout = os.fdopen(nowhere, "w", encoding="utf-8")


def spell_out() -> None:
    """Let what does not go through `out`, as the library's help, lose no letter: see there."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")


def let_go(stream: TextIO | None = None) -> None:
    """Point the standard output, or error, nowhere, so that the interpreter's last flush cannot
    fail."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, (stream or sys.stdout).fileno())
    except (OSError, ValueError, AttributeError):
        pass


def err(text: str) -> None:
    """Write a line for a person to the standard error, in the language of this run.

    A closed one is no reason to fail.
    """
    if sys.stderr is None:
        return
    from kpi.cli import language
    from kpi.render.wording.signs import safe

    # The name of a file is data, too: what it holds must not reach the terminal as a command.
    text = "\n".join(map(safe, language.spoken(text).split("\n")))
    try:
        encoding = sys.stderr.encoding or "ascii"
        shown = text.encode(encoding, "backslashreplace").decode(encoding)
        sys.stderr.write(shown + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        pass
