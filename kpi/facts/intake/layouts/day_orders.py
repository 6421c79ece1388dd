"""Periods of which a cell alone does not say all: 25/01/2020, where the day or the month is first,
and 03/2020, which may be March or the third quarter.

A column says it: 25 is no month, and 12 no quarter. Where none does, nothing is taken for granted.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kpi.facts.intake.layouts.beside_periods import MARKS_BEHIND
from kpi.facts.intake.rows import Record, Table
from kpi.facts.intake.texts.cells import Cell, as_text
from kpi.facts.intake.texts.stamps import Stamp, read_stamp
from kpi.facts.keys.fields import Wrong
from kpi.values import replace

_MARK = "(?P<mark>(?: ?[(]?[A-Za-z][)]?)?)"  # behind it, such as p
_DAY = re.compile(
    r"(?P<first>[0-9]{1,2})(?P<sign>[-/])(?P<second>[0-9]{1,2})(?P=sign)(?P<year>(?:19|20)[0-9]{2})"
    r"(?: 0?0:00(?::00)?)?" + _MARK
)
#: Where the points, or a year of two digits, leave another order open: 01.24.2020, 12/31/22.
_MONTH_FIRST = re.compile(
    r"(?P<first>0?[1-9]|1[0-2])(?P<sign>[-/.])(?P<second>[0-9]{1,2})(?P=sign)"
    r"(?P<year>(?:19|20)?[0-9]{2})(?: 0?0:00(?::00)?)?" + _MARK
)
_PIVOT = 50  # two digits below it are of this century
_MONTH = re.compile("(?P<first>[0-9]{1,2})[-/](?P<year>(?:19|20)[0-9]{2})" + _MARK)
_QUARTERS, _MONTHS = 4, 12
#: The days from one period to the next in a column of days, weeks, months, quarters, halves, years.
_STEPS = ((1, 1), (7, 7), (28, 31), (90, 92), (181, 184), (365, 366))
_LEAST = 4  # days that show a rhythm
_LEAST_ENDS = 2  # months that end what is longer, and show it beside what a person says of them
#: What may be called by one of its months: how many it has, its letter, and how many show it.
_LONGER = {"quarter": (3, "Q", _LEAST), "semester": (6, "S", _LEAST_ENDS)}


def with_order(table: Table, style: str | None) -> Table:
    """The table with such periods as ISO 8601 has them, and a note of it, where the column shows
    what they are, or the style that was said."""
    first = as_text(next((record.period for record in table.records() if not record.note), ""))
    longer = style in _LONGER
    if not may_be_period(first) and not _MONTH_FIRST.fullmatch(first) and not longer:
        return table
    texts = dict.fromkeys(as_text(record.period) for record in table.records() if not record.note)
    order = ""
    if is_day(first):
        days = list(filter(is_day, texts))
        order = order_of(days) or (_order_of_style(days, style) if style else "")
        note = f"days are read with the {order} first, as in {max(days, key=_greatest)}"
    elif _MONTH.fullmatch(first):
        order = "month" if are_months(texts, style) else ""
        note = f"{first} is read as a month"
    spelled = {text: iso for text in texts if order and (iso := written(text, order)) != text}
    if not order and _MONTH_FIRST.fullmatch(first):
        spelled = _with_month_first(texts)
        note = f"days are read with the month first, as in {max(spelled or [''], key=_second)}"
    if not spelled and style in _LONGER:
        spelled, note = _as_longer(texts, style), f"{first} is read as the quarter in which it lies"
        if style == "semester":
            note = f"{first} is read as the half of a year in which it lies"
    if not spelled:
        return table

    def records() -> Iterator[Record]:
        for record in table.records():
            period = None if record.note else spelled.get(as_text(record.period))
            yield replace(record, period=period) if period else record

    return replace(table, notes=(*table.notes, note), records=records)


def _with_month_first(texts: Iterable[str]) -> dict[str, str]:
    """The days with a point, or two digits for their year, as ISO 8601 has them; none where a
    single one is none with the month first, or each may be one in another order, too."""
    days = [match for text in texts if (match := _MONTH_FIRST.fullmatch(text))]
    rest = [text for text in texts if not _MONTH_FIRST.fullmatch(text) and text[:1].isdigit()]
    if rest or not any(int(match["second"]) > _MONTHS for match in days):
        return {}
    spelled = {}
    for match in days:
        year = int(match["year"]) if len(match["year"]) > 2 else (
            int(match["year"]) + (2000 if int(match["year"]) < _PIVOT else 1900))  # fmt: skip
        if not _dates([(year, int(match["first"]), int(match["second"]))]):
            return {}
        iso = f"{year}-{match['first']:0>2}-{match['second']:0>2}{match['mark']}"
        spelled[match[0]] = iso
    return spelled


def _second(text: str) -> int:
    """The second number of a day, which is none of a month if it is over 12."""
    return int(re.split("[-/.]", f"{text}-0-0")[1] or 0)


def _as_longer(texts: Iterable[str], style: str) -> dict[str, str]:
    """The quarters of months that follow each other in threes, Mar-07 and Jun-07 of New Zealand, or
    the halves of a year of those that end one: 2025.06 and 2025.12.

    None where another month or another kind of period is among them.
    """
    stamps = {}
    for text in texts:
        try:
            stamps[text] = read_stamp(text)
        except Wrong:
            continue  # which is told where the row is read
    periods = [stamp.period for stamp in stamps.values()]
    size, letter, least = _LONGER[style]
    months = {period.end.month % size for period in periods}
    kinds = {period.kind for period in periods}
    if months == {0}:
        least = _LEAST_ENDS
    if len(periods) < least or len(months) > 1 or kinds != {"month"}:
        return {}
    if style == "semester" and months != {0}:
        return {}
    return {text: _in_longer(stamp, size, letter) for text, stamp in stamps.items()}


def _in_longer(month: Stamp, size: int, letter: str) -> str:
    """The quarter or half in which a month lies, with the mark that stood behind the month."""
    end, mark = month.period.end, MARKS_BEHIND.get(month.status or "", "")
    return f"{end.year}-{letter}{(end.month + size - 1) // size} {mark}".rstrip()


def are_months(texts: Iterable[str], style: str | None = None) -> bool:
    """Whether numbers before a year are months by the style, or because one is no quarter.

    >>> are_months(["03/2020", "06/2020"]), are_months(["03/2020", "04/2020"])
    (True, False)
    """
    numbers = [int(match["first"]) for text in texts if (match := _MONTH.fullmatch(text))]
    return max(numbers) <= _MONTHS and (style == "month" or max(numbers) > _QUARTERS)


def _order_of_style(days: Iterable[str], style: str) -> str:
    """The order in which each day stands for a period of a style; "" if not in one alone."""
    fits = [
        order for order in ("day", "month") if all(_stands_for(text, order, style) for text in days)
    ]
    return fits[0] if len(fits) == 1 else ""


def _stands_for(text: str, order: str, style: str) -> bool:
    try:
        read_stamp(written(text, order), style)
    except Wrong:
        return False
    return True


def is_day(text: str) -> bool:
    """Whether a text is such a day.

    >>> is_day("25/01/2020"), is_day("1-2-2020"), is_day("2020-01-25"), is_day("1/2020")
    (True, True, False, False)
    """
    return bool(_DAY.fullmatch(text))


def are_days_across(cells: Iterable[Cell]) -> str:
    """The first of several days in a row of headings, as in 1/22/20, 1/23/20; "" if they are none.

    >>> are_days_across(["Region", "1/22/20", "1/23/20"]), are_days_across(["1/22/20", "6", "7"])
    ('1/22/20', '')
    """
    texts = list(map(as_text, cells))
    days = [text for text in texts if _DAY.fullmatch(text) or _MONTH_FIRST.fullmatch(text)]
    return days[0] if len(days) > 1 else ""


def may_be_period(text: str) -> bool:
    """Whether a text is such a day, or a number before a year.

    >>> may_be_period("03/2012"), may_be_period("3.5")
    (True, False)
    """
    return is_day(text) or bool(_MONTH.fullmatch(text))


def order_of(texts: Iterable[str]) -> str:
    """What stands first in all of them; "" where it may be either and matters, or is neither.

    >>> order_of(["24/01/2020", "03/02/2020"]), order_of(["1-24-2020"]), order_of(["1/2/2020"])
    ('day', 'month', '')
    """
    matches = [_DAY.fullmatch(text) for text in dict.fromkeys(texts)]
    numbers = [(int(match["first"]), int(match["second"]), int(match["year"]))
               for match in matches if match]  # fmt: skip
    first = _dates([(year, month, day) for day, month, year in numbers])
    last = _dates([(year, month, day) for month, day, year in numbers])
    if first and first == last:
        return "day"  # 01/01/2020 is one day in either order
    if first and last:
        regular = [_is_regular(first), _is_regular(last)]
        return "" if regular[0] == regular[1] else "day" if regular[0] else "month"
    return "day" if first else "month" if last else ""


def written(text: str, order: str) -> str:
    """The day or month as ISO 8601 has it, with the mark behind it.

    >>> written("5/1/2020", "day"), written("5/1/2020", "month")
    ('2020-01-05', '2020-05-01')
    """
    if match := _MONTH.fullmatch(text):
        return f"{match['year']}-{match['first']:0>2}{match['mark']}"
    match = _DAY.fullmatch(text)
    if match is None:
        return text
    first, second = match["first"], match["second"]
    day, month = (first, second) if order == "day" else (second, first)
    return f"{match['year']}-{month:0>2}-{day:0>2}{match['mark']}"


def _greatest(text: str) -> int:
    """The larger of the two numbers, which shows what it is if it is over 12."""
    return max(int(number) for number in re.split("[-/]", text)[:2])


def _dates(parts: list[tuple[int, int, int]]) -> list[dt.date]:
    """The days; none if one is not in the calendar."""
    try:
        return [dt.date(*part) for part in parts]
    except ValueError:
        return []


def _is_regular(days: list[dt.date]) -> bool:
    """Whether the days follow each other in one rhythm."""
    steps = [(after - before).days for before, after in pairwise(sorted(set(days)))]
    return len(days) >= _LEAST and any(
        all(least <= step <= most for step in steps) for least, most in _STEPS
    )
