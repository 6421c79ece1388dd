"""The kinds of promise in an invented project, and the ways that their figures take.

The n-th target is of the n-th kind in turn; together they meet every verdict.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


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
_CLOSED = 'closed = {{ on = 2025-07-01, as = "{}", why = "It has ended." }}\n'

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
    Promise(undone, noise=0),  # its baseline is its newest figure
    _SAMPLED, _FALLING, _MONEY,
    Promise(behind, moved=True),
    Promise(ahead, lines='ceiling = 100\npath = "logistic"\n'),
    Promise(between, kind="total", unit="projects", lines='path = "geometric"\n'),
    Promise(undone, kind="milestone", unit="", by=None),
    Promise(stalled, direction="down", noise=0, by="2027-Q2"),
    _POSSIBLE, _BEHIND,
)  # fmt: skip
NEWEST_IS_BASE = 29
