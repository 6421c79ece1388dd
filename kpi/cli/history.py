"""The commands that look back: diff and log. They write nothing in the project."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Annotated

import typer

from kpi.cli import exits, options, project, screen
from kpi.cli.view import MACHINE, known_ids, looked_at, view
from kpi.facts.periods import Period
from kpi.facts.records import OBSERVATIONS_FOLDER
from kpi.values import dataclass
from kpi.version import VERSION

if TYPE_CHECKING:
    from kpi.assess.changes import Side
    from kpi.assess.lateness import Entry, Gone
    from kpi.facts.book import Book
    from kpi.facts.editions import Key
    from kpi.facts.records import Observation
    from kpi.store.history import History, Recorded

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WEEK = re.compile(r"[0-9]{4}-W[0-9]{2}")
_PART = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2]|Q[1-4]|S[12])")


def diff(
    a: Annotated[
        str,
        typer.Argument(
            metavar="A", help="A day, week (2026-W40), month, quarter, half-year or git revision."
        ),
    ],
    b: Annotated[
        str | None, typer.Argument(metavar="B", help="The same (default: the folder, today).")
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DAY", help="Judge revisions for this day (default: today)."),
    ] = None,
    as_of: options.AsOf = None,
    at: Annotated[
        str | None,
        typer.Option(
            "--at", metavar="REV", help="Replay days with what was recorded at this revision."
        ),
    ] = None,
    folder: options.Project = None,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="table, json or markdown.")
    ] = "table",
    lang: options.Lang = "en",
    color: options.Color = "auto",
    ascii_only: options.Ascii = False,
    quiet: options.Quiet = False,
) -> None:  # fmt: skip
    """What changed between two days, weeks or revisions, and why: data, goals, rules or time."""
    from kpi.assess.changes import compare
    from kpi.render.changes import DIFF

    options.one_of(form, tuple(DIFF), "--format")
    look, *days = looked_at(on, as_of, lang, color, ascii_only, quiet)
    clocks = _Clocks(*days)
    points = [_point(a, "A"), _point(b, "B") if b is not None else None]
    if points[0] and points[1] and points[0].start > points[1].end:
        raise exits.Stop(exits.USAGE, f"A is later than B; write `kpi diff {b} {a}`")
    _refuse_idle(points, b, clocks, at)
    shelf = _Shelf(project.find(folder), at)
    before = shelf.side(a, points[0], clocks)
    after = shelf.side(b, points[1], clocks)
    if before.on > after.on:
        what = f"A is judged for {before.on}, later than B ({after.on})"
        raise exits.Stop(exits.USAGE, f"{what}; name the earlier one first, or judge it with --on")
    changes = compare(before, after)
    if not quiet:
        _say_what_came_late(before, after)
    if not changes.before.statuses and not changes.after.statuses:
        raise exits.Stop(exits.NOTHING, "there is no target to compare on either side")
    screen.out(DIFF[form](changes, look, VERSION), form in MACHINE)


def _refuse_idle(
    points: list[Period | None], b: str | None, clocks: _Clocks, at: str | None
) -> None:
    """Raises Stop for a clock that no side of the comparison would look at."""
    days = [point is not None for point in points]
    if clocks.on and all(days):
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
        one.recorded is not None and one.published <= before.as_of < one.recorded
        for facts in before.book.observations.values() for one in facts
    )  # fmt: skip
    if late:
        screen.err(
            f"kpi: note: both days are replayed with today's records, of which {late} published by"
            f" {before.as_of} were recorded only later; `kpi diff REV` compares what was on record"
        )


@dataclass(frozen=True, slots=True)
class _Clocks:
    """The days that revisions and the folder are judged for."""

    on: dt.date | None
    as_of: dt.date | None


def _point(text: str, name: str) -> Period | None:
    """The day, week or part of a year that `text` means; None for a revision."""
    if _DAY.fullmatch(text):
        return Period.parse(project.day(text, name).isoformat())
    if _WEEK.fullmatch(text) or _PART.fullmatch(text):
        try:
            return Period.parse(text)
        except ValueError as error:
            raise exits.Stop(exits.USAGE, f"{name}: {error}") from None
    return None


class _Shelf:
    """The books of a project: the folder's, and those of revisions, each read once."""

    def __init__(self, root: str, at: str | None) -> None:
        self._root, self._at = root, at
        self._books: dict[str | None, Book] = {}

    def side(self, name: str | None, point: Period | None, clocks: _Clocks) -> Side:
        """One side of a comparison: a period, a revision, or (None) what is there now.

        A period is judged for its last day; one that still runs for today, as in the report.
        """
        from kpi.assess.changes import Side

        at = self._at if name is None or point is not None else name
        book = self._book(at)
        today = project.today(book.timezone)
        if point is not None:
            day = today if point.start <= today < point.end else point.end
            return Side(book, day, min(day, clocks.as_of or day), at, VERSION)
        on = clocks.on or today
        return Side(book, on, clocks.as_of or on, at, VERSION)

    def _book(self, at: str | None) -> Book:
        if at not in self._books:
            if at is not None:
                whole(self._root)
            self._books[at] = project.sound(self._root, at)
        return self._books[at]


