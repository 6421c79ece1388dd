"""kpi whatif: the rules under imagined observations. Nothing of it is recorded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kpi.cli import exits, options, project, screen
from kpi.cli.choices import one_of
from kpi.cli.reading import reading
from kpi.cli.view import Asked, put
from kpi.facts.keys.consistency import is_above
from kpi.facts.periods import Period
from kpi.facts.records import unit_of
from kpi.version import VERSION

if TYPE_CHECKING:
    from decimal import Decimal

    from kpi.assess.status import Status
    from kpi.facts.records import Target


@reading()
def whatif(
    asked: Asked,
    id_: options.Id,
    values: Annotated[
        list[str] | None,
        typer.Argument(metavar="PERIOD=VALUE", help="Imagined, such as 2027=8 2028=12%."),
    ] = None,
    needed: Annotated[
        bool,
        typer.Option("--needed", help="The smallest next value that gives each rule a good light."),
    ] = False,
    period: Annotated[
        str | None,
        typer.Option("--period", metavar="PERIOD", help="The next period, for --needed."),
    ] = None,
    form: options.Format = "table",
) -> None:
    """The verdict of every rule under imagined observations, beside today's."""
    from kpi.assess import whatif as imagining
    from kpi.render.whatif import WHATIF, Imagined

    one_of(form, tuple(WHATIF), "--format")
    if not values and not needed:
        raise exits.Stop(exits.USAGE, "imagine something: `kpi whatif ID 2027=8`, or ask --needed")
    if period is not None and not needed:
        raise exits.Stop(exits.USAGE, "--period: goes with --needed only; leave it out")
    project_view = asked.view([id_])
    before, _ = project_view.one(id_)
    target = next(target for target in project_view.book.targets if target.id == id_)
    facts = project_view.book.observations[id_]
    known = tuple(fact for fact in facts if fact.published <= project_view.as_of)
    target = imagining.at_hand(target, project_view.on, project_view.as_of)
    wanted = _wanted(values or (), target)
    after = imagining.imagined(target, known, project_view.book.documents, wanted, project_view.on)
    if after is None:
        raise exits.Stop(exits.NOTHING, f"{id_} had not been announced by {project_view.on}")
    if not asked.quiet and before.latest is not None:
        _say_what_is_earlier(wanted, before.latest.period)
    following = _following(period, after, project_view.on) if needed else None
    needs: tuple[imagining.Needed, ...] = ()
    if following is not None:
        needs = imagining.all_needed(
            target, known, wanted, after.case, following, project_view.on
        )  # fmt: skip
    clocks = project_view.on, project_view.as_of, asked.at
    story = Imagined(before, after, tuple(wanted.items()), following, needs, *clocks)
    put(WHATIF[form](story, project_view.look, VERSION), form)


def _wanted(values: Sequence[str], target: Target) -> dict[Period, Decimal | bool]:
    """The imagined value of each period. Raises Stop for what could not be observed."""
    wanted: dict[Period, Decimal | bool] = {}
    for text in values:
        period, value = _imagined(text, target)
        if period in wanted:
            raise exits.Stop(exits.USAGE, f"{period} is imagined twice; leave one of the two")
        if is_above(target.ceiling, value):
            what = f"{value} for {period} is beyond the ceiling {target.ceiling}"
            raise exits.Stop(exits.USAGE, f"{what}; imagine what can be observed")
        wanted[period] = value
    return wanted


def _say_what_is_earlier(wanted: Iterable[Period], latest: Period) -> None:
    """That another figure stays the latest one: a period may have been mistyped."""
    last = max(wanted, default=latest)
    if last.end < latest.end:
        screen.err(f"kpi: note: {last} is imagined; {latest} stays the latest figure")


def _imagined(text: str, target: Target) -> tuple[Period, Decimal | bool]:
    """A period and a value in the unit of what is judged, out of `2027=8`."""
    from kpi.cli.recording.typed_figures import value_of

    unit = unit_of(target, target.judged_series)
    left, sign, right = text.partition("=")
    if not sign:
        raise exits.Stop(exits.USAGE, f"{text!r} imagines nothing; write PERIOD=VALUE, as 2027=8")
    return project.period(left, "PERIOD"), value_of(right, target, unit)


def _following(typed: str | None, after: Status, on: dt.date) -> Period:
    """The period after the latest one; of an amount up to a day, or of none, the year asked for.

    Where that would lie beyond a deadline that can still be met it is the deadline's own period.
    """
    from kpi.assess.goal_met import named_year

    if typed is not None:
        period = project.period(typed, "--period")
        if after.latest is not None and period.end <= after.latest.period.end:
            what = f"--period: {period} does not come after {after.latest.period}"
            raise exits.Stop(exits.USAGE, f"{what}, the latest")
        return period
    if after.target.kind == "annual" and (
        after.latest is None or after.latest.period.kind == "day"
    ):
        return named_year(after.goal)
    if after.latest is None:
        return _in_time(Period.parse(f"{on.year:04}"), after, on)
    try:
        return _in_time(after.latest.period.following(), after, on)
    except ValueError as error:
        last = f"--needed: {after.latest.period} is the last there is"
        raise exits.Stop(exits.USAGE, f"{last}; imagine an earlier one") from error


def _in_time(following: Period, after: Status, on: dt.date) -> Period:
    """`following`, or the deadline's own period if it ends before that and a figure may come of it.

    That of a level is published after its day; what was not done by its day is not done in time.
    """
    by = after.goal.by
    if by is None or by.end >= following.end:
        return following
    if after.target.kind == "milestone" and by.end < on:
        return following
    return by if after.latest is None or by.end > after.latest.period.end else following
