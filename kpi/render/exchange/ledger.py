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
from functools import partial
from operator import attrgetter
from typing import Any

from kpi.facts.periods import Period, Span
from kpi.facts.records import Target
from kpi.render.exchange import known_rows
from kpi.render.exchange.known_rows import Export, Fact
from kpi.render.wording import reasons, words
from kpi.values import dataclass

Cell = str | bool | int | Decimal | dt.date | Period | Span | tuple[str, ...] | None


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


# --- the columns ------------------------------------------------------------------------------


def _path(target: Target) -> str | None:
    if isinstance(target.path, tuple):
        return "; ".join(f"{row.by}: {row.value:f}" for row in target.path)
    return target.path


def _number(value: Decimal | bool | None) -> Decimal | None:
    return None if isinstance(value, bool) else value


def _maybe(part: str, name: str) -> Callable[[Any], Cell]:
    """The field `name` of a part of a row; None where there is no such part."""
    part_of = attrgetter(part)
    return lambda row: getattr(part_of(row), name, None)


def _field(of: str, name: str, kind: str, what: str, required: bool = False) -> Column:
    """A column that has the name of what it holds: a field of a row, or `of` a part of it."""
    return Column(name, kind, what, attrgetter(of + name), required)


_row, _status, _target, _goal, _series, _seen = (
    partial(_field, of) for of in ("", "status.", "target.", "goal.", "series.", "seen.")
)

DOCUMENTS = LedgerTable(
    "Documents in which promises were made",
    (
        _row("id", "string", "The document's id", required=True),
        _row("title", "string", "Its title"),
        _row("publisher", "string", "Who published it"),
        _row("published", "date", "The day it appeared"),
        _row("url", "string", "Where it is"),
        _row("weight", "string", "official, press or blog"),
        _row("note", "string", "What else is to be known"),
    ),
    known_rows.documents,
    ("id",),
)

TARGETS = LedgerTable(
    "Targets, and the verdict of the day for which was judged",
    (
        _target("id", "string", "The target's id", required=True),
        _target("title", "string", "What was promised, in short"),
        _target("title_ko", "string", "The same in Korean"),
        _target("owner", "string", "Who promised it"),
        _target("tags", "string", "Subjects"),
        _target("kind", "string", "level, total, annual or milestone"),
        _target("unit", "string", "The unit of all its figures"),
        _target("direction", "string", "up, down or keep"),
        _target("ceiling", "number", "Natural limit of a share"),
        Column("baseline_period", "string", "Where it starts: the period",
               _maybe("target.baseline", "period")),
        Column("baseline_value", "number", "Where it starts: the stated value",
               _maybe("target.baseline", "value")),
        Column("baseline_series", "string", "The series to which that value belongs",
               _maybe("target.baseline", "series")),
        Column("baseline_assumed", "boolean", "Whether it was assumed, not stated",
               _maybe("target.baseline", "assumed")),
        _target("cadence", "string", "How often the series appears"),
        _target("lag", "string", "How long after its period"),
        _target("judged_series", "string", "The series that is judged"),
        _target("judged_why", "string", "Why that one"),
        Column("path", "string", "The declared path, or its announced points",
               lambda r: _path(r.target)),
        _target("counts", "string", "The statuses that are judged"),
        Column("closed_on", "date", "The day it ended otherwise than by its deadline",
               _maybe("target.closed", "on")),
        Column("closed_as", "string", "dropped, or resolved otherwise",
               _maybe("target.closed", "how")),
        Column("closed_why", "string", "Why", _maybe("target.closed", "why")),
        Column("closed_document", "string", "The document that says so",
               _maybe("target.closed", "document")),
        Column("superseded_on", "date", "The day another target took its place",
               _maybe("target.superseded", "on")),
        Column("superseded_by", "string", "That target", _maybe("target.superseded", "by")),
        Column("superseded_why", "string", "Why", _maybe("target.superseded", "why")),
        _target("note", "string", "What else is to be known"),
        _status("verdict", "string", "The headline verdict"),
        _status("light", "string", "good, mixed, bad, unknown or closed"),
        Column("reason", "string", "Why that verdict", lambda r: reasons.why(r.status)),
        Column("flags", "string", "Caveats",
               lambda r: tuple(words.flag(flag) for flag in r.status.flags)),
        _status("current", "boolean",
                "Whether it is open and has a judged value that is not stale"),
    ),
    known_rows.told,
    ("id",),
)  # fmt: skip

