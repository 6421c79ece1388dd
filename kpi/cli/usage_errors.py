"""Running the command line's library where it may not speak for itself: it knows no Korean."""

from __future__ import annotations

import io
from typing import Any

import typer

from kpi.cli import exits, screen


def run(command: Any) -> int:
    """The exit code of a command whose library, which knows no Korean, leaves its refusals to us.

    A refusal of the library can show itself, and has an exit code; all else is raised.
    """
    try:
        ended = command(prog_name="kpi", standalone_mode=False)
    except typer.Abort:
        screen.err("Aborted!")
        return exits.INTERRUPTED
    except Exception as refusal:
        if not hasattr(refusal, "show") or not hasattr(refusal, "exit_code"):
            raise
        shown = io.StringIO()
        refusal.show(file=shown)
        if text := shown.getvalue().rstrip("\n"):  # help that nobody asked for is shown by then
            screen.err(text)
        return int(refusal.exit_code)
    return ended if isinstance(ended, int) else 0
