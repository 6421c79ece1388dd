"""kpi diff: what changed between two days or revisions, and because of what."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Annotated

import typer

from kpi.cli import exits, project, screen
from kpi.cli.choices import one_of
from kpi.cli.reading import reading
from kpi.cli.standing import fail_on as fails
from kpi.cli.view import PARSED, Asked, put
from kpi.facts.periods import Period
from kpi.version import VERSION

if TYPE_CHECKING:
    from kpi.assess.changes import Side
    from kpi.facts.book import Book

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WEEK = re.compile(r"[0-9]{4}-W[0-9]{2}")
_PART = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2]|Q[1-4]|S[12])")


_On = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help="Judge revisions for this day (default: today)."),
]
_At = Annotated[
    str | None,
    typer.Option(
        "--at", metavar="REV", help="Replay days with what was recorded at this revision."
    ),
]


@reading(on=_On, at=_At)
def diff(
    asked: Asked,
    a: Annotated[
        str,
        typer.Argument(
            metavar="A",
            help="A day (2026-10-31), week (2026-W40), month, quarter, half-year or git revision.",
        ),
    ],
    b: Annotated[
        str | None, typer.Argument(metavar="B", help="The same (default: the folder, today).")
    ] = None,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-on", metavar="WHAT[,WHAT]",
            help="Exit 3 or 5 if a target has become so: worse (its light), off-track, stale,"
            " no-data, or a verdict; repeatable.",
        ),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="table, json or markdown.")
    ] = "table",
) -> None:  # fmt: skip
    """What changed between two days, weeks or revisions, and why: data, goals, rules or time."""
    from kpi.assess.changes import compare
    from kpi.render.diff import DIFF

    one_of(form, tuple(DIFF), "--format")
    failures = fails.failures(fail_on or (), (fails.WORSE,))
    look, on, as_of = asked.look(), *asked.days()
    points = [_point(a, "A"), _point(b, "B") if b is not None else None]
    if points[0] and points[1] and points[0].start > points[1].end:
        raise exits.Stop(exits.USAGE, f"A is later than B; write `kpi diff {b} {a}`")
    _refuse_idle(points, b, on, asked.at)
    shelf = _Shelf(project.find(asked.folder), asked.at, on, as_of, bool(failures))
    before = shelf.side(a, points[0])
    after = shelf.side(b, points[1])
    if before.on > after.on:
        what = f"A is judged for {before.on}, later than B ({after.on})"
        remedy = f"name the earlier one first, or judge it with --on {after.on}"
        if points[0] is not None:  # a week or the like, which --on does not shorten
            remedy = "name the earlier one first"
        raise exits.Stop(exits.USAGE, f"{what}; {remedy}")
    changes = compare(before, after)
    if not asked.quiet:
        _say_what_came_late(before, after)
    if not changes.before.statuses and not changes.after.statuses:
        if form in PARSED:
            put(DIFF[form](changes, look, VERSION), form)
        raise exits.Stop(exits.NOTHING, "there is no target to compare on either side")
    put(DIFF[form](changes, look, VERSION), form)
    ending = fails.ending_of_changes(changes, failures)
    if ending is not None:
        raise ending


def _refuse_idle(
    points: list[Period | None], b: str | None, on: dt.date | None, at: str | None
) -> None:
    """Raises Stop for a clock that no side of the comparison would look at."""
    days = [point is not None for point in points]
    last = points[1]
    named = last is not None and last.start == last.end == on  # the day that B is
    if on and all(days) and not named:
        what = "--on: says for which day revisions are judged; A and B are days themselves"
        raise exits.Stop(exits.USAGE, f"{what}; leave it out")
    if at is not None and b is not None and not any(days):
        what = "--at: says where days are looked up; A and B are revisions themselves"
        raise exits.Stop(exits.USAGE, f"{what}; leave it out")


def _say_what_came_late(before: Side, after: Side) -> None:
    """That a replayed day knows more than was on record then: it is no look into an old report."""
    if before.at is not None or after.at is not None or before.on >= after.on:
        return
    late = sum(
        fact.recorded is not None and fact.published <= before.as_of < fact.recorded
        for facts in before.book.observations.values() for fact in facts
    )  # fmt: skip
    if late:
        screen.err(
            "kpi: note: both days are replayed with today's records; of those published by"
            f" {before.as_of}, {late} came in only later;"
            " `kpi diff REV` compares what was on record"
        )


def _point(text: str, name: str) -> Period | None:
    """The day, week or part of a year that `text` means; None for a revision."""
    if _DAY.fullmatch(text):
        return Period.parse(project.day(text, name).isoformat())
    spelt = project.spelt_day(text) if " " in text or "년" in text else None  # 2026.6.1 is a tag
    if spelt is not None:
        return Period.parse(spelt.isoformat())
    if _WEEK.fullmatch(text) or _PART.fullmatch(text):
        try:
            return Period.parse(text)
        except ValueError as error:
            raise exits.Stop(exits.USAGE, f"{name}: {error}") from None
    return None


class _Shelf:
    """The books of a project: the folder's, and those of revisions, each read once.

    `on` and `as_of` are the days that revisions and the folder are judged for.
    """

    def __init__(
        self, root: str, at: str | None, on: dt.date | None, as_of: dt.date | None, shown: bool
    ) -> None:
        self._root, self._at = root, at
        self._on, self._as_of = on, as_of
        self._shown = shown  # --fail-on asks when a verdict can be known
        self._books: dict[str | None, Book] = {}

    def side(self, name: str | None, point: Period | None) -> Side:
        """One side of a comparison: a period, a revision, or (None) what is there now.

        A period is judged for its last day; one that still runs for today, as in the report.
        """
        from kpi.assess.changes import Side

        at = self._at if name is None or point is not None else name
        book = self._book(at)
        today = project.today(book.timezone)
        if point is not None:
            day = today if point.start <= today < point.end else point.end
            as_of = min(day, self._as_of or day)
            return Side(book, day, as_of, at, VERSION, shown=self._shown)
        on = self._on or today
        return Side(book, on, self._as_of or on, at, VERSION, shown=self._shown)

    def _book(self, at: str | None) -> Book:
        """The book of a revision, or the folder's. Raises Stop where the history is not whole."""
        if at not in self._books:
            if at is not None:
                from kpi.store.revisions import require_history

                with project.asking_git():
                    require_history(self._root)
            self._books[at] = project.sound(self._root, at)
        return self._books[at]
