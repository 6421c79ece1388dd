"""The week's report as data: what a reader must know, section by section. No words, no formats.

It walks twice and compares two boards: the records as they are now, and those of the last report
(or, if there is none, of the end of the week before). Weeks are ISO weeks. The report of a week
that is over judges its Sunday; that of the running week judges today. Nothing in it depends on
when it was made, so that making it twice gives the same report.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from kpi.assess.board import Board
from kpi.assess.changes import Changes, Side, compare
from kpi.assess.comparison.causes import TEXT_KEYS
from kpi.assess.flags import SETTLED
from kpi.assess.status import Status
from kpi.facts.book import Book
from kpi.facts.periods import Period
from kpi.values import dataclass, replace

#: A deadline is soon within a quarter of a year, a release is expected within five weeks.
SOON = dt.timedelta(days=91)
EXPECTED = dt.timedelta(days=35)

DAY, WEEK = dt.timedelta(days=1), dt.timedelta(days=7)


# --- what a report is made from ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Origin:
    """The records that were judged, so that they can be found again.

    `commit` is the last commit that changed them (not the last one of all: the commit of a report
    must not change that report), None outside of git. `uncommitted` says that the records are not
    those of that commit. `digest` is the SHA-256 of all of them. `apart` are the files that are not
    as in that commit, each with its SHA-256, None where the file is missing; it is None itself
    where there are too many to name.
    """

    commit: str | None
    uncommitted: bool
    digest: str
    apart: tuple[tuple[str, str | None], ...] | None = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """A report that was made before, as its own file says; `digest` is the file's SHA-256."""

    week: Period
    on: dt.date
    as_of: dt.date
    version: str
    origin: Origin
    verdicts: Mapping[str, str]
    digest: str


@dataclass(frozen=True, slots=True)
class Report:
    """The story of a week.

    `restated` is what the last report would say otherwise if it were made today for its own day:
    None if nothing, or if there is none. `replayed` says whether the records of the last report
    were found; if not, its past is replayed with today's records, and no cause can be told for
    what is restated. `sections` holds, by the keys of SECTIONS, the targets that belong there.
    """

    week: Period
    timezone: str
    board: Board
    origin: Origin
    earlier: Earlier | None
    replayed: bool
    changes: Changes
    restated: Changes | None
    missing: tuple[Period, ...]
    blind: dict[str, tuple[Status, ...]]
    sections: dict[str, tuple[Status, ...]]


def weekly(
    week: Period,
    book: Book,
    on: dt.date,
    origin: Origin,
    version: str,
    earlier: Earlier | None = None,
    past: Book | None = None,
) -> Report:
    """The report of `week`, which judges `book` for the day `on` from what was published by then.

    `past` are the records of the earlier report, if they were found. Both books must be free of
    problems. Pure: nothing is read and no clock is asked.
    """
    now = Side(book, on, on, version=version, shown=True)
    changes = compare(_before(week, book, earlier, past), now)
    return Report(
        week,
        book.timezone,
        changes.after,
        origin,
        earlier,
        past is not None,
        changes,
        _restated(book, version, earlier, past) if earlier else None,
        weeks_between(earlier.week, week) if earlier else (),
        blind_spots(changes.after),
        _sections(changes.after),
    )


def _before(week: Period, book: Book, earlier: Earlier | None, past: Book | None) -> Side:
    """The side to compare with: the last report's, or the Sunday before the week.

    What the last report said counts only beside its own records; otherwise a record that was
    added later would pass for a changed rule.
    """
    if earlier is None:
        sunday = week.start - DAY
        return Side(book, sunday, sunday)
    side = Side(past or book, earlier.on, earlier.as_of, version=earlier.version)
    return side if past is None else replace(side, said=earlier.verdicts)


def _restated(book: Book, version: str, earlier: Earlier, past: Book | None) -> Changes | None:
    """What the earlier report said, against what today's records and rules say of its own day."""
    before = Side(past or book, earlier.on, earlier.as_of, None, earlier.version, earlier.verdicts)
    changes = compare(before, Side(book, earlier.on, earlier.as_of, version=version))
    if past is None:
        ids = [status.target.id for status in changes.after.statuses]
        changes = replace(
            changes,
            new=tuple(id_ for id_ in ids if id_ not in earlier.verdicts),
            gone=tuple(id_ for id_ in earlier.verdicts if id_ not in ids),
        )
    told = [edit for edit in changes.edits if any(key not in TEXT_KEYS for key in edit.keys)]
    return replace(changes, edits=tuple(told)) or None  # a better title says nothing otherwise


