"""What is exported: of each kind the rows that had been known by the board's `as_of`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kpi.assess.board import Board
from kpi.assess.comparison.causes import in_force
from kpi.assess.evidence.series_lines import comparable
from kpi.assess.status import Status
from kpi.facts.book import Book
from kpi.facts.records import Document, Goal, Observation, Series, Target, units_of
from kpi.values import NamedTuple, dataclass

#: The authority of ids that nobody has been asked for: a name that can belong to no one (RFC 2606).
NOBODY = "kpi.invalid"


@dataclass(frozen=True, slots=True)
class Export:
    """What is exported and how: a book, what it means on a day, and the wishes of who asked."""

    book: Book
    board: Board
    lang: str = "en"
    version: str = ""
    bom: bool = False  # a byte order mark before the tidy CSV
    months: int = 12  # how far the feed looks back
    authority: str = NOBODY  # the domain in the ids of the calendar and the feed
    licence: str = ""  # of a Data Package, such as CC-BY-4.0
    ascii: bool = False  # of the summary: no sign of ours beyond ASCII

    @property
    def filtered(self) -> bool:
        """Whether only some of the book's targets were asked for."""
        return len(self.board.statuses) + len(self.board.unannounced) < len(self.book.targets)


class Told(NamedTuple):
    """A target of the board, and its record without what was announced only later."""

    status: Status
    target: Target


def told(export: Export) -> Iterator[Told]:
    """Each target of the board."""
    board = export.board
    for status in board.statuses:
        facts = export.book.observations.get(status.target.id, ())
        yield Told(status, in_force(status.target, facts, board.on, board.as_of).target)


def documents(export: Export) -> Iterator[Document]:
    """The documents that had appeared, and those that the exported targets name."""
    named = {goal.document for _, target in told(export) for goal in target.goals}
    named |= {target.closed.document for _, target in told(export) if target.closed}
    for document in export.book.documents.values():
        appeared = document.published is None or document.published <= export.board.as_of
        if document.id in named or (appeared and not export.filtered):
            yield document


@dataclass(frozen=True, slots=True)
class Promise:
    """A goal with its number among its target's, oldest first, and whether it is the judged one."""

    target: Target
    goal: Goal
    number: int
    judged: bool


def goals(export: Export) -> Iterator[Promise]:
    """Every goal that had been announced."""
    for status, target in told(export):
        for number, goal in enumerate(status.goals, start=1):
            yield Promise(target, goal, number, goal is status.goal)


@dataclass(frozen=True, slots=True)
class Measure:
    """A series, and whether its target is judged by it."""

    target: Target
    series: Series
    judged: bool


def series(export: Export) -> Iterator[Measure]:
    """Every series, `main` too where it is used."""
    for status, target in told(export):
        for line in status.lines:
            yield Measure(target, line.series, line.judged)


@dataclass(frozen=True, slots=True)
class Fact:
    """An observation with its unit and its target, whether the verdict rests on it, and whether it
    stands for its period: no later publication of the same period had taken its place."""

    seen: Observation
    unit: str
    judged: bool
    stands: bool
    target: Target
    begins: dt.date  # the first day of what it counts


def observations(export: Export) -> Iterator[Fact]:
    """Every observation that had been published, in the order of the book."""
    for status, target in told(export):
        units = units_of(target)
        standing, judged = _standing(status), _judged(status)
        for figure in export.book.observations.get(target.id, ()):
            if figure.published <= export.board.as_of:
                unit = units.get(figure.series, target.unit)
                begins = _begins(figure, status)
                yield Fact(figure, unit, id(figure) in judged, id(figure) in standing, target,
                           begins)  # fmt: skip


def _begins(figure: Observation, status: Status) -> dt.date:
    """The first day of what a figure counts: of an amount up to a day that of its year."""
    up_to_day = status.target.kind == "annual" and figure.period.kind == "day"
    return figure.period.start.replace(month=1, day=1) if up_to_day else figure.period.start


def _standing(status: Status) -> set[int]:
    """The observations that stand for their period: the judged value, else the latest of those
    that do not count (a plan, a bound)."""
    standing = set()
    for line in status.lines:
        counted = {figure.period.text for figure in line.values}
        latest: dict[str, Observation] = {}
        for figure in sorted(line.uncounted, key=lambda figure: figure.vintage):
            latest[figure.period.text] = figure
        standing |= {id(figure) for figure in line.values}
        standing |= {id(figure) for period, figure in latest.items() if period not in counted}
    return standing


def _judged(status: Status) -> set[int]:
    """The observations that the verdict rests on: of an amount in one year those of that year."""
    if status.target.kind == "annual":
        parts = status.year_so_far.parts if status.year_so_far is not None else (status.latest,)
        return set(map(id, parts))
    lines = [line for line in status.lines if line.judged and comparable(line, status.target)]
    return {id(figure) for line in lines for figure in line.values}
