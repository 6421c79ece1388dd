"""Reference periods and lengths of time, as SDMX and ISO 8601 spell them."""

from __future__ import annotations

import calendar
import datetime as dt
import math

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import assume, given
from hypothesis import strategies as st

from kpi.facts.periods import (
    PER_YEAR,
    SPELLINGS,
    Period,
    Span,
    day_after,
    ends_one,
    month_end,
    years_between,
)


def date(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("2024", "year", "2024-01-01", "2024-12-31"),
        ("0001", "year", "0001-01-01", "0001-12-31"),
        ("9999", "year", "9999-01-01", "9999-12-31"),
        ("2024-S1", "semester", "2024-01-01", "2024-06-30"),
        ("2024-S2", "semester", "2024-07-01", "2024-12-31"),
        ("2024-Q1", "quarter", "2024-01-01", "2024-03-31"),
        ("2024-Q2", "quarter", "2024-04-01", "2024-06-30"),
        ("2024-Q3", "quarter", "2024-07-01", "2024-09-30"),
        ("2024-Q4", "quarter", "2024-10-01", "2024-12-31"),
        ("2024-01", "month", "2024-01-01", "2024-01-31"),
        ("2024-02", "month", "2024-02-01", "2024-02-29"),
        ("2023-02", "month", "2023-02-01", "2023-02-28"),
        ("2100-02", "month", "2100-02-01", "2100-02-28"),
        ("9999-12", "month", "9999-12-01", "9999-12-31"),
        ("2024-W05", "week", "2024-01-29", "2024-02-04"),
        ("2020-W53", "week", "2020-12-28", "2021-01-03"),
        ("2021-W01", "week", "2021-01-04", "2021-01-10"),
        ("2025-W01", "week", "2024-12-30", "2025-01-05"),
        ("0001-W01", "week", "0001-01-01", "0001-01-07"),
        ("2024-06-30", "day", "2024-06-30", "2024-06-30"),
        ("2024-02-29", "day", "2024-02-29", "2024-02-29"),
    ],
)
def test_spellings(text: str, kind: str, start: str, end: str) -> None:
    """Each of the six forms is an interval of days, and is shown as it was written."""
    period = Period.parse(text)
    assert (period.kind, period.start, period.end) == (kind, date(start), date(end))
    assert str(period) == period.text == text


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "24", "202", "20244", "2024-", "2024-13", "2024-00", "2024-1", "2024-Q0",
        "2024-Q5", "2024-S0", "2024-S3", "2024-q3", "2024-s1", "2024-w05", "2024Q3", "2024 Q3",
        "Q3 2024", "2024-W5", "2024-W005", "2024-6-30", "2024-06-3", "2024-Q3-01", "2024/06",
        "20240630", "2024-W05-1", "2024\n", " 2024", "2024 ", "２０２４", "2024-0６", "٢٠٢٤",
        "-2024", "+2024", "2024-06-30T00:00", "2024-180", "2024-A1", "2024-M06", "20x4",
        "\u20282024", "2024\x00", "2024-Wab", "2024-Wx1", "2024-W1x", "2024-063-0", "2024-06--1",
    ],
)  # fmt: skip
def test_what_is_no_period(text: str) -> None:
    """Anything but the six forms is refused, with the forms."""
    with pytest.raises(ValueError, match="is not a period; write ") as caught:
        Period.parse(text)
    assert SPELLINGS in str(caught.value)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    "text",
    [
        "0000", "0000-01", "0000-Q1", "2024-02-30", "2023-02-29", "2100-02-29", "2024-04-31",
        "2024-06-00", "2024-06-32", "2021-W53", "2024-W00", "2024-W53", "2024-W54", "2024-W99",
        "9999-W52", "0000-W01",
    ],
)  # fmt: skip
def test_what_the_calendar_lacks(text: str) -> None:
    """A form that is right and a day that never is: 30 February, week 53 of a short year."""
    with pytest.raises(ValueError, match="is not in the calendar; write "):
        Period.parse(text)


def test_order() -> None:
    """By the last day, then by the first: a level counts at its period's last day."""
    texts = ["2024-Q2", "2024-S1", "2024-06-30", "2024-06", "2024-05", "2023", "2024"]
    assert [str(period) for period in sorted(map(Period.parse, texts))] == [
        "2023", "2024-05", "2024-S1", "2024-Q2", "2024-06", "2024-06-30", "2024",
    ]  # fmt: skip


