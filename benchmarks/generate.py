"""A project of any size, made of invented figures: the same bytes for the same seed.

    python -m benchmarks.generate FOLDER --size 100k --layout year --git
    python -m benchmarks.generate FOLDER --targets 30 --observations 48 --seed 7

Three layouts of the same facts, so that `kpi status` says the same of each:

    file     a file for each fact, as `kpi add` writes it
    year     a batch for each target and yearbook, as `kpi import` writes one
    batch    the batches of whole ministries, at the top of observations/

The bytes are those that `kpi` itself writes (`tests/benchmarks` holds them against
`observations.to_toml` and `batches.batches`), made here by plain formatting because a million of
them are needed. Of 40 kinds of promise in turn each meets another end, so every verdict occurs.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import os
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from typing import NamedTuple

LAST_YEAR = 2025  # of the figures; each yearbook appears in the year after
FIRST_COMMIT_BEFORE = 2026  # yearbooks of this year come with the second commit
LARGEST = 1_048_576  # bytes of one file: `kpi.store.trees.LARGEST`
LAYOUTS = ("file", "year", "batch")


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


# ------------------------------------------------------------------- what becomes of a promise


class Promise(NamedTuple):
    """A kind of promise: what is declared, and the way its figures take.

    `course` gives the share of the way from start to goal at a share of the time from the first to
    the last figure; its second argument is the share of the time to the deadline that is over at
    the last figure, its third the share of the way that a geometric path has then gone.
    """

    course: Callable[[float, float, float], float]
    by: str | None = "2030"
    kind: str = "level"
    direction: str = "up"
    unit: str = "%"
    baseline: bool = True
    noise: float = 0.002
    series: tuple[str, ...] = ("main",)
    status: str = "final"
    error: bool = False  # whether each figure has its standard error
    lines: str = ""  # further keys of the target
    tables: str = ""  # further tables below it
    moved: bool = False  # whether an earlier goal asked for less


def ahead(t: float, e: float, g: float) -> float:
    return t * (e + 0.4 * (1 - e))


def between(t: float, e: float, g: float) -> float:
    return t * (e + g) / 2


def behind(t: float, e: float, g: float) -> float:
    return t * 0.7 * g


def stalled(t: float, e: float, g: float) -> float:
    return t * 0.05 * e


def wrong_way(t: float, e: float, g: float) -> float:
    return t * 0.6 if t < 0.5 else 0.3 - 0.7 * (t - 0.5)


def reached(t: float, e: float, g: float) -> float:
    return t * 1.1


def slipping(t: float, e: float, g: float) -> float:
    return t * 7 if t < 0.2 else 1.4 - 0.375 * (t - 0.2)


def short(t: float, e: float, g: float) -> float:
    return t * 0.7


def done(t: float, e: float, g: float) -> float:
    return float(t >= 0.95)


def undone(t: float, e: float, g: float) -> float:
    return 0.0


SURVEY = """
[[target.series]]
id = "survey"
title = "Survey of households"
comparable = "{}"
"""
_ON_TRACK = Promise(ahead, lines="ceiling = 100\n")
_POSSIBLE = Promise(between)
_BEHIND = Promise(behind, lines="ceiling = 100\n")
_FALLING = Promise(ahead, direction="down", by="2029-S1")
_MONEY = Promise(between, kind="total", unit="KRW bn", by="2028-12")
_SAMPLED = Promise(
    behind, series=("survey",), error=True,
    lines='ceiling = 100\njudged_series = "survey"\n', tables=SURVEY.format("partly"),
)  # fmt: skip
_MIXED = Promise(
    ahead, series=("main", "survey"), lines='judged_series = "survey"\n',
    tables=SURVEY.format("yes"),
)  # fmt: skip
_CLOSED = 'closed = {{ on = 2025-07-01, as = "{}", why = "The programme has ended." }}\n'

#: In turn: the n-th target is of the n-th kind.
PROMISES: tuple[Promise, ...] = (
    _ON_TRACK, _BEHIND, _POSSIBLE, _SAMPLED, _FALLING, _MONEY,
    Promise(reached),
    Promise(stalled, noise=0),
    Promise(short, by="2024"),
    Promise(ahead, by=None),
    _MIXED, _ON_TRACK, _BEHIND, _POSSIBLE,
    Promise(wrong_way, noise=0),
    Promise(slipping, noise=0),
    Promise(ahead, by="2026-03"),
    Promise(behind, status="planned"),
    Promise(ahead, baseline=False),
    Promise(ahead, lines='path = "step"\n'),
    Promise(
        ahead, series=("survey",), lines='judged_series = "survey"\n', tables=SURVEY.format("no")
    ),
    Promise(done, kind="milestone", unit="", by="2026-06"),
    Promise(done, kind="milestone", unit="", by="2020-Q4"),
    Promise(undone, kind="milestone", unit="", by="2025-06-30"),
    Promise(short, kind="annual", unit="KRW bn", by="2024", baseline=False),
    Promise(reached, kind="annual", unit="KRW bn", by="2025", baseline=False),
    Promise(ahead, kind="annual", unit="KRW bn", by="2028", baseline=False),
    Promise(ahead, lines=_CLOSED.format("dropped")),
    Promise(ahead, lines=_CLOSED.format("resolved otherwise")),
    Promise(undone, noise=0, lines="# the baseline is the newest figure\n"),
    _SAMPLED, _FALLING, _MONEY,
    Promise(behind, moved=True),
    Promise(ahead, lines='ceiling = 100\npath = "logistic"\n'),
    Promise(between, kind="total", unit="projects", lines='path = "geometric"\n'),
    Promise(undone, kind="milestone", unit="", by=None),
    Promise(stalled, direction="down", noise=0, by="2027-Q2"),
    _POSSIBLE, _BEHIND,
)  # fmt: skip
NEWEST_IS_BASE = 29

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

HEAD = """\
schema = 1
title = "Invented figures for measuring speed; none of them is real"
timezone = "Asia/Seoul"

