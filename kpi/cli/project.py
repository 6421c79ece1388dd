"""The project on this machine: its folder, its records, its clock."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Collection

from kpi.cli.exits import INVALID, REFUSED, USAGE, Stop
from kpi.cli.folder import find as find
from kpi.cli.folder import inside as inside
from kpi.facts.periods import Period, iso_day
from kpi.facts.project_files import OBSERVATIONS_FOLDER, TARGETS_FILE
from kpi.store.trees import Refused, Tree, WorkTree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from kpi.facts.book import Book
    from kpi.facts.problems import Problem


def tree(root: str, at: str | None) -> Tree:
    """The files of the project: as they are, or as a revision of git recorded them."""
    if at is None:
        return WorkTree(root)
    from kpi.store.commits import commit_tree

    with asking_git():
        return commit_tree(root, at)


class asking_git:  # noqa: N801 - a context, written as those of `contextlib`, which loads 1 ms long
    """What git cannot tell within the block ends the command, with the reason and a remedy."""

    def __enter__(self) -> None:
        """Begins the block."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Raises Stop if the block ended with an error of git."""
        if error is None:
            return
        from kpi.store.git import GitError

        if isinstance(error, GitError):
            raise Stop(REFUSED, f"{error.what}; {error.remedy}") from None


def read(root: str, at: str | None = None, only: Collection[str] = ()) -> Book:
    """All records of the project, or of the targets `only`, with their problems."""
    from kpi.facts.book import read_book

    try:
        with asking_git():  # a commit's files are read when asked for
            return read_book(tree(root, at), only)
    except FileNotFoundError:
        where = f"revision {at}" if at else root
        remedy = (
            "name a later one, or commit the project first" if at else "`kpi init` begins a project"
        )
        raise Stop(INVALID, f"{TARGETS_FILE}: there is no such file in {where}; {remedy}") from None
    except Refused as refused:
        raise Stop(INVALID, str(refused)) from None


def sound(root: str, at: str | None = None, only: Collection[str] = ()) -> Book:
    """All records of the project, or of the targets `only`. Raises Stop with every problem."""
    book = read(root, at, only)
    if book.problems:
        where = f"in revision {at}:\n" if at else ""
        raise Stop(INVALID, where + listed(book.problems))
    return book


def listed(problems: tuple[Problem, ...]) -> str:
    """The problems as lines, with a count."""
    from kpi.render.problems import problem_lines

    return problem_lines(problems).rstrip("\n")


def outside_the_records(root: str, out: str) -> None:
    """Raises Stop if what is to be written to `out` would lie among the observations."""
    if inside(os.path.join(root, OBSERVATIONS_FOLDER), out):
        what = f"{out} lies among the recorded observations"
        raise Stop(REFUSED, f"{what}; name a place outside {OBSERVATIONS_FOLDER}/")


def today(timezone: str) -> dt.date:
    """Today's date in the project's time zone; KPI_TODAY replaces it, for tests and replays.

    That of UTC where the time zone is not known, which is a problem that has been told.
    """
    replacement = os.environ.get("KPI_TODAY")
    if replacement:
        return day(replacement, "KPI_TODAY")
    return dt.datetime.now(zone(timezone) or dt.UTC).date()


def zone(name: str) -> ZoneInfo | None:
    """The time zone of that name; None if this machine does not know it."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name) if name else None
    except (ValueError, OSError, KeyError):
        return None


def day_around(timezone: str, today: dt.date) -> tuple[int, int]:
    """When a day begins and ends in a time zone, in seconds since 1970."""
    from zoneinfo import ZoneInfo

    zone, night = ZoneInfo(timezone), dt.time()
    ends = (today, today + dt.timedelta(1))
    begin, end = (dt.datetime.combine(day, night, zone).timestamp() for day in ends)
    return int(begin), int(end)


def day(text: str, name: str) -> dt.date:
    """A calendar day from the command line, as 2026-11-22, 2026. 11. 22. or 2026년 11월 22일."""
    found = iso_day(text) or spelt_day(text)
    if found is None:
        remedy = f"write {_day_meant(text) or 'one such as 2026-11-22'}"
        raise Stop(USAGE, f"{name}: {text!r} is not a day; {remedy}")
    return found


def spelt_day(text: str) -> dt.date | None:
    """The day that a text spells year first with dots or in Korean, of which there is one reading.

    >>> spelt_day("2025. 6. 1."), spelt_day("2025년 6월 1일"), spelt_day("1.6.2025")
    (datetime.date(2025, 6, 1), datetime.date(2025, 6, 1), None)
    """
    import re  # a plain `kpi status` is asked for no day

    found = re.fullmatch(
        r"([0-9]{4})(?:\. ?([0-9]{1,2})\. ?([0-9]{1,2})\.?|년 ?([0-9]{1,2})월 ?([0-9]{1,2})일)",
        text.strip(),
    )
    if found is None:
        return None
    year, month, day_ = (int(part) for part in found.groups() if part)
    try:
        return dt.date(year, month, day_)
    except ValueError:
        return None


def _day_meant(text: str) -> str:
    """The day that a text spells in another way, as tables do; empty if it spells none."""
    from kpi.facts.intake.texts.stamps import read_stamp
    from kpi.facts.keys.fields import Wrong

    try:
        meant = read_stamp(text).period
    except Wrong:
        return ""
    return meant.text if meant.kind == "day" else ""


def published(text: str, today: dt.date) -> dt.date:
    """A figure's day of publication from the command line. Raises Stop if it is still to come."""
    found = day(text, "--published")
    if found > today:
        what = f"--published: {found} is after today, {today}"
        raise Stop(USAGE, f"{what}; a fact is recorded once it is published")
    return found


def period(text: str, name: str) -> Period:
    """A reference period from the command line, in our spelling or in one that tables have."""
    try:
        return Period.parse(text)
    except ValueError as error:
        from kpi.facts.intake.texts.stamps import read_stamp
        from kpi.facts.keys.fields import Wrong

        try:
            stamp = read_stamp(text)
        except Wrong:
            from kpi.facts.syntax import written_otherwise

            if near := written_otherwise.period(text):
                raise Stop(USAGE, f"{name}: {text!r} is not a period; write {near}") from None
            raise Stop(USAGE, f"{name}: {error}") from None
        if stamp.status is not None:  # "2024p" says more than a period
            raise Stop(USAGE, f"{name}: {error}") from None
        return stamp.period
