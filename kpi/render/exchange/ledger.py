"""The ledger as tables: documents, targets, goals, series and observations, one row each.

    TABLES[name].columns      what each column is called, holds and means
    TABLES[name].rows(export) the rows that had been known by the board's `as_of`

Every format that carries the whole ledger (tidy CSV, JSON, Data Package) is a writing of these.
Columns are added at the end, never removed or renamed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from kpi.assess.board import Board
from kpi.assess.comparison.causes import in_force
from kpi.assess.evidence.series_lines import comparable
from kpi.assess.status import Status
from kpi.facts.book import Book
from kpi.facts.periods import Period, Span
from kpi.facts.records import Document, Goal, Observation, Series, Target, units_of
from kpi.render.wording import reasons, words
from kpi.values import dataclass

Cell = str | bool | int | Decimal | dt.date | Period | Span | tuple[str, ...] | None

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


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name for ever, the type of its cells, and what they mean."""

    name: str
    type: str  # string | number | integer | boolean | date | value (a number, true or false)
    what: str
    cell: Callable[[Any], Cell]
    required: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns whose cells name a row of another table."""

    columns: tuple[str, ...]
    table: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerTable:
    """One table of the ledger."""

    what: str
    columns: tuple[Column, ...]
    rows: Callable[[Export], Iterator[Any]]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()


# --- what had been known ----------------------------------------------------------------------


def told(export: Export) -> Iterator[tuple[Status, Target]]:
    """Each target of the board, and its record without what was announced only later."""
    board = export.board
    for status in board.statuses:
        facts = export.book.observations.get(status.target.id, ())
        yield status, in_force(status.target, facts, board.on, board.as_of).target


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
        for number, goal in enumerate(target.goals, start=1):
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


def observations(export: Export) -> Iterator[Fact]:
    """Every observation that had been published, in the order of the book."""
    for status, target in told(export):
        units = units_of(target)
        standing, judged = _standing(status), _judged(status)
        for figure in export.book.observations.get(target.id, ()):
            if figure.published <= export.board.as_of:
                unit = units.get(figure.series, target.unit)
                yield Fact(figure, unit, id(figure) in judged, id(figure) in standing, target)


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
    """The observations that the verdict rests on."""
    lines = [line for line in status.lines if line.judged and comparable(line, status.target)]
    return {id(figure) for line in lines for figure in line.values}


# --- the columns ------------------------------------------------------------------------------


def _path(target: Target) -> str | None:
    if isinstance(target.path, tuple):
        return "; ".join(f"{row.by}: {row.value:f}" for row in target.path)
    return target.path


def _number(value: Decimal | bool | None) -> Decimal | None:
    return None if isinstance(value, bool) else value


DOCUMENTS = LedgerTable(
    "Documents in which promises were made",
    (
        Column("id", "string", "The document's id", lambda d: d.id, True),
        Column("title", "string", "Its title", lambda d: d.title),
        Column("publisher", "string", "Who published it", lambda d: d.publisher),
        Column("published", "date", "The day it appeared", lambda d: d.published),
        Column("url", "string", "Where it is", lambda d: d.url),
        Column("weight", "string", "official, press or blog", lambda d: d.weight),
        Column("note", "string", "What else is to be known", lambda d: d.note),
    ),
    documents,
    ("id",),
)

TARGETS = LedgerTable(
    "Targets, and the verdict of the day for which was judged",
    (
        Column("id", "string", "The target's id", lambda r: r[1].id, True),
        Column("title", "string", "What was promised, in short", lambda r: r[1].title),
        Column("title_ko", "string", "The same in Korean", lambda r: r[1].title_ko),
        Column("owner", "string", "Who promised it", lambda r: r[1].owner),
        Column("tags", "string", "Subjects", lambda r: r[1].tags),
        Column("kind", "string", "level, total, annual or milestone", lambda r: r[1].kind),
        Column("unit", "string", "The unit of all its figures", lambda r: r[1].unit),
        Column("direction", "string", "up, down or keep", lambda r: r[1].direction),
        Column("ceiling", "number", "Natural limit of a share", lambda r: r[1].ceiling),
        Column("baseline_period", "string", "Where it starts: the period",
               lambda r: r[1].baseline and r[1].baseline.period),
        Column("baseline_value", "number", "Where it starts: the stated value",
               lambda r: r[1].baseline and r[1].baseline.value),
        Column("baseline_series", "string", "The series to which that value belongs",
               lambda r: r[1].baseline and r[1].baseline.series),
        Column("baseline_assumed", "boolean", "Whether it was assumed, not stated",
               lambda r: r[1].baseline and r[1].baseline.assumed),
        Column("cadence", "string", "How often the series appears", lambda r: r[1].cadence),
        Column("lag", "string", "How long after its period", lambda r: r[1].lag),
        Column("judged_series", "string", "The series that is judged",
               lambda r: r[1].judged_series),
        Column("judged_why", "string", "Why that one", lambda r: r[1].judged_why),
        Column("path", "string", "The declared path, or its announced points",
               lambda r: _path(r[1])),
        Column("counts", "string", "The statuses that are judged", lambda r: r[1].counts),
        Column("closed_on", "date", "The day it ended otherwise than by its deadline",
               lambda r: r[1].closed and r[1].closed.on),
        Column("closed_as", "string", "dropped, or resolved otherwise",
               lambda r: r[1].closed and r[1].closed.how),
        Column("closed_why", "string", "Why", lambda r: r[1].closed and r[1].closed.why),
        Column("closed_document", "string", "The document that says so",
               lambda r: r[1].closed and r[1].closed.document),
        Column("superseded_on", "date", "The day another target took its place",
               lambda r: r[1].superseded and r[1].superseded.on),
        Column("superseded_by", "string", "That target",
               lambda r: r[1].superseded and r[1].superseded.by),
        Column("superseded_why", "string", "Why",
               lambda r: r[1].superseded and r[1].superseded.why),
        Column("note", "string", "What else is to be known", lambda r: r[1].note),
        Column("verdict", "string", "The headline verdict", lambda r: r[0].verdict),
        Column("light", "string", "good, mixed, bad, unknown or closed", lambda r: r[0].light),
        Column("reason", "string", "Why that verdict",
               lambda r: reasons.why(r[0])),
        Column("flags", "string", "Caveats",
               lambda r: tuple(words.flag(flag) for flag in r[0].flags)),
        Column("current", "boolean", "Whether it is open and has a judged value that is not stale",
               lambda r: r[0].current),
    ),
    told,
    ("id",),
)  # fmt: skip

GOALS = LedgerTable(
    "What each target promised, and each time it was moved",
    (
        Column("target", "string", "The target's id", lambda p: p.target.id, True),
        Column("number", "integer", "1 for the first announced", lambda p: p.number, True),
        Column("value", "number", "The value promised; empty if something is to be done",
               lambda p: _number(p.goal.value)),
        Column("comparator", "string", ">=, >, <=, <, = or ~ (within 5 %)",
               lambda p: p.goal.comparator),
        Column("by", "string", "The deadline; the last day of this period", lambda p: p.goal.by),
        Column("by_date", "date", "That day", lambda p: p.goal.due),
        Column("announced", "date", "The day of the announcement", lambda p: p.goal.announced),
        Column("document", "string", "The document that says so", lambda p: p.goal.document),
        Column("quote", "string", "Its own words", lambda p: p.goal.quote),
        Column("reading", "string", "How the words of the deadline are read",
               lambda p: p.goal.reading),
        Column("judged", "boolean", "Whether this is the goal that is judged",
               lambda p: p.judged),
        Column("note", "string", "What else is to be known", lambda p: p.goal.note),
    ),
    goals,
    ("target", "number"),
    (Reference(("target",), "targets", ("id",)), Reference(("document",), "documents", ("id",))),
)  # fmt: skip

SERIES = LedgerTable(
    "The measured lines that bear on each target",
    (
        Column("target", "string", "The target's id", lambda m: m.target.id, True),
        Column("id", "string", "The series' id", lambda m: m.series.id, True),
        Column("title", "string", "Its title", lambda m: m.series.title),
        Column("title_ko", "string", "The same in Korean", lambda m: m.series.title_ko),
        Column("publisher", "string", "Who measures", lambda m: m.series.publisher),
        Column("definition", "string", "What is measured", lambda m: m.series.definition),
        Column("comparable", "string", "With the target's own wording: yes, partly or no",
               lambda m: m.series.comparable),
        Column("unit", "string", "The unit of its figures",
               lambda m: m.series.unit or m.target.unit),
        Column("judged", "boolean", "Whether the target is judged by it", lambda m: m.judged),
        Column("url", "string", "Where it is", lambda m: m.series.url),
        Column("note", "string", "What else is to be known", lambda m: m.series.note),
    ),
    series,
    ("target", "id"),
    (Reference(("target",), "targets", ("id",)),),
)  # fmt: skip

OBSERVATIONS = LedgerTable(
    "One value of one series for one period, as published on one day",
    (
        Column("target", "string", "The target's id", lambda f: f.seen.target, True),
        Column("series", "string", "The series' id", lambda f: f.seen.series, True),
        Column("period", "string", "The reference period, as 2024, 2024-S1, 2024-Q3, 2024-06,"
               " 2024-W05 or 2024-06-30", lambda f: f.seen.period, True),
        Column("period_start", "date", "Its first day", lambda f: f.seen.period.start, True),
        Column("period_end", "date", "Its last day", lambda f: f.seen.period.end, True),
        Column("value", "value", "The value as it was recorded", lambda f: f.seen.value),
        Column("unit", "string", "Its unit", lambda f: f.unit),
        Column("published", "date", "The day it was published", lambda f: f.seen.published, True),
        Column("revision", "integer", "2 and more for corrections of our own record",
               lambda f: f.seen.revision, True),
        Column("status", "string", "final, provisional, estimated, derived, enacted or planned",
               lambda f: f.seen.status),
        Column("bound", "string", ">= or <= if the source gives a limit only",
               lambda f: f.seen.bound),
        Column("grade", "string", "How far the source is to be trusted", lambda f: f.seen.grade),
        Column("source", "string", "Who says so, and where", lambda f: f.seen.source),
        Column("url", "string", "Where it can be read", lambda f: f.seen.url),
        Column("quote", "string", "The source's own words", lambda f: f.seen.quote),
        Column("note", "string", "What else is to be known", lambda f: f.seen.note),
        Column("recorded", "date", "The day it was recorded", lambda f: f.seen.recorded),
        Column("judged", "boolean", "Whether the verdict rests on it", lambda f: f.judged),
        Column("in_force", "boolean", "Whether it stands for its period: no later publication"
               " had replaced it", lambda f: f.stands),
        Column("standard_error", "number", "Its standard error", lambda f: f.seen.standard_error),
        Column("numerator", "number", "What a share was taken of: the part",
               lambda f: f.seen.numerator),
        Column("denominator", "number", "The whole", lambda f: f.seen.denominator),
        Column("file", "string", "The file that records it", lambda f: f.seen.file),
    ),
    observations,
    ("target", "series", "period", "published", "revision"),
    (Reference(("target",), "targets", ("id",)),
     Reference(("target", "series"), "series", ("target", "id"))),
)  # fmt: skip

#: Of a milestone whether it was done; empty of a figure.
DONE = Column(
    "done", "boolean", "Of a milestone: whether it was done",
    lambda f: f.seen.value if isinstance(f.seen.value, bool) else None,
)  # fmt: skip


def figure(fact: Fact) -> Decimal | None:
    """What was observed, if it is a figure; None of a milestone."""
    return _number(fact.seen.value)


def observed_as(*columns: Column) -> tuple[Column, ...]:
    """The columns of observations with `columns`, of one type each, in place of the value."""
    own = OBSERVATIONS.columns
    place = [column.type for column in own].index("value")
    return (*own[:place], *columns, *own[place + 1 :])


#: Every table, those that are referred to first.
TABLES: dict[str, LedgerTable] = {
    "documents": DOCUMENTS, "targets": TARGETS, "goals": GOALS, "series": SERIES,
    "observations": OBSERVATIONS,
}  # fmt: skip
