"""The command line: which commands there are. What each does is in the file of its family."""

from __future__ import annotations

from typing import Annotated

import typer

from kpi.cli import (
    doctoring,
    exporting,
    history,
    imagining,
    importing,
    keeping,
    looking,
    options,
    reading,
    recording,
    reporting,
    scheduling,
    screen,
)
from kpi.cli.exits import MEANINGS
from kpi.version import VERSION

EPILOG = "Exit codes: " + " · ".join(f"{code} {meaning}" for code, meaning in MEANINGS.items())

app = typer.Typer(
    name="kpi",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EPILOG,
)


def _version(asked: bool) -> None:
    if asked:
        screen.out(f"kpi {VERSION}\n")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """A plain-text ledger of public promises: where each stands, by which rule, and how sure."""


for command in (
    reading.status,
    reading.show,
    reading.methods,
    looking.card,
    imagining.whatif,
    history.diff,
    history.log,
    reporting.report,
    scheduling.schedule,
    exporting.export,
    recording.add,
    importing.import_,
    keeping.check,
    keeping.init,
    keeping.schema,
    doctoring.doctor,
):
    app.command(cls=options.Signed if command is recording.add else None)(command)
