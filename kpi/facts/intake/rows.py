"""What every source becomes before anything is judged: a Table of Records, one for each figure.

A wide table is unfolded, a KOSIS answer is flat already: whoever goes on sees cells under names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kpi.facts.intake.texts.cells import Cell
from kpi.facts.keys.fields import Wrong
from kpi.facts.records import Observation
from kpi.values import dataclass, field

#: The column that holds the figures of an unfolded wide table.
VALUE = "value"
#: The column of the letters beside figures that has no name of its own: e, p, b of Eurostat.
FLAGS = "flags"


@dataclass(frozen=True, slots=True)
class Record:
    """One figure of the file with all that stands beside it."""

    where: str  # "row 12", "row 12, 2024"
    cells: Mapping[str, Cell]  # by the name of the column
    period: Cell = ""
    style: str | None = None  # what the file itself says of the kind of its period
    note: bool = False  # a remark below the table, and no figure at all
    problem: Wrong | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds. `records` may be walked more than once.

    Rows are told apart by `labels`: two rows of one period that differ there are not one fact.
    Where `headline` holds, a row counts only if its labels but those of `single` are empty or were
    chosen. Rows that differ in one of `single` are never one series, not even where they fill each
    other's gaps.
    """

    kind: str  # csv | xlsx | xls | ods | opensdg | kosis | ecos
    columns: tuple[str, ...]
    period: tuple[str, ...]
    value: str
    unit: str | None  # the column that states the unit
    labels: tuple[str, ...]
    records: Callable[[], Iterator[Record]]
    source: str = ""  # where the figures come from, as the file itself says
    notes: tuple[str, ...] = ()  # how it was read, where that was a choice
    headline: bool = False
    single: tuple[str, ...] = ()  # labels in which all rows of one series must be alike
    titles: tuple[str, ...] = ()  # what stands above, below or at the corner of the figures
    comma_free: bool = False  # no comma divides the cells: in a figure it may begin decimals


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure that was read; whether its unit and its scale had been said, and its size vouched
    for: by a person, or by a unit of another size that was converted."""

    fact: Observation
    record: Record
    stated: bool
    scaled: bool
    vouched: bool
    measured: bool  # whether its size was said at all: by a person, or over, beside or above it
    hundredth: bool  # whether it is a hundredth of what its cell shows


@dataclass(frozen=True, slots=True)
class Supposed:
    """What a row that is refused would give, were its faults answered; so that what else is to be
    asked is asked in the same run."""

    row: Counted
    dated: bool  # whether its period was read
    valued: bool  # whether its figure was, in the unit that is said


@dataclass(frozen=True, slots=True)
class Blank:
    """A row that was chosen and holds no figure."""

    target: str
    series: str
    record: Record
    after: int  # how many figures stand before it
    supposed: Supposed | None = None  # of a row that is refused


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the doubts about the whole of a table are about, gathered row by row."""

    counted: list[Counted] = field(default_factory=list)
    blank: list[Blank] = field(default_factory=list)
    refused: list[Blank] = field(default_factory=list)  # which hold a figure that cannot be read
    #: Texts that stand alone, and how many figures stand before each.
    remarks: list[tuple[int, Record]] = field(default_factory=list)
