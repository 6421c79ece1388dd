"""Reference periods: `2024`, `2024-S1`, `2024-Q3`, `2024-06`, `2024-W05`, `2024-06-30`.

The spellings are those of SDMX (time periods) and ISO 8601 (weeks and days). A period is an
interval with a first and a last day; a level counts at the last one.
"""

from __future__ import annotations

import datetime as dt
import re

from kpi.values import dataclass, field

DAYS_PER_YEAR = 365.25

#: How many periods of a kind make a year. Weeks and days do not divide it and are counted in days.
PER_YEAR = {"year": 1, "semester": 2, "quarter": 4, "month": 12}

SPELLINGS = "2024, 2024-S1, 2024-Q3, 2024-06, 2024-W05 or 2024-06-30"

_PERIOD = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-(?:S(?P<semester>[12])|Q(?P<quarter>[1-4])|W(?P<week>[0-9]{2})"
    r"|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-9]{2}))?))?"
)
_SPAN = re.compile(r"(?P<number>[0-9]{1,4}) (?P<unit>day|week|month|year)s?")


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """An interval of days, ordered by its last day and then by its first.

    >>> Period.parse("2024-Q3").end
    datetime.date(2024, 9, 30)
    """

    end: dt.date
    start: dt.date
    text: str = field(compare=False)
    kind: str = field(compare=False)  # year | semester | quarter | month | week | day
    number: int = field(compare=False)  # consecutive within the kind: 2024-Q3 is 2024 * 4 + 2

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period that `text` spells, which must be one of the six forms exactly.

        Raises ValueError, in words that name the accepted spellings.
        """
        match = _PERIOD.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not a period; write {SPELLINGS}")
        year = int(match["year"])
        try:
            if match["day"]:
                return cls.of_day(dt.date(year, int(match["month"]), int(match["day"])))
            if match["week"]:
                monday = dt.date.fromisocalendar(year, int(match["week"]), 1)
                sunday = monday + dt.timedelta(6)
                return cls(sunday, monday, text, "week", monday.toordinal() // 7)
            for kind, each in PER_YEAR.items():
                nth = match[kind] if kind != "year" else "1"
                if nth and (kind != "year" or len(text) == 4):
                    months = 12 // each
                    last = int(nth) * months
                    start = dt.date(year, last - months + 1, 1)
                    end = month_end(year, last)
                    return cls(end, start, text, kind, year * each + int(nth) - 1)
        except (ValueError, OverflowError):
            pass  # 2024-02-30, 2023-W53, year 0: right in form, absent from the calendar
        raise ValueError(f"{text!r} is not in the calendar; write {SPELLINGS}")

    @classmethod
    def of_day(cls, day: dt.date) -> Period:
        """The one-day period of `day`."""
        return cls(day, day, day.isoformat(), "day", day.toordinal())

    def __str__(self) -> str:
        return self.text


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month. Raises ValueError for a year that is not in the calendar."""
    if month == 12:  # the calendar ends with 9999
        return dt.date(year, 12, 31)
    return dt.date(year, month + 1, 1) - dt.timedelta(1)


def years_between(earlier: Period, later: Period) -> float:
    """Years from one period to another, negative if `later` is the earlier one.

    Two periods of the same kind are counted in whole units of it, so that 2015 to 2023 is exactly
    8 years; otherwise in days between their last days, of which a year has 365.25.

    >>> years_between(Period.parse("2015"), Period.parse("2023"))
    8.0
    """
    each = PER_YEAR.get(earlier.kind)
    if each is not None and earlier.kind == later.kind:
        return (later.number - earlier.number) / each
    return (later.end - earlier.end).days / DAYS_PER_YEAR


def day_after(start: Period, years: float) -> dt.date | None:
    """The day `years` after the end of `start`; None beyond the calendar's own ends."""
    try:
        whole = start.end.toordinal() + round(years * DAYS_PER_YEAR)
        return dt.date.fromordinal(whole)
    except (ValueError, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class Span:
    """A length of calendar time, such as a cadence or a lag: `12 months`, `1 year`, `10 days`."""

    number: int
    unit: str  # day | week | month | year

    @classmethod
    def parse(cls, text: str) -> Span:
        """The span that `text` spells. Raises ValueError with the accepted form."""
        match = _SPAN.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not a length of time; write '1 year' or '6 months'")
        return cls(int(match["number"]), match["unit"])

    @property
    def years(self) -> float:
        """Length in years of 365.25 days, for comparing; use `after` to step in the calendar."""
        return self.number * {"day": 1 / DAYS_PER_YEAR, "week": 7 / DAYS_PER_YEAR,
                              "month": 1 / 12, "year": 1.0}[self.unit]  # fmt: skip

    def after(self, day: dt.date, times: int = 1) -> dt.date | None:
        """`day` plus `times` spans, counted from `day` in one step; None beyond the calendar.

        The last day of a month stays a last day (30 June + 6 months is 31 December), because
        periods end there. Spans are never added one after the other: 31 January + 1 month twice
        is 29 March, + 2 months is 31 March.
        """
        from dateutil.relativedelta import relativedelta  # not needed by most commands

        number = self.number * times
        ends = day == month_end(day.year, day.month)
        stay = {"day": 31} if ends and self.unit in ("month", "year") else {}
        try:
            return day + relativedelta(**{f"{self.unit}s": number}, **stay)  # type: ignore[arg-type]
        except (ValueError, OverflowError):
            return None

    def __str__(self) -> str:
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"
