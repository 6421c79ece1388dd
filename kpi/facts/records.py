"""What is recorded: documents, targets with their goals and series, and observations.

Frozen values. They are made by `targets` and `observations`, and by `canonical` in less time, which
check everything that comes from a file; whoever holds a record need not check it again. Figures are
`Decimal`, in the unit that the target declares, exactly as they were written.

    Target  1 --- n  Goal         what was promised, and each time it was moved
            1 --- n  Series       the measured lines that bear on it
            1 --- 1  Baseline     where it started
    Observation                   one value of one series of one target, for one period, as
                                  published on one day
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from operator import attrgetter

from kpi.facts.periods import Period, Span
from kpi.values import dataclass, remembered, replace

#: Where a record stands in targets.toml: ("target", 3, "goal", 0). `Book.place` finds its line.
KeyPath = tuple[str | int, ...]

#: Longer key paths are not placed; whoever asks for one is given its ancestor's place.
DEEPEST = 64

#: By which a terminal, a page or a reader's eye could be misled: no text of a file holds one.
MISLEADING = (
    range(0x09), range(0x0B, 0x20), range(0x7F, 0xA0),  # control characters but tab and newline
    range(0x2028, 0x202F),  # line and paragraph separators, bidirectional overrides
    range(0x2066, 0x206A),  # bidirectional isolates
    range(0xD800, 0xE000),  # half a character
)  # fmt: skip

KINDS = ("level", "total", "annual", "milestone")
DIRECTIONS = ("up", "down", "keep")
COMPARATORS = (">=", ">", "<=", "<", "=", "~")
WEIGHTS = ("official", "press", "blog")
COMPARABLE = ("yes", "partly", "no")
SHAPES = ("linear", "geometric", "logistic", "step")
#: Statuses of a figure; and that of a correction which says that there is none.
SORTS = ("final", "provisional", "estimated", "derived", "enacted", "planned")
WITHDRAWN = "withdrawn"
STATUSES = (*SORTS, WITHDRAWN)
BOUNDS = ("=", ">=", "<=")
ENDINGS = ("dropped", "resolved otherwise")

#: Statuses that are judged unless a target says otherwise: a budget or a plan is not a result.
COUNTED = ("final", "provisional", "estimated", "derived")
#: Statuses of a figure that may be published before its period is over.
AHEAD = ("estimated", "enacted", "planned")
#: Statuses of what is meant to be, at whatever time it is said; all others are of what was.
PLANS = ("planned", "enacted")

#: The series of the files that lie directly in a target's folder.
MAIN = "main"


@dataclass(frozen=True, slots=True)
class Document:
    """A source in which a promise was made."""

    id: str
    title: str
    where: KeyPath
    publisher: str = ""
    published: dt.date | None = None
    url: str = ""
    weight: str | None = None  # one of WEIGHTS
    note: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """A value and a date, announced on a day in a document.

    Where a `change` from the baseline was promised, the value is what it makes of the baseline.
    """

    value: Decimal | bool  # in the target's unit; True for a milestone
    comparator: str  # one of COMPARATORS; "~" is within 5 %
    where: KeyPath
    by: Period | None = None  # the deadline is its last day
    announced: dt.date | None = None
    document: str | None = None  # a Document's id
    quote: str = ""
    reading: str = ""  # how the words of the deadline are read
    judged: bool = False
    note: str = ""
    change: Decimal | None = None  # in per cent of the baseline's value

    @property
    def asks_at(self) -> str:
        """The key of its table that says what it asks for."""
        return "value" if self.change is None else "change"

    @property
    def promised(self) -> tuple[Decimal | bool, bool]:
        """The figure that was promised, and whether it is a change from the baseline.

        The value of such a goal is another one when its baseline is revised; the promise is not.
        """
        return (self.value, False) if self.change is None else (self.change, True)

    @property
    def due(self) -> dt.date | None:
        """The deadline as a day: the last one of `by`."""
        return self.by.end if self.by else None


@dataclass(frozen=True, slots=True)
class Series:
    """One measured line. A changed question or definition makes a new one."""

    id: str
    where: KeyPath
    title: str = ""
    title_ko: str = ""
    publisher: str = ""
    definition: str = ""
    comparable: str = "yes"  # with the target's own wording: one of COMPARABLE
    unit: str | None = None  # if it differs from the target's; such a series is never judged
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Where a target starts. Without a value it is the judged series' own for that period."""

    period: Period
    where: KeyPath
    value: Decimal | None = None
    series: str | None = None  # the series it belongs to, if it is known to belong to one
    assumed: bool = False
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PathRow:
    """An announced point of a path; straight lines join the rows."""

    by: Period
    value: Decimal


