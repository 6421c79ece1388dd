"""Reference periods: `2024`, `2024-S1`, `2024-Q3`, `2024-06`, `2024-W05`, `2024-06-30`.

The spellings are those of SDMX (time periods) and ISO 8601 (weeks and days). A period is an
interval with a first and a last day; a level counts at the last one.
"""

from __future__ import annotations

import datetime as dt
import math

from kpi.values import dataclass, field

DAYS_PER_YEAR = 365.25

#: How many periods of a kind make a year. Weeks and days do not divide it and are counted in days.
PER_YEAR = {"year": 1, "semester": 2, "quarter": 4, "month": 12}

SPELLINGS = "2024, 2024-S1, 2024-Q3, 2024-06, 2024-W05 or 2024-06-30"

#: The letter of a part of the year, and the kind of period it spells.
_LETTERS = {"S": "semester", "Q": "quarter"}
_UNITS = ("day", "week", "month", "year")


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
        kind, year, nth = _spelled(text)
        try:
            if kind == "day":
                return cls.of_day(dt.date(year, nth, int(text[8:])))
            if kind == "week":
                monday = dt.date.fromisocalendar(year, nth, 1)
                sunday = monday + dt.timedelta(6)
                return cls(sunday, monday, text, "week", monday.toordinal() // 7)
            if kind:
                per_year = PER_YEAR[kind]
                months = 12 // per_year
                last = nth * months
                start = dt.date(year, last - months + 1, 1)
                return cls(month_end(year, last), start, text, kind, year * per_year + nth - 1)
        except (ValueError, OverflowError):
            # 2024-02-30, 2023-W53, year 0: right in form, absent from the calendar
            raise ValueError(f"{text!r} is not in the calendar; write {SPELLINGS}") from None
        raise ValueError(f"{text!r} is not a period; write {SPELLINGS}")

    @classmethod
    def of_day(cls, day: dt.date) -> Period:
        """The one-day period of `day`."""
        return cls(day, day, day.isoformat(), "day", day.toordinal())

    def holds(self, other: Period) -> bool:
        """Whether every day of another period is one of its own.

        >>> Period.parse("2024").holds(Period.parse("2024-Q4"))
        True
        """
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Period) -> bool:
        """Whether a day is one of both.

        >>> Period.parse("2024-06").meets(Period.parse("2024-Q2"))
        True
        """
        return self.start <= other.end and other.start <= self.end

    def following(self) -> Period:
        """The next period of the same kind; after a single day, the year after its own.

        Raises ValueError at the end of the calendar.

        >>> Period.parse("2024-Q4").following().text
        '2025-Q1'
        """
        if self.kind == "week":
            year, week, _ = (self.end + dt.timedelta(1)).isocalendar()
            return Period.parse(f"{year:04}-W{week:02}")
        if self.kind not in PER_YEAR or self.kind == "year":
            return Period.parse(f"{self.end.year + 1:04}")
        year, part = divmod(self.number + 1, PER_YEAR[self.kind])
        letter = {"semester": f"S{part + 1}", "quarter": f"Q{part + 1}", "month": f"{part + 1:02}"}
        return Period.parse(f"{year:04}-{letter[self.kind]}")

    def __str__(self) -> str:
        return self.text


def _spelled(text: str) -> tuple[str, int, int]:
    """The kind of a period, its year and its number in the year; of a day, its month.

    The kind is empty if the text is none of the six forms. Written out, since a pattern needs `re`,
    which takes longer to load than all periods of an ordinary project to read.
    """
    year, part = text[:4], text[5:7]
    digits = text.replace("-", "")
    if len(year) == 4 and text.isascii() and year.isdigit() and text[4:5] in ("", "-"):
        if len(text) == 4:
            return "year", int(year), 1
        if (
            len(text) == 7
            and part[0] in _LETTERS
            and part[1] in "1234"[: PER_YEAR[_LETTERS[part[0]]]]
        ):
            return _LETTERS[part[0]], int(year), int(part[1])
        if len(text) == 8 and part[0] == "W" and text[6:].isdigit():
            return "week", int(year), int(text[6:])
        if part.isdigit() and 1 <= int(part) <= 12:
            if len(text) == 7:
                return "month", int(year), int(part)
            if len(text) == 10 and text[7] == "-" and len(digits) == 8 and digits.isdigit():
                return "day", int(year), int(part)
    return "", 0, 0


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month. Raises ValueError for a year that is not in the calendar."""
    if month == 12:  # the calendar ends with 9999
        return dt.date(year, 12, 31)
    return dt.date(year, month + 1, 1) - dt.timedelta(1)


def iso_day(text: str) -> dt.date | None:
    """The day that a text spells as 2024-06-30; None for any other text, such as 20240630."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


