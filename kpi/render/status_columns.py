"""The columns of the status table: what stands in each, and which go first on a narrow screen.

Terminal, Markdown and page draw from this; csv has columns of its own, in full precision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from kpi.assess.status import Status
from kpi.facts.periods import Period
from kpi.render.grid import GAP
from kpi.render.look import Look
from kpi.render.wording import words
from kpi.render.wording.apart import digits
from kpi.render.wording.digits import Number
from kpi.render.wording.signs import beyond, bounded
from kpi.render.wording.titles import titled
from kpi.render.wording.vocabulary import LETTERS
from kpi.values import dataclass

BLOCKS = "▁▂▃▄▅▆▇█"
TREND = 8


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in the vocabulary, its cell, and how it behaves when room is short.

    `rank` says which columns stay: 1 is the last to go. In Korean it may be another, as ids are
    English and titles are not. `least` is the width to which it may be clipped; None means never.
    `beside` is the column without which it says nothing. `wider` are a rank and a width: where
    columns of a higher rank come in, it has that width already.
    """

    key: str
    rank: int
    cell: Callable[[Status, Look], str]
    right: bool = False
    least: int | None = None
    beside: str = ""
    wider: tuple[int, int] | None = None
    rank_ko: int | None = None


# --- cells ------------------------------------------------------------------------------------


def latest(status: Status, look: Look, counted: bool = False) -> str:
    """The latest value, short; in Korean what it counts behind it, where there is room for that."""
    figure = status.latest
    if figure is None:
        return ""
    if status.year_so_far is not None:
        return _written(status.year_so_far.exact, status, look, counted)
    if isinstance(figure.value, bool):
        return words.amount(figure.value, "", look.lang)
    return bounded(figure, _written(figure.value, status, look, counted))


def _written(value: Decimal, status: Status, look: Look, counted: bool) -> str:
    """A value with so many digits that it looks like the goal or the path only if it is there.

    29.99 of 30 would be "30 %", and yet not met.
    """
    more = _digits(value, status, look)
    return words.cell((value,), status.target.unit, look.lang, more=more, counted=counted)


def _digits(value: Decimal, status: Status, look: Look) -> int:
    """How many digits more a value takes beside the goal and the path."""
    unit, lang = status.target.unit, look.lang
    close = [*_close(value, (status.goal.value,)), *_expected_close(value, status)]
    return max(
        (digits(value, (other,), lambda v, more: words.cell((v,), unit, lang, more=more))
         for other in close), default=0,
    )  # fmt: skip


def _expected_close(value: Decimal, status: Status) -> list[Number]:
    return _close(value, [expected for _, expected in status.expected])


def _close(value: Decimal, others: Iterable[Number | bool]) -> list[Number]:
    """Those of `others` that a few digits might take for `value`, and that are another number."""
    near = float(abs(value)) / 50
    return [
        other for other in others
        if not isinstance(other, bool) and 0 < abs(float(value) - float(other)) < near
    ]  # fmt: skip


def period(
    status: Status, lang: str, said: Callable[[Period], str] = lambda period: period.text
) -> str:
    """The period of the latest value; of a sum those of its parts: "2026-Q1/2026-Q3".

    The stroke is that of ISO 8601, which Korean reads as "or". A wide table has each as `said`.
    """
    if status.latest is None:
        return ""
    sum_, last = status.year_so_far, said(status.latest.period)
    between = "~" if lang == "ko" else "/"
    return f"{said(sum_.since)}{between}{last}" if sum_ is not None else last


def expected(status: Status, look: Look, counted: bool = False) -> str:
    """What the path or the band expected at the latest value's date; `counted` as for `latest`."""
    values = tuple(value for _, value in status.expected)
    figure, more = status.latest, 0
    if figure is not None and not isinstance(figure.value, bool):
        near = _expected_close(figure.value, status)  # with the digits of the value beside it
        more = _digits(figure.value, status, look) if near else 0
    unit = status.target.unit
    return words.cell(values, unit, look.lang, more=more, counted=counted) if values else ""


def gap(status: Status, look: Look) -> str:
    """The latest value minus the path, or minus either edge of the band."""
    values = tuple(value for _, value in status.gap_to_path)
    return words.cell(values, status.target.unit, look.lang, sign=True) if values else ""


def to_goal(status: Status, look: Look) -> str:
    """The latest value minus the goal."""
    if status.gap_to_goal is None:
        return ""
    return beyond(
        status, words.cell((status.gap_to_goal,), status.target.unit, look.lang, sign=True)
    )


