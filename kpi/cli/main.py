"""The entry point: runs a command and turns whatever ends it into an exit code."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # the interpreter has it already
import gc
import os
import sys

try:
    from kpi.cli import exits, front, screen
except KeyboardInterrupt:  # while we load; nothing is written yet
    raise SystemExit(130) from None


def main() -> None:
    """Run the command line and exit. Every ending but a crash of the interpreter has a meaning."""
    gc.set_threshold(*_SELDOM)
    _end(run())


#: When to look for cycles, of which records and their judgements have none: by the interpreter's
#: own measure `kpi check` of 100,000 files looks so often that it takes 6 % longer. A file of 5,000
#: targets has 150,000 objects, and to look at those once takes 55 ms.
_SELDOM = (300_000, 20, 20)


def _end(code: int) -> None:
    """Exits without the interpreter's tidying where nobody waits for it.

    It takes 1.5 ms, an eighth of an answer from the cache, to give back what the system takes
    back at once. Who registered something to be done at the end has loaded `atexit`.
    """
    try:
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        screen.let_go(sys.stderr)  # else the interpreter ends with 120, which has no meaning
    if "atexit" not in sys.modules and not _is_watched():
        try:
            sys.stdout.flush()
        except (OSError, ValueError, AttributeError):
            sys.exit(code)
        os._exit(code)
    sys.exit(code)


def _is_watched() -> bool:
    """Whether somebody profiles or traces us, who will write down what was seen at the end."""
    watching = getattr(sys, "monitoring", None)  # by which it is done since Python 3.12
    if watching is not None and any(watching.get_tool(tool) for tool in range(6)):
        return True
    return sys.getprofile() is not None


def run() -> int:
    """The exit code of the command that sys.argv asks for."""
    screen.open_closed()
    _hear_of_children()
    try:
        asked = front.plainly(sys.argv[1:], os.environ)
        if asked is not None:
            front.answer(asked)
            return 0
        from kpi.cli import usage_errors
        from kpi.cli.app import build

        screen.spell_out()
        return usage_errors.run(build(next(iter(sys.argv[1:]), None)))
    except exits.Stop as stop:
        if stop.message:
            screen.err(_prefixed(stop))
        return stop.code
    except SystemExit as ending:
        return _meant(ending)
    except KeyboardInterrupt:
        return _interrupted()
    except BrokenPipeError:
        screen.let_go()
        return exits.CLOSED_PIPE
    except OSError as error:
        if _is_nowhere(error):
            screen.err("kpi: the working folder is gone; go to another one")
            return exits.USAGE
        if not _is_full(error):
            return _internal(error)
        screen.let_go()  # only the library's own texts, such as help, do not go through `screen`
        screen.err(f"kpi: the output could not be written: {error.strerror}")
        return exits.OUTPUT
    except Exception as error:  # the last border: nothing may end in a traceback
        return _internal(error)


def _interrupted() -> int:
    """Says so: of a command that takes long nobody else knows whether it came to its end."""
    try:
        begun = "\n" if sys.stderr is not None and sys.stderr.isatty() else ""  # behind its ^C
        screen.err(f"{begun}kpi: interrupted")
    except (KeyboardInterrupt, ValueError):  # once more, or a stream that is closed
        pass
    return exits.INTERRUPTED


def _meant(ending: SystemExit) -> int:
    """The exit code for how the command line's library ends."""
    code = ending.code if isinstance(ending.code, int) else 0 if ending.code is None else 1
    if isinstance(ending.__context__, BrokenPipeError):
        return exits.CLOSED_PIPE
    return exits.USAGE if code == 1 else code  # to complete words in a way that it does not know


def _hear_of_children() -> None:
    """Undo what a supervisor may have left: with SIGCHLD ignored, no child's end can be told."""
    if hasattr(_signal, "SIGCHLD"):  # not on Windows
        _signal.signal(_signal.SIGCHLD, _signal.SIG_DFL)


def _is_nowhere(error: OSError) -> bool:
    """Whether a name was to be seen from the working folder, and that is gone."""
    if not isinstance(error, FileNotFoundError) or error.filename is not None:
        return False
    try:
        os.getcwd()
    except FileNotFoundError:
        return True
    return False


def _is_full(error: OSError) -> bool:
    """Whether the system says that an output takes no more."""
    import errno

    full = (errno.ENOSPC, errno.EBADF, errno.EIO, errno.EFBIG, errno.EDQUOT)
    return error.errno in full


def _internal(error: Exception) -> int:
    if os.environ.get("KPI_DEBUG"):
        raise error
    screen.err(f"kpi: internal error: {type(error).__name__}: {error}")
    screen.err("This is a fault of kpi, not of your data; KPI_DEBUG=1 shows where.")
    return exits.INTERNAL


def _prefixed(stop: exits.Stop) -> str:
    """A list of problems speaks for itself, at `FILE:LINE:COLUMN`; all else says who speaks, in
    one line, whatever the names in it hold."""
    if stop.code == exits.INVALID and "\n" in stop.message:
        return stop.message
    return "kpi: " + stop.message.replace("\n", " ")
