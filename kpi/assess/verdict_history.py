"""When verdicts changed, and why: the past judged again from the facts alone.

Each target is judged on the days on which something could have changed: a figure or a goal was
published, a deadline had passed. Between two such days every changed verdict is traced to the first
day on which it held. The records are today's; only what was public, and the day, are replayed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kpi.assess.changes import Change, Side, compare
from kpi.assess.evidence.known import known
from kpi.assess.verdict import verdict
from kpi.facts.book import Book
from kpi.facts.records import AHEAD, Observation, Target
from kpi.values import dataclass, replace

DAY = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class Flip:
    """A verdict that became another one on a day. `facts` are what was published on that day."""

    day: dt.date
    change: Change
    facts: tuple[Observation, ...]


def flips(book: Book, ids: frozenset[str], start: dt.date, end: dt.date) -> list[Flip]:
    """Every changed verdict of the targets of `ids` after `start` and up to `end`, latest first.

    A target that was announced in between has none at its announcement: before, it had no verdict.
    """
    flipped = [
        flip
        for target in book.targets
        if target.id in ids
        for flip in _of(_alone(book, target), target, start, end)
    ]
    return sorted(flipped, key=lambda flip: (-flip.day.toordinal(), flip.change.target.id))


def _alone(book: Book, target: Target) -> Book:
    facts = {target.id: book.observations.get(target.id, ())}
    return replace(book, targets=(target,), observations=facts)


def _of(book: Book, target: Target, start: dt.date, end: dt.date) -> Iterator[Flip]:
    """The flips of the book's only target, oldest first."""
    facts = book.observations[target.id]
    reached, word = start, _verdict(book, start)
    for day in [*_eventful(target, facts, start, end), end]:
        while reached < day and _verdict(book, day) != word:
            turned = _first(book, reached, day, word)
            before = Side(book, turned - DAY, turned - DAY)
            for change in compare(before, Side(book, turned, turned)).changes:
                news = tuple(fact for fact in facts if fact.published == turned)
                yield Flip(turned, change, news)
            reached, word = turned, _verdict(book, turned)
        reached = day


def _eventful(
    target: Target, facts: tuple[Observation, ...], start: dt.date, end: dt.date
) -> list[dt.date]:
    """The days after `start` and before `end` on which the verdict may become another."""
    days = {fact.published for fact in facts}
    days |= {fact.period.start for fact in facts if fact.status in AHEAD}
    days |= {goal.announced for goal in target.goals if goal.announced}
    for by in (goal.by for goal in target.goals if goal.by):
        days |= {by.start} | ({by.end + DAY} if by.end < dt.date.max else set())
    days |= {target.closed.on} if target.closed else set()
    return sorted(day for day in days if start < day < end)


def _first(book: Book, start: dt.date, day: dt.date, word: str | None) -> dt.date:
    """The first day on which the verdict is no longer `word`, after `start` and up to `day`."""
    low, high = start, day
    while (high - low).days > 1:
        middle = low + (high - low) // 2
        if _verdict(book, middle) == word:
            low = middle
        else:
            high = middle
    return high


def _verdict(book: Book, day: dt.date) -> str | None:
    """The word of the verdict; None if nothing had been announced."""
    target = book.targets[0]
    seen = known(target, book.observations[target.id], day, day, lean=True)
    return verdict(seen).word if seen is not None else None
