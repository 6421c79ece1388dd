"""kpi methods: the published rules side by side, or one of them explained step by step."""

from __future__ import annotations

from typing import Annotated

import typer

from kpi.cli import exits, options, screen
from kpi.cli.standing.answers import nothing
from kpi.cli.view import MACHINE, PARSED, known_ids, view
from kpi.version import VERSION


def methods(
    ids: options.Ids = None,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain", metavar="METHOD",
            help="Show the rule in words and every step of its arithmetic.",
        ),
    ] = None,
    on: options.On = None,
    as_of: options.AsOf = None,
    at: options.At = None,
    folder: options.Project = None,
    form: options.Format = "table",
    lang: options.Lang = "en",
    color: options.Color = "auto",
    ascii_only: options.Ascii = False,
    quiet: options.Quiet = False,
) -> None:  # fmt: skip
    """The published rules side by side, and where and why they split."""
    from kpi.assess.methods.catalogue import BY_NAME
    from kpi.render.formats import METHODS

    options.one_of(form, tuple(METHODS), "--format")
    if explain is not None:
        options.one_of(explain, tuple(BY_NAME), "--explain")
        if not ids:
            raise exits.Stop(
                exits.USAGE, "--explain: name the target, `kpi methods ID --explain …`"
            )
    project_view = view(folder, on, as_of, at, lang, color, ascii_only, quiet, ids or ())
    known_ids(project_view.book, ids)
    board = project_view.board(ids or None, detail="inputs" if explain is None else "steps")
    if not board.statuses:
        if form in PARSED and explain is None:
            screen.out(METHODS[form](board, project_view.look, VERSION), True)
        raise exits.Stop(exits.NOTHING, nothing(project_view.book, board))
    if explain is None:
        screen.out(METHODS[form](board, project_view.look, VERSION), form in MACHINE)
        return
    from kpi.render.text.panel import explain as explained

    for status in board.statuses:
        reading = next((r for r in status.readings if r.method == explain), None)
        screen.out(explained(status, reading, BY_NAME[explain], project_view.look))
