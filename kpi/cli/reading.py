"""The commands that look: status, show, methods. They write nothing in the project."""

from __future__ import annotations

from typing import Annotated

import typer

from kpi.cli import exits, options, screen
from kpi.cli.standing import nothing
from kpi.cli.view import MACHINE, known_ids, view
from kpi.version import VERSION


def status(
    ids: options.Ids = None,
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="TAG", help="With this tag; repeatable.")
    ] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="TEXT", help="Whose owner contains this.")
    ] = None,
    verdict: Annotated[
        list[str] | None,
        typer.Option("--verdict", metavar="WORD", help="With this verdict or light; repeatable."),
    ] = None,
    due_before: Annotated[
        str | None, typer.Option("--due-before", metavar="DAY",
                     help="Due before this day, or before a period such as 2027 begins.")
    ] = None,
    sort: Annotated[
        str, typer.Option("--sort", metavar="KEY",
                          help="file, id, title, verdict, due, gap, way, age or owner.")
    ] = "file",
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-on", metavar="WHAT[,WHAT]",
            help="Exit 3 or 5 if a target is so: off-track, stale, no-data, or a verdict; "
            "repeatable.",
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
    """One line a target: where each promise stands, and what qualifies it."""
    from kpi.cli.standing import Question, stand

    said = stand(Question(
        tuple(ids or ()), tuple(tag or ()), owner, tuple(verdict or ()), due_before, sort,
        ",".join(fail_on) if fail_on else None,
        on, as_of, at, folder, form, lang, color, ascii_only, quiet,
    ))  # fmt: skip
    screen.out(said.text, said.machine)
    if said.ending is not None:
        raise said.ending


def show(
    id_: options.Id,
    on: options.On = None,
    as_of: options.AsOf = None,
    at: options.At = None,
    folder: options.Project = None,
    form: options.Format = "table",
    lang: options.Lang = "en",
    color: options.Color = "auto",
    ascii_only: options.Ascii = False,
    quiet: options.Quiet = False,
) -> None:
    """One target on a page: the promise, the evidence, the verdict and every caveat."""
    from kpi.render.formats import SHOW

    options.one_of(form, tuple(SHOW), "--format")
    seen = view(folder, on, as_of, at, lang, color, ascii_only, quiet, [id_])
    judged, board = seen.one(id_)
    text = SHOW[form](judged, board, seen.book.documents, seen.look, VERSION)
    screen.out(text, form in MACHINE)


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
    seen = view(folder, on, as_of, at, lang, color, ascii_only, quiet, ids or ())
    known_ids(seen.book, ids)
    board = seen.board(ids or None, detail="inputs" if explain is None else "steps")
    if not board.statuses:
        raise exits.Stop(exits.NOTHING, nothing(seen.book, board))
    if explain is None:
        screen.out(METHODS[form](board, seen.look, VERSION), form in MACHINE)
        return
    from kpi.render.text.panel import explain as explained

    for one in board.statuses:
        reading = next((r for r in one.readings if r.method == explain), None)
        screen.out(explained(one, reading, BY_NAME[explain], seen.look))
