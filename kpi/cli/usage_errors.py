"""Running the command line's library, which is not to speak for itself: it knows no Korean, and
ends with 74 what is a wrong command line, if its words cannot be written."""

from __future__ import annotations

import io
import re
from typing import Any

import typer

from kpi.cli import exits, screen


def run(command: Any) -> int:
    """The exit code of a command whose library leaves its refusals to us.

    A refusal of the library can show itself, and has an exit code; all else is raised.
    """
    try:
        ended = command(prog_name="kpi", standalone_mode=False)
    except typer.Abort:  # in place of an answer, behind the question; all is written after those
        screen.err("\nkpi: nothing was written")
        return exits.INTERRUPTED
    except Exception as refusal:
        if not hasattr(refusal, "show") or not hasattr(refusal, "exit_code"):
            raise
        shown = io.StringIO()
        refusal.show(file=shown)
        if text := shown.getvalue().rstrip("\n"):  # help that nobody asked for is shown by then
            screen.err(text)
        if names := _choices(refusal):
            screen.err(f"kpi: --explain: choose from {names}")
        if written := _behind_its_command(refusal):
            screen.err(f"kpi: {written.split()[-1]} stands after the command: {written}")
        if written := _as_option(refusal):
            screen.err(f"kpi: a week is an option: {written}")
        return int(refusal.exit_code)
    if ended == exits.INTERRUPTED:  # the library has made a code of it
        raise KeyboardInterrupt
    # With 1 it has said why, as of a shell for which it cannot complete.
    return exits.USAGE if ended == 1 else ended if isinstance(ended, int) else 0


def _choices(refusal: Any) -> str:
    """What may stand behind an option that was left without a value: the rules of `--explain`."""
    if getattr(refusal, "option_name", "") != "--explain":
        return ""
    from kpi.assess.methods.catalogue import BY_NAME

    return ", ".join(BY_NAME)


def _behind_its_command(refusal: Any) -> str:
    """How an option is written that stood before the command: `kpi --lang ko status`."""
    option = str(getattr(refusal, "option_name", ""))
    group = getattr(getattr(refusal, "ctx", None), "command", None)
    for name, command in getattr(group, "commands", {}).items():
        if any(option in param.opts for param in command.params):
            return " ".join(("kpi", name, option))
    return ""


def _as_option(refusal: Any) -> str:
    """How a week is written that stood where nothing is asked for: `kpi report 2026-W47`."""
    command: Any = getattr(getattr(refusal, "ctx", None), "command", None)
    week = re.search(r"\((\d{4}-?W\d\d?)\)$", str(getattr(refusal, "message", "")), re.IGNORECASE)
    if week is None or not any("--week" in param.opts for param in getattr(command, "params", ())):
        return ""
    return " ".join(("kpi", command.name, "--week", week[1].upper()))