def share(value: float | None, look: Look) -> str:
    """A share of the way or of the time, empty where there is none."""
    return "" if value is None else words.percent(value, look.lang)


def verdict(status: Status, look: Look) -> str:
    """Sign and word of the verdict."""
    text = words.signed_verdict(status.verdict, status.light, look)
    return words.colored(text, status.light, look)


def flags(status: Status, look: Look) -> str:
    """All flags in words."""
    return ", ".join(words.flag(flag, look.lang) for flag in status.flags)


def marks(status: Status) -> str:
    """A letter for each flag; one that has none yet is a star."""
    return "".join(LETTERS.get(words.flag_name(flag), "*") for flag in status.flags)


def due(status: Status, look: Look) -> str:
    """The deadline as it was said."""
    return status.goal.by.text if status.goal.by else words.plain("–", look)


def title(status: Status, look: Look) -> str:
    """The target's title in the reader's language, if it has one."""
    target = status.target
    return words.safe(titled(target, look.lang))


def trend(status: Status, look: Look) -> str:
    """The last values of the judged series as a small line."""
    figures = status.judged_values[-TREND:]
    return sparkline([float(o.value) for o in figures if not isinstance(o.value, bool)], look)


def sparkline(values: Sequence[float], look: Look) -> str:
    """Values as blocks between their own least and greatest; in ASCII each step up or down.

    >>> sparkline([1, 2, 4], Look()), sparkline([1, 2, 2, 1], Look(ascii=True))
    ('▁▃█', '/-\\\\')
    >>> sparkline([2, 2], Look())
    '▄▄'
    """
    if len(values) < 2:
        return ""
    if look.ascii:
        return "".join("/" if b > a else "\\" if b < a else "-" for a, b in pairwise(values))
    low, high = min(values), max(values)
    if low == high:
        return BLOCKS[3] * len(values)
    top = len(BLOCKS) - 1
    return "".join(BLOCKS[int((v - low) / (high - low) * top + 0.5)] for v in values)


STATUS: tuple[Column, ...] = (
    Column("id", 1, lambda s, look: words.safe(s.target.id), least=20),
    Column("title", 14, title, least=24, rank_ko=7),
    Column("verdict", 2, verdict),
    Column("mark", 2, lambda s, look: marks(s)),
    Column("latest", 3, latest, right=True),
    Column("period", 5, lambda s, look: period(s, look.lang)),
    Column("trend", 12, trend),
    Column("expected", 4, expected, right=True),
    Column("gap", 8, gap, right=True),
    Column("to_goal", 13, to_goal, right=True),
    Column("way", 9, lambda s, look: share(s.share_of_way, look), right=True),
    Column("time", 10, lambda s, look: share(s.share_of_time, look), right=True, beside="way"),
    Column("due", 6, due),
    Column("flags", 7, flags, least=12, wider=(11, 28)),
)


# --- choosing ---------------------------------------------------------------------------------


def chosen(
    natural: Sequence[int], columns: Sequence[Column], room: int | None, lang: str
) -> dict[int, int]:
    """Which columns are shown, by their place, and how wide each is.

    `natural` are the widths that the columns would like. With room they all get them; without,
    the columns of the highest rank go first, then those that may be clipped give way.
    """
    if room is None:
        return dict(enumerate(natural))
    steps = []
    for place, (column, size) in enumerate(zip(columns, natural, strict=True)):
        rank = column.rank_ko if lang == "ko" and column.rank_ko else column.rank
        steps.append((rank, place, min(size, column.least or size)))
        if column.wider is not None:
            steps.append((column.wider[0], place, min(size, column.wider[1])))
    sizes: dict[int, int] = {}
    used, keys = -len(GAP), [column.key for column in columns]
    for rank, place, size in sorted(steps):
        beside = columns[place].beside
        if beside in keys and keys.index(beside) not in sizes:
            continue
        more = size - sizes.get(place, -len(GAP))
        if used + more <= room or rank <= 2:
            sizes[place] = size
            used += more
    if used > room:  # a screen narrower than any: the name gives way, the verdict never does
        name = next(iter(sizes))
        sizes[name] = max(sizes[name] - (used - room), 1)
    spare = room - used
    for place in sizes:
        more = min(max(spare, 0), natural[place] - sizes[place])
        sizes[place] += more
        spare -= more
    return dict(sorted(sizes.items()))
