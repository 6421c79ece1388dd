"""Months and quarters that a note calls a first estimate: 5·6월은 잠정치. Without a year they are
the last ones of the table; what names none of its periods is asked about."""

from __future__ import annotations

from collections.abc import Iterator

from kpi.facts.intake.doubts.labels import value_columns
from kpi.facts.intake.doubts.series import Series
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import Counted, Table
from kpi.facts.intake.texts.cells import as_text, clipped, is_nothing
from kpi.facts.intake.texts.noted_parts import kind_of, up_to
from kpi.facts.intake.texts.remarks import parts_said, said_of_periods
from kpi.facts.intake.texts.stamps import read_stamp
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.periods import PER_YEAR, Period


def heard(table: Table, plan: Plan) -> dict[Period, str]:
    """The periods that notes without a year are about, and what they say of them."""
    said = [listed for note in table.titles for listed in parts_said(note)]
    last = _last_ones(table, plan) if said else {}
    parts = [part for listed in said if kind_of(listed) in last
             for part in up_to(last[kind_of(listed)], listed)]  # fmt: skip
    return dict.fromkeys(parts, "provisional")


def doubts(series: Series) -> Iterator[Wrong]:
    """A note that calls periods a first estimate of which the table has none, or not the last."""
    if {row.fact.period.kind for row in series.rows} not in ({"month"}, {"quarter"}):
        return
    for note in series.table.titles:
        missed = _missed(series, note)
        if missed and all(row.fact.status == "final" for row in missed):
            what = f"{shown(clipped(note))} says provisional of periods that do not end the table"
            remedy = (
                "write p behind the figures that it means, or add --status final if it means none"
            )
            yield Wrong(what, remedy)
            return


def _missed(series: Series, note: str) -> list[Counted]:
    """The figures that a note may mean whose periods do not end the table; none where they do, or
    where it names none."""
    said = list(parts_said(note))
    last = _last_ones(series.table, series.plan) if said else {}
    said = [listed for listed in said
            if kind_of(listed) not in last or not up_to(last[kind_of(listed)], listed)]  # fmt: skip
    named = said_of_periods([note])
    in_vain = named and all(
        period.kind in ("month", "quarter")
        and not any(period.meets(row.fact.period) for row in series.rows)
        for period in named
    )
    if not said and not in_vain:
        return []
    numbers = {(listed.per_year, nth) for listed in said for span in listed.spans for nth in span}
    per_year = PER_YEAR[series.rows[0].fact.period.kind]
    named_so = [row for row in series.rows
                if (per_year, row.fact.period.number % per_year + 1) in numbers]  # fmt: skip
    return named_so or series.rows


def _last_ones(table: Table, plan: Plan) -> dict[str, Period]:
    """The last period of each kind of which a table has a figure."""
    columns = value_columns(table, plan)
    last = dict[str, Period]()
    for record in table.records():
        if record.note or all(is_nothing(as_text(record.cells.get(name, ""))) for name in columns):
            continue
        try:
            period = read_stamp(record.period, record.style or plan.style).period
        except Wrong:
            continue
        last[period.kind] = max(last.get(period.kind, period), period)
    return last