def test_a_day_has_a_number_of_its_own() -> None:
    """And is the period that it makes alone, whatever it is called."""
    first, second = Period.parse("2024-02-29"), Period.parse("2024-03-01")
    assert second.number - first.number == 1
    week = Period(first.end, first.start, "another", "week", 0)
    assert (first, hash(first), first <= week <= first) == (week, hash(week), True)


@pytest.mark.parametrize(("period", "following"), [
    ("2024", "2025"), ("0999", "1000"), ("2024-S1", "2024-S2"), ("2024-S2", "2025-S1"),
    ("2024-Q1", "2024-Q2"), ("2024-Q4", "2025-Q1"), ("2024-06", "2024-07"), ("2024-12", "2025-01"),
    ("2024-09", "2024-10"), ("0099-12", "0100-01"), ("2024-W05", "2024-W06"),
    ("2020-W53", "2021-W01"), ("2024-W52", "2025-W01"), ("2024-06-30", "2025"),
])  # fmt: skip
def test_the_following_period(period: str, following: str) -> None:
    """Of the same kind; after a day, the year after its own."""
    assert str(Period.parse(period).following()) == following


@pytest.mark.parametrize("period", ["9999", "9999-S2", "9999-Q4", "9999-12", "9999-12-31"])
def test_nothing_follows_the_end_of_the_calendar(period: str) -> None:
    with pytest.raises(ValueError, match="is not"):
        Period.parse(period).following()


@pytest.mark.parametrize(("period", "held", "not_held"), [
    ("2024", "2024 2024-S1 2024-Q4 2024-01-01 2024-12-31", "2023 2025 2025-W01 2023-12-31"),
    ("2024-Q2", "2024-Q2 2024-04 2024-06-30", "2024 2024-S1 2024-03 2024-07-01 2024-Q1"),
    ("2024-12-31", "2024-12-31", "2024-12 2024"), ("2024-W01", "2024-01-01", "2024-01 2023-12-31"),
])  # fmt: skip
def test_the_periods_within_a_period(period: str, held: str, not_held: str) -> None:
    """Those of which every day is one of its own."""
    whole = Period.parse(period)
    assert all(whole.holds(Period.parse(one)) for one in held.split())
    assert not any(whole.holds(Period.parse(one)) for one in not_held.split())


@pytest.mark.parametrize(
    ("earlier", "later", "years"),
    [
        ("2015", "2023", 8),
        ("2023", "2015", -8),
        ("2015", "2015", 0),
        ("2020-S2", "2023-S1", 2.5),
        ("2020-Q4", "2021-Q1", 0.25),
        ("2020-Q1", "2020-Q4", 0.75),
        ("2020-12", "2021-01", 1 / 12),
        ("2020-W01", "2021-W01", 53 * 7 / 365.25),
        ("2023-01-13", "2030-12-31", 2909 / 365.25),
        ("2022", "2023-Q2", 181 / 365.25),
        ("2022-Q4", "2022", 0),
    ],
)
def test_years_between(earlier: str, later: str, years: float) -> None:
    """Whole units of the same kind; days between the last days otherwise."""
    found = years_between(Period.parse(earlier), Period.parse(later))
    assert found == pytest.approx(years, abs=1e-12)


@pytest.mark.parametrize(
    ("start", "years", "day"),
    [
        ("2024", 0, "2024-12-31"),
        ("2024", 1, "2025-12-31"),
        ("2024", -1, "2023-12-31"),
        ("2024", 4, "2028-12-31"),
        ("2025", -1.9999999999, "2023-12-31"),
        ("2025", -2.5, "2023-07-01"),
        ("2025-Q3", -2.25, "2023-06-30"),
        ("2024-02", -1, "2023-02-28"),
        ("2024", 0.5, "2025-07-01"),
        ("2024-06-30", 0.5, "2024-12-30"),
        ("9999", 0, "9999-12-31"),
        ("9999", 0.01, None),
        ("2024", 8000, None),
        ("2024", -2024.1, None),
        ("2024", 1e300, None),
        ("2024", math.inf, None),
        ("2024", -math.inf, None),
        ("2024", math.nan, None),
    ],
)
def test_day_after(start: str, years: float, day: str | None) -> None:
    """Whole periods and parts of them, else years of 365.25 days; None beyond the calendar."""
    assert day_after(Period.parse(start), years) == (date(day) if day else None)


