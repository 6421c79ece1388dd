"""Periods that may be other ones than they are written as: parts of years, financial years."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from kpi.facts.intake.doubts.growth import MORE, texts_of
from kpi.facts.intake.doubts.labels import MOST_LABELS, REMARKS, distinct, value_columns
from kpi.facts.intake.doubts.series import Series
from kpi.facts.intake.rows import Counted, Table
from kpi.facts.intake.texts.cells import as_text
from kpi.facts.intake.texts.parts_of_years import is_part_of_year, part_of_year_in, year_not_over
from kpi.facts.intake.texts.stamps import read_stamp
from kpi.facts.intake.texts.two_years import (
    SPANNING,
    WHICH_YEAR,
    financial_years_in,
    is_of_financial_years,
    maybe_financial,
    year_of_span,
)
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.periods import Period
from kpi.facts.quantities.plausibility import counts, other_kind

#: Columns in which S1 is a sector, and Q1 a quintile.
_GROUPS = re.compile(
    r"(?i:sector|quint|quartile|decile|group|class|region|geo|area|code)|분위|코드"
)

#: Before it there were no statistics offices; Hijri and Persian years are smaller.
_FIRST_YEAR = 1600
_A_RHYTHM = 3  # periods that show one
_MEANT = "add --period-style year if they are those that the target means"


def doubts(series: Series) -> Iterator[Wrong]:
    """Periods that may be other ones, where neither a style nor the rows themselves settle it."""
    if not series.rows or "target" in series.table.columns:
        return
    yield from _parts_of_financial_years(series.table)
    yield from _other_calendar(series.rows)
    if series.plan.style is not None:
        return
    if all(row.fact.period.kind == "year" for row in series.rows):
        problems = list(_parts_of_years(series))
        problems = problems or list(_named_parts(series))
        problems = problems or list(_not_over(series))
        yield from problems or _named_financial(series)
    yield from _financial_years(series)
    yield from _mixed(series.rows)
    yield from _days_of_longer(series)
    yield from _months_of_quarters(series)
    yield from _other_rhythm(series)


def _parts_of_years(series: Series) -> Iterator[Wrong]:
    """A quarter or a month of each year that would stand as the figure of the year."""
    table, plan = series.table, series.plan
    for label, texts in plan.filter.items():
        of_groups = _GROUPS.search(label[:100])
        for text in texts:
            if is_part_of_year(text, label) or (not of_groups and is_part_of_year(text)):
                yield _of_part(f"{label} {shown(text)}", text)
                return
    names: list[tuple[str, str | None]] = [(column, None) for column in value_columns(table, plan)]
    for label in table.labels[:MOST_LABELS]:
        texts = distinct(series.records, label)
        whole = len(texts) == 1 or (texts and all(is_part_of_year(text, label) for text in texts))
        names += [(texts[0], label)] if whole else []
        names += [(text, label) for text in texts] if REMARKS.fullmatch(label[:100]) else []
    for text, column in names:
        if is_part_of_year(text, column):
            yield _of_part(f"{column} {shown(text)}" if column else shown(text),
                           text if column else "")  # fmt: skip
            return


def _named_parts(series: Series) -> Iterator[Wrong]:
    """Years below or beside a name that says more than the part of them: "Exports, Jan-Sep".

    A target whose own title speaks of that part is meant to have it.
    """
    if part_of_year_in(series.target.title):
        return
    for text, title in texts_of(series.records, series):
        part = part_of_year_in(text, title=title)
        if part and not (title and MORE.search(text.replace(part, ""))):
            yield _of_part(shown(text), "")
            return


def _not_over(series: Series) -> Iterator[Wrong]:
    """The amount of a whole year below "Exports, January 2025", when that year was not over."""
    if series.target.kind != "annual":
        return
    results = [row.fact.period for row in series.rows if row.fact.status == "final"]
    for text, _ in texts_of(series.records, series):
        year, date = year_not_over(text)
        for period in results:
            if year and period.end.year == year:
                what = f"{shown(text)} speaks of {shown(date)}, when {period} was not over"
                remedy = (
                    "write periods such as 2024-06 into the file, or add --period-style year if"
                    " they are of whole years"
                )
                yield Wrong(what, remedy)
                return


def _named_financial(series: Series) -> Iterator[Wrong]:
    """Plain years below a title, or under a heading, of years that end in the next one."""
    if any(map(is_of_financial_years, (*series.table.period, series.target.title))):
        return  # which is asked about, or meant
    for text, title in texts_of(series.records, series):
        if (years := financial_years_in(text)) and not (title and MORE.search(text)):
            yield Wrong(_may_end_later(years), _MEANT)
            return


def _may_end_later(years: str) -> str:
    """What is doubtful about years that a table calls by these words."""
    return f"{shown(years)} speaks of years that may end in the next calendar year"


def _of_part(where: str, text: str) -> Wrong:
    """The doubt about a part of the year; `text` is what a column says of it, if one does."""
    what = f"the periods are years, and the figures those of {where}"
    try:
        read_stamp(f"2024 {text}" if text else "")
    except Wrong:
        remedy = (
            "write periods such as 2024-Q1 into the file, or add --period-style year if years are"
            " meant"
        )
        return Wrong(what, remedy)
    remedy = "name both with --period-column, or add --period-style year if it is meant"
    return Wrong(what, remedy)


def _financial_years(series: Series) -> Iterator[Wrong]:
    """2008-09, 2009-10, 2010-11: months, or years that begin in one year and end in the next.

    Or years under a name that says so: 2024 of "Financial year ending June".
    """
    texts = [as_text(row.period) for row in series.records]
    if maybe_financial(texts) and not any(fact.period.kind == "month" for fact in series.known):
        what = f"{shown(texts[0])} may be a month, or years that end in a later one"
        remedy = "say --period-style month, or write the year that the target means, such as 2024"
        spans = all(year_of_span(text, SPANNING[1]) for text in texts)
        yield Wrong(what, f"{WHICH_YEAR}, or month" if spans else remedy)
        return
    years = next(filter(is_of_financial_years, series.table.period), "")
    if years and all(map(str.isdecimal, texts)):
        yield Wrong(_may_end_later(years), _MEANT)


def _parts_of_financial_years(table: Table) -> Iterator[Wrong]:
    """The first quarter of a "Fiscal year": of which calendar year it is, nobody has said."""
    years = next(filter(is_of_financial_years, table.period), "")
    if years and len(table.period) > 1:
        remedy = "write the periods of the calendar into one column of the file, such as 2024-Q3"
        yield Wrong(_may_end_later(years), remedy)


def _other_calendar(rows: list[Counted]) -> Iterator[Wrong]:
    """1445, which is of the Hijri calendar, and 1402 of the Persian: no office counted before."""
    for row in rows:
        if row.fact.period.end.year < _FIRST_YEAR:
            what = f"{row.fact.period} may be of another calendar than the Gregorian"
            yield Wrong(what, "write the years of that one into the file, such as 2024")
            return


def _mixed(rows: list[Counted]) -> Iterator[Wrong]:
    """Years among quarters: a yearly total is no observation of a quarterly series.

    Of 2001/02 beside 2006 and 2014/15 the first is hardly a month.
    """
    kinds: dict[str, Period] = {}
    for row in rows:
        kinds.setdefault(row.fact.period.kind, row.fact.period)
    texts = [as_text(row.record.period) for row in rows if row.fact.period.kind == "month"]
    if set(kinds) == {"month", "year"} and all(year_of_span(text, SPANNING[1]) for text in texts):
        what = f"{shown(texts[0])} may be a month, or years that end in a later one"
        yield Wrong(what, f"{WHICH_YEAR}, or month")
    elif len(kinds) > 1:
        listed = ", ".join(f"{kind} ({period})" for kind, period in kinds.items())
        what = f"the periods are of several kinds: {listed}"
        yield Wrong(
            what, f"choose one with --period-style {next(iter(kinds))}; the others are skipped"
        )


def _days_of_longer(series: Series) -> Iterator[Wrong]:
    """Days that begin or end a month, each of them, or come once a year: offices write 2026-01-01
    for January, or for 2026, others 2026-12-31, and 2026-06-30 for the mean of the year."""
    days = [row.fact.period for row in series.rows]
    kinds = {fact.period.kind for fact in series.known}
    if any(day.kind != "day" for day in days) or "day" in kinds or not (kinds or days[1:]):
        return
    ends = [day.end for day in days]
    remedy = "say with --period-style day, month, quarter or year what is meant by it"
    if all(end.day == 1 for end in ends):
        what = f"every period is the first day of a month, such as {days[0]}"
        yield Wrong(what, remedy)
    elif days[1:] and all((end + dt.timedelta(1)).day == 1 for end in ends):
        what = f"every period is the last day of a month, such as {days[0]}"
        yield Wrong(what, remedy)
    elif len({end.year for end in ends}) == len(ends) >= _A_RHYTHM and _is_once_a_year(ends):
        what = f"every period is the same day of its year, such as {days[0]}"
        remedy = f"say --period-style day, or write {ends[0].year} if it stands for the year"
        yield Wrong(what, remedy)


def _is_once_a_year(days: list[dt.date]) -> bool:
    """Whether days have one month and one number in it."""
    return len({(day.month, day.day) for day in days}) == 1


def _months_of_quarters(series: Series) -> Iterator[Wrong]:
    """Mar-23, Jun-23, Sep-23: months, or the quarters that are called by one of theirs."""
    rows = series.rows
    periods = [row.fact.period for row in rows]
    kinds = {period.kind for period in periods}
    if kinds != {"month"} or any(row.record.style for row in rows) or len(rows) <= _A_RHYTHM:
        return
    months = sorted({period.end.year * 12 + period.end.month for period in periods})
    steps = [after - before for before, after in pairwise(months)]
    if not steps or any(fact.period.kind == "month" for fact in series.known):
        return
    listed = ", ".join(map(str, periods[:2]))
    if all(step % 3 == 0 for step in steps) and 2 * steps.count(3) >= len(steps):
        what = f"the months follow each other by threes ({listed}), as quarters do"
        yield Wrong(what, "say which is meant with --period-style quarter or month")
    elif series.target.kind == "annual" and all(step % 6 == 0 for step in steps):
        # A level of a half is that of its last month; an amount is not.
        what = f"the months follow each other by sixes ({listed}), as halves of a year do"
        yield Wrong(what, "say which is meant with --period-style semester or month")


def _other_rhythm(series: Series) -> Iterator[Wrong]:
    """Quarters for a series that has years: what is counted in one is no figure of the other."""
    target = series.target
    if target.kind != "level":
        return
    recorded = [fact for fact in series.known if counts(fact, target)]
    kinds: dict[str, Period] = {}
    for row in series.rows:
        if counts(row.fact, target):
            kinds.setdefault(row.fact.period.kind, row.fact.period)
    for period in kinds.values():
        last = other_kind(period, recorded)
        if last is None:
            continue
        what = f"{period} is another kind of period than {last}, which is recorded"
        remedy = f"name another --series, or --period-style {period.kind} if it measures the same"
        yield Wrong(what, remedy)
        return
