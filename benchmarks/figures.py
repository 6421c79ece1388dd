"""Invented targets and their figures: the same for the same seed, whatever else there is.

A yearbook appears once a year and has the periods of its year and, in some targets, revised ones
of the year before. Some figures have a quote or a note, some stand in Korean; one in many was
mistyped and is corrected.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.promises import NEWEST_IS_BASE, PROMISES, Promise

LAST_YEAR = 2025  # of the figures; each yearbook appears in the year after


class Size(NamedTuple):
    """How much there is of everything."""

    targets: int
    observations: int  # of each target
    largest: int = 0  # of the first target, where it has more than the others
    seed: int = 1

    @property
    def count(self) -> int:
        """How many facts there are."""
        more = self.largest - self.observations if self.largest else 0
        return self.targets * self.observations + more


SIZES = {
    "tiny": Size(10, 5),
    "10k": Size(100, 100),
    "100k": Size(500, 200),
    "1m": Size(5000, 200),
    "one": Size(476, 200, largest=5000),  # 100,000 facts, 5,000 of them of one target
}


class Fact(NamedTuple):
    """An observation, each field as the text that stands in its file."""

    target: str
    series: str  # "main", or the series' own folder
    period: str  # as in a file's name: 2024-06
    kind: str  # of the period: year | quarter | month | day
    value: str
    published: str
    revision: int
    body: str  # the keys from `status` on, ready for the file


THINGS = (
    "ai", "broadband", "health", "energy", "school", "water", "housing", "transport", "export",
    "research", "skills", "tax", "forest", "waste", "police", "court", "rural", "port", "grid",
    "bank",
)  # fmt: skip
MEASURES = (
    "adoption", "coverage", "access", "share", "rate", "output", "spend", "cost", "gap", "yield",
    "uptake",
)  # fmt: skip
MINISTRIES = 12
RARE = 20  # one target in so many has its document, quote, owner and tags
CADENCES = {"year": "1 year", "quarter": "3 months", "month": "1 month", "day": "1 day"}
#: Where a figure comes from, as it stands in TOML: plain, Korean, and with a sign to be escaped.
SOURCES = (
    "Statistics office, yearbook",
    "Ministry's release of the yearbook",
    "통계청 연보",
    'Yearbook, table \\"Households and firms\\"',
)
#: Of each hundred figures, which have a quote and which a note.
QUOTES = {7: "it stood at {}", 31: "집계 결과 {}로 나타났다", 83: '\\"{}\\", as last year'}
NOTES = {3: "Without the islands.", 47: "Series joined in 2015; 가중치 개편."}

# ------------------------------------------------------------------------------ periods in time


def _periods(kind: str, year: int) -> list[str]:
    """All periods of a kind in a year, in order."""
    if kind == "year":
        return [str(year)]
    if kind == "quarter":
        return [f"{year}-Q{n}" for n in range(1, 5)]
    if kind == "month":
        return [f"{year}-{n:02}" for n in range(1, 13)]
    first, after = dt.date(year, 1, 1).toordinal(), dt.date(year + 1, 1, 1).toordinal()
    return [dt.date.fromordinal(day).isoformat() for day in range(first, after)]


def _time(period: str) -> float:
    """The end of a period in years, near enough for drawing a course."""
    year, _, part = period.partition("-")
    if not part:
        return int(year) + 1.0
    if part[0] in "QS":
        return int(year) + int(part[1]) / (4 if part[0] == "Q" else 2)
    month, _, day = part.partition("-")
    return int(year) + (int(month) - 1 + (int(day) / 31 if day else 1)) / 12


def _releases(kind: str, count: int, again: int) -> list[tuple[int, str, bool]]:
    """The newest `count` records: year of the yearbook's figures, period, whether revised in it.

    Each yearbook has the periods of its year and, revised, the last `again` before them.
    """
    found: list[tuple[int, str, bool]] = []
    year = LAST_YEAR
    while len(found) < count:
        own = [(year, period, False) for period in reversed(_periods(kind, year))]
        before, past = [], year
        while len(before) < again:
            past -= 1
            before += [(year, period, True) for period in reversed(_periods(kind, past))]
        found += own + before[:again]
        year -= 1
    return found[:count][::-1]


# ------------------------------------------------------------------------- one target, its facts


class Target(NamedTuple):
    """A target: its id, its tables in targets.toml, and its facts in the order of the yearbooks."""

    id: str
    toml: str
    facts: list[Fact]


def target(size: Size, n: int) -> Target:
    """The n-th target of a project, which depends on nothing but its number and the seed."""
    promise = PROMISES[n % len(PROMISES)]
    chance = random.Random(f"{size.seed}/{n}")  # noqa: S311 - figures, not secrets
    thing, measure = THINGS[n % len(THINGS)], MEASURES[n // len(THINGS) % len(MEASURES)]
    id_ = f"{thing}-{measure}-{n:04}"
    large = n == 0 and size.largest
    count = size.largest if large else size.observations
    kind = "day" if large else _kind(promise, n, count)
    rows = list(itertools.islice(_rows(promise, n, kind, count), count))
    start, goal, digits = _ends(promise, chance)
    first = min(_time(period) for _, period, *_ in rows)
    last = max(_time(period) for _, period, *_ in rows)
    over = (last - first) / max((_time(promise.by) if promise.by else 2031) - first, 1)
    over = min(max(over, 0.01), 0.99)
    geometric = ((goal / start) ** over - 1) / (goal / start - 1)
    facts = []
    for at, (year, period, series, revised, revision) in enumerate(rows):
        t = (_time(period) - first) / (last - first) if last > first else 1.0
        way = promise.course(t, over, geometric) + promise.noise * (chance.random() - 0.5)
        way += 0.001 * (not revised and promise.noise > 0 and year < LAST_YEAR)
        if promise.kind == "milestone":
            value = "true" if way >= 0.5 else "false"
        else:
            value = _number(start + (goal - start) * way, digits)
        published = f"{year + 1}-{2 + n % MINISTRIES // 3:02}-{10 + n % MINISTRIES:02}"
        body = _body(promise, id_, period, value, year, published, at, revised, revision, chance)
        facts.append(Fact(id_, series, period, kind, value, published, revision, body))
    return Target(id_, _declared(promise, n, id_, facts, goal, digits), facts)


def _kind(promise: Promise, n: int, count: int) -> str:
    """Of which length the periods of a target are."""
    if promise.kind == "annual" or (count < 24 and n % 5):
        return "year"
    return {3: "year", 6: "quarter", 8: "quarter"}.get(n % 10, "month")


def _rows(
    promise: Promise, n: int, kind: str, count: int
) -> Iterator[tuple[int, str, str, bool, int]]:
    """Yearbook, period, series, whether revised, and which record: oldest yearbook first."""
    again = {"year": 4, "quarter": 1, "month": 3 * (n % 3 == 0)}.get(kind, 0) if count > 40 else 0
    mended = count > 40 and n % 50 == 3  # one figure was mistyped and is corrected
    each = len(promise.series)
    need = -(-(count - mended) // each)
    left = count - mended
    for year, period, revised in _releases(kind, need, again):
        for series in promise.series[: max(left, 0)]:
            yield year, period, series, revised, 1
        left -= each
    if mended:
        yield year, period, promise.series[0], revised, 2


def _ends(promise: Promise, chance: random.Random) -> tuple[float, float, int]:
    """Start, goal, and how many digits stand behind the point."""
    if promise.unit == "%":
        low, high, digits = 8 + chance.randrange(40) / 10, 55 + chance.randrange(20), 1
    elif promise.unit == "projects":
        low, high, digits = 40.0 + chance.randrange(20), 900 + 10 * chance.randrange(20), 0
    else:
        low, high, digits = 150.0 + chance.randrange(50), 2400 + 100 * chance.randrange(9), 2
    return (high, low, digits) if promise.direction == "down" else (low, high, digits)


def _number(value: float, digits: int) -> str:
    return f"{value:.{digits}f}"


def _body(
    promise: Promise, id_: str, period: str, value: str, year: int, published: str, at: int,
    revised: bool, revision: int, chance: random.Random,
) -> str:  # fmt: skip
    """The keys of a fact from `status` on."""
    status = promise.status
    if status == "final" and year == LAST_YEAR and not revised and at % 4 == 3:
        status = "provisional"
    parts = [f'status = "{status}"\n']
    if promise.error:
        parts.append(f"standard_error = 0.{3 + at % 5}\n")
    text = chance.randrange(100)
    parts.append(f'grade = "{"AAB"[text % 3]}"\nsource = "{SOURCES[text % len(SOURCES)]} {year}"\n')
    parts.append(f'url = "https://stats.example.org/{id_}?period={period}"\n')
    if quote := QUOTES.get(text):
        parts.append(f'quote = "{quote.format(value)}"\n')
    if revision > 1:
        parts.append('note = "Mistyped: two digits had been exchanged."\n')
    elif note := NOTES.get(text):
        parts.append(f'note = "{note}"\n')
    parts.append(f"recorded = {published[:8]}{int(published[8:]) + 3}\n")
    return "".join(parts)


def _declared(
    promise: Promise, n: int, id_: str, facts: list[Fact], goal: float, digits: int
) -> str:
    """The tables of a target in targets.toml.

    Few say more than they must: targets.toml may have 1 MiB, which is 209 bytes for each of 5,000.
    """
    measured = promise.kind != "milestone"
    whole = n % RARE == 0 or promise.moved
    parts = [f'\n[[target]]\nid = "{id_}"\ntitle = "{id_.rpartition("-")[0].capitalize()}"\n']
    if whole:
        parts.append(f'title_ko = "{n}호 지표"\nowner = "Ministry of {THINGS[n % MINISTRIES]}"\n')
        parts.append(f'tags = ["invented", "{THINGS[n % 20]}"]\n')
    if promise.kind != "level":
        parts.append(f'kind = "{promise.kind}"\n')
    if measured:
        parts.append(f'unit = "{promise.unit}"\ndirection = "{promise.direction}"\n')
        if facts[0].kind != "month" or whole:
            parts.append(f'cadence = "{CADENCES[facts[0].kind]}"\n')
            parts.append('lag = "18 months"\n' * whole)
    if promise.baseline and measured:
        own = [fact for fact in facts if fact.series == promise.series[-1]]
        base = max(own, key=_when) if n % len(PROMISES) == NEWEST_IS_BASE else min(own, key=_when)
        of = f', series = "{base.series}"' if base.series != "main" else ""
        parts.append(f"baseline = {{ period = {quoted(base)}, value = {base.value}{of} }}\n")
    parts.append(promise.lines)
    value = _number(goal, digits) if measured else "true"
    by = promise.by or ""
    by = by if len(by) in (0, 4, 10) else f'"{by}"'
    if not whole:
        due = f", by = {by}" if by else ""
        parts.append(f"goal = {{ value = {value}{due} }}\n")
    elif promise.moved:
        parts.append(_goal("2012-03-01", f"{goal * 0.8:.1f}", promise.unit, by))
        parts.append(_goal("2020-09-01", value, promise.unit, by))
    else:
        parts.append(_goal("2012-03-01", value, promise.unit, by))
    return "".join([*parts, promise.tables])


def _goal(announced: str, value: str, unit: str, by: str) -> str:
    """A goal in a table of its own, with its document and its words."""
    words = f"{value} {unit} is promised" + f" by {by}".replace('"', "") * bool(by)
    return (
        f"\n[[target.goal]]\nannounced = {announced}\nvalue = {value}\n"
        + f"by = {by}\n" * bool(by)
        + f'document = "plan"\nquote = "{words}"\n'
    )


def _when(fact: Fact) -> tuple[float, str]:
    return _time(fact.period), fact.published


def quoted(fact: Fact) -> str:
    """A fact's period as TOML has it: a year is a number and a day a date."""
    return fact.period if fact.kind in ("year", "day") else f'"{fact.period}"'


def facts(size: Size) -> Iterator[Fact]:
    """Every fact of a project, target by target."""
    for n in range(size.targets):
        yield from target(size, n).facts
