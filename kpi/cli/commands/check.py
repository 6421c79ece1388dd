"""kpi check: every file and every problem in it, with its place; then the soft-target lint."""

from __future__ import annotations

import datetime as dt
import os

from kpi.cli import exits, options, project, screen
from kpi.cli.view import looked_at
from kpi.facts.problems import Place, Problem
from kpi.facts.project_files import OBSERVATIONS_FOLDER
from kpi.values import replace
from kpi.version import VERSION


def check(
    folder: options.Project = None,
    form: options.TableOrJson = "table",
    on: options.On = None,
    as_of: options.AsOf = None,
    at: options.At = None,
    lang: options.Lang = "en",
    color: options.Color = "auto",
    ascii_only: options.Ascii = False,
    quiet: options.Quiet = False,
) -> None:
    """Every file, every problem with its place; warnings for targets that are hard to judge."""
    from kpi.cli import checking
    from kpi.render import machine
    from kpi.render.text.problems import problem_lines, problems_json, summary
    from kpi.render.wording.signs import plain

    options.one_of(form, ("table", "json"), "--format")
    look, day, known_by = looked_at(on, as_of, lang, color, ascii_only, quiet)
    day = day or dt.date.max
    known_by = known_by or day
    root = project.find(folder)
    result = checking.checked(root, at, checking.Clocks(day, known_by))
    around = (*misnamed(root), *left_out(root)) if at is None and not result.problems else ()
    result = replace(result, warnings=tuple(sorted((*result.warnings, *around))))
    if form == "json":
        today = project.today(result.timezone)
        days = [machine.day(today if clock == dt.date.max else clock) for clock in (day, known_by)]
        screen.out(problems_json(result, VERSION, days[0], days[1], at), machine=True)
    else:
        shown = result.problems if quiet else (*result.problems, *result.warnings)
        if shown:
            screen.out(plain(problem_lines(shown, False, lang), look))
        if not quiet:
            screen.out(plain(summary(result, lang), look))
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
