"""kpi status: where each promise stands, one line a target. `answers` finds the answer."""

from __future__ import annotations

from typing import Annotated

import typer

from kpi.cli import options, project
from kpi.cli.choices import goes_with
from kpi.cli.reading import reading
from kpi.cli.view import Asked, put


@reading()
def status(
    asked: Asked,
    ids: options.Ids = None,
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="TAG", help="With this tag; repeatable.")
    ] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="TEXT", help="Whose owner contains this.")
    ] = None,
    verdict: Annotated[
        list[str] | None,
        typer.Option("--verdict", metavar="WORD[,WORD]",
                     help="With one of these verdicts or lights; repeatable."),
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
    form: options.Format = "table",
    bom: options.Bom = False,
) -> None:  # fmt: skip
    """One line a target: where each promise stands, and what qualifies it."""
    from kpi.cli.standing import missed_reports
    from kpi.cli.standing.answers import Question, stand

    if bom:
        goes_with("--bom", ("csv",), form)
    answer = stand(Question(
        tuple(ids or ()), tuple(tag or ()), owner, tuple(verdict or ()), due_before, sort,
        tuple(fail_on or ()), form, asked,
    ))  # fmt: skip
    put(answer.text, form, bom)
    if not (asked.on or asked.as_of or asked.at):
        missed_reports.tell(project.find(asked.folder), asked.quiet)
    if answer.ending is not None:
        raise answer.ending