_FIRST_MONTHS = {"year": (1,), "semester": (1, 7), "quarter": (1, 4, 7, 10)}


def ends_one(day: dt.date, kind: str) -> bool:
    """Whether a day is the last one of a period of a kind; it is as good as that period."""
    if day == dt.date.max:
        return True
    following = day + dt.timedelta(1)
    if kind == "week":
        return following.weekday() == 0
    return following.day == 1 and following.month in _FIRST_MONTHS.get(kind, (following.month,))


def years_between(earlier: Period, later: Period) -> float:
    """Years from one period to another, negative if `later` is the earlier one.

    Two periods of the same kind are counted in whole units of it, so that 2015 to 2023 is exactly
    8 years; otherwise in days between their last days, of which a year has 365.25.

    >>> years_between(Period.parse("2015"), Period.parse("2023"))
    8.0
    """
    per_year = PER_YEAR.get(earlier.kind)
    if per_year is not None and earlier.kind == later.kind:
        return (later.number - earlier.number) / per_year
    return (later.end - earlier.end).days / DAYS_PER_YEAR


def day_after(start: Period, years: float) -> dt.date | None:
    """The day `years` after the end of `start`; None beyond the calendar's own ends.

    Years are counted as `years_between` counts them: from 2025 two years back is the end of 2023.

    >>> day_after(Period.parse("2025"), -2.0)
    datetime.date(2023, 12, 31)
    """
    per_year = PER_YEAR.get(start.kind)
    try:
        if per_year is None:
            return dt.date.fromordinal(start.end.toordinal() + round(years * DAYS_PER_YEAR))
        whole = math.floor(round(years * per_year, 6))
        part = max(years * per_year - whole, 0.0)
        before = _end_of(start.kind, start.number + whole)
        if part < 1e-6:
            return before
        following = _end_of(start.kind, start.number + whole + 1)
        return before + dt.timedelta(round(part * (following - before).days))
    except (ValueError, OverflowError):
        return None


def _end_of(kind: str, number: int) -> dt.date:
    """The last day of the period of a kind that has a number. Raises ValueError beyond 9999."""
    year, month = divmod((number + 1) * (12 // PER_YEAR[kind]) - 1, 12)
    return month_end(year, month + 1)


@dataclass(frozen=True, slots=True)
class Span:
    """A length of calendar time, such as a cadence or a lag: `12 months`, `1 year`, `10 days`."""

    number: int
    unit: str  # day | week | month | year

    @classmethod
    def parse(cls, text: str) -> Span:
        """The span that `text` spells. Raises ValueError with the accepted form.

        >>> str(Span.parse("1 quarter"))
        '3 months'
        """
        number, _, unit = text.partition(" ")
        unit = unit.removesuffix("s")
        known = unit in _UNITS or unit == "quarter"
        if not (number.isascii() and number.isdigit() and len(number) <= 4 and known):
            raise ValueError(f"{text!r} is not a length of time; write '1 year' or '6 months'")
        return cls(3 * int(number), "month") if unit == "quarter" else cls(int(number), unit)

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
        number = self.number * times
        try:
            if self.unit in ("month", "year") and day == month_end(day.year, day.month):
                months = number * (12 if self.unit == "year" else 1)
                year, month = divmod(12 * day.year + day.month - 1 + months, 12)
                return month_end(year, month + 1)
            if self.unit in ("day", "week"):
                return day + dt.timedelta(number * (7 if self.unit == "week" else 1))
            # For any other day, which few projects have: it takes 3.4 ms to load.
            from dateutil.relativedelta import relativedelta

            return day + relativedelta(**{f"{self.unit}s": number})  # type: ignore[arg-type]
        except (ValueError, OverflowError):
            return None

    def __str__(self) -> str:
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"
