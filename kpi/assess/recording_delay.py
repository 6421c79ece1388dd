"""Who recorded each fact, when, and how long after its publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from statistics import median

from kpi.facts.records import Observation, Target
from kpi.values import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact and its record. `day` and `commit` are None where it is not committed yet."""

    target: Target
    fact: Observation
    day: dt.date | None = None  # in the project's time zone
    commit: str | None = None
    author: str = ""
    edited: str | None = None  # the commit that last changed the file after it was recorded
    waiting: bool = False  # as it stands in the folder, it is not in the last commit

    @property
    def delay_days(self) -> int | None:
        """Days from publication to record; negative if it was recorded before."""
        return (self.day - self.fact.published).days if self.day is not None else None


@dataclass(frozen=True, slots=True)
class Gone:
    """A file of facts that was deleted. `day` and `commit` are None where nobody committed that.

    `again` says that a file of its name was recorded later: what it says now may be something else.
    """

    file: str
    day: dt.date | None  # in the project's time zone
    commit: str | None
    author: str
    again: bool


@dataclass(frozen=True, slots=True)
class Delay:
    """How late a number of facts were recorded, in days. All None where there is no fact."""

    facts: int
    median: float | None = None
    worst: int | None = None


@dataclass(frozen=True, slots=True)
class Lateness:
    """The delays of one owner's targets: of all facts, and of those published since the ledger
    was begun; an older one was late by no fault of who recorded it."""

    owner: str
    all: Delay
    since: Delay


def begun_on(entries: Iterable[Entry]) -> dt.date | None:
    """The day of the first record."""
    return min((entry.day for entry in entries if entry.day is not None), default=None)


def lateness(entries: Iterable[Entry]) -> tuple[Lateness, ...]:
    """The delays by owner, the owner with the longest median first. What waits is left out."""
    recorded = [entry for entry in entries if entry.day is not None]
    start = begun_on(recorded)
    owners: dict[str, list[Entry]] = {}
    for entry in recorded:
        owners.setdefault(entry.target.owner, []).append(entry)
    by_owner = [
        Lateness(
            owner,
            _delay(theirs),
            _delay([entry for entry in theirs if start and entry.fact.published >= start]),
        )
        for owner, theirs in owners.items()
    ]
    return tuple(sorted(by_owner, key=lambda late: (-(late.all.median or 0), late.owner)))


def _delay(entries: list[Entry]) -> Delay:
    days = [entry.delay_days for entry in entries if entry.delay_days is not None]
    return Delay(len(days), float(median(days)), max(days)) if days else Delay(0)
