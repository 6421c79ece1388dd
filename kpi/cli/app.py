"""The command line: which commands there are. What each does is in `commands`, under its name."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

from kpi.cli import options, screen
from kpi.cli.exits import MEANINGS
from kpi.version import VERSION

EPILOG = "Exit codes: " + " · ".join(f"{code} {meaning}" for code, meaning in MEANINGS.items())

#: Every command in the order of the help. `commands/add.py` holds the function `add`, and so on.
COMMANDS = (
    "status", "show", "methods", "card", "whatif", "diff", "log", "report", "schedule", "export",
    "add", "import", "check", "init", "schema", "doctor",
)  # fmt: skip


def build(asked: str | None = None) -> typer.Typer:
    """The command line: with every command, or with the one that is asked for alone.

    Building all of them takes as long as everything else that a command does, so a run that
    names its command first builds no other. What is not a command needs them all: help,
    completion, a misspelt name.
    """
    app = typer.Typer(
        name="kpi",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        epilog=EPILOG,
    )
    app.callback()(_root)
    for name in [asked] if asked in COMMANDS else COMMANDS:
        word = "import_" if name == "import" else str(name)  # the one that Python keeps for itself
        function = getattr(import_module(f"kpi.cli.commands.{word}"), word)
        app.command(name, cls=options.Signed if name == "add" else None)(function)
    return app


def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=lambda asked: _version(asked), is_eager=True,
            help="Show the version.",
        ),
    ] = False,
) -> None:  # fmt: skip
    """A plain-text ledger of public promises: where each stands, by which rule, and how sure."""


def _version(asked: bool) -> None:
    if asked:
        screen.out(f"kpi {VERSION}\n")
        raise typer.Exit
