"""Months that a note calls a first estimate: 5·6월은 잠정치. Without a year they are the last ones
of the table; what names none of its months is asked about."""

from __future__ import annotations

from collections.abc import Iterator

from kpi.facts.intake.doubts.labels import value_columns
from kpi.facts.intake.doubts.series import Series
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import Counted, Table
from kpi.facts.intake.texts.cells import as_text, clipped, is_nothing
from kpi.facts.intake.texts.noted_parts import up_to
from kpi.facts.intake.texts.remarks import months_said, said_of_periods
from kpi.facts.intake.texts.stamps import read_stamp
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.periods import Period


def heard(table: Table, plan: Plan) -> dict[Period, str]:
    """The months that notes without a year are about, and what they say of them."""
    said = [months for note in table.titles for months in months_said(note)]
    last = _last_month(table, plan) if said else None
    months = [month for listed in said if last for month in up_to(last, listed)]
    return dict.fromkeys(months, "provisional")


def doubts(series: Series) -> Iterator[Wrong]:
    """A note that calls months a first estimate of which the table has none, or not the last."""
    rows = series.rows
    if not rows or any(row.fact.period.kind != "month" for row in rows):
        return
    for note in series.table.titles:
        missed = _missed(series, note)
        if missed and all(row.fact.status == "final" for row in missed):
            what = f"{shown(clipped(note))} says provisional of months that do not end the table"
            remedy = (
                "write p behind the figures that it means, or add --status final if it means none"
            )
            yield Wrong(what, remedy)
            return


def _missed(series: Series, note: str) -> list[Counted]:
    """The figures that a note may mean whose months do not end the table; none where they do, or
    where it names none."""
    undated = list(months_said(note))
    last = _last_month(series.table, series.plan) if undated else None
    undated = [months for months in undated if last and not up_to(last, months)]
    named = said_of_periods([note])
    in_vain = named and all(
        period.kind == "month" and not any(period.meets(row.fact.period) for row in series.rows)
        for period in named
    )
    if not undated and not in_vain:
        return []
    numbers = {month for months in undated for span in months for month in span}
    named_so = [row for row in series.rows if row.fact.period.end.month in numbers]
    return named_so or series.rows


def _last_month(table: Table, plan: Plan) -> Period | None:
    """The last month of a table that has a figure; None if it has none."""
    columns = value_columns(table, plan)
    last: Period | None = None
    for record in table.records():
        if record.note or all(is_nothing(as_text(record.cells.get(name, ""))) for name in columns):
            continue
        try:
            period = read_stamp(record.period, record.style or plan.style).period
        except Wrong:
            continue
        if period.kind == "month":
            last = max(last or period, period)
    return last