# --- weeks ------------------------------------------------------------------------------------


#: The years of which reports can be made: each week has one before it and one after it.
YEARS = range(1900, 3000)


def week_of(day: dt.date) -> Period:
    """The ISO week in which a day lies, whose year may be another than the day's.

    >>> week_of(dt.date(2027, 1, 1)).text
    '2026-W53'
    """
    year, number, _ = day.isocalendar()
    return Period.parse(f"{year:04}-W{number:02}")


def judged_day(week: Period, today: dt.date) -> dt.date | None:
    """The day that a week's report judges: its Sunday, or today if that comes first.

    None if the week has not begun.
    """
    return min(week.end, today) if week.start <= today else None


def weeks_between(earlier: Period, later: Period) -> tuple[Period, ...]:
    """The weeks after one and before the other.

    >>> [week.text for week in weeks_between(week_of(dt.date(2026, 12, 25)),
    ...                                      week_of(dt.date(2027, 1, 8)))]
    ['2026-W53']
    """
    weeks, monday = [], earlier.start + WEEK
    while monday < later.start:
        weeks.append(week_of(monday))
        monday += WEEK
    return tuple(weeks)


# --- sections ---------------------------------------------------------------------------------


def blind_spots(board: Board) -> dict[str, tuple[Status, ...]]:
    """The open targets without current data, by what they lack: "stale", or the verdict.

    The most frequent lack comes first. A closed target lacks nothing.
    """
    by_lack: dict[str, list[Status]] = {}
    for status in board.statuses:
        if status.lacks:
            by_lack.setdefault(status.lacks, []).append(status)
    return {
        lack: tuple(statuses)
        for lack, statuses in sorted(by_lack.items(), key=lambda item: (-len(item[1]), item[0]))
    }


def _due(status: Status) -> dt.date:
    return status.goal.due or dt.date.max


def _release(status: Status) -> dt.date:
    return status.outlook.next_release_on or dt.date.max


def _age(status: Status) -> dt.date:
    return status.latest.period.end if status.latest else dt.date.max


def _over(status: Status) -> bool:
    """Whether nothing more is expected of a target."""
    return status.verdict in SETTLED


def _off_track(status: Status, on: dt.date) -> bool:
    """Bad verdicts of what is measured; milestones have a section of their own."""
    return status.light == "bad" and not _overdue(status, on)


def _due_soon(status: Status, on: dt.date) -> bool:
    """Deadlines from today on within SOON, of targets that are neither met nor over."""
    soon = on <= _due(status) <= on + SOON
    return soon and status.verdict != "met" and not _over(status)


def _overdue(status: Status, on: dt.date) -> bool:
    """Milestones whose deadline has passed, the longest overdue first."""
    return status.verdict == "overdue"


def _stale(status: Status, on: dt.date) -> bool:
    """Targets whose latest figure is older than its rhythm explains, the oldest first."""
    return status.flagged("stale")


def _releases(status: Status, on: dt.date) -> bool:
    """Figures that should be out by EXPECTED from now; those that are stale are told there."""
    expected = _release(status) <= on + EXPECTED
    return expected and not _over(status) and not status.flagged("stale")


def _goals_moved(status: Status, on: dt.date) -> bool:
    return status.flagged("goal-moved")


def _methods_split(status: Status, on: dt.date) -> bool:
    """Those on which the rules disagree. On a closed target nobody waits for them to agree."""
    return status.flagged("methods-split") and not status.closed


#: The sections that are a choice of targets, in the order in which they are told: which belong
#: there, and by which day they are ordered; without one as in the board.
SECTIONS: dict[
    str, tuple[Callable[[Status, dt.date], bool], Callable[[Status], dt.date] | None]
] = {
    "off_track": (_off_track, _due),
    "due_soon": (_due_soon, _due),
    "overdue": (_overdue, _due),
    "stale": (_stale, _age),
    "releases": (_releases, _release),
    "goals_moved": (_goals_moved, None),
    "methods_split": (_methods_split, None),
}


def _sections(board: Board) -> dict[str, tuple[Status, ...]]:
    """The targets of each of SECTIONS."""
    chosen = dict[str, tuple[Status, ...]]()
    for key, (belongs, by_day) in SECTIONS.items():
        statuses = [status for status in board.statuses if belongs(status, board.on)]
        chosen[key] = tuple(sorted(statuses, key=by_day) if by_day else statuses)
    return chosen
