"""kpi check: every file and every problem in it, with its place; then the soft-target lint."""

from __future__ import annotations

import datetime as dt
import os
from typing import Annotated

import typer

from kpi.cli import exits, options, project, screen
from kpi.cli.choices import one_of
from kpi.cli.reading import reading
from kpi.cli.view import Asked
from kpi.facts.problems import Place, Problem, in_order
from kpi.facts.project_files import OBSERVATIONS_FOLDER
from kpi.values import replace
from kpi.version import VERSION


@reading()
def check(
    asked: Asked,
    form: options.TableOrJson = "table",
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="REV",
            help="Also fail on records changed or taken away since the branch left this revision.",
        ),
    ] = None,
) -> None:
    """Every file, every problem with its place; warnings for targets that are hard to judge."""
    from kpi.cli import checking
    from kpi.render import machine
    from kpi.render.problems import problem_lines, problems_json, summary
    from kpi.render.wording.signs import plain

    one_of(form, ("table", "json"), "--format")
    look, on, as_of = asked.look(), *asked.days()
    day = on or dt.date.max
    known_by = as_of or day
    root = project.find(asked.folder)
    result = checking.checked(root, asked.at, day, known_by)
    around = (*misnamed(root), *left_out(root)) if asked.at is None and not result.problems else ()
    result = replace(result, warnings=tuple(sorted((*result.warnings, *around))))
    kept = None
    if since is not None:
        commit, altered, compared = checking.altered_since(root, since, asked.at)
        if altered:  # warnings come once there is no problem
            problems = tuple(sorted((*result.problems, *altered), key=in_order))
            result = replace(result, problems=problems, warnings=())
        kept = {"revision": since, "commit": commit, "files": compared, "altered": len(altered)}
    if form == "json":
        today = project.today(result.timezone)
        days = [machine.day(today if clock == dt.date.max else clock) for clock in (day, known_by)]
        clocks = {"on": days[0], "as_of": days[1], "at": asked.at, "since": kept}
        screen.out(problems_json(result, VERSION, clocks), machine=True)
    else:
        shown = result.problems if asked.quiet else (*result.problems, *result.warnings)
        if shown:
            screen.out(plain(problem_lines(shown, False, asked.lang), look))
        if not asked.quiet:
            screen.out(plain(summary(result, asked.lang, kept), look))
    if result.problems:
        raise exits.Stop(exits.INVALID)
    if not result.targets:
        message = "there is no target to check; add a [[target]] to targets.toml"
        raise exits.Stop(exits.NOTHING, message)


def left_out(root: str) -> tuple[Problem, ...]:
    """A warning where git keeps records out of this folder: they are judged as if unknown.

    >>> left_out("/nowhere")
    ()
    """
    from kpi.store import git

    try:
        git.require_all(root, OBSERVATIONS_FOLDER)
    except git.LeftOutError as error:
        return (Problem(Place(OBSERVATIONS_FOLDER), error.what, error.remedy, warning=True),)
    except git.GitError:
        pass
    return ()


def misnamed(root: str) -> tuple[Problem, ...]:
    """A warning for each folder that is probably meant to hold the observations, and is not read.

    >>> misnamed("/nowhere")
    ()
    """
    try:
        names = sorted(os.listdir(root))
    except OSError:
        return ()
    warnings = []
    for name in names:
        alike = name.casefold().rstrip("s") == OBSERVATIONS_FOLDER.rstrip("s")
        path, meant = os.path.join(root, name), os.path.join(root, OBSERVATIONS_FOLDER)
        if not alike or name == OBSERVATIONS_FOLDER or not os.path.isdir(path):
            continue
        if not (os.path.exists(meant) and os.path.samefile(path, meant)):  # where case is one
            what, remedy = "nobody reads this folder", f"call it {OBSERVATIONS_FOLDER}"
            warnings.append(Problem(Place(name), what, remedy, warning=True))
    return tuple(warnings)
