"""kpi report: the week's story. It writes three generated files and no other."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from kpi.cli import exits, language, options, project, screen
from kpi.cli.choices import known_language
from kpi.facts.periods import Period
from kpi.facts.project_files import REPORTS_FOLDER
from kpi.store.one_file import content
from kpi.version import VERSION


def report(
    week: Annotated[
        str | None,
        typer.Option("--week", metavar="WEEK", help="An ISO week, 2026-W47 (default: this one)."),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DAY", help="As if today were this day (default: today)."),
    ] = None,
    out: Annotated[
        str, typer.Option("--out", metavar="DIR", help="The folder, seen from the project.")
    ] = REPORTS_FOLDER,
    verify: Annotated[
        list[str] | None,
        typer.Option(
            "--verify",
            metavar="FILE",
            help="Make a report again and say where it differs; repeatable.",
        ),
    ] = None,
    folder: options.Project = None,
    lang: options.Lang = "en",
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Silent on success, one line on failure.")
    ] = False,
) -> None:
    """The week's report: blind spots, what changed and why, what is late, stale, due or moved.

    Written as Markdown, as a page and as JSON. A week that is over is judged for its Sunday, the
    running week for today, or for the day that --on names. Running it twice writes the same bytes.
    """
    known_language(lang)
    chosen = _week(week) if week is not None else None
    today = project.day(on, "--on") if on is not None else None
    with _one_line(quiet):
        root = project.find(folder)
        if verify:
            from kpi.cli.reports.verify import all_verified

            if week is not None or on is not None:
                name = "--week" if week is not None else "--on"
                raise exits.Stop(exits.USAGE, f"--verify: the file says it; leave out {name}")
            if not all(verify):
                raise exits.Stop(exits.USAGE, "--verify: names nothing; write the report's path")
            message = all_verified(root, verify, os.path.join(root, out), quiet)
        else:
            if not out:
                remedy = "write a path, or leave the option out"
                raise exits.Stop(exits.USAGE, f"--out: names nothing; {remedy}")
            project.outside_the_records(root, os.path.join(root, out))
            message = _write(root, out, chosen, today, lang, quiet)
        if not quiet:
            screen.out(language.spoken(message))


_LIKE_A_WEEK = re.compile(r"[0-9]{4}.?W[0-9]{1,2}", re.IGNORECASE)


def _week(text: str) -> Period:
    try:
        week = project.period(text, "--week") if _LIKE_A_WEEK.fullmatch(text) else None
    except exits.Stop:  # its remedy names periods that are no weeks
        week = None
    if week is None or week.kind != "week":
        raise exits.Stop(exits.USAGE, f"--week: {text} is not a week; write one such as 2026-W47")
    from kpi.report import YEARS

    if week.end.year not in YEARS:
        what = f"--week: {text} lies outside the years {YEARS[0]} to {YEARS[-1]}"
        raise exits.Stop(exits.USAGE, f"{what}; write one such as 2026-W47")
    return week


@contextmanager
def _one_line(quiet: bool) -> Iterator[None]:
    """With `quiet`, a failure is said in one line, as the mail of cron shall have it."""
    try:
        yield
    except exits.Stop as stop:
        if not quiet or "\n" not in stop.message:
            raise
        last = stop.message.rstrip("\n").rpartition("\n")[2]
        raise exits.Stop(stop.code, f"no report: {last}; see kpi check") from None


# --- writing ----------------------------------------------------------------------------------


def _write(
    root: str, out: str, week: Period | None, today: dt.date | None, lang: str, quiet: bool
) -> str:  # fmt: skip
    """Writes the report, unless it is there as it would be written. Says what was done."""
    from kpi.cli.reports.lock import locked
    from kpi.render.wording.signs import safe
    from kpi.store.create import replace_all, sweep

    folder = os.path.join(root, out)
    if os.path.islink(folder.rstrip("/")) and not project.inside(root, folder):
        what = f"{out} is a symbolic link that leads out of the project"
        raise exits.Stop(exits.REFUSED, f"{what}; put the folder itself in its place")
    with locked(folder, quiet) as alone:
        made, note = _made(root, folder, week, today, lang)
        missing = {name: data for name, data in made.items() if _present(folder, name) != data}
        for name in missing:
            _refuse_other(out, name, _present(folder, name))
        done = dict.fromkeys(made, "unchanged") | {
            name: "written" if _present(folder, name) is None else "replaced" for name in missing
        }
        try:
            if alone:
                sweep(folder)
            os.makedirs(folder, exist_ok=True)  # a run that failed may have taken it away again
            replace_all(folder, missing)
        except OSError as error:
            raise exits.unwritten(folder, error) from None
    return "".join(
        f"{safe(os.path.join(out, name))}: {what}; {note}\n" for name, what in done.items()
    )


def _refuse_other(out: str, name: str, data: bytes | None) -> None:
    """Raises Stop where a file that is no report of ours has the name of one."""
    from kpi.cli.reports.stored import read_stamp

    if data is None:
        return
    path = os.path.join(out, name)
    try:
        read_stamp(path, data)
    except exits.Stop:
        what = f"{path} is not a report that kpi wrote, and is not replaced"
        raise exits.Stop(exits.REFUSED, f"{what}; move it away, or choose another --out") from None


def _present(folder: str, name: str) -> bytes | None:
    """What a report's file holds now; None if there is none, nothing if it is none of ours.

    Such are a folder, a device, a link to nothing, and what is too large or cannot be read.
    """
    from kpi.cli.reports.stored import LARGEST

    path = os.path.join(folder, name)
    try:
        return content(path, LARGEST)
    except OSError:
        return b"" if os.path.lexists(path) else None


def _made(
    root: str, folder: str, week: Period | None, today: dt.date | None, lang: str
) -> tuple[dict[str, bytes], str]:  # fmt: skip
    """The files of the report by their names, and what to say of them."""
    from kpi.cli.reports import provenance, stored
    from kpi.render.formats import REPORT
    from kpi.render.look import Look
    from kpi.render.wording import words
    from kpi.report import YEARS, judged_day, week_of, weekly

    book = project.sound(root)
    today = today or project.today(book.timezone)
    if week is None and today.year not in YEARS:
        what = f"today is {today}, outside the years {YEARS[0]} to {YEARS[-1]}"
        raise exits.Stop(exits.USAGE, f"{what}; mend the clock, or name the week with --week")
    week = week or week_of(today)
    on = judged_day(week, today)
    if on is None:
        raise exits.Stop(exits.USAGE, f"--week: {week} begins on {week.start}; today is {today}")
    origin = provenance.origin(root)
    earlier = stored.before(folder, week)
    past = provenance.past(root, book, origin, earlier)
    story = weekly(week, book, on, origin, VERSION, earlier, past)
    if not story.board.statuses:  # nothing judged is no success
        why = f"no target had been announced by {story.board.as_of}"
        raise exits.Stop(exits.NOTHING, f"nothing to report: {why}")
    note = f"judged for {on}, "
    if origin.commit is None:
        note += "records not under version control"
    else:
        note += f"records of commit {words.commit(origin.commit)}"
        note += " with uncommitted changes" if origin.uncommitted else ""
    files = {f"{week}.{ending}": text(story, Look(lang=lang), VERSION).encode()
             for ending, text in REPORT.items()}  # fmt: skip
    return files, note
