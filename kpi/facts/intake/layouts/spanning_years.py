"""Years that begin in one calendar year and end in the next, 2023/24, where a person has said which
of the two is meant."""

from __future__ import annotations

from collections.abc import Iterator

from kpi.facts.intake.layouts.sheet import HEAD, MARKED, Sheet
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import Record, Table
from kpi.facts.intake.texts.cells import as_text
from kpi.facts.intake.texts.stamps import is_stamp
from kpi.facts.intake.texts.two_years import SPANNING, year_of_span
from kpi.values import replace


def with_headings(sheet: Sheet, plan: Plan) -> Sheet:
    """The sheet with the year that is meant in place of 2023/2024 in a row of headings, and a note
    of it; 2023/24 is read as any period."""
    if plan.style not in SPANNING:
        return sheet
    rows, notes = list(sheet.rows), dict[str, None]()
    for index, row in enumerate(rows[:HEAD]):
        years = [year_of_span(as_text(cell), plan.style) for cell in row]
        both = [column for column, year in enumerate(years) if year]
        if not both[1:] or any(
            MARKED.fullmatch(as_text(cell)) and not is_stamp(cell) for cell in row
        ):
            continue
        rows[index] = [
            year if year and not is_stamp(cell) else cell
            for cell, year in zip(row, years, strict=True)
        ]
        changed = [column for column in both if rows[index][column] != row[column]]
        for column in changed[:1]:
            notes[f"{as_text(row[column])} is read as {years[column]}"] = None
    return replace(sheet, rows=rows, notes=(*sheet.notes, *notes)) if notes else sheet


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