[document.plan]
title = "An invented plan"
publisher = "Ministry of Measuring"
published = 2012-03-01
url = "https://example.org/plan"
weight = "official"
"""


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
    """The tables of a target in targets.toml."""
    measured = promise.kind != "milestone"
    name = id_.rpartition("-")[0].replace("-", " ")
    span = {"year": "1 year", "quarter": "3 months", "month": "1 month", "day": "1 day"}
    parts = [f'\n[[target]]\nid = "{id_}"\ntitle = "{name.capitalize()}, no. {n}"\n']
    if n % 5 == 0:
        parts.append(f'title_ko = "{n}호 지표"\n')
    parts.append(f'owner = "Ministry of {THINGS[n % MINISTRIES].title()}"\n')
    parts.append(f'tags = ["invented", "{THINGS[n % 20]}"]\nkind = "{promise.kind}"\n')
    if measured:
        parts.append(f'unit = "{promise.unit}"\ndirection = "{promise.direction}"\n')
        parts.append(f'cadence = "{span[facts[0].kind]}"\nlag = "18 months"\n')
    if promise.baseline and measured:
        own = [fact for fact in facts if fact.series == promise.series[-1]]
        base = max(own, key=_when) if n % len(PROMISES) == NEWEST_IS_BASE else min(own, key=_when)
        of = f', series = "{base.series}"' if base.series != "main" else ""
        parts.append(f"baseline = {{ period = {_quoted(base)}, value = {base.value}{of} }}\n")
    parts.append(promise.lines)
    value = _number(goal, digits) if measured else "true"
    by = f"by = {promise.by if len(promise.by) in (4, 10) else repr(promise.by)}\n" if (
        promise.by) else ""  # fmt: skip
    words = f" by {promise.by}" if promise.by else ""
    if promise.moved:
        parts.append(f"\n[[target.goal]]\nannounced = 2012-03-01\nvalue = {goal * 0.8:.1f}\n{by}")
        parts.append('document = "plan"\n')
    day = "2020-09-01" if promise.moved else "2012-03-01"
    parts.append(f"\n[[target.goal]]\nannounced = {day}\nvalue = {value}\n{by}")
    said = f"{value} {promise.unit} is promised{words}" if measured else f"it is to stand{words}"
    parts.append(f'document = "plan"\nquote = "{said}"\n{promise.tables}')
    return "".join(parts)


def _when(fact: Fact) -> tuple[float, str]:
    return _time(fact.period), fact.published


def _quoted(fact: Fact) -> str:
    """A fact's period as TOML has it: a year is a number and a day a date."""
    return fact.period if fact.kind in ("year", "day") else f'"{fact.period}"'


def facts(size: Size) -> Iterator[Fact]:
    """Every fact of a project, target by target."""
    for n in range(size.targets):
        yield from target(size, n).facts


# --------------------------------------------------------------------------------- their files


def content(fact: Fact) -> str:
    """What `observations.to_toml` makes of a fact."""
    period = _quoted(fact)
    return f"period = {period}\nvalue = {fact.value}\npublished = {fact.published}\n{fact.body}"


def own_name(fact: Fact) -> str:
    """What `observations.file_name` calls its file."""
    series = "" if fact.series == "main" else f"{fact.series}/"
    again = f"_r{fact.revision}" if fact.revision > 1 else ""
    return f"observations/{fact.target}/{series}{fact.period}_{fact.published}{again}.toml"


def files(size: Size, layout: str) -> Iterator[tuple[str, str]]:
    """Name and content of every file of a project but targets.toml."""
    if layout == "file":
        for fact in facts(size):
            yield own_name(fact), content(fact)
    elif layout == "year":
        for n in range(size.targets):
            own = target(size, n).facts
            yield from batches(lambda own=own: iter(own), "yearbook")
    else:
        yield from batches(lambda: facts(size), "yearbooks")


