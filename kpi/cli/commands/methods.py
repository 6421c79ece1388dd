"""kpi methods: the published rules side by side, or one of them explained step by step."""

from __future__ import annotations

from typing import Annotated

import typer

from kpi.cli import exits, options, screen
from kpi.cli.choices import goes_with, known_ids, one_of
from kpi.cli.reading import reading
from kpi.cli.standing.answers import nothing
from kpi.cli.view import PARSED, Asked, put
from kpi.version import VERSION


@reading()
def methods(
    asked: Asked,
    ids: options.Ids = None,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain", metavar="METHOD",
            help="Show the rule in words and every step of its arithmetic.",
        ),
    ] = None,
    form: options.Format = "table",
    bom: options.Bom = False,
) -> None:  # fmt: skip
    """The published rules side by side, and where and why they split."""
    from kpi.assess.methods.catalogue import BY_NAME
    from kpi.render.formats import METHODS

    one_of(form, tuple(METHODS), "--format")
    if bom:
        goes_with("--bom", ("csv",), form)
    if explain is not None:
        one_of(explain, tuple(BY_NAME), "--explain")
        if not ids:
            raise exits.Stop(
                exits.USAGE, "--explain: name the target, `kpi methods ID --explain …`"
            )
        if form != "table":  # arithmetic in words: no program finds in it what it asked for
            raise exits.Stop(exits.USAGE, "--explain: goes with --format table only; leave it out")
    project_view = asked.view(ids or ())
    known_ids(project_view.book.targets, ids)
    board = project_view.board(ids or None, detail="inputs" if explain is None else "steps")
    if not board.statuses:
        if form in PARSED:
            put(METHODS[form](board, project_view.look, VERSION), form, bom)
        raise exits.Stop(exits.NOTHING, nothing(project_view.book, board))
    if explain is None:
        put(METHODS[form](board, project_view.look, VERSION), form, bom)
        return
    from kpi.render.text.panel import explain as explained

    for status in board.statuses:
        reading = next((r for r in status.readings if r.method == explain), None)
        screen.out(explained(status, reading, BY_NAME[explain], project_view.look))