def whole(root: str) -> None:
    """Raises Stop where there is no repository, or only a part of its history."""
    from kpi.store.commits import require_history

    with project.asking_git():
        require_history(root)


def log(
    ids: options.Ids = None,
    on: options.On = None,
    as_of: options.AsOf = None,
    at: options.At = None,
    folder: options.Project = None,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="table, json or csv.")
    ] = "table",
    lang: options.Lang = "en",
    color: options.Color = "auto",
    ascii_only: options.Ascii = False,
    quiet: options.Quiet = False,
) -> None:
    """Who recorded each observation, in which commit, and how long after its publication."""
    from kpi.render.log import LOG, Log

    options.one_of(form, tuple(LOG), "--format")
    seen = view(folder, on, as_of, at, lang, color, ascii_only, quiet)
    known_ids(seen.book, ids)
    entries, gone = _entries(seen.book, project.find(folder), at)
    chosen = tuple(
        entry
        for entry in entries
        if (not ids or entry.target.id in ids) and entry.fact.published <= seen.as_of
    )
    left = tuple(one for one in gone if not ids or one.file.split("/")[1] in ids)
    said = Log(seen.on, seen.as_of, at, chosen, left)
    screen.out(LOG[form](said, seen.look, VERSION), form in MACHINE)


def _entries(book: Book, root: str, at: str | None) -> tuple[list[Entry], list[Gone]]:
    """Every fact of the book with its record, in the order of the records, and files deleted."""
    from zoneinfo import ZoneInfo

    from kpi.assess.lateness import Entry, Gone
    from kpi.store.history import history

    with project.asking_git():
        past = history(root, OBSERVATIONS_FOLDER, at)
        told = _editions(book, root, past)
    zone = ZoneInfo(book.timezone)
    found = []
    for target in book.targets:
        for fact in book.observations.get(target.id, ()):
            waiting = fact.file in past.waiting
            record = _record(fact, past.recorded.get(fact.file), told)
            if record is None:
                found.append(Entry(target, fact, waiting=waiting))
                continue
            day = record.date.astimezone(zone).date()
            found.append(
                Entry(target, fact, day, record.commit, record.author, record.edited, waiting)
            )
    there = {one.fact.file for one in found}  # it may have been deleted on another branch
    lost = [(name, one, False) for name, one in past.deleted.items() if name not in there]
    lost += [(name, one, True) for name, one in past.again.items()]
    gone = [
        Gone(name, one.date.astimezone(zone).date() if one.date else None, one.commit, one.author,
             again)
        for name, one, again in lost
        if name.endswith(".toml") and not name.rpartition("/")[2].startswith(".")
    ]  # fmt: skip
    found.sort(key=lambda entry: entry.day or dt.date.max)
    return found, sorted(gone, key=lambda one: (one.day or dt.date.max, one.file))


#: So many versions of files that were changed are read; of more, a change is told of whole files.
_MOST_VERSIONS = 100


def _editions(book: Book, root: str, past: History) -> dict[str, dict[Key, tuple[int, int | None]]]:
    """For each file that was changed after it was recorded, what its versions held of each fact."""
    from kpi.facts.editions import editions
    from kpi.facts.observations import read_observations
    from kpi.store.history import contents

    changed = {name: one.versions for name, one in past.recorded.items() if one.versions}
    asked = [one for versions in changed.values() for one in versions]
    if not asked or len(asked) > _MOST_VERSIONS or any("\n" in one.name for one in asked):
        return {}
    targets = {target.id: target for target in book.targets}
    texts = iter(contents(root, asked))
    return {
        name: editions([read_observations(name, next(texts), targets)[0] for _ in versions])
        for name, versions in changed.items()
    }


def _record(
    fact: Observation,
    record: Recorded | None,
    told: dict[str, dict[Key, tuple[int, int | None]]],
) -> Recorded | None:  # fmt: skip
    """What recorded a fact: of a file that was changed, the version that first held it.

    None for a row that no version holds, as one that was added and not committed.
    """
    from kpi.facts.editions import key_of
    from kpi.store.history import Recorded

    if record is None or fact.file not in told:
        return record
    first, changed = told[fact.file].get(key_of(fact), (None, None))
    if first is None:
        return None
    one = record.versions[first]
    edited = record.versions[changed].commit if changed is not None else None
    return Recorded(one.commit, one.author, one.date, edited)