@pytest.mark.parametrize(
    ("text", "number", "unit", "years"),
    [
        ("1 year", 1, "year", 1),
        ("12 months", 12, "month", 1),
        ("1 month", 1, "month", 1 / 12),
        ("2 weeks", 2, "week", 14 / 365.25),
        ("10 days", 10, "day", 10 / 365.25),
        ("0 days", 0, "day", 0),
        ("9999 years", 9999, "year", 9999),
    ],
)
def test_spans(text: str, number: int, unit: str, years: float) -> None:
    """A number and a unit; shown in the same words."""
    span = Span.parse(text)
    assert (span.number, span.unit, str(span)) == (number, unit, text)
    assert span.years == pytest.approx(years)


def test_quarters_are_three_months() -> None:
    """A quarterly series appears every quarter; what is shown is the same in months."""
    assert Span.parse("1 quarter") == Span.parse("3 months")
    assert str(Span.parse("6 quarters")) == "18 months"


@pytest.mark.parametrize(
    "text",
    ["", "1", "year", "1year", "1  year", "one year", "-1 year", "1.5 years", "1 Year",
     "1 semester", "10000 days", "１ year", "1 year\n", " 1 year", "1 yearss", "1 y", "P1Y"],
)  # fmt: skip
def test_what_is_no_span(text: str) -> None:
    """Anything else is refused, with the form."""
    with pytest.raises(ValueError, match="is not a length of time; write '1 year' or '6 months'"):
        Span.parse(text)


@pytest.mark.parametrize(
    ("day", "span", "times", "after"),
    [
        ("2024-06-15", "1 month", 1, "2024-07-15"),
        ("2024-06-30", "6 months", 1, "2024-12-31"),
        ("2024-12-31", "6 months", 1, "2025-06-30"),
        ("2024-01-31", "1 month", 1, "2024-02-29"),
        ("2024-01-31", "1 month", 2, "2024-03-31"),
        ("2024-01-30", "1 month", 1, "2024-02-29"),
        ("2023-01-30", "1 month", 1, "2023-02-28"),
        ("2024-02-29", "1 year", 1, "2025-02-28"),
        ("2024-02-29", "1 year", 4, "2028-02-29"),
        ("2023-02-28", "1 year", 1, "2024-02-29"),
        ("2024-02-28", "1 year", 1, "2025-02-28"),
        ("2024-12-31", "1 year", 0, "2024-12-31"),
        ("2024-12-31", "1 year", -1, "2023-12-31"),
        ("2024-12-31", "10 days", 1, "2025-01-10"),
        ("2024-06-30", "1 day", 1, "2024-07-01"),
        ("2024-02-26", "1 week", 2, "2024-03-11"),
        ("2024-06-30", "0 days", 1, "2024-06-30"),
        ("9999-12-31", "1 day", 1, None),
        ("9999-01-31", "12 months", 1, None),
        ("2024-01-01", "9999 years", 1, None),
        ("2024-01-01", "9999 days", 10**12, None),
        ("2024-01-01", "9999 years", -1, None),
        ("0001-01-01", "1 day", -1, None),
    ],
)
def test_stepping_in_the_calendar(day: str, span: str, times: int, after: str | None) -> None:
    """A last day of a month stays one; steps are counted from the start; None beyond the end."""
    assert Span.parse(span).after(date(day), times) == (date(after) if after else None)


@given(st.dates(), st.integers(0, 9999), st.sampled_from(["month", "year"]), st.integers(-3, 9))
def test_a_last_day_of_a_month_steps_as_the_library_steps(
    day: dt.date, number: int, unit: str, times: int
) -> None:
    """It is reckoned without `dateutil`, which takes longer to load than an answer."""
    last = month_end(day.year, day.month)
    try:
        step = relativedelta(day=31, **{f"{unit}s": number * times})
        expected = last + step
    except (ValueError, OverflowError):
        expected = None
    assert Span(number, unit).after(last, times) == expected


days = st.dates()
kinds = st.sampled_from(["year", "semester", "quarter", "month"])


def spelled(day: dt.date, kind: str) -> str:
    """The period of a kind that holds a day."""
    nth = (day.month - 1) * PER_YEAR[kind] // 12 + 1
    ending = {"year": "", "semester": f"-S{nth}", "quarter": f"-Q{nth}", "month": f"-{nth:02}"}
    return f"{day.year:04}{ending[kind]}"


