"""Years that begin in one calendar year and end in the next, 2023/24, where a person has said which
of the two is meant."""

from __future__ import annotations

from collections.abc import Iterator

from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import Record, Table
from kpi.facts.intake.texts.cells import as_text
from kpi.facts.intake.texts.two_years import SPANNING, year_of_span
from kpi.values import replace


def with_years(table: Table, plan: Plan) -> tuple[Table, Plan]:
    """The table with the year that is meant in place of each such period, and the plan with the
    style of a year; both as they are where another style is said, or none."""
    if plan.style not in SPANNING:
        return table, plan
    texts = dict.fromkeys(as_text(record.period) for record in table.records() if not record.note)
    years = {text: year for text in texts if (year := year_of_span(text, plan.style))}

    def records() -> Iterator[Record]:
        for record in table.records():
            year = None if record.note else years.get(as_text(record.period))
            yield replace(record, period=year) if year else record

    notes = tuple(f"{text} is read as {year}" for text, year in [*years.items()][:1])
    read = replace(table, notes=(*table.notes, *notes), records=records)
    return read, replace(plan, style="year")