GOALS = LedgerTable(
    "What each target promised, and each time it was moved",
    (
        Column("target", "string", "The target's id", attrgetter("target.id"), True),
        _row("number", "integer", "1 for the first announced", required=True),
        Column("value", "number", "The value promised; empty if something is to be done",
               lambda p: _number(p.goal.value)),
        _goal("comparator", "string", ">=, >, <=, <, = or ~ (within 5 %)"),
        _goal("by", "string", "The deadline; the last day of this period"),
        Column("by_date", "date", "That day", attrgetter("goal.due")),
        _goal("announced", "date", "The day of the announcement"),
        _goal("document", "string", "The document that says so"),
        _goal("quote", "string", "Its own words"),
        _goal("reading", "string", "How the words of the deadline are read"),
        _row("judged", "boolean", "Whether this is the goal that is judged"),
        _goal("note", "string", "What else is to be known"),
        Column("change", "number", "By how many per cent of the baseline, if that was promised",
               lambda p: _number(p.goal.change)),
    ),
    known_rows.goals,
    ("target", "number"),
    (Reference(("target",), "targets", ("id",)), Reference(("document",), "documents", ("id",))),
)  # fmt: skip

SERIES = LedgerTable(
    "The measured lines that bear on each target",
    (
        Column("target", "string", "The target's id", attrgetter("target.id"), True),
        _series("id", "string", "The series' id", required=True),
        _series("title", "string", "Its title"),
        _series("title_ko", "string", "The same in Korean"),
        _series("publisher", "string", "Who measures"),
        _series("definition", "string", "What is measured"),
        _series("comparable", "string", "With the target's own wording: yes, partly or no"),
        Column("unit", "string", "The unit of its figures",
               lambda m: m.series.unit or m.target.unit),
        _row("judged", "boolean", "Whether the target is judged by it"),
        _series("url", "string", "Where it is"),
        _series("note", "string", "What else is to be known"),
    ),
    known_rows.series,
    ("target", "id"),
    (Reference(("target",), "targets", ("id",)),),
)  # fmt: skip

OBSERVATIONS = LedgerTable(
    "One value of one series for one period, as published on one day",
    (
        _seen("target", "string", "The target's id", required=True),
        _seen("series", "string", "The series' id", required=True),
        _seen("period", "string", "The reference period, as 2024, 2024-S1, 2024-Q3, 2024-06,"
              " 2024-W05 or 2024-06-30", required=True),
        Column("period_start", "date", "Its first day; of an amount up to a day, that of its year",
               attrgetter("begins"), True),
        Column("period_end", "date", "Its last day", attrgetter("seen.period.end"), True),
        _seen("value", "value", "The value as it was recorded"),
        _row("unit", "string", "Its unit"),
        _seen("published", "date", "The day it was published", required=True),
        _seen("revision", "integer", "2 and more for corrections of our own record", required=True),
        _seen("status", "string", "Its sort: final, provisional, planned …; withdrawn: none"),
        _seen("bound", "string", ">= or <= if the source gives a limit only"),
        _seen("grade", "string", "How far the source is to be trusted"),
        _seen("source", "string", "Who says so, and where"),
        _seen("url", "string", "Where it can be read"),
        _seen("quote", "string", "The source's own words"),
        _seen("note", "string", "What else is to be known"),
        _seen("recorded", "date", "The day it was recorded"),
        _row("judged", "boolean", "Whether the verdict rests on it"),
        Column("in_force", "boolean", "Whether it stands for its period: no later publication had"
               " replaced it", attrgetter("stands")),
        _seen("standard_error", "number", "Its standard error"),
        _seen("numerator", "number", "What a share was taken of: the part"),
        _seen("denominator", "number", "The whole"),
        _seen("file", "string", "The file that records it"),
    ),
    known_rows.observations,
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