@dataclass(frozen=True, slots=True)
class Closed:
    """The end of a target other than by being met or missed."""

    on: dt.date
    how: str  # one of ENDINGS; the key in the file is `as`
    why: str = ""
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Superseded:
    """A later target with another definition took this one's place; it is still judged."""

    on: dt.date
    by: str | None = None  # a Target's id
    why: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """One promise: an indicator, a baseline, one or more goals, a direction."""

    id: str
    title: str
    kind: str  # one of KINDS
    unit: str  # "" for a milestone
    direction: str  # one of DIRECTIONS
    goals: tuple[Goal, ...]  # in the order of the file
    where: KeyPath
    series: tuple[Series, ...] = ()
    title_ko: str = ""
    owner: str = ""
    tags: tuple[str, ...] = ()
    ceiling: Decimal | None = None
    baseline: Baseline | None = None
    cadence: Span | None = None
    lag: Span | None = None
    judged_series: str = MAIN
    judged_why: str = ""
    path: str | tuple[PathRow, ...] | None = None  # one of SHAPES, or announced rows
    counts: tuple[str, ...] = COUNTED
    closed: Closed | None = None
    superseded: Superseded | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of one series for one period, published on one day.

    `bound` says that the source gave a limit only ("more than 100" is `>=`), not a value.
    """

    target: str
    series: str
    period: Period
    value: Decimal | bool
    published: dt.date
    file: str  # the file that records it, relative to the project
    revision: int = 1  # 2 for `_r2`: a correction of our own record of the same publication
    status: str = "final"  # one of STATUSES
    bound: str = "="  # one of BOUNDS
    grade: str = ""
    source: str = ""
    url: str = ""
    quote: str = ""
    note: str = ""
    recorded: dt.date | None = None
    standard_error: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @property
    def vintage(self) -> tuple[dt.date, int]:
        """Which of several records of the same period counts: the last by this key."""
        return (self.published, self.revision)

    @property
    def number(self) -> float:
        """The value; of a milestone 1 or 0."""
        return float(self.value)


def corrected(facts: Iterable[Observation]) -> tuple[list[Observation], list[Observation]]:
    """The facts as they were corrected last, and what they said before.

    Of one that was withdrawn nothing stands: its records are all among those before.
    """
    facts = list(facts)
    if max(map(_revision, facts), default=1) == 1:
        return facts, []
    last: dict[tuple[str, str, dt.date], Observation] = {}
    for fact in facts:
        key = (fact.series, fact.period.text, fact.published)
        if key not in last or fact.revision > last[key].revision:
            last[key] = fact
    standing = [fact for fact in last.values() if fact.status != WITHDRAWN]
    kept = set(map(id, standing))
    return standing, [fact for fact in facts if id(fact) not in kept]


_revision = attrgetter("revision")


@remembered(64)  # rows of some targets may take turns
def units_of(target: Target) -> dict[str, str]:
    """The unit of each series in which there may be figures of a target: `main`, and its own."""
    return {MAIN: target.unit} | {series.id: series.unit or target.unit for series in target.series}


def unit_of(target: Target, series: str) -> str:
    """The unit in which a series of a target is recorded: its own if it has one, else the target's.

    That of a series which is not declared is the target's.
    """
    return units_of(target).get(series, target.unit)


def document_of(named: Goal | Closed, documents: Mapping[str, Document]) -> Document | None:
    """The document that a goal, or the end of a target, names; None if it names none."""
    return documents.get(named.document or "")


def judged_goal(goals: Iterable[Goal]) -> Goal | None:
    """The goal that counts: the one that says `judged`, else the one announced last.

    Of those announced on one day it is the one that stands last; None if there is no goal.
    """
    known = announced_goals(goals)
    chosen = [goal for goal in known if goal.judged] or known
    return chosen[-1] if chosen else None


def announced_goals(goals: Iterable[Goal], as_of: dt.date | None = None) -> list[Goal]:
    """The goals announced by `as_of` (all, if None), oldest first.

    A goal without a day of announcement has always been known.
    """
    known = [goal for goal in goals if as_of is None or announcement(goal) <= as_of]
    return sorted(known, key=announcement)


def changed(base: Decimal, percent: Decimal) -> Decimal:
    """What a change of so many per cent makes of a base, without needless zeros.

    >>> changed(Decimal("727.60"), Decimal(-40)), changed(Decimal(250), Decimal(100))
    (Decimal('436.56'), Decimal('500'))
    """
    value = base * (100 + percent) / 100
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def announcement(goal: Goal) -> dt.date:
    """The day from which a goal was known; the first of all days if that is not said."""
    return goal.announced or dt.date.min


def as_known(target: Target, on: dt.date, as_of: dt.date) -> Target:
    """`target` without an end or a successor that had not come by either day."""
    day, closed, superseded = min(on, as_of), target.closed, target.superseded
    if (closed is None or closed.on <= day) and (superseded is None or superseded.on <= day):
        return target
    return replace(
        target,
        closed=closed if closed and closed.on <= day else None,
        superseded=superseded if superseded and superseded.on <= day else None,
    )