def batches(all_facts: Callable[[], Iterator[Fact]], label: str) -> Iterator[tuple[str, str]]:
    """What `batches.batches` makes of facts, which are asked for twice.

    A publication of one target lies in the target's folder and does not repeat its name. The first
    time round only who shares a publication is noted; of the rows, never more than the part that
    is not written yet is held.
    """
    sharing: dict[str, set[tuple[str, str]]] = {}
    for fact in all_facts():
        if fact.revision == 1:
            sharing.setdefault(fact.published, set()).add((fact.target, fact.series))
    parts: dict[str, _Part] = {}
    for fact in all_facts():
        if fact.revision > 1:
            yield own_name(fact), content(fact)
            continue
        part = parts.get(fact.published)
        if part is None:
            part = parts[fact.published] = _Part(sharing[fact.published])
        if full := part.add(fact):
            part.number += 1
            yield part.name(fact.published, f"{label}-{part.number}"), full
    for published, part in parts.items():
        part.number += 1
        name = label if part.number == 1 else f"{label}-{part.number}"
        yield part.name(published, name), part.taken()


class _Part:
    """The rows of a publication that are not written yet."""

    def __init__(self, sharing: set[tuple[str, str]]) -> None:
        self.targets = {target for target, _ in sharing}
        self.series = {series for _, series in sharing}
        self.rows: list[str] = []
        self.bytes = 0
        self.number = 0

    def add(self, fact: Fact) -> str:
        """Adds a row; what comes back is the content of a file that is full without it, or ""."""
        own = ""
        if len(self.targets) > 1:
            own = f'target = "{fact.target}"\n'
        if fact.series != "main" and (own or len(self.series) > 1):
            own += f'series = "{fact.series}"\n'
        row = f"[[observation]]\n{own}{content(fact)}"
        size = len(row.encode()) + 1
        full = self.taken() if self.rows and self.bytes + size > LARGEST else ""
        self.rows.append(row)
        self.bytes += size
        return full

    def taken(self) -> str:
        """The content of a file of all rows, which are held no longer."""
        found = "\n".join(self.rows)
        self.rows, self.bytes = [], 0
        return found

    def name(self, published: str, label: str) -> str:
        folder = "observations/"
        if len(self.targets) == 1:
            folder += f"{next(iter(self.targets))}/"
            if len(self.series) == 1 and self.series != {"main"}:
                folder += f"{next(iter(self.series))}/"
        return f"{folder}batch_{published}_{label}.toml"


def targets_toml(size: Size) -> str:
    """The content of targets.toml."""
    return HEAD + "".join(target(size, n).toml for n in range(size.targets))


def write(folder: str, size: Size, layout: str) -> int:
    """Writes a project into a new folder; how many files of observations it has."""
    os.makedirs(folder)
    with open(f"{folder}/targets.toml", "w", encoding="utf-8") as file:
        file.write(targets_toml(size))
    made: set[str] = set()
    count = 0
    for name, text in files(size, layout):
        home, _, _ = name.rpartition("/")
        if home not in made:
            os.makedirs(f"{folder}/{home}", exist_ok=True)
            made.add(home)
        with open(f"{folder}/{name}", "wb", buffering=0) as raw:
            raw.write(text.encode())
        count += 1
    return count


def record(folder: str) -> None:
    """Commits a project in two steps, the last yearbooks in the second, and packs the result."""
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
           for key, value in (("NAME", "Benchmark"), ("EMAIL", "x@example.org"),
                              ("DATE", "2026-07-01T09:00:00+09:00"))}  # fmt: skip
    plain = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}

    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=folder, check=True, env=plain)  # noqa: S603, S607

    git("init", "-q", "-b", "main")
    git("config", "gc.auto", "0")
    git("add", "--", ".", f":(exclude,glob)**/*_{FIRST_COMMIT_BEFORE}-*")
    git("commit", "-q", "-m", "Yearbooks up to the last but one")
    git("add", "-A")
    git("commit", "-q", "-m", "The last yearbooks")
    git("gc", "-q")


def main() -> None:
    """Write one project."""
    ask = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    ask.add_argument("folder")
    ask.add_argument("--size", choices=SIZES, help="a known size, in place of the three numbers")
    ask.add_argument("--targets", type=int, default=10)
    ask.add_argument("--observations", type=int, default=5, help="of each target")
    ask.add_argument("--largest", type=int, default=0, help="of the first target")
    ask.add_argument("--layout", choices=LAYOUTS, default="file")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--git", action="store_true", help="with a history of two commits")
    ask.add_argument("--replace", action="store_true", help="remove what lies there")
    given = ask.parse_args()
    size = SIZES.get(given.size) or Size(given.targets, given.observations, given.largest)
    if given.replace:
        shutil.rmtree(given.folder, ignore_errors=True)
    count = write(given.folder, size._replace(seed=given.seed), given.layout)
    if given.git:
        record(given.folder)
    print(f"{given.folder}: {size.targets} targets, {size.count} facts in {count} files")  # noqa: T201


if __name__ == "__main__":
    main()
