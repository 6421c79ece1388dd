"""kpi schedule: prints what runs the report each week. It installs nothing."""

from __future__ import annotations

import datetime as dt
import os
import re
from typing import TYPE_CHECKING, Annotated

import typer

from kpi.cli import exits, options, project, screen
from kpi.cli.choices import one_of
from kpi.cli.program import executable
from kpi.cli.view import Asked
from kpi.store.trees import LARGEST
from kpi.version import VERSION

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from kpi.render.schedule import Moment, Plan

_AT = re.compile(r"(?P<day>[A-Za-z]{3,9}) (?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})")
LOCALTIME, ZONE_NAME = "/etc/localtime", "/etc/timezone"


def schedule(
    kind: Annotated[
        str, typer.Option("--print", metavar="KIND", help="cron, systemd or github.")
    ] = "cron",
    at: Annotated[
        str,
        typer.Option("--at", metavar="TIME", help="Day and time in the project's time zone."),
    ] = "Mon 08:00",
    folder: options.Project = None,
    lang: options.Lang = "en",
    color: options.Color = "auto",
    ascii_only: options.Ascii = False,
    quiet: options.Quiet = False,
) -> None:  # fmt: skip
    """Print the cron line, systemd units or GitHub workflow that runs the weekly report.

    Nothing is installed. Paths are absolute and escaped; cron's time is that of this machine, and
    the report's language is that of --lang, whatever KPI_LANG is where it runs.
    """
    from kpi.render.schedule import SCHEDULES, Moment

    one_of(kind, tuple(SCHEDULES), "--print")
    Asked(lang=lang, color=color, ascii_only=ascii_only, quiet=quiet).look()  # cron reads no colour
    day, hour, minute = _asked(at)
    root = project.find(folder)
    wanted = Moment(day, hour, minute, project.sound(root).timezone)
    plan = _plan(root, wanted, dt.datetime.now(dt.UTC), lang)
    for path in plan.run:
        if not path.isprintable():
            raise exits.Stop(exits.REFUSED, f"{path!r} cannot stand in a schedule; rename it")
    screen.out(SCHEDULES[kind](plan), machine=True)


def _asked(text: str) -> tuple[int, int, int]:
    """Day (0 is Monday), hour and minute out of "Mon 08:00"."""
    from kpi.render.schedule import DAYS

    match = _AT.fullmatch(text.strip())
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    if match:
        typed, hour, minute = match["day"].lower(), int(match["hour"]), int(match["minute"])
        days = [n for n, name in enumerate(names) if typed in (name, DAYS[n].lower())]
        if days and hour < 24 and minute < 60:
            return days[0], hour, minute
    what = f"--at: {text!r} is not a day and a time"
    raise exits.Stop(exits.USAGE, f'{what}; write them as "Mon 08:00"')


def _plan(root: str, wanted: Moment, now: dt.datetime, lang: str) -> Plan:
    """The plan for the next moment after `now` that is so `wanted`."""
    from zoneinfo import ZoneInfo

    from kpi.render.schedule import Plan

    local, doubt = local_zone(lang)
    zone = ZoneInfo(wanted.zone)
    start = now.astimezone(zone).replace(tzinfo=None)
    date = start.date() + dt.timedelta((wanted.day - start.weekday()) % 7)
    moment = dt.datetime.combine(date, dt.time(wanted.hour, wanted.minute), zone)
    seasons = {_moment(moment + dt.timedelta(weeks=weeks), local) for weeks in range(0, 53, 2)}
    return Plan(
        executable(),
        root,
        wanted,
        _moment(moment, local),
        _moment(moment, dt.UTC),
        len(seasons) > 1,
        doubt,
        *_place(root),
        lang=lang,
    )


def _moment(moment: dt.datetime, zone: dt.tzinfo) -> Moment:
    """A moment as the clock of another zone shows it.

    Adding weeks to a moment keeps the time on its own zone's clock, as a weekly plan does.
    """
    from kpi.render.schedule import Moment

    shown = moment.astimezone(zone)
    return Moment(shown.weekday(), shown.hour, shown.minute, str(zone))


def local_zone(lang: str = "en") -> tuple[dt.tzinfo, str]:
    """This machine's time zone, and what is doubtful about it, in words.

    TZ wins, as it does for any program; but a cron that was not started with it goes by the
    system's own zone.
    """
    from kpi.render.wording.phrases import phrase

    system = _system_zone()
    named = os.environ.get("TZ", "").lstrip(":")
    zone = project.zone(named)
    if zone is not None:
        if system is not None and system.key != zone.key:
            return zone, phrase("cron_two_zones", lang, zone=zone.key, system=system.key)
        return zone, ""
    if system is not None:
        return system, ""
    offset = dt.datetime.now(dt.UTC).astimezone().tzinfo
    return offset or dt.UTC, phrase("cron_no_zone", lang)


def _system_zone() -> ZoneInfo | None:
    target = os.path.realpath(LOCALTIME)
    _, marker, name = target.partition("/zoneinfo/")
    if marker:
        return project.zone(name)
    try:
        with open(ZONE_NAME, encoding="utf-8") as file:
            return project.zone(file.read(100).strip())
    except (OSError, UnicodeDecodeError):
        return None


def _place(root: str) -> tuple[str, str]:
    """Where the project lies in its repository, and what pip installs there."""
    from kpi.store.git import GitError, git
    from kpi.store.one_file import content

    try:
        prefix = os.fsdecode(git(root, "rev-parse", "--show-prefix")).removesuffix("\n")
    except GitError:
        prefix = ""
    top = os.path.join(root, *[".."] * prefix.count("/"))
    try:
        text = content(os.path.join(top, "pyproject.toml"), LARGEST).decode("utf-8")
        ours = re.search(r'(?m)^name = "policy-kpi"$', text) is not None
    except (OSError, UnicodeDecodeError):
        ours = False
    return prefix.rstrip("/"), "." if ours else f"policy-kpi=={VERSION}"