@given(days, kinds)
def test_the_period_of_a_day_holds_it(day: dt.date, kind: str) -> None:
    """Every day lies in its period, which is as long as its kind says."""
    period = Period.parse(spelled(day, kind))
    assert period.start <= day <= period.end
    assert period.start.day == 1
    assert period.end.day == calendar.monthrange(period.end.year, period.end.month)[1]
    assert period.end.month - period.start.month + 1 == 12 // PER_YEAR[kind]


@given(days)
def test_a_week_has_seven_days(day: dt.date) -> None:
    """Weeks begin on Monday, and follow one another without a gap across the new year."""
    assume(dt.date(1, 1, 8) <= day <= dt.date(9999, 12, 20))
    year, week, weekday = day.isocalendar()
    period = Period.parse(f"{year:04}-W{week:02}")
    assert day - period.start == dt.timedelta(weekday - 1)
    assert period.end - period.start == dt.timedelta(6)
    year, week, _ = (period.end + dt.timedelta(1)).isocalendar()
    assert Period.parse(f"{year:04}-W{week:02}").number == period.number + 1


@given(days, days, kinds)
def test_consecutive_numbers(first: dt.date, second: dt.date, kind: str) -> None:
    """Periods of a kind are in the order of their numbers, and neighbours differ by one."""
    one, other = Period.parse(spelled(first, kind)), Period.parse(spelled(second, kind))
    assert (one < other) == (one.number < other.number)
    assert (one == other) == (one.number == other.number)
    assume(one.end < dt.date.max)
    following = Period.parse(spelled(one.end + dt.timedelta(1), kind))
    assert following.number == one.number + 1


@given(days, days, days, kinds)
def test_years_add_up(a: dt.date, b: dt.date, c: dt.date, kind: str) -> None:
    """Time from a to c is that from a to b and on to c; back again is its negative."""
    one, two, three = (Period.parse(spelled(day, kind)) for day in (a, b, c))
    whole = years_between(one, three)
    assert whole == pytest.approx(years_between(one, two) + years_between(two, three), abs=1e-9)
    assert years_between(three, one) == -whole


@given(days, st.integers(-3000, 3000))
def test_day_after_undoes_years_between(day: dt.date, number: int) -> None:
    """The day so many years after a day is that day again."""
    start = Period.of_day(day)
    try:
        other = Period.of_day(day + dt.timedelta(number))
    except OverflowError:
        return
    assert day_after(start, years_between(start, other)) == other.end


@given(days, st.integers(0, 60), st.integers(0, 60))
def test_steps_count_from_the_start(day: dt.date, one: int, two: int) -> None:
    """Two spans of n and m times are n + m times one, for every day that all months have."""
    assume(day.day <= 28 and day.month != 2 and day.year < 9900)
    step = Span(1, "month")
    between = step.after(day, one)
    assume(
        between is not None and between.day != calendar.monthrange(between.year, between.month)[1]
    )
    assert between
    assert step.after(between, two) == step.after(day, one + two)


@given(st.text(max_size=12))
def test_any_text_is_a_period_or_refused(text: str) -> None:
    """Nothing but ValueError is raised, and what is read is spelled as it was."""
    for parse in (Period.parse, Span.parse):
        try:
            found = parse(text)
        except ValueError:
            continue
        assert str(found) == text


@pytest.mark.parametrize(("kind", "ends"), [
    ("year", ["12-31"]), ("semester", ["06-30", "12-31"]),
    ("quarter", ["03-31", "06-30", "09-30", "12-31"]),
    ("month", ["01-31", "02-29", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31", "09-30",
               "10-31", "11-30", "12-31"]),
    ("week", [f"0{month}-{day:02}" for month, day in ((1, 7), (1, 14), (1, 21), (1, 28))]),
])  # fmt: skip
def test_the_days_that_end_a_period(kind: str, ends: list[str]) -> None:
    """And no other day of the year, or of January for weeks."""
    days = [dt.date(2024, 1, 1) + dt.timedelta(n) for n in range(31 if kind == "week" else 366)]
    assert [f"{day:%m-%d}" for day in days if ends_one(day, kind)] == ends
    assert ends_one(dt.date.max, kind)
